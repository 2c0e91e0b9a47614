"use strict";

// src/code/startup/values.ts
var plain = (function plain(value) {
  return { kind: "plain", value };
});
var fields = (function fields(entries = [], isOpen = false) {
  return { kind: "fields", entries: new Map(entries), isOpen };
});
var stringOf = (function stringOf(value) {
  return value?.kind === "plain" && typeof value.value === "string" && !value.isPartial ? value.value : void 0;
});

// src/code/startup/members.ts
var itemsOf = (function itemsOf(value) {
  if (value.kind === "list") return value;
  if (value.kind !== "either") return void 0;
  const lists = value.values.map(itemsOf);
  const known2 = lists.filter((one) => one !== void 0);
  return known2.length === 0 ? void 0 : list(
    known2.flatMap((one) => one.elements),
    known2.length < lists.length || known2.some((one) => one.isOpen)
  );
});

// src/code/startup/patterns.ts
var bindPattern = (function bindPattern(run, pattern, value, scope) {
  spread(run, pattern, value, scope, (name, one) => scope.names.set(name, one));
});
var spread = (function spread(run, pattern, value, scope, bind) {
  switch (pattern.kind) {
    case "name":
      bind(pattern.name, value);
      return;
    case "cast":
      spread(run, pattern.value, value, scope, bind);
      return;
    case "default": {
      const isMissing = value.kind === "unknown" || value.kind === "plain" && value.value === null;
      spread(run, pattern.target, isMissing ? evaluate(run, pattern.value, scope) : value, scope, bind);
      return;
    }
    case "object": {
      const taken = /* @__PURE__ */ new Set();
      for (const entry of pattern.entries) {
        if (entry.kind === "spread") {
          spread(run, entry.value, restOf(value, taken), scope, bind);
          continue;
        }
        if (entry.key !== void 0) taken.add(entry.key);
        spread(run, entry.value, entry.key === void 0 ? NOT_KNOWN : memberOf(run, value, entry.key), scope, bind);
      }
      return;
    }
    case "array": {
      const items = itemsOf(value);
      for (const [index, element] of pattern.elements.entries()) {
        if (element.kind === "spread")
          spread(run, element.value, items ? list(items.elements.slice(index), items.isOpen) : NOT_KNOWN, scope, bind);
        else spread(run, element, items?.elements[index] ?? NOT_KNOWN, scope, bind);
      }
      return;
    }
    case "member":
    case "index":
      assignInto(run, pattern, value, scope);
      return;
    default:
  }
});

// src/code/startup/statements.ts
var execute = (function execute(run, statements, scope, frame) {
  for (const statement of statements) {
    if (statement.kind === "function" && statement.name !== void 0)
      scope.names.set(statement.name, closureOf(statement, scope.file, scope));
    else if (statement.kind === "class") declareClass(statement, scope);
  }
  for (const statement of statements) {
    if (run.budget-- < 0) return "end";
    const ending = executeOne(run, statement, scope, frame);
    if (ending) return ending;
  }
  return void 0;
});
var executeOne = (function executeOne(run, statement, scope, frame) {
  switch (statement.kind) {
    case "declare":
      bindPattern(run, statement.target, statement.value ? evaluate(run, statement.value, scope) : NOTHING, scope);
      return void 0;
    case "expression":
      remember(run, statement.value, evaluate(run, statement.value, scope), scope);
      return void 0;
    case "return":
      frame.returns.push(statement.value ? evaluate(run, statement.value, scope) : NOTHING);
      return "end";
    case "throw":
      return "end";
    case "if":
      return executeBranches(
        run,
        truthOf(evaluate(run, statement.test, scope)),
        statement.consequent,
        statement.alternate,
        scope,
        frame
      );
    case "switch":
      return executeSwitch(run, statement, scope, frame);
    case "loop":
      return executeLoop(run, statement, scope, frame);
    case "try": {
      const ending = execute(run, statement.body, innerScope(scope), frame);
      for (const handler of statement.handlers) {
        const inner = innerScope(scope, MAYBE);
        if (handler.target) bindPattern(run, handler.target, NOT_KNOWN, inner);
        execute(run, handler.body, inner, frame);
      }
      return execute(run, statement.finalizer, innerScope(scope), frame) ?? ending;
    }
    case "block":
      return execute(run, statement.body, innerScope(scope), frame);
    case "jump":
      return statement.form === "break" || statement.form === "continue" ? "jump" : void 0;
    default:
      return void 0;
  }
});
var remember = (function remember(run, expression, value, scope) {
  if (!scope.parent) run.exported.set(expression, value);
});

// src/code/startup/expressions.ts
var evaluate = (function evaluate(run, expression, scope) {
  if (run.budget-- < 0 || isTooDeep(run)) return NOT_KNOWN;
  run.depth++;
  const value = evaluateOne(run, expression, scope);
  run.depth--;
  return value;
});
var evaluateOne = (function evaluateOne(run, node, scope) {
  switch (node.kind) {
    case "literal":
      return plain(node.value);
    case "regular-expression":
      return { kind: "pattern", pattern: node.pattern };
    case "template":
      return joinTexts(node.parts.map((part) => typeof part === "string" ? plain(part) : evaluate(run, part, scope)));
    case "tagged":
      evaluate(run, node.tag, scope);
      return NOT_KNOWN;
    case "name":
      return nameValue(run, node.name, scope);
    case "member":
      return memberValue(run, node, scope);
    case "index":
      return indexValue(run, evaluate(run, node.object, scope), evaluate(run, node.index, scope));
    case "call":
      return evaluateCall(run, node, scope);
    case "object":
      return evaluateObject(run, node, scope);
    case "array":
      return evaluateElements(run, node.elements, scope);
    case "function":
      return closureOf(node, scope.file, scope);
    case "class":
      return classOf(node, scope);
    case "await": {
      const value = evaluate(run, node.value, scope);
      if (value.kind === "host") value.host.awaited?.();
      return value;
    }
    case "cast":
      return evaluate(run, node.value, scope);
    case "binary":
      return evaluateBinary(run, node, scope);
    case "unary":
      return evaluateUnary(node.operator, evaluate(run, node.value, scope));
    case "conditional": {
      const truth = truthOf(evaluate(run, node.test, scope));
      if (truth !== void 0) return evaluate(run, truth ? node.consequent : node.alternate, scope);
      return eitherOf([evaluate(run, node.consequent, scope), evaluate(run, node.alternate, scope)]);
    }
    case "assign":
      return evaluateAssign(run, node, scope);
    case "unknown": {
      let last = NOT_KNOWN;
      for (const child of node.children) if (isExpression(child)) last = evaluate(run, child, scope);
      return last;
    }
    default:
      return NOT_KNOWN;
  }
});
var nameValue = (function nameValue(run, name, scope) {
  if (name === "undefined") return NOTHING;
  if (name === "this") return selfOf(scope) ?? NOT_KNOWN;
  for (let at2 = scope; at2; at2 = at2.parent) {
    const found2 = at2.names.get(name);
    if (found2) return found2;
  }
  const found = moduleName(run, scope.file, name);
  if (found) return found;
  if (name === "__dirname") return plain(dirnameOf(scope.file.path));
  if (name === "__filename") return plain(scope.file.path);
  if (name === "exports") return exportsObject(run, scope.file);
  const value = { kind: "outside", package: "", steps: [{ kind: "member", name }] };
  return run.models.value?.(run, value) ?? value;
});
var evaluateObject = (function evaluateObject(run, node, scope) {
  const made = { ...fields(), written: { file: scope.file, node } };
  for (const entry of node.entries) {
    if (entry.kind === "spread") {
      const from = evaluate(run, entry.value, scope);
      const entries = entriesOf(run, from);
      for (const [key2, value2] of entries ?? []) made.entries.set(key2, value2);
      if (!entries || from.kind === "fields" && from.isOpen) loosen(made);
      continue;
    }
    const computed = entry.computed && evaluate(run, entry.computed, scope);
    const key = entry.key ?? (computed?.kind === "plain" && !computed.isPartial ? String(computed.value) : void 0);
    const value = entry.value.kind === "function" && !entry.value.isArrow ? closureOf(entry.value, scope.file, scope, made) : evaluate(run, entry.value, scope);
    if (key === void 0) loosen(made);
    else made.entries.set(key, value);
  }
  return made;
});

// src/code/startup/modules.ts
var createModules = (function createModules() {
  return { states: /* @__PURE__ */ new Map() };
});
var stateOf = (function stateOf(run, file) {
  let state = run.modules.states.get(file.path);
  if (!state) {
    const imports = /* @__PURE__ */ new Map();
    for (const one of file.imports) if (one.local !== void 0 && !one.typeOnly) imports.set(one.local, one);
    state = { scope: { file, names: /* @__PURE__ */ new Map() }, isStarted: false, assigned: /* @__PURE__ */ new Map(), imports };
    run.modules.states.set(file.path, state);
  }
  return state;
});
var startModule = (function startModule(run, file) {
  const state = stateOf(run, file);
  if (state.isStarted) return state.scope;
  state.isStarted = true;
  for (const one of file.imports) {
    if (one.typeOnly || one.deferred || isInBody(file, one)) continue;
    const target = run.program.target(file, one.from);
    if (target.kind === "files") {
      for (const each of target.files) if (isRelevant(run, each)) startModule(run, each);
    }
  }
  execute(run, file.body, state.scope, { returns: [] });
  return state.scope;
});
var moduleName = (function moduleName(run, file, name) {
  const state = stateOf(run, file);
  const own = state.scope.names.get(name);
  if (own) return own;
  const taken = state.imports.get(name);
  return taken && importedValue(run, file, taken.from, taken.name ?? "*");
});
var exportedValue = (function exportedValue(run, file, name, seen = /* @__PURE__ */ new Set()) {
  if (seen.has(file.path)) return void 0;
  seen.add(file.path);
  startModule(run, file);
  const state = stateOf(run, file);
  const assigned = state.assigned.get(name);
  if (assigned) return assigned;
  const entry = file.exports.find((one) => one.name === name && !one.typeOnly);
  if (entry) return valueOfExport(run, file, entry);
  for (const one of file.exports) {
    if (one.name !== "*" || one.from === void 0 || one.typeOnly) continue;
    const target = run.program.target(file, one.from);
    const found = target.kind === "files" && target.files[0] && exportedValue(run, target.files[0], name, seen);
    if (found) return found;
  }
  const whole = state.assigned.get("=");
  if (!whole) return void 0;
  return name === "default" ? propertyOf(run, whole, "default") ?? whole : propertyOf(run, whole, name);
});
var valueOfExport = (function valueOfExport(run, file, entry) {
  if (entry.from !== void 0) {
    const local = entry.local ?? entry.name;
    return importedValue(run, file, entry.from, local);
  }
  if (entry.value) {
    const known2 = run.exported.get(entry.value);
    if (known2) return known2;
    return evaluate(run, entry.value, startModule(run, file));
  }
  return entry.local === void 0 ? void 0 : moduleName(run, file, entry.local);
});

// src/code/startup/run.ts
var createRun = (function createRun(program, files, models) {
  return {
    program,
    files,
    models,
    modules: createModules(),
    budget: BUDGET,
    depth: 0,
    isCut: false,
    active: /* @__PURE__ */ new Map(),
    called: /* @__PURE__ */ new Set(),
    touches: 0,
    idle: /* @__PURE__ */ new Map(),
    inert: /* @__PURE__ */ new Map(),
    loadsUnknown: false,
    exported: /* @__PURE__ */ new Map()
  };
});
var isTooDeep = (function isTooDeep(run) {
  if (run.depth < DEEPEST) return false;
  run.isCut = true;
  return true;
});

// src/model/code/routes/javascript/start.ts
var isRelevant2 = (function isRelevant2(name) {
  const bare = name.replace(/^node:/, "");
  return MODELS.has(bare) || COMPANIONS.has(bare);
});
var usesFramework = (function usesFramework(file) {
  return file.imports.some((one) => !one.typeOnly && isRelevant2(one.from));
});
var startOf = (function startOf(program, service) {
  const files = service.files.filter((path) => isJavaScript(program.files.get(path)));
  const reached = program.reachableFrom(service.entries);
  if (![...files, ...reached].some((path) => isFrameworkFile(program, path))) return void 0;
  const key = service.entries.join("\n");
  const byEntries = kept.get(program) ?? /* @__PURE__ */ new Map();
  kept.set(program, byEntries);
  const known2 = byEntries.get(key) ?? [];
  byEntries.set(key, known2);
  const found = known2.find((one) => one.environment === service.environment);
  if (found) return found.started;
  const started = follow(program, service, files, reached);
  known2.push({ environment: service.environment, started });
  return started;
});
var isJavaScript = (function isJavaScript(file) {
  return file?.language === "typescript" || file?.language === "javascript";
});
var isFrameworkFile = (function isFrameworkFile(program, path) {
  const file = program.files.get(path);
  return file !== void 0 && usesFramework(file);
});
const {
  calleeOf
} = require("./chunk-J3MKVPJZ.js");
const {
  EMPTY_ENVIRONMENT,
  evaluateExpression
} = require("./chunk-3IISUF5O.js");
const {
  holds,
  pathOf,
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  standsAside
} = require("./chunk-Q3NCOY3T.js");

// src/code/startup/values.ts
var NOTHING = { kind: "plain", value: null };
var ABSENT = { kind: "plain", value: null, isUncertain: true };
var NOT_KNOWN = { kind: "unknown" };

var LONGEST = 2e3;
function list(elements, isOpen = false) {
  const isLong = elements.length > LONGEST;
  return { kind: "list", elements: isLong ? elements.slice(0, LONGEST) : elements, isOpen: isOpen || isLong };
}

function loosen(object) {
  object.isOpen = true;
  for (const [key, value] of object.entries)
    if (value.kind === "plain" && !value.value) object.entries.set(key, { ...value, isUncertain: true });
}

function truthOf(value) {
  if (value.kind === "plain") return value.isPartial || value.value ? true : value.isUncertain ? void 0 : false;
  if (value.kind === "unknown" || value.kind === "outside" || value.kind === "either") return void 0;
  return true;
}
function alternatives(value) {
  return value.kind === "either" ? value.values : [value];
}
function eitherOf(values2) {
  const flat2 = [...new Set(values2.flatMap(alternatives))].filter((one) => one.kind !== "unknown");
  const [first] = flat2;
  if (!first) return NOT_KNOWN;
  return flat2.length === 1 ? first : { kind: "either", values: flat2.slice(0, 20) };
}
function lastMember(value) {
  return value.steps.findLast((step) => step.kind === "member")?.name;
}
function stepsOf(value) {
  return value.steps.map((step) => step.kind === "member" ? `.${step.name}` : "()").join("");
}
function lastCall(value) {
  return value.steps.findLast((step) => step.kind === "call")?.site;
}

// src/code/startup/environment.ts
function environmentName(value) {
  if (value.kind !== "outside") return void 0;
  const [first, second, third] = value.steps;
  const isProcess = first?.kind === "member" && (first.name === "process" || first.name === "Bun" || first.name === "Deno");
  if (value.package === "" && isProcess && second?.kind === "member" && second.name === "env") {
    if (third?.kind === "member") return third.name === "get" ? argumentOf(value) : third.name;
  }
  if (value.package === "@nestjs/config") return argumentOf(value);
  return void 0;
}
function environmentValue(run, value) {
  const name = environmentName(value);
  if (name === void 0) return void 0;
  const set = run.models.environment?.(name);
  if (set?.known) return plain(set.value);
  const last = value.steps.at(-1);
  const fallback = set === void 0 && last?.kind === "call" ? last.site.arguments[1] : void 0;
  return fallback?.kind === "plain" ? fallback : void 0;
}
function argumentOf(value) {
  const last = value.steps.at(-1);
  return last?.kind === "call" ? stringOf(last.site.arguments[0]) : void 0;
}

// src/code/startup/members.ts
var classes = /* @__PURE__ */ new WeakMap();
function classOf(node, scope) {
  let inScope = classes.get(node);
  if (!inScope) {
    inScope = /* @__PURE__ */ new WeakMap();
    classes.set(node, inScope);
  }
  let value = inScope.get(scope);
  if (!value) {
    value = { kind: "class", node, file: scope.file, scope, statics: /* @__PURE__ */ new Map() };
    inScope.set(scope, value);
  }
  return value;
}
function basesOf(run, value) {
  const found = [];
  let at2 = value;
  while (at2 && found.length < 20) {
    const base2 = at2.node.bases[0];
    const next = base2 && evaluate(run, base2, at2.scope);
    if (next?.kind !== "class" && next?.kind !== "outside") break;
    if (next === value || found.includes(next)) break;
    found.push(next);
    at2 = next.kind === "class" ? next : void 0;
  }
  return found;
}
function methodOf(run, value, name, isStatic = false) {
  for (const one of [value, ...basesOf(run, value)]) {
    if (one.kind !== "class") break;
    const fn = one.node.members.find(
      (member) => member.kind === "function" && member.name === name && member.isStatic === isStatic && !member.isAbstract
    );
    if (fn) return { fn, home: one };
  }
  return void 0;
}
function memberOf(run, object, name) {
  switch (object.kind) {
    case "fields":
      return memberOfFields(run, object, name);
    case "namespace":
      return exportedValue(run, object.file, name) ?? NOT_KNOWN;
    case "class":
      return staticMember(run, object, name);
    case "closure":
      return object.properties.get(name) ?? (name === "name" ? plain(object.fn.name ?? "") : NOT_KNOWN);
    case "host":
      return object.host.properties.get(name) ?? object.host.read?.(name) ?? NOT_KNOWN;
    case "outside":
      return memberOfOutside(run, object, name);
    case "list":
      return name === "length" && !object.isOpen ? plain(object.elements.length) : NOT_KNOWN;
    case "either":
      return eitherOf(object.values.map((one) => memberOf(run, one, name)));
    case "plain":
      return name === "length" && typeof object.value === "string" && !object.isPartial ? plain(object.value.length) : NOT_KNOWN;
    default:
      return NOT_KNOWN;
  }
}
function memberOfFields(run, object, name) {
  const own = object.entries.get(name);
  if (own) return own;
  const method = object.of && methodOf(run, object.of, name);
  if (method) {
    const closure = closureOf(method.fn, method.home.file, { ...method.home.scope, home: method.home }, object);
    return method.fn.accessor === "get" ? callClosure(run, closure, []) : closure;
  }
  if (object.inner) return memberOf(run, object.inner, name);
  return object.isOpen || object.of ? NOT_KNOWN : ABSENT;
}
function staticMember(run, value, name) {
  for (const one of [value, ...basesOf(run, value)]) {
    if (one.kind !== "class") break;
    const known2 = one.statics.get(name);
    if (known2) return known2;
    for (const member of one.node.members) {
      if (member.kind === "class" || member.name !== name || !member.isStatic) continue;
      if (member.kind === "function") return closureOf(member, one.file, { ...one.scope, home: one }, value);
      one.statics.set(name, NOT_KNOWN);
      const found = member.value ? evaluate(run, member.value, { ...one.scope, names: /* @__PURE__ */ new Map(), parent: one.scope, self: one }) : NOTHING;
      one.statics.set(name, found);
      return found;
    }
  }
  if (name === "name") return plain(value.node.name ?? "");
  const base2 = basesOf(run, value).at(-1);
  return base2?.kind === "outside" ? { ...base2, steps: [...base2.steps, { kind: "member", name }], self: value } : NOT_KNOWN;
}
function memberOfOutside(run, object, name) {
  const last = object.steps.at(-1);
  if (last?.kind === "call") {
    const given2 = last.site.arguments.find((one) => one.kind === "class");
    const method = given2?.kind === "class" ? methodOf(run, given2, name) : void 0;
    if (method) return closureOf(method.fn, method.home.file, { ...method.home.scope, home: method.home });
  }
  if (object.steps.length > 12) return NOT_KNOWN;
  const value = { ...object, steps: [...object.steps, { kind: "member", name }] };
  return environmentValue(run, value) ?? run.models.value?.(run, value) ?? value;
}
function assignMember(object, name, value) {
  if (object.kind === "fields") object.entries.set(name, value);
  else if (object.kind === "closure") object.properties.set(name, value);
  else if (object.kind === "class") object.statics.set(name, value);
  else if (object.kind === "host") object.host.properties.set(name, value);
}

