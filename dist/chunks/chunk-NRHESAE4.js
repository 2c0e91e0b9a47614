"use strict";

// src/code/scopes.ts
var moduleScope = (function moduleScope(file) {
  const known = scopesOf.get(file);
  if (known) return known;
  const scope = bare(0, Number.POSITIVE_INFINITY, void 0, void 0);
  scopesOf.set(file, scope);
  bindAll(file, scope);
  for (const one of file.imports) {
    if (one.local === void 0) continue;
    const inner = one.deferred ? innermost(scope, one.start) : scope;
    const binding = { kind: "import", node: one };
    const others = inner.bindings.get(one.local);
    if (others) others.unshift(binding);
    else add(inner, one.local, binding);
  }
  return scope;
});
var scopeAt = (function scopeAt(file, offset) {
  return innermost(moduleScope(file), offset);
});
var bindingsAt = (function bindingsAt(file, name, offset) {
  for (let scope = scopeAt(file, offset), inner = true; scope; scope = scope.parent, inner = false) {
    if (scope.owner?.kind === "class" && !inner && file.language === "python") continue;
    const bindings = scope.bindings.get(name);
    if (bindings) return { bindings, scope };
  }
  return void 0;
});
var functionsAround = (function functionsAround(file, offset) {
  return ownersAround(file, offset).filter((owner) => owner.kind === "function");
});
var ownersAround = (function ownersAround(file, offset) {
  return ownersOf(scopeAt(file, offset));
});
var ownersOf = (function ownersOf(inner) {
  const owners = [];
  for (let scope = inner; scope; scope = scope.parent) {
    if (scope.owner && owners.at(-1) !== scope.owner) owners.push(scope.owner);
  }
  return owners;
});
var bare = (function bare(start, end, parent, owner) {
  return { start, end, parent, owner, children: NO_SCOPES, bindings: NO_BINDINGS, reassigned: NO_NAMES };
});
var open = (function open(walk, parent, start, end, owner) {
  const scope = bare(start, end, parent, owner);
  if (parent.children === NO_SCOPES) parent.children = [scope];
  else {
    if (start < (parent.children.at(-1)?.start ?? 0)) walk.mixed.add(parent);
    parent.children.push(scope);
  }
  return scope;
});
var innermost = (function innermost(scope, offset) {
  let inner = scope;
  for (; ; ) {
    const child = childAt(inner.children, offset);
    if (!child) return inner;
    inner = child;
  }
});
var childAt = (function childAt(children, offset) {
  let low = 0;
  let high = children.length - 1;
  while (low <= high) {
    const middle = low + high >> 1;
    const child = children[middle];
    if (!child) return void 0;
    if (offset < child.start) high = middle - 1;
    else if (offset >= child.end) low = middle + 1;
    else return child;
  }
  return void 0;
});
var add = (function add(scope, name, binding) {
  if (scope.bindings === NO_BINDINGS) scope.bindings = /* @__PURE__ */ new Map();
  const known = scope.bindings.get(name);
  if (known) known.push(binding);
  else scope.bindings.set(name, [binding]);
});
var bindAll = (function bindAll(file, scope) {
  const walk = { file, waiting: [], scopes: [], mixed: /* @__PURE__ */ new Set(), assigned: [] };
  const { waiting, scopes } = walk;
  later(walk, file.body, scope);
  for (let node = waiting.pop(); node; node = waiting.pop()) bind(walk, node, scopes.pop() ?? scope);
  for (const one of walk.mixed) one.children.sort((a, b) => a.start - b.start);
  for (const [from, name] of walk.assigned) reassign(from, name);
});
var later = (function later({ waiting, scopes }, nodes, scope) {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (!node) continue;
    waiting.push(node);
    scopes.push(scope);
  }
});
var laterChildren = (function laterChildren({ waiting, scopes }, node, scope) {
  push(waiting, node);
  while (scopes.length < waiting.length) scopes.push(scope);
});
var bind = (function bind(walk, node, scope) {
  switch (node.kind) {
    case "function":
      bindFunction(walk, node, scope);
      return;
    case "class":
      bindClass(walk, node, scope);
      return;
    case "declare":
      for (const bound of boundNames(node.target)) add(scope, bound.node.name, { kind: "value", node, bound });
      break;
    case "type":
      add(scope, node.name, { kind: "type", node });
      break;
    case "entry":
      if (node.computed) later(walk, [node.computed], scope);
      if (node.value.kind === "function") openFunction(walk, node.value, scope);
      else later(walk, [node.value], scope);
      return;
    case "assign":
      if (node.target.kind !== "member" && node.target.kind !== "index")
        for (const bound of boundNames(node.target)) walk.assigned.push([scope, bound.node.name]);
      break;
    case "loop": {
      const inner = blockIn(walk, scope, node);
      bindItems(node, node.target, node.iterated, inner);
      laterChildren(walk, node, inner);
      return;
    }
    case "comprehension": {
      const inner = open(walk, scope, node.start, node.end);
      for (const clause of node.clauses) bindItems(node, clause.target, clause.iterated, inner);
      laterChildren(walk, node, inner);
      return;
    }
    case "block":
      later(walk, node.body, blockIn(walk, scope, node));
      return;
    case "with":
      for (const item of node.items) bindItems(node, item.target, item.value, scope);
      break;
    case "if":
      later(walk, [node.test], scope);
      laterBlock(walk, node.consequent, scope);
      laterBlock(walk, node.alternate, scope);
      return;
    case "try":
      bindTry(walk, node, scope);
      return;
  }
  laterChildren(walk, node, scope);
});
var bindTry = (function bindTry(walk, node, scope) {
  laterBlock(walk, node.body, scope);
  for (const handler of node.handlers) {
    const inner = blockIn(walk, scope, handler);
    bindItems(handler, handler.target, void 0, inner);
    later(walk, [...handler.types, ...handler.body], inner);
  }
  laterBlock(walk, node.otherwise, scope);
  laterBlock(walk, node.finalizer, scope);
});
var blockIn = (function blockIn(walk, scope, node) {
  return walk.file.language === "python" ? scope : open(walk, scope, node.start, node.end);
});
var laterBlock = (function laterBlock(walk, body, scope) {
  const [first] = body;
  const last = body.at(-1);
  if (first && last) later(walk, body, blockIn(walk, scope, { start: first.start, end: last.end }));
});
var bindFunction = (function bindFunction(walk, node, scope) {
  if (node.name !== void 0 && !node.receiver && scope.owner?.kind !== "class")
    add(scope, node.name, { kind: "function", node });
  openFunction(walk, node, scope);
});
var openFunction = (function openFunction(walk, node, scope) {
  const inner = open(walk, scope, node.start, node.end, node);
  if (node.receiver) bindParameter(node.receiver, node, inner);
  for (const parameter of node.parameters) bindParameter(parameter, node, inner);
  laterChildren(walk, node, inner);
});
var bindParameter = (function bindParameter(node, owner, scope) {
  for (const bound of boundNames(node.target)) add(scope, bound.node.name, { kind: "parameter", node, owner, bound });
});
var bindClass = (function bindClass(walk, node, scope) {
  if (node.name !== void 0) add(scope, node.name, { kind: "class", node });
  laterChildren(walk, node, open(walk, scope, node.start, node.end, node));
});
var bindItems = (function bindItems(node, target, of, scope) {
  if (!target) return;
  for (const bound of boundNames(target)) add(scope, bound.node.name, { kind: "item", node, bound, ...of && { of } });
});

