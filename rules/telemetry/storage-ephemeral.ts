import { forgettingStores } from '../../src/model/kept-telemetry.js'
import { monitorOf } from '../../src/model/telemetry/monitoring.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/storage-ephemeral',
  title: 'What the monitoring collects goes with its container',
  category: 'observability',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The next update of the image deletes the history: no comparison with last week, no trace of the incident that led to the update, no dashboard that somebody clicked together.',
  fix: 'Mount a named volume at the data directory: `/prometheus`, `/var/lib/grafana`, `/loki`.',
  refs: [
    'https://prometheus.io/docs/prometheus/latest/installation/#volumes-bind-mount',
    'https://grafana.com/docs/grafana/latest/setup-grafana/installation/docker/#save-your-grafana-data',
    'https://www.jaegertracing.io/docs/latest/storage/',
  ],
  check({ system, pass, fail, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return
    const { repository } = system
    const stores = forgettingStores(system)
    const [open] = stores.filter(({ state }) => state === 'unknown')
    const forgetting = stores.filter(({ state }) => state === 'forgets')
    for (const { workload, at, what, fix } of forgetting) fail(repository, at, what, { fix, key: workload.name })
    if (forgetting.length > 0) return
    if (!monitorOf(system)) implied(repository, 'telemetry/monitoring-missing')
    else if (open) unverified(repository, open.at, open.what)
    else pass(repository)
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            prometheus: #! prometheus (Prometheus) keeps /prometheus in the container
              image: prom/prometheus:v3.6.0
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
            grafana: #! grafana (Grafana) keeps /var/lib/grafana in the container
              image: grafana/grafana:12.4.0
              volumes: ["./dashboards:/etc/grafana/provisioning/dashboards:ro"]
            jaeger: #! jaeger keeps all traces in memory
              image: jaegertracing/all-in-one:1.76.0
        `,
        'prometheus.yml': `
          scrape_configs: []
        `,
      },
      {
        'k8s/prometheus.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: prometheus }
          spec:
            selector: { matchLabels: { app: prometheus } }
            template:
              metadata: { labels: { app: prometheus } }
              spec:
                containers:
                  - name: prometheus #! keeps /prometheus in the container
                    image: prom/prometheus:v3.6.0
                    volumeMounts: [{ name: data, mountPath: /prometheus }]
                volumes: [{ name: data, emptyDir: {} }]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              command: ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/data"]
              volumes: ["metrics:/data"]
            grafana: { image: "grafana/grafana:12.4.0", environment: { GF_DATABASE_URL: "\${GRAFANA_DATABASE_URL}" } }
            loki: { image: "grafana/loki:3.6.0", volumes: ["logs:/var/loki"] }
            jaeger: { image: "jaegertracing/all-in-one:1.76.0", environment: { SPAN_STORAGE_TYPE: elasticsearch } }
          volumes: { metrics: {}, logs: {} }
        `,
      },
      // Samples go on as they come.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
        `,
        'prometheus.yml': `
          remote_write: [{ url: "https://metrics.acme.io/api/v1/write" }]
        `,
      },
    ],
  },
})
