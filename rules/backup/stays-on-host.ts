import { volumeLeavesHost } from '../../src/model/backup/destination.js'
import { protectionsOf } from '../../src/model/protection.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'backup/stays-on-host',
  title: 'Backups stay on the host of the data',
  category: 'disaster-recovery',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'A dead disk, a deleted machine or ransomware takes the copies together with the original.',
  fix: 'Copy each dump to another place in the same job, for example `rclone copy /backup remote:erp-backups` or `aws s3 cp … s3://erp-backups/`.',
  refs: [
    'https://rclone.org/commands/rclone_copy/',
    'https://www.cisa.gov/audiences/small-and-medium-businesses/secure-your-business/back-up-business-data',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'script'],
  check({ system, pass, fail, unverified, implied }) {
    for (const { store, backups } of protectionsOf(system)) {
      const [first] = backups
      if (!first) implied(store, 'backup/missing')
      else if (backups.some(backup => backup.destination === 'off-host')) pass(store)
      else {
        const ways = backups.map(backup => volumeLeavesHost(backup, system))
        const unclear = backups.find((backup, index) => backup.destination === 'unknown' || ways[index] === 'unknown')
        if (ways.includes(true)) pass(store)
        else if (unclear) unverified(store, unclear, `where the copies of ${store.name} go is not known`)
        else
          fail(store, first, `the copies of ${store.name} stay on the host that holds it`, {
            key: first.workload?.name ?? first.at.path,
          })
      }
    }
  },
  examples: {
    bad: [
      {
        // A variable may be called a destination and be a folder beside the data.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
        `,
        'scripts/backup.sh': `
          #!/bin/bash
          set -euo pipefail
          ROOT="\${ROOT:-/var/backups/erp}"
          DEST="\${ROOT}/$(date +%F)"
          mkdir -p "\${DEST}"
          docker compose exec -T db pg_dump erp | gzip > "\${DEST}/erp.sql.gz" #! the copies of db stay on the host
        `,
        'deploy/cron.d/erp': `
          0 3 * * * root /srv/erp/scripts/backup.sh
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
        `,
        'deploy/cron.d/erp': `
          0 3 * * * root docker compose exec -T db pg_dump erp > /var/backups/erp.sql #! the copies of db stay on the host
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            backup:
              image: postgres:17.2
              command: sh -c "while true; do pg_dump -h db erp > /backup/erp.sql; sleep 86400; done" #! the copies of db stay on the host
              volumes: ["./backups:/backup"]
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
                    volumes: [{ name: backup, hostPath: { path: /srv/backup } }]
                    containers:
                      - name: dump
                        image: postgres:17.2
                        volumeMounts: [{ name: backup, mountPath: /backup }]
                        command: [sh, -c, "pg_dump -h db -f /backup/erp.sql erp"] #! the copies of db stay on the host
        `,
      },
    ],
    good: [
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
                        command: [sh, -ec]
                        args: ["pg_dump -h db -f /tmp/erp.sql erp; aws s3 cp /tmp/erp.sql s3://erp-backups/"]
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
            dump: { image: "postgres:17.2", command: "sh -c 'while true; do pg_dump -h db -f /backup/erp.sql erp; sleep 86400; done'", volumes: ["dumps:/backup"] }
            upload: { image: "rclone/rclone:1.71", command: "sync /backup remote:erp --transfers 2", volumes: ["dumps:/backup:ro"] }
          volumes: { data: {}, dumps: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
            backup: { image: "offen/docker-volume-backup:v2.43.4", environment: { AWS_S3_BUCKET_NAME: erp-backups }, volumes: ["data:/backup/data:ro"] }
          volumes: { data: {} }
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
    ],
  },
})
