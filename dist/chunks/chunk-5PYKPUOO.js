"use strict";

// src/code/types.ts
var typeOf = (function typeOf(program, at, steps = LONGEST) {
  if (steps <= 0) return void 0;
  const known = answersOf(program);
  const answer = known.get(at.node);
  if (answer !== void 0) return answer ?? void 0;
  const found = findType(program, at, steps) ?? program.deepTypeOf?.(at);
  if (found || steps === LONGEST) known.set(at.node, found ?? null);
  return found;
});
var answersOf = (function answersOf(program) {
  const known = answers.get(program) ?? /* @__PURE__ */ new Map();
  answers.set(program, known);
  return known;
});
var findType = (function findType(program, { file, node }, steps) {
  if (node.kind === "cast" && node.type) {
    const cast = resolveType(program, file, node.type, steps - 1);
    if (cast) return cast;
  }
  const inner = peel(node);
  switch (inner.kind) {
    case "name":
      if (inner.name === "this") {
        const found = thisAround(file, inner.start);
        if (!found) return void 0;
        if ("type" in found) return resolveType(program, file, found.type, steps - 1);
        return { kind: "class", file, node: found.class, arguments: [] };
      }
      return saidType(program, file, inner, steps - 1) ?? ofDefinition(program, nameDefinition(program, file, inner.name, inner.start), steps - 1) ?? (file.language === "go" && !bindingsAt(file, inner.name, inner.start) ? variableType(program, program.siblings(file), inner.name, steps - 1) : void 0);
    case "member": {
      const object = typeOf(program, { file, node: inner.object }, steps - 1);
      const member = object && typeMember(program, object, inner.property, steps - 1);
      const found = member ?? ofDefinition(program, definitionOf(program, { file, node: inner }), steps - 1);
      if (found || object) return found;
      const module = definitionOf(program, { file, node: inner.object });
      return module.kind === "module" ? variableType(program, module.files, inner.property, steps - 1) : void 0;
    }
    case "call":
      return ofCall(program, { file, node: inner }, steps - 1);
    case "unary":
      return inner.operator === "&" || inner.operator === "*" ? typeOf(program, { file, node: inner.value }, steps - 1) : void 0;
    case "binary":
      return inner.operator === "||" || inner.operator === "??" ? eitherOf(program, file, inner.left, inner.right, steps - 1) : void 0;
    case "conditional":
      return chosenOf(program, file, inner, steps - 1);
    default:
      return void 0;
  }
});
var saidType = (function saidType(program, file, name, steps) {
  const [binding] = bindingsAt(file, name.name, name.start)?.bindings ?? [];
  if (binding?.kind !== "value" || binding.bound.path.length > 0) return void 0;
  const { type, value } = binding.node;
  const said = type ?? (value?.kind === "cast" ? value.type : void 0);
  return said && resolveType(program, file, said, steps);
});
var ofDefinition = (function ofDefinition(program, found, steps = LONGEST) {
  if (steps <= 0) return void 0;
  switch (found.kind) {
    case "parameter": {
      if (found.path.length === 0 && found.node.type)
        return resolveType(program, found.file, found.node.type, steps - 1);
      if (found.node.type && found.path.length > 0) {
        let type = resolveType(program, found.file, found.node.type, steps - 1);
        for (const part of found.path) type = type && typeMember(program, type, String(part), steps - 1);
        return type;
      }
      const own = found.owner.parameters[0] === found.node && classAround(found.file, found.owner.start);
      const { target, fallback } = found.node;
      if (own && target.kind === "name" && target.name === "self")
        return { kind: "class", file: found.file, node: own, arguments: [] };
      return fallback && typeOf(program, { file: found.file, node: fallback }, steps - 1);
    }
    case "field":
      if (found.node.type) return resolveType(program, found.file, found.node.type, steps - 1);
      return found.node.value && typeOf(program, { file: found.file, node: found.node.value }, steps - 1);
    case "expression":
      if (found.declare?.type) return resolveType(program, found.file, found.declare.type, steps - 1);
      return found.node.kind === "name" ? void 0 : typeOf(program, found, steps - 1);
    case "external":
      return { kind: "external", package: found.package, path: found.path, arguments: [], file: NOWHERE };
    case "class":
      return { kind: "class", file: found.file, node: found.node, arguments: [] };
    case "item": {
      const of = found.of && typeOf(program, { file: found.file, node: found.of }, steps - 1);
      return of && elementOf(program, of, found.path, steps - 1);
    }
    default:
      return void 0;
  }
});
var externalBase = (function externalBase(program, of, steps = LONGEST) {
  if (steps <= 0) return void 0;
  for (const type of of.node.baseTypes) {
    const base = resolveType(program, of.file, type, steps - 1);
    if (base?.kind === "external") return base;
    const above = base?.kind === "class" && base.node !== of.node ? externalBase(program, base, steps - 1) : void 0;
    if (above) return above;
  }
  for (const one of of.node.bases) {
    const base = definitionOf(program, { file: of.file, node: one }, steps - 1);
    if (base.kind === "external")
      return { kind: "external", package: base.package, path: base.path, arguments: [], file: of.file };
  }
  return void 0;
});
const {
  LONGEST,
  NOWHERE,
  bindingsAt,
  classAround,
  classMember,
  classOfNew,
  definitionOf,
  moduleScope,
  nameDefinition,
  resolveType,
  thisAround
} = require("./chunk-NRHESAE4.js");
const {
  peel
} = require("./chunk-YCWXIPEZ.js");

// src/code/types.ts

var answers = /* @__PURE__ */ new WeakMap();