function entriesOf(run, value) {
  if (value.kind === "fields") return [...value.entries];
  if (value.kind === "namespace")
    return exportedNames(run, value.file).map(
      (name) => [name, exportedValue(run, value.file, name) ?? NOT_KNOWN]
    );
  return void 0;
}

// src/code/startup/patterns.ts

function assignTo(run, target, value, scope) {
  spread(run, target, value, scope, (name, one) => {
    if (name === "exports") return;
    let isMaybe2 = false;
    for (let at2 = scope; at2; at2 = at2.parent) {
      const before = at2.names.get(name);
      if (before) {
        at2.names.set(name, isMaybe2 ? eitherOf([before, one]) : one);
        return;
      }
      if (at2.isMaybe) isMaybe2 = true;
    }
    scope.names.set(name, one);
  });
}

function restOf(value, taken) {
  if (value.kind !== "fields") return NOT_KNOWN;
  return fields(
    [...value.entries].filter(([key]) => !taken.has(key)),
    value.isOpen
  );
}
function assignInto(run, target, value, scope) {
  const { object } = target;
  if (target.kind === "member" && object.kind === "name" && object.name === "module" && target.property === "exports") {
    assignExport(run, scope.file, "=", value);
    return;
  }
  const name = target.kind === "member" ? target.property : keyOf(run, target.index, scope);
  if (name === void 0) {
    const changed = evaluate(run, object, scope);
    if (changed.kind === "fields") loosen(changed);
    return;
  }
  const isExports = object.kind === "name" && object.name === "exports" || object.kind === "member" && object.object.kind === "name" && object.object.name === "module";
  if (isExports && scope.file.imports.every((one) => one.local !== "exports")) assignExport(run, scope.file, name, value);
  else {
    const changed = evaluate(run, object, scope);
    const before = isMaybe(scope) && changed.kind === "fields" ? changed.entries.get(name) : void 0;
    assignMember(changed, name, before ? eitherOf([before, value]) : value);
  }
}
function isMaybe(scope) {
  for (let at2 = scope; at2 && !at2.fn; at2 = at2.parent) if (at2.isMaybe) return true;
  return false;
}
function keyOf(run, index, scope) {
  const key = evaluate(run, index, scope);
  return key.kind === "plain" && !key.isPartial ? String(key.value) : void 0;
}

// src/code/startup/statements.ts
var MAYBE = { isMaybe: true };
var TURNS = 500;

function declareClass(node, scope) {
  if (node.name !== void 0) scope.names.set(node.name, classOf(node, scope));
}


function executeBranches(run, truth, consequent, alternate, scope, frame) {
  if (truth === true) return execute(run, consequent, innerScope(scope), frame);
  if (truth === false) return execute(run, alternate, innerScope(scope), frame);
  const first = execute(run, consequent, innerScope(scope, MAYBE), frame);
  const second = execute(run, alternate, innerScope(scope, MAYBE), frame);
  return first && second ? first : void 0;
}
function executeSwitch(run, statement, scope, frame) {
  if (statement.subject) evaluate(run, statement.subject, scope);
  for (const one of statement.cases) execute(run, one.body, innerScope(scope, MAYBE), frame);
  return void 0;
}
function executeLoop(run, loop, scope, frame) {
  if (loop.form !== "each" || !loop.iterated || !loop.target) {
    const inner = innerScope(scope);
    if (loop.first) execute(run, [loop.first], inner, frame);
    for (const name of inner.names.keys()) inner.names.set(name, NOT_KNOWN);
    execute(run, loop.body, innerScope(inner, MAYBE), frame);
    return void 0;
  }
  const iterated = evaluate(run, loop.iterated, scope);
  const items = itemsOf(iterated);
  for (const item of items?.elements.slice(0, TURNS) ?? []) {
    const inner = innerScope(scope);
    bindPattern(run, loop.target, item, inner);
    if (execute(run, loop.body, inner, frame) === "end") break;
  }
  if (!items || items.isOpen) {
    const inner = innerScope(scope, MAYBE);
    bindPattern(run, loop.target, NOT_KNOWN, inner);
    execute(run, loop.body, inner, frame);
  }
  return void 0;
}
function resultOf(frame) {
  return frame.returns.length === 0 ? NOTHING : eitherOf(frame.returns.filter((one) => one !== NOTHING || frame.returns.length === 1));
}

// src/code/startup/construct.ts
function instantiate(run, value, site) {
  const made = { kind: "fields", entries: /* @__PURE__ */ new Map(), isOpen: false, of: value };
  construct(run, value, made, site);
  return made;
}
function construct(run, value, made, site) {
  const builder = value.node.members.find(
    (member) => member.kind === "function" && member.name === "constructor" && !member.isAbstract
  );
  deeper(run, void 0, () => {
    if (!builder) {
      constructBase(run, value, made, site);
      initialiseFields(run, value, made);
      return;
    }
    if (value.node.bases.length === 0) initialiseFields(run, value, made);
    const scope = innerScope(value.scope, { self: made, home: value, fn: builder });
    bindParameters(run, builder, site.arguments, scope, true);
    for (const parameter of builder.parameters) {
      if (parameter.isProperty && parameter.target.kind === "name")
        made.entries.set(parameter.target.name, scope.names.get(parameter.target.name) ?? NOT_KNOWN);
    }
    const times = run.active.get(builder) ?? 0;
    if (times >= 3) return;
    run.called.add(builder);
    run.active.set(builder, times + 1);
    execute(run, builder.body, scope, { returns: [] });
    run.active.set(builder, times);
  });
}
function inject(run, value, site, depth = 0) {
  const builder = value.node.members.find(
    (member) => member.kind === "function" && member.name === "constructor" && !member.isAbstract
  );
  const given2 = (builder?.parameters ?? []).map((parameter) => {
    const name = parameter.type?.name;
    const type = name !== void 0 && /^\w+$/.test(name) && depth < 5 ? typeValue(run, name, value) : void 0;
    return type ? inject(run, type, site, depth + 1) : NOT_KNOWN;
  });
  return instantiate(run, value, { ...site, arguments: given2 });
}
function typeValue(run, name, around) {
  const value = evaluate(run, { kind: "name", name, start: around.node.start, end: around.node.start }, around.scope);
  return value.kind === "class" && !value.node.isAbstract ? value : void 0;
}
function constructBase(run, value, made, site) {
  const [base2] = basesOf(run, value);
  if (base2?.kind === "class") construct(run, base2, made, site);
  else if (base2) made.inner = callOutside(run, base2, { ...site, node: { ...site.node, isNew: true } });
  const hasConstructor = value.node.members.some((member) => member.kind === "function" && member.name === "constructor");
  if (hasConstructor) initialiseFields(run, value, made);
}
function initialiseFields(run, value, made) {
  const scope = innerScope(value.scope, { self: made, home: value });
  for (const member of value.node.members) {
    if (member.kind !== "field" || member.isStatic) continue;
    if (member.value) made.entries.set(member.name, evaluate(run, member.value, scope));
  }
}

// src/code/startup/idle.ts
var HEAVY = 300;
var MOST_IDLE = 5e3;
var MOST_MOUNTING = 2e4;
function answerWithout(run, closure, given2) {
  const known2 = run.inert.get(closure.fn);
  if (!known2 || given2.some((one) => isLive(run, one)) || closure.self && isLive(run, closure.self)) return void 0;
  return closure.fn.parameters.length === 0 ? known2 : NOT_KNOWN;
}
function noteCall(run, fn, answer, cost, isOfUse) {
  const idle = isOfUse ? Number.NEGATIVE_INFINITY : (run.idle.get(fn) ?? 0) + cost;
  run.idle.set(fn, idle);
  const isInert = mayMount(answer) ? idle > MOST_MOUNTING : idle > MOST_IDLE || idle > 0 && cost > HEAVY;
  if (isInert) run.inert.set(fn, answer);
  else if (isOfUse) run.inert.delete(fn);
}
function mayMount(answer) {
  switch (answer.kind) {
    case "host":
    case "class":
    case "closure":
    case "namespace":
      return true;
    case "list":
      return answer.elements.length > 0;
    case "plain":
      return typeof answer.value === "string";
    case "either":
      return answer.values.some(mayMount);
    default:
      return false;
  }
}
function isLive(run, value, depth = 0) {
  switch (value.kind) {
    case "host":
    case "class":
      return true;
    case "closure":
      return !run.inert.has(value.fn);
    case "either":
      return value.values.some((one) => isLive(run, one, depth));
    case "list":
      return depth < 2 && value.elements.some((one) => isLive(run, one, depth + 1));
    case "fields":
      return depth < 2 && [...value.entries.values()].some((one) => isLive(run, one, depth + 1));
    default:
      return false;
  }
}

// src/code/startup/calls.ts
var RUNS_GIVEN = /* @__PURE__ */ new Set([
  "then",
  "finally",
  "catch",
  "on",
  "once",
  "addListener",
  "nextTick",
  "setImmediate",
  "setTimeout",
  "run",
  "tap"
]);
var INJECTS = /* @__PURE__ */ new Set(["resolve", "get", "resolveAsync", "getAsync"]);
function evaluateCall(run, node, scope) {
  const { callee: callee2 } = node;
  if (callee2.kind === "name") {
    const special = specialCall(run, callee2.name, node, scope);
    if (special) return special;
  }
  const object = calleeObject(run, callee2, scope);
  const name = object && methodName(run, callee2, scope);
  const given2 = evaluateElements(run, node.arguments, scope);
  const site = {
    file: scope.file,
    node,
    arguments: given2.elements,
    written: writtenArguments(node, given2.elements.length)
  };
  if (object && name !== void 0) {
    return eitherOrOne(callable(object).map((one) => callMethod(run, one, name, site)));
  }
  const target = object ? NOT_KNOWN : evaluate(run, callee2, scope);
  return eitherOrOne(callable(target).map((one) => callValue(run, one, site)));
}
function callable(value) {
  const all = alternatives(value);
  const found = all.filter((one) => one.kind !== "plain" || one.value !== null);
  return found.length === 0 ? all : found;
}
function eitherOrOne(values2) {
  return values2.length === 1 && values2[0] ? values2[0] : eitherOf(values2);
}
function writtenArguments(node, count) {
  const written = [...node.arguments];
  const last = written.at(-1);
  while (last && written.length < count) written.push(last);
  return written;
}
function calleeObject(run, callee2, scope) {
  if (callee2.kind === "cast") return calleeObject(run, callee2.value, scope);
  if (callee2.kind !== "member" && callee2.kind !== "index") return void 0;
  if (callee2.object.kind === "name" && callee2.object.name === "super") return selfOf(scope) ?? NOT_KNOWN;
  return evaluate(run, callee2.object, scope);
}
function methodName(run, callee2, scope) {
  if (callee2.kind === "cast") return methodName(run, callee2.value, scope);
  if (callee2.kind === "member") return callee2.property;
  return callee2.kind === "index" ? stringOf(evaluate(run, callee2.index, scope)) ?? "" : void 0;
}
function specialCall(run, name, node, scope) {
  if (name === "require" || name === "import") {
    const from = node.arguments[0] && stringOf(evaluate(run, node.arguments[0], scope));
    if (from === void 0) run.loadsUnknown = true;
    return from === void 0 ? NOT_KNOWN : importedValue(run, scope.file, from, name === "require" ? "=" : "*");
  }
  if (name === "super") {
    const self = selfOf(scope);
    const home = homeOf(scope);
    const given2 = evaluateElements(run, node.arguments, scope);
    if (self?.kind === "fields" && home) constructBase(run, home, self, siteOf(node, scope, given2.elements));
    return NOTHING;
  }
  return void 0;
}
function siteOf(node, scope, given2) {
  return { file: scope.file, node, arguments: given2, written: writtenArguments(node, given2.length) };
}
function homeOf(scope) {
  for (let at2 = scope; at2; at2 = at2.parent) if (at2.home) return at2.home;
  return void 0;
}
function callMethod(run, object, name, site) {
  if (object.kind === "fields" || object.kind === "namespace" || object.kind === "class") {
    const own = memberOf(run, object, name);
    if (own.kind === "closure" || own.kind === "class" || own.kind === "host" || own.kind === "outside")
      return callValue(run, own, site);
    if (own.kind === "either") return eitherOf(own.values.map((one) => callValue(run, one, site)));
    if (object.kind === "fields" && object.inner) return callMethod(run, object.inner, name, site);
  }
  if (object.kind === "host") {
    run.touches++;
    const assigned = object.host.properties.get(name);
    if (assigned) return callValue(run, assigned, site);
    const known3 = object.host.invoke(name, site);
    if (known3) return known3;
  }
  const known2 = builtin(run, object, name, site);
  if (known2) return known2;
  if (object.kind === "outside") return callValue(run, memberOf(run, object, name), site);
  if (object.kind === "unknown" || object.kind === "host" && name === "") run.models.unfollowed?.(site);
  runGiven(run, name, site);
  return NOT_KNOWN;
}
function callValue(run, callee2, site) {
  switch (callee2.kind) {
    case "closure":
      return callClosure(run, callee2, site.arguments, site);
    case "class":
      return instantiate(run, callee2, site);
    case "host":
      run.touches++;
      return callee2.host.call?.(site) ?? NOT_KNOWN;
    case "outside":
      return callOutside(run, callee2, site);
    default:
      if (callee2.kind === "unknown") run.models.unfollowed?.(site);
      runGiven(run, "", site);
      return NOT_KNOWN;
  }
}
function callOutside(run, callee2, site) {
  const last = callee2.steps.at(-1);
  const modelled = run.models.call(run, callee2, site);
  if (modelled) run.touches++;
  const known2 = modelled ?? (last?.kind === "member" ? builtin(run, { ...callee2, steps: callee2.steps.slice(0, -1) }, last.name, site) : void 0);
  if (known2) return known2;
  runGiven(run, last?.kind === "member" ? last.name : "", site);
  const [first] = site.arguments;
  if (first?.kind === "class" && last?.kind === "member" && INJECTS.has(last.name)) return inject(run, first, site);
  if (callee2.steps.length > 12) return NOT_KNOWN;
  const made = { ...callee2, steps: [...callee2.steps, { kind: "call", site }] };
  return environmentValue(run, made) ?? made;
}
var VERBS = /* @__PURE__ */ new Set(["get", "post", "put", "patch", "delete", "del", "head", "options", "all"]);
function runGiven(run, name, site) {
  if (VERBS.has(name) && stringOf(site.arguments[0])?.startsWith("/")) return;
  for (const given2 of site.arguments) {
    if (given2.kind !== "closure") continue;
    if (given2.fn.parameters.length <= 1 || RUNS_GIVEN.has(name)) callClosure(run, given2, []);
  }
}
function callClosure(run, closure, given2, site) {
  const { fn } = closure;
  const times = run.active.get(fn) ?? 0;
  if (times >= 3 || fn.isGenerator) return NOT_KNOWN;
  const known2 = answerWithout(run, closure, given2);
  if (known2) return known2;
  const { budget, touches } = run;
  run.called.add(fn);
  run.active.set(fn, times + 1);
  const answer = deeper(run, NOT_KNOWN, () => {
    const self = closure.self ?? (site?.node.isNew ? { kind: "fields", entries: /* @__PURE__ */ new Map(), isOpen: true } : void 0);
    const scope = innerScope(closure.scope, { fn, ...self && { self } });
    bindParameters(run, fn, given2, scope, site !== void 0);
    const frame = { returns: [] };
    execute(run, fn.body, scope, frame);
    return site?.node.isNew && self ? self : resultOf(frame);
  });
  run.active.set(fn, times);
  noteCall(run, fn, answer, budget - run.budget, run.touches !== touches);
  return answer;
}
function bindParameters(run, fn, given2, scope, isComplete) {
  for (const [index, parameter] of fn.parameters.entries()) {
    if (parameter.rest) {
      bindPattern(run, parameter.target, list(given2.slice(index)), scope);
      return;
    }
    const value = given2[index];
    const fallback = value === void 0 && parameter.fallback ? evaluate(run, parameter.fallback, scope) : void 0;
    bindPattern(run, parameter.target, value ?? fallback ?? (isComplete ? NOTHING : NOT_KNOWN), scope);
  }
}

