"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule,
  listOf,
  serversBehind
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/postgres/pooler-bypassed.ts
var pooler_bypassed_default = defineRule({
  id: "postgres/pooler-bypassed",
  title: "A connection pooler runs and applications go around it",
  category: "performance",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The pooler only saves connections of the clients that go through it: those that connect to PostgreSQL itself still use up max_connections, and one more instance can lock everybody out.",
  fix: "Point the connection string of the application at the pooler (host and port), and keep a direct one for migrations only.",
  refs: [
    "https://www.pgbouncer.org/config.html",
    "https://www.pgbouncer.org/features.html",
    "https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/databases-connections/pgbouncer"
  ],
  check: (function({ system, pass, fail, unverified }) {
    for (const pooler of system.workloads) {
      if (pooler.software?.kind !== "pooler") continue;
      const servers = serversBehind(pooler, system);
      if (servers.length === 0) continue;
      const around = bypassing(pooler, servers, system);
      const first = around[0];
      if (first) {
        const names = [...new Set(around.map((connection) => connection.from.name))];
        fail(
          pooler,
          first,
          `${shortListOf(names)} ${names.length === 1 ? "connects" : "connect"} to ${first.to?.name} (${first.variable.name}) and not through ${pooler.name}`,
          {
            fix: `Point ${first.variable.name} of ${shortListOf(names)} at ${pooler.name}:${portOf(pooler)}, and keep a direct connection for migrations only.`,
            related: around.slice(1).map((connection) => ({
              at: connection.at,
              message: `${connection.from.name}: ${connection.variable.name}`
            }))
          }
        );
      } else if (system.connections.some((connection) => connection.to === pooler && connection.from !== pooler))
        pass(pooler);
      else unverified(pooler, pooler, `which clients use ${pooler.name} is not in the repository`);
    }
  }),
  examples: { bad: [], good: [] }
});
var DIRECT = /DIRECT|MIGRAT|SHADOW|ADMIN|SUPERUSER|LISTEN|NOTIFY|REPLICA|STANDBY|PRIMARY|MASTER|BACKUP/;
function bypassing(pooler, servers, system) {
  const pooled = new Set(
    system.connections.flatMap((connection) => connection.to?.software?.kind === "pooler" ? [connection.from] : [])
  );
  return system.connections.filter(
    ({ from, to, variable }) => to !== void 0 && servers.includes(to) && from !== pooler && from.deployment === pooler.deployment && isApplication(from) && !pooled.has(from) && !DIRECT.test(variable.name)
  );
}
function isApplication(workload) {
  const kind = workload.software?.kind;
  if (workload.clientOf || kind !== void 0 && kind !== "runtime") return false;
  return workload.role === "user-facing" || workload.role === "service" || workload.role === "worker";
}
function shortListOf(names) {
  return names.length > 4 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : listOf(names);
}
function portOf(pooler) {
  const set = pooler.environment.get("LISTEN_PORT") ?? pooler.environment.get("PGBOUNCER_LISTEN_PORT");
  if (set?.value.known) return set.value.value;
  return pooler.distribution?.id === "edoburu" ? 5432 : pooler.software?.id === "pgpool" ? 5432 : 6432;
}

// area:postgres
var rules = {
  "postgres/pooler-bypassed": pooler_bypassed_default
};
module.exports = {
  house: runAudit,
  rules
};
