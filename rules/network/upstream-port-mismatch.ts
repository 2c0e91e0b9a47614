import { edgesOfProxies } from '../../src/model/edges.js'
import type { HostAnswer } from '../../src/model/host-names.js'
import { behindService } from '../../src/model/kubernetes/service-ports.js'
import { listening } from '../../src/model/listening.js'
import { isPeer } from '../../src/model/peers.js'
import type { Edge, Subject, System } from '../../src/model/system.js'
import { type CheckContext, defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

export default defineRule({
  id: 'network/upstream-port-mismatch',
  title: 'A container connects to a port that its target does not listen on',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The container is there, and refuses every connection: behind a proxy the route ends in 502 Bad Gateway, a program does not reach its database.',
  fix: 'Name the port that the program listens on inside its container; ports of the host play no part between containers.',
  refs: [
    'https://docs.docker.com/compose/how-tos/networking/',
    'https://doc.traefik.io/traefik/v3.3/routing/providers/docker/#services',
  ],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy', 'kubernetes'],
  check(context) {
    const { system, pass } = context
    for (const [proxy, edges] of edgesOfProxies(system)) {
      if (edges.every(({ answer }) => answer.kind !== 'workload')) continue
      pass(proxy)
      for (const edge of edges) judge(edge, proxy, 'sends', context)
    }
    for (const edge of system.edges) {
      if (edge.via !== 'environment' || edge.from.kind !== 'workload' || edge.answer.kind !== 'workload') continue
      if (edge.port === undefined || !isPeer(edge)) continue
      pass(edge.from)
      judge(edge, edge.from, 'connects', context)
    }
  },
  examples: {
    bad: [
      {
        // No EXPOSE and no variable: the code tells.
        'compose.yaml': `
          services:
            api: { build: ./api }
            web: { image: "nginx:1.29.1", volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
        `,
        'site.conf': `
          server { listen 80; location / { proxy_pass http://api:8080; } } #! web sends to port 8080 of api, which listens on 3000 as its code says
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
          express().listen(3000)
        `,
      },
      {
        'compose.yaml': `
          services:
            kafka:
              image: confluentinc/cp-kafka:7.9.0
              environment: { KAFKA_ZOOKEEPER_CONNECT: "zookeeper:2181", KAFKA_ADVERTISED_LISTENERS: "PLAINTEXT://kafka:9092" }
            zookeeper: { image: "confluentinc/cp-zookeeper:7.9.0" }
            orders:
              image: ghcr.io/acme/orders:1.4.0
              environment:
                KAFKA_BROKERS: kafka:29092 #! orders connects to port 29092 of kafka (KAFKA_BROKERS), which listens on 9092 by its listeners
        `,
      },
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
      {
        // Ports of the host mean nothing between containers.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", ports: ["127.0.0.1:5433:5432"] }
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                DATABASE_URL: postgresql://erp:\${DB_PASSWORD}@db:5433/erp #! api connects to port 5433 of db (DATABASE_URL), which listens on 5432 as PostgreSQL does
        `,
      },
      {
        // A Service is asked for its own port, not for that of its pods.
        'k8s/erp.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", ports: [{ containerPort: 8000 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec: { selector: { app: api }, ports: [{ port: 80, targetPort: 8000 }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec:
                containers:
                  - name: web
                    image: nginx:1.29.1
                    volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }]
                  - name: jobs
                    image: ghcr.io/acme/jobs:1.4.0
                    env:
                      - name: API_URL
                        value: http://api.default.svc.cluster.local:8000 #! jobs connects to port 8000 of the Service api (API_URL), which has only 80
                volumes: [{ name: conf, configMap: { name: web } }]
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: web }
          data:
            default.conf: |
              upstream api {
                server api:8000; #! web sends to port 8000 of the Service api, which has only 80
              }
              server { listen 80; location / { proxy_pass http://api; } }
        `,
      },
    ],
    good: [
      {
        // A Service leads on to the port of its pods; a headless one to the pods themselves; a port with a name.
        'k8s/erp.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", env: [{ name: PORT, value: "8000" }], ports: [{ name: http, containerPort: 8000 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec: { selector: { app: api }, ports: [{ port: 80, targetPort: 8000 }, { name: named, port: 81, targetPort: http }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api-pods }
          spec: { clusterIP: None, selector: { app: api }, ports: [{ port: 80, targetPort: 8000 }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec:
                containers:
                  - name: web
                    image: nginx:1.29.1
                    env: [{ name: API_URL, value: "http://api-pods:8000" }]
                    volumeMounts: [{ name: conf, mountPath: /etc/nginx/conf.d }]
                volumes: [{ name: conf, configMap: { name: web } }]
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: web }
          data:
            default.conf: |
              server {
                listen 80;
                location / { proxy_pass http://api; }
                location /v1/ { proxy_pass http://api:80; }
                location /v2/ { proxy_pass http://api:81; }
                location /v3/ { proxy_pass http://api-pods:8000; }
              }
        `,
      },
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
        // The number is written in the sources, in an argument, or the port is the host's; a program from elsewhere has more.
        'compose.yaml': `
          services:
            jobs: { image: "ghcr.io/acme/jobs:1.4.0", environment: { PRICES_URL: "grpc://prices:50051", API_URL: "http://api:4000" } }
            prices: { image: "ghcr.io/acme/prices:1.4.0", environment: { PORT: "3000" } }
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

/** Says what is wrong with one edge: the Service that is asked has no such port, or nothing listens behind it. */
function judge(edge: Edge, subject: Subject, verb: 'sends' | 'connects', { system, fail }: CheckContext): void {
  const { answer, from, proxy, host, variable } = edge
  const asked = portOf(edge)
  if (asked === undefined || answer.kind !== 'workload' || answer.workload === from) return
  const named = variable ? ` (${variable.name})` : ''
  // An Ingress and a route are already followed to the pods.
  const behind =
    answer.workload.platform === 'kubernetes' && proxy?.software !== 'kubernetes'
      ? behindService(host, asked, answer.workload, system)
      : undefined
  if (behind?.kind === 'unknown') return
  if (behind?.kind === 'closed') {
    const { object } = behind.service
    const ports = behind.ports.join(' and ')
    const what = `${from.name} ${verb} to port ${asked} of the Service ${object.name}${named}, which has only ${ports}`
    fail(subject, edge, what, {
      key: `${answer.workload.name}.${asked}${variable ? `.${variable.name}` : ''}`,
      fix: `Ask the Service for the port that it has (\`${object.name}:${behind.ports[0]}\`), or give it \`port: ${asked}\`: what its pods listen on is its \`targetPort\`, and plays no part outside.`,
      related: [{ at: object.at, message: `the Service ${object.name} is here` }],
    })
    return
  }
  const port = behind?.number ?? asked
  const wrong = mismatch(answer, port, system)
  if (!wrong) return
  const { to, ports, because } = wrong
  // A program that is not built here may have a port for each of its protocols.
  if (variable && to.image?.origin === 'pulled' && (!to.software || to.software.kind === 'runtime')) return
  // What a Service opens beyond the cluster is judged by network/port-without-listener.
  if (proxy?.software === 'kubernetes' && to.published.some(one => knownValue(one.container) === port)) return
  const what = `${from.name} ${verb} to port ${port} of ${to.name}${named}, which listens on ${ports.join(' and ')} ${because}`
  const related = [{ at: to.at, message: `${to.name} is here` }]
  fail(subject, edge, what, { key: `${to.name}.${port}${variable ? `.${variable.name}` : ''}`, related })
}

/** What it connects to: HTTP has a port of its own, other protocols take that of the client. */
function portOf({ answer, port, server, proxy }: Edge): number | undefined {
  if (answer.kind === 'workload' && answer.port !== undefined) return answer.port
  if (port !== undefined) return port
  if (!server || server.port || proxy?.software === 'haproxy' || proxy?.software === 'kubernetes') return undefined
  return server.scheme === 'https' ? 443 : server.scheme === undefined || server.scheme === 'http' ? 80 : undefined
}

/** Only when none of those that share the name listens. */
function mismatch(answer: Extract<HostAnswer, { kind: 'workload' }>, port: number, system: System) {
  const found = [answer.workload, ...answer.others].map(to => ({ to, ...listening(to, port, system) }))
  const [first] = found
  return first?.state === 'no' && found.every(one => one.state === 'no') ? first : undefined
}