// src/code/startup/operators.ts
function joinTexts(values2) {
  let text = "";
  let isPartial = false;
  for (const value of values2) {
    if (value.kind === "plain" && value.value !== null) {
      if (value.isPartial) {
        isPartial = true;
        text = "";
      }
      text += String(value.value);
    } else {
      isPartial = true;
      text = "";
    }
  }
  if (text.length > LONGEST * 10) return NOT_KNOWN;
  const made = { kind: "plain", value: text, ...isPartial && { isPartial: true } };
  return made;
}
function evaluateBinary(run, node, scope) {
  const left = evaluate(run, node.left, scope);
  switch (node.operator) {
    case "||":
    case "??":
      return otherwise(run, left, node, scope);
    case "&&": {
      const truth = truthOf(left);
      return truth === false ? left : evaluate(run, node.right, scope);
    }
    case "+": {
      const right = evaluate(run, node.right, scope);
      if (left.kind === "plain" && right.kind === "plain") {
        if (typeof left.value === "number" && typeof right.value === "number") return plain(left.value + right.value);
        return joinTexts([left, right]);
      }
      const text = left.kind === "plain" ? left : right;
      return text.kind === "plain" && typeof text.value === "string" ? joinTexts([left, right]) : NOT_KNOWN;
    }
    case "===":
    case "==":
    case "!==":
    case "!=": {
      const right = evaluate(run, node.right, scope);
      if (left.kind !== "plain" || right.kind !== "plain" || left.isPartial || right.isPartial) return NOT_KNOWN;
      const same = left.value === right.value;
      return plain(node.operator.startsWith("=") ? same : !same);
    }
    default:
      evaluate(run, node.right, scope);
      return NOT_KNOWN;
  }
}
function otherwise(run, left, node, scope) {
  const truth = node.operator === "??" && left.kind === "plain" ? left.value !== null : truthOf(left);
  if (truth === true) return left;
  const right = evaluate(run, node.right, scope);
  const isAbsent = left.kind === "plain" && left.value === null;
  if (truth === false || isAbsent || left.kind === "unknown" || environmentName(left) !== void 0) return right;
  if (left.kind === "outside") return right.kind === "plain" ? NOT_KNOWN : right;
  return eitherOf([left, right]);
}
function evaluateUnary(operator, value) {
  const truth = operator === "!" ? truthOf(value) : void 0;
  if (truth !== void 0) return plain(!truth);
  if (value.kind !== "plain" || value.isPartial) return NOT_KNOWN;
  if (operator === "+" || operator === "-") return plain(operator === "+" ? Number(value.value) : -Number(value.value));
  return NOT_KNOWN;
}

