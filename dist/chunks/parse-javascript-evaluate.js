"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  directoryOf,
  isWithin,
  joinPath,
  parseJavaScript,
  parseJson
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/javascript/value.ts
function open(because, at) {
  return { kind: "open", because, at };
}
function scalar(value, at) {
  return { kind: "scalar", value, at };
}
function environmentVariable(name, at) {
  return {
    kind: "open",
    because: `\${${name}} is set outside the repository`,
    at,
    written: { text: `\${${name}}`, uses: [{ name, operator: "", at, source: "none" }] },
    variable: name
  };
}
function withDefault({ variable: name = "" }, fallback, at) {
  const argument = String(fallback.value ?? "");
  const text = `\${${name}:-${argument}}`;
  const use = { name, operator: ":-", argument, at, source: "default" };
  return { ...fallback, at, defaulted: { text, uses: [use] } };
}
function writtenOf(value) {
  if (value.kind === "open") return value.written ?? { text: "${\u2026}", uses: [] };
  return value.defaulted ?? { text: String(value.value), uses: [] };
}
function isTrue(value) {
  if (value.kind === "open" || value.kind === "scalar" && value.defaulted) return void 0;
  return value.kind === "scalar" ? Boolean(value.value) : true;
}
function whyOpen(value) {
  if (value.kind === "open") return value.because;
  if (value.kind === "scalar" && value.defaulted) return `\${${value.defaulted.uses[0]?.name}} may set it`;
  return void 0;
}

// src/parse/javascript/run.ts
var MOST_STEPS = 2e5;
var DEEPEST = 200;
var LONGEST_LIST = 5e3;
var LONGEST_TEXT = 2e4;
function spend(run, steps) {
  run.budget.steps += steps;
  return run.budget.steps > MOST_STEPS ? `reading ${run.path} takes too many steps` : void 0;
}
function within(run, at, work) {
  const spent = spend(run, 1);
  if (spent !== void 0) return open(spent, at);
  if (run.budget.depth >= DEEPEST) return open("it is nested too deep", at);
  run.budget.depth++;
  try {
    return work();
  } finally {
    run.budget.depth--;
  }
}
function spanOf(run, node) {
  return { path: run.path, start: node.start ?? 0, end: node.end ?? 0 };
}
function listOf(items, at, because) {
  const cut = items.length > LONGEST_LIST;
  const reason = cut ? "the list is too long" : because;
  return {
    kind: "list",
    items: cut ? items.slice(0, LONGEST_LIST) : [...items],
    at,
    ...reason === void 0 ? {} : { open: reason }
  };
}
function textOf(text, at) {
  return text.length > LONGEST_TEXT ? open("the text is too long", at) : { kind: "scalar", value: text, at };
}

// src/parse/javascript/bindings.ts
var LONGEST = 5e3;
function valueAt(object, key, at) {
  switch (object.kind) {
    case "open":
      return open(object.because, at);
    case "dictionary": {
      const entry = object.entries.get(key);
      return entry?.value ?? (object.open === void 0 ? scalar(void 0, at) : open(object.open, at));
    }
    case "list": {
      if (key === "length") return object.open === void 0 ? scalar(object.items.length, at) : open(object.open, at);
      if (!/^\d+$/.test(key)) return { kind: "callable", at, known: { name: `[].${key}`, on: object } };
      return object.items[Number(key)] ?? (object.open === void 0 ? scalar(void 0, at) : open(object.open, at));
    }
    case "scalar":
      if (key === "length" && typeof object.value === "string") return scalar(object.value.length, at);
      return { kind: "callable", at, known: { name: `''.${key}`, on: object } };
    case "callable": {
      const name = object.known?.name ?? "function";
      if (name === "process.env") return environmentVariable(key, at);
      if (name === "path" && key === "sep") return scalar("/", at);
      return { kind: "callable", at, known: { name: `${name}.${key}` } };
    }
  }
}
function bind(pattern, value, scope, run) {
  const node = pattern;
  switch (node.type) {
    case "Identifier":
      scope.names.set(node.name, value);
      return;
    case "AssignmentPattern":
      bind(
        node.left,
        orDefault(value, () => run.evaluate(node.right, scope)),
        scope,
        run
      );
      return;
    case "ArrayPattern":
      for (const [index, element] of node.elements.entries())
        if (element) bind(element, valueAt(value, String(index), spanOf(run, element)), scope, run);
      return;
    case "ObjectPattern":
      for (const property of node.properties) {
        const at = spanOf(run, property);
        if (property.type === "RestElement")
          bind(property.argument, open("the rest of an object is not read", at), scope, run);
        else if (property.key.type === "Identifier" && !property.computed)
          bind(property.value, valueAt(value, property.key.name, at), scope, run);
      }
      return;
    default:
      return;
  }
}
function orDefault(value, fallback) {
  if (value.kind === "scalar") return value.value === void 0 ? fallback() : value;
  if (value.kind !== "open" || value.variable === void 0) return value;
  const other = fallback();
  return other.kind === "scalar" && !other.defaulted ? withDefault(value, other, value.at) : value;
}
function assign(target, value, scope, run) {
  const node = target;
  if (node.type === "Identifier") {
    let at = scope;
    while (!at.names.has(node.name) && at.outer) at = at.outer;
    at.names.set(node.name, value);
  } else if (node.type === "MemberExpression") {
    const object = run.evaluate(node.object, scope);
    const key = node.computed ? run.evaluate(node.property, scope) : void 0;
    const name = !node.computed && node.property.type === "Identifier" ? node.property.name : nameIn(key);
    setEntry(object, name, value, spanOf(run, node.property));
  }
}
function nameIn(key) {
  return key?.kind === "scalar" ? String(key.value) : void 0;
}
function setEntry(object, name, value, keyAt) {
  if (object.kind !== "list" && object.kind !== "dictionary") return;
  if (name === void 0) object.open ??= "the name of one of its entries is only known when it runs";
  else if (object.kind === "dictionary") object.entries.set(name, { value, keyAt });
  else if (/^\d{1,4}$/.test(name) && Number(name) <= Math.min(object.items.length, LONGEST))
    object.items[Number(name)] = value;
  else object.open ??= "one of its items is set in a way that is not read here";
}

