import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/waits-for-health-never-reported',
  title: 'A workload waits for a health status that nothing reports',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'With `condition: service_healthy` on a service that has no healthcheck, `docker compose up` stops with "has no healthcheck configured": the system does not start.',
  fix: 'Give the dependency a `healthcheck:`, or wait for `service_started` only.',
  refs: [
    'https://docs.docker.com/compose/how-tos/startup-order/',
    'https://docs.docker.com/reference/compose-file/services/#depends_on',
  ],
  reads: ['compose', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (workload.platform !== 'compose') continue
      for (const dependency of workload.dependsOn) {
        if (dependency.condition !== 'healthy') continue
        const needed = system.workloads.find(
          other => other.name === dependency.workload && other.deployment === workload.deployment,
        )
        if (!needed) continue
        const { state, at } = needed.health
        if (state === 'checked') pass(workload)
        else if (state === 'unknown')
          unverified(workload, dependency, `whether the image of ${needed.name} has a HEALTHCHECK is not known`)
        else {
          const what = state === 'disabled' ? 'has its healthcheck switched off' : 'has no healthcheck'
          const related = [{ at, message: `${needed.name} ${what}` }]
          const health = needed.distribution?.healthCommand
          const fix = health ? `Give ${needed.name} a healthcheck: \`test: ["CMD-SHELL", "${health}"]\`.` : undefined
          fail(
            workload,
            dependency,
            `${workload.name} waits for ${needed.name} to be healthy, and ${needed.name} ${what}`,
            {
              key: needed.name,
              related,
              ...(fix ? { fix } : {}),
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
            api:
              image: ghcr.io/acme/api:1.4.0
              depends_on:
                db: #! db has no healthcheck
                  condition: service_healthy
                cache: #! cache has its healthcheck switched off
                  condition: service_healthy
            db: { image: "postgres:17.2" }
            cache: { image: "redis:8.0", healthcheck: { disable: true } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api:
              build: ./api
              depends_on:
                db: { condition: service_healthy }
                auth: { condition: service_healthy }
                proxy: { condition: service_started }
            auth: { build: ./auth }
            db: { image: "postgres:17.2", healthcheck: { test: [CMD-SHELL, pg_isready -U erp] } }
            proxy: { image: "nginx:1.29.1" }
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          CMD ["node", "dist/main.js"]
        `,
        'auth/Dockerfile': `
          FROM golang:1.25-alpine
          HEALTHCHECK CMD wget -qO- http://localhost:8080/healthz || exit 1
          CMD ["/auth"]
        `,
      },
    ],
  },
})
