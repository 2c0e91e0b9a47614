import type { PublishedPort, Workload } from '../../src/model/system.js'
import { nameWords } from '../../src/paths.js'
import { defineRule } from '../../src/rule.js'

/** Why and what where no container publishes a port, but programs listen on the host itself. */
const ON_HOST = {
  fix: 'Give each of them a port of its own (`PORT`), and the proxy its new address.',
  why: 'A port can be bound once: whichever program starts second ends with EADDRINUSE, or in the cluster mode of PM2 takes a share of the requests for the other.',
}

const NODE_PORTS = {
  fix: 'Leave `nodePort` out, and the cluster picks one that is free; or give one of the two another.',
  why: 'A node port is given once in a cluster: the API server refuses the second Service ("provided port is already allocated"), and what it should lead to is not reached.',
}

export default defineRule({
  id: 'network/port-conflict',
  title: 'Two workloads publish the same host port',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A host port can be bound once: whichever container starts second fails with "port is already allocated", and which one that is changes from start to start.',
  fix: 'Give one of them another host port, or publish neither and let the proxy reach both over the network.',
  refs: ['https://docs.docker.com/engine/network/port-publishing/'],
  check({ system, pass, fail }) {
    for (const deployment of system.deployments) {
      if (deployment.purpose !== 'production') continue
      const published = system.workloads
        .filter(workload => workload.deployment === deployment.id)
        .flatMap(workload => [...workload.published, ...onHostNetwork(workload)].map(port => ({ workload, port })))
        .filter(({ workload }) => workload.platform !== 'pm2' || !isWorker(workload.name))
        // A port of a node is taken by pods that the scheduler keeps apart; a node port belongs to the whole cluster.
        .filter(({ port }) => port.host?.known && port.by?.kind !== 'hostPort')
      if (published.length === 0) continue
      pass(deployment)
      const byPort = new Map<number, Published[]>()
      for (const later of published) {
        const onPort = later.port.host?.known ? (byPort.get(later.port.host.value) ?? []) : []
        if (later.port.host?.known) byPort.set(later.port.host.value, onPort)
        const earlier = onPort.find(one => collide(one, later))
        onPort.push(later)
        if (!earlier || !later.port.host?.known) continue
        const listens = isOnHost(later.workload) && isOnHost(earlier.workload)
        const onNodes = later.port.by && earlier.port.by
        const what = onNodes
          ? `the Services ${later.port.by?.name} and ${earlier.port.by?.name} both ask for node port ${later.port.host.value}`
          : `${later.workload.name} and ${earlier.workload.name} both ${listens ? 'listen on' : 'publish'} host port ${later.port.host.value}`
        fail(deployment, onNodes ? later.port.host : later.port, what, {
          ...(onNodes ? NODE_PORTS : listens ? ON_HOST : {}),
          key: `${later.workload.name}.${later.port.host.value}`,
          related: [
            { at: earlier.port.at, message: `${earlier.workload.name} ${listens ? 'is given' : 'publishes'} it here` },
          ],
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              { name: 'api', script: 'api.js', env: { PORT: 3000 } },
              { name: 'web', script: 'web.js', env: { PORT: 3000 } }, //! web and api both listen on host port 3000
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", network_mode: host, environment: { PORT: "3000" } }
            web:
              image: ghcr.io/acme/web:1.4.0
              network_mode: host
              environment:
                PORT: "3000" #! web and api both listen on host port 3000
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["3000:3000"] }
            grafana:
              image: grafana/grafana:12.2.0
              ports:
                - "127.0.0.1:3000:3000" #! grafana and web both publish host port 3000
            syslog: { image: "ghcr.io/acme/syslog:1.0.0", ports: ["514:514/udp"] }
            trap:
              image: ghcr.io/acme/trap:1.0.0
              ports:
                - "514:1514/udp" #! trap and syslog both publish host port 514
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec:
            type: NodePort
            selector: { app: api }
            ports: [{ port: 80, nodePort: 30080 }]
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
                    image: ghcr.io/acme/web:1.4.0
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec:
            type: NodePort
            selector: { app: web }
            ports:
              - port: 80
                nodePort: 30080 #! the Services web and api both ask for node port 30080
        `,
      },
    ],
    good: [
      {
        // A worker that takes over all the settings, and an app that is told another address.
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              { name: 'api', script: 'api.js', env: { PORT: 3000 } },
              { name: 'mail-worker', script: 'worker.js', env: { PORT: 3000 } },
              { name: 'web', script: 'web.js', env: { PORT: 3001 } },
              { name: 'admin', script: 'admin.js', env: { PORT: 3002, HOST: '127.0.0.1' } },
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["127.0.0.1:3000:3000", "53:53/tcp"] }
            grafana: { image: "grafana/grafana:12.2.0", ports: ["10.0.0.5:3000:3000"] }
            dns: { image: "ghcr.io/acme/dns:1.0.0", ports: ["53:53/udp"] }
            docs: { image: "ghcr.io/acme/docs:1.0.0", ports: ["3000:80"], profiles: [docs] }
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["8080"] }
            workers: { image: "ghcr.io/acme/api:1.4.0", ports: ["9000-9002:8080"], scale: 3 }
            more: { image: "ghcr.io/acme/api:1.4.0", ports: ["9001-9003:8080"] }
        `,
      },
      {
        // Each load balancer has an address of its own; pods with host ports are placed on different nodes.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: DaemonSet
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    ports: [{ containerPort: 80, hostPort: 80 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec:
            type: LoadBalancer
            selector: { app: api }
            ports: [{ port: 80 }]
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
                    image: ghcr.io/acme/web:1.4.0
                    ports: [{ containerPort: 80, hostPort: 80 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec:
            type: LoadBalancer
            selector: { app: web }
            ports: [{ port: 80 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: both }
          spec:
            type: NodePort
            selector: { app: web }
            ports: [{ port: 80, nodePort: 30080 }]
        `,
      },
    ],
  },
})

/** Settings are often copied from app to app: one that only works off a queue is given a port and does not listen. */
function isWorker(name: string): boolean {
  return nameWords(name).some(word =>
    /^(?:\w*workers?|jobs?|cron|queues?|consumers?|scheduler|mailer|sync|beat)$/.test(word),
  )
}

/** Its processes listen on the host: under PM2, and on the network of the host. */
function isOnHost({ platform, networkMode }: Workload): boolean {
  return platform === 'pm2' || (networkMode?.known === true && networkMode.value === 'host')
}

/** The port that a program of one's own is given on the network of the host. A worker may be given one as well and listen to none. */
function onHostNetwork(workload: Workload): readonly PublishedPort[] {
  const { platform, software, role, environment } = workload
  if (platform === 'pm2' || platform === 'kubernetes' || !isOnHost(workload) || software || role !== 'service')
    return []
  const value = environment.get('PORT')?.value
  const port = value?.known && /^\d{1,5}$/.test(value.value) ? Number(value.value) : 0
  if (!value || port === 0) return []
  const fact = { known: true, value: port, at: value.at } as const
  return [{ host: fact, container: fact, protocol: 'tcp', reach: 'any', at: value.at }]
}

interface Published {
  readonly workload: Workload
  readonly port: PublishedPort
}

function collide(one: Published, other: Published): boolean {
  if (
    one.workload === other.workload ||
    // One Service may lead to several workloads.
    (one.port.by !== undefined && one.port.by.name === other.port.by?.name) ||
    one.port.protocol !== other.port.protocol ||
    !one.port.host?.known ||
    !other.port.host?.known
  )
    return false
  // Ranges are for replicas, of which each takes one port.
  return (
    one.port.host.value === other.port.host.value &&
    one.port.hostEnd === undefined &&
    other.port.hostEnd === undefined &&
    sameAddress(one.port, other.port, one.workload.platform === 'pm2')
  )
}

/** What is told no address listens on all of them, which under PM2 is not known to be open. */
function sameAddress(one: PublishedPort, other: PublishedPort, isPm2: boolean): boolean {
  if (isPm2) return one.reach === other.reach
  if (one.reach === 'unknown' || other.reach === 'unknown') return false
  if (one.reach === 'any' || other.reach === 'any') return true
  return one.address === other.address
}