// src/parse/javascript/operators.ts
function joinTexts(parts, at) {
  const plain = parts.filter((part) => part.kind === "scalar" || part.kind === "open");
  if (plain.length < parts.length) return open("it is made of more than texts", at);
  const written = plain.map(writtenOf);
  const whole = { text: written.map((part) => part.text).join(""), uses: written.flatMap((part) => part.uses) };
  const unknown2 = plain.find((part) => part.kind === "open");
  if (whole.text.length > 2e4) return open("the text is too long", at);
  if (unknown2) return { kind: "open", because: unknown2.because, at, written: whole };
  const text = textOf(plain.map((part) => String(part.value)).join(""), at);
  return whole.uses.length > 0 && text.kind === "scalar" ? { ...text, defaulted: whole } : text;
}
function binary(operator, left, right, at) {
  const isText = (value) => value.kind === "scalar" && typeof value.value === "string" || value.kind === "open" && value.written;
  if (operator === "+" && (isText(left) || isText(right))) return joinTexts([left, right], at);
  const because = [left, right].map((value) => value.kind === "open" ? value.because : void 0).find(Boolean);
  if (because !== void 0) return open(because, at);
  if (left.kind !== "scalar" || right.kind !== "scalar") return comparison(operator, left, right, at);
  const result = computed(operator, left.value, right.value);
  if (result === void 0) return open(`what "${operator}" gives is only known when it runs`, at);
  const defaulted = left.defaulted ?? right.defaulted;
  return { ...scalar(result, at), ...defaulted ? { defaulted } : {} };
}
function comparison(operator, left, right, at) {
  const loose = operator === "==" || operator === "!=";
  if (loose && (left.kind === "scalar" || right.kind === "scalar"))
    return open(`what "${operator}" gives is only known when it runs`, at);
  if (operator === "===" || operator === "==") return scalar(left === right, at);
  if (operator === "!==" || operator === "!=") return scalar(left !== right, at);
  return open(`what "${operator}" gives is only known when it runs`, at);
}
function computed(operator, left, right) {
  const [a, b] = [Number(left), Number(right)];
  switch (operator) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "%":
      return a % b;
    case "**":
      return a ** b;
    case "===":
      return left === right;
    case "!==":
      return left !== right;
    case "==":
      return looselyEqual(left, right);
    case "!=":
      return !looselyEqual(left, right);
    case "<":
    case ">":
    case "<=":
    case ">=":
      return ordered(operator, left, right);
    default:
      return void 0;
  }
}
function looselyEqual(left, right) {
  if (left === null || left === void 0 || right === null || right === void 0)
    return (left ?? void 0) === (right ?? void 0);
  return typeof left === typeof right ? left === right : Number(left) === Number(right);
}
function ordered(operator, left, right) {
  const texts = typeof left === "string" && typeof right === "string";
  const [a, b] = texts ? [left, right] : [Number(left), Number(right)];
  if (operator === "<") return a < b;
  if (operator === ">") return a > b;
  return operator === "<=" ? a <= b : a >= b;
}
function logical(node, left, right, at) {
  const { operator } = node;
  if (left.kind === "open") {
    if (operator === "&&") return open(left.because, at);
    const fallback = right();
    const plain = left.variable !== void 0 && fallback.kind === "scalar" && !fallback.defaulted;
    return plain && fallback.value !== void 0 ? withDefault(left, fallback, at) : { ...left, at };
  }
  if (operator === "??") {
    const nothing2 = left.kind === "scalar" && (left.value === null || left.value === void 0);
    return nothing2 ? right() : left;
  }
  const decided = isTrue(left);
  if (decided === void 0) return operator === "||" ? left : open(whyOpen(left) ?? "", at);
  return decided === (operator === "||") ? left : right();
}
function unary(operator, value, at) {
  if (operator === "void") return scalar(void 0, at);
  if (operator === "!") {
    const decided = isTrue(value);
    return decided === void 0 ? open(whyOpen(value) ?? "", at) : scalar(!decided, at);
  }
  if (operator === "+") return toNumber(value, at);
  if (value.kind === "open") return open(value.because, at);
  if (operator === "-" && value.kind === "scalar") return { ...value, value: -Number(value.value), at };
  if (operator === "typeof" && value.kind === "scalar")
    return scalar(value.value === null ? "object" : typeof value.value, at);
  return open(`what "${operator}" gives is only known when it runs`, at);
}
function toNumber(value, at, convert2 = Number) {
  if (value.kind === "open") return { ...value, at };
  return value.kind === "scalar" ? { ...value, value: convert2(value.value), at } : open("it is made of more than a number", at);
}