// src/code/startup/builtins.ts
function builtin(run, object, name, site) {
  if (object.kind === "outside") return outsideBuiltin(run, object, name, site) ?? promise(run, object, name, site);
  if (object.kind === "list") return listMethod(run, object, name, site) ?? promise(run, object, name, site);
  if (object.kind === "plain" && typeof object.value === "string") return textMethod(object, name, site);
  if (object.kind === "closure") return functionMethod(run, object, name, site);
  return promise(run, object, name, site);
}
function promise(run, object, name, site) {
  const [first] = site.arguments;
  if (name === "then" && first?.kind === "closure") {
    return callClosure(run, first, [object.kind === "outside" ? NOT_KNOWN : object]);
  }
  if (name === "catch" || name === "finally") {
    if (name === "finally" && first?.kind === "closure") callClosure(run, first, []);
    return object;
  }
  return void 0;
}
function functionMethod(run, closure, name, site) {
  const [self, ...rest] = site.arguments;
  const bound = self && self.kind !== "plain" ? { ...closure, self } : closure;
  if (name === "bind") return bound;
  if (name === "call") return callClosure(run, bound, rest, site);
  if (name === "apply") return callClosure(run, bound, (rest[0] && itemsOf(rest[0])?.elements) ?? [], site);
  return void 0;
}
function listMethod(run, object, name, site) {
  const [first] = site.arguments;
  const each = (item, index) => first?.kind === "closure" ? callClosure(run, first, [item, plain(index), object], site) : NOT_KNOWN;
  const items = object.elements.slice(0, 500);
  switch (name) {
    case "forEach":
      for (const [index, item] of items.entries()) each(item, index);
      if (object.isOpen && first?.kind === "closure") callClosure(run, first, []);
      return NOTHING;
    case "map":
      return list(items.map(each), object.isOpen);
    case "flatMap": {
      const parts = items.map((item, index) => each(item, index));
      return list(
        parts.flatMap((part) => part.kind === "list" ? part.elements : [part]).slice(0, LONGEST),
        object.isOpen
      );
    }
    case "filter":
      return list(
        items.filter((item, index) => first?.kind !== "closure" || truthOf(each(item, index)) !== false),
        object.isOpen
      );
    case "reduce": {
      let result = site.arguments[1] ?? items[0] ?? NOT_KNOWN;
      for (const item of site.arguments[1] ? items : items.slice(1))
        if (first?.kind === "closure") result = callClosure(run, first, [result, item], site);
      return result;
    }
    case "push":
    case "unshift":
      if (object.elements.length < LONGEST) object.elements[name](...site.arguments);
      else object.isOpen = true;
      return plain(object.elements.length);
    case "concat":
      return list(
        [...object.elements, ...site.arguments.flatMap((one) => itemsOf(one)?.elements ?? [one])],
        object.isOpen
      );
    case "slice":
    case "sort":
    case "reverse":
    case "values":
      return object;
    case "flat":
      return list(
        items.flatMap((one) => itemsOf(one)?.elements ?? [one]),
        object.isOpen
      );
    case "entries":
      return list(
        items.map((item, index) => list([plain(index), item])),
        object.isOpen
      );
    case "join": {
      const between = stringOf(first) ?? ",";
      return object.isOpen ? NOT_KNOWN : joinTexts(items.flatMap((item, index) => index === 0 ? [item] : [plain(between), item]));
    }
    default:
      return void 0;
  }
}
function textMethod(object, name, site) {
  const text = String(object.value);
  const [first, second] = site.arguments.map(stringOf);
  switch (name) {
    case "concat":
      return joinTexts([object, ...site.arguments]);
    case "toString":
    case "trim":
      return object;
    case "toLowerCase":
      return { ...object, value: text.toLowerCase() };
    case "toUpperCase":
      return { ...object, value: text.toUpperCase() };
    case "replace":
    case "replaceAll":
      return first && second !== void 0 && text.length * (second.length + 1) <= LONGEST * 10 ? {
        ...object,
        value: name === "replace" ? text.replace(first, () => second) : text.replaceAll(first, () => second)
      } : NOT_KNOWN;
    case "split":
      return first === void 0 || object.isPartial ? NOT_KNOWN : list(text.split(first, 500).map(plain));
    case "startsWith":
      return first === void 0 || object.isPartial ? NOT_KNOWN : plain(text.startsWith(first));
    case "endsWith":
      return first === void 0 ? NOT_KNOWN : plain(text.endsWith(first));
    default:
      return void 0;
  }
}
function outsideBuiltin(run, object, name, site) {
  const [first] = site.arguments;
  if (object.package === "path" || object.package === "path/posix") return pathBuiltin(name, site);
  if (object.package === "url" && name === "fileURLToPath") return first;
  if (object.package !== "") return void 0;
  switch (`${stepsOf(object)}.${name}`) {
    case ".Object.entries":
      return first && mapEntries(run, first, (key, value) => list([plain(key), value]));
    case ".Object.values":
      return first && mapEntries(run, first, (_key, value) => value);
    case ".Object.keys":
      return first && mapEntries(run, first, (key) => plain(key));
    case ".Number":
    case ".parseInt":
    case ".Number.parseInt":
      return first?.kind === "plain" && !first.isPartial && first.value !== null ? plain(Number(first.value)) : first;
    case ".String":
    case ".Object.freeze":
    case ".Promise.resolve":
    case ".Promise.all":
    case ".Promise.allSettled":
    case ".structuredClone":
      return first ?? NOTHING;
    case ".Object.assign": {
      if (!first) return NOT_KNOWN;
      for (const other of site.arguments.slice(1)) {
        const entries = entriesOf(run, other);
        for (const [key, value] of entries ?? []) assignMember(first, key, value);
        if (first.kind === "fields" && (!entries || other.kind === "fields" && other.isOpen)) loosen(first);
      }
      return first;
    }
    case ".Object.fromEntries": {
      const items = first && itemsOf(first);
      const made = fields([], items?.isOpen ?? true);
      for (const item of items?.elements ?? []) {
        const [key, value] = itemsOf(item)?.elements ?? [];
        const text = stringOf(key);
        if (text !== void 0 && value) made.entries.set(text, value);
      }
      return made;
    }
    case ".Array.from":
    case ".Array.of":
      return first && (itemsOf(first) ?? NOT_KNOWN);
    default:
      return void 0;
  }
}
function mapEntries(run, value, make) {
  const entries = entriesOf(run, value);
  if (!entries) return NOT_KNOWN;
  return list(
    entries.map(([key, one]) => make(key, one)),
    value.kind === "fields" && value.isOpen
  );
}
function pathBuiltin(name, site) {
  const parts = site.arguments.map(stringOf);
  if (parts.some((part) => part === void 0)) return void 0;
  const known2 = parts.filter((part) => part !== void 0);
  if (name === "join" || name === "resolve") return plain(normalPath(known2.join("/")));
  if (name === "dirname") return plain(dirnameOf(known2[0] ?? ""));
  return void 0;
}
function dirnameOf(path) {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
function normalPath(path) {
  const parts = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

// src/code/startup/expressions.ts


function isExpression(node) {
  return ![
    "declare",
    "expression",
    "return",
    "throw",
    "if",
    "switch",
    "loop",
    "try",
    "with",
    "block",
    "type",
    "deferred",
    "jump"
  ].includes(node.kind);
}

function selfOf(scope) {
  for (let at2 = scope; at2; at2 = at2.parent) if (at2.self) return at2.self;
  return void 0;
}
function memberValue(run, node, scope) {
  const { object } = node;
  if (object.kind === "name" && object.name === "module" && node.property === "exports")
    return exportsObject(run, scope.file);
  if (pathOf(object)?.join(".") === "import.meta") {
    if (node.property === "dirname") return plain(dirnameOf(scope.file.path));
    if (node.property === "url" || node.property === "filename") return plain(scope.file.path);
  }
  return memberOf(run, evaluate(run, object, scope), node.property);
}
function indexValue(run, object, index) {
  if (index.kind !== "plain" || index.isPartial) {
    const entries = object.kind === "fields" && index.kind !== "plain" ? entriesOf(run, object) : void 0;
    return entries && entries.length <= 20 ? eitherOf(entries.map(([, value]) => value)) : NOT_KNOWN;
  }
  if (object.kind === "list" && typeof index.value === "number") return object.elements[index.value] ?? NOT_KNOWN;
  return memberOf(run, object, String(index.value));
}

function evaluateElements(run, elements, scope) {
  const made = list([]);
  for (const element of elements) {
    if (element.kind !== "spread") {
      made.elements.push(evaluate(run, element, scope));
      continue;
    }
    const items = itemsOf(evaluate(run, element.value, scope));
    const room = LONGEST - made.elements.length;
    if (items) made.elements.push(...items.elements.slice(0, room));
    if (!items || items.isOpen || items.elements.length > room) made.isOpen = true;
  }
  return made;
}
function evaluateAssign(run, node, scope) {
  const value = evaluate(run, node.value, scope);
  if (node.operator === "=") {
    assignTo(run, node.target, value, scope);
    return value;
  }
  const before = evaluate(run, node.target, scope);
  const after = node.operator === "+=" && (before.kind === "plain" || value.kind === "plain") ? joinTexts([before, value]) : node.operator === "||=" || node.operator === "??=" ? truthOf(before) === true ? before : value : NOT_KNOWN;
  assignTo(run, node.target, after, scope);
  return after;
}

// src/code/startup/modules.ts



function isInBody(file, one) {
  return file.body.some((statement) => statement.start <= one.start && one.end <= statement.end);
}
function isRelevant(run, file) {
  run.modules.relevant ??= relevantFiles(run);
  return run.modules.relevant.has(file.path);
}
function relevantFiles(run) {
  const importers = /* @__PURE__ */ new Map();
  const relevant = /* @__PURE__ */ new Set();
  for (const path of run.files) {
    const file = run.program.files.get(path);
    if (!file) continue;
    const names = file.imports.filter((one) => !one.typeOnly).map((one) => one.from);
    for (const one of file.exports) if (one.from !== void 0 && !one.typeOnly) names.push(one.from);
    for (const name of new Set(names)) {
      const target = run.program.target(file, name);
      if (target.kind === "package" && run.models.isRelevant(target.name)) relevant.add(path);
      if (target.kind !== "files") continue;
      for (const each of target.files) {
        const known2 = importers.get(each.path);
        if (known2) known2.push(path);
        else importers.set(each.path, [path]);
      }
    }
  }
  for (const path of relevant) for (const importer of importers.get(path) ?? []) relevant.add(importer);
  return relevant;
}

function importedValue(run, file, from, name) {
  const target = run.program.target(file, from);
  if (target.kind === "missing") return NOT_KNOWN;
  if (target.kind === "package") {
    const steps = name === "*" || name === "=" || name === "default" ? [] : [{ kind: "member", name }];
    const value = { kind: "outside", package: from.replace(/^node:/, ""), steps };
    return run.models.value?.(run, value) ?? value;
  }
  const [first] = target.files;
  if (!first) return NOT_KNOWN;
  return name === "*" || name === "=" ? wholeOf(run, first) : exportedValue(run, first, name) ?? NOT_KNOWN;
}
function wholeOf(run, file) {
  if (file.path.endsWith(".json")) return NOT_KNOWN;
  if (!isRelevant(run, file) && file.exports.length > 0 && file.exports.every((one) => one.name !== "="))
    return { kind: "namespace", file };
  startModule(run, file);
  const state = stateOf(run, file);
  const whole = state.assigned.get("=");
  if (whole) return whole;
  const entry = file.exports.find((one) => one.name === "=");
  return (entry && valueOfExport(run, file, entry)) ?? { kind: "namespace", file };
}

function propertyOf(run, value, name) {
  const found = memberOf(run, value, name);
  return found.kind === "unknown" || found.kind === "plain" && found.value === null ? void 0 : found;
}

function assignExport(run, file, name, value) {
  const { assigned } = stateOf(run, file);
  const whole = assigned.get("=");
  if (name !== "=" && whole?.kind === "fields") whole.entries.set(name, value);
  else if (name !== "=" && whole?.kind === "closure") whole.properties.set(name, value);
  else if (name !== "=" && whole?.kind === "host") whole.host.properties.set(name, value);
  else assigned.set(name, value);
}
function exportsObject(run, file) {
  const { assigned } = stateOf(run, file);
  return assigned.get("=") ?? fields(assigned, true);
}
function exportedNames(run, file, seen = /* @__PURE__ */ new Set()) {
  if (seen.has(file.path)) return [];
  seen.add(file.path);
  startModule(run, file);
  const names = new Set(stateOf(run, file).assigned.keys());
  for (const one of file.exports) {
    if (one.typeOnly) continue;
    if (one.name !== "*") names.add(one.name);
    else if (one.from !== void 0) {
      const target = run.program.target(file, one.from);
      if (target.kind === "files") {
        for (const each of target.files)
          for (const name of exportedNames(run, each, seen)) if (name !== "default") names.add(name);
      }
    }
  }
  const whole = stateOf(run, file).assigned.get("=");
  if (whole?.kind === "fields") for (const name of whole.entries.keys()) names.add(name);
  names.delete("=");
  return [...names];
}

// src/code/startup/run.ts
var BUDGET = 1e6;
var DEEPEST = 500;

function isExhausted(run) {
  return run.budget < 0 || run.isCut;
}
function deeper(run, otherwise2, work) {
  if (run.budget < 0 || isTooDeep(run)) return otherwise2;
  run.depth++;
  const made = work();
  run.depth--;
  return made;
}

function innerScope(parent, more = {}) {
  return { file: parent.file, names: /* @__PURE__ */ new Map(), parent, ...more };
}
function closureOf(fn, file, scope, self) {
  return { kind: "closure", fn, file, scope, properties: /* @__PURE__ */ new Map(), ...self && { self } };
}

// src/model/code/routes/javascript/path.ts
function spanOf(file, node) {
  return { path: file.path, start: node.start, end: node.end };
}
function writtenPaths(value, file, written) {
  const at2 = spanOf(file, written);
  if (value?.kind === "list") {
    const elements = written.kind === "array" && written.elements.length === value.elements.length ? written.elements : [];
    return value.elements.flatMap((one, index) => writtenPaths(one, file, elements[index] ?? written));
  }
  if (value?.kind === "either") {
    const all = alternatives(value).flatMap((one) => writtenPaths(one, file, written));
    return all.map((one) => ({ ...one, isResolved: false }));
  }
  if (value?.kind === "plain" && typeof value.value === "string")
    return [{ text: value.value, isResolved: !value.isPartial, at: at2 }];
  if (value?.kind === "pattern") {
    const text = patternPath(value.pattern);
    return [{ text, isResolved: true, at: at2, ...text === "/*" && { isPattern: true } }];
  }
  return [{ text: "", isResolved: false, at: at2 }];
}
function patternPath(pattern) {
  const exact = /^\^((?:\\\/|[\w-])+?)(?:\\\/\?)?\$$/.exec(pattern)?.[1];
  return exact === void 0 ? "/*" : exact.replaceAll("\\/", "/");
}
function isPath(value) {
  if (!value) return false;
  if (value.kind === "list") return value.elements.length > 0 && value.elements.every(isPath);
  if (value.kind === "either") return value.values.some(isPath);
  return value.kind === "pattern" || value.kind === "plain" && typeof value.value === "string";
}
function normalPath2(text) {
  const cut = text.slice(0, 2e3);
  const spelled = /[{(*+]/.test(cut) ? respelled(cut) : cut;
  const parts = spelled.split("/").filter((part) => part !== "");
  return `/${parts.join("/")}`;
}
function respelled(text) {
  return text.replace(/\{\/:(\w+)\}/g, "/:$1?").replace(/\{(\/?)\*\w*\}/g, "$1*").replace(/\/?\(\.\*\)/g, (match) => match.startsWith("/") ? "/*" : "*").replace(/:(\w+)\{[^}]*\}/g, ":$1").replace(/:(\w+)\((?:[^()]|\([^()]*\))*\)/g, ":$1").replace(/:(\w+)[*+]/g, "*").replace(/\*\w+/g, "*");
}
function joinPaths(...paths) {
  return normalPath2(paths.join("/"));
}
var NO_PREFIX = { parts: [] };
function below(prefix, path) {
  return path.isResolved && /^\/*$/.test(path.text) ? prefix : { parts: [...prefix.parts, path] };
}
function wholePath(prefix, own) {
  const parts = [...prefix.parts, own];
  const open = parts.findLastIndex((part) => !part.isResolved);
  const known2 = open === -1 ? parts : parts.slice(open);
  return { path: joinPaths(...known2.map((part) => part.text)), isResolved: open === -1 };
}
function routePrefixes(prefix) {
  return prefix.parts.map((part) => ({ path: normalPath2(part.text), at: part.at }));
}
function covers(prefix, path) {
  const above = prefix.split("/").filter((part) => part !== "");
  const own = path.split("/").filter((part) => part !== "");
  for (const [index, part] of above.entries()) {
    if (part === "*") return true;
    const other = own[index];
    if (other === void 0) return false;
    if (part !== other && !part.includes(":") && !other.startsWith(":") && other !== "*") return false;
  }
  return true;
}
function flatArguments(site, from) {
  return site.arguments.slice(from).flatMap((value, index) => {
    const written = site.written[from + index] ?? site.node;
    return flatGiven({ value, written, file: site.file });
  });
}
function flatGiven(given2) {
  const { value, written, file } = given2;
  if (value.kind !== "list") return [given2];
  const elements = written.kind === "array" && written.elements.length === value.elements.length ? written.elements : [];
  return value.elements.flatMap((one, index) => flatGiven({ value: one, written: elements[index] ?? written, file }));
}

// src/model/code/routes/javascript/startup.ts
function siteSpan(site) {
  return spanOf(site.file, site.node);
}
function methodSpan(file, node) {
  const { callee: callee2 } = node;
  return { path: file.path, start: callee2.kind === "member" ? callee2.propertyStart : node.start, end: node.end };
}
var values = /* @__PURE__ */ new WeakMap();
function asValue(host) {
  let value = values.get(host);
  if (!value) {
    value = { kind: "host", host };
    values.set(host, value);
  }
  return value;
}
function hostValue(host) {
  return asValue({ properties: /* @__PURE__ */ new Map(), ...host });
}

// src/model/code/routes/javascript/servers.ts
var SERVER_PACKAGES = ["http", "https", "http2", "spdy", ""];
function serverCall(startup, path, packageName, site) {
  if (packageName === "") return runtimeServer(startup, path, site);
  if (!/^\.(?:createServer|createSecureServer|Server)$/.test(path)) return void 0;
  const listener = site.arguments.findLast((one) => one.kind !== "fields" || one.of !== void 0);
  return asValue(serverHost(startup, siteSpan(site), listener));
}
function runtimeServer(startup, path, site) {
  if (path !== ".Bun.serve" && path !== ".Deno.serve") return void 0;
  startup.listens.push({ framework: "node", site, index: 0, key: "port" });
  const [options, handler] = site.arguments;
  const own = options?.kind === "fields" ? options.entries.get("fetch") : options;
  return asValue(serverHost(startup, siteSpan(site), handler ?? own));
}
function serverHost(startup, at2, listener) {
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: "http server",
    framework: "node",
    isApplication: true,
    isServed: false,
    at: at2,
    listener,
    invoke: (name, site) => serverMethod(startup, name, site) ?? (name === "on" || name === "close" ? asValue(host) : void 0)
  };
  startup.made.push(host);
  return host;
}
function serverMethod(startup, name, site) {
  if (name !== "listen") return void 0;
  const [first] = site.arguments;
  startup.listens.push({ framework: "node", site, index: 0, ...first?.kind === "fields" && { key: "port" } });
  return plainServer();
}
function plainServer() {
  const self = hostValue({ type: "http server", invoke: () => asValue(self) }).host;
  return asValue(self);
}

// src/model/code/routes/javascript/express.ts
var METHODS = /* @__PURE__ */ new Set([
  "get",
  "post",
  "put",
  "patch",
  "delete",
  "head",
  "options",
  "all",
  "trace",
  "connect",
  "search",
  "purge",
  "propfind",
  "copy",
  "move",
  "link",
  "unlink",
  "lock",
  "unlock",
  "report",
  "query"
]);
var EXPRESS_PACKAGES = ["express", "express-promise-router", "router", "express-ws"];
function expressCall(startup, path, packageName, site) {
  if (packageName === "express" && path === "") return asValue(expressHost(startup, siteSpan(site), true));
  if (packageName === "express" ? path === ".Router" : packageName !== "express-ws" && path === "")
    return asValue(expressHost(startup, siteSpan(site), false));
  if (packageName === "express-ws" && path === "") return site.arguments[0];
  return void 0;
}
function expressHost(startup, at2, isApplication, parameterOf) {
  const layers = [];
  const host = {
    type: isApplication ? "express application" : "express router",
    properties: /* @__PURE__ */ new Map(),
    invoke: (name, site) => invoke(startup, host, name, site),
    framework: "express",
    isApplication,
    isServed: false,
    at: at2,
    layers,
    ...parameterOf !== void 0 && { parameterOf }
  };
  startup.made.push(host);
  return host;
}
function invoke(startup, host, name, site) {
  if (name === "use") {
    const [first] = site.arguments;
    const written = site.written[0];
    const hasPath = isPath(first) || first?.kind === "unknown" && site.arguments.length > 1;
    const paths = hasPath && written ? writtenPaths(first, site.file, written) : [rootPath(site)];
    host.layers.push({
      kind: "use",
      paths,
      handlers: flatArguments(site, hasPath ? 1 : 0),
      at: methodSpan(site.file, site.node)
    });
    return asValue(host);
  }
  if (METHODS.has(name) || name === "ws" || name === "m-search") return addRoute(host, name, site);
  if (name === "route") return routeOf(host, site);
  if (name === "listen") {
    host.isServed = true;
    startup.listens.push({ framework: "express", site, index: 0 });
    return plainServer();
  }
  return name === "set" || name === "enable" || name === "disable" || name === "param" || name === "engine" ? asValue(host) : void 0;
}
function rootPath(site) {
  return { text: "/", isResolved: true, at: methodSpan(site.file, site.node) };
}
function addRoute(host, name, site) {
  const [first] = site.written;
  if (!first || site.node.arguments.length < 2) return asValue(host);
  if (name === "ws") return asValue(host);
  host.layers.push({
    kind: "route",
    method: name === "all" ? "*" : name.toUpperCase(),
    paths: writtenPaths(site.arguments[0], site.file, first),
    handlers: flatArguments(site, 1),
    at: methodSpan(site.file, site.node)
  });
  return asValue(host);
}
function routeOf(host, site) {
  const [first] = site.written;
  const paths = first ? writtenPaths(site.arguments[0], site.file, first) : [rootPath(site)];
  const route2 = hostValue({
    type: "express route",
    invoke: (name, inner) => {
      if (!METHODS.has(name)) return void 0;
      host.layers.push({
        kind: "route",
        method: name === "all" ? "*" : name.toUpperCase(),
        paths,
        handlers: flatArguments(inner, 0),
        at: methodSpan(inner.file, inner.node)
      });
      return route2;
    }
  });
  return route2;
}

// src/model/code/routes/javascript/hono.ts
var HONO_PACKAGES = [
  "hono",
  "hono/quick",
  "hono/tiny",
  "@hono/zod-openapi",
  "hono/factory",
  "@hono/node-server"
];
function honoCall(startup, path, packageName, site) {
  if (packageName === "@hono/node-server") {
    if (path !== ".serve") return void 0;
    startup.listens.push({ framework: "hono", site, index: 0, key: "port" });
    return void 0;
  }
  if (path === ".Hono" || path === ".OpenAPIHono") return asValue(newHono(startup, siteSpan(site)));
  if (packageName === "hono/factory" && path.endsWith(".createApp")) return asValue(newHono(startup, siteSpan(site)));
  return void 0;
}
function newHono(startup, at2) {
  const host = honoHost(startup, at2, [], []);
  startup.made.push(host);
  return host;
}
function honoHost(startup, at2, entries, base2) {
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: "hono application",
    framework: "hono",
    isApplication: true,
    isServed: false,
    at: at2,
    entries,
    base: base2,
    last: { text: "/", isResolved: true, at: at2 },
    invoke: (name, site) => invoke2(startup, host, name, site),
    read: (name) => {
      if (name === "fetch" || name === "request") honoServed.add(entries);
      return void 0;
    }
  };
  return host;
}
function invoke2(startup, host, name, site) {
  const at2 = methodSpan(site.file, site.node);
  const [first] = site.arguments;
  const written = site.written[0];
  if (name === "basePath") {
    const path = written && writtenPaths(first, site.file, written)[0];
    return asValue(honoHost(startup, host.at, host.entries, path ? [...host.base, path] : host.base));
  }
  if (name === "route") return route(host, site);
  if (name === "use") {
    use(host, site, at2);
    return asValue(host);
  }
  if (name === "on") {
    for (const method of textsOf(first))
      for (const path of writtenPaths(site.arguments[1], site.file, site.written[1] ?? site.node))
        push(host, "route", method.toUpperCase(), path, flatArguments(site, 2), at2);
    return asValue(host);
  }
  if (name === "mount") {
    for (const path of written ? writtenPaths(first, site.file, written) : []) push(host, "fallback", "*", path, [], at2);
    return asValue(host);
  }
  if (name === "openapi") return openapi(host, site, at2);
  if (!METHODS.has(name)) return name === "onError" || name === "notFound" || name === "doc" ? asValue(host) : void 0;
  addRoute2(host, name, site, at2);
  return asValue(host);
}
function addRoute2(host, name, site, at2) {
  const [first] = site.arguments;
  const written = site.written[0];
  const hasPath = isPath(first) || first?.kind !== "closure" && site.node.arguments.length > 1;
  const paths = hasPath && written ? writtenPaths(first, site.file, written) : [host.last];
  for (const path of paths) {
    host.last = path;
    if (site.node.arguments.length > (hasPath ? 1 : 0))
      push(host, "route", name === "all" ? "*" : name.toUpperCase(), path, flatArguments(site, hasPath ? 1 : 0), at2);
  }
}
function textsOf(value) {
  const values2 = value?.kind === "list" ? value.elements : value ? [value] : [];
  return values2.flatMap((one) => one.kind === "plain" && typeof one.value === "string" ? [one.value] : []);
}
function push(host, kind, method, path, handlers, at2) {
  host.entries.push({ kind, method, prefixes: host.base, path, handlers, at: at2 });
}
function route(host, site) {
  const other = site.arguments[1];
  const path = site.written[0] && writtenPaths(site.arguments[0], site.file, site.written[0])[0];
  const inner = other?.kind === "host" ? other.host : void 0;
  if (inner?.framework === "hono" && path) {
    honoMounted.add(inner.entries);
    for (const entry of [...inner.entries])
      host.entries.push({ ...entry, prefixes: [...host.base, path, ...entry.prefixes] });
  } else if (path) {
    const unknown = { text: "", isResolved: false, at: path.at };
    push(host, "route", "*", unknown, [], methodSpan(site.file, site.node));
  }
  return asValue(host);
}
var honoMounted = /* @__PURE__ */ new WeakSet();
var honoServed = /* @__PURE__ */ new WeakSet();
function use(host, site, at2) {
  const [first] = site.arguments;
  const hasPath = isPath(first);
  const everything = { text: "*", isResolved: true, at: at2 };
  const paths = hasPath && site.written[0] ? writtenPaths(first, site.file, site.written[0]) : [everything];
  for (const path of paths) push(host, "use", "*", path, flatArguments(site, hasPath ? 1 : 0), at2);
}
function openapi(host, site, at2) {
  const [description] = site.arguments;
  const last = description?.kind === "outside" ? description.steps.at(-1) : void 0;
  const options = last?.kind === "call" ? last.site.arguments[0] : void 0;
  if (options?.kind !== "fields" || last?.kind !== "call") return asValue(host);
  const method = textsOf(options.entries.get("method"))[0];
  for (const path of writtenPaths(options.entries.get("path"), last.site.file, last.site.written[0] ?? last.site.node))
    push(
      host,
      "route",
      method?.toUpperCase() ?? "*",
      { ...path, text: path.text.replace(/\{(\w+)\}/g, ":$1") },
      flatArguments(site, 1),
      at2
    );
  return asValue(host);
}

// src/model/code/routes/javascript/koa.ts
function bareKoaRouter(startup, at2) {
  const host = {
    ...base(at2, false),
    type: "koa router",
    role: "router",
    layers: [],
    prefix: void 0,
    invoke: (name, inner) => invoke3(host, name, inner)
  };
  startup.made.push(host);
  return host;
}
var KOA_PACKAGES = ["koa", "@koa/router", "koa-router", "koa-mount", "koa-compose"];
function koaCall(startup, path, packageName, site) {
  if (packageName === "koa" && path === "") return asValue(application(startup, siteSpan(site)));
  if (packageName.endsWith("router") && (path === "" || path === ".Router")) return asValue(koaRouter(startup, site));
  if (packageName === "koa-mount" && path === "") return mount(startup, site);
  return packageName === "koa-compose" && path === "" ? site.arguments[0] : void 0;
}
function base(at2, isApplication) {
  return { properties: /* @__PURE__ */ new Map(), framework: "koa", isApplication, isServed: false, at: at2 };
}
function application(startup, at2) {
  const host = {
    ...base(at2, true),
    type: "koa application",
    role: "application",
    middleware: [],
    invoke: (name, site) => {
      if (name === "use") host.middleware.push(...flatArguments(site, 0));
      if (name === "listen") {
        host.isServed = true;
        startup.listens.push({ framework: "koa", site, index: 0 });
        return plainServer();
      }
      return name === "use" ? asValue(host) : void 0;
    }
  };
  startup.made.push(host);
  return host;
}
function mount(startup, site) {
  const [first] = site.arguments;
  const written = site.written[0] ?? site.node;
  const hasPath = isPath(first);
  const path = hasPath && writtenPaths(first, site.file, written)[0] || rootPath(site);
  const inner = {
    value: site.arguments[hasPath ? 1 : 0] ?? { kind: "unknown" },
    written: site.written[hasPath ? 1 : 0] ?? site.node,
    file: site.file
  };
  const host = {
    ...base(siteSpan(site), false),
    type: "koa mount",
    role: "mount",
    path,
    inner,
    invoke: () => void 0
  };
  startup.made.push(host);
  return asValue(host);
}
function koaRouter(startup, site) {
  const [options] = site.arguments;
  const given2 = options?.kind === "fields" ? options.entries.get("prefix") : void 0;
  const host = bareKoaRouter(startup, siteSpan(site));
  host.prefix = given2 && writtenPaths(given2, site.file, site.written[0] ?? site.node)[0];
  return host;
}
function invoke3(host, name, site) {
  const at2 = methodSpan(site.file, site.node);
  if (name === "routes" || name === "middleware") {
    const routes = {
      ...base(at2, false),
      type: "koa routes",
      role: "routes",
      router: host,
      invoke: () => void 0
    };
    return asValue(routes);
  }
  if (name === "allowedMethods") return hostValue({ type: "koa allowed methods", invoke: () => void 0 });
  if (name === "prefix") {
    host.prefix = site.written[0] && writtenPaths(site.arguments[0], site.file, site.written[0])[0];
    return asValue(host);
  }
  if (name === "use") {
    use2(host, site, at2);
    return asValue(host);
  }
  if (name === "register") {
    for (const method of methodNames(site.arguments[1])) add(host, method, site, 0, 2, at2);
    return asValue(host);
  }
  if (METHODS.has(name) || name === "del") {
    const first = isPath(site.arguments[1]) && site.arguments.length > 2 ? 1 : 0;
    add(host, name === "all" ? "*" : name === "del" ? "DELETE" : name.toUpperCase(), site, first, first + 1, at2);
    return asValue(host);
  }
  if (name === "redirect") add(host, "*", site, 0, 9, at2);
  return name === "param" || name === "redirect" || name === "host" ? asValue(host) : void 0;
}
function methodNames(value) {
  const values2 = value?.kind === "list" ? value.elements : value ? [value] : [];
  return values2.flatMap((one) => one.kind === "plain" && typeof one.value === "string" ? [one.value.toUpperCase()] : []);
}
function add(host, method, site, path, handlers, at2) {
  const written = site.written[path];
  if (!written) return;
  for (const one of writtenPaths(site.arguments[path], site.file, written))
    host.layers.push({ kind: "route", method, prefixes: [], path: one, handlers: flatArguments(site, handlers), at: at2 });
}
function use2(host, site, at2) {
  const [first] = site.arguments;
  const written = site.written[0];
  const hasPath = isPath(first);
  const paths = hasPath && written ? writtenPaths(first, site.file, written) : [void 0];
  for (const path of paths) {
    for (const given2 of flatArguments(site, hasPath ? 1 : 0)) {
      const inner = given2.value.kind === "host" ? given2.value.host : void 0;
      if (inner?.framework === "koa" && inner.role === "routes") {
        inner.router.isServed = true;
        for (const layer of inner.router.layers) host.layers.push(copied(layer, inner.router.prefix, path));
      } else
        host.layers.push({
          kind: "use",
          method: "*",
          prefixes: [],
          path: path ?? rootPath(site),
          handlers: [given2],
          at: at2
        });
    }
  }
}
function copied(layer, own, path) {
  const prefixes = [path, own].filter((one) => one !== void 0);
  return { ...layer, prefixes: [...prefixes, ...layer.prefixes] };
}

// src/model/code/routes/javascript/apollo.ts
var APOLLO_PACKAGES = [
  "@apollo/server/standalone",
  "apollo-server",
  "apollo-server-express",
  "apollo-server-koa",
  "apollo-server-fastify"
];
var HEALTH = "/.well-known/apollo/server-health";
function apolloCall(startup, path, packageName, site) {
  if (packageName === "@apollo/server/standalone") {
    if (path !== ".startStandaloneServer") return void 0;
    const options = site.arguments[1];
    const listen = options?.kind === "fields" ? options.entries.get("listen") : void 0;
    startup.listens.push({ framework: "apollo", site: listenSite(site, listen), index: 0, key: "port" });
    return asValue(standalone(startup, site, [...graphql(at(site, "/"))]));
  }
  return path === ".ApolloServer" && site.node.isNew ? asValue(embedded(startup, packageName, site)) : void 0;
}
function listenSite(site, listen) {
  const options = site.written[1];
  const entry = options?.kind === "object" ? options.entries.find((one) => one.kind === "entry" && one.key === "listen") : void 0;
  return {
    ...site,
    arguments: listen ? [listen] : [],
    written: [entry?.kind === "entry" ? entry.value : options ?? site.node]
  };
}
function at(site, text) {
  return { text, isResolved: true, at: methodSpan(site.file, site.node) };
}
function graphql(path) {
  return ["GET", "POST"].map((method) => ({ method, path }));
}
function standalone(startup, site, paths) {
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: "graphql server",
    framework: "apollo",
    isApplication: true,
    isServed: true,
    at: methodSpan(site.file, site.node),
    paths,
    invoke: () => void 0
  };
  startup.made.push(host);
  return host;
}
function embedded(startup, packageName, made) {
  const self = hostValue({
    type: "apollo server",
    invoke: (name, site) => {
      if (name === "listen" && packageName === "apollo-server") {
        const [first] = site.arguments;
        startup.listens.push({ framework: "apollo", site, index: 0, ...first?.kind === "fields" && { key: "port" } });
        standalone(startup, site, [...graphql(at(site, "/")), ...health(made.arguments[0], site)]);
        return asValue(self);
      }
      if (name === "applyMiddleware") apply(startup, site);
      if (name === "createHandler") return asValue(plugin(site));
      return name === "getMiddleware" ? asValue(plugin(site)) : void 0;
    }
  }).host;
  return self;
}
var pathsOfPlugins = /* @__PURE__ */ new WeakMap();
function graphqlPaths(host) {
  return pathsOfPlugins.get(host);
}
function plugin(site) {
  const { host } = hostValue({ type: "apollo middleware", invoke: () => void 0 });
  pathsOfPlugins.set(host, pathsIn(site));
  return host;
}
function pathsIn(site) {
  const [options] = site.arguments;
  const given2 = options?.kind === "fields" ? options.entries.get("path") : void 0;
  const [path] = given2 ? writtenPaths(given2, site.file, site.written[0] ?? site.node) : [];
  return [...graphql(path ?? at(site, "/graphql")), ...health(options, site)];
}
function health(options, site) {
  const entries = options?.kind === "fields" ? options.entries : /* @__PURE__ */ new Map();
  const isOff = entries.get("disableHealthCheck");
  const path = entries.get("healthCheckPath");
  if (isOff?.kind === "plain" && isOff.value) return [];
  if (path?.kind === "plain" && path.value === null) return [];
  return [{ method: "GET", path: at(site, stringOf(path) ?? HEALTH) }];
}
function apply(startup, site) {
  const [options] = site.arguments;
  const app = options?.kind === "fields" ? options.entries.get("app") : void 0;
  if (app?.kind !== "host") return;
  const host = app.host;
  const span = methodSpan(site.file, site.node);
  const paths = pathsIn(site);
  if (host.framework === "express") {
    for (const { method, path } of paths)
      host.layers.push({
        kind: "route",
        method,
        paths: [path],
        handlers: [],
        at: span,
        framework: "apollo"
      });
  } else if (host.framework === "koa") {
    const router = bareKoaRouter(startup, span);
    for (const { method, path } of paths)
      router.layers.push({ kind: "route", method, prefixes: [], path, handlers: [], at: span, framework: "apollo" });
    host.middleware.push({ value: asValue(router), written: site.node, file: site.file });
  }
}
function yogaPaths(value) {
  if (value.kind !== "outside" || value.package !== "graphql-yoga" || !stepsOf(value).startsWith(".createYoga()"))
    return [];
  const call = value.steps.find((step) => step.kind === "call");
  const [options] = call?.kind === "call" ? call.site.arguments : [];
  const text = (key, fallback) => options?.kind === "fields" && stringOf(options.entries.get(key)) || fallback;
  const endpoint = text("graphqlEndpoint", "/graphql");
  return [
    { method: "GET", path: endpoint },
    { method: "POST", path: endpoint },
    { method: "GET", path: text("healthCheckEndpoint", "/health") }
  ];
}
function graphqlMount(value) {
  if (value.kind !== "outside") return void 0;
  const steps = stepsOf(value);
  switch (value.package) {
    case "@apollo/server/express4":
    case "@as-integrations/express4":
    case "@as-integrations/express5":
      return steps === ".expressMiddleware()" ? "apollo" : void 0;
    case "@as-integrations/koa":
      return steps === ".koaMiddleware()" ? "apollo" : void 0;
    case "graphql-yoga":
      return steps.startsWith(".createYoga()") ? "yoga" : void 0;
    case "express-graphql":
    case "koa-graphql":
      return steps === ".graphqlHTTP()" ? "graphql" : void 0;
    case "graphql-http/lib/use/express":
    case "graphql-http/lib/use/koa":
    case "graphql-http/lib/use/http":
      return steps === ".createHandler()" ? "graphql" : void 0;
    default:
      return void 0;
  }
}

// src/model/code/routes/javascript/fastify-autoload.ts
var SCRIPT = /\.[cm]?[jt]s$/i;
var INDEX = /^index\.[cm]?[jt]s$/i;
var HOOKS = /^[_.]?auto_?hooks\.[cm]?[jt]s$/i;
function autoload(startup, host, options, site) {
  const at2 = methodSpan(site.file, site.node);
  const given2 = options?.kind === "fields" ? options : void 0;
  const directory = stringOf(given2?.entries.get("dir"));
  if (!given2 || directory === void 0) {
    host.unresolved.push(at2);
    return;
  }
  const isFlat = isFalse(given2.entries.get("dirNameRoutePrefix"));
  const found = [];
  const root = directory.replace(/\/$/, "");
  const paths = [...startup.run.program.files.keys()].filter((path) => path.startsWith(`${root}/`));
  collect(startup, paths, root, "", isFlat, found);
  if (found.length === 0) host.unresolved.push(at2);
  const isParameter = truthOf(given2.entries.get("routeParams") ?? { kind: "plain", value: null }) === true;
  for (const one of found) load(startup, host, one, given2, isParameter, site);
}
function isFalse(value) {
  return value?.kind === "plain" && value.value === false;
}
function collect(startup, paths, directory, prefix, isFlat, found) {
  const names = [];
  const folders = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const [name = "", ...rest] = path.slice(directory.length + 1).split("/");
    if (rest.length > 0) folders.set(name, [...folders.get(name) ?? [], path]);
    else if (SCRIPT.test(name) && !/\.d\.[cm]?ts$|\.(?:test|spec)\./i.test(name)) names.push(name);
  }
  const index = names.find((name) => INDEX.test(name));
  for (const name of index === void 0 ? names.sort() : [index]) {
    const file = startup.run.program.files.get(`${directory}/${name}`);
    if (file && !HOOKS.test(name)) found.push({ file, prefix });
  }
  for (const [folder, inside] of folders)
    collect(startup, inside, `${directory}/${folder}`, isFlat ? prefix : `${prefix}/${folder}`, isFlat, found);
}
function load(startup, host, one, given2, isParameter, site) {
  const { run } = startup;
  const whole = wholeOf(run, one.file);
  const plugin2 = exportedValue(run, one.file, "default") ?? whole;
  if (plugin2.kind !== "closure" && plugin2.kind !== "outside") return;
  const named = (name) => stringOf(
    exportedValue(run, one.file, name) ?? (plugin2.kind === "closure" ? plugin2.properties.get(name) : void 0)
  );
  const inner = given2.entries.get("options");
  const around = inner?.kind === "fields" ? inner.entries : /* @__PURE__ */ new Map();
  const base2 = stringOf(around.get("prefix")) ?? "";
  const override = named("prefixOverride");
  const own = named("autoPrefix") ?? one.prefix;
  const text = override ?? base2 + own;
  const spelled = isParameter ? text.includes("__") ? text.replaceAll("__", ":") : text.replaceAll("/_", "/:") : text;
  const path = { text: spelled, isResolved: true, at: methodSpan(site.file, site.node) };
  host.register(plugin2, fields([...around, ["prefix", { kind: "plain", value: spelled }]]), site, path);
}

