"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule,
  firstSet,
  listOf,
  serviceFactsOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/mongodb/replica-set-not-initiated.ts
var replica_set_not_initiated_default = defineRule({
  id: "mongodb/replica-set-not-initiated",
  title: "A MongoDB replica set never comes into being",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A mongod that is started with --replSet takes no writes until somebody initiates the set, and with a login it does not even start without a key for its members: nothing is replicated, however many nodes run.",
  fix: 'Initiate the set once with `mongosh --eval "rs.initiate({ \u2026 })"`, in a set-up service that is in the repository, and give all members the same --keyFile.',
  refs: [
    "https://www.mongodb.com/docs/manual/tutorial/deploy-replica-set/",
    "https://www.mongodb.com/docs/manual/tutorial/deploy-replica-set-with-keyfile-access-control/",
    "https://www.mongodb.com/docs/manual/reference/method/rs.initiate/"
  ],
  check({ system, pass, fail }) {
    for (const members of replicaSets(system)) {
      const [first, ...others] = members;
      if (!first) continue;
      pass(first.workload);
      if (system.replicaSetInitiations.length === 0 && !hasSidecar(first.workload, system)) {
        const names = listOf(members.map((member) => member.workload.name));
        fail(
          first.workload,
          first.workload.start ?? first.workload,
          `nothing in the repository initiates the replica set of ${names}`,
          {
            key: "initiate",
            related: others.map((member) => ({
              at: member.workload.start?.at ?? member.workload.at,
              message: `${member.workload.name} belongs to it`
            }))
          }
        );
      }
      for (const { workload, facts } of members) {
        if (needsKey(facts))
          fail(
            first.workload,
            workload.start ?? workload,
            `${workload.name} does not start: it asks for a login and has --replSet without --keyFile`,
            {
              key: `key.${workload.name}`,
              fix: "Add `--keyFile /run/secrets/mongo-keyfile` with the same secret on every member (`openssl rand -base64 756`, owner 999, mode 400)."
            }
          );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function hasSidecar({ deployment }, { workloads }) {
  return workloads.some((one) => one.deployment === deployment && /mongo-k8s-sidecar/.test(one.image?.name ?? ""));
}
function replicaSets(system) {
  const sets = /* @__PURE__ */ new Map();
  for (const workload of system.workloads) {
    const facts = serviceFactsOf(workload);
    if (!facts || workload.software?.id !== "mongodb" || !facts.distribution.setting) continue;
    const set = facts.distribution.setting(facts, "replSet");
    if (set.given !== "yes") continue;
    const key = `${workload.deployment}
${set.value ?? ""}`;
    sets.set(key, [...sets.get(key) ?? [], { workload, facts }]);
  }
  return [...sets.values()];
}
function needsKey(facts) {
  const given = (name) => facts.distribution.setting?.(facts, name).given;
  const login = given("auth") === "yes" || firstSet(facts, ["MONGO_INITDB_ROOT_USERNAME", "MONGO_INITDB_ROOT_USERNAME_FILE"]) !== void 0 && firstSet(facts, ["MONGO_INITDB_ROOT_PASSWORD", "MONGO_INITDB_ROOT_PASSWORD_FILE"]) !== void 0;
  return login && ["keyFile", "clusterAuthMode", "noauth", "config", "f"].every((name) => given(name) === "no");
}

// area:mongodb
var rules = {
  "mongodb/replica-set-not-initiated": replica_set_not_initiated_default
};
module.exports = {
  house: runAudit,
  rules
};
