"use strict";

// rules/pool/not-configured.ts
var isLeftOpen2 = (function isLeftOpen2(pool) {
  const { kind } = pool.library.size.default;
  return pool.isDefault ? kind === "processors" || kind === "unlimited" || isEndless(pool) : isEndless(pool);
});
var isEndless = (function isEndless({ size, overflow }) {
  return [size, overflow].some(({ high, because }) => high === Number.POSITIVE_INFINITY && because === UNLIMITED);
});

// rules/pool/waits-forever.ts
var answersRequests = (function answersRequests(owner) {
  return owner.kind === "service" ? owner.isWeb : owner.role === "user-facing" || owner.role === "service";
});
const {
  poolerDemands,
  poolsByOwner,
  serverDemands,
  shareOf,
  suggestedSize
} = require("./chunk-IN47R6IR.js");
require("./chunk-KOC57OA5.js");
require("./chunk-2XVFWOEB.js");
const {
  HIDDEN_URL,
  UNLIMITED
} = require("./chunk-5RLMKV7O.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule,
  listOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

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
  check: (function({ system, pass, fail }) {
    for (const [owner, pools] of poolsByOwner(system)) {
      const [first, ...more] = pools.filter((pool) => pool.perRequest !== void 0);
      if (!first) pass(owner);
      else
        fail(
          owner,
          first,
          `${owner.name} makes a pool of ${first.library.name} for each request to ${first.perRequest}`,
          { related: more.map((pool) => ({ at: pool.at, message: `and one for each request to ${pool.perRequest}` })) }
        );
    }
  }),
  examples: { bad: [], good: [] }
});