// src/model/code/routes/javascript/fastify-plugins.ts
var SERVING = /* @__PURE__ */ new Map([
  ["@fastify/static", ["prefix", "/"]],
  ["fastify-static", ["prefix", "/"]],
  ["@fastify/http-proxy", ["prefix", "/"]],
  ["fastify-http-proxy", ["prefix", "/"]],
  ["@fastify/swagger-ui", ["routePrefix", "/documentation"]],
  ["@scalar/fastify-api-reference", ["routePrefix", "/reference"]],
  ["@fastify/nextjs", ["prefix", "/"]],
  ["@fastify/vite", ["prefix", "/"]],
  ["@fastify/middie", ["", "/"]],
  ["@fastify/express", ["", "/"]],
  ["@trpc/server/adapters/fastify", ["prefix", "/trpc"]]
]);
function knownPlugin(host, plugin2, options, site) {
  const at2 = methodSpan(site.file, site.node);
  const option = (name) => options?.kind === "fields" ? options.entries.get(name) : void 0;
  const pathOption = (name, fallback) => {
    const value = option(name);
    const [written] = value ? writtenPaths(value, site.file, site.written[1] ?? site.node) : [];
    return written ?? { text: fallback, isResolved: true, at: at2 };
  };
  const serving = SERVING.get(plugin2.package);
  if (serving) {
    host.fallbacks.push({ instance: host, path: pathOption(serving[0], serving[1]), at: at2 });
    return;
  }
  const route2 = (method, path) => host.routes.push({ method, instance: host, path, handler: void 0, hooks: [], at: at2 });
  switch (plugin2.package) {
    case "@fastify/under-pressure":
    case "under-pressure": {
      const status = option("exposeStatusRoute");
      if (status?.kind === "plain" && status.value)
        route2("GET", { text: typeof status.value === "string" ? status.value : "/status", isResolved: true, at: at2 });
      else if (status?.kind === "fields") {
        const url = status.entries.get("url");
        route2(
          "GET",
          url?.kind === "plain" ? { text: String(url.value), isResolved: !url.isPartial, at: at2 } : { text: url ? "" : "/status", isResolved: !url, at: at2 }
        );
      }
      return;
    }
    case "fastify-healthcheck":
      route2("GET", pathOption("healthcheckUrl", "/health"));
      return;
    case "fastify-metrics":
      route2("GET", { text: "/metrics", isResolved: true, at: at2 });
      return;
    case "mercurius": {
      const path = pathOption("path", "/graphql");
      route2("GET", path);
      route2("POST", path);
      return;
    }
    case "@as-integrations/fastify": {
      const path = pathOption("path", "/graphql");
      route2("GET", path);
      route2("POST", path);
      return;
    }
    case "@fastify/rate-limit":
    case "fastify-rate-limit": {
      const global = option("global");
      const isOff = global?.kind === "plain" && global.value === false;
      if (!isOff) host.hooks.push({ value: plugin2, written: site.written[0] ?? site.node, file: site.file });
      return;
    }
    default:
  }
}

// src/model/code/routes/javascript/fastify-unwrap.ts
function unwrap(startup, given2) {
  const value = given2.kind === "namespace" ? memberOf(startup.run, given2, "default") : given2;
  if (value.kind === "outside") {
    const inner = wrapped(value);
    if (inner) return { plugin: unwrap(startup, inner).plugin, isShared: true };
  }
  if (value.kind === "fields") {
    const inner = value.entries.get("default");
    if (inner) return unwrap(startup, inner);
  }
  const isShared = value.kind === "closure" && skipsOverride(value);
  return { plugin: value, isShared };
}
function wrapped(value) {
  const last = value.steps.at(-1);
  return (value.package === "fastify-plugin" || value.package === "@fastify/plugin") && last?.kind === "call" ? last.site.arguments[0] : void 0;
}
function skipsOverride(value) {
  const set = value.properties.get("skip-override");
  return set !== void 0 && truthOf(set) === true;
}

// src/model/code/routes/javascript/fastify.ts
var FASTIFY_PACKAGES = ["fastify"];
function fastifyCall(startup, path, _packageName, site) {
  return path === "" || path === ".fastify" ? asValue(fastifyHost(startup, siteSpan(site))) : void 0;
}
function fastifyHost(startup, at2, parent, prefix, parameterOf) {
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: "fastify instance",
    framework: "fastify",
    isApplication: parent === void 0 && parameterOf === void 0,
    isServed: false,
    at: at2,
    ...parent && { parent },
    ...prefix && { prefix },
    ...parameterOf !== void 0 && { parameterOf },
    routes: parent?.routes ?? [],
    fallbacks: parent?.fallbacks ?? [],
    unresolved: parent?.unresolved ?? [],
    hooks: [...parent?.hooks ?? []],
    waiting: [],
    invoke: (name, site) => invoke4(startup, host, name, site),
    read: (name) => parent ? parent.properties.get(name) ?? parent.read?.(name) : void 0,
    awaited: () => flush(host),
    register: (plugin2, options, site, given2) => register(startup, host, plugin2, options, site, given2)
  };
  if (!parent) startup.made.push(host);
  return host;
}
function flush(host) {
  for (let next = host.waiting.shift(); next; next = host.waiting.shift()) next();
}
function invoke4(startup, host, name, site) {
  const [first, second] = site.arguments;
  switch (name) {
    case "register":
      if (first) host.waiting.push(() => host.register(first, second, site));
      return asValue(host);
    case "route":
      if (first) addRouteObject(host, first, site);
      return asValue(host);
    case "addHook":
      if (REJECTING.has(stringOf(first) ?? "")) host.hooks.push(...givenAt(site, 1));
      return asValue(host);
    case "decorate":
      if (stringOf(first) !== void 0 && second) host.properties.set(stringOf(first) ?? "", second);
      return asValue(host);
    case "listen":
      host.isServed = true;
      startup.listens.push({ framework: "fastify", site, index: 0, ...first?.kind === "fields" && { key: "port" } });
      flush(host);
      return asValue(host);
    case "after":
    case "ready":
      flush(host);
      if (first?.kind === "closure") callClosure(startup.run, first, []);
      return asValue(host);
    default:
      if (METHODS.has(name)) return shorthand(host, name, site);
      return CHAINED.has(name) ? asValue(host) : void 0;
  }
}
var REJECTING = /* @__PURE__ */ new Set(["onRequest", "preParsing", "preValidation", "preHandler"]);
var CHAINED = /* @__PURE__ */ new Set([
  "decorateRequest",
  "decorateReply",
  "addSchema",
  "setErrorHandler",
  "setNotFoundHandler",
  "addContentTypeParser",
  "setValidatorCompiler",
  "setSerializerCompiler",
  "withTypeProvider",
  "use"
]);
function givenAt(site, index) {
  const value = site.arguments[index];
  const written = site.written[index];
  return value && written ? flatGiven({ value, written, file: site.file }) : [];
}
function shorthand(host, name, site) {
  const written = site.written[0];
  if (!written || site.node.arguments.length < 2) return asValue(host);
  const options = site.arguments.length > 2 || site.arguments[1]?.kind === "fields" ? site.arguments[1] : void 0;
  const last = givenAt(site, site.arguments.length - 1).at(-1);
  const inOptions = options?.kind === "fields" ? options.entries.get("handler") : void 0;
  const handler = inOptions ? { value: inOptions, written: site.written[1] ?? written, file: site.file } : last;
  for (const path of writtenPaths(site.arguments[0], site.file, written))
    push2(
      host,
      name === "all" ? "*" : name.toUpperCase(),
      path,
      handler,
      hooksOf(options, site, 1),
      methodSpan(site.file, site.node)
    );
  return asValue(host);
}
function hooksOf(options, site, index) {
  if (options?.kind !== "fields") return [];
  const literal = site.written[index];
  return [...REJECTING].flatMap((name) => {
    const value = options.entries.get(name);
    if (!value) return [];
    const entry = literal?.kind === "object" ? literal.entries.find((one) => one.kind === "entry" && one.key === name) : void 0;
    const written = entry?.kind === "entry" ? entry.value : literal ?? site.node;
    return flatGiven({ value, written, file: site.file });
  });
}
function push2(host, method, path, handler, hooks, at2) {
  host.routes.push({ method, instance: host, path, handler, hooks, at: at2 });
}
function addRouteObject(host, options, site) {
  const at2 = methodSpan(site.file, site.node);
  if (options.kind !== "fields") {
    host.unresolved.push(at2);
    return;
  }
  const url = options.entries.get("url") ?? options.entries.get("path");
  const method = options.entries.get("method");
  const methods = (method?.kind === "list" ? method.elements : [method]).map((one) => (one && stringOf(one)) ?? "*");
  const handler = options.entries.get("handler");
  const written = site.written[0] ?? site.node;
  const given2 = handler && { value: handler, written, file: site.file };
  for (const path of writtenPaths(url, site.file, entryOf(written, "url") ?? entryOf(written, "path") ?? written))
    for (const one of methods) push2(host, one.toUpperCase(), path, given2, hooksOf(options, site, 0), at2);
}
function entryOf(written, key) {
  if (written.kind !== "object") return void 0;
  const entry = written.entries.find((one) => one.kind === "entry" && one.key === key);
  return entry?.kind === "entry" ? entry.value : void 0;
}
function register(startup, host, given2, options, site, prefix) {
  const at2 = methodSpan(site.file, site.node);
  const { plugin: plugin2, isShared } = unwrap(startup, given2);
  if (plugin2.kind === "outside") {
    if (plugin2.package === "@fastify/autoload" || plugin2.package === "fastify-autoload")
      autoload(startup, host, options, site);
    else knownPlugin(host, plugin2, options, site);
    return;
  }
  const known2 = options?.kind === "closure" ? callClosure(startup.run, options, [asValue(host)]) : options;
  const path = prefix ?? (known2 ? prefixIn(startup, known2, site) : void 0);
  const graphql2 = plugin2.kind === "host" ? graphqlPaths(plugin2.host) : void 0;
  if (graphql2) {
    const instance = fastifyHost(startup, at2, host, path);
    for (const one of graphql2)
      host.routes.push({ ...one, instance, handler: void 0, hooks: [], framework: "apollo", at: at2 });
    return;
  }
  if (plugin2.kind !== "closure") {
    host.unresolved.push(at2);
    return;
  }
  const inner = isShared ? host : fastifyHost(startup, at2, host, path);
  callValue(startup.run, plugin2, { ...site, arguments: [asValue(inner), known2 ?? fields(), NOTHING] });
  if (inner !== host) flush(inner);
}
function prefixIn(startup, options, site) {
  const value = memberOf(startup.run, options, "prefix");
  if (value.kind === "plain" && value.value === null) return void 0;
  if (value.kind === "unknown" && options.kind !== "fields") return void 0;
  const written = site.written[1];
  return writtenPaths(value, site.file, (written && entryOf(written, "prefix")) ?? written ?? site.node)[0];
}

