import { mayAsk, observedServices } from '../../src/model/exporters.js'
import { monitorOf } from '../../src/model/telemetry/monitoring.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/metrics-missing',
  title: 'A service shows no metrics to the monitoring',
  category: 'observability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Connections that run out, a replica that lags, memory that fills: the database knows, and Prometheus cannot ask it. The first sign is an error in the application.',
  fix: 'Deploy the exporter of the database beside it, give it an account that may read statistics, and add it to `scrape_configs`.',
  refs: [
    'https://prometheus.io/docs/instrumenting/exporters/#databases',
    'https://github.com/prometheus-community/postgres_exporter',
  ],
  check({ system, pass, fail, unverified, implied }) {
    const monitor = monitorOf(system)
    for (const { workload, others, exporters, usual } of observedServices(system)) {
      const { software, name, pod } = workload
      if (!monitor) implied(workload, 'telemetry/monitoring-missing')
      else if (exporters.length > 0 || pod?.showsMetrics) pass(workload)
      else if (pod?.operator) unverified(workload, workload, `${pod.operator} may export its metrics`)
      else if (monitor.kind === 'elsewhere' || mayAsk(system))
        unverified(
          workload,
          monitor,
          `whether ${monitor.name} reads ${software?.name} is not written in the repository`,
        )
      else {
        const more = others > 0 ? ` (and ${others} more)` : ''
        fail(
          workload,
          workload,
          `${name}${more} is ${software?.name}, which shows Prometheus no metrics, and no exporter for it is deployed`,
          {
            fix: `Add a service with the ${usual.replace('-', ' ')} and a scrape job for it.`,
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: #! db is PostgreSQL, which shows Prometheus no metrics, and no exporter for it is deployed
              image: postgres:17
            cache-1: #! cache-1 (and 1 more) is Redis
              image: redis:8
            cache-2: { image: "redis:8" }
            prometheus: { image: "prom/prometheus:v3.6.0" }
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
              spec:
                containers:
                  - name: db #! is MySQL, which shows Prometheus no metrics
                    image: mysql:8.4
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: prometheus }
          spec:
            selector: { matchLabels: { app: prometheus } }
            template:
              metadata: { labels: { app: prometheus } }
              spec: { containers: [{ name: prometheus, image: "prom/prometheus:v3.6.0" }] }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17" }
            standby: { image: "postgres:17" }
            db-exporter: { image: "prometheuscommunity/postgres-exporter:v0.18.1" }
            dump: { image: "postgres:17", command: ["sh", "-c", "while :; do pg_dump -h db erp > /b/erp.sql; sleep 86400; done"] }
            search: { image: "qdrant/qdrant:v1.16.0" }
            prometheus: { image: "prom/prometheus:v3.6.0" }
        `,
      },
    ],
  },
})