// src/code/definitions.ts
var definitionOf = (function definitionOf(program, { file, node }, steps = LONGEST) {
  const inner = peel(node);
  if (steps <= 0) return unknown("the chain of names is too long");
  if (inner.kind === "name") return nameDefinition(program, file, inner.name, inner.start, steps - 1);
  if (inner.kind === "member") {
    const object = definitionOf(program, { file, node: inner.object }, steps - 1);
    return memberDefinition(program, object, inner.property, steps - 1);
  }
  const loaded = inner.kind === "call" ? loadedDefinition(program, file, inner, steps) : void 0;
  return loaded ?? { kind: "expression", file, node: inner };
});
var nameDefinition = (function nameDefinition(program, file, name, offset, steps = LONGEST) {
  if (steps <= 0) return unknown("the chain of names is too long");
  if (name === "this" && file.language !== "go") {
    const found2 = thisAround(file, offset);
    return found2 && "class" in found2 ? { kind: "class", file, node: found2.class } : unknown("this belongs to no class");
  }
  const found = bindingsAt(file, name, offset);
  const own = file.language === "python" && found ? ownClass(file, found.bindings) : void 0;
  if (own) return { kind: "class", file, node: own };
  if (found) return bindingDefinition(program, file, found.bindings, found.scope, name, steps);
  return packageName(program, file, name, steps) ?? starImport(program, file, name, steps) ?? { kind: "global", path: [name] };
});
var packageName = (function packageName(program, file, name, steps) {
  if (file.language !== "go") return void 0;
  for (const sibling of program.siblings(file)) {
    const bindings = moduleScope(sibling).bindings.get(name);
    if (bindings?.some((binding) => binding.kind !== "import"))
      return bindingDefinition(program, sibling, bindings, moduleScope(sibling), name, steps);
  }
  return void 0;
});
var starImport = (function starImport(program, file, name, steps, looked = /* @__PURE__ */ new Set([file])) {
  if (file.language !== "python") return void 0;
  for (const one of file.imports) {
    if (one.name !== "*" || one.local !== void 0) continue;
    const target = program.target(file, one.from);
    if (target.kind !== "files") continue;
    const found = exportDefinition(program, target.files, name, steps - 1, looked);
    if (found) return found;
  }
  return void 0;
});
var bindingDefinition = (function bindingDefinition(program, file, all, scope, name, steps) {
  const values = all.filter((one) => one.kind !== "type");
  const bindings = values.length > 0 ? values : all;
  const [first] = bindings;
  if (!first) return unknown("it is bound nowhere");
  if (first.kind === "import") return importDefinition(program, file, first.node, steps);
  const last = bindings.at(-1) ?? first;
  const chosen = bindings.every((one) => one.kind === "function") ? last : first;
  if (chosen.kind === "value" && (bindings.length > 1 || scope.reassigned.has(name) && !chosen.node.isConstant))
    return unknown("it is given different values");
  switch (chosen.kind) {
    case "function":
    case "class":
    case "type":
      return { kind: chosen.kind, file, node: chosen.node };
    case "parameter":
      return { kind: "parameter", file, node: chosen.node, owner: chosen.owner, path: chosen.bound.path };
    case "item":
      return { kind: "item", file, path: chosen.bound.path, ...chosen.of && { of: chosen.of } };
    case "value":
      return valueDefinition(program, file, chosen.node, chosen.bound, steps);
    default:
      return importDefinition(program, file, chosen.node, steps);
  }
});
var valueDefinition = (function valueDefinition(program, file, declare, bound, steps) {
  if (!declare.value) return { kind: "expression", file, node: bound.node, declare };
  const value = peel(declare.value);
  if (bound.path.length === 0) {
    if (value.kind === "function" || value.kind === "class")
      return { kind: value.kind, file, node: value };
    if (value.kind !== "name" && value.kind !== "member")
      return { kind: "expression", file, node: declare.value, declare };
    return definitionOf(program, { file, node: value }, steps - 1);
  }
  let found = definitionOf(program, { file, node: value }, steps - 1);
  for (const part of bound.path) found = memberDefinition(program, found, String(part), steps - 1);
  return found;
});
var importDefinition = (function importDefinition(program, file, one, steps) {
  const target = program.target(file, one.from);
  if (target.kind === "package") return { kind: "external", package: target.name, path: externalPath(one.name, file) };
  if (target.kind === "missing") return unknown(`the module ${one.from} is not in the repository`);
  const { name } = one;
  if (name === void 0 || name === "*") return { kind: "module", files: target.files };
  const found = exportDefinition(program, target.files, name, steps - 1);
  if (found) return found;
  const inside = file.language === "python" ? program.target(file, submodule(one.from, name)) : void 0;
  if (inside?.kind === "files") return { kind: "module", files: inside.files };
  if (name === "=") return { kind: "module", files: target.files };
  return unknown(`${one.from} exports no ${name}`);
});
var externalPath = (function externalPath(name, file) {
  if (name === void 0 || name === "*" || name === "=") return [];
  return name === "default" && file.language !== "python" ? [] : [name];
});
var exportDefinition = (function exportDefinition(program, files, name, steps = LONGEST, looked = /* @__PURE__ */ new Set()) {
  if (steps <= 0) return void 0;
  for (const file of files) {
    if (looked.has(file)) continue;
    looked.add(file);
    const found = file.language === "python" || file.language === "go" ? topLevel(program, file, name, steps, looked) : moduleExport(program, file, name, steps, looked);
    if (found) return found;
  }
  return void 0;
});
var memberDefinition = (function memberDefinition(program, of, property, steps = LONGEST) {
  if (steps <= 0) return unknown("the chain of names is too long");
  switch (of.kind) {
    case "external":
      return { ...of, path: property === "default" ? of.path : [...of.path, property] };
    case "global":
      return { kind: "global", path: [...of.path, property] };
    case "module":
      return moduleMember(program, of.files, property, steps);
    case "class":
      return classMember(program, of, property, steps) ?? unknown(`${of.node.name ?? "the class"} has no ${property}`);
    case "expression":
      return expressionMember(program, of, property, steps);
    case "field": {
      const { value } = of.node;
      return of.file.language === "python" && value?.kind === "call" ? expressionMember(program, { file: of.file, node: value }, property, steps) : unknown("its value is not known");
    }
    default:
      return unknown("its value is not known");
  }
});
var expressionMember = (function expressionMember(program, of, property, steps) {
  const value = peel(of.node);
  if (value.kind === "object") {
    for (const entry of [...value.entries].reverse()) {
      if (entry.kind === "entry" && entry.key === property) return definitionIn(program, of.file, entry.value, steps);
      if (entry.kind === "spread") {
        const spread = definitionOf(program, { file: of.file, node: entry.value }, steps - 1);
        const found = memberDefinition(program, spread, property, steps - 1);
        if (found.kind !== "unknown") return found;
      }
    }
    return unknown(`the object has no ${property}`);
  }
  if (value.kind === "array") {
    const element = value.elements[Number(property)];
    if (element) return definitionIn(program, of.file, element, steps);
  }
  if (value.kind === "call") {
    const made = classOfNew(program, of.file, value, steps);
    if (made) return classMember(program, made, property, steps) ?? unknown(`the class has no ${property}`);
    if (CHECKED.test(property) && checksEnvironment(value)) return { kind: "expression", file: of.file, node: value };
    const given = of.file.language === "python" ? onlyReturn(program, of.file, value, steps) : void 0;
    if (given) return memberDefinition(program, given, property, steps - 1);
  }
  return unknown("its value is not known");
});
var classOfNew = (function classOfNew(program, file, call, steps = LONGEST) {
  if (!call.isNew && file.language !== "python") return void 0;
  const made = definitionOf(program, { file, node: call.callee }, steps - 1);
  return made.kind === "class" ? made : void 0;
});
var classMember = (function classMember(program, of, property, steps = LONGEST) {
  if (steps <= 0) return void 0;
  const { file, node } = of;
  for (const member of node.members) {
    if (member.kind === "function" && member.name === property && !member.isAbstract)
      return { kind: "function", file, node: member };
    if (member.kind === "field" && member.name === property) {
      const value = member.value && peel(member.value);
      if (value?.kind === "function") return { kind: "function", file, node: value };
      return { kind: "field", file, node: member, owner: node };
    }
    if (member.kind === "class" && member.name === property) return { kind: "class", file, node: member };
  }
  const constructed = constructorMember(of, property);
  if (constructed) return constructed;
  const method = file.language === "go" ? goMethod(program, of, property) : void 0;
  if (method) return method;
  for (const base of node.bases) {
    const above = definitionOf(program, { file, node: baseOf(base) }, steps - 1);
    if (above.kind === "class" && above.node !== node) {
      const found = classMember(program, above, property, steps - 1);
      if (found) return found;
    }
  }
  return void 0;
});
var baseOf = (function baseOf(base) {
  return base.kind === "call" ? base.arguments[0] ?? base : base;
});
var constructorMember = (function constructorMember(of, property) {
  const { file, node } = of;
  const maker = node.members.find(
    (member) => member.kind === "function" && (member.name === "constructor" || member.name === "__init__")
  );
  if (!maker) return void 0;
  const parameter = maker.parameters.find(
    (one) => one.isProperty && one.target.kind === "name" && one.target.name === property
  );
  if (parameter) return { kind: "parameter", file, node: parameter, owner: maker, path: [] };
  for (const statement of maker.body) {
    const value = statement.kind === "expression" ? statement.value : void 0;
    if (value?.kind !== "assign" || value.target.kind !== "member" || value.target.property !== property) continue;
    const { object } = value.target;
    if (object.kind === "name" && (object.name === "this" || object.name === "self"))
      return { kind: "expression", file, node: value.value };
  }
  return void 0;
});
var unknown = (function unknown(because) {
  return { kind: "unknown", because };
});
var externalName = (function externalName(definition) {
  return definition.kind === "external" ? [definition.package, ...definition.path].join(".") : void 0;
});

