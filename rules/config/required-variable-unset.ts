import { isBefore, isSet, type ServiceFacts } from '../../src/knowledge/facts.js'
import type { RequiredVariables } from '../../src/knowledge/software.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'config/required-variable-unset',
  title: 'A container refuses to start without a variable that nothing sets',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The container exits at once and is restarted for ever. Where the variable is only asked for while the data directory is empty, the day of the restore on a new host is the first day it is missed.',
  fix: 'Set the variable, from a secret if it is one.',
  refs: [
    'https://hub.docker.com/_/postgres',
    'https://hub.docker.com/_/mysql',
    'https://docs.opensearch.org/latest/install-and-configure/install-opensearch/docker/',
  ],
  reads: ['compose', 'kubernetes', 'dotenv'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload)
      const required = workload.distribution?.variables?.required ?? []
      if (!facts || required.length === 0 || !startsServer(workload)) continue
      pass(workload)
      const absent = workload.environmentFiles?.find(file => !file.present)
      for (const group of required) {
        if (!applies(group, facts) || group.anyOf.some(name => isSet(facts, name))) continue
        const names = listOf(group.anyOf).replace(/ and ([^ ]+)$/, ' or $1')
        // A Secret is rightly not in the repository, and the container waits until it exists.
        if (absent && workload.pod) continue
        if (absent) unverified(workload, absent.at, `${absent.path} is not in the repository; it may set ${names}`)
        else if (
          facts.configMounted &&
          group.firstStartOnly !== true &&
          group.anyOf.length > 0 &&
          workload.ownFiles?.complete === false
        )
          unverified(workload, workload.at, `a mounted file that is not in the repository may stand for ${names}`)
        else {
          const when = group.firstStartOnly ? 'does not start on an empty data directory' : 'does not start'
          const empty = group.anyOf.map(name => workload.environment.get(name)).find(variable => variable !== undefined)
          fail(
            workload,
            empty?.keyAt ?? workload.at,
            `${workload.name} ${when}: ${group.anyOf.length > 1 ? 'none of ' : ''}${listOf(group.anyOf)} is ${empty ? 'set to anything' : 'set'}`,
            {
              key: group.anyOf[0] ?? '',
              fix: `Set ${group.anyOf
                .slice(0, 2)
                .map(name => `\`${name}\``)
                .join(' or ')} in \`environment:\` (${group.source}).`,
            },
          )
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: #! db does not start on an empty data directory: none of POSTGRES_PASSWORD
              image: postgres:17.2
              environment: { POSTGRES_USER: erp }
            standby: #! standby does not start on an empty data directory
              image: postgres:17.2
              environment: { PGUSER: copy, PGPASSWORD: "\${COPY_PASSWORD}" }
              command: postgres -c hot_standby=on
            orders: #! orders does not start on an empty data directory
              image: mysql:8.4
              environment: [MYSQL_DATABASE=orders]
            pool: #! pool does not start: DATABASES_HOST is set
              image: pgbouncer/pgbouncer:1.15.0
              environment: { DB_HOST: db }
            broker: #! broker does not start
              image: confluentinc/cp-kafka:8.0.0
              environment: { KAFKA_PROCESS_ROLES: "broker,controller" }
            other:
              image: postgres:17.2
              environment:
                POSTGRES_PASSWORD: "" #! other does not start
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
                  - name: db #! db does not start on an empty data directory
                    image: postgres:17.2
                    env: [{ name: POSTGRES_USER, value: erp }]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD_FILE: /run/secrets/db } }
            db-2: { image: "postgres:17.2", environment: { POSTGRES_PASSWORD: "\${DB_PASSWORD}" } }
            db-3: { image: "postgres:17.2", env_file: db.env }
            db-4: { image: "bitnami/postgresql:17.2", environment: { POSTGRESQL_PASSWORD: "\${DB_PASSWORD}" } }
            dump: { image: "postgres:17.2", command: sh -c 'while true; do pg_dump -h db erp > /out; sleep 3600; done' }
            patroni: { image: "postgres:17.2", entrypoint: ["/usr/bin/patroni", "/etc/patroni.yml"] }
            trust: { image: "postgres:17.2", environment: [POSTGRES_HOST_AUTH_METHOD=trust] }
            orders: { image: "mysql:8.4", environment: { MYSQL_RANDOM_ROOT_PASSWORD: "yes" } }
        `,
        'db.env': 'POSTGRES_PASSWORD=k9mVq2pX7wLz',
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
                  - name: db
                    image: postgres:17.2
                    env: [{ name: POSTGRES_PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }]
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
                    envFrom: [{ secretRef: { name: ledger } }]
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: { name: orders }
          spec: { instances: 3, storage: { size: 10Gi } }
        `,
      },
    ],
  },
})

/** Whether the image's own entrypoint starts its own server: something else may need none of it. */
function startsServer({ start }: Workload): boolean {
  if (!start) return true
  if (start.replacesEntrypoint || start.shell) return false
  const [first] = start.argv
  return (
    typeof first === 'string' &&
    /^-|(?:^|\/)(?:docker-entrypoint\.sh|postgres|mysqld|mariadbd|mongod|redis-server|valkey-server|rabbitmq-server|opensearch|elasticsearch|pgbouncer|clickhouse-server|neo4j|influxd|cassandra)$/.test(
      first,
    )
  )
}

function applies(group: RequiredVariables, facts: ServiceFacts): boolean {
  if (group.from && isBefore(facts.version, group.from) !== false) return false
  if (group.before && isBefore(facts.version, group.before) !== true) return false
  return !group.unless?.some(({ variable, values }) => {
    const value = facts.environment(variable)
    return value === null || (value !== undefined && values.includes(value.toLowerCase()))
  })
}
