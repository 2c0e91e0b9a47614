"use strict";

// src/code/python/run.ts
var pyRun = (function pyRun(program, knowledge, environment = EMPTY_ENVIRONMENT) {
  return {
    program,
    environment,
    knowledge,
    modules: /* @__PURE__ */ new Map(),
    called: /* @__PURE__ */ new Set(),
    active: /* @__PURE__ */ new Map(),
    touches: 0,
    idle: /* @__PURE__ */ new Map(),
    budget: BUDGET,
    depth: 0,
    imports: 0,
    nesting: 0
  };
});
var spanOf = (function spanOf(file, node) {
  return { path: file.path, start: node.start, end: node.end };
});

// src/code/python/values.ts
var plainOf = (function plainOf(value) {
  return typeof value === "string" && value.length > LONGEST_TEXT ? UNKNOWN : { kind: "plain", value };
});
var listOf = (function listOf(items, isOpen = false) {
  return { kind: "list", items: items.slice(0, MOST_ITEMS), isOpen: isOpen || items.length > MOST_ITEMS };
});
var argument = (function argument(given, position, name) {
  return given.keywords.get(name) ?? (position >= 0 ? given.list[position] : void 0);
});
var textOf = (function textOf(value) {
  return value?.kind === "plain" && typeof value.value === "string" ? value.value : void 0;
});
var isNone = (function isNone(value) {
  return value?.kind === "plain" && value.value === null;
});
var itemsOf = (function itemsOf(value) {
  if (!value || isNone(value)) return [];
  return value.kind === "list" ? value.items : [value];
});
var lookUp = (function lookUp(names, name) {
  let isInner = true;
  for (let at = names; at; at = at.around) {
    const found = at.isClass && !isInner ? void 0 : at.own.get(name);
    if (found) return found;
    isInner = false;
  }
  return void 0;
});

// src/code/python/targets.ts
var assign = (function assign(run, file, names, target, value) {
  switch (target.kind) {
    case "name":
      names.own.set(target.name, value);
      return;
    case "array":
      for (const [index, one] of target.elements.entries())
        assign(run, file, names, one, value.kind === "list" ? value.items[index] ?? UNKNOWN : UNKNOWN);
      return;
    case "spread":
      assign(run, file, names, target.value, UNKNOWN);
      return;
    case "member": {
      const object = evaluate(run, file, names, target.object);
      setAttribute(object, target.property, value);
      return;
    }
    case "index": {
      const object = evaluate(run, file, names, target.object);
      const key = textOf(evaluate(run, file, names, target.index));
      if (object.kind === "dict" && key !== void 0) object.entries.set(key, value);
      else if (object.kind === "dict" || object.kind === "list") object.isOpen = true;
      return;
    }
    default:
  }
});

// src/code/python/expressions.ts
var evaluate = (function evaluate(run, file, names, node) {
  if (run.budget-- <= 0 || run.nesting >= MOST_NESTED) return UNKNOWN;
  run.nesting++;
  const found = evaluated(run, file, names, node);
  run.nesting--;
  if (found.kind === "list" && node.kind !== "name") run.budget -= found.items.length >> 2;
  return found;
});
var evaluated = (function evaluated(run, file, names, node) {
  const value = (one) => evaluate(run, file, names, one);
  switch (node.kind) {
    case "literal":
      return plainOf(node.value);
    case "template":
      return template(run, file, names, node);
    case "name":
      return lookUp(names, node.name) ?? UNKNOWN;
    case "member": {
      const object = value(node.object);
      const found = attributeOf(run, file, object, node.property, node);
      const isSetting = SETTING.test(node.property) || object.kind === "outside" && object.name === "os.environ";
      return found.kind === "outside" || found.kind === "unknown" ? isSetting ? elsewhere(run, file, node) ?? found : found : found;
    }
    case "index":
      return indexed(run, value(node.object), value(node.index));
    case "slice":
      value(node.object);
      return UNKNOWN;
    case "call":
      return evaluateCall(run, file, names, node);
    case "array":
      return listOf(
        node.elements.flatMap((one) => one.kind === "spread" ? spreadItems(value(one.value)) : value(one)),
        node.elements.some((one) => one.kind === "spread")
      );
    case "object":
      return dictionary(run, file, names, node);
    case "function":
      return functionValue(run, file, names, node);
    case "await":
    case "cast":
    case "keyword":
    case "spread":
      return value(node.value);
    case "binary":
      return binary(node.operator, value(node.left), () => value(node.right));
    case "unary": {
      const known = truth(value(node.value));
      return node.operator === "!" && known !== void 0 ? plainOf(!known) : UNKNOWN;
    }
    case "conditional": {
      const known = truth(value(node.test));
      if (known !== void 0) return value(known ? node.consequent : node.alternate);
      return oneOf(value(node.consequent), value(node.alternate));
    }
    case "assign":
      return reassign(run, file, names, node.target, node.operator, value(node.value));
    case "comprehension":
      return comprehension(run, file, names, node);
    case "unknown":
      for (const child of node.children) if (child.kind === "call") value(child);
      return UNKNOWN;
    default:
      return UNKNOWN;
  }
});
var template = (function template(run, file, names, node) {
  let text = "";
  let isWhole = true;
  for (const part of node.parts.slice(0, 100)) {
    const value = typeof part === "string" ? plainOf(part) : evaluate(run, file, names, part);
    if (value.kind === "plain") text += written(value.value);
    else {
      text = value.kind === "ending" ? value.text : "";
      isWhole = false;
    }
  }
  return isWhole ? plainOf(text) : { kind: "ending", text: text.slice(-500) };
});
var written = (function written(value) {
  if (value === null) return "None";
  return typeof value === "boolean" ? value ? "True" : "False" : String(value);
});
var binary = (function binary(operator, left, right) {
  if (operator === "||" || operator === "&&") {
    const known = truth(left);
    const other2 = right();
    if (known === void 0)
      return operator === "||" ? oneOf(left, other2) : truth(other2) === false ? other2 : oneOf(UNKNOWN, other2);
    return known === (operator === "||") ? left : other2;
  }
  const other = right();
  if (operator === "+") return sum(left, other);
  if (left.kind !== "plain" || other.kind !== "plain") return UNKNOWN;
  if (operator === "===" || operator === "is") return plainOf(left.value === other.value);
  if (operator === "!==" || operator === "is not") return plainOf(left.value !== other.value);
  if (operator === "%" && typeof left.value === "string" && typeof other.value !== "boolean")
    return plainOf(left.value.replace(/%[sd]/, String(other.value)));
  return UNKNOWN;
});
var indexed = (function indexed(run, object, key) {
  if (object.kind === "list" && key.kind === "plain" && typeof key.value === "number")
    return object.items.at(key.value) ?? UNKNOWN;
  const name = textOf(key);
  if (name !== void 0 && object.kind === "dict") return object.entries.get(name) ?? UNKNOWN;
  if (name !== void 0 && object.kind === "host") return run.knowledge.attribute(run, object, name) ?? UNKNOWN;
  if (object.kind === "outside" && object.name.endsWith(".Annotated")) return key;
  return object.kind === "class" || object.kind === "outside" ? object : UNKNOWN;
});

// src/code/python/statements.ts
var runBlock = (function runBlock(run, file, names, statements, before) {
  return outcomeOf(run, file, names, statements, before).value;
});
var outcomeOf = (function outcomeOf(run, file, names, statements, before) {
  let value;
  for (const statement of statements) {
    if (run.budget-- <= 0 || run.nesting >= MOST_NESTED) break;
    before?.(statement);
    run.nesting++;
    const outcome = runStatement(run, file, names, statement);
    run.nesting--;
    value = better(value, outcome.value);
    if (outcome.ends) return { ...value && { value }, ends: outcome.ends };
  }
  return value ? { value } : GOES_ON;
});
var better = (function better(one, other) {
  return one && one.kind !== "unknown" && !isNone(one) ? one : other ?? one;
});
var runStatement = (function runStatement(run, file, names, node) {
  const value = (one) => evaluate(run, file, names, one);
  const block = (body) => outcomeOf(run, file, names, body);
  switch (node.kind) {
    case "declare":
      if (node.value) assign(run, file, names, node.target, value(node.value));
      return GOES_ON;
    case "expression":
      value(node.value);
      return GOES_ON;
    case "return":
      return { value: node.value ? value(node.value) : NONE, ends: "function" };
    case "throw":
      return { ends: "function" };
    case "jump":
      return { ends: node.form === "break" ? "loop" : "round" };
    case "function":
      names.own.set(node.name ?? "", functionValue(run, file, names, node));
      return GOES_ON;
    case "class":
      names.own.set(node.name ?? "", classValue(run, file, names, node));
      return GOES_ON;
    case "if": {
      const known = truth(value(node.test));
      if (known !== void 0) return block(known ? node.consequent : node.alternate);
      return either(block(node.consequent), block(node.alternate));
    }
    case "loop":
      return loop(run, file, names, node);
    case "try":
      return tried(run, file, names, node);
    case "with":
      for (const item of node.items) {
        const given = value(item.value);
        if (item.target) assign(run, file, names, item.target, given);
      }
      return block(node.body);
    case "block":
      return block(node.body);
    case "switch": {
      let returned;
      for (const one of node.cases) returned = better(returned, block(one.body).value);
      return returned ? { value: returned } : GOES_ON;
    }
    default:
      return GOES_ON;
  }
});
var functionValue = (function functionValue(run, file, names, node) {
  const made2 = { kind: "function", file, node, names, notes: /* @__PURE__ */ new Map() };
  return applyDecorators(run, file, names, node.decorators, made2);
});
var classValue = (function classValue(run, file, names, node) {
  const own = { own: /* @__PURE__ */ new Map(), around: names, isClass: true };
  const bases = node.bases.map((base) => evaluate(run, file, names, base));
  const made2 = { kind: "class", file, node, names: own, bases, notes: /* @__PURE__ */ new Map() };
  for (const member of node.members) {
    if (run.budget-- <= 0) break;
    if (member.kind === "field") {
      if (member.value) own.own.set(member.name, evaluate(run, file, own, member.value));
    } else runStatement(run, file, own, member);
  }
  runBlock(run, file, own, node.statements);
  return applyDecorators(run, file, names, node.decorators, made2);
});

// src/code/python/modules.ts
var moduleNames = (function moduleNames(run, file) {
  const known = run.modules.get(file);
  if (known) return known;
  const names = { own: /* @__PURE__ */ new Map(), isClass: false };
  run.modules.set(file, names);
  names.own.set("__name__", { kind: "plain", value: "__main__" });
  names.own.set("__file__", UNKNOWN);
  if (run.imports >= MOST_IMPORTS) run.budget = 0;
  if (run.budget <= 0) return names;
  const { depth } = run;
  run.depth = 0;
  run.imports++;
  runBody(run, file, names, { start: 0, end: Number.POSITIVE_INFINITY, body: file.body }, false);
  run.imports--;
  run.depth = depth;
  return names;
});
var runBody = (function runBody(run, file, names, of, isDeferred) {
  let at = of.start;
  const importUntil = (offset) => {
    bindImports(run, file, names, at, offset, isDeferred);
    at = Math.max(at, offset);
  };
  const returned = runBlock(
    run,
    file,
    names,
    of.body,
    (one) => importUntil(one.kind === "function" || one.kind === "class" ? one.start : one.end)
  );
  importUntil(of.end);
  return returned;
});
var bindImports = (function bindImports(run, file, names, start, end, isDeferred) {
  for (const one of file.imports) {
    if (one.deferred !== isDeferred || one.start < start || one.start >= end) continue;
    const value = importValue(run, file, one, names);
    if (one.local === void 0 || !value) continue;
    const known = names.own.get(one.local);
    if (known && known.kind !== "unknown" && (value.kind === "unknown" || value.kind === "outside")) continue;
    names.own.set(one.local, value);
  }
});
var importValue = (function importValue(run, file, one, names) {
  const module = moduleValue(run, file, one.from);
  if (one.name === void 0) return void 0;
  if (one.name !== "*") return moduleMember(run, module, one.name);
  if (one.local !== void 0) return module;
  if (module.kind !== "module") return void 0;
  for (const [name, value] of moduleNames(run, module.file).own)
    if (!name.startsWith("_") && !names.own.has(name)) names.own.set(name, value);
  return void 0;
});
var moduleValue = (function moduleValue(run, from, name) {
  const dots = /^\.*/.exec(name)?.[0] ?? "";
  const parts = name.slice(dots.length).split(".");
  for (let count = 1; count < parts.length; count++) {
    const target2 = run.program.target(from, dots + parts.slice(0, count).join("."));
    if (target2.kind === "files") for (const file2 of target2.files) moduleNames(run, file2);
  }
  const target = run.program.target(from, name);
  if (target.kind === "package") return { kind: "outside", name };
  if (target.kind === "missing") return UNKNOWN;
  const [file] = target.files;
  if (!file) return { kind: "folder", name, from };
  moduleNames(run, file);
  return { kind: "module", file };
});
var moduleMember = (function moduleMember(run, module, name) {
  if (module.kind === "outside") {
    const whole = `${module.name}.${name}`;
    return run.knowledge.constant(run, whole) ?? { kind: "outside", name: whole };
  }
  if (module.kind === "folder")
    return moduleValue(run, module.from, /^\.+$/.test(module.name) ? module.name + name : `${module.name}.${name}`);
  if (module.kind !== "module") return UNKNOWN;
  const found = lookUp(moduleNames(run, module.file), name);
  if (found && found.kind !== "unknown") return found;
  const target = run.program.target(module.file, `.${name}`);
  const [file] = target.kind === "files" ? target.files : [];
  const isPackage = module.file.path.endsWith("__init__.py");
  if (!file || !isPackage) return found ?? UNKNOWN;
  moduleNames(run, file);
  return { kind: "module", file };
});

