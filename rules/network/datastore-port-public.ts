import type { PublishedPort, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'network/datastore-port-public',
  title: 'A datastore port is open to any host',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 8.6,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Docker binds "5432:5432" to all interfaces and writes its own firewall rules, past ufw and firewalld. Databases that answer to the internet are found by scanners within hours.',
  fix: 'Drop `ports` (services of one network reach each other without it), or bind to loopback: `"127.0.0.1:5432:5432"`. In Kubernetes use a ClusterIP Service.',
  refs: [
    'https://docs.docker.com/engine/network/packet-filtering-firewalls/',
    'https://docs.docker.com/engine/network/port-publishing/',
  ],
  check({ system, pass, fail, unverified }) {
    for (const store of system.workloads) {
      if (!keepsData(store)) continue
      pass(store)
      for (const port of store.published) {
        if (isAdministration(store, port)) continue
        const number = port.container.known ? port.container.value : undefined
        const where = port.host?.known ? ` on host port ${port.host.value}` : ''
        if (port.reach === 'unknown')
          unverified(store, port, 'the bind address of a published port is set outside the repository')
        else if (port.reach === 'any') {
          const fix = `Drop the \`ports\` entry, or bind it to loopback: \`"127.0.0.1:${port.host?.known ? port.host.value : number}:${number}"\`.`
          fail(store, port, `${store.name} (${store.software?.name}) answers any host${where}`, {
            key: `port.${number}`,
            ...(number ? { fix } : {}),
          })
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              ports:
                - "5432:5432" #! db (PostgreSQL) answers any host on host port 5432
            cache:
              image: redis:8.0
              ports:
                - target: 6379 #! cache (Redis) answers any host
                  published: "6380"
            search:
              image: elasticsearch:8.19.0
              ports:
                - "0.0.0.0:9200:9200" #! search (Elasticsearch) answers any host on host port 9200
                - "[::]:9300:9300" #! search (Elasticsearch) answers any host on host port 9300
            events:
              image: bitnami/kafka:3.9.0
              ports:
                - "9094" #! events (Apache Kafka) answers any host
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", ports: ["127.0.0.1:5432:5432"] }
            cache: { image: "redis:8.0", expose: ["6379"] }
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["8080:8080"] }
            inner: { image: "mysql:8.4", ports: [{ target: 3306, published: "3306", host_ip: 127.0.0.1 }] }
            lan: { image: "mongo:8.0", ports: ["10.0.0.5:27017:27017"] }
            files: { image: "minio/minio:RELEASE.2025-04-22T22-12-26Z", command: server /data, ports: ["9000:9000"] }
            queue: { image: "rabbitmq:4.1-management", ports: ["15692:15692"] }
        `,
        'compose.dev.yaml': `
          services:
            db: { image: "postgres:17.2", ports: ["5432:5432"] }
        `,
      },
    ],
  },
})

/** A pooler is a door to its database. An object store serves files to users by design; what else is open on it is its console. */
function keepsData(workload: Workload): boolean {
  const { role, software } = workload
  if (software?.kind === 'pooler') return true
  return (
    (role === 'datastore' || role === 'cache' || role === 'broker' || role === 'search') &&
    software?.kind !== 'object-store'
  )
}

function isAdministration(store: Workload, port: PublishedPort): boolean {
  const number = port.container.known ? port.container.value : undefined
  const purpose = store.software?.ports.find(one => one.port === number)?.purpose
  return purpose === 'admin' || purpose === 'web' || purpose === 'metrics'
}
