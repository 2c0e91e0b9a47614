import { dumpsIn } from '../../src/model/backup/dumps.js'
import { hiddenFailure } from '../../src/model/backup/hidden-failure.js'
import { protectionsOf } from '../../src/model/protection.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'backup/failure-hidden',
  title: 'A backup that fails looks like one that worked',
  category: 'disaster-recovery',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'When the script goes on after a failed dump, it uploads an empty or cut-off file, deletes the old ones and reports success. It is found out on the day of the restore.',
  fix: 'Begin the script with `set -euo pipefail`, and let the job report when it ends with an error.',
  refs: [
    'https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html',
    'https://www.postgresql.org/docs/current/app-pgdump.html',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'script'],
  check({ system, pass, fail, implied }) {
    for (const { store, backups } of protectionsOf(system)) {
      if (backups.length === 0) {
        implied(store, 'backup/missing')
        continue
      }
      pass(store)
      for (const backup of backups) {
        const { script } = backup
        const dumps = new Set(
          script && dumpsIn(script).flatMap(({ tool, command }) => (tool === backup.tool ? [command] : [])),
        )
        const hidden = script && hiddenFailure(script, command => dumps.has(command))
        if (hidden)
          fail(store, backup, `in ${backup.workload?.name ?? backup.at.path}, ${hidden.because}`, {
            fix: hidden.fix,
            key: backup.workload?.name ?? backup.at.path,
          })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
          volumes: { data: {} }
        `,
        'backup.sh': `
          #!/bin/bash
          docker compose exec -T db pg_dump -U erp erp > /backups/erp_$(date +%F).sql || true #! in backup.sh, "|| true" turns a failure of docker into success
          find /backups -mtime +7 -delete
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
              spec: { containers: [{ name: db, image: "postgres:17.2" }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: db }
          spec: { selector: { app: db }, ports: [{ port: 5432 }] }
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
                        image: postgres:17.2-alpine
                        command: [sh, -c, "pg_dump -h db erp | gzip > /backup/erp.sql.gz"] #! pg_dump is piped without pipefail
        `,
      },
      {
        // GitHub runs steps with -e, and without an eye on pipes.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
        `,
        '.github/workflows/backup.yml': `
          on: { schedule: [{ cron: "0 3 * * *" }] }
          jobs:
            backup:
              runs-on: ubuntu-latest
              steps:
                - run: |
                    pg_dump "$DATABASE_URL" | gzip > erp.sql.gz #! pg_dump is piped without pipefail
                    rclone copy erp.sql.gz remote:erp
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            silent:
              image: postgres:17.2
              command: sh -c "pg_dump -h db -f /backup/erp.sql erp || true" #! turns a failure of pg_dump into success
            mixed:
              image: postgres:17.2
              command: sh -ec "pg_dump -h db erp > /backup/erp.sql 2>&1" #! the error messages of pg_dump are written into the dump
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            backup:
              image: postgres:17.2
              command: sh -c "pg_dump -h db erp | gzip > /backup/erp.sql.gz" #! pg_dump is piped without pipefail
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "mongo:8.0" }
            backup:
              image: mongo:8.0
              command: sh -c "while true; do mongodump --host db --out /backup; aws s3 sync /backup s3://erp; sleep 86400; done" #! the script goes on after a failure of mongodump
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
                        command: [sh, -c, "pg_dump -h db erp | gzip | aws s3 cp - s3://erp/dump.sql.gz"] #! pg_dump is piped without pipefail
        `,
      },
    ],
    good: [
      {
        // Asking where a tool is, or saying its name, is no dump.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
        `,
        'scripts/backup.sh': `
          #!/usr/bin/env bash
          set -euo pipefail
          if ! command -v pg_dump &>/dev/null; then exit 1; fi
          which pg_dump > /dev/null 2>&1
          pg_dump "$DATABASE_URL" --format=custom -f /tmp/erp.dump
          aws s3 cp /tmp/erp.dump s3://erp/
        `,
      },
      {
        // Make and these steps stop at the first failure.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
        `,
        '.github/workflows/backup.yml': `
          on: { schedule: [{ cron: "0 3 * * *" }] }
          jobs:
            backup:
              runs-on: ubuntu-latest
              steps:
                - shell: bash
                  run: |
                    pg_dump "$DATABASE_URL" | gzip > erp.sql.gz
                    rclone copy erp.sql.gz remote:erp
        `,
        Makefile: `
          backup:
          \tdocker compose exec -T db pg_dump erp > erp.sql
          \trclone copy erp.sql remote:erp
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            checked: { image: "postgres:17.2", command: "sh -c 'while true; do if pg_dump -h db -f /backup/new.sql erp; then mv /backup/new.sql /backup/erp.sql; else echo failed >&2; fi; sleep 86400; done'" }
            status: { image: "postgres:17.2", command: "sh -c 'pg_dump -h db -f /backup/erp.sql erp; [ $$? -eq 0 ] || exit 1; rclone copy /backup remote:erp'" }
            told: { image: "postgres:17.2", command: "sh -c 'pg_dump -h db -f /backup/erp.sql erp || { echo failed; exit 1; }; rclone copy /backup remote:erp'" }
            ready: { image: "postgres:17.2", command: "sh -c 'pg_dump -h db -f /backup/erp.sql erp || exit 1; sleep 86400'" }
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
            db: { image: "postgres:17.2" }
            backup:
              image: postgres:17.2
              command: bash -c "set -euo pipefail; pg_dump -h db erp | gzip > /backup/erp.sql.gz && rclone copy /backup remote:erp"
        `,
      },
    ],
  },
})