// src/model/datastore/demand-words.ts
function countText({ low, high }) {
  const text = low.toLocaleString("en-US");
  return low === high ? text : `at least ${text}`;
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
  const { owner, pools, pooler, replicas, processes, perProcess, total } = term;
  const factors = [
    ...isOne(replicas) ? [] : [`${number(replicas)} replicas`],
    ...isOne(processes) ? [] : [`${number(processes)} ${pooler ? "pairs of user and database" : "processes"}`],
    perProcessText(pools, perProcess, pooler !== void 0)
  ];
  const product = factors.length > 1 || pools.length > 1 || hasOverflow(pools);
  return `${owner.name} ${factors.join(" \xD7 ")}${product ? ` = ${number(total)}` : ""}`;
}
function perProcessText(pools, perProcess, isPooler) {
  const [only, ...more] = pools;
  if (isPooler || !only) return number(perProcess);
  if (more.length > 0) return `(${pools.map((one) => poolText(one)).join(" + ")})`;
  return hasOverflow(pools) ? `(${poolText(only)})` : poolText(only);
}
function poolText({ size, overflow }) {
  return overflow.high === 0 ? number(size) : `${number(size)} + ${number(overflow)}`;
}
function hasOverflow(pools) {
  return pools.some((one) => one.overflow.high > 0);
}
function isOne({ low, high }) {
  return low === 1 && high === 1;
}
function number({ low, high }) {
  return low === high ? low.toLocaleString("en-US") : `\u2265 ${low.toLocaleString("en-US")}`;
}
function serverText(demand, hard) {
  const { server, total } = demand;
  const { subject, ignored, reserved, maximum, isDefault } = server;
  const kept = reserved > 0 && maximum.known ? ` (${maximum.value} \u2212 ${reserved} for administrators)` : "";
  const source = isDefault ? ", the default" : "";
  const names = ignored.map(({ name, value }) => value.known ? `${name}=${value.value}` : name);
  const vain = names.length > 0 ? `; ${listOf(names)} does not count, because the image does not read it` : "";
  return `${subject.name} gives clients ${hard} connections${kept}${source}${vain}. They may open ${countText(total)}: ${sumText(demand)}`;
}
function serverFix({ server, total, plan }, share, pool) {
  const { engine } = server;
  const pooler = engine === "postgres" ? "PgBouncer with pool_mode=transaction" : "ProxySQL";
  const bounced = `put ${pooler} between the services and the server, and point their connection strings at it`;
  if (share !== void 0 && share < 1)
    return `There are more processes than connections, so no pool size fits: ${bounced}.`;
  const example = pool && share !== void 0 ? `: ${pool.library.name}, ${pool.library.example(share)}` : "";
  const smaller = share === void 0 ? "Give each process fewer connections" : `Give each process at most ${share} connection${share === 1 ? "" : "s"} (${plan.known ? plan.value : ""} to plan with \xF7 all processes${example})`;
  const more = Math.ceil((total.low + 10 + server.reserved) / 50) * 50;
  const larger = more <= MOST_SENSIBLE ? `, or let the server take more (\`${server.example(more)}\`)` : "";
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
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const demand of serverDemands(system)) {
      const { server, hard, total, terms } = demand;
      const { subject: workload } = server;
      if (terms.length === 0) continue;
      if (!hard.known) unverified(workload, hard, `how many connections it takes is not known: ${hard.because}`);
      else if (total.low > hard.value) {
        const term = largest(demand);
        fail(workload, placeOf(term), serverText(demand, hard.value), serverOptions(demand, hard.value, term));
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
        fail(
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
  }),
  examples: { bad: [], good: [] }
});
function isLeftOpen({ terms }) {
  return terms.some((term) => term.pools.some((pool) => pool.isDefault && pool.library.size.default.kind !== "fixed"));
}
function largest({ terms }) {
  return [...terms].sort((one, other) => other.total.low - one.total.low || (nameOf(one) < nameOf(other) ? -1 : 1))[0];
}
function nameOf({ owner }) {
  return owner.id;
}
function placeOf(term) {
  const pool = poolOf(term);
  return pool?.sizeAt ?? pool?.at ?? term?.pooler?.perPair.at ?? term?.owner.at ?? { path: "", start: 0, end: 0 };
}
function poolOf(term) {
  return [...term?.pools ?? []].sort((one, other) => other.size.low - one.size.low)[0];
}
function serverOptions(demand, hard, first) {
  const { server, plan, terms } = demand;
  const share = plan.known ? shareOf(demand, plan.value) : void 0;
  const related = [
    {
      at: server.isDefault ? server.ignored[0]?.at ?? server.subject.at : server.maximum.at,
      message: `${server.subject.name} takes ${hard} connections`
    },
    ...terms.filter((one) => one !== first).map((one) => ({ at: placeOf(one), message: termText(one) }))
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
  check: (function({ system, pass, fail, implied }) {
    for (const demand of serverDemands(system)) {
      const { server, hard, plan, total, terms } = demand;
      const { subject: workload } = server;
      if (terms.length === 0) continue;
      if (!hard.known || !plan.known) continue;
      if (total.low > hard.value) implied(workload, "pool/demand-exceeds-server");
      else if (total.low > SHARE * plan.value)
        fail(
          workload,
          server.isDefault ? workload.at : server.maximum.at,
          `${workload.name} has ${plan.value} connections to plan with, and its clients may open ${countText(total)}: ${sumText(demand)}`,
          {
            fix: `Give each process fewer connections, or let the server take more (\`${server.example(Math.ceil(total.low / SHARE / 10) * 10 + 20)}\`).`
          }
        );
      else if (total.high <= SHARE * plan.value && demand.unread.length + demand.foreign.length === 0) pass(workload);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/pool/not-configured.ts
var PROCESSORS = 16;
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
  check: (function({ system, pass, fail }) {
    for (const [owner, pools] of poolsByOwner(system)) {
      const [first, ...more] = pools.filter(isLeftOpen2);
      if (!first) {
        if (!pools.some((pool) => pool.size.because === HIDDEN_URL)) pass(owner);
        continue;
      }
      const at = first.library.size.options.length === 0 ? first.urlAt ?? first.at : first.at;
      fail(owner, at, `${owner.name} ${wordsFor(first)}`, {
        ...first.library.size.default.kind === "unlimited" || isEndless(first) ? { severity: "high" } : {},
        fix: `Set ${first.library.example(suggestedSize(first, system))}.`,
        related: [
          ...at === first.at ? [] : [{ at: first.at, message: `the pool of ${first.library.name} is made here` }],
          ...more.map((pool) => ({ at: pool.at, message: `another pool of ${pool.library.name} without a size` }))
        ]
      });
    }
  }),
  examples: { bad: [], good: [] }
});


function wordsFor(pool) {
  const { library } = pool;
  const size = library.size.default;
  if (isEndless(pool) && (!pool.isDefault || size.kind === "fixed"))
    return `opens as many connections as it has work at a time: its pool of ${library.name} is set to have no limit`;
  if (size.kind !== "processors")
    return `opens as many connections as it has work at a time: ${library.name} has no limit by itself`;
  const example = Math.max(size.least, PROCESSORS * size.perProcessor + size.plus);
  return `leaves the size of its pool to ${library.name}, which takes ${size.because}: ${example} for each process on one with ${PROCESSORS}`;
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
  check: (function({ system, pass, fail }) {
    for (const [owner, pools] of poolsByOwner(system)) {
      const inOptions = pools.find((pool) => pool.ignoredOptions.length > 0);
      const [option] = inOptions?.ignoredOptions ?? [];
      if (inOptions && option) {
        const { library: library2, size: size2 } = inOptions;
        const names2 = listOf(inOptions.ignoredOptions.map((one) => one.text));
        fail(
          owner,
          option,
          `${owner.name} gives its pool ${names2}, which ${library2.name} does not read, and opens up to ${size2.low} connections for each process`,
          { fix: `Set ${library2.example(10)} instead.`, key: "option" }
        );
      }
      if (!pools.some((pool) => pool.urlAt)) continue;
      const vain = pools.filter((pool) => pool.ignored.length > 0);
      const [first] = vain;
      const [parameter] = first?.ignored ?? [];
      if (!first || !parameter) {
        if (!inOptions) pass(owner);
        continue;
      }
      const { library, size } = first;
      const names = listOf(first.ignored.map((one) => one.text));
      const wanted = first.ignored.map((one) => /=(\d{1,4})$/.exec(one.text)?.[1]).find((one) => one !== void 0);
      const isSize = !/timeout/i.test(parameter.text);
      const still = isSize && first.isDefault ? `, and opens up to ${size.low} connections for each process` : "";
      fail(owner, parameter, `${owner.name} has ${names} in its URL, which ${library.name} does not read${still}`, {
        fix: `Remove ${first.ignored.length === 1 ? "it" : "them"} from the URL, and set ${library.example(Number(isSize ? wanted ?? 10 : 10))}.`,
        related: [{ at: first.at, message: `the pool of ${library.name} is made here` }]
      });
    }
  }),
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
  check: (function({ system, pass, fail, unverified }) {
    for (const [owner, pools] of poolsByOwner(system)) {
      if (!answersRequests(owner)) continue;
      const [first, ...more] = pools.filter((pool) => pool.wait === "forever" && pool.library.waitExample !== void 0);
      const hidden = pools.find((pool) => pool.wait === "unknown");
      if (first)
        fail(
          owner,
          first,
          `${owner.name} waits without an end for a connection of ${first.library.name} when all are taken`,
          {
            fix: `Set \`${first.library.waitExample}\`, and answer 503 where it is exceeded.`,
            related: more.map((pool) => ({ at: pool.at, message: `so does this pool of ${pool.library.name}` }))
          }
        );
      else if (hidden) unverified(owner, hidden, "how long it waits for a connection is not in the repository");
      else pass(owner);
    }
  }),
  examples: { bad: [], good: [] }
});


// area:pool
var rules = {
  "pool/created-per-request": created_per_request_default,
  "pool/demand-exceeds-server": demand_exceeds_server_default,
  "pool/demand-near-limit": demand_near_limit_default,
  "pool/not-configured": not_configured_default,
  "pool/setting-ignored": setting_ignored_default,
  "pool/waits-forever": waits_forever_default
};
module.exports = {
  house: runAudit,
  rules
};