// src/code/written-types.ts
var resolveType = (function resolveType(program, file, type, steps = LONGEST2) {
  const known = meanings.get(program) ?? /* @__PURE__ */ new Map();
  meanings.set(program, known);
  const meaning = known.get(type) ?? findMeaning(program, file, type, steps);
  if (meaning) known.set(type, meaning);
  return meaning;
});
var findMeaning = (function findMeaning(program, file, type, steps) {
  if (steps <= 0) return void 0;
  const bare2 = type.name.replace(/^\*/, "");
  if (WRAPPERS.has(bare2) && type.arguments[0]) return resolveType(program, file, type.arguments[0], steps - 1);
  if (bare2 === "|") {
    const some = type.arguments.filter((one) => one.name !== "null" && one.name !== "None");
    return some.length === 1 && some[0] ? resolveType(program, file, some[0], steps - 1) : void 0;
  }
  if (bare2 === "&") {
    for (const one of type.arguments) {
      const found2 = resolveType(program, file, one, steps - 1);
      if (found2) return found2;
    }
    return void 0;
  }
  if (bare2 === "{}") return { kind: "object", file, type };
  if (bare2 === "[]" || bare2 === "()" || bare2 === "?" || bare2 === "literal" || bare2 === "typeof")
    return bare2 === "[]" ? { kind: "builtin", name: "[]", arguments: type.arguments, file } : void 0;
  const isTyped = file.language === "typescript";
  if (isTyped && SILENT.test(bare2)) return void 0;
  const [first = "", ...rest] = bare2.split(".");
  let found = nameDefinition(program, file, first, type.start, steps - 1);
  const constraint = found.kind === "global" && isTyped ? typeParameterAt(file, first, type.start) : void 0;
  if (constraint !== void 0) return constraint ? resolveType(program, file, constraint, steps - 1) : void 0;
  for (const part of rest) found = partOf(program, found, part, steps - 1);
  return declaredType(program, file, found, type.arguments, steps - 1);
});
var declaredType = (function declaredType(program, file, found, given, steps) {
  switch (found.kind) {
    case "class":
      return { kind: "class", file: found.file, node: found.node, arguments: given };
    case "external":
      return { kind: "external", package: found.package, path: found.path, arguments: given, file };
    case "global":
      return { kind: "builtin", name: found.path.join("."), arguments: given, file };
    case "type": {
      const alias = found.node.type;
      if (alias.name === "{}" || found.node.bases.length > 0)
        return { kind: "type", file: found.file, node: found.node, arguments: given };
      return resolveType(program, found.file, alias, steps - 1);
    }
    case "expression":
      return void 0;
    default:
      return void 0;
  }
});
const {
  boundNames
} = require("./chunk-5D3HAFLZ.js");
const {
  pathOf,
  peel,
  push
} = require("./chunk-YCWXIPEZ.js");

