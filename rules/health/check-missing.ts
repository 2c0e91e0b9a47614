import { healthCommandOf } from '../../src/knowledge/facts.js'
import { authenticatedPing } from '../../src/model/datastore/redis.js'
import { asProbe, isAsked, needsHealthCheck, workerFix } from '../../src/model/health-demand.js'
import { inWordsOf } from '../../src/model/platform-words.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'health/check-missing',
  title: 'Nothing checks whether a workload works',
  category: 'service-health',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A process that hangs is still running: without a check it stays in service, nothing that depends on it can wait for it, and nobody is told.',
  fix: 'Add a `healthcheck:` to the service (or HEALTHCHECK to its Dockerfile) that asks the program itself, with a tool that the image has.',
  refs: [
    'https://docs.docker.com/reference/compose-file/services/#healthcheck',
    'https://docs.docker.com/reference/dockerfile/#healthcheck',
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue
      const { state, at } = workload.health
      if (state === 'checked') pass(workload)
      else if (state === 'unknown') unverified(workload, at, whyUnknown(workload))
      else {
        const what =
          state === 'disabled' ? 'has its healthcheck switched off' : `has no ${workload.pod ? 'probe' : 'healthcheck'}`
        fail(workload, at, `${workload.name} ${what}`, {
          severity: isAsked(workload) ? 'high' : 'medium',
          ...(workload.pod ? probeWords(workload) : composeWords(workload)),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: #! db has no healthcheck
              image: postgres:17.2
            api:
              build: ./api
              healthcheck: { disable: true } #! api has its healthcheck switched off
            web: #! web has no healthcheck
              build: ./web
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          HEALTHCHECK CMD node healthcheck.js
        `,
        'web/Dockerfile': `
          FROM node:24.1-slim
          CMD ["node", "server.js"]
        `,
      },
      {
        // What a registry has under that name is built here.
        'compose.yaml': `
          services:
            api: #! api has no healthcheck
              image: ghcr.io/acme/shop-api:\${VERSION}
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          COPY main.js .
          CMD ["node", "main.js"]
        `,
        'api/main.js': '',
      },
      {
        // The kubelet does not run the image's HEALTHCHECK.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api #! api has no probe
                    image: ghcr.io/acme/api:1.4.0
                    ports: [{ containerPort: 3000 }]
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: worker }
          spec:
            selector: { matchLabels: { app: worker } }
            template:
              metadata: { labels: { app: worker } }
              spec:
                containers:
                  - name: worker #! worker has no probe
                    image: ghcr.io/acme/worker:1.4.0
        `,
        'compose.dev.yaml': `
          services:
            api: { build: ./api, image: "ghcr.io/acme/api:dev" }
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          HEALTHCHECK CMD node healthcheck.js
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/shop-api:\${VERSION}" }
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          COPY main.js healthcheck.js ./
          HEALTHCHECK CMD node healthcheck.js
          CMD ["node", "main.js"]
        `,
        'api/main.js': '',
      },
      {
        // Nobody asks a load generator for anything.
        'compose.yaml': `
          services:
            loadgenerator: { image: "ghcr.io/acme/loadgenerator:1.4.0", environment: { TARGET: "http://api:8080" } }
            api: { image: "ghcr.io/acme/api:1.4.0", healthcheck: { test: [CMD, /probe] } }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", healthcheck: { test: [CMD-SHELL, pg_isready -U erp -d erp] } }
            api: { build: ./api }
            tuned: { build: ./api, healthcheck: { interval: 5s } }
            migrate: { build: ./api, command: npx prisma migrate deploy }
            dumps: { image: "postgres:17.2", command: "sh -c 'while true; do pg_dump -h db erp > /backup/erp.sql; sleep 86400; done'" }
            events: { image: "eventstore/eventstore:24.10" }
        `,
        'ecosystem.config.js': `
          module.exports = { apps: [{ name: 'reports', script: 'dist/main.js', env: { PORT: 3000 } }] }
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          HEALTHCHECK CMD node healthcheck.js
        `,
      },
      {
        // Jobs, init containers and sidecars that nobody calls; an operator brings probes of its own.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                initContainers: [{ name: wait, image: "busybox:1.37", command: [sleep, "1"] }]
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    livenessProbe: { httpGet: { path: /live, port: 3000 } }
                  - { name: log-shipper, image: "ghcr.io/acme/log-shipper:1.4.0" }
          ---
          apiVersion: batch/v1
          kind: CronJob
          metadata: { name: report }
          spec:
            schedule: "0 6 * * *"
            jobTemplate: { spec: { template: { spec: { restartPolicy: Never, containers: [{ name: report, image: "ghcr.io/acme/api:1.4.0" }] } } } }
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: { name: db }
          spec: { instances: 3, storage: { size: 10Gi } }
        `,
      },
    ],
  },
})

/** A command that works in the image, and what it needs beside it. */
function commandOf(workload: Workload): { readonly command: string; readonly needs: string } | undefined {
  const { distribution } = workload
  const ping = authenticatedPing(workload)
  const command = ping?.command ?? healthCommandOf(distribution, serviceFactsOf(workload))
  const needs = ping ? ping.needs : distribution?.healthNeeds
  return command === undefined ? undefined : { command, needs: needs === undefined ? '' : `, and ${needs}` }
}

function composeWords(workload: Workload): { readonly fix?: string } {
  if (workload.commandPort?.port === null) return { fix: workerFix(workload) }
  const known = commandOf(workload)
  if (!known) return {}
  const test = `healthcheck: { test: ["CMD-SHELL", ${JSON.stringify(known.command)}], interval: 10s, timeout: 5s, retries: 5 }`
  return { fix: `Add \`${test}\` to ${workload.name}${known.needs}.` }
}

function probeWords(workload: Workload): { readonly fix: string; readonly why?: string } {
  if (workload.commandPort?.port === null) return { fix: workerFix(workload) }
  const known = commandOf(workload)
  const port = workload.listens[0] ?? 8080
  const how = known ? asProbe(known.command) : `httpGet: { path: /health/ready, port: ${port} }`
  const path = known ? '' : ', with the path that it answers when it can work'
  const fix = `Add \`readinessProbe: { ${how} }\` to the container ${workload.pod?.container}${known?.needs ?? path}; a \`livenessProbe\` that asks the process alone restarts it when it hangs.`
  return {
    fix: inWordsOf(workload, fix),
    why: 'A process that hangs is still running. Without a probe Kubernetes takes a container for ready as soon as it has started: requests reach it before it can answer, and go on when it no longer does.',
  }
}

function whyUnknown(workload: Workload): string {
  if (workload.image?.origin === 'built')
    return workload.image.dockerfile
      ? 'whether its base image brings a HEALTHCHECK is not known'
      : 'its Dockerfile is not in the repository'
  return 'whether its image brings a HEALTHCHECK of its own is not known'
}
