"use strict";
const {
  heapOf
} = require("./chunk-DHHZL4FZ.js");
const {
  MIB
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
  firstSet,
  guarded,
  hostsIn,
  isYes,
  open,
  text,
  unclear,
  undecided,
  variable,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/zookeeper.ts
var HUB = "https://hub.docker.com/_/zookeeper";
var CONFLUENT = "https://docs.confluent.io/platform/7.9/installation/docker/config-reference.html";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/zookeeper";
var ZK_ENV = "https://github.com/apache/zookeeper/blob/master/bin/zkEnv.sh";
var FIX = "Keep its port inside the network and set up SASL (quorum and client) with a JAAS file.";
function authentication(names) {
  return (facts) => {
    const options = firstSet(facts, names);
    if (options) return undecided(`${options} may switch SASL on`, FIX, variable(options));
    if (facts.configMounted) return undecided(FILE_DECIDES, FIX);
    return open("ZooKeeper asks nobody for a login unless SASL is set up", FIX);
  };
}
function replication(name) {
  return (facts) => {
    const value = facts.environment(name);
    if (value === null) return unclear(`${name} is set to something unknown`, variable(name));
    if (!value) return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`);
    const hosts = hostsIn(
      value.replace(/;\d+/g, " ").replace(/server\.\d+=/g, " ").replace(/::\d+/g, " ")
    );
    if (hosts.length < 2) return alone(`${name} names one server`, variable(name));
    return wired("member", `${name} names the ensemble`, hosts, variable(name));
  };
}
var SHARE = { share: 0.85, usualShare: 0.5 };
function memory(name, options, usual, source) {
  return (facts) => {
    const given = heapOf(facts, { variables: options, ...SHARE, source });
    if (given) return given;
    const value = facts.environment(name);
    const megabytes = value === void 0 || value === "" ? usual : Number(value);
    return {
      what: "JVM heap",
      ...SHARE,
      ...value !== null && Number.isInteger(megabytes) ? { bytes: megabytes * MIB } : {},
      ...value === void 0 ? {} : { by: variable(name) },
      setting: (bytes) => `${name}=${Math.max(1, Math.floor(bytes / MIB))}`,
      source
    };
  };
}
var shared = { builtInHealthcheck: false };
var zookeeper_default = software(
  "zookeeper",
  "Apache ZooKeeper",
  "coordination",
  [
    image("official", ["zookeeper", "public.ecr.aws/docker/library/zookeeper"], {
      ...shared,
      dataPaths: [{ paths: ["/data", "/datalog"], volumes: ["/data", "/datalog", "/logs"], source: HUB }],
      healthCommand: "zkServer.sh status",
      runsAs: "drops-privileges",
      authentication: authentication(["JVMFLAGS", "SERVER_JVMFLAGS", "ZOO_CFG_EXTRA"]),
      memory: memory("ZK_SERVER_HEAP", ["JVMFLAGS", "SERVER_JVMFLAGS"], 1e3, ZK_ENV),
      replication: replication("ZOO_SERVERS"),
      variables: {
        reads: [/^ZOO_/, /JVMFLAGS$/, "ZK_SERVER_HEAP", "TZ"],
        ignored: [
          {
            pattern: /^ZOOKEEPER_(?:CLIENT_PORT|TICK_TIME|SERVER_ID|SERVERS)$/,
            because: "that is the spelling of the Confluent image; the official one reads ZOO_MY_ID, ZOO_SERVERS, ZOO_TICK_TIME \u2026",
            instead: "ZOO_MY_ID, ZOO_SERVERS and the other ZOO_ variables"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: HUB
      }
    }),
    image("confluent", ["confluentinc/cp-zookeeper"], {
      ...shared,
      dataPaths: [
        {
          paths: ["/var/lib/zookeeper/data", "/var/lib/zookeeper/log"],
          volumes: ["/var/lib/zookeeper/data", "/var/lib/zookeeper/log"],
          source: CONFLUENT
        }
      ],
      healthCommand: "echo srvr | nc -w 2 localhost 2181 | grep -q Mode",
      runsAs: "non-root",
      authentication: authentication(["KAFKA_OPTS"]),
      memory: (facts) => heapOf(facts, { variables: ["KAFKA_HEAP_OPTS"], defaultBytes: 512 * MIB, ...SHARE, source: CONFLUENT }),
      replication: replication("ZOOKEEPER_SERVERS"),
      variables: {
        reads: [/^ZOOKEEPER_/, /^KAFKA_/, "TZ"],
        ignored: [
          {
            pattern: /^ZOO_/,
            because: "that is the spelling of the official and Bitnami images; the Confluent one reads ZOOKEEPER_ names",
            instead: "ZOOKEEPER_CLIENT_PORT, ZOOKEEPER_SERVER_ID, ZOOKEEPER_SERVERS"
          }
        ],
        refused: [],
        required: [{ anyOf: ["ZOOKEEPER_CLIENT_PORT", "ZOOKEEPER_SECURE_CLIENT_PORT"], source: CONFLUENT }],
        prefixes: [],
        source: CONFLUENT
      }
    }),
    image("bitnami", ["bitnami/zookeeper", "bitnamilegacy/zookeeper"], {
      ...dataAt("/bitnami/zookeeper/data", BITNAMI),
      ...shared,
      healthCommand: "zkServer.sh status",
      runsAs: "non-root",
      authentication: (facts) => {
        const fix = "Set ZOO_ENABLE_AUTH=yes with ZOO_SERVER_USERS and ZOO_SERVER_PASSWORDS.";
        const by = variable("ZOO_ENABLE_AUTH");
        if (isYes(facts.environment("ZOO_ENABLE_AUTH"))) return guarded("ZOO_ENABLE_AUTH is on", by);
        if (facts.configMounted || text(facts, "ZOO_ENABLE_AUTH") !== void 0) return undecided(FILE_DECIDES, fix, by);
        if (isYes(facts.environment("ALLOW_ANONYMOUS_LOGIN")))
          return open("ALLOW_ANONYMOUS_LOGIN=yes lets everybody in", fix, variable("ALLOW_ANONYMOUS_LOGIN"));
        return guarded("the image does not start without a login");
      },
      replication: replication("ZOO_SERVERS"),
      memory: memory("ZOO_HEAP_SIZE", ["JVMFLAGS"], 1024, BITNAMI)
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 2181, purpose: "data" },
      { port: 2888, purpose: "cluster" },
      { port: 3888, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "an odd number of servers, three or more, that all list each other" },
    backupTools: ["zkcopy", "zoocreeper"],
    schemes: ["zk", "zookeeper"]
  }
);
module.exports = {
  default: zookeeper_default,
  house: runAudit
};
