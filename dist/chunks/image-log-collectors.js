"use strict";
const {
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

// src/knowledge/images/log-collectors.ts
var log_collectors_default = [
  software(
    "fluentd",
    "Fluentd",
    "agent",
    [
      image(
        "official",
        [
          "fluentd",
          "fluent/fluentd",
          "fluent/fluentd-kubernetes-daemonset",
          "bitnami/fluentd",
          "bitnamilegacy/fluentd"
        ],
        {}
      )
    ],
    { ports: [{ port: 24224, purpose: "data" }] }
  ),
  software(
    "fluent-bit",
    "Fluent Bit",
    "agent",
    [
      image("official", ["fluent/fluent-bit", "cr.fluentbit.io/fluent/fluent-bit", "ghcr.io/fluent/fluent-bit"], {
        builtInHealthcheck: false
      }),
      image("aws", ["amazon/aws-for-fluent-bit", "public.ecr.aws/aws-observability/aws-for-fluent-bit"], {}),
      image("bitnami", ["bitnami/fluent-bit", "bitnamilegacy/fluent-bit"], { runsAs: "non-root" })
    ],
    {
      ports: [
        { port: 24224, purpose: "data" },
        { port: 2020, purpose: "admin" }
      ]
    }
  ),
  software(
    "logstash",
    "Logstash",
    "agent",
    [
      image(
        "official",
        [
          "logstash",
          "docker.elastic.co/logstash/logstash",
          "docker.elastic.co/logstash/logstash-oss",
          "elastic/logstash"
        ],
        {
          builtInHealthcheck: false,
          runsAs: "non-root",
          healthCommand: "curl -fsS http://127.0.0.1:9600/ -o /dev/null",
          heap: { variable: "LS_JAVA_OPTS", defaultBytes: 1024 ** 3 }
        }
      ),
      image("bitnami", ["bitnami/logstash", "bitnamilegacy/logstash"], { runsAs: "non-root" })
    ],
    {
      ports: [
        { port: 5044, purpose: "data" },
        { port: 9600, purpose: "admin" }
      ]
    }
  ),
  software(
    "beats",
    "Elastic Beats",
    "agent",
    [
      image(
        "official",
        [
          "docker.elastic.co/beats/*",
          "elastic/filebeat",
          "elastic/metricbeat",
          "elastic/heartbeat",
          "elastic/packetbeat",
          "elastic/auditbeat"
        ],
        { builtInHealthcheck: false }
      )
    ],
    { ports: [] }
  ),
  software("elastic-agent", "Elastic Agent", "agent", [
    image(
      "official",
      [
        "docker.elastic.co/elastic-agent/elastic-agent",
        "docker.elastic.co/beats/elastic-agent",
        "elastic/elastic-agent"
      ],
      {}
    )
  ]),
  software("vector", "Vector", "agent", [image("official", ["timberio/vector", "ghcr.io/vectordotdev/vector"], {})], {
    ports: [{ port: 8686, purpose: "admin" }]
  }),
  software("logspout", "Logspout", "agent", [image("official", ["gliderlabs/logspout"], {})]),
  software("syslog-ng", "syslog-ng", "agent", [image("official", ["balabit/syslog-ng", "linuxserver/syslog-ng"], {})]),
  software("graylog", "Graylog", "logs", [image("official", ["graylog/graylog", "graylog/graylog-enterprise"], {})], {
    stateful: true,
    ports: [web(9e3)]
  }),
  software(
    "seq",
    "Seq",
    "logs",
    [
      image("official", ["datalust/seq"], {
        dataPaths: [{ paths: ["/data"], source: "https://hub.docker.com/r/datalust/seq" }]
      })
    ],
    { stateful: true, ports: [web(80), { port: 5341, purpose: "data" }] }
  )
];
module.exports = {
  default: log_collectors_default,
  house: runAudit
};
