"use strict";

// src/model/datastore/kafka.ts
var kafkaServersOf = (function kafkaServersOf(system) {
  return system.workloads.flatMap((workload) => {
    const facts = serviceFactsOf(workload);
    if (!facts || workload.software?.id !== "kafka" || !workload.distribution?.setting || !workload.longRunning)
      return [];
    const roles = kafkaRoles(facts);
    const own = ["node.id", "broker.id"].map((name) => kafkaProperty(facts, name).value).find(Boolean);
    const id = setsItsId(workload) ? void 0 : own;
    return [
      {
        workload,
        facts,
        broker: !roles || roles.includes("broker"),
        controller: roles?.includes("controller") === true,
        ...id ? { id } : {}
      }
    ];
  });
});
var kafkaBrokersOf = (function kafkaBrokersOf(system) {
  return kafkaServersOf(system).filter((server) => server.broker);
});
const {
  KAFKA_DEFAULTS,
  fromVariable,
  isYes,
  kafkaProperty,
  kafkaRoles,
  kafkaVoters,
  serviceFactsOf
} = require("./chunk-Q3NCOY3T.js");

// src/model/datastore/kafka.ts

function setsItsId({ start }) {
  return start?.script !== void 0 && /(?:NODE|BROKER)_ID\b|\b(?:node|broker)\.id\b/.test(start.script.text);
}

function brokerSetting(server, property) {
  const { facts, workload } = server;
  const { variable, value } = kafkaProperty(facts, property);
  const found = fromVariable(value);
  if (found.given === "yes") {
    const at = workload.environment.get(variable)?.at;
    return found.value === void 0 ? void 0 : { value: found.value.trim(), variable, ...at ? { at } : {} };
  }
  if (facts.configMounted || packaged(facts)) return void 0;
  const value_ = KAFKA_DEFAULTS.get(property);
  return value_ === void 0 ? void 0 : { value: value_, variable };
}
function packaged(facts) {
  const configured = ["listeners", "advertised.listeners", "process.roles", "node.id", "controller.quorum.voters"];
  return facts.distribution.id === "apache" && configured.every((name) => kafkaProperty(facts, name).value === void 0);
}
function brokerNumber(server, property) {
  const found = brokerSetting(server, property);
  return found && /^\d{1,9}$/.test(found.value) ? { ...found, number: Number(found.value) } : void 0;
}
function createsTopics(server) {
  const found = brokerSetting(server, "auto.create.topics.enable");
  return found && isYes(found.value);
}
function clusterKey(server) {
  const { facts, workload } = server;
  const voters = kafkaVoters(facts);
  if (voters) return `${workload.deployment}
${voters.toSorted().join(",")}`;
  const keeper = kafkaProperty(facts, "zookeeper.connect").value;
  if (voters === null || keeper === null || facts.configMounted) return null;
  return `${workload.deployment}
${keeper || workload.id}`;
}
function brokerCount(server, all) {
  const key = clusterKey(server);
  if (key === null) return void 0;
  const own = all.filter((other) => other.broker && other.workload.deployment === server.workload.deployment);
  if (own.some((other) => clusterKey(other) === null)) return void 0;
  const ids = /* @__PURE__ */ new Set();
  for (const broker of own.filter((other) => clusterKey(other) === key)) {
    const replicas = replicasOf(broker.workload);
    if (replicas === void 0) return void 0;
    if (broker.id !== void 0) ids.add(broker.id);
    else for (let index = 0; index < Math.min(replicas, 1e3); index++) ids.add(`${broker.workload.id}/${index}`);
  }
  return ids.size;
}
function replicasOf(workload) {
  const { replicas } = workload;
  return replicas === void 0 ? 1 : replicas.known ? replicas.value : void 0;
}
function quorumVoters(server) {
  const { value } = kafkaProperty(server.facts, "controller.quorum.voters");
  if (!value) return void 0;
  return value.split(",").slice(0, 100).flatMap((entry) => {
    const [id = "", address = ""] = entry.trim().split("@");
    const host = address.replace(/:\d*$/, "").toLowerCase();
    return id === "" ? [] : [{ id, host }];
  });
}

module.exports = {
  kafkaServersOf,
  kafkaBrokersOf,
  brokerSetting,
  brokerNumber,
  createsTopics,
  clusterKey,
  brokerCount,
  quorumVoters
};
