import { edgesOfProxies } from '../../src/model/edges.js'
import { listening } from '../../src/model/listening.js'
import type { Edge } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

export default defineRule({
  id: 'network/upstream-port-mismatch',
  title: 'A proxy sends to a port that its target does not listen on',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Every request on that route ends in 502 Bad Gateway: the container is there, and refuses the connection.',
  fix: 'Send to the port that the program listens on inside its container; ports of the host play no part between containers.',
  refs: [
    'https://docs.docker.com/compose/how-tos/networking/',
    'https://doc.traefik.io/traefik/v3.3/routing/providers/docker/#services',
  ],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy', 'kubernetes'],
  check({ system, pass, fail }) {
    for (const [proxy, edges] of edgesOfProxies(system)) {
      if (edges.every(({ answer }) => answer.kind !== 'workload')) continue
      pass(proxy)
      for (const edge of edges) {
        const port = portOf(edge)
        const wrong = port === undefined ? undefined : mismatch(edge, port, system)
        if (!wrong || port === undefined) continue
        const { to, ports, because } = wrong
        // What a Service opens beyond the cluster is judged by network/port-without-listener.
        if (proxy.software === 'kubernetes' && to.published.some(one => knownValue(one.container) === port)) continue
        const what = `${edge.from.name} sends to port ${port} of ${to.name}, which listens on ${ports.join(' and ')} ${because}`
        const related = [{ at: to.at, message: `${to.name} is here` }]
        fail(proxy, edge, what, { key: `${to.name}.${port}`, related })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: ["--providers.docker"], ports: ["80:80"] }
            api:
              build: ./api
              ports: ["8080:3000"]
              labels:
                traefik.http.routers.api.rule: Host(\`erp.acme.com\`)
                traefik.http.services.api.loadbalancer.server.port: "8080" #! edge sends to port 8080 of api, which listens on 3000 by the EXPOSE of its Dockerfile
            web: { image: "nginx:1.29.1", volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
        `,
        'site.conf': `
          upstream api {
            server api:3001; #! web sends to port 3001 of api, which listens on 3000
          }
          server {
            listen 80;
            location /api/ { proxy_pass http://api; }
            location /store/ { proxy_pass http://edge:8000; } #! web sends to port 8000 of edge, which listens on 80 by its configuration
          }
        `,
        'api/Dockerfile': `
          FROM node:24.1-alpine
          COPY server.js .
          EXPOSE 3000
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          require('http').createServer(answer).listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services:
            lb: { image: "haproxy:3.2", volumes: ["./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg"], ports: ["80:80"] }
            app: { image: "ghcr.io/acme/app:1.4.0", environment: { PORT: "8000" } }
        `,
        'haproxy.cfg': `
          frontend web
            bind :80
            default_backend app
          backend app
            server a app:3000 check #! lb sends to port 3000 of app, which listens on 8000 by PORT
        `,
      },
      {
        'k8s/erp.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", env: [{ name: PORT, value: "8000" }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec:
            selector: { app: api }
            ports:
              - port: 80
                targetPort: 3000 #! Ingress erp sends to port 3000 of api, which listens on 8000 by PORT
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: erp }
          spec:
            rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { number: 80 } } } }] } }]
        `,
      },
    ],
    good: [
      {
        // Declared, named, left to the image, and led to by a Gateway.
        'k8s/erp.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - { name: api, image: "ghcr.io/acme/api:1.4.0", env: [{ name: PORT, value: "8000" }], ports: [{ name: http, containerPort: 8000 }] }
                  - { name: side, image: "ghcr.io/acme/side:1.4.0", ports: [{ containerPort: 9000 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec: { selector: { app: api }, ports: [{ name: web, port: 80, targetPort: http }, { name: side, port: 90, targetPort: 9000 }] }
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata: { name: erp }
          spec:
            parentRefs: [{ name: edge }]
            rules: [{ backendRefs: [{ name: api, port: 80 }, { name: api, port: 90 }] }]
        `,
      },
      {
        // The number is written in the sources, in an argument, or the port is the host's.
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"], extra_hosts: ["host.docker.internal:host-gateway"] }
            api: { build: ./api, ports: ["8080:3000"] }
            admin: { image: "ghcr.io/acme/admin:1.4.0", command: [serve, "--port=7000"], environment: { PORT: "3000" } }
            docs: { image: "ghcr.io/acme/docs:1.4.0" }
            store: { image: "nginx:1.29.1" }
        `,
        'site.conf': `
          server {
            listen 80;
            location /api/ { proxy_pass http://api:3000; }
            location /internal/ { proxy_pass http://api:4000; }
            location /host/ { proxy_pass http://host.docker.internal:8080; }
            location /admin/ { proxy_pass http://admin:7000; }
            location /docs/ { proxy_pass http://docs:9999; }
            location /store/ { proxy_pass http://store; }
          }
        `,
        'api/Dockerfile': `
          FROM node:24.1-alpine
          COPY server.js .
          EXPOSE 3000
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          app.listen(3000); internal.listen(4000)
        `,
      },
    ],
  },
})

/** What it connects to inside the container: HTTP has a port of its own, other protocols take that of the client. */
function portOf({ answer, port, server, proxy }: Edge): number | undefined {
  if (answer.kind === 'workload' && answer.port !== undefined) return answer.port
  if (port !== undefined) return port
  if (!server || server.port || proxy?.software === 'haproxy' || proxy?.software === 'kubernetes') return undefined
  return server.scheme === 'https' ? 443 : server.scheme === undefined || server.scheme === 'http' ? 80 : undefined
}

/** Only when none of those that share the name listens. */
function mismatch(edge: Edge, port: number, system: Parameters<typeof listening>[2]) {
  const { answer, from } = edge
  if (answer.kind !== 'workload' || answer.workload === from) return undefined
  const found = [answer.workload, ...answer.others].map(to => ({ to, ...listening(to, port, system) }))
  const [first] = found
  return first?.state === 'no' && found.every(one => one.state === 'no') ? first : undefined
}
