import { listening } from '../../src/model/listening.js'
import { isNginx } from '../../src/model/nginx/facts.js'
import { rejections } from '../../src/model/nginx/verdict.js'
import type { System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'network/port-without-listener',
  title: 'A published port leads to nothing that listens',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The port is open on the host, and every connection to it is refused or cut off. Where it is 443, the site has no encryption, though the file looks as if it had.',
  fix: 'Publish the port that the program listens on, or make it listen on this one.',
  refs: [
    'https://docs.docker.com/engine/network/port-publishing/',
    'https://doc.traefik.io/traefik/v3.3/routing/entrypoints/',
  ],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue
      const published = workload.published.filter(port => port.protocol === 'tcp' && port.hostEnd === undefined)
      if (published.length === 0) continue
      pass(workload)
      for (const port of published) {
        if (!port.container.known) continue
        const number = port.container.value
        const found = listening(workload, number, system)
        if (found.state !== 'no') continue
        if (isRejected(workload, system)) {
          implied(workload, 'nginx/configuration-rejected')
          break
        }
        const what = `${workload.name} publishes port ${number}, and nothing in it listens there: it listens on ${found.ports.join(' and ')} ${found.because}`
        fail(workload, port, what, { key: `port.${number}` })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              build: ./api
              ports:
                - "80:8080" #! api publishes port 8080, and nothing in it listens there: it listens on 3000 as its code says
        `,
        'api/Dockerfile': `
          FROM node:24.1-alpine
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'api/package.json': '{ "dependencies": { "express": "5.1.0" } }',
        'api/server.js': `
          const express = require('express')
          express().listen(process.env.PORT ?? 3000)
        `,
      },
      {
        // What nginx refuses hides what it would listen on: that is said once, by the rule about it.
        'compose.yaml': `
          services:
            cache:
              image: redis:8.0
              ports:
                - "127.0.0.1:6380:6380" #! cache publishes port 6380
            web:
              image: nginx:1.29.1
              volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"]
              ports: ["80:80"]
        `,
        'site.conf': `
          /* The shop */
          server { listen 80; }
          server { listen 8080; }
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--entrypoints.web.address=:80", "--providers.docker"]
              ports:
                - "80:80"
                - "443:443" #! edge publishes port 443, and nothing in it listens there: it listens on 80 by its configuration
            web:
              image: nginx:1.29.1
              volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"]
              ports:
                - "8000:8000"
                - "8443:443" #! web publishes port 443, and nothing in it listens there: it listens on 8000 by its configuration
            lb:
              image: haproxy:3.2
              volumes: ["./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg:ro"]
              ports:
                - "8404:8404" #! lb publishes port 8404
            cache:
              image: redis:8.0
              ports:
                - "127.0.0.1:6380:6380" #! cache publishes port 6380, and nothing in it listens there: it listens on 6379 as Redis does
            api:
              build: ./api
              environment: { PORT: "3000" }
              ports:
                - "80:8080" #! api publishes port 8080, and nothing in it listens there: it listens on 3000 by PORT
        `,
        'site.conf': `
          server { listen 8000; location / { root /srv; } }
        `,
        'haproxy.cfg': `
          frontend web
            bind :80
            default_backend api
          backend api
            server a api:3000
        `,
        'api/Dockerfile': `
          FROM node:24.1-alpine
          COPY server.js .
          EXPOSE 3000
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          require('http').createServer(answer).listen(process.env.PORT)
        `,
      },
    ],
    good: [
      {
        // A port that the code names as well, one that a file beside it may set, and a variable that is given.
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["80:9464"] }
            web: { build: ./web, ports: ["81:8080"] }
            shop: { build: ./shop, ports: ["82:8080"], environment: { PORT: "8080" } }
        `,
        'api/Dockerfile': 'FROM node:24.1-alpine\nCOPY . .\nCMD ["node", "server.js"]',
        'api/server.js': `
          const express = require('express')
          require('./metrics')({ port: 9464 })
          express().listen(3000)
        `,
        'api/metrics.js': 'module.exports = options => require("prometheus-server").start(options)',
        'web/Dockerfile': 'FROM node:24.1-alpine\nCOPY . .\nCMD ["node", "server.js"]',
        'web/server.js': `
          require('dotenv').config()
          const express = require('express')
          express().listen(process.env.PORT || 3000)
        `,
        'shop/Dockerfile': 'FROM node:24.1-alpine\nCOPY . .\nCMD ["node", "server.js"]',
        'shop/server.js': `
          const express = require('express')
          express().listen(process.env.PORT || 3000)
        `,
      },
      {
        // The number is written somewhere in the sources; a port of the host; UDP; settings that are told elsewhere.
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: ["--entrypoints.s.address=:443", "--api.insecure"], ports: ["443:443", "8080:8080"] }
            cache: { image: "redis:8.0", command: redis-server --port 6380, ports: ["127.0.0.1:6380:6380"] }
            queue: { image: "redis:8.0", command: "redis-server --port \${QUEUE_PORT}", ports: ["127.0.0.1:6381:6381"] }
            db: { image: "postgres:17.2", ports: ["127.0.0.1:6432:5432", "514:514/udp"] }
            api: { build: ./api, environment: { PORT: "3000" }, ports: ["3000:3000", "9229:9229"] }
            shop: { image: "ghcr.io/acme/shop:1.4.0", ports: ["80:8080"] }
            files: { image: "nginx:1.29.1", volumes: ["certs:/etc/nginx"], ports: ["443:443", "8444:8444"] }
          volumes: { certs: {} }
        `,
        'api/Dockerfile': `
          FROM node:24.1-alpine
          COPY server.js .
          EXPOSE 3000
          CMD ["node", "server.js"]
        `,
        'api/server.js': `
          require('inspector').open(9229, '0.0.0.0')
        `,
      },
      {
        // A neighbour in the same network listens.
        'compose.yaml': `
          services:
            vpn: { build: ./vpn, environment: { PORT: "51820" }, ports: ["8080:8080"] }
            web: { image: "traefik:v3.5", command: ["--entrypoints.w.address=:8080"], network_mode: "service:vpn" }
        `,
        'vpn/Dockerfile': `
          FROM node:24.1-alpine
          CMD ["node", "tunnel.js"]
        `,
      },
    ],
  },
})

/** nginx does not start at all, and what it would listen on is hidden by what it refuses, as a server behind a comment of C. */
function isRejected(workload: Workload, { proxies }: System): boolean {
  return proxies.some(
    proxy =>
      isNginx(proxy) && proxy.workloads.includes(workload) && rejections(proxy.nginx.tree, proxy.version).length > 0,
  )
}
