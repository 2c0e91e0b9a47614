"use strict";
const {
  dataAt,
  image,
  metrics,
  software,
  web
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/tracing.ts
var otlp = [
  { port: 4317, purpose: "data" },
  { port: 4318, purpose: "data" }
];
var tracing_default = [
  software(
    "otel-collector",
    "OpenTelemetry Collector",
    "tracing",
    [
      image(
        "official",
        [
          "otel/opentelemetry-collector",
          "otel/opentelemetry-collector-contrib",
          "otel/opentelemetry-collector-k8s",
          "ghcr.io/open-telemetry/opentelemetry-collector-releases/*"
        ],
        {
          builtInHealthcheck: false,
          // Built on scratch: https://github.com/open-telemetry/opentelemetry-collector-releases
          tools: { has: [], lacks: ["curl", "wget", "nc", "bash", "sh"], shell: false },
          runsAs: "non-root"
        }
      ),
      image("aws", ["amazon/aws-otel-collector", "public.ecr.aws/aws-observability/aws-otel-collector"], {})
    ],
    { ports: [...otlp, metrics(8888), { port: 13133, purpose: "admin" }] }
  ),
  software(
    "jaeger",
    "Jaeger",
    "tracing",
    [
      image("all-in-one", ["jaegertracing/all-in-one", "quay.io/jaegertracing/all-in-one"], {
        builtInHealthcheck: false
      }),
      image(
        "v2",
        ["jaegertracing/jaeger", "cr.jaegertracing.io/jaegertracing/jaeger", "quay.io/jaegertracing/jaeger"],
        {
          builtInHealthcheck: false
        }
      ),
      image(
        "parts",
        [
          "jaegertracing/jaeger-collector",
          "jaegertracing/jaeger-query",
          "jaegertracing/jaeger-agent",
          "jaegertracing/jaeger-ingester"
        ],
        {}
      )
    ],
    {
      ports: [web(16686), ...otlp, { port: 14268, purpose: "data" }],
      access: { byDefault: "none", variables: [], source: "https://www.jaegertracing.io/docs/latest/security/" }
    }
  ),
  software(
    "zipkin",
    "Zipkin",
    "tracing",
    [
      image(
        "official",
        ["openzipkin/zipkin", "openzipkin/zipkin-slim", "ghcr.io/openzipkin/zipkin", "ghcr.io/openzipkin/zipkin-slim"],
        {
          // `HEALTHCHECK \u2026 CMD ["docker-healthcheck"]`: https://github.com/openzipkin/zipkin/blob/master/docker/Dockerfile
          builtInHealthcheck: true,
          runsAs: "non-root"
        }
      )
    ],
    {
      ports: [web(9411)],
      access: {
        byDefault: "none",
        variables: [],
        source: "https://github.com/openzipkin/zipkin/tree/master/zipkin-server"
      }
    }
  ),
  software(
    "signoz",
    "SigNoz",
    "tracing",
    [
      image("server", ["signoz/signoz", "signoz/query-service", "signoz/frontend", "signoz/signoz-community"], {
        ...dataAt("/var/lib/signoz", "https://github.com/SigNoz/signoz/tree/main/deploy")
      }),
      image("alertmanager", ["signoz/alertmanager"], {})
    ],
    { stateful: true, ports: [web(8080), web(3301)] }
  ),
  software(
    "signoz-otel-collector",
    "SigNoz OpenTelemetry Collector",
    "tracing",
    [image("official", ["signoz/signoz-otel-collector", "signoz/signoz-schema-migrator"], {})],
    { ports: otlp }
  ),
  software(
    "skywalking",
    "SkyWalking",
    "tracing",
    [image("official", ["apache/skywalking-oap-server", "apache/skywalking-ui"], {})],
    {
      ports: [web(12800), { port: 11800, purpose: "data" }]
    }
  ),
  software(
    "apm-server",
    "Elastic APM Server",
    "tracing",
    [image("official", ["docker.elastic.co/apm/apm-server", "elastic/apm-server"], {})],
    {
      ports: [{ port: 8200, purpose: "data" }]
    }
  )
];
module.exports = {
  default: tracing_default,
  house: runAudit
};
