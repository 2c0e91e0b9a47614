"use strict";
const {
  dataClientCalls
} = require("./chunk-MB3AHJVN.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/resilience/client-error-unhandled.ts
var client_error_unhandled_default = defineRule({
  id: "resilience/client-error-unhandled",
  title: "A lost connection to a database ends the process",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "When the database restarts, fails over or a firewall cuts an idle connection, the client emits `error`. Node.js ends a process in which an `error` event has no listener, with all requests that it was answering, also those that need no database. All replicas lose their connections in the same moment, so all of them end together.",
  fix: "Listen to it where the client is made: `pool.on('error', error => log.error(error))`. The pool opens a new connection for the next query by itself, and so does the client of Redis.",
  refs: [
    "https://node-postgres.com/apis/pool#events",
    "https://node-postgres.com/apis/client#error",
    "https://github.com/redis/node-redis#events",
    "https://nodejs.org/api/events.html#error-events"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const { lostConnections, workloads } = service;
      if (workloads.length > 0 && !workloads.some(({ longRunning }) => longRunning)) continue;
      const [first, ...others] = lostConnections.filter(({ listener }) => listener === "none");
      const unknown = lostConnections.find(({ listener }) => listener === "unknown");
      if (first)
        fail(
          service,
          first,
          `nothing in ${service.name} listens to \`error\` of ${first.name}: the process ends when an idle connection is lost`,
          { key: "error", related: others.map(({ at, name }) => ({ at, message: `so it is with ${name} here` })) }
        );
      else if (unknown)
        unverified(
          service,
          unknown,
          `whether ${service.name} survives a lost connection of ${unknown.name} is not known: ${unknown.because}`
        );
      else if (lostConnections.length > 0) pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/resilience/outbound-timeout-missing.ts
var LIMITS = {
  node: "`axios.create({ timeout: 5000 })`, `fetch(url, { signal: AbortSignal.timeout(5000) })`",
  python: "`requests.get(url, timeout=5)`, `httpx.Client(timeout=5)`, `EMAIL_TIMEOUT = 10` of Django",
  go: "`&http.Client{Timeout: 10 * time.Second}`, or a context from `context.WithTimeout`"
};
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
    "https://docs.nestjs.com/techniques/http-module#configuration",
    "https://docs.djangoproject.com/en/5.2/ref/settings/#email-timeout",
    "https://sre.google/sre-book/addressing-cascading-failures/"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      if (service.outbound.length === 0 || !isServing(service)) continue;
      const endless = service.outbound.filter((one) => one.timeout === "none");
      const [first, ...others] = [...endless.filter((one) => !one.isBounded), ...endless.filter((one) => one.isBounded)];
      const open = service.outbound.find((one) => one.timeout === "unknown");
      if (first)
        fail(service, first.at, describe(service, first, others.length), {
          key: "timeout",
          fix: `Give each client a limit: ${LIMITS[service.runtime]}.`,
          ...first.isBounded && { severity: "low" },
          related: others.map((one) => ({ at: one.at, message: `${one.name} has none either` }))
        });
      else if (open)
        unverified(service, open.at, `whether ${open.name} of ${service.name} ends is not known: ${open.because ?? ""}`);
      else pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});
function isServing({ listening, workloads, runtime }) {
  return listening.length > 0 || runtime !== "go" && workloads.some(({ longRunning }) => longRunning);
}
function describe({ name, outbound }, { name: call, isBounded }, more) {
  const wait = isBounded ? ", so that it waits five minutes" : "";
  const rest = more === 0 ? "" : `; nor have ${more} more of its ${outbound.length} requests and clients`;
  return `${call} of ${name} has no timeout${wait}${rest}`;
}

// rules/resilience/rejection-unhandled.ts
var rejection_unhandled_default = defineRule({
  id: "resilience/rejection-unhandled",
  title: "An error in one request ends the whole process",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "Express 4 does not wait for handlers: what an asynchronous one throws is heard by nobody, the error handler included. Node.js ends the process then, with all the requests that it was answering, because of one id that is not one, or one moment without the database. Where something keeps the process alive, the client waits until it gives up.",
  fix: "Move to Express 5, which passes such errors on to the error handler: `npm install express@5`. Or load `express-async-errors` before the routes, or put a `try` with `next(error)` around what each handler does.",
  refs: [
    "https://expressjs.com/en/guide/error-handling.html",
    "https://nodejs.org/api/cli.html#--unhandled-rejectionsmode",
    "https://nodejs.org/api/process.html#event-unhandledrejection"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const { rejections } = service;
      if (!rejections) continue;
      const { passedOn, survives, uncaught } = rejections;
      const [first, ...others] = uncaught;
      if (!first || passedOn === "yes") pass(service);
      else if (passedOn === "unknown")
        unverified(service, first, "which version of Express passes on what its handlers throw is not known");
      else
        fail(
          service,
          first,
          `nothing catches ${wordsOf(first)} of ${service.name}, and Express 4 hears nothing of it: ${end(survives)}`,
          {
            key: "handlers",
            ...survives ? { severity: "medium" } : {},
            related: others.slice(0, 10).map((one) => ({ at: one.at, message: `nor ${wordsOf(one)}` }))
          }
        );
    }
  }),
  examples: { bad: [], good: [] }
});
function wordsOf({ call, route, within }) {
  const asked = `${route.method === "*" ? "" : `${route.method} `}${route.path}`;
  const where = within === void 0 ? asked : `${within} before ${asked}`;
  return call === "throw" ? `the error that is thrown in ${where}` : `what ${call} fails with in ${where}`;
}
function end(survives) {
  return survives ? "the request is never answered" : "the process ends";
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
  check: (function({ system, pass, fail, implied }) {
    for (const service of system.services) {
      const { shutdown } = service;
      if (shutdown.length === 0 || shutdown.some(({ kind }) => kind === "unknown")) continue;
      if (shutdown.some(({ kind }) => kind === "missing")) {
        implied(service, "resilience/shutdown-not-handled");
        continue;
      }
      const race = raceOf(service);
      if (race)
        fail(
          service,
          race.exits,
          `ends ${service.name} on SIGTERM as soon as its own work is done, while another handler still closes`,
          { key: "race", related: [{ at: race.other, message: "the other handler" }] }
        );
      else pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});
function raceOf({
  signalHandlers: handlers,
  entries
}) {
  const found = handlers.flatMap((one) => {
    const { exits } = one;
    if (!exits) return [];
    const other = handlers.find(
      (another) => another !== one && another.closes !== void 0 && !isSame(another.closes, one.closes)
    );
    return other ? [{ exits, other: other.at, isEntry: entries.includes(one.at.path) }] : [];
  });
  return found.find(({ isEntry }) => !isEntry) ?? found[0];
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
  fix: "On SIGTERM take no more requests, answer those that are there, close what the program uses, then end.",
  refs: [
    "https://nodejs.org/api/process.html#signal-events",
    "https://docs.nestjs.com/fundamentals/lifecycle-events#application-shutdown",
    "https://pkg.go.dev/net/http#Server.Shutdown",
    "https://pkg.go.dev/os/signal#NotifyContext",
    "https://gin-gonic.com/en/docs/server-config/graceful-restart-or-stop/",
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const [first, ...others] = service.shutdown;
      if (!first || !answersUsers(service)) continue;
      if (first.kind === "handled") pass(service);
      else if (first.kind === "unknown")
        unverified(service, first.at, `what ${service.name} does on SIGTERM is not known: ${first.because ?? ""}`);
      else if (!service.isCertain)
        unverified(service, first.at, `which file ${service.name} starts with is not certain`);
      else
        fail(service, first.at, describe2(service, first.because), {
          key: "shutdown",
          fix: fixFor(service),
          related: others.map(({ at }) => ({ at, message: "and so does the server that starts here" }))
        });
    }
  }),
  examples: { bad: [], good: [] }
});
var WATCHERS = /^\/(?:(?:api\/)?(?:health|healthz|livez?|readyz?|liveness|readiness|ping|status|version)(?:\/\w+)?|metrics|debug(?:\/.*)?)$/;
function answersUsers({ routes, rpc, sockets }) {
  const isRpc = sockets.length > 0 || rpc.services.some((one) => one.name !== "grpc.health.v1.Health");
  return isRpc || routes.routes.some((route) => !WATCHERS.test(route.path)) || routes.unresolved.length > 0;
}
function fixFor({ runtime, routes, packages }) {
  if (runtime === "go")
    return "Start the server in a goroutine of its own, wait with `ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)` and `<-ctx.Done()`, then call `srv.Shutdown` with a context of some seconds (`GracefulStop` of gRPC, `app.ShutdownWithTimeout` of fiber). gin, echo and chi are the `Handler` of an `http.Server`.";
  const isNest = packages.has("@nestjs/core") || routes.routes.some(({ framework }) => framework === "nestjs");
  if (isNest)
    return "Call `app.enableShutdownHooks()` before `listen`; what holds connections closes them in `onModuleDestroy`.";
  if (packages.has("fastify"))
    return 'Close the application, which waits for its answers and runs its `onClose` hooks: `process.once("SIGTERM", () => app.close().then(() => process.exit(0)))`, or the package close-with-grace.';
  return `Close the server, then what it uses: \`process.once("SIGTERM", () => server.close(() => ${dataClientCalls(packages).close}))\`, where \`server\` is what \`listen\` gives.`;
}
function describe2({ name, runtime }, because) {
  const what = runtime === "go" ? `on SIGTERM ${name} ends at once` : `nothing closes the server of ${name} on SIGTERM`;
  return because === void 0 ? what : `${what}: ${because}`;
}

// area:resilience
var rules = {
  "resilience/client-error-unhandled": client_error_unhandled_default,
  "resilience/outbound-timeout-missing": outbound_timeout_missing_default,
  "resilience/rejection-unhandled": rejection_unhandled_default,
  "resilience/shutdown-handlers-race": shutdown_handlers_race_default,
  "resilience/shutdown-not-handled": shutdown_not_handled_default
};
module.exports = {
  house: runAudit,
  rules
};
