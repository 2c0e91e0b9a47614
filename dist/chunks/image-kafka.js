"use strict";
const {
  heapOf
} = require("./chunk-DHHZL4FZ.js");
const {
  GIB
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
  fromVariable,
  guarded,
  hostsIn,
  isYes,
  kafkaListenerProtocols,
  kafkaProperty,
  kafkaRoles,
  kafkaVoters,
  open,
  orInFile,
  text,
  unclear,
  undecided,
  variable,
  volumeAt,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/kafka.ts
var CONFLUENT = "https://docs.confluent.io/platform/current/installation/docker/config-reference.html";
var APACHE = "https://github.com/apache/kafka/blob/trunk/docker/examples/README.md";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/kafka";
var KRAFT = "https://kafka.apache.org/documentation/#upgrade_servers_400";
function authentication(facts) {
  const { variable: listeners } = kafkaProperty(facts, "listener.security.protocol.map");
  const fix = `Give client listeners SASL_SSL in ${listeners} and set up sasl.enabled.mechanisms and an authorizer.`;
  const protocols = kafkaListenerProtocols(facts);
  if (protocols === null) return undecided("its listeners are set to something unknown", fix);
  if (facts.configMounted) return undecided(FILE_DECIDES, fix);
  if (protocols === void 0) {
    if (facts.distribution.id === "bitnami")
      return undecided("no listener is set, and the default depends on the version of the image", fix);
    return open("no listener is set, and the default one is PLAINTEXT", fix);
  }
  const by = variable(
    kafkaProperty(facts, "listeners").value ? kafkaProperty(facts, "listeners").variable : kafkaProperty(facts, "advertised.listeners").variable
  );
  const values = [...protocols.values()];
  if (values.length === 0) return guarded("it has no listener for clients", by);
  if (values.every((protocol) => protocol.startsWith("SASL_"))) return guarded("every listener asks for SASL", by);
  if (values.every((protocol) => protocol === "PLAINTEXT")) {
    return open("every listener is PLAINTEXT, which asks nobody who they are", fix, by);
  }
  return undecided("some listeners ask for a login and some do not", fix, by);
}
function replication(facts) {
  const voters = kafkaVoters(facts);
  const roles = kafkaRoles(facts);
  const quorum = variable(kafkaProperty(facts, "controller.quorum.voters").variable);
  if (voters === null || roles === null) return unclear("its quorum is set to something unknown", quorum);
  if (voters && voters.length > 1)
    return wired("member", `its quorum has ${voters.length} controllers`, voters, quorum, clusterOf(facts));
  if (voters && roles && !roles.includes("controller"))
    return wired("member", "it is a broker of another node\u2019s quorum", voters, quorum, clusterOf(facts));
  const keeper = kafkaProperty(facts, "zookeeper.connect");
  if (keeper.value !== void 0) {
    return unclear(
      "brokers with the same ZooKeeper form one cluster",
      variable(keeper.variable),
      "member",
      hostsIn(keeper.value?.split("/")[0] ?? "")
    );
  }
  if (facts.configMounted) return unclear(FILE_DECIDES);
  return alone(voters ? "it is the only controller of its quorum" : "no quorum is set", voters ? quorum : void 0);
}
function clusterOf(facts) {
  return text(facts, "CLUSTER_ID") ?? text(facts, "KAFKA_KRAFT_CLUSTER_ID") ?? text(facts, "KAFKA_CLUSTER_ID");
}
function memory(facts) {
  return heapOf(facts, {
    variables: ["KAFKA_HEAP_OPTS"],
    defaultBytes: GIB,
    share: 0.75,
    usualShare: 0.5,
    least: GIB,
    source: "https://docs.confluent.io/platform/current/kafka/deployment.html#memory"
  });
}
function zooKeeperGone(from, variableName) {
  return {
    from,
    variable: variableName,
    because: `this version of Kafka has no ZooKeeper mode`,
    instead: "KRaft: process.roles, node.id, controller.quorum.voters and a cluster id",
    source: KRAFT
  };
}
function dataPath(facts) {
  for (const property of ["log.dirs", "log.dir"]) {
    const { value } = kafkaProperty(facts, property);
    if (value !== void 0) return value === null ? null : (value.split(",")[0] ?? "").trim() || null;
  }
  return void 0;
}
var otherNames = {
  pattern: /^KAFKA_CFG_/,
  because: "KAFKA_CFG_ is the Bitnami spelling; this image makes a property of everything behind KAFKA_, here one that Kafka does not know",
  instead: "the same name without CFG_"
};
var noSuchProperty = {
  pattern: /^KAFKA_(?:CFG_)?REPLICATION_FACTOR$/,
  because: "Kafka has no property replication.factor",
  instead: "default.replication.factor (KAFKA_DEFAULT_REPLICATION_FACTOR, with Bitnami KAFKA_CFG_DEFAULT_REPLICATION_FACTOR)"
};
function setting(facts, name) {
  return orInFile(fromVariable(kafkaProperty(facts, name).value), facts.configMounted);
}
var shared = {
  dataPath,
  builtInHealthcheck: false,
  heap: { variable: "KAFKA_HEAP_OPTS", defaultBytes: GIB },
  runsAs: "non-root",
  authentication,
  replication,
  memory,
  setting
};
var confluent = image(
  "confluent",
  ["confluentinc/cp-kafka", "confluentinc/cp-server", "confluentinc/cp-enterprise-kafka"],
  {
    ...volumeAt("/var/lib/kafka/data", CONFLUENT),
    ...shared,
    variables: {
      reads: [/^KAFKA_(?!CFG_)/, /^CONFLUENT_/, /^CUB_/, "CLUSTER_ID", "TZ"],
      ignored: [otherNames, noSuchProperty],
      refused: [],
      required: [
        { anyOf: ["KAFKA_ADVERTISED_LISTENERS", "KAFKA_PROCESS_ROLES"], source: CONFLUENT },
        { anyOf: ["KAFKA_PROCESS_ROLES", "KAFKA_ZOOKEEPER_CONNECT"], before: [8], source: CONFLUENT },
        { anyOf: ["KAFKA_PROCESS_ROLES"], from: [8], source: CONFLUENT },
        { anyOf: ["CLUSTER_ID"], from: [8], source: CONFLUENT }
      ],
      prefixes: [],
      source: CONFLUENT
    },
    healthCommand: "kafka-broker-api-versions --bootstrap-server localhost:9092",
    tools: { has: ["kafka-broker-api-versions", "kafka-topics", "bash"], lacks: ["kafka-topics.sh"] },
    gone: [zooKeeperGone([8], "KAFKA_ZOOKEEPER_CONNECT")]
  }
);
var apache = image("apache", ["apache/kafka", "apache/kafka-native"], {
  ...dataAt("/tmp/kafka-logs", APACHE),
  ...shared,
  // Any KAFKA_ property drops the packaged configuration, and log.dirs falls back to Kafka's own default; without one,
  // the packaged file decides.
  dataPath: (facts) => {
    const moved = dataPath(facts);
    const configured = ["listeners", "advertised.listeners", "process.roles", "node.id", "controller.quorum.voters"];
    return moved === void 0 && configured.every((key) => kafkaProperty(facts, key).value === void 0) ? null : moved;
  },
  variables: {
    reads: [/^KAFKA_(?!CFG_)/, "CLUSTER_ID", "TZ"],
    ignored: [otherNames, noSuchProperty],
    refused: [],
    required: [],
    prefixes: [],
    source: APACHE
  },
  healthCommand: "/opt/kafka/bin/kafka-broker-api-versions.sh --bootstrap-server localhost:9092",
  gone: [zooKeeperGone([4], "KAFKA_ZOOKEEPER_CONNECT")]
});
var bitnami = image("bitnami", ["bitnami/kafka", "bitnamilegacy/kafka"], {
  ...dataAt("/bitnami/kafka/data", BITNAMI),
  ...shared,
  variables: {
    reads: [/^KAFKA_CFG_/, /^KAFKA_(?!CFG_)/, /^BITNAMI_/, "ALLOW_PLAINTEXT_LISTENER"],
    ignored: [
      noSuchProperty,
      {
        pattern: /^KAFKA_MIN_INSYNC_REPLICAS$/,
        because: "the Bitnami image takes broker properties behind KAFKA_CFG_, and this one is not among its aliases",
        instead: "KAFKA_CFG_MIN_INSYNC_REPLICAS"
      }
    ],
    refused: [],
    required: [],
    prefixes: [],
    source: BITNAMI
  },
  healthCommand: "kafka-topics.sh --bootstrap-server localhost:9092 --list",
  tools: { has: ["kafka-topics.sh", "bash"], lacks: ["kafka-topics", "kafka-broker-api-versions"] },
  authentication: (facts) => {
    const verdict = authentication(facts);
    if (verdict.state === "unknown" && isYes(facts.environment("ALLOW_PLAINTEXT_LISTENER")) && kafkaListenerProtocols(facts) === void 0 && !facts.configMounted) {
      return open(
        "ALLOW_PLAINTEXT_LISTENER=yes and no listener asks for a login",
        verdict.fix,
        variable("ALLOW_PLAINTEXT_LISTENER")
      );
    }
    return verdict;
  },
  defaultCredentials: ["KAFKA_CLIENT_PASSWORDS", "KAFKA_INTER_BROKER_PASSWORD"].map((name) => ({
    password: { variable: name, wellKnown: ["bitnami", "password", "kafka"] },
    source: BITNAMI
  })),
  gone: [zooKeeperGone([4], "KAFKA_CFG_ZOOKEEPER_CONNECT"), zooKeeperGone([4], "KAFKA_ZOOKEEPER_CONNECT")]
});
var kafka_default = software(
  "kafka",
  "Apache Kafka",
  "broker",
  [
    confluent,
    apache,
    bitnami,
    image("confluent-local", ["confluentinc/confluent-local"]),
    image("wurstmeister", ["wurstmeister/kafka"], {
      ...dataAt("/kafka", "https://github.com/wurstmeister/kafka-docker"),
      replication,
      authentication,
      memory,
      setting
    }),
    image("strimzi", ["quay.io/strimzi/kafka", "strimzi/kafka"])
  ],
  {
    stateful: true,
    ports: [{ port: 9092, purpose: "data" }],
    cluster: {
      nodes: 3,
      how: "three brokers that share controller.quorum.voters (or one ZooKeeper), with replication factor 3"
    },
    backupTools: ["kafka-backup", "mirrormaker", "connect-mirror-maker.sh"],
    schemes: ["kafka"]
  }
);
module.exports = {
  default: kafka_default,
  house: runAudit
};
