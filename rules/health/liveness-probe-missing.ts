import { needsHealthCheck } from '../../src/model/health-demand.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'health/liveness-probe-missing',
  title: 'A container that hangs is never started again',
  category: 'service-health',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Kubernetes restarts a process that ends. One that hangs, in a deadlock or with its event loop blocked, is out of service until somebody deletes the pod by hand, and with it one of the replicas.',
  fix: 'Add a `livenessProbe` that asks the process alone, not its database: `httpGet: { path: /health/live, port: http }`.',
  refs: [
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (!workload.pod || workload.pod.operator || !needsHealthCheck(workload) || keepsData(workload)) continue
      const { health } = workload
      if (health.checks.some(check => check.kind === 'liveness')) pass(workload)
      else if (health.state !== 'checked') implied(workload, 'health/check-missing')
      else fail(workload, health, `${workload.name} has no liveness probe`, { fix: fixFor(workload) })
    }
  },
  examples: {
    bad: [
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
                    ports: [{ name: http, containerPort: 3000 }]
                    readinessProbe: { httpGet: { path: /ready, port: http } } #! api has no liveness probe
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec:
            selector: { app: api }
            ports: [{ port: 80, targetPort: http }]
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
                  - name: worker
                    image: ghcr.io/acme/worker:1.4.0
                    startupProbe:
                      exec:
                        command: [cat, /tmp/started] #! worker has no liveness probe
        `,
      },
    ],
    good: [
      {
        // A database in recovery is better left alone; a job ends.
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
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    ports: [{ name: http, containerPort: 3000 }]
                    livenessProbe: { tcpSocket: { port: http } }
          ---
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
                    readinessProbe: { exec: { command: [pg_isready, -U, erp] } }
          ---
          apiVersion: batch/v1
          kind: Job
          metadata: { name: migrate }
          spec: { template: { spec: { restartPolicy: Never, containers: [{ name: migrate, image: "ghcr.io/acme/api:1.4.0" }] } } }
        `,
      },
    ],
  },
})

/** To restart a server in the middle of its recovery makes a bad day worse: there a probe is a matter of judgement. */
function keepsData({ role, stateful }: Workload): boolean {
  return stateful || role === 'cache'
}

function fixFor({ health, pod }: Workload): string {
  const http = health.checks.find(check => check.http)?.http
  const port = http?.port.known ? http.port.value : 'http'
  return `Add \`livenessProbe: { httpGet: { path: /health/live, port: ${port} } }\` to the container ${pod?.container}, with a path that asks the process alone, not its database.`
}
