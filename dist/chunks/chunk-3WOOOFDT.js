"use strict";

// src/model/roles.ts
var roleOf = (function roleOf(evidence) {
  const byKind = evidence.software ? roleOfKind(evidence.software, evidence) : void 0;
  if (isJob(evidence)) return "job";
  if (byKind) return byKind;
  const words = nameWords(evidence.name);
  if (words.some((word) => LOAD_WORDS.has(word)) && !isPublished(evidence) && !evidence.routed) return "tool";
  if (isPublished(evidence) || evidence.routed) return "user-facing";
  if (words.some((word) => WORKER_WORDS.has(word)) || runsWorker(evidence.start)) return "worker";
  return "service";
});
var roleOfKind = (function roleOfKind(software, evidence) {
  switch (software.kind) {
    case "database":
    case "object-store":
    case "coordination":
      return "datastore";
    case "cache":
      return evidence.keepsWork ? "datastore" : "cache";
    case "broker":
      return "broker";
    case "search":
      return "search";
    case "proxy":
      return "proxy";
    case "metrics":
    case "dashboard":
    case "logs":
    case "tracing":
    case "alerting":
    case "exporter":
    case "agent":
      return "observability";
    case "admin-tool":
    case "development-tool":
      return "tool";
    case "backup":
      return "worker";
    // It stands between services and their database; that its port is published makes it no product for users.
    case "pooler":
      return "service";
    default:
      return void 0;
  }
});
var isJob = (function isJob(evidence) {
  if (evidence.awaitedToComplete || evidence.runsOnce) return true;
  if (evidence.restartsAlways) return false;
  if (evidence.imageRepository && ONE_SHOT_IMAGES.test(evidence.imageRepository)) return true;
  const script = evidence.start?.script;
  const staysOn = script?.commands.some((command) => command.inside.includes("loop") || command.words[0] === "exec");
  if (evidence.start && !staysOn && ONE_SHOT.test(lastCommand(evidence.start))) return true;
  return evidence.software?.stateful !== true && evidence.published.length === 0 && nameWords(evidence.name).some((word) => JOB_WORDS.has(word));
});
var runsWorker = (function runsWorker(start) {
  return start !== void 0 && /\b(celery|rq\s+worker|dramatiq|arq|huey|sidekiq|resque|worker(\.[cm]?[jt]s|\.py)?)\b/.test(
    start.text.replace(/(?<=^|\s)--?[a-z][\w-]*/gi, "")
  );
});
var isPublished = (function isPublished(evidence) {
  return evidence.published.some((port) => port.reach === "any" || port.reach === "address" || port.reach === "unknown");
});
const {
  nameWords
} = require("./chunk-TLLKFDCB.js");

// src/model/roles.ts
var JOB_WORDS = /* @__PURE__ */ new Set([
  ...["migrate", "migration", "migrations", "migrator", "seed", "seeder", "init", "setup", "bootstrap", "provision"],
  ...["initdb", "createbuckets", "topics", "fixtures", "installer", "once"]
]);
var WORKER_WORDS = /* @__PURE__ */ new Set([
  ...[
    "worker",
    "workers",
    "consumer",
    "consumers",
    "scheduler",
    "cron",
    "beat",
    "celery",
    "queue",
    "processor",
    "sidekiq"
  ],
  ...["job", "jobs", "indexer", "listener", "daemon", "relay", "poller"]
]);
var LOAD_WORDS = /* @__PURE__ */ new Set([
  ...["loadgenerator", "loadgen", "loadtest", "loadtester", "locust", "k6", "jmeter", "gatling", "vegeta", "artillery"]
]);
var ONE_SHOT = /\b(prisma\s+(migrate|db\s+push|db\s+seed)|alembic\s+upgrade|manage\.py\s+(migrate|collectstatic|loaddata|createsuperuser)|flyway|liquibase|knex\s+migrate|sequelize\s+db:|typeorm\s+\S*migration|rails\s+db:|goose\s+|migrate\s+-(path|database|source)|npm\s+run\s+(migrate|migration|seed|db:)\S*|(yarn|pnpm)\s+(run\s+)?(migrate|migration|seed|db:)\S*|createbuckets|mc\s+mb|kafka-topics\S*\s+.*--create|redis-cli\s+--cluster\s+create)/;
var ONE_SHOT_IMAGES = /^(flyway\/flyway|liquibase\/liquibase|minio\/mc|migrate\/migrate|redgate\/flyway|willwill\/wait-for-it|dadarek\/wait-for-dependencies)$/;



function lastCommand(start) {
  const commands = start.script?.commands.filter((command) => !command.inside.includes("substitution")) ?? [];
  const last = commands[commands.length - 1];
  return last ? last.words.join(" ") : start.argv.map((word) => word ?? "?").join(" ");
}



module.exports = {
  roleOf,
  isPublished
};
