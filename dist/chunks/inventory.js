"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  healthCommandOf,
  knownValue,
  serviceFactsOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/verification.ts
function verificationOf(system) {
  const production = system.deployments.filter(({ purpose }) => purpose === "production");
  return production.flatMap((deployment) => {
    const workloads = system.workloads.filter((one) => one.deployment === deployment.id);
    return STEPS[deployment.platform](deployment, workloads);
  });
}
var STEPS = {
  compose: composeSteps,
  swarm: (_, workloads) => swarmSteps(workloads),
  kubernetes: (_, workloads) => kubernetesSteps(workloads),
  pm2: pm2Steps
};
function composeSteps({ id, files }, workloads) {
  const named = id.slice(id.indexOf(":") + 1).split("+");
  const set = named.every((file) => files.includes(file)) ? named : files.slice(0, 1);
  const isDefault = set.length === 1 && /^(?:docker-)?compose\.ya?ml$/.test(set[0] ?? "");
  const compose = isDefault ? "docker compose" : `docker compose ${set.map((file) => `-f ${quoted(file)}`).join(" ")}`;
  return [
    { what: "the files are valid, and no variable is missing", command: `${compose} config --quiet` },
    { what: "everything starts and becomes healthy", command: `${compose} up --detach --wait` },
    { what: "nothing has exited or restarts", command: `${compose} ps --all` },
    ...workloads.flatMap((workload) => [
      ...dataSteps(workload, `${compose} exec ${quoted(workload.name)}`),
      ...proxySteps(workload, `${compose} exec ${quoted(workload.name)}`),
      ...publishedSteps(workload)
    ])
  ];
}
function swarmSteps(workloads) {
  return [
    { what: "every service has all its replicas", command: "docker service ls" },
    ...workloads.flatMap(publishedSteps)
  ];
}
function kubernetesSteps(workloads) {
  const pods = /* @__PURE__ */ new Map();
  for (const workload of workloads) {
    const { pod } = workload;
    if (pod?.part === "main" && !pods.has(`${pod.namespace} ${pod.kind} ${pod.name}`))
      pods.set(`${pod.namespace} ${pod.kind} ${pod.name}`, workload);
  }
  const namespaces = new Set([...pods.values()].map(({ pod }) => pod?.namespace));
  return [
    ...[...namespaces].map((namespace) => ({
      what: `no pod${namespace === void 0 ? "" : ` of ${namespace}`} waits, fails or restarts`,
      command: `kubectl ${inNamespace(namespace)}get pods`
    })),
    ...[...pods.values()].flatMap((workload) => {
      const { pod } = workload;
      if (!pod) return [];
      const kind = pod.kind.toLowerCase();
      const kubectl = `kubectl ${inNamespace(pod.namespace)}`;
      const target = quoted(`${kind}/${pod.name}`);
      const rolledOut = ["deployment", "statefulset", "daemonset"].includes(kind) ? [{ what: `${pod.name} is rolled out`, command: `${kubectl}rollout status ${target} --timeout=5m` }] : [];
      return [
        ...rolledOut,
        ...dataSteps(workload, `${kubectl}exec ${target} --`),
        ...proxySteps(workload, `${kubectl}exec ${target} --`)
      ];
    })
  ];
}
function inNamespace(namespace) {
  return namespace === void 0 ? "" : `--namespace ${quoted(namespace)} `;
}
function pm2Steps({ files }) {
  const [file = "ecosystem.config.js"] = files;
  return [
    { what: "all apps start", command: `pm2 start ${quoted(file)} --env production` },
    { what: "they are online and do not restart", command: "pm2 list" }
  ];
}
function dataSteps(workload, inside) {
  const { distribution, name, software, health } = workload;
  if (health.state === "checked" || !software || !distribution || !["database", "cache", "broker", "search", "object-store"].includes(software.kind))
    return [];
  const command = healthCommandOf(distribution, serviceFactsOf(workload));
  return command === void 0 ? [] : [
    {
      what: `${name} (${software.name}) answers`,
      command: `${inside} sh -c ${quoted(command.replaceAll("$$", "$"))}`
    }
  ];
}
function proxySteps({ name, software }, inside) {
  return software?.id === "nginx" ? [{ what: `${name} accepts its configuration`, command: `${inside} nginx -t` }] : [];
}
function publishedSteps({ name, health, published }) {
  const open = published.find(({ protocol, host }) => protocol === "tcp" && host && knownValue(host) !== void 0);
  const asked = health.checks.flatMap((check) => pathOf(check) ?? [])[0];
  const port = open?.host && knownValue(open.host);
  if (port === void 0 || asked === void 0) return [];
  return [
    {
      what: `${name} answers from outside`,
      command: `curl --fail --silent --show-error http://localhost:${port}${asked}`
    }
  ];
}
function pathOf({ http, text }) {
  const path = http ? knownValue(http.path) : /https?:\/\/[^/\s"'`]+(\/[\w./-]*)/.exec(text.slice(0, 2e3))?.[1];
  return path !== void 0 && /^\/[\w./?=&%-]*$/.test(path) ? path : void 0;
}
function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

// src/inventory.ts
var MOST_LINKS = 500;
function inventoryOf(system) {
  const names = new Map(system.deployments.map(({ id, name }) => [id, name]));
  const items = system.workloads.map((workload) => itemOf(workload, names.get(workload.deployment) ?? ""));
  const links = linksOf(system);
  return { items, links, phases: phasesOf(system, links), verification: verificationOf(system) };
}
function itemOf(workload, deployment) {
  const { id, name, role, health, stateful, resources } = workload;
  const runs = whatItRuns(workload);
  return {
    id,
    name,
    deployment,
    role,
    ...runs !== void 0 && { runs },
    replicas: replicasOf(workload),
    ...resources.memoryLimit && { memoryLimit: knownValue(resources.memoryLimit) ?? null },
    ...resources.cpuLimit && { cpuLimit: knownValue(resources.cpuLimit) ?? null },
    ports: portsOf(workload),
    check: health.state,
    stateful
  };
}
function whatItRuns({ image, pm2 }) {
  if (image?.origin === "built") return image.dockerfile ? `built from ${image.files[0] ?? image.name}` : "built";
  return image?.name ?? pm2?.scriptPath;
}
function replicasOf({ replicas, autoscaledFrom, pm2 }) {
  const apps = pm2?.apps ?? 1;
  const set = autoscaledFrom ?? replicas;
  if (!set) return apps;
  const value = knownValue(set);
  return value === void 0 ? null : value * apps;
}
function portsOf({ published }) {
  const ports = published.filter(({ reach }) => reach !== "loopback").map(({ host, container }) => {
    const [outside, inside] = [host && knownValue(host), knownValue(container)];
    if (inside === void 0) return outside === void 0 ? "?" : String(outside);
    return outside === void 0 || outside === inside ? String(inside) : `${outside}\u2192${inside}`;
  });
  return [...new Set(ports)];
}
function linksOf(system) {
  const production = new Set(system.workloads.map(({ id }) => id));
  const found = /* @__PURE__ */ new Map();
  const add = (link) => {
    if (link.from !== link.to && found.size < MOST_LINKS) found.set(`${link.from}
${link.to ?? link.host}`, link);
  };
  for (const { from, answer, host } of system.edges) {
    const sources = from.kind === "workload" ? [from] : from.kind === "proxy" ? from.workloads : [];
    for (const { id } of sources) {
      if (!production.has(id)) continue;
      if (answer.kind === "workload") add({ from: id, to: answer.workload.id, host });
      else if (answer.kind === "outside") add({ from: id, host });
    }
  }
  return [...found.values()];
}
function phasesOf(system, links) {
  const waiting = new Map(system.workloads.map(({ id }) => [id, /* @__PURE__ */ new Set()]));
  const need = (from, to) => {
    if (from !== to && waiting.has(to)) waiting.get(from)?.add(to);
  };
  for (const { id, deployment, dependsOn } of system.workloads) {
    for (const { workload } of dependsOn) {
      const other = system.workloads.find((one) => one.deployment === deployment && one.name === workload);
      if (other) need(id, other.id);
    }
  }
  const watchers = new Set(system.workloads.filter(({ role }) => role === "observability").map(({ id }) => id));
  for (const { from, to } of links) if (to !== void 0 && !watchers.has(from) && !watchers.has(to)) need(from, to);
  const phases = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, needs]) => needs.size === 0).map(([id]) => id);
    const phase = free.length > 0 ? free : circle(waiting);
    phases.push(phase);
    for (const id of phase) waiting.delete(id);
    for (const needs of waiting.values()) for (const id of phase) needs.delete(id);
  }
  return phases;
}
function circle(waiting) {
  let best;
  for (const start of waiting.keys()) {
    const reached = /* @__PURE__ */ new Set([start]);
    for (const id of reached) for (const need of waiting.get(id) ?? []) reached.add(need);
    if (!best || reached.size < best.size) best = reached;
  }
  return [...best ?? waiting.keys()];
}
module.exports = {
  house: runAudit,
  inventoryOf
};
