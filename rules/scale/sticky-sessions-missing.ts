import { type Instances, instancesOf } from '../../src/model/code/instances.js'
import { type Balancing, balancingOf } from '../../src/model/stickiness.js'
import type { Service, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const DOCKERFILE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `
const SERVER = `
          const { createServer } = require('http')
          const { Server } = require('socket.io')
          const { createAdapter } = require('@socket.io/redis-streams-adapter')
          const { createClient } = require('redis')
          const server = createServer()
          const io = new Server(server, { adapter: createAdapter(createClient({ url: process.env.REDIS_URL })) })
          server.listen(3000)
        `

export default defineRule({
  id: 'scale/sticky-sessions-missing',
  title: 'Polling clients of Socket.IO are sent to another instance with each request',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A client of Socket.IO begins with HTTP long-polling: several requests that make up one session, which only the instance that opened it knows. Each one that ends at another instance is refused with 400 "Session ID unknown", and the client connects again and again. An adapter carries messages between instances, not sessions.',
  fix: 'Send each client to the same instance: `ip_hash;` or `hash $remote_addr consistent;` in the upstream of nginx, `nginx.ingress.kubernetes.io/affinity: cookie`, `traefik.http.services.<name>.loadbalancer.sticky.cookie=true`, `@socket.io/sticky` for processes of one host. Or switch polling off on both sides: `transports: ["websocket"]`.',
  refs: [
    'https://socket.io/docs/v4/using-multiple-nodes/#why-is-sticky-session-required',
    'https://socket.io/docs/v4/pm2/',
    'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#ip_hash',
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#session-affinity',
    'https://doc.traefik.io/traefik/routing/services/#sticky-sessions',
  ],
  reads: ['dockerfile', 'source', 'nginx', 'traefik'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const sockets = service.sockets.filter(({ library }) => library === 'socket.io')
      const [first] = sockets
      if (!first) continue
      const instances = instancesOf(system, service)
      const polling = sockets.find(({ allowsPolling }) => allowsPolling === true)
      if (instances.state === 'one' || sockets.every(({ allowsPolling }) => allowsPolling === false)) pass(service)
      else if (instances.state === 'unknown')
        unverified(service, first, `how many instances of ${service.name} run is not known: ${instances.because}`)
      else if (!polling) unverified(service, first, `whether clients of ${service.name} come by polling is not known`)
      else {
        const found = verdictOf(service, instances, balancingOf(system, service.workloads))
        if (found.state === 'sticky') pass(service)
        else if (found.state === 'unknown') unverified(service, polling, found.because)
        else
          fail(service, found.at, found.what, {
            key: 'sticky',
            related: [
              { at: polling.at, message: 'the server, with polling on' },
              { at: instances.at, message: 'the number of instances' },
            ],
          })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            chat: { build: ., deploy: { replicas: 4 } }
        `,
        'site.conf': `
          upstream chat {
            least_conn; #! proxy sends clients of chat to any of 4 replicas (least_conn), and Socket.IO begins with polling
            server chat:3000;
          }
          server { listen 80; location / { proxy_pass http://chat; } }
        `,
        Dockerfile: DOCKERFILE,
        'server.js': SERVER,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: chat }
          spec:
            replicas: 3
            selector: { matchLabels: { app: chat } }
            template:
              metadata: { labels: { app: chat } }
              spec: { containers: [{ name: chat, image: "acme/chat:1.4" }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: chat }
          spec: { selector: { app: chat }, ports: [{ port: 80, targetPort: 3000 }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: chat #! sends clients of chat to any of 3 replicas (round robin)
            annotations: { nginx.ingress.kubernetes.io/proxy-read-timeout: "3600" }
          spec:
            ingressClassName: nginx
            rules:
              - host: chat.example.com
                http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: chat, port: { number: 80 } } } }] }
        `,
        'chat/Dockerfile': DOCKERFILE,
        'chat/server.js': SERVER,
      },
      {
        // Processes that PM2 puts on one socket take connections in turn.
        'ecosystem.config.js': `
          module.exports = {
            apps: [{
              name: 'chat',
              script: 'server.js',
              instances: 4, //! PM2 hands connections to chat in turn to 4 processes of PM2
              exec_mode: 'cluster',
            }],
          }
        `,
        'server.js': SERVER,
      },
      {
        'compose.yaml': `
          services:
            traefik: { image: "traefik:v3.5", command: ["--providers.docker"], ports: ["80:80"], volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"] }
            chat:
              build: .
              deploy: { replicas: 2 }
              labels:
                - traefik.http.routers.chat.rule=Host(\`chat.example.com\`) #! sends clients of chat to any of 2 replicas (round robin)
                - traefik.http.services.chat.loadbalancer.server.port=3000
        `,
        Dockerfile: DOCKERFILE,
        'server.js': SERVER,
      },
    ],
    good: [
      {
        // By the address of the client; by a cookie; without polling; one instance.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            chat: { build: ./chat, deploy: { replicas: 4 } }
            live: { build: ./live, deploy: { replicas: 4 } }
            small: { build: ./small }
        `,
        'site.conf': `
          upstream chat { ip_hash; server chat:3000; }
          upstream api { least_conn; server chat:3000; }
          upstream live { server live:3000; }
          upstream small { server small:3000; }
          server {
            listen 80;
            location /socket.io/ { proxy_pass http://chat; }
            location /api/ { proxy_pass http://api; }
            location /live/ { proxy_pass http://live; }
            location /small/ { proxy_pass http://small; }
          }
        `,
        'chat/Dockerfile': DOCKERFILE,
        'chat/server.js': SERVER,
        'live/Dockerfile': DOCKERFILE,
        'live/server.js': `
          const { createServer } = require('http')
          const { Server } = require('socket.io')
          const server = createServer()
          const io = new Server(server, { transports: ['websocket'] })
          server.listen(3000)
        `,
        'small/Dockerfile': DOCKERFILE,
        'small/server.js': SERVER,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: chat }
          spec:
            replicas: 3
            selector: { matchLabels: { app: chat } }
            template:
              metadata: { labels: { app: chat } }
              spec: { containers: [{ name: chat, image: "acme/chat:1.4" }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: chat }
          spec: { selector: { app: chat }, ports: [{ port: 80, targetPort: 3000 }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: chat
            annotations: { nginx.ingress.kubernetes.io/affinity: cookie }
          spec:
            ingressClassName: nginx
            rules:
              - host: chat.example.com
                http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: chat, port: { number: 80 } } } }] }
        `,
        'chat/Dockerfile': DOCKERFILE,
        'chat/server.js': SERVER,
      },
      {
        'compose.yaml': `
          services:
            traefik: { image: "traefik:v3.5", command: ["--providers.docker"], ports: ["80:80"], volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"] }
            chat:
              build: .
              deploy: { replicas: 2 }
              labels:
                - traefik.http.routers.chat.rule=Host(\`chat.example.com\`)
                - traefik.http.services.chat.loadbalancer.server.port=3000
                - traefik.http.services.chat.loadbalancer.sticky.cookie.name=chat
        `,
        Dockerfile: DOCKERFILE,
        'server.js': SERVER,
      },
    ],
  },
})

type Verdict =
  | { readonly state: 'sticky' }
  | { readonly state: 'missing'; readonly at: Balancing['at']; readonly what: string }
  | { readonly state: 'unknown'; readonly because: string }

/** Libraries that send a client to the same process of a cluster: https://socket.io/docs/v4/using-multiple-nodes/#using-nodejs-cluster */
const STICKY_PACKAGES = ['@socket.io/sticky', '@socket.io/pm2', 'sticky-session']

function verdictOf(
  service: Service,
  instances: Instances & { readonly state: 'several' },
  routes: readonly Balancing[],
): Verdict {
  const shared = service.workloads.find(isClustered)
  if (shared?.pm2 && !STICKY_PACKAGES.some(name => service.packages.has(name))) {
    const what = `PM2 hands connections to ${service.name} in turn to ${instances.text}, and Socket.IO begins with polling`
    return { state: 'missing', at: shared.pm2.instances.at, what }
  }
  // One that is for sockets says how they go; others may go as they like.
  const forSockets = routes.filter(({ route }) => /socket|ws|live|realtime/i.test(route.path.text))
  const asked = forSockets.length > 0 ? forSockets : routes
  if (asked.some(({ sticky }) => sticky === true)) return { state: 'sticky' }
  const [first] = asked
  if (!first)
    return { state: 'unknown', because: `what stands in front of the instances of ${service.name} is not known` }
  const loose = asked.find(({ sticky }) => sticky === false)
  if (!loose || asked.some(({ sticky }) => sticky === undefined))
    return { state: 'unknown', because: `how ${first.proxy.name} chooses an instance of ${service.name} is not known` }
  return {
    state: 'missing',
    at: loose.at,
    what: `${nameOf(loose)} sends clients of ${service.name} to any of ${instances.text} (${loose.method}), and Socket.IO begins with polling`,
  }
}

function isClustered({ pm2 }: Workload): boolean {
  if (!pm2?.mode.known || pm2.mode.value !== 'cluster') return false
  return pm2.perProcessor || (pm2.instances.known && pm2.instances.value > 1)
}

function nameOf({ proxy }: Balancing): string {
  return proxy.workloads[0]?.name ?? proxy.name
}
