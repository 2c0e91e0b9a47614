"use strict";

// rules/datastore/authentication-off.ts
var isDataService = (function isDataService(workload) {
  return workload.stateful || workload.role === "cache" || workload.software?.kind === "pooler";
});

// src/model/nodes.ts
var nodesOf = (function nodesOf(system) {
  return system.workloads.flatMap((workload) => {
    const replication = replicationOf(workload);
    return replication ? [{ workload, replication }] : [];
  });
});
var peersOf = (function peersOf(node, nodes) {
  return nodes.filter(
    (other) => other !== node && other.workload.deployment === node.workload.deployment && other.workload.software?.id === node.workload.software?.id
  );
});
var isReferredTo = (function isReferredTo(node, peers) {
  const names = new Set(node.workload.networks.flatMap((network) => network.aliases));
  return peers.some((peer) => peer.replication.state === "wired" && peer.replication.peers.some((name) => names.has(name)));
});
var isEmptyClaim = (function isEmptyClaim(node, peers) {
  if (node.replication.state !== "claimed") return false;
  if (node.replication.role === "replica" || node.replication.role === "member") return true;
  return !isReferredTo(node, peers) && peers.length > 0;
});
var serversThatAreAlone = (function serversThatAreAlone({
  workload,
  replication
}) {
  const { replicas, pod, mounts } = workload;
  if (pod && pod.kind !== "StatefulSet" && mounts.some((mount) => mount.type === "claim")) return void 0;
  if (!workload.software?.cluster || workload.role === "tool" || replication.state !== "alone") return void 0;
  return replicas?.known && replicas.value > 1 ? replicas : void 0;
});

// rules/datastore/data-not-persisted.ts
var wordsOf = (function wordsOf(workload, place, several = false) {
  const { name } = workload;
  const kubernetes = {
    fix: `Run ${name} as a StatefulSet with \`volumeClaimTemplates\`, and mount the claim at ${place}; or let the operator of this database run it.`,
    why: "What is written into a container or an emptyDir is deleted with the pod: at the next rollout, when its node is drained, or when it needs too much memory, the database starts empty."
  };
  const volume = `${name}-${several ? place.slice(place.lastIndexOf("/") + 1) : "data"}`;
  const fix = `Add \`volumes: ["${volume}:${place}"]\` to ${name}, and \`${volume}:\` under the top-level \`volumes:\`.`;
  return { fix, ...wordsFor(workload, { kubernetes }) };
});
var logsOf = (function logsOf(system) {
  const told = redisServersOf(system).filter((server) => {
    const set = redisSetting(server, "appendonly");
    return server.workload.distribution?.id === "official" && set.given === "yes" && isYes(set.value);
  });
  return new Set(told.map(({ workload }) => workload));
});
var reportedBy = (function reportedBy(workload, facts, nodes) {
  if (workload.mounts.some(isDataMount)) return void 0;
  if (facts.distribution.memoryMode?.(facts)) return "datastore/in-memory-mode";
  const node = nodes.find((one) => one.workload === workload);
  const empty = node && node.replication.role !== "primary" && isEmptyClaim(node, peersOf(node, nodes));
  return empty ? "datastore/replica-not-wired" : void 0;
});

// src/model/datastore/volume-roots.ts
var volumeRoot = (function volumeRoot(workload, { clusters }) {
  const facts = serviceFactsOf(workload);
  if (!facts || !workload.pod || workload.software?.id !== "postgres") return void 0;
  const paths = dataPathsOf(facts)?.paths ?? [];
  const mount = workload.mounts.find(
    ({ type, target }) => type === "claim" && target.known && paths.includes(target.value.replace(/\/+$/, ""))
  );
  const name = mount && knownValue(mount.source);
  const cluster = clusters.find(({ deployment }) => deployment === workload.deployment);
  const controller = cluster?.controllers.find(({ workloads }) => workloads.includes(workload.id));
  if (!mount || name === void 0 || !cluster || !controller || hasSubPath(mount, controller)) return void 0;
  const templates = itemsOf(descend(controller.object.node, "spec", "volumeClaimTemplates"));
  const claim = templates.find((one) => textOf(descend(one, "metadata", "name")) === name) ?? cluster.objects.find(
    (one) => one.kind === "PersistentVolumeClaim" && one.name === name && sameNamespace(one.namespace, controller.object.namespace)
  )?.node;
  const storageClass = textOf(descend(claim, "spec", "storageClassName")) ?? "";
  const isDefined = cluster.objects.some((one) => one.kind === "StorageClass" && one.name === storageClass);
  return DISKS.test(storageClass) && !isDefined ? { mount, storageClass } : void 0;
});

// src/model/datastore/memory-use.ts
var memoryInFileOf = (function memoryInFileOf(workload, system) {
  return databaseMemory(workload, system) ?? redisMemory(workload, system);
});
var databaseMemory = (function databaseMemory(workload, system) {
  const server = system.databaseServers.find((each) => each.subject.id === workload.id);
  const buffer = server?.buffer;
  if (!server || !buffer?.value.known || !isInFile(buffer.at, workload)) return void 0;
  const isPostgres = server.engine === "postgres";
  const bytes = isPostgres ? postgresBytes(buffer.value.value) : mysqlBytes(buffer.value.value);
  const what = isPostgres ? "shared_buffers" : "innodb_buffer_pool_size";
  return {
    what,
    ...bytes === void 0 ? {} : { bytes },
    share: isPostgres ? 0.4 : 0.8,
    usualShare: isPostgres ? 0.25 : 0.5,
    setting: (wanted) => `\`${what} = ${megabytes(wanted)}M${isPostgres ? "B" : ""}\` in ${buffer.at.path}`,
    source: "https://www.postgresql.org/docs/current/runtime-config-resource.html",
    at: buffer.at
  };
});
var redisMemory = (function redisMemory(workload, system) {
  if (!workload.software) return void 0;
  const server = redisServersOf(system).find((each) => each.workload === workload);
  const set = server && redisSetting(server, "maxmemory");
  const bytes = set?.given === "yes" && set.value !== void 0 ? redisBytes(set.value) : void 0;
  if (!bytes) return void 0;
  return {
    what: "maxmemory",
    bytes,
    share: 0.75,
    setting: (wanted) => `\`maxmemory ${megabytes(wanted)}mb\` in its configuration file`,
    source: "https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/"
  };
});

