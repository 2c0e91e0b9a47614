import type { Dependency, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/start-order-unguarded',
  title: 'A workload starts before what it needs is ready',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The short form of `depends_on` waits until the container of the database exists, not until it answers. After a reboot of the host the application meets a closed port and fails or crash-loops.',
  fix: 'Use the long form: `depends_on: { db: { condition: service_healthy } }`, and `service_completed_successfully` for a migration job.',
  refs: ['https://docs.docker.com/compose/how-tos/startup-order/'],
  reads: ['compose'],
  check({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      // A swarm does not read the conditions of depends_on.
      if (workload.platform !== 'compose') continue
      for (const dependency of workload.dependsOn) {
        const needed = system.workloads.find(
          other => other.name === dependency.workload && other.deployment === workload.deployment,
        )
        if (!needed || !isNeededReady(needed)) continue
        if (dependency.condition !== 'started') pass(workload)
        else if (needed.role === 'job')
          fail(workload, dependency, unfinished(workload, dependency), {
            key: needed.name,
            fix: longForm(workload, needed.name, 'service_completed_successfully'),
          })
        else if (needed.health.state === 'unknown')
          unverified(workload, dependency, `whether ${needed.name} has a healthcheck to wait for is not known`)
        else if (needed.health.state !== 'checked') implied(workload)
        else
          fail(workload, dependency, `${workload.name} does not wait until ${needed.name} is healthy`, {
            key: needed.name,
            fix: longForm(workload, needed.name, 'service_healthy'),
          })
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
                - db #! api does not wait until db is healthy
                - migrate #! does not wait until migrate has ended
            db:
              image: postgres:17.2
              healthcheck: { test: [CMD, pg_isready, -U, erp] }
            migrate:
              image: ghcr.io/acme/api:1.4.0
              command: [npx, prisma, migrate, deploy]
              depends_on: { db: { condition: service_healthy } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              depends_on:
                db: { condition: service_healthy }
                migrate: { condition: service_completed_successfully }
            web:
              image: ghcr.io/acme/web:1.4.0
              depends_on: [api]
            db:
              image: postgres:17.2
              healthcheck: { test: [CMD, pg_isready, -U, erp] }
            migrate:
              image: ghcr.io/acme/api:1.4.0
              command: [npx, prisma, migrate, deploy]
              depends_on: { db: { condition: service_healthy } }
        `,
      },
    ],
  },
})

function isNeededReady(workload: Workload): boolean {
  return workload.stateful || workload.role === 'cache' || workload.role === 'job'
}

function longForm({ name }: Workload, needed: string, condition: string): string {
  return `Write \`depends_on: { ${needed}: { condition: ${condition} } }\` in ${name}; the long form is then needed for all it depends on.`
}

function unfinished(workload: Workload, dependency: Dependency): string {
  return `${workload.name} does not wait until ${dependency.workload} has ended successfully`
}
