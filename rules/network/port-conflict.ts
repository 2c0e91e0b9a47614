import type { PublishedPort, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

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
        .filter(({ port }) => port.host?.known)
      if (published.length === 0) continue
      pass(deployment)
      const byPort = new Map<number, Published[]>()
      for (const later of published) {
        const onPort = later.port.host?.known ? (byPort.get(later.port.host.value) ?? []) : []
        if (later.port.host?.known) byPort.set(later.port.host.value, onPort)
        const earlier = onPort.find(one => collide(one, later))
        onPort.push(later)
        if (!earlier || !later.port.host?.known) continue
        const what = `${later.workload.name} and ${earlier.workload.name} both publish host port ${later.port.host.value}`
        fail(deployment, later.port, what, {
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
