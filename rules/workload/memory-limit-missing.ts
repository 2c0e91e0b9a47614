import { wordsFor } from '../../src/model/platform-words.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/memory-limit-missing',
  title: 'A workload may use all memory of its host',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Without a memory limit one leaking or busy process takes memory from all others on the host, until the kernel kills whichever it picks, often the database.',
  fix: 'Set `deploy.resources.limits.memory` (Compose), `resources.limits.memory` (Kubernetes) or `max_memory_restart` (PM2) a third above what the workload uses at peak, for example `memory: 512M`.',
  refs: [
    'https://docs.docker.com/reference/compose-file/deploy/#resources',
    'https://docs.docker.com/engine/containers/resource_constraints/',
    'https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/',
    'https://pm2.keymetrics.io/docs/usage/memory-limit/',
  ],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue
      const { memoryLimit, limitedByDefault } = workload.resources
      if (memoryLimit || limitedByDefault) pass(workload)
      else
        fail(workload, workload.at, `${workload.name} has no memory limit`, {
          ...wordsFor(workload, {
            compose: { fix: inDeploy(workload.name) },
            swarm: { fix: inDeploy(workload.name) },
            pm2: {
              fix: 'Set `max_memory_restart` a third above what the app uses at peak, for example `512M`: PM2 restarts it then.',
            },
            kubernetes: {
              fix: `Set \`resources: { requests: { memory: 512Mi }, limits: { memory: 512Mi } }\` on the container ${workload.pod?.container ?? workload.name}, a third above what it uses at peak.`,
              why: 'Without a limit one leaking container takes the memory of its whole node, and the kernel or the kubelet ends whichever pod it picks. Without a request the scheduler places it where there is none left.',
            },
          }),
        })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: #! api has no memory limit
              image: ghcr.io/acme/api:1.4.0
              deploy: { resources: { reservations: { memory: 256M } } }
        `,
      },
      {
        // 0 is how Docker spells "no limit".
        'compose.yaml': `
          services:
            api: #! api has no memory limit
              image: ghcr.io/acme/api:1.4.0
              mem_limit: 0
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
                  - name: api #! api has no memory limit
                    image: ghcr.io/acme/api:1.4.0
                    resources: { requests: { cpu: 250m, memory: 256Mi } }
                  - name: log-shipper #! api/log-shipper has no memory limit
                    image: fluent/fluent-bit:4.0.3
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api', //! api has no memory limit
                script: 'dist/main.js',
                instances: 'max',
              },
            ],
          }
        `,
      },
    ],
    good: [
      {
        // A LimitRange gives what a container does not say; a job and an init container end.
        'k8s/api.yaml': `
          apiVersion: v1
          kind: LimitRange
          metadata: { name: defaults }
          spec: { limits: [{ type: Container, default: { memory: 512Mi } }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0" }] }
        `,
        'k8s/worker.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: worker, namespace: jobs }
          spec:
            selector: { matchLabels: { app: worker } }
            template:
              metadata: { labels: { app: worker } }
              spec:
                initContainers: [{ name: wait, image: "busybox:1.37", command: [sleep, "5"] }]
                containers: [{ name: worker, image: "ghcr.io/acme/worker:1.4.0", resources: { limits: { memory: 1Gi } } }]
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: mail, namespace: jobs }
          spec:
            selector: { matchLabels: { app: mail } }
            template:
              metadata: { labels: { app: mail } }
              spec:
                resources: { limits: { memory: 1Gi } }
                containers: [{ name: mail, image: "ghcr.io/acme/mail:1.4.0" }, { name: spool, image: "ghcr.io/acme/spool:1.4.0" }]
          ---
          apiVersion: batch/v1
          kind: Job
          metadata: { name: migrate, namespace: jobs }
          spec: { template: { spec: { restartPolicy: Never, containers: [{ name: migrate, image: "ghcr.io/acme/api:1.4.0" }] } } }
        `,
      },
      {
        // What is spread into an app may hold the limit.
        'ecosystem.config.js': `
          const common = { max_memory_restart: '512M' }
          module.exports = {
            apps: [
              { name: 'api', script: 'dist/main.js', ...common },
              { name: 'worker', script: 'dist/worker.js', ...require('@acme/pm2-defaults') },
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              deploy: { resources: { limits: { memory: 512M } } }
            worker:
              image: ghcr.io/acme/worker:1.4.0
              mem_limit: 256m
            reports:
              image: ghcr.io/acme/reports:1.4.0
              mem_limit: \${REPORTS_MEMORY}
        `,
      },
      {
        // A job that runs once and ends is not judged; the service that waits for it is.
        'compose.yaml': `
          services:
            migrate:
              image: ghcr.io/acme/api:1.4.0
              command: npx prisma migrate deploy
            api:
              image: ghcr.io/acme/api:1.4.0
              mem_limit: 512m
              depends_on: { migrate: { condition: service_completed_successfully } }
        `,
      },
      {
        // A file for development beside a base file is not what production runs.
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", mem_limit: 512m }
        `,
        'compose.override.yaml': `
          services:
            mail: { image: "ghcr.io/acme/mail:1.0.0" }
        `,
      },
    ],
  },
})

function inDeploy(name: string): string {
  return `Add \`deploy: { resources: { limits: { memory: 512M } } }\` to ${name}, with a third above what it uses at peak for the 512M (\`docker stats\` shows it).`
}
