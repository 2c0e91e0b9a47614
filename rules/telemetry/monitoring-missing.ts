import { platformOf } from '../../src/model/code/platform.js'
import type { System, Workload } from '../../src/model/system.js'
import { monitorOf, waitingMonitor } from '../../src/model/telemetry/monitoring.js'
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
  check({ system, pass, fail, unverified }) {
    const platform = platformOf(system)
    if (system.workloads.length === 0 && system.images.length === 0 && !platform) return
    const waiting = waitingMonitor(system)
    if (monitorOf(system)) pass(system.repository)
    else if (platform)
      unverified(
        system.repository,
        platform,
        'the platform collects metrics of what it runs; whether anybody looks at them is not written in the repository',
      )
    else if (isDeployedElsewhere(system))
      unverified(
        system.repository,
        system.repository.at,
        'nothing in the repository deploys it; what collects metrics where it runs is not written here',
      )
    else if (waiting) fail(system.repository, waiting, ...onRequest(waiting))
    else
      fail(
        system.repository,
        system.repository.at,
        'no metrics system and no monitoring agent is deployed with the production services',
      )
  },
  examples: {
    bad: [
      // It is there, and a plain start leaves it out.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            prometheus: #! prometheus is only started with the profile monitoring, so a plain start collects no metrics
              image: prom/prometheus:v3.6.0
              profiles: [monitoring, full]
        `,
      },
      {
        'compose.yaml': `
          services: #! no metrics system and no monitoring agent
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
      },
      // Traces are no metrics; an updater and a log shipper are no monitoring.
      {
        'compose.yaml': `
          services: #! no metrics system and no monitoring agent
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://jaeger:4318" } }
            jaeger: { image: "jaegertracing/jaeger:2.12.0" }
            watchtower: { image: "containrrr/watchtower:1.7.1" }
            logs: { image: "fluent/fluent-bit:4.2" }
        `,
      },
      // A collector that prints the metrics that it takes in.
      {
        'compose.yaml': `
          services: #! no metrics system and no monitoring agent
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" } }
            collector:
              image: otel/opentelemetry-collector:0.140.1
              volumes: ["./collector.yaml:/etc/otelcol/config.yaml:ro"]
        `,
        'collector.yaml': `
          receivers: { otlp: { protocols: { http: { endpoint: "0.0.0.0:4318" } } } }
          exporters: { debug: {} }
          service: { pipelines: { metrics: { receivers: [otlp], exporters: [debug] } } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" } }
            collector:
              image: otel/opentelemetry-collector:0.140.1
              volumes: ["./collector.yaml:/etc/otelcol/config.yaml:ro"]
        `,
        'collector.yaml': `
          receivers: { otlp: { protocols: { http: { endpoint: "0.0.0.0:4318" } } } }
          exporters: { otlphttp: { endpoint: "https://otlp.acme.io" } }
          service: { pipelines: { metrics: { receivers: [otlp], exporters: [otlphttp] } } }
        `,
      },
      // A cluster that scrapes what it is told of.
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0" }] }
          ---
          apiVersion: monitoring.coreos.com/v1
          kind: ServiceMonitor
          metadata: { name: api }
          spec: { selector: { matchLabels: { app: api } }, endpoints: [{ port: http }] }
        `,
      },
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

/** An image is built here, and what runs it in production, with what beside it, is in no file. */
function isDeployedElsewhere({ deployments, unreadable }: System): boolean {
  return deployments.every(one => one.purpose !== 'production') && !unreadable.some(file => file.production)
}

/** What is said of a monitor that waits to be asked for, and what starts it. */
function onRequest({ name, profiles: [profile] = [] }: Workload): [string, { readonly fix: string }] {
  return profile === undefined
    ? [
        `${name} is declared with no instance, so a start collects no metrics`,
        { fix: `Give ${name} one instance in the files that production uses.` },
      ]
    : [
        `${name} is only started with the profile ${profile}, so a plain start collects no metrics`,
        {
          fix: `Start production with \`docker compose --profile ${profile} up -d\` in the script that deploys, write \`COMPOSE_PROFILES=${profile}\` into its \`.env\`, or take \`profiles\` out.`,
        },
      ]
}
