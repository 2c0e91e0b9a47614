"use strict";

// src/capacity/databases.ts
var databasesOf = (function databasesOf(programs, system) {
  return serverDemands(system).flatMap(({ server, hard, plan, terms }) => {
    const clients = programs.flatMap((program) => {
      const own = terms.filter(({ owner, pooler }) => !pooler && program.workloads.includes(owner.id));
      return own.length === 0 ? [] : [clientOf(program, own)];
    });
    const { id, name } = server.subject;
    return clients.length === 0 ? [] : [{ id, name, connections: hard, plan, clients }];
  });
});

// src/capacity/programs.ts
var programsOf = (function programsOf(deployment, system, hostProcessors) {
  const found = system.services.flatMap((service) => {
    const workloads = service.workloads.filter((one) => one.deployment === deployment.id && answers(one));
    return workloads.length > 0 && service.routes.routes.length > 0 ? [limitsOf(service, workloads, system, hostProcessors)] : [];
  });
  return found.sort((one, other) => Number(other.facesUsers) - Number(one.facesUsers) || compare(one.name, other.name));
});
var reachedByUsers = (function reachedByUsers(programs) {
  const reached = programs.filter(({ facesUsers }) => facesUsers);
  return reached.length > 0 ? reached : programs;
});
var answers = (function answers({ longRunning, weight, role }) {
  return longRunning && weight > 0 && (role === "user-facing" || role === "service");
});
var limitsOf = (function limitsOf(service, workloads, system, hostProcessors) {
  const { runtime, name } = service;
  const each = workloads.map((workload) => {
    const replicas = replicasOf(workload);
    const running = workerProcesses(workload, system);
    const processes2 = processesOf(runtime, running, workload);
    return { replicas, running, processes: processes2, limit: workload.resources.cpuLimit };
  });
  const processes = each.map((one) => times(one.replicas, one.processes)).reduce(plus);
  const { range: perProcess, by } = inFlightOf(service, each[0]?.running);
  const ofHost = hostProcessors === void 0 ? void 0 : exactly(hostProcessors);
  const processors = each.map((one) => times(one.replicas, processorsOf(runtime, one.processes, one.limit, ofHost))).reduce(plus);
  return {
    name,
    workloads: workloads.map(({ id }) => id),
    runtime,
    facesUsers: workloads.some(({ userFacing }) => userFacing),
    processes,
    perProcess,
    perProcessBy: by,
    requests: times(processes, perProcess),
    processors: ofHost && isOnOneHost(workloads) ? atMost(processors, ofHost) : processors
  };
});
var replicasOf = (function replicasOf({ replicas, autoscaledFrom, autoscaledTo }) {
  if (!autoscaledFrom && !autoscaledTo) return replicas ? rangeOf(replicas) : exactly(1);
  const [from, to] = [rangeOf(autoscaledFrom ?? replicas), rangeOf(autoscaledTo)];
  const because = from.because ?? to.because;
  return { low: from.low, high: Math.max(from.low, to.high), ...because !== void 0 && { because } };
});
var rangeOf = (function rangeOf(fact) {
  const value = knownValue(fact);
  if (value !== void 0) return exactly(value);
  return { low: 1, high: Number.POSITIVE_INFINITY, because: fact && !fact.known ? fact.because : "no file tells" };
});
var processesOf = (function processesOf(runtime, running, { start, runs }) {
  if (running) return rangeOf(running.count);
  if (runtime === "go") return exactly(1);
  const words = [...start?.argv ?? [], ...(runs ?? []).flatMap((one) => one.words)];
  if (runtime === "node" && start && !words.some((word) => word === null || /pm2|cluster|forever/.test(word)))
    return exactly(1);
  return { low: 1, high: Number.POSITIVE_INFINITY, because: "its command is none of a server that is known" };
});
var processorsOf = (function processorsOf(runtime, processes, limit, ofHost) {
  const allowed = limit ? rangeOf(limit) : ofHost;
  if (runtime !== "go") return allowed ? atMost(processes, allowed) : processes;
  return allowed ?? {
    low: 1,
    high: Number.POSITIVE_INFINITY,
    because: "it computes on all processors of its host, and no file tells how many these are"
  };
});
var inFlightOf = (function inFlightOf(service, running) {
  if (running?.threads) return { range: rangeOf(running.threads), by: "server" };
  const unbounded = { range: exactly(Number.POSITIVE_INFINITY), by: "event-loop" };
  if (service.runtime !== "python") return unbounded;
  const handlers = service.routes.routes.filter(
    ({ framework, isAsync }) => isAsync !== void 0 && (framework === "fastapi" || framework === "starlette")
  );
  if (handlers.length === 0) return unbounded;
  const heldUp = new Set(service.blocking.map(({ route }) => route));
  if (heldUp.size * 2 >= handlers.length) return { range: exactly(1), by: "held-up" };
  const inThreads = handlers.filter(({ isAsync }) => !isAsync).length;
  return inThreads * 2 >= handlers.length ? { range: exactly(STARLETTE_THREADS), by: "thread-pool" } : unbounded;
});