// src/code/scopes.ts
var NO_SCOPES = [];
var NO_BINDINGS = /* @__PURE__ */ new Map();
var NO_NAMES = /* @__PURE__ */ new Set();
var scopesOf = /* @__PURE__ */ new WeakMap();




var thisOf = /* @__PURE__ */ new WeakMap();
function thisAround(file, offset) {
  const scope = scopeAt(file, offset);
  const known = thisOf.get(scope) ?? thisIn(scope) ?? "none";
  thisOf.set(scope, known);
  return known === "none" ? void 0 : known;
}
function thisIn(scope) {
  const [inner, outer] = ownersOf(scope).filter((owner) => owner.kind === "class" || !owner.isArrow);
  if (!inner) return void 0;
  if (inner.kind === "class") return { class: inner };
  const own = inner.parameters.find((one) => one.target.kind === "name" && one.target.name === "this")?.type;
  if (own) return { type: own };
  const isMember = outer?.kind === "class" && outer.members.some((one) => one === inner || one.kind === "field" && one.value && peel(one.value) === inner);
  return isMember ? { class: outer } : void 0;
}
function typeParameterAt(file, name, offset) {
  const aliases = file.body.filter((one) => one.kind === "type" && one.start <= offset && offset <= one.end);
  for (const owner of [...ownersAround(file, offset), ...aliases]) {
    const found = owner.typeParameters?.find((one) => one.name === name);
    if (found) return found.constraint ?? null;
  }
  return void 0;
}
function classAround(file, offset) {
  for (let scope = scopeAt(file, offset); scope; scope = scope.parent)
    if (scope.owner?.kind === "class") return scope.owner;
  return void 0;
}







