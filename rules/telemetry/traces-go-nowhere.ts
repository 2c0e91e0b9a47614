import { lostTraces } from '../../src/model/lost-traces.js'
import { needsTracing, tracingOf } from '../../src/model/tracing.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/traces-go-nowhere',
  title: 'Traces are made and lost',
  category: 'observability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'An exporter that cannot deliver drops its spans and says so at most in a debug log. The services pay for tracing, and on the day that a trace is needed there is none.',
  fix: 'Let the endpoint name the collector and the port of the protocol in use (4317 for gRPC, 4318 for HTTP), and let every pipeline for traces end in an exporter to a store.',
  refs: [
    'https://opentelemetry.io/docs/specs/otel/protocol/exporter/',
    'https://opentelemetry.io/docs/collector/configuration/',
  ],
  reads: ['prometheus'],
  check({ system, pass, fail, implied }) {
    if (system.workloads.length + system.images.length === 0) return
    const { repository } = system
    const lost = lostTraces(system)
    for (const { at, what, fix, key } of lost) fail(repository, at, what, { fix, key })
    // One or two services need no traces; those that they make all the same are not to be lost.
    if (lost.length > 0 || !needsTracing(system)) return
    if (tracingOf(system).state === 'none') implied(repository, 'telemetry/tracing-missing')
    else pass(repository)
  },
  examples: {
    bad: [
      // The name is nobody's, the port is that of the other protocol.
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                OTEL_EXPORTER_OTLP_ENDPOINT: http://otel:4318 #! points at otel, and no service on its networks has the name otel
            billing:
              image: ghcr.io/acme/billing:1.4.0
              environment:
                OTEL_EXPORTER_OTLP_PROTOCOL: grpc
                OTEL_EXPORTER_OTLP_ENDPOINT: http://tempo:4318 #! billing sends traces by gRPC to port 4318
            shipping:
              image: ghcr.io/acme/shipping:1.4.0
              environment:
                OTEL_EXPORTER_OTLP_ENDPOINT: http://localhost:4318 #! which is its own container
            tempo: { image: "grafana/tempo:2.9.0" }
        `,
      },
      // A collector that prints what it takes, and one whose receiver nobody reaches.
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" }
            collector:
              image: otel/opentelemetry-collector-contrib:0.140.1
              command: ["--config=/etc/otel.yaml"]
              volumes: ["./otel.yaml:/etc/otel.yaml:ro"]
        `,
        'otel.yaml': `
          receivers: { otlp: { protocols: { http: { endpoint: "0.0.0.0:4318" } } } }
          exporters: { debug: { verbosity: detailed } }
          service:
            pipelines:
              traces:
                receivers: [otlp]
                exporters: [debug] #! the pipeline traces of otel.yaml prints or drops every trace
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                OTEL_EXPORTER_OTLP_ENDPOINT: http://collector:4318 #! whose receiver listens on the loopback of its own container only
            billing:
              image: ghcr.io/acme/billing:1.4.0
              environment:
                OTEL_EXPORTER_OTLP_ENDPOINT: http://collector:4317 #! by OTLP over gRPC, which its receiver does not take
            collector:
              image: otel/opentelemetry-collector:0.140.1
              volumes: ["./otel.yaml:/etc/otelcol/config.yaml:ro"]
            tempo: { image: "grafana/tempo:2.9.0" }
        `,
        'otel.yaml': `
          receivers: { otlp: { protocols: { http: {} } } }
          exporters:
            otlp:
              endpoint: jaeger:4317 #! sends to jaeger, and nobody answers to that name
            otlphttp:
              endpoint: http://tempo:4317 #! and its protocol is taken on 4318
          service: { pipelines: { traces: { receivers: [otlp], exporters: [otlp, otlphttp] } } }
        `,
      },
      // Metrics only.
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: http://collector:4318/v1/traces #! has no pipeline for traces
            collector:
              image: otel/opentelemetry-collector:0.140.1
              volumes: ["./otel.yaml:/etc/otelcol/config.yaml:ro"]
        `,
        'otel.yaml': `
          receivers: { otlp: { protocols: { http: { endpoint: "0.0.0.0:4318" } } } }
          exporters: { otlphttp: { endpoint: "https://otlp.acme.io" } }
          service: { pipelines: { metrics: { receivers: [otlp], exporters: [otlphttp] } } }
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                OTEL_EXPORTER_OTLP_ENDPOINT: http://jaeger:4318 #! only with COLLECTOR_OTLP_ENABLED=true in this version
            jaeger: { image: "jaegertracing/all-in-one:1.30" }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                OTEL_EXPORTER_OTLP_PROTOCOL: http/protobuf
                OTEL_EXPORTER_OTLP_ENDPOINT: http://collector:4318
            billing: { image: "ghcr.io/acme/billing:1.4.0", environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4317" } }
            shipping: { image: "ghcr.io/acme/shipping:1.4.0", environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "https://otlp.acme.io" } }
            collector:
              image: otel/opentelemetry-collector:0.140.1
              volumes: ["./otel.yaml:/etc/otelcol/config.yaml:ro"]
            tempo: { image: "grafana/tempo:2.9.0" }
        `,
        'otel.yaml': `
          receivers:
            otlp: { protocols: { grpc: { endpoint: "0.0.0.0:4317" }, http: { endpoint: "0.0.0.0:4318" } } }
          processors: { batch: {} }
          connectors: { spanmetrics: {} }
          exporters:
            debug: {}
            otlp: { endpoint: "tempo:4317", tls: { insecure: true } }
            prometheus: { endpoint: "0.0.0.0:8889" }
            otlphttp/outside: { endpoint: "\${env:OTLP_ENDPOINT}" }
          service:
            pipelines:
              traces: { receivers: [otlp], processors: [batch], exporters: [debug, otlp, spanmetrics, otlphttp/outside] }
              metrics: { receivers: [spanmetrics], exporters: [prometheus] }
        `,
      },
      // Before 0.104 a receiver without an endpoint listened everywhere.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" } }
            billing: { image: "ghcr.io/acme/billing:1.4.0" }
            shipping: { image: "ghcr.io/acme/shipping:1.4.0" }
            collector:
              image: otel/opentelemetry-collector:0.90.0
              volumes: ["./otel.yaml:/etc/otelcol/config.yaml:ro"]
            tempo: { image: "grafana/tempo:2.9.0" }
        `,
        'otel.yaml': `
          receivers: { otlp: { protocols: { http: } } }
          exporters: { otlp: { endpoint: "tempo:4317" } }
          service: { pipelines: { traces: { receivers: [otlp], exporters: [otlp] } } }
        `,
      },
    ],
  },
})
