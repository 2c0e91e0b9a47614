"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule,
  isSet,
  keepsDataOnMount,
  knownValue,
  serviceFactsOf,
  wordsFor
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/rabbitmq/hostname-unstable.ts
var hostname_unstable_default = defineRule({
  id: "rabbitmq/hostname-unstable",
  title: "RabbitMQ looks for its data under a host name that changes",
  category: "disaster-recovery",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "RabbitMQ names its data directory after the node, rabbit@<hostname>, and a container without a hostname gets a random one: each time it is created anew it starts with an empty directory beside the old one, without queues, users and messages.",
  fix: "Add `hostname: rabbitmq` to the service (container_name does not set it), or set RABBITMQ_NODENAME to rabbit@localhost for a single node.",
  refs: ["https://hub.docker.com/_/rabbitmq", "https://www.rabbitmq.com/docs/clustering#node-names"],
  check({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      if (!facts || workload.software?.id !== "rabbitmq" || facts.distribution.id !== "official") continue;
      const file = environmentFileOf(workload);
      if (hasStableName(workload, facts)) pass(workload);
      else if (!keepsDataOnMount(workload)) implied(workload, "datastore/data-not-persisted");
      else if (file) unverified(workload, file, "rabbitmq-env.conf may set NODENAME");
      else
        fail(
          workload,
          workload.at,
          `${workload.name} (RabbitMQ) keeps its data under rabbit@<${workload.pod ? "name of the pod" : "container id"}>: it has neither a hostname nor RABBITMQ_NODENAME`,
          wordsFor(workload, {
            kubernetes: {
              fix: "Run it as a StatefulSet, whose pods keep their names, or let the RabbitMQ Cluster Operator run it.",
              why: "RabbitMQ names its data directory after the node, rabbit@<hostname>, and each new pod of a Deployment has another name: after every rollout it starts with an empty directory beside the old one, without queues, users and messages."
            }
          })
        );
    }
  },
  examples: { bad: [], good: [] }
});
function hasStableName(workload, facts) {
  if (workload.hostname || isSet(facts, "RABBITMQ_NODENAME")) return true;
  return workload.pod?.kind === "StatefulSet" || knownValue(workload.networkMode) === "host";
}
function environmentFileOf(workload) {
  return workload.mounts.find((mount) => /^\/etc\/rabbitmq\/?$|rabbitmq-env\.conf$/.test(knownValue(mount.target) ?? ""));
}

// area:rabbitmq
var rules = {
  "rabbitmq/hostname-unstable": hostname_unstable_default
};
module.exports = {
  house: runAudit,
  rules
};