function binderOf(from, name) {
  for (let scope = from; scope; scope = scope.parent) if (scope.bindings.has(name)) return scope;
  return void 0;
}

function reassign(from, name) {
  const scope = binderOf(from, name);
  if (!scope) return;
  if (scope.reassigned === NO_NAMES) scope.reassigned = /* @__PURE__ */ new Set();
  scope.reassigned.add(name);
}












// src/code/definitions.ts
var LONGEST = 24;

function loadedDefinition(program, file, call, steps) {
  const { callee } = call;
  const [first] = call.arguments;
  if (callee.kind !== "name" || callee.name !== "require" && callee.name !== "import") return void 0;
  if (file.language === "python" || file.language === "go" || call.isNew) return void 0;
  if (first?.kind !== "literal" || typeof first.value !== "string") return void 0;
  if (callee.name === "require" && bindingsAt(file, "require", call.start)) return void 0;
  const { start, end } = call;
  const name = callee.name === "require" ? "=" : "*";
  return importDefinition(
    program,
    file,
    { from: first.value, name, typeOnly: false, deferred: true, start, end },
    steps
  );
}

function ownClass(file, bindings) {
  const [binding] = bindings;
  if (binding?.kind !== "parameter" || binding.owner.parameters[0] !== binding.node || binding.owner.isStatic)
    return void 0;
  const { target } = binding.node;
  const isOwn = target.kind === "name" && (target.name === "self" || target.name === "cls");
  return isOwn ? classAround(file, binding.owner.start) : void 0;
}