// src/model/process/program-memory.ts
var programMemoryOf = (function programMemoryOf(workload) {
  return jvmOf(workload) ?? v8Of(workload) ?? goOf(workload);
});
var jvmOf = (function jvmOf({ environment, start }) {
  const common = {
    what: "JVM heap",
    share: 0.85,
    usualShare: 0.75,
    setting: (bytes) => `-Xmx${Math.floor(bytes / MIB)}m (or \`-XX:MaxRAMPercentage=75\`)`,
    source: "https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html"
  };
  const command = maximumHeap(/(?:^|[\s/])java\s/.test(start?.text ?? "") ? start?.text ?? "" : "");
  if (typeof command === "number") return { ...common, bytes: command };
  for (const name of JVM_OPTIONS) {
    const value = environment.get(name)?.value;
    const bytes = value?.known ? maximumHeap(value.value) : "unset";
    if (typeof bytes === "number") return { ...common, bytes, by: { kind: "variable", name } };
  }
  return void 0;
});
var v8Of = (function v8Of({ environment, runs = [] }) {
  const common = {
    what: "heap of Node.js",
    share: 0.9,
    usualShare: 0.75,
    setting: (bytes2) => `--max-old-space-size=${Math.floor(bytes2 / MIB)}`,
    source: "https://nodejs.org/api/cli.html#--max-old-space-sizesize-in-mib"
  };
  for (const { words, at, isSure } of runs) {
    const [program] = words;
    const bytes2 = isSure && /(?:^|\/)node$/.test(program ?? "") ? oldSpace(words.join(" ")) : void 0;
    if (bytes2 !== void 0) return { ...common, bytes: bytes2, at };
  }
  const value = environment.get("NODE_OPTIONS")?.value;
  const bytes = value?.known ? oldSpace(value.value) : void 0;
  return bytes === void 0 ? void 0 : { ...common, bytes, by: { kind: "variable", name: "NODE_OPTIONS" } };
});
var goOf = (function goOf({ environment }) {
  const value = environment.get("GOMEMLIMIT")?.value;
  const match = value?.known ? /^\s*(\d{1,15})([KMGT]iB|B)?\s*$/.exec(value.value) : void 0;
  const unit = GO_UNITS.get(match?.[2] ?? "");
  if (!match || unit === void 0) return void 0;
  return {
    what: "GOMEMLIMIT",
    share: 1,
    usualShare: 0.9,
    bytes: Number(match[1]) * unit,
    by: { kind: "variable", name: "GOMEMLIMIT" },
    setting: (bytes) => `GOMEMLIMIT=${Math.floor(bytes / MIB)}MiB`,
    source: "https://go.dev/doc/gc-guide#Suggested_uses"
  };
});

// rules/datastore/replica-not-wired.ts
var judgeClusterJob = (function judgeClusterJob(workload, workloads, pass, fail) {
  const words = workload.start?.script ? workload.start.script.commands.flatMap((command) => command.words) : workload.start?.argv ?? [];
  const create = words.findIndex((word, index) => word === "create" && words[index - 1] === "--cluster");
  if (create === -1 || !workload.start) return;
  const nodes = words.slice(create + 1).filter((word) => word !== null && /^[\w.-]+:\d+$/.test(word)).map((word) => (word ?? "").split(":")[0]);
  const option2 = words.indexOf("--cluster-replicas");
  const replicas = option2 === -1 ? 0 : Number(words[option2 + 1] ?? 0);
  const missing = nodes.find(
    (name) => workload.platform !== "kubernetes" && !workloads.some(
      (other) => other.deployment === workload.deployment && other.networks.some((network) => network.aliases.includes(name ?? ""))
    )
  );
  const needed = 3 * (1 + replicas);
  if (missing !== void 0)
    fail(
      workload,
      workload.start,
      `${workload.name} forms a cluster with ${missing}, which no service answers to; it runs no server itself`,
      {
        fix: `Add the nodes as services with \`redis-server --cluster-enabled yes\`, and run this command once as a job.`
      }
    );
  else if (nodes.length > 0 && Number.isFinite(replicas) && nodes.length < needed)
    fail(
      workload,
      workload.start,
      `${workload.name} asks for ${replicas} replica of each master on ${nodes.length} nodes, and Redis needs ${needed}`,
      {
        fix: `Run ${needed} nodes with \`--cluster-enabled yes\`, or leave \`--cluster-replicas\` out and use Sentinel for failover.`
      }
    );
  else pass(workload);
});

// rules/datastore/single-instance.ts
var isOneOfSeveral = (function isOneOfSeveral(node, peers) {
  const { workload, replication } = node;
  const wired = peers.filter((peer) => peer.replication.state === "wired");
  if (isReferredTo(node, peers)) return true;
  if (replication.state === "unknown") return void 0;
  if (replication.state !== "wired") return false;
  if (replication.role === "primary")
    return wired.some((peer) => peer.replication.role === "replica" && peer.replication.peers.length === 0);
  if (workload.replicas?.known && workload.replicas.value > 1) return true;
  return replication.role === "replica" ? peers.length > 0 : peers.some((peer) => peer.replication.group === replication.group);
});
var brokersBeside = (function brokersBeside(workload, brokers) {
  const server = brokers.find((broker) => broker.workload === workload);
  const count = server && brokerCount(server, brokers);
  return count === void 0 ? void 0 : count > 1;
});
var keepsNothing = (function keepsNothing(workload) {
  const facts = serviceFactsOf(workload);
  return workload.role === "broker" && facts !== void 0 && workload.distribution?.keepsData?.(facts) === "no";
});

