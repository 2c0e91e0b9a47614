"use strict";
const {
  entropy,
  hasSequence,
  isRepetition,
  mask
} = require("./chunk-VUSYVGVU.js");
const {
  didYouMean,
  editDistance
} = require("./chunk-3RILMBAO.js");

// src/rule.ts
var WORKLOAD_FORMATS = ["compose", "kubernetes", "pm2"];
function defineRule(rule) {
  return rule;
}

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
  const start = starts[line - 1];
  if (start === void 0) return "";
  const end = starts[line] ?? source.text.length + 1;
  return source.text.slice(start, end - 1).replace(/\r$/, "");
}
function placeOf(source, span) {
  const starts = lineStarts(source);
  const clamp = (offset) => Math.max(0, Math.min(offset, source.text.length));
  const start = clamp(span.start);
  const end = Math.max(start, clamp(span.end));
  const first = lineIndex(starts, start);
  const last = lineIndex(starts, end);
  return {
    path: source.path,
    line: first + 1,
    column: start - (starts[first] ?? 0) + 1,
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
function hostsIn(list) {
  return list.split(/[\s,;]+/).slice(0, 200).map(hostOf).filter((host) => host !== "");
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
  const { distribution } = workload;
  if (!distribution) return void 0;
  const known5 = factsOf.get(workload);
  if (known5) return known5;
  const facts = readFacts(workload, distribution);
  factsOf.set(workload, facts);
  return facts;
}
var factsOf = /* @__PURE__ */ new WeakMap();
function readFacts(workload, distribution) {
  const { version, environment } = workload;
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
  const count = replicas.value;
  return count > 1 ? wired("member", `${operator} is asked for ${count} nodes`, [], void 0, id) : alone(`${operator} is asked for one node`);
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

// src/words.ts
var UNITS = [
  [2 ** 30, "GiB"],
  [2 ** 20, "MiB"],
  [2 ** 10, "KiB"]
];
function formatBytes(bytes2) {
  const unit = UNITS.find(([size]) => bytes2 >= size);
  if (!unit) return `${bytes2} bytes`;
  const number2 = bytes2 / unit[0];
  return `${Number.isInteger(number2) ? number2 : number2.toFixed(1).replace(/\.0$/, "")} ${unit[1]}`;
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
function missingByPlace({ missingTools }) {
  const places = /* @__PURE__ */ new Map();
  for (const { tool, at } of missingTools) {
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
  const names = lists.flatMap((list) => list ?? []);
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
  const known5 = [...new Set(names.filter((name) => name !== null))].sort();
  return { names: known5, complete: !names.includes(null) };
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

// src/model/code/platform.ts
function platformOf({ workloads, images, services }) {
  if (workloads.length > 0 || images.some(({ weight }) => weight > 0)) return void 0;
  return services.find(({ platform }) => platform)?.platform;
}

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
    const isDeployed = system.workloads.length + system.images.length > 0 || platformOf(system) !== void 0;
    if (protections.length === 0 && isDeployed) pass(system.repository);
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
      const start = cursor.position;
      while (cursor.position < cursor.end && cursor.text[cursor.position] !== "\n") cursor.position++;
      const line = cursor.text.slice(start, cursor.position).replace(/\r$/, "");
      if (cursor.position < cursor.end) cursor.position++;
      closed2 = (stripTabs ? line.replace(/^\t+/, "") : line) === delimiter;
    }
    if (!closed2) cursor.broken = true;
  }
}

// src/parse/shell/word.ts
var METACHARACTERS = /* @__PURE__ */ new Set([" ", "	", "\r", "\n", ";", "&", "|", "<", ">", "(", ")", ""]);
function readWord(cursor, readList3) {
  const start = cursor.position;
  const pieces = [];
  let literal2 = -1;
  let length = 0;
  let plain3 = true;
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
    if (character === "\\" || character === "'" || character === '"') plain3 = false;
    pieces.push(piece);
    length += piece.length;
    if (cursor.position === before) break;
  }
  return { text: pieces.join(""), plain: plain3, literal: literal2 === -1 ? length : literal2, start, end: cursor.position };
}
var SPECIAL = /* @__PURE__ */ new Set(["\\", "'", '"', "`", "$"]);
function readOrdinary(cursor) {
  const start = cursor.position;
  while (!METACHARACTERS.has(peek(cursor)) && !SPECIAL.has(peek(cursor))) cursor.position++;
  return cursor.text.slice(start, cursor.position);
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
  const start = ++cursor.position;
  while (cursor.position < cursor.end && cursor.text[cursor.position] !== "'") cursor.position++;
  const text2 = cursor.text.slice(start, cursor.position);
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
  const start = cursor.position;
  if (lookingAt(cursor, "$((")) {
    const end = arithmeticEnd(cursor, start + 1);
    if (end !== void 0) {
      cursor.position = end;
      return cursor.text.slice(start, end);
    }
  }
  if (lookingAt(cursor, "$(")) return readSubstitution(cursor, readList3);
  if (lookingAt(cursor, "${")) return nested(cursor, () => readBraces(cursor, readList3, quoted), "");
  if (!quoted && lookingAt(cursor, "$'")) return readAnsiQuoted(cursor);
  cursor.position++;
  return !quoted && peek(cursor) === '"' ? "" : "$";
}
function readSubstitution(cursor, readList3) {
  const start = cursor.position;
  cursor.position += 2;
  nested(cursor, () => inSubstitution(cursor, () => readList3(cursor, ")")), void 0);
  if (peek(cursor) === ")") cursor.position++;
  else giveUp(cursor);
  return cursor.text.slice(start, cursor.position);
}
function readBackticks(cursor, readList3) {
  const start = cursor.position++;
  while (cursor.position < cursor.end && cursor.text[cursor.position] !== "`") {
    cursor.position += cursor.text[cursor.position] === "\\" ? 2 : 1;
  }
  if (cursor.position >= cursor.end) {
    giveUp(cursor);
    return cursor.text.slice(start, cursor.end);
  }
  const close2 = cursor.position;
  const end = cursor.end;
  cursor.position = start + 1;
  cursor.end = close2;
  nested(cursor, () => inSubstitution(cursor, () => readList3(cursor, void 0)), void 0);
  cursor.end = end;
  cursor.position = close2 + 1;
  return cursor.text.slice(start, cursor.position);
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
  const start = cursor.position;
  cursor.position += 2;
  while (cursor.position < cursor.end) {
    const character = peek(cursor);
    if (character === "}") {
      cursor.position++;
      return cursor.text.slice(start, cursor.position);
    }
    if (character === "\\") cursor.position = Math.min(cursor.end, cursor.position + 2);
    else if (character === "'" && !quoted) readSingleQuoted(cursor);
    else if (character === '"') readDoubleQuoted(cursor, readList3);
    else if (character === "`") readBackticks(cursor, readList3);
    else if (character === "$") readDollar(cursor, readList3, quoted);
    else cursor.position++;
  }
  giveUp(cursor);
  return cursor.text.slice(start, cursor.end);
}
function arithmeticEnd(cursor, start) {
  let open2 = 0;
  for (let at = start; at < cursor.end; at++) {
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
  const start = cursor.position;
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
    else if (character === ")" && --open2 === 0) return cursor.text.slice(start, cursor.position);
  }
  giveUp(cursor);
  return cursor.text.slice(start, cursor.end);
}

// src/parse/shell/simple.ts
var ASSIGNMENT = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/;
var REDIRECT = /(?:[0-9]+|&)?(?:<<<|<<-|<<|<>|<&|<|>>|>&|>\||>)/y;
function readSimple(cursor) {
  const start = cursor.position;
  const draft = {
    words: [],
    assignments: [],
    joined: cursor.joined,
    followed: "end",
    inside: cursor.inside,
    redirects: [],
    start,
    end: start
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
  const start = cursor.position;
  const words3 = [];
  const command = {
    words: words3,
    assignments: [],
    joined: cursor.joined,
    followed: "end",
    inside: cursor.inside,
    redirects: [],
    start,
    end: start
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
  let options2 = applySet(started, ["set", ...shebang.split(/\s+/).filter((word) => word !== "")]);
  const items = tree.kind === "list" ? tree.items : [];
  for (const { node: node2 } of items) {
    if (node2.kind === "function") continue;
    if (node2.kind !== "command" || !isPreamble(node2.command)) return options2;
    options2 = applySet(options2, node2.command.words);
  }
  return options2;
}
function isPreamble(command) {
  const name = command.words[0];
  return name === void 0 || name === "set" || HARMLESS.has(name);
}
function applySet(options2, words3) {
  if (words3[0] !== "set") return options2;
  let { exitOnError, pipefail } = options2;
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
  let quote = "";
  for (let at = 0; at < text2.length; at++) {
    const character = text2[at] ?? "";
    if (character === "\\" && quote !== "'") {
      const next = text2[++at];
      if (next === void 0) return void 0;
      word = (word ?? "") + (quote === '"' && next !== '"' && next !== "\\" ? character : "") + next;
    } else if (quote !== "") {
      if (character === quote) quote = "";
      else word = (word ?? "") + character;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= "";
    } else if (/[ \t\r\n]/.test(character)) {
      if (word !== void 0) words3.push(word);
      word = void 0;
    } else word = (word ?? "") + character;
  }
  if (quote !== "") return void 0;
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
  const times2 = /* @__PURE__ */ new Map();
  for (const { words: words3, assignments, inside } of commands) {
    const operands2 = DECLARES.has(words3[0] ?? "") ? words3.slice(1) : [];
    const repeated = inside.includes("loop") || inside.includes("function") ? 2 : 1;
    for (const name of [...assignments, ...operands2].map(nameOf11)) times2.set(name, (times2.get(name) ?? 0) + repeated);
  }
  return [...names].some((name) => name !== "" && (times2.get(name) ?? 0) > 1);
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
  const exitOnError = script.exitOnError || loops.some((options3) => options3.exitOnError);
  const pipefail = script.pipefail || loops.some((options3) => options3.pipefail);
  const locked = loops.some((options3) => options3.exitOnError || options3.pipefail);
  const options2 = { exitOnError, pipefail };
  const ends = endsOf(script.tree, {
    options: options2,
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
function listEnds(list, context) {
  let ends = ZERO;
  for (const { node: node2, background } of list.items) {
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
function setOptions(words3, { options: options2, certain, locked }) {
  const { exitOnError, pipefail } = applySet(options2, words3);
  const kept2 = locked || !certain;
  options2.exitOnError = exitOnError || kept2 && options2.exitOnError;
  options2.pipefail = pipefail || kept2 && options2.pipefail;
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
  const options2 = optionsInForce(text2, read2.tree, { exitOnError });
  return scriptCanFail({ ...read2, ...options2, text: text2 }, context.depth + 1) ? EITHER : ZERO;
}

// src/parse/shell.ts
function parseShell(text2, at, options2 = {}) {
  const { commands, tree, broken } = readScript(text2);
  const { exitOnError, pipefail } = optionsInForce(text2, tree, options2);
  return { text: text2, at, commands, exitOnError, pipefail, tree, broken };
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

// src/model/purpose.ts
var PLAINLY_PRODUCTION = ["prod", "production", "prd"];
var PRODUCTION = /* @__PURE__ */ new Set([
  ...PLAINLY_PRODUCTION,
  ...["live", "release", "deploy", "deployment", "swarm", "stack", "server"]
]);
var PREPRODUCTION = /* @__PURE__ */ new Set([
  ...["staging", "stage", "stg", "uat", "qa", "preview", "preprod", "acceptance"]
]);
var TEST = [
  ...["test", "tests", "testing", "testdata", "e2e", "mock", "mocks", "stub", "stubs", "fixture", "fixtures", "spec"],
  ...["fuzz", "conformance"]
];
var DEMONSTRATION = [
  ...["example", "examples", "sample", "samples", "demo", "demos", "playground", "sandbox", "docs", "doc"],
  ...["tutorial", "tutorials", "quickstart", "quickstarts", "template", "templates"]
];
var DEVELOPMENT = /* @__PURE__ */ new Set([
  ...["dev", "devel", "development", "local", "localhost", "debug", "ci", "integration"],
  ...["benchmark", "bench", "perf", "loadtest", "override", "devcontainer", "watch"],
  ...TEST.filter((word) => word !== "spec"),
  ...DEMONSTRATION
]);
var NO_FOLDER = /* @__PURE__ */ new Set([
  ...[
    "live",
    "release",
    "stack",
    "server",
    "swarm",
    "integration",
    "override",
    "watch",
    "preview",
    "stub",
    "conformance"
  ]
]);
var COMMAND_PRODUCTION = /* @__PURE__ */ new Set([
  ...["deploy", "deployment", "release", "rollout", "swarm", "live"],
  ...PLAINLY_PRODUCTION
]);
function folderPurpose(directory) {
  if (directory === ".") return void 0;
  const folders = directory.split("/");
  const found2 = folders.map(
    (folder) => purposeOfWords(
      wordsOf(folder).filter((word) => !NO_FOLDER.has(word)),
      PRODUCTION
    )
  );
  const at = found2.includes("development") ? found2.indexOf("development") : found2.findLastIndex((one) => one !== void 0);
  const purpose = found2[at];
  return purpose && { purpose, folder: folders.slice(0, at + 1).join("/") };
}
function wordsOf(name) {
  const words3 = nameWords(name);
  const isQuick = words3.some(
    (word, at) => word === "quick" && words3[at + 1] === "start" || word === "getting" && words3[at + 1] === "started"
  );
  return isQuick ? [...words3, "quickstart"] : words3;
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
function isDevelopmentFile(path) {
  return folderPurpose(directoryOf(path))?.purpose === "development" || wordsOf(fileName(path)).some((word) => DEVELOPMENT.has(word));
}
var TEST_PLACE = new RegExp(`(?:^|[./_-])(?:__tests__|${TEST.join("|")}|e2e\\w*)(?=[./#_-]|$)`, "i");
var DEVELOPMENT_PLACE = new RegExp(
  `(?:^|[./:_-])(?:dev|devel|development|devcontainer|local|ci|${DEMONSTRATION.join("|")})(?=[./#_-]|$)`,
  "i"
);
function isTestMaterial(path) {
  return TEST_PLACE.test(path);
}
function isDevelopmentPath(path) {
  return DEVELOPMENT_PLACE.test(path) || isTestMaterial(path);
}

// src/model/compose/names.ts
var BASE_NAMES = ["compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"];
var OVERRIDE_NAMES = [
  "compose.override.yml",
  "compose.override.yaml",
  "docker-compose.override.yml",
  "docker-compose.override.yaml"
];
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
  return wordsOf(fileName(path)).filter((word) => !FILLERS.has(word));
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
        const more2 = lost.length > 1 ? ` and ${lost.length - 1} more` : "";
        fail2(
          deployment,
          teardown,
          `"${name}" runs "${teardown.text.slice(0, 80)}", which deletes the data of ${first.name} (${first.software?.name})${more2}`,
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
function deletesInCluster({ deletes: kind, named: named2 }, store2) {
  if (!store2.mounts.some((mount) => mount.type === "claim")) return false;
  if (kind === "namespace") return named2.some((name) => name.includes("$") || name === store2.pod?.namespace);
  const claims = store2.mounts.flatMap(({ source }) => source?.known ? [source.value] : []);
  return named2.length === 0 || named2.some(
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

// rules/config/module-never-imported.ts
var module_never_imported_default = defineRule({
  id: "config/module-never-imported",
  title: "A cache, limiter, check or adapter is written and never loaded",
  category: "performance",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "The module looks like a safeguard in every review, and the program that runs does not contain it: nothing is cached, limited or measured.",
  fix: "Import it where the application is put together and use it there, or delete the file.",
  refs: [
    "https://docs.nestjs.com/modules",
    "https://expressjs.com/en/guide/using-middleware.html",
    "https://fastapi.tiangolo.com/tutorial/bigger-applications/"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const loaded = new Set(service2.safeguards.flatMap((one) => one.state === "loaded" ? [one.purpose] : []));
      const asked = service2.safeguards.filter((one) => one.state === "loaded" || !loaded.has(one.purpose));
      const dead = asked.filter(({ state }) => state === "dead");
      const [first, ...others] = dead;
      if (first) {
        fail2(service2, first, describe(service2, first, others.length), {
          key: "modules",
          related: others.map((one) => ({
            at: one.at,
            message: `${one.path} is there ${one.purpose}, and is not loaded either`
          }))
        });
        continue;
      }
      const unknown4 = asked.find(({ state }) => state === "unknown");
      if (unknown4) unverified(service2, unknown4, `whether anything loads ${unknown4.path} cannot be seen`);
      else if (service2.safeguards.length > 0) pass(service2);
    }
  },
  examples: { bad: [], good: [] }
});
function describe(service2, module, more2) {
  const rest = more2 > 0 ? `; the same goes for ${more2} more ${more2 === 1 ? "module" : "modules"}` : "";
  return `${module.path} is there ${module.purpose}, on ${module.library}, and nothing that ${service2.name} runs loads it${rest}`;
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
  reads: ["compose", "kubernetes", "dotenv", "source"],
  check(context) {
    const { system, pass, fail: fail2, unverified } = context;
    for (const service2 of system.services) judgeCode(service2, context);
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
function judgeCode(service2, { pass, fail: fail2, implied, unverified }) {
  pass(service2);
  const { demanded, misnamed, given, open: open2 } = service2.variables;
  const workloads = service2.workloads.filter(({ platform }) => platform !== "pm2");
  const [workload] = workloads;
  if (!workload || workloads.length < service2.workloads.length) return;
  const unset = demanded.filter(
    ({ variable: variable3, alternatives }) => ![variable3, ...alternatives].some((name) => given.has(name) || workloads.some((one) => mayHave(one, name)))
  );
  const missing = unset.filter(({ variable: variable3 }) => !misnamed.some(({ read: read2 }) => read2 === variable3));
  const [first, ...others] = missing;
  if (!first) {
    if (unset.length > 0) implied(service2, "config/variable-name-mismatch");
    return;
  }
  const files = workloads.flatMap((one) => one.environmentFiles ?? []).filter((file) => !file.present);
  const [absent] = files;
  if (absent && workload.pod) return;
  const names = listOf(missing.slice(0, 4).map(({ variable: variable3 }) => variable3));
  const more2 = missing.length > 4 ? ` and ${missing.length - 4} more` : "";
  if (absent) unverified(service2, absent.at, `${absent.path} is not in the repository; it may set ${names}${more2}`);
  else if (open2 !== void 0) unverified(service2, first.at, `${open2}; else ${names}${more2} would be missing`);
  else if (!service2.isCertain)
    unverified(
      service2,
      first.at,
      `whether ${service2.name} starts with this code is not certain; it demands ${names}${more2}`
    );
  else
    fail2(
      service2,
      workload.at,
      `${service2.name} does not start: its code demands ${names}${more2}, and nothing sets ${missing.length > 1 ? "them" : "it"}`,
      {
        key: first.variable,
        fix: `Set ${names} where ${workload.name} is configured, from a secret where ${missing.length > 1 ? "they are" : "it is"} one; or take the demand out of the code, if it can do without.`,
        why: "The program ends as soon as it starts and is started again for ever; the service never comes up.",
        related: [first, ...others].slice(0, 10).map((one) => ({ at: one.at, message: `${one.variable} is demanded here` }))
      }
    );
}
function mayHave({ environment, start, ownFiles }, name) {
  if (environment.has(name)) return true;
  const scripts = (ownFiles?.texts ?? []).filter(({ path }) => /\.(?:sh|bash|env)$|(?:^|\/)[^/.]+$/.test(path));
  return [start?.text ?? "", ...scripts.map(({ text: text2 }) => text2)].some((text2) => text2.includes(name));
}
function startsServer({ start }) {
  if (!start) return true;
  if (start.replacesEntrypoint || start.shell) return false;
  const [first] = start.argv;
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
  ports: "Remove it where only other services connect. Where people are to reach it, attach it to a network without `internal: true` as well.",
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
    "https://docs.docker.com/reference/cli/docker/stack/deploy/",
    "https://docs.docker.com/reference/compose-file/networks/#internal"
  ],
  reads: ["compose", "traefik"],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      if (workload.platform !== "compose" && workload.platform !== "swarm") continue;
      pass(workload);
      for (const { setting, at, overruledBy } of workload.inert) {
        const fix = overruledBy ? `Keep one of the two: Compose reads ${overruledBy}.` : INSTEAD[setting];
        const why = overruledBy ? `has no effect: ${overruledBy} wins` : reader(workload, setting);
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
function reader(workload, setting) {
  if (setting === "ports")
    return "has no effect: it is on internal networks alone, and Docker publishes no port of such a container";
  return workload.platform === "swarm" ? "is not read by docker stack deploy" : "is read by a swarm only, and this set is started with docker compose";
}

// src/remember.ts
var MOST = 1e4;
function remembering(ask) {
  const answers4 = /* @__PURE__ */ new Map();
  return (word) => {
    const known5 = answers4.get(word);
    if (known5 !== void 0) return known5;
    if (answers4.size >= MOST) answers4.clear();
    const answer = ask(word);
    answers4.set(word, answer);
    return answer;
  };
}
function remembered(pattern) {
  return remembering((word) => pattern.test(word));
}

// src/knowledge/connection-strings.ts
var LONGEST = 4096;
var SEPARATORS = /:\/\/|[@=]|^jdbc:/i;
var FILLED_IN = /[$<%{#]/g;
var OPENERS = ["${", "$(", "{{", "#{"];
var FILLED_NAME = /(?:\$[A-Za-z_]\w*|<[\w -]{1,60}>|%[A-Z_][A-Z0-9_]{2,}%|\{[A-Za-z_][\w.]*\}|%[sv])/y;
var LONGEST_NAME = 70;
var HOLE = "";
function credentialsIn(text2) {
  if (text2.length > LONGEST || !SEPARATORS.test(text2)) return void 0;
  if (remembered2.has(text2)) return remembered2.get(text2);
  const shielded = shield(text2);
  const found2 = readUrl(text2, shielded) ?? readGoName(text2, shielded) ?? readPairs(text2, shielded);
  if (remembered2.size >= MOST_REMEMBERED) remembered2.clear();
  remembered2.set(text2, found2);
  return found2;
}
var MOST_REMEMBERED = 1e3;
var remembered2 = /* @__PURE__ */ new Map();
function shield(text2) {
  let shielded = "";
  let copied2 = 0;
  FILLED_IN.lastIndex = 0;
  for (let match2 = FILLED_IN.exec(text2); match2; match2 = FILLED_IN.exec(text2)) {
    const end = filledInUntil(text2, match2.index);
    if (end === void 0) continue;
    shielded += text2.slice(copied2, match2.index) + HOLE.repeat(end - match2.index);
    copied2 = end;
    FILLED_IN.lastIndex = end;
  }
  return shielded + text2.slice(copied2);
}
function filledInUntil(text2, at) {
  const opener = OPENERS.find((each) => text2.startsWith(each, at));
  if (opener !== void 0) return closing(text2, at, opener);
  if (text2[at] === "$" && text2[at - 1] === "$") return void 0;
  FILLED_NAME.lastIndex = at;
  const name = FILLED_NAME.exec(text2.length > at + LONGEST_NAME ? text2.slice(0, at + LONGEST_NAME) : text2);
  return name ? at + name[0].length : void 0;
}
function closing(text2, start, opener) {
  const [open2, close2] = opener === "$(" ? ["(", ")"] : ["{", "}"];
  let depth = 0;
  for (let at = start; at < text2.length; at++) {
    if (text2[at] === open2) depth++;
    else if (text2[at] === close2 && --depth === 0) return at + 1;
  }
  return text2.length;
}
function readUrl(text2, shielded) {
  const head = /^\s*["']?(?:jdbc:)?([a-z][a-z0-9+.-]{0,40}):(?:[a-z0-9]{1,20}:)?\/\//i.exec(shielded);
  if (!head) return void 0;
  const start = head[0].length;
  const end = authorityEnd(shielded, start);
  if (/\s/.test(shielded.slice(start, end))) return void 0;
  const authority = readAuthority(text2, shielded, start, end);
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
function authorityEnd(shielded, start) {
  const stop = (from) => {
    const found2 = shielded.slice(from).search(/[/?#\s"'`;]/);
    return found2 === -1 ? shielded.length : from + found2;
  };
  const first = stop(start);
  const plain3 = shielded.slice(start, first);
  if (plain3.includes("@") || /^(?:\[[^\]]*\]|[^:@]*)(?::\d*)?(?:,|$)/.test(plain3)) return first;
  const at = shielded.lastIndexOf("@");
  return at > first && !/\s/.test(shielded.slice(start, at)) ? stop(at + 1) : first;
}
function readAuthority(text2, shielded, start, end) {
  const at = shielded.lastIndexOf("@", end - 1);
  const hostsFrom = at >= start ? at + 1 : start;
  const hosts = readHosts(text2, shielded, hostsFrom, end);
  if (at < start) return { password: "none", ...hosts };
  const colon = shielded.indexOf(":", start);
  const userEnd = colon === -1 || colon > at ? at : colon;
  const user = decode(text2.slice(start, userEnd));
  const named2 = user === "" ? {} : { user };
  if (userEnd === at || userEnd + 1 === at)
    return { ...named2, password: holeOnly(shielded.slice(start, at)) ? "unknown" : "none", ...hosts };
  const range = [userEnd + 1, at];
  return { ...named2, password: stateOf(shielded.slice(...range)), passwordRange: range, ...hosts };
}
function holeOnly(part) {
  return part !== "" && [...part].every((character) => character === HOLE);
}
function stateOf(part) {
  if (part === "") return "none";
  return part.includes(HOLE) || /^(?:\*{2,}|x{3,}|\.{3,})$/i.test(part) ? "unknown" : "literal";
}
function readHosts(text2, shielded, start, end) {
  const hosts = [];
  let port;
  let from = start;
  for (const part of shielded.slice(start, end).split(",").slice(0, 50)) {
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

// src/knowledge/name-words.ts
var LONGEST2 = 40;
function wordSet(text2) {
  return new Set(text2.split(" "));
}
function endsInWords(name, endings) {
  for (let end = name.length; end !== -1; ) {
    const before = end === 0 ? -1 : name.lastIndexOf("_", end - 1);
    if (name.length - before > LONGEST2) return false;
    if (endings.has(name.slice(before + 1))) return true;
    end = before;
  }
  return false;
}
function hasWordOf(name, words3) {
  return name.split("_").some((word) => words3.has(word));
}
function lastWordOf(name) {
  return name.slice(name.lastIndexOf("_") + 1);
}

// src/knowledge/secrets.ts
function normalise(name) {
  return name.slice(0, 200).replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").replace(/^_|_$/g, "").toUpperCase();
}
var USE_SUFFIX = /(?:_(?:\d{1,3}|V\d{1,2}|DEV|DEVELOPMENT|PROD|PRODUCTION|STAGING|STAGE|TEST|LOCAL|OLD|NEW|CURRENT|PREVIOUS|PRIMARY|SECONDARY|VALUE))+$/;
var SECRET_END = wordSet(
  "PASS PW PASSWD PASSWORD PASSWORDS PASSPHRASE PWD SECRET SECRETS TOKEN APIKEY API_KEY SECRETKEY PRIVATE_KEY PRIVATEKEY SECRET_KEY SECRET_ACCESS_KEY ACCOUNT_KEY STORAGE_KEY SERVICE_ROLE_KEY SERVICE_KEY MASTER_KEY ADMIN_KEY AUTH_KEY DEPLOY_KEY SSH_KEY LICENSE_KEY CREDENTIAL CREDENTIALS ERLANG_COOKIE REQUIREPASS MASTERAUTH"
);
var JOINED_END = /(?:PASSWORD|PASSWD|APIKEY|(?:^|_)(?:DB|DBA|PG|USER|ADMIN|ROOT|REDIS|MYSQL|MONGO|SMTP|MAIL|FTP|LDAP)(?:PASS|PWD))$/;
var KEY_USE = "JWT|JWE|JWS|PASETO|FERNET|SESSION|SESS|COOKIE|COOKIES|ENCRYPTION|ENCRYPT|ENC|CIPHER|CRYPTO|AES|SIGNING|SIGN|SIGNATURE|HMAC|CSRF|XSRF|NEXTAUTH|BETTER_AUTH|AUTH|AUTH_JS|DJANGO|FLASK|RAILS|LARAVEL|APP|APPLICATION|ACCESS_TOKEN|REFRESH_TOKEN|ID_TOKEN|TOKEN|TOKENS|TWO_FACTOR|OTP|TOTP|MASTER|DATA|FIELD|ACCESS|REFRESH";
var SIGNING = new RegExp(
  `(?:^|_)(?:(?:${KEY_USE})_(?:ACCESS_|REFRESH_|TOKEN_|AUTH_|SIGNING_|ENCRYPTION_|HASH_)*(?:SECRETS?|SECRET_KEY|KEYS?|PRIVATE_KEY|PASSPHRASE)|(?:COOKIE|SESSION)_PASSWORD|SECRET_KEY_BASE|JWTSECRET|JWTKEY|SESSIONSECRET|SECRET_KEY|SECRETKEY)$`
);
var SIGNING_END = wordSet(
  "SECRET SECRETS KEY KEYS PASSPHRASE COOKIE_PASSWORD SESSION_PASSWORD BASE JWTSECRET JWTKEY SESSIONSECRET SECRETKEY"
);
var NO_SECRET = wordSet(
  "PUBLIC PUBLISHABLE ANON SITEKEY ALLOW REQUIRE REQUIRED RANDOM ENABLE ENABLED DISABLE DISABLED USE SKIP SHOW HIDE IS HAS NO MIN MAX RESET FORGOT FORGOTTEN CHANGE VERIFY EXPIRE CANCEL ONETIME INCLUDE EXCLUDE"
);
var SECRET_NOUN = wordSet("PASSWORD PASSWORDS PASS PASSWD PWD TOKEN SECRET SECRETS CREDENTIAL CREDENTIALS KEY KEYS");
var BROWSER = [
  "NEXT_PUBLIC_",
  "VITE_",
  "REACT_APP_",
  "EXPO_PUBLIC_",
  "NUXT_PUBLIC_",
  "GATSBY_",
  "PUBLIC_",
  "VUE_APP_",
  "STORYBOOK_"
];
var ABOUT = wordSet(
  "FILE PATH DIR URL URI ENDPOINT HOST NAME TTL LIFETIME MAXAGE MAX_AGE ALGORITHM ALG ID LENGTH SIZE ENABLED DISABLED TYPE HEADER PREFIX ISSUER AUDIENCE REF ARN VERSION COUNT LIMIT ROUNDS FIELD POLICY"
);
var FOR_OTHERS = wordSet("PUBLIC CLIENT WEBHOOK API AWS S3 MINIO STRIPE RECAPTCHA STORAGE");
function isAboutSecret(name) {
  return name.includes("_EXPIR") || BROWSER.some((prefix) => name.startsWith(prefix)) || name.includes("_") && endsInWords(name.slice(name.indexOf("_") + 1), ABOUT);
}
function isSwitch(name) {
  if (!SECRET_NOUN.has(lastWordOf(name))) return false;
  const before = name.slice(0, name.lastIndexOf("_") + 1);
  return hasWordOf(before, NO_SECRET) || /(?:^|_)SITE_KEY_/.test(before);
}
function isSecretName(name) {
  return secretName(name);
}
var secretName = remembering(judgeSecretName);
function judgeSecretName(name) {
  if (/^(?:OLD)?PWD$/.test(name)) return false;
  const text2 = normalise(name);
  if (isAboutSecret(text2)) return false;
  const bare = text2.replace(USE_SUFFIX, "");
  if (hasWordOf(bare, PUBLIC) || isSwitch(bare)) return false;
  return endsInWords(bare, SECRET_END) || JOINED_END.test(bare) || isSigningKeyName(name);
}
var PUBLIC = wordSet("PUBLIC");
function isSigningKeyName(name) {
  return signingKeyName(name);
}
var signingKeyName = remembering(judgeSigningKeyName);
function judgeSigningKeyName(name) {
  const text2 = normalise(name).replace(USE_SUFFIX, "");
  if (!endsInWords(text2, SIGNING_END) || isAboutSecret(text2)) return false;
  if (hasWordOf(text2, FOR_OTHERS) || /(?:^|_)ACCESS_KEY(?:_|$)/.test(text2)) return false;
  return SIGNING.test(text2);
}
var REFERENCE = [
  // Anything that holds `${X}`, `$X`, `$(\u2026)`, `{{ x }}`, `%X%`, `#{x}`, `<x>`.
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

// src/model/command-settings.ts
var COMMAND = /^command: (\S+) (\S.*)$/;
function settingByCommand(one, wanted2, { start, name }) {
  const [, program, words3 = ""] = COMMAND.exec(one) ?? [];
  if (program === void 0) return void 0;
  const own = start?.source === "deployment" ? start.text : "";
  const key = keyOf(words3);
  if (key !== "" && own.replaceAll("-", "_").includes(`${key.replaceAll("-", "_")}=`))
    return `Remove it: the command of ${name} sets ${key} already`;
  const all = wanted2.flatMap((each) => {
    const [, other, more2 = ""] = COMMAND.exec(each) ?? [];
    return other === program ? [more2] : [];
  });
  const together2 = [.../* @__PURE__ */ new Set([words3, ...all])].sort().join(" ");
  return own === "" ? `Use \`command: ${program} ${together2}\` instead` : `Add \`${words3}\` to its command instead`;
}
function keyOf(words3) {
  return /^(?:-c\s+|--)([\w-]+)=/.exec(words3)?.[1] ?? "";
}

// src/model/reads-variable.ts
function readsItself(workload, name) {
  const word = new RegExp(`(?<![A-Za-z0-9_])${name.replace(/[^\w]/g, "\\$&")}(?![A-Za-z0-9_])`);
  const { start, health, ownFiles } = workload;
  const texts = [
    ...start ? [start.text, ...start.argv.map((each) => each ?? "")] : [],
    // `$(NAME)` of Kubernetes is filled in there already.
    ...(start?.written ?? []).map((word2) => word2.text),
    ...health.checks.flatMap((check) => [check.text, ...(check.argv ?? []).map((each) => each ?? "")]),
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
  return start?.replacesEntrypoint && !isKnownStart(workload) ? void 0 : false;
}
function isKnownStart({ start, ownFiles }) {
  if (!start) return true;
  if (start.shell) return true;
  const scripts = start.argv.filter((word) => /\.(?:sh|py|js)$|entrypoint/.test(word ?? ""));
  return scripts.every(
    (script) => ownFiles?.texts.some((source) => source.path.endsWith(script.slice(script.lastIndexOf("/")))) === true
  );
}

// src/model/shared-variables.ts
function takersOfWhole(system) {
  const takers = /* @__PURE__ */ new Map();
  for (const { deployment, environmentFiles = [] } of system.workloads) {
    const names = new Set(environmentFiles.map((file) => keyOf2(file.path, deployment)));
    for (const name of names) takers.set(name, (takers.get(name) ?? 0) + 1);
  }
  return takers;
}
function keyOf2(path, deployment) {
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
  return !file || (takers.get(keyOf2(file.path, workload.deployment)) ?? 0) <= 1;
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
      const found2 = [...workload.environment.values()].flatMap((variable3) => {
        const why = isMeantFor(variable3, workload, takers) ? reasonFor(variable3.name, variables, facts) : void 0;
        return why && !isGivenOtherwise(variable3, workload) ? [{ variable: variable3, why }] : [];
      });
      const commands = found2.flatMap(({ why }) => why.instead ?? []);
      for (const { variable: variable3, why } of found2) {
        const reads = readsItself(workload, variable3.name);
        if (reads === void 0)
          unverified(workload, variable3.keyAt, `whether a script of its own reads ${variable3.name} is not known`);
        else if (!reads)
          fail2(workload, variable3.keyAt, `${workload.name}: ${variable3.name} has no effect; ${why.because}`, {
            key: variable3.name,
            fix: fixOf(why, commands, workload)
          });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function fixOf({ fix, instead, source }, commands, workload) {
  const typed = instead === void 0 ? void 0 : settingByCommand(instead, commands, workload);
  return typed === void 0 ? fix : `${typed} (${source}).`;
}
function reasonFor(name, variables, facts) {
  const ignored2 = variables.ignored.find(
    (each) => each.pattern.test(name) && (each.from === void 0 || isBefore(facts.version, each.from) === false)
  );
  if (ignored2) {
    const { pattern } = ignored2;
    const instead = pattern instanceof RegExp ? name.replace(pattern, ignored2.instead) : ignored2.instead;
    const value = facts.environment(name);
    const shown = value && /^[\w.:%/-]{1,40}$/.test(value) && !isSecretName(name) ? instead.replaceAll("<value>", value) : instead;
    const { because } = ignored2;
    return { because, fix: `${advice(shown)} (${variables.source}).`, instead: shown, source: variables.source };
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
  const known5 = listed.get(distribution);
  const names = known5 ?? new Set(listNames(distribution));
  if (!known5) listed.set(distribution, names);
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
    built = built.flatMap((start) => (pieces ?? []).map((piece) => start + piece));
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
  reads: ["compose", "kubernetes", "dotenv", "source"],
  check({ system, pass, fail: fail2 }) {
    const takers = takersOfWhole(system);
    for (const { variables, workloads } of system.services) {
      for (const workload of workloads) pass(workload);
      for (const { workload, variable: variable3, read: read2, readAt } of variables.misnamed) {
        const { name } = variable3;
        if (!isMeantFor(variable3, workload, takers) || readsItself(workload, name) === true) continue;
        if (system.workloads.some((other) => other !== workload && isSamePlace(other.environment.get(name), variable3)))
          continue;
        fail2(workload, variable3.keyAt, `${workload.name} sets ${name}, and its code reads ${read2}, which is not set`, {
          key: name,
          fix: `Rename ${name} to ${read2}.`,
          related: [{ at: readAt, message: `${read2} is read here` }]
        });
      }
    }
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
function isSamePlace(one, other) {
  return one !== void 0 && one.keyAt.path === other.keyAt.path && one.keyAt.start === other.keyAt.start;
}
function isExplained(name, { distribution }) {
  const { ignored: ignored2 = [], refused: refused3 = [] } = distribution?.variables ?? {};
  return [...ignored2, ...refused3].some((one) => one.pattern.test(name)) || (distribution?.gone ?? []).some((one) => one.variable === name);
}
var near = /* @__PURE__ */ new WeakMap();
function nearNames(name, distribution) {
  const known5 = near.get(distribution) ?? /* @__PURE__ */ new Map();
  near.set(distribution, known5);
  const names = known5.get(name) ?? findNames(name, [...namesReadBy(distribution)]);
  known5.set(name, names);
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

// src/model/datastore/redis.ts
function redisServersOf(system) {
  return system.workloads.flatMap((workload) => {
    const { software, distribution } = workload;
    if (software?.kind !== "cache" || software.id !== "redis" && software.speaks !== "redis") return [];
    const facts = serviceFactsOf(workload);
    if (!facts || !distribution?.setting || distribution.replication?.(facts).role === "watcher") return [];
    return [{ workload, facts }];
  });
}
function redisSetting(server, name) {
  const { facts } = server;
  const told = facts.distribution.setting?.(facts, name) ?? { given: "unknown" };
  if (told.given !== "unknown") return told;
  const files = configurationOf(server);
  if (files === void 0) return told;
  const bare = facts.distribution.setting?.(withoutFile(facts), name);
  if (bare?.given !== "no") return told;
  const lines = files.flatMap((source) => directives(source.text));
  if (lines.some(({ key }) => key === "include")) return told;
  const value = lines.findLast(({ key }) => key === name)?.value;
  return value === void 0 ? { given: "no" } : { given: "yes", value };
}
function redisAuthentication(workload) {
  const { software } = workload;
  const facts = serviceFactsOf(workload);
  if (!facts?.distribution.authentication || software?.id !== "redis" && software?.speaks !== "redis")
    return void 0;
  const told = facts.distribution.authentication(facts);
  if (told.state !== "unknown") return told;
  const files = configurationOf({ workload, facts });
  const bare = facts.distribution.authentication(withoutFile(facts));
  if (files === void 0 || bare.state !== "off") return told;
  return decided(files, bare) ?? told;
}
function decided(files, bare) {
  if (files.length === 0) return { ...bare, because: `${bare.because}, and its command names no file that is mounted` };
  const lines = files.flatMap((source) => directives(source.text));
  const last = (name) => lines.findLast(({ key }) => key === name)?.value;
  const guard = (because2) => ({ state: "on", because: because2, fix: "" });
  const [file] = files;
  const path = file?.path ?? "its configuration file";
  if (lines.some(({ key }) => key === "include")) return void 0;
  if (last("requirepass")) return guard(`${path} has requirepass`);
  if (last("aclfile")) return guard(`${path} names an aclfile`);
  const user = lines.findLast(({ key, value }) => key === "user" && /^default(?:\s|$)/.test(value))?.value;
  if (user !== void 0 && !/\snopass(?:\s|$)/.test(user))
    return guard(`${path} has the user default ask for a password`);
  if (/^(?:-?(?:127\.[\d.]+|::1|localhost)\s*)+$/.test(last("bind") ?? "")) return guard(`${path} binds it to loopback`);
  if (last("protected-mode") === "yes") return guard(`${path} switches the protected mode on`);
  const because = user === void 0 ? "has neither requirepass nor an ACL" : "lets the user default in without a password";
  return { ...bare, because: `${path} ${because}` };
}
function authenticatedPing(workload) {
  if (redisAuthentication(workload)?.state !== "on") return void 0;
  const cli = workload.software?.id === "valkey" ? "valkey-cli" : "redis-cli";
  const ping = `${cli} ping | grep -q PONG`;
  const has = (name) => workload.environment.has(name);
  if (has("REDISCLI_AUTH") || cli === "valkey-cli" && has("VALKEYCLI_AUTH")) return { command: ping };
  const given = workload.start?.written?.map((word) => word.text).join(" ") ?? workload.start?.text ?? "";
  const named2 = /--requirepass[= ]+["']?\$[({]?(\w+)/.exec(given)?.[1];
  const inside = [named2, "REDIS_PASSWORD", "VALKEY_PASSWORD"].find((name) => name !== void 0 && has(name));
  if (inside !== void 0) return { command: `REDISCLI_AUTH="$$${inside}" ${ping}` };
  const file = ["REDIS_PASSWORD_FILE", "VALKEY_PASSWORD_FILE"].find(has);
  if (file !== void 0) return { command: `REDISCLI_AUTH="$$(cat "$$${file}")" ${ping}` };
  return {
    command: ping,
    needs: `give the client the password: \`environment: { REDISCLI_AUTH: \${${named2 ?? "REDIS_PASSWORD"}} }\``
  };
}
function withoutFile(facts) {
  const argv = facts.argv?.filter((word) => word === null || !word.endsWith(".conf"));
  return { ...facts, argv, configMounted: false };
}
function configurationOf({ workload, facts }) {
  const files = workload.ownFiles;
  const named2 = facts.argv?.some((word) => word === null || /\.conf\b|[/$]/.test(word));
  const isOfficial = workload.software?.id !== "keydb" && /^(?:official|modules)$/.test(facts.distribution.id);
  if (isOfficial && !named2 && (facts.argv === void 0 || workload.start?.source !== "image")) return [];
  const mounted = workload.mounts.flatMap((mount) => mount.files?.filter(({ path }) => path.endsWith(".conf")) ?? []);
  const lying = files?.texts.filter((source) => source.path.endsWith(".conf")) ?? [];
  const texts = [.../* @__PURE__ */ new Set([...mounted.map(({ source }) => source), ...lying])];
  return files?.complete && texts.length > 0 ? texts : void 0;
}
function directives(text2) {
  return text2.split("\n").flatMap((line) => {
    const [key = "", ...rest] = line.trim().split(/\s+/);
    if (key === "" || key.startsWith("#")) return [];
    return [{ key: key.toLowerCase(), value: rest.join(" ").replace(/^(["'])(.*)\1$/, "$2") }];
  });
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
      const { state, because, fix, by } = redisAuthentication(workload) ?? facts.distribution.authentication(facts);
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
  why: "Data without a volume of its own goes with the container: after the next `docker compose down` the database is empty, and where the image declares no volume an update of it is enough.",
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
            wordsOf2(workload, "its data directory")
          );
        continue;
      }
      for (const path of data.paths) {
        const mount = workload.mounts.find((one) => one.target.known && mountKeeps(one.target.value, path, data.volumes));
        const place = data.mountAt ?? path;
        const words3 = wordsOf2(workload, place, data.paths.length > 1);
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
function wordsOf2(workload, place, several = false) {
  const { name } = workload;
  const kubernetes = {
    fix: `Run ${name} as a StatefulSet with \`volumeClaimTemplates\`, and mount the claim at ${place}; or let the operator of this database run it.`,
    why: "What is written into a container or an emptyDir is deleted with the pod: at the next rollout, when its node is drained, or when it needs too much memory, the database starts empty."
  };
  const volume = `${name}-${several ? place.slice(place.lastIndexOf("/") + 1) : "data"}`;
  const fix = `Add \`volumes: ["${volume}:${place}"]\` to ${name}, and \`${volume}:\` under the top-level \`volumes:\`.`;
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
      else if (isAskedFor(memory.what, workload)) implied(workload, "config/variable-ignored-by-image");
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
function isAskedFor(setting, { distribution, environment }) {
  const plain3 = (text2) => text2.replaceAll("-", "_");
  const ignored2 = distribution?.variables?.ignored.filter(({ instead }) => plain3(instead).includes(plain3(setting))) ?? [];
  return ignored2.some(({ pattern }) => [...environment.keys()].some((name) => pattern.test(name)));
}

// src/knowledge/sizes.ts
var MIB = 1024 ** 2;
var GIB = 1024 ** 3;
var POWERS = /* @__PURE__ */ new Map([
  ["", 1],
  ["k", 1024],
  ["m", MIB],
  ["g", GIB],
  ["t", 1024 ** 4]
]);
function scaled(text2, units) {
  const match2 = /^\s*(\d{1,15}(?:\.\d{1,9})?)\s*([a-z]{0,3})\s*$/i.exec(text2);
  const unit = units.get((match2?.[2] ?? "").toLowerCase());
  return match2 && unit !== void 0 ? Math.round(Number(match2[1]) * unit) : void 0;
}
function jvmBytes(text2) {
  return scaled(text2, POWERS);
}
function mysqlBytes(text2) {
  return scaled(text2, POWERS);
}
var REDIS_UNITS = /* @__PURE__ */ new Map([
  ["", 1],
  ["b", 1],
  ["k", 1e3],
  ["kb", 1024],
  ["m", 1e3 ** 2],
  ["mb", MIB],
  ["g", 1e3 ** 3],
  ["gb", GIB]
]);
function redisBytes(text2) {
  return scaled(text2, REDIS_UNITS);
}
var POSTGRES_UNITS = /* @__PURE__ */ new Map([
  ["b", 1],
  ["kb", 1024],
  ["mb", MIB],
  ["gb", GIB],
  ["tb", 1024 ** 4]
]);
function postgresBytes(text2, unit = 8192) {
  return /^\s*\d{1,12}\s*$/.test(text2) ? Number(text2) * unit : scaled(text2, POSTGRES_UNITS);
}
function maximumHeap(options2) {
  const last = [...options2.matchAll(/(?:^|\s)-Xmx(\S{0,64})/g)].at(-1)?.[1];
  if (last === void 0) return "unset";
  return jvmBytes(last) ?? "unknown";
}
function shortSize(bytes2) {
  const gigabytes = bytes2 / GIB;
  if (Number.isInteger(gigabytes)) return `${gigabytes}g`;
  return `${Math.max(1, Math.floor(bytes2 / MIB))}m`;
}

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
      const memory = facts?.distribution.memory ? facts.distribution.memory(facts) : jvmOf(workload);
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
      const room7 = Math.floor(limit.value * memory.share);
      if (memory.bytes <= room7) pass(workload);
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
var JVM_OPTIONS = ["JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JAVA_OPTS", "CATALINA_OPTS"];
function jvmOf({ environment, start }) {
  const common2 = {
    what: "JVM heap",
    share: 0.85,
    usualShare: 0.75,
    setting: (bytes2) => `-Xmx${Math.floor(bytes2 / 2 ** 20)}m (or \`-XX:MaxRAMPercentage=75\`)`,
    source: "https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html"
  };
  const command = maximumHeap(/(?:^|[\s/])java\s/.test(start?.text ?? "") ? start?.text ?? "" : "");
  if (typeof command === "number") return { ...common2, bytes: command };
  for (const name of JVM_OPTIONS) {
    const value = environment.get(name)?.value;
    const bytes2 = value?.known ? maximumHeap(value.value) : "unset";
    if (typeof bytes2 === "number") return { ...common2, bytes: bytes2, by: { kind: "variable", name } };
  }
  return void 0;
}

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
      const count = serversThatAreAlone(node2);
      if (count) judgeCopies(node2.workload, count);
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
    function judgeCopies(workload, count) {
      fail2(
        workload,
        count,
        `${workload.name} starts ${count.value} servers of ${workload.software?.name} that know nothing of each other: each has other data`,
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
  const known5 = programs.get(argv);
  if (known5) return known5;
  const words3 = readProgram(argv);
  programs.set(argv, words3);
  return words3;
}
var programs = /* @__PURE__ */ new WeakMap();
function readProgram(argv) {
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
  const wanted2 = new Set(names.map(canonical));
  let found2 = NOT_GIVEN;
  words3.forEach((word, at) => {
    if (word === null || !word.startsWith("-")) return;
    const attached = /^-([a-zA-Z])(\d.*)$/s.exec(word);
    if (attached && wanted2.has(attached[1] ?? "")) found2 = { given: "yes", value: attached[2] ?? "" };
    const equals = word.indexOf("=");
    if (!wanted2.has(canonical(equals === -1 ? word : word.slice(0, equals)))) return;
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
  const { settings, hidden } = postgresSettings(words3);
  return settings.get(key) ?? (hidden ? { given: "unknown" } : NOT_GIVEN);
}
var readSettings = /* @__PURE__ */ new WeakMap();
function postgresSettings(words3) {
  const known5 = readSettings.get(words3);
  if (known5) return known5;
  const settings = /* @__PURE__ */ new Map();
  let hidden = false;
  for (let at = 0; at < words3.length; at++) {
    const read2 = readPostgresWord(words3, at);
    if (read2 === "unknown") hidden = true;
    else if (read2) settings.set(read2.key, { given: "yes", ...read2.value === void 0 ? {} : { value: read2.value } });
  }
  const found2 = { settings, hidden };
  readSettings.set(words3, found2);
  return found2;
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
function setsItsId({ start }) {
  return start?.script !== void 0 && /(?:NODE|BROKER)_ID\b|\b(?:node|broker)\.id\b/.test(start.script.text);
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
      if (!workload.software?.cluster || replication.role === "watcher") continue;
      if (workload.role === "tool" || workload.role === "job") continue;
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
  const count = server && brokerCount(server, brokers);
  return count === void 0 ? void 0 : count > 1;
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

// src/knowledge/store-clients.ts
var MESSAGING = /microservices|moleculer|taskiq|watermill|faststream|messag|event-?bus|pub-?sub|queue|job|task/i;
var CLIENT_SIGNS = /* @__PURE__ */ new Map([
  [
    "redis",
    {
      uses: /redis|redigo|rueidis|valkey|keydb|dragonfly|bullmq|(?:^|\/)bull$|bee-queue|(?:^|\/)kue$|resque|asynq|(?:^|\/)rq(?:\/|$)|(?:^|\/)arq$|redlock|redbeat|cacheops/i,
      // `express-session`, `express-rate-limit` and `socket.io` keep their data in memory unless they are handed a client.
      mayUse: /^(?!express-session$|express-rate-limit$|express-slow-down$|socket\.io(?:-client)?$|lru-cache$|node-cache$|cachetools$|worker_threads$).*(?:cach|session|limit|throttl|queue|job|task|celery|dramatiq|huey|kombu|machinery|channels|socket|keyv|faust|microservices|moleculer|storage|store|lock|worker|pub-?sub|watermill)/i,
      mention: /redis|valkey|keydb|dragonfly/i
    }
  ],
  [
    "memcached",
    {
      uses: /memcache|memjs|pylibmc/i,
      mayUse: /cach|session|limit|store/i,
      mention: /memcache/i
    }
  ],
  [
    "kafka",
    {
      uses: /kafka|sarama|franz-go|faust/i,
      mayUse: new RegExp(`${MESSAGING.source}|confluent|stream(?!$)|debezium|cloudevents|celery|kombu`, "i"),
      mention: /kafka/i
    }
  ],
  [
    "rabbitmq",
    {
      uses: /amqp|rabbit|(?:^|\/)pika$|celery|kombu|nameko|rascal/i,
      mayUse: new RegExp(`${MESSAGING.source}|dramatiq|mqtt|stomp|worker(?!_threads)`, "i"),
      mention: /rabbit|amqp/i
    }
  ],
  [
    "nats",
    {
      uses: /(?:^|[/_.@-])nats(?:[/_.-]|$)|stan\.go/i,
      mayUse: MESSAGING,
      mention: /(?:^|[^a-z])nats/i
    }
  ],
  [
    "mongodb",
    {
      uses: /mongo|mongoose|(?:^|\/)motor(?:\/|$)|beanie|odmantic|typegoose|agenda/i,
      mayUse: /prisma|typeorm|mikro-orm|cach|celery|kombu/i,
      mention: /mongo/i
    }
  ]
]);

// src/model/code/store-family.ts
function familyOf({ software }) {
  return software && (software.speaks ?? software.id);
}

// src/model/datastore/unused.ts
function storeDemands(system) {
  if (system.storeUses.size === 0) return [];
  const families = /* @__PURE__ */ new Map();
  for (const workload of system.workloads) {
    const family = familyOf(workload);
    if (family === void 0 || !CLIENT_SIGNS.has(family)) continue;
    families.set(family, [...families.get(family) ?? [], workload]);
  }
  return [...families].flatMap(([family, stores]) => {
    const [first, ...others] = stores;
    return first ? [{ first, others, use: useOf(family, stores, system), told: toldOf(stores, system) }] : [];
  });
}
function useOf(family, stores, system) {
  const onRequest2 = system.deployments.flatMap((one) => one.purpose === "production" ? one.onRequest : []);
  const uses = [...system.workloads, ...onRequest2].map((one) => ({ one, use: useBy(one, family, stores, system) }));
  if (uses.some(({ use }) => use === "used")) return { state: "used" };
  const unknown4 = uses.find(({ use }) => use === "unknown");
  if (unknown4) return { state: "unknown", because: `whether ${unknown4.one.name} uses it cannot be seen` };
  const reachedFromOutside = stores.find((store2) => store2.published.some(({ reach: reach2 }) => reach2 !== "loopback"));
  if (reachedFromOutside)
    return { state: "unknown", because: `${reachedFromOutside.name} is published, and others may use it` };
  return { state: "unused" };
}
var KEEPS_TO_ITSELF = /* @__PURE__ */ new Set([
  ...["database", "cache", "broker", "search", "object-store", "coordination", "pooler", "proxy", "metrics"],
  ...["alerting", "dashboard", "logs", "tracing", "agent", "development-tool", "secrets"]
]);
var LOOKS_ON = /* @__PURE__ */ new Set(["exporter", "admin-tool", "backup"]);
function useBy(workload, family, stores, system) {
  if (stores.includes(workload) || familyOf(workload) === family) return "unused";
  const byCode = system.storeUses.get(workload.id)?.get(family);
  if (byCode) return byCode;
  const { software, clientOf, role } = workload;
  if (clientOf) {
    const looksOn = (clientOf.speaks ?? clientOf.id) !== family || role === "job" || isBackup(workload, system);
    return looksOn ? "unused" : "unknown";
  }
  if (software && LOOKS_ON.has(software.kind)) return "unused";
  if (!software || !KEEPS_TO_ITSELF.has(software.kind)) return "unknown";
  return talksTo(workload, stores, system) ? "unknown" : "unused";
}
function isBackup(workload, { backups }) {
  return backups.some((one) => one.workload?.id === workload.id);
}
function talksTo(workload, stores, { edges }) {
  const ids = new Set(stores.map(({ id }) => id));
  return edges.some(
    ({ from, via, answer }) => from.id === workload.id && via !== "dependency" && via !== "scrape" && answer.kind === "workload" && [answer.workload, ...answer.others].some(({ id }) => ids.has(id))
  );
}
function toldOf(stores, { edges, storeUses }) {
  const ids = new Set(stores.map(({ id }) => id));
  const told = edges.flatMap(
    ({ from, via, answer }) => via === "environment" && from.kind === "workload" && storeUses.has(from.id) && answer.kind === "workload" && ids.has(answer.workload.id) ? [from] : []
  );
  return [...new Set(told)];
}

// rules/datastore/unused.ts
var unused_default = defineRule({
  id: "datastore/unused",
  title: "A data service is deployed and no program uses it",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "days",
  why: "A cache that nothing reads speeds nothing up: every request still goes to the database, while the cache costs memory, upgrades and a place to break into. A broker without a consumer is the same.",
  fix: "Use it: open a client in the code that serves requests, and read through it. Else remove it from the deployment.",
  refs: [
    "https://redis.io/docs/latest/develop/clients/",
    "https://kafka.apache.org/documentation/#api",
    "https://www.rabbitmq.com/client-libraries"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const demand of storeDemands(system)) {
      const { first, use } = demand;
      if (use.state === "used") pass(first);
      else if (use.state === "unknown") unverified(first, first, use.because);
      else fail2(first, first, describe2(demand));
    }
  },
  examples: { bad: [], good: [] }
});
function describe2({ first, others, told }) {
  const more2 = others.length > 0 ? ` (and ${others.length} more)` : "";
  const names = told.map(({ name }) => name);
  const given = names.length === 0 ? "" : names.length > 3 ? `, though ${names.length} services are given its address` : `, though ${names.join(" and ")} ${names.length === 1 ? "is" : "are"} given its address`;
  return `${first.name}${more2} is ${first.software?.name}, and no program of the repository uses it${given}`;
}

// src/model/health-demand.ts
function needsHealthCheck(workload) {
  if (!workload.longRunning || workload.clientOf || workload.platform === "pm2") return false;
  const { pod } = workload;
  if (workload.role === "tool" && workload.listens.length === 0 && !pod?.served) return false;
  return !pod || pod.part === "main" || pod.served || pod.routed;
}
function isAsked(workload) {
  if (workload.pod && workload.role === "service" && !workload.pod.served && workload.listens.length === 0) return false;
  return workload.userFacing || workload.stateful || workload.role === "service" || workload.role === "cache";
}
function checkName(check, workload) {
  return `the ${check.kind === "container" ? "healthcheck" : `${check.kind} probe`} of ${workload.name}`;
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
      for (const check of workload.health.checks) {
        const found2 = weakness(check, workload);
        if (found2)
          fail2(workload, check, `${checkName(check, workload)} ${found2.what}`, {
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
function weakness(check, workload) {
  const commands = commandsOf(check);
  if (cannotFail(check, commands))
    return {
      what: `cannot fail: "${check.text.slice(0, 80)}" always ends with 0`,
      fix: "Remove what turns the result into success (`|| true`, `exit 0`, `echo`), and let the check ask the program."
    };
  return blindCurl(check, commands) ?? blindRedis(commands, workload) ?? asksNobody(commands, workload) ?? earlyMysql(commands);
}
function commandsOf(check) {
  if (check.script) return check.script.commands;
  return check.argv ? [{ words: check.argv.map((word) => word ?? "?"), assignments: [], followed: "end", inside: [] }] : [];
}
function cannotFail(check, commands) {
  if (check.script && !canFail(check.script)) return true;
  const [only] = commands;
  if (commands.length !== 1 || !only) return false;
  const [program, ...rest] = only.words;
  if (check.form === "exec" && (program === "true" || program === "echo")) return true;
  const code = rest.join(" ");
  return /^(node|python3?|php|ruby|bun|deno)$/.test(program ?? "") && /^-(e|c|r|-eval)\s+["']?(process\.exit\(0?\)|import sys; ?sys\.exit\(0?\)|sys\.exit\(0?\)|exit\(0?\)|print\([^)]*\)|console\.log\([^)]*\));?["']?$/.test(
    code
  );
}
function blindCurl(check, commands) {
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
    fix: `Add \`--fail\`: \`${check.text.replace(/\bcurl\b/, "curl --fail").slice(0, 100)}\`.`
  };
}
function blindRedis(commands, workload) {
  const facts = serviceFactsOf(workload);
  const isRedis = workload.software?.id === "redis" || workload.software?.speaks === "redis";
  const client = commands.find((command) => /^(redis|valkey|keydb)-cli$/.test(programOf(command.words) ?? ""));
  if (!facts || !isRedis || !client || client.followed === "|" || client.inside.includes("substitution"))
    return void 0;
  const knowsPassword = client.words.some((word) => /^(-a|--pass|-u)$/.test(word)) || commands.some((command) => command.assignments.some((word) => /^(REDIS|VALKEY)CLI_AUTH=/.test(word))) || facts.environment("REDISCLI_AUTH") !== void 0 || facts.environment("VALKEYCLI_AUTH") !== void 0;
  const ping = authenticatedPing(workload);
  if (knowsPassword || !ping) return void 0;
  return {
    what: "is refused for want of a password and still ends with 0 (NOAUTH)",
    fix: `Let it know the password and compare the answer: \`test: ["CMD-SHELL", ${JSON.stringify(ping.command)}]\`${ping.needs ? `, and ${ping.needs}` : ""}.`
  };
}
var ASKS_NOBODY = [
  [/^(?:nginx|openresty|angie)$/, /^-[qtT]+$/, "tests the configuration file"],
  [/^(?:httpd|apache2|apachectl|apache2ctl)$/, /^(?:-t|configtest)$/, "tests the configuration file"],
  [/^haproxy$/, /^-c$/, "tests the configuration file"],
  [/^caddy$/, /^validate$/, "tests the configuration file"],
  [/^\S+$/, /^--version$/, "prints the version"]
];
function asksNobody(commands, workload) {
  const found2 = commands.map(({ words: all }) => {
    const [program = "", ...rest] = unwrapCommand(all);
    const name = program.slice(program.lastIndexOf("/") + 1);
    return ASKS_NOBODY.find(([of, option2]) => of.test(name) && rest.some((word) => option2.test(word)));
  });
  const [first] = found2;
  const others = commands.filter((_, at) => found2[at] === void 0);
  if (!first || !others.every(({ words: words3 }) => /^(?:exit|true|test|\[)$/.test(words3[0] ?? ""))) return void 0;
  const url = `http://127.0.0.1:${workload.listens[0] ?? 80}/`;
  return {
    what: `${first[2]} and asks no server: it passes while the server hangs`,
    fix: workload.software?.kind === "proxy" ? `Ask it over HTTP: \`test: ["CMD-SHELL", "curl -fsS ${url} || wget -q --spider ${url}"]\`, or a path of its own that answers 200.` : "Let the check send the server a request and look at the answer."
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
for (const [names, programs2] of PACKAGES) for (const name of names.split(" ")) byPackage.set(name, programs2.split(" "));
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
function inventory(has, options2 = {}) {
  return { has: new Set(has), uncertain: /* @__PURE__ */ new Set(), closed: true, shell: true, ...options2 };
}
function withPrograms(base, more2, uncertain = "") {
  return {
    ...base,
    has: /* @__PURE__ */ new Set([...base.has, ...words(more2)]),
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
  const wild = [];
  for (const entry2 of entries) {
    if (entry2.pattern.includes("*")) wild.push(entry2);
    else if (!exact.has(entry2.pattern)) exact.set(entry2.pattern, entry2.value);
  }
  let patterns;
  const search = (name) => {
    patterns ??= byPartCount(wild);
    const parts = name.split("/");
    return patterns.get(parts.length)?.find(({ parts: wanted2 }) => matches(wanted2, parts))?.value;
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
function byPartCount(entries) {
  const groups = /* @__PURE__ */ new Map();
  for (const { pattern, value } of entries) {
    const parts = pattern.split("/").map((part) => part.split("*"));
    const entry2 = { parts, weight: pattern.replaceAll("*", "").length, value };
    const group = groups.get(parts.length);
    if (group) group.push(entry2);
    else groups.set(parts.length, [entry2]);
  }
  for (const group of groups.values()) group.sort((one, other) => other.weight - one.weight);
  return groups;
}
function matches(wanted2, parts) {
  for (let at = 0; at < parts.length; at++) if (!matchesPart(wanted2[at] ?? [], parts[at] ?? "")) return false;
  return true;
}
function matchesPart(pieces, part) {
  const first = pieces[0] ?? "";
  if (pieces.length === 1) return first === part;
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
function language(programs2, full = BUILDPACK, uncertain = "") {
  return ({ alpine, slim }) => withPrograms(alpine ? ALPINE : slim ? DEBIAN : full, programs2, uncertain);
}
function service(base, more2 = "", uncertain = "openssl") {
  return ({ alpine }) => withPrograms(alpine ? ALPINE : base, more2, uncertain);
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
      const known5 = base && isIn(base, name);
      return known5 === true || !lacks(name) ? known5 : false;
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
function imageTools(image, more2 = []) {
  const reference = image?.dockerfile ? knownValue(image.dockerfile.base) : image?.origin === "pulled" ? knownValue(image.reference) : void 0;
  if (!reference) return { has: () => void 0, shell: void 0, name: image?.name ?? "the image" };
  const base = toolsOf(reference.repository, reference.tag ?? "");
  const instructions = image?.dockerfile?.instructions ?? [];
  const scripts = [
    ...instructions.filter((one) => one.keyword === "RUN").map((one) => parseShell(one.text, one.at)),
    ...more2
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
function unansweredPing(check, workload, proxies) {
  if (workload.software?.id !== "traefik") return void 0;
  const traefik2 = proxies.find((proxy) => proxy.workloads.includes(workload))?.traefik;
  if (!traefik2?.static.complete) return void 0;
  const { settings, source } = traefik2.static;
  const command = /\btraefik\s+healthcheck\b(.*)$/s.exec(check.text)?.[1];
  const asked = ASKS_PING.exec(check.text)?.[1];
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
      for (const check of workload.health.checks) {
        const found2 = wrongForm(check) ?? missingProgram(check, workload) ?? refused(check, workload) ?? unansweredPing(check, workload, system.proxies);
        if (found2)
          fail2(workload, check, `${checkName(check, workload)} cannot pass: ${found2.because}`, {
            fix: testFix(found2.fix, workload),
            ...check.kind === "container" ? {} : { why: WHY[check.kind] }
          });
        else pass(workload);
      }
    }
  },
  examples: { bad: [], good: [] }
});
function wrongForm(check) {
  if (check.form !== "exec" || !check.argv) return void 0;
  const [runner, setting] = check.kind === "container" ? ["Docker", "CMD"] : ["the kubelet", "the list"];
  const [program, ...rest] = check.argv;
  if (rest.length === 0 && program && /^\S+\s+\S/.test(program.trim()) && !program.startsWith("/"))
    return {
      because: `the whole command is one word of ${setting}, so ${runner} looks for a program of that name`,
      fix: `Write \`["CMD-SHELL", "${program.slice(0, 100)}"]\`, or one list item for each word.`
    };
  const operator = rest.find((word) => word === "||" || word === "&&" || word === "|" || word === ";");
  if (operator)
    return {
      because: `${operator} is only understood by a shell, and ${check.kind === "container" ? "CMD" : "exec"} runs none`,
      fix: `Write it as one text: \`["CMD-SHELL", "${check.text.slice(0, 100)}"]\`.`
    };
  return void 0;
}
function missingProgram(check, workload) {
  const tools = imageTools(workload.image);
  if (check.form === "shell" && tools.shell === false)
    return {
      because: `there is no shell in ${tools.name}`,
      fix: 'Use the exec form with a program of the image, `["CMD", "/app", "healthcheck"]`, or a probe of the platform.'
    };
  const gone = goneIn(workload.distribution ?? { id: "", images: [], dataPaths: [] }, workload.version);
  for (const program of programsOf(check)) {
    const removed = gone.find((one) => one.program === program);
    if (removed) return { because: `${program}: ${removed.because}`, fix: `Use ${removed.instead}.` };
    if (tools.has(program) === false)
      return { because: `${program} is not in ${tools.name}`, fix: fixFor3(program, check, workload) };
  }
  return void 0;
}
function programsOf(check) {
  if (check.argv)
    return [programOf(check.argv.map((word) => word ?? "?"))].flatMap((name) => name === void 0 ? [] : [name]);
  const commands = check.script?.commands ?? [];
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
function fixFor3(program, check, workload) {
  const own = healthCommandOf(workload.distribution, workload.version);
  if (own) return `Use what the image has: \`test: ["CMD-SHELL", ${JSON.stringify(own)}]\`.`;
  const url = /https?:\/\/[^\s"'|)]+/.exec(check.text)?.[0] ?? "http://localhost:3000/health";
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
function refused(check, workload) {
  const facts = serviceFactsOf(workload);
  const commands = check.script?.commands ?? [];
  if (!facts) return void 0;
  const text2 = check.text;
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
    const allowed2 = facts.environment(variable3);
    const listed3 = allowed2 === null || /\bruok\b|\*/.test(allowed2 ?? "") || facts.environment("KAFKA_OPTS") !== void 0 || facts.configMounted;
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
function commandOf(workload) {
  const { distribution, version } = workload;
  const ping = authenticatedPing(workload);
  const command = ping?.command ?? healthCommandOf(distribution, version);
  const needs = ping ? ping.needs : distribution?.healthNeeds;
  return command === void 0 ? void 0 : { command, needs: needs === void 0 ? "" : `, and ${needs}` };
}
function composeWords(workload) {
  const known5 = commandOf(workload);
  if (!known5) return {};
  const test = `healthcheck: { test: ["CMD-SHELL", ${JSON.stringify(known5.command)}], interval: 10s, timeout: 5s, retries: 5 }`;
  return { fix: `Add \`${test}\` to ${workload.name}${known5.needs}.` };
}
function probeWords(workload) {
  const known5 = commandOf(workload);
  const port = workload.listens[0] ?? 8080;
  const how = known5 ? asProbe(known5.command) : `httpGet: { path: /health/ready, port: ${port} }`;
  const fix = `Add \`readinessProbe: { ${how} }\` to the container ${workload.pod?.container}${known5?.needs ?? ""}; a \`livenessProbe\` that asks the process alone restarts it when it hangs.`;
  return {
    fix: inWordsOf(workload, fix),
    why: "A process that hangs is still running. Without a probe Kubernetes takes a container for ready as soon as it has started: requests reach it before it can answer, and go on when it no longer does."
  };
}
function whyUnknown(workload) {
  if (workload.image?.origin === "built")
    return workload.image.dockerfile ? "whether its base image brings a HEALTHCHECK is not known" : "its Dockerfile is not in the repository";
  return "whether its image brings a HEALTHCHECK of its own is not known";
}

// src/model/code/health/asked.ts
var LOCAL_URL = /\bhttps?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?::(\d+|\$\{?\w+\}?))?(\/[^\s"'`|&;)<>,]*)?/g;
function askedPathsOf(workload) {
  return workload.health.checks.flatMap(
    (check) => pathsAskedBy(check, workload.pod?.portNames).map((asked) => ({ ...asked, workload, check }))
  );
}
function pathsAskedBy(check, portNames) {
  if (check.http) {
    const path = knownValue(check.http.path);
    const port = knownValue(check.http.port);
    const named2 = typeof port === "string" ? portNames?.get(port) : port;
    return path === void 0 ? [] : [{ path, ...named2 !== void 0 && { port: named2 }, at: check.http.path.at }];
  }
  const text2 = check.script?.text ?? check.argv?.map((word) => word ?? "").join(" ") ?? "";
  return [...text2.matchAll(LOCAL_URL)].flatMap(([, port, path = "/"]) => {
    if (/[$`{]/.test(path)) return [];
    const number2 = port === void 0 ? 80 : Number(port);
    return [{ path, ...Number.isInteger(number2) && { port: number2 }, at: check.at }];
  });
}

// src/model/code/health/match.ts
function servedBy(table, path, method = "GET") {
  const wanted2 = normal(path);
  const route = table.routes.find((one) => one.isResolved && answers(one, method) && matches2(one.path, wanted2));
  if (route) return { state: "yes", route };
  if (table.routes.length === 0) return { state: "unknown", because: "its routes are not known" };
  if (table.unresolved.length > 0 || table.routes.some((one) => !one.isResolved))
    return { state: "unknown", because: "not all of its routes could be resolved" };
  if (table.fallbacks.some(
    ({ prefix }) => wanted2 === normal(prefix) || wanted2.startsWith(`${normal(prefix).replace(/\/$/, "")}/`)
  ))
    return { state: "unknown", because: "files, pages or a proxy may answer it" };
  return { state: "no" };
}
function answersPath(route, path) {
  return route.isResolved && answers(route, "GET") && matches2(route.path, normal(path));
}
function answers({ method }, wanted2) {
  return method === wanted2 || method === "*" || method === "ALL" || wanted2 === "HEAD" && method === "GET";
}
function normal(path) {
  const bare = path.replace(/[?#].*$/, "").replace(/\/+/g, "/").replace(/(.)\/$/, "$1").toLowerCase();
  return bare.startsWith("/") ? bare : `/${bare}`;
}
function matches2(pattern, path) {
  return matchParts(normal(pattern).split("/").slice(1), path.split("/").slice(1));
}
function matchParts(pattern, path) {
  for (const [index, part] of pattern.entries()) {
    if (part === "*" || /^[:*].*\*$/.test(part) || part === "**") return true;
    const given = path[index];
    if (part.startsWith(":") && part.endsWith("?") && given === void 0) return index === pattern.length - 1;
    if (given === void 0 || given === "") return part === "";
    if (part.startsWith(":")) continue;
    if (part.includes("*") || part.includes(":")) {
      const [start = ""] = part.split(/[:*]/);
      if (!given.startsWith(start)) return false;
    } else if (part !== given) return false;
  }
  return path.length === pattern.length;
}
var LIVE = /\/(?:livez|live|liveness|alive|ping|heartbeat)$/;
var READY = /\/(?:readyz|ready|readiness)$/;
var STARTUP = /\/startupz?$/;
var GENERIC = /\/(?:health|healthz|healthcheck|health-check|_health|status|up|ht)$/;
var BEFORE = /^(?:api|v\d+|internal|_|health|healthz|actuator|monitoring|system|app)$/;
function healthKindOf(path, name) {
  const bare = normal(path);
  const kind = LIVE.test(bare) ? "live" : READY.test(bare) ? "ready" : STARTUP.test(bare) ? "startup" : GENERIC.test(bare) ? "generic" : void 0;
  const before = bare.split("/").slice(1, -1);
  const own = name.toLowerCase();
  return before.every(
    (part) => BEFORE.test(part) || part === own || own.startsWith(`${part}-`) || own.endsWith(`-${part}`)
  ) ? kind : void 0;
}

// src/model/code/health/demand.ts
var LEAST_RESOLVED = 0.8;
function answersRequests({ routes, workloads, platform }) {
  if (workloads.length > 0 && workloads.every(({ role }) => role === "worker" || role === "job")) return false;
  if (workloads.length === 0 && platform && !platform.isWeb) return false;
  return routes.routes.some(({ framework, path }) => framework !== "next" && !/\/metrics$/.test(path));
}
function lacksHealthRoute(service2) {
  const { routes, unresolved } = service2.routes;
  const share = routes.length / Math.max(1, routes.length + unresolved.length);
  if (service2.health.length > 0 || share < LEAST_RESOLVED || routes.some((route) => !route.isResolved)) return false;
  return !service2.workloads.some(
    (workload) => askedPathsOf(workload).some(({ path }) => servedBy(service2.routes, path).state !== "no")
  );
}
var CLIENTS = /^(?:@prisma\/client|pg|pg-promise|postgres|mysql2?|typeorm|@nestjs\/(?:typeorm|mongoose|sequelize|microservices|bull|bullmq)|sequelize|knex|@mikro-orm\/.*|drizzle-orm.*|mongoose|mongodb|ioredis|redis|bull|bullmq|kafkajs|amqplib|nats|@elastic\/elasticsearch|sqlalchemy|sqlmodel|psycopg2?|psycopg_pool|asyncpg|aiomysql|pymysql|pymongo|motor|redis|aioredis|celery|kafka|aiokafka|confluent_kafka|pika|django\.db|django|tortoise|peewee|database\/sql|gorm\.io\/.*|github\.com\/(?:jackc\/pgx.*|lib\/pq|redis\/go-redis.*|go-redis\/.*|segmentio\/kafka-go|IBM\/sarama|go-sql-driver\/mysql)|go\.mongodb\.org\/.*)$/;
function dataClientsOf({ packages }) {
  return [...packages].filter((name) => CLIENTS.test(name)).sort();
}
function listensElsewhere(service2, port) {
  if (port === void 0) return false;
  const known5 = service2.listening.map(({ port: one }) => one.kind === "known" ? Number(one.value) : void 0);
  return known5.length > 0 && known5.every((one) => one !== void 0 && one !== port);
}
function judgedWorkloads({ workloads }) {
  return workloads.filter(({ longRunning }) => longRunning);
}

// rules/health/endpoint-behind-auth.ts
var endpoint_behind_auth_default = defineRule({
  id: "health/endpoint-behind-auth",
  title: "The route that a check asks for turns away who is not signed in",
  category: "service-health",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The check sends no token, so it gets 401 from a service that works. The platform restarts it for ever, or never sends it a request.",
  fix: "Take the health route out of the guard: register it before the middleware, or mark it with the decorator that the guard lets through.",
  refs: [
    "https://docs.nestjs.com/security/authentication#enable-authentication-globally",
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes"
  ],
  reads: ["compose", "kubernetes", "dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      for (const workload of judgedWorkloads(service2)) {
        for (const asked of askedPathsOf(workload)) {
          const route = service2.routes.routes.find((one) => answersPath(one, asked.path));
          if (!route) continue;
          const guard = route.guards.find(({ purpose }) => purpose === "auth");
          if (guard && !/authorization|x-api-key|\b-u\b|--user/i.test(asked.check.text)) {
            fail2(
              workload,
              guard,
              `${checkName(asked.check, workload)} asks for ${asked.path}, which ${guard.name} guards`,
              {
                key: asked.path,
                related: [
                  { at: route.at, message: `${route.path} is declared here` },
                  { at: asked.at, message: "it is asked here" }
                ]
              }
            );
          } else pass(workload);
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/health/endpoint-missing.ts
var endpoint_missing_default = defineRule({
  id: "health/endpoint-missing",
  title: "A service has no route that tells whether it works",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Nothing can ask the service whether it works: neither the platform before it sends requests, nor a load balancer, nor the one who is called at night. A process that runs and serves nobody looks healthy.",
  fix: "Add `GET /health` that answers 200 while the process works, and `GET /ready` that asks the database and answers 503 when it is away.",
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
    "https://docs.nestjs.com/recipes/terminus",
    "https://expressjs.com/en/advanced/healthcheck-graceful-shutdown.html"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      if (!answersRequests(service2)) continue;
      const [first] = service2.routes.routes;
      if (service2.health.length > 0) pass(service2);
      else if (lacksHealthRoute(service2) && service2.isCertain && service2.isWhole && first) {
        const { length } = service2.routes.routes;
        fail2(
          service2,
          first,
          length === 1 ? `the only route of ${service2.name} does not tell whether it works` : `none of the ${length} routes of ${service2.name} tells whether it works`
        );
      } else unverified(service2, service2, `not all routes of ${service2.name} are known`);
    }
  },
  examples: { bad: [], good: [] }
});

// rules/health/endpoint-unregistered.ts
var endpoint_unregistered_default = defineRule({
  id: "health/endpoint-unregistered",
  title: "Health routes are declared and never registered",
  category: "service-health",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The code says how to tell whether the service works, and nobody can ask it: the path answers 404. Whoever reads the code believes that it is there.",
  fix: "Register it: put the controller into `controllers` of a module that the application imports, `app.use(healthRouter)`, `app.include_router(health.router)`. Or delete it, if another one has taken its place.",
  refs: [
    "https://docs.nestjs.com/modules",
    "https://expressjs.com/en/guide/routing.html#express-router",
    "https://fastapi.tiangolo.com/tutorial/bigger-applications/"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      const dead = service2.routes.unregistered.flatMap((one) => {
        const route = one.routes.find(({ path }) => healthKindOf(path, service2.name));
        return route ? [{ one, route }] : [];
      });
      const registered = new Set(service2.health.map(({ route }) => route.path.split("/").at(-1)));
      const missed = dead.filter(({ route }) => !registered.has(route.path.split("/").at(-1)));
      const [first, ...others] = missed;
      if (first) {
        fail2(
          service2,
          first.one,
          `${first.one.name} declares ${first.route.path}, and nothing of ${service2.name} registers it`,
          {
            related: others.map(({ one, route }) => ({ at: one.at, message: `${one.name} declares ${route.path}` }))
          }
        );
      } else if (service2.health.length > 0) pass(service2);
    }
  },
  examples: { bad: [], good: [] }
});

// rules/health/failure-answers-success.ts
var failure_answers_success_default = defineRule({
  id: "health/failure-answers-success",
  title: "A health route answers success when what it checks is down",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'Whoever asks looks at the status alone. A 200 with "database: down" in its body keeps requests coming to a service that can answer none of them, and no alarm sounds.',
  fix: "Answer 503 when a dependency is down: `res.status(503).json(\u2026)`, `throw new ServiceUnavailableException(\u2026)`, `raise HTTPException(503)`.",
  refs: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-http-request",
    "https://docs.nestjs.com/recipes/terminus",
    "https://datatracker.ietf.org/doc/html/rfc9110#name-503-service-unavailable"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, implied }) {
    for (const service2 of system.services) {
      if (service2.routes.routes.length > 0 && lacksHealthRoute(service2)) implied(service2, "health/endpoint-missing");
      for (const health of service2.health) {
        const { depth } = health.found;
        if (depth === "hard") pass(service2);
        if (depth !== "soft") continue;
        fail2(service2, health.found.takenAt ?? health.route, describe3(health, service2), {
          key: `${health.route.method} ${health.route.path}`,
          ...isAsked2(health, service2) ? {} : { severity: "medium" },
          related: [
            { at: health.route.at, message: "the route" },
            ...health.found.dependencyAt ? [{ at: health.found.dependencyAt, message: "what it asks" }] : []
          ]
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isAsked2({ route }, { workloads, platform }) {
  const asked = [...workloads.flatMap(askedPathsOf), ...platform?.checks ?? []];
  return asked.some(({ path }) => answersPath(route, path));
}
function describe3({ route, found: found2 }, service2) {
  return `${route.method === "*" ? "GET" : route.method} ${route.path} of ${service2.name} answers success when ${found2.dependency ?? "what it asks"} fails`;
}

// rules/health/liveness-checks-dependency.ts
var liveness_checks_dependency_default = defineRule({
  id: "health/liveness-checks-dependency",
  title: "A liveness probe fails when a dependency is down",
  category: "service-health",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "When the database is away for a minute, Kubernetes restarts every replica of every service that asks it this way. Restarting cures nothing, and all of them come back at once onto a database that has just come up.",
  fix: "Point the liveness probe at a route that only shows that the process answers, and keep the one that asks the database for the readiness probe.",
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#liveness-probe",
    "https://docs.spring.io/spring-boot/reference/actuator/endpoints.html#actuator.endpoints.kubernetes-probes"
  ],
  reads: ["kubernetes", "dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      for (const workload of service2.workloads) {
        for (const asked of askedPathsOf(workload)) {
          if (asked.check.kind !== "liveness") continue;
          const health = service2.health.find(({ route }) => answersPath(route, asked.path));
          if (!health || health.found.depth === "unknown") continue;
          if (health.found.depth === "hard" && health.found.dependency !== void 0) {
            fail2(
              workload,
              asked,
              `the liveness probe of ${workload.name} asks ${health.route.path}, which fails with ${health.found.dependency}`,
              {
                related: [
                  { at: health.found.dependencyAt ?? health.route.at, message: "the dependency is asked here" }
                ]
              }
            );
          } else pass(workload);
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});

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
      if (health.checks.some((check) => check.kind === "liveness")) pass(workload);
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
  const http = health.checks.find((check) => check.http)?.http;
  const port = http?.port.known ? http.port.value : "http";
  return `Add \`livenessProbe: { httpGet: { path: /health/live, port: ${port} } }\` to the container ${pod?.container}, with a path that asks the process alone, not its database.`;
}

// src/model/code/health/grpc.ts
var HEALTH = /^(?:grpc\.health\.v1\.)?Health$/;
var LIBRARY = /^(?:google\.golang\.org\/grpc\/health(?:\/.*)?|connectrpc\.com\/grpchealth|grpc-health-check|grpc_health(?:\..*)?)$/;
function asksGrpc({ form, text: text2 }) {
  return form === "grpc" || /(?:^|[\s/;&|])grpc[_-]health[_-]probe(?:\s|$)/.test(text2);
}
function answersGrpcHealth(service2) {
  const { rpc, packages, isCertain, isWhole } = service2;
  if (rpc.services.some(({ name }) => HEALTH.test(name)) || [...packages].some((name) => LIBRARY.test(name))) return "yes";
  const isKnown2 = isCertain && isWhole && rpc.unresolved.length === 0;
  return rpc.services.length > 0 && isKnown2 ? "no" : "unknown";
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
function textOf(node2) {
  return node2?.kind === "scalar" && node2.text !== null ? node2.text : void 0;
}
function itemsOf(node2) {
  return node2?.kind === "list" ? node2.items : [];
}
function entriesOf(node2) {
  return node2?.kind === "map" ? [...node2.entries].map(([key, entry2]) => [key, entry2.node, entry2.keyAt]) : [];
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
    const number2 = Number(text2);
    return text2.trim() === "" || !Number.isFinite(number2) ? void 0 : number2;
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
function textsOf(node2) {
  return itemsOf(node2).flatMap((item) => item.kind === "scalar" && item.text !== null ? [item.text] : []);
}
function textAt2(node2, key) {
  return textFact(child(node2, key));
}

// src/parse/compose/words.ts
function commandWords(text2, keepBraces = false) {
  const words3 = [];
  let word = "";
  let started = false;
  let quote = "";
  let backquote = false;
  let substitution = false;
  for (let i = 0; i < text2.length; i += 1) {
    const character = text2.charAt(i);
    if (character === "\\" && quote !== "'") {
      i += 1;
      if (i >= text2.length) return void 0;
      word += text2.charAt(i);
      started = true;
      continue;
    }
    const braced = keepBraces && text2.startsWith("${", i) ? text2.indexOf("}", i) : -1;
    if (braced !== -1 && quote === "") {
      word += text2.slice(i, braced + 1);
      started = true;
      i = braced;
      continue;
    }
    const open2 = quote !== "" || backquote || substitution;
    if (/[ \t\r\n]/.test(character)) {
      if (open2) word += character;
      else if (started) {
        words3.push(word);
        word = "";
        started = false;
      }
      continue;
    }
    if (character === "`" && quote === "" && !substitution) backquote = !backquote;
    else if (character === ")" && quote === "" && !backquote) substitution = !substitution;
    else if (character === "(" && quote === "" && !backquote) {
      if (substitution || !word.endsWith("$")) return void 0;
      substitution = true;
      word += character;
      continue;
    } else if ((character === '"' || character === "'") && !substitution && (quote === "" || quote === character)) {
      if (quote !== "") started = true;
      quote = quote === "" ? character : "";
      continue;
    } else if (!open2 && /[;&|<>]/.test(character)) {
      if (character === ">" && /^[0-9]/.test(word)) started = false;
      break;
    }
    word += character;
    started = true;
  }
  if (quote !== "" || backquote || substitution) return void 0;
  return started ? [...words3, word] : words3;
}

// src/model/written-words.ts
function writtenWords(list) {
  const words3 = [];
  const items = itemsOf(list);
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
  const ownEntrypoint = entrypoint?.kind === "list" && entrypoint.items.length > 0 ? textsOf(entrypoint) : void 0;
  const cleared = entrypoint?.kind === "list" && entrypoint.items.length === 0;
  const ownCommand = command?.kind === "list" && command.items.length > 0 ? textsOf(command) : void 0;
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
var CLIENTS2 = /^(psql|pg_dump|pg_dumpall|pg_basebackup|pg_restore|pg_isready|createdb|mysql|mysqldump|mysqladmin|mysqlsh|mariadb|mariadb-dump|mariadb-backup|mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport|redis-cli|valkey-cli|kafka-(topics|configs|acls|console-\w+|consumer-groups|leader-election|reassign-partitions)(\.sh)?|rabbitmqadmin|influx|cqlsh|clickhouse-client|cockroach-sql|elasticdump|mc|etcdctl|nats)$/;
var SERVERS = /^(postgres|postmaster|mysqld(_safe)?|mariadbd(-safe)?|mongod|mongos|redis-server|valkey-server|redis-sentinel|docker-entrypoint\.sh|docker_entrypoint|entrypoint\.sh|rabbitmq-server|kafka-server-start(\.sh)?|elasticsearch|influxd|clickhouse-server|etcd|nats-server|minio|patroni)$/;
function runsClient(start) {
  if (start?.source !== "deployment") return false;
  const programs2 = start.script ? start.script.commands.flatMap((command) => programOf(command.words) ?? []) : [programOf(start.argv) ?? ""];
  return programs2.some((program) => CLIENTS2.test(program)) && !programs2.some((program) => SERVERS.test(program));
}

// src/model/health.ts
function healthOf(service2, serviceAt, use) {
  const written = child(service2, "healthcheck");
  const at = keySpan(service2, "healthcheck", serviceAt);
  if (written?.kind === "map") {
    const disable = booleanFact(child(written, "disable"));
    if (disable?.known === false) return { state: "unknown", checks: [], at };
    if (disable?.value === true) return { state: "disabled", checks: [], at };
    const test = child(written, "test");
    const words3 = textsOf(test);
    if (words3[0] === "NONE") return { state: "disabled", checks: [], at };
    if (test && itemsOf(test).length > 0)
      return { state: "checked", checks: [{ ...checkOf(words3, test.at), written: writtenWords(test) }], at };
  }
  return imageHealth(use, written ? at : serviceAt);
}
function imageHealth(use, at) {
  const dockerfile = use?.image.dockerfile;
  const own = dockerfile?.healthcheck;
  if (own?.disabled) return { state: "disabled", checks: [], at: own.at };
  if (own?.command) {
    const { form, argv, script, text: text2 } = own.command;
    const inner = argv && shellText(argv);
    const check = inner !== void 0 ? {
      kind: "container",
      source: "dockerfile",
      form: "shell",
      script: parseShell(inner, own.at),
      text: inner,
      at: own.at
    } : {
      kind: "container",
      source: "dockerfile",
      form,
      ...argv ? { argv } : {},
      ...script ? { script } : {},
      text: argv ? argv.join(" ") : text2,
      at: own.at
    };
    return { state: "checked", checks: [check], at: own.at };
  }
  if (use?.image.origin === "built" && !dockerfile?.base.known) return { state: "unknown", checks: [], at };
  if (dockerfile?.base.known && dockerfile.base.value.repository === "scratch") return { state: "none", checks: [], at };
  const builtIn = use?.distribution?.builtInHealthcheck;
  if (builtIn === true)
    return {
      state: "checked",
      checks: [{ kind: "container", source: "image", form: "image", text: "the image's own HEALTHCHECK", at }],
      at
    };
  if (builtIn === false || use?.software?.kind === "runtime") return { state: "none", checks: [], at };
  return { state: "unknown", checks: [], at };
}
function checkOf(words3, at) {
  const [first, ...rest] = words3;
  if (first === "CMD") {
    const inner = shellText(rest);
    if (inner === void 0)
      return { kind: "container", source: "deployment", form: "exec", argv: rest, text: rest.join(" "), at };
    return { kind: "container", source: "deployment", form: "shell", script: parseShell(inner, at), text: inner, at };
  }
  const text2 = first === "CMD-SHELL" ? rest.join(" ") : words3.join(" ");
  return { kind: "container", source: "deployment", form: "shell", script: parseShell(text2, at), text: text2, at };
}

// src/model/route-targets.ts
function routeTargets({ proxies, edges }) {
  const found2 = /* @__PURE__ */ new Map();
  for (const { server, answer, port } of edges) {
    if (!server || answer.kind !== "workload") continue;
    found2.set(server, [...found2.get(server) ?? [], ...targetsOf(answer, port)]);
  }
  return proxies.flatMap(
    (proxy) => proxy.routes.map((route) => ({
      proxy,
      route,
      targets: [...new Set(route.upstream.servers.flatMap((server) => found2.get(server) ?? []))]
    }))
  );
}
function targetsOf(answer, asked) {
  const port = answer.port ?? asked;
  return [answer.workload, ...answer.others].map((workload) => ({ workload, ...port === void 0 ? {} : { port } }));
}

// src/model/code/health/other-askers.ts
var known2 = /* @__PURE__ */ new WeakMap();
function proxyAskers(system) {
  const before = known2.get(system);
  if (before) return before;
  const found2 = /* @__PURE__ */ new Map();
  for (const { proxy, route, targets } of routeTargets(system)) {
    const { check } = route.upstream;
    const path = knownValue(check?.path);
    if (!check || path === void 0) continue;
    for (const { workload, port: target } of targets) {
      const askers = found2.get(workload.id) ?? [];
      found2.set(workload.id, askers);
      if (askers.some((one) => one.at === check.at)) continue;
      const port = check.port ? knownValue(check.port) : target;
      askers.push({
        who: proxy.software === "kubernetes" ? `the load balancer of ${proxy.name}` : `the health check of ${proxy.name}`,
        effect: "The answer is 404 for ever, so all servers count as broken and users get 503 or 504.",
        path,
        method: check.method,
        ...port !== void 0 && { port },
        at: check.at
      });
    }
  }
  known2.set(system, found2);
  return found2;
}
function platformAskers({ platform, workloads }) {
  if (!platform || workloads.length > 0) return [];
  return platform.checks.map(({ path, port, at }) => ({
    who: "the platform",
    effect: "The answer is 404 for ever, and the platform takes no release for one that works.",
    path,
    method: "GET",
    ...port !== void 0 && { port },
    at
  }));
}
function imageAskers({ image, workloads }) {
  if (!image?.dockerfile?.healthcheck || workloads.length > 0) return [];
  return imageHealth({ image, files: image.files }, image.at).checks.flatMap(
    (check) => pathsAskedBy(check).map(({ path, port, at }) => ({
      who: `the HEALTHCHECK of ${image.name}`,
      effect: "The answer is 404 for ever: every container of the image counts as unhealthy, and Swarm and others replace it again and again.",
      path,
      method: "GET",
      ...port !== void 0 && { port },
      at
    }))
  );
}

// rules/health/probe-path-not-served.ts
var probe_path_not_served_default = defineRule({
  id: "health/probe-path-not-served",
  title: "A check asks for a path that the service does not serve",
  category: "service-health",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The answer is 404 for ever. Kubernetes restarts the container again and again or never sends it a request; Compose calls it unhealthy, and what waits for it never starts.",
  fix: 'Ask for the path as the service serves it, prefix included, or take the route out of the prefix: `app.setGlobalPrefix("api", { exclude: ["health"] })`.',
  refs: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-http-request",
    "https://docs.nestjs.com/faq/global-prefix",
    "https://fastapi.tiangolo.com/tutorial/bigger-applications/",
    "https://docs.docker.com/reference/compose-file/services/#healthcheck",
    "https://docs.haproxy.org/3.2/configuration.html#4.2-option%20httpchk",
    "https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/service/#health-check",
    "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#health-check",
    "https://github.com/grpc/grpc/blob/master/doc/health-checking.md"
  ],
  reads: ["compose", "kubernetes", "dockerfile", "haproxy", "traefik", "source"],
  check({ system, pass, fail: fail2, unverified, implied }) {
    for (const service2 of system.services) {
      for (const workload of judgedWorkloads(service2)) {
        const { state, checks } = workload.health;
        if (state === "none" || state === "disabled") {
          if (service2.routes.routes.length > 0) implied(workload, "health/check-missing");
        }
        const all = askedPathsOf(workload).filter(({ port }) => !listensElsewhere(service2, port));
        for (const asked of all) {
          const served = servedBy(service2.routes, asked.path);
          const others = all.filter(({ check }) => check === asked.check);
          if (served.state !== "yes" && others.some(({ path }) => servedBy(service2.routes, path).state === "yes"))
            continue;
          if (served.state === "yes") pass(workload);
          else if (served.state === "unknown" || !service2.isCertain || !service2.isWhole)
            unverified(workload, asked, notKnown(asked.path, served, service2));
          else
            fail2(
              workload,
              asked,
              describe4(checkName(asked.check, workload), asked.path, service2),
              fixFor5(asked.path, asked.check.kind, service2)
            );
        }
        for (const check of checks.filter(asksGrpc)) {
          const answer = answersGrpcHealth(service2);
          if (answer === "yes") pass(workload);
          else if (answer === "no")
            fail2(workload, check, withoutGrpc(check, workload, service2), grpcFix(check, service2));
        }
        for (const asker of proxyAskers(system).get(workload.id) ?? []) judge6(asker, workload, service2);
      }
      for (const asker of platformAskers(service2)) judge6(asker, service2, service2);
      for (const asker of imageAskers(service2)) judge6(asker, service2, service2);
    }
    function judge6(asker, subject, service2) {
      if (listensElsewhere(service2, asker.port)) return;
      const served = servedBy(service2.routes, asker.path, asker.method);
      if (served.state === "yes") pass(subject);
      else if (served.state === "unknown" || !service2.isCertain || !service2.isWhole)
        unverified(subject, asker, notKnown(asker.path, served, service2));
      else {
        const options2 = fixFor5(asker.path, asker.who, service2);
        fail2(subject, asker, describe4(asker.who, asker.path, service2), { ...options2, why: asker.effect });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function notKnown(path, served, service2) {
  const because = served.state === "unknown" ? served.because : "not all of its code is seen";
  return `whether ${service2.name} serves ${path} is not known: ${because}`;
}
function describe4(who, path, service2) {
  const near2 = nearest(path, service2);
  const served = near2 ? `; it serves ${near2.path}` : "";
  return `${who} asks for ${path}, and ${service2.name} serves no such path${served}`;
}
function withoutGrpc(check, workload, service2) {
  const names = service2.rpc.services.map(({ name }) => name);
  return `${checkName(check, workload)} asks the health service of gRPC, and ${service2.name} registers ${listOf(names)} alone`;
}
function grpcFix(check, { rpc }) {
  return {
    key: `${check.kind}.grpc`,
    why: "The server answers UNIMPLEMENTED, which counts as a failure: Kubernetes restarts the container again and again or never sends it a request.",
    fix: "Register it at the same server: `healthpb.RegisterHealthServer(server, health.NewServer())` of google.golang.org/grpc/health.",
    related: rpc.services.slice(0, 3).map(({ name, at }) => ({ at, message: `${name} is registered here` }))
  };
}
function nearest(path, service2) {
  const last = path.split("/").at(-1);
  const health = service2.health.filter((one) => one.kind).map((one) => one.route);
  return health.find((route) => route.path.split("/").at(-1) === last) ?? health[0];
}
function fixFor5(path, by, service2) {
  const near2 = nearest(path, service2);
  const key = `${by}.${path}`;
  if (!near2)
    return {
      key,
      fix: `Add a route for ${path} to ${service2.name} that answers 200 while it can serve and 503 when it cannot.`
    };
  return {
    key,
    fix: `Ask for \`${near2.path}\` instead of \`${path}\`.`,
    related: [
      { at: near2.at, message: `${near2.path} is declared here` },
      ...near2.prefixes.map((prefix) => ({ at: prefix.at, message: `${prefix.path} is put in front here` }))
    ]
  };
}

// src/model/known-ports.ts
var PORT_VARIABLE = /^(?:HTTP_|SERVER_|APP_|LISTEN_|WEB_|NODE_|API_|SERVICE_)?PORT$/;
var LOCAL_URL2 = /\b(https?):\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::(\d{1,5}))?(?=[/\s"'?#]|$)/gi;
var MOST_FILES = 400;
var LONGEST_TEXT = 5e5;
function askedPorts(check) {
  if (check.port) return check.port.known ? [check.port.value] : [];
  if (check.form !== "exec" && check.form !== "shell") return [];
  if (!check.text.includes("://")) return [];
  return [...check.text.slice(0, LONGEST_TEXT).matchAll(LOCAL_URL2)].map(
    ([, scheme, port]) => port === void 0 ? /^https$/i.test(scheme ?? "") ? 443 : 80 : Number(port)
  );
}
function otherPort(asked, workload, system) {
  const plain3 = plainPort(workload);
  if (!plain3 || plain3.port === asked || mentions(asked, workload, system)) return void 0;
  return plain3;
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
  const number2 = new RegExp(`(?<!\\d)${port}(?!\\d)`);
  return beside.some((one) => one.listens.includes(port) || textsOf2(one).some((text2) => number2.test(text2))) || inImage(number2, workload);
}
function isSamePod(one, { pod, deployment }) {
  return one.deployment === deployment && one.pod?.kind === pod?.kind && one.pod?.name === pod?.name && one.pod?.namespace === pod?.namespace;
}
function textsOf2({ environment, start, mounts, published, labels }) {
  const variables = [...environment.values()].map(textOf2);
  const files = mounts.flatMap((mount) => mount.files?.map((file) => file.source.text.slice(0, LONGEST_TEXT)) ?? []);
  const ports = published.map((one) => String(knownValue(one.container) ?? ""));
  return [
    ...variables,
    start?.text ?? "",
    ...files,
    ...ports,
    ...[...labels.values()].map((one) => knownValue(one.value) ?? "")
  ];
}
function textOf2({ name, value, raw }) {
  if (value.known) return value.value;
  return raw ?? (/PORT/.test(name) ? name : "");
}
function inImage(number2, { image }) {
  const { dockerfile, context } = image ?? {};
  if (dockerfile && number2.test(dockerfile.file.source.text)) return true;
  if (!context?.present) return false;
  const files = context.find(".");
  if (files.length > MOST_FILES) return true;
  return files.some((path) => {
    const text2 = context.read(path)?.text;
    return text2 !== void 0 && text2.length <= LONGEST_TEXT && number2.test(text2);
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
  reads: ["compose", "kubernetes", "dockerfile", "source"],
  check({ system, pass, fail: fail2, implied, unverified }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue;
      const { state, checks } = workload.health;
      if (state === "none" || state === "disabled") implied(workload, "health/check-missing");
      for (const check of checks) {
        if (check.port && !check.port.known) unverified(workload, check, check.port.because);
        const found2 = mismatch(check, workload, system);
        if (found2)
          fail2(workload, check, `${checkName(check, workload)} ${found2.what}`, { fix: found2.fix, key: check.kind });
        else pass(workload);
      }
    }
    for (const service2 of system.services) {
      for (const { port, at, path } of platformAskers(service2)) {
        if (port === void 0) continue;
        if (!service2.isCertain || !service2.isWhole || !listensElsewhere(service2, port)) {
          if (answersRequests(service2)) pass(service2);
          continue;
        }
        const own = service2.listening.map((one) => one.port.kind === "known" ? String(one.port.value) : "").join(", ");
        fail2(service2, at, `the platform asks port ${port}, and ${service2.name} listens on ${own}`, {
          key: `${path} ${port}`,
          fix: `Write \`internal_port = ${own}\`, or let the program listen on \`process.env.PORT\` and set PORT to ${port}.`,
          related: service2.listening.map((one) => ({ at: one.at, message: `${service2.name} listens here` }))
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function mismatch(check, workload, system) {
  for (const port of askedPorts(check)) {
    if (typeof port === "string") {
      const names = [...workload.pod?.portNames.keys() ?? []];
      if (names.includes(port)) continue;
      const [first] = names;
      return {
        what: `asks the port "${port}", and no port of the container has that name`,
        fix: first ? `Write \`port: ${first}\`, or give the port that is meant the name ${port} under \`ports\`.` : `Declare it: \`ports: [{ name: ${port}, containerPort: ${workload.listens[0] ?? 8080} }]\`.`
      };
    }
    if (check.http?.path.known && /actuator|management|metrics/i.test(check.http.path.value)) continue;
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
      if (health.checks.some((check) => check.kind === "readiness")) pass(workload);
      else if (health.state !== "checked") implied(workload, "health/check-missing");
      else
        fail2(workload, health, `${workload.name} is behind a Service and has no readiness probe`, {
          fix: fixFor6(workload)
        });
    }
  },
  examples: { bad: [], good: [] }
});
function fixFor6({ distribution, version, health, pod }) {
  const command = healthCommandOf(distribution, version);
  const http = health.checks.find((check) => check.http)?.http;
  const port = http?.port.known ? http.port.value : "http";
  const how = command ? asProbe(command) : `httpGet: { path: /health/ready, port: ${port} }`;
  return `Add \`readinessProbe: { ${how} }\` to the container ${pod?.container}.`;
}

// rules/health/readiness-shallow.ts
var readiness_shallow_default = defineRule({
  id: "health/readiness-shallow",
  title: "The route that tells readiness looks at nothing the service depends on",
  category: "service-health",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "The service says that it is ready while its database is away, so requests keep coming to an instance that answers each with an error. The platform could have sent them elsewhere, or shown that something is wrong.",
  fix: 'Ask the database in the readiness route and answer 503 when it is away: `await prisma.$queryRaw`SELECT 1``, `health.check([() => db.pingCheck("database")])`. Leave the liveness route as it is.',
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe",
    "https://docs.nestjs.com/recipes/terminus"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, implied, unverified }) {
    for (const service2 of system.services) {
      const clients = dataClientsOf(service2);
      if (clients.length === 0 || !answersRequests(service2)) continue;
      if (lacksHealthRoute(service2)) {
        implied(service2, "health/endpoint-missing");
        continue;
      }
      const routes = readinessRoutes(service2);
      const [first] = routes;
      if (!first) continue;
      if (routes.some(({ found: found2 }) => found2.depth === "hard" || found2.depth === "soft")) pass(service2);
      else if (routes.some(({ found: found2 }) => found2.depth === "unknown"))
        unverified(service2, first.route, `what ${first.route.path} of ${service2.name} looks at is not known`);
      else fail2(service2, first.route, describe5(first, service2, clients));
    }
  },
  examples: { bad: [], good: [] }
});
function readinessRoutes({ health }) {
  const ready = health.filter(({ kind }) => kind === "ready");
  return ready.length > 0 ? ready : health.filter(({ kind }) => kind === "generic");
}
function describe5({ route, found: found2 }, service2, clients) {
  const looks = found2.depth === "process" ? "looks at the process alone and at nothing" : "looks at nothing";
  return `${route.path} of ${service2.name} ${looks} that ${service2.name} depends on (${clients.slice(0, 3).join(", ")})`;
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
      for (const { at, what, ...options2 } of buildObstacles(image)) fail2(image, at, `${image.name}: ${what}`, options2);
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
  const { operands: operands2, options: options2 } = split(rest, /^(?:pip3?|uv)$/.test(name));
  const [verb = "", ...packages] = operands2;
  const has = (pattern) => options2.some((option2) => pattern.test(option2));
  const of = (manager, facts) => ({
    manager,
    packages: [],
    global: false,
    frozen: false,
    needsLock: false,
    production: productionOf(options2),
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
  const options2 = [];
  for (let at = 0; at < words3.length; at++) {
    const word = words3[at] ?? "";
    if (!word.startsWith("-")) operands2.push(word);
    else if (VALUED.test(word) || pip && VALUED_BY_PIP.test(word)) {
      at++;
      options2.push(`${word}=${words3[at] ?? ""}`);
    } else options2.push(word);
  }
  return { operands: operands2, options: options2 };
}
function productionOf(options2) {
  if (options2.some((one) => /^--(?:include=dev|production=false|prod=false|dev)$/.test(one))) return false;
  return options2.some(
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
  const [named2 = "", digest, ...more2] = text2.split("@");
  if (more2.length > 0 || digest !== void 0 && !isDigest(digest)) return void 0;
  const colon = named2.indexOf(":", named2.lastIndexOf("/") + 1);
  const tag = colon === -1 ? void 0 : named2.slice(colon + 1);
  if (tag !== void 0 && !TAG.test(tag)) return void 0;
  const repository = repositoryOf(colon === -1 ? named2 : named2.slice(0, colon));
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
  const part = /(\d+\.?\d*|\.\d+)([a-z\u00b5\u03bc]+)/y;
  let seconds = 0;
  while (part.lastIndex < body.length) {
    const match2 = part.exec(body);
    const unit = match2 ? DURATION_SECONDS.get(match2[2] ?? "") : void 0;
    if (!match2 || unit === void 0) return void 0;
    seconds += unit < 1 ? Number(match2[1]) / Math.round(1 / unit) : Number(match2[1]) * unit;
  }
  return seconds * 1e9 >= 2 ** 63 ? void 0 : sign * seconds;
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
  return entriesOf(child(node2, "depends_on")).map(([workload, options2, at]) => {
    const condition = knownValue(textAt2(options2, "condition"));
    return {
      workload,
      condition: condition === "service_healthy" ? "healthy" : condition === "service_completed_successfully" ? "completed" : "started",
      required: booleanValue(child(options2, "required")) !== false,
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
  const options2 = entriesOf(child(logging, "options")).flatMap(([key, value]) => {
    const fact = textFact(value);
    return fact ? [[key, fact]] : [];
  });
  return {
    ...optional("driver", textAt2(logging, "driver")),
    options: new Map(options2),
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
  return (path) => matches3(tokens, path);
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
function matches3(tokens, path) {
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
  for (const start of from) {
    let state = start;
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
function buildContextOf(tree, options2) {
  const { path, present, at, declared, named: named2 = /* @__PURE__ */ new Set(), ignoreFile } = options2;
  const found2 = /* @__PURE__ */ new Map();
  let files;
  const list = () => {
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
    named: named2,
    exists: (inner) => tree.exists(joinPath(path, inner)),
    find: (pattern) => {
      const clean2 = cleanPath(pattern);
      const known5 = found2.get(clean2);
      if (known5) return known5;
      const matching = clean2 === "." ? list() : list().filter(finder(clean2));
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
  const plain3 = pattern.search(/[*?[\\]/);
  if (plain3 === -1) return (file) => isWithin(pattern, file);
  const start = pattern.slice(0, plain3);
  const match2 = pathMatcher(pattern);
  return (file) => file.startsWith(start) && (match2(file) || parents(file).some(match2));
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
  const { at, context, dockerfile: named2, inline, reference } = request;
  const contextPath = knownValue(context) ?? ".";
  const target = knownValue(request.target);
  const path = inline || context?.known === false ? void 0 : dockerfilePath(contextPath, named2, tree);
  const file = path === void 0 ? void 0 : dockerfiles.get(path);
  const settings = { arguments: request.arguments, ...ignored(tree, path, contextPath) };
  const dockerfile = file && resolveDockerfile(file, { ...target === void 0 ? {} : { target }, ...settings });
  const missing = missingFrom({ named: named2, target: request.target, path, inline, file, dockerfile });
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
  const { named: named2, target, path, inline, file, dockerfile } = build;
  if (inline || named2?.known === false) return void 0;
  if (path === void 0)
    return { what: "dockerfile", name: named2?.value ?? "Dockerfile", ...named2 ? { at: named2.at } : {} };
  if (!target?.known || dockerfile || !file || file.stages.length === 0) return void 0;
  return { what: "target", name: target.value, at: target.at };
}
function dockerfilePath(context, named2, tree) {
  if (named2 && !named2.known) return void 0;
  const path = joinPath(context, named2?.value ?? "Dockerfile");
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
      const references = image.origin === "pulled" ? [image.reference] : shippedBases(image);
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
          if (image.origin === "built" && reference !== image.dockerfile?.base && !LINKED_IN.has(end.product)) continue;
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
var LINKED_IN = /* @__PURE__ */ new Set(["Go"]);
function shippedBases({ dockerfile, stages = [] }) {
  const linked = stages.flatMap(({ base }) => {
    if (!base.known) return [];
    const { repository, tag } = base.value;
    return endsOfLife(repository, tag).some(({ product }) => LINKED_IN.has(product)) ? [base] : [];
  });
  return [dockerfile?.base, ...linked.filter((base) => base !== dockerfile?.base).toReversed()];
}
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
function wholeCopy({ dockerfile, stages = [] }) {
  for (const image of stages) {
    const shipped = dockerfile?.chain.includes(image.stage) === true;
    for (const { instruction, copy, directory } of copiesOf(image.stage)) {
      if (copy.from || !copy.sources.some((source) => cleanPath(source.text) === ".")) continue;
      if (shipped || isCarriedOn(image.stage, inDirectory(directory, copy.target), stages)) return instruction;
    }
  }
  return void 0;
}
function isCarriedOn(stage, folder, stages) {
  const all = stages[0]?.file.stages ?? [];
  return stages.some(
    ({ stage: other }) => copiesOf(other).some(
      ({ copy }) => copy.from !== void 0 && stageNamed(copy.from, all) === stage && copy.sources.some((source) => isWithin(inDirectory("/", source.text.replace(/\/\*$/, "")), folder))
    )
  );
}
function copiesOf(stage) {
  let directory = "/";
  return stage.instructions.flatMap((instruction) => {
    if (instruction.keyword === "WORKDIR") directory = inDirectory(directory, instruction.words[0]?.text ?? ".");
    const copy = copyOf(instruction);
    return copy ? [{ instruction, copy, directory }] : [];
  });
}
function inDirectory(directory, path) {
  return `/${cleanPath(path.startsWith("/") ? path : `${directory}/${path}`)}`.replace(/^\/\.$/, "/");
}

// src/model/image/copied-files.ts
var arrivals = /* @__PURE__ */ new WeakMap();
function isCopiedBefore(before, names, stage, context) {
  if (!context?.present || !context.declared) return void 0;
  if (before.flags.some((flag) => flag.name === "mount" && /type=bind|from=/.test(flag.value ?? ""))) return void 0;
  const known5 = arrivals.get(stage) ?? /* @__PURE__ */ new Map();
  const arrival = known5.get(names.join(" ")) ?? arrivalOf(names, stage, context);
  arrivals.set(stage, known5.set(names.join(" "), arrival));
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
  const lock = committedLock(manager, image) ?? LOCKFILES[manager][0] ?? "";
  const missing = isMissing(manager, image);
  const command = manager === "npm" ? "npm ci" : manager === "yarn" && berry ? "yarn install --immutable" : `${manager} install --frozen-lockfile`;
  const production = install.production ? manager === "npm" ? " --omit=dev" : " --production" : "";
  const run = `\`${command}${berry ? "" : production}\``;
  const key = `${manager} install`;
  if (!missing)
    return {
      what: `${manager} install may take other versions than ${lock} names`,
      fix: `Copy package.json and ${lock} and run ${run}.`,
      key
    };
  const other = OTHERS.find((one) => one !== manager && committedLock(one, image) !== void 0);
  const foreign = other && committedLock(other, image);
  return {
    what: `${manager} install finds no ${lock} in ${folderOf(image)}${foreign ? `, and does not read ${foreign}` : ""}, so it takes the newest versions that package.json allows`,
    fix: foreign ? `Install with ${other}, which reads ${foreign}, or commit ${lock} and run ${run}.` : `Commit ${lock} (\`${WRITES[manager]}\` writes it), copy it beside package.json and run ${run}.`,
    key
  };
}
var OTHERS = ["npm", "yarn", "pnpm", "bun"];
var WRITES = {
  npm: "npm install --package-lock-only",
  yarn: "yarn install",
  pnpm: "pnpm install --lockfile-only",
  bun: "bun install --lockfile-only"
};
function committedLock(manager, { context }) {
  const found2 = context?.present ? context.find(".").filter((path) => LOCKFILES[manager].includes(path.slice(path.lastIndexOf("/") + 1))) : [];
  const [first] = found2.toSorted((one, other) => depthOf(one) - depthOf(other));
  return first?.slice(first.lastIndexOf("/") + 1);
}
function isMissing(manager, image) {
  return image.context?.present === true && image.context.declared && committedLock(manager, image) === void 0;
}
function folderOf({ context }) {
  return context === void 0 || context.path === "." ? "the repository" : context.path;
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
var PUBLIC2 = /pub(?:lic)?[-_.]|\.pub$|example|sample|test/i;
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
      const named2 = source.text.replace(/^\.\//, "");
      if (KEY_FILE.test(named2) && !PUBLIC2.test(named2))
        return [{ at: source.at, key: named2, what: `copies the private key ${named2} into the image` }];
      if (isEnvironmentFile(named2) && !context.leavesOut(joinPath(".", named2)) && !context.exists(named2))
        return [{ at: source.at, key: named2, what: `copies ${named2} into the image, a file that git does not hold` }];
      const taken = context.find(source.text);
      return live.flatMap((found2) => {
        const file = context.path === "." ? found2.path : found2.path.slice(context.path.length + 1);
        if (!isWithin(context.path, found2.path) || !taken.includes(file) || context.leavesOut(file)) return [];
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
        else if (!moves(reference.value) || isChosen(image, reference.value)) pass(image);
        else
          fail2(image, referenceAt, `${reference.value.text} ${whatMoves(reference.value)}`, {
            ...severityOf(image, system),
            fix: fixOf2(reference.value)
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
    function isChosen(image, { repository }) {
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
function fixOf2({ text: text2, tag }) {
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
  const { id } = server.facts.distribution;
  const own = [...server.workload.environment.values()].filter(
    ({ name }) => (id === STRIMZI.id ? /^[a-z.]+\.replication\.factor$/ : /^KAFKA_\w+_REPLICATION_FACTOR$/).test(name) && name.startsWith("KAFKA_CFG_") === (id === "bitnami") && name !== "KAFKA_CFG_REPLICATION_FACTOR"
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
  const { start } = workload;
  if (!start) return [];
  const lines = start.script ? start.script.commands.map((command) => command.words) : [start.argv.map((word) => word ?? "$")];
  return lines.slice(0, 200).flatMap((words3) => {
    const tool = words3.findIndex((word) => /(^|\/)(kafka-topics(\.sh)?|rpk)$/.test(word));
    if (tool === -1 || !words3.some((word) => word === "--create" || word === "create")) return [];
    const rpk = words3[tool]?.endsWith("rpk") === true;
    const value = optionOf(words3, rpk ? ["-r", "--replicas"] : ["--replication-factor"]);
    if (value === void 0 || value === "-1") return [];
    const topic = rpk ? words3[words3.indexOf("create") + 1] : optionOf(words3, ["--topic"]);
    return [{ name: topic ? `the topic ${topic}` : "a topic", value: wholeNumber(value), at: start.at }];
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
      const copies = copiesOf2(server, system);
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
function copiesOf2(server, system) {
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
  const named2 = ["controller.quorum.voters", "controller.quorum.bootstrap.servers"];
  if (named2.some((property) => kafkaProperty(facts, property).value !== void 0)) return void 0;
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
  const here = voters.filter((voter) => answers2(voter.host, server.workload, system));
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
function answers2(host, from, system) {
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
  if (!server || !["confluent", "apache", "strimzi"].includes(server.facts.distribution.id)) return [];
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
            fix: fixFor7(choice),
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
function fixFor7({ brokers, server }) {
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
        const number2 = port.container.known ? port.container.value : void 0;
        if (number2 === void 0 || !isAdministration(workload, number2)) continue;
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
            { key: `port.${number2}`, ...closed(port) }
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
        const number2 = port.container.known ? port.container.value : void 0;
        if (port.reach === "unknown")
          unverified(store2, port, "the bind address of a published port is set outside the repository");
        else if (port.reach === "any") {
          const compose = `Drop the \`ports\` entry, or bind it to loopback: \`"127.0.0.1:${port.host?.known ? port.host.value : number2}:${number2}"\`.`;
          fail2(store2, port, `${store2.name} (${store2.software?.name}) answers any host${through(port)}`, {
            key: `port.${number2}`,
            ...number2 ? { fix: closing3(port) ?? compose } : {},
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
  const number2 = port.container.known ? port.container.value : void 0;
  const purpose = store2.software?.ports.find((one) => one.port === number2)?.purpose;
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
  reads: ["nginx", "traefik", "haproxy", "caddy"],
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
      if (!target || mayBeOne(from, target)) continue;
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
  const isOpen4 = (workload) => workload.networkMode !== void 0 || workload.networks.length === 0 || workload.platform === "kubernetes";
  const isForeign = from.networks.some(({ network }) => network.startsWith("external:"));
  return isOpen4(from) || isOpen4(target) || isForeign || mayBeOne(from, target) ? void 0 : target;
}
function mayBeOne(from, target) {
  const external = target.networks.flatMap(({ network }) => /^external:(.*)$/.exec(network)?.[1] ?? []);
  return external.some((name) => from.networks.some((one) => name === one.identity || name.endsWith(`_${one.network}`)));
}
function namesOf({ networks }) {
  return networks.map((one) => one.network.replace(/^external:/, "")).join(", ");
}

// rules/network/port-conflict.ts
var ON_HOST = {
  fix: "Give each of them a port of its own (`PORT`), and the proxy its new address.",
  why: "A port can be bound once: whichever program starts second ends with EADDRINUSE, or in the cluster mode of PM2 takes a share of the requests for the other."
};
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
      const published = system.workloads.filter((workload) => workload.deployment === deployment.id).flatMap((workload) => [...workload.published, ...onHostNetwork(workload)].map((port) => ({ workload, port }))).filter(({ workload }) => workload.platform !== "pm2" || !isWorker(workload.name)).filter(({ port }) => port.host?.known && port.by?.kind !== "hostPort");
      if (published.length === 0) continue;
      pass(deployment);
      const byPort = /* @__PURE__ */ new Map();
      for (const later of published) {
        const onPort2 = later.port.host?.known ? byPort.get(later.port.host.value) ?? [] : [];
        if (later.port.host?.known) byPort.set(later.port.host.value, onPort2);
        const earlier = onPort2.find((one) => collide(one, later));
        onPort2.push(later);
        if (!earlier || !later.port.host?.known) continue;
        const listens = isOnHost(later.workload) && isOnHost(earlier.workload);
        const onNodes = later.port.by && earlier.port.by;
        const what = onNodes ? `the Services ${later.port.by?.name} and ${earlier.port.by?.name} both ask for node port ${later.port.host.value}` : `${later.workload.name} and ${earlier.workload.name} both ${listens ? "listen on" : "publish"} host port ${later.port.host.value}`;
        fail2(deployment, onNodes ? later.port.host : later.port, what, {
          ...onNodes ? NODE_PORTS : listens ? ON_HOST : {},
          key: `${later.workload.name}.${later.port.host.value}`,
          related: [
            { at: earlier.port.at, message: `${earlier.workload.name} ${listens ? "is given" : "publishes"} it here` }
          ]
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isWorker(name) {
  return nameWords(name).some(
    (word) => /^(?:\w*workers?|jobs?|cron|queues?|consumers?|scheduler|mailer|sync|beat)$/.test(word)
  );
}
function isOnHost({ platform, networkMode }) {
  return platform === "pm2" || networkMode?.known === true && networkMode.value === "host";
}
function onHostNetwork(workload) {
  const { platform, software, role, environment } = workload;
  if (platform === "pm2" || platform === "kubernetes" || !isOnHost(workload) || software || role !== "service")
    return [];
  const value = environment.get("PORT")?.value;
  const port = value?.known && /^\d{1,5}$/.test(value.value) ? Number(value.value) : 0;
  if (!value || port === 0) return [];
  const fact = { known: true, value: port, at: value.at };
  return [{ host: fact, container: fact, protocol: "tcp", reach: "any", at: value.at }];
}
function collide(one, other) {
  if (one.workload === other.workload || // One Service may lead to several workloads.
  one.port.by !== void 0 && one.port.by.name === other.port.by?.name || one.port.protocol !== other.port.protocol || !one.port.host?.known || !other.port.host?.known)
    return false;
  return one.port.host.value === other.port.host.value && one.port.hostEnd === void 0 && other.port.hostEnd === void 0 && sameAddress(one.port, other.port, one.workload.platform === "pm2");
}
function sameAddress(one, other, isPm2) {
  if (isPm2) return one.reach === other.reach;
  if (one.reach === "unknown" || other.reach === "unknown") return false;
  if (one.reach === "any" || other.reach === "any") return true;
  return one.address === other.address;
}

// src/model/listening-text.ts
var known3 = /* @__PURE__ */ new WeakMap();
var OTHER = /(?:^|\/)(?:node_modules|\.git|dist|build|coverage|vendor)\/|(?:-lock\.(?:json|ya?ml)|\.(?:lock|sum|svg|csv|md|mdx|txt|map|snap|sql))$/i;
var MOST_FILES2 = 2e3;
var LONGEST3 = 5e5;
function sourceTextOf(context) {
  const before = known3.get(context);
  if (before) return before;
  const files = context.find(".").filter((path) => !OTHER.test(path));
  const numbers = /* @__PURE__ */ new Set();
  if (files.length <= MOST_FILES2) {
    for (const path of files) {
      const text2 = context.read(path)?.text.slice(0, LONGEST3) ?? "";
      for (const [number2] of text2.matchAll(/(?<![\d.])\d{2,5}(?!\d)/g)) numbers.add(Number(number2));
    }
  }
  const found2 = { has: (port) => files.length > MOST_FILES2 || numbers.has(port) };
  known3.set(context, found2);
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
  const number2 = new RegExp(`(?<!\\d)${port}(?!\\d)`);
  const variables = [...workload.environment.values()].map(
    ({ value, raw }) => value.known ? value.value : raw ?? ""
  );
  const checks = workload.health.checks.map(({ text: text2 }) => text2);
  const build = workload.image?.dockerfile?.instructions.map(({ text: text2 }) => text2) ?? [];
  return [workload.start?.text ?? "", ...variables, ...checks, ...build].some((text2) => number2.test(text2));
}
var FEW_PORTS = /* @__PURE__ */ new Set(["postgres", "redis", "memcached", "mongodb"]);
function ofSoftware(workload) {
  const { software, distribution, image } = workload;
  if (!software || distribution?.id !== "official" || !FEW_PORTS.has(software.id) || image?.origin !== "pulled")
    return UNKNOWN;
  if (serviceFactsOf(workload)?.configMounted !== false || hidesPort(workload)) return UNKNOWN;
  return { state: "no", ports: distinct(workload.listens), because: `as ${software.name} does` };
}
function hidesPort({ environment, start }) {
  const open2 = [...environment.values()].some(
    ({ name, value }) => !value.known && /PORT|ADDR|LISTEN|BIND|URL|ARGS|OPTS/.test(name)
  );
  return open2 || (start?.argv.some((word) => word === null || word.includes("$")) ?? false);
}
function ofProgram(workload, port) {
  const { image } = workload;
  const told = [...workload.environment.values()].filter(({ name }) => PORT_VARIABLE2.test(name));
  if (told.some(({ value }) => !value.known) || hidesPort(workload)) return UNKNOWN;
  const variables = told.flatMap(({ name, value }) => {
    const number2 = value.known && /^\d{1,5}$/.test(value.value.trim()) ? Number(value.value) : 0;
    return number2 > 0 ? [{ name, number: number2 }] : [];
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
  reads: ["nginx", "traefik", "haproxy", "caddy"],
  check({ system, pass, fail: fail2 }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const published = workload.published.filter((port) => port.protocol === "tcp" && port.hostEnd === void 0);
      if (published.length === 0) continue;
      pass(workload);
      for (const port of published) {
        if (!port.container.known) continue;
        const number2 = port.container.value;
        const found2 = listening(workload, number2, system);
        if (found2.state !== "no") continue;
        const what = `${workload.name} publishes port ${number2}, and nothing in it listens there: it listens on ${found2.ports.join(" and ")} ${found2.because}`;
        fail2(workload, port, what, { key: `port.${number2}` });
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
  const count = hex.length + (embedded ? 2 : 0);
  return tail ? count < 8 : count === 8;
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
  const onRequest2 = new Map(
    deployments.map(({ id, onRequest: waiting }) => [id, new Set(waiting.flatMap((one) => [...namesOf2(one)]))])
  );
  return { byAlias, ofDeployment, onRequest: onRequest2 };
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
  const isHost = isAddress(name) || /^[\w-]+(?:\.[\w-]+)+$/.test(name);
  return isHost ? { kind: "outside" } : unknown2("the host is filled in elsewhere");
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
function bareName(host, from, { byAlias, ofDeployment, onRequest: onRequest2 }) {
  if (from.platform === "kubernetes") return unknown2("other manifests may be applied to the cluster");
  if (from.platform === "pm2" || from.networkMode || from.networks.length === 0)
    return unknown2("its names are looked up outside the repository");
  if (onRequest2.get(from.deployment)?.has(host)) return unknown2(`${host} is only started on request`);
  const beside = ofDeployment.get(from.deployment);
  if (beside && isNameOfContainer(host, beside.byName, from.platform))
    return unknown2("it may be the name that Compose gives to a container");
  const open2 = from.networks.find((network) => isOpen2(network, beside));
  if (open2) return unknown2(`other projects may be on the network ${open2.network.replace(/^external:/, "")}`);
  const namesake = byAlias.get(host)?.find((other) => other.deployment === from.deployment);
  return { kind: "nobody", ...namesake ? { namesake } : {} };
}
function isNameOfContainer(host, services, platform) {
  const numbered2 = host.replace(/[-_]\d+$/, "");
  if (numbered2 === host && platform !== "swarm") return false;
  const ends = [...numbered2.matchAll(numbered2 === host ? /(?<=.)_/g : /(?<=.)[-_]/g)];
  return ends.some(({ 0: separator, index }) => services.has(numbered2.slice(index + separator.length)));
}
function isOpen2(network, beside) {
  if (network.network.startsWith("external:")) return true;
  const named2 = network.identity === void 0 || !network.identity.includes("/");
  return named2 && (beside?.onNetwork.get(network.network) ?? 0) < 2;
}

// door:src/model/kubernetes/monitors.ts
var room4;
function enter5() {
  return room4 ??= require("./model-kubernetes-monitors.js");
}
function monitoredTargets(...given) {
  return enter5().monitoredTargets(...given);
}
function monitorProblems(...given) {
  return enter5().monitorProblems(...given);
}

// src/model/waits.ts
var WAITS = [
  /\b(?:nc|ncat|netcat)\b(?:[ \t]+-[\w-]+(?:[ \t]+\d+(?=[ \t]))?)*[ \t]+(?<host>[\w.-]+)[ \t]+(?<port>\d{1,5})\b/g,
  /\b(?:pg_isready|mysqladmin|redis-cli|mysql|psql)\b[^\n;&|]{0,200}?[ \t](?:-h|--host)[ \t=]?(?<host>[\w.-]+)/g,
  /\b(?:nslookup|getent[ \t]+hosts)[ \t]+(?<host>[\w.-]+)/g,
  /\b(?:wait-for-it(?:\.sh)?|wait-for(?:\.sh)?|wait4x[ \t]+tcp|wait-port|dockerize)\b[^\n;&|]{0,200}?[ \t=](?:\w+:\/\/)?(?<host>[a-z][\w.-]*):(?<port>\d{1,5})\b/gi,
  /\b(?:curl|wget)\b[^\n;&|]{0,200}?https?:\/\/(?<host>[\w.-]+)(?::(?<port>\d{1,5}))?/g
];
var LONGEST4 = 1e4;
var MOST_WAITS = 50;
function waitsOf(workloads, names) {
  const waiting = workloads.filter(({ pod, start }) => pod?.part === "init" && start);
  if (waiting.length === 0) return [];
  const mains = new Map(workloads.flatMap((one) => one.pod?.part === "main" ? [[podKey(one), one]] : []));
  return waiting.flatMap((init) => {
    const from = mains.get(podKey(init));
    return from ? waitsIn(init, from, names) : [];
  });
}
function podKey({ deployment, pod }) {
  return [deployment, pod?.kind, pod?.namespace, pod?.name].join("\n");
}
function waitsIn(init, from, names) {
  const { start } = init;
  if (!start) return [];
  const text2 = (start.script?.text ?? start.argv.map((word) => word ?? "$").join(" ")).slice(0, LONGEST4);
  const found2 = /* @__PURE__ */ new Map();
  for (const pattern of WAITS) {
    for (const { groups = {} } of text2.matchAll(pattern)) {
      const { host = "", port: written } = groups;
      const port = written === void 0 ? void 0 : Number(written);
      const answer = names.answer(host, port, init);
      if (answer.kind !== "workload" || answer.workload === from || found2.size >= MOST_WAITS) continue;
      found2.set(host, { from, host, ...port === void 0 ? {} : { port }, answer, at: start.at });
    }
  }
  return [...found2.values()];
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
function edgesOf(sources) {
  const { workloads, addresses, proxies, names } = sources;
  const production = new Set(workloads);
  return [
    ...addresses.map(environmentEdge),
    ...proxies.flatMap((proxy) => proxyEdges(proxy, production, names)),
    ...dependencyEdges(workloads),
    ...waitsOf(workloads, names).map(waitEdge),
    ...workloads.flatMap((workload) => argumentEdges(workload, names)),
    ...sources.prometheus.flatMap(scrapeEdges),
    ...monitorEdges(sources),
    ...sources.destinations.map((one) => configuredEdge(one, names))
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
        via: server.workloads && proxy.software !== "kubernetes" ? "label" : "proxy",
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
var ELSEWHERE = "something else may make a Service of that name in the cluster";
function serverAnswer(server, from, names) {
  const [workload, ...others] = server.workloads ?? [];
  if (workload) return { kind: "workload", workload, others };
  if (!server.host.known) return { kind: "unknown", because: server.host.because };
  if (from.kind === "proxy") {
    const isCluster = from.software === "kubernetes";
    return { kind: "unknown", because: isCluster ? ELSEWHERE : "nothing in the repository runs this configuration" };
  }
  return names.answer(server.host.value, server.port?.known ? server.port.value : void 0, from);
}
function dependencyEdges(workloads) {
  const byName = new Map(workloads.map((workload) => [`${workload.deployment}/${workload.name}`, workload]));
  return workloads.flatMap(
    (from) => from.dependsOn.flatMap(({ workload: host, at }) => {
      const workload = byName.get(`${from.deployment}/${host}`);
      if (!workload) return [];
      const answer = { kind: "workload", workload, others: [] };
      return [{ from, via: "dependency", host, answer, networks: networksInCommon(from, workload), at }];
    })
  );
}
function configuredEdge({ from, what, host, port, at }, names) {
  const answer = names.answer(host, port, from);
  const edge = { from, via: "configuration", host, answer, networks: common(from, answer), at, what };
  return port === void 0 ? edge : { ...edge, port };
}
function waitEdge(wait) {
  return { ...wait, via: "dependency", networks: common(wait.from, wait.answer) };
}
function scrapeEdges({ workload: from, configuration }) {
  if (configuration.state !== "read") return [];
  return configuration.jobs.flatMap(
    ({ job, targets }) => targets.flatMap(({ address: address2, answer, at }) => {
      if (!address2 || !answer) return [];
      const { host, port } = address2;
      const edge = { from, via: "scrape", host, answer, networks: common(from, answer), at, job: job.name };
      return [{ ...edge, ...port === void 0 ? {} : { port } }];
    })
  );
}
function monitorEdges({ clusters, workloads }) {
  if (clusters.length === 0) return [];
  const byId = new Map(workloads.map((workload) => [workload.id, workload]));
  return monitoredTargets(clusters).flatMap(({ by, workload: id, port, at }) => {
    const workload = byId.get(id);
    if (!workload) return [];
    const { kind, name, namespace } = by;
    const from = {
      id: `scrape:${workload.deployment}/${kind}/${namespace ?? ""}/${name}`,
      kind: "object",
      name: `${kind} ${name}`,
      weight: 2,
      at: by.at,
      files: [by.at.path]
    };
    const answer = { kind: "workload", workload, others: [] };
    const edge = { from, via: "scrape", host: workload.name, answer, networks: [], at, job: from.name };
    return [{ ...edge, ...port === void 0 ? {} : { port } }];
  });
}
var ADDRESS = /[a-z][a-z0-9+.-]{0,40}:\/\/(?:[^/@\s]{0,200}@)?(?<host>[\w.-]+)(?::(?<port>\d{1,5}))?|(?<![\w./-])(?<bare>[a-z][\w.-]*):(?<its>\d{2,5})(?!\d)/gi;
var LONGEST_WORD = 2048;
var MOST_WORDS = 200;
function argumentEdges(from, names) {
  const { start } = from;
  if (!start) return [];
  const words3 = start.script ? [start.script.text] : programWords(start.argv) ?? [];
  const found2 = /* @__PURE__ */ new Map();
  for (const word of words3.slice(0, MOST_WORDS)) {
    for (const { groups = {} } of word?.slice(0, LONGEST_WORD).matchAll(ADDRESS) ?? []) {
      const host = groups.host ?? groups.bare ?? "";
      const written = groups.port ?? groups.its;
      const port = written === void 0 ? void 0 : Number(written);
      const answer = names.answer(host, port, from);
      if (answer.kind !== "workload" || answer.workload === from) continue;
      const edge = { host, ...port === void 0 ? {} : { port }, answer, networks: common(from, answer) };
      found2.set(`${host}:${port}`, { from, via: "argument", ...edge, at: start.at });
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
    const port = openPort(workload, (one) => servesPagesOn(one) && !isOfBothProtocols(one, workload));
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
  ...[20, 21, 22, 23, 25, 53, 110, 143, 465, 514, 587, 993, 995, 1194, 1883, 3389, 5060, 5222, 5900, 6667],
  ...[1433, 1521, 2181, 2379, 3306, 4222, 5432, 5672, 6379, 7687, 9042, 9092, 26257, 27017]
]);
function servesPagesOn({ container }) {
  return !container.known || container.value < 1e4 && !OTHER_PROTOCOLS.has(container.value);
}
var PAGE_PORTS = /* @__PURE__ */ new Set([80, 443, 8080, 8443]);
function isOfBothProtocols(port, { published }) {
  const number2 = port.container.known ? port.container.value : void 0;
  if ([port.host, port.container].some((one) => one?.known && PAGE_PORTS.has(one.value))) return false;
  return published.some(
    ({ protocol, container }) => protocol === "udp" && container.known && container.value === number2
  );
}
function openPort({ published }, isMeant2 = () => true) {
  return published.find((port) => port.protocol === "tcp" && port.reach === "any" && isMeant2(port));
}
function throughOf({ host, container, by }) {
  if (by) return `the ${by.kind} ${by.name}`;
  const port = host ?? container;
  return port.known ? `port ${port.value}` : "a port";
}
function targetsOf2({ via, from, answer }) {
  if (via !== "proxy" && via !== "label" || from.kind !== "workload" || answer.kind !== "workload") return [];
  return openPort(from) ? [answer.workload, ...answer.others].filter((one) => one !== from) : [];
}
function servesDataAlone(workload, { edges }) {
  if (workload.role !== "proxy") return false;
  const targets = edges.filter(({ from }) => from === workload).flatMap(targetsOf2);
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
  reads: ["nginx", "traefik", "haproxy", "caddy"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const edges of edgesOfProxies(system).values()) {
      for (const edge of edges) {
        for (const target of targetsOf2(edge)) {
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
  const wanted2 = edge.answer.kind === "workload" ? edge.answer.port ?? edge.port : void 0;
  return port.container.value === (wanted2 ?? 80);
}
function portOf({ host, container }) {
  const port = host ?? container;
  return port.known ? port.value : void 0;
}
function onPort(port) {
  const number2 = portOf(port);
  return number2 === void 0 ? "" : ` on port ${number2}`;
}

// src/model/path-rewrite.ts
var IDENTITY = { kind: "identity" };
function unknownRewrite(at, because) {
  return { kind: "unknown", because, at };
}
function rewrittenPath(rewrite, path) {
  switch (rewrite.kind) {
    case "identity":
      return path;
    case "strip-prefix":
      return path.startsWith(rewrite.prefix) ? absolute(path.slice(rewrite.prefix.length)) : path;
    case "replace-prefix":
      return path.startsWith(rewrite.prefix) ? `${rewrite.by}${path.slice(rewrite.prefix.length)}` : path;
    case "replace-path":
      return rewrite.by;
    case "unknown":
      return void 0;
  }
}
function absolute(path) {
  return path.startsWith("/") ? path : `/${path}`;
}
function prefixReplaced(prefix, by, at) {
  if (prefix === by) return IDENTITY;
  if (prefix.endsWith("/") && by === "/") return { kind: "strip-prefix", prefix: prefix.slice(0, -1), at };
  return { kind: "replace-prefix", prefix, by, at };
}
function partsReplaced(prefix, by, at) {
  const [from, to] = [prefix, by].map((text2) => text2.replace(/\/$/, ""));
  if (from === to) return IDENTITY;
  return to === "" ? { kind: "strip-prefix", prefix: from, at } : { kind: "replace-prefix", prefix: from, by: to, at };
}
function coveredBy(beginning, { match: match2, text: text2 }) {
  if (match2 === "regex") return beginning === "" || beginning === "/" ? "all" : "unknown";
  if (text2.startsWith(beginning) || `${text2}/` === beginning) return "all";
  return match2 === "prefix" && beginning.startsWith(text2) ? "some" : "none";
}
var LITERAL = /^\^?((?:(?:[\w/%~@:-]|\\[./_~-])(?![?*+{]))*)/;
var TAILS = [
  [/^\(\.[*+]\)\$?$/, 1, "here"],
  [/^\(\/\.\*\)\??\$?$/, 1, "here"],
  [/^(?:\/\?|\(\?:\/\|\$\))\(\.\*\)\$?$/, 1, "separator"],
  [/^(?:\(\/\|\$\)|\(\/\)\?|\(\/\?\))\(\.\*\)\$?$/, 2, "separator"],
  [/^\(\?:\/\(\.\*\)\)\?\$?$/, 1, "separator"],
  [/^\(\/\(\.\*\)\)\?\$?$/, 2, "separator"]
];
var LONGEST5 = 500;
function patternRewrite(pattern, replacement, path, at) {
  const beyond = unknownRewrite(at, "a regular expression changes the path");
  if (pattern.length > LONGEST5 || replacement.length > LONGEST5) return beyond;
  const [whole2 = "", written = ""] = LITERAL.exec(pattern) ?? [];
  const literal2 = written.replace(/\\(.)/g, "$1");
  const covered = path.match === "regex" && path.text === pattern ? "all" : coveredBy(literal2, path);
  if (covered === "none") return IDENTITY;
  if (covered === "unknown") return beyond;
  if (covered === "some") return unknownRewrite(at, "only a part of the paths is changed");
  const [, front = replacement, dollar, back] = /^([^$\\]*)(?:\$\{?|\\)(\d)\}?$/.exec(replacement) ?? [];
  if (dollar === void 0) {
    if (/[$\\]/.test(replacement)) return beyond;
    return { kind: "replace-path", by: front, at };
  }
  const tail = TAILS.find(([form, group]) => group === Number(dollar) && form.test(pattern.slice(whole2.length)));
  if (!tail || back !== void 0) return beyond;
  const cut = tail[2] === "separator" || literal2.endsWith("/") ? "with its slash" : "before it";
  if (!front.startsWith("/") && (front !== "" || cut === "with its slash")) return beyond;
  if (tail[2] === "here")
    return front === "" ? { kind: "strip-prefix", prefix: literal2, at } : prefixReplaced(literal2, front, at);
  return front.endsWith("/") ? partsReplaced(literal2, front, at) : prefixReplaced(`${literal2}/`, front, at);
}

// src/model/unserved-routes.ts
var OF_PACKAGES = /^\/(?:[^/]+\/)*(?:docs?|swagger|api-?docs?|openapi|redoc|graphi?ql|playground|metrics|health\w*|ready\w*|live\w*|status|ping|socket\.?io|sockjs|ws|wss|hub|hubs|static|assets|public|media|uploads?|files|images|img|admin|queues|bull|auth|trpc|rpc|grpc|hls|stream|_next|favicon\.ico|robots\.txt|\.well-known)(?:[/.-]|$)/i;
function judgedRoutes(system) {
  const serviceOf = /* @__PURE__ */ new Map();
  for (const service2 of system.services) {
    for (const workload of service2.workloads) serviceOf.set(workload, service2);
  }
  return routeTargets(system).flatMap(({ proxy, route, targets }) => {
    const path = askedPath(route);
    if (path === void 0 || OF_PACKAGES.test(path) || targets.length === 0) return [];
    const services = new Set(targets.map(({ workload }) => serviceOf.get(workload)));
    const [service2] = services;
    if (!service2 || services.size > 1 || !isKnown(service2)) return [];
    return [{ proxy, route, service: service2, path, isServed: serves(service2.routes, { ...route.path, text: path }) }];
  });
}
function askedPath({ path, rewrite }) {
  if (path.match === "regex") return void 0;
  const asked = rewrittenPath(rewrite, path.text);
  return asked === void 0 || !/^\/[\w~.-]/.test(asked) || /[*?{}()$]/.test(asked) ? void 0 : asked;
}
function isKnown({ routes, isCertain, isWhole, sockets, rpc }) {
  return isCertain && isWhole && sockets.length === 0 && rpc.services.length === 0 && rpc.unresolved.length === 0 && routes.routes.length > 0 && routes.unresolved.length === 0 && routes.routes.every((one) => one.isResolved);
}
function serves({ routes, fallbacks }, path) {
  const text2 = path.text.toLowerCase();
  return fallbacks.some(({ prefix }) => {
    const beginning = prefix.toLowerCase();
    return beginning.startsWith(text2) || text2.startsWith(beginning);
  }) || routes.some((route) => answers3(route.path, path));
}
function answers3(route, { match: match2, text: text2 }) {
  const parts = segments(route);
  const asked = segments(text2);
  for (const [index, part] of asked.entries()) {
    const own = parts[index];
    if (own === void 0) return false;
    if (own.includes("*")) return true;
    if (own.includes(":")) continue;
    const isOpen4 = match2 === "prefix" && index === asked.length - 1 && !text2.endsWith("/");
    if (isOpen4 ? !own.startsWith(part) : own !== part) return false;
  }
  return match2 === "prefix" || parts.slice(asked.length).every((part) => /[*?]$/.test(part));
}
function segments(path) {
  return path.toLowerCase().split("/").filter(Boolean);
}

// rules/network/route-not-served.ts
var route_not_served_default = defineRule({
  id: "network/route-not-served",
  title: "A proxy sends requests to a path that the service does not serve",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "The proxy and the service both run, and every request between them ends in 404: the prefix that one of them adds or cuts is not the one that the other expects.",
  fix: "Make the path that arrives the one that is served: in nginx a slash behind the address in `proxy_pass` cuts the prefix of the location, and none keeps it; or give the routes of the service that prefix.",
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass",
    "https://doc.traefik.io/traefik/middlewares/http/stripprefix/",
    "https://kubernetes.io/docs/concepts/services-networking/ingress/"
  ],
  reads: ["nginx", "traefik", "haproxy", "caddy", "dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const judged of judgedRoutes(system)) {
      const { proxy, route, isServed } = judged;
      if (isServed) pass(proxy);
      else
        fail2(proxy, route, describe6(judged), { key: `${route.path.match} ${route.path.text} ${judged.service.name}` });
    }
  },
  examples: { bad: [], good: [] }
});
var MOST_NAMED = 3;
function describe6({ route, service: service2, path }) {
  const as = path === route.path.text ? "" : ` as ${path}`;
  const paths = [...new Set(service2.routes.routes.map((one) => one.path))];
  const shown = paths.slice(0, MOST_NAMED);
  const more2 = paths.length - shown.length;
  const last = shown.pop() ?? "";
  const list = more2 > 0 ? `${[...shown, last].join(", ")} and ${more2} more` : shown.length > 0 ? `${shown.join(", ")} and ${last}` : last;
  const are = paths.length === 1 ? "its only route is" : "its routes are";
  return `${route.path.text} goes to ${service2.name}${as}, and ${service2.name} serves nothing there: ${are} ${list}`;
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
  fix: 'Let the proxy listen on 443 with a certificate (nginx: `listen 443 ssl` with certbot; Traefik: an entry point with a certificate resolver; Caddy does it by itself) and redirect port 80. If a load balancer, CDN or tunnel in front encrypts, say so in erp-audit.yml: `proxies: { tlsTerminatedUpstream: true }`. What only this machine is to reach is bound to it: `"127.0.0.1:8080:8080"`.',
  refs: [
    "https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html",
    "https://letsencrypt.org/docs/"
  ],
  reads: ["nginx", "traefik", "haproxy", "caddy"],
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
          `${subject.name} serves users through ${through2}, and nothing in the repository encrypts that`,
          isOnCluster(subject) ? { fix: KUBERNETES_FIX } : {}
        );
    }
  },
  examples: { bad: [], good: [] }
});
function hiddenPart({ proxies, unreadable }) {
  const broken = unreadable.find((file) => file.production);
  if (broken) return `${broken.path} could not be read`;
  const proxy = proxies.find((one) => one.weight > 0 && !one.complete);
  return proxy && `the configuration of ${proxy.name} is not known in full`;
}
var KUBERNETES_FIX = "Lead users through an Ingress with `tls: [{ hosts: [erp.example.com], secretName: erp-tls }]`, or a Gateway with a listener `protocol: HTTPS` (Istio: `tls: { mode: SIMPLE, credentialName: erp-tls }`), let cert-manager fill the Secret, and redirect port 80; the Service behind it needs no LoadBalancer of its own. If a load balancer or CDN in front encrypts, say so in erp-audit.yml: `proxies: { tlsTerminatedUpstream: true }`.";
function isOnCluster(subject) {
  return subject.kind === "object" || subject.platform === "kubernetes";
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
  reads: ["nginx", "traefik", "haproxy", "caddy"],
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
  const { software, image, start } = workload;
  if (software?.kind !== "proxy") return false;
  const instructions = image?.dockerfile?.instructions ?? [];
  if (image?.origin === "built" && !image.dockerfile) return false;
  if (instructions.some(
    ({ keyword, text: text2 }) => keyword === "RUN" && /\b(?:apk|apt|apt-get|yum|dnf|npm|pip3?|curl|wget)\b/.test(text2)
  ))
    return false;
  if (!start || start.source === "image") return true;
  if (start.argv[0]?.startsWith("-")) return true;
  const program = start.shell ? void 0 : programOf(start.argv.flatMap((word) => word ?? []));
  return program !== void 0 && /^(?:nginx|traefik|haproxy|caddy|(?:docker-)?entrypoint\.sh)$/.test(program);
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
  reads: ["nginx", "traefik", "haproxy", "caddy", "kubernetes"],
  check({ system, pass, fail: fail2 }) {
    for (const [proxy, edges] of edgesOfProxies(system)) {
      if (edges.every(({ answer }) => answer.kind !== "workload")) continue;
      pass(proxy);
      for (const edge of edges) {
        const port = portOf2(edge);
        const wrong = port === void 0 ? void 0 : mismatch2(edge, port, system);
        if (!wrong || port === void 0) continue;
        const { to, ports, because } = wrong;
        if (proxy.software === "kubernetes" && to.published.some((one) => knownValue(one.container) === port)) continue;
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
  if (!server || server.port || proxy?.software === "haproxy" || proxy?.software === "kubernetes") return void 0;
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
var NOT_FOR_CONNECTING = wordSet(
  "ISSUER ISSUERS AUDIENCE AUDIENCES NAMESPACE NAMESPACES REALM ORIGIN ORIGINS CORS ALLOWED TRUSTED REDIRECT CALLBACK RETURN PUBLIC EXTERNAL ADVERTISED LISTEN LISTENER LISTENERS BIND SCHEMA XMLNS REFERER DOMAIN DOMAINS VIRTUAL SMTP MAIL MAILER EMAIL LDAP LDAPS AD SAML NTP SYSLOG PROXY SMB CIFS NFS PRINTER SFTP FTP DNS EXAMPLE TEST"
);
var FOR_ITSELF = wordSet(
  "HOST HOSTNAME SERVER_NAME SERVER APP_HOST APP_URL BASE_URL ROOT_URL SITE_URL FRONTEND_URL WEB_URL APP_BASE_URL ADDR ADDRESS ENDPOINT"
);
var FOR_BROWSERS = ["VITE_", "REACT_APP_", "GATSBY_", "VUE_APP_", "NG_APP_", "STORYBOOK_"];
function isForConnecting(name) {
  const upper = name.toUpperCase();
  if (FOR_ITSELF.has(upper) || FOR_BROWSERS.some((prefix) => upper.startsWith(prefix))) return false;
  return !hasWordOf(upper, NOT_FOR_CONNECTING);
}

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
      const text2 = textOf(value);
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
function namedItems(list) {
  const seen = /* @__PURE__ */ new Set();
  return itemsOf(list).flatMap((item) => {
    if (item.kind !== "map") return [];
    const name = child(item, "name");
    const text2 = textOf(name) ?? textOf(child(item, "image")) ?? "";
    if (text2 === "" || seen.has(text2)) return [];
    seen.add(text2);
    return [{ node: item, name: text2, at: name?.at ?? item.at }];
  });
}
function mainOf(containers, object, template) {
  const names = new Set(containers.map((one) => one.name));
  const said = textOf(descend(template, "metadata", "annotations", "kubectl.kubernetes.io/default-container"));
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

// src/model/kubernetes/doubts.ts
var QUIET_GROUPS = /* @__PURE__ */ new Set([
  ...["", "apps", "batch", "autoscaling", "policy", "extensions", "networking.k8s.io", "rbac.authorization.k8s.io"],
  ...["storage.k8s.io", "scheduling.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "node.k8s.io"],
  ...["certificates.k8s.io", "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io"],
  ...["flowcontrol.apiserver.k8s.io", "gateway.networking.k8s.io", "policy.networking.k8s.io", "autoscaling.k8s.io"],
  ...["snapshot.storage.k8s.io", "externaldns.k8s.io", "cert-manager.io", "acme.cert-manager.io"],
  ...["networking.istio.io", "security.istio.io", "telemetry.istio.io", "linkerd.io", "policy.linkerd.io"],
  ...["traefik.io", "traefik.containo.us", "projectcontour.io", "getambassador.io", "configuration.konghq.com"],
  ...["k8s.nginx.org", "networking.gke.io", "cloud.google.com", "elbv2.k8s.aws", "vpcresources.k8s.aws", "metallb.io"],
  ...["karpenter.sh", "karpenter.k8s.aws", "external-secrets.io", "bitnami.com", "secrets.hashicorp.com"],
  ...["secrets-store.csi.x-k8s.io", "kyverno.io", "constraints.gatekeeper.sh", "templates.gatekeeper.sh"],
  ...["cilium.io", "crd.projectcalico.org", "projectcalico.org", "velero.io"]
]);
var QUIET_KINDS = /* @__PURE__ */ new Set([
  ...["monitoring.coreos.com/ServiceMonitor", "monitoring.coreos.com/PodMonitor", "monitoring.coreos.com/Probe"],
  ...["monitoring.coreos.com/PrometheusRule", "monitoring.coreos.com/AlertmanagerConfig", "keda.sh/ScaledObject"],
  ...["keda.sh/TriggerAuthentication", "keda.sh/ClusterTriggerAuthentication"]
]);
function mayBeUnseen(system, cluster) {
  return !cluster.complete || system.notEvaluated.some(({ because }) => /\bHelm\b/.test(because)) || system.clusters.some(({ objects }) => objects.some(mayMakePods));
}
function mayMakePods(object) {
  const group = groupOf2(object);
  if (QUIET_GROUPS.has(group) || QUIET_KINDS.has(`${group}/${object.kind}`)) return false;
  return podTemplateOf(object) === void 0;
}

// door:src/model/kubernetes/matches.ts
var room5;
function enter6() {
  return room5 ??= require("./model-kubernetes-matches.js");
}
function mismatchesOf(...given) {
  return enter6().mismatchesOf(...given);
}
function isStandardRoute(...given) {
  return enter6().isStandardRoute(...given);
}
function missingService(...given) {
  return enter6().missingService(...given);
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
  reads: ["nginx", "traefik", "haproxy", "caddy", "kubernetes", "prometheus"],
  check(context) {
    const elsewhere = namesOutsideProduction(context.system);
    for (const [proxy, edges] of edgesOfProxies(context.system)) {
      if (edges.every(({ from }) => from.kind === "proxy")) continue;
      context.pass(proxy);
      for (const edge of edges) judge3(edge, proxy, `${edge.from.name} sends to ${edge.host}`, elsewhere, context);
    }
    judgeClusters(context);
    for (const edge of context.system.edges) {
      const { from, host, variable: variable3, what = "" } = edge;
      if (edge.via === "configuration" && from.kind === "workload") {
        if (edge.answer.kind === "workload") context.pass(from);
        if (edge.answer.kind === "nobody")
          judge3(edge, from, `${from.name} sends to ${host} (${what})`, elsewhere, context);
        continue;
      }
      if (edge.via !== "environment" || from.kind !== "workload" || !isPeer(edge)) continue;
      if (edge.answer.kind === "workload") context.pass(from);
      if (edge.answer.kind === "nobody")
        judge3(edge, from, `${from.name} connects to ${host} (${variable3?.name})`, elsewhere, context);
    }
  },
  examples: { bad: [], good: [] }
});
function judgeClusters({ system, pass, fail: fail2, implied, unverified }) {
  const services = system.clusters.flatMap((one) => one.services);
  const unseen = new Map(system.clusters.map((cluster) => [cluster, mayBeUnseen(system, cluster)]));
  for (const proxy of system.proxies) {
    if (!proxy.kubernetes) continue;
    pass(proxy);
    for (const route of proxy.kubernetes.routes) {
      const missing = missingService(route, services);
      if (!missing) continue;
      if (unseen.get(proxy.kubernetes.cluster))
        unverified(proxy, route, `something that is not in the manifests may make the Service ${route.service}`);
      else if (isStandardRoute(route)) implied(proxy, "kubernetes/selector-matches-nothing");
      else fail2(proxy, missing.at, missing.message, { key: missing.part, fix: missing.fix });
    }
  }
}
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
  const hosted = onHost2(edge, system);
  if (hosted) {
    const fix2 = `Send to \`host.docker.internal\` with \`extra_hosts: ["host.docker.internal:host-gateway"]\` in ${edge.from.name}, or take \`network_mode: host\` from ${host}.`;
    const message2 = `${what}, which is on the network of the host, where containers have no name`;
    fail2(subject, edge, message2, {
      key: variable3 ? `${variable3.name}.${host}` : edge.what ? `${edge.what}.${host}` : host,
      fix: fix2
    });
    return;
  }
  const beside = namesBeside(edge, system);
  const replica = host.replace(/[-_]?\d+$/, "");
  const fix = replica !== host && beside.includes(replica) ? `Send to \`${replica}\`, which is the name of all its replicas: Compose calls no container \`${host}\`.` : void 0;
  const message = `${what}, and no container on its networks has that name${fix ? "" : didYouMean(host, beside)}`;
  fail2(subject, edge, message, {
    key: variable3 ? `${variable3.name}.${host}` : edge.what ? `${edge.what}.${host}` : host,
    ...fix ? { fix } : {}
  });
}
function isPeer({ variable: variable3, address: address2, port }) {
  if (!variable3 || !address2 || !isForConnecting(variable3.name)) return false;
  if (address2.form === "url") return address2.scheme !== void 0 && isNetworkScheme(address2.scheme);
  return address2.form === "named" && port !== void 0;
}
function onHost2({ from, host }, { workloads }) {
  const deployment = from.kind === "workload" ? from.deployment : void 0;
  const namesake = workloads.find((other) => other.deployment === deployment && other.name === host);
  return namesake?.networkMode?.known === true && namesake.networkMode.value === "host";
}
var MOST_NAMES = 200;
function namesBeside({ from }, { workloads }) {
  const deployment = from.kind === "workload" ? from.deployment : void 0;
  const beside = workloads.filter((other) => other.deployment === deployment && other !== from);
  return beside.slice(0, MOST_NAMES).map((other) => other.name);
}

// src/knowledge/pools/library.ts
function fixed2(connections) {
  return { kind: "fixed", connections };
}
function options(...names) {
  return { options: names, parameters: [] };
}
function parameters(...names) {
  return { options: [], parameters: names };
}
var NOWHERE = { options: [], parameters: [] };

// src/knowledge/pools/javascript.ts
var OTHERS2 = /^(?:connection_limit|pool_timeout|pool_?size|pool_max_conns|max_?pool_?size|connectionlimit|max)$/i;
var POSTGRES2 = "https://node-postgres.com/apis/pool";
var MYSQL22 = "https://sidorares.github.io/node-mysql2/docs/examples/connections/create-pool";
var pgWait = {
  default: "forever",
  unit: "milliseconds",
  otherwise: ["statement_timeout", "query_timeout", "extra.statement_timeout", "extra.query_timeout"]
};
var JAVASCRIPT_POOLS = [
  {
    id: "pg",
    name: "node-postgres",
    packages: ["pg", "pg-pool"],
    size: { default: fixed2(10), ...options("max", "poolSize") },
    wait: { ...pgWait, ...options("connectionTimeoutMillis") },
    ignoredParameters: OTHERS2,
    example: (connections) => `max: ${connections}`,
    waitExample: "connectionTimeoutMillis: 5_000",
    source: POSTGRES2
  },
  {
    id: "mysql2",
    name: "mysql2",
    packages: ["mysql2"],
    size: { default: fixed2(10), options: ["connectionLimit"], parameters: ["connectionLimit"] },
    // It has no time limit, only `queueLimit` and `waitForConnections: false`, with which it refuses at once.
    wait: {
      default: "forever",
      unit: "milliseconds",
      otherwise: ["queueLimit", "waitForConnections", "extra.queueLimit", "extra.waitForConnections"],
      ...NOWHERE
    },
    ignoredParameters: /^(?:connection_limit|pool_timeout|pool_?size|max_?pool_?size|max)$/i,
    example: (connections) => `connectionLimit: ${connections}`,
    waitExample: "queueLimit: 50",
    source: MYSQL22
  },
  {
    id: "postgres",
    name: "postgres.js",
    packages: ["postgres"],
    size: { default: fixed2(10), options: ["max"], parameters: ["max"] },
    wait: { default: "caller", unit: "seconds", ...NOWHERE },
    example: (connections) => `max: ${connections}`,
    source: "https://github.com/porsager/postgres#connection-details"
  },
  {
    id: "typeorm-postgres",
    name: "TypeORM",
    packages: ["typeorm"],
    size: { default: fixed2(10), ...options("extra.max", "poolSize") },
    wait: { ...pgWait, ...options("extra.connectionTimeoutMillis", "connectTimeoutMS") },
    ignoredParameters: OTHERS2,
    example: (connections) => `poolSize: ${connections}`,
    waitExample: "connectTimeoutMS: 5_000",
    source: "https://typeorm.io/docs/drivers/postgres/"
  },
  {
    id: "typeorm-mysql",
    name: "TypeORM",
    packages: ["typeorm"],
    size: { default: fixed2(10), ...options("extra.connectionLimit", "poolSize") },
    wait: {
      default: "forever",
      unit: "milliseconds",
      otherwise: ["queueLimit", "waitForConnections", "extra.queueLimit", "extra.waitForConnections"],
      ...NOWHERE
    },
    ignoredParameters: OTHERS2,
    example: (connections) => `poolSize: ${connections}`,
    waitExample: "extra: { queueLimit: 50 }",
    source: "https://typeorm.io/docs/drivers/mysql/"
  },
  {
    id: "sequelize",
    name: "Sequelize",
    packages: ["sequelize", "@sequelize/core"],
    size: { default: fixed2(5), ...options("pool.max") },
    wait: { default: 60, unit: "milliseconds", ...options("pool.acquire") },
    ignoredParameters: OTHERS2,
    example: (connections) => `pool: { max: ${connections} }`,
    source: "https://sequelize.org/docs/v6/other-topics/connection-pool/"
  },
  {
    id: "knex",
    name: "Knex",
    packages: ["knex"],
    size: { default: fixed2(10), ...options("pool.max") },
    wait: { default: 60, unit: "milliseconds", ...options("acquireConnectionTimeout", "pool.acquireTimeoutMillis") },
    ignoredParameters: OTHERS2,
    example: (connections) => `pool: { min: 0, max: ${connections} }`,
    source: "https://knexjs.org/guide/#pool"
  },
  {
    id: "mikro-orm",
    name: "MikroORM",
    packages: ["@mikro-orm/core", "@mikro-orm/postgresql", "@mikro-orm/mysql", "@mikro-orm/mariadb"],
    before: 7,
    size: { default: fixed2(10), ...options("pool.max") },
    wait: { default: 60, unit: "milliseconds", ...options("pool.acquireTimeoutMillis") },
    ignoredParameters: OTHERS2,
    example: (connections) => `pool: { max: ${connections} }`,
    source: "https://mikro-orm.io/docs/6.4/configuration#connection-pool"
  },
  {
    // Since 7 it has the pool of the driver in place of that of Knex.
    id: "mikro-orm",
    name: "MikroORM",
    packages: ["@mikro-orm/core", "@mikro-orm/postgresql", "@mikro-orm/mysql", "@mikro-orm/mariadb"],
    size: { default: fixed2(10), ...options("driverOptions.max", "pool.max") },
    wait: { ...pgWait, ...options("driverOptions.connectionTimeoutMillis") },
    ignoredParameters: OTHERS2,
    example: (connections) => `pool: { max: ${connections} }`,
    waitExample: "driverOptions: { connectionTimeoutMillis: 5_000 }",
    source: "https://mikro-orm.io/docs/configuration#connection-pool"
  },
  {
    id: "prisma",
    name: "Prisma",
    packages: ["@prisma/client", "prisma"],
    before: 7,
    size: {
      default: {
        kind: "processors",
        perProcessor: 2,
        plus: 1,
        least: 3,
        because: "twice the processors of the machine that it runs on, and one"
      },
      ...parameters("connection_limit")
    },
    wait: { default: 10, unit: "seconds", ...parameters("pool_timeout") },
    example: (connections) => `?connection_limit=${connections}&pool_timeout=10 in the URL`,
    source: "https://www.prisma.io/docs/orm/v6/prisma-client/setup-and-configuration/databases-connections/connection-pool"
  },
  {
    // Prisma 7, and earlier versions that are given an adapter: the pool is that of node-postgres.
    id: "prisma-pg",
    name: "Prisma with @prisma/adapter-pg",
    packages: ["@prisma/adapter-pg"],
    size: { default: fixed2(10), ...options("max", "poolSize") },
    wait: { ...pgWait, ...options("connectionTimeoutMillis") },
    ignoredParameters: OTHERS2,
    example: (connections) => `new PrismaPg({ connectionString, max: ${connections} })`,
    waitExample: "new PrismaPg({ connectionString, connectionTimeoutMillis: 5_000 })",
    source: "https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/connection-pool"
  },
  {
    id: "prisma-mariadb",
    name: "Prisma with @prisma/adapter-mariadb",
    packages: ["@prisma/adapter-mariadb"],
    size: { default: fixed2(10), options: ["connectionLimit"], parameters: ["connectionLimit"] },
    wait: { default: 10, unit: "milliseconds", options: ["acquireTimeout"], parameters: ["acquireTimeout"] },
    ignoredParameters: /^(?:connection_limit|pool_timeout)$/,
    example: (connections) => `new PrismaMariaDb({ \u2026, connectionLimit: ${connections} })`,
    source: "https://mariadb.com/docs/connectors/mariadb-connector-nodejs/connector-nodejs-promise-api#pool-options"
  },
  {
    id: "mongodb",
    name: "the MongoDB driver",
    packages: ["mongodb"],
    before: 4,
    size: { default: fixed2(5), options: ["poolSize", "maxPoolSize"], parameters: ["maxPoolSize"] },
    wait: {
      default: "forever",
      unit: "milliseconds",
      options: ["waitQueueTimeoutMS"],
      parameters: ["waitQueueTimeoutMS"]
    },
    example: (connections) => `poolSize: ${connections}`,
    waitExample: "waitQueueTimeoutMS: 5_000",
    source: "https://mongodb.github.io/node-mongodb-native/3.6/reference/unified-topology/"
  },
  {
    id: "mongodb",
    name: "the MongoDB driver",
    packages: ["mongodb"],
    size: { default: fixed2(100), options: ["maxPoolSize"], parameters: ["maxPoolSize"] },
    wait: {
      default: "forever",
      unit: "milliseconds",
      options: ["waitQueueTimeoutMS"],
      parameters: ["waitQueueTimeoutMS"]
    },
    example: (connections) => `maxPoolSize: ${connections}`,
    waitExample: "waitQueueTimeoutMS: 5_000",
    source: "https://www.mongodb.com/docs/drivers/node/current/connect/connection-options/connection-pools/"
  }
];

// src/knowledge/pools/python.ts
var NO_URL = /^(?:connection_limit|pool_timeout|pool_?size|max_?overflow|pool_max_conns)$/i;
var PYTHON_POOLS = [
  {
    id: "sqlalchemy",
    name: "SQLAlchemy",
    packages: ["sqlalchemy", "sqlmodel", "flask-sqlalchemy"],
    // `pool_size=0` and `max_overflow=-1` are without a limit.
    size: { default: fixed2(5), ...options("pool_size") },
    overflow: { default: 10, ...options("max_overflow") },
    wait: { default: 30, unit: "seconds", ...options("pool_timeout") },
    ignoredParameters: NO_URL,
    example: (connections) => `pool_size=${connections}, max_overflow=0`,
    source: "https://docs.sqlalchemy.org/en/20/core/pooling.html#sqlalchemy.pool.QueuePool"
  },
  {
    id: "asyncpg",
    name: "asyncpg",
    packages: ["asyncpg"],
    size: { default: fixed2(10), ...options("max_size") },
    // `acquire(timeout=\u2026)` alone bounds it; `timeout` of create_pool is that of connecting.
    wait: { default: "forever", unit: "seconds", otherwise: ["command_timeout"], ...NOWHERE },
    ignoredParameters: NO_URL,
    example: (connections) => `min_size=1, max_size=${connections}`,
    waitExample: "pool.acquire(timeout=5)",
    source: "https://magicstack.github.io/asyncpg/current/api/index.html#connection-pools"
  },
  {
    id: "databases",
    name: "databases",
    packages: ["databases"],
    size: { default: fixed2(10), options: ["max_size"], parameters: ["max_size"] },
    wait: { default: "forever", unit: "seconds", ...NOWHERE },
    example: (connections) => `min_size=1, max_size=${connections}`,
    source: "https://www.encode.io/databases/connections_and_transactions/#connection-options"
  },
  {
    id: "psycopg_pool",
    name: "psycopg_pool",
    packages: ["psycopg-pool", "psycopg"],
    // Without `max_size` it is `min_size`, which is 4.
    size: { default: fixed2(4), ...options("max_size", "min_size") },
    wait: { default: 30, unit: "seconds", ...options("timeout") },
    example: (connections) => `max_size=${connections}`,
    source: "https://www.psycopg.org/psycopg3/docs/api/pool.html"
  },
  {
    id: "django",
    name: "Django",
    packages: ["django"],
    size: { default: { kind: "per-request" }, ...NOWHERE },
    wait: { default: "caller", unit: "seconds", ...NOWHERE },
    example: (connections) => `OPTIONS: {"pool": {"max_size": ${connections}}}`,
    source: "https://docs.djangoproject.com/en/5.2/ref/databases/#connection-management"
  },
  {
    // `OPTIONS: {"pool": True}`, since 5.1.
    id: "django-pool",
    name: "Django",
    packages: ["django"],
    size: { default: fixed2(4), ...options("max_size", "min_size") },
    wait: { default: 30, unit: "seconds", ...options("timeout") },
    example: (connections) => `OPTIONS: {"pool": {"max_size": ${connections}}}`,
    source: "https://docs.djangoproject.com/en/5.2/ref/databases/#connection-pool"
  }
];
var GO_POOLS = [
  {
    id: "database/sql",
    name: "database/sql",
    packages: [],
    size: { default: { kind: "unlimited" }, ...options("SetMaxOpenConns") },
    wait: { default: "caller", unit: "seconds", ...NOWHERE },
    example: (connections) => `db.SetMaxOpenConns(${connections})`,
    source: "https://pkg.go.dev/database/sql#DB.SetMaxOpenConns"
  },
  {
    id: "pgxpool",
    name: "pgxpool",
    packages: [],
    size: {
      default: {
        kind: "processors",
        perProcessor: 1,
        plus: 0,
        least: 4,
        because: "as many as the machine that it runs on has processors, at least 4"
      },
      options: ["MaxConns"],
      parameters: ["pool_max_conns"]
    },
    wait: { default: "caller", unit: "seconds", ...NOWHERE },
    ignoredParameters: /^(?:connection_limit|pool_timeout|pool_?size|max_?pool_?size|max_conns)$/i,
    example: (connections) => `config.MaxConns = ${connections}, or ?pool_max_conns=${connections} in the URL`,
    source: "https://pkg.go.dev/github.com/jackc/pgx/v5/pgxpool#Config"
  }
];

// src/knowledge/pools/index.ts
var POOL_LIBRARIES = [...JAVASCRIPT_POOLS, ...PYTHON_POOLS, ...GO_POOLS];
function poolLibrary(id, major) {
  const rows = POOL_LIBRARIES.filter((row) => row.id === id);
  const old = major === void 0 ? void 0 : rows.find((row) => row.before !== void 0 && major < row.before);
  return old ?? rows.find((row) => row.before === void 0) ?? rows.at(-1);
}
var DATABASE_PACKAGES = /^(?:pg|pg-pool|pg-promise|mysql2?|postgres|slonik|typeorm|sequelize(?:-typescript)?|knex|objection|kysely|mongodb|mongoose|drizzle-orm|@prisma\/.*|prisma|@nestjs\/(?:typeorm|sequelize|mongoose)|@mikro-orm\/.*|sqlalchemy|sqlmodel|asyncpg|aiopg|psycopg2?|psycopg_pool|pymysql|MySQLdb|aiomysql|asyncmy|databases|flask_sqlalchemy|tortoise|peewee|pony|django|database\/sql|gorm\.io\/.*|github\.com\/(?:jackc\/|jmoiron\/sqlx|lib\/pq|go-sql-driver\/|go-gorm\/|go-pg\/|uptrace\/bun).*|entgo\.io\/.*|go\.mongodb\.org\/.*)(?:[./]|$)/;

// src/model/code/pool.ts
var HIDDEN_URL = "its URL is not known";
function exactly(count) {
  return { low: count, high: count };
}
function atLeast(low, because) {
  return { low, high: Number.POSITIVE_INFINITY, because };
}
function plus(one, other) {
  return combined(one, other, one.low + other.low, one.high + other.high);
}
function times(one, other) {
  const high = one.high === 0 || other.high === 0 ? 0 : one.high * other.high;
  return combined(one, other, one.low * other.low, high);
}
function combined(one, other, low, high) {
  const because = one.because ?? other.because;
  return { low, high, ...because === void 0 ? {} : { because } };
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
    if (instruction.keyword === "WORKDIR") workdir = absolute2(workdir, instruction.text.trim());
    if (instruction.keyword === "RUN") return [{ instruction, target: "" }];
    const copy = copyOf(instruction);
    return copy ? [{ instruction, copy, target: absolute2(workdir, copy.target) }] : [];
  });
}
function absolute2(workdir, path) {
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
    const target = targetOf(mount);
    if (target === void 0 || target.length < length || !isWithin(target, path)) continue;
    best = mount;
    length = target.length;
  }
  return best;
}
function targetOf(mount) {
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
  const target = targetOf(mount) ?? "";
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
    const target = targetOf(mount);
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
  const matches4 = pathMatcher(pattern);
  const files = [];
  for (const path of [...paths].filter(matches4).sort().slice(0, MOST_FILES3)) {
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
var DEEPEST = 10;
var INIT = /^(?:tini|tini-static|dumb-init|docker-init|catatonit|init|s6-svscan|s6-overlay-suexec|supervisord|runsvdir|my_init|runit|circusd|pm2-runtime|pm2-docker|pm2|honcho|foreman|multirun|pause|systemd)$/;
var MANAGERS = /^(?:npm|npx|yarn|yarnpkg|pnpm|pnpx)$/;
var SHELLS2 = /^(?:ba|da|a|z|k)?sh$/;
var HARMLESS2 = /^(?:sleep|tail|cat|true|echo|wait|crond|cron|supercronic)$/;
function signalPathOf(container, tree) {
  const { start, image, init } = container;
  if (!start) return void 0;
  if (init) return { state: "reaches" };
  const context = image?.context?.path;
  const inside = {
    files: containerFilesOf(container, tree),
    shell: shellOf(image),
    folder: knownValue(image?.dockerfile?.workdir) ?? "/",
    usesModernYarn: tree.exists(".yarnrc.yml") || context !== void 0 && tree.exists(joinPath(context, ".yarnrc.yml"))
  };
  const path = follow(start.argv, { inside, at: start.at, depth: 0 });
  return path?.state === "lost" && inside.shell === void 0 && !start.replacesEntrypoint ? unknown3(start.at, "which entrypoint its image has is not known") : path;
}
function follow(argv, step) {
  const words3 = unwrapCommand(argv);
  const program = programOf(words3);
  const before = argv.slice(0, argv.length - words3.length);
  if ([...before, program].some((word) => INIT.test(baseName2(word)))) return { state: "reaches" };
  if (program === void 0 || step.depth > DEEPEST) return unknown3(step.at, "which program it starts is not known");
  if (HARMLESS2.test(program)) return void 0;
  if (MANAGERS.test(program)) return managed(program, words3, step);
  if (SHELLS2.test(program)) return inShell(program, words3, step);
  const script = scriptAt(words3[0] ?? "", step);
  return script ? inScript(script, words3.slice(1), step) : { state: "reaches" };
}
function baseName2(word) {
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
  const script = file === -1 ? void 0 : scriptAt(words3[file] ?? "", step);
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
function scriptAt(word, { inside }) {
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
  const folder = workload.image?.context?.path ?? workload.directory ?? (workload.pm2 ? folderOf3(workload) : void 0);
  const source = name === void 0 || folder === void 0 ? void 0 : tree.read(joinPath(folder, "package.json"));
  if (!source || name === void 0) return void 0;
  const scripts = /"scripts"\s*:\s*\{/.exec(source.text);
  if (!scripts) return void 0;
  const key = JSON.stringify(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const entry2 = new RegExp(`${key}\\s*:\\s*"((?:[^"\\\\]|\\\\.){0,2000})"`).exec(source.text.slice(scripts.index));
  if (!entry2) return void 0;
  const start = scripts.index + entry2.index;
  return parseShell(unescaped(entry2[1] ?? ""), { path: source.path, start, end: start + entry2[0].length });
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

// src/model/process/options.ts
function optionIn(words3, options2) {
  for (const [index, word] of words3.entries()) {
    if (word === null) continue;
    const [, name = word, inline] = /^(--?[\w-]+?)=(.*)$/.exec(word) ?? [];
    if (options2.test(name)) return inline ?? words3[index + 1] ?? null;
    const short = /^(-\w)(\d+)$/.exec(word);
    if (short && options2.test(short[1] ?? "")) return short[2];
  }
  return void 0;
}

// src/model/process/celery.ts
var SETTING = /\b(?:worker_concurrency|CELERYD_CONCURRENCY|CELERY_WORKER_CONCURRENCY)\b/;
function celeryCount({ words: words3, workload, tree, at }) {
  const pool = optionIn(words3, /^(?:-P|--pool)$/);
  if (pool === null) return { count: unknown(at, "its command does not tell its pool") };
  if (pool !== void 0 && !/^(?:prefork|processes)$/.test(pool)) return { count: known(1, at) };
  const most = optionIn(words3, /^--autoscale$/)?.split(",")[0] ?? optionIn(words3, /^(?:-c|--concurrency)$/);
  if (most !== void 0 && most !== null && /^\d{1,6}$/.test(most)) return { count: known(Number(most), at) };
  if (most !== void 0 || words3.includes(null)) return { count: unknown(at, "it is set outside the command") };
  const folder = workload.image?.context?.path;
  if (folder === void 0) return { count: unknown(at, "its code may set it, and is not in the repository") };
  const isSet3 = tree.files.some(
    (file) => /\.py$/.test(file.path) && isWithin(folder, file.path) && SETTING.test(tree.read(file.path)?.text ?? "")
  );
  return isSet3 ? { count: unknown(at, "its code sets it") } : { count: unknown(at, "it depends on how many processors the host has"), perProcessor: true };
}

// src/model/process/servers.ts
var SERVERS2 = /* @__PURE__ */ new Map([
  [
    "gunicorn",
    {
      runtime: "python",
      options: /^(?:-w|--workers)$/,
      variables: ["WEB_CONCURRENCY"],
      threads: /^--threads$/
    }
  ],
  [
    "uvicorn",
    {
      runtime: "python",
      options: /^--workers$/,
      variables: ["WEB_CONCURRENCY"],
      threads: /^--limit-concurrency$/
    }
  ],
  ["fastapi", { runtime: "python", options: /^--workers$/, variables: ["WEB_CONCURRENCY"] }],
  ["hypercorn", { runtime: "python", options: /^(?:-w|--workers)$/, variables: [] }],
  ["granian", { runtime: "python", options: /^--workers$/, variables: ["GRANIAN_WORKERS"] }],
  [
    "uwsgi",
    { runtime: "python", options: /^(?:-p|--processes|--workers)$/, variables: ["UWSGI_PROCESSES", "UWSGI_WORKERS"] }
  ],
  // Tasks, not requests; by default as many as the host has processors: see `celery.ts`.
  ["celery", { runtime: "python", options: /^(?:-c|--concurrency)$/, variables: [] }],
  ["daphne", { runtime: "python", options: /^$/, variables: [] }],
  // For development: workload/development-command says it.
  ["flask", { runtime: "python", options: /^$/, variables: [] }],
  ["runserver", { runtime: "python", options: /^$/, variables: [] }],
  ["node", { runtime: "node", options: /^$/, variables: [] }],
  ["next", { runtime: "node", options: /^$/, variables: [] }]
]);

// src/model/process/worker-processes.ts
function workerProcessesOf(workload, tree) {
  const { start } = workload;
  if (!start) return void 0;
  const words3 = serverWords(start, workload, tree);
  const program = words3 && nameOf5(words3);
  const server = program === void 0 ? void 0 : SERVERS2.get(program);
  if (!words3 || program === void 0 || !server) return void 0;
  const { runtime } = server;
  const count = runtime === "node" ? nodeCount(workload, tree) : countOf({ words: words3, program, server, workload, tree, at: start.at });
  const threads = threadsOf({ words: words3, program, server, workload, tree, at: start.at });
  return count && { server: program, runtime, perProcessor: false, ...count, ...threads ? { threads } : {}, at: start.at };
}
var FORKS = /\bcluster\s*\.\s*fork\s*\(|["'](?:node:)?cluster["']|["']throng["']/;
function mayFork(text2) {
  return (text2.includes("cluster") || text2.includes("throng")) && FORKS.test(text2);
}
function nodeCount(workload, tree) {
  const folder = workload.image?.context?.path ?? (workload.platform === "pm2" ? directoryOf(workload.at.path) : void 0);
  const at = workload.start?.at ?? workload.at;
  if (folder === void 0 || workload.image?.context?.present === false) return void 0;
  const programs2 = tree.files.filter(
    (file) => file.format === "source" && /\.[cm]?[jt]s$/.test(file.path) && isWithin(folder, file.path)
  );
  if (programs2.length === 0) return void 0;
  const forks = programs2.slice(0, MOST_PROGRAMS).some((file) => mayFork(tree.read(file.path)?.text ?? ""));
  return forks || programs2.length > MOST_PROGRAMS ? { count: unknown(at, "its code may start processes of its own") } : { count: known(1, at) };
}
var MOST_PROGRAMS = 5e3;
function serverWords(start, workload, tree) {
  const commands = start.script ? start.script.commands.map((command) => command.words) : [start.argv];
  const found2 = commands.map((words3) => withoutRunner(words3)).findLast((words3) => SERVERS2.has(nameOf5(words3) ?? ""));
  if (found2) return found2;
  const [last] = commands.slice(-1);
  const script = last && packageScript(unwrapCommand(last), workload, tree);
  return script?.commands.map((command) => withoutRunner(command.words)).findLast((words3) => SERVERS2.has(nameOf5(words3) ?? ""));
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
function nameOf5(words3) {
  const name = programOf(words3);
  if (name === "fastapi") return words3.includes("run") ? name : void 0;
  if (name === "celery") return words3.includes("worker") ? name : void 0;
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
  if (program === "celery") return celeryCount(counting);
  if (words3.includes("--reload")) return { count: known(1, at) };
  const option2 = optionIn(words3, server.options);
  if (option2 !== void 0) return read(option2, at);
  const more2 = workload.environment.get("GUNICORN_CMD_ARGS");
  if (program === "gunicorn" && more2) {
    const given = more2.value.known ? optionIn(more2.value.value.split(/\s+/), server.options) : null;
    if (given !== void 0) return given === null ? { count: unknownFact(more2.value) } : read(given, more2.at);
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
var PROCESSORS = /nproc|cpu_count|cpuinfo|_NPROCESSORS/;
function read(text2, at) {
  if (text2 !== null && /^\d{1,6}$/.test(text2.trim())) return { count: known(Number(text2), at) };
  if (text2 !== null && PROCESSORS.test(text2))
    return { count: unknown(at, "it depends on how many processors the host has"), perProcessor: true };
  const fallback = /^\$\{\w+:?-(\d{1,6})\}$/.exec(text2 ?? "")?.[1];
  return { count: fallback === void 0 ? unknown(at, "it is set outside the command") : known(Number(fallback), at) };
}
function threadsOf({ words: words3, program, server, workload, at }) {
  const more2 = program === "gunicorn" ? workload.environment.get("GUNICORN_CMD_ARGS") : void 0;
  if (more2 && !more2.value.known) return more2.value;
  const all = more2?.value.known ? [...words3, ...more2.value.value.split(/\s+/)] : words3;
  const given = server.threads && optionIn(all, server.threads);
  if (given !== void 0) return read(given, at).count;
  if (program !== "gunicorn") return void 0;
  const kind = optionIn(all, /^(?:-k|--worker-class)$/);
  if (kind !== void 0 && !/^(?:sync|gthread)$/.test(kind ?? "")) return void 0;
  if (all.some((word) => word === null || /^(?:-c|--config)/.test(word)))
    return unknown(at, "the configuration of gunicorn decides");
  return known(1, at);
}
function gunicornFile({ words: words3, workload, tree, at }) {
  const named2 = optionIn(words3, /^(?:-c|--config)$/);
  const folder = workload.image?.context?.path;
  if (named2 === null || named2 !== void 0 && folder === void 0)
    return { count: unknown(at, "the configuration of gunicorn is not in the repository") };
  const name = named2?.replace(/^(?:python:|file:)/, "") ?? "gunicorn.conf.py";
  if (folder === void 0) return void 0;
  const inside = name.startsWith(`${knownValue(workload.image?.dockerfile?.workdir)}/`) ? name.slice((knownValue(workload.image?.dockerfile?.workdir) ?? "").length) : name;
  const source = tree.read(joinPath(folder, inside)) ?? tree.read(joinPath(folder, inside.slice(inside.lastIndexOf("/") + 1)));
  if (!source) return named2 === void 0 ? void 0 : { count: unknown(at, `${name} is not in the repository`) };
  const found2 = /^workers[ \t]*=[ \t]*([^\n#]{1,200})/m.exec(source.text);
  if (!found2) return void 0;
  const start = found2.index;
  return read(found2[1]?.trim() ?? "", { path: source.path, start, end: start + found2[0].trimEnd().length });
}

// src/model/process/processes.ts
function withProcesses(workload, tree) {
  if (!workload.start || !workload.longRunning) return workload;
  const processes = workload.processes ?? workerProcessesOf(workload, tree);
  const signalPath = workload.pm2 ? void 0 : signalPathOf(workload, tree);
  return { ...workload, ...optional("processes", processes), ...optional("signalPath", signalPath) };
}
function withImageSignals(image, tree) {
  const start = image.weight > 0 && image.dockerfile ? startOf(void 0, void 0, image.dockerfile, image.at) : void 0;
  if (!start) return image;
  return { ...image, ...optional("signalPath", signalPathOf({ start, image, mounts: [], init: false }, tree)) };
}
function workerProcesses(workload, { processesInCode }) {
  return processesInCode.get(workload.id) ?? workload.processes;
}

// src/model/datastore/connection-demand.ts
var RESERVE = 10;
var serversOf = /* @__PURE__ */ new WeakMap();
function serverDemands(system) {
  const before = serversOf.get(system);
  if (before) return before;
  const found2 = system.databaseServers.map((server) => serverDemand(server, system));
  serversOf.set(system, found2);
  return found2;
}
function serverDemand(server, system) {
  const { maximum, reserved, workload } = server;
  const behind = system.poolers.filter((pooler) => pooler.servers.includes(workload));
  const demand = demandOf(
    workload,
    system,
    behind.map((pooler) => poolerTerm(pooler, system))
  );
  const minus = (count) => maximum.known ? { ...maximum, value: maximum.value - count } : maximum;
  return { server, ...demand, hard: minus(reserved), plan: minus(RESERVE) };
}
function poolerDemands(system) {
  return system.poolers.map((pooler) => {
    const { clients, workload } = pooler;
    const replicas = knownValue(workload.replicas) ?? 1;
    const hard = clients.known ? { ...clients, value: clients.value * replicas } : clients;
    return { pooler, ...demandOf(workload, system, []), hard };
  });
}
function demandOf(target, system, more2) {
  const byWorkload = /* @__PURE__ */ new Map();
  for (const pool of system.pools) {
    if (pool.target !== target) continue;
    const others2 = byWorkload.get(pool.workload);
    if (others2) others2.push(pool);
    else byWorkload.set(pool.workload, [pool]);
  }
  const terms = [...[...byWorkload].map(([workload, pools]) => termOf(workload, pools, system)), ...more2];
  const clients = new Set(system.connections.flatMap((one) => one.to === target && isClient(one) ? [one.from] : []));
  const others = [...clients].filter((one) => !byWorkload.has(one) && !more2.some(({ workload }) => workload === one));
  const unread = others.filter((one) => servicesOf(one, system).some(usesDatabase));
  const foreign = others.filter((one) => servicesOf(one, system).length === 0);
  return { terms, total: terms.map((one) => one.total).reduce(plus, exactly(0)), unread, foreign };
}
function servicesOf(workload, { services }) {
  return services.filter((service2) => service2.workloads.some((one) => one.id === workload.id));
}
function usesDatabase({ packages }) {
  return [...packages].some((name) => DATABASE_PACKAGES.test(name));
}
var TOOLS = /* @__PURE__ */ new Set(["pooler", "exporter", "admin-tool", "development-tool", "backup", "agent", "dashboard"]);
function isClient({ from }) {
  if (!from.longRunning || from.clientOf || from.role === "tool" || from.role === "job") return false;
  return !TOOLS.has(from.software?.kind ?? "") && from.software?.kind !== "database";
}
function termOf(workload, pools, system) {
  const replicas = replicasOf3(workload);
  const processes = processesOf(workerProcesses(workload, system));
  const perProcess = perProcessOf(pools);
  return { workload, pools, replicas, processes, perProcess, total: times(times(replicas, processes), perProcess) };
}
function replicasOf3({ autoscaledTo, autoscaledFrom, replicas }) {
  const most = autoscaledTo ?? (autoscaledFrom ? void 0 : replicas);
  if (most?.known) return exactly(most.value);
  if (!most && !autoscaledFrom) return exactly(1);
  const least = knownValue(autoscaledFrom) ?? 1;
  return atLeast(least, most?.because ?? "the autoscaler has no upper bound");
}
function processesOf(processes) {
  if (!processes) return exactly(1);
  const { count } = processes;
  return count.known ? exactly(count.value) : atLeast(1, count.because);
}
function perProcessOf(pools) {
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
}
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
  const whole2 = asked.filter((one) => one.user !== void 0 && one.database !== void 0);
  const pairs = new Set(whole2.map((one) => `${one.user} ${one.database}`)).size;
  const most = Math.max(1, pairs + asked.length - whole2.length);
  const processes = most === Math.max(1, pairs) ? exactly(most) : { low: Math.max(1, pairs), high: most, because: "the users and databases of its clients are not known" };
  const perProcess = perPair.known ? exactly(perPair.value) : atLeast(0, perPair.because);
  const replicas = exactly(knownValue(workload.replicas) ?? 1);
  return {
    workload,
    pools: [],
    pooler,
    replicas,
    processes,
    perProcess,
    total: times(times(replicas, processes), perProcess)
  };
}
function poolsByWorkload({ pools }) {
  const found2 = /* @__PURE__ */ new Map();
  for (const pool of pools) {
    const others = found2.get(pool.workload);
    if (others) others.push(pool);
    else found2.set(pool.workload, [pool]);
  }
  return found2;
}
function suggestedSize({ target }, system) {
  const demand = serverDemands(system).find((one) => one.server.workload === target);
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

// rules/pool/created-per-request.ts
var created_per_request_default = defineRule({
  id: "pool/created-per-request",
  title: "A new pool of connections is made for each request",
  category: "performance",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A pool saves the cost of a connection by keeping it. Made anew for each request it costs a connection each time, and all the pools that are not closed yet hold theirs: a few dozen requests at once are enough to fill the server.",
  fix: "Make the pool once, when the module is loaded or the application starts, and let each request take a connection from it.",
  refs: [
    "https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections#prismaclient-in-long-running-applications",
    "https://docs.sqlalchemy.org/en/20/core/connections.html#basic-usage",
    "https://node-postgres.com/features/pooling",
    "https://go.dev/doc/database/open-handle"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const [workload, pools] of poolsByWorkload(system)) {
      const [first, ...more2] = pools.filter((pool) => pool.perRequest !== void 0);
      if (!first) pass(workload);
      else
        fail2(
          workload,
          first,
          `${workload.name} makes a pool of ${first.library.name} for each request to ${first.perRequest}`,
          { related: more2.map((pool) => ({ at: pool.at, message: `and one for each request to ${pool.perRequest}` })) }
        );
    }
  },
  examples: { bad: [], good: [] }
});

// src/model/datastore/demand-words.ts
function countText({ low, high }) {
  const text2 = low.toLocaleString("en-US");
  return low === high ? text2 : `at least ${text2}`;
}
function sumText({ terms }) {
  const sorted = [...terms].sort((one, other) => other.total.low - one.total.low);
  const shown = sorted.slice(0, MOST_TERMS).map(termText);
  const rest = sorted.slice(MOST_TERMS);
  if (rest.length === 0) return shown.join("; ");
  const sum = rest.reduce((total, term) => total + term.total.low, 0);
  return `${shown.join("; ")}; ${rest.length} more ${sum.toLocaleString("en-US")}`;
}
var MOST_TERMS = 6;
function termText(term) {
  const { workload, pools, pooler, replicas, processes, perProcess, total } = term;
  const factors = [
    ...isOne2(replicas) ? [] : [`${number(replicas)} replicas`],
    ...isOne2(processes) ? [] : [`${number(processes)} ${pooler ? "pairs of user and database" : "processes"}`],
    perProcessText(pools, perProcess, pooler !== void 0)
  ];
  const product = factors.length > 1 || pools.length > 1 || hasOverflow(pools);
  return `${workload.name} ${factors.join(" \xD7 ")}${product ? ` = ${number(total)}` : ""}`;
}
function perProcessText(pools, perProcess, isPooler) {
  const [only, ...more2] = pools;
  if (isPooler || !only) return number(perProcess);
  if (more2.length > 0) return `(${pools.map((one) => poolText(one)).join(" + ")})`;
  return hasOverflow(pools) ? `(${poolText(only)})` : poolText(only);
}
function poolText({ size, overflow }) {
  return overflow.high === 0 ? number(size) : `${number(size)} + ${number(overflow)}`;
}
function hasOverflow(pools) {
  return pools.some((one) => one.overflow.high > 0);
}
function isOne2({ low, high }) {
  return low === 1 && high === 1;
}
function number({ low, high }) {
  return low === high ? low.toLocaleString("en-US") : `\u2265 ${low.toLocaleString("en-US")}`;
}
function serverText(demand, hard) {
  const { server, total } = demand;
  const { workload, ignored: ignored2, reserved, maximum, isDefault } = server;
  const kept2 = reserved > 0 && maximum.known ? ` (${maximum.value} \u2212 ${reserved} for administrators)` : "";
  const source = isDefault ? ", the default" : "";
  const names = ignored2.map(({ name, value }) => value.known ? `${name}=${value.value}` : name);
  const vain = names.length > 0 ? `; ${listOf(names)} does not count, because the image does not read it` : "";
  return `${workload.name} gives clients ${hard} connections${kept2}${source}${vain}. They may open ${countText(total)}: ${sumText(demand)}`;
}
function serverFix({ server, total, plan }, share, pool) {
  const { engine } = server;
  const pooler = engine === "postgres" ? "PgBouncer with pool_mode=transaction" : "ProxySQL";
  const bounced = `put ${pooler} between the services and the server, and point their connection strings at it`;
  if (share !== void 0 && share < 1)
    return `There are more processes than connections, so no pool size fits: ${bounced}.`;
  const example = pool && share !== void 0 ? `: ${pool.library.name}, ${pool.library.example(share)}` : "";
  const smaller = share === void 0 ? "Give each process fewer connections" : `Give each process at most ${share} connection${share === 1 ? "" : "s"} (${plan.known ? plan.value : ""} to plan with \xF7 all processes${example})`;
  const more2 = Math.ceil((total.low + 10 + server.reserved) / 50) * 50;
  const larger = more2 <= MOST_SENSIBLE ? `, or let the server take more (\`${server.example(more2)}\`)` : "";
  return `${smaller}${larger}, or ${bounced}.`;
}
var MOST_SENSIBLE = 400;

// rules/pool/demand-exceeds-server.ts
var demand_exceeds_server_default = defineRule({
  id: "pool/demand-exceeds-server",
  title: "All pools together open more connections than the database takes",
  category: "performance",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Every process of every replica has a pool of its own. Under load they grow to their full size, the server is full, and from then on it refuses connections: of requests, of migrations, of the backup, and of whoever wants to see what is wrong.",
  fix: "Give each process fewer connections, so that replicas \xD7 processes \xD7 (pool + overflow) of all services fit, or put PgBouncer in transaction mode between them.",
  refs: [
    "https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-MAX-CONNECTIONS",
    "https://www.pgbouncer.org/features.html",
    "https://docs.sqlalchemy.org/en/20/core/pooling.html#sqlalchemy.pool.QueuePool",
    "https://github.com/brettwooldridge/HikariCP/wiki/About-Pool-Sizing"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "source"],
  check({ system, pass, fail: fail2, implied, unverified }) {
    for (const demand of serverDemands(system)) {
      const { server, hard, total, terms } = demand;
      const { workload } = server;
      if (terms.length === 0) continue;
      if (!hard.known) unverified(workload, hard, `how many connections it takes is not known: ${hard.because}`);
      else if (total.low > hard.value) {
        const term = largest(demand);
        fail2(workload, placeOf2(term), serverText(demand, hard.value), serverOptions(demand, hard.value, term));
      } else if (total.high > hard.value && isLeftOpen(demand)) implied(workload, "pool/not-configured");
      else if (total.high > hard.value)
        unverified(workload, workload, total.because ?? "the size of a pool is not known");
      else if (demand.unread[0])
        unverified(workload, demand.unread[0], `how ${demand.unread[0].name} keeps connections is not known`);
      else if (demand.foreign.length === 0) pass(workload);
    }
    for (const demand of poolerDemands(system)) {
      const { pooler, hard, total } = demand;
      if (demand.terms.length === 0) continue;
      const { workload } = pooler;
      if (!hard.known) unverified(workload, hard, `how many clients it takes is not known: ${hard.because}`);
      else if (total.low > hard.value)
        fail2(
          workload,
          hard.at,
          `${workload.name} takes ${hard.value} clients, and ${countText(total)} may connect to it: ${sumText(demand)}`,
          {
            fix: `Set max_client_conn to ${Math.ceil(total.low * 1.2 / 100) * 100} or more: a waiting client costs it next to nothing.`
          }
        );
      else if (total.high <= hard.value) pass(workload);
      else if (isLeftOpen(demand)) implied(workload, "pool/not-configured");
      else unverified(workload, workload, total.because ?? "the size of a pool is not known");
    }
  },
  examples: { bad: [], good: [] }
});
function isLeftOpen({ terms }) {
  return terms.some((term) => term.pools.some((pool) => pool.isDefault && pool.library.size.default.kind !== "fixed"));
}
function largest({ terms }) {
  return [...terms].sort((one, other) => other.total.low - one.total.low || (nameOf6(one) < nameOf6(other) ? -1 : 1))[0];
}
function nameOf6({ workload }) {
  return workload?.id ?? "";
}
function placeOf2(term) {
  const pool = poolOf(term);
  return pool?.sizeAt ?? pool?.at ?? term?.pooler?.perPair.at ?? term?.workload.at ?? { path: "", start: 0, end: 0 };
}
function poolOf(term) {
  return [...term?.pools ?? []].sort((one, other) => other.size.low - one.size.low)[0];
}
function serverOptions(demand, hard, first) {
  const { server, plan, terms } = demand;
  const share = plan.known ? shareOf(demand, plan.value) : void 0;
  const related = [
    {
      at: server.isDefault ? server.ignored[0]?.at ?? server.workload.at : server.maximum.at,
      message: `${server.workload.name} takes ${hard} connections`
    },
    ...terms.filter((one) => one !== first).map((one) => ({ at: placeOf2(one), message: termText(one) }))
  ];
  return { fix: serverFix(demand, share, poolOf(first)), related };
}

// rules/pool/demand-near-limit.ts
var SHARE = 0.8;
var demand_near_limit_default = defineRule({
  id: "pool/demand-near-limit",
  title: "All pools together nearly use up the connections of the database",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "During a deploy old and new replicas run side by side, and backups, migrations and people need connections, too: above four fifths of what can be planned with, one of them will be refused.",
  fix: "Give each process fewer connections, let the server take more, or put PgBouncer in transaction mode between them.",
  refs: [
    "https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-MAX-CONNECTIONS",
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "source"],
  check({ system, pass, fail: fail2, implied }) {
    for (const demand of serverDemands(system)) {
      const { server, hard, plan, total, terms } = demand;
      const { workload } = server;
      if (terms.length === 0) continue;
      if (!hard.known || !plan.known) continue;
      if (total.low > hard.value) implied(workload, "pool/demand-exceeds-server");
      else if (total.low > SHARE * plan.value)
        fail2(
          workload,
          server.isDefault ? workload.at : server.maximum.at,
          `${workload.name} has ${plan.value} connections to plan with, and its clients may open ${countText(total)}: ${sumText(demand)}`,
          {
            fix: `Give each process fewer connections, or let the server take more (\`${server.example(Math.ceil(total.low / SHARE / 10) * 10 + 20)}\`).`
          }
        );
      else if (total.high <= SHARE * plan.value && demand.unread.length + demand.foreign.length === 0) pass(workload);
    }
  },
  examples: { bad: [], good: [] }
});

// rules/pool/not-configured.ts
var PROCESSORS2 = 16;
var not_configured_default = defineRule({
  id: "pool/not-configured",
  title: "Nothing says how many database connections a process may open",
  category: "performance",
  severity: "medium",
  worst: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Without a number the library takes one from the machine that it happens to run on, or none at all. A larger host, or one burst of requests, then uses up the connections of the server for everybody.",
  fix: "Set the size of the pool: what the server can give, divided by all processes of all replicas.",
  refs: [
    "https://www.prisma.io/docs/orm/v6/prisma-client/setup-and-configuration/databases-connections/connection-pool",
    "https://pkg.go.dev/database/sql#DB.SetMaxOpenConns",
    "https://pkg.go.dev/github.com/jackc/pgx/v5/pgxpool#Config"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const [workload, pools] of poolsByWorkload(system)) {
      const [first, ...more2] = pools.filter(isLeftOpen2);
      if (!first) {
        if (!pools.some((pool) => pool.size.because === HIDDEN_URL)) pass(workload);
        continue;
      }
      const at = first.library.size.options.length === 0 ? first.urlAt ?? first.at : first.at;
      fail2(workload, at, `${workload.name} ${wordsFor2(first)}`, {
        ...first.library.size.default.kind === "unlimited" ? { severity: "high" } : {},
        fix: `Set ${first.library.example(suggestedSize(first, system))}.`,
        related: [
          ...at === first.at ? [] : [{ at: first.at, message: `the pool of ${first.library.name} is made here` }],
          ...more2.map((pool) => ({ at: pool.at, message: `another pool of ${pool.library.name} without a size` }))
        ]
      });
    }
  },
  examples: { bad: [], good: [] }
});
function isLeftOpen2({ isDefault, library: library2 }) {
  const { kind } = library2.size.default;
  return isDefault && (kind === "processors" || kind === "unlimited");
}
function wordsFor2({ library: library2 }) {
  const size = library2.size.default;
  if (size.kind !== "processors")
    return `opens as many connections as it has work at a time: ${library2.name} has no limit by itself`;
  const example = Math.max(size.least, PROCESSORS2 * size.perProcessor + size.plus);
  return `leaves the size of its pool to ${library2.name}, which takes ${size.because}: ${example} for each process on one with ${PROCESSORS2}`;
}

// rules/pool/setting-ignored.ts
var setting_ignored_default = defineRule({
  id: "pool/setting-ignored",
  title: "A limit of the pool stands where the driver does not read it",
  category: "performance",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The parameters of a connection URL belong to one library. Another one passes them by without a word, and opens as many connections as it does by default: the limit is there to be read, and does nothing.",
  fix: "Give the limit to the constructor of the pool, under the name that the library has for it.",
  refs: [
    "https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/connection-pool",
    "https://node-postgres.com/apis/pool",
    "https://docs.sqlalchemy.org/en/20/core/engines.html#sqlalchemy.create_engine"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const [workload, pools] of poolsByWorkload(system)) {
      if (!pools.some((pool) => pool.urlAt)) continue;
      const vain = pools.filter((pool) => pool.ignored.length > 0);
      const [first] = vain;
      const [parameter] = first?.ignored ?? [];
      if (!first || !parameter) {
        pass(workload);
        continue;
      }
      const { library: library2, size } = first;
      const names = listOf(first.ignored.map((one) => one.text));
      const wanted2 = first.ignored.map((one) => /=(\d{1,4})$/.exec(one.text)?.[1]).find((one) => one !== void 0);
      const isSize = !/timeout/i.test(parameter.text);
      const still = isSize && first.isDefault ? `, and opens up to ${size.low} connections for each process` : "";
      fail2(
        workload,
        parameter,
        `${workload.name} has ${names} in its URL, which ${library2.name} does not read${still}`,
        {
          fix: `Remove ${first.ignored.length === 1 ? "it" : "them"} from the URL, and set ${library2.example(Number(isSize ? wanted2 ?? 10 : 10))}.`,
          related: [{ at: first.at, message: `the pool of ${library2.name} is made here` }]
        }
      );
    }
  },
  examples: { bad: [], good: [] }
});

// rules/pool/waits-forever.ts
var waits_forever_default = defineRule({
  id: "pool/waits-forever",
  title: "Requests wait for a database connection without an end",
  category: "performance",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "When all connections of the pool are taken, each further request waits, and nothing ever tells it to give up. One slow query then stops the whole service: it answers nothing, not even an error that a proxy or a client could act on.",
  fix: "Set how long a request may wait for a connection to a few seconds, and answer 503 where that is exceeded.",
  refs: [
    "https://node-postgres.com/apis/pool",
    "https://sidorares.github.io/node-mysql2/docs/examples/connections/create-pool",
    "https://www.mongodb.com/docs/drivers/node/current/connect/connection-options/connection-pools/",
    "https://magicstack.github.io/asyncpg/current/api/index.html#asyncpg.pool.Pool.acquire"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const [workload, pools] of poolsByWorkload(system)) {
      if (workload.role !== "user-facing" && workload.role !== "service") continue;
      const [first, ...more2] = pools.filter((pool) => pool.wait === "forever" && pool.library.waitExample !== void 0);
      const hidden = pools.find((pool) => pool.wait === "unknown");
      if (first)
        fail2(
          workload,
          first,
          `${workload.name} waits without an end for a connection of ${first.library.name} when all are taken`,
          {
            fix: `Set \`${first.library.waitExample}\`, and answer 503 where it is exceeded.`,
            related: more2.map((pool) => ({ at: pool.at, message: `so does this pool of ${pool.library.name}` }))
          }
        );
      else if (hidden) unverified(workload, hidden, "how long it waits for a connection is not in the repository");
      else pass(workload);
    }
  },
  examples: { bad: [], good: [] }
});

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
    const count = pm2.instances.known ? String(pm2.instances.value) : "one for each processor:";
    fail2(workload, port, `${count} forked processes of ${workload.name} bind port ${port.container.value}`);
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
      else fail2(subject, path, messageOf2(subject, path), { fix: fixFor8(path), ...wayOf(subject, path) });
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
function fixFor8({ by, program, shell }) {
  const [first = "node"] = program.split(" ");
  if (by === "package-manager")
    return 'Start what the script of package.json starts, without the package manager: `CMD ["node", "dist/main.js"]`.';
  if (by === "script")
    return `Write \`exec\` before it in ${shell}: \`exec ${program.slice(0, 60)}\` (\`exec "$@"\` for the command that the script is given).`;
  return `Write it in exec form, \`["${first}", \u2026]\`, or put \`exec\` before the last command: \`sh -c "\u2026 && exec ${first} \u2026"\`.`;
}
function wayOf(subject, { at, by }) {
  const start = subject.kind === "workload" ? subject.start : void 0;
  return by === "script" && start && start.at.path !== at.path ? { related: [{ at: start.at, message: "the container is started here" }] } : {};
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
      const processes = workerProcesses(workload, system);
      if (!processes || processes.server === "celery" || !serves2(workload, processes)) continue;
      const replicas = workload.autoscaledFrom ?? workload.replicas;
      if (processes.perProcessor || workload.pm2?.perProcessor || hasTwin(workload, system)) pass(workload);
      else if (replicas && !replicas.known) unverified(workload, replicas, replicas.because);
      else if ((replicas?.value ?? 1) >= 2) pass(workload);
      else if (!processes.count.known) unverified(workload, processes.count, processes.count.because);
      else if (processes.count.value >= 2) pass(workload);
      else if (DEVELOPMENT2.has(processes.server)) implied(workload, "workload/development-command");
      else if (processes.runtime === "node" && !workload.stateful) implied(workload, "workload/single-replica");
      else
        fail2(
          workload,
          processes,
          `${workload.name} answers in one ${processes.server} process, and it has one replica`,
          {
            fix: fixFor9(workload, processes)
          }
        );
    }
  },
  examples: { bad: [], good: [] }
});
var DEVELOPMENT2 = /* @__PURE__ */ new Set(["flask", "runserver"]);
function serves2({ role, longRunning }, { runtime }) {
  return longRunning && (role === "user-facing" || role === "service" && runtime === "python");
}
function fixFor9(workload, { server }) {
  if (workload.platform === "kubernetes")
    return "Set `replicas: 2` or more: in Kubernetes one process in each pod is right, and the replicas are the workers.";
  const option2 = server === "uwsgi" ? "--processes" : "--workers";
  if (server === "daphne") return "Run two replicas or more behind the proxy: daphne has no worker processes.";
  return `Start it with \`${option2} 4\` (about one for each core of its limit; WEB_CONCURRENCY sets the same), or run several replicas.`;
}

// rules/process/workers-exceed-cpu.ts
var workers_exceed_cpu_default = defineRule({
  id: "process/workers-exceed-cpu",
  title: "More worker processes than the limits of the container can run",
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
      const { resources } = workload;
      const processes = workerProcesses(workload, system);
      if (!processes || workload.platform === "pm2" || isAlone(processes)) continue;
      const memory = resources.memoryLimit;
      if (memory?.known && isTooMuch(processes, workload, memory.value))
        fail2(workload, processes.count, ...tooMuch(workload, processes, memory));
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
var LEAST_MEMORY = 15 * 2 ** 20;
var LOADS_APART = /* @__PURE__ */ new Set(["gunicorn", "uvicorn", "hypercorn", "node", "pm2"]);
function isTooMuch({ server, count, perProcessor }, workload, limit) {
  if (perProcessor || !count.known || !LOADS_APART.has(server)) return false;
  if (server === "gunicorn" && mayPreload(workload)) return false;
  return count.value > 1 && count.value * LEAST_MEMORY > limit;
}
function mayPreload({ start, environment, image }) {
  const words3 = start?.text ?? "";
  return /--preload|(?:^|\s)(?:-c|--config)/.test(words3) || environment.has("GUNICORN_CMD_ARGS") || image?.context?.exists("gunicorn.conf.py") === true;
}
function tooMuch(workload, { server, count }, limit) {
  const number2 = count.known ? count.value : 0;
  const most = limit.known ? Math.floor(limit.value / (4 * LEAST_MEMORY)) : 1;
  return [
    `${workload.name} starts ${number2} ${server} processes, which take more than ${bytes(number2 * LEAST_MEMORY)} before the first request, and may use ${limit.known ? bytes(limit.value) : ""}`,
    {
      key: "memory",
      why: "Each worker loads the program for itself. When all of them together pass the limit, the kernel kills one, the server starts it again, and so on: requests end in the middle for no reason that a log tells.",
      fix: `Start ${Math.max(1, most)} ${most > 1 ? "workers" : "worker"} or fewer, or raise the limit: a worker with requests to answer takes 60 to 300 MB.`,
      related: [{ at: limit.at, message: "the limit stands here" }]
    }
  ];
}
function bytes(count) {
  return `${Math.floor(count / 2 ** 20)} MiB`;
}
function cpus(count) {
  return count <= 1 ? `${count} CPU` : `${count} CPUs`;
}
function isAlone({ runtime, server, count, perProcessor }) {
  return runtime === "node" && server !== "pm2" && !perProcessor && (!count.known || count.value === 1);
}

// rules/query/blocks-event-loop.ts
var blocks_event_loop_default = defineRule({
  id: "query/blocks-event-loop",
  title: "A handler waits in a way that stops every other request",
  category: "performance",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "One process serves all its requests in one loop. A call that does not give way stops the loop: while one user waits for the database, all others wait with them, and the health route too.",
  fix: "In FastAPI write `def` instead of `async def`, so that the handler runs in a thread, or use `AsyncSession` and `await`, `httpx.AsyncClient` for `requests`, `asyncio.sleep` for `time.sleep`; what must be synchronous goes into `run_in_threadpool(\u2026)`. In Node use the asynchronous function: `await bcrypt.hash(\u2026)`, `await readFile(\u2026)`.",
  refs: [
    "https://fastapi.tiangolo.com/async/",
    "https://docs.sqlalchemy.org/en/20/orm/extensions/asyncio.html",
    "https://docs.astral.sh/ruff/rules/#flake8-async-async",
    "https://nodejs.org/en/learn/asynchronous-work/dont-block-the-event-loop"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      if (service2.runtime === "go" || !service2.routes.routes.some(({ method }) => method !== "*")) continue;
      const [first, ...others] = service2.blocking;
      if (!first) {
        pass(service2);
        continue;
      }
      const what = first.kind === "session" ? `calls ${first.call} without await, on a session that does not give way` : `calls ${first.call}`;
      const more2 = others.length > 0 ? `; so do ${others.length} more handlers of ${service2.name}` : "";
      fail2(service2, first, `the handler of ${first.route.method} ${first.route.path} ${what}${more2}`, {
        key: first.kind,
        related: others.map((one) => ({
          at: one.at,
          message: `${one.route.method} ${one.route.path} calls ${one.call}`
        }))
      });
    }
  },
  examples: { bad: [], good: [] }
});

// src/model/code/growth.ts
var LOW = new Set(
  `role permission country currency status type category setting config plan tax unit uom color size department branch
  warehouse tag template`.split(/\s+/)
);
var HIGH = new Set(
  `log audit event transaction invoice order payment entry line message notification activity history metric movement
  ledger journal attendance ticket comment session token customer contact product user task`.split(/\s+/)
);
var BOOKKEEPING = /^(?:created|updated|modified|inserted|deleted|date_?joined)(?:_?(?:at|on|date|time|timestamp))?$/i;
var FEW_SCALARS = 6;
function growthOf(entity) {
  const named2 = growthOfName(entity.name) ?? growthOfName(entity.table);
  if (named2) return named2;
  const scalars = entity.fields.filter(({ type }) => type !== "relation");
  if (scalars.length === 0) return "unknown";
  const refers = entity.foreignKeys.length > 0 || entity.fields.some(isToOne);
  const dates = scalars.filter(({ type }) => type === "date");
  const happened = dates.filter(({ name }) => !BOOKKEEPING.test(name));
  if (scalars.length <= FEW_SCALARS && !refers && happened.length === 0) return "low";
  return refers && dates.length > 0 ? "high" : "unknown";
}
function isToOne({ relation, column }) {
  return relation !== void 0 && !relation.many && column !== void 0;
}
function growthOfName(name) {
  for (const word of wordsOf3(name).reverse()) {
    const one = singular(word);
    if (LOW.has(one)) return "low";
    if (HIGH.has(one)) return "high";
  }
  return void 0;
}
function wordsOf3(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "");
}
function singular(word) {
  if (/(?:ies)$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:sses|xes|ches|shes|uses)$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
var TENANT = /^(?:company|tenant|organi[sz]ation|org|workspace|team|project|user|account)_?ids?$/i;
var FLAG = /^(?:is_?)?(?:deleted|active|archived|enabled|disabled|removed|visible|hidden)(?:_?at)?$/i;
var ENDLESS = /* @__PURE__ */ new Set(["message", "log", "event", "entry", "movement"]);
function scopeOf(comparisons, entity, complete = true) {
  const equal = new Set(
    comparisons.filter(({ operator }) => operator === "equals").map(({ field }) => columnOf(field, entity))
  );
  const isBoundedByList = comparisons.some(({ field, operator }) => operator === "in" && isIdentifier(field));
  if (isBoundedByList || entity?.uniqueKeys.some((key) => key.length > 0 && key.every((column) => equal.has(column))))
    return "bounded";
  if (equal.has("id") || equal.has("_id")) return "bounded";
  const parents2 = comparisons.filter(
    ({ field, operator }) => operator === "equals" && isIdentifier(field) && !isTenant(field)
  );
  if (parents2.length > 0 && !isEndless(entity)) return "bounded";
  const others = comparisons.filter((one) => !parents2.includes(one) && !isTenant(one.field) && !FLAG.test(one.field));
  if (!complete || others.length > 0) return "unknown";
  return comparisons.some(({ field, operator }) => operator === "equals" && isTenant(field)) ? "tenant" : "none";
}
function isTenant(field) {
  return TENANT.test(field);
}
function isIdentifier(field) {
  return /^_?id$|(?:Id|ID|_id|_pk)s?$/.test(field);
}
function isEndless(entity) {
  return entity !== void 0 && wordsOf3(entity.name).map(singular).some((word) => ENDLESS.has(word));
}
function columnOf(field, entity) {
  return entity?.fields.find(({ name }) => name === field)?.column ?? field;
}

// src/model/code/schema.ts
function entityOf(schema, name) {
  const table = name.toLowerCase();
  return schema.entities.find((entity) => entity.name === name) ?? schema.entities.find((entity) => entity.table.toLowerCase() === table);
}
function isIndexed(key, entity) {
  const columns = new Set(key.columns.map(plainName));
  return key.indexed || entity.indexes.some(([first]) => typeof first === "string" && columns.has(plainName(first)));
}
function plainName(column) {
  return column.replaceAll("_", "").toLowerCase();
}
function fieldNameOf(entity, column) {
  return entity.fields.find((field) => field.column === column)?.name ?? column;
}
function subjectOf({ id, name, weight, at, files }) {
  return { id, kind: "file", name, weight, at, files };
}

// src/model/code/queries/growing.ts
function declaredEntity(schemas, { entity }) {
  if (entity === void 0) return void 0;
  for (const schema of schemas) {
    const found2 = entityOf(schema, entity);
    if (found2) return { schema, entity: found2 };
  }
  return void 0;
}
function growthOfRows(schemas, query) {
  const known5 = declaredEntity(schemas, query);
  if (known5) return growthOf(known5.entity);
  return query.entity === void 0 ? void 0 : growthOfName(query.entity);
}
function readsEverything(schemas, query) {
  if (query.limit || query.isStreamed || !query.isComplete) return false;
  const scope = scopeOf(query.comparisons, declaredEntity(schemas, query)?.entity, query.isComplete);
  return scope === "none" || scope === "tenant";
}

// src/model/code/relations.ts
function relationAt(schema, from, path) {
  let entity = from;
  let found2;
  for (const name of path) {
    const field = entity?.fields.find((one) => one.name === name);
    if (!entity || !field?.relation) return void 0;
    const target = entityOf(schema, field.relation.entity);
    const isMany = isToMany(schema, entity, target, field.relation.many);
    if (isMany === void 0) return void 0;
    found2 = { isMany, ...target && { entity: target } };
    entity = target;
  }
  return found2;
}
function isToMany({ source }, from, to, isSaid) {
  if (source !== "sqlalchemy" || !isSaid) return isSaid;
  if (!to) return void 0;
  const [there, back] = [refersTo(from, to), refersTo(to, from)];
  return there && back ? void 0 : !there;
}
function refersTo(from, to) {
  return from.foreignKeys.some(({ entity }) => entity === to.name || entity === to.table);
}

// rules/query/eager-load-multiplies.ts
var eager_load_multiplies_default = defineRule({
  id: "query/eager-load-multiplies",
  title: "What a list loads along with its rows multiplies or has no end",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "Two lists that are joined to the same row come as every pair of their items: 20 lines and 20 notes are 400 rows for one order. And what grows with every row, the messages of each conversation, makes a page of 20 as large as the table.",
  fix: "Load each list by a query of its own: `selectinload(\u2026)` in SQLAlchemy, `relationLoadStrategy: 'query'` in TypeORM, `separate: true` in Sequelize. Bound what grows: `messages: { take: 10 }`.",
  refs: [
    "https://docs.sqlalchemy.org/en/20/orm/queryguide/relationships.html#what-kind-of-loading-to-use",
    "https://typeorm.io/docs/working-with-entity-manager/find-options",
    "https://sequelize.org/docs/v6/advanced-association-concepts/eager-loading/",
    "https://www.prisma.io/docs/orm/prisma-client/queries/relation-queries"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      const judged = service2.queries.flatMap((query) => judge4(system, query) ?? []);
      const [first, ...others] = judged.filter(({ fault }) => fault !== void 0);
      if (first) {
        const more2 = others.length > 0 ? `; so it is for ${others.length} more of its queries` : "";
        fail2(service2, first, `${describe7(first, service2)}${more2}`, {
          key: "eager",
          related: others.map((one) => ({ at: one.at, message: describe7(one, service2) }))
        });
      } else if (judged.length > 0) pass(service2);
    }
  },
  examples: { bad: [], good: [] }
});
function judge4(system, query) {
  if (query.routes.length === 0 || query.eager.length === 0) return void 0;
  const known5 = declaredEntity(system.schemas, query);
  const lists = query.eager.flatMap((load) => listOf2(load, known5) ?? []);
  const [first] = lists;
  if (!first) return void 0;
  const product = isLarge(system, query) ? multiplied(lists) : [];
  if (product[0]) return { query, at: product[0].at, fault: { kind: "product", relations: product.map(nameOf7) } };
  const endless = isList(query) && lists.find(({ load, entity }) => !load.isBounded && entity && grows(entity));
  if (endless) return { query, at: endless.load.at, fault: { kind: "endless", relations: [nameOf7(endless.load)] } };
  return { query, at: first.load.at };
}
function listOf2(load, known5) {
  const found2 = known5 && relationAt(known5.schema, known5.entity, load.relation.split("."));
  return load.isMany ?? found2?.isMany ? { load, entity: found2?.entity } : void 0;
}
function isLarge(system, query) {
  const { limit } = query;
  if (!limit) return readsEverything(system.schemas, query);
  return limit.kind !== "fixed" || limit.value === void 0 || limit.value > 1;
}
function multiplied(lists) {
  const joined = lists.map(({ load }) => load).filter(({ isJoin }) => isJoin);
  const ends = joined.filter((one) => !joined.some((other) => other.relation.startsWith(`${one.relation}.`)));
  return new Set(ends.map(({ relation }) => relation)).size > 1 ? ends : [];
}
function isList({ isReturned, routes }) {
  return isReturned && routes.some(({ method, path }) => method === "GET" && !path.includes(":"));
}
function grows(entity) {
  return isEndless(entity) && !/entr(?:y|ies)$/i.test(entity.name);
}
function nameOf7({ relation }) {
  return relation;
}
function describe7({ query, fault }, service2) {
  const [route] = query.routes;
  const where = `${route?.method} ${route?.path} of ${service2.name}`;
  const entity = query.entity ?? "a table";
  const [first = "", second = ""] = fault?.relations ?? [];
  if (fault?.kind === "endless") return `${where} loads all ${first} of each ${entity} in its list, without a limit`;
  const names = [...new Set(fault?.relations)];
  const list = `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return `${where} joins ${list} to each ${entity} in one query: a row for every pair of ${first} and ${second}`;
}

// src/model/code/queries/libraries.ts
var PACKAGES2 = /^(?:graphql|graphql-yoga|graphql-tag|type-graphql|mercurius|apollo-server(?:-\w+)?|@apollo\/server|@nestjs\/graphql)(?:\/|$)/;
var LIMITERS = /^(?:graphql-depth-limit|graphql-query-complexity|graphql-validation-complexity|graphql-cost-analysis|graphql-query-depth|@graphile\/depth-limit|@envelop\/depth-limit|@escape\.tech\/graphql-armor[\w-]*|@envelop\/graphql-armor)$/;
function usesGraphql(packages) {
  return [...packages].some((name) => PACKAGES2.test(name));
}
function boundsRequests(packages) {
  return [...packages].some((name) => LIMITERS.test(name));
}
var CLIENTS3 = /^(?:ioredis|redis|@redis\/client|aioredis|redis\.asyncio|redis\.client|github\.com\/(?:redis|go-redis)\/(?:go-)?redis(?:\/v\d+)?|github\.com\/go-redis\/redis(?:\/v\d+)?)$/;
function isRedisClient(name) {
  return CLIENTS3.test(name);
}
function usesRedis(packages) {
  return [...packages].some((name) => CLIENTS3.test(name));
}

// rules/query/graphql-list-unbounded.ts
var graphql_list_unbounded_default = defineRule({
  id: "query/graphql-list-unbounded",
  title: "A list field of GraphQL returns a growing table without a limit",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "The client writes the query. A field that gives every row, in an API that bounds neither depth nor cost, lets one request read the table, the rows below each of its rows, and the same again under another name.",
  fix: "Give the field an argument with a cap, `orders(first: Int = 20): OrderConnection!`, read `take: Math.min(first, 100)`, and bound what a request may cost with graphql-query-complexity or graphql-armor.",
  refs: [
    "https://graphql.org/learn/pagination/",
    "https://graphql.org/learn/security/",
    "https://docs.nestjs.com/graphql/complexity",
    "https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    const isBounded = system.services.some(({ packages }) => boundsRequests(packages));
    for (const service2 of system.services) {
      if (!usesGraphql(service2.packages)) continue;
      const open2 = service2.graphqlLists.flatMap((list) => {
        const read2 = list.limit === "none" ? list.reads.find((one) => isOpen3(system, one)) : void 0;
        return read2 ? [{ list, read: read2 }] : [];
      });
      const [first, ...others] = open2;
      if (!first || isBounded) {
        if (open2.length > 0 || service2.graphqlLists.some(isJudged)) pass(service2);
        continue;
      }
      const more2 = others.length > 0 ? `; so do ${others.length} more of its lists` : "";
      fail2(service2, first.list, `${describe8(first.list, first.read, service2)}${more2}`, {
        key: "graphql",
        related: [
          { at: first.read.at, message: "it is read here" },
          ...others.map(({ list, read: read2 }) => ({ at: list.at, message: `${list.field} returns every ${read2.entity}` }))
        ]
      });
    }
  },
  examples: { bad: [], good: [] }
});
function isOpen3(system, read2) {
  return read2.isReturned && growthOfRows(system.schemas, read2) === "high" && readsEverything(system.schemas, read2);
}
function isJudged({ limit, reads }) {
  return limit === "given" || limit === "none" && reads.length > 0;
}
function describe8({ field }, read2, { name }) {
  return `${field} of ${name} returns every ${read2.entity}: the field takes no limit, and nothing bounds what a request may cost`;
}

// rules/query/key-scan.ts
var key_scan_default = defineRule({
  id: "query/key-scan",
  title: "A request has Redis go through all of its keys",
  category: "performance",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "KEYS looks at every key of the server, whatever its pattern, and Redis answers nobody else until it is done. With a million keys that is a pause of all sessions, caches and queues at each request.",
  fix: "Keep the names that belong together in a set (`SADD orders:cached <key>`) and read that one; or go through the keys in steps with SCAN: `scanStream({ match, count: 100 })`, `scan_iter(match=\u2026)`, `rdb.Scan(ctx, cursor, match, 100)`.",
  refs: [
    "https://redis.io/docs/latest/commands/keys/",
    "https://redis.io/docs/latest/commands/scan/",
    "https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/latency/"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      if (!usesRedis(service2.packages) || service2.routes.routes.length === 0) continue;
      const [first, ...others] = service2.keyScans.filter(({ routes }) => routes.length > 0);
      if (!first) {
        pass(service2);
        continue;
      }
      const [route] = first.routes;
      const pattern = first.pattern === void 0 ? "" : ` for ${first.pattern}`;
      const more2 = others.length > 0 ? `; so do ${others.length} more calls of ${service2.name}` : "";
      fail2(
        service2,
        first,
        `${route?.method} ${route?.path} of ${service2.name} looks through all keys of Redis${pattern} with ${first.call}${more2}`,
        {
          key: "keys",
          related: others.map((one) => ({
            at: one.at,
            message: `${one.routes[0]?.method} ${one.routes[0]?.path} calls ${one.call}`
          }))
        }
      );
    }
  },
  examples: { bad: [], good: [] }
});

// rules/query/list-unbounded.ts
var list_unbounded_default = defineRule({
  id: "query/list-unbounded",
  title: "A list endpoint returns a growing table without a limit",
  category: "performance",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "The answer grows with the business. What takes milliseconds on the day of the launch reads a hundred thousand rows a year later, holds a connection meanwhile, and fills the memory of the service with one request.",
  fix: "Read a page: `take: Math.min(limit, 100)` with a cursor or `skip`, `.limit(min(limit, 100))`, `DEFAULT_PAGINATION_CLASS` with `PAGE_SIZE` in REST framework, and give the client the way to the next one.",
  refs: [
    "https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/",
    "https://www.django-rest-framework.org/api-guide/pagination/",
    "https://www.prisma.io/docs/orm/prisma-client/queries/pagination",
    "https://use-the-index-luke.com/no-offset"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      const lists = service2.queries.filter((query) => isList2(query) && growthOfRows(system.schemas, query) === "high");
      const open2 = lists.filter((query) => readsEverything(system.schemas, query));
      const [first, ...others] = open2;
      if (!first) {
        if (lists.length > 0) pass(service2);
        continue;
      }
      fail2(service2, first, describe9(first, service2, others.length), {
        key: "list",
        related: others.map((one) => ({ at: one.at, message: `${routeOf(one)} returns every ${one.entity}` }))
      });
    }
  },
  examples: { bad: [], good: [] }
});
function isList2(query) {
  return query.isReturned && query.routes.some(isListRoute);
}
function isListRoute({ method, path, framework }) {
  return (method === "GET" || method === "*" && framework === "django") && !path.includes(":");
}
function routeOf(query) {
  const route = query.routes.find(isListRoute);
  return route ? `GET ${route.path}` : "a list";
}
function describe9(query, service2, more2) {
  const filtered = query.comparisons.length > 0 ? " that matches" : "";
  const others = more2 > 0 ? `; so do ${more2} more of its lists` : "";
  return `${routeOf(query)} of ${service2.name} returns every ${query.entity}${filtered}, without a limit${others}`;
}

// rules/query/one-per-row.ts
var one_per_row_default = defineRule({
  id: "query/one-per-row",
  title: "A request sends one more query for each row of another",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "A list of 200 rows costs 201 trips to the database, one after the other or all at once on every connection of the pool. It is fast with the ten rows of a developer and slow with those of a customer.",
  fix: "Ask once for all rows: load the relation with the list (`include`, `relations`, `selectinload`, `Preload`), or collect the ids and read `where: { id: { in: ids } }` before the loop; in resolvers use a DataLoader.",
  refs: [
    "https://www.prisma.io/docs/orm/prisma-client/queries/query-optimization-performance#solving-the-n1-problem",
    "https://docs.sqlalchemy.org/en/20/orm/queryguide/relationships.html",
    "https://gorm.io/docs/preload.html",
    "https://eslint.org/docs/latest/rules/no-await-in-loop"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      const [first, ...others] = service2.rowQueries.filter(
        ({ rows }) => rows === void 0 || growthOfName(rows) !== "low"
      );
      if (first) {
        const more2 = others.length > 0 ? `; so it is at ${others.length} more ${others.length === 1 ? "place" : "places"}` : "";
        fail2(service2, first, `${describe10(first, service2)}${more2}`, {
          key: "row",
          related: [
            { at: first.rowsAt, message: "the rows are read here" },
            ...first.sentAt ? [{ at: first.sentAt, message: "the query of each row" }] : [],
            ...others.map((one) => ({ at: one.at, message: describe10(one, service2) }))
          ]
        });
      } else if (service2.queries.some(({ routes }) => routes.length > 0)) pass(service2);
    }
  },
  examples: { bad: [], good: [] }
});
function describe10({ call, rows, routes: [route] }, { name }) {
  return `${route?.method} ${route?.path} of ${name} calls ${call} for each row of ${rows ?? "what it read before"}`;
}

// rules/query/page-size-excessive.ts
var MOST2 = 1e3;
var page_size_excessive_default = defineRule({
  id: "query/page-size-excessive",
  title: "A page may have more than 1000 rows",
  category: "performance",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Nobody reads ten thousand rows of a list, and yet each of them is read, built into an object, written as JSON, sent, and built again in the browser. A few such requests at once hold the connections of the service and fill its memory.",
  fix: "Cap the page at 100 or 200, `Math.min(limit, 100)`, `@Max(100)`, `Query(20, le=100)`, let the client ask for the next page or for what it searches, and give exports a way of their own that streams.",
  refs: [
    "https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/",
    "https://cwe.mitre.org/data/definitions/770.html",
    "https://google.aip.dev/158"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, implied }) {
    for (const service2 of system.services) {
      const lists = service2.queries.filter(isList3);
      const sized = lists.filter((query) => sizeOf(query) !== void 0);
      const large = sized.filter((query) => (sizeOf(query) ?? 0) > MOST2 && growthOfRows(system.schemas, query) !== "low");
      const asked = service2.pageRequests.filter(isHonoured);
      const [first, ...others] = large;
      if (first)
        fail2(service2, first, `${allowed(first, service2)}${more(others, "of its lists")}`, {
          key: "cap",
          related: others.map((one) => ({ at: one.at, message: allowed(one, service2) }))
        });
      const [request, ...further] = asked;
      if (request)
        fail2(service2, request, `a page asks for ${wanted(request)}${more(further, "of its requests")}`, {
          key: "client",
          related: [
            ...request.answer?.at ? [{ at: request.answer.at, message: "they are read here" }] : [],
            ...further.map((one) => ({ at: one.at, message: `asks for ${wanted(one)}` }))
          ]
        });
      if (first || request) continue;
      if (lists.some(({ limit }) => limit?.kind === "uncapped")) implied(service2, "query/page-size-uncapped");
      else if (sized.length + service2.pageRequests.length > 0) pass(service2);
    }
  },
  examples: { bad: [], good: [] }
});
function isList3({ routes }) {
  return routes.some(isListRoute2);
}
function isListRoute2({ method, path }) {
  return method === "GET" && !path.includes(":") && !EXPORTS.test(path);
}
var EXPORTS = /(?:^|[/_.-])(?:export|download|csv|xlsx?|pdf|print|report|backup|dump|sitemap|feed|rss|sync|bulk|batch)(?:s|ed|ing)?(?:$|[/_.-])/i;
function sizeOf({ limit, isReturned }) {
  if (limit?.kind === "capped") return limit.max;
  return limit?.kind === "fixed" && isReturned ? limit.value : void 0;
}
function isHonoured({ size, answer }) {
  return size > MOST2 && (answer?.bound !== "capped" || (answer.max ?? size) > MOST2);
}
function allowed(query, service2) {
  const route = query.routes.find(isListRoute2);
  const how = query.limit?.kind === "capped" ? "gives a client up to" : "answers with up to";
  return `${route?.method} ${route?.path} of ${service2.name} ${how} ${sizeOf(query)} rows of ${query.entity ?? "a table"} at once`;
}
function wanted({ size, parameter, path, answer }) {
  const rows = `${size} rows at once: ${parameter}`;
  if (!answer) return path === void 0 ? rows : `${rows} of ${path}`;
  const of = `${rows} of ${answer.method} ${answer.path}`;
  if (answer.bound === "open") return `${of}, which ${answer.service} does not cap`;
  return answer.bound === "capped" ? `${of}, which ${answer.service} caps at ${answer.max}` : `${of} of ${answer.service}`;
}
function more(others, what) {
  if (others.length === 0) return "";
  return `; so ${others.length === 1 ? "does" : "do"} ${others.length} more ${what}`;
}

// rules/query/page-size-uncapped.ts
var page_size_uncapped_default = defineRule({
  id: "query/page-size-uncapped",
  title: "The client decides how many rows are read, and nothing caps it",
  category: "performance",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "One request with a page size of a million reads the whole table into the memory of the service and of the database. A few of them at once, by a crawler or a curious user, take the service down for everybody.",
  fix: "Bound the number where it comes in: `@Max(100)` on the field of the DTO, `z.coerce.number().max(100)`, `Query(20, le=100)`, `max_limit` or `max_page_size` on the pagination class of REST framework, or `Math.min(limit, 100)` before the query.",
  refs: [
    "https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/",
    "https://www.django-rest-framework.org/api-guide/pagination/",
    "https://cwe.mitre.org/data/definitions/770.html",
    "https://fastapi.tiangolo.com/tutorial/query-params-str-validations/",
    "https://github.com/typestack/class-validator#validation-decorators"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const limited = service2.queries.filter(({ limit }) => limit?.kind === "capped" || limit?.kind === "uncapped");
      const open2 = limited.filter(({ limit }) => limit?.kind === "uncapped");
      const [first, ...others] = open2;
      if (!first) {
        const unknown4 = service2.queries.find(({ limit }) => limit?.kind === "unknown");
        if (limited.length > 0) pass(service2);
        else if (unknown4) unverified(service2, unknown4, `who decides the page size in ${service2.name} is not known`);
        continue;
      }
      fail2(service2, placeOf3(first), describe11(service2, first, open2.length), {
        key: "page-size",
        related: others.map((one) => ({
          at: placeOf3(one),
          message: `${nameOf8(one)} of ${one.entity ?? "a table"} has no cap either`
        }))
      });
    }
  },
  examples: { bad: [], good: [] }
});
function placeOf3(query) {
  return query.at;
}
function nameOf8({ limit }) {
  return limit?.kind === "uncapped" ? limit.parameter : "the page size";
}
function describe11(service2, query, count) {
  const [route] = query.routes;
  const of = route ? `${route.method} ${route.path}` : service2.name;
  const fallback = query.limit?.kind === "uncapped" && query.limit.fallback !== void 0 ? ` (${query.limit.fallback} when it is left out)` : "";
  const more2 = count > 1 ? `; so it is for ${count - 1} more ${count === 2 ? "query" : "queries"} of ${service2.name}` : "";
  return `${nameOf8(query)} of ${of} decides how many rows of ${query.entity ?? "a table"} are read${fallback}, and nothing caps it${more2}`;
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
    for (const { path, format, problems, production } of system.unreadable) {
      const [first, ...rest] = problems;
      if (format === "nginx" && production && first?.code === void 0) continue;
      const at = first?.at ?? { path, start: 0, end: 0 };
      const more2 = rest.length > 0 ? ` (and ${rest.length} more)` : "";
      fail2(
        system.repository,
        at,
        `${path} is not readable as ${NAMES[format] ?? format}: ${first?.message ?? "it is empty"}${more2}`,
        { key: path, severity: production ? "high" : "medium" }
      );
    }
  },
  examples: { bad: [], good: [] }
});
var NAMES = {
  caddy: "Caddyfile",
  compose: "Compose",
  dockerfile: "Dockerfile",
  dotenv: ".env file",
  kubernetes: "Kubernetes manifest",
  prometheus: "YAML for Prometheus, Alertmanager, Grafana or a collector"
};

// rules/resilience/outbound-timeout-missing.ts
var outbound_timeout_missing_default = defineRule({
  id: "resilience/outbound-timeout-missing",
  title: "A request to another service waits for as long as that takes",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "When the other side hangs, so does every request that asks it: connections, memory and workers pile up, and a slow neighbour takes the service down with it.",
  fix: "Give each client a limit: `axios.create({ timeout: 5000 })`, `fetch(url, { signal: AbortSignal.timeout(5000) })`, `requests.get(url, timeout=5)`, `&http.Client{Timeout: 10 * time.Second}` or a context from `context.WithTimeout`.",
  refs: [
    "https://axios-http.com/docs/req_config",
    "https://developer.mozilla.org/en-US/docs/Web/API/AbortSignal/timeout_static",
    "https://requests.readthedocs.io/en/latest/user/advanced/#timeouts",
    "https://pkg.go.dev/net/http#Client",
    "https://pkg.go.dev/context#WithTimeout",
    "https://sre.google/sre-book/addressing-cascading-failures/"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      if (service2.outbound.length === 0 || !isServing(service2)) continue;
      const endless = service2.outbound.filter((one) => one.timeout === "none");
      const [first, ...others] = [...endless.filter((one) => !one.isBounded), ...endless.filter((one) => one.isBounded)];
      const open2 = service2.outbound.find((one) => one.timeout === "unknown");
      if (first)
        fail2(service2, first.at, describe12(service2, first, others.length), {
          key: "timeout",
          ...first.isBounded && { severity: "low" },
          related: others.map((one) => ({ at: one.at, message: `${one.name} has none either` }))
        });
      else if (open2)
        unverified(service2, open2.at, `whether ${open2.name} of ${service2.name} ends is not known: ${open2.because ?? ""}`);
      else pass(service2);
    }
  },
  examples: { bad: [], good: [] }
});
function isServing({ listening: listening2, workloads, runtime }) {
  return listening2.length > 0 || runtime !== "go" && workloads.some(({ longRunning }) => longRunning);
}
function describe12({ name, outbound }, { name: call, isBounded }, more2) {
  const wait = isBounded ? ", so that it waits five minutes" : "";
  const rest = more2 === 0 ? "" : `; nor have ${more2} more of its ${outbound.length} requests and clients`;
  return `${call} of ${name} has no timeout${wait}${rest}`;
}

// rules/resilience/shutdown-handlers-race.ts
var shutdown_handlers_race_default = defineRule({
  id: "resilience/shutdown-handlers-race",
  title: "Two handlers of SIGTERM: one ends the process while the other still closes",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Node.js calls all handlers of a signal one after the other and waits for none. The first whose own work is done calls `process.exit`, and what the others were finishing, such as open requests, is cut off: the graceful shutdown is there and has no effect.",
  fix: "Let one handler end the process, the one of the entry file: close the server first, then await what the modules export for it (`await closeDatabase()`), then exit. Remove `process.on` and `process.exit` from the modules.",
  refs: ["https://nodejs.org/api/process.html#signal-events", "https://nodejs.org/api/process.html#processexitcode"],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, implied }) {
    for (const service2 of system.services) {
      const { shutdown } = service2;
      if (shutdown.length === 0 || shutdown.some(({ kind }) => kind === "unknown")) continue;
      if (shutdown.some(({ kind }) => kind === "missing")) {
        implied(service2, "resilience/shutdown-not-handled");
        continue;
      }
      const race = raceOf(service2);
      if (race)
        fail2(
          service2,
          race.exits,
          `ends ${service2.name} on SIGTERM as soon as its own work is done, while another handler still closes`,
          { key: "race", related: [{ at: race.other, message: "the other handler" }] }
        );
      else pass(service2);
    }
  },
  examples: { bad: [], good: [] }
});
function raceOf({
  signalHandlers: handlers,
  entries
}) {
  const found2 = handlers.flatMap((one) => {
    const { exits } = one;
    if (!exits) return [];
    const other = handlers.find(
      (another) => another !== one && another.closes !== void 0 && !isSame(another.closes, one.closes)
    );
    return other ? [{ exits, other: other.at, isEntry: entries.includes(one.at.path) }] : [];
  });
  return found2.find(({ isEntry }) => !isEntry) ?? found2[0];
}
function isSame(one, other) {
  return one.path === other?.path && one.start === other.start;
}

// rules/resilience/shutdown-not-handled.ts
var shutdown_not_handled_default = defineRule({
  id: "resilience/shutdown-not-handled",
  title: "A server ends with the requests that it answers",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Each deployment and each move to another machine stops the process with SIGTERM. A program that does not wait for it ends in the middle of its answers and transactions, and users see errors on every release; Node.js as process 1 of a container does not even hear it, and is killed when the grace period is over.",
  fix: 'In Node.js close the server, then what it uses: `process.once("SIGTERM", () => server.close(() => pool.end()))`; in NestJS call `app.enableShutdownHooks()` before `listen`. In Go start the server in a goroutine of its own, wait with `ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)` and `<-ctx.Done()`, then call `srv.Shutdown` with a context of some seconds (`GracefulStop` of gRPC, `app.ShutdownWithTimeout` of fiber). gin, echo and chi are the `Handler` of an `http.Server`.',
  refs: [
    "https://nodejs.org/api/process.html#signal-events",
    "https://docs.nestjs.com/fundamentals/lifecycle-events#application-shutdown",
    "https://pkg.go.dev/net/http#Server.Shutdown",
    "https://pkg.go.dev/os/signal#NotifyContext",
    "https://gin-gonic.com/en/docs/server-config/graceful-restart-or-stop/",
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const [first, ...others] = service2.shutdown;
      if (!first || !answersUsers(service2)) continue;
      if (first.kind === "handled") pass(service2);
      else if (first.kind === "unknown")
        unverified(service2, first.at, `what ${service2.name} does on SIGTERM is not known: ${first.because ?? ""}`);
      else if (!service2.isCertain)
        unverified(service2, first.at, `which file ${service2.name} starts with is not certain`);
      else
        fail2(service2, first.at, describe13(service2, first.because), {
          key: "shutdown",
          related: others.map(({ at }) => ({ at, message: "and so does the server that starts here" }))
        });
    }
  },
  examples: { bad: [], good: [] }
});
var WATCHERS = /^\/(?:(?:api\/)?(?:health|healthz|livez?|readyz?|liveness|readiness|ping|status|version)(?:\/\w+)?|metrics|debug(?:\/.*)?)$/;
function answersUsers({ routes, rpc, sockets }) {
  const isRpc = sockets.length > 0 || rpc.services.some((one) => one.name !== "grpc.health.v1.Health");
  return isRpc || routes.routes.some((route) => !WATCHERS.test(route.path)) || routes.unresolved.length > 0;
}
function describe13({ name, runtime }, because) {
  const what = runtime === "go" ? `on SIGTERM ${name} ends at once` : `nothing closes the server of ${name} on SIGTERM`;
  return because === void 0 ? what : `${what}: ${because}`;
}

// rules/scale/recovery-unsupported.ts
var recovery_unsupported_default = defineRule({
  id: "scale/recovery-unsupported",
  title: "Connection state recovery of Socket.IO is on, and its adapter has none",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The adapters by publish and subscribe of Redis keep no message, so a client that comes back is never recovered: `socket.recovered` stays false, and what it missed is lost, though the code counts on the contrary.",
  fix: "Use an adapter that keeps messages: `@socket.io/redis-streams-adapter` or `@socket.io/mongo-adapter`; or remove `connectionStateRecovery` and let clients load what they missed.",
  refs: ["https://socket.io/docs/v4/connection-state-recovery#compatibility-with-existing-adapters"],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      for (const { library: library2, recoversState, adapter, at } of service2.sockets) {
        if (library2 !== "socket.io" || recoversState !== true) continue;
        const name = adapter && KEEP_NOTHING[adapter.kind];
        if (name === void 0) {
          if (adapter?.kind !== "other") pass(service2);
        } else {
          fail2(service2, at, `connectionStateRecovery of ${service2.name} has no effect with ${name}`, {
            key: "recovery",
            related: [{ at: adapter?.at ?? at, message: "the adapter" }]
          });
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});
var KEEP_NOTHING = {
  redis: "publish and subscribe of Redis, which keeps nothing"
};

// src/model/code/instances.ts
function instancesOf(system, service2) {
  const { platform } = service2;
  if (platform && service2.workloads.length === 0)
    return { state: "unknown", because: "the platform that runs it says how many", at: platform.at };
  const groups = /* @__PURE__ */ new Map();
  for (const workload of service2.workloads) {
    if (!workload.longRunning) continue;
    const key = `${workload.deployment}
${workload.name.replace(/[-_.]?\d+$/, "")}`;
    groups.set(key, [...groups.get(key) ?? [], workload]);
  }
  const found2 = [...groups.values()].map((group) => together(group.map((workload) => ofWorkload(system, workload))));
  const several = found2.filter((one) => one.state === "several");
  const [most] = several.sort((one, other) => (other.count ?? 2) - (one.count ?? 2));
  return most ?? found2.find((one) => one.state === "unknown") ?? { state: "one" };
}
function together(instances) {
  const several = instances.find((one) => one.state === "several");
  if (several) return several;
  const [first] = instances;
  if (first && instances.length > 1)
    return {
      state: "several",
      count: instances.length,
      apart: true,
      text: `${instances.length} workloads (${listOf(instances.slice(0, 3).map(({ workload }) => workload.name))}${instances.length > 3 ? " \u2026" : ""})`,
      at: first.workload.at
    };
  return first ?? { state: "one" };
}
function ofWorkload(system, workload) {
  return { ...countOf2(system, workload), workload };
}
function countOf2(system, workload) {
  const { pm2, platform } = workload;
  const processes = system.processesInCode.get(workload.id) ?? workload.processes;
  const replicas = platform === "pm2" ? void 0 : replicasOf4(system, workload);
  if (replicas?.state === "several") return replicas;
  if (pm2) {
    const { instances, perProcessor } = pm2;
    if (perProcessor)
      return { state: "several", apart: false, text: "one process for each processor, by PM2", at: instances.at };
    if (!instances.known) return { state: "unknown", because: instances.because, at: instances.at };
    if (instances.value > 1) {
      const text2 = `${instances.value} processes of PM2`;
      return { state: "several", count: instances.value, apart: false, text: text2, at: instances.at };
    }
  } else if (processes) {
    const { count, perProcessor, server } = processes;
    if (perProcessor)
      return { state: "several", apart: false, text: `one process of ${server} for each processor`, at: count.at };
    if (!count.known) return { state: "unknown", because: count.because, at: count.at };
    if (count.value > 1) {
      const text2 = `${count.value} processes of ${server}`;
      return { state: "several", count: count.value, apart: false, text: text2, at: count.at };
    }
  }
  return replicas ?? { state: "one" };
}
function replicasOf4(system, workload) {
  const scaler = system.clusters.flatMap(({ autoscalers }) => autoscalers).find(({ controller }) => controller?.workloads.includes(workload.id));
  const { maximum } = scaler ?? {};
  if (maximum?.known && maximum.value > 1)
    return { state: "several", apart: true, text: `up to ${maximum.value} replicas by its autoscaler`, at: maximum.at };
  const fact = workload.autoscaledFrom ?? workload.replicas;
  if (!fact) return { state: "one" };
  if (!fact.known) return { state: "unknown", because: fact.because, at: fact.at };
  if (fact.value < 2) return { state: "one" };
  return { state: "several", count: fact.value, apart: true, text: `${fact.value} replicas`, at: fact.at };
}

// rules/scale/schedule-in-every-replica.ts
var schedule_in_every_replica_default = defineRule({
  id: "scale/schedule-in-every-replica",
  title: "Work by the clock is done by every instance at the same time",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "A schedule in the code of a service is one in each of its processes: three replicas send each reminder three times, and close the month three times at once. Nothing shows it while there is one instance.",
  fix: "Run it in one place, such as a CronJob, a worker with one replica, or a job scheduler of the queue that all instances share (`queue.upsertJobScheduler(\u2026)` of BullMQ). Or take a lock first that only one gets: `pg_try_advisory_lock`, `redlock`.",
  refs: [
    "https://docs.nestjs.com/techniques/task-scheduling",
    "https://docs.bullmq.io/guide/job-schedulers",
    "https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS",
    "https://apscheduler.readthedocs.io/en/3.x/faq.html"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const [first, ...others] = service2.schedules;
      if (!first) continue;
      const instances = instancesOf(system, service2);
      if (instances.state === "one" || first.guard === "lock") pass(service2);
      else if (instances.state === "unknown")
        unverified(service2, first, `how many instances of ${service2.name} run is not known: ${instances.because}`);
      else if (first.guard === "unknown")
        unverified(service2, first, `a variable may choose the instance of ${service2.name} that does it`);
      else
        fail2(service2, first, `each of ${instances.text} of ${service2.name} runs this by the clock (${first.library})`, {
          key: "schedule",
          related: [
            { at: instances.at, message: "the number of instances" },
            ...others.map(({ at }) => ({ at, message: "and so they do this" }))
          ]
        });
    }
  },
  examples: { bad: [], good: [] }
});

// rules/scale/socket-adapter-missing.ts
var socket_adapter_missing_default = defineRule({
  id: "scale/socket-adapter-missing",
  title: "Several instances of a Socket.IO server do not share their messages",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Each instance only knows the clients that are connected to itself: what it emits to a room or to everybody never gets to those of the others. With four instances three of four people miss each message, and nothing is logged.",
  fix: "Give the server an adapter: `npm install @socket.io/redis-adapter`, then `io.adapter(createAdapter(pubClient, subClient))`; in NestJS `app.useWebSocketAdapter(new RedisIoAdapter(app))`. `@socket.io/redis-streams-adapter` also survives a lost connection to Redis.",
  refs: [
    "https://socket.io/docs/v4/adapter/",
    "https://socket.io/docs/v4/using-multiple-nodes/",
    "https://docs.nestjs.com/websockets/adapter"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const sockets = service2.sockets.filter(({ library: library2 }) => library2 === "socket.io");
      if (sockets.length === 0) continue;
      const instances = instancesOf(system, service2);
      const alone2 = sockets.filter(
        ({ adapter }) => !adapter || adapter.kind === "cluster" && instances.state === "several" && instances.apart
      );
      const [first, ...others] = alone2;
      if (!first || instances.state === "one") pass(service2);
      else if (instances.state === "unknown") {
        unverified(service2, first, `how many instances of ${service2.name} run is not known: ${instances.because}`);
      } else {
        const what = first.adapter ? "only joins the processes of one host by @socket.io/cluster-adapter" : "has no adapter";
        fail2(service2, first, `the Socket.IO server of ${service2.name} ${what}, and there are ${instances.text}`, {
          key: "adapter",
          related: [
            { at: instances.at, message: "the number of instances" },
            ...others.map(({ at, name }) => ({ at, message: `${name ?? "another server"} has none either` }))
          ]
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/scale/state-in-process.ts
var state_in_process_default = defineRule({
  id: "scale/state-in-process",
  title: "Several instances each keep sessions, limits or a cache of their own",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "What one process keeps in its memory the others do not know: people are signed out whenever another instance answers, a limit of 10 is one of 10 for each instance, and a cache that one has refreshed is stale in the others. A restart forgets all of it.",
  fix: "Give the library a store that all instances share, such as Redis: `store: new RedisStore({ client })` of `connect-redis` or `rate-limit-redis`, `storage: new ThrottlerStorageRedisService(redis)`, `stores: [new KeyvRedis(url)]`, `Limiter(storage_uri='redis://redis:6379')`.",
  refs: [
    "https://github.com/expressjs/session#compatible-session-stores",
    "https://express-rate-limit.mintlify.app/reference/stores",
    "https://docs.nestjs.com/security/rate-limiting#storages",
    "https://docs.nestjs.com/techniques/caching",
    "https://12factor.net/processes"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const { kept: kept2 } = service2;
      const [first] = kept2;
      if (!first) continue;
      const instances = instancesOf(system, service2);
      const own = kept2.filter((one) => one.kept === "process");
      const [worst2, ...others] = own.sort((one, other) => rank(one) - rank(other));
      const unknown4 = kept2.find((one) => one.kept === "unknown");
      if (instances.state === "one" || !worst2 && !unknown4) pass(service2);
      else if (!worst2)
        unverified(
          service2,
          unknown4 ?? first,
          `where ${(unknown4 ?? first).library} of ${service2.name} keeps its state is not known`
        );
      else if (instances.state === "unknown")
        unverified(service2, worst2, `how many instances of ${service2.name} run is not known: ${instances.because}`);
      else
        fail2(
          service2,
          worst2,
          `${worst2.library} of ${service2.name} keeps ${WORDS[worst2.kind]} in the memory of each process, and there are ${instances.text}`,
          {
            key: "state",
            ...worst2.kind !== "sessions" && { severity: "medium" },
            related: [
              { at: instances.at, message: "the number of instances" },
              ...others.map(({ at, library: library2, kind }) => ({ at, message: `${library2} keeps ${WORDS[kind]} there, too` }))
            ]
          }
        );
    }
  },
  examples: { bad: [], good: [] }
});
var WORDS = {
  sessions: "sessions",
  limits: "the counts of limits",
  cache: "its cache"
};
function rank({ kind }) {
  return ["sessions", "limits", "cache"].indexOf(kind);
}

// src/model/stickiness.ts
function balancingOf(system, workloads) {
  return routeTargets(system).flatMap(({ proxy, route, targets }) => {
    const target = targets.find(({ workload }) => workloads.some((one) => one.id === workload.id))?.workload;
    if (!target || proxy.weight === 0) return [];
    return [{ proxy, route, ...choiceOf(proxy, route, target) }];
  });
}
function choiceOf(proxy, route, target) {
  const notKnown2 = { sticky: void 0, method: "what is not known", at: route.at };
  switch (proxy.software) {
    case "nginx":
      return nginxChoice(proxy, route);
    case "traefik":
      return traefikChoice(target) ?? notKnown2;
    case "kubernetes":
      return ingressChoice(proxy, route) ?? notKnown2;
    default:
      return notKnown2;
  }
}
var NGINX_STICKY = /^(?:ip_hash|hash|sticky\w*|jvm_route)$/;
var NGINX_METHOD = /^(?:least_conn|least_time|random|fair)$/;
function nginxChoice({ nginx: nginx2, complete }, { upstream, at }) {
  const group = nginx2?.groups.find((one) => one.upstream === upstream);
  if (!group) return { sticky: false, method: "round robin", at };
  const names = [...group.scope.byName.keys()];
  const method = names.find((name) => NGINX_METHOD.test(name)) ?? "round robin";
  const sticky = names.some((name) => NGINX_STICKY.test(name)) || group.scope.byName.has("include") && !complete;
  const chosen = group.scope.byName.get(method)?.[0];
  return { sticky, method, at: chosen?.at ?? upstream.at };
}
function traefikChoice({ labels }) {
  const names = [...labels.keys()];
  const router = names.find((name) => /^traefik\.http\.routers\./i.test(name));
  const at = router && labels.get(router)?.at;
  if (!at) return void 0;
  const sticky = names.some((name) => /^traefik\.http\.services\.[^.]+\.loadbalancer\.sticky/i.test(name));
  return { sticky, method: "round robin", at };
}
var SPEAKS_OF_IT = /affinity|stick|session|hash|persist|cookie|load-balanc|backend-config|snippet/i;
function ingressChoice({ kubernetes }, route) {
  const own = kubernetes?.routes.find(({ at }) => at === route.at);
  if (!kubernetes || !own || own.object.kind !== "Ingress") return void 0;
  const { object } = own;
  const services = kubernetes.cluster.services.filter((one) => one.object.name === own.service);
  const annotations = [object, ...services.map((one) => one.object)].flatMap((one) => [
    ...textsByKey(descend(one.node, "metadata", "annotations"))
  ]);
  const affinity = services.some((one) => textOf(descend(one.object.node, "spec", "sessionAffinity")) === "ClientIP");
  if (affinity || !kubernetes.cluster.complete) return void 0;
  const isSticky = annotations.some(
    ([key, value]) => /^nginx\.ingress\.kubernetes\.io\/(?:affinity|upstream-hash-by)$/.test(key) || /stickiness\.enabled=true/.test(value) || /sticky\.cookie$/.test(key) && value === "true"
  );
  if (isSticky) return { sticky: true, method: "affinity", at: object.at };
  if (annotations.some(([key, value]) => SPEAKS_OF_IT.test(key) || /stickiness/.test(value))) return void 0;
  return { sticky: false, method: "round robin", at: object.at };
}

// rules/scale/sticky-sessions-missing.ts
var sticky_sessions_missing_default = defineRule({
  id: "scale/sticky-sessions-missing",
  title: "Polling clients of Socket.IO are sent to another instance with each request",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: 'A client of Socket.IO begins with HTTP long-polling: several requests that make up one session, which only the instance that opened it knows. Each one that ends at another instance is refused with 400 "Session ID unknown", and the client connects again and again. An adapter carries messages between instances, not sessions.',
  fix: 'Send each client to the same instance: `ip_hash;` or `hash $remote_addr consistent;` in the upstream of nginx, `nginx.ingress.kubernetes.io/affinity: cookie`, `traefik.http.services.<name>.loadbalancer.sticky.cookie=true`, `@socket.io/sticky` for processes of one host. Or switch polling off on both sides: `transports: ["websocket"]`.',
  refs: [
    "https://socket.io/docs/v4/using-multiple-nodes/#why-is-sticky-session-required",
    "https://socket.io/docs/v4/pm2/",
    "https://nginx.org/en/docs/http/ngx_http_upstream_module.html#ip_hash",
    "https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#session-affinity",
    "https://doc.traefik.io/traefik/routing/services/#sticky-sessions"
  ],
  reads: ["dockerfile", "source", "nginx", "traefik"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const sockets = service2.sockets.filter(({ library: library2 }) => library2 === "socket.io");
      const [first] = sockets;
      if (!first) continue;
      const instances = instancesOf(system, service2);
      const polling = sockets.find(({ allowsPolling }) => allowsPolling === true);
      if (instances.state === "one" || sockets.every(({ allowsPolling }) => allowsPolling === false)) pass(service2);
      else if (instances.state === "unknown")
        unverified(service2, first, `how many instances of ${service2.name} run is not known: ${instances.because}`);
      else if (!polling) unverified(service2, first, `whether clients of ${service2.name} come by polling is not known`);
      else {
        const found2 = verdictOf(service2, instances, balancingOf(system, service2.workloads));
        if (found2.state === "sticky") pass(service2);
        else if (found2.state === "unknown") unverified(service2, polling, found2.because);
        else
          fail2(service2, found2.at, found2.what, {
            key: "sticky",
            related: [
              { at: polling.at, message: "the server, with polling on" },
              { at: instances.at, message: "the number of instances" }
            ]
          });
      }
    }
  },
  examples: { bad: [], good: [] }
});
var STICKY_PACKAGES = ["@socket.io/sticky", "@socket.io/pm2", "sticky-session"];
function verdictOf(service2, instances, routes) {
  const shared = service2.workloads.find(isClustered);
  if (shared?.pm2 && !STICKY_PACKAGES.some((name) => service2.packages.has(name))) {
    const what = `PM2 hands connections to ${service2.name} in turn to ${instances.text}, and Socket.IO begins with polling`;
    return { state: "missing", at: shared.pm2.instances.at, what };
  }
  const forSockets = routes.filter(({ route }) => /socket|ws|live|realtime/i.test(route.path.text));
  const asked = forSockets.length > 0 ? forSockets : routes;
  if (asked.some(({ sticky }) => sticky === true)) return { state: "sticky" };
  const [first] = asked;
  if (!first)
    return { state: "unknown", because: `what stands in front of the instances of ${service2.name} is not known` };
  const loose = asked.find(({ sticky }) => sticky === false);
  if (!loose || asked.some(({ sticky }) => sticky === void 0))
    return { state: "unknown", because: `how ${first.proxy.name} chooses an instance of ${service2.name} is not known` };
  return {
    state: "missing",
    at: loose.at,
    what: `${nameOf9(loose)} sends clients of ${service2.name} to any of ${instances.text} (${loose.method}), and Socket.IO begins with polling`
  };
}
function isClustered({ pm2 }) {
  if (!pm2?.mode.known || pm2.mode.value !== "cluster") return false;
  return pm2.perProcessor || pm2.instances.known && pm2.instances.value > 1;
}
function nameOf9({ proxy }) {
  return proxy.workloads[0]?.name ?? proxy.name;
}

// rules/scale/uploads-on-local-disk.ts
const { posix } = require("node:path");
var uploads_on_local_disk_default = defineRule({
  id: "scale/uploads-on-local-disk",
  title: "Uploads go to the disk of one instance, where the others do not find them",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Each container has a file system of its own: a file that one instance took in is missing for every request that another one answers, and is gone with its container at the next deploy.",
  fix: 'Keep files in an object store (`multer-s3`, S3, MinIO), or mount one volume that all instances share at the directory: `volumes: ["uploads:/app/uploads"]`, on Kubernetes a claim with `ReadWriteMany`.',
  refs: [
    "https://github.com/expressjs/multer#diskstorage",
    "https://docs.docker.com/engine/storage/volumes/",
    "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const [first] = service2.uploads;
      if (!first) continue;
      const workloads = service2.workloads.filter(({ platform }) => platform !== "pm2");
      const instances = instancesOf(system, { ...service2, workloads });
      if (instances.state === "one" || instances.state === "several" && !instances.apart) pass(service2);
      else if (instances.state === "unknown")
        unverified(service2, first, `how many instances of ${service2.name} run is not known: ${instances.because}`);
      else if (!first.stays)
        unverified(service2, first, `whether files of ${service2.name} stay where they are written is not known`);
      else {
        const places = workloads.map((workload) => placeOf4(first, workload));
        if (places.every((place) => place === "shared")) pass(service2);
        else if (!places.includes("own"))
          unverified(
            service2,
            first,
            `whether ${first.directory ?? "the directory"} of ${service2.name} is on a volume is not known`
          );
        else
          fail2(
            service2,
            first,
            `${service2.name} writes uploads to ${first.directory ?? "a directory"} in its container, and there are ${instances.text}`,
            { key: "uploads", related: [{ at: instances.at, message: "the number of instances" }] }
          );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function placeOf4({ directory }, { mounts, image }) {
  const kept2 = mounts.filter(({ type, readOnly }) => !readOnly && KEPT.has(type));
  if (kept2.length === 0) return "own";
  const workdir = knownValue(image?.dockerfile?.workdir);
  if (directory === void 0 || !directory.startsWith("/") && workdir === void 0) return "unknown";
  const path = posix.resolve("/", workdir ?? "/", directory);
  const targets = kept2.map(({ target }) => knownValue(target));
  if (targets.some((target) => target === void 0)) return "unknown";
  return targets.some((target) => path === target || path.startsWith(`${target?.replace(/\/$/, "")}/`)) ? "shared" : "own";
}
var KEPT = /* @__PURE__ */ new Set(["volume", "bind", "claim", "other"]);

// src/knowledge/logins.ts
function defaultLogins(facts) {
  return (facts.distribution.defaultCredentials ?? []).flatMap((each) => judge5(facts, each) ?? []);
}
function judge5(facts, credential) {
  const { password, user, source } = credential;
  if (!exists(facts, credential)) return void 0;
  const account = user?.variable ? nameOf10(facts.environment(user.variable), user.default) : user?.default;
  const named2 = account === void 0 ? {} : { user: account };
  const value = facts.environment(password.variable);
  if (typeof value === "string" && value !== "") {
    if (!password.wellKnown.includes(value.toLowerCase())) return void 0;
    const because2 = `${password.variable} is a password that everybody tries first`;
    return { ...named2, because: because2, variable: password.variable, written: true, source };
  }
  if (value === null || password.default === void 0) return void 0;
  if ((password.alternatives ?? []).some((name) => isSet(facts, name))) return void 0;
  if (facts.configMounted) return void 0;
  const because = `${password.variable} is not set, so the image's own default password works`;
  return { ...named2, because, variable: password.variable, written: false, source };
}
function exists(facts, { before, unless }) {
  if (before && isBefore(facts.version, before) !== true) return false;
  const mode = unless ? facts.environment(unless.variable) : void 0;
  return mode !== null && !(mode && unless?.values.includes(mode.toLowerCase()));
}
function nameOf10(value, otherwise) {
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
    const named2 = isSecretName(use.name);
    const whole2 = raw.trim() === expression && (expected || isSecretName(name));
    const password = whole2 || isPassword(raw, expression);
    const found2 = secretIn(named2 ? use.name : password ? name : use.name, use.argument, named2 || password);
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
function startCommands({ start, image }) {
  if (start?.written) return shellCommands(start.written);
  if (start?.source !== "dockerfile") return [];
  const { entrypoint, command } = image?.dockerfile ?? {};
  return [entrypoint, command].flatMap((one) => one ? dockerfileCommands(one) : []);
}
function dockerfileCommands({ argv, text: text2, at }) {
  return argv ? wordsAt(argv, at) : scriptCommands([{ text: text2, uses: [], at }]);
}
function checkCommands(check) {
  const [first, ...rest] = check.written ?? [];
  if (first?.text === "CMD") return shellCommands(rest);
  if (first) return scriptCommands(first.text === "CMD-SHELL" ? rest : [first, ...rest]);
  if (check.argv) return wordsAt(check.argv, check.at);
  return check.script ? scriptCommands([{ text: check.script.text, uses: [], at: check.at }]) : [];
}
function wordsAt(argv, at) {
  return shellCommands(argv.map((word) => ({ text: word ?? "", uses: [], at })));
}
function shellCommands(words3) {
  const scriptAt2 = (at) => shellText(words3.slice(at, at + MOST_SHELL_OPTIONS).map((word) => word.text));
  const start = words3.findIndex((_, at) => scriptAt2(at) !== void 0);
  if (start === -1) return [{ words: words3 }];
  const script = scriptAt2(start);
  return scriptCommands(words3.slice(start).filter((word) => word.text === script));
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
  const named2 = secretsInWords(words3.map((word) => word.text)).flatMap(({ name, value }) => {
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
  return [...named2, ...addresses];
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
var LONGEST6 = 5e5;
var MOST3 = 200;
function mountedSecrets(workload) {
  if (workload.platform !== "kubernetes") return [];
  return workload.mounts.flatMap(
    (mount) => mount.type === "config" ? (mount.files ?? []).flatMap((file) => secretsIn(file.path, file.source, workload)) : []
  );
}
function secretsIn(path, source, subject) {
  if (source.text.length > LONGEST6) return [];
  const name = fileName(path);
  if (!name.includes(".")) return wholeFile(name, source, subject);
  const json = /\.json$/i.test(path);
  if (!json && !SETTINGS.test(path)) return [];
  const lines = [...source.text.matchAll(LINE), .../redis|\.conf$/i.test(path) ? source.text.matchAll(BLANK) : []];
  return lines.slice(0, MOST3).flatMap((match2) => {
    const [line, key = "", , value = ""] = match2;
    const found2 = secretIn(key, value, key === "requirepass" || key === "masterauth");
    if (!found2 || found2.placeholder || json && !isGenerated(found2.value)) return [];
    const start = match2.index + line.lastIndexOf(value);
    return [{ ...found2, subject, at: { path: source.path, start, end: start + value.length } }];
  });
}
function wholeFile(name, source, subject) {
  const text2 = source.text.trim();
  if (text2 === "" || /\s/.test(text2)) return [];
  const found2 = secretIn(name, text2);
  if (!found2 || found2.placeholder) return [];
  const start = source.text.indexOf(text2);
  return [{ ...found2, subject, at: { path: source.path, start, end: start + text2.length } }];
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
  const known5 = login ? [login.password.toLowerCase(), login.user.toLowerCase()] : [];
  const password = {
    variable: first,
    wellKnown: [.../* @__PURE__ */ new Set([...known5, ...WELL_KNOWN_PASSWORDS])],
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
  return name.includes("PASS") && SEEDED_ADMINISTRATOR.test(name);
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
  const known5 = placesOf.get(system);
  if (known5) return known5;
  const places = /* @__PURE__ */ new Map();
  for (const secret of productionSecrets(system)) add(places, secret, false);
  for (const secret of developmentSecrets(system)) if (isGenerated(secret.value)) add(places, secret, true);
  const result = [...places.values()].filter(({ secret }) => !holdsLeak(system, secret.at)).map(({ secret, subjects, development }) => {
    const byId = [...subjects.values()].sort((one, other) => one.id < other.id ? -1 : 1);
    return { ...secret, subject: byId[0] ?? secret.subject, subjects: byId, development };
  });
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
      ({ purpose, workloads, onRequest: onRequest2 }) => [...purpose === "development" ? workloads : [], ...onRequest2].flatMap(secretsOf3)
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
  const { path, start, end } = secret.at;
  const key = `${path}
${start}
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
  const known5 = leaksByPath.get(system);
  if (known5) return known5.get(path) ?? [];
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
  const known5 = filesOf.get(system);
  if (known5) return known5;
  const used = usedFiles(system);
  const files = system.environmentFiles.filter((file) => file.tracked && (file.purpose === "live" || used.has(file.path))).map((file) => committedFile(file, used.has(file.path), system));
  const all = [...files, ...otherFiles(system)];
  filesOf.set(system, all);
  return all;
}
function otherFiles(system) {
  const known5 = new Set(system.environmentFiles.map((file) => file.path));
  const files = /* @__PURE__ */ new Map();
  for (const variable3 of system.workloads.flatMap((workload) => [...workload.environment.values()])) {
    const { name, value, uses, keyAt: keyAt2 } = variable3;
    if (variable3.source !== "env-file" || known5.has(keyAt2.path) || !value.known || uses.length > 0) continue;
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
  reads: ["dotenv", "dockerfile", "source"],
  check({ system, pass, fail: fail2, implied }) {
    const places = secretPlaces(system).filter((place) => place.kind === "login");
    const written = new Set(places.flatMap(({ name, subjects }) => subjects.map((subject) => `${subject.id}
${name}`)));
    for (const workload of system.workloads) {
      if (!hasLogin(workload)) continue;
      pass(workload);
      for (const login of loginsOf(workload)) {
        if (!login.written) {
          fail2(workload, workload.at, describe14(workload, login), {
            key: login.variable,
            fix: fixOf3(login.variable, workload)
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
        const what = login ? describe14(workload, login) : seeded;
        fail2(workload, place, what, { key: place.name, fix: fixOf3(place.name, workload) });
      }
    }
    for (const service2 of system.services) {
      pass(service2);
      for (const [path, [first, ...others]] of byFile(service2, system)) {
        if (!first) continue;
        fail2(service2, first.at, seededBy(service2, first), {
          key: `seeded in ${path}`,
          fix: "Take the password from the environment and let the start fail without it, or make a random one that is shown once and has to be changed; run what makes accounts for developers only in development. Then change the password of the accounts that exist.",
          why: "Every installation has the same account, and whoever can read the code knows its password; it is also the first that is tried.",
          related: others.slice(0, 10).map((one) => ({ at: one.at, message: `${one.user} too` }))
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function byFile({ seededLogins }, { schemas }) {
  const files = /* @__PURE__ */ new Map();
  const isApplied = (path) => schemas.some(({ run, migrations }) => run?.state === "run" && migrations.some((one) => one.files.includes(path)));
  for (const one of seededLogins.filter(({ isMigrated, at }) => !isMigrated || isApplied(at.path)))
    files.set(one.at.path, [...files.get(one.at.path) ?? [], one]);
  return files;
}
function seededBy({ name }, { user, isWellKnown, isMigrated }) {
  const what = isWellKnown ? "a password that everybody tries first" : "a password that stands in the code";
  return isMigrated ? `a migration of ${name} makes the account ${user}, with ${what}` : `${name} makes the account ${user} when it starts, with ${what}`;
}
function hasLogin(workload) {
  const known5 = serviceFactsOf(workload)?.distribution.defaultCredentials;
  return known5 !== void 0 || [...workload.environment.keys()].some(isSeededAdministrator);
}
function loginsOf(workload) {
  const facts = serviceFactsOf(workload);
  return facts ? defaultLogins(facts) : [];
}
function describe14({ name, software }, { user, because }) {
  return `${name} (${software?.name}) can be entered${user === void 0 ? " with a well-known password" : ` as ${user}`}: ${because}`;
}
function fixOf3(variable3, { platform }) {
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
  const words3 = [...workload.start?.written ?? [], ...workload.health.checks.flatMap((check) => check.written ?? [])];
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
            fix: first.use.operator === ":?" ? `Write \`${secret.name}=\` in ${file.path}, or leave it out: \`:?\` then stops the start until somebody sets it.` : `Take \`${secret.name}\` out of ${file.path}, and write \`:?\` for \`?\`, which lets an empty value pass.`,
            related: [first, ...others].slice(0, 20).map(({ use, workload }) => ({ at: use.at, message: `required by ${workload.name}` }))
          });
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});

// src/model/secrets/code-secrets.ts
function codeSecrets(system) {
  const places = /* @__PURE__ */ new Map();
  for (const service2 of system.services) {
    for (const one of service2.hardcodedSecrets) {
      const key = `${one.at.path}
${one.at.start}`;
      const known5 = places.get(key);
      places.set(key, { ...one, services: [...known5?.services ?? [], service2] });
    }
  }
  return [...places.values()];
}

// rules/secret/hardcoded.ts
var ID = "secret/hardcoded";
var hardcoded_default = defineRule({
  id: ID,
  title: "A secret stands in the code that uses it",
  category: "security",
  severity: "high",
  worst: "critical",
  confidence: "A",
  security: 8.6,
  since: "0.1.0",
  effort: "minutes",
  why: "Everybody who can read the code, a copy of it or an image built from it has the secret, and it can only be changed by a release. With a signing key anybody can issue sessions for any user.",
  fix: "Take it from the environment without a fallback, let the start fail without it, and change it, because this one is known.",
  refs: [
    "https://cwe.mitre.org/data/definitions/798.html",
    "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, implied }) {
    for (const service2 of system.services) pass(service2);
    for (const one of codeSecrets(system)) {
      const [first, ...others] = one.services;
      if (!first || one.kind === "url") continue;
      fail2(first, one, describe15(one), {
        severity: one.signing ? "critical" : "high",
        key: `${one.name} in ${one.at.path}`
      });
      for (const other of others) implied(other, ID);
    }
  },
  examples: { bad: [], good: [] }
});
function describe15({ name, isCall, services, signing, at }) {
  const who = `${name} of ${subjectNames(services)}`;
  return isCall ? `${who} takes a ${signing ? "key" : "password"} that is written into ${at.path}` : `${who} is written into ${at.path}`;
}

// src/model/secrets/code-defaults.ts
function codeDefaults(system) {
  const places = /* @__PURE__ */ new Map();
  for (const service2 of system.services) {
    for (const fallback of service2.secretFallbacks) {
      const { workloads } = service2;
      if (workloads.length > 0 && workloads.every((workload) => isSet2(workload, fallback))) continue;
      if (isGiven(service2, fallback)) continue;
      const key = `${fallback.at.path}
${fallback.at.start}
${fallback.variable}`;
      const known5 = places.get(key);
      places.set(key, { ...fallback, services: [...known5?.services ?? [], service2] });
    }
  }
  return [...places.values()];
}
function isGiven({ platform, workloads }, { variable: variable3, alternatives }) {
  return workloads.length === 0 && [variable3, ...alternatives].some((name) => platform?.variables.has(name) === true);
}
function isSet2({ environment }, { variable: variable3, alternatives, whenEmpty }) {
  const set = [variable3, ...alternatives].flatMap((name) => environment.get(name) ?? []);
  return set.some(({ value, raw, uses, source }) => {
    if (value.known) return !whenEmpty || value.value !== "";
    if (source === "host") return false;
    const [use] = uses;
    const isAlone2 = uses.length === 1 && use !== void 0 && raw?.trim().length === use.at.end - use.at.start;
    return !whenEmpty || !isAlone2 || use.operator === ":?";
  });
}

// rules/secret/insecure-default.ts
var ID2 = "secret/insecure-default";
var insecure_default_default = defineRule({
  id: ID2,
  title: "A secret falls back to a value that is in the repository",
  category: "security",
  severity: "high",
  worst: "critical",
  confidence: "A",
  security: 8.4,
  since: "0.1.0",
  effort: "minutes",
  why: "One forgotten variable, and production starts with a secret that everybody can read, without a warning. With a signing key anybody can then issue sessions for any user.",
  fix: "Let the start fail without it: `${NAME:?}` in place of `${NAME:-value}`, and in code an error in place of `|| 'value'`.",
  refs: [
    "https://docs.docker.com/reference/compose-file/interpolation/",
    "https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/"
  ],
  reads: ["dotenv", "dockerfile", "source"],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) pass(workload);
    for (const image of system.images) if (image.dockerfile) pass(image);
    for (const place of secretPlaces(system)) {
      if (place.kind !== "default" || place.development) continue;
      fail2(place.subject, place, describe16(place), {
        severity: place.signing ? "critical" : "high",
        key: place.name,
        .../^\w+$/.test(place.name) && place.subject.kind === "workload" ? {
          fix: `Write \`\${${place.name}:?}\`, so that the start fails without it, and set it where production is configured.`
        } : {}
      });
      for (const other of place.subjects.slice(1)) implied(other, ID2);
    }
    for (const service2 of system.services) pass(service2);
    for (const one of codeDefaults(system)) {
      const [first, ...others] = one.services;
      if (!first) continue;
      fail2(first, one, inCode(one), {
        severity: one.signing ? "critical" : "high",
        key: `${one.variable} in ${one.at.path}`,
        fix: fixOf4(one, first.runtime)
      });
      for (const other of others) implied(other, ID2);
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
        for (const other of others) implied(other, ID2);
      }
    }
  },
  examples: { bad: [], good: [] }
});
function describe16({ name, subjects, placeholder }) {
  return `${name} of ${subjectNames(subjects)} falls back to a ${placeholder ? "placeholder" : "literal"} when nothing sets it`;
}
function inCode({ variable: variable3, services, placeholder }) {
  return `${variable3} of ${subjectNames(services)} falls back to a ${placeholder ? "placeholder" : "literal"} in the code when nothing sets it`;
}
function fixOf4({ variable: variable3 }, runtime) {
  switch (runtime) {
    case "node":
      return `Take the fallback away, and let the start fail: \`if (!process.env.${variable3}) throw new Error('${variable3} is not set')\`; with @nestjs/config, \`getOrThrow('${variable3}')\`.`;
    case "python":
      return `Take the fallback away, so that the start fails without it: \`os.environ["${variable3}"]\`, or a field of the settings class without a default.`;
    case "go":
      return `Take the fallback away, and let the start fail: \`if os.Getenv("${variable3}") == "" { log.Fatal("${variable3} is not set") }\`.`;
  }
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
      const shown = keys.length > 4 ? `${keys.slice(0, 3).join(", ")} and ${keys.length - 3} more` : listOf(keys);
      fail2(system.repository, first, `the Secret ${fullName(secret)} is committed with ${shown}`, {
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
var ID3 = "secret/literal-in-config";
var literal_in_config_default = defineRule({
  id: ID3,
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
      fail2(place.subject, place, describe17(place), {
        severity: severityOf2(place),
        key: place.name,
        ...fixOf5(place)
      });
      if (!place.development) for (const other of place.subjects.slice(1)) implied(other, ID3);
    }
  },
  examples: { bad: [], good: [] }
});
function describe17({ name, subjects, placeholder, at, development }) {
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
function fixOf5({ name, subject }) {
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
var ID4 = "secret/on-command-line";
var on_command_line_default = defineRule({
  id: ID4,
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
        ...FLAG2.test(name) ? { fix: fixOf6(name, place.subject.kind === "workload" && place.subject.platform === "kubernetes") } : {}
      });
      if (!development) for (const other of subjects.slice(1)) implied(other, ID4);
    }
  },
  examples: { bad: [], good: [] }
});
var FLAG2 = /^(--?[\w.-]+)(?: of .+)?$/;
function fixOf6(name, kubernetes) {
  const flag = FLAG2.exec(name)?.[1] ?? name;
  if (kubernetes)
    return `Take it from a variable of the container (\`${flag}\`, \`$(PASSWORD)\` in \`args\`, with \`PASSWORD\` from \`secretKeyRef\`) or from a file, and change it: the old one stays in the history.`;
  const value = '"$${PASSWORD}"';
  const written = /^-\w$/.test(flag) ? `${flag}${value}` : `${flag} ${value}`;
  return `Take it from a variable of the container (\`${written}\` in a shell, with \`PASSWORD: \${PASSWORD:?}\` in its environment) or from a file, and change it: the old one stays in the history.`;
}
function isHealthCheck(at, [subject]) {
  return subject?.kind === "workload" && subject.health.checks.some((check) => contains(check.at, at));
}
function contains(outer, inner) {
  return outer.path === inner.path && outer.start <= inner.start && inner.end <= outer.end;
}

// rules/secret/password-in-connection-string.ts
var ID5 = "secret/password-in-connection-string";
var password_in_connection_string_default = defineRule({
  id: ID5,
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
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, implied }) {
    for (const workload of system.workloads) pass(workload);
    for (const image of system.images) if (image.dockerfile) pass(image);
    for (const place of secretPlaces(system)) {
      if (place.kind !== "url") continue;
      fail2(place.subject, place, `${place.name} of ${subjectNames(place.subjects)} holds the password in plain text`, {
        key: place.name,
        ...fixOf7(place),
        ...place.development ? { severity: "low" } : {}
      });
      if (!place.development) for (const other of place.subjects.slice(1)) implied(other, ID5);
    }
    for (const service2 of system.services) pass(service2);
    for (const { name, isCall, services, at, kind } of codeSecrets(system)) {
      const [first, ...others] = services;
      if (!first || kind !== "url") continue;
      const what = isCall ? `the connection string that ${name} of ${subjectNames(services)} takes` : `${name} of ${subjectNames(services)}`;
      fail2(first, at, `${what} holds the password in plain text`, {
        key: `${name} in ${at.path}`,
        fix: "Take the whole string from a variable that has no fallback in the code, set it from a secret, and change the password."
      });
      for (const other of others) implied(other, ID5);
    }
  },
  examples: { bad: [], good: [] }
});
function fixOf7({ subject, name }) {
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
function named(name) {
  return `${/^(?:[AEO]|RSA)/.test(name) ? "an" : "a"} ${name.replace(/^Private/, "private")}`;
}
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
    const groups = leakGroups(system, "private-key");
    const [inTests, ...moreInTests] = groups.filter((group) => isTestMaterial(group.path));
    if (inTests) {
      const leaks = [inTests, ...moreInTests].flatMap((group) => group.leaks);
      const [where, are] = [
        moreInTests.length === 0 ? inTests.path : `${moreInTests.length + 1} files of tests`,
        leaks.length > 1
      ];
      const what = are ? `${leaks.length} private keys are in ${where}` : `${named(inTests.name)} is in ${where}`;
      fail2(system.repository, inTests.leaks[0], `${what}: see that nothing else trusts ${are ? "them" : "it"}`, {
        severity: "low",
        key: "in tests",
        related: leaks.slice(1, 21).map((leak) => ({ at: leak.at, message: `another private key` }))
      });
    }
    for (const { name, path, leaks } of groups.filter((group) => !isTestMaterial(group.path))) {
      const [first, ...others] = leaks;
      const severity = isDevelopmentPath(path) ? "medium" : name.endsWith("encrypted") ? "high" : "critical";
      const kind = name.replace(/^Private/, "private");
      const what = `${named(name)} is in ${path}${others.length > 0 ? `, and ${others.length} more` : ""}`;
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
      const inTests = isTestMaterial(path);
      const [first, ...others] = leaks.filter((leak) => !(inTests && leak.proven === false));
      if (!first) continue;
      const more2 = others.length > 0 ? ` and ${others.length} more of them` : "";
      fail2(system.repository, first, `a ${name} is in ${path}: ${first.masked}${more2}`, {
        // Tests need tokens that look right; only a checksum tells those that are.
        severity: inTests && !first.proven ? "medium" : "critical",
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
        const services = [...new Set(places.flatMap((place) => usersIn(place, deployment.id)))];
        if (!first || others.length === 0 || services.length < LEAST_SERVICES) continue;
        const names = [...new Set(places.map((place) => place.name))];
        fail2(
          deployment,
          first,
          `${services.length} services have the same secret, written in ${places.length} places: ${shortList(services)}`,
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

// src/knowledge/metrics-libraries.ts
var METRICS = /prom(?:etheus|-client|-bundle|ster)|metric|starlette_exporter|statsd|opentelemetry|(?:dd-?trace|datadog)|newrelic|elastic-?apm|applicationinsights|azure.*monitor|appoptics|instana|dynatrace|hot-shots|swagger-stats|(?:^|\/)pm2|@pm2\/|expvar|sentry|honeycomb|skywalking|telemetry|observab|monitor/i;
function mayShowMetrics(text2) {
  return METRICS.test(text2);
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
var EXPORTER_IMAGES = {
  kafka: ["danielqsj/kafka-exporter", 9308],
  keydb: ["oliver006/redis_exporter", 9121],
  mariadb: ["prom/mysqld-exporter", 9104],
  memcached: ["prom/memcached-exporter", 9150],
  mongodb: ["percona/mongodb_exporter", 9216],
  mysql: ["prom/mysqld-exporter", 9104],
  nats: ["natsio/prometheus-nats-exporter", 7777],
  pgbouncer: ["prometheuscommunity/pgbouncer-exporter", 9127],
  postgres: ["prometheuscommunity/postgres-exporter", 9187],
  redis: ["oliver006/redis_exporter", 9121],
  valkey: ["oliver006/redis_exporter", 9121]
};
function exporterOn(port) {
  return Object.values(EXPORTER_IMAGES).find(([, own]) => own === port)?.[0];
}
function metricsInstead(software) {
  if (software.id === "rabbitmq")
    return "Switch its plugin on (`rabbitmq-plugins enable rabbitmq_prometheus`) and scrape port 15692.";
  const [image, port] = EXPORTER_IMAGES[software.id] ?? [];
  return image === void 0 ? `Run an exporter for ${software.name} and scrape that.` : `Run an exporter (\`${image}\`) that connects to ${software.name}, and scrape its port ${port} instead.`;
}
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
  const text2 = textOf(node2);
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
var CONSTANTS = new Map([
  ...["", "~", "null", "Null", "NULL"].map((source) => [source, { text: null, type: "null" }]),
  ...["true", "True", "TRUE"].map((source) => [source, { text: "true", type: "boolean" }]),
  ...["false", "False", "FALSE"].map((source) => [source, { text: "false", type: "boolean" }])
]);
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
  const constant = CONSTANTS.get(source);
  if (constant) return constant;
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
  const date = source.charAt(4) === "-" ? DATE.exec(source) : null;
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

// src/parse/yaml-simple/reader.ts
var NOT_SIMPLE = /* @__PURE__ */ Symbol("not simple");
var MAX_DEPTH = 50;
var [NEWLINE, SPACE, HASH2, DASH, STAR, AMPERSAND] = [10, 32, 35, 45, 42, 38];
var [DOUBLE, SINGLE, BRACKET, BRACE, COMMA, CLOSE_BRACKET, CLOSE_BRACE] = [34, 39, 91, 123, 44, 93, 125];
var NEXT_LINE = /\n *(?=[^ \n])/g;
var FIRST_LINE = /^[^ \n]/;
function fail() {
  throw NOT_SIMPLE;
}
function match(pattern, reader2, at) {
  pattern.lastIndex = at;
  return pattern.exec(reader2.text)?.[0];
}
function nextLine(reader2, lineEnd) {
  const { text: text2 } = reader2;
  for (let end = lineEnd; ; ) {
    NEXT_LINE.lastIndex = end;
    const start = end === -1 && FIRST_LINE.test(text2) ? 0 : (NEXT_LINE.exec(text2)?.index ?? text2.length) + 1;
    if (start > text2.length) break;
    const at = end === -1 && start === 0 ? 0 : NEXT_LINE.lastIndex;
    if (text2.charCodeAt(at) === HASH2) end = readComment(reader2, at);
    else {
      reader2.lineStart = start;
      reader2.indent = at - start;
      reader2.at = at;
      return;
    }
  }
  reader2.indent = -1;
  reader2.at = text2.length;
}
function readComment({ text: text2, comments, place }, start) {
  const found2 = text2.indexOf("\n", start);
  const end = found2 === -1 ? text2.length : found2;
  const at = place(start, end);
  comments.push({ text: text2.slice(start + 1, end), start: at.start, end: at.end });
  return end;
}
function skipBlanks2(text2, from) {
  let at = from;
  while (text2.charCodeAt(at) === SPACE) at++;
  return at;
}
function finishLine(reader2, from) {
  const { text: text2 } = reader2;
  const at = skipBlanks2(text2, from);
  if (at >= text2.length || text2.charCodeAt(at) === NEWLINE) nextLine(reader2, at);
  else if (text2.charCodeAt(at) === HASH2 && at > from) nextLine(reader2, readComment(reader2, at));
  else fail();
}

// src/parse/yaml-simple/block-scalar.ts
var HEADER = /[|>]-?(?=\n)/y;
function readBlockScalar(reader2, start, indent) {
  const { text: text2 } = reader2;
  const header = match(HEADER, reader2, start) ?? fail();
  const isFolded = header.startsWith(">");
  const lines = [];
  let own = -1;
  let filled = 0;
  let from = start + header.length + 1;
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
      if (isFolded && first - from > own) fail();
      lines.push(text2.slice(from + own, end));
      filled = lines.length;
      lastEnd = end;
    } else if (own === -1 || first - from > own) fail();
    else lines.push("");
    from = end + 1;
  }
  if (filled === 0) fail();
  const written = lines.slice(0, filled);
  const body = isFolded ? folded(written) : written.join("\n");
  const broken = lastEnd < text2.length;
  reader2.weight += 1;
  reader2.end = broken ? lastEnd + 1 : lastEnd;
  nextLine(reader2, lastEnd);
  const clipped = broken && !header.endsWith("-") ? `${body}
` : body;
  return { kind: "scalar", at: reader2.place(start, reader2.end), text: clipped, type: "string" };
}
function folded(lines) {
  let text2 = "";
  let empty = 0;
  for (const [index, line] of lines.entries()) {
    if (line === "") empty++;
    else {
      text2 += `${index === 0 ? "" : empty === 0 ? " " : "\n".repeat(empty)}${line}`;
      empty = 0;
    }
  }
  return text2;
}

// src/parse/yaml-simple/pairs.ts
function readKey(reader2, written, start) {
  reader2.weight += 1;
  const keyAt2 = reader2.place(start, start + written.length);
  const code = written.charCodeAt(0);
  if (code === DOUBLE || code === SINGLE) return { name: written.slice(1, -1), isMerge: false, entry: { keyAt: keyAt2 } };
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

// src/parse/yaml-simple/inline.ts
var MAX_ALIASED_NODES = 19e4;
var PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^\s,[\]{}]))(?:[^\n:# ]|:(?=[^ \n])|(?<! )#| (?!#))*/y;
var FLOW_PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))(?:[^\n:#,[\]{}]|:(?=[^\s,[\]{}]))*/y;
var FLOW_KEY = /(?:[A-Za-z0-9_./][A-Za-z0-9_./-]{0,200}|"[^"\\\n]{0,200}"|'[^'\n]{0,200}'|<<)(?=: )/y;
var NAME2 = /[A-Za-z0-9_-]+(?=[ \n,\]}]|$)/y;
var DOUBLE_QUOTED = /"(?:[^"\\\n]|\\["\\/nt])*"/y;
var SINGLE_QUOTED = /'(?:[^'\n]|'')*'/y;
function readInline(reader2, at, indent) {
  const code = reader2.text.charCodeAt(at);
  if (code === STAR) return readAlias(reader2, at);
  if (code === BRACKET || code === BRACE) return readFlow(reader2, at, indent, 0);
  if (code === DOUBLE || code === SINGLE) return readQuoted(reader2, at);
  return readPlain(reader2, at, PLAIN);
}
function readAlias(reader2, at) {
  const name = match(NAME2, reader2, at + 1) ?? fail();
  const anchor = reader2.anchors.get(name) ?? fail();
  reader2.aliased += anchor.weight;
  reader2.weight += 1 + anchor.weight;
  if (reader2.open.has(name) || reader2.aliased > MAX_ALIASED_NODES) fail();
  reader2.end = at + 1 + name.length;
  return anchor.node;
}
function readPlain(reader2, start, pattern) {
  const text2 = (match(pattern, reader2, start) ?? fail()).trimEnd();
  const end = start + text2.length;
  reader2.weight += 1;
  reader2.end = end;
  return { kind: "scalar", at: reader2.place(start, end), ...typePlainScalar(text2) };
}
function readQuoted(reader2, start) {
  const double = reader2.text.charCodeAt(start) === DOUBLE;
  const written = match(double ? DOUBLE_QUOTED : SINGLE_QUOTED, reader2, start) ?? fail();
  const inner = written.slice(1, -1);
  const text2 = double ? inner.includes("\\") ? JSON.parse(written) : inner : inner.replaceAll("''", "'");
  reader2.weight += 1;
  reader2.end = start + written.length;
  return { kind: "scalar", at: reader2.place(start, reader2.end), text: text2, type: "string" };
}
function readFlow(reader2, start, indent, depth) {
  if (depth > MAX_DEPTH) fail();
  const { text: text2 } = reader2;
  const isMap = text2.charCodeAt(start) === BRACE;
  const close2 = isMap ? CLOSE_BRACE : CLOSE_BRACKET;
  const pairs = new Pairs();
  const items = [];
  reader2.weight += 1;
  let at = skipBreaks(text2, start + 1, indent);
  while (text2.charCodeAt(at) !== close2) {
    if (isMap) {
      const written = match(FLOW_KEY, reader2, at) ?? fail();
      const key = readKey(reader2, written, at);
      pairs.add(key, readFlowValue(reader2, skipBlanks2(text2, at + written.length + 1), indent, depth));
    } else items.push(readFlowValue(reader2, at, indent, depth));
    at = skipBreaks(text2, reader2.end, indent);
    if (text2.charCodeAt(at) === COMMA) at = skipBreaks(text2, at + 1, indent);
    else if (text2.charCodeAt(at) !== close2) fail();
  }
  reader2.end = at + 1;
  const span = reader2.place(start, at + 1);
  return isMap ? { kind: "map", at: span, entries: pairs.entries() } : { kind: "list", at: span, items };
}
function skipBreaks(text2, from, indent) {
  let at = skipBlanks2(text2, from);
  while (text2.charCodeAt(at) === NEWLINE) {
    const start = at + 1;
    at = skipBlanks2(text2, start);
    if (at - start <= indent && text2.charCodeAt(at) !== NEWLINE) fail();
  }
  return at;
}
function readFlowValue(reader2, at, indent, depth) {
  const code = reader2.text.charCodeAt(at);
  if (code === STAR) return readAlias(reader2, at);
  if (code === BRACKET || code === BRACE) return readFlow(reader2, at, indent, depth + 1);
  const node2 = code === DOUBLE || code === SINGLE ? readQuoted(reader2, at) : readPlain(reader2, at, FLOW_PLAIN);
  const next = reader2.text.charCodeAt(skipBreaks(reader2.text, reader2.end, indent));
  if (next !== COMMA && next !== CLOSE_BRACKET && next !== CLOSE_BRACE) fail();
  return node2;
}

// src/parse/yaml-simple.ts
function parseSimpleYaml(source) {
  const { path, text: written } = source;
  const text2 = written.includes("\r\n") ? written.replaceAll("\r\n", "\n") : written;
  if (UNUSUAL.test(text2) || text2.startsWith(" ")) return void 0;
  const place = text2 === written ? (start, end) => ({ path, start, end }) : placesOf2(path, written);
  const comments = [];
  try {
    const documents = partsOf2(text2).flatMap((part) => readDocument(part, { text: text2, written, place, comments }));
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
function placesOf2(path, written) {
  const breaks = [];
  for (let at = written.indexOf("\r\n"); at !== -1; at = written.indexOf("\r\n", at + 2))
    breaks.push(at - breaks.length);
  const original = (at) => {
    let low = 0;
    let high = breaks.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((breaks[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return at + low;
  };
  return (start, end) => ({ path, start: original(start), end: original(end) });
}
function readDocument({ lineEnd, end, unmarked }, { text: text2, ...of }) {
  const reader2 = {
    ...of,
    text: end === text2.length ? text2 : text2.slice(0, end),
    anchors: /* @__PURE__ */ new Map(),
    open: /* @__PURE__ */ new Set(),
    weight: 0,
    aliased: 0,
    lineStart: 0,
    indent: 0,
    at: 0,
    end: 0
  };
  nextLine(reader2, lineEnd);
  if (unmarked && reader2.indent === -1) return [];
  if (reader2.indent !== 0) fail();
  const root = readBlock(reader2, 0);
  if (reader2.at < reader2.text.length) fail();
  return [{ root }];
}
var UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|^(?:\.\.\.|%)/m;
var MARKER = /^---/m;
var MARKERS = /^---.*$/gm;
var TAG2 = /![A-Za-z][A-Za-z0-9_-]*(?=[ \n])/y;
var [EXCLAMATION, BAR, GREATER] = [33, 124, 62];
var PLAIN_KEY = /[A-Za-z0-9_./$][A-Za-z0-9_./$-]{0,200}(?=:(?:[ \n]|$))|<<(?=:(?:[ \n]|$))/y;
var QUOTED_KEY = /"[^"\\\n]{0,200}"(?=:(?:[ \n]|$))|'[^'\n]{0,200}'(?=:(?:[ \n]|$))/y;
function isItem({ text: text2, at }) {
  if (text2.charCodeAt(at) !== DASH) return false;
  const next = text2.charCodeAt(at + 1);
  return next === SPACE || next === NEWLINE || at + 1 >= text2.length;
}
function readBlock(reader2, depth) {
  if (depth > MAX_DEPTH) fail();
  return isItem(reader2) ? readList2(reader2, reader2.indent, depth) : readMap(reader2, reader2.indent, depth);
}
function readList2(reader2, indent, depth) {
  const start = reader2.at;
  const items = [];
  reader2.weight += 1;
  while (reader2.indent === indent && isItem(reader2)) {
    const at = skipBlanks2(reader2.text, reader2.at + 1);
    const code = reader2.text.charCodeAt(at);
    if (at >= reader2.text.length || code === NEWLINE || code === HASH2) fail();
    if (keyAt(reader2, at) === void 0) items.push(readValue(reader2, at, indent, depth, false));
    else {
      reader2.indent = at - reader2.lineStart;
      reader2.at = at;
      items.push(readMap(reader2, reader2.indent, depth + 1));
    }
  }
  if (reader2.indent > indent) fail();
  return { kind: "list", at: reader2.place(start, reader2.end), items };
}
function keyAt(reader2, at) {
  const code = reader2.text.charCodeAt(at);
  return match(code === DOUBLE || code === SINGLE ? QUOTED_KEY : PLAIN_KEY, reader2, at);
}
function readMap(reader2, indent, depth) {
  if (depth > MAX_DEPTH) fail();
  const start = reader2.at;
  const pairs = new Pairs();
  reader2.weight += 1;
  while (reader2.indent === indent) {
    const written = keyAt(reader2, reader2.at) ?? fail();
    const key = readKey(reader2, written, reader2.at);
    const node2 = readValue(reader2, reader2.at + written.length + 1, indent, depth, true);
    pairs.add(key, node2);
  }
  if (reader2.indent > indent) fail();
  return { kind: "map", at: reader2.place(start, reader2.end), entries: pairs.entries() };
}
function readValue(reader2, from, indent, depth, inMap) {
  const { text: text2 } = reader2;
  const at = skipBlanks2(text2, from);
  const code = text2.charCodeAt(at);
  if (at >= text2.length || code === NEWLINE || code === HASH2) {
    finishLine(reader2, from);
    if (reader2.indent > indent) return readBlock(reader2, depth + 1);
    if (inMap && reader2.indent === indent && isItem(reader2)) return readList2(reader2, indent, depth + 1);
    reader2.weight += 1;
    reader2.end = at;
    return { kind: "scalar", at: reader2.place(at, at), text: null, type: "null" };
  }
  if (code === AMPERSAND) return readAnchored(reader2, at, indent, depth, inMap);
  if (code === EXCLAMATION) return readTagged(reader2, at, indent, depth, inMap);
  if (code === BAR || code === GREATER) return readBlockScalar(reader2, at, indent);
  const node2 = readInline(reader2, at, indent);
  const { end } = reader2;
  finishLine(reader2, end);
  if (reader2.indent > indent) fail();
  return node2;
}
function readTagged(reader2, at, indent, depth, inMap) {
  const tag = match(TAG2, reader2, at) ?? fail();
  const next = reader2.text.charCodeAt(skipBlanks2(reader2.text, at + tag.length));
  if (next === AMPERSAND || next === STAR || next === EXCLAMATION) fail();
  const node2 = readValue(reader2, at + tag.length, indent, depth, inMap);
  if (node2.kind !== "scalar") return { ...node2, tag };
  const { start, end } = node2.at;
  if (start === end) fail();
  const isPlain = !/["'|>]/.test(reader2.written.charAt(start));
  const text2 = isPlain ? reader2.written.slice(start, end) : node2.text;
  return { kind: "scalar", at: node2.at, text: text2, type: "string", tag };
}
function readAnchored(reader2, at, indent, depth, inMap) {
  const name = match(NAME2, reader2, at + 1) ?? fail();
  const next = skipBlanks2(reader2.text, at + 1 + name.length);
  if (reader2.text.charCodeAt(next) === AMPERSAND || reader2.text.charCodeAt(next) === STAR) fail();
  if (reader2.open.has(name)) fail();
  reader2.open.add(name);
  const before = reader2.weight;
  const node2 = readValue(reader2, at + 1 + name.length, indent, depth, inMap);
  if (node2.kind === "scalar" && node2.at.start === node2.at.end) fail();
  reader2.open.delete(name);
  reader2.anchors.set(name, { node: node2, weight: reader2.weight - before });
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
var MAX_SECOND_READING = 1e6;
function parseAnyYaml(source) {
  const strict = readWith(source, new (yamlLibrary()).Lexer());
  if (!strict.unindented || source.text.length > MAX_SECOND_READING) return strict.file;
  const lenient = readWith(source, lenientLexer());
  return lenient.file.problems.some((problem) => problem.kind === "syntax") ? strict.file : lenient.file;
}
function lenientLexer() {
  const { Lexer } = yamlLibrary();
  const strict = Lexer.prototype;
  const unindented = (parse) => function* () {
    const { indentNext } = this;
    this.indentNext = 0;
    const next = yield* parse.call(this);
    this.indentNext = indentNext;
    return next;
  };
  return Object.assign(new Lexer(), {
    parseFlowCollection: unindented(strict.parseFlowCollection),
    parseQuotedScalar: unindented(strict.parseQuotedScalar)
  });
}
function readWith(source, lexer) {
  let unindented = false;
  const comments = [];
  const problems = source.malformed ? [notUtf8(source)] : [];
  const documents = [];
  const { Composer } = yamlLibrary();
  const composer = new Composer({ schema: "failsafe", resolveKnownTags: false, uniqueKeys: false, logLevel: "silent" });
  const tooDeep = (start) => {
    const at = { path: source.path, start, end: start + 1 };
    problems.push({ at, message: "The document is nested too deeply", kind: "structure", code: "nesting" });
  };
  for (const document of composeDocuments(source.text, lexer, composer, comments, tooDeep)) {
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
      unindented ||= error.code === "BAD_INDENT" || error.code === "MISSING_CHAR";
      const message = nesting ? "The document is nested too deeply" : oneSentence(error.message);
      report(converter, error.pos, message, nesting ? "nesting" : void 0);
    }
    const root = document.contents;
    documents.push({ root: root ? convert(root, converter, 0) : void 0 });
  }
  return { file: { documents, problems, comments }, unindented };
}
function notUtf8({ path, text: text2 }) {
  const start = Math.max(0, text2.indexOf("\uFFFD"));
  return { at: { path, start, end: start + 1 }, message: "The file is not UTF-8", kind: "syntax" };
}
function* composeDocuments(text2, lexer, composer, comments, tooDeep) {
  const { Parser } = yamlLibrary();
  const parser = new Parser();
  let atScalar = false;
  for (const lexeme of lexer.lex(text2)) {
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
function report(converter, range, message, code) {
  if (converter.problems.length >= MAX_PROBLEMS) return;
  const at = spanOf(range, converter);
  const kind = code === void 0 ? "syntax" : "structure";
  converter.problems.push(code === void 0 ? { at, message, kind } : { at, message, kind, code });
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
function convertScalar(scalar, converter) {
  const at = spanOf(scalar.range, converter);
  const source = scalarSource(scalar, converter.source);
  const plain3 = scalar.type === "PLAIN" || scalar.type === void 0;
  const { tag } = scalar;
  if (tag === void 0) return { kind: "scalar", at, ...plain3 ? typePlainScalar(source) : asString(source) };
  if (!tag.startsWith(STANDARD_TAG)) return { kind: "scalar", at, ...asString(source), tag };
  const typed = typePlainScalar(source);
  const wanted2 = tag.slice(STANDARD_TAG.length);
  if (wanted2 === "null" && typed.type === "null") return { kind: "scalar", at, ...typed };
  if (wanted2 === "bool" && typed.type === "boolean") return { kind: "scalar", at, ...typed };
  if ((wanted2 === "int" || wanted2 === "float") && typed.type === "number") return { kind: "scalar", at, ...typed };
  if (["null", "bool", "int", "float"].includes(wanted2)) {
    report(converter, scalar.range, `The value cannot be read as !!${wanted2}`, "tag");
  }
  return { kind: "scalar", at, ...asString(source) };
}
function scalarSource(scalar, { text: text2 }) {
  const source = scalar.source ?? "";
  const isBlock = scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED";
  const isCut = isBlock && scalar.range[1] >= text2.length && /[^ \t\r\n][ \t]*$/.test(text2.slice(-200));
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
function convertPairs(pairs, converter, depth) {
  const entries = /* @__PURE__ */ new Map();
  const merges = [];
  let merged = false;
  for (const { key, value } of pairs) {
    const keyNode = convert(key, converter, depth + 1);
    const node2 = value ? convert(value, converter, depth + 1) : nothing(spanOf([key.range[1], key.range[1]], converter));
    if (keyNode.kind !== "scalar") {
      report(converter, key.range, "The key of a mapping must be a scalar", "complex-key");
      continue;
    }
    const name = keyNode.type === "string" ? keyNode.text ?? "" : sourceOf(key);
    const isMerge = name === "<<" && keyNode.type === "string" && yamlLibrary().isScalar(key) && key.type === "PLAIN";
    if (isMerge ? merged : entries.has(name)) {
      report(converter, key.range, `The key ${name} is there twice`, "duplicate-key");
    }
    if (isMerge) {
      merged = true;
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
function collectorProblems(config) {
  const { receivers, processors, exporters, connectors, extensions } = config;
  const problems = [];
  const refuse = (at, message) => problems.push({ at, message, kind: "structure" });
  const defined = (list, what, pipeline, ...maps) => {
    for (const { text: text2, at } of list)
      if (!maps.some((map) => map.has(text2)))
        refuse(at, `the pipeline ${pipeline} uses the ${what} ${text2}, which is not defined`);
  };
  for (const pipeline of config.pipelines) {
    const { name, signal, at } = pipeline;
    if (!/^(?:traces|metrics|logs|profiles)$/.test(signal)) refuse(at, `the pipeline ${name} is of no known signal`);
    if (pipeline.receivers.length === 0) refuse(at, `the pipeline ${name} has no receiver`);
    if (pipeline.exporters.length === 0) refuse(at, `the pipeline ${name} has no exporter`);
    defined(pipeline.receivers, "receiver", name, receivers, connectors);
    defined(pipeline.processors, "processor", name, processors);
    defined(pipeline.exporters, "exporter", name, exporters, connectors);
  }
  for (const { text: text2, at } of config.extensionsInUse)
    if (!extensions.has(text2)) refuse(at, `the extension ${text2} is not defined`);
  if (config.root && config.pipelines.length === 0) refuse(config.at, "it has no pipeline");
  return problems;
}

// src/model/telemetry/monitoring.ts
var known4 = /* @__PURE__ */ new WeakMap();
function monitorOf(system) {
  const before = known4.get(system);
  if (before !== void 0) return before ?? void 0;
  const found2 = ownMonitor(system) ?? otherMonitor(system) ?? platformMonitor(system);
  known4.set(system, found2 ?? null);
  return found2;
}
function waitingMonitor(system) {
  const waiting = system.deployments.flatMap((one) => one.purpose === "production" ? one.onRequest : []);
  return waiting.find(
    ({ software }) => software?.kind === "metrics" && software.id !== "pushgateway" || METRICS_AGENTS.has(software?.id ?? "")
  );
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
function platformMonitor({ services }) {
  for (const { platform, packages } of services) {
    const agent = platform && [...packages].find(mayShowMetrics);
    if (agent) return { name: agent, at: platform.at, kind: "elsewhere" };
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
  const answers4 = system.edges.flatMap(
    (edge) => edge.from === workload && edge.variable === variable3 ? [edge.answer] : []
  );
  return answers4.every((answer) => {
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
        ([key, value]) => key === "prometheus.io/scrape" && textOf(value) === "true"
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
var ELSEWHERE2 = /* @__PURE__ */ new Set([
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
  const isElsewhere3 = nameWords(at.path).some((word) => ELSEWHERE2.has(word) || LEFT_OVER.has(word));
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
  const shown = names.slice(0, MOST_NAMES2).join(", ");
  return names.length > MOST_NAMES2 ? `${shown} and ${names.length - MOST_NAMES2} more` : shown;
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
    const refused3 = telemetry.rejected.filter(({ kind }) => kind === "rules");
    for (const { workload, path, problems } of refused3) {
      const [first, ...more2] = problems;
      if (!first) continue;
      const others = more2.length > 0 ? ` (and ${more2.length} more)` : "";
      const what = `${workload.name} refuses ${path} and does not start with it: ${first.message}${others}`;
      fail2(repository, first.at, what, {
        fix: `Correct it; \`promtool check rules ${path}\` says the same.`,
        key: path
      });
    }
    if (unloaded.length + refused3.length > 0) return;
    if (!monitor) implied(repository, "telemetry/monitoring-missing");
    else if (rules2.length > 0) pass(repository);
    else if (monitor.kind === "own") implied(repository, "telemetry/alert-rules-missing");
    else unverified(repository, monitor, "alerts may be defined in the monitoring system that the metrics go to");
  },
  examples: { bad: [], good: [] }
});

// src/model/kubernetes/receivers.ts
function namesReceivers({ objects }) {
  return objects.some(
    (object) => groupKind(object) === "monitoring.coreos.com/AlertmanagerConfig" && itemsOf(descend(object.node, "spec", "receivers")).some(
      (receiver) => entriesOf(receiver).some(([key]) => /Configs$/.test(key) && itemsOf(child(receiver, key)).length > 0)
    )
  );
}

// door:src/model/telemetry/alert-routes.ts
var room6;
function enter7() {
  return room6 ??= require("./model-telemetry-alert-routes.js");
}
function alertRoutesOf(...given) {
  return enter7().alertRoutesOf(...given);
}
function integrationsOf(...given) {
  return enter7().integrationsOf(...given);
}

// rules/telemetry/alerts-go-nowhere.ts
var alerts_go_nowhere_default = defineRule({
  id: "telemetry/alerts-go-nowhere",
  title: "Some alerts, or all, reach nobody",
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
    else if (system.clusters.some(namesReceivers)) pass(repository);
    else if (byPrometheus.length === 0)
      unverified(repository, monitor, "who is told of an alert is not written in the repository");
    else if (deadEnds.length > 0)
      for (const { at, what, fix, key, besideOthers } of deadEnds)
        fail2(repository, at, besideOthers ? `${what}; the other ways lead on` : what, {
          fix,
          key,
          ...besideOthers ? { why: BESIDE_OTHERS } : {}
        });
    else if (telemetry.prometheus.every(({ configuration }) => configuration.state !== "read") && !open2)
      implied(repository, "telemetry/alert-rules-not-loaded");
    else if (open2) unverified(repository, open2.at, open2.because);
    else pass(repository);
  },
  examples: { bad: [], good: [] }
});
var BESIDE_OTHERS = "What is sent this way is lost without a word: an alert whose route leads here alone is told to nobody, and where two ways were to stand in for each other there is only one.";

// rules/telemetry/configuration-rejected.ts
var configuration_rejected_default = defineRule({
  id: "telemetry/configuration-rejected",
  title: "A part of the monitoring does not start",
  category: "observability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Prometheus, Alertmanager and the OpenTelemetry Collector read their files strictly: one unknown key ends the start. The container restarts for ever, nothing is measured, and no alert says so.",
  fix: "Correct the place that is shown. `promtool check config`, `amtool check-config` and `otelcol validate` say the same without starting anything.",
  refs: [
    "https://prometheus.io/docs/prometheus/latest/configuration/configuration/",
    "https://prometheus.io/docs/alerting/latest/configuration/",
    "https://opentelemetry.io/docs/collector/configuration/"
  ],
  reads: ["prometheus"],
  check({ system, pass, fail: fail2, implied }) {
    if (system.workloads.length + system.images.length === 0) return;
    const { repository, telemetry } = system;
    const rejected = telemetry.rejected.filter(({ kind }) => kind === "configuration");
    for (const { workload, path, problems } of rejected) {
      for (const { message, at } of problems.slice(0, MOST4))
        fail2(repository, at, `${workload.name} refuses ${path}: ${message}`, { key: `${path} ${message}` });
    }
    const missing = [...telemetry.prometheus, ...telemetry.alertmanagers, ...telemetry.collectors].filter(
      ({ configuration }) => configuration.state === "missing"
    );
    for (const { workload, configuration } of missing)
      if (configuration.state === "missing") fail2(...noFile(repository, workload, configuration));
    if (rejected.length + missing.length > 0) return;
    if (monitorOf(system)) pass(repository);
    else implied(repository, "telemetry/monitoring-missing");
  },
  examples: { bad: [], good: [] }
});
var MOST4 = 5;
function noFile(repository, { name }, { path, at }) {
  return [
    repository,
    at,
    `${name} looks for its configuration at ${path}, and nothing is there`,
    {
      fix: `Mount the file there, or name the right path with \`--config.file=\` in the command of ${name}.`,
      key: `${name} ${path}`
    }
  ];
}

// src/model/log-shipping.ts
var SENDING = /^(?:fluentd|gelf|syslog|awslogs|gcplogs|splunk|logentries|loki|.*loki.*)/;
function loggingServices({ workloads }) {
  return workloads.filter(
    ({ platform, role, longRunning, weight }) => (platform === "compose" || platform === "swarm") && longRunning && weight > 0 && role !== "observability" && role !== "tool"
  );
}
var SEVERAL = 5;
var SEVERAL_APPLICATIONS = 3;
function needsOnePlace(services) {
  const applications = services.filter(({ role }) => /^(?:user-facing|service|worker)$/.test(role));
  const programs2 = new Set(applications.map(({ image, name }) => image?.id ?? name)).size;
  return services.length >= SEVERAL && programs2 > 1 || programs2 >= SEVERAL_APPLICATIONS;
}
function logShippingOf(system) {
  const services = loggingServices(system);
  const { logCollectors } = system.telemetry;
  const astray = new Set(logCollectors.filter((collector) => sendsAstray(collector, system)));
  const keeping = logCollectors.filter((collector) => !collector.drops && !astray.has(collector));
  if (keeping.some(({ takes }) => takes === "host")) return { state: "shipped" };
  const driven = services.filter(({ logging }) => SENDING.test(knownValue(logging?.driver) ?? ""));
  const dropping = logCollectors.find((one) => (one.drops ?? astray.has(one)) && one.takes !== "off");
  if (driven.length > 0 && (keeping.length > 0 || !dropping)) return { state: "shipped" };
  if (someSend(services, system, keeping)) return { state: "shipped" };
  const open2 = services.find(({ logging }) => logging?.driver?.known === false);
  if (open2?.logging)
    return { state: "unknown", at: open2.logging.at, because: "a logging driver is set outside the repository" };
  return astray.size > 0 ? { state: "astray" } : kept(services, system);
}
function sendsAstray({ workload, sendsOnly }, { edges }) {
  if (sendsOnly === void 0) return false;
  const own = edges.filter(({ from, via }) => via === "configuration" && from === workload);
  return own.length === sendsOnly && own.every(({ answer }) => answer.kind === "nobody");
}
var OWN_WAY = /LOKI|LOGTAIL|LOGDNA|LOGGLY|PAPERTRAIL|GRAYLOG|GELF|SPLUNK_HEC|LOGSTASH|FLUENT|BETTER_?STACK|AXIOM|LOG_GROUP|^SEQ_|^NEW_RELIC_LICENSE_KEY$|^APPLICATIONINSIGHTS_|^OTEL_(?:LOGS_EXPORTER|EXPORTER_OTLP_LOGS_ENDPOINT)$/;
function someSend(services, { edges, telemetry }, keeping) {
  if (telemetry.logCollectors.length === keeping.length && services.some(isToldWhere)) return true;
  const takers = new Set(keeping.map(({ workload }) => workload));
  return edges.some(
    ({ from, via, answer }) => via !== "dependency" && answer.kind === "workload" && (takers.has(answer.workload) || answer.workload.software?.kind === "logs") && services.some((service2) => service2 === from)
  );
}
function isToldWhere({ environment }) {
  for (const { name, value } of environment.values())
    if (OWN_WAY.test(name) && !(value.known && /^(?:|none|false|0)$/i.test(value.value))) return true;
  return false;
}
function kept(services, { repository, telemetry }) {
  const [first] = telemetry.logCollectors;
  const count = `${services.length} services`;
  if (first?.takes === "off")
    return {
      state: "kept",
      at: first.workload.at,
      what: `${first.workload.name} is deployed, and its collection of logs is switched off`
    };
  if (first?.drops)
    return { state: "kept", at: first.drops, what: `${first.workload.name} prints or drops every log that it takes in` };
  if (first) {
    const what2 = `${first.workload.name} takes logs that are sent to it, and none of the ${count} sends any`;
    return { state: "kept", at: first.workload.at, what: what2 };
  }
  const what = `the logs of ${count} stay on the host: no collector reads them, and no logging driver sends them away`;
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
  check({ system, pass, fail: fail2, implied, unverified }) {
    if (!needsOnePlace(loggingServices(system))) return;
    const shipping = logShippingOf(system);
    if (shipping.state === "shipped") pass(system.repository);
    else if (shipping.state === "astray") implied(system.repository, "network/upstream-unknown");
    else if (shipping.state === "unknown") unverified(system.repository, shipping.at, shipping.because);
    else fail2(system.repository, shipping.at, shipping.what);
  },
  examples: { bad: [], good: [] }
});

// src/knowledge/logging-libraries.ts
var STRUCTURED = /^(?:pino.*|nestjs-pino|fastify.*|@fastify\/.*|winston.*|nest-winston|bunyan.*|log4js|tslog|roarr|consola|logform|ecs-.*|@elastic\/ecs-.*|@google-cloud\/logging.*|@aws-lambda-powertools\/.*|aws_lambda_powertools|structlog|loguru|logbook|eliot|pythonjsonlogger|json_log_formatter|ecs_logging|log\/slog|go\.uber\.org\/zap.*|github\.com\/(?:rs\/zerolog|sirupsen\/logrus|go-kit\/log|go-logr\/logr|hashicorp\/go-hclog|charmbracelet\/log|phuslu\/log|apex\/log|inconshreveable\/log15)(?:\/.*)?|k8s\.io\/klog.*|github\.com\/golang\/glog)$/;
var OWN_WAY2 = /^(?:@nestjs\/core|logging|django|next|nuxt|@adonisjs\/.*|@hapi\/.*|moleculer|loglevel|debug|signale|dd-trace|ddtrace|newrelic|@sentry\/.*|sentry_sdk|applicationinsights|elastic-apm-node|elasticapm|@opentelemetry\/.*|opentelemetry|go\.opentelemetry\.io\/.*|github\.com\/(?:gin-gonic\/gin|labstack\/echo)(?:\/.*)?)$/;
function loggingOf2(packages) {
  const names = [...packages];
  if (names.some((name) => STRUCTURED.test(name))) return "structured";
  return names.some((name) => OWN_WAY2.test(name) || name !== "log" && /log(?!in|out|ic)/i.test(name)) ? "unknown" : "console";
}

// rules/telemetry/logs-unstructured.ts
var logs_unstructured_default = defineRule({
  id: "telemetry/logs-unstructured",
  title: "A service writes its log as plain lines",
  category: "observability",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "Lines without fields can only be searched as text: not by request, user or level, and no alert can count the errors among them. During an incident that is the difference between a query and reading.",
  fix: "Log through a library that writes JSON with levels and fields: `pino` or `winston` in Node.js, `structlog` in Python, `log/slog` in Go.",
  refs: [
    "https://12factor.net/logs",
    "https://getpino.io/#/docs/api",
    "https://www.structlog.org/en/stable/why.html",
    "https://pkg.go.dev/log/slog"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const { workloads, printed, isWhole, name } = service2;
      if (!workloads.some((one) => one.longRunning)) continue;
      const logging = loggingOf2(service2.packages);
      if (logging === "structured") pass(service2);
      else if (logging === "unknown" || !printed || printed.count === 1) continue;
      else if (!isWhole || !service2.isCertain)
        unverified(service2, printed, `whether all of the code of ${name} logs with ${printed.by} cannot be seen`);
      else {
        const { count, by } = printed;
        const lines = count === 2 ? "both lines" : `all ${count} lines`;
        fail2(service2, printed, `${name} writes ${lines} of its log with ${by} or the like, as plain text`);
      }
    }
  },
  examples: { bad: [], good: [] }
});

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
  const { telemetry, edges } = system;
  const asking = edges.filter(({ via }) => via === "scrape").map(({ answer }) => answer);
  if (asking.some((answer) => answer.kind === "workload" && [answer.workload, ...answer.others].includes(workload)))
    return "yes";
  const unclear2 = mayAsk(system) || asking.some((answer) => answer.kind === "unknown") || telemetry.prometheus.some(
    ({ configuration }) => configuration.state === "unknown" || configuration.state === "read" && configuration.jobs.some(({ complete }) => !complete)
  );
  return unclear2 ? "unknown" : "no";
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
      else if (exporters.length > 0 || pod?.showsMetrics) pass(workload);
      else if (pod?.operator) unverified(workload, workload, `${pod.operator} may export its metrics`);
      else if (monitor.kind === "elsewhere" || mayAsk(system))
        unverified(
          workload,
          monitor,
          `whether ${monitor.name} reads ${software?.name} is not written in the repository`
        );
      else {
        const more2 = others > 0 ? ` (and ${others} more)` : "";
        fail2(
          workload,
          workload,
          `${name}${more2} is ${software?.name}, which shows Prometheus no metrics, and no exporter for it is deployed`,
          {
            fix: `Add a service with the ${usual.replace("-", " ")} and a scrape job for it.`
          }
        );
      }
    }
    for (const service2 of system.services) {
      if (!answersRequests2(service2)) continue;
      const { name, isCertain, isWhole } = service2;
      if (!monitor && service2.platform)
        unverified(service2, service2.platform, `who collects metrics of ${name} is not written in the repository`);
      else if (!monitor) implied(service2, "telemetry/monitoring-missing");
      else if (showsMetrics(service2)) pass(service2);
      else if (monitor.kind === "elsewhere" || system.telemetry.collectors.length > 0)
        unverified(
          service2,
          monitor,
          `whether ${monitor.name} takes metrics of ${name} is not written in the repository`
        );
      else if (!isCertain || !isWhole)
        unverified(service2, service2, `some of the code of ${name} is not in the repository, and may show metrics`);
      else
        fail2(
          service2,
          service2,
          `${name} answers requests and shows Prometheus no metrics: it imports no library for them and serves no /metrics`,
          {
            why: "How many requests fail, how long they take and how full the event loop or the pool is: only the service itself can tell. Without it the first sign of trouble is a customer.",
            fix: `Count requests, errors and durations with ${LIBRARY2[service2.runtime]}, serve them on /metrics, and add a scrape job.`
          }
        );
    }
  },
  examples: { bad: [], good: [] }
});
var LIBRARY2 = {
  node: "`prom-client`",
  python: "`prometheus_client`",
  go: "`github.com/prometheus/client_golang`"
};
function answersRequests2({ workloads, routes, packages, entries }) {
  return workloads.some((one) => one.longRunning) && !packages.has("next") && // Its settings name applications in texts, which may be one for metrics.
  !packages.has("django") && !entries.some((path) => /\.[jt]sx$/.test(path)) && routes.routes.some(({ path }) => !/health|ready|live|ping|status|metrics/i.test(path));
}
function showsMetrics({ packages, routes, workloads }) {
  return [...packages].some(mayShowMetrics) || routes.routes.some(({ path }) => /metrics|prometheus/i.test(path)) || workloads.some((one) => mayShowMetrics(one.start?.text ?? "") || [...one.environment.keys()].some(mayShowMetrics));
}

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
  check({ system, pass, fail: fail2, unverified }) {
    const platform = platformOf(system);
    if (system.workloads.length === 0 && system.images.length === 0 && !platform) return;
    const waiting = waitingMonitor(system);
    if (monitorOf(system)) pass(system.repository);
    else if (platform)
      unverified(
        system.repository,
        platform,
        "the platform collects metrics of what it runs; whether anybody looks at them is not written in the repository"
      );
    else if (waiting) fail2(system.repository, waiting, ...onRequest(waiting));
    else
      fail2(
        system.repository,
        system.repository.at,
        "no metrics system and no monitoring agent is deployed with the production services"
      );
  },
  examples: { bad: [], good: [] }
});
function onRequest({ name, profiles: [profile] = [] }) {
  return profile === void 0 ? [
    `${name} is declared with no instance, so a start collects no metrics`,
    { fix: `Give ${name} one instance in the files that production uses.` }
  ] : [
    `${name} is only started with the profile ${profile}, so a plain start collects no metrics`,
    {
      fix: `Start production with \`docker compose --profile ${profile} up -d\` in the script that deploys, write \`COMPOSE_PROFILES=${profile}\` into its \`.env\`, or take \`profiles\` out.`
    }
  ];
}

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
  reads: ["prometheus", "kubernetes", "dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified, implied }) {
    if (system.workloads.length + system.images.length === 0) return;
    const { repository, telemetry } = system;
    const broken = telemetry.targetProblems.filter(({ state }) => state === "broken");
    const [open2] = telemetry.targetProblems.filter(({ state }) => state === "open");
    for (const { at, what, fix, job, target } of broken) {
      fail2(repository, at, what, { ...fix === void 0 ? {} : { fix }, key: `${job} ${target}` });
    }
    const unserved = telemetry.blackboxProbes.filter((probe) => isUnserved(probe, system));
    for (const { exporter, workload, target, path, at } of unserved) {
      fail2(repository, at, `${exporter.name} probes ${target}, and ${workload.name} serves no ${path}`, {
        key: `probe ${target}`,
        why: "The probe fails for ever, so the alert on it is either silenced or ignored, and nobody hears of it when the service is really away.",
        fix: "Probe a path that the service answers with success, best the one that tells whether it works."
      });
    }
    const unseen = system.clusters.some((cluster) => mayBeUnseen(system, cluster));
    const monitored = system.clusters.length === 0 ? [] : monitorProblems(system.clusters);
    const astray = monitored.filter(({ certain }) => certain || !unseen);
    for (const { by, at, what, fix } of astray) {
      fail2(repository, at, what, { fix, key: [by.kind, by.namespace ?? "", by.name].join(".") });
    }
    if (broken.length + astray.length + unserved.length > 0) return;
    if (!monitorOf(system)) implied(repository, "telemetry/monitoring-missing");
    else if (open2) unverified(repository, open2.at, open2.what);
    else pass(repository);
  },
  examples: { bad: [], good: [] }
});
function isUnserved({ workload, path, port }, { services }) {
  const own = services.filter(({ workloads }) => workloads.some((one) => one.id === workload.id));
  const isCertain = (service2) => service2.isCertain && service2.isWhole && !listensElsewhere(service2, port);
  return own.length > 0 && own.every((one) => isCertain(one) && servedBy(one.routes, path).state === "no");
}

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
      if (!showsMetrics2(workload)) continue;
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
function showsMetrics2({ software, start, weight }) {
  if (weight === 0) return false;
  if (software?.kind === "exporter") return true;
  return software?.id === "traefik" && start?.argv.some((word) => /^--metrics\.prometheus(?:=true|\.|$)/i.test(word ?? "")) === true;
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
  const { distribution, environment, start, name } = workload;
  if (distribution?.id !== "all-in-one") return [];
  const type = environment.get("SPAN_STORAGE_TYPE");
  if (type && !type.value.known) return [];
  const value = type?.value.known ? type.value.value : "memory";
  const fix = 'Set `SPAN_STORAGE_TYPE: badger` with `BADGER_EPHEMERAL: "false"` and a volume, or send the traces to Elasticsearch or Tempo.';
  if (value === "" || value === "memory") {
    const at = type?.at ?? start?.at ?? workload.at;
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
  const wanted2 = protocol ?? (port === PORTS.grpc ? "grpc" : port === PORTS.http ? "http" : void 0);
  if (otlp.length === 0 || wanted2 === void 0) return void 0;
  const found2 = otlp.map(([, { node: node2 }]) => descend(node2, "protocols", wanted2));
  if (found2.every((node2) => node2 === void 0))
    return {
      what: `traces are sent to ${workload.name} by OTLP over ${wanted2 === "grpc" ? "gRPC" : "HTTP"}, which its receiver does not take`,
      fix: `Add \`${wanted2}: { endpoint: 0.0.0.0:${PORTS[wanted2]} }\` under \`receivers.otlp.protocols\` of ${config.path}.`
    };
  const endpoints = found2.map((node2) => textOf(child(node2, "endpoint")));
  return endpoints.every((endpoint) => isLocal(endpoint, workload)) ? onlyLocal(workload, config, wanted2) : void 0;
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
  const broken = outputs.flatMap((output) => {
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
  return [...dropping, ...broken];
}

// src/model/tracing.ts
var LIBRARY3 = /opentelemetry|jaeger-client|dd-?trace|newrelic|elastic-apm|skywalking|zipkin|opentracing|@sentry\/|sentry[-_](?:sdk|ruby|python|go)|applicationinsights|lightstep|honeycomb|micrometer-tracing|cloud-sleuth|@google-cloud\/trace|aws-xray/i;
var MANIFEST = /(?:^|\/)(?:package\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|Gemfile|composer\.json|Cargo\.toml|mix\.exs|[^/]+\.csproj)$/;
function tracingLibrariesOf(tree) {
  return tree.files.flatMap(({ path }) => {
    const found2 = MANIFEST.test(path) ? LIBRARY3.exec(tree.read(path)?.text ?? "") : null;
    return found2 ? [{ path, start: found2.index, end: found2.index + found2[0].length }] : [];
  });
}
var SEVERAL2 = 3;
function needsTracing(system) {
  return new Set(ownServices(system).map(({ image, name }) => image?.id ?? name)).size >= SEVERAL2;
}
function ownServices(system) {
  const services = tracedServices(system);
  const images = /* @__PURE__ */ new Map();
  for (const { image } of services) {
    const owner = ownerOf(image);
    if (owner !== void 0) images.set(owner, (images.get(owner) ?? /* @__PURE__ */ new Set()).add(image?.id ?? ""));
  }
  return services.filter(({ image }) => {
    const owner = ownerOf(image);
    return image?.origin !== "pulled" || owner !== void 0 && (images.get(owner)?.size ?? 0) > 1;
  });
}
function ownerOf(image) {
  const repository = knownValue(image?.reference)?.repository ?? "";
  const cut = repository.lastIndexOf("/");
  return image?.origin === "pulled" && cut > 0 ? repository.slice(0, cut) : void 0;
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
  const services = tracedServices(system);
  if (services.some(makesTraces) || workloads.some(({ software }) => AGENTS.has(software?.id ?? "")))
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
  if (!store2 && !system.images.some((image) => image.origin === "built"))
    return { state: "unknown", at: repository.at, because: "the code of the services is not in the repository" };
  const what = store2 ? `${store2.name} takes traces, and none of ${services.length} services makes any` : `nothing follows a request through the ${services.length} services`;
  return { state: "none", at: store2?.at ?? repository.at, what };
}
function makesTraces({ environment, start, labels }) {
  const isTold = [...environment.values()].some(
    ({ name, value }) => VARIABLE.test(name) && !(value.known && SWITCHED_OFF2.test(value.value)) || /^(?:NODE_OPTIONS|JAVA_TOOL_OPTIONS|JAVA_OPTS|PYTHONPATH|CORECLR_PROFILER_PATH)$/.test(name) && value.known && INSTRUMENTED.test(value.value)
  );
  return isTold || INSTRUMENTED.test(start?.text ?? "") || [...labels.keys()].some((label) => /instrumentation\.opentelemetry\.io|com\.datadoghq/.test(label));
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

// rules/web/cors-open-with-credentials.ts
var cors_open_with_credentials_default = defineRule({
  id: "web/cors-open-with-credentials",
  title: "Any website may call the service with the login of its visitors",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.5,
  since: "0.1.0",
  effort: "minutes",
  why: "With credentials, the browser sends the cookies of the visitor and lets the page read the answer. When every origin is let in, so is every page that a signed-in user happens to open.",
  fix: 'Name the origins of your own pages: `origin: ["https://erp.example.com"]`, `allow_origins=["https://erp.example.com"]`, `CORS_ALLOWED_ORIGINS = ["https://erp.example.com"]`.',
  refs: [
    "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS",
    "https://github.com/expressjs/cors#configuration-options",
    "https://www.starlette.io/middleware/#corsmiddleware",
    "https://pypi.org/project/django-cors-headers/"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const open2 = service2.cors.filter(
        ({ origin: origin2, credentials }) => (origin2 === "any" || origin2 === "reflected") && credentials === true
      );
      const [first, ...others] = open2;
      if (first) {
        fail2(service2, first, describe18(service2, first), {
          key: "cors",
          related: others.map((one) => ({ at: one.at, message: `${one.library} does so too` }))
        });
        continue;
      }
      const unknown4 = service2.cors.find(({ origin: origin2, credentials }) => origin2 === "unknown" && credentials === true);
      if (unknown4) unverified(service2, unknown4, `which origins ${service2.name} lets in is not known`);
      else if (service2.cors.length > 0) pass(service2);
    }
  },
  examples: { bad: [], good: [] }
});
function describe18({ name }, { library: library2, origin: origin2 }) {
  return origin2 === "reflected" ? `${name} lets any website call it with the login of its visitors: ${library2} repeats the origin that asks, and allows credentials` : `${name} answers any website, with credentials: ${library2} says * in the answer, which browsers refuse for requests with cookies and which no other client minds`;
}

// rules/web/debug-enabled.ts
var debug_enabled_default = defineRule({
  id: "web/debug-enabled",
  title: "Production runs with a debug mode or a playground",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.5,
  since: "0.1.0",
  effort: "minutes",
  why: "Debug pages show settings, variables and code to whoever causes an error, and the debugger of Flask runs what is typed into it. A playground and an open schema hand out the list of all that can be asked for.",
  fix: 'Let the environment turn it on, and leave it off by default: `DEBUG = os.getenv("DEBUG") == "1"`, `playground: process.env.NODE_ENV !== "production"`.',
  refs: [
    "https://docs.djangoproject.com/en/5.2/howto/deployment/checklist/#debug",
    "https://flask.palletsprojects.com/en/stable/debugging/",
    "https://www.apollographql.com/docs/apollo-server/api/apollo-server#introspection",
    "https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      if (service2.runtime !== "go") pass(service2);
      const switches = [...service2.debugSwitches].sort(
        (one, other) => Number(other.kind === "errors") - Number(one.kind === "errors")
      );
      const [first, ...others] = switches;
      if (!first) continue;
      fail2(service2, first, describe19(service2, first), {
        key: "debug",
        related: others.map((one) => ({ at: one.at, message: `${one.name} is on, too` }))
      });
    }
  },
  examples: { bad: [], good: [] }
});
function describe19({ name }, { kind, name: what, unset }) {
  const because = unset === void 0 ? "" : `, as nothing sets ${unset}`;
  return kind === "errors" ? `${what} of ${name} is on${because}: answers to errors show its settings and code` : `${what} of ${name} is on${because}: anybody may read the whole schema`;
}

// rules/web/limiter-not-bound.ts
var limiter_not_bound_default = defineRule({
  id: "web/limiter-not-bound",
  title: "A rate limiter is configured and applied to nothing",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.3,
  since: "0.1.0",
  effort: "minutes",
  why: "The code reads as if requests were limited, and none is. Nobody looks for what seems to be there.",
  fix: 'Bind it: `{ provide: APP_GUARD, useClass: ThrottlerGuard }` among the providers, `app.use(limiter)`, `@limiter.limit("5/minute")` on the route.',
  refs: [
    "https://docs.nestjs.com/security/rate-limiting",
    "https://express-rate-limit.mintlify.app/quickstart/usage",
    "https://slowapi.readthedocs.io/en/latest/"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2 }) {
    for (const service2 of system.services) {
      const { limiters, routes } = service2;
      const isGuarded = routes.routes.some(({ guards }) => guards.some(({ purpose }) => purpose === "limit"));
      const unbound = limiters.unbound.filter(({ lacks }) => lacks === "use" || !isGuarded);
      const [first, ...others] = unbound;
      if (first)
        fail2(service2, first, `${first.name} of ${service2.name} limits nothing: ${REASON[first.lacks]}`, {
          key: first.name,
          related: others.map((one) => ({ at: one.at, message: `nor does ${one.name}` }))
        });
      else if (limiters.made > 0) pass(service2);
    }
  },
  examples: { bad: [], good: [] }
});
var REASON = {
  guard: "no ThrottlerGuard is provided or used",
  use: "nothing uses it",
  decorator: "no route is decorated with it, and its middleware is not added"
};

// src/model/proxy-limits.ts
function proxyLimits(system) {
  const states = system.proxies.map(limitsOf);
  if (states.includes("limited") || hasLabels(system)) return "limited";
  return states.includes("unknown") || system.workloads.some(isGateway) ? "unknown" : "none";
}
function isGateway({ image }) {
  const repository = knownValue(image?.reference)?.repository ?? "";
  return /kong|apisix|envoy|krakend|\btyk|gloo|ambassador|emissary|istio|cloudflared|crowdsec|fail2ban|bunkerweb|modsecurity|\bwaf/.test(
    repository
  );
}
function limitsOf(proxy) {
  const { nginx: nginx2, traefik: traefik2, kubernetes } = proxy;
  if (nginx2) {
    const levels = [nginx2.http, ...nginx2.servers.map(({ scope }) => scope)];
    levels.push(...nginx2.servers.flatMap(({ locations }) => locations.map(({ scope }) => scope)));
    if (levels.some(({ byName }) => byName.has("limit_req") || byName.has("limit_conn"))) return "limited";
    const hasCode = levels.some(
      ({ directives: directives2 }) => directives2.some(({ name }) => /_by_lua|^js_|^modsecurity|^auth_request$/.test(name))
    );
    return proxy.complete && !hasCode ? "none" : "unknown";
  }
  if (kubernetes) {
    const limited = kubernetes.routes.some(({ object }) => {
      const annotations = child(child(object.node, "metadata"), "annotations");
      return entriesOf(annotations).some(
        ([key]) => /limit|waf|security-?policy|modsecurity|plugins|middlewares|snippet/i.test(key)
      );
    });
    return limited ? "limited" : proxy.complete ? "none" : "unknown";
  }
  if (traefik2)
    return traefik2.routersComplete && traefik2.routers.every(({ middlewares }) => middlewares.length === 0) ? "none" : "unknown";
  return "unknown";
}
function hasLabels(system) {
  return system.workloads.some(
    ({ labels }) => [...labels.keys()].some((key) => /\.(?:ratelimit|inflightreq)\./i.test(key))
  );
}

// rules/web/login-rate-limit-missing.ts
var login_rate_limit_missing_default = defineRule({
  id: "web/login-rate-limit-missing",
  title: "Nothing limits how often somebody may try to log in",
  category: "security",
  severity: "high",
  confidence: "B",
  security: 7.3,
  since: "0.1.0",
  effort: "hours",
  why: "One script tries the passwords of every leaked list as fast as the service answers. And as comparing a password is slow on purpose, a few hundred tries a second take the service down for everybody.",
  fix: "Limit the login by address and by account: `app.post('/login', rateLimit({ windowMs: 15 * 60_000, limit: 10 }), \u2026)`, `ThrottlerGuard`, `@limiter.limit(\"5/minute\")`; or in front, `limit_req` of nginx, `rateLimit` of Traefik, `nginx.ingress.kubernetes.io/limit-rpm`.",
  refs: [
    "https://owasp.org/API-Security/editions/2023/en/0xa2-broken-authentication/",
    "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html",
    "https://cwe.mitre.org/data/definitions/307.html"
  ],
  reads: ["dockerfile", "source", "nginx", "traefik", "haproxy", "caddy"],
  check({ system, pass, fail: fail2, unverified }) {
    const proxies = proxyLimits(system);
    const other = system.services.find(({ limiters }) => limiters.mayLimit);
    for (const service2 of system.services) {
      const logins = service2.weight === 3 ? service2.routes.routes.filter(isLogin2) : [];
      const [first, ...others] = logins;
      if (!first) continue;
      if (proxies === "limited" || logins.every(isLimited)) pass(service2);
      else if (proxies === "unknown") unverified(service2, first, "what the proxies limit is not known");
      else if (other)
        unverified(service2, first, `${other.name} limits something, and whether that is this login is not known`);
      else
        fail2(
          service2,
          first,
          `nothing limits ${first.method} ${first.path} of ${service2.name}, neither its code nor a proxy`,
          {
            key: "login",
            related: others.slice(0, 10).map((one) => ({ at: one.at, message: `nor ${one.method} ${one.path}` }))
          }
        );
    }
  },
  examples: { bad: [], good: [] }
});
function isLogin2({ method, path, framework }) {
  if (method !== "POST" || framework === "django") return false;
  return /\/(?:log-?in|sign-?in|authenticate)$/i.test(path) || /\/(?:auth|oauth2?|login)\/(?:access-)?token$/i.test(path);
}
function isLimited({ guards }) {
  return guards.some(({ purpose }) => purpose === "limit");
}

// src/model/front-checks.ts
function asksInFront(system) {
  if (system.workloads.some(isAuthProxy) || hasLabels2(system) || hasPolicies(system)) return "yes";
  const states = system.proxies.map(stateOf2);
  return states.includes("yes") ? "yes" : states.includes("unknown") ? "unknown" : "no";
}
var AUTH_PROXY = /oauth2-?proxy|authelia|authentik|pomerium|gatekeeper|forward-?auth|vouch|kong|apisix|envoy|krakend|\btyk|gloo|ambassador|emissary|istio|cloudflared|keycloak-proxy|ory\/oathkeeper|oathkeeper|casdoor|zitadel|teleport|boundary/;
function isAuthProxy({ image, name }) {
  return AUTH_PROXY.test(knownValue(image?.reference)?.repository ?? "") || AUTH_PROXY.test(name);
}
function hasLabels2({ workloads }) {
  return workloads.some(
    ({ labels }) => [...labels].some(
      ([key, { value }]) => /\.(?:forwardauth|basicauth|digestauth|plugin)\./i.test(key) || /\.middlewares$/i.test(key) && (!value.known || /auth|sso|login|oidc|protect|secure/i.test(value.value)) || /^caddy.*(?:auth|forward_auth)/i.test(key)
    )
  );
}
function hasPolicies({ clusters }) {
  return clusters.some(
    ({ objects }) => objects.some(
      ({ kind }) => /^(?:AuthorizationPolicy|RequestAuthentication|SecurityPolicy|KongPlugin|AuthPolicy)$/.test(kind)
    )
  );
}
function stateOf2(proxy) {
  const { nginx: nginx2, traefik: traefik2, kubernetes } = proxy;
  if (nginx2) {
    const levels = [nginx2.http, ...nginx2.servers.map(({ scope }) => scope)];
    levels.push(...nginx2.servers.flatMap(({ locations }) => locations.map(({ scope }) => scope)));
    const asks = levels.some(
      ({ directives: directives2 }) => directives2.some(({ name }) => /^auth_(?:request|basic|jwt)|^ssl_verify_client$|_by_lua|^js_/.test(name))
    );
    return asks ? "yes" : proxy.complete ? "no" : "unknown";
  }
  if (kubernetes) {
    const asks = kubernetes.routes.some(
      ({ object }) => entriesOf(child(child(object.node, "metadata"), "annotations")).some(
        ([key]) => /auth|oauth|oidc|middlewares|snippet|plugins/i.test(key)
      )
    );
    return asks ? "yes" : proxy.complete ? "no" : "unknown";
  }
  if (traefik2)
    return traefik2.routersComplete && traefik2.routers.every(({ middlewares }) => middlewares.length === 0) ? "no" : "unknown";
  return "unknown";
}

// rules/web/route-unauthenticated.ts
var route_unauthenticated_default = defineRule({
  id: "web/route-unauthenticated",
  title: "A route asks nobody who they are, though those beside it do",
  category: "security",
  severity: "high",
  confidence: "B",
  security: 8.2,
  since: "0.1.0",
  effort: "hours",
  why: "Whoever can reach the service can change or read what is behind the route, without an account and without a trace of who it was.",
  fix: "Put the guard of its neighbours before it, best at the router or for all routes, with exceptions that are named; mark what is meant for everybody as public.",
  refs: [
    "https://owasp.org/API-Security/editions/2023/en/0xa5-broken-function-level-authorization/",
    "https://cwe.mitre.org/data/definitions/306.html"
  ],
  reads: ["dockerfile", "source", "nginx", "traefik", "haproxy", "caddy"],
  check({ system, pass, fail: fail2, unverified }) {
    const front = asksInFront(system);
    for (const service2 of system.services) {
      if (service2.weight !== 3 || !isReached(service2) || !asksSomewhere(service2)) continue;
      const [first, ...others] = service2.openDoors;
      if (!first || front === "yes") pass(service2);
      else if (front === "unknown")
        unverified(service2, first.at, "whether the proxy in front of it asks who somebody is is not known");
      else
        fail2(service2, first.at, `${first.what} of ${service2.name} asks nobody who they are, while ${first.beside}`, {
          key: "open",
          related: [
            { at: first.besideAt, message: first.beside },
            ...others.slice(0, 10).map((one) => ({ at: one.at, message: `${one.what} asks nobody either` }))
          ]
        });
    }
  },
  examples: { bad: [], good: [] }
});
function isReached({ workloads }) {
  return workloads.some(({ userFacing }) => userFacing);
}
function asksSomewhere({ routes }) {
  return routes.routes.some(({ guards }) => guards.some(({ purpose }) => purpose === "auth"));
}

// rules/web/token-never-expires.ts
var token_never_expires_default = defineRule({
  id: "web/token-never-expires",
  title: "Tokens are signed without an end",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.4,
  since: "0.1.0",
  effort: "minutes",
  why: "A token that got into a log, a backup or the wrong hands opens the account for good. Nothing but a new signing key, which signs out everybody, takes it back.",
  fix: "Give it an end: `jwt.sign(payload, key, { expiresIn: '15m' })`, `signOptions: { expiresIn: '15m' }`, or `exp` in the payload.",
  refs: [
    "https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4",
    "https://github.com/auth0/node-jsonwebtoken#readme",
    "https://pyjwt.readthedocs.io/en/stable/usage.html#expiration-time-claim-exp",
    "https://docs.nestjs.com/security/authentication"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const service2 of system.services) {
      const { signedTokens } = service2;
      const [first, ...others] = signedTokens.filter(({ expires }) => expires === false);
      if (first) {
        fail2(service2, first, `${first.call} of ${service2.name} signs a token that never expires`, {
          key: "token",
          related: others.map((one) => ({ at: one.at, message: "nor does this one" }))
        });
        continue;
      }
      const unknown4 = signedTokens.find(({ expires }) => expires === void 0);
      if (unknown4 && signedTokens.every(({ expires }) => expires === void 0))
        unverified(service2, unknown4, `whether the tokens of ${service2.name} expire is not known`);
      else if (signedTokens.length > 0) pass(service2);
    }
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
        const compose = {
          fix: `Add \`deploy: { resources: { limits: { cpus: "1.0" } } }\` to ${workload.name}, as many cores as it may take from its neighbours.`
        };
        const what = workload.platform === "kubernetes" ? "neither a CPU request nor a CPU limit" : "neither a CPU reservation nor a CPU limit";
        fail2(
          workload,
          workload.at,
          `${workload.name} has ${what}`,
          wordsFor(workload, { kubernetes, compose, swarm: compose })
        );
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
  [/^go\s+run\s/, "a compile-and-run command"],
  // https://www.keycloak.org/server/configuration#_starting_keycloak
  [/^(?:kc\.sh\s+)?(?:--?\S+\s+)*start-dev(?:\s|$)/, "Keycloak's development mode"]
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
      const { start, image } = workload;
      if (!start) {
        if (image?.origin === "built" && !image.dockerfile)
          unverified(
            workload,
            image.context?.at ?? workload.at,
            "its Dockerfile is not in the repository, so its command is not known"
          );
        else pass(workload);
        continue;
      }
      const commands = start.script ? start.script.commands.map((command) => command.words.join(" ")) : [start.argv.map((word) => word ?? "?").join(" ")];
      const found2 = commands.map(plain2).flatMap((command) => {
        const match2 = DEVELOPMENT_COMMANDS.find(([pattern]) => pattern.test(command));
        return match2 && !saysProduction(workload, command) ? [{ command, what: match2[1] }] : [];
      })[0];
      if (found2)
        fail2(workload, start, `${workload.name} runs "${found2.command.slice(0, 80)}", ${found2.what}`, {
          fix: isKeycloak(workload) ? KEYCLOAK_FIX : fixFor10(found2.command),
          ...isKeycloak(workload) ? { why: KEYCLOAK_WHY } : {}
        });
      else pass(workload);
    }
  },
  examples: { bad: [], good: [] }
});
function runsOwnCode(workload) {
  const kind = workload.software?.kind;
  return kind === void 0 || kind === "runtime" || kind === "application" || isKeycloak(workload);
}
function isKeycloak({ software }) {
  return software?.id === "keycloak";
}
var KEYCLOAK_WHY = "start-dev answers over plain HTTP under any host name, reads its themes anew with every request and, unless KC_DB names a database, keeps realms and users in an H2 file in the container. Its authors do not support it in production.";
var KEYCLOAK_FIX = "Start it with `command: start` (`start --optimized` on an image that ran `kc.sh build`), and give it KC_DB and KC_DB_URL, KC_HOSTNAME, and KC_PROXY_HEADERS=xforwarded with KC_HTTP_ENABLED=true behind a proxy that has the certificate.";
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
function fixFor10(command) {
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
  if (variable3.uses.some((use) => use.source === "default")) return ", the default in force when nothing sets it";
  const elsewhere = variable3.uses.find((use) => use.valueAt && !isEnvironmentFile2(use.valueAt.path));
  return elsewhere?.valueAt ? `, as ${elsewhere.valueAt.path} sets it` : "";
}
function isEnvironmentFile2(path) {
  return /(?:^|\/)[^/]*\.?env(?:\.[^/]*)?$/.test(path);
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
        const where = open2 ? `, published ${placeOf5(open2)}` : routed ? `, ${router}` : "";
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
function placeOf5({ host, by }) {
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
  fix: "Set `stop_grace_period` (Compose), `terminationGracePeriodSeconds` (Kubernetes) or `kill_timeout` (PM2, in milliseconds) a few seconds above the shutdown timeout of the server, or shorten that.",
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#stop_grace_period",
    "https://docs.gunicorn.org/en/stable/settings.html#graceful-timeout",
    "https://pm2.keymetrics.io/docs/usage/signals-clean-restart/",
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"
  ],
  reads: ["dockerfile", "source"],
  check({ system, pass, fail: fail2, unverified }) {
    for (const workload of system.workloads) {
      const patience = patienceOf(system, workload);
      const own = patience?.seconds ?? (workload.start && ownShutdown(workload.start));
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
          ...patience && { related: [{ at: patience.at, message: "the time that its own code waits" }] },
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
function patienceOf({ services }, { id }) {
  return services.filter(({ workloads }) => workloads.some((one) => one.id === id)).flatMap(({ patience }) => patience ?? []).sort((one, other) => other.seconds - one.seconds)[0];
}
function usualPeriod({ platform }) {
  if (platform === "kubernetes") return { seconds: 30, whose: "Kubernetes'" };
  return platform === "pm2" ? { seconds: 1.6, whose: "PM2's" } : { seconds: 10, whose: "Docker's" };
}
function ownShutdown(start) {
  const words3 = start.script ? start.script.commands.flatMap((command) => [...command.words]) : start.argv;
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
var INSTALLERS2 = new Set(
  "sudo npm yarn pnpm bun pip pip3 python python3 poetry pipenv uv apk apt apt-get dnf yum bundle composer go gem".split(
    " "
  )
);
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
      const { start, image } = workload;
      if (!start) {
        if (image?.origin === "built" && !image.dockerfile)
          unverified(
            workload,
            image.context?.at ?? workload.at,
            "its Dockerfile is not in the repository, so its command is not known"
          );
        else pass(workload);
        continue;
      }
      const commands = start.script ? start.script.commands.map((command) => command.words.join(" ")) : [start.argv.map((word) => word ?? "?").join(" ")];
      const found2 = commands.find((command) => INSTALLERS2.has(/^\S*/.exec(command)?.[0] ?? "") && INSTALL.test(command));
      if (found2 === void 0) pass(workload);
      else fail2(workload, start, `${workload.name} runs "${found2.slice(0, 80)}" at every start`);
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
            compose: { fix: inDeploy(workload.name) },
            swarm: { fix: inDeploy(workload.name) },
            pm2: {
              fix: "Set `max_memory_restart` a third above what the app uses at peak, for example `512M`: PM2 restarts it then."
            },
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
function inDeploy(name) {
  return `Add \`deploy: { resources: { limits: { memory: 512M } } }\` to ${name}, with a third above what it uses at peak for the 512M (\`docker stats\` shows it).`;
}

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
function setsTheKernel({ pod, start }) {
  if (pod?.part !== "init" || !start) return false;
  const commands = start.script?.commands.map((command) => command.words) ?? [start.argv.map((word) => word ?? "")];
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
      const count = workload.replicas?.known ? workload.replicas.value : 1;
      if (workload.pod) judgeClaims(workload, workload.pod);
      if (count < 2 || workload.platform !== "compose") continue;
      pass(workload);
      const { fixedName } = workload;
      if (fixedName)
        fail2(workload, fixedName, `${workload.name} asks for ${count} replicas under one container_name`, {
          key: "name"
        });
      for (const port of workload.published) {
        if (!port.host?.known) continue;
        const room7 = (port.hostEnd ?? port.host.value) - port.host.value + 1;
        if (room7 >= count) continue;
        const what = `${workload.name} asks for ${count} replicas, and host port ${port.host.value}${port.hostEnd ? `-${port.hostEnd}` : ""} has room for ${room7}`;
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
  const names = modes?.kind === "list" ? modes.items.map((item) => textOf(item) ?? "") : [];
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
          ...workload.platform === "pm2" ? { fix: "Remove `autorestart: false`: PM2 then starts it again when it ends." } : workload.platform === "swarm" ? { fix: "Write `deploy: { restart_policy: { condition: any } }`: a swarm does not read `restart`." } : { fix: `Add \`restart: unless-stopped\` to ${workload.name}.` }
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
        if (mount.type !== "bind" || source === void 0 || !SENSITIVE.test(normal2(source)) || belongsToItsJob(workload, mount) || servesTheNode(workload))
          continue;
        const access2 = mount.readOnly ? "" : " with write access";
        fail2(workload, mount, `${workload.name} mounts ${normal2(source)} of the host${access2}`, {
          key: normal2(source),
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
function normal2(path) {
  const clean2 = path.replace(/\/{2,}/g, "/");
  return clean2.length > 1 ? clean2.replace(/\/$/, "") : clean2;
}
function belongsToItsJob(workload, mount) {
  const kind = workload.software?.kind;
  const watches = kind === "exporter" || kind === "agent" || kind === "logs";
  const target = mount.target.known ? mount.target.value : "";
  return watches && (mount.readOnly || target === "/var/run" || target === "/dev");
}

// src/model/pm2/cluster-mode.ts
var STARTERS = /(?:^|\/)(?:npm|npx|yarn|pnpm|bun|bunx)(?:\.cmd)?$/;
function clusterMode({ pm2 }) {
  const settings = `\`instances: 2\` (or \`'max'\`) and \`exec_mode: 'cluster'\``;
  const script = pm2?.scriptPath;
  if (script === void 0 || !STARTERS.test(script)) return settings;
  return `put the JavaScript file that listens (what the start script of package.json runs) in place of \`script: '${script}'\`, which cluster mode cannot load, with ${settings}`;
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
function sharedFirst(workload) {
  const { name, mounts, platform } = workload;
  if (platform === "pm2")
    return {
      fix: `Start several that share the port: ${clusterMode(workload)}; \`pm2 reload\` then replaces one after the other.`
    };
  const kept2 = mounts.find(
    (mount) => (mount.type === "volume" || mount.type === "claim") && !mount.readOnly && mount.target.known
  );
  const path = kept2?.target.known ? kept2.target.value : void 0;
  if (path === void 0 || /node_modules|cache|vendor|target$/.test(path))
    return platform === "kubernetes" ? {
      fix: "Set `replicas: 2` (with an autoscaler `minReplicas: 2`), and add a PodDisruptionBudget, so that a drained node never takes both."
    } : { fix: manyBehindProxy(workload) };
  return {
    fix: `Move what ${name} keeps in ${path} to a store that several instances can share (object storage, a database), then run two behind a proxy. Software that can only run once stays alone: accept this with that reason.`
  };
}
function manyBehindProxy({ name, fixedName, published }) {
  const obstacles = [
    ...fixedName ? ["`container_name`"] : [],
    ...published.some(({ host, hostEnd }) => host !== void 0 && hostEnd === void 0) ? ["its host port"] : []
  ];
  const first = obstacles.length > 0 ? `take ${listOf(obstacles)} away, and then ` : "";
  return `Put a proxy in front of ${name}, ${first}add \`deploy: { replicas: 2 }\`: Docker's name service gives the proxy the addresses of both.`;
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
  module_never_imported_default,
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
  unused_default,
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
  endpoint_behind_auth_default,
  endpoint_missing_default,
  endpoint_unregistered_default,
  failure_answers_success_default,
  liveness_checks_dependency_default,
  liveness_probe_missing_default,
  probe_path_not_served_default,
  probe_port_mismatch_default,
  readiness_probe_missing_default,
  readiness_shallow_default,
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
    "id": "kubernetes/kustomization-rejected",
    "title": "kustomize does not build what is to be deployed",
    "category": "infrastructure-stability",
    "severity": "critical",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "minutes",
    "reads": [
      "kubernetes"
    ],
    get why() {
      return whole("kubernetes", "kubernetes/kustomization-rejected").why;
    },
    get fix() {
      return whole("kubernetes", "kubernetes/kustomization-rejected").fix;
    },
    get refs() {
      return whole("kubernetes", "kubernetes/kustomization-rejected").refs;
    },
    check(context) {
      whole("kubernetes", "kubernetes/kustomization-rejected").check(context);
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
  route_not_served_default,
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
    "title": "A location or server loses headers or limits that are set around it",
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
  created_per_request_default,
  demand_exceeds_server_default,
  demand_near_limit_default,
  not_configured_default,
  setting_ignored_default,
  waits_forever_default,
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
  blocks_event_loop_default,
  eager_load_multiplies_default,
  graphql_list_unbounded_default,
  key_scan_default,
  list_unbounded_default,
  one_per_row_default,
  page_size_excessive_default,
  page_size_uncapped_default,
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
  outbound_timeout_missing_default,
  shutdown_handlers_race_default,
  shutdown_not_handled_default,
  recovery_unsupported_default,
  schedule_in_every_replica_default,
  socket_adapter_missing_default,
  state_in_process_default,
  sticky_sessions_missing_default,
  uploads_on_local_disk_default,
  {
    "id": "schema/foreign-key-unindexed",
    "title": "Foreign keys have no index",
    "category": "performance",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "hours",
    "reads": [
      "dockerfile",
      "source"
    ],
    get why() {
      return whole("schema", "schema/foreign-key-unindexed").why;
    },
    get fix() {
      return whole("schema", "schema/foreign-key-unindexed").fix;
    },
    get refs() {
      return whole("schema", "schema/foreign-key-unindexed").refs;
    },
    check(context) {
      whole("schema", "schema/foreign-key-unindexed").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "schema/migrations-not-run",
    "title": "Nothing that deploys the system applies its migrations",
    "category": "infrastructure-stability",
    "severity": "medium",
    "confidence": "B",
    "since": "0.1.0",
    "effort": "hours",
    "reads": [
      "dockerfile",
      "source"
    ],
    get why() {
      return whole("schema", "schema/migrations-not-run").why;
    },
    get fix() {
      return whole("schema", "schema/migrations-not-run").fix;
    },
    get refs() {
      return whole("schema", "schema/migrations-not-run").refs;
    },
    check(context) {
      whole("schema", "schema/migrations-not-run").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "schema/money-as-float",
    "title": "Money is kept in binary floating point",
    "category": "infrastructure-stability",
    "severity": "medium",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "hours",
    "reads": [
      "dockerfile",
      "source"
    ],
    get why() {
      return whole("schema", "schema/money-as-float").why;
    },
    get fix() {
      return whole("schema", "schema/money-as-float").fix;
    },
    get refs() {
      return whole("schema", "schema/money-as-float").refs;
    },
    check(context) {
      whole("schema", "schema/money-as-float").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  {
    "id": "schema/synchronised-in-production",
    "title": "The start of production alters the schema by itself",
    "category": "infrastructure-stability",
    "severity": "high",
    "confidence": "A",
    "since": "0.1.0",
    "effort": "hours",
    "reads": [
      "dockerfile",
      "source"
    ],
    get why() {
      return whole("schema", "schema/synchronised-in-production").why;
    },
    get fix() {
      return whole("schema", "schema/synchronised-in-production").fix;
    },
    get refs() {
      return whole("schema", "schema/synchronised-in-production").refs;
    },
    check(context) {
      whole("schema", "schema/synchronised-in-production").check(context);
    },
    "examples": { "bad": [], "good": [] }
  },
  default_credentials_default,
  environment_file_committed_default,
  guard_defeated_default,
  hardcoded_default,
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
  configuration_rejected_default,
  log_shipping_missing_default,
  logs_unstructured_default,
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
  cors_open_with_credentials_default,
  debug_enabled_default,
  limiter_not_bound_default,
  login_rate_limit_missing_default,
  route_unauthenticated_default,
  token_never_expires_default,
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
  healthCommandOf,
  serviceFactsOf,
  isScriptPath,
  isConfiguration,
  WORKLOAD_FORMATS,
  defineRule,
  formatBytes,
  listOf,
  unwrapCommand,
  programOf,
  splitWords,
  parseShell,
  destinationOf,
  wordsFor,
  inWordsOf,
  directoryOf,
  fileName,
  joinPath,
  isWithin,
  depthOf,
  nameWords,
  folderPurpose,
  wordsOf,
  purposeOfCommand,
  isDevelopmentFile,
  isDevelopmentPath,
  isBase,
  baseOf,
  overrideOf,
  isCommon,
  variantOf,
  isPlainlyProduction,
  remembered,
  credentialsIn,
  wordSet,
  endsInWords,
  isSecretName,
  isSigningKeyName,
  secretValue,
  redisServersOf,
  redisSetting,
  volumeAt,
  isDataMount,
  keepsDataOnMount,
  MIB,
  GIB,
  jvmBytes,
  mysqlBytes,
  redisBytes,
  postgresBytes,
  maximumHeap,
  shortSize,
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
  STRIMZI,
  kafkaProperty,
  kafkaVoters,
  kafkaRoles,
  kafkaListenerProtocols,
  CLIENT_SIGNS,
  familyOf,
  backupTools,
  softwareOf,
  imageTools,
  settingsOfPaths,
  settingsOfNode,
  find: find3,
  valueAt,
  textAt,
  listAt,
  itemsAt,
  switchAt,
  isOn,
  askedPathsOf,
  answersPath,
  healthKindOf,
  child,
  descend,
  textOf,
  itemsOf,
  entriesOf,
  factOf,
  textFact,
  numberFact,
  booleanFact,
  keySpan,
  textsOf,
  textAt2,
  commandWords,
  shellText,
  startOf,
  runsClient,
  healthOf,
  parseDockerfile,
  resolveDockerfile,
  commandsOf: commandsOf2,
  copyOf,
  stageNamed,
  resolvedStage,
  installOf,
  LOCKFILES,
  installsOf,
  parseImageReference,
  parseBytes,
  parseDuration,
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
  buildContextOf,
  cleanPath,
  dockerfilesOf,
  ignored,
  stagesOf,
  imageOf: imageOf2,
  pulledImage,
  builtImage,
  shareImages,
  isCopiedBefore,
  environmentFilePurpose,
  parseEnvironmentFile,
  isAddress,
  LOOPBACK,
  hostNamesOf,
  networksInCommon,
  edgesOf,
  publicEntries,
  IDENTITY,
  unknownRewrite,
  prefixReplaced,
  partsReplaced,
  coveredBy,
  patternRewrite,
  groupOf: groupOf2,
  groupKind,
  podTemplateOf,
  textsByKey,
  podProblem,
  mayBeUnseen,
  mismatchesOf,
  poolLibrary,
  HIDDEN_URL,
  exactly,
  atLeast,
  containerFilesOf,
  packageScript,
  withProcesses,
  withImageSignals,
  growthOf,
  wordsOf2: wordsOf3,
  entityOf,
  isIndexed,
  fieldNameOf,
  subjectOf,
  usesGraphql,
  isRedisClient,
  usesRedis,
  secretIn,
  isGenerated,
  WELL_KNOWN_PASSWORDS,
  access,
  LOG_COLLECTORS,
  exporterOn,
  metricsInstead,
  speaksOwnProtocol,
  FIXED_PORTS,
  writtenOf,
  writtenAt,
  writtenItems,
  TIMESTAMP_TAG,
  printFloat,
  parseYaml,
  parseAnyYaml,
  readCollectorConfig,
  dropsEverything,
  collectorProblems,
  integrationsOf,
  loggingOf2,
  tracingLibrariesOf,
  rules
};
