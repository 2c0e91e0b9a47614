"use strict";

// src/model/datastore/kafka-factors.ts
var factorChoices = (function factorChoices(system) {
  const brokers = kafkaBrokersOf(system);
  return system.workloads.flatMap((workload) => {
    const server = brokers.find((broker) => broker.workload === workload);
    const factors = server ? brokerFactors(server) : [...stateFactors(workload), ...commandFactors(workload), ...codeFactors(workload, system)];
    if (!server && factors.length === 0 && !STATE_TOPICS.has(workload.software?.id ?? "")) return [];
    return [{ workload, ...server ? { server } : {}, factors, brokers: countFor(workload, server, brokers) }];
  });
});
var stateFactors = (function stateFactors(workload) {
  const names = [...STATE_TOPICS.values()].flat();
  return names.flatMap((name) => {
    const variable = workload.environment.get(name);
    if (!variable || variable.value.known && variable.value.value.trim() === "-1") return [];
    return [{ name, value: variable.value.known ? wholeNumber(variable.value.value) : void 0, at: variable.at }];
  });
});
var commandFactors = (function commandFactors(workload) {
  const { start } = workload;
  if (!start) return [];
  const lines = start.script ? start.script.commands.map((command) => command.words) : [start.argv.map((word) => word ?? "$")];
  return lines.slice(0, 200).flatMap((words) => {
    const tool = words.findIndex((word) => /(^|\/)(kafka-topics(\.sh)?|rpk)$/.test(word));
    if (tool === -1 || !words.some((word) => word === "--create" || word === "create")) return [];
    const rpk = words[tool]?.endsWith("rpk") === true;
    const value = optionOf(words, rpk ? ["-r", "--replicas"] : ["--replication-factor"]);
    if (value === void 0 || value === "-1") return [];
    const topic = rpk ? words[words.indexOf("create") + 1] : optionOf(words, ["--topic"]);
    return [{ name: topic ? `the topic ${topic}` : "a topic", value: wholeNumber(value), at: start.at }];
  });
});
var codeFactors = (function codeFactors({ id }, { services }) {
  const own = services.filter(({ workloads }) => workloads.some((one) => one.id === id));
  return own.flatMap(
    ({ createdTopics }) => createdTopics.map(({ topic, copies, at }) => ({
      name: topic === void 0 ? "a topic" : `the topic ${topic}`,
      value: copies,
      at
    }))
  );
});
const {
  brokerCount,
  brokerNumber,
  brokerSetting,
  clusterKey,
  createsTopics,
  kafkaBrokersOf,
  kafkaServersOf,
  quorumVoters
} = require("./chunk-43MB7P6I.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  STRIMZI,
  defineRule,
  goneIn,
  isYes,
  kafkaListenersOf,
  kafkaProperty,
  kafkaRoles,
  kafkaVariable,
  listOf,
  sendsHome
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/kafka/advertised-unreachable.ts
var advertised_unreachable_default = defineRule({
  id: "kafka/advertised-unreachable",
  title: "Kafka sends its clients to an address that is not Kafka for them",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The address that a client is given is only for the first question: the broker answers with the one that it advertises, and from then on the client talks to that. Where it says localhost, each container asks itself: no message is sent or read, though the port is open and the check is green.",
  fix: "Have one listener for containers and one for the host: `KAFKA_LISTENERS: INTERNAL://:29092,HOST://:9092`, `KAFKA_ADVERTISED_LISTENERS: INTERNAL://kafka:29092,HOST://localhost:9092`, and give the services kafka:29092.",
  refs: [
    "https://kafka.apache.org/documentation/#brokerconfigs_advertised.listeners",
    "https://www.confluent.io/blog/kafka-listeners-explained/"
  ],
  check: (function({ system, pass, fail }) {
    for (const { workload, facts } of kafkaBrokersOf(system)) {
      pass(workload);
      const { variable } = kafkaProperty(facts, "advertised.listeners");
      for (const listener of kafkaListenersOf(workload) ?? []) {
        if (!sendsHome(listener)) continue;
        const edges = clientsOf(listener, workload, system);
        const [first] = edges;
        if (!first) continue;
        const names = [...new Set(edges.map((edge) => edge.from.name))];
        const from = `${listOf(names)} ${names.length === 1 ? "connects" : "connect"} to port ${listener.port}`;
        const what = `${workload.name} advertises ${listener.host}:${listener.advertisedPort} (${listener.name}), and ${from} from another container`;
        fail(workload, workload.environment.get(variable) ?? workload, what, {
          key: listener.name,
          related: edges.slice(0, 5).map(({ at, from: { name } }) => ({ at, message: `${name} connects to ${workload.name}` }))
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function clientsOf(listener, broker, { edges }) {
  return edges.filter(({ via, from, port, answer }) => {
    if (via !== "environment" || port !== listener.port || from.kind !== "workload" || answer.kind !== "workload")
      return false;
    if (answer.workload !== broker || from === broker || from.software?.id === "kafka" || from.networkMode) return false;
    return !from.pod || from.pod.name !== broker.pod?.name;
  });
}

// src/model/datastore/kafka-factors.ts
var STATE_TOPICS = /* @__PURE__ */ new Map([
  [
    "kafka-connect",
    [
      "CONNECT_CONFIG_STORAGE_REPLICATION_FACTOR",
      "CONNECT_OFFSET_STORAGE_REPLICATION_FACTOR",
      "CONNECT_STATUS_STORAGE_REPLICATION_FACTOR"
    ]
  ],
  ["schema-registry", ["SCHEMA_REGISTRY_KAFKASTORE_TOPIC_REPLICATION_FACTOR"]],
  ["ksqldb", ["KSQL_KSQL_INTERNAL_TOPIC_REPLICAS", "KSQL_KSQL_STREAMS_REPLICATION_FACTOR"]]
]);

function countFor(workload, server, brokers) {
  if (server) return brokerCount(server, brokers);
  const counts = new Set(
    brokers.flatMap(
      (broker) => broker.workload.deployment === workload.deployment ? [brokerCount(broker, brokers)] : []
    )
  );
  return counts.size === 1 ? [...counts][0] : void 0;
}
var IMPLICIT = "default.replication.factor";
function brokerFactors(server) {
  const { id } = server.facts.distribution;
  const own = [...server.workload.environment.values()].filter(
    ({ name }) => (id === STRIMZI.id ? /^[a-z.]+\.replication\.factor$/ : /^KAFKA_\w+_REPLICATION_FACTOR$/).test(name) && name.startsWith("KAFKA_CFG_") === (id === "bitnami") && name !== "KAFKA_CFG_REPLICATION_FACTOR"
  );
  const factors = own.map((variable) => ({
    name: variable.name,
    value: variable.value.known ? wholeNumber(variable.value.value) : void 0,
    at: variable.at
  }));
  const implicit = kafkaVariable(server.facts.distribution.id, IMPLICIT);
  if (!own.some((variable) => variable.name === implicit) && createsTopics(server) !== false)
    factors.push({ name: implicit, value: brokerNumber(server, IMPLICIT)?.number });
  return [...factors, ...createdAtStart(server.workload)];
}
function createdAtStart(workload) {
  const variable = workload.environment.get("KAFKA_CREATE_TOPICS");
  if (!variable?.value.known || workload.distribution?.id !== "wurstmeister") return [];
  return variable.value.value.split(",").flatMap((topic) => {
    const [name, , copies] = topic.trim().split(":");
    return name && copies ? [{ name: `the topic ${name}`, value: wholeNumber(copies), at: variable.at }] : [];
  });
}



function optionOf(words, names) {
  for (const [index, word] of words.entries()) {
    if (names.includes(word)) return words[index + 1];
    const name = names.find((one) => word.startsWith(`${one}=`));
    if (name) return word.slice(name.length + 1);
  }
  return void 0;
}
function wholeNumber(text) {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : void 0;
}

// rules/kafka/min-insync-unsafe.ts
var min_insync_unsafe_default = defineRule({
  id: "kafka/min-insync-unsafe",
  title: "Kafka acknowledges writes too early, or stops when a broker does",
  category: "disaster-recovery",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "min.insync.replicas is how many copies must exist before a write with acks=all is acknowledged. 1 of 3 loses acknowledged messages with the one broker that had them; as many as there are copies lets no broker restart without stopping all producers.",
  fix: "Set KAFKA_MIN_INSYNC_REPLICAS (with Bitnami KAFKA_CFG_MIN_INSYNC_REPLICAS) to 2 with a replication factor of 3, and let producers use acks=all.",
  refs: [
    "https://kafka.apache.org/documentation/#brokerconfigs_min.insync.replicas",
    "https://kafka.apache.org/documentation/#brokerconfigs_transaction.state.log.min.isr"
  ],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const server of kafkaBrokersOf(system)) {
      const { workload } = server;
      const minimum = brokerNumber(server, "min.insync.replicas");
      const copies = copiesOf(server, system);
      if (copies === void 0 || minimum === void 0)
        unverified(workload, workload, "its replication factor or min.insync.replicas is not known");
      else {
        const wrong = judge(copies, minimum.number, minimum.variable);
        if (wrong) fail(workload, minimum.at ?? workload, `${workload.name}: ${wrong}`, { key: "topics" });
        else if (copies === 1) implied(workload, "kafka/replication-factor-one");
        else pass(workload);
      }
      const log = transactionLog(server);
      if (log)
        fail(workload, log.at ?? workload, `${workload.name}: ${log.wrong}`, { key: "transactions", fix: log.fix });
    }
  }),
  examples: { bad: [], good: [] }
});
function judge(copies, minimum, name) {
  const said = `with ${copies} ${copies === 1 ? "copy" : "copies"} and ${name} at ${minimum}`;
  if (minimum > copies) return `${said}, no write with acks=all can succeed`;
  if (minimum === copies && copies > 1) return `${said}, one broker that is down stops all writes with acks=all`;
  if (minimum === 1 && copies > 2) return `${said}, a message that only one broker has is acknowledged`;
  return void 0;
}
function copiesOf(server, system) {
  const implicit = brokerNumber(server, "default.replication.factor");
  if (!implicit || implicit.at || createsTopics(server) !== false) return implicit?.number;
  const asked = factorChoices(system).filter((choice) => !choice.server && choice.workload.deployment === server.workload.deployment).flatMap((choice) => choice.factors.flatMap((factor) => factor.name.startsWith("the topic ") ? [factor.value] : []));
  if (asked.length === 0 || asked.includes(void 0)) return void 0;
  return Math.min(...asked.flatMap((value) => value ?? []));
}
function transactionLog(server) {
  const copies = brokerNumber(server, "transaction.state.log.replication.factor");
  const minimum = brokerNumber(server, "transaction.state.log.min.isr");
  if (!copies?.at || !minimum || minimum.number <= copies.number) return void 0;
  const said = minimum.at ? `is ${minimum.number}` : `is not set, which means ${minimum.number}`;
  return {
    at: minimum.at ?? copies.at,
    wrong: `${minimum.variable} ${said}, and the transaction log has ${copies.number} ${copies.number === 1 ? "copy" : "copies"}: no transaction can begin`,
    fix: `Set ${copies.variable} to 3 with three brokers; with ${copies.number} ${copies.number === 1 ? "copy" : "copies"} set ${minimum.variable} to ${Math.max(1, copies.number - 1)}.`
  };
}

// rules/kafka/mode-impossible.ts
var mode_impossible_default = defineRule({
  id: "kafka/mode-impossible",
  title: "A Kafka server cannot form its cluster",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A server that is to use ZooKeeper in a version without it, or that does not fit into its quorum, ends at start or never becomes ready: no message goes through.",
  fix: "Describe the same quorum on every server: KAFKA_PROCESS_ROLES, a KAFKA_NODE_ID of its own, the same CLUSTER_ID, and KAFKA_CONTROLLER_QUORUM_VOTERS with an odd number of controllers that exist.",
  refs: [
    "https://kafka.apache.org/documentation/#kraft",
    "https://kafka.apache.org/documentation/#upgrade_servers_400",
    "https://kafka.apache.org/documentation/#brokerconfigs_controller.quorum.voters"
  ],
  check: (function({ system, pass, fail }) {
    const servers = kafkaServersOf(system);
    for (const server of servers) {
      const { workload } = server;
      pass(workload);
      for (const obstacle of obstaclesOf(server, servers, system)) {
        const at = obstacle.variable === void 0 ? void 0 : workload.environment.get(obstacle.variable);
        fail(workload, obstacle.at ?? at ?? workload, `${workload.name}: ${obstacle.because}`, {
          key: obstacle.key,
          ...obstacle.fix ? { fix: obstacle.fix } : {},
          ...obstacle.key === "even" ? { severity: "medium", why: EVEN } : {}
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var EVEN = "A quorum needs more than half of its controllers: two stop as soon as either is down, and four survive no more than three do.";
function obstaclesOf(server, servers, system) {
  return [
    withoutZooKeeper(server),
    withoutQuorum(server),
    ...voterObstacles(server, system),
    sameId(server, servers),
    otherCluster(server, servers)
  ].flatMap((found) => found ?? []);
}
function withoutZooKeeper({ facts }) {
  if (facts.configMounted || kafkaRoles(facts) !== void 0) return void 0;
  const { variable, value } = kafkaProperty(facts, "zookeeper.connect");
  const gone = goneIn(facts.distribution, facts.version).find((each) => each.variable === variable);
  if (!gone || value === void 0 || value === "") return void 0;
  return { key: "zookeeper", variable, because: gone.because, fix: `Replace ${variable} by ${gone.instead}.` };
}
function withoutQuorum(server) {
  const { facts } = server;
  if (facts.configMounted || !kafkaRoles(facts) || facts.distribution.id === "bitnami") return void 0;
  const named = ["controller.quorum.voters", "controller.quorum.bootstrap.servers"];
  if (named.some((property) => kafkaProperty(facts, property).value !== void 0)) return void 0;
  return {
    key: "quorum",
    variable: kafkaProperty(facts, "process.roles").variable,
    because: "it is to run without ZooKeeper and no quorum is named",
    fix: `Set ${kafkaProperty(facts, "controller.quorum.voters").variable} to <node id>@<host>:9093 of every controller.`
  };
}
function voterObstacles(server, system) {
  const voters = quorumVoters(server);
  if (!voters) return [];
  const { variable } = kafkaProperty(server.facts, "controller.quorum.voters");
  const found = [];
  const here = voters.filter((voter) => answers(voter.host, server.workload, system));
  const missing = voters.filter((voter) => !here.includes(voter) && !isElsewhere(voter.host));
  if (missing.length > 0 && here.length > 0)
    found.push({
      key: "missing",
      variable,
      because: `its quorum names ${listOf(missing.map((voter) => voter.host))}, which no service answers to`,
      fix: "Add the missing controllers as services, or take them out of the list on every server."
    });
  else if (voters.length % 2 === 0)
    found.push({
      key: "even",
      variable,
      because: `its quorum has ${voters.length} controllers, an even number`,
      fix: `Make it ${voters.length + 1} controllers, or ${voters.length - 1}, on every server.`
    });
  if (server.controller && server.id !== void 0 && !voters.some((voter) => voter.id === server.id))
    found.push({
      key: "id",
      variable: kafkaProperty(server.facts, "node.id").variable,
      because: `it is a controller, and its quorum does not name its node id ${server.id}`,
      fix: `Use the node id that ${variable} gives this host.`
    });
  return found;
}
function isElsewhere(host) {
  return host.includes(".") || host.includes("$") || host === "localhost" || host === "";
}
function answers(host, from, system) {
  if (host === "localhost" || host === "127.0.0.1" || from.platform === "kubernetes") return true;
  return system.workloads.some(
    (other) => other.deployment === from.deployment && (other.hostname?.known && other.hostname.value.toLowerCase() === host || other.networkMode !== void 0 || other.networks.some(
      (network) => network.network.startsWith("external:") || network.aliases.some((name) => name.toLowerCase() === host)
    ))
  );
}
function sameId(server, servers) {
  const { workload, id, facts } = server;
  if (id === void 0) return void 0;
  const variable = ["node.id", "broker.id"].map((name) => kafkaProperty(facts, name).variable).find((name) => workload.environment.has(name));
  const { replicas } = workload;
  if (replicas?.known && replicas.value > 1)
    return {
      key: "replicas",
      at: replicas.at,
      because: `its ${replicas.value} replicas all have node id ${id}, and only one of them can join`,
      fix: workload.pod ? "Take the node id from the number of the pod in the command: `export KAFKA_NODE_ID=${HOSTNAME##*-}` before the server starts." : "Declare one service for each broker, with a node id of its own."
    };
  const key = clusterKey(server);
  const twin = servers.slice(0, servers.indexOf(server)).find((other) => other.id === id && key !== null && clusterKey(other) === key);
  return twin && {
    key: "twin",
    ...variable ? { variable } : {},
    because: `node id ${id} is also that of ${twin.workload.name}`,
    fix: "Give every server of the cluster a node id of its own."
  };
}
var CLUSTER_IDS = ["CLUSTER_ID", "KAFKA_KRAFT_CLUSTER_ID", "KAFKA_CLUSTER_ID"];
function otherCluster(server, servers) {
  const key = clusterKey(server);
  const variable = CLUSTER_IDS.find((name) => server.facts.environment(name));
  const own = variable && server.facts.environment(variable);
  if (!own || !quorumVoters(server)) return void 0;
  const other = servers.find(
    (one) => key !== null && clusterKey(one) === key && CLUSTER_IDS.some((name) => one.facts.environment(name))
  );
  const theirs = other && CLUSTER_IDS.map((name) => other.facts.environment(name)).find(Boolean);
  if (!other || other === server || theirs === own) return void 0;
  return {
    key: "cluster",
    variable,
    because: `it has another cluster id than ${other.workload.name}, of the same quorum`,
    fix: `Set ${variable} to the same value on every server of the cluster.`
  };
}

// rules/kafka/replication-exceeds-brokers.ts
var replication_exceeds_brokers_default = defineRule({
  id: "kafka/replication-exceeds-brokers",
  title: "Kafka topics ask for more copies than there are brokers",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Kafka refuses to create a topic with more replicas than brokers (INVALID_REPLICATION_FACTOR): producers to new topics fail, and without its internal topics no consumer group works.",
  fix: "Run as many brokers as the factor asks for, three as a rule, with distinct node ids and one quorum; until then set the factor to the number of brokers.",
  refs: [
    "https://kafka.apache.org/documentation/#brokerconfigs_default.replication.factor",
    "https://kafka.apache.org/documentation/#brokerconfigs_offsets.topic.replication.factor",
    "https://docs.confluent.io/platform/current/installation/docker/config-reference.html"
  ],
  check: (function({ system, pass, fail, unverified }) {
    for (const choice of factorChoices(system)) {
      const { workload, brokers } = choice;
      const factors = [...choice.factors, ...internalTopics(choice)];
      const demanding = factors.filter((factor) => (factor.value ?? 0) > Math.max(1, brokers ?? 0));
      const unclear = factors.find((factor) => factor.value === void 0);
      if (brokers === void 0) {
        if (demanding[0])
          unverified(workload, demanding[0].at ?? workload, "the number of brokers in its cluster is not known");
        else pass(workload);
      } else if (demanding.length > 0) {
        const written = demanding.find((factor) => factor.at);
        const has = brokers === 1 ? "only one broker" : `${brokers} brokers`;
        fail(
          workload,
          written?.at ?? workload,
          `the cluster of ${workload.name} has ${has}, and ${listOf(demanding.map(nameOf))}`,
          {
            related: demanding.flatMap(
              (factor) => factor.at && factor !== written ? [{ at: factor.at, message: nameOf(factor) }] : []
            )
          }
        );
      } else if (unclear) unverified(workload, unclear.at ?? workload, `the value of ${unclear.name} is not known`);
      else pass(workload);
    }
  }),
  examples: { bad: [], good: [] }
});
function internalTopics({ server }) {
  if (!server || !["confluent", "apache", "strimzi"].includes(server.facts.distribution.id)) return [];
  const offsets = brokerNumber(server, "offsets.topic.replication.factor");
  return offsets && !offsets.at ? [{ name: offsets.variable, value: offsets.number }] : [];
}
function nameOf(factor) {
  return factor.at ? `${factor.name} is ${factor.value}` : `${factor.name} is not set, which means ${factor.value}`;
}

// rules/kafka/replication-factor-one.ts
var replication_factor_one_default = defineRule({
  id: "kafka/replication-factor-one",
  title: "Kafka keeps only one copy of its messages",
  category: "disaster-recovery",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "With a replication factor of 1 each partition lives on one broker: when that broker or its disk is lost, so are the messages in it and the positions of the consumers, and while it restarts nobody can read or write them.",
  fix: "Run three brokers, set KAFKA_DEFAULT_REPLICATION_FACTOR, KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR and KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR to 3, and raise existing topics with kafka-reassign-partitions.",
  refs: [
    "https://kafka.apache.org/documentation/#replication",
    "https://kafka.apache.org/documentation/#brokerconfigs_default.replication.factor",
    "https://docs.confluent.io/platform/current/kafka/post-deployment.html#increasing-replication-factor"
  ],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const choice of factorChoices(system)) {
      const { workload, factors, brokers } = choice;
      const single = factors.filter((factor) => factor.value === 1);
      const written = single.filter((factor) => factor.at);
      const unclear = factors.find((factor) => factor.value === void 0);
      if (written.length === 0 && single.length > 0 && brokers === 1) implied(workload, "datastore/single-instance");
      else if (single.length > 0) {
        fail(
          workload,
          written[0]?.at ?? workload,
          `${workload.name} keeps one copy of what it stores: ${listOf(single.map(nameOf2))}`,
          {
            fix: fixFor(choice),
            related: written.slice(1).map((factor) => ({ at: factor.at ?? workload.at, message: nameOf2(factor) }))
          }
        );
      } else if (unclear) unverified(workload, unclear.at ?? workload, `the value of ${unclear.name} is not known`);
      else pass(workload);
    }
  }),
  examples: { bad: [], good: [] }
});
function nameOf2(factor) {
  if (!factor.at) return `${factor.name} is not set, which means 1`;
  return `${factor.name} is 1`;
}
function fixFor({ brokers, server }) {
  const copies = Math.min(3, brokers ?? 3);
  if (copies < 2)
    return "Run three brokers that share one quorum, then set these to 3 and raise existing topics with kafka-reassign-partitions.";
  return server ? `Set these to ${copies} on every broker, and raise existing topics with kafka-reassign-partitions.` : `Set it to ${copies}, and raise topics that exist already with kafka-reassign-partitions.`;
}

// rules/kafka/single-partition.ts
var single_partition_default = defineRule({
  id: "kafka/single-partition",
  title: "Kafka topics get one partition by default",
  category: "performance",
  severity: "low",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "One partition is read by one consumer of a group at a time: more instances of a service do not work through a backlog any faster, and adding partitions later moves keys to other ones.",
  fix: "Set KAFKA_NUM_PARTITIONS (with Bitnami KAFKA_CFG_NUM_PARTITIONS) to at least the number of consumers that a group may grow to, 6 for example, and ask for one partition only where the order of all messages matters.",
  refs: [
    "https://kafka.apache.org/documentation/#brokerconfigs_num.partitions",
    "https://kafka.apache.org/documentation/#intro_consumers"
  ],
  check: (function({ system, pass, fail, unverified }) {
    for (const server of kafkaBrokersOf(system)) {
      const { workload } = server;
      const found = brokerNumber(server, "num.partitions");
      if (!found) unverified(workload, workload, "a file or a value outside the repository sets num.partitions");
      else if (found.number > 1 || createsTopics(server) === false) pass(workload);
      else
        fail(
          workload,
          found.at ?? workload,
          `${workload.name} gives new topics one partition: ${found.variable} is ${found.at ? "1" : "not set"}`
        );
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/kafka/topics-created-implicitly.ts
var topics_created_implicitly_default = defineRule({
  id: "kafka/topics-created-implicitly",
  title: "Kafka creates a topic for every name that somebody asks for",
  category: "infrastructure-stability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A typing error in a topic name then creates a new topic with default partitions, copies and retention, and messages go where nobody reads them, instead of an error at deployment.",
  fix: 'Set KAFKA_AUTO_CREATE_TOPICS_ENABLE (with Bitnami KAFKA_CFG_AUTO_CREATE_TOPICS_ENABLE) to "false" and create the topics in a job: `kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists --topic orders --partitions 6` (`kafka-topics` in the images of Confluent).',
  refs: ["https://kafka.apache.org/documentation/#brokerconfigs_auto.create.topics.enable"],
  check: (function({ system, pass, fail, unverified }) {
    for (const server of kafkaBrokersOf(system)) {
      const { workload } = server;
      const found = brokerSetting(server, "auto.create.topics.enable");
      if (!found)
        unverified(workload, workload, "a file or a value outside the repository sets auto.create.topics.enable");
      else if (!isYes(found.value)) pass(workload);
      else
        fail(
          workload,
          found.at ?? workload,
          `${workload.name} creates topics by itself: ${found.variable} is ${found.at ? found.value : "not set, and it is on by default"}`
        );
    }
  }),
  examples: { bad: [], good: [] }
});

// area:kafka
var rules = {
  "kafka/advertised-unreachable": advertised_unreachable_default,
  "kafka/min-insync-unsafe": min_insync_unsafe_default,
  "kafka/mode-impossible": mode_impossible_default,
  "kafka/replication-exceeds-brokers": replication_exceeds_brokers_default,
  "kafka/replication-factor-one": replication_factor_one_default,
  "kafka/single-partition": single_partition_default,
  "kafka/topics-created-implicitly": topics_created_implicitly_default
};
module.exports = {
  house: runAudit,
  rules
};
