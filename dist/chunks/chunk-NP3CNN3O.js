"use strict";

// src/model/datastore/queue-clients.ts
var hostsOfQueueClients = (function hostsOfQueueClients(project, tree) {
  const caches = [...project.services.values()].filter((service) => isCache(service.node)).map((service) => service.name);
  const found = /* @__PURE__ */ new Set();
  if (caches.length === 0) return found;
  const needs = /* @__PURE__ */ new Map();
  for (const { node } of project.services.values()) {
    const build = child(node, "build");
    const context = build && knownValue(textAt(build, "context"));
    if (context === void 0) continue;
    const needed = needs.get(context) ?? needsQueue(context, tree);
    needs.set(context, needed);
    const named = needed ? caches.filter((name) => pointsAt(child(node, "environment"), name)) : [];
    if (named.length === 1 && named[0] !== void 0) found.add(named[0]);
  }
  return found;
});
var isCache = (function isCache(service) {
  const text = knownValue(textAt(service, "image"));
  const reference = text === void 0 ? void 0 : parseImageReference(text);
  return reference !== void 0 && softwareOf(reference.repository)?.software.kind === "cache";
});
const {
  child,
  isWithin,
  joinPath,
  knownValue,
  parseImageReference,
  softwareOf,
  textAt,
  textOf
} = require("./chunk-Q3NCOY3T.js");

// src/model/datastore/queue-clients.ts
var LIBRARIES = /* @__PURE__ */ new Map([
  ["package.json", /"(?:bullmq|bull|bee-queue|kue|@nestjs\/bull(?:mq)?|connect-redis)"\s*:/],
  [
    "requirements.txt",
    /^[ \t]*(?:rq|django-rq|arq|(?:celery|dramatiq|kombu)\[[\w,-]*redis[\w,-]*\])[ \t]*(?:[=<>~!;[#]|$)/m
  ],
  ["pyproject.toml", /^[ \t]*["']?(?:rq|django-rq|arq|(?:celery|dramatiq|kombu)\[[\w,-]*redis[\w,-]*\])["' =<>~!;,[]/m],
  ["Gemfile", /^[ \t]*gem[ \t(]+["'](?:sidekiq|resque)["']/m],
  ["go.mod", /\bgithub\.com\/(?:hibiken\/asynq|gocraft\/work)\b/]
]);


function needsQueue(context, tree) {
  const manifest = (file) => tree.read(joinPath(context, file))?.text ?? "";
  if ([...LIBRARIES].some(([file, library]) => library.test(manifest(file)))) return true;
  return [...CLIENTS].some(([file, client]) => client.test(manifest(file))) && takesJobs(context, tree);
}
var CLIENTS = /* @__PURE__ */ new Map([
  ["package.json", /"(?:redis|ioredis|iovalkey|@redis\/client|@upstash\/redis)"\s*:/],
  ["requirements.txt", /^[ \t]*(?:redis|aioredis|valkey|coredis)[ \t]*(?:[=<>~!;[#]|$)/m],
  ["pyproject.toml", /^[ \t]*["']?(?:redis|aioredis|valkey|coredis)["' =<>~!;,[]/m],
  ["Pipfile", /^[ \t]*["']?(?:redis|aioredis|valkey)["']?[ \t]*=/m],
  ["go.mod", /\bgithub\.com\/(?:redis\/go-redis|go-redis\/redis|gomodule\/redigo|valkey-io\/valkey-go)\b/]
]);
var TAKES = /\.(?:b[lr]pop|brpoplpush|blmove|xreadgroup)\s*\(/i;
var CODE = /\.(?:[cm]?[jt]s|py|go)$/;
var NO_PROGRAM = /(?:^|\/)(?:node_modules|vendor|\.?venv|tests?|__tests__|spec)\/|\.(?:test|spec)\.\w+$|(?:^|\/)test_\w+\.py$/;
var MOST_FILES = 2e3;
function takesJobs(context, tree) {
  return tree.files.filter(({ path }) => isWithin(context, path) && CODE.test(path) && !NO_PROGRAM.test(path)).slice(0, MOST_FILES).some(({ path }) => TAKES.test(tree.read(path)?.text ?? ""));
}
function pointsAt(environment, host) {
  if (environment?.kind !== "map") return false;
  const wanted = new RegExp(`(?:^|[/@,])${host.replace(/[^\w-]/g, "\\$&")}(?:[:/,](?!//)|$)`);
  return [...environment.entries.values()].some((variable) => wanted.test((textOf(variable.node) ?? "").slice(0, 2e3)));
}

module.exports = {
  hostsOfQueueClients,
  needsQueue
};
