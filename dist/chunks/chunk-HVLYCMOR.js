"use strict";
const {
  CATEGORIES,
  COMMANDS,
  FORMATS,
  HELD,
  SEVERITIES,
  TOOL,
  UsageError,
  cellsOf,
  clip,
  didYouMean,
  editDistance,
  nearest,
  pad,
  widthOf,
  wrap
} = require("./chunk-YVY2E7GG.js");

// src/source.ts
function known(value, at) {
  return { known: true, value, at };
}
function unknown(at, because) {
  return { known: false, at, because };
}
function knownValue(fact) {
  return fact?.known ? fact.value : void 0;
}
var lineStartsOf = /* @__PURE__ */ new WeakMap();
function lineStarts(source) {
  let starts = lineStartsOf.get(source);
  if (!starts) {
    const found2 = [0];
    for (let at = source.text.indexOf("\n"); at !== -1; at = source.text.indexOf("\n", at + 1)) found2.push(at + 1);
    starts = found2;
    lineStartsOf.set(source, starts);
  }
  return starts;
}
function lineIndex(starts, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
function lineOf(source, offset) {
  return lineIndex(lineStarts(source), Math.max(0, Math.min(offset, source.text.length))) + 1;
}
function lineText(source, line) {
  const starts = lineStarts(source);
  const start2 = starts[line - 1];
  if (start2 === void 0) return "";
  const end = starts[line] ?? source.text.length + 1;
  return source.text.slice(start2, end - 1).replace(/\r$/, "");
}
function placeOf(source, span) {
  const starts = lineStarts(source);
  const clamp = (offset) => Math.max(0, Math.min(offset, source.text.length));
  const start2 = clamp(span.start);
  const end = Math.max(start2, clamp(span.end));
  const first = lineIndex(starts, start2);
  const last = lineIndex(starts, end);
  return {
    path: source.path,
    line: first + 1,
    column: start2 - (starts[first] ?? 0) + 1,
    endLine: last + 1,
    endColumn: end - (starts[last] ?? 0) + 1
  };
}

// src/knowledge/verdicts.ts
function decidedBy(by) {
  return by ? { by } : {};
}
function open(because, fix, by) {
  return { state: "off", because, fix, ...decidedBy(by) };
}
function guarded(because, by) {
  return { state: "on", because, fix: "", ...decidedBy(by) };
}
function undecided(because, fix, by) {
  return { state: "unknown", because, fix, ...decidedBy(by) };
}
var FILE_DECIDES = "a mounted configuration file decides";
function alone(because, by) {
  return { state: "alone", because, peers: [], ...decidedBy(by) };
}
function wired(role, because, peers, by, group) {
  return { state: "wired", role, because, peers, ...decidedBy(by), ...group ? { group } : {} };
}
function claimed(because, fix, by, role) {
  return { state: "claimed", because, fix, peers: [], ...decidedBy(by), ...role ? { role } : {} };
}
function unclear(because, by, role, peers = []) {
  return { state: "unknown", because, peers, ...decidedBy(by), ...role ? { role } : {} };
}
function hostsIn(list2) {
  return list2.split(/[\s,;]+/).slice(0, 200).map(hostOf).filter((host) => host !== "");
}
function hostOf(entry2) {
  const address2 = entry2.replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//i, "").replace(/^.*@/, "");
  const bracketed = /^\[([^\]]*)\]/.exec(address2);
  if (bracketed) return (bracketed[1] ?? "").toLowerCase();
  return (address2.split(/[:/]/)[0] ?? "").toLowerCase();
}

// src/knowledge/facts.ts
function variable(name) {
  return { kind: "variable", name };
}
function argument(name) {
  return { kind: "argument", name };
}
function text(facts, name) {
  return facts.environment(name) || void 0;
}
function isSet(facts, name) {
  return facts.environment(name) !== void 0 && facts.environment(name) !== "";
}
function firstSet(facts, names) {
  return names.find((name) => isSet(facts, name));
}
function directoryIn(facts, names) {
  const name = firstSet(facts, names);
  return name === void 0 ? void 0 : facts.environment(name);
}
function firstUnknown(facts, names) {
  return names.find((name) => facts.environment(name) === null);
}
function isYes(value) {
  return typeof value === "string" && /^(?:true|yes|1|on)$/i.test(value.trim());
}
var NEWEST = [Number.MAX_SAFE_INTEGER];
function isBefore(version, bound) {
  if (!version || version.length === 0) return void 0;
  for (let at = 0; at < bound.length; at++) {
    const part = version[at];
    const limit = bound[at] ?? 0;
    if (part === void 0) return false;
    if (part !== limit) return part < limit;
  }
  return false;
}
function goneIn(distribution, version) {
  return (distribution.gone ?? []).filter((each) => isBefore(version, each.from) === false);
}
function healthCommandOf(distribution, version) {
  const older = distribution?.olderHealthCommands?.find((one) => isBefore(version, one.before));
  return older?.command ?? distribution?.healthCommand;
}

// src/model/service-facts.ts
var CONFIGURATION = /\.(conf|cnf|cfg|ini|ya?ml|json|toml|xml|properties|acl|config|options|env)$|\/(etc|conf|config|conf\.d|config\.d)(\/|$)/;
var HOST_FILES = /^\/etc\/(localtime|timezone|hosts|resolv\.conf|hostname|ssl|pki|passwd|group)(\/|$)/;
function serviceFactsOf(workload) {
  const { distribution, version, environment } = workload;
  if (!distribution) return void 0;
  return {
    environment: (name) => {
      const variable3 = environment.get(name);
      return variable3 === void 0 ? void 0 : variable3.value.known ? variable3.value.value : null;
    },
    argv: workload.start?.argv,
    ...version ? { version } : followsNewest(workload) ? { version: NEWEST } : {},
    distribution,
    configMounted: mountsConfiguration(workload),
    scriptsMounted: mountsScripts(workload)
  };
}
var SCRIPTS = /^\/(?:docker-(?:entrypoint-(?:initdb|startdb|preinitdb|init)\.d|entrypoint\.d|initdb\.d|init\.d)|etc\/entrypoint\.d|always-initdb\.d|opt\/bitnami\/scripts\/init|entrypoint-initdb\.d|etc\/cont-init\.d|custom-cont-init\.d)(?:\/|$)/;
function mountsScripts(workload) {
  const mounted = workload.mounts.some(
    (mount) => SCRIPTS.test(knownValue(mount.target) ?? "") || mount.files?.some((file) => SCRIPTS.test(file.path)) === true
  );
  const copied2 = workload.image?.dockerfile?.instructions.some(
    (one) => (one.keyword === "COPY" || one.keyword === "ADD") && SCRIPTS.test(one.words.at(-1)?.text ?? "")
  );
  return mounted || copied2 === true;
}
function followsNewest(workload) {
  const reference = workload.image?.dockerfile ? knownValue(workload.image.dockerfile.base) : knownValue(workload.image?.reference);
  return reference !== void 0 && reference.digest === void 0 && /^(latest|alpine|slim|stable|lts)?$/.test(reference.tag ?? "");
}
function mountsConfiguration(workload) {
  const mounted = workload.mounts.some((mount) => {
    const target = knownValue(mount.target);
    if (target === void 0) return true;
    if (mount.files?.some((file) => isConfiguration(file.path))) return true;
    if (mount.type === "secret") return workload.pod !== void 0 && /\/(?:etc|conf|config)(?:\/|$)/.test(target);
    return (mount.type === "bind" || mount.type === "config" || mount.type === "other") && isConfiguration(target);
  });
  const copied2 = workload.image?.dockerfile?.instructions.some(
    (one) => (one.keyword === "COPY" || one.keyword === "ADD") && one.words.some((word) => isConfiguration(word.text))
  );
  return mounted || copied2 === true;
}
function isScriptPath(path) {
  return SCRIPTS.test(path) || /\.(?:sh|bash|sql|js|py|lua)$|(?:^|\/)[\w.-]*entrypoint[\w.-]*$/.test(path);
}
function isConfiguration(path) {
  return CONFIGURATION.test(path) && !HOST_FILES.test(path) && !SCRIPTS.test(path);
}

// src/model/datastore/replication.ts
var REDIS = {
  wired: /^[ \t]*(?:replicaof|slaveof)[ \t]+\S/m,
  role: "replica",
  open: /^[ \t]*(?:cluster-enabled[ \t]+yes|include[ \t]+\S|sentinel[ \t]+monitor)/m
};
var MYSQL = {
  wired: /\bCHANGE\s+(?:REPLICATION\s+SOURCE|MASTER)\s+TO\b|\bSTART\s+(?:REPLICA|SLAVE|GROUP_REPLICATION)\b/i,
  role: "replica",
  open: /\b(?:group_replication|wsrep)_/i
};
var FILES = /* @__PURE__ */ new Map([
  [
    "postgres",
    {
      wired: /\bpg_basebackup\b|\bstandby\.signal\b|^[ \t]*primary_conninfo[ \t]*=[ \t]*'[^']/m,
      role: "replica",
      open: /\b(?:patroni|repmgr|stolon|pg_auto_failover|pg_autoctl)\b|^[ \t]*include(?:_dir|_if_exists)?[ \t]*=?[ \t]*'/im
    }
  ],
  ["mysql", MYSQL],
  ["mariadb", MYSQL],
  ["redis", REDIS],
  ["valkey", REDIS],
  ["keydb", REDIS],
  ["rabbitmq", { wired: /^[ \t]*cluster_formation\.peer_discovery_backend\b|\bjoin_cluster\b/m, role: "member" }],
  [
    "elasticsearch",
    { wired: /^[ \t]*discovery\.seed_(?:hosts|providers)[ \t]*:/m, role: "member", open: /^discovery:/m }
  ]
]);
function replicationOf(workload) {
  if (workload.pod?.operator) return operatedReplication(workload, workload.pod.operator);
  const facts = serviceFactsOf(workload);
  const told = facts && workload.distribution?.replication?.(facts);
  if (!told || told.state === "wired" || told.role === "watcher") return told;
  const evidence = FILES.get(workload.software?.id ?? "");
  const files = workload.ownFiles;
  if (!evidence || !files) return told;
  const texts = files.texts.map((source) => withoutComments(source.text));
  if (texts.some((text2) => evidence.wired.test(text2)))
    return wired(evidence.role, "the files that it reads connect it to another node", namedHosts(workload, texts));
  if (told.state !== "unknown" || told.because !== FILE_DECIDES || !files.complete || texts.length === 0) return told;
  if (texts.some((text2) => evidence.open?.test(text2))) return unclear(FILE_DECIDES);
  return alone("none of the files that it reads connects it to a second node");
}
function operatedReplication({ id, replicas, software }, operator) {
  if (!software || !replicas) return void 0;
  if (!replicas.known) return unclear(replicas.because);
  const count3 = replicas.value;
  return count3 > 1 ? wired("member", `${operator} is asked for ${count3} nodes`, [], void 0, id) : alone(`${operator} is asked for one node`);
}
function withoutComments(text2) {
  return text2.replace(/^[ \t]*#(?!!).*$/gm, "");
}
function namedHosts(workload, texts) {
  const variables = [...workload.environment.values()].flatMap(({ value }) => value.known ? [value.value] : []);
  const written = texts.flatMap(
    (text2) => [...text2.matchAll(/(?:-h[ \t]+|\bhost=|_HOST='|(?:replicaof|slaveof)[ \t]+|rabbit@)"?([\w.-]{1,100})/g)].map(
      (match2) => match2[1] ?? ""
    )
  );
  return hostsIn(
    [...variables, ...written].filter((text2) => text2.length < 200).slice(0, 200).join(" ")
  );
}

// src/model/protection.ts
function protectionsOf(system) {
  const groups = /* @__PURE__ */ new Map();
  for (const store2 of system.workloads) {
    if (!needsBackup(store2, system)) continue;
    const key = groupOf(store2);
    groups.set(key, [...groups.get(key) ?? [], store2]);
  }
  return [...groups.values()].flatMap((members) => {
    const [store2] = members;
    const backups = system.backups.filter((backup) => members.some((member) => covers(backup, member, system)));
    return store2 ? [{ store: store2, backups }] : [];
  });
}
function groupOf(store2) {
  const replication = replicationOf(store2);
  if (replication?.state !== "wired" || replication.role !== "member") return store2.id;
  return `${store2.deployment}
${store2.software?.id}
${replication.group ?? ""}`;
}
function needsBackup(workload, system) {
  const kind = workload.software?.kind;
  if (workload.role !== "datastore" || kind !== "database" && kind !== "object-store") return false;
  if (isCopy(workload, system) || holdsTelemetry(workload, system)) return false;
  const facts = serviceFactsOf(workload);
  return facts === void 0 || workload.distribution?.keepsData?.(facts) !== "no";
}
function isCopy(workload, system) {
  const replication = replicationOf(workload);
  if (replication?.role === "replica" || replication?.role === "watcher") return true;
  if (replication?.state !== "claimed" || replication.role !== void 0) return false;
  return system.workloads.some(
    (other) => other !== workload && other.deployment === workload.deployment && other.software?.id === workload.software?.id && replicationOf(other)?.state === "alone"
  );
}
var TELEMETRY = /* @__PURE__ */ new Set(["tracing", "logs", "metrics"]);
function holdsTelemetry(workload, system) {
  const kinds = system.connections.flatMap(({ from, to }) => to === workload ? [from.software?.kind ?? ""] : []);
  const clients = kinds.filter((kind) => kind !== "exporter");
  return clients.length > 0 && clients.every((kind) => TELEMETRY.has(kind));
}
function covers(backup, store2, system) {
  const software = store2.software;
  if (!software) return false;
  if (backup.stores) return backup.stores.includes(store2.id);
  if (backup.covers.includes("volume")) return backup.workload === void 0 || sharesData(backup.workload, store2);
  if (!backup.covers.includes(software.id) && !(software.speaks && backup.covers.includes(software.speaks)))
    return false;
  const host = backup.host ?? backup.inside;
  if (host === void 0 || host.includes("$")) return true;
  const answering = system.workloads.find(
    (workload) => workload.networks.some((network) => network.aliases.includes(host)) || knownValue(workload.fixedName) === host
  );
  return answering === void 0 || answering === store2 || answering.software?.id !== software.id || isCopy(answering, system);
}
function sharesData(one, other) {
  const sources = new Set(other.mounts.flatMap((mount) => knownValue(mount.source) ?? []));
  return one.mounts.some((mount) => {
    const source = knownValue(mount.source);
    return source !== void 0 && (sources.has(source) || source === "/var/lib/docker/volumes");
  });
}

// src/rule.ts
var WORKLOAD_FORMATS = ["compose", "kubernetes", "pm2"];
function defineRule(rule) {
  return rule;
}

// src/words.ts
var UNITS = [
  [2 ** 30, "GiB"],
  [2 ** 20, "MiB"],
  [2 ** 10, "KiB"]
];
function formatBytes(bytes) {
  const unit = UNITS.find(([size]) => bytes >= size);
  if (!unit) return `${bytes} bytes`;
  const number = bytes / unit[0];
  return `${Number.isInteger(number) ? number : number.toFixed(1).replace(/\.0$/, "")} ${unit[1]}`;
}
function listOf(names) {
  return names.length < 2 ? names[0] ?? "" : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

// rules/backup/cannot-run.ts
var cannot_run_default = defineRule({
  id: "backup/cannot-run",
  title: "A backup job cannot do its work",
  category: "disaster-recovery",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A job that calls a program its image does not have, or dumps a host that does not exist, fails every night, and everybody believes that there is a backup.",
  fix: "Install the missing program in an image of your own (`RUN apk add --no-cache aws-cli`), correct the host, and look at the result of one run.",
  refs: ["https://www.postgresql.org/docs/current/app-pgdump.html", "https://pkgs.alpinelinux.org/packages"],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "script"],
  check({ system, pass, fail: fail2, implied }) {
    for (const { store: store2, backups } of protectionsOf(system)) {
      if (backups.length === 0) {
        implied(store2, "backup/missing");
        continue;
      }
      pass(store2);
      for (const backup of backups) {
        for (const { tools, at } of missingByPlace(backup)) {
          fail2(
            store2,
            at,
            `${nameOf(backup)} calls ${listOf(tools)}, which its image (${imageOf(backup.workload)}) does not have`,
            { key: `${nameOf(backup)}.${tools.join("+")}` }
          );
        }
        const target = readOnlyTarget(backup);
        if (target)
          fail2(store2, target, `${nameOf(backup)} writes to ${target.path}, which is mounted read-only`, {
            key: `${nameOf(backup)}.read-only`
          });
        if (backup.host !== void 0 && isUnknownHost(backup, system)) {
          fail2(
            store2,
            backup,
            `${nameOf(backup)} dumps the host ${backup.host}, which no service on its networks answers to`,
            { key: `${nameOf(backup)}.host` }
          );
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});
function nameOf(backup) {
  return backup.workload?.name ?? backup.at.path;
}
function missingByPlace({ missingTools: missingTools2 }) {
  const places = /* @__PURE__ */ new Map();
  for (const { tool, at } of missingTools2) {
    const place = `${at.path}:${at.start}`;
    const tools = places.get(place)?.tools ?? [];
    if (!tools.includes(tool)) places.set(place, { at, tools: [...tools, tool] });
  }
  return [...places.values()];
}
function imageOf(workload) {
  const reference = workload?.image?.dockerfile ? workload.image.dockerfile.base : workload?.image?.reference;
  return reference?.known ? reference.value.text : workload?.image?.name ?? "the image";
}
function readOnlyTarget(backup) {
  for (const mount of backup.workload?.mounts ?? []) {
    const path = mount.target.known ? mount.target.value : void 0;
    if (!mount.readOnly || path === void 0) continue;
    const written = backup.script?.commands.flatMap((command) => [
      ...command.redirects.filter((one) => one.operator.includes(">")).map((one) => one.target),
      ...outputOptions(command.words)
    ]);
    if (written?.some((target) => target === path || target.startsWith(`${path}/`))) return { at: mount.at, path };
  }
  return void 0;
}
function outputOptions(words3) {
  return words3.flatMap((word, index) => {
    const next = words3[index + 1];
    if (/^(-f|--file|--out|-o|--archive)$/.test(word) && next) return [next];
    return /^--(file|out|archive|result-file)=(.+)$/.exec(word)?.[2] ?? [];
  });
}
function isUnknownHost(backup, system) {
  const { host, workload } = backup;
  if (host === void 0 || !workload || // In a cluster other manifests may make a Service of that name.
  workload.platform === "kubernetes" || workload.networkMode || !/^[a-z][a-z0-9_-]*$/i.test(host) || host === "localhost")
    return false;
  if (workload.networks.some((network) => network.network.startsWith("external:"))) return false;
  return !system.workloads.some(
    (other) => other.deployment === workload.deployment && other.networks.some((network) => network.aliases.includes(host))
  );
}

// rules/backup/covers-other-database.ts
var NAMED = /* @__PURE__ */ new Set(["postgres", "mysql", "mariadb", "mongodb"]);
var covers_other_database_default = defineRule({
  id: "backup/covers-other-database",
  title: "The backup leaves out a database that is in use",
  category: "disaster-recovery",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "A dump takes the databases that it is told to take. One that was renamed, or that came later with a new service, is missing from every copy, and the job reports success all the same.",
  fix: "Dump every database of the server: `pg_dumpall` or a loop over the names (`for db in erp auth; do pg_dump -Fc -f /backup/$db.dump $db; done`), `mysqldump --all-databases`, `mongodump` without `--db`.",
  refs: [
    "https://www.postgresql.org/docs/current/app-pgdump.html",
    "https://www.postgresql.org/docs/current/app-pg-dumpall.html",
    "https://dev.mysql.com/doc/refman/8.4/en/mysqldump.html",
    "https://www.mongodb.com/docs/database-tools/mongodump/"
  ],
  reads: ["compose", "kubernetes", "pm2", "script"],
  check({ system, pass, fail: fail2, implied, unverified }) {
    for (const { store: store2, backups } of protectionsOf(system)) {
      const [first] = backups;
      if (!NAMED.has(store2.software?.id ?? "")) continue;
      if (!first) {
        implied(store2, "backup/missing");
        continue;
      }
      const dumped = dumpedBy(backups);
      const used = usedIn(store2, backups, system);
      const missed = used.names.filter((name) => !dumped.names.has(name));
      if (dumped.all || missed.length === 0 && used.names.length > 0 && used.complete) pass(store2);
      else if (dumped.open) unverified(store2, first, `which databases of ${store2.name} are dumped is not known`);
      else if (missed.length > 0)
        fail2(store2, first, messageOf(store2, missed, used.names, [...dumped.names]), { key: missed.join("+") });
      else if (isNamedByServer(store2, dumped.names)) pass(store2);
      else unverified(store2, first, `which databases of ${store2.name} the services use is not known`);
    }
  },
  examples: { bad: [], good: [] }
});
function dumpedBy(backups) {
  const lists = backups.map((backup) => backup.databases);
  const names = lists.flatMap((list2) => list2 ?? []);
  return {
    names: new Set(names.filter((name) => name !== null)),
    all: lists.includes(void 0),
    open: names.includes(null)
  };
}
function usedIn(store2, backups, system) {
  const connections = system.connections.filter(
    ({ from, to }) => to === store2 && from.role !== "tool" && from.role !== "observability" && !backups.some((backup) => backup.workload?.id === from.id)
  );
  const names = connections.map(({ database }) => database === void 0 || database.includes("$") ? null : database);
  const known4 = [...new Set(names.filter((name) => name !== null))].sort();
  return { names: known4, complete: !names.includes(null) };
}
function isNamedByServer(store2, dumped) {
  const made = ["POSTGRES_DB", "MYSQL_DATABASE", "MARIADB_DATABASE", "MONGO_INITDB_DATABASE"].map((name) => store2.environment.get(name)?.value).find((value) => value !== void 0);
  return made?.known === true && dumped.has(made.value);
}
function messageOf({ name, software }, missed, used, dumped) {
  const server = `${name} (${software?.name})`;
  return missed.length === used.length ? `the services use ${listOf(missed)} of ${server}, and the dump takes ${listOf(dumped)}` : `${listOf(missed)} of ${server} is in no dump: only ${listOf(dumped)} is dumped`;
}

// src/model/backup/hidden-failure.ts
function hiddenFailure(script, isDump) {
  for (const [index, command] of script.commands.entries()) {
    if (!isDump(command)) continue;
    const found2 = hiddenAt(script, command, index);
    if (found2) return { ...found2, command };
  }
  return void 0;
}
function hiddenAt(script, command, index) {
  const next = script.commands[index + 1];
  const name = command.words[0] ?? "the dump";
  if (command.followed === "||" && next && isHarmless(next) && !isFailure(script.commands[index + 2]))
    return {
      because: `"|| ${next.words.join(" ")}" turns a failure of ${name} into success`,
      fix: "Remove it, and let the script end with the status of the dump."
    };
  if (command.followed === "|" && !script.pipefail)
    return {
      because: `${name} is piped without pipefail, so only the status of ${lastOfPipe(script, index)} counts`,
      fix: "Begin the script with `set -euo pipefail` (bash), or write to a file first and compress it afterwards."
    };
  if (mixesErrors(command))
    return {
      because: `the error messages of ${name} are written into the dump`,
      fix: "Leave standard error alone (`2>&1` mixes it into the file), so that a failure is seen."
    };
  if (command.followed === ";" && next && !script.exitOnError && !command.inside.includes("condition") && !looksAtStatus(next) && !/^(exit|done|fi|sleep|wait)$/.test(next.words[0] ?? ""))
    return {
      because: `the script goes on after a failure of ${name}`,
      fix: "Begin the script with `set -euo pipefail`, or join the steps with `&&`."
    };
  return void 0;
}
function isHarmless(command) {
  const program = command.words[0];
  return program === "true" || program === ":" || program === "echo" || program === "exit" && command.words[1] === "0";
}
function isFailure(command) {
  const [program, status] = command?.words ?? [];
  return program === "false" || (program === "exit" || program === "return") && status !== void 0 && status !== "0";
}
function lastOfPipe(script, from) {
  let index = from;
  while (script.commands[index]?.followed === "|") index++;
  return script.commands[index]?.words[0] ?? "the last command";
}
function looksAtStatus(command) {
  return command.words.some((word) => word.includes("$?") || word.includes("PIPESTATUS")) || command.assignments.some((word) => word.includes("$?"));
}
function mixesErrors({ words: words3, redirects, followed }) {
  if (words3.some((word) => /^(-f.*|--file(=.*)?|-o|--out(=.*)?|--archive=.+|--result-file=.*|-r)$/.test(word)))
    return false;
  if (redirects.some(({ operator }) => operator === "&>" || operator === "&>>")) return true;
  const output = redirects.findIndex(({ operator }) => /^1?>>?$/.test(operator));
  const errors = redirects.findIndex(({ operator, target }) => operator === "2>&" && target === "1");
  return errors !== -1 && (output === -1 ? followed === "|" : output < errors);
}

// rules/backup/failure-hidden.ts
var failure_hidden_default = defineRule({
  id: "backup/failure-hidden",
  title: "A backup that fails looks like one that worked",
  category: "disaster-recovery",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "When the script goes on after a failed dump, it uploads an empty or cut-off file, deletes the old ones and reports success. It is found out on the day of the restore.",
  fix: "Begin the script with `set -euo pipefail`, and let the job report when it ends with an error.",
  refs: [
    "https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html",
    "https://www.postgresql.org/docs/current/app-pgdump.html"
  ],
  reads: ["compose", "kubernetes", "pm2", "script"],
  check({ system, pass, fail: fail2, implied }) {
    for (const { store: store2, backups } of protectionsOf(system)) {
      if (backups.length === 0) {
        implied(store2, "backup/missing");
        continue;
      }
      pass(store2);
      for (const backup of backups) {
        const hidden = backup.script && hiddenFailure(
          backup.script,
          (command) => command.words.some((word) => word === backup.tool || word.endsWith(`/${backup.tool}`))
        );
        if (hidden)
          fail2(store2, backup, `in ${backup.workload?.name ?? backup.at.path}, ${hidden.because}`, {
            fix: hidden.fix,
            key: backup.workload?.name ?? backup.at.path
          });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/backup/missing.ts
var missing_default = defineRule({
  id: "backup/missing",
  title: "A datastore is not backed up",
  category: "disaster-recovery",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "days",
  why: "A volume and a replica do not survive a dropped table, ransomware or a lost host. Without a copy elsewhere the data is gone for good.",
  fix: "Run a scheduled dump with the tool of the database (`pg_dump`, `mysqldump`, `mongodump`), copy it to another place, and try a restore.",
  refs: [
    "https://www.postgresql.org/docs/current/backup.html",
    "https://dev.mysql.com/doc/refman/8.4/en/backup-and-recovery.html",
    "https://www.mongodb.com/docs/manual/core/backups/"
  ],
  reads: ["compose", "kubernetes", "pm2", "script"],
  check({ system, pass, fail: fail2, unverified }) {
    const protections = protectionsOf(system);
    if (protections.length === 0 && system.workloads.length + system.images.length > 0) pass(system.repository);
    for (const { store: store2, backups } of protections) {
      if (backups.some((backup) => backup.scheduled)) pass(store2);
      else if (backups[0])
        unverified(
          store2,
          backups[0],
          `${backups[0].at.path} copies it with ${backups[0].tool}, and nothing in the repository runs that on a schedule`
        );
      else
        fail2(store2, store2.at, `nothing in the repository backs up ${store2.name} (${store2.software?.name})`, {
          fix: fixFor(toolFor(store2), store2)
        });
    }
  },
  examples: { bad: [], good: [] }
});
function fixFor(tool, store2) {
  if (tool === "sqlcmd") return fixFor('sqlcmd -Q "BACKUP DATABASE ..."', store2);
  const copy = tool === void 0 ? "a copy of its data" : /^[/_]/.test(tool) ? `its \`${tool}\` API` : `\`${tool}\``;
  const { pod } = store2;
  if (pod?.operator)
    return `Order scheduled backups to a bucket from ${pod.operator}, which has a resource or a section of the ${pod.kind} for them, and try a restore.`;
  const how = pod ? "a CronJob, or Velero for the volumes" : "a small service with a loop or cron, or a CronJob";
  return `Run ${copy} on a schedule (${how}), copy the result to another place, and try a restore.`;
}
function toolFor({ software, distribution, version }) {
  const gone = distribution ? goneIn(distribution, version ?? NEWEST).map((one) => one.program) : [];
  return software?.backupTools.find((tool) => !gone.includes(tool));
}

// rules/backup/restore-never-exercised.ts
var restore_never_exercised_default = defineRule({
  id: "backup/restore-never-exercised",
  title: "Nothing in the repository restores a backup",
  category: "disaster-recovery",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "A copy that was never loaded is a hope. Wrong versions, missing roles, cut-off files and forgotten keys show when it is restored, and the first time should not be the emergency.",
  fix: "Commit a script that loads the newest copy into an empty server and asks it something (`pg_restore -d erp_check \u2026` and a `SELECT count(*)`), and run it on a schedule.",
  refs: ["https://www.postgresql.org/docs/current/app-pgrestore.html", "https://sre.google/sre-book/data-integrity/"],
  reads: ["compose", "kubernetes", "pm2", "script"],
  check({ system, pass, fail: fail2, implied }) {
    for (const { store: store2, backups } of protectionsOf(system)) {
      const [first] = backups;
      if (!first) implied(store2, "backup/missing");
      else if (system.restores.some((restore) => loads(restore, store2, backups))) pass(store2);
      else
        fail2(
          store2,
          first,
          `${store2.name} (${store2.software?.name}) is copied with ${first.tool}, and no script, job or pipeline loads a copy back`
        );
    }
  },
  examples: { bad: [], good: [] }
});
function loads({ covers: covers2 }, { software }, backups) {
  if (covers2.includes("any")) return true;
  if (covers2.includes("volume") && backups.some((backup) => backup.covers.includes("volume"))) return true;
  return covers2.includes(software?.id ?? "") || software?.speaks !== void 0 && covers2.includes(software.speaks);
}

// src/parse/shell/cursor.ts
var DEPTH_LIMIT = 64;
var COMMAND_LIMIT = 5e4;
function newCursor(text2) {
  return {
    text: text2,
    position: 0,
    end: text2.length,
    depth: 0,
    broken: false,
    joined: "start",
    inside: [],
    heredocs: [],
    commands: []
  };
}
function peek(cursor, ahead = 0) {
  const at = cursor.position + ahead;
  return at < cursor.end ? cursor.text[at] ?? "" : "";
}
function lookingAt(cursor, text2) {
  return cursor.position + text2.length <= cursor.end && cursor.text.startsWith(text2, cursor.position);
}
function giveUp(cursor) {
  cursor.broken = true;
  cursor.position = cursor.end;
}
function nested(cursor, read2, otherwise) {
  if (cursor.depth >= DEPTH_LIMIT || cursor.commands.length > COMMAND_LIMIT) {
    giveUp(cursor);
    return otherwise;
  }
  cursor.depth++;
  const result = read2();
  cursor.depth--;
  return result;
}
function within(cursor, context, read2) {
  const outer = cursor.inside;
  cursor.inside = [...outer, context];
  const result = read2();
  cursor.inside = outer;
  return result;
}
function skipBlanks(cursor) {
  for (; ; ) {
    const character = peek(cursor);
    if (character === " " || character === "	" || character === "\r") cursor.position++;
    else if (character === "\\" && continuation(cursor) > 0) cursor.position += continuation(cursor);
    else return;
  }
}
function continuation(cursor) {
  if (lookingAt(cursor, "\\\n")) return 2;
  return lookingAt(cursor, "\\\r\n") ? 3 : 0;
}
function skipComment(cursor) {
  if (peek(cursor) !== "#") return;
  while (cursor.position < cursor.end && cursor.text[cursor.position] !== "\n") cursor.position++;
}
function skipLines(cursor) {
  let lines = false;
  for (; ; ) {
    skipBlanks(cursor);
    skipComment(cursor);
    if (peek(cursor) !== "\n") return lines;
    lines = true;
    cursor.position++;
    if (cursor.heredocs.length > 0) skipHeredocs(cursor);
  }
}
function skipHeredocs(cursor) {
  const waiting = cursor.heredocs;
  cursor.heredocs = [];
  for (const { delimiter, stripTabs } of waiting) {
    let closed2 = false;
    while (!closed2 && cursor.position < cursor.end) {
      const start2 = cursor.position;
      while (cursor.position < cursor.end && cursor.text[cursor.position] !== "\n") cursor.position++;
      const line = cursor.text.slice(start2, cursor.position).replace(/\r$/, "");
      if (cursor.position < cursor.end) cursor.position++;
      closed2 = (stripTabs ? line.replace(/^\t+/, "") : line) === delimiter;
    }
    if (!closed2) cursor.broken = true;
  }
}

// src/parse/shell/word.ts
var METACHARACTERS = /* @__PURE__ */ new Set([" ", "	", "\r", "\n", ";", "&", "|", "<", ">", "(", ")", ""]);
function readWord(cursor, readList3) {
  const start2 = cursor.position;
  const pieces = [];
  let literal2 = -1;
  let length = 0;
  let plain4 = true;
  for (; ; ) {
    const before = cursor.position;
    const character = peek(cursor);
    const ordinary = readOrdinary(cursor);
    if (ordinary !== "") {
      pieces.push(ordinary);
      length += ordinary.length;
      continue;
    }
    const piece = readSpecial(cursor, pieces, readList3);
    if (piece === void 0) break;
    if (literal2 === -1) literal2 = length;
    if (character === "\\" || character === "'" || character === '"') plain4 = false;
    pieces.push(piece);
    length += piece.length;
    if (cursor.position === before) break;
  }
  return { text: pieces.join(""), plain: plain4, literal: literal2 === -1 ? length : literal2, start: start2, end: cursor.position };
}
var SPECIAL = /* @__PURE__ */ new Set(["\\", "'", '"', "`", "$"]);
function readOrdinary(cursor) {
  const start2 = cursor.position;
  while (!METACHARACTERS.has(peek(cursor)) && !SPECIAL.has(peek(cursor))) cursor.position++;
  return cursor.text.slice(start2, cursor.position);
}
function readSpecial(cursor, before, readList3) {
  const character = peek(cursor);
  if (character === "\\") return readEscape(cursor);
  if (character === "'") return readSingleQuoted(cursor);
  if (character === '"') return readDoubleQuoted(cursor, readList3);
  if (character === "`") return readBackticks(cursor, readList3);
  if (character === "$") return readDollar(cursor, readList3, false);
  if ((character === "<" || character === ">") && peek(cursor, 1) === "(" && before.length === 0) {
    return readSubstitution(cursor, readList3);
  }
  if (character === "(" && /[=?*+@]$/.test(before.at(-1) ?? "")) return readParentheses(cursor, readList3);
  return void 0;
}
function readEscape(cursor) {
  const skip = continuation(cursor);
  if (skip > 0) {
    cursor.position += skip;
    return "";
  }
  const escaped = peek(cursor, 1);
  cursor.position = Math.min(cursor.end, cursor.position + 2);
  return escaped;
}
function readSingleQuoted(cursor) {
  const start2 = ++cursor.position;
  while (cursor.position < cursor.end && cursor.text[cursor.position] !== "'") cursor.position++;
  const text2 = cursor.text.slice(start2, cursor.position);
  if (cursor.position >= cursor.end) cursor.broken = true;
  else cursor.position++;
  return text2;
}
var ANSI_ESCAPES = /* @__PURE__ */ new Map([
  ["n", "\n"],
  ["t", "	"],
  ["r", "\r"],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"']
]);
function readAnsiQuoted(cursor) {
  cursor.position += 2;
  const pieces = [];
  while (cursor.position < cursor.end) {
    const character = peek(cursor);
    cursor.position++;
    if (character === "'") return pieces.join("");
    if (character === "\\") {
      pieces.push(ANSI_ESCAPES.get(peek(cursor)) ?? `\\${peek(cursor)}`);
      cursor.position++;
    } else pieces.push(character);
  }
  giveUp(cursor);
  return pieces.join("");
}
function readDoubleQuoted(cursor, readList3) {
  cursor.position++;
  const pieces = [];
  while (cursor.position < cursor.end) {
    const character = peek(cursor);
    if (character === '"') {
      cursor.position++;
      return pieces.join("");
    }
    if (character === "\\") {
      const kept2 = /[$`"\\]/.test(peek(cursor, 1)) || continuation(cursor) > 0;
      pieces.push(kept2 ? "" : "\\");
      if (kept2) pieces.push(readEscape(cursor));
      else cursor.position++;
    } else if (character === "`") pieces.push(readBackticks(cursor, readList3));
    else if (character === "$") pieces.push(readDollar(cursor, readList3, true));
    else {
      pieces.push(character);
      cursor.position++;
    }
  }
  giveUp(cursor);
  return pieces.join("");
}
function readDollar(cursor, readList3, quoted) {
  const start2 = cursor.position;
  if (lookingAt(cursor, "$((")) {
    const end = arithmeticEnd(cursor, start2 + 1);
    if (end !== void 0) {
      cursor.position = end;
      return cursor.text.slice(start2, end);
    }
  }
  if (lookingAt(cursor, "$(")) return readSubstitution(cursor, readList3);
  if (lookingAt(cursor, "${")) return nested(cursor, () => readBraces(cursor, readList3, quoted), "");
  if (!quoted && lookingAt(cursor, "$'")) return readAnsiQuoted(cursor);
  cursor.position++;
  return !quoted && peek(cursor) === '"' ? "" : "$";
}
function readSubstitution(cursor, readList3) {
  const start2 = cursor.position;
  cursor.position += 2;
  nested(cursor, () => inSubstitution(cursor, () => readList3(cursor, ")")), void 0);
  if (peek(cursor) === ")") cursor.position++;
  else giveUp(cursor);
  return cursor.text.slice(start2, cursor.position);
}
function readBackticks(cursor, readList3) {
  const start2 = cursor.position++;
  while (cursor.position < cursor.end && cursor.text[cursor.position] !== "`") {
    cursor.position += cursor.text[cursor.position] === "\\" ? 2 : 1;
  }
  if (cursor.position >= cursor.end) {
    giveUp(cursor);
    return cursor.text.slice(start2, cursor.end);
  }
  const close2 = cursor.position;
  const end = cursor.end;
  cursor.position = start2 + 1;
  cursor.end = close2;
  nested(cursor, () => inSubstitution(cursor, () => readList3(cursor, void 0)), void 0);
  cursor.end = end;
  cursor.position = close2 + 1;
  return cursor.text.slice(start2, cursor.position);
}
function inSubstitution(cursor, read2) {
  const { joined, heredocs } = cursor;
  cursor.joined = "start";
  cursor.heredocs = [];
  within(cursor, "substitution", read2);
  cursor.joined = joined;
  cursor.heredocs = heredocs;
}
function readBraces(cursor, readList3, quoted) {
  const start2 = cursor.position;
  cursor.position += 2;
  while (cursor.position < cursor.end) {
    const character = peek(cursor);
    if (character === "}") {
      cursor.position++;
      return cursor.text.slice(start2, cursor.position);
    }
    if (character === "\\") cursor.position = Math.min(cursor.end, cursor.position + 2);
    else if (character === "'" && !quoted) readSingleQuoted(cursor);
    else if (character === '"') readDoubleQuoted(cursor, readList3);
    else if (character === "`") readBackticks(cursor, readList3);
    else if (character === "$") readDollar(cursor, readList3, quoted);
    else cursor.position++;
  }
  giveUp(cursor);
  return cursor.text.slice(start2, cursor.end);
}
function arithmeticEnd(cursor, start2) {
  let open2 = 0;
  for (let at = start2; at < cursor.end; at++) {
    const character = cursor.text[at];
    if (character === "\\") at++;
    else if (character === "(") open2++;
    else if (character === ")" && --open2 === 1) {
      if (cursor.text[at + 1] === ")" && at + 1 < cursor.end) return at + 2;
      return void 0;
    }
  }
  return void 0;
}
function readParentheses(cursor, readList3) {
  const start2 = cursor.position;
  let open2 = 0;
  while (cursor.position < cursor.end) {
    const character = peek(cursor);
    if (character === "'" || character === '"') {
      if (character === '"') readDoubleQuoted(cursor, readList3);
      else readSingleQuoted(cursor);
      continue;
    }
    cursor.position = Math.min(cursor.end, cursor.position + (character === "\\" ? 2 : 1));
    if (character === "(") open2++;
    else if (character === ")" && --open2 === 0) return cursor.text.slice(start2, cursor.position);
  }
  giveUp(cursor);
  return cursor.text.slice(start2, cursor.end);
}

// src/parse/shell/simple.ts
var ASSIGNMENT = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/;
var REDIRECT = /(?:[0-9]+|&)?(?:<<<|<<-|<<|<>|<&|<|>>|>&|>\||>)/y;
function readSimple(cursor) {
  const start2 = cursor.position;
  const draft = {
    words: [],
    assignments: [],
    joined: cursor.joined,
    followed: "end",
    inside: cursor.inside,
    redirects: [],
    start: start2,
    end: start2
  };
  const place = cursor.commands.push(draft) - 1;
  for (; ; ) {
    skipBlanks(cursor);
    if (readRedirect(cursor, draft.redirects)) {
      draft.end = cursor.position;
      continue;
    }
    const word = peek(cursor) === "#" ? void 0 : readWord(cursor, readSubstituted);
    if (word === void 0 || word.start === word.end) break;
    draft.end = word.end;
    if (draft.words.length === 0 && isAssignment(word)) draft.assignments.push(word.text);
    else draft.words.push(word.text);
  }
  const empty = draft.words.length + draft.assignments.length + draft.redirects.length === 0;
  const definition = draft.words.length === 1 && draft.redirects.length === 0 && peek(cursor) === "(";
  if (empty || definition) cursor.commands.splice(place, 1);
  if (definition) return readFunction(cursor, draft.words[0] ?? "");
  return empty ? void 0 : { kind: "command", command: draft };
}
function isAssignment(word) {
  const match2 = ASSIGNMENT.exec(word.text);
  return match2 !== null && match2[0].length <= word.literal;
}
function readFunction(cursor, name) {
  if (peek(cursor) === "(") {
    cursor.position++;
    skipBlanks(cursor);
    if (peek(cursor) === ")") cursor.position++;
    else cursor.broken = true;
  }
  skipLines(cursor);
  cursor.joined = "start";
  const body = nested(
    cursor,
    () => within(cursor, "function", () => readCompound(cursor) ?? readSimple(cursor)),
    void 0
  );
  if (body === void 0) cursor.broken = true;
  return body && { kind: "function", name, body, redirects: [] };
}
function readRedirect(cursor, into) {
  REDIRECT.lastIndex = cursor.position;
  const operator = REDIRECT.exec(cursor.text)?.[0];
  if (operator === void 0 || cursor.position + operator.length > cursor.end) return false;
  if (/^[<>]$/.test(operator) && peek(cursor, 1) === "(") return false;
  if (operator.startsWith("&") && !operator.startsWith("&>")) return false;
  cursor.position += operator.length;
  skipBlanks(cursor);
  const word = readWord(cursor, readSubstituted);
  if (word.start === word.end) cursor.broken = true;
  const heredoc = /^[0-9]*<<-?$/.test(operator);
  if (heredoc && word.start < word.end) {
    cursor.heredocs.push({ delimiter: word.text, stripTabs: operator.endsWith("-") });
  }
  into.push({ operator, target: word.text });
  return true;
}

// src/parse/shell/compound.ts
function readCompound(cursor) {
  if (atWord(cursor, "[[")) return readTest(cursor);
  if (takeWord(cursor, "function")) {
    skipBlanks(cursor);
    const name = readWord(cursor, readSubstituted).text;
    skipBlanks(cursor);
    return readFunction(cursor, name);
  }
  const bare = readBare(cursor);
  if (bare === void 0) return void 0;
  const redirects = [];
  do
    skipBlanks(cursor);
  while (readRedirect(cursor, redirects));
  return { ...bare, redirects };
}
function readBare(cursor) {
  if (lookingAt(cursor, "((")) {
    const end = arithmeticEnd(cursor, cursor.position);
    if (end !== void 0) {
      cursor.position = end;
      return { kind: "arithmetic" };
    }
  }
  if (peek(cursor) === "(") {
    cursor.position++;
    const body = within(cursor, "subshell", () => readList(cursor, { bracket: ")" }));
    close(cursor, ")");
    return { kind: "subshell", body };
  }
  if (takeWord(cursor, "{")) {
    const body = readList(cursor, { words: ["}"] });
    close(cursor, "}");
    return { kind: "group", body };
  }
  if (takeWord(cursor, "if")) return readIf(cursor);
  if (takeWord(cursor, "while") || takeWord(cursor, "until")) return readWhile(cursor);
  if (takeWord(cursor, "for") || takeWord(cursor, "select")) return readFor(cursor);
  return takeWord(cursor, "case") ? readCase(cursor) : void 0;
}
function close(cursor, text2) {
  if (lookingAt(cursor, text2)) cursor.position += text2.length;
  else giveUp(cursor);
}
function readBody(cursor, context, stop) {
  cursor.joined = "start";
  return within(cursor, context, () => readList(cursor, stop));
}
function readIf(cursor) {
  const branches = [];
  do {
    if (branches.length > 0) cursor.joined = "start";
    const condition = within(cursor, "condition", () => readList(cursor, { words: ["then"] }));
    close(cursor, "then");
    branches.push({ condition, body: readBody(cursor, "branch", { words: ["elif", "else", "fi"] }) });
  } while (takeWord(cursor, "elif"));
  const otherwise = takeWord(cursor, "else") ? readBody(cursor, "branch", { words: ["fi"] }) : void 0;
  close(cursor, "fi");
  return { kind: "if", branches, ...otherwise && { otherwise } };
}
function readWhile(cursor) {
  const condition = within(cursor, "loop", () => within(cursor, "condition", () => readList(cursor, { words: ["do"] })));
  close(cursor, "do");
  const body = readBody(cursor, "loop", { words: ["done"] });
  close(cursor, "done");
  return { kind: "while", condition, body };
}
function readFor(cursor) {
  skipBlanks(cursor);
  const arithmetic = lookingAt(cursor, "((") ? arithmeticEnd(cursor, cursor.position) : void 0;
  if (arithmetic !== void 0) cursor.position = arithmetic;
  while (arithmetic === void 0) {
    const word = readWord(cursor, readSubstituted);
    if (word.start === word.end) break;
    skipBlanks(cursor);
  }
  skipBlanks(cursor);
  if (peek(cursor) === ";") cursor.position++;
  skipLines(cursor);
  const braces = takeWord(cursor, "{");
  if (!braces) close(cursor, "do");
  const end = braces ? "}" : "done";
  const body = readBody(cursor, "loop", { words: [end] });
  close(cursor, end);
  return { kind: "for", bodies: [body] };
}
function readCase(cursor) {
  skipBlanks(cursor);
  readWord(cursor, readSubstituted);
  skipLines(cursor);
  close(cursor, "in");
  const bodies = [];
  for (; ; ) {
    skipLines(cursor);
    if (takeWord(cursor, "esac")) return { kind: "case", bodies };
    if (!readPatterns(cursor)) {
      giveUp(cursor);
      return { kind: "case", bodies };
    }
    bodies.push(readBody(cursor, "branch", { branch: true, words: ["esac"] }));
    if (lookingAt(cursor, ";;&")) cursor.position += 3;
    else if (lookingAt(cursor, ";;") || lookingAt(cursor, ";&")) cursor.position += 2;
  }
}
function readPatterns(cursor) {
  if (peek(cursor) === "(") cursor.position++;
  while (cursor.position < cursor.end) {
    const before = cursor.position;
    skipBlanks(cursor);
    readWord(cursor, readSubstituted);
    skipBlanks(cursor);
    if (peek(cursor) === ")") {
      cursor.position++;
      return true;
    }
    if (peek(cursor) === "|") cursor.position++;
    if (cursor.position === before) return false;
  }
  return false;
}
function readTest(cursor) {
  const start2 = cursor.position;
  const words3 = [];
  const command = {
    words: words3,
    assignments: [],
    joined: cursor.joined,
    followed: "end",
    inside: cursor.inside,
    redirects: [],
    start: start2,
    end: start2
  };
  cursor.commands.push(command);
  while (words3.at(-1) !== "]]") {
    skipLines(cursor);
    const word = readWord(cursor, readSubstituted);
    if (word.start < word.end) words3.push(word.text);
    else if (cursor.position < cursor.end) words3.push(cursor.text[cursor.position++] ?? "");
    else {
      cursor.broken = true;
      break;
    }
  }
  command.end = cursor.position;
  do
    skipBlanks(cursor);
  while (readRedirect(cursor, command.redirects));
  return { kind: "command", command };
}

// src/parse/shell/grammar.ts
function readScript(text2) {
  const cursor = newCursor(text2);
  const tree = readList(cursor, {});
  if (cursor.heredocs.length > 0) cursor.broken = true;
  return { commands: cursor.commands, tree, broken: cursor.broken };
}
function readSubstituted(cursor, closer) {
  return readList(cursor, { bracket: closer });
}
function readList(cursor, stop) {
  const items = [];
  let separator = ";";
  for (; ; ) {
    skipLines(cursor);
    if (cursor.position >= cursor.end || atStop(cursor, stop)) return { kind: "list", items };
    const previous = items.at(-1);
    if (previous) cursor.joined = separator;
    const node2 = readChain(cursor);
    if (node2 === void 0) {
      cursor.broken = true;
      cursor.position++;
      continue;
    }
    if (previous) setFollowed(previous.node, separator);
    separator = readSeparator(cursor, stop);
    items.push({ node: node2, background: separator === "&" });
    if (separator === "&") setFollowed(node2, "&");
  }
}
function readSeparator(cursor, stop) {
  skipBlanks(cursor);
  if (peek(cursor) === "&") {
    cursor.position++;
    return "&";
  }
  if (peek(cursor) === ";" && !(stop.branch && atBranchEnd(cursor))) cursor.position++;
  return ";";
}
function atStop(cursor, stop) {
  if (stop.bracket && peek(cursor) === stop.bracket) return true;
  if (stop.branch && atBranchEnd(cursor)) return true;
  return stop.words?.some((word) => atWord(cursor, word)) ?? false;
}
function atBranchEnd(cursor) {
  return lookingAt(cursor, ";;") || lookingAt(cursor, ";&");
}
function atWord(cursor, word) {
  return lookingAt(cursor, word) && /^$|[\s;&|()<>]/.test(peek(cursor, word.length));
}
function takeWord(cursor, word) {
  if (!atWord(cursor, word)) return false;
  cursor.position += word.length;
  return true;
}
function readChain(cursor) {
  const first = readPipeline(cursor);
  if (first === void 0) return void 0;
  const items = [
    { operator: "start", node: first }
  ];
  for (; ; ) {
    skipBlanks(cursor);
    const operator = lookingAt(cursor, "&&") ? "&&" : lookingAt(cursor, "||") ? "||" : void 0;
    if (operator === void 0) return items.length === 1 ? first : { kind: "chain", items };
    cursor.position += 2;
    skipLines(cursor);
    cursor.joined = operator;
    const next = readPipeline(cursor);
    const last = items.at(-1);
    if (last) setFollowed(last.node, operator);
    if (next === void 0) cursor.broken = true;
    else items.push({ operator, node: next });
  }
}
function readPipeline(cursor) {
  let negated = false;
  while (takeWord(cursor, "!")) {
    negated = !negated;
    skipBlanks(cursor);
  }
  const parts = [];
  for (; ; ) {
    const part = readCommand(cursor);
    if (part) parts.push(part);
    else if (parts.length > 0) cursor.broken = true;
    skipBlanks(cursor);
    if (part === void 0 || peek(cursor) !== "|" || peek(cursor, 1) === "|") break;
    cursor.position += peek(cursor, 1) === "&" ? 2 : 1;
    skipLines(cursor);
    cursor.joined = "|";
    setFollowed(part, "|");
    if (atWord(cursor, "!")) cursor.broken = true;
  }
  const [only] = parts;
  if (parts.length <= 1 && !negated) return only;
  const pipeline = { kind: "pipeline", negated, parts };
  return parts.length === 0 ? void 0 : pipeline;
}
function readCommand(cursor) {
  skipBlanks(cursor);
  return nested(cursor, () => readCompound(cursor) ?? readSimple(cursor), void 0);
}
function setFollowed(node2, operator) {
  if (node2.kind === "command") {
    const draft = node2.command;
    draft.followed = operator;
    return;
  }
  const last = node2.kind === "pipeline" ? node2.parts.at(-1) : node2.kind === "chain" || node2.kind === "list" ? node2.items.at(-1)?.node : node2.kind === "group" || node2.kind === "subshell" ? node2.body : void 0;
  if (last) setFollowed(last, operator);
}

// src/parse/shell/options.ts
var SHELL = /^#![^\n]*\b(?:sh|bash|dash|ash|ksh|zsh)[ \t]([^\n]*)/;
var HARMLESS = /* @__PURE__ */ new Set([":", "echo", "printf", "export", "readonly", "umask", "trap", "shopt", "local", "declare"]);
function optionsInForce(text2, tree, given) {
  const shebang = SHELL.exec(text2)?.[1] ?? "";
  const started = { exitOnError: given.exitOnError ?? false, pipefail: given.pipefail ?? false };
  let options = applySet(started, ["set", ...shebang.split(/\s+/).filter((word) => word !== "")]);
  const items = tree.kind === "list" ? tree.items : [];
  for (const { node: node2 } of items) {
    if (node2.kind === "function") continue;
    if (node2.kind !== "command" || !isPreamble(node2.command)) return options;
    options = applySet(options, node2.command.words);
  }
  return options;
}
function isPreamble(command) {
  const name = command.words[0];
  return name === void 0 || name === "set" || HARMLESS.has(name);
}
function applySet(options, words3) {
  if (words3[0] !== "set") return options;
  let { exitOnError, pipefail } = options;
  for (let index = 1; index < words3.length; index++) {
    const word = words3[index] ?? "";
    if (word === "--" || !/^[-+][A-Za-z]/.test(word)) break;
    const on = word.startsWith("-");
    if (word.includes("e")) exitOnError = on;
    if (!word.includes("o")) continue;
    const name = words3[++index];
    if (name === "errexit") exitOnError = on;
    if (name === "pipefail") pipefail = on;
  }
  return { exitOnError, pipefail };
}

// src/parse/shell/program.ts
var WRAPPERS = /* @__PURE__ */ new Map([
  ["sudo", { valued: "ugCDhpRrTtU", long: ["--user", "--group", "--chdir", "--host"], assignments: true }],
  ["doas", { valued: "uC" }],
  ["exec", { valued: "a" }],
  ["env", { valued: "uCS", long: ["--unset", "--chdir"], assignments: true }],
  ["timeout", { valued: "ks", long: ["--kill-after", "--signal"], operands: 1 }],
  ["nice", { valued: "n", long: ["--adjustment"] }],
  ["ionice", { valued: "cnp", long: ["--class", "--classdata"] }],
  ["nohup", {}],
  ["setsid", {}],
  ["time", { valued: "fo" }],
  ["builtin", {}],
  ["command", {}],
  ["stdbuf", { valued: "ioe" }],
  ["tini", { valued: "pe" }],
  ["tini-static", { valued: "pe" }],
  ["docker-init", { valued: "pe" }],
  ["catatonit", {}],
  ["dumb-init", { valued: "r", long: ["--rewrite"] }],
  ["gosu", { operands: 1 }],
  ["su-exec", { operands: 1 }],
  ["s6-setuidgid", { operands: 1 }],
  ["setuidgid", { operands: 1 }],
  ["chpst", { valued: "ubn/CPomdpfcrtlL" }],
  ["setpriv", { long: ["--reuid", "--regid", "--groups", "--inh-caps", "--bounding-set"] }],
  ["flock", { valued: "wE", long: ["--timeout", "--wait", "--conflict-exit-code"], operands: 1 }],
  ["busybox", {}]
]);
function unwrapCommand(words3) {
  let rest = words3;
  for (let rounds = 0; rounds < 32; rounds++) {
    const name = baseName(rest[0]);
    const wrapper = name === void 0 ? void 0 : WRAPPERS.get(name);
    if (wrapper === void 0 || name === "command" && /^-[vV]/.test(rest[1] ?? "")) return rest;
    const inner = rest.slice(behindWrapper(rest, wrapper));
    if (inner.length === 0) return rest;
    rest = inner;
  }
  return rest;
}
function programOf(words3) {
  return baseName(unwrapCommand(words3)[0]);
}
function baseName(word) {
  if (word === null || word === void 0 || /[$`]/.test(word)) return void 0;
  const name = word.slice(word.lastIndexOf("/") + 1);
  return name === "" ? void 0 : name;
}
function behindWrapper(words3, wrapper) {
  let at = 1;
  while (at < words3.length) {
    const word = words3[at] ?? "";
    if (word === "--") {
      at++;
      break;
    }
    if (wrapper.assignments && /^[A-Za-z_]\w*=/.test(word)) at++;
    else if (/^[-+]./.test(word)) at += takesNext(word, wrapper) ? 2 : 1;
    else break;
  }
  at += wrapper.operands ?? 0;
  while (wrapper.assignments && /^[A-Za-z_]\w*=/.test(words3[at] ?? "")) at++;
  return Math.min(at, words3.length);
}
function takesNext(word, wrapper) {
  if (word.startsWith("--")) return wrapper.long?.includes(word) ?? false;
  return word.length === 2 && (wrapper.valued?.includes(word.charAt(1)) ?? false);
}

// src/parse/shell/split.ts
function splitWords(text2) {
  const words3 = [];
  let word;
  let quote2 = "";
  for (let at = 0; at < text2.length; at++) {
    const character = text2[at] ?? "";
    if (character === "\\" && quote2 !== "'") {
      const next = text2[++at];
      if (next === void 0) return void 0;
      word = (word ?? "") + (quote2 === '"' && next !== '"' && next !== "\\" ? character : "") + next;
    } else if (quote2 !== "") {
      if (character === quote2) quote2 = "";
      else word = (word ?? "") + character;
    } else if (character === '"' || character === "'") {
      quote2 = character;
      word ??= "";
    } else if (/[ \t\r\n]/.test(character)) {
      if (word !== void 0) words3.push(word);
      word = void 0;
    } else word = (word ?? "") + character;
  }
  if (quote2 !== "") return void 0;
  if (word !== void 0) words3.push(word);
  return words3;
}

// src/parse/shell/builtins.ts
var SPECIAL2 = /* @__PURE__ */ new Set([
  ...[":", ".", "break", "continue", "eval", "exec", "exit", "export", "readonly", "return", "set", "shift", "times"],
  ...["trap", "unset"]
]);
var SET_NAMES = /* @__PURE__ */ new Set([
  ...["allexport", "errexit", "ignoreeof", "monitor", "noclobber", "noexec", "noglob", "nounset", "notify", "pipefail"],
  ...["verbose", "vi", "xtrace"]
]);
var SIGNAL = /^(?:HUP|INT|QUIT|TERM|USR[12]|PIPE|ALRM|CHLD|WINCH|CONT|TSTP|EXIT|[0-9]|1[0-5])$/;
var NAME = /^[A-Za-z_]\w*$/;
function builtinCannotFail(name, operands2) {
  switch (name) {
    case "set":
      return setCannotFail(operands2);
    case "trap":
      return operands2.length === 0 || operands2.length > 1 && operands2.slice(1).every((word) => SIGNAL.test(word));
    case "unset":
      return operands2.every((word, index) => NAME.test(word) || index === 0 && /^-[fv]$/.test(word));
    case "umask":
      return operands2.length === 0 || operands2.length === 1 && /^[0-7]{1,4}$/.test(operands2[0] ?? "");
    case "pwd":
    case "times":
      return operands2.length === 0;
    default:
      return false;
  }
}
function setCannotFail(operands2) {
  for (let index = 0; index < operands2.length; index++) {
    const word = operands2[index] ?? "";
    if (word === "--" || word === "-") return true;
    if (!/^[-+]/.test(word)) return !/[$`]/.test(word);
    if (!/^[-+][abCefhmnuvx]*o?$/.test(word)) return false;
    if (word.endsWith("o") && index + 1 < operands2.length && !SET_NAMES.has(operands2[++index] ?? "")) return false;
  }
  return true;
}
function endsUnseen({ text: text2, commands }) {
  if (commands.some(setsTrap) || /\$\{[^}\s]*\?/.test(text2)) return true;
  if (commands.some(setsNounset) && /\$[A-Za-z_{1-9]/.test(text2)) return true;
  return setsReadOnly(commands);
}
function setsTrap({ words: words3 }) {
  return words3[0] === "trap" && words3.slice(2).some((signal) => /^(?:EXIT|ERR|DEBUG|RETURN|0|\$.*)$/i.test(signal));
}
function setsNounset({ words: words3 }) {
  return words3[0] === "set" && words3.some((word) => word === "nounset" || /^-[A-Za-z]*u/.test(word));
}
var DECLARES = /* @__PURE__ */ new Set(["export", "readonly", "declare", "typeset", "local", "unset", "read"]);
function setsReadOnly(commands) {
  const readOnly = commands.filter(({ words: words3 }) => {
    const [name = "", ...operands2] = words3;
    return name === "readonly" || DECLARES.has(name) && operands2.some((word) => /^-[A-Za-z]*r/.test(word));
  });
  if (readOnly.length === 0) return false;
  const nameOf11 = (word) => /^[A-Za-z_]\w*/.exec(word)?.[0] ?? "";
  const names = new Set(readOnly.flatMap(({ words: words3 }) => words3.slice(1).map(nameOf11)));
  const times = /* @__PURE__ */ new Map();
  for (const { words: words3, assignments, inside } of commands) {
    const operands2 = DECLARES.has(words3[0] ?? "") ? words3.slice(1) : [];
    const repeated = inside.includes("loop") || inside.includes("function") ? 2 : 1;
    for (const name of [...assignments, ...operands2].map(nameOf11)) times.set(name, (times.get(name) ?? 0) + repeated);
  }
  return [...names].some((name) => name !== "" && (times.get(name) ?? 0) > 1);
}

// src/parse/shell/status.ts
var NOTHING = { zero: false, nonzero: false, leavesZero: false, leavesNonzero: false };
var ZERO = { ...NOTHING, zero: true };
var NONZERO = { ...NOTHING, nonzero: true };
var EITHER = { ...NOTHING, zero: true, nonzero: true };
var FATAL = { ...EITHER, leavesNonzero: true };
var ANYTHING = { zero: true, nonzero: true, leavesZero: true, leavesNonzero: true };
var OFF = { exitOnError: false, pipefail: false };
var DEPTH_LIMIT2 = 8;
function canFail(script) {
  return scriptCanFail(script, 0);
}
function scriptCanFail(script, depth) {
  if (script.broken || depth > DEPTH_LIMIT2 || endsUnseen(script)) return true;
  const loops = script.commands.filter((command) => command.inside.includes("loop")).map(({ words: words3 }) => applySet(OFF, words3));
  const exitOnError = script.exitOnError || loops.some((options2) => options2.exitOnError);
  const pipefail = script.pipefail || loops.some((options2) => options2.pipefail);
  const locked = loops.some((options2) => options2.exitOnError || options2.pipefail);
  const options = { exitOnError, pipefail };
  const ends = endsOf(script.tree, {
    options,
    certain: true,
    locked,
    last: ZERO,
    tested: false,
    functions: /* @__PURE__ */ new Set(),
    depth
  });
  return ends.nonzero || ends.leavesNonzero;
}
function endsOf(node2, context) {
  if (node2.kind === "function") context.functions.add(node2.name);
  if (node2.kind === "command") return leaving(commandEnds(node2.command, context), context);
  if (node2.kind === "list") return listEnds(node2, context);
  if (node2.kind === "chain") return chainEnds(node2.items, context);
  if (node2.kind === "pipeline") return pipelineEnds(node2.parts, node2.negated, context);
  const ends = compoundEnds(node2, context);
  return node2.redirects.every(isSafe) ? ends : either(ends, NONZERO);
}
function compoundEnds(node2, context) {
  switch (node2.kind) {
    case "function":
      return ZERO;
    case "arithmetic":
      return leaving(EITHER, context);
    case "group":
      return endsOf(node2.body, context);
    case "subshell":
      return leaving(inSubshell(node2.body, context), context);
    case "if":
      return ifEnds(node2.branches, node2.otherwise, context);
    case "while": {
      const condition = endsOf(node2.condition, { ...context, tested: true, certain: false, last: EITHER });
      return either(either(EITHER, leaves(condition)), endsOf(node2.body, { ...context, certain: false, last: EITHER }));
    }
    default:
      return node2.bodies.reduce(
        (ends, body) => either(ends, endsOf(body, { ...context, certain: false, last: EITHER })),
        ZERO
      );
  }
}
function leaving(ends, context) {
  return context.options.exitOnError && !context.tested && ends.nonzero ? { ...ends, leavesNonzero: true } : ends;
}
function listEnds(list2, context) {
  let ends = ZERO;
  for (const { node: node2, background } of list2.items) {
    const next = background ? ZERO : endsOf(node2, context);
    ends = either(next, leaves(ends));
    context.last = next;
    if (!next.zero && !next.nonzero) break;
  }
  return ends;
}
function chainEnds(items, context) {
  let ends = ZERO;
  for (const [index, { operator, node: node2 }] of items.entries()) {
    if (operator === "&&" ? !ends.zero : operator === "||" && !ends.nonzero) continue;
    const inner = {
      ...context,
      tested: context.tested || index < items.length - 1,
      certain: context.certain && index === 0
    };
    if (operator !== "start") inner.last = operator === "&&" ? ZERO : NONZERO;
    const next = endsOf(node2, inner);
    const kept2 = operator === "&&" ? { ...ends, zero: false } : operator === "||" ? { ...ends, nonzero: false } : NOTHING;
    ends = either(kept2, next);
  }
  return ends;
}
function pipelineEnds(parts, negated, context) {
  const inner = { ...context, tested: context.tested || negated };
  const [only] = parts;
  const all = parts.length === 1 && only ? [endsOf(only, inner)] : parts.map((part) => inSubshell(part, inner));
  const last = all.at(-1) ?? ZERO;
  const ends = inner.options.pipefail && parts.length > 1 ? { ...last, nonzero: true } : last;
  return negated ? { ...ends, zero: ends.nonzero, nonzero: ends.zero } : leaving(ends, inner);
}
function ifEnds(branches, otherwise, context) {
  let ends = NOTHING;
  for (const { condition, body } of branches) {
    const tested = endsOf(condition, { ...context, tested: true, certain: false });
    ends = either(ends, leaves(tested));
    if (tested.zero) ends = either(ends, endsOf(body, { ...context, certain: false, last: ZERO }));
    if (!tested.nonzero) return ends;
  }
  return either(ends, otherwise ? endsOf(otherwise, { ...context, certain: false, last: NONZERO }) : ZERO);
}
function inSubshell(node2, context) {
  const inner = { ...context, options: { ...context.options }, certain: true };
  const ends = endsOf(node2, inner);
  return { ...NOTHING, zero: ends.zero || ends.leavesZero, nonzero: ends.nonzero || ends.leavesNonzero };
}
function either(one, other) {
  return {
    zero: one.zero || other.zero,
    nonzero: one.nonzero || other.nonzero,
    leavesZero: one.leavesZero || other.leavesZero,
    leavesNonzero: one.leavesNonzero || other.leavesNonzero
  };
}
function leaves(ends) {
  return { ...ends, zero: false, nonzero: false };
}
function commandEnds(command, context) {
  const ends = wordsEnds(command, context);
  if (command.redirects.every(isSafe)) return ends;
  return either(ends, SPECIAL2.has(command.words[0] ?? "") ? FATAL : NONZERO);
}
function isSafe({ operator, target }) {
  if (/[<>]&$/.test(operator)) return /^[012]$/.test(target) || target === "-" && /^(?:0?<|2>)/.test(operator);
  return operator.includes("<<") || /^\/dev\/(?:null|stdout|stderr)$/.test(target);
}
var EXITS = /* @__PURE__ */ new Set(["exit", "return"]);
var ALWAYS_ZERO = /* @__PURE__ */ new Set([":", "true", "echo"]);
var DECLARES2 = /* @__PURE__ */ new Set(["export", "readonly", "declare", "typeset"]);
var READS_INPUT = /* @__PURE__ */ new Set(["cat", "tee", "wc", "head", "tail", "sort", "uniq"]);
function wordsEnds(command, context) {
  const name = command.words[0];
  if (name === void 0) return command.assignments.some(hasSubstitution) ? EITHER : ZERO;
  if (name === "set") {
    setOptions(command.words, context);
    return builtinEnds(name, command.words.slice(1));
  }
  if (context.functions.has(name)) return ANYTHING;
  if (EXITS.has(name)) return exitEnds(command.words[1], context);
  if (name === "exec") return execEnds(command, context);
  if (name === "eval" || name === "." || name === "source") return ANYTHING;
  return programEnds(command.words, context);
}
function builtinEnds(name, operands2) {
  if (builtinCannotFail(name, operands2)) return ZERO;
  return SPECIAL2.has(name) ? FATAL : EITHER;
}
function setOptions(words3, { options, certain, locked }) {
  const { exitOnError, pipefail } = applySet(options, words3);
  const kept2 = locked || !certain;
  options.exitOnError = exitOnError || kept2 && options.exitOnError;
  options.pipefail = pipefail || kept2 && options.pipefail;
}
function hasSubstitution(text2) {
  return text2.includes("$(") || text2.includes("`");
}
function exitEnds(status, context) {
  if (status === void 0 || status === "$?") {
    return { ...NOTHING, leavesZero: context.last.zero, leavesNonzero: context.last.nonzero };
  }
  if (!/^[0-9]+$/.test(status)) return { ...NOTHING, leavesZero: true, leavesNonzero: true };
  return Number(status) % 256 === 0 ? { ...NOTHING, leavesZero: true } : { ...NOTHING, leavesNonzero: true };
}
function execEnds(command, context) {
  const words3 = unwrapCommand(command.words);
  if (words3[0] === "exec") return EITHER;
  const ends = programEnds(words3, context);
  return { ...NOTHING, leavesZero: ends.zero, leavesNonzero: ends.nonzero };
}
function programEnds(words3, context) {
  const program = words3[0]?.replace(/^(?:\/usr)?\/bin\//, "") ?? "";
  const operands2 = words3.slice(1);
  if (ALWAYS_ZERO.has(program)) return ZERO;
  if (program === "false") return NONZERO;
  if (DECLARES2.has(program)) return operands2.every((word) => /^[A-Za-z_]\w*(?:=|$)/.test(word)) ? ZERO : FATAL;
  if (SPECIAL2.has(program) || program === "umask" || program === "pwd") return builtinEnds(program, operands2);
  if (program === "printf") return /%[^s%]/.test(operands2[0] ?? "%d") ? EITHER : ZERO;
  if (program === "sleep") return operands2.length === 1 && /^[0-9.]+[smhd]?$/.test(operands2[0] ?? "") ? ZERO : EITHER;
  if (program === "wait") return operands2.length === 0 ? ZERO : EITHER;
  if (READS_INPUT.has(program)) return operands2.every((word) => /^-\w*$|^[0-9]+$/.test(word)) ? ZERO : EITHER;
  if (program === "tr") return operands2.length > 0 && operands2.length < 4 ? ZERO : EITHER;
  if (/^(?:ba|da|a|k|z)?sh$/.test(program)) return nestedShellEnds(operands2, context);
  const inner = program === "command" || program === "exec" || program === "builtin" ? unwrapCommand(words3) : words3;
  return inner.length < words3.length ? programEnds(inner, context) : EITHER;
}
function nestedShellEnds(operands2, context) {
  const at = operands2.findIndex((word) => /^-[a-z]*c$/.test(word));
  const text2 = operands2[at + 1];
  if (at === -1 || text2 === void 0 || operands2.slice(0, at).some((word) => !word.startsWith("-"))) return EITHER;
  if (/[$`]/.test(text2)) return EITHER;
  const read2 = readScript(text2);
  const exitOnError = operands2.slice(0, at + 1).some((word) => /^-[a-z]*e/.test(word));
  const options = optionsInForce(text2, read2.tree, { exitOnError });
  return scriptCanFail({ ...read2, ...options, text: text2 }, context.depth + 1) ? EITHER : ZERO;
}

// src/parse/shell.ts
function parseShell(text2, at, options = {}) {
  const { commands, tree, broken: broken2 } = readScript(text2);
  const { exitOnError, pipefail } = optionsInForce(text2, tree, options);
  return { text: text2, at, commands, exitOnError, pipefail, tree, broken: broken2 };
}

// src/model/backup/destination.ts
var OFF_HOST_TOOLS = /* @__PURE__ */ new Set([
  "aws",
  "gsutil",
  "gcloud",
  "az",
  "azcopy",
  "rclone",
  "s3cmd",
  "s5cmd",
  "mc",
  "b2",
  "swift",
  "scp",
  "sftp",
  "lftp",
  "ossutil",
  "wal-g",
  "wal-e",
  "pgbackrest",
  "barman-cloud-backup"
]);
var REMOTE_TARGET = /\b(s3|gs|b2|azure|swift|sftp|rclone|rest|wasb):|@[\w.-]+:|\bs3\b/;
function sendsOffHost(commands) {
  return commands.some((words3) => {
    const program = programOf(words3);
    return program !== void 0 && OFF_HOST_TOOLS.has(program) || words3.slice(1).some((word) => REMOTE_TARGET.test(word));
  });
}
function volumeLeavesHost(backup, system) {
  const { workload } = backup;
  if (!workload) return false;
  const written = new Map(
    workload.mounts.flatMap(
      (mount) => mount.readOnly || !mount.source?.known ? [] : [[mount.source.value, mount.type]]
    )
  );
  const others = system.workloads.filter(
    (other) => other.id !== workload.id && other.deployment === workload.deployment && other.mounts.some((mount) => mount.source?.known && written.has(mount.source.value))
  );
  const sent = others.some(
    (other) => system.backups.some((one) => one.workload?.id === other.id && one.destination === "off-host") || OFF_HOST_IMAGES.test(other.image?.name ?? "") || sendsOffHost(
      other.start?.script?.commands.map((command) => command.words) ?? [
        (other.start?.argv ?? []).flatMap((word) => word ?? [])
      ]
    )
  );
  if (sent) return true;
  if ([...written.values()].includes("claim")) return "unknown";
  const volumes = system.deployments.find((one) => one.id === workload.deployment)?.volumes ?? [];
  if (workload.platform === "kubernetes" && workload.mounts.some((mount) => mount.type === "claim" && !mount.readOnly))
    return "unknown";
  const elsewhere = volumes.some(
    (volume) => written.get(volume.name) === "volume" && (volume.external || volume.driver !== void 0 && knownValue(volume.driver) !== "local")
  );
  return elsewhere ? "unknown" : false;
}
var OFF_HOST_IMAGES = /^(?:rclone\/rclone|amazon\/aws-cli|minio\/mc|restic\/restic)(?::|@|$)/;
function destinationOf(script) {
  if (sendsOffHost(script.commands.map((command) => command.words))) return "off-host";
  return script.commands.some(
    (command) => command.words.some((word) => /^\$\{?[A-Z_]*(REMOTE|UPLOAD|BUCKET|DEST)/.test(word))
  ) ? "unknown" : "host";
}

// rules/backup/stays-on-host.ts
var stays_on_host_default = defineRule({
  id: "backup/stays-on-host",
  title: "Backups stay on the host of the data",
  category: "disaster-recovery",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A dead disk, a deleted machine or ransomware takes the copies together with the original.",
  fix: "Copy each dump to another place in the same job, for example `rclone copy /backup remote:erp-backups` or `aws s3 cp \u2026 s3://erp-backups/`.",
  refs: [
    "https://rclone.org/commands/rclone_copy/",
    "https://www.cisa.gov/audiences/small-and-medium-businesses/secure-your-business/back-up-business-data"
  ],
  reads: ["compose", "kubernetes", "pm2", "script"],
  check({ system, pass, fail: fail2, unverified, implied }) {
    for (const { store: store2, backups } of protectionsOf(system)) {
      const [first] = backups;
      if (!first) implied(store2, "backup/missing");
      else if (backups.some((backup) => backup.destination === "off-host")) pass(store2);
      else {
        const ways = backups.map((backup) => volumeLeavesHost(backup, system));
        const unclear2 = backups.find((backup, index) => backup.destination === "unknown" || ways[index] === "unknown");
        if (ways.includes(true)) pass(store2);
        else if (unclear2) unverified(store2, unclear2, `where the copies of ${store2.name} go is not known`);
        else
          fail2(store2, first, `the copies of ${store2.name} stay on the host that holds it`, {
            key: first.workload?.name ?? first.at.path
          });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// src/model/platform-words.ts
function wordsFor({ platform }, words3) {
  return words3[platform] ?? {};
}
var NODE_IMAGES = /(?:^|\/)(?:calico|cilium|flannel|weave|antrea|multus|kube-proxy|kube-vip|metallb|falco|tetragon|sysdig|longhorn|rook|openebs|node-problem-detector|k8s-device-plugin|[\w-]*csi[\w-]*|aws-node|amazon-k8s-cni|node-local-dns|[\w-]*k8s-dns-node-cache)(?:[/:@-]|$)/;
function servesTheNode({ pod, image }) {
  if (!pod) return false;
  return pod.namespace === "kube-system" || pod.kind === "DaemonSet" && NODE_IMAGES.test(image?.name ?? "");
}
function inWordsOf(subject, text2) {
  if (subject.kind !== "workload" || subject.platform !== "kubernetes") return text2;
  return text2.replace(/(?<!exec: \{ )\bcommand: /g, "args: ").replace(/\bin `environment:`/g, "in `env`").replace(
    /`environment: \{ (\w+): (?:\$\{\w+\}|[^`}]+?) \}`/g,
    (_, name) => `\`env: [{ name: ${name}, valueFrom: { secretKeyRef: \u2026 } }]\``
  ).replaceAll("$$", "$");
}

// src/paths.ts
function directoryOf(path) {
  const slash = path.lastIndexOf("/");
  return slash === -1 ? "." : path.slice(0, slash);
}
function fileName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function joinPath(directory, path) {
  const parts = [];
  for (const part of `${directory}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts[parts.length - 1] !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.length === 0 ? "." : parts.join("/");
}
function isWithin(directory, path) {
  if (directory === "/") return path.startsWith("/");
  return directory === "." ? !path.startsWith("..") : path === directory || path.startsWith(`${directory}/`);
}
function depthOf(directory) {
  return directory === "." ? 0 : directory.split("/").length;
}
function nameWords(name) {
  return name.toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
}

// src/model/compose/names.ts
var BASE_NAMES = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
var OVERRIDE_NAMES = [
  "compose.override.yml",
  "compose.override.yaml",
  "docker-compose.override.yml",
  "docker-compose.override.yaml"
];
var PLAINLY_PRODUCTION = ["prod", "production", "prd"];
var PRODUCTION = /* @__PURE__ */ new Set([
  ...PLAINLY_PRODUCTION,
  ...["live", "release", "deploy", "deployment", "swarm", "stack", "server"]
]);
var PREPRODUCTION = /* @__PURE__ */ new Set(["staging", "stage", "stg", "uat", "qa", "preview", "preprod", "acceptance"]);
var DEVELOPMENT = /* @__PURE__ */ new Set([
  ...["dev", "devel", "development", "local", "localhost", "debug", "test", "tests", "testing", "ci", "e2e"],
  ...["integration", "example", "examples", "sample", "samples", "demo", "mock", "mocks", "playground", "sandbox"],
  ...["benchmark", "bench", "perf", "loadtest", "fixtures", "docs", "doc", "tutorial", "template", "templates"],
  ...["override", "devcontainer", "watch"]
]);
var NO_FOLDER = /* @__PURE__ */ new Set([
  "live",
  "release",
  "stack",
  "server",
  "swarm",
  "integration",
  "override",
  "watch",
  "preview"
]);
var COMMAND_PRODUCTION = /* @__PURE__ */ new Set([
  "deploy",
  "deployment",
  "release",
  "rollout",
  "swarm",
  "live",
  ...PLAINLY_PRODUCTION
]);
var FILLERS = /* @__PURE__ */ new Set(["docker", "compose", "yml", "yaml"]);
var COMMON = /* @__PURE__ */ new Set(["base", "common", "core", "main", "shared", "default"]);
function isBase(path) {
  return BASE_NAMES.includes(fileName(path));
}
function baseOf(paths) {
  return firstNamed(paths, BASE_NAMES);
}
function overrideOf(paths) {
  return firstNamed(paths, OVERRIDE_NAMES);
}
function firstNamed(paths, names) {
  for (const name of names) {
    const path = paths.find((one) => fileName(one) === name);
    if (path !== void 0) return path;
  }
  return void 0;
}
function isCommon(path) {
  const words3 = tellingWords(path);
  return words3.length > 0 && words3.every((word) => COMMON.has(word));
}
function tellingWords(path) {
  return nameWords(fileName(path)).filter((word) => !FILLERS.has(word));
}
function variantOf(path) {
  const name = fileName(path);
  if (BASE_NAMES.includes(name)) return "base";
  if (OVERRIDE_NAMES.includes(name)) return "override";
  const words3 = tellingWords(path);
  if (words3.some((word) => PRODUCTION.has(word)) && !words3.some((word) => isDevelopment(word))) return "production";
  if (words3.some((word) => PLAINLY_PRODUCTION.includes(word))) return "production";
  if (words3.some((word) => DEVELOPMENT.has(word))) return "development";
  return words3.some((word) => PREPRODUCTION.has(word)) ? "preproduction" : "part";
}
function isDevelopment(word) {
  return DEVELOPMENT.has(word) || PREPRODUCTION.has(word);
}
function isPlainlyProduction(path) {
  return tellingWords(path).some((word) => PLAINLY_PRODUCTION.includes(word));
}
function folderPurpose(directory) {
  if (directory === ".") return void 0;
  const folders = directory.split("/");
  const found2 = folders.map(
    (folder) => purposeOfWords(
      nameWords(folder).filter((word) => !NO_FOLDER.has(word)),
      PRODUCTION
    )
  );
  const at = found2.includes("development") ? found2.indexOf("development") : found2.findLastIndex((one) => one !== void 0);
  const purpose = found2[at];
  return purpose && { purpose, folder: folders.slice(0, at + 1).join("/") };
}
function purposeOfCommand(words3) {
  return purposeOfWords(words3, COMMAND_PRODUCTION);
}
function purposeOfWords(words3, production) {
  if (words3.some((word) => PLAINLY_PRODUCTION.includes(word))) return "production";
  if (words3.some((word) => DEVELOPMENT.has(word))) return "development";
  if (words3.some((word) => PREPRODUCTION.has(word))) return "preproduction";
  return words3.some((word) => production.has(word)) ? "production" : void 0;
}

// src/model/teardown-files.ts
function resolvedFiles({ files, directory }, deployment) {
  if (files.length === 0) return void 0;
  return files.map((file) => {
    const places = [joinPath(directory, file), joinPath(".", file)];
    return places.find((place) => deployment.files.includes(place)) ?? places[0] ?? file;
  });
}
function isDefaultFileOf({ directory }, deployment, system) {
  const base = deployment.files.find((file) => isBase(file) && [directory, "."].includes(directoryOf(file)));
  if (base === void 0) return false;
  return !system.deployments.some(
    (other) => other.purpose === "development" && other.files.includes(base) && other.files.some((file) => /\.override\.ya?ml$/.test(file))
  );
}

// rules/backup/teardown-destroys-data.ts
var USUAL = /^(?:down|stop|halt|shutdown|clean|cleanup|restart|redeploy|deploy|undeploy|up|start|update|upgrade|rebuild|build|run)$/;
var DELIBERATE = /^(?:all|nuke|reset|purge|destroy|wipe|fresh|prune|volumes?|data|db|database|hard|full|deep|force|delete|remove|rm|drop|uninstall|distclean|scratch|tests?|testing|e2e|it|integration|ci|dev|devel|development|local|demo|example|examples|sandbox|bench|perf|smoke)$/;
var teardown_destroys_data_default = defineRule({
  id: "backup/teardown-destroys-data",
  title: "The usual stop command deletes the data",
  category: "disaster-recovery",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Whoever stops or redeploys the system with the command that the repository offers deletes the volumes of its databases with it, and nothing asks whether that is meant.",
  fix: "Take the deletion out of it (`docker compose down` without `-v`), and give it a name of its own that says so and asks first, for example `make destroy-data`.",
  refs: [
    "https://docs.docker.com/reference/cli/docker/compose/down/",
    "https://docs.docker.com/reference/cli/docker/volume/prune/",
    "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming"
  ],
  reads: ["compose", "kubernetes", "pm2", "script"],
  check({ system, pass, fail: fail2 }) {
    const stores = protectionsOf(system).map(({ store: store2 }) => store2);
    for (const deployment of system.deployments) {
      const own = stores.filter((store2) => store2.deployment === deployment.id);
      if (deployment.purpose !== "production" || own.length === 0) continue;
      pass(deployment);
      for (const teardown of system.teardowns) {
        const name = usualName(teardown);
        const lost = name === void 0 ? [] : own.filter((store2) => deletes(teardown, store2, deployment, system));
        const [first] = lost;
        if (!first) continue;
        const more = lost.length > 1 ? ` and ${lost.length - 1} more` : "";
        fail2(
          deployment,
          teardown,
          `"${name}" runs "${teardown.text.slice(0, 80)}", which deletes the data of ${first.name} (${first.software?.name})${more}`,
          {
            key: `${teardown.names.join("/")}.${teardown.deletes}`,
            ...wordsFor(deployment, {
              kubernetes: {
                fix: "Delete or scale down the workloads alone (`kubectl scale --replicas=0`), keep the claims and the namespace, and give what deletes them a name of its own that says so and asks first."
              }
            })
          }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function usualName({ names }) {
  for (const name of names) {
    const words3 = nameWords(name.replace(/\.(?:sh|bash)$/, ""));
    if (words3.some((word) => DELIBERATE.test(word))) return void 0;
    if (words3.some((word) => USUAL.test(word))) return name;
  }
  return void 0;
}
function deletes(teardown, store2, deployment, system) {
  if (teardown.deletes !== "volumes") return store2.platform === "kubernetes" && deletesInCluster(teardown, store2);
  const volumes = store2.mounts.flatMap(({ type, source }) => type === "volume" && source?.known ? [source.value] : []);
  const own = volumes.filter((name) => !deployment.volumes.some((volume) => volume.name === name && volume.external));
  if (store2.platform === "kubernetes" || own.length === 0) return false;
  if (teardown.named.length > 0)
    return teardown.named.some(
      (name) => name === "*" || own.some((volume) => name === volume || name.endsWith(`_${volume}`))
    );
  const files = resolvedFiles(teardown, deployment);
  return files ? files.every((file) => deployment.files.includes(file)) : isDefaultFileOf(teardown, deployment, system);
}
function deletesInCluster({ deletes: kind, named }, store2) {
  if (!store2.mounts.some((mount) => mount.type === "claim")) return false;
  if (kind === "namespace") return named.some((name) => name.includes("$") || name === store2.pod?.namespace);
  const claims = store2.mounts.flatMap(({ source }) => source?.known ? [source.value] : []);
  return named.length === 0 || named.some(
    (name) => name.includes("$") || name === "--all" || claims.includes(name) || name.includes(`-${store2.name}-`)
  );
}

// src/model/compose/problems.ts
var VERDICTS = /* @__PURE__ */ new Map([
  ["undefined-reference", "reference"],
  ["disabled-reference", "reference"],
  ["settings-conflict", "conflict"],
  ["duplicate-mount", "conflict"]
]);
var OUTSIDE = /* @__PURE__ */ new Set(["required-variable", "missing-file"]);
function composeProblems(deployment, verdict) {
  return deployment.problems.filter(
    (problem) => problem.code !== void 0 && !OUTSIDE.has(problem.code) && (VERDICTS.get(problem.code) ?? "invalid") === verdict
  );
}
function composeDeployments(system) {
  return system.deployments.filter(
    (one) => one.purpose === "production" && (one.platform === "compose" || one.platform === "swarm")
  );
}

// rules/compose/file-invalid.ts
var file_invalid_default = defineRule({
  id: "compose/file-invalid",
  title: "Compose refuses the file",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Compose checks the whole project before it starts anything. One key that it does not know, or a value of the wrong type, and `docker compose up` stops.",
  fix: "Correct what is shown; `docker compose config --quiet` checks the file without starting anything.",
  refs: [
    "https://docs.docker.com/reference/compose-file/",
    "https://docs.docker.com/reference/cli/docker/compose/config/"
  ],
  reads: ["compose"],
  check({ system, pass, fail: fail2 }) {
    for (const deployment of composeDeployments(system)) {
      pass(deployment);
      for (const problem of composeProblems(deployment, "invalid"))
        fail2(deployment, problem.at, problem.message, { key: `${problem.at.path}.${problem.message}` });
    }
  },
  examples: { bad: [], good: [] }
});

// rules/compose/reference-undefined.ts
var reference_undefined_default = defineRule({
  id: "compose/reference-undefined",
  title: "A compose file refers to something that it does not define",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Compose checks every service, network, volume, secret and config that a service names before it starts anything: one that is not defined stops the whole deployment.",
  fix: "Correct the name, or define it at the top level of the file (`volumes:`, `networks:`, `secrets:`, `configs:`), with `external: true` when something else creates it.",
  refs: [
    "https://docs.docker.com/reference/compose-file/volumes/",
    "https://docs.docker.com/reference/compose-file/networks/"
  ],
  reads: ["compose"],
  check({ system, pass, fail: fail2 }) {
    for (const deployment of composeDeployments(system)) {
      pass(deployment);
      for (const problem of composeProblems(deployment, "reference"))
        fail2(deployment, problem.at, problem.message, { key: `${problem.at.path}.${problem.message}` });
    }
  },
  examples: { bad: [], good: [] }
});

// rules/compose/settings-conflict.ts
var settings_conflict_default = defineRule({
  id: "compose/settings-conflict",
  title: "Two settings of a service exclude each other",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Compose does not choose between two memory limits, two replica counts, or a network mode and a list of networks: it refuses the project.",
  fix: "Keep one of the two.",
  refs: [
    "https://docs.docker.com/reference/compose-file/deploy/",
    "https://docs.docker.com/reference/compose-file/services/#network_mode"
  ],
  reads: ["compose"],
  check({ system, pass, fail: fail2 }) {
    for (const deployment of composeDeployments(system)) {
      pass(deployment);
      for (const problem of composeProblems(deployment, "conflict")) {
        if (/container.name/i.test(problem.message)) continue;
        fail2(deployment, problem.at, problem.message, { key: `${problem.at.path}.${problem.message}` });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/config/interpolation-source-wrong.ts
var interpolation_source_wrong_default = defineRule({
  id: "config/interpolation-source-wrong",
  title: "A ${\u2026} is expected from a file that is not read for it",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "`env_file:` gives variables to the container. The `${\u2026}` of the compose file itself are filled in before, from the shell and the `.env` beside it: there the variable is empty, and an empty value in `environment:` wins over the one in the env file.",
  fix: "Take the line out of `environment:` when the env file sets it anyway; else put the variable into `.env`, or start with `docker compose --env-file <file> up`.",
  refs: [
    "https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/",
    "https://docs.docker.com/compose/how-tos/environment-variables/envvars-precedence/"
  ],
  reads: ["compose", "dotenv"],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      const files = workload.environmentFiles;
      if (workload.platform !== "compose" || !files) continue;
      pass(workload);
      for (const [name, use] of firstUses(workload.openVariables ?? [])) {
        const file = files.findLast((one) => one.names.has(name));
        if (!file || isExpectedElsewhere(name, workload, system)) continue;
        fail2(
          workload,
          use,
          `${workload.name}: \${${name}} ${whatHappens(use)}; it stands in ${file.path}, which is only given to the container`,
          {
            key: name,
            fix: fixFor2(name, use, workload, file),
            related: [{ at: file.names.get(name) ?? file.at, message: `${name} is set here, for the container alone` }]
          }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function firstUses(uses) {
  const first = /* @__PURE__ */ new Map();
  for (const use of uses) if (!use.operator.endsWith("+") && !first.has(use.name)) first.set(use.name, use);
  return first;
}
function isExpectedElsewhere(name, workload, system) {
  const folders = new Set(workload.files.filter((path) => /\.ya?ml$/i.test(path)).map(directoryOf));
  const used = new Set(workload.environmentFiles?.map((file) => file.path));
  return system.environmentFiles.some(
    (file) => file.purpose === "example" && !used.has(file.path) && folders.has(directoryOf(file.path)) && file.entries.some((entry2) => entry2.name === name)
  );
}
function whatHappens({ operator, argument: argument2 = "", source }) {
  if (operator.endsWith("?")) return "is refused as missing";
  return source === "default" ? `takes its default ${argument2.length > 40 || /pass|secret|token|key/i.test(argument2) ? "" : argument2}`.trim() : "is empty";
}
function fixFor2(name, use, workload, file) {
  const own = workload.environment.get(name);
  const inline = own?.source === "inline" && own.uses.some((one) => one.at.start === use.at.start);
  if (inline) return `Take ${name} out of \`environment:\`: ${file.path} gives it to the container already.`;
  return `Put ${name} into the .env beside the compose file, or start with \`docker compose --env-file ${file.path} up -d\`.`;
}

// rules/config/required-variable-unset.ts
var required_variable_unset_default = defineRule({
  id: "config/required-variable-unset",
  title: "A container refuses to start without a variable that nothing sets",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "The container exits at once and is restarted for ever. Where the variable is only asked for while the data directory is empty, the day of the restore on a new host is the first day it is missed.",
  fix: "Set the variable, from a secret if it is one.",
  refs: [
    "https://hub.docker.com/_/postgres",
    "https://hub.docker.com/_/mysql",
    "https://docs.opensearch.org/latest/install-and-configure/install-opensearch/docker/"
  ],
  reads: ["compose", "kubernetes", "dotenv"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      const required = workload.distribution?.variables?.required ?? [];
      if (!facts || required.length === 0 || !startsServer(workload)) continue;
      pass(workload);
      const absent = workload.environmentFiles?.find((file) => !file.present);
      for (const group of required) {
        if (!applies(group, facts) || group.anyOf.some((name) => isSet(facts, name))) continue;
        const names = listOf(group.anyOf).replace(/ and ([^ ]+)$/, " or $1");
        if (absent && workload.pod) continue;
        if (absent) unverified(workload, absent.at, `${absent.path} is not in the repository; it may set ${names}`);
        else if (facts.configMounted && group.firstStartOnly !== true && group.anyOf.length > 0 && workload.ownFiles?.complete === false)
          unverified(workload, workload.at, `a mounted file that is not in the repository may stand for ${names}`);
        else {
          const when = group.firstStartOnly ? "does not start on an empty data directory" : "does not start";
          const empty = group.anyOf.map((name) => workload.environment.get(name)).find((variable3) => variable3 !== void 0);
          fail2(
            workload,
            empty?.keyAt ?? workload.at,
            `${workload.name} ${when}: ${group.anyOf.length > 1 ? "none of " : ""}${listOf(group.anyOf)} is ${empty ? "set to anything" : "set"}`,
            {
              key: group.anyOf[0] ?? "",
              fix: `Set ${group.anyOf.slice(0, 2).map((name) => `\`${name}\``).join(" or ")} in \`environment:\` (${group.source}).`
            }
          );
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});
function startsServer({ start: start2 }) {
  if (!start2) return true;
  if (start2.replacesEntrypoint || start2.shell) return false;
  const [first] = start2.argv;
  return typeof first === "string" && /^-|(?:^|\/)(?:docker-entrypoint\.sh|postgres|mysqld|mariadbd|mongod|redis-server|valkey-server|rabbitmq-server|opensearch|elasticsearch|pgbouncer|clickhouse-server|neo4j|influxd|cassandra)$/.test(
    first
  );
}
function applies(group, facts) {
  if (group.from && isBefore(facts.version, group.from) !== false) return false;
  if (group.before && isBefore(facts.version, group.before) !== true) return false;
  return !group.unless?.some(({ variable: variable3, values }) => {
    const value = facts.environment(variable3);
    return value === null || value !== void 0 && values.includes(value.toLowerCase());
  });
}

// rules/config/setting-without-effect.ts
var INSTEAD = {
  "deploy.update_config": "Deploy with `docker stack deploy` if you need rolling updates; `docker compose up` replaces containers at once.",
  "deploy.rollback_config": "Deploy with `docker stack deploy` if you need automatic rollback.",
  "deploy.placement": "Use a swarm or Kubernetes to place tasks on nodes; Compose knows one host.",
  "deploy.labels": "Write them under `labels`: Compose puts no others on its containers.",
  "deploy.endpoint_mode": "Remove it; Compose has no virtual addresses for services.",
  "deploy.resources.reservations.cpus": "Use `deploy.resources.limits.cpus`, or `cpu_shares` for a share under load.",
  "deploy.restart_policy.delay": "Remove it; Docker waits 100 ms and doubles that with each restart.",
  "deploy.restart_policy.window": "Remove it, or deploy to a swarm.",
  build: "Build and push the image first, and name it in `image:`.",
  restart: "Use `deploy.restart_policy: { condition: any }`.",
  container_name: "Remove it; a swarm names its tasks itself.",
  expose: "Remove it; services of one network reach each other on every port."
};
var setting_without_effect_default = defineRule({
  id: "config/setting-without-effect",
  title: "A setting is written that the platform in use does not read",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The file promises rolling updates, reservations or placement that never happen, and nobody looks for the gap because the setting is there.",
  fix: "Remove it, or deploy with the platform that reads it.",
  refs: [
    "https://docs.docker.com/reference/compose-file/deploy/",
    "https://docs.docker.com/reference/cli/docker/stack/deploy/"
  ],
  reads: ["compose", "traefik"],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      if (workload.platform !== "compose" && workload.platform !== "swarm") continue;
      pass(workload);
      for (const { setting, at, overruledBy } of workload.inert) {
        const fix = overruledBy ? `Keep one of the two: Compose reads ${overruledBy}.` : INSTEAD[setting];
        const why = overruledBy ? `has no effect: ${overruledBy} wins` : reader(workload);
        fail2(workload, at, `${workload.name}: ${setting} ${why}`, { key: setting, ...fix ? { fix } : {} });
      }
    }
    for (const { workloads, traefik: traefik2 } of system.proxies) {
      for (const ignored2 of traefik2?.static.ignored ?? []) {
        const read2 = traefik2?.static.source;
        const fix = `Write all of it in one place: Traefik reads ${nameOf2(read2)} alone.`;
        const what = `${nameOf2(ignored2)} ${ignored2.kind === "environment" ? "have" : "has"} no effect: Traefik takes its configuration from ${nameOf2(read2)}`;
        for (const workload of workloads)
          fail2(workload, ignored2, `${workload.name}: ${what}`, { key: `traefik.${ignored2.kind}`, fix });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function nameOf2(source) {
  return source?.name ?? "nothing";
}
function reader(workload) {
  return workload.platform === "swarm" ? "is not read by docker stack deploy" : "is read by a swarm only, and this set is started with docker compose";
}

// src/knowledge/connection-strings.ts
var LONGEST = 4096;
var SEPARATORS = /:\/\/|[@=]|^jdbc:/i;
var FILLED_IN = /[$<%{#]/;
var HOLE = "";
function credentialsIn(text2) {
  if (text2.length > LONGEST || !SEPARATORS.test(text2)) return void 0;
  const shielded = shield(text2);
  return readUrl(text2, shielded) ?? readGoName(text2, shielded) ?? readPairs(text2, shielded);
}
function shield(text2) {
  if (!FILLED_IN.test(text2)) return text2;
  const characters = [...text2].length === text2.length ? text2.split("") : Array.from({ length: text2.length }, (_, at) => text2[at] ?? "");
  const fill = (from, to) => characters.fill(HOLE, from, to);
  for (let at = 0; at < text2.length; at++) {
    const opener = ["${", "$(", "{{", "#{"].find((each) => text2.startsWith(each, at));
    if (opener !== void 0) {
      const end = closing(text2, at, opener);
      fill(at, end);
      at = end - 1;
      continue;
    }
    const name = /^(?:\$[A-Za-z_]\w*|<[\w -]{1,60}>|%[A-Z_][A-Z0-9_]{2,}%|\{[A-Za-z_][\w.]*\}|%[sv])/.exec(
      text2.slice(at, at + 70)
    );
    if (name && !(text2[at - 1] === "$" && text2[at] === "$")) {
      fill(at, at + name[0].length);
      at += name[0].length - 1;
    }
  }
  return characters.join("");
}
function closing(text2, start2, opener) {
  const [open2, close2] = opener === "$(" ? ["(", ")"] : ["{", "}"];
  let depth = 0;
  for (let at = start2; at < text2.length; at++) {
    if (text2[at] === open2) depth++;
    else if (text2[at] === close2 && --depth === 0) return at + 1;
  }
  return text2.length;
}
function readUrl(text2, shielded) {
  const head = /^\s*["']?(?:jdbc:)?([a-z][a-z0-9+.-]{0,40}):(?:[a-z0-9]{1,20}:)?\/\//i.exec(shielded);
  if (!head) return void 0;
  const start2 = head[0].length;
  const end = authorityEnd(shielded, start2);
  if (/\s/.test(shielded.slice(start2, end))) return void 0;
  const authority = readAuthority(text2, shielded, start2, end);
  const rest = shielded.slice(end);
  const database = databaseOf(text2, rest, end);
  const query = /^\s*["']?jdbc:/i.test(text2) || authority.password === "none" ? queryCredentials(text2, rest, end) : {};
  return {
    scheme: (head[1] ?? "").toLowerCase(),
    ...authority,
    ...query,
    ...database === void 0 ? {} : { database }
  };
}
function authorityEnd(shielded, start2) {
  const stop = (from) => {
    const found2 = shielded.slice(from).search(/[/?#\s"'`;]/);
    return found2 === -1 ? shielded.length : from + found2;
  };
  const first = stop(start2);
  const plain4 = shielded.slice(start2, first);
  if (plain4.includes("@") || /^(?:\[[^\]]*\]|[^:@]*)(?::\d*)?(?:,|$)/.test(plain4)) return first;
  const at = shielded.lastIndexOf("@");
  return at > first && !/\s/.test(shielded.slice(start2, at)) ? stop(at + 1) : first;
}
function readAuthority(text2, shielded, start2, end) {
  const at = shielded.lastIndexOf("@", end - 1);
  const hostsFrom = at >= start2 ? at + 1 : start2;
  const hosts = readHosts(text2, shielded, hostsFrom, end);
  if (at < start2) return { password: "none", ...hosts };
  const colon = shielded.indexOf(":", start2);
  const userEnd = colon === -1 || colon > at ? at : colon;
  const user = decode(text2.slice(start2, userEnd));
  const named = user === "" ? {} : { user };
  if (userEnd === at || userEnd + 1 === at)
    return { ...named, password: holeOnly(shielded.slice(start2, at)) ? "unknown" : "none", ...hosts };
  const range = [userEnd + 1, at];
  return { ...named, password: stateOf(shielded.slice(...range)), passwordRange: range, ...hosts };
}
function holeOnly(part) {
  return part !== "" && [...part].every((character) => character === HOLE);
}
function stateOf(part) {
  if (part === "") return "none";
  return part.includes(HOLE) || /^(?:\*{2,}|x{3,}|\.{3,})$/i.test(part) ? "unknown" : "literal";
}
function readHosts(text2, shielded, start2, end) {
  const hosts = [];
  let port;
  let from = start2;
  for (const part of shielded.slice(start2, end).split(",").slice(0, 50)) {
    const match2 = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(part);
    const name = text2.slice(from, from + (match2?.[1]?.length ?? part.length));
    hosts.push(name.replace(/^\[|\]$/g, ""));
    if (hosts.length === 1 && match2?.[2] !== void 0 && /^\d{1,5}$/.test(match2[2])) port = Number(match2[2]);
    from += part.length + 1;
  }
  return { host: hosts[0] ?? "", hosts: hosts.filter((host) => host !== ""), ...port === void 0 ? {} : { port } };
}
function databaseOf(text2, rest, offset) {
  const property = /[;?&](?:databaseName|database)=([^;&"'\s]*)/i.exec(rest);
  if (property?.[1])
    return decode(
      text2.slice(
        offset + property.index + property[0].length - property[1].length,
        offset + property.index + property[0].length
      )
    );
  const path = /^\/([^/?#;"'`\s]*)/.exec(rest);
  if (!path?.[1]) return void 0;
  return decode(text2.slice(offset + 1, offset + 1 + path[1].length));
}
function queryCredentials(text2, rest, offset) {
  const user = /[?&;](?:user|username|uid)=([^&;\s"']+)/i.exec(rest);
  const password = /[?&;](?:password|pwd)=([^&;\s"']+)/i.exec(rest);
  const rangeOf = (match2) => {
    const to = offset + match2.index + match2[0].length;
    return [to - (match2[1]?.length ?? 0), to];
  };
  return {
    ...user ? { user: decode(text2.slice(...rangeOf(user))) } : {},
    ...password ? { password: stateOf(password[1] ?? ""), passwordRange: rangeOf(password) } : {}
  };
}
function readGoName(text2, shielded) {
  const match2 = /^([^\s:@/()]{0,200})(?::([^\s]{0,500}))?@(?:tcp|unix)6?\(([^()\s]{1,255})\)\/([^?\s]{0,200})/d.exec(
    shielded
  );
  if (!match2) return void 0;
  const piece = (group) => text2.slice(...match2.indices?.[group] ?? [0, 0]);
  const [host = "", port] = piece(3).split(/:(?=\d+$)/);
  const range = match2.indices?.[2];
  return {
    scheme: "mysql",
    ...match2[1] ? { user: piece(1) } : {},
    password: stateOf(match2[2] ?? ""),
    ...range ? { passwordRange: range } : {},
    host,
    hosts: [host],
    ...port === void 0 ? {} : { port: Number(port) },
    ...match2[4] ? { database: piece(4) } : {}
  };
}
var KEYS = /* @__PURE__ */ new Map([
  ["host", "host"],
  ["server", "host"],
  ["data source", "host"],
  ["datasource", "host"],
  ["address", "host"],
  ["hostaddr", "host"],
  ["port", "port"],
  ["user", "user"],
  ["user id", "user"],
  ["userid", "user"],
  ["username", "user"],
  ["user name", "user"],
  ["uid", "user"],
  ["password", "password"],
  ["pwd", "password"],
  ["database", "database"],
  ["initial catalog", "database"],
  ["dbname", "database"]
]);
function readPairs(text2, shielded) {
  const separated = shielded.includes(";");
  if (!separated && !/(?:^|\s)(?:host|hostaddr)=\S+\s/.test(`${shielded} `)) return void 0;
  const found2 = /* @__PURE__ */ new Map();
  let from = 0;
  for (const part of shielded.split(separated ? ";" : " ").slice(0, 100)) {
    const equals = part.indexOf("=");
    const key = equals === -1 ? void 0 : KEYS.get(part.slice(0, equals).trim().toLowerCase());
    if (key !== void 0 && !found2.has(key)) found2.set(key, [from + equals + 1, from + part.length]);
    from += part.length + 1;
  }
  const hostRange = found2.get("host");
  if (!hostRange || !found2.has("user") && !found2.has("password")) return void 0;
  return assemble(text2, shielded, found2, hostRange, separated);
}
function assemble(text2, shielded, found2, hostRange, separated) {
  const piece = (key) => {
    const range2 = found2.get(key);
    return range2 && text2.slice(...range2).trim().replace(/^(['"])(.*)\1$/s, "$2");
  };
  const address2 = text2.slice(...hostRange).trim().replace(/^tcp:/i, "");
  const [host = "", inHost] = address2.split(/[,:](?=\d{1,5}$)/);
  const port = Number(piece("port") ?? inHost);
  const user = piece("user");
  const range = found2.get("password");
  const database = piece("database");
  return {
    scheme: separated && !/(?:^|;)\s*host\s*=/i.test(shielded) ? "sqlserver" : "postgres",
    ...user ? { user } : {},
    password: range ? stateOf(shielded.slice(...range).trim()) : "none",
    ...range && range[1] > range[0] ? { passwordRange: range } : {},
    host,
    hosts: [host],
    ...Number.isInteger(port) && port > 0 ? { port } : {},
    ...database ? { database } : {}
  };
}
function decode(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}

// src/knowledge/secret-values.ts
function entropy(text2) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text2) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count3 of counts.values()) bits -= count3 / text2.length * Math.log2(count3 / text2.length);
  return bits;
}
function hasSequence(text2, least) {
  let up = 1;
  let down = 1;
  for (let at = 1; at < text2.length; at++) {
    const step = text2.charCodeAt(at) - text2.charCodeAt(at - 1);
    up = step === 1 ? up + 1 : 1;
    down = step === -1 ? down + 1 : 1;
    if (up >= least || down >= least) return true;
  }
  return false;
}
function isRepetition(text2) {
  if (text2.length < 6) return false;
  for (let period = 1; period <= Math.min(64, Math.floor(text2.length / 3)); period++) {
    let at = period;
    while (at < text2.length && text2[at] === text2[at - period]) at++;
    if (at === text2.length) return true;
  }
  return false;
}
function mask(value) {
  const shown2 = value.length >= 20 ? 5 : value.length >= 12 ? 3 : value.length >= 8 ? 2 : 0;
  const start2 = value.slice(0, shown2).replace(/[^\x21-\x7e]/g, "?");
  return `${start2}\u2026 (${value.length} character${value.length === 1 ? "" : "s"})`;
}

// src/knowledge/secrets.ts
function normalise(name) {
  return name.slice(0, 200).replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").replace(/^_|_$/g, "").toUpperCase();
}
var USE_SUFFIX = /(?:_(?:\d{1,3}|V\d{1,2}|DEV|DEVELOPMENT|PROD|PRODUCTION|STAGING|STAGE|TEST|LOCAL|OLD|NEW|CURRENT|PREVIOUS|PRIMARY|SECONDARY|VALUE))+$/;
var SECRET_END = /(?:^|_)(?:PASS|PW|PASSWD|PASSWORDS?|PASSPHRASE|PWD|SECRETS?|TOKEN|APIKEY|API_KEY|SECRETKEY|PRIVATE_KEY|PRIVATEKEY|SECRET_KEY|SECRET_ACCESS_KEY|ACCOUNT_KEY|STORAGE_KEY|SERVICE_ROLE_KEY|SERVICE_KEY|MASTER_KEY|ADMIN_KEY|AUTH_KEY|DEPLOY_KEY|SSH_KEY|LICENSE_KEY|CREDENTIALS?|ERLANG_COOKIE|REQUIREPASS|MASTERAUTH)$/;
var JOINED_END = /(?:PASSWORD|PASSWD|APIKEY|(?:^|_)(?:DB|DBA|PG|USER|ADMIN|ROOT|REDIS|MYSQL|MONGO|SMTP|MAIL|FTP|LDAP)(?:PASS|PWD))$/;
var KEY_USE = "JWT|JWE|JWS|PASETO|SESSION|SESS|COOKIE|COOKIES|ENCRYPTION|ENCRYPT|ENC|CIPHER|CRYPTO|AES|SIGNING|SIGN|SIGNATURE|HMAC|CSRF|XSRF|NEXTAUTH|BETTER_AUTH|AUTH|AUTH_JS|DJANGO|FLASK|RAILS|LARAVEL|APP|APPLICATION|ACCESS_TOKEN|REFRESH_TOKEN|ID_TOKEN|TOKEN|TOKENS|TWO_FACTOR|OTP|TOTP|MASTER|DATA|FIELD|ACCESS|REFRESH";
var SIGNING = new RegExp(
  `(?:^|_)(?:(?:${KEY_USE})_(?:ACCESS_|REFRESH_|TOKEN_|AUTH_|SIGNING_|ENCRYPTION_|HASH_)*(?:SECRETS?|SECRET_KEY|KEYS?|PRIVATE_KEY|PASSPHRASE)|(?:COOKIE|SESSION)_PASSWORD|SECRET_KEY_BASE|JWTSECRET|JWTKEY|SESSIONSECRET|SECRET_KEY|SECRETKEY)$`
);
var NO_SECRET = /(?:^|_)(?:PUBLIC|PUBLISHABLE|ANON|SITE_?KEY|ALLOW|ALLOW_EMPTY|REQUIRE|REQUIRED|RANDOM|RANDOM_ROOT|ENABLE|ENABLED|DISABLE|DISABLED|USE|SKIP|SHOW|HIDE|IS|HAS|NO|MIN|MAX|RESET|FORGOT|FORGOTTEN|CHANGE|VERIFY|EXPIRE|CANCEL|ONETIME|INCLUDE|EXCLUDE)_(?:[A-Z0-9]+_)*(?:PASSWORDS?|PASS|PASSWD|PWD|TOKEN|SECRETS?|CREDENTIALS?|KEYS?)$/;
var BROWSER = /^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC|VUE_APP|STORYBOOK)_/;
var ABOUT = /_(?:FILE|PATH|DIR|URL|URI|ENDPOINT|HOST|NAME|TTL|EXPIR\w*|LIFETIME|MAX_?AGE|ALGORITHM|ALG|ID|LENGTH|SIZE|ENABLED|DISABLED|TYPE|HEADER|PREFIX|ISSUER|AUDIENCE|REF|ARN|VERSION|COUNT|LIMIT|SALT_ROUNDS|ROUNDS|FIELD|POLICY)$/;
function isSecretName(name) {
  return remembered(secretNames, name, judgeSecretName);
}
function judgeSecretName(name) {
  if (/^(?:OLD)?PWD$/.test(name)) return false;
  const text2 = normalise(name);
  if (BROWSER.test(text2) || ABOUT.test(text2)) return false;
  const bare = text2.replace(USE_SUFFIX, "");
  if (/(?:^|_)PUBLIC(?:_|$)/.test(bare) || NO_SECRET.test(bare)) return false;
  return SECRET_END.test(bare) || JOINED_END.test(bare) || isSigningKeyName(name);
}
function isSigningKeyName(name) {
  return remembered(signingKeyNames, name, judgeSigningKeyName);
}
function judgeSigningKeyName(name) {
  const text2 = normalise(name).replace(USE_SUFFIX, "");
  if (BROWSER.test(text2) || ABOUT.test(text2) || /(?:^|_)(?:PUBLIC|CLIENT|WEBHOOK|API|AWS|S3|MINIO|STRIPE|RECAPTCHA|STORAGE|ACCESS_KEY)(?:_|$)/.test(text2))
    return false;
  return SIGNING.test(text2);
}
var REFERENCE = [
  // Anything that holds `${X}`, `$X`, `$(…)`, `{{ x }}`, `%X%`, `#{x}`, `<x>`.
  /\$\{|\$\(|^\$[A-Za-z_]\w*$|\{\{|\{%|<%|#\{/,
  /^%[A-Za-z_]\w*%$|^<[^<>]{1,80}>$|^\[[A-Za-z][\w -]{2,60}\]$|^@@?[A-Za-z_][\w.]*@@?$|^__[A-Z][A-Z0-9_]*__$/,
  /^(?:ENC\[|vault:|op:\/\/|arn:aws|projects\/[^/]+\/secrets\/|secretsmanager:|ssm:|ref\+|sops:|@Microsoft\.KeyVault\(|AQICAH|secretKeyRef|valueFrom|file:|env:)/i,
  /^(?:process\.env|os\.environ|os\.getenv|ENV\[|import\.meta\.env|env\.)/
];
var PLACEHOLDER = /change[-_ ]?(?:me|this|it|in|my|before|please|for|default)|changeit|replace[-_ ]?(?:me|this|with|it|by|in)|(?:^|[-_ ])(?:your|yours|example|sample|dummy|placeholder|fake|todo|tbd|fixme|redacted|insert|fill)(?:[-_ ]|$)|^(?:your|my|the|some|super)[-_ ](?:super[-_ ])?(?:secret|secure|password|token|api|private|jwt|session|key)|[-_ ]here$|^(?:x{3,}|\*{3,}|\.{3,}|-{3,}|_{3,}|\?{2,})$|x{6,}|\*{4,}|at[-_ ]least[-_ ]\d+|must[-_ ]be|generate[-_ ](?:me|with|a|using|by)|openssl rand|not[-_ ](?:a[-_ ])?(?:real|secure|secret)|^(?:insecure|unsafe|default)[-_ ](?:secret|password|key|token|jwt)|(?:secret|password|key|token)[-_ ](?:placeholder|example|goes)/i;
var NOTHING2 = /^(?:null|nil|undefined|none|n\/a|na|empty|unset|-)$/i;
var TYPED_NUMBER = (text2) => text2.length >= 4 && (hasSequence(text2, 4) || isRepetition(text2) || /^(\d)\1+$/.test(text2));
function secretValue(value) {
  const text2 = value.slice(0, 4096).trim().replace(/^(['"])(.*)\1$/s, "$2");
  if (text2 === "" || NOTHING2.test(text2)) return "none";
  if (REFERENCE.some((pattern) => pattern.test(text2))) return "reference";
  if (/^(?:true|false|yes|no|on|off|enabled?|disabled?|required?|optional)$/i.test(text2)) return "setting";
  if (/^-?\d+(?:\.\d+)?(?:ms|s|m|h|d|w|[kmg]b?)?$/i.test(text2)) return TYPED_NUMBER(text2) ? "literal" : "setting";
  if (isPath(text2)) return "path";
  if (/^[a-z][a-z0-9+.-]{1,30}:\/\//i.test(text2))
    return credentialsIn(text2)?.password === "literal" ? "literal" : "path";
  return PLACEHOLDER.test(text2) ? "placeholder" : "literal";
}
function literalSecret(value) {
  return secretValue(value) === "literal";
}
function isPlaceholder(value) {
  return secretValue(value) === "placeholder";
}
function isPath(text2) {
  if (text2.length > 300 || /\s/.test(text2)) return false;
  if (/^(?:\.{0,2}|~|[A-Za-z]:)[/\\]/.test(text2))
    return /^(?:\.{0,2}|~|[A-Za-z]:)[/\\][\w@.-]+(?:[/\\][\w@.-]*)*$/.test(text2) && !/^\/[A-Za-z0-9]{30,}/.test(text2);
  return /^[\w./@-]+\.(?:pem|key|crt|cert|json|txt|ya?ml|env|p12|pfx|jks|asc|pub|secret|conf)$/i.test(text2);
}
var MOST_REMEMBERED = 1e4;
var secretNames = /* @__PURE__ */ new Map();
var signingKeyNames = /* @__PURE__ */ new Map();
function remembered(answers2, name, judge6) {
  const known4 = answers2.get(name);
  if (known4 !== void 0) return known4;
  if (answers2.size >= MOST_REMEMBERED) answers2.clear();
  const answer = judge6(name);
  answers2.set(name, answer);
  return answer;
}

// src/model/reads-variable.ts
function readsItself(workload, name) {
  const word = new RegExp(`(?<![A-Za-z0-9_])${name.replace(/[^\w]/g, "\\$&")}(?![A-Za-z0-9_])`);
  const { start: start2, health, ownFiles } = workload;
  const texts = [
    ...start2 ? [start2.text, ...start2.argv.map((each) => each ?? "")] : [],
    // `$(NAME)` of Kubernetes is filled in there already.
    ...(start2?.written ?? []).map((word2) => word2.text),
    ...health.checks.flatMap((check2) => [check2.text, ...(check2.argv ?? []).map((each) => each ?? "")]),
    ...[...workload.environment.values()].flatMap(
      (other) => other.name !== name && other.value.known ? [other.value.value] : []
    ),
    ...(workload.image?.dockerfile?.instructions ?? []).flatMap(
      (one) => /^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(one.keyword) ? [one.text, ...one.heredocs.map((each) => each.text)] : []
    ),
    ...(ownFiles?.texts ?? []).map((source) => source.text)
  ];
  if (texts.some((text2) => text2.includes(name) && word.test(text2))) return true;
  if (!ownFiles?.complete) return void 0;
  return start2?.replacesEntrypoint && !isKnownStart(workload) ? void 0 : false;
}
function isKnownStart({ start: start2, ownFiles }) {
  if (!start2) return true;
  if (start2.shell) return true;
  const scripts = start2.argv.filter((word) => /\.(?:sh|py|js)$|entrypoint/.test(word ?? ""));
  return scripts.every(
    (script) => ownFiles?.texts.some((source) => source.path.endsWith(script.slice(script.lastIndexOf("/")))) === true
  );
}

// src/model/shared-variables.ts
function takersOfWhole(system) {
  const takers = /* @__PURE__ */ new Map();
  for (const { deployment, environmentFiles = [] } of system.workloads) {
    const names = new Set(environmentFiles.map((file) => keyOf(file.path, deployment)));
    for (const name of names) takers.set(name, (takers.get(name) ?? 0) + 1);
  }
  return takers;
}
function keyOf(path, deployment) {
  return path.startsWith("the ") ? `${deployment}
${path}` : path;
}
function isMeantFor({ source, keyAt: keyAt2, name }, workload, takers) {
  if (source === "image") return false;
  if (source === "inline" || source === "host") return true;
  const file = workload.environmentFiles?.find(({ path, names }) => {
    const at = names.get(name);
    return at ? at.path === keyAt2.path && at.start === keyAt2.start : path === keyAt2.path;
  });
  return !file || (takers.get(keyOf(file.path, workload.deployment)) ?? 0) <= 1;
}

// rules/config/variable-ignored-by-image.ts
var variable_ignored_by_image_default = defineRule({
  id: "config/variable-ignored-by-image",
  title: "A variable is set that the image does not read",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The file says that the limit, the password or the replication is set, and the program runs with its default. Nobody looks for the cause there when it fails.",
  fix: "Use the setting that this image reads.",
  refs: [
    "https://hub.docker.com/_/postgres",
    "https://hub.docker.com/r/pgbouncer/pgbouncer",
    "https://hub.docker.com/_/redis",
    "https://docs.confluent.io/platform/current/installation/docker/config-reference.html"
  ],
  reads: ["compose", "kubernetes", "dotenv"],
  check({ system, pass, fail: fail2, unverified }) {
    const takers = takersOfWhole(system);
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      const variables = workload.distribution?.variables;
      if (!facts || !variables) continue;
      pass(workload);
      for (const variable3 of workload.environment.values()) {
        if (!isMeantFor(variable3, workload, takers)) continue;
        const why = reasonFor(variable3.name, variables, facts);
        if (!why || isGivenOtherwise(variable3, workload)) continue;
        const reads = readsItself(workload, variable3.name);
        if (reads === void 0)
          unverified(workload, variable3.keyAt, `whether a script of its own reads ${variable3.name} is not known`);
        else if (!reads)
          fail2(workload, variable3.keyAt, `${workload.name}: ${variable3.name} has no effect; ${why.because}`, {
            key: variable3.name,
            fix: why.fix
          });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function reasonFor(name, variables, facts) {
  const ignored2 = variables.ignored.find(
    (each) => each.pattern.test(name) && (each.from === void 0 || isBefore(facts.version, each.from) === false)
  );
  if (ignored2) {
    const instead = name.replace(ignored2.pattern, ignored2.instead);
    const value = facts.environment(name);
    const shown2 = value && /^[\w.:%/-]{1,40}$/.test(value) && !isSecretName(name) ? instead.replaceAll("<value>", value) : instead;
    return { because: ignored2.because, fix: `${advice(shown2)} (${variables.source}).` };
  }
  const gone = goneIn(facts.distribution, facts.version).find((each) => each.variable === name);
  if (gone) return { because: gone.because, fix: `Use ${gone.instead} (${gone.source}).` };
  if (variables.refused.some((each) => each.pattern.test(name))) return void 0;
  const prefix = variables.prefixes.find((each) => name.startsWith(each));
  if (prefix === void 0 || readBy(name, variables)) return void 0;
  return {
    because: `the image reads no variable of that name behind ${prefix}`,
    fix: `Look up the name in ${variables.source}.`
  };
}
function advice(instead) {
  if (/^[A-Z][A-Z0-9_]+$|^[\w.]+: /.test(instead)) return `Use \`${instead}\` instead`;
  return /^[a-z]+ /.test(instead) ? `${instead.charAt(0).toUpperCase()}${instead.slice(1)}` : `Use ${instead} instead`;
}
function readBy(name, variables) {
  return variables.reads.some((each) => typeof each === "string" ? each === name : each.test(name));
}
function isGivenOtherwise(variable3, workload) {
  const words3 = workload.start?.argv ?? [];
  const names = /* @__PURE__ */ new Set([variable3.name, ...variable3.uses.map((use) => use.name)]);
  const inText2 = words3.some(
    (word) => word !== null && [...names].some((name) => word.includes(`\${${name}`) || word.includes(`$${name}`))
  );
  if (inText2) return true;
  const value = variable3.value.known ? variable3.value.value : "";
  return value.length >= 2 && words3.some((word) => word?.split("=").includes(value) === true);
}

// src/knowledge/variable-names.ts
var NAME_LIMIT = 300;
function namesReadBy(distribution) {
  const known4 = listed.get(distribution);
  const names = known4 ?? new Set(listNames(distribution));
  if (!known4) listed.set(distribution, names);
  return names;
}
var listed = /* @__PURE__ */ new WeakMap();
function listNames({ variables, defaultCredentials = [] }) {
  if (!variables) return [];
  const logins = defaultCredentials.flatMap((one) => [one.user?.variable, one.password?.variable]);
  return [
    ...variables.reads.flatMap((each) => typeof each === "string" ? [each] : writtenOut(each)),
    ...variables.required.flatMap((group) => group.anyOf),
    ...logins.filter((name) => name !== void 0)
  ];
}
function isReadBy(distribution, name) {
  if (namesReadBy(distribution).has(name)) return true;
  const reads = distribution.variables?.reads ?? [];
  return reads.some((each) => typeof each !== "string" && each.test(name));
}
function writtenOut(pattern) {
  const { source } = pattern;
  const alternatives = splitAlternatives(source);
  const found2 = alternatives.flatMap((one) => {
    if (!one.startsWith("^") || !one.endsWith("$")) return [];
    return sequence(one.slice(1, -1), 0) ?? [];
  });
  return found2.length > NAME_LIMIT ? [] : found2;
}
function splitAlternatives(text2) {
  const parts = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text2.length; at++) {
    const character = text2.charAt(at);
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "|" && depth === 0) {
      parts.push(text2.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text2.slice(from)];
}
function sequence(text2, depth) {
  let built = [""];
  for (let at = 0; at < text2.length; ) {
    let pieces;
    if (text2.startsWith("(?:", at) && depth < 5) {
      const end = closing2(text2, at);
      if (end === -1) return void 0;
      const inner = splitAlternatives(text2.slice(at + 3, end)).map((one) => sequence(one, depth + 1));
      if (inner.some((one) => one === void 0)) return void 0;
      pieces = inner.flatMap((one) => one ?? []);
      at = end + 1;
    } else if (/[A-Za-z0-9_-]/.test(text2.charAt(at))) pieces = [text2.charAt(at++)];
    else return void 0;
    if (text2.charAt(at) === "?") {
      pieces = ["", ...pieces];
      at++;
    }
    built = built.flatMap((start2) => (pieces ?? []).map((piece) => start2 + piece));
    if (built.length > NAME_LIMIT) return void 0;
  }
  return built;
}
function closing2(text2, open2) {
  let depth = 0;
  for (let at = open2; at < text2.length; at++) {
    if (text2.charAt(at) === "(") depth++;
    else if (text2.charAt(at) === ")" && --depth === 0) return at;
  }
  return -1;
}

// rules/config/variable-name-mismatch.ts
var variable_name_mismatch_default = defineRule({
  id: "config/variable-name-mismatch",
  title: "A variable is set under a name that differs slightly from the one that is read",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "The misspelled variable is silently ignored and the program takes its default for the right one: another database, another user, no password.",
  fix: "Correct the name.",
  refs: ["https://hub.docker.com/_/postgres", "https://hub.docker.com/_/mysql", "https://hub.docker.com/_/mongo"],
  reads: ["compose", "kubernetes", "dotenv"],
  check({ system, pass, fail: fail2 }) {
    const takers = takersOfWhole(system);
    for (const workload of system.workloads) {
      const { distribution } = workload;
      if (!distribution?.variables) continue;
      pass(workload);
      for (const variable3 of workload.environment.values()) {
        const { name } = variable3;
        if (!isMeantFor(variable3, workload, takers) || isExplained(name, workload) || isReadBy(distribution, name))
          continue;
        const meant = nearNames(name, distribution).find((one) => !workload.environment.has(one));
        if (meant === void 0 || readsItself(workload, name) !== false) continue;
        fail2(
          workload,
          variable3.keyAt,
          `${workload.name} sets ${name}, and its image reads ${meant}, which is not set`,
          {
            key: name,
            fix: `Rename ${name} to ${meant}.`
          }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isExplained(name, { distribution }) {
  const { ignored: ignored2 = [], refused: refused3 = [] } = distribution?.variables ?? {};
  return [...ignored2, ...refused3].some((one) => one.pattern.test(name)) || (distribution?.gone ?? []).some((one) => one.variable === name);
}
var near = /* @__PURE__ */ new WeakMap();
function nearNames(name, distribution) {
  const known4 = near.get(distribution) ?? /* @__PURE__ */ new Map();
  near.set(distribution, known4);
  const names = known4.get(name) ?? findNames(name, [...namesReadBy(distribution)]);
  known4.set(name, names);
  return names;
}
function findNames(name, candidates) {
  if (name.length < 6 || name.length > 100) return [];
  const words3 = name.split("_").sort().join("_");
  const limit = name.length >= 10 ? 2 : 1;
  return candidates.filter((candidate) => {
    if (candidate.length < 6 || name.replace(/_?\d+$/, "") === candidate) return false;
    if (candidate.split("_").sort().join("_") === words3) return true;
    return Math.abs(candidate.length - name.length) <= limit && editDistance(name, candidate) <= limit;
  }).sort((one, other) => editDistance(name, one) - editDistance(name, other));
}

// rules/datastore/authentication-off.ts
var authentication_off_default = defineRule({
  id: "datastore/authentication-off",
  title: "A datastore lets in anyone who reaches it",
  category: "security",
  severity: "high",
  worst: "critical",
  confidence: "A",
  security: 8.8,
  since: "0.1.0",
  effort: "hours",
  why: "One compromised container, or one published port, is then enough to read, change and delete everything that is stored there.",
  fix: "Switch on authentication in the way that this image reads, and give the clients the password from a secret.",
  refs: [
    "https://redis.io/docs/latest/operate/oss_and_stack/management/security/",
    "https://www.elastic.co/docs/deploy-manage/security",
    "https://www.mongodb.com/docs/manual/administration/security-checklist/"
  ],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      if (!facts?.distribution.authentication || !isDataService(workload)) continue;
      if (replicationOf(workload)?.role === "watcher") continue;
      const { state, because, fix, by } = facts.distribution.authentication(facts);
      const setting = by?.kind === "variable" ? workload.environment.get(by.name) : void 0;
      if (state === "on") pass(workload);
      else if (state === "unknown") unverified(workload, setting ?? workload.at, because);
      else {
        const open2 = workload.published.find(isOpen);
        fail2(
          workload,
          setting ?? workload.at,
          `${workload.name} (${workload.software?.name}) asks nobody for a password: ${because}${open2 ? "; its port is published" : ""}`,
          {
            fix,
            severity: open2 ? "critical" : "high",
            related: open2 ? [{ at: open2.at, message: "it is published here" }] : []
          }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isDataService(workload) {
  return workload.stateful || workload.role === "cache" || workload.software?.kind === "pooler";
}
function isOpen(port) {
  return port.reach === "any" || port.reach === "address";
}

// src/knowledge/data.ts
function volumeAt(path, source) {
  return { dataPaths: [{ paths: [path], volumes: [path], source }] };
}
function dataPathsOf(facts) {
  const moved = facts.distribution.dataPath?.(facts);
  if (moved === null) return void 0;
  for (const entry2 of facts.distribution.dataPaths) {
    const before = entry2.before ? isBefore(facts.version, entry2.before) : true;
    if (before === void 0) return void 0;
    if (before) return moved === void 0 ? entry2 : { ...entry2, paths: [moved] };
  }
  return void 0;
}
function mountKeeps(target, path, volumes = []) {
  const mount = plain(target);
  if (!holds(mount, plain(path))) return false;
  return !volumes.map(plain).some((volume) => volume !== mount && holds(mount, volume) && holds(volume, plain(path)));
}
function plain(path) {
  return path.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1");
}
function holds(directory, path) {
  return path === directory || path.startsWith(directory === "/" ? "/" : `${directory}/`);
}

// src/model/datastore/data-mounts.ts
function isDataMount(mount) {
  return mount.type === "volume" || mount.type === "bind" || mount.type === "claim" || mount.type === "other";
}
function otherDataMount(workload) {
  const facts = serviceFactsOf(workload);
  const data = facts && dataPathsOf(facts);
  if (!data || !workload.software) return void 0;
  const right = (mount) => mount.target.known && data.paths.some((path) => mountKeeps(mount.target.known ? mount.target.value : "", path, data.volumes));
  if (workload.mounts.some(right)) return void 0;
  const elsewhere = new Set(
    workload.software.distributions.flatMap(
      (distribution) => distribution.dataPaths.flatMap((entry2) => [...entry2.paths, ...entry2.volumes ?? []])
    )
  );
  return workload.mounts.find((mount) => {
    if (!isDataMount(mount) || !mount.target.known || mount.readOnly) return false;
    const target = mount.target.value.replace(/\/+$/, "");
    return elsewhere.has(target) || data.paths.some((path) => path.startsWith(`${target}/`) || target.startsWith(`${path}/`));
  });
}
function keepsDataOnMount(workload) {
  const facts = serviceFactsOf(workload);
  const data = facts && dataPathsOf(facts);
  return workload.mounts.some((mount) => {
    if (!isDataMount(mount)) return false;
    if (!mount.target.known || !data) return true;
    const { value } = mount.target;
    return data.paths.some((path) => mountKeeps(value, path, data.volumes));
  });
}

// src/model/nodes.ts
function nodesOf(system) {
  return system.workloads.flatMap((workload) => {
    const replication = replicationOf(workload);
    return replication ? [{ workload, replication }] : [];
  });
}
function peersOf(node2, nodes) {
  return nodes.filter(
    (other) => other !== node2 && other.workload.deployment === node2.workload.deployment && other.workload.software?.id === node2.workload.software?.id
  );
}
function isReferredTo(node2, peers) {
  const names = new Set(node2.workload.networks.flatMap((network) => network.aliases));
  return peers.some((peer) => peer.replication.state === "wired" && peer.replication.peers.some((name) => names.has(name)));
}
function isEmptyClaim(node2, peers) {
  if (node2.replication.state !== "claimed") return false;
  if (node2.replication.role === "replica" || node2.replication.role === "member") return true;
  return !isReferredTo(node2, peers) && peers.length > 0;
}
function serversThatAreAlone({
  workload,
  replication
}) {
  const { replicas, pod, mounts } = workload;
  if (pod && pod.kind !== "StatefulSet" && mounts.some((mount) => mount.type === "claim")) return void 0;
  if (!workload.software?.cluster || workload.role === "tool" || replication.state !== "alone") return void 0;
  return replicas?.known && replicas.value > 1 ? replicas : void 0;
}

// rules/datastore/data-not-persisted.ts
var data_not_persisted_default = defineRule({
  id: "datastore/data-not-persisted",
  title: "A datastore keeps its data in the container",
  category: "disaster-recovery",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Data without a volume goes with the container: the next `docker compose down`, image update or `--force-recreate` starts with an empty database.",
  fix: "Mount a named volume at the data directory of the image and declare it under `volumes:`.",
  refs: ["https://docs.docker.com/engine/storage/volumes/", "https://docs.docker.com/reference/compose-file/volumes/"],
  check({ system, pass, fail: fail2, unverified, implied }) {
    const nodes = nodesOf(system);
    for (const workload of system.workloads) {
      if (workload.stateful && workload.pod?.operator) judgeOperated(workload, workload.pod);
      const facts = workload.stateful ? serviceFactsOf(workload) : void 0;
      if (!facts || facts.distribution.dataPaths.length === 0) continue;
      const keeps = facts.distribution.keepsData?.(facts);
      if (keeps === "no") continue;
      const instead = reportedBy(workload, facts, nodes);
      if (instead) {
        implied(workload, instead);
        continue;
      }
      const data = dataPathsOf(facts);
      const unclear2 = workload.mounts.find((mount) => !mount.target.known);
      if (!data) {
        if (workload.mounts.some(isDataMount))
          unverified(workload, workload.at, "where this version of the image keeps its data is not known");
        else
          fail2(
            workload,
            workload.at,
            `${workload.name} (${workload.software?.name}) has no volume at all`,
            wordsOf(workload, "its data directory")
          );
        continue;
      }
      for (const path of data.paths) {
        const mount = workload.mounts.find((one) => one.target.known && mountKeeps(one.target.value, path, data.volumes));
        const place = data.mountAt ?? path;
        const words3 = wordsOf(workload, place);
        if (mount && isDataMount(mount)) pass(workload);
        else if (mount)
          fail2(
            workload,
            mount,
            `${workload.name} (${workload.software?.name}) keeps ${place} on ${PASSING[mount.type] ?? "a nameless volume that goes with the container"}`,
            { key: path, ...words3 }
          );
        else if (otherDataMount(workload)) implied(workload, "datastore/data-path-wrong");
        else if (unclear2) unverified(workload, unclear2, "the target of a mount is not known");
        else if (keeps === "unknown")
          unverified(workload, workload.at, "whether it keeps anything on disk is not known");
        else
          fail2(workload, workload.at, `${workload.name} (${workload.software?.name}) keeps ${place} in the container`, {
            key: path,
            ...words3
          });
      }
    }
    function judgeOperated(workload, pod) {
      if (!pod.forgets) pass(workload);
      else
        fail2(
          workload,
          pod.forgets,
          `${workload.name} (${workload.software?.name}) keeps its data in the pod: ${pod.operator} is asked for no volume`,
          {
            fix: `Ask for a persistent volume in the ${pod.kind}: ${pod.operator} claims it for each node.`,
            why: "Storage of the pod is deleted with it: when the nodes are replaced or all pods are started anew at once, nothing is left."
          }
        );
    }
  },
  examples: { bad: [], good: [] }
});
var PASSING = {
  tmpfs: "a tmpfs, in memory",
  "empty-dir": "an emptyDir, which is deleted with the pod"
};
function wordsOf(workload, place) {
  const { name } = workload;
  const kubernetes = {
    fix: `Run ${name} as a StatefulSet with \`volumeClaimTemplates\`, and mount the claim at ${place}; or let the operator of this database run it.`,
    why: "What is written into a container or an emptyDir is deleted with the pod: at the next rollout, when its node is drained, or when it needs too much memory, the database starts empty."
  };
  const fix = `Add \`volumes: ["${name}-data:${place}"]\` to ${name}, and \`${name}-data:\` under the top-level \`volumes:\`.`;
  return { fix, ...wordsFor(workload, { kubernetes }) };
}
function reportedBy(workload, facts, nodes) {
  if (workload.mounts.some(isDataMount)) return void 0;
  if (facts.distribution.memoryMode?.(facts)) return "datastore/in-memory-mode";
  const node2 = nodes.find((one) => one.workload === workload);
  const empty = node2 && node2.replication.role !== "primary" && isEmptyClaim(node2, peersOf(node2, nodes));
  return empty ? "datastore/replica-not-wired" : void 0;
}

// rules/datastore/data-path-wrong.ts
var data_path_wrong_default = defineRule({
  id: "datastore/data-path-wrong",
  title: "A volume is mounted where this image does not keep its data",
  category: "disaster-recovery",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The volume looks right and stays empty, or the server refuses to start: the data is written to another directory and goes with the container.",
  fix: "Mount the volume at the data directory of this version of the image.",
  refs: [
    "https://hub.docker.com/_/postgres",
    "https://hub.docker.com/r/apache/kafka",
    "https://docs.docker.com/engine/storage/volumes/"
  ],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      const facts = workload.stateful ? serviceFactsOf(workload) : void 0;
      if (!facts || facts.distribution.dataPaths.length === 0) continue;
      const data = dataPathsOf(facts);
      if (!data) {
        unverified(workload, workload.at, "where this version of the image keeps its data is not known");
        continue;
      }
      const wrong = otherDataMount(workload);
      if (!wrong?.target.known) pass(workload);
      else {
        const right = data.volumes?.[0] ?? data.paths[0] ?? "";
        const reference = workload.image?.reference?.known ? workload.image.reference.value : void 0;
        const image = reference?.text ?? workload.software?.name;
        const since = /\d/.test(reference?.tag ?? "") ? void 0 : newLayoutSince(facts.distribution, data);
        const today = since ? `, which is ${since} or newer today,` : "";
        fail2(
          workload,
          wrong,
          `${workload.name} mounts a volume at ${wrong.target.value}, and ${image}${today} keeps its data in ${data.paths.join(", ")}`,
          {
            fix: `Mount it at \`${right}\`${since ? `, or name a release before ${since}` : ""}. Copy data that is already there before you switch.`
          }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function newLayoutSince({ dataPaths }, data) {
  return dataPaths[dataPaths.indexOf(data) - 1]?.before?.join(".");
}

// rules/datastore/default-tuning.ts
var NOTICEABLE_SHARE = 0.1;
var default_tuning_default = defineRule({
  id: "datastore/default-tuning",
  title: "A database leaves most of its memory unused",
  category: "performance",
  severity: "low",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "PostgreSQL and MySQL start with buffers of 128 MiB on every machine. On a container with more they read from disk what would fit into memory.",
  fix: "Set the buffer in the command of the service.",
  refs: [
    "https://www.postgresql.org/docs/current/runtime-config-resource.html",
    "https://dev.mysql.com/doc/refman/8.4/en/innodb-buffer-pool-resize.html"
  ],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      const memory = facts?.distribution.memory?.(facts);
      if (!memory || memory.usualShare === void 0 || workload.software?.kind !== "database") continue;
      const limit = workload.resources.memoryLimit;
      if (!limit) implied(workload, "workload/memory-limit-missing");
      else if (memory.by || !limit.known || memory.bytes === void 0 || memory.bytes >= limit.value * NOTICEABLE_SHARE)
        pass(workload);
      else {
        const usual = Math.floor(limit.value * memory.usualShare / 2 ** 20) * 2 ** 20;
        fail2(
          workload,
          workload.at,
          `${workload.name} (${workload.software.name}) keeps the default ${memory.what} of ${formatBytes(memory.bytes)} in a container of ${formatBytes(limit.value)}`,
          { fix: `Set ${memory.setting(usual)}.` }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/datastore/heap-exceeds-limit.ts
var heap_exceeds_limit_default = defineRule({
  id: "datastore/heap-exceeds-limit",
  title: "A server may use more memory than its container gets",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Heap or cache is only a part of what the process needs. When it is set too close to the limit of the container, the kernel kills the server under load.",
  fix: "Lower the setting, or raise the limit, so that the share below is kept.",
  refs: [
    "https://www.elastic.co/docs/reference/elasticsearch/jvm-settings",
    "https://redis.io/docs/latest/operate/oss_and_stack/management/admin/",
    "https://www.postgresql.org/docs/current/runtime-config-resource.html"
  ],
  check({ system, pass, fail: fail2, unverified, implied }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      const memory = facts?.distribution.memory?.(facts);
      if (!memory || workload.role === "tool") continue;
      const limit = workload.resources.memoryLimit;
      const setting = memory.by?.kind === "variable" ? workload.environment.get(memory.by.name) : void 0;
      if (!limit) {
        implied(workload, "workload/memory-limit-missing");
        continue;
      }
      if (!limit.known || memory.bytes === void 0) {
        const unclear2 = limit.known ? `its ${memory.what} is not known` : limit.because;
        unverified(workload, setting ?? limit, unclear2);
        continue;
      }
      const room22 = Math.floor(limit.value * memory.share);
      if (memory.bytes <= room22) pass(workload);
      else {
        const source = memory.by ? "" : " (the default)";
        const what = `${workload.name} has a ${memory.what} of ${formatBytes(memory.bytes)}${source} in a container of ${formatBytes(limit.value)}; at most ${Math.round(memory.share * 100)} % is sound`;
        fail2(workload, setting ?? limit, what, {
          fix: `Set ${memory.setting(Math.floor(limit.value * (memory.usualShare ?? memory.share) / 2 ** 20) * 2 ** 20)}, or raise the limit to ${formatBytes(Math.ceil(memory.bytes / memory.share / 2 ** 20) * 2 ** 20)}.`
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/datastore/heap-too-small.ts
var heap_too_small_default = defineRule({
  id: "datastore/heap-too-small",
  title: "A server has too little memory for production",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "Below its working minimum a server spends its time collecting garbage and reading from disk, and falls over at the first busy hour.",
  fix: "Give it the memory that is named below, in the setting and in the limit of the container.",
  refs: [
    "https://docs.confluent.io/platform/current/installation/system-requirements.html",
    "https://www.elastic.co/docs/reference/elasticsearch/jvm-settings"
  ],
  check({ system, pass, fail: fail2, unverified, implied }) {
    if (system.workloads.length + system.images.length > 0 && !system.workloads.some((workload) => workload.stateful))
      pass(system.repository);
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      if (!facts || workload.role === "tool") continue;
      const memory = facts.distribution.memory?.(facts);
      const least = facts.distribution.leastMemoryLimit;
      if (memory?.least === void 0 && least === void 0) continue;
      const limit = workload.resources.memoryLimit;
      const setting = memory?.by?.kind === "variable" ? workload.environment.get(memory.by.name) : void 0;
      const { name } = workload;
      if (memory?.least !== void 0 && memory.bytes !== void 0 && memory.bytes < memory.least)
        fail2(
          workload,
          setting ?? workload.start ?? workload,
          `${name} (${workload.software?.name}) has a ${memory.what} of ${formatBytes(memory.bytes)}; production needs ${formatBytes(memory.least)} or more`,
          {
            key: "heap",
            fix: `Set ${memory.setting(memory.least)}, in a container of at least ${formatBytes(memory.least / memory.share)}.`
          }
        );
      if (least && !limit) implied(workload, "workload/memory-limit-missing");
      if (least && limit?.known && limit.value < least.bytes)
        fail2(
          workload,
          limit,
          `${name} (${workload.software?.name}) is limited to ${formatBytes(limit.value)}; production needs ${formatBytes(least.bytes)} or more`,
          { key: "limit", fix: `Raise the memory limit of ${name} to \`${least.bytes / 2 ** 20}M\` or more.` }
        );
      else if (least && limit && !limit.known) unverified(workload, limit, limit.because);
      else if (memory?.least !== void 0 && memory.bytes === void 0)
        unverified(workload, setting ?? workload.at, `its ${memory.what} is not known`);
      else pass(workload);
    }
  },
  examples: { bad: [], good: [] }
});

// rules/datastore/in-memory-mode.ts
var in_memory_mode_default = defineRule({
  id: "datastore/in-memory-mode",
  title: "A datastore runs in a mode that forgets its data",
  category: "disaster-recovery",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Development and memory modes are made for a laptop: a restart of the container loses everything that was written since the last one.",
  fix: "Start the server in its normal mode with a volume at its data directory.",
  refs: [
    "https://developer.hashicorp.com/consul/docs/agent/config/cli-flags#_dev",
    "https://docs.temporal.io/cli/server",
    "https://docs.kurrent.io/server/latest/configuration/"
  ],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      if (!facts?.distribution.memoryMode || workload.role === "tool") continue;
      const mode = facts.distribution.memoryMode(facts);
      if (!mode) pass(workload);
      else {
        const variable3 = mode.by?.kind === "variable" ? workload.environment.get(mode.by.name) : void 0;
        fail2(
          workload,
          variable3 ?? workload.start ?? workload,
          `${workload.name} (${workload.software?.name}) forgets its data: ${mode.because}`,
          { fix: mode.fix }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/datastore/replica-not-wired.ts
var replica_not_wired_default = defineRule({
  id: "datastore/replica-not-wired",
  title: "A node looks like a replica and is not one",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "The second server starts with an empty database of its own. Reads from it miss data, and a failover to it loses everything, while the diagram says that there is a replica.",
  fix: "Wire the replication with what the image really reads, and check it (`SELECT * FROM pg_stat_replication`, `rs.status()`, `INFO replication`).",
  refs: [
    "https://hub.docker.com/_/postgres",
    "https://www.postgresql.org/docs/current/warm-standby.html",
    "https://redis.io/docs/latest/operate/oss_and_stack/management/replication/"
  ],
  check({ system, pass, fail: fail2 }) {
    const nodes = nodesOf(system);
    for (const node2 of nodes) {
      const peers = peersOf(node2, nodes);
      const count3 = serversThatAreAlone(node2);
      if (count3) judgeCopies(node2.workload, count3);
      else if (node2.replication.state === "wired") pass(node2.workload);
      else if (isEmptyClaim(node2, peers)) {
        const { workload, replication } = node2;
        const setting = replication.by && workload.environment.get(replication.by.name);
        const at = setting ?? workload.start ?? workload;
        const what = replication.role === "primary" ? "has no replica" : "is no replica of anything";
        fail2(
          workload,
          at,
          `${workload.name} ${what}: ${replication.because}`,
          replication.fix ? { fix: replication.fix } : {}
        );
      }
    }
    for (const workload of system.workloads) judgeClusterJob(workload, system.workloads, pass, fail2);
    function judgeCopies(workload, count3) {
      fail2(
        workload,
        count3,
        `${workload.name} starts ${count3.value} servers of ${workload.software?.name} that know nothing of each other: each has other data`,
        {
          key: "replicas",
          fix: `Run one, or let them replicate: ${workload.software?.cluster?.how ?? "with an operator made for it"}.`,
          why: "Clients are sent to any of them and find a part of the data; when one is lost, so is what only it had. More servers of a database are replicas only when they are wired together."
        }
      );
    }
  },
  examples: { bad: [], good: [] }
});
function judgeClusterJob(workload, workloads, pass, fail2) {
  const words3 = workload.start?.script ? workload.start.script.commands.flatMap((command) => command.words) : workload.start?.argv ?? [];
  const create = words3.findIndex((word, index) => word === "create" && words3[index - 1] === "--cluster");
  if (create === -1 || !workload.start) return;
  const nodes = words3.slice(create + 1).filter((word) => word !== null && /^[\w.-]+:\d+$/.test(word)).map((word) => (word ?? "").split(":")[0]);
  const option2 = words3.indexOf("--cluster-replicas");
  const replicas = option2 === -1 ? 0 : Number(words3[option2 + 1] ?? 0);
  const missing = nodes.find(
    (name) => workload.platform !== "kubernetes" && !workloads.some(
      (other) => other.deployment === workload.deployment && other.networks.some((network) => network.aliases.includes(name ?? ""))
    )
  );
  const needed = 3 * (1 + replicas);
  if (missing !== void 0)
    fail2(
      workload,
      workload.start,
      `${workload.name} forms a cluster with ${missing}, which no service answers to; it runs no server itself`,
      {
        fix: `Add the nodes as services with \`redis-server --cluster-enabled yes\`, and run this command once as a job.`
      }
    );
  else if (nodes.length > 0 && Number.isFinite(replicas) && nodes.length < needed)
    fail2(
      workload,
      workload.start,
      `${workload.name} asks for ${replicas} replica of each master on ${nodes.length} nodes, and Redis needs ${needed}`,
      {
        fix: `Run ${needed} nodes with \`--cluster-enabled yes\`, or leave \`--cluster-replicas\` out and use Sentinel for failover.`
      }
    );
  else pass(workload);
}

// src/knowledge/arguments.ts
var NOT_GIVEN = { given: "no" };
var MAX_WORDS = 2e3;
var MAX_LENGTH = 1e5;
function programWords(argv) {
  if (!argv) return void 0;
  const shell = argv.findIndex((word) => word !== null && /(?:^|\/)(?:ba|da|a|z)?sh$/.test(word));
  const flag = shell === -1 || shell > 3 ? -1 : shell + 1;
  const option2 = argv[flag];
  if (flag === -1 || typeof option2 !== "string" || !/^-[a-z]*c$/.test(option2))
    return withoutWrapper(argv.slice(0, MAX_WORDS));
  const script = argv[flag + 1];
  if (typeof script !== "string") return [null];
  return withoutWrapper(lastCommand(splitWords2(script.replace(/\\\r?\n/g, " "))));
}
var WRAPPERS2 = /* @__PURE__ */ new Map([
  ["exec", 0],
  ["tini", 0],
  ["dumb-init", 0],
  ["docker-init", 0],
  ["gosu", 1],
  ["su-exec", 1]
]);
function withoutWrapper(words3) {
  let at = 0;
  while (at < words3.length) {
    const word = words3[at];
    if (typeof word !== "string") break;
    const program = word.slice(word.lastIndexOf("/") + 1);
    const own = WRAPPERS2.get(program) ?? (/^(?:docker-)?entry-?point(?:\.sh)?$/.test(program) ? 0 : void 0);
    if (own === void 0) break;
    at++;
    if (program === "tini" || program === "dumb-init") while (words3[at]?.startsWith("-")) at++;
    at += own;
  }
  return words3.slice(at);
}
function splitWords2(line) {
  const words3 = [];
  const token = /[;&|\n]+|(?:[^\s;&|"'\\]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*')+|["']/g;
  for (const [part] of line.slice(0, MAX_LENGTH).matchAll(token)) {
    if (words3.length >= MAX_WORDS) break;
    if (/^[;&|\n]+$/.test(part)) words3.push(";");
    else words3.push(unquoted(part));
  }
  return words3;
}
function unquoted(word) {
  let out = "";
  for (const [part] of word.matchAll(/'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S]|[^'"\\]+|["'\\]/g)) {
    if (part.startsWith("'") && part.length > 1) out += part.slice(1, -1);
    else if (/^\\[\s\S]$/.test(part)) out += part.slice(1);
    else if (/[$`]/.test(part)) return null;
    else if (part.startsWith('"') && part.length > 1) out += part.slice(1, -1).replace(/\\(["\\])/g, "$1");
    else out += part;
  }
  return out;
}
function lastCommand(words3) {
  const commands = [[]];
  for (const word of words3) {
    if (word === ";") commands.push([]);
    else commands.at(-1)?.push(word);
  }
  return commands.filter((command) => command.length > 0).at(-1) ?? [];
}
function programOf2(argv) {
  const first = programWords(argv)?.[0];
  return typeof first === "string" && !first.startsWith("-") ? first.slice(first.lastIndexOf("/") + 1) : void 0;
}
function hasWord(argv, words3) {
  const given = programWords(argv);
  if (!given) return "no";
  if (given.some((word) => word !== null && words3.includes(word))) return "yes";
  return given.some((word) => word === null) ? "unknown" : "no";
}
function canonical(name) {
  const bare = name.replace(/^-+/, "");
  return bare.length === 1 ? bare : bare.replaceAll("_", "-").toLowerCase();
}
function hidesOptions(words3) {
  return words3.some((word, at) => {
    if (word !== null) return false;
    const before = words3[at - 1];
    return at === 0 || typeof before !== "string" || !/^--?[a-z]/i.test(before) || before.includes("=");
  });
}
function option(argv, ...names) {
  const words3 = programWords(argv);
  if (!words3) return NOT_GIVEN;
  const wanted = new Set(names.map(canonical));
  let found2 = NOT_GIVEN;
  words3.forEach((word, at) => {
    if (word === null || !word.startsWith("-")) return;
    const attached = /^-([a-zA-Z])(\d.*)$/s.exec(word);
    if (attached && wanted.has(attached[1] ?? "")) found2 = { given: "yes", value: attached[2] ?? "" };
    const equals = word.indexOf("=");
    if (!wanted.has(canonical(equals === -1 ? word : word.slice(0, equals)))) return;
    const value = equals === -1 ? words3[at + 1] : word.slice(equals + 1);
    const isValue = typeof value === "string" && (equals !== -1 || !/^--?[a-z]/i.test(value));
    found2 = isValue ? { given: "yes", value } : { given: "yes" };
  });
  return found2.given === "no" && hidesOptions(words3) ? { given: "unknown" } : found2;
}
var POSTGRES_LETTERS = /* @__PURE__ */ new Map([
  ["-N", "max_connections"],
  ["-B", "shared_buffers"],
  ["-p", "port"]
]);
function postgresSetting(argv, key) {
  const words3 = programWords(argv);
  if (!words3) return NOT_GIVEN;
  let found2 = NOT_GIVEN;
  let hidden = false;
  for (let at = 0; at < words3.length; at++) {
    const read2 = readPostgresWord(words3, at);
    if (read2 === "unknown") hidden = true;
    else if (read2 && read2.key === key)
      found2 = { given: "yes", ...read2.value === void 0 ? {} : { value: read2.value } };
  }
  return found2.given === "no" && hidden ? { given: "unknown" } : found2;
}
function readPostgresWord(words3, at) {
  const word = words3[at];
  const before = words3[at - 1];
  const takesNext2 = typeof before === "string" && /^-[cBNpDhkS]$/.test(before);
  if (word === null || word === void 0) return takesNext2 && before !== "-c" ? void 0 : "unknown";
  const letter = POSTGRES_LETTERS.get(word);
  if (letter) {
    const value = words3[at + 1];
    return typeof value === "string" ? { key: letter, value } : { key: letter };
  }
  const pair = before === "-c" ? word : /^-c(.+)/s.exec(word)?.[1] ?? /^--(.+)/s.exec(word)?.[1];
  const equals = pair?.indexOf("=") ?? -1;
  if (!pair || equals < 1) return void 0;
  const key = pair.slice(0, equals).trim().replaceAll("-", "_").toLowerCase();
  return {
    key,
    value: pair.slice(equals + 1).trim().replace(/^'(.*)'$/s, "$1")
  };
}
function operands(argv) {
  const words3 = programWords(argv)?.slice(programOf2(argv) === void 0 ? 0 : 1) ?? [];
  return words3.filter((word, at) => {
    const before = words3[at - 1];
    const isValue = typeof before === "string" && /^--?[a-z]/i.test(before) && !before.includes("=");
    return word !== null && !word.startsWith("-") && !isValue;
  });
}
function commandText(argv) {
  return (argv ?? []).filter((word) => word !== null).join(" ");
}
function fromVariable(value) {
  if (value === void 0 || value === "") return NOT_GIVEN;
  return value === null ? { given: "yes" } : { given: "yes", value };
}
function orInFile(found2, fileMounted) {
  return found2.given === "no" && fileMounted ? { given: "unknown" } : found2;
}

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
function kafkaVariable(distribution, property) {
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
  const variable3 = kafkaVariable(facts.distribution.id, property);
  const value = facts.environment(variable3);
  if (value !== void 0 || facts.distribution.id !== "bitnami") return { variable: variable3, value };
  const bare = kafkaVariable("apache", property);
  if (BITNAMI_BARE.has(bare) && facts.environment(bare) !== void 0)
    return { variable: bare, value: facts.environment(bare) };
  return { variable: variable3, value };
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
  const found2 = /* @__PURE__ */ new Map();
  for (const [, name] of names.matchAll(/(?:^|,)\s*([\w.-]+):\/\//g)) {
    const listener = (name ?? "").toUpperCase();
    if (!internal.has(listener)) found2.set(listener, protocols.get(listener) ?? listener);
  }
  return found2;
}
function pairOf(pair) {
  const [name = "", protocol = ""] = pair.split(":");
  return [name.trim().toUpperCase(), protocol.trim().toUpperCase()];
}

// src/model/datastore/kafka.ts
function kafkaServersOf(system) {
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
}
function setsItsId({ start: start2 }) {
  return start2?.script !== void 0 && /(?:NODE|BROKER)_ID\b|\b(?:node|broker)\.id\b/.test(start2.script.text);
}
function kafkaBrokersOf(system) {
  return kafkaServersOf(system).filter((server) => server.broker);
}
function brokerSetting(server, property) {
  const { facts, workload } = server;
  const { variable: variable3, value } = kafkaProperty(facts, property);
  const found2 = fromVariable(value);
  if (found2.given === "yes") {
    const at = workload.environment.get(variable3)?.at;
    return found2.value === void 0 ? void 0 : { value: found2.value.trim(), variable: variable3, ...at ? { at } : {} };
  }
  if (facts.configMounted || packaged(facts)) return void 0;
  const value_ = KAFKA_DEFAULTS.get(property);
  return value_ === void 0 ? void 0 : { value: value_, variable: variable3 };
}
function packaged(facts) {
  const configured = ["listeners", "advertised.listeners", "process.roles", "node.id", "controller.quorum.voters"];
  return facts.distribution.id === "apache" && configured.every((name) => kafkaProperty(facts, name).value === void 0);
}
function brokerNumber(server, property) {
  const found2 = brokerSetting(server, property);
  return found2 && /^\d{1,9}$/.test(found2.value) ? { ...found2, number: Number(found2.value) } : void 0;
}
function createsTopics(server) {
  const found2 = brokerSetting(server, "auto.create.topics.enable");
  return found2 && isYes(found2.value);
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
  return value.split(",").slice(0, 100).flatMap((entry2) => {
    const [id = "", address2 = ""] = entry2.trim().split("@");
    const host = address2.replace(/:\d*$/, "").toLowerCase();
    return id === "" ? [] : [{ id, host }];
  });
}

// rules/datastore/single-instance.ts
var single_instance_default = defineRule({
  id: "datastore/single-instance",
  title: "A datastore has no second node",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "days",
  why: "When its only node or host fails, everything that needs the data stops until somebody repairs or restores it, and every upgrade is an outage.",
  fix: "Run a standby or a cluster that takes over, or use a managed service with more than one zone.",
  refs: [
    "https://www.postgresql.org/docs/current/high-availability.html",
    "https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/",
    "https://www.mongodb.com/docs/manual/replication/",
    "https://kafka.apache.org/documentation/#replication"
  ],
  check({ system, pass, fail: fail2, unverified, implied }) {
    const nodes = nodesOf(system);
    const brokers = kafkaBrokersOf(system);
    for (const node2 of nodes) {
      const { workload, replication } = node2;
      if (!workload.software?.cluster || replication.role === "watcher" || workload.role === "tool") continue;
      const peers = peersOf(node2, nodes);
      const several = brokersBeside(workload, brokers) ?? isOneOfSeveral(node2, peers);
      if (several && workload.software.id === "mongodb" && !workload.pod?.operator && replication.role === "member" && system.replicaSetInitiations.length === 0)
        implied(workload, "mongodb/replica-set-not-initiated");
      else if (several) pass(workload);
      else if (serversThatAreAlone(node2)) implied(workload, "datastore/replica-not-wired");
      else if (several === void 0 && replication.state === "unknown")
        unverified(workload, workload.at, replication.because);
      else if (replication.state === "claimed") implied(workload, "datastore/replica-not-wired");
      else {
        const severity = workload.role === "cache" || holdsTelemetry(workload, system) ? "low" : "high";
        const how = workload.software.cluster.how;
        fail2(workload, workload.at, `${workload.name} (${workload.software.name}) is the only node of its data`, {
          severity,
          fix: workload.pod?.operator ? `Ask for ${workload.software.cluster.nodes} nodes in this ${workload.pod.kind}: ${workload.pod.operator} wires them.` : `Add a second node: ${how}${/managed service/.test(how) ? "" : ", or a managed service"}.`
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isOneOfSeveral(node2, peers) {
  const { workload, replication } = node2;
  const wired2 = peers.filter((peer) => peer.replication.state === "wired");
  if (isReferredTo(node2, peers)) return true;
  if (replication.state === "unknown") return void 0;
  if (replication.state !== "wired") return false;
  if (replication.role === "primary")
    return wired2.some((peer) => peer.replication.role === "replica" && peer.replication.peers.length === 0);
  if (workload.replicas?.known && workload.replicas.value > 1) return true;
  return replication.role === "replica" ? peers.length > 0 : peers.some((peer) => peer.replication.group === replication.group);
}
function brokersBeside(workload, brokers) {
  const server = brokers.find((broker) => broker.workload === workload);
  const count3 = server && brokerCount(server, brokers);
  return count3 === void 0 ? void 0 : count3 > 1;
}

// rules/datastore/transport-plaintext.ts
var SWITCHED_OFF = /[?&](sslmode=(disable|allow)|ssl=(false|0|off|disabled)|tls=(false|0|off|skip)|ssl-mode=disabled|usessl=false|encrypt=false)(&|$)/i;
var PLAIN_SCHEMES = /* @__PURE__ */ new Set(["redis", "amqp", "mqtt", "memcached", "kafka"]);
var transport_plaintext_default = defineRule({
  id: "datastore/transport-plaintext",
  title: "A connection to a datastore elsewhere goes without TLS",
  category: "security",
  severity: "medium",
  confidence: "B",
  security: 6.2,
  since: "0.1.0",
  effort: "hours",
  why: "Passwords and rows cross networks that others share in clear text. Inside one compose network this is accepted; to another host it is not.",
  fix: "Ask for TLS in the URL: `sslmode=verify-full` (PostgreSQL), `rediss://`, `amqps://`, `tls=true` (MongoDB).",
  refs: [
    "https://www.postgresql.org/docs/current/libpq-ssl.html",
    "https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/"
  ],
  check({ system, pass, fail: fail2 }) {
    for (const connection of system.connections) {
      if (connection.to || !isElsewhere(connection)) continue;
      const { from, variable: variable3, host, scheme } = connection;
      const text2 = variable3.value.known ? variable3.value.value : variable3.raw ?? "";
      if (SWITCHED_OFF.test(text2))
        fail2(from, variable3, `${from.name} connects to ${host} with TLS switched off (${variable3.name})`, {
          key: variable3.name
        });
      else if (PLAIN_SCHEMES.has(scheme ?? ""))
        fail2(from, variable3, `${from.name} connects to ${host} by ${scheme}://, which has no TLS (${variable3.name})`, {
          key: variable3.name
        });
      else pass(from);
    }
  },
  examples: { bad: [], good: [] }
});
var STORES = /* @__PURE__ */ new Set([
  "postgres",
  "postgresql",
  "mysql",
  "mariadb",
  "mongodb",
  "mongodb+srv",
  "redis",
  "rediss",
  "amqp",
  "amqps",
  "sqlserver",
  "clickhouse",
  "memcached"
]);
function isElsewhere({ host, scheme }) {
  if (!scheme || !STORES.has(scheme.split("+")[0] ?? scheme)) return false;
  if (/^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1)/.test(host) || !host.includes(".")) return false;
  return !/\.(local|internal|localdomain|svc|lan|docker|test|example)$|\.svc\.|\.cluster\.local$/.test(host);
}

// src/model/health-demand.ts
function needsHealthCheck(workload) {
  if (!workload.longRunning || workload.clientOf || workload.platform === "pm2") return false;
  const { pod } = workload;
  return !pod || pod.part === "main" || pod.served || pod.routed;
}
function isAsked(workload) {
  if (workload.pod && workload.role === "service" && !workload.pod.served && workload.listens.length === 0) return false;
  return workload.userFacing || workload.stateful || workload.role === "service" || workload.role === "cache";
}
function checkName(check2, workload) {
  return `the ${check2.kind === "container" ? "healthcheck" : `${check2.kind} probe`} of ${workload.name}`;
}
function asProbe(command) {
  return `exec: { command: [sh, -c, ${JSON.stringify(command.replaceAll("$$", "$"))}] }`;
}
function testFix(fix, { platform }) {
  if (platform !== "kubernetes") return fix;
  return fix.replace(
    /`test: \["CMD-SHELL", ("(?:[^"\\]|\\.)*")\]`/g,
    (_, text2) => `\`exec: { command: [sh, -c, ${text2.replaceAll("$$", "$")}] }\``
  ).replace(/\["CMD-SHELL", /g, '["sh", "-c", ').replace(/\["CMD", /g, "[").replaceAll("$$", "$");
}

// rules/health/check-cannot-fail.ts
var KUBERNETES_WHY = "The kubelet looks at the exit status alone. A probe that ends with 0 in every case keeps a container in service that answers errors, and restarts none that hangs.";
var check_cannot_fail_default = defineRule({
  id: "health/check-cannot-fail",
  title: "A healthcheck passes whatever state the service is in",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'Docker looks at the exit status alone. A check that ends with 0 in every case reports "healthy" for a service that answers errors, and everything that waits for it is misled.',
  fix: "Let the check end with another status than 0 when the answer is wrong: `curl --fail`, `wget --spider`, `| grep -q PONG`, no `|| true` behind it.",
  refs: [
    "https://docs.docker.com/reference/dockerfile/#healthcheck",
    "https://curl.se/docs/manpage.html#-f",
    "https://dev.mysql.com/doc/refman/8.4/en/mysqladmin.html",
    "https://redis.io/docs/latest/develop/tools/cli/"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue;
      if (workload.health.state === "none" || workload.health.state === "disabled")
        implied(workload, "health/check-missing");
      for (const check2 of workload.health.checks) {
        const found2 = weakness(check2, workload);
        if (found2)
          fail2(workload, check2, `${checkName(check2, workload)} ${found2.what}`, {
            fix: testFix(found2.fix, workload),
            ...wordsFor(workload, { kubernetes: { why: KUBERNETES_WHY } }),
            ...found2.minor ? { severity: "low" } : {}
          });
        else pass(workload);
      }
    }
  },
  examples: { bad: [], good: [] }
});
function weakness(check2, workload) {
  const commands = commandsOf(check2);
  if (cannotFail(check2, commands))
    return {
      what: `cannot fail: "${check2.text.slice(0, 80)}" always ends with 0`,
      fix: "Remove what turns the result into success (`|| true`, `exit 0`, `echo`), and let the check ask the program."
    };
  return blindCurl(check2, commands) ?? blindRedis(commands, workload) ?? earlyMysql(commands);
}
function commandsOf(check2) {
  if (check2.script) return check2.script.commands;
  return check2.argv ? [{ words: check2.argv.map((word) => word ?? "?"), assignments: [], followed: "end", inside: [] }] : [];
}
function cannotFail(check2, commands) {
  if (check2.script && !canFail(check2.script)) return true;
  const [only] = commands;
  if (commands.length !== 1 || !only) return false;
  const [program, ...rest] = only.words;
  if (check2.form === "exec" && (program === "true" || program === "echo")) return true;
  const code2 = rest.join(" ");
  return /^(node|python3?|php|ruby|bun|deno)$/.test(program ?? "") && /^-(e|c|r|-eval)\s+["']?(process\.exit\(0?\)|import sys; ?sys\.exit\(0?\)|sys\.exit\(0?\)|exit\(0?\)|print\([^)]*\)|console\.log\([^)]*\));?["']?$/.test(
    code2
  );
}
function blindCurl(check2, commands) {
  const curl = commands.find(
    (command) => programOf(command.words) === "curl" && /https?:\/\/|localhost|127\.0\.0\.1/.test(command.words.join(" "))
  );
  if (!curl || curl.followed === "|" || curl.inside.includes("substitution")) return void 0;
  const fails = curl.words.some(
    (word) => /^--fail(-with-body|-early)?$/.test(word) || /^-[a-zA-Z]*f[a-zA-Z]*$/.test(word)
  );
  if (fails || curl.words.some((word) => /telnet:|^-w$|^--write-out/.test(word))) return void 0;
  return {
    what: `passes on HTTP errors: curl without --fail ends with 0 for a 404 or a 500`,
    fix: `Add \`--fail\`: \`${check2.text.replace(/\bcurl\b/, "curl --fail").slice(0, 100)}\`.`
  };
}
function blindRedis(commands, workload) {
  const facts = serviceFactsOf(workload);
  const isRedis = workload.software?.id === "redis" || workload.software?.speaks === "redis";
  const client = commands.find((command) => /^(redis|valkey|keydb)-cli$/.test(programOf(command.words) ?? ""));
  if (!facts || !isRedis || !client || client.followed === "|" || client.inside.includes("substitution"))
    return void 0;
  const knowsPassword = client.words.some((word) => /^(-a|--pass|-u)$/.test(word)) || commands.some((command) => command.assignments.some((word) => /^(REDIS|VALKEY)CLI_AUTH=/.test(word))) || facts.environment("REDISCLI_AUTH") !== void 0 || facts.environment("VALKEYCLI_AUTH") !== void 0;
  if (knowsPassword || workload.distribution?.authentication?.(facts).state !== "on") return void 0;
  return {
    what: "is refused for want of a password and still ends with 0 (NOAUTH)",
    fix: 'Give the client the password and compare the answer: `environment: { REDISCLI_AUTH: ${REDIS_PASSWORD} }` and `test: ["CMD-SHELL", "redis-cli ping | grep -q PONG"]`.'
  };
}
function earlyMysql(commands) {
  const ping = commands.find(
    (command) => /^(mysqladmin|mariadb-admin)$/.test(programOf(command.words) ?? "") && command.words.includes("ping")
  );
  if (!ping) return void 0;
  const words3 = ping.words.join(" ");
  if (/(-h|--host)[= ]?(?!localhost)\S+|--protocol[= ]tcp/i.test(words3)) return void 0;
  return {
    what: "passes during the first initialisation, when the server does not accept connections yet",
    fix: "Ask over TCP: `mysqladmin ping -h 127.0.0.1 --silent` (MariaDB: `healthcheck.sh --connect --innodb_initialized`).",
    minor: true
  };
}

// src/knowledge/tool-packages.ts
var POSTGRES = "psql pg_dump pg_dumpall pg_restore pg_isready pg_basebackup createdb dropdb";
var MYSQL2 = "mysql mysqldump mysqladmin mysqlcheck mariadb mariadb-dump mariadb-admin mariadb-check";
var SSH = "ssh scp sftp ssh-keygen ssh-keyscan ssh-add";
var MONGO = "mongodump mongorestore mongoexport mongoimport bsondump";
var NC = "nc netcat ncat";
var PACKAGES = [
  ["curl curl-minimal", "curl"],
  ["wget wget2", "wget"],
  ["netcat netcat-openbsd netcat-traditional nc nmap-ncat ncat", NC],
  ["nmap", `nmap ${NC}`],
  ["busybox-extras", "telnet ftpget ftpput httpd tftp"],
  ["busybox", "wget nc telnet vi"],
  ["telnet inetutils-telnet", "telnet"],
  ["iputils iputils-ping inetutils-ping", "ping"],
  ["dnsutils bind-tools bind-utils bind-dnsutils", "dig nslookup host"],
  ["iproute iproute2", "ip ss"],
  ["net-tools", "netstat ifconfig route arp"],
  ["procps procps-ng", "ps top pgrep pkill free watch"],
  ["psmisc", "killall fuser pstree"],
  ["lsof", "lsof"],
  ["bash", "bash"],
  ["jq", "jq"],
  ["yq yq-go", "yq"],
  ["git", "git"],
  ["openssh openssh-client openssh-clients openssh-client-default openssh-client-common", SSH],
  ["sshpass", "sshpass"],
  ["rsync", "rsync"],
  ["lftp", "lftp"],
  ["openssl", "openssl"],
  ["gnupg gnupg2 gpg", "gpg"],
  ["age", "age age-keygen"],
  ["tini", "tini"],
  ["dumb-init", "dumb-init"],
  ["gosu", "gosu"],
  ["su-exec", "su-exec"],
  ["supervisor", "supervisord supervisorctl"],
  ["cron", "cron crontab"],
  ["cronie dcron", "crond crontab"],
  ["supercronic", "supercronic"],
  ["postgresql-client postgresql-client-common postgresql postgresql-clients libpq", POSTGRES],
  ["pgbackrest", "pgbackrest"],
  ["barman", "barman"],
  ["barman-cli barman-cli-cloud", "barman-cloud-backup barman-cloud-wal-archive barman-wal-restore"],
  ["wal-g", "wal-g"],
  ["wal-e", "wal-e"],
  [
    "mysql mysql-client default-mysql-client mariadb mariadb-client mysql-community-client mysql-server mariadb-server",
    MYSQL2
  ],
  ["mariadb-backup", "mariabackup mariadb-backup mbstream"],
  ["percona-xtrabackup xtrabackup", "xtrabackup xbstream"],
  ["mydumper", "mydumper myloader"],
  ["redis redis-tools redis-server", "redis-cli redis-benchmark"],
  ["valkey valkey-tools valkey-cli", "valkey-cli redis-cli"],
  ["mongodb-database-tools mongodb-tools mongo-tools mongodb-org-tools", MONGO],
  ["mongodb-mongosh mongosh", "mongosh"],
  ["mongodb-org-shell mongodb-clients", "mongo"],
  ["sqlite sqlite3", "sqlite3"],
  ["mssql-tools mssql-tools18", "sqlcmd bcp"],
  ["clickhouse-client", "clickhouse-client clickhouse"],
  ["etcd-client etcd-ctl", "etcdctl"],
  ["kafkacat kcat", "kafkacat kcat"],
  ["aws-cli awscli awscli-v2", "aws"],
  ["azure-cli", "az"],
  ["google-cloud-sdk google-cloud-cli", "gcloud gsutil bq"],
  ["gsutil", "gsutil"],
  ["s3cmd", "s3cmd"],
  ["s5cmd", "s5cmd"],
  ["rclone", "rclone"],
  ["minio-client", "mc mcli"],
  ["restic", "restic"],
  ["borgbackup", "borg"],
  ["borgmatic", "borgmatic"],
  ["duplicity", "duplicity"],
  ["kubectl kubernetes-client", "kubectl"],
  ["helm", "helm"],
  ["docker docker.io docker-cli docker-ce docker-ce-cli", "docker"],
  ["docker-compose docker-compose-plugin docker-cli-compose", "docker-compose"],
  ["zip", "zip"],
  ["unzip", "unzip"],
  ["xz xz-utils", "xz"],
  ["bzip2", "bzip2"],
  ["pigz", "pigz"],
  ["zstd", "zstd"],
  ["lz4 lz4-tools", "lz4"],
  ["p7zip p7zip-full", "7z"],
  ["build-base build-essential", "gcc g++ make"],
  ["gcc", "gcc"],
  ["g++ gcc-c++", "g++"],
  ["make", "make"],
  ["cmake", "cmake"],
  ["python3 python3-minimal", "python3"],
  ["python python-is-python3", "python"],
  ["python3-pip py3-pip", "pip pip3"],
  ["nodejs nodejs-current nodejs-lts", "node"],
  ["npm", "npm npx"],
  ["yarn", "yarn"],
  ["pnpm", "pnpm pnpx"],
  ["bun", "bun"],
  ["pm2", "pm2 pm2-runtime"],
  ["nodemon", "nodemon"],
  ["serve", "serve"],
  ["http-server", "http-server"],
  ["typescript", "tsc"],
  ["ts-node", "ts-node"],
  ["tsx", "tsx"],
  ["prisma", "prisma"],
  ["@nestjs/cli", "nest"],
  ["openjdk openjdk-jre openjdk-jdk openjdk-jre-headless default-jre default-jdk", "java"],
  ["ruby", "ruby"],
  ["perl", "perl"],
  ["php php-cli", "php"],
  ["composer", "composer"],
  ["gunicorn", "gunicorn"],
  ["uvicorn", "uvicorn"],
  ["celery", "celery"],
  ["httpie", "http https"],
  ["grpcurl", "grpcurl"],
  ["grpc-health-probe", "grpc_health_probe grpc-health-probe"],
  ["socat", "socat"],
  ["tcpdump", "tcpdump"],
  ["strace", "strace"],
  ["vim", "vim"],
  ["nano", "nano"],
  ["less", "less"],
  ["sudo", "sudo"],
  ["gettext gettext-base", "envsubst"],
  ["inotify-tools", "inotifywait"],
  ["moreutils", "ts sponge chronic"],
  ["apache2-utils", "htpasswd ab"],
  ["msmtp", "msmtp"],
  ["mailx mailutils bsd-mailx s-nail", "mail"],
  ["ffmpeg", "ffmpeg ffprobe"],
  ["imagemagick graphicsmagick", "convert magick identify"],
  ["chromium chromium-browser", "chromium chromium-browser"],
  ["google-chrome-stable", "google-chrome google-chrome-stable"],
  ["wkhtmltopdf", "wkhtmltopdf wkhtmltoimage"],
  ["ghostscript", "gs"],
  ["libreoffice libreoffice-writer", "soffice libreoffice"],
  ["poppler-utils", "pdftotext pdftoppm pdfinfo"],
  ["tesseract-ocr", "tesseract"],
  ["nginx", "nginx"],
  ["certbot", "certbot"]
];
var byPackage = /* @__PURE__ */ new Map();
for (const [names, programs] of PACKAGES) for (const name of names.split(" ")) byPackage.set(name, programs.split(" "));
var OPTIONAL_TOOLS = new Set([...byPackage.values()].flat());
function toolsInstalledBy(packageName) {
  if (packageName.length > 100) return [];
  const name = packageName.toLowerCase();
  const exact = byPackage.get(name);
  if (exact) return exact;
  const bare = name.replace(/\d+(?:\.\d+)*/g, "").replace(/-{2,}/g, "-").replace(/-$/, "");
  return byPackage.get(bare) ?? [];
}

// src/knowledge/base-images.ts
var words = (text2) => text2.split(/\s+/).filter((word) => word !== "");
var COMMON2 = words(`
  sh cat ls cp mv rm mkdir rmdir ln touch chmod chown chgrp echo printf test [ true false sleep date env id whoami hostname
  head tail sort uniq wc cut tr tee xargs find grep egrep fgrep sed awk tar gzip gunzip zcat md5sum sha1sum sha256sum base64
  basename dirname readlink realpath mktemp stat du df sync timeout nohup kill uname expr seq od dd split tac nproc su
  mount umount chroot install yes tty
`);
var ALPINE_APPLETS = words(`
  ash busybox wget nc netstat nslookup ping ping6 ps top pgrep pkill killall free watch vi less more ip ifconfig route arp
  traceroute crond crontab flock fuser lsof logger unzip bzip2 xz lzma bc dc hexdump xxd strings diff patch
  cmp which whois sendmail syslogd dmesg adduser addgroup setuidgid pidof pstree uuencode uptime nice renice setsid
  reset stty apk shuf tree
`);
var DEBIAN_PROGRAMS = words(
  "bash dash perl apt apt-get dpkg diff cmp which useradd adduser groupadd runuser setpriv flock more logger"
);
function inventory(has, options = {}) {
  return { has: new Set(has), uncertain: /* @__PURE__ */ new Set(), closed: true, shell: true, ...options };
}
function withPrograms(base, more, uncertain = "") {
  return {
    ...base,
    has: /* @__PURE__ */ new Set([...base.has, ...words(more)]),
    uncertain: /* @__PURE__ */ new Set([...base.uncertain, ...words(uncertain)])
  };
}
var ALPINE = inventory([...COMMON2, ...ALPINE_APPLETS]);
var BUSYBOX = inventory([...COMMON2, ...ALPINE_APPLETS.filter((name) => name !== "apk"), "telnet", "httpd"], {
  uncertain: /* @__PURE__ */ new Set(["lsof", "tree", "whois"])
});
var DEBIAN = inventory([...COMMON2, ...DEBIAN_PROGRAMS], { uncertain: /* @__PURE__ */ new Set(["openssl"]) });
var UBUNTU = inventory([...COMMON2, ...DEBIAN_PROGRAMS], {
  uncertain: /* @__PURE__ */ new Set(["openssl", "ps", "top", "pgrep", "pkill", "free", "watch", "gpg"])
});
var BUILDPACK_CURL = withPrograms(DEBIAN, "curl wget gpg openssl");
var BUILDPACK_SCM = withPrograms(
  BUILDPACK_CURL,
  `git hg svn ssh scp sftp ssh-keygen ssh-keyscan ssh-add ps top pgrep pkill free watch`,
  "python3"
);
var BUILDPACK = withPrograms(
  BUILDPACK_SCM,
  "gcc g++ make patch unzip xz bzip2 file autoconf",
  "python3 convert identify magick mysql mariadb lz4 zstd"
);
var REDHAT = inventory([...COMMON2, "bash", "curl", "rpm"], { closed: false });
var EMPTY = inventory([], { shell: false });
var SOME_LINUX = inventory(["sh"], { closed: false });
function isIn(base, name) {
  if (base.has.has(name)) return true;
  if (base.shell === false && base.closed)
    return name === "sh" || name === "bash" || OPTIONAL_TOOLS.has(name) ? false : void 0;
  if (base.closed && OPTIONAL_TOOLS.has(name) && !base.uncertain.has(name)) return false;
  return void 0;
}

// src/knowledge/catalogue.ts
function entry(file, index, place, images) {
  const open2 = () => {
    const software = [require(`./image-${file}.js`).default].flat()[index];
    return { software, distribution: software.distributions[place] };
  };
  return { images, open: open2 };
}
var catalogue = [
  entry("admin-tools", 0, 0, ["adminer", "dockette/adminer"]),
  entry("admin-tools", 1, 0, ["phpmyadmin", "phpmyadmin/phpmyadmin", "bitnami/phpmyadmin", "bitnamilegacy/phpmyadmin"]),
  entry("admin-tools", 2, 0, ["bitnami/phppgadmin", "bitnamilegacy/phppgadmin", "dockage/phppgadmin"]),
  entry("admin-tools", 3, 0, ["dpage/pgadmin4"]),
  entry("admin-tools", 4, 0, ["sosedoff/pgweb", "ghcr.io/sosedoff/pgweb"]),
  entry("admin-tools", 5, 0, ["ankane/pghero"]),
  entry("admin-tools", 6, 0, ["dbgate/dbgate"]),
  entry("admin-tools", 7, 0, ["dbeaver/cloudbeaver"]),
  entry("admin-tools", 8, 0, ["sqlpad/sqlpad"]),
  entry("admin-tools", 9, 0, ["mongo-express"]),
  entry("admin-tools", 10, 0, ["mongoclient/mongoclient"]),
  entry("admin-tools", 11, 0, ["provectuslabs/kafka-ui", "kafbat/kafka-ui", "ghcr.io/kafbat/kafka-ui"]),
  entry("admin-tools", 12, 0, ["obsidiandynamics/kafdrop"]),
  entry("admin-tools", 13, 0, ["tchiotludo/akhq"]),
  entry("admin-tools", 14, 0, ["hlebalbau/kafka-manager", "sheepkiller/kafka-manager", "kafkamanager/kafka-manager", "eshepelyuk/cmak-operator"]),
  entry("admin-tools", 15, 0, ["redpandadata/console", "docker.redpanda.com/redpandadata/console", "docker.redpanda.com/vectorized/console", "quay.io/cloudhut/kowl"]),
  entry("admin-tools", 16, 0, ["conduktor/conduktor-console", "conduktor/conduktor-platform"]),
  entry("admin-tools", 17, 0, ["confluentinc/cp-enterprise-control-center", "confluentinc/cp-enterprise-control-center-next-gen"]),
  entry("admin-tools", 18, 0, ["lensesio/lenses", "lensesio/box", "lensesio/fast-data-dev", "landoop/fast-data-dev"]),
  entry("admin-tools", 19, 0, ["landoop/kafka-topics-ui", "landoop/schema-registry-ui", "landoop/kafka-connect-ui"]),
  entry("admin-tools", 20, 0, ["elkozmon/zoonavigator"]),
  entry("admin-tools", 21, 0, ["rediscommander/redis-commander", "ghcr.io/joeferner/redis-commander"]),
  entry("admin-tools", 22, 0, ["redis/redisinsight", "redislabs/redisinsight"]),
  entry("admin-tools", 23, 0, ["erikdubbelboer/phpredisadmin"]),
  entry("admin-tools", 24, 0, ["deadly0/bull-board"]),
  entry("admin-tools", 25, 0, ["cars10/elasticvue"]),
  entry("admin-tools", 26, 0, ["lmenezes/cerebro"]),
  entry("admin-tools", 27, 0, ["appbaseio/dejavu"]),
  entry("admin-tools", 28, 0, ["ralve/rabbitscout"]),
  entry("admin-tools", 29, 0, ["ghcr.io/nats-nui/nui", "natsnui/nui"]),
  entry("admin-tools", 30, 0, ["temporalio/ui", "temporalio/web"]),
  entry("admin-tools", 31, 0, ["mher/flower"]),
  entry("admin-tools", 32, 0, ["eoranged/rq-dashboard"]),
  entry("admin-tools", 33, 0, ["portainer/portainer", "portainer/portainer-ce", "portainer/portainer-ee"]),
  entry("admin-tools", 34, 0, ["portainer/agent"]),
  entry("admin-tools", 35, 0, ["amir20/dozzle", "ghcr.io/amir20/dozzle"]),
  entry("admin-tools", 36, 0, ["louislam/dockge"]),
  entry("admin-tools", 37, 0, ["selfhostedpro/yacht"]),
  entry("admin-tools", 38, 0, ["swarmpit/swarmpit"]),
  entry("admin-tools", 39, 0, ["filebrowser/filebrowser", "hurlenko/filebrowser"]),
  entry("admin-tools", 40, 0, ["codercom/code-server", "ghcr.io/coder/code-server", "linuxserver/code-server", "lscr.io/linuxserver/code-server"]),
  entry("admin-tools", 41, 0, ["jupyter/*", "quay.io/jupyter/*"]),
  entry("admin-tools", 42, 0, ["chronograf"]),
  entry("admin-tools", 43, 0, ["containrrr/watchtower", "v2tec/watchtower", "nickfedor/watchtower"]),
  entry("agents", 0, 0, ["datadog/agent", "gcr.io/datadoghq/agent", "public.ecr.aws/datadog/agent", "registry.datadoghq.com/agent", "datadog/dogstatsd"]),
  entry("agents", 1, 0, ["newrelic/infrastructure", "newrelic/infrastructure-bundle", "newrelic/nri-*"]),
  entry("agents", 2, 0, ["dynatrace/oneagent", "dynatrace/dynatrace-operator"]),
  entry("agents", 3, 0, ["icr.io/instana/agent", "instana/agent", "containers.instana.io/instana/release/agent/static"]),
  entry("agents", 4, 0, ["appdynamics/machine-agent", "appdynamics/cluster-agent"]),
  entry("agents", 5, 0, ["getsentry/relay", "ghcr.io/getsentry/relay"]),
  entry("agents", 6, 0, ["getsentry/sentry", "ghcr.io/getsentry/sentry", "sentry"]),
  entry("agents", 7, 0, ["glitchtip/glitchtip"]),
  entry("agents", 8, 0, ["telegraf", "bitnami/telegraf", "bitnamilegacy/telegraf"]),
  entry("agents", 9, 0, ["zabbix/zabbix-agent", "zabbix/zabbix-agent2"]),
  entry("agents", 10, 0, ["grafana/beyla"]),
  entry("applications", 0, 0, ["browserless/chrome"]),
  entry("applications", 0, 1, ["ghcr.io/browserless/chromium", "ghcr.io/browserless/chrome", "ghcr.io/browserless/multi"]),
  entry("applications", 1, 0, ["registry", "distribution/distribution"]),
  entry("applications", 2, 0, ["wordpress"]),
  entry("applications", 2, 1, ["bitnami/wordpress", "bitnamilegacy/wordpress"]),
  entry("applications", 3, 0, ["nextcloud"]),
  entry("applications", 4, 0, ["gitea/gitea", "docker.gitea.com/gitea"]),
  entry("applications", 5, 0, ["n8nio/n8n", "docker.n8n.io/n8nio/n8n"]),
  entry("applications", 6, 0, ["odoo"]),
  entry("applications", 7, 0, ["frappe/erpnext"]),
  entry("applications", 8, 0, ["hasura/graphql-engine"]),
  entry("applications", 9, 0, ["directus/directus"]),
  entry("applications", 10, 0, ["gotenberg/gotenberg", "thecodingmachine/gotenberg"]),
  entry("applications", 11, 0, ["ollama/ollama"]),
  entry("backup-tools", 0, 0, ["prodrigestivill/postgres-backup-local", "ghcr.io/prodrigestivill/docker-postgres-backup-local"]),
  entry("backup-tools", 1, 0, ["offen/docker-volume-backup", "ghcr.io/offen/docker-volume-backup"]),
  entry("backup-tools", 2, 0, ["futurice/docker-volume-backup", "jareware/docker-volume-backup"]),
  entry("backup-tools", 3, 0, ["tiredofit/db-backup", "nfrastack/db-backup", "ghcr.io/tiredofit/docker-db-backup"]),
  entry("backup-tools", 4, 0, ["databack/mysql-backup", "databacker/mysql-backup", "deitch/mysql-backup"]),
  entry("backup-tools", 5, 0, ["fradelg/mysql-cron-backup"]),
  entry("backup-tools", 6, 0, ["eeshugerman/postgres-backup-s3", "schickling/postgres-backup-s3", "itbm/postgres-backup-s3", "itbm/postgresql-backup-s3"]),
  entry("backup-tools", 7, 0, ["schickling/mysql-backup-s3", "itbm/mysql-backup-s3"]),
  entry("backup-tools", 8, 0, ["kartoza/pg-backup"]),
  entry("backup-tools", 9, 0, ["stefanprodan/mgob", "maxisam/mgob"]),
  entry("backup-tools", 10, 0, ["restic/restic", "ghcr.io/restic/restic", "instrumentisto/restic"]),
  entry("backup-tools", 11, 0, ["mazzolino/restic", "djmaze/resticker"]),
  entry("backup-tools", 12, 0, ["lobaro/restic-backup-docker"]),
  entry("backup-tools", 13, 0, ["b3vis/borgmatic", "ghcr.io/borgmatic-collective/borgmatic", "monachus/borgmatic"]),
  entry("backup-tools", 14, 0, ["loomchild/volume-backup"]),
  entry("backup-tools", 15, 0, ["duplicati/duplicati", "linuxserver/duplicati", "lscr.io/linuxserver/duplicati"]),
  entry("backup-tools", 16, 0, ["rclone/rclone"]),
  entry("backup-tools", 17, 0, ["velero/velero"]),
  entry("backup-tools", 18, 0, ["pgbackrest/pgbackrest", "woblerr/pgbackrest"]),
  entry("backup-tools", 19, 0, ["ghcr.io/wal-g/wal-g", "walg/walg"]),
  entry("backup-tools", 20, 0, ["ubcctlt/barman", "tbeadle/barman"]),
  entry("backup-tools", 21, 0, ["mcuadros/ofelia", "netresearch/ofelia"]),
  entry("backup-tools", 22, 0, ["hectorm/cron", "willfarrell/crontab"]),
  entry("cassandra", 0, 0, ["cassandra", "public.ecr.aws/docker/library/cassandra"]),
  entry("cassandra", 0, 1, ["bitnami/cassandra", "bitnamilegacy/cassandra"]),
  entry("cassandra", 1, 0, ["scylladb/scylla", "scylladb/scylla-enterprise"]),
  entry("clickhouse", 0, 0, ["clickhouse", "clickhouse/clickhouse-server", "yandex/clickhouse-server"]),
  entry("clickhouse", 0, 1, ["clickhouse/clickhouse-keeper"]),
  entry("clickhouse", 0, 2, ["bitnami/clickhouse", "bitnamilegacy/clickhouse"]),
  entry("cockroachdb", 0, 0, ["cockroachdb/cockroach"]),
  entry("coordination", 0, 0, ["hashicorp/consul", "consul", "public.ecr.aws/hashicorp/consul"]),
  entry("coordination", 0, 1, ["bitnami/consul", "bitnamilegacy/consul"]),
  entry("coordination", 1, 0, ["hashicorp/vault", "vault", "public.ecr.aws/hashicorp/vault", "openbao/openbao", "quay.io/openbao/openbao", "ghcr.io/openbao/openbao"]),
  entry("coordination", 2, 0, ["quay.io/coreos/etcd", "gcr.io/etcd-development/etcd", "registry.k8s.io/etcd", "k8s.gcr.io/etcd"]),
  entry("coordination", 2, 1, ["bitnami/etcd", "bitnamilegacy/etcd"]),
  entry("couchdb", 0, 0, ["couchdb", "apache/couchdb", "public.ecr.aws/docker/library/couchdb"]),
  entry("dashboards", 0, 0, ["kibana", "docker.elastic.co/kibana/kibana", "docker.elastic.co/kibana/kibana-oss", "elastic/kibana"]),
  entry("dashboards", 0, 1, ["bitnami/kibana", "bitnamilegacy/kibana"]),
  entry("dashboards", 1, 0, ["opensearchproject/opensearch-dashboards", "public.ecr.aws/opensearchproject/opensearch-dashboards"]),
  entry("dashboards", 2, 0, ["metabase/metabase", "metabase/metabase-enterprise"]),
  entry("dashboards", 3, 0, ["apache/superset", "amancevice/superset"]),
  entry("dashboards", 4, 0, ["louislam/uptime-kuma"]),
  entry("dashboards", 5, 0, ["netdata/netdata", "ghcr.io/netdata/netdata"]),
  entry("dashboards", 6, 0, ["ghcr.io/prymitive/karma", "lmierzwa/karma"]),
  entry("development-tools", 0, 0, ["mailhog/mailhog", "cd2team/mailhog", "jcalonso/mailhog"]),
  entry("development-tools", 1, 0, ["axllent/mailpit", "ghcr.io/axllent/mailpit"]),
  entry("development-tools", 2, 0, ["maildev/maildev", "djfarrelly/maildev"]),
  entry("development-tools", 3, 0, ["schickling/mailcatcher", "sj26/mailcatcher", "dockage/mailcatcher"]),
  entry("development-tools", 4, 0, ["rnwood/smtp4dev"]),
  entry("development-tools", 5, 0, ["greenmail/standalone"]),
  entry("development-tools", 6, 0, ["gessnerfl/fake-smtp-server", "reachfive/fake-smtp-server", "haravich/fake-smtp-server"]),
  entry("development-tools", 7, 0, ["verdaccio/verdaccio"]),
  entry("development-tools", 8, 0, ["swaggerapi/swagger-ui", "docker.swagger.io/swaggerapi/swagger-ui"]),
  entry("development-tools", 9, 0, ["swaggerapi/swagger-editor", "docker.swagger.io/swaggerapi/swagger-editor"]),
  entry("development-tools", 10, 0, ["redocly/redoc"]),
  entry("development-tools", 11, 0, ["localstack/localstack", "localstack/localstack-pro", "gresau/localstack-persist"]),
  entry("development-tools", 12, 0, ["motoserver/moto", "ghcr.io/getmoto/motoserver"]),
  entry("development-tools", 13, 0, ["softwaremill/elasticmq", "softwaremill/elasticmq-native"]),
  entry("development-tools", 14, 0, ["amazon/dynamodb-local", "public.ecr.aws/aws-dynamodb-local/aws-dynamodb-local"]),
  entry("development-tools", 15, 0, ["aaronshaf/dynamodb-admin"]),
  entry("development-tools", 16, 0, ["mcr.microsoft.com/azure-storage/azurite"]),
  entry("development-tools", 17, 0, ["fsouza/fake-gcs-server"]),
  entry("development-tools", 18, 0, ["adobe/s3mock"]),
  entry("development-tools", 19, 0, ["andreysenov/firebase-tools", "spine3/firebase-emulator"]),
  entry("development-tools", 20, 0, ["wiremock/wiremock", "rodolpheche/wiremock"]),
  entry("development-tools", 21, 0, ["mockserver/mockserver", "jamesdbloom/mockserver"]),
  entry("development-tools", 22, 0, ["kennethreitz/httpbin", "kong/httpbin", "mccutchen/go-httpbin", "ghcr.io/mccutchen/go-httpbin"]),
  entry("development-tools", 23, 0, ["traefik/whoami", "containous/whoami", "jwilder/whoami"]),
  entry("development-tools", 24, 0, ["hashicorp/http-echo", "mendhak/http-https-echo", "ealen/echo-server"]),
  entry("development-tools", 25, 0, ["selenium/*", "seleniarm/*"]),
  entry("development-tools", 26, 0, ["stripe/stripe-mock"]),
  entry("development-tools", 27, 0, ["stripe/stripe-cli"]),
  entry("development-tools", 28, 0, ["ngrok/ngrok", "wernight/ngrok", "shkoliar/ngrok"]),
  entry("development-tools", 29, 0, ["ghcr.io/shopify/toxiproxy", "shopify/toxiproxy"]),
  entry("development-tools", 30, 0, ["temporalio/admin-tools"]),
  entry("development-tools", 31, 0, ["ghcr.io/navikt/mock-oauth2-server"]),
  entry("development-tools", 32, 0, ["stoplight/prism"]),
  entry("development-tools", 33, 0, ["clue/json-server", "codfish/json-server"]),
  entry("docker-socket-proxy", 0, 0, ["tecnativa/docker-socket-proxy", "ghcr.io/tecnativa/docker-socket-proxy"]),
  entry("docker-socket-proxy", 0, 1, ["linuxserver/socket-proxy", "lscr.io/linuxserver/socket-proxy", "ghcr.io/linuxserver/socket-proxy"]),
  entry("docker-socket-proxy", 0, 2, ["wollomatic/socket-proxy", "ghcr.io/wollomatic/socket-proxy"]),
  entry("docker-socket-proxy", 0, 3, ["11notes/socket-proxy"]),
  entry("docker-socket-proxy", 0, 4, ["fluencelabs/docker-socket-proxy"]),
  entry("elasticsearch", 0, 0, ["elasticsearch", "docker.elastic.co/elasticsearch/elasticsearch", "docker.elastic.co/elasticsearch/elasticsearch-oss", "docker.elastic.co/elasticsearch/elasticsearch-wolfi", "elastic/elasticsearch"]),
  entry("elasticsearch", 0, 1, ["bitnami/elasticsearch", "bitnamilegacy/elasticsearch"]),
  entry("elasticsearch", 1, 0, ["opensearchproject/opensearch", "public.ecr.aws/opensearchproject/opensearch"]),
  entry("elasticsearch", 1, 1, ["bitnami/opensearch", "bitnamilegacy/opensearch"]),
  entry("eventstore", 0, 0, ["eventstore/eventstore", "ghcr.io/eventstore/eventstore", "docker.eventstore.com/eventstore-ce/eventstoredb-ce", "docker.eventstore.com/eventstore/eventstoredb-ee"]),
  entry("eventstore", 0, 1, ["kurrentplatform/kurrentdb", "docker.kurrent.io/kurrent-latest/kurrentdb", "docker.kurrent.io/kurrent-lts/kurrentdb"]),
  entry("exporters", 0, 0, ["prom/node-exporter", "quay.io/prometheus/node-exporter", "bitnami/node-exporter", "bitnamilegacy/node-exporter"]),
  entry("exporters", 1, 0, ["gcr.io/cadvisor/cadvisor", "ghcr.io/google/cadvisor", "google/cadvisor"]),
  entry("exporters", 2, 0, ["prometheuscommunity/postgres-exporter", "quay.io/prometheuscommunity/postgres-exporter", "wrouesnel/postgres_exporter", "bitnami/postgres-exporter", "bitnamilegacy/postgres-exporter"]),
  entry("exporters", 3, 0, ["prometheuscommunity/pgbouncer-exporter", "spreaker/prometheus-pgbouncer-exporter"]),
  entry("exporters", 4, 0, ["prom/mysqld-exporter", "quay.io/prometheus/mysqld-exporter", "bitnami/mysqld-exporter", "bitnamilegacy/mysqld-exporter"]),
  entry("exporters", 5, 0, ["oliver006/redis_exporter", "quay.io/oliver006/redis_exporter", "bitnami/redis-exporter", "bitnamilegacy/redis-exporter"]),
  entry("exporters", 6, 0, ["percona/mongodb_exporter", "bitnami/mongodb-exporter", "bitnamilegacy/mongodb-exporter"]),
  entry("exporters", 7, 0, ["prometheuscommunity/elasticsearch-exporter", "quay.io/prometheuscommunity/elasticsearch-exporter", "justwatch/elasticsearch_exporter"]),
  entry("exporters", 8, 0, ["danielqsj/kafka-exporter", "bitnami/kafka-exporter", "bitnamilegacy/kafka-exporter"]),
  entry("exporters", 9, 0, ["seglo/kafka-lag-exporter"]),
  entry("exporters", 10, 0, ["redpandadata/kminion", "docker.redpanda.com/redpandadata/kminion"]),
  entry("exporters", 11, 0, ["kbudde/rabbitmq-exporter"]),
  entry("exporters", 12, 0, ["natsio/prometheus-nats-exporter"]),
  entry("exporters", 13, 0, ["nginx/nginx-prometheus-exporter", "nginxinc/nginx-prometheus-exporter"]),
  entry("exporters", 14, 0, ["prom/haproxy-exporter", "quay.io/prometheus/haproxy-exporter"]),
  entry("exporters", 15, 0, ["prom/memcached-exporter", "quay.io/prometheus/memcached-exporter"]),
  entry("exporters", 16, 0, ["prom/blackbox-exporter", "quay.io/prometheus/blackbox-exporter"]),
  entry("exporters", 17, 0, ["prometheuscommunity/json-exporter", "quay.io/prometheuscommunity/json-exporter"]),
  entry("exporters", 18, 0, ["prom/snmp-exporter"]),
  entry("exporters", 19, 0, ["ncabatoff/process-exporter"]),
  entry("exporters", 20, 0, ["bitnami/jmx-exporter", "bitnamilegacy/jmx-exporter", "sscaling/jmx-prometheus-exporter"]),
  entry("exporters", 21, 0, ["hipages/php-fpm_exporter"]),
  entry("exporters", 22, 0, ["danihodovic/celery-exporter"]),
  entry("exporters", 23, 0, ["nvcr.io/nvidia/k8s/dcgm-exporter", "nvidia/dcgm-exporter"]),
  entry("exporters", 24, 0, ["prom/cloudwatch-exporter", "quay.io/prometheus/cloudwatch-exporter"]),
  entry("exporters", 25, 0, ["prometheuscommunity/stackdriver-exporter"]),
  entry("exporters", 26, 0, ["prom/graphite-exporter"]),
  entry("exporters", 27, 0, ["burningalchemist/sql_exporter"]),
  entry("exporters", 28, 0, ["registry.k8s.io/kube-state-metrics/kube-state-metrics", "bitnami/kube-state-metrics", "bitnamilegacy/kube-state-metrics"]),
  entry("grafana", 0, 0, ["grafana/grafana", "grafana/grafana-oss", "grafana/grafana-enterprise"]),
  entry("grafana", 0, 1, ["bitnami/grafana", "bitnamilegacy/grafana"]),
  entry("grafana", 1, 0, ["grafana/loki"]),
  entry("grafana", 2, 0, ["grafana/promtail"]),
  entry("grafana", 3, 0, ["grafana/tempo"]),
  entry("grafana", 4, 0, ["grafana/mimir"]),
  entry("grafana", 5, 0, ["grafana/pyroscope"]),
  entry("grafana", 6, 0, ["grafana/alloy", "grafana/agent"]),
  entry("grafana", 7, 0, ["grafana/k6", "loadimpact/k6"]),
  entry("identity", 0, 0, ["quay.io/keycloak/keycloak", "keycloak/keycloak"]),
  entry("identity", 0, 1, ["jboss/keycloak"]),
  entry("identity", 0, 2, ["bitnami/keycloak", "bitnamilegacy/keycloak"]),
  entry("identity", 1, 0, ["ghcr.io/goauthentik/server", "authentik/server", "beryju/authentik"]),
  entry("identity", 2, 0, ["authelia/authelia", "ghcr.io/authelia/authelia"]),
  entry("identity", 3, 0, ["oryd/hydra"]),
  entry("identity", 4, 0, ["oryd/kratos"]),
  entry("identity", 5, 0, ["dexidp/dex", "ghcr.io/dexidp/dex", "bitnami/dex", "bitnamilegacy/dex"]),
  entry("identity", 6, 0, ["ghcr.io/zitadel/zitadel"]),
  entry("identity", 7, 0, ["svhd/logto", "ghcr.io/logto-io/logto"]),
  entry("identity", 8, 0, ["registry.supertokens.io/supertokens/supertokens-postgresql", "registry.supertokens.io/supertokens/supertokens-mysql", "supertokens/supertokens-postgresql"]),
  entry("identity", 9, 0, ["osixia/openldap"]),
  entry("identity", 9, 1, ["bitnami/openldap", "bitnamilegacy/openldap"]),
  entry("influxdb", 0, 0, ["influxdb", "public.ecr.aws/docker/library/influxdb", "quay.io/influxdb/influxdb"]),
  entry("influxdb", 0, 1, ["bitnami/influxdb", "bitnamilegacy/influxdb"]),
  entry("kafka", 0, 0, ["confluentinc/cp-kafka", "confluentinc/cp-server", "confluentinc/cp-enterprise-kafka"]),
  entry("kafka", 0, 1, ["apache/kafka", "apache/kafka-native"]),
  entry("kafka", 0, 2, ["bitnami/kafka", "bitnamilegacy/kafka"]),
  entry("kafka", 0, 3, ["confluentinc/confluent-local"]),
  entry("kafka", 0, 4, ["wurstmeister/kafka"]),
  entry("kafka", 0, 5, ["quay.io/strimzi/kafka", "strimzi/kafka"]),
  entry("kafka-tools", 0, 0, ["confluentinc/cp-kafka-connect", "confluentinc/cp-kafka-connect-base", "confluentinc/cp-server-connect"]),
  entry("kafka-tools", 0, 1, ["debezium/connect", "quay.io/debezium/connect"]),
  entry("kafka-tools", 1, 0, ["confluentinc/cp-schema-registry"]),
  entry("kafka-tools", 2, 0, ["confluentinc/cp-ksqldb-server", "confluentinc/ksqldb-server"]),
  entry("log-collectors", 0, 0, ["fluentd", "fluent/fluentd", "fluent/fluentd-kubernetes-daemonset", "bitnami/fluentd", "bitnamilegacy/fluentd"]),
  entry("log-collectors", 1, 0, ["fluent/fluent-bit", "cr.fluentbit.io/fluent/fluent-bit", "ghcr.io/fluent/fluent-bit"]),
  entry("log-collectors", 1, 1, ["amazon/aws-for-fluent-bit", "public.ecr.aws/aws-observability/aws-for-fluent-bit"]),
  entry("log-collectors", 1, 2, ["bitnami/fluent-bit", "bitnamilegacy/fluent-bit"]),
  entry("log-collectors", 2, 0, ["logstash", "docker.elastic.co/logstash/logstash", "docker.elastic.co/logstash/logstash-oss", "elastic/logstash"]),
  entry("log-collectors", 2, 1, ["bitnami/logstash", "bitnamilegacy/logstash"]),
  entry("log-collectors", 3, 0, ["docker.elastic.co/beats/*", "elastic/filebeat", "elastic/metricbeat", "elastic/heartbeat", "elastic/packetbeat", "elastic/auditbeat"]),
  entry("log-collectors", 4, 0, ["docker.elastic.co/elastic-agent/elastic-agent", "docker.elastic.co/beats/elastic-agent", "elastic/elastic-agent"]),
  entry("log-collectors", 5, 0, ["timberio/vector", "ghcr.io/vectordotdev/vector"]),
  entry("log-collectors", 6, 0, ["gliderlabs/logspout"]),
  entry("log-collectors", 7, 0, ["balabit/syslog-ng", "linuxserver/syslog-ng"]),
  entry("log-collectors", 8, 0, ["graylog/graylog", "graylog/graylog-enterprise"]),
  entry("log-collectors", 9, 0, ["datalust/seq"]),
  entry("memcached", 0, 0, ["memcached", "public.ecr.aws/docker/library/memcached"]),
  entry("memcached", 0, 1, ["bitnami/memcached", "bitnamilegacy/memcached"]),
  entry("minio", 0, 0, ["minio/minio", "quay.io/minio/minio"]),
  entry("minio", 0, 1, ["bitnami/minio", "bitnamilegacy/minio"]),
  entry("mongodb", 0, 0, ["mongo", "public.ecr.aws/docker/library/mongo"]),
  entry("mongodb", 0, 1, ["bitnami/mongodb", "bitnamilegacy/mongodb", "bitnami/mongodb-sharded", "bitnamilegacy/mongodb-sharded"]),
  entry("mongodb", 0, 2, ["mongodb/mongodb-community-server", "mongodb/mongodb-enterprise-server", "quay.io/mongodb/mongodb-community-server", "percona/percona-server-mongodb"]),
  entry("mssql", 0, 0, ["mcr.microsoft.com/mssql/server", "mcr.microsoft.com/mssql/rhel/server"]),
  entry("mssql", 0, 1, ["mcr.microsoft.com/azure-sql-edge"]),
  entry("mysql", 0, 0, ["mysql", "public.ecr.aws/docker/library/mysql"]),
  entry("mysql", 0, 1, ["container-registry.oracle.com/mysql/community-server", "container-registry.oracle.com/mysql/enterprise-server", "mysql/mysql-server"]),
  entry("mysql", 0, 2, ["bitnami/mysql", "bitnamilegacy/mysql"]),
  entry("mysql", 0, 3, ["percona", "percona/percona-server", "percona/percona-xtradb-cluster"]),
  entry("mysql", 1, 0, ["mariadb", "public.ecr.aws/docker/library/mariadb", "quay.io/mariadb-foundation/mariadb-devel"]),
  entry("mysql", 1, 1, ["bitnami/mariadb", "bitnamilegacy/mariadb", "bitnami/mariadb-galera", "bitnamilegacy/mariadb-galera"]),
  entry("mysql", 1, 2, ["linuxserver/mariadb", "lscr.io/linuxserver/mariadb"]),
  entry("nats", 0, 0, ["nats", "public.ecr.aws/docker/library/nats"]),
  entry("nats", 0, 1, ["bitnami/nats", "bitnamilegacy/nats"]),
  entry("neo4j", 0, 0, ["neo4j", "public.ecr.aws/docker/library/neo4j", "neo4j/neo4j-admin"]),
  entry("nginx", 0, 0, ["nginx", "public.ecr.aws/nginx/nginx"]),
  entry("nginx", 0, 1, ["nginxinc/nginx-unprivileged", "ghcr.io/nginxinc/nginx-unprivileged"]),
  entry("nginx", 0, 2, ["bitnami/nginx", "bitnamilegacy/nginx"]),
  entry("nginx", 0, 3, ["openresty/openresty"]),
  entry("nginx", 0, 4, ["jc21/nginx-proxy-manager"]),
  entry("nginx", 0, 5, ["nginxproxy/nginx-proxy", "jwilder/nginx-proxy"]),
  entry("poolers", 0, 0, ["edoburu/pgbouncer", "ghcr.io/edoburu/pgbouncer"]),
  entry("poolers", 0, 1, ["bitnami/pgbouncer", "bitnamilegacy/pgbouncer"]),
  entry("poolers", 0, 2, ["pgbouncer/pgbouncer"]),
  entry("poolers", 1, 0, ["bitnami/pgpool", "bitnamilegacy/pgpool"]),
  entry("poolers", 1, 1, ["pgpool/pgpool"]),
  entry("postgres", 0, 0, ["postgres", "public.ecr.aws/docker/library/postgres"]),
  entry("postgres", 0, 1, ["postgis/postgis", "imresamu/postgis"]),
  entry("postgres", 0, 2, ["pgvector/pgvector", "ankane/pgvector"]),
  entry("postgres", 0, 3, ["timescale/timescaledb", "timescale/timescaledb-postgis"]),
  entry("postgres", 0, 4, ["timescale/timescaledb-ha"]),
  entry("postgres", 0, 5, ["bitnami/postgresql", "bitnamilegacy/postgresql", "bitnami/postgresql-repmgr", "bitnamilegacy/postgresql-repmgr"]),
  entry("postgres", 0, 6, ["ghcr.io/zalando/spilo-14", "ghcr.io/zalando/spilo-15", "ghcr.io/zalando/spilo-16", "ghcr.io/zalando/spilo-17", "ghcr.io/zalando/spilo-18"]),
  entry("prometheus", 0, 0, ["prom/prometheus", "quay.io/prometheus/prometheus"]),
  entry("prometheus", 0, 1, ["bitnami/prometheus", "bitnamilegacy/prometheus"]),
  entry("prometheus", 0, 2, ["ubuntu/prometheus"]),
  entry("prometheus", 1, 0, ["prom/alertmanager", "quay.io/prometheus/alertmanager"]),
  entry("prometheus", 1, 1, ["bitnami/alertmanager", "bitnamilegacy/alertmanager"]),
  entry("prometheus", 2, 0, ["prom/pushgateway", "quay.io/prometheus/pushgateway"]),
  entry("prometheus", 3, 0, ["victoriametrics/victoria-metrics", "quay.io/victoriametrics/victoria-metrics"]),
  entry("prometheus", 4, 0, ["victoriametrics/vmagent", "victoriametrics/vmalert", "victoriametrics/vmauth"]),
  entry("prometheus", 5, 0, ["quay.io/thanos/thanos", "thanosio/thanos", "bitnami/thanos", "bitnamilegacy/thanos"]),
  entry("prometheus", 6, 0, ["prom/statsd-exporter"]),
  entry("proxies", 0, 0, ["haproxy", "haproxytech/haproxy-alpine", "haproxytech/haproxy-debian", "haproxytech/haproxy-ubuntu"]),
  entry("proxies", 0, 1, ["bitnami/haproxy", "bitnamilegacy/haproxy"]),
  entry("proxies", 1, 0, ["caddy", "lucaslorentz/caddy-docker-proxy"]),
  entry("proxies", 2, 0, ["envoyproxy/envoy", "envoyproxy/envoy-alpine"]),
  entry("proxies", 2, 1, ["envoyproxy/envoy-distroless"]),
  entry("proxies", 3, 0, ["kong", "kong/kong", "kong/kong-gateway", "kong/kong-gateway-dev"]),
  entry("proxies", 4, 0, ["httpd"]),
  entry("proxies", 4, 1, ["bitnami/apache", "bitnamilegacy/apache"]),
  entry("proxies", 5, 0, ["quay.io/oauth2-proxy/oauth2-proxy"]),
  entry("proxies", 6, 0, ["varnish"]),
  entry("proxies", 7, 0, ["cloudflare/cloudflared"]),
  entry("proxies", 8, 0, ["certbot/certbot", "certbot/dns-*"]),
  entry("rabbitmq", 0, 0, ["rabbitmq", "public.ecr.aws/docker/library/rabbitmq"]),
  entry("rabbitmq", 0, 1, ["bitnami/rabbitmq", "bitnamilegacy/rabbitmq"]),
  entry("redis", 0, 0, ["redis", "public.ecr.aws/docker/library/redis"]),
  entry("redis", 0, 1, ["redislabs/redismod", "redislabs/rejson", "redislabs/redisearch"]),
  entry("redis", 0, 2, ["redis/redis-stack", "redis/redis-stack-server"]),
  entry("redis", 0, 3, ["bitnami/redis", "bitnamilegacy/redis"]),
  entry("redis", 0, 4, ["bitnami/redis-cluster", "bitnamilegacy/redis-cluster"]),
  entry("redis", 0, 5, ["bitnami/redis-sentinel", "bitnamilegacy/redis-sentinel"]),
  entry("redis", 1, 0, ["valkey/valkey", "valkey/valkey-bundle", "public.ecr.aws/valkey/valkey"]),
  entry("redis", 1, 1, ["bitnami/valkey", "bitnamilegacy/valkey"]),
  entry("redis", 1, 2, ["bitnami/valkey-cluster", "bitnamilegacy/valkey-cluster"]),
  entry("redis", 1, 3, ["bitnami/valkey-sentinel", "bitnamilegacy/valkey-sentinel"]),
  entry("redis", 2, 0, ["eqalpha/keydb"]),
  entry("redis", 3, 0, ["docker.dragonflydb.io/dragonflydb/dragonfly", "ghcr.io/dragonflydb/dragonfly", "dragonflydb/dragonfly"]),
  entry("redpanda", 0, 0, ["redpandadata/redpanda", "docker.redpanda.com/redpandadata/redpanda", "docker.vectorized.io/vectorized/redpanda", "docker.redpanda.com/vectorized/redpanda", "vectorized/redpanda"]),
  entry("runtimes", 0, 0, ["node", "bitnami/node", "bitnamilegacy/node", "gcr.io/distroless/nodejs*", "cgr.dev/chainguard/node", "circleci/node", "cimg/node"]),
  entry("runtimes", 1, 0, ["oven/bun"]),
  entry("runtimes", 2, 0, ["denoland/deno"]),
  entry("runtimes", 3, 0, ["python", "bitnami/python", "bitnamilegacy/python", "gcr.io/distroless/python3*", "cgr.dev/chainguard/python", "ghcr.io/astral-sh/uv"]),
  entry("runtimes", 4, 0, ["tiangolo/uvicorn-gunicorn-fastapi", "tiangolo/uvicorn-gunicorn", "tiangolo/uwsgi-nginx-flask", "tiangolo/uwsgi-nginx"]),
  entry("runtimes", 5, 0, ["golang", "bitnami/golang", "bitnamilegacy/golang", "cgr.dev/chainguard/go"]),
  entry("runtimes", 6, 0, ["openjdk", "eclipse-temurin", "amazoncorretto", "ibm-semeru-runtimes", "sapmachine", "adoptopenjdk", "adoptopenjdk/*", "azul/zulu-openjdk", "azul/zulu-openjdk-alpine", "azul/zulu-openjdk-debian", "bellsoft/liberica-*", "ghcr.io/graalvm/*", "bitnami/java", "bitnamilegacy/java", "mcr.microsoft.com/openjdk/jdk", "gcr.io/distroless/java*", "cgr.dev/chainguard/jre", "cgr.dev/chainguard/jdk"]),
  entry("runtimes", 7, 0, ["maven"]),
  entry("runtimes", 8, 0, ["gradle"]),
  entry("runtimes", 9, 0, ["tomcat", "bitnami/tomcat", "bitnamilegacy/tomcat"]),
  entry("runtimes", 10, 0, ["jetty"]),
  entry("runtimes", 11, 0, ["ruby", "bitnami/ruby", "bitnamilegacy/ruby"]),
  entry("runtimes", 12, 0, ["jruby"]),
  entry("runtimes", 13, 0, ["php", "bitnami/php-fpm", "bitnamilegacy/php-fpm", "webdevops/php*", "thecodingmachine/php"]),
  entry("runtimes", 14, 0, ["dunglas/frankenphp"]),
  entry("runtimes", 14, 1, ["serversideup/php"]),
  entry("runtimes", 15, 0, ["composer"]),
  entry("runtimes", 16, 0, ["mcr.microsoft.com/dotnet/aspnet", "mcr.microsoft.com/dotnet/runtime", "mcr.microsoft.com/dotnet/runtime-deps", "mcr.microsoft.com/dotnet/sdk", "mcr.microsoft.com/dotnet/nightly/*", "mcr.microsoft.com/dotnet/core/*", "bitnami/dotnet", "bitnamilegacy/dotnet"]),
  entry("runtimes", 17, 0, ["rust"]),
  entry("runtimes", 18, 0, ["elixir", "hexpm/elixir"]),
  entry("runtimes", 19, 0, ["erlang"]),
  entry("runtimes", 20, 0, ["perl"]),
  entry("runtimes", 21, 0, ["haskell"]),
  entry("runtimes", 22, 0, ["swift"]),
  entry("runtimes", 23, 0, ["gcc"]),
  entry("runtimes", 24, 0, ["julia"]),
  entry("runtimes", 25, 0, ["r-base", "rocker/*"]),
  entry("runtimes", 26, 0, ["buildpack-deps"]),
  entry("runtimes", 27, 0, ["alpine"]),
  entry("runtimes", 28, 0, ["busybox"]),
  entry("runtimes", 29, 0, ["debian", "bitnami/minideb", "bitnamilegacy/minideb"]),
  entry("runtimes", 30, 0, ["ubuntu", "phusion/baseimage"]),
  entry("runtimes", 31, 0, ["fedora", "quay.io/fedora/fedora", "quay.io/fedora/fedora-minimal"]),
  entry("runtimes", 32, 0, ["centos", "quay.io/centos/centos"]),
  entry("runtimes", 33, 0, ["rockylinux", "rockylinux/rockylinux"]),
  entry("runtimes", 34, 0, ["almalinux"]),
  entry("runtimes", 35, 0, ["oraclelinux"]),
  entry("runtimes", 36, 0, ["amazonlinux", "public.ecr.aws/amazonlinux/amazonlinux"]),
  entry("runtimes", 37, 0, ["registry.access.redhat.com/ubi*", "registry.access.redhat.com/ubi*/ubi", "registry.access.redhat.com/ubi*/ubi-*", "registry.redhat.io/ubi*/ubi", "registry.redhat.io/ubi*/ubi-*", "redhat/ubi*"]),
  entry("runtimes", 38, 0, ["gcr.io/distroless/*"]),
  entry("runtimes", 39, 0, ["cgr.dev/chainguard/wolfi-base", "cgr.dev/chainguard/static", "cgr.dev/chainguard/glibc-dynamic", "cgr.dev/chainguard/bash", "chainguard/wolfi-base"]),
  entry("runtimes", 40, 0, ["scratch"]),
  entry("runtimes", 41, 0, ["docker"]),
  entry("runtimes", 42, 0, ["amazon/aws-cli", "public.ecr.aws/aws-cli/aws-cli"]),
  entry("runtimes", 43, 0, ["google/cloud-sdk", "gcr.io/google.com/cloudsdktool/cloud-sdk", "gcr.io/google.com/cloudsdktool/google-cloud-cli"]),
  entry("runtimes", 44, 0, ["curlimages/curl", "quay.io/curl/curl"]),
  entry("runtimes", 45, 0, ["public.ecr.aws/lambda/*", "amazon/aws-lambda-*"]),
  entry("runtimes", 46, 0, ["mcr.microsoft.com/playwright", "mcr.microsoft.com/playwright/*"]),
  entry("temporal", 0, 0, ["temporalio/server"]),
  entry("temporal", 0, 1, ["temporalio/auto-setup"]),
  entry("temporal", 0, 2, ["temporalio/temporal", "temporalio/cli"]),
  entry("tracing", 0, 0, ["otel/opentelemetry-collector", "otel/opentelemetry-collector-contrib", "otel/opentelemetry-collector-k8s", "ghcr.io/open-telemetry/opentelemetry-collector-releases/*"]),
  entry("tracing", 0, 1, ["amazon/aws-otel-collector", "public.ecr.aws/aws-observability/aws-otel-collector"]),
  entry("tracing", 1, 0, ["jaegertracing/all-in-one", "quay.io/jaegertracing/all-in-one"]),
  entry("tracing", 1, 1, ["jaegertracing/jaeger", "cr.jaegertracing.io/jaegertracing/jaeger", "quay.io/jaegertracing/jaeger"]),
  entry("tracing", 1, 2, ["jaegertracing/jaeger-collector", "jaegertracing/jaeger-query", "jaegertracing/jaeger-agent", "jaegertracing/jaeger-ingester"]),
  entry("tracing", 2, 0, ["openzipkin/zipkin", "openzipkin/zipkin-slim", "ghcr.io/openzipkin/zipkin", "ghcr.io/openzipkin/zipkin-slim"]),
  entry("tracing", 3, 0, ["signoz/signoz", "signoz/query-service", "signoz/frontend", "signoz/signoz-community"]),
  entry("tracing", 3, 1, ["signoz/alertmanager"]),
  entry("tracing", 4, 0, ["signoz/signoz-otel-collector", "signoz/signoz-schema-migrator"]),
  entry("tracing", 5, 0, ["apache/skywalking-oap-server", "apache/skywalking-ui"]),
  entry("tracing", 6, 0, ["docker.elastic.co/apm/apm-server", "elastic/apm-server"]),
  entry("traefik", 0, 0, ["traefik", "traefik/traefik", "ghcr.io/traefik/traefik"]),
  entry("vector-stores", 0, 0, ["qdrant/qdrant", "ghcr.io/qdrant/qdrant/qdrant"]),
  entry("vector-stores", 1, 0, ["semitechnologies/weaviate", "cr.weaviate.io/semitechnologies/weaviate"]),
  entry("vector-stores", 2, 0, ["milvusdb/milvus"]),
  entry("zookeeper", 0, 0, ["zookeeper", "public.ecr.aws/docker/library/zookeeper"]),
  entry("zookeeper", 0, 1, ["confluentinc/cp-zookeeper"]),
  entry("zookeeper", 0, 2, ["bitnami/zookeeper", "bitnamilegacy/zookeeper"])
];
var backupTools = /* @__PURE__ */ new Map([
  [
    "nodetool snapshot",
    [
      "cassandra",
      "scylla"
    ]
  ],
  [
    "medusa",
    [
      "cassandra"
    ]
  ],
  [
    "sctool backup",
    [
      "scylla"
    ]
  ],
  [
    "clickhouse-backup",
    [
      "clickhouse"
    ]
  ],
  [
    "BACKUP DATABASE",
    [
      "clickhouse"
    ]
  ],
  [
    "BACKUP INTO",
    [
      "cockroachdb"
    ]
  ],
  [
    "consul snapshot",
    [
      "consul"
    ]
  ],
  [
    "vault operator raft snapshot",
    [
      "vault"
    ]
  ],
  [
    "etcdctl snapshot",
    [
      "etcd"
    ]
  ],
  [
    "couchbackup",
    [
      "couchdb"
    ]
  ],
  [
    "couchdb-backup",
    [
      "couchdb"
    ]
  ],
  [
    "elasticdump",
    [
      "elasticsearch",
      "opensearch"
    ]
  ],
  [
    "_snapshot",
    [
      "elasticsearch",
      "opensearch"
    ]
  ],
  [
    "curator",
    [
      "elasticsearch",
      "opensearch"
    ]
  ],
  [
    "influx backup",
    [
      "influxdb"
    ]
  ],
  [
    "influxd backup",
    [
      "influxdb"
    ]
  ],
  [
    "kafka-backup",
    [
      "kafka"
    ]
  ],
  [
    "mirrormaker",
    [
      "kafka"
    ]
  ],
  [
    "connect-mirror-maker.sh",
    [
      "kafka"
    ]
  ],
  [
    "mc mirror",
    [
      "minio"
    ]
  ],
  [
    "rclone",
    [
      "minio"
    ]
  ],
  [
    "mongodump",
    [
      "mongodb"
    ]
  ],
  [
    "pbm",
    [
      "mongodb"
    ]
  ],
  [
    "sqlcmd",
    [
      "mssql"
    ]
  ],
  [
    "sqlpackage",
    [
      "mssql"
    ]
  ],
  [
    "mysqldump",
    [
      "mysql",
      "mariadb"
    ]
  ],
  [
    "mariadb-dump",
    [
      "mysql",
      "mariadb"
    ]
  ],
  [
    "mydumper",
    [
      "mysql",
      "mariadb"
    ]
  ],
  [
    "mysqlpump",
    [
      "mysql",
      "mariadb"
    ]
  ],
  [
    "xtrabackup",
    [
      "mysql",
      "mariadb"
    ]
  ],
  [
    "mariabackup",
    [
      "mysql",
      "mariadb"
    ]
  ],
  [
    "mariadb-backup",
    [
      "mysql",
      "mariadb"
    ]
  ],
  [
    "nats stream backup",
    [
      "nats"
    ]
  ],
  [
    "nats account backup",
    [
      "nats"
    ]
  ],
  [
    "neo4j-admin",
    [
      "neo4j"
    ]
  ],
  [
    "pg_dump",
    [
      "postgres"
    ]
  ],
  [
    "pg_dumpall",
    [
      "postgres"
    ]
  ],
  [
    "pg_basebackup",
    [
      "postgres"
    ]
  ],
  [
    "pgbackrest",
    [
      "postgres"
    ]
  ],
  [
    "wal-g",
    [
      "postgres"
    ]
  ],
  [
    "barman",
    [
      "postgres"
    ]
  ],
  [
    "rabbitmqadmin export",
    [
      "rabbitmq"
    ]
  ],
  [
    "export_definitions",
    [
      "rabbitmq"
    ]
  ],
  [
    "redis-cli --rdb",
    [
      "redis",
      "valkey",
      "keydb",
      "dragonfly"
    ]
  ],
  [
    "BGSAVE",
    [
      "redis",
      "valkey",
      "keydb",
      "dragonfly"
    ]
  ],
  [
    "/snapshots",
    [
      "qdrant"
    ]
  ],
  [
    "/v1/backups",
    [
      "weaviate"
    ]
  ],
  [
    "milvus-backup",
    [
      "milvus"
    ]
  ],
  [
    "zkcopy",
    [
      "zookeeper"
    ]
  ],
  [
    "zoocreeper",
    [
      "zookeeper"
    ]
  ]
]);

// src/knowledge/repositories.ts
var MOST_REMEMBERED2 = 1e4;
function matchRepositories(entries) {
  const exact = /* @__PURE__ */ new Map();
  const patterns = [];
  for (const { pattern, value } of entries) {
    if (!pattern.includes("*")) {
      if (!exact.has(pattern)) exact.set(pattern, value);
      continue;
    }
    patterns.push({ parts: pattern.split("/"), weight: pattern.replaceAll("*", "").length, value });
  }
  patterns.sort((one, other) => other.weight - one.weight);
  const search = (name) => {
    const parts = name.split("/");
    const matches2 = (wanted) => wanted.length === parts.length && wanted.every((part, at) => matchesPart(part, parts[at] ?? ""));
    return patterns.find(({ parts: wanted }) => matches2(wanted))?.value;
  };
  const searched = /* @__PURE__ */ new Map();
  return (repository) => {
    const name = repository.toLowerCase();
    const direct = exact.get(name);
    if (direct !== void 0 || name.length > 255) return direct;
    if (searched.has(name)) return searched.get(name);
    if (searched.size >= MOST_REMEMBERED2) searched.clear();
    const found2 = search(name);
    searched.set(name, found2);
    return found2;
  };
}
function matchesPart(pattern, part) {
  if (!pattern.includes("*")) return pattern === part;
  const pieces = pattern.split("*");
  const first = pieces[0] ?? "";
  const last = pieces.at(-1) ?? "";
  if (!part.startsWith(first) || !part.endsWith(last) || part.length <= first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found2 = part.indexOf(piece, at);
    if (found2 === -1) return false;
    at = found2 + piece.length;
  }
  return at <= part.length - last.length;
}
var SHARED_REGISTRIES = /* @__PURE__ */ new Set([
  "ghcr.io",
  "quay.io",
  "gcr.io",
  "eu.gcr.io",
  "us.gcr.io",
  "asia.gcr.io",
  "lscr.io",
  "registry.gitlab.com",
  "registry.k8s.io",
  "k8s.gcr.io",
  "mcr.microsoft.com",
  "nvcr.io",
  "cgr.dev",
  "icr.io",
  "codeberg.org",
  "registry.access.redhat.com",
  "registry.redhat.io",
  "docker.elastic.co",
  "docker.redpanda.com"
]);
var DOCKER_HUB = /* @__PURE__ */ new Set([
  "docker.io",
  "index.docker.io",
  "registry-1.docker.io",
  "registry.hub.docker.com",
  "mirror.gcr.io"
]);
function mirroredRepository(repository) {
  const name = repository.toLowerCase();
  const parts = name.split("/");
  const host = parts[0] ?? "";
  if (parts.length > 20 || parts.length < 2) return [];
  if (!/[.:]/.test(host) && host !== "localhost") return host === "library" && parts.length === 2 ? parts.slice(1) : [];
  const rest = parts.slice(1);
  const library2 = rest.indexOf("library");
  if (library2 !== -1 && library2 === rest.length - 2) return [rest[library2 + 1] ?? ""];
  if (DOCKER_HUB.has(host)) return [rest.join("/")];
  if (SHARED_REGISTRIES.has(host) || host.endsWith(".pkg.dev") || host === "public.ecr.aws") return [];
  return rest.length > 2 ? [rest.join("/"), rest.slice(-2).join("/")] : [rest.join("/")];
}

// src/knowledge/index.ts
var find = matchRepositories(
  catalogue.flatMap(({ images, open: open2 }) => images.map((pattern) => ({ pattern, value: open2 })))
);
function softwareOf(repository) {
  const direct = find(repository);
  if (direct) return direct();
  for (const candidate of mirroredRepository(repository)) {
    const found2 = find(candidate);
    if (found2) return found2();
  }
  return void 0;
}

// src/knowledge/base-tools.ts
var fixed = (base) => () => base;
function language(programs, full = BUILDPACK, uncertain = "") {
  return ({ alpine, slim }) => withPrograms(alpine ? ALPINE : slim ? DEBIAN : full, programs, uncertain);
}
function service(base, more = "", uncertain = "openssl") {
  return ({ alpine }) => withPrograms(alpine ? ALPINE : base, more, uncertain);
}
var onlyAlpine = ({ alpine }) => alpine ? ALPINE : void 0;
var node = (variant) => {
  const major = variant.version[0];
  const yarn = major !== void 0 && major <= 24 ? "yarn" : "";
  return language(`node npm npx ${yarn}`, BUILDPACK, yarn ? "" : "yarn")(variant);
};
var nginx = ({ alpine, tag, version }) => {
  const old = version[0] === 1 && (version[1] ?? 99) < 21;
  const base = withPrograms(alpine ? ALPINE : DEBIAN, "nginx", "openssl perl tini inotifywait");
  if (alpine && /-slim\b/.test(tag)) return base;
  return withPrograms(base, old ? "envsubst" : "curl envsubst", old ? "curl" : "");
};
var php = ({ alpine }) => alpine ? withPrograms(ALPINE, "php curl tar xz openssl", "composer") : withPrograms(DEBIAN, "php curl xz gcc g++ make openssl", "composer");
var temurin = ({ alpine, tag }) => {
  if (alpine) return withPrograms(ALPINE, "java", "curl openssl gpg bash");
  return /ubi|windows|nanoserver|centos/.test(tag) ? SOME_LINUX : withPrograms(UBUNTU, "java", "curl wget gpg openssl unzip");
};
var openjdk = ({ alpine, slim, version, tag }) => {
  if (alpine) return withPrograms(ALPINE, "java");
  if (slim) return withPrograms(DEBIAN, "java", "curl wget");
  const debian = /bullseye|buster|stretch|bookworm/.test(tag) || version[0] !== void 0 && version[0] <= 11;
  return debian && !/oracle/.test(tag) ? withPrograms(BUILDPACK_SCM, "java") : SOME_LINUX;
};
var dotnet = ({ alpine, ubuntu, tag, version }) => {
  if (/chiseled|distroless/.test(tag)) return withPrograms(EMPTY, "dotnet");
  if (alpine) return withPrograms(ALPINE, "dotnet", "curl");
  if (/windows|nanoserver|azurelinux|mariner/.test(tag)) return void 0;
  return withPrograms(ubuntu ? UBUNTU : DEBIAN, "dotnet", (version[0] ?? 0) >= 8 ? "" : "curl wget");
};
var dotnetSdk = ({ alpine, tag }) => {
  if (/windows|nanoserver|azurelinux|mariner/.test(tag)) return void 0;
  return withPrograms(alpine ? ALPINE : DEBIAN, "dotnet curl git wget", "bash ps unzip ssh");
};
var distroless = ({ tag }) => /debug/.test(tag) ? withPrograms(BUSYBOX, "", "node python3 java") : withPrograms(EMPTY, "", "");
var chainguard = ({ tag }) => /-dev$/.test(tag) ? SOME_LINUX : void 0;
var grafana = ({ ubuntu }) => ubuntu ? withPrograms(UBUNTU, "curl bash") : withPrograms(ALPINE, "curl bash", "openssl");
var buildpackDeps = ({ tag }) => /-curl$|^curl$/.test(tag) ? BUILDPACK_CURL : /-scm$|^scm$/.test(tag) ? BUILDPACK_SCM : BUILDPACK;
var traefik = ({ alpine, version }) => alpine || (version[0] ?? 2) >= 2 ? ALPINE : EMPTY;
var scratchOrAlpine = ({ alpine }) => alpine ? ALPINE : EMPTY;
var keycloak = ({ version }) => (version[0] ?? 99) >= 21 ? { ...SOME_LINUX, has: /* @__PURE__ */ new Set(["sh", "bash"]), closed: true } : SOME_LINUX;
var BASES = [
  ["alpine", fixed(ALPINE)],
  ["busybox", fixed(BUSYBOX)],
  ["scratch", fixed(EMPTY)],
  ["debian bitnami/minideb bitnamilegacy/minideb", fixed(DEBIAN)],
  ["ubuntu", fixed(UBUNTU)],
  ["buildpack-deps", buildpackDeps],
  ["gcr.io/distroless/*", distroless],
  [
    "gcr.io/distroless/python3*",
    ({ tag }) => /debug/.test(tag) ? BUSYBOX : { ...EMPTY, shell: void 0, closed: false }
  ],
  ["cgr.dev/chainguard/*", chainguard],
  ["cgr.dev/chainguard/static cgr.dev/chainguard/glibc-dynamic", fixed(EMPTY)],
  ["cgr.dev/chainguard/wolfi-base chainguard/wolfi-base", fixed({ ...ALPINE, closed: false })],
  [
    "registry.access.redhat.com/ubi*/ubi registry.redhat.io/ubi*/ubi registry.access.redhat.com/ubi*/ubi* registry.redhat.io/ubi*/ubi* registry.access.redhat.com/ubi* redhat/ubi*",
    ({ tag }) => /micro/.test(tag) ? void 0 : REDHAT
  ],
  ["registry.access.redhat.com/ubi*/ubi-micro redhat/ubi*-micro", fixed(SOME_LINUX)],
  [
    "amazonlinux public.ecr.aws/amazonlinux/amazonlinux fedora quay.io/fedora/fedora rockylinux rockylinux/rockylinux almalinux centos quay.io/centos/centos",
    fixed(REDHAT)
  ],
  ["oraclelinux", fixed(SOME_LINUX)],
  ["node", node],
  ["python", language("python python3 pip pip3")],
  [
    "golang",
    (variant) => withPrograms(variant.alpine ? ALPINE : withPrograms(BUILDPACK_SCM, "gcc g++ make"), "go gofmt", "git")
  ],
  ["ruby", language("ruby gem bundle irb")],
  ["rust", language("rustc cargo", BUILDPACK, "gcc")],
  ["perl", language("perl cpanm")],
  ["erlang elixir", language("erl")],
  ["gcc", fixed(BUILDPACK)],
  ["php", php],
  ["composer", fixed(withPrograms(ALPINE, "php composer curl git unzip xz openssl bash zip", "ssh scp"))],
  ["eclipse-temurin", temurin],
  ["openjdk", openjdk],
  ["amazoncorretto", ({ alpine }) => alpine ? withPrograms(ALPINE, "java") : withPrograms(REDHAT, "java")],
  ["maven gradle tomcat jetty", onlyAlpine],
  ["mcr.microsoft.com/dotnet/aspnet mcr.microsoft.com/dotnet/runtime mcr.microsoft.com/dotnet/runtime-deps", dotnet],
  ["mcr.microsoft.com/dotnet/sdk", dotnetSdk],
  [
    "oven/bun",
    ({ alpine, tag }) => /distroless/.test(tag) ? EMPTY : withPrograms(alpine ? ALPINE : DEBIAN, "bun", "curl wget unzip")
  ],
  [
    "denoland/deno",
    ({ alpine, tag }) => /distroless|bin/.test(tag) ? EMPTY : withPrograms(alpine ? ALPINE : DEBIAN, "deno", "curl wget unzip tini")
  ],
  [
    "docker",
    fixed(withPrograms(ALPINE, "docker docker-compose openssl", "git ssh scp sftp ssh-keygen iptables ip curl"))
  ],
  ["curlimages/curl quay.io/curl/curl", fixed(withPrograms(ALPINE, "curl", "openssl"))],
  ["amazon/aws-cli public.ecr.aws/aws-cli/aws-cli", fixed(withPrograms(REDHAT, "aws"))],
  ["nginx nginxinc/nginx-unprivileged", nginx],
  ["httpd haproxy", service(DEBIAN)],
  ["caddy", fixed(withPrograms(ALPINE, "caddy", "openssl"))],
  ["traefik", traefik],
  ["grafana/grafana grafana/grafana-oss grafana/grafana-enterprise", grafana],
  [
    "prom/* quay.io/prometheus/* prometheuscommunity/* quay.io/prometheuscommunity/*",
    ({ tag }) => /distroless/.test(tag) ? EMPTY : BUSYBOX
  ],
  ["oliver006/redis_exporter", scratchOrAlpine],
  ["nats", scratchOrAlpine],
  ["postgres postgis/postgis", service(DEBIAN, "", "openssl zstd xz less gpg")],
  ["pgvector/pgvector", service(DEBIAN, "", "openssl zstd xz less gpg")],
  ["timescale/timescaledb", fixed(withPrograms(ALPINE, "", "bash curl openssl zstd"))],
  ["redis valkey/valkey memcached", service(DEBIAN)],
  ["rabbitmq", service(UBUNTU, "", "openssl")],
  ["mariadb", ({ tag }) => /ubi/.test(tag) ? SOME_LINUX : withPrograms(UBUNTU, "", "openssl zstd xz socat")],
  ["mongo", fixed(withPrograms(UBUNTU, "jq", "openssl ps"))],
  ["quay.io/keycloak/keycloak keycloak/keycloak", keycloak],
  ["edoburu/pgbouncer", fixed(withPrograms(ALPINE, "", "psql pg_isready pg_dump pg_dumpall pg_restore openssl"))]
];
var find2 = matchRepositories(
  BASES.flatMap(([images, base]) => images.split(" ").map((pattern) => ({ pattern, value: base })))
);
function toolsOf(repository, tag) {
  const variant = variantOf2(tag);
  const base = /windowsservercore|nanoserver/.test(variant.tag) ? void 0 : baseOf2(repository, variant);
  const own = softwareOf(repository)?.distribution.tools;
  const shell = base?.shell ?? own?.shell;
  const lacks = (name) => own?.lacks.includes(name) === true || shell === false && (name === "sh" || name === "bash");
  return {
    has: (name) => {
      if (own?.has.includes(name)) return true;
      const known4 = base && isIn(base, name);
      return known4 === true || !lacks(name) ? known4 : false;
    },
    shell
  };
}
function baseOf2(repository, variant) {
  for (const name of [repository, ...mirroredRepository(repository)]) {
    const base = find2(name);
    if (base) return base(variant);
  }
  return void 0;
}
function variantOf2(text2) {
  const tag = text2.slice(0, 128).toLowerCase();
  const digits = /^v?(\d+(?:\.\d+)*)/.exec(tag)?.[1];
  return {
    tag,
    alpine: /(?:^|[-_.])alpine/.test(tag),
    slim: /(?:^|-)slim(?:-|$)/.test(tag),
    ubuntu: /(?:^|-)(?:ubuntu|focal|jammy|noble|bionic|resolute)/.test(tag),
    version: digits?.split(".").map(Number) ?? []
  };
}

// src/model/image/tools.ts
var PACKAGE_MANAGERS = /^(apk|apt|apt-get|yum|dnf|microdnf|tdnf|zypper|pip3?|pipx|uv|npm|gem|go|cargo|brew)$/;
var DOWNLOADERS = /* @__PURE__ */ new Set(["curl", "wget", "make", "tar", "unzip", "git", "dpkg", "install"]);
function imageTools(image, more = []) {
  const reference = image?.dockerfile ? knownValue(image.dockerfile.base) : image?.origin === "pulled" ? knownValue(image.reference) : void 0;
  if (!reference) return { has: () => void 0, shell: void 0, name: image?.name ?? "the image" };
  const base = toolsOf(reference.repository, reference.tag ?? "");
  const instructions = image?.dockerfile?.instructions ?? [];
  const scripts = [
    ...instructions.filter((one) => one.keyword === "RUN").map((one) => parseShell(one.text, one.at)),
    ...more
  ];
  const installed = installedTools(scripts);
  const copied2 = new Set(
    instructions.filter((one) => one.keyword === "COPY" || one.keyword === "ADD").flatMap((one) => one.words.map((word) => word.text.slice(word.text.lastIndexOf("/") + 1)))
  );
  const opaque = instructions.some(
    (one) => one.keyword === "COPY" && one.flags.some((flag) => flag.name === "from") && one.words.at(-1)?.text.replace(/\/$/, "") === ""
  );
  return {
    has: (program) => {
      if (installed.tools.has(program) || copied2.has(program)) return true;
      const inBase = base.has(program);
      return inBase === false && (installed.anything || opaque) ? void 0 : inBase;
    },
    shell: opaque ? void 0 : base.shell,
    name: reference.text
  };
}
function installedTools(scripts) {
  const tools = /* @__PURE__ */ new Set();
  let anything = false;
  for (const command of scripts.flatMap((script) => script.commands)) {
    const program = programOf(command.words) ?? "";
    if (PACKAGE_MANAGERS.test(program)) {
      for (const word of command.words)
        for (const tool of toolsInstalledBy(word.split(/[=<>~@[]/)[0] ?? word)) tools.add(tool);
    } else if (DOWNLOADERS.has(program) || command.words.some((word) => word.includes("/bin/"))) anything = true;
  }
  return { tools, anything };
}

// src/model/traefik/settings.ts
var MOST_PARTS = 30;
var MOST_DEPTH = 30;
function settingsOfPaths(settings, at) {
  const root = { name: "", children: /* @__PURE__ */ new Map(), at };
  for (const { path, value, at: place } of settings) {
    let setting = root;
    for (const part of partsOf(path)) {
      const key = part.toLowerCase();
      let next = setting.children.get(key);
      if (!next) {
        next = { name: part, children: /* @__PURE__ */ new Map(), at: place };
        setting.children.set(key, next);
      }
      setting = next;
    }
    setting.value = value;
  }
  return root;
}
function partsOf(path) {
  return path.split(".", MOST_PARTS).flatMap((part) => {
    const [, name = part, index] = /^(.*?)(\[\d{1,4}\])$/.exec(part) ?? [];
    return index === void 0 ? [part] : [name, index];
  }).filter((part) => part !== "");
}
function settingsOfNode(node2, at) {
  const children = node2?.kind === "map" ? childrenOf(node2, 0) : /* @__PURE__ */ new Map();
  return { name: "", children, at };
}
function childrenOf(node2, depth) {
  const children = /* @__PURE__ */ new Map();
  for (const [name, entry2] of node2.entries) {
    const setting = settingOf(name, entry2.node, entry2.keyAt, depth);
    if (setting) children.set(name.toLowerCase(), setting);
  }
  return children;
}
function settingOf(name, node2, at, depth) {
  if (depth >= MOST_DEPTH) return void 0;
  if (node2.kind === "map") return { name, children: childrenOf(node2, depth + 1), at };
  if (node2.kind === "scalar")
    return node2.text === null ? void 0 : { name, value: scalarFact(node2), children: /* @__PURE__ */ new Map(), at };
  const texts = node2.items.flatMap((item) => item.kind === "scalar" && item.text !== null ? [item.text] : []);
  const children = /* @__PURE__ */ new Map();
  for (const [index, item] of node2.items.entries()) {
    if (item.kind === "map")
      children.set(`[${index}]`, { name: `[${index}]`, children: childrenOf(item, depth + 1), at: item.at });
  }
  return { name, ...children.size === 0 ? { value: known(texts.join(","), node2.at) } : {}, children, at };
}
function scalarFact(node2) {
  const open2 = node2.interpolation?.state === "unknown" || node2.interpolation?.state === "required";
  return open2 ? unknown(node2.at, "it is set outside the repository") : known(node2.text ?? "", node2.at);
}
function find3(setting, ...path) {
  let found2 = setting;
  for (const part of path) found2 = found2?.children.get(part);
  return found2;
}
function valueAt(setting, ...path) {
  return find3(setting, ...path)?.value;
}
function textAt(setting, ...path) {
  const value = valueAt(setting, ...path);
  return value?.known && value.value !== "" ? value.value : void 0;
}
function listAt(setting, ...path) {
  return (textAt(setting, ...path) ?? "").split(",").flatMap((part) => part.trim() || []);
}
function itemsAt(setting, ...path) {
  const children = find3(setting, ...path)?.children ?? /* @__PURE__ */ new Map();
  return [...children].flatMap(([key, item]) => /^\[\d+\]$/.test(key) ? [item] : []);
}
function switchAt(setting, ...path) {
  const value = valueAt(setting, ...path);
  if (!value?.known) return value;
  if (/^(?:1|t|true)$/i.test(value.value)) return known(true, value.at);
  return known(false, value.at);
}
function isOn(setting, ...path) {
  const found2 = find3(setting, ...path);
  return found2 !== void 0 && !(found2.value?.known === true && /^(?:0|f|false)$/i.test(found2.value.value));
}

// src/model/traefik/ping.ts
var SWITCH_ON = "Add `--ping=true` to the command (in a file: `ping: {}`), and check with `traefik healthcheck --ping`.";
var ASKS_PING = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]):(\d{1,5})\/ping\b/;
function unansweredPing(check2, workload, proxies) {
  if (workload.software?.id !== "traefik") return void 0;
  const traefik2 = proxies.find((proxy) => proxy.workloads.includes(workload))?.traefik;
  if (!traefik2?.static.complete) return void 0;
  const { settings, source } = traefik2.static;
  const command = /\btraefik\s+healthcheck\b(.*)$/s.exec(check2.text)?.[1];
  const asked = ASKS_PING.exec(check2.text)?.[1];
  const entryPoint = (textAt(settings, "ping", "entrypoint") ?? "traefik").toLowerCase();
  const answering = traefik2.entryPoints.find(({ name }) => name === entryPoint)?.port;
  const isPingOn = isOn(settings, "ping");
  if (command === void 0) {
    const own = traefik2.entryPoints.find(({ name }) => name === "traefik")?.port;
    const isOwnPort = asked !== void 0 && (Number(asked) === 8080 || own?.known && own.value === Number(asked));
    return isOwnPort && !isPingOn ? { because: "nothing answers /ping, which is off by default", fix: SWITCH_ON } : void 0;
  }
  if (!isPingOn) return { because: "nothing answers it: ping is off by default", fix: SWITCH_ON };
  if (!/--ping/i.test(command)) {
    if (source?.kind !== "arguments" || /--/.test(command)) return void 0;
    return {
      because: 'it does not know the flags of the server, and ends with "please enable ping"',
      fix: "Check with `traefik healthcheck --ping`."
    };
  }
  if (/--(?:ping\.entrypoint|entrypoints)/i.test(command) || source?.kind === "file") return void 0;
  if (!answering?.known || answering.value === 8080) return void 0;
  return {
    because: `it asks port 8080, and ping answers on port ${answering.value}`,
    fix: `Give the check the same entry point: \`traefik healthcheck --ping --entrypoints.traefik.address=:${answering.value}\`.`
  };
}

// rules/health/check-cannot-pass.ts
var WHY = {
  liveness: "A liveness probe that never passes restarts the container again and again, however well it works.",
  readiness: "A readiness probe that never passes keeps the pod out of every Service: it runs, and nobody reaches it.",
  startup: "A startup probe that never passes ends the container before it is ever used, again and again."
};
var check_cannot_pass_default = defineRule({
  id: "health/check-cannot-pass",
  title: "A healthcheck fails even when the service works",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The container is reported unhealthy for ever: what waits for it never starts, a swarm kills it again and again, and people learn to ignore the status.",
  fix: 'Use a tool that the image has, in the form that runs it: `["CMD", "wget", "--spider", "-q", "http://localhost:3000/health"]` or `["CMD-SHELL", "\u2026 || exit 1"]`.',
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#healthcheck",
    "https://docs.docker.com/reference/dockerfile/#healthcheck"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue;
      if (workload.health.state === "none" || workload.health.state === "disabled")
        implied(workload, "health/check-missing");
      for (const check2 of workload.health.checks) {
        const found2 = wrongForm(check2) ?? missingProgram(check2, workload) ?? refused(check2, workload) ?? unansweredPing(check2, workload, system.proxies);
        if (found2)
          fail2(workload, check2, `${checkName(check2, workload)} cannot pass: ${found2.because}`, {
            fix: testFix(found2.fix, workload),
            ...check2.kind === "container" ? {} : { why: WHY[check2.kind] }
          });
        else pass(workload);
      }
    }
  },
  examples: { bad: [], good: [] }
});
function wrongForm(check2) {
  if (check2.form !== "exec" || !check2.argv) return void 0;
  const [runner, setting] = check2.kind === "container" ? ["Docker", "CMD"] : ["the kubelet", "the list"];
  const [program, ...rest] = check2.argv;
  if (rest.length === 0 && program && /^\S+\s+\S/.test(program.trim()) && !program.startsWith("/"))
    return {
      because: `the whole command is one word of ${setting}, so ${runner} looks for a program of that name`,
      fix: `Write \`["CMD-SHELL", "${program.slice(0, 100)}"]\`, or one list item for each word.`
    };
  const operator = rest.find((word) => word === "||" || word === "&&" || word === "|" || word === ";");
  if (operator)
    return {
      because: `${operator} is only understood by a shell, and ${check2.kind === "container" ? "CMD" : "exec"} runs none`,
      fix: `Write it as one text: \`["CMD-SHELL", "${check2.text.slice(0, 100)}"]\`.`
    };
  return void 0;
}
function missingProgram(check2, workload) {
  const tools = imageTools(workload.image);
  if (check2.form === "shell" && tools.shell === false)
    return {
      because: `there is no shell in ${tools.name}`,
      fix: 'Use the exec form with a program of the image, `["CMD", "/app", "healthcheck"]`, or a probe of the platform.'
    };
  const gone = goneIn(workload.distribution ?? { id: "", images: [], dataPaths: [] }, workload.version);
  for (const program of programsOf(check2)) {
    const removed = gone.find((one) => one.program === program);
    if (removed) return { because: `${program}: ${removed.because}`, fix: `Use ${removed.instead}.` };
    if (tools.has(program) === false)
      return { because: `${program} is not in ${tools.name}`, fix: fixFor3(program, check2, workload) };
  }
  return void 0;
}
function programsOf(check2) {
  if (check2.argv)
    return [programOf(check2.argv.map((word) => word ?? "?"))].flatMap((name) => name === void 0 ? [] : [name]);
  const commands = check2.script?.commands ?? [];
  const needed = [];
  for (const command of commands) {
    if (command.inside.length > 0) continue;
    if (command.joined === "||" || command.joined === ";") break;
    const name = programOf(command.words);
    if (name !== void 0 && !BUILT_IN.has(name)) needed.push(name);
    if (command.followed === "||" && !isExit(commands[commands.indexOf(command) + 1]?.words)) return [];
  }
  return needed;
}
var BUILT_IN = /* @__PURE__ */ new Set([
  "exit",
  "test",
  "[",
  "[[",
  "echo",
  "true",
  "false",
  ":",
  "set",
  "cd",
  "export",
  "read",
  "printf",
  "exec",
  "eval",
  ".",
  "source",
  "command",
  "kill",
  "return"
]);
function isExit(words3) {
  return words3 === void 0 || words3[0] === "exit" || words3[0] === "false" || words3[0] === "kill";
}
function fixFor3(program, check2, workload) {
  const own = healthCommandOf(workload.distribution, workload.version);
  if (own) return `Use what the image has: \`test: ["CMD-SHELL", ${JSON.stringify(own)}]\`.`;
  const url = /https?:\/\/[^\s"'|)]+/.exec(check2.text)?.[0] ?? "http://localhost:3000/health";
  if (imageTools(workload.image).has("wget") && program !== "wget")
    return `Use wget, which the image has: \`["CMD", "wget", "--spider", "-q", "${url}"]\`.`;
  if (imageTools(workload.image).has("node"))
    return `Use Node itself: \`["CMD", "node", "-e", "fetch('${url}').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]\`.`;
  if (imageTools(workload.image).has("python3") || imageTools(workload.image).has("python"))
    return `Use Python itself: \`["CMD", "python", "-c", "import urllib.request; urllib.request.urlopen('${url}')"]\`.`;
  return `Install ${program} in the image, or ask with a program that it has.`;
}
var FIRST_WITH_LIST = /* @__PURE__ */ new Map([
  ["official", [3, 5]],
  ["confluent", [5, 4]]
]);
function refused(check2, workload) {
  const facts = serviceFactsOf(workload);
  const commands = check2.script?.commands ?? [];
  if (!facts) return void 0;
  const text2 = check2.text;
  if (/\b(redis|valkey)-cli\b/.test(text2) && /grep\b.*PONG/.test(text2)) {
    const knowsPassword = /(^|\s)(-a|--pass|-u)\s|(REDIS|VALKEY)CLI_AUTH=/.test(text2) || facts.environment("REDISCLI_AUTH") !== void 0;
    if (!knowsPassword && workload.distribution?.authentication?.(facts).state === "on")
      return {
        because: "the server asks for a password that the check does not give",
        fix: workload.pod ? "Set `REDISCLI_AUTH` in `env` of the container, from the Secret that the server takes its password from." : "Set `REDISCLI_AUTH: ${REDIS_PASSWORD}` in the environment of the service."
      };
  }
  if (workload.software?.id === "zookeeper" && commands.some((command) => command.words.includes("ruok")) && /imok/.test(text2)) {
    const official = workload.distribution?.id === "official";
    const variable3 = official ? "ZOO_4LW_COMMANDS_WHITELIST" : "ZOOKEEPER_4LW_COMMANDS_WHITELIST";
    const allowed = facts.environment(variable3);
    const listed3 = allowed === null || /\bruok\b|\*/.test(allowed ?? "") || facts.environment("KAFKA_OPTS") !== void 0 || facts.configMounted;
    const first = FIRST_WITH_LIST.get(workload.distribution?.id ?? "");
    if (!listed3 && first && isBefore(facts.version, first) === false)
      return {
        because: `ruok is not on the list of allowed commands (${variable3} allows only srvr)`,
        fix: official ? `Use \`zkServer.sh status\`, or set \`${variable3}: ruok,srvr\`.` : `Set \`${variable3}: ruok,srvr\`.`
      };
  }
  return void 0;
}

// rules/health/check-missing.ts
var check_missing_default = defineRule({
  id: "health/check-missing",
  title: "Nothing checks whether a workload works",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A process that hangs is still running: without a check it stays in service, nothing that depends on it can wait for it, and nobody is told.",
  fix: "Add a `healthcheck:` to the service (or HEALTHCHECK to its Dockerfile) that asks the program itself, with a tool that the image has.",
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#healthcheck",
    "https://docs.docker.com/reference/dockerfile/#healthcheck",
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue;
      const { state, at } = workload.health;
      if (state === "checked") pass(workload);
      else if (state === "unknown") unverified(workload, at, whyUnknown(workload));
      else {
        const what = state === "disabled" ? "has its healthcheck switched off" : `has no ${workload.pod ? "probe" : "healthcheck"}`;
        fail2(workload, at, `${workload.name} ${what}`, {
          severity: isAsked(workload) ? "high" : "medium",
          ...workload.pod ? probeWords(workload) : composeWords(workload)
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function composeWords({ name, distribution, version }) {
  const command = healthCommandOf(distribution, version);
  const needs = distribution?.healthNeeds;
  if (!command) return {};
  const test = `healthcheck: { test: ["CMD-SHELL", ${JSON.stringify(command)}], interval: 10s, timeout: 5s, retries: 5 }`;
  return { fix: `Add \`${test}\` to ${name}${needs ? `, and ${needs}` : ""}.` };
}
function probeWords({ distribution, version, listens, pod }) {
  const command = healthCommandOf(distribution, version);
  const needs = distribution?.healthNeeds;
  const port = listens[0] ?? 8080;
  const how = command ? asProbe(command) : `httpGet: { path: /health/ready, port: ${port} }`;
  return {
    fix: `Add \`readinessProbe: { ${how} }\` to the container ${pod?.container}${needs ? `, and ${needs}` : ""}; a \`livenessProbe\` that asks the process alone restarts it when it hangs.`,
    why: "A process that hangs is still running. Without a probe Kubernetes takes a container for ready as soon as it has started: requests reach it before it can answer, and go on when it no longer does."
  };
}
function whyUnknown(workload) {
  if (workload.image?.origin === "built")
    return workload.image.dockerfile ? "whether its base image brings a HEALTHCHECK is not known" : "its Dockerfile is not in the repository";
  return "whether its image brings a HEALTHCHECK of its own is not known";
}

// rules/health/liveness-probe-missing.ts
var liveness_probe_missing_default = defineRule({
  id: "health/liveness-probe-missing",
  title: "A container that hangs is never started again",
  category: "service-health",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Kubernetes restarts a process that ends. One that hangs, in a deadlock or with its event loop blocked, is out of service until somebody deletes the pod by hand, and with it one of the replicas.",
  fix: "Add a `livenessProbe` that asks the process alone, not its database: `httpGet: { path: /health/live, port: http }`.",
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"
  ],
  reads: ["kubernetes"],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) {
      if (!workload.pod || workload.pod.operator || !needsHealthCheck(workload) || keepsData(workload)) continue;
      const { health } = workload;
      if (health.checks.some((check2) => check2.kind === "liveness")) pass(workload);
      else if (health.state !== "checked") implied(workload, "health/check-missing");
      else fail2(workload, health, `${workload.name} has no liveness probe`, { fix: fixFor4(workload) });
    }
  },
  examples: { bad: [], good: [] }
});
function keepsData({ role, stateful }) {
  return stateful || role === "cache";
}
function fixFor4({ health, pod }) {
  const http = health.checks.find((check2) => check2.http)?.http;
  const port = http?.port.known ? http.port.value : "http";
  return `Add \`livenessProbe: { httpGet: { path: /health/live, port: ${port} } }\` to the container ${pod?.container}, with a path that asks the process alone, not its database.`;
}

// src/model/known-ports.ts
var PORT_VARIABLE = /^(?:HTTP_|SERVER_|APP_|LISTEN_|WEB_|NODE_|API_|SERVICE_)?PORT$/;
var LOCAL_URL = /\b(https?):\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::(\d{1,5}))?(?=[/\s"'?#]|$)/gi;
var MOST_FILES = 400;
var LONGEST_TEXT = 5e5;
function askedPorts(check2) {
  if (check2.port) return check2.port.known ? [check2.port.value] : [];
  if (check2.form !== "exec" && check2.form !== "shell") return [];
  return [...check2.text.slice(0, LONGEST_TEXT).matchAll(LOCAL_URL)].map(
    ([, scheme, port]) => port === void 0 ? /^https$/i.test(scheme ?? "") ? 443 : 80 : Number(port)
  );
}
function otherPort(asked, workload, system) {
  const plain4 = plainPort(workload);
  if (!plain4 || plain4.port === asked || mentions(asked, workload, system)) return void 0;
  return plain4;
}
function plainPort({ environment, software, listens }) {
  const variables = [...environment.values()].filter((variable3) => PORT_VARIABLE.test(variable3.name));
  const numbers = variables.map((variable3) => Number(knownValue(variable3.value)));
  const [port] = numbers;
  if (variables.length === 1 && port !== void 0 && Number.isInteger(port) && port > 0)
    return { port, by: ` by ${variables[0]?.name}` };
  const own = software && ["database", "cache", "broker", "search"].includes(software.kind);
  const [data] = own ? software.ports : [];
  return data && variables.length === 0 && listens.includes(data.port) ? { port: data.port, by: "" } : void 0;
}
function mentions(port, workload, system) {
  const beside = workload.pod ? system.workloads.filter((other) => isSamePod(other, workload)) : [workload];
  const number = new RegExp(`(?<!\\d)${port}(?!\\d)`);
  return beside.some((one) => one.listens.includes(port) || textsOf(one).some((text2) => number.test(text2))) || inImage(number, workload);
}
function isSamePod(one, { pod, deployment }) {
  return one.deployment === deployment && one.pod?.kind === pod?.kind && one.pod?.name === pod?.name && one.pod?.namespace === pod?.namespace;
}
function textsOf({ environment, start: start2, mounts, published, labels }) {
  const variables = [...environment.values()].map(textOf);
  const files = mounts.flatMap((mount) => mount.files?.map((file) => file.source.text.slice(0, LONGEST_TEXT)) ?? []);
  const ports = published.map((one) => String(knownValue(one.container) ?? ""));
  return [
    ...variables,
    start2?.text ?? "",
    ...files,
    ...ports,
    ...[...labels.values()].map((one) => knownValue(one.value) ?? "")
  ];
}
function textOf({ name, value, raw }) {
  if (value.known) return value.value;
  return raw ?? (/PORT/.test(name) ? name : "");
}
function inImage(number, { image }) {
  const { dockerfile, context } = image ?? {};
  if (dockerfile && number.test(dockerfile.file.source.text)) return true;
  if (!context?.present) return false;
  const files = context.find(".");
  if (files.length > MOST_FILES) return true;
  return files.some((path) => {
    const text2 = context.read(path)?.text;
    return text2 !== void 0 && text2.length <= LONGEST_TEXT && number.test(text2);
  });
}

// rules/health/probe-port-mismatch.ts
var probe_port_mismatch_default = defineRule({
  id: "health/probe-port-mismatch",
  title: "A check asks a port that nothing listens on",
  category: "service-health",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "The connection is refused each time, so the container counts as broken although it works: it is restarted for ever, or never gets a request.",
  fix: "Ask the port that the program listens on, best by a name that the port bears: `ports: [{ name: http, containerPort: 3000 }]` and `port: http`.",
  refs: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-http-request",
    "https://docs.docker.com/reference/compose-file/services/#healthcheck"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check({ system, pass, fail: fail2, implied, unverified }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue;
      const { state, checks } = workload.health;
      if (state === "none" || state === "disabled") implied(workload, "health/check-missing");
      for (const check2 of checks) {
        if (check2.port && !check2.port.known) unverified(workload, check2, check2.port.because);
        const found2 = mismatch(check2, workload, system);
        if (found2)
          fail2(workload, check2, `${checkName(check2, workload)} ${found2.what}`, { fix: found2.fix, key: check2.kind });
        else pass(workload);
      }
    }
  },
  examples: { bad: [], good: [] }
});
function mismatch(check2, workload, system) {
  for (const port of askedPorts(check2)) {
    if (typeof port === "string") {
      const names = [...workload.pod?.portNames.keys() ?? []];
      if (names.includes(port)) continue;
      const [first] = names;
      return {
        what: `asks the port "${port}", and no port of the container has that name`,
        fix: first ? `Write \`port: ${first}\`, or give the port that is meant the name ${port} under \`ports\`.` : `Declare it: \`ports: [{ name: ${port}, containerPort: ${workload.listens[0] ?? 8080} }]\`.`
      };
    }
    if (check2.http?.path.known && /actuator|management|metrics/i.test(check2.http.path.value)) continue;
    const other = otherPort(port, workload, system);
    if (other)
      return {
        what: `asks port ${port}, and ${workload.name} listens on ${other.port}${other.by}`,
        fix: `Ask port ${other.port}, or let the program listen on ${port}.`
      };
  }
  return void 0;
}

// rules/health/readiness-probe-missing.ts
var readiness_probe_missing_default = defineRule({
  id: "health/readiness-probe-missing",
  title: "Requests are sent to a container that nobody asks if it is ready",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Without a readiness probe a Service sends requests to a pod from the moment that its process exists. During each rollout, and whenever it has lost its database, users get errors that another replica could have answered.",
  fix: "Add a `readinessProbe` that asks whether the container can do its work: `httpGet: { path: /health/ready, port: http }`.",
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"
  ],
  reads: ["kubernetes"],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) {
      const { pod, health } = workload;
      if (!pod || pod.operator || !needsHealthCheck(workload) || !(pod.served || pod.routed)) continue;
      if (health.checks.some((check2) => check2.kind === "readiness")) pass(workload);
      else if (health.state !== "checked") implied(workload, "health/check-missing");
      else
        fail2(workload, health, `${workload.name} is behind a Service and has no readiness probe`, {
          fix: fixFor5(workload)
        });
    }
  },
  examples: { bad: [], good: [] }
});
function fixFor5({ distribution, version, health, pod }) {
  const command = healthCommandOf(distribution, version);
  const http = health.checks.find((check2) => check2.http)?.http;
  const port = http?.port.known ? http.port.value : "http";
  const how = command ? asProbe(command) : `httpGet: { path: /health/ready, port: ${port} }`;
  return `Add \`readinessProbe: { ${how} }\` to the container ${pod?.container}.`;
}

// door:src/model/image/build-obstacles.ts
var room;
function enter() {
  return room ??= require("./model-image-build-obstacles.js");
}
function buildObstacles(...given) {
  return enter().buildObstacles(...given);
}

// rules/image/build-cannot-succeed.ts
var build_cannot_succeed_default = defineRule({
  id: "image/build-cannot-succeed",
  title: "An image cannot be built from what the repository holds",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Nobody can build the image from a clean checkout: not the pipeline, and not whoever has to rebuild the system in an emergency. What runs today is an image of which the source is no longer known.",
  fix: "Build it once from a fresh clone (`docker build --no-cache`), and mend what stops it.",
  refs: [
    "https://docs.docker.com/reference/dockerfile/#copy",
    "https://docs.npmjs.com/cli/commands/npm-ci",
    "https://docs.docker.com/build/building/multi-stage/"
  ],
  reads: ["compose", "dockerfile"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const image of system.images) {
      if (image.origin !== "built") continue;
      const { context, missing, dockerfile } = image;
      if (missing) {
        if (missing.what === "target")
          fail2(image, missing.at, `${image.files[0] ?? "the Dockerfile"} has no stage ${missing.name}`, {
            key: "target"
          });
        else if (image.reference || !context?.find("**").some(isSource))
          unverified(image, missing.at, `the folder that it is built from holds no ${missing.name}`);
        else
          fail2(image, missing.at, `there is no ${missing.name} in ${folderName(context.path)}`, {
            key: "dockerfile",
            fix: `Commit the ${missing.name} (look whether a .gitignore leaves it out), or name the one to use in \`build.dockerfile\`.`
          });
        continue;
      }
      if (!dockerfile) {
        if (context && !context.present)
          unverified(image, context.at, "the folder that it is built from is not in the repository");
        continue;
      }
      pass(image);
      for (const { at, what, ...options } of buildObstacles(image)) fail2(image, at, `${image.name}: ${what}`, options);
    }
  },
  examples: { bad: [], good: [] }
});
function folderName(path = ".") {
  return path === "." ? "the root of the repository" : path;
}
function isSource(file) {
  return !/\.(?:md|txt|ya?ml|env|example|png|jpe?g|svg)$|(?:^|\/)(?:\.[^/]+|LICENSE|Makefile)$/i.test(file);
}

// door:src/parse/dockerfile.ts
var room2;
function enter2() {
  return room2 ??= require("./parse-dockerfile.js");
}
function runScript(...given) {
  return enter2().runScript(...given);
}
function readPairs2(...given) {
  return enter2().readPairs(...given);
}
function argumentsOf(...given) {
  return enter2().argumentsOf(...given);
}
function parseDockerfile(...given) {
  return enter2().parseDockerfile(...given);
}
function resolveDockerfile(...given) {
  return enter2().resolveDockerfile(...given);
}

// src/model/image/build-steps.ts
var commandsRead = /* @__PURE__ */ new WeakMap();
function commandsOf2(instruction, shell) {
  if (instruction.keyword !== "RUN") return [];
  const byShell = commandsRead.get(instruction) ?? /* @__PURE__ */ new Map();
  const key = JSON.stringify(shell ?? null);
  const commands = byShell.get(key) ?? readCommands(instruction, shell);
  commandsRead.set(instruction, byShell.set(key, commands));
  return commands;
}
function readCommands(instruction, shell) {
  const { at } = instruction;
  if (instruction.exec) return [{ instruction, at, words: unwrapCommand(instruction.exec), conditional: false }];
  return (runScript(instruction, shell)?.commands ?? []).map((command) => ({
    instruction,
    at,
    words: unwrapCommand(command.words),
    command,
    conditional: command.joined === "||" || command.followed === "||" || command.inside.some((one) => one !== "subshell")
  }));
}
function copyOf(instruction) {
  if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") return void 0;
  const words3 = instruction.words.map((word) => ({ text: word.text.replace(/^(["'])(.*)\1$/, "$2"), at: word.at }));
  const target = words3.at(-1);
  if (!target || words3.length < 2) return void 0;
  const sources = words3.slice(0, -1).filter((word) => !word.text.startsWith("<<"));
  const from = instruction.flags.find((flag) => flag.name === "from")?.value;
  return {
    instruction,
    ...from ? { from } : {},
    sources: sources.filter((word) => !word.text.includes("$")),
    target: target.text,
    open: sources.some((word) => word.text.includes("$"))
  };
}
function stagesUsedBy(stage, stages) {
  return stage.instructions.flatMap(
    (instruction) => instruction.flags.flatMap((flag) => {
      const name = flag.name === "from" ? flag.value : flag.name === "mount" ? /(?:^|,)from=([^,]+)/.exec(flag.value ?? "")?.[1] : void 0;
      const found2 = name ? stageNamed(name, stages) : void 0;
      return found2 && found2 !== stage ? [found2] : [];
    })
  );
}
var stageNames = /* @__PURE__ */ new WeakMap();
function stageNamed(name, stages) {
  let names = stageNames.get(stages);
  if (!names) {
    names = new Map(
      stages.flatMap((stage) => stage.name === void 0 ? [] : [[stage.name.toLowerCase(), stage]])
    );
    stageNames.set(stages, names);
  }
  return names.get(name.toLowerCase()) ?? (/^\d{1,4}$/.test(name) ? stages[Number(name)] : void 0);
}
function resolvedStage(name, stages) {
  const found2 = stageNamed(name, stages[0]?.file.stages ?? []);
  return found2 && stages.find((one) => one.stage === found2);
}

// src/model/image/package-installs.ts
var VALUED = /^(?:--(?:prefix|workspace|registry|cache|loglevel|omit|include|only|filter|dir|cwd|store-dir|network-timeout|cache-folder|modules-folder|index-url|extra-index-url|find-links|constraint|requirement|target|root|python|timeout|trusted-host|default-timeout|retries|proxy|user|config|fetch-timeout|maxsockets|no-binary|only-binary|platform|with|without|extras|group|only-group|binstubs|jobs|path)|-[CwF])$/;
var VALUED_BY_PIP = /^-[rcift]$/;
function installOf(command) {
  const [program = "", ...rest] = withoutModule(command.words);
  const name = program.slice(program.lastIndexOf("/") + 1);
  const { operands: operands2, options } = split(rest, /^(?:pip3?|uv)$/.test(name));
  const [verb = "", ...packages] = operands2;
  const has = (pattern) => options.some((option2) => pattern.test(option2));
  const of = (manager, facts) => ({
    manager,
    packages: [],
    global: false,
    frozen: false,
    needsLock: false,
    production: productionOf(options),
    command,
    ...facts
  });
  switch (name) {
    case "npm":
      if (/^(?:ci|clean-install|install-clean|ic)$/.test(verb)) return of("npm", { frozen: true, needsLock: true });
      if (!/^(?:i|in|ins|install|add)$/.test(verb) || has(/^--package-lock-only$/)) return void 0;
      return of("npm", { packages, global: has(/^(?:-g|--global|--location=global)$/) });
    case "yarn": {
      if (verb === "global" && packages[0] === "add") return of("yarn", { packages: packages.slice(1), global: true });
      if (verb === "add") return of("yarn", { packages });
      if (verb !== "install" && (verb !== "" || has(/^(?:-v|--version|-h|--help)$/))) return void 0;
      return of("yarn", {
        frozen: has(/^--(?:frozen-lockfile|immutable|pure-lockfile)$/),
        needsLock: has(/^--immutable$/)
      });
    }
    case "pnpm": {
      if (verb === "add") return of("pnpm", { packages, global: has(/^(?:-g|--global)$/) });
      if (verb !== "install" && verb !== "i") return void 0;
      const frozen = has(/^--frozen-lockfile(?:=true)?$/);
      return of("pnpm", { frozen: frozen || has(/^--offline$/), needsLock: frozen });
    }
    case "bun":
      if (verb === "add") return of("bun", { packages, global: has(/^(?:-g|--global)$/) });
      if (!/^(?:install|i|ci)$/.test(verb)) return void 0;
      return of("bun", { packages, frozen: verb === "ci" || has(/^--frozen-lockfile$/), needsLock: false });
    case "pip":
    case "pip3":
      return verb === "install" ? of("pip", { packages, frozen: packages.length === 0 }) : void 0;
    case "uv":
      return verb === "pip" && packages[0] === "install" ? of("pip", { packages: packages.slice(1), frozen: packages.length === 1 }) : void 0;
    case "poetry":
      return verb === "install" || verb === "sync" ? of("poetry", {}) : void 0;
    case "pipenv":
      return verb === "install" || verb === "sync" ? of("pipenv", { packages, frozen: verb === "sync" || has(/^--(?:deploy|ignore-pipfile)$/) }) : void 0;
    case "composer":
      return verb === "install" ? of("composer", {}) : void 0;
    case "bundle":
      return verb === "install" ? of("bundler", {}) : void 0;
    case "go":
      return verb === "install" ? of("go", { packages: packages.filter((one) => one.includes("@")), global: true }) : void 0;
    case "corepack":
      return verb === "prepare" || verb === "install" ? of("corepack", { packages, global: true }) : void 0;
    default:
      return void 0;
  }
}
function withoutModule(words3) {
  return /(?:^|\/)python[\d.]*$/.test(words3[0] ?? "") && words3[1] === "-m" ? words3.slice(2) : words3;
}
function split(words3, pip) {
  const operands2 = [];
  const options = [];
  for (let at = 0; at < words3.length; at++) {
    const word = words3[at] ?? "";
    if (!word.startsWith("-")) operands2.push(word);
    else if (VALUED.test(word) || pip && VALUED_BY_PIP.test(word)) {
      at++;
      options.push(`${word}=${words3[at] ?? ""}`);
    } else options.push(word);
  }
  return { operands: operands2, options };
}
function productionOf(options) {
  if (options.some((one) => /^--(?:include=dev|production=false|prod=false|dev)$/.test(one))) return false;
  return options.some(
    (one) => /^(?:--production(?:=true)?|--prod(?:=true)?|-P|--omit=dev|--only=prod(?:uction)?|--no-dev|--no-group=dev)$/.test(
      one
    )
  ) ? true : void 0;
}
var LOCKFILES = {
  npm: ["package-lock.json", "npm-shrinkwrap.json"],
  yarn: ["yarn.lock"],
  pnpm: ["pnpm-lock.yaml"],
  bun: ["bun.lock", "bun.lockb"],
  pip: [],
  poetry: ["poetry.lock"],
  pipenv: ["Pipfile.lock"],
  composer: ["composer.lock"],
  bundler: ["Gemfile.lock"],
  go: [],
  corepack: []
};
function installsOf(...input) {
  return commandsOf2(...input).flatMap((command) => installOf(command) ?? []);
}

// rules/image/build-tools-shipped.ts
var BUILDERS = /^(?:golang|rust|maven|gradle|gcc|swift|haskell|mcr\.microsoft\.com\/dotnet\/sdk)$/;
var COMPILERS = new Set(
  "gcc g++ clang build-essential build-base alpine-sdk cmake rustc cargo golang golang-go go gcc-c++ gfortran maven gradle".split(
    " "
  )
);
var build_tools_shipped_default = defineRule({
  id: "image/build-tools-shipped",
  title: "An image carries compilers or packages for development into production",
  category: "performance",
  severity: "low",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "Hundreds of megabytes travel to every host and have to be patched, and whoever gets in finds a compiler and a package manager waiting.",
  fix: "Build in one stage and copy the result into a second on a slim base: `FROM node:24-slim AS build \u2026 FROM node:24-slim`, `COPY --from=build /app/dist ./dist`.",
  refs: [
    "https://docs.docker.com/build/building/multi-stage/",
    "https://docs.docker.com/build/building/best-practices/#use-multi-stage-builds"
  ],
  reads: ["compose", "dockerfile"],
  check({ system, pass, fail: fail2 }) {
    for (const image of system.images) {
      if (image.origin !== "built" || !image.dockerfile) continue;
      pass(image);
      for (const { at, what, fix, key } of [
        ...baseTools(image.dockerfile),
        ...installedTools2(image.dockerfile),
        ...developmentPackages(image, image.dockerfile)
      ])
        fail2(image, at, `${image.name} ${what}`, { key, ...fix ? { fix } : {} });
    }
  },
  examples: { bad: [], good: [] }
});
function baseTools({ base }) {
  if (!base.known) return [];
  const { repository, tag = "", text: text2 } = base.value;
  if (BUILDERS.test(repository))
    return [{ at: base.at, key: "base", what: `is shipped on ${text2}, an image for building` }];
  if (repository.startsWith("php") || toolsOf(repository, tag).has("gcc") !== true) return [];
  const slim = tag === "" || tag === "latest" ? `${repository}:<version>-slim` : `${repository}:${tag.replace(/-(?:bookworm|bullseye|trixie|buster)$/, "")}-slim`;
  return [
    {
      at: base.at,
      key: "base",
      what: `ships the compilers of ${text2}`,
      fix: `Build in a stage on ${text2}, and ship on \`FROM ${slim}\`.`
    }
  ];
}
function installedTools2({ instructions, shell }) {
  const removed = instructions.some(
    (one) => one.keyword === "RUN" && /\b(?:apk\s+(?:\S+\s+)*del|apt(?:-get)?\s+(?:-\S+\s+)*(?:purge|remove|autoremove)|(?:dnf|yum|microdnf)\s+(?:-\S+\s+)*(?:remove|erase))\b/.test(
      one.text
    )
  );
  if (removed) return [];
  return instructions.flatMap((instruction) => {
    const tools = commandsOf2(instruction, shell).flatMap(({ words: words3 }) => {
      const [program = "", ...rest] = words3;
      const installs = /^(?:apk|apt|apt-get|dnf|yum|microdnf)$/.test(program) && rest.some((word) => word === "add" || word === "install");
      return installs ? rest.map((word) => word.replace(/[=<>~].*$/, "")).filter((word) => COMPILERS.has(word)) : [];
    });
    return tools.length === 0 ? [] : [{ at: instruction.at, key: "packages", what: `ships ${listOf(tools)}` }];
  });
}
function developmentPackages(image, dockerfile) {
  if (!hasDevelopmentPackages(image)) return [];
  let found2;
  let production = false;
  for (const instruction of dockerfile.instructions) {
    if (instruction.keyword === "ENV" && /\bNODE_ENV[= ]"?production/.test(instruction.text)) production = true;
    if (instruction.keyword !== "RUN") continue;
    for (const install of installsOf(instruction, dockerfile.shell)) {
      if (!/^(?:npm|yarn|pnpm|bun)$/.test(install.manager) || install.packages.length > 0 || install.global) continue;
      const without = install.production ?? (production || /\bNODE_ENV=production\b/.test(instruction.text));
      if (install.command.conditional || without) found2 = void 0;
      else found2 = { instruction, name: install.command.words.slice(0, 2).join(" ") };
    }
    if (/\b(?:npm|pnpm|yarn)\s+prune\b|node-prune|rm\s+-\w+\s+(?:\S+\s+)*\S*node_modules|workspaces\s+focus/.test(
      instruction.text
    ))
      found2 = void 0;
  }
  if (!found2) return [];
  return [
    {
      at: found2.instruction.at,
      key: "development",
      what: `ships the packages for development that ${found2.name} installs`
    }
  ];
}
function hasDevelopmentPackages(image) {
  const text2 = image.context?.declared ? image.context.read("package.json")?.text : void 0;
  return text2 !== void 0 && /"devDependencies"\s*:\s*\{\s*"/.test(text2);
}

// src/knowledge/discontinued.ts
var numbered = (tag) => /^v?\d/.test(tag);
var ENTRIES = [
  {
    images: "bitnami/*",
    tags: numbered,
    because: "versioned tags left Bitnami's public catalogue in 2025 and are not updated",
    instead: "Use the software's own official image, or Bitnami Secure Images under a subscription",
    source: "https://github.com/bitnami/containers/issues/83267"
  },
  {
    images: "bitnamilegacy/*",
    because: "this is an archive of old Bitnami images that gets no updates",
    instead: "Use the software's own official image",
    source: "https://github.com/bitnami/containers/issues/83267"
  },
  {
    images: "minio/minio minio/mc",
    because: "its makers took it off Docker Hub in September 2026, and the community edition is archived",
    instead: "Use a supported object store; quay.io/minio still has the last images, which get no fixes",
    source: "https://github.com/testcontainers/testcontainers-node/pull/1463"
  },
  {
    images: "quay.io/minio/minio quay.io/minio/mc",
    because: "the community edition is archived, and no images are published since October 2025",
    instead: "Use a supported object store, or build a maintained fork from source",
    source: "https://github.com/minio/minio"
  },
  {
    images: "temporalio/auto-setup",
    because: "its makers deprecated it: it sets up the schema at every start and is meant for development",
    instead: "Use temporalio/server, and temporalio/admin-tools to set up the schema",
    source: "https://hub.docker.com/r/temporalio/auto-setup"
  },
  {
    images: "jaegertracing/all-in-one jaegertracing/jaeger-collector jaegertracing/jaeger-query jaegertracing/jaeger-agent jaegertracing/jaeger-ingester quay.io/jaegertracing/all-in-one",
    tags: (tag) => !/^v?2\b/.test(tag),
    because: "Jaeger v1 reached its end of life on 2025-12-31",
    instead: "Use jaegertracing/jaeger (v2)",
    source: "https://www.jaegertracing.io/docs/1.76/"
  },
  {
    images: "provectuslabs/kafka-ui",
    because: "it has had no release since 2024; its authors go on with it as kafbat/kafka-ui",
    instead: "Use ghcr.io/kafbat/kafka-ui",
    source: "https://github.com/kafbat/kafka-ui"
  },
  {
    images: "consul",
    because: "the official image is deprecated and gets no new versions",
    instead: "Use hashicorp/consul",
    source: "https://hub.docker.com/_/consul"
  },
  {
    images: "vault",
    because: "the official image is deprecated and gets no new versions",
    instead: "Use hashicorp/vault",
    source: "https://hub.docker.com/_/vault"
  },
  {
    images: "eventstore/eventstore",
    because: "EventStoreDB goes on as KurrentDB; this repository gets no new versions",
    instead: "Use docker.kurrent.io/kurrent-latest/kurrentdb, and rename EVENTSTORE_ variables to KURRENTDB_",
    source: "https://docs.kurrent.io/server/v25.0/quick-start/upgrade-guide.html"
  },
  {
    images: "openjdk",
    tags: (tag) => !/(?:^|-)ea(?:-|$)/.test(tag),
    because: "the official image is deprecated since 2022 and gets no security updates",
    instead: "Use eclipse-temurin, amazoncorretto or ibm-semeru-runtimes",
    source: "https://github.com/docker-library/openjdk/issues/505"
  },
  {
    images: "java",
    because: "the official image is deprecated since 2016",
    instead: "Use eclipse-temurin",
    source: "https://hub.docker.com/_/java"
  },
  {
    images: "adoptopenjdk adoptopenjdk/*",
    because: "AdoptOpenJDK moved to the Eclipse Foundation; the image gets no updates",
    instead: "Use eclipse-temurin",
    source: "https://hub.docker.com/_/adoptopenjdk"
  },
  {
    images: "centos",
    because: "CentOS Linux has ended and the image is deprecated",
    instead: "Use almalinux, rockylinux/rockylinux or quay.io/centos/centos:stream9",
    source: "https://hub.docker.com/_/centos"
  },
  {
    images: "wurstmeister/kafka wurstmeister/zookeeper",
    because: "it is not maintained, and its images were missing from Docker Hub in May 2024",
    instead: "Use apache/kafka",
    source: "https://github.com/wurstmeister/kafka-docker/issues/744"
  },
  {
    images: "spotify/kafka",
    because: "its repository is archived since 2020-10-01",
    instead: "Use apache/kafka",
    source: "https://github.com/spotify/docker-kafka"
  },
  {
    images: "grafana/agent",
    because: "Grafana Agent reached its end of life on 2025-11-01",
    instead: "Use grafana/alloy",
    source: "https://grafana.com/docs/agent/latest/"
  },
  {
    images: "grafana/promtail",
    because: "Promtail reached its end of life on 2026-03-02",
    instead: "Use grafana/alloy",
    source: "https://grafana.com/docs/loki/latest/send-data/promtail/"
  },
  {
    images: "containrrr/watchtower v2tec/watchtower",
    because: "its repository is archived since 2025-12-17",
    instead: "Update images by a pull request of Renovate or Dependabot",
    source: "https://github.com/containrrr/watchtower"
  },
  {
    images: "jboss/keycloak",
    because: "it ends with the WildFly distribution of Keycloak (16.1)",
    instead: "Use quay.io/keycloak/keycloak",
    source: "https://www.keycloak.org/2022/10/wildfly-deprecation"
  },
  {
    images: "google/cadvisor gcr.io/cadvisor/cadvisor",
    because: "the image is no longer published there",
    instead: "Use ghcr.io/google/cadvisor, where it is published since v0.53",
    source: "https://github.com/google/cadvisor/pull/3740"
  },
  {
    images: "wrouesnel/postgres_exporter",
    because: "the project moved to the Prometheus community",
    instead: "Use quay.io/prometheuscommunity/postgres-exporter",
    source: "https://github.com/prometheus-community/postgres_exporter"
  },
  {
    images: "amazon/opendistro-for-elasticsearch amazon/opendistro-for-elasticsearch-kibana",
    because: "Open Distro ended in favour of OpenSearch",
    instead: "Use opensearchproject/opensearch",
    source: "https://opendistro.github.io/for-elasticsearch/blog/2021/06/forward-to-opensearch/"
  },
  {
    images: "vectorized/redpanda docker.redpanda.com/vectorized/redpanda vectorized/console docker.redpanda.com/vectorized/console",
    because: "the images moved to the redpandadata name space",
    instead: "Use docker.redpanda.com/redpandadata/redpanda",
    source: "https://docs.redpanda.com/current/get-started/quick-start/"
  },
  {
    images: "mcr.microsoft.com/azure-sql-edge mcr.microsoft.com/azure-sql-edge/*",
    because: "Azure SQL Edge was retired on 2025-09-30",
    instead: "Use mcr.microsoft.com/mssql/server",
    source: "https://learn.microsoft.com/azure/azure-sql-edge/overview"
  },
  {
    images: "k8s.gcr.io/* k8s.gcr.io/*/*",
    because: "the registry is frozen since 2023-04-03",
    instead: "Use registry.k8s.io",
    source: "https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/"
  },
  {
    images: "registry.k8s.io/ingress-nginx/controller",
    because: "Ingress NGINX was retired in March 2026",
    instead: "Move to a Gateway API implementation or another ingress controller",
    source: "https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/"
  },
  {
    images: "mysql/mysql-server",
    because: "the repository gets no new versions since 8.0.32",
    instead: "Use mysql, or container-registry.oracle.com/mysql/community-server",
    source: "https://hub.docker.com/r/mysql/mysql-server"
  },
  {
    images: "circleci/*",
    because: "legacy convenience images are deprecated since 2021 and get no updates",
    instead: "Use cimg/\u2026 or an official image",
    source: "https://circleci.com/blog/announcing-our-next-generation-convenience-images-smaller-faster-more-deterministic/"
  },
  {
    images: "mcr.microsoft.com/dotnet/core/*",
    because: "the path ends with .NET Core 3.1",
    instead: "Use mcr.microsoft.com/dotnet/\u2026",
    source: "https://dotnet.microsoft.com/platform/support/policy/dotnet-core"
  }
];
var find4 = matchRepositories(
  ENTRIES.flatMap((entry2) => entry2.images.split(" ").map((pattern) => ({ pattern, value: entry2 })))
);
function discontinued(repository, tag) {
  for (const name of [repository, ...mirroredRepository(repository)]) {
    const entry2 = find4(name);
    if (!entry2) continue;
    if (entry2.tags && !entry2.tags(tag ?? "")) return void 0;
    return { because: entry2.because, instead: entry2.instead, source: entry2.source };
  }
  return softwareOf(repository)?.distribution.retired;
}

// src/parse/image-reference.ts
var PATH_LIMIT = 255;
var REFERENCE_LIMIT = 1024;
var PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/;
var HOST_COMPONENT = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/;
var IPV6_HOST = /^\[[a-fA-F0-9:]+\]$/;
var TAG = /^\w[\w.-]{0,127}$/;
var DIGEST_LENGTHS = /* @__PURE__ */ new Map([
  ["sha256", 64],
  ["sha384", 96],
  ["sha512", 128]
]);
var IDENTIFIER = /^[a-f0-9]{64}$/;
function parseImageReference(text2) {
  if (text2.length === 0 || text2.length > REFERENCE_LIMIT || IDENTIFIER.test(text2)) return void 0;
  const [named = "", digest, ...more] = text2.split("@");
  if (more.length > 0 || digest !== void 0 && !isDigest(digest)) return void 0;
  const colon = named.indexOf(":", named.lastIndexOf("/") + 1);
  const tag = colon === -1 ? void 0 : named.slice(colon + 1);
  if (tag !== void 0 && !TAG.test(tag)) return void 0;
  const repository = repositoryOf(colon === -1 ? named : named.slice(0, colon));
  if (repository === void 0) return void 0;
  return { text: text2, repository, ...tag !== void 0 && { tag }, ...digest !== void 0 && { digest } };
}
function repositoryOf(name) {
  const slash = name.indexOf("/");
  const first = slash === -1 ? "" : name.slice(0, slash);
  const hasRegistry = /[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase();
  if (hasRegistry && first !== "docker.io" && first !== "index.docker.io") {
    return isPath2(isRegistry(first) ? name.slice(slash + 1) : name) ? name : void 0;
  }
  const path = hasRegistry ? name.slice(slash + 1) : name;
  if (!isPath2(path.includes("/") ? path : `library/${path}`)) return void 0;
  const official = path.startsWith("library/") ? path.slice("library/".length) : path;
  return official.includes("/") ? path : official;
}
function isPath2(text2) {
  return text2.length <= PATH_LIMIT && text2.split("/").every((component) => PATH_COMPONENT.test(component));
}
function isRegistry(text2) {
  const port = /:([0-9]+)$/.exec(text2);
  const host = port ? text2.slice(0, port.index) : text2;
  return IPV6_HOST.test(host) || host.split(".").every((component) => HOST_COMPONENT.test(component));
}
function isDigest(text2) {
  const colon = text2.indexOf(":");
  const length = DIGEST_LENGTHS.get(text2.slice(0, colon));
  const hex = text2.slice(colon + 1);
  return hex.length === length && /^[0-9a-f]+$/.test(hex);
}

// src/parse/node.ts
function child(node2, key) {
  return node2?.kind === "map" ? node2.entries.get(key)?.node : void 0;
}
function descend(node2, ...keys) {
  let at = node2;
  for (const key of keys) at = child(at, key);
  return at;
}
function textOf2(node2) {
  return node2?.kind === "scalar" && node2.text !== null ? node2.text : void 0;
}
function itemsOf(node2) {
  return node2?.kind === "list" ? node2.items : [];
}
function entriesOf(node2) {
  return node2?.kind === "map" ? [...node2.entries].map(([key, entry2]) => [key, entry2.node, entry2.keyAt]) : [];
}

// src/parse/units.ts
var SIZE_FACTORS = /* @__PURE__ */ new Map([
  ["k", 1024],
  ["m", 1024 ** 2],
  ["g", 1024 ** 3],
  ["t", 1024 ** 4],
  ["p", 1024 ** 5]
]);
var DIGITS = String.raw`\d(?:_?\d)*`;
var DECIMAL = String.raw`(?:${DIGITS}(?:\.(?:${DIGITS})?)?|\.${DIGITS})(?:[eE][-+]?${DIGITS})?`;
var SIZE = new RegExp(`^([-+]?${DECIMAL}) ?([a-zA-Z]{0,3})$`);
var LARGEST = 2n ** 63n;
function parseBytes(text2) {
  if (text2.length > 100) return void 0;
  if (/^[-+]?\d+$/.test(text2)) {
    const whole2 = BigInt(text2.replace("+", ""));
    return whole2 >= -LARGEST && whole2 < LARGEST ? Number(whole2) : void 0;
  }
  const match2 = SIZE.exec(text2);
  if (!match2) return void 0;
  const size = Number(match2[1]?.replaceAll("_", ""));
  const factor = sizeFactor((match2[2] ?? "").toLowerCase());
  if (factor === void 0 || size < 0 || !(size * factor < 2 ** 63)) return void 0;
  return Math.trunc(size * factor) + 0;
}
function sizeFactor(unit) {
  if (unit === "" || unit === "b") return 1;
  return /^.(?:i?b)?$/.test(unit) ? SIZE_FACTORS.get(unit.charAt(0)) : void 0;
}
var DURATION_SECONDS = /* @__PURE__ */ new Map([
  ["ns", 1e-9],
  ["us", 1e-6],
  ["\xB5s", 1e-6],
  ["\u03BCs", 1e-6],
  ["ms", 1e-3],
  ["s", 1],
  ["m", 60],
  ["h", 3600],
  ["d", 86400],
  ["w", 604800]
]);
function parseDuration(text2) {
  const sign = text2.startsWith("-") ? -1 : 1;
  const body = /^[-+]/.test(text2) ? text2.slice(1) : text2;
  if (body === "0") return 0;
  if (body === "" || body.length > 100) return void 0;
  const part = /(\d+\.?\d*|\.\d+)([a-zµμ]+)/y;
  let seconds = 0;
  while (part.lastIndex < body.length) {
    const match2 = part.exec(body);
    const unit = match2 ? DURATION_SECONDS.get(match2[2] ?? "") : void 0;
    if (!match2 || unit === void 0) return void 0;
    seconds += unit < 1 ? Number(match2[1]) / Math.round(1 / unit) : Number(match2[1]) * unit;
  }
  return seconds * 1e9 >= 2 ** 63 ? void 0 : sign * seconds;
}

// src/model/read-node.ts
function openVariable(node2) {
  if (node2.open !== void 0) return node2.open;
  const state = node2.interpolation?.state;
  if (state !== "unknown" && state !== "required") return void 0;
  const open2 = node2.interpolation?.uses.find((use) => use.source === "none");
  return `${open2 ? `\${${open2.name}}` : "it"} is set outside the repository`;
}
function factOf(node2, parse) {
  if (node2?.kind !== "scalar" || node2.text === null) return void 0;
  const open2 = openVariable(node2);
  if (open2 !== void 0) return unknown(node2.at, open2);
  const value = parse(node2.text);
  return value === void 0 ? void 0 : known(value, node2.at);
}
function textFact(node2) {
  return factOf(node2, (text2) => text2);
}
function numberFact(node2) {
  return factOf(node2, (text2) => {
    const number = Number(text2);
    return text2.trim() === "" || !Number.isFinite(number) ? void 0 : number;
  });
}
function booleanFact(node2) {
  return factOf(node2, (text2) => {
    if (/^(true|yes|on|y|1)$/i.test(text2)) return true;
    return /^(false|no|off|n|0)$/i.test(text2) ? false : void 0;
  });
}
function keySpan(node2, key, fallback) {
  return (node2?.kind === "map" ? node2.entries.get(key)?.keyAt : void 0) ?? fallback;
}
function textsOf2(node2) {
  return itemsOf(node2).flatMap((item) => item.kind === "scalar" && item.text !== null ? [item.text] : []);
}
function textAt2(node2, key) {
  return textFact(child(node2, key));
}

// src/model/compose/settings.ts
function optional(key, value) {
  return value === void 0 ? {} : { [key]: value };
}
function booleanValue(node2) {
  return knownValue(booleanFact(node2));
}
function replicasOf2(node2, platform) {
  const mode = textFact(descend(node2, "deploy", "mode"));
  if (platform === "swarm" && mode?.known && mode.value.startsWith("global"))
    return unknown(mode.at, "one runs on each node of the swarm");
  return numberFact(child(node2, "scale")) ?? numberFact(descend(node2, "deploy", "replicas"));
}
function runsOnce(node2, platform) {
  return platform === "swarm" && /-job$/.test(knownValue(textFact(descend(node2, "deploy", "mode"))) ?? "");
}
function restartOf(node2, at, platform) {
  const policy = descend(node2, "deploy", "restart_policy");
  if (policy) {
    const condition = textAt2(policy, "condition");
    const read2 = condition ? policyOf(condition) : platform === "swarm" ? "always" : "none";
    return { policy: read2, at: condition?.at ?? policy.at, written: true };
  }
  if (platform === "swarm") return { policy: "always", at, written: false };
  const restart = textAt2(node2, "restart");
  return restart ? { policy: policyOf(restart), at: restart.at, written: true } : { policy: "none", at, written: false };
}
function policyOf(fact) {
  if (!fact.known) return "unknown";
  const [name = ""] = fact.value.split(":");
  if (["any", "always", "unless-stopped"].includes(name)) return "always";
  return name === "on-failure" ? "on-failure" : "none";
}
function dependenciesOf(node2) {
  return entriesOf(child(node2, "depends_on")).map(([workload, options, at]) => {
    const condition = knownValue(textAt2(options, "condition"));
    return {
      workload,
      condition: condition === "service_healthy" ? "healthy" : condition === "service_completed_successfully" ? "completed" : "started",
      required: booleanValue(child(options, "required")) !== false,
      at
    };
  });
}
function resourcesOf(node2) {
  const limits = descend(node2, "deploy", "resources", "limits");
  const reservations = descend(node2, "deploy", "resources", "reservations");
  const files = descend(node2, "ulimits", "nofile");
  return {
    ...optional(
      "memoryLimit",
      positive(factOf(child(limits, "memory"), parseBytes) ?? factOf(child(node2, "mem_limit"), parseBytes))
    ),
    ...optional(
      "memoryReservation",
      positive(factOf(child(reservations, "memory"), parseBytes) ?? factOf(child(node2, "mem_reservation"), parseBytes))
    ),
    ...optional("cpuLimit", positive(numberFact(child(limits, "cpus")) ?? numberFact(child(node2, "cpus")))),
    ...optional("cpuReservation", positive(numberFact(child(reservations, "cpus")))),
    ...optional("openFiles", numberFact(child(files, "soft") ?? files)),
    limitedByDefault: false
  };
}
function positive(fact) {
  return fact?.known && fact.value <= 0 ? void 0 : fact;
}
function privilegesOf(node2) {
  const spaces = ["pid", "ipc", "uts"].flatMap((namespace) => {
    const mode = textAt2(node2, namespace);
    return knownValue(mode) === "host" && mode ? [{ namespace, at: mode.at }] : [];
  });
  const network = textAt2(node2, "network_mode");
  return {
    ...optional("privileged", booleanFact(child(node2, "privileged"))),
    addedCapabilities: itemsOf(child(node2, "cap_add")).flatMap(
      (item) => item.kind === "scalar" && item.text ? [{ name: item.text.toUpperCase().replace(/^CAP_/, ""), at: item.at }] : []
    ),
    hostNamespaces: [
      ...knownValue(network) === "host" && network ? [{ namespace: "network", at: network.at }] : [],
      ...spaces
    ],
    ...optional("user", textAt2(node2, "user")),
    readOnlyRoot: booleanValue(child(node2, "read_only")) === true
  };
}
function loggingOf(node2, at) {
  const logging = child(node2, "logging");
  if (!logging) return void 0;
  const options = entriesOf(child(logging, "options")).flatMap(([key, value]) => {
    const fact = textFact(value);
    return fact ? [[key, fact]] : [];
  });
  return {
    ...optional("driver", textAt2(logging, "driver")),
    options: new Map(options),
    at: keySpan(node2, "logging", at)
  };
}
function secretFilesOf(node2) {
  return itemsOf(child(node2, "secrets")).flatMap((item) => {
    const source = knownValue(textAt2(item, "source"));
    const target = knownValue(textAt2(item, "target")) ?? source;
    return target === void 0 ? [] : [target.startsWith("/") ? target : `/run/secrets/${target}`];
  });
}

// src/parse/path-pattern.ts
var PATTERN_LIMIT = 1e3;
function pathMatcher(pattern) {
  if (pattern.length > PATTERN_LIMIT) return () => false;
  const tokens = tokensOf(pattern);
  return (path) => matches(tokens, path);
}
function tokensOf(pattern) {
  const tokens = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === "*" && pattern.charAt(at + 1) === "*") {
      while (pattern.charAt(at + 1) === "*") at++;
      if (pattern.charAt(at + 1) === "/") {
        at++;
        tokens.push({ kind: "folders" });
      } else tokens.push({ kind: "anything" });
    } else if (character === "*") tokens.push({ kind: "some" });
    else if (character === "?") tokens.push({ kind: "one" });
    else if (character === "[" && pattern.includes("]", at + 2)) {
      const end = pattern.indexOf("]", at + 2);
      tokens.push(classOf(pattern.slice(at + 1, end)));
      at = end;
    } else if (character === "\\" && at + 1 < pattern.length) {
      at++;
      tokens.push({ kind: "character", text: pattern.charAt(at) });
    } else tokens.push({ kind: "character", text: character });
  }
  return tokens;
}
function classOf(text2) {
  const negated = text2.startsWith("^");
  const ranges = [];
  for (let at = negated ? 1 : 0; at < text2.length; at++) {
    const first = text2.charAt(at);
    if (text2.charAt(at + 1) === "-" && at + 2 < text2.length) {
      ranges.push([first, text2.charAt(at + 2)]);
      at += 2;
    } else ranges.push([first, first]);
  }
  return { kind: "class", negated, ranges };
}
function matches(tokens, path) {
  let states = reach(tokens, [0]);
  for (let at = 0; at < path.length && states.size > 0; at++) {
    const character = path.charAt(at);
    const next = [];
    for (const state of states) {
      if (state < 0) {
        next.push(state);
        if (character === "/") next.push(-state);
        continue;
      }
      const token = tokens[state];
      if (!token) continue;
      if (token.kind === "folders") next.push(-state - 1, ...character === "/" ? [state + 1] : []);
      else if (token.kind === "anything" || token.kind === "some" && character !== "/") next.push(state);
      else if (isOne(token, character)) next.push(state + 1);
    }
    states = reach(tokens, next);
  }
  return states.has(tokens.length);
}
function isOne(token, character) {
  if (token.kind === "character") return token.text === character;
  if (token.kind === "one") return character !== "/";
  if (token.kind !== "class" || character === "/") return false;
  return token.ranges.some(([first, last]) => first <= character && character <= last) !== token.negated;
}
function reach(tokens, from) {
  const reached = /* @__PURE__ */ new Set();
  for (const start2 of from) {
    let state = start2;
    while (!reached.has(state)) {
      reached.add(state);
      const kind = state < 0 ? void 0 : tokens[state]?.kind;
      if (kind !== "folders" && kind !== "anything" && kind !== "some") break;
      state++;
    }
  }
  return reached;
}
function ignoreMatcher(patterns) {
  const rules2 = patterns.map((pattern) => {
    const negated = pattern.startsWith("!");
    const text2 = (negated ? pattern.slice(1) : pattern).trim().replace(/^(?:\.?\/)+/, "").replace(/(?:\/\.?)+$/, "");
    return { negated, match: text2 === "" || text2 === "." ? () => false : pathMatcher(text2) };
  });
  return (path) => {
    const candidates = withParents(path);
    let ignored2 = false;
    for (const { negated, match: match2 } of rules2) {
      if (ignored2 === negated && candidates.some(match2)) ignored2 = !negated;
    }
    return ignored2;
  };
}
function withParents(path) {
  const found2 = [path];
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
    found2.push(path.slice(0, slash));
  }
  return found2;
}

// src/model/image/build-context.ts
function buildContextOf(tree, options) {
  const { path, present, at, declared, named = /* @__PURE__ */ new Set(), ignoreFile } = options;
  const found2 = /* @__PURE__ */ new Map();
  let files;
  const list2 = () => {
    files ??= tree.files.flatMap(
      (file) => isWithin(path, file.path) ? [path === "." ? file.path : file.path.slice(path.length + 1)] : []
    );
    return files;
  };
  return {
    path,
    present,
    at,
    declared,
    named,
    exists: (inner) => tree.exists(joinPath(path, inner)),
    find: (pattern) => {
      const clean2 = cleanPath(pattern);
      const known4 = found2.get(clean2);
      if (known4) return known4;
      const matching = clean2 === "." ? list2() : list2().filter(finder(clean2));
      found2.set(clean2, matching);
      return matching;
    },
    read: (inner) => tree.read(joinPath(path, inner)),
    leavesOut: ignoreMatcher(ignoreFile?.patterns ?? [])
  };
}
function cleanPath(path) {
  return joinPath(".", path);
}
function finder(pattern) {
  const plain4 = pattern.search(/[*?[\\]/);
  if (plain4 === -1) return (file) => isWithin(pattern, file);
  const start2 = pattern.slice(0, plain4);
  const match2 = pathMatcher(pattern);
  return (file) => file.startsWith(start2) && (match2(file) || parents(file).some(match2));
}
function parents(file) {
  const found2 = [];
  for (let slash = file.lastIndexOf("/"); slash > 0; slash = file.lastIndexOf("/", slash - 1)) {
    found2.push(file.slice(0, slash));
  }
  return found2;
}

// src/model/image/dockerfiles.ts
function dockerfilesOf(tree) {
  const parsed = /* @__PURE__ */ new Map();
  const used = /* @__PURE__ */ new Set();
  const parse = (path) => {
    if (!parsed.has(path)) {
      const source = tree.read(path);
      parsed.set(path, source && parseDockerfile(source));
    }
    return parsed.get(path);
  };
  return {
    get: (path) => {
      const file = parse(path);
      if (file) used.add(path);
      return file;
    },
    used,
    all: () => tree.files.filter((file) => file.format === "dockerfile").flatMap((file) => parse(file.path) ?? [])
  };
}
function ignoreFileOf(tree, dockerfile, context) {
  const path = [`${dockerfile}.dockerignore`, joinPath(context, ".dockerignore")].find(
    (candidate) => tree.exists(candidate)
  );
  const text2 = path === void 0 ? void 0 : tree.read(path)?.text;
  if (path === void 0 || text2 === void 0) return void 0;
  const lines = text2.split(/\r?\n/).map((line) => line.trim());
  return { path, patterns: lines.filter((line) => line !== "" && !line.startsWith("#")) };
}
function ignored(tree, dockerfile, context) {
  const ignoreFile = dockerfile === void 0 ? void 0 : ignoreFileOf(tree, dockerfile, context);
  return ignoreFile ? { ignoreFile } : {};
}
var STAGE_LIMIT = 100;
function stagesOf(shipped, settings) {
  const { file } = shipped;
  const found2 = /* @__PURE__ */ new Map([[shipped.stage, shipped]]);
  for (const image of found2.values()) {
    const needed = [...image.chain.slice(1), ...image.chain.flatMap((stage) => stagesUsedBy(stage, file.stages))];
    for (const stage of needed) {
      if (found2.has(stage) || found2.size >= STAGE_LIMIT) continue;
      const resolved = resolveDockerfile(file, { ...settings, target: String(stage.index) });
      if (resolved) found2.set(stage, resolved);
    }
  }
  return [...found2.values()].sort(
    (one, other) => one === shipped ? 1 : other === shipped ? -1 : one.stage.index - other.stage.index
  );
}

// src/model/image/images.ts
function imageOf2(service2, tree, dockerfiles) {
  const imageNode = child(service2.node, "image");
  const build = child(service2.node, "build");
  if (build?.kind === "map") return builtImage(requestOf(build, service2), tree, dockerfiles);
  return imageNode && pulledImage(imageNode);
}
function pulledImage(node2) {
  const reference = factOf(node2, parseImageReference);
  if (!reference) return void 0;
  const { at } = node2;
  const text2 = reference.known ? reference.value.text : textOrRaw(node2) ?? "";
  const image = {
    id: `image:${text2}`,
    kind: "image",
    name: text2,
    weight: 2,
    at,
    files: [],
    origin: "pulled",
    reference,
    referenceAt: at,
    usedBy: []
  };
  return { image, ...identify(reference.known ? reference : recognisable(text2, at)), files: [] };
}
function recognisable(raw, at) {
  const name = raw.replace(/^\$\{?\w+\}?\//, "").replace(/(?::[^:/@]*\$|@\$).*$/, "");
  const reference = parseImageReference(name);
  return reference && known(reference, at);
}
function textOrRaw(node2) {
  return node2.kind === "scalar" ? node2.interpolation?.raw ?? node2.text ?? void 0 : void 0;
}
function requestOf(build, { name, node: node2, at }) {
  const imageNode = child(node2, "image");
  const reference = factOf(imageNode, parseImageReference);
  const told = reference?.known ? reference : recognisable((imageNode && textOrRaw(imageNode)) ?? "", at);
  return {
    name,
    ...optional("context", textAt2(build, "context")),
    ...optional("dockerfile", textAt2(build, "dockerfile")),
    ...optional("target", textAt2(build, "target")),
    inline: child(build, "dockerfile_inline") !== void 0,
    arguments: buildArguments(build),
    contexts: new Set(entriesOf(child(build, "additional_contexts")).map(([name2]) => name2)),
    ...optional("reference", reference),
    ...optional("repository", knownValue(told)?.repository),
    at: keySpan(node2, "build", at)
  };
}
function builtImage(request, tree, dockerfiles) {
  const { at, context, dockerfile: named, inline, reference } = request;
  const contextPath = knownValue(context) ?? ".";
  const target = knownValue(request.target);
  const path = inline || context?.known === false ? void 0 : dockerfilePath(contextPath, named, tree);
  const file = path === void 0 ? void 0 : dockerfiles.get(path);
  const settings = { arguments: request.arguments, ...ignored(tree, path, contextPath) };
  const dockerfile = file && resolveDockerfile(file, { ...target === void 0 ? {} : { target }, ...settings });
  const missing = missingFrom({ named, target: request.target, path, inline, file, dockerfile });
  const present = context?.known !== false && tree.exists(contextPath);
  const place = inline ? `${contextPath} (${request.name})` : path ?? (context?.known === false ? request.name : contextPath);
  const variant = dockerfile && variantOfBase(dockerfile, target);
  const id = `image:${place}${target ? `#${target}` : ""}${variant ? `@${variant}` : ""}`;
  const image = {
    id,
    kind: "image",
    name: [place, ...target ? [`(${target})`] : [], ...variant ? [`on ${variant}`] : []].join(" "),
    weight: 2,
    at: dockerfile?.stage.fromAt ?? at,
    files: path === void 0 ? [] : [path],
    origin: "built",
    ...reference ? { reference } : {},
    ...optional("builtAs", request.repository),
    ...dockerfile ? { dockerfile, stages: stagesOf(dockerfile, settings) } : {},
    context: buildContextOf(tree, {
      path: contextPath,
      present,
      at,
      declared: true,
      named: request.contexts,
      ...dockerfile?.ignoreFile ? { ignoreFile: dockerfile.ignoreFile } : {}
    }),
    ...missing && present ? { missing: { ...missing, at: missing.at ?? at } } : {},
    usedBy: []
  };
  const base = dockerfile?.base;
  const from = dockerfile?.chain.at(-1);
  return { image, ...identify(base?.known ? base : from && recognisable(from.from, from.fromAt)), files: image.files };
}
function variantOfBase(dockerfile, target) {
  if (dockerfile.file.globalArguments.length === 0) return void 0;
  const settings = { arguments: /* @__PURE__ */ new Map(), ...target === void 0 ? {} : { target } };
  const usual = knownValue(resolveDockerfile(dockerfile.file, settings)?.base)?.text;
  const base = knownValue(dockerfile.base)?.text;
  return base === usual ? void 0 : base;
}
function missingFrom(build) {
  const { named, target, path, inline, file, dockerfile } = build;
  if (inline || named?.known === false) return void 0;
  if (path === void 0)
    return { what: "dockerfile", name: named?.value ?? "Dockerfile", ...named ? { at: named.at } : {} };
  if (!target?.known || dockerfile || !file || file.stages.length === 0) return void 0;
  return { what: "target", name: target.value, at: target.at };
}
function dockerfilePath(context, named, tree) {
  if (named && !named.known) return void 0;
  const path = joinPath(context, named?.value ?? "Dockerfile");
  return tree.exists(path) ? path : void 0;
}
function buildArguments(build) {
  return new Map(entriesOf(child(build, "args")).map(([name, node2]) => [name, knownValue(textFact(node2)) ?? null]));
}
function identify(reference) {
  if (!reference?.known) return {};
  const found2 = softwareOf(reference.value.repository);
  const version = versionOf(reference.value.tag, found2?.distribution);
  return {
    ...found2 ? { software: found2.software, distribution: found2.distribution } : {},
    ...version ? { version } : {}
  };
}
function versionOf(tag, distribution) {
  const pattern = distribution?.versionFromTag ?? /^(?:v|pg|RELEASE\.)?(\d+(?:\.\d+)*)/;
  const digits = /^\d+(?:\.\d+)*/.exec(pattern.exec(tag ?? "")?.[1] ?? "")?.[0];
  return digits?.split(".").map(Number);
}
function isPlainlyOwn(image) {
  const repository = /^([a-z0-9][a-z0-9._/-]*(?::\d+\/[a-z0-9._/-]+)?):\$\{?[A-Za-z_]/.exec(image.name)?.[1];
  const reference = repository === void 0 ? void 0 : parseImageReference(repository);
  return reference?.repository.includes("/") === true && softwareOf(reference.repository) === void 0;
}
function shareImages(workloads) {
  const byId = /* @__PURE__ */ new Map();
  for (const { id, image, weight } of workloads) {
    if (!image) continue;
    const shared = byId.get(image.id);
    if (!shared) byId.set(image.id, { image, weight, usedBy: [id] });
    else {
      shared.weight = Math.max(weight, shared.weight);
      shared.usedBy.push(id);
    }
  }
  return [...byId.values()].map(({ image, weight, usedBy }) => ({ ...image, weight, usedBy }));
}

// rules/image/discontinued.ts
var discontinued_default = defineRule({
  id: "image/discontinued",
  title: "An image is no longer published or maintained",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "It gets no security updates, and the day the registry removes it no new host can start the system.",
  fix: "Move to the image that takes its place.",
  refs: [
    "https://github.com/bitnami/containers/issues/83267",
    "https://hub.docker.com/search?q=&type=image&image_filter=official"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const image of system.images) {
      const references = image.origin === "pulled" ? [image.reference] : (image.stages ?? []).map((stage) => stage.base).toReversed();
      for (const reference of references) {
        if (!reference) continue;
        pass(image);
        if (!reference.known) {
          if (isPlainlyOwn(image)) continue;
          unverified(image, reference, `the image is not known: ${reference.because}`);
          continue;
        }
        const { repository, tag, text: text2 } = reference.value;
        const gone = discontinued(repository, tag);
        if (!gone) continue;
        const at = image.origin === "pulled" ? image.referenceAt ?? reference.at : reference.at;
        const name = image.origin === "pulled" ? text2 : `${image.name} is built on ${text2}`;
        fail2(image, at, `${name}: ${gone.because}`, { fix: `${gone.instead} (${gone.source}).`, key: repository });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// src/knowledge/end-of-life-dates.ts
function lifecycle(name, source, dates) {
  const ends = /* @__PURE__ */ new Map();
  for (const entry2 of dates.trim().split(/\s+/)) {
    const [cycle, date] = entry2.split("=");
    if (cycle !== void 0 && date !== void 0) ends.set(cycle, date);
  }
  return { name, source, ends };
}
var LIFECYCLES = /* @__PURE__ */ new Map([
  [
    "node",
    lifecycle(
      "Node.js",
      "https://nodejs.org/en/about/previous-releases",
      `4=2018-04-30 5=2016-06-30 6=2019-04-30 7=2017-06-30 8=2019-12-31 9=2018-06-30 10=2021-04-30 11=2019-06-01 12=2022-04-30 13=2020-06-01
       14=2023-04-30 15=2021-06-01 16=2023-09-11 17=2022-06-01 18=2025-04-30 19=2023-06-01 20=2026-04-30 21=2024-06-01
       22=2027-04-30 23=2025-06-01 24=2028-04-30 25=2026-06-01`
    )
  ],
  [
    "python",
    lifecycle(
      "Python",
      "https://devguide.python.org/versions/",
      `2=2020-01-01 2.7=2020-01-01 3.3=2017-09-29 3.4=2019-03-18 3.5=2020-09-30 3.6=2021-12-23 3.7=2023-06-27 3.8=2024-10-07
       3.9=2025-10-31 3.10=2026-10-31 3.11=2027-10-31 3.12=2028-10-31 3.13=2029-10-31 3.14=2030-10-31`
    )
  ],
  [
    "postgres",
    lifecycle(
      "PostgreSQL",
      "https://www.postgresql.org/support/versioning/",
      `9=2021-11-11 9.0=2015-10-08 9.1=2016-10-27 9.2=2017-11-09 9.3=2018-11-08 9.4=2020-02-13 9.5=2021-02-11 9.6=2021-11-11 10=2022-11-10 11=2023-11-09 12=2024-11-21
       13=2025-11-13 14=2026-11-12 15=2027-11-11 16=2028-11-09 17=2029-11-08 18=2030-11-14`
    )
  ],
  [
    "redis",
    lifecycle(
      "Redis",
      "https://github.com/redis/redis/security/policy",
      "4.0=2020-04-30 5=2022-04-27 5.0=2022-04-27 6.0=2022-05-31 7.0=2024-07-29"
    )
  ],
  [
    "mongodb",
    lifecycle(
      "MongoDB",
      "https://www.mongodb.com/legal/support-policy/lifecycles",
      `3.0=2018-02-28 3.2=2018-09-30 3.4=2020-01-31 3.6=2021-04-30 4.0=2022-04-30 4.2=2023-04-30 4.4=2024-02-29 5.0=2024-10-31 5.1=2022-01-18
       5.2=2022-03-23 5.3=2022-07-31 6.0=2025-07-31 6.1=2023-02-09 6.2=2023-04-24 6.3=2023-08-31 7.0=2027-08-31
       7.1=2024-01-23 7.2=2024-03-27 7.3=2024-10-31 8.0=2029-10-31 8.1=2025-09-30 8.2=2026-07-31 4=2024-02-29 5=2024-10-31 6=2025-07-31`
    )
  ],
  [
    "mysql",
    lifecycle(
      "MySQL",
      "https://www.oracle.com/us/support/library/lifetime-support-technology-069183.pdf",
      `5.5=2018-12-31 5.6=2021-02-28 5.7=2023-10-31 5=2023-10-31 8.0=2026-04-30 8.1=2023-10-25 8.2=2024-01-16
       8.3=2024-04-30 8.4=2032-04-30 9.0=2024-10-15 9.1=2025-01-21 9.2=2025-04-15 9.3=2025-07-22 9.4=2025-10-21
       9.5=2026-01-20 9.6=2026-04-21`
    )
  ],
  [
    "mariadb",
    lifecycle(
      "MariaDB",
      "https://mariadb.org/about/#maintenance-policy",
      `5.5=2020-04-11 10.0=2019-03-31 10.1=2020-10-17 10.2=2022-05-23 10.3=2023-05-25 10.4=2024-06-18 10.5=2025-06-24
       10.6=2026-07-06 10.7=2023-02-09 10.8=2023-05-20 10.9=2023-08-22 10.10=2023-11-17 10.11=2028-02-16
       11.0=2024-06-06 11.1=2024-08-21 11.2=2024-11-21 11.3=2024-05-29 11.4=2029-05-29 11.5=2024-11-21
       11.6=2025-02-13 11.7=2025-05-12 11.8=2028-06-04 12.0=2025-11-18 12.1=2026-02-13 12.2=2026-05-13`
    )
  ],
  [
    "elastic",
    lifecycle(
      "Elastic Stack",
      "https://www.elastic.co/support/eol",
      "2=2018-02-28 5=2019-03-11 6=2022-02-10 7=2026-01-15"
    )
  ],
  [
    "rabbitmq",
    lifecycle(
      "RabbitMQ",
      "https://www.rabbitmq.com/release-information",
      `3.6=2018-05-31 3.7=2020-09-30 3.8=2022-07-31 3.9=2023-01-31 3.10=2023-07-31 3.11=2023-12-31 3.12=2024-06-30
       3.13=2024-09-17 3=2024-09-17 4.0=2025-04-15 4.1=2026-01-31`
    )
  ],
  [
    "confluent",
    lifecycle(
      "Confluent Platform",
      "https://docs.confluent.io/platform/current/installation/versions-interoperability.html",
      `3.0=2019-05-24 3.1=2019-11-15 3.2=2020-03-02 3.3=2020-08-01 4.0=2020-11-28 4.1=2021-04-16 5.0=2021-07-31
       5.1=2021-12-14 5.2=2022-03-28 5.3=2022-07-19 5.4=2023-01-10 5.5=2023-04-24 6.0=2023-09-24 6.1=2024-02-09
       6.2=2024-06-08 7.0=2024-10-27 7.1=2025-04-05 7.2=2025-07-06 7.3=2025-11-04 7.4=2026-05-03 7.5=2026-08-25`
    )
  ],
  [
    "debian",
    lifecycle(
      "Debian (long-term support)",
      "https://wiki.debian.org/LTS",
      "6=2016-02-29 7=2018-05-31 8=2020-06-30 9=2022-06-30 10=2024-06-30 11=2026-08-31 12=2028-06-30 13=2030-06-30"
    )
  ],
  [
    "ubuntu",
    lifecycle(
      "Ubuntu (standard support)",
      "https://ubuntu.com/about/release-cycle",
      `12.04=2017-04-28 14.04=2019-04-25 16.04=2021-04-30 18.04=2023-05-31 20.04=2025-05-31 20.10=2021-07-22
       21.04=2022-01-20 21.10=2022-07-14 22.10=2023-07-20 23.04=2024-01-25 23.10=2024-07-11 24.10=2025-07-10
       25.04=2026-01-15 25.10=2026-07-31`
    )
  ],
  [
    "alpine",
    lifecycle(
      "Alpine Linux",
      "https://alpinelinux.org/releases/",
      `3.5=2018-11-01 3.6=2019-05-01 3.7=2019-11-01 3.8=2020-05-01 3.9=2020-11-01 3.10=2021-05-01 3.11=2021-11-01
       3.12=2022-05-01 3.13=2022-11-01 3.14=2023-05-01 3.15=2023-11-01 3.16=2024-05-23 3.17=2024-11-22 3.18=2025-05-09
       3.19=2025-11-01 3.20=2026-04-01 3.21=2026-11-01 3.22=2027-05-01 3.23=2027-11-01`
    )
  ],
  [
    "centos",
    lifecycle(
      "CentOS Linux",
      "https://www.centos.org/centos-linux-eol/",
      "5=2017-03-31 6=2020-11-30 7=2024-06-30 8=2021-12-31"
    )
  ],
  [
    "amazonlinux",
    lifecycle(
      "Amazon Linux",
      "https://aws.amazon.com/amazon-linux-2/faqs/",
      "1=2023-12-31 2018.03=2023-12-31 2=2026-06-30"
    )
  ],
  [
    "php",
    lifecycle(
      "PHP",
      "https://www.php.net/supported-versions.php",
      `5=2018-12-31 5.3=2014-08-14 5.4=2015-09-14 5.5=2016-07-21 5.6=2018-12-31 7=2022-11-28 7.0=2019-01-10 7.1=2019-12-01 7.2=2020-11-30
       7.3=2021-12-06 7.4=2022-11-28 8.0=2023-11-26 8.1=2025-12-31 8.2=2026-12-31 8.3=2027-12-31 8.4=2028-12-31
       8.5=2029-12-31`
    )
  ],
  [
    "ruby",
    lifecycle(
      "Ruby",
      "https://www.ruby-lang.org/en/downloads/branches/",
      `2=2023-03-31 2.1=2017-03-31 2.2=2018-03-31 2.3=2019-03-31 2.4=2020-03-31 2.5=2021-04-05 2.6=2022-04-12 2.7=2023-03-31 3.0=2024-04-23
       3.1=2025-03-26 3.2=2026-03-31 3.3=2027-03-31 3.4=2028-03-31 4.0=2029-03-31`
    )
  ],
  [
    "go",
    lifecycle(
      "Go",
      "https://go.dev/doc/devel/release",
      `1.10=2019-02-25 1.11=2019-09-03 1.12=2020-02-25 1.13=2020-08-11 1.14=2021-02-16 1.15=2021-08-16 1.16=2022-03-15 1.17=2022-08-02 1.18=2023-02-01 1.19=2023-08-08
       1.20=2024-02-06 1.21=2024-08-13 1.22=2025-02-11 1.23=2025-08-12 1.24=2026-02-10 1.25=2026-08-19`
    )
  ],
  [
    "dotnet",
    lifecycle(
      ".NET",
      "https://dotnet.microsoft.com/platform/support/policy/dotnet-core",
      `2.1=2021-08-21 2.2=2019-12-23 3.0=2020-03-03 3.1=2022-12-13 5.0=2022-05-10 6.0=2024-11-12 7.0=2024-05-14
       8.0=2026-11-10 9.0=2026-11-10 10.0=2028-11-14`
    )
  ],
  [
    "nginx",
    lifecycle(
      "nginx",
      "https://nginx.org/en/download.html",
      `1.10=2017-04-12 1.12=2018-04-17 1.14=2019-04-23 1.16=2020-04-21 1.17=2020-05-26 1.18=2021-04-20 1.19=2021-05-25
       1.20=2022-05-24 1.21=2022-06-21 1.22=2023-04-11 1.23=2023-05-23 1.24=2024-04-23 1.25=2024-05-29 1.26=2025-04-23
       1.27=2025-06-24 1.28=2026-04-14 1.29=2026-05-13`
    )
  ],
  // 2.11 is left out: its makers' table ended it in February 2026, and they published fixes for it after that.
  [
    "traefik",
    lifecycle(
      "Traefik",
      "https://doc.traefik.io/traefik/deprecation/releases/",
      `1=2021-12-31 1.7=2021-12-31 2.0=2019-12-11 2.1=2020-03-25 2.2=2020-09-23 2.3=2021-01-19
       2.4=2021-08-17 2.5=2022-01-24 2.6=2022-05-24 2.7=2022-06-29 2.8=2022-10-03 2.9=2023-04-24 2.10=2024-02-12
       3.0=2024-07-15 3.1=2024-10-28 3.2=2025-01-06 3.3=2025-05-05 3.4=2025-07-23 3.5=2025-11-07 3.6=2026-08-16`
    )
  ],
  // Its makers name quarters: here the last day of each, or of the last release where that came later.
  [
    "haproxy",
    lifecycle(
      "HAProxy",
      "https://www.haproxy.org/",
      `1.8=2022-12-31 1.9=2020-07-31 2.0=2024-06-30 2.1=2021-03-31 2.2=2025-06-30 2.3=2022-07-27 2.4=2026-06-30
       2.5=2023-05-02 2.6=2027-06-30 2.7=2024-04-05 2.8=2028-06-30 2.9=2025-03-31 3.0=2029-06-30 3.1=2026-03-31
       3.2=2030-06-30 3.3=2027-03-31`
    )
  ],
  [
    "temurin",
    lifecycle(
      "Eclipse Temurin",
      "https://adoptium.net/support/",
      "16=2021-09-30 18=2022-09-30 19=2023-03-31 20=2023-09-19 22=2024-09-17 23=2025-03-18"
    )
  ],
  [
    "grafana",
    lifecycle(
      "Grafana",
      "https://grafana.com/docs/grafana/latest/upgrade-guide/when-to-upgrade/",
      `6=2021-06-08 7=2022-06-14 8=2023-06-09 9.0=2022-10-11 9.1=2022-11-29 9.2=2023-02-27 9.3=2023-04-06 9.4=2023-06-09
       9.5=2024-05-14 10.0=2023-10-24 10.1=2024-01-23 10.2=2024-07-24 10.3=2024-10-23 10.4=2025-06-05 11.0=2025-02-14
       11.1=2025-04-23 11.2=2025-05-27 11.3=2025-07-22 11.4=2025-09-05 11.5=2025-10-28 11.6=2026-06-25 12.0=2026-02-05
       12.1=2026-04-22 12.2=2026-06-23 12.3=2026-08-19 12.4=2027-05-24 13.0=2027-01-09 13.1=2027-03-20`
    )
  ],
  // Security fixes go to the newest major version only, so each ends when the next one is released.
  [
    "keycloak",
    lifecycle(
      "Keycloak",
      "https://github.com/keycloak/keycloak/security/policy",
      `17=2022-04-20 18=2022-07-27 19=2022-11-01 20=2023-02-23 21=2023-07-11 22=2023-11-23 23=2024-03-04 24=2024-06-10
       25=2024-10-04`
    )
  ]
]);
var CODENAMES = /* @__PURE__ */ new Map([
  ["wheezy", ["debian", "7"]],
  ["jessie", ["debian", "8"]],
  ["stretch", ["debian", "9"]],
  ["buster", ["debian", "10"]],
  ["bullseye", ["debian", "11"]],
  ["bookworm", ["debian", "12"]],
  ["trixie", ["debian", "13"]],
  ["trusty", ["ubuntu", "14.04"]],
  ["xenial", ["ubuntu", "16.04"]],
  ["bionic", ["ubuntu", "18.04"]],
  ["focal", ["ubuntu", "20.04"]],
  ["groovy", ["ubuntu", "20.10"]],
  ["hirsute", ["ubuntu", "21.04"]],
  ["impish", ["ubuntu", "21.10"]],
  ["kinetic", ["ubuntu", "22.10"]],
  ["lunar", ["ubuntu", "23.04"]],
  ["mantic", ["ubuntu", "23.10"]],
  ["oracular", ["ubuntu", "24.10"]],
  ["plucky", ["ubuntu", "25.04"]],
  ["questing", ["ubuntu", "25.10"]]
]);

// src/knowledge/end-of-life.ts
var RULESET_DATE = "2026-11-20";
var IMAGES = [
  ["node", "node bitnami/node bitnamilegacy/node cimg/node circleci/node"],
  ["python", "python bitnami/python bitnamilegacy/python cimg/python circleci/python"],
  ["postgres", "postgres bitnami/postgresql bitnamilegacy/postgresql postgis/postgis cimg/postgres"],
  [
    "redis",
    "redis bitnami/redis bitnamilegacy/redis bitnami/redis-cluster bitnamilegacy/redis-cluster bitnami/redis-sentinel"
  ],
  [
    "mongodb",
    "mongo bitnami/mongodb bitnamilegacy/mongodb mongodb/mongodb-community-server percona/percona-server-mongodb"
  ],
  [
    "mysql",
    "mysql bitnami/mysql bitnamilegacy/mysql mysql/mysql-server percona percona/percona-server container-registry.oracle.com/mysql/*"
  ],
  ["mariadb", "mariadb bitnami/mariadb bitnamilegacy/mariadb bitnami/mariadb-galera bitnamilegacy/mariadb-galera"],
  [
    "elastic",
    "elasticsearch kibana logstash docker.elastic.co/elasticsearch/* docker.elastic.co/kibana/* docker.elastic.co/logstash/* docker.elastic.co/beats/* elastic/elasticsearch elastic/kibana elastic/logstash elastic/filebeat elastic/metricbeat bitnami/elasticsearch bitnamilegacy/elasticsearch bitnami/kibana bitnamilegacy/kibana bitnami/logstash bitnamilegacy/logstash"
  ],
  ["rabbitmq", "rabbitmq bitnami/rabbitmq bitnamilegacy/rabbitmq"],
  ["confluent", "confluentinc/cp-*"],
  ["debian", "debian"],
  ["ubuntu", "ubuntu"],
  ["alpine", "alpine"],
  ["centos", "centos"],
  ["amazonlinux", "amazonlinux public.ecr.aws/amazonlinux/amazonlinux"],
  ["php", "php bitnami/php-fpm bitnamilegacy/php-fpm cimg/php circleci/php"],
  ["ruby", "ruby bitnami/ruby bitnamilegacy/ruby cimg/ruby circleci/ruby"],
  ["go", "golang bitnami/golang bitnamilegacy/golang cimg/go circleci/golang"],
  [
    "dotnet",
    "mcr.microsoft.com/dotnet/aspnet mcr.microsoft.com/dotnet/runtime mcr.microsoft.com/dotnet/runtime-deps mcr.microsoft.com/dotnet/sdk mcr.microsoft.com/dotnet/core/* bitnami/dotnet bitnami/aspnet-core"
  ],
  ["nginx", "nginx nginxinc/nginx-unprivileged bitnami/nginx bitnamilegacy/nginx"],
  ["traefik", "traefik traefik/traefik ghcr.io/traefik/traefik"],
  ["haproxy", "haproxy haproxytech/haproxy-alpine haproxytech/haproxy-debian haproxytech/haproxy-ubuntu"],
  ["temurin", "eclipse-temurin"],
  ["grafana", "grafana/grafana grafana/grafana-oss grafana/grafana-enterprise bitnami/grafana bitnamilegacy/grafana"],
  ["keycloak", "quay.io/keycloak/keycloak keycloak/keycloak bitnami/keycloak bitnamilegacy/keycloak"]
];
var productOf = matchRepositories(
  IMAGES.flatMap(([product, images]) => images.split(" ").map((pattern) => ({ pattern, value: product })))
);
var WITH_POSTGRES = matchRepositories(
  ["timescale/timescaledb", "timescale/timescaledb-ha", "pgvector/pgvector", "ankane/pgvector", "imresamu/postgis"].map(
    (pattern) => ({ pattern, value: true })
  )
);
function endsOfLife(repository, tag) {
  const text2 = (tag ?? "").slice(0, 128).toLowerCase();
  const name = repository.slice(0, 255).toLowerCase();
  const found2 = [...productEnds(name, text2), ...systemEnds(name, text2)];
  const unique = new Map(found2.map((entry2) => [`${entry2.product} ${entry2.cycle}`, entry2]));
  return [...unique.values()].sort((one, other) => one.date < other.date ? -1 : one.date > other.date ? 1 : 0);
}
function hasEnded(end, today = RULESET_DATE) {
  return end.date < today;
}
function productEnds(repository, tag) {
  for (const name of [repository, ...mirroredRepository(repository)]) {
    const product = productOf(name);
    if (product !== void 0) return lookUp(product, releaseIn(tag) ?? CODENAMES.get(tag.split("-")[0] ?? "")?.[1]);
    if (WITH_POSTGRES(name))
      return lookUp(
        "postgres",
        /(?:^|-)(?:pg|v)?(\d{2}|9\.\d)(?:\.\d+)*$/.exec(tag.replace(/-(?:oss|all|bookworm|trixie|bullseye)$/, ""))?.[1]
      );
  }
  return [];
}
var DISTROLESS = /^gcr\.io\/distroless\/([a-z]+?)-?(\d*)-debian(\d+)$/;
function systemEnds(repository, tag) {
  const distroless2 = DISTROLESS.exec(repository);
  if (distroless2) {
    const language2 = distroless2[1] === "nodejs" ? lookUp("node", distroless2[2]) : [];
    return [...language2, ...lookUp("debian", distroless2[3])];
  }
  return tag.split("-").flatMap((part, at) => {
    const codename = CODENAMES.get(part);
    if (codename) return lookUp(codename[0], codename[1]);
    const alpine = /^alpine(\d+\.\d+)/.exec(part)?.[1];
    if (alpine !== void 0) return lookUp("alpine", alpine);
    const debian = at > 0 ? /^(debian|ubuntu)-?(\d+(?:\.\d+)?)$/.exec(part) : null;
    return debian?.[1] ? lookUp(debian[1], debian[2]) : [];
  });
}
function releaseIn(tag) {
  return /^v?(\d{1,4}(?:\.\d+)*)(?:$|[-_+])/.exec(tag)?.[1];
}
function lookUp(product, version) {
  const lifecycle2 = LIFECYCLES.get(product);
  if (!lifecycle2 || version === void 0) return [];
  const [major = "", minor] = version.split(".");
  const cycles = minor === void 0 ? [major] : [`${major}.${minor}`, ...hasMinorCycles(lifecycle2.ends, major) ? [] : [major]];
  for (const cycle of cycles) {
    const date = lifecycle2.ends.get(cycle);
    if (date !== void 0) return [{ product: lifecycle2.name, cycle, date, source: lifecycle2.source }];
  }
  return [];
}
function hasMinorCycles(ends, major) {
  for (const cycle of ends.keys()) if (cycle.startsWith(`${major}.`)) return true;
  return false;
}

// rules/image/end-of-life.ts
var end_of_life_default = defineRule({
  id: "image/end-of-life",
  title: "An image holds software past its end of life",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Faults and security holes that are found from that day on are not mended any more, and packages, drivers and tools stop supporting it.",
  fix: "Move to a release that is still maintained; for a datastore read its upgrade notes first.",
  refs: [
    "https://endoflife.date/",
    "https://www.postgresql.org/support/versioning/",
    "https://nodejs.org/en/about/previous-releases"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const image of system.images) {
      const references = image.origin === "pulled" ? [image.reference] : (image.stages ?? []).map((stage) => stage.base).toReversed();
      const said = /* @__PURE__ */ new Set();
      for (const reference of references) {
        if (!reference) continue;
        pass(image);
        if (!reference.known) {
          if (isPlainlyOwn(image)) continue;
          unverified(image, reference, `the image is not known: ${reference.because}`);
          continue;
        }
        const { repository, tag, text: text2 } = reference.value;
        for (const end of endsOfLife(repository, tag)) {
          const key = `${end.product} ${end.cycle}`;
          if (!hasEnded(end) || said.has(key)) continue;
          said.add(key);
          const at = image.origin === "pulled" ? image.referenceAt ?? reference.at : reference.at;
          const what = `${text2}: ${ended(end)} on ${end.date}`;
          fail2(image, at, image.origin === "pulled" ? what : `${image.name} is built on ${what}`, { key });
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});
function ended({ product, cycle }) {
  const [, name, support] = /^([^(]+) \(([^)]+)\)$/.exec(product) ?? [];
  return name ? `${name} ${cycle} reached the end of its ${support}` : `${product} ${cycle} reached its end of life`;
}

// rules/image/ignore-file-missing.ts
var ignore_file_missing_default = defineRule({
  id: "image/ignore-file-missing",
  title: "A whole folder is copied into an image without a .dockerignore",
  category: "security",
  severity: "low",
  confidence: "A",
  security: 3.1,
  since: "0.1.0",
  effort: "minutes",
  why: "Everything that lies in the folder on the machine that builds goes into the image: `.env` files, `.git` with its history, a `node_modules` of another platform that overwrites the one just installed.",
  fix: "Put a `.dockerignore` beside the Dockerfile (at the root of the build context) with at least `.git`, `.env*`, `node_modules`, `dist` and `*.log`.",
  refs: ["https://docs.docker.com/build/concepts/context/#dockerignore-files"],
  reads: ["compose", "dockerfile"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const image of system.images) {
      if (image.origin !== "built" || !image.dockerfile || !image.context?.present) continue;
      const { dockerfile, context } = image;
      const copy = wholeCopy(image);
      if (!copy || dockerfile.ignoreFile) pass(image);
      else if (!context.declared && context.path !== ".")
        unverified(image, copy.at, "no deployment file tells which folder is its build context");
      else
        fail2(
          image,
          copy.at,
          `${image.name} copies all of ${context.path === "." ? "the repository" : context.path}, and there is no .dockerignore`
        );
    }
  },
  examples: { bad: [], good: [] }
});
function wholeCopy(image) {
  for (const stage of image.stages ?? []) {
    for (const instruction of stage.stage.instructions) {
      const copy = copyOf(instruction);
      if (copy && !copy.from && copy.sources.some((source) => cleanPath(source.text) === ".")) return instruction;
    }
  }
  return void 0;
}

// src/model/image/copied-files.ts
var arrivals = /* @__PURE__ */ new WeakMap();
function isCopiedBefore(before, names, stage, context) {
  if (!context?.present || !context.declared) return void 0;
  if (before.flags.some((flag) => flag.name === "mount" && /type=bind|from=/.test(flag.value ?? ""))) return void 0;
  const known4 = arrivals.get(stage) ?? /* @__PURE__ */ new Map();
  const arrival = known4.get(names.join(" ")) ?? arrivalOf(names, stage, context);
  arrivals.set(stage, known4.set(names.join(" "), arrival));
  const at = stage.instructions.indexOf(before);
  if (arrival.brought < at) return true;
  return arrival.open < at ? void 0 : false;
}
function arrivalOf(names, stage, context) {
  const { instructions, file } = stage;
  const triggers = file.stages.some((each) => each.instructions.some((one) => one.keyword === "ONBUILD"));
  const brings = (instruction) => {
    const copy = copyOf(instruction);
    return copy !== void 0 && !copy.from && copy.sources.some((source) => holds2(source.text, names, context));
  };
  return {
    brought: positionOf(instructions.findIndex(brings)),
    open: triggers ? -1 : positionOf(instructions.findIndex(mayBringAnything))
  };
}
function positionOf(index) {
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}
function mayBringAnything(instruction) {
  const copy = copyOf(instruction);
  if (copy) return copy.from !== void 0 || copy.open || copy.sources.some((source) => source.text.includes("://"));
  return instruction.keyword === "RUN" && /\b(?:git|curl|wget|tar|unzip|npm\s+(?:init|shrinkwrap)|turbo\s+prune|nx\s+)\b|lock/.test(instruction.text);
}
function holds2(source, names, context) {
  return context.find(source).some((file) => names.includes(file.slice(file.lastIndexOf("/") + 1)) && !context.leavesOut(file));
}

// rules/image/lockfile-ignored.ts
var INSTALLERS = /* @__PURE__ */ new Set(["pip", "setuptools", "wheel"]);
var lockfile_ignored_default = defineRule({
  id: "image/lockfile-ignored",
  title: "An image is built from whatever package versions are newest that day",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Two builds of one commit then hold different code. A broken or hijacked release of any dependency reaches production without a change in the repository.",
  fix: "Copy the lockfile and install exactly what it says: `npm ci`, `yarn install --frozen-lockfile` (`--immutable` from Yarn 2 on), `pnpm install --frozen-lockfile`, `pip install -r requirements.txt` with `==` versions.",
  refs: [
    "https://docs.npmjs.com/cli/commands/npm-ci",
    "https://pnpm.io/cli/install#--frozen-lockfile",
    "https://yarnpkg.com/cli/install",
    "https://pip.pypa.io/en/stable/topics/repeatable-installs/"
  ],
  reads: ["compose", "dockerfile"],
  check({ system, pass, fail: fail2 }) {
    for (const image of system.images) {
      if (image.origin !== "built" || !image.dockerfile) continue;
      pass(image);
      for (const stage of image.stages ?? []) {
        for (const instruction of stage.stage.instructions) {
          for (const install of installsOf(instruction, stage.shell)) {
            const found2 = install.command.conditional ? void 0 : problemOf(install, stage, image);
            if (found2) fail2(image, instruction, `${image.name}: ${found2.what}`, { fix: found2.fix, key: found2.key });
          }
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});
function problemOf(install, stage, image) {
  const { manager, packages } = install;
  if (packages.length > 0 || install.global) return unpinned(install);
  if (manager === "poetry" || manager === "composer" || manager === "bundler" || manager === "pipenv")
    return withoutLock(install, stage, image);
  if (install.frozen || manager === "pip" || manager === "go" || manager === "corepack") return void 0;
  if (manager !== "npm" && /^(?:true|1)$/i.test(variable2(stage, "CI"))) return void 0;
  const berry = manager === "yarn" && isBerry(image);
  if (berry === "immutable") return void 0;
  const lock = LOCKFILES[manager][0] ?? "";
  const command = manager === "npm" ? "npm ci" : manager === "yarn" && berry ? "yarn install --immutable" : `${manager} install --frozen-lockfile`;
  const production = install.production ? manager === "npm" ? " --omit=dev" : " --production" : "";
  return {
    what: `${manager} install may take other versions than ${lock} names`,
    fix: `Copy package.json and ${lock} and run \`${command}${berry ? "" : production}\`.`,
    key: `${manager} install`
  };
}
function unpinned({ manager, packages, global }) {
  const open2 = packages.filter((each) => !isPinned(manager, each));
  if (open2.length === 0) return void 0;
  const [first = ""] = open2;
  const name = first.replace(/(?<=.)@.*$/, "");
  const program = `${manager} install${global && manager === "npm" ? " -g" : ""}`;
  const version = manager === "pip" ? `${name}==<version>` : `${name}@<version>`;
  const verb = manager === "corepack" ? "corepack prepare" : manager === "yarn" && global ? "yarn global add" : program;
  return {
    what: `${verb} ${listOf(open2)} ${open2.length === 1 ? "takes the newest version" : "take the newest versions"}`,
    fix: `Name the version: \`${verb} ${version}\`.`,
    key: `${manager} ${open2.join(" ")}`
  };
}
function isPinned(manager, text2) {
  if (/[$`]|:\/\/|^[./~]|^git\+|\.(?:tgz|whl|tar\.gz|zip)$/.test(text2)) return true;
  if (manager === "pip") return INSTALLERS.has(text2.toLowerCase()) || /[=~]=|\s@\s|^-/.test(text2);
  const version = /.@(.*)$/.exec(text2)?.[1] ?? "";
  return manager === "go" || manager === "corepack" ? version !== "latest" && version !== "next" : /\d/.test(version);
}
function withoutLock(install, stage, image) {
  const [lock = ""] = LOCKFILES[install.manager];
  if (isCopiedBefore(install.command.instruction, [lock], stage, image.context) !== false) return void 0;
  const program = install.manager === "bundler" ? "bundle" : install.manager;
  return {
    what: `${program} install finds no ${lock}, so it resolves the versions anew`,
    fix: `Commit ${lock} and copy it before the installation.`,
    key: `${program} install`
  };
}
function isBerry(image) {
  const settings = image.context?.read(".yarnrc.yml")?.text;
  if (settings !== void 0) return /^enableImmutableInstalls:\s*true/m.test(settings) ? "immutable" : true;
  return /"packageManager"\s*:\s*"yarn@[2-9]/.test(image.context?.read("package.json")?.text ?? "");
}
function variable2(stage, name) {
  const value = stage.environment.get(name)?.value;
  return value?.known ? value.value : "";
}

// src/knowledge/base-users.ts
var ROOT = new Set(
  `node python golang ruby php perl rust gcc openjdk eclipse-temurin amazoncorretto ibm-semeru-runtimes sapmachine maven gradle
  tomcat jetty elixir erlang swift haskell julia r-base alpine busybox debian ubuntu fedora centos rockylinux almalinux oraclelinux
  amazonlinux scratch composer oven/bun denoland/deno buildpack-deps docker mcr.microsoft.com/playwright
  mcr.microsoft.com/playwright/python mcr.microsoft.com/openjdk/jdk tiangolo/uvicorn-gunicorn-fastapi tiangolo/uvicorn-gunicorn
  tiangolo/uwsgi-nginx-flask ghcr.io/astral-sh/uv dunglas/frankenphp wordpress public.ecr.aws/docker/library/node
  public.ecr.aws/docker/library/python public.ecr.aws/docker/library/alpine public.ecr.aws/docker/library/debian
  registry.access.redhat.com/ubi8/ubi registry.access.redhat.com/ubi9/ubi registry.access.redhat.com/ubi8/ubi-minimal
  registry.access.redhat.com/ubi9/ubi-minimal redhat/ubi8 redhat/ubi9`.split(/\s+/).filter((name) => name !== "")
);
function defaultUserOf(repository, tag = "") {
  if (repository.startsWith("gcr.io/distroless/")) return /(?:^|-)nonroot(?:-|$)/.test(tag) ? "non-root" : "root";
  if (/^(?:cgr\.dev\/chainguard(?:-private)?|chainguard)\//.test(repository))
    return /-(?:dev|base)$|^latest-dev$/.test(tag) || repository.endsWith("/wolfi-base") ? void 0 : "non-root";
  if (/^(?:bitnami|bitnamilegacy|bitnamisecure)\//.test(repository))
    return /\/minideb$/.test(repository) ? "root" : "non-root";
  if (/-unprivileged$/.test(repository)) return "non-root";
  if (repository === "php") return /apache|fpm/.test(tag) ? "drops-privileges" : "root";
  if (repository.startsWith("mcr.microsoft.com/dotnet/"))
    return /chiseled|distroless|azurelinux.*distroless/.test(tag) ? "non-root" : "root";
  return softwareOf(repository)?.distribution.runsAs ?? (ROOT.has(repository) ? "root" : void 0);
}

// rules/image/runs-as-root.ts
var STEPS_DOWN = /(?:^|[\s"'/=[(;&|])(?:gosu|su-exec|setpriv|runuser|setuidgid|s6-setuidgid|chpst|supercronic-user|suexec|drop-privs|capsh)(?:[\s"',]|$)|(?:^|[\s"'/;&|])su\s+(?:-\S*\s+)*[a-z_][\w-]*(?:\s|$)|\bsudo\s+(?:-\S+\s+)*-u\s/;
var runs_as_root_default = defineRule({
  id: "image/runs-as-root",
  title: "An image that is built here runs as root",
  category: "security",
  severity: "medium",
  confidence: "B",
  security: 5.5,
  since: "0.1.0",
  effort: "minutes",
  why: "Whoever gets into the process owns everything in the container, may write its program, and is root on the host as soon as a fault in the runtime or a mount lets them out.",
  fix: "Make a user and switch to it at the end of the last stage: `USER node` in the Node image, else `RUN adduser -D -u 10001 app` and `USER app`; give it only the folders that it must write.",
  refs: [
    "https://docs.docker.com/build/building/best-practices/#user",
    "https://docs.docker.com/reference/dockerfile/#user"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const image of system.images) {
      if (image.origin !== "built" || !image.dockerfile) continue;
      const users = usersOf(image, system);
      const root = users.find(({ user }) => user !== void 0 && user !== null && isRoot(user));
      const verdict = judge(image, image.dockerfile);
      const steps = verdict.state === "drops";
      if (root && !steps) fail2(image, root.at, `${root.name} runs ${image.name} as root`, { key: root.name });
      else if (users.length > 0 && users.every(({ user }) => user !== void 0 && user !== null)) pass(image);
      else if (verdict.state === "root") fail2(image, verdict.at, `${image.name} ${verdict.what}`);
      else if (verdict.state === "unknown") unverified(image, verdict.at, verdict.what);
      else pass(image);
    }
  },
  examples: { bad: [], good: [] }
});
function usersOf(image, system) {
  return system.workloads.filter((workload) => image.usedBy.includes(workload.id)).map(userOf);
}
function userOf(workload) {
  const { user, nonRoot } = workload.privileges;
  if (!user && nonRoot?.known && nonRoot.value) return { name: workload.name, user: "not root", at: nonRoot.at };
  return {
    name: workload.name,
    user: user === void 0 ? void 0 : user.known ? user.value : null,
    at: user?.at ?? workload.at
  };
}
function isRoot(user) {
  return /^(?:root|0+)(?:$|:)/.test(user.trim());
}
function judge(image, dockerfile) {
  const { user, base } = dockerfile;
  const at = user?.at ?? dockerfile.stage.fromAt;
  if (user && !user.known) return { state: "unknown", at, what: `its USER is not known: ${user.because}` };
  if (user?.known && !isRoot(user.value)) return { state: "other", at, what: "" };
  const own = entrypointSteps(image.context, dockerfile);
  if (own === "yes") return { state: "drops", at, what: "" };
  const inherited = base.known ? defaultUserOf(base.value.repository, base.value.tag) : void 0;
  const keepsEntrypoint = dockerfile.entrypoint === void 0;
  if (inherited === "drops-privileges" && keepsEntrypoint) return { state: "drops", at, what: "" };
  if (own === "unknown")
    return { state: "unknown", at, what: "its entrypoint may step down from root, and is not in the repository" };
  if (user) return { state: "root", at, what: `ends with USER ${user.known ? user.value : ""}` };
  if (inherited === "non-root") return { state: "other", at, what: "" };
  if (inherited === void 0 || !base.known)
    return { state: "unknown", at, what: "which user its base image runs as is not known" };
  return { state: "root", at, what: `has no USER, and ${base.value.text} runs as root` };
}
function entrypointSteps(context, dockerfile) {
  let result = "no";
  for (const command of [dockerfile.entrypoint, dockerfile.command]) {
    if (!command) continue;
    const words3 = command.argv ?? command.text.split(/\s+/);
    if (STEPS_DOWN.test(` ${words3.join(" ")} `)) return "yes";
    if (words3.some((word) => /(?:^|\/)(?:supervisord|s6-svscan|init)$/.test(word))) result = "unknown";
    for (const word of words3.slice(0, 4)) {
      if (!/\.sh$|entrypoint|^\/init$/.test(word) || /\s/.test(word)) continue;
      const text2 = copiedText(word, context, dockerfile);
      if (text2 === void 0) {
        if (!/^(?:\/usr\/local\/bin\/)?docker-entrypoint(?:\.sh)?$|docker-php-entrypoint$/.test(word))
          result = "unknown";
      } else if (STEPS_DOWN.test(text2)) return "yes";
    }
  }
  return result;
}
function copiedText(path, context, dockerfile) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  for (const instruction of dockerfile.instructions.toReversed()) {
    const heredoc = instruction.keyword === "COPY" ? instruction.heredocs[0] : void 0;
    if (heredoc && instruction.words.at(-1)?.text.endsWith(name)) return heredoc.text;
    const copy = copyOf(instruction);
    if (!copy || copy.from) continue;
    for (const source of copy.sources) {
      const sameTarget = copy.target.endsWith(`/${name}`) || copy.target === name;
      if (sameTarget || source.text.endsWith(name)) {
        const text2 = context?.read(joinPath(".", source.text))?.text;
        if (text2 !== void 0) return text2;
      }
      const inFolder = context?.find(source.text).find((file) => file === name || file.endsWith(`/${name}`));
      if (inFolder) return context?.read(inFolder)?.text;
    }
  }
  return void 0;
}

// door:src/parse/dotenv.ts
var room3;
function enter3() {
  return room3 ??= require("./parse-dotenv.js");
}
function environmentFilePurpose(...given) {
  return enter3().environmentFilePurpose(...given);
}
function parseEnvironmentFile(...given) {
  return enter3().parseEnvironmentFile(...given);
}

// rules/image/secret-baked-in.ts
var KEY_FILE = /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|privkey\.pem|[^/]*(?:private|priv)[-_.]?key[^/]*\.pem|[^/]*[-_.]key\.pem|key\.pem|[^/]+\.key|[^/]+\.(?:p12|pfx)|service-?account[^/]*\.json|credentials\.json|\.git-credentials|\.pgpass)$/i;
var PUBLIC = /pub(?:lic)?[-_.]|\.pub$|example|sample|test/i;
var secret_baked_in_default = defineRule({
  id: "image/secret-baked-in",
  title: "A secret is written into an image",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.8,
  since: "0.1.0",
  effort: "hours",
  why: "Everybody who can pull the image can read it, from `docker history`, `docker inspect` or the file itself, in every copy and for as long as one exists. A later RUN that deletes it changes nothing.",
  fix: "Give it when the container starts (`environment`, `secrets:`), and what only the build needs with `RUN --mount=type=secret,id=\u2026`. Change the secret: it is out.",
  refs: [
    "https://docs.docker.com/build/building/secrets/",
    "https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/"
  ],
  reads: ["compose", "dockerfile"],
  check({ system, pass, fail: fail2 }) {
    for (const image of system.images) {
      if (image.origin !== "built" || !image.dockerfile) continue;
      pass(image);
      for (const one of [...literals(image), ...fromArguments(image), ...copied(image, system)])
        fail2(image, one.at, `${image.name} ${one.what}`, { key: one.key, ...one.fix ? { fix: one.fix } : {} });
    }
  },
  examples: { bad: [], good: [] }
});
function literals(image) {
  const found2 = [];
  const file = image.dockerfile?.file;
  for (const { name, defaultValue, at } of file?.globalArguments ?? []) {
    if (isSecretName(name) && literalSecret(defaultValue ?? ""))
      found2.push(literal("ARG", name, defaultValue ?? "", at));
  }
  for (const { stage, environment } of image.stages ?? []) {
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== "ARG") continue;
      for (const word of instruction.words) {
        const [, name = "", value = ""] = /^(\w+)=["']?(.*?)["']?$/.exec(word.text) ?? [];
        if (isSecretName(name) && literalSecret(value)) found2.push(literal("ARG", name, value, word.at));
      }
    }
    for (const [name, { value, at }] of environment) {
      const here = stage.instructions.some((one) => one.at.start <= at.start && at.end <= one.at.end);
      const written = here && file?.source.text.slice(at.start, at.end).includes("$") === false;
      if (written && value.known && isSecretName(name) && literalSecret(value.value))
        found2.push(literal("ENV", name, value.value, at));
    }
  }
  return found2;
}
function literal(keyword, name, value, at) {
  return {
    at,
    key: `${keyword} ${name}`,
    what: `bakes a secret in: ${keyword} ${name} holds a literal, ${mask(value)}`
  };
}
function fromArguments(image) {
  const { dockerfile } = image;
  if (!dockerfile) return [];
  const declared = new Set(
    dockerfile.instructions.flatMap(
      (one) => one.keyword === "ARG" ? one.words.map((word) => word.text.replace(/=.*$/s, "")) : []
    )
  );
  return [...dockerfile.environment].flatMap(([name, { at }]) => {
    const written = dockerfile.file.source.text.slice(at.start, at.end);
    const used = /\$\{?([A-Za-z_]\w*)\}?["']?$/.exec(written)?.[1];
    if (used === void 0 || !declared.has(used) || !isSecretName(name) || !isSecretName(used)) return [];
    const what = `bakes a secret in: ENV ${name} keeps the build argument ${used}`;
    return [{ at, key: `ENV ${name}`, what }];
  });
}
function copied(image, system) {
  const { dockerfile, context } = image;
  if (!dockerfile || !context?.present) return [];
  const live = system.environmentFiles.filter((file) => file.purpose === "live");
  return dockerfile.instructions.flatMap((instruction) => {
    const copy = copyOf(instruction);
    if (!copy || copy.from) return [];
    return copy.sources.flatMap((source) => {
      const named = source.text.replace(/^\.\//, "");
      if (KEY_FILE.test(named) && !PUBLIC.test(named))
        return [{ at: source.at, key: named, what: `copies the private key ${named} into the image` }];
      if (isEnvironmentFile(named) && !context.leavesOut(joinPath(".", named)) && !context.exists(named))
        return [{ at: source.at, key: named, what: `copies ${named} into the image, a file that git does not hold` }];
      const taken2 = context.find(source.text);
      return live.flatMap((found2) => {
        const file = context.path === "." ? found2.path : found2.path.slice(context.path.length + 1);
        if (!isWithin(context.path, found2.path) || !taken2.includes(file) || context.leavesOut(file)) return [];
        const secret = found2.entries.find((entry2) => isSecretName(entry2.name) && literalSecret(entry2.value ?? ""));
        if (!secret) return [];
        return [
          {
            at: source.at,
            key: file,
            what: `copies ${file}, which holds ${secret.name}`,
            fix: `Leave ${file} out with a line \`.env*\` in .dockerignore, and give the variables when the container starts (\`env_file:\`, \`secrets:\`). Change the secret: it is out.`
          }
        ];
      });
    });
  });
}
function isEnvironmentFile(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /^\.env(?:\.(?:local|prod|production|staging|live))?$/.test(name) && environmentFilePurpose(path) === "live";
}

// rules/image/tag-mutable.ts
var MOVING = new Set(
  "latest stable lts current mainline edge nightly main master develop dev devel alpine slim trixie bookworm bullseye buster jammy noble focal full rc beta alpha snapshot release production prod staging otel apache fpm cli management community".split(
    " "
  )
);
var tag_mutable_default = defineRule({
  id: "image/tag-mutable",
  title: "An image is pulled by a tag that moves",
  category: "infrastructure-stability",
  severity: "medium",
  worst: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The same file then starts another version tomorrow, on another host, or after a rollback: nobody chose it, and nobody tested it. A datastore may refuse the data that another version wrote.",
  fix: "Name a release (`postgres:17.2`), or pin the digest as well (`postgres:17.2@sha256:\u2026`) and let Renovate or Dependabot raise it.",
  refs: [
    "https://docs.docker.com/build/building/best-practices/#pin-base-image-versions",
    "https://docs.docker.com/reference/compose-file/services/#image",
    "https://kubernetes.io/docs/concepts/containers/images/#image-names"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check({ system, pass, fail: fail2, unverified }) {
    const builtHere = namesBuiltHere(system);
    for (const image of system.images) {
      if (image.origin === "pulled") {
        const { reference, referenceAt = image.at } = image;
        if (!reference) continue;
        if (!reference.known) unverified(image, reference, `the image is not known: ${reference.because}`);
        else if (!moves(reference.value) || isChosen2(image, reference.value)) pass(image);
        else
          fail2(image, referenceAt, `${reference.value.text} ${whatMoves(reference.value)}`, {
            ...severityOf(image, system),
            fix: fixOf(reference.value)
          });
        continue;
      }
      const stages = image.stages ?? [];
      if (stages.length === 0) continue;
      pass(image);
      for (const { base } of stages) judgeBase(image, base);
      for (const { name, value, at } of namedInManifests(image, system)) {
        if (moves(value))
          fail2(image, at, `${name} runs ${value.text}, which ${whatMoves(value)}`, {
            key: `manifest.${value.text}`,
            fix: `Give each build a tag of its own (the version, or the commit) and write that into the manifest: \`kustomize edit set image ${value.repository}=${value.repository}:<version>\`.`,
            why: "A rollback to an older manifest then starts the same newest image, pods of one Deployment run different versions as nodes pull at different times, and nobody can say which one made an error."
          });
      }
      for (const { reference, at } of imagesCopiedFrom(image)) {
        if (!builtHere.has(reference.repository) && moves(reference))
          fail2(image, at, `${image.name} copies from ${reference.text}, which ${whatMoves(reference)}`, {
            key: reference.text
          });
      }
    }
    function isChosen2(image, { repository }) {
      const pods = system.workloads.flatMap((one) => image.usedBy.includes(one.id) && one.pod ? [one.pod] : []);
      return pods.length > 0 ? pods.every((pod) => pod.imageSetAtDeploy) : builtHere.has(repository);
    }
    function judgeBase(image, base) {
      if (!base.known) unverified(image, base, `the base image is not known: ${base.because}`);
      else if (!builtHere.has(base.value.repository) && moves(base.value))
        fail2(image, base, `${image.name} is built on ${base.value.text}, which ${whatMoves(base.value)}`, {
          key: base.value.text,
          fix: `Name a release behind ${base.value.repository}, as in \`FROM node:24.11-slim\`, and let Renovate or Dependabot raise it.`
        });
    }
  },
  examples: { bad: [], good: [] }
});
function namesBuiltHere(system) {
  const images = [
    ...system.images,
    ...system.deployments.flatMap((one) => one.workloads.flatMap((each) => each.image ?? []))
  ];
  return new Set(
    images.flatMap(
      (image) => image.origin === "built" && image.reference?.known ? [image.reference.value.repository] : []
    )
  );
}
function namedInManifests({ usedBy }, { workloads }) {
  const seen = /* @__PURE__ */ new Set();
  return workloads.flatMap(({ id, name, pod }) => {
    const reference = usedBy.includes(id) && pod && !pod.imageSetAtDeploy ? pod.image : void 0;
    if (!reference?.known || seen.has(reference.value.text)) return [];
    seen.add(reference.value.text);
    return [{ name, value: reference.value, at: reference.at }];
  });
}
function imagesCopiedFrom(image) {
  return (image.stages ?? []).flatMap(
    ({ stage, file }) => stage.instructions.flatMap((instruction) => {
      const flag = instruction.flags.find((one) => one.name === "from");
      const name = flag?.value ?? "";
      if (!flag || !/[:/]/.test(name) || stageNamed(name, file.stages) || image.context?.named.has(name)) return [];
      const reference = parseImageReference(name);
      return reference ? [{ reference, at: flag.at }] : [];
    })
  );
}
function moves({ repository, tag, digest }) {
  if (digest !== void 0 || repository === "scratch" || repository.startsWith("gcr.io/distroless/")) return false;
  if (tag === void 0) return true;
  return tag.toLowerCase().split(/[-_.]/).every((word) => MOVING.has(word));
}
function whatMoves({ tag }) {
  if (tag === void 0) return "has no tag, which means latest";
  return tag === "latest" ? "is whatever is newest when it is pulled" : "names no release: it is whatever is newest";
}
function fixOf({ text: text2, tag }) {
  const name = tag === void 0 ? text2 : text2.slice(0, text2.lastIndexOf(`:${tag}`));
  return `Name the release that runs today (\`${name}:<version>\`), or pin the digest as well (\`${name}:<version>@sha256:\u2026\`), and let Renovate or Dependabot raise it.`;
}
function severityOf(image, system) {
  const stateful = system.workloads.some((workload) => workload.stateful && image.usedBy.includes(workload.id));
  return stateful ? { severity: "high" } : {};
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
function factorChoices(system) {
  const brokers = kafkaBrokersOf(system);
  return system.workloads.flatMap((workload) => {
    const server = brokers.find((broker) => broker.workload === workload);
    const factors = server ? brokerFactors(server) : [...stateFactors(workload), ...commandFactors(workload)];
    if (!server && factors.length === 0 && !STATE_TOPICS.has(workload.software?.id ?? "")) return [];
    return [{ workload, ...server ? { server } : {}, factors, brokers: countFor(workload, server, brokers) }];
  });
}
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
  const bitnami = server.facts.distribution.id === "bitnami";
  const own = [...server.workload.environment.values()].filter(
    (variable3) => /^KAFKA_\w+_REPLICATION_FACTOR$/.test(variable3.name) && variable3.name.startsWith("KAFKA_CFG_") === bitnami && variable3.name !== "KAFKA_CFG_REPLICATION_FACTOR"
  );
  const factors = own.map((variable3) => ({
    name: variable3.name,
    value: variable3.value.known ? wholeNumber(variable3.value.value) : void 0,
    at: variable3.at
  }));
  const implicit = kafkaVariable(server.facts.distribution.id, IMPLICIT);
  if (!own.some((variable3) => variable3.name === implicit) && createsTopics(server) !== false)
    factors.push({ name: implicit, value: brokerNumber(server, IMPLICIT)?.number });
  return [...factors, ...createdAtStart(server.workload)];
}
function createdAtStart(workload) {
  const variable3 = workload.environment.get("KAFKA_CREATE_TOPICS");
  if (!variable3?.value.known || workload.distribution?.id !== "wurstmeister") return [];
  return variable3.value.value.split(",").flatMap((topic) => {
    const [name, , copies] = topic.trim().split(":");
    return name && copies ? [{ name: `the topic ${name}`, value: wholeNumber(copies), at: variable3.at }] : [];
  });
}
function stateFactors(workload) {
  const names = [...STATE_TOPICS.values()].flat();
  return names.flatMap((name) => {
    const variable3 = workload.environment.get(name);
    if (!variable3 || variable3.value.known && variable3.value.value.trim() === "-1") return [];
    return [{ name, value: variable3.value.known ? wholeNumber(variable3.value.value) : void 0, at: variable3.at }];
  });
}
function commandFactors(workload) {
  const { start: start2 } = workload;
  if (!start2) return [];
  const lines = start2.script ? start2.script.commands.map((command) => command.words) : [start2.argv.map((word) => word ?? "$")];
  return lines.slice(0, 200).flatMap((words3) => {
    const tool = words3.findIndex((word) => /(^|\/)(kafka-topics(\.sh)?|rpk)$/.test(word));
    if (tool === -1 || !words3.some((word) => word === "--create" || word === "create")) return [];
    const rpk = words3[tool]?.endsWith("rpk") === true;
    const value = optionOf(words3, rpk ? ["-r", "--replicas"] : ["--replication-factor"]);
    if (value === void 0 || value === "-1") return [];
    const topic = rpk ? words3[words3.indexOf("create") + 1] : optionOf(words3, ["--topic"]);
    return [{ name: topic ? `the topic ${topic}` : "a topic", value: wholeNumber(value), at: start2.at }];
  });
}
function optionOf(words3, names) {
  for (const [index, word] of words3.entries()) {
    if (names.includes(word)) return words3[index + 1];
    const name = names.find((one) => word.startsWith(`${one}=`));
    if (name) return word.slice(name.length + 1);
  }
  return void 0;
}
function wholeNumber(text2) {
  return /^\d{1,6}$/.test(text2.trim()) ? Number(text2) : void 0;
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
  check({ system, pass, fail: fail2, implied, unverified }) {
    for (const server of kafkaBrokersOf(system)) {
      const { workload } = server;
      const minimum = brokerNumber(server, "min.insync.replicas");
      const copies = copiesOf(server, system);
      if (copies === void 0 || minimum === void 0)
        unverified(workload, workload, "its replication factor or min.insync.replicas is not known");
      else {
        const wrong = judge2(copies, minimum.number, minimum.variable);
        if (wrong) fail2(workload, minimum.at ?? workload, `${workload.name}: ${wrong}`, { key: "topics" });
        else if (copies === 1) implied(workload, "kafka/replication-factor-one");
        else pass(workload);
      }
      const log = transactionLog(server);
      if (log)
        fail2(workload, log.at ?? workload, `${workload.name}: ${log.wrong}`, { key: "transactions", fix: log.fix });
    }
  },
  examples: { bad: [], good: [] }
});
function judge2(copies, minimum, name) {
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
  check({ system, pass, fail: fail2 }) {
    const servers = kafkaServersOf(system);
    for (const server of servers) {
      const { workload } = server;
      pass(workload);
      for (const obstacle of obstaclesOf(server, servers, system)) {
        const at = obstacle.variable === void 0 ? void 0 : workload.environment.get(obstacle.variable);
        fail2(workload, obstacle.at ?? at ?? workload, `${workload.name}: ${obstacle.because}`, {
          key: obstacle.key,
          ...obstacle.fix ? { fix: obstacle.fix } : {},
          ...obstacle.key === "even" ? { severity: "medium", why: EVEN } : {}
        });
      }
    }
  },
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
  ].flatMap((found2) => found2 ?? []);
}
function withoutZooKeeper({ facts }) {
  if (facts.configMounted || kafkaRoles(facts) !== void 0) return void 0;
  const { variable: variable3, value } = kafkaProperty(facts, "zookeeper.connect");
  const gone = goneIn(facts.distribution, facts.version).find((each) => each.variable === variable3);
  if (!gone || value === void 0 || value === "") return void 0;
  return { key: "zookeeper", variable: variable3, because: gone.because, fix: `Replace ${variable3} by ${gone.instead}.` };
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
  const { variable: variable3 } = kafkaProperty(server.facts, "controller.quorum.voters");
  const found2 = [];
  const here = voters.filter((voter) => answers(voter.host, server.workload, system));
  const missing = voters.filter((voter) => !here.includes(voter) && !isElsewhere2(voter.host));
  if (missing.length > 0 && here.length > 0)
    found2.push({
      key: "missing",
      variable: variable3,
      because: `its quorum names ${listOf(missing.map((voter) => voter.host))}, which no service answers to`,
      fix: "Add the missing controllers as services, or take them out of the list on every server."
    });
  else if (voters.length % 2 === 0)
    found2.push({
      key: "even",
      variable: variable3,
      because: `its quorum has ${voters.length} controllers, an even number`,
      fix: `Make it ${voters.length + 1} controllers, or ${voters.length - 1}, on every server.`
    });
  if (server.controller && server.id !== void 0 && !voters.some((voter) => voter.id === server.id))
    found2.push({
      key: "id",
      variable: kafkaProperty(server.facts, "node.id").variable,
      because: `it is a controller, and its quorum does not name its node id ${server.id}`,
      fix: `Use the node id that ${variable3} gives this host.`
    });
  return found2;
}
function isElsewhere2(host) {
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
  const variable3 = ["node.id", "broker.id"].map((name) => kafkaProperty(facts, name).variable).find((name) => workload.environment.has(name));
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
    ...variable3 ? { variable: variable3 } : {},
    because: `node id ${id} is also that of ${twin.workload.name}`,
    fix: "Give every server of the cluster a node id of its own."
  };
}
var CLUSTER_IDS = ["CLUSTER_ID", "KAFKA_KRAFT_CLUSTER_ID", "KAFKA_CLUSTER_ID"];
function otherCluster(server, servers) {
  const key = clusterKey(server);
  const variable3 = CLUSTER_IDS.find((name) => server.facts.environment(name));
  const own = variable3 && server.facts.environment(variable3);
  if (!own || !quorumVoters(server)) return void 0;
  const other = servers.find(
    (one) => key !== null && clusterKey(one) === key && CLUSTER_IDS.some((name) => one.facts.environment(name))
  );
  const theirs = other && CLUSTER_IDS.map((name) => other.facts.environment(name)).find(Boolean);
  if (!other || other === server || theirs === own) return void 0;
  return {
    key: "cluster",
    variable: variable3,
    because: `it has another cluster id than ${other.workload.name}, of the same quorum`,
    fix: `Set ${variable3} to the same value on every server of the cluster.`
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
  check({ system, pass, fail: fail2, unverified }) {
    for (const choice of factorChoices(system)) {
      const { workload, brokers } = choice;
      const factors = [...choice.factors, ...internalTopics(choice)];
      const demanding = factors.filter((factor) => (factor.value ?? 0) > Math.max(1, brokers ?? 0));
      const unclear2 = factors.find((factor) => factor.value === void 0);
      if (brokers === void 0) {
        if (demanding[0])
          unverified(workload, demanding[0].at ?? workload, "the number of brokers in its cluster is not known");
        else pass(workload);
      } else if (demanding.length > 0) {
        const written = demanding.find((factor) => factor.at);
        const has = brokers === 1 ? "only one broker" : `${brokers} brokers`;
        fail2(
          workload,
          written?.at ?? workload,
          `the cluster of ${workload.name} has ${has}, and ${listOf(demanding.map(nameOf3))}`,
          {
            related: demanding.flatMap(
              (factor) => factor.at && factor !== written ? [{ at: factor.at, message: nameOf3(factor) }] : []
            )
          }
        );
      } else if (unclear2) unverified(workload, unclear2.at ?? workload, `the value of ${unclear2.name} is not known`);
      else pass(workload);
    }
  },
  examples: { bad: [], good: [] }
});
function internalTopics({ server }) {
  if (!server || server.facts.distribution.id !== "confluent" && server.facts.distribution.id !== "apache") return [];
  const offsets = brokerNumber(server, "offsets.topic.replication.factor");
  return offsets && !offsets.at ? [{ name: offsets.variable, value: offsets.number }] : [];
}
function nameOf3(factor) {
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
  check({ system, pass, fail: fail2, implied, unverified }) {
    for (const choice of factorChoices(system)) {
      const { workload, factors, brokers } = choice;
      const single = factors.filter((factor) => factor.value === 1);
      const written = single.filter((factor) => factor.at);
      const unclear2 = factors.find((factor) => factor.value === void 0);
      if (written.length === 0 && single.length > 0 && brokers === 1) implied(workload, "datastore/single-instance");
      else if (single.length > 0) {
        fail2(
          workload,
          written[0]?.at ?? workload,
          `${workload.name} keeps one copy of what it stores: ${listOf(single.map(nameOf4))}`,
          {
            fix: fixFor6(choice),
            related: written.slice(1).map((factor) => ({ at: factor.at ?? workload.at, message: nameOf4(factor) }))
          }
        );
      } else if (unclear2) unverified(workload, unclear2.at ?? workload, `the value of ${unclear2.name} is not known`);
      else pass(workload);
    }
  },
  examples: { bad: [], good: [] }
});
function nameOf4(factor) {
  if (!factor.at) return `${factor.name} is not set, which means 1`;
  return `${factor.name} is 1`;
}
function fixFor6({ brokers, server }) {
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
  check({ system, pass, fail: fail2, unverified }) {
    for (const server of kafkaBrokersOf(system)) {
      const { workload } = server;
      const found2 = brokerNumber(server, "num.partitions");
      if (!found2) unverified(workload, workload, "a file or a value outside the repository sets num.partitions");
      else if (found2.number > 1 || createsTopics(server) === false) pass(workload);
      else
        fail2(
          workload,
          found2.at ?? workload,
          `${workload.name} gives new topics one partition: ${found2.variable} is ${found2.at ? "1" : "not set"}`
        );
    }
  },
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
  fix: 'Set KAFKA_AUTO_CREATE_TOPICS_ENABLE (with Bitnami KAFKA_CFG_AUTO_CREATE_TOPICS_ENABLE) to "false" and create the topics in a job with `kafka-topics --create --if-not-exists`.',
  refs: ["https://kafka.apache.org/documentation/#brokerconfigs_auto.create.topics.enable"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const server of kafkaBrokersOf(system)) {
      const { workload } = server;
      const found2 = brokerSetting(server, "auto.create.topics.enable");
      if (!found2)
        unverified(workload, workload, "a file or a value outside the repository sets auto.create.topics.enable");
      else if (!isYes(found2.value)) pass(workload);
      else
        fail2(
          workload,
          found2.at ?? workload,
          `${workload.name} creates topics by itself: ${found2.variable} is ${found2.at ? found2.value : "not set, and it is on by default"}`
        );
    }
  },
  examples: { bad: [], good: [] }
});

// src/model/published-words.ts
function through({ host, by, container }) {
  if (by?.kind === "hostPort") return host?.known ? ` on port ${host.value} of its node` : " on a port of its node";
  if (by) {
    const port = container.known ? ` (port ${container.value})` : "";
    return ` through the ${by.kind === "externalIPs" ? "external addresses" : by.kind} of the Service ${by.name}${port}`;
  }
  return host?.known ? ` on host port ${host.value}` : "";
}
function closing3({ by }) {
  if (by?.kind === "hostPort") return "Remove `hostPort` (and `hostNetwork: true`): pods reach it through its Service.";
  if (by)
    return `Make the Service ${by.name} one of the cluster (\`type: ClusterIP\`, without \`externalIPs\`), and use \`kubectl port-forward\` or a VPN for what people need to see.`;
  return void 0;
}

// rules/network/admin-ui-public.ts
var admin_ui_public_default = defineRule({
  id: "network/admin-ui-public",
  title: "An administration interface is open to any host",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.8,
  since: "0.1.0",
  effort: "minutes",
  why: "Consoles of brokers, proxies and stores can change and read everything, are attacked with default passwords, and are meant for the operator alone.",
  fix: "Bind the port to 127.0.0.1 and reach it through SSH or a VPN, or route it through the proxy with authentication in front.",
  refs: ["https://docs.docker.com/engine/network/port-publishing/"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      if (workload.role === "tool" || !workload.software?.ports.some((port) => isAdministration(workload, port.port)))
        continue;
      pass(workload);
      for (const port of workload.published) {
        const number = port.container.known ? port.container.value : void 0;
        if (number === void 0 || !isAdministration(workload, number)) continue;
        const served = workload.software.id === "traefik" ? servesDashboard(workload) : true;
        if (served === false) continue;
        if (port.reach === "unknown")
          unverified(workload, port, "the bind address of a published port is set outside the repository");
        else if (port.reach === "any" && served === void 0)
          unverified(workload, port, "a mounted file decides whether the dashboard answers on this port");
        else if (port.reach === "any")
          fail2(
            workload,
            port,
            `the administration interface of ${workload.name} (${workload.software?.name}) answers any host${through(port)}`,
            { key: `port.${number}`, ...closed(port) }
          );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isAdministration(workload, port) {
  const purpose = workload.software?.ports.find((one) => one.port === port)?.purpose;
  return purpose === "admin" || purpose === "web" && workload.software?.access?.byDefault === "none";
}
function closed(port) {
  const fix = closing3(port);
  return fix === void 0 ? {} : { fix };
}
function servesDashboard(workload) {
  const line = commandText(workload.start?.argv);
  if (/--entry-?points\.[\w-]+\.address=\S*:8080\b/i.test(line) && !/--entry-?points\.traefik\.address/i.test(line))
    return false;
  const variable3 = workload.environment.get("TRAEFIK_API_INSECURE");
  if (/--api\.insecure(?!=false)\b/i.test(line) || variable3?.value.known && /^true$/i.test(variable3.value.value))
    return true;
  const facts = serviceFactsOf(workload);
  return facts?.configMounted || variable3 && !variable3.value.known ? void 0 : false;
}

// rules/network/datastore-port-public.ts
var KUBERNETES_WHY2 = "A LoadBalancer, a NodePort or a host port opens the store beyond the cluster, past every NetworkPolicy for its pods. Databases that answer to the internet are found by scanners within hours.";
var datastore_port_public_default = defineRule({
  id: "network/datastore-port-public",
  title: "A datastore port is open to any host",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 8.6,
  since: "0.1.0",
  effort: "minutes",
  why: 'Docker binds "5432:5432" to all interfaces and writes its own firewall rules, past ufw and firewalld. Databases that answer to the internet are found by scanners within hours.',
  fix: 'Drop `ports` (services of one network reach each other without it), or bind to loopback: `"127.0.0.1:5432:5432"`. In Kubernetes use a ClusterIP Service.',
  refs: [
    "https://docs.docker.com/engine/network/packet-filtering-firewalls/",
    "https://docs.docker.com/engine/network/port-publishing/",
    "https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types"
  ],
  check({ system, pass, fail: fail2, unverified }) {
    for (const store2 of system.workloads) {
      if (!keepsData2(store2)) continue;
      pass(store2);
      for (const port of store2.published) {
        if (isAdministration2(store2, port)) continue;
        const number = port.container.known ? port.container.value : void 0;
        if (port.reach === "unknown")
          unverified(store2, port, "the bind address of a published port is set outside the repository");
        else if (port.reach === "any") {
          const compose = `Drop the \`ports\` entry, or bind it to loopback: \`"127.0.0.1:${port.host?.known ? port.host.value : number}:${number}"\`.`;
          fail2(store2, port, `${store2.name} (${store2.software?.name}) answers any host${through(port)}`, {
            key: `port.${number}`,
            ...number ? { fix: closing3(port) ?? compose } : {},
            ...port.by ? { why: KUBERNETES_WHY2 } : {}
          });
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});
function keepsData2(workload) {
  const { role, software } = workload;
  if (software?.kind === "pooler") return true;
  return (role === "datastore" || role === "cache" || role === "broker" || role === "search") && software?.kind !== "object-store";
}
function isAdministration2(store2, port) {
  const number = port.container.known ? port.container.value : void 0;
  const purpose = store2.software?.ports.find((one) => one.port === number)?.purpose;
  return purpose === "admin" || purpose === "web" || purpose === "metrics";
}

// rules/network/networks-disjoint.ts
var networks_disjoint_default = defineRule({
  id: "network/networks-disjoint",
  title: "Two workloads that must talk share no network",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Docker's name service answers for a service only on the networks that both sides join: on separate ones the host name is unknown and every connection fails.",
  fix: "Add one of the target's networks to the `networks:` of the service that connects.",
  refs: ["https://docs.docker.com/compose/how-tos/networking/"],
  reads: ["nginx", "traefik", "haproxy"],
  check({ system, pass, fail: fail2 }) {
    for (const { from, to, host, variable: variable3 } of system.connections) {
      if (from.platform === "kubernetes") continue;
      if (to) {
        pass(from);
        continue;
      }
      if (from.networkMode || from.networks.some((network) => network.network.startsWith("external:"))) continue;
      const target = system.workloads.find(
        (other) => other.deployment === from.deployment && other !== from && !other.networkMode && other.networks.some((network) => network.aliases.includes(host))
      );
      if (!target || target.networks.some((network) => network.network.startsWith("external:"))) continue;
      const what = `${from.name} connects to ${target.name} (${variable3.name}), and they share no network: ${namesOf(from)} against ${namesOf(target)}`;
      fail2(from, variable3, what, {
        key: `${target.name}.${variable3.name}`,
        related: [{ at: target.at, message: `${target.name} is on ${namesOf(target)}` }]
      });
    }
    for (const edge of system.edges) {
      if (edge.from.kind !== "workload" || !edge.proxy) continue;
      const target = outOfReach(edge, edge.from);
      if (edge.answer.kind === "workload" && !target) pass(edge.from);
      if (!target) continue;
      const what = `${edge.from.name} sends to ${target.name}, and they share no network: ${namesOf(edge.from)} against ${namesOf(target)}`;
      fail2(edge.from, edge, what, {
        key: `${target.name}.${edge.proxy.id}`,
        related: [{ at: target.at, message: `${target.name} is on ${namesOf(target)}` }]
      });
    }
  },
  examples: { bad: [], good: [] }
});
function outOfReach({ answer, via, networks }, from) {
  const target = answer.kind === "nobody" ? answer.namesake : answer.kind === "workload" && via === "label" ? answer.workload : void 0;
  if (!target || target === from || networks.length > 0) return void 0;
  const isOpen4 = (workload) => workload.networkMode !== void 0 || workload.networks.length === 0 || workload.platform === "kubernetes" || workload.networks.some(({ network }) => network.startsWith("external:"));
  return isOpen4(from) || isOpen4(target) ? void 0 : target;
}
function namesOf({ networks }) {
  return networks.map((one) => one.network).join(", ");
}

// rules/network/port-conflict.ts
var NODE_PORTS = {
  fix: "Leave `nodePort` out, and the cluster picks one that is free; or give one of the two another.",
  why: 'A node port is given once in a cluster: the API server refuses the second Service ("provided port is already allocated"), and what it should lead to is not reached.'
};
var port_conflict_default = defineRule({
  id: "network/port-conflict",
  title: "Two workloads publish the same host port",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'A host port can be bound once: whichever container starts second fails with "port is already allocated", and which one that is changes from start to start.',
  fix: "Give one of them another host port, or publish neither and let the proxy reach both over the network.",
  refs: ["https://docs.docker.com/engine/network/port-publishing/"],
  check({ system, pass, fail: fail2 }) {
    for (const deployment of system.deployments) {
      if (deployment.purpose !== "production") continue;
      const published = system.workloads.filter((workload) => workload.deployment === deployment.id).flatMap((workload) => workload.published.map((port) => ({ workload, port }))).filter(({ port }) => port.host?.known && port.by?.kind !== "hostPort");
      if (published.length === 0) continue;
      pass(deployment);
      const byPort = /* @__PURE__ */ new Map();
      for (const later of published) {
        const onPort2 = later.port.host?.known ? byPort.get(later.port.host.value) ?? [] : [];
        if (later.port.host?.known) byPort.set(later.port.host.value, onPort2);
        const earlier = onPort2.find((one) => collide(one, later));
        onPort2.push(later);
        if (!earlier || !later.port.host?.known) continue;
        const onNodes = later.port.by && earlier.port.by;
        const what = onNodes ? `the Services ${later.port.by?.name} and ${earlier.port.by?.name} both ask for node port ${later.port.host.value}` : `${later.workload.name} and ${earlier.workload.name} both publish host port ${later.port.host.value}`;
        fail2(deployment, onNodes ? later.port.host : later.port, what, {
          ...onNodes ? NODE_PORTS : {},
          key: `${later.workload.name}.${later.port.host.value}`,
          related: [{ at: earlier.port.at, message: `${earlier.workload.name} publishes it here` }]
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function collide(one, other) {
  if (one.workload === other.workload || // One Service may lead to several workloads.
  one.port.by !== void 0 && one.port.by.name === other.port.by?.name || one.port.protocol !== other.port.protocol || !one.port.host?.known || !other.port.host?.known)
    return false;
  return one.port.host.value === other.port.host.value && one.port.hostEnd === void 0 && other.port.hostEnd === void 0 && sameAddress(one.port, other.port);
}
function sameAddress(one, other) {
  if (one.reach === "unknown" || other.reach === "unknown") return false;
  if (one.reach === "any" || other.reach === "any") return true;
  return one.address === other.address;
}

// src/model/listening-text.ts
var known2 = /* @__PURE__ */ new WeakMap();
var OTHER = /(?:^|\/)(?:node_modules|\.git|dist|build|coverage|vendor)\/|(?:-lock\.(?:json|ya?ml)|\.(?:lock|sum|svg|csv|md|mdx|txt|map|snap|sql))$/i;
var MOST_FILES2 = 2e3;
var LONGEST2 = 5e5;
function sourceTextOf(context) {
  const before = known2.get(context);
  if (before) return before;
  const files = context.find(".").filter((path) => !OTHER.test(path));
  const numbers = /* @__PURE__ */ new Set();
  if (files.length <= MOST_FILES2) {
    for (const path of files) {
      const text2 = context.read(path)?.text.slice(0, LONGEST2) ?? "";
      for (const [number] of text2.matchAll(/(?<![\d.])\d{2,5}(?!\d)/g)) numbers.add(Number(number));
    }
  }
  const found2 = { has: (port) => files.length > MOST_FILES2 || numbers.has(port) };
  known2.set(context, found2);
  return found2;
}

// src/model/listening.ts
var PORT_VARIABLE2 = /^(?:APP_|HTTP_|SERVER_|LISTEN_|WEB_|API_|SERVICE_|NODE_|NUXT_|NITRO_|UVICORN_|GUNICORN_)?PORT$/;
var UNKNOWN = { state: "unknown" };
function listening(workload, port, system) {
  const found2 = listeningItself(workload, port, system.proxies);
  if (found2.state !== "no") return found2;
  const sharing = system.workloads.filter((other) => other !== workload && sharesNetwork(other, workload));
  const others = sharing.map((other) => listeningItself(other, port, system.proxies).state);
  if (others.includes("yes")) return { state: "yes" };
  return others.includes("unknown") ? UNKNOWN : found2;
}
function sharesNetwork(other, workload) {
  if (other.deployment !== workload.deployment) return false;
  if (workload.pod) return other.pod?.kind === workload.pod.kind && other.pod.name === workload.pod.name;
  return [other, workload].some(
    (one, index, both) => knownValue(one.networkMode) === `service:${both[1 - index]?.name}`
  );
}
function listeningItself(workload, port, proxies) {
  const own = proxies.filter((proxy) => proxy.workloads.includes(workload));
  if (own.length > 0) return listeningProxy(own, port);
  if (workload.listens.includes(port)) return { state: "yes" };
  if (mentions2(workload, port)) return UNKNOWN;
  return workload.software && workload.software.kind !== "runtime" ? ofSoftware(workload) : ofProgram(workload, port);
}
function listeningProxy(proxies, port) {
  const listeners = proxies.flatMap((proxy) => proxy.listeners);
  const ports = listeners.flatMap((listener) => listener.port.known ? [listener.port.value] : []);
  if (ports.includes(port)) return { state: "yes" };
  if (proxies.some(({ complete }) => !complete) || ports.length < listeners.length || ports.length === 0) return UNKNOWN;
  return { state: "no", ports: distinct(ports), because: "by its configuration" };
}
function distinct(ports) {
  return [...new Set(ports)].sort((one, other) => one - other);
}
function mentions2(workload, port) {
  const number = new RegExp(`(?<!\\d)${port}(?!\\d)`);
  const variables = [...workload.environment.values()].map(
    ({ value, raw }) => value.known ? value.value : raw ?? ""
  );
  const checks = workload.health.checks.map(({ text: text2 }) => text2);
  const build = workload.image?.dockerfile?.instructions.map(({ text: text2 }) => text2) ?? [];
  return [workload.start?.text ?? "", ...variables, ...checks, ...build].some((text2) => number.test(text2));
}
var FEW_PORTS = /* @__PURE__ */ new Set(["postgres", "redis", "memcached", "mongodb"]);
function ofSoftware(workload) {
  const { software, distribution, image } = workload;
  if (!software || distribution?.id !== "official" || !FEW_PORTS.has(software.id) || image?.origin !== "pulled")
    return UNKNOWN;
  if (serviceFactsOf(workload)?.configMounted !== false || hidesPort(workload)) return UNKNOWN;
  return { state: "no", ports: distinct(workload.listens), because: `as ${software.name} does` };
}
function hidesPort({ environment, start: start2 }) {
  const open2 = [...environment.values()].some(
    ({ name, value }) => !value.known && /PORT|ADDR|LISTEN|BIND|URL|ARGS|OPTS/.test(name)
  );
  return open2 || (start2?.argv.some((word) => word === null || word.includes("$")) ?? false);
}
function ofProgram(workload, port) {
  const { image } = workload;
  const told = [...workload.environment.values()].filter(({ name }) => PORT_VARIABLE2.test(name));
  if (told.some(({ value }) => !value.known) || hidesPort(workload)) return UNKNOWN;
  const variables = told.flatMap(({ name, value }) => {
    const number = value.known && /^\d{1,5}$/.test(value.value.trim()) ? Number(value.value) : 0;
    return number > 0 ? [{ name, number }] : [];
  });
  const exposed = image?.dockerfile ? workload.listens : [];
  const ports = distinct([...variables.map((one) => one.number), ...exposed]);
  if (ports.length === 0 || image?.origin === "pulled" && exposesElsewhere(workload)) return UNKNOWN;
  if (image?.origin !== "pulled" && !isSilent(workload, port)) return UNKNOWN;
  const [variable3] = variables;
  const because = variable3 ? `by ${variable3.name}` : "by the EXPOSE of its Dockerfile";
  return { state: "no", ports, because };
}
function exposesElsewhere({ mounts }) {
  return mounts.some((mount) => mount.type === "bind" || mount.type === "config" || mount.type === "other");
}
function isSilent(workload, port) {
  const context = workload.image?.context;
  return context?.present === true && !sourceTextOf(context).has(port);
}

// rules/network/port-without-listener.ts
var port_without_listener_default = defineRule({
  id: "network/port-without-listener",
  title: "A published port leads to nothing that listens",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The port is open on the host, and every connection to it is refused or cut off. Where it is 443, the site has no encryption, though the file looks as if it had.",
  fix: "Publish the port that the program listens on, or make it listen on this one.",
  refs: [
    "https://docs.docker.com/engine/network/port-publishing/",
    "https://doc.traefik.io/traefik/v3.3/routing/entrypoints/"
  ],
  reads: ["nginx", "traefik", "haproxy"],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const published = workload.published.filter((port) => port.protocol === "tcp" && port.hostEnd === void 0);
      if (published.length === 0) continue;
      pass(workload);
      for (const port of published) {
        if (!port.container.known) continue;
        const number = port.container.value;
        const found2 = listening(workload, number, system);
        if (found2.state !== "no") continue;
        const what = `${workload.name} publishes port ${number}, and nothing in it listens there: it listens on ${found2.ports.join(" and ")} ${found2.because}`;
        fail2(workload, port, what, { key: `port.${number}` });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// src/parse/ip-address.ts
function isAddress(text2) {
  return isVersion4(text2) || isVersion6(text2);
}
function isVersion4(text2) {
  const parts = text2.split(".", 5);
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}
function isVersion6(text2) {
  if (text2.length > 45) return false;
  const halves = text2.split("::");
  if (halves.length > 2) return false;
  const [head = [], tail] = halves.map((half) => half === "" ? [] : half.split(":"));
  const groups = [...head, ...tail ?? []];
  const last = groups.at(-1);
  const embedded = last?.includes(".") === true && isVersion4(last) && (tail ?? head).length > 0;
  const hex = embedded ? groups.slice(0, -1) : groups;
  if (!hex.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count3 = hex.length + (embedded ? 2 : 0);
  return tail ? count3 < 8 : count3 === 8;
}

// src/model/host-names.ts
var MOST_NAMESAKES = 100;
var LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|0\.0\.0\.0|::|0:0:0:0:0:0:0:[01])$/;
var MACHINE = /^(?:host|gateway)\.docker\.internal$|^host\.containers\.internal$|^172\.17\.0\.1$/;
function hostNamesOf(deployments, workloads) {
  const directory = directoryOf2(deployments, workloads);
  return {
    answer: (host, port, from) => answerOf(clean(host), port, from, directory),
    namesakes: (host, from) => (directory.byAlias.get(clean(host)) ?? []).filter((other) => other.deployment === from.deployment)
  };
}
function clean(host) {
  return host.replace(/\.$/, "").toLowerCase();
}
function directoryOf2(deployments, workloads) {
  const byAlias = /* @__PURE__ */ new Map();
  const ofDeployment = /* @__PURE__ */ new Map();
  for (const workload of workloads) {
    const neighbours = ofDeployment.get(workload.deployment) ?? {
      byName: /* @__PURE__ */ new Map(),
      byHostPort: /* @__PURE__ */ new Map(),
      hostPortRanges: [],
      byNetworkOwner: /* @__PURE__ */ new Map(),
      onNetwork: /* @__PURE__ */ new Map()
    };
    ofDeployment.set(workload.deployment, neighbours);
    enter4(neighbours, workload);
    for (const name of namesOf2(workload)) put(byAlias, name, workload);
  }
  const onRequest = new Map(
    deployments.map(({ id, onRequest: waiting }) => [id, new Set(waiting.flatMap((one) => [...namesOf2(one)]))])
  );
  return { byAlias, ofDeployment, onRequest };
}
function namesOf2(workload) {
  const names = workload.networks.flatMap((network) => network.aliases);
  const own = workload.platform === "kubernetes" ? void 0 : knownValue(workload.hostname);
  return new Set([...names, ...own && names.length > 0 ? [own] : []].map(clean));
}
function put(map, key, workload) {
  const others = map.get(key);
  if (!others) map.set(key, [workload]);
  else if (others.length < MOST_NAMESAKES) others.push(workload);
}
function enter4(neighbours, workload) {
  if (!neighbours.byName.has(workload.name)) neighbours.byName.set(workload.name, workload);
  put(neighbours.byNetworkOwner, networkOwner(workload), workload);
  for (const { network } of workload.networks) {
    neighbours.onNetwork.set(network, (neighbours.onNetwork.get(network) ?? 0) + 1);
  }
  for (const { host, hostEnd, container } of workload.published) {
    const first = knownValue(host);
    if (first === void 0) continue;
    const on = { workload, port: hostEnd === void 0 ? knownValue(container) : void 0 };
    if (hostEnd !== void 0) neighbours.hostPortRanges.push({ first, last: hostEnd, on });
    else if (!neighbours.byHostPort.has(first)) neighbours.byHostPort.set(first, on);
  }
}
function networkOwner(workload) {
  const { pod } = workload;
  if (pod) return [pod.kind, pod.namespace, pod.name].join("/");
  return /^service:(.+)$/.exec(knownValue(workload.networkMode) ?? "")?.[1] ?? workload.name;
}
function answerOf(host, port, from, directory) {
  if (/[${}<>%*\s]/.test(host) || host === "") return unknown2("the host is filled in elsewhere");
  const beside = directory.ofDeployment.get(from.deployment);
  const own = from.localNames?.get(host);
  if (own !== void 0) return ownName(own, port, beside);
  if (LOOPBACK.test(host)) return loopback(port, from, beside);
  const called = found(host, from, directory);
  const [first, ...others] = called;
  if (first) return { kind: "workload", workload: first, others };
  if (host === knownValue(from.hostname)?.toLowerCase()) return itself(from);
  if (MACHINE.test(host)) return onHost(port, beside);
  if (isAddress(host)) return address(host);
  if (from.platform === "kubernetes" && (!host.includes(".") || /\.svc(?:\.|$)/.test(host)))
    return unknown2("something else may make a Service of that name in the cluster");
  if (host.includes(".")) return { kind: "outside" };
  return bareName(host, from, directory);
}
function unknown2(because) {
  return { kind: "unknown", because };
}
function itself(workload) {
  return { kind: "workload", workload, others: [] };
}
function ownName(name, port, beside) {
  if (name === "host-gateway") return onHost(port, beside);
  const linked = beside?.byName.get(name);
  if (linked) return itself(linked);
  if (/^[\w-]+(?:\.[\w-]+)+\.?$/.test(name) && !isAddress(name)) return { kind: "outside" };
  const isHost2 = isAddress(name) || /^[\w-]+(?:\.[\w-]+)+$/.test(name);
  return isHost2 ? { kind: "outside" } : unknown2("the host is filled in elsewhere");
}
function onHost(port, beside) {
  if (port === void 0) return { kind: "outside" };
  const range = beside?.hostPortRanges.find(({ first, last }) => first <= port && port <= last);
  const on = beside?.byHostPort.get(port) ?? range?.on;
  if (!on) return { kind: "outside" };
  return {
    kind: "workload",
    workload: on.workload,
    others: [],
    ...on.port === void 0 ? {} : { port: on.port }
  };
}
function loopback(port, from, beside) {
  const mode = knownValue(from.networkMode);
  if (mode === "host" || from.platform === "pm2") return onHost(port, beside);
  if (from.networkMode && (mode === void 0 || mode.startsWith("container:")))
    return unknown2("it shares the network of a container that is not in the repository");
  const others = (beside?.byNetworkOwner.get(networkOwner(from)) ?? []).filter((other) => other !== from);
  const neighbour = port === void 0 ? void 0 : others.find((other) => other.listens.includes(port));
  if (neighbour) return itself(neighbour);
  return others.length === 0 ? itself(from) : unknown2("several containers share its network");
}
function address(host) {
  const private4 = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
  if (private4.test(host) || /^(?:f[cd]|fe80:)/.test(host)) return unknown2("an address tells of no workload");
  return { kind: "outside" };
}
function found(host, from, { byAlias }) {
  const bare = /^tasks\.(.+)$/.exec(host)?.[1] ?? host;
  const qualified = from.networks.find(({ network }) => bare.endsWith(`.${network.toLowerCase()}`));
  const names = [bare, ...qualified ? [bare.slice(0, -qualified.network.length - 1)] : []];
  for (const name of names) {
    const called = byAlias.get(name) ?? [];
    const answering = called.filter((to) => answersTo(name, to, from));
    const near2 = answering.filter((to) => to.deployment === from.deployment);
    if (answering.length > 0) return near2.length > 0 ? near2 : answering;
  }
  return [];
}
function answersTo(host, to, from) {
  const own = clean(knownValue(to.hostname) ?? "") === host;
  return to.networks.some(
    (network) => (own || network.aliases.some((alias) => clean(alias) === host)) && from.networks.some((one) => isSameNetwork(one, network, from, to))
  );
}
function isSameNetwork(one, other, from, to) {
  if (from.deployment === to.deployment) return one.network === other.network;
  return one.identity !== void 0 && one.identity === other.identity;
}
function networksInCommon(from, to) {
  return from.networks.flatMap(
    (one) => to.networks.some((other) => isSameNetwork(one, other, from, to)) ? [one.network] : []
  );
}
function bareName(host, from, { byAlias, ofDeployment, onRequest }) {
  if (from.platform === "kubernetes") return unknown2("other manifests may be applied to the cluster");
  if (from.platform === "pm2" || from.networkMode || from.networks.length === 0)
    return unknown2("its names are looked up outside the repository");
  if (onRequest.get(from.deployment)?.has(host)) return unknown2(`${host} is only started on request`);
  const beside = ofDeployment.get(from.deployment);
  if (beside && isNameOfContainer(host, beside.byName, from.platform))
    return unknown2("it may be the name that Compose gives to a container");
  const open2 = from.networks.find((network) => isOpen2(network, beside));
  if (open2) return unknown2(`other projects may be on the network ${open2.network.replace(/^external:/, "")}`);
  const namesake = byAlias.get(host)?.find((other) => other.deployment === from.deployment);
  return { kind: "nobody", ...namesake ? { namesake } : {} };
}
function isNameOfContainer(host, services2, platform) {
  const numbered2 = host.replace(/[-_]\d+$/, "");
  if (numbered2 === host && platform !== "swarm") return false;
  const ends = [...numbered2.matchAll(numbered2 === host ? /(?<=.)_/g : /(?<=.)[-_]/g)];
  return ends.some(({ 0: separator, index }) => services2.has(numbered2.slice(index + separator.length)));
}
function isOpen2(network, beside) {
  if (network.network.startsWith("external:")) return true;
  const named = network.identity === void 0 || !network.identity.includes("/");
  return named && (beside?.onNetwork.get(network.network) ?? 0) < 2;
}

// src/model/edges.ts
function edgesOfProxies({
  edges
}) {
  const found2 = /* @__PURE__ */ new Map();
  for (const edge of edges) {
    if (!edge.proxy) continue;
    const others = found2.get(edge.proxy);
    if (others) others.push(edge);
    else found2.set(edge.proxy, [edge]);
  }
  return found2;
}
function edgesOf({ workloads, addresses, proxies, names }) {
  const production = new Set(workloads);
  return [
    ...addresses.map(environmentEdge),
    ...proxies.flatMap((proxy) => proxyEdges(proxy, production, names)),
    ...dependencyEdges(workloads),
    ...workloads.flatMap((workload) => argumentEdges(workload, names))
  ];
}
function environmentEdge({ from, variable: variable3, address: address2, answer }) {
  const { host, port } = address2;
  return {
    from,
    via: "environment",
    host,
    ...port === void 0 ? {} : { port },
    answer,
    networks: common(from, answer),
    at: variable3.at,
    variable: variable3,
    address: address2
  };
}
function common(from, answer) {
  return answer.kind === "workload" ? networksInCommon(from, answer.workload) : [];
}
function proxyEdges(proxy, production, names) {
  const servers = /* @__PURE__ */ new Set([
    ...proxy.upstreams.flatMap((upstream) => upstream.servers),
    ...proxy.routes.flatMap((route) => route.upstream.servers)
  ]);
  return [...servers].flatMap((server) => {
    const runners = proxy.workloads.length > 0 ? proxy.workloads.filter((one) => production.has(one)) : [proxy];
    return runners.map((from) => {
      const port = server.port?.known ? server.port.value : void 0;
      const answer = serverAnswer(server, from, names);
      return {
        from,
        via: server.workloads ? "label" : "proxy",
        host: server.host.known ? server.host.value : "",
        ...port === void 0 ? {} : { port },
        answer,
        networks: from.kind === "workload" ? common(from, answer) : [],
        at: server.at,
        proxy,
        server
      };
    });
  });
}
function serverAnswer(server, from, names) {
  const [workload, ...others] = server.workloads ?? [];
  if (workload) return { kind: "workload", workload, others };
  if (!server.host.known) return { kind: "unknown", because: server.host.because };
  if (from.kind === "proxy") return { kind: "unknown", because: "nothing in the repository runs this configuration" };
  return names.answer(server.host.value, server.port?.known ? server.port.value : void 0, from);
}
function dependencyEdges(workloads) {
  const byName2 = new Map(workloads.map((workload) => [`${workload.deployment}/${workload.name}`, workload]));
  return workloads.flatMap(
    (from) => from.dependsOn.flatMap(({ workload: host, at }) => {
      const workload = byName2.get(`${from.deployment}/${host}`);
      if (!workload) return [];
      const answer = { kind: "workload", workload, others: [] };
      return [{ from, via: "dependency", host, answer, networks: networksInCommon(from, workload), at }];
    })
  );
}
var ADDRESS = /[a-z][a-z0-9+.-]{0,40}:\/\/(?:[^/@\s]{0,200}@)?(?<host>[\w.-]+)(?::(?<port>\d{1,5}))?|(?<![\w./-])(?<bare>[a-z][\w.-]*):(?<its>\d{2,5})(?!\d)/gi;
var LONGEST_WORD = 2048;
var MOST_WORDS = 200;
function argumentEdges(from, names) {
  const { start: start2 } = from;
  if (!start2) return [];
  const words3 = start2.script ? [start2.script.text] : programWords(start2.argv) ?? [];
  const found2 = /* @__PURE__ */ new Map();
  for (const word of words3.slice(0, MOST_WORDS)) {
    for (const { groups = {} } of word?.slice(0, LONGEST_WORD).matchAll(ADDRESS) ?? []) {
      const host = groups.host ?? groups.bare ?? "";
      const written = groups.port ?? groups.its;
      const port = written === void 0 ? void 0 : Number(written);
      const answer = names.answer(host, port, from);
      if (answer.kind !== "workload" || answer.workload === from) continue;
      const edge = { host, ...port === void 0 ? {} : { port }, answer, networks: common(from, answer) };
      found2.set(`${host}:${port}`, { from, via: "argument", ...edge, at: start2.at });
    }
  }
  return [...found2.values()];
}

// src/model/public-entries.ts
var DATA = /* @__PURE__ */ new Set(["datastore", "cache", "broker", "search"]);
function publicEntries(system) {
  const open2 = system.workloads.filter(
    (workload) => isFrontEnd(workload) && openPort(workload) !== void 0 && !servesDataAlone(workload, system)
  );
  const proxied = new Set(open2.filter(({ role }) => role === "proxy").map(({ deployment }) => deployment));
  const published = open2.flatMap((workload) => {
    if (workload.role !== "proxy" && proxied.has(workload.deployment)) return [];
    const port = openPort(workload, servesPagesOn);
    return port ? [{ subject: workload, at: port.at, through: throughOf(port) }] : [];
  });
  return [...published, ...system.clusters.flatMap(routedEntries)];
}
var PAGES = /* @__PURE__ */ new Set(["runtime", "application", "identity", "proxy"]);
function isFrontEnd({ weight, longRunning, role, software }) {
  const servesPages = software === void 0 || PAGES.has(software.kind);
  if (software?.id === "cloudflared") return false;
  return weight > 0 && longRunning && servesPages && (role === "proxy" || role === "user-facing");
}
var OTHER_PROTOCOLS = /* @__PURE__ */ new Set([
  20,
  21,
  22,
  23,
  25,
  53,
  110,
  143,
  465,
  514,
  587,
  993,
  995,
  1194,
  1883,
  3389,
  5060,
  5222,
  5900,
  6667
]);
function servesPagesOn({ container }) {
  return !container.known || container.value < 1e4 && !OTHER_PROTOCOLS.has(container.value);
}
function openPort({ published }, isMeant2 = () => true) {
  return published.find((port) => port.protocol === "tcp" && port.reach === "any" && isMeant2(port));
}
function throughOf({ host, container, by }) {
  if (by) return `the ${by.kind} ${by.name}`;
  const port = host ?? container;
  return port.known ? `port ${port.value}` : "a port";
}
function targetsOf({ via, from, answer }) {
  if (via !== "proxy" && via !== "label" || from.kind !== "workload" || answer.kind !== "workload") return [];
  return openPort(from) ? [answer.workload, ...answer.others].filter((one) => one !== from) : [];
}
function servesDataAlone(workload, { edges }) {
  if (workload.role !== "proxy") return false;
  const targets = edges.filter(({ from }) => from === workload).flatMap(targetsOf);
  return targets.length > 0 && targets.every(({ role }) => DATA.has(role));
}
function routedEntries({ routes, deployment }) {
  const objects = new Set(routes.map((route) => route.object));
  return [...objects].map(({ kind, name, namespace, at }) => ({
    subject: {
      id: `${deployment}/${kind}/${namespace ?? ""}/${name}`,
      kind: "object",
      name,
      weight: 3,
      at,
      files: [at.path]
    },
    at,
    through: `the ${kind} ${name}`
  }));
}

// rules/network/proxy-bypassed.ts
var DATA2 = /* @__PURE__ */ new Set(["datastore", "cache", "broker", "search"]);
var proxy_bypassed_default = defineRule({
  id: "network/proxy-bypassed",
  title: "An application is open to any host beside the proxy that should guard it",
  category: "security",
  severity: "medium",
  confidence: "B",
  security: 6.5,
  since: "0.1.0",
  effort: "minutes",
  why: "Encryption, rate limits, access rules and logs are in the proxy. Whoever asks the port of the application directly goes past all of them.",
  fix: 'Drop the `ports` entry: the proxy reaches the service over the network that both join. For yourself bind it to loopback: `"127.0.0.1:3000:3000"`.',
  refs: ["https://docs.docker.com/engine/network/packet-filtering-firewalls/"],
  reads: ["nginx", "traefik", "haproxy"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const edges of edgesOfProxies(system).values()) {
      for (const edge of edges) {
        for (const target of targetsOf(edge)) {
          if (DATA2.has(target.role) || target.weight === 0) continue;
          pass(target);
          const port = target.published.find((one) => isRouted(one, edge));
          if (port?.reach === "unknown")
            unverified(target, port, "the bind address of a published port is set outside the repository");
          if (port?.reach !== "any") continue;
          const what = `${target.name} answers any host${onPort(port)}, past ${edge.from.name} in front of it`;
          fail2(target, port, what, {
            key: `port.${portOf(port)}`,
            related: [{ at: edge.at, message: `${edge.from.name} sends to it` }]
          });
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isRouted(port, edge) {
  if (port.protocol !== "tcp" || !port.container.known) return false;
  const wanted = edge.answer.kind === "workload" ? edge.answer.port ?? edge.port : void 0;
  return port.container.value === (wanted ?? 80);
}
function portOf({ host, container }) {
  const port = host ?? container;
  return port.known ? port.value : void 0;
}
function onPort(port) {
  const number = portOf(port);
  return number === void 0 ? "" : ` on port ${number}`;
}

// rules/network/tls-missing.ts
var tls_missing_default = defineRule({
  id: "network/tls-missing",
  title: "Users are served without encryption",
  category: "security",
  severity: "high",
  confidence: "B",
  security: 7.4,
  since: "0.1.0",
  effort: "hours",
  why: "Passwords, sessions and everything that is shown travel in clear text: whoever is on the way reads and changes them.",
  fix: "Let the proxy listen on 443 with a certificate (nginx: `listen 443 ssl` with certbot; Traefik: an entry point with a certificate resolver; Caddy does it by itself) and redirect port 80. If a load balancer, CDN or tunnel in front encrypts, say so in erp-audit.yml: `proxies: { tlsTerminatedUpstream: true }`.",
  refs: [
    "https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html",
    "https://letsencrypt.org/docs/"
  ],
  reads: ["nginx", "traefik", "haproxy"],
  check({ system, pass, fail: fail2, unverified }) {
    const { upstream, at: places, own } = system.encryption;
    const hidden = hiddenPart(system);
    for (const { subject, at, through: through2 } of publicEntries(system)) {
      if (upstream || places.length > 0 || own.has(subject.id)) pass(subject);
      else if (hidden) unverified(subject, at, hidden);
      else
        fail2(
          subject,
          at,
          `${subject.name} serves users through ${through2}, and nothing in the repository encrypts that`
        );
    }
  },
  examples: { bad: [], good: [] }
});
function hiddenPart({ proxies, unreadable }) {
  const broken2 = unreadable.find((file) => file.production);
  if (broken2) return `${broken2.path} could not be read`;
  const proxy = proxies.find((one) => one.weight > 0 && !one.complete);
  return proxy && `the configuration of ${proxy.name} is not known in full`;
}

// rules/network/upstream-is-itself.ts
var upstream_is_itself_default = defineRule({
  id: "network/upstream-is-itself",
  title: "A proxy in a container sends to itself",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "localhost is the container of the proxy, in which nothing else runs. Every request on that route ends in 502 Bad Gateway.",
  fix: 'Send to the name of the service and the port inside its container: `http://api:3000`. For a program on the host, add `extra_hosts: ["host.docker.internal:host-gateway"]` and send to `host.docker.internal`.',
  refs: ["https://docs.docker.com/compose/how-tos/networking/"],
  reads: ["nginx", "traefik", "haproxy"],
  check({ system, pass, fail: fail2 }) {
    for (const [proxy, edges] of edgesOfProxies(system)) {
      if (edges.every(({ from }) => from.kind === "proxy")) continue;
      pass(proxy);
      for (const edge of edges) {
        if (!isItself(edge) || edge.from.kind !== "workload" || !runsAlone(edge.from)) continue;
        const port = edge.port ?? (edge.server?.scheme === "https" ? 443 : 80);
        if (listening(edge.from, port, system).state !== "no") continue;
        const what = `${edge.from.name} sends to ${edge.host}:${port}, which is its own container`;
        fail2(proxy, edge, what, { key: `${edge.host}:${port}` });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isItself({ answer, from, host }) {
  return answer.kind === "workload" && answer.workload === from && LOOPBACK.test(host.toLowerCase());
}
function runsAlone(workload) {
  const { software, image, start: start2 } = workload;
  if (software?.kind !== "proxy") return false;
  const instructions = image?.dockerfile?.instructions ?? [];
  if (image?.origin === "built" && !image.dockerfile) return false;
  if (instructions.some(
    ({ keyword, text: text2 }) => keyword === "RUN" && /\b(?:apk|apt|apt-get|yum|dnf|npm|pip3?|curl|wget)\b/.test(text2)
  ))
    return false;
  if (!start2 || start2.source === "image") return true;
  if (start2.argv[0]?.startsWith("-")) return true;
  const program = start2.shell ? void 0 : programOf(start2.argv.flatMap((word) => word ?? []));
  return program !== void 0 && /^(?:nginx|traefik|haproxy|(?:docker-)?entrypoint\.sh)$/.test(program);
}

// rules/network/upstream-port-mismatch.ts
var upstream_port_mismatch_default = defineRule({
  id: "network/upstream-port-mismatch",
  title: "A proxy sends to a port that its target does not listen on",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Every request on that route ends in 502 Bad Gateway: the container is there, and refuses the connection.",
  fix: "Send to the port that the program listens on inside its container; ports of the host play no part between containers.",
  refs: [
    "https://docs.docker.com/compose/how-tos/networking/",
    "https://doc.traefik.io/traefik/v3.3/routing/providers/docker/#services"
  ],
  reads: ["nginx", "traefik", "haproxy"],
  check({ system, pass, fail: fail2 }) {
    for (const [proxy, edges] of edgesOfProxies(system)) {
      if (edges.every(({ answer }) => answer.kind !== "workload")) continue;
      pass(proxy);
      for (const edge of edges) {
        const port = portOf2(edge);
        const wrong = port === void 0 ? void 0 : mismatch2(edge, port, system);
        if (!wrong || port === void 0) continue;
        const { to, ports, because } = wrong;
        const what = `${edge.from.name} sends to port ${port} of ${to.name}, which listens on ${ports.join(" and ")} ${because}`;
        const related = [{ at: to.at, message: `${to.name} is here` }];
        fail2(proxy, edge, what, { key: `${to.name}.${port}`, related });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function portOf2({ answer, port, server, proxy }) {
  if (answer.kind === "workload" && answer.port !== void 0) return answer.port;
  if (port !== void 0) return port;
  if (!server || server.port || proxy?.software === "haproxy") return void 0;
  return server.scheme === "https" ? 443 : server.scheme === void 0 || server.scheme === "http" ? 80 : void 0;
}
function mismatch2(edge, port, system) {
  const { answer, from } = edge;
  if (answer.kind !== "workload" || answer.workload === from) return void 0;
  const found2 = [answer.workload, ...answer.others].map((to) => ({ to, ...listening(to, port, system) }));
  const [first] = found2;
  return first?.state === "no" && found2.every((one) => one.state === "no") ? first : void 0;
}

// src/knowledge/client-addresses.ts
var NETWORK = /* @__PURE__ */ new Set([
  ...["http", "https", "ws", "wss", "grpc", "grpcs", "tcp", "tls", "ssl", "otlp", "zipkin"],
  ...[
    "postgres",
    "postgresql",
    "postgis",
    "pgsql",
    "cockroachdb",
    "timescaledb",
    "mysql",
    "mariadb",
    "sqlserver",
    "mssql"
  ],
  ...["mongodb", "redis", "rediss", "valkey", "memcached", "memcache", "clickhouse", "cassandra", "neo4j", "bolt"],
  ...["amqp", "amqps", "nats", "kafka", "plaintext", "sasl_plaintext", "sasl_ssl", "mqtt", "mqtts", "stomp", "pulsar"],
  ...["elasticsearch", "opensearch", "etcd", "consul", "zookeeper", "influxdb", "esdb", "eventstore", "temporal"]
]);
function isNetworkScheme(scheme) {
  const bare = scheme.toLowerCase().replace(/^jdbc:/, "").replace(/\+.*$/, "");
  return NETWORK.has(bare);
}
var NOT_FOR_CONNECTING = new RegExp(
  [
    `^(?:NEXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|GATSBY|PUBLIC|VUE_APP|NG_APP|STORYBOOK)_`,
    `(?:^|_)(?:ISSUERS?|AUDIENCES?|NAMESPACES?|REALM|ORIGINS?|CORS|ALLOWED|TRUSTED|REDIRECT|CALLBACK|RETURN|PUBLIC|EXTERNAL|ADVERTISED|LISTEN|LISTENERS?|BIND|SCHEMA|XMLNS|REFERER|DOMAINS?|VIRTUAL)(?:_|$)`,
    `(?:^|_)(?:SMTP|MAIL|MAILER|EMAIL|LDAP|LDAPS|AD|SAML|NTP|SYSLOG|PROXY|NO_PROXY|SMB|CIFS|NFS|PRINTER|SFTP|FTP|DNS|EXAMPLE|TEST)(?:_|$)`,
    `^(?:HOST|HOSTNAME|SERVER_NAME|SERVER|APP_HOST|APP_URL|BASE_URL|ROOT_URL|SITE_URL|FRONTEND_URL|WEB_URL|APP_BASE_URL|ADDR|ADDRESS|ENDPOINT)$`
  ].join("|")
);
function isForConnecting(name) {
  return !NOT_FOR_CONNECTING.test(name.toUpperCase());
}

// rules/network/upstream-unknown.ts
var upstream_unknown_default = defineRule({
  id: "network/upstream-unknown",
  title: "Something is sent to a host that nothing answers to",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'The name of the host is looked up among the containers of the network, and none has it: nginx does not even start ("host not found in upstream"), other programs fail on every call.',
  fix: "Write the name of the service, or give the container that is meant a network alias of this name.",
  refs: [
    "https://docs.docker.com/compose/how-tos/networking/",
    "https://docs.docker.com/reference/compose-file/services/#aliases"
  ],
  reads: ["nginx", "traefik", "haproxy"],
  check(context) {
    const elsewhere = namesOutsideProduction(context.system);
    for (const [proxy, edges] of edgesOfProxies(context.system)) {
      if (edges.every(({ from }) => from.kind === "proxy")) continue;
      context.pass(proxy);
      for (const edge of edges) judge3(edge, proxy, `${edge.from.name} sends to ${edge.host}`, elsewhere, context);
    }
    for (const edge of context.system.edges) {
      const { from, host, variable: variable3 } = edge;
      if (edge.via !== "environment" || from.kind !== "workload" || !isPeer(edge)) continue;
      if (edge.answer.kind === "workload") context.pass(from);
      if (edge.answer.kind === "nobody")
        judge3(edge, from, `${from.name} connects to ${host} (${variable3?.name})`, elsewhere, context);
    }
  },
  examples: { bad: [], good: [] }
});
function namesOutsideProduction({ deployments }) {
  const outside = deployments.flatMap((one) => one.purpose === "production" ? [] : [...one.workloads, ...one.onRequest]);
  return new Set(outside.flatMap(({ name, networks }) => [name, ...networks.flatMap((network) => network.aliases)]));
}
function judge3(edge, subject, what, elsewhere, { system, fail: fail2, unverified }) {
  const { answer, host, variable: variable3 } = edge;
  if (answer.kind === "unknown" && /^[\w-]+$/.test(host))
    unverified(subject, edge, `who answers to ${host} is not known: ${answer.because}`);
  if (answer.kind !== "nobody" || answer.namesake) return;
  if (elsewhere.has(host)) {
    unverified(subject, edge, `only a development set has a container of the name ${host}`);
    return;
  }
  const beside = namesBeside(edge, system);
  const replica = host.replace(/[-_]?\d+$/, "");
  const fix = replica !== host && beside.includes(replica) ? `Send to \`${replica}\`, which is the name of all its replicas: Compose calls no container \`${host}\`.` : void 0;
  const message = `${what}, and no container on its networks has that name${fix ? "" : didYouMean(host, beside)}`;
  fail2(subject, edge, message, { key: variable3 ? `${variable3.name}.${host}` : host, ...fix ? { fix } : {} });
}
function isPeer({ variable: variable3, address: address2, port }) {
  if (!variable3 || !address2 || !isForConnecting(variable3.name)) return false;
  if (address2.form === "url") return address2.scheme !== void 0 && isNetworkScheme(address2.scheme);
  return address2.form === "named" && port !== void 0;
}
var MOST_NAMES = 200;
function namesBeside({ from }, { workloads }) {
  const deployment = from.kind === "workload" ? from.deployment : void 0;
  const beside = workloads.filter((other) => other.deployment === deployment && other !== from);
  return beside.slice(0, MOST_NAMES).map((other) => other.name);
}

// rules/process/fork-mode-shares-port.ts
var fork_mode_shares_port_default = defineRule({
  id: "process/fork-mode-shares-port",
  title: "Several processes that PM2 forks bind the same port",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "In fork mode every instance is a process of its own that opens its own socket. The first one gets the port, the others end with EADDRINUSE, and PM2 restarts them until it gives up: one instance does all the work.",
  fix: "Share the socket with `exec_mode: 'cluster'` (Node.js), or give each instance a port of its own with `increment_var: 'PORT'` and name them all in the proxy.",
  refs: [
    "https://pm2.keymetrics.io/docs/usage/cluster-mode/",
    "https://pm2.keymetrics.io/docs/usage/environment/#specific-environment-variables"
  ],
  reads: ["pm2", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      const { pm2 } = workload;
      if (!pm2 || !workload.longRunning) continue;
      const { mode, instances } = pm2;
      if (!mode.known) {
        if (isSeveral(instances) && workload.published.length > 0) unverified(workload, mode, mode.because);
      } else if (mode.value === "cluster" || !isSeveral(instances)) pass(workload);
      else judgeForks(workload, pm2, { pass, fail: fail2, unverified });
    }
  },
  examples: { bad: [], good: [] }
});
function isSeveral(instances) {
  return !instances.known || instances.value > 1;
}
function judgeForks(workload, pm2, { pass, fail: fail2, unverified }) {
  const [port, ...others] = workload.published;
  const ranges = port?.hostEnd !== void 0 || others.length > 0;
  if (!port || ranges || pm2.counts !== void 0) pass(workload);
  else if (pm2.readsInstance?.known && pm2.readsInstance.value) pass(workload);
  else if (pm2.readsInstance?.known === false) unverified(workload, port, pm2.readsInstance.because);
  else if (!pm2.instances.known && !pm2.perProcessor) unverified(workload, pm2.instances, pm2.instances.because);
  else if (port.container.known) {
    const count3 = pm2.instances.known ? String(pm2.instances.value) : "one for each processor:";
    fail2(workload, port, `${count3} forked processes of ${workload.name} bind port ${port.container.value}`);
  } else unverified(workload, port, port.container.because);
}

// rules/process/ready-signal-missing.ts
var DEFAULT_WAIT = 3;
var ready_signal_missing_default = defineRule({
  id: "process/ready-signal-missing",
  title: "PM2 waits for a signal that the application never sends",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "With `wait_ready` PM2 takes an instance for started when it sends `ready`. Without that message every start and every step of a reload waits until the time is over, and then goes on although nobody knows whether the instance works.",
  fix: "Send it when the server listens and its connections stand, `server.listen(port, () => process.send?.('ready'))`, or drop `wait_ready`: in cluster mode PM2 then waits for the listening socket.",
  refs: ["https://pm2.keymetrics.io/docs/usage/signals-clean-restart/#graceful-start"],
  reads: ["pm2", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      const { pm2 } = workload;
      if (!pm2?.waitReady?.known || !pm2.waitReady.value || !pm2.sendsReady) continue;
      const seconds = pm2.listenTimeout?.known ? pm2.listenTimeout.value : DEFAULT_WAIT;
      if (!pm2.sendsReady.known) unverified(workload, pm2.waitReady, pm2.sendsReady.because);
      else if (pm2.sendsReady.value) pass(workload);
      else
        fail2(
          workload,
          pm2.waitReady,
          `${workload.name} is started with wait_ready, and no code of the repository calls process.send('ready'): each start waits ${seconds} s for it`
        );
    }
  },
  examples: { bad: [], good: [] }
});

// rules/process/signal-not-forwarded.ts
var signal_not_forwarded_default = defineRule({
  id: "process/signal-not-forwarded",
  title: "The stop signal does not reach the application",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Docker and Kubernetes send SIGTERM to process 1 of the container. A shell in that place ignores it, and package managers end without waiting for what they started: the application never gets the time to finish open requests and is killed in the middle of them, at every deploy.",
  fix: 'Start the program itself as process 1: `CMD ["node", "dist/main.js"]` in exec form, `exec` before the last command of a script or of `sh -c "\u2026"`, or an init process that passes signals to the whole group (`dumb-init`, `tini -g`).',
  refs: [
    "https://docs.docker.com/reference/dockerfile/#entrypoint",
    "https://github.com/nodejs/docker-node/blob/main/docs/BestPractices.md#cmd",
    "https://docs.docker.com/reference/build-checks/json-args-recommended/"
  ],
  reads: ["compose", "kubernetes", "dockerfile", "script"],
  check({ system, pass, fail: fail2, unverified }) {
    const alone2 = system.images.filter((image) => image.usedBy.length === 0);
    for (const subject of [...system.workloads, ...alone2]) {
      const path = subject.signalPath;
      if (!path || subject.kind === "workload" && subject.clientOf) continue;
      if (path.state === "reaches") pass(subject);
      else if (path.state === "unknown") unverified(subject, path, path.because);
      else fail2(subject, path, messageOf2(subject, path), { fix: fixFor7(path), ...wayOf(subject, path) });
    }
  },
  examples: { bad: [], good: [] }
});
function messageOf2({ name }, { by, program, shell }) {
  const command = program.length > 80 ? `${program.slice(0, 80)}\u2026` : program;
  if (by === "package-manager")
    return `${name} is started by "${command}", a package manager that keeps the stop signal from it`;
  if (by === "script")
    return `${name}: the script ${shell} does not make way for "${command}", which never gets the stop signal`;
  return `${name} is started by a shell (${shell}) that keeps the stop signal from "${command}"`;
}
function fixFor7({ by, program, shell }) {
  const [first = "node"] = program.split(" ");
  if (by === "package-manager")
    return 'Start what the script of package.json starts, without the package manager: `CMD ["node", "dist/main.js"]`.';
  if (by === "script")
    return `Write \`exec\` before it in ${shell}: \`exec ${program.slice(0, 60)}\` (\`exec "$@"\` for the command that the script is given).`;
  return `Write it in exec form, \`["${first}", \u2026]\`, or put \`exec\` before the last command: \`sh -c "\u2026 && exec ${first} \u2026"\`.`;
}
function wayOf(subject, { at, by }) {
  const start2 = subject.kind === "workload" ? subject.start : void 0;
  return by === "script" && start2 && start2.at.path !== at.path ? { related: [{ at: start2.at, message: "the container is started here" }] } : {};
}

// src/model/twins.ts
function hasTwin(workload, system) {
  if (workload.image === void 0) return false;
  return system.workloads.some(
    (other) => other !== workload && other.deployment === workload.deployment && other.image?.id === workload.image?.id && other.role === workload.role && other.start?.text === workload.start?.text
  );
}

// rules/process/single-worker.ts
var single_worker_default = defineRule({
  id: "process/single-worker",
  title: "A server answers all requests in one process",
  category: "performance",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A Python or Node.js process computes on one core: while it works on one request that takes long, all others wait, whatever the machine has left.",
  fix: "Run several processes behind one socket, or several replicas behind the proxy: about one for each core, and at least two.",
  refs: [
    "https://docs.gunicorn.org/en/stable/design.html#how-many-workers",
    "https://uvicorn.dev/deployment/#running-programmatically",
    "https://fastapi.tiangolo.com/deployment/server-workers/",
    "https://nodejs.org/api/cluster.html"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "source"],
  check({ system, pass, fail: fail2, implied, unverified }) {
    for (const workload of system.workloads) {
      const { processes } = workload;
      if (!processes || !serves(workload, processes)) continue;
      const replicas = workload.autoscaledFrom ?? workload.replicas;
      if (processes.perProcessor || workload.pm2?.perProcessor || hasTwin(workload, system)) pass(workload);
      else if (replicas && !replicas.known) unverified(workload, replicas, replicas.because);
      else if ((replicas?.value ?? 1) >= 2) pass(workload);
      else if (!processes.count.known) unverified(workload, processes.count, processes.count.because);
      else if (processes.count.value >= 2) pass(workload);
      else if (DEVELOPMENT2.has(processes.server)) implied(workload, "workload/development-command");
      else
        fail2(
          workload,
          processes,
          `${workload.name} answers in one ${nameOf5(processes)} process, and it has one replica`,
          {
            severity: processes.runtime === "node" ? "medium" : "high",
            fix: fixFor8(workload, processes)
          }
        );
    }
  },
  examples: { bad: [], good: [] }
});
var DEVELOPMENT2 = /* @__PURE__ */ new Set(["flask", "runserver"]);
function serves({ role, longRunning }, { runtime }) {
  return longRunning && (role === "user-facing" || role === "service" && runtime === "python");
}
function nameOf5({ server, runtime }) {
  return runtime === "node" ? "Node.js" : server;
}
function fixFor8(workload, { server, runtime }) {
  if (workload.platform === "kubernetes")
    return "Set `replicas: 2` or more: in Kubernetes one process in each pod is right, and the replicas are the workers.";
  if (workload.platform === "pm2")
    return "Set `instances: 'max'` and `exec_mode: 'cluster'`: the instances share the port.";
  if (runtime === "node")
    return "Run two replicas or more behind the proxy (`deploy.replicas: 2`, without a fixed host port), or start it with `pm2-runtime -i 2`.";
  const option2 = server === "uwsgi" ? "--processes" : "--workers";
  if (server === "daphne") return "Run two replicas or more behind the proxy: daphne has no worker processes.";
  return `Start it with \`${option2} 4\` (about one for each core of its limit; WEB_CONCURRENCY sets the same), or run several replicas.`;
}

// rules/process/workers-exceed-cpu.ts
var workers_exceed_cpu_default = defineRule({
  id: "process/workers-exceed-cpu",
  title: "More worker processes than the CPU limit can run",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "Each worker takes memory and connections of its own, and all of them share the CPU time of the container: beyond about twice the cores plus one they only slow each other down. The number of processors that a program sees is that of the host, not that of the limit.",
  fix: "Set the number of workers to what the limit can run, at most 2 \xD7 CPUs + 1, or raise the limit; scale further by replicas.",
  refs: [
    "https://docs.gunicorn.org/en/stable/design.html#how-many-workers",
    "https://docs.docker.com/engine/containers/resource_constraints/#cpu",
    "https://docs.python.org/3/library/os.html#os.cpu_count"
  ],
  check({ system, pass, fail: fail2, implied, unverified }) {
    for (const workload of system.workloads) {
      const { processes, resources } = workload;
      if (!processes || workload.platform === "pm2" || processes.runtime === "node" && processes.server !== "pm2")
        continue;
      const limit = resources.cpuLimit;
      if (!limit) {
        if (resources.cpuReservation || resources.limitedByDefault) pass(workload);
        else implied(workload, "workload/cpu-bound-missing");
      } else if (!limit.known) unverified(workload, limit, limit.because);
      else if (processes.perProcessor)
        fail2(
          workload,
          processes.count,
          `${workload.name} starts ${processes.server} processes by the number of processors of the host, and is limited to ${cpus(limit.value)}`
        );
      else if (!processes.count.known) unverified(workload, processes.count, processes.count.because);
      else if (processes.count.value <= 2 * limit.value + 1) pass(workload);
      else
        fail2(
          workload,
          processes.count,
          `${workload.name} starts ${processes.count.value} ${processes.server} processes, and is limited to ${cpus(limit.value)}`,
          { related: [{ at: limit.at, message: "the limit stands here" }] }
        );
    }
  },
  examples: { bad: [], good: [] }
});
function cpus(count3) {
  return count3 <= 1 ? `${count3} CPU` : `${count3} CPUs`;
}

// rules/repository/file-unreadable.ts
var file_unreadable_default = defineRule({
  id: "repository/file-unreadable",
  title: "A file of the deployment cannot be parsed",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The tool that deploys it refuses the file as well, and nothing that it declares can be verified here.",
  fix: "Correct the place that is shown; `docker compose config --quiet` and `docker build --check .` say the same without starting anything.",
  refs: ["https://docs.docker.com/reference/cli/docker/compose/config/", "https://yaml.org/spec/1.2.2/"],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "dotenv", "prometheus"],
  check({ system, pass, fail: fail2 }) {
    if (system.workloads.length + system.images.length + system.unreadable.length === 0) return;
    pass(system.repository);
    for (const { path, format: format2, problems, production } of system.unreadable) {
      const [first, ...rest] = problems;
      if (format2 === "nginx" && production && first?.code === void 0) continue;
      const at = first?.at ?? { path, start: 0, end: 0 };
      const more = rest.length > 0 ? ` (and ${rest.length} more)` : "";
      fail2(
        system.repository,
        at,
        `${path} is not readable as ${NAMES[format2] ?? format2}: ${first?.message ?? "it is empty"}${more}`,
        { key: path, severity: production ? "high" : "medium" }
      );
    }
  },
  examples: { bad: [], good: [] }
});
var NAMES = {
  compose: "Compose",
  dockerfile: "Dockerfile",
  dotenv: ".env file",
  kubernetes: "Kubernetes manifest",
  prometheus: "YAML for Prometheus or Alertmanager"
};

// src/knowledge/logins.ts
function defaultLogins(facts) {
  return (facts.distribution.defaultCredentials ?? []).flatMap((each) => judge4(facts, each) ?? []);
}
function judge4(facts, credential) {
  const { password, user, source } = credential;
  if (!exists(facts, credential)) return void 0;
  const account = user?.variable ? nameOf6(facts.environment(user.variable), user.default) : user?.default;
  const named = account === void 0 ? {} : { user: account };
  const value = facts.environment(password.variable);
  if (typeof value === "string" && value !== "") {
    if (!password.wellKnown.includes(value.toLowerCase())) return void 0;
    const because2 = `${password.variable} is a password that everybody tries first`;
    return { ...named, because: because2, variable: password.variable, written: true, source };
  }
  if (value === null || password.default === void 0) return void 0;
  if ((password.alternatives ?? []).some((name) => isSet(facts, name))) return void 0;
  if (facts.configMounted) return void 0;
  const because = `${password.variable} is not set, so the image's own default password works`;
  return { ...named, because, variable: password.variable, written: false, source };
}
function exists(facts, { before, unless }) {
  if (before && isBefore(facts.version, before) !== true) return false;
  const mode = unless ? facts.environment(unless.variable) : void 0;
  return mode !== null && !(mode && unless?.values.includes(mode.toLowerCase()));
}
function nameOf6(value, otherwise) {
  if (value === null) return void 0;
  return value || otherwise;
}

// src/model/secrets/judge.ts
var ISSUED_ELSEWHERE = /API_?KEY|CLIENT_SECRET|WEBHOOK|ACCESS_KEY|ACCOUNT_KEY|LICENSE|SMTP|MAIL|TWILIO|STRIPE|OAUTH|(?:^|_)(?:AWS|S3|GITHUB|GITLAB|GOOGLE|AZURE|SLACK|OPENAI|SENTRY)_/i;
var OBJECT_NAME = /(?:PULL|TLS|KUBERNETES|K8S)_SECRETS?$|HASH/i;
var HASH = /^(?:[^:\s]{1,64}:)?(?:\$(?:2[abxy]?|apr1|argon2\w{0,2}|scrypt|pbkdf2[\w-]*|5|6|y)\$|\{(?:S?SHA|SSHA512|CRYPT)\}|\$P\$)/;
var UNUSED = /^(?:dummy|fake|not[-_ ]?(?:used|needed|required|set)|unused|ignored?|empty|local|localstack|test|ollama|sk-no-key-required)$/i;
function secretIn(name, text2, expected = false) {
  const password = passwordInUrl(text2);
  if (password !== void 0)
    return { kind: "url", name, value: password, placeholder: isPlaceholder(password), signing: false };
  if (!expected && !isSecretName(name)) return void 0;
  const value = text2.trim();
  const state = secretValue(text2);
  if (state !== "literal" && state !== "placeholder" || OBJECT_NAME.test(name) || HASH.test(value)) return void 0;
  const elsewhere = ISSUED_ELSEWHERE.test(name);
  if (elsewhere && (state === "placeholder" || UNUSED.test(value))) return void 0;
  return { kind: "literal", name, value, placeholder: state === "placeholder", signing: isSigningKeyName(name) };
}
function passwordInUrl(text2) {
  if (text2.length > 8192) return void 0;
  const parts = text2.includes("://") ? [text2, ...addressesIn(text2)] : [text2];
  for (const part of parts) {
    const found2 = credentialsIn(part);
    if (found2?.password !== "literal" || !found2.passwordRange || isBlank(found2.host)) continue;
    const value = part.slice(...found2.passwordRange).replace(/^(['"])(.*)\1$/s, "$2");
    const state = secretValue(value);
    if (state !== "reference" && state !== "none") return value;
  }
  return void 0;
}
function addressesIn(text2) {
  return (text2.match(/(?:\bjdbc:)?\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'`|]+/gi) ?? []).slice(0, 20);
}
function isBlank(host) {
  return /^(?:HOST|HOSTNAME|SERVER|DB_HOST|ADDRESS|ENDPOINT)$/.test(host) || /^(?:your[-_]|example\.)/i.test(host);
}
function defaultsIn(name, raw, uses, expected = false) {
  return uses.flatMap((use) => {
    if (use.operator !== ":-" && use.operator !== "-" || !use.argument) return [];
    const expression = `\${${use.name}${use.operator}${use.argument}}`;
    const named = isSecretName(use.name);
    const whole2 = raw.trim() === expression && (expected || isSecretName(name));
    const password = whole2 || isPassword(raw, expression);
    const found2 = secretIn(named ? use.name : password ? name : use.name, use.argument, named || password);
    return found2 ? [{ ...found2, kind: "default", signing: found2.signing || whole2 && isSigningKeyName(name) }] : [];
  });
}
function isPassword(raw, expression) {
  const range = raw.includes(expression) ? credentialsIn(raw)?.passwordRange : void 0;
  return range !== void 0 && raw.slice(...range) === expression;
}
function isGenerated(value) {
  return value.length >= 16 && /^[\w+/=.~!@#%^&*-]+$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value) && !/[a-z]{7}|[A-Z]{7}/.test(value) && !/dev|test|local|secret|pass|demo|example|change|admin/i.test(value) && entropy(value) >= 3.3;
}
var DEVELOPMENT_PATH = /(?:^|[./:_-])(?:dev|devel|development|devcontainer|local|tests?|testing|ci|e2e|examples?|samples?|demos?|docs?|fixtures?|mocks?|__tests__|testdata|sandbox|playground|templates?|tutorials?|spec)(?=[./#_-]|$)/i;
function isDevelopmentPath(path) {
  return DEVELOPMENT_PATH.test(path);
}

// src/knowledge/command-secrets.ts
var PROMPTS = /^(?:psql|pg_\w+|createdb|createuser|dropdb|vacuumdb|reindexdb|mysql\w*|mariadb(?:-\w+)?)$/;
var MYSQL3 = /^(?:mysql|mysqladmin|mysqldump|mysqlcheck|mysqlimport|mysqlshow|mariadb(?:-(?:admin|dump|check|import|show))?)$/;
var SHORT = [
  [/^(?:redis|valkey)-(?:cli|benchmark)$/, /^(?:-a|--pass)$/],
  [/^mongo(?:sh|dump|restore|export|import|stat|top)?$/, /^-p$/],
  [/^(?:sqlcmd|bcp)$/, /^-P$/],
  [/^(?:sshpass|cqlsh|cypher-shell|rabbitmqadmin|nats-server)$/, /^(?:-p|--pass)$/],
  [/^ldap(?:search|add|modify|delete|whoami)$/, /^-w$/]
];
var PAIRS = [
  [/^curl$/, /^(?:-u|--user|--proxy-user)$/],
  [/^etcdctl$/, /^--user$/]
];
var SPECIAL3 = /^--?(?:dev-root-token-id|requirepass|masterauth)$/;
var SPECIAL_VARIABLE = /^REDISCLI_AUTH$/;
function secretsInWords(words3) {
  const found2 = [];
  let program = "";
  for (let at = 0; at < Math.min(words3.length, 2e3); at++) {
    const word = words3[at] ?? "";
    const next = words3[at + 1];
    if (!word.startsWith("-")) {
      const base = word.slice(word.lastIndexOf("/") + 1);
      if (isProgram(base)) program = base;
    }
    found2.push(...inWord(word, program), ...inPair(word, next, program), ...ofSubcommand(words3, at, program));
  }
  return found2;
}
function isProgram(name) {
  return PROMPTS.test(name) || [...SHORT, ...PAIRS].some(([program]) => program.test(name)) || /^(?:rabbitmqctl|mc|mcli)$/.test(name);
}
function inWord(word, program) {
  if (word.length > 4096) return [];
  const sql = /\b(?:PASSWORD|IDENTIFIED\s+BY)\s+'([^']{1,200})'/i.exec(word)?.[1];
  if (sql !== void 0) return [{ name: "the SQL password", value: sql }];
  const short = MYSQL3.test(program) ? /^-p(.+)$/.exec(word)?.[1] : void 0;
  if (short !== void 0) return [{ name: `-p of ${program}`, value: short }];
  const [, dashes = "", name = "", value = ""] = /^(-{0,2})([A-Za-z_][\w.-]{0,120})=([\s\S]+)$/.exec(word) ?? [];
  if (value === "" || /%[sdv]/.test(value)) return [];
  const bare = dashes === "-" ? name.replace(/^D(?=[a-z])/, "") : name;
  if (isSecretName(bare) || SPECIAL3.test(`${dashes}${name}`) || SPECIAL_VARIABLE.test(name))
    return [{ name: `${dashes}${name}`, value }];
  return [];
}
function inPair(word, next, program) {
  if (next === void 0 || next === "" || !word.startsWith("-") || word.includes("=")) return [];
  const special = SHORT.some(([name2, option2]) => name2.test(program) && option2.test(word));
  if (special) return next.startsWith("-") ? [] : [{ name: `${word} of ${program}`, value: next }];
  if (PAIRS.some(([name2, option2]) => name2.test(program) && option2.test(word))) {
    const colon = next.indexOf(":");
    return colon === -1 ? [] : [{ name: `${word} of ${program}`, value: next.slice(colon + 1) }];
  }
  const name = /^--?([A-Za-z][\w.-]{2,120})$/.exec(word)?.[1];
  if (name === void 0 || next.startsWith("-") || PROMPTS.test(program)) return [];
  return isSecretName(name) || SPECIAL3.test(word) ? [{ name: word, value: next }] : [];
}
function ofSubcommand(words3, at, program) {
  const word = words3[at] ?? "";
  const third = words3[at + 2];
  if (program === "rabbitmqctl" && /^(?:add_user|change_password)$/.test(word) && third !== void 0)
    return [{ name: `rabbitmqctl ${word}`, value: third }];
  const key = words3[at + 5];
  if (/^mc(?:li)?$/.test(program) && word === "alias" && words3[at + 1] === "set" && key !== void 0)
    return [{ name: "mc alias set", value: key }];
  return [];
}

// src/parse/compose/words.ts
function commandWords(text2, keepBraces = false) {
  const words3 = [];
  let word = "";
  let started = false;
  let quote2 = "";
  let backquote = false;
  let substitution = false;
  for (let i = 0; i < text2.length; i += 1) {
    const character = text2.charAt(i);
    if (character === "\\" && quote2 !== "'") {
      i += 1;
      if (i >= text2.length) return void 0;
      word += text2.charAt(i);
      started = true;
      continue;
    }
    const braced = keepBraces && text2.startsWith("${", i) ? text2.indexOf("}", i) : -1;
    if (braced !== -1 && quote2 === "") {
      word += text2.slice(i, braced + 1);
      started = true;
      i = braced;
      continue;
    }
    const open2 = quote2 !== "" || backquote || substitution;
    if (/[ \t\r\n]/.test(character)) {
      if (open2) word += character;
      else if (started) {
        words3.push(word);
        word = "";
        started = false;
      }
      continue;
    }
    if (character === "`" && quote2 === "" && !substitution) backquote = !backquote;
    else if (character === ")" && quote2 === "" && !backquote) substitution = !substitution;
    else if (character === "(" && quote2 === "" && !backquote) {
      if (substitution || !word.endsWith("$")) return void 0;
      substitution = true;
      word += character;
      continue;
    } else if ((character === '"' || character === "'") && !substitution && (quote2 === "" || quote2 === character)) {
      if (quote2 !== "") started = true;
      quote2 = quote2 === "" ? character : "";
      continue;
    } else if (!open2 && /[;&|<>]/.test(character)) {
      if (character === ">" && /^[0-9]/.test(word)) started = false;
      break;
    }
    word += character;
    started = true;
  }
  if (quote2 !== "" || backquote || substitution) return void 0;
  return started ? [...words3, word] : words3;
}

// src/model/written-words.ts
function writtenWords(list2) {
  const words3 = [];
  const items = itemsOf(list2);
  const split2 = /* @__PURE__ */ new Set();
  const shared = sharedInterpolations(items);
  for (const item of items) {
    if (item.kind !== "scalar" || item.text === null) continue;
    const whole2 = item.interpolation && shared.has(item.interpolation) ? wholeCommand(item) : void 0;
    if (whole2 === void 0) words3.push(wordOf(item.interpolation?.raw ?? item.text, item));
    else if (!split2.has(item.at)) {
      split2.add(item.at);
      words3.push(...whole2.map((word) => wordOf(word, item)));
    }
  }
  return words3;
}
function sharedInterpolations(items) {
  const seen = /* @__PURE__ */ new Set();
  const shared = /* @__PURE__ */ new Set();
  for (const item of items) {
    const interpolation = item.kind === "scalar" ? item.interpolation : void 0;
    if (interpolation && seen.has(interpolation)) shared.add(interpolation);
    if (interpolation) seen.add(interpolation);
  }
  return shared;
}
function wholeCommand(item) {
  const { interpolation } = item;
  if (!interpolation || interpolation.raw === item.text || !/\s/.test(interpolation.raw)) return void 0;
  if (interpolation.state === "unknown" || interpolation.state === "required") return void 0;
  const words3 = commandWords(interpolation.raw, true);
  return words3 && words3.length > 1 ? words3 : void 0;
}
function wordOf(text2, item) {
  const unescaped2 = text2.replaceAll("$$", "$");
  return { text: unescaped2, uses: item.interpolation?.uses ?? [], at: item.at };
}

// src/model/start.ts
var SHELLS = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z)?sh$/;
function shellText(argv) {
  if (!SHELLS.test(argv[0] ?? "")) return void 0;
  for (let index = 1; index < argv.length; index++) {
    const word = argv[index];
    if (typeof word !== "string" || !/^[-+]/.test(word)) return void 0;
    if (/^-[a-z]*c$/.test(word)) return argv[index + 1] ?? void 0;
    if (/^[-+][a-z]*o$/.test(word)) index++;
  }
  return void 0;
}
function startCommand(argv, at, source, replacesEntrypoint) {
  const script = shellText(argv);
  return {
    argv,
    shell: script !== void 0,
    ...script === void 0 ? {} : { script: parseShell(script, at) },
    text: (script ?? argv.join(" ")).trim(),
    at,
    source,
    ...replacesEntrypoint ? { replacesEntrypoint } : {}
  };
}
function dockerfileWords(command, shell) {
  return command.form === "exec" ? command.argv ?? [] : [...shell, command.text];
}
function startOf(entrypoint, command, image, fallback) {
  const ownEntrypoint = entrypoint?.kind === "list" && entrypoint.items.length > 0 ? textsOf2(entrypoint) : void 0;
  const cleared = entrypoint?.kind === "list" && entrypoint.items.length === 0;
  const ownCommand = command?.kind === "list" && command.items.length > 0 ? textsOf2(command) : void 0;
  const written = [...writtenWords(entrypoint), ...writtenWords(command)];
  if (ownEntrypoint) {
    const at2 = (ownCommand ? command : entrypoint)?.at ?? fallback;
    return { ...startCommand([...ownEntrypoint, ...ownCommand ?? []], at2, "deployment", true), written };
  }
  const imageEntrypoint = image?.entrypoint && !cleared ? dockerfileWords(image.entrypoint, image.shell) : [];
  const replaced = cleared || image?.entrypoint !== void 0;
  if (ownCommand) {
    const at2 = command?.at ?? fallback;
    return { ...startCommand([...imageEntrypoint, ...ownCommand], at2, "deployment", replaced), written };
  }
  if (!image || (!image.entrypoint || cleared) && !image.command) return void 0;
  const rest = image.command && (cleared || image.entrypoint?.form !== "shell") ? dockerfileWords(image.command, image.shell) : [];
  const at = (image.command ?? image.entrypoint)?.at ?? fallback;
  return startCommand([...imageEntrypoint, ...rest], at, "dockerfile", replaced);
}
var CLIENTS = /^(psql|pg_dump|pg_dumpall|pg_basebackup|pg_restore|pg_isready|createdb|mysql|mysqldump|mysqladmin|mysqlsh|mariadb|mariadb-dump|mariadb-backup|mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport|redis-cli|valkey-cli|kafka-(topics|configs|acls|console-\w+|consumer-groups|leader-election|reassign-partitions)(\.sh)?|rabbitmqadmin|influx|cqlsh|clickhouse-client|cockroach-sql|elasticdump|mc|etcdctl|nats)$/;
var SERVERS = /^(postgres|postmaster|mysqld(_safe)?|mariadbd(-safe)?|mongod|mongos|redis-server|valkey-server|redis-sentinel|docker-entrypoint\.sh|docker_entrypoint|entrypoint\.sh|rabbitmq-server|kafka-server-start(\.sh)?|elasticsearch|influxd|clickhouse-server|etcd|nats-server|minio|patroni)$/;
function runsClient(start2) {
  if (start2?.source !== "deployment") return false;
  const programs = start2.script ? start2.script.commands.flatMap((command) => programOf(command.words) ?? []) : [programOf(start2.argv) ?? ""];
  return programs.some((program) => CLIENTS.test(program)) && !programs.some((program) => SERVERS.test(program));
}

// src/model/secrets/commands.ts
function commandSecrets(workload) {
  const found2 = [...startCommands(workload), ...workload.health.checks.flatMap(checkCommands)].flatMap(secretsOf);
  const seen = /* @__PURE__ */ new Map();
  for (const secret of found2) {
    const key = `${secret.kind}
${secret.value}`;
    if (!seen.has(key)) seen.set(key, { ...secret, subject: workload });
  }
  return [...seen.values()];
}
function startCommands({ start: start2, image }) {
  if (start2?.written) return shellCommands(start2.written);
  if (start2?.source !== "dockerfile") return [];
  const { entrypoint, command } = image?.dockerfile ?? {};
  return [entrypoint, command].flatMap((one) => one ? dockerfileCommands(one) : []);
}
function dockerfileCommands({ argv, text: text2, at }) {
  return argv ? wordsAt(argv, at) : scriptCommands([{ text: text2, uses: [], at }]);
}
function checkCommands(check2) {
  const [first, ...rest] = check2.written ?? [];
  if (first?.text === "CMD") return shellCommands(rest);
  if (first) return scriptCommands(first.text === "CMD-SHELL" ? rest : [first, ...rest]);
  if (check2.argv) return wordsAt(check2.argv, check2.at);
  return check2.script ? scriptCommands([{ text: check2.script.text, uses: [], at: check2.at }]) : [];
}
function wordsAt(argv, at) {
  return shellCommands(argv.map((word) => ({ text: word ?? "", uses: [], at })));
}
function shellCommands(words3) {
  const scriptAt3 = (at) => shellText(words3.slice(at, at + MOST_SHELL_OPTIONS).map((word) => word.text));
  const start2 = words3.findIndex((_, at) => scriptAt3(at) !== void 0);
  if (start2 === -1) return [{ words: words3 }];
  const script = scriptAt3(start2);
  return scriptCommands(words3.slice(start2).filter((word) => word.text === script));
}
function scriptCommands(texts) {
  return texts.flatMap(
    ({ text: text2, uses, at }) => parseShell(text2, at).commands.map((command) => ({
      words: [...command.assignments, ...command.words].map((word) => ({ text: word, uses, at }))
    }))
  );
}
var MOST_SHELL_OPTIONS = 10;
var MOST_WORDS2 = 2e3;
function secretsOf(command) {
  const words3 = command.words.slice(0, MOST_WORDS2);
  const named = secretsInWords(words3.map((word) => word.text)).flatMap(({ name, value }) => {
    const word = words3.find((one) => one.text.includes(value));
    if (!word) return [];
    const found2 = [...defaultsIn(name, value, word.uses, true), ...kindOf(secretIn(name, value, true))];
    return found2.map((secret) => ({ ...secret, at: word.at }));
  });
  const addresses = words3.flatMap(({ text: text2, uses, at }) => {
    const password = passwordInUrl(text2);
    const defaults = text2.includes("://") ? defaultsIn("the connection string", text2, usesIn(text2, uses)) : [];
    const written = password === void 0 ? [] : [addressOf(password)];
    return [...defaults, ...written].map((secret) => ({ ...secret, at }));
  });
  return [...named, ...addresses];
}
function usesIn(text2, uses) {
  return uses.filter((use) => text2.includes(`\${${use.name}`));
}
function kindOf(secret) {
  if (!secret || secret.kind === "url") return [];
  return [{ ...secret, kind: "argument" }];
}
function addressOf(password) {
  return { kind: "url", name: "the connection string", value: password, placeholder: false, signing: false };
}

// src/model/secrets/dockerfiles.ts
function dockerfileSecrets(image) {
  const file = image.dockerfile?.file;
  if (!file) return [];
  const globals = file.globalArguments.map((one) => ({ name: one.name, value: one.defaultValue, at: one.at }));
  const settings = [...globals, ...file.stages.flatMap((stage) => stage.instructions.flatMap(settingsOf))];
  return settings.flatMap(({ name, value, at }) => {
    const text2 = (value ?? "").replace(/^(['"])([\s\S]*)\1$/, "$2");
    const direct = isSecretName(name) ? void 0 : secretIn(name, text2);
    const found2 = [...defaultsIn(name, text2, defaultsOf(text2, at)), ...direct ? [direct] : []];
    return found2.map((secret) => ({ ...secret, subject: image, at }));
  });
}
function settingsOf(instruction) {
  if (instruction.keyword === "ARG")
    return argumentsOf(instruction).map((one) => ({ name: one.name, value: one.defaultValue, at: one.at }));
  return instruction.keyword === "ENV" ? readPairs2(instruction).map(({ name, value, at }) => ({ name, value, at })) : [];
}
function defaultsOf(text2, at) {
  return [...text2.slice(0, 4096).matchAll(/\$\{(\w+)(:?-)([^{}]*)\}/g)].map((match2) => ({
    name: match2[1] ?? "",
    operator: match2[2] === "-" ? "-" : ":-",
    argument: match2[3] ?? "",
    at,
    source: "default"
  }));
}

// src/model/secrets/mounted.ts
var SETTINGS = /\.(?:properties|env|ini|conf|cnf|cfg|ya?ml|toml)$|(?:^|\/)(?:\.env|config|application|settings)$/i;
var LINE = /^[ \t]*(?:export[ \t]+)?["']?([A-Za-z_][\w.-]{0,100})["']?[ \t]*[:=][ \t]*(["']?)([^\s"'#]{4,300})\2[ \t]*,?[ \t]*\r?$/gm;
var BLANK = /^[ \t]*(requirepass|masterauth)([ \t]+)["']?([^\s"'#]{4,300})["']?[ \t]*\r?$/gm;
var LONGEST3 = 5e5;
var MOST = 200;
function mountedSecrets(workload) {
  if (workload.platform !== "kubernetes") return [];
  return workload.mounts.flatMap(
    (mount) => mount.type === "config" ? (mount.files ?? []).flatMap((file) => secretsIn(file.path, file.source, workload)) : []
  );
}
function secretsIn(path, source, subject) {
  if (source.text.length > LONGEST3) return [];
  const name = fileName(path);
  if (!name.includes(".")) return wholeFile(name, source, subject);
  const json = /\.json$/i.test(path);
  if (!json && !SETTINGS.test(path)) return [];
  const lines = [...source.text.matchAll(LINE), .../redis|\.conf$/i.test(path) ? source.text.matchAll(BLANK) : []];
  return lines.slice(0, MOST).flatMap((match2) => {
    const [line, key = "", , value = ""] = match2;
    const found2 = secretIn(key, value, key === "requirepass" || key === "masterauth");
    if (!found2 || found2.placeholder || json && !isGenerated(found2.value)) return [];
    const start2 = match2.index + line.lastIndexOf(value);
    return [{ ...found2, subject, at: { path: source.path, start: start2, end: start2 + value.length } }];
  });
}
function wholeFile(name, source, subject) {
  const text2 = source.text.trim();
  if (text2 === "" || /\s/.test(text2)) return [];
  const found2 = secretIn(name, text2);
  if (!found2 || found2.placeholder) return [];
  const start2 = source.text.indexOf(text2);
  return [{ ...found2, subject, at: { path: source.path, start: start2, end: start2 + text2.length } }];
}

// src/knowledge/access.ts
var WELL_KNOWN_PASSWORDS = [
  "admin",
  "password",
  "pass",
  "passwd",
  "root",
  "secret",
  "test",
  "demo",
  "changeme",
  "change_me",
  "change-me",
  "default",
  "admin123",
  "password123",
  "123456",
  "12345678",
  "qwerty"
];
function access(name, facts) {
  const credentials = credentialsOf(facts);
  return {
    authentication: (service2) => authenticationOf(name, facts, service2),
    ...credentials ? { defaultCredentials: [credentials] } : {}
  };
}
function authenticationOf(name, facts, service2) {
  if (facts.byDefault === "login") return guarded(`${name} asks for a login`);
  if (facts.byDefault === "target") return guarded(`${name} asks for the login of what it opens`);
  if (facts.byDefault === "first-visitor")
    return guarded(`${name} lets its first visitor make the administrator account`);
  const by = firstSet(service2, facts.variables);
  if (by !== void 0 && !switchesOff(service2.environment(by))) return guarded(`${by} is set`, variable(by));
  const first = facts.variables[0];
  const fix = first ? `Set ${first}, or bind its port to 127.0.0.1` : "Bind its port to 127.0.0.1, or put a proxy that asks for a login before it";
  if (service2.configMounted) return undecided(FILE_DECIDES, fix);
  if ((service2.argv ?? []).some(mayGuard)) return undecided("its arguments may switch a login on", fix);
  return open(`${name} asks nobody for a login by default`, fix);
}
function mayGuard(word) {
  if (word === null) return true;
  return word.startsWith("-") && /auth|pass|login|token|secret|user|web[.-]config/i.test(word);
}
function switchesOff(value) {
  return typeof value === "string" && /^(?:disabled|none|false|off|no|0)$/i.test(value.trim());
}
function credentialsOf(facts) {
  const [first, ...others] = facts.variables;
  if (facts.byDefault !== "login" || first === void 0) return void 0;
  const login = facts.defaultLogin;
  const known4 = login ? [login.password.toLowerCase(), login.user.toLowerCase()] : [];
  const password = {
    variable: first,
    wellKnown: [.../* @__PURE__ */ new Set([...known4, ...WELL_KNOWN_PASSWORDS])],
    alternatives: others,
    ...login ? { default: login.password } : {}
  };
  if (!login) return { password, source: facts.source };
  const user = { default: login.user, ...login.userVariable ? { variable: login.userVariable } : {} };
  return { user, password, source: facts.source };
}

// src/model/secrets/variables.ts
var SEEDED_ADMINISTRATOR = /(?:^|_)(?:ADMIN|ADMINISTRATOR|SUPERUSER|SUPERADMIN)_(?:USER_|INITIAL_|DEFAULT_)?PASS(?:WORD|WD)?$/;
var OPTIONS = /(?:^|_)(?:ARGS|OPTS|OPTIONS|FLAGS)$/;
function variableSecrets(workload) {
  const logins = writtenLogins(workload);
  const credentials = credentialVariables(workload);
  const written = [...workload.environment.values(), ...workload.buildArguments ?? []];
  return written.flatMap((variable3) => {
    if (variable3.source !== "inline" && variable3.source !== "config-map") return [];
    const found2 = secretsOf2(variable3, credentials.has(variable3.name));
    return found2.map((secret) => ({
      ...secret,
      kind: secret.kind === "literal" && isLogin(secret, logins) ? "login" : secret.kind,
      subject: workload,
      at: variable3.at
    }));
  });
}
function isLogin(secret, logins) {
  return logins.has(secret.name) || isSeededLogin(secret.name, secret.value);
}
function isSeededLogin(name, value) {
  return isSeededAdministrator(name) && WELL_KNOWN_PASSWORDS.includes(value.toLowerCase());
}
function isSeededAdministrator(name) {
  return SEEDED_ADMINISTRATOR.test(name);
}
function writtenLogins(workload) {
  const facts = serviceFactsOf(workload);
  return new Set(facts ? defaultLogins(facts).flatMap((login) => login.written ? [login.variable] : []) : []);
}
function credentialVariables(workload) {
  return new Set((workload.distribution?.defaultCredentials ?? []).map((each) => each.password.variable));
}
function secretsOf2(variable3, expected) {
  const { name, uses } = variable3;
  const filled = uses.length > 0 || variable3.raw?.includes("$(");
  const text2 = filled ? variable3.raw : variable3.value.known ? variable3.value.value : void 0;
  if (text2 === void 0) return [];
  const found2 = [...defaultsIn(name, text2, uses, expected)];
  const direct = secretIn(name, text2, expected) ?? optionsIn(name, text2) ?? jaasIn(name, text2);
  return direct ? [...found2, direct] : found2;
}
function optionsIn(name, text2) {
  if (!OPTIONS.test(name) || text2.length > 4096) return void 0;
  for (const one of secretsInWords(splitWords(text2) ?? [])) {
    const found2 = secretIn(one.name, one.value, true);
    if (found2) return { ...found2, name: `${one.name} in ${name}` };
  }
  return void 0;
}
function jaasIn(name, text2) {
  const password = /JAAS/i.test(name) ? /\bpassword\s{0,4}=\s{0,4}["']([^"']{1,200})["']/.exec(text2)?.[1] : void 0;
  return password === void 0 ? void 0 : secretIn(name, password, true);
}

// src/model/secrets/written-secrets.ts
var placesOf = /* @__PURE__ */ new WeakMap();
function secretPlaces(system) {
  const known4 = placesOf.get(system);
  if (known4) return known4;
  const places = /* @__PURE__ */ new Map();
  for (const secret of productionSecrets(system)) add(places, secret, false);
  for (const secret of developmentSecrets(system)) if (isGenerated(secret.value)) add(places, secret, true);
  const result = [...places.values()].filter(({ secret }) => !holdsLeak(system, secret.at)).map(({ secret, subjects, development }) => ({ ...secret, subjects: [...subjects.values()], development }));
  placesOf.set(system, result);
  return result;
}
function productionSecrets(system) {
  return [
    ...system.workloads.flatMap(secretsOf3),
    ...system.images.filter((image) => !isForDevelopment(image)).flatMap(dockerfileSecrets)
  ];
}
function developmentSecrets(system) {
  return [
    ...system.deployments.flatMap(
      ({ purpose, workloads, onRequest }) => [...purpose === "development" ? workloads : [], ...onRequest].flatMap(secretsOf3)
    ),
    ...system.images.filter(isForDevelopment).flatMap(dockerfileSecrets)
  ];
}
function isForDevelopment(image) {
  return image.usedBy.length === 0 && isDevelopmentPath(image.id);
}
function secretsOf3(workload) {
  return [...variableSecrets(workload), ...commandSecrets(workload), ...mountedSecrets(workload)];
}
function add(places, secret, development) {
  const { path, start: start2, end } = secret.at;
  const key = `${path}
${start2}
${end}
${secret.name}
${secret.value}`;
  const place = places.get(key) ?? { secret, subjects: /* @__PURE__ */ new Map(), development };
  places.set(key, place);
  if (place.development === development) place.subjects.set(secret.subject.id, secret.subject);
}
function holdsLeak(system, at) {
  return leaksIn(system, at.path).some((leak) => leak.start < at.end && at.start < leak.end);
}
var leaksByPath = /* @__PURE__ */ new WeakMap();
function leaksIn(system, path) {
  const known4 = leaksByPath.get(system);
  if (known4) return known4.get(path) ?? [];
  const found2 = /* @__PURE__ */ new Map();
  for (const { at } of system.leaks) {
    const spans = found2.get(at.path);
    if (spans) spans.push(at);
    else found2.set(at.path, [at]);
  }
  leaksByPath.set(system, found2);
  return found2.get(path) ?? [];
}
function subjectNames(subjects) {
  const [first, second] = subjects;
  if (subjects.length > 2) return `${first?.name} and ${subjects.length - 1} others`;
  return second ? `${first?.name} and ${second.name}` : first?.name ?? "";
}

// src/model/secrets/environment-secrets.ts
var filesOf = /* @__PURE__ */ new WeakMap();
function committedFiles(system) {
  const known4 = filesOf.get(system);
  if (known4) return known4;
  const used = usedFiles(system);
  const files = system.environmentFiles.filter((file) => file.tracked && (file.purpose === "live" || used.has(file.path))).map((file) => committedFile(file, used.has(file.path), system));
  const all = [...files, ...otherFiles(system)];
  filesOf.set(system, all);
  return all;
}
function otherFiles(system) {
  const known4 = new Set(system.environmentFiles.map((file) => file.path));
  const files = /* @__PURE__ */ new Map();
  for (const variable3 of system.workloads.flatMap((workload) => [...workload.environment.values()])) {
    const { name, value, uses, keyAt: keyAt2 } = variable3;
    if (variable3.source !== "env-file" || known4.has(keyAt2.path) || !value.known || uses.length > 0) continue;
    const found2 = secretIn(name, value.value);
    if (!found2 || holdsLeak(system, variable3.at)) continue;
    const { placeholder, signing } = found2;
    const secrets = files.get(keyAt2.path) ?? /* @__PURE__ */ new Map();
    files.set(keyAt2.path, secrets.set(name, { name, placeholder, signing, at: keyAt2 }));
  }
  return [...files].map(([path, secrets]) => ({ path, development: false, secrets: [...secrets.values()] }));
}
function usedFiles(system) {
  return new Set(
    system.workloads.flatMap(
      (workload) => [...workload.environment.values()].flatMap((variable3) => [
        ...variable3.source === "env-file" ? [variable3.keyAt.path] : [],
        ...variable3.uses.flatMap((use) => use.valueAt?.path ?? [])
      ])
    )
  );
}
function takersOf(system) {
  const takers = /* @__PURE__ */ new Map();
  const add2 = (path, name, workload) => {
    const key = `${path}
${name}`;
    const found2 = takers.get(key);
    if (found2) found2.add(workload);
    else takers.set(key, /* @__PURE__ */ new Set([workload]));
  };
  for (const workload of system.workloads) {
    for (const variable3 of workload.environment.values()) {
      if (variable3.source === "env-file") add2(variable3.keyAt.path, variable3.name, workload);
      for (const use of variable3.uses) if (use.valueAt) add2(use.valueAt.path, use.name, workload);
    }
  }
  return takers;
}
function committedFile(file, used, system) {
  const development = !used && isDevelopmentPath(file.path.replace(/\.local$/, ""));
  const secrets = file.entries.flatMap((entry2) => secretOf(entry2, development, system) ?? []);
  return { path: file.path, development, secrets };
}
function secretOf(entry2, development, system) {
  const found2 = entry2.value === null ? void 0 : secretIn(entry2.name, entry2.value);
  if (!found2 || holdsLeak(system, entry2.at) || development && !isGenerated(found2.value)) return void 0;
  return { name: entry2.name, placeholder: found2.placeholder, signing: found2.signing, at: entry2.keyAt };
}

// rules/secret/default-credentials.ts
var default_credentials_default = defineRule({
  id: "secret/default-credentials",
  title: "A well-known login works",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 8.8,
  since: "0.1.0",
  effort: "minutes",
  why: "The logins that images ship with, and the passwords that everybody tries first, are what every attack begins with.",
  fix: "Set a password of your own from a secret, in the variable that this image reads.",
  refs: [
    "https://owasp.org/www-project-web-security-testing-guide/latest/4-Web_Application_Security_Testing/04-Authentication_Testing/02-Testing_for_Default_Credentials",
    "https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#admin_password"
  ],
  reads: ["dotenv", "dockerfile"],
  check({ system, pass, fail: fail2, implied }) {
    const places = secretPlaces(system).filter((place) => place.kind === "login");
    const written = new Set(places.flatMap(({ name, subjects }) => subjects.map((subject) => `${subject.id}
${name}`)));
    for (const workload of system.workloads) {
      if (!hasLogin(workload)) continue;
      pass(workload);
      for (const login of loginsOf(workload)) {
        if (!login.written) {
          fail2(workload, workload.at, describe(workload, login), {
            key: login.variable,
            fix: fixOf2(login.variable, workload)
          });
        } else if (!written.has(`${workload.id}
${login.variable}`)) {
          const by = reporterOf(system, workload, login.variable);
          if (by) implied(workload, by);
        }
      }
    }
    for (const place of places) {
      if (place.development) continue;
      for (const workload of place.subjects) {
        if (workload.kind !== "workload") continue;
        const login = loginsOf(workload).find((one) => one.variable === place.name);
        const seeded = `${workload.name} makes its administrator with a password that everybody tries first (${place.name})`;
        const what = login ? describe(workload, login) : seeded;
        fail2(workload, place, what, { key: place.name, fix: fixOf2(place.name, workload) });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function hasLogin(workload) {
  const known4 = serviceFactsOf(workload)?.distribution.defaultCredentials;
  return known4 !== void 0 || [...workload.environment.keys()].some(isSeededAdministrator);
}
function loginsOf(workload) {
  const facts = serviceFactsOf(workload);
  return facts ? defaultLogins(facts) : [];
}
function describe({ name, software }, { user, because }) {
  return `${name} (${software?.name}) can be entered${user === void 0 ? " with a well-known password" : ` as ${user}`}: ${because}`;
}
function fixOf2(variable3, { platform }) {
  if (platform === "kubernetes")
    return `Set ${variable3} from a Secret (\`valueFrom: { secretKeyRef: \u2026 }\`), and change the password of accounts that exist already: most images read it on their first start only.`;
  return `Write \`${variable3}: \${${variable3}:?}\`, set it where production is configured, and change the password of accounts that exist already: most images read it on their first start only.`;
}
function reporterOf(system, workload, name) {
  const variable3 = workload.environment.get(name);
  const paths = [
    ...variable3?.source === "env-file" ? [variable3.keyAt.path] : [],
    ...(variable3?.uses ?? []).flatMap((use) => use.valueAt?.path ?? [])
  ];
  if (paths.some((path) => committedFiles(system).some((file) => file.path === path)))
    return "secret/environment-file-committed";
  if (variable3?.uses.some((use) => use.source === "default")) return "secret/insecure-default";
  return variable3?.source === "image" ? "image/secret-baked-in" : void 0;
}

// rules/secret/environment-file-committed.ts
var environment_file_committed_default = defineRule({
  id: "secret/environment-file-committed",
  title: "An environment file with secrets is in the repository",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 8.3,
  since: "0.1.0",
  effort: "hours",
  why: "The file that was meant to keep the secrets out of the repository is part of it: everybody who can read it, now or in ten years, has them.",
  fix: "Take it out with `git rm --cached <file>`, add it to .gitignore, commit an example without values, and change every secret in it: the old ones stay in the history.",
  refs: [
    "https://docs.docker.com/compose/how-tos/environment-variables/best-practices/",
    "https://git-scm.com/docs/gitignore"
  ],
  reads: ["dotenv"],
  check({ system, pass, fail: fail2 }) {
    pass(system.repository);
    for (const { path, development, secrets } of committedFiles(system)) {
      const [first, ...others] = secrets.filter((secret) => !secret.placeholder);
      if (!first) continue;
      fail2(system.repository, first, `${path} is committed with ${namesOf3([first, ...others])}`, {
        key: path,
        fix: `Take it out with \`git rm --cached ${path}\`, add it to .gitignore, commit an example without values, and change what is in it: the old values stay in the history.`,
        ...development ? { severity: "medium" } : {},
        related: others.slice(0, 20).map(({ at, name }) => ({ at, message: name }))
      });
    }
  },
  examples: { bad: [], good: [] }
});
function namesOf3(secrets) {
  const names = [...new Set(secrets.map((secret) => secret.name))];
  return names.length > 4 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more secrets` : listOf(names);
}

// src/model/secrets/secret-guards.ts
function guardedUses(system) {
  const found2 = /* @__PURE__ */ new Map();
  for (const workload of system.workloads) {
    for (const use of usesOf(workload)) {
      if (!use.operator.endsWith("?") || !use.valueAt) continue;
      const key = `${use.valueAt.path}
${use.name}`;
      const guards = found2.get(key);
      if (guards) guards.push({ workload, use });
      else found2.set(key, [{ workload, use }]);
    }
  }
  return found2;
}
function usesOf(workload) {
  const words3 = [...workload.start?.written ?? [], ...workload.health.checks.flatMap((check2) => check2.written ?? [])];
  return [...[...workload.environment.values()].flatMap((variable3) => variable3.uses), ...words3.flatMap((word) => word.uses)];
}

// rules/secret/guard-defeated.ts
var guard_defeated_default = defineRule({
  id: "secret/guard-defeated",
  title: "A required secret is satisfied by a placeholder in the repository",
  category: "security",
  severity: "high",
  worst: "critical",
  confidence: "A",
  security: 8,
  since: "0.1.0",
  effort: "minutes",
  why: "The `:?` was written to stop a start without the secret. The committed environment file gives it a value, so it never stops anything.",
  fix: "Leave the variable out of the committed file, or leave it empty: `:?` refuses an empty value, too.",
  refs: [
    "https://docs.docker.com/reference/compose-file/interpolation/",
    "https://docs.docker.com/compose/how-tos/environment-variables/envvars-precedence/"
  ],
  reads: ["dotenv"],
  check({ system, pass, fail: fail2, implied }) {
    for (const deployment of system.deployments) if (deployment.purpose === "production") pass(deployment);
    const guards = guardedUses(system);
    for (const file of committedFiles(system)) {
      for (const secret of file.secrets) {
        const [first, ...others] = guards.get(`${file.path}
${secret.name}`) ?? [];
        const deployment = system.deployments.find((one) => one.id === first?.workload.deployment);
        if (!first || !deployment) continue;
        if (!secret.placeholder) implied(deployment, "secret/environment-file-committed");
        else {
          const what = `\${${secret.name}${first.use.operator}\u2026} of ${first.workload.name} never stops a start: ${file.path} gives it a placeholder`;
          fail2(deployment, secret, what, {
            key: `${secret.name} in ${file.path}`,
            severity: secret.signing ? "critical" : "high",
            fix: `Write \`${secret.name}=\` in ${file.path}, or leave it out: \`:?\` then stops the start until somebody sets it.`,
            related: [first, ...others].slice(0, 20).map(({ use, workload }) => ({ at: use.at, message: `required by ${workload.name}` }))
          });
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/secret/insecure-default.ts
var ID = "secret/insecure-default";
var insecure_default_default = defineRule({
  id: ID,
  title: "A secret falls back to a value that is in the repository",
  category: "security",
  severity: "high",
  worst: "critical",
  confidence: "A",
  security: 8.4,
  since: "0.1.0",
  effort: "minutes",
  why: "One forgotten variable, and production starts with a secret that everybody can read, without a warning. With a signing key anybody can then issue sessions for any user.",
  fix: "Let the start fail without it: `${NAME:?}` in place of `${NAME:-value}`.",
  refs: [
    "https://docs.docker.com/reference/compose-file/interpolation/",
    "https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/"
  ],
  reads: ["dotenv", "dockerfile"],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) pass(workload);
    for (const image of system.images) if (image.dockerfile) pass(image);
    for (const place of secretPlaces(system)) {
      if (place.kind !== "default" || place.development) continue;
      fail2(place.subject, place, describe2(place), {
        severity: place.signing ? "critical" : "high",
        key: place.name,
        .../^\w+$/.test(place.name) && place.subject.kind === "workload" ? {
          fix: `Write \`\${${place.name}:?}\`, so that the start fails without it, and set it where production is configured.`
        } : {}
      });
      for (const other of place.subjects.slice(1)) implied(other, ID);
    }
    const guarded2 = guardedUses(system);
    const takers = takersOf(system);
    for (const file of committedFiles(system)) {
      for (const secret of file.secrets) {
        if (!secret.placeholder || guarded2.has(`${file.path}
${secret.name}`)) continue;
        const users = [...takers.get(`${file.path}
${secret.name}`) ?? []];
        const [first, ...others] = users;
        if (!first) continue;
        fail2(
          first,
          secret,
          `${secret.name} of ${subjectNames(users)} is the placeholder of ${file.path}, until somebody changes it`,
          {
            severity: "medium",
            key: `${secret.name} in ${file.path}`,
            fix: `Leave ${secret.name} out of ${file.path}, and refer to it as \`\${${secret.name}:?}\`, so that the start fails without it.`
          }
        );
        for (const other of others) implied(other, ID);
      }
    }
  },
  examples: { bad: [], good: [] }
});
function describe2({ name, subjects, placeholder }) {
  return `${name} of ${subjectNames(subjects)} falls back to a ${placeholder ? "placeholder" : "literal"} when nothing sets it`;
}

// rules/secret/kubernetes-secret-committed.ts
var kubernetes_secret_committed_default = defineRule({
  id: "secret/kubernetes-secret-committed",
  title: "A Kubernetes Secret with its data is in the repository",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 8.2,
  since: "0.1.0",
  effort: "hours",
  why: "The values are only base64, which anybody can read: whoever has the repository has the secrets of the cluster.",
  fix: "Keep the values in a secret store and let External Secrets fetch them, or commit a SealedSecret or a file that SOPS has encrypted; then change the values.",
  refs: [
    "https://kubernetes.io/docs/concepts/security/secrets-good-practices/",
    "https://external-secrets.io/latest/",
    "https://github.com/bitnami-labs/sealed-secrets",
    "https://getsops.io/docs/"
  ],
  check({ system, pass, fail: fail2 }) {
    pass(system.repository);
    for (const secret of system.kubernetesSecrets) {
      if (secret.encrypted || isDevelopmentPath(secret.at.path)) continue;
      const [first, ...others] = secret.entries.filter((entry2) => entry2.value === "literal");
      if (!first) continue;
      const keys = [first, ...others].map((entry2) => entry2.key);
      const shown2 = keys.length > 4 ? `${keys.slice(0, 3).join(", ")} and ${keys.length - 3} more` : listOf(keys);
      fail2(system.repository, first, `the Secret ${fullName(secret)} is committed with ${shown2}`, {
        key: `${secret.at.path} ${fullName(secret)}`,
        related: others.slice(0, 20).map(({ at, key }) => ({ at, message: key }))
      });
    }
  },
  examples: { bad: [], good: [] }
});
function fullName({ name, namespace }) {
  return namespace === void 0 ? name : `${namespace}/${name}`;
}

// rules/secret/literal-in-config.ts
var ID2 = "secret/literal-in-config";
var literal_in_config_default = defineRule({
  id: ID2,
  title: "A secret is written into a deployment file",
  category: "security",
  severity: "high",
  worst: "critical",
  confidence: "A",
  security: 8.6,
  since: "0.1.0",
  effort: "hours",
  why: "Everybody who can read the repository, now or in ten years, has the secret, and it cannot be changed without a commit. With a signing key they can issue sessions for any user.",
  fix: "Put a reference in its place (`${NAME:?}` or a file under /run/secrets), keep the value in a secret store, and change it: the old one stays in the history.",
  refs: [
    "https://docs.docker.com/compose/how-tos/use-secrets/",
    "https://docs.docker.com/compose/how-tos/environment-variables/best-practices/",
    "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html"
  ],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) pass(workload);
    for (const place of secretPlaces(system)) {
      if (place.subject.kind === "image") continue;
      if (place.kind === "login" && !place.development)
        for (const subject of place.subjects) implied(subject, "secret/default-credentials");
      if (place.kind !== "literal") continue;
      fail2(place.subject, place, describe3(place), {
        severity: severityOf2(place),
        key: place.name,
        ...fixOf3(place)
      });
      if (!place.development) for (const other of place.subjects.slice(1)) implied(other, ID2);
    }
  },
  examples: { bad: [], good: [] }
});
function describe3({ name, subjects, placeholder, at, development }) {
  const owner = `${name} of ${subjectNames(subjects)}`;
  if (placeholder) return `${owner} is a placeholder, and that is what runs`;
  return `${owner} is written into ${at.path}${development ? ", and it looks generated, as real ones are" : ""}`;
}
function fileVariable({ distribution }, name) {
  const patterns = distribution?.variables?.reads ?? [];
  return [`${name}__FILE`, `${name}_FILE`].find(
    (file) => patterns.some((one) => typeof one === "string" ? one === file : one.source.includes("FILE") && one.test(file))
  );
}
function severityOf2({ signing, development }) {
  if (development) return "low";
  return signing ? "critical" : "high";
}
function fixOf3({ name, subject }) {
  const isVariable = /^\w+$/.test(name);
  const kubernetes = subject.kind === "workload" && subject.platform === "kubernetes" && subject;
  const change = "and change it: the old one stays in the history.";
  if (kubernetes && !isVariable)
    return { fix: `Put a variable that a Secret sets in its place, or mount the whole file from a Secret, ${change}` };
  if (!isVariable) return {};
  if (kubernetes) {
    const key = name.toLowerCase().replaceAll("_", "-");
    const reference = `valueFrom: { secretKeyRef: { name: ${kubernetes.pod?.name ?? kubernetes.name}, key: ${key} } }`;
    return {
      fix: `Take it from a Secret: \`${reference}\`, let a secret store fill that (External Secrets, Sealed Secrets), ${change}`
    };
  }
  const file = subject.kind === "workload" ? fileVariable(subject, name) : void 0;
  const orFile = file ? ` (or \`${file}: /run/secrets/${name.toLowerCase()}\` with a Compose secret)` : "";
  return { fix: `Write \`${name}: \${${name}:?}\`${orFile}, keep the value in a secret store, ${change}` };
}

// rules/secret/on-command-line.ts
var ID3 = "secret/on-command-line";
var on_command_line_default = defineRule({
  id: ID3,
  title: "A secret is written into a command or a health check",
  category: "security",
  severity: "high",
  worst: "critical",
  confidence: "A",
  security: 8.1,
  since: "0.1.0",
  effort: "minutes",
  why: "The secret is in the repository, and arguments can be read in the list of processes, in every description of the container, and in crash reports.",
  fix: 'Take it from a variable or a file (`redis-server --requirepass "$${REDIS_PASSWORD}"` with `REDIS_PASSWORD: ${REDIS_PASSWORD:?}`), and change it: the old one stays in the history.',
  refs: [
    "https://redis.io/docs/latest/operate/oss_and_stack/management/security/",
    "https://dev.mysql.com/doc/refman/8.4/en/password-security-user.html",
    "https://www.postgresql.org/docs/current/libpq-pgpass.html"
  ],
  reads: ["dockerfile"],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) pass(workload);
    for (const place of secretPlaces(system)) {
      if (place.kind !== "argument") continue;
      const { name, subjects, signing, development } = place;
      const what = `the value of ${name} is written into the ${isHealthCheck(place.at, subjects) ? "health check" : "command"} of ${subjectNames(subjects)}`;
      fail2(place.subject, place, what, {
        severity: development ? "low" : signing ? "critical" : "high",
        key: name,
        ...FLAG.test(name) ? { fix: fixOf4(name, place.subject.kind === "workload" && place.subject.platform === "kubernetes") } : {}
      });
      if (!development) for (const other of subjects.slice(1)) implied(other, ID3);
    }
  },
  examples: { bad: [], good: [] }
});
var FLAG = /^(--?[\w.-]+)(?: of .+)?$/;
function fixOf4(name, kubernetes) {
  const flag = FLAG.exec(name)?.[1] ?? name;
  if (kubernetes)
    return `Take it from a variable of the container (\`${flag}\`, \`$(PASSWORD)\` in \`args\`, with \`PASSWORD\` from \`secretKeyRef\`) or from a file, and change it: the old one stays in the history.`;
  const value = '"$${PASSWORD}"';
  const written = /^-\w$/.test(flag) ? `${flag}${value}` : `${flag} ${value}`;
  return `Take it from a variable of the container (\`${written}\` in a shell, with \`PASSWORD: \${PASSWORD:?}\` in its environment) or from a file, and change it: the old one stays in the history.`;
}
function isHealthCheck(at, [subject]) {
  return subject?.kind === "workload" && subject.health.checks.some((check2) => contains(check2.at, at));
}
function contains(outer, inner) {
  return outer.path === inner.path && outer.start <= inner.start && inner.end <= outer.end;
}

// rules/secret/password-in-connection-string.ts
var ID4 = "secret/password-in-connection-string";
var password_in_connection_string_default = defineRule({
  id: ID4,
  title: "A connection string holds a password",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 8.5,
  since: "0.1.0",
  effort: "minutes",
  why: "The password is in the repository and its history for everybody who can read them, and connection strings end up in logs and error reports, too.",
  fix: "Put a variable in place of the password (`postgres://app:${DB_PASSWORD:?}@db:5432/app`), or take the whole string from a secret, and change the password.",
  refs: [
    "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS",
    "https://docs.docker.com/compose/how-tos/use-secrets/"
  ],
  reads: ["dockerfile"],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) pass(workload);
    for (const image of system.images) if (image.dockerfile) pass(image);
    for (const place of secretPlaces(system)) {
      if (place.kind !== "url") continue;
      fail2(place.subject, place, `${place.name} of ${subjectNames(place.subjects)} holds the password in plain text`, {
        key: place.name,
        ...fixOf5(place),
        ...place.development ? { severity: "low" } : {}
      });
      if (!place.development) for (const other of place.subjects.slice(1)) implied(other, ID4);
    }
  },
  examples: { bad: [], good: [] }
});
function fixOf5({ subject, name }) {
  const kubernetes = subject.kind === "workload" && subject.platform === "kubernetes";
  const value = subject.kind === "workload" ? subject.environment.get(name)?.value : void 0;
  const scheme = value?.known ? /^([a-z][a-z0-9+.-]{1,30}):\/\//.exec(value.value)?.[1] : void 0;
  if (kubernetes)
    return {
      fix: `Put the password into a Secret and refer to it (\`${/^\w+$/.test(name) ? name : "URL"}: ${scheme ?? "postgres"}://<user>:$(PASSWORD)@<host>/...\`, behind a \`PASSWORD\` from \`secretKeyRef\`), or take the whole string from a Secret, and change the password.`
    };
  if (!scheme) return {};
  return {
    fix: `Put a variable in place of the password (\`${name}: ${scheme}://<user>:\${PASSWORD:?}@<host>/...\`), or take the whole string from a secret, and change the password.`
  };
}

// src/model/secrets/leak-groups.ts
function leakGroups(system, kind) {
  const groups = /* @__PURE__ */ new Map();
  for (const leak of system.leaks) {
    if (leak.kind !== kind) continue;
    const key = `${leak.at.path}
${leak.name}`;
    const group = groups.get(key);
    const leaks = group ? [...group.leaks, leak] : [leak];
    groups.set(key, { name: leak.name, path: leak.at.path, leaks });
  }
  return [...groups.values()];
}

// rules/secret/private-key.ts
var private_key_default = defineRule({
  id: "secret/private-key",
  title: "A private key is in the repository",
  category: "security",
  severity: "critical",
  confidence: "A",
  security: 9.3,
  since: "0.1.0",
  effort: "hours",
  why: "Whoever has the key can decrypt what is sent to its owner, sign as its owner, or log in wherever the public half is accepted.",
  fix: "Make a new key pair outside the repository, replace the public half or the certificate everywhere, revoke the old one, and mount the new key as a secret.",
  refs: [
    "https://cheatsheetseries.owasp.org/cheatsheets/Key_Management_Cheat_Sheet.html",
    "https://docs.docker.com/compose/how-tos/use-secrets/"
  ],
  check({ system, pass, fail: fail2 }) {
    pass(system.repository);
    for (const { name, path, leaks } of leakGroups(system, "private-key")) {
      const [first, ...others] = leaks;
      const severity = isDevelopmentPath(path) ? "medium" : name.endsWith("encrypted") ? "high" : "critical";
      const article = /^(?:[AEO]|RSA)/.test(name) ? "an" : "a";
      const kind = name.replace(/^Private/, "private");
      const what = `${article} ${kind} is in ${path}${others.length > 0 ? `, and ${others.length} more` : ""}`;
      fail2(system.repository, first, what, {
        severity,
        key: `${name} in ${path}`,
        related: others.slice(0, 20).map((leak) => ({ at: leak.at, message: `another ${kind}` }))
      });
    }
  },
  examples: { bad: [], good: [] }
});

// rules/secret/provider-token.ts
var provider_token_default = defineRule({
  id: "secret/provider-token",
  title: "A token of a provider is in the repository",
  category: "security",
  severity: "critical",
  confidence: "A",
  security: 9.5,
  since: "0.1.0",
  effort: "hours",
  why: "Whoever can read the repository, a copy of it or its history can use the token. Tokens in public repositories are tried within minutes.",
  fix: "Revoke the token at the provider first, then take it out of the file and read it from a secret at run time. Deleting the line is not enough: it stays in the history.",
  refs: [
    "https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns",
    "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html"
  ],
  check({ system, pass, fail: fail2 }) {
    pass(system.repository);
    for (const { name, path, leaks } of leakGroups(system, "token")) {
      const [first, ...others] = leaks;
      const more = others.length > 0 ? ` and ${others.length} more of them` : "";
      fail2(system.repository, first, `a ${name} is in ${path}: ${first.masked}${more}`, {
        key: `${name} in ${path}`,
        related: others.slice(0, 20).map((leak) => ({ at: leak.at, message: `another ${name}: ${leak.masked}` }))
      });
    }
  },
  examples: { bad: [], good: [] }
});

// rules/secret/reused.ts
var LEAST_SERVICES = 3;
var reused_default = defineRule({
  id: "secret/reused",
  title: "One secret is written in several places for three or more services",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.9,
  since: "0.1.0",
  effort: "hours",
  why: "Whoever gets it from the weakest of these services can enter all of them, and it can only be changed everywhere at once.",
  fix: "Give every service its own account and secret; where two have to share one, let both refer to one variable or secret.",
  refs: [
    "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
    "https://docs.docker.com/compose/how-tos/use-secrets/"
  ],
  check({ system, pass, fail: fail2 }) {
    for (const deployment of system.deployments) {
      if (deployment.purpose !== "production" || deployment.workloads.length < LEAST_SERVICES) continue;
      pass(deployment);
      for (const places of equalSecrets(secretPlaces(system), deployment.id)) {
        const [first, ...others] = places;
        const services2 = [...new Set(places.flatMap((place) => usersIn(place, deployment.id)))];
        if (!first || others.length === 0 || services2.length < LEAST_SERVICES) continue;
        const names = [...new Set(places.map((place) => place.name))];
        fail2(
          deployment,
          first,
          `${services2.length} services have the same secret, written in ${places.length} places: ${shortList(services2)}`,
          {
            key: names.toSorted().join("+"),
            related: others.slice(0, 20).map((place) => ({ at: place.at, message: `${place.name}, the same value` }))
          }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function shortList(names) {
  return names.length > 6 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : listOf(names);
}
function usersIn(place, deployment) {
  return place.subjects.flatMap((one) => one.kind === "workload" && one.deployment === deployment ? [one.name] : []);
}
function equalSecrets(places, deployment) {
  const groups = /* @__PURE__ */ new Map();
  for (const place of places) {
    if (place.kind === "default" || place.development || usersIn(place, deployment).length === 0) continue;
    const group = groups.get(place.value);
    if (group) group.push(place);
    else groups.set(place.value, [place]);
  }
  return [...groups.values()];
}

// src/knowledge/observability.ts
var METRICS_AGENTS = /* @__PURE__ */ new Set([
  ...["datadog-agent", "newrelic-agent", "dynatrace-agent", "instana-agent", "appdynamics-agent", "telegraf"],
  ...["zabbix-agent", "netdata", "elastic-agent", "alloy", "vmagent", "beyla"]
]);
var LOG_COLLECTORS = /* @__PURE__ */ new Set([
  ...["fluentd", "fluent-bit", "promtail", "alloy", "vector", "logstash", "beats", "elastic-agent", "logspout"],
  ...["syslog-ng", "datadog-agent", "newrelic-agent", "dynatrace-agent", "instana-agent", "otel-collector"]
]);
var EXPORTERS_FOR = /* @__PURE__ */ new Map([
  ["postgres", ["postgres-exporter", "sql-exporter"]],
  ["mysql", ["mysqld-exporter", "sql-exporter"]],
  ["mariadb", ["mysqld-exporter", "sql-exporter"]],
  ["redis", ["redis-exporter"]],
  ["valkey", ["redis-exporter"]],
  ["keydb", ["redis-exporter"]],
  ["mongodb", ["mongodb-exporter"]]
]);
var OWN_PROTOCOL = {
  cassandra: [9042, 7e3, 7199],
  clickhouse: [9e3, 9009],
  cockroachdb: [26257],
  kafka: [9092, 9093],
  keydb: [6379],
  mariadb: [3306],
  memcached: [11211],
  mongodb: [27017],
  mssql: [1433],
  mysql: [3306],
  nats: [4222, 6222],
  neo4j: [7687],
  openldap: [389, 636],
  pgbouncer: [6432, 5432],
  pgpool: [5432, 9999, 9898],
  postgres: [5432],
  rabbitmq: [5672, 25672],
  redis: [6379],
  redpanda: [9092, 33145],
  temporal: [7233, 6933],
  valkey: [6379],
  zookeeper: [2181, 2888, 3888]
};
function speaksOwnProtocol(software, port) {
  return OWN_PROTOCOL[software]?.includes(port) === true;
}
var FIXED_PORTS = /* @__PURE__ */ new Set(["prometheus", "alertmanager", "pushgateway", "grafana"]);

// src/parse/prometheus/written.ts
function writtenOf(node2) {
  const text2 = textOf2(node2);
  return node2 === void 0 || text2 === void 0 ? void 0 : { text: text2, at: node2.at };
}
function writtenAt(node2, key) {
  return writtenOf(child(node2, key));
}
function writtenItems(node2) {
  return node2?.kind === "list" ? node2.items.flatMap((item) => writtenOf(item) ?? []) : [];
}

// src/parse/yaml-library.ts
var library;
function yamlLibrary() {
  library ??= require("./yaml.cjs");
  return library;
}

// src/parse/yaml-scalar.ts
var TIMESTAMP_TAG = "tag:yaml.org,2002:timestamp";
var NULLS = /* @__PURE__ */ new Set(["", "~", "null", "Null", "NULL"]);
var TRUES = /* @__PURE__ */ new Set(["true", "True", "TRUE"]);
var FALSES = /* @__PURE__ */ new Set(["false", "False", "FALSE"]);
var INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]+|0|[1-9][0-9]*)$/;
var DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)(Z|[-+]\d\d:\d\d)?)?$/;
var FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
var SPECIAL_FLOATS = /* @__PURE__ */ new Map([
  [".nan", "NaN"],
  [".inf", "+Inf"],
  ["+.inf", "+Inf"],
  ["-.inf", "-Inf"]
]);
function typePlainScalar(source) {
  if (NULLS.has(source)) return { text: null, type: "null" };
  if (TRUES.has(source)) return { text: "true", type: "boolean" };
  if (FALSES.has(source)) return { text: "false", type: "boolean" };
  const first = source.charAt(0);
  if (!/[-+.0-9]/.test(first)) return { text: source, type: "string" };
  const special = SPECIAL_FLOATS.get(source.toLowerCase());
  if (special !== void 0) return { text: special, type: "number" };
  return (first === "." ? readFloat(source) : readNumber(source)) ?? { text: source, type: "string" };
}
function readNumber(source) {
  if (source === "-0" || source === "-0.0") return { text: "-0", type: "number" };
  if (isTimestamp(source)) return { text: source, type: "string", tag: TIMESTAMP_TAG };
  const digits = source.replaceAll("_", "");
  const integer = INTEGER.exec(digits);
  if (integer && digits.length <= 64) {
    const body = integer[2] ?? "0";
    const value = BigInt(/^0[0-7]+$/.test(body) ? `0o${body.slice(1)}` : body);
    if (value < 2n ** 64n) return { text: `${integer[1] === "-" && value !== 0n ? "-" : ""}${value}`, type: "number" };
  }
  return readFloat(digits);
}
function isTimestamp(source) {
  const date = DATE.exec(source);
  if (!date) return false;
  const [, year, month, day, joint, hour, minute, second, zone] = date.map(Number);
  const days = new Date(Date.UTC(2e3 + Number(year) % 400, Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) return false;
  if (joint === void 0 || date[4] === void 0) return true;
  const inRange = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return inRange && date[4] === " " === (date[8] === void 0) && zone !== void 0;
}
function readFloat(digits) {
  if (!FLOAT.test(digits)) return void 0;
  const value = Number(digits);
  return Number.isFinite(value) ? { text: printFloat(value), type: "number" } : void 0;
}
function printFloat(value) {
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const [digits = "0", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return exponent < 0 ? expandSmall(digits, exponent) : String(value);
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `${digits}e${exponent < 0 ? "-" : "+"}${size}`;
}
function expandSmall(digits, exponent) {
  const sign = digits.startsWith("-") ? "-" : "";
  return `${sign}0.${"0".repeat(-exponent - 1)}${digits.replace(/[-.]/g, "")}`;
}

// src/parse/yaml-simple.ts
function parseSimpleYaml(source) {
  if (UNUSUAL.test(source.text) || source.text.startsWith(" ")) return void 0;
  const comments = [];
  try {
    const documents = partsOf2(source.text).flatMap((part) => readDocument(part, source, comments));
    return { documents, problems: [], comments };
  } catch (thrown) {
    if (thrown === NOT_SIMPLE) return void 0;
    throw thrown;
  }
}
function partsOf2(text2) {
  if (!MARKER.test(text2)) return [{ lineEnd: -1, end: text2.length, unmarked: false }];
  const parts = [];
  let lineEnd = -1;
  for (const { 0: line, index } of text2.matchAll(MARKERS)) {
    if (line !== "---") fail();
    if (index > 0) parts.push({ lineEnd, end: index, unmarked: lineEnd === -1 });
    lineEnd = index + line.length;
  }
  return [...parts, { lineEnd, end: text2.length, unmarked: false }];
}
function readDocument({ lineEnd, end, unmarked }, { path, text: text2 }, comments) {
  const reader3 = {
    text: end === text2.length ? text2 : text2.slice(0, end),
    path,
    comments,
    anchors: /* @__PURE__ */ new Map(),
    open: /* @__PURE__ */ new Set(),
    weight: 0,
    aliased: 0,
    lineStart: 0,
    indent: 0,
    at: 0,
    end: 0
  };
  nextLine(reader3, lineEnd);
  if (unmarked && reader3.indent === -1) return [];
  if (reader3.indent !== 0) fail();
  const root = readBlock(reader3, 0);
  if (reader3.at < reader3.text.length) fail();
  return [{ root }];
}
var NOT_SIMPLE = /* @__PURE__ */ Symbol("not simple");
var MAX_DEPTH = 50;
var MAX_ALIASED_NODES = 19e4;
var UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|^(?:\.\.\.|%)/m;
var MARKER = /^---/m;
var MARKERS = /^---.*$/gm;
var PLAIN_KEY = /[A-Za-z0-9_./][A-Za-z0-9_./-]{0,200}(?=:(?:[ \n]|$))|<<(?=:(?:[ \n]|$))/y;
var QUOTED_KEY = /"[^"\\\n]{0,200}"(?=:(?:[ \n]|$))|'[^'\n]{0,200}'(?=:(?:[ \n]|$))/y;
var PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^\s,[\]{}]))(?:[^\n:# ]|:(?=[^ \n])|(?<! )#| (?!#))*/y;
var FLOW_PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))(?:[^\n:#,[\]{}]|:(?=[^\s,[\]{}]))*/y;
var FLOW_KEY = /(?:[A-Za-z0-9_./][A-Za-z0-9_./-]{0,200}|"[^"\\\n]{0,200}"|'[^'\n]{0,200}'|<<)(?=: )/y;
var NEXT_LINE = /\n *(?=[^ \n])/g;
var FIRST_LINE = /^[^ \n]/;
var LITERAL = /\|-?(?=\n)/y;
var NAME2 = /[A-Za-z0-9_-]+(?=[ \n,\]}]|$)/y;
var DOUBLE_QUOTED = /"(?:[^"\\\n]|\\["\\/nt])*"/y;
var SINGLE_QUOTED = /'(?:[^'\n]|'')*'/y;
var [NEWLINE, SPACE, HASH2, DASH, STAR, AMPERSAND] = [10, 32, 35, 45, 42, 38];
var BAR = 124;
var [DOUBLE, SINGLE, BRACKET, BRACE, COMMA, CLOSE_BRACKET, CLOSE_BRACE] = [34, 39, 91, 123, 44, 93, 125];
function fail() {
  throw NOT_SIMPLE;
}
function match(pattern, reader3, at) {
  pattern.lastIndex = at;
  return pattern.exec(reader3.text)?.[0];
}
function nextLine(reader3, lineEnd) {
  const { text: text2 } = reader3;
  for (let end = lineEnd; ; ) {
    NEXT_LINE.lastIndex = end;
    const start2 = end === -1 && FIRST_LINE.test(text2) ? 0 : (NEXT_LINE.exec(text2)?.index ?? text2.length) + 1;
    if (start2 > text2.length) break;
    const at = end === -1 && start2 === 0 ? 0 : NEXT_LINE.lastIndex;
    if (text2.charCodeAt(at) === HASH2) end = readComment(reader3, at);
    else {
      reader3.lineStart = start2;
      reader3.indent = at - start2;
      reader3.at = at;
      return;
    }
  }
  reader3.indent = -1;
  reader3.at = text2.length;
}
function readComment({ text: text2, comments }, start2) {
  const found2 = text2.indexOf("\n", start2);
  const end = found2 === -1 ? text2.length : found2;
  comments.push({ text: text2.slice(start2 + 1, end), start: start2, end });
  return end;
}
function skipBlanks2(text2, from) {
  let at = from;
  while (text2.charCodeAt(at) === SPACE) at++;
  return at;
}
function finishLine(reader3, from) {
  const { text: text2 } = reader3;
  const at = skipBlanks2(text2, from);
  if (at >= text2.length || text2.charCodeAt(at) === NEWLINE) nextLine(reader3, at);
  else if (text2.charCodeAt(at) === HASH2 && at > from) nextLine(reader3, readComment(reader3, at));
  else fail();
}
function isItem({ text: text2, at }) {
  if (text2.charCodeAt(at) !== DASH) return false;
  const next = text2.charCodeAt(at + 1);
  return next === SPACE || next === NEWLINE || at + 1 >= text2.length;
}
function readBlock(reader3, depth) {
  if (depth > MAX_DEPTH) fail();
  return isItem(reader3) ? readList2(reader3, reader3.indent, depth) : readMap(reader3, reader3.indent, depth);
}
function readList2(reader3, indent, depth) {
  const start2 = reader3.at;
  const items = [];
  reader3.weight += 1;
  while (reader3.indent === indent && isItem(reader3)) {
    const at = skipBlanks2(reader3.text, reader3.at + 1);
    const code2 = reader3.text.charCodeAt(at);
    if (at >= reader3.text.length || code2 === NEWLINE || code2 === HASH2) fail();
    if (keyAt(reader3, at) === void 0) items.push(readValue(reader3, at, indent, depth, false));
    else {
      reader3.indent = at - reader3.lineStart;
      reader3.at = at;
      items.push(readMap(reader3, reader3.indent, depth + 1));
    }
  }
  if (reader3.indent > indent) fail();
  return { kind: "list", at: { path: reader3.path, start: start2, end: reader3.end }, items };
}
function keyAt(reader3, at) {
  const code2 = reader3.text.charCodeAt(at);
  return match(code2 === DOUBLE || code2 === SINGLE ? QUOTED_KEY : PLAIN_KEY, reader3, at);
}
function readMap(reader3, indent, depth) {
  if (depth > MAX_DEPTH) fail();
  const start2 = reader3.at;
  const pairs2 = new Pairs();
  reader3.weight += 1;
  while (reader3.indent === indent) {
    const written = keyAt(reader3, reader3.at) ?? fail();
    const key = readKey(reader3, written, reader3.at);
    const node2 = readValue(reader3, reader3.at + written.length + 1, indent, depth, true);
    pairs2.add(key, node2);
  }
  if (reader3.indent > indent) fail();
  return { kind: "map", at: { path: reader3.path, start: start2, end: reader3.end }, entries: pairs2.entries() };
}
function readKey(reader3, written, start2) {
  reader3.weight += 1;
  const keyAt2 = { path: reader3.path, start: start2, end: start2 + written.length };
  const code2 = written.charCodeAt(0);
  if (code2 === DOUBLE || code2 === SINGLE) return { name: written.slice(1, -1), isMerge: false, entry: { keyAt: keyAt2 } };
  const { text: text2, type } = typePlainScalar(written);
  if (type === "string") return { name: text2 ?? "", isMerge: written === "<<", entry: { keyAt: keyAt2 } };
  return { name: written, isMerge: false, entry: { keyAt: keyAt2, keyType: type } };
}
var Pairs = class {
  #own = /* @__PURE__ */ new Map();
  #merges;
  add({ name, isMerge, entry: entry2 }, node2) {
    if (!isMerge) {
      if (this.#own.has(name)) fail();
      this.#own.set(name, { ...entry2, node: node2 });
      return;
    }
    if (this.#merges) fail();
    this.#merges = [];
    for (const source of node2.kind === "list" ? node2.items : [node2]) {
      if (source.kind === "map") this.#merges.push(source);
      else fail();
    }
  }
  entries() {
    for (const { entries } of this.#merges ?? []) {
      for (const [name, entry2] of entries) if (!this.#own.has(name)) this.#own.set(name, entry2);
    }
    return this.#own;
  }
};
function readValue(reader3, from, indent, depth, inMap) {
  const { text: text2 } = reader3;
  const at = skipBlanks2(text2, from);
  const code2 = text2.charCodeAt(at);
  if (at >= text2.length || code2 === NEWLINE || code2 === HASH2) {
    finishLine(reader3, from);
    if (reader3.indent > indent) return readBlock(reader3, depth + 1);
    if (inMap && reader3.indent === indent && isItem(reader3)) return readList2(reader3, indent, depth + 1);
    reader3.weight += 1;
    reader3.end = at;
    return { kind: "scalar", at: { path: reader3.path, start: at, end: at }, text: null, type: "null" };
  }
  if (code2 === AMPERSAND) return readAnchored(reader3, at, indent, depth, inMap);
  if (code2 === BAR) return readLiteral(reader3, at, indent);
  const node2 = readInline(reader3, at);
  const { end } = reader3;
  finishLine(reader3, end);
  if (reader3.indent > indent) fail();
  return node2;
}
function readAnchored(reader3, at, indent, depth, inMap) {
  const name = match(NAME2, reader3, at + 1) ?? fail();
  const next = skipBlanks2(reader3.text, at + 1 + name.length);
  if (reader3.text.charCodeAt(next) === AMPERSAND || reader3.text.charCodeAt(next) === STAR) fail();
  if (reader3.open.has(name)) fail();
  reader3.open.add(name);
  const before = reader3.weight;
  const node2 = readValue(reader3, at + 1 + name.length, indent, depth, inMap);
  if (node2.kind === "scalar" && node2.at.start === node2.at.end) fail();
  reader3.open.delete(name);
  reader3.anchors.set(name, { node: node2, weight: reader3.weight - before });
  return node2;
}
function readAlias(reader3, at) {
  const name = match(NAME2, reader3, at + 1) ?? fail();
  const anchor = reader3.anchors.get(name) ?? fail();
  reader3.aliased += anchor.weight;
  reader3.weight += 1 + anchor.weight;
  if (reader3.open.has(name) || reader3.aliased > MAX_ALIASED_NODES) fail();
  reader3.end = at + 1 + name.length;
  return anchor.node;
}
function readLiteral(reader3, start2, indent) {
  const { text: text2 } = reader3;
  const header = match(LITERAL, reader3, start2) ?? fail();
  const lines = [];
  let own = -1;
  let filled = 0;
  let from = start2 + header.length + 1;
  let lastEnd = from - 1;
  while (from < text2.length) {
    const found2 = text2.indexOf("\n", from);
    const end = found2 === -1 ? text2.length : found2;
    const first = skipBlanks2(text2, from);
    if (first < end) {
      if (own === -1) own = first - from;
      if (first - from < own || own <= indent) {
        if (first - from > indent || own <= indent) fail();
        break;
      }
      lines.push(text2.slice(from + own, end));
      filled = lines.length;
      lastEnd = end;
    } else if (own === -1 || first - from > own) fail();
    else lines.push("");
    from = end + 1;
  }
  if (filled === 0) fail();
  const body = lines.slice(0, filled).join("\n");
  const broken2 = lastEnd < text2.length;
  reader3.weight += 1;
  reader3.end = broken2 ? lastEnd + 1 : lastEnd;
  nextLine(reader3, lastEnd);
  const clipped = broken2 && !header.startsWith("|-") ? `${body}
` : body;
  return { kind: "scalar", at: { path: reader3.path, start: start2, end: reader3.end }, text: clipped, type: "string" };
}
function readInline(reader3, at) {
  const code2 = reader3.text.charCodeAt(at);
  if (code2 === STAR) return readAlias(reader3, at);
  if (code2 === BRACKET || code2 === BRACE) return readFlow(reader3, at, 0);
  if (code2 === DOUBLE || code2 === SINGLE) return readQuoted(reader3, at);
  return readPlain(reader3, at, PLAIN);
}
function readPlain(reader3, start2, pattern) {
  const text2 = (match(pattern, reader3, start2) ?? fail()).trimEnd();
  const end = start2 + text2.length;
  reader3.weight += 1;
  reader3.end = end;
  return { kind: "scalar", at: { path: reader3.path, start: start2, end }, ...typePlainScalar(text2) };
}
function readQuoted(reader3, start2) {
  const double = reader3.text.charCodeAt(start2) === DOUBLE;
  const written = match(double ? DOUBLE_QUOTED : SINGLE_QUOTED, reader3, start2) ?? fail();
  const inner = written.slice(1, -1);
  const text2 = double ? inner.includes("\\") ? JSON.parse(written) : inner : inner.replaceAll("''", "'");
  reader3.weight += 1;
  reader3.end = start2 + written.length;
  return { kind: "scalar", at: { path: reader3.path, start: start2, end: reader3.end }, text: text2, type: "string" };
}
function readFlow(reader3, start2, depth) {
  if (depth > MAX_DEPTH) fail();
  const { text: text2 } = reader3;
  const isMap = text2.charCodeAt(start2) === BRACE;
  const close2 = isMap ? CLOSE_BRACE : CLOSE_BRACKET;
  const pairs2 = new Pairs();
  const items = [];
  reader3.weight += 1;
  let at = skipBlanks2(text2, start2 + 1);
  while (text2.charCodeAt(at) !== close2) {
    if (isMap) {
      const written = match(FLOW_KEY, reader3, at) ?? fail();
      const key = readKey(reader3, written, at);
      pairs2.add(key, readFlowValue(reader3, skipBlanks2(text2, at + written.length + 1), depth));
    } else items.push(readFlowValue(reader3, at, depth));
    at = skipBlanks2(text2, reader3.end);
    if (text2.charCodeAt(at) === COMMA) at = skipBlanks2(text2, at + 1);
    else if (text2.charCodeAt(at) !== close2) fail();
  }
  reader3.end = at + 1;
  const span = { path: reader3.path, start: start2, end: at + 1 };
  return isMap ? { kind: "map", at: span, entries: pairs2.entries() } : { kind: "list", at: span, items };
}
function readFlowValue(reader3, at, depth) {
  const code2 = reader3.text.charCodeAt(at);
  if (code2 === STAR) return readAlias(reader3, at);
  if (code2 === BRACKET || code2 === BRACE) return readFlow(reader3, at, depth + 1);
  const node2 = code2 === DOUBLE || code2 === SINGLE ? readQuoted(reader3, at) : readPlain(reader3, at, FLOW_PLAIN);
  const next = reader3.text.charCodeAt(skipBlanks2(reader3.text, reader3.end));
  if (next !== COMMA && next !== CLOSE_BRACKET && next !== CLOSE_BRACE) fail();
  return node2;
}

// src/parse/yaml.ts
var MAX_DEPTH2 = 1e3;
var MAX_ALIASED_NODES2 = 2e5;
var MAX_PROBLEMS = 1e3;
var STANDARD_TAG = "tag:yaml.org,2002:";
function parseYaml(source) {
  return (source.malformed ? void 0 : parseSimpleYaml(source)) ?? parseAnyYaml(source);
}
function parseAnyYaml(source) {
  const comments = [];
  const problems = source.malformed ? [notUtf8(source)] : [];
  const documents = [];
  const { Composer } = yamlLibrary();
  const composer = new Composer({ schema: "failsafe", resolveKnownTags: false, uniqueKeys: false, logLevel: "silent" });
  const tooDeep = (start2) => {
    const at = { path: source.path, start: start2, end: start2 + 1 };
    problems.push({ at, message: "The document is nested too deeply", kind: "structure", code: "nesting" });
  };
  for (const document of composeDocuments(source.text, composer, comments, tooDeep)) {
    const converter = {
      source,
      problems,
      anchors: /* @__PURE__ */ new Map(),
      open: /* @__PURE__ */ new Set(),
      weight: 0,
      aliased: 0,
      end: 0
    };
    for (const error of document.errors) {
      const nesting = error.code === "RESOURCE_EXHAUSTION";
      const message = nesting ? "The document is nested too deeply" : oneSentence(error.message);
      report(converter, error.pos, message, nesting ? "nesting" : void 0);
    }
    const root = document.contents;
    documents.push({ root: root ? convert(root, converter, 0) : void 0 });
  }
  return { documents, problems, comments };
}
function notUtf8({ path, text: text2 }) {
  const start2 = Math.max(0, text2.indexOf("\uFFFD"));
  return { at: { path, start: start2, end: start2 + 1 }, message: "The file is not UTF-8", kind: "syntax" };
}
function* composeDocuments(text2, composer, comments, tooDeep) {
  const { Lexer, Parser } = yamlLibrary();
  const parser = new Parser();
  let atScalar = false;
  for (const lexeme of new Lexer().lex(text2)) {
    if (!atScalar && lexeme.startsWith("#")) {
      comments.push({ text: lexeme.slice(1), start: parser.offset, end: parser.offset + lexeme.length });
    }
    atScalar = lexeme === "";
    for (const token of parser.next(lexeme)) yield* composer.next(token);
    if (parser.stack.length > MAX_DEPTH2 + 100) return tooDeep(parser.offset);
  }
  for (const token of parser.end()) yield* composer.next(token);
  yield* composer.end(false, text2.length);
}
function oneSentence(message) {
  return (message.split("\n", 1)[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").replace(/[.:]$/, "");
}
function report(converter, range, message, code2) {
  if (converter.problems.length >= MAX_PROBLEMS) return;
  const at = spanOf(range, converter);
  const kind = code2 === void 0 ? "syntax" : "structure";
  converter.problems.push(code2 === void 0 ? { at, message, kind } : { at, message, kind, code: code2 });
}
function spanOf(range, converter) {
  return { path: converter.source.path, start: range[0], end: range[1] };
}
function nothing(at) {
  return { kind: "scalar", at, text: null, type: "null" };
}
function convert(node2, converter, depth) {
  converter.weight += 1;
  converter.end = node2.range[1];
  if (yamlLibrary().isAlias(node2)) return convertAlias(node2.source, node2.range, converter);
  if (depth > MAX_DEPTH2) {
    report(converter, node2.range, "The document is nested too deeply", "nesting");
    return nothing(spanOf(node2.range, converter));
  }
  const { anchor } = node2;
  const before = converter.weight;
  if (anchor !== void 0) converter.open.add(anchor);
  const converted = yamlLibrary().isScalar(node2) ? convertScalar(node2, converter) : convertCollection(node2, converter, depth);
  if (anchor !== void 0) {
    converter.open.delete(anchor);
    converter.anchors.set(anchor, { node: converted, weight: converter.weight - before + 1 });
  }
  return converted;
}
function convertAlias(name, range, converter) {
  const anchor = converter.anchors.get(name);
  if (converter.open.has(name)) report(converter, range, `The anchor ${name} contains itself`, "alias");
  if (!anchor || converter.open.has(name)) {
    if (!anchor && !converter.open.has(name))
      report(converter, range, `There is no anchor ${name} before this alias`, "alias");
    return nothing(spanOf(range, converter));
  }
  if (converter.aliased + anchor.weight > MAX_ALIASED_NODES2) {
    if (!converter.problems.some((problem) => problem.code === "aliases"))
      report(converter, range, "The aliases of the document expand to too much", "aliases");
    return nothing(spanOf(range, converter));
  }
  converter.aliased += anchor.weight;
  converter.weight += anchor.weight;
  return anchor.node;
}
function convertScalar(scalar2, converter) {
  const at = spanOf(scalar2.range, converter);
  const source = scalarSource(scalar2, converter.source);
  const plain4 = scalar2.type === "PLAIN" || scalar2.type === void 0;
  const { tag } = scalar2;
  if (tag === void 0) return { kind: "scalar", at, ...plain4 ? typePlainScalar(source) : asString(source) };
  if (!tag.startsWith(STANDARD_TAG)) return { kind: "scalar", at, ...asString(source), tag };
  const typed = typePlainScalar(source);
  const wanted = tag.slice(STANDARD_TAG.length);
  if (wanted === "null" && typed.type === "null") return { kind: "scalar", at, ...typed };
  if (wanted === "bool" && typed.type === "boolean") return { kind: "scalar", at, ...typed };
  if ((wanted === "int" || wanted === "float") && typed.type === "number") return { kind: "scalar", at, ...typed };
  if (["null", "bool", "int", "float"].includes(wanted)) {
    report(converter, scalar2.range, `The value cannot be read as !!${wanted}`, "tag");
  }
  return { kind: "scalar", at, ...asString(source) };
}
function scalarSource(scalar2, { text: text2 }) {
  const source = scalar2.source ?? "";
  const isBlock = scalar2.type === "BLOCK_LITERAL" || scalar2.type === "BLOCK_FOLDED";
  const isCut = isBlock && scalar2.range[1] >= text2.length && /[^ \t\r\n][ \t]*$/.test(text2.slice(-200));
  return isCut && source.endsWith("\n") ? source.slice(0, -1) : source;
}
function asString(text2) {
  return { text: text2, type: "string" };
}
function convertCollection(node2, converter, depth) {
  const isFlow = "flow" in node2 && node2.flow === true;
  const spanBehind = () => {
    if (isFlow) converter.end = node2.range[1];
    return spanOf([node2.range[0], converter.end], converter);
  };
  const tag = node2.tag !== void 0 && !node2.tag.startsWith(STANDARD_TAG) ? { tag: node2.tag } : {};
  if (yamlLibrary().isMap(node2)) {
    const entries = convertPairs(node2.items, converter, depth);
    return { kind: "map", at: spanBehind(), entries, ...tag };
  }
  const items = yamlLibrary().isSeq(node2) ? node2.items.map((item) => convert(item, converter, depth + 1)) : [];
  return { kind: "list", at: spanBehind(), items, ...tag };
}
function convertPairs(pairs2, converter, depth) {
  const entries = /* @__PURE__ */ new Map();
  const merges = [];
  let merged3 = false;
  for (const { key, value } of pairs2) {
    const keyNode = convert(key, converter, depth + 1);
    const node2 = value ? convert(value, converter, depth + 1) : nothing(spanOf([key.range[1], key.range[1]], converter));
    if (keyNode.kind !== "scalar") {
      report(converter, key.range, "The key of a mapping must be a scalar", "complex-key");
      continue;
    }
    const name = keyNode.type === "string" ? keyNode.text ?? "" : sourceOf(key);
    const isMerge = name === "<<" && keyNode.type === "string" && yamlLibrary().isScalar(key) && key.type === "PLAIN";
    if (isMerge ? merged3 : entries.has(name)) {
      report(converter, key.range, `The key ${name} is there twice`, "duplicate-key");
    }
    if (isMerge) {
      merged3 = true;
      for (const source of mergeSources(node2, key, converter)) merges.push(source);
    } else {
      const entry2 = { keyAt: spanOf(key.range, converter), node: node2 };
      entries.set(name, keyNode.type === "string" ? entry2 : { ...entry2, keyType: keyNode.type });
    }
  }
  return merges.length === 0 ? entries : mergeEntries(entries, merges);
}
function sourceOf(key) {
  return yamlLibrary().isScalar(key) ? key.source ?? "" : "";
}
function mergeSources(node2, key, converter) {
  const sources = node2.kind === "list" ? node2.items : [node2];
  if (sources.some((source) => source.kind !== "map")) {
    report(converter, key.range, "A merge takes a mapping or a list of mappings", "merge");
  }
  return sources;
}
function mergeEntries(own, sources) {
  const entries = new Map(own);
  for (const source of sources) {
    if (source.kind !== "map") continue;
    for (const [name, entry2] of source.entries) if (!entries.has(name)) entries.set(name, entry2);
  }
  return entries;
}

// src/parse/otel-collector.ts
function readCollectorConfig(source) {
  const { documents, problems } = parseYaml(source);
  const root = documents[0]?.root;
  const components = (section) => new Map(
    entriesOf(child(root, section)).map(
      ([id, node2, at]) => [id, { type: id.split("/", 1)[0] ?? id, node: node2, at }]
    )
  );
  return {
    path: source.path,
    root,
    receivers: components("receivers"),
    processors: components("processors"),
    exporters: components("exporters"),
    connectors: components("connectors"),
    extensions: components("extensions"),
    pipelines: entriesOf(descend(root, "service", "pipelines")).map(([name, node2, at]) => ({
      name,
      signal: name.split("/", 1)[0] ?? name,
      receivers: writtenItems(child(node2, "receivers")),
      processors: writtenItems(child(node2, "processors")),
      exporters: writtenItems(child(node2, "exporters")),
      at
    })),
    extensionsInUse: writtenItems(descend(root, "service", "extensions")),
    at: entriesOf(root)[0]?.[2] ?? { path: source.path, start: 0, end: 0 },
    problems
  };
}
var DROPPING = /* @__PURE__ */ new Set(["debug", "logging", "nop"]);
function dropsEverything({ exporters }, { connectors }) {
  return exporters.length > 0 && exporters.every(({ text: text2 }) => DROPPING.has(text2.split("/", 1)[0] ?? "") && !connectors.has(text2));
}

// src/model/telemetry/monitoring.ts
var known3 = /* @__PURE__ */ new WeakMap();
function monitorOf(system) {
  const before = known3.get(system);
  if (before !== void 0) return before ?? void 0;
  const found2 = ownMonitor(system) ?? otherMonitor(system);
  known3.set(system, found2 ?? null);
  return found2;
}
function ownMonitor({ workloads }) {
  const server = workloads.find(({ software }) => software?.kind === "metrics" && software.id !== "pushgateway");
  return server && { name: server.name, at: server.at, kind: "own" };
}
function otherMonitor(system) {
  const workload = system.workloads.find(({ software }) => METRICS_AGENTS.has(software?.id ?? "")) ?? system.telemetry.collectors.find(forwardsMetrics)?.workload ?? system.workloads.find(
    (one) => [...one.environment.values()].some((variable3) => reportsElsewhere(one, variable3, system))
  );
  if (workload) return { name: workload.name, at: workload.at, kind: "elsewhere" };
  for (const cluster of system.clusters) {
    const found2 = scrapedByOperator(cluster);
    if (found2) return { ...found2, kind: "elsewhere" };
  }
  return void 0;
}
function forwardsMetrics({ configuration }) {
  if (configuration.state !== "read") return configuration.state === "unknown";
  const { config } = configuration;
  return config.pipelines.some((pipeline) => pipeline.signal === "metrics" && !dropsEverything(pipeline, config));
}
var DESTINATION = /^(?:DD_(?:AGENT_HOST|API_KEY|SITE|TRACE_AGENT_URL)|NEW_RELIC_LICENSE_KEY|ELASTIC_APM_SERVER_URLS?|APPLICATIONINSIGHTS_CONNECTION_STRING|DYNATRACE_\w+|DT_TENANT|HONEYCOMB_API_KEY|GRAFANA_CLOUD_\w+|STATSD_HOST|SIGNOZ_\w*ENDPOINT)$/;
var OTLP = /^OTEL_EXPORTER_OTLP(?:_METRICS)?_ENDPOINT$/;
var TRACES_ONLY = /* @__PURE__ */ new Set(["jaeger", "tempo", "zipkin"]);
function reportsElsewhere(workload, variable3, system) {
  const { name, value } = variable3;
  if (value.known && value.value === "") return false;
  if (DESTINATION.test(name)) return true;
  if (!OTLP.test(name)) return false;
  const answers2 = system.edges.flatMap(
    (edge) => edge.from === workload && edge.variable === variable3 ? [edge.answer] : []
  );
  return answers2.every((answer) => {
    if (answer.kind !== "workload") return true;
    const collector = system.telemetry.collectors.find((one) => one.workload === answer.workload);
    return collector ? forwardsMetrics(collector) : !TRACES_ONLY.has(answer.workload.software?.id ?? "");
  });
}
var OPERATORS = /^(?:monitoring\.coreos\.com|monitoring\.googleapis\.com|operator\.victoriametrics\.com|azmonitoring\.coreos\.com)\//;
function scrapedByOperator({ objects }) {
  const found2 = objects.find(({ apiVersion, kind, node: node2 }) => {
    if (OPERATORS.test(apiVersion)) return !/Rule|Alertmanager/.test(kind);
    const places = [["metadata"], ["spec", "template", "metadata"]];
    return places.some(
      (path) => entriesOf(descend(node2, ...path, "annotations")).some(
        ([key, value]) => key === "prometheus.io/scrape" && textOf2(value) === "true"
      )
    );
  });
  return found2 && { name: `${found2.kind} ${found2.name}`, at: found2.at };
}

// rules/telemetry/alert-rules-missing.ts
var alert_rules_missing_default = defineRule({
  id: "telemetry/alert-rules-missing",
  title: "Metrics are collected and nothing raises an alert",
  category: "observability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A dashboard helps whoever looks at it. At night nobody does: without alert rules a full disk or a dead service is still reported by users. Alerts that are only clicked together are lost with the container and reviewed by nobody.",
  fix: "Add a rule file (`groups: [{ name: erp, rules: [{ alert: ServiceDown, expr: up == 0, for: 2m }] }]`), list it under `rule_files:` of Prometheus, and send it to a person through Alertmanager.",
  refs: [
    "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/",
    "https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/"
  ],
  check({ system, pass, fail: fail2, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return;
    const monitor = monitorOf(system);
    const { alertFiles } = system.telemetry;
    const counts = alertFiles.filter(({ kind }) => monitor !== void 0 || kind === "monitor" || kind === "resource");
    if (counts.some(({ loading }) => loading === "loaded" || loading === "unknown")) pass(system.repository);
    else if (!monitor) implied(system.repository, "telemetry/monitoring-missing");
    else if (counts.length > 0) implied(system.repository, "telemetry/alert-rules-not-loaded");
    else if (monitor.kind === "elsewhere")
      unverified(system.repository, monitor, "alerts may be defined in the monitoring system that the metrics go to");
    else
      fail2(
        system.repository,
        monitor,
        `${monitor.name} collects metrics, and no file of the repository defines an alert`
      );
  },
  examples: { bad: [], good: [] }
});

// src/model/telemetry/unloaded-alerts.ts
var ELSEWHERE = /* @__PURE__ */ new Set([
  "test",
  "tests",
  "example",
  "examples",
  "sample",
  "samples",
  "docs",
  "doc",
  "old",
  "archive"
]);
var LEFT_OVER = /* @__PURE__ */ new Set(["backup", "bak", "copy", "template", "templates", "dev", "local", "staging", "vendor"]);
function unloadedAlerts({ telemetry }) {
  const ready = telemetry.alertFiles.filter(
    ({ kind, loading }) => kind === "rules" && (loading === "unnamed" || loading === "unmounted")
  );
  const loaded = telemetry.alertFiles.filter(({ loading }) => loading === "loaded");
  const servers = telemetry.prometheus.filter(({ forwardsOnly }) => !forwardsOnly);
  const [server] = servers;
  if (!server || ready.length === 0) return [];
  const places = servers.flatMap(
    ({ configuration }) => configuration.state === "read" ? [directoryOf(configuration.config.path)] : []
  );
  const near2 = ready.filter((file) => isMeant(file, loaded.length > 0 ? places : ["."]));
  const meant = near2.length > 0 || loaded.length > 0 ? near2 : ready;
  return meant.length > 0 ? [unloadedBy(server, meant)] : [];
}
function isMeant({ at }, places) {
  const isElsewhere3 = nameWords(at.path).some((word) => ELSEWHERE.has(word) || LEFT_OVER.has(word));
  return !isElsewhere3 && places.some((place) => isWithin(place, at.path));
}
function unloadedBy({ workload, configuration }, files) {
  const names = listed2(files.map((file) => file.at.path));
  const alerts = files.length === 1 ? `the alerts in ${names} are` : `the alerts in ${names} are all`;
  if (configuration.state !== "read") {
    return {
      files,
      what: `${workload.name} runs the configuration of its image, so ${alerts} evaluated by nobody`,
      fix: `Mount a configuration of your own with \`rule_files:\` at ${"path" in configuration ? configuration.path : "/etc/prometheus/prometheus.yml"}, and the rule files beside it.`,
      at: workload.at
    };
  }
  const { config, ruleFiles, at } = configuration;
  const first = files[0]?.at.path ?? "";
  if (ruleFiles.length === 0) {
    return {
      files,
      what: `${config.path} has no \`rule_files\`, so ${alerts} not evaluated`,
      fix: `Mount ${listed2(files.map((file) => file.at.path))} into ${workload.name} and add \`rule_files: [/etc/prometheus/${fileName(first)}]\`.`,
      at: config.at
    };
  }
  const patterns = listed2(ruleFiles.map(({ pattern }) => pattern));
  const isMounted = files.some(({ loading }) => loading === "unnamed");
  return {
    files,
    what: isMounted ? `\`rule_files\` of ${config.path} names ${patterns}, so ${alerts} not evaluated` : `${names} ${files.length === 1 ? "is" : "are"} not mounted into ${workload.name}, which looks for rules at ${patterns}`,
    fix: isMounted ? `Add the path of ${names} in the container to \`rule_files:\`.` : `Mount it: \`volumes: ["./${first}:${targetFor(ruleFiles[0]?.pattern ?? "", first)}:ro"]\`.`,
    at: isMounted ? ruleFiles[0]?.written.at ?? config.at : at
  };
}
function targetFor(pattern, path) {
  return /[*?[]/.test(pattern) ? `${directoryOf(pattern)}/${fileName(path)}` : pattern;
}
var MOST_NAMES2 = 3;
function listed2(names) {
  const shown2 = names.slice(0, MOST_NAMES2).join(", ");
  return names.length > MOST_NAMES2 ? `${shown2} and ${names.length - MOST_NAMES2} more` : shown2;
}

// rules/telemetry/alert-rules-not-loaded.ts
var alert_rules_not_loaded_default = defineRule({
  id: "telemetry/alert-rules-not-loaded",
  title: "Alert rules are written and not in force",
  category: "observability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Prometheus evaluates only the files that `rule_files` names inside its container. A pattern that matches nothing is no error to it: everybody believes in the alerts, and none can ever fire.",
  fix: "Mount the rule files into the container of Prometheus, name them under `rule_files:`, and look at the page Status > Rules.",
  refs: [
    "https://prometheus.io/docs/prometheus/latest/configuration/configuration/",
    "https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/"
  ],
  reads: ["prometheus"],
  check({ system, pass, fail: fail2, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return;
    const { repository, telemetry } = system;
    const monitor = monitorOf(system);
    const rules2 = telemetry.alertFiles;
    const unloaded = unloadedAlerts(system);
    for (const { files, what, fix, at } of unloaded) {
      const related = files.map((file) => ({ at: file.at, message: "the first alert in it" }));
      fail2(repository, at, what, { fix, related, key: files.map((file) => file.at.path).join(" ") });
    }
    if (unloaded.length > 0) return;
    if (!monitor) implied(repository, "telemetry/monitoring-missing");
    else if (rules2.length > 0) pass(repository);
    else if (monitor.kind === "own") implied(repository, "telemetry/alert-rules-missing");
    else unverified(repository, monitor, "alerts may be defined in the monitoring system that the metrics go to");
  },
  examples: { bad: [], good: [] }
});

// door:src/model/telemetry/alert-routes.ts
var room4;
function enter5() {
  return room4 ??= require("./model-telemetry-alert-routes.js");
}
function alertRoutesOf(...given) {
  return enter5().alertRoutesOf(...given);
}
function integrationsOf(...given) {
  return enter5().integrationsOf(...given);
}

// rules/telemetry/alerts-go-nowhere.ts
var alerts_go_nowhere_default = defineRule({
  id: "telemetry/alerts-go-nowhere",
  title: "Alerts that fire reach nobody",
  category: "observability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Prometheus only marks an alert as firing. Without an Alertmanager that it can reach, and a receiver there with a real address, it stays a red line on a page that nobody has open.",
  fix: "Deploy Alertmanager, name it under `alerting.alertmanagers` of Prometheus, and give the receiver of its route an integration that a person reads.",
  refs: [
    "https://prometheus.io/docs/prometheus/latest/configuration/configuration/#alertmanager_config",
    "https://prometheus.io/docs/alerting/latest/configuration/"
  ],
  reads: ["prometheus"],
  check({ system, pass, fail: fail2, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return;
    const { repository, telemetry } = system;
    const monitor = monitorOf(system);
    if (!monitor) return implied(repository, "telemetry/monitoring-missing");
    const { deadEnds, open: open2 } = alertRoutesOf(system);
    const byPrometheus = telemetry.alertFiles.filter(({ kind, loading }) => kind === "rules" && loading !== "unknown");
    if (telemetry.alertFiles.length === 0 && monitor.kind === "own")
      implied(repository, "telemetry/alert-rules-missing");
    else if (telemetry.alertFiles.some(({ kind }) => kind === "monitor")) pass(repository);
    else if (byPrometheus.length === 0)
      unverified(repository, monitor, "who is told of an alert is not written in the repository");
    else if (deadEnds.length > 0)
      for (const { at, what, fix, key } of deadEnds) fail2(repository, at, what, { fix, key });
    else if (telemetry.prometheus.every(({ configuration }) => configuration.state !== "read") && !open2)
      implied(repository, "telemetry/alert-rules-not-loaded");
    else if (open2) unverified(repository, open2.at, open2.because);
    else pass(repository);
  },
  examples: { bad: [], good: [] }
});

// src/model/log-shipping.ts
var SENDING = /^(?:fluentd|gelf|syslog|awslogs|gcplogs|splunk|logentries|loki|.*loki.*)/;
function loggingServices({ workloads }) {
  return workloads.filter(
    ({ platform, role, longRunning, weight }) => (platform === "compose" || platform === "swarm") && longRunning && weight > 0 && role !== "observability" && role !== "tool"
  );
}
var SEVERAL = 3;
function needsOnePlace(services2) {
  const applications = services2.filter(({ role }) => /^(?:user-facing|service|worker)$/.test(role));
  return services2.length >= SEVERAL && applications.length > 1;
}
function logShippingOf(system) {
  const services2 = loggingServices(system);
  const { logCollectors } = system.telemetry;
  const keeping = logCollectors.filter(({ drops }) => !drops);
  if (keeping.some(({ takes: takes2 }) => takes2 === "host")) return { state: "shipped" };
  const driven = services2.filter(({ logging }) => SENDING.test(knownValue(logging?.driver) ?? ""));
  const dropping = logCollectors.find(({ drops, takes: takes2 }) => drops && takes2 !== "off");
  if (driven.length > 0 && (keeping.length > 0 || !dropping)) return { state: "shipped" };
  if (services2.some((service2) => sends(service2, system))) return { state: "shipped" };
  const open2 = services2.find(({ logging }) => logging?.driver?.known === false);
  if (open2?.logging)
    return { state: "unknown", at: open2.logging.at, because: "a logging driver is set outside the repository" };
  return kept(services2, system);
}
var OWN_WAY = /LOKI|LOGTAIL|LOGDNA|LOGGLY|PAPERTRAIL|GRAYLOG|GELF|SPLUNK_HEC|LOGSTASH|FLUENT|BETTER_?STACK|AXIOM|LOG_GROUP|^SEQ_|^NEW_RELIC_LICENSE_KEY$|^APPLICATIONINSIGHTS_|^OTEL_(?:LOGS_EXPORTER|EXPORTER_OTLP_LOGS_ENDPOINT)$/;
function sends(service2, { edges, telemetry }) {
  const isTold = [...service2.environment.values()].some(
    ({ name, value }) => OWN_WAY.test(name) && !(value.known && /^(?:|none|false|0)$/i.test(value.value))
  );
  if (isTold && telemetry.logCollectors.every(({ drops }) => !drops)) return true;
  const takers = new Set(telemetry.logCollectors.filter(({ drops }) => !drops).map(({ workload }) => workload));
  return edges.some(
    ({ from, via, answer }) => from === service2 && via !== "dependency" && answer.kind === "workload" && (takers.has(answer.workload) || answer.workload.software?.kind === "logs")
  );
}
function kept(services2, { repository, telemetry }) {
  const [first] = telemetry.logCollectors;
  const count3 = `${services2.length} services`;
  if (first?.takes === "off")
    return {
      state: "kept",
      at: first.workload.at,
      what: `${first.workload.name} is deployed, and its collection of logs is switched off`
    };
  if (first?.drops)
    return { state: "kept", at: first.drops, what: `${first.workload.name} prints or drops every log that it takes in` };
  if (first) {
    const what2 = `${first.workload.name} takes logs that are sent to it, and none of the ${count3} sends any`;
    return { state: "kept", at: first.workload.at, what: what2 };
  }
  const what = `the logs of ${count3} stay on the host: no collector reads them, and no logging driver sends them away`;
  return { state: "kept", at: repository.at, what };
}

// rules/telemetry/log-shipping-missing.ts
var log_shipping_missing_default = defineRule({
  id: "telemetry/log-shipping-missing",
  title: "The logs of the services stay on the host",
  category: "observability",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "A request crosses several services, and its trail lies in as many files that rotate away, and that go with the container or the host. After an incident nobody can search them.",
  fix: "Run a collector that reads the logs of all containers (Grafana Alloy, Fluent Bit or Vector with `/var/lib/docker/containers` or the Docker socket mounted read-only) and stores them in Loki, Elasticsearch or a hosted service; or set a logging driver that sends them there.",
  refs: ["https://docs.docker.com/engine/logging/configure/", "https://grafana.com/docs/loki/latest/send-data/"],
  reads: ["prometheus"],
  check({ system, pass, fail: fail2, unverified }) {
    if (!needsOnePlace(loggingServices(system))) return;
    const shipping = logShippingOf(system);
    if (shipping.state === "shipped") pass(system.repository);
    else if (shipping.state === "unknown") unverified(system.repository, shipping.at, shipping.because);
    else fail2(system.repository, shipping.at, shipping.what);
  },
  examples: { bad: [], good: [] }
});

// src/model/kubernetes/pods.ts
var POD_TEMPLATE = ["spec", "template"];
var TEMPLATES = new Map([
  ...["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"].flatMap(
    (kind) => ["apps", "extensions"].map((group) => [`${group}/${kind}`, POD_TEMPLATE])
  ),
  ["/ReplicationController", POD_TEMPLATE],
  ["/Pod", []],
  ["batch/Job", POD_TEMPLATE],
  ["batch/CronJob", ["spec", "jobTemplate", "spec", "template"]],
  ["argoproj.io/Rollout", POD_TEMPLATE],
  ["serving.knative.dev/Service", POD_TEMPLATE],
  ["apps.openshift.io/DeploymentConfig", POD_TEMPLATE]
]);
function groupOf2({ apiVersion }) {
  const slash = apiVersion.indexOf("/");
  return slash === -1 ? "" : apiVersion.slice(0, slash);
}
function groupKind(object) {
  return `${groupOf2(object)}/${object.kind}`;
}
function podTemplateOf(object) {
  const path = TEMPLATES.get(groupKind(object));
  if (!path) return void 0;
  const node2 = descend(object.node, ...path);
  const spec = child(node2, "spec");
  if (node2?.kind !== "map" || spec?.kind !== "map") return void 0;
  const containers = containersOf(object, node2, spec);
  if (!containers.some((container) => container.part !== "init")) return void 0;
  return { object, node: node2, spec, labels: textsByKey(descend(node2, "metadata", "labels")), containers };
}
function textsByKey(node2) {
  return new Map(
    entriesOf(node2).flatMap(([key, value]) => {
      const text2 = textOf2(value);
      return text2 === void 0 ? [] : [[key, text2]];
    })
  );
}
function containersOf(object, template, spec) {
  const own = namedItems(child(spec, "containers"));
  const main = mainOf(own, object, template);
  const regular = own.map((one) => ({ ...one, part: one.name === main ? "main" : "sidecar" }));
  const initial = namedItems(child(spec, "initContainers")).map(
    // With this policy it goes on running beside the others: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/
    (one) => ({
      ...one,
      part: knownValue(textAt2(one.node, "restartPolicy")) === "Always" ? "sidecar" : "init"
    })
  );
  return [...initial, ...regular];
}
function namedItems(list2) {
  const seen = /* @__PURE__ */ new Set();
  return itemsOf(list2).flatMap((item) => {
    if (item.kind !== "map") return [];
    const name = child(item, "name");
    const text2 = textOf2(name) ?? textOf2(child(item, "image")) ?? "";
    if (text2 === "" || seen.has(text2)) return [];
    seen.add(text2);
    return [{ node: item, name: text2, at: name?.at ?? item.at }];
  });
}
function mainOf(containers, object, template) {
  const names = new Set(containers.map((one) => one.name));
  const said = textOf2(descend(template, "metadata", "annotations", "kubectl.kubernetes.io/default-container"));
  if (said !== void 0 && names.has(said)) return said;
  if (names.has(object.name)) return object.name;
  const alike = containers.find(({ name }) => object.name.endsWith(`-${name}`));
  return alike?.name ?? containers[0]?.name;
}
function podProblem(object) {
  const path = TEMPLATES.get(groupKind(object));
  if (!path || podTemplateOf(object) || descend(object.node, "spec", "workloadRef")) return void 0;
  const spec = descend(object.node, ...path, "spec");
  const containers = child(spec, "containers");
  const at = containers?.at ?? object.at;
  return { at, message: `${object.kind} ${object.name} has no list of containers` };
}

// src/model/kubernetes/selectors.ts
function hasLabels(labels, wanted) {
  for (const [key, value] of wanted) if (labels.get(key) !== value) return false;
  return true;
}
var wantedBySelector = /* @__PURE__ */ new WeakMap();
function wantedLabels(selector) {
  const known4 = selector && wantedBySelector.get(selector);
  if (known4) return known4;
  const wanted = textsByKey(child(selector, "matchLabels"));
  if (selector) wantedBySelector.set(selector, wanted);
  return wanted;
}
function selects(selector, labels) {
  if (!hasLabels(labels, wantedLabels(selector))) return false;
  return itemsOf(child(selector, "matchExpressions")).every((expression) => {
    const value = labels.get(textOf2(child(expression, "key")) ?? "");
    const values = itemsOf(child(expression, "values")).map(textOf2);
    switch (textOf2(child(expression, "operator"))) {
      case "In":
        return value !== void 0 && values.includes(value);
      case "NotIn":
        return value === void 0 || !values.includes(value);
      case "Exists":
        return value !== void 0;
      case "DoesNotExist":
        return value === void 0;
      default:
        return false;
    }
  });
}
function sameNamespace(one, other) {
  return one === void 0 || other === void 0 || one === other;
}

// src/model/exporters.ts
function observedServices({ workloads }) {
  const found2 = /* @__PURE__ */ new Map();
  for (const workload of workloads) {
    const { software, clientOf, deployment, weight } = workload;
    if (!software || clientOf || weight === 0 || !workload.longRunning || !EXPORTERS_FOR.has(software.id)) continue;
    const key = `${deployment} ${software.id}`;
    found2.set(key, [...found2.get(key) ?? [], workload]);
  }
  return [...found2.values()].flatMap(([first, ...others]) => {
    const ids = EXPORTERS_FOR.get(first?.software?.id ?? "") ?? [];
    if (!first) return [];
    const exporters = workloads.filter(({ software }) => ids.includes(software?.id ?? ""));
    return [{ workload: first, others: others.length, exporters, usual: ids[0] ?? "" }];
  });
}
var ASKING = /^(?:prometheus|postgresql|mysql|redis|mongodb|sqlquery|receiver_creator|simpleprometheus)/;
function mayAsk({ telemetry }) {
  return telemetry.collectors.some(({ configuration }) => {
    if (configuration.state !== "read") return configuration.state === "unknown";
    return [...configuration.config.receivers.values()].some(({ type }) => ASKING.test(type));
  });
}
function isScraped(workload, system) {
  const { telemetry } = system;
  if (system.clusters.some((cluster) => isChosen(workload, cluster))) return "yes";
  let unclear2 = mayAsk(system);
  for (const { configuration } of telemetry.prometheus) {
    if (configuration.state === "unknown") unclear2 = true;
    if (configuration.state !== "read") continue;
    for (const { targets, complete } of configuration.jobs) {
      if (!complete) unclear2 = true;
      for (const { answer } of targets) {
        if (answer?.kind === "unknown") unclear2 = true;
        if (answer?.kind === "workload" && [answer.workload, ...answer.others].includes(workload)) return "yes";
      }
    }
  }
  return unclear2 ? "unknown" : "no";
}
function isChosen(workload, { controllers, services: services2, objects }) {
  const own = controllers.find((controller) => controller.workloads.includes(workload.id));
  if (!own) return false;
  const leading = services2.filter((service2) => service2.controllers.includes(own));
  const places = [
    descend(own.object.node, "spec", "template", "metadata", "annotations"),
    ...leading.map(({ object }) => descend(object.node, "metadata", "annotations"))
  ];
  if (places.some((place) => textOf2(child(place, "prometheus.io/scrape")) === "true")) return true;
  return objects.some(({ kind, node: node2 }) => {
    const selector = descend(node2, "spec", "selector");
    if (kind === "PodMonitor" || kind === "PodMonitoring") return selects(selector, own.labels);
    if (kind !== "ServiceMonitor") return false;
    return leading.some(({ object }) => selects(selector, textsByKey(descend(object.node, "metadata", "labels"))));
  });
}

// rules/telemetry/metrics-missing.ts
var metrics_missing_default = defineRule({
  id: "telemetry/metrics-missing",
  title: "A service shows no metrics to the monitoring",
  category: "observability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Connections that run out, a replica that lags, memory that fills: the database knows, and Prometheus cannot ask it. The first sign is an error in the application.",
  fix: "Deploy the exporter of the database beside it, give it an account that may read statistics, and add it to `scrape_configs`.",
  refs: [
    "https://prometheus.io/docs/instrumenting/exporters/#databases",
    "https://github.com/prometheus-community/postgres_exporter"
  ],
  check({ system, pass, fail: fail2, unverified, implied }) {
    const monitor = monitorOf(system);
    for (const { workload, others, exporters, usual } of observedServices(system)) {
      const { software, name, pod } = workload;
      if (!monitor) implied(workload, "telemetry/monitoring-missing");
      else if (exporters.length > 0) pass(workload);
      else if (pod?.operator) unverified(workload, workload, `${pod.operator} may export its metrics`);
      else if (monitor.kind === "elsewhere" || mayAsk(system))
        unverified(
          workload,
          monitor,
          `whether ${monitor.name} reads ${software?.name} is not written in the repository`
        );
      else {
        const more = others > 0 ? ` (and ${others} more)` : "";
        fail2(
          workload,
          workload,
          `${name}${more} is ${software?.name}, which shows Prometheus no metrics, and no exporter for it is deployed`,
          {
            fix: `Add a service with the ${usual.replace("-", " ")} and a scrape job for it.`
          }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/telemetry/monitoring-missing.ts
var monitoring_missing_default = defineRule({
  id: "telemetry/monitoring-missing",
  title: "Nothing collects metrics of the system",
  category: "observability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "days",
  why: "Without metrics the first sign of a full disk, an exhausted pool or a slow query is a user who calls, and nobody can say afterwards what happened.",
  fix: "Add Prometheus with node and database exporters (and Grafana), or the agent of a hosted service, to the production deployment.",
  refs: ["https://prometheus.io/docs/introduction/overview/", "https://opentelemetry.io/docs/collector/"],
  check({ system, pass, fail: fail2 }) {
    if (system.workloads.length === 0 && system.images.length === 0) return;
    if (monitorOf(system)) pass(system.repository);
    else
      fail2(
        system.repository,
        system.repository.at,
        "no metrics system and no monitoring agent is deployed with the production services"
      );
  },
  examples: { bad: [], good: [] }
});

// rules/telemetry/scrape-target-broken.ts
var scrape_target_broken_default = defineRule({
  id: "telemetry/scrape-target-broken",
  title: "A scrape job asks where no metrics are",
  category: "observability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The job looks like monitoring and collects nothing: `up` is 0 for ever, dashboards stay empty, and an alert on these metrics can never fire.",
  fix: "Let the target be a name that resolves from the container of Prometheus and a port that serves metrics; the page Status > Targets shows each one.",
  refs: [
    "https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config",
    "https://docs.docker.com/compose/how-tos/networking/"
  ],
  reads: ["prometheus"],
  check({ system, pass, fail: fail2, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return;
    const { repository, telemetry } = system;
    const broken2 = telemetry.targetProblems.filter(({ state }) => state === "broken");
    const [open2] = telemetry.targetProblems.filter(({ state }) => state === "open");
    for (const { at, what, fix, job, target } of broken2) {
      fail2(repository, at, what, { ...fix === void 0 ? {} : { fix }, key: `${job} ${target}` });
    }
    if (broken2.length > 0) return;
    if (!monitorOf(system)) implied(repository, "telemetry/monitoring-missing");
    else if (open2) unverified(repository, open2.at, open2.what);
    else pass(repository);
  },
  examples: { bad: [], good: [] }
});

// rules/telemetry/service-not-scraped.ts
var service_not_scraped_default = defineRule({
  id: "telemetry/service-not-scraped",
  title: "A service has metrics, and no job asks for them",
  category: "observability",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "An exporter does nothing until Prometheus asks it. It runs, it looks like monitoring of the database, and no number of it is ever stored.",
  fix: "Add a job to `scrape_configs` of Prometheus with its name and port as the target.",
  refs: ["https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config"],
  reads: ["prometheus"],
  check({ system, pass, fail: fail2, unverified, implied }) {
    const monitor = monitorOf(system);
    const servers = system.telemetry.prometheus.filter(({ configuration }) => configuration.state !== "unknown");
    for (const workload of system.workloads) {
      if (!showsMetrics(workload)) continue;
      const { name, software } = workload;
      const scraped = isScraped(workload, system);
      const by = servers.find(({ workload: server }) => server.deployment === workload.deployment) ?? servers[0];
      if (!monitor) implied(workload, "telemetry/monitoring-missing");
      else if (scraped === "yes") pass(workload);
      else if (scraped === "unknown" || !by)
        unverified(workload, monitor, `whether ${name} is asked for its metrics is not written in the repository`);
      else {
        const port = software?.ports[0]?.port;
        const job = `{ job_name: ${name}, static_configs: [{ targets: ["${name}:${port}"] }] }`;
        fail2(
          workload,
          workload,
          `${name} (${software?.name}) is deployed, and no scrape job of ${by.workload.name} asks it`,
          {
            fix: `Add \`- ${job}\` to \`scrape_configs\`.`,
            ...by.configuration.state === "read" ? { related: [{ at: by.configuration.config.at, message: "the configuration in force" }] } : {}
          }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function showsMetrics({ software, start: start2, weight }) {
  if (weight === 0) return false;
  if (software?.kind === "exporter") return true;
  return software?.id === "traefik" && start2?.argv.some((word) => /^--metrics\.prometheus(?:=true|\.|$)/i.test(word ?? "")) === true;
}

// src/model/kept-telemetry.ts
var STORES2 = {
  prometheus: { path: "/prometheus", flags: ["storage.tsdb.path"] },
  victoriametrics: { path: "/victoria-metrics-data", flags: ["storageDataPath"] },
  grafana: { path: "/var/lib/grafana", flags: [] },
  loki: { path: "/loki", flags: [] },
  tempo: { path: "/var/tempo", flags: [] }
};
function forgettingStores(system) {
  return system.workloads.flatMap((workload) => {
    if (workload.weight === 0 || workload.pod?.operator) return [];
    return workload.software?.id === "jaeger" ? jaeger(workload) : store(workload, system);
  });
}
function store(workload, system) {
  const id = workload.software?.id ?? "";
  const place = STORES2[id];
  if (!place || keepsElsewhere(workload, system)) return [];
  const given = option(workload.start?.argv, ...place.flags);
  const path = given.given === "yes" && given.value?.startsWith("/") ? given.value : place.path;
  const own = workload.distribution?.dataPaths[0]?.paths[0];
  const paths = [path, ...own ? [own] : []];
  const lasting = workload.mounts.filter(isDataMount);
  const kept2 = lasting.some(({ target: target2 }) => {
    const at = knownValue(target2);
    return at === void 0 || paths.some((one) => mountKeeps(at, one));
  });
  const isConfigured = id === "loki" || id === "tempo";
  if (kept2 || isConfigured && lasting.some(({ type, readOnly }) => type !== "bind" || !readOnly)) return [];
  const target = own ?? path;
  return [
    {
      workload,
      state: isConfigured ? "unknown" : "forgets",
      what: isConfigured ? `whether ${workload.name} keeps its data in an object store is not written in the deployment` : `${workload.name} (${workload.software?.name}) keeps ${target} in the container`,
      fix: `Add \`volumes: ["${workload.name}-data:${target}"]\` to ${workload.name}, and \`${workload.name}-data:\` under the top-level \`volumes:\`.`,
      at: workload.at
    }
  ];
}
function keepsElsewhere(workload, { telemetry }) {
  const { environment, software } = workload;
  if (software?.id === "grafana")
    return [...environment.values()].some(
      ({ name, value }) => /^GF_DATABASE_(?:URL|HOST)$/.test(name) || name === "GF_DATABASE_TYPE" && knownValue(value) !== "sqlite3"
    );
  const server = telemetry.prometheus.find((one) => one.workload === workload);
  if (server?.configuration.state === "read") return server.configuration.config.remoteWrites.length > 0;
  return false;
}
function jaeger(workload) {
  const { distribution, environment, start: start2, name } = workload;
  if (distribution?.id !== "all-in-one") return [];
  const type = environment.get("SPAN_STORAGE_TYPE");
  if (type && !type.value.known) return [];
  const value = type?.value.known ? type.value.value : "memory";
  const fix = 'Set `SPAN_STORAGE_TYPE: badger` with `BADGER_EPHEMERAL: "false"` and a volume, or send the traces to Elasticsearch or Tempo.';
  if (value === "" || value === "memory") {
    const at = type?.at ?? start2?.at ?? workload.at;
    return [
      { workload, state: "forgets", what: `${name} keeps all traces in memory`, fix, at: type ? at : workload.at }
    ];
  }
  const isBadger = value === "badger" && !workload.mounts.some(isDataMount);
  return isBadger && type ? [{ workload, state: "forgets", what: `${name} keeps its traces in the container`, fix, at: type.at }] : [];
}

// rules/telemetry/storage-ephemeral.ts
var storage_ephemeral_default = defineRule({
  id: "telemetry/storage-ephemeral",
  title: "What the monitoring collects goes with its container",
  category: "observability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The next update of the image deletes the history: no comparison with last week, no trace of the incident that led to the update, no dashboard that somebody clicked together.",
  fix: "Mount a named volume at the data directory: `/prometheus`, `/var/lib/grafana`, `/loki`.",
  refs: [
    "https://prometheus.io/docs/prometheus/latest/installation/#volumes-bind-mount",
    "https://grafana.com/docs/grafana/latest/setup-grafana/installation/docker/#save-your-grafana-data",
    "https://www.jaegertracing.io/docs/latest/storage/"
  ],
  check({ system, pass, fail: fail2, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return;
    const { repository } = system;
    const stores = forgettingStores(system);
    const [open2] = stores.filter(({ state }) => state === "unknown");
    const forgetting = stores.filter(({ state }) => state === "forgets");
    for (const { workload, at, what, fix } of forgetting) fail2(repository, at, what, { fix, key: workload.name });
    if (forgetting.length > 0) return;
    if (!monitorOf(system)) implied(repository, "telemetry/monitoring-missing");
    else if (open2) unverified(repository, open2.at, open2.what);
    else pass(repository);
  },
  examples: { bad: [], good: [] }
});

// src/model/lost-traces.ts
var DESTINATION2 = /^(?:OTEL_EXPORTER_(?:OTLP(?:_TRACES)?|JAEGER|ZIPKIN)_ENDPOINT|JAEGER_(?:AGENT_HOST|ENDPOINT)|ZIPKIN_(?:ENDPOINT|URL|BASE_?URL)|MANAGEMENT_(?:ZIPKIN|OTLP)_TRACING_ENDPOINT)$/;
var OTLP2 = /^OTEL_EXPORTER_OTLP(?:_TRACES)?_ENDPOINT$/;
function lostTraces(system) {
  const sent = system.edges.flatMap((edge) => {
    const { from, variable: variable3, at } = edge;
    if (from.kind !== "workload" || !variable3 || !DESTINATION2.test(variable3.name)) return [];
    const found2 = lostOnTheWay(edge, from, variable3, system);
    return found2 ? [{ ...found2, at, key: `${from.id} ${variable3.name}` }] : [];
  });
  return [...sent, ...system.telemetry.collectors.flatMap(lostInCollector)];
}
var PORTS = { grpc: 4317, http: 4318 };
function lostOnTheWay(edge, from, { name }, system) {
  const { answer, host, port } = edge;
  if (answer.kind === "nobody") {
    const why = answer.namesake ? `${from.name} and ${host} are on no network together` : `no service on its networks has the name ${host}`;
    return {
      what: `${name} of ${from.name} points at ${host}, and ${why}`,
      fix: `Write the name of the collector, on a network that ${from.name} is on.`
    };
  }
  if (answer.kind !== "workload") return void 0;
  if (answer.workload === from)
    return {
      what: `${name} of ${from.name} points at ${host}, which is its own container`,
      fix: "Write the name of the service that takes traces: inside a container `localhost` is that container."
    };
  const protocol = OTLP2.test(name) ? protocolOf(from) : void 0;
  return wrongPort(from, name, port, protocol) ?? refused2(answer.workload, port, protocol, system);
}
function protocolOf({ environment }) {
  const variable3 = environment.get("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL") ?? environment.get("OTEL_EXPORTER_OTLP_PROTOCOL");
  const value = knownValue(variable3?.value);
  return value === "grpc" ? "grpc" : value?.startsWith("http/") ? "http" : void 0;
}
function wrongPort(from, name, port, protocol) {
  if (protocol === void 0 || port !== PORTS[protocol === "grpc" ? "http" : "grpc"]) return void 0;
  const spoken = protocol === "grpc" ? "gRPC" : "HTTP";
  return {
    what: `${from.name} sends traces by ${spoken} to port ${port}, where OTLP over ${protocol === "grpc" ? "HTTP" : "gRPC"} is taken`,
    fix: `Write port ${PORTS[protocol]} in ${name}, or change OTEL_EXPORTER_OTLP_PROTOCOL.`
  };
}
function refused2(to, port, protocol, { telemetry }) {
  const collector = telemetry.collectors.find((one) => one.workload === to);
  if (collector) return refusedByCollector(collector, port, protocol);
  const { software, distribution, version, environment, name } = to;
  if (software?.id !== "jaeger" || distribution?.id !== "all-in-one") return void 0;
  const isOff = isBefore(version, [1, 35]) === true && knownValue(environment.get("COLLECTOR_OTLP_ENABLED")?.value) !== "true";
  if (!isOff || port !== PORTS.grpc && port !== PORTS.http) return void 0;
  return {
    what: `${name} takes OTLP on port ${port} only with COLLECTOR_OTLP_ENABLED=true in this version`,
    fix: 'Set `COLLECTOR_OTLP_ENABLED: "true"`, or use Jaeger 1.35 or newer.'
  };
}
function refusedByCollector({ workload, configuration }, port, protocol) {
  if (configuration.state !== "read") return void 0;
  const { config } = configuration;
  const pipelines = config.pipelines.filter(({ signal }) => signal === "traces");
  if (pipelines.length === 0)
    return {
      what: `traces are sent to ${workload.name}, and ${config.path} has no pipeline for traces`,
      fix: "Add `traces: { receivers: [otlp], exporters: [...] }` under `service.pipelines`."
    };
  const inUse = new Set(pipelines.flatMap(({ receivers }) => receivers.map(({ text: text2 }) => text2)));
  const otlp = [...config.receivers].filter(([id, { type }]) => type === "otlp" && inUse.has(id));
  const wanted = protocol ?? (port === PORTS.grpc ? "grpc" : port === PORTS.http ? "http" : void 0);
  if (otlp.length === 0 || wanted === void 0) return void 0;
  const found2 = otlp.map(([, { node: node2 }]) => descend(node2, "protocols", wanted));
  if (found2.every((node2) => node2 === void 0))
    return {
      what: `traces are sent to ${workload.name} by OTLP over ${wanted === "grpc" ? "gRPC" : "HTTP"}, which its receiver does not take`,
      fix: `Add \`${wanted}: { endpoint: 0.0.0.0:${PORTS[wanted]} }\` under \`receivers.otlp.protocols\` of ${config.path}.`
    };
  const endpoints = found2.map((node2) => textOf2(child(node2, "endpoint")));
  return endpoints.every((endpoint) => isLocal(endpoint, workload)) ? onlyLocal(workload, config, wanted) : void 0;
}
var LOCAL_SINCE = [0, 104];
function isLocal(endpoint, { version, image }) {
  if (endpoint !== void 0) return /^(?:localhost|127\.|\[::1\])/.test(endpoint);
  const tag = knownValue(image?.reference)?.tag;
  const newest = tag === void 0 || tag === "latest" ? NEWEST : void 0;
  return isBefore(version ?? newest, LOCAL_SINCE) === false;
}
function onlyLocal({ name }, { path }, protocol) {
  return {
    what: `traces are sent to ${name}, whose receiver listens on the loopback of its own container only`,
    fix: `Write \`${protocol}: { endpoint: 0.0.0.0:${PORTS[protocol]} }\` under \`receivers.otlp.protocols\` of ${path}.`
  };
}
function lostInCollector({ workload, configuration, outputs }) {
  if (configuration.state !== "read") return [];
  const { config } = configuration;
  const traces = config.pipelines.filter(({ signal }) => signal === "traces");
  const dropping = traces.filter((pipeline) => dropsEverything(pipeline, config)).map((pipeline) => ({
    what: `the pipeline ${pipeline.name} of ${config.path} prints or drops every trace`,
    fix: "Add an exporter to a store of traces, for example `otlp: { endpoint: tempo:4317, tls: { insecure: true } }`, and name it in the pipeline.",
    at: pipeline.exporters[0]?.at ?? pipeline.at,
    key: `${workload.id} ${pipeline.name}`
  }));
  const inUse = new Set(traces.flatMap(({ exporters }) => exporters.map(({ text: text2 }) => text2)));
  const broken2 = outputs.flatMap((output) => {
    const { component, host, port, answer, at } = output;
    if (!inUse.has(component)) return [];
    const key = `${workload.id} ${component}`;
    if (answer.kind === "nobody") {
      const what = `the exporter ${component} of ${config.path} sends to ${host}, and nobody answers to that name`;
      return [{ what, fix: `Write the name of a service on a network that ${workload.name} is on.`, at, key }];
    }
    if (answer.kind !== "workload") return [];
    if (answer.workload === workload)
      return [
        {
          what: `the exporter ${component} of ${config.path} sends to ${host}, the container of ${workload.name} itself`,
          fix: "Write the name of the service that stores traces.",
          at,
          key
        }
      ];
    const wrong = /^otlphttp/.test(component) ? PORTS.grpc : /^otlp(?:\/|$)/.test(component) ? PORTS.http : void 0;
    if (port === void 0 || port !== wrong) return [];
    const right = wrong === PORTS.grpc ? PORTS.http : PORTS.grpc;
    return [
      {
        what: `the exporter ${component} of ${config.path} sends to port ${port}, and its protocol is taken on ${right}`,
        fix: `Write port ${right}.`,
        at,
        key
      }
    ];
  });
  return [...dropping, ...broken2];
}

// src/model/tracing.ts
var LIBRARY = /opentelemetry|jaeger-client|dd-?trace|newrelic|elastic-apm|skywalking|zipkin|opentracing|@sentry\/|sentry[-_](?:sdk|ruby|python|go)|applicationinsights|lightstep|honeycomb|micrometer-tracing|cloud-sleuth|@google-cloud\/trace|aws-xray/i;
var MANIFEST = /(?:^|\/)(?:package\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json|Cargo\.toml|mix\.exs|[^/]+\.csproj)$/;
function tracingLibrariesOf(tree) {
  return tree.files.flatMap(({ path }) => {
    const found2 = MANIFEST.test(path) ? LIBRARY.exec(tree.read(path)?.text ?? "") : null;
    return found2 ? [{ path, start: found2.index, end: found2.index + found2[0].length }] : [];
  });
}
var SEVERAL2 = 3;
function needsTracing(system) {
  return new Set(tracedServices(system).map(({ image, name }) => image?.id ?? name)).size >= SEVERAL2;
}
function tracedServices({ workloads }) {
  return workloads.filter(
    ({ role, longRunning, weight, software }) => longRunning && weight > 0 && /^(?:user-facing|service|worker)$/.test(role) && (software === void 0 || software.kind === "runtime")
  );
}
var VARIABLE = /OTEL|OTLP|JAEGER|ZIPKIN|TRACING|^DD_(?:AGENT_HOST|TRACE|API_KEY)|^ELASTIC_APM_|^NEW_RELIC_|^SENTRY_DSN$|^APPLICATIONINSIGHTS_|^HONEYCOMB_|SIGNOZ|^SW_AGENT_|^AWS_XRAY_/;
var SWITCHED_OFF2 = /^(?:|false|0|off|none|no)$/i;
var AGENTS = /* @__PURE__ */ new Set([
  "datadog-agent",
  "dynatrace-agent",
  "instana-agent",
  "appdynamics-agent",
  "beyla",
  "skywalking"
]);
var INSTRUMENTED = /opentelemetry|otel|newrelic|dd-?trace|elastic-apm|skywalking|datadog|dynatrace/i;
function tracingOf(system) {
  const { workloads, telemetry, clusters, repository } = system;
  const services2 = tracedServices(system);
  if (services2.some(makesTraces) || workloads.some(({ software }) => AGENTS.has(software?.id ?? "")))
    return { state: "traced" };
  if (clusters.some(
    ({ objects }) => objects.some(({ apiVersion, kind }) => /^opentelemetry\.io\//.test(apiVersion) && kind === "Instrumentation")
  ))
    return { state: "traced" };
  const store2 = workloads.find(({ software }) => software?.kind === "tracing");
  const [library2] = telemetry.tracingLibraries;
  if (library2 && store2) return { state: "traced" };
  if (library2)
    return {
      state: "unknown",
      at: library2,
      because: "a tracing library is installed, and where it sends traces is not written in the deployment"
    };
  const what = store2 ? `${store2.name} takes traces, and none of ${services2.length} services makes any` : `nothing follows a request through the ${services2.length} services`;
  return { state: "none", at: store2?.at ?? repository.at, what };
}
function makesTraces({ environment, start: start2, labels }) {
  const isTold = [...environment.values()].some(
    ({ name, value }) => VARIABLE.test(name) && !(value.known && SWITCHED_OFF2.test(value.value)) || /^(?:NODE_OPTIONS|JAVA_TOOL_OPTIONS|JAVA_OPTS|PYTHONPATH|CORECLR_PROFILER_PATH)$/.test(name) && value.known && INSTRUMENTED.test(value.value)
  );
  return isTold || INSTRUMENTED.test(start2?.text ?? "") || [...labels.keys()].some((label) => /instrumentation\.opentelemetry\.io|com\.datadoghq/.test(label));
}

// rules/telemetry/traces-go-nowhere.ts
var traces_go_nowhere_default = defineRule({
  id: "telemetry/traces-go-nowhere",
  title: "Traces are made and lost",
  category: "observability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "An exporter that cannot deliver drops its spans and says so at most in a debug log. The services pay for tracing, and on the day that a trace is needed there is none.",
  fix: "Let the endpoint name the collector and the port of the protocol in use (4317 for gRPC, 4318 for HTTP), and let every pipeline for traces end in an exporter to a store.",
  refs: [
    "https://opentelemetry.io/docs/specs/otel/protocol/exporter/",
    "https://opentelemetry.io/docs/collector/configuration/"
  ],
  reads: ["prometheus"],
  check({ system, pass, fail: fail2, implied }) {
    if (system.workloads.length + system.images.length === 0) return;
    const { repository } = system;
    const lost = lostTraces(system);
    for (const { at, what, fix, key } of lost) fail2(repository, at, what, { fix, key });
    if (lost.length > 0 || !needsTracing(system)) return;
    if (tracingOf(system).state === "none") implied(repository, "telemetry/tracing-missing");
    else pass(repository);
  },
  examples: { bad: [], good: [] }
});

// rules/telemetry/tracing-missing.ts
var tracing_missing_default = defineRule({
  id: "telemetry/tracing-missing",
  title: "No request can be followed through the services",
  category: "observability",
  severity: "low",
  confidence: "B",
  since: "0.1.0",
  effort: "days",
  why: "When a page is slow, the time is lost in one of several services. Without a trace each team looks at its own logs and finds nothing.",
  fix: "Add the OpenTelemetry SDK or agent to each service, set `OTEL_EXPORTER_OTLP_ENDPOINT`, and deploy something that stores traces: Tempo, Jaeger, or a hosted service.",
  refs: ["https://opentelemetry.io/docs/concepts/signals/traces/", "https://opentelemetry.io/docs/zero-code/"],
  check({ system, pass, fail: fail2, unverified }) {
    if (!needsTracing(system)) return;
    const tracing = tracingOf(system);
    if (tracing.state === "traced") pass(system.repository);
    else if (tracing.state === "unknown") unverified(system.repository, tracing.at, tracing.because);
    else fail2(system.repository, tracing.at, tracing.what);
  },
  examples: { bad: [], good: [] }
});

// rules/workload/container-name-blocks-scaling.ts
var container_name_blocks_scaling_default = defineRule({
  id: "workload/container-name-blocks-scaling",
  title: "A fixed container name keeps a user-facing service at one instance",
  category: "infrastructure-stability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A container name must be unique on the host, so Compose refuses `--scale` and more than one replica for a service that has one. The service name already works as a host name.",
  fix: "Remove `container_name`; use the service name to reach the container, and `docker compose exec` to enter it.",
  refs: ["https://docs.docker.com/reference/compose-file/services/#container_name"],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) {
      if (workload.role !== "user-facing" || workload.stateful || workload.platform !== "compose") continue;
      const replicated = workload.replicas?.known === true && workload.replicas.value > 1;
      if (!workload.fixedName) pass(workload);
      else if (replicated) implied(workload);
      else fail2(workload, workload.fixedName, `${workload.name} has a fixed container_name, so it cannot be scaled`);
    }
  },
  examples: { bad: [], good: [] }
});

// rules/workload/cpu-bound-missing.ts
var cpu_bound_missing_default = defineRule({
  id: "workload/cpu-bound-missing",
  title: "A workload has neither a CPU reservation nor a CPU limit",
  category: "infrastructure-stability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Under load every process competes for the same cores: without a share of its own, a report or an import can starve the API beside it.",
  fix: 'Set `deploy.resources.limits.cpus` (Compose) or `resources.requests.cpu` (Kubernetes; a limit is optional there), for example `cpus: "1.0"`.',
  refs: [
    "https://docs.docker.com/reference/compose-file/deploy/#cpus",
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"
  ],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning || workload.platform === "pm2") continue;
      const { cpuLimit, cpuReservation, limitedByDefault } = workload.resources;
      if (cpuLimit || cpuReservation || limitedByDefault) pass(workload);
      else {
        const kubernetes = {
          fix: "Set `resources: { requests: { cpu: 250m } }` on the container; a limit is optional."
        };
        const what = workload.platform === "kubernetes" ? "neither a CPU request nor a CPU limit" : "neither a CPU reservation nor a CPU limit";
        fail2(workload, workload.at, `${workload.name} has ${what}`, wordsFor(workload, { kubernetes }));
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/workload/development-command.ts
var DEVELOPMENT_COMMANDS = [
  [
    /^(npm|pnpm|yarn|bun)(\s+(-C|--dir|--cwd|--filter|-F|--prefix|-w|--workspace)[= ]\S+|\s+--?[\w-]+|\s+workspace\s+\S+)*(\s+run)?\s+(dev|develop|watch|serve:dev|start:dev|dev:\S+|watch:\S+|start[:-](?:watch|dev|debug))(\s|$)/,
    "a development script"
  ],
  [
    /^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?(next|nuxt|nuxi|astro|remix|svelte-kit|gatsby)\s+(dev|develop)(\s|$)/,
    "a development server"
  ],
  [/^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?vite(\s+(dev|serve)|\s+-\S+|\s*$)/, "a development server"],
  [/^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?(nodemon|ts-node-dev|tsnd|node-dev)(\s|$)/, "a watcher"],
  [/^(npx\s+)?tsx\s+watch(\s|$)/, "a watcher"],
  [/^node\s+(\S+\s+)*--watch(\s|$)/, "a watcher"],
  [
    /^(npx\s+)?(ng\s+serve|react-scripts\s+start|vue-cli-service\s+serve|webpack(-dev-server|\s+serve|\s+(\S+\s+)*--watch))(\s|$)/,
    "a development server"
  ],
  [/^(npx\s+)?nest\s+start\s+(\S+\s+)*(--watch|-w)(\s|$)/, "a watcher"],
  [/^(python3?\s+-m\s+)?uvicorn\s.*--reload(\s|$)/, "a reloading server"],
  [/^(python3?\s+-m\s+)?(gunicorn|hypercorn)\s.*--reload(\s|$)/, "a reloading server"],
  [/^fastapi\s+dev(\s|$)/, "a development server"],
  [/^(python3?\s+-m\s+)?flask\s+(\S+\s+)*run(\s|$)/, "Flask's development server"],
  [/^(python3?\s+)?(\S*\/)?manage\.py\s+(runserver|runserver_plus)(\s|$)/, "Django's development server"],
  [
    /^(bundle\s+exec\s+)?(rails|bin\/rails)\s+(s|server)(\s|$)(?!.*(-e\s+|--environment[= ])production)/,
    "Rails' development server"
  ],
  [/^php\s+(artisan\s+serve|-S\s)/, "PHP's development server"],
  [/^(air|reflex|CompileDaemon|gin\s+run)(\s|$)/, "a watcher"],
  [/^cargo\s+watch(\s|$)/, "a watcher"],
  [/^dotnet\s+watch(\s|$)/, "a watcher"],
  [/^go\s+run\s/, "a compile-and-run command"]
];
var development_command_default = defineRule({
  id: "workload/development-command",
  title: "Production runs a development server",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Development servers watch files and reload, run one process, are not built for load and often not for security; their authors say so themselves.",
  fix: "Build the application in the image and start the built result with its production server.",
  refs: [
    "https://uvicorn.dev/deployment/",
    "https://flask.palletsprojects.com/en/stable/deploying/",
    "https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver",
    "https://vite.dev/guide/static-deploy.html"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning || !runsOwnCode(workload)) continue;
      const { start: start2, image } = workload;
      if (!start2) {
        if (image?.origin === "built" && !image.dockerfile)
          unverified(
            workload,
            image.context?.at ?? workload.at,
            "its Dockerfile is not in the repository, so its command is not known"
          );
        else pass(workload);
        continue;
      }
      const commands = start2.script ? start2.script.commands.map((command) => command.words.join(" ")) : [start2.argv.map((word) => word ?? "?").join(" ")];
      const found2 = commands.map(plain2).flatMap((command) => {
        const match2 = DEVELOPMENT_COMMANDS.find(([pattern]) => pattern.test(command));
        return match2 && !saysProduction(workload, command) ? [{ command, what: match2[1] }] : [];
      })[0];
      if (found2)
        fail2(workload, start2, `${workload.name} runs "${found2.command.slice(0, 80)}", ${found2.what}`, {
          fix: fixFor9(found2.command)
        });
      else pass(workload);
    }
  },
  examples: { bad: [], good: [] }
});
function runsOwnCode(workload) {
  const kind = workload.software?.kind;
  return kind === void 0 || kind === "runtime" || kind === "application";
}
function plain2(command) {
  return command.replace(
    /^(exec|tini|dumb-init|\/sbin\/tini|--|-g|command|env|nohup|time|\w+=\S*|poetry run|pipenv run|uv run|pdm run)\s+/g,
    ""
  ).replace(/^(exec|--|poetry run|pipenv run|uv run|pdm run)\s+/, "").replace(/^(?:\.\/)?(?:[\w.-]+\/)*(?=(?:nodemon|next|vite|uvicorn|gunicorn|flask|tsx|nest|ng)\b)/, "").replace(/^(?:\/[\w.-]+)+\//, "");
}
function saysProduction(workload, command) {
  if (!/\b(rails|bin\/rails)\b/.test(command)) return false;
  const mode = workload.environment.get("RAILS_ENV") ?? workload.environment.get("RACK_ENV");
  return mode !== void 0 && (!mode.value.known || mode.value.value === "production");
}
function fixFor9(command) {
  if (/uvicorn|fastapi/.test(command))
    return "Drop `--reload` and start workers: `uvicorn app.main:app --host 0.0.0.0 --port 8000 --workers 4`.";
  if (/manage\.py|flask|django/.test(command))
    return "Start a production server: `gunicorn project.wsgi:application --bind 0.0.0.0:8000 --workers 4`.";
  if (/\bnext\b/.test(command))
    return 'Run `next build` in the image and start it with `next start` (or `node server.js` with `output: "standalone"`).';
  if (/vite|ng serve|react-scripts|webpack/.test(command))
    return "Run the build in a build stage and serve its output from nginx or another static server.";
  if (/^go run/.test(command)) return "Compile in a build stage (`go build -o /app ./cmd/api`) and start the binary.";
  return 'Build in a build stage and start the result directly, for example `CMD ["node", "dist/main.js"]`.';
}

// rules/workload/development-mode.ts
var MODES = [
  [
    /^(NODE_ENV|APP_ENV|ENVIRONMENT|FLASK_ENV|RAILS_ENV|RACK_ENV|MIX_ENV|ASPNETCORE_ENVIRONMENT|DOTNET_ENVIRONMENT|SPRING_PROFILES_ACTIVE|GO_ENV)$/,
    /^(dev|devel|development|local|debug)$/i,
    "development mode"
  ],
  [/^(DJANGO_DEBUG|FLASK_DEBUG|APP_DEBUG|DEBUG)$/, /^(true|1|yes|on)$/i, "debug mode"],
  [/^GIN_MODE$/, /^debug$/i, "debug mode"]
];
var FIX_VALUES = /* @__PURE__ */ new Map([
  ["GIN_MODE", "release"],
  ["ASPNETCORE_ENVIRONMENT", "Production"],
  ["DOTNET_ENVIRONMENT", "Production"],
  ["MIX_ENV", "prod"],
  ["SPRING_PROFILES_ACTIVE", "prod"]
]);
var development_mode_default = defineRule({
  id: "workload/development-mode",
  title: "Production runs in development mode",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "In development mode frameworks skip caches and minification, keep more in memory, and show stack traces and settings to whoever causes an error.",
  fix: "Set the production value in the files that production uses, and keep the development value in the override file.",
  refs: [
    "https://nodejs.org/en/learn/getting-started/nodejs-the-difference-between-development-and-production",
    "https://docs.djangoproject.com/en/stable/ref/settings/#debug",
    "https://flask.palletsprojects.com/en/stable/config/#DEBUG",
    "https://pm2.keymetrics.io/docs/usage/watch-and-restart/"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "dotenv"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      if (!isApplication(workload)) continue;
      pass(workload);
      const watch = workload.pm2?.watch;
      if (watch?.known && watch.value)
        fail2(
          workload,
          watch,
          `${workload.name} runs with watch, so PM2 restarts it whenever a file in its folder changes`,
          {
            key: "watch",
            fix: "Remove `watch`, or keep it in an ecosystem file for development; a deployment restarts the app with `pm2 reload`."
          }
        );
      for (const variable3 of workload.environment.values()) {
        const mode = MODES.find(([name]) => name.test(variable3.name));
        if (!mode) continue;
        const { value } = variable3;
        if (!value.known) unverified(workload, variable3, `${variable3.name} is not known: ${value.because}`);
        else if (mode[1].test(value.value)) {
          fail2(
            workload,
            variable3,
            `${workload.name} runs with ${variable3.name}=${value.value}, which is ${mode[2]}${origin(variable3)}`,
            {
              key: variable3.name,
              fix: `Set \`${variable3.name}: ${productionValue(variable3.name, mode[2])}\` in the files that production uses, and keep ${value.value} in ${workload.platform === "kubernetes" ? "an overlay" : "the override file"} for development.`
            }
          );
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isApplication(workload) {
  return workload.role === "user-facing" || workload.role === "service" || workload.role === "worker";
}
function origin(variable3) {
  return variable3.uses.some((use) => use.source === "default") ? ", the default in force when nothing sets it" : "";
}
function productionValue(name, meaning) {
  return FIX_VALUES.get(name) ?? (meaning === "debug mode" ? '"false"' : "production");
}

// rules/workload/development-tool-deployed.ts
var development_tool_deployed_default = defineRule({
  id: "workload/development-tool-deployed",
  title: "A development tool is part of the production deployment",
  category: "security",
  severity: "medium",
  worst: "high",
  confidence: "A",
  security: 6.5,
  since: "0.1.0",
  effort: "minutes",
  why: "Database browsers, queue consoles and mail catchers give full access to data, are rarely updated, and are not needed to serve users.",
  fix: "Put the service behind a profile (`profiles: [tools]`, then `docker compose --profile tools up`) or move it to the override file; if it must run, bind it to 127.0.0.1.",
  refs: ["https://docs.docker.com/compose/how-tos/profiles/"],
  check({ system, pass, fail: fail2 }) {
    for (const deployment of system.deployments) {
      if (deployment.purpose !== "production") continue;
      const tools = system.workloads.filter((workload) => workload.deployment === deployment.id && isTool(workload));
      pass(deployment);
      if (tools.length === deployment.workloads.length) continue;
      for (const tool of tools) {
        const open2 = tool.published.find(isReachable);
        if (tool.published.length > 0 && !open2) continue;
        const byLabel = [...tool.labels.keys()].some((label) => /^traefik\.http\.routers\./i.test(label));
        const routed = byLabel || tool.pod?.routed === true;
        const router = byLabel ? "routed by Traefik" : "reached from outside through an Ingress or a route";
        const where = open2 ? `, published ${placeOf2(open2)}` : routed ? `, ${router}` : "";
        fail2(
          deployment,
          open2 ?? tool,
          `${tool.name} (${tool.software?.name ?? "a development tool"}) is deployed with production${where}`,
          {
            key: tool.name,
            severity: open2 || routed ? "high" : "medium",
            ...wordsFor(tool, {
              kubernetes: {
                fix: `Take ${tool.name} out of what production applies. Who needs it for an hour can start it by hand and reach it with \`kubectl port-forward\`.`
              }
            })
          }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isTool(workload) {
  return workload.software?.kind === "admin-tool" || workload.software?.kind === "development-tool";
}
function isReachable(port) {
  return port.reach !== "loopback";
}
function placeOf2({ host, by }) {
  if (by) return `by the ${by.kind === "hostPort" ? "host port" : `${by.kind} Service`} of ${by.name}`;
  return host?.known ? `on port ${host.value}` : "on a host port";
}

// rules/workload/docker-socket-mounted.ts
var docker_socket_mounted_default = defineRule({
  id: "workload/docker-socket-mounted",
  title: "A container can command the Docker daemon of its host",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 8.2,
  since: "0.1.0",
  effort: "hours",
  why: "Whoever can talk to the Docker socket can start a container with the host file system mounted. Mounting the socket read-only protects the file, not the daemon behind it.",
  fix: "Put a socket proxy between (an image that passes only the calls that are needed, such as `CONTAINERS=1`), or give the tool a TLS endpoint with rights of its own.",
  refs: [
    "https://docs.docker.com/engine/security/#docker-daemon-attack-surface",
    "https://doc.traefik.io/traefik/providers/docker/#docker-api-access"
  ],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      const mount = workload.mounts.find(isDockerSocket);
      if (!mount || workload.software?.id === "docker-socket-proxy") {
        pass(workload);
        continue;
      }
      const severity = workload.role === "proxy" && mount.readOnly ? "medium" : "high";
      const kubernetes = {
        fix: "Build images with BuildKit or Kaniko in a pod of their own, and give what manages workloads a ServiceAccount with just the rights that it needs."
      };
      const note = mount.readOnly ? " (read-only does not limit what it can ask for)" : "";
      fail2(workload, mount, `${workload.name} mounts the Docker socket${note}`, {
        severity,
        ...wordsFor(workload, { kubernetes })
      });
    }
  },
  examples: { bad: [], good: [] }
});
function isDockerSocket(mount) {
  const source = mount.source?.known ? mount.source.value.replace(/\/{2,}/g, "/") : "";
  return mount.type === "bind" && /^\/(var\/)?run\/docker\.sock$/.test(source);
}

// rules/workload/grace-period-too-short.ts
var GRACE_FLAGS = ["--graceful-timeout", "--timeout-graceful-shutdown", "--graceful-shutdown-timeout"];
var grace_period_too_short_default = defineRule({
  id: "workload/grace-period-too-short",
  title: "A workload is killed before its own shutdown is over",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The server is told to finish open requests for longer than the platform waits before it sends SIGKILL, so a deploy cuts off requests that the configuration promises to finish.",
  fix: "Set `stop_grace_period` (Compose), `terminationGracePeriodSeconds` (Kubernetes) or `kill_timeout` (PM2, in milliseconds) a few seconds above the shutdown timeout of the server.",
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#stop_grace_period",
    "https://docs.gunicorn.org/en/stable/settings.html#graceful-timeout",
    "https://pm2.keymetrics.io/docs/usage/signals-clean-restart/",
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"
  ],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      const own = workload.start && ownShutdown(workload.start);
      const { preStop, stopGracePeriod: period } = workload;
      if (own === void 0 && preStop === void 0) continue;
      if (period && !period.known) {
        unverified(workload, period, period.because);
        continue;
      }
      const { seconds: usual, whose } = usualPeriod(workload);
      const seconds = period?.value ?? usual;
      const held = preStop?.known ? preStop.value : 0;
      if (held > 0 ? seconds > held && seconds >= held + (own ?? 0) : seconds >= (own ?? 0)) pass(workload);
      else {
        const source = period ? "" : `, ${whose} default`;
        const shutdown = own === void 0 ? "" : `${held > 0 ? " and then " : ""}takes up to ${own} s to shut down`;
        const hook = held > 0 ? `holds the stop signal back for ${held} s` : "";
        const at = period ?? (preStop?.known ? preStop : void 0) ?? workload.start ?? workload;
        fail2(workload, at, `${workload.name} ${hook}${shutdown} and is killed after ${seconds} s${source}`, {
          ...wordsFor(workload, {
            kubernetes: {
              fix: `Set \`terminationGracePeriodSeconds: ${Math.ceil(held + (own ?? 10) + 5)}\` in the \`spec\` of the pod: the time of \`preStop\`, of the shutdown, and a few seconds more.`
            }
          })
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function usualPeriod({ platform }) {
  if (platform === "kubernetes") return { seconds: 30, whose: "Kubernetes'" };
  return platform === "pm2" ? { seconds: 1.6, whose: "PM2's" } : { seconds: 10, whose: "Docker's" };
}
function ownShutdown(start2) {
  const words3 = start2.script ? start2.script.commands.flatMap((command) => [...command.words]) : start2.argv;
  for (const [index, word] of words3.entries()) {
    const flag = GRACE_FLAGS.find((name) => word === name || word?.startsWith(`${name}=`));
    if (flag === void 0 || word === null) continue;
    const seconds = Number(word === flag ? words3[index + 1] : word.slice(flag.length + 1));
    if (Number.isFinite(seconds)) return seconds;
  }
  return void 0;
}

// rules/workload/host-namespace-shared.ts
var SETTINGS2 = { network: "hostNetwork", pid: "hostPID", ipc: "hostIPC", uts: "hostname" };
var host_namespace_shared_default = defineRule({
  id: "workload/host-namespace-shared",
  title: "A container shares a namespace with its host",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.5,
  since: "0.1.0",
  effort: "hours",
  why: "With the network of the host every port that the process opens is open on the machine, past all network separation; with its process or IPC namespace it can see and signal everything that runs there.",
  fix: "Remove `network_mode: host` (publish the ports that are needed instead), `pid: host` and `ipc: host`.",
  refs: [
    "https://docs.docker.com/engine/network/drivers/host/",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/"
  ],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      if (workload.pod && workload.pod.part !== "main") continue;
      pass(workload);
      if (servesTheNode(workload)) continue;
      const watches = workload.software?.kind === "exporter" || workload.software?.kind === "agent";
      for (const shared of workload.privileges.hostNamespaces) {
        fail2(workload, shared, `${workload.name} shares the ${shared.namespace} namespace of the host`, {
          key: shared.namespace,
          severity: watches ? "medium" : "high",
          ...wordsFor(workload, {
            kubernetes: {
              fix: `Remove \`${SETTINGS2[shared.namespace]}: true\` from the \`spec\` of the pod${shared.namespace === "network" ? ", and let a Service lead to it" : ""}.`
            }
          })
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/workload/installs-at-start.ts
var INSTALL = /^(sudo\s+)?(npm\s+(\S+\s+)*(install|ci|i)|yarn(\s+(install|--\S+))?|pnpm\s+(install|i)|bun\s+install|pip3?\s+install|python3?\s+-m\s+pip\s+install|poetry\s+install|pipenv\s+(install|sync)|uv\s+(sync|pip\s+install)|apk\s+(\S+\s+)*add|apt(-get)?\s+(\S+\s+)*install|dnf\s+(\S+\s+)*install|yum\s+(\S+\s+)*install|bundle\s+install|composer\s+install|go\s+(mod\s+download|install)|gem\s+install)(\s|$)/;
var installs_at_start_default = defineRule({
  id: "workload/installs-at-start",
  title: "A container installs packages each time it starts",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Every restart then depends on a package registry, takes minutes instead of seconds, and may install other versions than the ones that were tested.",
  fix: "Move the installation into the Dockerfile (`RUN npm ci --omit=dev`, `RUN pip install --no-cache-dir -r requirements.txt`) and start the program alone.",
  refs: ["https://docs.docker.com/build/building/best-practices/", "https://12factor.net/build-release-run"],
  reads: ["compose", "kubernetes", "pm2", "dockerfile"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const { start: start2, image } = workload;
      if (!start2) {
        if (image?.origin === "built" && !image.dockerfile)
          unverified(
            workload,
            image.context?.at ?? workload.at,
            "its Dockerfile is not in the repository, so its command is not known"
          );
        else pass(workload);
        continue;
      }
      const commands = start2.script ? start2.script.commands.map((command) => command.words.join(" ")) : [start2.argv.map((word) => word ?? "?").join(" ")];
      const found2 = commands.find((command) => INSTALL.test(command));
      if (found2 === void 0) pass(workload);
      else fail2(workload, start2, `${workload.name} runs "${found2.slice(0, 80)}" at every start`);
    }
  },
  examples: { bad: [], good: [] }
});

// rules/workload/log-rotation-missing.ts
var log_rotation_missing_default = defineRule({
  id: "workload/log-rotation-missing",
  title: "Container logs grow until the disk is full",
  category: "infrastructure-stability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Docker's default log driver, json-file, keeps everything a container prints in one file without a size limit, unless the daemon is configured otherwise.",
  fix: 'Add `logging: { driver: json-file, options: { max-size: "10m", max-file: "3" } }` (once, as an `x-logging` anchor), or use `driver: local`, which rotates by itself.',
  refs: [
    "https://docs.docker.com/engine/logging/drivers/json-file/",
    "https://docs.docker.com/engine/logging/drivers/local/",
    "https://pm2.keymetrics.io/docs/usage/log-management/"
  ],
  reads: ["compose", "pm2"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning || workload.platform === "kubernetes") continue;
      if (workload.platform === "pm2") {
        if (workload.pm2?.logs !== "unknown") pass(workload);
        else unverified(workload, workload, "whether pm2-logrotate runs on the host is not told by the repository");
        continue;
      }
      const { logging } = workload;
      const driver = logging?.driver;
      if (driver && !driver.known) unverified(workload, driver, driver.because);
      else if (driver && driver.value !== "json-file") pass(workload);
      else if (logging?.options.has("max-size")) pass(workload);
      else fail2(workload, logging ?? workload, `${workload.name} logs to json-file without max-size`);
    }
  },
  examples: { bad: [], good: [] }
});

// rules/workload/memory-limit-missing.ts
var memory_limit_missing_default = defineRule({
  id: "workload/memory-limit-missing",
  title: "A workload may use all memory of its host",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Without a memory limit one leaking or busy process takes memory from all others on the host, until the kernel kills whichever it picks, often the database.",
  fix: "Set `deploy.resources.limits.memory` (Compose), `resources.limits.memory` (Kubernetes) or `max_memory_restart` (PM2) a third above what the workload uses at peak, for example `memory: 512M`.",
  refs: [
    "https://docs.docker.com/reference/compose-file/deploy/#resources",
    "https://docs.docker.com/engine/containers/resource_constraints/",
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    "https://pm2.keymetrics.io/docs/usage/memory-limit/"
  ],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const { memoryLimit, limitedByDefault } = workload.resources;
      if (memoryLimit || limitedByDefault) pass(workload);
      else
        fail2(workload, workload.at, `${workload.name} has no memory limit`, {
          ...wordsFor(workload, {
            kubernetes: {
              fix: `Set \`resources: { requests: { memory: 512Mi }, limits: { memory: 512Mi } }\` on the container ${workload.pod?.container ?? workload.name}, a third above what it uses at peak.`,
              why: "Without a limit one leaking container takes the memory of its whole node, and the kernel or the kubelet ends whichever pod it picks. Without a request the scheduler places it where there is none left."
            }
          })
        });
    }
  },
  examples: { bad: [], good: [] }
});

// rules/workload/privileged.ts
var privileged_default = defineRule({
  id: "workload/privileged",
  title: "A container has the powers of root on its host",
  category: "security",
  severity: "critical",
  confidence: "A",
  security: 9.3,
  since: "0.1.0",
  effort: "hours",
  why: "A privileged container, or one with SYS_ADMIN or all capabilities, can load kernel modules, mount disks of the host and leave its namespace: whoever takes over the process owns the machine.",
  fix: "Remove `privileged: true`; add only the capability that is needed (`cap_add: [NET_BIND_SERVICE]`) or the one device (`devices:`).",
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#privileged",
    "https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/"
  ],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      const { privileged, addedCapabilities } = workload.privileges;
      if (watchesTheHost(workload) || servesTheNode(workload) || setsTheKernel(workload)) {
        pass(workload);
        continue;
      }
      const broad = addedCapabilities.filter((one) => one.name === "ALL" || one.name === "SYS_ADMIN");
      if (privileged?.known && privileged.value)
        fail2(workload, privileged, `${workload.name} runs privileged`, { key: "privileged", ...words2(workload) });
      for (const capability of broad) {
        const what = capability.name === "ALL" ? "has all capabilities" : "has the capability SYS_ADMIN";
        fail2(workload, capability, `${workload.name} ${what}`, { key: capability.name, ...words2(workload) });
      }
      if (privileged && !privileged.known) unverified(workload, privileged, privileged.because);
      else pass(workload);
    }
  },
  examples: { bad: [], good: [] }
});
function words2(workload) {
  return wordsFor(workload, {
    kubernetes: {
      fix: "Remove `privileged: true` from the `securityContext` of the container, and add only the capability that it needs: `capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }`."
    }
  });
}
function setsTheKernel({ pod, start: start2 }) {
  if (pod?.part !== "init" || !start2) return false;
  const commands = start2.script?.commands.map((command) => command.words) ?? [start2.argv.map((word) => word ?? "")];
  return commands.every((words3) => /^(?:sysctl|ulimit|echo)$/.test(programOf(words3) ?? ""));
}
function watchesTheHost(workload) {
  return workload.software?.kind === "exporter" || workload.software?.kind === "agent";
}

// rules/workload/replicas-cannot-start.ts
var replicas_cannot_start_default = defineRule({
  id: "workload/replicas-cannot-start",
  title: "Replicas share a name, a host port or a volume that only one can have",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A container name and a host port can be taken once. The second replica cannot be created or cannot bind, so the scaling that the file promises never happens.",
  fix: 'Remove `container_name`, and publish the port on a proxy in front instead of on the replicas (or give a range that is wide enough, `"8080-8082:8080"`).',
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#container_name",
    "https://docs.docker.com/reference/compose-file/services/#ports",
    "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"
  ],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      const count3 = workload.replicas?.known ? workload.replicas.value : 1;
      if (workload.pod) judgeClaims(workload, workload.pod);
      if (count3 < 2 || workload.platform !== "compose") continue;
      pass(workload);
      const { fixedName } = workload;
      if (fixedName)
        fail2(workload, fixedName, `${workload.name} asks for ${count3} replicas under one container_name`, {
          key: "name"
        });
      for (const port of workload.published) {
        if (!port.host?.known) continue;
        const room22 = (port.hostEnd ?? port.host.value) - port.host.value + 1;
        if (room22 >= count3) continue;
        const what = `${workload.name} asks for ${count3} replicas, and host port ${port.host.value}${port.hostEnd ? `-${port.hostEnd}` : ""} has room for ${room22}`;
        fail2(workload, port, what, { key: `port.${port.host.value}` });
      }
    }
    function judgeClaims(workload, pod) {
      if (workload.stateful && workload.software) return;
      const least = workload.autoscaledFrom ?? workload.replicas;
      if (!least?.known || least.value < 2 || pod.kind === "StatefulSet" || pod.kind === "DaemonSet") return;
      pass(workload);
      const cluster = system.clusters.find((one) => one.deployment === workload.deployment);
      if (!cluster || isPinned2(workload, cluster)) return;
      for (const mount of workload.mounts) {
        const claim = mount.type === "claim" && claimOf(mount, pod, cluster);
        if (!claim) continue;
        fail2(
          workload,
          least,
          `${workload.name} asks for ${least.value} replicas that share the claim ${claim.name}, which only one ${claim.by} may mount (${claim.mode})`,
          {
            key: `claim.${claim.name}`,
            related: [{ at: claim.at, message: `${claim.name} is claimed here` }],
            fix: `Keep what ${workload.name} shares in object storage or a database, or claim it with \`accessModes: [ReadWriteMany]\` from a storage class that has it; where each replica needs its own, use a StatefulSet with \`volumeClaimTemplates\`.`,
            why: "A volume that only one node may mount goes to the first replica. The others that the scheduler places on another node wait in ContainerCreating, and so does each new version during a rollout."
          }
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function claimOf(mount, pod, { objects }) {
  const source = mount.source?.known ? mount.source.value : void 0;
  const claim = objects.find(
    (object) => object.kind === "PersistentVolumeClaim" && object.name === source && (object.namespace ?? pod.namespace) === (pod.namespace ?? object.namespace)
  );
  const modes = claim && child(child(claim.node, "spec"), "accessModes");
  const names = modes?.kind === "list" ? modes.items.map((item) => textOf2(item) ?? "") : [];
  const [mode = ""] = names;
  if (!claim || names.length === 0 || !names.every((name) => /^ReadWriteOnce(?:Pod)?$/.test(name))) return void 0;
  return { name: claim.name, at: claim.at, mode, by: mode === "ReadWriteOncePod" ? "pod" : "node" };
}
function isPinned2(workload, { controllers }) {
  const spec = controllers.find((one) => one.workloads.includes(workload.id))?.spec;
  return ["nodeName", "nodeSelector"].some((key) => child(spec, key)) || child(child(spec, "affinity"), "podAffinity") !== void 0;
}

// rules/workload/restart-policy-missing.ts
var restart_policy_missing_default = defineRule({
  id: "workload/restart-policy-missing",
  title: "A long-running workload stays down after a crash",
  category: "infrastructure-stability",
  severity: "medium",
  worst: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Docker does not restart a container by default: after a crash, an out-of-memory kill or a reboot of the host it stays down until somebody notices.",
  fix: "Add `restart: unless-stopped` to the service, or `deploy.restart_policy: { condition: on-failure }` in a swarm.",
  refs: [
    "https://docs.docker.com/engine/containers/start-containers-automatically/",
    "https://docs.docker.com/reference/compose-file/services/#restart",
    "https://pm2.keymetrics.io/docs/usage/restart-strategies/",
    "https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"
  ],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      if (workload.pod) {
        judgePod(workload, workload.pod);
        continue;
      }
      const { policy, at, written } = workload.restart;
      if (policy === "unknown") unverified(workload, at, "its restart policy is set outside the repository");
      else if (policy !== "none") pass(workload);
      else {
        const what = written ? "says not to restart it" : "has no restart policy, and Docker restarts nothing by default";
        fail2(workload, at, `${workload.name} ${what}`, {
          severity: workload.stateful ? "high" : "medium",
          ...workload.platform === "pm2" ? { fix: "Remove `autorestart: false`: PM2 then starts it again when it ends." } : {}
        });
      }
    }
    function judgePod(workload, pod) {
      if (pod.part !== "main") return;
      if (pod.kind !== "Pod") pass(workload);
      else
        fail2(workload, pod, `${workload.name} is a Pod that nothing makes anew when its node fails or is drained`, {
          severity: workload.stateful ? "high" : "medium",
          fix: `Let a Deployment make it (a StatefulSet if it keeps data): put its \`metadata.labels\` and \`spec\` below \`spec.template\`.`,
          why: "A Pod belongs to the node that it was placed on. When that is drained, replaced or out of memory, the Pod is deleted and stays away until somebody notices."
        });
    }
  },
  examples: { bad: [], good: [] }
});

// rules/workload/sensitive-host-path-mounted.ts
var SENSITIVE = /^\/($|etc$|etc\/(passwd|shadow|sudoers(\.d)?|ssh)$|root$|root\/\.ssh$|proc$|sys$|boot$|dev$|home$|var$|var\/lib$|usr$|var\/lib\/docker(\/.*)?$|var\/lib\/containerd$|run$|var\/run$)/;
var sensitive_host_path_mounted_default = defineRule({
  id: "workload/sensitive-host-path-mounted",
  title: "A sensitive directory of the host is mounted into a container",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.9,
  since: "0.1.0",
  effort: "hours",
  why: "Through a mount of the root file system, /etc or the data of the Docker daemon, a compromised container reads the secrets of the whole machine, and with write access changes its accounts.",
  fix: "Mount the one file that is needed, read-only (`/etc/localtime:/etc/localtime:ro`), or keep the data in a named volume.",
  refs: [
    "https://docs.docker.com/engine/storage/bind-mounts/",
    "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"
  ],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      pass(workload);
      for (const mount of workload.mounts) {
        const source = mount.source?.known ? mount.source.value : void 0;
        if (mount.type !== "bind" || source === void 0 || !SENSITIVE.test(normal(source)) || belongsToItsJob(workload, mount) || servesTheNode(workload))
          continue;
        const access2 = mount.readOnly ? "" : " with write access";
        fail2(workload, mount, `${workload.name} mounts ${normal(source)} of the host${access2}`, {
          key: normal(source),
          ...wordsFor(workload, {
            kubernetes: {
              fix: "Keep data in a PersistentVolumeClaim, settings in a ConfigMap, and mount of the host only the one file that is needed, with `readOnly: true`."
            }
          })
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function normal(path) {
  const clean2 = path.replace(/\/{2,}/g, "/");
  return clean2.length > 1 ? clean2.replace(/\/$/, "") : clean2;
}
function belongsToItsJob(workload, mount) {
  const kind = workload.software?.kind;
  const watches = kind === "exporter" || kind === "agent" || kind === "logs";
  const target = mount.target.known ? mount.target.value : "";
  return watches && (mount.readOnly || target === "/var/run" || target === "/dev");
}

// rules/workload/single-replica.ts
var single_replica_default = defineRule({
  id: "workload/single-replica",
  title: "A user-facing workload runs as a single instance",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "With one instance every deploy, crash and slow start is an outage that users see, and there is no room to grow but a bigger machine.",
  fix: "Put a proxy in front and run at least two: `deploy.replicas: 2` without `container_name` and without a fixed host port (Compose), `replicas: 2` with a disruption budget (Kubernetes).",
  refs: [
    "https://docs.docker.com/reference/compose-file/deploy/#replicas",
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/"
  ],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      if (workload.role !== "user-facing" || workload.stateful) continue;
      if (workload.pod?.kind === "DaemonSet") {
        pass(workload);
        continue;
      }
      if (workload.platform === "pm2" && workload.pm2?.perProcessor) {
        pass(workload);
        continue;
      }
      const replicas = workload.autoscaledFrom ?? workload.replicas;
      if (replicas && !replicas.known) unverified(workload, replicas, replicas.because);
      else if ((replicas?.value ?? 1) >= 2 || hasTwin(workload, system)) pass(workload);
      else {
        const severity = workload.platform === "compose" || workload.platform === "pm2" ? "low" : "medium";
        fail2(workload, replicas ?? workload.pod ?? workload, `${workload.name} serves users with a single instance`, {
          severity,
          ...sharedFirst(workload)
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function sharedFirst({ name, mounts, platform }) {
  if (platform === "pm2")
    return {
      fix: "Start several that share the port: `instances: 2` (or `'max'`) with `exec_mode: 'cluster'`; `pm2 reload` then replaces one after the other."
    };
  const kept2 = mounts.find(
    (mount) => (mount.type === "volume" || mount.type === "claim") && !mount.readOnly && mount.target.known
  );
  const path = kept2?.target.known ? kept2.target.value : void 0;
  if (path === void 0 || /node_modules|cache|vendor|target$/.test(path))
    return platform === "kubernetes" ? {
      fix: "Set `replicas: 2` (with an autoscaler `minReplicas: 2`), and add a PodDisruptionBudget, so that a drained node never takes both."
    } : {};
  return {
    fix: `Move what ${name} keeps in ${path} to a store that several instances can share (object storage, a database), then run two behind a proxy. Software that can only run once stays alone: accept this with that reason.`
  };
}

// rules/workload/start-order-unguarded.ts
var start_order_unguarded_default = defineRule({
  id: "workload/start-order-unguarded",
  title: "A workload starts before what it needs is ready",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The short form of `depends_on` waits until the container of the database exists, not until it answers. After a reboot of the host the application meets a closed port and fails or crash-loops.",
  fix: "Use the long form: `depends_on: { db: { condition: service_healthy } }`, and `service_completed_successfully` for a migration job.",
  refs: ["https://docs.docker.com/compose/how-tos/startup-order/"],
  reads: ["compose"],
  check({ system, pass, fail: fail2, implied, unverified }) {
    for (const workload of system.workloads) {
      if (workload.platform !== "compose") continue;
      for (const dependency of workload.dependsOn) {
        const needed = system.workloads.find(
          (other) => other.name === dependency.workload && other.deployment === workload.deployment
        );
        if (!needed || !isNeededReady(needed)) continue;
        if (dependency.condition !== "started") pass(workload);
        else if (needed.role === "job")
          fail2(workload, dependency, unfinished(workload, dependency), {
            key: needed.name,
            fix: longForm(workload, needed.name, "service_completed_successfully")
          });
        else if (needed.health.state === "unknown")
          unverified(workload, dependency, `whether ${needed.name} has a healthcheck to wait for is not known`);
        else if (needed.health.state !== "checked") implied(workload);
        else
          fail2(workload, dependency, `${workload.name} does not wait until ${needed.name} is healthy`, {
            key: needed.name,
            fix: longForm(workload, needed.name, "service_healthy")
          });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isNeededReady(workload) {
  return workload.stateful || workload.role === "cache" || workload.role === "job";
}
function longForm({ name }, needed, condition) {
  return `Write \`depends_on: { ${needed}: { condition: ${condition} } }\` in ${name}; the long form is then needed for all it depends on.`;
}
function unfinished(workload, dependency) {
  return `${workload.name} does not wait until ${dependency.workload} has ended successfully`;
}

// rules/workload/waits-for-health-never-reported.ts
var waits_for_health_never_reported_default = defineRule({
  id: "workload/waits-for-health-never-reported",
  title: "A workload waits for a health status that nothing reports",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'With `condition: service_healthy` on a service that has no healthcheck, `docker compose up` stops with "has no healthcheck configured": the system does not start.',
  fix: "Give the dependency a `healthcheck:`, or wait for `service_started` only.",
  refs: [
    "https://docs.docker.com/compose/how-tos/startup-order/",
    "https://docs.docker.com/reference/compose-file/services/#depends_on"
  ],
  reads: ["compose", "dockerfile"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      if (workload.platform !== "compose") continue;
      for (const dependency of workload.dependsOn) {
        if (dependency.condition !== "healthy") continue;
        const needed = system.workloads.find(
          (other) => other.name === dependency.workload && other.deployment === workload.deployment
        );
        if (!needed) continue;
        const { state, at } = needed.health;
        if (state === "checked") pass(workload);
        else if (state === "unknown")
          unverified(workload, dependency, `whether the image of ${needed.name} has a HEALTHCHECK is not known`);
        else {
          const what = state === "disabled" ? "has its healthcheck switched off" : "has no healthcheck";
          const related = [{ at, message: `${needed.name} ${what}` }];
          const health = needed.distribution?.healthCommand;
          const fix = health ? `Give ${needed.name} a healthcheck: \`test: ["CMD-SHELL", "${health}"]\`.` : void 0;
          fail2(
            workload,
            dependency,
            `${workload.name} waits for ${needed.name} to be healthy, and ${needed.name} ${what}`,
            {
              key: needed.name,
              related,
              ...fix ? { fix } : {}
            }
          );
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/index.ts
var areas = /* @__PURE__ */ new Map();
function whole(area, id) {
  if (!areas.has(area)) areas.set(area, require(`./rules-${area}.js`).rules);
  return areas.get(area)[id];
}
var rules = [
  cannot_run_default,
  covers_other_database_default,
  failure_hidden_default,
  missing_default,
  restore_never_exercised_default,
  stays_on_host_default,
  teardown_destroys_data_default,
  file_invalid_default,
  reference_undefined_default,
  settings_conflict_default,
  interpolation_source_wrong_default,
  required_variable_unset_default,
  setting_without_effect_default,
  variable_ignored_by_image_default,
  variable_name_mismatch_default,
  authentication_off_default,
  data_not_persisted_default,
  data_path_wrong_default,
  default_tuning_default,
  heap_exceeds_limit_default,
  heap_too_small_default,
  in_memory_mode_default,
  replica_not_wired_default,
  single_instance_default,
  transport_plaintext_default,
  {
    "id": "elasticsearch/disk-watermark-off",
    "title": "Elasticsearch does not watch how full its disk is",
    "category": "infrastructure-stability",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    get why() {
      return whole("elasticsearch", "elasticsearch/disk-watermark-off").why;
    },
    get fix() {
      return whole("elasticsearch", "elasticsearch/disk-watermark-off").fix;
    },
    get refs() {
      return whole("elasticsearch", "elasticsearch/disk-watermark-off").refs;
    },
    check(context) {
      whole("elasticsearch", "elasticsearch/disk-watermark-off").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  check_cannot_fail_default,
  check_cannot_pass_default,
  check_missing_default,
  liveness_probe_missing_default,
  probe_port_mismatch_default,
  readiness_probe_missing_default,
  build_cannot_succeed_default,
  build_tools_shipped_default,
  discontinued_default,
  end_of_life_default,
  ignore_file_missing_default,
  lockfile_ignored_default,
  runs_as_root_default,
  secret_baked_in_default,
  tag_mutable_default,
  min_insync_unsafe_default,
  mode_impossible_default,
  replication_exceeds_brokers_default,
  replication_factor_one_default,
  single_partition_default,
  topics_created_implicitly_default,
  {
    "id": "kubernetes/api-removed",
    "title": "A manifest uses an API that Kubernetes does not serve",
    "category": "infrastructure-stability",
    "severity": "critical",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/api-removed").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/api-removed").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/api-removed").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/api-removed").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "kubernetes/autoscaler-inert",
    "title": "An autoscaler cannot do what it is there for",
    "category": "performance",
    "severity": "high",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/autoscaler-inert").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/autoscaler-inert").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/autoscaler-inert").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/autoscaler-inert").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "kubernetes/datastore-as-deployment",
    "title": "A Deployment runs a datastore as if it were stateless",
    "category": "disaster-recovery",
    "severity": "high",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "hours",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/datastore-as-deployment").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/datastore-as-deployment").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/datastore-as-deployment").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/datastore-as-deployment").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "kubernetes/disruption-budget-blocks-drains",
    "title": "A disruption budget lets no pod go",
    "category": "infrastructure-stability",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/disruption-budget-blocks-drains").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/disruption-budget-blocks-drains").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/disruption-budget-blocks-drains").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/disruption-budget-blocks-drains").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "kubernetes/disruption-budget-missing",
    "title": "Replicas have no disruption budget",
    "category": "infrastructure-stability",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/disruption-budget-missing").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/disruption-budget-missing").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/disruption-budget-missing").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/disruption-budget-missing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "kubernetes/job-unbounded",
    "title": "A scheduled job may hang for ever",
    "category": "infrastructure-stability",
    "severity": "low",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/job-unbounded").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/job-unbounded").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/job-unbounded").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/job-unbounded").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "kubernetes/network-policy-missing",
    "title": "No network policy protects a namespace",
    "category": "security",
    "severity": "low",
    "confidence": "A",
    "security": 3.5,
    "since": "0.1.0",
    "effort": "hours",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/network-policy-missing").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/network-policy-missing").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/network-policy-missing").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/network-policy-missing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "kubernetes/reference-missing",
    "title": "Pods need an object that no manifest makes",
    "category": "infrastructure-stability",
    "severity": "high",
    "confidence": "B",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/reference-missing").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/reference-missing").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/reference-missing").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/reference-missing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "kubernetes/replicas-not-spread",
    "title": "Replicas may all run on one node",
    "category": "infrastructure-stability",
    "severity": "low",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/replicas-not-spread").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/replicas-not-spread").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/replicas-not-spread").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/replicas-not-spread").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "kubernetes/security-context-missing",
    "title": "A container may run as root and gain privileges",
    "category": "security",
    "severity": "medium",
    "confidence": "A",
    "security": 5,
    "since": "0.1.0",
    "effort": "hours",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/security-context-missing").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/security-context-missing").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/security-context-missing").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/security-context-missing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "kubernetes/selector-matches-nothing",
    "title": "A Service, budget, policy, autoscaler or Ingress finds nothing",
    "category": "infrastructure-stability",
    "severity": "critical",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/selector-matches-nothing").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/selector-matches-nothing").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/selector-matches-nothing").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/selector-matches-nothing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "mongodb/replica-set-not-initiated",
    "title": "A MongoDB replica set never comes into being",
    "category": "infrastructure-stability",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "hours",
    get why() {
      return whole("mongodb", "mongodb/replica-set-not-initiated").why;
    },
    get fix() {
      return whole("mongodb", "mongodb/replica-set-not-initiated").fix;
    },
    get refs() {
      return whole("mongodb", "mongodb/replica-set-not-initiated").refs;
    },
    check(context) {
      whole("mongodb", "mongodb/replica-set-not-initiated").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  admin_ui_public_default,
  datastore_port_public_default,
  networks_disjoint_default,
  port_conflict_default,
  port_without_listener_default,
  proxy_bypassed_default,
  tls_missing_default,
  upstream_is_itself_default,
  upstream_port_mismatch_default,
  upstream_unknown_default,
  {
    "id": "nginx/body-size-unlimited",
    "title": "Requests of any size are accepted",
    "category": "security",
    "severity": "medium",
    "confidence": "A",
    "security": 5.3,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/body-size-unlimited").why;
    },
    get fix() {
      return whole("nginx", "nginx/body-size-unlimited").fix;
    },
    get refs() {
      return whole("nginx", "nginx/body-size-unlimited").refs;
    },
    check(context) {
      whole("nginx", "nginx/body-size-unlimited").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/compression-missing",
    "title": "Answers are sent without compression",
    "category": "performance",
    "severity": "low",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/compression-missing").why;
    },
    get fix() {
      return whole("nginx", "nginx/compression-missing").fix;
    },
    get refs() {
      return whole("nginx", "nginx/compression-missing").refs;
    },
    check(context) {
      whole("nginx", "nginx/compression-missing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/configuration-rejected",
    "title": "nginx would not start with this configuration",
    "category": "infrastructure-stability",
    "severity": "critical",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/configuration-rejected").why;
    },
    get fix() {
      return whole("nginx", "nginx/configuration-rejected").fix;
    },
    get refs() {
      return whole("nginx", "nginx/configuration-rejected").refs;
    },
    check(context) {
      whole("nginx", "nginx/configuration-rejected").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/forwarded-headers-missing",
    "title": "The application is not told who asks, and for which host",
    "category": "infrastructure-stability",
    "severity": "low",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/forwarded-headers-missing").why;
    },
    get fix() {
      return whole("nginx", "nginx/forwarded-headers-missing").fix;
    },
    get refs() {
      return whole("nginx", "nginx/forwarded-headers-missing").refs;
    },
    check(context) {
      whole("nginx", "nginx/forwarded-headers-missing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/health-rate-limited",
    "title": "The rate limit of users counts for health checks, too",
    "category": "service-health",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/health-rate-limited").why;
    },
    get fix() {
      return whole("nginx", "nginx/health-rate-limited").fix;
    },
    get refs() {
      return whole("nginx", "nginx/health-rate-limited").refs;
    },
    check(context) {
      whole("nginx", "nginx/health-rate-limited").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/http-not-redirected",
    "title": "What is served over TLS is served in the clear as well",
    "category": "security",
    "severity": "medium",
    "confidence": "A",
    "security": 5.9,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/http-not-redirected").why;
    },
    get fix() {
      return whole("nginx", "nginx/http-not-redirected").fix;
    },
    get refs() {
      return whole("nginx", "nginx/http-not-redirected").refs;
    },
    check(context) {
      whole("nginx", "nginx/http-not-redirected").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/keepalive-ineffective",
    "title": "Connections to the application are to be kept open, and are closed",
    "category": "performance",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/keepalive-ineffective").why;
    },
    get fix() {
      return whole("nginx", "nginx/keepalive-ineffective").fix;
    },
    get refs() {
      return whole("nginx", "nginx/keepalive-ineffective").refs;
    },
    check(context) {
      whole("nginx", "nginx/keepalive-ineffective").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/limits-lost-by-inheritance",
    "title": "A location loses headers or limits that are set around it",
    "category": "security",
    "severity": "medium",
    "confidence": "A",
    "security": 5.3,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/limits-lost-by-inheritance").why;
    },
    get fix() {
      return whole("nginx", "nginx/limits-lost-by-inheritance").fix;
    },
    get refs() {
      return whole("nginx", "nginx/limits-lost-by-inheritance").refs;
    },
    check(context) {
      whole("nginx", "nginx/limits-lost-by-inheritance").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/rate-limit-missing",
    "title": "A public nginx limits no requests",
    "category": "security",
    "severity": "medium",
    "confidence": "B",
    "security": 5.3,
    "since": "0.1.0",
    "effort": "hours",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/rate-limit-missing").why;
    },
    get fix() {
      return whole("nginx", "nginx/rate-limit-missing").fix;
    },
    get refs() {
      return whole("nginx", "nginx/rate-limit-missing").refs;
    },
    check(context) {
      whole("nginx", "nginx/rate-limit-missing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/rate-limit-unused",
    "title": "A zone for limits is declared, and nothing is counted in it",
    "category": "security",
    "severity": "medium",
    "confidence": "A",
    "security": 5.3,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/rate-limit-unused").why;
    },
    get fix() {
      return whole("nginx", "nginx/rate-limit-unused").fix;
    },
    get refs() {
      return whole("nginx", "nginx/rate-limit-unused").refs;
    },
    check(context) {
      whole("nginx", "nginx/rate-limit-unused").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/retries-unsafe-requests",
    "title": "nginx sends a POST again that may already have been carried out",
    "category": "infrastructure-stability",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/retries-unsafe-requests").why;
    },
    get fix() {
      return whole("nginx", "nginx/retries-unsafe-requests").fix;
    },
    get refs() {
      return whole("nginx", "nginx/retries-unsafe-requests").refs;
    },
    check(context) {
      whole("nginx", "nginx/retries-unsafe-requests").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/security-headers-missing",
    "title": "Browsers are not told to be careful with what nginx answers",
    "category": "security",
    "severity": "low",
    "confidence": "B",
    "security": 3.1,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/security-headers-missing").why;
    },
    get fix() {
      return whole("nginx", "nginx/security-headers-missing").fix;
    },
    get refs() {
      return whole("nginx", "nginx/security-headers-missing").refs;
    },
    check(context) {
      whole("nginx", "nginx/security-headers-missing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/single-upstream-server",
    "title": "An upstream has one server, so that there is nothing to fail over to",
    "category": "infrastructure-stability",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "hours",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/single-upstream-server").why;
    },
    get fix() {
      return whole("nginx", "nginx/single-upstream-server").fix;
    },
    get refs() {
      return whole("nginx", "nginx/single-upstream-server").refs;
    },
    check(context) {
      whole("nginx", "nginx/single-upstream-server").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/status-page-public",
    "title": "A page of metrics or status is open to everybody",
    "category": "security",
    "severity": "medium",
    "confidence": "A",
    "security": 5.3,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/status-page-public").why;
    },
    get fix() {
      return whole("nginx", "nginx/status-page-public").fix;
    },
    get refs() {
      return whole("nginx", "nginx/status-page-public").refs;
    },
    check(context) {
      whole("nginx", "nginx/status-page-public").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/timeouts-unsuitable",
    "title": "nginx waits for the application as if it were never to fail",
    "category": "performance",
    "severity": "low",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/timeouts-unsuitable").why;
    },
    get fix() {
      return whole("nginx", "nginx/timeouts-unsuitable").fix;
    },
    get refs() {
      return whole("nginx", "nginx/timeouts-unsuitable").refs;
    },
    check(context) {
      whole("nginx", "nginx/timeouts-unsuitable").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/tls-protocol-obsolete",
    "title": "nginx accepts TLS 1.1 or older",
    "category": "security",
    "severity": "high",
    "confidence": "A",
    "security": 7.4,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/tls-protocol-obsolete").why;
    },
    get fix() {
      return whole("nginx", "nginx/tls-protocol-obsolete").fix;
    },
    get refs() {
      return whole("nginx", "nginx/tls-protocol-obsolete").refs;
    },
    check(context) {
      whole("nginx", "nginx/tls-protocol-obsolete").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/upstream-keepalive-missing",
    "title": "nginx opens a new connection to the application for every request",
    "category": "performance",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/upstream-keepalive-missing").why;
    },
    get fix() {
      return whole("nginx", "nginx/upstream-keepalive-missing").fix;
    },
    get refs() {
      return whole("nginx", "nginx/upstream-keepalive-missing").refs;
    },
    check(context) {
      whole("nginx", "nginx/upstream-keepalive-missing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/upstream-resolved-once",
    "title": "nginx looks up a scaled service only when it starts",
    "category": "infrastructure-stability",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/upstream-resolved-once").why;
    },
    get fix() {
      return whole("nginx", "nginx/upstream-resolved-once").fix;
    },
    get refs() {
      return whole("nginx", "nginx/upstream-resolved-once").refs;
    },
    check(context) {
      whole("nginx", "nginx/upstream-resolved-once").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/websocket-upgrade-missing",
    "title": "WebSockets are passed on without the headers that make them",
    "category": "infrastructure-stability",
    "severity": "high",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/websocket-upgrade-missing").why;
    },
    get fix() {
      return whole("nginx", "nginx/websocket-upgrade-missing").fix;
    },
    get refs() {
      return whole("nginx", "nginx/websocket-upgrade-missing").refs;
    },
    check(context) {
      whole("nginx", "nginx/websocket-upgrade-missing").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "nginx/worker-limits-low",
    "title": "nginx uses one core, or has too few connections",
    "category": "performance",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "nginx"
    ],
    get why() {
      return whole("nginx", "nginx/worker-limits-low").why;
    },
    get fix() {
      return whole("nginx", "nginx/worker-limits-low").fix;
    },
    get refs() {
      return whole("nginx", "nginx/worker-limits-low").refs;
    },
    check(context) {
      whole("nginx", "nginx/worker-limits-low").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "postgres/pooler-bypassed",
    "title": "A connection pooler runs and applications go around it",
    "category": "performance",
    "severity": "high",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    get why() {
      return whole("postgres", "postgres/pooler-bypassed").why;
    },
    get fix() {
      return whole("postgres", "postgres/pooler-bypassed").fix;
    },
    get refs() {
      return whole("postgres", "postgres/pooler-bypassed").refs;
    },
    check(context) {
      whole("postgres", "postgres/pooler-bypassed").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  fork_mode_shares_port_default,
  ready_signal_missing_default,
  signal_not_forwarded_default,
  single_worker_default,
  workers_exceed_cpu_default,
  {
    "id": "rabbitmq/hostname-unstable",
    "title": "RabbitMQ looks for its data under a host name that changes",
    "category": "disaster-recovery",
    "severity": "high",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    get why() {
      return whole("rabbitmq", "rabbitmq/hostname-unstable").why;
    },
    get fix() {
      return whole("rabbitmq", "rabbitmq/hostname-unstable").fix;
    },
    get refs() {
      return whole("rabbitmq", "rabbitmq/hostname-unstable").refs;
    },
    check(context) {
      whole("rabbitmq", "rabbitmq/hostname-unstable").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "redis/eviction-drops-jobs",
    "title": "Redis throws away jobs or sessions when its memory is full",
    "category": "infrastructure-stability",
    "severity": "high",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    get why() {
      return whole("redis", "redis/eviction-drops-jobs").why;
    },
    get fix() {
      return whole("redis", "redis/eviction-drops-jobs").fix;
    },
    get refs() {
      return whole("redis", "redis/eviction-drops-jobs").refs;
    },
    check(context) {
      whole("redis", "redis/eviction-drops-jobs").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "redis/memory-unbounded",
    "title": "Redis may take all the memory there is",
    "category": "infrastructure-stability",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    get why() {
      return whole("redis", "redis/memory-unbounded").why;
    },
    get fix() {
      return whole("redis", "redis/memory-unbounded").fix;
    },
    get refs() {
      return whole("redis", "redis/memory-unbounded").refs;
    },
    check(context) {
      whole("redis", "redis/memory-unbounded").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "redis/persistence-off",
    "title": "Redis holds jobs or sessions and does not log its writes",
    "category": "disaster-recovery",
    "severity": "medium",
    "confidence": "B",
    "since": "0.1.0",
    "effort": "minutes",
    get why() {
      return whole("redis", "redis/persistence-off").why;
    },
    get fix() {
      return whole("redis", "redis/persistence-off").fix;
    },
    get refs() {
      return whole("redis", "redis/persistence-off").refs;
    },
    check(context) {
      whole("redis", "redis/persistence-off").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  file_unreadable_default,
  default_credentials_default,
  environment_file_committed_default,
  guard_defeated_default,
  insecure_default_default,
  kubernetes_secret_committed_default,
  literal_in_config_default,
  on_command_line_default,
  password_in_connection_string_default,
  private_key_default,
  provider_token_default,
  reused_default,
  alert_rules_missing_default,
  alert_rules_not_loaded_default,
  alerts_go_nowhere_default,
  log_shipping_missing_default,
  metrics_missing_default,
  monitoring_missing_default,
  scrape_target_broken_default,
  service_not_scraped_default,
  storage_ephemeral_default,
  traces_go_nowhere_default,
  tracing_missing_default,
  {
    "id": "traefik/access-log-off",
    "title": "Traefik writes no access log",
    "category": "observability",
    "severity": "low",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "traefik"
    ],
    get why() {
      return whole("traefik", "traefik/access-log-off").why;
    },
    get fix() {
      return whole("traefik", "traefik/access-log-off").fix;
    },
    get refs() {
      return whole("traefik", "traefik/access-log-off").refs;
    },
    check(context) {
      whole("traefik", "traefik/access-log-off").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "traefik/api-insecure",
    "title": "Traefik serves its API and dashboard without a login",
    "category": "security",
    "severity": "critical",
    "confidence": "A",
    "security": 9.1,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "traefik"
    ],
    get why() {
      return whole("traefik", "traefik/api-insecure").why;
    },
    get fix() {
      return whole("traefik", "traefik/api-insecure").fix;
    },
    get refs() {
      return whole("traefik", "traefik/api-insecure").refs;
    },
    check(context) {
      whole("traefik", "traefik/api-insecure").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "traefik/certificates-never-issued",
    "title": "Traefik is set up for certificates that it never gets or keeps",
    "category": "security",
    "severity": "high",
    "confidence": "A",
    "security": 7.2,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "traefik"
    ],
    get why() {
      return whole("traefik", "traefik/certificates-never-issued").why;
    },
    get fix() {
      return whole("traefik", "traefik/certificates-never-issued").fix;
    },
    get refs() {
      return whole("traefik", "traefik/certificates-never-issued").refs;
    },
    check(context) {
      whole("traefik", "traefik/certificates-never-issued").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "traefik/debug-enabled",
    "title": "Traefik runs with its debug endpoints or debug logs",
    "category": "security",
    "severity": "medium",
    "confidence": "A",
    "security": 5.3,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "traefik"
    ],
    get why() {
      return whole("traefik", "traefik/debug-enabled").why;
    },
    get fix() {
      return whole("traefik", "traefik/debug-enabled").fix;
    },
    get refs() {
      return whole("traefik", "traefik/debug-enabled").refs;
    },
    check(context) {
      whole("traefik", "traefik/debug-enabled").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "traefik/exposes-by-default",
    "title": "Traefik routes to every container that does not refuse",
    "category": "security",
    "severity": "medium",
    "confidence": "A",
    "security": 5.8,
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "traefik"
    ],
    get why() {
      return whole("traefik", "traefik/exposes-by-default").why;
    },
    get fix() {
      return whole("traefik", "traefik/exposes-by-default").fix;
    },
    get refs() {
      return whole("traefik", "traefik/exposes-by-default").refs;
    },
    check(context) {
      whole("traefik", "traefik/exposes-by-default").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "traefik/option-rejected",
    "title": "Traefik does not start with an option that it is given",
    "category": "infrastructure-stability",
    "severity": "critical",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "traefik"
    ],
    get why() {
      return whole("traefik", "traefik/option-rejected").why;
    },
    get fix() {
      return whole("traefik", "traefik/option-rejected").fix;
    },
    get refs() {
      return whole("traefik", "traefik/option-rejected").refs;
    },
    check(context) {
      whole("traefik", "traefik/option-rejected").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  container_name_blocks_scaling_default,
  cpu_bound_missing_default,
  development_command_default,
  development_mode_default,
  development_tool_deployed_default,
  docker_socket_mounted_default,
  grace_period_too_short_default,
  host_namespace_shared_default,
  installs_at_start_default,
  log_rotation_missing_default,
  memory_limit_missing_default,
  privileged_default,
  replicas_cannot_start_default,
  restart_policy_missing_default,
  sensitive_host_path_mounted_default,
  single_replica_default,
  start_order_unguarded_default,
  waits_for_health_never_reported_default
];

// src/check.ts
const { createHash } = require("node:crypto");
const { inspect } = require("node:util");

// src/areas.ts
var AREAS = {
  elasticsearch: runs(({ software }) => isOrSpeaks(software, "elasticsearch")),
  kubernetes: ({ clusters, deployments }) => clusters.length > 0 || deployments.some(({ platform }) => platform === "kubernetes"),
  mongodb: runs(({ software }) => isOrSpeaks(software, "mongodb")),
  nginx: (system) => system.proxies.some(({ nginx: nginx2 }) => nginx2 !== void 0),
  postgres: runs(({ software }) => software?.kind === "pooler" || isOrSpeaks(software, "postgres")),
  rabbitmq: runs(({ software }) => isOrSpeaks(software, "rabbitmq")),
  redis: runs(({ software }) => isOrSpeaks(software, "redis")),
  traefik: (system) => system.proxies.some(({ traefik: traefik2 }) => traefik2 !== void 0)
};
function areaOf(id) {
  return id.slice(0, id.indexOf("/"));
}
function areasIn(system) {
  return new Set(Object.keys(AREAS).filter((area) => AREAS[area]?.(system)));
}
function runs(matches2) {
  return (system) => system.workloads.some(matches2);
}
function isOrSpeaks(software, id) {
  return software !== void 0 && (software.id === id || software.speaks === id);
}

// src/mask.ts
var SECRET_WORD = /pass(?:word|wd|phrase)|pass$|pwd|secret|token|credential|salt$|(?:api|access|private|encryption|signing|license)[_-]?key|[_-]key$/i;
var NO_SECRET2 = /^(?:secrets|tokens)$|_?file$|[_-](?:path|dir|url|uri|name|ttl|expiry|expires(?:_in)?|length|algorithm|public_key)$|public[_-]?key$/i;
var TELLS_NOTHING = /^(?:\$\$?\{?[A-Za-z_]\w*\}?|\$\{[A-Za-z_]\w*:?\?[^}]*\}|\$\{\{[^}]*\}\}|true|false|null|yes|no|\d{1,4}|\/run\/secrets\/[\w./-]*|[|>][-+\d]*|\{|\[|[*&!][\w-]+)$/;
var TOKEN = /\b(?:(?:sk|pk|rk)[_-](?:live|test|proj|ant)[_-][\w-]+|gh[pousr]_\w{16,}|github_pat_\w+|glpat-[\w-]+|AKIA[A-Z0-9]{12,}|ASIA[A-Z0-9]{12,}|xox[abeprs]-[\w-]+|AIza[\w-]{30,}|eyJ[\w-]{8,}(?:\.[\w-]+){1,2}|SG\.[\w-]+\.[\w-]+|npm_\w{30,}|hf_\w{20,}|dop_v1_\w+)/g;
var LONG_RUN = /[A-Za-z0-9+=_]{20,}/g;
var WRITTEN = /^(?:[A-Z]{2,16}(?:_(?:[A-Z]{1,16}|\d{1,3}[A-Z]{0,3})){2,}|[a-z]{2,16}(?:_[a-z]{1,16}){0,8}=\d{1,6}(?:[kKMGT]i?B?)?)$/;
var BEARER = /\b(?:Bearer|Basic)\s+([\w.~+/=-]{8,})/gi;
var SPACED_ENV = /^\s*(?:ENV|ARG)\s+([A-Za-z_]\w*)\s+(?=\S)(?!=)/i;
function secretRegions(line, previous = "") {
  const found2 = [];
  const add2 = (start2, end) => {
    if (end > start2) found2.push({ start: start2, end });
  };
  const indent = indentOf(line);
  if (announcesSecret(previous) && (indent > indentOf(previous) || /^\s*["'-]/.test(line))) addValue(line, indent, add2);
  for (const match2 of line.matchAll(/(?<!\$\{|-|\w)[A-Za-z_][\w.-]*(?=["']?\s{0,4}[:=])/g)) {
    if (isSecretName2(match2[0])) addValue(line, match2.index + match2[0].length, add2, quoteBefore(line, match2.index));
  }
  for (const match2 of line.matchAll(/\$\{(\w+):?[-+=]([^}]+)/g)) {
    const [all, name = "", fallback = ""] = match2;
    if (isSecretName2(name)) add2(match2.index + all.length - fallback.length, match2.index + all.length);
  }
  for (const match2 of line.matchAll(/:\/\/[^\s:@/"']*:([^\s"']+)@/g)) {
    const [all, password = ""] = match2;
    const start2 = match2.index + all.length - 1 - password.length;
    if (!TELLS_NOTHING.test(password)) add2(start2, start2 + password.length);
  }
  for (const { start: start2, end } of optionValues(line)) add2(start2, end);
  for (const match2 of line.matchAll(TOKEN)) add2(match2.index, match2.index + match2[0].length);
  for (const match2 of line.matchAll(BEARER)) {
    const end = match2.index + match2[0].length;
    add2(end - (match2[1] ?? "").length, end);
  }
  const spaced = SPACED_ENV.exec(line);
  if (spaced && isSecretName2(spaced[1] ?? "")) addValue(line, spaced[0].length, add2);
  for (const { start: start2, end } of randomRuns(line)) add2(start2, end);
  if (/^\s*[A-Za-z0-9+/]{40,}={0,2}\s*$/.test(line)) add2(line.length - line.trimStart().length, line.trimEnd().length);
  return merged(found2);
}
function randomRuns(text2) {
  return [...text2.matchAll(LONG_RUN)].flatMap(({ 0: run, index }) => {
    const least = run.length < 32 ? 2 : 1;
    const thrown = count(run, /\d/g) >= least && (run.length >= 32 ? /[A-Za-z]/.test(run) : count(run, /[A-Z]/g) >= 2 && count(run, /[a-z]/g) >= 2);
    const digest = thrown && /sha(?:256|384|512)[:-]$/.test(text2.slice(Math.max(0, index - 10), index));
    return thrown && !digest && !WRITTEN.test(run) ? [{ start: index, end: index + run.length }] : [];
  });
}
function count(text2, pattern) {
  return text2.match(pattern)?.length ?? 0;
}
function maskMessage(message) {
  const quoted = message.replace(/"[^"]{8,}"/g, (part) => maskLine(part, secretRegions(part)));
  return maskLine(quoted, randomRuns(quoted));
}
function pointedRegions(line, previous, pointed) {
  const regions = secretRegions(line, previous);
  const hidden = regions.some(({ start: start2, end }) => start2 < pointed.end && end > pointed.start);
  const behind = regions.some(({ start: start2 }) => start2 >= pointed.end);
  if (hidden) return regions;
  const text2 = line.slice(pointed.start, pointed.end);
  const inside = /^[-\s"']*[A-Za-z_][\w.-]*["']?\s*[:=]\s*/.exec(text2);
  if (inside && inside[0].length < text2.length) {
    return merged([...regions, { start: pointed.start + inside[0].length, end: pointed.end }]);
  }
  const next = /^["']?\s*[:=]\s*/.exec(line.slice(pointed.end));
  if (next) return behind ? regions : merged([...regions, { start: pointed.end + next[0].length, end: line.length }]);
  return TELLS_NOTHING.test(text2.trim()) ? regions : merged([...regions, pointed]);
}
function maskLine(line, regions) {
  let masked = "";
  let at = 0;
  for (const { start: start2, end } of regions) {
    masked += `${line.slice(at, start2)}********`;
    at = end;
  }
  return masked + line.slice(at);
}
function isSecretName2(name) {
  return SECRET_WORD.test(name) && !NO_SECRET2.test(name);
}
function indentOf(line) {
  return line.length - line.trimStart().length;
}
function quoteBefore(line, at) {
  const quote2 = line[at - 1];
  return quote2 === '"' || quote2 === "'" ? quote2 : void 0;
}
function addValue(line, from, add2, opened) {
  const rest = line.slice(from);
  const lead = /^(["']?)\s*(?:[:=]\s*)?(?:-\s+)?/.exec(rest);
  const closesName = opened !== void 0 && lead?.[1] === opened;
  const outer = opened !== void 0 && !closesName ? opened : void 0;
  const start2 = from + (lead?.[0].length ?? 0);
  const value = line.slice(start2);
  const quote2 = outer ?? (/^["']/.test(value) ? value[0] : void 0);
  const skip = outer === void 0 && quote2 !== void 0 ? 1 : 0;
  const end = quote2 === void 0 ? endOfPlain(line, start2) : endOfQuoted(line, start2 + skip, quote2);
  const shown2 = line.slice(start2 + skip, end).trim();
  if (shown2 === "" || TELLS_NOTHING.test(shown2) || isReferenceWithDefault(shown2)) return;
  add2(start2 + skip, end);
}
function isReferenceWithDefault(value) {
  return /^\$\{\w+:?[-+=][^}]*\}$/.test(value) && isSecretName2(/\w+/.exec(value)?.[0] ?? "");
}
function endOfPlain(line, start2) {
  const inFlow = /[[{][^\]}]*$/.test(line.slice(0, start2));
  const stop = (inFlow ? /[,}\]]|\s+#/ : /\s+#/).exec(line.slice(start2));
  return stop ? start2 + stop.index : line.trimEnd().length;
}
function endOfQuoted(line, start2, quote2) {
  for (let at = start2; at < line.length; at++) {
    if (line[at] === "\\" && quote2 === '"') at++;
    else if (line[at] === quote2) return at;
  }
  return line.length;
}
function optionValues(line) {
  const patterns = [
    /(?:^|[\s"'[])--?[\w-]*(?:pass(?:word)?|secret|token|[_-]key)[\w-]*(?:=|\s+|["'],\s*["'])([^\s"',\]]+)/gi,
    /\b(?:requirepass|masterauth|masteruser)(?:\s+|["'],\s*["'])([^\s"',\]]+)/gi,
    .../redis-(?:cli|benchmark)|valkey-cli/.test(line) ? [/\s["']?(?:-a|--pass)(?:\s+|["'],\s*["'])([^\s"',\]]+)/g] : [],
    .../mysql|mariadb/.test(line) ? [/[\s"']-p([^\s"',\]]+)/g] : []
  ];
  return patterns.flatMap(
    (pattern) => [...line.matchAll(pattern)].flatMap((match2) => {
      const value = match2[1] ?? "";
      const end = match2.index + match2[0].length;
      return TELLS_NOTHING.test(value) || value.startsWith("-") ? [] : [{ start: end - value.length, end }];
    })
  );
}
function announcesSecret(line) {
  const named = /([A-Za-z_-][\w.-]*)["']?\s*(:\s*(?:[|>][-+\d]*)?|,)?\s*$/.exec(line.slice(-200));
  const name = named?.[1] ?? "";
  if (named?.[2]?.startsWith(":")) return isSecretName2(name);
  return /^(?:-{0,2}requirepass|-{0,2}masterauth|--?[\w-]*(?:pass(?:word)?|secret|token|[_-]key)[\w-]*)$/i.test(name);
}
function merged(regions) {
  const result = [];
  for (const region of regions.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && region.start <= last.end)
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, region.end) };
    else result.push(region);
  }
  return result;
}

// src/outcome.ts
function withFindings(rule, outcome, findings) {
  const severity = worstSeverity(findings) ?? rule.severity;
  return { ...outcome, findings, severity, status: statusOf(outcome, findings) };
}
function withoutFindings(rule, outcome, isFixed) {
  const left = outcome.findings.filter((finding) => !isFixed(finding));
  return left.length === outcome.findings.length ? outcome : withFindings(rule, outcome, left);
}
function worstSeverity(findings) {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
}
function withoutImplied(rule, outcome) {
  const { implied, ...rest } = outcome;
  return implied ? withFindings(rule, rest, outcome.findings) : outcome;
}
function statusOf(outcome, findings) {
  if (outcome.implied) return "fail";
  if (findings.length === 0) return outcome.because === void 0 ? "pass" : "unverified";
  return findings.every((finding) => finding.suppressed) ? "accepted" : "fail";
}

// src/check.ts
var MOST_FINDINGS = 1e3;
function check(system, rules2, sources) {
  const present = areasIn(system);
  const isAsked2 = ({ id }) => !Object.hasOwn(AREAS, areaOf(id)) || present.has(areaOf(id));
  return rules2.toSorted((a, b) => compare(a.id, b.id)).map((rule) => judge5(rule, isAsked2(rule), system, sources));
}
function fingerprint(rule, path, subject, key, ordinal = 1) {
  const parts = ordinal > 1 ? [rule, path, subject, key, String(ordinal)] : [rule, path, subject, key];
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 32);
}
function judge5(rule, isAsked2, system, sources) {
  const notes = /* @__PURE__ */ new Map();
  const keys = /* @__PURE__ */ new Map();
  const place = (at) => resolve(at, sources);
  let error;
  try {
    if (isAsked2) rule.check(contextOf(rule, system, notes, keys, place));
  } catch (thrown) {
    error = describe4(thrown);
    for (const note of [...notes.values(), notesOn(notes, system.repository)]) {
      note.unverified = { because: "the rule crashed", place: place(note.subject.at) };
    }
  }
  addUnreadable(notes, rule, system.unreadable, place);
  const outcomes = [...notes.values()].sort((a, b) => compare(a.subject.id, b.subject.id)).map((note) => outcomeOf(rule, note, keys));
  const unlisted = [...notes.values()].reduce((sum2, note) => sum2 + note.unlisted, 0);
  return { rule, outcomes, ...error && { error }, ...unlisted > 0 && { unlisted } };
}
function contextOf(rule, system, notes, keys, place) {
  return {
    system,
    pass: (subject) => {
      notesOn(notes, subject);
    },
    fail: (subject, at, what, options = {}) => {
      const note = notesOn(notes, subject);
      if (note.findings.length >= MOST_FINDINGS) {
        note.unlisted++;
        return;
      }
      const finding = findingOf(rule, subject, spanOf2(at), what, options, place);
      keys.set(finding, options.key ?? "");
      note.findings.push(finding);
    },
    implied: (subject, by) => {
      notesOn(notes, subject).implied ??= by === void 0 ? {} : { by };
    },
    unverified: (subject, at, because) => {
      notesOn(notes, subject).unverified ??= { because: maskMessage(because), place: place(spanOf2(at)) };
    }
  };
}
function notesOn(notes, subject) {
  const found2 = notes.get(subject.id);
  if (found2) {
    found2.weight = Math.max(found2.weight, subject.weight);
    return found2;
  }
  const fresh = { subject, weight: subject.weight, findings: [], unlisted: 0, unreadable: false };
  notes.set(subject.id, fresh);
  return fresh;
}
function findingOf(rule, subject, at, message, options, place) {
  return {
    rule: rule.id,
    category: rule.category,
    severity: options.severity ?? rule.severity,
    confidence: rule.confidence,
    subject: subject.id,
    subjectName: subject.name,
    at,
    place: place(at),
    message: maskMessage(inWordsOf(subject, message)),
    why: options.why ?? rule.why,
    fix: options.fix === void 0 ? rule.fix : maskMessage(inWordsOf(subject, options.fix)),
    related: (options.related ?? []).map((other) => ({
      at: other.at,
      place: place(other.at),
      message: maskMessage(other.message)
    })),
    fingerprint: ""
  };
}
function addUnreadable(notes, rule, unreadable, place) {
  const broken2 = new Map(unreadable.filter((file) => file.production).map((file) => [file.path, file]));
  for (const note of notes.values()) {
    const path = note.subject.files.find((file2) => broken2.has(file2));
    const file = path === void 0 ? void 0 : broken2.get(path);
    if (!file) continue;
    note.unreadable = true;
    note.unverified ??= whyUnreadable(file, place);
  }
  const formats = /* @__PURE__ */ new Set([...WORKLOAD_FORMATS, ...rule.reads ?? []]);
  for (const file of broken2.values()) {
    if (!formats.has(file.format)) continue;
    const id = `file:${file.path}`;
    const at = file.problems[0]?.at ?? { path: file.path, start: 0, end: 0 };
    const note = notes.get(id) ?? {
      subject: { id, name: file.path, at, files: [file.path] },
      weight: 0,
      findings: [],
      unlisted: 0,
      unreadable: true
    };
    note.weight = Math.max(note.weight, 3 * file.mayDeclare);
    note.unreadable = true;
    note.unverified ??= whyUnreadable(file, place);
    notes.set(id, note);
  }
}
function whyUnreadable(file, place) {
  const problem = file.problems[0];
  const because = `${file.path} could not be read${problem ? `: ${problem.message}` : ""}`;
  return { because, place: place(problem?.at ?? { path: file.path, start: 0, end: 0 }) };
}
function outcomeOf(rule, note, keys) {
  const outcome = {
    subject: note.subject.id,
    subjectName: note.subject.name,
    at: note.subject.at,
    weight: note.weight,
    status: "pass",
    severity: rule.severity,
    unreadable: note.unreadable,
    ...note.unverified,
    ...note.implied && { implied: note.implied },
    findings: []
  };
  return withFindings(rule, outcome, withFingerprints(distinct2(note.findings), keys));
}
function distinct2(findings) {
  const seen = /* @__PURE__ */ new Set();
  return findings.toSorted(byPlace).filter((finding) => {
    const same = JSON.stringify([finding.at.path, finding.at.start, finding.at.end, finding.message]);
    return !seen.has(same) && seen.add(same);
  });
}
function withFingerprints(findings, keys) {
  const counts = /* @__PURE__ */ new Map();
  return findings.map((finding) => {
    const key = keys.get(finding) ?? "";
    const same = `${finding.place.path}\0${key}`;
    const ordinal = (counts.get(same) ?? 0) + 1;
    counts.set(same, ordinal);
    return {
      ...finding,
      fingerprint: fingerprint(finding.rule, finding.place.path, finding.subject, key, ordinal)
    };
  });
}
function byPlace(a, b) {
  return compare(a.at.path, b.at.path) || a.at.start - b.at.start || a.at.end - b.at.end || compare(a.message, b.message) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}
function resolve(at, sources) {
  const source = sources.get(at.path);
  return source ? placeOf(source, at) : { path: at.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
function spanOf2(at) {
  return "at" in at ? at.at : at;
}
function describe4(thrown) {
  if (!(thrown instanceof Error)) return { message: inspect(thrown) };
  return thrown.stack === void 0 ? { message: thrown.message } : { message: thrown.message, stack: thrown.stack };
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/discover.ts
const { isUtf8 } = require("node:buffer");
const { readFileSync: readFileSync2, realpathSync: realpathSync2 } = require("node:fs");
const { join: join3, relative: relative2, sep: sep2 } = require("node:path");

// src/discover/nginx-files.ts
var NAMED2 = /\.conf(?:\.|$)|nginx|\.(?:vhost|site)$/i;
var SITE = /(?:^|\/)(?:sites-(?:available|enabled)|conf\.d|vhosts?(?:\.d)?|nginx)\/[^/.]+$/i;
var PROSE = /\.(?:mdx?|rst|adoc|txt|html?|xml|svg|css|csv|log|diff|patch|service)$/i;
var BLOCK = /^[ \t]*(?:(?:http|server)[ \t\r\n]*\{|(?:location|upstream)[ \t][^{;\n]{0,500}[\r\n \t]{0,50}\{)/m;
var STATEMENT = new RegExp(
  String.raw`(?:^|[{;])[ \t]*(?:${[
    ...["listen", "server", "server_name", "root", "alias", "index", "try_files", "return", "rewrite", "include"],
    ...["proxy_pass", "fastcgi_pass", "uwsgi_pass", "grpc_pass", "proxy_set_header", "add_header", "expires"],
    ...["access_log", "error_log", "allow", "deny", "default_type", "sendfile", "ssl_certificate", "stub_status"],
    ...["worker_connections", "worker_processes", "internal", "limit_req", "client_max_body_size"]
  ].join("|")})(?=[ \t;])[^;\n]{0,500};`,
  "m"
);
function isNginxFile(path, text2) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (PROSE.test(name) || !(NAMED2.test(name) || SITE.test(path))) return false;
  const content = text2() ?? "";
  return BLOCK.test(content) && STATEMENT.test(content);
}

// src/discover/classify.ts
var BY_EXTENSION = new Map([
  ...pairs("yaml", ["yaml", "yml"]),
  ...pairs("json", ["json", "jsonc", "json5"]),
  ...pairs("toml", ["toml"]),
  ...pairs("shell", ["sh", "bash", "ksh", "zsh", "ash", "bats"]),
  ...pairs("makefile", ["mk", "just"]),
  ...pairs("crontab", ["cron", "crontab"]),
  ...pairs("lock", ["lock", "lockb", "sum"]),
  ...pairs("source", [
    "ts",
    "tsx",
    "mts",
    "cts",
    "js",
    "jsx",
    "mjs",
    "cjs",
    "py",
    "pyi",
    "go",
    "rb",
    "php",
    "java",
    "kt"
  ]),
  ...pairs("source", ["cs", "rs", "scala", "ex", "exs", "vue", "svelte", "sql", "prisma", "graphql", "proto", "lua"]),
  ...pairs("binary", ["png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "tiff", "psd", "heic"]),
  ...pairs("binary", ["woff", "woff2", "ttf", "otf", "eot", "pdf", "docx", "xlsx", "pptx", "odt"]),
  ...pairs("binary", ["zip", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "jar", "war", "whl", "tar"]),
  ...pairs("binary", ["mp3", "mp4", "mov", "avi", "webm", "wav", "ogg", "exe", "dll", "so", "dylib", "a", "o", "wasm"]),
  ...pairs("binary", ["class", "pyc", "sqlite", "sqlite3", "db", "dump", "rdb", "parquet", "bin", "node"])
]);
function pairs(format2, extensions) {
  return extensions.map((extension) => [extension, format2]);
}
var COMPOSE = /^(?:.+[._-])?(?:docker-?)?compose(?:[._-].+)?\.ya?ml$|^docker-stack(?:[._-].+)?\.ya?ml$/i;
var DOCKERFILE = /^(?:dockerfile|containerfile)(?:[._-].+)?$|\.(?:dockerfile|containerfile)$/i;
var DOTENV = /^\.env(?:[._-].+)?$|^.+\.env$|^(?:dot)?env[._-](?:.+[._-])?(?:example|sample|template|dist)$|^\.flaskenv$/i;
var NOT_DOTENV = /\.(?:[cm]?[jt]sx?|py|rb|php|sh|enc|encrypted|gpg|pgp|age|sops|vault|me|json|ya?ml|toml|md)$/i;
var CI = new RegExp(
  [
    String.raw`(?:^|/)\.(?:github|gitea|forgejo)/(?:workflows|actions)/.+\.ya?ml$`,
    String.raw`(?:^|/)\.gitlab(?:-ci[^/]*|/.+)\.ya?ml$`,
    String.raw`(?:^|/)\.(?:circleci|buildkite|woodpecker)/[^/]+\.ya?ml$`,
    String.raw`(?:^|/)(?:azure-pipelines[^/]*|bitbucket-pipelines|cloudbuild[^/]*|buildspec[^/]*)\.ya?ml$`,
    String.raw`(?:^|/)\.(?:drone|travis|woodpecker)\.ya?ml$`,
    "(?:^|/)Jenkinsfile[^/]*$"
  ].join("|")
);
var LOCK = /^(?:package-lock|npm-shrinkwrap|composer\.lock|pnpm-lock|packages\.lock)\.?(?:json|ya?ml)?$|-lock\.ya?ml$/i;
function formatOf(path, text2) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const extension = dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
  const named = byName(path, name, extension);
  if (named) return named;
  const format2 = BY_EXTENSION.get(extension);
  if (format2 === "yaml") return looksLikeCompose(text2() ?? "") ? "compose" : "yaml";
  if (format2) return format2;
  if (isNginxFile(path, text2)) return "nginx";
  return extension === "" && SHELL_LINE.test(text2()?.slice(0, 200) ?? "") ? "shell" : "text";
}
var SHELL_LINE = /^#!.*\b(?:ba|da|a|k|z)?sh\b/;
function byName(path, name, extension) {
  if (/\.dockerignore$|^\.containerignore$/i.test(name)) return "dockerignore";
  if (CI.test(path)) return "ci";
  if (name === "package.json") return "package-json";
  if (LOCK.test(name)) return "lock";
  if (COMPOSE.test(name)) return "compose";
  if (DOCKERFILE.test(name) && isDockerfile(name, extension)) return "dockerfile";
  if (DOTENV.test(name) && !NOT_DOTENV.test(name)) return "dotenv";
  if (/^(?:gnu)?makefile$|^\.?justfile$|^taskfile(?:\.dist)?\.ya?ml$/i.test(name)) return "makefile";
  if (/^crontabs?(?:\.txt)?$|^cron\.\w+$/i.test(name) || /(?:^|\/)cron\.d\/[^/.]+$/.test(path)) return "crontab";
  return name === ".envrc" ? "shell" : void 0;
}
function isDockerfile(name, extension) {
  if (/\.(?:docker|container)file$/i.test(name)) return true;
  const format2 = BY_EXTENSION.get(extension);
  const other = /\.(?:md|mdx|rst|txt|html?|j2|tmpl|tpl|erb|template|xml|css)$/i.test(name);
  return !other && (format2 === void 0 || format2 === "source" && name.startsWith("Dockerfile"));
}
function looksLikeCompose(text2) {
  const top = /^(?:services|"services"|'services')[ \t]*:[ \t]*(?:&\S+[ \t]*)?(?:#.*)?\r?$/m.exec(text2);
  if (top === null) return false;
  let service2 = -1;
  let setting = -1;
  for (let at = text2.indexOf("\n", top.index) + 1; at > 0 && at < text2.length; ) {
    const end = text2.indexOf("\n", at);
    const line = text2.slice(at, end === -1 ? text2.length : Math.min(end, at + 200));
    at = end === -1 ? text2.length : end + 1;
    const indent = line.search(/[^ ]/);
    if (indent === -1 || /^\s*(?:#|$)/.test(line)) continue;
    if (indent === 0 || line.trimStart().startsWith("- ")) {
      if (indent === 0) return false;
      continue;
    }
    if (service2 === -1) service2 = indent;
    if (indent <= service2) setting = -1;
    else if (setting === -1) setting = indent;
    if (indent === setting && /^\s*["']?(?:image|build)["']?[ \t]*:/.test(line)) return true;
  }
  return false;
}

// src/discover/git.ts
const { lstatSync, readFileSync, realpathSync } = require("node:fs");
const { dirname, join, relative, resolve: resolve2, sep } = require("node:path");

// src/discover/git-index.ts
var HEADER = 12;
var DIRECTORY = 16384;
var GITLINK = 57344;
function readGitIndex(data, hashSize) {
  if (data.length < HEADER + hashSize || data.toString("latin1", 0, 4) !== "DIRC") return void 0;
  const version = data.readUInt32BE(4);
  if (version < 2 || version > 4) return void 0;
  const count3 = data.readUInt32BE(8);
  const paths = /* @__PURE__ */ new Set();
  const opaque = /* @__PURE__ */ new Set();
  let at = HEADER;
  let previous = Buffer.alloc(0);
  for (let index = 0; index < count3; index++) {
    const entry2 = readEntry(data, at, version, hashSize, previous);
    if (entry2 === void 0) return void 0;
    const path = entry2.name.toString("utf8");
    if (entry2.mode === DIRECTORY) opaque.add(path.replace(/\/$/, ""));
    else paths.add(path);
    if (entry2.mode === GITLINK) opaque.add(path);
    previous = entry2.name;
    at = entry2.end;
  }
  return isSplit(data, at, hashSize) ? void 0 : { paths, opaque };
}
function readEntry(data, start2, version, hashSize, previous) {
  const flagsAt = start2 + 40 + hashSize;
  if (flagsAt + 4 > data.length) return void 0;
  const mode = data.readUInt32BE(start2 + 24) & 61440;
  const extended = version >= 3 && (data.readUInt16BE(flagsAt) & 16384) !== 0;
  const nameAt = flagsAt + (extended ? 4 : 2);
  if (version < 4) {
    const zero2 = data.indexOf(0, nameAt);
    if (zero2 === -1) return void 0;
    return { name: data.subarray(nameAt, zero2), mode, end: start2 + (zero2 - start2 + 8 & ~7) };
  }
  let at = nameAt;
  let byte = data[at++] ?? 0;
  let dropped = byte & 127;
  while (byte & 128) {
    if (at - nameAt > 4) return void 0;
    byte = data[at++] ?? 0;
    dropped = dropped + 1 << 7 | byte & 127;
  }
  const zero = data.indexOf(0, at);
  if (zero === -1 || dropped > previous.length) return void 0;
  const name = Buffer.concat([previous.subarray(0, previous.length - dropped), data.subarray(at, zero)]);
  return { name, mode, end: zero + 1 };
}
function isSplit(data, extensions, hashSize) {
  for (let at = extensions; at + 8 <= data.length - hashSize; ) {
    const size = data.readUInt32BE(at + 4);
    if (data.toString("latin1", at, at + 4) === "link") {
      return data.subarray(at + 8, at + 8 + hashSize).some((byte) => byte !== 0);
    }
    at += 8 + size;
  }
  return false;
}

// src/discover/git.ts
var UPWARD_LIMIT = 40;
var INDEX_LIMIT = 128 * 1024 * 1024;
var SMALL_FILE_LIMIT = 256 * 1024;
function findWorkTree(root) {
  let top = root;
  for (let level = 0; level < UPWARD_LIMIT; level++) {
    const directory = gitDirectory(top);
    if (directory) return openWorkTree(root, top, directory);
    const parent = dirname(top);
    if (parent === top) return void 0;
    top = parent;
  }
  return void 0;
}
function openWorkTree(root, top, directory) {
  const config = readSmall(join(directory.common, "config")) ?? "";
  const data = readBytes(join(directory.own, "index"), INDEX_LIMIT);
  const hashSize = /^\s*objectformat\s*=\s*sha256\s*$/im.test(config) ? 32 : 20;
  return {
    top,
    prefix: relative(top, root).split(sep).join("/"),
    exclude: readSmall(join(directory.common, "info", "exclude")) ?? "",
    index: data && readGitIndex(data, hashSize)
  };
}
function gitDirectory(top) {
  const path = join(top, ".git");
  const kind = kindOf2(path);
  if (kind?.isDirectory()) return kindOf2(join(path, "HEAD"))?.isFile() ? { own: path, common: path } : void 0;
  if (!kind?.isFile()) return void 0;
  const target = /^gitdir: ([^\r\n]+)/.exec(readSmall(path) ?? "")?.[1];
  const own = target === void 0 ? void 0 : realPath(resolve2(top, target));
  if (own === void 0 || !belongsTo(own, path)) return void 0;
  const common2 = readSmall(join(own, "commondir"))?.trim();
  return { own, common: common2 === void 0 ? own : realPath(resolve2(own, common2)) ?? own };
}
function belongsTo(own, gitFile) {
  const parts = own.split(sep);
  const back = readSmall(join(own, "gitdir"))?.trim();
  if (parts.includes("worktrees") && back !== void 0) return realPath(resolve2(own, back)) === realPath(gitFile);
  const modules = parts.lastIndexOf("modules");
  const git = parts.lastIndexOf(".git");
  return git !== -1 && modules === git + 1 && gitFile.startsWith(parts.slice(0, git).join(sep) + sep);
}
function kindOf2(path) {
  return lstatSync(path, { throwIfNoEntry: false });
}
function realPath(path) {
  try {
    return realpathSync(path);
  } catch {
    return void 0;
  }
}
function readBytes(path, limit) {
  try {
    const status = lstatSync(path);
    return status.isFile() && status.size <= limit ? readFileSync(path) : void 0;
  } catch {
    return void 0;
  }
}
function readSmall(path) {
  return readBytes(path, SMALL_FILE_LIMIT)?.toString("utf8");
}

// door:src/discover/ignore-matcher.ts
var room5;
function enter6() {
  return room5 ??= require("./discover-ignore-matcher.js");
}
function matcherOf(...given) {
  return enter6().matcherOf(...given);
}
function filesMatching(...given) {
  return enter6().filesMatching(...given);
}

// src/discover/ignore-rules.ts
var PATTERN_LIMIT2 = 5e3;
var PATTERN_LENGTH = 1e3;
function readIgnoreRules(base, text2) {
  const patterns = text2.replace(/^\ufeff/, "").split(/\r?\n/, PATTERN_LIMIT2).filter((line) => line !== "" && !line.startsWith("#") && isHarmless2(line));
  return patterns.length === 0 ? void 0 : { base, matcher: matcherOf(patterns) };
}
function isHarmless2(pattern) {
  if (pattern.length > PATTERN_LENGTH) return false;
  const parts = pattern.split("/");
  const deep = parts.filter((part) => /^!?\*\*$/.test(part)).length;
  return deep <= 3 && parts.every((part) => /^!?\*\*$/.test(part) || (part.match(/\*+/g)?.length ?? 0) <= 2);
}
function isIgnored(rules2, path) {
  for (let at = rules2.length - 1; at >= 0; at--) {
    const { base = "", matcher } = rules2[at] ?? {};
    const inner = base === "" ? path : path.slice(base.length + 1);
    const result = matcher?.test(inner);
    if (result?.ignored) return true;
    if (result?.unignored) return false;
  }
  return false;
}

// src/discover/walk.ts
const { lstatSync: lstatSync2, readdirSync } = require("node:fs");
const { join: join2 } = require("node:path");

// src/discover/leave-out.ts
var GENERATED = /* @__PURE__ */ new Set([
  ".angular",
  ".bundle",
  ".cache",
  ".dart_tool",
  ".eggs",
  ".git",
  ".gradle",
  ".hg",
  ".mypy_cache",
  ".next",
  ".nuxt",
  ".nx",
  ".nyc_output",
  ".output",
  ".parcel-cache",
  ".pnpm-store",
  ".pytest_cache",
  ".ruff_cache",
  ".serverless",
  ".svelte-kit",
  ".svn",
  ".terraform",
  ".terragrunt-cache",
  ".tox",
  ".turbo",
  ".venv",
  ".vercel",
  ".yarn",
  "__pycache__",
  "bower_components",
  "jspm_packages",
  "node_modules",
  "site-packages"
]);
var ARCHIVES = /* @__PURE__ */ new Set(["archive", "archives", "archived", "_archive", "_archived", ".archive"]);
var COPIES = /* @__PURE__ */ new Set(["backup", "backups", "_backup", ".backup", "old", "_old", ".old"]);
var COPY = /(?:\.(?:bak|backup|old|orig|save|swp|rej|disabled)(?:[-._]?\d[\d.:_-]*)?|~)$/i;
function isGeneratedFolder(name) {
  return GENERATED.has(name) || ARCHIVES.has(name.toLowerCase());
}
function isCopy2(name) {
  return COPY.test(name);
}
function isLeftOutByEvidence(name, inside, beside) {
  if (inside.has("CACHEDIR.TAG") || inside.has("pyvenv.cfg")) return true;
  const lower = name.toLowerCase();
  if (COPIES.has(lower)) return ![...inside].some(isWorkedOn);
  switch (lower) {
    case "vendor":
      return inside.has("modules.txt") || inside.has("autoload.php") || inside.has("bundle") && beside.has("Gemfile");
    case "coverage":
    case "htmlcov":
      return ["lcov.info", "lcov-report", "coverage-final.json", "clover.xml", "status.json"].some(
        (one) => inside.has(one)
      );
    case "target":
      return beside.has("Cargo.toml") && inside.has("debug") || beside.has("pom.xml") && inside.has("classes");
    case "pods":
      return inside.has("Manifest.lock");
    case "dist":
    case "build":
    case "out":
      return ["package.json", "pyproject.toml", "setup.py"].some((one) => beside.has(one)) && isBuilt(inside);
    default:
      return false;
  }
}
function isWorkedOn(name) {
  return /\.(?:sh|bash|py|js|ts|go)$|^(?:Dockerfile|Containerfile|Makefile|crontab)/i.test(name);
}
function isBuilt(inside) {
  let built = false;
  for (const name of inside) {
    if (/dockerfile|containerfile|compose.*\.ya?ml$|\.sh$/i.test(name)) return false;
    built ||= /\.(?:map|d\.[cm]?ts|whl|chunk\.\w+|min\.\w+)$|^(?:index\.html|asset-manifest\.json|bin)$/.test(name);
  }
  return built;
}

// src/discover/walk.ts
var FILE_LIMIT = 1e5;
var DEPTH_LIMIT3 = 64;
function walk(options) {
  const workTree = options.workTree;
  const excluded = readIgnoreRules("", options.exclude.join("\n"));
  const walker = {
    files: /* @__PURE__ */ new Map(),
    directories: /* @__PURE__ */ new Set(),
    leftOut: /* @__PURE__ */ new Set(),
    links: [],
    skipped: [],
    options,
    prefix: workTree?.prefix ? `${workTree.prefix}/` : "",
    excluded: excluded ? [excluded] : [],
    trackedFolders: foldersOf(workTree?.index?.paths ?? []),
    full: false
  };
  const waiting = [{ path: "", depth: 0, rules: outerRules(workTree), ignored: false, beside: /* @__PURE__ */ new Set() }];
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    if (walker.full) break;
    for (const inside of enter7(walker, folder)) waiting.push(inside);
  }
  return walker;
}
function foldersOf(paths) {
  const folders = /* @__PURE__ */ new Set();
  for (const path of paths) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
function outerRules(workTree) {
  if (workTree === void 0) return [];
  const rules2 = [readIgnoreRules("", workTree.exclude)];
  const parts = workTree.prefix === "" ? [] : workTree.prefix.split("/");
  for (let depth = 0; depth < parts.length; depth++) {
    const base = parts.slice(0, depth).join("/");
    rules2.push(readIgnoreRules(base, readSmall(join2(workTree.top, base, ".gitignore")) ?? ""));
  }
  return rules2.filter((one) => one !== void 0);
}
function enter7(walker, folder) {
  const entries = list(walker, folder.path);
  const names = new Set(entries.map((entry2) => entry2.name));
  const name = folder.path.slice(folder.path.lastIndexOf("/") + 1);
  if (folder.path !== "" && isLeftOutByEvidence(name, names, folder.beside)) {
    walker.leftOut.add(folder.path);
    return [];
  }
  walker.directories.add(folder.path);
  const rules2 = withOwnRules(walker, folder, entries);
  return entries.flatMap((entry2) => {
    const path = folder.path === "" ? entry2.name : `${folder.path}/${entry2.name}`;
    if (entry2.name === ".git" || isIgnored(walker.excluded, entry2.isDirectory() ? `${path}/` : path)) return [];
    if (entry2.isDirectory()) return enterable(walker, folder, rules2, path, names);
    if (isWanted(walker, folder, rules2, path)) addFile(walker, entry2, path);
    return [];
  });
}
function list(walker, path) {
  try {
    return readdirSync(join2(walker.options.root, path), { withFileTypes: true });
  } catch {
    walker.skipped.push({ path: path || ".", because: "the folder cannot be read" });
    return [];
  }
}
function withOwnRules(walker, folder, entries) {
  if (!entries.some((entry2) => entry2.name === ".gitignore" && entry2.isFile())) return folder.rules;
  const base = walker.prefix + folder.path;
  const text2 = readSmall(join2(walker.options.root, folder.path, ".gitignore")) ?? "";
  const own = readIgnoreRules(base.replace(/\/$/, ""), text2);
  return own ? [...folder.rules, own] : folder.rules;
}
function enterable(walker, folder, rules2, path, beside) {
  const full = walker.prefix + path;
  const ignored2 = folder.ignored || isIgnored(rules2, `${full}/`);
  if (ignored2 && !walker.trackedFolders.has(full)) return [];
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (isGeneratedFolder(name)) {
    walker.leftOut.add(path);
    return [];
  }
  if (folder.depth >= DEPTH_LIMIT3) {
    walker.skipped.push({ path, because: `it lies more than ${DEPTH_LIMIT3} folders deep` });
    return [];
  }
  return [{ path, depth: folder.depth + 1, rules: rules2, ignored: ignored2, beside }];
}
function isWanted(walker, folder, rules2, path) {
  const full = walker.prefix + path;
  if (!folder.ignored && !isIgnored(rules2, full)) return true;
  return walker.options.workTree?.index?.paths.has(full) ?? false;
}
function addFile(walker, entry2, path) {
  if (entry2.isSymbolicLink()) {
    walker.links.push(path);
    return;
  }
  if (!entry2.isFile()) return;
  if (isCopy2(entry2.name)) {
    walker.leftOut.add(path);
    return;
  }
  if (walker.files.size >= FILE_LIMIT) {
    if (!walker.full) walker.skipped.push({ path, because: `it comes after the first ${FILE_LIMIT} files` });
    walker.full = true;
    return;
  }
  const status = lstatSync2(join2(walker.options.root, path), { throwIfNoEntry: false });
  if (status?.isFile()) walker.files.set(path, status.size);
}

// src/discover.ts
var DEFAULT_FILE_SIZE = 1024 * 1024;
var BINARY_PROBE = 8 * 1024;
function discover(root, options = {}) {
  const real2 = realPath2(root);
  if (real2 === void 0) return emptyDiscovery(root);
  const workTree = workTreeOf(real2);
  const found2 = walk({ root: real2, workTree, exclude: options.exclude ?? [] });
  const limit = options.maximumFileSize ?? DEFAULT_FILE_SIZE;
  const skipped = [...found2.skipped];
  const readFound = reader2(real2, found2, limit, skipped);
  const resolve5 = resolver(real2, found2, skipped);
  const files = classified(found2, readFound, limit, skipped);
  return {
    root: real2,
    files,
    read: (path) => {
      const target = resolve5(path);
      return target === void 0 ? void 0 : readFound(target);
    },
    exists: (path) => exists2(real2, found2, resolve5(path)),
    skipped: skipped.sort((one, other) => compareBytes(one.path, other.path)),
    tracked: (path) => tracked(workTree, resolve5(path) ?? path)
  };
}
function emptyDiscovery(root) {
  const skipped = [{ path: ".", because: "the folder cannot be read" }];
  return { root, files: [], read: () => void 0, exists: () => false, skipped, tracked: () => void 0 };
}
function workTreeOf(root) {
  const workTree = findWorkTree(root);
  if (workTree === void 0 || workTree.prefix === "") return workTree;
  return isIgnored(outerRules(workTree), `${workTree.prefix}/`) ? void 0 : workTree;
}
function tracked(workTree, path) {
  if (workTree?.index === void 0) return void 0;
  const full = workTree.prefix === "" ? path : `${workTree.prefix}/${path}`;
  if (workTree.index.paths.has(full)) return true;
  for (let at = full.indexOf("/"); at !== -1; at = full.indexOf("/", at + 1)) {
    if (workTree.index.opaque.has(full.slice(0, at))) return void 0;
  }
  return false;
}
function reader2(root, found2, limit, skipped) {
  const sources = /* @__PURE__ */ new Map();
  return (path) => {
    if (sources.has(path)) return sources.get(path);
    const size = found2.files.get(path);
    let data;
    try {
      data = size === void 0 || size > limit ? void 0 : readText(join3(root, path), limit);
    } catch {
      skipped.push({ path, because: "the file cannot be read" });
    }
    const source = data && { path, ...data };
    sources.set(path, source);
    return source;
  };
}
function readText(path, limit) {
  const data = readFileSync2(path);
  if (data.length > limit || data.subarray(0, BINARY_PROBE).includes(0)) return void 0;
  const text2 = data.toString("utf8").replace(/^\ufeff/, "");
  return isUtf8(data) ? { text: text2 } : { text: text2, malformed: true };
}
function classified(found2, read2, limit, skipped) {
  const charts = new Set([...found2.files.keys()].filter(isChart).map((path) => path.slice(0, -"Chart.yaml".length)));
  const files = [];
  for (const [path, size] of found2.files) {
    const text2 = () => read2(path)?.text;
    const named = formatOf(path, text2);
    const format2 = isHelmTemplate(path, charts) && text2()?.includes("{{") ? "helm" : named;
    files.push({ path, size, format: format2 });
    if (format2 === "helm" && /\.ya?ml$/.test(path)) skipped.push({ path, because: "Helm template: not evaluated" });
    else if (size > limit && isSaid(format2)) skipped.push({ path, because: `larger than ${limit} bytes: not read` });
  }
  return files.sort((one, other) => compareBytes(one.path, other.path));
}
function isChart(path) {
  return path === "Chart.yaml" || path.endsWith("/Chart.yaml");
}
function isHelmTemplate(path, charts) {
  if (charts.size === 0) return false;
  for (let at = path.indexOf("templates/"); at !== -1; at = path.indexOf("templates/", at + 1)) {
    if (charts.has(path.slice(0, at))) return true;
  }
  return false;
}
function isSaid(format2) {
  return format2 !== "binary" && format2 !== "lock" && format2 !== "text";
}
function resolver(root, found2, skipped) {
  const links = /* @__PURE__ */ new Map();
  for (const link of found2.links) {
    const target = realPath2(join3(root, link));
    const inside = target === void 0 ? void 0 : insideOf(root, target);
    if (inside !== void 0) links.set(link, inside);
    else if (isSaid(formatOf(link, () => void 0))) {
      skipped.push({ path: link, because: "a symbolic link that leads out of the repository or nowhere" });
    }
  }
  return (path) => {
    if (path.startsWith("/") || path.includes("\0")) return void 0;
    let at = joinPath(".", path);
    for (let hops = 0; hops < 16 && links.size > 0; hops++) {
      const next = throughLink(at, links);
      if (next === void 0) break;
      at = next;
    }
    return at === ".." || at.startsWith("../") ? void 0 : at;
  };
}
function throughLink(path, links) {
  for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
    const target = links.get(end === -1 ? path : path.slice(0, end));
    if (target !== void 0) return joinPath(target, end === -1 ? "" : path.slice(end + 1));
    if (end === -1) return void 0;
  }
}
function exists2(root, found2, path) {
  if (path === void 0) return false;
  if (path === "." || found2.files.has(path) || found2.directories.has(path) || found2.leftOut.has(path)) return true;
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
    if (!found2.leftOut.has(path.slice(0, end))) continue;
    const target = realPath2(join3(root, path));
    return target !== void 0 && insideOf(root, target) !== void 0;
  }
  return false;
}
function realPath2(path) {
  try {
    return realpathSync2(path);
  } catch {
    return void 0;
  }
}
function insideOf(root, target) {
  const path = relative2(root, target).split(sep2).join("/");
  if (path === "" || path === ".." || path.startsWith("../") || target === path) return void 0;
  return path;
}
function compareBytes(one, other) {
  if (one === other) return 0;
  if (/[\ud800-\udfff]/.test(one + other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
}

// door:src/parse/javascript/syntax.ts
var room6;
function enter8() {
  return room6 ??= require("./parse-javascript-syntax.js");
}
function parseJavaScript(...given) {
  return enter8().parseJavaScript(...given);
}
function parseJson(...given) {
  return enter8().parseJson(...given);
}
function javaScriptComments(...given) {
  return enter8().javaScriptComments(...given);
}

// door:src/parse/nginx.ts
var room7;
function enter9() {
  return room7 ??= require("./parse-nginx.js");
}
function parseNginx(...given) {
  return enter9().parseNginx(...given);
}
function walkNginx(...given) {
  return enter9().walkNginx(...given);
}
function conditionOf(...given) {
  return enter9().conditionOf(...given);
}

// src/comments.ts
var WORD = "erp-audit-ignore";
function commentsOf(sources) {
  const found2 = /* @__PURE__ */ new Map();
  for (const source of sources.values()) if (source.text.includes(WORD)) found2.set(source.path, commentsIn(source));
  return found2;
}
function commentsIn(source) {
  const name = fileName(source.path).toLowerCase();
  if (/\.ya?ml$/.test(name)) return parseYaml(source).comments;
  if (/dockerfile|containerfile/.test(name)) return parseDockerfile(source).comments;
  if (/(^|\.)env(\.|$)/.test(name)) return [...lineComments(source), ...commentsBehindValues(source)];
  if (/\.[cm]?js$|\.json$/.test(name)) return javaScriptComments(source);
  if (isNginx(source)) return parseNginx(source).comments;
  return lineComments(source);
}
function isNginx(source) {
  if (formatOf(source.path, () => source.text) === "nginx") return true;
  return source.path.endsWith(".conf") && /^[ \t]*[a-z_]+[ \t][^\n]{0,500};[ \t]*(?:#|\r?$)/m.test(source.text);
}
function commentsBehindValues(source) {
  return parseEnvironmentFile(source).entries.flatMap(({ at }) => {
    const [line = ""] = source.text.slice(at.end, at.end + 4096).split("\n", 1);
    const [, blank = "", text2] = /^([ \t]+)(#.*)$/.exec(line) ?? [];
    const start2 = at.end + blank.length;
    return text2 === void 0 ? [] : [{ text: text2, start: start2, end: start2 + text2.length }];
  });
}
function lineComments(source) {
  const comments = [];
  for (const match2 of source.text.matchAll(/^[ \t]*(#[^\n]*)/gm)) {
    const text2 = match2[1] ?? "";
    const start2 = match2.index + match2[0].length - text2.length;
    comments.push({ text: text2, start: start2, end: start2 + text2.length });
  }
  return comments;
}

// src/config/config.ts
var NO_CONFIG = { rules: [], exclude: [], weights: /* @__PURE__ */ new Map(), deployments: [] };
var DEFAULT_OPTIONS = {
  config: NO_CONFIG,
  failOn: "high",
  minScore: 80,
  selection: { only: [], skip: [] },
  advice: false
};
function exactness(pattern, rule) {
  if (pattern === rule.id || rule.aliases?.includes(pattern)) return 3;
  if (pattern.endsWith("/*") && rule.id.startsWith(pattern.slice(0, -1))) return 2;
  return pattern === rule.category ? 1 : 0;
}
function isSelected(selection, rule) {
  const matches2 = (pattern) => exactness(pattern, rule) > 0;
  return (selection.only.length === 0 || selection.only.some(matches2)) && !selection.skip.some(matches2);
}
function settingFor(config, rule) {
  let best;
  let bestExactness = 1;
  for (const setting of config.rules) {
    const found2 = exactness(setting.pattern, rule);
    if (found2 === 0 || found2 < bestExactness) continue;
    best = setting;
    bestExactness = found2;
  }
  return best;
}
function isAtLeast(severity, limit) {
  return limit !== "never" && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit);
}
function patternNames(rules2, categories) {
  const names = new Set(categories);
  for (const rule of rules2) {
    names.add(rule.id);
    names.add(`${rule.id.slice(0, rule.id.indexOf("/"))}/*`);
    for (const alias of rule.aliases ?? []) names.add(alias);
  }
  return names;
}

// src/config/apply.ts
function enabledRules(rules2, config) {
  return config.rules.length === 0 ? rules2 : rules2.filter((rule) => settingFor(config, rule)?.off !== true);
}
function withSettings(judgements, config) {
  if (config.rules.length === 0) return judgements;
  return judgements.map((judgement) => {
    const severity = settingFor(config, judgement.rule)?.severity;
    if (!severity) return judgement;
    const outcomes = judgement.outcomes.map((outcome) => ({
      ...outcome,
      severity,
      findings: outcome.findings.map((finding) => ({ ...finding, severity, ruleSeverity: finding.severity }))
    }));
    return { ...judgement, outcomes };
  });
}
function ignoresOf(config) {
  return config.rules.filter((setting) => setting.ignore.length > 0).map(({ pattern, ignore, reason, line }) => ({
    rule: pattern,
    globs: ignore,
    ...reason === void 0 ? {} : { reason },
    ...config.path === void 0 ? {} : { path: config.path },
    ...line === void 0 ? {} : { line }
  }));
}
function isShown({ rule }, options) {
  return isSelected(options.selection, rule) && (options.advice || rule.confidence !== "C");
}
function offNotices(rules2, config) {
  return config.rules.filter((setting) => setting.off).flatMap(({ pattern, line }) => {
    const count3 = rules2.filter((rule) => settingFor(config, rule)?.pattern === pattern).length;
    const where = {
      ...config.path === void 0 ? {} : { path: config.path },
      ...line === void 0 ? {} : { line }
    };
    return count3 === 0 ? [] : [
      {
        ...where,
        message: `"${pattern}: off" takes ${count3 === 1 ? "1 rule" : `${count3} rules`} out of the score`
      }
    ];
  });
}

// src/exact.ts
function plus(a, b) {
  return a.under === b.under ? { over: a.over + b.over, under: a.under } : { over: a.over * b.under + b.over * a.under, under: a.under * b.under };
}
var SCALE = 10n ** 15n;
function toNumber(fraction) {
  return Number(fraction.over * SCALE / fraction.under) / Number(SCALE);
}
function fractionOf(value) {
  const written = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!written) throw new RangeError(`not a number of 0 or more: ${value}`);
  const [, whole2 = "0", decimals = "", exponent = "0"] = written;
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(whole2 + decimals);
  return shift >= 0 ? { over: digits * 10n ** BigInt(shift), under: 1n } : { over: digits, under: 10n ** BigInt(-shift) };
}
function commonMultiple(values) {
  let multiple = 1n;
  for (const value of new Set(values)) multiple = multiple / commonDivisor(multiple, value) * value;
  return multiple;
}
function inProportion(numbers) {
  const fractions = [...numbers].map(([key, value]) => [key, fractionOf(value)]);
  const scale = commonMultiple(fractions.map(([, fraction]) => fraction.under));
  return new Map(fractions.map(([key, fraction]) => [key, fraction.over * (scale / fraction.under)]));
}
function commonDivisor(a, b) {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}

// src/ledger.ts
function isScored(rule) {
  return rule.confidence !== "C";
}
function openLedger(judgements, weights) {
  const severityWeights = inProportion(new Map(SEVERITIES.map((severity) => [severity, weights.severities[severity]])));
  const categoryWeights = inProportion(new Map(CATEGORIES.map((category) => [category, weights.categories[category]])));
  const lines = /* @__PURE__ */ new Map();
  for (const judgement of judgements) {
    const line = lineOf2(judgement, severityWeights);
    if (line) lines.set(judgement.rule.id, line);
  }
  const sheets = /* @__PURE__ */ new Map();
  for (const category of CATEGORIES) {
    const weight = categoryWeights.get(category) ?? 0n;
    const own = [...lines.values()].filter((line) => line.rule.category === category);
    if (own.length > 0) sheets.set(category, sheetOf(category, weight, own));
  }
  return { lines, sheets, criticalFactor: fractionOf(weights.criticalFactor) };
}
function apply(ledger, changes) {
  const lines = new Map(ledger.lines);
  const sheets = new Map(ledger.sheets);
  for (const change of changes) {
    const line = lines.get(change.rule);
    const sheet = line && sheets.get(line.rule.category);
    if (!line || !sheet) continue;
    const moved = { ...line, points: line.points + BigInt(change.points), strikes: line.strikes + change.strikes };
    lines.set(change.rule, moved);
    sheets.set(sheet.category, {
      ...sheet,
      points: sheet.points + line.weight * BigInt(change.points) * (sheet.unit / line.demanded),
      criticalRules: sheet.criticalRules + Number(moved.strikes > 0) - Number(line.strikes > 0)
    });
  }
  return { ...ledger, lines, sheets };
}
function totalOf(ledger) {
  let weights = 0n;
  let sum2 = { over: 0n, under: 1n };
  for (const sheet of ledger.sheets.values()) {
    if (sheet.weight === 0n) continue;
    const score2 = scoreOf(ledger, sheet);
    weights += sheet.weight;
    sum2 = plus(sum2, { over: sheet.weight * score2.over, under: score2.under });
  }
  return weights === 0n ? null : toNumber({ over: sum2.over, under: sum2.under * weights });
}
function scoreOf(ledger, sheet) {
  const n = BigInt(sheet.criticalRules);
  return {
    over: 100n * sheet.points * ledger.criticalFactor.over ** n,
    under: sheet.unit * sheet.demanded * ledger.criticalFactor.under ** n
  };
}
function changeBetween(rule, before, after) {
  return {
    rule: rule.id,
    points: pointsOf(after) - pointsOf(before),
    strikes: Number(strikes(rule, after)) - Number(strikes(rule, before))
  };
}
function strikes(rule, outcome) {
  if (outcome.weight === 0 || outcome.status === "pass") return false;
  const found2 = outcome.findings.map((finding) => finding.ruleSeverity ?? finding.severity);
  if (outcome.unreadable) found2.push(rule.severity, rule.worst ?? rule.severity);
  else if (outcome.status !== "unverified") found2.push(rule.severity);
  return found2.includes("critical");
}
function pointsOf(outcome) {
  return outcome.status === "pass" ? outcome.weight : 0;
}
function lineOf2(judgement, weights) {
  const { rule, outcomes } = judgement;
  const demanded = BigInt(sum(outcomes.map((outcome) => outcome.weight)));
  const weight = weights.get(rule.severity) ?? 0n;
  if (!isScored(rule) || demanded === 0n || weight === 0n) return void 0;
  return {
    rule,
    weight,
    demanded,
    points: BigInt(sum(outcomes.map(pointsOf))),
    strikes: outcomes.filter((outcome) => strikes(rule, outcome)).length
  };
}
function sheetOf(category, weight, lines) {
  const unit = commonMultiple(lines.map((line) => line.demanded));
  let demanded = 0n;
  let points = 0n;
  for (const line of lines) {
    demanded += line.weight;
    points += line.weight * line.points * (unit / line.demanded);
  }
  return { category, weight, unit, demanded, points, criticalRules: lines.filter((line) => line.strikes > 0).length };
}
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

// src/remedy.ts
function changeOf(answer, isFixed, released = false) {
  return changeBetween(answer.rule, answer.outcome, remedied(answer, isFixed, released));
}
function remedied({ rule, outcome }, isFixed, released) {
  return withoutFindings(rule, released ? withoutImplied(rule, outcome) : outcome, isFixed);
}
function impliedAnswers(judgements) {
  const index = indexOf(judgements);
  const traits = /* @__PURE__ */ new Map();
  const answers2 = [];
  for (const { rule, outcomes } of judgements) {
    for (const outcome of outcomes) {
      if (!outcome.implied) continue;
      const holders = holdersOf(rule, outcome, outcome.implied, index);
      if (holders.length === 0) continue;
      const known4 = traits.get(holders) ?? {
        rules: new Set(holders.map((finding) => finding.rule)),
        accepted: holders.some((finding) => finding.suppressed)
      };
      traits.set(holders, known4);
      answers2.push({ rule, outcome, holders, ...known4 });
    }
  }
  return answers2;
}
function indexOf(judgements) {
  const found2 = judgements.flatMap(
    ({ rule, outcomes }) => outcomes.flatMap(
      ({ findings, weight }) => findings.map((finding) => ({ finding, scored: isScored(rule) && weight > 0 }))
    )
  );
  const all = found2.filter((entry2) => entry2.scored).map((entry2) => entry2.finding);
  const each = found2.map((entry2) => entry2.finding);
  return {
    all,
    ofRule: grouped(each, (finding) => finding.rule),
    ofAnswer: grouped(each, (finding) => answerKey(finding.rule, finding.subject)),
    ofSubject: grouped(all, (finding) => finding.subject)
  };
}
function answerKey(rule, subject) {
  return `${rule} ${subject}`;
}
function holdersOf(rule, outcome, { by }, index) {
  const named = by === void 0 ? [] : index.ofRule.get(by) ?? [];
  const namedHere = by === void 0 ? void 0 : index.ofAnswer.get(answerKey(by, outcome.subject));
  if (namedHere) return namedHere;
  if (named.length > 0) return named;
  const here = (index.ofSubject.get(outcome.subject) ?? []).filter((finding) => finding.rule !== rule.id);
  return here.length > 0 ? here : index.all;
}
function grouped(values, keyOf2) {
  const groups = /* @__PURE__ */ new Map();
  for (const value of values) {
    const group = groups.get(keyOf2(value));
    if (group) group.push(value);
    else groups.set(keyOf2(value), [value]);
  }
  return groups;
}

// src/weights.ts
var LETTERS = ["A", "B", "C", "D", "F"];
var WEIGHTS = {
  categories: {
    "infrastructure-stability": 25,
    "service-health": 20,
    security: 20,
    observability: 15,
    "disaster-recovery": 10,
    performance: 10
  },
  severities: { critical: 10, high: 7, medium: 3, low: 1 },
  criticalFactor: 0.75,
  letters: [
    { letter: "A", from: 90 },
    { letter: "B", from: 80 },
    { letter: "C", from: 70 },
    { letter: "D", from: 60 },
    { letter: "F", from: 0 }
  ],
  bestWithCritical: "C",
  threshold: 80
};
function weightsWith(categories) {
  return { ...WEIGHTS, categories: { ...WEIGHTS.categories, ...Object.fromEntries(categories) } };
}

// src/gain.ts
function gains(judgements, options) {
  const ledger = openLedger(judgements, options.weights ?? WEIGHTS);
  const before = options.deployable ? totalOf(ledger) : null;
  const released = releasedBy(impliedAnswers(judgements));
  const known4 = /* @__PURE__ */ new Map();
  const worth = (changes) => {
    if (before === null) return 0;
    const kind = JSON.stringify(changes.map(({ rule, points, strikes: strikes2 }) => [rule, points, strikes2]));
    const gain = known4.get(kind) ?? (totalOf(apply(ledger, changes)) ?? 0) - before;
    known4.set(kind, gain);
    return gain;
  };
  const found2 = /* @__PURE__ */ new Map();
  for (const { rule, outcomes } of judgements) {
    for (const outcome of outcomes) {
      const changes = /* @__PURE__ */ new Map();
      for (const finding of outcome.findings) {
        const kind = `${finding.severity} ${finding.ruleSeverity} ${finding.suppressed !== void 0}`;
        const own = changes.get(kind) ?? changeOf({ rule, outcome }, (other) => other === finding);
        changes.set(kind, own);
        const implied = (released.get(finding) ?? []).map((answer) => changeOf(answer, () => false, true));
        found2.set(finding, worth([own, ...implied]));
      }
    }
  }
  return found2;
}
function releasedBy(answers2) {
  const released = /* @__PURE__ */ new Map();
  for (const answer of answers2) {
    const [holder, another] = answer.holders;
    if (!holder || another) continue;
    const others = released.get(holder);
    if (others) others.push(answer);
    else released.set(holder, [answer]);
  }
  return released;
}

// src/conclude.ts
function conclude(conclusion) {
  const { system, judgements, scoring, sources, options } = conclusion;
  const shown2 = judgements.filter((judgement) => isShown(judgement, options));
  const findings = worstFirst(shown2, gains(judgements, scoring));
  const production = system.deployments.filter((deployment) => deployment.purpose === "production");
  return {
    tool: { name: TOOL.name, version: TOOL.version },
    deployments: system.deployments,
    scope: { workloads: system.workloads.length, images: system.images.length, deployments: production.length },
    judgements: shown2,
    findings,
    score: conclusion.score,
    roadmap: conclusion.roadmap,
    gate: conclusion.gate,
    unverified: shown2.flatMap(unverifiedOf),
    unreadable: system.unreadable,
    notEvaluated: system.notEvaluated,
    notices: [...conclusion.notices, ...shown2.flatMap(unlistedOf)],
    internalErrors: judgements.flatMap(({ rule, error }) => error ? [{ rule: rule.id, ...error }] : []),
    sources: pointedAt(findings, sources)
  };
}
function worstFirst(judgements, worth) {
  const all = judgements.flatMap(({ outcomes }) => outcomes.flatMap(({ findings }) => findings));
  const rank = (finding) => SEVERITIES.indexOf(finding.severity);
  return all.map((finding) => ({ ...finding, gain: worth.get(finding) ?? 0 })).sort(
    (a, b) => rank(a) - rank(b) || b.gain - a.gain || compare2(a.place.path, b.place.path) || a.place.line - b.place.line || compare2(a.rule, b.rule)
  );
}
function compare2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function unverifiedOf({ rule, outcomes }) {
  return outcomes.filter((outcome) => outcome.status === "unverified").map(({ subject, subjectName, because, place }) => ({
    rule: rule.id,
    subject,
    subjectName,
    because: because ?? "the repository does not tell",
    ...place ? { place } : {}
  }));
}
function unlistedOf({ rule, unlisted = 0 }) {
  if (unlisted === 0) return [];
  const more = unlisted === 1 ? "1 more finding is" : `${unlisted} more findings are`;
  return [{ message: `${more} not listed: ${rule.id} finds too much in one subject` }];
}
function pointedAt(findings, sources) {
  const paths = new Set(
    findings.flatMap((finding) => [finding.place.path, ...finding.related.map((related) => related.place.path)])
  );
  return new Map([...sources].filter(([path]) => paths.has(path)));
}

// src/score.ts
function score(judgements, options) {
  const weights = options.weights ?? WEIGHTS;
  const ledger = openLedger(judgements, weights);
  const total = totalOf(ledger);
  if (!options.deployable || total === null) return null;
  const scored = judgements.filter((judgement) => isScored(judgement.rule));
  return {
    total,
    letter: letterOf(total, weights, scored.some(hasOpenCritical)),
    threshold: options.threshold ?? weights.threshold,
    categories: CATEGORIES.map((category) => categoryScore(category, scored, ledger, weights)),
    coverage: coverageOf(scored)
  };
}
function formatScore(value) {
  return (Math.floor(value * 10) / 10).toFixed(1);
}
function hasOpenCritical({ outcomes }) {
  return outcomes.some(
    ({ weight, findings }) => weight > 0 && findings.some((finding) => (finding.ruleSeverity ?? finding.severity) === "critical" && !finding.suppressed)
  );
}
function letterOf(total, weights, openCritical) {
  const earned = weights.letters.find(({ from }) => total >= from)?.letter ?? "F";
  const capped = openCritical && LETTERS.indexOf(earned) < LETTERS.indexOf(weights.bestWithCritical);
  return capped ? weights.bestWithCritical : earned;
}
function categoryScore(category, judgements, ledger, weights) {
  const sheet = ledger.sheets.get(category);
  const rules2 = judgements.filter((judgement) => judgement.rule.category === category).toSorted((a, b) => a.rule.id < b.rule.id ? -1 : 1);
  return {
    category,
    weight: weights.categories[category],
    score: sheet ? toNumber(scoreOf(ledger, sheet)) : null,
    base: sheet ? toNumber({ over: sheet.points, under: sheet.unit * sheet.demanded }) : null,
    criticalRules: sheet?.criticalRules ?? 0,
    rules: rules2.flatMap((judgement) => {
      const line = ledger.lines.get(judgement.rule.id);
      return line ? [ruleScore(judgement, line, weights)] : [];
    })
  };
}
function ruleScore({ rule, outcomes }, line, weights) {
  const counted2 = outcomes.filter((outcome) => outcome.weight > 0);
  const having = (status) => counted2.filter((outcome) => outcome.status === status).length;
  return {
    rule: rule.id,
    weight: weights.severities[rule.severity],
    q: toNumber({ over: line.points, under: line.demanded }),
    critical: line.strikes > 0,
    subjects: counted2.length,
    passed: having("pass"),
    failed: having("fail"),
    accepted: having("accepted"),
    unverified: having("unverified")
  };
}
function coverageOf(judgements) {
  let demanded = 0;
  let verified = 0;
  for (const { weight, status } of judgements.flatMap((judgement) => judgement.outcomes)) {
    if (weight === 0) continue;
    const questions = Math.max(1, weight / 3);
    demanded += questions;
    if (status !== "unverified") verified += questions;
  }
  return { demanded, verified, share: demanded === 0 ? 1 : verified / demanded };
}

// src/gate.ts
var NAMED3 = 3;
var NAMED_RULES = 5;
function gate(judgements, score2, options) {
  const open2 = openFindings(judgements, options.known ?? /* @__PURE__ */ new Set());
  const conditions = [];
  if (score2) conditions.push(scoreCondition(score2.total, options.minScore));
  if (options.failOn !== "never") {
    conditions.push(criticalCondition(open2.filter((finding) => finding.severity === "critical")));
    if (options.failOn !== "critical") conditions.push(severityCondition(open2, options.failOn));
  }
  return { passed: conditions.every((condition) => condition.passed), conditions };
}
function scoreCondition(total, minScore) {
  const passed = total >= minScore;
  const shown2 = `score ${formatScore(total)}`;
  return { kind: "score", passed, message: passed ? `${shown2} reaches ${minScore}` : `${shown2} is below ${minScore}` };
}
function criticalCondition(open2) {
  if (open2.length === 0) return { kind: "critical", passed: true, message: "no critical finding is open" };
  return { kind: "critical", passed: false, message: `${count2(open2, "critical")}: ${naming(open2)}` };
}
function severityCondition(open2, limit) {
  const kind = "severity";
  const bad = open2.filter((finding) => finding.severity !== "critical" && isAtLeast(finding.severity, limit));
  const what = limit === "high" ? "high" : `high to ${limit}`;
  if (bad.length === 0) return { kind, passed: true, message: `no ${what} finding is open` };
  return { kind, passed: false, message: `${count2(bad, what)}: ${naming(bad)}` };
}
function count2(findings, what) {
  return findings.length === 1 ? `1 ${what} finding is open` : `${findings.length} ${what} findings are open`;
}
function naming(findings) {
  if (findings.length <= NAMED3) {
    return findings.map(({ rule, subjectName, place }) => `${rule} on ${subjectName} (${place.path}:${place.line})`).join(", ");
  }
  const counts = /* @__PURE__ */ new Map();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules2 = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = rules2.slice(0, NAMED_RULES).map(([rule, times]) => times === 1 ? rule : `${rule} (${times})`);
  const rest = rules2.length - named.length;
  return rest > 0 ? `${named.join(", ")} and ${rest} more ${rest === 1 ? "rule" : "rules"}` : named.join(", ");
}
function openFindings(judgements, known4) {
  return judgements.filter((judgement) => isScored(judgement.rule)).flatMap((judgement) => judgement.outcomes).filter((outcome) => outcome.weight > 0).flatMap((outcome) => outcome.findings).filter((finding) => !finding.suppressed && !known4.has(finding.fingerprint));
}

// src/knowledge/private-keys.ts
var PEM_KEYWORD = "-----BEGIN ";
var BEGIN = /-----BEGIN ((?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY)( BLOCK)?-----/y;
var LONGEST_BODY = 2e4;
var PUBLISHED = [
  // jwt.io's example.
  "MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTUt9Us8cKj",
  // https://github.com/hashicorp/vagrant/tree/main/keys
  "MIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr"
];
var OPENSSH_PLAIN = "b3BlbnNzaC1rZXktdjEAAAAABG5vbmU";
function privateKeyAt(text2, start2) {
  BEGIN.lastIndex = start2;
  const begin = BEGIN.exec(text2);
  if (!begin) return void 0;
  const from = BEGIN.lastIndex;
  const footer = text2.slice(from, from + LONGEST_BODY).indexOf("-----END ");
  if (footer === -1) return void 0;
  const inside = text2.slice(from, from + footer);
  if (inside.includes(PEM_KEYWORD)) return void 0;
  const pgp = begin[2] !== void 0;
  const body = bodyOf(inside);
  if (body === void 0 || !isPlausible(body, pgp)) return void 0;
  const kind = begin[1] ?? "PRIVATE KEY";
  const encrypted = kind.startsWith("ENCRYPTED") || /Proc-Type:\s*4,ENCRYPTED/.test(inside) || isLockedOpenSsh(body);
  const closed2 = text2.indexOf("-----", from + footer + 9);
  const end = closed2 === -1 || closed2 > from + footer + 60 ? from + footer : closed2 + 5;
  return { start: start2, end, name: nameOf7(kind, encrypted), encrypted, length: body.length };
}
function nameOf7(kind, encrypted) {
  const type = kind.replace(/ ?PRIVATE KEY$/, "").replace("ENCRYPTED", "").replace("OPENSSH", "OpenSSH");
  return `${type === "" ? "Private key" : `${type} private key`}${encrypted ? ", encrypted" : ""}`;
}
function bodyOf(inside) {
  const lines = inside.replace(/\\r|\\n|\\t/g, "\n").split(/[\r\n]+/);
  let body = "";
  for (const line of lines) {
    const text2 = line.replace(/^[\s"'`+|>*#/,;-]+(?=$|[A-Za-z0-9+/=:])/, "").replace(/[\s"'`+\\,;]+$/, "");
    if (text2 === "" || /^[A-Za-z][A-Za-z0-9-]{2,20}:\s/.test(text2)) continue;
    if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text2)) return void 0;
    body += text2;
  }
  return body;
}
function isPlausible(body, pgp) {
  if (PUBLISHED.some((known4) => body.startsWith(known4))) return false;
  const form = pgp || /^(?:M[CHI]|b3BlbnNzaC1rZXktdjE)/.test(body);
  const long = body.length >= (body.startsWith("MC4CAQAw") ? 64 : 100);
  return form && long && entropy(body.slice(0, 4e3)) >= (body.length < 100 ? 4 : 4.5);
}
function isLockedOpenSsh(body) {
  return body.startsWith("b3BlbnNzaC1rZXktdjE") && !body.startsWith(OPENSSH_PLAIN);
}

// src/knowledge/provider-formats/format.ts
function format(name, keywords, pattern, source, rest = {}) {
  return {
    name,
    keywords: keywords.split(" "),
    pattern: new RegExp(pattern.source, `${pattern.flags}y`),
    before: 0,
    source,
    ...rest
  };
}

// src/knowledge/provider-formats/cloud.ts
var AZURITE_KEY = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq";
var cloud = [
  format(
    "AWS access key",
    "AKIA ASIA",
    /(?:AKIA|ASIA)([A-Z2-7]{16})(?![A-Za-z0-9+/=])/,
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"
  ),
  format(
    "Google API key",
    "AIza",
    /AIza([\w-]{35})(?![\w-])/,
    "https://docs.cloud.google.com/docs/authentication/api-keys",
    {
      // Keys of Firebase web apps are made to be public: https://firebase.google.com/docs/projects/api-keys
      unless: /firebase|authDomain|messagingSenderId|mobilesdk_app_id|maps\.googleapis\.com\/maps\/api\/js/i
    }
  ),
  format(
    "Google OAuth client secret",
    "GOCSPX-",
    /GOCSPX-([\w-]{28})(?![\w-])/,
    "https://developers.google.com/identity/protocols/oauth2"
  ),
  format(
    "Azure storage account key",
    "AccountKey=",
    /AccountKey=([A-Za-z0-9+/]{86}==)(?![A-Za-z0-9+/=])/i,
    "https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string",
    {
      valid: (token) => !token.includes(AZURITE_KEY)
    }
  ),
  format(
    "Microsoft Entra client secret",
    "Q~",
    /([A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34})(?![\w~.-])/,
    "https://learn.microsoft.com/purview/sit-defn-azure-ad-client-secret",
    { before: 4 }
  ),
  format(
    "DigitalOcean token",
    "dop_v1_ doo_v1_ dor_v1_",
    /do[por]_v1_([0-9a-f]{64})(?![0-9a-zA-Z])/,
    "https://docs.digitalocean.com/reference/api/create-personal-access-token/"
  ),
  format(
    "Cloudflare origin CA key",
    "v1.0-",
    /v1\.0-([0-9a-f]{24}-[0-9a-f]{146})(?![0-9a-zA-Z])/,
    "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/"
  ),
  format(
    "Heroku API key",
    "HRKU-",
    /HRKU-([\w-]{36,60})(?![\w-])/,
    "https://devcenter.heroku.com/articles/oauth#prefixed-oauth-tokens"
  ),
  format("Fly.io token", "fo1_", /fo1_([\w-]{43})(?![\w-])/, "https://fly.io/docs/security/tokens/"),
  format(
    "Pulumi access token",
    "pul-",
    /pul-([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://www.pulumi.com/docs/administration/access-identity/access-tokens/"
  ),
  format(
    "HCP Terraform token",
    ".atlasv1.",
    /([A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,70})(?![\w-])/,
    "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens",
    { before: 14 }
  ),
  format(
    "Vault token",
    "hvs. hvb.",
    /hv[sb]\.([\w-]{90,300})(?![\w-])/,
    "https://developer.hashicorp.com/vault/docs/concepts/tokens"
  ),
  format(
    "Doppler token",
    "dp.pt. dp.st. dp.ct. dp.sa. dp.scim. dp.audit.",
    /dp\.(?:pt|st|ct|sa|scim|audit)\.(?:[\w-]{2,35}\.)?([A-Za-z0-9]{40,44})(?![\w-])/,
    "https://docs.doppler.com/reference/auth-token-formats"
  ),
  format(
    "1Password service account token",
    "ops_eyJ",
    /ops_(eyJ[A-Za-z0-9+/_-]{200,2000})/,
    "https://developer.1password.com/docs/service-accounts/"
  ),
  format(
    "Tailscale key",
    "tskey-",
    /tskey-(?:auth|api|client|scim)-[A-Za-z0-9]{8,20}-([A-Za-z0-9]{20,40})(?![\w-])/,
    "https://tailscale.com/kb/1085/auth-keys"
  ),
  format(
    "Databricks token",
    "dapi",
    /dapi([0-9a-f]{32})(?:-\d)?(?![0-9a-zA-Z])/,
    "https://docs.databricks.com/aws/en/dev-tools/auth/pat"
  ),
  format(
    "PlanetScale credential",
    "pscale_",
    /pscale_(?:tkn|pw|oauth)_([\w.-]{32,64})(?![\w-])/,
    "https://planetscale.com/docs/api/reference/service-tokens"
  ),
  format(
    "Supabase access token",
    "sbp_",
    /sbp_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://supabase.com/docs/reference/api/introduction"
  ),
  format(
    "Supabase secret key",
    "sb_secret_",
    /sb_secret_([\w-]{31})(?![\w-])/,
    "https://supabase.com/docs/guides/api/api-keys"
  ),
  format(
    "Supabase service role key",
    "eyJhbGciOi",
    /(eyJhbGciOi[\w-]{10,60}\.eyJ[\w-]{20,600}\.[\w-]{43})(?![\w-])/,
    "https://supabase.com/docs/guides/api/api-keys",
    {
      valid: isServiceRole
    }
  ),
  format(
    "age secret key",
    "AGE-SECRET-KEY-1",
    /AGE-SECRET-KEY-1([QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58})(?![A-Za-z0-9])/,
    "https://github.com/FiloSottile/age"
  )
];
function isServiceRole(token) {
  const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");
  return /"role"\s*:\s*"service_role"/.test(payload) && !/supabase-demo/.test(payload);
}

// src/knowledge/provider-formats/code.ts
var code = [
  format(
    "GitHub token",
    "ghp_ gho_ ghu_ ghs_ ghr_",
    /gh[pousr]_([A-Za-z0-9]{36,251})(?!\w)/,
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats"
  ),
  format(
    "GitHub fine-grained token",
    "github_pat_",
    /github_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})(?!\w)/,
    "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats"
  ),
  format(
    "GitLab token",
    "glpat- gldt- glrt- glcbt- glptt- glft- glsoat- glimt- glagent-",
    /gl(?:pat|dt|rt|cbt|ptt|ft|soat|imt|agent)-([\w-]{20,300}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?)(?![\w-])/,
    "https://docs.gitlab.com/security/tokens/#token-prefixes"
  ),
  format(
    "Bitbucket app password",
    "ATBB",
    /ATBB([A-Za-z0-9]{24,32})(?![\w-])/,
    "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/"
  ),
  format(
    "Atlassian API token",
    "ATATT3 ATCTT3",
    /AT[AC]TT3([\w=-]{100,300})/,
    "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/"
  ),
  format("npm token", "npm_", /npm_([A-Za-z0-9]{36})(?!\w)/, "https://docs.npmjs.com/about-access-tokens"),
  format("PyPI token", "pypi-AgE", /pypi-(AgE[\w-]{80,400})(?![\w-])/, "https://pypi.org/help/#apitoken"),
  format(
    "RubyGems API key",
    "rubygems_",
    /rubygems_([0-9a-f]{48})(?![0-9a-zA-Z])/,
    "https://guides.rubygems.org/api-key-scopes/"
  ),
  format(
    "Docker Hub token",
    "dckr_pat_ dckr_oat_",
    /dckr_[po]at_([\w-]{27,64})(?![\w-])/,
    "https://docs.docker.com/security/access-tokens/"
  ),
  format(
    "JFrog API key",
    "AKCp",
    /AKCp([A-Za-z0-9]{69})(?![A-Za-z0-9])/,
    "https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key"
  ),
  format(
    "Buildkite token",
    "bkua_",
    /bkua_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://buildkite.com/docs/apis/managing-api-tokens"
  ),
  format(
    "CircleCI token",
    "CCIPAT_ CCIPRJ_",
    /CCIP(?:AT|RJ)_[A-Za-z0-9]{22}_([0-9a-f]{40})(?![0-9a-zA-Z])/,
    "https://circleci.com/docs/guides/toolkit/managing-api-tokens/"
  ),
  format(
    "Postman API key",
    "PMAK-",
    /PMAK-([0-9a-f]{24}-[0-9a-f]{34})(?![0-9a-zA-Z])/,
    "https://learning.postman.com/docs/developer/postman-api/authentication/"
  ),
  format(
    "Sentry token",
    "sntrys_eyJ sntryu_",
    /(?:sntrys_(eyJ[\w+/=-]{80,1000})|sntryu_[0-9a-f]{64}(?![0-9a-zA-Z]))/,
    "https://docs.sentry.io/account/auth-tokens/"
  ),
  format(
    "Grafana token",
    "glsa_ glc_eyJ",
    /(?:glsa_([A-Za-z0-9]{32}_[0-9a-fA-F]{8})(?!\w)|glc_eyJ[A-Za-z0-9+/=]{40,400})/,
    "https://grafana.com/docs/grafana/latest/administration/service-accounts/"
  ),
  format(
    "New Relic user key",
    "NRAK-",
    /NRAK-([A-Z0-9]{27})(?![A-Za-z0-9])/,
    "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"
  ),
  format(
    "New Relic license key",
    "NRAL",
    /([0-9a-f]{36}NRAL)(?![A-Za-z0-9])/,
    "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/",
    { before: 36 }
  )
];

// src/knowledge/provider-formats/services.ts
var services = [
  format(
    "Slack token",
    "xoxb- xoxp- xoxa- xoxr- xoxs- xoxe-",
    /xox[abprse]-((?:\d{1,14}-){1,3}[A-Za-z0-9-]{20,64})(?!\w)/,
    "https://docs.slack.dev/authentication/tokens/"
  ),
  format(
    "Slack app token",
    "xapp-",
    /xapp-\d-[A-Z0-9]{9,14}-\d{10,14}-([0-9a-f]{64})(?!\w)/,
    "https://docs.slack.dev/authentication/tokens/"
  ),
  format(
    "Slack webhook",
    "hooks.slack.com/",
    /hooks\.slack\.com\/(?:services|workflows|triggers)\/T[A-Z0-9]{7,12}\/[AB][A-Z0-9]{7,12}\/([A-Za-z0-9]{20,26})(?!\w)/,
    "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/"
  ),
  format(
    "Discord webhook",
    "/api/webhooks/",
    /\/api\/webhooks\/\d{17,20}\/([\w-]{60,80})(?![\w-])/,
    "https://discord.com/developers/docs/resources/webhook"
  ),
  format(
    "Telegram bot token",
    ":AA",
    /(\d{8,10}:AA[\w-]{33})(?![\w-])/,
    "https://core.telegram.org/bots/api#authorizing-your-bot",
    { before: 10 }
  ),
  format(
    "Stripe live key",
    "sk_live_ rk_live_",
    /[sr]k_live_([A-Za-z0-9]{24,120})(?!\w)/,
    "https://docs.stripe.com/keys"
  ),
  format(
    "Webhook signing secret",
    "whsec_",
    /whsec_([A-Za-z0-9+/]{32,64}={0,2})(?![A-Za-z0-9+/=])/,
    "https://docs.stripe.com/webhooks#verify-official-libraries"
  ),
  format(
    "Square access token",
    "sq0atp- sq0csp-",
    /sq0(?:atp-[\w-]{22}|csp-[\w-]{43})(?![\w-])/,
    "https://developer.squareup.com/docs/build-basics/access-tokens"
  ),
  format(
    "Shopify token",
    "shpat_ shpca_ shppa_ shpss_",
    /shp(?:at|ca|pa|ss)_([0-9a-fA-F]{32})(?![0-9a-zA-Z])/,
    "https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens"
  ),
  format(
    "SendGrid API key",
    "SG.",
    /SG\.([\w-]{22}\.[\w-]{43})(?![\w-])/,
    "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys"
  ),
  format(
    "Mailgun API key",
    "key-",
    /key-([0-9a-f]{32})(?![0-9a-zA-Z])/,
    "https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/",
    { context: /mailgun/i }
  ),
  format(
    "Brevo API key",
    "xkeysib-",
    /xkeysib-([0-9a-f]{64}-[A-Za-z0-9]{16})(?!\w)/,
    "https://developers.brevo.com/docs/getting-started"
  ),
  format(
    "OpenAI API key",
    "sk-",
    /sk-(?:proj-|svcacct-|admin-)?([\w-]{48,220})(?![\w-])/,
    "https://platform.openai.com/docs/api-reference/authentication",
    // The name of the company in base64 stands in the middle of every key.
    { valid: (token) => token.includes("T3BlbkFJ") }
  ),
  format(
    "Anthropic API key",
    "sk-ant-",
    /sk-ant-[a-z]{3,6}\d{2}-([\w-]{80,120})(?![\w-])/,
    "https://docs.claude.com/en/api/overview"
  ),
  format(
    "Hugging Face token",
    "hf_",
    /hf_([A-Za-z0-9]{34,40})(?!\w)/,
    "https://huggingface.co/docs/hub/security-tokens"
  ),
  format(
    "Replicate token",
    "r8_",
    /r8_([A-Za-z0-9]{37})(?!\w)/,
    "https://replicate.com/docs/topics/security/api-tokens"
  ),
  format("Groq API key", "gsk_", /gsk_([A-Za-z0-9]{52})(?!\w)/, "https://console.groq.com/docs/quickstart"),
  format(
    "Perplexity API key",
    "pplx-",
    /pplx-([A-Za-z0-9]{48})(?!\w)/,
    "https://docs.perplexity.ai/guides/getting-started"
  ),
  format("xAI API key", "xai-", /xai-([A-Za-z0-9]{80})(?!\w)/, "https://docs.x.ai/docs/overview"),
  format(
    "Linear API key",
    "lin_api_",
    /lin_api_([A-Za-z0-9]{40})(?!\w)/,
    "https://linear.app/developers/graphql#personal-api-keys"
  ),
  format("Notion token", "ntn_", /ntn_([A-Za-z0-9]{46})(?!\w)/, "https://developers.notion.com/docs/authorization"),
  format("Figma token", "figd_", /figd_([\w-]{40})(?![\w-])/, "https://www.figma.com/developers/api#access-tokens"),
  format(
    "Contentful token",
    "CFPAT-",
    /CFPAT-([\w-]{43})(?![\w-])/,
    "https://www.contentful.com/developers/docs/references/authentication/"
  ),
  format(
    "Airtable token",
    "pat",
    /pat[A-Za-z0-9]{14}\.([0-9a-f]{64})(?!\w)/,
    "https://airtable.com/developers/web/guides/personal-access-tokens"
  ),
  format("EasyPost key", "EZAK", /EZAK([A-Za-z0-9]{54})(?!\w)/, "https://docs.easypost.com/docs/authentication")
];

// src/knowledge/provider-formats.ts
var PROVIDER_FORMATS = [...cloud, ...code, ...services];

// src/knowledge/providers.ts
var MOST_LEAKS = 200;
var NEARBY = 300;
var LONGEST_TOKEN = 2100;
var byKeyword = /* @__PURE__ */ new Map();
for (const format2 of PROVIDER_FORMATS) {
  for (const keyword of format2.keywords) byKeyword.set(keyword, [...byKeyword.get(keyword) ?? [], format2]);
}
var KEYWORDS = new RegExp(
  [PEM_KEYWORD, ...byKeyword.keys()].sort((one, other) => other.length - one.length).map((keyword) => keyword.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"),
  "g"
);
var DISCORD_BOT = {
  name: "Discord bot token",
  keywords: [],
  pattern: /([MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40})(?![\w-])/y,
  before: 0,
  source: "https://discord.com/developers/docs/reference#authentication"
};
function scanText(source) {
  const { text: text2, path } = source;
  const found2 = [];
  let free = 0;
  const add2 = (kind, name, masked, start2, end) => {
    found2.push({ kind, name, masked, at: { path, start: start2, end } });
    free = end;
  };
  KEYWORDS.lastIndex = 0;
  for (let hit = KEYWORDS.exec(text2); hit && found2.length < MOST_LEAKS; hit = KEYWORDS.exec(text2)) {
    KEYWORDS.lastIndex = Math.max(hit.index + 1, free);
    if (hit.index < free) continue;
    if (hit[0] === PEM_KEYWORD) {
      const key = privateKeyAt(text2, hit.index);
      if (key) add2("private-key", key.name, maskedKey(key.length), key.start, key.end);
      continue;
    }
    for (const format2 of byKeyword.get(hit[0]) ?? []) {
      const token = tokenAround(text2, hit.index, format2, free);
      if (!token) continue;
      add2("token", format2.name, mask(token.text), token.start, token.start + token.text.length);
      break;
    }
  }
  return withDiscord(source, found2);
}
function maskedKey(length) {
  return `-----BEGIN\u2026 (${length} characters)`;
}
function tokenAround(text2, at, format2, free) {
  const first = Math.max(free, at - format2.before);
  for (let start2 = first; start2 <= at; start2++) {
    if (isInsideWord(text2, start2)) continue;
    const token = tokenAt(text2, start2, format2);
    if (token !== void 0 && start2 + token.length > at) return { start: start2, text: token };
  }
  return void 0;
}
function isInsideWord(text2, start2) {
  return start2 > 0 && /[A-Za-z0-9]/.test(text2[start2 - 1] ?? "") && /[A-Za-z0-9]/.test(text2[start2] ?? "") && !isEscape(text2, start2);
}
function isEscape(text2, start2) {
  return /(?:\\[nrt]|%[0-9A-Fa-f]{2}|\\u[0-9a-fA-F]{4})$/.test(text2.slice(Math.max(0, start2 - 6), start2));
}
function tokenAt(text2, start2, format2) {
  format2.pattern.lastIndex = start2;
  const match2 = format2.pattern.exec(text2);
  if (!match2 || match2[0].length > LONGEST_TOKEN) return void 0;
  const secret = match2[1] ?? match2[0];
  if (isExample(secret) || format2.valid?.(match2[0]) === false) return void 0;
  if (format2.context && !speaksOf(text2, format2.context)) return void 0;
  const near2 = () => text2.slice(Math.max(0, start2 - NEARBY), start2 + match2[0].length + NEARBY);
  if (format2.unless?.test(near2())) return void 0;
  return match2[0];
}
var lastAsked = { text: "", answers: /* @__PURE__ */ new Map() };
function speaksOf(text2, context) {
  if (lastAsked.text !== text2) lastAsked = { text: text2, answers: /* @__PURE__ */ new Map() };
  const known4 = lastAsked.answers.get(context);
  if (known4 !== void 0) return known4;
  const answer = context.test(text2);
  lastAsked.answers.set(context, answer);
  return answer;
}
var EXAMPLE_WORDS = /example|placeholder|redacted|changeme|dummy|sample|insert|replace|your[_-]|[_-]here|x{4}|0{6}|\*{3}|\.{3}/i;
function isExample(secret) {
  return EXAMPLE_WORDS.test(secret) || /(.)\1{5}/.test(secret) || hasSequence(secret, 7) || isRepetition(secret) || entropy(secret) < 3;
}
function withDiscord(source, found2) {
  const { text: text2, path } = source;
  const all = [...found2];
  if (!/discord/i.test(text2)) return all;
  const candidate = /(?<![\w.-])[MNO](?=[\w-]{23,27}\.[\w-]{6}\.)/g;
  for (let hit = candidate.exec(text2); hit && all.length < MOST_LEAKS; hit = candidate.exec(text2)) {
    const token = tokenAt(text2, hit.index, DISCORD_BOT);
    if (token === void 0) continue;
    const at = { path, start: hit.index, end: hit.index + token.length };
    if (all.some((leak) => leak.at.start < at.end && at.start < leak.at.end)) continue;
    all.push({ kind: "token", name: DISCORD_BOT.name, masked: mask(token), at });
  }
  return all.sort((one, other) => one.at.start - other.at.start);
}

// src/model/run-scripts.ts
var SCRIPT_LIMIT = 20;
function scriptsRunBy(workload, tree) {
  const own = workload.start?.script;
  const found2 = own ? [own] : [];
  const seen = /* @__PURE__ */ new Set();
  const add2 = (word) => {
    const script = seen.size < SCRIPT_LIMIT ? scriptAt(word, workload, tree, seen) : void 0;
    if (script) found2.push(script);
  };
  for (const word of workload.start?.argv ?? []) if (word !== null) add2(word);
  for (const script of found2) for (const word of script.commands.flatMap((command) => command.words)) add2(word);
  return found2;
}
function scriptAt(word, workload, tree, seen) {
  if (!/^[\w./-]{1,300}\.(?:sh|bash)$/.test(word)) return void 0;
  const given = workload.mounts.flatMap((mount) => mount.files ?? []).find((file) => file.path === word)?.source;
  if (given) return unread(given, word, seen);
  const name = word.slice(word.lastIndexOf("/") + 1);
  const mounted = workload.mounts.flatMap((mount) => {
    const target = knownValue(mount.target);
    const source = knownValue(mount.source);
    if (mount.type !== "bind" || target === void 0 || source === void 0) return [];
    if (target === word) return [source];
    return word.startsWith(`${target}/`) ? [`${source}/${word.slice(target.length + 1)}`] : [];
  });
  const context = workload.image?.context?.path;
  const copied2 = context === void 0 ? [] : [joinPath(context, name), joinPath(context, `scripts/${name}`)];
  const folder = joinPath(directoryOf(workload.at.path), workload.pm2?.directory ?? ".");
  const beside = workload.platform === "pm2" ? [joinPath(folder, word)] : [];
  for (const path of [...mounted, ...copied2, ...beside]) {
    const source = tree.read(path.replace(/^\.\//, ""));
    if (source) return unread(source, "", seen);
  }
  return void 0;
}
function unread(source, part, seen) {
  const key = `${source.path}
${part}`;
  if (seen.has(key)) return void 0;
  seen.add(key);
  return parseShell(source.text, { path: source.path, start: 0, end: source.text.length });
}
var SCHEDULERS = /* @__PURE__ */ new Set(["cron", "crond", "supercronic", "go-cron", "busybox", "devcron", "yacron", "crontab"]);
function repeats(script) {
  return script.commands.some(
    (command) => command.inside.includes("loop") || command.words[0] === "sleep" || SCHEDULERS.has(programOf(command.words) ?? "") || command.words.some((word) => /(^|\/)(crontabs?|cron\.d)(\/|$)/.test(word))
  );
}

// src/model/script-texts.ts
var FORMATS2 = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci", "crontab"]);
function holdsScripts({ format: format2, path }) {
  return FORMATS2.has(format2) || /\.service$/.test(path);
}
function scriptTexts(source, { format: format2, path }) {
  if (/\.service$/.test(path)) return unitTexts(source);
  switch (format2) {
    case "shell":
      return [{ script: parseShell(source.text, { path, start: 0, end: source.text.length }), scheduled: false }];
    case "makefile":
      return recipes(source);
    case "package-json":
      return packageScripts(source);
    case "crontab":
      return crontabLines(source);
    case "ci":
      return pipelineSteps(source);
    default:
      return [];
  }
}
function textAt3(source, start2, end, options) {
  return parseShell(source.text.slice(start2, end), { path: source.path, start: start2, end }, options);
}
function recipes(source) {
  const found2 = [];
  let name;
  for (const { 0: line, index } of source.text.matchAll(/^.*(?:\\\r?\n.*)*$/gm)) {
    const target = /^([\w./%-]+)(?:\s+[\w./%-]+)*\s*:(?!=)/.exec(line)?.[1];
    if (target !== void 0) name = target;
    else if (name !== void 0 && /^\t|^ {2,}\S/.test(line)) {
      const lead = /^\s*[@+-]*\s*/.exec(line)?.[0].length ?? 0;
      const text2 = line.slice(lead).replaceAll("$$", " $");
      const at = { path: source.path, start: index + lead, end: index + line.length };
      if (text2.trim() !== "")
        found2.push({ script: parseShell(text2, at, { exitOnError: true }), name, scheduled: false });
    } else if (/^\S/.test(line) && !line.startsWith("#")) name = void 0;
  }
  return found2;
}
function packageScripts(source) {
  const opening = /"scripts"\s*:\s*\{/.exec(source.text);
  if (!opening) return [];
  const entry2 = /\s*"([^"\\]{1,200})"\s*:\s*"((?:[^"\\]|\\.)*)"\s*,?/y;
  const found2 = [];
  entry2.lastIndex = opening.index + opening[0].length;
  for (let match2 = entry2.exec(source.text); match2; match2 = entry2.exec(source.text)) {
    const [whole2, name = "", text2 = ""] = match2;
    const start2 = match2.index + whole2.lastIndexOf(text2);
    const at = { path: source.path, start: start2, end: start2 + text2.length };
    found2.push({ script: parseShell(text2.replace(/\\(["\\/])/g, "$1"), at), name, scheduled: false });
  }
  return found2;
}
var CRON_LINE = /^[ \t]*(?:@\w+|(?:[\d*][\d*,/-]*|[A-Za-z]{3})(?:[ \t]+(?:[\d*][\d*,/-]*|[A-Za-z]{3}(?:-[A-Za-z]{3})?)){4})[ \t]+/;
function crontabLines(source) {
  const found2 = [];
  for (const { 0: line, index } of source.text.matchAll(/^.*$/gm)) {
    const time = CRON_LINE.exec(line)?.[0];
    if (time === void 0 || line.trimStart().startsWith("#")) continue;
    const user = /(?:^|\/)(?:cron\.d\/|crontab$)/.test(source.path) ? /^(?:root|[a-z_][a-z0-9_-]*)[ \t]+(?=[./A-Za-z])/.exec(line.slice(time.length))?.[0] ?? "" : "";
    found2.push({ script: textAt3(source, index + time.length + user.length, index + line.length), scheduled: true });
  }
  return found2;
}
function unitTexts(source) {
  return [...source.text.matchAll(/^ExecStart(?:Pre|Post)?=[-@:+!]*(.*)$/gm)].map((match2) => {
    const start2 = match2.index + match2[0].length - (match2[1] ?? "").length;
    return { script: textAt3(source, start2, start2 + (match2[1] ?? "").length), scheduled: false };
  });
}
var STEP_KEYS = /* @__PURE__ */ new Set(["run", "script", "before_script", "after_script", "bash", "command", "commands", "sh"]);
var DEEPEST = 12;
var MOST_STEPS = 2e3;
function pipelineSteps(source) {
  const { documents } = parseYaml(source);
  const github = /(?:^|\/)\.(?:github|gitea|forgejo)\//.test(source.path);
  const scheduled = /^[ \t"']*schedule["']?:|\bschedules?\b/m.test(source.text);
  const found2 = [];
  const visit = (node2, name, depth) => {
    if (!node2 || depth > DEEPEST || found2.length > MOST_STEPS) return;
    if (node2.kind === "list") for (const item of node2.items) visit(item, name, depth + 1);
    for (const [key, value] of entriesOf(node2)) {
      if (!STEP_KEYS.has(key)) {
        visit(value, depth <= 1 || name === void 0 || name === "jobs" ? key : name, depth + 1);
        continue;
      }
      const pipefail = !github || /bash/.test(textOf2(child(node2, "shell")) ?? "");
      for (const one of value.kind === "list" ? itemsOf(value) : [value]) {
        const text2 = textOf2(one);
        if (text2 === void 0) visit(one, name, depth + 1);
        else {
          const script = parseShell(text2, one.at, { exitOnError: true, pipefail });
          found2.push({ script, ...name === void 0 ? {} : { name }, scheduled });
        }
      }
    }
  };
  for (const { root } of documents) visit(root, void 0, 0);
  return found2;
}

// src/model/backup/dumps.ts
var VOLUME_TOOLS = ["restic", "borg", "duplicity", "velero", "kopia", "rsnapshot"];
var TOOLS = new Map([...backupTools, ...VOLUME_TOOLS.map((tool) => [tool, ["volume"]])]);
var MENTION = new RegExp(`\\b(${[...TOOLS.keys()].map((tool) => tool.replace(/[^\w-]/g, ".")).join("|")})\\b`);
function mentionsDump(text2) {
  return MENTION.test(text2);
}
function dumpsIn(script, read2 = () => void 0) {
  const lists = loopLists(script.text);
  return script.commands.flatMap((command) => dumpsOf(command, { read: read2, lists, depth: 0 }));
}
var THROUGH = /^(?:docker|docker-compose|podman|podman-compose|nerdctl|kubectl|oc|ssh)$/;
function dumpsOf(command, reading) {
  const { words: words3 } = command;
  const program = programOf(words3);
  const through2 = program !== void 0 && THROUGH.test(program) || /^\$[({]/.test(words3[0] ?? "");
  const inner = through2 || SHELL2.test(words3[0] ?? "") ? dumpsInText(command, reading) : void 0;
  if (inner) return inner;
  const names = through2 ? words3.map(baseName2) : program === void 0 ? [] : [program];
  const tool = [...TOOLS.keys()].find((key) => {
    const [name = "", ...rest] = key.split(" ");
    return names.includes(name) && rest.every((word) => words3.includes(word));
  });
  if (tool === void 0 || setsUpStandby(tool, words3)) return [];
  const at = words3.findIndex((word) => baseName2(word) === tool.split(" ")[0]);
  const inside = through2 ? containerIn(words3.slice(0, at)) : void 0;
  const read2 = (name) => command.assignments.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? reading.read(name);
  const { host, databases } = targetOf(tool, words3.slice(at + 1), { ...reading, read: read2 });
  return [
    {
      tool,
      covers: TOOLS.get(tool) ?? [],
      command,
      // The host of a container is itself.
      ...inside === void 0 ? host === void 0 ? {} : { host } : { inside },
      ...databases === void 0 ? {} : { databases }
    }
  ];
}
var SHELL2 = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/;
var DEEPEST2 = 3;
function dumpsInText(command, reading) {
  const { words: words3 } = command;
  const shell = words3.findIndex((word, at) => SHELL2.test(word) && /^-\w*c$/.test(words3[at + 1] ?? ""));
  const text2 = shell === -1 || reading.depth >= DEEPEST2 ? void 0 : words3[shell + 2];
  if (text2 === void 0) return void 0;
  const inside = containerIn(words3.slice(0, shell));
  return parseShell(text2, { path: "", start: 0, end: 0 }).commands.flatMap((each) => dumpsOf(each, { ...reading, depth: reading.depth + 1 })).map(({ host, ...dump }) => ({
    ...dump,
    command,
    ...inside === void 0 ? host === void 0 ? {} : { host } : { inside }
  }));
}
function baseName2(word) {
  return word.slice(word.lastIndexOf("/") + 1);
}
function setsUpStandby(tool, words3) {
  return tool === "pg_basebackup" && words3.some((word) => word === "--write-recovery-conf" || /^-[a-zA-Z]*R$/.test(word));
}
function containerIn(words3) {
  if (words3.includes("run")) return void 0;
  const name = words3.findLast((word) => word !== "--" && !word.startsWith("-") && !/^[A-Za-z_]\w*=/.test(word));
  if (name === void 0 || name.includes("$") || /^(?:exec|run|sudo)$/.test(name)) return void 0;
  return name.replace(/^(?:pods?|po|deployments?|deploy|statefulsets?|sts)\//, "").replace(/^.*@/, "");
}
function targetOf(tool, words3, reading) {
  switch (tool) {
    case "pg_dump":
      return postgresTarget(words3, reading);
    case "mysqldump":
    case "mariadb-dump":
      return mysqlTarget(words3, reading);
    case "mongodump":
      return mongoTarget(words3, reading);
    default: {
      const host = filledIn(optionIn(words3, ["-h", "--host"]) ?? (/^pg_/.test(tool) ? "$PGHOST" : void 0), reading);
      return host === void 0 ? {} : { host };
    }
  }
}
var POSTGRES_VALUED = /^(?:-[EFfhnNpStTUZdje]|--(?:encoding|format|file|host|schema|exclude-schema|port|superuser|table|exclude-table|username|compress|dbname|jobs|extension|role|snapshot|lock-wait-timeout|section|exclude-table-data))$/;
function postgresTarget(words3, reading) {
  const [operand] = operandsIn(words3, POSTGRES_VALUED);
  const named = optionIn(words3, ["-d", "--dbname"]) ?? operand;
  const whole2 = filledIn(named, reading);
  const pairs2 = whole2 === void 0 || !/[=:]/.test(whole2) ? void 0 : credentialsIn(whole2);
  const keyword = (key) => new RegExp(`(?:^|\\s)${key}\\s*=\\s*'?([^\\s']+)`).exec(whole2 ?? "")?.[1];
  const host = pairs2?.host || (keyword("host") ?? filledIn(optionIn(words3, ["-h", "--host"]) ?? "$PGHOST", reading));
  const user = optionIn(words3, ["-U", "--username"]) ?? "$PGUSER";
  const database = named === void 0 ? filledIn("$PGDATABASE", reading) ?? filledIn(user, reading) : pairs2 ? pairs2.database : keyword("dbname") ?? whole2;
  return withHost(host, databasesOf(named ?? "$PGDATABASE", database, reading));
}
var MYSQL_VALUED = /^(?:-[huPSrw]|--(?:host|user|port|socket|result-file|where|ignore-table|default-character-set|defaults-file|defaults-extra-file|protocol|max-allowed-packet|ssl-ca))$/;
function mysqlTarget(words3, reading) {
  const host = filledIn(optionIn(words3, ["-h", "--host"]) ?? "$MYSQL_HOST", reading);
  if (words3.some((word) => word === "--all-databases" || word === "-A")) return withHost(host, void 0);
  const operands2 = operandsIn(words3, MYSQL_VALUED);
  const several = words3.some((word) => word === "--databases" || word === "-B");
  const taken2 = several ? operands2 : operands2.slice(0, 1);
  const names = taken2.flatMap((word) => databasesOf(word, filledIn(word, reading), reading) ?? [null]);
  return withHost(host, names.length === 0 ? [null] : names);
}
function mongoTarget(words3, reading) {
  const uri = filledIn(optionIn(words3, ["--uri"]), reading);
  const found2 = uri === void 0 ? void 0 : credentialsIn(uri);
  const host = found2?.host || filledIn(optionIn(words3, ["-h", "--host"]), reading)?.replace(/^.*\//, "").replace(/[:,].*$/, "");
  const option2 = optionIn(words3, ["-d", "--db"]);
  if (option2 === void 0) return withHost(host, found2?.database ? [found2.database] : void 0);
  return withHost(host, databasesOf(option2, filledIn(option2, reading), reading));
}
function withHost(host, databases) {
  return { ...host === void 0 ? {} : { host }, ...databases === void 0 ? {} : { databases } };
}
function databasesOf(word, value, { lists }) {
  const loop = lists.get(/^\$\{?(\w+)\}?$/.exec(word)?.[1] ?? "");
  if (loop) return loop.map((name) => /[$`*]/.test(name) ? null : name);
  return [value === void 0 || /[$`]/.test(value) ? null : value];
}
function filledIn(word, { read: read2 }) {
  if (word === void 0 || /`|\$\(/.test(word)) return void 0;
  let known4 = true;
  const filled = word.replace(
    /\$\{(\w+)(?::?-([^{}]*))?\}|\$(\w+)/g,
    (_, braced, fallback, plain4) => {
      const value = read2(braced ?? plain4 ?? "") ?? fallback;
      if (value === void 0) known4 = false;
      return value ?? "";
    }
  );
  return known4 && filled !== "" && !filled.includes("$") ? filled : void 0;
}
function optionIn(words3, names) {
  for (const [index, word] of words3.entries()) {
    for (const name of names) {
      if (word === name) return words3[index + 1];
      if (name.startsWith("--") && word.startsWith(`${name}=`)) return word.slice(name.length + 1);
      if (!name.startsWith("--") && word.startsWith(name) && word.length > 2 && !word.startsWith("--"))
        return word.slice(2);
    }
  }
  return void 0;
}
function operandsIn(words3, valued) {
  const found2 = [];
  for (let at = 0; at < words3.length; at++) {
    const word = words3[at] ?? "";
    if (valued.test(word)) at++;
    else if (!word.startsWith("-")) found2.push(word);
  }
  return found2;
}
var LOOP = /\bfor\s+(\w+)\s+in\s+([^;\n]{1,1000})/g;
function loopLists(text2) {
  const found2 = /* @__PURE__ */ new Map();
  for (const [, name = "", list2 = ""] of text2.matchAll(LOOP)) {
    const words3 = list2.replace(/["']/g, "").split(/\s+/).filter((word) => word !== "" && word !== "do");
    if (!words3.some((word) => word.startsWith("$"))) found2.set(name, words3);
  }
  return found2;
}

// src/model/backup/backups.ts
function backupsOf(workloads, tree) {
  const ofWorkloads = workloads.flatMap((workload) => workloadBackups(workload, tree));
  const run = new Set(ofWorkloads.flatMap((backup) => backup.script?.at.path ?? []));
  const ofScripts = scriptBackups(tree, workloads).filter((backup) => !run.has(backup.at.path));
  return [...ofWorkloads, ...ofScripts];
}
function workloadBackups(workload, tree) {
  if (workload.software?.kind === "backup") return [dedicated(workload)];
  if (workload.software?.stateful) return [];
  const scripts = withArguments(scriptsRunBy(workload, tree), workload);
  const read2 = (name) => knownValue(workload.environment.get(name)?.value);
  const all = scripts.flatMap((script) => dumpsIn(script, read2).map((dump) => ({ script, dump })));
  const destinations = new Set(scripts.map(destinationOf));
  const destination = destinations.has("off-host") ? "off-host" : destinations.has("unknown") ? "unknown" : "host";
  const scheduled = workload.schedule !== void 0 || workload.longRunning && scripts.some(repeats);
  return byTarget(all.map(({ dump }) => dump)).map(({ dumps, ...target }) => {
    const script = all.find(({ dump }) => dump === dumps[0])?.script;
    return {
      ...target,
      workload,
      destination,
      scheduled,
      ...script ? { script } : {},
      missingTools: script ? missingTools(script, workload.image, script.at) : [],
      at: workload.start?.at ?? workload.at
    };
  });
}
function withArguments(scripts, { start: start2 }) {
  if (scripts.length > 0 || !start2 || start2.script) return scripts;
  const text2 = start2.argv.map((word) => word === null ? '"$UNKNOWN"' : `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
  return [parseShell(text2, start2.at, { exitOnError: true })];
}
function byTarget(dumps) {
  const groups = /* @__PURE__ */ new Map();
  for (const dump of dumps) {
    const key = JSON.stringify([dump.host, dump.inside]);
    groups.set(key, [...groups.get(key) ?? [], dump]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { host, inside, tool } = first;
    const named = group.flatMap((dump) => dump.databases ?? []);
    return [
      {
        covers: [...new Set(group.flatMap((dump) => dump.covers))],
        tool,
        ...host === void 0 ? {} : { host },
        ...inside === void 0 ? {} : { inside },
        ...group.every((dump) => dump.databases) ? { databases: [...new Set(named)] } : {},
        dumps: group
      }
    ];
  });
}
function dedicated(workload) {
  const image = workload.software?.backup;
  const values = [...workload.environment.values()];
  const isSet2 = (name) => workload.environment.has(name);
  const remote = values.some(
    (variable3) => image?.offHost.some((pattern) => pattern.test(variable3.name)) && !isLocal2(variable3)
  );
  const host = values.find((variable3) => image?.hostVariables.includes(variable3.name));
  const list2 = values.find((variable3) => image?.databaseVariables?.includes(variable3.name));
  return {
    covers: image?.covers ?? ["volume"],
    tool: workload.software?.name ?? workload.name,
    workload,
    ...host?.value.known ? { host: host.value.value } : {},
    ...list2 ? databasesIn(list2) : {},
    destination: remote ? "off-host" : image && image.offHost.length > 0 ? "host" : "unknown",
    scheduled: workload.schedule !== void 0 || image?.scheduled === "built-in" || image?.scheduled === "variable" && image.scheduleVariables.some(isSet2),
    missingTools: [],
    at: workload.at
  };
}
function isLocal2(variable3) {
  return variable3.value.known && (variable3.value.value === "" || /^(\/|\.|file:)/.test(variable3.value.value));
}
function databasesIn({ value }) {
  if (!value.known) return { databases: [null] };
  const names = value.value.split(/[\s,]+/).filter((name) => name !== "");
  return names.length === 0 || names.some((name) => /^all$/i.test(name)) ? {} : { databases: names };
}
function missingTools(script, image, at) {
  const tools = imageTools(image, [script]);
  const called = script.commands.flatMap((command) => programOf(command.words) ?? []);
  const functions = new Set(
    called.filter(
      (name) => new RegExp(`(^|\\n)\\s*(function\\s+)?${name.replace(/\W/g, ".")}\\s*\\(\\)`).test(script.text)
    )
  );
  const missing = [...new Set(called)].filter(
    (name) => /^[a-z][\w.-]*$/i.test(name) && !functions.has(name) && tools.has(name) === false
  );
  return missing.map((tool) => ({ tool, at }));
}
function scriptBackups(tree, workloads) {
  const runBy = new Set(
    workloads.flatMap(
      (workload) => workload.software?.stateful ? [] : workload.mounts.flatMap((mount) => knownValue(mount.source) ?? [])
    )
  );
  return tree.files.flatMap((file) => {
    if (!holdsScripts(file) && !isDeclaredJob(file)) return [];
    const source = tree.read(file.path);
    if (!source || !mentionsDump(source.text)) return [];
    const mounted = [...runBy].some((path) => file.path.startsWith(path));
    const texts = holdsScripts(file) ? scriptTexts(source, file) : [wholeText(source.text, file)];
    return texts.flatMap((text2) => {
      const scheduled = text2.scheduled || mounted;
      return byTarget(dumpsIn(text2.script)).map(
        (target) => backupOf(target, text2, source, scheduled || isStarted(file, text2, tree))
      );
    });
  });
}
function isDeclaredJob({ format: format2, path }) {
  return format2 === "yaml" && /\/cronjobs?[./-]|backup/i.test(path);
}
function wholeText(text2, { path }) {
  const script = parseShell(text2, { path, start: 0, end: text2.length });
  return { script, scheduled: /^\s*kind:\s*CronJob/m.test(text2) || /cron/i.test(path) };
}
function backupOf({ dumps, ...target }, { script }, source, scheduled) {
  const [first] = dumps;
  const verbatim = source.text.startsWith(script.text.slice(0, 40), script.at.start);
  const [tool = ""] = target.tool.split(" ");
  const found2 = verbatim ? script.at.start + (first?.command.start ?? 0) : source.text.indexOf(tool, script.at.start);
  const start2 = found2 === -1 ? script.at.start : found2;
  const end = verbatim ? Math.min(script.at.start + (first?.command.end ?? 0), script.at.end) : start2 + tool.length;
  return {
    ...target,
    destination: destinationOf(script),
    scheduled,
    script,
    missingTools: [],
    at: start2 < end ? { path: script.at.path, start: start2, end } : script.at
  };
}
var TIMED = /\bcron|schedule:|\* \* \*|OnCalendar=|@daily|@hourly|@midnight/;
function isStarted({ path, format: format2 }, { name }, tree) {
  if (/cron/i.test(path)) return true;
  const file = path.slice(path.lastIndexOf("/") + 1);
  if (/\.service$/.test(file)) return tree.exists(path.replace(/\.service$/, ".timer"));
  const words3 = name === void 0 ? file : name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const call = format2 === "makefile" ? new RegExp(`\\bmake[ \\t]+(?:[^\\s]{1,100}[ \\t]+){0,9}${words3}(?:\\s|$)`, "m") : format2 === "package-json" ? new RegExp(
    `\\b(?:npm|yarn|pnpm|bun)[ \\t]+(?:run[ \\t]+)?(?:-[^\\s]{1,100}[ \\t]+){0,9}${words3}(?:\\s|$|")`,
    "m"
  ) : void 0;
  return tree.files.some((other) => {
    if (other.path === path || !mayStart(other)) return false;
    const text2 = tree.read(other.path)?.text;
    return text2 !== void 0 && (call ? call.test(text2) : text2.includes(file)) && TIMED.test(text2);
  });
}
function mayStart({ format: format2, path }) {
  return ["shell", "makefile", "yaml", "text", "ci", "crontab", "compose", "dockerfile"].includes(format2) || /\.(?:service|timer)$/.test(path);
}

// door:src/model/compose/deployments.ts
var room8;
function enter10() {
  return room8 ??= require("./model-compose-deployments.js");
}
function composeDeployments2(...given) {
  return enter10().composeDeployments(...given);
}

// src/model/addresses.ts
var LONGEST4 = 2048;
var MOST2 = 50;
var HOST_VARIABLE = /(^|_|^PG)(HOST|HOSTNAME|SERVER|SERVERS|ADDR|ADDRESS|ADDRESSES|BROKERS?|BOOTSTRAP_SERVERS|ENDPOINT|SEEDS|NODES|HOSTS)$/;
var HOST_PORT = /^(?:\d{1,5}@)?([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?::(\d{1,5}))?$/;
var ORACLE = /^jdbc:oracle:thin:(?:([^/@]*)(?:\/[^@]*)?)?@(?:\/\/)?([\w.-]+)(?::(\d{1,5}))?(?:[:/]([\w.-]+))?$/i;
function addressesIn2(variable3, environment) {
  const text2 = textOf3(variable3);
  if (text2 === void 0 || text2 === "" || text2.length > LONGEST4) return [];
  if (/^jdbc:oracle:/i.test(text2)) return oracle(text2);
  if (text2.includes("://")) return urlsIn(text2).flatMap(urlAddresses);
  const pairs2 = credentialsIn(text2);
  if (pairs2 && pairs2.host !== "") return [addressOf2(pairs2, pairs2.host, pairs2.port)];
  return hostAddresses(text2, variable3, environment);
}
function textOf3({ value, raw, uses }) {
  if (value.known) return value.value.trim();
  let text2 = raw?.slice(0, LONGEST4 + 1);
  for (const { source, name, operator, argument: argument2 = "" } of uses.slice(0, MOST2)) {
    if (source === "default") text2 = text2?.replaceAll(`\${${name}${operator}${argument2}}`, argument2);
  }
  return text2?.trim();
}
function urlsIn(text2) {
  const bare = /^\[.*\]$/s.test(text2) ? text2.slice(1, -1).replace(/["']/g, "") : text2;
  return bare.split(/[,;\s]+(?=[a-z][a-z0-9+.-]{0,40}:\/\/)/i).slice(0, MOST2);
}
function urlAddresses(url) {
  const found2 = credentialsIn(url);
  if (!found2 || found2.host === "") return [];
  if (found2.hosts.length < 2) return [addressOf2(found2, found2.host, found2.port)];
  const authority = /\/\/([^/?#]*)/.exec(url)?.[1] ?? "";
  const hosts = authority.slice(authority.lastIndexOf("@") + 1).split(",");
  return hosts.slice(0, MOST2).flatMap((part) => {
    const [, host, port] = HOST_PORT.exec(part.trim()) ?? [];
    return host === void 0 ? [] : [addressOf2(found2, host, port === void 0 ? void 0 : Number(port))];
  });
}
function addressOf2({ scheme, user, password, database }, host, port) {
  return {
    form: "url",
    scheme,
    host,
    ...port === void 0 ? {} : { port },
    ...user === void 0 ? {} : { user },
    password,
    ...database === void 0 ? {} : { database }
  };
}
function oracle(text2) {
  const [, user, host, port, database] = ORACLE.exec(text2) ?? [];
  if (host === void 0) return [];
  return [
    {
      form: "url",
      scheme: "oracle",
      host,
      ...port === void 0 ? {} : { port: Number(port) },
      ...user ? { user } : {},
      password: "unknown",
      ...database === void 0 ? {} : { database }
    }
  ];
}
function hostAddresses(text2, variable3, environment) {
  const named = HOST_VARIABLE.test(variable3.name);
  const beside = named ? besideHost(variable3.name, environment) : {};
  return text2.split(/[,;\s]+/).slice(0, MOST2).flatMap((part) => {
    const [, host, port] = HOST_PORT.exec(part) ?? [];
    if (host === void 0 || !named && port === void 0) return [];
    const own = port === void 0 ? {} : { port: Number(port) };
    return [{ form: named ? "named" : "bare", host, password: "unknown", ...beside, ...own }];
  });
}
function besideHost(name, environment) {
  const prefix = name.replace(/(?:HOSTNAME|HOST|SERVER|ADDRESS|ADDR)$/, "");
  if (prefix === name || prefix === "") return {};
  const valueOfFirst = (...endings) => {
    const found2 = endings.map((ending2) => environment.get(prefix + ending2)).find((one) => one !== void 0);
    return found2?.value.known ? found2.value.value : found2 && null;
  };
  const port = Number(valueOfFirst("PORT") ?? Number.NaN);
  const user = valueOfFirst("USER", "USERNAME");
  const database = valueOfFirst("NAME", "DATABASE", "DB", "DBNAME");
  const password = valueOfFirst("PASSWORD", "PASS", "PWD");
  return {
    ...Number.isInteger(port) && port > 0 && port < 65536 ? { port } : {},
    ...user ? { user } : {},
    ...database ? { database } : {},
    ...password === "" ? { password: "none" } : password ? { password: "literal" } : {}
  };
}

// src/model/connections.ts
var EVERYWHERE = /^(?:0\.0\.0\.0|::|\*|\+)$/;
function environmentAddresses(workloads, names) {
  return workloads.flatMap(
    (from) => [...from.environment.values()].flatMap(
      (variable3) => addressesIn2(variable3, from.environment).flatMap(
        (address2) => address2.host.includes("$") || EVERYWHERE.test(address2.host) ? [] : [{ from, variable: variable3, address: address2, answer: names.answer(address2.host, address2.port, from) }]
      )
    )
  );
}
function connectionsOf(addresses, names) {
  return addresses.flatMap(({ from, variable: variable3, address: { form, ...address2 }, answer }) => {
    const found2 = answer.kind === "workload" ? answer.workload : void 0;
    const to = found2 === from && LOOPBACK.test(address2.host) ? void 0 : found2;
    if (to === from || !to && form !== "url" && !isHost(address2.host, form, from, names)) return [];
    return [{ from, ...to ? { to } : {}, ...address2, variable: variable3, at: variable3.at }];
  });
}
function isHost(host, form, from, names) {
  if (names.namesakes(host, from).length > 0) return true;
  return form === "named" && /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(host) && host !== "host.docker.internal";
}

// src/model/declared.ts
var NOTHING_DECLARED = {
  deployments: [],
  unreadable: [],
  notEvaluated: [],
  productionFiles: /* @__PURE__ */ new Set()
};

// src/model/encryption.ts
function encryptionOf(tree, { workloads, proxies, clusters }, upstream = false) {
  const found2 = [
    ...proxies.flatMap((proxy) => proxy.weight > 0 ? proxy.listeners.filter((one) => one.tls).map((one) => one.at) : []),
    ...workloads.flatMap((workload) => encryptsForOthers(workload, proxies) ?? []),
    ...clusters.flatMap(({ objects }) => objects.flatMap((object) => isEncrypted(object) ? [object.at] : []))
  ];
  const own = workloads.filter(encryptsItself).map(({ id }) => id);
  return { upstream, at: found2.length > 0 || upstream ? found2 : setUpElsewhere(tree), own: new Set(own) };
}
var TUNNEL = /(?:^|\/)(?:cloudflared|ngrok|tailscale|localtunnel|inlets)\b/;
var COMPANION = /(?:^|\/)(?:acme-companion|letsencrypt-nginx-proxy-companion|acme\.sh|swag)$/;
var CERTIFICATE = /(?:^|_)(?:SSL|TLS|HTTPS)_?(?:CERT|CERTIFICATE|KEY|KEYFILE|CERTFILE|PORT|ENABLED|ON)\b|^HTTPS$/;
var TLS_PORTS = /* @__PURE__ */ new Set([443, 8443]);
function encryptsForOthers(workload, proxies) {
  const name = knownValue(workload.image?.reference)?.repository ?? "";
  if (COMPANION.test(name) || TUNNEL.test(name) && isTunnel(workload)) return workload.at;
  if (workload.role !== "proxy" || proxies.some((proxy) => proxy.workloads.includes(workload))) return void 0;
  return workload.published.find(isForTls)?.at;
}
function isTunnel({ start: start2, environment }) {
  if (start2 && /\b(?:tunnel|http|serve|funnel)\b/.test(start2.text) && !/proxy-dns/.test(start2.text)) return true;
  return ["TUNNEL_TOKEN", "NGROK_AUTHTOKEN", "TS_AUTHKEY"].some((name) => environment.has(name));
}
function encryptsItself({ role, published, environment }) {
  if (role !== "user-facing") return false;
  if (published.some(isForTls)) return true;
  return [...environment.values()].some(
    ({ name, value }) => CERTIFICATE.test(name) && !(value.known && /^(?:|0|false|no|off)$/i.test(value.value))
  );
}
function isForTls(port) {
  return [port.container, port.host].some((one) => one?.known === true && TLS_PORTS.has(one.value));
}
var CERTIFICATES = /^(?:Certificate|ManagedCertificate|ClusterIssuer|Issuer)$/;
function isEncrypted({ kind, node: node2 }) {
  if (CERTIFICATES.test(kind)) return true;
  const annotations = entriesOf(descend(node2, "metadata", "annotations"));
  if (annotations.some(([name]) => /ssl-cert|certificate|cert-manager\.io|ssl-redirect|tls/i.test(name))) return true;
  const spec = child(node2, "spec");
  if (kind === "Gateway")
    return listenersOf(spec).some(
      (one) => /^(?:HTTPS|TLS)$/.test(textOf2(child(one, "protocol")) ?? "") || child(one, "tls") !== void 0
    );
  return /^(?:Ingress|IngressRoute|IngressRouteTCP|Route|HTTPProxy|VirtualServer)$/.test(kind) && (child(spec, "tls") ?? descend(spec, "virtualhost", "tls")) !== void 0;
}
function listenersOf(spec) {
  const servers = itemsOf(child(spec, "servers"));
  return [...itemsOf(child(spec, "listeners")), ...servers, ...servers.flatMap((one) => child(one, "port") ?? [])];
}
var PLATFORM = /(?:^|\/)(?:fly\.toml|render\.ya?ml|railway\.(?:json|toml)|vercel\.json|netlify\.toml)$/;
var TERRAFORM = /\b(?:aws_acm_certificate|certificate_arn|google_compute_(?:managed_)?ssl_certificate|azurerm_(?:application_gateway|cdn_frontdoor\w*|frontdoor)|digitalocean_certificate|cloudflare_\w+|acme_certificate|hcloud_\w*certificate)\b/;
var ON_HOST = /\b(?:certbot\s+(?:certonly|--nginx|--apache|run|--standalone)|acme\.sh\s+--issue|tailscale\s+(?:serve|funnel)|cloudflared\s+tunnel)\b/;
function setUpElsewhere(tree) {
  for (const { path, format: format2 } of tree.files) {
    if (PLATFORM.test(path)) return [{ path, start: 0, end: 0 }];
    const pattern = /\.tf$/i.test(path) ? TERRAFORM : isScript(format2, path) ? ON_HOST : void 0;
    const found2 = pattern?.exec(tree.read(path)?.text ?? "");
    if (found2) return [{ path, start: found2.index, end: found2.index + found2[0].length }];
  }
  return [];
}
function isScript(format2, path) {
  return format2 === "shell" || format2 === "makefile" || format2 === "ci" || /(?:^|\/)(?:ansible|playbooks?|roles)\/.*\.ya?ml$/i.test(path);
}

// src/model/command-paths.ts
function directoriesOf(before, folder, path) {
  const changed = changedFolder(before) ?? folder;
  const own = directoryOf(path);
  return [...changed === void 0 ? [] : [joinPath(".", changed), joinPath(own, changed)], own, "."];
}
function changedFolder(text2) {
  const match2 = /(?:^|[\s;&("'])(?:cd|pushd)\s+["']?([\w./-]+)|^\s*(?:-\s+)?working-directory:\s*["']?([\w./-]+)/.exec(
    text2
  );
  const folder = match2?.[1] ?? match2?.[2];
  return folder === void 0 || folder.startsWith("/") ? void 0 : folder;
}
function resolveName(name, directories, tree) {
  const bare = name.replace(/^(?:\$\{\w+\}|\$\([^()]{1,200}\)|\$\w+)\//, "");
  if (bare === "" || bare.startsWith("/") || bare.includes("$")) return void 0;
  return directories.map((directory) => joinPath(directory, bare)).find((path) => path !== "." && tree.exists(path));
}

// src/model/script-variables.ts
var MOST_VALUES = 8;
var LONGEST_VALUE = 4096;
var DEEPEST3 = 5;
var ASSIGNMENT2 = /^[ \t]*(?:-[ \t]+)?(?:(?:export|readonly|local|override|declare(?:[ \t]+-\w+)?)[ \t]+)?([A-Za-z_]\w*)([ \t]*(?:::?|\?|\+)?=|:(?=[ \t]))[ \t]*(\S.*)$/;
var REFERENCE2 = /\$\{([A-Za-z_]\w*)(?:\[[@*]\])?(?::?-([^{}]*))?\}|\$\(([A-Za-z_]\w*)\)|\$([A-Za-z_]\w*)/g;
function scriptVariables(lines, yaml) {
  const variables = /* @__PURE__ */ new Map();
  for (const line of lines) {
    if (line.length > LONGEST_VALUE) continue;
    const [, name = "", operator = "", written = ""] = ASSIGNMENT2.exec(line) ?? [];
    if (name === "" || operator === ":" && !(yaml && /^[A-Z]/.test(name))) continue;
    const value = writtenValue(written);
    if (value === void 0) continue;
    const before = variables.get(name) ?? [];
    const own = /* @__PURE__ */ new Map([[name, before.length > 0 ? before : [""]]]);
    const values = operator.includes("+") ? (before.length > 0 ? before : [""]).map((one) => `${one} ${value}`.trim()) : mentions3(value, name) ? expand(value, own) : [...before, value];
    variables.set(name, [...new Set(values)].slice(0, MOST_VALUES));
  }
  return variables;
}
function writtenValue(written) {
  const text2 = written.trim();
  if (/[`]|\$\((?![A-Za-z_]\w*\))/.test(text2)) return void 0;
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?;?$/.exec(text2)?.[2];
  if (quoted !== void 0) return quoted;
  const list2 = /^\(([^()]*)\)/.exec(text2)?.[1];
  return (list2 ?? text2.replace(/\s+#.*$/, "")).trim();
}
function mentions3(value, name) {
  return [...value.matchAll(REFERENCE2)].some((match2) => (match2[1] ?? match2[3] ?? match2[4]) === name);
}
function expand(text2, variables) {
  let texts = [text2.replace(/"(\$\{\w+\[[@*]\]\})"/g, "$1")];
  for (let depth = 0; depth < DEEPEST3; depth++) {
    const next = [...new Set(texts.flatMap((one) => expandOnce(one, variables)))].slice(0, MOST_VALUES);
    if (next.every((one, index) => one === texts[index])) return next;
    texts = next;
  }
  return texts;
}
function expandOnce(text2, variables) {
  const used = /* @__PURE__ */ new Map();
  for (const match2 of text2.matchAll(REFERENCE2)) {
    const name = match2[1] ?? match2[3] ?? match2[4] ?? "";
    const values = variables.get(name);
    if (values && used.size < 3) used.set(name, values);
  }
  let combinations = [/* @__PURE__ */ new Map()];
  for (const [name, values] of used) {
    combinations = combinations.flatMap((one) => values.map((value) => new Map([...one, [name, value]]))).slice(0, MOST_VALUES);
  }
  return combinations.map(
    (one) => text2.replace(REFERENCE2, (whole2, braced, fallback, made, bare) => {
      const name = braced ?? made ?? bare ?? "";
      return one.get(name) ?? (fallback !== void 0 && !variables.has(name) ? fallback : whole2);
    }).slice(0, LONGEST_VALUE)
  );
}

// src/model/image/builds.ts
var SCRIPTS2 = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci"]);
var COMMAND = /\b(?:docker|podman|nerdctl|buildah)\s+(?:buildx\s+|image\s+)?(?:build|bud)\s[^\n;|&]*/g;
var MENTIONED = /\b(?:docker|podman|nerdctl|buildah)\s+(?:buildx\s+|image\s+)?(?:build|bud)\s|docker\/build-push-action/;
var LONGEST_LINE = 4096;
var MOST_LINES = 5e3;
var MOST_BUILDS = 500;
function namedBuilds(tree, dockerfiles, composed) {
  const found2 = tree.files.flatMap((file) => buildsIn(file, tree)).slice(0, MOST_BUILDS);
  const others = found2.flatMap(({ names, request }) => {
    const repositories = [...new Set(names.flatMap((name) => repositoryOf2(name) ?? []))];
    const key = [request.context, request.dockerfile, request.target].map((one) => knownValue(one) ?? "").join("\n");
    return repositories.map((repository) => ({ repository, key, use: () => builtImage(request, tree, dockerfiles) }));
  });
  return [...composedBuilds(composed), ...others];
}
function composedBuilds(deployments) {
  return deployments.flatMap(
    ({ workloads, onRequest }) => [...workloads, ...onRequest].flatMap(({ image, clientOf, software, distribution, version }) => {
      if (image?.origin !== "built" || image.builtAs === void 0) return [];
      const own = clientOf ? {} : { ...software ? { software } : {}, ...distribution ? { distribution } : {} };
      const use = { image, files: image.files, ...own, ...version && !clientOf ? { version } : {} };
      return [{ repository: image.builtAs, key: image.id, use: () => use }];
    })
  );
}
function repositoryOf2(name) {
  const bare = name.trim().replace(/\$\{\{[^{}]{0,200}\}\}|\$\{[^{}]{0,200}\}|\$\(\w{1,100}\)|\$\w+/g, "*");
  const untagged = bare.replace(/:[^/:]*$/, "");
  if (!untagged.includes("*")) return parseImageReference(untagged)?.repository;
  const [, rest = ""] = /^.{0,200}\*[^/*]{0,200}\/([a-z0-9._/-]+)$/.exec(untagged) ?? [];
  return rest !== "" && parseImageReference(rest) ? `*/${rest}` : void 0;
}
function buildsIn(file, tree) {
  if (/(?:^|\/)skaffold[^/]*\.ya?ml$/.test(file.path)) {
    const source2 = tree.read(file.path);
    return source2 ? skaffoldBuilds(source2) : [];
  }
  if (!SCRIPTS2.has(file.format)) return [];
  const source = tree.read(file.path);
  if (!source || !MENTIONED.test(source.text)) return [];
  return [...commandBuilds(source, file, tree), ...file.format === "ci" ? actionBuilds(source) : []];
}
function requestAt(name, at, parts) {
  return { name, inline: false, arguments: /* @__PURE__ */ new Map(), contexts: /* @__PURE__ */ new Set(), at, ...parts };
}
function skaffoldBuilds(source) {
  const builders = ["buildpacks", "jib", "bazel", "custom", "ko"];
  return parseYaml(source).documents.flatMap(
    ({ root }) => itemsOf(descend(root, "build", "artifacts")).flatMap((artifact) => {
      const image = child(artifact, "image");
      const name = textOf2(image);
      if (!image || name === void 0 || builders.some((key) => child(artifact, key) !== void 0)) return [];
      const docker = child(artifact, "docker") ?? child(artifact, "kaniko");
      const context = textOf2(child(artifact, "context")) ?? ".";
      return [
        { names: [name], request: requestOf2(name, image.at, joinPath(directoryOf(source.path), context), docker) }
      ];
    })
  );
}
function requestOf2(name, at, context, settings) {
  const dockerfile = textOf2(child(settings, "dockerfile"));
  const target = textOf2(child(settings, "target"));
  return requestAt(name, at, {
    context: known(context, at),
    ...dockerfile === void 0 ? {} : { dockerfile: known(dockerfile, at) },
    ...target === void 0 ? {} : { target: known(target, at) },
    arguments: new Map(entriesOf(child(settings, "buildArgs")).map(([key, value]) => [key, textOf2(value) ?? null]))
  });
}
function commandBuilds(source, file, tree) {
  const lines = source.text.replace(/\\\r?\n/g, " ").split(/\r?\n/).slice(0, MOST_LINES);
  const variables = scriptVariables(lines, file.format === "ci");
  const found2 = [];
  let folder;
  for (const line of lines) {
    if (line.length > LONGEST_LINE || /^\s*(?:#(?!!)|\/\/)/.test(line)) continue;
    for (const filled of line.includes("$") ? expand(line, variables) : [line]) {
      for (const { 0: command, index } of filled.matchAll(COMMAND)) {
        const build = commandBuild(command, directoriesOf(filled.slice(0, index), folder, file.path), source, tree);
        if (build) found2.push(build);
      }
    }
    folder = changedFolder(line) ?? folder;
  }
  return found2;
}
var WITH_VALUE = /^(?:--(?:tag|file|target|build-arg|platform|label|cache-from|cache-to|network|progress|secret|ssh|output|builder|iidfile|metadata-file|build-context|add-host|memory|shm-size|ulimit|annotation|attest|allow)|-[tfom])$/;
function commandBuild(command, directories, source, tree) {
  const plain4 = command.replace(/\$\([^()\n]*[^()\w\n][^()\n]*\)/g, "$_");
  const all = (splitWords(plain4) ?? plain4.split(/\s+/)).map((word) => word.replace(/^["'`(]+|["'`),]+$/g, ""));
  const words3 = all.slice(all.findIndex((word) => word === "build" || word === "bud") + 1);
  const options = /* @__PURE__ */ new Map();
  let context;
  for (let at2 = 0; at2 < words3.length; at2++) {
    const word = words3[at2] ?? "";
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/.exec(word) ?? /^(-[tfom])(.+)$/.exec(word) ?? [];
    if (WITH_VALUE.test(name)) {
      const value = inline ?? words3[++at2] ?? "";
      options.set(name, [...options.get(name) ?? [], value]);
    } else if (!word.startsWith("-") && word !== "") context ??= word;
  }
  const names = [...options.get("-t") ?? [], ...options.get("--tag") ?? []];
  const place = context === void 0 || context === "-" ? void 0 : folderOf(context, directories, tree);
  if (names.length === 0 || place === void 0) return void 0;
  const at = { path: source.path, start: 0, end: 0 };
  const file = options.get("-f")?.[0] ?? options.get("--file")?.[0];
  const target = options.get("--target")?.[0];
  const dockerfile = file === void 0 ? void 0 : fileOf(file, directories, place, tree);
  if (file !== void 0 && dockerfile === void 0) return void 0;
  return {
    names,
    request: requestAt(names[0] ?? "", at, {
      context: known(place, at),
      ...dockerfile === void 0 ? {} : { dockerfile: known(dockerfile, at) },
      ...target === void 0 || target.includes("$") ? {} : { target: known(target, at) }
    })
  };
}
function folderOf(name, directories, tree) {
  if (name.includes("$") || name.includes("://") || name.startsWith("/")) return void 0;
  return directories.map((directory) => joinPath(directory, name)).find((path) => tree.exists(path));
}
function fileOf(name, directories, context, tree) {
  const path = name.includes("$") ? void 0 : directories.map((one) => joinPath(one, name)).find((one) => tree.exists(one));
  if (path === void 0) return void 0;
  const depth = context === "." ? 0 : context.split("/").length;
  return `${"../".repeat(depth)}${path}`;
}
function actionBuilds(source) {
  return parseYaml(source).documents.flatMap(
    ({ root }) => entriesOf(child(root, "jobs")).flatMap(([, job]) => {
      const steps = itemsOf(child(job, "steps"));
      const images = new Map(
        steps.map((step) => [textOf2(child(step, "id")) ?? "", textOf2(descend(step, "with", "images"))])
      );
      return steps.flatMap((step) => {
        if (!/^docker\/build-push-action@/.test(textOf2(child(step, "uses")) ?? "")) return [];
        const inputs = child(step, "with");
        const tags = textOf2(child(inputs, "tags")) ?? "";
        const metadata = /steps\.([\w-]+)\.outputs\.tags/.exec(tags)?.[1];
        const names = (metadata === void 0 ? tags : images.get(metadata) ?? "").split(/[\n,]/).map((name) => name.trim());
        const context = textOf2(child(inputs, "context")) ?? ".";
        const file = textOf2(child(inputs, "file"));
        const target = textOf2(child(inputs, "target"));
        if (`${context}${file ?? ""}${target ?? ""}`.includes("${{")) return [];
        const place = joinPath(".", context);
        const depth = place === "." ? 0 : place.split("/").length;
        const request = requestAt(names[0] ?? "", step.at, {
          context: known(place, step.at),
          // Given from the root of the repository.
          ...file === void 0 ? {} : { dockerfile: known(`${"../".repeat(depth)}${joinPath(".", file)}`, step.at) },
          ...target === void 0 ? {} : { target: known(target, step.at) }
        });
        return [{ names: names.filter((name) => name !== ""), request }];
      });
    })
  );
}

// src/model/image/unused-images.ts
function unusedImages(tree, dockerfiles, weight) {
  const seen = /* @__PURE__ */ new Set();
  const images = [];
  for (const file of dockerfiles.all()) {
    if (dockerfiles.used.has(file.path) || /(^|[./-])(dev|test|ci|local)([./-]|$)|\.devcontainer/i.test(file.path) || seen.has(file.source.text))
      continue;
    seen.add(file.source.text);
    const context = file.path.includes("/") ? file.path.slice(0, file.path.lastIndexOf("/")) : ".";
    const settings = { arguments: /* @__PURE__ */ new Map(), ...ignored(tree, file.path, context) };
    const dockerfile = resolveDockerfile(file, settings);
    if (!dockerfile) continue;
    const at = dockerfile.stage.fromAt;
    images.push({
      id: `image:${file.path}`,
      kind: "image",
      name: file.path,
      weight,
      at,
      files: [file.path],
      origin: "built",
      dockerfile,
      stages: stagesOf(dockerfile, settings),
      context: buildContextOf(tree, {
        path: context,
        present: true,
        at,
        declared: false,
        ...dockerfile.ignoreFile ? { ignoreFile: dockerfile.ignoreFile } : {}
      }),
      usedBy: []
    });
  }
  return images;
}

// door:src/model/kubernetes/backups.ts
var room9;
function enter11() {
  return room9 ??= require("./model-kubernetes-backups.js");
}
function clusterBackups(...given) {
  return enter11().clusterBackups(...given);
}

// src/model/kubernetes/secrets.ts
var LONGEST_VALUE2 = 2e5;
function kubernetesSecretsOf(tree) {
  const secrets = [];
  const leaks = [];
  for (const file of tree.files) {
    if (file.format !== "yaml" && file.format !== "helm") continue;
    const source = tree.read(file.path);
    if (!source || !/^[ \t]*(?:-[ \t]+)?["']?kind["']?[ \t]*:[ \t]*["']?Secret\b/m.test(source.text)) continue;
    if (isTemplate(source.text)) continue;
    for (const { root } of parseYaml(source).documents) {
      for (const manifest of manifestsOf(root)) {
        const entries = entriesIn(manifest, source, leaks);
        secrets.push(secretOf2(manifest, entries));
      }
    }
  }
  return { secrets, leaks };
}
function isTemplate(text2) {
  return /^[^#\n]*\{\{-?\s*(?:if|range|with|end|include|define|template|toYaml|\.Values|\.Release|tpl|lookup)\b|^[^#\n]*\{%/m.test(
    text2
  );
}
function manifestsOf(root) {
  if (root?.kind !== "map") return [];
  const kind = textOf2(child(root, "kind"));
  if (kind === "Secret") return /^v1$/.test(textOf2(child(root, "apiVersion")) ?? "") ? [root] : [];
  const items = kind === "List" || kind === "SecretList" ? child(root, "items") : void 0;
  return items?.kind === "list" ? items.items.flatMap((item) => item.kind === "map" && textOf2(child(item, "kind")) === "Secret" ? [item] : []) : [];
}
function secretOf2(manifest, entries) {
  const metadata = child(manifest, "metadata");
  const namespace = textOf2(child(metadata, "namespace"));
  return {
    name: textOf2(child(metadata, "name")) ?? textOf2(child(metadata, "generateName")) ?? "without a name",
    ...namespace === void 0 ? {} : { namespace },
    encrypted: child(manifest, "sops")?.kind === "map",
    entries,
    at: child(manifest, "kind")?.at ?? manifest.at
  };
}
function entriesIn(manifest, source, leaks) {
  const judge6 = (key, node2, encoded) => {
    const written = textOf2(node2) ?? "";
    const text2 = encoded ? decoded(written) : written;
    const tokens = written.length > LONGEST_VALUE2 ? [] : scanText({ path: source.path, text: text2 });
    if (encoded) for (const token of tokens) leaks.push({ ...token, at: node2.at });
    return { key, value: tokens.length > 0 ? "token" : judged(key, text2), at: node2.at };
  };
  return [
    ...entriesOf(child(manifest, "data")).map(([key, node2]) => judge6(key, node2, true)),
    ...entriesOf(child(manifest, "stringData")).map(([key, node2]) => judge6(key, node2, false))
  ];
}
function judged(key, text2) {
  if (/^-----BEGIN (?:CERTIFICATE|PUBLIC KEY)/.test(text2.trim()) && !text2.includes("PRIVATE KEY")) return "setting";
  if (/^(?:user(?:name)?|host(?:name)?|port|database|db(?:name)?|region|endpoint|type|url)$/i.test(key)) {
    const value = secretValue(text2);
    return value === "literal" && !text2.includes("://") ? "setting" : value;
  }
  return secretValue(text2);
}
function decoded(text2) {
  const compact = text2.replace(/\s+/g, "");
  if (compact.length > LONGEST_VALUE2 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact) || compact.length % 4 !== 0) return text2;
  return Buffer.from(compact, "base64").toString("utf8");
}

// src/model/kubernetes/signs.ts
function mentionsKubernetes(tree) {
  return tree.files.some(({ path, format: format2 }) => {
    if (/kustomization[^/]*$/i.test(path)) return true;
    if (format2 !== "yaml" && format2 !== "json" && !(format2 === "text" && /\.(?:ya?ml|json)\.\w+$/i.test(path)))
      return false;
    return tree.read(path)?.text.includes("apiVersion") === true;
  });
}

// door:src/model/kubernetes.ts
var room10;
function enter12() {
  return room10 ??= require("./model-kubernetes.js");
}
function kubernetesDeployments(...given) {
  return enter12().kubernetesDeployments(...given);
}

// src/model/pm2/signs.ts
var READ = /\.config\.[cm]?js$|\.json$|\.ya?ml$/i;
var NAMED_FOR_PM2 = /^(?:.+[._-])?(?:ecosystem|pm2)(?:[._-].+)?$|^(?:pm2|process|processes)(?:[._-][\w.-]*)?\.(?:json|ya?ml)$/i;
var PROGRAM = /\.config\.[cm]?js$/i;
function isNamedForPm2(path) {
  const name = fileName(path);
  return READ.test(name) && (NAMED_FOR_PM2.test(name) || PROGRAM.test(name));
}
function mentionsPm2(tree, declared) {
  if (tree.files.some((file) => isNamedForPm2(file.path))) return true;
  const workloads = declared.flatMap(({ deployments }) => deployments).flatMap(({ workloads: workloads2, onRequest }) => [...workloads2, ...onRequest]);
  return workloads.some(({ start: start2 }) => start2?.text.includes("pm2") || start2?.argv.some((word) => word?.includes("pm2")));
}

// door:src/model/pm2.ts
var room11;
function enter13() {
  return room11 ??= require("./model-pm2.js");
}
function withPm2(...given) {
  return enter13().withPm2(...given);
}

// src/model/image/files.ts
function imageFileAt(path, image) {
  const { dockerfile, context } = image;
  if (!dockerfile) return notBuiltHere(image);
  for (const step of stepsOf(dockerfile).toReversed()) {
    const found2 = step.copy ? copiedTo(path, step.copy, step.target, context) : changedBy(path, step.instruction);
    if (found2) return found2;
  }
  return void 0;
}
function imagePathsBelow(directory, image) {
  const { dockerfile, context } = image;
  if (!dockerfile) {
    const hidden2 = notBuiltHere(image);
    return hidden2 ? { paths: [], hidden: hidden2 } : { paths: [] };
  }
  const paths = [];
  let hidden;
  for (const { instruction, copy, target } of stepsOf(dockerfile)) {
    if (copy) {
      if (!isWithin(directory, target) && !isWithin(target, directory)) continue;
      const files = copiedFiles(copy, target, context);
      if (files) paths.push(...files.keys());
      else hidden ??= fromElsewhere(instruction);
    } else hidden ??= changedBelow(directory, instruction);
  }
  return { paths: paths.filter((path) => isWithin(directory, path)), ...hidden ? { hidden } : {} };
}
function stepsOf(dockerfile) {
  let workdir = "/";
  return dockerfile.instructions.flatMap((instruction) => {
    if (instruction.keyword === "WORKDIR") workdir = absolute(workdir, instruction.text.trim());
    if (instruction.keyword === "RUN") return [{ instruction, target: "" }];
    const copy = copyOf(instruction);
    return copy ? [{ instruction, copy, target: absolute(workdir, copy.target) }] : [];
  });
}
function absolute(workdir, path) {
  return `/${joinPath(path.startsWith("/") ? "." : workdir, path)}`.replace(/^\/\.$/, "/");
}
function notBuiltHere({ origin: origin2, at }) {
  return origin2 === "built" ? { state: "unknown", at, because: "its Dockerfile is not in the repository" } : void 0;
}
function copiedTo(path, copy, target, context) {
  if (!isWithin(target, path)) return void 0;
  const files = copiedFiles(copy, target, context);
  if (!files) return fromElsewhere(copy.instruction);
  const file = files.get(path);
  if (file === void 0) return void 0;
  const source = context?.read(file);
  const { at } = copy.instruction;
  return source ? { state: "file", source, at } : { state: "unknown", at, because: `${file} could not be read` };
}
function fromElsewhere({ at }) {
  return { state: "unknown", at, because: "the build copies it from what is not in the repository" };
}
function copiedFiles(copy, target, context) {
  if (copy.from || copy.open || !context?.present) return void 0;
  const files = /* @__PURE__ */ new Map();
  for (const { text: text2 } of copy.sources) {
    if (text2.includes("://")) return void 0;
    const found2 = context.find(text2).filter((file) => !context.leavesOut(file));
    const clean2 = joinPath(".", text2);
    if (found2.length === 0) return void 0;
    for (const file of found2) {
      const isDirectory = clean2 === "." || file !== clean2 && isWithin(clean2, file);
      const inner = isDirectory ? clean2 === "." ? file : file.slice(clean2.length + 1) : fileName(file);
      files.set(joinAbsolute(target, inner), file);
      if (found2.length === 1 && copy.sources.length === 1 && !isDirectory && !copy.target.endsWith("/"))
        files.set(target, file);
    }
  }
  return files;
}
function joinAbsolute(directory, path) {
  return `/${joinPath(directory, path)}`;
}
function changedBy(path, instruction) {
  if (!instruction.text.includes(fileName(path))) return void 0;
  const directory = directoryOf(path);
  const touched = commandsOf2(instruction).filter(
    ({ words: words3 }) => words3.some((word) => word === path || word === directory || word === `${directory}/*`)
  );
  const last = touched.at(-1);
  if (!last && !instruction.text.includes(path)) return void 0;
  if (last && isRemoval(last.words) && !last.conditional) return { state: "absent", at: instruction.at };
  return { state: "unknown", at: instruction.at, because: "a command of the build may write it" };
}
function changedBelow(directory, instruction) {
  if (!instruction.text.includes(directory)) return void 0;
  const writes = commandsOf2(instruction).some(
    ({ words: words3 }) => !isRemoval(words3) && !/^(?:chown|chmod|mkdir)$/.test(words3[0] ?? "") && words3.join(" ").includes(directory)
  );
  return writes || /[>|]/.test(instruction.text) ? { state: "unknown", at: instruction.at, because: `a command of the build may write to ${directory}` } : void 0;
}
function isRemoval(words3) {
  return words3[0] === "rm" || words3[0] === "unlink";
}

// src/model/container-files.ts
var MOST_FILES3 = 1e3;
function containerFilesOf(workload, tree) {
  const find5 = (path) => findFile(cleanPath2(path), workload, tree);
  return { find: find5, match: (pattern) => matchFiles(cleanPath2(pattern), workload, tree, find5) };
}
function cleanPath2(path) {
  return `/${joinPath(".", path.replace(/^\/+/, ""))}`.replace(/^\/\.$/, "/");
}
function findFile(path, workload, tree) {
  const mount = mountAbove(path, workload);
  if (mount) return mountedFile(path, mount, tree);
  const hidden = workload.mounts.find((one) => !one.target.known);
  if (hidden) return { state: "unknown", at: hidden.at, because: "the target of a mount is not known" };
  const found2 = workload.image && imageFileAt(path, workload.image);
  if (!found2) return { state: "image" };
  return found2.state === "file" ? { state: "file", file: { path, source: found2.source, at: found2.at } } : found2;
}
function mountAbove(path, workload) {
  let best;
  let length = -1;
  for (const mount of workload.mounts) {
    const target = targetOf2(mount);
    if (target === void 0 || target.length < length || !isWithin(target, path)) continue;
    best = mount;
    length = target.length;
  }
  return best;
}
function targetOf2(mount) {
  const target = knownValue(mount.target);
  return target === void 0 ? void 0 : cleanPath2(target);
}
function mountedFile(path, mount, tree) {
  const { at } = mount;
  if (mount.files) {
    const file = mount.files.find((one) => cleanPath2(one.path) === path);
    return file ? { state: "file", file: { path, source: file.source, at } } : { state: "absent", at };
  }
  if (mount.type === "tmpfs") return { state: "absent", at };
  const folder = folderOf2(mount, tree);
  if (folder === void 0) return hiddenBy(mount);
  const target = targetOf2(mount) ?? "";
  const inner = path === target ? folder : joinPath(folder, path.slice(target.length));
  const source = tree.read(inner);
  if (source) return { state: "file", file: { path, source, at } };
  return tree.exists(inner) ? { state: "unknown", at, because: `${inner} could not be read` } : { state: "absent", at };
}
function folderOf2(mount, tree) {
  const source = mount.type === "bind" ? knownValue(mount.source) : void 0;
  return source === void 0 || /^[/~]/.test(source) || !tree.exists(source) ? void 0 : source;
}
function hiddenBy(mount) {
  const source = knownValue(mount.source);
  const what = source ? `${mount.type === "bind" ? "" : `the ${mount.type} `}${source}` : `the ${mount.type}`;
  return { state: "unknown", at: mount.at, because: `${what} is not in the repository` };
}
function matchFiles(pattern, workload, tree, find5) {
  const magic = pattern.search(/[*?[\\]/);
  const directory = directoryOf(magic === -1 ? pattern : pattern.slice(0, magic)) || "/";
  const paths = /* @__PURE__ */ new Set();
  let hidden;
  const above = mountAbove(directory, workload);
  for (const mount of workload.mounts) {
    const target = targetOf2(mount);
    if (target === void 0)
      hidden ??= { state: "unknown", at: mount.at, because: "the target of a mount is not known" };
    else if (mount !== above && !isBelow(target, directory)) continue;
    else if (isListed(mount, target, paths, tree)) continue;
    else if (mount === above || mayMatch(target, pattern)) hidden ??= hiddenBy(mount);
  }
  if (!above && workload.image) {
    const built = imagePathsBelow(directory, workload.image);
    for (const path of built.paths) paths.add(path);
    if (built.hidden?.state === "unknown") hidden ??= built.hidden;
  }
  const matches2 = pathMatcher(pattern);
  const files = [];
  for (const path of [...paths].filter(matches2).sort().slice(0, MOST_FILES3)) {
    const found2 = find5(path);
    if (found2.state === "file") files.push(found2.file);
    else if (found2.state === "unknown") hidden ??= found2;
  }
  return { files, ...hidden ? { hidden } : {}, besideImage: above === void 0 };
}
function isBelow(target, directory) {
  return target !== directory && isWithin(directory, target);
}
function mayMatch(target, pattern) {
  const parts = target.split("/");
  const own = pattern.split("/");
  return parts.length <= own.length && pathMatcher(own.slice(0, parts.length).join("/"))(target);
}
function isListed(mount, target, paths, tree) {
  if (mount.files) for (const file of mount.files) paths.add(cleanPath2(file.path));
  if (mount.files || mount.type === "tmpfs") return true;
  const folder = folderOf2(mount, tree);
  if (folder === void 0) return false;
  for (const { path } of tree.files) {
    if (path === folder) paths.add(target);
    else if (isWithin(folder, path)) paths.add(`${target}/${folder === "." ? path : path.slice(folder.length + 1)}`);
  }
  return true;
}

// src/model/image/shell.ts
function shellOf(image) {
  const reference = knownValue(image?.dockerfile ? image.dockerfile.base : image?.reference);
  if (!reference || image?.origin === "built" && !image.dockerfile) return void 0;
  const { has } = toolsOf(reference.repository, reference.tag ?? "");
  if (has("dash") === true) return "dash";
  if (has("ash") === true) return "ash";
  return has("rpm") === true ? "bash" : void 0;
}

// src/model/process/signal-path.ts
var DEEPEST4 = 10;
var INIT = /^(?:tini|tini-static|dumb-init|docker-init|catatonit|init|s6-svscan|s6-overlay-suexec|supervisord|runsvdir|my_init|runit|circusd|pm2-runtime|pm2-docker|pm2|honcho|foreman|multirun|pause|systemd)$/;
var MANAGERS = /^(?:npm|npx|yarn|yarnpkg|pnpm|pnpx)$/;
var SHELLS2 = /^(?:ba|da|a|z|k)?sh$/;
var HARMLESS2 = /^(?:sleep|tail|cat|true|echo|wait|crond|cron|supercronic)$/;
function signalPathOf(container, tree) {
  const { start: start2, image, init } = container;
  if (!start2) return void 0;
  if (init) return { state: "reaches" };
  const context = image?.context?.path;
  const inside = {
    files: containerFilesOf(container, tree),
    shell: shellOf(image),
    folder: knownValue(image?.dockerfile?.workdir) ?? "/",
    usesModernYarn: tree.exists(".yarnrc.yml") || context !== void 0 && tree.exists(joinPath(context, ".yarnrc.yml"))
  };
  const path = follow(start2.argv, { inside, at: start2.at, depth: 0 });
  return path?.state === "lost" && inside.shell === void 0 && !start2.replacesEntrypoint ? unknown3(start2.at, "which entrypoint its image has is not known") : path;
}
function follow(argv, step) {
  const words3 = unwrapCommand(argv);
  const program = programOf(words3);
  const before = argv.slice(0, argv.length - words3.length);
  if ([...before, program].some((word) => INIT.test(baseName3(word)))) return { state: "reaches" };
  if (program === void 0 || step.depth > DEEPEST4) return unknown3(step.at, "which program it starts is not known");
  if (HARMLESS2.test(program)) return void 0;
  if (MANAGERS.test(program)) return managed(program, words3, step);
  if (SHELLS2.test(program)) return inShell(program, words3, step);
  const script = scriptAt2(words3[0] ?? "", step);
  return script ? inScript(script, words3.slice(1), step) : { state: "reaches" };
}
function baseName3(word) {
  return (word ?? "").slice((word ?? "").lastIndexOf("/") + 1);
}
function unknown3(at, because) {
  return { state: "unknown", at, because };
}
function managed(program, words3, step) {
  const text2 = words3.map((word) => word ?? "?").join(" ");
  const { shell, usesModernYarn } = step.inside;
  const lost = { state: "lost", by: "package-manager", program: text2, at: step.at };
  if (/^yarn/.test(program))
    return usesModernYarn ? unknown3(step.at, "what this version of yarn does with signals is not known") : lost;
  if (shell === "dash") return lost;
  if (shell === void 0) return unknown3(step.at, `which shell ${program} uses in its image is not known`);
  return { state: "reaches" };
}
function inShell(program, words3, step) {
  const text2 = shellText(words3);
  if (text2 !== void 0) {
    const script2 = parseShell(text2, step.at);
    const kind = program === "sh" ? step.inside.shell : program === "bash" ? "bash" : program === "ash" ? "ash" : program === "dash" ? "dash" : void 0;
    const rest = words3.slice(words3.indexOf(text2) + 2);
    return inText({ script: script2, replaces: kind, rest, step, name: program });
  }
  const file = words3.findIndex((word, index) => index > 0 && !/^[-+]/.test(word ?? ""));
  const script = file === -1 ? void 0 : scriptAt2(words3[file] ?? "", step);
  if (script) return inScript(script, words3.slice(file + 1), step);
  return unknown3(step.at, `what ${words3.map((word) => word ?? "?").join(" ")} runs is not in the repository`);
}
function inScript(script, rest, step) {
  const name = script.at.path.slice(script.at.path.lastIndexOf("/") + 1);
  return inText({ script, replaces: "file", rest, step: { ...step, at: script.at }, name });
}
function inText(text2) {
  const { script, step } = text2;
  if (script.broken) return unknown3(step.at, `${text2.name} cannot be read to its end`);
  const passesOn = script.commands.some(
    ({ words: words3 }) => words3[0] === "trap" && words3.slice(2).some((word) => /^(?:SIG)?(?:TERM|INT|QUIT)$|^(?:2|3|15)$/.test(word))
  );
  return passesOn ? { state: "reaches" } : ending(script.tree, text2, true);
}
function ending(node2, text2, last) {
  switch (node2.kind) {
    case "list": {
      const items = node2.items.filter((item2) => item2.node.kind !== "function");
      const item = items.at(-1);
      if (!item) return void 0;
      return item.background ? void 0 : ending(item.node, text2, last) ?? waited(items, text2);
    }
    case "chain": {
      const item = node2.items.at(-1);
      return item && ending(item.node, text2, last);
    }
    case "pipeline": {
      const [first] = node2.parts;
      return node2.parts.length === 1 && first ? ending(first, text2, last) : void 0;
    }
    case "command":
      return simple(node2.command, text2, last);
    case "group":
      return ending(node2.body, text2, last);
    case "if": {
      const bodies = [...node2.branches.map((branch) => branch.body), ...node2.otherwise ? [node2.otherwise] : []];
      return worst(bodies.map((body) => ending(body, text2, false)));
    }
    case "case":
      return "bodies" in node2 ? worst(node2.bodies.map((body) => ending(body, text2, false))) : void 0;
    default:
      return void 0;
  }
}
function waited(items, text2) {
  const last = items.at(-1)?.node;
  const started = items.findLast((item) => item.background)?.node;
  const words3 = last && firstCommand(last);
  if (words3?.[0] !== "wait" || !started) return void 0;
  const program = firstCommand(started) ?? [];
  return { state: "lost", by: "shell", program: program.join(" "), at: text2.step.at, shell: text2.name };
}
function firstCommand(node2) {
  if (node2.kind === "command") return node2.command.words;
  if (node2.kind === "chain") return node2.items[0] && firstCommand(node2.items[0].node);
  return node2.kind === "pipeline" && node2.parts[0] ? firstCommand(node2.parts[0]) : void 0;
}
function worst(paths) {
  return paths.find((path) => path?.state === "lost") ?? paths.find((path) => path?.state === "unknown") ?? paths.find((path) => path !== void 0);
}
function simple(command, text2, last) {
  const { step, replaces } = text2;
  const replaced = command.words[0] === "exec";
  const words3 = replaced ? command.words.slice(1) : command.words;
  const given = argumentsIn(words3, text2);
  const at = replaces === "file" ? { ...step.at, start: command.start, end: command.end } : step.at;
  const next = () => follow(given, { ...step, at, depth: step.depth + 1 });
  if (replaced) return /^\$/.test(given[0] ?? "$") ? { state: "reaches" } : next();
  const program = programOf(given) ?? "";
  if (given.length === 0 || HARMLESS2.test(program) || BUILT_IN2.test(program)) return void 0;
  const path = next();
  if (path?.state !== "reaches") return path;
  const lost = {
    state: "lost",
    by: replaces === "file" ? "script" : "shell",
    program: given.map((word) => word ?? "?").join(" "),
    at,
    shell: text2.name
  };
  if (replaces === "file" || replaces === "dash") return lost;
  if (replaces === "ash" || replaces === "bash" && last) return path;
  return unknown3(step.at, "which shell its image has is not known, and not all make way for the last command");
}
var BUILT_IN2 = /^(?:cd|export|set|unset|return|exit|read|shift|local|source|\.|:|umask|ulimit|alias|printf|test|\[|eval|trap|mkdir|chown|chmod|cp|mv|rm|ln|touch|sed|grep)$/;
function argumentsIn(words3, { rest, script }) {
  const changed = script.commands.some((command) => command.words[0] === "set" && command.words.includes("--"));
  return words3.flatMap((word) => /^\$(?:@|\*|\{@\}|\{\*\})$/.test(word) ? changed ? ["$@"] : rest : [word]);
}
function scriptAt2(word, { inside }) {
  if (!/^[\w./-]{1,300}$/.test(word)) return void 0;
  const places = word.startsWith("/") ? [word] : word.includes("/") ? [joinPath(inside.folder, word)] : ["/usr/local/bin", "/usr/bin", "/bin"].map((folder) => `${folder}/${word}`);
  for (const path of places) {
    const found2 = inside.files.find(path.startsWith("/") ? path : `/${path}`);
    if (found2.state !== "file") continue;
    const { source } = found2.file;
    if (!/^#!.*\b(?:ba|da|a|z|k)?sh\b/.test(source.text.slice(0, 200)) && !/\.(?:ba)?sh$/.test(path)) return void 0;
    return parseShell(source.text, { path: source.path, start: 0, end: source.text.length });
  }
  return void 0;
}

// src/model/image/package-script.ts
function packageScript(words3, workload, tree) {
  const name = scriptName(words3);
  const folder = workload.image?.context?.path ?? (workload.pm2 ? folderOf3(workload) : void 0);
  const source = name === void 0 || folder === void 0 ? void 0 : tree.read(joinPath(folder, "package.json"));
  if (!source || name === void 0) return void 0;
  const scripts = /"scripts"\s*:\s*\{/.exec(source.text);
  if (!scripts) return void 0;
  const key = JSON.stringify(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const entry2 = new RegExp(`${key}\\s*:\\s*"((?:[^"\\\\]|\\\\.){0,2000})"`).exec(source.text.slice(scripts.index));
  if (!entry2) return void 0;
  const start2 = scripts.index + entry2.index;
  return parseShell(unescaped(entry2[1] ?? ""), { path: source.path, start: start2, end: start2 + entry2[0].length });
}
function folderOf3({ at }) {
  return at.path.includes("/") ? at.path.slice(0, at.path.lastIndexOf("/")) : ".";
}
function unescaped(text2) {
  try {
    return String(JSON.parse(`"${text2}"`));
  } catch {
    return text2;
  }
}
function scriptName([program, ...words3]) {
  if (!/(?:^|\/)(?:npm|yarn|pnpm|bun)$/.test(program ?? "")) return void 0;
  const operands2 = words3.filter((word) => word !== null && !word.startsWith("-"));
  const [verb, name] = operands2;
  if (verb === "run" || verb === "run-script") return name;
  return verb === "start" || /(?:^|\/)(?:yarn|pnpm)$/.test(program ?? "") ? verb : void 0;
}

// src/model/process/worker-processes.ts
var SERVERS2 = /* @__PURE__ */ new Map([
  ["gunicorn", { runtime: "python", options: /^(?:-w|--workers)$/, variables: ["WEB_CONCURRENCY"] }],
  ["uvicorn", { runtime: "python", options: /^--workers$/, variables: ["WEB_CONCURRENCY"] }],
  ["fastapi", { runtime: "python", options: /^--workers$/, variables: ["WEB_CONCURRENCY"] }],
  ["hypercorn", { runtime: "python", options: /^(?:-w|--workers)$/, variables: [] }],
  ["granian", { runtime: "python", options: /^--workers$/, variables: ["GRANIAN_WORKERS"] }],
  [
    "uwsgi",
    { runtime: "python", options: /^(?:-p|--processes|--workers)$/, variables: ["UWSGI_PROCESSES", "UWSGI_WORKERS"] }
  ],
  ["daphne", { runtime: "python", options: /^$/, variables: [] }],
  // For development: workload/development-command says it.
  ["flask", { runtime: "python", options: /^$/, variables: [] }],
  ["runserver", { runtime: "python", options: /^$/, variables: [] }],
  ["node", { runtime: "node", options: /^$/, variables: [] }],
  ["next", { runtime: "node", options: /^$/, variables: [] }]
]);
function workerProcessesOf(workload, tree) {
  const { start: start2 } = workload;
  if (!start2) return void 0;
  const words3 = serverWords(start2, workload, tree);
  const program = words3 && nameOf8(words3);
  const server = program === void 0 ? void 0 : SERVERS2.get(program);
  if (!words3 || program === void 0 || !server) return void 0;
  const { runtime } = server;
  const count3 = runtime === "node" ? nodeCount(workload, tree) : countOf({ words: words3, program, server, workload, tree, at: start2.at });
  return count3 && { server: program, runtime, perProcessor: false, ...count3, at: start2.at };
}
var FORKS = /\bcluster\s*\.\s*fork\s*\(|["'](?:node:)?cluster["']|["']throng["']/;
function nodeCount(workload, tree) {
  const folder = workload.image?.context?.path ?? (workload.platform === "pm2" ? directoryOf(workload.at.path) : void 0);
  const at = workload.start?.at ?? workload.at;
  if (folder === void 0 || workload.image?.context?.present === false) return void 0;
  const programs = tree.files.filter(
    (file) => file.format === "source" && /\.[cm]?[jt]s$/.test(file.path) && isWithin(folder, file.path)
  );
  if (programs.length === 0) return void 0;
  const forks = programs.slice(0, MOST_PROGRAMS).some((file) => FORKS.test(tree.read(file.path)?.text ?? ""));
  return forks || programs.length > MOST_PROGRAMS ? { count: unknown(at, "its code may start processes of its own") } : { count: known(1, at) };
}
var MOST_PROGRAMS = 5e3;
function serverWords(start2, workload, tree) {
  const commands = start2.script ? start2.script.commands.map((command) => command.words) : [start2.argv];
  const found2 = commands.map((words3) => withoutRunner(words3)).findLast((words3) => SERVERS2.has(nameOf8(words3) ?? ""));
  if (found2) return found2;
  const [last] = commands.slice(-1);
  const script = last && packageScript(unwrapCommand(last), workload, tree);
  return script?.commands.map((command) => withoutRunner(command.words)).findLast((words3) => SERVERS2.has(nameOf8(words3) ?? ""));
}
function withoutRunner(words3) {
  const rest = unwrapCommand(words3);
  const [first, second] = rest;
  const name = programOf(rest) ?? "";
  if (/^python[\d.]*$/.test(name) && second === "-m") return rest.slice(2);
  if (/^(?:poetry|pipenv|uv|pdm|hatch)$/.test(name) && second === "run") return rest.slice(2);
  if (name === "npx" || name === "bunx") return rest.slice(1);
  return name === "node" && /(?:^|\/)next(?:\/dist\/bin\/next)?$/.test(second ?? "") ? rest.slice(1) : first === void 0 ? [] : rest;
}
function nameOf8(words3) {
  const name = programOf(words3);
  if (name === "fastapi") return words3.includes("run") ? name : void 0;
  if (name === "flask") return words3.includes("run") ? name : void 0;
  if (words3.some((word) => /(?:^|\/)manage\.py$/.test(word ?? "")))
    return words3.includes("runserver") ? "runserver" : name;
  if (name === "next") return words3.includes("start") ? name : void 0;
  if (name === "node")
    return words3.length > 1 && !words3.some((word) => /^(?:-e|--eval|-p|--print|--watch|--test)$/.test(word ?? "")) ? name : void 0;
  return name;
}
function countOf(counting) {
  const { words: words3, server, program, workload, at } = counting;
  if (words3.includes("--reload")) return { count: known(1, at) };
  const option2 = optionIn2(words3, server.options);
  if (option2 !== void 0) return read(option2, at);
  const more = workload.environment.get("GUNICORN_CMD_ARGS");
  if (program === "gunicorn" && more) {
    const given = more.value.known ? optionIn2(more.value.value.split(/\s+/), server.options) : null;
    if (given !== void 0) return given === null ? { count: unknownFact(more.value) } : read(given, more.at);
  }
  const file = program === "gunicorn" ? gunicornFile(counting) : void 0;
  if (file) return file;
  for (const name of server.variables) {
    const variable3 = workload.environment.get(name);
    if (variable3) return variable3.value.known ? read(variable3.value.value, variable3.at) : { count: variable3.value };
  }
  if (words3.some((word) => word === null || /^\$|\.ini$|^--(?:ini|yaml|json|config)\b/.test(word)))
    return { count: unknown(at, "its command takes the number of processes from elsewhere") };
  return { count: known(1, at) };
}
function unknownFact(fact) {
  return fact.known ? unknown(fact.at, "it cannot be read") : fact;
}
function optionIn2(words3, options) {
  for (const [index, word] of words3.entries()) {
    if (word === null) continue;
    const [, name = word, inline] = /^(--?[\w-]+?)=(.*)$/.exec(word) ?? [];
    if (options.test(name)) return inline ?? words3[index + 1] ?? null;
    const short = /^(-\w)(\d+)$/.exec(word);
    if (short && options.test(short[1] ?? "")) return short[2];
  }
  return void 0;
}
var PROCESSORS = /nproc|cpu_count|cpuinfo|_NPROCESSORS/;
function read(text2, at) {
  if (text2 !== null && /^\d{1,6}$/.test(text2.trim())) return { count: known(Number(text2), at) };
  if (text2 !== null && PROCESSORS.test(text2))
    return { count: unknown(at, "it depends on how many processors the host has"), perProcessor: true };
  const fallback = /^\$\{\w+:?-(\d{1,6})\}$/.exec(text2 ?? "")?.[1];
  return { count: fallback === void 0 ? unknown(at, "it is set outside the command") : known(Number(fallback), at) };
}
function gunicornFile({ words: words3, workload, tree, at }) {
  const named = optionIn2(words3, /^(?:-c|--config)$/);
  const folder = workload.image?.context?.path;
  if (named === null || named !== void 0 && folder === void 0)
    return { count: unknown(at, "the configuration of gunicorn is not in the repository") };
  const name = named?.replace(/^(?:python:|file:)/, "") ?? "gunicorn.conf.py";
  if (folder === void 0) return void 0;
  const inside = name.startsWith(`${knownValue(workload.image?.dockerfile?.workdir)}/`) ? name.slice((knownValue(workload.image?.dockerfile?.workdir) ?? "").length) : name;
  const source = tree.read(joinPath(folder, inside)) ?? tree.read(joinPath(folder, inside.slice(inside.lastIndexOf("/") + 1)));
  if (!source) return named === void 0 ? void 0 : { count: unknown(at, `${name} is not in the repository`) };
  const found2 = /^workers[ \t]*=[ \t]*([^\n#]{1,200})/m.exec(source.text);
  if (!found2) return void 0;
  const start2 = found2.index;
  return read(found2[1]?.trim() ?? "", { path: source.path, start: start2, end: start2 + found2[0].trimEnd().length });
}

// src/model/process/processes.ts
function withProcesses(workload, tree) {
  if (!workload.start || !workload.longRunning) return workload;
  const processes = workload.processes ?? workerProcessesOf(workload, tree);
  const signalPath = workload.pm2 ? void 0 : signalPathOf(workload, tree);
  return { ...workload, ...optional("processes", processes), ...optional("signalPath", signalPath) };
}
function withImageSignals(image, tree) {
  const start2 = image.weight > 0 && image.dockerfile ? startOf(void 0, void 0, image.dockerfile, image.at) : void 0;
  if (!start2) return image;
  return { ...image, ...optional("signalPath", signalPathOf({ start: start2, image, mounts: [], init: false }, tree)) };
}

// src/model/caddy.ts
var CADDYFILE = /(?:^|\/)(?:Caddyfile(?:\.[\w-]+)?|[\w.-]+\.caddyfile)$/i;
var OTHER2 = /\.(?:mdx?|rst|adoc|txt|html?|[cm]?[jt]sx?|go|py|rb|json|ya?ml|toml)$/i;
function caddyfilesOf(tree) {
  return tree.files.flatMap(
    ({ path }) => CADDYFILE.test(path) && !OTHER2.test(path) ? [{ path, because: "a Caddyfile: what it routes is not evaluated" }] : []
  );
}

// door:src/model/haproxy.ts
var room12;
function enter14() {
  return room12 ??= require("./model-haproxy.js");
}
function haproxyProxies(...given) {
  return enter14().haproxyProxies(...given);
}

// door:src/model/nginx.ts
var room13;
function enter15() {
  return room13 ??= require("./model-nginx.js");
}
function nginxProxies(...given) {
  return enter15().nginxProxies(...given);
}

// door:src/model/traefik.ts
var room14;
function enter16() {
  return room14 ??= require("./model-traefik.js");
}
function traefikProxies(...given) {
  return enter16().traefikProxies(...given);
}

// src/model/proxies.ts
function proxiesOf(tree, workloads, others) {
  const all = [...workloads, ...others];
  const found2 = [
    ...mayHold(tree, all, "nginx") ? [nginxProxies(tree, workloads, others)] : [],
    ...mayHold(tree, all, "traefik") ? [traefikProxies(tree, workloads)] : [],
    ...mayHold(tree, all, "haproxy") ? [haproxyProxies(tree, workloads)] : []
  ];
  return {
    proxies: found2.flatMap((one) => one.proxies),
    unreadable: found2.flatMap((one) => one.unreadable),
    notEvaluated: [...found2.flatMap((one) => one.notEvaluated), ...caddyfilesOf(tree)]
  };
}
function mayHold(tree, workloads, name) {
  const isNamed = ({ format: format2, path }) => format2 === name || path.toLowerCase().includes(name);
  return tree.files.some(isNamed) || workloads.some((workload) => mayRun(workload, name));
}
function mayRun({ software, start: start2, mounts, image }, name) {
  return software?.id === name || start2?.text.includes(name) === true || mounts.some(({ target }) => knownValue(target)?.includes(name)) || (image?.stages ?? []).some(({ instructions }) => instructions.some(({ text: text2 }) => text2.includes(name)));
}

// src/model/restores.ts
var LOADERS = [
  // With --list it only shows what is in the copy.
  { program: /^pg_restore$/, without: /^(?:-l|--list)$/, covers: ["postgres"] },
  { program: /^pgbackrest$/, with: /^restore$/, covers: ["postgres"] },
  { program: /^barman$/, with: /^(?:recover|restore)$/, covers: ["postgres"] },
  { program: /^wal-g$/, with: /^(?:backup-fetch|.*restore)$/, covers: ["postgres", "mysql", "mariadb", "mongodb"] },
  {
    program: /^(?:xtrabackup|mariabackup|mariadb-backup)$/,
    with: /^--(?:copy|move)-back$/,
    covers: ["mysql", "mariadb"]
  },
  { program: /^myloader$/, covers: ["mysql", "mariadb"] },
  { program: /^mongorestore$/, covers: ["mongodb"] },
  { program: /^pbm$/, with: /^restore$/, covers: ["mongodb"] },
  { program: /^clickhouse-backup$/, with: /^restore/, covers: ["clickhouse"] },
  { program: /^influxd?$/, with: /^restore$/, covers: ["influxdb"] },
  { program: /^neo4j-admin$/, with: /^(?:load|restore)$/, covers: ["neo4j"] },
  { program: /^(?:restic|duplicity|kopia|velero|rsnapshot)$/, with: /^restore$/, covers: ["volume"] },
  { program: /^borg$/, with: /^extract$/, covers: ["volume"] }
];
var CLIENTS2 = /* @__PURE__ */ new Map([
  ["psql", ["postgres"]],
  ["mysql", ["mysql", "mariadb"]],
  ["mariadb", ["mysql", "mariadb"]],
  ["redis-cli", ["redis", "valkey", "keydb"]],
  ["mc", ["minio"]],
  ["tar", ["volume"]],
  ["rsync", ["volume"]]
]);
var COPY_NAME = /backup|dump|restore|\.sql\.(?:gz|zst|xz|bz2)|\.(?:gz|zst|gpg|age)$/i;
var MENTION2 = /restore|pgbackrest|barman|wal-g|xtrabackup|mariabackup|mariadb-backup|myloader|borg|neo4j-admin|psql|mysql|mariadb|clickhouse-backup/;
function restoresOf(workloads, clusters, tree) {
  return [
    ...workloads.flatMap(
      (workload) => scriptsRunBy(workload, tree).flatMap((script) => restoresIn(script, /restore/i.test(workload.name)))
    ),
    ...workloads.flatMap(ofArguments),
    ...clusters.flatMap(ofCluster),
    ...tree.files.flatMap((file) => {
      const source = holdsScripts(file) ? tree.read(file.path) : void 0;
      if (!source || !(MENTION2.test(source.text) || /restore/i.test(file.path))) return [];
      return scriptTexts(source, file).flatMap(
        ({ script, name }) => restoresIn(script, /restore/i.test(name ?? file.path.slice(file.path.lastIndexOf("/") + 1)))
      );
    })
  ];
}
function ofArguments({ start: start2 }) {
  if (!start2 || start2.script) return [];
  const text2 = start2.argv.map((word) => `'${(word ?? "").replaceAll("'", "")}'`).join(" ");
  return restoresIn(parseShell(text2, start2.at), false);
}
function ofCluster({ objects }) {
  return objects.flatMap(({ kind, node: node2, at }) => {
    const recovers = kind === "Cluster" && descend(node2, "spec", "bootstrap", "recovery") !== void 0;
    return recovers || /Restore$/.test(kind) ? [{ covers: ["any"], at }] : [];
  });
}
function restoresIn(script, isNamedSo) {
  const covers2 = /* @__PURE__ */ new Set();
  for (const command of script.commands) for (const id of loadedBy(command, isNamedSo, script)) covers2.add(id);
  return covers2.size === 0 ? [] : [{ covers: [...covers2], at: script.at }];
}
var THROUGH2 = /^(?:docker|docker-compose|podman|nerdctl|kubectl|oc|ssh)$/;
function loadedBy(command, isNamedSo, script) {
  const { words: words3 } = command;
  const program = programOf(words3);
  const through2 = program !== void 0 && THROUGH2.test(program) || /^\$[({]/.test(words3[0] ?? "");
  const names = through2 ? words3.map((word) => word.slice(word.lastIndexOf("/") + 1)) : [program ?? ""];
  const loader = LOADERS.find(
    (one) => names.some((name) => one.program.test(name)) && (!one.with || words3.some((word) => one.with?.test(word))) && !(one.without && words3.some((word) => one.without?.test(word)))
  );
  if (loader) return loader.covers;
  const client = names.find((name) => CLIENTS2.has(name));
  if (client === void 0) return [];
  return isNamedSo || takesCopy(command, script) ? CLIENTS2.get(client) ?? [] : [];
}
function takesCopy(command, { commands }) {
  if (!/^(?:psql|mysql|mariadb|docker|podman|kubectl)$/.test(programOf(command.words) ?? "")) return false;
  if (command.redirects.some(({ operator, target }) => operator === "<" && COPY_NAME.test(target))) return true;
  const before = commands[commands.indexOf(command) - 1];
  return command.joined === "|" && before !== void 0 && /^(?:gunzip|zcat|gzip|zstd|zstdcat|xzcat|bzcat|pigz|gpg|age|aws|rclone|mc|gsutil|openssl)$/.test(
    programOf(before.words) ?? ""
  );
}

// src/model/command-context.ts
var FARTHEST = 100;
function commandPurpose(lines, index, path) {
  for (const name of [...namesAround(lines, index), ...path.split("/").reverse()]) {
    const purpose = purposeOfCommand(nameWords(name));
    if (purpose) return purpose;
  }
  return void 0;
}
function namesAround(lines, index) {
  const line = lines[index] ?? "";
  const script = /^\s*"([\w:.-]+)"\s*:\s*"/.exec(line)?.[1];
  if (script !== void 0) return [script];
  const names = [];
  let indent = indentOf2(line);
  for (let at = index - 1; at >= 0 && index - at <= FARTHEST && (indent > 0 || names.length === 0); at--) {
    const text2 = lines[at] ?? "";
    if (text2.trim() === "" || /^\s*#/.test(text2)) continue;
    const own = indentOf2(text2);
    const name = nameOf9(text2);
    if (own < indent || own === indent && /^\s*-\s+name:/.test(text2)) {
      if (name !== void 0) names.push(name);
      indent = Math.min(indent, own);
    } else if (own === 0 && /^\w[\w-]*\)\s*$|^\w[\w-]*\s*\(\)\s*\{/.test(text2)) break;
  }
  return names;
}
function indentOf2(line) {
  const start2 = line.search(/[^ \t]/);
  return start2 === -1 ? 0 : start2;
}
function nameOf9(line) {
  const text2 = line.trim().slice(0, 200);
  return /^-?\s*name:\s*(.+)$/.exec(text2)?.[1] ?? /^["']?([\w.-]+)["']?\s*:(?!=)/.exec(text2)?.[1] ?? /^(?:function\s+)?([\w-]+)\s*\(\)/.exec(text2)?.[1] ?? /^\(?["']?([\w|-]+)["']?\)/.exec(text2)?.[1] ?? /^(?:el)?if\s.*==?\s*["']?(\w+)["']?\s*\]/.exec(text2)?.[1];
}

// src/model/teardowns.ts
var MENTION3 = /\bdown\b[^\n]{0,200}\s(?:-\w{0,9}v|--volumes)|\bvolumes?\s+(?:rm|remove|prune)\b|\bdelete\s+[^\n]{0,200}\b(?:pvc|persistentvolumeclaims?|ns|namespaces?)\b/;
var ASKS = /\bread\s+-\w*p|\bconfirm\b|are you sure|\[y\/N\]|whiptail|dialog\s+--yesno/i;
function teardownsOf(tree) {
  return tree.files.flatMap((file) => {
    if (!holdsScripts(file) || file.format === "ci") return [];
    const source = tree.read(file.path);
    if (!source || !MENTION3.test(source.text)) return [];
    const variables = scriptVariables(source.text.split(/\r?\n/).slice(0, MOST_LINES2), false);
    return scriptTexts(source, file).flatMap(
      (text2) => ASKS.test(text2.script.text) ? [] : teardownsIn({ text: text2, source, fill: (word) => expand(word, variables)[0] ?? word })
    );
  });
}
var MOST_LINES2 = 5e3;
function teardownsIn({ text: text2, source, fill }) {
  const { script, name } = text2;
  const { path } = script.at;
  return script.commands.flatMap((command) => {
    const words3 = wordsOf2(command, fill);
    const found2 = deletedBy(words3);
    if (!found2) return [];
    const start2 = script.at.start + command.start;
    const verbatim = source.text.startsWith(command.words[0] ?? "", start2);
    const at = verbatim ? { path, start: start2, end: script.at.start + command.end } : script.at;
    const names = name === void 0 ? namesOf4(source, start2) : [name];
    return names ? [{ ...found2, names: [...names, fileName(path)], directory: directoryOf(path), text: words3.join(" "), at }] : [];
  });
}
function namesOf4({ text: text2 }, start2) {
  const lines = text2.slice(0, start2).split("\n");
  const indent = (line) => line.search(/\S/);
  let own = indent(`${lines.at(-1)}x`);
  for (const line of lines.slice(0, -1).reverse().slice(0, MOST_LINES_ABOVE)) {
    const at = indent(line);
    if (at === -1 || at >= own) continue;
    if (/^\s*(?:el)?if\b|^\s*else\b/.test(line)) return void 0;
    own = at;
  }
  return namesAround(text2.split("\n"), lines.length - 1);
}
var MOST_LINES_ABOVE = 100;
function wordsOf2({ words: [first = "", ...rest] }, fill) {
  const program = fill(first);
  return [...splitWords(program) ?? [program], ...rest.map(fill)];
}
function deletedBy(words3) {
  const program = programOf(words3);
  const plain4 = unwrapCommand(words3);
  if (program === "docker-compose" || program === "podman-compose") return composeDown(plain4.slice(1));
  if (program === "kubectl" || program === "oc") return kubernetesDelete(plain4.slice(1));
  if (program !== "docker" && program !== "podman" && program !== "nerdctl") return void 0;
  if (plain4[1] === "compose") return composeDown(plain4.slice(2));
  return plain4[1] === "volume" ? volumeRemoval(plain4.slice(2)) : void 0;
}
function composeDown(words3) {
  const files = [];
  let at = 0;
  for (; at < words3.length; at++) {
    const word = words3[at] ?? "";
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/.exec(word) ?? [];
    if (name === "-f" || name === "--file") files.push(inline ?? words3[++at] ?? "");
    else if (/^(?:-p|--project-name|--env-file|--profile|--project-directory|--ansi|--progress|--parallel)$/.test(name)) {
      const value = inline ?? words3[++at] ?? "";
      if ((name === "-p" || name === "--project-name") && /test|ci|e2e|dev|tmp/i.test(value)) return void 0;
    } else if (!word.startsWith("-")) break;
  }
  if (words3[at] !== "down") return void 0;
  const deletes2 = words3.slice(at + 1).some((word) => word === "--volumes" || /^-[a-z]*v[a-z]*$/.test(word));
  return deletes2 ? { deletes: "volumes", files, named: [] } : void 0;
}
function volumeRemoval([action, ...words3]) {
  if (action === "prune")
    return words3.some((word) => word === "--all" || /^-[a-z]*a/.test(word)) ? { deletes: "volumes", files: [], named: ["*"] } : void 0;
  if (action !== "rm" && action !== "remove") return void 0;
  const named = words3.filter((word) => !word.startsWith("-"));
  return named.length > 0 ? { deletes: "volumes", files: [], named } : void 0;
}
function kubernetesDelete(words3) {
  const plain4 = words3.filter(
    (word, at) => !/^(?:-n|--namespace|-l|--selector|--context)$/.test(words3[at - 1] ?? "") && (!word.startsWith("-") || word === "--all")
  );
  const [action, kind = "", ...rest] = plain4;
  const [resource = "", inline] = kind.split("/");
  const named = inline === void 0 ? rest : [inline];
  if (action !== "delete") return void 0;
  if (/^(?:pvcs?|persistentvolumeclaims?)$/.test(resource)) return { deletes: "claims", files: [], named };
  return /^(?:ns|namespaces?)$/.test(resource) ? { deletes: "namespace", files: [], named } : void 0;
}

// door:src/parse/prometheus/rules.ts
var room15;
function enter17() {
  return room15 ??= require("./parse-prometheus-rules.js");
}
function readRuleFile(...given) {
  return enter17().readRuleFile(...given);
}

// door:src/parse/alertmanager.ts
var room16;
function enter18() {
  return room16 ??= require("./parse-alertmanager.js");
}
function readAlertmanagerConfig(...given) {
  return enter18().readAlertmanagerConfig(...given);
}
function reachableReceivers(...given) {
  return enter18().reachableReceivers(...given);
}

// src/model/telemetry/configuration.ts
function configurationOf(workload, place, tree) {
  const { start: start2, distribution } = workload;
  const at = start2?.at ?? workload.at;
  const argv = start2?.argv;
  if (workload.pod?.operator)
    return { state: "unknown", at, because: `${workload.pod.operator} writes its configuration` };
  const program = programOf2(argv);
  if (program !== void 0 && !place.program.test(program))
    return { state: "unknown", at, because: `${program} starts it` };
  const given = option(argv, place.flag);
  if (given.given === "unknown" || given.given === "yes" && !given.value)
    return { state: "unknown", at, because: "an argument that names its configuration is set outside the repository" };
  const named = given.given === "yes" ? given.value?.replace(/^file:/, "") : void 0;
  const bare = named === void 0 && argv !== void 0 && distribution?.id === "official" ? place.withoutFlag : void 0;
  const path = named ?? bare ?? place.defaults[distribution?.id ?? "official"] ?? place.defaults.official;
  if (!path.startsWith("/")) return { state: "unknown", at, because: `${path} is looked up in its working directory` };
  const files = containerFilesOf(workload, tree);
  const found2 = files.find(path);
  if (found2.state === "file") return { state: "read", file: found2.file, files };
  if (bare !== void 0) return { state: "missing", path, at };
  if (found2.state === "image") return { state: named === void 0 ? "image" : "missing", path, at };
  return found2.state === "absent" ? { state: "missing", path, at: found2.at } : found2;
}

// src/model/telemetry/alertmanager.ts
var ALERTMANAGER = {
  program: /^alertmanager$/,
  flag: "config.file",
  defaults: { official: "/etc/alertmanager/alertmanager.yml", bitnami: "/opt/bitnami/alertmanager/conf/config.yml" },
  // `alertmanager.yml` in the working directory of the image.
  withoutFlag: "/alertmanager/alertmanager.yml"
};
function alertmanagersOf(workloads, tree, names) {
  return workloads.flatMap((workload) => {
    if (workload.software?.id !== "alertmanager") return [];
    const found2 = configurationOf(workload, ALERTMANAGER, tree);
    if (found2.state !== "read") return [{ workload, integrations: [], configuration: found2 }];
    const { source, at } = found2.file;
    const config = readAlertmanagerConfig(source);
    const integrations = integrationsOf(config, workload, names);
    return [{ workload, integrations, configuration: { state: "read", config, source, at } }];
  });
}

// src/model/telemetry/alerts.ts
var PROMETHEUS_ALERT = /^[ \t]*(?:-[ \t]+)?alert[ \t]*:[ \t]*\S/m;
var GRAFANA_ALERT = /^[ \t]*(?:-[ \t]+)?condition[ \t]*:[ \t]*\S/m;
var TERRAFORM_ALERT = /^resource[ \t]+"(?:datadog_monitor|grafana_rule_group|newrelic_nrql_alert_condition|aws_cloudwatch_metric_alarm|google_monitoring_alert_policy|azurerm_monitor_metric_alert)"/m;
function alertFilesOf(tree, workloads, servers) {
  const loaded = loadedAlerts(servers);
  const paths = new Set(loadedSources(servers).map((source) => source.path));
  const others = tree.files.flatMap((file) => {
    const at = paths.has(file.path) ? void 0 : firstAlert(file, tree);
    if (!at) return [];
    const kind = kindOf3(file, tree);
    if (kind === "grafana") return [{ at, kind, loading: grafanaLoading(file.path, workloads) }];
    return [{ at, kind, loading: kind === "rules" ? ruleLoading(file.path, workloads, servers) : "unknown" }];
  });
  return [...loaded, ...others];
}
function loadedSources(servers) {
  const found2 = servers.flatMap(
    ({ configuration, forwardsOnly }) => configuration.state === "read" && !forwardsOnly ? configuration.ruleFiles.flatMap((pattern) => pattern.found.files.map((file) => file.source)) : []
  );
  return [...new Map(found2.map((source) => [`${source.path} ${source.text.length}`, source])).values()];
}
function loadedAlerts(servers) {
  return loadedSources(servers).flatMap((source) => {
    const first = readRuleFile(source).groups.flatMap((group) => group.rules).find((rule) => rule.alert)?.alert;
    return first ? [{ at: first.at, kind: "rules", loading: "loaded" }] : [];
  });
}
function firstAlert({ path, format: format2 }, tree) {
  const pattern = patternFor(path, format2);
  const source = pattern && tree.read(path);
  if (!source) return void 0;
  const { text: text2 } = source;
  const beside = pattern === PROMETHEUS_ALERT ? /^[ \t]*expr[ \t]*:/m : pattern === GRAFANA_ALERT ? /^[ \t]*folder[ \t]*:/m : /^/;
  const match2 = beside.test(text2) ? pattern.exec(text2) : null;
  const found2 = match2 ?? (pattern === PROMETHEUS_ALERT ? brokenGroups(source) : null);
  return found2 ? { path, start: found2.index, end: found2.index + found2[0].length } : void 0;
}
function brokenGroups(source) {
  const groups = /^groups[ \t]*:/m.exec(source.text);
  return groups && parseYaml(source).problems.length > 0 ? groups : null;
}
function kindOf3({ path, format: format2 }, tree) {
  const pattern = patternFor(path, format2);
  if (pattern === TERRAFORM_ALERT) return "monitor";
  if (pattern === GRAFANA_ALERT) return "grafana";
  const isResource = format2 === "helm" || /^kind[ \t]*:[ \t]*["']?PrometheusRule/m.test(tree.read(path)?.text ?? "");
  return isResource ? "resource" : "rules";
}
function patternFor(path, format2) {
  if (path.endsWith(".tf")) return TERRAFORM_ALERT;
  if (/\.rules$/.test(path)) return PROMETHEUS_ALERT;
  if (format2 !== "yaml" && format2 !== "helm") return void 0;
  return /(^|\/)provisioning\/alerting\//.test(path) ? GRAFANA_ALERT : PROMETHEUS_ALERT;
}
function ruleLoading(path, workloads, servers) {
  const evaluating = servers.filter((server) => !server.forwardsOnly);
  if (evaluating.length === 0) return "unknown";
  let unclear2 = false;
  for (const { configuration } of evaluating) {
    if (configuration.state === "unknown") unclear2 = true;
    if (configuration.state !== "read") continue;
    for (const { found: found2 } of configuration.ruleFiles) {
      if (found2.hidden) unclear2 = true;
    }
  }
  const holders = workloads.filter((workload) => holds3(workload, path));
  if (unclear2 || holders.some((holder) => !evaluating.some((server) => server.workload === holder))) return "unknown";
  return holders.length > 0 ? "unnamed" : "unmounted";
}
function grafanaLoading(path, workloads) {
  const grafanas = workloads.filter(({ software }) => software?.id === "grafana");
  if (grafanas.some((grafana2) => holds3(grafana2, path))) return "loaded";
  return grafanas.length > 0 ? "unmounted" : "unknown";
}
function holds3({ mounts, image }, path) {
  const isMounted = mounts.some((mount) => {
    if (mount.files) return mount.files.some((file) => file.source.path === path);
    const source = mount.type === "bind" ? knownValue(mount.source) : void 0;
    return source !== void 0 && isWithin(source, path);
  });
  const context = image?.context;
  if (isMounted || !context || !isWithin(context.path, path)) return isMounted;
  const instructions = (image.stages ?? []).flatMap((stage) => stage.instructions);
  return instructions.some((instruction) => {
    const copy = copyOf(instruction);
    if (!copy || copy.from) return false;
    return copy.sources.some(({ text: text2 }) => context.find(text2).some((file) => joinPath(context.path, file) === path));
  });
}

// src/model/telemetry/collectors.ts
function placeOf3(image) {
  const directory = /collector-(contrib|k8s)/.exec(image)?.[1];
  return {
    program: /otel|collector|signoz/,
    flag: "config",
    defaults: {
      official: `/etc/otelcol${directory ? `-${directory}` : ""}/config.yaml`,
      aws: "/etc/ecs/ecs-default-config.yaml"
    }
  };
}
function collectorsOf(workloads, tree, names) {
  return workloads.flatMap((workload) => {
    const id = workload.software?.id;
    if (id !== "otel-collector" && id !== "signoz-otel-collector") return [];
    const flags = workload.start?.argv.filter((word) => word !== null && /^--?config(?:=|$)/.test(word)) ?? [];
    if (flags.length > 1) {
      const because = "its configuration is put together from several files";
      return [
        { workload, outputs: [], configuration: { state: "unknown", at: workload.start?.at ?? workload.at, because } }
      ];
    }
    const found2 = configurationOf(workload, placeOf3(imageOf3(workload)), tree);
    if (found2.state !== "read") return [{ workload, outputs: [], configuration: found2 }];
    const { source, at } = found2.file;
    const config = readCollectorConfig(source);
    const outputs = outputsOf(config, workload, names);
    return [{ workload, outputs, configuration: { state: "read", config, source, at } }];
  });
}
function imageOf3({ image }) {
  const reference = image?.dockerfile?.base ?? image?.reference;
  return reference?.known ? reference.value.repository : "";
}
var ADDRESS_KEYS = ["endpoint", "traces_endpoint", "datasource", "dsn"];
var LISTENING = /^prometheus$/;
function outputsOf(config, workload, names) {
  return [...config.exporters].flatMap(([component, { type, node: node2 }]) => {
    if (LISTENING.test(type)) return [];
    return ADDRESS_KEYS.flatMap((key) => {
      const written = writtenAt(node2, key);
      const [, host, port] = /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?([^/:?#${}]+)(?::(\d{1,5}))?(?:[/?]|$)/i.exec(written?.text ?? "") ?? [];
      if (!written || host === void 0) return [];
      const number = port === void 0 ? void 0 : Number(port);
      const answer = names.answer(host, number, workload);
      return [{ component, host, ...number === void 0 ? {} : { port: number }, answer, at: written.at }];
    });
  });
}

// src/model/telemetry/logs.ts
function logCollectorsOf(workloads, collectors, tree) {
  return workloads.flatMap((workload) => {
    const id = workload.software?.id ?? "";
    if (!LOG_COLLECTORS.has(id) && id !== "signoz-otel-collector") return [];
    const otel = collectors.find((collector) => collector.workload === workload);
    if (otel) return otelLogs(otel);
    const drops = dropsIn(workload, id, tree);
    return [{ workload, takes: takes(workload, id), ...drops ? { drops } : {} }];
  });
}
var WHOLE_HOST = /* @__PURE__ */ new Set(["newrelic-agent", "dynatrace-agent", "instana-agent", "elastic-agent"]);
var HOST_LOGS = /docker\.sock$|podman\.sock$|^\/var\/lib\/docker(?:\/|$)|^\/var\/log(?:\/|$)|^\/run\/log\/journal|^\/$|containerd/;
function takes(workload, id) {
  if (id === "datadog-agent") {
    const enabled = workload.environment.get("DD_LOGS_ENABLED");
    return enabled && (!enabled.value.known || /^(?:true|1|yes)$/i.test(enabled.value.value)) ? "host" : "off";
  }
  if (WHOLE_HOST.has(id)) return "host";
  const reads = workload.mounts.some(
    ({ source, target }) => HOST_LOGS.test(knownValue(source) ?? "") || HOST_LOGS.test(knownValue(target) ?? "")
  );
  return reads || workload.pod?.kind === "DaemonSet" ? "host" : "network";
}
function otelLogs({ workload, configuration }) {
  if (configuration.state !== "read") return configuration.state === "unknown" ? [{ workload, takes: "network" }] : [];
  const { config } = configuration;
  const pipelines = config.pipelines.filter(({ signal }) => signal === "logs");
  if (pipelines.length === 0) return [];
  const reads = pipelines.some(
    ({ receivers }) => receivers.some(({ text: text2 }) => /^(?:filelog|journald|container)/.test(text2))
  );
  const dropped = pipelines.every((pipeline) => dropsEverything(pipeline, config)) ? pipelines[0] : void 0;
  const drops = dropped?.exporters[0]?.at ?? dropped?.at;
  return [{ workload, takes: reads ? "host" : "network", ...drops ? { drops } : {} }];
}
var FORMS = {
  // https://docs.fluentd.org/output
  fluentd: {
    paths: ["/fluentd/etc/fluent.conf"],
    output: /^[ \t]*<(?:match|store)\b[^>]*>\s*(?:#[^\n]*\s*)*@?type[ \t]+"?(\w+)/gm,
    dropping: /^(?:stdout|null)$/
  },
  // https://docs.fluentbit.io/manual/data-pipeline/outputs
  "fluent-bit": {
    paths: ["/fluent-bit/etc/fluent-bit.conf", "/fluent-bit/etc/fluent-bit.yaml"],
    output: /^[ \t]*\[OUTPUT\]\s*(?:#[^\n]*\s*)*name[ \t]+(\w+)/gim,
    dropping: /^(?:stdout|null)$/i
  },
  // https://www.elastic.co/docs/reference/logstash/plugins/output-plugins
  logstash: {
    paths: ["/usr/share/logstash/pipeline/logstash.conf"],
    output: /^[ \t]*output\s*\{\s*(\w+)/gm,
    dropping: /^stdout$/
  }
};
function dropsIn(workload, id, tree) {
  const form = FORMS[id];
  if (!form) return void 0;
  const files = containerFilesOf(workload, tree);
  for (const path of form.paths) {
    const found2 = files.find(path);
    if (found2.state !== "file") continue;
    const { source } = found2.file;
    if (/^[ \t]*@include\b/im.test(source.text)) return void 0;
    const outputs = [...source.text.matchAll(form.output)];
    const [first] = outputs;
    if (!first || !outputs.every(([, name = ""]) => form.dropping.test(name))) return void 0;
    return { path: source.path, start: first.index, end: first.index + first[0].length };
  }
  return void 0;
}

// door:src/parse/prometheus/config.ts
var room17;
function enter19() {
  return room17 ??= require("./parse-prometheus-config.js");
}
function readPrometheusConfig(...given) {
  return enter19().readPrometheusConfig(...given);
}
function scrapeJobsOf(...given) {
  return enter19().scrapeJobsOf(...given);
}
function addressOfTarget(...given) {
  return enter19().addressOfTarget(...given);
}

// src/parse/prometheus/relabel.ts
function relabelRulesOf(node2) {
  return itemsOf(node2).map((item) => {
    const targetLabel = writtenAt(item, "target_label")?.text;
    return {
      action: (writtenAt(item, "action")?.text ?? "replace").toLowerCase(),
      sourceLabels: writtenItems(child(item, "source_labels")).map((label) => label.text),
      separator: scalar(item, "separator") ?? ";",
      regex: scalar(item, "regex") ?? "(.*)",
      replacement: scalar(item, "replacement") ?? "$1",
      ...targetLabel === void 0 ? {} : { targetLabel },
      at: item.at
    };
  });
}
function scalar(item, key) {
  const node2 = child(item, key);
  return node2 === void 0 ? void 0 : textOf2(node2) ?? "";
}
var DECISIVE = /^__(?:address__|scheme__|metrics_path__|param_)/;
function relabel(labels, rules2) {
  const current = new Map(labels);
  for (const rule of rules2) {
    const value = rule.sourceLabels.map((label) => current.get(label) ?? "").join(rule.separator);
    const match2 = matchWhole(rule.regex, value);
    if (rule.action === "keep" || rule.action === "drop") {
      if (match2 === void 0) return "unknown";
      if (match2 !== null !== (rule.action === "keep")) return "dropped";
    } else if (rule.action === "keepequal" || rule.action === "dropequal") {
      const isEqual = value === (current.get(rule.targetLabel ?? "") ?? "");
      if (isEqual !== (rule.action === "keepequal")) return "dropped";
    } else if (rule.action === "replace") {
      if (match2 === void 0 && DECISIVE.test(rule.targetLabel ?? "")) return "unknown";
      if (match2) replaceLabel(rule, match2, current);
    } else if (rule.action === "labelmap" || rule.action === "labeldrop" || rule.action === "labelkeep") {
      const touches = [...current.keys()].some((name) => DECISIVE.test(name) && matchWhole(rule.regex, name) !== null);
      if (touches !== (rule.action === "labelkeep")) return "unknown";
    }
  }
  return current;
}
function replaceLabel(rule, match2, labels) {
  const name = expand2(rule.targetLabel ?? "", match2);
  const value = expand2(rule.replacement, match2);
  if (value === "") labels.delete(name);
  else labels.set(name, value);
}
function expand2(template, match2) {
  return template.replace(/\$(?:(\$)|(\w+)|\{(\w+)\})/g, (_, dollar, bare, braced) => {
    if (dollar) return "$";
    const name = bare ?? braced;
    return (/^\d+$/.test(name) ? match2[Number(name)] : match2.groups?.[name]) ?? "";
  });
}
var LONGEST_EXPRESSION = 200;
var LONGEST_VALUE3 = 500;
function matchWhole(regex, value) {
  if (value.length > LONGEST_VALUE3 || !isTame(regex)) return void 0;
  try {
    return new RegExp(`^(?:${regex.replace(/\(\?P</g, "(?<")})$`, "su").exec(value);
  } catch {
    return void 0;
  }
}
function isTame(regex) {
  if (regex.length > LONGEST_EXPRESSION || /\\[^.\-/:_\d\wdws]|\(\?[^:P]/.test(regex)) return false;
  const bare = regex.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x");
  const repeated = bare.match(/[*+]|\{\d/g)?.length ?? 0;
  const nested2 = /[*+{?][^()]*\)[*+{]/.test(bare);
  return repeated <= 2 && !nested2;
}

// src/parse/prometheus/targets.ts
function targetSourcesOf(node2) {
  const discovered = entriesOf(node2).flatMap(([key, section, at]) => {
    const mechanism = /^(\w+)_sd_configs$/.exec(key)?.[1];
    if (mechanism === void 0 || mechanism === "file" || mechanism === "dns") return [];
    return itemsOf(section).map((item) => ({ mechanism, node: item, at }));
  });
  return {
    targets: [
      ...itemsOf(child(node2, "static_configs")).flatMap((group) => groupTargets(group, "static")),
      ...itemsOf(child(node2, "dns_sd_configs")).flatMap(dnsTargets)
    ],
    files: itemsOf(child(node2, "file_sd_configs")).flatMap((item) => writtenItems(child(item, "files"))),
    discovered,
    relabeling: relabelRulesOf(child(node2, "relabel_configs"))
  };
}
function targetsInFile(source) {
  return itemsOf(parseYaml(source).documents[0]?.root).flatMap((group) => groupTargets(group, "file"));
}
function groupTargets(group, by) {
  const labels = new Map(entriesOf(child(group, "labels")).map(([name, value]) => [name, textOf2(value) ?? ""]));
  return itemsOf(child(group, "targets")).flatMap((item) => {
    const target = writtenOf(item);
    return target ? [{ address: target.text, labels, by, at: target.at }] : [];
  });
}
function dnsTargets(section) {
  const type = (writtenAt(section, "type")?.text ?? "SRV").toUpperCase();
  const port = writtenAt(section, "port")?.text;
  return writtenItems(child(section, "names")).map((name) => ({
    address: type === "A" || type === "AAAA" ? port === void 0 ? name.text : `${name.text}:${port}` : name.text,
    labels: /* @__PURE__ */ new Map(),
    by: "dns",
    at: name.at
  }));
}

// src/model/telemetry/prometheus.ts
function prometheusServersOf(workloads, tree, names) {
  return workloads.flatMap((workload) => {
    const place = placeOf4(workload);
    if (!place) return [];
    const found2 = configurationOf(workload, place, tree);
    const configuration = found2.state === "read" ? readConfiguration(found2.file, { workload, files: found2.files, names }) : found2;
    const { argv } = workload.start ?? {};
    const features = option(argv, "enable-feature");
    const agent = option(argv, "agent").given === "yes" || features.given === "yes" && features.value === "agent";
    const forwardsOnly = agent || workload.software?.id !== "prometheus";
    return [{ workload, configuration, forwardsOnly }];
  });
}
var PROMETHEUS = {
  program: /^prometheus$/,
  flag: "config.file",
  defaults: { official: "/etc/prometheus/prometheus.yml", bitnami: "/opt/bitnami/prometheus/conf/prometheus.yml" },
  // `prometheus.yml` in the working directory of the image.
  withoutFlag: "/prometheus/prometheus.yml"
};
var VICTORIA = { program: /^v/, flag: "promscrape.config", defaults: { official: "" } };
function placeOf4({ software, start: start2 }) {
  if (software?.id === "prometheus") return PROMETHEUS;
  if (software?.id !== "victoriametrics" && software?.id !== "vmagent") return void 0;
  return option(start2?.argv, VICTORIA.flag).given === "no" ? void 0 : VICTORIA;
}
function readConfiguration(file, surroundings) {
  const config = readPrometheusConfig(file.source);
  const directory = directoryOf(file.path);
  const more = config.scrapeConfigFiles.map(({ text: text2 }) => surroundings.files.match(absolute2(text2, directory)));
  const included = more.flatMap(
    (found2) => found2.files.flatMap(
      ({ path, source }) => scrapeJobsOf(parseYaml(source).documents[0]?.root).map((job) => ({ job, directory: directoryOf(path) }))
    )
  );
  const jobs = [...config.jobs.map((job) => ({ job, directory })), ...included];
  return {
    state: "read",
    config,
    source: file.source,
    at: file.at,
    jobs: jobs.map((one) => ({ job: one.job, ...targetsOf2(one.job, one.directory, surroundings) })),
    alertmanagers: config.alertmanagers.map((entry2) => ({ entry: entry2, ...targetsOf2(entry2, directory, surroundings) })),
    ruleFiles: config.ruleFiles.map((written) => {
      const pattern = absolute2(written.text, directory);
      return { written, pattern, found: surroundings.files.match(pattern) };
    })
  };
}
function absolute2(path, directory) {
  return path.startsWith("/") ? path : `${directory}/${path}`;
}
var MOST_TARGETS = 1e3;
function targetsOf2(sources, directory, { workload, files, names }) {
  let complete = sources.discovered.length === 0;
  const written = [...sources.targets];
  for (const pattern of sources.files) {
    const found2 = files.match(absolute2(pattern.text, directory));
    if (found2.hidden || found2.files.length === 0) complete = false;
    for (const file of found2.files) written.push(...targetsInFile(file.source));
  }
  const targets = written.slice(0, MOST_TARGETS).flatMap((target) => {
    const address2 = addressOfTarget(target, sources);
    if (address2 === void 0) return [];
    const answer = address2 && names.answer(address2.host, address2.port, workload);
    return [{ address: address2, ...answer ? { answer } : {}, text: target.address, at: target.at }];
  });
  return { targets, complete };
}

// src/model/telemetry/scrape-targets.ts
function targetProblems(servers, tree, names) {
  return servers.flatMap(({ workload, configuration }) => {
    if (configuration.state !== "read") return [];
    return configuration.jobs.flatMap((resolved) => [
      ...emptyJob(resolved, workload),
      ...resolved.targets.flatMap((target) => {
        const found2 = problemOf2(target, { from: workload, tree, names });
        return found2 ? [{ ...found2, job: resolved.job.name, target: target.text, at: target.at }] : [];
      })
    ]);
  });
}
function emptyJob({ job, targets, complete }, server) {
  if (targets.length > 0 || !complete || job.targets.length > 0) return [];
  const what = `the job ${job.name} has no target, so ${server.name} scrapes nothing for it`;
  return [{ state: "broken", what, fix: "Add a target, or take the job out.", job: job.name, target: "", at: job.at }];
}
function broken(what, fix) {
  return { state: "broken", what, fix };
}
function problemOf2({ address: address2, answer, text: text2 }, surroundings) {
  if (!address2 || !answer) return void 0;
  const { from } = surroundings;
  if (answer.kind === "unknown")
    return { state: "open", what: `who answers to ${address2.host} is not known: ${answer.because}` };
  if (answer.kind === "nobody") {
    const { namesake } = answer;
    const why = namesake ? `${from.name} is on no network that ${namesake.name} is on` : `no service on the networks of ${from.name} has the name ${address2.host}`;
    const fix = namesake ? `Put ${from.name} on a network of ${namesake.name}.` : "Write the name of the service, or take the target out.";
    return broken(`${from.name} scrapes ${text2}, and ${why}`, fix);
  }
  if (answer.kind !== "workload") return void 0;
  const port = answer.port ?? address2.port ?? (address2.scheme === "https" ? 443 : 80);
  const to = answer.workload;
  if (to === from) return ownContainer(text2, port, from);
  return wrongPort2({ text: text2, port, to, from }) ?? (to.software?.id === "traefik" ? metricsOff(text2, to, surroundings.tree) : void 0) ?? probed(address2.probed, to, surroundings.names);
}
function ownContainer(text2, port, from) {
  const own = from.software?.ports.map((one) => one.port) ?? [];
  if (own.includes(port) || mentions4(from, port)) return void 0;
  return broken(
    `${from.name} scrapes ${text2}, which is its own container, and only ${own.join(", ")} is served there`,
    'Write the name of the service that is meant; for a program on the host `host.docker.internal` with `extra_hosts: ["host.docker.internal:host-gateway"]`.'
  );
}
function wrongPort2({ text: text2, port, to, from }) {
  const { software } = to;
  if (software && speaksOwnProtocol(software.id, port))
    return broken(
      `${from.name} scrapes ${text2}, where ${software.name} speaks its own protocol and no HTTP`,
      `Deploy an exporter for ${software.name} and scrape that.`
    );
  const served = servedPorts(to);
  if (served.has(port) || mentions4(to, port)) return void 0;
  const isFixed = software !== void 0 && (software.kind === "exporter" || FIXED_PORTS.has(software.id));
  if (isFixed) {
    const right = software.ports[0]?.port;
    return broken(
      `${from.name} scrapes ${text2}, and ${to.name} (${software.name}) listens on ${right}`,
      `Write the port ${right}.`
    );
  }
  if (software || served.size === 0) return void 0;
  return { state: "open", what: `nothing in the repository says that ${to.name} listens on ${port}` };
}
function servedPorts({ listens, published, health }) {
  const checked = health.checks.flatMap(({ http }) => {
    const port = knownValue(http?.port);
    return typeof port === "number" ? [port] : [];
  });
  return /* @__PURE__ */ new Set([...listens, ...published.flatMap(({ container }) => knownValue(container) ?? []), ...checked]);
}
function mentions4({ start: start2, environment, health }, port) {
  const number = new RegExp(`(?<!\\d)${port}(?!\\d)`);
  const values = [...environment.values()].map(({ value, raw }) => knownValue(value) ?? raw ?? "");
  const hidden = start2?.argv.some((word) => word === null || word.includes("$")) === true;
  return hidden || [start2?.text ?? "", ...values, ...health.checks.map((check2) => check2.text)].some((text2) => number.test(text2));
}
var TRAEFIK_FILES = ["/etc/traefik/traefik.yml", "/etc/traefik/traefik.yaml", "/etc/traefik/traefik.toml"];
function metricsOff(text2, to, tree) {
  const words3 = to.start?.argv ?? [];
  if (words3.some((word) => word === null || /metrics[.]prometheus|configfile/i.test(word))) return void 0;
  if ([...to.environment.keys()].some((name) => /^TRAEFIK_(?:METRICS_PROMETHEUS|CONFIGFILE)/i.test(name)))
    return void 0;
  const files = containerFilesOf(to, tree);
  for (const path of TRAEFIK_FILES) {
    const found2 = files.find(path);
    if (found2.state === "unknown" || found2.state === "file" && /prometheus/i.test(found2.file.source.text))
      return void 0;
  }
  return broken(
    `${text2} is scraped, and ${to.name} has its metrics switched off`,
    "Add `--metrics.prometheus=true` to its command."
  );
}
function probed(target, exporter, names) {
  if (target === void 0 || exporter.software?.id !== "blackbox-exporter") return void 0;
  const [, host, port] = /^(?:[a-z]+:\/\/)?([^/:?#]+)(?::(\d{1,5}))?/i.exec(target) ?? [];
  if (host === void 0) return void 0;
  const answer = names.answer(host, port === void 0 ? void 0 : Number(port), exporter);
  if (answer.kind !== "nobody") return void 0;
  return broken(
    `${exporter.name} probes ${target}, and no service on its networks has the name ${host}`,
    "Write the name of the service, or take the target out."
  );
}

// src/model/telemetry.ts
function telemetryOf(tree, workloads, names) {
  const prometheus = prometheusServersOf(workloads, tree, names);
  const alertmanagers = alertmanagersOf(workloads, tree, names);
  const collectors = collectorsOf(workloads, tree, names);
  const alertFiles = alertFilesOf(tree, workloads, prometheus);
  return {
    telemetry: {
      prometheus,
      alertmanagers,
      targetProblems: targetProblems(prometheus, tree, names),
      collectors,
      logCollectors: logCollectorsOf(workloads, collectors, tree),
      tracingLibraries: tracingLibrariesOf(tree),
      alertFiles
    },
    unreadable: unreadableConfigurations(prometheus, [...alertmanagers, ...collectors]),
    notEvaluated: []
  };
}
function unreadableConfigurations(prometheus, others) {
  const configs = [...prometheus, ...others].flatMap(
    ({ configuration }) => configuration.state === "read" ? [configuration.config] : []
  );
  const rules2 = loadedSources(prometheus).map(readRuleFile);
  const byPath = new Map([...configs, ...rules2].map((file) => [file.path, file]));
  return [...byPath.values()].filter(({ problems }) => problems.length > 0).map(({ path, problems }) => ({ path, format: "prometheus", production: true, problems, mayDeclare: 1 }));
}

// src/model/build.ts
function buildSystem(tree, options) {
  const dockerfiles = dockerfilesOf(tree);
  const isCompose = options.deployments.length > 0 || tree.files.some((file) => file.format === "compose");
  const composed = isCompose ? composeDeployments2(tree, dockerfiles, options.deployments) : NOTHING_DECLARED;
  const containers = [
    composed,
    mentionsKubernetes(tree) ? kubernetesDeployments(
      tree,
      dockerfiles,
      options.deployments,
      () => namedBuilds(tree, dockerfiles, composed.deployments)
    ) : NOTHING_DECLARED
  ];
  const platforms = mentionsPm2(tree, containers) ? withPm2(tree, containers, options.deployments) : containers;
  const deployments = platforms.flatMap((platform) => platform.deployments);
  const production = deployments.filter((deployment) => deployment.purpose === "production");
  const declared = production.flatMap((deployment) => deployment.workloads);
  const unused = unusedImages(tree, dockerfiles, declared.length === 0 ? 2 : 0);
  const images = [...shareImages(declared), ...unused.map((image) => withImageSignals(image, tree))];
  const workloads = withSharedImages(declared, images).map((workload) => withProcesses(workload, tree));
  const clusters = production.flatMap(({ cluster }) => cluster ?? []);
  const names = hostNamesOf(production, workloads);
  const addresses = environmentAddresses(workloads, names);
  const environmentFiles = readEnvironmentFiles(tree);
  const kubernetes = kubernetesSecretsOf(tree);
  const others = deployments.flatMap(
    (one) => one.purpose === "production" ? one.onRequest : [...one.workloads, ...one.onRequest]
  );
  const proxies = proxiesOf(tree, workloads, others);
  const telemetry = telemetryOf(tree, workloads, names);
  return {
    repository: {
      id: "repository",
      kind: "repository",
      name: "repository",
      weight: 2,
      at: rootSpan(production, images),
      files: []
    },
    deployments: [...production, ...deployments.filter((deployment) => deployment.purpose !== "production")],
    workloads,
    images,
    connections: connectionsOf(addresses, names),
    edges: edgesOf({ workloads, addresses, proxies: proxies.proxies, names }),
    proxies: proxies.proxies,
    encryption: encryptionOf(tree, { workloads, proxies: proxies.proxies, clusters }, options.tlsTerminatedUpstream),
    clusters,
    telemetry: telemetry.telemetry,
    backups: [...backupsOf(workloads, tree), ...clusters.length > 0 ? clusterBackups(clusters, workloads) : []],
    restores: restoresOf(workloads, clusters, tree),
    teardowns: teardownsOf(tree),
    replicaSetInitiations: initiationsOf(tree),
    environmentFiles,
    leaks: [...leaksOf(tree), ...kubernetes.leaks],
    kubernetesSecrets: kubernetes.secrets,
    unreadable: [
      ...platforms.flatMap((platform) => platform.unreadable),
      ...proxies.unreadable,
      ...telemetry.unreadable,
      ...unreadableDockerfiles(images, dockerfiles),
      ...unreadableEnvironment(environmentFiles, new Set(platforms.flatMap((one) => [...one.productionFiles])))
    ],
    notEvaluated: [
      ...tree.skipped,
      ...platforms.flatMap((platform) => platform.notEvaluated),
      ...proxies.notEvaluated,
      ...telemetry.notEvaluated
    ]
  };
}
function rootSpan(production, images) {
  return production[0]?.at ?? images[0]?.at ?? { path: "", start: 0, end: 0 };
}
function withSharedImages(workloads, images) {
  const byId = new Map(images.map((image) => [image.id, image]));
  return workloads.map((workload) => {
    const image = workload.image && byId.get(workload.image.id);
    return image ? { ...workload, image } : workload;
  });
}
function readEnvironmentFiles(tree) {
  return tree.files.flatMap((file) => {
    if (file.format !== "dotenv") return [];
    const source = tree.read(file.path);
    if (!source) return [];
    return [
      {
        path: file.path,
        purpose: environmentFilePurpose(file.path),
        tracked: tree.tracked(file.path) !== false,
        ...parseEnvironmentFile(source)
      }
    ];
  });
}
function initiationsOf(tree) {
  return tree.files.flatMap((file) => {
    if (/\.(?:md|mdx|txt|rst|adoc)$/i.test(file.path)) return [];
    const text2 = tree.read(file.path)?.text;
    const found2 = text2 === void 0 ? null : /\brs\.initiate\b|\breplSetInitiate\b/.exec(text2);
    return found2 ? [{ path: file.path, start: found2.index, end: found2.index + found2[0].length }] : [];
  });
}
function leaksOf(tree) {
  return tree.files.flatMap((file) => {
    const source = tree.read(file.path);
    return source ? scanText(source) : [];
  });
}
function unreadableDockerfiles(images, dockerfiles) {
  const production = new Set(images.filter((image) => image.weight > 0).flatMap((image) => image.files));
  return dockerfiles.all().filter((file) => file.problems.some((problem) => problem.kind === "syntax") || file.stages.length === 0).map((file) => ({
    path: file.path,
    format: "dockerfile",
    production: production.has(file.path),
    problems: file.problems,
    mayDeclare: 1
  }));
}
function unreadableEnvironment(files, production) {
  return files.filter((file) => file.problems.length > 0).map((file) => ({
    path: file.path,
    format: "dotenv",
    production: production.has(file.path),
    problems: file.problems,
    mayDeclare: 1
  }));
}

// src/roadmap.ts
var MINUTES = { minutes: 20, hours: 3 * 60, days: 2 * 8 * 60 };
var PHASES = ["critical", "high", "rest"];
function roadmap(judgements, options) {
  const weights = options.weights ?? WEIGHTS;
  const threshold = options.threshold ?? weights.threshold;
  const ledger = openLedger(judgements, weights);
  const from = options.deployable ? totalOf(ledger) : null;
  if (from === null) return null;
  const chosen = choose(candidatesOf(judgements), ledger, from, threshold);
  const steps = inPhases(chosen, ledger, from);
  const to = steps.at(-1)?.to ?? from;
  return {
    from,
    to,
    threshold,
    reached: to >= threshold,
    minutes: steps.reduce((total, step) => total + step.minutes, 0),
    steps,
    beyond: beyondOf(judgements)
  };
}
function formatEffort(minutes) {
  const [count3, unit] = minutes < 60 ? [minutes, "minute"] : minutes <= 8 * 60 ? [Math.ceil(minutes / 60), "hour"] : [Math.ceil(minutes / (8 * 60)), "day"];
  return `${count3} ${unit}${count3 === 1 ? "" : "s"}`;
}
function candidatesOf(judgements) {
  const answers2 = impliedAnswers(judgements);
  const touching = grouped(
    answers2.flatMap((answer) => [.../* @__PURE__ */ new Set([...answer.rules, answer.rule.id])].map((rule) => ({ rule, answer }))),
    ({ rule }) => rule
  );
  return judgements.toSorted((a, b) => a.rule.id < b.rule.id ? -1 : 1).flatMap((judgement) => {
    const { rule, outcomes } = judgement;
    const open2 = outcomes.flatMap((outcome) => outcome.findings).filter(isOpen3);
    const severity = worstSeverity(open2);
    if (!severity) return [];
    const own = outcomes.filter((outcome) => !outcome.implied).map((outcome) => changeOf({ rule, outcome }, isOpen3));
    const minutes = MINUTES[rule.effort] * (open2.length + 3) / 4;
    const phase = severity === "critical" || severity === "high" ? severity : "rest";
    return {
      step: { rule: rule.id, severity, phase, effort: rule.effort, minutes, findings: open2.length },
      own: merged2(rule.id, own),
      implied: (touching.get(rule.id) ?? []).map(({ answer }) => answer)
    };
  });
}
function choose(candidates, ledger, from, threshold) {
  const everything = candidates.reduce((way2, candidate) => taken(way2, candidate), start(ledger, from));
  const chosen = [];
  let way = start(ledger, from);
  while (way.total < threshold && isMore(everything.total, way.total)) {
    const left = candidates.filter(({ step }) => !way.done.has(step.rule));
    const next = bestOf(left, way) ?? left.find(({ implied }) => implied.length > 0);
    if (!next) break;
    chosen.push(next);
    way = taken(way, next);
  }
  return chosen;
}
function bestOf(candidates, way) {
  let best;
  for (const candidate of candidates) {
    const gain = (totalOf(apply(way.ledger, changesOf(candidate, way))) ?? way.total) - way.total;
    const worth = gain / candidate.step.minutes;
    if (isMore(worth, best?.worth ?? 0)) best = { candidate, worth };
  }
  return best?.candidate;
}
function isMore(a, b) {
  return a - b > 1e-9;
}
function inPhases(chosen, ledger, from) {
  let way = start(ledger, from);
  return PHASES.flatMap((phase) => chosen.filter(({ step }) => step.phase === phase)).map((candidate) => {
    const before = way.total;
    way = taken(way, candidate);
    return { ...candidate.step, gain: way.total - before, to: way.total };
  });
}
function start(ledger, total) {
  return { ledger, total, done: /* @__PURE__ */ new Set(), progress: /* @__PURE__ */ new Map() };
}
function taken(way, candidate) {
  const { rule } = candidate.step;
  const ledger = apply(way.ledger, changesOf(candidate, way));
  const progress = new Map(way.progress);
  for (const answer of candidate.implied) if (answer.rules.has(rule)) progress.set(answer, doneFor(answer, way) + 1);
  return { ledger, total: totalOf(ledger) ?? way.total, done: new Set(way.done).add(rule), progress };
}
function changesOf({ step, own, implied }, way) {
  const changes = implied.flatMap((answer) => {
    const before = doneFor(answer, way);
    const after = before + Number(answer.rules.has(step.rule));
    if (answer.rule.id !== step.rule && after < answer.rules.size) return [];
    const isDone = ({ rule }) => way.done.has(rule);
    const isDoneAfter = (finding) => isDone(finding) || finding.rule === step.rule;
    return [changeBetween(answer.rule, stateOf2(answer, before, isDone), stateOf2(answer, after, isDoneAfter))];
  });
  return [...own, ...[...grouped(changes, (change) => change.rule)].flatMap(([rule, some]) => merged2(rule, some))];
}
function doneFor(answer, way) {
  return way.progress.get(answer) ?? 0;
}
function stateOf2(answer, done, isDone) {
  const released = !answer.accepted && done === answer.rules.size;
  return remedied(answer, (finding) => isOpen3(finding) && isDone(finding), released);
}
function merged2(rule, changes) {
  const points = changes.reduce((total, change) => total + change.points, 0);
  const strikes2 = changes.reduce((total, change) => total + change.strikes, 0);
  return points === 0 && strikes2 === 0 ? [] : [{ rule, points, strikes: strikes2 }];
}
function isOpen3(finding) {
  return !finding.suppressed;
}
function beyondOf(judgements) {
  const counted2 = judgements.filter((judgement) => isScored(judgement.rule)).flatMap((judgement) => judgement.outcomes).filter((outcome) => outcome.weight > 0);
  return {
    accepted: counted2.filter((outcome) => outcome.findings.some((finding) => finding.suppressed)).length,
    unverified: counted2.filter((outcome) => outcome.because !== void 0).length
  };
}

// src/suppress-comments.ts
var WORD2 = "erp-audit-ignore";
var WORD_FOR_FILE = "erp-audit-ignore-file";
function readSuppressions(source, comments) {
  const written = comments.flatMap((comment) => directivesIn(source, comment));
  if (written.length === 0) return [];
  const content = linesWithContent(source, comments);
  const [first = Number.POSITIVE_INFINITY] = content;
  return written.map(({ line, words: words3 }) => {
    const wholeFile2 = words3.keyword === WORD_FOR_FILE;
    return {
      rule: words3.rule,
      reason: words3.reason,
      wholeFile: wholeFile2,
      misplaced: wholeFile2 && line >= first,
      line,
      target: atOrAfter(content, line)
    };
  });
}
function directivesIn(source, comment) {
  const text2 = source.text.slice(comment.start, comment.end);
  if (!text2.includes(WORD2)) return [];
  const first = lineOf(source, comment.start);
  return text2.split("\n").flatMap((part, index) => {
    const words3 = directiveOf(part);
    return words3 ? [{ line: first + index, words: words3 }] : [];
  });
}
function directiveOf(part) {
  const begin = part.search(/[^\s#/*;!-]/);
  const end = part.trimEnd().endsWith("*/") ? part.lastIndexOf("*/") : part.length;
  const text2 = begin === -1 ? "" : part.slice(begin, end).trim();
  const keyword = [WORD_FOR_FILE, WORD2].find(
    (word) => text2 === word || text2.startsWith(`${word} `) || text2.startsWith(`${word}:`)
  );
  if (!keyword) return void 0;
  const rest = text2.slice(keyword.length).trim();
  const colon = rest.indexOf(":");
  const rule = colon === -1 ? rest : rest.slice(0, colon);
  return { keyword, rule: rule.trim(), reason: colon === -1 ? "" : rest.slice(colon + 1).trim() };
}
function linesWithContent(source, comments) {
  const lines = [];
  let from = 0;
  for (const { start: start2, end } of [
    ...comments.toSorted((a, b) => a.start - b.start),
    { start: source.text.length, end: 0 }
  ]) {
    if (start2 > from) {
      const first = lineOf(source, from);
      source.text.slice(from, start2).split("\n").forEach((part, index) => {
        if (part.trim() !== "" && lines.at(-1) !== first + index) lines.push(first + index);
      });
    }
    from = Math.max(from, end);
  }
  return lines;
}
function atOrAfter(numbers, least) {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = low + high >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return numbers[low] ?? 0;
}

// src/suppress.ts
var lineKey = (path, line) => `${line} ${path}`;
var fileKey = (path) => `* ${path}`;
function suppress(judgements, options) {
  const notices = [];
  const grounds = [
    ...inlineGrounds(options, judgements, notices),
    ...annotationGrounds(options, judgements, notices),
    ...configGrounds(options)
  ];
  const used = /* @__PURE__ */ new Set();
  const byRule = grouped2(grounds);
  const marked = judgements.map((judgement) => {
    const own = byRule.get(judgement.rule.id);
    return own ? mark(judgement, own, options.sources, used) : judgement;
  });
  const judged2 = new Set(judgements.filter((judgement) => !judgement.error).map((judgement) => judgement.rule.id));
  for (const ground of grounds) {
    if (!used.has(ground) && ground.rules.some((rule) => judged2.has(rule))) notices.push(ground.unused);
  }
  return { judgements: marked, notices: notices.toSorted(byPlace2) };
}
function grouped2(grounds) {
  const groups = /* @__PURE__ */ new Map();
  for (const ground of grounds) {
    for (const rule of ground.rules) {
      const group = groups.get(rule) ?? { inline: /* @__PURE__ */ new Map(), described: [] };
      groups.set(rule, group);
      if (typeof ground.covers !== "string") group.described.push(ground);
      else if (group.inline.get(ground.covers)?.push(ground) === void 0) group.inline.set(ground.covers, [ground]);
    }
  }
  return groups;
}
function mark(judgement, grounds, sources, used) {
  const outcomes = judgement.outcomes.map((outcome) => {
    const findings = outcome.findings.map((finding) => {
      const reasons = groundsFor(finding, outcome, grounds, sources);
      for (const ground of reasons) used.add(ground);
      return reasons[0] ? { ...finding, suppressed: reasons[0].suppression } : finding;
    });
    return findings.some((finding) => finding.suppressed) ? withFindings(judgement.rule, outcome, findings) : outcome;
  });
  return { ...judgement, outcomes };
}
function groundsFor(finding, outcome, { inline, described }, sources) {
  const { place } = finding;
  const { at } = outcome;
  const file = sources.get(at.path);
  const keys = [lineKey(place.path, place.line), fileKey(place.path)];
  if (file) keys.splice(1, 0, lineKey(at.path, lineOf(file, at.start)));
  return [
    ...keys.flatMap((key) => inline.get(key) ?? []),
    ...described.filter(({ covers: covers2 }) => typeof covers2 !== "string" && covers2(finding, outcome))
  ];
}
function inlineGrounds({ sources, comments, rules: rules2 }, judgements, notices) {
  const names = rulesByName([...rules2, ...judgements.map((judgement) => judgement.rule)]);
  const grounds = [];
  const hints = /* @__PURE__ */ new Map();
  for (const [path, list2] of comments) {
    const source = sources.get(path);
    if (!source) continue;
    for (const written of readSuppressions(source, list2)) {
      const rule = names.get(written.rule);
      const objection = objectionTo(written, rule, names, hints);
      if (objection !== void 0) notices.push({ path, line: written.line, message: maskMessage(objection) });
      else if (rule) grounds.push(inlineGround(rule, written, path));
    }
  }
  return grounds;
}
function annotationGrounds({ annotations, rules: rules2 }, judgements, notices) {
  if (annotations.size === 0) return [];
  const names = rulesByName([...rules2, ...judgements.map((judgement) => judgement.rule)]);
  const hints = /* @__PURE__ */ new Map();
  const grounds = [];
  for (const [path, list2] of annotations) {
    for (const { rule: name, reason, line, object } of list2) {
      const rule = names.get(name);
      const objection = objectionTo({ rule: name, reason, misplaced: false }, rule, names, hints);
      if (objection !== void 0) notices.push({ path, line, message: maskMessage(objection) });
      else if (rule)
        grounds.push({
          rules: [rule.id],
          suppression: { by: "inline", reason },
          covers: (finding, outcome) => lies(finding.at, object) || lies(outcome.at, object),
          unused: { path, line, message: `the annotation that accepts ${rule.id} matches no finding; remove it` }
        });
    }
  }
  return grounds;
}
function lies(at, within2) {
  return at.path === within2.path && at.start >= within2.start && at.end <= within2.end;
}
function objectionTo(written, rule, names, hints) {
  if (written.rule === "") return 'this suppression names no rule: write "erp-audit-ignore <rule-id>: <reason>"';
  if (!rule) {
    const hint = hints.get(written.rule) ?? (didYouMean(written.rule, names.keys()) || '; "erp-audit rules" lists them');
    hints.set(written.rule, hint);
    return `this suppression names an unknown rule "${written.rule}"${hint}`;
  }
  if (written.reason === "")
    return `the suppression of ${rule.id} does not count without a reason: write it behind a colon`;
  if (written.misplaced)
    return `the suppression of ${rule.id} for the whole file counts only in the first comment block`;
  return void 0;
}
function inlineGround(rule, { line, reason, target, wholeFile: wholeFile2 }, path) {
  return {
    rules: [rule.id],
    suppression: { by: "inline", reason },
    covers: wholeFile2 ? fileKey(path) : lineKey(path, target),
    unused: { path, line, message: `the suppression of ${rule.id} matches no finding; remove it` }
  };
}
function configGrounds({ ignores, rules: rules2 }) {
  return ignores.map(({ rule: pattern, globs, reason = "ignored by the configuration", path, line }) => {
    const isMatched = filesMatching(globs);
    return {
      rules: rules2.filter((rule) => exactness(pattern, rule) > 0).map((rule) => rule.id),
      suppression: { by: "config", reason },
      covers: ({ place }) => isMatched(place.path),
      unused: {
        ...path !== void 0 && { path },
        ...line !== void 0 && { line },
        message: `the ignored files of ${pattern} match no finding; remove them`
      }
    };
  });
}
function rulesByName(rules2) {
  const names = new Map(rules2.flatMap((rule) => (rule.aliases ?? []).map((alias) => [alias, rule])));
  for (const rule of rules2) names.set(rule.id, rule);
  return names;
}
function byPlace2(a, b) {
  const [first, second] = [a.path ?? "", b.path ?? ""];
  return first === second ? (a.line ?? 0) - (b.line ?? 0) : first < second ? -1 : 1;
}

// src/suppress-annotations.ts
var PREFIX = "erp-audit.dev/ignore";
function annotationsOf(sources) {
  const found2 = /* @__PURE__ */ new Map();
  for (const source of sources.values()) {
    if (!/\.(?:ya?ml|json)$/i.test(source.path) || !source.text.includes(PREFIX)) continue;
    const roots = parseYaml(source).documents.flatMap(({ root }) => objectsIn(root));
    const own = roots.flatMap((object) => annotationsIn(object, source));
    if (own.length > 0) found2.set(source.path, own);
  }
  return found2;
}
function objectsIn(root) {
  if (root?.kind !== "map") return [];
  const items = child(root, "items");
  return items?.kind === "list" ? items.items.filter((item) => item.kind === "map") : [root];
}
function annotationsIn(object, source) {
  const places = [
    descend(object, "metadata", "annotations"),
    descend(object, "spec", "template", "metadata", "annotations"),
    descend(object, "spec", "jobTemplate", "spec", "template", "metadata", "annotations")
  ];
  return places.flatMap((annotations) => {
    if (annotations?.kind !== "map") return [];
    return [...annotations.entries].flatMap(([key, { keyAt: keyAt2, node: node2 }]) => {
      if (key !== PREFIX && !key.startsWith(`${PREFIX}.`)) return [];
      const name = key.slice(PREFIX.length + 1);
      const dot = name.indexOf(".");
      return [
        {
          rule: dot === -1 ? name : `${name.slice(0, dot)}/${name.slice(dot + 1)}`,
          reason: node2.kind === "scalar" ? (node2.text ?? "").trim() : "",
          line: lineOf(source, keyAt2.start),
          object: object.at
        }
      ];
    });
  });
}

// src/tree.ts
function recordReads(tree) {
  const sources = /* @__PURE__ */ new Map();
  const read2 = (path) => {
    const source = tree.read(path);
    if (source) sources.set(source.path, source);
    return source;
  };
  return { tree: { ...tree, read: read2 }, sources };
}

// src/audit.ts
function audit(root, options = DEFAULT_OPTIONS) {
  options.onStage?.("reading the file tree");
  return auditTree(discover(root, { exclude: options.config.exclude }), options);
}
function auditTree(found2, options = DEFAULT_OPTIONS) {
  const { config, onStage } = options;
  const { tree, sources } = recordReads(found2);
  onStage?.("building the system model");
  const system = buildSystem(tree, config);
  onStage?.("checking");
  const judged2 = withSettings(check(system, enabledRules(rules, config), sources), config);
  const accepted = {
    sources,
    comments: commentsOf(sources),
    annotations: annotationsOf(sources),
    ignores: ignoresOf(config),
    rules
  };
  const { judgements, notices } = suppress(judged2, accepted);
  onStage?.("scoring");
  const deployable = system.workloads.length > 0 || system.images.some((image) => image.weight > 0) || system.unreadable.some((file) => file.production);
  const scoring = { deployable, weights: weightsWith(config.weights), threshold: options.minScore };
  const total = score(judgements, scoring);
  const verdict = gate(
    judgements.filter((judgement) => isShown(judgement, options)),
    total,
    options
  );
  return conclude({
    system,
    judgements,
    notices: [...offNotices(rules, config), ...notices],
    scoring,
    score: total,
    roadmap: roadmap(judgements, scoring),
    gate: verdict,
    sources,
    options
  });
}

// src/cli/audit-command.ts
const { accessSync, constants, readdirSync: readdirSync2, statSync: statSync3 } = require("node:fs");
const { relative: relative5, resolve: resolve4 } = require("node:path");

// src/config/load.ts
const { existsSync: existsSync2 } = require("node:fs");
const { basename, dirname: dirname3, join: join5, relative: relative3, sep: sep3 } = require("node:path");

// src/config/find.ts
const { existsSync, readFileSync: readFileSync3, statSync } = require("node:fs");
const { dirname: dirname2, join: join4 } = require("node:path");
var CONFIG_NAMES = [
  "erp-audit.yml",
  "erp-audit.yaml",
  "erp-audit.json",
  ".erp-audit.yml",
  ".erp-audit.yaml",
  ".erp-audit.json"
];
var PACKAGE_KEY = "erpAudit";
var MAX_BYTES = 1e6;
function findConfig(from) {
  for (const directory of upToGitRoot(from)) {
    const found2 = CONFIG_NAMES.map((name) => join4(directory, name)).filter(isFile);
    const manifest = join4(directory, "package.json");
    if (isFile(manifest) && holdsConfig(manifest)) found2.push(manifest);
    if (found2.length > 0) return found2;
  }
  return [];
}
function readConfigText(file) {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return { because: "there is no such file" };
    if (!stat.isFile()) return { because: "it is not a file" };
    return stat.size > MAX_BYTES ? { because: "it is larger than a megabyte" } : readFileSync3(file, "utf8");
  } catch {
    return { because: "access is denied" };
  }
}
function upToGitRoot(from) {
  const directories = [];
  for (let directory = from; ; directory = dirname2(directory)) {
    directories.push(directory);
    if (existsSync(join4(directory, ".git"))) return directories;
    if (dirname2(directory) === directory) return [from];
  }
}
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
function holdsConfig(manifest) {
  const text2 = readConfigText(manifest);
  if (typeof text2 !== "string" || !text2.includes(`"${PACKAGE_KEY}"`)) return false;
  try {
    const data = JSON.parse(text2);
    return typeof data === "object" && data !== null && Object.hasOwn(data, PACKAGE_KEY);
  } catch {
    return false;
  }
}

// door:src/config/parse.ts
var room18;
function enter20() {
  return room18 ??= require("./config-parse.js");
}
function parseConfig(...given) {
  return enter20().parseConfig(...given);
}

// door:src/config/rebase.ts
var room19;
function enter21() {
  return room19 ??= require("./config-rebase.js");
}
function rebase(...given) {
  return enter21().rebase(...given);
}

// src/config/load.ts
function loadConfig(root, explicit, rules2) {
  const found2 = explicit === void 0 ? findConfig(root) : [explicit];
  const [file, second] = found2;
  if (file === void 0) return { ok: true, config: NO_CONFIG };
  if (second !== void 0) {
    return failed(file, `there is a second configuration beside it, ${basename(second)}; keep one of them`);
  }
  const text2 = readConfigText(file);
  if (typeof text2 !== "string") return failed(file, `the configuration cannot be read: ${text2.because}`);
  const path = relative3(root, file).split(sep3).join("/");
  const prefix = relative3(dirname3(file), root).split(sep3).join("/");
  const isAbove = !prefix.startsWith("..");
  const base = isAbove ? dirname3(file) : root;
  const result = parseConfig({ path, text: text2 }, rules2, (named) => existsSync2(join5(base, named)));
  if (!result.ok) return { ok: false, problems: result.problems.map((problem) => ({ ...problem, file })) };
  return { ok: true, config: isAbove && prefix !== "" ? rebase(result.config, prefix) : result.config };
}
function failed(file, message) {
  return { ok: false, problems: [{ file, message }] };
}

// door:src/report/json.ts
var room20;
function enter22() {
  return room20 ??= require("./report-json.js");
}
function renderJson(...given) {
  return enter22().renderJson(...given);
}

// door:src/report/sarif.ts
var room21;
function enter23() {
  return room21 ??= require("./report-sarif.js");
}
function renderSarif(...given) {
  return enter23().renderSarif(...given);
}

// src/report/shown.ts
function shownFindings(result, includeSuppressed) {
  return includeSuppressed ? result.findings : result.findings.filter((finding) => !finding.suppressed);
}

// src/report/plain.ts
var ESCAPES = /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]{0,4096}(?:\u0007|\u001b\\|\u009c)?|\u001b[ -~]?/g;
var CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
function plain3(text2, options = {}) {
  const broken2 = text2.replace(/\r\n?/g, "\n").replaceAll("	", "  ");
  const joined = options.lines ? broken2 : broken2.replace(/\s*\n\s*/g, " ");
  return joined.replace(ESCAPES, "").replace(CONTROLS, "");
}

// src/report/text/counted.ts
function subjectKey({ rule, subject }) {
  return `${rule} ${subject}`;
}
var counted = /* @__PURE__ */ new WeakMap();
function countedSubjects({ judgements }) {
  const known4 = counted.get(judgements) ?? subjectsOf(judgements);
  counted.set(judgements, known4);
  return known4;
}
function subjectsOf(judgements) {
  return new Set(
    judgements.filter(({ rule }) => isScored(rule)).flatMap(
      ({ rule, outcomes }) => outcomes.filter(({ weight }) => weight > 0).map(({ subject }) => subjectKey({ rule: rule.id, subject }))
    )
  );
}
function countedFindings(result) {
  const subjects = countedSubjects(result);
  return result.findings.filter((finding) => !finding.suppressed && subjects.has(subjectKey(finding)));
}

// src/report/text/frame.ts
var LONGEST_LINE2 = 1e3;
function codeFrame(source, place, options) {
  const { paint } = options;
  const numbers = [place.line - 1, place.line, place.line + 1].filter((line) => {
    return line === place.line || line > 0 && lineText(source, line).trim() !== "";
  });
  const gutter = String(numbers.at(-1) ?? place.line).length;
  const room22 = Math.max(20, options.width - gutter - 5);
  const shared = Math.min(...numbers.map((line) => indentOf3(lineText(source, line))));
  return numbers.flatMap((line) => {
    const cells = quote(source, line, place, options.secret);
    const pointed = line === place.line;
    const view = windowOf(cells, pointed ? firstPointed(cells) : 0, room22, shared);
    const text2 = view.map((cell) => cell.text).join("");
    const number = String(line).padStart(gutter);
    const row = `${paint("dim", `${number} \u2502`)} ${pointed ? text2 : paint("dim", text2)}`.trimEnd();
    if (!pointed) return [row];
    const underline = view.map((cell) => (cell.pointed ? "^" : " ").repeat(cell.width)).join("").trimEnd();
    if (underline === "") return [row];
    return [row, `${paint("dim", `${" ".repeat(gutter)} \u2502`)} ${paint(options.style, underline)}`.trimEnd()];
  });
}
function quote(source, line, place, secret) {
  const text2 = lineText(source, line);
  if (text2.length > LONGEST_LINE2) return cellsFor(`(a line of ${text2.length} characters)`, [], void 0);
  const previous = line > 1 ? lineText(source, line - 1).slice(-LONGEST_LINE2) : "";
  if (line !== place.line) return cellsFor(text2, secretRegions(text2, previous), void 0);
  const end = place.endLine > place.line ? text2.trimEnd().length : place.endColumn - 1;
  const pointed = { start: place.column - 1, end: Math.max(end, place.column) };
  const regions = secret ? pointedRegions(text2, previous, pointed) : secretRegions(text2, previous);
  return cellsFor(text2, regions, pointed);
}
function cellsFor(text2, regions, pointed) {
  const cells = [];
  const isPointed = (start2, end) => pointed !== void 0 && start2 < pointed.end && end > pointed.start;
  let at = 0;
  const copy = (until) => {
    for (const character of text2.slice(at, until)) {
      if (character >= " " && character <= "~") {
        cells.push({ text: character, width: 1, pointed: isPointed(at, at + 1) });
        at += 1;
        continue;
      }
      const shown2 = character === "	" ? "  " : plain3(character);
      const width = character === "	" ? 2 : shown2 === "" ? 0 : cellsOf(shown2);
      cells.push({ text: shown2, width, pointed: isPointed(at, at + character.length) });
      at += character.length;
    }
  };
  for (const region of regions) {
    copy(region.start);
    for (const star of maskLine(text2.slice(region.start, region.end), [{ start: 0, end: region.end - region.start }])) {
      cells.push({ text: star, width: 1, pointed: isPointed(region.start, region.end) });
    }
    at = region.end;
  }
  copy(text2.length);
  return cells;
}
function firstPointed(cells) {
  return Math.max(
    0,
    cells.findIndex((cell) => cell.pointed)
  );
}
function windowOf(cells, focus, room22, shared) {
  let start2 = Math.min(shared, cells.length);
  const widthUpTo = (end) => cells.slice(start2, end).reduce((sum2, cell) => sum2 + cell.width, 0);
  const cutLeft = widthUpTo(focus) > room22 * 0.7;
  if (cutLeft) start2 = Math.max(start2, focus - Math.floor(room22 * 0.4));
  const ellipsis = { text: "\u2026", width: 1, pointed: false };
  const view = cutLeft ? [ellipsis] : [];
  let width = view.length;
  for (const cell of cells.slice(start2)) {
    if (width + cell.width > room22 - 1) return [...view, ellipsis];
    view.push(cell);
    width += cell.width;
  }
  return view;
}
function indentOf3(text2) {
  return text2.trim() === "" ? 0 : text2.length - text2.trimStart().length;
}

// src/report/text/paint.ts
const { styleText } = require("node:util");
function painter(color) {
  if (!color) return (_, text2) => text2;
  return (style, text2) => text2 === "" ? "" : styleText([style].flat(), text2, { validateStream: false });
}
var SEVERITY_STYLES = {
  critical: ["bold", "red"],
  high: ["red"],
  medium: ["yellow"],
  low: ["blue"]
};

// src/report/text/words.ts
function plural(count3, one, many = `${one}s`) {
  if (count3 === 0) return `no ${many}`;
  return `${count3} ${count3 === 1 ? one : many}`;
}
function placesByRule(findings, most = 6) {
  const counts = /* @__PURE__ */ new Map();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const named = [...counts].map(
    ([rule, count3]) => count3 === 1 ? rule : `${rule}${HELD}(${plural(count3, "place").replace(" ", HELD)})`
  );
  const rest = named.length - most;
  return rest > 0 ? `${named.slice(0, most).join(", ")} and ${plural(rest, "more rule")}` : named.join(", ");
}

// src/report/text/findings.ts
var MOST_NAMES3 = 100;
var MOST_MESSAGES = 20;
function findingBlocks(findings, result, options) {
  const titles = new Map(result.judgements.map(({ rule }) => [rule.id, rule.title]));
  return blocksOf(findings).flatMap((block) => [
    ...blockLines(block, titles.get(block.first.rule) ?? "", result, options),
    ""
  ]);
}
function countLines(findings, result, paint, width) {
  const counts = SEVERITIES.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length]
  ).filter(([, count3]) => count3 > 0);
  const counted2 = countedSubjects(result);
  const aside = findings.filter((finding) => !counted2.has(subjectKey(finding))).length;
  const head = plural(findings.length, "finding");
  const parts = counts.map(([severity, count3]) => paint(SEVERITY_STYLES[severity], `${count3} ${severity}`));
  const line = `${paint("bold", head)}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`;
  if (aside === 0) return [line];
  const note = `(${aside} not scored)`;
  const taken2 = `${head}: ${counts.map(([severity, count3]) => `${count3} ${severity}`).join(", ")} ${note}`;
  return widthOf(taken2) > width ? [line, `  ${paint("dim", note)}`] : [`${line} ${paint("dim", note)}`];
}
function blocksOf(findings) {
  const blocks = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.severity, finding.why, finding.suppressed?.reason]);
    const block = blocks.get(key);
    if (block) block.push(finding);
    else blocks.set(key, [finding]);
  }
  return [...blocks.values()].flatMap(([first, ...others]) => first ? [{ first, others }] : []);
}
function blockLines(block, title, result, options) {
  const { first } = block;
  const { paint, width } = options;
  return [
    headLine(block, title, result, options),
    "",
    ...foundLines(first, result, options),
    "",
    ...labelled("why", plain3(first.why), paint, width),
    ...labelled("fix", plain3(first.fix), paint, width),
    ...first.suppressed ? labelled("accepted", plain3(first.suppressed.reason), paint, width) : [],
    ...options.verbose ? framedLines(block, result, options) : listedLines(block, options)
  ];
}
function framedLines({ first, others }, result, options) {
  const shared = kindOfFix(first);
  return others.flatMap((finding) => [
    "",
    ...foundLines(finding, result, options),
    ...kindOfFix(finding) === shared ? [] : labelled("fix", plain3(finding.fix), options.paint, options.width)
  ]);
}
function listedLines({ first, others }, options) {
  return others.length > 0 ? ["", ...placeLines(first, others, options)] : [];
}
function headLine({ first, others }, title, result, options) {
  const { paint, width } = options;
  const right = worthOf([first, ...others], result);
  const head = `${first.severity}  ${first.rule}`;
  const count3 = others.length > 0 ? `  ${others.length + 1} places` : "";
  const painted = `${paint(SEVERITY_STYLES[first.severity], first.severity)}  ${paint("bold", first.rule)}${paint("dim", count3)}`;
  const space = width - widthOf(head) - widthOf(count3) - widthOf(right);
  const style = right.startsWith("+") || right.startsWith("up") ? "green" : "dim";
  const worth = right === "" ? "" : `${space < 2 ? "\n" : " ".repeat(space)}${paint(style, right)}`;
  return `${painted}${worth}
${wrap(plain3(title), width).join("\n")}`;
}
function worthOf(findings, result) {
  if (findings.every((finding) => finding.suppressed)) return "accepted";
  if (findings.every((finding) => finding.confidence === "C")) return "advice, not scored";
  const counted2 = countedSubjects(result);
  return findings.some((finding) => counted2.has(subjectKey(finding))) ? gainOf(findings) : "not scored";
}
function gainOf(findings) {
  const gains2 = findings.map((finding) => finding.gain).sort((a, b) => a - b);
  const [least, most] = [shortGain(gains2[0] ?? 0), shortGain(gains2.at(-1) ?? 0)];
  if (most === shortGain(0)) return "";
  if (findings.length === 1) return `${most} points`;
  if (least === shortGain(0)) return `up to ${most} points each`;
  return least === most ? `${most} points each` : `${least} to ${most} points each`;
}
function shortGain(gain) {
  const digits = gain >= 0.1 ? 10 : 100;
  return `+${(Math.floor(gain * digits + 1e-9) / digits).toFixed(gain >= 0.1 ? 1 : 2)}`;
}
function foundLines(finding, result, options) {
  const { paint, width } = options;
  const { path, line, column } = finding.place;
  const source = result.sources.get(path);
  const frame = source ? codeFrame(source, finding.place, {
    paint,
    style: SEVERITY_STYLES[finding.severity],
    width: width - 4,
    secret: finding.rule.startsWith("secret/")
  }) : [];
  return [
    ...wrap(plain3(finding.message), width - 2).map((text2) => `  ${text2}`),
    `  ${paint("dim", "\u2192")} ${paint("cyan", `${plain3(path)}:${line}:${column}`)}`,
    ...frame.map((text2) => `    ${text2}`),
    ...finding.related.slice(0, 5).map((related) => {
      const at = `${plain3(related.place.path)}:${related.place.line}`;
      return clip(`  ${paint("dim", "see")} ${at} ${plain3(related.message)}`, width + (paint("dim", "see").length - 3));
    })
  ];
}
function placeLines(first, others, options) {
  const { paint, width } = options;
  const isAlike = (finding) => generic(finding, finding.message) === generic(first, first.message);
  const shown2 = [
    ...others.filter(isAlike).slice(0, MOST_NAMES3),
    ...others.filter((finding) => !isAlike(finding)).slice(0, MOST_MESSAGES)
  ].toSorted(byPlace3);
  const hidden = others.length - shown2.length;
  const byFix = /* @__PURE__ */ new Map([[kindOfFix(first), []]]);
  for (const finding of shown2) byFix.set(kindOfFix(finding), [...byFix.get(kindOfFix(finding)) ?? [], finding]);
  return [
    paint("dim", "  also"),
    ...[...byFix.values()].flatMap((places, index) => {
      const own = index > 0 ? places[0] : void 0;
      return [
        ...nameLines(places.filter(isAlike), options),
        ...places.filter((finding) => !isAlike(finding)).flatMap((finding) => messageLines(finding, options)),
        ...own ? labelled("  fix", plain3(own.fix), paint, width) : []
      ];
    }),
    ...hidden > 0 ? [paint("dim", `  and ${hidden} more (--verbose lists all)`)] : []
  ];
}
function nameLines(places, { paint, width }) {
  const files = /* @__PURE__ */ new Map();
  for (const finding of places) files.set(finding.place.path, [...files.get(finding.place.path) ?? [], finding]);
  return [...files].flatMap(([path, findings]) => {
    const names = findings.map(({ place, subjectName }) => {
      const name = subjectName === path ? "" : ` ${plain3(subjectName)}`;
      return `:${place.line}${name}`.replaceAll(" ", HELD);
    });
    const lines = wrap(`${plain3(path).replaceAll(" ", HELD)}${names.join(", ")}`, width - 4);
    return lines.map((text2, index) => {
      const lead = index === 0 ? plain3(path) : "";
      const numbered2 = text2.slice(lead.length).replace(/(^|, ):\d+/g, (number) => {
        const from = number.indexOf(":");
        return number.slice(0, from) + paint("cyan", number.slice(from));
      });
      return `${index === 0 ? "  " : "    "}${paint("cyan", lead)}${numbered2}`;
    });
  });
}
function messageLines(finding, { paint, width }) {
  const place = placeOf5(finding);
  const lines = wrap(`${place.replaceAll(" ", HELD)} ${plain3(finding.message)}`, width - 4);
  return lines.map((text2, index) => {
    return index === 0 ? `  ${paint("cyan", place)}${text2.slice(place.length)}` : `    ${text2}`;
  });
}
function placeOf5({ place }) {
  return `${plain3(place.path)}:${place.line}`;
}
function byPlace3({ place: a }, { place: b }) {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}
function generic({ subjectName }, text2) {
  return subjectName === "" ? text2 : text2.replaceAll(subjectName, "\0");
}
function kindOfFix(finding) {
  return generic(finding, finding.fix).replace(/\d+/g, "0");
}
function labelled(label, text2, paint, width) {
  const indent = " ".repeat(label.length + 4);
  return wrap(text2, width - indent.length).map(
    (line, index) => index === 0 ? `  ${paint("dim", label)}  ${line}` : `${indent}${line}`
  );
}

// src/report/text/header.ts
function headerLines(result, paint, width, verbose) {
  const { workloads, images } = result.scope;
  const scope = `${plural(workloads, "workload")}, ${plural(images, "image")}`;
  const production = result.deployments.filter(({ purpose }) => purpose === "production");
  const others = result.deployments.filter(({ purpose }) => purpose !== "production");
  return [
    `${paint("bold", `${result.tool.name} ${result.tool.version}`)}${paint("dim", `  ${scope}`)}`,
    ...result.deployments.length > 0 ? [""] : [],
    ...setLines("production ", production, { paint, width, verbose }),
    ...setLines("not scored ", others, { paint, width, verbose })
  ];
}
var MOST_SETS = 5;
function setLines(label, deployments, options) {
  const { paint, width, verbose } = options;
  const indent = " ".repeat(label.length + 2);
  const byReason = /* @__PURE__ */ new Map();
  for (const one of deployments) byReason.set(one.because, [...byReason.get(one.because) ?? [], one]);
  return [...byReason].flatMap(([because, sets]) => {
    const shown2 = verbose ? sets : sets.slice(0, MOST_SETS);
    const hidden = sets.length - shown2.length;
    const names = shown2.flatMap((set) => wrap(nameOf10(set), width - indent.length));
    const reason = wrap(plain3(because), width - indent.length);
    return [
      ...names.map((line, index) => index === 0 ? `  ${paint("dim", label)}${line}` : indent + line),
      ...hidden > 0 ? [`${indent}${paint("dim", `and ${hidden} more (--verbose lists all)`)}`] : [],
      ...reason.map((line) => `${indent}${paint("dim", line)}`)
    ];
  });
}
function nameOf10({ name, platform, workloads, onRequest }) {
  const more = onRequest.length > 0 ? `, ${onRequest.length} more on request` : "";
  return `${plain3(name)} (${platform}, ${plural(workloads.length, "workload")}${more})`;
}

// src/report/text/remarks.ts
function unverifiedLines({ unverified }, paint, width, verbose) {
  if (unverified.length === 0) return [];
  const groups = /* @__PURE__ */ new Map();
  for (const one of unverified) {
    const group = groups.get(one.because);
    if (group) group.push(one);
    else groups.set(one.because, [one]);
  }
  const shown2 = verbose ? [...groups] : [...groups].slice(0, MOST_REASONS);
  const hidden = groups.size - shown2.length;
  return [
    `${paint("bold", "Not verified:")} ${plural(unverified.length, "question")} that the files do not answer`,
    "",
    ...shown2.flatMap(([because, group]) => groupLines(because, group, paint, width)),
    ...hidden > 0 ? [paint("dim", `  and ${plural(hidden, "more reason")} (--verbose lists all)`)] : []
  ];
}
var MOST_REASONS = 15;
function groupLines(because, group, paint, width) {
  const names = new Set(
    group.map(({ subjectName, place }) => {
      return plain3(subjectName) + (place ? ` (${plain3(place.path)}:${place.line})` : "");
    })
  );
  const rules2 = new Set(group.map(({ rule }) => rule));
  const indented = (text2, indent) => wrap(text2, width - indent).map((line) => " ".repeat(indent) + line);
  return [
    ...indented([...rules2].join(", "), 2).map((line) => paint("bold", line)),
    ...indented(plain3(because), 4),
    ...indented([...names].join(", "), 4).map((line) => paint("cyan", line))
  ];
}
function notEvaluatedLines({ unreadable, notEvaluated }, paint, width) {
  const broken2 = unreadable.map(
    ({ path, problems }) => `${plain3(path)}: ${plain3(problems[0]?.message ?? "could not be read")}`
  );
  const left = notEvaluated.map(({ path, because }) => `${plain3(path)}: ${plain3(because)}`);
  return [
    ...listOf2("Could not be read in full", broken2, paint, width),
    ...broken2.length > 0 && left.length > 0 ? [""] : [],
    ...listOf2("Not evaluated", left, paint, width)
  ];
}
function noticeLines({ notices }, paint, width) {
  const lines = notices.map(({ path, line, message }) => {
    const place = path === void 0 ? "" : `${plain3(path)}${line === void 0 ? "" : `:${line}`}: `;
    return `${place}${plain3(message)}`;
  });
  return listOf2("Remarks", lines, paint, width);
}
function listOf2(title, lines, paint, width) {
  if (lines.length === 0) return [];
  const shown2 = lines.slice(0, 20);
  const more = lines.length - shown2.length;
  return [
    paint("bold", `${title}:`),
    ...shown2.flatMap((line) => wrap(line, width - 4).map((part, index) => `${index === 0 ? "  " : "    "}${part}`)),
    ...more > 0 ? [paint("dim", `  and ${more} more`)] : []
  ];
}

// src/report/text/roadmap.ts
var PHASES2 = [
  ["critical", "What is critical"],
  ["high", "What is high"],
  ["rest", "The rest"]
];
function roadmapLines(result, paint, width) {
  const { roadmap: roadmap2 } = result;
  if (!roadmap2 || roadmap2.steps.length === 0) return [];
  const longest = Math.max(...roadmap2.steps.map((step) => step.rule.length));
  const phases = PHASES2.flatMap(([phase, title]) => {
    const steps = roadmap2.steps.filter((step) => step.phase === phase);
    return steps.length === 0 ? [] : ["", `  ${paint("dim", title)}`, ...steps.map((step) => stepLine(step, longest, width, paint))];
  });
  return [
    headLine2(roadmap2, paint),
    ...phases,
    ...leftLines(result, roadmap2, paint, width),
    ...beyondLines(roadmap2, paint, width)
  ];
}
function headLine2({ reached, threshold, steps, minutes, from, to }, paint) {
  const title = paint("bold", reached ? `Way to ${threshold}:` : "What can be gained:");
  const way = `${formatScore(from)} \u2192 ${formatScore(to)}`;
  return `${title} ${plural(steps.length, "fix", "fixes")}, about ${formatEffort(minutes)}, ${paint("bold", way)}`;
}
function stepLine({ rule, findings, minutes, to }, longest, width, paint) {
  const places = pad(plural(findings, "place"), 9);
  const work = longest + 36 > width ? places : `${places}  ${pad(formatEffort(minutes), 10)}`;
  return `    ${pad(rule, longest)}  ${paint("dim", work)}  \u2192 ${formatScore(to).padStart(5)}`;
}
function leftLines(result, { steps }, paint, width) {
  const left = countedFindings(result).filter(({ severity, rule }) => {
    return severity === "critical" && !steps.some((step) => step.rule === rule);
  });
  if (left.length === 0) return [];
  const them = left.length === 1 ? "it" : "them";
  const text2 = `Still open then: ${plural(left.length, "critical finding")}. Fix ${them} too: ${placesByRule(left)}.`;
  return ["", ...wrap(text2, width - 2).map((line) => `  ${paint("red", line)}`)];
}
function beyondLines({ reached, beyond }, paint, width) {
  const parts = [
    ...beyond.accepted > 0 ? [`${plural(beyond.accepted, "answer")} accepted`] : [],
    ...beyond.unverified > 0 ? [`${beyond.unverified} not verified`] : []
  ];
  if (reached || parts.length === 0) return [];
  const text2 = `The rest is out of reach of fixes: ${parts.join(", ")}.`;
  return ["", ...wrap(text2, width - 2).map((line) => `  ${paint("dim", line)}`)];
}

// src/page.ts
var CATEGORY_TITLES = {
  "infrastructure-stability": "Infrastructure stability",
  "service-health": "Service health",
  security: "Security",
  observability: "Observability",
  "disaster-recovery": "Disaster recovery",
  performance: "Performance"
};

// src/result.ts
function whyNothing({ deployments, notEvaluated }) {
  const [first] = deployments;
  if (!first) {
    const left = notEvaluated.length > 0 ? ", and what was found is not evaluated" : "";
    return `no Compose file, Kubernetes manifest or PM2 file here declares anything that is deployed${left}`;
  }
  const sets = deployments.length === 1 ? first.name : `${first.name} and ${deployments.length - 1} more`;
  return `everything that is declared (${sets}) is for development; if production runs it, name it under "deployments" in erp-audit.yml with purpose: production`;
}

// src/report/text/score.ts
function scoreLines(result, paint, width) {
  const { score: score2 } = result;
  if (!score2) {
    const why = plain3(whyNothing(result));
    return [paint("bold", "Nothing to audit"), ...wrap(`${why[0]?.toUpperCase()}${why.slice(1)}.`, width)];
  }
  const bar = Math.max(8, Math.min(30, width - 60));
  const threshold = paint(
    "dim",
    score2.total >= score2.threshold ? ` (threshold ${score2.threshold})` : `: below the threshold of ${score2.threshold}`
  );
  return [
    totalLine(score2, paint) + threshold,
    "",
    ...score2.categories.map((category) => categoryLine(category, score2, { bar, paint, weights: width >= 65 }))
  ];
}
function totalLine(score2, paint) {
  const style = score2.total >= score2.threshold ? "green" : "red";
  return `${paint("bold", "Score")} ${paint(["bold", style], `${formatScore(score2.total)} of 100, ${score2.letter}`)}`;
}
function categoryLine(one, { threshold }, { bar, paint, weights }) {
  const { category, weight, score: score2, criticalRules } = one;
  const title = pad(CATEGORY_TITLES[category], 24);
  const share = weights ? paint("dim", `  weight ${String(weight).padStart(2)}`) : "";
  if (score2 === null) return `  ${title}  ${paint("dim", pad("no rule applies", bar + 7))}${share}`.trimEnd();
  const full = Math.floor(score2 / 100 * bar);
  const style = score2 >= threshold ? "green" : score2 >= threshold / 2 ? "yellow" : "red";
  const cells = paint(style, "\u2588".repeat(full)) + paint("dim", "\u2591".repeat(bar - full));
  const critical = criticalRules > 0 ? paint("red", `  ${criticalRules} critical`) : "";
  return `  ${title}  ${cells}  ${formatScore(score2).padStart(5)}${share}${critical}`;
}

// src/report/text/verdict.ts
function coverageLines(result, paint, width) {
  const { score: score2, judgements, findings, unreadable } = result;
  if (!score2) return [];
  const applied = judgements.filter(({ outcomes }) => outcomes.length > 0).length;
  const accepted = findings.filter((finding) => finding.suppressed).length;
  const parts = [
    `${Math.floor(score2.coverage.share * 100)} % of what is demanded was verified`,
    `${applied} of ${plural(judgements.length, "rule")} applied`,
    ...accepted > 0 ? [`${plural(accepted, "finding")} accepted`] : [],
    ...unreadable.length > 0 ? [`${plural(unreadable.length, "file")} could not be read`] : []
  ];
  const text2 = parts.map((part) => part.replaceAll(" ", HELD)).join(" \xB7 ");
  return wrap(text2, width).map((line) => paint("dim", line));
}
function readinessLines(result, paint, width) {
  const { score: score2, roadmap: roadmap2, gate: gate2 } = result;
  if (!score2) return [];
  const counted2 = countedFindings(result);
  const critical = counted2.filter(({ severity }) => severity === "critical");
  const high = counted2.filter(({ severity }) => severity === "high");
  const isBelow2 = score2.total < score2.threshold;
  if (gate2.passed && !isBelow2 && critical.length === 0) {
    const isReady = score2.total >= WEIGHTS.threshold && !isSelection(result);
    return isReady ? [paint(["bold", "green"], "Ready for production")] : [];
  }
  const open2 = [
    ...critical.length > 0 ? [`${critical.length} critical`] : [],
    ...!gate2.passed && high.length > 0 ? [`${high.length} high`] : []
  ].join(" and ");
  const against = [isBelow2 ? `below ${score2.threshold}` : "", open2 && `${open2} open`].filter((part) => part !== "");
  if (against.length === 0) return [];
  const urgent = critical.length > 0 ? critical : isBelow2 ? [] : high;
  const steps = (roadmap2?.steps ?? []).filter((step) => !urgent.some(({ rule }) => rule === step.rule));
  return [
    ...wrap(`Not ready for production: ${against.join(", ")}`, width).map((line) => paint(["bold", "red"], line)),
    ...todoLines("first", placesByRule(urgent), paint, width),
    ...todoLines(urgent.length > 0 ? "then" : "first", placesByRule(steps), paint, width)
  ];
}
function isSelection({ score: score2, judgements }) {
  const shown2 = new Set(judgements.map(({ rule }) => rule.id));
  return (score2?.categories ?? []).some(({ rules: rules2 }) => rules2.some(({ rule }) => !shown2.has(rule)));
}
function todoLines(label, text2, paint, width) {
  return wrap(text2, width - 9).map(
    (line, index) => `  ${paint("dim", index === 0 ? label.padEnd(5) : "     ")}  ${line}`
  );
}
function verdictLines({ score: score2, gate: gate2, internalErrors }, paint, width) {
  const crashed = internalErrors.map(
    ({ rule }) => paint("red", `\u2717 rule ${rule} crashed, so what it judges is not verified`)
  );
  if (!score2) return crashed;
  const failed2 = gate2.conditions.filter((condition) => !condition.passed);
  const lines = failed2.flatMap(({ message }) => {
    return wrap(plain3(message), width - 2).map((line, index) => `${index === 0 ? paint("red", "\u2717") : " "} ${line}`);
  });
  return [
    totalLine(score2, paint),
    ...crashed,
    ...lines.length > 0 ? lines : [`${paint("green", "\u2713")} the gate passed`]
  ];
}

// src/report/text.ts
var WIDEST = 120;
var NARROWEST = 40;
function renderText(result, options) {
  const paint = painter(options.color);
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width));
  const shown2 = shownFindings(result, options.includeSuppressed);
  const open2 = shown2.filter((finding) => !finding.suppressed);
  const findings = findingBlocks(shown2, result, { paint, width, verbose: options.verbose });
  const sections = options.quiet ? [result.score ? findings : scoreLines(result, paint, width), verdictLines(result, paint, width)] : [
    headerLines(result, paint, width, options.verbose),
    scoreLines(result, paint, width),
    readinessLines(result, paint, width),
    result.score ? countLines(open2, result, paint, width) : [],
    findings,
    roadmapLines(result, paint, width),
    unverifiedLines(result, paint, width, options.verbose),
    notEvaluatedLines(result, paint, width),
    noticeLines(result, paint, width),
    coverageLines(result, paint, width),
    verdictLines(result, paint, width)
  ];
  const written = sections.map((lines) => lines.join("\n").replace(/\s+$/, "")).filter((section) => section !== "");
  return `${withoutCommands(written.join("\n\n"))}
`;
}
function withoutCommands(text2) {
  return text2.replace(/^([ \t]*):(?=:)/gm, "$1: ").replace(/##(?=\[|vso\[)/g, "## ");
}

// src/report/index.ts
var RENDERERS = {
  text: async () => renderText,
  json: async () => renderJson,
  sarif: async () => {
    const { pageOf } = await Promise.resolve(require("./pages-NQAQDTC5.js"));
    return (result, options) => renderSarif(result, options, pageOf);
  }
};
async function renderReport(format2, result, options) {
  const render = await RENDERERS[format2]();
  return render(result, options);
}

// src/cli/color.ts
function usesColor(flag, env, stream) {
  if (flag !== "auto") return flag === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== void 0 && env.FORCE_COLOR !== "")
    return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}
function showsProgress(env, stream) {
  return stream.isTTY === true && !env.CI && env.TERM !== "dumb";
}

// src/cli/outputs.ts
const { realpathSync: realpathSync3, statSync: statSync2, writeFileSync } = require("node:fs");
const { dirname: dirname4, relative: relative4, resolve: resolve3, sep: sep4 } = require("node:path");
function outputsOf2(formats, output, cwd) {
  const outputs = formats.map((text2) => outputOf(text2, cwd));
  const loose = outputs.filter(({ file }) => file === void 0);
  if (loose.length > 1) {
    throw new UsageError(
      `only one report can go to one place; write the others to files: -f ${loose[1]?.format}=<file>`
    );
  }
  if (output !== void 0 && loose.length === 0)
    throw new UsageError("every format already has its file; -o has nothing to write");
  const placed = outputs.map(
    (one) => one.file === void 0 && output !== void 0 ? { ...one, file: resolve3(cwd, output) } : one
  );
  const files = placed.flatMap(({ file }) => file ?? []);
  for (const file of files) checkWritable(file, cwd);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== void 0) throw new UsageError(`two reports cannot go to one file: ${shown(twice, cwd)}`);
  return placed;
}
function outputOf(text2, cwd) {
  const [, name = text2, file] = /^([^=]*)=(.*)$/s.exec(text2) ?? [];
  const format2 = FORMATS.find((known4) => known4 === name);
  if (!format2)
    throw new UsageError(`unknown format "${name}"${didYouMean(name, FORMATS) || `; there are ${FORMATS.join(", ")}`}`);
  if (file === "") throw new UsageError(`-f ${name}= needs a file name behind the =`);
  return file === void 0 ? { format: format2 } : { format: format2, file: resolve3(cwd, file) };
}
function checkWritable(file, cwd) {
  if (statSync2(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`cannot write the report: ${shown(file, cwd)} is a directory`);
  }
  if (!statSync2(dirname4(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`cannot write the report: there is no directory ${shown(dirname4(file), cwd)}`);
  }
}
function checkNotAudited(outputs, root, audited) {
  const files = new Set(audited);
  for (const { file } of outputs) {
    if (file === void 0) continue;
    const path = relative4(realpathSync3(root), real(file)).split(sep4).join("/");
    if (files.has(path)) throw new UsageError(`${path} is one of the audited files; write the report somewhere else`);
  }
}
function real(file) {
  try {
    return realpathSync3(file);
  } catch {
    return resolve3(realpathSync3(dirname4(file)), file.slice(dirname4(file).length + 1));
  }
}
function writeReport(file, text2, cwd) {
  try {
    writeFileSync(file, text2);
  } catch (error) {
    throw new UsageError(`cannot write the report to ${shown(file, cwd)}: ${reasonOf(error)}`);
  }
}
function reasonOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z0-9_]+: /, "").replace(/, \w+( '.*)?$/s, "");
}
function shown(file, cwd) {
  const path = relative4(cwd, file);
  return path === "" ? "." : path.length < file.length ? path : file;
}

// src/cli/audit-command.ts
async function runAudit(given, world, load) {
  const root = directoryOf3(given.operand ?? ".", world.cwd);
  const outputs = outputsOf2(given.values.get("format") ?? ["text"], given.values.get("output")?.[0], world.cwd);
  const options = optionsOf(given, readConfig(given, root, world.cwd));
  const audit2 = await load();
  const progress = startProgress(given, world);
  const result = await audit2(root, { ...options, onStage: progress.stage });
  progress.end();
  checkNotAudited(outputs, root, [...result.sources.keys(), ...result.deployments.flatMap(({ files }) => files)]);
  const switches = {
    verbose: given.on.has("verbose"),
    quiet: given.on.has("quiet"),
    includeSuppressed: given.on.has("include-suppressed")
  };
  for (const { format: format2, file } of outputs) {
    const terminal = file === void 0 ? world.stdout : {};
    const color = usesColor(given.values.get("color")?.[0] ?? "auto", world.env, terminal);
    const text2 = await renderReport(format2, result, { ...switches, color, width: terminal.columns ?? 80 });
    if (file === void 0) world.stdout.write(text2);
    else writeReport(file, text2, world.cwd);
  }
  const readHere = outputs.some(({ format: format2, file }) => format2 === "text" && file === void 0);
  return conclude2(result, given, world, readHere);
}
function directoryOf3(path, cwd) {
  if (path === "") throw new UsageError('the path is empty; give a directory, or "." for this one');
  const root = resolve4(cwd, path);
  const shown2 = plain3(path);
  try {
    const stat = statSync3(root, { throwIfNoEntry: false });
    if (!stat) {
      const names = COMMANDS.map(({ name }) => name);
      const command = path === "help" ? "--help" : nearest(path, names);
      const meant = command ? `; did you mean "erp-audit ${command}"?` : "";
      throw new UsageError(`there is no directory "${shown2}"${meant}`);
    }
    if (!stat.isDirectory()) throw new UsageError(`"${shown2}" is not a directory; give the root of a repository`);
    accessSync(root, constants.R_OK | constants.X_OK);
    readdirSync2(root);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`"${shown2}" cannot be read: ${reasonOf(error)}`);
  }
  return root;
}
function readConfig(given, root, cwd) {
  if (given.on.has("no-config")) return DEFAULT_OPTIONS.config;
  const explicit = given.values.get("config")?.[0];
  const result = loadConfig(root, explicit === void 0 ? void 0 : resolve4(cwd, explicit), rules);
  if (result.ok) return result.config;
  const lines = result.problems.map(({ file, line, column, message }) => {
    const place = line === void 0 ? "" : `:${line}:${column}`;
    return plain3(`${relative5(cwd, file) || file}${place}: ${message}`);
  });
  throw new UsageError(lines.join("\nerp-audit: "));
}
function optionsOf(given, config) {
  return {
    config,
    failOn: given.values.get("fail-on")?.[0] ?? config.failOn ?? DEFAULT_OPTIONS.failOn,
    minScore: scoreOf2(given.values.get("min-score")?.[0]) ?? config.minScore ?? DEFAULT_OPTIONS.minScore,
    selection: { only: patternsOf(given, "only"), skip: patternsOf(given, "skip") },
    advice: given.on.has("advice")
  };
}
function scoreOf2(text2) {
  if (text2 === void 0) return void 0;
  const score2 = /^\d+(\.\d+)?$/.test(text2) ? Number(text2) : Number.NaN;
  if (score2 >= 0 && score2 <= 100) return score2;
  throw new UsageError(`the least score (--min-score) is a number from 0 to 100, not "${plain3(text2)}"`);
}
function patternsOf(given, option2) {
  const patterns = given.values.get(option2) ?? [];
  const names = patternNames(rules, CATEGORIES);
  for (const pattern of patterns) {
    if (names.has(pattern)) continue;
    const hint = didYouMean(pattern, names) || '; "erp-audit rules" lists them';
    throw new UsageError(`--${option2} names an unknown rule "${plain3(pattern)}"${hint}`);
  }
  return patterns;
}
function startProgress(given, world) {
  const quiet = given.on.has("quiet") || given.on.has("no-progress");
  if (quiet || !showsProgress(world.env, world.stderr)) return { stage: () => {
  }, end: () => {
  } };
  return {
    stage: (name) => world.stderr.write(`\r\x1B[K${name} \u2026`),
    end: () => world.stderr.write("\r\x1B[K")
  };
}
function conclude2(result, given, world, readHere) {
  for (const { rule, message, stack } of result.internalErrors) {
    const line = message.split("\n", 1)[0] ?? "";
    world.stderr.write(
      `erp-audit: rule ${rule} crashed: ${plain3(line)}; this is a bug, please report it: ${TOOL.bugs}
`
    );
    if (given.on.has("verbose") && stack) world.stderr.write(`${plain3(stack, { lines: true })}
`);
  }
  if (result.internalErrors.length > 0) return 2;
  if (result.score === null) {
    if (!readHere) world.stderr.write(`erp-audit: nothing to audit: ${plain3(whyNothing(result))}
`);
    return 3;
  }
  if (result.gate.passed) return 0;
  if (!readHere) {
    for (const condition of result.gate.conditions) {
      if (!condition.passed) world.stderr.write(`erp-audit: ${plain3(condition.message)}
`);
    }
  }
  return given.on.has("exit-zero") ? 0 : 1;
}

// src/report/terminal-page.ts
function renderMarkdown(page, options) {
  const paint = painter(options.color);
  const width = Math.max(40, Math.min(100, options.width));
  const lines = [];
  let fence;
  for (const line of page.split("\n")) {
    const mark2 = /^`{3,}/.exec(line)?.[0];
    if (fence !== void 0) {
      if (line === fence) fence = void 0;
      else lines.push(/(#|\/\/) [◀▼] /.test(line) ? paint("red", `    ${line}`) : `    ${line}`);
    } else if (mark2 !== void 0) fence = mark2;
    else if (line.startsWith("#")) lines.push(paint("bold", line.replace(/^#+ /, "")));
    else if (/^\|[- |]*\|$/.test(line)) continue;
    else if (line.startsWith("|")) lines.push(factLine(line));
    else if (line.startsWith("- ")) lines.push(`  ${line.replace(/^- <(.*)>$/, "$1")}`);
    else if (line === "") lines.push("");
    else lines.push(...wrap(line, width));
  }
  const text2 = lines.map((line) => widthOf(line) === 0 ? "" : line).join("\n");
  return `${text2.replace(/\n{3,}/g, "\n\n").trim()}
`;
}
function factLine(line) {
  const [name = "", value = ""] = line.slice(1, -1).split("|").map((cell) => cell.trim().replaceAll("`", ""));
  return `  ${pad(name, 12)}  ${value}`;
}

// src/cli/rule-commands.ts
function runRules(given, world) {
  const isJson = given.json || given.values.get("format")?.[0] === "json";
  world.stdout.write(isJson ? rulesJson() : rulesText());
  return 0;
}
function rulesJson() {
  const list2 = rules.map(({ id, title, category, severity, confidence, effort, since, aliases = [] }) => {
    return { id, title, category, severity, confidence, effort, since, aliases };
  });
  return `${JSON.stringify(list2, null, 2)}
`;
}
function rulesText() {
  const width = (of) => Math.max(0, ...rules.map((rule) => of(rule).length));
  const [ids, categories] = [width((rule) => rule.id), width((rule) => rule.category)];
  return rules.map(({ id, severity, confidence, category, title }) => {
    return `${id.padEnd(ids)}  ${severity.padEnd(8)}  ${confidence}  ${category.padEnd(categories)}  ${title}
`;
  }).join("");
}
async function runExplain(given, world) {
  const name = given.operand;
  if (name === void 0) throw new UsageError('explain needs the id of a rule; "erp-audit rules" lists them');
  const rule = rules.find(({ id, aliases }) => id === name || aliases?.includes(name));
  if (!rule) {
    const ids = rules.map(({ id }) => id);
    throw new UsageError(`unknown rule "${plain3(name)}"${didYouMean(name, ids) || '; "erp-audit rules" lists them'}`);
  }
  const { pageOf } = await Promise.resolve(require("./pages-NQAQDTC5.js"));
  const color = usesColor(given.values.get("color")?.[0] ?? "auto", world.env, world.stdout);
  world.stdout.write(renderMarkdown(pageOf(rule), { color, width: world.stdout.columns ?? 80 }));
  return 0;
}

module.exports = {
  known,
  unknown,
  knownValue,
  lineOf,
  lineText,
  placeOf,
  open,
  guarded,
  undecided,
  FILE_DECIDES,
  alone,
  wired,
  claimed,
  unclear,
  hostsIn,
  variable,
  argument,
  text,
  isSet,
  firstSet,
  directoryIn,
  firstUnknown,
  isYes,
  NEWEST,
  isBefore,
  serviceFactsOf,
  isScriptPath,
  isConfiguration,
  defineRule,
  formatBytes,
  listOf,
  unwrapCommand,
  programOf,
  splitWords,
  parseShell,
  wordsFor,
  directoryOf,
  fileName,
  joinPath,
  isWithin,
  depthOf,
  nameWords,
  isBase,
  baseOf,
  overrideOf,
  isCommon,
  variantOf,
  isPlainlyProduction,
  folderPurpose,
  isSecretName,
  volumeAt,
  isDataMount,
  keepsDataOnMount,
  programWords,
  splitWords2,
  programOf2,
  hasWord,
  option,
  postgresSetting,
  operands,
  commandText,
  fromVariable,
  orInFile,
  kafkaProperty,
  kafkaVoters,
  kafkaRoles,
  kafkaListenerProtocols,
  softwareOf,
  settingsOfPaths,
  settingsOfNode,
  find: find3,
  valueAt,
  textAt,
  listAt,
  itemsAt,
  switchAt,
  isOn,
  commandsOf: commandsOf2,
  copyOf,
  stageNamed,
  resolvedStage,
  installOf,
  LOCKFILES,
  installsOf,
  parseImageReference,
  child,
  descend,
  textOf: textOf2,
  itemsOf,
  entriesOf,
  parseBytes,
  parseDuration,
  factOf,
  textFact,
  numberFact,
  booleanFact,
  keySpan,
  textsOf: textsOf2,
  textAt2,
  optional,
  booleanValue,
  replicasOf: replicasOf2,
  runsOnce,
  restartOf,
  dependenciesOf,
  resourcesOf,
  privilegesOf,
  loggingOf,
  secretFilesOf,
  pathMatcher,
  cleanPath,
  imageOf: imageOf2,
  pulledImage,
  isCopiedBefore,
  parseEnvironmentFile,
  isAddress,
  LOOPBACK,
  networksInCommon,
  publicEntries,
  commandWords,
  writtenWords,
  shellText,
  startOf,
  runsClient,
  WELL_KNOWN_PASSWORDS,
  access,
  writtenAt,
  writtenItems,
  TIMESTAMP_TAG,
  printFloat,
  parseYaml,
  groupOf: groupOf2,
  groupKind,
  podTemplateOf,
  textsByKey,
  podProblem,
  hasLabels,
  selects,
  sameNamespace,
  parseJavaScript,
  parseJson,
  parseNginx,
  walkNginx,
  conditionOf,
  NO_CONFIG,
  patternNames,
  formatScore,
  directoriesOf,
  changedFolder,
  resolveName,
  scriptVariables,
  expand,
  READ,
  NAMED_FOR_PM2,
  PROGRAM,
  isNamedForPm2,
  containerFilesOf,
  commandPurpose,
  reachableReceivers,
  relabel,
  targetSourcesOf,
  audit,
  PACKAGE_KEY,
  shownFindings,
  plain: plain3,
  runAudit,
  runRules,
  runExplain
};
