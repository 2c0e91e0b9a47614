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

// src/knowledge/images/dashboards.ts
var dashboards_default = [
  software(
    "kibana",
    "Kibana",
    "dashboard",
    [
      image(
        "official",
        ["kibana", "docker.elastic.co/kibana/kibana", "docker.elastic.co/kibana/kibana-oss", "elastic/kibana"],
        {
          builtInHealthcheck: false,
          runsAs: "non-root",
          healthCommand: "curl -fsS http://127.0.0.1:5601/api/status -o /dev/null"
        }
      ),
      image("bitnami", ["bitnami/kibana", "bitnamilegacy/kibana"], { runsAs: "non-root" })
    ],
    {
      ports: [web(5601)],
      access: {
        byDefault: "target",
        variables: [],
        source: "https://www.elastic.co/docs/reference/kibana/configuration-reference/security-settings"
      }
    }
  ),
  software(
    "opensearch-dashboards",
    "OpenSearch Dashboards",
    "dashboard",
    [
      image(
        "official",
        ["opensearchproject/opensearch-dashboards", "public.ecr.aws/opensearchproject/opensearch-dashboards"],
        {
          builtInHealthcheck: false,
          runsAs: "non-root"
        }
      )
    ],
    {
      ports: [web(5601)],
      access: {
        byDefault: "target",
        variables: [],
        source: "https://docs.opensearch.org/latest/install-and-configure/install-dashboards/docker/"
      }
    }
  ),
  software(
    "metabase",
    "Metabase",
    "dashboard",
    [
      image("official", ["metabase/metabase", "metabase/metabase-enterprise"], {
        healthCommand: "curl -fsS http://127.0.0.1:3000/api/health -o /dev/null"
      })
    ],
    {
      ports: [web(3e3)],
      access: {
        byDefault: "first-visitor",
        variables: [],
        source: "https://www.metabase.com/docs/latest/configuring-metabase/setting-up-metabase"
      }
    }
  ),
  software(
    "superset",
    "Apache Superset",
    "dashboard",
    [image("official", ["apache/superset", "amancevice/superset"], {})],
    {
      ports: [web(8088)]
    }
  ),
  software(
    "uptime-kuma",
    "Uptime Kuma",
    "alerting",
    [
      image("official", ["louislam/uptime-kuma"], {
        dataPaths: [{ paths: ["/app/data"], source: "https://github.com/louislam/uptime-kuma" }],
        // `HEALTHCHECK \u2026 CMD extra/healthcheck`: https://github.com/louislam/uptime-kuma/blob/master/docker/dockerfile
        builtInHealthcheck: true
      })
    ],
    {
      stateful: true,
      ports: [web(3001)],
      access: { byDefault: "first-visitor", variables: [], source: "https://github.com/louislam/uptime-kuma/wiki" }
    }
  ),
  software(
    "netdata",
    "Netdata",
    "agent",
    [image("official", ["netdata/netdata", "ghcr.io/netdata/netdata"], { builtInHealthcheck: true })],
    {
      ports: [web(19999)],
      access: {
        byDefault: "none",
        variables: [],
        source: "https://learn.netdata.cloud/docs/netdata-agent/securing-netdata-agents"
      }
    }
  ),
  software("karma", "karma", "dashboard", [image("official", ["ghcr.io/prymitive/karma", "lmierzwa/karma"], {})], {
    ports: [web(8080)]
  })
];
module.exports = {
  default: dashboards_default,
  house: runAudit
};
