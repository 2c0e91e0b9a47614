import { protectionsOf } from '../../src/model/protection.js'
import type { Backup, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

/** Servers that hold several databases, which are dumped by name. */
const NAMED = new Set(['postgres', 'mysql', 'mariadb', 'mongodb'])

export default defineRule({
  id: 'backup/covers-other-database',
  title: 'The backup leaves out a database that is in use',
  category: 'disaster-recovery',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A dump takes the databases that it is told to take. One that was renamed, or that came later with a new service, is missing from every copy, and the job reports success all the same.',
  fix: 'Dump every database of the server: `pg_dumpall` or a loop over the names (`for db in erp auth; do pg_dump -Fc -f /backup/$db.dump $db; done`), `mysqldump --all-databases`, `mongodump` without `--db`.',
  refs: [
    'https://www.postgresql.org/docs/current/app-pgdump.html',
    'https://www.postgresql.org/docs/current/app-pg-dumpall.html',
    'https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html',
    'https://www.mongodb.com/docs/database-tools/mongodump/',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'script'],
  check({ system, pass, fail, implied, unverified }) {
    for (const { store, backups } of protectionsOf(system)) {
      const [first] = backups
      if (!NAMED.has(store.software?.id ?? '')) continue
      if (!first) {
        implied(store, 'backup/missing')
        continue
      }
      const dumped = dumpedBy(backups)
      const used = usedIn(store, backups, system)
      const missed = used.names.filter(name => !dumped.names.has(name))
      if (dumped.all || (missed.length === 0 && used.names.length > 0 && used.complete)) pass(store)
      else if (dumped.open) unverified(store, first, `which databases of ${store.name} are dumped is not known`)
      else if (missed.length > 0)
        fail(store, first, messageOf(store, missed, used.names, [...dumped.names]), { key: missed.join('+') })
      else if (isNamedByServer(store, dumped.names)) pass(store)
      else unverified(store, first, `which databases of ${store.name} the services use is not known`)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DATABASE_URL: "postgres://erp:\${PW}@db:5432/erp" } }
            auth: { image: "ghcr.io/acme/auth:1.4.0", environment: { DB_HOST: db, DB_NAME: auth } }
            backup:
              image: postgres:17.2
              command: sh -c "while true; do pg_dump -h db -U erp -f /backup/erp.sql erp; sleep 86400; done" #! auth of db (PostgreSQL) is in no dump: only erp is dumped
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "mysql:8.4" }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DATABASE_URL: "mysql://erp:\${PW}@db:3306/erp_v2" } }
        `,
        'scripts/backup.sh': `
          #!/bin/bash
          set -euo pipefail
          docker compose exec -T db mysqldump -u root erp > /backup/erp.sql #! the services use erp_v2 of db (MySQL), and the dump takes erp
        `,
      },
      {
        // The script says which, in variables of its own.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DATABASE_URL: "postgres://erp:\${PW}@db:5432/erp_v2" } }
        `,
        'scripts/backup.sh': `
          #!/bin/bash
          set -euo pipefail
          OLD=erp_v1
          DB_NAME="\${DB_NAME:-$OLD}"
          docker compose exec -T db pg_dump -U erp -d "\${DB_NAME}" > /backup/erp.sql #! the services use erp_v2 of db (PostgreSQL), and the dump takes erp_v1
        `,
      },
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            serviceName: db
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec: { containers: [{ name: db, image: "mongo:8.0" }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: db }
          spec: { selector: { app: db }, ports: [{ port: 27017 }] }
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
                    env: [{ name: MONGO_URL, value: "mongodb://db:27017/orders" }]
          ---
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: dump }
          spec:
            schedule: "0 3 * * *"
            jobTemplate:
              spec:
                template:
                  spec:
                    restartPolicy: OnFailure
                    containers:
                      - name: dump
                        image: mongo:8.0
                        command: [mongodump, --host, db, --db, erp, --archive=/backup/erp.gz, --gzip] #! the services use orders of db (MongoDB), and the dump takes erp
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DATABASE_URL: "postgres://erp:\${PW}@db:5432/erp?sslmode=disable" } }
            auth: { image: "ghcr.io/acme/auth:1.4.0", environment: { DB_HOST: db, DB_NAME: auth } }
            metrics: { image: "prometheuscommunity/postgres-exporter:v0.18.1", environment: { DATA_SOURCE_NAME: "postgres://m:\${PW}@db:5432/postgres" } }
            backup: { image: "postgres:17.2", command: "sh -c 'while true; do for db in erp auth; do pg_dump -h db -f /backup/$$db.sql $$db; done; sleep 86400; done'" }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DATABASE_URL: "postgres://erp:\${PW}@db:5432/erp" } }
            backup: { image: "postgres:17.2", command: "sh -c 'while true; do pg_dumpall -h db -f /backup/all.sql; sleep 86400; done'" }
            other: { image: "mysql:8.4" }
            shop: { image: "ghcr.io/acme/shop:1.4.0", environment: { DATABASE_URL: "mysql://shop:\${PW}@other/shop" } }
            dumps: { image: "fradelg/mysql-cron-backup:1.13.1", environment: { MYSQL_HOST: other } }
        `,
      },
      {
        // What the job reads from its own environment, and a server that makes one database.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", environment: { POSTGRES_DB: erp } }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DATABASE_URL: "\${DATABASE_URL}" } }
            backup:
              image: postgres:17.2
              environment: { PGHOST: db, PGDATABASE: erp }
              command: sh -c "while true; do pg_dump -Fc -f /backup/erp.dump; sleep 86400; done"
        `,
      },
    ],
  },
})

interface Dumped {
  readonly names: ReadonlySet<string>
  /** A dump takes the whole server. */
  readonly all: boolean
  /** The name of one of the databases is not known. */
  readonly open: boolean
}

function dumpedBy(backups: readonly Backup[]): Dumped {
  const lists = backups.map(backup => backup.databases)
  const names = lists.flatMap(list => list ?? [])
  return {
    names: new Set(names.filter(name => name !== null)),
    all: lists.includes(undefined),
    open: names.includes(null),
  }
}

/** The databases that the environment of services names, and whether those are all. */
function usedIn(store: Workload, backups: readonly Backup[], system: System) {
  const connections = system.connections.filter(
    ({ from, to }) =>
      to === store &&
      from.role !== 'tool' &&
      from.role !== 'observability' &&
      !backups.some(backup => backup.workload?.id === from.id),
  )
  const names = connections.map(({ database }) => (database === undefined || database.includes('$') ? null : database))
  const known = [...new Set(names.filter(name => name !== null))].sort()
  return { names: known, complete: !names.includes(null) }
}

/** The only database that the server makes at its first start. */
function isNamedByServer(store: Workload, dumped: ReadonlySet<string>): boolean {
  const made = ['POSTGRES_DB', 'MYSQL_DATABASE', 'MARIADB_DATABASE', 'MONGO_INITDB_DATABASE']
    .map(name => store.environment.get(name)?.value)
    .find(value => value !== undefined)
  return made?.known === true && dumped.has(made.value)
}

function messageOf(
  { name, software }: Workload,
  missed: readonly string[],
  used: readonly string[],
  dumped: readonly string[],
): string {
  const server = `${name} (${software?.name})`
  return missed.length === used.length
    ? `the services use ${listOf(missed)} of ${server}, and the dump takes ${listOf(dumped)}`
    : `${listOf(missed)} of ${server} is in no dump: only ${listOf(dumped)} is dumped`
}