// src/model/code/routes/javascript/nestjs.ts
var NEST_PACKAGES = ["@nestjs/core", "@nestjs/common", "@nestjs/swagger"];
function nestCall(startup, path, packageName, site) {
  if (packageName === "@nestjs/core" && path === ".NestFactory.create") return asValue(nestHost(startup, site));
  if (packageName === "@nestjs/swagger" && path === ".SwaggerModule.setup") {
    const app = site.arguments[1];
    const written = site.written[0];
    if (app?.kind === "host" && app.host.framework === "nestjs" && written)
      for (const one of writtenPaths(site.arguments[0], site.file, written))
        app.host.fallbacks.push({ path: one, at: siteSpan(site) });
  }
  return void 0;
}
function nestHost(startup, site) {
  const at2 = siteSpan(site);
  const server = expressHost({ ...startup, made: [] }, at2, false);
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: "nestjs application",
    framework: "nestjs",
    isApplication: true,
    isServed: false,
    at: at2,
    root: site.arguments[0],
    exclude: [],
    guards: [],
    middleware: [],
    server,
    fallbacks: [],
    invoke: (name, inner) => invoke5(startup, host, name, inner)
  };
  startup.made.push(host);
  return host;
}
function invoke5(startup, host, name, site) {
  const [first, second] = site.arguments;
  const written = site.written[0];
  switch (name) {
    case "setGlobalPrefix": {
      const path = written && writtenPaths(first, site.file, written)[0];
      if (path && written) host.prefix = path.isResolved ? path : configured(startup, path, written, site);
      host.exclude = second?.kind === "fields" ? exclusions(second.entries.get("exclude")) : second ? UNKNOWN_EXCLUSION : [];
      return asValue(host);
    }
    case "enableVersioning":
      host.versioning = versioning(first, methodSpan(site.file, site.node));
      return asValue(host);
    case "useGlobalGuards":
      host.guards.push(...flatArguments(site, 0));
      return asValue(host);
    case "use":
      host.middleware.push(...flatArguments(site, 0).filter((given2) => given2.value.kind !== "plain"));
      host.server.invoke("use", site);
      return asValue(host);
    case "listen":
      host.isServed = true;
      startup.listens.push({ framework: "nestjs", site, index: 0 });
      return asValue(host);
    case "useWebSocketAdapter":
      if (first && written) host.socketAdapter = { value: first, written, file: site.file };
      return asValue(host);
    case "get":
    case "resolve":
      return provided(first);
    case "select":
      return asValue(host);
    case "getHttpAdapter":
      return adapter(host);
    case "useStaticAssets":
      host.fallbacks.push({ path: staticPrefix(second, site), at: methodSpan(site.file, site.node) });
      return asValue(host);
    default:
      return CHAINED2.has(name) ? asValue(host) : void 0;
  }
}
function configured(startup, path, node, site) {
  const { program, models } = startup.run;
  const value = evaluateExpression(program, { file: site.file, node }, models.environment ?? EMPTY_ENVIRONMENT);
  return value.kind === "known" && typeof value.value === "string" ? { ...path, text: value.value, isResolved: true } : path;
}
var CHAINED2 = /* @__PURE__ */ new Set([
  "useGlobalPipes",
  "useGlobalFilters",
  "useGlobalInterceptors",
  "enableCors",
  "enableShutdownHooks",
  "init",
  "set",
  "disable",
  "enable",
  "useBodyParser",
  "useLogger",
  "setViewEngine",
  "setBaseViewsDir",
  "connectMicroservice",
  "register"
]);
function provided(first) {
  if (first?.kind === "class") return { ...fields([], true), of: first };
  return first?.kind === "outside" ? first : void 0;
}
function adapter(host) {
  return hostValue({
    type: "http adapter",
    invoke: (name, site) => {
      if (name === "getInstance") return asValue(host.server);
      return METHODS.has(name) || name === "use" ? host.server.invoke(name, site) : void 0;
    }
  });
}
function staticPrefix(options, site) {
  const prefix = options?.kind === "fields" ? options.entries.get("prefix") : void 0;
  const written = site.written[1] ?? site.node;
  const [path] = prefix ? writtenPaths(prefix, site.file, written) : [];
  return path ?? { text: "/", isResolved: true, at: methodSpan(site.file, site.node) };
}
var UNKNOWN_EXCLUSION = [{ path: void 0 }];
function exclusions(value) {
  if (!value) return [];
  if (value.kind !== "list") return UNKNOWN_EXCLUSION;
  const known2 = value.elements.map((one) => {
    if (one.kind === "plain" && typeof one.value === "string") return { path: one.isPartial ? void 0 : one.value };
    if (one.kind !== "fields") return { path: void 0 };
    const path = one.entries.get("path");
    const method = methodName2(one.entries.get("method"));
    const text = path?.kind === "plain" && !path.isPartial ? String(path.value) : void 0;
    return { path: text, ...method !== void 0 && { method } };
  });
  return value.isOpen ? [...known2, ...UNKNOWN_EXCLUSION] : known2;
}
function methodName2(value) {
  const name = value?.kind === "outside" ? lastMember(value) : void 0;
  if (name !== void 0) return name === "ALL" ? void 0 : name;
  const number = value?.kind === "plain" && typeof value.value === "number" ? value.value : -1;
  return ["GET", "POST", "PUT", "DELETE", "PATCH", void 0, "OPTIONS", "HEAD"][number];
}
function versioning(options, at2) {
  if (options?.kind !== "fields") return { isInPath: true, prefix: "v", at: at2 };
  const type = options.entries.get("type");
  const isInPath = type === void 0 || (type.kind === "outside" ? lastMember(type) === "URI" : type.kind === "plain" && type.value === 0);
  const prefix = options.entries.get("prefix");
  const given2 = prefix?.kind === "plain" ? prefix.value === false ? "" : prefix.value === null ? "v" : String(prefix.value) : "v";
  const defaultVersion = options.entries.get("defaultVersion");
  return { isInPath, prefix: given2, at: at2, ...defaultVersion && { defaultVersion } };
}

// src/model/code/routes/javascript/socket-servers.ts
var SOCKET_PACKAGES = ["socket.io", "ws"];
function socketCall(startup, path, packageName, site) {
  if (packageName === "socket.io" && (path === "" || path === ".Server"))
    return asValue(socketHost(startup, "socket.io", site));
  if (packageName === "ws" && /^\.(?:Server|WebSocketServer)$/.test(path))
    return asValue(socketHost(startup, "ws", site));
  return void 0;
}
function socketHost(startup, library, site) {
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: `${library} server`,
    library,
    at: siteSpan(site),
    options: site.arguments.findLast((one) => one.kind === "fields" && one.of === void 0),
    middleware: [],
    namespaces: [],
    read: (name) => name === "sockets" || name === "engine" ? asValue(host) : void 0,
    invoke: (name, inner) => {
      if (name === "adapter") {
        const [value] = inner.arguments;
        const [written] = inner.written;
        if (value && written) host.adapter = { value, written, file: inner.file };
        return asValue(host);
      }
      if (name === "use") host.middleware.push(...flatArguments(inner, 0));
      if (name === "of") return namespace(host, inner);
      return CHAINED3.has(name) ? asValue(host) : void 0;
    }
  };
  startup.sockets.push(host);
  return host;
}
var CHAINED3 = /* @__PURE__ */ new Set(["use", "attach", "listen", "path", "to", "in", "except"]);
function namespace(host, site) {
  const middleware = [];
  host.namespaces.push({ name: site.arguments[0], at: siteSpan(site), middleware });
  const self = {
    properties: /* @__PURE__ */ new Map(),
    type: "socket.io namespace",
    invoke: (name, inner) => {
      if (name === "use") middleware.push(...flatArguments(inner, 0));
      return name === "use" ? asValue(self) : void 0;
    }
  };
  return asValue(self);
}

// src/model/code/routes/javascript/uncalled.ts
var FASTIFY = /^(?:Fastify\.)?Fastify(?:Instance|TypedInstance|Plugin(?:Async|Callback)?(?:\w*)?)$/;
var EXPRESS = /^(?:express\.|core\.)?(?:Express|Application|Router|IRouter)$/;
function followUncalled(startup, file) {
  for (const { name, fn, type } of functionsOf(file.body)) {
    const given2 = type ?? fn.parameters[0]?.type;
    if (given2 === void 0 || startup.run.called.has(fn)) continue;
    const at2 = spanOf(file, { start: fn.nameStart, end: fn.end });
    const host = FASTIFY.test(given2.name) ? fastifyHost(startup, at2, void 0, void 0, name) : EXPRESS.test(given2.name) && type === void 0 ? expressHost(startup, at2, false, name) : void 0;
    if (!host) continue;
    const closure = closureOf(fn, file, startModule(startup.run, file));
    if (startup.run.called.has(fn)) continue;
    const values2 = [asValue(host), fields([], true), NOTHING];
    callClosure(startup.run, closure, values2);
  }
}
function functionsOf(statements) {
  return statements.flatMap((statement) => {
    if (statement.kind === "function") return [{ name: statement.name ?? "default", fn: statement }];
    if (statement.kind === "expression" && statement.value.kind === "function")
      return [{ name: statement.value.name ?? "default", fn: statement.value }];
    if (statement.kind !== "declare" || statement.value?.kind !== "function" || statement.target.kind !== "name")
      return [];
    const { type } = statement;
    return [{ name: statement.target.name, fn: statement.value, ...type && { type } }];
  });
}

// src/model/code/routes/javascript/start.ts
var MODELS = new Map([
  ...EXPRESS_PACKAGES.map((name) => [name, expressCall]),
  ...KOA_PACKAGES.map((name) => [name, koaCall]),
  ...FASTIFY_PACKAGES.map((name) => [name, fastifyCall]),
  ...NEST_PACKAGES.map((name) => [name, nestCall]),
  ...APOLLO_PACKAGES.map((name) => [name, apolloCall]),
  ...SERVER_PACKAGES.map((name) => [name, serverCall]),
  ...SOCKET_PACKAGES.map((name) => [name, socketCall]),
  ...HONO_PACKAGES.map((name) => [name, honoCall])
]);
var COMPANIONS = /* @__PURE__ */ new Set(["@fastify/autoload", "fastify-plugin", "@fastify/sensible"]);


var kept = /* @__PURE__ */ new WeakMap();



function follow(program, service, files, reached) {
  const made = [];
  const startup = { made, listens: [], sockets: [], unresolved: [] };
  const models = {
    call: (_run, callee2, site) => callModel(full, callee2, site),
    unfollowed: (site) => {
      if (handsOnRouter(site)) full.unresolved.push(siteSpan(site));
    },
    ...service.environment && { environment: service.environment },
    isRelevant: isRelevant2
  };
  const all = /* @__PURE__ */ new Set([...reached, ...files]);
  const run = createRun(program, all, models);
  const full = { ...startup, run };
  const entries = entriesOf2(program, service, files);
  for (const path of entries) startFile(run, program, path);
  for (const path of entries) serveDefault(full, program, path);
  load2(made);
  const before = made.length;
  for (const path of files) {
    const file = program.files.get(path);
    if (file && !standsAside(path) && usesFramework(file)) startModule(run, file);
  }
  for (const path of files) {
    const file = program.files.get(path);
    if (file && !standsAside(path)) followUncalled(full, file);
  }
  load2(made.slice(before));
  return { ...full, aside: new Set(made.slice(before)) };
}
function startFile(run, program, path) {
  const file = program.files.get(path);
  if (file && isJavaScript(file)) startModule(run, file);
}
function load2(made) {
  for (const host of made) if (host.framework === "fastify") flush(host);
}
function serveDefault(startup, program, path) {
  const { run } = startup;
  const file = program.files.get(path);
  const value = file && isJavaScript(file) ? exportedValue(run, file, "default") : void 0;
  if (file && value?.kind === "closure" && isPlugin(value)) startPlugin(startup, file, value);
  if (value?.kind === "host") value.host.isServed = true;
}
function startPlugin(startup, file, value) {
  if (startup.made.some((host2) => host2.framework === "fastify" && host2.isApplication)) return;
  const { fn } = value;
  const host = fastifyHost(startup, spanOf(file, { start: fn.nameStart, end: fn.end }));
  callClosure(startup.run, value, [asValue(host), fields([], true)]);
}
function isPlugin({ fn }) {
  const [first] = fn.parameters;
  const name = first?.target.kind === "name" ? first.target.name : "";
  return name === "fastify" || /^Fastify\w*Instance$/.test(first?.type?.name ?? "");
}
function entriesOf2(program, service, files) {
  if (service.entries.length > 0) return service.entries;
  const imported = /* @__PURE__ */ new Set();
  for (const path of files) {
    const file = program.files.get(path);
    for (const one of file?.imports ?? []) {
      const target = file && program.target(file, one.from);
      if (target?.kind === "files") {
        for (const each of target.files) if (each.path !== path) imported.add(each.path);
      }
    }
  }
  return files.filter((path) => !imported.has(path) && !standsAside(path));
}
function handsOnRouter(site) {
  const isOwn = site.node.callee.kind === "index";
  return isOwn || site.arguments.some((one) => one.kind === "host" && ROUTING.has(one.host.framework));
}
var ROUTING = /* @__PURE__ */ new Set(["express", "koa", "fastify", "hono", "nestjs"]);
var ADDING = /* @__PURE__ */ new Set([
  "routing-controllers",
  "inversify-express-utils",
  "express-openapi",
  "express-file-routing",
  "express-openapi-router-controller",
  "tsoa",
  "@decorators/express",
  "@overnightjs/core",
  "consign"
]);
function callModel(startup, callee2, site) {
  for (const given2 of site.arguments) {
    if (given2.kind === "host") given2.host.isServed = true;
  }
  if (ADDING.has(callee2.package) && handsOnRouter(site)) startup.unresolved.push(siteSpan(site));
  const model = MODELS.get(callee2.package);
  return model?.(startup, stepsOf(callee2).replace(/^\.default\b/, ""), callee2.package, site);
}

// src/model/code/routes/javascript/nest-decorators.ts
var decoratorsOfNode = /* @__PURE__ */ new WeakMap();
function classDecorators(run, value) {
  let found = decoratorsOfNode.get(value);
  if (!found) {
    found = decorators(run, value, value.node.decorators);
    decoratorsOfNode.set(value, found);
  }
  return found;
}
function methodDecorators(run, home, fn) {
  let found = decoratorsOfNode.get(fn);
  if (!found) {
    found = decorators(run, home, fn.decorators);
    decoratorsOfNode.set(fn, found);
  }
  return found;
}
function decorators(run, home, written) {
  startModule(run, home.file);
  return written.flatMap((one) => flat(run, evaluate(run, one, home.scope), one, home.file, 0));
}
function flat(run, value, written, file, depth) {
  if (value.kind === "list") return value.elements.flatMap((one) => flat(run, one, written, file, depth + 1));
  if (value.kind === "either") return value.values.flatMap((one) => flat(run, one, written, file, depth + 1));
  if (depth > 5) return [];
  if (value.kind === "closure") return inClosure(run, value, written, file, depth);
  if (value.kind !== "outside") return [];
  const last = value.steps.at(-1);
  if (last?.kind !== "call") return [];
  const name = value.steps.findLast((step) => step.kind === "member")?.name ?? "";
  if (name === "applyDecorators") return last.site.arguments.flatMap((one) => flat(run, one, written, file, depth + 1));
  return [{ package: value.package, name, site: last.site, value, written, file }];
}
function inClosure(run, value, written, file, depth) {
  const { fn } = value;
  if (fn.body.length > 12) return [];
  const found = [];
  for (const statement of fn.body) {
    const expression = statement.kind === "expression" || statement.kind === "return" ? statement.value : void 0;
    if (expression?.kind !== "call" || expression.callee.kind !== "call") continue;
    found.push(...flat(run, evaluate(run, expression.callee, value.scope), written, file, depth + 1));
  }
  return found;
}
function inheritedDecorator(run, value, name) {
  for (const one of [value, ...basesOf(run, value)]) {
    if (one.kind !== "class") return void 0;
    const found = classDecorators(run, one).find((decorator) => decorator.name === name);
    if (found) return found;
  }
  return void 0;
}
function given(run, value) {
  if (value.kind !== "outside") return value;
  const last = value.steps.at(-1);
  const isForward = last?.kind === "call" && value.steps.some((step) => step.kind === "member" && step.name === "forwardRef");
  const [first] = isForward ? last.site.arguments : [];
  return first?.kind === "closure" ? callClosure(run, first, []) : value;
}