// src/parse/javascript/expressions.ts
function evaluateExpression(node, scope, run) {
  const at = spanOf(run, node);
  const evaluate = (expression) => run.evaluate(expression, scope);
  switch (node.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
      return scalar(node.value, at);
    case "NullLiteral":
      return scalar(null, at);
    case "TemplateLiteral":
      return template(node, scope, run);
    case "Identifier":
      return lookUp(node.name, scope) ?? scalar(void 0, at);
    case "ArrayExpression":
      return listIn(node, scope, run);
    case "ObjectExpression":
      return dictionaryIn(node, scope, run);
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return { kind: "callable", at, written: { code: node, scope } };
    case "UnaryExpression":
      return unary(node.operator, evaluate(node.argument), at);
    case "BinaryExpression":
      return node.left.type === "PrivateName" ? open("it is written in a way that is not read here", at) : binary(node.operator, evaluate(node.left), evaluate(node.right), at);
    case "LogicalExpression":
      return logical(node, evaluate(node.left), () => evaluate(node.right), at);
    case "ConditionalExpression": {
      const test = evaluate(node.test);
      const decided = isTrue(test);
      if (decided !== void 0) return evaluate(decided ? node.consequent : node.alternate);
      return open(whyOpen(test) ?? "", at);
    }
    case "MemberExpression":
    case "OptionalMemberExpression":
      return member(node, scope, run);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return callIn(node, scope, run);
    case "AssignmentExpression":
      return assignment(node, scope, run);
    case "UpdateExpression":
      return update(node, scope, run);
    case "SequenceExpression":
      return node.expressions.map(evaluate).at(-1) ?? scalar(void 0, at);
    default:
      return open("it is written in a way that is not read here", at);
  }
}
function lookUp(name, scope) {
  for (let at = scope; at; at = at.outer) {
    const found = at.names.get(name);
    if (found) return found;
  }
  return void 0;
}
function template(node, scope, run) {
  const at = spanOf(run, node);
  const parts = node.quasis.flatMap((quasi, index) => {
    const text = scalar(quasi.value.cooked ?? "", at);
    const next = node.expressions[index];
    return next && isExpression(next) ? [text, run.evaluate(next, scope)] : [text];
  });
  return joinTexts(parts, at);
}
function listIn(node, scope, run) {
  const at = spanOf(run, node);
  const { values, because } = valuesOf(node.elements, scope, run);
  return listOf(values, at, because);
}
function valuesOf(elements, scope, run) {
  const values = [];
  let because;
  for (const element of elements) {
    if (element === null) values.push(scalar(void 0, { path: run.path, start: 0, end: 0 }));
    else if (isSpread(element)) {
      const spread = run.evaluate(element.argument, scope);
      if (spread.kind === "list") values.push(...spread.items);
      because ??= spread.kind === "list" ? spread.open : whyOpen(spread) ?? "something else than a list is spread into it";
      because ??= spend(run, spread.kind === "list" ? spread.items.length : 0);
    } else if (isExpression(element)) values.push(run.evaluate(element, scope));
  }
  return { values, because };
}
function dictionaryIn(node, scope, run) {
  const found = { kind: "dictionary", entries: /* @__PURE__ */ new Map(), at: spanOf(run, node) };
  for (const property of node.properties) {
    if (property.type === "SpreadElement") {
      mixIn(found, run.evaluate(property.argument, scope), run);
      continue;
    }
    const keyAt = spanOf(run, property.key);
    const key = keyOf(property, scope, run);
    if (key === void 0) found.open ??= "the name of one of its entries is only known when it runs";
    else if (property.type === "ObjectMethod")
      found.entries.set(key, { value: { kind: "callable", at: keyAt, written: { code: property, scope } }, keyAt });
    else if (isExpression(property.value)) found.entries.set(key, { value: run.evaluate(property.value, scope), keyAt });
  }
  return found;
}
function mixIn(into, from, run) {
  if (from.kind === "dictionary") {
    for (const [key, entry] of from.entries) into.entries.set(key, entry);
    const because = from.open ?? spend(run, from.entries.size);
    if (because !== void 0) into.open ??= because;
  } else if (from.kind === "callable") into.open ??= "it takes over the environment that it is started in";
  else if (from.kind === "open") into.open ??= from.because;
}
function keyOf(property, scope, run) {
  const { key } = property;
  if (!property.computed && key.type === "Identifier") return key.name;
  const value = isExpression(key) ? run.evaluate(key, scope) : void 0;
  return value?.kind === "scalar" ? String(value.value) : void 0;
}
function member(node, scope, run) {
  const at = spanOf(run, node);
  const key = propertyOf(node, scope, run);
  const object = isExpression(node.object) ? run.evaluate(node.object, scope) : open("it is not read here", at);
  return key === void 0 ? open("the name of the entry is only known when it runs", at) : valueAt(object, key, at);
}
function propertyOf({ property, computed: computed2 }, scope, run) {
  if (!computed2 && property.type === "Identifier" && "name" in property) return String(property.name);
  const value = isExpression(property) ? run.evaluate(property, scope) : void 0;
  return value?.kind === "scalar" ? String(value.value) : void 0;
}
function callIn(node, scope, run) {
  const at = spanOf(run, node);
  const callee = isExpression(node.callee) ? run.evaluate(node.callee, scope) : open("it is not read here", at);
  const { values, because } = valuesOf(node.arguments, scope, run);
  if (callee.kind !== "callable")
    return open(callee.kind === "open" ? callee.because : "what it calls is only known when it runs", at);
  return because === void 0 ? run.call(callee, values, at) : open(because, at);
}
function assignment(node, scope, run) {
  const right = run.evaluate(node.right, scope);
  const { left } = node;
  if (node.operator === "=") {
    if (left.type === "ObjectPattern" || left.type === "ArrayPattern") bind(left, right, scope, run);
    else assign(left, right, scope, run);
    return right;
  }
  const operator = node.operator.slice(0, -1);
  const old = isExpression(left) ? run.evaluate(left, scope) : open("it is not read here", spanOf(run, node));
  const result = operator === "+" || operator === "-" || operator === "*" ? binary(operator, old, right, spanOf(run, node)) : open("it is changed in a way that is not read here", spanOf(run, node));
  assign(left, result, scope, run);
  return result;
}
function update(node, scope, run) {
  const at = spanOf(run, node);
  const old = run.evaluate(node.argument, scope);
  const one2 = { kind: "scalar", value: 1, at };
  const next = binary(node.operator === "++" ? "+" : "-", old, one2, at);
  assign(node.argument, next, scope, run);
  return node.prefix ? next : old;
}
function isSpread(node) {
  return node.type === "SpreadElement";
}
function isExpression(node) {
  return !/^(?:SpreadElement|ArgumentPlaceholder|PrivateName|Super|Import|V8IntrinsicIdentifier|JSXNamespacedName|RestElement|AssignmentPattern|ObjectPattern|ArrayPattern|TS)/.test(
    node.type
  );
}