// src/code/python/attributes.ts
var attributeOf = (function attributeOf(run, file, object, name, node) {
  switch (object.kind) {
    case "module":
    case "folder":
    case "outside":
      return moduleMember(run, object, name);
    case "class":
      return classAttribute(object, name) ?? inheritedMethod(object, object, name) ?? UNKNOWN;
    case "instance":
      return instanceAttribute(run, file, object, name, node);
    case "dict":
      return object.entries.get(name) ?? UNKNOWN;
    case "host":
      return object.attributes.get(name) ?? run.knowledge.attribute(run, object, name) ?? { kind: "method", host: object, name };
    case "function":
      if (name === "__name__") return plainOf(object.node.name ?? "");
      return object.notes.get(name) ?? UNKNOWN;
    default:
      return UNKNOWN;
  }
});
var classAttribute = (function classAttribute(of, name, steps = LONGEST) {
  const own = of.names.own.get(name);
  if (own || steps <= 0) return own;
  for (const base of of.bases) {
    const found = base.kind === "class" ? classAttribute(base, name, steps - 1) : void 0;
    if (found) return found;
  }
  return void 0;
});
var outsideBases = (function outsideBases(of, steps = LONGEST) {
  if (steps <= 0) return [];
  return of.bases.flatMap((base) => {
    if (base.kind === "outside") return [base.name];
    return base.kind === "class" ? outsideBases(base, steps - 1) : [];
  });
});
var instanceAttribute = (function instanceAttribute(run, file, object, name, node) {
  const own = object.attributes.get(name);
  if (own) return own;
  const set = settingOf(run, object.of, name);
  if (set) return set;
  const found = classAttribute(object.of, name);
  if (found?.kind === "function") {
    const bound = { ...found, self: object };
    if (found.node.accessor === "get")
      return callFunction(run, bound, { list: [], keywords: /* @__PURE__ */ new Map(), isOpen: false, at: spanFor(file, node), file });
    return bound;
  }
  return fieldDefault(found) ?? inheritedMethod(object.of, object, name) ?? UNKNOWN;
});
var settingOf = (function settingOf(run, of, name) {
  const field = classMember(run.program, of, name);
  const read = field?.kind === "field" ? fieldRead(run.program, field) : void 0;
  for (const variable of read ? [read.variable, ...read.alternatives] : []) {
    const fact = run.environment(variable);
    if (fact) return fact.known ? plainOf(fact.value) : UNKNOWN;
  }
  return void 0;
});
var fieldDefault = (function fieldDefault(value) {
  if (value?.kind !== "host" || value.type !== "field") return value;
  return value.attributes.get("default") ?? UNKNOWN;
});

// src/code/python/builtins.ts
var builtinMethod = (function builtinMethod(run, file, names, node, object, method3) {
  const value = (index) => {
    const one = node.arguments[index];
    return one && evaluate(run, file, names, one);
  };
  if (object.kind === "list") {
    const item = value(0);
    if (method3 === "append" && item) extend(object, [item]);
    else if (method3 === "insert") extend(object, [value(1) ?? UNKNOWN]);
    else if (method3 === "extend" && item?.kind === "list") extend(object, item.items, item.isOpen);
    else if (/^(?:append|extend|insert)$/.test(method3)) object.isOpen = true;
    else return UNKNOWN;
    return UNKNOWN;
  }
  if (object.kind === "dict") {
    const pairs = [...object.entries].map(([key2, one]) => listOf([plainOf(key2), one]));
    if (method3 === "items") return listOf(pairs, object.isOpen);
    if (method3 === "values") return listOf([...object.entries.values()], object.isOpen);
    if (method3 === "keys") return listOf([...object.entries.keys()].map(plainOf), object.isOpen);
    const key = textOf(value(0));
    if (method3 === "get") return (key === void 0 ? void 0 : object.entries.get(key)) ?? value(1) ?? UNKNOWN;
    if (method3 === "update") object.isOpen = true;
    return UNKNOWN;
  }
  const text = textOf(object);
  if (text === void 0) return void 0;
  const given = textOf(value(0));
  switch (method3) {
    case "strip":
    case "rstrip":
    case "lstrip":
      return plainOf(stripped(text, method3, given));
    case "lower":
      return plainOf(text.toLowerCase());
    case "upper":
      return plainOf(text.toUpperCase());
    case "replace":
      return given === void 0 || text.length > 500 ? UNKNOWN : plainOf(text.replaceAll(given, textOf(value(1)) ?? ""));
    case "join": {
      const over = value(0);
      const parts = over?.kind === "list" && over.items.length < 100 ? over.items.map(textOf) : [void 0];
      return parts.every((one) => one !== void 0) ? plainOf(parts.join(text)) : UNKNOWN;
    }
    case "format":
      return node.arguments.length === 1 && given !== void 0 ? plainOf(text.replace(/\{0?\}/, given)) : UNKNOWN;
    case "split":
      return listOf(text.split(given ?? /\s+/).map(plainOf));
    default:
      return void 0;
  }
});

// src/code/python/calls.ts
var evaluateCall = (function evaluateCall(run, file, names, node) {
  const { callee } = node;
  if (callee.kind === "member") {
    const object = evaluate(run, file, names, callee.object);
    const built = builtinMethod(run, file, names, node, object, callee.property);
    if (built) return built;
    const given2 = argumentsOf(run, file, names, node);
    const value2 = attributeOf(run, file, object, callee.property, callee);
    return settled(run, file, node, value2, callValue(run, value2, given2));
  }
  const value = evaluate(run, file, names, callee);
  const given = argumentsOf(run, file, names, node);
  if (value.kind === "unknown" && callee.kind === "name") {
    const built = builtinFunction(run, file, names, callee.name, given);
    if (built) return built;
  }
  return settled(run, file, node, value, callValue(run, value, given));
});
var settled = (function settled(run, file, { callee, ...node }, called, value) {
  if (value.kind !== "unknown" && value.kind !== "outside") return value;
  const isRead = called.kind === "outside" ? READS.test(called.name) : callee.kind === "name" && CONVERTS.test(callee.name);
  return (isRead ? elsewhere(run, file, { ...node, callee }) : void 0) ?? value;
});
var argumentsOf = (function argumentsOf(run, file, names, node) {
  const list = [];
  const keywords = /* @__PURE__ */ new Map();
  let isOpen = false;
  for (const one of node.arguments) {
    if (one.kind === "keyword") keywords.set(one.name, evaluate(run, file, names, one.value));
    else if (one.kind === "spread") {
      const spread = evaluate(run, file, names, one.value);
      if (spread.kind === "list") list.push(...spread.items);
      else if (spread.kind === "dict") for (const [name, value] of spread.entries) keywords.set(name, value);
      isOpen ||= spread.kind !== "list" && spread.kind !== "dict" || spread.isOpen;
    } else list.push(evaluate(run, file, names, one));
  }
  return { list, keywords, isOpen, at: spanOf(file, node), file, node };
});
var callValue = (function callValue(run, value, given) {
  switch (value.kind) {
    case "function":
      return callFunction(run, value, given);
    case "class":
      return instantiate(run, value, given);
    case "outside":
      return touched(run, run.knowledge.call(run, value.name, given)) ?? outsideCall(value.name);
    case "method":
      if (value.host.type === "inherited")
        return touched(run, run.knowledge.inherited(run, value.host.state, value.name, given)) ?? inheritedCall(run, value.name, given);
      run.touches++;
      return run.knowledge.method(run, value.host, value.name, given) ?? UNKNOWN;
    case "instance": {
      const call = classAttribute(value.of, "__call__");
      return call?.kind === "function" ? callFunction(run, { ...call, self: value }, given) : UNKNOWN;
    }
    case "host":
      run.touches++;
      return run.knowledge.method(run, value, "__call__", given) ?? UNKNOWN;
    default:
      run.knowledge.passed(run, given);
      return UNKNOWN;
  }
});
var outsideCall = (function outsideCall(name) {
  return name.length > LONGEST_NAME ? UNKNOWN : { kind: "outside", name: `${name}()` };
});
var instantiate = (function instantiate(run, of, given) {
  for (const base of outsideBases(of)) {
    const made3 = touched(run, run.knowledge.call(run, base, given));
    if (made3?.kind === "host" && made3.type !== "field") return made3;
  }
  const made2 = { kind: "instance", of, attributes: /* @__PURE__ */ new Map() };
  const maker = classAttribute(of, "__init__");
  if (maker?.kind === "function") callFunction(run, { ...maker, self: made2 }, given);
  else for (const [name, value] of given.keywords) made2.attributes.set(name, value);
  return made2;
});
var touched = (function touched(run, made2) {
  if (made2) run.touches++;
  return made2;
});
var applyDecorators = (function applyDecorators(run, file, names, decorators, decorated2) {
  let value = decorated2;
  for (const decorator of decorators.toReversed()) {
    const evaluated2 = evaluate(run, file, names, decorator);
    value = run.knowledge.decorate(run, evaluated2, value, spanOf(file, decorator)) ?? applied(run, file, decorator, evaluated2, value) ?? value;
  }
  return value;
});

// src/model/code/routes/python/guards.ts
var guardNamed = (function guardNamed(name, at, isGlobal = false) {
  const purpose = LIMIT.test(name) ? "limit" : AUTH.test(name) && !NO_GUARD.test(name) ? "auth" : "other";
  return { name, purpose, isGlobal, at };
});
var middlewareGuard = (function middlewareGuard(value, fallback, at, isGlobal) {
  const guard = guardNamed(nameOfValue(value) ?? fallback, at, isGlobal);
  if (guard.purpose !== "auth" || value?.kind !== "function" && value?.kind !== "class") return guard;
  const { turnsAway, readsPath } = seen(value.node);
  return turnsAway && !readsPath ? guard : { ...guard, purpose: "other" };
});
var nameOfValue = (function nameOfValue(value) {
  switch (value?.kind) {
    case "function":
    case "class":
      return value.node.name;
    case "instance":
      return value.of.node.name;
    case "outside":
      return value.name.slice(value.name.lastIndexOf(".") + 1);
    case "method":
      return value.name;
    default:
      return void 0;
  }
});
var dependency = (function dependency(given) {
  const [written2] = given.node?.arguments ?? [];
  const inner = written2?.kind === "keyword" ? written2.value : written2;
  const path = inner && pathOf(inner.kind === "call" ? inner.callee : inner);
  const name = path?.at(-1) ?? nameOfValue(given.list[0]);
  return { kind: "host", type: "depends", at: given.at, attributes: /* @__PURE__ */ new Map(), state: name };
});
var dependenciesIn = (function dependenciesIn(value, isGlobal = false) {
  return itemsOf(value).flatMap(
    (one) => one.kind === "host" && one.type === "depends" && one.state !== void 0 ? [guardNamed(String(one.state), one.at, isGlobal)] : []
  );
});
var handlerDependencies = (function handlerDependencies(run, value) {
  if (value.kind !== "function") return [];
  const { file, names, node } = value;
  return node.parameters.flatMap(({ fallback, type }) => {
    const written2 = [fallback, type?.expression].filter((one) => one !== void 0);
    return written2.flatMap((one) => dependenciesIn(evaluate(run, file, names, one)));
  });
});
var handlerDecorators = (function handlerDecorators(value, except) {
  if (value.kind !== "function" && value.kind !== "class") return [];
  const known = decorated.get(value.node) ?? /* @__PURE__ */ new Map();
  decorated.set(value.node, known);
  const found = known.get(except) ?? decoratorsOf(value, except);
  known.set(except, found);
  return found;
});
var decoratorsOf = (function decoratorsOf(value, except) {
  return value.node.decorators.flatMap((one) => {
    const path = pathOf(one.kind === "call" ? one.callee : one);
    const name = path?.at(-1);
    if (name === void 0 || except.test(path?.join(".") ?? "")) return [];
    return [guardNamed(name, { path: value.file.path, start: one.start, end: one.end })];
  });
});

// src/model/code/routes/python/paths.ts
var pathText = (function pathText(value) {
  if (!value || isNone(value)) return EMPTY_PATH;
  const text = textOf(value);
  if (text !== void 0) return { text, isResolved: true };
  return { text: value.kind === "ending" ? value.text : "", isResolved: false };
});
var joined = (function joined(...parts) {
  let text = "";
  let isResolved = true;
  for (const part of parts) {
    text = part.isResolved ? text + part.text : part.text;
    isResolved &&= part.isResolved;
  }
  return { text, isResolved };
});
var mounted = (function mounted({ text, isResolved }) {
  const bare = text.replace(/\/+$/, "");
  return { text: bare === "" || bare.startsWith("/") || !isResolved ? bare : `/${bare}`, isResolved };
});
var routePath = (function routePath(text) {
  const named2 = text.replace(/\{(\w+)(?::([^{}]*))?\}/g, (_, name, converter) => parameter(name, converter)).replace(
    /<(?:(\w+)(?:\([^()]*\))?:)?(\w+)>/g,
    (_, converter, name) => parameter(name, converter)
  );
  const path = `/${named2}`.replace(/\/{2,}/g, "/");
  return path.length > 1 ? path.replace(/\/$/, "") : path;
});
var parameter = (function parameter(name, converter) {
  return converter === "path" || converter === ".*" || converter === ".+" ? `:${name}*` : `:${name}`;
});

// src/model/code/routes/python/web.ts
var webHost = (function webHost(type, at, web) {
  const host = { kind: "host", type, at, attributes: /* @__PURE__ */ new Map(), state: web };
  webs.set(host, web);
  return host;
});
var webOf = (function webOf(value) {
  return value?.kind === "host" ? webs.get(value) : void 0;
});
var decoratorHost = (function decoratorHost(at, apply) {
  return { kind: "host", type: "decorator", at, attributes: /* @__PURE__ */ new Map(), state: apply };
});
var decoratedBy = (function decoratedBy(decorator, decorated2) {
  const apply = decorator.state;
  return apply(decorated2) ?? decorated2;
});
var handlerOf = (function handlerOf(value) {
  return value?.kind === "function" ? { handler: { file: value.file, node: value.node } } : {};
});

