"use strict";
const {
  redisServersOf,
  redisSetting
} = require("./chunk-PALE3IBA.js");
const {
  redisBytes
} = require("./chunk-SGFGOYHU.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule,
  formatBytes,
  isYes,
  keepsDataOnMount,
  settingSpan
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/datastore/redis-work.ts
var WORK_PACKAGES = [
  "bullmq",
  "bull",
  "@nestjs/bullmq",
  "@nestjs/bull",
  "bee-queue",
  "kue",
  "connect-redis",
  "rq",
  "django_rq",
  "arq",
  "github.com/hibiken/asynq"
];
var EITHER_PACKAGES = ["celery", "dramatiq"];
function keepsWorkOfCode({ services, connections, workloads: all }, server) {
  const hasBroker = all.some(({ software }) => software?.id === "rabbitmq") || connections.some(({ scheme }) => /^(?:amqps?|pyamqp|sqs)/.test(scheme ?? ""));
  const libraries = hasBroker ? WORK_PACKAGES : [...WORK_PACKAGES, ...EITHER_PACKAGES];
  return services.some(({ packages, workloads }) => {
    const own = connections.filter(({ from }) => workloads.some(({ id }) => id === from.id));
    if (!libraries.some((name) => packages.has(name))) return false;
    const servers = own.filter(({ to, scheme }) => to ? to.software?.kind === "cache" : scheme?.startsWith("redis")).map(({ to, host }) => to?.id ?? host);
    return servers.length > 0 && servers.every((id) => id === server.id);
  });
}
var WORKERS = /\b(?:sidekiq|resque|queue:work\s+redis|artisan\s+horizon|rq\s+worker|arq)\b/;
function mayKeepWork(system, server) {
  if (keepsWorkOfCode(system, server)) return true;
  const isOnly = redisServersOf(system).every(({ workload }) => workload === server);
  return isOnly && (system.services.some(({ packages }) => WORK_PACKAGES.some((name) => packages.has(name))) || system.workloads.some(({ weight, start }) => weight > 0 && WORKERS.test(start?.text ?? "")));
}

// rules/redis/eviction-drops-jobs.ts
var eviction_drops_jobs_default = defineRule({
  id: "redis/eviction-drops-jobs",
  title: "Redis throws away jobs or sessions when its memory is full",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "An evicting policy is made for caches: at the memory limit Redis deletes keys without a word, and here these are jobs that then never run, locks of running jobs, or the sessions of people who are signed in.",
  fix: "Set `--maxmemory-policy noeviction` here, watch its memory, and use a second Redis for what may be evicted.",
  refs: [
    "https://redis.io/docs/latest/develop/reference/eviction/",
    "https://docs.bullmq.io/guide/going-to-production#max-memory-policy",
    "https://docs.celeryq.dev/en/stable/getting-started/backends-and-brokers/redis.html#key-eviction"
  ],
  check: (function({ system, pass, fail, unverified }) {
    for (const server of redisServersOf(system)) {
      const { workload } = server;
      if (workload.role !== "datastore" && !keepsWorkOfCode(system, workload)) continue;
      const set = redisSetting(server, "maxmemory-policy");
      const at = settingSpan(workload, "maxmemory-policy");
      const policy = set.given === "yes" ? set.value?.toLowerCase() : "noeviction";
      if (set.given === "unknown" || policy === void 0)
        unverified(workload, at, "its maxmemory-policy is not known: a file or a value outside the repository sets it");
      else if (/^(allkeys|volatile)-/.test(policy))
        fail(
          workload,
          at,
          `${workload.name} (${workload.software?.name}) holds jobs or sessions, and its policy ${policy} deletes ${policy.startsWith("allkeys") ? "any key" : "keys that have an expiry"} when memory is full`
        );
      else pass(workload);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/redis/memory-unbounded.ts
var memory_unbounded_default = defineRule({
  id: "redis/memory-unbounded",
  title: "Redis may take all the memory there is",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Without maxmemory Redis grows until the kernel kills it, or its neighbours, in the middle of the work; with it, it evicts keys or refuses writes with an error that clients see.",
  fix: "Start it with `redis-server --maxmemory 512mb --maxmemory-policy allkeys-lru` (a cache) or `noeviction` (jobs, sessions), at about three quarters of the memory limit of the container.",
  refs: [
    "https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/",
    "https://redis.io/docs/latest/develop/reference/eviction/"
  ],
  check: (function({ system, pass, fail, unverified }) {
    for (const server of redisServersOf(system)) {
      const { workload, facts } = server;
      const set = redisSetting(server, "maxmemory");
      const at = settingSpan(workload, "maxmemory");
      const bytes = set.given === "yes" && set.value !== void 0 ? redisBytes(set.value) : void 0;
      const name = `${workload.name} (${workload.software?.name})`;
      const limit = workload.resources.memoryLimit;
      const room = limit?.known ? `: at the ${formatBytes(limit.value)} of its container it is killed` : "";
      if (set.given === "no")
        fail(
          workload,
          workload.start?.source === "deployment" ? workload.start : workload,
          `${name} has no maxmemory${room}`,
          {
            fix: fixFor(facts.distribution.id, limit?.known ? limit.value : void 0, keptIn(server, system))
          }
        );
      else if (bytes === 0) fail(workload, at, `${name} has maxmemory 0, which means no limit${room}`);
      else if (bytes === void 0)
        unverified(workload, at, "its maxmemory is not known: a file or a value outside the repository sets it");
      else pass(workload);
    }
  }),
  examples: { bad: [], good: [] }
});
function keptIn(server, system) {
  const { workload } = server;
  if (workload.stateful || isKept(server) || mayKeepWork(system, workload)) return "work";
  return system.services.length > 0 ? "copies" : void 0;
}
var POLICY = { work: "noeviction", copies: "allkeys-lru" };
function isKept(server) {
  const set = redisSetting(server, "appendonly");
  return set.given === "yes" && set.value === "yes";
}
function fixFor(distribution, limit, kept) {
  const size = limit === void 0 ? "512mb" : `${Math.max(1, Math.floor(limit * 0.75 / 2 ** 20))}mb`;
  const flags = `--maxmemory ${size} --maxmemory-policy ${POLICY[kept ?? "copies"]}`;
  const otherwise = kept === void 0 ? " (`noeviction` if it holds jobs or sessions)" : "";
  return distribution.startsWith("bitnami") ? `Set REDIS_EXTRA_FLAGS (VALKEY_EXTRA_FLAGS) to \`${flags}\`${otherwise}.` : `Add \`${flags}\`${otherwise} to its command${limit === void 0 ? ", and give the container a memory limit above it" : ""}.`;
}

// rules/redis/persistence-off.ts
var persistence_off_default = defineRule({
  id: "redis/persistence-off",
  title: "Redis holds jobs or sessions and does not log its writes",
  category: "disaster-recovery",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "Without the append-only file a crash or a killed container takes Redis back to its last snapshot, minutes or an hour ago, or to nothing: accepted jobs are gone and finished ones run again, and everybody is signed out.",
  fix: "Start it with `redis-server --appendonly yes` and mount a volume at /data.",
  refs: [
    "https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/",
    "https://docs.bullmq.io/guide/going-to-production#persistence"
  ],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const server of redisServersOf(system)) {
      const { workload, facts } = server;
      if (workload.role !== "datastore") continue;
      const set = redisSetting(server, "appendonly");
      const at = settingSpan(workload, "appendonly", ["REDIS_AOF_ENABLED", "VALKEY_AOF_ENABLED"]);
      if (set.given === "unknown" || set.given === "yes" && set.value === void 0)
        unverified(workload, at, "whether it writes an append-only file is not known");
      else if (set.given === "yes" && isYes(set.value)) {
        if (keepsDataOnMount(workload)) pass(workload);
        else implied(workload, "datastore/data-not-persisted");
      } else
        fail(
          workload,
          set.given === "yes" ? at : workload.start?.source === "deployment" ? workload.start : workload,
          `${workload.name} (${workload.software?.name}) holds jobs or sessions and ${snapshots(server)}`,
          fixFor2(facts)
        );
    }
  }),
  examples: { bad: [], good: [] }
});
function snapshots(server) {
  const save = redisSetting(server, "save");
  const off = save.given === "yes" && (save.value ?? "").trim() === "";
  return off ? "writes nothing to disk" : "keeps no more than its snapshots (appendonly is off)";
}
function fixFor2(facts) {
  return facts.distribution.id.startsWith("bitnami") ? {
    fix: "Remove REDIS_AOF_ENABLED (VALKEY_AOF_ENABLED): this image writes an append-only file unless told otherwise."
  } : {};
}

// area:redis
var rules = {
  "redis/eviction-drops-jobs": eviction_drops_jobs_default,
  "redis/memory-unbounded": memory_unbounded_default,
  "redis/persistence-off": persistence_off_default
};
module.exports = {
  house: runAudit,
  rules
};