// src/parse/javascript/spoil.ts
var CHANGING = /* @__PURE__ */ new Set(["push", "unshift", "splice", "pop", "shift", "sort", "reverse", "fill", "assign"]);
var MOST_PIECES = 1e4;
function spoil(code, because, scope, run) {
  const pieces = [code];
  for (let index = 0; index < pieces.length && index < MOST_PIECES; index++) {
    const piece = pieces[index];
    if (typeof piece !== "object" || piece === null) continue;
    if ("type" in piece) spoilBy(piece, because, scope, run);
    for (const part of Object.values(piece)) if (typeof part === "object" && part !== null) pieces.push(part);
  }
}
function spoilBy(node, because, scope, run) {
  const changed = node.type === "AssignmentExpression" && "left" in node ? node.left : node.type === "UpdateExpression" && "argument" in node ? node.argument : void 0;
  if (changed) assign(changed, open(because, spanOf(run, changed)), scope, run);
  if (node.type !== "CallExpression") return;
  const { callee, arguments: given } = node;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
  if (!CHANGING.has(callee.property.name)) return;
  const first = given[0];
  const target = callee.property.name === "assign" && first ? first : callee.object;
  const value = isExpression(target) ? run.evaluate(target, scope) : void 0;
  if (value?.kind === "list" || value?.kind === "dictionary") value.open ??= because;
}

