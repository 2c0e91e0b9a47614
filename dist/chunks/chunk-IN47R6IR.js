"use strict";

// src/model/datastore/connection-demand.ts
var serverDemands = (function serverDemands(system) {
  const before = serversOf.get(system);
  if (before) return before;
  const found = system.databaseServers.map((server) => serverDemand(server, system));
  serversOf.set(system, found);
  return found;
});
var serverDemand = (function serverDemand(server, system) {
  const { maximum, reserved, subject } = server;
  const behind = system.poolers.filter((pooler) => pooler.servers.some((one) => one.id === subject.id));
  const demand = demandOf(
    subject,
    system,
    behind.map((pooler) => poolerTerm(pooler, system))
  );
  const minus = (count) => maximum.known ? { ...maximum, value: maximum.value - count } : maximum;
  return { server, ...demand, hard: minus(reserved), plan: minus(RESERVE) };
});
var poolerDemands = (function poolerDemands(system) {
  return system.poolers.map((pooler) => {
    const { clients, workload } = pooler;
    const replicas = knownValue(workload.replicas) ?? 1;
    const hard = clients.known ? { ...clients, value: clients.value * replicas } : clients;
    return { pooler, ...demandOf(workload, system, []), hard };
  });
});
var demandOf = (function demandOf(target, system, more) {
  const byOwner = grouped(system.pools.filter((pool) => pool.target?.id === target.id));
  const terms = [...[...byOwner].map(([owner, pools]) => termOf(owner, pools, system)), ...more];
  const clients = new Set(system.connections.flatMap((one) => one.to === target && isClient(one) ? [one.from] : []));
  const others = [...clients].filter((one) => !byOwner.has(one) && !more.some(({ owner }) => owner === one));
  const unread = others.filter((one) => !onlySchedules(one) && servicesOf(one, system).some(usesDatabase));
  const foreign = others.filter((one) => servicesOf(one, system).length === 0);
  return { terms, total: terms.map((one) => one.total).reduce(plus, exactly(0)), unread, foreign };
});
var isClient = (function isClient({ from }) {
  if (!from.longRunning || from.clientOf || from.role === "tool" || from.role === "job") return false;
  return !TOOLS.has(from.software?.kind ?? "") && from.software?.kind !== "database";
});
var termOf = (function termOf(owner, pools, system) {
  const replicas = owner.kind === "service" ? owner.instances : replicasOf(owner);
  const processes = owner.kind === "service" ? owner.processes : processesOf(workerProcesses(owner, system));
  const perProcess = perProcessOf(pools);
  return { owner, pools, replicas, processes, perProcess, total: times(times(replicas, processes), perProcess) };
});
var replicasOf = (function replicasOf({ autoscaledTo, autoscaledFrom, replicas }) {
  const most = autoscaledTo ?? (autoscaledFrom ? void 0 : replicas);
  if (most?.known) return exactly(most.value);
  if (!most && !autoscaledFrom) return exactly(1);
  const least = knownValue(autoscaledFrom) ?? 1;
  return atLeast(least, most?.because ?? "the autoscaler has no upper bound");
});
var processesOf = (function processesOf(processes) {
  if (!processes) return exactly(1);
  const { count } = processes;
  return count.known ? exactly(count.value) : atLeast(1, count.because);
});
var perProcessOf = (function perProcessOf(pools) {
  const conditions = /* @__PURE__ */ new Map();
  let sum = exactly(0);
  for (const { branch, at, size, overflow } of pools) {
    const both = plus(size, overflow);
    if (!branch) {
      sum = plus(sum, both);
      continue;
    }
    const key = `${at.path} ${branch.at}`;
    const arms = conditions.get(key) ?? /* @__PURE__ */ new Map();
    conditions.set(key, arms.set(branch.arm, plus(arms.get(branch.arm) ?? exactly(0), both)));
  }
  for (const arms of conditions.values()) sum = plus(sum, oneOf(arms));
  return sum;
});
var poolsByOwner = (function poolsByOwner({ pools }) {
  return grouped(pools);
});
var grouped = (function grouped(pools) {
  const found = /* @__PURE__ */ new Map();
  for (const pool of pools) {
    const others = found.get(pool.owner);
    if (others) others.push(pool);
    else found.set(pool.owner, [pool]);
  }
  return found;
});
const {
  DATABASE_PACKAGES
} = require("./chunk-KOC57OA5.js");
const {
  onlySchedules
} = require("./chunk-2XVFWOEB.js");
const {
  atLeast,
  exactly,
  plus,
  times
} = require("./chunk-5RLMKV7O.js");
const {
  knownValue,
  workerProcesses
} = require("./chunk-Q3NCOY3T.js");

// src/model/datastore/connection-demand.ts
var RESERVE = 10;
var serversOf = /* @__PURE__ */ new WeakMap();




function servicesOf(workload, { services }) {
  return services.filter((service) => service.workloads.some((one) => one.id === workload.id));
}
function usesDatabase({ packages }) {
  return [...packages].some((name) => DATABASE_PACKAGES.test(name));
}
var TOOLS = /* @__PURE__ */ new Set(["pooler", "exporter", "admin-tool", "development-tool", "backup", "agent", "dashboard"]);





function oneOf(arms) {
  const all = [...arms.values()];
  const isSure = arms.has("then") && arms.has("else");
  const low = isSure ? Math.min(...all.map((one) => one.low)) : 0;
  const high = Math.max(...all.map((one) => one.high));
  return low === high ? exactly(low) : { low, high, because: "it depends on a condition in the code" };
}
function poolerTerm(pooler, { connections }) {
  const { workload, perPair } = pooler;
  const asked = connections.filter((one) => one.to === workload);
  const whole = asked.filter((one) => one.user !== void 0 && one.database !== void 0);
  const pairs = new Set(whole.map((one) => `${one.user} ${one.database}`)).size;
  const most = Math.max(1, pairs + asked.length - whole.length);
  const processes = most === Math.max(1, pairs) ? exactly(most) : { low: Math.max(1, pairs), high: most, because: "the users and databases of its clients are not known" };
  const perProcess = perPair.known ? exactly(perPair.value) : atLeast(0, perPair.because);
  const replicas = exactly(knownValue(workload.replicas) ?? 1);
  return {
    owner: workload,
    pools: [],
    pooler,
    replicas,
    processes,
    perProcess,
    total: times(times(replicas, processes), perProcess)
  };
}


function suggestedSize({ target }, system) {
  const demand = serverDemands(system).find((one) => one.server.subject.id === target?.id);
  const share = demand?.plan.known ? shareOf(demand, demand.plan.value) : void 0;
  return Math.max(1, Math.min(share ?? MOST_USEFUL, MOST_USEFUL));
}
var MOST_USEFUL = 10;
function shareOf({ terms }, plan) {
  let processes = 0;
  for (const term of terms) {
    const count = times(term.replicas, term.processes);
    if (count.low !== count.high) return void 0;
    processes += count.low;
  }
  return processes === 0 ? void 0 : Math.floor(plan / processes);
}

module.exports = {
  serverDemands,
  poolerDemands,
  poolsByOwner,
  suggestedSize,
  shareOf
};