// src/model/code/routes/python/table.ts
var tableBuilder = (function tableBuilder() {
  return { routes: [], unregistered: [], unresolved: [], fallbacks: [], mounted: /* @__PURE__ */ new Set() };
});
var finish = (function finish({ routes, unregistered, unresolved, fallbacks }) {
  return { routes, unregistered, unresolved, fallbacks };
});
var addWeb = (function addWeb(table, web, around, keepsPrefix = true, depth = 0) {
  if (depth > DEEPEST2 || table.routes.length > 2e4) return;
  table.mounted.add(web);
  const inside2 = keepsPrefix ? below(around, web.prefix, web.prefixAt, web.guards) : below(around, NO_PATH, web.prefixAt, web.guards);
  for (const entry of web.entries) {
    if (entry.kind === "route") {
      addRoute(table, inside2, { framework: web.framework, ...entry });
      continue;
    }
    const within = below(inside2, entry.prefix, entry.at, entry.kind === "include" ? entry.guards : []);
    if (entry.kind === "fallback") {
      addFallback(table, within, entry.at);
      continue;
    }
    const included3 = webOf(entry.web);
    if (included3) addWeb(table, included3, within, entry.keepsPrefix, depth + 1);
    else {
      table.unresolved.push(entry.at);
      addFallback(table, within, entry.at);
    }
  }
});
var below = (function below(around, prefix, at, guards) {
  const isPrefix = prefix.text !== "" && prefix.text !== "/";
  return {
    path: joined(around.path, prefix),
    prefixes: isPrefix ? [...around.prefixes, { path: routePath(prefix.text), at }] : around.prefixes,
    guards: guards.length > 0 ? inside(around, guards) : around.guards
  };
});
var inside = (function inside(around, guards) {
  const isOpen = guards.some(({ purpose }) => purpose === "public");
  return [...around.guards.filter(({ purpose }) => !isOpen || purpose !== "auth"), ...guards];
});
var addRoute = (function addRoute(table, around, route) {
  const { text, isResolved } = joined(around.path, route.path);
  if (!isResolved) table.unresolved.push(route.at);
  for (const method3 of route.methods) {
    table.routes.push({
      method: method3,
      path: routePath(text),
      isResolved,
      ...route.handler && { handler: route.handler },
      ...route.lists && { lists: route.lists },
      ...route.view && { view: route.view },
      ...route.outside !== void 0 && { outside: route.outside },
      guards: inside(around, route.guards),
      prefixes: around.prefixes,
      framework: route.framework,
      at: route.at
    });
  }
});

// src/model/code/routes/fastapi.ts
var newWeb = (function newWeb(framework, isApplication, given, guards) {
  const prefix = isApplication ? EMPTY_PATH : mounted(pathText(given.keywords.get("prefix")));
  return { framework, isApplication, prefix, prefixAt: given.at, guards: [...guards], entries: [] };
});
var fastapi = (function fastapi(run, start, given) {
  const web = newWeb("fastapi", true, given, [
    ...middlewareIn(given.keywords.get("middleware")),
    ...dependenciesIn(given.keywords.get("dependencies"), true)
  ]);
  addRoutes(run, web, given.keywords.get("routes"));
  addDocumentation(web, given);
  const host = webHost("fastapi", given.at, web);
  start.made.push(host);
  return host;
});
var addDocumentation = (function addDocumentation(web, given) {
  const setting = (name, fallback) => given.keywords.get(name) ?? { kind: "plain", value: fallback };
  const openapi = setting("openapi_url", "/openapi.json");
  if (isNone(openapi) || textOf(openapi) === "") return;
  const docs = setting("docs_url", "/docs");
  const pages = [openapi, docs, setting("redoc_url", "/redoc")].filter((one) => !isNone(one) && one.kind !== "unknown");
  if (!isNone(docs) && docs.kind !== "unknown")
    pages.push(setting("swagger_ui_oauth2_redirect_url", "/docs/oauth2-redirect"));
  for (const page of pages)
    if (!isNone(page))
      web.entries.push({ kind: "route", methods: ["GET"], path: pathText(page), guards: [], at: given.at });
});
var router = (function router(run, start, given) {
  const web = newWeb("fastapi", false, given, dependenciesIn(given.keywords.get("dependencies")));
  addRoutes(run, web, given.keywords.get("routes"));
  const host = webHost("router", given.at, web);
  start.made.push(host);
  return host;
});
var middlewareIn = (function middlewareIn(value) {
  return itemsOf(value).flatMap((one) => {
    if (one.kind !== "host" || one.type !== "asgi-middleware") return [];
    const given = one.state;
    return [middlewareGuard(given.list[0], "middleware", one.at, true)];
  });
});
var addRoutes = (function addRoutes(run, web, value) {
  for (const one of itemsOf(value)) {
    if (one.kind !== "host") continue;
    const given = one.state;
    if (one.type === "asgi-route") web.entries.push(...routeEntries(run, web, given));
    else if (one.type === "asgi-mount") web.entries.push(...mountEntries(run, web, given, 0));
    else if (one.type === "asgi-host")
      web.entries.push(...mountEntries(run, web, { ...given, list: [NO_PATH2, ...given.list.slice(1)] }, 0));
  }
});
var routeEntry = (function routeEntry(run, web, given) {
  const endpoint = argument(given, 1, "endpoint");
  return {
    kind: "route",
    methods: methodsOf2(
      given.keywords.get("methods") ?? (web.framework === "starlette" ? given.list[2] : void 0),
      endpoint
    ),
    path: pathText(argument(given, 0, "path")),
    ...handlerOf(endpoint),
    guards: [
      ...middlewareIn(given.keywords.get("middleware")),
      ...dependenciesIn(given.keywords.get("dependencies")),
      ...endpoint ? [...handlerDependencies(run, endpoint), ...handlerDecorators(endpoint, ROUTE_DECORATOR)] : []
    ],
    at: given.at
  };
});
var methodsOf2 = (function methodsOf2(value, endpoint) {
  if (!value || isNone(value)) {
    if (endpoint?.kind !== "class" || !outsideBases(endpoint).some((base) => base.endsWith("HTTPEndpoint")))
      return ["GET"];
    return [...VERBS2].filter((verb) => classAttribute(endpoint, verb)?.kind === "function").map((verb) => verb.toUpperCase());
  }
  const texts2 = itemsOf(value).map(textOf);
  const known = texts2.filter((text) => text !== void 0);
  return known.length === texts2.length && known.length > 0 ? known.map((text) => text.toUpperCase()) : ["*"];
});
var method = (function method(run, host, web, name, given) {
  if (VERBS2.has(name) || name === "api_route" || name === "route") {
    const methods = VERBS2.has(name) ? [name.toUpperCase()] : methodsOf2(given.keywords.get("methods"));
    return decoratorHost(given.at, (decorated2) => {
      const entry = routeEntry(run, web, { ...given, keywords: new Map([...given.keywords, ["endpoint", decorated2]]) });
      web.entries.push(entry.kind === "route" ? { ...entry, methods } : entry);
      return decorated2;
    });
  }
  switch (name) {
    case "add_api_route":
    case "add_route":
      web.entries.push(...routeEntries(run, web, given));
      return NONE;
    case "include_router": {
      const included3 = argument(given, 0, "router") ?? NONE;
      const guards = dependenciesIn(given.keywords.get("dependencies"));
      const prefix = mounted(pathText(given.keywords.get("prefix")));
      web.entries.push({ kind: "include", prefix, keepsPrefix: true, web: included3, guards, at: given.at });
      return NONE;
    }
    case "mount":
      web.entries.push(...mountEntries(run, web, given, 0));
      return NONE;
    case "host":
      web.entries.push(...mountEntries(run, web, { ...given, list: [NO_PATH2, ...given.list.slice(1)] }, 0));
      return NONE;
    case "add_middleware":
      web.guards.unshift(middlewareGuard(given.list[0], "middleware", given.at, true));
      return NONE;
    case "middleware":
      return decoratorHost(given.at, (decorated2) => {
        web.guards.unshift(middlewareGuard(decorated2, "middleware", given.at, true));
        return decorated2;
      });
    default:
      return host.type === "fastapi" && name === "__call__" ? NONE : void 0;
  }
});

// src/model/code/routes/python/unregistered.ts
var usedIn = (function usedIn(start) {
  const used = /* @__PURE__ */ new Set();
  for (const host of start.made)
    for (const entry of webOf(host)?.entries ?? []) {
      const inner = entry.kind === "include" ? webOf(entry.web) : void 0;
      if (inner) used.add(inner);
    }
  return used;
});
var addUnregistered = (function addUnregistered(run, start, table, files) {
  if (table.mounted.size === 0 || table.unresolved.length > 0) return;
  for (const file of files) if (!standsAside(file.path)) moduleNames(run, file);
  const used = usedIn(start);
  const mentioned = mentionedIn(run, start, files);
  if (!mentioned) return;
  for (const host of start.made) {
    const web = webOf(host);
    if (!web || web.isApplication || used.has(web) || table.mounted.has(web) || standsAside(host.at.path)) continue;
    if (mentioned.has(keyOf(host.at))) continue;
    const own = tableBuilder();
    addWeb(own, web, NOTHING_AROUND);
    if (own.routes.length > 0) table.unregistered.push({ name: nameOf(run, host), routes: own.routes, at: host.at });
  }
});
var mentionedIn = (function mentionedIn(run, start, files) {
  const followed = new Set(start.made.flatMap((host) => webOf(host)?.entries.map((entry) => keyOf(entry.at)) ?? []));
  const found = /* @__PURE__ */ new Set();
  let isCertain = true;
  for (const file of files) {
    if (standsAside(file.path)) continue;
    walk(file.body, (node) => {
      if (node.kind !== "call" || node.callee.kind !== "member" || !REGISTERS.test(node.callee.property))
        return void 0;
      if (followed.has(keyOf(spanOf(file, node)))) return void 0;
      const written2 = included2(node);
      const of = written2 && definitionOf(run.program, { file, node: written2 });
      if (of?.kind === "expression") found.add(keyOf(spanOf(of.file, of.node)));
      else if (of?.kind !== "external") isCertain = false;
      return void 0;
    });
  }
  return isCertain ? found : void 0;
});
var keyOf = (function keyOf({ path, start }) {
  return `${path}:${start}`;
});

