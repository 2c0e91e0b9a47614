import type { PublishedPort, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

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
        .flatMap(workload => workload.published.map(port => ({ workload, port })))
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
        const onNodes = later.port.by && earlier.port.by
        const what = onNodes
          ? `the Services ${later.port.by?.name} and ${earlier.port.by?.name} both ask for node port ${later.port.host.value}`
          : `${later.workload.name} and ${earlier.workload.name} both publish host port ${later.port.host.value}`
        fail(deployment, onNodes ? later.port.host : later.port, what, {
          ...(onNodes ? NODE_PORTS : {}),
          key: `${later.workload.name}.${later.port.host.value}`,
          related: [{ at: earlier.port.at, message: `${earlier.workload.name} publishes it here` }],
        })
      }
    }
  },
  examples: {
    bad: [
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
    sameAddress(one.port, other.port)
  )
}

function sameAddress(one: PublishedPort, other: PublishedPort): boolean {
  if (one.reach === 'unknown' || other.reach === 'unknown') return false
  if (one.reach === 'any' || other.reach === 'any') return true
  return one.address === other.address
}
