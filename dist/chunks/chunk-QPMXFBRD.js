"use strict";
const {
  fromVariable,
  hostsIn
} = require("./chunk-TFTZWGNG.js");

// src/knowledge/engines/kafka.ts
var KAFKA_DEFAULTS = /* @__PURE__ */ new Map([
  ["default.replication.factor", "1"],
  ["offsets.topic.replication.factor", "3"],
  ["transaction.state.log.replication.factor", "3"],
  ["transaction.state.log.min.isr", "2"],
  ["min.insync.replicas", "1"],
  ["num.partitions", "1"],
  ["auto.create.topics.enable", "true"],
  ["log.retention.hours", "168"],
  ["unclean.leader.election.enable", "false"]
]);
var STRIMZI = {
  id: "strimzi",
  images: [],
  dataPaths: [],
  setting: (facts, name) => fromVariable(facts.environment(name))
};
function kafkaVariable(distribution, property) {
  if (distribution === STRIMZI.id) return property;
  const name = property.replaceAll("_", "___").replaceAll("-", "__").replaceAll(".", "_").toUpperCase();
  return distribution === "bitnami" ? `KAFKA_CFG_${name}` : `KAFKA_${name}`;
}
var BITNAMI_BARE = /* @__PURE__ */ new Set([
  "KAFKA_ADVERTISED_LISTENERS",
  "KAFKA_CONTROLLER_LISTENER_NAMES",
  "KAFKA_CONTROLLER_QUORUM_VOTERS",
  "KAFKA_INTER_BROKER_LISTENER_NAME",
  "KAFKA_LISTENERS",
  "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
  "KAFKA_NODE_ID",
  "KAFKA_PROCESS_ROLES",
  "KAFKA_ZOOKEEPER_CONNECT"
]);
function kafkaProperty(facts, property) {
  const variable = kafkaVariable(facts.distribution.id, property);
  const value = facts.environment(variable);
  if (value !== void 0 || facts.distribution.id !== "bitnami") return { variable, value };
  const bare = kafkaVariable("apache", property);
  if (BITNAMI_BARE.has(bare) && facts.environment(bare) !== void 0)
    return { variable: bare, value: facts.environment(bare) };
  return { variable, value };
}
function kafkaVoters(facts) {
  for (const property of ["controller.quorum.voters", "controller.quorum.bootstrap.servers"]) {
    const { value } = kafkaProperty(facts, property);
    if (value === null) return null;
    if (value) return hostsIn(value);
  }
  return void 0;
}
function kafkaRoles(facts) {
  const { value } = kafkaProperty(facts, "process.roles");
  return typeof value === "string" ? value.split(",").map((role) => role.trim().toLowerCase()) : value;
}
function kafkaListenerProtocols(facts) {
  const listeners = kafkaProperty(facts, "listeners").value;
  const advertised = kafkaProperty(facts, "advertised.listeners").value;
  const map = kafkaProperty(facts, "listener.security.protocol.map").value;
  const controllers = kafkaProperty(facts, "controller.listener.names").value;
  const names = listeners || advertised;
  if (listeners === null || map === null || controllers === null || names === null) return null;
  if (names === void 0 || names === "") return void 0;
  const protocols = new Map((map ?? "").split(",").map((pair) => pairOf(pair)));
  const internal = new Set((controllers ?? "").split(",").map((name) => name.trim().toUpperCase()));
  const found = /* @__PURE__ */ new Map();
  for (const [, name] of names.matchAll(/(?:^|,)\s*([\w.-]+):\/\//g)) {
    const listener = (name ?? "").toUpperCase();
    if (!internal.has(listener)) found.set(listener, protocols.get(listener) ?? listener);
  }
  return found;
}
function pairOf(pair) {
  const [name = "", protocol = ""] = pair.split(":");
  return [name.trim().toUpperCase(), protocol.trim().toUpperCase()];
}

module.exports = {
  KAFKA_DEFAULTS,
  STRIMZI,
  kafkaVariable,
  kafkaProperty,
  kafkaVoters,
  kafkaRoles,
  kafkaListenerProtocols
};
