import { edgesOfProxies } from '../../src/model/edges.js'
import { LOOPBACK } from '../../src/model/host-names.js'
import { listening } from '../../src/model/listening.js'
import { type StoreAddress, storeAddresses } from '../../src/model/own-stores.js'
import type { Edge, Workload } from '../../src/model/system.js'
import { programOf } from '../../src/parse/shell.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'network/upstream-is-itself',
  title: 'A container asks itself for what another one has',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'localhost is the container itself, in which nothing else runs: every request on the route of a proxy ends in 502 Bad Gateway, and a program gets no connection to its database.',
  fix: 'Send to the name of the service and the port inside its container: `http://api:3000`. For a program on the host, add `extra_hosts: ["host.docker.internal:host-gateway"]` and send to `host.docker.internal`.',
  refs: ['https://docs.docker.com/compose/how-tos/networking/'],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy'],
  check({ system, pass, fail }) {
    for (const [proxy, edges] of edgesOfProxies(system)) {
      if (edges.every(({ from }) => from.kind === 'proxy')) continue
      pass(proxy)
      for (const edge of edges) {
        if (!isItself(edge) || edge.from.kind !== 'workload' || !runsAlone(edge.from)) continue
        const port = edge.port ?? (edge.server?.scheme === 'https' ? 443 : 80)
        if (listening(edge.from, port, system).state !== 'no') continue
        const what = `${edge.from.name} sends to ${edge.host}:${port}, which is its own container`
        fail(proxy, edge, what, { key: `${edge.host}:${port}` })
      }
    }
    const byProgram = new Map<Workload, StoreAddress[]>()
    for (const one of storeAddresses(system)) byProgram.set(one.from, [...(byProgram.get(one.from) ?? []), one])
    for (const [program, addresses] of byProgram) {
      const [first, ...others] = addresses.filter(({ isItself }) => isItself)
      if (!first) {
        pass(program)
        continue
      }
      fail(program, first.edge, `${program.name} connects to ${first.address}, which is its own container`, {
        key: first.edge.variable?.name ?? first.address,
        fix: fixOf(first),
        related: others.map(({ edge, address }) => ({ at: edge.at, message: `and to ${address}` })),
      })
    }
  },
  examples: {
    bad: [
      {
        // What is right on the machine of a developer.
        'compose.yaml': `
          services:
            api:
              build: .
              env_file: .env
              ports: ["3000:3000"]
              environment:
                REDIS_URL: redis://localhost:6379 #! api connects to localhost:6379, which is its own container
            cache: { image: "redis:8.0" }
        `,
        '.env': 'MONGODB_URI=mongodb://127.0.0.1:27017/shop',
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          RUN apt-get update && apt-get install -y redis-tools postgresql-client
          COPY . .
          CMD ["node", "server.js"]
        `,
        'server.js': `
          const express = require('express')
          const Redis = require('ioredis')
          const redis = new Redis(process.env.REDIS_URL)
          require('mongoose').connect(process.env.MONGODB_URI)
          express().get('/', async (req, res) => res.json(await redis.get('a'))).listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["80:80"] }
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["3000:3000"] }
            edge:
              image: traefik:v3.5
              command: ["--providers.file.filename=/routes.yml"]
              volumes: ["./routes.yml:/routes.yml"]
        `,
        'nginx.conf': `
          upstream app {
            server 127.0.0.1:8000; #! web sends to 127.0.0.1:8000, which is its own container
          }
          server {
            listen 80;
            location / { proxy_pass http://app; }
            location /api/ {
              proxy_pass http://localhost:3000; #! web sends to localhost:3000, which is its own container
            }
            location /files/ {
              proxy_pass http://[::1]:4000; #! web sends to [::1]:4000, which is its own container
            }
          }
        `,
        'routes.yml': `
          http:
            routers:
              api: { rule: "PathPrefix(\`/\`)", service: api }
            services:
              api:
                loadBalancer:
                  servers:
                    - url: http://localhost:3000 #! edge sends to localhost:3000, which is its own container
        `,
      },
    ],
    good: [
      {
        // By the name of the service, in the network of the host, beside it in one container, and not read.
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"], environment: { REDIS_URL: "redis://cache:6379" } }
            near: { build: ., network_mode: host, environment: { REDIS_URL: "redis://localhost:6379" } }
            side: { build: ., network_mode: "service:cache", environment: { REDIS_URL: "redis://localhost:6379" } }
            both: { build: { context: ., dockerfile: both.Dockerfile }, environment: { REDIS_URL: "redis://localhost:6379" } }
            other: { build: ., environment: { REDIS_URL: "redis://cache:6379", QUEUE_URL: "amqp://localhost:5672" } }
            cache: { image: "redis:8.0" }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `,
        'both.Dockerfile': `
          FROM node:24.1.0-slim
          WORKDIR /app
          RUN apt-get update && apt-get install -y redis-server
          COPY . .
          CMD redis-server --daemonize yes && node server.js
        `,
        'server.js': `
          const express = require('express')
          const Redis = require('ioredis')
          const redis = new Redis(process.env.REDIS_URL)
          express().get('/', async (req, res) => res.json(await redis.get('a'))).listen(3000)
        `,
      },
      {
        // Another server of the same nginx, a program in the same network, the host itself, a supervisor in the image.
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"] }
            side: { image: "nginx:1.29.1", volumes: ["./side.conf:/etc/nginx/conf.d/default.conf:ro"], network_mode: "service:app" }
            app: { image: "ghcr.io/acme/app:1.4.0" }
            host: { image: "nginx:1.29.1", volumes: ["./host.conf:/etc/nginx/conf.d/default.conf:ro"], network_mode: host }
            both: { build: . }
        `,
        'nginx.conf': `
          server { listen 80; location / { proxy_pass http://127.0.0.1:8081; } }
          server { listen 127.0.0.1:8081; location / { root /srv; } }
        `,
        'side.conf': `
          server { listen 80; location / { proxy_pass http://localhost:3000; } }
        `,
        'host.conf': `
          server { listen 80; location / { proxy_pass http://localhost:3001; } }
        `,
        'both.conf': `
          server { listen 80; location / { proxy_pass http://localhost:3002; } }
        `,
        Dockerfile: `
          FROM nginx:1.29.1
          RUN apt-get update && apt-get install -y --no-install-recommends supervisor nodejs
          COPY both.conf /etc/nginx/conf.d/default.conf
          CMD ["supervisord", "-n"]
        `,
      },
    ],
  },
})

function fixOf({ edge, meant }: StoreAddress): string {
  const name = edge.variable?.name ?? 'the variable'
  return meant
    ? `Write the name of the service into ${name}: \`${meant.name}\` in place of \`${edge.host}\`.`
    : `Write the host of the server into ${name}: the name of a service of the deployment, or \`host.docker.internal\` with \`extra_hosts: ["host.docker.internal:host-gateway"]\` for one on the host.`
}

function isItself({ answer, from, host }: Edge): boolean {
  return answer.kind === 'workload' && answer.workload === from && LOOPBACK.test(host.toLowerCase())
}

/** Whether nothing but the proxy runs in the container: an image of its own, built on with files alone. */
function runsAlone(workload: Workload): boolean {
  const { software, image, start } = workload
  if (software?.kind !== 'proxy') return false
  const instructions = image?.dockerfile?.instructions ?? []
  if (image?.origin === 'built' && !image.dockerfile) return false
  if (
    instructions.some(
      ({ keyword, text }) => keyword === 'RUN' && /\b(?:apk|apt|apt-get|yum|dnf|npm|pip3?|curl|wget)\b/.test(text),
    )
  )
    return false
  if (!start || start.source === 'image') return true
  if (start.argv[0]?.startsWith('-')) return true
  const program = start.shell ? undefined : programOf(start.argv.flatMap(word => word ?? []))
  return program !== undefined && /^(?:nginx|traefik|haproxy|caddy|(?:docker-)?entrypoint\.sh)$/.test(program)
}