// src/model/code/routes/javascript/nest-modules.ts
function reachableModules(run, root, at2) {
  const found = { modules: /* @__PURE__ */ new Map(), providers: [], outside: [], unresolved: [] };
  const waiting = root ? [{ value: root, at: at2 }] : [];
  const seen = /* @__PURE__ */ new Set();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const value of alternatives(given(run, next.value))) {
      if (seen.has(value) || seen.size > 5e3) continue;
      seen.add(value);
      waiting.push(...enter(run, found, value, next.at));
    }
  }
  for (const one of found.outside) registerPaths(found, one);
  return found;
}
function enter(run, found, value, at2) {
  switch (value.kind) {
    case "class":
      return enterClass(run, found, value);
    case "fields": {
      const of = value.entries.get("module");
      const inner = of?.kind === "class" ? of : void 0;
      if (of?.kind === "outside") found.outside.push(of);
      else if (!inner) found.unresolved.push(at2);
      return [...inner ? enterClass(run, found, inner) : [], ...metadata(found, inner, value, at2)];
    }
    case "outside":
      if (value.package === "") found.unresolved.push(at2);
      else found.outside.push(value);
      return value.self ? enterClass(run, found, value.self) : [];
    case "plain":
      return [];
    case "list":
      return value.elements.map((one) => ({ value: one, at: at2 }));
    default:
      found.unresolved.push(at2);
      return [];
  }
}
function enterClass(run, found, value) {
  if (found.modules.has(value)) return [];
  found.modules.set(value, { of: value, controllers: /* @__PURE__ */ new Set(), paths: [] });
  const decorators2 = classDecorators(run, value);
  if (decorators2.length === 0 && value.node.bases.length === 0) found.unresolved.push(spanOf(value.file, value.node));
  return decorators2.filter((one) => one.name === "Module" || one.name === "Global").flatMap((one) => {
    const [options] = one.site.arguments;
    if (!options) return [];
    return options.kind === "fields" ? metadata(found, value, options, spanOf(one.file, one.written)) : enter(run, found, options, spanOf(one.file, one.written));
  });
}
function metadata(found, of, options, at2) {
  const module = of && found.modules.get(of);
  const controllers = options.entries.get("controllers");
  const items = controllers && itemsOf(controllers);
  if (controllers && (!items || items.isOpen)) found.unresolved.push(at2);
  for (const one of items?.elements.flatMap(alternatives) ?? []) {
    if (one.kind === "class") module?.controllers.add(one);
    else if (one.kind === "unknown") found.unresolved.push(at2);
  }
  const providers = options.entries.get("providers");
  found.providers.push(...(providers && itemsOf(providers)?.elements) ?? []);
  const imports = options.entries.get("imports");
  const list2 = imports && itemsOf(imports);
  if (imports && (!list2 || list2.isOpen)) found.unresolved.push(at2);
  return (list2?.elements ?? []).map((value) => ({ value, at: at2 }));
}
function registerPaths(found, value) {
  const call = lastCall(value);
  if (!call || !value.steps.some((step) => step.kind === "member" && step.name === "RouterModule")) return;
  const [routes] = call.arguments;
  const written = call.written[0] ?? call.node;
  const visit = (list2, around, depth) => {
    for (const one of (list2 && itemsOf(list2)?.elements) ?? []) {
      if (one.kind === "class") enterPath(found, one, around);
      if (one.kind !== "fields" || depth > 10) continue;
      const own = one.entries.get("path");
      const [path] = own ? writtenPaths(own, call.file, written) : [];
      const paths = path ? [...around, path] : around;
      const module = one.entries.get("module");
      if (module?.kind === "class") enterPath(found, module, paths);
      visit(one.entries.get("children"), paths, depth + 1);
    }
  };
  visit(routes, [], 0);
}
function enterPath(found, of, paths) {
  found.modules.get(of)?.paths.push(...paths);
}
function outsideOptions(run, value) {
  const name = value.steps.find((step) => step.kind === "member")?.name ?? "";
  const [first] = lastCall(value)?.arguments ?? [];
  if (first?.kind !== "fields") return { name, options: first };
  const factory = first.entries.get("useFactory");
  if (factory?.kind === "closure") return { name, options: callClosure(run, factory, []) };
  const useClass = first.entries.get("useClass");
  if (useClass?.kind === "class" && methodOf(run, useClass, "createGqlOptions")) return { name, options: void 0 };
  return { name, options: first };
}
function optionText(options, key) {
  if (options === void 0) return void 0;
  if (options.kind !== "fields") return null;
  const value = options.entries.get(key);
  if (!value) return options.isOpen ? null : void 0;
  return stringOf(value) ?? null;
}

// src/model/code/routes/javascript/behaviour.ts
var NOTHING_SPECIAL = { statuses: /* @__PURE__ */ new Set(), verifies: false, readsPath: false, callsNext: false };
var known = /* @__PURE__ */ new WeakMap();
var LONGEST2 = 4e3;
function behaviourOf(run, closure, depth = 0) {
  const found = known.get(closure.fn);
  if (found) return found;
  known.set(closure.fn, NOTHING_SPECIAL);
  const behaviour = look(run, closure, depth);
  known.set(closure.fn, behaviour);
  return behaviour;
}
function look(run, closure, depth) {
  const statuses = /* @__PURE__ */ new Set();
  let verifies = false;
  let readsPath = false;
  let callsNext = false;
  const forgiven = forgivenRanges(closure.fn);
  let nodes = 0;
  let methods = 0;
  walk(closure.fn.body, (node) => {
    if (++nodes > LONGEST2) return false;
    const status = statusOf(node);
    if (status !== void 0) statuses.add(status);
    if (node.kind === "member" && isPathRead(node)) readsPath = true;
    if (isMethodRead(node)) methods++;
    if (node.kind === "binary" && isPreflight(node)) methods--;
    if (node.kind !== "call") return void 0;
    const name = calleeName(node);
    if (name === "next" || name === "done") callsNext = true;
    if (isVerification(node, name) && !forgiven.some((range) => range.start <= node.start && node.end <= range.end))
      verifies = true;
    if (depth < 3) {
      for (const inner of calledClosures(run, node.callee, closure)) {
        const other = behaviourOf(run, inner, depth + 1);
        for (const one of other.statuses) statuses.add(one);
        if (other.verifies) verifies = true;
        if (other.readsPath) readsPath = true;
      }
    }
    return void 0;
  });
  return { statuses, verifies, readsPath: readsPath || methods > 0, callsNext };
}
function calledClosures(run, callee2, closure) {
  const path = pathOf(callee2);
  if (!path || path.length > 3) return [];
  const parameters = closure.fn.parameters.map((one) => one.target.kind === "name" ? one.target.name : "");
  if (path[0] === void 0 || parameters.includes(path[0])) return [];
  const scope = closure.self ? { ...closure.scope, self: closure.self } : closure.scope;
  const value = deeper(run, void 0, () => evaluate(run, callee2, scope));
  return value ? alternatives(value).filter((one) => one.kind === "closure") : [];
}
var PATHS = /* @__PURE__ */ new Set(["path", "url", "originalUrl", "baseUrl", "pathname", "routerPath", "routeOptions"]);
var REQUESTS = /* @__PURE__ */ new Set(["req", "request", "ctx", "context", "c", "URL", "_req"]);
function isPathRead(node) {
  if (!PATHS.has(node.property)) return false;
  const path = pathOf(node);
  return path === void 0 || path.slice(0, -1).some((part) => REQUESTS.has(part));
}
function isMethodRead(node) {
  return node.kind === "member" && node.property === "method" && REQUESTS.has(pathOf(node.object)?.at(-1) ?? "");
}
function isPreflight(node) {
  const sides = [peel(node.left), peel(node.right)];
  return sides.some(isMethodRead) && sides.some((side) => side.kind === "literal" && side.value === "OPTIONS");
}
function calleeName(call) {
  const path = pathOf(call.callee);
  if (path) return path.at(-1);
  return call.callee.kind === "member" ? call.callee.property : void 0;
}
var VERIFIES = /^(?:jwtVerify|verifyAsync|verifyIdToken|verifyToken|requireAuth|verifySessionCookie)$/;
function isVerification(call, name) {
  if (name === void 0) return false;
  if (VERIFIES.test(name)) return true;
  const path = pathOf(call.callee);
  if (name === "authenticate") return path?.[0] === "passport";
  return name === "verify" && /jwt|jsonwebtoken|jose|token/i.test(path?.slice(0, -1).join(".") ?? "");
}
function forgivenRanges(fn) {
  const ranges = [];
  walk(fn.body, (node) => {
    if (node.kind !== "try" || node.handlers.length === 0) return void 0;
    const first = node.body[0];
    const last = node.body.at(-1);
    const stops = node.handlers.some((handler) => handler.body.some(stopsRequest));
    if (first && last && !stops) ranges.push({ start: first.start, end: last.end });
    return void 0;
  });
  return ranges;
}
function stopsRequest(node) {
  return holds([node], (one) => {
    if (one.kind !== "call") return one.kind === "throw";
    const name = calleeName(one);
    return name === "next" ? one.arguments.length > 0 : /^(?:send|code|status|json|throw|end|redirect|sendStatus)$/.test(name ?? "");
  });
}
var NAMED = /* @__PURE__ */ new Map([
  ["unauthorized", 401],
  ["forbidden", 403],
  ["notfound", 404],
  ["toomanyrequests", 429]
]);
var SETTERS = /* @__PURE__ */ new Set(["status", "sendStatus", "code", "throw", "writeHead", "createError", "json", "text", "body"]);
var STATUS_KEYS = /* @__PURE__ */ new Set(["status", "statusCode", "code"]);
function statusOf(node) {
  if (node.kind === "call") {
    const name = calleeName(node) ?? "";
    const spoken = nameStatus(name);
    if (spoken !== void 0) return spoken;
    const isError = node.isNew && /(?:Error|Exception)$/.test(name);
    if (SETTERS.has(name) || isError) return node.arguments.map(numberOf).find((one) => one !== void 0);
    return void 0;
  }
  if (node.kind === "assign" && node.target.kind === "member" && STATUS_KEYS.has(node.target.property))
    return numberOf(node.value);
  if (node.kind === "entry" && node.key !== void 0 && STATUS_KEYS.has(node.key)) return numberOf(node.value);
  return void 0;
}
function nameStatus(name) {
  return NAMED.get(
    name.replace(/(?:Http)?(?:Error|Exception)$/, "").replaceAll("_", "").toLowerCase()
  );
}
function numberOf(node) {
  if (node.kind === "literal" && typeof node.value === "number")
    return node.value >= 400 && node.value < 600 ? node.value : void 0;
  return node.kind === "member" ? nameStatus(node.property) : void 0;
}

// src/model/code/routes/javascript/guards.ts
var AUTH_PACKAGES = /* @__PURE__ */ new Set([
  "express-jwt",
  "koa-jwt",
  "express-oauth2-jwt-bearer",
  "express-basic-auth",
  "basic-auth-connect",
  "koa-basic-auth",
  "connect-ensure-login",
  "hono/jwt",
  "hono/jwk",
  "hono/bearer-auth",
  "hono/basic-auth",
  "@fastify/basic-auth",
  "@fastify/bearer-auth"
]);
var LIMIT_PACKAGES = /* @__PURE__ */ new Set([
  "express-rate-limit",
  "express-brute",
  "rate-limiter-flexible",
  "koa-ratelimit",
  "koa2-ratelimit",
  "hono-rate-limiter",
  "@fastify/rate-limit",
  "fastify-rate-limit",
  "@nestjs/throttler"
]);
var AUTH_NAME = /(?:^|[._])(?:auth|jwt|protect|secured?)|authenticat|authoriz|authoris|requires?(?:Auth|User|Login|Token|Admin|Role)|loggedIn|verifyToken|isAdmin|checkJwt/i;
var LIMIT_NAME = /rate.?limit|throttl|(?:^|[._])limiter|Limiter$/i;
function guardOf(run, given2, isGlobal) {
  const name = guardName(given2.written);
  return { name, purpose: purposeOf(run, given2.value, name), isGlobal, at: spanOf(given2.file, given2.written) };
}
function guardName(written) {
  const inner = peel(written);
  const path = pathOf(inner);
  if (path) return path.join(".");
  if (inner.kind === "call") return guardName(inner.callee);
  if (inner.kind === "spread") return guardName(inner.value);
  if (inner.kind === "function" || inner.kind === "class") return inner.name ?? "anonymous function";
  if (inner.kind === "member") return inner.property;
  return "anonymous function";
}
function purposeOf(run, value, name) {
  if (value.kind === "closure") return closurePurpose(run, value);
  if (value.kind === "outside") return outsidePurpose(run, value, name);
  return value.kind === "unknown" ? byName(name) : "other";
}
function closurePurpose(run, closure) {
  const { statuses, verifies, readsPath } = behaviourOf(run, closure);
  if (statuses.has(401) || statuses.has(403) || verifies) return readsPath ? "other" : "auth";
  return statuses.has(429) ? "limit" : "other";
}
function outsidePurpose(run, value, name) {
  const steps = stepsOf(value);
  if (steps.includes(".unless")) return "other";
  if (letsStrangersPass(value)) return "other";
  if (value.package === "passport") return steps.includes(".authenticate()") ? "auth" : "other";
  if (AUTH_PACKAGES.has(value.package)) return "auth";
  if (LIMIT_PACKAGES.has(value.package)) return "limit";
  const last = value.steps.at(-1);
  if (last?.kind === "call") {
    for (const given2 of last.site.arguments) {
      const purpose = given2.kind === "closure" ? closurePurpose(run, given2) : "other";
      if (purpose !== "other") return purpose;
    }
  }
  if (value.package === "express" || value.package.startsWith("hono/")) return "other";
  return value.package === "" ? "other" : byName(`${name} ${steps}`);
}
function letsStrangersPass(value) {
  const given2 = value.steps.flatMap((step) => step.kind === "call" ? step.site.arguments : []);
  const isFlag = (one, flag) => one?.kind === "plain" && one.value === flag;
  return given2.some((one) => {
    if (one.kind === "fields")
      return isFlag(one.entries.get("credentialsRequired"), false) || isFlag(one.entries.get("passthrough"), true);
    const names = one.kind === "list" ? one.elements : [one];
    return value.package === "passport" && names.some((name) => name.kind === "plain" && name.value === "anonymous");
  });
}
function byName(name) {
  if (LIMIT_NAME.test(name)) return "limit";
  return AUTH_NAME.test(name) ? "auth" : "other";
}

// src/model/code/routes/javascript/nest-waivers.ts
function waiversOf(run, home, fn) {
  const read = /* @__PURE__ */ new Map();
  const found = [];
  const test = (node, when) => {
    const inner = peel(node);
    if (inner.kind === "unary" && inner.operator === "!") test(inner.value, when === "present" ? "absent" : "present");
    else if (inner.kind === "binary") {
      const compared = peel(inner.right);
      if (inner.operator === "===" && compared.kind === "literal" && compared.value === true) test(inner.left, when);
      else if (inner.operator === "||" || inner.operator === "&&") {
        if (inner.operator === "||" === (when === "present"))
          for (const side of [inner.left, inner.right]) test(side, when);
      }
    } else if (inner.kind === "name") {
      const known2 = read.get(inner.name);
      if (known2) found.push({ ...known2, when });
    } else if (inner.kind === "call") {
      const known2 = metadataRead(run, home, inner);
      if (known2) found.push({ ...known2, when });
    }
  };
  walk(fn.body, (node) => {
    if (node.kind === "declare" && node.target.kind === "name" && node.value) {
      const value = peel(node.value);
      const known2 = value.kind === "call" ? metadataRead(run, home, value) : void 0;
      if (known2) read.set(node.target.name, known2);
    } else if (node.kind === "if" && returnsTrue(node.consequent)) test(node.test, "present");
    else if (node.kind === "return" && node.value) returned(node.value, test);
    return void 0;
  });
  return found;
}
function returned(node, test) {
  const inner = peel(node);
  if (inner.kind === "binary" && inner.operator === "||") test(inner.left, "present");
  if (inner.kind === "conditional" && isTrue(inner.consequent)) test(inner.test, "present");
  if (inner.kind === "name" || inner.kind === "call") test(inner, "present");
}
function isTrue(node) {
  const inner = peel(node);
  return inner.kind === "literal" && inner.value === true;
}
function returnsTrue(statements) {
  const last = statements.at(-1);
  return last?.kind === "return" && last.value !== void 0 && isTrue(last.value);
}
function readsUnknownMetadata(run, home, fn) {
  return holds(fn.body, (node) => node.kind === "call" && isMetadataRead(node) && !metadataRead(run, home, node));
}
function isMetadataRead(call) {
  const path = pathOf(call.callee);
  return READS.has(path?.at(-1) ?? "") && path?.slice(0, -1).some((part) => /reflect/i.test(part)) === true;
}
var READS = /* @__PURE__ */ new Set(["get", "getAll", "getAllAndOverride", "getAllAndMerge", "getMetadata"]);
function metadataRead(run, home, call) {
  const [key, target] = call.arguments;
  if (!key || !isMetadataRead(call)) return void 0;
  const value = evaluate(run, key, home.scope);
  const known2 = stringOf(value) ?? (value.kind === "outside" ? createdDecorator(value) : void 0);
  return known2 === void 0 ? void 0 : { key: known2, of: targetOf(target) };
}
function targetOf(node) {
  let handler = false;
  let owner = false;
  walk(node ? [node] : [], (one) => {
    if (one.kind === "member" && one.property === "getHandler") handler = true;
    if (one.kind === "member" && one.property === "getClass") owner = true;
    return void 0;
  });
  return handler === owner ? "both" : handler ? "handler" : "class";
}
function createdDecorator(value) {
  const index = value.steps.findIndex((step) => step.kind === "member" && step.name === "createDecorator");
  const call = value.steps[index + 1];
  return index !== -1 && call?.kind === "call" ? call.site.node : void 0;
}
function isWaived(waivers, handler, owner) {
  if (waivers.length === 0) return false;
  const ofHandler = handler.flatMap(metadataOf);
  const ofClass = owner.flatMap(metadataOf);
  return waivers.some((waiver) => {
    const seen = waiver.of === "handler" ? ofHandler : waiver.of === "class" ? ofClass : [...ofHandler, ...ofClass];
    const set = seen.find((one) => one.key === waiver.key);
    return waiver.when === "present" ? set?.isSet === true : !set?.isSet;
  });
}
function metadataOf(decorator) {
  const created = createdDecorator(decorator.value);
  const [first, second] = decorator.site.arguments;
  if (created) return [{ key: created, isSet: first === void 0 || truthOf(first) !== false }];
  if (decorator.name === "SetMetadata" || decorator.name === "metadata") {
    const key = stringOf(first);
    return key === void 0 ? [] : [{ key, isSet: second !== void 0 && truthOf(second) !== false }];
  }
  return decorator.name === "SkipThrottle" ? [{ key: "@nestjs/throttler", isSet: true }] : [];
}

