"use strict";
const {
  dataAt,
  image,
  software
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  FILE_DECIDES,
  alone,
  commandText,
  directoryIn,
  firstSet,
  guarded,
  hostsIn,
  text,
  unclear,
  variable,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/rabbitmq.ts
var HUB = "https://hub.docker.com/_/rabbitmq";
var ENTRYPOINT = "https://github.com/docker-library/rabbitmq/blob/master/docker-entrypoint.sh";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/rabbitmq";
var CLUSTER = "https://www.rabbitmq.com/docs/cluster-formation";
var refused = [
  {
    pattern: /^RABBITMQ_DEFAULT_(?:PASS|USER)_FILE$/,
    instead: "RABBITMQ_DEFAULT_USER and RABBITMQ_DEFAULT_PASS, or default_user and default_pass in a mounted rabbitmq.conf"
  },
  {
    pattern: /^RABBITMQ_(?:MANAGEMENT_)?SSL_(?:CACERTFILE|CERTFILE|DEPTH|FAIL_IF_NO_PEER_CERT|KEYFILE|VERIFY)$/,
    instead: "ssl_options.* in a mounted rabbitmq.conf"
  },
  {
    pattern: /^RABBITMQ_VM_MEMORY_HIGH_WATERMARK$/,
    instead: "vm_memory_high_watermark.absolute in a mounted rabbitmq.conf"
  }
].map((each) => ({ ...each, from: [3, 9], source: ENTRYPOINT }));
var variables = {
  reads: [/^RABBITMQ_/, "HOSTNAME", "HOME", "TZ", "LANG"],
  ignored: [
    {
      pattern: /^RABBITMQ_(?:USERNAME|USER|PASSWORD|PASS|VHOST)$/,
      because: "the official image creates its user from RABBITMQ_DEFAULT_USER, RABBITMQ_DEFAULT_PASS and RABBITMQ_DEFAULT_VHOST only",
      instead: "RABBITMQ_DEFAULT_USER, RABBITMQ_DEFAULT_PASS and RABBITMQ_DEFAULT_VHOST"
    },
    {
      pattern: /^RABBITMQ_CLUSTER_(?:NODE_NAME|NODES|WITH|PARTITION_HANDLING)$/,
      because: "the official image joins no cluster by variables",
      instead: "cluster_formation.* in a mounted rabbitmq.conf, and one RABBITMQ_ERLANG_COOKIE for all nodes"
    }
  ],
  refused,
  required: [],
  prefixes: [],
  source: ENTRYPOINT
};
function replication(facts) {
  const line = commandText(facts.argv);
  const joined = /\bjoin_cluster\s+(?:--\S+\s+)?(?:[\w.-]+@)?([\w.-]+)/.exec(line);
  if (joined) return wired("member", "its command joins a cluster", joined[1] ? hostsIn(joined[1]) : []);
  if (facts.configMounted) return unclear(FILE_DECIDES);
  const cookie = firstSet(facts, ["RABBITMQ_ERLANG_COOKIE"]);
  if (cookie)
    return unclear("nodes with the same Erlang cookie form a cluster only once they are joined", variable(cookie));
  return alone("nothing joins it to a cluster");
}
function bitnamiReplication(facts) {
  const type = text(facts, "RABBITMQ_NODE_TYPE");
  const node = firstSet(facts, ["RABBITMQ_CLUSTER_NODE_NAME"]);
  if (type?.startsWith("queue")) {
    return node ? wired("replica", `it joins ${node}`, hostsIn(text(facts, node) ?? ""), variable(node)) : unclear("it is to join a cluster that nothing names", variable("RABBITMQ_NODE_TYPE"), "replica");
  }
  return facts.configMounted ? unclear(FILE_DECIDES) : alone("it joins no other node");
}
var rabbitmq_default = software(
  "rabbitmq",
  "RabbitMQ",
  "broker",
  [
    image("official", ["rabbitmq", "public.ecr.aws/docker/library/rabbitmq"], {
      // The volume is the home of the server; what it stores is one folder of that, which people mount as well.
      dataPaths: [
        {
          paths: ["/var/lib/rabbitmq/mnesia"],
          volumes: ["/var/lib/rabbitmq"],
          mountAt: "/var/lib/rabbitmq",
          source: HUB
        }
      ],
      dataPath: (facts) => directoryIn(facts, ["RABBITMQ_MNESIA_DIR", "RABBITMQ_MNESIA_BASE"]),
      variables,
      builtInHealthcheck: false,
      healthCommand: "rabbitmq-diagnostics -q check_running && rabbitmq-diagnostics -q check_local_alarms",
      tools: { has: ["rabbitmq-diagnostics", "rabbitmqctl", "bash"], lacks: [] },
      runsAs: "drops-privileges",
      authentication: (facts) => {
        const given = firstSet(facts, ["RABBITMQ_DEFAULT_PASS", "RABBITMQ_DEFAULT_PASS_FILE"]);
        return guarded("clients log in with a user and a password", given ? variable(given) : void 0);
      },
      defaultCredentials: [
        {
          user: { variable: "RABBITMQ_DEFAULT_USER", default: "guest" },
          password: {
            variable: "RABBITMQ_DEFAULT_PASS",
            default: "guest",
            wellKnown: ["guest", "rabbitmq", "password", "admin", "rabbit"],
            alternatives: ["RABBITMQ_DEFAULT_PASS_FILE"]
          },
          source: HUB
        }
      ],
      replication
    }),
    image("bitnami", ["bitnami/rabbitmq", "bitnamilegacy/rabbitmq"], {
      ...dataAt("/bitnami/rabbitmq/mnesia", BITNAMI),
      builtInHealthcheck: false,
      healthCommand: "rabbitmq-diagnostics -q ping",
      runsAs: "non-root",
      authentication: (facts) => {
        const given = firstSet(facts, ["RABBITMQ_PASSWORD", "RABBITMQ_PASSWORD_FILE", "RABBITMQ_HASHED_PASSWORD"]);
        return guarded("clients log in with a user and a password", given ? variable(given) : void 0);
      },
      defaultCredentials: [
        {
          user: { variable: "RABBITMQ_USERNAME", default: "user" },
          password: {
            variable: "RABBITMQ_PASSWORD",
            default: "bitnami",
            wellKnown: ["bitnami", "password", "rabbitmq", "guest"],
            alternatives: ["RABBITMQ_PASSWORD_FILE", "RABBITMQ_HASHED_PASSWORD", "RABBITMQ_SECURE_PASSWORD"]
          },
          source: BITNAMI
        }
      ],
      replication: bitnamiReplication
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 5672, purpose: "data" },
      { port: 15672, purpose: "admin" },
      { port: 15692, purpose: "metrics" },
      { port: 25672, purpose: "cluster" }
    ],
    cluster: {
      nodes: 3,
      how: `three nodes with one Erlang cookie and cluster_formation in rabbitmq.conf (${CLUSTER}), with quorum queues`
    },
    backupTools: ["rabbitmqadmin export", "export_definitions"],
    schemes: ["amqp", "amqps", "pyamqp"]
  }
);
module.exports = {
  default: rabbitmq_default,
  house: runAudit
};