// src/capacity/estimate.ts
var throughputsOf = (function throughputsOf(program, databases, assumptions) {
  const at = (end) => throughputOf(program, databases, assumptions, end);
  return { least: at("low"), most: at("high") };
});
var programEstimate = (function programEstimate({ processes }, { least: least2, most }) {
  if (!least2 || !most) return null;
  if (least2.requestsPerSecond === most.requestsPerSecond) return least2;
  return processes.because === void 0 && processes.low < processes.high ? { ...least2, scaled: most } : null;
});
var rate = (function rate(places, seconds) {
  return seconds === 0 ? Number.POSITIVE_INFINITY : places / seconds;
});
var throughputOf = (function throughputOf(program, databases, assumptions, end) {
  const { name, runtime, processors, requests } = program;
  const computing = processorOf(runtime, assumptions);
  const waiting = queriesOf(assumptions);
  const bounds = [
    [{ kind: "processor", program: name }, rate(processors[end], computing)],
    [{ kind: "requests", program: name }, rate(requests[end], computing + waiting)]
  ];
  const open = [];
  for (const database of databases) {
    const opened = database.clients.find((client) => client.name === name)?.opened;
    if (!opened) continue;
    const most = database.connections.known ? database.connections.value : Number.POSITIVE_INFINITY;
    const connections = Math.min(opened[end], most);
    if (connections >= requests[end]) continue;
    if (opened.because === void 0)
      bounds.push([
        { kind: "connections", program: name, database: database.name },
        rate(connections, holdingOf(program, database, assumptions))
      ]);
    else open.push(database);
  }
  const [bound, requestsPerSecond] = least(bounds);
  if (!bound || !Number.isFinite(requestsPerSecond)) return void 0;
  return {
    requestsPerSecond,
    users: usersOf(requestsPerSecond, responseOf(runtime, assumptions), assumptions),
    bound,
    provided: open.map((database) => ({
      program: name,
      database: database.name,
      connections: Math.ceil(requestsPerSecond * holdingOf(program, database, assumptions))
    }))
  };
});
var least = (function least(bounds) {
  let [bound, value] = [void 0, Number.POSITIVE_INFINITY];
  for (const [one, its] of bounds) if (its < value) [bound, value] = [one, its];
  return [bound, value];
});
var usersOf = (function usersOf(requestsPerSecond, response, { thinkTimeSec, utilisation }) {
  const users = requestsPerSecond * (response + thinkTimeSec);
  return { from: users * Math.min(...utilisation), to: users * Math.max(...utilisation) };
});
var estimateOf = (function estimateOf(programs, databases, assumptions) {
  const first = reachedByUsers(programs);
  const shared = databases.flatMap((database) => sharedBound(database, first, assumptions));
  const least2 = lowest([...first.map(({ throughputs }) => throughputs.least), ...shared]);
  const most = lowest([...first.map(({ throughputs }) => throughputs.most), ...shared]);
  if (!least2) return { estimate: null, because: "nothing that is known bounds it" };
  const decisive = first.find(({ name }) => name === least2.bound.program);
  if (least2.requestsPerSecond === most?.requestsPerSecond) return { estimate: least2 };
  if (decisive && !isScaled(decisive)) return { estimate: null, least: least2, because: whyNot(decisive) };
  return { estimate: { ...least2, ...most && { scaled: most } } };
});
var lowest = (function lowest(all) {
  let found;
  for (const one of all) if (one && (!found || one.users.to < found.users.to)) found = one;
  return found;
});

