import { loggingServices, logShippingOf, needsOnePlace } from '../../src/model/log-shipping.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'telemetry/log-shipping-missing',
  title: 'The logs of the services stay on the host',
  category: 'observability',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'A request crosses several services, and its trail lies in as many files that rotate away, and that go with the container or the host. After an incident nobody can search them.',
  fix: 'Run a collector that reads the logs of all containers (Grafana Alloy, Fluent Bit or Vector with `/var/lib/docker/containers` or the Docker socket mounted read-only) and stores them in Loki, Elasticsearch or a hosted service; or set a logging driver that sends them there.',
  refs: ['https://docs.docker.com/engine/logging/configure/', 'https://grafana.com/docs/loki/latest/send-data/'],
  reads: ['prometheus'],
  check({ system, pass, fail, implied, unverified }) {
    // A few are read where they run; several need one place.
    if (!needsOnePlace(loggingServices(system))) return
    const shipping = logShippingOf(system)
    if (shipping.state === 'shipped') pass(system.repository)
    else if (shipping.state === 'astray') implied(system.repository, 'network/upstream-unknown')
    else if (shipping.state === 'unknown') unverified(system.repository, shipping.at, shipping.because)
    else fail(system.repository, shipping.at, shipping.what)
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services: #! the logs of 4 services stay on the host
            api: { image: "ghcr.io/acme/api:1.4.0" }
            db: { image: "postgres:17" }
            worker: { image: "ghcr.io/acme/worker:1.4.0" }
            mailer: { image: "ghcr.io/acme/mailer:1.4.0" }
        `,
      },
      // A collector that nobody sends to, and one that prints what it takes.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            db: { image: "postgres:17" }
            worker: { image: "ghcr.io/acme/worker:1.4.0" }
            mailer: { image: "ghcr.io/acme/mailer:1.4.0" }
            fluent: #! fluent takes logs that are sent to it, and none of the 4 services sends any
              image: fluent/fluent-bit:4.2
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", logging: { driver: fluentd } }
            db: { image: "postgres:17" }
            worker: { image: "ghcr.io/acme/worker:1.4.0", logging: { driver: fluentd } }
            mailer: { image: "ghcr.io/acme/mailer:1.4.0", logging: { driver: fluentd } }
            fluentd:
              image: fluent/fluentd:v1.19
              ports: ["127.0.0.1:24224:24224"]
              volumes: ["./fluent.conf:/fluentd/etc/fluent.conf:ro"]
        `,
        'fluent.conf': `
          <source>
            @type forward
          </source>
          #! fluentd prints or drops every log that it takes in
          <match **>
            @type stdout
          </match>
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            db: { image: "postgres:17" }
            worker: { image: "ghcr.io/acme/worker:1.4.0" }
            mailer: { image: "ghcr.io/acme/mailer:1.4.0" }
            agent: #! agent is deployed, and its collection of logs is switched off
              image: gcr.io/datadoghq/agent:7.71.0
              volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]
        `,
      },
    ],
    good: [
      // A small stack, next to one that is asked: its logs are read where they run.
      {
        'compose.yaml': `
          services:
            web: { image: "ghcr.io/acme/web:1.4.0", logging: { driver: gelf } }
            api: { image: "ghcr.io/acme/api:1.4.0" }
            db: { image: "postgres:17" }
            cache: { image: "redis:8.0" }
            jobs-db: { image: "postgres:17" }
        `,
        'shop/compose.yaml': `
          services:
            shop-1: { image: "ghcr.io/acme/shop:1.4.0" }
            shop-2: { image: "ghcr.io/acme/shop:1.4.0" }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0" }
            db: { image: "postgres:17" }
            worker: { image: "ghcr.io/acme/worker:1.4.0" }
            mailer: { image: "ghcr.io/acme/mailer:1.4.0" }
            alloy: { image: "grafana/alloy:v1.11.0", volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"] }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", logging: { driver: awslogs } }
            db: { image: "postgres:17" }
            worker: { image: "ghcr.io/acme/worker:1.4.0", logging: { driver: awslogs } }
            mailer: { image: "ghcr.io/acme/mailer:1.4.0", logging: { driver: awslogs } }
        `,
      },
      // The application sends its lines itself.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { SEQ_URL: "http://seq:5341" } }
            db: { image: "postgres:17" }
            worker: { image: "ghcr.io/acme/worker:1.4.0", environment: { SEQ_URL: "http://seq:5341" } }
            mailer: { image: "ghcr.io/acme/mailer:1.4.0", environment: { SEQ_URL: "http://seq:5341" } }
            seq: { image: "datalust/seq:2025.2" }
        `,
      },
      // By a driver to a collector that hands them on.
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", logging: { driver: fluentd } }
            db: { image: "postgres:17" }
            worker: { image: "ghcr.io/acme/worker:1.4.0", logging: { driver: fluentd } }
            mailer: { image: "ghcr.io/acme/mailer:1.4.0", logging: { driver: fluentd } }
            collector:
              image: otel/opentelemetry-collector-contrib:0.140.1
              ports: ["127.0.0.1:24224:24224"]
              volumes: ["./collector.yaml:/etc/otelcol-contrib/config.yaml:ro"]
        `,
        'collector.yaml': `
          receivers: { fluentforward: { endpoint: "0.0.0.0:24224" } }
          exporters: { otlphttp: { endpoint: "https://otlp.acme.io" } }
          service: { pipelines: { logs: { receivers: [fluentforward], exporters: [otlphttp] } } }
        `,
      },
    ],
  },
})
