"use strict";
const {
  image,
  software
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/agents.ts
var agents_default = [
  software(
    "datadog-agent",
    "Datadog agent",
    "agent",
    [
      image(
        "official",
        [
          "datadog/agent",
          "gcr.io/datadoghq/agent",
          "public.ecr.aws/datadog/agent",
          "registry.datadoghq.com/agent",
          "datadog/dogstatsd"
        ],
        { builtInHealthcheck: true, tools: { has: ["agent", "sh", "bash"], lacks: [], shell: true } }
      )
    ],
    {
      ports: [
        { port: 8125, purpose: "data" },
        { port: 8126, purpose: "data" }
      ]
    }
  ),
  software("newrelic-agent", "New Relic agent", "agent", [
    image("official", ["newrelic/infrastructure", "newrelic/infrastructure-bundle", "newrelic/nri-*"], {})
  ]),
  software("dynatrace-agent", "Dynatrace OneAgent", "agent", [
    image("official", ["dynatrace/oneagent", "dynatrace/dynatrace-operator"], {})
  ]),
  software("instana-agent", "Instana agent", "agent", [
    image(
      "official",
      ["icr.io/instana/agent", "instana/agent", "containers.instana.io/instana/release/agent/static"],
      {}
    )
  ]),
  software("appdynamics-agent", "AppDynamics agent", "agent", [
    image("official", ["appdynamics/machine-agent", "appdynamics/cluster-agent"], {})
  ]),
  software(
    "sentry-relay",
    "Sentry Relay",
    "agent",
    [image("official", ["getsentry/relay", "ghcr.io/getsentry/relay"], {})],
    {
      ports: [{ port: 3e3, purpose: "data" }]
    }
  ),
  software(
    "sentry",
    "Sentry",
    "alerting",
    [image("official", ["getsentry/sentry", "ghcr.io/getsentry/sentry", "sentry"], {})],
    {
      ports: [{ port: 9e3, purpose: "web" }]
    }
  ),
  software("glitchtip", "GlitchTip", "alerting", [image("official", ["glitchtip/glitchtip"], {})], {
    ports: [{ port: 8e3, purpose: "web" }]
  }),
  software("telegraf", "Telegraf", "agent", [
    image("official", ["telegraf", "bitnami/telegraf", "bitnamilegacy/telegraf"], { builtInHealthcheck: false })
  ]),
  software(
    "zabbix-agent",
    "Zabbix agent",
    "agent",
    [image("official", ["zabbix/zabbix-agent", "zabbix/zabbix-agent2"], {})],
    {
      ports: [{ port: 10050, purpose: "data" }]
    }
  ),
  software("beyla", "Grafana Beyla", "agent", [image("official", ["grafana/beyla"], {})])
];
module.exports = {
  default: agents_default,
  house: runAudit
};
