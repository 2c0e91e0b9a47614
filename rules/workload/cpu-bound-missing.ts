import { wordsFor } from '../../src/model/platform-words.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/cpu-bound-missing',
  title: 'A workload has neither a CPU reservation nor a CPU limit',
  category: 'infrastructure-stability',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Under load every process competes for the same cores: without a share of its own, a report or an import can starve the API beside it.',
  fix: 'Set `deploy.resources.limits.cpus` (Compose) or `resources.requests.cpu` (Kubernetes; a limit is optional there), for example `cpus: "1.0"`.',
  refs: [
    'https://docs.docker.com/reference/compose-file/deploy/#cpus',
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
  ],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      // PM2 has no setting for it.
      if (!workload.longRunning || workload.platform === 'pm2') continue
      const { cpuLimit, cpuReservation, limitedByDefault } = workload.resources
      if (cpuLimit || cpuReservation || limitedByDefault) pass(workload)
      else {
        const kubernetes = {
          fix: 'Set `resources: { requests: { cpu: 250m } }` on the container; a limit is optional.',
        }
        const compose = {
          fix: `Add \`deploy: { resources: { limits: { cpus: "1.0" } } }\` to ${workload.name}, as many cores as it may take from its neighbours.`,
        }
        const what =
          workload.platform === 'kubernetes'
            ? 'neither a CPU request nor a CPU limit'
            : 'neither a CPU reservation nor a CPU limit'
        fail(
          workload,
          workload.at,
          `${workload.name} has ${what}`,
          wordsFor(workload, { kubernetes, compose, swarm: compose }),
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: #! api has neither
              image: ghcr.io/acme/api:1.4.0
              mem_limit: 512m
            worker: #! worker has neither
              image: ghcr.io/acme/worker:1.4.0
              cpu_quota: -1
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api #! api has neither a CPU request nor a CPU limit
                    image: ghcr.io/acme/api:1.4.0
                    resources: { limits: { memory: 512Mi } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", cpus: 1.5 }
            worker: { image: "ghcr.io/acme/worker:1.4.0", deploy: { resources: { limits: { cpus: "0.50" } } } }
            import: { image: "ghcr.io/acme/import:1.4.0", cpu_quota: 50000 }
            reports: { image: "ghcr.io/acme/reports:1.4.0", cpuset: "0,2-3" }
            seed: { image: "ghcr.io/acme/api:1.4.0", command: npx prisma db seed }
        `,
        'ecosystem.config.js': `
          module.exports = { apps: [{ name: 'api', script: 'dist/main.js' }] }
        `,
      },
      {
        'k8s/api.yaml': `
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
                    resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { memory: 512Mi } }
        `,
      },
    ],
  },
})
