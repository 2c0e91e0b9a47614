import { protectionsOf } from '../../src/model/protection.js'
import type { Backup, Restore, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'backup/restore-never-exercised',
  title: 'Nothing in the repository restores a backup',
  category: 'disaster-recovery',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'A copy that was never loaded is a hope. Wrong versions, missing roles, cut-off files and forgotten keys show when it is restored, and the first time should not be the emergency.',
  fix: 'Commit a script that loads the newest copy into an empty server and asks it something (`pg_restore -d erp_check …` and a `SELECT count(*)`), and run it on a schedule.',
  refs: ['https://www.postgresql.org/docs/current/app-pgrestore.html', 'https://sre.google/sre-book/data-integrity/'],
  reads: ['compose', 'kubernetes', 'pm2', 'script'],
  check({ system, pass, fail, implied }) {
    for (const { store, backups } of protectionsOf(system)) {
      const [first] = backups
      if (!first) implied(store, 'backup/missing')
      else if (system.restores.some(restore => loads(restore, store, backups))) pass(store)
      else
        fail(
          store,
          first,
          `${store.name} (${store.software?.name}) is copied with ${first.tool}, and no script, job or pipeline loads a copy back`,
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            backup:
              image: postgres:17.2
              command: sh -c "while true; do pg_dump -h db -Fc -f /backup/erp.dump erp && pg_restore --list /backup/erp.dump; sleep 86400; done" #! no script, job or pipeline loads a copy back
        `,
        'docs/restore.md': 'Run `pg_restore -d erp erp.dump`.\n',
        'init.sh': 'psql -f schema.sql\n',
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
              spec: { containers: [{ name: db, image: "mysql:8.4" }] }
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
                      - { name: dump, image: "mysql:8.4", command: [mysqldump, -h, db, --result-file=/backup/erp.sql, erp] } #! db (MySQL) is copied with mysqldump
        `,
      },
    ],
    good: [
      {
        // A drill in a shell inside the container.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
        `,
        'scripts/backup.sh': `
          #!/bin/bash
          set -euo pipefail
          docker compose exec -T db pg_dump erp | gzip > /var/backups/erp.sql.gz
        `,
        'scripts/drill.sh': `
          #!/bin/bash
          set -euo pipefail
          docker cp /var/backups/erp.sql.gz db:/tmp/copy.sql.gz
          docker exec db sh -c "gunzip -c /tmp/copy.sql.gz | psql -U erp -d drill -v ON_ERROR_STOP=1 -q"
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            backup: { image: "postgres:17.2", command: "sh -c 'while true; do pg_dump -h db -Fc -f /backup/erp.dump erp; sleep 86400; done'" }
            documents: { image: "mongo:8.0" }
            dumps: { image: "mongo:8.0", command: "sh -c 'while true; do mongodump --host documents --archive=/backup/erp.gz; sleep 86400; done'" }
            shop: { image: "mysql:8.4" }
            copies: { image: "mysql:8.4", command: "sh -c 'while true; do mysqldump -h shop shop > /backup/shop.sql; sleep 86400; done'" }
        `,
        'scripts/check-backup.sh': `
          #!/bin/bash
          set -euo pipefail
          createdb -h check erp_check
          pg_restore -h check -d erp_check /backup/erp.dump
        `,
        Makefile: `
          restore:
          \tgunzip -c shop.sql.gz | docker compose exec -T shop mysql shop
        `,
        '.github/workflows/restore.yml': `
          on:
            schedule: [{ cron: "0 5 * * 1" }]
          jobs:
            restore:
              runs-on: ubuntu-latest
              steps:
                - run: mongorestore --archive=erp.gz
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
            backup: { image: "offen/docker-volume-backup:v2.43.4", environment: { AWS_S3_BUCKET_NAME: erp-backups }, volumes: ["data:/backup/data:ro"] }
          volumes: { data: {} }
        `,
        'scripts/restore.sh': `
          #!/bin/bash
          aws s3 cp s3://erp-backups/latest.tar.gz . && tar -xzf latest.tar.gz -C /var/lib/docker/volumes/data
        `,
      },
    ],
  },
})

/** A copy of whole volumes may be loaded by whatever loads files; a dump by the client of its server. */
function loads({ covers }: Restore, { software }: Workload, backups: readonly Backup[]): boolean {
  if (covers.includes('any')) return true
  if (covers.includes('volume') && backups.some(backup => backup.covers.includes('volume'))) return true
  return covers.includes(software?.id ?? '') || (software?.speaks !== undefined && covers.includes(software.speaks))
}