function submodule(from, name) {
  return /^\.+$/.test(from) ? `${from}${name}` : `${from}.${name}`;
}


function topLevel(program, file, name, steps, looked) {
  const scope = moduleScope(file);
  const bindings = scope.bindings.get(name);
  if (bindings) return bindingDefinition(program, file, bindings, scope, name, steps);
  return starImport(program, file, name, steps, looked);
}
function moduleExport(program, file, name, steps, looked) {
  const own = file.exports.findLast((one) => one.name === name && !(one.name === "*" && one.local === void 0));
  if (own) return exported(program, file, own, steps);
  const whole = file.exports.findLast((one) => one.name === "=");
  if (whole && name === "default") return exported(program, file, whole, steps);
  if (name === "=") {
    const main = file.exports.find((one) => one.name === "default");
    if (main && !file.exports.some((one) => one.name !== "default")) return exported(program, file, main, steps);
    return void 0;
  }
  if (whole) {
    const given = memberDefinition(program, exported(program, file, whole, steps), name, steps - 1);
    if (given.kind !== "unknown") return given;
  }
  return name === "default" ? void 0 : starExport(program, file, name, steps, looked);
}
function starExport(program, file, name, steps, looked) {
  const outside = [];
  for (const star of file.exports) {
    if (star.name !== "*" || star.from === void 0 || star.local !== void 0) continue;
    const target = program.target(file, star.from);
    if (target.kind !== "files") {
      outside.push(target);
      continue;
    }
    const found = exportDefinition(program, target.files, name, steps - 1, looked);
    if (found) return found;
  }
  const [only, ...more] = outside;
  return only?.kind === "package" && more.length === 0 ? { kind: "external", package: only.name, path: [name] } : void 0;
}
function exported(program, file, one, steps) {
  if (one.value) {
    const value = peel(one.value);
    if (value.kind === "function" || value.kind === "class")
      return { kind: value.kind, file, node: value };
    return definitionOf(program, { file, node: value }, steps - 1);
  }
  const local = one.local ?? one.name;
  if (one.from === void 0) return nameDefinition(program, file, local, Number.MAX_SAFE_INTEGER, steps - 1);
  const target = program.target(file, one.from);
  if (target.kind === "package") return { kind: "external", package: target.name, path: externalPath(local, file) };
  if (target.kind === "missing") return unknown(`the module ${one.from} is not in the repository`);
  if (local === "*") return { kind: "module", files: target.files };
  return exportDefinition(program, target.files, local, steps - 1) ?? unknown(`${one.from} exports no ${local}`);
}

