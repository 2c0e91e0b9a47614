import { brokerCount, type KafkaServer, kafkaBrokersOf } from '../../src/model/datastore/kafka.js'
import { isReferredTo, type Node, nodesOf, peersOf, serversThatAreAlone } from '../../src/model/nodes.js'
import { holdsTelemetry } from '../../src/model/protection.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

const WITHOUT_DATA =
  'It keeps nothing that could be lost for good; but when its only node or host fails, what its clients send each other is lost until somebody starts it again, and every upgrade is an outage.'

export default defineRule({
  id: 'datastore/single-instance',
  title: 'A datastore has no second node',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'days',
  why: 'When its only node or host fails, everything that needs the data stops until somebody repairs or restores it, and every upgrade is an outage.',
  fix: 'Run a standby or a cluster that takes over, or use a managed service with more than one zone.',
  refs: [
    'https://www.postgresql.org/docs/current/high-availability.html',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/',
    'https://www.mongodb.com/docs/manual/replication/',
    'https://kafka.apache.org/documentation/#replication',
  ],
  check({ system, pass, fail, unverified, implied }) {
    const nodes = nodesOf(system)
    const brokers = kafkaBrokersOf(system)
    for (const node of nodes) {
      const { workload, replication } = node
      if (!workload.software?.cluster || replication.role === 'watcher') continue
      // A client, a task that ends.
      if (workload.role === 'tool' || workload.role === 'job') continue
      const peers = peersOf(node, nodes)
      const several = brokersBeside(workload, brokers) ?? isOneOfSeveral(node, peers)
      // A replica set of which nobody has made one is as many single servers.
      if (
        several &&
        workload.software.id === 'mongodb' &&
        !workload.pod?.operator &&
        replication.role === 'member' &&
        system.replicaSetInitiations.length === 0
      )
        implied(workload, 'mongodb/replica-set-not-initiated')
      else if (several) pass(workload)
      else if (serversThatAreAlone(node)) implied(workload, 'datastore/replica-not-wired')
      else if (several === undefined && replication.state === 'unknown')
        unverified(workload, workload.at, replication.because)
      else if (replication.state === 'claimed') implied(workload, 'datastore/replica-not-wired')
      else {
        const severity = workload.role === 'cache' || holdsTelemetry(workload, system) ? 'low' : 'high'
        const how = workload.software.cluster.how
        const passesOn = keepsNothing(workload)
        const what = passesOn ? 'is the only node of what passes through it' : 'is the only node of its data'
        fail(workload, workload.at, `${workload.name} (${workload.software.name}) ${what}`, {
          severity,
          ...(passesOn && { why: WITHOUT_DATA }),
          fix: workload.pod?.operator
            ? `Ask for ${workload.software.cluster.nodes} nodes in this ${workload.pod.kind}: ${workload.pod.operator} wires them.`
            : `Add a second node: ${how}${/managed service/.test(how) ? '' : ', or a managed service'}.`,
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: #! db (PostgreSQL) is the only node of its data
              image: postgres:17.2
            documents: #! documents (MongoDB) is the only node
              image: mongo:8.0
            messages: #! messages (NATS) is the only node of what passes through it
              image: nats:2.12
              command: [-m, "8222"]
            streams: #! streams (NATS) is the only node of its data
              image: nats:2.12
              command: [-js]
        `,
      },
      {
        'compose.yaml': `
          services:
            zookeeper: #! zookeeper (Apache ZooKeeper) is the only node
              image: confluentinc/cp-zookeeper:7.9.0
            kafka: #! kafka (Apache Kafka) is the only node
              image: confluentinc/cp-kafka:7.9.0
              environment: { KAFKA_BROKER_ID: 1, KAFKA_ZOOKEEPER_CONNECT: "zookeeper:2181" }
              deploy: { replicas: 3 }
            primary: #! primary (PostgreSQL) is the only node
              image: bitnamilegacy/postgresql:16
              environment: { POSTGRESQL_REPLICATION_MODE: master }
            cache: #! cache (Redis) is the only node
              image: redis:8.0
              volumes: ["./redis.conf:/usr/local/etc/redis/redis.conf:ro"]
              command: redis-server /usr/local/etc/redis/redis.conf
        `,
        'redis.conf': 'maxmemory 256mb\n# replicaof primary 6379\n',
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db #! db (PostgreSQL) is the only node of its data
                    image: postgres:17.2
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata:
            name: orders #! orders (PostgreSQL) is the only node of its data
          spec: { instances: 1, storage: { size: 10Gi } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          x-kafka: &kafka { KAFKA_ZOOKEEPER_CONNECT: "zookeeper.internal.example:2181" }
          services:
            k1: { image: "confluentinc/cp-kafka:7.9.0", environment: { <<: *kafka, KAFKA_BROKER_ID: 1 } }
            k2: { image: "confluentinc/cp-kafka:7.9.0", environment: { <<: *kafka, KAFKA_BROKER_ID: 2 } }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DATABASE_URL: "postgresql://erp:\${PW}@erp.abc123.eu-central-1.rds.amazonaws.com/erp" } }
            db: { image: "postgres:17.2", volumes: ["./postgresql.conf:/etc/postgresql/postgresql.conf:ro"], command: postgres -c config_file=/etc/postgresql/postgresql.conf }
            standby: { image: "postgres:17.2", entrypoint: [bash, /standby.sh], environment: { PRIMARY_HOST: db }, volumes: ["./standby.sh:/standby.sh:ro"] }
        `,
        'postgresql.conf': 'max_connections = 200\n',
        'standby.sh': 'pg_basebackup -h "$PRIMARY_HOST" -D "$PGDATA" -R && exec docker-entrypoint.sh postgres\n',
      },
      {
        'compose.yaml': `
          services:
            cache: { image: "redis:8.0" }
            cache-replica: { image: "redis:8.0", command: redis-server --replicaof cache 6379 }
            db: { image: "bitnamilegacy/postgresql:16", environment: { POSTGRESQL_REPLICATION_MODE: master, POSTGRESQL_REPLICATION_USER: repl, POSTGRESQL_REPLICATION_PASSWORD: "\${REPL}" } }
            db-standby: { image: "bitnamilegacy/postgresql:16", environment: { POSTGRESQL_REPLICATION_MODE: slave, POSTGRESQL_MASTER_HOST: db, POSTGRESQL_REPLICATION_USER: repl, POSTGRESQL_REPLICATION_PASSWORD: "\${REPL}" } }
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: { name: db }
          spec: { instances: 3, storage: { size: 10Gi } }
          ---
          apiVersion: kafka.strimzi.io/v1
          kind: KafkaNodePool
          metadata: { name: brokers, labels: { strimzi.io/cluster: events } }
          spec: { replicas: 3, roles: [controller, broker] }
          ---
          apiVersion: kafka.strimzi.io/v1
          kind: Kafka
          metadata: { name: events }
          spec: { kafka: { version: 4.1.1 } }
          ---
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
                    env: [{ name: DATABASE_URL, valueFrom: { secretKeyRef: { name: api, key: url } } }]
        `,
      },
    ],
  },
})

/** True or false where its settings tell; undefined where a file or a value outside the repository may. */
function isOneOfSeveral(node: Node, peers: readonly Node[]): boolean | undefined {
  const { workload, replication } = node
  const wired = peers.filter(peer => peer.replication.state === 'wired')
  if (isReferredTo(node, peers)) return true
  if (replication.state === 'unknown') return undefined
  if (replication.state !== 'wired') return false
  if (replication.role === 'primary')
    return wired.some(peer => peer.replication.role === 'replica' && peer.replication.peers.length === 0)
  if (workload.replicas?.known && workload.replicas.value > 1) return true
  return replication.role === 'replica'
    ? peers.length > 0
    : peers.some(peer => peer.replication.group === replication.group)
}

/** Brokers are counted by node ids: three replicas with one id are no cluster. */
function brokersBeside(workload: Workload, brokers: readonly KafkaServer[]): boolean | undefined {
  const server = brokers.find(broker => broker.workload === workload)
  const count = server && brokerCount(server, brokers)
  return count === undefined ? undefined : count > 1
}

/** A broker that only passes messages on: NATS without JetStream. */
function keepsNothing(workload: Workload): boolean {
  const facts = serviceFactsOf(workload)
  return workload.role === 'broker' && facts !== undefined && workload.distribution?.keepsData?.(facts) === 'no'
}
