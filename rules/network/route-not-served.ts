import { type JudgedRoute, judgedRoutes } from '../../src/model/unserved-routes.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'network/route-not-served',
  title: 'A proxy sends requests to a path that the service does not serve',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The proxy and the service both run, and every request between them ends in 404: the prefix that one of them adds or cuts is not the one that the other expects.',
  fix: 'Make the path that arrives the one that is served: in nginx a slash behind the address in `proxy_pass` cuts the prefix of the location, and none keeps it; or give the routes of the service that prefix.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass',
    'https://doc.traefik.io/traefik/middlewares/http/stripprefix/',
    'https://kubernetes.io/docs/concepts/services-networking/ingress/',
  ],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy', 'dockerfile', 'source'],
  check({ system, pass, fail }) {
    for (const judged of judgedRoutes(system)) {
      const { proxy, route, isServed } = judged
      if (isServed) pass(proxy)
      else
        fail(proxy, route, describe(judged), { key: `${route.path.match} ${route.path.text} ${judged.service.name}` })
    }
  },
  examples: {
    bad: [
      {
        // The slash cuts the prefix off that the routes begin with; the prefix that is kept is served nowhere.
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.3", ports: ["80:80"], volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"] }
            api: { build: . }
        `,
        'nginx.conf': `
          events {}
          http {
            server {
              listen 80;
              location /api/orders/ { proxy_pass http://api:3000/orders/; } #! /api/orders/ goes to api as /orders/, and api serves nothing there: its routes are /api/orders, /api/orders/:id and /health
              location /v2/ { proxy_pass http://api:3000; } #! /v2/ goes to api, and api serves nothing there
            }
          }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/api/orders', (req, res) => res.json([]))
          app.get('/api/orders/:id', (req, res) => res.json({}))
          app.get('/health', (req, res) => res.json({}))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy:
              image: traefik:v3.6.1
              command: ["--providers.docker=true", "--entrypoints.web.address=:80"]
              ports: ["80:80"]
              volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]
            api:
              build: .
              labels:
                traefik.http.routers.api.rule: PathPrefix(\`/shop\`) #! /shop goes to api, and api serves nothing there
                traefik.http.services.api.loadbalancer.server.port: "8080"
        `,
        Dockerfile: `
          FROM golang:1.25.4
          WORKDIR /src
          COPY . .
          RUN go build -o /api .
          CMD ["/api"]
        `,
        'go.mod': 'module acme/api\n\ngo 1.25\n',
        'main.go': `
          package main

          import "net/http"

          func orders(w http.ResponseWriter, r *http.Request) {}

          func main() {
            http.HandleFunc("/orders", orders)
            http.ListenAndServe(":8080", nil)
          }
        `,
      },
    ],
    good: [
      {
        // Served with and without its prefix; what a folder of files or a package may answer is not judged.
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.3", ports: ["80:80"], volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"] }
            api: { build: . }
        `,
        'nginx.conf': `
          events {}
          http {
            server {
              listen 80;
              location /api/ { proxy_pass http://api:3000; }
              location /shop/orders/ { proxy_pass http://api:3000/api/orders/; }
              location /ord { proxy_pass http://api:3000; }
              location /docs/ { proxy_pass http://api:3000; }
              location = /orders/7 { proxy_pass http://api:3000/api/orders/7; }
              location ~ ^/v2/(.*)$ { proxy_pass http://api:3000/$1; }
            }
          }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/api/orders', (req, res) => res.json([]))
          app.get('/api/orders/:id', (req, res) => res.json({}))
          app.get('/orders', (req, res) => res.json([]))
          app.listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.3", ports: ["80:80"], volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"] }
            site: { build: . }
        `,
        'nginx.conf': `
          events {}
          http { server { listen 80; location /shop/ { proxy_pass http://site:3000; } } }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const app = express()
          app.get('/orders', (req, res) => res.json([]))
          app.use(express.static('files'))
          app.listen(3000)
        `,
      },
    ],
  },
})

const MOST_NAMED = 3

function describe({ route, service, path }: JudgedRoute): string {
  const as = path === route.path.text ? '' : ` as ${path}`
  const paths = [...new Set(service.routes.routes.map(one => one.path))]
  const shown = paths.slice(0, MOST_NAMED)
  const more = paths.length - shown.length
  const last = shown.pop() ?? ''
  const list =
    more > 0
      ? `${[...shown, last].join(', ')} and ${more} more`
      : shown.length > 0
        ? `${shown.join(', ')} and ${last}`
        : last
  const are = paths.length === 1 ? 'its only route is' : 'its routes are'
  return `${route.path.text} goes to ${service.name}${as}, and ${service.name} serves nothing there: ${are} ${list}`
}
