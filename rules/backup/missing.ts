import { goneIn, NEWEST } from '../../src/knowledge/facts.js'
import { platformOf } from '../../src/model/code/platform.js'
import { protectionsOf } from '../../src/model/protection.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'backup/missing',
  title: 'A datastore is not backed up',
  category: 'disaster-recovery',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'days',
  why: 'A volume and a replica do not survive a dropped table, ransomware or a lost host. Without a copy elsewhere the data is gone for good.',
  fix: 'Run a scheduled dump with the tool of the database (`pg_dump`, `mysqldump`, `mongodump`), copy it to another place, and try a restore.',
  refs: [
    'https://www.postgresql.org/docs/current/backup.html',
    'https://dev.mysql.com/doc/refman/8.4/en/backup-and-recovery.html',
    'https://www.mongodb.com/docs/manual/core/backups/',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'script'],
  check({ system, pass, fail, unverified }) {
    const protections = protectionsOf(system)
    // Nothing that could be lost: the question is answered for the whole repository.
    const isDeployed = system.workloads.length + system.images.length > 0 || platformOf(system) !== undefined
    if (protections.length === 0 && isDeployed) pass(system.repository)
    for (const { store, backups } of protections) {
      if (backups.some(backup => backup.scheduled)) pass(store)
      else if (backups[0])
        unverified(
          store,
          backups[0],
          `${backups[0].at.path} copies it with ${backups[0].tool}, and nothing in the repository runs that on a schedule`,
        )
      else
        fail(store, store.at, `nothing in the repository backs up ${store.name} (${store.software?.name})`, {
          fix: fixFor(toolFor(store), store),
        })
    }
  },
  examples: {
    bad: [
      {
        // Of two volumes one is packed; a copy is put back into the other.
        'compose.yaml': `
          services:
            documents: { image: "mongo:8.0", volumes: ["documents:/data/db"] }
            ledger: { image: "postgres:17.2", volumes: ["ledger:/var/lib/postgresql/data"] } #! nothing in the repository backs up ledger
          volumes: { documents: {}, ledger: {} }
        `,
        'ops/crontab': `
          0 3 * * * docker run --rm -v shop_documents:/data -v /backups:/backup alpine:3.22 tar czf /backup/documents.tgz /data
          0 4 1 * * docker run --rm -v shop_ledger:/data -v /backups:/backup alpine:3.22 tar xzf /backup/ledger.tgz -C /data
        `,
      },
      {
        // What sets up a standby, and what runs at the first start, copies nothing anywhere.
        'compose.yaml': `
          services:
            db: #! nothing in the repository backs up db (PostgreSQL)
              image: postgres:17.2
              volumes: ["./init.sh:/docker-entrypoint-initdb.d/init.sh:ro"]
            standby: { image: "postgres:17.2", entrypoint: [bash, /standby.sh], environment: { PRIMARY_HOST: db }, volumes: ["./standby.sh:/standby.sh:ro"] }
        `,
        'init.sh': 'echo "take copies with an external job"\n',
        'standby.sh': 'pg_basebackup -h "$PRIMARY_HOST" -D "$PGDATA" -R && exec docker-entrypoint.sh postgres\n',
      },
      {
        'compose.yaml': `
          services:
            db: #! nothing in the repository backs up db (PostgreSQL)
              image: postgres:17.2
              volumes: ["data:/var/lib/postgresql/data"]
            cache: { image: "redis:8.0" }
          volumes: { data: {} }
        `,
      },
      {
        // The client of SQL Server does whatever its script says.
        'compose.yaml': `
          services:
            erp: { build: ./mssql, volumes: ["data:/var/opt/mssql"] } #! nothing in the repository backs up erp (SQL Server)
          volumes: { data: {} }
        `,
        'mssql/Dockerfile': `
          FROM mcr.microsoft.com/mssql/server:2022-CU20-ubuntu-22.04
          COPY . /
          CMD ["/bin/bash", "/entrypoint.sh"]
        `,
        'mssql/entrypoint.sh': `
          (sleep 30 && /opt/mssql-tools/bin/sqlcmd -S localhost -U sa -i setup.sql) &
          exec /opt/mssql/bin/sqlservr
        `,
      },
      {
        // A dump of another kind of database is no backup of this one.
        'compose.yaml': `
          services:
            documents: #! nothing in the repository backs up documents (MongoDB)
              image: mongo:8.0
            db: { image: "postgres:17.2" }
            backup:
              image: postgres:17.2
              command: sh -c "while true; do pg_dump -h db erp > /backup/erp.sql; sleep 86400; done"
        `,
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
                  - name: db #! nothing in the repository backs up db (PostgreSQL)
                    image: postgres:17.2
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata:
            name: orders #! nothing in the repository backs up orders (PostgreSQL)
          spec: { instances: 3, storage: { size: 10Gi } }
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: ScheduledBackup
          metadata: { name: other }
          spec: { schedule: "0 0 2 * * *", cluster: { name: other } }
        `,
      },
    ],
    good: [
      {
        // The files of a volume, packed from a container that is made for it, by a crontab of any name.
        'compose.yaml': `
          name: shop
          services:
            documents: { image: "mongo:8.0", volumes: ["documents:/data/db"] }
            ledger: { image: "postgres:17.2", container_name: ledger, volumes: ["ledger:/var/lib/postgresql/data"] }
            accounts: { image: "mysql:8.4", volumes: ["accounts:/var/lib/mysql"] }
          volumes: { documents: {}, ledger: {}, accounts: {} }
        `,
        'ops/backup-cron': `
          # m h dom mon dow command
          0 3 * * * docker run --rm -v shop_documents:/data -v /backups:/backup alpine:3.22 tar czf /backup/documents.tgz /data
          30 3 * * * docker run --rm --volumes-from ledger -v /backups:/backup alpine:3.22 sh -c "cd /backup && tar -cvf ledger.tar /var/lib/postgresql/data"
          45 3 * * 7 tar czf /backups/accounts.tgz /var/lib/docker/volumes/shop_accounts/_data
        `,
      },
      {
        // One of a replica set stands for all; a standby and the store of traces need none of their own.
        'compose.yaml': `
          services:
            mongo-1: { image: "mongo:8.0", command: mongod --replSet rs0 }
            mongo-2: { image: "mongo:8.0", command: mongod --replSet rs0 }
            dump: { image: "mongo:8.0", command: "sh -c 'while true; do mongodump --host mongo-2 --out /backup; sleep 86400; done'" }
            db: { image: "postgres:17.2" }
            standby: { image: "postgres:17.2", environment: { POSTGRES_REPLICATION_MODE: slave, POSTGRES_MASTER_HOST: db } }
            pgdump: { image: "postgres:17.2", command: "sh -c 'while true; do pg_dump -h standby -f /backup/erp.sql erp; sleep 86400; done'" }
            traces: { image: "clickhouse/clickhouse-server:25.8" }
            collector: { image: "otel/opentelemetry-collector-contrib:0.136.0", environment: { CLICKHOUSE_HOST: traces } }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
            backup:
              build: ./backup
              environment: { PGHOST: db }
          volumes: { data: {} }
        `,
        'backup/Dockerfile': `
          FROM alpine:3.22
          RUN apk add --no-cache postgresql17-client rclone bash
          COPY backup.sh /usr/local/bin/backup.sh
          CMD ["/usr/local/bin/backup.sh"]
        `,
        'backup/backup.sh': `
          #!/usr/bin/env bash
          set -euo pipefail
          while true; do
            pg_dump -h db -U erp -Fc -f /tmp/erp.dump erp
            rclone copy /tmp/erp.dump remote:erp-backups/
            sleep 86400
          done
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { DATABASE_URL: "postgresql://erp:\${DB_PASSWORD}@erp.abc123.eu-central-1.rds.amazonaws.com/erp" } }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            backup: { image: "prodrigestivill/postgres-backup-local:17", environment: { POSTGRES_HOST: db, SCHEDULE: "@daily" } }
        `,
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
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: db }
          spec:
            selector: { app: db }
            ports: [{ port: 5432 }]
          ---
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: dump }
          spec:
            schedule: "0 2 * * *"
            jobTemplate:
              spec:
                template:
                  spec:
                    restartPolicy: Never
                    containers:
                      - name: dump
                        image: ghcr.io/acme/dump:1.4.0
                        command: [bash, -c, "set -euo pipefail; pg_dump -h db erp | aws s3 cp - s3://erp/dump.sql"]
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata:
            name: orders
          spec: { instances: 3, storage: { size: 10Gi } }
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: ScheduledBackup
          metadata: { name: orders }
          spec: { schedule: "0 0 2 * * *", cluster: { name: orders } }
        `,
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
          ---
          apiVersion: velero.io/v1
          kind: Schedule
          metadata: { name: nightly, namespace: velero }
          spec: { schedule: "0 2 * * *", template: { includedNamespaces: ["*"] } }
        `,
      },
    ],
  },
})

function fixFor(tool: string | undefined, store: Workload): string {
  if (tool === 'sqlcmd') return fixFor('sqlcmd -Q "BACKUP DATABASE ..."', store)
  const copy = tool === undefined ? 'a copy of its data' : /^[/_]/.test(tool) ? `its \`${tool}\` API` : `\`${tool}\``
  const { pod } = store
  if (pod?.operator)
    return `Order scheduled backups to a bucket from ${pod.operator}, which has a resource or a section of the ${pod.kind} for them, and try a restore.`
  const how = pod ? 'a CronJob, or Velero for the volumes' : 'a small service with a loop or cron, or a CronJob'
  return `Run ${copy} on a schedule (${how}), copy the result to another place, and try a restore.`
}

/** The first tool that this version of the image still has. */
function toolFor({ software, distribution, version }: Workload): string | undefined {
  const gone = distribution ? goneIn(distribution, version ?? NEWEST).map(one => one.program) : []
  return software?.backupTools.find(tool => !gone.includes(tool))
}
