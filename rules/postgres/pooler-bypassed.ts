import { serversBehind } from '../../src/model/datastore/poolers.js'
import type { Connection, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'postgres/pooler-bypassed',
  title: 'A connection pooler runs and applications go around it',
  category: 'performance',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The pooler only saves connections of the clients that go through it: those that connect to PostgreSQL itself still use up max_connections, and one more instance can lock everybody out.',
  fix: 'Point the connection string of the application at the pooler (host and port), and keep a direct one for migrations only.',
  refs: [
    'https://www.pgbouncer.org/config.html',
    'https://www.pgbouncer.org/features.html',
    'https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/pgbouncer',
  ],
  check({ system, pass, fail, unverified }) {
    for (const pooler of system.workloads) {
      if (pooler.software?.kind !== 'pooler') continue
      const servers = serversBehind(pooler, system)
      if (servers.length === 0) continue
      const around = bypassing(pooler, servers, system)
      const first = around[0]
      if (first) {
        const names = [...new Set(around.map(connection => connection.from.name))]
        fail(
          pooler,
          first,
          `${shortListOf(names)} ${names.length === 1 ? 'connects' : 'connect'} to ${first.to?.name} (${first.variable.name}) and not through ${pooler.name}`,
          {
            fix: `Point ${first.variable.name} of ${shortListOf(names)} at ${pooler.name}:${portOf(pooler)}, and keep a direct connection for migrations only.`,
            related: around.slice(1).map(connection => ({
              at: connection.at,
              message: `${connection.from.name}: ${connection.variable.name}`,
            })),
          },
        )
      } else if (system.connections.some(connection => connection.to === pooler && connection.from !== pooler))
        pass(pooler)
      else unverified(pooler, pooler, `which clients use ${pooler.name} is not in the repository`)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            pgbouncer: { image: "edoburu/pgbouncer:v1.24.1-p1", environment: { DB_HOST: db, DB_USER: erp } }
            api:
              build: ./api
              environment:
                DATABASE_URL: postgresql://erp:\${PW}@db:5432/erp #! api and worker connect to db (DATABASE_URL) and not through pgbouncer
            worker: { build: ./worker, environment: { PGHOST: db } }
            reports: { build: ./reports, environment: { DATABASE_URL: "postgresql://erp:\${PW}@pgbouncer:5432/erp" } }
        `,
      },
      {
        'compose.yaml': `
          services:
            postgres: { image: "postgres:17.2" }
            pool: { image: "pgbouncer/pgbouncer:1.24.1", volumes: ["./pgbouncer.ini:/etc/pgbouncer/pgbouncer.ini:ro"] }
            api:
              build: ./api
              environment:
                - DB_HOST=postgres #! api connects to postgres (DB_HOST) and not through pool
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            standby: { image: "postgres:17.2" }
            pgbouncer: { image: "edoburu/pgbouncer:v1.24.1-p1", environment: { DB_HOST: db } }
            api: { build: ./api, environment: { DATABASE_URL: "postgresql://erp:\${PW}@pgbouncer:5432/erp", DIRECT_URL: "postgresql://erp:\${PW}@db:5432/erp", DATABASE_REPLICA_URL: "postgresql://erp:\${PW}@standby:5432/erp" } }
            migrate: { build: ./api, command: npx prisma migrate deploy, environment: { DATABASE_URL: "postgresql://erp:\${PW}@db:5432/erp" } }
            backup: { image: "prodrigestivill/postgres-backup-local:17", environment: { POSTGRES_HOST: db } }
            exporter: { image: "quay.io/prometheuscommunity/postgres-exporter:v0.18.1", environment: { DATA_SOURCE_URI: "db:5432/erp" } }
            pgadmin: { image: "dpage/pgadmin4:9.8", environment: { PGADMIN_HOST: db } }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            identity-db: { image: "postgres:17.2" }
            pgbouncer: { image: "edoburu/pgbouncer:v1.24.1-p1", environment: { DATABASE_URL: "postgres://erp:\${PW}@db/erp" } }
            api: { build: ./api, environment: { DATABASE_URL: "postgresql://erp:\${PW}@pgbouncer:5432/erp" } }
            keycloak: { image: "quay.io/keycloak/keycloak:26.3", environment: { KC_DB_URL_HOST: identity-db } }
        `,
      },
    ],
  },
})

/** Needs a session of its own, or is not what a pool is for. */
const DIRECT = /DIRECT|MIGRAT|SHADOW|ADMIN|SUPERUSER|LISTEN|NOTIFY|REPLICA|STANDBY|PRIMARY|MASTER|BACKUP/

/**
 * Connections of applications to a pooled server itself. A program with a connection to the pooler as well may have its
 * reasons for the other one; other software than one's own may not work with a pooler.
 */
function bypassing(pooler: Workload, servers: readonly Workload[], system: System): readonly Connection[] {
  const pooled = new Set(
    system.connections.flatMap(connection => (connection.to?.software?.kind === 'pooler' ? [connection.from] : [])),
  )
  return system.connections.filter(
    ({ from, to, variable }) =>
      to !== undefined &&
      servers.includes(to) &&
      from !== pooler &&
      from.deployment === pooler.deployment &&
      isApplication(from) &&
      !pooled.has(from) &&
      !DIRECT.test(variable.name),
  )
}

function isApplication(workload: Workload): boolean {
  const kind = workload.software?.kind
  if (workload.clientOf || (kind !== undefined && kind !== 'runtime')) return false
  return workload.role === 'user-facing' || workload.role === 'service' || workload.role === 'worker'
}

function shortListOf(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : listOf(names)
}

function portOf(pooler: Workload): number | string {
  const set = pooler.environment.get('LISTEN_PORT') ?? pooler.environment.get('PGBOUNCER_LISTEN_PORT')
  if (set?.value.known) return set.value.value
  return pooler.distribution?.id === 'edoburu' ? 5432 : pooler.software?.id === 'pgpool' ? 5432 : 6432
}