// src/model/code/routes/javascript/nest-guards.ts
function nestGuard(run, given2, isGlobal) {
  const value = instanceClass(run, given2.value);
  const name = value?.kind === "class" ? value.node.name ?? guardName(given2.written) : guardName(given2.written);
  const at2 = spanOf(given2.file, given2.written);
  if (value?.kind === "class") {
    const { purpose: purpose2, waivers } = classGuard(run, value);
    const base2 = basesOf(run, value).find((one) => one.kind === "outside");
    return { guard: { name, purpose: purpose2, isGlobal, at: at2 }, waivers, ...originOf(base2) };
  }
  const purpose = value?.kind === "outside" ? outsideGuard(run, value, name) : purposeOf(run, given2.value, name);
  return {
    guard: { name, purpose, isGlobal, at: at2 },
    waivers: value?.kind === "outside" && purpose === "limit" ? THROTTLED : [],
    ...originOf(value)
  };
}
function originOf(value) {
  const isSeen = value?.kind !== "outside" || value.package === "" || value.package.startsWith("@nestjs/");
  return isSeen ? {} : { origin: value.package };
}
var THROTTLED = [{ key: "@nestjs/throttler", when: "present", of: "both" }];
function instanceClass(run, value) {
  if (value.kind === "fields") return value.of ?? value;
  if (value.kind === "closure") return instanceClass(run, callClosure(run, value, []));
  if (value.kind !== "outside") return value;
  const last = value.steps.at(-1);
  return last?.kind === "call" && last.site.node.isNew ? { ...value, steps: value.steps.slice(0, -1) } : value;
}
function outsideGuard(run, value, name) {
  if (value.package === "@nestjs/throttler") return "limit";
  if (value.package === "@nestjs/passport") return "auth";
  return purposeOf(run, value, name);
}
function classGuard(run, value) {
  const method = methodOf(run, value, "canActivate");
  const base2 = basesOf(run, value).find((one) => one.kind === "outside");
  const inherited = base2?.kind === "outside" ? outsideGuard(run, base2, "") : "other";
  const waivers = [
    ...inherited === "limit" ? THROTTLED : [],
    ...["canActivate", "shouldSkip", "handleRequest"].flatMap((name) => {
      const found = methodOf(run, value, name);
      return found ? waiversOf(run, found.home, found.fn) : [];
    })
  ];
  const decides = inherited === "auth" ? methodOf(run, value, "handleRequest") : void 0;
  if (decides && !mayThrow(decides.fn)) return { purpose: "other", waivers };
  if (!method) return { purpose: inherited, waivers };
  const behaviour = behaviourOf(
    run,
    closureOf(method.fn, method.home.file, { ...method.home.scope, home: method.home })
  );
  if (behaviour.readsPath || readsUnknownMetadata(run, method.home, method.fn)) return { purpose: "other", waivers };
  if (inherited !== "other") return { purpose: inherited, waivers };
  if (behaviour.statuses.has(429)) return { purpose: "limit", waivers };
  const rejects = behaviour.statuses.size > 0 || behaviour.verifies || mayRefuse(method.fn);
  return { purpose: rejects ? "auth" : "other", waivers };
}
function mayThrow(fn) {
  return holds(fn.body, (node) => node.kind === "throw" || node.kind === "member" && node.property === "handleRequest");
}
function mayRefuse(fn) {
  let refuses = false;
  walk(fn.body, (node) => {
    if (node.kind === "function" || node.kind === "class") return false;
    if (node.kind === "throw") refuses = true;
    if (node.kind === "return") {
      const value = node.value && peel(node.value);
      if (!(value?.kind === "literal" && value.value === true)) refuses = true;
    }
    return void 0;
  });
  return refuses;
}
function providedGuards(run, modules2) {
  return modules2.providers.flatMap((provider) => {
    if (provider.kind !== "fields" || !provider.written) return [];
    const token = provider.entries.get("provide");
    if (token?.kind !== "outside" || !isNamed(token, "APP_GUARD")) return [];
    const { file, node } = provider.written;
    const entry = node.entries.find((one) => one.kind === "entry" && PROVIDING.has(one.key ?? ""));
    const value = entry?.kind === "entry" && entry.key !== void 0 ? provider.entries.get(entry.key) : void 0;
    if (entry?.kind !== "entry" || !value) return [];
    return [nestGuard(run, { value, written: entry.value, file }, true)];
  });
}
var PROVIDING = /* @__PURE__ */ new Set(["useClass", "useExisting", "useFactory", "useValue"]);
function isNamed(value, name) {
  return value.steps.some((step) => step.kind === "member" && step.name === name);
}

// src/model/code/web/handler-checks.ts
var HARMLESS = /^(?:(?:express|bodyParser|body_parser)\.)?(?:json|urlencoded|raw|text|static|multipart)$|cors|helmet|compress|gzip|morgan|logg(?:er|ing)|pino|winston|cookie-?parser|body-?parser|valid|schema|sanit|celebrate|^joi|zod|multer|upload\w*$|file(?:s|fields|interceptor)|\.(?:single|array|fields|none|any)$|cache|limit|throttl|request-?id|tracing|trace|metrics|prom|sentry|newrelic|i18n|locale|favicon|error|not-?found|recover|timeout|etag|^(?:express|cookie)?-?session$|^passport\.(?:initialize|session)$|method-?override|response-?time|slow-?down|^hpp$|^(?:connect-?)?flash$|^get_?(?:async_?)?(?:db|session|settings|config|redis|engine|database|repository|service)\w*$|^(?:db|paginat\w*|common_parameters)$|^(?:parse|transform|serialize|normali[sz]e)\w*|parse(?:Int|UUID|Bool|Array)?Pipe/i;
function isHarmless({ name, purpose }) {
  return purpose === "limit" || purpose === "other" && HARMLESS.test(name) && !/auth|token|jwt|permission|acl/i.test(name);
}
var ASKS = /auth(?!or)|token|jwt|permission|privilege|current_?(?:user|account)|api_?key|signature|hmac|secret|verif|forbidden|principal|identity|guard|is_?admin|ensure|\bacl\b|cookie|bearer|credential|owner|tenant|whoami|claims|session_?(?:user|id|data)|get_?server_?session|logged|sign(?:ed)?_?in/i;
var REQUEST = /^(?:req|request|ctx|context|c|g|locals|state|reply|info)$/;
var PERSON = /^(?:user|users?_?id|account|session|currentUser|auth|headers)$/i;
function handlerMayAsk({ node }) {
  const requests = requestNames(node);
  let asks = node.parameters.some((one) => asksParameter(one)) || node.decorators.some((one) => mentions(one));
  let count = 0;
  walk(node.body, (one) => {
    if (asks || ++count > 5e3) {
      asks = true;
      return false;
    }
    if (mentions(one) || isRefusal(one) || one.kind === "call" && handsOn(one, requests)) asks = true;
    return void 0;
  });
  return asks;
}
function asksParameter({ decorators: decorators2, type, target, fallback }) {
  const name = target.kind === "name" ? target.name : "";
  if (/^(?:user|current_?user|account|claims|principal|me|session_?user|identity)$/i.test(name)) return true;
  if (/^(?:Current|Auth|Principal|Token|Identity|Claims|Session(?:Data|Container))|User(?:Dep)?$/.test(type?.name ?? ""))
    return true;
  if (decorators2.some(
    (one) => /User|Auth|Token|Session|Account|Headers|Ip$|Req$|Request$/.test(pathOf(callee(one))?.at(-1) ?? "")
  ))
    return true;
  return fallback !== void 0 && fallback.kind === "call" && mentionsAny([fallback]);
}
function callee(one) {
  return one.kind === "call" ? one.callee : one;
}
function mentionsAny(nodes) {
  return holds(nodes, mentions);
}
function mentions(node) {
  if (namesGuard(node)) return true;
  if (node.kind === "member") {
    const object = pathOf(node.object)?.at(-1);
    return object !== void 0 && REQUEST.test(object) && PERSON.test(node.property);
  }
  return node.kind === "literal" && typeof node.value === "string" && /^(?:user|userId|user_id|authorization|x-api-key)$/i.test(node.value);
}
function namesGuard(node) {
  return node.kind === "name" ? ASKS.test(node.name) : node.kind === "member" && ASKS.test(node.property);
}
function isRefusal(node) {
  return node.kind === "literal" && (node.value === 401 || node.value === 403);
}
function requestNames({ parameters }) {
  const names = parameters.flatMap(({ target, type }) => {
    if (target.kind !== "name") return [];
    const isRequest = REQUEST.test(target.name) || /Request$|^Context$|Ctx$|\.Context$/.test(type?.name ?? "");
    return isRequest ? [target.name] : [];
  });
  return new Set(names);
}
function handsOn({ callee: called, arguments: given2 }, requests) {
  const isGiven = given2.some((one) => {
    const inner = peel(one);
    return inner.kind === "name" && requests.has(inner.name);
  });
  if (!isGiven) return false;
  const name = pathOf(called)?.at(-1) ?? "";
  return !/^(?:NewDecoder|Decode|Bind\w*|ShouldBind\w*|JSON|render\w*|Render\w*|validationResult|Error|NotFound|Redirect|param|URLParam|Vars|PathValue)$/.test(
    name
  );
}

// src/model/code/routes/javascript/next-asks.ts
var SESSION = /^(?:auth|getAuth|(?:unstable_)?getServerSession|getServerAuthSession|getSession|getToken|(?:get)?[cC]urrentUser|getUser|getSessionUser|getIronSession|validate(?:Request|Session)|verify(?:Session|IdToken|Token|Jwt)|jwtVerify|require(?:Auth|User|Session|Login|Admin|Role)\w*|isAuthenticated|authenticate\w*|protect)$/;
var STOPS = /^(?:redirect|permanentRedirect|unauthorized|forbidden|notFound|protect)$/;
function handlerGuards(program, handler) {
  const found = askingCall(program, handler, 0);
  if (!found) return [];
  const { file, node } = found;
  const name = pathOf(node.callee)?.join(".") ?? "a session";
  return [{ name, purpose: "auth", isGlobal: false, at: { path: file.path, start: node.start, end: node.end } }];
}
var DEEPEST2 = 3;
var MOST_NODES = 5e3;
var asking = /* @__PURE__ */ new WeakMap();
function askingCall(program, fn, depth) {
  const answers2 = asking.get(fn.node) ?? [];
  asking.set(fn.node, answers2);
  if (answers2[depth] === void 0) {
    answers2[depth] = null;
    answers2[depth] = findAskingCall(program, fn, depth) ?? null;
  }
  return answers2[depth] ?? void 0;
}
function findAskingCall(program, { file, node }, depth) {
  let call;
  let stops = false;
  let count = 0;
  const inner = [];
  walk(node.body, (one) => {
    if (++count > MOST_NODES) return false;
    if (isRefusal(one) || one.kind === "throw") stops = true;
    if (one.kind !== "call") return void 0;
    const name = nameOf(one);
    if (STOPS.test(name)) stops = true;
    if (SESSION.test(name) && isOfRequest(one, name)) call ??= one;
    else inner.push(one);
    return void 0;
  });
  if (call && stops) return { file, node: call };
  if (depth >= DEEPEST2) return void 0;
  for (const one of call ? [call, ...inner] : inner) {
    const callee2 = calleeOf(program, { file, node: one });
    if (callee2 && callee2.node !== node && askingCall(program, callee2, depth + 1)) return { file, node: one };
  }
  return void 0;
}
function isOfRequest({ callee: callee2, arguments: [first] }, name) {
  if (!/^get(?:User|Session|Token)$/.test(name) || !first) return true;
  const given2 = peel(first);
  const before = (pathOf(peel(callee2)) ?? []).slice(0, -1).join(".");
  return given2.kind === "object" || given2.kind === "name" && /^(?:req|request|headers)$/.test(given2.name) || /auth|supabase|session|clerk|kinde/i.test(before);
}
function nameOf({ callee: callee2 }) {
  const inner = peel(callee2);
  return pathOf(inner)?.at(-1) ?? (inner.kind === "member" ? inner.property : "");
}
function wrapperGuards(program, file, name) {
  const guards = [];
  let at2 = exportedExpression(file, name);
  for (let depth = 0; at2?.kind === "call" && depth < 5; depth++) {
    const guard = wrapperGuard(program, { file, node: at2 });
    if (guard) guards.push(guard);
    at2 = at2.arguments.map((one) => resolved(file, peel(one))).findLast((one) => one.kind === "call");
  }
  return guards;
}
function exportedExpression(file, name) {
  const entry = file.exports.find((one) => one.name === name);
  if (!entry || entry.from !== void 0) return void 0;
  return entry.value ? resolved(file, peel(entry.value)) : declared(file, entry.local ?? name);
}
function declared(file, name) {
  for (const one of file.body)
    if (one.kind === "declare" && one.target.kind === "name" && one.target.name === name && one.value)
      return peel(one.value);
  return void 0;
}
function resolved(file, node) {
  return node.kind === "name" ? declared(file, node.name) ?? node : node;
}
function wrapperGuard(program, at2) {
  const name = pathOf(at2.node.callee)?.join(".") ?? "a wrapper";
  const guard = {
    name,
    purpose: "other",
    isGlobal: false,
    at: { path: at2.file.path, start: at2.node.start, end: at2.node.end }
  };
  const callee2 = calleeOf(program, at2);
  if (!callee2) return { ...guard, purpose: WRAPS.test(name) ? "auth" : "other" };
  if (askingCall(program, callee2, 0)) return { ...guard, purpose: "auth" };
  const own = new Set(callee2.node.parameters.flatMap(({ target }) => target.kind === "name" ? [target.name] : []));
  return look2(program, callee2, 0, /* @__PURE__ */ new Set(), own) ? guard : void 0;
}
var WRAPS = /(?:^|\.)(?:with(?:Api)?(?:Auth|Session|User|Permission)\w*|require(?:Auth|User|Session|Admin)\w*|protect\w*)$/;
function mayAsk(program, fn) {
  const known2 = answers.get(fn.node);
  if (known2 !== void 0) return known2;
  const answer = look2(program, fn, 0, /* @__PURE__ */ new Set());
  answers.set(fn.node, answer);
  return answer;
}
var NOTHING2 = /* @__PURE__ */ new Set();
var answers = /* @__PURE__ */ new WeakMap();
function look2(program, { file, node }, depth, seen, given2 = NOTHING2) {
  if (seen.has(node)) return false;
  seen.add(node);
  let may = false;
  let count = 0;
  const calls = [];
  walk(node.body, (one) => {
    if (++count > MOST_NODES || mentions2(one)) may = true;
    if (one.kind === "call" && !(one.callee.kind === "name" && given2.has(one.callee.name))) calls.push(one);
    return may ? false : void 0;
  });
  return may || calls.some((one) => callMayAsk(program, { file, node: one }, depth, seen));
}
var IDENTITY = /^(?:headers|cookies|cookieStore|authorization|session)$/;
function mentions2(node) {
  if (namesGuard(node) || isRefusal(node)) return true;
  return node.kind === "name" ? IDENTITY.test(node.name) : node.kind === "member" && IDENTITY.test(node.property);
}
var AUTH_PACKAGE = /auth|clerk|supabase|session|kinde|workos|stytch|descope|lucia|passport|jose|jsonwebtoken|firebase|^@ory\/|jwt/i;
var PLATFORM = /^(?:NextResponse|Response|Request|JSON|Math|Date|Number|String|Boolean|Object|Array|Promise|console|URL|URLSearchParams|Buffer|process|parseInt|parseFloat|Map|Set|Error|crypto|fetch|setTimeout|FormData|Blob|TextEncoder|TextDecoder|encodeURIComponent|decodeURIComponent|structuredClone|isNaN|RegExp|super)$/;
function callMayAsk(program, { file, node }, depth, seen) {
  const callee2 = calleeOf(program, { file, node });
  if (callee2) return depth >= DEEPEST2 || look2(program, callee2, depth + 1, seen);
  const [root] = rootOf(node.callee);
  if (root === void 0 || PLATFORM.test(root)) return false;
  const taken = file.imports.find((one) => one.local === root && !one.typeOnly);
  if (!taken) return node.callee.kind === "name";
  const target = program.target(file, taken.from);
  if (target.kind === "missing") return true;
  if (target.kind === "package") return AUTH_PACKAGE.test(target.name);
  return target.files.some(fileMayAsk);
}
function rootOf(node) {
  let at2 = peel(node);
  for (let steps = 0; steps < 50; steps++) {
    if (at2.kind === "name") return [at2.name];
    if (at2.kind === "member" || at2.kind === "index") at2 = peel(at2.object);
    else if (at2.kind === "call") at2 = peel(at2.callee);
    else if (at2.kind === "await") at2 = peel(at2.value);
    else return [];
  }
  return [];
}
function fileMayAsk(file) {
  const known2 = modules.get(file);
  if (known2 !== void 0) return known2;
  let may = file.imports.some((one) => AUTH_PACKAGE.test(one.from) || one.from === "next/headers");
  walk(file.body, (one) => {
    if (!may && mentions2(one)) may = true;
    return may ? false : void 0;
  });
  modules.set(file, may);
  return may;
}
var modules = /* @__PURE__ */ new WeakMap();

module.exports = {
  fields,
  stringOf,
  alternatives,
  lastMember,
  stepsOf,
  createRun,
  isExhausted,
  closureOf,
  startModule,
  exportedValue,
  exportedNames,
  evaluate,
  classOf,
  basesOf,
  methodOf,
  memberOf,
  itemsOf,
  callClosure,
  spanOf,
  writtenPaths,
  normalPath: normalPath2,
  joinPaths,
  NO_PREFIX,
  below,
  wholePath,
  routePrefixes,
  covers,
  flatArguments,
  flatGiven,
  hostValue,
  graphqlPaths,
  yogaPaths,
  graphqlMount,
  honoMounted,
  honoServed,
  methodName: methodName2,
  startOf,
  behaviourOf,
  guardOf,
  purposeOf,
  classDecorators,
  methodDecorators,
  inheritedDecorator,
  isWaived,
  nestGuard,
  providedGuards,
  reachableModules,
  outsideOptions,
  optionText,
  isHarmless,
  handlerMayAsk,
  namesGuard,
  isRefusal,
  handlerGuards,
  wrapperGuards,
  mayAsk
};