// rules/datastore/tls-required-not-offered.ts
var kindOf = (function kindOf({ software, distribution }) {
  return KINDS.find((one) => one.distributions.test(`${software?.id}/${distribution?.id}`));
});
var demandOf = (function demandOf({ scheme, variable, from }, kind) {
  if (variable.name === "PGHOST" && kind.scheme.test("postgres")) {
    const mode = knownValue(from.environment.get("PGSSLMODE")?.value);
    return mode !== void 0 && /^(?:require|verify-ca|verify-full)$/.test(mode) ? `PGSSLMODE=${mode}` : void 0;
  }
  if (!kind.scheme.test(scheme ?? "")) return void 0;
  if (!kind.demand) return `${scheme}://`;
  const { value, raw = "" } = variable;
  return kind.demand.exec(value.known ? value.value : raw)?.[1];
});

// src/model/datastore/unused.ts
var storeDemands = (function storeDemands(system) {
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
});

// src/model/datastore/shared-volumes.ts
var sharedVolumes = (function sharedVolumes(workloads) {
  const keepers = workloads.flatMap((workload) => {
    const isServer = workload.stateful && workload.longRunning && !workload.clientOf && workload.role === "datastore";
    const isHere = workload.platform === "compose" || workload.platform === "swarm";
    const kept = isServer && isHere ? dataMountOf(workload) : void 0;
    const place = kept && placeOf(kept);
    return kept ? [{ workload, mount: kept.mount, place }] : [];
  });
  return keepers.map(({ workload, mount, place }) => {
    const others = keepers.flatMap(
      (other) => other.workload !== workload && other.workload.deployment === workload.deployment && place !== void 0 && other.place === place ? [other.workload] : []
    );
    const count = workload.platform === "compose" && place !== void 0 ? knownValue(workload.replicas) ?? 1 : 1;
    const isShared = count > 1 || others.length > 0;
    return { workload, others, count, ...isShared && { at: mount.at } };
  });
});
var dataMountOf = (function dataMountOf(workload) {
  const facts = serviceFactsOf(workload);
  const data = facts && dataPathsOf(facts);
  for (const mount of workload.mounts) {
    const target = knownValue(mount.target);
    const isLasting = (mount.type === "volume" || mount.type === "bind") && !mount.readOnly;
    const path = data?.paths.find((one) => target !== void 0 && mountKeeps(target, one, data.volumes));
    if (isLasting && target !== void 0 && path !== void 0)
      return { mount, directory: path.slice(target.replace(/\/+$/, "").length) };
  }
  return void 0;
});
var placeOf = (function placeOf({ mount: { type, source, subpath }, directory }) {
  const name = knownValue(source);
  if (name === void 0 || /[${}]/.test(name) || subpath?.known === false) return void 0;
  return [type, name.replace(/\/+$/, ""), subpath?.value ?? "", directory].join("\n");
});
const {
  redisAuthentication,
  redisServersOf,
  redisSetting
} = require("./chunk-PALE3IBA.js");
const {
  brokerCount,
  kafkaBrokersOf
} = require("./chunk-43MB7P6I.js");
const {
  MIB,
  maximumHeap,
  mysqlBytes,
  postgresBytes,
  redisBytes
} = require("./chunk-SGFGOYHU.js");
const {
  sameNamespace
} = require("./chunk-YXRK3UZL.js");
const {
  CLIENT_SIGNS,
  familyOf
} = require("./chunk-BG6QOIS7.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  commandText,
  dataPathsOf,
  defineRule,
  descend,
  formatBytes,
  holdsTelemetry,
  isDataMount,
  isYes,
  itemsOf,
  keepsDataOnMount,
  knownValue,
  listOf,
  mountKeeps,
  option,
  otherDataMount,
  postgresSetting,
  replicationOf,
  serviceFactsOf,
  textOf,
  wordsFor
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

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
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      if (!facts?.distribution.authentication || !isDataService(workload)) continue;
      if (replicationOf(workload)?.role === "watcher") continue;
      const { state, because, fix, by } = redisAuthentication(workload) ?? facts.distribution.authentication(facts);
      const setting = by?.kind === "variable" ? workload.environment.get(by.name) : void 0;
      if (state === "on") pass(workload);
      else if (state === "unknown") unverified(workload, setting ?? workload.at, because);
      else {
        const open = workload.published.find(isOpen);
        fail(
          workload,
          setting ?? workload.at,
          `${workload.name} (${workload.software?.name}) asks nobody for a password: ${because}${open ? "; its port is published" : ""}`,
          {
            fix,
            severity: open ? "critical" : "high",
            related: open ? [{ at: open.at, message: "it is published here" }] : []
          }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});

function isOpen(port) {
  return port.reach === "any" || port.reach === "address";
}

// src/model/nodes.ts






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
  check: (function({ system, pass, fail, unverified, implied }) {
    const nodes = nodesOf(system);
    const logs = logsOf(system);
    for (const workload of system.workloads) {
      if (workload.stateful && workload.pod?.operator) judgeOperated(workload, workload.pod);
      const isLog = !workload.stateful && logs.has(workload);
      const facts = workload.stateful || isLog ? serviceFactsOf(workload) : void 0;
      if (!facts || facts.distribution.dataPaths.length === 0) continue;
      const keeps = facts.distribution.keepsData?.(facts);
      if (keeps === "no") continue;
      const instead = reportedBy(workload, facts, nodes);
      if (instead) {
        implied(workload, instead);
        continue;
      }
      const data = dataPathsOf(facts);
      const unclear = workload.mounts.find((mount) => !mount.target.known);
      if (!data) {
        if (workload.mounts.some(isDataMount))
          unverified(workload, workload.at, "where this version of the image keeps its data is not known");
        else
          fail(
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
        const words = isLog ? logWords(workload, place) : wordsOf(workload, place, data.paths.length > 1);
        if (mount && isDataMount(mount)) pass(workload);
        else if (mount)
          fail(
            workload,
            mount,
            `${workload.name} (${workload.software?.name}) keeps ${place} on ${PASSING[mount.type] ?? "a nameless volume that goes with the container"}`,
            { key: path, ...words }
          );
        else if (otherDataMount(workload)) implied(workload, "datastore/data-path-wrong");
        else if (unclear) unverified(workload, unclear, "the target of a mount is not known");
        else if (keeps === "unknown")
          unverified(workload, workload.at, "whether it keeps anything on disk is not known");
        else
          fail(workload, workload.at, `${workload.name} (${workload.software?.name}) keeps ${place} in the container`, {
            key: path,
            ...words
          });
      }
    }
    function judgeOperated(workload, pod) {
      if (!pod.forgets) pass(workload);
      else
        fail(
          workload,
          pod.forgets,
          `${workload.name} (${workload.software?.name}) keeps its data in the pod: ${pod.operator} is asked for no volume`,
          {
            fix: `Ask for a persistent volume in the ${pod.kind}: ${pod.operator} claims it for each node.`,
            why: "Storage of the pod is deleted with it: when the nodes are replaced or all pods are started anew at once, nothing is left."
          }
        );
    }
  }),
  examples: { bad: [], good: [] }
});
var PASSING = {
  tmpfs: "a tmpfs, in memory",
  "empty-dir": "an emptyDir, which is deleted with the pod"
};


