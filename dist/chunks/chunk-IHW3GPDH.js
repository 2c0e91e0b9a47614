"use strict";

// src/code/file-index.ts
var indexOf = (function indexOf(file) {
  const found = known.get(file);
  if (found) return found;
  const index = read(file);
  known.set(file, index);
  return index;
});
var callsSome = (function callsSome(file, matches) {
  return some(indexOf(file).callsByName.keys(), matches);
});
var some = (function some(words, matches) {
  for (const word of words) if (matches(word)) return true;
  return false;
});
var calledName = (function calledName({ callee }) {
  const inner = peel(callee);
  return inner.kind === "member" ? inner.property : inner.kind === "name" ? inner.name : void 0;
});
var read = (function read({ body, imports, exports }) {
  const index = {
    calls: [],
    callsByName: /* @__PURE__ */ new Map(),
    functions: [],
    objects: [],
    givenNames: /* @__PURE__ */ new Map(),
    classes: [],
    branches: [],
    alternatives: [],
    words: /* @__PURE__ */ new Set(),
    declared: /* @__PURE__ */ new Set(),
    texts: /* @__PURE__ */ new Set(),
    numbers: /* @__PURE__ */ new Set()
  };
  for (const { local } of imports) if (local !== void 0) index.declared.add(local);
  for (const { name } of exports) index.declared.add(name);
  let outermost;
  const isInFunction = ({ start }) => outermost !== void 0 && outermost.start <= start && start < outermost.end;
  walk(body, (node) => {
    if (node.kind === "function" && !isInFunction(node)) outermost = node;
    if (node.kind === "class" && !isInFunction(node)) index.classes.push(node);
    add(index, node);
    return void 0;
  });
  return index;
});
var add = (function add(index, node) {
  switch (node.kind) {
    case "name":
    case "keyword":
      index.words.add(node.name);
      return;
    case "member":
      index.words.add(node.property);
      return;
    case "entry":
      declare(index, node.key);
      if (node.key !== void 0) nameGiven(index, node.key, node.value);
      return;
    case "function":
      index.functions.push(node);
      declare(index, node.name);
      return;
    case "field":
      declare(index, node.name);
      nameGiven(index, node.name, node.value);
      return;
    case "class":
      declare(index, node.name);
      return;
    case "declare":
      if (node.target.kind === "name") {
        index.declared.add(node.target.name);
        nameGiven(index, node.target.name, node.value);
      } else for (const bound of boundNames(node.target)) index.declared.add(bound.node.name);
      return;
    case "assign":
      if (node.target.kind !== "member" && node.target.kind !== "name") return;
      nameGiven(index, node.target.kind === "member" ? node.target.property : node.target.name, node.value);
      index.declared.add(node.target.kind === "member" ? node.target.property : node.target.name);
      return;
    case "literal":
      if (typeof node.value === "string") index.texts.add(node.value);
      else if (typeof node.value === "number") index.numbers.add(node.value);
      return;
    case "template":
      for (const part of node.parts) if (typeof part === "string") index.texts.add(part);
      return;
    case "object":
      index.objects.push(node);
      return;
    case "call":
      addCall(index, node);
      return;
    case "if":
    case "conditional":
      index.branches.push(node);
      return;
    case "binary":
      if (node.operator === "&&") index.branches.push(node);
      else if (node.operator === "||" || node.operator === "??") index.alternatives.push(node);
  }
});
var nameGiven = (function nameGiven(index, name, value) {
  const inner = value && peel(value);
  if (inner?.kind === "function" && inner.name === void 0) index.givenNames.set(inner, name);
});
var declare = (function declare({ words, declared }, name) {
  if (name === void 0) return;
  words.add(name);
  declared.add(name);
});
var addCall = (function addCall({ calls, callsByName: callsByName2 }, node) {
  calls.push(node);
  const name = calledName(node);
  if (name === void 0) return;
  const list = callsByName2.get(name);
  if (list) list.push(node);
  else callsByName2.set(name, [node]);
});

// src/code/implementers.ts
var implementerOf = (function implementerOf(program, of) {
  if (of.kind !== "type" && of.kind !== "class") return void 0;
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
  const known3 = calleesOf.get(program) ?? /* @__PURE__ */ new Map();
  calleesOf.set(program, known3);
  const answer = known3.get(at.node);
  if (answer !== void 0) return answer ?? void 0;
  const found = findCallee(program, at);
  known3.set(at.node, found ?? null);
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
  const known3 = knownNames.get(program);
  if (known3) return known3;
  const names = /* @__PURE__ */ new Set();
  for (const file of program.files.values()) for (const name of indexOf(file).declared) names.add(name);
  knownNames.set(program, names);
  return names;
});
var callsByName = (function callsByName(program) {
  const known3 = knownCalls.get(program);
  if (known3) return known3;
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
  boundNames,
  classMember,
  definitionOf,
  resolveType,
  typeOf
} = require("./chunk-7CKNGPMC.js");
const {
  peel,
  walk
} = require("./chunk-MG4ZZ42C.js");
const {
  standsAside
} = require("./chunk-TLLKFDCB.js");

// src/code/file-index.ts
var known = /* @__PURE__ */ new WeakMap();










// src/code/implementers.ts

var known2 = /* @__PURE__ */ new WeakMap();
function subclasses(program) {
  const before = known2.get(program);
  if (before) return before;
  const found = /* @__PURE__ */ new Map();
  known2.set(program, found);
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
  indexOf,
  callsSome,
  some,
  calledName,
  calleeOf,
  argumentFor,
  callersOf
};
