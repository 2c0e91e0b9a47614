import { dumpTooOld, misnamedContainer } from '../../src/model/backup/dump-obstacles.js'
import { protectionsOf } from '../../src/model/protection.js'
import type { Backup, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import type { Span } from '../../src/source.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'backup/cannot-run',
  title: 'A backup job cannot do its work',
  category: 'disaster-recovery',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'A job that calls a program its image does not have, or dumps a host that does not exist, fails every night, and everybody believes that there is a backup.',
  fix: 'Install the missing program in an image of your own (`RUN apk add --no-cache aws-cli`), correct the host, and look at the result of one run.',
  refs: ['https://www.postgresql.org/docs/current/app-pgdump.html', 'https://pkgs.alpinelinux.org/packages'],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'script'],
  check({ system, pass, fail, implied }) {
    for (const { store, backups } of protectionsOf(system)) {
      if (backups.length === 0) {
        implied(store, 'backup/missing')
        continue
      }
      pass(store)
      for (const backup of backups) {
        for (const { tools, at } of missingByPlace(backup)) {
          fail(
            store,
            at,
            `${nameOf(backup)} calls ${listOf(tools)}, which its image (${imageOf(backup.workload)}) does not have`,
            { key: `${nameOf(backup)}.${tools.join('+')}` },
          )
        }
        const called = misnamedContainer(backup, store, system)
        if (called !== undefined)
          fail(
            store,
            backup,
            `${nameOf(backup)} runs ${backup.tool} in the container ${backup.inside}, and that of ${store.name} is called ${called}`,
            { key: `${nameOf(backup)}.container`, fix: `Write \`docker exec ${called} …\`.` },
          )
        const versions = dumpTooOld(backup, store)
        if (versions)
          fail(
            store,
            backup,
            `${nameOf(backup)} dumps with PostgreSQL ${versions.client}, and ${store.name} is PostgreSQL ${versions.server}: pg_dump refuses a server newer than itself`,
            {
              key: `${nameOf(backup)}.version`,
              fix: `Give the job the image or the client package of PostgreSQL ${versions.server}.`,
            },
          )
        const target = readOnlyTarget(backup)
        if (target)
          fail(store, target, `${nameOf(backup)} writes to ${target.path}, which is mounted read-only`, {
            key: `${nameOf(backup)}.read-only`,
          })
        if (backup.host !== undefined && isUnknownHost(backup, system)) {
          fail(
            store,
            backup,
            `${nameOf(backup)} dumps the host ${backup.host}, which no service on its networks answers to`,
            { key: `${nameOf(backup)}.host` },
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
            db: { image: "postgres:17.2", container_name: acme-db, volumes: ["data:/var/lib/postgresql/data"] }
            nightly:
              image: postgres:15.4-alpine
              command: sh -c "while true; do pg_dump -h db -U erp -f /backup/erp.sql erp; sleep 86400; done" #! nightly dumps with PostgreSQL 15, and db is PostgreSQL 17: pg_dump refuses a server newer than itself
              volumes: ["dumps:/backup"]
            built: { build: ./backup, volumes: ["dumps:/backup"] }
          volumes: { data: {}, dumps: {} }
        `,
        'backup/Dockerfile': `
          FROM alpine:3.20
          RUN apk add --no-cache postgresql16-client
          COPY backup.sh /backup.sh
          CMD ["/backup.sh"] #! built dumps with PostgreSQL 16, and db is PostgreSQL 17
        `,
        'backup/backup.sh': `
          #!/bin/sh
          while true; do
            pg_dump -h db -U erp -Fc -f /backup/erp.dump erp
            sleep 86400
          done
        `,
        'scripts/backup.sh': `
          #!/bin/bash
          set -euo pipefail
          docker exec acme_db pg_dump -U erp erp > /var/backups/erp.sql #! scripts/backup.sh runs pg_dump in the container acme_db, and that of db is called acme-db
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
                        command: [sh, -ec]
                        args: ["pg_dump -h db -f /tmp/erp.sql erp; aws s3 cp /tmp/erp.sql s3://erp-backups/"] #! dump calls aws, which its image (postgres:17.2-alpine) does not have
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            backup:
              image: postgres:17.2-alpine
              command:
                - sh #! backup calls aws and rclone, which its image (postgres:17.2-alpine) does not have
                - -c
                - |
                  set -e
                  while true; do
                    pg_dump -h db -U erp -f /backup/erp.sql erp
                    aws s3 cp /backup/erp.sql s3://erp-backups/
                    rclone copy /backup/erp.sql elsewhere:erp-backups/
                    sleep 86400
                  done
              volumes: ["backups:/backup"]
          volumes: { backups: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2" }
            backup:
              image: postgres:17.2-alpine
              command: sh -c "while true; do pg_dump -h postgres -U erp -f /backup/erp.sql erp; sleep 86400; done" #! backup dumps the host postgres, which no service
              volumes:
                - backups:/backup:ro #! backup writes to /backup, which is mounted read-only
          volumes: { backups: {} }
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
                        image: postgres:17.2
                        command: [sh, -c, "pg_dump -h db erp > /tmp/erp.sql && aws s3 cp /tmp/erp.sql s3://erp/"] #! dump calls aws, which its image (postgres:17.2) does not have
        `,
      },
    ],
    good: [
      {
        // A newer client dumps an older server; what the image brings is not told by its base once a client is installed.
        'compose.yaml': `
          services:
            db: { image: "postgres:16.4", container_name: acme-db, volumes: ["data:/var/lib/postgresql/data"] }
            nightly:
              image: postgres:17.2-alpine
              command: sh -c "while true; do pg_dump -h db -U erp -f /backup/erp.sql erp; sleep 86400; done"
              volumes: ["dumps:/backup"]
            built: { build: ./backup, volumes: ["dumps:/backup"] }
          volumes: { data: {}, dumps: {} }
        `,
        'backup/Dockerfile': `
          FROM postgres:13.16-bookworm
          RUN apt-get update && apt-get install -y postgresql-client
          COPY backup.sh /backup.sh
          CMD ["/backup.sh"]
        `,
        'backup/backup.sh': `
          #!/bin/sh
          while true; do
            pg_dump -h db -U erp -Fc -f /backup/erp.dump erp
            sleep 86400
          done
        `,
        'scripts/backup.sh': `
          #!/bin/bash
          set -euo pipefail
          docker exec acme-db pg_dump -U erp erp > /var/backups/erp.sql
          docker exec legacy-db pg_dump -U erp erp > /var/backups/legacy.sql
          docker compose exec -T db pg_dump -U erp erp > /var/backups/erp-2.sql
        `,
      },
      {
        // What the image has, what the script defines or installs, and hosts that may be outside.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2-alpine" }
            documents: { image: "mongo:8.0" }
            dump: { image: "mongo:8.0", command: "sh -c 'while true; do mongodump --host documents --archive=/backup/db.gz --gzip; find /backup -mtime +7 -delete; sleep 86400; done'" }
            logical: { image: "postgres:17.2-alpine", command: "sh -c 'log() { echo done; }; pg_dump -h db -f /backup/erp.sql erp && log'", volumes: ["backups:/backup"] }
          volumes: { backups: {} }
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
              image: postgres:17.2-alpine
              command: sh -c "apk add --no-cache aws-cli && pg_dump -h db.internal.example.com erp | aws s3 cp - s3://erp-backups/erp.sql"
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
                    volumes: [{ name: scripts, configMap: { name: scripts } }]
                    containers:
                      - name: dump
                        image: ghcr.io/acme/dump:1.4.0
                        volumeMounts: [{ name: scripts, mountPath: /scripts }]
                        command: [/scripts/dump.sh]
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: scripts }
          data:
            dump.sh: |
              set -euo pipefail
              pg_dump -h db.prod erp | aws s3 cp - s3://erp/dump.sql
        `,
      },
    ],
  },
})

function nameOf(backup: Backup): string {
  return backup.workload?.name ?? backup.at.path
}

/** A script within a command has one place: what it misses is one finding. */
function missingByPlace({ missingTools }: Backup) {
  const places = new Map<string, { readonly at: Span; readonly tools: readonly string[] }>()
  for (const { tool, at } of missingTools) {
    const place = `${at.path}:${at.start}`
    const tools = places.get(place)?.tools ?? []
    if (!tools.includes(tool)) places.set(place, { at, tools: [...tools, tool] })
  }
  return [...places.values()]
}

function imageOf(workload: Workload | undefined): string {
  const reference = workload?.image?.dockerfile ? workload.image.dockerfile.base : workload?.image?.reference
  return reference?.known ? reference.value.text : (workload?.image?.name ?? 'the image')
}

/** The mount that a dump is written to, when it is read-only. */
function readOnlyTarget(backup: Backup) {
  for (const mount of backup.workload?.mounts ?? []) {
    const path = mount.target.known ? mount.target.value : undefined
    if (!mount.readOnly || path === undefined) continue
    const written = backup.script?.commands.flatMap(command => [
      ...command.redirects.filter(one => one.operator.includes('>')).map(one => one.target),
      ...outputOptions(command.words),
    ])
    if (written?.some(target => target === path || target.startsWith(`${path}/`))) return { at: mount.at, path }
  }
  return undefined
}

function outputOptions(words: readonly string[]): readonly string[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1]
    if (/^(-f|--file|--out|-o|--archive)$/.test(word) && next) return [next]
    return /^--(file|out|archive|result-file)=(.+)$/.exec(word)?.[2] ?? []
  })
}

/** A bare name (no dot) that nothing on the job's networks bears. Names with a dot may be outside. */
function isUnknownHost(backup: Backup, system: System): boolean {
  const { host, workload } = backup
  if (
    host === undefined ||
    !workload ||
    // In a cluster other manifests may make a Service of that name.
    workload.platform === 'kubernetes' ||
    workload.networkMode ||
    !/^[a-z][a-z0-9_-]*$/i.test(host) ||
    host === 'localhost'
  )
    return false
  if (workload.networks.some(network => network.network.startsWith('external:'))) return false
  return !system.workloads.some(
    other => other.deployment === workload.deployment && other.networks.some(network => network.aliases.includes(host)),
  )
}
