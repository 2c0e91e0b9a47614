import { needsTracing, tracingOf } from '../../src/model/tracing.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/tracing-missing',
  title: 'No request can be followed through the services',
  category: 'observability',
  severity: 'low',
  confidence: 'B',
  since: '0.1.0',
  effort: 'days',
  why: 'When a page is slow, the time is lost in one of several services. Without a trace each team looks at its own logs and finds nothing.',
  fix: 'Add the OpenTelemetry SDK or agent to each service, set `OTEL_EXPORTER_OTLP_ENDPOINT`, and deploy something that stores traces: Tempo, Jaeger, or a hosted service.',
  refs: ['https://opentelemetry.io/docs/concepts/signals/traces/', 'https://opentelemetry.io/docs/zero-code/'],
  check({ system, pass, fail, unverified }) {
    // Within one or two services a stack trace and a profile say as much.
    if (!needsTracing(system)) return
    const tracing = tracingOf(system)
    if (tracing.state === 'traced') pass(system.repository)
    else if (tracing.state === 'unknown') unverified(system.repository, tracing.at, tracing.because)
    else fail(system.repository, tracing.at, tracing.what)
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: #! nothing follows a request through the 3 services
            api: { build: ./api, ports: ["443:8443"] }
            billing: { image: "ghcr.io/acme/billing:1.4.0" }
            shipping: { image: "ghcr.io/acme/shipping:1.4.0" }
        `,
        'api/Dockerfile': 'FROM node:24.11.1\n',
      },
      // A store that nobody sends to.
      {
        'compose.yaml': `
          services:
            api: { build: ./api, ports: ["443:8443"], environment: { OTEL_SDK_DISABLED: "" } }
            billing: { image: "ghcr.io/acme/billing:1.4.0" }
            shipping: { image: "ghcr.io/acme/shipping:1.4.0" }
            jaeger: #! jaeger takes traces, and none of 3 services makes any
              image: jaegertracing/jaeger:2.12.0
        `,
        'api/package.json': `
          { "dependencies": { "express": "5.1.0" } }
        `,
      },
    ],
    good: [
      // Three products of others are nobody's to trace; beside them two of one's own are too few.
      {
        'compose.yaml': `
          services:
            wiki: { image: "ghcr.io/wikis/wiki:2.5", ports: ["80:3000"], environment: { OTEL_TRACES_EXPORTER: otlp } }
            board: { image: "docker.io/boards/board:7.1" }
            chat: { image: "registry.example.com/chat/server:4.2" }
            api: { image: "ghcr.io/acme/api:1.4.0" }
            billing: { image: "ghcr.io/acme/billing:1.4.0" }
            shipping: { image: "ghcr.io/acme/shipping:1.4.0" }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "https://otlp.acme.io" } }
            billing: { image: "ghcr.io/acme/billing:1.4.0" }
            shipping: { image: "ghcr.io/acme/shipping:1.4.0" }
        `,
      },
      // The agent is started with the program.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", command: ["opentelemetry-instrument", "gunicorn", "app"] }
            billing: { image: "ghcr.io/acme/billing:1.4.0" }
            shipping: { image: "ghcr.io/acme/shipping:1.4.0" }
        `,
      },
      // The library is there, and something that takes what it makes.
      {
        'compose.yaml': `
          services:
            api: { build: ./api }
            billing: { image: "ghcr.io/acme/billing:1.4.0" }
            shipping: { image: "ghcr.io/acme/shipping:1.4.0" }
            tempo: { image: "grafana/tempo:2.9.0" }
        `,
        'api/package.json': `
          { "dependencies": { "@opentelemetry/sdk-node": "0.208.0" } }
        `,
      },
    ],
  },
})