// src/capacity.ts
var capacitiesOf = (function capacitiesOf(system, settings = {}) {
  return system.deployments.flatMap((deployment) => {
    const found = deployment.purpose === "production" ? capacityOf(deployment, system, settings) : void 0;
    return found ? [found] : [];
  });
});
var isProgram = (function isProgram({ role, weight, software }) {
  return role === "user-facing" && weight > 0 && software?.kind !== "proxy";
});
var capacityOf = (function capacityOf(deployment, system, settings) {
  const assumptions = { ...DEFAULT_ASSUMPTIONS, ...settings.assumptions };
  const all = programsOf(deployment, system, settings.processors);
  const limits = all.filter(({ processes }) => processes.high > 0);
  if (limits.length === 0) return void 0;
  const databases = databasesOf(limits, system);
  const programs = limits.map((program) => {
    const throughputs = throughputsOf(program, databases, assumptions);
    return { ...program, throughputs, estimate: programEstimate(program, throughputs) };
  });
  const unread = deployment.workloads.filter(
    (one) => isProgram(one) && !all.some(({ workloads }) => workloads.includes(one.id))
  );
  const { estimate, least: least2, because } = estimateOf(programs, databases, assumptions);
  return {
    deployment: { id: deployment.id, name: deployment.name },
    programs: programs.map(({ throughputs: _, ...program }) => program),
    databases,
    estimate,
    ...least2 && { least: least2 },
    ...because !== void 0 && { because },
    unread: unread.map(({ name }) => name),
    assumptions,
    ...settings.targetUsers !== void 0 && estimate && { target: targetOf(settings.targetUsers, estimate, programs, databases) }
  };
});
const {
  serverDemands
} = require("./chunk-IN47R6IR.js");
require("./chunk-KOC57OA5.js");
require("./chunk-2XVFWOEB.js");
const {
  exactly,
  plus,
  times
} = require("./chunk-5RLMKV7O.js");
const {
  DEFAULT_ASSUMPTIONS,
  processorOf,
  queriesOf,
  responseOf
} = require("./chunk-DM46Y3K7.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  knownValue,
  workerProcesses
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/capacity/databases.ts
var SESSIONS = /^(?:sqlalchemy|django)/;

function clientOf({ name, processes }, terms) {
  const [first, ...others] = terms;
  const isSame = first && others.every((one) => isEqual(one.perProcess, first.perProcess));
  return {
    name,
    // The demand on a server is that of the most replicas; an autoscaler begins with fewer.
    opened: isSame ? times(processes, first.perProcess) : terms.map(({ total }) => total).reduce(plus, exactly(0)),
    perRequest: terms.some(({ pools }) => pools.some(({ library }) => SESSIONS.test(library.id)))
  };
}
function isEqual(one, other) {
  return one.low === other.low && one.high === other.high;
}

// src/capacity/programs.ts
var STARLETTE_THREADS = 40;


function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}


function isOnOneHost(workloads) {
  return workloads.every(({ platform }) => platform === "compose" || platform === "pm2");
}




function atMost(range, most) {
  const [low, high] = [Math.min(range.low, most.low), Math.min(range.high, most.high)];
  const because = low === high ? void 0 : range.because ?? most.because;
  return { low, high, ...because !== void 0 && { because } };
}


// src/capacity/estimate.ts




function holdingOf({ name, runtime }, { clients }, assumptions) {
  const client = clients.find((one) => one.name === name);
  if (!client) return 0;
  return client.perRequest ? responseOf(runtime, assumptions) : queriesOf(assumptions);
}



function isScaled(program) {
  return programEstimate(program, program.throughputs) !== null;
}

function sharedBound(database, programs, assumptions) {
  const own = programs.filter(({ name }) => database.clients.some((client) => client.name === name));
  const [first] = own;
  if (!first || own.length < 2 || !database.connections.known) return [];
  const held = own.reduce((sum, program) => sum + holdingOf(program, database, assumptions), 0);
  const response = Math.max(...own.map(({ runtime }) => responseOf(runtime, assumptions)));
  const requestsPerSecond = rate(database.connections.value, held);
  if (!Number.isFinite(requestsPerSecond)) return [];
  return [
    {
      requestsPerSecond,
      users: usersOf(requestsPerSecond, response, assumptions),
      bound: { kind: "connections", program: first.name, database: database.name },
      provided: []
    }
  ];
}
function whyNot(program) {
  const { name, processes, perProcess, processors } = program;
  const said = (range, what) => range.because === void 0 ? void 0 : `${what} is not known: ${range.because}`;
  return said(processes, `how many processes ${name} runs`) ?? said(perProcess, `how many requests a process of ${name} works on`) ?? said(processors, `how many processors ${name} computes on`) ?? `what bounds ${name} is not known`;
}

// src/capacity/target.ts
function targetOf(users, estimate, programs, databases) {
  const reached = estimate.scaled ?? estimate;
  return {
    users,
    times: { from: users / reached.users.to, to: users / reached.users.from },
    needs: reachedByUsers(programs).flatMap((program) => needsOf(program, users, databases))
  };
}
function needsOf({ name, processes, processors, estimate }, users, databases) {
  const now = estimate?.scaled ?? estimate;
  if (!now || now.users.to >= users || now.bound.kind === "connections") return [];
  const more = Math.ceil(processes.high * (users / now.users.to));
  const grown = more / processes.high;
  const computing = processors.high * more / processes.high;
  return [
    {
      program: name,
      processes: more,
      ...now.bound.kind === "processor" && { processors: Math.ceil(computing) },
      users: { from: now.users.from * grown, to: now.users.to * grown },
      pools: databases.flatMap((database) => poolFor(database, name, more))
    }
  ];
}
function poolFor({ name, plan, clients }, program, processes) {
  const most = knownValue(plan);
  if (most === void 0 || !clients.some((client) => client.name === program)) return [];
  const taken = clients.reduce((sum, client) => sum + (client.name === program ? 0 : client.opened.low), 0);
  return [{ database: name, connections: Math.max(0, Math.floor((most - taken) / processes)) }];
}

// src/capacity.ts



module.exports = {
  capacitiesOf,
  house: runAudit
};
