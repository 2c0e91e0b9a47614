import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  knownValue
} from "./chunk-UGULFUZA.js";

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
function goneIn(distribution2, version) {
  return (distribution2.gone ?? []).filter((each) => isBefore(version, each.from) === false);
}

// src/model/service-facts.ts
var CONFIGURATION = /\.(conf|cnf|cfg|ini|ya?ml|json|toml|xml|properties|acl|config|options|env)$|\/(etc|conf|config|conf\.d|config\.d)(\/|$)/;
var HOST_FILES = /^\/etc\/(localtime|timezone|hosts|resolv\.conf|hostname|ssl|pki|passwd|group)(\/|$)/;
function serviceFactsOf(workload) {
  const { distribution: distribution2, version, environment } = workload;
  if (!distribution2) return void 0;
  return {
    environment: (name) => {
      const variable2 = environment.get(name);
      return variable2 === void 0 ? void 0 : variable2.value.known ? variable2.value.value : null;
    },
    argv: workload.start?.argv,
    ...version ? { version } : followsNewest(workload) ? { version: NEWEST } : {},
    distribution: distribution2,
    configMounted: mountsConfiguration(workload)
  };
}
function followsNewest(workload) {
  const reference = workload.image?.dockerfile ? knownValue(workload.image.dockerfile.base) : knownValue(workload.image?.reference);
  return reference !== void 0 && reference.digest === void 0 && /^(latest|alpine|slim|stable|lts)?$/.test(reference.tag ?? "");
}
function mountsConfiguration(workload) {
  const mounted = workload.mounts.some((mount) => {
    const target2 = knownValue(mount.target);
    if (target2 === void 0) return true;
    return (mount.type === "bind" || mount.type === "config" || mount.type === "other") && isConfiguration(target2);
  });
  const copied = workload.image?.dockerfile?.instructions.some(
    (one) => (one.keyword === "COPY" || one.keyword === "ADD") && one.words.some((word) => isConfiguration(word.text))
  );
  return mounted || copied === true;
}
function isConfiguration(path) {
  return CONFIGURATION.test(path) && !HOST_FILES.test(path) && !path.includes("/docker-entrypoint-initdb.d");
}

// src/model/protection.ts
function protectionsOf(system) {
  return system.workloads.filter(needsBackup).map((store) => ({ store, backups: system.backups.filter((backup2) => covers(backup2, store, system)) }));
}
function needsBackup(workload) {
  const kind = workload.software?.kind;
  if (workload.role !== "datastore" || kind !== "database" && kind !== "object-store") return false;
  const facts = serviceFactsOf(workload);
  const replication13 = facts && workload.distribution?.replication?.(facts);
  if (replication13?.state === "wired" && (replication13.role === "replica" || replication13.role === "watcher")) return false;
  return facts === void 0 || workload.distribution?.keepsData?.(facts) !== "no";
}
function covers(backup2, store, system) {
  const software2 = store.software;
  if (!software2) return false;
  if (backup2.covers.includes("volume")) return backup2.workload === void 0 || sharesData(backup2.workload, store);
  if (!backup2.covers.includes(software2.id) && !(software2.speaks && backup2.covers.includes(software2.speaks))) return false;
  if (backup2.host === void 0 || backup2.host.includes("$")) return true;
  const answering = system.workloads.find((workload) => workload.networks.some((network) => network.aliases.includes(backup2.host ?? "")));
  return answering === void 0 || answering === store || answering.software?.id !== software2.id;
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
  check({ system, pass, fail, implied }) {
    for (const { store, backups } of protectionsOf(system)) {
      if (backups.length === 0) {
        implied(store, "backup/missing");
        continue;
      }
      pass(store);
      for (const backup2 of backups) {
        for (const { tool: tool2, at } of backup2.missingTools) {
          fail(store, at, `${nameOf(backup2)} calls ${tool2}, which its image (${imageOf(backup2.workload)}) does not have`, { key: `${nameOf(backup2)}.${tool2}` });
        }
        const target2 = readOnlyTarget(backup2);
        if (target2) fail(store, target2, `${nameOf(backup2)} writes to ${target2.path}, which is mounted read-only`, { key: `${nameOf(backup2)}.read-only` });
        if (backup2.host !== void 0 && isUnknownHost(backup2, system)) {
          fail(store, backup2, `${nameOf(backup2)} dumps the host ${backup2.host}, which no service on its networks answers to`, { key: `${nameOf(backup2)}.host` });
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});
function nameOf(backup2) {
  return backup2.workload?.name ?? backup2.at.path;
}
function imageOf(workload) {
  const reference = workload?.image?.dockerfile ? workload.image.dockerfile.base : workload?.image?.reference;
  return reference?.known ? reference.value.text : workload?.image?.name ?? "the image";
}
function readOnlyTarget(backup2) {
  for (const mount of backup2.workload?.mounts ?? []) {
    const path = mount.target.known ? mount.target.value : void 0;
    if (!mount.readOnly || path === void 0) continue;
    const written = backup2.script?.commands.flatMap((command) => [...command.redirects.filter((one) => one.operator.includes(">")).map((one) => one.target), ...outputOptions(command.words)]);
    if (written?.some((target2) => target2 === path || target2.startsWith(`${path}/`))) return { at: mount.at, path };
  }
  return void 0;
}
function outputOptions(words2) {
  return words2.flatMap((word, index) => {
    const next = words2[index + 1];
    if (/^(-f|--file|--out|-o|--archive)$/.test(word) && next) return [next];
    return /^--(file|out|archive|result-file)=(.+)$/.exec(word)?.[2] ?? [];
  });
}
function isUnknownHost(backup2, system) {
  const { host, workload } = backup2;
  if (host === void 0 || !workload || workload.networkMode || !/^[a-z][a-z0-9_-]*$/i.test(host) || host === "localhost") return false;
  if (workload.networks.some((network) => network.network.startsWith("external:"))) return false;
  return !system.workloads.some((other) => other.deployment === workload.deployment && other.networks.some((network) => network.aliases.includes(host)));
}

// src/model/hidden-failure.ts
function hiddenFailure(script, isDump) {
  for (const [index, command] of script.commands.entries()) {
    if (!isDump(command)) continue;
    const found = hiddenAt(script, command, index);
    if (found) return { ...found, command };
  }
  return void 0;
}
function hiddenAt(script, command, index) {
  const next = script.commands[index + 1];
  const name = command.words[0] ?? "the dump";
  if (command.followed === "||" && next && isHarmless(next))
    return { because: `"|| ${next.words.join(" ")}" turns a failure of ${name} into success`, fix: "Remove it, and let the script end with the status of the dump." };
  if (command.followed === "|" && !script.pipefail)
    return { because: `${name} is piped without pipefail, so only the status of ${lastOfPipe(script, index)} counts`, fix: "Begin the script with `set -euo pipefail` (bash), or write to a file first and compress it afterwards." };
  if (command.redirects.some(({ operator, target: target2 }) => operator === "2>" && target2 === "&1" || operator === "2>&1" || operator === "&>"))
    return { because: `the error messages of ${name} are written into the dump`, fix: "Leave standard error alone (`2>&1` mixes it into the file), so that a failure is seen." };
  if (command.followed === ";" && next && !script.exitOnError && !command.inside.includes("condition") && !looksAtStatus(next) && !/^(exit|done|fi)$/.test(next.words[0] ?? ""))
    return { because: `the script goes on after a failure of ${name}`, fix: "Begin the script with `set -euo pipefail`, or join the steps with `&&`." };
  return void 0;
}
function isHarmless(command) {
  const program = command.words[0];
  return program === "true" || program === ":" || program === "echo" || program === "exit" && command.words[1] === "0";
}
function lastOfPipe(script, from) {
  let index = from;
  while (script.commands[index]?.followed === "|") index++;
  return script.commands[index]?.words[0] ?? "the last command";
}
function looksAtStatus(command) {
  return command.words.some((word) => word.includes("$?") || word.includes("PIPESTATUS")) || command.assignments.some((word) => word.includes("$?"));
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
  refs: ["https://www.gnu.org/software/bash/manual/html_node/The-Set-Builtin.html", "https://www.postgresql.org/docs/current/app-pgdump.html"],
  reads: ["compose", "kubernetes", "pm2", "script"],
  check({ system, pass, fail, implied }) {
    for (const { store, backups } of protectionsOf(system)) {
      if (backups.length === 0) {
        implied(store, "backup/missing");
        continue;
      }
      pass(store);
      for (const backup2 of backups) {
        const hidden = backup2.script && hiddenFailure(backup2.script, (command) => command.words.some((word) => word === backup2.tool || word.endsWith(`/${backup2.tool}`)));
        if (hidden) fail(store, backup2, `in ${backup2.workload?.name ?? backup2.at.path}, ${hidden.because}`, { fix: hidden.fix, key: backup2.workload?.name ?? backup2.at.path });
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
  refs: ["https://www.postgresql.org/docs/current/backup.html", "https://dev.mysql.com/doc/refman/8.4/en/backup-and-recovery.html", "https://www.mongodb.com/docs/manual/core/backups/"],
  reads: ["compose", "kubernetes", "pm2", "script"],
  check({ system, pass, fail, unverified }) {
    const protections = protectionsOf(system);
    if (protections.length === 0 && system.workloads.length + system.images.length > 0) pass(system.repository);
    for (const { store, backups } of protections) {
      if (backups.some((backup2) => backup2.scheduled)) pass(store);
      else if (backups[0]) unverified(store, backups[0], `${backups[0].at.path} copies it with ${backups[0].tool}, and nothing in the repository runs that on a schedule`);
      else fail(store, store.at, `nothing in the repository backs up ${store.name} (${store.software?.name})`, { fix: fixFor(store.software?.backupTools[0]) });
    }
  },
  examples: { bad: [], good: [] }
});
function fixFor(tool2) {
  return `Run ${tool2 ? `\`${tool2}\`` : "a dump"} on a schedule (a small service with a loop or cron, or a CronJob), copy the result to another place, and try a restore.`;
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
  refs: ["https://rclone.org/commands/rclone_copy/", "https://www.cisa.gov/audiences/small-and-medium-businesses/secure-your-business/back-up-business-data"],
  reads: ["compose", "kubernetes", "pm2", "script"],
  check({ system, pass, fail, unverified, implied }) {
    for (const { store, backups } of protectionsOf(system)) {
      const [first] = backups;
      if (!first) implied(store, "backup/missing");
      else if (backups.some((backup2) => backup2.destination === "off-host")) pass(store);
      else {
        const unclear2 = backups.find((backup2) => backup2.destination === "unknown");
        if (unclear2) unverified(store, unclear2, `where the copies of ${store.name} go is not known`);
        else fail(store, first, `the copies of ${store.name} stay on the host that holds it`, { key: first.workload?.name ?? first.at.path });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// src/model/compose-problems.ts
var VERDICTS = /* @__PURE__ */ new Map([
  ["undefined-reference", "reference"],
  ["disabled-reference", "reference"],
  ["settings-conflict", "conflict"],
  ["duplicate-mount", "conflict"]
]);
var OUTSIDE = /* @__PURE__ */ new Set(["required-variable", "missing-file"]);
function composeProblems(deployment, verdict) {
  return deployment.problems.filter((problem) => problem.code !== void 0 && !OUTSIDE.has(problem.code) && (VERDICTS.get(problem.code) ?? "invalid") === verdict);
}
function composeDeployments(system) {
  return system.deployments.filter((one) => one.purpose === "production" && (one.platform === "compose" || one.platform === "swarm"));
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
  refs: ["https://docs.docker.com/reference/compose-file/", "https://docs.docker.com/reference/cli/docker/compose/config/"],
  reads: ["compose"],
  check({ system, pass, fail }) {
    for (const deployment of composeDeployments(system)) {
      pass(deployment);
      for (const problem of composeProblems(deployment, "invalid")) fail(deployment, problem.at, problem.message, { key: `${problem.at.path}.${problem.message}` });
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
  check({ system, pass, fail }) {
    for (const deployment of composeDeployments(system)) {
      pass(deployment);
      for (const problem of composeProblems(deployment, "reference")) fail(deployment, problem.at, problem.message, { key: `${problem.at.path}.${problem.message}` });
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
  refs: ["https://docs.docker.com/reference/compose-file/deploy/", "https://docs.docker.com/reference/compose-file/services/#network_mode"],
  reads: ["compose"],
  check({ system, pass, fail }) {
    for (const deployment of composeDeployments(system)) {
      pass(deployment);
      for (const problem of composeProblems(deployment, "conflict")) {
        if (/container.name/i.test(problem.message)) continue;
        fail(deployment, problem.at, problem.message, { key: `${problem.at.path}.${problem.message}` });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// rules/config/setting-without-effect.ts
var INSTEAD = {
  "deploy.update_config": "Deploy with `docker stack deploy` if you need rolling updates; `docker compose up` replaces containers at once.",
  "deploy.rollback_config": "Deploy with `docker stack deploy` if you need automatic rollback.",
  "deploy.placement": "Use a swarm or Kubernetes to place tasks on nodes; Compose knows one host.",
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
  refs: ["https://docs.docker.com/reference/compose-file/deploy/", "https://docs.docker.com/reference/cli/docker/stack/deploy/"],
  reads: ["compose"],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (workload.platform !== "compose" && workload.platform !== "swarm") continue;
      pass(workload);
      for (const { setting: setting5, at } of workload.inert) fail(workload, at, `${workload.name}: ${setting5} ${reader(workload)}`, { key: setting5, ...INSTEAD[setting5] ? { fix: INSTEAD[setting5] } : {} });
    }
  },
  examples: { bad: [], good: [] }
});
function reader(workload) {
  return workload.platform === "swarm" ? "is not read by docker stack deploy" : "is read by a swarm only, and this set is started with docker compose";
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
  refs: ["https://redis.io/docs/latest/operate/oss_and_stack/management/security/", "https://www.elastic.co/docs/deploy-manage/security", "https://www.mongodb.com/docs/manual/administration/security-checklist/"],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      if (!facts?.distribution.authentication || !isDataService(workload)) continue;
      const { state, because, fix, by } = facts.distribution.authentication(facts);
      const setting5 = by?.kind === "variable" ? workload.environment.get(by.name) : void 0;
      if (state === "on") pass(workload);
      else if (state === "unknown") unverified(workload, setting5 ?? workload.at, because);
      else {
        const open4 = workload.published.find(isOpen);
        fail(workload, setting5 ?? workload.at, `${workload.name} (${workload.software?.name}) asks nobody for a password: ${because}${open4 ? ", and its port is published" : ""}`, {
          fix,
          severity: open4 ? "critical" : "high",
          related: open4 ? [{ at: open4.at, message: "it is published here" }] : []
        });
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
  for (const entry of facts.distribution.dataPaths) {
    const before = entry.before ? isBefore(facts.version, entry.before) : true;
    if (before === void 0) return void 0;
    if (before) return moved === void 0 ? entry : { ...entry, paths: [moved] };
  }
  return void 0;
}
function mountKeeps(target2, path, volumes = []) {
  const mount = plain(target2);
  if (!holds(mount, plain(path))) return false;
  return !volumes.map(plain).some((volume) => volume !== mount && holds(mount, volume) && holds(volume, plain(path)));
}
function plain(path) {
  return path.replace(/\/{2,}/g, "/").replace(/(.)\/$/, "$1");
}
function holds(directory, path) {
  return path === directory || path.startsWith(directory === "/" ? "/" : `${directory}/`);
}

// src/model/data-mounts.ts
function isDataMount(mount) {
  return mount.type === "volume" || mount.type === "bind" || mount.type === "claim" || mount.type === "other";
}
function otherDataMount(workload) {
  const facts = serviceFactsOf(workload);
  const data = facts && dataPathsOf(facts);
  if (!data || !workload.software) return void 0;
  const right = (mount) => mount.target.known && data.paths.some((path) => mountKeeps(mount.target.known ? mount.target.value : "", path, data.volumes));
  if (workload.mounts.some(right)) return void 0;
  const elsewhere = new Set(workload.software.distributions.flatMap((distribution2) => distribution2.dataPaths.flatMap((entry) => [...entry.paths, ...entry.volumes ?? []])));
  return workload.mounts.find((mount) => {
    if (!isDataMount(mount) || !mount.target.known || mount.readOnly) return false;
    const target2 = mount.target.value.replace(/\/+$/, "");
    return elsewhere.has(target2) || data.paths.some((path) => path.startsWith(`${target2}/`) || target2.startsWith(`${path}/`));
  });
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
  check({ system, pass, fail, unverified, implied }) {
    for (const workload of system.workloads) {
      const facts = workload.stateful ? serviceFactsOf(workload) : void 0;
      if (!facts || facts.distribution.dataPaths.length === 0) continue;
      const keeps = facts.distribution.keepsData?.(facts);
      if (keeps === "no") continue;
      const data = dataPathsOf(facts);
      const unclear2 = workload.mounts.find((mount) => !mount.target.known);
      if (!data) {
        if (workload.mounts.some(isDataMount)) unverified(workload, workload.at, "where this version of the image keeps its data is not known");
        else fail(workload, workload.at, `${workload.name} (${workload.software?.name}) has no volume at all`);
        continue;
      }
      for (const path of data.paths) {
        const mount = workload.mounts.find((one) => one.target.known && mountKeeps(one.target.value, path, data.volumes));
        const fix = `Add \`volumes: ["${workload.name}-data:${data.volumes?.[0] ?? path}"]\` to ${workload.name}, and \`${workload.name}-data:\` under the top-level \`volumes:\`.`;
        if (mount && isDataMount(mount)) pass(workload);
        else if (mount) fail(workload, mount, `${workload.name} (${workload.software?.name}) keeps ${path} on ${mount.type === "tmpfs" ? "a tmpfs, in memory" : "a nameless volume that goes with the container"}`, { key: path, fix });
        else if (otherDataMount(workload)) implied(workload, "datastore/data-path-wrong");
        else if (unclear2) unverified(workload, unclear2, "the target of a mount is not known");
        else if (keeps === "unknown") unverified(workload, workload.at, "whether it keeps anything on disk is not known");
        else fail(workload, workload.at, `${workload.name} (${workload.software?.name}) keeps ${path} in the container`, { key: path, fix });
      }
    }
  },
  examples: { bad: [], good: [] }
});

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
  refs: ["https://hub.docker.com/_/postgres", "https://hub.docker.com/r/apache/kafka", "https://docs.docker.com/engine/storage/volumes/"],
  check({ system, pass, fail, unverified }) {
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
        const image2 = workload.image?.reference?.known ? workload.image.reference.value.text : workload.software?.name;
        fail(workload, wrong, `${workload.name} mounts a volume at ${wrong.target.value}, and ${image2} keeps its data in ${data.paths.join(", ")}`, { fix: `Mount it at \`${right}\`. Copy data that is already there before you switch.` });
      }
    }
  },
  examples: { bad: [], good: [] }
});

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
  refs: ["https://www.postgresql.org/docs/current/runtime-config-resource.html", "https://dev.mysql.com/doc/refman/8.4/en/innodb-buffer-pool-resize.html"],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      const memory9 = facts?.distribution.memory?.(facts);
      if (!memory9 || memory9.usualShare === void 0 || workload.software?.kind !== "database") continue;
      const limit = workload.resources.memoryLimit;
      if (!limit) implied(workload, "workload/memory-limit-missing");
      else if (memory9.by || !limit.known || memory9.bytes === void 0 || memory9.bytes >= limit.value * NOTICEABLE_SHARE) pass(workload);
      else {
        const usual = Math.floor(limit.value * memory9.usualShare / 2 ** 20) * 2 ** 20;
        fail(workload, workload.at, `${workload.name} (${workload.software.name}) keeps the default ${memory9.what} of ${formatBytes(memory9.bytes)} in a container of ${formatBytes(limit.value)}`, { fix: `Set ${memory9.setting(usual)}.` });
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
  refs: ["https://www.elastic.co/docs/reference/elasticsearch/jvm-settings", "https://redis.io/docs/latest/operate/oss_and_stack/management/admin/", "https://www.postgresql.org/docs/current/runtime-config-resource.html"],
  check({ system, pass, fail, unverified, implied }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      const memory9 = facts?.distribution.memory?.(facts);
      if (!memory9 || workload.role === "tool") continue;
      const limit = workload.resources.memoryLimit;
      const setting5 = memory9.by?.kind === "variable" ? workload.environment.get(memory9.by.name) : void 0;
      if (!limit) {
        implied(workload, "workload/memory-limit-missing");
        continue;
      }
      if (!limit.known || memory9.bytes === void 0) {
        const unclear2 = limit.known ? `its ${memory9.what} is not known` : limit.because;
        unverified(workload, setting5 ?? limit, unclear2);
        continue;
      }
      const room = Math.floor(limit.value * memory9.share);
      if (memory9.bytes <= room) pass(workload);
      else {
        const source = memory9.by ? "" : " (the default)";
        const what = `${workload.name} has a ${memory9.what} of ${formatBytes(memory9.bytes)}${source} in a container of ${formatBytes(limit.value)}; at most ${Math.round(memory9.share * 100)} % is sound`;
        fail(workload, setting5 ?? limit, what, { fix: `Set ${memory9.setting(Math.floor(limit.value * (memory9.usualShare ?? memory9.share) / 2 ** 20) * 2 ** 20)}, or raise the limit to ${formatBytes(Math.ceil(memory9.bytes / memory9.share / 2 ** 20) * 2 ** 20)}.` });
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
  refs: ["https://docs.confluent.io/platform/current/installation/system-requirements.html", "https://www.elastic.co/docs/reference/elasticsearch/jvm-settings"],
  check({ system, pass, fail, unverified }) {
    if (system.workloads.length + system.images.length > 0 && !system.workloads.some((workload) => workload.stateful)) pass(system.repository);
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      if (!facts || workload.role === "tool") continue;
      const memory9 = facts.distribution.memory?.(facts);
      const least = facts.distribution.leastMemoryLimit;
      if (memory9?.least === void 0 && least === void 0) continue;
      const limit = workload.resources.memoryLimit;
      const setting5 = memory9?.by?.kind === "variable" ? workload.environment.get(memory9.by.name) : void 0;
      const { name } = workload;
      if (memory9?.least !== void 0 && memory9.bytes !== void 0 && memory9.bytes < memory9.least)
        fail(workload, setting5 ?? workload.start ?? workload, `${name} (${workload.software?.name}) has a ${memory9.what} of ${formatBytes(memory9.bytes)}; production needs ${formatBytes(memory9.least)} or more`, { key: "heap", fix: `Set ${memory9.setting(memory9.least)}, in a container of at least ${formatBytes(memory9.least / memory9.share)}.` });
      if (least && limit?.known && limit.value < least.bytes)
        fail(workload, limit, `${name} (${workload.software?.name}) is limited to ${formatBytes(limit.value)}; production needs ${formatBytes(least.bytes)} or more`, { key: "limit", fix: `Raise the memory limit of ${name} to \`${least.bytes / 2 ** 20}M\` or more.` });
      else if (least && limit && !limit.known) unverified(workload, limit, limit.because);
      else if (memory9?.least !== void 0 && memory9.bytes === void 0) unverified(workload, setting5 ?? workload.at, `its ${memory9.what} is not known`);
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
  refs: ["https://developer.hashicorp.com/consul/docs/agent/config/cli-flags#_dev", "https://docs.temporal.io/cli/server", "https://docs.kurrent.io/server/latest/configuration/"],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      if (!facts?.distribution.memoryMode || workload.role === "tool") continue;
      const mode = facts.distribution.memoryMode(facts);
      if (!mode) pass(workload);
      else {
        const variable2 = mode.by?.kind === "variable" ? workload.environment.get(mode.by.name) : void 0;
        fail(workload, variable2 ?? workload.start ?? workload, `${workload.name} (${workload.software?.name}) forgets its data: ${mode.because}`, { fix: mode.fix });
      }
    }
  },
  examples: { bad: [], good: [] }
});

// src/model/nodes.ts
function nodesOf(system) {
  return system.workloads.flatMap((workload) => {
    const facts = serviceFactsOf(workload);
    const replication13 = facts && workload.distribution?.replication?.(facts);
    return replication13 ? [{ workload, replication: replication13 }] : [];
  });
}
function peersOf(node2, nodes) {
  return nodes.filter((other) => other !== node2 && other.workload.deployment === node2.workload.deployment && other.workload.software?.id === node2.workload.software?.id);
}
function isReferredTo(node2, peers) {
  const names = new Set(node2.workload.networks.flatMap((network) => network.aliases));
  return peers.some((peer) => peer.replication.state === "wired" && peer.replication.peers.some((name) => names.has(name)));
}

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
  refs: ["https://hub.docker.com/_/postgres", "https://www.postgresql.org/docs/current/warm-standby.html", "https://redis.io/docs/latest/operate/oss_and_stack/management/replication/"],
  check({ system, pass, fail }) {
    const nodes = nodesOf(system);
    for (const node2 of nodes) {
      const peers = peersOf(node2, nodes);
      if (node2.replication.state === "wired") pass(node2.workload);
      else if (isEmptyClaim(node2, peers)) {
        const { workload, replication: replication13 } = node2;
        const setting5 = replication13.by && workload.environment.get(replication13.by.name);
        const at = setting5 ?? workload.start ?? workload;
        fail(workload, at, `${workload.name} is no replica of anything: ${replication13.because}`, replication13.fix ? { fix: replication13.fix } : {});
      }
    }
    for (const workload of system.workloads) judgeClusterJob(workload, system.workloads, pass, fail);
  },
  examples: { bad: [], good: [] }
});
function isEmptyClaim(node2, peers) {
  if (node2.replication.state !== "claimed") return false;
  if (node2.replication.role === "primary") return !isReferredTo(node2, peers) && peers.length > 0;
  return node2.replication.role !== void 0 || peers.length > 0;
}
function judgeClusterJob(workload, workloads, pass, fail) {
  const words2 = workload.start?.script ? workload.start.script.commands.flatMap((command) => command.words) : workload.start?.argv ?? [];
  const create = words2.findIndex((word, index) => word === "create" && words2[index - 1] === "--cluster");
  if (create === -1 || !workload.start) return;
  const nodes = words2.slice(create + 1).filter((word) => word !== null && /^[\w.-]+:\d+$/.test(word)).map((word) => (word ?? "").split(":")[0]);
  const option2 = words2.indexOf("--cluster-replicas");
  const replicas = option2 === -1 ? 0 : Number(words2[option2 + 1] ?? 0);
  const missing = nodes.find((name) => !workloads.some((other) => other.deployment === workload.deployment && other.networks.some((network) => network.aliases.includes(name ?? ""))));
  const needed = 3 * (1 + replicas);
  if (missing !== void 0) fail(workload, workload.start, `${workload.name} forms a cluster with ${missing}, which no service answers to; it runs no server itself`, { fix: `Add the nodes as services with \`redis-server --cluster-enabled yes\`, and run this command once as a job.` });
  else if (nodes.length > 0 && Number.isFinite(replicas) && nodes.length < needed)
    fail(workload, workload.start, `${workload.name} asks for ${replicas} replica of each master on ${nodes.length} nodes, and Redis needs ${needed}`, { fix: `Run ${needed} nodes with \`--cluster-enabled yes\`, or leave \`--cluster-replicas\` out and use Sentinel for failover.` });
  else pass(workload);
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
  refs: ["https://www.postgresql.org/docs/current/high-availability.html", "https://redis.io/docs/latest/operate/oss_and_stack/management/sentinel/", "https://www.mongodb.com/docs/manual/replication/", "https://kafka.apache.org/documentation/#replication"],
  check({ system, pass, fail, unverified, implied }) {
    const nodes = nodesOf(system);
    for (const node2 of nodes) {
      const { workload, replication: replication13 } = node2;
      if (!workload.software?.cluster || replication13.role === "watcher" || workload.role === "tool") continue;
      const peers = peersOf(node2, nodes);
      if (isOneOfSeveral(node2, peers)) pass(workload);
      else if (replication13.state === "unknown") unverified(workload, workload.at, replication13.because);
      else if (replication13.state === "claimed") implied(workload, "datastore/replica-not-wired");
      else {
        const severity = workload.role === "cache" ? "low" : "high";
        const how = workload.software.cluster.how;
        fail(workload, workload.at, `${workload.name} (${workload.software.name}) is the only node of its data`, {
          severity,
          fix: `Add a second node: ${how}. Or use a managed service with more than one zone.`
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isOneOfSeveral(node2, peers) {
  const replicas = node2.workload.replicas?.known ? node2.workload.replicas.value : 1;
  if (node2.replication.state === "wired" && (peers.length > 0 || replicas > 1)) return true;
  return isReferredTo(node2, peers);
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
  refs: ["https://www.postgresql.org/docs/current/libpq-ssl.html", "https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/"],
  check({ system, pass, fail }) {
    for (const connection of system.connections) {
      if (connection.to || !isElsewhere(connection)) continue;
      const { from, variable: variable2, host, scheme } = connection;
      const text2 = variable2.value.known ? variable2.value.value : variable2.raw ?? "";
      if (SWITCHED_OFF.test(text2)) fail(from, variable2, `${from.name} connects to ${host} with TLS switched off (${variable2.name})`, { key: variable2.name });
      else if (PLAIN_SCHEMES.has(scheme ?? "")) fail(from, variable2, `${from.name} connects to ${host} by ${scheme}://, which has no TLS (${variable2.name})`, { key: variable2.name });
      else pass(from);
    }
  },
  examples: { bad: [], good: [] }
});
var STORES = /* @__PURE__ */ new Set(["postgres", "postgresql", "mysql", "mariadb", "mongodb", "mongodb+srv", "redis", "rediss", "amqp", "amqps", "sqlserver", "clickhouse", "memcached"]);
function isElsewhere({ host, scheme }) {
  if (!scheme || !STORES.has(scheme.split("+")[0] ?? scheme)) return false;
  if (/^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1)/.test(host) || !host.includes(".")) return false;
  return !/\.(local|internal|localdomain|svc|lan|docker|test|example)$|\.svc\.|\.cluster\.local$/.test(host);
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
function nested(cursor, read, otherwise) {
  if (cursor.depth >= DEPTH_LIMIT || cursor.commands.length > COMMAND_LIMIT) {
    giveUp(cursor);
    return otherwise;
  }
  cursor.depth++;
  const result = read();
  cursor.depth--;
  return result;
}
function within(cursor, context, read) {
  const outer = cursor.inside;
  cursor.inside = [...outer, context];
  const result = read();
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
    let closed = false;
    while (!closed && cursor.position < cursor.end) {
      const start = cursor.position;
      while (cursor.position < cursor.end && cursor.text[cursor.position] !== "\n") cursor.position++;
      const line = cursor.text.slice(start, cursor.position).replace(/\r$/, "");
      if (cursor.position < cursor.end) cursor.position++;
      closed = (stripTabs ? line.replace(/^\t+/, "") : line) === delimiter;
    }
    if (!closed) cursor.broken = true;
  }
}

// src/parse/shell/word.ts
var METACHARACTERS = /* @__PURE__ */ new Set([" ", "	", "\r", "\n", ";", "&", "|", "<", ">", "(", ")", ""]);
function readWord(cursor, readList2) {
  const start = cursor.position;
  const pieces = [];
  let literal = -1;
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
    const piece = readSpecial(cursor, pieces, readList2);
    if (piece === void 0) break;
    if (literal === -1) literal = length;
    if (character === "\\" || character === "'" || character === '"') plain4 = false;
    pieces.push(piece);
    length += piece.length;
    if (cursor.position === before) break;
  }
  return { text: pieces.join(""), plain: plain4, literal: literal === -1 ? length : literal, start, end: cursor.position };
}
var SPECIAL = /* @__PURE__ */ new Set(["\\", "'", '"', "`", "$"]);
function readOrdinary(cursor) {
  const start = cursor.position;
  while (!METACHARACTERS.has(peek(cursor)) && !SPECIAL.has(peek(cursor))) cursor.position++;
  return cursor.text.slice(start, cursor.position);
}
function readSpecial(cursor, before, readList2) {
  const character = peek(cursor);
  if (character === "\\") return readEscape(cursor);
  if (character === "'") return readSingleQuoted(cursor);
  if (character === '"') return readDoubleQuoted(cursor, readList2);
  if (character === "`") return readBackticks(cursor, readList2);
  if (character === "$") return readDollar(cursor, readList2, false);
  if ((character === "<" || character === ">") && peek(cursor, 1) === "(" && before.length === 0) {
    return readSubstitution(cursor, readList2);
  }
  if (character === "(" && /[=?*+@]$/.test(before.at(-1) ?? "")) return readParentheses(cursor, readList2);
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
function readDoubleQuoted(cursor, readList2) {
  cursor.position++;
  const pieces = [];
  while (cursor.position < cursor.end) {
    const character = peek(cursor);
    if (character === '"') {
      cursor.position++;
      return pieces.join("");
    }
    if (character === "\\") {
      const kept = /[$`"\\]/.test(peek(cursor, 1)) || continuation(cursor) > 0;
      pieces.push(kept ? "" : "\\");
      if (kept) pieces.push(readEscape(cursor));
      else cursor.position++;
    } else if (character === "`") pieces.push(readBackticks(cursor, readList2));
    else if (character === "$") pieces.push(readDollar(cursor, readList2, true));
    else {
      pieces.push(character);
      cursor.position++;
    }
  }
  giveUp(cursor);
  return pieces.join("");
}
function readDollar(cursor, readList2, quoted) {
  const start = cursor.position;
  if (lookingAt(cursor, "$((")) {
    const end = arithmeticEnd(cursor, start + 1);
    if (end !== void 0) {
      cursor.position = end;
      return cursor.text.slice(start, end);
    }
  }
  if (lookingAt(cursor, "$(")) return readSubstitution(cursor, readList2);
  if (lookingAt(cursor, "${")) return nested(cursor, () => readBraces(cursor, readList2, quoted), "");
  if (!quoted && lookingAt(cursor, "$'")) return readAnsiQuoted(cursor);
  cursor.position++;
  return !quoted && peek(cursor) === '"' ? "" : "$";
}
function readSubstitution(cursor, readList2) {
  const start = cursor.position;
  cursor.position += 2;
  nested(cursor, () => inSubstitution(cursor, () => readList2(cursor, ")")), void 0);
  if (peek(cursor) === ")") cursor.position++;
  else giveUp(cursor);
  return cursor.text.slice(start, cursor.position);
}
function readBackticks(cursor, readList2) {
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
  nested(cursor, () => inSubstitution(cursor, () => readList2(cursor, void 0)), void 0);
  cursor.end = end;
  cursor.position = close2 + 1;
  return cursor.text.slice(start, cursor.position);
}
function inSubstitution(cursor, read) {
  const { joined, heredocs } = cursor;
  cursor.joined = "start";
  cursor.heredocs = [];
  within(cursor, "substitution", read);
  cursor.joined = joined;
  cursor.heredocs = heredocs;
}
function readBraces(cursor, readList2, quoted) {
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
    else if (character === '"') readDoubleQuoted(cursor, readList2);
    else if (character === "`") readBackticks(cursor, readList2);
    else if (character === "$") readDollar(cursor, readList2, quoted);
    else cursor.position++;
  }
  giveUp(cursor);
  return cursor.text.slice(start, cursor.end);
}
function arithmeticEnd(cursor, start) {
  let open4 = 0;
  for (let at = start; at < cursor.end; at++) {
    const character = cursor.text[at];
    if (character === "\\") at++;
    else if (character === "(") open4++;
    else if (character === ")" && --open4 === 1) {
      if (cursor.text[at + 1] === ")" && at + 1 < cursor.end) return at + 2;
      return void 0;
    }
  }
  return void 0;
}
function readParentheses(cursor, readList2) {
  const start = cursor.position;
  let open4 = 0;
  while (cursor.position < cursor.end) {
    const character = peek(cursor);
    if (character === "'" || character === '"') {
      if (character === '"') readDoubleQuoted(cursor, readList2);
      else readSingleQuoted(cursor);
      continue;
    }
    cursor.position = Math.min(cursor.end, cursor.position + (character === "\\" ? 2 : 1));
    if (character === "(") open4++;
    else if (character === ")" && --open4 === 0) return cursor.text.slice(start, cursor.position);
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
  const match = ASSIGNMENT.exec(word.text);
  return match !== null && match[0].length <= word.literal;
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
  const bare2 = readBare(cursor);
  if (bare2 === void 0) return void 0;
  const redirects = [];
  do
    skipBlanks(cursor);
  while (readRedirect(cursor, redirects));
  return { ...bare2, redirects };
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
  const words2 = [];
  const command = {
    words: words2,
    assignments: [],
    joined: cursor.joined,
    followed: "end",
    inside: cursor.inside,
    redirects: [],
    start,
    end: start
  };
  cursor.commands.push(command);
  while (words2.at(-1) !== "]]") {
    skipLines(cursor);
    const word = readWord(cursor, readSubstituted);
    if (word.start < word.end) words2.push(word.text);
    else if (cursor.position < cursor.end) words2.push(cursor.text[cursor.position++] ?? "");
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
function optionsInForce(text2, tree, given2) {
  const shebang = SHELL.exec(text2)?.[1] ?? "";
  const started = { exitOnError: given2.exitOnError ?? false, pipefail: given2.pipefail ?? false };
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
function applySet(options, words2) {
  if (words2[0] !== "set") return options;
  let { exitOnError, pipefail } = options;
  for (let index = 1; index < words2.length; index++) {
    const word = words2[index] ?? "";
    if (word === "--" || !/^[-+][A-Za-z]/.test(word)) break;
    const on = word.startsWith("-");
    if (word.includes("e")) exitOnError = on;
    if (!word.includes("o")) continue;
    const name = words2[++index];
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
function unwrapCommand(words2) {
  let rest = words2;
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
function programOf(words2) {
  return baseName(unwrapCommand(words2)[0]);
}
function baseName(word) {
  if (word === null || word === void 0 || /[$`]/.test(word)) return void 0;
  const name = word.slice(word.lastIndexOf("/") + 1);
  return name === "" ? void 0 : name;
}
function behindWrapper(words2, wrapper) {
  let at = 1;
  while (at < words2.length) {
    const word = words2[at] ?? "";
    if (word === "--") {
      at++;
      break;
    }
    if (wrapper.assignments && /^[A-Za-z_]\w*=/.test(word)) at++;
    else if (/^[-+]./.test(word)) at += takesNext(word, wrapper) ? 2 : 1;
    else break;
  }
  at += wrapper.operands ?? 0;
  while (wrapper.assignments && /^[A-Za-z_]\w*=/.test(words2[at] ?? "")) at++;
  return Math.min(at, words2.length);
}
function takesNext(word, wrapper) {
  if (word.startsWith("--")) return wrapper.long?.includes(word) ?? false;
  return word.length === 2 && (wrapper.valued?.includes(word.charAt(1)) ?? false);
}

// src/parse/shell/split.ts
function splitWords(text2) {
  const words2 = [];
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
      if (word !== void 0) words2.push(word);
      word = void 0;
    } else word = (word ?? "") + character;
  }
  if (quote !== "") return void 0;
  if (word !== void 0) words2.push(word);
  return words2;
}

// src/parse/shell/status.ts
var NOTHING = { zero: false, nonzero: false, leavesZero: false, leavesNonzero: false };
var ZERO = { ...NOTHING, zero: true };
var NONZERO = { ...NOTHING, nonzero: true };
var EITHER = { ...NOTHING, zero: true, nonzero: true };
var ANYTHING = { zero: true, nonzero: true, leavesZero: true, leavesNonzero: true };
var OFF = { exitOnError: false, pipefail: false };
var DEPTH_LIMIT2 = 8;
function canFail(script) {
  return scriptCanFail(script, 0);
}
function scriptCanFail(script, depth) {
  if (script.broken || depth > DEPTH_LIMIT2 || script.commands.some(setsExitTrap)) return true;
  const loops = script.commands.filter((command) => command.inside.includes("loop")).map(({ words: words2 }) => applySet(OFF, words2));
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
function setsExitTrap({ words: words2 }) {
  return words2[0] === "trap" && words2.slice(2).some((signal) => /^(?:EXIT|ERR|0|\$.*)$/i.test(signal));
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
    const kept = operator === "&&" ? { ...ends, zero: false } : operator === "||" ? { ...ends, nonzero: false } : NOTHING;
    ends = either(kept, next);
  }
  return ends;
}
function pipelineEnds(parts, negated, context) {
  const inner = { ...context, tested: context.tested || negated };
  const [only] = parts;
  const all = parts.length === 1 && only ? [endsOf(only, inner)] : parts.map((part) => inSubshell(part, inner));
  const last = all.at(-1) ?? ZERO;
  const ends = inner.options.pipefail && all.some((part) => part.nonzero) ? { ...last, nonzero: true } : last;
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
  return command.redirects.every(isSafe) ? ends : either(ends, NONZERO);
}
function isSafe({ operator, target: target2 }) {
  return /<<|[<>]&$/.test(operator) || /^\/dev\/(?:null|stdout|stderr)$/.test(target2);
}
var EXITS = /* @__PURE__ */ new Set(["exit", "return"]);
var ALWAYS_ZERO = /* @__PURE__ */ new Set([":", "true", "echo", "unset", "umask", "times", "pwd", "trap"]);
var DECLARES = /* @__PURE__ */ new Set(["export", "readonly", "local", "declare", "typeset"]);
var READS_INPUT = /* @__PURE__ */ new Set(["cat", "tee", "wc", "head", "tail", "sort", "uniq"]);
function wordsEnds(command, context) {
  const name = command.words[0];
  if (name === void 0) return command.assignments.some(hasSubstitution) ? EITHER : ZERO;
  if (name === "set") {
    setOptions(command.words, context);
    return ZERO;
  }
  if (context.functions.has(name)) return ANYTHING;
  if (EXITS.has(name)) return exitEnds(command.words[1], context);
  if (name === "exec") return execEnds(command, context);
  if (name === "eval" || name === "." || name === "source") return ANYTHING;
  return programEnds(command.words, context);
}
function setOptions(words2, { options, certain, locked }) {
  const { exitOnError, pipefail } = applySet(options, words2);
  const kept = locked || !certain;
  options.exitOnError = exitOnError || kept && options.exitOnError;
  options.pipefail = pipefail || kept && options.pipefail;
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
  const words2 = unwrapCommand(command.words);
  if (words2[0] === "exec") return EITHER;
  const ends = programEnds(words2, context);
  return { ...NOTHING, leavesZero: ends.zero, leavesNonzero: ends.nonzero };
}
function programEnds(words2, context) {
  const program = words2[0]?.replace(/^(?:\/usr)?\/bin\//, "") ?? "";
  const operands2 = words2.slice(1);
  if (ALWAYS_ZERO.has(program)) return ZERO;
  if (program === "false") return NONZERO;
  if (DECLARES.has(program)) return operands2.every((word) => /^[A-Za-z_]\w*(?:=|$)/.test(word)) ? ZERO : EITHER;
  if (program === "printf") return /%[^s%]/.test(operands2[0] ?? "%d") ? EITHER : ZERO;
  if (program === "sleep") return operands2.length === 1 && /^[0-9.]+[smhd]?$/.test(operands2[0] ?? "") ? ZERO : EITHER;
  if (program === "wait") return operands2.length === 0 ? ZERO : EITHER;
  if (READS_INPUT.has(program)) return operands2.every((word) => /^-\w*$|^[0-9]+$/.test(word)) ? ZERO : EITHER;
  if (program === "tr") return operands2.length > 0 && operands2.length < 4 ? ZERO : EITHER;
  if (/^(?:ba|da|a|k|z)?sh$/.test(program)) return nestedShellEnds(operands2, context);
  const inner = program === "command" || program === "exec" || program === "builtin" ? unwrapCommand(words2) : words2;
  return inner.length < words2.length ? programEnds(inner, context) : EITHER;
}
function nestedShellEnds(operands2, context) {
  const at = operands2.findIndex((word) => /^-[a-z]*c$/.test(word));
  const text2 = operands2[at + 1];
  if (at === -1 || text2 === void 0 || operands2.slice(0, at).some((word) => !word.startsWith("-"))) return EITHER;
  if (/[$`]/.test(text2)) return EITHER;
  const read = readScript(text2);
  const exitOnError = operands2.slice(0, at + 1).some((word) => /^-[a-z]*e/.test(word));
  const options = optionsInForce(text2, read.tree, { exitOnError });
  return scriptCanFail({ ...read, ...options }, context.depth + 1) ? EITHER : ZERO;
}

// src/parse/shell.ts
function parseShell(text2, at, options = {}) {
  const { commands, tree, broken } = readScript(text2);
  const { exitOnError, pipefail } = optionsInForce(text2, tree, options);
  return { text: text2, at, commands, exitOnError, pipefail, tree, broken };
}

// rules/health/check-cannot-fail.ts
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
  refs: ["https://docs.docker.com/reference/dockerfile/#healthcheck", "https://curl.se/docs/manpage.html#-f", "https://dev.mysql.com/doc/refman/8.4/en/mysqladmin.html", "https://redis.io/docs/latest/develop/tools/cli/"],
  reads: ["compose", "kubernetes", "dockerfile"],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      if (workload.health.state === "none" || workload.health.state === "disabled") implied(workload, "health/check-missing");
      for (const check of workload.health.checks) {
        const found = weakness(check, workload);
        if (found) fail(workload, check, `the healthcheck of ${workload.name} ${found.what}`, { fix: found.fix, ...found.minor ? { severity: "low" } : {} });
        else pass(workload);
      }
    }
  },
  examples: { bad: [], good: [] }
});
function weakness(check, workload) {
  const commands = commandsOf(check);
  if (cannotFail(check, commands)) return { what: `cannot fail: "${check.text.slice(0, 80)}" always ends with 0`, fix: "Remove what turns the result into success (`|| true`, `exit 0`, `echo`), and let the check ask the program." };
  return blindCurl(check, commands) ?? blindRedis(commands, workload) ?? earlyMysql(commands);
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
  return /^(node|python3?|php|ruby|bun|deno)$/.test(program ?? "") && /^-(e|c|r|-eval)\s+["']?(process\.exit\(0?\)|import sys; ?sys\.exit\(0?\)|sys\.exit\(0?\)|exit\(0?\)|print\([^)]*\)|console\.log\([^)]*\));?["']?$/.test(code);
}
function blindCurl(check, commands) {
  const curl = commands.find((command) => programOf(command.words) === "curl" && /https?:\/\/|localhost|127\.0\.0\.1/.test(command.words.join(" ")));
  if (!curl || curl.followed === "|" || curl.inside.includes("substitution")) return void 0;
  const fails = curl.words.some((word) => /^--fail(-with-body|-early)?$/.test(word) || /^-[a-zA-Z]*f[a-zA-Z]*$/.test(word));
  if (fails || curl.words.some((word) => /telnet:|^-w$|^--write-out/.test(word))) return void 0;
  return { what: `passes on HTTP errors: curl without --fail ends with 0 for a 404 or a 500`, fix: `Add \`--fail\`: \`${check.text.replace(/\bcurl\b/, "curl --fail").slice(0, 100)}\`.` };
}
function blindRedis(commands, workload) {
  const facts = serviceFactsOf(workload);
  const isRedis = workload.software?.id === "redis" || workload.software?.speaks === "redis";
  const client = commands.find((command) => /^(redis|valkey|keydb)-cli$/.test(programOf(command.words) ?? ""));
  if (!facts || !isRedis || !client || client.followed === "|" || client.inside.includes("substitution")) return void 0;
  const knowsPassword = client.words.some((word) => /^(-a|--pass|-u)$/.test(word)) || commands.some((command) => command.assignments.some((word) => /^(REDIS|VALKEY)CLI_AUTH=/.test(word))) || facts.environment("REDISCLI_AUTH") !== void 0 || facts.environment("VALKEYCLI_AUTH") !== void 0;
  if (knowsPassword || workload.distribution?.authentication?.(facts).state !== "on") return void 0;
  return {
    what: "is refused for want of a password and still ends with 0 (NOAUTH)",
    fix: 'Give the client the password and compare the answer: `environment: { REDISCLI_AUTH: ${REDIS_PASSWORD} }` and `test: ["CMD-SHELL", "redis-cli ping | grep -q PONG"]`.'
  };
}
function earlyMysql(commands) {
  const ping = commands.find((command) => /^(mysqladmin|mariadb-admin)$/.test(programOf(command.words) ?? "") && command.words.includes("ping"));
  if (!ping) return void 0;
  const words2 = ping.words.join(" ");
  if (/(-h|--host)[= ]?(?!localhost)\S+|--protocol[= ]tcp/i.test(words2)) return void 0;
  return {
    what: "passes during the first initialisation, when the server does not accept connections yet",
    fix: "Ask over TCP: `mysqladmin ping -h 127.0.0.1 --silent` (MariaDB: `healthcheck.sh --connect --innodb_initialized`).",
    minor: true
  };
}

// src/knowledge/tool-packages.ts
var POSTGRES = "psql pg_dump pg_dumpall pg_restore pg_isready pg_basebackup createdb dropdb";
var MYSQL = "mysql mysqldump mysqladmin mysqlcheck mariadb mariadb-dump mariadb-admin mariadb-check";
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
    MYSQL
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
  const bare2 = name.replace(/\d+(?:\.\d+)*/g, "").replace(/-{2,}/g, "-").replace(/-$/, "");
  return byPackage.get(bare2) ?? [];
}

// src/knowledge/base-images.ts
var words = (text2) => text2.split(/\s+/).filter((word) => word !== "");
var COMMON = words(`
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
var ALPINE = inventory([...COMMON, ...ALPINE_APPLETS]);
var BUSYBOX = inventory([...COMMON, ...ALPINE_APPLETS.filter((name) => name !== "apk"), "telnet", "httpd"], {
  uncertain: /* @__PURE__ */ new Set(["lsof", "tree", "whois"])
});
var DEBIAN = inventory([...COMMON, ...DEBIAN_PROGRAMS], { uncertain: /* @__PURE__ */ new Set(["openssl"]) });
var UBUNTU = inventory([...COMMON, ...DEBIAN_PROGRAMS], {
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
var REDHAT = inventory([...COMMON, "bash", "curl", "rpm"], { closed: false });
var EMPTY = inventory([], { shell: false });
var SOME_LINUX = inventory(["sh"], { closed: false });
function isIn(base, name) {
  if (base.has.has(name)) return true;
  if (base.shell === false && base.closed)
    return name === "sh" || name === "bash" || OPTIONAL_TOOLS.has(name) ? false : void 0;
  if (base.closed && OPTIONAL_TOOLS.has(name) && !base.uncertain.has(name)) return false;
  return void 0;
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
function hostOf(entry) {
  const address = entry.replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//i, "").replace(/^.*@/, "");
  const bracketed = /^\[([^\]]*)\]/.exec(address);
  if (bracketed) return (bracketed[1] ?? "").toLowerCase();
  return (address.split(/[:/]/)[0] ?? "").toLowerCase();
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
  return open(`${name} asks nobody for a login by default`, fix);
}
function switchesOff(value) {
  return typeof value === "string" && /^(?:disabled|none|false|off|no|0)$/i.test(value.trim());
}
function credentialsOf(facts) {
  const [first, ...others] = facts.variables;
  if (facts.byDefault !== "login" || first === void 0) return void 0;
  const login3 = facts.defaultLogin;
  const known = login3 ? [login3.password.toLowerCase(), login3.user.toLowerCase()] : [];
  const password = {
    variable: first,
    wellKnown: [.../* @__PURE__ */ new Set([...known, ...WELL_KNOWN_PASSWORDS])],
    alternatives: others,
    ...login3 ? { default: login3.password } : {}
  };
  if (!login3) return { password, source: facts.source };
  const user = { default: login3.user, ...login3.userVariable ? { variable: login3.userVariable } : {} };
  return { user, password, source: facts.source };
}

// src/knowledge/define.ts
function software(id, name, kind, distributions, facts = {}) {
  const given2 = facts.access;
  const judged = given2 ? distributions.map((each) => ({ ...access(name, given2), ...each })) : distributions;
  return { id, name, kind, stateful: false, ports: [], backupTools: [], schemes: [], ...facts, distributions: judged };
}
function image(id, images, facts = {}) {
  return { id, images, dataPaths: [], ...facts };
}
function dataAt(path, source) {
  return { dataPaths: [{ paths: [path], source }] };
}
function web(port) {
  return { port, purpose: "web" };
}
function metrics(port) {
  return { port, purpose: "metrics" };
}

// src/knowledge/images/admin-tools.ts
function tool(id, name, port, images, access2, facts) {
  const distributions = [image("official", images, facts)];
  return software(id, name, "admin-tool", distributions, { ports: [web(port)], ...access2 ? { access: access2 } : {} });
}
var open2 = (source, ...variables2) => ({ byDefault: "none", variables: variables2, source });
var target = (source) => ({ byDefault: "target", variables: [], source });
var firstVisitor = (source, ...variables2) => ({
  byDefault: "first-visitor",
  variables: variables2,
  source
});
var login = (source, user, password, ...variables2) => ({
  byDefault: "login",
  variables: variables2,
  defaultLogin: { user, password },
  source
});
var admin_tools_default = [
  tool("adminer", "Adminer", 8080, ["adminer", "dockette/adminer"], target("https://hub.docker.com/_/adminer")),
  tool(
    "phpmyadmin",
    "phpMyAdmin",
    80,
    ["phpmyadmin", "phpmyadmin/phpmyadmin", "bitnami/phpmyadmin", "bitnamilegacy/phpmyadmin"],
    target("https://hub.docker.com/_/phpmyadmin")
  ),
  tool("phppgadmin", "phpPgAdmin", 8080, ["bitnami/phppgadmin", "bitnamilegacy/phppgadmin", "dockage/phppgadmin"]),
  // The image does not start without PGADMIN_DEFAULT_EMAIL and PGADMIN_DEFAULT_PASSWORD: there is no default login.
  tool("pgadmin", "pgAdmin", 80, ["dpage/pgadmin4"], {
    byDefault: "login",
    variables: ["PGADMIN_DEFAULT_PASSWORD", "PGADMIN_DEFAULT_PASSWORD_FILE"],
    source: "https://www.pgadmin.org/docs/pgadmin4/latest/container_deployment.html"
  }),
  tool(
    "pgweb",
    "pgweb",
    8081,
    ["sosedoff/pgweb", "ghcr.io/sosedoff/pgweb"],
    open2("https://github.com/sosedoff/pgweb/wiki", "PGWEB_AUTH_PASS")
  ),
  tool(
    "pghero",
    "PgHero",
    8080,
    ["ankane/pghero"],
    open2("https://github.com/ankane/pghero/blob/master/guides/Docker.md", "PGHERO_PASSWORD")
  ),
  tool(
    "dbgate",
    "DbGate",
    3e3,
    ["dbgate/dbgate"],
    open2("https://docs.dbgate.io/env-variables/", "PASSWORD", "LOGIN_PASSWORD_admin")
  ),
  tool(
    "cloudbeaver",
    "CloudBeaver",
    8978,
    ["dbeaver/cloudbeaver"],
    firstVisitor("https://github.com/dbeaver/cloudbeaver/wiki", "CB_ADMIN_PASSWORD")
  ),
  tool(
    "sqlpad",
    "SQLPad",
    3e3,
    ["sqlpad/sqlpad"],
    firstVisitor("https://getsqlpad.com/en/configuration/", "SQLPAD_ADMIN_PASSWORD")
  ),
  tool(
    "mongo-express",
    "mongo-express",
    8081,
    ["mongo-express"],
    login(
      "https://github.com/mongo-express/mongo-express-docker",
      "admin",
      "pass",
      "ME_CONFIG_BASICAUTH_PASSWORD",
      "ME_CONFIG_BASICAUTH_PASSWORD_FILE"
    )
  ),
  tool("nosqlclient", "Nosqlclient", 3e3, ["mongoclient/mongoclient"]),
  tool(
    "kafka-ui",
    "UI for Apache Kafka",
    8080,
    ["provectuslabs/kafka-ui", "kafbat/kafka-ui", "ghcr.io/kafbat/kafka-ui"],
    open2("https://ui.docs.kafbat.io/configuration/misc-configuration-properties", "AUTH_TYPE")
  ),
  tool("kafdrop", "Kafdrop", 9e3, ["obsidiandynamics/kafdrop"], open2("https://github.com/obsidiandynamics/kafdrop")),
  tool("akhq", "AKHQ", 8080, ["tchiotludo/akhq"], open2("https://akhq.io/docs/configuration/authentifications/")),
  tool(
    "kafka-manager",
    "CMAK (Kafka Manager)",
    9e3,
    ["hlebalbau/kafka-manager", "sheepkiller/kafka-manager", "kafkamanager/kafka-manager", "eshepelyuk/cmak-operator"],
    open2("https://github.com/yahoo/CMAK", "KAFKA_MANAGER_AUTH_ENABLED")
  ),
  tool(
    "kowl",
    "Redpanda Console",
    8080,
    [
      "redpandadata/console",
      "docker.redpanda.com/redpandadata/console",
      "docker.redpanda.com/vectorized/console",
      "quay.io/cloudhut/kowl"
    ],
    open2("https://docs.redpanda.com/current/console/config/security/")
  ),
  tool("conduktor", "Conduktor Console", 8080, ["conduktor/conduktor-console", "conduktor/conduktor-platform"]),
  tool(
    "kafka-control-center",
    "Confluent Control Center",
    9021,
    ["confluentinc/cp-enterprise-control-center", "confluentinc/cp-enterprise-control-center-next-gen"],
    open2("https://docs.confluent.io/control-center/current/security/overview.html")
  ),
  tool("lenses", "Lenses", 9991, [
    "lensesio/lenses",
    "lensesio/box",
    "lensesio/fast-data-dev",
    "landoop/fast-data-dev"
  ]),
  tool("kafka-topics-ui", "Kafka Topics UI", 8e3, [
    "landoop/kafka-topics-ui",
    "landoop/schema-registry-ui",
    "landoop/kafka-connect-ui"
  ]),
  tool("zoonavigator", "ZooNavigator", 9e3, ["elkozmon/zoonavigator"], open2("https://zoonavigator.elkozmon.com/")),
  tool(
    "redis-commander",
    "Redis Commander",
    8081,
    ["rediscommander/redis-commander", "ghcr.io/joeferner/redis-commander"],
    open2(
      "https://github.com/joeferner/redis-commander/blob/master/docs/configuration.md",
      "HTTP_PASSWORD",
      "HTTP_PASSWORD_FILE",
      "HTTP_PASSWORD_HASH"
    ),
    // HEALTHCHECK in the Dockerfile: https://github.com/joeferner/redis-commander/blob/master/Dockerfile
    { builtInHealthcheck: true }
  ),
  tool(
    "redisinsight",
    "Redis Insight",
    5540,
    ["redis/redisinsight", "redislabs/redisinsight"],
    open2("https://redis.io/docs/latest/operate/redisinsight/")
  ),
  tool(
    "phpredisadmin",
    "phpRedisAdmin",
    80,
    ["erikdubbelboer/phpredisadmin"],
    open2("https://github.com/erikdubbelboer/phpRedisAdmin", "ADMIN_PASS")
  ),
  tool(
    "bull-board",
    "Bull Board",
    3e3,
    ["deadly0/bull-board"],
    open2("https://github.com/Deadly0/bull-board-docker", "USER_PASSWORD")
  ),
  tool("elasticvue", "Elasticvue", 8080, ["cars10/elasticvue"], target("https://elasticvue.com/installation")),
  tool("cerebro", "Cerebro", 9e3, ["lmenezes/cerebro"], open2("https://github.com/lmenezes/cerebro", "AUTH_TYPE")),
  tool("dejavu", "Dejavu", 1358, ["appbaseio/dejavu"], target("https://github.com/appbaseio/dejavu")),
  tool("rabbitmq-scout", "RabbitScout", 3e3, ["ralve/rabbitscout"]),
  tool("nui", "NATS NUI", 31311, ["ghcr.io/nats-nui/nui", "natsnui/nui"], open2("https://natsnui.app/")),
  tool(
    "temporal-ui",
    "Temporal UI",
    8080,
    ["temporalio/ui", "temporalio/web"],
    open2("https://docs.temporal.io/references/web-ui-configuration", "TEMPORAL_AUTH_ENABLED")
  ),
  tool(
    "flower",
    "Flower",
    5555,
    ["mher/flower"],
    open2("https://flower.readthedocs.io/en/latest/auth.html", "FLOWER_BASIC_AUTH", "FLOWER_AUTH")
  ),
  tool(
    "rq-dashboard",
    "RQ Dashboard",
    9181,
    ["eoranged/rq-dashboard"],
    open2("https://github.com/Parallels/rq-dashboard", "RQ_DASHBOARD_PASSWORD")
  ),
  tool(
    "portainer",
    "Portainer",
    9e3,
    ["portainer/portainer", "portainer/portainer-ce", "portainer/portainer-ee"],
    firstVisitor("https://docs.portainer.io/start/install-ce/server/setup"),
    {
      dataPaths: [{ paths: ["/data"], source: "https://docs.portainer.io/start/install-ce/server/docker/linux" }]
    }
  ),
  software("portainer-agent", "Portainer agent", "agent", [image("official", ["portainer/agent"])], {
    ports: [{ port: 9001, purpose: "admin" }]
  }),
  tool(
    "dozzle",
    "Dozzle",
    8080,
    ["amir20/dozzle", "ghcr.io/amir20/dozzle"],
    open2("https://dozzle.dev/guide/authentication", "DOZZLE_AUTH_PROVIDER")
  ),
  tool("dockge", "Dockge", 5001, ["louislam/dockge"], firstVisitor("https://github.com/louislam/dockge")),
  tool(
    "yacht",
    "Yacht",
    8e3,
    ["selfhostedpro/yacht"],
    login("https://yacht.sh/docs/Installation/Getting_Started", "admin@yacht.local", "pass", "ADMIN_PASSWORD")
  ),
  tool("swarmpit", "Swarmpit", 8080, ["swarmpit/swarmpit"]),
  tool("filebrowser", "File Browser", 80, ["filebrowser/filebrowser", "hurlenko/filebrowser"], {
    byDefault: "login",
    variables: [],
    source: "https://filebrowser.org/installation"
  }),
  tool("code-server", "code-server", 8080, [
    "codercom/code-server",
    "ghcr.io/coder/code-server",
    "linuxserver/code-server",
    "lscr.io/linuxserver/code-server"
  ]),
  tool("jupyter", "Jupyter", 8888, ["jupyter/*", "quay.io/jupyter/*"], {
    byDefault: "login",
    variables: ["JUPYTER_TOKEN"],
    source: "https://jupyter-server.readthedocs.io/en/latest/operators/security.html"
  }),
  tool(
    "chronograf",
    "Chronograf",
    8888,
    ["chronograf"],
    open2("https://docs.influxdata.com/chronograf/v1/administration/managing-security/")
  ),
  software("watchtower", "Watchtower", "agent", [
    image("official", ["containrrr/watchtower", "v2tec/watchtower", "nickfedor/watchtower"])
  ])
];

// src/knowledge/images/agents.ts
var agents_default = [
  software(
    "datadog-agent",
    "Datadog agent",
    "agent",
    [
      image(
        "official",
        [
          "datadog/agent",
          "gcr.io/datadoghq/agent",
          "public.ecr.aws/datadog/agent",
          "registry.datadoghq.com/agent",
          "datadog/dogstatsd"
        ],
        { builtInHealthcheck: true, tools: { has: ["agent", "sh", "bash"], lacks: [], shell: true } }
      )
    ],
    {
      ports: [
        { port: 8125, purpose: "data" },
        { port: 8126, purpose: "data" }
      ]
    }
  ),
  software("newrelic-agent", "New Relic agent", "agent", [
    image("official", ["newrelic/infrastructure", "newrelic/infrastructure-bundle", "newrelic/nri-*"], {})
  ]),
  software("dynatrace-agent", "Dynatrace OneAgent", "agent", [
    image("official", ["dynatrace/oneagent", "dynatrace/dynatrace-operator"], {})
  ]),
  software("instana-agent", "Instana agent", "agent", [
    image(
      "official",
      ["icr.io/instana/agent", "instana/agent", "containers.instana.io/instana/release/agent/static"],
      {}
    )
  ]),
  software("appdynamics-agent", "AppDynamics agent", "agent", [
    image("official", ["appdynamics/machine-agent", "appdynamics/cluster-agent"], {})
  ]),
  software(
    "sentry-relay",
    "Sentry Relay",
    "agent",
    [image("official", ["getsentry/relay", "ghcr.io/getsentry/relay"], {})],
    {
      ports: [{ port: 3e3, purpose: "data" }]
    }
  ),
  software(
    "sentry",
    "Sentry",
    "alerting",
    [image("official", ["getsentry/sentry", "ghcr.io/getsentry/sentry", "sentry"], {})],
    {
      ports: [{ port: 9e3, purpose: "web" }]
    }
  ),
  software("glitchtip", "GlitchTip", "alerting", [image("official", ["glitchtip/glitchtip"], {})], {
    ports: [{ port: 8e3, purpose: "web" }]
  }),
  software("telegraf", "Telegraf", "agent", [
    image("official", ["telegraf", "bitnami/telegraf", "bitnamilegacy/telegraf"], { builtInHealthcheck: false })
  ]),
  software(
    "zabbix-agent",
    "Zabbix agent",
    "agent",
    [image("official", ["zabbix/zabbix-agent", "zabbix/zabbix-agent2"], {})],
    {
      ports: [{ port: 10050, purpose: "data" }]
    }
  ),
  software("beyla", "Grafana Beyla", "agent", [image("official", ["grafana/beyla"], {})])
];

// src/knowledge/images/applications.ts
var applications_default = [
  software(
    "browserless",
    "Browserless",
    "application",
    [image("official", ["browserless/chrome", "ghcr.io/browserless/chromium", "ghcr.io/browserless/chrome"])],
    {
      ports: [web(3e3)],
      access: {
        byDefault: "none",
        variables: ["TOKEN"],
        source: "https://docs.browserless.io/enterprise/docker/config"
      }
    }
  ),
  software(
    "registry",
    "Distribution registry",
    "application",
    [
      image(
        "official",
        ["registry", "distribution/distribution"],
        dataAt("/var/lib/registry", "https://distribution.github.io/distribution/about/configuration/")
      )
    ],
    {
      stateful: true,
      ports: [web(5e3)],
      access: {
        byDefault: "none",
        variables: ["REGISTRY_AUTH"],
        source: "https://distribution.github.io/distribution/about/configuration/#auth"
      }
    }
  ),
  software(
    "wordpress",
    "WordPress",
    "application",
    [
      image("official", ["wordpress"], dataAt("/var/www/html", "https://hub.docker.com/_/wordpress")),
      image("bitnami", ["bitnami/wordpress", "bitnamilegacy/wordpress"], {
        ...dataAt("/bitnami/wordpress", "https://github.com/bitnami/containers/tree/main/bitnami/wordpress"),
        runsAs: "non-root"
      })
    ],
    { stateful: true, ports: [web(80)] }
  ),
  software(
    "nextcloud",
    "Nextcloud",
    "application",
    [image("official", ["nextcloud"], dataAt("/var/www/html", "https://hub.docker.com/_/nextcloud"))],
    {
      stateful: true,
      ports: [web(80)]
    }
  ),
  software(
    "gitea",
    "Gitea",
    "application",
    [
      image(
        "official",
        ["gitea/gitea", "docker.gitea.com/gitea"],
        dataAt("/data", "https://docs.gitea.com/installation/install-with-docker")
      )
    ],
    {
      stateful: true,
      ports: [web(3e3), { port: 22, purpose: "data" }]
    }
  ),
  software(
    "n8n",
    "n8n",
    "application",
    [
      image("official", ["n8nio/n8n", "docker.n8n.io/n8nio/n8n"], {
        ...dataAt("/home/node/.n8n", "https://docs.n8n.io/hosting/installation/docker/"),
        runsAs: "non-root"
      })
    ],
    { stateful: true, ports: [web(5678)] }
  ),
  software(
    "odoo",
    "Odoo",
    "application",
    [image("official", ["odoo"], dataAt("/var/lib/odoo", "https://hub.docker.com/_/odoo"))],
    { stateful: true, ports: [web(8069)] }
  ),
  software("erpnext", "ERPNext", "application", [image("official", ["frappe/erpnext"])], { ports: [web(8e3)] }),
  software("hasura", "Hasura GraphQL Engine", "application", [image("official", ["hasura/graphql-engine"])], {
    ports: [web(8080)],
    access: {
      byDefault: "none",
      variables: ["HASURA_GRAPHQL_ADMIN_SECRET"],
      source: "https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/"
    }
  }),
  software("directus", "Directus", "application", [image("official", ["directus/directus"])], { ports: [web(8055)] }),
  software(
    "gotenberg",
    "Gotenberg",
    "application",
    [image("official", ["gotenberg/gotenberg", "thecodingmachine/gotenberg"])],
    { ports: [web(3e3)] }
  ),
  software(
    "ollama",
    "Ollama",
    "application",
    [image("official", ["ollama/ollama"], dataAt("/root/.ollama", "https://hub.docker.com/r/ollama/ollama"))],
    { ports: [web(11434)] }
  )
];

// src/knowledge/images/backup-tools.ts
function backup(id, name, images, facts) {
  return software(id, name, "backup", [image("official", images)], { backup: facts });
}
var s3 = [/^(?:AWS_)?S3_(?:BUCKET|BUCKET_NAME|ENDPOINT|PATH|URI)$/];
var backup_tools_default = [
  backup(
    "postgres-backup-local",
    "postgres-backup-local",
    ["prodrigestivill/postgres-backup-local", "ghcr.io/prodrigestivill/docker-postgres-backup-local"],
    {
      covers: ["postgres"],
      scheduled: "built-in",
      scheduleVariables: ["SCHEDULE"],
      offHost: [],
      hostVariables: ["POSTGRES_HOST"],
      source: "https://github.com/prodrigestivill/docker-postgres-backup-local#environment-variables"
    }
  ),
  backup(
    "docker-volume-backup",
    "docker-volume-backup",
    ["offen/docker-volume-backup", "ghcr.io/offen/docker-volume-backup"],
    {
      covers: ["volume"],
      scheduled: "built-in",
      scheduleVariables: ["BACKUP_CRON_EXPRESSION"],
      offHost: [
        /^AWS_S3_BUCKET_NAME$/,
        /^WEBDAV_URL$/,
        /^SSH_HOST_NAME$/,
        /^AZURE_STORAGE_ACCOUNT_NAME$/,
        /^AZURE_STORAGE_CONNECTION_STRING$/,
        /^DROPBOX_REFRESH_TOKEN$/,
        /^GOOGLE_DRIVE_CREDENTIALS_JSON$/
      ],
      hostVariables: [],
      source: "https://offen.github.io/docker-volume-backup/reference/"
    }
  ),
  backup(
    "futurice-volume-backup",
    "docker-volume-backup (Futurice)",
    ["futurice/docker-volume-backup", "jareware/docker-volume-backup"],
    {
      covers: ["volume"],
      scheduled: "built-in",
      scheduleVariables: ["BACKUP_CRON_EXPRESSION"],
      offHost: [/^AWS_S3_BUCKET_NAME$/, /^SCP_HOST$/, /^AWS_GLACIER_VAULT_NAME$/],
      hostVariables: [],
      source: "https://github.com/jareware/docker-volume-backup#configuration"
    }
  ),
  backup(
    "db-backup",
    "db-backup",
    ["tiredofit/db-backup", "nfrastack/db-backup", "ghcr.io/tiredofit/docker-db-backup"],
    {
      covers: ["postgres", "mysql", "mariadb", "mongodb", "redis", "influxdb", "couchdb", "mssql"],
      scheduled: "built-in",
      scheduleVariables: ["DB01_BACKUP_INTERVAL", "DEFAULT_BACKUP_INTERVAL", "DB_DUMP_FREQ"],
      // `FILESYSTEM` is the default and stays on the host.
      offHost: [
        /^DB\d+_(?:BACKUP_LOCATION|S3_BUCKET|BLOB_STORAGE_NAME)$/,
        /^DEFAULT_(?:BACKUP_LOCATION|S3_BUCKET)$/,
        /^BACKUP_LOCATION$/
      ],
      hostVariables: ["DB01_HOST", "DB_HOST", "DEFAULT_HOST"],
      source: "https://github.com/tiredofit/docker-db-backup#environment-variables"
    }
  ),
  backup("mysql-backup", "mysql-backup", ["databack/mysql-backup", "databacker/mysql-backup", "deitch/mysql-backup"], {
    covers: ["mysql", "mariadb"],
    scheduled: "built-in",
    scheduleVariables: ["DB_DUMP_CRON", "DB_DUMP_FREQUENCY", "DB_DUMP_FREQ"],
    offHost: [/^DB_DUMP_TARGETS?$/],
    hostVariables: ["DB_SERVER"],
    source: "https://github.com/databacker/mysql-backup/blob/master/docs/configuration.md"
  }),
  backup("mysql-cron-backup", "mysql-cron-backup", ["fradelg/mysql-cron-backup"], {
    covers: ["mysql", "mariadb"],
    scheduled: "built-in",
    scheduleVariables: ["CRON_TIME"],
    offHost: [],
    hostVariables: ["MYSQL_HOST"],
    source: "https://github.com/fradelg/docker-mysql-cron-backup#variables"
  }),
  backup(
    "postgres-backup-s3",
    "postgres-backup-s3",
    [
      "eeshugerman/postgres-backup-s3",
      "schickling/postgres-backup-s3",
      "itbm/postgres-backup-s3",
      "itbm/postgresql-backup-s3"
    ],
    {
      covers: ["postgres"],
      scheduled: "variable",
      scheduleVariables: ["SCHEDULE"],
      offHost: s3,
      hostVariables: ["POSTGRES_HOST"],
      source: "https://github.com/eeshugerman/postgres-backup-s3#backup"
    }
  ),
  backup("mysql-backup-s3", "mysql-backup-s3", ["schickling/mysql-backup-s3", "itbm/mysql-backup-s3"], {
    covers: ["mysql", "mariadb"],
    scheduled: "variable",
    scheduleVariables: ["SCHEDULE"],
    offHost: s3,
    hostVariables: ["MYSQL_HOST"],
    source: "https://github.com/schickling/dockerfiles/tree/master/mysql-backup-s3"
  }),
  backup("pg-backup", "pg-backup", ["kartoza/pg-backup"], {
    covers: ["postgres"],
    scheduled: "built-in",
    scheduleVariables: ["CRON_SCHEDULE"],
    offHost: [/^STORAGE_BACKEND$/],
    hostVariables: ["POSTGRES_HOST"],
    source: "https://github.com/kartoza/docker-pg-backup#specifying-environment-variables"
  }),
  backup("mgob", "mgob", ["stefanprodan/mgob", "maxisam/mgob"], {
    covers: ["mongodb"],
    // Plans with their schedule and their target are files under /config.
    scheduled: "built-in",
    scheduleVariables: [],
    offHost: [],
    hostVariables: [],
    source: "https://github.com/stefanprodan/mgob#install"
  }),
  backup("restic", "restic", ["restic/restic", "ghcr.io/restic/restic", "instrumentisto/restic"], {
    covers: ["volume"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [/^RESTIC_REPOSITORY$/],
    hostVariables: [],
    source: "https://restic.readthedocs.io/en/stable/030_preparing_a_new_repo.html"
  }),
  backup("resticker", "resticker", ["mazzolino/restic", "djmaze/resticker"], {
    covers: ["volume"],
    scheduled: "built-in",
    scheduleVariables: ["BACKUP_CRON"],
    offHost: [/^RESTIC_REPOSITORY$/],
    hostVariables: [],
    source: "https://github.com/djmaze/resticker#configuration"
  }),
  backup("restic-backup-docker", "restic-backup-docker", ["lobaro/restic-backup-docker"], {
    covers: ["volume"],
    scheduled: "built-in",
    scheduleVariables: ["BACKUP_CRON"],
    offHost: [/^RESTIC_REPOSITORY$/],
    hostVariables: [],
    source: "https://github.com/lobaro/restic-backup-docker#environment-variables"
  }),
  backup(
    "borgmatic",
    "borgmatic",
    ["b3vis/borgmatic", "ghcr.io/borgmatic-collective/borgmatic", "monachus/borgmatic"],
    {
      covers: ["volume", "postgres", "mysql", "mariadb", "mongodb"],
      // Runs from a crontab, built in or under /etc/borgmatic.d; the repositories are in its configuration file.
      scheduled: "built-in",
      scheduleVariables: ["BACKUP_CRON", "CRON"],
      offHost: [/^BORG_REPO$/],
      hostVariables: [],
      source: "https://github.com/borgmatic-collective/docker-borgmatic"
    }
  ),
  backup("volume-backup", "volume-backup", ["loomchild/volume-backup"], {
    covers: ["volume"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [],
    hostVariables: [],
    source: "https://github.com/loomchild/volume-backup"
  }),
  backup("duplicati", "Duplicati", ["duplicati/duplicati", "linuxserver/duplicati", "lscr.io/linuxserver/duplicati"], {
    covers: ["volume"],
    // Jobs are made on its page and kept in its own database.
    scheduled: "command",
    scheduleVariables: [],
    offHost: [],
    hostVariables: [],
    source: "https://docs.duplicati.com/"
  }),
  backup("rclone", "rclone", ["rclone/rclone"], {
    covers: ["volume"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [/^RCLONE_CONFIG_\w+_TYPE$/],
    hostVariables: [],
    source: "https://rclone.org/docs/#environment-variables"
  }),
  backup("velero", "Velero", ["velero/velero"], {
    covers: ["volume"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [],
    hostVariables: [],
    source: "https://velero.io/docs/main/"
  }),
  backup("pgbackrest", "pgBackRest", ["pgbackrest/pgbackrest", "woblerr/pgbackrest"], {
    covers: ["postgres"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [/^PGBACKREST_REPO\d*_(?:S3_BUCKET|GCS_BUCKET|AZURE_CONTAINER|SFTP_HOST|HOST)$/],
    hostVariables: ["PGBACKREST_PG1_HOST"],
    source: "https://pgbackrest.org/configuration.html"
  }),
  backup("wal-g", "WAL-G", ["ghcr.io/wal-g/wal-g", "walg/walg"], {
    covers: ["postgres", "mysql", "mariadb", "mongodb"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [/^WALG_(?:S3|GS|AZ|SWIFT|SSH)_PREFIX$/],
    hostVariables: ["PGHOST"],
    source: "https://wal-g.readthedocs.io/STORAGES/"
  }),
  backup("barman", "Barman", ["ubcctlt/barman", "tbeadle/barman"], {
    covers: ["postgres"],
    scheduled: "built-in",
    scheduleVariables: [],
    offHost: [],
    hostVariables: ["DB_HOST"],
    source: "https://docs.pgbarman.org/"
  }),
  software("ofelia", "Ofelia", "agent", [image("official", ["mcuadros/ofelia", "netresearch/ofelia"])]),
  software("supercronic", "Supercronic", "agent", [image("official", ["hectorm/cron", "willfarrell/crontab"])])
];

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
function withoutWrapper(words2) {
  let at = 0;
  while (at < words2.length) {
    const word = words2[at];
    if (typeof word !== "string") break;
    const program = word.slice(word.lastIndexOf("/") + 1);
    const own = WRAPPERS2.get(program) ?? (/^(?:docker-)?entry-?point(?:\.sh)?$/.test(program) ? 0 : void 0);
    if (own === void 0) break;
    at++;
    if (program === "tini" || program === "dumb-init") while (words2[at]?.startsWith("-")) at++;
    at += own;
  }
  return words2.slice(at);
}
function splitWords2(line) {
  const words2 = [];
  const token = /[;&|\n]+|(?:[^\s;&|"'\\]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*')+|["']/g;
  for (const [part] of line.slice(0, MAX_LENGTH).matchAll(token)) {
    if (words2.length >= MAX_WORDS) break;
    if (/^[;&|\n]+$/.test(part)) words2.push(";");
    else words2.push(unquoted(part));
  }
  return words2;
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
function lastCommand(words2) {
  const commands = [[]];
  for (const word of words2) {
    if (word === ";") commands.push([]);
    else commands.at(-1)?.push(word);
  }
  return commands.filter((command) => command.length > 0).at(-1) ?? [];
}
function programOf2(argv) {
  const first = programWords(argv)?.[0];
  return typeof first === "string" && !first.startsWith("-") ? first.slice(first.lastIndexOf("/") + 1) : void 0;
}
function hasWord(argv, words2) {
  const given2 = programWords(argv);
  if (!given2) return "no";
  if (given2.some((word) => word !== null && words2.includes(word))) return "yes";
  return given2.some((word) => word === null) ? "unknown" : "no";
}
function canonical(name) {
  const bare2 = name.replace(/^-+/, "");
  return bare2.length === 1 ? bare2 : bare2.replaceAll("_", "-").toLowerCase();
}
function hidesOptions(words2) {
  return words2.some((word, at) => {
    if (word !== null) return false;
    const before = words2[at - 1];
    return at === 0 || typeof before !== "string" || !/^--?[a-z]/i.test(before) || before.includes("=");
  });
}
function option(argv, ...names) {
  const words2 = programWords(argv);
  if (!words2) return NOT_GIVEN;
  const wanted = new Set(names.map(canonical));
  let found = NOT_GIVEN;
  words2.forEach((word, at) => {
    if (word === null || !word.startsWith("-")) return;
    const attached = /^-([a-zA-Z])(\d.*)$/s.exec(word);
    if (attached && wanted.has(attached[1] ?? "")) found = { given: "yes", value: attached[2] ?? "" };
    const equals = word.indexOf("=");
    if (!wanted.has(canonical(equals === -1 ? word : word.slice(0, equals)))) return;
    const value = equals === -1 ? words2[at + 1] : word.slice(equals + 1);
    const isValue = typeof value === "string" && (equals !== -1 || !/^--?[a-z]/i.test(value));
    found = isValue ? { given: "yes", value } : { given: "yes" };
  });
  return found.given === "no" && hidesOptions(words2) ? { given: "unknown" } : found;
}
var POSTGRES_LETTERS = /* @__PURE__ */ new Map([
  ["-N", "max_connections"],
  ["-B", "shared_buffers"],
  ["-p", "port"]
]);
function postgresSetting(argv, key) {
  const words2 = programWords(argv);
  if (!words2) return NOT_GIVEN;
  let found = NOT_GIVEN;
  let hidden = false;
  for (let at = 0; at < words2.length; at++) {
    const read = readPostgresWord(words2, at);
    if (read === "unknown") hidden = true;
    else if (read && read.key === key)
      found = { given: "yes", ...read.value === void 0 ? {} : { value: read.value } };
  }
  return found.given === "no" && hidden ? { given: "unknown" } : found;
}
function readPostgresWord(words2, at) {
  const word = words2[at];
  const before = words2[at - 1];
  const takesNext2 = typeof before === "string" && /^-[cBNpDhkS]$/.test(before);
  if (word === null || word === void 0) return takesNext2 && before !== "-c" ? void 0 : "unknown";
  const letter = POSTGRES_LETTERS.get(word);
  if (letter) {
    const value = words2[at + 1];
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
  const words2 = programWords(argv)?.slice(programOf2(argv) === void 0 ? 0 : 1) ?? [];
  return words2.filter((word, at) => {
    const before = words2[at - 1];
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
function orInFile(found, fileMounted) {
  return found.given === "no" && fileMounted ? { given: "unknown" } : found;
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
  const match = /^\s*(\d{1,15}(?:\.\d{1,9})?)\s*([a-z]{0,3})\s*$/i.exec(text2);
  const unit = units.get((match?.[2] ?? "").toLowerCase());
  return match && unit !== void 0 ? Math.round(Number(match[1]) * unit) : void 0;
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
function maximumHeap(options) {
  const last = [...options.matchAll(/(?:^|\s)-Xmx(\S{0,64})/g)].at(-1)?.[1];
  if (last === void 0) return "unset";
  return jvmBytes(last) ?? "unknown";
}
function shortSize(bytes) {
  const gigabytes = bytes / GIB;
  if (Number.isInteger(gigabytes)) return `${gigabytes}g`;
  return `${Math.max(1, Math.floor(bytes / MIB))}m`;
}

// src/knowledge/images/cassandra.ts
var HUB = "https://hub.docker.com/_/cassandra";
var HEAP = "https://cassandra.apache.org/doc/latest/cassandra/managing/operating/hardware.html";
var BITNAMI = "https://github.com/bitnami/containers/tree/main/bitnami/cassandra";
var SCYLLA = "https://opensource.docs.scylladb.com/stable/operating-scylla/procedures/tips/best-practices-scylla-on-docker.html";
function seeds(facts) {
  const name = "CASSANDRA_SEEDS";
  const value = facts.environment(name);
  if (value === null) return unclear(`${name} is set to something unknown`, variable(name), "member");
  if (value)
    return wired(
      "member",
      `${name} names where it joins`,
      hostsIn(value),
      variable(name),
      text(facts, "CASSANDRA_CLUSTER_NAME")
    );
  return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`);
}
function memory(facts) {
  const name = "MAX_HEAP_SIZE";
  const value = facts.environment(name);
  if (value === void 0 || value === "") return void 0;
  const bytes = value === null ? void 0 : jvmBytes(value);
  return {
    what: "JVM heap",
    ...bytes === void 0 ? {} : { bytes },
    by: variable(name),
    share: 0.5,
    setting: (wanted) => `MAX_HEAP_SIZE=${shortSize(wanted).toUpperCase()}, with HEAP_NEWSIZE`,
    source: HEAP
  };
}
var cassandra = software(
  "cassandra",
  "Apache Cassandra",
  "database",
  [
    image("official", ["cassandra", "public.ecr.aws/docker/library/cassandra"], {
      ...volumeAt("/var/lib/cassandra", HUB),
      variables: {
        reads: [
          /^CASSANDRA_(?:LISTEN_ADDRESS|BROADCAST_ADDRESS|RPC_ADDRESS|START_RPC|SEEDS|CLUSTER_NAME|NUM_TOKENS|DC|RACK|ENDPOINT_SNITCH|BROADCAST_RPC_ADDRESS|CONF|HOME)$/,
          "MAX_HEAP_SIZE",
          "HEAP_NEWSIZE",
          /^JVM_/,
          /^JMX/,
          "TZ"
        ],
        ignored: [
          {
            pattern: /^CASSANDRA_(?:USER|PASSWORD|USERNAME|AUTHENTICATOR|AUTHORIZER|PASSWORD_SEEDER)$/,
            because: "the official Cassandra image takes no login from variables",
            instead: "authenticator: PasswordAuthenticator in a mounted cassandra.yaml, and a new password for the cassandra role"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: "https://github.com/docker-library/cassandra/blob/master/docker-entrypoint.sh"
      },
      builtInHealthcheck: false,
      healthCommand: "nodetool status | grep -q '^UN'",
      runsAs: "drops-privileges",
      authentication: (facts) => {
        const fix = "Mount a cassandra.yaml with authenticator: PasswordAuthenticator and authorizer: CassandraAuthorizer.";
        if (facts.configMounted || facts.argv) return undecided(FILE_DECIDES, fix);
        return open("AllowAllAuthenticator is the default, and nothing replaces it", fix);
      },
      replication: seeds,
      memory
    }),
    image("bitnami", ["bitnami/cassandra", "bitnamilegacy/cassandra"], {
      ...dataAt("/bitnami/cassandra/data", BITNAMI),
      runsAs: "non-root",
      authentication: () => guarded("it asks for a password by default", variable("CASSANDRA_PASSWORD")),
      defaultCredentials: [
        {
          user: { variable: "CASSANDRA_USER", default: "cassandra" },
          password: {
            variable: "CASSANDRA_PASSWORD",
            default: "cassandra",
            wellKnown: ["cassandra", "password"],
            alternatives: ["CASSANDRA_PASSWORD_FILE"]
          },
          source: BITNAMI
        }
      ],
      replication: seeds
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 9042, purpose: "data" },
      { port: 7e3, purpose: "cluster" },
      { port: 7199, purpose: "admin" }
    ],
    cluster: { nodes: 3, how: "three nodes with CASSANDRA_SEEDS and keyspaces of replication factor 3" },
    backupTools: ["nodetool snapshot", "medusa"],
    schemes: ["cassandra", "cql"]
  }
);
var scylla = software(
  "scylla",
  "ScyllaDB",
  "database",
  [
    image("official", ["scylladb/scylla", "scylladb/scylla-enterprise"], {
      ...dataAt("/var/lib/scylla", SCYLLA),
      authentication: (facts) => {
        const fix = "Start it with --authenticator PasswordAuthenticator --authorizer CassandraAuthorizer.";
        const set = option(facts.argv, "authenticator");
        if (set.given === "yes" && set.value === "PasswordAuthenticator")
          return guarded("--authenticator asks for a password", argument("--authenticator"));
        if (set.given === "yes" && set.value === "AllowAllAuthenticator")
          return open("AllowAllAuthenticator lets everybody in", fix, argument("--authenticator"));
        return undecided("scylla.yaml decides", fix);
      },
      replication: (facts) => {
        const set = option(facts.argv, "seeds");
        if (set.given === "yes")
          return wired("member", "--seeds names where it joins", hostsIn(set.value ?? ""), argument("--seeds"));
        return set.given === "unknown" || facts.configMounted || firstSet(facts, ["SCYLLA_SEEDS"]) ? unclear(FILE_DECIDES) : alone("--seeds is not given");
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 9042, purpose: "data" },
      { port: 9180, purpose: "metrics" },
      { port: 1e4, purpose: "admin" }
    ],
    cluster: { nodes: 3, how: "three nodes with --seeds and keyspaces of replication factor 3" },
    backupTools: ["sctool backup", "nodetool snapshot"],
    schemes: ["scylla"],
    speaks: "cassandra"
  }
);
var cassandra_default = [cassandra, scylla];

// src/knowledge/images/clickhouse.ts
var HUB2 = "https://hub.docker.com/r/clickhouse/clickhouse-server";
var BITNAMI2 = "https://github.com/bitnami/containers/tree/main/bitnami/clickhouse";
function authentication(facts) {
  const fix = "Set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD_FILE, and remove CLICKHOUSE_SKIP_USER_SETUP.";
  const password = firstSet(facts, ["CLICKHOUSE_PASSWORD", "CLICKHOUSE_PASSWORD_FILE"]);
  const skip = facts.environment("CLICKHOUSE_SKIP_USER_SETUP");
  if (facts.configMounted) return undecided("mounted users and configuration files decide", fix);
  if (isYes(skip))
    return open(
      "CLICKHOUSE_SKIP_USER_SETUP leaves the default user without a password",
      fix,
      variable("CLICKHOUSE_SKIP_USER_SETUP")
    );
  if (skip === null) return undecided("CLICKHOUSE_SKIP_USER_SETUP is set to something unknown", fix);
  if (password) return guarded(`${password} is set`, variable(password));
  const user = text(facts, "CLICKHOUSE_USER");
  const named2 = user !== void 0 && user !== "default";
  if (named2 || isYes(facts.environment("CLICKHOUSE_DEFAULT_ACCESS_MANAGEMENT"))) {
    const by = variable(named2 ? "CLICKHOUSE_USER" : "CLICKHOUSE_DEFAULT_ACCESS_MANAGEMENT");
    return open("the user that is set up has no password", fix, by);
  }
  return undecided("no user is set; newer images then close the default user to the network, older ones do not", fix);
}
var clickhouse_default = software(
  "clickhouse",
  "ClickHouse",
  "database",
  [
    image("official", ["clickhouse", "clickhouse/clickhouse-server", "yandex/clickhouse-server"], {
      ...volumeAt("/var/lib/clickhouse", HUB2),
      variables: {
        reads: [/^CLICKHOUSE_/, "TZ"],
        ignored: [
          {
            pattern: /^CLICKHOUSE_(?:ADMIN_USER|ADMIN_PASSWORD|USERNAME|DATABASE)$/,
            because: "the official ClickHouse image reads CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DB",
            instead: "CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DB"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: "https://github.com/ClickHouse/ClickHouse/blob/master/docker/server/entrypoint.sh"
      },
      builtInHealthcheck: false,
      healthCommand: "wget -qO- http://localhost:8123/ping",
      runsAs: "drops-privileges",
      authentication,
      defaultCredentials: [
        {
          user: { variable: "CLICKHOUSE_USER", default: "default" },
          password: {
            variable: "CLICKHOUSE_PASSWORD",
            wellKnown: ["password", "clickhouse", "default", "changeme", "admin"]
          },
          source: HUB2
        }
      ],
      replication: (facts) => facts.configMounted ? unclear(FILE_DECIDES) : alone("replicas are named in remote_servers, and no configuration is mounted")
    }),
    image(
      "keeper",
      ["clickhouse/clickhouse-keeper"],
      dataAt("/var/lib/clickhouse", "https://clickhouse.com/docs/guides/sre/keeper/clickhouse-keeper")
    ),
    image("bitnami", ["bitnami/clickhouse", "bitnamilegacy/clickhouse"], {
      ...dataAt("/bitnami/clickhouse/data", BITNAMI2),
      runsAs: "non-root",
      authentication: (facts) => {
        const given2 = firstSet(facts, ["CLICKHOUSE_ADMIN_PASSWORD", "CLICKHOUSE_ADMIN_PASSWORD_FILE"]);
        const fix = "Remove ALLOW_EMPTY_PASSWORD and set CLICKHOUSE_ADMIN_PASSWORD_FILE to a secret.";
        if (given2) return guarded(`${given2} is set`, variable(given2));
        if (!isYes(facts.environment("ALLOW_EMPTY_PASSWORD")))
          return guarded("the image does not start without a password");
        return facts.configMounted ? undecided(FILE_DECIDES, fix) : open("ALLOW_EMPTY_PASSWORD=yes and no password is set", fix, variable("ALLOW_EMPTY_PASSWORD"));
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 8123, purpose: "data" },
      { port: 9e3, purpose: "data" },
      { port: 9009, purpose: "cluster" },
      { port: 9363, purpose: "metrics" }
    ],
    cluster: {
      nodes: 2,
      how: "two replicas in remote_servers, with Keeper or ZooKeeper and ReplicatedMergeTree tables"
    },
    backupTools: ["clickhouse-backup", "BACKUP DATABASE"],
    schemes: ["clickhouse", "clickhousedb", "clickhouse+native", "jdbc:clickhouse", "ch"]
  }
);

// src/knowledge/images/cockroachdb.ts
var COCKROACH = "https://www.cockroachlabs.com/docs/stable/cockroach-start";
var cockroachdb_default = software(
  "cockroachdb",
  "CockroachDB",
  "database",
  [
    image("official", ["cockroachdb/cockroach"], {
      ...dataAt("/cockroach/cockroach-data", COCKROACH),
      dataPath: (facts) => {
        const set = option(facts.argv, "store", "s");
        if (set.given === "no") return void 0;
        const path = set.given === "yes" ? /(?:^|,)path=([^,]+)/.exec(set.value ?? "")?.[1] ?? set.value : void 0;
        return path?.startsWith("/") && !path.includes("=") ? path : null;
      },
      authentication: (facts) => {
        const fix = "Remove --insecure and start it with --certs-dir.";
        const set = option(facts.argv, "insecure");
        if (set.given === "yes" && set.value !== "false")
          return open("--insecure switches authentication and TLS off", fix, argument("--insecure"));
        if (set.given === "unknown" || isSet(facts, "COCKROACH_INSECURE"))
          return undecided("a part of its command is not known", fix);
        return guarded("it asks for certificates or passwords unless it is started with --insecure");
      },
      memoryMode: (facts) => {
        const store = option(facts.argv, "store", "s");
        const memory9 = store.given === "yes" && /(?:^|,)type=mem(?:,|$)/.test(store.value ?? "");
        if (!memory9 && programWords(facts.argv)?.[1] !== "demo" && hasWord(facts.argv, ["demo"]) !== "yes")
          return void 0;
        return {
          because: memory9 ? "its store is of type mem" : "cockroach demo keeps everything in memory",
          fix: "Use start with --store=path=/cockroach/cockroach-data and mount a volume there.",
          by: argument(memory9 ? "--store" : "demo")
        };
      },
      replication: (facts) => {
        if (hasWord(facts.argv, ["start-single-node"]) === "yes")
          return alone("start-single-node stands alone", argument("start-single-node"));
        const join = option(facts.argv, "join", "j");
        if (join.given === "yes")
          return wired("member", "--join names the nodes", hostsIn(join.value ?? ""), argument("--join"));
        return join.given === "unknown" ? unclear("a part of its command is not known") : alone("--join is not given");
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 26257, purpose: "data" },
      { port: 8080, purpose: "admin" }
    ],
    cluster: { nodes: 3, how: "three nodes started with --join" },
    backupTools: ["BACKUP INTO"],
    schemes: ["cockroachdb"]
  }
);

// src/knowledge/images/coordination.ts
var CONSUL = "https://developer.hashicorp.com/consul/docs/reference/cli/agent";
var VAULT = "https://developer.hashicorp.com/vault/docs/concepts/dev-server";
var ETCD = "https://etcd.io/docs/latest/op-guide/configuration/";
var BITNAMI_ETCD = "https://github.com/bitnami/containers/tree/main/bitnami/etcd";
var dev = ["-dev", "--dev", "-dev=true", "--dev=true"];
function startsInDev(facts) {
  if (!facts.argv) return "default";
  return hasWord(facts.argv, dev) === "yes" ? "written" : void 0;
}
function consulMode(facts) {
  const mode = startsInDev(facts);
  if (!mode) return void 0;
  return {
    because: mode === "default" ? 'without a command this image runs "agent -dev", which keeps everything in memory' : "agent -dev keeps everything in memory",
    fix: "Use command: agent -server -bootstrap-expect=3 -data-dir=/consul/data, and mount a volume on /consul/data.",
    ...mode === "written" ? { by: argument("-dev") } : {}
  };
}
function localConfig(facts) {
  return facts.environment("CONSUL_LOCAL_CONFIG");
}
function consulAuthentication(facts) {
  const fix = 'Set acl { enabled = true, default_policy = "deny" } and bootstrap the ACL system.';
  const local = localConfig(facts);
  const by = variable("CONSUL_LOCAL_CONFIG");
  const spaceless = (local ?? "").replace(/\s/g, "");
  if (/default_policy"?[:=]"deny"/.test(spaceless) && /acl"?[:=]?\{/.test(spaceless))
    return guarded("its ACL denies by default", by);
  if (local === null || facts.configMounted || /acl/i.test(spaceless) || programWords(facts.argv)?.includes(null))
    return undecided(FILE_DECIDES, fix);
  if (hasWord(facts.argv, ["-server", "-server=true", ...dev]) !== "yes" && facts.argv)
    return undecided("its servers decide", fix);
  return open("no ACL is configured, and everything is allowed by default", fix);
}
function consulReplication(facts) {
  if (startsInDev(facts)) return alone("the development agent is a cluster of its own");
  const expected = option(facts.argv, "bootstrap-expect");
  const join = option(facts.argv, "retry-join", "join");
  if (join.given === "yes")
    return wired("member", "-retry-join names a partner", hostsIn(join.value ?? ""), argument("-retry-join"));
  if (expected.given === "yes" && Number(expected.value) > 1)
    return wired("member", `-bootstrap-expect waits for ${expected.value} servers`, [], argument("-bootstrap-expect"));
  if (facts.configMounted || isSet(facts, "CONSUL_LOCAL_CONFIG") || join.given === "unknown")
    return unclear(FILE_DECIDES);
  return alone("nothing joins it to other servers");
}
var consul = software(
  "consul",
  "Consul",
  "coordination",
  [
    image("official", ["hashicorp/consul", "consul", "public.ecr.aws/hashicorp/consul"], {
      ...volumeAt("/consul/data", CONSUL),
      dataPath: (facts) => {
        const set = option(facts.argv, "data-dir");
        return set.given === "yes" ? set.value ?? null : void 0;
      },
      builtInHealthcheck: false,
      healthCommand: "consul operator raft list-peers",
      runsAs: "drops-privileges",
      authentication: consulAuthentication,
      memoryMode: consulMode,
      replication: consulReplication
    }),
    image("bitnami", ["bitnami/consul", "bitnamilegacy/consul"], {
      ...dataAt("/bitnami/consul", "https://github.com/bitnami/containers/tree/main/bitnami/consul"),
      runsAs: "non-root"
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 8500, purpose: "admin" },
      { port: 8600, purpose: "data" },
      { port: 8300, purpose: "cluster" },
      { port: 8301, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "three servers with -bootstrap-expect=3 and -retry-join" },
    backupTools: ["consul snapshot"],
    schemes: ["consul"]
  }
);
var vault = software(
  "vault",
  "Vault",
  "secrets",
  [
    image(
      "official",
      [
        "hashicorp/vault",
        "vault",
        "public.ecr.aws/hashicorp/vault",
        "openbao/openbao",
        "quay.io/openbao/openbao",
        "ghcr.io/openbao/openbao"
      ],
      {
        builtInHealthcheck: false,
        healthCommand: "vault status",
        runsAs: "drops-privileges",
        authentication: () => guarded("every request needs a token"),
        defaultCredentials: ["VAULT_DEV_ROOT_TOKEN_ID", "BAO_DEV_ROOT_TOKEN_ID"].map((name) => ({
          password: {
            variable: name,
            wellKnown: ["root", "myroot", "dev-token", "token", "vault", "dev", "devroot", "dev-root-token"]
          },
          source: VAULT
        })),
        memoryMode: (facts) => {
          const mode = startsInDev(facts);
          if (!mode) return void 0;
          return {
            because: mode === "default" ? 'without a command this image runs "server -dev", which is unsealed and keeps its secrets in memory' : "server -dev is unsealed and keeps its secrets in memory",
            fix: "Use command: server with a configuration that names a storage (raft), a TLS listener and a seal.",
            ...mode === "written" ? { by: argument("-dev") } : {}
          };
        },
        replication: (facts) => startsInDev(facts) ? alone("the development server stands alone") : unclear("its storage stanza decides")
      }
    )
  ],
  {
    stateful: true,
    ports: [
      { port: 8200, purpose: "data" },
      { port: 8201, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "three nodes with integrated storage (raft) and retry_join" },
    backupTools: ["vault operator raft snapshot"]
  }
);
function etcdSetting(facts, flag) {
  const given2 = option(facts.argv, flag);
  if (given2.given === "yes") return given2.value ?? null;
  return facts.environment(`ETCD_${flag.replaceAll("-", "_").toUpperCase()}`);
}
function etcdReplication(facts) {
  const cluster = etcdSetting(facts, "initial-cluster");
  if (cluster === null) return unclear("its initial cluster is set to something unknown");
  const hosts = cluster ? hostsIn(cluster.replace(/[\w.-]+=/g, " ")) : [];
  if (hosts.length > 1)
    return wired("member", "--initial-cluster names several members", hosts, argument("--initial-cluster"));
  if (etcdSetting(facts, "discovery") || etcdSetting(facts, "discovery-srv"))
    return wired("member", "discovery finds its members", []);
  return facts.configMounted ? unclear(FILE_DECIDES) : alone("--initial-cluster names no other member");
}
function etcdAuthentication(facts) {
  const fix = "Start it with --client-cert-auth and certificates, or create the root user and run etcdctl auth enable.";
  const client = etcdSetting(facts, "client-cert-auth");
  const certificates = option(facts.argv, "client-cert-auth").given === "yes" || isYes(client);
  if (certificates) return guarded("it asks for client certificates", argument("--client-cert-auth"));
  return undecided("users are switched on inside its data (etcdctl auth enable)", fix);
}
var etcd = software(
  "etcd",
  "etcd",
  "coordination",
  [
    image(
      "official",
      ["quay.io/coreos/etcd", "gcr.io/etcd-development/etcd", "registry.k8s.io/etcd", "k8s.gcr.io/etcd"],
      {
        ...dataAt("/var/lib/etcd", ETCD),
        // Without --data-dir the data lies in the working directory, which differs between releases.
        dataPath: (facts) => etcdSetting(facts, "data-dir") ?? null,
        healthCommand: "etcdctl endpoint health",
        authentication: etcdAuthentication,
        replication: etcdReplication
      }
    ),
    image("bitnami", ["bitnami/etcd", "bitnamilegacy/etcd"], {
      ...dataAt("/bitnami/etcd/data", BITNAMI_ETCD),
      runsAs: "non-root",
      healthCommand: "/opt/bitnami/scripts/etcd/healthcheck.sh",
      authentication: (facts) => {
        const given2 = firstSet(facts, ["ETCD_ROOT_PASSWORD", "ETCD_ROOT_PASSWORD_FILE"]);
        if (given2) return guarded(`${given2} is set`, variable(given2));
        const fix = "Remove ALLOW_NONE_AUTHENTICATION and set ETCD_ROOT_PASSWORD.";
        const none = facts.environment("ALLOW_NONE_AUTHENTICATION");
        if (!isYes(none))
          return none === null ? undecided("ALLOW_NONE_AUTHENTICATION is set to something unknown", fix) : guarded("the image does not start without a root password");
        if (facts.configMounted || isYes(text(facts, "ETCD_CLIENT_CERT_AUTH"))) return undecided(FILE_DECIDES, fix);
        return open(
          "ALLOW_NONE_AUTHENTICATION=yes and no root password is set",
          fix,
          variable("ALLOW_NONE_AUTHENTICATION")
        );
      },
      replication: etcdReplication
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 2379, purpose: "data" },
      { port: 2380, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "an odd number of members, three or more, in --initial-cluster" },
    backupTools: ["etcdctl snapshot"],
    schemes: ["etcd"]
  }
);
var coordination_default = [consul, vault, etcd];

// src/knowledge/images/couchdb.ts
var COUCH = "https://hub.docker.com/_/couchdb";
var couchdb_default = software(
  "couchdb",
  "CouchDB",
  "database",
  [
    image("official", ["couchdb", "apache/couchdb", "public.ecr.aws/docker/library/couchdb"], {
      ...volumeAt("/opt/couchdb/data", COUCH),
      variables: {
        reads: [/^COUCHDB_/, "NODENAME", "ERL_FLAGS", "TZ"],
        ignored: [],
        refused: [],
        required: [],
        prefixes: [],
        source: COUCH
      },
      builtInHealthcheck: false,
      healthCommand: "curl -fsS http://localhost:5984/_up",
      runsAs: "drops-privileges",
      authentication: (facts) => {
        const fix = "Set COUCHDB_USER and COUCHDB_PASSWORD.";
        if (isSet(facts, "COUCHDB_PASSWORD")) return guarded("COUCHDB_PASSWORD is set", variable("COUCHDB_PASSWORD"));
        if (facts.configMounted) return undecided(FILE_DECIDES, fix);
        const old = isBefore(facts.version, [3]);
        if (old) return open("before version 3 everybody is an administrator until one is created", fix);
        return old === void 0 ? undecided("its version is not known", fix) : guarded("the image does not start without an administrator");
      },
      defaultCredentials: [
        {
          user: { variable: "COUCHDB_USER", default: "admin" },
          password: { variable: "COUCHDB_PASSWORD", wellKnown: ["password", "admin", "couchdb", "secret"] },
          source: COUCH
        }
      ]
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 5984, purpose: "data" },
      { port: 4369, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "three nodes joined by the cluster set-up" },
    backupTools: ["couchbackup", "couchdb-backup"],
    schemes: ["couchdb"]
  }
);

// src/knowledge/images/dashboards.ts
var dashboards_default = [
  software(
    "kibana",
    "Kibana",
    "dashboard",
    [
      image(
        "official",
        ["kibana", "docker.elastic.co/kibana/kibana", "docker.elastic.co/kibana/kibana-oss", "elastic/kibana"],
        {
          builtInHealthcheck: false,
          runsAs: "non-root",
          healthCommand: "curl -fsS http://127.0.0.1:5601/api/status -o /dev/null"
        }
      ),
      image("bitnami", ["bitnami/kibana", "bitnamilegacy/kibana"], { runsAs: "non-root" })
    ],
    {
      ports: [web(5601)],
      access: {
        byDefault: "target",
        variables: [],
        source: "https://www.elastic.co/docs/reference/kibana/configuration-reference/security-settings"
      }
    }
  ),
  software(
    "opensearch-dashboards",
    "OpenSearch Dashboards",
    "dashboard",
    [
      image(
        "official",
        ["opensearchproject/opensearch-dashboards", "public.ecr.aws/opensearchproject/opensearch-dashboards"],
        {
          builtInHealthcheck: false,
          runsAs: "non-root"
        }
      )
    ],
    {
      ports: [web(5601)],
      access: {
        byDefault: "target",
        variables: [],
        source: "https://docs.opensearch.org/latest/install-and-configure/install-dashboards/docker/"
      }
    }
  ),
  software(
    "metabase",
    "Metabase",
    "dashboard",
    [
      image("official", ["metabase/metabase", "metabase/metabase-enterprise"], {
        healthCommand: "curl -fsS http://127.0.0.1:3000/api/health -o /dev/null"
      })
    ],
    {
      ports: [web(3e3)],
      access: {
        byDefault: "first-visitor",
        variables: [],
        source: "https://www.metabase.com/docs/latest/configuring-metabase/setting-up-metabase"
      }
    }
  ),
  software(
    "superset",
    "Apache Superset",
    "dashboard",
    [image("official", ["apache/superset", "amancevice/superset"], {})],
    {
      ports: [web(8088)]
    }
  ),
  software(
    "uptime-kuma",
    "Uptime Kuma",
    "alerting",
    [
      image("official", ["louislam/uptime-kuma"], {
        dataPaths: [{ paths: ["/app/data"], source: "https://github.com/louislam/uptime-kuma" }],
        // `HEALTHCHECK … CMD extra/healthcheck`: https://github.com/louislam/uptime-kuma/blob/master/docker/dockerfile
        builtInHealthcheck: true
      })
    ],
    {
      stateful: true,
      ports: [web(3001)],
      access: { byDefault: "first-visitor", variables: [], source: "https://github.com/louislam/uptime-kuma/wiki" }
    }
  ),
  software(
    "netdata",
    "Netdata",
    "agent",
    [image("official", ["netdata/netdata", "ghcr.io/netdata/netdata"], { builtInHealthcheck: true })],
    {
      ports: [web(19999)],
      access: {
        byDefault: "none",
        variables: [],
        source: "https://learn.netdata.cloud/docs/netdata-agent/securing-netdata-agents"
      }
    }
  ),
  software("karma", "karma", "dashboard", [image("official", ["ghcr.io/prymitive/karma", "lmierzwa/karma"], {})], {
    ports: [web(8080)]
  })
];

// src/knowledge/images/development-tools.ts
function helper(id, name, ports, images, access2, health) {
  const facts = health === void 0 ? {} : { healthCommand: health };
  return software(id, name, "development-tool", [image("official", images, facts)], {
    ports: ports.map(web),
    ...access2 ? { access: access2 } : {}
  });
}
var open3 = (source, ...variables2) => ({ byDefault: "none", variables: variables2, source });
var development_tools_default = [
  helper(
    "mailhog",
    "MailHog",
    [8025],
    ["mailhog/mailhog", "cd2team/mailhog", "jcalonso/mailhog"],
    open3("https://github.com/mailhog/MailHog/blob/master/docs/Auth.md", "MH_AUTH_FILE")
  ),
  helper(
    "mailpit",
    "Mailpit",
    [8025],
    ["axllent/mailpit", "ghcr.io/axllent/mailpit"],
    open3("https://mailpit.axllent.org/docs/configuration/http/", "MP_UI_AUTH", "MP_UI_AUTH_FILE")
  ),
  helper(
    "maildev",
    "MailDev",
    [1080],
    ["maildev/maildev", "djfarrelly/maildev"],
    open3("https://github.com/maildev/maildev", "MAILDEV_WEB_PASS")
  ),
  helper(
    "mailcatcher",
    "MailCatcher",
    [1080],
    ["schickling/mailcatcher", "sj26/mailcatcher", "dockage/mailcatcher"],
    open3("https://mailcatcher.me/")
  ),
  helper("smtp4dev", "smtp4dev", [80], ["rnwood/smtp4dev"], open3("https://github.com/rnwood/smtp4dev")),
  helper("greenmail", "GreenMail", [8080], ["greenmail/standalone"]),
  helper(
    "fake-smtp",
    "Fake SMTP server",
    [1080],
    ["gessnerfl/fake-smtp-server", "reachfive/fake-smtp-server", "haravich/fake-smtp-server"]
  ),
  helper("verdaccio", "Verdaccio", [4873], ["verdaccio/verdaccio"], open3("https://verdaccio.org/docs/configuration/")),
  helper(
    "swagger-ui",
    "Swagger UI",
    [8080],
    ["swaggerapi/swagger-ui", "docker.swagger.io/swaggerapi/swagger-ui"],
    open3("https://github.com/swagger-api/swagger-ui")
  ),
  helper(
    "swagger-editor",
    "Swagger Editor",
    [8080],
    ["swaggerapi/swagger-editor", "docker.swagger.io/swaggerapi/swagger-editor"],
    open3("https://github.com/swagger-api/swagger-editor")
  ),
  helper("redoc", "Redoc", [80], ["redocly/redoc"], open3("https://github.com/Redocly/redoc")),
  helper(
    "localstack",
    "LocalStack",
    [4566],
    ["localstack/localstack", "localstack/localstack-pro", "gresau/localstack-persist"],
    open3("https://docs.localstack.cloud/")
  ),
  helper(
    "moto",
    "Moto server",
    [5e3],
    ["motoserver/moto", "ghcr.io/getmoto/motoserver"],
    open3("https://docs.getmoto.org/")
  ),
  helper(
    "elasticmq",
    "ElasticMQ",
    [9324],
    ["softwaremill/elasticmq", "softwaremill/elasticmq-native"],
    open3("https://github.com/softwaremill/elasticmq")
  ),
  helper(
    "dynamodb-local",
    "DynamoDB local",
    [8e3],
    ["amazon/dynamodb-local", "public.ecr.aws/aws-dynamodb-local/aws-dynamodb-local"],
    open3("https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html")
  ),
  helper(
    "dynamodb-admin",
    "dynamodb-admin",
    [8001],
    ["aaronshaf/dynamodb-admin"],
    open3("https://github.com/aaronshaf/dynamodb-admin")
  ),
  helper(
    "azurite",
    "Azurite",
    [1e4],
    ["mcr.microsoft.com/azure-storage/azurite"],
    open3("https://learn.microsoft.com/azure/storage/common/storage-use-azurite")
  ),
  helper(
    "fake-gcs-server",
    "fake-gcs-server",
    [4443],
    ["fsouza/fake-gcs-server"],
    open3("https://github.com/fsouza/fake-gcs-server")
  ),
  helper("s3mock", "S3Mock", [9090], ["adobe/s3mock"], open3("https://github.com/adobe/S3Mock")),
  helper("firebase-emulator", "Firebase emulators", [4e3], ["andreysenov/firebase-tools", "spine3/firebase-emulator"]),
  helper(
    "wiremock",
    "WireMock",
    [8080],
    ["wiremock/wiremock", "rodolpheche/wiremock"],
    open3("https://wiremock.org/docs/")
  ),
  helper(
    "mockserver",
    "MockServer",
    [1080],
    ["mockserver/mockserver", "jamesdbloom/mockserver"],
    open3("https://www.mock-server.com/")
  ),
  helper(
    "httpbin",
    "httpbin",
    [80],
    ["kennethreitz/httpbin", "kong/httpbin", "mccutchen/go-httpbin", "ghcr.io/mccutchen/go-httpbin"],
    open3("https://httpbin.org/")
  ),
  helper(
    "whoami",
    "whoami",
    [80],
    ["traefik/whoami", "containous/whoami", "jwilder/whoami"],
    open3("https://github.com/traefik/whoami")
  ),
  helper("http-echo", "http-echo", [5678], ["hashicorp/http-echo", "mendhak/http-https-echo", "ealen/echo-server"]),
  helper(
    "selenium",
    "Selenium",
    [4444],
    ["selenium/*", "seleniarm/*"],
    open3("https://github.com/SeleniumHQ/docker-selenium", "SE_ROUTER_PASSWORD")
  ),
  helper("stripe-mock", "stripe-mock", [12111], ["stripe/stripe-mock"], open3("https://github.com/stripe/stripe-mock")),
  helper("stripe-cli", "Stripe CLI", [], ["stripe/stripe-cli"]),
  helper("ngrok", "ngrok", [4040], ["ngrok/ngrok", "wernight/ngrok", "shkoliar/ngrok"]),
  helper(
    "toxiproxy",
    "Toxiproxy",
    [8474],
    ["ghcr.io/shopify/toxiproxy", "shopify/toxiproxy"],
    open3("https://github.com/Shopify/toxiproxy")
  ),
  helper("temporal-admin-tools", "Temporal admin tools", [], ["temporalio/admin-tools"]),
  helper(
    "mock-oauth2-server",
    "mock-oauth2-server",
    [8080],
    ["ghcr.io/navikt/mock-oauth2-server"],
    open3("https://github.com/navikt/mock-oauth2-server")
  ),
  helper("prism", "Prism", [4010], ["stoplight/prism"], open3("https://github.com/stoplightio/prism")),
  helper("json-server", "JSON Server", [3e3], ["clue/json-server", "codfish/json-server"])
];

// src/knowledge/images/docker-socket-proxy.ts
var docker_socket_proxy_default = software(
  "docker-socket-proxy",
  "Docker socket proxy",
  "proxy",
  [
    image("tecnativa", ["tecnativa/docker-socket-proxy", "ghcr.io/tecnativa/docker-socket-proxy"]),
    image("linuxserver", [
      "linuxserver/socket-proxy",
      "lscr.io/linuxserver/socket-proxy",
      "ghcr.io/linuxserver/socket-proxy"
    ]),
    image("wollomatic", ["wollomatic/socket-proxy", "ghcr.io/wollomatic/socket-proxy"], {
      tools: { has: [], lacks: ["curl", "wget"], shell: false },
      runsAs: "non-root"
    }),
    image("11notes", ["11notes/socket-proxy"]),
    image("fluencelabs", ["fluencelabs/docker-socket-proxy"])
  ],
  { ports: [{ port: 2375, purpose: "admin" }] }
);

// src/knowledge/heap.ts
function heapOf(facts, heap) {
  const first = heap.variables[0] ?? "JAVA_TOOL_OPTIONS";
  const common2 = {
    what: "JVM heap",
    share: heap.share,
    ...heap.usualShare === void 0 ? {} : { usualShare: heap.usualShare },
    ...heap.least === void 0 ? {} : { least: heap.least },
    setting: (bytes) => `${first}=-Xms${shortSize(bytes)} -Xmx${shortSize(bytes)}`,
    source: heap.source
  };
  for (const name of heap.variables) {
    const by = variable(name);
    const value = facts.environment(name);
    if (value === null) return { ...common2, by };
    const bytes = maximumHeap(value ?? "");
    if (bytes === "unknown") return { ...common2, by };
    if (bytes !== "unset") return { ...common2, by, bytes };
  }
  if (heap.defaultBytes === void 0 || facts.configMounted) return void 0;
  return { ...common2, bytes: heap.defaultBytes };
}

// src/knowledge/engines/elasticsearch.ts
var HEAP2 = "https://www.elastic.co/docs/reference/elasticsearch/jvm-settings";
var DOTTED = /^[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+$/;
function setting(facts, key) {
  const upper = `ES_SETTING_${key.replaceAll("_", "__").replaceAll(".", "_").toUpperCase()}`;
  const name = firstSet(facts, [key, upper]);
  if (name) return { value: facts.environment(name) ?? null, by: variable(name) };
  for (const word of programWords(facts.argv) ?? []) {
    const pair = word?.replace(/^-E/, "");
    if (pair?.startsWith(`${key}=`)) return { value: pair.slice(key.length + 1), by: argument(`-E${key}`) };
  }
  return void 0;
}
function isOff(found) {
  return found.value !== null && /^false$/i.test(found.value);
}
function authentication2(facts) {
  const fix = "Set xpack.security.enabled=true and give the elastic user a password with ELASTIC_PASSWORD.";
  const found = setting(facts, "xpack.security.enabled");
  if (found?.value === null) return undecided("xpack.security.enabled is set to something unknown", fix, found.by);
  if (found && isOff(found)) return open("xpack.security.enabled=false lets everybody in", fix, found.by);
  if (found) return guarded("xpack.security.enabled is true", found.by);
  if (facts.configMounted) return undecided(FILE_DECIDES, fix);
  const old = isBefore(facts.version, [8]);
  if (old === void 0) return undecided("its version is not known; security is on by default from 8.0 on", fix);
  if (old) return open("security is off by default before version 8.0, and nothing switches it on", fix);
  return guarded("security is on by default", variable("ELASTIC_PASSWORD"));
}
function replication(facts) {
  const type = setting(facts, "discovery.type");
  if (type?.value === "single-node") return alone("discovery.type is single-node", type.by);
  const group = setting(facts, "cluster.name")?.value ?? void 0;
  for (const key of ["discovery.seed_hosts", "discovery.zen.ping.unicast.hosts", "discovery.seed_providers"]) {
    const seeds2 = setting(facts, key);
    if (seeds2) return wired("member", `${key} names its partners`, hostsIn(seeds2.value ?? ""), seeds2.by, group);
  }
  if (facts.configMounted) return unclear(FILE_DECIDES);
  const masters = setting(facts, "cluster.initial_master_nodes");
  if (masters?.value?.includes(",")) {
    return claimed(
      "cluster.initial_master_nodes names several nodes, but without discovery.seed_hosts it looks for them on its own host only",
      "Set discovery.seed_hosts to the names of the other nodes.",
      masters.by,
      "member"
    );
  }
  return alone("discovery.seed_hosts is not set");
}
function memory2(facts) {
  const fixed2 = isBefore(facts.version, [7, 11]) === true;
  return heapOf(facts, {
    variables: ["ES_JAVA_OPTS"],
    ...fixed2 ? { defaultBytes: GIB } : {},
    share: 0.5,
    least: GIB,
    source: HEAP2
  });
}
function given(facts, name) {
  const found = setting(facts, name);
  return orInFile(fromVariable(found === void 0 ? void 0 : found.value), facts.configMounted);
}

// src/knowledge/images/elasticsearch.ts
var DOCKER = "https://www.elastic.co/docs/deploy-manage/deploy/self-managed/install-elasticsearch-docker-prod";
var SECURITY = "https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/security-settings";
var OPENSEARCH = "https://docs.opensearch.org/latest/install-and-configure/install-opensearch/docker/";
var BITNAMI3 = "https://github.com/bitnami/containers/tree/main/bitnami/elasticsearch";
var esVariables = {
  reads: [
    DOTTED,
    /^ES_/,
    /^CLI_JAVA_OPTS$/,
    "ELASTIC_PASSWORD",
    "ELASTIC_PASSWORD_FILE",
    "KEYSTORE_PASSWORD",
    "KEYSTORE_PASSWORD_FILE",
    "BOOTSTRAP_PASSWORD",
    "TZ"
  ],
  ignored: [
    {
      pattern: /^OPENSEARCH_JAVA_OPTS$/,
      because: "that variable belongs to OpenSearch; Elasticsearch reads ES_JAVA_OPTS",
      instead: "ES_JAVA_OPTS"
    },
    {
      pattern: /^(?:ES_HEAP_SIZE|ES_MIN_MEM|ES_MAX_MEM|ELASTICSEARCH_HEAP_SIZE)$/,
      because: "Elasticsearch images since 5.0 take the heap from ES_JAVA_OPTS only",
      instead: "ES_JAVA_OPTS=-Xms<size> -Xmx<size>"
    },
    {
      pattern: /^(?:XPACK_SECURITY_ENABLED|DISCOVERY_TYPE|DISCOVERY_SEED_HOSTS|BOOTSTRAP_MEMORY_LOCK|ELASTICSEARCH_(?:CLUSTER_NAME|CLUSTER_HOSTS|NODE_NAME|PASSWORD))$/,
      because: "the official image takes settings under their own dotted names",
      instead: "the setting as it stands in elasticsearch.yml, for example xpack.security.enabled or discovery.type"
    }
  ],
  refused: [],
  required: [],
  prefixes: [],
  source: DOCKER
};
var official = image(
  "official",
  [
    "elasticsearch",
    "docker.elastic.co/elasticsearch/elasticsearch",
    "docker.elastic.co/elasticsearch/elasticsearch-oss",
    "docker.elastic.co/elasticsearch/elasticsearch-wolfi",
    "elastic/elasticsearch"
  ],
  {
    ...dataAt("/usr/share/elasticsearch/data", DOCKER),
    dataPath: (facts) => setting(facts, "path.data")?.value,
    variables: esVariables,
    builtInHealthcheck: false,
    healthCommand: "curl -fsSk -u elastic:$$ELASTIC_PASSWORD 'https://localhost:9200/_cluster/health?wait_for_status=yellow&timeout=5s'",
    tools: { has: ["curl", "bash"], lacks: [] },
    runsAs: "non-root",
    heap: { variable: "ES_JAVA_OPTS" },
    authentication: authentication2,
    defaultCredentials: [
      {
        user: { default: "elastic" },
        password: { variable: "ELASTIC_PASSWORD", wellKnown: ["changeme", "elastic", "password", "changethis"] },
        unless: { variable: "xpack.security.enabled", values: ["false"] },
        source: SECURITY
      }
    ],
    replication,
    memory: memory2,
    setting: given
  }
);
function openSearchAuthentication(facts) {
  const fix = "Remove it and set OPENSEARCH_INITIAL_ADMIN_PASSWORD.";
  const disabled = facts.environment("DISABLE_SECURITY_PLUGIN");
  if (isYes(disabled))
    return open("DISABLE_SECURITY_PLUGIN=true lets everybody in", fix, variable("DISABLE_SECURITY_PLUGIN"));
  const found = setting(facts, "plugins.security.disabled") ?? setting(facts, "opendistro_security.disabled");
  if (found?.value && /^true$/i.test(found.value))
    return open("plugins.security.disabled=true lets everybody in", fix, found.by);
  if (disabled === null || found?.value === null)
    return undecided("what disables the security plugin is set to something unknown", fix);
  if (facts.configMounted) return undecided(FILE_DECIDES, fix);
  return guarded("the security plugin is on by default", variable("OPENSEARCH_INITIAL_ADMIN_PASSWORD"));
}
var opensearch = image("official", ["opensearchproject/opensearch", "public.ecr.aws/opensearchproject/opensearch"], {
  ...dataAt("/usr/share/opensearch/data", OPENSEARCH),
  dataPath: (facts) => setting(facts, "path.data")?.value,
  variables: {
    reads: [DOTTED, /^OPENSEARCH_/, /^DISABLE_/, "KEYSTORE_PASSWORD", "TZ"],
    ignored: [
      {
        pattern: /^ES_JAVA_OPTS$/,
        because: "that variable belongs to Elasticsearch; OpenSearch reads OPENSEARCH_JAVA_OPTS",
        instead: "OPENSEARCH_JAVA_OPTS"
      },
      {
        pattern: /^ELASTIC_PASSWORD$/,
        because: "OpenSearch has no elastic user",
        instead: "OPENSEARCH_INITIAL_ADMIN_PASSWORD"
      },
      {
        pattern: /^xpack\.security\.enabled$/,
        because: "OpenSearch has no X-Pack; its security plugin is on unless DISABLE_SECURITY_PLUGIN says otherwise",
        instead: "OPENSEARCH_INITIAL_ADMIN_PASSWORD, and DISABLE_SECURITY_PLUGIN left out"
      }
    ],
    refused: [],
    required: [
      {
        anyOf: ["OPENSEARCH_INITIAL_ADMIN_PASSWORD"],
        from: [2, 12],
        unless: [
          { variable: "DISABLE_SECURITY_PLUGIN", values: ["true"] },
          { variable: "DISABLE_INSTALL_DEMO_CONFIG", values: ["true"] }
        ],
        source: OPENSEARCH
      }
    ],
    prefixes: [],
    source: OPENSEARCH
  },
  builtInHealthcheck: false,
  healthCommand: "curl -fsSk -u admin:$$OPENSEARCH_INITIAL_ADMIN_PASSWORD https://localhost:9200/_cluster/health",
  tools: { has: ["curl", "bash"], lacks: [] },
  runsAs: "non-root",
  heap: { variable: "OPENSEARCH_JAVA_OPTS", defaultBytes: GIB },
  authentication: openSearchAuthentication,
  defaultCredentials: [
    {
      user: { default: "admin" },
      password: { variable: "OPENSEARCH_INITIAL_ADMIN_PASSWORD", default: "admin", wellKnown: ["admin"] },
      before: [2, 12],
      unless: { variable: "DISABLE_SECURITY_PLUGIN", values: ["true"] },
      source: "https://docs.opensearch.org/latest/security/configuration/demo-configuration/"
    }
  ],
  replication,
  setting: given,
  memory: (facts) => heapOf(facts, {
    variables: ["OPENSEARCH_JAVA_OPTS"],
    defaultBytes: GIB,
    share: 0.5,
    least: GIB,
    source: OPENSEARCH
  })
});
var bitnami = image("bitnami", ["bitnami/elasticsearch", "bitnamilegacy/elasticsearch"], {
  ...dataAt("/bitnami/elasticsearch/data", BITNAMI3),
  runsAs: "non-root",
  authentication: (facts) => {
    const fix = "Set ELASTICSEARCH_ENABLE_SECURITY=true and ELASTICSEARCH_PASSWORD.";
    const by = variable("ELASTICSEARCH_ENABLE_SECURITY");
    const enabled = facts.environment("ELASTICSEARCH_ENABLE_SECURITY");
    if (isYes(enabled)) return guarded("ELASTICSEARCH_ENABLE_SECURITY is on", by);
    if (enabled === null || facts.configMounted) return undecided(FILE_DECIDES, fix);
    return open("ELASTICSEARCH_ENABLE_SECURITY is not on", fix, by);
  },
  replication: (facts) => {
    const hosts = firstSet(facts, ["ELASTICSEARCH_CLUSTER_HOSTS"]);
    if (hosts)
      return wired(
        "member",
        "ELASTICSEARCH_CLUSTER_HOSTS names its partners",
        hostsIn(text(facts, hosts) ?? ""),
        variable(hosts),
        text(facts, "ELASTICSEARCH_CLUSTER_NAME")
      );
    return facts.configMounted ? unclear(FILE_DECIDES) : alone("ELASTICSEARCH_CLUSTER_HOSTS is not set");
  }
});
var shared = {
  stateful: true,
  ports: [
    { port: 9200, purpose: "data" },
    { port: 9300, purpose: "cluster" }
  ],
  cluster: {
    nodes: 3,
    how: "three nodes with one cluster.name, discovery.seed_hosts and cluster.initial_master_nodes"
  },
  backupTools: ["elasticdump", "_snapshot", "curator"]
};
var elasticsearch_default = [
  software("elasticsearch", "Elasticsearch", "search", [official, bitnami], { ...shared, schemes: ["elasticsearch"] }),
  software(
    "opensearch",
    "OpenSearch",
    "search",
    [
      opensearch,
      image("bitnami", ["bitnami/opensearch", "bitnamilegacy/opensearch"], {
        ...dataAt("/bitnami/opensearch/data", "https://github.com/bitnami/containers/tree/main/bitnami/opensearch"),
        runsAs: "non-root"
      })
    ],
    { ...shared, schemes: ["opensearch"], speaks: "elasticsearch" }
  )
];

// src/knowledge/images/eventstore.ts
var DOCKER2 = "https://docs.kurrent.io/server/v25.0/quick-start/installation.html#docker";
var SECURITY2 = "https://docs.kurrent.io/server/v25.0/security/protocol-security.html";
var CLUSTER = "https://docs.kurrent.io/server/v25.0/configuration/cluster.html";
function switchedOn(facts, prefix, key) {
  const names = prefix === "KURRENTDB" ? [`KURRENTDB_${key}`, `EVENTSTORE_${key}`] : [`EVENTSTORE_${key}`];
  const name = names.find((each) => isYes(facts.environment(each)));
  if (name) return variable(name);
  const flag = `--${key.toLowerCase().replaceAll("_", "-")}`;
  const given2 = option(facts.argv, flag);
  return given2.given === "yes" && !/^(?:false|0)$/i.test(given2.value ?? "") ? argument(flag) : void 0;
}
function authentication3(prefix) {
  return (facts) => {
    const fix = `Remove ${prefix}_INSECURE and give it certificates (${prefix}_CERTIFICATE_FILE, ${prefix}_TRUSTED_ROOT_CERTIFICATES_PATH).`;
    const by = switchedOn(facts, prefix, "INSECURE");
    if (by) return open(`${by.name} switches authentication and TLS off`, fix, by);
    if (facts.environment(`${prefix}_INSECURE`) === null || programWords(facts.argv)?.includes(null) || facts.configMounted) {
      return undecided(FILE_DECIDES, fix);
    }
    return guarded("it asks for a login unless it is started insecure");
  };
}
function memoryMode(prefix) {
  return (facts) => {
    const memory9 = switchedOn(facts, prefix, "MEM_DB");
    if (memory9)
      return {
        because: `${memory9.name} keeps every event in memory only`,
        fix: `Remove ${memory9.name} and mount a volume on the data directory.`,
        by: memory9
      };
    const development = switchedOn(facts, prefix, "DEV");
    if (!development) return void 0;
    return {
      because: `${development.name} is the development mode, with certificates of its own making`,
      fix: `Remove ${development.name} and give it certificates.`,
      by: development
    };
  };
}
function replication2(prefix) {
  return (facts) => {
    const name = `${prefix}_CLUSTER_SIZE`;
    const size = facts.environment(name) ?? (isSet(facts, name) ? null : void 0);
    if (size === null) return unclear(`${name} is set to something unknown`, variable(name));
    if (size === void 0)
      return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set, which means 1`);
    if (!(Number(size) > 1)) return alone(`${name} is ${size}`, variable(name));
    const seeds2 = `${prefix}_GOSSIP_SEED`;
    if (isSet(facts, seeds2))
      return wired("member", `${seeds2} names its partners`, hostsIn(text(facts, seeds2) ?? ""), variable(name));
    if (isSet(facts, `${prefix}_CLUSTER_DNS`))
      return wired("member", `${prefix}_CLUSTER_DNS finds its partners`, [], variable(name));
    return claimed(
      `${name} is ${size}, but nothing names the other nodes`,
      `Set ${seeds2} to the other nodes, or ${prefix}_CLUSTER_DNS.`,
      variable(name),
      "member"
    );
  };
}
function distribution(id, images, prefix, directory, facts = {}) {
  return image(id, images, {
    ...volumeAt(directory, DOCKER2),
    dataPath: (each) => {
      const set = option(each.argv, "db");
      return set.given === "yes" ? set.value ?? null : directoryIn(each, [`${prefix}_DB`]);
    },
    builtInHealthcheck: true,
    tools: { has: ["curl"], lacks: [] },
    runsAs: "non-root",
    authentication: authentication3(prefix),
    defaultCredentials: [
      {
        user: { default: "admin" },
        password: {
          variable: `${prefix}_DEFAULT_ADMIN_PASSWORD`,
          default: "changeit",
          wellKnown: ["changeit", "admin", "password"]
        },
        unless: { variable: `${prefix}_INSECURE`, values: ["true", "1", "yes"] },
        source: SECURITY2
      }
    ],
    memoryMode: memoryMode(prefix),
    replication: replication2(prefix),
    ...facts
  });
}
var eventstore_default = software(
  "eventstore",
  "EventStoreDB",
  "database",
  [
    distribution(
      "eventstore",
      [
        "eventstore/eventstore",
        "ghcr.io/eventstore/eventstore",
        "docker.eventstore.com/eventstore-ce/eventstoredb-ce",
        "docker.eventstore.com/eventstore/eventstoredb-ee"
      ],
      "EVENTSTORE",
      "/var/lib/eventstore",
      {}
    ),
    distribution(
      "kurrentdb",
      [
        "kurrentplatform/kurrentdb",
        "docker.kurrent.io/kurrent-latest/kurrentdb",
        "docker.kurrent.io/kurrent-lts/kurrentdb"
      ],
      "KURRENTDB",
      "/var/lib/kurrentdb"
    )
  ],
  {
    stateful: true,
    ports: [
      { port: 2113, purpose: "data" },
      { port: 1113, purpose: "data" },
      { port: 1112, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: `an odd number of nodes with CLUSTER_SIZE and GOSSIP_SEED or CLUSTER_DNS (${CLUSTER})` },
    backupTools: [],
    schemes: ["esdb", "esdb+discover", "kurrentdb", "kurrentdb+discover", "kurrent"]
  }
);

// src/knowledge/images/exporters.ts
function exporter(id, name, port, images) {
  return software(id, name, "exporter", [image("official", images, { builtInHealthcheck: false })], {
    ports: [metrics(port)]
  });
}
var exporters_default = [
  exporter("node-exporter", "Node exporter", 9100, [
    "prom/node-exporter",
    "quay.io/prometheus/node-exporter",
    "bitnami/node-exporter",
    "bitnamilegacy/node-exporter"
  ]),
  // The Dockerfile has `HEALTHCHECK … wget … $CADVISOR_HEALTHCHECK_URL`: https://github.com/google/cadvisor/blob/master/deploy/Dockerfile
  software(
    "cadvisor",
    "cAdvisor",
    "exporter",
    [
      image("official", ["gcr.io/cadvisor/cadvisor", "ghcr.io/google/cadvisor", "google/cadvisor"], {
        builtInHealthcheck: true,
        runsAs: "root"
      })
    ],
    { ports: [metrics(8080)] }
  ),
  exporter("postgres-exporter", "PostgreSQL exporter", 9187, [
    "prometheuscommunity/postgres-exporter",
    "quay.io/prometheuscommunity/postgres-exporter",
    "wrouesnel/postgres_exporter",
    "bitnami/postgres-exporter",
    "bitnamilegacy/postgres-exporter"
  ]),
  exporter("pgbouncer-exporter", "PgBouncer exporter", 9127, [
    "prometheuscommunity/pgbouncer-exporter",
    "spreaker/prometheus-pgbouncer-exporter"
  ]),
  exporter("mysqld-exporter", "MySQL exporter", 9104, [
    "prom/mysqld-exporter",
    "quay.io/prometheus/mysqld-exporter",
    "bitnami/mysqld-exporter",
    "bitnamilegacy/mysqld-exporter"
  ]),
  exporter("redis-exporter", "Redis exporter", 9121, [
    "oliver006/redis_exporter",
    "quay.io/oliver006/redis_exporter",
    "bitnami/redis-exporter",
    "bitnamilegacy/redis-exporter"
  ]),
  exporter("mongodb-exporter", "MongoDB exporter", 9216, [
    "percona/mongodb_exporter",
    "bitnami/mongodb-exporter",
    "bitnamilegacy/mongodb-exporter"
  ]),
  exporter("elasticsearch-exporter", "Elasticsearch exporter", 9114, [
    "prometheuscommunity/elasticsearch-exporter",
    "quay.io/prometheuscommunity/elasticsearch-exporter",
    "justwatch/elasticsearch_exporter"
  ]),
  exporter("kafka-exporter", "Kafka exporter", 9308, [
    "danielqsj/kafka-exporter",
    "bitnami/kafka-exporter",
    "bitnamilegacy/kafka-exporter"
  ]),
  exporter("kafka-lag-exporter", "Kafka lag exporter", 8e3, ["seglo/kafka-lag-exporter"]),
  exporter("kminion", "KMinion", 8080, ["redpandadata/kminion", "docker.redpanda.com/redpandadata/kminion"]),
  exporter("rabbitmq-exporter", "RabbitMQ exporter", 9419, ["kbudde/rabbitmq-exporter"]),
  exporter("nats-exporter", "NATS exporter", 7777, ["natsio/prometheus-nats-exporter"]),
  exporter("nginx-exporter", "nginx exporter", 9113, [
    "nginx/nginx-prometheus-exporter",
    "nginxinc/nginx-prometheus-exporter"
  ]),
  exporter("haproxy-exporter", "HAProxy exporter", 9101, [
    "prom/haproxy-exporter",
    "quay.io/prometheus/haproxy-exporter"
  ]),
  exporter("memcached-exporter", "Memcached exporter", 9150, [
    "prom/memcached-exporter",
    "quay.io/prometheus/memcached-exporter"
  ]),
  exporter("blackbox-exporter", "Blackbox exporter", 9115, [
    "prom/blackbox-exporter",
    "quay.io/prometheus/blackbox-exporter"
  ]),
  exporter("json-exporter", "JSON exporter", 7979, [
    "prometheuscommunity/json-exporter",
    "quay.io/prometheuscommunity/json-exporter"
  ]),
  exporter("snmp-exporter", "SNMP exporter", 9116, ["prom/snmp-exporter"]),
  exporter("process-exporter", "Process exporter", 9256, ["ncabatoff/process-exporter"]),
  exporter("jmx-exporter", "JMX exporter", 5556, [
    "bitnami/jmx-exporter",
    "bitnamilegacy/jmx-exporter",
    "sscaling/jmx-prometheus-exporter"
  ]),
  exporter("php-fpm-exporter", "PHP-FPM exporter", 9253, ["hipages/php-fpm_exporter"]),
  exporter("celery-exporter", "Celery exporter", 9808, ["danihodovic/celery-exporter"]),
  exporter("dcgm-exporter", "DCGM exporter", 9400, ["nvcr.io/nvidia/k8s/dcgm-exporter", "nvidia/dcgm-exporter"]),
  exporter("cloudwatch-exporter", "CloudWatch exporter", 9106, [
    "prom/cloudwatch-exporter",
    "quay.io/prometheus/cloudwatch-exporter"
  ]),
  exporter("stackdriver-exporter", "Stackdriver exporter", 9255, ["prometheuscommunity/stackdriver-exporter"]),
  exporter("graphite-exporter", "Graphite exporter", 9108, ["prom/graphite-exporter"]),
  exporter("sql-exporter", "SQL exporter", 9399, ["burningalchemist/sql_exporter"]),
  exporter("kube-state-metrics", "kube-state-metrics", 8080, [
    "registry.k8s.io/kube-state-metrics/kube-state-metrics",
    "bitnami/kube-state-metrics",
    "bitnamilegacy/kube-state-metrics"
  ])
];

// src/knowledge/images/grafana.ts
var docs = "https://grafana.com/docs";
var grafana_default = [
  software(
    "grafana",
    "Grafana",
    "dashboard",
    [
      image("official", ["grafana/grafana", "grafana/grafana-oss", "grafana/grafana-enterprise"], {
        ...dataAt("/var/lib/grafana", `${docs}/grafana/latest/setup-grafana/installation/docker/`),
        builtInHealthcheck: false,
        healthCommand: "wget -q -O /dev/null http://127.0.0.1:3000/api/health",
        tools: { has: ["grafana", "sh"], lacks: [], shell: true },
        runsAs: "non-root",
        variables: {
          reads: [/^GF_[A-Z0-9_]+$/],
          ignored: [],
          refused: [],
          required: [],
          prefixes: ["GF_"],
          source: `${docs}/grafana/latest/setup-grafana/configure-grafana/#override-configuration-with-environment-variables`
        }
      }),
      image("bitnami", ["bitnami/grafana", "bitnamilegacy/grafana"], { runsAs: "non-root" })
    ],
    {
      stateful: true,
      ports: [web(3e3)],
      access: {
        byDefault: "login",
        variables: ["GF_SECURITY_ADMIN_PASSWORD", "GF_SECURITY_ADMIN_PASSWORD__FILE"],
        defaultLogin: { user: "admin", userVariable: "GF_SECURITY_ADMIN_USER", password: "admin" },
        source: `${docs}/grafana/latest/setup-grafana/configure-grafana/#admin_password`
      }
    }
  ),
  software(
    "loki",
    "Loki",
    "logs",
    [
      image("official", ["grafana/loki"], {
        ...dataAt("/loki", "https://github.com/grafana/loki/blob/main/cmd/loki/loki-docker-config.yaml"),
        builtInHealthcheck: false,
        runsAs: "non-root"
      })
    ],
    {
      stateful: true,
      ports: [web(3100), { port: 9095, purpose: "cluster" }],
      access: { byDefault: "none", variables: [], source: `${docs}/loki/latest/operations/authentication/` }
    }
  ),
  software("promtail", "Promtail", "agent", [image("official", ["grafana/promtail"], {})], { ports: [web(9080)] }),
  software(
    "tempo",
    "Tempo",
    "tracing",
    [
      image("official", ["grafana/tempo"], {
        ...dataAt("/var/tempo", `${docs}/tempo/latest/configuration/`),
        builtInHealthcheck: false
      })
    ],
    {
      stateful: true,
      ports: [web(3200), { port: 4317, purpose: "data" }, { port: 4318, purpose: "data" }],
      access: { byDefault: "none", variables: [], source: `${docs}/tempo/latest/configuration/` }
    }
  ),
  software("mimir", "Mimir", "metrics", [image("official", ["grafana/mimir"], {})], {
    stateful: true,
    ports: [web(8080), { port: 9095, purpose: "cluster" }]
  }),
  software("pyroscope", "Pyroscope", "tracing", [image("official", ["grafana/pyroscope"], {})], { ports: [web(4040)] }),
  software("alloy", "Grafana Alloy", "agent", [image("official", ["grafana/alloy", "grafana/agent"], {})], {
    ports: [web(12345)]
  }),
  software("k6", "k6", "development-tool", [image("official", ["grafana/k6", "loadimpact/k6"], {})])
];

// src/knowledge/images/identity.ts
var identity_default = [
  software(
    "keycloak",
    "Keycloak",
    "identity",
    [
      image("official", ["quay.io/keycloak/keycloak", "keycloak/keycloak"], {
        builtInHealthcheck: false,
        runsAs: "non-root",
        // On ubi-micro since 22: https://www.keycloak.org/server/containers#_installing_additional_rpm_packages
        tools: { has: ["bash", "sh"], lacks: ["curl", "wget"], shell: true }
      }),
      image("jboss", ["jboss/keycloak"], {}),
      image("bitnami", ["bitnami/keycloak", "bitnamilegacy/keycloak"], { runsAs: "non-root" })
    ],
    {
      ports: [web(8080), web(8443), { port: 9e3, purpose: "admin" }],
      access: {
        byDefault: "login",
        variables: ["KC_BOOTSTRAP_ADMIN_PASSWORD", "KEYCLOAK_ADMIN_PASSWORD"],
        source: "https://www.keycloak.org/server/bootstrap-admin-recovery"
      }
    }
  ),
  software(
    "authentik",
    "authentik",
    "identity",
    [
      image("official", ["ghcr.io/goauthentik/server", "authentik/server", "beryju/authentik"], {
        // `HEALTHCHECK … CMD [ "ak", "healthcheck" ]`: https://github.com/goauthentik/authentik/blob/main/lifecycle/container/Dockerfile
        builtInHealthcheck: true,
        healthCommand: "ak healthcheck",
        runsAs: "non-root"
      })
    ],
    {
      ports: [web(9e3), web(9443), { port: 9300, purpose: "metrics" }],
      access: {
        byDefault: "first-visitor",
        variables: ["AUTHENTIK_BOOTSTRAP_PASSWORD"],
        source: "https://docs.goauthentik.io/install-config/automated-install/"
      }
    }
  ),
  software(
    "authelia",
    "Authelia",
    "identity",
    [image("official", ["authelia/authelia", "ghcr.io/authelia/authelia"], { builtInHealthcheck: true })],
    {
      ports: [web(9091)]
    }
  ),
  software("hydra", "Ory Hydra", "identity", [image("official", ["oryd/hydra"])], {
    ports: [web(4444), { port: 4445, purpose: "admin" }]
  }),
  software("kratos", "Ory Kratos", "identity", [image("official", ["oryd/kratos"])], {
    ports: [web(4433), { port: 4434, purpose: "admin" }]
  }),
  software(
    "dex",
    "Dex",
    "identity",
    [image("official", ["dexidp/dex", "ghcr.io/dexidp/dex", "bitnami/dex", "bitnamilegacy/dex"])],
    { ports: [web(5556)] }
  ),
  software("zitadel", "ZITADEL", "identity", [image("official", ["ghcr.io/zitadel/zitadel"])], { ports: [web(8080)] }),
  software("logto", "Logto", "identity", [image("official", ["svhd/logto", "ghcr.io/logto-io/logto"])], {
    ports: [web(3001), { port: 3002, purpose: "admin" }]
  }),
  software(
    "supertokens",
    "SuperTokens",
    "identity",
    [
      image("official", [
        "registry.supertokens.io/supertokens/supertokens-postgresql",
        "registry.supertokens.io/supertokens/supertokens-mysql",
        "supertokens/supertokens-postgresql"
      ])
    ],
    { ports: [web(3567)] }
  ),
  software(
    "openldap",
    "OpenLDAP",
    "identity",
    [
      image("osixia", ["osixia/openldap"], dataAt("/var/lib/ldap", "https://github.com/osixia/docker-openldap")),
      image(
        "bitnami",
        ["bitnami/openldap", "bitnamilegacy/openldap"],
        dataAt("/bitnami/openldap", "https://github.com/bitnami/containers/tree/main/bitnami/openldap")
      )
    ],
    {
      stateful: true,
      ports: [
        { port: 389, purpose: "data" },
        { port: 636, purpose: "data" }
      ],
      schemes: ["ldap", "ldaps"],
      access: {
        byDefault: "login",
        variables: ["LDAP_ADMIN_PASSWORD"],
        defaultLogin: { user: "cn=admin,dc=example,dc=org", password: "admin" },
        source: "https://github.com/osixia/docker-openldap#environment-variables"
      }
    }
  )
];

// src/knowledge/images/influxdb.ts
var INFLUX = "https://hub.docker.com/_/influxdb";
function influxAuthentication(facts) {
  const first = isBefore(facts.version, [2]);
  if (first === void 0) return undecided("its version is not known", "Pin the version.");
  if (first) {
    const name = "INFLUXDB_HTTP_AUTH_ENABLED";
    const fix = `Set ${name}=true and create an administrator with INFLUXDB_ADMIN_USER and INFLUXDB_ADMIN_PASSWORD.`;
    if (isYes(facts.environment(name))) return guarded(`${name} is on`, variable(name));
    if (facts.configMounted || facts.environment(name) === null) return undecided(FILE_DECIDES, fix);
    return open(`${name} is not on, and version 1 asks for no login by default`, fix);
  }
  const flag = option(facts.argv, "without-auth");
  if (flag.given === "yes" && flag.value !== "false")
    return open("--without-auth lets everybody in", "Remove --without-auth.", argument("--without-auth"));
  if (text(facts, "DOCKER_INFLUXDB_INIT_MODE") || isBefore(facts.version, [3]) === false) {
    return guarded("every request needs a token");
  }
  return undecided(
    "whoever opens it first sets it up",
    "Set DOCKER_INFLUXDB_INIT_MODE=setup with a user, a password and a token."
  );
}
var influxdb_default = software(
  "influxdb",
  "InfluxDB",
  "database",
  [
    image("official", ["influxdb", "public.ecr.aws/docker/library/influxdb", "quay.io/influxdb/influxdb"], {
      dataPaths: [
        { before: [2], paths: ["/var/lib/influxdb"], volumes: ["/var/lib/influxdb"], source: INFLUX },
        {
          before: [3],
          paths: ["/var/lib/influxdb2"],
          volumes: ["/var/lib/influxdb2", "/etc/influxdb2"],
          source: INFLUX
        }
      ],
      builtInHealthcheck: false,
      authentication: influxAuthentication,
      defaultCredentials: [
        {
          user: { variable: "DOCKER_INFLUXDB_INIT_USERNAME", default: "admin" },
          password: {
            variable: "DOCKER_INFLUXDB_INIT_PASSWORD",
            wellKnown: ["password", "adminpassword", "admin", "influxdb", "admin123"]
          },
          source: INFLUX
        }
      ]
    }),
    image("bitnami", ["bitnami/influxdb", "bitnamilegacy/influxdb"], {
      ...dataAt("/bitnami/influxdb", "https://github.com/bitnami/containers/tree/main/bitnami/influxdb"),
      runsAs: "non-root"
    })
  ],
  {
    stateful: true,
    ports: [{ port: 8086, purpose: "data" }],
    backupTools: ["influx backup", "influxd backup"],
    schemes: ["influxdb"]
  }
);

// src/knowledge/engines/kafka.ts
function kafkaVariable(distribution2, property) {
  const name = property.replaceAll("_", "___").replaceAll("-", "__").replaceAll(".", "_").toUpperCase();
  return distribution2 === "bitnami" ? `KAFKA_CFG_${name}` : `KAFKA_${name}`;
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
  const variable2 = kafkaVariable(facts.distribution.id, property);
  const value = facts.environment(variable2);
  if (value !== void 0 || facts.distribution.id !== "bitnami") return { variable: variable2, value };
  const bare2 = kafkaVariable("apache", property);
  if (BITNAMI_BARE.has(bare2) && facts.environment(bare2) !== void 0)
    return { variable: bare2, value: facts.environment(bare2) };
  return { variable: variable2, value };
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

// src/knowledge/images/kafka.ts
var CONFLUENT = "https://docs.confluent.io/platform/current/installation/docker/config-reference.html";
var APACHE = "https://github.com/apache/kafka/blob/trunk/docker/examples/README.md";
var BITNAMI4 = "https://github.com/bitnami/containers/tree/main/bitnami/kafka";
var KRAFT = "https://kafka.apache.org/documentation/#upgrade_servers_400";
function authentication4(facts) {
  const { variable: listeners } = kafkaProperty(facts, "listener.security.protocol.map");
  const fix = `Give client listeners SASL_SSL in ${listeners} and set up sasl.enabled.mechanisms and an authorizer.`;
  const protocols = kafkaListenerProtocols(facts);
  if (protocols === null) return undecided("its listeners are set to something unknown", fix);
  if (facts.configMounted) return undecided(FILE_DECIDES, fix);
  if (protocols === void 0) {
    if (facts.distribution.id === "bitnami")
      return undecided("no listener is set, and the default depends on the version of the image", fix);
    return open("no listener is set, and the default one is PLAINTEXT", fix);
  }
  const by = variable(
    kafkaProperty(facts, "listeners").value ? kafkaProperty(facts, "listeners").variable : kafkaProperty(facts, "advertised.listeners").variable
  );
  const values = [...protocols.values()];
  if (values.length === 0) return guarded("it has no listener for clients", by);
  if (values.every((protocol) => protocol.startsWith("SASL_"))) return guarded("every listener asks for SASL", by);
  if (values.every((protocol) => protocol === "PLAINTEXT")) {
    return open("every listener is PLAINTEXT, which asks nobody who they are", fix, by);
  }
  return undecided("some listeners ask for a login and some do not", fix, by);
}
function replication3(facts) {
  const voters = kafkaVoters(facts);
  const roles = kafkaRoles(facts);
  const quorum = variable(kafkaProperty(facts, "controller.quorum.voters").variable);
  if (voters === null || roles === null) return unclear("its quorum is set to something unknown", quorum);
  if (voters && voters.length > 1)
    return wired("member", `its quorum has ${voters.length} controllers`, voters, quorum, clusterOf(facts));
  if (voters && roles && !roles.includes("controller"))
    return wired("member", "it is a broker of another node\u2019s quorum", voters, quorum, clusterOf(facts));
  const keeper = kafkaProperty(facts, "zookeeper.connect");
  if (keeper.value !== void 0) {
    return unclear(
      "brokers with the same ZooKeeper form one cluster",
      variable(keeper.variable),
      "member",
      hostsIn(keeper.value?.split("/")[0] ?? "")
    );
  }
  if (facts.configMounted) return unclear(FILE_DECIDES);
  return alone(voters ? "it is the only controller of its quorum" : "no quorum is set", voters ? quorum : void 0);
}
function clusterOf(facts) {
  return text(facts, "CLUSTER_ID") ?? text(facts, "KAFKA_KRAFT_CLUSTER_ID") ?? text(facts, "KAFKA_CLUSTER_ID");
}
function memory3(facts) {
  return heapOf(facts, {
    variables: ["KAFKA_HEAP_OPTS"],
    defaultBytes: GIB,
    share: 0.75,
    usualShare: 0.5,
    least: GIB,
    source: "https://docs.confluent.io/platform/current/kafka/deployment.html#memory"
  });
}
function zooKeeperGone(from, variableName) {
  return {
    from,
    variable: variableName,
    because: `this version of Kafka has no ZooKeeper mode`,
    instead: "KRaft: process.roles, node.id, controller.quorum.voters and a cluster id",
    source: KRAFT
  };
}
function dataPath(facts) {
  for (const property of ["log.dirs", "log.dir"]) {
    const { value } = kafkaProperty(facts, property);
    if (value !== void 0) return value === null ? null : (value.split(",")[0] ?? "").trim() || null;
  }
  return void 0;
}
var otherNames = {
  pattern: /^KAFKA_CFG_/,
  because: "KAFKA_CFG_ is the Bitnami spelling; this image makes a property of everything behind KAFKA_, here one that Kafka does not know",
  instead: "the same name without CFG_"
};
var noSuchProperty = {
  pattern: /^KAFKA_(?:CFG_)?REPLICATION_FACTOR$/,
  because: "Kafka has no property replication.factor",
  instead: "default.replication.factor (KAFKA_DEFAULT_REPLICATION_FACTOR, with Bitnami KAFKA_CFG_DEFAULT_REPLICATION_FACTOR)"
};
var shared2 = {
  dataPath,
  builtInHealthcheck: false,
  heap: { variable: "KAFKA_HEAP_OPTS", defaultBytes: GIB },
  runsAs: "non-root",
  authentication: authentication4,
  replication: replication3,
  memory: memory3,
  setting: (facts, name) => orInFile(fromVariable(kafkaProperty(facts, name).value), facts.configMounted)
};
var confluent = image(
  "confluent",
  ["confluentinc/cp-kafka", "confluentinc/cp-server", "confluentinc/cp-enterprise-kafka"],
  {
    ...volumeAt("/var/lib/kafka/data", CONFLUENT),
    ...shared2,
    variables: {
      reads: [/^KAFKA_(?!CFG_)/, /^CONFLUENT_/, /^CUB_/, "CLUSTER_ID", "TZ"],
      ignored: [otherNames, noSuchProperty],
      refused: [],
      required: [
        { anyOf: ["KAFKA_ADVERTISED_LISTENERS", "KAFKA_PROCESS_ROLES"], source: CONFLUENT },
        { anyOf: ["KAFKA_PROCESS_ROLES", "KAFKA_ZOOKEEPER_CONNECT"], before: [8], source: CONFLUENT },
        { anyOf: ["KAFKA_PROCESS_ROLES"], from: [8], source: CONFLUENT },
        { anyOf: ["CLUSTER_ID"], from: [8], source: CONFLUENT }
      ],
      prefixes: [],
      source: CONFLUENT
    },
    healthCommand: "kafka-broker-api-versions --bootstrap-server localhost:9092",
    tools: { has: ["kafka-broker-api-versions", "kafka-topics", "bash"], lacks: ["kafka-topics.sh"] },
    gone: [zooKeeperGone([8], "KAFKA_ZOOKEEPER_CONNECT")]
  }
);
var apache = image("apache", ["apache/kafka", "apache/kafka-native"], {
  ...dataAt("/tmp/kafka-logs", APACHE),
  ...shared2,
  // Any KAFKA_ property drops the packaged configuration, and log.dirs falls back to Kafka's own default; without one,
  // the packaged file decides.
  dataPath: (facts) => {
    const moved = dataPath(facts);
    const configured = ["listeners", "advertised.listeners", "process.roles", "node.id", "controller.quorum.voters"];
    return moved === void 0 && configured.every((key) => kafkaProperty(facts, key).value === void 0) ? null : moved;
  },
  variables: {
    reads: [/^KAFKA_(?!CFG_)/, "CLUSTER_ID", "TZ"],
    ignored: [otherNames, noSuchProperty],
    refused: [],
    required: [],
    prefixes: [],
    source: APACHE
  },
  healthCommand: "/opt/kafka/bin/kafka-broker-api-versions.sh --bootstrap-server localhost:9092",
  gone: [zooKeeperGone([4], "KAFKA_ZOOKEEPER_CONNECT")]
});
var bitnami2 = image("bitnami", ["bitnami/kafka", "bitnamilegacy/kafka"], {
  ...dataAt("/bitnami/kafka/data", BITNAMI4),
  ...shared2,
  variables: {
    reads: [/^KAFKA_CFG_/, /^KAFKA_(?!CFG_)/, /^BITNAMI_/, "ALLOW_PLAINTEXT_LISTENER"],
    ignored: [
      noSuchProperty,
      {
        pattern: /^KAFKA_MIN_INSYNC_REPLICAS$/,
        because: "the Bitnami image takes broker properties behind KAFKA_CFG_, and this one is not among its aliases",
        instead: "KAFKA_CFG_MIN_INSYNC_REPLICAS"
      }
    ],
    refused: [],
    required: [],
    prefixes: [],
    source: BITNAMI4
  },
  healthCommand: "kafka-topics.sh --bootstrap-server localhost:9092 --list",
  tools: { has: ["kafka-topics.sh", "bash"], lacks: ["kafka-topics", "kafka-broker-api-versions"] },
  authentication: (facts) => {
    const verdict = authentication4(facts);
    if (verdict.state === "unknown" && isYes(facts.environment("ALLOW_PLAINTEXT_LISTENER")) && kafkaListenerProtocols(facts) === void 0 && !facts.configMounted) {
      return open(
        "ALLOW_PLAINTEXT_LISTENER=yes and no listener asks for a login",
        verdict.fix,
        variable("ALLOW_PLAINTEXT_LISTENER")
      );
    }
    return verdict;
  },
  defaultCredentials: ["KAFKA_CLIENT_PASSWORDS", "KAFKA_INTER_BROKER_PASSWORD"].map((name) => ({
    password: { variable: name, wellKnown: ["bitnami", "password", "kafka"] },
    source: BITNAMI4
  })),
  gone: [zooKeeperGone([4], "KAFKA_CFG_ZOOKEEPER_CONNECT"), zooKeeperGone([4], "KAFKA_ZOOKEEPER_CONNECT")]
});
var kafka_default = software(
  "kafka",
  "Apache Kafka",
  "broker",
  [
    confluent,
    apache,
    bitnami2,
    image("confluent-local", ["confluentinc/confluent-local"]),
    image("wurstmeister", ["wurstmeister/kafka"], {
      ...dataAt("/kafka", "https://github.com/wurstmeister/kafka-docker"),
      replication: replication3,
      authentication: authentication4,
      memory: memory3
    }),
    image("strimzi", ["quay.io/strimzi/kafka", "strimzi/kafka"])
  ],
  {
    stateful: true,
    ports: [{ port: 9092, purpose: "data" }],
    cluster: {
      nodes: 3,
      how: "three brokers that share controller.quorum.voters (or one ZooKeeper), with replication factor 3"
    },
    backupTools: ["kafka-backup", "mirrormaker", "connect-mirror-maker.sh"],
    schemes: ["kafka"]
  }
);

// src/knowledge/images/log-collectors.ts
var log_collectors_default = [
  software(
    "fluentd",
    "Fluentd",
    "agent",
    [
      image(
        "official",
        [
          "fluentd",
          "fluent/fluentd",
          "fluent/fluentd-kubernetes-daemonset",
          "bitnami/fluentd",
          "bitnamilegacy/fluentd"
        ],
        {}
      )
    ],
    { ports: [{ port: 24224, purpose: "data" }] }
  ),
  software(
    "fluent-bit",
    "Fluent Bit",
    "agent",
    [
      image("official", ["fluent/fluent-bit", "cr.fluentbit.io/fluent/fluent-bit", "ghcr.io/fluent/fluent-bit"], {
        builtInHealthcheck: false
      }),
      image("aws", ["amazon/aws-for-fluent-bit", "public.ecr.aws/aws-observability/aws-for-fluent-bit"], {}),
      image("bitnami", ["bitnami/fluent-bit", "bitnamilegacy/fluent-bit"], { runsAs: "non-root" })
    ],
    {
      ports: [
        { port: 24224, purpose: "data" },
        { port: 2020, purpose: "admin" }
      ]
    }
  ),
  software(
    "logstash",
    "Logstash",
    "agent",
    [
      image(
        "official",
        [
          "logstash",
          "docker.elastic.co/logstash/logstash",
          "docker.elastic.co/logstash/logstash-oss",
          "elastic/logstash"
        ],
        {
          builtInHealthcheck: false,
          runsAs: "non-root",
          healthCommand: "curl -fsS http://127.0.0.1:9600/ -o /dev/null",
          heap: { variable: "LS_JAVA_OPTS", defaultBytes: 1024 ** 3 }
        }
      ),
      image("bitnami", ["bitnami/logstash", "bitnamilegacy/logstash"], { runsAs: "non-root" })
    ],
    {
      ports: [
        { port: 5044, purpose: "data" },
        { port: 9600, purpose: "admin" }
      ]
    }
  ),
  software(
    "beats",
    "Elastic Beats",
    "agent",
    [
      image(
        "official",
        [
          "docker.elastic.co/beats/*",
          "elastic/filebeat",
          "elastic/metricbeat",
          "elastic/heartbeat",
          "elastic/packetbeat",
          "elastic/auditbeat"
        ],
        { builtInHealthcheck: false }
      )
    ],
    { ports: [] }
  ),
  software("elastic-agent", "Elastic Agent", "agent", [
    image(
      "official",
      [
        "docker.elastic.co/elastic-agent/elastic-agent",
        "docker.elastic.co/beats/elastic-agent",
        "elastic/elastic-agent"
      ],
      {}
    )
  ]),
  software("vector", "Vector", "agent", [image("official", ["timberio/vector", "ghcr.io/vectordotdev/vector"], {})], {
    ports: [{ port: 8686, purpose: "admin" }]
  }),
  software("logspout", "Logspout", "agent", [image("official", ["gliderlabs/logspout"], {})]),
  software("syslog-ng", "syslog-ng", "agent", [image("official", ["balabit/syslog-ng", "linuxserver/syslog-ng"], {})]),
  software("graylog", "Graylog", "logs", [image("official", ["graylog/graylog", "graylog/graylog-enterprise"], {})], {
    stateful: true,
    ports: [web(9e3)]
  }),
  software(
    "seq",
    "Seq",
    "logs",
    [
      image("official", ["datalust/seq"], {
        dataPaths: [{ paths: ["/data"], source: "https://hub.docker.com/r/datalust/seq" }]
      })
    ],
    { stateful: true, ports: [web(80), { port: 5341, purpose: "data" }] }
  )
];

// src/knowledge/images/memcached.ts
var HUB3 = "https://hub.docker.com/_/memcached";
var SERVER = "https://docs.memcached.org/serverguide/configuring/";
function authentication5(facts) {
  const fix = "Keep its port inside the network, or start it with --auth-file.";
  if (option(facts.argv, "auth-file", "Y").given === "yes")
    return guarded("--auth-file asks for a password", argument("--auth-file"));
  const sasl = hasWord(facts.argv, ["-S", "--enable-sasl"]);
  if (sasl === "yes") return guarded("SASL is on", argument("-S"));
  if (sasl === "unknown" || facts.configMounted) return undecided("a part of its settings is not known", fix);
  return open("memcached asks nobody for a login by default", fix);
}
function memory4(facts) {
  const set = option(facts.argv, "memory-limit", "m");
  if (set.given === "unknown") return void 0;
  const number = set.given === "yes" ? /^\d{1,8}$/.test(set.value ?? "") ? Number(set.value) : void 0 : 64;
  return {
    what: "item memory",
    ...number === void 0 ? {} : { bytes: number * MIB },
    ...set.given === "yes" ? { by: argument("-m") } : {},
    share: 0.8,
    setting: (bytes) => `command: memcached -m ${Math.max(1, Math.floor(bytes / MIB))}`,
    source: SERVER
  };
}
var memcached_default = software(
  "memcached",
  "memcached",
  "cache",
  [
    image("official", ["memcached", "public.ecr.aws/docker/library/memcached"], {
      variables: {
        reads: ["TZ"],
        ignored: [
          {
            pattern: /^MEMCACHED_(?:MEMORY|MEMORY_LIMIT|CACHE_SIZE|MAX_CONNECTIONS|USERNAME|PASSWORD)$/,
            because: "the official memcached image reads no variables",
            instead: "command: memcached -m <megabytes> -c <connections>"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: HUB3
      },
      builtInHealthcheck: false,
      runsAs: "non-root",
      authentication: authentication5,
      memory: memory4
    }),
    // https://github.com/bitnami/containers/tree/main/bitnami/memcached
    image("bitnami", ["bitnami/memcached", "bitnamilegacy/memcached"], {
      runsAs: "non-root",
      authentication: (facts) => {
        const given2 = firstSet(facts, ["MEMCACHED_PASSWORD", "MEMCACHED_PASSWORD_FILE"]);
        if (given2) return guarded(`${given2} is set`, variable(given2));
        const fix = "Set MEMCACHED_USERNAME and MEMCACHED_PASSWORD_FILE.";
        if (facts.configMounted || facts.argv) return undecided("a part of its settings is not known", fix);
        return open("MEMCACHED_PASSWORD is not set", fix);
      }
    })
  ],
  { ports: [{ port: 11211, purpose: "data" }], schemes: ["memcached", "memcache"] }
);

// src/knowledge/images/minio.ts
var ROOT = "https://github.com/minio/minio/tree/master/docs/docker";
var BITNAMI5 = "https://github.com/bitnami/containers/tree/main/bitnami/minio";
function drives(facts) {
  const words2 = operands(facts.argv);
  const at = words2.indexOf("server");
  const given2 = at === -1 ? words2.filter((word) => word.includes("/")) : words2.slice(at + 1);
  return given2.length > 0 ? given2 : text(facts, "MINIO_VOLUMES")?.split(/\s+/) ?? [];
}
function replication4(facts) {
  const urls = drives(facts).filter((drive) => /^https?:\/\//.test(drive));
  if (urls.some((url) => /\/\/[^/]*\{\d+\.{3}\d+\}/.test(url)) || urls.length > 1) {
    return wired("member", "its drives lie on several hosts", urls.flatMap(hostsOfRange).slice(0, 64));
  }
  if (facts.environment("MINIO_VOLUMES") === null || facts.argv?.includes(null))
    return unclear("its drives are not known");
  return alone("its drives lie in one container");
}
function hostsOfRange(url) {
  const host = (/^https?:\/\/([^/]*)/.exec(url)?.[1] ?? "").replace(/:\d+$/, "");
  const range = /^(.*)\{(\d{1,3})\.{3}(\d{1,3})\}(.*)$/.exec(host);
  if (!range) return [host];
  const [, before = "", from = "1", to = "1", after = ""] = range;
  const count = Math.min(64, Math.max(0, Number(to) - Number(from) + 1));
  return Array.from({ length: count }, (_, at) => `${before}${Number(from) + at}${after}`);
}
function dataPath2(facts) {
  const words2 = drives(facts);
  if (words2.length === 0)
    return facts.argv?.includes(null) || facts.environment("MINIO_VOLUMES") === null ? null : void 0;
  const path = (words2[0] ?? "").replace(/^https?:\/\/[^/]*/, "");
  return path.startsWith("/") && !path.includes("{") ? path : null;
}
function rootLogin(user, password, source) {
  return {
    user: { variable: "MINIO_ROOT_USER", default: user },
    password: {
      variable: "MINIO_ROOT_PASSWORD",
      default: password,
      wellKnown: ["minioadmin", "miniosecret", "minio123", "password", "minio", "minio_secret", "miniopassword"],
      alternatives: ["MINIO_ROOT_PASSWORD_FILE", "MINIO_SECRET_KEY", "MINIO_SECRET_KEY_FILE", "MINIO_CONFIG_ENV_FILE"]
    },
    source
  };
}
function authentication6(facts) {
  const given2 = firstSet(facts, [
    "MINIO_ROOT_PASSWORD",
    "MINIO_ROOT_PASSWORD_FILE",
    "MINIO_SECRET_KEY",
    "MINIO_SECRET_KEY_FILE"
  ]);
  return guarded("requests are signed with a key", given2 ? variable(given2) : void 0);
}
var minio_default = software(
  "minio",
  "MinIO",
  "object-store",
  [
    image("official", ["minio/minio", "quay.io/minio/minio"], {
      ...dataAt("/data", ROOT),
      dataPath: dataPath2,
      variables: {
        reads: [/^MINIO_/, /^CICD$/, "TZ"],
        ignored: [
          {
            pattern: /^MINIO_(?:DEFAULT_BUCKETS?|BUCKETS?|SECRET|PASSWORD|USER)$/,
            because: "the official MinIO image has no such variable",
            instead: "MINIO_ROOT_USER and MINIO_ROOT_PASSWORD; buckets are made with mc mb"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: ROOT
      },
      builtInHealthcheck: false,
      healthCommand: "mc ready local",
      runsAs: "root",
      authentication: authentication6,
      defaultCredentials: [rootLogin("minioadmin", "minioadmin", ROOT)],
      replication: replication4
    }),
    image("bitnami", ["bitnami/minio", "bitnamilegacy/minio"], {
      ...dataAt("/bitnami/minio/data", BITNAMI5),
      builtInHealthcheck: false,
      runsAs: "non-root",
      authentication: authentication6,
      defaultCredentials: [rootLogin("minio", "miniosecret", BITNAMI5)],
      replication: (facts) => isSet(facts, "MINIO_DISTRIBUTED_NODES") ? wired(
        "member",
        "MINIO_DISTRIBUTED_NODES names its partners",
        (text(facts, "MINIO_DISTRIBUTED_NODES") ?? "").split(/[\s,;]+/).filter(Boolean).map((host) => host.split(/[:/]/)[0] ?? host),
        variable("MINIO_DISTRIBUTED_NODES")
      ) : alone("MINIO_DISTRIBUTED_NODES is not set")
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 9e3, purpose: "data" },
      { port: 9001, purpose: "admin" }
    ],
    cluster: { nodes: 4, how: "four nodes that are all named in the server command (http://minio{1...4}/data)" },
    backupTools: ["mc mirror", "rclone"],
    schemes: ["s3"]
  }
);

// src/knowledge/images/mongodb.ts
var HUB4 = "https://hub.docker.com/_/mongo";
var ENTRYPOINT = "https://github.com/docker-library/mongo/blob/master/docker-entrypoint.sh";
var BITNAMI6 = "https://github.com/bitnami/containers/tree/main/bitnami/mongodb";
var MANUAL = "https://www.mongodb.com/docs/manual/reference/program/mongod/";
var USERS = ["MONGO_INITDB_ROOT_USERNAME", "MONGO_INITDB_ROOT_USERNAME_FILE"];
var PASSWORDS = ["MONGO_INITDB_ROOT_PASSWORD", "MONGO_INITDB_ROOT_PASSWORD_FILE"];
function hasConfigFile(facts) {
  return option(facts.argv, "config", "f").given === "yes";
}
function authentication7(facts) {
  const fix = "Set MONGO_INITDB_ROOT_USERNAME and MONGO_INITDB_ROOT_PASSWORD_FILE; on an existing volume create the user first.";
  if (option(facts.argv, "noauth").given === "yes") {
    return open("--noauth lets everybody in", "Remove --noauth.", argument("--noauth"));
  }
  for (const name of ["--auth", "--keyFile"]) {
    if (option(facts.argv, name).given === "yes") return guarded(`${name} is given`, argument(name));
  }
  const password = firstSet(facts, PASSWORDS);
  if (password && firstSet(facts, USERS))
    return guarded("the root user is set, and the image then starts with --auth", variable(password));
  if (password || firstSet(facts, USERS))
    return guarded("the image does not start with only one of the root user and its password");
  if (hasConfigFile(facts) || option(facts.argv, "auth").given === "unknown")
    return undecided("its configuration file decides", fix);
  return open("neither a root user nor --auth is set", fix);
}
function replication5(facts) {
  const set = option(facts.argv, "replSet");
  if (set.given === "yes") {
    return wired("member", "it belongs to a replica set, once that is initiated", [], argument("--replSet"), set.value);
  }
  if (option(facts.argv, "configdb").given === "yes")
    return wired("watcher", "mongos routes to a sharded cluster", [], argument("--configdb"));
  const asked = firstSet(facts, [
    "MONGO_REPLICA_SET_NAME",
    "MONGO_INITDB_REPLICA_SET",
    "MONGO_REPLSET",
    "MONGODB_REPLICA_SET_NAME",
    "MONGODB_REPLICA_SET_MODE",
    "MONGO_REPLICA_SET"
  ]);
  if (facts.configMounted || asked && facts.scriptsMounted || hasConfigFile(facts) || set.given === "unknown")
    return unclear(FILE_DECIDES);
  if (asked) {
    return claimed(
      `${asked} is not read by this image`,
      "Start it with command: mongod --replSet rs0 --keyFile <file> and initiate the set with rs.initiate().",
      variable(asked)
    );
  }
  return alone("--replSet is not given");
}
function memory5(facts) {
  const set = option(facts.argv, "wiredTigerCacheSizeGB");
  if (set.given !== "yes") return void 0;
  const bytes = /^\d{1,6}(?:\.\d{1,6})?$/.test(set.value ?? "") ? Number(set.value) * GIB : void 0;
  return {
    what: "WiredTiger cache",
    ...bytes === void 0 ? {} : { bytes },
    by: argument("--wiredTigerCacheSizeGB"),
    share: 0.6,
    usualShare: 0.5,
    setting: (wanted) => `--wiredTigerCacheSizeGB ${Math.max(0.25, Math.floor(wanted / GIB * 4) / 4)}`,
    source: "https://www.mongodb.com/docs/manual/core/wiredtiger/#memory-use"
  };
}
var official2 = image("official", ["mongo", "public.ecr.aws/docker/library/mongo"], {
  ...volumeAt("/data/db", HUB4),
  dataPath: (facts) => {
    const set = option(facts.argv, "dbpath");
    return set.given === "yes" ? set.value ?? null : void 0;
  },
  variables: {
    reads: [
      ...USERS,
      ...PASSWORDS,
      "MONGO_INITDB_DATABASE",
      /^MONGO_(?:MAJOR|VERSION|PACKAGE|REPO)$/,
      /^GLIBC_TUNABLES$/,
      "TZ"
    ],
    ignored: [
      {
        pattern: /^(?:MONGO_REPLICA_SET(?:_NAME|_MODE)?|MONGO_INITDB_REPLICA_SET|MONGO_REPLSET|MONGODB_REPLICA_SET_(?:NAME|MODE|KEY))$/,
        because: "the official MongoDB image takes no replica set from variables",
        instead: "command: mongod --replSet rs0 --keyFile <file>, and rs.initiate() once"
      },
      {
        pattern: /^MONGO_(?:ROOT_)?(?:USERNAME|PASSWORD)$|^MONGODB_(?:ROOT_USER|ROOT_PASSWORD|USERNAME|PASSWORD|DATABASE)$/,
        because: "the official MongoDB image creates its user from MONGO_INITDB_ROOT_USERNAME and MONGO_INITDB_ROOT_PASSWORD only",
        instead: "MONGO_INITDB_ROOT_USERNAME and MONGO_INITDB_ROOT_PASSWORD"
      }
    ],
    refused: [],
    required: [],
    prefixes: [],
    source: ENTRYPOINT
  },
  builtInHealthcheck: false,
  healthCommand: `mongosh --quiet --eval "db.adminCommand('ping').ok" | grep -q 1`,
  runsAs: "drops-privileges",
  authentication: authentication7,
  defaultCredentials: [
    {
      user: { variable: "MONGO_INITDB_ROOT_USERNAME", default: "root" },
      password: {
        variable: "MONGO_INITDB_ROOT_PASSWORD",
        wellKnown: ["example", "password", "root", "admin", "mongo", "secret"]
      },
      source: HUB4
    }
  ],
  replication: replication5,
  memory: memory5,
  setting: (facts, name) => orInFile(option(facts.argv, name), facts.configMounted || hasConfigFile(facts)),
  gone: [
    {
      from: [6],
      program: "mongo",
      because: "the mongo shell is gone from MongoDB 6.0 on",
      instead: "mongosh",
      source: "https://www.mongodb.com/docs/manual/release-notes/6.0-compatibility/"
    }
  ]
});
function bitnamiReplication(facts) {
  const mode = facts.environment("MONGODB_REPLICA_SET_MODE");
  if (mode === void 0 || mode === "")
    return facts.configMounted ? unclear(FILE_DECIDES) : alone("MONGODB_REPLICA_SET_MODE is not set");
  const by = variable("MONGODB_REPLICA_SET_MODE");
  const group = text(facts, "MONGODB_REPLICA_SET_NAME") ?? "replicaset";
  if (mode === "primary") return wired("primary", "it is the primary of a replica set", [], by, group);
  const primary = firstSet(facts, ["MONGODB_INITIAL_PRIMARY_HOST", "MONGODB_PRIMARY_HOST"]);
  const peers = primary ? hostsIn(text(facts, primary) ?? "") : [];
  if (mode === "arbiter") return wired("watcher", "it is the arbiter of a replica set", peers, by, group);
  if (mode !== null && !primary)
    return claimed(
      `MONGODB_REPLICA_SET_MODE=${mode} without MONGODB_INITIAL_PRIMARY_HOST joins no set`,
      "Set MONGODB_INITIAL_PRIMARY_HOST to the primary.",
      by,
      "replica"
    );
  return wired("replica", "it joins the replica set of its primary", peers, by, group);
}
var bitnami3 = image(
  "bitnami",
  ["bitnami/mongodb", "bitnamilegacy/mongodb", "bitnami/mongodb-sharded", "bitnamilegacy/mongodb-sharded"],
  {
    ...dataAt("/bitnami/mongodb/data", BITNAMI6),
    builtInHealthcheck: false,
    healthCommand: "/opt/bitnami/scripts/mongodb/healthcheck.sh",
    runsAs: "non-root",
    authentication: (facts) => {
      const fix = "Remove ALLOW_EMPTY_PASSWORD and set MONGODB_ROOT_PASSWORD_FILE to a secret.";
      const password = firstSet(facts, [
        "MONGODB_ROOT_PASSWORD",
        "MONGODB_ROOT_PASSWORD_FILE",
        "MONGODB_INITIAL_PRIMARY_ROOT_PASSWORD",
        "MONGODB_PASSWORD",
        "MONGODB_PASSWORD_FILE"
      ]);
      if (password) return guarded(`${password} is set`, variable(password));
      if (!isSet(facts, "ALLOW_EMPTY_PASSWORD")) return guarded("the image does not start without a password");
      const by = variable("ALLOW_EMPTY_PASSWORD");
      if (facts.configMounted || !isYes(facts.environment("ALLOW_EMPTY_PASSWORD")))
        return undecided(FILE_DECIDES, fix, by);
      return open("ALLOW_EMPTY_PASSWORD=yes and no root password is set", fix, by);
    },
    replication: bitnamiReplication
  }
);
var mongodb_default = software(
  "mongodb",
  "MongoDB",
  "database",
  [
    official2,
    bitnami3,
    image(
      "community",
      [
        "mongodb/mongodb-community-server",
        "mongodb/mongodb-enterprise-server",
        "quay.io/mongodb/mongodb-community-server",
        "percona/percona-server-mongodb"
      ],
      {
        ...dataAt("/data/db", MANUAL),
        replication: replication5,
        memory: memory5
      }
    )
  ],
  {
    stateful: true,
    ports: [{ port: 27017, purpose: "data" }],
    cluster: { nodes: 3, how: "a replica set: --replSet on each node, initiated once with rs.initiate()" },
    backupTools: ["mongodump", "pbm"],
    schemes: ["mongodb", "mongodb+srv"]
  }
);

// src/knowledge/images/mssql.ts
var MSSQL = "https://learn.microsoft.com/en-us/sql/linux/sql-server-linux-configure-environment-variables";
var mssql_default = software(
  "mssql",
  "SQL Server",
  "database",
  [
    image("official", ["mcr.microsoft.com/mssql/server", "mcr.microsoft.com/mssql/rhel/server"], {
      ...dataAt("/var/opt/mssql", MSSQL),
      variables: {
        reads: [/^MSSQL_/, "ACCEPT_EULA", "SA_PASSWORD", "TZ"],
        ignored: [
          {
            pattern: /^SA_PASSWORD_FILE$|^MSSQL_SA_PASSWORD_FILE$/,
            because: "the SQL Server image reads no password from a file",
            instead: "MSSQL_SA_PASSWORD"
          }
        ],
        refused: [],
        required: [
          { anyOf: ["ACCEPT_EULA"], source: MSSQL },
          { anyOf: ["MSSQL_SA_PASSWORD", "SA_PASSWORD"], firstStartOnly: true, source: MSSQL }
        ],
        prefixes: [],
        source: MSSQL
      },
      builtInHealthcheck: false,
      runsAs: "non-root",
      authentication: (facts) => {
        const given2 = firstSet(facts, ["MSSQL_SA_PASSWORD", "SA_PASSWORD"]);
        return guarded("the image does not start without a password for sa", given2 ? variable(given2) : void 0);
      },
      defaultCredentials: ["MSSQL_SA_PASSWORD", "SA_PASSWORD"].map((name) => ({
        user: { default: "sa" },
        password: {
          variable: name,
          wellKnown: [
            "yourstrong!passw0rd",
            "yourstrong(!)password",
            "your_password123",
            "yourstrong@passw0rd",
            "p@ssw0rd",
            "password123!"
          ]
        },
        source: MSSQL
      })),
      memory: (facts) => {
        const name = "MSSQL_MEMORY_LIMIT_MB";
        if (!isSet(facts, name)) return void 0;
        const value = text(facts, name);
        return {
          what: "memory of SQL Server",
          ...value && /^\d{1,8}$/.test(value) ? { bytes: Number(value) * MIB } : {},
          by: variable(name),
          share: 0.8,
          setting: (bytes) => `${name}=${Math.floor(bytes / MIB)}`,
          source: MSSQL
        };
      },
      leastMemoryLimit: {
        bytes: 2 * GIB,
        source: "https://learn.microsoft.com/en-us/sql/linux/sql-server-linux-setup#system"
      }
    }),
    image("azure-sql-edge", ["mcr.microsoft.com/azure-sql-edge"], {
      ...dataAt("/var/opt/mssql", MSSQL)
    })
  ],
  {
    stateful: true,
    ports: [{ port: 1433, purpose: "data" }],
    backupTools: ["sqlcmd", "sqlpackage"],
    schemes: ["mssql", "sqlserver", "jdbc:sqlserver", "mssql+pyodbc", "mssql+aioodbc", "mssql+pymssql"]
  }
);

// src/knowledge/engines/mysql.ts
var VARIABLES = "https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html";
var SERVER_SETTINGS = [
  "max_connections",
  "innodb_buffer_pool_size",
  "innodb_log_file_size",
  "innodb_flush_log_at_trx_commit",
  "innodb_buffer_pool_instances",
  "max_allowed_packet",
  "wait_timeout",
  "interactive_timeout",
  "query_cache_size",
  "slow_query_log",
  "long_query_time",
  "character_set_server",
  "collation_server",
  "server_id",
  "log_bin",
  "binlog_format",
  "sql_mode",
  "thread_cache_size",
  "table_open_cache",
  "default_authentication_plugin"
];
function ignoredSettings(image2, prefixes) {
  return SERVER_SETTINGS.map((key) => ({
    pattern: new RegExp(`^(?:${prefixes})_${key.toUpperCase()}$`),
    because: `${image2} takes no server settings from variables`,
    instead: `command: --${key.replaceAll("_", "-")}=<value>`
  }));
}
var REPLICATION = /^(?:MYSQL|MARIADB)_(?:REPLICATION_(?:MODE|USER|PASSWORD)|MASTER_(?:HOST|PORT|PORT_NUMBER|ROOT_USER|ROOT_PASSWORD|USER|PASSWORD))$/;
function mysqlNames(prefixes, keys) {
  return prefixes.flatMap((prefix) => keys.map((key) => `${prefix}_${key}`));
}
var ROOT_KEYS = [
  "ROOT_PASSWORD",
  "ROOT_PASSWORD_FILE",
  "RANDOM_ROOT_PASSWORD",
  "ALLOW_EMPTY_PASSWORD",
  "ALLOW_EMPTY_ROOT_PASSWORD",
  "ROOT_PASSWORD_HASH"
];
function officialAuthentication(prefixes) {
  return (facts) => {
    const fix = `Remove it and set ${prefixes[0]}_ROOT_PASSWORD_FILE to a secret.`;
    if (option(facts.argv, "skip-grant-tables").given === "yes") {
      return open(
        "--skip-grant-tables lets everybody in without a password",
        "Remove --skip-grant-tables.",
        argument("--skip-grant-tables")
      );
    }
    const given2 = firstSet(
      facts,
      mysqlNames(prefixes, ["ROOT_PASSWORD", "ROOT_PASSWORD_FILE", "ROOT_PASSWORD_HASH", "RANDOM_ROOT_PASSWORD"])
    );
    if (given2) return guarded(`${given2} is set`, variable(given2));
    const empty = firstSet(facts, mysqlNames(prefixes, ["ALLOW_EMPTY_PASSWORD", "ALLOW_EMPTY_ROOT_PASSWORD"]));
    if (!empty) return guarded("the image does not start without a root password");
    if (facts.environment(empty) === null)
      return undecided(`${empty} is set to something unknown`, fix, variable(empty));
    return open(`${empty} gives root an empty password`, fix, variable(empty));
  };
}
function memory6(facts) {
  const set = option(facts.argv, "innodb-buffer-pool-size");
  if (set.given === "unknown" || set.given === "no" && facts.configMounted) return void 0;
  const bytes = set.given === "yes" ? set.value === void 0 ? void 0 : mysqlBytes(set.value) : 128 * MIB;
  return {
    what: "innodb_buffer_pool_size",
    ...bytes === void 0 ? {} : { bytes },
    ...set.given === "yes" ? { by: argument("--innodb-buffer-pool-size") } : {},
    share: 0.8,
    usualShare: 0.5,
    setting: (wanted) => `command: --innodb-buffer-pool-size=${shortSize(wanted).toUpperCase()}`,
    source: "https://dev.mysql.com/doc/refman/8.4/en/innodb-buffer-pool-resize.html"
  };
}
function connectionLimit(facts) {
  const set = option(facts.argv, "max-connections");
  if (set.given === "yes") {
    const clients = /^\d{1,7}$/.test(set.value ?? "") ? { clients: Number(set.value) } : {};
    return { ...clients, reserved: 0, by: argument("--max-connections"), source: VARIABLES };
  }
  const certain = set.given === "no" && !facts.configMounted;
  return { ...certain ? { clients: 151 } : {}, reserved: 0, source: VARIABLES };
}
function replication6(honoursMasterHost) {
  return (facts) => {
    const galera = option(facts.argv, "wsrep-cluster-address", "wsrep_cluster_address");
    if (galera.given === "yes") {
      return wired(
        "member",
        "Galera replicates between its nodes",
        hostsIn((galera.value ?? "").replace("gcomm://", "")),
        argument("--wsrep-cluster-address")
      );
    }
    const group = option(facts.argv, "loose-group-replication-group-seeds", "group-replication-group-seeds");
    if (group.given === "yes")
      return wired(
        "member",
        "group replication is configured",
        hostsIn(group.value ?? ""),
        argument("--group-replication-group-seeds")
      );
    const host = firstSet(facts, ["MARIADB_MASTER_HOST", "MYSQL_MASTER_HOST"]);
    if (host === "MARIADB_MASTER_HOST" && honoursMasterHost) {
      return wired(
        "replica",
        "it follows the node in MARIADB_MASTER_HOST",
        hostsIn(text(facts, host) ?? ""),
        variable(host)
      );
    }
    const asked = host ?? firstSet(facts, ["MYSQL_REPLICATION_MODE", "MARIADB_REPLICATION_MODE"]);
    if (facts.configMounted || asked && facts.scriptsMounted)
      return unclear(asked ? "a mounted script may read its replication variables" : FILE_DECIDES);
    if (asked) {
      const primary = /^(?:master|primary)$/i.test(text(facts, asked) ?? "");
      return claimed(
        `${asked} is not read by this image`,
        "Run CHANGE REPLICATION SOURCE TO \u2026 and START REPLICA on the second node, or use an image that does.",
        variable(asked),
        primary ? "primary" : "replica"
      );
    }
    return alone("nothing connects it to a second node");
  };
}
function login2(prefix, source) {
  return {
    user: { default: "root" },
    password: {
      variable: `${prefix}_ROOT_PASSWORD`,
      wellKnown: ["root", "password", "mysql", "mariadb", "my-secret-pw", "example", "secret"]
    },
    source
  };
}
function dataPath3(facts) {
  const set = option(facts.argv, "datadir");
  return set.given === "yes" ? set.value ?? null : void 0;
}
function setting2(facts, name) {
  return orInFile(option(facts.argv, name), facts.configMounted);
}

// src/knowledge/images/mysql.ts
var MYSQL_HUB = "https://hub.docker.com/_/mysql";
var MARIADB_HUB = "https://mariadb.com/kb/en/mariadb-server-docker-official-image-environment-variables/";
var BITNAMI7 = "https://github.com/bitnami/containers/tree/main/bitnami";
var common = {
  dataPath: dataPath3,
  builtInHealthcheck: false,
  runsAs: "drops-privileges",
  memory: memory6,
  connectionLimit,
  setting: setting2
};
var mysqlVariables = {
  reads: [
    /^MYSQL_(?:ROOT_PASSWORD|ROOT_HOST|DATABASE|USER|PASSWORD)(?:_FILE)?$/,
    "MYSQL_RANDOM_ROOT_PASSWORD",
    "MYSQL_ONETIME_PASSWORD",
    "MYSQL_ALLOW_EMPTY_PASSWORD",
    "MYSQL_INITDB_SKIP_TZINFO",
    "TZ"
  ],
  ignored: [
    ...ignoredSettings("the MySQL image", "MYSQL"),
    {
      pattern: REPLICATION,
      because: "the official MySQL image sets up no replication, so each container is an independent server",
      instead: "CHANGE REPLICATION SOURCE TO \u2026 and START REPLICA on the second node, or InnoDB Cluster"
    },
    {
      pattern: /^MARIADB_/,
      because: "MARIADB_ variables belong to the MariaDB image",
      instead: "the same name with MYSQL_ in front"
    }
  ],
  refused: [
    {
      pattern: /^MYSQL_USER$/,
      values: ["root"],
      instead: "another name in MYSQL_USER, or MYSQL_ROOT_PASSWORD alone: root always exists",
      source: "https://github.com/docker-library/mysql/blob/master/docker-entrypoint.sh"
    }
  ],
  required: [
    {
      anyOf: [
        "MYSQL_ROOT_PASSWORD",
        "MYSQL_ROOT_PASSWORD_FILE",
        "MYSQL_ALLOW_EMPTY_PASSWORD",
        "MYSQL_RANDOM_ROOT_PASSWORD"
      ],
      firstStartOnly: true,
      source: MYSQL_HUB
    }
  ],
  prefixes: [],
  source: "https://github.com/docker-library/mysql/blob/master/docker-entrypoint.sh"
};
var mysql = image(
  "official",
  ["mysql", "public.ecr.aws/docker/library/mysql", "container-registry.oracle.com/mysql/community-server"],
  {
    ...volumeAt("/var/lib/mysql", MYSQL_HUB),
    ...common,
    variables: mysqlVariables,
    healthCommand: 'mysqladmin ping -h 127.0.0.1 -uroot -p"$${MYSQL_ROOT_PASSWORD}" --silent',
    tools: { has: ["mysqladmin", "mysql", "mysqldump", "bash"], lacks: [] },
    authentication: officialAuthentication(["MYSQL"]),
    defaultCredentials: [login2("MYSQL", MYSQL_HUB)],
    replication: replication6(false)
  }
);
var mariadb = image(
  "official",
  ["mariadb", "public.ecr.aws/docker/library/mariadb", "quay.io/mariadb-foundation/mariadb-devel"],
  {
    ...volumeAt("/var/lib/mysql", MARIADB_HUB),
    ...common,
    variables: {
      reads: [
        /^MARIADB_/,
        /^MYSQL_(?:ROOT_PASSWORD|ROOT_HOST|DATABASE|USER|PASSWORD)(?:_FILE)?$/,
        /^MYSQL_(?:RANDOM_ROOT_PASSWORD|ALLOW_EMPTY_PASSWORD|INITDB_SKIP_TZINFO|ALLOW_EMPTY_ROOT_PASSWORD)$/,
        "TZ",
        "LANG"
      ],
      ignored: [
        ...ignoredSettings("the MariaDB image", "MYSQL|MARIADB"),
        {
          pattern: /^(?:MYSQL_(?:REPLICATION_MODE|MASTER_HOST)|MARIADB_REPLICATION_MODE)$/,
          because: "the official MariaDB image takes the primary from MARIADB_MASTER_HOST only",
          instead: "MARIADB_MASTER_HOST with MARIADB_REPLICATION_USER and MARIADB_REPLICATION_PASSWORD"
        }
      ],
      refused: [],
      required: [
        {
          anyOf: mysqlNames(["MARIADB", "MYSQL"], ROOT_KEYS).concat("MARIADB_MASTER_HOST"),
          firstStartOnly: true,
          source: MARIADB_HUB
        }
      ],
      prefixes: [],
      source: "https://github.com/MariaDB/mariadb-docker/blob/master/docker-entrypoint.sh"
    },
    healthCommand: "healthcheck.sh --connect --innodb_initialized",
    tools: { has: ["healthcheck.sh", "bash"], lacks: [] },
    authentication: officialAuthentication(["MARIADB", "MYSQL"]),
    defaultCredentials: [login2("MARIADB", MARIADB_HUB), login2("MYSQL", MARIADB_HUB)],
    replication: replication6(true),
    gone: ["mysqladmin", "mysql", "mysqldump"].map((program) => ({
      from: [11],
      program,
      because: `MariaDB images have no ${program} from version 11 on`,
      instead: program === "mysqladmin" ? "healthcheck.sh --connect --innodb_initialized" : program.replace("mysql", "mariadb").replace("mariadbdump", "mariadb-dump"),
      source: "https://mariadb.com/kb/en/using-healthcheck-sh/"
    }))
  }
);
function bitnami4(name, images) {
  const prefix = name.toUpperCase();
  const source = `${BITNAMI7}/${name}`;
  return image("bitnami", images, {
    ...dataAt(`/bitnami/${name}/data`, source),
    builtInHealthcheck: false,
    healthCommand: `/opt/bitnami/scripts/${name}/healthcheck.sh`,
    runsAs: "non-root",
    authentication: (facts) => {
      const fix = `Remove ALLOW_EMPTY_PASSWORD and set ${prefix}_ROOT_PASSWORD_FILE to a secret.`;
      const password = firstSet(facts, [
        `${prefix}_ROOT_PASSWORD`,
        `${prefix}_ROOT_PASSWORD_FILE`,
        `${prefix}_MASTER_ROOT_PASSWORD`
      ]);
      if (password) return guarded(`${password} is set`, variable(password));
      if (!isYes(facts.environment("ALLOW_EMPTY_PASSWORD")))
        return guarded("the image does not start without a password");
      return open("ALLOW_EMPTY_PASSWORD=yes and no root password is set", fix, variable("ALLOW_EMPTY_PASSWORD"));
    },
    defaultCredentials: [login2(prefix, source)],
    replication: (facts) => bitnamiReplication2(facts, prefix)
  });
}
function bitnamiReplication2(facts, prefix) {
  const galera = facts.environment(`${prefix}_GALERA_CLUSTER_ADDRESS`);
  if (galera)
    return wired(
      "member",
      "Galera replicates between its nodes",
      hostsIn(galera),
      variable(`${prefix}_GALERA_CLUSTER_ADDRESS`)
    );
  const name = `${prefix}_REPLICATION_MODE`;
  const mode = facts.environment(name);
  if (mode === null || firstUnknown(facts, [`${prefix}_GALERA_CLUSTER_ADDRESS`]))
    return unclear(`${name} is set to something unknown`);
  if (!mode) return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`);
  if (/^(?:master|primary|source)$/i.test(mode)) return wired("primary", "replicas may follow it", [], variable(name));
  const host = `${prefix}_MASTER_HOST`;
  if (isSet(facts, host))
    return wired("replica", `it follows the node in ${host}`, hostsIn(text(facts, host) ?? ""), variable(host));
  return claimed(
    `${name}=${mode} without ${host} follows no primary`,
    `Set ${host} to the primary.`,
    variable(name),
    "replica"
  );
}
var shared3 = {
  stateful: true,
  ports: [{ port: 3306, purpose: "data" }],
  cluster: {
    nodes: 2,
    how: "a replica that follows the source, Galera or group replication (3 nodes), or a managed service"
  },
  backupTools: ["mysqldump", "mariadb-dump", "mydumper", "mysqlpump", "xtrabackup", "mariabackup", "mariadb-backup"],
  schemes: [
    "mysql",
    "mysql2",
    "mariadb",
    "jdbc:mysql",
    "jdbc:mariadb",
    "mysql+pymysql",
    "mysql+aiomysql",
    "mysql+asyncmy",
    "mysql+mysqlconnector",
    "mysql+mysqldb",
    "mariadb+mariadbconnector"
  ]
};
var mysql_default = [
  software(
    "mysql",
    "MySQL",
    "database",
    [
      mysql,
      bitnami4("mysql", ["bitnami/mysql", "bitnamilegacy/mysql"]),
      image("percona", ["percona", "percona/percona-server", "percona/percona-xtradb-cluster"], {
        ...dataAt("/var/lib/mysql", "https://hub.docker.com/r/percona/percona-server"),
        dataPath: dataPath3,
        memory: memory6,
        connectionLimit
      })
    ],
    shared3
  ),
  software(
    "mariadb",
    "MariaDB",
    "database",
    [
      mariadb,
      bitnami4("mariadb", [
        "bitnami/mariadb",
        "bitnamilegacy/mariadb",
        "bitnami/mariadb-galera",
        "bitnamilegacy/mariadb-galera"
      ]),
      image(
        "linuxserver",
        ["linuxserver/mariadb", "lscr.io/linuxserver/mariadb"],
        dataAt("/config", "https://docs.linuxserver.io/images/docker-mariadb/")
      )
    ],
    { ...shared3, speaks: "mysql" }
  )
];

// src/knowledge/images/nats.ts
var FLAGS = "https://docs.nats.io/running-a-nats-service/introduction/flags";
var JETSTREAM = "https://docs.nats.io/running-a-nats-service/configuration/resource_management";
var jetStream = ["-js", "--js", "--jetstream", "-jetstream"];
function ownFile(facts) {
  return facts.configMounted || option(facts.argv, "c", "config").given === "yes";
}
function authentication8(facts) {
  const fix = "Mount a nats-server.conf with an authorization block, or start it with --user and --pass.";
  for (const name of ["--pass", "--auth", "--user"]) {
    if (option(facts.argv, name).given === "yes") return guarded(`${name} is given`, argument(name));
  }
  if (ownFile(facts) || option(facts.argv, "pass").given === "unknown") return undecided(FILE_DECIDES, fix);
  return open("neither its command nor a configuration file asks for a login", fix);
}
function replication7(facts) {
  const routes = option(facts.argv, "routes");
  if (routes.given === "yes")
    return wired("member", "--routes names its partners", hostsIn(routes.value ?? ""), argument("--routes"));
  if (ownFile(facts) || routes.given === "unknown") return unclear(FILE_DECIDES);
  return alone("--routes is not given");
}
function keepsData(facts) {
  const on = hasWord(facts.argv, jetStream);
  if (on === "no" && ownFile(facts)) return "unknown";
  return on;
}
function storeDirectory(facts) {
  const set = option(facts.argv, "sd", "store_dir");
  if (set.given === "yes") return set.value ?? null;
  return set.given === "unknown" || ownFile(facts) ? null : void 0;
}
var nats_default = software(
  "nats",
  "NATS",
  "broker",
  [
    image("official", ["nats", "public.ecr.aws/docker/library/nats"], {
      dataPaths: [{ paths: ["/tmp/nats/jetstream"], mountAt: "/data", source: JETSTREAM }],
      dataPath: storeDirectory,
      keepsData,
      builtInHealthcheck: false,
      healthCommand: "wget -qO- http://localhost:8222/healthz",
      authentication: authentication8,
      replication: replication7
    }),
    image("bitnami", ["bitnami/nats", "bitnamilegacy/nats"], { runsAs: "non-root" })
  ],
  {
    stateful: true,
    ports: [
      { port: 4222, purpose: "data" },
      { port: 8222, purpose: "admin" },
      { port: 6222, purpose: "cluster" }
    ],
    cluster: {
      nodes: 3,
      how: `three servers with one --cluster_name and --routes to each other (${FLAGS}); streams with three replicas`
    },
    backupTools: ["nats stream backup", "nats account backup"],
    schemes: ["nats", "tls+nats"]
  }
);

// src/knowledge/images/neo4j.ts
var NEO4J = "https://neo4j.com/docs/operations-manual/current/docker/";
var NEO4J_HEAP = ["NEO4J_server_memory_heap_max__size", "NEO4J_dbms_memory_heap_max__size"];
function neo4jMemory(facts) {
  const name = firstSet(facts, NEO4J_HEAP);
  if (!name) return void 0;
  const bytes = jvmBytes(text(facts, name) ?? "");
  return {
    what: "JVM heap",
    ...bytes === void 0 ? {} : { bytes },
    by: variable(name),
    share: 0.75,
    usualShare: 0.5,
    setting: (wanted) => `${name}=${shortSize(wanted)}`,
    source: "https://neo4j.com/docs/operations-manual/current/performance/memory-configuration/"
  };
}
var neo4j_default = software(
  "neo4j",
  "Neo4j",
  "database",
  [
    image("official", ["neo4j", "public.ecr.aws/docker/library/neo4j", "neo4j/neo4j-admin"], {
      ...volumeAt("/data", NEO4J),
      runsAs: "drops-privileges",
      authentication: (facts) => {
        const fix = "Set NEO4J_AUTH to neo4j/<password>, or NEO4J_AUTH_FILE to a secret.";
        const value = facts.environment("NEO4J_AUTH");
        const by = variable("NEO4J_AUTH");
        if (value?.toLowerCase() === "none") return open("NEO4J_AUTH=none lets everybody in", fix, by);
        if (value === null) return guarded("NEO4J_AUTH is set", by);
        if (facts.configMounted) return undecided(FILE_DECIDES, fix);
        return guarded(value ? "NEO4J_AUTH sets the login" : "a login is asked for by default", value ? by : void 0);
      },
      defaultCredentials: [
        {
          user: { default: "neo4j" },
          password: {
            variable: "NEO4J_AUTH",
            default: "neo4j/neo4j",
            wellKnown: ["neo4j/neo4j", "neo4j/password", "neo4j/test", "neo4j/admin", "neo4j/changeme"],
            alternatives: ["NEO4J_AUTH_FILE", "NEO4J_AUTH_PATH"]
          },
          source: NEO4J
        }
      ],
      memory: neo4jMemory
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 7687, purpose: "data" },
      { port: 7474, purpose: "admin" }
    ],
    backupTools: ["neo4j-admin"],
    schemes: ["neo4j", "neo4j+s", "bolt", "bolt+s"]
  }
);

// src/knowledge/images/nginx.ts
var dockerfiles = "https://github.com/nginx/docker-nginx";
var nginx_default = software(
  "nginx",
  "nginx",
  "proxy",
  [
    image("official", ["nginx", "public.ecr.aws/nginx/nginx"], {
      builtInHealthcheck: false,
      runsAs: "drops-privileges",
      healthCommand: "curl -fsS http://127.0.0.1/ -o /dev/null",
      variables: {
        reads: [/^NGINX_ENVSUBST_/, /^NGINX_ENTRYPOINT_/],
        ignored: [],
        refused: [],
        required: [],
        // Any variable may be meant for a template under /etc/nginx/templates: no prefix is the image's own.
        prefixes: [],
        source: `${dockerfiles}/blob/master/entrypoint/20-envsubst-on-templates.sh`
      }
    }),
    image("unprivileged", ["nginxinc/nginx-unprivileged", "ghcr.io/nginxinc/nginx-unprivileged"], {
      builtInHealthcheck: false,
      runsAs: "non-root",
      healthCommand: "curl -fsS http://127.0.0.1:8080/ -o /dev/null"
    }),
    image("bitnami", ["bitnami/nginx", "bitnamilegacy/nginx"], { runsAs: "non-root" }),
    image("openresty", ["openresty/openresty"], { builtInHealthcheck: false }),
    image("proxy-manager", ["jc21/nginx-proxy-manager"], {}),
    image("nginx-proxy", ["nginxproxy/nginx-proxy", "jwilder/nginx-proxy"], {})
  ],
  { ports: [web(80), web(443)] }
);

// src/knowledge/images/poolers.ts
var CONFIG = "https://www.pgbouncer.org/config.html";
var EDOBURU = "https://github.com/edoburu/docker-pgbouncer";
var BITNAMI8 = "https://github.com/bitnami/containers/tree/main/bitnami/pgbouncer";
var PGBOUNCER = "https://hub.docker.com/r/pgbouncer/pgbouncer";
var PGPOOL = "https://github.com/bitnami/containers/tree/main/bitnami/pgpool";
function authentication9(spell, otherwise) {
  return (facts) => {
    const name = spell("AUTH_TYPE");
    const fix = `Set ${name} to scram-sha-256 and give PgBouncer the users (userlist.txt or auth_query).`;
    const value = facts.environment(name);
    if (value === null) return undecided(`${name} is set to something unknown`, fix, variable(name));
    if (facts.configMounted) return undecided(FILE_DECIDES, fix, value ? variable(name) : void 0);
    const type = value || otherwise;
    if (/^(?:any|trust)$/i.test(type)) {
      const because = value ? `${name}=${value} asks no client for a password` : `${name} is not set, and this image then uses "${otherwise}", which asks no client for a password`;
      return open(because, fix, value ? variable(name) : void 0);
    }
    return guarded(`clients log in by ${type}`, value ? variable(name) : void 0);
  };
}
function connectionLimit2(spell) {
  return (facts) => {
    const number = (key, otherwise) => {
      const value = facts.environment(spell(key));
      if (value === void 0 || value === "") return facts.configMounted ? void 0 : otherwise;
      return /^\d{1,7}$/.test(value ?? "") ? Number(value) : void 0;
    };
    const clients = number("MAX_CLIENT_CONN", 100);
    const pool = number("DEFAULT_POOL_SIZE", 20);
    const mode = facts.environment(spell("POOL_MODE")) ?? (isSet(facts, spell("POOL_MODE")) || facts.configMounted ? "" : "session");
    return {
      ...clients === void 0 ? {} : { clients },
      reserved: 0,
      ...isSet(facts, spell("MAX_CLIENT_CONN")) ? { by: variable(spell("MAX_CLIENT_CONN")) } : {},
      ...pool === void 0 ? {} : { perDatabaseAndUser: pool },
      ...mode === "session" || mode === "transaction" || mode === "statement" ? { mode } : {},
      source: CONFIG
    };
  };
}
var SETTINGS = "POOL_MODE|MAX_CLIENT_CONN|DEFAULT_POOL_SIZE|MIN_POOL_SIZE|RESERVE_POOL_SIZE|RESERVE_POOL_TIMEOUT|MAX_DB_CONNECTIONS|MAX_USER_CONNECTIONS|AUTH_TYPE|SERVER_IDLE_TIMEOUT|QUERY_TIMEOUT|IGNORE_STARTUP_PARAMETERS";
var bare = (key) => key;
var prefixed = (key) => `PGBOUNCER_${key}`;
function named(ignored, more, source) {
  return { reads: [], refused: [], required: [], prefixes: [], ...more, ignored, source };
}
var withoutPrefix = {
  pattern: new RegExp(`^(?:${SETTINGS})$`),
  because: "this image takes the settings of pgbouncer.ini behind PGBOUNCER_",
  instead: "the same name with PGBOUNCER_ in front, for example PGBOUNCER_POOL_MODE"
};
var withPrefix = {
  pattern: new RegExp(`^PGBOUNCER_(?:${SETTINGS})$`),
  because: "edoburu/pgbouncer takes the settings of pgbouncer.ini under their own names",
  instead: "the same name without PGBOUNCER_, for example POOL_MODE"
};
var shared4 = { builtInHealthcheck: false };
var edoburu = image("edoburu", ["edoburu/pgbouncer", "ghcr.io/edoburu/pgbouncer"], {
  ...shared4,
  variables: named([withPrefix], { reads: [/^DB_/, "DATABASE_URL", "DATABASE_URLS", /^[A-Z][A-Z0-9_]+$/] }, EDOBURU),
  healthCommand: "pg_isready -h 127.0.0.1 -p $${LISTEN_PORT:-5432}",
  tools: { has: ["pg_isready"], lacks: [] },
  runsAs: "non-root",
  authentication: authentication9(bare, "md5"),
  connectionLimit: connectionLimit2(bare)
});
var bitnami5 = image("bitnami", ["bitnami/pgbouncer", "bitnamilegacy/pgbouncer"], {
  ...shared4,
  variables: named([withoutPrefix], { reads: [/^PGBOUNCER_/, /^POSTGRESQL_/, /^BITNAMI_/] }, BITNAMI8),
  healthCommand: "pg_isready -h 127.0.0.1 -p 6432",
  runsAs: "non-root",
  authentication: authentication9(prefixed, "scram-sha-256"),
  connectionLimit: connectionLimit2(prefixed)
});
var pgbouncer = image("pgbouncer", ["pgbouncer/pgbouncer"], {
  ...shared4,
  variables: named(
    [
      withoutPrefix,
      {
        pattern: /^DATABASES_(?:DATABASE|DATABASE_NAME|NAME)$/,
        because: "the name of the database is DATABASES_DBNAME in this image",
        instead: "DATABASES_DBNAME"
      },
      {
        pattern: /^(?:DB_(?:HOST|PORT|USER|PASSWORD|NAME)|DATABASE_URL|POSTGRESQL_(?:HOST|PORT|USERNAME|PASSWORD|DATABASE))$/,
        because: "this image takes its server from DATABASES_HOST, DATABASES_PORT, DATABASES_USER, DATABASES_PASSWORD and DATABASES_DBNAME",
        instead: "DATABASES_HOST, DATABASES_PORT, DATABASES_USER, DATABASES_PASSWORD and DATABASES_DBNAME"
      }
    ],
    {
      reads: [
        /^DATABASES_(?:HOST|PORT|USER|PASSWORD|DBNAME|CLIENT_ENCODING|POOL_SIZE|AUTH_USER|CONNECT_QUERY|DATESTYLE|TIMEZONE)$/,
        /^PGBOUNCER_/
      ],
      required: [{ anyOf: ["DATABASES_HOST"], source: PGBOUNCER }]
    },
    PGBOUNCER
  ),
  authentication: authentication9(prefixed, "any"),
  connectionLimit: connectionLimit2(prefixed)
});
var poolers_default = [
  software("pgbouncer", "PgBouncer", "pooler", [edoburu, bitnami5, pgbouncer], {
    ports: [
      { port: 6432, purpose: "data" },
      { port: 5432, purpose: "data" }
    ],
    schemes: ["postgres", "postgresql"]
  }),
  software(
    "pgpool",
    "Pgpool-II",
    "pooler",
    [
      image("bitnami", ["bitnami/pgpool", "bitnamilegacy/pgpool"], {
        ...shared4,
        healthCommand: "/opt/bitnami/scripts/pgpool/healthcheck.sh",
        runsAs: "non-root",
        authentication: (facts) => {
          const fix = "Leave PGPOOL_ENABLE_POOL_HBA on and give the users with PGPOOL_POSTGRES_CUSTOM_USERS.";
          if (/^(?:no|false)$/i.test(text(facts, "PGPOOL_ENABLE_POOL_HBA") ?? "")) {
            return undecided("without pool_hba the server behind it decides", fix, variable("PGPOOL_ENABLE_POOL_HBA"));
          }
          const given2 = firstSet(facts, ["PGPOOL_POSTGRES_PASSWORD", "PGPOOL_POSTGRES_PASSWORD_FILE"]);
          return guarded("clients log in by pool_hba", given2 ? variable(given2) : void 0);
        },
        connectionLimit: (facts) => {
          const value = facts.environment("PGPOOL_NUM_INIT_CHILDREN");
          const source = PGPOOL;
          if (value === void 0) return { clients: 32, reserved: 0, source };
          const by = variable("PGPOOL_NUM_INIT_CHILDREN");
          return /^\d{1,6}$/.test(value ?? "") ? { clients: Number(value), reserved: 0, by, source } : { reserved: 0, by, source };
        }
      }),
      image("official", ["pgpool/pgpool"], shared4)
    ],
    {
      ports: [
        { port: 5432, purpose: "data" },
        { port: 9999, purpose: "data" },
        { port: 9898, purpose: "admin" }
      ],
      schemes: ["postgres", "postgresql"]
    }
  )
];

// src/knowledge/engines/postgres.ts
var RESOURCES = "https://www.postgresql.org/docs/current/runtime-config-resource.html";
var CONNECTIONS = "https://www.postgresql.org/docs/current/runtime-config-connection.html";
var PASSWORDS2 = ["POSTGRES_PASSWORD", "POSTGRES_PASSWORD_FILE"];
function authentication10(facts) {
  const method = facts.environment("POSTGRES_HOST_AUTH_METHOD");
  const by = variable("POSTGRES_HOST_AUTH_METHOD");
  const fix = "Remove POSTGRES_HOST_AUTH_METHOD and set POSTGRES_PASSWORD_FILE to a secret.";
  if (method === "trust") {
    if (postgresSetting(facts.argv, "hba_file").given !== "no")
      return undecided("a file of its own (hba_file) decides", fix, by);
    return open("POSTGRES_HOST_AUTH_METHOD=trust lets everybody in without a password", fix, by);
  }
  if (method === null) return undecided("POSTGRES_HOST_AUTH_METHOD is set to something unknown", fix, by);
  const password = firstSet(facts, PASSWORDS2);
  if (password) return guarded(`${password} is set`, variable(password));
  return guarded("the image does not start without a password");
}
function replication8(facts) {
  const line = commandText(facts.argv);
  if (/\bpg_basebackup\b|\bstandby\.signal\b/.test(line)) {
    const host = /(?:-h\s*|--host[= ]|\bhost=)([\w.-]+)/.exec(line)?.[1];
    return wired("replica", "it copies its primary with pg_basebackup", host ? hostsIn(host) : []);
  }
  const source = postgresSetting(facts.argv, "primary_conninfo");
  if (source.given === "yes") {
    const host = /\bhost=([\w.-]+)/.exec(source.value ?? "")?.[1];
    return unclear(
      "primary_conninfo is set; standby.signal in its data directory decides",
      argument("primary_conninfo"),
      "replica",
      host ? hostsIn(host) : []
    );
  }
  const fix = "Fill its data directory with pg_basebackup -R -h <primary>, which writes standby.signal and primary_conninfo, or use an image that replicates.";
  const asked = [
    "POSTGRES_REPLICATION_MODE",
    "POSTGRESQL_REPLICATION_MODE",
    "POSTGRES_MASTER_HOST",
    "POSTGRES_MASTER_SERVICE_HOST",
    "POSTGRES_PRIMARY_HOST"
  ];
  const found = firstSet(facts, asked);
  if (found) {
    if (facts.configMounted || facts.scriptsMounted)
      return unclear("a mounted script may read its replication variables", variable(found));
    const primary = /^(?:master|primary)$/i.test(text(facts, found) ?? "");
    return claimed(`${found} is not read by this image`, fix, variable(found), primary ? "primary" : "replica");
  }
  if (facts.configMounted) return unclear(FILE_DECIDES);
  const standby = postgresSetting(facts.argv, "hot_standby");
  if (standby.given === "yes" && /^(?:on|true|yes|1)$/i.test(standby.value ?? "")) {
    return claimed(
      "hot_standby=on alone follows no primary: there is neither standby.signal nor primary_conninfo",
      fix,
      argument("hot_standby")
    );
  }
  return alone("nothing connects it to a second node");
}
function memory7(facts) {
  const set = postgresSetting(facts.argv, "shared_buffers");
  if (set.given === "unknown" || set.given === "no" && facts.configMounted) return void 0;
  const bytes = set.given === "yes" ? set.value === void 0 ? void 0 : postgresBytes(set.value) : 128 * MIB;
  return {
    what: "shared_buffers",
    ...bytes === void 0 ? {} : { bytes },
    ...set.given === "yes" ? { by: argument("shared_buffers") } : {},
    share: 0.4,
    usualShare: 0.25,
    setting: (wanted) => `command: postgres -c shared_buffers=${Math.max(1, Math.floor(wanted / MIB))}MB`,
    source: RESOURCES
  };
}
function connectionLimit3(facts) {
  const set = postgresSetting(facts.argv, "max_connections");
  const reserve = postgresSetting(facts.argv, "superuser_reserved_connections");
  const reserved = reserve.given === "yes" && /^\d{1,4}$/.test(reserve.value ?? "") ? Number(reserve.value) : 3;
  if (set.given === "yes") {
    const clients = /^\d{1,7}$/.test(set.value ?? "") ? { clients: Number(set.value) } : {};
    return { ...clients, reserved, by: argument("max_connections"), source: CONNECTIONS };
  }
  const certain = set.given === "no" && !facts.configMounted;
  return { ...certain ? { clients: 100 } : {}, reserved, source: CONNECTIONS };
}
function dataPath4(facts) {
  const flag = option(facts.argv, "-D");
  if (flag.given === "yes") return flag.value ?? null;
  const moved = facts.environment("PGDATA");
  if (moved !== void 0 && moved !== "") return moved;
  const major = facts.version?.[0];
  return major !== void 0 && major >= 18 && major < 1e3 ? `/var/lib/postgresql/${major}/docker` : void 0;
}
function setting3(facts, name) {
  return orInFile(postgresSetting(facts.argv, name), facts.configMounted);
}

// src/knowledge/images/postgres.ts
var HUB5 = "https://hub.docker.com/_/postgres";
var ENTRYPOINT2 = "https://github.com/docker-library/postgres/blob/master/docker-entrypoint.sh";
var BITNAMI9 = "https://github.com/bitnami/containers/tree/main/bitnami/postgresql";
var SERVER_SETTINGS2 = [
  "max_connections",
  "shared_buffers",
  "effective_cache_size",
  "work_mem",
  "maintenance_work_mem",
  "wal_buffers",
  "min_wal_size",
  "max_wal_size",
  "wal_level",
  "max_wal_senders",
  "max_replication_slots",
  "hot_standby",
  "synchronous_commit",
  "checkpoint_completion_target",
  "checkpoint_timeout",
  "random_page_cost",
  "effective_io_concurrency",
  "default_statistics_target",
  "max_worker_processes",
  "max_parallel_workers",
  "max_parallel_workers_per_gather",
  "max_parallel_maintenance_workers",
  "huge_pages",
  "temp_buffers",
  "statement_timeout",
  "idle_in_transaction_session_timeout",
  "log_statement",
  "log_min_duration_statement",
  "shared_preload_libraries",
  "listen_addresses",
  "archive_mode",
  "archive_command"
];
var REPLICATION_VARIABLE = /^POSTGRES(?:QL)?_(?:REPLICATION_(?:MODE|USER|PASSWORD|PASSWORD_FILE|HOST)|MASTER_(?:HOST|SERVICE_HOST|PORT|PORT_NUMBER)|PRIMARY_HOST|NUM_SYNCHRONOUS_REPLICAS)$/;
var officialVariables = {
  reads: [
    /^POSTGRES_(?:PASSWORD|USER|DB|INITDB_ARGS)(?:_FILE)?$/,
    "POSTGRES_INITDB_WALDIR",
    "POSTGRES_HOST_AUTH_METHOD",
    /^PG[A-Z]+$/,
    "TZ",
    /^LANG$|^LC_/
  ],
  ignored: [
    ...SERVER_SETTINGS2.map((key) => ({
      pattern: new RegExp(`^(?:POSTGRES_|POSTGRESQL_|PG_)?${key.toUpperCase()}$`),
      because: "the official PostgreSQL image takes no server settings from variables",
      instead: `command: postgres -c ${key}=<value>`
    })),
    {
      pattern: REPLICATION_VARIABLE,
      because: "the official PostgreSQL image sets up no replication, so each container is an independent primary",
      instead: "fill the data directory of the second node with pg_basebackup -R, or use an image that replicates (Patroni, repmgr)"
    },
    {
      pattern: /^POSTGRESQL_(?:PASSWORD|USERNAME|DATABASE)$/,
      because: "that is the name in the Bitnami image; the official one reads POSTGRES_PASSWORD, POSTGRES_USER and POSTGRES_DB",
      instead: "POSTGRES_PASSWORD, POSTGRES_USER and POSTGRES_DB"
    }
  ],
  refused: [],
  required: [{ anyOf: [...PASSWORDS2, "POSTGRES_HOST_AUTH_METHOD"], firstStartOnly: true, source: ENTRYPOINT2 }],
  prefixes: [],
  source: ENTRYPOINT2
};
var wellKnownLogin = {
  user: { variable: "POSTGRES_USER", default: "postgres" },
  password: { variable: "POSTGRES_PASSWORD", wellKnown: ["postgres", "password", "mysecretpassword", "example"] },
  source: HUB5
};
function derived(id, images, facts = {}) {
  return image(id, images, {
    dataPaths: [
      {
        before: [18],
        paths: ["/var/lib/postgresql/data"],
        volumes: ["/var/lib/postgresql/data"],
        source: `${HUB5}#pgdata`
      },
      {
        paths: ["/var/lib/postgresql"],
        volumes: ["/var/lib/postgresql"],
        mountAt: "/var/lib/postgresql",
        source: `${HUB5}#pgdata`
      }
    ],
    dataPath: dataPath4,
    variables: officialVariables,
    builtInHealthcheck: false,
    healthCommand: "pg_isready -h 127.0.0.1 -U $${POSTGRES_USER:-postgres}",
    tools: { has: ["pg_isready", "psql", "pg_dump", "bash"], lacks: ["curl"] },
    runsAs: "drops-privileges",
    authentication: authentication10,
    defaultCredentials: [wellKnownLogin],
    replication: replication8,
    memory: memory7,
    connectionLimit: connectionLimit3,
    setting: setting3,
    leastMemoryLimit: { bytes: GIB, source: RESOURCES },
    ...facts
  });
}
var timescale = {
  versionFromTag: /pg(\d+)/,
  setting: (facts, name) => orInFile(setting3(facts, name), true),
  variables: {
    ...officialVariables,
    reads: [...officialVariables.reads, /^TS_TUNE_/, "NO_TS_TUNE", /^TIMESCALEDB_/, "POSTGRESQL_CONF_DIR"],
    ignored: officialVariables.ignored.filter((each) => !each.pattern.test("MAX_CONNECTIONS"))
  },
  memory: (facts) => postgresSetting(facts.argv, "shared_buffers").given === "yes" ? memory7(facts) : void 0,
  connectionLimit: (facts) => {
    if (postgresSetting(facts.argv, "max_connections").given === "yes") return connectionLimit3(facts);
    return { reserved: 3, source: "https://github.com/timescale/timescaledb-docker" };
  }
};
var bitnamiPasswords = ["POSTGRESQL", "POSTGRES"].flatMap(
  (prefix) => ["PASSWORD", "PASSWORD_FILE", "POSTGRES_PASSWORD", "POSTGRES_PASSWORD_FILE"].map((name) => `${prefix}_${name}`)
);
function either2(facts, name) {
  return isSet(facts, `POSTGRESQL_${name}`) ? `POSTGRESQL_${name}` : `POSTGRES_${name}`;
}
function bitnamiReplication3(facts) {
  const partners = facts.environment("REPMGR_PARTNER_NODES");
  if (partners !== void 0) {
    return wired(
      "member",
      "repmgr replicates between its partner nodes",
      hostsIn(partners ?? ""),
      variable("REPMGR_PARTNER_NODES")
    );
  }
  const name = either2(facts, "REPLICATION_MODE");
  const mode = facts.environment(name);
  if (mode === null) return unclear(`${name} is set to something unknown`, variable(name));
  if (!mode) return facts.configMounted ? unclear(FILE_DECIDES) : alone("POSTGRESQL_REPLICATION_MODE is not set");
  if (/^(?:master|primary)$/i.test(mode)) return wired("primary", "replicas may follow it", [], variable(name));
  const host = either2(facts, "MASTER_HOST");
  if (isSet(facts, host)) {
    return wired("replica", `it follows the node in ${host}`, hostsIn(text(facts, host) ?? ""), variable(host));
  }
  return claimed(
    `${name}=${mode} without POSTGRESQL_MASTER_HOST follows no primary`,
    "Set POSTGRESQL_MASTER_HOST to the primary.",
    variable(name),
    "replica"
  );
}
var bitnami6 = image(
  "bitnami",
  ["bitnami/postgresql", "bitnamilegacy/postgresql", "bitnami/postgresql-repmgr", "bitnamilegacy/postgresql-repmgr"],
  {
    ...dataAt("/bitnami/postgresql/data", BITNAMI9),
    dataPath: (facts) => directoryIn(facts, ["POSTGRESQL_DATA_DIR"]),
    variables: {
      reads: [/^POSTGRESQL_/, /^POSTGRES_/, /^REPMGR_/, /^BITNAMI_/, /^PG[A-Z]+$/, "ALLOW_EMPTY_PASSWORD"],
      ignored: ["shared_buffers", "work_mem", "maintenance_work_mem", "effective_cache_size"].map((key) => ({
        pattern: new RegExp(`^POSTGRES(?:QL)?_${key.toUpperCase()}$`),
        because: "the Bitnami PostgreSQL image has no such variable",
        instead: `POSTGRESQL_EXTRA_FLAGS: -c ${key}=<value>`
      })),
      refused: [],
      required: [],
      prefixes: [],
      source: BITNAMI9
    },
    builtInHealthcheck: false,
    healthCommand: "pg_isready -h 127.0.0.1 -p 5432 -U postgres",
    tools: { has: ["pg_isready", "psql", "pg_dump", "bash"], lacks: [] },
    runsAs: "non-root",
    authentication: (facts) => {
      const fix = "Remove ALLOW_EMPTY_PASSWORD and set POSTGRESQL_PASSWORD_FILE to a secret.";
      const password = firstSet(facts, bitnamiPasswords);
      if (password) return guarded(`${password} is set`, variable(password));
      if (!isYes(facts.environment("ALLOW_EMPTY_PASSWORD")))
        return guarded("the image does not start without a password");
      if (facts.configMounted) return undecided(FILE_DECIDES, fix);
      return open("ALLOW_EMPTY_PASSWORD=yes and no password is set", fix, variable("ALLOW_EMPTY_PASSWORD"));
    },
    defaultCredentials: [
      {
        user: { variable: "POSTGRESQL_USERNAME", default: "postgres" },
        password: { variable: "POSTGRESQL_PASSWORD", wellKnown: ["postgres", "password", "bitnami", "password123"] },
        source: BITNAMI9
      }
    ],
    replication: bitnamiReplication3,
    memory: (facts) => {
      const flags = facts.environment("POSTGRESQL_EXTRA_FLAGS");
      if (flags === null) return void 0;
      const used = memory7({ ...facts, argv: flags ? splitWords2(flags) : void 0 });
      return used && {
        ...used,
        ...used.by ? { by: variable("POSTGRESQL_EXTRA_FLAGS") } : {},
        setting: (bytes) => `POSTGRESQL_EXTRA_FLAGS: -c shared_buffers=${Math.max(1, Math.floor(bytes / MIB))}MB`
      };
    },
    connectionLimit: (facts) => {
      const name = either2(facts, "MAX_CONNECTIONS");
      const value = facts.environment(name);
      if (value === void 0 && !facts.configMounted) return { clients: 100, reserved: 3, source: BITNAMI9 };
      const clients = /^\d{1,7}$/.test(value ?? "") ? { clients: Number(value) } : {};
      return { ...clients, reserved: 3, ...value === void 0 ? {} : { by: variable(name) }, source: BITNAMI9 };
    },
    leastMemoryLimit: { bytes: GIB, source: RESOURCES }
  }
);
var postgres_default = software(
  "postgres",
  "PostgreSQL",
  "database",
  [
    derived("official", ["postgres", "public.ecr.aws/docker/library/postgres"]),
    derived("postgis", ["postgis/postgis", "imresamu/postgis"]),
    derived("pgvector", ["pgvector/pgvector", "ankane/pgvector"], { versionFromTag: /pg(\d+)/ }),
    derived("timescale", ["timescale/timescaledb", "timescale/timescaledb-postgis"], timescale),
    image("timescale-ha", ["timescale/timescaledb-ha"], {
      ...dataAt("/home/postgres/pgdata", "https://github.com/timescale/timescaledb-docker-ha"),
      dataPath: dataPath4,
      healthCommand: "pg_isready -h 127.0.0.1 -U $${POSTGRES_USER:-postgres}"
    }),
    bitnami6,
    image(
      "spilo",
      [14, 15, 16, 17, 18].map((major) => `ghcr.io/zalando/spilo-${major}`),
      {
        ...dataAt("/home/postgres/pgdata", "https://github.com/zalando/spilo"),
        replication: () => wired("member", "Spilo runs PostgreSQL under Patroni", [])
      }
    )
  ],
  {
    stateful: true,
    ports: [{ port: 5432, purpose: "data" }],
    cluster: {
      nodes: 2,
      how: "a standby that follows the primary (pg_basebackup -R, Patroni, repmgr) or a managed service"
    },
    backupTools: ["pg_dump", "pg_dumpall", "pg_basebackup", "pgbackrest", "wal-g", "barman"],
    schemes: [
      "postgres",
      "postgresql",
      "jdbc:postgresql",
      "postgresql+asyncpg",
      "postgresql+psycopg",
      "postgresql+psycopg2",
      "postgis",
      "asyncpg"
    ]
  }
);

// src/knowledge/images/prometheus.ts
var prometheus_default = [
  software(
    "prometheus",
    "Prometheus",
    "metrics",
    [
      image("official", ["prom/prometheus", "quay.io/prometheus/prometheus"], {
        ...dataAt("/prometheus", "https://github.com/prometheus/prometheus/blob/main/Dockerfile"),
        builtInHealthcheck: false,
        healthCommand: "wget -q -O /dev/null http://127.0.0.1:9090/-/healthy",
        tools: { has: ["prometheus", "promtool", "wget", "sh", "nc"], lacks: ["curl", "bash"], shell: true },
        runsAs: "non-root"
      }),
      image("bitnami", ["bitnami/prometheus", "bitnamilegacy/prometheus"], {
        ...dataAt("/opt/bitnami/prometheus/data", "https://github.com/bitnami/containers/tree/main/bitnami/prometheus"),
        runsAs: "non-root"
      }),
      image("ubuntu", ["ubuntu/prometheus"], {})
    ],
    {
      stateful: true,
      ports: [web(9090)],
      access: {
        byDefault: "none",
        variables: [],
        source: "https://prometheus.io/docs/operating/security/#prometheus"
      }
    }
  ),
  software(
    "alertmanager",
    "Alertmanager",
    "alerting",
    [
      image("official", ["prom/alertmanager", "quay.io/prometheus/alertmanager"], {
        ...dataAt("/alertmanager", "https://github.com/prometheus/alertmanager/blob/main/Dockerfile"),
        builtInHealthcheck: false,
        healthCommand: "wget -q -O /dev/null http://127.0.0.1:9093/-/healthy",
        tools: { has: ["alertmanager", "amtool", "wget", "sh", "nc"], lacks: ["curl", "bash"], shell: true },
        runsAs: "non-root"
      }),
      image("bitnami", ["bitnami/alertmanager", "bitnamilegacy/alertmanager"], { runsAs: "non-root" })
    ],
    {
      ports: [web(9093), { port: 9094, purpose: "cluster" }],
      access: {
        byDefault: "none",
        variables: [],
        source: "https://prometheus.io/docs/operating/security/#alertmanager"
      }
    }
  ),
  software(
    "pushgateway",
    "Pushgateway",
    "metrics",
    [
      image("official", ["prom/pushgateway", "quay.io/prometheus/pushgateway"], {
        builtInHealthcheck: false,
        healthCommand: "wget -q -O /dev/null http://127.0.0.1:9091/-/healthy",
        tools: { has: ["pushgateway", "wget", "sh", "nc"], lacks: ["curl", "bash"], shell: true },
        runsAs: "non-root"
      })
    ],
    { ports: [web(9091)] }
  ),
  software(
    "victoriametrics",
    "VictoriaMetrics",
    "metrics",
    [
      image("official", ["victoriametrics/victoria-metrics", "quay.io/victoriametrics/victoria-metrics"], {
        ...dataAt(
          "/victoria-metrics-data",
          "https://docs.victoriametrics.com/victoriametrics/single-server-victoriametrics/"
        ),
        builtInHealthcheck: false,
        healthCommand: "wget -q -O /dev/null http://127.0.0.1:8428/health"
      })
    ],
    { stateful: true, ports: [web(8428)] }
  ),
  software(
    "vmagent",
    "vmagent",
    "agent",
    [image("official", ["victoriametrics/vmagent", "victoriametrics/vmalert", "victoriametrics/vmauth"], {})],
    { ports: [web(8429)] }
  ),
  software(
    "thanos",
    "Thanos",
    "metrics",
    [image("official", ["quay.io/thanos/thanos", "thanosio/thanos", "bitnami/thanos", "bitnamilegacy/thanos"], {})],
    { ports: [web(10902)] }
  ),
  software(
    "statsd-exporter",
    "StatsD exporter",
    "exporter",
    [image("official", ["prom/statsd-exporter"], { runsAs: "non-root" })],
    { ports: [metrics(9102)] }
  )
];

// src/knowledge/images/proxies.ts
var proxies_default = [
  software(
    "haproxy",
    "HAProxy",
    "proxy",
    [
      image(
        "official",
        ["haproxy", "haproxytech/haproxy-alpine", "haproxytech/haproxy-debian", "haproxytech/haproxy-ubuntu"],
        {
          builtInHealthcheck: false,
          healthCommand: "haproxy -c -q -f /usr/local/etc/haproxy/haproxy.cfg"
        }
      ),
      image("bitnami", ["bitnami/haproxy", "bitnamilegacy/haproxy"], { runsAs: "non-root" })
    ],
    { ports: [] }
  ),
  software(
    "caddy",
    "Caddy",
    "proxy",
    [
      image("official", ["caddy", "lucaslorentz/caddy-docker-proxy"], {
        builtInHealthcheck: false,
        healthCommand: "wget -q --spider http://127.0.0.1:2019/config/",
        // Certificates and account keys; the container starts without them and asks for new ones.
        dataPaths: [{ paths: ["/data"], source: "https://github.com/caddyserver/caddy-docker" }]
      })
    ],
    { ports: [web(80), web(443), { port: 2019, purpose: "admin" }] }
  ),
  software(
    "envoy",
    "Envoy",
    "proxy",
    [
      image("official", ["envoyproxy/envoy", "envoyproxy/envoy-alpine"], { builtInHealthcheck: false }),
      image("distroless", ["envoyproxy/envoy-distroless"], {
        builtInHealthcheck: false,
        tools: { has: [], lacks: ["curl", "wget"], shell: false }
      })
    ],
    { ports: [web(1e4)] }
  ),
  software(
    "kong",
    "Kong Gateway",
    "proxy",
    [
      image("official", ["kong", "kong/kong", "kong/kong-gateway", "kong/kong-gateway-dev"], {
        runsAs: "non-root",
        healthCommand: "kong health"
      })
    ],
    {
      ports: [web(8e3), web(8443), { port: 8001, purpose: "admin" }, { port: 8444, purpose: "admin" }]
    }
  ),
  software(
    "httpd",
    "Apache HTTP Server",
    "proxy",
    [
      image("official", ["httpd"], { builtInHealthcheck: false, runsAs: "drops-privileges" }),
      image("bitnami", ["bitnami/apache", "bitnamilegacy/apache"], { runsAs: "non-root" })
    ],
    { ports: [web(80)] }
  ),
  software(
    "oauth2-proxy",
    "OAuth2 Proxy",
    "proxy",
    [
      image("official", ["quay.io/oauth2-proxy/oauth2-proxy"], {
        runsAs: "non-root",
        tools: { has: ["oauth2-proxy"], lacks: ["curl", "wget"] }
      })
    ],
    { ports: [web(4180), metrics(44180)] }
  ),
  software("varnish", "Varnish", "proxy", [image("official", ["varnish"], { builtInHealthcheck: false })], {
    ports: [web(80), web(8443)]
  }),
  software("cloudflared", "cloudflared", "proxy", [
    image("official", ["cloudflare/cloudflared"], {
      runsAs: "non-root",
      tools: { has: ["cloudflared"], lacks: ["curl", "wget"], shell: false }
    })
  ]),
  software("certbot", "Certbot", "agent", [image("official", ["certbot/certbot", "certbot/dns-*"], {})])
];

// src/knowledge/images/rabbitmq.ts
var HUB6 = "https://hub.docker.com/_/rabbitmq";
var ENTRYPOINT3 = "https://github.com/docker-library/rabbitmq/blob/master/docker-entrypoint.sh";
var BITNAMI10 = "https://github.com/bitnami/containers/tree/main/bitnami/rabbitmq";
var CLUSTER2 = "https://www.rabbitmq.com/docs/cluster-formation";
var refused = [
  {
    pattern: /^RABBITMQ_DEFAULT_(?:PASS|USER)_FILE$/,
    instead: "RABBITMQ_DEFAULT_USER and RABBITMQ_DEFAULT_PASS, or default_user and default_pass in a mounted rabbitmq.conf"
  },
  {
    pattern: /^RABBITMQ_(?:MANAGEMENT_)?SSL_(?:CACERTFILE|CERTFILE|DEPTH|FAIL_IF_NO_PEER_CERT|KEYFILE|VERIFY)$/,
    instead: "ssl_options.* in a mounted rabbitmq.conf"
  },
  {
    pattern: /^RABBITMQ_VM_MEMORY_HIGH_WATERMARK$/,
    instead: "vm_memory_high_watermark.absolute in a mounted rabbitmq.conf"
  }
].map((each) => ({ ...each, from: [3, 9], source: ENTRYPOINT3 }));
var variables = {
  reads: [/^RABBITMQ_/, "HOSTNAME", "HOME", "TZ", "LANG"],
  ignored: [
    {
      pattern: /^RABBITMQ_(?:USERNAME|USER|PASSWORD|PASS|VHOST)$/,
      because: "the official image creates its user from RABBITMQ_DEFAULT_USER, RABBITMQ_DEFAULT_PASS and RABBITMQ_DEFAULT_VHOST only",
      instead: "RABBITMQ_DEFAULT_USER, RABBITMQ_DEFAULT_PASS and RABBITMQ_DEFAULT_VHOST"
    },
    {
      pattern: /^RABBITMQ_CLUSTER_(?:NODE_NAME|NODES|WITH|PARTITION_HANDLING)$/,
      because: "the official image joins no cluster by variables",
      instead: "cluster_formation.* in a mounted rabbitmq.conf, and one RABBITMQ_ERLANG_COOKIE for all nodes"
    }
  ],
  refused,
  required: [],
  prefixes: [],
  source: ENTRYPOINT3
};
function replication9(facts) {
  const line = commandText(facts.argv);
  const joined = /\bjoin_cluster\s+(?:--\S+\s+)?(?:[\w.-]+@)?([\w.-]+)/.exec(line);
  if (joined) return wired("member", "its command joins a cluster", joined[1] ? hostsIn(joined[1]) : []);
  if (facts.configMounted) return unclear(FILE_DECIDES);
  const cookie = firstSet(facts, ["RABBITMQ_ERLANG_COOKIE"]);
  if (cookie)
    return unclear("nodes with the same Erlang cookie form a cluster only once they are joined", variable(cookie));
  return alone("nothing joins it to a cluster");
}
function bitnamiReplication4(facts) {
  const type = text(facts, "RABBITMQ_NODE_TYPE");
  const node2 = firstSet(facts, ["RABBITMQ_CLUSTER_NODE_NAME"]);
  if (type?.startsWith("queue")) {
    return node2 ? wired("replica", `it joins ${node2}`, hostsIn(text(facts, node2) ?? ""), variable(node2)) : unclear("it is to join a cluster that nothing names", variable("RABBITMQ_NODE_TYPE"), "replica");
  }
  return facts.configMounted ? unclear(FILE_DECIDES) : alone("it joins no other node");
}
var rabbitmq_default = software(
  "rabbitmq",
  "RabbitMQ",
  "broker",
  [
    image("official", ["rabbitmq", "public.ecr.aws/docker/library/rabbitmq"], {
      ...volumeAt("/var/lib/rabbitmq", HUB6),
      dataPath: (facts) => directoryIn(facts, ["RABBITMQ_MNESIA_DIR", "RABBITMQ_MNESIA_BASE"]),
      variables,
      builtInHealthcheck: false,
      healthCommand: "rabbitmq-diagnostics -q check_running && rabbitmq-diagnostics -q check_local_alarms",
      tools: { has: ["rabbitmq-diagnostics", "rabbitmqctl", "bash"], lacks: [] },
      runsAs: "drops-privileges",
      authentication: (facts) => {
        const given2 = firstSet(facts, ["RABBITMQ_DEFAULT_PASS", "RABBITMQ_DEFAULT_PASS_FILE"]);
        return guarded("clients log in with a user and a password", given2 ? variable(given2) : void 0);
      },
      defaultCredentials: [
        {
          user: { variable: "RABBITMQ_DEFAULT_USER", default: "guest" },
          password: {
            variable: "RABBITMQ_DEFAULT_PASS",
            default: "guest",
            wellKnown: ["guest", "rabbitmq", "password", "admin", "rabbit"],
            alternatives: ["RABBITMQ_DEFAULT_PASS_FILE"]
          },
          source: HUB6
        }
      ],
      replication: replication9
    }),
    image("bitnami", ["bitnami/rabbitmq", "bitnamilegacy/rabbitmq"], {
      ...dataAt("/bitnami/rabbitmq/mnesia", BITNAMI10),
      builtInHealthcheck: false,
      healthCommand: "rabbitmq-diagnostics -q ping",
      runsAs: "non-root",
      authentication: (facts) => {
        const given2 = firstSet(facts, ["RABBITMQ_PASSWORD", "RABBITMQ_PASSWORD_FILE", "RABBITMQ_HASHED_PASSWORD"]);
        return guarded("clients log in with a user and a password", given2 ? variable(given2) : void 0);
      },
      defaultCredentials: [
        {
          user: { variable: "RABBITMQ_USERNAME", default: "user" },
          password: {
            variable: "RABBITMQ_PASSWORD",
            default: "bitnami",
            wellKnown: ["bitnami", "password", "rabbitmq", "guest"],
            alternatives: ["RABBITMQ_PASSWORD_FILE", "RABBITMQ_HASHED_PASSWORD", "RABBITMQ_SECURE_PASSWORD"]
          },
          source: BITNAMI10
        }
      ],
      replication: bitnamiReplication4
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 5672, purpose: "data" },
      { port: 15672, purpose: "admin" },
      { port: 15692, purpose: "metrics" },
      { port: 25672, purpose: "cluster" }
    ],
    cluster: {
      nodes: 3,
      how: `three nodes with one Erlang cookie and cluster_formation in rabbitmq.conf (${CLUSTER2}), with quorum queues`
    },
    backupTools: ["rabbitmqadmin export", "export_definitions"],
    schemes: ["amqp", "amqps", "pyamqp"]
  }
);

// src/knowledge/engines/redis.ts
function server(facts, family) {
  const extra = family.extra ? facts.environment(family.extra) : void 0;
  const added = extra === null ? [null, null] : extra ? splitWords2(extra) : [];
  return [...programWords(facts.argv) ?? [`${family.program}-server`], ...added];
}
function isServer(words2) {
  const program = programOf2(words2);
  return program === void 0 ? words2[0] !== null : /(?:^|-)(?:server|sentinel)$/.test(program) || /\.conf$/.test(program);
}
function hasConfigFile2(facts, words2) {
  return facts.configMounted || words2.some((word) => word?.endsWith(".conf"));
}
function authentication11(family) {
  return (facts) => {
    const words2 = server(facts, family);
    const fix = `Start it with command: ${family.program}-server --requirepass <password>, or mount a file with the password and name it in the command.`;
    if (!isServer(words2)) return undecided("what it starts is not known", fix);
    for (const name of ["--requirepass", "--aclfile", "--user"]) {
      const given2 = option(words2, name);
      if (given2.given === "yes" && given2.value === "") return open(`${name} is empty`, fix, argument(name));
      if (given2.given === "yes") return guarded(`${name} is given`, argument(name));
      if (given2.given === "unknown") return undecided("a part of its command is not known", fix);
    }
    if (hasConfigFile2(facts, words2)) return undecided("its configuration file decides", fix);
    const bind = option(words2, "--bind");
    if (bind.given === "yes" && /^(?:127\.|localhost$|::1$)/.test(bind.value ?? ""))
      return guarded("it listens on the loopback address only", argument("--bind"));
    const mode = option(words2, "--protected-mode");
    if (mode.given === "yes" && mode.value === "yes")
      return guarded("--protected-mode yes answers to loopback only", argument("--protected-mode"));
    const wish = firstSet(facts, [
      "REDIS_PASSWORD",
      "REDIS_PASS",
      "VALKEY_PASSWORD",
      "REDIS_PASSWORD_FILE",
      "REQUIREPASS"
    ]);
    if (wish) return open(`no --requirepass is given, and ${wish} is not read by this image`, fix, variable(wish));
    return open("no password is set: neither --requirepass nor an ACL nor a configuration file", fix);
  };
}
function replication10(family) {
  return (facts) => {
    const words2 = server(facts, family);
    if (programOf2(words2)?.endsWith("-cli")) return clusterCreation(words2);
    if (programOf2(words2)?.endsWith("-sentinel") || hasWord(words2, ["--sentinel"]) === "yes") {
      return wired("watcher", "it is a sentinel: it watches and keeps no data", []);
    }
    const follows = option(words2, "replicaof", "slaveof");
    if (follows.given === "yes") {
      return wired(
        "replica",
        "it follows its primary",
        hostsIn(follows.value?.split(" ")[0] ?? ""),
        argument("--replicaof")
      );
    }
    const cluster = option(words2, "cluster-enabled");
    if (cluster.given === "yes" && cluster.value === "yes") {
      return unclear(
        "cluster mode is on; redis-cli --cluster create must have joined the nodes",
        argument("--cluster-enabled"),
        "member"
      );
    }
    if (follows.given === "unknown" || hasConfigFile2(facts, words2)) return unclear(FILE_DECIDES);
    const asked = firstSet(facts, [
      "REDIS_REPLICATION_MODE",
      "REDIS_MASTER_HOST",
      "REDIS_REPLICAOF",
      "REDIS_SLAVEOF",
      "VALKEY_REPLICATION_MODE",
      "VALKEY_PRIMARY_HOST"
    ]);
    if (asked) {
      const primary = /^(?:master|primary)$/i.test(text(facts, asked) ?? "");
      return claimed(
        `${asked} is not read by this image`,
        `Start the second node with command: ${family.program}-server --replicaof <primary> 6379.`,
        variable(asked),
        primary ? "primary" : "replica"
      );
    }
    return alone("--replicaof is not given");
  };
}
function clusterCreation(words2) {
  const by = argument("--cluster create");
  const nodes = words2.filter((word) => word !== null && /^[\w.-]+:\d+$/.test(word));
  const peers = hostsIn(nodes.join(","));
  if (hasWord(words2, ["--cluster"]) !== "yes") return unclear("it runs a client, not a server", void 0, "watcher");
  const replicas = option(words2, "cluster-replicas");
  const wanted = replicas.given === "yes" && /^[0-9]$/.test(replicas.value ?? "") ? 3 * (Number(replicas.value) + 1) : 3;
  if (!words2.includes(null) && hasWord(words2, ["create"]) === "yes" && nodes.length < wanted) {
    return {
      ...claimed(
        `a cluster like this takes ${wanted} nodes and ${nodes.length} are given`,
        `Give it ${wanted} nodes that run with --cluster-enabled yes.`,
        by,
        "watcher"
      ),
      peers
    };
  }
  return unclear("it joins nodes to a cluster once, and then ends", by, "watcher", peers);
}
function memory8(family) {
  return (facts) => {
    const set = option(server(facts, family), "maxmemory");
    if (set.given !== "yes") return void 0;
    const bytes = set.value === void 0 ? void 0 : redisBytes(set.value);
    if (bytes === 0) return void 0;
    return {
      what: "maxmemory",
      ...bytes === void 0 ? {} : { bytes },
      by: argument("--maxmemory"),
      share: 0.75,
      setting: (wanted) => `--maxmemory ${Math.max(1, Math.floor(wanted / 1024 ** 2))}mb`,
      source: "https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/"
    };
  };
}
function dataPath5(family) {
  return (facts) => {
    const set = option(server(facts, family), "dir");
    return set.given === "yes" ? set.value ?? null : void 0;
  };
}
function ignoredBy(image2, program, prefix) {
  const settings = [
    [
      new RegExp(`^${prefix}_(?:PASSWORD|PASS|PASSWORD_FILE|REQUIREPASS)$`),
      `command: ${program} --requirepass <password>`
    ],
    [new RegExp(`^${prefix}_MAX_?MEMORY$`), `command: ${program} --maxmemory <size>`],
    [new RegExp(`^${prefix}_MAX_?MEMORY_POLICY$`), `command: ${program} --maxmemory-policy <policy>`],
    [new RegExp(`^${prefix}_(?:APPEND_?ONLY|AOF_ENABLED)$`), `command: ${program} --appendonly yes`],
    [
      new RegExp(`^${prefix}_(?:REPLICATION_MODE|MASTER_HOST|REPLICAOF|SLAVEOF|PRIMARY_HOST)$`),
      `command: ${program} --replicaof <primary> 6379`
    ]
  ];
  return settings.map(([pattern, instead]) => ({
    pattern,
    because: `${image2} takes no settings from variables`,
    instead
  }));
}
function setting4(family) {
  return (facts, name) => {
    const words2 = server(facts, family);
    return orInFile(option(words2, name), hasConfigFile2(facts, words2) || !isServer(words2));
  };
}

// src/knowledge/images/redis.ts
var HUB7 = "https://hub.docker.com/_/redis";
var ENTRYPOINT4 = "https://github.com/redis/docker-library-redis/blob/master/docker-entrypoint.sh";
var BITNAMI11 = "https://github.com/bitnami/containers/tree/main/bitnami";
function plain2(id, images, family, facts) {
  const cli = `${family.program}-cli`;
  return image(id, images, {
    ...volumeAt("/data", HUB7),
    dataPath: dataPath5(family),
    builtInHealthcheck: false,
    healthCommand: `${cli} ping | grep -q PONG`,
    tools: { has: [cli, `${family.program}-server`], lacks: ["curl"] },
    runsAs: "drops-privileges",
    authentication: authentication11(family),
    replication: replication10(family),
    memory: memory8(family),
    setting: setting4(family),
    ...facts
  });
}
function bitnami7(name) {
  const prefix = name.toUpperCase();
  const source = `${BITNAMI11}/${name}`;
  const family = { program: name, extra: `${prefix}_EXTRA_FLAGS` };
  const data = {
    ...dataAt(`/bitnami/${name}/data`, source),
    builtInHealthcheck: false,
    healthCommand: `${name}-cli ping | grep -q PONG`,
    runsAs: "non-root",
    authentication: (facts) => bitnamiAuthentication(facts, prefix),
    defaultCredentials: [
      {
        password: {
          variable: `${prefix}_PASSWORD`,
          wellKnown: ["bitnami", "password", "redis", "valkey", "password123"]
        },
        source
      }
    ],
    replication: (facts) => bitnamiReplication5(facts, prefix),
    memory: memory8(family),
    setting: (facts, key) => {
      if (key === "appendonly") return fromVariable(facts.environment(`${prefix}_AOF_ENABLED`) ?? "yes");
      return setting4(family)(facts, key);
    }
  };
  return [
    image("bitnami", [`bitnami/${name}`, `bitnamilegacy/${name}`], data),
    image("bitnami-cluster", [`bitnami/${name}-cluster`, `bitnamilegacy/${name}-cluster`], {
      ...data,
      replication: (facts) => wired(
        "member",
        `the nodes of ${prefix}_NODES form a cluster`,
        hostsIn(text(facts, `${prefix}_NODES`) ?? ""),
        variable(`${prefix}_NODES`)
      )
    }),
    image("bitnami-sentinel", [`bitnami/${name}-sentinel`, `bitnamilegacy/${name}-sentinel`], {
      runsAs: "non-root",
      keepsData: () => "no",
      replication: () => wired("watcher", "it is a sentinel: it watches and keeps no data", [])
    })
  ];
}
function bitnamiAuthentication(facts, prefix) {
  const fix = `Remove ALLOW_EMPTY_PASSWORD and set ${prefix}_PASSWORD_FILE to a secret.`;
  const given2 = firstSet(facts, [`${prefix}_PASSWORD`, `${prefix}_PASSWORD_FILE`, `${prefix}_ACLFILE`]);
  if (given2) return guarded(`${given2} is set`, variable(given2));
  if (!isYes(facts.environment("ALLOW_EMPTY_PASSWORD"))) return guarded("the image does not start without a password");
  if (facts.configMounted || isSet(facts, `${prefix}_EXTRA_FLAGS`) || facts.argv) return undecided(FILE_DECIDES, fix);
  return open("ALLOW_EMPTY_PASSWORD=yes and no password is set", fix, variable("ALLOW_EMPTY_PASSWORD"));
}
function bitnamiReplication5(facts, prefix) {
  const name = `${prefix}_REPLICATION_MODE`;
  const mode = facts.environment(name);
  if (mode === null) return unclear(`${name} is set to something unknown`, variable(name));
  if (!mode) return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`);
  if (/^(?:master|primary)$/i.test(mode)) return wired("primary", "replicas may follow it", [], variable(name));
  const host = firstSet(facts, [`${prefix}_MASTER_HOST`, `${prefix}_PRIMARY_HOST`, `${prefix}_SENTINEL_HOST`]);
  if (host) return wired("replica", `it follows the node in ${host}`, hostsIn(text(facts, host) ?? ""), variable(host));
  return claimed(
    `${name}=${mode} without a primary host follows nobody`,
    `Set ${prefix}_MASTER_HOST to the primary.`,
    variable(name),
    "replica"
  );
}
var REDIS = { program: "redis" };
var VALKEY = { program: "valkey", extra: "VALKEY_EXTRA_FLAGS" };
var STACK = { program: "redis", extra: "REDIS_ARGS" };
var shared5 = {
  stateful: true,
  ports: [{ port: 6379, purpose: "data" }],
  cluster: { nodes: 2, how: "a replica with three sentinels, a cluster of six nodes, or a managed service" },
  backupTools: ["redis-cli --rdb", "BGSAVE"],
  schemes: ["redis", "rediss", "redis+sentinel", "unix"]
};
var redis_default = [
  software(
    "redis",
    "Redis",
    "cache",
    [
      plain2("official", ["redis", "public.ecr.aws/docker/library/redis"], REDIS, {
        variables: {
          reads: [/^SKIP_/, "REDISCLI_AUTH", "TZ"],
          ignored: ignoredBy("the official Redis image", "redis-server", "REDIS"),
          refused: [],
          required: [],
          prefixes: [],
          source: ENTRYPOINT4
        }
      }),
      plain2("stack", ["redis/redis-stack", "redis/redis-stack-server"], STACK, {
        variables: {
          reads: [/^REDIS(?:EARCH|JSON|TIMESERIES|BLOOM|GRAPH|GEARS)?_ARGS$/, "REDISCLI_AUTH"],
          ignored: ignoredBy("the Redis Stack image", "redis-stack-server", "REDIS").map((each) => ({
            ...each,
            because: "the Redis Stack image takes its settings from REDIS_ARGS",
            instead: `REDIS_ARGS: ${each.instead.replace(/^command: \S+ /, "")}`
          })),
          refused: [],
          required: [],
          prefixes: [],
          source: "https://redis.io/docs/latest/operate/oss_and_stack/install/archive/install-stack/docker/"
        },
        runsAs: "root"
      }),
      ...bitnami7("redis")
    ],
    shared5
  ),
  software(
    "valkey",
    "Valkey",
    "cache",
    [
      plain2("official", ["valkey/valkey", "valkey/valkey-bundle", "public.ecr.aws/valkey/valkey"], VALKEY, {
        variables: {
          reads: ["VALKEY_EXTRA_FLAGS", /^SKIP_/, "REDISCLI_AUTH", "VALKEYCLI_AUTH", "TZ"],
          ignored: [
            ...ignoredBy("the official Valkey image", "valkey-server", "VALKEY"),
            ...ignoredBy("the official Valkey image", "valkey-server", "REDIS")
          ],
          refused: [],
          required: [],
          prefixes: [],
          source: "https://github.com/valkey-io/valkey-container/blob/mainline/docker-entrypoint.sh"
        }
      }),
      ...bitnami7("valkey")
    ],
    { ...shared5, schemes: ["valkey", "valkeys"], speaks: "redis" }
  ),
  software(
    "keydb",
    "KeyDB",
    "cache",
    [
      image("official", ["eqalpha/keydb"], {
        ...dataAt("/data", "https://docs.keydb.dev/docs/docker-basics/"),
        healthCommand: "keydb-cli ping | grep -q PONG"
      })
    ],
    { ...shared5, schemes: [], speaks: "redis" }
  ),
  software(
    "dragonfly",
    "Dragonfly",
    "cache",
    [
      image(
        "official",
        ["docker.dragonflydb.io/dragonflydb/dragonfly", "ghcr.io/dragonflydb/dragonfly", "dragonflydb/dragonfly"],
        {
          ...dataAt("/data", "https://www.dragonflydb.io/docs/getting-started/docker")
        }
      )
    ],
    { ...shared5, schemes: [], speaks: "redis" }
  )
];

// src/knowledge/images/redpanda.ts
var DOCKER3 = "https://docs.redpanda.com/current/get-started/quick-start/";
function authentication12(facts) {
  const fix = "Enable SASL (rpk cluster config set enable_sasl true), create a superuser and publish no port before that.";
  if (hasWord(facts.argv, ["redpanda.enable_sasl=true", "--set=redpanda.enable_sasl=true"]) === "yes" || facts.configMounted) {
    return undecided(FILE_DECIDES, fix);
  }
  if (option(facts.argv, "mode").given === "yes" && hasWord(facts.argv, ["dev-container"]) === "yes") {
    return open("development mode asks for no login", fix, argument("--mode dev-container"));
  }
  return undecided("SASL is a cluster setting that lives in its data", fix);
}
function replication11(facts) {
  const seeds2 = option(facts.argv, "seeds");
  if (seeds2.given === "yes")
    return wired("member", "--seeds names its partners", hostsIn(seeds2.value ?? ""), argument("--seeds"));
  if (seeds2.given === "unknown" || facts.configMounted) return unclear(FILE_DECIDES);
  return alone("--seeds is not given");
}
var redpanda_default = software(
  "redpanda",
  "Redpanda",
  "broker",
  [
    image(
      "official",
      [
        "redpandadata/redpanda",
        "docker.redpanda.com/redpandadata/redpanda",
        "docker.vectorized.io/vectorized/redpanda",
        "vectorized/redpanda"
      ],
      {
        ...dataAt("/var/lib/redpanda/data", DOCKER3),
        builtInHealthcheck: false,
        healthCommand: "rpk cluster health | grep -qE 'Healthy:.+true'",
        runsAs: "non-root",
        authentication: authentication12,
        replication: replication11,
        memoryMode: (facts) => {
          if (hasWord(facts.argv, ["dev-container", "--mode=dev-container"]) !== "yes") return void 0;
          return {
            because: "development mode acknowledges writes before they are on disk (unsafe bypass of fsync, write caching)",
            fix: "Remove --mode dev-container, and give it its own cores and memory with --smp and --memory.",
            by: argument("--mode dev-container")
          };
        }
      }
    )
  ],
  {
    stateful: true,
    ports: [
      { port: 9092, purpose: "data" },
      { port: 9644, purpose: "admin" },
      { port: 33145, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "three brokers with --seeds to each other" },
    backupTools: [],
    schemes: ["kafka"],
    speaks: "kafka"
  }
);

// src/knowledge/images/runtimes.ts
function runtime(id, name, ...images) {
  return software(id, name, "runtime", [image("official", images, { builtInHealthcheck: false })]);
}
var runtimes_default = [
  runtime(
    "node",
    "Node.js",
    "node",
    "bitnami/node",
    "bitnamilegacy/node",
    "gcr.io/distroless/nodejs*",
    "cgr.dev/chainguard/node",
    "circleci/node",
    "cimg/node"
  ),
  runtime("bun", "Bun", "oven/bun"),
  runtime("deno", "Deno", "denoland/deno"),
  runtime(
    "python",
    "Python",
    "python",
    "bitnami/python",
    "bitnamilegacy/python",
    "gcr.io/distroless/python3*",
    "cgr.dev/chainguard/python",
    "ghcr.io/astral-sh/uv"
  ),
  runtime(
    "fastapi-gunicorn",
    "Uvicorn and Gunicorn base image",
    "tiangolo/uvicorn-gunicorn-fastapi",
    "tiangolo/uvicorn-gunicorn",
    "tiangolo/uwsgi-nginx-flask",
    "tiangolo/uwsgi-nginx"
  ),
  runtime("go", "Go", "golang", "bitnami/golang", "bitnamilegacy/golang", "cgr.dev/chainguard/go"),
  runtime(
    "java",
    "Java",
    "openjdk",
    "eclipse-temurin",
    "amazoncorretto",
    "ibm-semeru-runtimes",
    "sapmachine",
    "adoptopenjdk",
    "adoptopenjdk/*",
    "azul/zulu-openjdk",
    "azul/zulu-openjdk-alpine",
    "azul/zulu-openjdk-debian",
    "bellsoft/liberica-*",
    "ghcr.io/graalvm/*",
    "bitnami/java",
    "bitnamilegacy/java",
    "mcr.microsoft.com/openjdk/jdk",
    "gcr.io/distroless/java*",
    "cgr.dev/chainguard/jre",
    "cgr.dev/chainguard/jdk"
  ),
  runtime("maven", "Maven", "maven"),
  runtime("gradle", "Gradle", "gradle"),
  runtime("tomcat", "Tomcat", "tomcat", "bitnami/tomcat", "bitnamilegacy/tomcat"),
  runtime("jetty", "Jetty", "jetty"),
  runtime("ruby", "Ruby", "ruby", "bitnami/ruby", "bitnamilegacy/ruby"),
  runtime("jruby", "JRuby", "jruby"),
  runtime(
    "php",
    "PHP",
    "php",
    "bitnami/php-fpm",
    "bitnamilegacy/php-fpm",
    "webdevops/php*",
    "serversideup/php",
    "dunglas/frankenphp",
    "thecodingmachine/php"
  ),
  runtime("composer", "Composer", "composer"),
  runtime(
    "dotnet",
    ".NET",
    "mcr.microsoft.com/dotnet/aspnet",
    "mcr.microsoft.com/dotnet/runtime",
    "mcr.microsoft.com/dotnet/runtime-deps",
    "mcr.microsoft.com/dotnet/sdk",
    "mcr.microsoft.com/dotnet/nightly/*",
    "mcr.microsoft.com/dotnet/core/*",
    "bitnami/dotnet",
    "bitnamilegacy/dotnet"
  ),
  runtime("rust", "Rust", "rust"),
  runtime("elixir", "Elixir", "elixir", "hexpm/elixir"),
  runtime("erlang", "Erlang", "erlang"),
  runtime("perl", "Perl", "perl"),
  runtime("haskell", "Haskell", "haskell"),
  runtime("swift", "Swift", "swift"),
  runtime("gcc", "GCC", "gcc"),
  runtime("julia", "Julia", "julia"),
  runtime("r-base", "R", "r-base", "rocker/*"),
  runtime("buildpack-deps", "buildpack-deps", "buildpack-deps"),
  runtime("alpine", "Alpine Linux", "alpine"),
  runtime("busybox", "BusyBox", "busybox"),
  runtime("debian", "Debian", "debian", "bitnami/minideb", "bitnamilegacy/minideb"),
  runtime("ubuntu", "Ubuntu", "ubuntu", "phusion/baseimage"),
  runtime("fedora", "Fedora", "fedora", "quay.io/fedora/fedora", "quay.io/fedora/fedora-minimal"),
  runtime("centos", "CentOS", "centos", "quay.io/centos/centos"),
  runtime("rockylinux", "Rocky Linux", "rockylinux", "rockylinux/rockylinux"),
  runtime("almalinux", "AlmaLinux", "almalinux"),
  runtime("oraclelinux", "Oracle Linux", "oraclelinux"),
  runtime("amazonlinux", "Amazon Linux", "amazonlinux", "public.ecr.aws/amazonlinux/amazonlinux"),
  runtime(
    "ubi",
    "Red Hat Universal Base Image",
    "registry.access.redhat.com/ubi*",
    "registry.access.redhat.com/ubi*/ubi",
    "registry.access.redhat.com/ubi*/ubi-*",
    "registry.redhat.io/ubi*/ubi",
    "registry.redhat.io/ubi*/ubi-*",
    "redhat/ubi*"
  ),
  runtime("distroless", "Distroless", "gcr.io/distroless/*"),
  runtime(
    "wolfi",
    "Wolfi",
    "cgr.dev/chainguard/wolfi-base",
    "cgr.dev/chainguard/static",
    "cgr.dev/chainguard/glibc-dynamic",
    "cgr.dev/chainguard/bash",
    "chainguard/wolfi-base"
  ),
  runtime("scratch", "scratch", "scratch"),
  runtime("docker", "Docker", "docker"),
  runtime("aws-cli", "AWS CLI", "amazon/aws-cli", "public.ecr.aws/aws-cli/aws-cli"),
  runtime(
    "google-cloud-cli",
    "Google Cloud CLI",
    "google/cloud-sdk",
    "gcr.io/google.com/cloudsdktool/cloud-sdk",
    "gcr.io/google.com/cloudsdktool/google-cloud-cli"
  ),
  runtime("curl", "curl", "curlimages/curl", "quay.io/curl/curl"),
  runtime("aws-lambda", "AWS Lambda", "public.ecr.aws/lambda/*", "amazon/aws-lambda-*"),
  runtime("playwright", "Playwright", "mcr.microsoft.com/playwright", "mcr.microsoft.com/playwright/*")
];

// src/knowledge/images/temporal.ts
function authentication13(facts) {
  const fix = "Set up mutual TLS (TEMPORAL_TLS_REQUIRE_CLIENT_AUTH=true with certificates) or an authorizer (TEMPORAL_AUTH_AUTHORIZER=default with a key source).";
  const set = firstSet(facts, ["TEMPORAL_AUTH_AUTHORIZER", "TEMPORAL_AUTH_ENABLED"]);
  if (set) return guarded(`${set} is set`, variable(set));
  const tls = "TEMPORAL_TLS_REQUIRE_CLIENT_AUTH";
  if (isYes(facts.environment(tls))) return guarded(`${tls} asks for client certificates`, variable(tls));
  if (facts.configMounted || facts.environment(tls) === null) return undecided(FILE_DECIDES, fix);
  return open("neither client certificates nor an authorizer are set up, and there is none by default", fix);
}
function startDev(facts) {
  if (hasWord(facts.argv, ["start-dev"]) !== "yes") return void 0;
  const file = option(facts.argv, "db-filename", "f");
  const unknown = programWords(facts.argv)?.includes(null) === true;
  const because = file.given === "no" && !unknown ? "server start-dev keeps workflows in memory" : "server start-dev is made for development and uses SQLite";
  return { because, fix: "Run temporalio/server with PostgreSQL, MySQL or Cassandra.", by: argument("start-dev") };
}
var temporal_default = software(
  "temporal",
  "Temporal",
  "workflow",
  [
    image("server", ["temporalio/server"], {
      healthCommand: "temporal operator cluster health --address $$(hostname -i):7233",
      runsAs: "non-root",
      authentication: authentication13,
      memoryMode: startDev
    }),
    image("auto-setup", ["temporalio/auto-setup"], {
      healthCommand: "temporal operator cluster health --address $$(hostname -i):7233",
      authentication: authentication13,
      memoryMode: startDev
    }),
    image("cli", ["temporalio/temporal", "temporalio/cli"], { memoryMode: startDev })
  ],
  {
    ports: [
      { port: 7233, purpose: "data" },
      { port: 6933, purpose: "cluster" }
    ],
    cluster: { nodes: 2, how: "several containers of each role (frontend, history, matching, worker) on one database" },
    schemes: ["temporal"]
  }
);

// src/knowledge/images/tracing.ts
var otlp = [
  { port: 4317, purpose: "data" },
  { port: 4318, purpose: "data" }
];
var tracing_default = [
  software(
    "otel-collector",
    "OpenTelemetry Collector",
    "tracing",
    [
      image(
        "official",
        [
          "otel/opentelemetry-collector",
          "otel/opentelemetry-collector-contrib",
          "otel/opentelemetry-collector-k8s",
          "ghcr.io/open-telemetry/opentelemetry-collector-releases/*"
        ],
        {
          builtInHealthcheck: false,
          // Built on scratch: https://github.com/open-telemetry/opentelemetry-collector-releases
          tools: { has: [], lacks: ["curl", "wget", "nc", "bash", "sh"], shell: false },
          runsAs: "non-root"
        }
      ),
      image("aws", ["amazon/aws-otel-collector", "public.ecr.aws/aws-observability/aws-otel-collector"], {})
    ],
    { ports: [...otlp, metrics(8888), { port: 13133, purpose: "admin" }] }
  ),
  software(
    "jaeger",
    "Jaeger",
    "tracing",
    [
      image("all-in-one", ["jaegertracing/all-in-one", "quay.io/jaegertracing/all-in-one"], {
        builtInHealthcheck: false
      }),
      image(
        "v2",
        ["jaegertracing/jaeger", "cr.jaegertracing.io/jaegertracing/jaeger", "quay.io/jaegertracing/jaeger"],
        {
          builtInHealthcheck: false
        }
      ),
      image(
        "parts",
        [
          "jaegertracing/jaeger-collector",
          "jaegertracing/jaeger-query",
          "jaegertracing/jaeger-agent",
          "jaegertracing/jaeger-ingester"
        ],
        {}
      )
    ],
    {
      ports: [web(16686), ...otlp, { port: 14268, purpose: "data" }],
      access: { byDefault: "none", variables: [], source: "https://www.jaegertracing.io/docs/latest/security/" }
    }
  ),
  software(
    "zipkin",
    "Zipkin",
    "tracing",
    [
      image(
        "official",
        ["openzipkin/zipkin", "openzipkin/zipkin-slim", "ghcr.io/openzipkin/zipkin", "ghcr.io/openzipkin/zipkin-slim"],
        {
          // `HEALTHCHECK … CMD ["docker-healthcheck"]`: https://github.com/openzipkin/zipkin/blob/master/docker/Dockerfile
          builtInHealthcheck: true,
          runsAs: "non-root"
        }
      )
    ],
    {
      ports: [web(9411)],
      access: {
        byDefault: "none",
        variables: [],
        source: "https://github.com/openzipkin/zipkin/tree/master/zipkin-server"
      }
    }
  ),
  software(
    "signoz",
    "SigNoz",
    "tracing",
    [
      image("server", ["signoz/signoz", "signoz/query-service", "signoz/frontend", "signoz/signoz-community"], {
        ...dataAt("/var/lib/signoz", "https://github.com/SigNoz/signoz/tree/main/deploy")
      }),
      image("alertmanager", ["signoz/alertmanager"], {})
    ],
    { stateful: true, ports: [web(8080), web(3301)] }
  ),
  software(
    "signoz-otel-collector",
    "SigNoz OpenTelemetry Collector",
    "tracing",
    [image("official", ["signoz/signoz-otel-collector", "signoz/signoz-schema-migrator"], {})],
    { ports: otlp }
  ),
  software(
    "skywalking",
    "SkyWalking",
    "tracing",
    [image("official", ["apache/skywalking-oap-server", "apache/skywalking-ui"], {})],
    {
      ports: [web(12800), { port: 11800, purpose: "data" }]
    }
  ),
  software(
    "apm-server",
    "Elastic APM Server",
    "tracing",
    [image("official", ["docker.elastic.co/apm/apm-server", "elastic/apm-server"], {})],
    {
      ports: [{ port: 8200, purpose: "data" }]
    }
  )
];

// src/knowledge/images/traefik.ts
var traefik_default = software(
  "traefik",
  "Traefik",
  "proxy",
  [
    image("official", ["traefik", "traefik/traefik", "ghcr.io/traefik/traefik"], {
      builtInHealthcheck: false,
      runsAs: "root",
      // Only answers when `--ping=true` is set too: https://doc.traefik.io/traefik/operations/cli/#healthcheck
      healthCommand: "traefik healthcheck --ping"
    })
  ],
  {
    ports: [web(80), web(443), { port: 8080, purpose: "admin" }]
  }
);

// src/knowledge/images/vector-stores.ts
function qdrantAuthentication(facts) {
  const fix = "Set QDRANT__SERVICE__API_KEY to a secret, and QDRANT__SERVICE__ENABLE_TLS for clients on other hosts.";
  const key = firstSet(facts, ["QDRANT__SERVICE__API_KEY"]);
  if (key) return guarded(`${key} is set`, variable(key));
  if (facts.configMounted) return undecided(FILE_DECIDES, fix);
  return open("QDRANT__SERVICE__API_KEY is not set", fix);
}
var qdrant = software(
  "qdrant",
  "Qdrant",
  "database",
  [
    image("official", ["qdrant/qdrant", "ghcr.io/qdrant/qdrant/qdrant"], {
      ...dataAt("/qdrant/storage", "https://qdrant.tech/documentation/guides/installation/"),
      dataPath: (facts) => directoryIn(facts, ["QDRANT__STORAGE__STORAGE_PATH"]),
      variables: {
        reads: [/^QDRANT__/, /^RUN_MODE$/, "TZ", /^QDRANT_/],
        ignored: [
          {
            pattern: /^QDRANT_API_KEY$/,
            because: "Qdrant takes settings with two underscores between the levels",
            instead: "QDRANT__SERVICE__API_KEY"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: "https://qdrant.tech/documentation/guides/configuration/"
      },
      builtInHealthcheck: false,
      healthCommand: "bash -c ':> /dev/tcp/127.0.0.1/6333'",
      tools: { has: ["bash"], lacks: ["curl", "wget"] },
      authentication: qdrantAuthentication,
      replication: (facts) => {
        const name = "QDRANT__CLUSTER__ENABLED";
        const joined = ["uri", "bootstrap"].some((flag) => option(facts.argv, flag).given === "yes");
        if (isYes(facts.environment(name)) && joined)
          return wired("member", "cluster mode is on and it names its first peer", [], variable(name));
        if (isSet(facts, name) && !/^false$/i.test(facts.environment(name) ?? ""))
          return unclear("cluster mode is on; --uri and --bootstrap decide", variable(name), "member");
        return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`);
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 6333, purpose: "data" },
      { port: 6334, purpose: "data" },
      { port: 6335, purpose: "cluster" }
    ],
    cluster: {
      nodes: 3,
      how: "cluster mode with --uri and --bootstrap, and collections with a replication factor of 2 or more"
    },
    backupTools: ["/snapshots"],
    schemes: []
  }
);
var weaviate = software(
  "weaviate",
  "Weaviate",
  "database",
  [
    image("official", ["semitechnologies/weaviate", "cr.weaviate.io/semitechnologies/weaviate"], {
      dataPaths: [
        { paths: ["/var/lib/weaviate"], source: "https://docs.weaviate.io/deploy/configuration/persistence" }
      ],
      dataPath: (facts) => directoryIn(facts, ["PERSISTENCE_DATA_PATH"]) ?? null,
      authentication: (facts) => {
        const fix = "Set AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED=false, AUTHENTICATION_APIKEY_ENABLED=true and AUTHENTICATION_APIKEY_ALLOWED_KEYS.";
        const name = "AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED";
        const anonymous = facts.environment(name);
        if (isYes(anonymous)) return open(`${name}=true lets everybody in`, fix, variable(name));
        if (anonymous === null || facts.configMounted) return undecided(FILE_DECIDES, fix);
        const key = firstSet(facts, ["AUTHENTICATION_APIKEY_ENABLED", "AUTHENTICATION_OIDC_ENABLED"]);
        if (key || anonymous !== void 0)
          return guarded(key ? `${key} is set` : `${name} is off`, variable(key ?? name));
        return undecided("nothing is set, and the default depends on the version", fix);
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 8080, purpose: "data" },
      { port: 50051, purpose: "data" }
    ],
    cluster: { nodes: 3, how: "nodes that share CLUSTER_JOIN, and collections with replication" },
    backupTools: ["/v1/backups"]
  }
);
var milvus = software(
  "milvus",
  "Milvus",
  "database",
  [
    image("official", ["milvusdb/milvus"], {
      ...dataAt("/var/lib/milvus", "https://milvus.io/docs/install_standalone-docker-compose.md"),
      healthCommand: "curl -fsS http://localhost:9091/healthz",
      authentication: (facts) => {
        const fix = "Set COMMON_SECURITY_AUTHORIZATIONENABLED=true (common.security.authorizationEnabled) and change the password of root.";
        const name = "COMMON_SECURITY_AUTHORIZATIONENABLED";
        if (isYes(facts.environment(name))) return guarded(`${name} is on`, variable(name));
        if (facts.configMounted || facts.environment(name) === null) return undecided(FILE_DECIDES, fix);
        return open("authorization is off by default", fix);
      }
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 19530, purpose: "data" },
      { port: 9091, purpose: "metrics" }
    ],
    backupTools: ["milvus-backup"]
  }
);
var vector_stores_default = [qdrant, weaviate, milvus];

// src/knowledge/images/zookeeper.ts
var HUB8 = "https://hub.docker.com/_/zookeeper";
var CONFLUENT2 = "https://docs.confluent.io/platform/7.9/installation/docker/config-reference.html";
var BITNAMI12 = "https://github.com/bitnami/containers/tree/main/bitnami/zookeeper";
var FIX = "Keep its port inside the network and set up SASL (quorum and client) with a JAAS file.";
function authentication14(names) {
  return (facts) => {
    const options = firstSet(facts, names);
    if (options) return undecided(`${options} may switch SASL on`, FIX, variable(options));
    if (facts.configMounted) return undecided(FILE_DECIDES, FIX);
    return open("ZooKeeper asks nobody for a login unless SASL is set up", FIX);
  };
}
function replication12(name) {
  return (facts) => {
    const value = facts.environment(name);
    if (value === null) return unclear(`${name} is set to something unknown`, variable(name));
    if (!value) return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`);
    const hosts = hostsIn(
      value.replace(/;\d+/g, " ").replace(/server\.\d+=/g, " ").replace(/::\d+/g, " ")
    );
    if (hosts.length < 2) return alone(`${name} names one server`, variable(name));
    return wired("member", `${name} names the ensemble`, hosts, variable(name));
  };
}
var shared6 = { builtInHealthcheck: false };
var zookeeper_default = software(
  "zookeeper",
  "Apache ZooKeeper",
  "coordination",
  [
    image("official", ["zookeeper", "public.ecr.aws/docker/library/zookeeper"], {
      ...shared6,
      dataPaths: [{ paths: ["/data", "/datalog"], volumes: ["/data", "/datalog", "/logs"], source: HUB8 }],
      healthCommand: "zkServer.sh status",
      runsAs: "drops-privileges",
      authentication: authentication14(["JVMFLAGS", "SERVER_JVMFLAGS", "ZOO_CFG_EXTRA"]),
      replication: replication12("ZOO_SERVERS"),
      variables: {
        reads: [/^ZOO_/, /JVMFLAGS$/, "ZK_SERVER_HEAP", "TZ"],
        ignored: [
          {
            pattern: /^ZOOKEEPER_(?:CLIENT_PORT|TICK_TIME|SERVER_ID|SERVERS)$/,
            because: "that is the spelling of the Confluent image; the official one reads ZOO_MY_ID, ZOO_SERVERS, ZOO_TICK_TIME \u2026",
            instead: "ZOO_MY_ID, ZOO_SERVERS and the other ZOO_ variables"
          }
        ],
        refused: [],
        required: [],
        prefixes: [],
        source: HUB8
      }
    }),
    image("confluent", ["confluentinc/cp-zookeeper"], {
      ...shared6,
      dataPaths: [
        {
          paths: ["/var/lib/zookeeper/data", "/var/lib/zookeeper/log"],
          volumes: ["/var/lib/zookeeper/data", "/var/lib/zookeeper/log"],
          source: CONFLUENT2
        }
      ],
      healthCommand: "echo srvr | nc -w 2 localhost 2181 | grep -q Mode",
      runsAs: "non-root",
      authentication: authentication14(["KAFKA_OPTS"]),
      replication: replication12("ZOOKEEPER_SERVERS"),
      variables: {
        reads: [/^ZOOKEEPER_/, /^KAFKA_/, "TZ"],
        ignored: [
          {
            pattern: /^ZOO_/,
            because: "that is the spelling of the official and Bitnami images; the Confluent one reads ZOOKEEPER_ names",
            instead: "ZOOKEEPER_CLIENT_PORT, ZOOKEEPER_SERVER_ID, ZOOKEEPER_SERVERS"
          }
        ],
        refused: [],
        required: [{ anyOf: ["ZOOKEEPER_CLIENT_PORT", "ZOOKEEPER_SECURE_CLIENT_PORT"], source: CONFLUENT2 }],
        prefixes: [],
        source: CONFLUENT2
      }
    }),
    image("bitnami", ["bitnami/zookeeper", "bitnamilegacy/zookeeper"], {
      ...dataAt("/bitnami/zookeeper/data", BITNAMI12),
      ...shared6,
      healthCommand: "zkServer.sh status",
      runsAs: "non-root",
      authentication: (facts) => {
        const fix = "Set ZOO_ENABLE_AUTH=yes with ZOO_SERVER_USERS and ZOO_SERVER_PASSWORDS.";
        const by = variable("ZOO_ENABLE_AUTH");
        if (isYes(facts.environment("ZOO_ENABLE_AUTH"))) return guarded("ZOO_ENABLE_AUTH is on", by);
        if (facts.configMounted || text(facts, "ZOO_ENABLE_AUTH") !== void 0) return undecided(FILE_DECIDES, fix, by);
        if (isYes(facts.environment("ALLOW_ANONYMOUS_LOGIN")))
          return open("ALLOW_ANONYMOUS_LOGIN=yes lets everybody in", fix, variable("ALLOW_ANONYMOUS_LOGIN"));
        return guarded("the image does not start without a login");
      },
      replication: replication12("ZOO_SERVERS")
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 2181, purpose: "data" },
      { port: 2888, purpose: "cluster" },
      { port: 3888, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "an odd number of servers, three or more, that all list each other" },
    backupTools: ["zkcopy", "zoocreeper"],
    schemes: ["zk", "zookeeper"]
  }
);

// src/knowledge/repositories.ts
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
  return (repository) => {
    const name = repository.toLowerCase();
    const direct = exact.get(name);
    if (direct !== void 0 || name.length > 255) return direct;
    const parts = name.split("/");
    const matches = (wanted) => wanted.length === parts.length && wanted.every((part, at) => matchesPart(part, parts[at] ?? ""));
    return patterns.find(({ parts: wanted }) => matches(wanted))?.value;
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
    const found = part.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
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
  const library = rest.indexOf("library");
  if (library !== -1 && library === rest.length - 2) return [rest[library + 1] ?? ""];
  if (DOCKER_HUB.has(host)) return [rest.join("/")];
  if (SHARED_REGISTRIES.has(host) || host.endsWith(".pkg.dev") || host === "public.ecr.aws") return [];
  return rest.length > 2 ? [rest.join("/"), rest.slice(-2).join("/")] : [rest.join("/")];
}

// src/knowledge/index.ts
var files = [
  admin_tools_default,
  agents_default,
  applications_default,
  backup_tools_default,
  cassandra_default,
  clickhouse_default,
  cockroachdb_default,
  coordination_default,
  couchdb_default,
  dashboards_default,
  development_tools_default,
  docker_socket_proxy_default,
  elasticsearch_default,
  eventstore_default,
  exporters_default,
  grafana_default,
  identity_default,
  influxdb_default,
  kafka_default,
  log_collectors_default,
  memcached_default,
  minio_default,
  mongodb_default,
  mssql_default,
  mysql_default,
  nats_default,
  neo4j_default,
  nginx_default,
  poolers_default,
  postgres_default,
  prometheus_default,
  proxies_default,
  rabbitmq_default,
  redis_default,
  redpanda_default,
  runtimes_default,
  temporal_default,
  tracing_default,
  traefik_default,
  vector_stores_default,
  zookeeper_default
];
var allSoftware = files.flat();
var find = matchRepositories(
  allSoftware.flatMap(
    (software2) => software2.distributions.flatMap(
      (distribution2) => distribution2.images.map((pattern) => ({ pattern, value: { software: software2, distribution: distribution2 } }))
    )
  )
);
function softwareOf(repository) {
  const direct = find(repository);
  if (direct) return direct;
  for (const candidate of mirroredRepository(repository)) {
    const found = find(candidate);
    if (found) return found;
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
    "registry.access.redhat.com/ubi*/ubi* registry.redhat.io/ubi*/ubi* registry.access.redhat.com/ubi* redhat/ubi*",
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
  ["edoburu/pgbouncer", fixed(withPrograms(ALPINE, "", "psql pg_isready pg_dump pg_dumpall pg_restore openssl"))]
];
var find2 = matchRepositories(
  BASES.flatMap(([images, base]) => images.split(" ").map((pattern) => ({ pattern, value: base })))
);
function toolsOf(repository, tag) {
  const variant = variantOf(tag);
  const base = /windowsservercore|nanoserver/.test(variant.tag) ? void 0 : baseOf(repository, variant);
  const own = softwareOf(repository)?.distribution.tools;
  const shell = base?.shell ?? own?.shell;
  const lacks = (name) => own?.lacks.includes(name) === true || shell === false && (name === "sh" || name === "bash");
  return {
    has: (name) => {
      if (own?.has.includes(name)) return true;
      const known = base && isIn(base, name);
      return known === true || !lacks(name) ? known : false;
    },
    shell
  };
}
function baseOf(repository, variant) {
  for (const name of [repository, ...mirroredRepository(repository)]) {
    const base = find2(name);
    if (base) return base(variant);
  }
  return void 0;
}
function variantOf(text2) {
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

// src/model/image-tools.ts
var PACKAGE_MANAGERS = /^(apk|apt|apt-get|yum|dnf|microdnf|tdnf|zypper|pip3?|pipx|uv|npm|gem|go|cargo|brew)$/;
var DOWNLOADERS = /* @__PURE__ */ new Set(["curl", "wget", "make", "tar", "unzip", "git", "dpkg", "install"]);
function imageTools(image2, more = []) {
  const reference = image2?.dockerfile ? knownValue(image2.dockerfile.base) : image2?.origin === "pulled" ? knownValue(image2.reference) : void 0;
  if (!reference) return { has: () => void 0, shell: void 0, name: image2?.name ?? "the image" };
  const base = toolsOf(reference.repository, reference.tag ?? "");
  const instructions = image2?.dockerfile?.instructions ?? [];
  const scripts = [...instructions.filter((one) => one.keyword === "RUN").map((one) => parseShell(one.text, one.at)), ...more];
  const installed = installedTools(scripts);
  const copied = new Set(instructions.filter((one) => one.keyword === "COPY" || one.keyword === "ADD").flatMap((one) => one.words.map((word) => word.text.slice(word.text.lastIndexOf("/") + 1))));
  const opaque = instructions.some((one) => one.keyword === "COPY" && one.flags.some((flag) => flag.name === "from") && one.words.at(-1)?.text.replace(/\/$/, "") === "");
  return {
    has: (program) => {
      if (installed.tools.has(program) || copied.has(program)) return true;
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
      for (const word of command.words) for (const tool2 of toolsInstalledBy(word.split(/[=<>~@[]/)[0] ?? word)) tools.add(tool2);
    } else if (DOWNLOADERS.has(program) || command.words.some((word) => word.includes("/bin/"))) anything = true;
  }
  return { tools, anything };
}

// rules/health/check-cannot-pass.ts
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
  refs: ["https://docs.docker.com/reference/compose-file/services/#healthcheck", "https://docs.docker.com/reference/dockerfile/#healthcheck"],
  reads: ["compose", "kubernetes", "dockerfile"],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      if (workload.health.state === "none" || workload.health.state === "disabled") implied(workload, "health/check-missing");
      for (const check of workload.health.checks) {
        const found = wrongForm(check) ?? missingProgram(check, workload) ?? refused2(check, workload);
        if (found) fail(workload, check, `the healthcheck of ${workload.name} cannot pass: ${found.because}`, { fix: found.fix });
        else pass(workload);
      }
    }
  },
  examples: { bad: [], good: [] }
});
function wrongForm(check) {
  if (check.form !== "exec" || !check.argv) return void 0;
  const [program, ...rest] = check.argv;
  if (rest.length === 0 && program && /^\S+\s+\S/.test(program.trim()) && !program.startsWith("/"))
    return { because: "the whole command is one word of CMD, so Docker looks for a program of that name", fix: `Write \`["CMD-SHELL", "${program.slice(0, 100)}"]\`, or one list item for each word.` };
  const operator = rest.find((word) => word === "||" || word === "&&" || word === "|" || word === ";");
  if (operator) return { because: `${operator} is only understood by a shell, and CMD runs none`, fix: `Write it as one text: \`["CMD-SHELL", "${check.text.slice(0, 100)}"]\`.` };
  return void 0;
}
function missingProgram(check, workload) {
  const tools = imageTools(workload.image);
  if (check.form === "shell" && tools.shell === false)
    return { because: `there is no shell in ${tools.name}`, fix: 'Use the exec form with a program of the image, `["CMD", "/app", "healthcheck"]`, or a probe of the platform.' };
  const gone = goneIn(workload.distribution ?? { id: "", images: [], dataPaths: [] }, workload.version);
  for (const program of programsOf(check)) {
    const removed = gone.find((one) => one.program === program);
    if (removed) return { because: `${program}: ${removed.because}`, fix: `Use ${removed.instead}.` };
    if (tools.has(program) === false) return { because: `${program} is not in ${tools.name}`, fix: fixFor2(program, check, workload) };
  }
  return void 0;
}
function programsOf(check) {
  if (check.argv) return [programOf(check.argv.map((word) => word ?? "?"))].flatMap((name) => name === void 0 ? [] : [name]);
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
var BUILT_IN = /* @__PURE__ */ new Set(["exit", "test", "[", "[[", "echo", "true", "false", ":", "set", "cd", "export", "read", "printf", "exec", "eval", ".", "source", "command", "kill", "return"]);
function isExit(words2) {
  return words2 === void 0 || words2[0] === "exit" || words2[0] === "false" || words2[0] === "kill";
}
function fixFor2(program, check, workload) {
  const own = workload.distribution?.healthCommand;
  if (own) return `Use what the image has: \`test: ["CMD-SHELL", "${own}"]\`.`;
  const url = /https?:\/\/[^\s"'|)]+/.exec(check.text)?.[0] ?? "http://localhost:3000/health";
  if (imageTools(workload.image).has("wget") && program !== "wget") return `Use wget, which the image has: \`["CMD", "wget", "--spider", "-q", "${url}"]\`.`;
  if (imageTools(workload.image).has("node")) return `Use Node itself: \`["CMD", "node", "-e", "fetch('${url}').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]\`.`;
  if (imageTools(workload.image).has("python3") || imageTools(workload.image).has("python")) return `Use Python itself: \`["CMD", "python", "-c", "import urllib.request; urllib.request.urlopen('${url}')"]\`.`;
  return `Install ${program} in the image, or ask with a program that it has.`;
}
function refused2(check, workload) {
  const facts = serviceFactsOf(workload);
  const commands = check.script?.commands ?? [];
  if (!facts) return void 0;
  const text2 = check.text;
  if (/\b(redis|valkey)-cli\b/.test(text2) && /grep\b.*PONG/.test(text2)) {
    const knowsPassword = /(^|\s)(-a|--pass|-u)\s|(REDIS|VALKEY)CLI_AUTH=/.test(text2) || facts.environment("REDISCLI_AUTH") !== void 0;
    if (!knowsPassword && workload.distribution?.authentication?.(facts).state === "on")
      return { because: "the server asks for a password that the check does not give", fix: "Set `REDISCLI_AUTH: ${REDIS_PASSWORD}` in the environment of the service." };
  }
  if (workload.software?.id === "zookeeper" && commands.some((command) => command.words.includes("ruok")) && /imok/.test(text2)) {
    const allowed = facts.environment("ZOO_4LW_COMMANDS_WHITELIST");
    const listed = allowed === null || /\bruok\b|\*/.test(allowed ?? "") || facts.environment("KAFKA_OPTS") !== void 0 || facts.configMounted;
    if (!listed && isBefore(facts.version, [3, 5]) === false && workload.distribution?.id === "official")
      return { because: "ruok is not on the list of allowed commands (ZOO_4LW_COMMANDS_WHITELIST allows only srvr)", fix: "Use `zkServer.sh status`, or set `ZOO_4LW_COMMANDS_WHITELIST: ruok,srvr`." };
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
  refs: ["https://docs.docker.com/reference/compose-file/services/#healthcheck", "https://docs.docker.com/reference/dockerfile/#healthcheck", "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/"],
  reads: ["compose", "kubernetes", "pm2", "dockerfile"],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const { state, at } = workload.health;
      if (state === "checked") pass(workload);
      else if (state === "unknown") unverified(workload, at, whyUnknown(workload));
      else {
        const what = state === "disabled" ? "has its healthcheck switched off" : "has no healthcheck";
        const command = workload.distribution?.healthCommand;
        fail(workload, at, `${workload.name} ${what}`, {
          severity: isAsked(workload) ? "high" : "medium",
          ...command ? { fix: `Add \`healthcheck: { test: ["CMD-SHELL", "${command}"], interval: 10s, timeout: 5s, retries: 5 }\` to ${workload.name}.` } : {}
        });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isAsked(workload) {
  return workload.userFacing || workload.stateful || workload.role === "service" || workload.role === "cache";
}
function whyUnknown(workload) {
  if (workload.image?.origin === "built") return "its Dockerfile is not in the repository, or its base image is not known";
  return "whether its image brings a HEALTHCHECK of its own is not known";
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
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (workload.role === "tool" || !workload.software?.ports.some((port) => isAdministration(workload, port.port))) continue;
      pass(workload);
      for (const port of workload.published) {
        const number = port.container.known ? port.container.value : void 0;
        if (number === void 0 || !isAdministration(workload, number)) continue;
        if (port.reach === "unknown") unverified(workload, port, "the bind address of a published port is set outside the repository");
        else if (port.reach === "any") fail(workload, port, `the administration interface of ${workload.name} (${workload.software?.name}) answers any host${onPort(port)}`, { key: `port.${number}` });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isAdministration(workload, port) {
  const purpose = workload.software?.ports.find((one) => one.port === port)?.purpose;
  return purpose === "admin" || purpose === "web" && workload.software?.access?.byDefault === "none";
}
function onPort(port) {
  return port.host?.known ? ` on host port ${port.host.value}` : "";
}

// rules/network/datastore-port-public.ts
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
  refs: ["https://docs.docker.com/engine/network/packet-filtering-firewalls/", "https://docs.docker.com/engine/network/port-publishing/"],
  check({ system, pass, fail, unverified }) {
    for (const store of system.workloads) {
      if (!keepsData2(store)) continue;
      pass(store);
      for (const port of store.published) {
        if (isAdministration2(store, port)) continue;
        const number = port.container.known ? port.container.value : void 0;
        const where = port.host?.known ? ` on host port ${port.host.value}` : "";
        if (port.reach === "unknown") unverified(store, port, "the bind address of a published port is set outside the repository");
        else if (port.reach === "any") {
          const fix = `Drop the \`ports\` entry, or bind it to loopback: \`"127.0.0.1:${port.host?.known ? port.host.value : number}:${number}"\`.`;
          fail(store, port, `${store.name} (${store.software?.name}) answers any host${where}`, { key: `port.${number}`, ...number ? { fix } : {} });
        }
      }
    }
  },
  examples: { bad: [], good: [] }
});
function keepsData2(workload) {
  const { role, software: software2 } = workload;
  return (role === "datastore" || role === "cache" || role === "broker" || role === "search") && software2?.kind !== "object-store";
}
function isAdministration2(store, port) {
  const number = port.container.known ? port.container.value : void 0;
  const purpose = store.software?.ports.find((one) => one.port === number)?.purpose;
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
  check({ system, pass, fail }) {
    for (const { from, to, host, variable: variable2 } of system.connections) {
      if (to) {
        pass(from);
        continue;
      }
      if (from.networkMode || from.networks.some((network) => network.network.startsWith("external:"))) continue;
      const target2 = system.workloads.find((other) => other.deployment === from.deployment && other !== from && !other.networkMode && other.networks.some((network) => network.aliases.includes(host)));
      if (!target2 || target2.networks.some((network) => network.network.startsWith("external:"))) continue;
      const names = (networks) => networks.map((one) => one.network).join(", ");
      const what = `${from.name} connects to ${target2.name} (${variable2.name}), and they share no network: ${names(from.networks)} against ${names(target2.networks)}`;
      fail(from, variable2, what, { key: `${target2.name}.${variable2.name}`, related: [{ at: target2.at, message: `${target2.name} is on ${names(target2.networks)}` }] });
    }
  },
  examples: { bad: [], good: [] }
});

// rules/network/port-conflict.ts
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
  check({ system, pass, fail }) {
    for (const deployment of system.deployments) {
      if (deployment.purpose !== "production") continue;
      const published = system.workloads.filter((workload) => workload.deployment === deployment.id).flatMap((workload) => workload.published.map((port) => ({ workload, port }))).filter(({ port }) => port.host?.known);
      if (published.length === 0) continue;
      pass(deployment);
      for (const [index, later] of published.entries()) {
        const earlier = published.slice(0, index).find((one) => collide(one, later));
        if (!earlier || !later.port.host?.known) continue;
        const what = `${later.workload.name} and ${earlier.workload.name} both publish host port ${later.port.host.value}`;
        fail(deployment, later.port, what, { key: `${later.workload.name}.${later.port.host.value}`, related: [{ at: earlier.port.at, message: `${earlier.workload.name} publishes it here` }] });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function collide(one, other) {
  if (one.workload === other.workload || one.port.protocol !== other.port.protocol || !one.port.host?.known || !other.port.host?.known) return false;
  const overlap = one.port.host.value <= (other.port.hostEnd ?? other.port.host.value) && other.port.host.value <= (one.port.hostEnd ?? one.port.host.value);
  return overlap && one.port.hostEnd === void 0 && other.port.hostEnd === void 0 && sameAddress(one.port, other.port);
}
function sameAddress(one, other) {
  if (one.reach === "unknown" || other.reach === "unknown") return false;
  if (one.reach === "any" || other.reach === "any") return true;
  return one.address === other.address;
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
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "dotenv"],
  check({ system, pass, fail }) {
    if (system.workloads.length + system.images.length + system.unreadable.length === 0) return;
    pass(system.repository);
    for (const { path, format, problems, production } of system.unreadable) {
      const [first, ...rest] = problems;
      const at = first?.at ?? { path, start: 0, end: 0 };
      const more = rest.length > 0 ? ` (and ${rest.length} more)` : "";
      fail(system.repository, at, `${path} is not readable as ${NAMES[format] ?? format}: ${first?.message ?? "it is empty"}${more}`, { key: path, severity: production ? "high" : "medium" });
    }
  },
  examples: { bad: [], good: [] }
});
var NAMES = { compose: "Compose", dockerfile: "Dockerfile", dotenv: ".env file", kubernetes: "Kubernetes manifest" };

// rules/telemetry/monitoring-missing.ts
var AGENT_VARIABLES = /^(OTEL_EXPORTER_OTLP(_METRICS)?_ENDPOINT|DD_(AGENT_HOST|API_KEY|SITE|TRACE_AGENT_URL)|NEW_RELIC_LICENSE_KEY|ELASTIC_APM_SERVER_URLS?|APPLICATIONINSIGHTS_CONNECTION_STRING|DYNATRACE_\w+|DT_TENANT|HONEYCOMB_API_KEY|GRAFANA_CLOUD_\w+|STATSD_HOST|SIGNOZ_\w*ENDPOINT)$/;
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
  check({ system, pass, fail }) {
    if (system.workloads.length === 0 && system.images.length === 0) return;
    if (isMonitored(system)) pass(system.repository);
    else fail(system.repository, system.repository.at, "no metrics system and no monitoring agent is deployed with the production services");
  },
  examples: { bad: [], good: [] }
});
function isMonitored(system) {
  return system.workloads.some((workload) => {
    const kind = workload.software?.kind;
    if (kind === "metrics" || kind === "agent") return true;
    return [...workload.environment.values()].some((variable2) => AGENT_VARIABLES.test(variable2.name) && !(variable2.value.known && variable2.value.value === ""));
  });
}

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
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (workload.role !== "user-facing" || workload.stateful || workload.platform !== "compose") continue;
      const replicated = workload.replicas?.known === true && workload.replicas.value > 1;
      if (!workload.fixedName) pass(workload);
      else if (replicated) implied(workload);
      else fail(workload, workload.fixedName, `${workload.name} has a fixed container_name, so it cannot be scaled`);
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
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const { cpuLimit, cpuReservation, limitedByDefault } = workload.resources;
      if (cpuLimit || cpuReservation || limitedByDefault) pass(workload);
      else fail(workload, workload.at, `${workload.name} has neither a CPU reservation nor a CPU limit`);
    }
  },
  examples: { bad: [], good: [] }
});

// rules/workload/development-command.ts
var DEVELOPMENT_COMMANDS = [
  [
    /^(npm|pnpm|yarn|bun)(\s+run)?\s+(dev|develop|watch|serve:dev|start:dev|dev:\S+|watch:\S+|start:watch|start:debug)(\s|$)/,
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
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning || !runsOwnCode(workload)) continue;
      const { start, image: image2 } = workload;
      if (!start) {
        if (image2?.origin === "built" && !image2.dockerfile)
          unverified(
            workload,
            image2.context?.at ?? workload.at,
            "its Dockerfile is not in the repository, so its command is not known"
          );
        else pass(workload);
        continue;
      }
      const commands = start.script ? start.script.commands.map((command) => command.words.join(" ")) : [start.argv.map((word) => word ?? "?").join(" ")];
      const found = commands.map(plain3).flatMap((command) => {
        const match = DEVELOPMENT_COMMANDS.find(([pattern]) => pattern.test(command));
        return match && !saysProduction(workload, command) ? [{ command, what: match[1] }] : [];
      })[0];
      if (found)
        fail(workload, start, `${workload.name} runs "${found.command.slice(0, 80)}", ${found.what}`, {
          fix: fixFor3(found.command)
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
function plain3(command) {
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
function fixFor3(command) {
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
    "https://flask.palletsprojects.com/en/stable/config/#DEBUG"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "dotenv"],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!isApplication(workload)) continue;
      pass(workload);
      for (const variable2 of workload.environment.values()) {
        const mode = MODES.find(([name]) => name.test(variable2.name));
        if (!mode) continue;
        const { value } = variable2;
        if (!value.known) unverified(workload, variable2, `${variable2.name} is not known: ${value.because}`);
        else if (mode[1].test(value.value)) {
          fail(
            workload,
            variable2,
            `${workload.name} runs with ${variable2.name}=${value.value}, which is ${mode[2]}${origin(variable2)}`,
            {
              key: variable2.name,
              fix: `Set \`${variable2.name}: ${productionValue(variable2.name, mode[2])}\` in the files that production uses, and keep ${value.value} in the override file for development.`
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
function origin(variable2) {
  return variable2.uses.some((use) => use.source === "default") ? ", the default in force when nothing sets it" : "";
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
  check({ system, pass, fail }) {
    for (const deployment of system.deployments) {
      if (deployment.purpose !== "production") continue;
      const tools = system.workloads.filter((workload) => workload.deployment === deployment.id && isTool(workload));
      pass(deployment);
      if (tools.length === deployment.workloads.length) continue;
      for (const tool2 of tools) {
        const open4 = tool2.published.find(isReachable);
        if (tool2.published.length > 0 && !open4) continue;
        const routed = [...tool2.labels.keys()].some((label) => /^traefik\.http\.routers\./i.test(label));
        const where = open4 ? `, published on ${portName(open4)}` : routed ? ", routed by Traefik" : "";
        fail(
          deployment,
          open4 ?? tool2,
          `${tool2.name} (${tool2.software?.name ?? "a development tool"}) is deployed with production${where}`,
          {
            key: tool2.name,
            severity: open4 || routed ? "high" : "medium"
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
  return port.reach !== "loopback" && port.reach !== "cluster";
}
function portName(port) {
  return port.host?.known ? `port ${port.host.value}` : "a host port";
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
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const mount = workload.mounts.find(isDockerSocket);
      if (!mount || workload.software?.id === "docker-socket-proxy") {
        pass(workload);
        continue;
      }
      const severity = workload.role === "proxy" && mount.readOnly ? "medium" : "high";
      const note = mount.readOnly ? " (read-only does not limit what it can ask for)" : "";
      fail(workload, mount, `${workload.name} mounts the Docker socket${note}`, { severity });
    }
  },
  examples: { bad: [], good: [] }
});
function isDockerSocket(mount) {
  const source = mount.source?.known ? mount.source.value.replace(/\/{2,}/g, "/") : "";
  return mount.type === "bind" && /^\/(var\/)?run\/docker\.sock$/.test(source);
}

// rules/workload/grace-period-too-short.ts
var DOCKER_DEFAULT = 10;
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
  fix: "Set `stop_grace_period` (Compose) or `terminationGracePeriodSeconds` (Kubernetes) a few seconds above the shutdown timeout of the server.",
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#stop_grace_period",
    "https://docs.gunicorn.org/en/stable/settings.html#graceful-timeout"
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const own = workload.start && ownShutdown(workload.start);
      if (own === void 0) continue;
      const period = workload.stopGracePeriod;
      if (period && !period.known) {
        unverified(workload, period, period.because);
        continue;
      }
      const seconds = period?.value ?? DOCKER_DEFAULT;
      if (seconds >= own) pass(workload);
      else {
        const source = period ? "" : ", Docker's default,";
        fail(
          workload,
          period ?? workload.start ?? workload,
          `${workload.name} takes up to ${own} s to shut down and is killed after ${seconds} s${source}`.replace(
            /,$/,
            ""
          )
        );
      }
    }
  },
  examples: { bad: [], good: [] }
});
function ownShutdown(start) {
  const words2 = start.script ? start.script.commands.flatMap((command) => [...command.words]) : start.argv;
  for (const [index, word] of words2.entries()) {
    const flag = GRACE_FLAGS.find((name) => word === name || word?.startsWith(`${name}=`));
    if (flag === void 0 || word === null) continue;
    const seconds = Number(word === flag ? words2[index + 1] : word.slice(flag.length + 1));
    if (Number.isFinite(seconds)) return seconds;
  }
  return void 0;
}

// rules/workload/host-namespace-shared.ts
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
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      pass(workload);
      const watches = workload.software?.kind === "exporter" || workload.software?.kind === "agent";
      for (const shared7 of workload.privileges.hostNamespaces) {
        fail(workload, shared7, `${workload.name} shares the ${shared7.namespace} namespace of the host`, {
          key: shared7.namespace,
          severity: watches ? "medium" : "high"
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
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const { start, image: image2 } = workload;
      if (!start) {
        if (image2?.origin === "built" && !image2.dockerfile)
          unverified(
            workload,
            image2.context?.at ?? workload.at,
            "its Dockerfile is not in the repository, so its command is not known"
          );
        else pass(workload);
        continue;
      }
      const commands = start.script ? start.script.commands.map((command) => command.words.join(" ")) : [start.argv.map((word) => word ?? "?").join(" ")];
      const found = commands.find((command) => INSTALL.test(command));
      if (found === void 0) pass(workload);
      else fail(workload, start, `${workload.name} runs "${found.slice(0, 80)}" at every start`);
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
    "https://docs.docker.com/engine/logging/drivers/local/"
  ],
  reads: ["compose", "pm2"],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning || workload.platform !== "compose" && workload.platform !== "swarm") continue;
      const { logging } = workload;
      const driver = logging?.driver;
      if (driver && !driver.known) unverified(workload, driver, driver.because);
      else if (driver && driver.value !== "json-file") pass(workload);
      else if (logging?.options.has("max-size")) pass(workload);
      else fail(workload, logging ?? workload, `${workload.name} logs to json-file without max-size`);
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
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"
  ],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const { memoryLimit, limitedByDefault } = workload.resources;
      if (memoryLimit || limitedByDefault) pass(workload);
      else fail(workload, workload.at, `${workload.name} has no memory limit`);
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
    "https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities"
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { privileged, addedCapabilities } = workload.privileges;
      if (watchesTheHost(workload)) {
        pass(workload);
        continue;
      }
      const broad = addedCapabilities.filter((one) => one.name === "ALL" || one.name === "SYS_ADMIN");
      if (privileged?.known && privileged.value)
        fail(workload, privileged, `${workload.name} runs privileged`, { key: "privileged" });
      for (const capability of broad) {
        const what = capability.name === "ALL" ? "has all capabilities" : "has the capability SYS_ADMIN";
        fail(workload, capability, `${workload.name} ${what}`, { key: capability.name });
      }
      if (privileged && !privileged.known) unverified(workload, privileged, privileged.because);
      else pass(workload);
    }
  },
  examples: { bad: [], good: [] }
});
function watchesTheHost(workload) {
  return workload.software?.kind === "exporter" || workload.software?.kind === "agent";
}

// rules/workload/replicas-cannot-start.ts
var replicas_cannot_start_default = defineRule({
  id: "workload/replicas-cannot-start",
  title: "Replicas share a name or a host port that only one can have",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A container name and a host port can be taken once. The second replica cannot be created or cannot bind, so the scaling that the file promises never happens.",
  fix: 'Remove `container_name`, and publish the port on a proxy in front instead of on the replicas (or give a range that is wide enough, `"8080-8082:8080"`).',
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#container_name",
    "https://docs.docker.com/reference/compose-file/services/#ports"
  ],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const count = workload.replicas?.known ? workload.replicas.value : 1;
      if (count < 2 || workload.platform !== "compose") continue;
      pass(workload);
      const { fixedName } = workload;
      if (fixedName)
        fail(workload, fixedName, `${workload.name} asks for ${count} replicas under one container_name`, {
          key: "name"
        });
      for (const port of workload.published) {
        if (!port.host?.known) continue;
        const room = (port.hostEnd ?? port.host.value) - port.host.value + 1;
        if (room >= count) continue;
        const what = `${workload.name} asks for ${count} replicas, and host port ${port.host.value}${port.hostEnd ? `-${port.hostEnd}` : ""} has room for ${room}`;
        fail(workload, port, what, { key: `port.${port.host.value}` });
      }
    }
  },
  examples: { bad: [], good: [] }
});

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
    "https://docs.docker.com/reference/compose-file/services/#restart"
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const { policy, at, written } = workload.restart;
      if (policy === "unknown") unverified(workload, at, "its restart policy is set outside the repository");
      else if (policy !== "none") pass(workload);
      else {
        const what = written ? "says not to restart it" : "has no restart policy, and Docker restarts nothing by default";
        fail(workload, at, `${workload.name} ${what}`, { severity: workload.stateful ? "high" : "medium" });
      }
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
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      pass(workload);
      for (const mount of workload.mounts) {
        const source = mount.source?.known ? mount.source.value : void 0;
        if (mount.type !== "bind" || source === void 0 || !SENSITIVE.test(normal(source)) || belongsToItsJob(workload, mount))
          continue;
        const access2 = mount.readOnly ? "" : " with write access";
        fail(workload, mount, `${workload.name} mounts ${normal(source)} of the host${access2}`, { key: normal(source) });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function normal(path) {
  const clean = path.replace(/\/{2,}/g, "/");
  return clean.length > 1 ? clean.replace(/\/$/, "") : clean;
}
function belongsToItsJob(workload, mount) {
  const kind = workload.software?.kind;
  const watches = kind === "exporter" || kind === "agent" || kind === "logs";
  const target2 = mount.target.known ? mount.target.value : "";
  return watches && (mount.readOnly || target2 === "/var/run" || target2 === "/dev");
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
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (workload.role !== "user-facing" || workload.stateful) continue;
      const replicas = workload.autoscaledFrom ?? workload.replicas;
      if (replicas && !replicas.known) unverified(workload, replicas, replicas.because);
      else if ((replicas?.value ?? 1) >= 2 || hasTwin(workload, system)) pass(workload);
      else {
        const severity = workload.platform === "compose" ? "low" : "medium";
        fail(workload, replicas ?? workload.at, `${workload.name} serves users with a single instance`, { severity });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function hasTwin(workload, system) {
  return system.workloads.some(
    (other) => other !== workload && other.deployment === workload.deployment && workload.image !== void 0 && other.image?.id === workload.image.id && other.role === workload.role && other.start?.text === workload.start?.text
  );
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
  check({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      if (workload.platform !== "compose") continue;
      for (const dependency of workload.dependsOn) {
        const needed = system.workloads.find(
          (other) => other.name === dependency.workload && other.deployment === workload.deployment
        );
        if (!needed || !isNeededReady(needed)) continue;
        if (dependency.condition !== "started") pass(workload);
        else if (needed.role === "job")
          fail(workload, dependency, unfinished(workload, dependency), { key: needed.name });
        else if (needed.health.state === "unknown")
          unverified(workload, dependency, `whether ${needed.name} has a healthcheck to wait for is not known`);
        else if (needed.health.state !== "checked") implied(workload);
        else
          fail(workload, dependency, `${workload.name} does not wait until ${needed.name} is healthy`, {
            key: needed.name
          });
      }
    }
  },
  examples: { bad: [], good: [] }
});
function isNeededReady(workload) {
  return workload.stateful || workload.role === "cache" || workload.role === "job";
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
  check({ system, pass, fail, unverified }) {
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
          fail(
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
var rules = [
  cannot_run_default,
  failure_hidden_default,
  missing_default,
  stays_on_host_default,
  file_invalid_default,
  reference_undefined_default,
  settings_conflict_default,
  setting_without_effect_default,
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
  check_cannot_fail_default,
  check_cannot_pass_default,
  check_missing_default,
  admin_ui_public_default,
  datastore_port_public_default,
  networks_disjoint_default,
  port_conflict_default,
  file_unreadable_default,
  monitoring_missing_default,
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

export {
  WORKLOAD_FORMATS,
  programOf,
  splitWords,
  parseShell,
  allSoftware,
  softwareOf,
  imageTools,
  rules
};
