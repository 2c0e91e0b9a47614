"use strict";
const {
  dataAt,
  image,
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

// src/knowledge/images/grafana.ts
var docs = "https://grafana.com/docs";
var grafana_default = [
  software(
    "grafana",
    "Grafana",
    "dashboard",
    [
      image("official", ["grafana/grafana", "grafana/grafana-oss", "grafana/grafana-enterprise"], {
        ...dataAt("/var/lib/grafana", `${docs}/grafana/latest/setup-grafana/installation/docker/`),
        builtInHealthcheck: false,
        healthCommand: "wget -q -O /dev/null http://127.0.0.1:3000/api/health",
        tools: { has: ["grafana", "sh"], lacks: [], shell: true },
        runsAs: "non-root",
        variables: {
          reads: [/^GF_[A-Z0-9_]+$/],
          ignored: [],
          refused: [],
          required: [],
          prefixes: ["GF_"],
          source: `${docs}/grafana/latest/setup-grafana/configure-grafana/#override-configuration-with-environment-variables`
        }
      }),
      image("bitnami", ["bitnami/grafana", "bitnamilegacy/grafana"], { runsAs: "non-root" })
    ],
    {
      stateful: true,
      ports: [web(3e3)],
      access: {
        byDefault: "login",
        variables: ["GF_SECURITY_ADMIN_PASSWORD", "GF_SECURITY_ADMIN_PASSWORD__FILE"],
        defaultLogin: { user: "admin", userVariable: "GF_SECURITY_ADMIN_USER", password: "admin" },
        // https://grafana.com/docs/grafana/latest/setup-grafana/configure-security/configure-authentication/anonymous-auth/
        openedBy: [
          { variable: "GF_AUTH_ANONYMOUS_ENABLED", value: /^(?:true|t|1|yes|on)$/i },
          { variable: "GF_AUTH_ANONYMOUS_ORG_ROLE", value: /^(?:Admin|Editor)$/i }
        ],
        source: `${docs}/grafana/latest/setup-grafana/configure-grafana/#admin_password`
      }
    }
  ),
  software(
    "loki",
    "Loki",
    "logs",
    [
      image("official", ["grafana/loki"], {
        ...dataAt("/loki", "https://github.com/grafana/loki/blob/main/cmd/loki/loki-docker-config.yaml"),
        builtInHealthcheck: false,
        runsAs: "non-root"
      })
    ],
    {
      stateful: true,
      ports: [web(3100), { port: 9095, purpose: "cluster" }],
      access: { byDefault: "none", variables: [], source: `${docs}/loki/latest/operations/authentication/` }
    }
  ),
  software("promtail", "Promtail", "agent", [image("official", ["grafana/promtail"], {})], { ports: [web(9080)] }),
  software(
    "tempo",
    "Tempo",
    "tracing",
    [
      image("official", ["grafana/tempo"], {
        ...dataAt("/var/tempo", `${docs}/tempo/latest/configuration/`),
        builtInHealthcheck: false
      })
    ],
    {
      stateful: true,
      ports: [web(3200), { port: 4317, purpose: "data" }, { port: 4318, purpose: "data" }],
      access: { byDefault: "none", variables: [], source: `${docs}/tempo/latest/configuration/` }
    }
  ),
  software("mimir", "Mimir", "metrics", [image("official", ["grafana/mimir"], {})], {
    stateful: true,
    ports: [web(8080), { port: 9095, purpose: "cluster" }]
  }),
  software("pyroscope", "Pyroscope", "tracing", [image("official", ["grafana/pyroscope"], {})], { ports: [web(4040)] }),
  software("alloy", "Grafana Alloy", "agent", [image("official", ["grafana/alloy", "grafana/agent"], {})], {
    ports: [web(12345)]
  }),
  software("k6", "k6", "development-tool", [image("official", ["grafana/k6", "loadimpact/k6"], {})])
];
module.exports = {
  default: grafana_default,
  house: runAudit
};