function logWords(workload, place) {
  const { fix } = wordsOf(workload, place);
  return {
    severity: "medium",
    fix: `${fix} If nobody misses what is in it, leave \`appendonly\` out instead.`,
    why: "The log of what is written (`appendonly yes`) is there to bring everything back after a restart. Where it goes with the container or the pod it costs writes and brings nothing back: sessions, carts and jobs are gone at the next deployment."
  };
}


// src/model/datastore/volume-roots.ts
var DISKS = /^(?:gp2|gp3|do-block-storage(?:-retain)?|(?:premium|standard)-rwo|managed-csi(?:-premium)?|managed-premium|linode-block-storage(?:-retain)?|hcloud-volumes|longhorn)$/;

function hasSubPath({ at }, { spec }) {
  const item = [...itemsOf(child(spec, "containers")), ...itemsOf(child(spec, "initContainers"))].flatMap((container) => itemsOf(child(container, "volumeMounts"))).find((one) => one.at.path === at.path && one.at.start === at.start);
  return !item || child(item, "subPath") !== void 0 || child(item, "subPathExpr") !== void 0;
}

// rules/datastore/data-path-wrong.ts
var ROOT_WHY = "On a new volume the server ends as soon as it starts, for ever: it only begins in an empty directory, and the file system has put a folder of its own there.";
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
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const facts = workload.stateful ? serviceFactsOf(workload) : void 0;
      if (!facts || facts.distribution.dataPaths.length === 0) continue;
      const data = dataPathsOf(facts);
      if (!data) {
        unverified(workload, workload.at, "where this version of the image keeps its data is not known");
        continue;
      }
      const wrong = otherDataMount(workload);
      const root = volumeRoot(workload, system);
      if (root)
        fail(
          workload,
          root.mount,
          `${workload.name} begins at the root of a volume of the class ${root.storageClass}, which has a folder lost+found: initdb refuses a directory that is not empty`,
          {
            key: "volume-root",
            severity: "high",
            why: ROOT_WHY,
            fix: `Set \`PGDATA\` to a folder below it (\`${data.paths[0]}/pgdata\`), or mount the volume with \`subPath: pgdata\`. Move data that is already there before you switch.`
          }
        );
      else if (!wrong?.target.known) pass(workload);
      else {
        const right = data.volumes?.[0] ?? data.paths[0] ?? "";
        const reference = workload.image?.reference?.known ? workload.image.reference.value : void 0;
        const image = reference?.text ?? workload.software?.name;
        const since = /\d/.test(reference?.tag ?? "") ? void 0 : newLayoutSince(facts.distribution, data);
        const today = since ? `, which is ${since} or newer today,` : "";
        fail(
          workload,
          wrong,
          `${workload.name} mounts a volume at ${wrong.target.value}, and ${image}${today} keeps its data in ${data.paths.join(", ")}`,
          {
            fix: `Mount it at \`${right}\`${since ? `, or name a release before ${since}` : ""}. Copy data that is already there before you switch.`
          }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function newLayoutSince({ dataPaths }, data) {
  return dataPaths[dataPaths.indexOf(data) - 1]?.before?.join(".");
}

// rules/datastore/database-never-created.ts
var database_never_created_default = defineRule({
  id: "datastore/database-never-created",
  title: "A service connects to a database that nothing creates",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'On a new server every connection fails with `database "shop" does not exist`. Where it works, somebody once created it by hand; the next host, the next environment and the restore after a loss do not have it.',
  fix: "Let the server make it at its first start: `POSTGRES_DB` or `MYSQL_DATABASE` for one, a script with `CREATE DATABASE` in /docker-entrypoint-initdb.d for several. A server that has data already needs the statement once by hand.",
  refs: [
    "https://hub.docker.com/_/postgres",
    "https://hub.docker.com/_/mysql",
    "https://hub.docker.com/_/mariadb",
    "https://www.prisma.io/docs/cli/migrate/deploy"
  ],
  reads: ["compose", "kubernetes", "dotenv", "script", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const use of system.databaseUses) {
      const { server, name, connection, made } = use;
      if (made === true) pass(server);
      else if (made !== false)
        unverified(server, connection, `whether anything creates the database ${name} is not known: ${made}`);
      else
        fail(server, connection, messageOf(use), {
          key: name,
          fix: fixOf(use),
          related: [{ at: server.at, message: server.name }]
        });
    }
  }),
  examples: { bad: [], good: [] }
});
function messageOf({ server, name, connection, given }) {
  const makes = given.length === 0 ? "which makes none" : `which makes only ${listOf(given)}`;
  return `${connection.from.name} connects to the database ${name} of ${server.name} (${server.software?.name}), ${makes}, and nothing in the repository creates ${name}`;
}
function fixOf({ server, name, given }) {
  const isPostgres = server.software?.id === "postgres";
  const variable = isPostgres ? "POSTGRES_DB" : "MYSQL_DATABASE";
  const script = `mount a script with \`CREATE DATABASE ${isPostgres ? `"${name}"` : `\`${name}\``};\` into /docker-entrypoint-initdb.d of ${server.name}`;
  return given.length === 0 ? `Set \`${variable}: ${name}\` on ${server.name}, or ${script}. A server that has data already needs the statement once by hand.` : `Correct the name, or ${script}. A server that has data already needs the statement once by hand.`;
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
  check: (function({ system, pass, fail, implied }) {
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
        fail(
          workload,
          workload.at,
          `${workload.name} (${workload.software.name}) keeps the default ${memory.what} of ${formatBytes(memory.bytes)} in a container of ${formatBytes(limit.value)}`,
          { fix: `Set ${memory.setting(usual)}.` }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function isAskedFor(setting, { distribution, environment }) {
  const plain = (text) => text.replaceAll("-", "_");
  const ignored = distribution?.variables?.ignored.filter(({ instead }) => plain(instead).includes(plain(setting))) ?? [];
  return ignored.some(({ pattern }) => [...environment.keys()].some((name) => pattern.test(name)));
}

// src/model/datastore/memory-use.ts


function isInFile({ path }, { at }) {
  return path !== at.path;
}

function megabytes(bytes) {
  return Math.max(1, Math.floor(bytes / 2 ** 20));
}

// src/model/process/program-memory.ts
var JVM_OPTIONS = ["JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JAVA_OPTS", "CATALINA_OPTS"];



function oldSpace(text) {
  const last = [...text.matchAll(/--max[-_]old[-_]space[-_]size[= ]["']?(\d{1,7})\b/g)].at(-1)?.[1];
  return last === void 0 ? void 0 : Number(last) * MIB;
}
var GO_UNITS = /* @__PURE__ */ new Map([
  ["", 1],
  ["B", 1],
  ["KiB", 1024],
  ["MiB", MIB],
  ["GiB", 1024 ** 3],
  ["TiB", 1024 ** 4]
]);


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
    "https://www.postgresql.org/docs/current/runtime-config-resource.html",
    "https://nodejs.org/api/cli.html#--max-old-space-sizesize-in-mib",
    "https://go.dev/doc/gc-guide#Suggested_uses"
  ],
  check: (function({ system, pass, fail, unverified, implied }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      const told = facts?.distribution.memory ? facts.distribution.memory(facts) : programMemoryOf(workload);
      const written = told ? void 0 : memoryInFileOf(workload, system);
      const memory = told ?? written;
      if (!memory || workload.role === "tool") continue;
      const limit = workload.resources.memoryLimit;
      const setting = memory.by?.kind === "variable" ? workload.environment.get(memory.by.name) : void 0;
      if (!limit) {
        implied(workload, "workload/memory-limit-missing");
        continue;
      }
      if (!limit.known || memory.bytes === void 0) {
        const unclear = limit.known ? `its ${memory.what} is not known` : limit.because;
        unverified(workload, memory.at ?? setting ?? limit, unclear);
        continue;
      }
      const room = Math.floor(limit.value * memory.share);
      if (memory.bytes <= room) pass(workload);
      else {
        const source = memory.by || memory.at || written ? "" : " (the default)";
        const what = `${workload.name} has ${memory.what.startsWith("innodb") ? "an" : "a"} ${memory.what} of ${formatBytes(memory.bytes)}${source} in a container of ${formatBytes(limit.value)}; at most ${Math.round(memory.share * 100)} % is sound`;
        fail(workload, memory.at ?? setting ?? limit, what, {
          fix: `Set ${memory.setting(Math.floor(limit.value * (memory.usualShare ?? memory.share) / 2 ** 20) * 2 ** 20)}, or raise the limit to ${formatBytes(Math.ceil(memory.bytes / memory.share / 2 ** 20) * 2 ** 20)}.`
        });
      }
    }
  }),
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
  check: (function({ system, pass, fail, unverified, implied }) {
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
        fail(
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
        fail(
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
  }),
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
  check: (function({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload);
      if (!facts?.distribution.memoryMode || workload.role === "tool") continue;
      const mode = facts.distribution.memoryMode(facts);
      if (!mode) pass(workload);
      else {
        const variable = mode.by?.kind === "variable" ? workload.environment.get(mode.by.name) : void 0;
        fail(
          workload,
          variable ?? workload.start ?? workload,
          `${workload.name} (${workload.software?.name}) forgets its data: ${mode.because}`,
          { fix: mode.fix }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/datastore/initialisation-broken.ts
var initialisation_broken_default = defineRule({
  id: "datastore/initialisation-broken",
  title: "What sets a database up at its first start is broken",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The scripts run once, on an empty data directory, and the container ends with the first error in them. The next start finds data and runs none: the server then works without the roles, databases and tables that come behind, and the application is refused.",
  fix: "Correct the statement, and try it on an empty volume: `docker compose down`, then `up` with another project name (`-p try`).",
  refs: [
    "https://hub.docker.com/_/postgres",
    "https://hub.docker.com/_/mysql",
    "https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION",
    "https://www.postgresql.org/docs/current/sql-createdatabase.html",
    "https://dev.mysql.com/doc/refman/8.4/en/native-pluggable-authentication.html"
  ],
  reads: ["compose", "kubernetes"],
  check: (function({ system, pass, fail, unverified }) {
    for (const { server, faults } of system.initialisations) {
      pass(server);
      for (const { at, message, fix, key, misread, unsure } of faults) {
        if (unsure) unverified(server, at, unsure);
        else
          fail(server, at, `${server.name} ${message}`, {
            key,
            fix,
            related: [{ at: server.at, message: server.name }],
            ...misread ? { why: MISREAD } : {}
          });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var MISREAD = "Whatever the variable is set to, the value is the text that stands there, which everybody with the repository knows; and the application that has the real one is refused.";

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
  check: (function({ system, pass, fail }) {
    const nodes = nodesOf(system);
    for (const node of nodes) {
      const peers = peersOf(node, nodes);
      const count = serversThatAreAlone(node);
      if (count) judgeCopies(node.workload, count);
      else if (node.replication.state === "wired") pass(node.workload);
      else if (isEmptyClaim(node, peers)) {
        const { workload, replication } = node;
        const setting = replication.by && workload.environment.get(replication.by.name);
        const at = setting ?? workload.start ?? workload;
        const what = replication.role === "primary" ? "has no replica" : "is no replica of anything";
        fail(
          workload,
          at,
          `${workload.name} ${what}: ${replication.because}`,
          replication.fix ? { fix: replication.fix } : {}
        );
      }
    }
    for (const workload of system.workloads) judgeClusterJob(workload, system.workloads, pass, fail);
    function judgeCopies(workload, count) {
      fail(
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
  }),
  examples: { bad: [], good: [] }
});


// rules/datastore/single-instance.ts
var WITHOUT_DATA = "It keeps nothing that could be lost for good; but when its only node or host fails, what its clients send each other is lost until somebody starts it again, and every upgrade is an outage.";
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
  check: (function({ system, pass, fail, unverified, implied }) {
    const nodes = nodesOf(system);
    const brokers = kafkaBrokersOf(system);
    for (const node of nodes) {
      const { workload, replication } = node;
      if (!workload.software?.cluster || replication.role === "watcher") continue;
      if (workload.role === "tool" || workload.role === "job") continue;
      const peers = peersOf(node, nodes);
      const several = brokersBeside(workload, brokers) ?? isOneOfSeveral(node, peers);
      if (several && workload.software.id === "mongodb" && !workload.pod?.operator && replication.role === "member" && system.replicaSetInitiations.length === 0)
        implied(workload, "mongodb/replica-set-not-initiated");
      else if (several) pass(workload);
      else if (serversThatAreAlone(node)) implied(workload, "datastore/replica-not-wired");
      else if (several === void 0 && replication.state === "unknown")
        unverified(workload, workload.at, replication.because);
      else if (replication.state === "claimed") implied(workload, "datastore/replica-not-wired");
      else {
        const severity = workload.role === "cache" || holdsTelemetry(workload, system) ? "low" : "high";
        const how = workload.software.cluster.how;
        const passesOn = keepsNothing(workload);
        const what = passesOn ? "is the only node of what passes through it" : "is the only node of its data";
        fail(workload, workload.at, `${workload.name} (${workload.software.name}) ${what}`, {
          severity,
          ...passesOn && { why: WITHOUT_DATA },
          fix: workload.pod?.operator ? `Ask for ${workload.software.cluster.nodes} nodes in this ${workload.pod.kind}: ${workload.pod.operator} wires them.` : `Add a second node: ${how}${/managed service/.test(how) ? "" : ", or a managed service"}.`
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});




// rules/datastore/tls-required-not-offered.ts
var KINDS = [
  {
    // https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-SSL: off
    distributions: /^postgres\/(?:official|postgis|pgvector|timescale)$/,
    scheme: /^postgres(?:ql)?(?:\+\w+)?$/,
    demand: /[?&](sslmode=(?:require|verify-ca|verify-full)|ssl=(?:true|require|verify-ca|verify-full))(?=&|$)/i,
    offers: ({ argv, scriptsMounted }) => {
      const told = postgresSetting(argv, "ssl");
      if (told.given === "yes") return told.value === void 0 ? void 0 : !/^(?:off|false|no|0)$/i.test(told.value);
      return told.given === "unknown" || scriptsMounted ? void 0 : false;
    },
    fix: "Give the server a certificate: `command: postgres -c ssl=on -c ssl_cert_file=/certs/server.crt -c ssl_key_file=/certs/server.key`; or take the demand out of the URL while both are on one private network."
  },
  {
    // https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/
    distributions: /^(?:redis|valkey)\/official$/,
    scheme: /^(?:rediss|valkeys)$/,
    offers: ({ argv }) => {
      const { given } = option(argv, "tls-port");
      return given === "yes" ? true : given === "unknown" ? void 0 : false;
    },
    fix: "Give the server a certificate: `--tls-port 6379 --port 0 --tls-cert-file \u2026 --tls-key-file \u2026 --tls-ca-cert-file \u2026 --tls-auth-clients no` (without the last it asks clients for a certificate, too); or connect by redis:// while both are on one private network."
  },
  {
    // https://www.mongodb.com/docs/manual/reference/program/mongod/#std-label-mongod-tls-ssl-options
    distributions: /^mongodb\/official$/,
    scheme: /^mongodb$/,
    demand: /[?&]((?:tls|ssl)=true)(?=&|$)/i,
    offers: ({ argv }) => {
      const told = option(argv, "tlsMode", "sslMode");
      if (told.given === "yes") return told.value === void 0 ? void 0 : !/^disabled$/i.test(told.value);
      return told.given === "unknown" || option(argv, "config", "f").given !== "no" ? void 0 : false;
    },
    fix: "Give the server a certificate: `mongod --tlsMode requireTLS --tlsCertificateKeyFile /certs/server.pem --tlsCAFile /certs/ca.pem --tlsAllowConnectionsWithoutCertificates`; or take the demand out of the URL while both are on one private network."
  },
  {
    // https://www.rabbitmq.com/docs/ssl#enabling-tls
    distributions: /^rabbitmq\/official$/,
    scheme: /^amqps$/,
    offers: (_, { environment }) => [...environment.keys()].some((name) => /^RABBITMQ_(?:SSL|CONF|ADVANCED|SERVER_ADDITIONAL)/.test(name)) ? void 0 : false,
    fix: "Give the server a certificate: `listeners.ssl.default = 5671` and `ssl_options.*` in rabbitmq.conf; or connect by amqp:// while both are on one private network."
  }
];
var tls_required_not_offered_default = defineRule({
  id: "datastore/tls-required-not-offered",
  title: "A service demands TLS of a server that offers none",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'The server answers "The server does not support SSL connections", or nothing that a client could take for a handshake, and no connection is ever made. The official images of data services listen without TLS until they are given a certificate.',
  fix: "Give the server a certificate and switch TLS on, or take the demand out of the address while both are on one private network.",
  refs: [
    "https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION",
    "https://www.postgresql.org/docs/current/ssl-tcp.html",
    "https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/",
    "https://www.mongodb.com/docs/manual/tutorial/configure-ssl/",
    "https://www.rabbitmq.com/docs/ssl"
  ],
  reads: ["compose", "kubernetes", "dotenv"],
  check: (function({ system, pass, fail, unverified }) {
    for (const connection of system.connections) {
      const { from, to, variable } = connection;
      const kind = to && kindOf(to);
      const facts = to && serviceFactsOf(to);
      if (!to || !kind || !facts || to.clientOf || to.pod?.operator) continue;
      const demand = demandOf(connection, kind);
      if (demand === void 0) {
        pass(from);
        continue;
      }
      const offered = offers(to, facts, kind);
      if (offered) pass(from);
      else if (offered === void 0)
        unverified(from, variable, `whether ${to.name} offers the TLS that ${variable.name} demands is not known`);
      else
        fail(
          from,
          variable,
          `${from.name} demands TLS of ${to.name} (${demand} in ${variable.name}), and ${to.name} offers none`,
          { key: variable.name, fix: kind.fix, related: [{ at: to.at, message: to.name }] }
        );
    }
  }),
  examples: { bad: [], good: [] }
});


function offers(server, facts, kind) {
  const told = kind.offers(facts, server);
  if (told !== false) return told;
  const command = commandText(facts.argv);
  const isSet = kind.distributions.test("postgres/official") && postgresSetting(facts.argv, "ssl").given === "yes";
  if (isSet) return false;
  return facts.configMounted || /\.conf\b|config_file/.test(command) || server.image?.origin === "built" ? void 0 : false;
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
  check: (function({ system, pass, fail }) {
    for (const connection of system.connections) {
      if (connection.to || !isElsewhere(connection)) continue;
      const { from, variable, host, scheme } = connection;
      const text = variable.value.known ? variable.value.value : variable.raw ?? "";
      if (SWITCHED_OFF.test(text))
        fail(from, variable, `${from.name} connects to ${host} with TLS switched off (${variable.name})`, {
          key: variable.name
        });
      else if (PLAIN_SCHEMES.has(scheme ?? ""))
        fail(from, variable, `${from.name} connects to ${host} by ${scheme}://, which has no TLS (${variable.name})`, {
          key: variable.name
        });
      else pass(from);
    }
  }),
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

// src/model/datastore/unused.ts

function useOf(family, stores, system) {
  const onRequest = system.deployments.flatMap((one) => one.purpose === "production" ? one.onRequest : []);
  const uses = [...system.workloads, ...onRequest].map((one) => ({ one, use: useBy(one, family, stores, system) }));
  if (uses.some(({ use }) => use === "used")) return { state: "used" };
  const unknown = uses.find(({ use }) => use === "unknown");
  if (unknown) return { state: "unknown", because: `whether ${unknown.one.name} uses it cannot be seen` };
  const reachedFromOutside = stores.find((store) => store.published.some(({ reach }) => reach !== "loopback"));
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
  check: (function({ system, pass, fail, unverified }) {
    for (const demand of storeDemands(system)) {
      const { first, use } = demand;
      if (use.state === "used") pass(first);
      else if (use.state === "unknown") unverified(first, first, use.because);
      else fail(first, first, describe(demand));
    }
  }),
  examples: { bad: [], good: [] }
});
function describe({ first, others, told }) {
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  const names = told.map(({ name }) => name);
  const given = names.length === 0 ? "" : names.length > 3 ? `, though ${names.length} services are given its address` : `, though ${names.join(" and ")} ${names.length === 1 ? "is" : "are"} given its address`;
  return `${first.name}${more} is ${first.software?.name}, and no program of the repository uses it${given}`;
}

// src/model/datastore/shared-volumes.ts




// rules/datastore/volume-shared.ts
var volume_shared_default = defineRule({
  id: "datastore/volume-shared",
  title: "Two database servers write into one directory",
  category: "disaster-recovery",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A data directory belongs to one server. A second one does not start, or, where the lock does not hold across containers, both write over each other and the data is lost.",
  fix: "Give each server a volume of its own. Copies come from replication, never from the files.",
  refs: [
    "https://www.postgresql.org/docs/current/creating-cluster.html",
    "https://docs.docker.com/reference/compose-file/deploy/#replicas"
  ],
  check: (function({ system, pass, fail }) {
    for (const { workload, at, others, count } of sharedVolumes(system.workloads)) {
      pass(workload);
      if (!at) continue;
      const name = `${workload.name} (${workload.software?.name})`;
      const what = others.length > 0 ? `${name} keeps its data in the same directory as ${listOf(others.map((one) => one.name))}` : `${count} servers of ${name} keep their data in the same directory`;
      fail(workload, at, what, {
        related: others.map((other) => ({ at: other.at, message: other.name }))
      });
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/datastore/writes-not-durable.ts
var OFF = /^(?:off|false|no|0)$/;
var UNSAFE = {
  fsync: {
    values: OFF,
    means: "a crash of the machine may leave data files that no longer fit together",
    fix: "Remove it: `fsync` is on by default. Where commits are too slow, group them into larger transactions.",
    severity: "critical"
  },
  full_page_writes: {
    values: OFF,
    means: "a page that is half written at a crash cannot be repaired from the log",
    fix: "Remove it: `full_page_writes` is on by default. `wal_compression = on` makes the log smaller.",
    severity: "high"
  },
  synchronous_commit: {
    values: OFF,
    means: "a crash loses what was committed, and answered, in the last moments",
    fix: "Remove it, and set `SET LOCAL synchronous_commit = off` in the transactions that may be lost.",
    severity: "medium"
  },
  innodb_flush_log_at_trx_commit: {
    values: /^[02]$/,
    means: "a crash loses what was committed, and answered, in the last second",
    fix: "Remove it: the default 1 writes the log at each commit.",
    severity: "medium"
  },
  innodb_doublewrite: {
    values: OFF,
    means: "a page that is half written at a crash cannot be repaired",
    fix: "Remove it: the doublewrite buffer is on by default.",
    severity: "high"
  },
  sync_binlog: {
    values: /^0$/,
    means: "after a crash the binary log lacks transactions that the tables have, and replicas and restores miss them",
    fix: "Set it to 1.",
    severity: "medium"
  }
};
var writes_not_durable_default = defineRule({
  id: "datastore/writes-not-durable",
  title: "A database says that a write is done before it is on the disk",
  category: "disaster-recovery",
  severity: "high",
  worst: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "These settings make benchmarks and imports fast. After a power cut or a killed machine bookings that were confirmed are gone, or the server does not start any more and the last backup is all there is.",
  fix: "Remove the setting: by default each commit is on the disk before it is answered.",
  refs: [
    "https://www.postgresql.org/docs/current/runtime-config-wal.html#GUC-FSYNC",
    "https://www.postgresql.org/docs/current/wal-async-commit.html",
    "https://dev.mysql.com/doc/refman/8.4/en/innodb-parameters.html#sysvar_innodb_flush_log_at_trx_commit",
    "https://dev.mysql.com/doc/refman/8.4/en/replication-options-binary-log.html#sysvar_sync_binlog"
  ],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const { subject, durability } of system.databaseServers) {
      const workload = system.workloads.find(({ id }) => id === subject.id);
      if (!workload) continue;
      if (!workload.pod?.operator && !keepsDataOnMount(workload)) {
        implied(subject, "datastore/data-not-persisted");
        continue;
      }
      pass(subject);
      for (const [name, { value, at }] of durability) {
        const unsafe = UNSAFE[name];
        if (!unsafe || unsafe.severity === "medium" && isCopy(workload)) continue;
        if (!value.known) {
          if (value.because.endsWith("is set outside the repository"))
            unverified(subject, at, `${name} ${value.because}`);
          continue;
        }
        const text = value.value.replace(/^(['"])(.*)\1$/, "$2").toLowerCase();
        if (!unsafe.values.test(text)) continue;
        const what = `${workload.name} (${workload.software?.name}) runs with ${name} = ${text}: ${unsafe.means}`;
        fail(subject, at, what, { key: name, severity: unsafe.severity, fix: unsafe.fix });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function isCopy(workload) {
  const replication = replicationOf(workload);
  return replication?.state === "wired" && replication.role !== "primary";
}

// area:datastore
var rules = {
  "datastore/authentication-off": authentication_off_default,
  "datastore/data-not-persisted": data_not_persisted_default,
  "datastore/data-path-wrong": data_path_wrong_default,
  "datastore/database-never-created": database_never_created_default,
  "datastore/default-tuning": default_tuning_default,
  "datastore/heap-exceeds-limit": heap_exceeds_limit_default,
  "datastore/heap-too-small": heap_too_small_default,
  "datastore/in-memory-mode": in_memory_mode_default,
  "datastore/initialisation-broken": initialisation_broken_default,
  "datastore/replica-not-wired": replica_not_wired_default,
  "datastore/single-instance": single_instance_default,
  "datastore/tls-required-not-offered": tls_required_not_offered_default,
  "datastore/transport-plaintext": transport_plaintext_default,
  "datastore/unused": unused_default,
  "datastore/volume-shared": volume_shared_default,
  "datastore/writes-not-durable": writes_not_durable_default
};
module.exports = {
  house: runAudit,
  rules
};
