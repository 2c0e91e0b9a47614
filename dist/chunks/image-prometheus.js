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

// src/knowledge/images/prometheus.ts
var prometheus_default = [
  software(
    "prometheus",
    "Prometheus",
    "metrics",
    [
      image("official", ["prom/prometheus", "quay.io/prometheus/prometheus"], {
        ...dataAt("/prometheus", "https://github.com/prometheus/prometheus/blob/main/Dockerfile"),
        builtInHealthcheck: false,
        healthCommand: "wget -q -O /dev/null http://127.0.0.1:9090/-/healthy",
        tools: { has: ["prometheus", "promtool", "wget", "sh", "nc"], lacks: ["curl", "bash"], shell: true },
        runsAs: "non-root"
      }),
      image("bitnami", ["bitnami/prometheus", "bitnamilegacy/prometheus"], {
        ...dataAt("/opt/bitnami/prometheus/data", "https://github.com/bitnami/containers/tree/main/bitnami/prometheus"),
        runsAs: "non-root"
      }),
      image("ubuntu", ["ubuntu/prometheus"], {})
    ],
    {
      stateful: true,
      ports: [web(9090)],
      access: {
        byDefault: "none",
        variables: [],
        byArgument: true,
        source: "https://prometheus.io/docs/operating/security/#prometheus"
      }
    }
  ),
  software(
    "alertmanager",
    "Alertmanager",
    "alerting",
    [
      image("official", ["prom/alertmanager", "quay.io/prometheus/alertmanager"], {
        ...dataAt("/alertmanager", "https://github.com/prometheus/alertmanager/blob/main/Dockerfile"),
        builtInHealthcheck: false,
        healthCommand: "wget -q -O /dev/null http://127.0.0.1:9093/-/healthy",
        tools: { has: ["alertmanager", "amtool", "wget", "sh", "nc"], lacks: ["curl", "bash"], shell: true },
        runsAs: "non-root"
      }),
      image("bitnami", ["bitnami/alertmanager", "bitnamilegacy/alertmanager"], { runsAs: "non-root" })
    ],
    {
      ports: [web(9093), { port: 9094, purpose: "cluster" }],
      access: {
        byDefault: "none",
        variables: [],
        byArgument: true,
        source: "https://prometheus.io/docs/operating/security/#alertmanager"
      }
    }
  ),
  software(
    "pushgateway",
    "Pushgateway",
    "metrics",
    [
      image("official", ["prom/pushgateway", "quay.io/prometheus/pushgateway"], {
        builtInHealthcheck: false,
        healthCommand: "wget -q -O /dev/null http://127.0.0.1:9091/-/healthy",
        tools: { has: ["pushgateway", "wget", "sh", "nc"], lacks: ["curl", "bash"], shell: true },
        runsAs: "non-root"
      })
    ],
    { ports: [web(9091)] }
  ),
  software(
    "victoriametrics",
    "VictoriaMetrics",
    "metrics",
    [
      image("official", ["victoriametrics/victoria-metrics", "quay.io/victoriametrics/victoria-metrics"], {
        ...dataAt(
          "/victoria-metrics-data",
          "https://docs.victoriametrics.com/victoriametrics/single-server-victoriametrics/"
        ),
        builtInHealthcheck: false,
        healthCommand: "wget -q -O /dev/null http://127.0.0.1:8428/health"
      })
    ],
    { stateful: true, ports: [web(8428)] }
  ),
  software(
    "vmagent",
    "vmagent",
    "agent",
    [image("official", ["victoriametrics/vmagent", "victoriametrics/vmalert", "victoriametrics/vmauth"], {})],
    { ports: [web(8429)] }
  ),
  software(
    "thanos",
    "Thanos",
    "metrics",
    [image("official", ["quay.io/thanos/thanos", "thanosio/thanos", "bitnami/thanos", "bitnamilegacy/thanos"], {})],
    { ports: [web(10902)] }
  ),
  software(
    "statsd-exporter",
    "StatsD exporter",
    "exporter",
    [image("official", ["prom/statsd-exporter"], { runsAs: "non-root" })],
    { ports: [metrics(9102)] }
  )
];
module.exports = {
  default: prometheus_default,
  house: runAudit
};
