"use strict";

// src/model/code/blocking-clients.ts
var clientCall = (function clientCall(program, { file, node }) {
  const callee = peel(node.callee);
  if (callee.kind !== "member") return void 0;
  const { property } = callee;
  if (!CLIENTS.some(({ asks }) => asks.test(property))) return void 0;
  const made = makerOf(program, { file, node: callee.object });
  const client = made && CLIENTS.find(({ makes, asks }) => makes.test(made.name) && asks.test(property));
  if (!made || !client || client.twin && imports(made.file, client.twin)) return void 0;
  return `${made.name}.${property}`;
});

// src/model/code/blocking-python.ts
var blockingInPython = (function blockingInPython(program, handler, framework) {
  if (!handler.node.isAsync) return void 0;
  const onlySessions = framework !== "fastapi" && framework !== "starlette";
  const sessions = handler.node.parameters.flatMap(
    (one) => one.target.kind === "name" && isSyncSession(program, handler.file, one) ? [one.target.name] : []
  );
  const found = blockingIn({ program, onlySessions, seen: /* @__PURE__ */ new Set() }, handler, new Set(sessions), 0);
  if (!found) return void 0;
  const { inside, call, kind, at } = found;
  return { call: inside === void 0 ? call : `${call} in ${inside}`, kind, at };
});
var blockingIn = (function blockingIn(look, { file, node }, given, depth) {
  if (look.seen.has(node) || look.seen.size >= MOST) return void 0;
  look.seen.add(node);
  const sessions = /* @__PURE__ */ new Set([...given, ...sessionsMade(look.program, file, node)]);
  const awaited = /* @__PURE__ */ new Set();
  const calls = [];
  walk(node.body, (one) => {
    if (one.kind === "function" || one.kind === "class") return false;
    if (one.kind === "await") awaited.add(one.value);
    if (one.kind === "call" && !awaited.has(one)) calls.push(one);
    return void 0;
  });
  for (const call of calls) {
    const found = blockingCall(look, { file, node: call }, sessions);
    if (found) return found;
  }
  if (depth >= DEEPEST) return void 0;
  for (const call of [...calls, ...awaitedCalls(awaited)]) {
    const found = blockingCallee(look, { file, node: call }, sessions, depth);
    if (found) return found;
  }
  return void 0;
});
var blockingCall = (function blockingCall({ program, onlySessions }, { file, node }, sessions) {
  const at = { path: file.path, start: node.start, end: node.end };
  const path = pathOf(node.callee);
  if (path?.length === 2 && sessions.has(path[0] ?? "") && SESSION.test(path[1] ?? ""))
    return { call: path.join("."), kind: "session", at };
  const name = onlySessions ? void 0 : calledName(program, { file, node });
  const waits = name !== void 0 && WAITS.test(name) && (!name.startsWith("smtplib.") || node.arguments.length > 0);
  if (waits) return { call: name, kind: "function", at };
  const asked = onlySessions ? void 0 : clientCall(program, { file, node });
  return asked === void 0 ? void 0 : { call: asked, kind: "function", at };
});
var calledName = (function calledName(program, { file, node }) {
  const direct = externalName(definitionOf(program, { file, node: node.callee }));
  const callee = peel(node.callee);
  if (direct !== void 0 || callee.kind !== "member") return direct;
  if (!file.imports.some(({ from }) => from === "requests" || from === "httpx")) return void 0;
  const of = typeOf(program, { file, node: callee.object });
  return of?.kind === "external" ? [of.package, ...of.path, callee.property].join(".") : void 0;
});
var sessionsMade = (function sessionsMade(program, file, fn) {
  const found = [];
  const take = (target, value) => {
    const made = value?.kind === "call" && target?.kind === "name" && isSessionMade(program, file, value);
    if (made && target.kind === "name") found.push(target.name);
  };
  walk(fn.body, (one) => {
    if (one.kind === "function" || one.kind === "class") return false;
    if (one.kind === "declare") take(one.target, one.value);
    if (one.kind === "with" && !one.isAsync) for (const { target, value } of one.items) take(target, value);
    return void 0;
  });
  return found;
});
var isSyncSession = (function isSyncSession(program, file, parameter) {
  const { provider, named } = dependencyOf(program, file, parameter);
  if (!provider || provider.node.kind === "keyword") return false;
  const found = definitionOf(program, provider);
  if (found.kind !== "function" || found.node.isAsync || /async/i.test(named)) return false;
  return makesSession(program, found) || SYNCHRONOUS_SESSION.test(named);
});
var dependencyOf = (function dependencyOf(program, file, { type, fallback }) {
  const alias = type && definitionOf(program, { file, node: { kind: "name", name: type.name, start: type.start, end: type.end } });
  const written = alias?.kind === "expression" && alias.node.kind === "index" && alias.node.index.kind === "array" ? { file: alias.file, parts: alias.node.index.elements } : void 0;
  const given = [fallback, ...type?.arguments.flatMap((one) => one.expression ?? []) ?? []].flatMap((one) => one ?? []);
  const depends = [
    ...given.map((node) => ({ file, node: peel(node) })),
    ...written?.parts.map((node) => ({ file: written.file, node: peel(node) })) ?? []
  ].find(({ node }) => node.kind === "call" && pathOf(node.callee)?.at(-1) === "Depends");
  const provider = depends?.node.kind === "call" ? depends.node.arguments[0] : void 0;
  const [first] = written?.parts ?? [];
  const said = first && written ? externalName(definitionOf(program, { file: written.file, node: first })) : void 0;
  const resolved = type && !said ? resolveType(program, file, type) : void 0;
  const named = said ?? (resolved?.kind === "external" ? [resolved.package, ...resolved.path].join(".") : "");
  return { named, ...depends && provider && { provider: { file: depends.file, node: provider } } };
});
var makesSession = (function makesSession(program, { file, node }) {
  return holds(node.body, (one) => one.kind === "call" && isSessionMade(program, file, one));
});
var isSessionMade = (function isSessionMade(program, file, call) {
  const maker = definitionOf(program, { file, node: call.callee });
  const made = maker.kind === "expression" ? peel(maker.node) : void 0;
  const name = made?.kind === "call" && maker.kind === "expression" ? externalName(definitionOf(program, { file: maker.file, node: made.callee })) : externalName(maker);
  const settings = made?.kind === "call" ? made : call;
  const isAsync = settings.arguments.some(
    (one) => one.kind === "keyword" && /async/i.test(pathOf(one.value)?.at(-1) ?? "")
  );
  return SYNCHRONOUS_SESSION.test(name ?? "") && !isAsync;
});
const {
  argumentFor,
  calleeOf
} = require("./chunk-J3MKVPJZ.js");
const {
  typeOf
} = require("./chunk-5PYKPUOO.js");
require("./chunk-DA3K453T.js");
const {
  bindingsAt,
  definitionOf,
  externalName,
  resolveType
} = require("./chunk-NRHESAE4.js");
require("./chunk-5D3HAFLZ.js");
const {
  holds,
  pathOf,
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/code/blocking-clients.ts
var CLIENTS = [
  {
    makes: /^(?:psycopg2|psycopg|pymysql|MySQLdb|mysql(?:\.connector)?)\.connect$/,
    asks: /^(?:execute|executemany|callproc|copy_expert|commit|rollback)$/
  },
  {
    makes: /^redis\.(?:(?:Strict)?Redis(?:\.from_url)?|from_url)$/,
    asks: /^(?:[gs]et|setex|setnx|m[gs]et|h(?:get|set|mset|getall|del|incrby)|delete|exists|incr|decr|incrby|expire|ttl|[lr]push|[lr]pop|b[lr]pop|lrange|publish|s(?:add|rem|members|ismember)|z(?:add|range|rem|score)|xadd|xread|ping|keys|flushdb)$/,
    twin: /^aioredis|^redis\.asyncio/
  },
  {
    makes: /^pymongo\.MongoClient$/,
    asks: /^(?:find_one(?:_and_\w+)?|insert_(?:one|many)|update_(?:one|many)|replace_one|delete_(?:one|many)|bulk_write|count_documents|estimated_document_count|distinct|aggregate|command)$/
  },
  {
    makes: /^(?:elasticsearch\.Elasticsearch|opensearchpy\.OpenSearch)$/,
    asks: /^(?:search|index|get|update|delete|bulk|count|msearch|update_by_query|delete_by_query)$/
  },
  {
    makes: /^boto3\.(?:client|resource)$/,
    asks: /^(?:(?:up|down)load_file(?:obj)?|(?:put|get|delete|head|copy|list)_objects?(?:_v2)?|send_(?:raw_)?email|send_message|publish|invoke|query|scan|(?:put|get|update|delete)_item)$/
  }
];
var LONGEST = 12;

function makerOf(program, at) {
  let { file } = at;
  let node = peel(at.node);
  for (let steps = 0; steps < LONGEST; steps++) {
    if (node.kind === "call") {
      const name = externalName(definitionOf(program, { file, node: node.callee }));
      if (name !== void 0 && CLIENTS.some(({ makes }) => makes.test(name))) return { name, file };
      const callee = peel(node.callee);
      if (callee.kind !== "member" || callee.property === "pipeline") return void 0;
      node = peel(callee.object);
    } else if (node.kind === "index") node = peel(node.object);
    else if (node.kind === "name" || node.kind === "member") {
      const found = givenValue(program, { file, node });
      if (found) {
        file = found.file;
        node = peel(found.node);
      } else if (node.kind === "member") node = peel(node.object);
      else return void 0;
    } else return void 0;
  }
  return void 0;
}
function givenValue(program, { file, node }) {
  const [binding] = node.kind === "name" ? bindingsAt(file, node.name, node.start)?.bindings ?? [] : [];
  if (binding?.kind === "value" && binding.bound.path.length === 0 && binding.node.value)
    return { file, node: binding.node.value };
  const found = definitionOf(program, { file, node });
  if (found.kind === "expression" && found.node !== node) return found;
  return found.kind === "field" && found.node.value ? { file: found.file, node: found.node.value } : void 0;
}
function imports({ imports: all }, from) {
  return all.some((one) => from.test(one.from) || from.test(`${one.from}.${one.name ?? ""}`));
}

// src/model/code/blocking-python.ts
var SESSION = /^(?:query|execute|scalars|scalar|commit|flush|refresh|get|exec|delete|merge|rollback)$/;
var SYNCHRONOUS_SESSION = /^sqlalchemy(?:\.orm)?\.(?:sessionmaker|scoped_session|Session)$|^sqlmodel\.Session$/;
var WAITS = /^(?:time\.sleep|(?:requests(?:\.Session)?|httpx(?:\.Client)?)\.(?:get|post|put|patch|delete|head|options|request)|urllib\.(?:request\.)?urlopen|subprocess\.(?:run|call|check_call|check_output)|os\.system|(?:psycopg2|psycopg|pymysql|MySQLdb|mysql(?:\.connector)?)\.connect|stripe\.(?:[A-Z]\w*\.)+(?:create|retrieve|modify|list|search)|smtplib\.SMTP(?:_SSL)?)$/;
var DEEPEST = 3;
var MOST = 60;


function awaitedCalls(awaited) {
  return [...awaited].filter((one) => one.kind === "call");
}


function blockingCallee(look, { file, node }, sessions, depth) {
  const callee = calleeOf(look.program, { file, node });
  const isPlain = callee?.node.decorators.every((one) => /^(?:static|class)method$/.test(pathOf(one)?.join(".") ?? ""));
  if (!callee || !isPlain || callee.file.language !== "python" || callee.node.isGenerator) return void 0;
  const given = callee.node.parameters.filter((one) => {
    const argument = argumentFor(node, callee.node, one);
    return argument?.kind === "name" && sessions.has(argument.name);
  });
  const names = given.flatMap(({ target }) => target.kind === "name" ? [target.name] : []);
  const found = blockingIn(look, callee, new Set(names), depth + 1);
  if (!found) return void 0;
  const { name } = callee.node;
  return {
    ...found,
    ...found.inside === void 0 && name !== void 0 && { inside: name },
    at: { path: file.path, start: node.start, end: node.end }
  };
}





module.exports = {
  blockingInPython,
  house: runAudit
};
