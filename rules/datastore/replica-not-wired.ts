import { isEmptyClaim, nodesOf, peersOf, serversThatAreAlone } from '../../src/model/nodes.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import type { Fact } from '../../src/source.js'

export default defineRule({
  id: 'datastore/replica-not-wired',
  title: 'A node looks like a replica and is not one',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'The second server starts with an empty database of its own. Reads from it miss data, and a failover to it loses everything, while the diagram says that there is a replica.',
  fix: 'Wire the replication with what the image really reads, and check it (`SELECT * FROM pg_stat_replication`, `rs.status()`, `INFO replication`).',
  refs: [
    'https://hub.docker.com/_/postgres',
    'https://www.postgresql.org/docs/current/warm-standby.html',
    'https://redis.io/docs/latest/operate/oss_and_stack/management/replication/',
  ],
  check({ system, pass, fail }) {
    const nodes = nodesOf(system)
    for (const node of nodes) {
      const peers = peersOf(node, nodes)
      const count = serversThatAreAlone(node)
      if (count) judgeCopies(node.workload, count)
      else if (node.replication.state === 'wired') pass(node.workload)
      else if (isEmptyClaim(node, peers)) {
        const { workload, replication } = node
        const setting = replication.by && workload.environment.get(replication.by.name)
        const at = setting ?? workload.start ?? workload
        const what = replication.role === 'primary' ? 'has no replica' : 'is no replica of anything'
        fail(
          workload,
          at,
          `${workload.name} ${what}: ${replication.because}`,
          replication.fix ? { fix: replication.fix } : {},
        )
      }
    }
    for (const workload of system.workloads) judgeClusterJob(workload, system.workloads, pass, fail)

    /** More of the same server are no replicas of it. */
    function judgeCopies(workload: Workload, count: Fact<number> & { readonly known: true }): void {
      fail(
        workload,
        count,
        `${workload.name} starts ${count.value} servers of ${workload.software?.name} that know nothing of each other: each has other data`,
        {
          key: 'replicas',
          fix: `Run one, or let them replicate: ${workload.software?.cluster?.how ?? 'with an operator made for it'}.`,
          why: 'Clients are sent to any of them and find a part of the data; when one is lost, so is what only it had. More servers of a database are replicas only when they are wired together.',
        },
      )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            primary:
              image: postgres:15
              environment:
                POSTGRES_PASSWORD_FILE: /run/secrets/pg
                POSTGRES_REPLICATION_MODE: master #! primary has no replica: POSTGRES_REPLICATION_MODE is not read by this image
            replica-1:
              image: postgres:15
              command: postgres -c hot_standby=on #! replica-1 is no replica of anything: hot_standby=on alone follows no primary
              environment: { PGUSER: replicator, PGPASSWORD: "\${REPLICATION_PASSWORD}" }
            cache: { image: "redis:8.0" }
            cache-2:
              image: redis:8.0
              environment:
                REDIS_REPLICATION_MODE: slave #! cache-2 is no replica of anything: REDIS_REPLICATION_MODE is not read by this image
                REDIS_MASTER_HOST: cache
        `,
      },
      {
        'compose.yaml': `
          services:
            redis: { image: "redis:7.4" }
            redis-cluster:
              image: redis:7.4
              command: redis-cli --cluster create redis-1:6379 redis-2:6379 redis-3:6379 --cluster-replicas 1 #! redis-cluster forms a cluster with redis-1, which no service answers to; it runs no server itself
        `,
      },
      {
        'compose.yaml': `
          services:
            primary:
              image: postgres:17.2
              environment: { POSTGRES_PASSWORD_FILE: /run/secrets/pg }
            standby:
              image: postgres:17.2
              environment:
                POSTGRES_PASSWORD_FILE: /run/secrets/pg
                POSTGRES_REPLICATION_MODE: slave #! standby is no replica of anything
                POSTGRES_MASTER_HOST: primary
        `,
      },
      {
        'compose.yaml': `
          services:
            redis-1: { image: "redis:8.0", command: redis-server --cluster-enabled yes }
            redis-2: { image: "redis:8.0", command: redis-server --cluster-enabled yes }
            redis-3: { image: "redis:8.0", command: redis-server --cluster-enabled yes }
            redis-cluster:
              image: redis:8.0
              command: redis-cli --cluster create redis-1:6379 redis-2:6379 redis-3:6379 --cluster-replicas 1 #! asks for 1 replica of each master on 3 nodes
        `,
      },
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            replicas: 3 #! db starts 3 servers of PostgreSQL that know nothing of each other
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db
                    image: postgres:17.2
        `,
      },
    ],
    good: [
      {
        // A script of one's own may do what the image does not.
        'compose.yaml': `
          services:
            primary: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD_FILE: /run/secrets/pg, POSTGRES_REPLICATION_USER: repl }, volumes: ["./init:/docker-entrypoint-initdb.d:ro"] }
            standby:
              image: postgres:17.2
              entrypoint: [bash, /standby.sh]
              environment: { PRIMARY_HOST: primary, POSTGRES_REPLICATION_MODE: slave }
              volumes: ["./standby.sh:/standby.sh:ro"]
            spare: { image: "postgres:17.2", command: postgres -c hot_standby=on -c max_connections=200, environment: { PGUSER: erp }, volumes: ["./spare.sh:/docker-entrypoint-initdb.d/standby.sh:ro"] }
        `,
        'init/role.sql': 'CREATE ROLE repl WITH REPLICATION LOGIN;',
        'standby.sh': `
          #!/bin/bash
          set -e
          [ -s "$PGDATA/PG_VERSION" ] || pg_basebackup -h "$PRIMARY_HOST" -U repl -D "$PGDATA" -R
          exec docker-entrypoint.sh postgres
        `,
        'spare.sh': `
          pg_basebackup -h primary -U repl -D "$PGDATA" -R
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", command: postgres -c wal_level=replica -c max_wal_senders=3 -c hot_standby=on }
            primary: { image: "bitnamilegacy/postgresql:16", environment: { POSTGRESQL_REPLICATION_MODE: master } }
            standby: { image: "bitnamilegacy/postgresql:16", environment: { POSTGRES_REPLICATION_MODE: slave, POSTGRES_MASTER_HOST: primary } }
            redis-1: { image: "redis:8.0", command: redis-server --cluster-enabled yes }
            redis-2: { image: "redis:8.0", command: redis-server --cluster-enabled yes }
            redis-3: { image: "redis:8.0", command: redis-server --cluster-enabled yes }
            join: { image: "redis:8.0", command: redis-cli --cluster create redis-1:6379 redis-2:6379 redis-3:6379 --cluster-yes, restart: "no" }
        `,
      },
      {
        'compose.yaml': `
          services:
            cache: { image: "redis:8.0" }
            cache-replica: { image: "redis:8.0", command: redis-server --replicaof cache 6379 }
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: documents }
          spec:
            replicas: 3
            selector: { matchLabels: { app: documents } }
            template:
              metadata: { labels: { app: documents } }
              spec:
                containers:
                  - name: documents
                    image: mongo:8.0
                    command: [mongod, --replSet, rs0, --bind_ip_all]
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: { name: db }
          spec: { instances: 3, storage: { size: 10Gi } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: cache }
          spec:
            replicas: 1
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                containers:
                  - name: cache
                    image: redis:8.0
        `,
      },
    ],
  },
})

