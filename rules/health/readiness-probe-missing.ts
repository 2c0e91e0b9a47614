import { healthCommandOf } from '../../src/knowledge/facts.js'
import { asProbe, needsHealthCheck } from '../../src/model/health-demand.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'health/readiness-probe-missing',
  title: 'Requests are sent to a container that nobody asks if it is ready',
  category: 'service-health',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Without a readiness probe a Service sends requests to a pod from the moment that its process exists. During each rollout, and whenever it has lost its database, users get errors that another replica could have answered.',
  fix: 'Add a `readinessProbe` that asks whether the container can do its work: `httpGet: { path: /health/ready, port: http }`.',
  refs: [
    'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/',
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      const { pod, health } = workload
      if (!pod || pod.operator || !needsHealthCheck(workload) || !(pod.served || pod.routed)) continue
      if (health.checks.some(check => check.kind === 'readiness')) pass(workload)
      else if (health.state !== 'checked') implied(workload, 'health/check-missing')
      else
        fail(workload, health, `${workload.name} is behind a Service and has no readiness probe`, {
          fix: fixFor(workload),
        })
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
                    livenessProbe: { httpGet: { path: /live, port: http } } #! api is behind a Service and has no readiness probe
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec:
            selector: { app: api }
            ports: [{ port: 80, targetPort: http }]
        `,
      },
    ],
    good: [
      {
        // A worker that no Service leads to, or only to collect its metrics, is never asked for anything.
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
                    readinessProbe: { httpGet: { path: /ready, port: http } }
                    livenessProbe: { httpGet: { path: /live, port: http } }
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
                    ports: [{ name: metrics, containerPort: 9100 }]
                    livenessProbe: { exec: { command: [cat, /tmp/alive] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: worker }
          spec:
            selector: { app: worker }
            ports: [{ name: metrics, port: 9100 }]
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: mailer }
          spec:
            selector: { matchLabels: { app: mailer } }
            template:
              metadata: { labels: { app: mailer } }
              spec:
                containers:
                  - name: mailer
                    image: ghcr.io/acme/mailer:1.4.0
                    livenessProbe: { exec: { command: [cat, /tmp/alive] } }
        `,
      },
    ],
  },
})

/** What the image is known to answer to; else the place of the liveness probe with another path. */
function fixFor(workload: Workload): string {
  const { distribution, health, pod } = workload
  const command = healthCommandOf(distribution, serviceFactsOf(workload))
  const http = health.checks.find(check => check.http)?.http
  const port = http?.port.known ? http.port.value : 'http'
  const how = command ? asProbe(command) : `httpGet: { path: /health/ready, port: ${port} }`
  return `Add \`readinessProbe: { ${how} }\` to the container ${pod?.container}.`
}