// src/parse/javascript/known-functions.ts
var REPOSITORY = "/@repository";
function callKnown(name, on, call2) {
  const result = on?.kind === "list" ? onList(name.slice("[].".length), on, call2) : on?.kind === "scalar" ? onText(name.slice("''.".length), on, call2) : FUNCTIONS.get(name)?.(call2);
  const shown = name.replace(/^(?:\[\]|'')\./, "");
  return result ?? open(`what ${shown}() gives is only known when it runs`, call2.at);
}
var HOST = "it depends on the host";
var FUNCTIONS = new Map([
  ["Array", ({ values, at }) => emptyList(values[0], at)],
  ["Array.from", ({ values, at, run }) => listFrom(values[0], values[1], at, run)],
  ["Array.of", ({ values, at }) => listOf(values, at)],
  ["Array.isArray", ({ values, at }) => scalar(values[0]?.kind === "list", at)],
  ["Object.assign", ({ values: [into, ...others], run }) => assigned(into, others, run)],
  ["Object.freeze", ({ values }) => values[0]],
  ["Object.keys", ({ values, at }) => entriesOf(values[0], at, (key, _, keyAt) => scalar(key, keyAt))],
  ["Object.values", ({ values, at }) => entriesOf(values[0], at, (_, value) => value)],
  [
    "Object.entries",
    ({ values, at }) => entriesOf(values[0], at, (key, value, keyAt) => listOf([scalar(key, keyAt), value], keyAt))
  ],
  ["Object.fromEntries", ({ values, at }) => fromEntries(values[0], at)],
  ["Number", ({ values, at }) => values[0] && toNumber(values[0], at)],
  ["parseInt", ({ values, at }) => values[0] && toNumber(values[0], at, (value) => Number.parseInt(String(value), 10))],
  ["parseFloat", ({ values, at }) => values[0] && toNumber(values[0], at, (value) => Number.parseFloat(String(value)))],
  ["String", ({ values, at }) => joinTexts(values.slice(0, 1), at)],
  ["Boolean", ({ values, at }) => truth(values[0], at)],
  ...["floor", "ceil", "round", "trunc", "abs", "max", "min", "pow"].map(
    (name) => [`Math.${name}`, (call2) => numbers(Math[name], call2)]
  ),
  ["path.join", ({ values, at }) => pathOf(values, at)],
  ["path.resolve", ({ values, at }) => pathOf(values, at)],
  ["path.dirname", ({ values, at }) => mapText(values[0], (text) => text.replace(/\/[^/]*$/, "") || ".", at)],
  ["path.basename", ({ values, at }) => mapText(values[0], (text) => text.slice(text.lastIndexOf("/") + 1), at)],
  ["process.cwd", ({ run, at }) => scalar(folderOf(run.path), at)],
  ["os.cpus", ({ at }) => listOf([], at, HOST)],
  ["os.availableParallelism", ({ at }) => open(HOST, at)],
  ["os.totalmem", ({ at }) => open(HOST, at)],
  ["os.freemem", ({ at }) => open(HOST, at)],
  ["os.hostname", ({ at }) => open(HOST, at)],
  [
    "require",
    ({ values: [request], run, at }) => request?.kind === "scalar" && typeof request.value === "string" ? run.load(request.value, at) : void 0
  ]
]);
function folderOf(path) {
  const folder = path.includes("/") ? `/${path.slice(0, path.lastIndexOf("/"))}` : "";
  return `${REPOSITORY}${folder}`;
}
function truth(value, at) {
  const decided = value && isTrue(value);
  return decided === void 0 ? value && open(whyOpen(value) ?? "", at) : scalar(decided, at);
}
function numbers(compute, { values, at }) {
  const unknown2 = values.map((value) => value.kind === "open" ? value.because : void 0).find(Boolean);
  if (unknown2 !== void 0) return open(unknown2, at);
  const plain = values.flatMap((value) => value.kind === "scalar" ? [value] : []);
  if (plain.length < values.length) return void 0;
  const defaulted = plain.find((value) => value.defaulted)?.defaulted;
  return { ...scalar(compute(...plain.map((value) => Number(value.value))), at), ...defaulted ? { defaulted } : {} };
}
function pathOf(values, at) {
  const parts = values.map((value) => value.kind === "scalar" ? String(value.value) : void 0);
  if (parts.some((part) => part === void 0)) return values.find((value) => value.kind === "open");
  const text = parts.join("/");
  const joined2 = joinPath(".", text);
  return textOf(text.startsWith("/") ? `/${joined2}` : joined2, at);
}
function mapText(value, change, at) {
  return value?.kind === "scalar" ? textOf(change(String(value.value)), at) : value;
}
function emptyList(length, at) {
  if (length === void 0) return listOf([], at);
  if (length.kind === "open") return listOf([], at, length.because);
  const count2 = length.kind === "scalar" && typeof length.value === "number" ? length.value : void 0;
  return count2 === void 0 ? listOf([length], at) : listOf(repeated(count2, at), at);
}
function repeated(count2, at) {
  const length = Number.isFinite(count2) ? Math.min(Math.max(Math.trunc(count2), 0), 6e3) : 0;
  return Array.from({ length }, () => scalar(void 0, at));
}
function listFrom(source, change, at, run) {
  if (source?.kind === "dictionary") {
    const length = source.entries.get("length")?.value;
    if (!length) return void 0;
    if (length.kind === "open")
      return mapped(listOf(repeated(1, at), at, length.because), change, { values: [], at, run });
    return length.kind === "scalar" ? mapped(listOf(repeated(Number(length.value), at), at), change, { values: [], at, run }) : void 0;
  }
  return source?.kind === "list" ? mapped(listOf(source.items, at, source.open), change, { values: [], at, run }) : void 0;
}
function mapped(list, change, { at, run }) {
  if (change?.kind !== "callable") return listOf(list.items, at, list.open);
  const index = (position) => list.open === void 0 ? scalar(position, at) : open(list.open, at);
  return listOf(
    list.items.map((item, position) => run.call(change, [item, index(position), list], at)),
    at,
    list.open
  );
}
function assigned(into, others, run) {
  if (into?.kind !== "dictionary") return void 0;
  for (const other of others) mixIn(into, other, run);
  return into;
}
function entriesOf(value, at, item) {
  if (value?.kind !== "dictionary") return value?.kind === "open" ? listOf([], at, value.because) : void 0;
  const items = [...value.entries].map(([key, entry]) => item(key, entry.value, entry.keyAt));
  return listOf(items, at, value.open);
}
function fromEntries(value, at) {
  if (value?.kind !== "list") return void 0;
  const made = { kind: "dictionary", entries: /* @__PURE__ */ new Map(), at, ...value.open ? { open: value.open } : {} };
  for (const pair of value.items) {
    const [key, entry] = pair.kind === "list" ? pair.items : [];
    if (key?.kind === "scalar" && entry) made.entries.set(String(key.value), { value: entry, keyAt: key.at });
    else made.open ??= "the name of one of its entries is only known when it runs";
  }
  return made;
}
function onList(name, list, call2) {
  return LISTS.get(name)?.(list, call2);
}
var LISTS = /* @__PURE__ */ new Map([
  ["map", (list, call2) => mapped(list, call2.values[0], call2)],
  ["forEach", (list, call2) => forEach(list, call2)],
  ["flatMap", (list, call2) => flat(mapped(list, call2.values[0], call2), call2.at)],
  ["flat", (list, call2) => flat(list, call2.at)],
  ["filter", (list, call2) => filtered(list, call2)],
  ["concat", (list, call2) => flat(listOf([list, ...call2.values], call2.at), call2.at)],
  ["slice", (list, { values: [from, to], at }) => sliced(list, from, to, at)],
  [
    "keys",
    (list, { at }) => listOf(
      list.items.map((_, index) => scalar(index, at)),
      at,
      list.open
    )
  ],
  ["values", (list, { at }) => listOf(list.items, at, list.open)],
  [
    "entries",
    (list, { at }) => listOf(
      list.items.map((item, index) => listOf([scalar(index, at), item], at)),
      at,
      list.open
    )
  ],
  [
    "fill",
    (list, { values: [value], at }) => listOf(
      list.items.map((item) => value ?? item),
      at,
      list.open
    )
  ],
  [
    "push",
    (list, { values, at }) => {
      if (list.items.length + values.length > 5e3) list.open ??= "the list is too long";
      else list.items.push(...values);
      return scalar(list.items.length, at);
    }
  ],
  ["join", (list, { values: [separator], at }) => joined(list, separator, at)],
  [
    "reduce",
    (list, { values: [change, start], at, run }) => change?.kind !== "callable" || !start || list.open !== void 0 ? void 0 : list.items.reduce((sum, item, index) => run.call(change, [sum, item, scalar(index, at), list], at), start)
  ]
]);
function forEach(list, call2) {
  mapped(list, call2.values[0], call2);
  const change = call2.values[0];
  const written = change?.kind === "callable" ? change.written : void 0;
  if (list.open !== void 0 && written) spoil(written.code.body, list.open, written.scope, call2.run);
  return scalar(void 0, call2.at);
}
function flat(list, at) {
  const items = list.items.flatMap((item) => item.kind === "list" ? item.items : [item]);
  const inner = list.items.map(
    (item) => item.kind === "list" ? item.open : item.kind === "open" ? item.because : void 0
  );
  return listOf(items, at, list.open ?? inner.find(Boolean));
}
function filtered(list, { values: [test], at, run }) {
  const results = list.items.map((item) => ({
    item,
    kept: test?.kind !== "callable" ? void 0 : isTrue(test.known?.name === "Boolean" ? item : run.call(test, [item], at))
  }));
  const unknown2 = results.some(({ kept }) => kept === void 0) ? "which of its items are kept is not known" : void 0;
  return listOf(
    results.filter(({ kept }) => kept !== false).map(({ item }) => item),
    at,
    list.open ?? unknown2
  );
}
function sliced(list, from, to, at) {
  const bound = (value) => value === void 0 ? void 0 : value.kind === "scalar" ? Number(value.value) : Number.NaN;
  const [start, end] = [bound(from), bound(to)];
  if (Number.isNaN(start) || Number.isNaN(end)) return void 0;
  return listOf(list.items.slice(start, end), at, list.open);
}
function joined(list, separator, at) {
  const between = separator ?? scalar(",", at);
  if (list.open !== void 0) return open(list.open, at);
  return joinTexts(
    list.items.flatMap((item, index) => index === 0 ? [item] : [between, item]),
    at
  );
}
function onText(name, text, { values, at }) {
  const parameters = values.flatMap((value) => value.kind === "scalar" ? [value.value] : []);
  if (parameters.length < values.length) return values.find((value) => value.kind === "open");
  const result = TEXTS.get(name)?.(String(text.value), parameters, at);
  return result?.kind === "scalar" && text.defaulted ? { ...result, defaulted: text.defaulted } : result;
}
var TEXTS = /* @__PURE__ */ new Map([
  ["toString", (text, _, at) => scalar(text, at)],
  ["trim", (text, _, at) => scalar(text.trim(), at)],
  ["toUpperCase", (text, _, at) => scalar(text.toUpperCase(), at)],
  ["toLowerCase", (text, _, at) => scalar(text.toLowerCase(), at)],
  ["padStart", (text, [length, filler], at) => padded(text, length, filler, at)],
  ["startsWith", (text, [part], at) => scalar(text.startsWith(String(part)), at)],
  ["endsWith", (text, [part], at) => scalar(text.endsWith(String(part)), at)],
  ["includes", (text, [part], at) => scalar(text.includes(String(part)), at)],
  ["slice", (text, [from, to], at) => scalar(text.slice(numberOr(from), numberOr(to)), at)],
  ["concat", (text, parts, at) => textOf(text + parts.join(""), at)],
  ["split", (text, [separator], at) => splitText(text, separator, at)]
]);
function numberOr(value) {
  return typeof value === "number" ? value : void 0;
}
function padded(text, length, filler, at) {
  const width = Math.min(Number(length), 1e3);
  return scalar(text.padStart(Number.isFinite(width) ? width : 0, filler === void 0 ? " " : String(filler)), at);
}
function splitText(text, separator, at) {
  const parts = separator === void 0 ? [text] : text.split(String(separator));
  return listOf(
    parts.map((part) => scalar(part, at)),
    at
  );
}

