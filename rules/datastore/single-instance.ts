import { isReferredTo, type Node, nodesOf, peersOf } from '../../src/model/nodes.js'
import { defineRule } from '../../src/rule.js'

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
  refs: ['https://www.postgresql.org/docs/current/high-availability.html', 'https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/', 'https://www.mongodb.com/docs/manual/replication/', 'https://kafka.apache.org/documentation/#replication'],
  check({ system, pass, fail, unverified, implied }) {
    const nodes = nodesOf(system)
    for (const node of nodes) {
      const { workload, replication } = node
      if (!workload.software?.cluster || replication.role === 'watcher' || workload.role === 'tool') continue
      const peers = peersOf(node, nodes)
      if (isOneOfSeveral(node, peers)) pass(workload)
      else if (replication.state === 'unknown') unverified(workload, workload.at, replication.because)
      else if (replication.state === 'claimed') implied(workload, 'datastore/replica-not-wired')
      else {
        const severity = workload.role === 'cache' ? 'low' : 'high'
        const how = workload.software.cluster.how
        fail(workload, workload.at, `${workload.name} (${workload.software.name}) is the only node of its data`, {
          severity,
          fix: `Add a second node: ${how}. Or use a managed service with more than one zone.`,
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
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            cache: { image: "redis:8.0" }
            cache-replica: { image: "redis:8.0", command: redis-server --replicaof cache 6379 }
            db: { image: "bitnamilegacy/postgresql:16", environment: { POSTGRESQL_REPLICATION_MODE: master, POSTGRESQL_REPLICATION_USER: repl, POSTGRESQL_REPLICATION_PASSWORD: "\${REPL}" } }
            db-standby: { image: "bitnamilegacy/postgresql:16", environment: { POSTGRESQL_REPLICATION_MODE: slave, POSTGRESQL_MASTER_HOST: db, POSTGRESQL_REPLICATION_USER: repl, POSTGRESQL_REPLICATION_PASSWORD: "\${REPL}" } }
        `,
      },
    ],
  },
})

function isOneOfSeveral(node: Node, peers: readonly Node[]): boolean {
  const replicas = node.workload.replicas?.known ? node.workload.replicas.value : 1
  if (node.replication.state === 'wired' && (peers.length > 0 || replicas > 1)) return true
  return isReferredTo(node, peers)
}
