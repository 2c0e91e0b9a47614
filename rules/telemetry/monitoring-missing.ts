import { monitorOf } from '../../src/model/monitoring.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/monitoring-missing',
  title: 'Nothing collects metrics of the system',
  category: 'observability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'days',
  why: 'Without metrics the first sign of a full disk, an exhausted pool or a slow query is a user who calls, and nobody can say afterwards what happened.',
  fix: 'Add Prometheus with node and database exporters (and Grafana), or the agent of a hosted service, to the production deployment.',
  refs: ['https://prometheus.io/docs/introduction/overview/', 'https://opentelemetry.io/docs/collector/'],
  check({ system, pass, fail }) {
    if (system.workloads.length === 0 && system.images.length === 0) return
    if (monitorOf(system)) pass(system.repository)
    else
      fail(
        system.repository,
        system.repository.at,
        'no metrics system and no monitoring agent is deployed with the production services',
      )
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: #! no metrics system and no monitoring agent
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            prometheus: { image: "prom/prometheus:v3.6.0" }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "https://otlp.example.com" } }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            agent: { image: "gcr.io/datadoghq/agent:7.71.0" }
        `,
      },
    ],
  },
})
