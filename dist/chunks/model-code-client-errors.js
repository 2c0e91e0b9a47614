"use strict";
const {
  endsProgram
} = require("./chunk-CXWBZAPN.js");
const {
  productionFiles
} = require("./chunk-V253RQ2M.js");
require("./chunk-J3MKVPJZ.js");
require("./chunk-3LC2HXQD.js");
require("./chunk-QKRSXXK4.js");
require("./chunk-EIHHIYAZ.js");
require("./chunk-5PYKPUOO.js");
const {
  calledName,
  indexOf
} = require("./chunk-DA3K453T.js");
const {
  definitionOf,
  externalName
} = require("./chunk-NRHESAE4.js");
require("./chunk-5D3HAFLZ.js");
const {
  pathOf,
  peel
} = require("./chunk-YCWXIPEZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/code/client-errors.ts
var CLIENTS = /* @__PURE__ */ new Map([
  ["pg.Pool", "the pool of pg"],
  ["pg-pool", "the pool of pg"],
  ["pg.Client", "the client of pg"],
  ["redis.createClient", "the client of redis"]
]);
var PACKAGES = /* @__PURE__ */ new Set(["pg", "pg-pool", "redis"]);
function lostConnections(program, service) {
  const files = productionFiles(program, service);
  const made = files.filter(({ imports }) => imports.some(({ from, typeOnly }) => !typeOnly && PACKAGES.has(from))).flatMap((file) => clientsIn(program, file));
  if (made.length === 0) return [];
  const listens = files.flatMap(listenersIn);
  const survives = listens.some(isLastResort) || files.some(keepsRunning);
  return made.map(({ file, node, name }) => {
    const at = { path: file.path, start: node.start, end: node.end };
    const isHeard = survives || listens.some((one) => isOf(program, one, { file, node }));
    if (isHeard) return { name, listener: "set", at };
    const taker = takerOf(program, files, { file, node }) ?? (service.packages.has(LISTENING) ? LISTENING : void 0);
    return taker === void 0 ? { name, listener: "none", at } : { name, listener: "unknown", because: `${taker} may listen to it`, at };
  });
}
function clientsIn(program, file) {
  const { calls, functions } = indexOf(file);
  const hooks = calls.filter((one) => /^(?:.*\.addHook|process\.(?:on|once))$/.test(pathOf(one.callee)?.join(".") ?? ""));
  return calls.flatMap((node) => {
    const called = calledName(node);
    if (called === void 0 || !node.isNew && called !== "createClient") return [];
    const of = externalName(definitionOf(program, { file, node: node.callee }));
    const name = of === void 0 ? void 0 : CLIENTS.get(of.replace(/\.default(?=\.|$)|\.native(?=\.)/, ""));
    if (name === void 0) return [];
    const around = functions.filter((fn) => fn.start <= node.start && node.end <= fn.end);
    const isClosed = calls.some(
      (one) => /^(?:end|quit|disconnect|close|destroy)$/.test(calledName(one) ?? "") && (name === CLIENTS.get("pg.Client") || around.some((fn) => fn.start <= one.start && one.end <= fn.end) && !hooks.some((hook) => isInside(one, hook)))
    );
    return isClosed ? [] : [{ file, node, name }];
  });
}
function isInside(one, other) {
  return other.start < one.start && one.end <= other.end;
}
var EVENTS = ["error", "uncaughtException"];
var LISTENS = /* @__PURE__ */ new Set(["on", "once", "addListener", "prependListener"]);
function listenersIn(file) {
  return [...LISTENS].flatMap(
    (name) => (indexOf(file).callsByName.get(name) ?? []).flatMap((node) => {
      const [first] = node.arguments;
      if (node.callee.kind !== "member" || !first) return [];
      const { object: to } = node.callee;
      const events = first.kind === "literal" ? [first.value] : [...indexOf(file).texts];
      return EVENTS.filter((event) => events.includes(event)).map((event) => ({ file, node, event, to }));
    })
  );
}
function isLastResort({ event, node }) {
  const [, handler] = node.arguments;
  if (event !== "uncaughtException") return false;
  return handler?.kind !== "function" || !endsProgram(handler.body);
}
function keepsRunning(file) {
  const { words } = indexOf(file);
  return words.has("exitOnError") || words.has("setUncaughtExceptionCaptureCallback");
}
var OTHERS = /^(?:process|server|httpServer|app|io|req|request|res|response|reply|socket|ws|wss|stream|file|archive|child|proc|worker|queue|emitter|bus|proxy|upload|reader|writer|watcher|transporter|logger)$|Stream$|Server$|Socket$|Queue$|Worker$/;
function isOf(program, { event, file, to }, made) {
  if (event !== "error") return false;
  const inner = peel(to);
  if (file === made.file && inner.start <= made.node.start && made.node.end <= inner.end) return true;
  const of = definitionOf(program, { file, node: inner });
  if (of.kind === "expression" && of.node.kind !== "name") return holds(of, made);
  if (of.kind === "field") return of.node.value === void 0 || holds({ file: of.file, node: of.node.value }, made);
  if (of.kind === "external" || of.kind === "global") return false;
  return !OTHERS.test(pathOf(inner)?.at(-1) ?? "");
}
function holds({ file, node }, made) {
  return file === made.file && node.start <= made.node.start && made.node.end <= node.end;
}
var LISTENING = "@prisma/adapter-pg";
var ASKS = /^(?:drizzle-orm(?:\/|$)|fastify-plugin$)/;
var KEEPS = /^(?:decorate|addHook)$/;
function takerOf(program, files, made) {
  for (const file of files) {
    for (const call of indexOf(file).calls) {
      if (call === made.node || !call.arguments.some((one) => isGiven(program, { file, node: one }, made))) continue;
      const of = definitionOf(program, { file, node: call.callee });
      if (of.kind === "function" || of.kind === "class" || of.kind === "global") continue;
      if (KEEPS.test(calledName(call) ?? "")) continue;
      if (of.kind !== "external") return pathOf(call.callee)?.join(".") ?? "what it is given to";
      if (!ASKS.test(of.package) && !PACKAGES.has(of.package)) return of.package;
    }
  }
  return void 0;
}
function isGiven(program, { file, node }, made, depth = 0) {
  const inner = peel(node.kind === "keyword" ? node.value : node);
  if (inner === made.node) return true;
  if (inner.kind === "object" && depth < 3)
    return inner.entries.some((one) => isGiven(program, { file, node: one.value }, made, depth + 1));
  if (inner.kind === "function" && depth < 1) return holds({ file, node: inner }, made);
  if (inner.kind !== "name" && inner.kind !== "member") return false;
  const of = definitionOf(program, { file, node: inner });
  return of.kind === "expression" && peel(of.node) === made.node;
}
module.exports = {
  house: runAudit,
  lostConnections
};
