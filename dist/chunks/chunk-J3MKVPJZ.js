"use strict";

// src/code/implementers.ts
var implementerOf = (function implementerOf(program, of) {
  if (of.kind !== "type" && of.kind !== "class") return void 0;
  if (of.file.language === "go") return of.kind === "type" ? goImplementerOf(program, of) : void 0;
  const below = subclasses(program);
  const seen = /* @__PURE__ */ new Set();
  let only;
  const waiting = [...below.get(of.node) ?? []];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (seen.has(one.node)) continue;
    seen.add(one.node);
    waiting.push(...below.get(one.node) ?? []);
    if (one.node.isAbstract) continue;
    if (only) return void 0;
    only = one;
  }
  return only;
});

// src/code/calls.ts
var calleeOf = (function calleeOf(program, at) {
  const known2 = calleesOf.get(program) ?? /* @__PURE__ */ new Map();
  calleesOf.set(program, known2);
  const answer = known2.get(at.node);
  if (answer !== void 0) return answer ?? void 0;
  const found = findCallee(program, at);
  known2.set(at.node, found ?? null);
  return found;
});
var findCallee = (function findCallee(program, { file, node }) {
  const callee = peel(node.callee);
  if (callee.kind === "member" && !declaredNames(program).has(callee.property)) return void 0;
  const found = definitionOf(program, { file, node: callee });
  if (found.kind === "function") return found;
  if (found.kind === "class") {
    const maker = classMember(program, found, file.language === "python" ? "__init__" : "constructor");
    return maker?.kind === "function" ? maker : void 0;
  }
  if (callee.kind !== "member") return void 0;
  const of = typeOf(program, { file, node: callee.object });
  if (of?.kind === "class") {
    const method = methodOf(program, of, callee.property);
    if (method || !of.node.isAbstract) return method;
  }
  const behind = of && implementerOf(program, of);
  return behind && methodOf(program, behind, callee.property);
});
var declaredNames = (function declaredNames(program) {
  const known2 = knownNames.get(program);
  if (known2) return known2;
  const names = /* @__PURE__ */ new Set();
  for (const file of program.files.values()) for (const name of indexOf(file).declared) names.add(name);
  knownNames.set(program, names);
  return names;
});
var callsByName = (function callsByName(program) {
  const known2 = knownCalls.get(program);
  if (known2) return known2;
  const found = /* @__PURE__ */ new Map();
  for (const file of program.files.values()) {
    for (const [name, calls] of indexOf(file).callsByName) {
      const list = found.get(name) ?? [];
      found.set(name, list);
      for (const node of calls) list.push({ file, node });
    }
  }
  knownCalls.set(program, found);
  return found;
});
var callersOf = (function callersOf(program, fn) {
  const name = fn.node.name ?? indexOf(fn.file).givenNames.get(fn.node);
  const candidates = name === void 0 ? [] : callsByName(program).get(name) ?? [];
  if (name === void 0 || candidates.length > MOST_CALLERS) return { calls: [], complete: false };
  const calls = [];
  let complete = true;
  for (const candidate of candidates) {
    const callee = calleeOf(program, candidate);
    if (callee?.node === fn.node) calls.push(candidate);
    else if (!callee && isOpen(program, candidate)) complete = false;
  }
  return { calls, complete };
});
const {
  typeOf
} = require("./chunk-5PYKPUOO.js");
const {
  indexOf
} = require("./chunk-DA3K453T.js");
const {
  classMember,
  definitionOf,
  resolveType
} = require("./chunk-NRHESAE4.js");
const {
  holds,
  peel
} = require("./chunk-YCWXIPEZ.js");
const {
  directoryOf,
  standsAside
} = require("./chunk-Q3NCOY3T.js");