// src/model/code/routes/python.ts
var pythonRoutes = (function pythonRoutes(program, service) {
  const table = tableBuilder();
  const files = service.files.flatMap((path) => {
    const file = program.files.get(path);
    return file?.language === "python" ? [file] : [];
  });
  const web = files.filter((file) => file.imports.some((one) => WEB.test(one.from)));
  if (web.length === 0) return finish(table);
  const start = { made: [], lost: [], settings: void 0, permissions: [], permissionsAt: void 0 };
  const run = pyRun(program, knowledgeOf(start), service.environment);
  const entries = service.entries.flatMap((path) => program.files.get(path) ?? []);
  for (const entry of entries) moduleNames(run, entry);
  const roots = rootsOf(run, start, web);
  for (const root of roots) addWeb(table, root, NOTHING_AROUND);
  if (roots.length === 0 || [...run.modules.keys()].some((file) => file.imports.some((one) => DJANGO.test(one.from))))
    addDjangoOf(run, start, table, [...entries, ...files]);
  table.unresolved.push(...start.lost);
  for (const file of files)
    if (!standsAside(file.path)) table.unresolved.push(...file.problems.slice(0, 1).map((one) => one.at));
  if (run.budget <= 0) table.unresolved.push({ path: (entries[0] ?? web[0])?.path ?? "", start: 0, end: 0 });
  addUnregistered(run, start, table, web);
  return finish(table);
});
var knowledgeOf = (function knowledgeOf(start) {
  const ask = (question) => {
    for (const one of FRAMEWORKS) {
      const answer = question(one);
      if (answer !== void 0) return answer;
    }
    return void 0;
  };
  return {
    call: (run, name, given) => common(run, start, name, given) ?? ask((one) => one.call?.(run, start, name, given)),
    constant: (run, name) => name.startsWith(DJANGO_SETTINGS) ? djangoSetting(run, start, name.slice(DJANGO_SETTINGS.length)) : void 0,
    concerns: (file) => file.imports.some((one) => WEB.test(one.from)),
    passed: (_, given) => {
      if ([...given.list, ...given.keywords.values()].some((one) => webOf(one))) start.lost.push(given.at);
    },
    attribute: (run, host, name) => ask((one) => one.attribute?.(run, start, host, name)),
    method: (run, host, name, given) => {
      if (host.type === "decorator" && name === "__call__") return decoratedBy(host, given.list[0] ?? NONE);
      return started(run, host, name, given) ?? ask((one) => one.method?.(run, start, host, name, given));
    },
    inherited: (run, of, name, given) => ask((one) => one.inherited?.(run, start, of, name, given)),
    decorate: (run, decorator, decorated2, at) => {
      if (decorator.kind === "method" && decorated2.kind === "function") {
        const given = { list: [decorated2], keywords: /* @__PURE__ */ new Map(), isOpen: false, at, file: decorated2.file };
        ask((one) => one.method?.(run, start, decorator.host, decorator.name, given));
        return decorated2;
      }
      if (decorator.kind === "host" && decorator.type === "decorator") return decoratedBy(decorator, decorated2);
      return ask((one) => one.decorate?.(run, start, decorator, decorated2, at));
    }
  };
});
var common = (function common(run, start, name, given) {
  const first = textOf(given.list[0]);
  if (first !== void 0 && /^(?:importlib\.import_module|uvicorn\.run)$/.test(name)) {
    const [module = ""] = first.split(":");
    return moduleValue(run, given.file, module);
  }
  if (name === "os.environ.setdefault" && first === "DJANGO_SETTINGS_MODULE") {
    noteSettings(run, start, given.file, textOf(given.list[1]));
  }
  if (!/^pydantic(?:_settings)?\.(?:fields\.)?Field$/.test(name)) return void 0;
  const value = given.keywords.get("default") ?? given.list[0];
  return {
    kind: "host",
    type: "field",
    at: given.at,
    attributes: new Map(value ? [["default", value]] : []),
    state: void 0
  };
});
var started = (function started(run, host, name, given) {
  if (!webOf(host) || name !== "on_event" && name !== "before_first_request") return void 0;
  const state = (decorated2) => {
    const fn = decorated2;
    if (fn.kind === "function") callFunction(run, fn, { ...given, list: [], keywords: /* @__PURE__ */ new Map() });
  };
  return { kind: "host", type: "decorator", at: given.at, attributes: /* @__PURE__ */ new Map(), state };
});
var rootsOf = (function rootsOf(run, start, files) {
  const found = applications(start);
  if (found.length > 0) return found;
  const executed = [...run.modules.keys()];
  callFactories(run, executed);
  if (applications(start).length > 0) return applications(start);
  if (executed.some((file) => file.imports.some((one) => DJANGO.test(one.from)))) return [];
  const others = files.filter((file) => !standsAside(file.path));
  for (const file of others) moduleNames(run, file);
  if (applications(start).length === 0) callFactories(run, others);
  return applications(start);
});
var applications = (function applications(start) {
  const used = usedIn(start);
  return start.made.flatMap((host) => {
    const web = webOf(host);
    return web?.isApplication && !used.has(web) ? [web] : [];
  });
});
const {
  EMPTY_ENVIRONMENT,
  evaluateExpression
} = require("./chunk-3IISUF5O.js");
const {
  fieldRead
} = require("./chunk-3LC2HXQD.js");
require("./chunk-QKRSXXK4.js");
require("./chunk-EIHHIYAZ.js");
require("./chunk-5PYKPUOO.js");
require("./chunk-DA3K453T.js");
const {
  classMember,
  definitionOf
} = require("./chunk-NRHESAE4.js");
require("./chunk-5D3HAFLZ.js");
const {
  holds,
  pathOf,
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  standsAside
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/code/python/run.ts
var BUDGET = 1e6;
var DEEPEST = 40;
var MOST_IMPORTS = 250;
var MOST_NESTED = 800;



// src/code/python/values.ts
var UNKNOWN = { kind: "unknown" };
var NONE = { kind: "plain", value: null };
var LONGEST_TEXT = 5e3;
var MOST_ITEMS = 2e3;


function extend(list, items, isOpen = false) {
  const room = Math.max(0, MOST_ITEMS - list.items.length);
  list.items.push(...items.slice(0, room));
  list.isOpen ||= isOpen || items.length > room;
}






// src/code/python/targets.ts

function setAttribute(object, name, value) {
  if (object.kind === "dict") object.entries.set(name, value);
  else if (object.kind === "instance" || object.kind === "host") object.attributes.set(name, value);
  else if (object.kind === "class") object.names.own.set(name, value);
  else if (object.kind === "function") object.notes.set(name, value);
}
function reassign(run, file, names, target, operator, value) {
  if (target.kind === "name") {
    const known = lookUp(names, target.name);
    const result = operator === "+=" ? added(known, value) : operator === "=" || operator === ":=" ? value : UNKNOWN;
    let at = names;
    while (at && !at.own.has(target.name)) at = at.around;
    (at ?? names).own.set(target.name, result);
    return result;
  }
  if (operator === "+=") {
    const known = evaluate(run, file, names, target);
    if (known.kind === "list") return added(known, value);
  }
  assign(run, file, names, target, value);
  return value;
}
function added(known, value) {
  if (known?.kind === "list") {
    if (value.kind === "list") extend(known, value.items, value.isOpen);
    else known.isOpen = true;
    return known;
  }
  const [one, other] = [textOf(known), textOf(value)];
  return one !== void 0 && other !== void 0 ? plainOf(one + other) : UNKNOWN;
}

// src/code/python/expressions.ts
var MOST_ITEMS2 = 500;


var SETTING = /^[A-Z][A-Z\d_]*$/;
function elsewhere(run, file, node) {
  run.budget -= 20;
  const found = evaluateExpression(run.program, { file, node }, run.environment);
  return found.kind === "known" && found.value !== null ? plainOf(found.value) : void 0;
}
function truth(value) {
  switch (value.kind) {
    case "plain":
      return Boolean(value.value);
    case "list":
      return value.items.length > 0 ? true : value.isOpen ? void 0 : false;
    case "dict":
      return value.entries.size > 0 ? true : value.isOpen ? void 0 : false;
    case "function":
    case "class":
    case "host":
    case "module":
      return true;
    default:
      return void 0;
  }
}


function oneOf(one, other) {
  const isObject = (value) => !/^(?:unknown|outside|plain|ending)$/.test(value.kind);
  if (isObject(one) || isObject(other)) return isObject(one) ? one : other;
  return one.kind === "plain" && other.kind === "plain" && one.value === other.value ? one : UNKNOWN;
}

function sum(left, right) {
  if (left.kind === "list" || right.kind === "list") {
    const items = [left, right].flatMap((one2) => one2.kind === "list" ? one2.items : []);
    return listOf(
      items,
      [left, right].some((one2) => one2.kind !== "list" || one2.isOpen)
    );
  }
  const [one, other] = [left.kind === "ending" ? left.text : textOf(left), textOf(right)];
  if (other !== void 0 && left.kind === "ending") return { kind: "ending", text: ((one ?? "") + other).slice(-500) };
  if (one !== void 0 && other !== void 0) return plainOf(one + other);
  if (other !== void 0 && left.kind === "unknown") return { kind: "ending", text: other };
  if (left.kind === "plain" && right.kind === "plain" && typeof left.value === "number" && typeof right.value === "number")
    return plainOf(left.value + right.value);
  return UNKNOWN;
}

function spreadItems(value) {
  return value.kind === "list" ? value.items : [];
}
function dictionary(run, file, names, node) {
  const made2 = { kind: "dict", entries: /* @__PURE__ */ new Map(), isOpen: false };
  for (const entry of node.entries) {
    if (entry.kind === "spread") {
      const spread = evaluate(run, file, names, entry.value);
      if (spread.kind === "dict") for (const [key2, value2] of spread.entries) made2.entries.set(key2, value2);
      else made2.isOpen = true;
      continue;
    }
    const value = evaluate(run, file, names, entry.value);
    const key = entry.key ?? (entry.computed && textOf(evaluate(run, file, names, entry.computed)));
    if (key === void 0) made2.isOpen = true;
    else made2.entries.set(key, value);
  }
  return made2;
}
function comprehension(run, file, names, node) {
  const [clause] = node.clauses;
  const inner = { own: /* @__PURE__ */ new Map(), around: names, isClass: false };
  if (!clause || node.clauses.length > 1 || node.form === "dict") return UNKNOWN;
  const over = evaluate(run, file, inner, clause.iterated);
  const isKnown = over.kind === "list";
  const made2 = (isKnown ? over.items.slice(0, MOST_ITEMS2) : [UNKNOWN]).flatMap((item) => {
    assign(run, file, inner, clause.target, item);
    const isOut = clause.tests.some((test) => truth(evaluate(run, file, inner, test)) === false);
    return isOut ? [] : [evaluate(run, file, inner, node.element)];
  });
  return listOf(isKnown ? made2 : [], !isKnown);
}

// src/code/python/statements.ts
var MOST_ITEMS3 = 500;
var GOES_ON = {};



function either(one, other) {
  const value = better(one.value, other.value);
  return { ...value && { value }, ...one.ends && one.ends === other.ends && { ends: one.ends } };
}

function tried(run, file, names, node) {
  const body = outcomeOf(run, file, names, node.body);
  let { value } = body;
  for (const handler2 of node.handlers) {
    const inner = { own: /* @__PURE__ */ new Map(), around: names, isClass: false };
    value = better(value, runBlock(run, file, inner, handler2.body));
    for (const [name, bound] of inner.own) if (!names.own.has(name)) names.own.set(name, bound);
  }
  for (const rest of [node.otherwise, node.finalizer]) value = better(value, runBlock(run, file, names, rest));
  return { ...value && { value }, ...node.handlers.length === 0 && body.ends && { ends: body.ends } };
}
function loop(run, file, names, node) {
  let value;
  const round = () => {
    const outcome = outcomeOf(run, file, names, node.body);
    value = better(value, outcome.value);
    return outcome.ends;
  };
  if (node.form !== "each" || !node.iterated || !node.target) {
    round();
    return value ? { value } : GOES_ON;
  }
  const over = evaluate(run, file, names, node.iterated);
  const isKnown = over.kind === "list" && !over.isOpen;
  for (const item of over.kind === "list" ? over.items.slice(0, MOST_ITEMS3) : [UNKNOWN]) {
    assign(run, file, names, node.target, item);
    const ends = round();
    if (ends === "loop") break;
    if (ends === "function" && isKnown) return { ...value && { value }, ends };
  }
  return value ? { value } : GOES_ON;
}



// src/code/python/modules.ts







// src/code/python/attributes.ts

var LONGEST = 20;


function inheritedMethod(of, self, name) {
  if (outsideBases(of).length === 0) return void 0;
  const host = { kind: "host", type: "inherited", at: NOWHERE, attributes: /* @__PURE__ */ new Map(), state: self };
  return { kind: "method", host, name };
}
var NOWHERE = { path: "", start: 0, end: 0 };



function spanFor(file, { start, end }) {
  return { path: file.path, start, end };
}

// src/code/python/builtins.ts
function builtinFunction(run, file, names, name, given) {
  const [first, second] = given.list;
  switch (name) {
    case "str":
      return first?.kind === "plain" ? plainOf(String(first.value)) : first ?? plainOf("");
    case "list":
    case "tuple":
    case "sorted":
    case "set":
    case "reversed":
      return first ? first.kind === "list" ? listOf(first.items, first.isOpen) : UNKNOWN : listOf([]);
    case "dict":
      return { kind: "dict", entries: new Map(given.keywords), isOpen: given.list.length > 0 || given.isOpen };
    case "getattr": {
      const key = textOf(second);
      if (!first || key === void 0) return UNKNOWN;
      const found = attributeOf(run, file, first, key, { kind: "unknown", start: 0, end: 0, children: [] });
      return found.kind === "unknown" ? given.list[2] ?? UNKNOWN : found;
    }
    case "enumerate":
      return first?.kind === "list" ? listOf(
        first.items.map((item, index) => listOf([plainOf(index), item])),
        first.isOpen
      ) : UNKNOWN;
    case "zip": {
      const lists = given.list.flatMap((one) => one.kind === "list" ? [one.items] : []);
      if (lists.length < given.list.length || !lists[0]) return UNKNOWN;
      return listOf(lists[0].map((_, index) => listOf(lists.map((one) => one[index] ?? UNKNOWN))));
    }
    case "__import__":
      return textOf(first) === void 0 ? UNKNOWN : moduleValue(run, file, textOf(first) ?? "");
    case "super": {
      const self = names.own.get("self");
      return self ?? UNKNOWN;
    }
    default:
      return void 0;
  }
}

function stripped(text, method3, characters = " 	\r\n") {
  let [start, end] = [0, text.length];
  if (method3 !== "rstrip") while (start < end && characters.includes(text.charAt(start))) start++;
  if (method3 !== "lstrip") while (end > start && characters.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

// src/code/python/calls.ts

var READS = /^(?:os\.(?:getenv|environ\.get)|decouple\.config|(?:environ|environs)\..*|starlette\.config\..*)$/;
var CONVERTS = /^(?:int|float|bool)$/;



var LONGEST_NAME = 200;
function inheritedCall(run, name, given) {
  if (name !== "init_app" && name !== "__init__") run.knowledge.passed(run, given);
  return UNKNOWN;
}



var MOST_ACTIVE = 2;
var MOST_IDLE = 5e3;
function callFunction(run, fn, given) {
  const { file, node } = fn;
  const active = run.active.get(node) ?? 0;
  if (run.depth >= DEEPEST || run.budget <= 0 || active >= MOST_ACTIVE) return UNKNOWN;
  const idle = run.idle.get(node) ?? 0;
  if (idle > MOST_IDLE && ![...given.list, ...given.keywords.values()].some(isLive)) return UNKNOWN;
  const { budget, touches } = run;
  const names = { own: /* @__PURE__ */ new Map(), around: fn.names, isClass: false };
  const hasSelf = fn.self !== void 0 && !node.isStatic;
  const list = hasSelf && fn.self ? [fn.self, ...given.list] : given.list;
  let position = 0;
  for (const parameter2 of node.parameters) {
    const { target } = parameter2;
    const name = target.kind === "name" ? target.name : "";
    if (parameter2.rest === "list") {
      assign(run, file, names, target, listOf(list.slice(position), given.isOpen));
      position = list.length;
    } else if (parameter2.rest === "map") {
      const own = new Set(node.parameters.map((one) => one.target.kind === "name" ? one.target.name : ""));
      const entries = new Map([...given.keywords].filter(([key]) => !own.has(key)));
      names.own.set(name, { kind: "dict", entries, isOpen: given.isOpen });
    } else {
      const value = given.keywords.get(name) ?? list[position];
      if (!given.keywords.has(name)) position++;
      const fallback = parameter2.fallback && !given.isOpen ? evaluate(run, file, fn.names, parameter2.fallback) : UNKNOWN;
      assign(run, file, names, target, value ?? fallback);
    }
  }
  run.called.add(node);
  run.active.set(node, active + 1);
  run.depth++;
  const returned = runBody(run, file, names, node, true);
  run.depth--;
  run.active.set(node, active);
  run.idle.set(node, run.touches === touches ? idle + budget - run.budget : Number.NEGATIVE_INFINITY);
  return node.isGenerator ? UNKNOWN : returned ?? UNKNOWN;
}
function isLive(value) {
  return value.kind === "host" || value.kind === "method" || value.kind === "function";
}

function applied(run, file, node, decorator, value) {
  if (decorator.kind !== "function" || value.kind === "unknown" || !run.knowledge.concerns(decorator.file))
    return void 0;
  const given = { list: [value], keywords: /* @__PURE__ */ new Map(), isOpen: false, at: spanOf(file, node), file };
  const result = callFunction(run, decorator, given);
  return result.kind === "host" ? result : void 0;
}

// src/model/code/routes/python/guards.ts
var AUTH = /auth|login|logged|current_?user|current_?active|token|jwt|api_?key|bearer|permission|principal|require_(?:user|role|admin|scope)|role|admin|session_required|identity|access|IsOwner|protected|security|credential|signature/i;
var LIMIT = /limit|throttl|slowapi/i;
var NO_GUARD = /headers?|csrf|xsrf|cors|logg|log_?middleware|accesslog|audit|metric|trac(?:e|ing)|authors?(?![a-z])|tokeni[sz]/i;
var TURNS_AWAY = /unauthori[sz]ed|forbidden|httpexception|abort|permissiondenied|notauthenticated|authenticationfailed|redirect|autherror|raise_for/i;
var PERSON = /^(?:user|account|member|is_(?:authenticated|staff|superuser|active)|has_perms?|session)$/;


function turnsPeopleAway(node) {
  const { turnsAway, namesPerson } = seen(node);
  return turnsAway && namesPerson;
}
function seen(node) {
  let turnsAway = false;
  let readsPath = false;
  let namesPerson = false;
  walk([node], (one) => {
    if (one.kind === "throw" || one.kind === "literal" && (one.value === 401 || one.value === 403)) turnsAway = true;
    const name = one.kind === "name" ? one.name : one.kind === "member" ? one.property : void 0;
    if (name === void 0) return void 0;
    if (TURNS_AWAY.test(name)) turnsAway = true;
    if (/^(?:path|url|endpoint|blueprint|scope|raw_path)$/.test(name)) readsPath = true;
    if (PERSON.test(name)) namesPerson = true;
    return void 0;
  });
  return { turnsAway, readsPath, namesPerson };
}




var decorated = /* @__PURE__ */ new WeakMap();



// src/model/code/routes/python/django-guards.ts
var ASKS = /^(?:\w*login_required|\w*permissions?_required\w*|user_passes_test|staff_member_required|(?:staff|superuser|group|role|otp|admin|auth\w*)_required|admin_view)$/;
var ASKING_MIXIN = /(?:Login|Permissions?|Staff|Superuser|Group|OTP|Auth\w*)Required\w*$|AccessMixin$|UserPassesTestMixin$/;
var PUBLIC = /^(?:login_not_required|login_exempt|(?:is_|make_)?public(?:_view|_page|_route|_endpoint|_access)?|allow_?(?:any|anonymous)\w*|anonymous_(?:allowed|ok|only|required)|no_?(?:login|auth)(?:_required|_needed)?|(?:not_|un)(?:authenticated|logged_in)(?:_user|_only)?|logout_required)$/i;
var NO_GUARD2 = /^(?:get|post|put|patch|delete|api_operation|api_view|action|permission_classes|require_(?:GET|POST|safe|http_methods)|\w*csrf\w*|extend_schema\w*|swagger_auto_schema|cache_\w+|never_cache|vary_on_\w+|condition|etag|last_modified|gzip_page|property|cached_property|staticmethod|classmethod|(?:renderer|parser|authentication)_classes|(?:non_)?atomic\w*|xframe_\w+|sensitive_\w+|override)$/;
function djangoGuard(name, at) {
  if (PUBLIC.test(name)) return { name, purpose: "public", isGlobal: false, at };
  if (ASKS.test(name) || ASKING_MIXIN.test(name)) return { name, purpose: "auth", isGlobal: false, at, redirects: true };
  return guardNamed(name, at);
}
function isDjangoGuard(name) {
  return ASKS.test(name) || PUBLIC.test(name);
}
function noteGuard(view, name, at) {
  const guard = { kind: "host", type: "guard", at, attributes: /* @__PURE__ */ new Map(), state: name };
  if (view.kind === "host") return { ...view, attributes: new Map([...view.attributes, ["guard", guard]]) };
  return { ...view, notes: new Map([...view.notes, ["guard", guard]]) };
}
function notedGuards(value) {
  const guard = value?.kind === "host" ? value.attributes.get("guard") : value?.kind === "function" || value?.kind === "class" ? value.notes.get("guard") : void 0;
  const own = guard?.kind === "host" && guard.type === "guard" ? [djangoGuard(String(guard.state), guard.at)] : [];
  return isExempt(value) ? [...own, { name: "login_required = False", purpose: "public", isGlobal: false, at: NOWHERE2 }] : own;
}
var NOWHERE2 = { path: "", start: 0, end: 0 };
function isExempt(value) {
  const said = value?.kind === "host" ? value.attributes.get("login_required") : value?.kind === "function" ? value.notes.get("login_required") : value?.kind === "class" ? classAttribute(value, "login_required") : void 0;
  return said?.kind === "plain" && said.value === false;
}
function viewDecorators(value) {
  if (value?.kind !== "function" && value?.kind !== "class") return [];
  return [...notedGuards(value), ...value.node.decorators.flatMap((one) => decoratorGuards(one, value))];
}
function decoratorGuards(one, of) {
  const at = { path: of.file.path, start: one.start, end: one.end };
  const path = pathOf(one.kind === "call" ? one.callee : one);
  const name = path?.at(-1);
  if (name === void 0) return [{ name: "a decorator", purpose: "other", isGlobal: false, at }];
  if (one.kind === "call" && name === "method_decorator") {
    const first = one.arguments.find((given) => given.kind !== "keyword" || given.name === "decorator");
    const inner = first?.kind === "keyword" ? first.value : first;
    return (inner?.kind === "array" ? inner.elements : inner ? [inner] : []).flatMap((each) => decoratorGuards(each, of));
  }
  if (NO_GUARD2.test(name)) return [];
  const value = path?.length === 1 ? lookUp(of.names, name) : void 0;
  if (value?.kind === "list") return itemsOf(value).map((item) => valueGuard(item, name, at));
  return [valueGuard(value, name, at)];
}
function valueGuard(value, written2, at) {
  const [noted] = notedGuards(value);
  if (noted) return { ...noted, name: written2, at };
  const guard = djangoGuard(value?.kind === "outside" ? nameOfValue(value) ?? written2 : written2, at);
  if (guard.purpose !== "other" || value?.kind !== "function") return guard;
  return [value, ...decoratorsOf2(value)].some(({ node }) => turnsPeopleAway(node)) ? { ...guard, purpose: "auth", redirects: true } : guard;
}
function decoratorsOf2({ node, names }) {
  return node.decorators.flatMap((one) => {
    const path = pathOf(one.kind === "call" ? one.callee : one);
    const value = path?.length === 1 && path[0] !== void 0 ? lookUp(names, path[0]) : void 0;
    return value?.kind === "function" ? [value] : [];
  });
}
function classGuards(of, start) {
  const bases = outsideBases(of);
  const isApi = isApiView(of);
  const at = placeOf(of);
  const asking = bases.filter((base) => ASKING_MIXIN.test(lastOf(base)));
  const throttles = itemsOf(classAttribute(of, "throttle_classes"));
  return [
    ...asking.map((base) => djangoGuard(lastOf(base), at)),
    ...isApi ? apiGuards(of, start) : [],
    ...throttles.flatMap((one) => nameOfValue(one) ?? []).map((name) => guardNamed(name, at)),
    ...viewDecorators(of),
    ...unknownBases(of).map((name) => ({ name, purpose: "other", isGlobal: false, at }))
  ];
}
function isApiView(of) {
  return outsideBases(of).some((base) => base.startsWith("rest_framework"));
}
function apiGuards(of, start) {
  const permissions = classAttribute(of, "permission_classes");
  const method3 = ["get_permissions", "check_permissions", "initial"].find(
    (name) => classAttribute(of, name)?.kind === "function"
  );
  if (method3) return [{ name: method3, purpose: "other", isGlobal: false, at: placeOf(of) }];
  return permissions ? permissionGuards(permissions, of) : defaultGuards(start);
}
function unknownBases(of, steps = 20) {
  if (steps <= 0) return [];
  return of.bases.flatMap((base, index) => {
    if (base.kind === "class") return unknownBases(base, steps - 1);
    if (base.kind === "outside")
      return KNOWN_BASES.test(base.name) || ASKING_MIXIN.test(base.name) ? [] : [lastOf(base.name)];
    const written2 = of.node.bases[index];
    return [(written2 && pathOf(written2)?.join(".")) ?? "a base class"];
  });
}
var KNOWN_BASES = /^(?:django\.views\.|django\.contrib\.(?:messages|auth\.views)|django\.utils\.|rest_framework\.(?:views|generics|viewsets|mixins)\.|django_filters\.|abc\.|typing\.|object$)/;
function permissionGuards(value, of) {
  const at = placeOf(of);
  const items = itemsOf(value);
  const isOpen = value.kind === "list" && value.isOpen;
  if (items.length === 0 && !isOpen) return [{ name: "permission_classes", purpose: "public", isGlobal: false, at }];
  return items.map((one) => {
    const name = nameOfValue(one);
    if (name === "AllowAny") return { name, purpose: "public", isGlobal: false, at };
    const isClass = name !== void 0 && /^[A-Z]\w*[a-z]\w*$/.test(name);
    const guard = guardNamed(isClass ? name : "permission_classes", at);
    return { ...guard, purpose: isClass ? "auth" : "other" };
  });
}
function defaultGuards({ permissions, permissionsAt }) {
  if (!permissionsAt) return [];
  return permissions.filter((name) => name !== "AllowAny").map((name) => ({
    name,
    purpose: /hrottl/.test(name) ? "limit" : name === UNREAD ? "other" : "auth",
    isGlobal: name !== UNREAD,
    at: permissionsAt
  }));
}
var UNREAD = "DEFAULT_PERMISSION_CLASSES";
function placeOf({ file, node }) {
  return { path: file.path, start: node.nameStart, end: node.nameStart + (node.name ?? "").length };
}
function lastOf(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}

// src/model/code/routes/python/django-middleware.ts
var ASKS2 = /Login_?Required|Require_?Login|AuthRequired|RequireAuth/i;
var HARMLESS = /^(?:django\.(?!contrib\.auth\.middleware\.(?:LoginRequired|RemoteUser))|corsheaders\.|whitenoise\.|debug_toolbar\.|django_prometheus\.|silk\.|sentry_sdk\.|csp\.|simple_history\.|reversion\.|compression_middleware\.|querycount\.|request_id\.|django_structlog\.|log_request_id\.|allauth\.account\.|axes\.|django_htmx\.|crum\.|waffle\.|parler\.|modeltranslation\.|hijack\.|djangorestframework_camel_case\.|django_guid\.|opentelemetry\.|ddtrace\.|newrelic\.|oauth2_provider\.|auditlog\.|impersonate\.|maintenance_mode\.|wagtail\.)/;
function middlewareGuards(run, settings) {
  const names = moduleNames(run, settings);
  const value = lookUp(names, "MIDDLEWARE") ?? lookUp(names, "MIDDLEWARE_CLASSES");
  const at = declarationOf(settings);
  const unknown = (name) => ({ name, purpose: "other", isGlobal: true, at });
  if (!value) return [];
  if (value.kind !== "list") return [unknown("MIDDLEWARE")];
  const found = value.items.flatMap((item) => {
    const name = textOf(item);
    if (name === void 0) return [unknown("MIDDLEWARE")];
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (ASKS2.test(name)) return [{ ...unknown(last), purpose: "auth", redirects: true }];
    if (HARMLESS.test(name)) return [];
    const own = named(run, settings, name);
    const isKnown = own?.kind === "function" || own?.kind === "class";
    return isKnown && !turnsPeopleAway(own.node) ? [] : [unknown(last)];
  });
  return value.isOpen ? [...found, unknown("MIDDLEWARE")] : found;
}
function named(run, from, name) {
  const dot = name.lastIndexOf(".");
  const module = dot > 0 ? moduleValue(run, from, name.slice(0, dot)) : void 0;
  return module?.kind === "module" ? lookUp(moduleNames(run, module.file), name.slice(dot + 1)) : void 0;
}
function declarationOf(file) {
  const found = file.body.find(
    (one) => one.kind === "declare" && one.target.kind === "name" && /^MIDDLEWARE/.test(one.target.name)
  );
  return { path: file.path, start: found?.start ?? 0, end: found ? found.start + "MIDDLEWARE".length : 0 };
}

// src/model/code/routes/python/django-views.ts
var VERBS = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];
var ANSWERS = {
  TemplateView: ["get"],
  RedirectView: ["get", "post", "put", "patch", "delete"],
  DetailView: ["get"],
  ListView: ["get"],
  FormView: ["get", "post", "put"],
  CreateView: ["get", "post", "put"],
  UpdateView: ["get", "post", "put"],
  DeleteView: ["get", "post", "delete"],
  LoginView: ["get", "post", "put"],
  LogoutView: ["post"],
  CreateAPIView: ["post"],
  ListAPIView: ["get"],
  RetrieveAPIView: ["get"],
  DestroyAPIView: ["delete"],
  UpdateAPIView: ["put", "patch"],
  ListCreateAPIView: ["get", "post"],
  RetrieveUpdateAPIView: ["get", "put", "patch"],
  RetrieveDestroyAPIView: ["get", "delete"],
  RetrieveUpdateDestroyAPIView: ["get", "put", "patch", "delete"],
  TokenObtainPairView: ["post"],
  TokenRefreshView: ["post"],
  TokenVerifyView: ["post"],
  TokenBlacklistView: ["post"],
  TokenObtainSlidingView: ["post"],
  ObtainAuthToken: ["post"],
  SpectacularAPIView: ["get"],
  SpectacularJSONAPIView: ["get"],
  SpectacularSwaggerView: ["get"],
  SpectacularRedocView: ["get"]
};
var SILENT = /(?:^|\.)(?:View|APIView|GenericAPIView|ViewSet|GenericViewSet|ViewSetMixin|\w*Mixin)$/;
var LISTS = /(?:^|\.)(?:ListAPIView|ListCreateAPIView)$/;
function placeIn({ file, node }) {
  return { lists: { file, node } };
}
function classMethods(of, start) {
  const bases = outsideBases(of);
  const inherited = new Set(bases.flatMap((base) => ANSWERS[lastOf2(base)] ?? []));
  const guards = classGuards(of, start);
  const view = viewOf(of);
  const isApi = isApiView(of);
  const found = VERBS.flatMap((verb) => {
    const own = classAttribute(of, verb);
    if (own?.kind !== "function" && !inherited.has(verb)) return [];
    const lists = verb === "get" && own?.kind !== "function" && bases.some((base) => LISTS.test(base)) ? placeIn(of) : {};
    const outside = bases.map(lastOf2).find((base) => ANSWERS[base]?.includes(verb));
    return [
      {
        method: verb.toUpperCase(),
        ...handler(own),
        ...lists,
        view,
        ...outside !== void 0 && { outside },
        isApi,
        guards: [...guards, ...viewDecorators(own)]
      }
    ];
  });
  const isOpen = bases.some((base) => !(lastOf2(base) in ANSWERS) && !SILENT.test(base));
  const all = found.length === 0 && isOpen ? [{ method: "*", view, isApi, guards }] : found;
  return allowed(of, all);
}
function boundMethods(of, actions, start) {
  const guards = classGuards(of, start);
  const view = viewOf(of);
  const isApi = isApiView(of);
  const found = [...actions].map(([verb, name]) => {
    const own = classAttribute(of, name);
    const said = own?.kind === "function" ? own.notes.get("permissions") : void 0;
    const around = said && own?.kind === "function" ? permissionGuards(said, own) : guards;
    const lists = name === "list" && own?.kind !== "function" ? placeIn(of) : {};
    return {
      method: verb.toUpperCase(),
      ...handler(own),
      ...lists,
      view,
      isApi,
      guards: [...around, ...viewDecorators(own)]
    };
  });
  return allowed(of, found);
}
function outsideMethods(name, start) {
  const outside = lastOf2(name);
  const guards = name.startsWith("rest_framework") ? defaultGuards(start).filter((one) => one.purpose === "limit") : [];
  return (ANSWERS[outside] ?? ["*"]).map((verb) => ({ method: verb.toUpperCase(), outside, guards }));
}
function functionMethods(view, start) {
  const said = view.notes.get("methods");
  const texts2 = said ? itemsOf(said).map(textOf) : [];
  const known = texts2.filter((text) => text !== void 0);
  const methods = known.length > 0 && known.length === texts2.length ? known.map((text) => text.toUpperCase()) : ["*"];
  const permissions = view.notes.get("permissions");
  const defaults = view.notes.has("api") ? defaultGuards(start) : [];
  const guards = [...permissions ? permissionGuards(permissions, view) : defaults, ...viewDecorators(view)];
  return methods.map((method3) => ({ method: method3, ...handler(view), isApi: view.notes.has("api"), guards }));
}
function allowed(of, methods) {
  const said = classAttribute(of, "http_method_names");
  const names = itemsOf(said).map(textOf);
  if (!said || names.length === 0 || names.some((name) => name === void 0)) return methods;
  return methods.filter(({ method: method3 }) => method3 === "*" || names.includes(method3.toLowerCase()));
}
function handler(value) {
  return value?.kind === "function" ? { handler: { file: value.file, node: value.node } } : {};
}
function viewOf(of, steps = 20) {
  const above = of.bases.flatMap((base) => base.kind === "class" && steps > 0 ? viewOf(base, steps - 1) : []);
  return [{ file: of.file, node: of.node }, ...above];
}
function lastOf2(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}

// src/model/code/routes/python/paths.ts
var EMPTY_PATH = { text: "", isResolved: true };



function rooted({ text, isResolved }) {
  return { text: text.startsWith("/") || !isResolved ? text : `/${text}`, isResolved };
}


function patternPath(pattern2) {
  let text = pattern2.replace(/^\^/, "").replace(/\$$|\\Z$/, "");
  let count = 0;
  text = text.replace(
    /\((?!\?:)(?:\?P<(\w+)>)?((?:\\.|\[[^\]]*\]|[^()])*)\)\??/g,
    (_, name, inner) => {
      count++;
      return `<${/^\.[*+]/.test(inner) ? "path:" : ""}${name ?? `p${count}`}>`;
    }
  );
  text = text.replace(/\/\?$/, "").replace(/\/\?\$?$/, "");
  text = text.replace(/\\([./\-_])/g, "$1");
  return /[\\^$*+?()[\]|]/.test(text) ? { text: "", isResolved: false } : { text, isResolved: true };
}

// src/model/code/routes/python/web.ts
var webs = /* @__PURE__ */ new WeakMap();






// src/model/code/routes/python/table.ts


var NOTHING_AROUND = { path: { text: "", isResolved: true }, prefixes: [], guards: [] };
var DEEPEST2 = 16;

var NO_PATH = { text: "", isResolved: true };

function addFallback(table, { path }, at) {
  table.fallbacks.push({ prefix: path.isResolved ? routePath(path.text) : "/", at });
}



// src/model/code/routes/django.ts
var INCLUDED = {
  // https://github.com/codingjoe/django-health-check: the root checks everything.
  "health_check.urls": ["", "<subset>/"],
  // https://github.com/korfuri/django-prometheus
  "django_prometheus.urls": ["metrics"]
};
function addDjango(run, start, table, settings, from) {
  const module = moduleValue(run, from, settings);
  if (module.kind !== "module") return;
  readFrameworkSettings(run, start, module.file);
  const root = textOf(moduleMember(run, module, "ROOT_URLCONF"));
  const at = { path: module.file.path, start: 0, end: 0 };
  const urls = root === void 0 ? void 0 : moduleValue(run, module.file, root);
  if (urls?.kind !== "module") {
    table.unresolved.push(at);
    return;
  }
  const around = { ...NOTHING_AROUND, guards: middlewareGuards(run, module.file) };
  addPatterns(table, start, lookUp(moduleNames(run, urls.file), "urlpatterns"), around, at);
}
function djangoSetting(run, { settings }, name) {
  const module = settings && moduleValue(run, settings.from, settings.name);
  return module?.kind === "module" ? lookUp(moduleNames(run, module.file), name) ?? UNKNOWN : void 0;
}
function readFrameworkSettings(run, start, file) {
  const settings = lookUp(moduleNames(run, file), "REST_FRAMEWORK");
  if (!settings) return;
  const keys = ["DEFAULT_PERMISSION_CLASSES", "DEFAULT_THROTTLE_CLASSES"];
  const entries = settings.kind === "dict" ? settings.entries : /* @__PURE__ */ new Map();
  const names = keys.flatMap((key) => itemsOf(entries.get(key)).flatMap((one) => textOf(one) ?? []));
  const permissions = entries.get(UNREAD);
  const isRead = permissions ? itemsOf(permissions).every((one) => textOf(one) !== void 0) && !(permissions.kind === "list" && permissions.isOpen) : settings.kind === "dict" && !settings.isOpen;
  start.permissions = [...names.map((name) => name.slice(name.lastIndexOf(".") + 1)), ...isRead ? [] : [UNREAD]];
  start.permissionsAt = declarationOf2(file, "REST_FRAMEWORK");
}
function declarationOf2(file, name) {
  const found = file.body.find((one) => one.kind === "declare" && one.target.kind === "name" && one.target.name === name);
  return { path: file.path, start: found?.start ?? 0, end: found ? found.start + name.length : 0 };
}
var DEEPEST3 = 16;
function addPatterns(table, start, value, around, at, depth = 0) {
  if (value?.kind !== "list") {
    table.unresolved.push(at);
    addFallback(table, around, at);
    return;
  }
  if (value.isOpen) table.unresolved.push(at);
  if (depth > DEEPEST3 || table.routes.length > 2e4) return;
  for (const item of value.items) {
    if (item.kind === "host" && item.type === "url") addUrl(table, start, item, around, depth);
    else if (item.kind === "list") addPatterns(table, start, item, around, at, depth + 1);
    else table.unresolved.push(at);
  }
}
function addUrl(table, start, url, around, depth) {
  const { pattern: pattern2, view } = url.state;
  const { at } = url;
  const web = webOf(view);
  if (web) addWeb(table, web, below(around, pattern2, at, []));
  else if (view.kind === "list") addPatterns(table, start, view, below(around, pattern2, at, []), at, depth + 1);
  else if (view.kind === "host" && view.type === "included")
    addIncluded(table, start, view.state, below(around, pattern2, at, []), at, depth);
  else if (view.kind === "outside" && /\burls$/.test(view.name)) addFallback(table, below(around, pattern2, at, []), at);
  else if (view.kind === "unknown") {
    table.unresolved.push(at);
    addFallback(table, below(around, pattern2, at, []), at);
  } else {
    for (const { method: method3, handler: handler2, lists, view: classes, outside, isApi, guards } of methodsOf(view, start))
      addRoute(table, isApi ? exempt(around) : around, {
        framework: "django",
        methods: [method3],
        path: pattern2,
        guards: url.attributes.size > 0 ? [...guards, changedLater(url)] : guards,
        ...handler2 && { handler: handler2 },
        ...lists && { lists },
        ...classes && { view: classes },
        ...outside !== void 0 && { outside },
        at
      });
  }
}
function addIncluded(table, start, of, within, at, depth) {
  if (of?.kind !== "outside") {
    if (of) addPatterns(table, start, of, within, at, depth + 1);
    else addFallback(table, within, at);
    return;
  }
  const known = INCLUDED[of.name];
  for (const text of known ?? []) {
    const path = { text, isResolved: true };
    addRoute(table, within, { framework: "django", methods: ["GET"], path, guards: [], at });
  }
  if (!known) addFallback(table, within, at);
}
function exempt(around) {
  const isLeft = ({ name, isGlobal }) => isGlobal && name === "LoginRequiredMiddleware";
  if (!around.guards.some(isLeft)) return around;
  return { ...around, guards: around.guards.map((one) => isLeft(one) ? { ...one, purpose: "other" } : one) };
}
function changedLater({ at }) {
  return { name: "callback", purpose: "other", isGlobal: false, at };
}
function methodsOf(view, start) {
  if (view.kind === "function") return functionMethods(view, start);
  if (view.kind === "outside") return outsideMethods(view.name, start);
  if (view.kind !== "host" || view.type !== "django-view") return [{ method: "*", guards: [] }];
  const { of, actions } = view.state;
  const found = classView(of, actions, start);
  const noted = notedGuards(view);
  return noted.length > 0 ? found.map((one) => ({ ...one, guards: [...noted, ...one.guards] })) : found;
}
function classView(of, actions, start) {
  if (of.kind === "class") return actions ? boundMethods(of, actions, start) : classMethods(of, start);
  if (of.kind === "outside") return outsideMethods(of.name, start);
  return [{ method: "*", guards: [] }];
}

// src/model/code/routes/python/metrics.ts
function instrumentator(given) {
  return { kind: "host", type: "instrumentator", at: given.at, attributes: /* @__PURE__ */ new Map(), state: void 0 };
}
function instrumented(host, name, given) {
  const web = webOf(argument(given, 0, "app"));
  if (name === "expose" && web) {
    const path = argument(given, 3, "endpoint") ?? { kind: "plain", value: "/metrics" };
    web.entries.push({ kind: "route", methods: ["GET"], path: pathText(path), guards: [], at: given.at });
  }
  return host;
}

// src/model/code/routes/fastapi.ts
var VERBS2 = /* @__PURE__ */ new Set(["get", "post", "put", "patch", "delete", "head", "options", "trace"]);
var ROUTE_DECORATOR = /(?:^|\.)(?:get|post|put|patch|delete|head|options|trace|api_route|route|websocket|cache|wraps|inject|staticmethod)$/;
var asgi = {
  call(run, start, name, given) {
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (name === "prometheus_fastapi_instrumentator.Instrumentator") return instrumentator(given);
    if (!/^(?:fastapi|starlette)(?:\.|$)/.test(name)) return void 0;
    switch (last) {
      case "FastAPI":
        return fastapi(run, start, given);
      case "Starlette":
        return starlette(run, start, given, true);
      case "APIRouter":
        return router(run, start, given);
      case "Router":
        return starlette(run, start, given, false);
      case "Depends":
      case "Security":
        return dependency(given);
      case "Route":
      case "Mount":
      case "Host":
      case "Middleware":
        return { kind: "host", type: `asgi-${last.toLowerCase()}`, at: given.at, attributes: /* @__PURE__ */ new Map(), state: given };
      case "WSGIMiddleware":
        return argument(given, 0, "app");
      default:
        return void 0;
    }
  },
  attribute(_, __, host, name) {
    return webOf(host) && /^(?:fastapi|starlette|router)$/.test(host.type) && name === "router" ? host : void 0;
  },
  method(run, _, host, name, given) {
    if (host.type === "instrumentator") return instrumented(host, name, given);
    const web = webOf(host);
    return web && /^(?:fastapi|starlette|router)$/.test(host.type) ? method(run, host, web, name, given) : void 0;
  }
};




function starlette(run, start, given, isApplication) {
  const guards = middlewareIn(given.keywords.get("middleware"));
  const web = {
    framework: "starlette",
    isApplication,
    prefix: EMPTY_PATH,
    prefixAt: given.at,
    guards: [...guards],
    entries: []
  };
  const position = isApplication ? 1 : 0;
  addRoutes(run, web, argument(given, position, "routes"));
  const host = webHost("starlette", given.at, web);
  start.made.push(host);
  return host;
}


var NO_PATH2 = { kind: "plain", value: "" };
function routeEntries(run, web, given) {
  const entry = routeEntry(run, web, given);
  const endpoint = argument(given, 1, "endpoint");
  if (entry.kind !== "route" || endpoint?.kind !== "class") return [entry];
  return entry.methods.map((name) => {
    return { ...entry, methods: [name], ...handlerOf(classAttribute(endpoint, name.toLowerCase())) };
  });
}


function mountEntries(run, web, given, position) {
  const prefix = mounted(pathText(argument(given, position, "path")));
  const app = argument(given, position + 1, "app");
  const at = given.at;
  const guards = middlewareIn(given.keywords.get("middleware"));
  if (app && !isNone(app)) {
    if (webOf(app)) return [{ kind: "include", prefix, keepsPrefix: true, web: app, guards, at }];
    return [{ kind: "fallback", prefix, at }];
  }
  const inner = {
    framework: web.framework,
    isApplication: false,
    prefix: EMPTY_PATH,
    prefixAt: at,
    guards: [],
    entries: []
  };
  addRoutes(run, inner, given.keywords.get("routes") ?? given.list[2]);
  return [{ kind: "include", prefix, keepsPrefix: true, web: webHost("starlette", at, inner), guards, at }];
}


// src/model/code/routes/python/flask-views.ts
var VERBS3 = /* @__PURE__ */ new Set(["get", "post", "put", "patch", "delete", "head", "options", "trace"]);
var ROUTE_DECORATOR2 = /(?:^|\.)(?:route|get|post|put|patch|delete|doc|response|arguments|expect|marshal_with|errorhandler)$/;
function flaskWeb(given, isApplication, prefix = EMPTY_PATH) {
  return { framework: "flask", isApplication, prefix, prefixAt: given.at, guards: [], entries: [] };
}
function registerBlueprint(web, given) {
  const included3 = argument(given, 0, "blueprint") ?? NONE;
  const prefix = given.keywords.get("url_prefix");
  const replaces = prefix !== void 0 && !isNone(prefix);
  const path = replaces ? mounted(pathText(prefix)) : EMPTY_PATH;
  web.entries.push({
    kind: "include",
    prefix: path,
    keepsPrefix: !replaces,
    web: included3,
    guards: [],
    at: given.at
  });
}
function addRule(web, given, view, methods) {
  addView(web, rooted(pathText(argument(given, 0, "rule"))), view, methods, given.at);
}
function addView(web, path, view, methods, at) {
  const of = view.kind === "host" && view.type === "flask-view" ? view.state : view.kind === "class" ? view : void 0;
  const said = methods && !isNone(methods) ? texts(methods) : void 0;
  if (!of) {
    const guards2 = handlerDecorators(view, ROUTE_DECORATOR2);
    web.entries.push({ kind: "route", methods: said ?? ["GET"], path, ...handlerOf(view), guards: guards2, at });
    return;
  }
  const own = classAttribute(of, "methods");
  const guards = [...handlerDecorators(of, ROUTE_DECORATOR2), ...classDecorators(of)];
  const verbs = [...VERBS3].filter((verb) => classAttribute(of, verb)?.kind === "function");
  const allowed2 = said ?? (own ? texts(own) : void 0);
  if (verbs.length === 0 || allowed2) {
    const dispatch = classAttribute(of, "dispatch_request");
    for (const name of allowed2 ?? ["GET"]) {
      const handler2 = classAttribute(of, name.toLowerCase()) ?? dispatch;
      web.entries.push({ kind: "route", methods: [name], path, ...handlerOf(handler2), guards, at });
    }
    return;
  }
  for (const verb of verbs) {
    const handler2 = classAttribute(of, verb);
    const all = handler2 ? [...guards, ...handlerDecorators(handler2, ROUTE_DECORATOR2)] : guards;
    web.entries.push({ kind: "route", methods: [verb.toUpperCase()], path, ...handlerOf(handler2), guards: all, at });
  }
}
function classDecorators(of) {
  const at = { path: of.file.path, start: of.node.nameStart, end: of.node.nameStart + (of.node.name ?? "").length };
  return ["decorators", "method_decorators"].flatMap(
    (name) => itemsOf(classAttribute(of, name)).flatMap((one) => {
      const called = nameOfValue(one);
      return called === void 0 ? [] : [guardNamed(called, at)];
    })
  );
}
function texts(value) {
  const all = itemsOf(value).map(textOf);
  const known = all.filter((text) => text !== void 0);
  return known.length === all.length && known.length > 0 ? known.map((text) => text.toUpperCase()) : ["*"];
}

// src/model/code/routes/flask.ts
var flask = {
  call(_, start, name, given) {
    switch (name) {
      case "flask.Flask":
      case "flask.app.Flask":
        return application(start, given);
      case "flask.Blueprint":
      case "flask.blueprints.Blueprint":
      case "flask_smorest.Blueprint":
        return blueprint(start, given);
      case "flask_limiter.Limiter":
        return limiter(given);
      default:
        return void 0;
    }
  },
  method(_, __, host, name, given) {
    if (host.type === "flask-limiter" && name === "init_app") return limited(host, argument(given, 0, "app"), given);
    const web = webOf(host);
    if (!web) return void 0;
    if (host.type === "flask" || host.type === "blueprint") return method2(host, web, name, given);
    return void 0;
  },
  inherited(_, __, of, name) {
    if (of.kind !== "class" || name !== "as_view") return void 0;
    if (!outsideBases(of).some((base) => /^flask(?:\.views)?\./.test(base))) return void 0;
    return viewHost(of);
  }
};
function viewHost(of) {
  const at = { path: of.file.path, start: of.node.start, end: of.node.end };
  return { kind: "host", type: "flask-view", at, attributes: /* @__PURE__ */ new Map(), state: of };
}
function limiter(given) {
  const limits = given.keywords.get("default_limits") ?? given.keywords.get("application_limits");
  const host = { kind: "host", type: "flask-limiter", at: given.at, attributes: /* @__PURE__ */ new Map(), state: limits };
  const app = given.keywords.get("app") ?? given.list.find((one) => webOf(one));
  return app ? limited(host, app, given) : host;
}
function limited(host, app, given) {
  if (host.state !== void 0) webOf(app)?.guards.unshift(guardNamed("Limiter", given.at, true));
  return host;
}
function application(start, given) {
  const web = flaskWeb(given, true);
  const folder = given.keywords.get("static_folder");
  if (!isNone(folder)) {
    const url = given.keywords.get("static_url_path");
    const name = textOf(folder)?.split("/").at(-1) ?? "static";
    const prefix = url && !isNone(url) ? mounted(pathText(url)) : mounted({ text: name, isResolved: true });
    web.entries.push({ kind: "fallback", prefix, at: given.at });
  }
  return made(start, webHost("flask", given.at, web));
}
function made(start, host) {
  start.made.push(host);
  return host;
}
function blueprint(start, given) {
  const web = flaskWeb(given, false, mounted(pathText(given.keywords.get("url_prefix"))));
  const folder = given.keywords.get("static_folder");
  if (folder && !isNone(folder))
    web.entries.push({
      kind: "fallback",
      prefix: mounted(pathText(given.keywords.get("static_url_path") ?? folder)),
      at: given.at
    });
  return made(start, webHost("blueprint", given.at, web));
}
function method2(host, web, name, given) {
  if (name === "route" || VERBS3.has(name)) {
    return decoratorHost(given.at, (decorated2) => {
      addRule(web, given, decorated2, VERBS3.has(name) ? plainOf(name) : given.keywords.get("methods"));
      return decorated2;
    });
  }
  switch (name) {
    case "add_url_rule": {
      const view = argument(given, 2, "view_func");
      if (view && !isNone(view)) addRule(web, given, view, given.keywords.get("methods"));
      return NONE;
    }
    case "register_blueprint":
      registerBlueprint(web, given);
      return NONE;
    case "before_request":
    case "before_app_request": {
      const [fn] = given.list;
      if (fn) web.guards.push(middlewareGuard(fn, "before_request", given.at, host.type === "flask"));
      return fn;
    }
    default:
      return void 0;
  }
}

// src/model/code/routes/python/drf.ts
function drfRouter(name, given) {
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (!/^(?:rest_framework|rest_framework_nested)\./.test(name) || !/^(?:Nested)?(?:Default|Simple)Router$/.test(last))
    return void 0;
  const slash = given.keywords.get("trailing_slash");
  const parent = last.startsWith("Nested") ? parentOf(given) : void 0;
  const state = {
    registry: listOf([]),
    hasRoot: last.endsWith("DefaultRouter"),
    slash: slash?.kind === "plain" && slash.value === false ? "" : "/",
    ...parent && { parent }
  };
  return { kind: "host", type: "drf-router", at: given.at, attributes: /* @__PURE__ */ new Map([["registry", state.registry]]), state };
}
function parentOf(given) {
  const [router2] = given.list;
  if (router2?.kind !== "host" || router2.type !== "drf-router") return void 0;
  const lookup = textOf(argument(given, 2, "lookup")) ?? "nested";
  return { router: router2.state, prefix: pathText(argument(given, 1, "parent_prefix")), lookup };
}
function actionDecorator(given) {
  return decoratorHost(given.at, (decorated2) => {
    if (decorated2.kind !== "function") return decorated2;
    const methods = given.keywords.get("methods");
    const verbs = methods?.kind === "list" ? methods.items.flatMap((one) => textOf(one) ?? []) : ["get"];
    const name = decorated2.node.name ?? "";
    const detail = argument(given, 1, "detail");
    const state = {
      isDetail: detail?.kind === "plain" && detail.value === true,
      path: given.keywords.has("url_path") ? pathText(given.keywords.get("url_path")) : { text: name, isResolved: true },
      mapping: new Map(verbs.map((verb) => [verb.toLowerCase(), name]))
    };
    const host = { kind: "host", type: "drf-action", at: given.at, attributes: /* @__PURE__ */ new Map(), state };
    decorated2.notes.set("mapping", host);
    const permissions = given.keywords.get("permission_classes");
    if (permissions) decorated2.notes.set("permissions", permissions);
    return decorated2;
  });
}
function mappingDecorator(action, verb) {
  return decoratorHost(action.at, (decorated2) => {
    const name = decorated2.kind === "function" ? decorated2.node.name : void 0;
    if (name !== void 0) action.state.mapping.set(verb, name);
    return decorated2;
  });
}
var LIST = { get: "list", post: "create" };
var DETAIL = { get: "retrieve", put: "update", patch: "partial_update", delete: "destroy" };
var DOES = {
  ModelViewSet: ["list", "create", "retrieve", "update", "partial_update", "destroy"],
  ReadOnlyModelViewSet: ["list", "retrieve"],
  ListModelMixin: ["list"],
  CreateModelMixin: ["create"],
  RetrieveModelMixin: ["retrieve"],
  UpdateModelMixin: ["update", "partial_update"],
  DestroyModelMixin: ["destroy"]
};
function drfRoutes(router2, at) {
  const before = prefixOf(router2);
  return router2.registry.items.flatMap((item) => {
    if (item.kind !== "list") return [];
    const [prefix, viewset, place] = item.items;
    const where = place?.kind === "host" ? place.at : at;
    const base = joined(before, pattern(prefix));
    const isEmpty = base.text === "";
    const end = { text: router2.slash, isResolved: true };
    if (viewset?.kind !== "class")
      return viewset ? [{ path: joined(base, end), viewset, actions: /* @__PURE__ */ new Map(), at: where }] : [];
    const lookup = { text: `${isEmpty ? "" : "/"}<${lookupOf(viewset)}>`, isResolved: true };
    const routes = [];
    const add = (path, actions) => {
      if (actions.size > 0) routes.push({ path: joined(path, end), viewset, actions, at: where });
    };
    add(base, available(viewset, LIST));
    for (const { isDetail, path, mapping } of actionsOf(viewset)) {
      const own = patternPath(path.text);
      const inner = { text: `/${own.text}`, isResolved: path.isResolved && own.isResolved };
      add(
        isDetail ? joined(base, lookup, inner) : joined(base, isEmpty ? { ...inner, text: own.text } : inner),
        mapping
      );
    }
    add(joined(base, lookup), available(viewset, DETAIL));
    return routes;
  });
}
function pattern(prefix) {
  const written2 = pathText(prefix);
  const path = patternPath(written2.text);
  return { text: path.text, isResolved: written2.isResolved && path.isResolved };
}
function prefixOf({ parent }) {
  if (!parent) return { text: "", isResolved: true };
  const registered = parent.router.registry.items.find(
    (item) => item.kind === "list" && pathText(item.items[0]).text === parent.prefix.text
  );
  const viewset = registered?.kind === "list" ? registered.items[1] : void 0;
  const lookup = viewset?.kind === "class" ? lookupOf(viewset) : "pk";
  const detail = { text: `/<${parent.lookup}_${lookup}>/`, isResolved: true };
  return joined(prefixOf(parent.router), parent.prefix, detail);
}
function lookupOf(viewset) {
  return textOf(classAttribute(viewset, "lookup_url_kwarg")) ?? textOf(classAttribute(viewset, "lookup_field")) ?? "pk";
}
function available(viewset, wanted) {
  const given = new Set(outsideBases(viewset).flatMap((base) => DOES[base.slice(base.lastIndexOf(".") + 1)] ?? []));
  return new Map(
    Object.entries(wanted).filter(([, name]) => given.has(name) || classAttribute(viewset, name)?.kind === "function")
  );
}
function actionsOf(viewset, steps = 10) {
  const own = [...viewset.names.own.values()].flatMap((value) => {
    const mapping = value.kind === "function" ? value.notes.get("mapping") : void 0;
    return mapping?.kind === "host" && mapping.type === "drf-action" ? [mapping.state] : [];
  });
  if (steps <= 0) return own;
  const above = viewset.bases.flatMap((base) => base.kind === "class" ? actionsOf(base, steps - 1) : []);
  return [.../* @__PURE__ */ new Set([...own, ...above])];
}

// src/model/code/routes/python/django-urls.ts
var django = {
  call(run, _, name, given) {
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (name.endsWith(".as_view"))
      return viewHost2(given.at, {
        of: { kind: "outside", name: name.slice(0, -".as_view".length) },
        ...actionsIn(given)
      });
    if (/^django\.(?:urls|conf\.urls)\b/.test(name)) return urlCall(run, last, given);
    if (last === "format_suffix_patterns") return argument(given, 0, "urlpatterns");
    if (last === "staticfiles_urlpatterns" || last === "debug_toolbar_urls") return listOf([]);
    if (/^rest_framework(?:_nested)?\.routers\./.test(name)) return drfRouter(name, given);
    if (name.startsWith("rest_framework.decorators.")) return drfDecorator(last, given);
    if (/^django\.contrib\.admin\.(?:\w+\.)*site\.admin_view$/.test(name)) return viewDecorator(last, given);
    if (/^django\.(?:views\.decorators|contrib\.auth\.decorators|contrib\.admin\.views\.decorators|utils\.decorators)\./.test(
      name
    ))
      return viewDecorator(last, given);
    return void 0;
  },
  attribute(_, __, host, name) {
    if (host.type === "drf-router" && name === "urls") return routerUrls(host);
    return host.type === "drf-action" ? mappingDecorator(host, name) : void 0;
  },
  method(_, __, host, name, given) {
    if (host.type !== "drf-router" || name !== "register") return void 0;
    const place = { kind: "host", type: "place", at: given.at, attributes: /* @__PURE__ */ new Map(), state: void 0 };
    const [prefix, viewset] = [argument(given, 0, "prefix"), argument(given, 1, "viewset")];
    host.state.registry.items.push(listOf([prefix ?? NONE, viewset ?? NONE, place]));
    return NONE;
  },
  inherited(_, __, of, name, given) {
    if (of.kind !== "class" || name !== "as_view" || outsideBases(of).some((base) => base.startsWith("flask")))
      return void 0;
    return viewHost2(given.at, { of, ...actionsIn(given) });
  },
  decorate(_, __, decorator, decorated2) {
    if (decorator.kind !== "outside" || decorated2.kind !== "function") return void 0;
    const methods = METHODS_OF[decorator.name.slice(decorator.name.lastIndexOf(".") + 1)];
    if (methods && decorator.name.startsWith("django.views.decorators.http."))
      decorated2.notes.set("methods", listOf(methods.map(plainOf)));
    if (decorator.name === "rest_framework.decorators.api_view")
      decorated2.notes.set("methods", listOf([plainOf("GET")]));
    return void 0;
  }
};
var METHODS_OF = {
  require_GET: ["GET"],
  require_POST: ["POST"],
  require_safe: ["GET", "HEAD"]
};
function viewHost2(at, state) {
  return { kind: "host", type: "django-view", at, attributes: /* @__PURE__ */ new Map(), state };
}
function actionsIn(given) {
  const actions = argument(given, 0, "actions");
  if (actions?.kind !== "dict") return {};
  return { actions: new Map([...actions.entries].map(([verb, name]) => [verb, textOf(name) ?? ""])) };
}
function urlCall(run, name, given) {
  switch (name) {
    case "path":
      return urlHost(given.at, { pattern: pathText(given.list[0] ?? given.keywords.get("route")), view: viewIn(given) });
    case "re_path":
    case "url": {
      const written2 = pathText(given.list[0] ?? given.keywords.get("route") ?? given.keywords.get("regex"));
      const pattern2 = patternPath(written2.text);
      return urlHost(given.at, {
        pattern: { ...pattern2, isResolved: pattern2.isResolved && written2.isResolved },
        view: viewIn(given)
      });
    }
    case "include":
      return included(run, given);
    case "i18n_patterns":
      return listOf([
        urlHost(given.at, {
          pattern: { text: "<language>/", isResolved: true },
          view: includedHost(given.at, listOf(given.list))
        })
      ]);
    case "static":
      return listOf([urlHost(given.at, { pattern: pathText(given.list[0]), view: includedHost(given.at, void 0) })]);
    default:
      return void 0;
  }
}
function viewIn(given) {
  return argument(given, 1, "view") ?? NONE;
}
function urlHost(at, state) {
  return { kind: "host", type: "url", at, attributes: /* @__PURE__ */ new Map(), state };
}
function includedHost(at, state) {
  return { kind: "host", type: "included", at, attributes: /* @__PURE__ */ new Map(), state };
}
function included(run, given) {
  let of = argument(given, 0, "arg");
  if (of?.kind === "list" && of.items.length === 2 && textOf(of.items[1]) !== void 0 && of.items[0]?.kind !== "host")
    of = of.items[0];
  const name = textOf(of);
  const module = name === void 0 ? of : moduleValue(run, given.file, name);
  if (module?.kind === "module") return includedHost(given.at, lookUp(moduleNames(run, module.file), "urlpatterns"));
  return includedHost(given.at, module);
}
function drfDecorator(name, given) {
  if (name === "action") return actionDecorator(given);
  if (name !== "api_view" && name !== "permission_classes") return void 0;
  return decoratorHost(given.at, (decorated2) => {
    if (decorated2.kind !== "function") return decorated2;
    if (name === "api_view") {
      decorated2.notes.set("api", NONE);
      decorated2.notes.set("methods", argument(given, 0, "http_method_names") ?? listOf([plainOf("GET")]));
    } else decorated2.notes.set("permissions", argument(given, 0, "permission_classes") ?? NONE);
    return decorated2;
  });
}
function viewDecorator(name, given) {
  const [first] = given.list;
  const guarded = (view) => isDjangoGuard(name) && (view.kind === "function" || view.kind === "class" || view.kind === "host") ? noteGuard(view, name, given.at) : view;
  const takesSettings = name === "user_passes_test" || name === "method_decorator" || name === "require_http_methods";
  if (!takesSettings && first && (first.kind === "function" || first.kind === "class" || first.kind === "host"))
    return guarded(first);
  const host = decoratorHost(given.at, (decorated2) => {
    if (name === "require_http_methods" && decorated2.kind === "function") decorated2.notes.set("methods", first ?? NONE);
    return guarded(decorated2);
  });
  return isDjangoGuard(name) ? noteGuard(host, name, given.at) : host;
}
function routerUrls(host) {
  const router2 = host.state;
  const urls = drfRoutes(router2, host.at).map(
    ({ path, viewset, actions, at }) => urlHost(at, { pattern: path, view: viewHost2(at, { of: viewset, actions }) })
  );
  if (router2.hasRoot && !router2.parent)
    urls.push(
      urlHost(host.at, {
        pattern: { text: "", isResolved: true },
        view: viewHost2(host.at, { of: { kind: "outside", name: "rest_framework.generics.ListAPIView" } })
      })
    );
  return listOf(urls, router2.registry.isOpen);
}

// src/model/code/routes/python/flask-api.ts
var flaskApi = {
  call(_, start, name, given) {
    if (/^flask_(?:restful|restx|smorest)\.Api$/.test(name)) return api(start, name, given);
    return name === "flask_restx.Namespace" ? namespace(start, given) : void 0;
  },
  method(_, __, host, name, given) {
    const web = webOf(host);
    return web && /^(?:flask-api|namespace)$/.test(host.type) ? apiMethod(host, web, name, given) : void 0;
  }
};
function api(start, name, given) {
  const isDocumented = name.startsWith("flask_restx");
  const position = isDocumented ? -1 : 1;
  const web = flaskWeb(given, false, mounted(pathText(argument(given, position, "prefix"))));
  const doc = given.keywords.get("doc") ?? plainOf("/");
  if (isDocumented) {
    for (const text of ["", "/swagger.json"])
      web.entries.push({ kind: "route", methods: ["GET"], path: { text, isResolved: true }, guards: [], at: given.at });
    if (!(doc.kind === "plain" && doc.value === false)) documentation.set(web, rooted(pathText(doc)));
  }
  const host = webHost("flask-api", given.at, web);
  start.made.push(host);
  attach(host, argument(given, 0, "app"), given.at);
  return host;
}
var documentation = /* @__PURE__ */ new WeakMap();
function attach(host, to, at) {
  const [outer, inner] = [webOf(to), webOf(host)];
  if (!outer || !inner) return;
  outer.entries.push({ kind: "include", prefix: EMPTY_PATH, keepsPrefix: true, web: host, guards: [], at });
  const path = documentation.get(inner);
  if (!path) return;
  outer.entries.push({ kind: "route", methods: ["GET"], path, guards: [], at });
  outer.entries.push({ kind: "fallback", prefix: { text: "/swaggerui", isResolved: true }, at });
}
function namespace(start, given) {
  const path = argument(given, 2, "path");
  const name = pathText(argument(given, 0, "name"));
  const web = flaskWeb(given, false, mounted(path && !isNone(path) ? pathText(path) : name));
  const host = webHost("namespace", given.at, web);
  start.made.push(host);
  return host;
}
function apiMethod(host, web, name, given) {
  switch (name) {
    case "init_app":
      attach(host, argument(given, 0, "app"), given.at);
      return NONE;
    case "add_resource": {
      const [resource, ...urls] = given.list;
      if (resource) for (const url of urls) addView(web, rooted(pathText(url)), resource, void 0, given.at);
      return NONE;
    }
    case "route":
    case "resource":
      return decoratorHost(given.at, (decorated2) => {
        for (const url of given.list)
          addView(
            web,
            url.kind === "plain" && url.value === "" ? EMPTY_PATH : rooted(pathText(url)),
            decorated2,
            void 0,
            given.at
          );
        return decorated2;
      });
    case "add_namespace": {
      const included3 = argument(given, 0, "ns") ?? NONE;
      const path = argument(given, 1, "path");
      const replaces = path !== void 0 && !isNone(path);
      const prefix = replaces ? mounted(pathText(path)) : EMPTY_PATH;
      web.entries.push({ kind: "include", prefix, keepsPrefix: !replaces, web: included3, guards: [], at: given.at });
      return NONE;
    }
    case "namespace": {
      const path = argument(given, 2, "path");
      const prefix = mounted(path && !isNone(path) ? pathText(path) : pathText(argument(given, 0, "name")));
      const child = webHost("namespace", given.at, flaskWeb(given, false, prefix));
      web.entries.push({ kind: "include", prefix: EMPTY_PATH, keepsPrefix: true, web: child, guards: [], at: given.at });
      return child;
    }
    case "register_blueprint":
      registerBlueprint(web, given);
      return NONE;
    default:
      return void 0;
  }
}

// src/model/code/routes/python/ninja.ts
var VERBS4 = /^(?:get|post|put|patch|delete|head|options)$/;
var ninja = {
  call(_, __, name, given) {
    if (name !== "ninja.NinjaAPI" && !/^ninja\.(?:router\.)?Router$/.test(name)) return void 0;
    const web = {
      framework: "django-ninja",
      isApplication: false,
      prefix: EMPTY_PATH,
      prefixAt: given.at,
      guards: authGuards(given.keywords.get("auth"), given.at),
      entries: []
    };
    const host = webHost("ninja", given.at, web);
    if (name === "ninja.NinjaAPI") addDocumentation2(web, given);
    return host;
  },
  attribute(_, __, host, name) {
    return host.type === "ninja" && name === "urls" ? host : void 0;
  },
  method(run, _, host, name, given) {
    const web = host.type === "ninja" ? webOf(host) : void 0;
    if (!web) return void 0;
    if (VERBS4.test(name)) return operation(web, [name.toUpperCase()], argument(given, 0, "path"), given);
    if (name === "api_operation") {
      const methods = itemsOf(argument(given, 0, "methods")).flatMap((one) => textOf(one)?.toUpperCase() ?? []);
      return operation(web, methods.length > 0 ? methods : ["*"], argument(given, 1, "path"), given);
    }
    if (name !== "add_router") return void 0;
    web.entries.push({
      kind: "include",
      prefix: mounted(pathText(argument(given, 0, "prefix"))),
      keepsPrefix: true,
      web: routerOf(run, given),
      guards: authGuards(given.keywords.get("auth"), given.at),
      at: given.at
    });
    return NONE;
  }
};
function routerOf(run, given) {
  const router2 = argument(given, 1, "router") ?? NONE;
  const name = textOf(router2);
  const dot = name?.lastIndexOf(".") ?? -1;
  if (name === void 0 || dot <= 0) return router2;
  return moduleMember(run, moduleValue(run, given.file, name.slice(0, dot)), name.slice(dot + 1));
}
function operation(web, methods, path, given) {
  return decoratorHost(given.at, (decorated2) => {
    const guards = [...authGuards(given.keywords.get("auth"), given.at), ...viewDecorators(decorated2)];
    web.entries.push({
      kind: "route",
      methods,
      path: rooted(pathText(path)),
      ...handlerOf(decorated2),
      guards,
      at: given.at
    });
    return decorated2;
  });
}
function authGuards(value, at) {
  if (!value) return [];
  if (isNone(value)) return [{ name: "auth=None", purpose: "public", isGlobal: false, at }];
  return itemsOf(value).map((one) => {
    const name = nameOfValue(one) ?? "auth";
    return { name: name.replace(/\(\)$/, ""), purpose: one.kind === "unknown" ? "other" : "auth", isGlobal: false, at };
  });
}
function addDocumentation2(web, given) {
  const pages = [
    given.keywords.get("openapi_url") ?? { kind: "plain", value: "/openapi.json" },
    given.keywords.get("docs_url") ?? { kind: "plain", value: "/docs" }
  ];
  for (const page of pages)
    if (!isNone(page))
      web.entries.push({ kind: "route", methods: ["GET"], path: pathText(page), guards: [], at: given.at });
}

// src/model/code/routes/python/unregistered.ts

var REGISTERS = /^(?:include_router|register_blueprint|add_namespace|mount)$/;


function included2({ callee, arguments: given }) {
  const named2 = given.find((one) => one.kind === "keyword" && /^(?:router|blueprint|ns|app)$/.test(one.name));
  if (named2?.kind === "keyword") return named2.value;
  return given.filter((one) => one.kind !== "keyword")[callee.kind === "member" && callee.property === "mount" ? 1 : 0];
}

function nameOf(run, host) {
  const file = run.program.files.get(host.at.path);
  for (const [name, value] of file ? moduleNames(run, file).own : []) if (value === host) return name;
  return host.type;
}

// src/model/code/routes/python.ts
var FRAMEWORKS = [asgi, flask, flaskApi, ninja, django];
var WEB = /^(?:fastapi|starlette|flask|flask_\w+|django|rest_framework|rest_framework_nested|ninja)(?:\.|$)/;

var DJANGO = /^django(?:\.|$)/;
var DJANGO_SETTINGS = "django.conf.settings.";


function noteSettings(run, start, from, written2) {
  const said = run.environment("DJANGO_SETTINGS_MODULE");
  const name = said?.known ? said.value : written2;
  if (name !== void 0) start.settings = { name, from };
}

var FACTORY = /^(?:FastAPI|Starlette|Flask)$/;


function callFactories(run, files) {
  for (const file of files) {
    if (standsAside(file.path)) continue;
    const factories = file.body.filter((node) => node.kind === "function" && makesApplication(node));
    const parts = calledIn(factories);
    for (const node of factories) {
      if (node.kind !== "function" || run.called.has(node) || parts.has(node.name ?? "")) continue;
      const names = moduleNames(run, file);
      const given = { list: [], keywords: /* @__PURE__ */ new Map(), isOpen: false, at: spanOf(file, node), file };
      callFunction(run, { kind: "function", file, node, names, notes: /* @__PURE__ */ new Map() }, given);
    }
  }
}
function calledIn(nodes) {
  const names = /* @__PURE__ */ new Set();
  walk(nodes, (one) => {
    if (one.kind === "call" && one.callee.kind === "name") names.add(one.callee.name);
    return void 0;
  });
  return names;
}
function makesApplication(node) {
  return holds(node.body, (one) => one.kind === "call" && FACTORY.test(pathOf(one.callee)?.at(-1) ?? ""));
}
function addDjangoOf(run, start, table, files) {
  if (!files.some((file) => file.imports.some((one) => DJANGO.test(one.from)))) return;
  const [first] = files;
  if (!start.settings) {
    for (const file of files) if (/(?:^|\/)(?:manage|wsgi|asgi)\.py$/.test(file.path)) moduleNames(run, file);
  }
  if (!start.settings && first) noteSettings(run, start, first, void 0);
  const { settings } = start;
  if (settings) addDjango(run, start, table, settings.name, settings.from);
}
module.exports = {
  house: runAudit,
  pythonRoutes
};