// src/parse/javascript/statements.ts
function execute(statements, scope, run, exports) {
  for (const statement of statements)
    if (statement.type === "FunctionDeclaration" && statement.id)
      scope.names.set(statement.id.name, functionValue(statement, scope, run));
  for (const statement of statements) {
    if (spend(run, 1) !== void 0) return void 0;
    const ending = one(statement, scope, run, exports);
    if (ending) return ending;
  }
  return void 0;
}
function functionValue(code, scope, run) {
  return { kind: "callable", at: spanOf(run, code), written: { code, scope } };
}
function one(node, scope, run, exports) {
  switch (node.type) {
    case "VariableDeclaration":
      return declare(node, scope, run);
    case "ExpressionStatement":
      run.evaluate(node.expression, scope);
      return void 0;
    case "ReturnStatement":
      return {
        by: "return",
        value: node.argument ? run.evaluate(node.argument, scope) : scalar(void 0, spanOf(run, node))
      };
    case "BreakStatement":
      return { by: "break" };
    case "ContinueStatement":
      return { by: "continue" };
    case "BlockStatement":
      return execute(node.body, { names: /* @__PURE__ */ new Map(), outer: scope }, run);
    case "IfStatement":
      return branch(node, scope, run);
    case "ForStatement":
      return count(node, scope, run);
    case "ForOfStatement":
      return each(node, scope, run);
    case "TryStatement":
      return execute(node.block.body, { names: /* @__PURE__ */ new Map(), outer: scope }, run);
    case "ImportDeclaration":
      importNames(node, scope, run);
      return void 0;
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
      exportNames(node, scope, run, exports);
      return void 0;
    case "FunctionDeclaration":
    case "EmptyStatement":
      return void 0;
    default:
      spoil(node, "it is changed in a way that is not read here", scope, run);
      return void 0;
  }
}
function declare(node, scope, run) {
  for (const { id, init } of node.declarations) {
    const value = init ? run.evaluate(init, scope) : scalar(void 0, spanOf(run, id));
    bind(id, value, scope, run);
  }
  return void 0;
}
function branch(node, scope, run) {
  const test = run.evaluate(node.test, scope);
  const decided = isTrue(test);
  if (decided === void 0) {
    spoil(node.consequent, whyOpen(test) ?? "", scope, run);
    if (node.alternate) spoil(node.alternate, whyOpen(test) ?? "", scope, run);
    return void 0;
  }
  const taken = decided ? node.consequent : node.alternate;
  return taken ? execute([taken], scope, run) : void 0;
}
function count(node, scope, run) {
  const inner = { names: /* @__PURE__ */ new Map(), outer: scope };
  if (node.init?.type === "VariableDeclaration") declare(node.init, inner, run);
  else if (node.init && isExpression(node.init)) run.evaluate(node.init, inner);
  for (; ; ) {
    const test = node.test ? run.evaluate(node.test, inner) : void 0;
    const goesOn = test && isTrue(test);
    if (goesOn === void 0 || spend(run, 1) !== void 0) {
      spoil(node.body, (test && whyOpen(test)) ?? "how often a loop runs is not known", inner, run);
      return void 0;
    }
    if (!goesOn) return void 0;
    const ending = execute([node.body], inner, run);
    if (ending?.by === "return") return ending;
    if (ending?.by === "break") return void 0;
    if (node.update) run.evaluate(node.update, inner);
  }
}
function each(node, scope, run) {
  const list = run.evaluate(node.right, scope);
  if (list.kind !== "list" || list.open !== void 0)
    spoil(
      node.body,
      whyOpen(list) ?? (list.kind === "list" ? list.open : void 0) ?? "what a loop runs over is not known",
      scope,
      run
    );
  if (list.kind !== "list") return void 0;
  for (const item of [...list.items]) {
    if (spend(run, 1) !== void 0) return void 0;
    const inner = { names: /* @__PURE__ */ new Map(), outer: scope };
    if (node.left.type === "VariableDeclaration") bind(node.left.declarations[0]?.id ?? node.left, item, inner, run);
    else assign(node.left, item, inner, run);
    const ending = execute([node.body], inner, run);
    if (ending?.by === "return") return ending;
    if (ending?.by === "break") return void 0;
  }
  return void 0;
}
function importNames(node, scope, run) {
  const loaded = run.load(node.source.value, spanOf(run, node.source));
  for (const specifier of node.specifiers) {
    const at = spanOf(run, specifier);
    const name = specifier.type !== "ImportSpecifier" ? void 0 : specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value;
    const whole = loaded.kind === "dictionary" ? loaded.entries.get("default")?.value : void 0;
    const value = name !== void 0 ? valueAt(loaded, name, at) : specifier.type === "ImportDefaultSpecifier" ? whole ?? loaded : loaded;
    scope.names.set(specifier.local.name, value);
  }
}
function exportNames(node, scope, run, exports) {
  const { declaration } = node;
  if (node.type === "ExportDefaultDeclaration") {
    if (exports && isExpression(node.declaration)) exports.default = run.evaluate(node.declaration, scope);
    return;
  }
  if (declaration) execute([declaration], scope, run);
  const declared = declaration?.type === "VariableDeclaration" ? declaration.declarations.map(({ id }) => id) : [];
  for (const id of declared) {
    const value = id.type === "Identifier" ? scope.names.get(id.name) : void 0;
    if (id.type === "Identifier" && value) exports?.names.set(id.name, value);
  }
  for (const specifier of node.specifiers) {
    if (specifier.type !== "ExportSpecifier" || specifier.exported.type !== "Identifier") continue;
    const value = scope.names.get(specifier.local.name);
    if (value) exports?.names.set(specifier.exported.name, value);
  }
}

