import { goneIn, isBefore, type ServiceFacts } from '../../src/knowledge/facts.js'
import { isSecretName } from '../../src/knowledge/secrets.js'
import type { VariableFacts } from '../../src/knowledge/software.js'
import { settingByCommand } from '../../src/model/command-settings.js'
import { readsItself } from '../../src/model/reads-variable.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import { isMeantFor, takersOfWhole } from '../../src/model/shared-variables.js'
import type { EnvironmentVariable, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'config/variable-ignored-by-image',
  title: 'A variable is set that the image does not read',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The file says that the limit, the password or the replication is set, and the program runs with its default. Nobody looks for the cause there when it fails.',
  fix: 'Use the setting that this image reads.',
  refs: [
    'https://hub.docker.com/_/postgres',
    'https://hub.docker.com/r/pgbouncer/pgbouncer',
    'https://hub.docker.com/_/redis',
    'https://docs.confluent.io/platform/current/installation/docker/config-reference.html',
  ],
  reads: ['compose', 'kubernetes', 'dotenv'],
  check({ system, pass, fail, unverified }) {
    const takers = takersOfWhole(system)
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload)
      const variables = workload.distribution?.variables
      if (!facts || !variables) continue
      pass(workload)
      const found = [...workload.environment.values()].flatMap(variable => {
        const why = isMeantFor(variable, workload, takers) ? reasonFor(variable.name, variables, facts) : undefined
        return why && !isGivenOtherwise(variable, workload) ? [{ variable, why }] : []
      })
      const commands = found.flatMap(({ why }) => why.instead ?? [])
      for (const { variable, why } of found) {
        const reads = readsItself(workload, variable.name)
        if (reads === undefined)
          unverified(workload, variable.keyAt, `whether a script of its own reads ${variable.name} is not known`)
        else if (!reads)
          fail(workload, variable.keyAt, `${workload.name}: ${variable.name} has no effect; ${why.because}`, {
            key: variable.name,
            fix: fixOf(why, commands, workload),
          })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:15-alpine
              environment:
                POSTGRES_PASSWORD: "\${DB_PASSWORD}"
                POSTGRES_MAX_CONNECTIONS: 200 #! db: POSTGRES_MAX_CONNECTIONS has no effect
                POSTGRES_SHARED_BUFFERS: 256MB #! POSTGRES_SHARED_BUFFERS
                POSTGRES_EFFECTIVE_CACHE_SIZE: 1GB #! POSTGRES_EFFECTIVE_CACHE_SIZE
            db-replica:
              image: postgres:15-alpine
              environment:
                - POSTGRES_PASSWORD=\${DB_PASSWORD}
                - POSTGRES_REPLICATION_MODE=slave #! sets up no replication
                - POSTGRES_MASTER_HOST=db #! POSTGRES_MASTER_HOST
            vectors:
              image: pgvector/pgvector:0.8.0-pg17
              environment:
                POSTGRES_PASSWORD: "\${DB_PASSWORD}"
                POSTGRES_WORK_MEM: 64MB #! POSTGRES_WORK_MEM
            own:
              build: ./own
              environment: { MAX_CONNECTIONS: 400 } #! own: MAX_CONNECTIONS
        `,
        'own/Dockerfile': `
          FROM postgres:17.2
          COPY seed.sql /docker-entrypoint-initdb.d/
        `,
        'own/seed.sql': 'CREATE TABLE t (id int);',
      },
      {
        'compose.yaml': `
          services:
            pool:
              image: pgbouncer/pgbouncer:1.15.0
              environment:
                DATABASES_HOST: db
                DATABASES_DATABASE: erp #! DATABASES_DBNAME
                POOL_MODE: transaction #! pool: POOL_MODE has no effect
                MAX_CLIENT_CONN: 1000 #! MAX_CLIENT_CONN
                DEFAULT_POOL_SIZE: 25 #! DEFAULT_POOL_SIZE
            pool-2:
              image: edoburu/pgbouncer:v1.24.1-p1
              environment: { DB_HOST: db, PGBOUNCER_POOL_MODE: transaction } #! PGBOUNCER_POOL_MODE
            cache:
              image: redis:7.4-alpine
              environment:
                REDIS_PASSWORD: "\${REDIS_PASSWORD}" #! cache: REDIS_PASSWORD has no effect
                REDIS_MAXMEMORY: 512mb #! REDIS_MAXMEMORY
            broker:
              image: confluentinc/cp-kafka:7.9.0
              environment:
                KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://broker:9092
                KAFKA_REPLICATION_FACTOR: 2 #! KAFKA_REPLICATION_FACTOR
                KAFKA_CFG_NUM_PARTITIONS: 6 #! KAFKA_CFG_NUM_PARTITIONS
            log:
              image: apache/kafka:4.1.0
              env_file: log.env
            search:
              image: opensearchproject/opensearch:2.19.0
              environment: { ES_JAVA_OPTS: -Xms1g -Xmx1g } #! OPENSEARCH_JAVA_OPTS
        `,
        'log.env': `
          KAFKA_NODE_ID=1
          KAFKA_ZOOKEEPER_CONNECT=zookeeper:2181 #! log: KAFKA_ZOOKEEPER_CONNECT
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: db }
          data:
            POSTGRES_DB: erp
            POSTGRES_MAX_CONNECTIONS: "300" #! db: POSTGRES_MAX_CONNECTIONS has no effect
          ---
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
                    envFrom: [{ configMapRef: { name: db } }]
                    env:
                      - name: POSTGRES_SHARED_BUFFERS #! db: POSTGRES_SHARED_BUFFERS has no effect
                        value: 1GB
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:15-alpine
              env_file: shared.env
              environment: { POSTGRES_PASSWORD: "\${DB_PASSWORD}", POSTGRES_MAX_CONNECTIONS: 200, POSTGRES_REPLICATION_USER: copy }
              command: sh -c 'exec docker-entrypoint.sh postgres -c max_connections=$$POSTGRES_MAX_CONNECTIONS'
              volumes: ["./init:/docker-entrypoint-initdb.d:ro"]
            cache:
              image: redis:7.4-alpine
              env_file: shared.env
              environment: { REDIS_PASSWORD: "\${REDIS_PASSWORD}" }
              command: redis-server --requirepass \${REDIS_PASSWORD}
            documents:
              image: mongo:8.0
              command: [--replSet, rs0]
              environment: { MONGO_REPLICA_SET_NAME: rs0 }
            cache-2:
              image: bitnami/redis:7.4
              environment: { REDIS_PASSWORD: "\${REDIS_PASSWORD}" }
            api:
              image: ghcr.io/acme/api:1.4.0
              env_file: shared.env
              environment: { POSTGRES_MAX_CONNECTIONS: 200 }
            pool:
              image: edoburu/pgbouncer:v1.24.1-p1
              environment: { DB_HOST: db, POOL_MODE: transaction }
        `,
        'shared.env': `
          REDIS_MAXMEMORY=512mb
          POSTGRES_SHARED_BUFFERS=1GB
        `,
        'init/replica.sh': 'createuser --replication "$POSTGRES_REPLICATION_USER"',
      },
      {
        // What several take is meant for another of them.
        'k8s/all.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: settings }
          data:
            POSTGRES_MAX_CONNECTIONS: "300"
          ---
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
                    envFrom: [{ configMapRef: { name: settings } }]
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
                    envFrom: [{ configMapRef: { name: settings } }]
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: ledger }
          spec:
            selector: { matchLabels: { app: ledger } }
            template:
              metadata: { labels: { app: ledger } }
              spec:
                containers:
                  - name: ledger
                    image: postgres:17.2
                    args: [-c, max_connections=$(POSTGRES_MAX_CONNECTIONS)]
                    env: [{ name: POSTGRES_MAX_CONNECTIONS, value: "300" }]
        `,
      },
    ],
  },
})