function eitherOf(program, file, left, right, steps) {
  const first = typeOf(program, { file, node: left }, steps);
  const second = typeOf(program, { file, node: right }, steps);
  if (!first || !second) return first ?? second;
  return isSameType(first, second) ? first : void 0;
}
function chosenOf(program, file, node, steps) {
  const [first, second] = [node.consequent, node.alternate].map(peel);
  if (!first || !second) return void 0;
  if (first.kind === "literal" && first.value === null) return typeOf(program, { file, node: second }, steps);
  if (second.kind === "literal" && second.value === null) return typeOf(program, { file, node: first }, steps);
  const one = typeOf(program, { file, node: first }, steps);
  const other = one && typeOf(program, { file, node: second }, steps);
  return one && other && isSameType(one, other) ? one : void 0;
}
function isSameType(one, other) {
  if (one.kind === "class" || one.kind === "type") return other.kind === one.kind && other.node === one.node;
  if (one.kind === "external")
    return other.kind === "external" && one.package === other.package && one.path.join(".") === other.path.join(".");
  if (one.kind === "builtin") return other.kind === "builtin" && one.name === other.name;
  return other.kind === "object" && one.type === other.type;
}

function variableType(program, files, name, steps) {
  for (const file of files) {
    const [binding] = moduleScope(file).bindings.get(name) ?? [];
    if (binding?.kind !== "value" || binding.bound.path.length > 0) continue;
    return binding.node.type && resolveType(program, file, binding.node.type, steps);
  }
  return void 0;
}

function typeMember(program, of, property, steps = LONGEST) {
  if (steps <= 0) return void 0;
  if (of.kind === "class") {
    const member = classMember(program, of, property);
    if (member)
      return member.kind === "function" && member.node.accessor === "get" ? ofReturn(program, member, steps - 1) : ofDefinition(program, member, steps - 1);
    const base = externalBase(program, of, steps - 1);
    return base && { ...base, path: [...base.path, property], arguments: [] };
  }
  if (of.kind === "external") return { ...of, path: [...of.path, property], arguments: [] };
  const members = of.kind === "object" ? of.type.members : of.kind === "type" ? of.node.type.members : void 0;
  const field = members?.find((one) => one.name === property);
  if (field?.type && (of.kind === "object" || of.kind === "type"))
    return resolveType(program, of.file, field.type, steps - 1);
  if (of.kind !== "type") return void 0;
  for (const base of of.node.bases) {
    const above = resolveType(program, of.file, base, steps - 1);
    const found = above && typeMember(program, above, property, steps - 1);
    if (found) return found;
  }
  return void 0;
}

function elementOf(program, of, path, steps = LONGEST) {
  if (of.kind !== "builtin" && of.kind !== "external") return void 0;
  const [part, ...rest] = path;
  const isMap = of.kind === "builtin" && /^(?:Readonly)?Map$/.test(of.name);
  const given = of.arguments[isMap ? Number(part) : 0];
  let found = given && resolveType(program, of.file, given, steps - 1);
  for (const property of isMap ? rest : path) found = found && typeMember(program, found, String(property), steps - 1);
  return found;
}
function ofCall(program, { file, node }, steps) {
  const made = classOfNew(program, file, node, steps);
  if (made) return { kind: "class", file: made.file, node: made.node, arguments: node.typeArguments ?? [] };
  const provided = ofContainer(program, { file, node }, steps - 1);
  if (provided) return provided;
  const callee = definitionOf(program, { file, node: node.callee }, steps);
  if (callee.kind === "external") {
    const path = node.isNew || file.language === "python" && /^[A-Z]/.test(callee.path.at(-1) ?? "") ? callee.path : [...callee.path, "()"];
    return { kind: "external", package: callee.package, path, arguments: node.typeArguments ?? [], file };
  }
  if (callee.kind === "function") return ofReturn(program, callee, steps - 1);
  if (callee.kind === "class")
    return { kind: "class", file: callee.file, node: callee.node, arguments: node.typeArguments ?? [] };
  const type = typeOf(program, { file, node: node.callee }, steps - 1);
  if (type?.kind === "external") return { ...type, path: [...type.path, "()"], arguments: node.typeArguments ?? [] };
  return void 0;
}
var CONTAINERS = /* @__PURE__ */ new Set(["@nestjs/core", "@nestjs/common", "tsyringe", "typedi", "inversify"]);
function ofContainer(program, { file, node }, steps) {
  const callee = peel(node.callee);
  const [asked] = node.arguments;
  if (callee.kind !== "member" || callee.property !== "get" && callee.property !== "resolve" || !asked)
    return void 0;
  const wanted = definitionOf(program, { file, node: asked }, steps);
  if (wanted.kind !== "class" && wanted.kind !== "external") return void 0;
  const container = typeOf(program, { file, node: callee.object }, steps);
  return container?.kind === "external" && CONTAINERS.has(container.package) ? ofDefinition(program, wanted, steps) : void 0;
}
function ofReturn(program, { file, node }, steps) {
  if (node.returns) {
    const { name } = node.returns.name === "Promise" && node.returns.arguments[0] || node.returns;
    if (node.typeParameters?.some((one) => one.name === name)) return void 0;
    const declared = resolveType(program, file, node.returns, steps - 1);
    if (declared || file.language === "typescript" && name !== "any") return declared;
  }
  const returns = node.body.filter((statement) => statement.kind === "return");
  const [only] = returns;
  if (returns.length !== 1 || only?.kind !== "return" || !only.value) return void 0;
  return typeOf(program, { file, node: only.value }, steps - 1);
}

module.exports = {
  typeOf,
  externalBase
};