// src/code/go-implementers.ts
var DEEPEST = 8;
var STAND_IN = /^_?(?:mock|fake|stub|noop|nop|spy|dummy)|(?:mock|fake|stub)$/i;
function goImplementerOf(program, of) {
  const known2 = answers.get(program) ?? /* @__PURE__ */ new Map();
  answers.set(program, known2);
  const answer = known2.get(of.node);
  if (answer !== void 0) return answer ?? void 0;
  const found = onlyOne(program, of);
  known2.set(of.node, found ?? null);
  return found;
}
var answers = /* @__PURE__ */ new WeakMap();
function onlyOne(program, of) {
  const asked = methodsAsked(program, of, DEEPEST);
  const [first, ...rest] = asked ?? [];
  if (!first) return void 0;
  const all = methodsOf(program);
  const found = (all.byName.get(first.name) ?? []).flatMap(({ owner, node }) => {
    const own = all.byOwner.get(owner);
    const hasAll = isSame(first, node) && rest.every((one) => isSame(one, own?.methods.get(one.name)));
    return own?.struct && hasAll && !holdsOne(program, own.struct, of) ? [own.struct] : [];
  });
  const made = found.length > 1 ? found.filter((struct) => isMade(program, struct, of)) : found;
  return made.length === 1 ? made[0] : void 0;
}
function holdsOne(program, { file, node }, of) {
  return node.members.some((one) => one.kind === "field" && isType(program, file, one.type, of));
}
function isType(program, file, written, of) {
  const type = written && resolveType(program, file, written);
  return type?.kind === "type" && type.node === of.node;
}
function isMade(program, { file, node: struct }, of) {
  return [file, ...program.siblings(file)].some(
    (one) => one.body.some(
      (node) => node.kind === "function" && !node.receiver && resultsOf(node).some((type) => isType(program, one, type, of)) && holds(node.body, (inner) => inner.kind === "name" && inner.name === struct.name)
    )
  );
}
function resultsOf({ returns }) {
  return returns?.name === "tuple" ? returns.arguments : returns ? [returns] : [];
}
function methodsAsked(program, { file, node }, depth) {
  if (depth <= 0) return void 0;
  const found = [...node.type.members ?? []];
  for (const base of node.bases) {
    const above = resolveType(program, file, base);
    if (above?.kind !== "type") return void 0;
    const more = methodsAsked(program, above, depth - 1);
    if (!more) return void 0;
    found.push(...more);
  }
  return found.filter((one) => one.type?.name === "()");
}
function isSame({ type }, method) {
  const taken = method?.parameters.map((one) => shapeOf(one.type)) ?? [];
  const asked = type?.arguments.map(shapeOf) ?? [];
  return taken.length === asked.length && asked.every((one, index) => one === taken[index]);
}
function shapeOf(type) {
  if (!type) return "";
  const name = type.name.replace(/^\*/, "");
  return `${name.slice(name.lastIndexOf(".") + 1)}(${type.arguments.map(shapeOf).join()})`;
}
var methods = /* @__PURE__ */ new WeakMap();
function methodsOf(program) {
  const known2 = methods.get(program);
  if (known2) return known2;
  const byName = /* @__PURE__ */ new Map();
  const byOwner = /* @__PURE__ */ new Map();
  for (const file of program.files.values()) {
    if (file.language !== "go" || standsAside(file.path)) continue;
    for (const node of indexOf(file).classes) {
      if (node.name === void 0 || STAND_IN.test(node.name)) continue;
      const owner = ownerOf(byOwner, file, node.name);
      owner.struct = { file, node };
    }
    for (const node of file.body) {
      if (node.kind !== "function" || node.name === void 0 || !node.receiver?.type) continue;
      const name = node.receiver.type.name.replace(/^\*/, "");
      ownerOf(byOwner, file, name).methods.set(node.name, node);
      const list = byName.get(node.name) ?? [];
      byName.set(node.name, list);
      list.push({ owner: keyOf(file, name), node });
    }
  }
  const found = { byName, byOwner };
  methods.set(program, found);
  return found;
}
function ownerOf(byOwner, file, name) {
  const key = keyOf(file, name);
  const owner = byOwner.get(key) ?? { methods: /* @__PURE__ */ new Map() };
  byOwner.set(key, owner);
  return owner;
}
function keyOf({ path, packageName = "" }, name) {
  return `${directoryOf(path)}|${packageName}|${name}`;
}

// src/code/implementers.ts

var known = /* @__PURE__ */ new WeakMap();
function subclasses(program) {
  const before = known.get(program);
  if (before) return before;
  const found = /* @__PURE__ */ new Map();
  known.set(program, found);
  for (const file of program.files.values()) {
    if (file.language !== "typescript" || standsAside(file.path)) continue;
    for (const node of indexOf(file).classes) {
      for (const type of node.baseTypes) {
        const base = resolveType(program, file, type);
        if (base?.kind !== "type" && base?.kind !== "class") continue;
        const list = found.get(base.node);
        if (list) list.push({ file, node });
        else found.set(base.node, [{ file, node }]);
      }
    }
  }
  return found;
}

// src/code/calls.ts

var calleesOf = /* @__PURE__ */ new WeakMap();

function methodOf(program, of, name) {
  const own = of.node.members.find(
    (one) => one.kind === "function" && one.name === name && !one.isStatic && !one.isAbstract
  );
  if (own) return { file: of.file, node: own };
  const method = classMember(program, of, name);
  return method?.kind === "function" ? method : void 0;
}
var knownNames = /* @__PURE__ */ new WeakMap();

function argumentFor(call, fn, parameter) {
  const named = parameter.target.kind === "name" ? parameter.target.name : void 0;
  for (const argument of call.arguments) {
    if (argument.kind === "keyword" && argument.name === named) return argument.value;
  }
  const [first] = fn.parameters;
  const isBound = first?.target.kind === "name" && /^(?:self|cls)$/.test(first.target.name) && call.callee.kind === "member";
  const position = fn.parameters.indexOf(parameter) - (isBound ? 1 : 0);
  const given = call.arguments.filter((argument) => argument.kind !== "keyword");
  if (given.slice(0, position + 1).some((argument) => argument.kind === "spread")) return void 0;
  return given[position];
}
var knownCalls = /* @__PURE__ */ new WeakMap();

var MOST_CALLERS = 200;

function isOpen(program, { file, node }) {
  const callee = peel(node.callee);
  if (callee.kind !== "member") return false;
  const of = typeOf(program, { file, node: callee.object });
  return of === void 0;
}

module.exports = {
  calleeOf,
  argumentFor,
  callersOf
};