interface Reason {
  readonly because: string
  readonly fix: string
  /** The name or command to use in its place. */
  readonly instead?: string
  readonly source?: string
}

/** One command for all that is to be set by it. */
function fixOf({ fix, instead, source }: Reason, commands: readonly string[], workload: Workload): string {
  const typed = instead === undefined ? undefined : settingByCommand(instead, commands, workload)
  return typed === undefined ? fix : `${typed} (${source}).`
}

function reasonFor(name: string, variables: VariableFacts, facts: ServiceFacts): Reason | undefined {
  const ignored = variables.ignored.find(
    each => each.pattern.test(name) && (each.from === undefined || isBefore(facts.version, each.from) === false),
  )
  if (ignored) {
    const { pattern } = ignored
    const instead = pattern instanceof RegExp ? name.replace(pattern, ignored.instead) : ignored.instead
    const value = facts.environment(name)
    const shown =
      value && /^[\w.:%/-]{1,40}$/.test(value) && !isSecretName(name) ? instead.replaceAll('<value>', value) : instead
    const { because } = ignored
    return { because, fix: `${advice(shown)} (${variables.source}).`, instead: shown, source: variables.source }
  }
  const gone = goneIn(facts.distribution, facts.version).find(each => each.variable === name)
  if (gone) return { because: gone.because, fix: `Use ${gone.instead} (${gone.source}).` }
  if (variables.refused.some(each => each.pattern.test(name))) return undefined
  const prefix = variables.prefixes.find(each => name.startsWith(each))
  if (prefix === undefined || readBy(name, variables)) return undefined
  return {
    because: `the image reads no variable of that name behind ${prefix}`,
    fix: `Look up the name in ${variables.source}.`,
  }
}

/** A name or a line to type is set off; words stay words. */
function advice(instead: string): string {
  if (/^[A-Z][A-Z0-9_]+$|^[\w.]+: /.test(instead)) return `Use \`${instead}\` instead`
  return /^[a-z]+ /.test(instead) ? `${instead.charAt(0).toUpperCase()}${instead.slice(1)}` : `Use ${instead} instead`
}

function readBy(name: string, variables: VariableFacts): boolean {
  return variables.reads.some(each => (typeof each === 'string' ? each === name : each.test(name)))
}

/** The same `${X}` or the same value stands in the command, so that what is wanted is in force all the same. */
function isGivenOtherwise(variable: EnvironmentVariable, workload: Workload): boolean {
  const words = workload.start?.argv ?? []
  const names = new Set([variable.name, ...variable.uses.map(use => use.name)])
  const inText = words.some(
    word => word !== null && [...names].some(name => word.includes(`\${${name}`) || word.includes(`$${name}`)),
  )
  if (inText) return true
  const value = variable.value.known ? variable.value.value : ''
  return value.length >= 2 && words.some(word => word?.split('=').includes(value) === true)
}
