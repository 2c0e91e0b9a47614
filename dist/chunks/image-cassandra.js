"use strict";
const {
  jvmBytes,
  shortSize
} = require("./chunk-SGFGOYHU.js");
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
  argument,
  firstSet,
  guarded,
  hostsIn,
  open,
  option,
  text,
  unclear,
  undecided,
  variable,
  volumeAt,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/cassandra.ts
var HUB = "https://hub.docker.com/_/cassandra";
var HEAP = "https://cassandra.apache.org/doc/latest/cassandra/managing/operating/hardware.html";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/cassandra";
var SCYLLA = "https://opensource.docs.scylladb.com/stable/operating-scylla/procedures/tips/best-practices-scylla-on-docker.html";
function seeds(facts) {
  const name = "CASSANDRA_SEEDS";
  const value = facts.environment(name);
  if (value === null) return unclear(`${name} is set to something unknown`, variable(name), "member");
  if (value)
    return wired(
      "member",
      `${name} names where it joins`,
      hostsIn(value),
      variable(name),
      text(facts, "CASSANDRA_CLUSTER_NAME")
    );
  return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`);
}
function memory(facts) {
  const name = "MAX_HEAP_SIZE";
  const value = facts.environment(name);
  if (value === void 0 || value === "") return void 0;
  const bytes = value === null ? void 0 : jvmBytes(value);
  return {
    what: "JVM heap",
    ...bytes === void 0 ? {} : { bytes },
    by: variable(name),
    share: 0.5,
    setting: (wanted) => `MAX_HEAP_SIZE=${shortSize(wanted).toUpperCase()}, with HEAP_NEWSIZE`,
    source: HEAP
  };
}
var cassandra = software(
  "cassandra",
  "Apache Cassandra",
  "database",
  [
    image("official", ["cassandra", "public.ecr.aws/docker/library/cassandra"], {
      ...volumeAt("/var/lib/cassandra", HUB),
      variables: {
        reads: [
          /^CASSANDRA_(?:LISTEN_ADDRESS|BROADCAST_ADDRESS|RPC_ADDRESS|START_RPC|SEEDS|CLUSTER_NAME|NUM_TOKENS|DC|RACK|ENDPOINT_SNITCH|BROADCAST_RPC_ADDRESS|CONF|HOME)$/,
          "MAX_HEAP_SIZE",
          "HEAP_NEWSIZE",
          /^JVM_/,
          /^JMX/,
          "TZ"
        ],
        ignored: [
          {
            pattern: /^CASSANDRA_(?:USER|PASSWORD|USERNAME|AUTHENTICATOR|AUTHORIZER|PASSWORD_SEEDER)$/,
            because: "the official Cassandra image takes no login from variables",
            instead: "authenticator: PasswordAuthenticator in a mounted cassandra.yaml, and a new password for the cassandra role"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: "https://github.com/docker-library/cassandra/blob/master/docker-entrypoint.sh"
      },
      builtInHealthcheck: false,
      healthCommand: "nodetool status | grep -q '^UN'",
      runsAs: "drops-privileges",
      authentication: (facts) => {
        const fix = "Mount a cassandra.yaml with authenticator: PasswordAuthenticator and authorizer: CassandraAuthorizer.";
        if (facts.configMounted || facts.argv) return undecided(FILE_DECIDES, fix);
        return open("AllowAllAuthenticator is the default, and nothing replaces it", fix);
      },
      replication: seeds,
      memory
    }),
    image("bitnami", ["bitnami/cassandra", "bitnamilegacy/cassandra"], {
      ...dataAt("/bitnami/cassandra/data", BITNAMI),
      runsAs: "non-root",
      authentication: () => guarded("it asks for a password by default", variable("CASSANDRA_PASSWORD")),
      defaultCredentials: [
        {
          user: { variable: "CASSANDRA_USER", default: "cassandra" },
          password: {
            variable: "CASSANDRA_PASSWORD",
            default: "cassandra",
            wellKnown: ["cassandra", "password"],
            alternatives: ["CASSANDRA_PASSWORD_FILE"]
          },
          source: BITNAMI
        }
      ],
      replication: seeds
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 9042, purpose: "data" },
      { port: 7e3, purpose: "cluster" },
      { port: 7199, purpose: "admin" }
    ],
    cluster: { nodes: 3, how: "three nodes with CASSANDRA_SEEDS and keyspaces of replication factor 3" },
    backupTools: ["nodetool snapshot", "medusa"],
    schemes: ["cassandra", "cql"]
  }
);
var scylla = software(
  "scylla",
  "ScyllaDB",
  "database",
  [
    image("official", ["scylladb/scylla", "scylladb/scylla-enterprise"], {
      ...dataAt("/var/lib/scylla", SCYLLA),
      authentication: (facts) => {
        const fix = "Start it with --authenticator PasswordAuthenticator --authorizer CassandraAuthorizer.";
        const set = option(facts.argv, "authenticator");
        if (set.given === "yes" && set.value === "PasswordAuthenticator")
          return guarded("--authenticator asks for a password", argument("--authenticator"));
        if (set.given === "yes" && set.value === "AllowAllAuthenticator")
          return open("AllowAllAuthenticator lets everybody in", fix, argument("--authenticator"));
        return undecided("scylla.yaml decides", fix);
      },
      replication: (facts) => {
        const set = option(facts.argv, "seeds");
        if (set.given === "yes")
          return wired("member", "--seeds names where it joins", hostsIn(set.value ?? ""), argument("--seeds"));
        return set.given === "unknown" || facts.configMounted || firstSet(facts, ["SCYLLA_SEEDS"]) ? unclear(FILE_DECIDES) : alone("--seeds is not given");
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 9042, purpose: "data" },
      { port: 9180, purpose: "metrics" },
      { port: 1e4, purpose: "admin" }
    ],
    cluster: { nodes: 3, how: "three nodes with --seeds and keyspaces of replication factor 3" },
    backupTools: ["sctool backup", "nodetool snapshot"],
    schemes: ["scylla"],
    speaks: "cassandra"
  }
);
var cassandra_default = [cassandra, scylla];
module.exports = {
  default: cassandra_default,
  house: runAudit
};