/** `redis-cli --cluster create` needs three masters, and as many more nodes for each replica that it is asked for. */
function judgeClusterJob(
  workload: Workload,
  workloads: readonly Workload[],
  pass: (subject: Workload) => void,
  fail: (
    subject: Workload,
    at: Workload | NonNullable<Workload['start']>,
    what: string,
    options?: { fix: string },
  ) => void,
): void {
  const words = workload.start?.script
    ? workload.start.script.commands.flatMap(command => command.words)
    : (workload.start?.argv ?? [])
  const create = words.findIndex((word, index) => word === 'create' && words[index - 1] === '--cluster')
  if (create === -1 || !workload.start) return
  const nodes = words
    .slice(create + 1)
    .filter(word => word !== null && /^[\w.-]+:\d+$/.test(word))
    .map(word => (word ?? '').split(':')[0])
  const option = words.indexOf('--cluster-replicas')
  const replicas = option === -1 ? 0 : Number(words[option + 1] ?? 0)
  // Names of pods that a Service makes are not all told by manifests.
  const missing = nodes.find(
    name =>
      workload.platform !== 'kubernetes' &&
      !workloads.some(
        other =>
          other.deployment === workload.deployment &&
          other.networks.some(network => network.aliases.includes(name ?? '')),
      ),
  )
  const needed = 3 * (1 + replicas)
  if (missing !== undefined)
    fail(
      workload,
      workload.start,
      `${workload.name} forms a cluster with ${missing}, which no service answers to; it runs no server itself`,
      {
        fix: `Add the nodes as services with \`redis-server --cluster-enabled yes\`, and run this command once as a job.`,
      },
    )
  else if (nodes.length > 0 && Number.isFinite(replicas) && nodes.length < needed)
    fail(
      workload,
      workload.start,
      `${workload.name} asks for ${replicas} replica of each master on ${nodes.length} nodes, and Redis needs ${needed}`,
      {
        fix: `Run ${needed} nodes with \`--cluster-enabled yes\`, or leave \`--cluster-replicas\` out and use Sentinel for failover.`,
      },
    )
  else pass(workload)
}