// src/parse/javascript/to-node.ts
var MOST_NODES = 1e5;
var DEEPEST2 = 50;
function nodeOf(value, directory) {
  return convert(value, { directory, nodes: 0 }, 0) ?? nothing(value);
}
function convert(value, tree, depth) {
  if (++tree.nodes > MOST_NODES || depth > DEEPEST2) return unknown(value, "it is too large");
  const { at } = value;
  switch (value.kind) {
    case "callable":
      return void 0;
    case "open":
      return {
        ...unknown(value, value.because),
        text: value.written?.text ?? "",
        interpolation: { raw: value.written?.text ?? "", state: "unknown", uses: value.written?.uses ?? [] }
      };
    case "list": {
      const items = value.items.map((item) => convert(item, tree, depth + 1) ?? nothing(item));
      return { kind: "list", at, items, ...value.open === void 0 ? {} : { open: value.open } };
    }
    case "dictionary": {
      const entries = /* @__PURE__ */ new Map();
      for (const [key, entry] of value.entries) {
        const node = convert(entry.value, tree, depth + 1);
        if (node) entries.set(key, { keyAt: entry.keyAt, node });
      }
      return { kind: "map", at, entries, ...value.open === void 0 ? {} : { open: value.open } };
    }
    case "scalar": {
      if (value.value === void 0) return void 0;
      const text = value.value === null ? null : located(String(value.value), tree.directory);
      const type = typeof value.value === "object" ? "null" : typeof value.value;
      const { defaulted } = value;
      const interpolation = defaulted && { raw: defaulted.text, state: "defaulted", uses: defaulted.uses };
      return { kind: "scalar", at, text, type, ...interpolation ? { interpolation } : {} };
    }
  }
}
function unknown(value, because) {
  return {
    kind: "scalar",
    at: value.at,
    text: "",
    type: "string",
    interpolation: { raw: "", state: "unknown", uses: [] },
    open: because
  };
}
function nothing(value) {
  return { kind: "scalar", at: value.at, text: null, type: "null" };
}
function located(text, directory) {
  if (!text.includes(REPOSITORY)) return text;
  const folders = directory === "." ? [] : directory.split("/");
  const own = [REPOSITORY, ...folders].join("/");
  const inOwn = text.split(own).map((part, index) => index === 0 || /^(?:\/|$)/.test(part) ? part : null);
  if (inOwn.length > 1 && !inOwn.includes(null)) return inOwn.join(".");
  return text.replaceAll(REPOSITORY, folders.map(() => "..").join("/") || ".");
}

