import type { Subject, Workload } from '../../src/model/system.js'
import { monitorOf } from '../../src/model/telemetry/monitoring.js'
import { defineRule, type FailOptions } from '../../src/rule.js'
import type { Span } from '../../src/source.js'

export default defineRule({
  id: 'telemetry/configuration-rejected',
  title: 'A part of the monitoring does not start',
  category: 'observability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Prometheus, Alertmanager and the OpenTelemetry Collector read their files strictly: one unknown key ends the start. The container restarts for ever, nothing is measured, and no alert says so.',
  fix: 'Correct the place that is shown. `promtool check config`, `amtool check-config` and `otelcol validate` say the same without starting anything.',
  refs: [
    'https://prometheus.io/docs/prometheus/latest/configuration/configuration/',
    'https://prometheus.io/docs/alerting/latest/configuration/',
    'https://opentelemetry.io/docs/collector/configuration/',
  ],
  reads: ['prometheus'],
  check({ system, pass, fail, implied }) {
    if (system.workloads.length + system.images.length === 0) return
    const { repository, telemetry } = system
    const rejected = telemetry.rejected.filter(({ kind }) => kind === 'configuration')
    for (const { workload, path, problems } of rejected) {
      for (const { message, at } of problems.slice(0, MOST))
        fail(repository, at, `${workload.name} refuses ${path}: ${message}`, { key: `${path} ${message}` })
    }
    const missing = [...telemetry.prometheus, ...telemetry.alertmanagers, ...telemetry.collectors].filter(
      ({ configuration }) => configuration.state === 'missing',
    )
    for (const { workload, configuration } of missing)
      if (configuration.state === 'missing') fail(...noFile(repository, workload, configuration))
    if (rejected.length + missing.length > 0) return
    if (monitorOf(system)) pass(repository)
    else implied(repository, 'telemetry/monitoring-missing')
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
        `,
        'prometheus.yml': `
          global:
            scrape_intervall: 15s #! prometheus refuses prometheus.yml: field scrape_intervall not found
          scrape_configs:
            - job_name: api
              static_configs:
                - targets: ["http://api:3000/metrics"] #! is not a valid hostname
        `,
      },
      {
        'compose.yaml': `
          services:
            alertmanager:
              image: prom/alertmanager:v0.29.0
              volumes: ["./alertmanager.yml:/etc/alertmanager/alertmanager.yml:ro"]
            prometheus: { image: "prom/prometheus:v3.6.0" }
        `,
        'alertmanager.yml': `
          route:
            receiver: team #! undefined receiver "team" used in route
          receivers:
            - name: default
              slack_configs: [{ api_url_file: /run/secrets/slack, channel: '#erp' }]
        `,
      },
      {
        'compose.yaml': `
          services:
            collector:
              image: otel/opentelemetry-collector:0.140.1
              volumes: ["./otel.yaml:/etc/otelcol/config.yaml:ro"]
        `,
        'otel.yaml': `
          receivers: { otlp: { protocols: { http: { endpoint: "0.0.0.0:4318" } } } }
          exporters: { otlphttp: { endpoint: "https://otlp.acme.io" } }
          service:
            pipelines:
              metrics:
                receivers: [otlp]
                processors: [batch] #! the pipeline metrics uses the processor batch, which is not defined
                exporters: [otlphttp]
        `,
      },
      // A command of one's own takes the flag of the image away; a path where nothing is.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              command: ["--storage.tsdb.retention.time=30d"] #! prometheus looks for its configuration at /prometheus/prometheus.yml
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
            alertmanager:
              image: prom/alertmanager:v0.29.0
              command: ["--config.file=/etc/alertmanager/config.yml"] #! alertmanager looks for its configuration at /etc/alertmanager/config.yml
        `,
        'prometheus.yml': `
          scrape_configs: []
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v3.6.0
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
            alertmanager:
              image: prom/alertmanager:v0.29.0
              command: ["--config.file=/etc/alertmanager/config.yml", "--storage.path=/alertmanager"]
              volumes: ["./alertmanager.yml:/etc/alertmanager/config.yml:ro"]
            collector:
              image: otel/opentelemetry-collector:0.140.1
              volumes: ["./otel.yaml:/etc/otelcol/config.yaml:ro"]
        `,
        'prometheus.yml': `
          global: { scrape_interval: 15s, external_labels: { cluster: "\${CLUSTER}" } }
          alerting: { alertmanagers: [{ static_configs: [{ targets: ["alertmanager:9093"] }] }] }
          scrape_configs:
            - job_name: api
              basic_auth: { username: prometheus, password_file: /run/secrets/password }
              static_configs: [{ targets: ["api:3000"] }]
        `,
        'alertmanager.yml': `
          route: { receiver: team, group_by: [alertname] }
          receivers: [{ name: team, webhook_configs: [{ url: "https://hooks.acme.io/alerts" }] }]
        `,
        'otel.yaml': `
          receivers: { otlp: { protocols: { http: { endpoint: "0.0.0.0:4318" } } } }
          processors: { batch: {} }
          exporters: { otlphttp: { endpoint: "\${env:OTLP_ENDPOINT}" }, debug: {} }
          service: { pipelines: { metrics: { receivers: [otlp], processors: [batch], exporters: [otlphttp] } } }
        `,
      },
      // Prometheus 2 took the first API of Alertmanager.
      {
        'compose.yaml': `
          services:
            prometheus:
              image: prom/prometheus:v2.30.0
              volumes: ["./prometheus.yml:/etc/prometheus/prometheus.yml:ro"]
        `,
        'prometheus.yml': `
          alerting: { alertmanagers: [{ api_version: v1, static_configs: [{ targets: ["alerts.acme.io:9093"] }] }] }
        `,
      },
    ],
  },
})

/** Problems of one file beyond which more say nothing new. */
const MOST = 5

function noFile(
  repository: Subject,
  { name }: Workload,
  { path, at }: { readonly path: string; readonly at: Span },
): [Subject, Span, string, FailOptions] {
  return [
    repository,
    at,
    `${name} looks for its configuration at ${path}, and nothing is there`,
    {
      fix: `Mount the file there, or name the right path with \`--config.file=\` in the command of ${name}.`,
      key: `${name} ${path}`,
    },
  ]
}