function moduleMember(program, files, property, steps) {
  const found = exportDefinition(program, files, property, steps - 1);
  if (found) return found;
  const [file] = files;
  const inside = file?.language === "python" ? program.target(file, `.${property}`) : void 0;
  if (inside?.kind === "files") return { kind: "module", files: inside.files };
  return unknown(`the module exports no ${property}`);
}

var CHECKED = /^(?:data|value)$/;
function checksEnvironment({ callee, arguments: [first] }) {
  return callee.kind === "member" && /^(?:safeParse|safeParseAsync|validate)$/.test(callee.property) && first !== void 0 && pathOf(first)?.join(".") === "process.env";
}
function onlyReturn(program, file, call, steps) {
  const callee = definitionOf(program, { file, node: call.callee }, steps - 1);
  if (callee.kind !== "function") return void 0;
  const body = callee.node.body.filter((one) => one.kind !== "expression" || one.value.kind !== "literal");
  const [only] = body;
  if (body.length !== 1 || only?.kind !== "return" || !only.value) return void 0;
  return definitionOf(program, { file: callee.file, node: only.value }, steps - 1);
}
function definitionIn(program, file, node, steps) {
  const value = peel(node);
  if (value.kind === "function" || value.kind === "class") return { kind: value.kind, file, node: value };
  return definitionOf(program, { file, node: value }, steps - 1);
}




function goMethod(program, of, property) {
  for (const file of [of.file, ...program.siblings(of.file)]) {
    for (const one of file.body) {
      if (one.kind !== "function" || one.name !== property || !one.receiver?.type) continue;
      if (one.receiver.type.name.replace(/^\*/, "") === of.node.name) return { kind: "function", file, node: one };
    }
  }
  return void 0;
}



// src/code/written-types.ts
var LONGEST2 = 16;
var WRAPPERS = /* @__PURE__ */ new Set([
  "Promise",
  "Readonly",
  "Required",
  "NonNullable",
  "Partial",
  "Awaited",
  "Annotated",
  "Optional",
  "typing.Optional",
  "typing.Annotated",
  "Mapped",
  "Final",
  "ClassVar"
]);
var SILENT = /^(?:any|unknown|void|never|object|const|this|Object|Function|Pick|Omit|Exclude|Extract|ReturnType|InstanceType|Parameters|ConstructorParameters|ThisType)$/;
var meanings = /* @__PURE__ */ new WeakMap();
var NOWHERE = {
  path: "",
  language: "typescript",
  imports: [],
  exports: [],
  body: [],
  problems: [],
  directives: []
};


function partOf(program, of, part, steps) {
  if (of.kind === "external") return { ...of, path: [...of.path, part] };
  if (of.kind === "global") return { kind: "global", path: [...of.path, part] };
  if (of.kind === "module") {
    for (const file of of.files) {
      const found = nameDefinition(program, file, part, Number.MAX_SAFE_INTEGER, steps);
      if (found.kind !== "global") return found;
    }
  }
  return of.kind === "class" ? classMember(program, of, part) ?? { kind: "unknown", because: "" } : { kind: "unknown", because: "" };
}


module.exports = {
  moduleScope,
  bindingsAt,
  functionsAround,
  thisAround,
  classAround,
  definitionOf,
  nameDefinition,
  classOfNew,
  classMember,
  externalName,
  LONGEST: LONGEST2,
  NOWHERE,
  resolveType
};
