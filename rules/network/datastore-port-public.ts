import { CLOSED_ON_SWARM, closing, through } from '../../src/model/published-words.js'
import type { PublishedPort, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const KUBERNETES_WHY =
  'A LoadBalancer, a NodePort or a host port opens the store beyond the cluster, past every NetworkPolicy for its pods. Databases that answer to the internet are found by scanners within hours.'

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
    'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
  ],
  check({ system, pass, fail, unverified }) {
    for (const store of system.workloads) {
      if (!keepsData(store)) continue
      pass(store)
      for (const port of store.published) {
        if (isAdministration(store, port)) continue
        const number = port.container.known ? port.container.value : undefined
        if (port.reach === 'unknown')
          unverified(store, port, 'the bind address of a published port is set outside the repository')
        else if (port.reach === 'any') {
          const open =
            store.platform === 'swarm'
              ? CLOSED_ON_SWARM
              : `Drop the \`ports\` entry, or bind it to loopback: \`"127.0.0.1:${port.host?.known ? port.host.value : number}:${number}"\`.`
          fail(store, port, `${store.name} (${store.software?.name}) answers any host${through(port)}`, {
            key: `port.${number}`,
            ...(number ? { fix: closing(port) ?? open } : {}),
            ...(port.by ? { why: KUBERNETES_WHY } : {}),
          })
        }
      }
    }
  },
  examples: {
    bad: [
      {
        // A swarm listens on all addresses, whatever one is written.
        Makefile: `
          deploy:
          \tdocker stack deploy -c stack.yml erp
        `,
        'stack.yml': `
          services:
            db:
              image: postgres:17.2
              ports:
                - "127.0.0.1:5432:5432" #! db (PostgreSQL) answers any host on host port 5432
        `,
      },
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
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db
                    image: postgres:17.2
                    ports: [{ name: postgres, containerPort: 5432 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: db }
          spec:
            type: LoadBalancer #! db (PostgreSQL) answers any host through the LoadBalancer of the Service db (port 5432)
            selector: { app: db }
            ports: [{ port: 5432, targetPort: postgres }]
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                containers:
                  - name: cache
                    image: redis:8.0
                    ports:
                      - containerPort: 6379
                        hostPort: 6379 #! cache (Redis) answers any host on port 6379 of its node
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: events }
          spec:
            selector: { matchLabels: { app: events } }
            template:
              metadata: { labels: { app: events } }
              spec:
                containers:
                  - name: events
                    image: rabbitmq:4.1-management
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: events }
          spec:
            type: NodePort #! events (RabbitMQ) answers any host through the NodePort of the Service events (port 5672)
            selector: { app: events }
            ports: [{ name: amqp, port: 5672, nodePort: 30672 }]
        `,
      },
    ],
    good: [
      {
        // Docker publishes no port of a container that is on internal networks alone.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", networks: [back], ports: ["5432:5432"] }
          networks: { back: { internal: true } }
        `,
      },
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
      {
        // An inner load balancer, or one for an inner range, is no door to the world.
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db
                    image: postgres:17.2
                    ports: [{ containerPort: 5432 }]
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: db }
          spec:
            selector: { app: db }
            ports: [{ port: 5432 }]
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                containers:
                  - name: cache
                    image: redis:8.0
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: cache, annotations: { networking.gke.io/load-balancer-type: Internal } }
          spec:
            type: LoadBalancer
            selector: { app: cache }
            ports: [{ port: 6379 }]
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: inner }
          spec:
            selector: { matchLabels: { app: inner } }
            template:
              metadata: { labels: { app: inner } }
              spec:
                containers:
                  - name: inner
                    image: mysql:8.4
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: inner }
          spec:
            type: LoadBalancer
            loadBalancerSourceRanges: [10.0.0.0/8]
            selector: { app: inner }
            ports: [{ port: 3306 }]
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
