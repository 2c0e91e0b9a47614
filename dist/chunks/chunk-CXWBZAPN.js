"use strict";

// src/model/code/web/startup-checks.ts
var endsProgram = (function endsProgram(nodes, dead = NONE) {
  let ends = false;
  walk(nodes, (node) => {
    if (dead.has(node)) return false;
    if (node.kind === "throw") ends = true;
    if (node.kind === "call") {
      const name = calledName(node);
      if (name !== void 0 && ENDING.test(name)) ends = true;
    }
    return ends ? false : void 0;
  });
  return ends;
});
const {
  calleeOf
} = require("./chunk-J3MKVPJZ.js");
const {
  environmentRead
} = require("./chunk-3LC2HXQD.js");
const {
  definitionOf
} = require("./chunk-NRHESAE4.js");
const {
  holds,
  pathOf,
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");

// src/model/code/web/startup-checks.ts
var NONE = /* @__PURE__ */ new Set();
var CHECKING = /require|must|assert|ensure|mandatory|valid|check|verify|throw|need/i;
var ENDING = /^(?:exit|_exit|abort|kill|Fatal\w*|panic|Panic\w*|fail|die|bail)$|throw|fatal|exit/;
function checksIn(program, files, dead = NONE) {
  const names = /* @__PURE__ */ new Set();
  for (const file of files) {
    walk(file.body, (node) => {
      if (dead.has(node)) return false;
      if (node.kind === "if") addTest(names, node, dead);
      else if (node.kind === "call") addCall(names, program, file, node, dead);
      else if (node.kind === "binary" && endsProgram([node.right], dead)) addNames(names, [node.left]);
      else if (node.kind === "conditional" && endsProgram([node.consequent, node.alternate], dead))
        addNames(names, [node.test]);
      else if (node.kind === "array") addTexts(names, node.elements);
      else if (node.kind === "entry") addSchema(names, program, file, node);
      else if (node.kind === "field" && node.decorators.some(node.value ? refusesValue : isValidator))
        names.add(node.name);
      else if (node.kind === "class" && file.language === "python") addDemanded(names, node);
      return void 0;
    });
  }
  return { names };
}
function addTest(names, node, dead) {
  if (endsProgram([...node.consequent, ...node.alternate], dead)) addNames(names, [node.test]);
}

function addCall(names, program, file, node, dead) {
  const name = calledName(node);
  const isCheck = name !== void 0 && (CHECKING.test(name) || pathOf(node.callee)?.[0] === "assert");
  if (!isCheck || isOfTokens(program, file, node)) return;
  if (dead !== NONE) {
    const body = calleeOf(program, { file, node })?.node.body;
    if (body && endsProgram(body) && !endsProgram(body, dead)) return;
  }
  addNames(names, node.arguments);
}
function isOfTokens(program, file, { callee }) {
  const tokens = /jwt|jsonwebtoken|jose|bcrypt|argon|crypto|passlib|token/i;
  if (pathOf(callee)?.some((part) => tokens.test(part))) return true;
  const of = callee.kind === "name" ? definitionOf(program, { file, node: callee }) : void 0;
  return of?.kind === "external" && tokens.test(of.package);
}
function calledName(node) {
  return pathOf(node.callee)?.at(-1) ?? (node.callee.kind === "member" ? node.callee.property : void 0);
}
function addNames(names, nodes) {
  walk(nodes, (node) => {
    if (node.kind === "name") names.add(node.name);
    else if (node.kind === "member") names.add(node.property);
    else if (node.kind === "literal" && typeof node.value === "string") names.add(node.value);
    return node.kind === "function" ? false : void 0;
  });
}
function addTexts(names, elements) {
  for (const one of elements) if (one.kind === "literal" && typeof one.value === "string") names.add(one.value);
}
function addSchema(names, program, file, node) {
  const value = peel(node.value);
  if (node.key === void 0 || value.kind !== "call" || environmentRead(program, { file, node: value })) return;
  if (!/^(?:z|zod|Joi|joi|yup|v|t|S|str|string|envalid|Type|makeValidator|host|url)$/.test(root(value))) return;
  const hasDefault = holds(
    [value],
    (one) => one.kind === "member" && /^(?:default|catch|prefault|optional|nullish)$/.test(one.property) || one.kind === "entry" && /^(?:devD|d)efault$/.test(one.key ?? "")
  );
  if (!hasDefault) names.add(node.key);
}
function root(node) {
  let inner = peel(node);
  while (inner.kind === "call" || inner.kind === "member")
    inner = peel(inner.kind === "call" ? inner.callee : inner.object);
  return inner.kind === "name" ? inner.name : "";
}
function addDemanded(names, node) {
  if (!node.bases.some((base) => /Settings$|Config$/.test(pathOf(base)?.at(-1) ?? ""))) return;
  for (const one of node.members) if (one.kind === "field" && one.type && !one.value) names.add(one.name);
}
function refusesValue(decorator) {
  const name = pathOf(decorator.kind === "call" ? decorator.callee : decorator)?.at(-1);
  return isValidator(decorator) && !/^Is(?:String|Optional|NotEmpty|Defined)$/.test(name ?? "");
}
function isValidator(decorator) {
  const name = pathOf(decorator.kind === "call" ? decorator.callee : decorator)?.at(-1);
  return name !== void 0 && /^(?:Is|Min|Max|Length|Matches)/.test(name);
}

module.exports = {
  checksIn,
  endsProgram
};
