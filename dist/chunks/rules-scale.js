"use strict";
const {
  beatOf
} = require("./chunk-2XVFWOEB.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule,
  descend,
  instancesOf,
  knownValue,
  routeTargets,
  textOf,
  textsByKey
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

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
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      for (const { library, recoversState, adapter, at } of service.sockets) {
        if (library !== "socket.io" || recoversState !== true) continue;
        const name = adapter && KEEP_NOTHING[adapter.kind];
        if (name === void 0) {
          if (adapter?.kind !== "other") pass(service);
        } else {
          fail(service, at, `connectionStateRecovery of ${service.name} has no effect with ${name}`, {
            key: "recovery",
            related: [{ at: adapter?.at ?? at, message: "the adapter" }]
          });
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var KEEP_NOTHING = {
  redis: "publish and subscribe of Redis, which keeps nothing"
};

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
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const [first, ...others] = service.schedules;
      if (!first) continue;
      const instances = instancesOf(system, service);
      if (instances.state === "one" || first.guard === "lock") pass(service);
      else if (instances.state === "unknown")
        unverified(service, first, `how many instances of ${service.name} run is not known: ${instances.because}`);
      else if (first.guard === "unknown")
        unverified(service, first, `a variable may choose the instance of ${service.name} that does it`);
      else
        fail(service, first, `each of ${instances.text} of ${service.name} runs this by the clock (${first.library})`, {
          key: "schedule",
          related: [
            { at: instances.at, message: "the number of instances" },
            ...others.map(({ at }) => ({ at, message: "and so they do this" }))
          ]
        });
    }
    for (const workload of system.workloads) {
      const beat = workload.longRunning ? beatOf(workload) : void 0;
      if (!beat) continue;
      const replicas = knownValue(workload.replicas);
      if (workload.replicas && replicas === void 0)
        unverified(workload, workload.replicas, `how many instances of ${workload.name} run is not known`);
      else if (replicas === void 0 || replicas < 2 || beat.locks) pass(workload);
      else
        fail(
          workload,
          beat,
          `each of ${replicas} replicas of ${workload.name} runs the schedule of Celery (${beat.text})`,
          {
            key: "beat",
            fix: "Run `celery beat` in a workload of its own with one replica, and the workers without `-B`; or take a scheduler that locks (`--scheduler redbeat.RedBeatScheduler`).",
            related: workload.replicas ? [{ at: workload.replicas.at, message: "the number of instances" }] : []
          }
        );
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/scale/socket-adapter-missing.ts
var CARRIERS = /redis|valkey|nats|amqp|rabbit|kafka|mqtt|pubsub|pub-sub|pg|postgres|mongo|aws-sdk|client-s[nq]s|google-cloud|azure|ably|pusher|zeromq|cluster/i;
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
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const sockets = service.sockets.filter(({ library }) => library === "socket.io");
      const plain = service.sockets.find(({ broadcast }) => broadcast);
      if (sockets.length === 0 && plain?.broadcast && ![...service.packages].some((name) => CARRIERS.test(name))) {
        const several = instancesOf(system, service);
        if (several.state === "one") pass(service);
        else if (several.state === "several")
          fail(
            service,
            plain.broadcast,
            `${service.name} sends this to the clients of its own process alone, and there are ${several.text}`,
            {
              key: "broadcast",
              fix: "Publish the message (Redis, NATS), and let each instance send what it receives to its own clients.",
              related: [{ at: several.at, message: "the number of instances" }]
            }
          );
        else unverified(service, plain, `how many instances of ${service.name} run is not known: ${several.because}`);
      }
      if (sockets.length === 0) continue;
      const instances = instancesOf(system, service);
      const alone = sockets.filter(
        ({ adapter }) => !adapter || adapter.kind === "cluster" && instances.state === "several" && instances.apart
      );
      const [first, ...others] = alone;
      if (!first || instances.state === "one") pass(service);
      else if (instances.state === "unknown") {
        unverified(service, first, `how many instances of ${service.name} run is not known: ${instances.because}`);
      } else {
        const what = first.adapter ? "only joins the processes of one host by @socket.io/cluster-adapter" : "has no adapter";
        fail(service, first, `the Socket.IO server of ${service.name} ${what}, and there are ${instances.text}`, {
          key: "adapter",
          related: [
            { at: instances.at, message: "the number of instances" },
            ...others.map(({ at, name }) => ({ at, message: `${name ?? "another server"} has none either` }))
          ]
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/scale/state-in-process.ts
var STORES = /* @__PURE__ */ new Map([
  ["express-session", "`store: new RedisStore({ client })` of `connect-redis`"],
  ["@fastify/session", "`store: new RedisStore({ client })` of `connect-redis`"],
  [
    "express-rate-limit",
    "`store: new RedisStore({ sendCommand: (...args) => client.sendCommand(args) })` of `rate-limit-redis`"
  ],
  ["RateLimiterMemory", "`new RateLimiterRedis({ storeClient: client, \u2026 })` in its place"],
  ["@fastify/rate-limit", "`redis: new Redis(url)` of `ioredis` among its options"],
  ["ThrottlerModule", "`storage: new ThrottlerStorageRedisService(url)` of `@nest-lab/throttler-storage-redis`"],
  ["CacheModule", "`stores: [new KeyvRedis(url)]` of `@keyv/redis`"],
  ["slowapi", '`Limiter(key_func=get_remote_address, storage_uri="redis://redis:6379")`'],
  [
    "LocMemCache",
    '`CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://redis:6379/1"}}`'
  ],
  ["Flask-Caching", '`Cache(config={"CACHE_TYPE": "RedisCache", "CACHE_REDIS_URL": "redis://redis:6379/1"})`'],
  ["fastapi-cache", '`FastAPICache.init(RedisBackend(redis), prefix="cache")`'],
  ["scs", "`sessions.Store = redisstore.New(pool)` of `github.com/alexedwards/scs/redisstore`"],
  ["memstore", '`redis.NewStore(10, "tcp", "redis:6379", "", "", key)` of `github.com/gin-contrib/sessions/redis`'],
  ["fiber/session", "`Storage: redis.New()` of `github.com/gofiber/storage/redis`"],
  ["fiber/limiter", "`Storage: redis.New()` of `github.com/gofiber/storage/redis`"],
  ["ulule/limiter", "`redis.NewStore(client)` of its `drivers/store/redis`"],
  ["httprate", '`httprateredis.WithRedisLimitCounter(&httprateredis.Config{Host: "redis"})`'],
  ["Flask-Limiter", '`Limiter(get_remote_address, app=app, storage_uri="redis://redis:6379")`']
]);
var state_in_process_default = defineRule({
  id: "scale/state-in-process",
  title: "Several instances each keep sessions, limits or a cache of their own",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "What one process keeps in its memory the others do not know: people are signed out whenever another instance answers, a limit of 10 is one of 10 for each instance, and a cache that one has refreshed is stale in the others. A restart forgets all of it.",
  fix: "Give the library a store that all instances share, such as Redis: `store: new RedisStore({ client })` of `connect-redis`, `store: new RedisStore({ sendCommand: (...args) => client.sendCommand(args) })` of `rate-limit-redis`, `storage: new ThrottlerStorageRedisService(redis)`, `stores: [new KeyvRedis(url)]`, `Limiter(storage_uri='redis://redis:6379')`.",
  refs: [
    "https://github.com/expressjs/session#compatible-session-stores",
    "https://express-rate-limit.mintlify.app/reference/stores",
    "https://github.com/fastify/fastify-rate-limit#options",
    "https://docs.nestjs.com/security/rate-limiting#storages",
    "https://docs.nestjs.com/techniques/caching",
    "https://docs.djangoproject.com/en/5.2/topics/cache/#local-memory-caching",
    "https://www.django-rest-framework.org/api-guide/throttling/#setting-up-the-cache",
    "https://12factor.net/processes"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const { kept } = service;
      const [first] = kept;
      if (!first) continue;
      const instances = instancesOf(system, service);
      const own = kept.filter((one) => one.kept === "process");
      const [worst, ...others] = own.sort((one, other) => rank(one) - rank(other));
      const unknown = kept.find((one) => one.kept === "unknown");
      if (instances.state === "one" || !worst && !unknown) pass(service);
      else if (!worst)
        unverified(
          service,
          unknown ?? first,
          `where ${(unknown ?? first).library} of ${service.name} keeps its state is not known`
        );
      else if (instances.state === "unknown")
        unverified(service, worst, `how many instances of ${service.name} run is not known: ${instances.because}`);
      else
        fail(
          service,
          worst,
          `${worst.library} of ${service.name} keeps ${WORDS[worst.kind]} in the memory of each process, and there are ${instances.text}`,
          {
            key: "state",
            ...STORES.has(worst.library) && {
              fix: `Give it a store that all instances share, such as Redis: ${STORES.get(worst.library)}.`
            },
            .../^(?:limits|cache)$/.test(worst.kind) && { severity: "medium" },
            related: [
              { at: instances.at, message: "the number of instances" },
              ...others.map(({ at, library, kind }) => ({ at, message: `${library} keeps ${WORDS[kind]} there, too` }))
            ]
          }
        );
    }
  }),
  examples: { bad: [], good: [] }
});
var WORDS = {
  sessions: "sessions",
  limits: "the counts of limits",
  cache: "its cache",
  locks: "locks",
  codes: "codes that users are sent or attempts that it counts"
};
function rank({ kind }) {
  return ["sessions", "locks", "codes", "limits", "cache"].indexOf(kind);
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
  const notKnown = { sticky: void 0, method: "what is not known", at: route.at };
  switch (proxy.software) {
    case "nginx":
      return nginxChoice(proxy, route);
    case "traefik":
      return traefikChoice(target) ?? notKnown;
    case "kubernetes":
      return ingressChoice(proxy, route) ?? notKnown;
    default:
      return notKnown;
  }
}
var NGINX_STICKY = /^(?:ip_hash|hash|sticky\w*|jvm_route)$/;
var NGINX_METHOD = /^(?:least_conn|least_time|random|fair)$/;
function nginxChoice({ nginx, complete }, { upstream, at }) {
  const group = nginx?.groups.find((one) => one.upstream === upstream);
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
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const sockets = service.sockets.filter(({ library }) => library === "socket.io");
      const [first] = sockets;
      if (!first) continue;
      const instances = instancesOf(system, service);
      const polling = sockets.find(({ allowsPolling }) => allowsPolling === true);
      if (instances.state === "one" || sockets.every(({ allowsPolling }) => allowsPolling === false)) pass(service);
      else if (instances.state === "unknown")
        unverified(service, first, `how many instances of ${service.name} run is not known: ${instances.because}`);
      else if (!polling) unverified(service, first, `whether clients of ${service.name} come by polling is not known`);
      else {
        const found = verdictOf(service, instances, balancingOf(system, service.workloads));
        if (found.state === "sticky") pass(service);
        else if (found.state === "unknown") unverified(service, polling, found.because);
        else
          fail(service, found.at, found.what, {
            key: "sticky",
            related: [
              { at: polling.at, message: "the server, with polling on" },
              { at: instances.at, message: "the number of instances" }
            ]
          });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var STICKY_PACKAGES = ["@socket.io/sticky", "@socket.io/pm2", "sticky-session"];
function verdictOf(service, instances, routes) {
  const shared = service.workloads.find(isClustered);
  if (shared?.pm2 && !STICKY_PACKAGES.some((name) => service.packages.has(name))) {
    const what = `PM2 hands connections to ${service.name} in turn to ${instances.text}, and Socket.IO begins with polling`;
    return { state: "missing", at: shared.pm2.instances.at, what };
  }
  const forSockets = routes.filter(({ route }) => /socket|ws|live|realtime/i.test(route.path.text));
  const asked = forSockets.length > 0 ? forSockets : routes;
  if (asked.some(({ sticky }) => sticky === true)) return { state: "sticky" };
  const [first] = asked;
  if (!first)
    return { state: "unknown", because: `what stands in front of the instances of ${service.name} is not known` };
  const loose = asked.find(({ sticky }) => sticky === false);
  if (!loose || asked.some(({ sticky }) => sticky === void 0))
    return { state: "unknown", because: `how ${first.proxy.name} chooses an instance of ${service.name} is not known` };
  return {
    state: "missing",
    at: loose.at,
    what: `${nameOf(loose)} sends clients of ${service.name} to any of ${instances.text} (${loose.method}), and Socket.IO begins with polling`
  };
}
function isClustered({ pm2 }) {
  if (!pm2?.mode.known || pm2.mode.value !== "cluster") return false;
  return pm2.perProcessor || pm2.instances.known && pm2.instances.value > 1;
}
function nameOf({ proxy }) {
  return proxy.workloads[0]?.name ?? proxy.name;
}

// rules/scale/uploads-on-local-disk.ts
const { posix } = require("node:path");
var uploads_on_local_disk_default = defineRule({
  id: "scale/uploads-on-local-disk",
  title: "Uploads go into a container, which others cannot see and a deploy removes",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Each container has a file system of its own: a file that one instance took in is missing for every request that another one answers, and is gone with its container at the next deploy.",
  fix: 'Keep files in an object store (`multer-s3`, `django-storages`, S3, MinIO), or mount one volume that all instances share at the directory: `volumes: ["uploads:/app/uploads"]`, on Kubernetes a claim with `ReadWriteMany`.',
  refs: [
    "https://github.com/expressjs/multer#diskstorage",
    "https://docs.djangoproject.com/en/5.2/topics/files/",
    "https://docs.docker.com/engine/storage/volumes/",
    "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const [first] = service.uploads;
      if (!first) continue;
      const workloads = service.workloads.filter(({ platform }) => platform !== "pm2");
      const instances = instancesOf(system, { ...service, workloads });
      const where = first.directory ?? "a directory";
      if (instances.state === "one" || instances.state === "several" && !instances.apart) {
        const goes = first.stays && workloads.length > 0 && workloads.every((one) => placeOf(first, one) === "own");
        if (!goes) pass(service);
        else
          fail(
            service,
            first,
            `${service.name} writes uploads to ${where} in its container, and the next deploy removes them with it`,
            { key: "uploads" }
          );
      } else if (instances.state === "unknown")
        unverified(service, first, `how many instances of ${service.name} run is not known: ${instances.because}`);
      else if (!first.stays)
        unverified(service, first, `whether files of ${service.name} stay where they are written is not known`);
      else {
        const places = workloads.length > 0 ? workloads.map((workload) => placeOf(first, workload)) : ["own"];
        if (places.every((place) => place === "shared")) pass(service);
        else if (!places.includes("own"))
          unverified(
            service,
            first,
            `whether ${first.directory ?? "the directory"} of ${service.name} is on a volume is not known`
          );
        else
          fail(
            service,
            first,
            `${service.name} writes uploads to ${where} in its container, and there are ${instances.text}`,
            { key: "uploads", related: [{ at: instances.at, message: "the number of instances" }] }
          );
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function placeOf({ directory }, { mounts, image }) {
  const kept = mounts.filter(({ type, readOnly }) => !readOnly && KEPT.has(type));
  if (kept.length === 0) return "own";
  const workdir = knownValue(image?.dockerfile?.workdir);
  if (directory === void 0 || !directory.startsWith("/") && workdir === void 0) return "unknown";
  const path = posix.resolve("/", workdir ?? "/", directory);
  const targets = kept.map(({ target }) => knownValue(target));
  if (targets.some((target) => target === void 0)) return "unknown";
  return targets.some((target) => path === target || path.startsWith(`${target?.replace(/\/$/, "")}/`)) ? "shared" : "own";
}
var KEPT = /* @__PURE__ */ new Set(["volume", "bind", "claim", "other"]);

// area:scale
var rules = {
  "scale/recovery-unsupported": recovery_unsupported_default,
  "scale/schedule-in-every-replica": schedule_in_every_replica_default,
  "scale/socket-adapter-missing": socket_adapter_missing_default,
  "scale/state-in-process": state_in_process_default,
  "scale/sticky-sessions-missing": sticky_sessions_missing_default,
  "scale/uploads-on-local-disk": uploads_on_local_disk_default
};
module.exports = {
  house: runAudit,
  rules
};
