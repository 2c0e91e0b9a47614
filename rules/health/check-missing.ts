import { healthCommandOf } from '../../src/knowledge/facts.js'
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
      // A loop of a client (dumps, housekeeping) serves nobody: what it does is seen in its results.
      // PM2 has no health checks: it sees that a process ended, and whoever wants more asks from outside.
      if (!workload.longRunning || workload.clientOf || workload.platform === 'pm2') continue
      const { state, at } = workload.health
      if (state === 'checked') pass(workload)
      else if (state === 'unknown') unverified(workload, at, whyUnknown(workload))
      else {
        const what = state === 'disabled' ? 'has its healthcheck switched off' : 'has no healthcheck'
        const command = healthCommandOf(workload.distribution, workload.version)
        const needs = workload.distribution?.healthNeeds
        fail(workload, at, `${workload.name} ${what}`, {
          severity: isAsked(workload) ? 'high' : 'medium',
          ...(command
            ? {
                fix: `Add \`healthcheck: { test: ["CMD-SHELL", ${JSON.stringify(command)}], interval: 10s, timeout: 5s, retries: 5 }\` to ${workload.name}${needs ? `, and ${needs}` : ''}.`,
              }
            : {}),
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
    ],
    good: [
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
    ],
  },
})

/** Others wait for an answer from it. */
function isAsked(workload: Workload): boolean {
  return workload.userFacing || workload.stateful || workload.role === 'service' || workload.role === 'cache'
}

function whyUnknown(workload: Workload): string {
  if (workload.image?.origin === 'built')
    return workload.image.dockerfile
      ? 'whether its base image brings a HEALTHCHECK is not known'
      : 'its Dockerfile is not in the repository'
  return 'whether its image brings a HEALTHCHECK of its own is not known'
}