// src/parse/javascript/evaluate.ts
var MOST_MODULES = 20;
function evaluateJavaScript(source, read) {
  const loaded = { read, modules: /* @__PURE__ */ new Map(), budget: { steps: 0, depth: 0, modules: 0 } };
  try {
    const value = exportsOf(source, loaded);
    if ("message" in value) return { problems: [value], loads: [] };
    const loads = [...loaded.modules.keys()].filter((path) => path !== source.path);
    return { root: nodeOf(value, directoryOf(source.path)), problems: [], loads };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problems: [tooDeep(source)], loads: [] };
  }
}
function evaluateJson(source) {
  const expression = parseJson(source);
  if ("message" in expression) return { problems: [expression], loads: [] };
  try {
    const loading = { read: () => void 0, modules: /* @__PURE__ */ new Map(), budget: { steps: 0, depth: 0, modules: 0 } };
    const value = runOf(source.path, loading).evaluate(expression, { names: /* @__PURE__ */ new Map() });
    return { root: nodeOf(value, directoryOf(source.path)), problems: [], loads: [] };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { problems: [tooDeep(source)], loads: [] };
  }
}
function tooDeep({ path }) {
  return { at: { path, start: 0, end: 0 }, message: "it is nested too deep", kind: "syntax" };
}
function exportsOf(source, loading) {
  const statements = parseJavaScript(source);
  if ("message" in statements) return statements;
  loading.modules.set(source.path, void 0);
  const run = runOf(source.path, loading);
  const at = { path: source.path, start: 0, end: 0 };
  const exports = { names: /* @__PURE__ */ new Map() };
  const empty = { kind: "dictionary", entries: /* @__PURE__ */ new Map(), at };
  const module = { kind: "dictionary", entries: /* @__PURE__ */ new Map([["exports", { value: empty, keyAt: at }]]), at };
  const scope = { names: new Map([...globals(source.path, at), ["module", module], ["exports", empty]]) };
  execute(statements, { names: /* @__PURE__ */ new Map(), outer: scope }, run, exports);
  const value = exported(module, exports, at);
  loading.modules.set(source.path, value);
  return value;
}
function exported(module, { default: standard, names }, at) {
  if (names.size === 0) return standard ?? module.entries.get("exports")?.value ?? scalar(void 0, at);
  const entries = [...names, ...standard ? [["default", standard]] : []];
  return {
    kind: "dictionary",
    entries: new Map(entries.map(([name, value]) => [name, { value, keyAt: value.at }])),
    at
  };
}
var NAMESPACES = ["Array", "Object", "Math", "Number", "String", "Boolean", "JSON", "Date", "console", "process"];
var FUNCTIONS2 = ["parseInt", "parseFloat", "require", "Symbol", "Set", "Map", "Promise", "URL", "RegExp", "Error"];
function globals(path, at) {
  return [
    ...[...NAMESPACES, ...FUNCTIONS2].map((name) => [name, callable(name, at)]),
    ["__dirname", scalar(folderOf(path), at)],
    ["__filename", scalar(`${REPOSITORY}/${path}`, at)],
    ["Infinity", scalar(Number.POSITIVE_INFINITY, at)],
    ["NaN", scalar(Number.NaN, at)]
  ];
}
function callable(name, at) {
  return { kind: "callable", at, known: { name } };
}
function runOf(path, loading) {
  const run = {
    path,
    budget: loading.budget,
    evaluate: (node, scope) => within(run, spanOf(run, node), () => evaluateExpression(node, scope, run)),
    call: (callee, values, at) => within(run, at, () => call(callee, values, at, run)),
    load: (request, at) => load(request, at, path, loading)
  };
  return run;
}
function call(callee, values, at, run) {
  const { written, known } = callee;
  if (known) return callKnown(known.name, known.on, { values, at, run });
  if (!written) return open("what it calls is only known when it runs", at);
  const { code, scope: outer } = written;
  if (code.async || code.generator) return open("what it calls is only known when it runs", at);
  const scope = { names: /* @__PURE__ */ new Map(), outer };
  for (const [index, parameter] of code.params.entries()) {
    if (parameter.type === "RestElement")
      bind(parameter.argument, { kind: "list", items: values.slice(index), at }, scope, run);
    else bind(parameter, values[index] ?? scalar(void 0, at), scope, run);
  }
  if (code.body.type !== "BlockStatement")
    return isExpression(code.body) ? run.evaluate(code.body, scope) : open("it is not read here", at);
  const ending = execute(code.body.body, scope, run);
  return ending?.by === "return" ? ending.value : scalar(void 0, at);
}
var BUILT_IN = /* @__PURE__ */ new Map([
  ["path", "path"],
  ["node:path", "path"],
  ["os", "os"],
  ["node:os", "os"],
  ["process", "process"],
  ["node:process", "process"]
]);
function load(request, at, from, loading) {
  const builtIn = BUILT_IN.get(request);
  if (builtIn !== void 0) return callable(builtIn, at);
  if (!/^\.{1,2}(?:\/|$)/.test(request)) return open(`it comes from the package ${request.slice(0, 100)}`, at);
  const path = joinPath(directoryOf(from), request);
  const source = ["", ".js", ".cjs", ".mjs", ".json", "/index.js", "/index.cjs", "/index.json"].map((ending) => `${path}${ending}`).filter((candidate) => isWithin(".", candidate) && /\.[cm]?js(?:on)?$/.test(candidate)).map(loading.read).find((found) => found !== void 0);
  if (!source) return open(`${path} is not in the repository`, at);
  if (loading.modules.has(source.path))
    return loading.modules.get(source.path) ?? open(`${source.path} is loaded while it loads others`, at);
  if (++loading.budget.modules > MOST_MODULES) return open("too many files load each other", at);
  const value = source.path.endsWith(".json") ? jsonOf(source, loading) : exportsOf(source, loading);
  return "message" in value ? open(`${source.path} cannot be read`, at) : value;
}
function jsonOf(source, loading) {
  const expression = parseJson(source);
  if ("message" in expression) return open(`${source.path} cannot be read`, expression.at);
  const value = runOf(source.path, loading).evaluate(expression, { names: /* @__PURE__ */ new Map() });
  loading.modules.set(source.path, value);
  return value;
}
module.exports = {
  evaluateJavaScript,
  evaluateJson,
  house: runAudit
};
