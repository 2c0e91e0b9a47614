"use strict";
const {
  EMPTY_ENVIRONMENT
} = require("./chunk-3IISUF5O.js");
const {
  NIL,
  UNKNOWN,
  derived,
  filledFromTags,
  importedNames,
  listOf,
  numberOf,
  packageOf,
  plain,
  pointed,
  resultOf,
  textOf,
  typeNamed
} = require("./chunk-3LC2HXQD.js");
require("./chunk-QKRSXXK4.js");
require("./chunk-EIHHIYAZ.js");
require("./chunk-5PYKPUOO.js");
require("./chunk-DA3K453T.js");
require("./chunk-NRHESAE4.js");
require("./chunk-5D3HAFLZ.js");
const {
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

// src/code/go/constants.ts
var CONSTANTS = [
  [/^net\/http\.Method(\w+)$/, (name) => name.toUpperCase()],
  [/^github\.com\/gofiber\/fiber(?:\/v\d+)?\.Method(\w+)$/, (name) => name.toUpperCase()],
  [/^github\.com\/labstack\/echo(?:\/v\d+)?\.(CONNECT|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|TRACE)$/, (name) => name],
  // https://docs.gofiber.io/middleware/healthcheck (version 3)
  [
    /^github\.com\/gofiber\/fiber\/v3\/middleware\/healthcheck\.(?:Default)?(Liveness|Readiness|Startup)Endpoint$/,
    (name) => PROBES[name] ?? ""
  ]
];
var PROBES = { Liveness: "/livez", Readiness: "/readyz", Startup: "/startupz" };
var DURATIONS = {
  "time.Nanosecond": 1,
  "time.Microsecond": 1e3,
  "time.Millisecond": 1e6,
  "time.Second": 1e9,
  "time.Minute": 6e10,
  "time.Hour": 36e11
};
function constantOf(name) {
  const duration = Object.hasOwn(DURATIONS, name) ? DURATIONS[name] : void 0;
  if (duration !== void 0) return plain(duration);
  for (const [pattern, value] of CONSTANTS) {
    const match = pattern.exec(name);
    if (match) return plain(value(match[1] ?? ""));
  }
  return void 0;
}

// src/code/go/run.ts
var MOST_STEPS = 2e6;
function goRun(program, knowledge, environment2) {
  return {
    program,
    knowledge: counted(knowledge),
    environment: environment2,
    globals: /* @__PURE__ */ new Map(),
    started: /* @__PURE__ */ new Set(),
    called: /* @__PURE__ */ new Set(),
    stack: [],
    branches: [],
    defaults: /* @__PURE__ */ new Map(),
    touches: 0,
    idle: /* @__PURE__ */ new Map(),
    steps: MOST_STEPS,
    depth: 0
  };
}
function counted(knowledge) {
  const noted = (run, answer) => {
    if (answer) run.touches++;
    return answer;
  };
  return {
    ...knowledge,
    call: (run, name, site2) => noted(run, knowledge.call(run, name, site2)),
    method: (run, object, name, site2) => noted(run, knowledge.method(run, object, name, site2)),
    filled: (run, struct) => noted(run, knowledge.filled(run, struct)),
    fresh: (run, type, at, name) => noted(run, knowledge.fresh(run, type, at, name))
  };
}
function spanOf(file, node) {
  return { path: file.path, start: node.start, end: node.end };
}
function assignVariable(run, variable, value) {
  run.branches.at(-1)?.push({ variable, before: variable.value });
  variable.value = value;
}
function zeroOf(type) {
  switch (type?.name) {
    case "string":
      return { kind: "plain", value: "" };
    case "bool":
      return { kind: "plain", value: false };
    case "[]":
      return { kind: "list", items: [], isWhole: true };
    case "map":
      return { kind: "map", entries: /* @__PURE__ */ new Map() };
    case "error":
      return { kind: "plain", value: null };
  }
  if (type && /^u?int(?:8|16|32|64)?$|^float(?:32|64)$|^time\.Duration$/.test(type.name))
    return { kind: "plain", value: 0 };
  return { kind: "unknown", because: "it was never given" };
}

// src/code/go/start.ts
function packageValue(run, file, name) {
  const inside = packageOf(run.program, file);
  const known = run.globals.get(inside) ?? /* @__PURE__ */ new Map();
  run.globals.set(inside, known);
  const made2 = known.get(name);
  if (made2) return made2;
  const declared = inside.values.get(name);
  if (!declared) return void 0;
  const variable = { value: UNKNOWN };
  known.set(name, variable);
  const { node } = declared;
  const scope = { names: /* @__PURE__ */ new Map(), file: declared.file };
  const value = node.value ? evaluate(run, scope, node.value) : zeroValue(run, scope, node.type, node.target);
  const part = value.kind === "tuple" && node.target.kind === "array" ? value.items[declared.index] : value;
  variable.value = part ?? UNKNOWN;
  return variable;
}
function startPackage(run, file, depth = 0) {
  const inside = packageOf(run.program, file);
  if (run.started.has(inside) || depth > 60) return;
  run.started.add(inside);
  for (const one of inside.files) {
    for (const { from } of one.imports) {
      const target = run.program.target(one, from);
      if (target.kind === "files" && target.files[0]) startPackage(run, target.files[0], depth + 1);
    }
  }
  initialise(run, inside);
}
function initialise(run, inside) {
  for (const [name, { file, node }] of inside.values) {
    if (node.value && node.value.kind !== "literal" && !node.isConstant) packageValue(run, file, name);
  }
  for (const one of inside.initialisers) callClosure(run, { kind: "closure", ...one }, []);
}

// src/code/go/members.ts
function memberOf(run, of, name) {
  const object = pointed(of);
  switch (object.kind) {
    case "outside": {
      const whole = `${object.name}.${name}`;
      return constantOf(whole) ?? run.knowledge.variable(run, whole) ?? { kind: "outside", name: whole };
    }
    case "package":
      return ofPackage(run, object, name);
    case "struct":
      return ofStruct(run, object, name, 6) ?? (isMethodOutside(object, name) ? { kind: "method", object, name } : UNKNOWN);
    case "host":
      return { kind: "method", object, name };
    case "map":
      return object.entries.get(name) ?? UNKNOWN;
    case "type": {
      const method = methodOf(run, object, name);
      return method ? { kind: "closure", ...method } : UNKNOWN;
    }
    case "closure":
    case "wrapped":
      return object.kind === "closure" && name === "ServeHTTP" ? object : UNKNOWN;
    default:
      return UNKNOWN;
  }
}
function isMethodOutside({ outside }, name) {
  return outside !== void 0 && /^(?:Listen|Serve|Start|Run)/.test(name);
}
function ofPackage(run, { files: files3 }, name) {
  const [file] = files3;
  if (!file) return UNKNOWN;
  const inside = packageOf(run.program, file);
  const fn = inside.functions.get(name);
  if (fn) return { kind: "closure", ...fn };
  const variable = packageValue(run, file, name);
  if (variable) return variable.value;
  const type = inside.structs.get(name) ?? inside.types.get(name);
  if (!type) return UNKNOWN;
  const resolved = typeNamed(run.program, type.file, name);
  return resolved.kind === "outside" ? { kind: "outside", name: resolved.name } : { kind: "type", file: type.file, name };
}
function methodOf(run, { file, name }, method) {
  return packageOf(run.program, file).methods.get(`${name}.${method}`);
}
function ofStruct(run, struct, name, steps) {
  const held = struct.fields.get(name);
  if (held) return held;
  if (steps <= 0 || !struct.type) return void 0;
  const method = methodOf(run, struct.type, name);
  if (method) return { kind: "closure", ...method, receiver: struct };
  const declared = packageOf(run.program, struct.type.file).structs.get(struct.type.name);
  if (!declared) return void 0;
  const field = declared.node.members.find((one) => one.kind === "field" && one.name === name);
  if (field?.kind === "field") return struct.isOpen ? UNKNOWN : fieldZero(run, struct, field.name);
  for (const base of declared.node.baseTypes) {
    const inner2 = pointed(
      struct.fields.get(base.name.slice(base.name.lastIndexOf(".") + 1)) ?? embedded(run, struct, declared.file, base.name)
    );
    if (inner2.kind === "host" || inner2.kind === "result") continue;
    const found = inner2.kind === "struct" ? ofStruct(run, inner2, name, steps - 1) : void 0;
    if (found && found.kind !== "unknown") return found;
  }
  return void 0;
}
function embedded(run, struct, file, name) {
  const type = typeNamed(run.program, file, name);
  if (type.kind !== "own") return UNKNOWN;
  return { kind: "struct", type, fields: /* @__PURE__ */ new Map(), at: struct.at, isOpen: struct.isOpen };
}
function fieldZero(run, struct, name) {
  const declared = struct.type && packageOf(run.program, struct.type.file).structs.get(struct.type.name);
  const field = declared?.node.members.find((one) => one.kind === "field" && one.name === name);
  if (!declared || field?.kind !== "field" || !field.type) return UNKNOWN;
  const zero = zeroOf(field.type);
  if (zero.kind !== "unknown") {
    struct.fields.set(name, zero);
    return zero;
  }
  const type = typeNamed(run.program, declared.file, field.type.name);
  const isStruct = type.kind === "own" && packageOf(run.program, type.file).structs.has(type.name);
  if (type.kind === "built-in" || type.kind === "own" && !isStruct) return UNKNOWN;
  const bare = { kind: "struct", fields: /* @__PURE__ */ new Map(), at: struct.at, isOpen: struct.isOpen };
  const made2 = type.kind === "own" ? { ...bare, type } : { ...bare, outside: type.name };
  const value = type.kind === "own" ? made2 : run.knowledge.filled(run, made2) ?? made2;
  struct.fields.set(name, value);
  return value;
}
function embeddedHosts(run, struct) {
  const declared = struct.type && packageOf(run.program, struct.type.file).structs.get(struct.type.name);
  if (!declared) return [];
  return declared.node.baseTypes.flatMap((base) => {
    const held = struct.fields.get(base.name.slice(base.name.lastIndexOf(".") + 1));
    const inner2 = held && pointed(held);
    return inner2?.kind === "host" || inner2?.kind === "result" ? [inner2] : [];
  });
}

// src/code/go/operators.ts
function operate(operator, left, right, at) {
  if (left.kind === "plain" && typeof left.value === "boolean") {
    if (operator === "&&") return left.value ? right() : left;
    if (operator === "||") return left.value ? left : right();
  }
  const other = right();
  if (operator === "&&" || operator === "||") return UNKNOWN;
  if (operator === "===" || operator === "!==") {
    const same = isSame(left, other);
    return same === void 0 ? UNKNOWN : derived(operator === "===" ? same : !same, [left, other], at);
  }
  if (left.kind !== "plain" || other.kind !== "plain") return UNKNOWN;
  const value = computed(operator, left.value, other.value);
  return value === void 0 ? UNKNOWN : derived(value, [left, other], at);
}
function isSame(left, right) {
  if (left.kind === "plain" && right.kind === "plain") return left.value === right.value;
  const [nil, other] = left.kind === "plain" ? [left, right] : [right, left];
  if (nil.kind !== "plain" || nil.value !== null) return void 0;
  return other.kind === "struct" || other.kind === "closure" || other.kind === "host" || other.kind === "pointer" ? false : void 0;
}
function computed(operator, left, right) {
  if (typeof left === "string" && typeof right === "string") {
    if (operator === "+") return left + right;
    return operator === "<" ? left < right : operator === ">" ? left > right : void 0;
  }
  if (typeof left !== "number" || typeof right !== "number") return void 0;
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? void 0 : Number.isInteger(left) && Number.isInteger(right) ? Math.trunc(left / right) : left / right;
    case "%":
      return right === 0 ? void 0 : left % right;
    case "<<":
      return left * 2 ** right;
    case "<":
      return left < right;
    case ">":
      return left > right;
    case "<=":
      return left <= right;
    case ">=":
      return left >= right;
    default:
      return void 0;
  }
}

// src/code/go/expressions.ts
var DEEPEST = 400;
function evaluate(run, scope, node) {
  if (run.steps-- <= 0 || run.depth >= DEEPEST) return UNKNOWN;
  run.depth++;
  const value = valueOfExpression(run, scope, node);
  run.depth--;
  return value;
}
function valueOfExpression(run, scope, node) {
  switch (node.kind) {
    case "literal":
      return node.value === null ? NIL : plain(node.value, spanOf(scope.file, node));
    case "name":
      return named(run, scope, node.name);
    case "member":
      return memberOf(run, evaluate(run, scope, node.object), node.property);
    case "index":
      return indexed(pointed(evaluate(run, scope, node.object)), evaluate(run, scope, node.index));
    case "slice": {
      const of = evaluate(run, scope, node.object);
      return of.kind === "list" ? { ...of, isWhole: false } : UNKNOWN;
    }
    case "call":
      return node.isNew ? composite(run, scope, node) : callValue(run, scope, node);
    case "function":
      return { kind: "closure", file: scope.file, node, scope };
    case "cast":
      return evaluate(run, scope, node.value);
    case "spread":
      return evaluate(run, scope, node.value);
    case "unary":
      return unary(run, scope, node.operator, node.value);
    case "binary": {
      const left = evaluate(run, scope, node.left);
      return operate(node.operator, left, () => evaluate(run, scope, node.right), spanOf(scope.file, node));
    }
    default:
      return UNKNOWN;
  }
}
function named(run, scope, name) {
  for (let at = scope; at; at = at.parent) {
    const variable = at.names.get(name);
    if (variable) return variable.value;
  }
  const global = packageValue(run, scope.file, name);
  if (global) return global.value;
  const inside = packageOf(run.program, scope.file);
  const fn = inside.functions.get(name);
  if (fn) return { kind: "closure", ...fn };
  const type = inside.structs.get(name) ?? inside.types.get(name);
  if (type) {
    const resolved = typeNamed(run.program, type.file, name);
    return resolved.kind === "outside" ? { kind: "outside", name: resolved.name } : { kind: "type", file: type.file, name };
  }
  return importedNames(run.program, scope.file).get(name) ?? { kind: "outside", name };
}
function unary(run, scope, operator, operand) {
  if (operator === "&" && operand.kind === "name") {
    for (let at = scope; at; at = at.parent) {
      const variable = at.names.get(operand.name);
      if (variable) return isShared(variable.value) ? variable.value : { kind: "pointer", to: variable };
    }
    const global = packageValue(run, scope.file, operand.name);
    if (global && !isShared(global.value)) return { kind: "pointer", to: global };
  }
  const value = evaluate(run, scope, operand);
  if (operator === "&") {
    if (operand.kind !== "member" || isShared(value)) return value;
    const object = pointed(evaluate(run, scope, operand.object));
    if (object.kind !== "struct") return value;
    const { fields } = object;
    const field = {
      get value() {
        return fields.get(operand.property) ?? value;
      },
      set value(given) {
        fields.set(operand.property, given);
      }
    };
    return { kind: "pointer", to: field };
  }
  if (operator === "*") return pointed(value);
  if (value.kind !== "plain") return UNKNOWN;
  if (operator === "!" && typeof value.value === "boolean") return derived(!value.value, [value]);
  if (operator === "-" && typeof value.value === "number") return derived(-value.value, [value]);
  return operator === "+" ? value : UNKNOWN;
}
function isShared({ kind }) {
  return kind === "struct" || kind === "host" || kind === "map" || kind === "closure" || kind === "result";
}
function indexed(object, index) {
  if (object.kind === "list" && index.kind === "plain" && typeof index.value === "number")
    return object.items[index.value] ?? UNKNOWN;
  if (object.kind === "map" && index.kind === "plain") return object.entries.get(String(index.value)) ?? UNKNOWN;
  return object.kind === "closure" ? object : UNKNOWN;
}
function composite(run, scope, node) {
  const [body] = node.arguments;
  const [first, second] = node.typeArguments ?? [];
  const callee = node.callee.kind === "name" ? node.callee.name : "";
  if (body?.kind !== "object" && body?.kind !== "array") return UNKNOWN;
  if (callee === "[]") return listOf2(run, scope, body, first);
  if (callee === "map" && body.kind === "object") return mapOf(run, scope, body, second);
  if (callee === "{}") return structOf(run, scope, body, { fields: first?.members?.map((one) => one.name) ?? [] });
  const type = evaluate(run, scope, node.callee);
  if (type.kind === "type") return ownLiteral(run, scope, body, type);
  if (type.kind !== "outside") return UNKNOWN;
  const struct = structOf(run, scope, body, { outside: type.name });
  return run.knowledge.filled(run, struct) ?? struct;
}
function ownLiteral(run, scope, body, type) {
  const inside = packageOf(run.program, type.file);
  const declared = inside.types.get(type.name);
  if (declared?.type.name === "[]") return listOf2(run, scope, body, declared.type.arguments[0]);
  if (declared?.type.name === "map" && body.kind === "object")
    return mapOf(run, scope, body, declared.type.arguments[1]);
  const fields = inside.structs.get(type.name)?.node.members.flatMap((one) => one.kind === "field" ? [one.name] : []);
  return structOf(run, scope, body, { type: { file: type.file, name: type.name }, fields: fields ?? [] });
}
function element(run, scope, node, type) {
  if (node.kind !== "object" && node.kind !== "array" || !type) return evaluate(run, scope, node);
  if (type.name === "[]") return listOf2(run, scope, node, type.arguments[0]);
  if (type.name === "map") return node.kind === "object" ? mapOf(run, scope, node, type.arguments[1]) : UNKNOWN;
  if (type.name === "{}") return structOf(run, scope, node, { fields: type.members?.map((one) => one.name) ?? [] });
  const resolved = typeNamed(run.program, scope.file, type.name);
  if (resolved.kind === "own") return ownLiteral(run, scope, node, { ...resolved, kind: "type" });
  const struct = structOf(run, scope, node, { outside: resolved.name });
  return run.knowledge.filled(run, struct) ?? struct;
}
function listOf2(run, scope, body, type) {
  const written = body.kind === "array" ? body.elements : body.entries.flatMap((one) => one.kind === "entry" ? [one.value] : []);
  return { kind: "list", items: written.map((one) => element(run, scope, one, type)), isWhole: true };
}
function mapOf(run, scope, body, type) {
  const entries = /* @__PURE__ */ new Map();
  for (const one of body.entries) {
    if (one.kind !== "entry") continue;
    const key = one.key ?? keyOf(one.computed && evaluate(run, scope, one.computed));
    entries.set(key ?? `?${String(one.start)}`, element(run, scope, one.value, type));
  }
  return { kind: "map", entries };
}
function keyOf(value) {
  return value?.kind === "plain" ? String(value.value) : textOf(value);
}
function structOf(run, scope, body, what) {
  const own = what.type && packageOf(run.program, what.type.file).structs.get(what.type.name);
  const typeOf = (name) => {
    const field = own?.node.members.find((one) => one.kind === "field" && one.name === name);
    return field?.kind === "field" ? field.type : void 0;
  };
  const fields = /* @__PURE__ */ new Map();
  if (body.kind === "array")
    for (const [index, one] of body.elements.entries()) {
      const name = what.fields?.[index] ?? String(index);
      fields.set(name, element(run, scope, one, typeOf(name)));
    }
  else
    for (const one of body.entries)
      if (one.kind === "entry" && one.key !== void 0)
        fields.set(one.key, element(run, scope, one.value, typeOf(one.key)));
  return {
    kind: "struct",
    ...what.type && { type: what.type },
    ...what.outside !== void 0 && { outside: what.outside },
    fields,
    at: spanOf(scope.file, body),
    isOpen: false
  };
}
function zeroValue(run, scope, type, at) {
  const zero = zeroOf(type);
  if (zero.kind !== "unknown" || !type) return zero;
  const resolved = typeNamed(run.program, scope.file, type.name);
  const struct = (what) => ({
    kind: "struct",
    fields: /* @__PURE__ */ new Map(),
    at: spanOf(scope.file, at),
    isOpen: false,
    ...what
  });
  if (resolved.kind === "own" && packageOf(run.program, resolved.file).structs.has(resolved.name))
    return struct({ type: { file: resolved.file, name: resolved.name } });
  if (resolved.kind !== "outside") return zero;
  const made2 = struct({ outside: resolved.name });
  return run.knowledge.filled(run, made2) ?? made2;
}

// src/code/go/library.ts
function libraryCall(run, name, site2) {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : void 0;
  if (known) return known(run, site2);
  if (/^github\.com\/spf13\/(?:viper|pflag)\.|^flag\./.test(name)) return settings(run, name, site2);
  return filledFromTags(run, name, site2);
}
var text = (compute) => {
  return (_, { arguments: given, at }) => {
    const [first, second] = [textOf(given[0]), textOf(given[1])];
    if (first === void 0 || given.length > 1 && second === void 0) return UNKNOWN;
    return derived(compute(first, second ?? ""), given, at);
  };
};
var FUNCTIONS = {
  "fmt.Sprintf": (_, { arguments: given, at }) => formatted(given, at),
  "fmt.Sprint": (_, { arguments: given, at }) => joined(given, "", at),
  "strings.TrimSuffix": text((one, other) => other !== "" && one.endsWith(other) ? one.slice(0, -other.length) : one),
  "strings.TrimPrefix": text((one, other) => one.startsWith(other) ? one.slice(other.length) : one),
  "strings.TrimRight": text((one, other) => trimmed(one, other)),
  "strings.TrimSpace": text((one) => one.trim()),
  "strings.ToLower": text((one) => one.toLowerCase()),
  "strings.ToUpper": text((one) => one.toUpperCase()),
  "strings.HasPrefix": (_, { arguments: given, at }) => compared(given, at, (one, other) => one.startsWith(other)),
  "strings.HasSuffix": (_, { arguments: given, at }) => compared(given, at, (one, other) => one.endsWith(other)),
  "strings.Join": (_, { arguments: given, at }) => {
    const list = given[0] && pointed(given[0]);
    const separator = textOf(given[1]);
    if (list?.kind !== "list" || !list.isWhole || separator === void 0) return UNKNOWN;
    return joined(list.items, separator, at);
  },
  "path.Join": (_, { arguments: given, at }) => pathJoined(given, at),
  "net/url.JoinPath": (_, { arguments: given, at }) => ({ kind: "tuple", items: [pathJoined(given, at), NIL] }),
  "net.JoinHostPort": text((host, port) => `${host.includes(":") ? `[${host}]` : host}:${port}`),
  "strconv.Itoa": (_, { arguments: given, at }) => {
    const number2 = numberOf(given[0]);
    return number2 === void 0 ? UNKNOWN : derived(String(number2), given, at);
  },
  "strconv.Atoi": (_, { arguments: given, at }) => number(given, at),
  "strconv.ParseInt": (_, { arguments: given, at }) => number(given.slice(0, 1), at),
  "os.Getenv": (run, { arguments: given, at }) => environment(run, textOf(given[0]), at) ?? UNKNOWN,
  "os.LookupEnv": (run, { arguments: given, at }) => {
    const value = environment(run, textOf(given[0]), at);
    if (!value) return UNKNOWN;
    const isSet = value.kind === "plain" ? plain(value.isFallback !== true) : UNKNOWN;
    return { kind: "tuple", items: [value, isSet] };
  },
  "cmp.Or": (_, { arguments: given }) => given.find((one) => one.kind !== "plain" || one.value !== "" && one.value !== 0) ?? given.at(-1) ?? UNKNOWN,
  "errors.New": () => ({ kind: "unknown", because: "it is an error" }),
  "context.Background": () => UNKNOWN
};
function environment(run, name, at) {
  if (name === void 0) return void 0;
  const fact = run.environment(name);
  if (fact && !fact.known) return { kind: "unknown", because: fact.because };
  return { kind: "plain", value: fact ? fact.value : "", at: fact ? fact.at : at, variables: [name], isFallback: !fact };
}
function compared(given, at, compare) {
  const [one, other] = [textOf(given[0]), textOf(given[1])];
  return one === void 0 || other === void 0 ? UNKNOWN : derived(compare(one, other), given, at);
}
function trimmed(one, cutset) {
  let end = one.length;
  while (end > 0 && cutset.includes(one[end - 1] ?? "")) end--;
  return one.slice(0, end);
}
function number(given, at) {
  const written = textOf(given[0]);
  if (written === void 0) return UNKNOWN;
  const isNumber = /^[+-]?\d+$/.test(written);
  return { kind: "tuple", items: isNumber ? [derived(Number(written), given, at), NIL] : [plain(0), UNKNOWN] };
}
function joined(given, separator, at) {
  const all = given.filter((one) => one.kind === "plain");
  return all.length === given.length ? derived(all.map((one) => String(one.value)).join(separator), given, at) : UNKNOWN;
}
function pathJoined(given, at) {
  const whole = joined(given, "/", at);
  const written = textOf(whole);
  if (written === void 0) return UNKNOWN;
  return derived(written.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, ""), given, at);
}
function formatted([format, ...given], at) {
  const pattern = textOf(format);
  if (format === void 0 || pattern === void 0) return UNKNOWN;
  let next = 0;
  let isKnown = true;
  const result = pattern.replace(/%(?:%|[-+# 0]*\d*(?:\.\d+)?([a-zA-Z]))/g, (verb, letter) => {
    if (verb === "%%") return "%";
    const value = given[next++];
    const inner2 = value && pointed(value);
    if (inner2?.kind !== "plain" || !/^[sdvq]$/.test(letter ?? "")) {
      isKnown = false;
      return "";
    }
    return letter === "q" ? JSON.stringify(inner2.value) : String(inner2.value);
  });
  return isKnown ? derived(result, [format, ...given], at) : UNKNOWN;
}
function settings(run, name, { arguments: given, at }) {
  const fn = name.slice(name.lastIndexOf(".") + 1);
  if (name.startsWith("github.com/spf13/viper.")) return viper(run, fn, given, at);
  if (/^(?:String|Int|Int64|Uint|Bool|Duration|Float64)P?$/.test(fn)) {
    const value = given[fn.endsWith("P") ? 2 : 1];
    return { kind: "pointer", to: { value: value?.kind === "plain" ? { ...value, isFallback: true } : UNKNOWN } };
  }
  if (/Var P?$|VarP?$/.test(fn)) {
    const [target] = given;
    const value = given[fn.endsWith("P") ? 3 : 2];
    if (target?.kind === "pointer") target.to.value = value?.kind === "plain" ? { ...value, isFallback: true } : UNKNOWN;
  }
  return UNKNOWN;
}
function viper(run, fn, given, at) {
  const key = textOf(given[0])?.toLowerCase();
  if (fn === "SetDefault" && key !== void 0 && given[1]) {
    run.defaults.set(key, given[1]);
    return NIL;
  }
  if (!/^Get(?:String|Int|Int32|Int64|Bool|Duration|Float64)?$/.test(fn) || key === void 0) return UNKNOWN;
  const fallback = run.defaults.get(key);
  const variable = key.toUpperCase().replaceAll(/[.-]/g, "_");
  const value = environment(run, variable, at);
  if (value?.kind === "plain" && value.isFallback !== true) return value;
  return fallback?.kind === "plain" ? { ...fallback, variables: [variable], isFallback: true } : { kind: "unknown", because: `the setting ${key} comes from outside` };
}
function libraryMethod(_run, object, name, site2) {
  if (object.kind === "result" && name === "String") return site2.arguments[0];
  return void 0;
}

// src/code/go/statements.ts
var END = { kind: "end" };
function execute(run, frame, scope, body) {
  for (const statement of body) {
    if (run.steps-- <= 0) return END;
    const ending = executeOne(run, frame, scope, statement);
    if (ending.kind !== "end") return ending;
  }
  return END;
}
function inner(scope) {
  return { names: /* @__PURE__ */ new Map(), parent: scope, file: scope.file };
}
function executeOne(run, frame, scope, statement) {
  switch (statement.kind) {
    case "expression":
      if (statement.value.kind === "assign") assign(run, scope, statement.value);
      else {
        const { value } = statement;
        const given = evaluate(run, scope, value);
        if (given.kind === "result") run.knowledge.escaped(run, given.arguments, spanOf(scope.file, value));
      }
      return END;
    case "declare":
      declare(run, scope, statement);
      return END;
    case "deferred":
      evaluate(run, scope, statement.value);
      return END;
    case "return":
      return { kind: "return", value: returned(run, scope, statement.value) };
    case "block":
      return execute(run, frame, inner(scope), statement.body);
    case "if": {
      const test = evaluate(run, scope, statement.test);
      if (test.kind === "plain" && typeof test.value === "boolean")
        return execute(run, frame, inner(scope), test.value ? statement.consequent : statement.alternate);
      return branches(run, frame, scope, [statement.consequent, statement.alternate]);
    }
    case "switch":
      return chosen(run, frame, scope, statement);
    case "loop":
      return loop(run, frame, scope, statement);
    case "jump":
      return statement.form === "fallthrough" ? END : { kind: "jump" };
    default:
      return END;
  }
}
function returned(run, scope, value) {
  if (!value) return UNKNOWN;
  if (value.kind === "array") return { kind: "tuple", items: value.elements.map((one) => evaluate(run, scope, one)) };
  return evaluate(run, scope, value);
}
function branches(run, frame, scope, bodies) {
  const endings = [];
  for (const body of bodies) {
    run.branches.push([]);
    const ending = execute(run, frame, inner(scope), body);
    const changes = run.branches.pop() ?? [];
    endings.push(ending);
    if (ending.kind === "return") frame.perhaps.push(ending.value);
    for (const { variable, before } of changes) {
      run.branches.at(-1)?.push({ variable, before });
      if (ending.kind === "return") variable.value = before;
      else if (variable.value.kind === "plain" && before !== variable.value && !isNothing(before))
        variable.value = { kind: "unknown", because: "it depends on what is known when the program runs" };
    }
  }
  const [first] = endings;
  const allReturn = bodies.length > 1 && bodies.every((body) => body.length > 0) && endings.every((one) => one.kind === "return");
  return allReturn && first ? { kind: "return", value: frame.perhaps.at(-1) ?? UNKNOWN } : END;
}
function isNothing(value) {
  return value.kind === "plain" && (value.value === null || value.value === "");
}
function chosen(run, frame, scope, node) {
  const outer = inner(scope);
  const subject = node.subject ? evaluate(run, outer, node.subject) : void 0;
  const open = [];
  let isOpen = false;
  for (const one of node.cases) {
    if (one.tests.length === 0) continue;
    const answers = one.tests.map((test) => {
      const value = evaluate(run, outer, test);
      return subject ? operate("===", subject, () => value, spanOf(scope.file, node)) : value;
    });
    const known = answers.map((answer) => answer.kind === "plain" ? answer.value : void 0);
    if (known.includes(true) && !isOpen) return withoutBreak(execute(run, frame, inner(outer), one.body));
    if (known.every((answer) => answer === false)) continue;
    isOpen = true;
    open.push(one.body);
  }
  const otherwise = node.cases.find((one) => one.tests.length === 0);
  if (!isOpen) return otherwise ? withoutBreak(execute(run, frame, inner(outer), otherwise.body)) : END;
  return withoutBreak(branches(run, frame, outer, [...open, otherwise?.body ?? []]));
}
function withoutBreak(ending) {
  return ending.kind === "jump" ? END : ending;
}
var MOST_ROUNDS = 300;
function loop(run, frame, scope, node) {
  const outer = inner(scope);
  if (node.form !== "each") {
    if (node.first) executeOne(run, frame, outer, node.first);
    const test = node.test ? evaluate(run, outer, node.test) : void 0;
    if (test?.kind === "plain" && test.value === false) return END;
    if (node.test) return branches(run, frame, outer, [node.body]);
    const ending = execute(run, frame, inner(outer), node.body);
    return ending.kind === "return" ? ending : END;
  }
  const of = node.iterated ? pointed(evaluate(run, outer, node.iterated)) : UNKNOWN;
  const rounds = roundsOf(of);
  if (!rounds) {
    bindItem(run, outer, node.target, UNKNOWN, UNKNOWN);
    return branches(run, frame, outer, [node.body]);
  }
  for (const [key, value] of rounds) {
    const round = inner(outer);
    bindItem(run, round, node.target, key, value);
    const ending = execute(run, frame, round, node.body);
    if (ending.kind === "return") return ending;
  }
  return END;
}
function roundsOf(of) {
  if (of.kind === "list" && of.isWhole)
    return of.items.slice(0, MOST_ROUNDS).map((item, index) => [{ kind: "plain", value: index }, item]);
  if (of.kind === "map")
    return [...of.entries].slice(0, MOST_ROUNDS).map(([key, value]) => [{ kind: "plain", value: key }, value]);
  return void 0;
}
function bindItem(run, scope, target, key, value) {
  if (!target) return;
  const targets = target.kind === "array" ? target.elements : [target];
  for (const [index, one] of targets.entries()) {
    if (one.kind === "name") scope.names.set(one.name, { value: index === 0 ? key : value });
    else store(run, scope, one, index === 0 ? key : value);
  }
}
function declare(run, scope, node) {
  const { target, value, type } = node;
  if (target.kind === "array") {
    const given = value ? evaluate(run, scope, value) : UNKNOWN;
    for (const [index, one] of target.elements.entries())
      if (one.kind === "name") bind(run, scope, one.name, resultAt(given, index));
    return;
  }
  if (target.kind !== "name") return;
  bind(run, scope, target.name, value ? single(evaluate(run, scope, value)) : zeroValue(run, scope, type, target));
}
function bind(run, scope, name, value) {
  const known = scope.names.get(name);
  if (known) assignVariable(run, known, value);
  else scope.names.set(name, { value });
}
function single(value) {
  return value.kind === "tuple" ? value.items[0] ?? UNKNOWN : value;
}
function resultAt(value, index) {
  if (value.kind === "tuple") return value.items[index] ?? UNKNOWN;
  return index === 0 && value.kind !== "plain" ? value : UNKNOWN;
}
function assign(run, scope, node) {
  const { target, operator } = node;
  const given = evaluate(run, scope, node.value);
  if (target.kind === "array") {
    for (const [index, one] of target.elements.entries()) store(run, scope, one, resultAt(given, index));
    return;
  }
  const value = operator === "=" ? single(given) : operate(operator.slice(0, -1), evaluate(run, scope, target), () => given, spanOf(scope.file, node));
  store(run, scope, target, value);
}
function store(run, scope, target, value) {
  if (target.kind === "name") {
    for (let at = scope; at; at = at.parent) {
      const variable = at.names.get(target.name);
      if (!variable) continue;
      assignVariable(run, variable, value);
      return;
    }
    const global = packageValue(run, scope.file, target.name);
    if (global) assignVariable(run, global, value);
    return;
  }
  if (target.kind === "unary" && target.operator === "*") {
    const pointer = evaluate(run, scope, target.value);
    if (pointer.kind === "pointer") assignVariable(run, pointer.to, value);
    return;
  }
  if (target.kind !== "member" && target.kind !== "index") return;
  const object = pointed(evaluate(run, scope, target.object));
  if (target.kind === "member") {
    storeMember(run, object, target.property, value);
    return;
  }
  const key = evaluate(run, scope, target.index);
  if (object.kind === "map")
    object.entries.set(key.kind === "plain" ? String(key.value) : `?${String(target.start)}`, value);
}
function storeMember(run, object, property, value) {
  if (object.kind === "map") object.entries.set(property, value);
  if (object.kind === "package") {
    const [file] = object.files;
    const variable = file && packageValue(run, file, property);
    if (variable) assignVariable(run, variable, value);
  }
  if (object.kind !== "struct") return;
  object.fields.set(property, value);
  if (object.outside !== void 0) run.knowledge.filled(run, object);
}

// src/code/go/calls.ts
var DEEPEST2 = 40;
function callValue(run, scope, node) {
  const { callee } = node;
  if (callee.kind === "member") {
    const object = pointed(evaluate(run, scope, callee.object));
    const found = object.kind === "struct" ? memberOf(run, object, callee.property) : void 0;
    const given = site(run, scope, node);
    if (found && found.kind !== "unknown" && found.kind !== "method") return callAny(run, found, given);
    if (object.kind === "host" || object.kind === "result") return methodOf2(run, object, callee.property, given);
    if (object.kind === "struct") return structMethod(run, object, callee.property, given);
    return callAny(run, memberOf(run, object, callee.property), given);
  }
  const value = evaluate(run, scope, callee);
  if (value.kind === "outside" && !value.name.includes(".") && !value.name.includes("/"))
    return builtIn(run, scope, value.name, node);
  return callAny(run, value, site(run, scope, node));
}
function site(run, scope, node) {
  const given = node.arguments.map((one) => evaluate(run, scope, one));
  const [only] = given;
  const spread = node.arguments.at(-1)?.kind === "spread" ? given.at(-1) : void 0;
  const whole = spread && pointed(spread);
  const all = given.length === 1 && only?.kind === "tuple" ? only.items : whole?.kind === "list" ? [...given.slice(0, -1), ...whole.items] : given;
  return { file: scope.file, node, at: spanOf(scope.file, node), arguments: all, written: node.arguments };
}
function methodOf2(run, object, name, given) {
  const known = run.knowledge.method(run, object, name, given) ?? libraryMethod(run, object, name, given);
  if (known) return known;
  handedOut(run, given);
  const of = object.kind === "result" ? `${object.of}.${name}` : `.${name}`;
  return resultOf(of, given, object);
}
function structMethod(run, object, name, given) {
  for (const inner2 of embeddedHosts(run, object)) {
    if (inner2.kind !== "host" && inner2.kind !== "result") continue;
    const known2 = run.knowledge.method(run, inner2, name, given);
    if (known2) return known2;
  }
  const known = run.knowledge.method(run, object, name, given);
  if (known) return known;
  handedOut(run, given);
  const of = object.outside === void 0 ? `.${name}` : `${object.outside}.${name}`;
  return resultOf(of, given, object);
}
function callAny(run, value, given) {
  const callee = pointed(value);
  switch (callee.kind) {
    case "closure":
      return wrapping(run, callee, given, callClosure(run, callee, given.arguments));
    case "outside": {
      const known = run.knowledge.call(run, callee.name, given) ?? libraryCall(run, callee.name, given);
      if (known) return known;
      handedOut(run, given);
      return resultOf(callee.name, given);
    }
    case "type":
      return given.arguments[0] ?? UNKNOWN;
    case "method":
      return callee.object.kind === "host" ? methodOf2(run, callee.object, callee.name, given) : structMethod(run, callee.object, callee.name, given);
    case "result":
    case "wrapped":
      handedOut(run, given);
      return resultOf(callee.kind === "result" ? `${callee.of}()` : "()", given, callee);
    default:
      run.knowledge.escaped(run, given.arguments, given.at);
      return UNKNOWN;
  }
}
function handedOut(run, given) {
  run.knowledge.handedOut(run, given.arguments);
  for (const one of given.arguments) {
    const inner2 = pointed(one);
    if (inner2.kind === "struct" && inner2.type) inner2.isOpen = true;
    if (one.kind === "pointer" && one.to.value.kind === "plain") one.to.value = UNKNOWN;
    if (inner2.kind === "method")
      run.knowledge.method(run, inner2.object, inner2.name, { ...given, arguments: [], written: [] });
  }
  callGiven(run, given.arguments);
}
function callGiven(run, given) {
  for (const one of given) {
    const inner2 = pointed(one);
    if (inner2.kind !== "closure" || run.called.has(inner2.node)) continue;
    if (inner2.node.parameters.every(({ type }) => type?.name === "context.Context")) callClosure(run, inner2, []);
  }
}
var HANDLERS = /^(?:net\/http\.Handler(?:Func)?|github\.com\/gin-gonic\/gin\.HandlerFunc|github\.com\/labstack\/echo(?:\/v\d+)?\.HandlerFunc|github\.com\/gofiber\/fiber(?:\/v\d+)?\.Handler)$/;
function wrapping(run, callee, given, result) {
  const { returns } = callee.node;
  if (!returns || result.kind === "host" || !isHandler(run, callee, returns)) return result;
  const inner2 = given.arguments.find((one, index) => {
    const type = callee.node.parameters[Math.min(index, callee.node.parameters.length - 1)]?.type;
    const isGiven = one.kind === "closure" || one.kind === "host" || one.kind === "wrapped" || one.kind === "result";
    return isGiven && type !== void 0 && isHandler(run, callee, type);
  });
  if (!inner2) return result;
  const { node, file } = given;
  const written = node.kind === "call" ? node.callee : node;
  return { kind: "wrapped", inner: inner2, by: { text: nameOf(written), at: spanOf(file, written) }, through: callee };
}
function isHandler(run, { file }, type) {
  if (type.name === "()") return type.arguments.length > 0 && type.arguments.length < 3;
  const resolved = typeNamed(run.program, file, type.name);
  if (resolved.kind === "outside") return HANDLERS.test(resolved.name);
  if (resolved.kind !== "own") return false;
  return packageOf(run.program, resolved.file).types.get(resolved.name)?.type.name === "()";
}
function nameOf(node) {
  if (node.kind === "name") return node.name;
  if (node.kind === "member") return `${nameOf(node.object)}.${node.property}`;
  if (node.kind === "call") return nameOf(node.callee);
  if (node.kind === "unary" || node.kind === "cast") return nameOf(node.value);
  return node.kind === "function" ? "func" : "?";
}
var MOST_IDLE = 5e3;
function callClosure(run, closure, given) {
  const { node, file } = closure;
  run.called.add(node);
  const isOpen = run.stack.filter((one) => one === node).length > 1;
  if (isOpen || run.stack.length >= DEEPEST2 || run.steps <= 0) return UNKNOWN;
  const idle = run.idle.get(node) ?? 0;
  if (idle > MOST_IDLE && !mayLead([closure.receiver ?? UNKNOWN, ...given], idle > 4 * MOST_IDLE)) {
    callGiven(run, given);
    return UNKNOWN;
  }
  const { steps, touches } = run;
  const names = /* @__PURE__ */ new Map();
  if (node.receiver?.target.kind === "name")
    names.set(node.receiver.target.name, { value: closure.receiver ?? UNKNOWN });
  for (const [index, parameter] of node.parameters.entries()) {
    if (parameter.target.kind !== "name") continue;
    const value = parameter.rest === "list" ? listOf(given.slice(index), true) : given[index] ?? UNKNOWN;
    names.set(parameter.target.name, { value });
  }
  run.stack.push(node);
  const frame = { perhaps: [] };
  const scope = { names, file, ...closure.scope && { parent: closure.scope } };
  const ending = execute(run, frame, scope, node.body);
  run.stack.pop();
  run.idle.set(node, run.touches === touches ? idle + steps - run.steps : Number.NEGATIVE_INFINITY);
  if (ending.kind === "return") return better(ending.value, frame.perhaps);
  return frame.perhaps.findLast((one) => one.kind !== "plain") ?? frame.perhaps.at(-1) ?? UNKNOWN;
}
function mayLead(values, isStrict, depth = 0) {
  for (const value of values) {
    const inner2 = pointed(value);
    if (inner2.kind === "host" || !isStrict && (inner2.kind === "closure" || inner2.kind === "wrapped")) return true;
    if (depth === 2) continue;
    if (inner2.kind === "struct" && mayLead(inner2.fields.values(), isStrict, depth + 1)) return true;
    if (inner2.kind === "list" && mayLead(inner2.items, isStrict, depth + 1)) return true;
  }
  return false;
}
function better(last, others) {
  const isNothing2 = (value) => value?.kind === "plain" && value.value === null;
  const main = last.kind === "tuple" ? last.items[0] : last;
  if (!isNothing2(main)) return last;
  return others.findLast((one) => !isNothing2(one.kind === "tuple" ? one.items[0] : one)) ?? last;
}
function builtIn(run, scope, name, node) {
  const [first, second] = node.arguments;
  switch (name) {
    case "append": {
      const [list, ...items] = site(run, scope, node).arguments;
      const of = list && pointed(list);
      return listOf([...of?.kind === "list" ? of.items : [], ...items], of?.kind === "list" && of.isWhole);
    }
    case "len": {
      const of = first ? pointed(evaluate(run, scope, first)) : UNKNOWN;
      if (of.kind === "list" && of.isWhole) return { kind: "plain", value: of.items.length };
      return of.kind === "plain" && typeof of.value === "string" ? { kind: "plain", value: of.value.length } : UNKNOWN;
    }
    case "make":
      if (node.typeArguments?.[0]?.name === "map") return { kind: "map", entries: /* @__PURE__ */ new Map() };
      if (node.typeArguments?.[0]?.name === "[]") return { kind: "list", items: [], isWhole: true };
      return UNKNOWN;
    case "new": {
      const made2 = first && {
        ...node,
        callee: first,
        arguments: [{ kind: "object", start: node.start, end: node.end, entries: [] }],
        isNew: true
      };
      return made2 ? evaluate(run, scope, made2) : UNKNOWN;
    }
    default: {
      for (const one of node.arguments) evaluate(run, scope, one);
      if (/^(?:string|u?int(?:8|16|32|64)?|float(?:32|64)|byte|rune|any)$/.test(name) && first && !second)
        return evaluate(run, scope, first);
      return name === "panic" ? NIL : UNKNOWN;
    }
  }
}

// src/model/code/routes/go/router.ts
function newRouter(framework, name, at) {
  return {
    framework,
    name,
    at,
    routes: [],
    mounts: [],
    fallbacks: [],
    guards: [],
    unresolved: [],
    isServed: false,
    isHandedOut: false,
    isMounted: false
  };
}
function wholeOf(router) {
  return hostOf({ kind: "group", router, prefix: "", isResolved: true, prefixes: [], guards: [] });
}
function hostOf(host) {
  return { kind: "host", host };
}
function groupOf(value) {
  return value?.kind === "host" && "kind" in value.host && value.host.kind === "group" ? value.host : void 0;
}
function subgroup(outer, path, prefix, guards) {
  const added = path.text.replace(/^\/*|\/+$/g, "");
  return {
    ...outer,
    prefix,
    isResolved: outer.isResolved && path.isResolved,
    prefixes: added === "" ? outer.prefixes : [...outer.prefixes, { path: `/${added}`, at: path.at }],
    guards: [...outer.guards, ...guards]
  };
}

// src/model/code/routes/go/handlers.ts
var NOTHING = { guards: [], stripped: "", isOpenEnded: false };
var DEEPEST3 = 12;
var CONVERSIONS = /^(?:net\/http\.HandlerFunc|github\.com\/gin-gonic\/gin\.Wrap[FH]|github\.com\/labstack\/echo(?:\/v\d+)?\.WrapHandler|github\.com\/gofiber\/(?:adaptor|fiber)(?:\/v\d+)?(?:\/middleware\/adaptor)?\.HTTPHandler(?:Func)?|golang\.org\/x\/net\/http2\/h2c\.NewHandler|net\/http\.(?:Timeout|MaxBytes)Handler|net\/http\.AllowQuerySemicolons)$/;
var OPEN_ENDED = /^net\/http\.(?:FileServer|FileServerFS|RedirectHandler|NotFoundHandler)$|^net\/http\/httputil\.NewSingleHostReverseProxy|^github\.com\/gofiber\/fiber\/v3\/middleware\/static\.New$/;
function answering(run, value, depth = DEEPEST3) {
  if (!value || depth <= 0) return NOTHING;
  const inner2 = pointed(value);
  switch (inner2.kind) {
    case "closure":
      return { ...NOTHING, handler: { file: inner2.file, node: inner2.node } };
    case "wrapped": {
      const within = answering(run, inner2.inner, depth - 1);
      const { text: name, at } = inner2.by;
      const guard = { name, purpose: purposeOf(inner2.through), isGlobal: false, at };
      return { ...within, guards: [guard, ...within.guards] };
    }
    case "host": {
      const group = groupOf(inner2);
      return group ? { ...NOTHING, group } : NOTHING;
    }
    case "struct": {
      if (inner2.outside?.startsWith("net/http/httputil.") === true) return { ...NOTHING, isOpenEnded: true };
      const method = memberOf(run, inner2, "ServeHTTP");
      const group = [...inner2.fields.values()].map((field) => groupOf(pointed(field))).find((one) => one !== void 0);
      if (group) return { ...NOTHING, group };
      return method.kind === "closure" ? { ...NOTHING, handler: { file: method.file, node: method.node } } : NOTHING;
    }
    case "result":
      return ofResult(run, inner2, depth);
    default:
      return NOTHING;
  }
}
function ofResult(run, value, depth) {
  if (OPEN_ENDED.test(value.of)) return { ...NOTHING, isOpenEnded: true };
  if (value.of === "net/http.StripPrefix") {
    const within = answering(run, value.arguments[1], depth - 1);
    return { ...within, stripped: (textOf(value.arguments[0]) ?? "") + within.stripped };
  }
  if (CONVERSIONS.test(value.of)) return answering(run, value.arguments[0], depth - 1);
  for (const one of [...value.arguments].reverse()) {
    const within = answering(run, one, depth - 1);
    if (within.handler || within.group || within.isOpenEnded)
      return { ...within, guards: [guardOf(run, shortName(value.of), value.at), ...within.guards] };
  }
  return NOTHING;
}
function shortName(name) {
  return name.slice(name.lastIndexOf("/") + 1).replace(/\(\)$/, "");
}
var AUTH = /auth(?!or)|jwt|basicauth|bearer|permission|authoriz|casbin|api_?key/i;
var NOT_AUTH = /verifier|optional|load/i;
var LIMIT = /rate|limit(?!er\.DefaultConfig)|throttle|tollbooth/i;
var NOT_LIMIT = /bodylimit|sizelimit|maxbytes/i;
function guardOf(_run, name, at) {
  const purpose = AUTH.test(name) && !NOT_AUTH.test(name) ? "auth" : LIMIT.test(name) && !NOT_LIMIT.test(name) ? "limit" : "other";
  return { name, purpose, isGlobal: false, at };
}
function guardsOf(run, site2, from, isGlobal) {
  return site2.arguments.slice(from).flatMap((value, index) => {
    const written = site2.written[from + index];
    if (!written || value.kind === "plain") return [];
    const { file } = site2;
    const named2 = { ...guardOf(run, nameOf(written), spanOf(file, written)), isGlobal };
    const inner2 = pointed(value);
    if (inner2.kind === "closure") return [{ ...named2, purpose: purposeOf(inner2) }];
    return [
      inner2.kind === "result" && named2.purpose === "other" ? { ...guardOf(run, shortName(inner2.of), named2.at), name: named2.name, isGlobal } : named2
    ];
  });
}
var UNKNOWN_PEOPLE = /unauthori[sz]ed|forbidden|unauthenticated/i;
var TOO_MANY = /too_?many/i;
var PATHS = /^(?:Path|FullPath|RequestURI|URL|RoutePath|OriginalURL)$/;
function purposeOf({ node }) {
  let purpose = "other";
  let looksAtPath = false;
  walk(node.body, (one) => {
    const name = one.kind === "member" ? one.property : one.kind === "name" ? one.name : one.kind === "literal" && typeof one.value === "number" ? String(one.value) : void 0;
    if (name === void 0) return void 0;
    if (UNKNOWN_PEOPLE.test(name) || name === "401" || name === "403") purpose = "auth";
    else if ((TOO_MANY.test(name) || name === "429") && purpose === "other") purpose = "limit";
    if (one.kind === "member" && PATHS.test(name)) looksAtPath = true;
    return void 0;
  });
  return looksAtPath ? "other" : purpose;
}
function isOnlyRoot({ node }) {
  let compares = false;
  let refuses = false;
  walk(node.body, (one) => {
    if (one.kind === "binary" && one.operator === "!==" && one.left.kind === "member" && one.left.property === "Path")
      compares ||= one.right.kind === "literal" && one.right.value === "/";
    if (one.kind === "member" && (one.property === "NotFound" || one.property === "StatusNotFound")) refuses = true;
    return void 0;
  });
  return compares && refuses;
}

// src/model/code/routes/go/register.ts
function pathAt(site2, index) {
  const value = site2.arguments[index];
  const written = site2.written[index];
  const at = written ? { path: site2.file.path, start: written.start, end: written.end } : site2.at;
  const text2 = textOf(value);
  return { text: text2 ?? "", isResolved: text2 !== void 0, at };
}
function register(run, group, methods, pattern, given, site2) {
  const { router } = group;
  const isResolved = group.isResolved && given.path.isResolved;
  if (!isResolved) router.unresolved.push(site2.at);
  const found = answering(run, given.handler);
  const guards = [...group.guards, ...given.guards, ...found.guards];
  if (found.isOpenEnded || found.group && found.group.router === router) {
    router.fallbacks.push({ prefix: plainPrefix(pattern), at: site2.at });
    return;
  }
  const { prefixes, host } = group;
  enter(router, found, { methods, pattern, host, isResolved, guards, prefixes, at: site2.at });
}
function enter(router, { group, handler, stripped }, place) {
  const { methods, pattern, host, ...common } = place;
  for (const method of methods) {
    if (group) {
      group.router.isMounted = true;
      router.mounts.push({ to: group.router, method, within: plainPrefix(pattern), stripped, ...common });
    } else
      router.routes.push({
        method,
        pattern,
        ...handler && { handler },
        ...host !== void 0 && { host },
        ...common
      });
  }
}
function methodsIn(value) {
  const list = value && pointed(value);
  return list?.kind === "list" ? list.items.map((one) => textOf(one) ?? "*") : ["*"];
}
function plainPrefix(pattern) {
  return pattern.replace(/[{:*+].*$/s, "").replace(/\/+$/, "") || "/";
}
function use(run, group, site2, from = 0) {
  group.guards.push(...guardsOf(run, site2, from, group.prefix === ""));
}

// src/model/code/routes/go/gorilla.ts
var ROUTE_METHODS = /* @__PURE__ */ new Set([
  "Handle",
  "HandleFunc",
  "Path",
  "PathPrefix",
  "Methods",
  "Host",
  "Headers",
  "Queries",
  "Schemes",
  "MatcherFunc",
  "NewRoute",
  "Name"
]);
function gorilla(run, routes, group, name, site2) {
  if (name === "Use") {
    group.guards.push(...guardsOf(run, site2, 0, group.prefix === ""));
    return NIL;
  }
  if (name === "StrictSlash" || name === "SkipClean" || name === "UseEncodedPath") return hostOf(group);
  if (name === "Walk" || name === "ServeHTTP") return UNKNOWN;
  if (!ROUTE_METHODS.has(name)) return void 0;
  const route2 = {
    kind: "gorilla-route",
    group,
    methods: [],
    path: void 0,
    isPrefix: false,
    host: void 0,
    handler: void 0,
    isRouter: false,
    site: site2
  };
  const known = routes.get(group.router);
  if (known) known.push(route2);
  else routes.set(group.router, [route2]);
  if (name === "NewRoute") return hostOf(route2);
  return gorillaRoute(run, route2, name, site2);
}
function gorillaRoute(run, route2, name, site2) {
  switch (name) {
    case "Handle":
    case "HandleFunc":
      route2.path = pathAt(site2, 0);
      route2.handler = site2.arguments[1];
      break;
    case "Path":
      route2.path = pathAt(site2, 0);
      break;
    case "PathPrefix":
      route2.path = pathAt(site2, 0);
      route2.isPrefix = true;
      break;
    case "Methods":
      route2.methods = site2.arguments.map((one) => textOf(one)?.toUpperCase() ?? "*");
      break;
    case "Host":
      route2.host = textOf(site2.arguments[0]) ?? "";
      break;
    case "Handler":
    case "HandlerFunc":
      route2.handler = site2.arguments[0];
      break;
    case "Subrouter":
      return subrouter(route2, site2);
    case "Name":
    case "Queries":
    case "Headers":
    case "Schemes":
    case "MatcherFunc":
    case "HeadersRegexp":
      break;
    case "GetError":
      return NIL;
    default:
      return void 0;
  }
  void run;
  return hostOf(route2);
}
function subrouter(route2, site2) {
  route2.isRouter = true;
  const { group, path } = route2;
  const text2 = path?.text.replace(/\/+$/, "") ?? "";
  const inner2 = {
    ...group,
    prefix: group.prefix + text2,
    isResolved: group.isResolved && (path?.isResolved ?? true),
    prefixes: text2 === "" ? group.prefixes : [...group.prefixes, { path: text2, at: path?.at ?? site2.at }],
    guards: linked(group.guards),
    ...route2.host !== void 0 && { host: route2.host }
  };
  return hostOf(route2.methods.length > 0 ? { ...inner2, methods: route2.methods } : inner2);
}
var outerOf = /* @__PURE__ */ new WeakMap();
function linked(outer) {
  const own = [];
  outerOf.set(own, outer);
  return own;
}
function allGuards(guards) {
  const outer = outerOf.get(guards);
  return outer ? [...allGuards(outer), ...guards] : guards;
}
function finishGorilla(run, routes) {
  for (const [router, list] of routes) {
    for (const { group, path, handler, isPrefix, methods, host = group.host, isRouter, site: site2 } of list) {
      if (isRouter || !handler) continue;
      const isResolved = group.isResolved && (path?.isResolved ?? true);
      if (!isResolved) router.unresolved.push(site2.at);
      const pattern = group.prefix + (path?.text ?? "");
      const found = answering(run, handler);
      const guards = [...allGuards(group.guards), ...found.guards];
      const inherited = "methods" in group ? group.methods : ["*"];
      if (found.isOpenEnded || isPrefix && !found.group)
        router.fallbacks.push({ prefix: plainPrefix(pattern), at: site2.at });
      if (found.isOpenEnded) continue;
      enter(router, found, {
        methods: methods.length > 0 ? methods : inherited,
        pattern: isPrefix ? `${pattern.replace(/\/$/, "")}/*` : pattern,
        host,
        isResolved,
        guards,
        prefixes: group.prefixes,
        at: site2.at
      });
    }
  }
}

// src/model/code/routes/go/patterns.ts
function plainPath(framework, pattern) {
  const path = SPELLINGS[framework](pattern);
  const clean = `/${path}`.replace(/\/{2,}/g, "/");
  return clean.length > 1 ? clean.replace(/\/+$/, "") : clean;
}
var SPELLINGS = {
  // A slash at the end takes all that is below; `{$}` is the end itself.
  "net/http": (pattern) => (pattern.endsWith("/") ? `${pattern}*` : pattern).replace(/\{\$\}/g, "").replace(/\{(\w+)\.\.\.\}/g, ":$1*").replace(/\{(\w+)\}/g, ":$1"),
  "gorilla/mux": (pattern) => braces(pattern),
  chi: (pattern) => braces(pattern),
  gin: (pattern) => pattern.replace(/\*(\w+)/g, ":$1*"),
  echo: (pattern) => pattern,
  fiber: (pattern) => pattern.replace(/:(\w+)<[^>]*>(\?)?/g, ":$1$2").replace(/\+\d*/g, "*").replace(/\*\d+/g, "*")
};
function braces(pattern) {
  let result = "";
  for (let at = 0; at < pattern.length; ) {
    if (pattern[at] !== "{") {
      result += pattern[at++];
      continue;
    }
    let depth = 0;
    let end = at;
    do {
      if (pattern[end] === "{") depth++;
      if (pattern[end] === "}") depth--;
      end++;
    } while (depth > 0 && end < pattern.length);
    const [, name = "", expression = ""] = /^\{([^:}]*):?([\s\S]*)\}$/.exec(pattern.slice(at, end)) ?? [];
    result += `:${name.trim()}${/^(?:\.\*|\.\+)$/.test(expression) ? "*" : ""}`;
    at = end;
  }
  return result;
}

// src/model/code/routes/go/table.ts
var START = { before: "", within: "/", method: "*", isResolved: true, guards: [], prefixes: [] };
var DEEPEST4 = 12;
function tableOf(routers) {
  const found = { routes: [], unresolved: [], fallbacks: [] };
  const seen = /* @__PURE__ */ new Set();
  for (const router of routers) if (router.isServed) collect(router, START, found, seen, DEEPEST4);
  for (const router of routers)
    if (router.isHandedOut && !router.isMounted && !seen.has(router)) collect(router, START, found, seen, DEEPEST4);
  const unregistered = routers.filter((router) => !seen.has(router) && !router.isMounted && router.routes.length + router.mounts.length > 0).map((router) => {
    const own = { routes: [], unresolved: [], fallbacks: [] };
    collect(router, START, own, /* @__PURE__ */ new Set(), DEEPEST4);
    const at = router.at.path === "" ? own.routes[0]?.at ?? router.at : router.at;
    return { name: router.name, routes: own.routes, at };
  });
  const places = new Map(found.fallbacks.map((one) => [`${one.prefix} ${one.at.path} ${String(one.at.start)}`, one]));
  return {
    ...found,
    fallbacks: [...places.values()],
    unregistered: unregistered.filter((one) => one.routes.length > 0)
  };
}
function collect(router, way, found, seen, depth) {
  if (depth <= 0) return;
  seen.add(router);
  for (const one of router.routes) {
    const route2 = routeOf(router, one, way);
    if (!route2) continue;
    found.routes.push(route2);
    if (/\*$/.test(route2.path)) found.fallbacks.push({ prefix: prefixOf(route2.path), at: one.at });
  }
  found.unresolved.push(...router.unresolved);
  for (const one of router.fallbacks) {
    const prefix = plainPath(router.framework, way.before + one.prefix);
    found.fallbacks.push({ prefix, at: one.at });
  }
  for (const mount3 of router.mounts) {
    const inner2 = wayTo(router, mount3, way);
    if (inner2) collect(mount3.to, inner2, found, seen, depth - 1);
  }
}
function prefixOf(path) {
  return path.replace(/\/[^/]*\*$/, "") || "/";
}
function methodOf3(outer, inner2) {
  if (outer === "*" || outer === inner2) return inner2;
  return inner2 === "*" ? outer : void 0;
}
function routeOf(router, one, way) {
  const method = methodOf3(way.method, one.method);
  const path = plainPath(router.framework, way.before + plainStart(one.pattern));
  const isWithin = way.within === "/" || path === way.within || path.startsWith(`${way.within}/`);
  if (method === void 0 || !isWithin && one.isResolved && way.isResolved) return void 0;
  const own = router.guards.filter((guard) => !one.guards.includes(guard));
  return {
    method,
    path,
    isResolved: one.isResolved && way.isResolved,
    ...one.handler && { handler: one.handler },
    ...one.host !== void 0 && { host: one.host },
    guards: [...way.guards, ...own, ...one.guards],
    prefixes: [...way.prefixes, ...one.prefixes],
    framework: router.framework,
    at: one.at
  };
}
function plainStart(pattern) {
  return pattern.startsWith("/") || pattern === "" ? pattern : `/${pattern}`;
}
function wayTo(router, mount3, way) {
  const method = methodOf3(way.method, mount3.method);
  if (method === void 0) return void 0;
  const own = router.guards.filter((guard) => !mount3.guards.includes(guard));
  return {
    before: way.before + mount3.stripped.replace(/\/+$/, ""),
    within: plainPath(router.framework, way.before + mount3.within).replace(/\/\*$/, "") || "/",
    method,
    isResolved: way.isResolved && mount3.isResolved,
    guards: [...way.guards, ...own, ...mount3.guards],
    prefixes: [...way.prefixes, ...mount3.prefixes]
  };
}

// src/model/code/routes/go/chi.ts
var VERBS = /* @__PURE__ */ new Set(["Connect", "Delete", "Get", "Head", "Options", "Patch", "Post", "Put", "Trace"]);
function chi(run, group, name, site2) {
  const add2 = (methods, at, pattern) => {
    const path = pathAt(site2, at);
    const given = { path, handler: site2.arguments[at + 1], guards: [] };
    register(run, group, methods, group.prefix + (pattern ?? path.text), given, site2);
    return NIL;
  };
  if (VERBS.has(name)) return add2([name.toUpperCase()], 0);
  switch (name) {
    case "Method":
    case "MethodFunc":
      return add2([textOf(site2.arguments[0])?.toUpperCase() ?? "*"], 1);
    case "Handle":
    case "HandleFunc": {
      const [, method, pattern] = /^([A-Z]+)[ \t]+(.*)$/s.exec(pathAt(site2, 0).text) ?? [];
      return add2([method ?? "*"], 0, pattern);
    }
    case "Use":
      use(run, group, site2);
      return NIL;
    case "With":
      return hostOf({ ...group, guards: [...group.guards, ...guardsOf(run, site2, 0, false)] });
    case "Group": {
      const inner2 = hostOf({ ...group, guards: [...group.guards] });
      call(run, site2.arguments[0], inner2, site2);
      return inner2;
    }
    case "Route":
      return route(run, group, site2);
    case "Mount":
      return mount(run, group, site2);
    case "NotFound":
      group.router.fallbacks.push({ prefix: group.prefix || "/", at: site2.at });
      return NIL;
    case "MethodNotAllowed":
      return NIL;
    case "ServeHTTP":
      return UNKNOWN;
  }
  return void 0;
}
function call(run, callback, router, site2) {
  if (callback) callAny(run, callback, { ...site2, arguments: [router], written: [] });
}
function route(run, group, site2) {
  const path = pathAt(site2, 0);
  const inner2 = hostOf(subgroup(group, path, group.prefix + path.text.replace(/\/$/, ""), []));
  call(run, site2.arguments[1], inner2, site2);
  return inner2;
}
function mount(run, group, site2) {
  const path = pathAt(site2, 0);
  const found = answering(run, site2.arguments[1]);
  const whole = (group.prefix + path.text).replace(/\/$/, "");
  if (found.group?.router.framework !== "chi") {
    const given = { path, handler: site2.arguments[1], guards: [] };
    register(run, group, ["*"], `${whole}/*`, given, site2);
    return NIL;
  }
  const outer = subgroup(group, path, whole, []);
  found.group.router.isMounted = true;
  group.router.mounts.push({
    to: found.group.router,
    method: "*",
    within: whole === "" ? "/" : whole,
    stripped: found.stripped === "" ? whole : found.stripped,
    isResolved: outer.isResolved,
    guards: [...group.guards, ...found.guards],
    prefixes: outer.prefixes,
    at: site2.at
  });
  if (!outer.isResolved) group.router.unresolved.push(site2.at);
  return NIL;
}

// src/model/code/routes/go/echo.ts
var VERBS2 = /* @__PURE__ */ new Set(["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"]);
var ANY = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PROPFIND", "PUT", "TRACE", "REPORT"];
function echo(run, group, name, site2) {
  const add2 = (methods, at) => {
    const path = pathAt(site2, at);
    const guards = guardsOf(run, site2, at + 2, false);
    register(run, group, methods, group.prefix + path.text, { path, handler: site2.arguments[at + 1], guards }, site2);
    return UNKNOWN;
  };
  if (VERBS2.has(name)) return add2([name], 0);
  switch (name) {
    case "Any":
      return add2(ANY, 0);
    case "Add":
      return add2([textOf(site2.arguments[0]) ?? "*"], 1);
    case "Match":
      return add2(methodsIn(site2.arguments[0]), 1);
    case "Group": {
      const path = pathAt(site2, 0);
      return hostOf(subgroup(group, path, group.prefix + path.text, guardsOf(run, site2, 1, false)));
    }
    case "Host":
      return hostOf({ ...group, host: pathAt(site2, 0).text });
    case "Use":
    case "Pre":
      if (group.prefix === "" && group.host === void 0) group.router.guards.push(...guardsOf(run, site2, 0, true));
      else use(run, group, site2);
      return NIL;
    case "Static":
    case "StaticFS":
      return files(group, pathAt(site2, 0).text, site2);
    case "File":
    case "FileFS": {
      const { router, isResolved, prefixes, guards } = group;
      const pattern = group.prefix + pathAt(site2, 0).text;
      router.routes.push({ method: "GET", pattern, isResolved, guards: [...guards], prefixes, at: site2.at });
      return UNKNOWN;
    }
    case "RouteNotFound":
      group.router.fallbacks.push({ prefix: group.prefix || "/", at: site2.at });
      return UNKNOWN;
    case "Start":
    case "StartTLS":
    case "StartAutoTLS":
    case "StartServer":
    case "StartH2CServer":
      group.router.isServed = true;
      return UNKNOWN;
  }
  return void 0;
}
function files(group, path, site2) {
  const { router, isResolved, prefixes, guards } = group;
  const whole = group.prefix + path;
  const pattern = `${whole.replace(/\/$/, "")}*`;
  router.routes.push({ method: "GET", pattern, isResolved, guards: [...guards], prefixes, at: site2.at });
  router.fallbacks.push({ prefix: whole.replace(/\/$/, "") || "/", at: site2.at });
  return UNKNOWN;
}

// src/model/code/routes/go/fiber.ts
var VERBS3 = /* @__PURE__ */ new Set(["Get", "Head", "Post", "Put", "Delete", "Connect", "Options", "Trace", "Patch"]);
function joined2(prefix, path) {
  if (path === "") return prefix;
  const own = path.startsWith("/") ? path : `/${path}`;
  return prefix.replace(/\/+$/, "") + own;
}
function fiber(run, group, name, site2) {
  const self = hostOf(group);
  if (VERBS3.has(name)) return add(run, group, [name.toUpperCase()], 0, site2);
  switch (name) {
    case "All":
      return add(run, group, ["*"], 0, site2);
    case "Add": {
      const list = site2.arguments[0] && pointed(site2.arguments[0]);
      const methods = list?.kind === "list" ? list.items.map((one) => textOf(one) ?? "*") : [textOf(list) ?? "*"];
      return add(run, group, methods, 1, site2);
    }
    case "Group": {
      const path = pathAt(site2, 0);
      return hostOf(subgroup(group, path, joined2(group.prefix, path.text), guardsOf(run, site2, 1, false)));
    }
    case "Route": {
      const path = pathAt(site2, 0);
      const inner2 = hostOf(subgroup(group, path, joined2(group.prefix, path.text), []));
      if (site2.arguments[1]) callAny(run, site2.arguments[1], { ...site2, arguments: [inner2], written: [] });
      return inner2;
    }
    case "Mount":
      return mount2(group, pathAt(site2, 0), site2.arguments[1], site2);
    case "Use":
      return useFiber(run, group, site2);
    case "Static":
      group.router.fallbacks.push({ prefix: joined2(group.prefix, pathAt(site2, 0).text) || "/", at: site2.at });
      return self;
    case "Name":
      return self;
    case "Listen":
    case "ListenTLS":
    case "Listener":
    case "ListenMutualTLS":
      group.router.isServed = true;
      return UNKNOWN;
  }
  return void 0;
}
function add(run, group, methods, at, site2) {
  const path = pathAt(site2, at);
  const last = site2.arguments.length - 1;
  const before = { ...site2, arguments: site2.arguments.slice(0, last), written: site2.written.slice(0, last) };
  const handler = site2.arguments[last];
  const given = { path, handler, guards: guardsOf(run, before, at + 1, false) };
  register(run, group, methods, joined2(group.prefix, path.text) || "/", given, site2);
  return hostOf(group);
}
function mount2(group, path, value, site2) {
  const inner2 = groupOf(value && pointed(value));
  const whole = joined2(group.prefix, path.text).replace(/\/+$/, "");
  if (!inner2) return hostOf(group);
  const outer = subgroup(group, path, whole, []);
  inner2.router.isMounted = true;
  if (!outer.isResolved) group.router.unresolved.push(site2.at);
  group.router.mounts.push({
    to: inner2.router,
    method: "*",
    within: whole || "/",
    stripped: whole,
    isResolved: outer.isResolved,
    guards: [...group.guards],
    prefixes: outer.prefixes,
    at: site2.at
  });
  return hostOf(group);
}
function useFiber(run, group, site2) {
  const [first, second] = site2.arguments;
  const prefix = first?.kind === "plain" ? pathAt(site2, 0) : void 0;
  const handler = prefix ? second : first;
  const inner2 = handler && pointed(handler);
  if (prefix && groupOf(inner2)) return mount2(group, prefix, inner2, site2);
  if (inner2?.kind === "result" && /gofiber\/fiber(?:\/v2)?\/middleware\/healthcheck\.New$/.test(inner2.of)) {
    healthcheck(group, joined2(group.prefix, prefix?.text ?? ""), inner2.arguments[0], site2);
    return hostOf(group);
  }
  if (inner2?.kind === "result" && /\/middleware\/(?:filesystem|proxy|static)\./.test(inner2.of))
    group.router.fallbacks.push({ prefix: joined2(group.prefix, prefix?.text ?? "") || "/", at: site2.at });
  if (!prefix) use(run, group, site2);
  else if (isCatchAll(run, handler))
    group.router.fallbacks.push({ prefix: joined2(group.prefix, prefix.text) || "/", at: site2.at });
  if (!prefix && isCatchAll(run, handler)) group.router.fallbacks.push({ prefix: group.prefix || "/", at: site2.at });
  return hostOf(group);
}
function isCatchAll(run, value) {
  const { handler } = answering(run, value);
  return handler !== void 0 && !JSON.stringify(handler.node.body).includes('"property":"Next"');
}
function healthcheck(group, prefix, config, site2) {
  const settings2 = config && pointed(config);
  const fields = settings2?.kind === "struct" ? settings2.fields : /* @__PURE__ */ new Map();
  for (const [field, fallback] of [
    ["LivenessEndpoint", "/livez"],
    ["ReadinessEndpoint", "/readyz"]
  ]) {
    const value = fields.get(field);
    const text2 = value ? textOf(value) : fallback;
    const { router, prefixes, guards } = group;
    const pattern = joined2(prefix, text2 ?? "");
    router.routes.push({
      method: "GET",
      pattern,
      isResolved: text2 !== void 0,
      guards: [...guards],
      prefixes,
      at: site2.at
    });
  }
}

// src/model/code/routes/go/gin.ts
var VERBS4 = /* @__PURE__ */ new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);
var ANY2 = ["GET", "POST", "PUT", "PATCH", "HEAD", "OPTIONS", "DELETE", "CONNECT", "TRACE"];
function joined3(prefix, path) {
  if (path === "") return prefix === "" ? "/" : prefix;
  const whole = `${prefix}/${path}`.replace(/\/{2,}/g, "/");
  return path.endsWith("/") || whole === "/" ? whole : whole.replace(/\/+$/, "");
}
function gin(run, group, name, site2) {
  const self = hostOf(group);
  const last = site2.arguments.length - 1;
  const add2 = (methods, at) => {
    const path = pathAt(site2, at);
    const inner2 = { ...site2, arguments: site2.arguments.slice(0, last), written: site2.written.slice(0, last) };
    const guards = guardsOf(run, inner2, at + 1, false);
    register(
      run,
      group,
      methods,
      joined3(group.prefix, path.text),
      { path, handler: site2.arguments[last], guards },
      site2
    );
    return self;
  };
  if (VERBS4.has(name)) return add2([name], 0);
  switch (name) {
    case "Any":
      return add2(ANY2, 0);
    case "Handle":
      return add2([textOf(site2.arguments[0]) ?? "*"], 1);
    case "Match":
      return add2(methodsIn(site2.arguments[0]), 1);
    case "Group": {
      const path = pathAt(site2, 0);
      return hostOf(subgroup(group, path, joined3(group.prefix, path.text), guardsOf(run, site2, 1, false)));
    }
    case "Use":
      use(run, group, site2);
      return self;
    case "Static":
    case "StaticFS":
      return files2(group, joined3(group.prefix, pathAt(site2, 0).text), "*filepath", site2, self);
    case "StaticFile":
    case "StaticFileFS":
      return files2(group, joined3(group.prefix, pathAt(site2, 0).text), "", site2, self);
    case "NoRoute":
      group.router.fallbacks.push({ prefix: "/", at: site2.at });
      return NIL;
    case "Run":
    case "RunTLS":
    case "RunListener":
    case "RunUnix":
    case "RunFd":
      group.router.isServed = true;
      return UNKNOWN;
    case "Handler":
      return self;
  }
  return void 0;
}
function files2(group, path, wildcard, site2, self) {
  const pattern = wildcard === "" ? path : `${path.replace(/\/$/, "")}/${wildcard}`;
  const { router, isResolved, prefixes, guards } = group;
  for (const method of ["GET", "HEAD"])
    router.routes.push({ method, pattern, isResolved, guards: [...guards], prefixes, at: site2.at });
  if (wildcard !== "") router.fallbacks.push({ prefix: path.replace(/\/$/, "") || "/", at: site2.at });
  return self;
}

// src/model/code/routes/go/net-http.ts
function serveMux(run, group, name, site2) {
  if (name === "Handler") return UNKNOWN;
  if (name !== "Handle" && name !== "HandleFunc") return void 0;
  const path = pathAt(site2, 0);
  const [, method = "*", host = "", pattern = ""] = /^(?:([A-Z]+)[ \t]+)?([^/\s]*)(\/.*)?$/s.exec(path.text) ?? [];
  const own = host === "" ? group : { ...group, host };
  const { handler } = answering(run, site2.arguments[1]);
  const whole = pattern === "/" && handler && isOnlyRoot(handler) ? "/{$}" : pattern;
  register(run, own, [method], whole || "/", { path, handler: site2.arguments[1], guards: [] }, site2);
  return NIL;
}

// src/model/code/routes/go/rpc.ts
function ofRpc(web, server2, name, site2) {
  if (name === "Serve") {
    server2.isServed = true;
    web.listeners.push({ framework: "grpc", address: site2.arguments[0], at: site2.at });
  } else if (name === "RegisterService") {
    const description = site2.arguments[0] && pointed(site2.arguments[0]);
    const service = description?.kind === "struct" ? textOf(description.fields.get("ServiceName")) : void 0;
    server2.services.push({ name: service ?? "", at: site2.at, isResolved: service !== void 0 });
  } else return void 0;
  return UNKNOWN;
}
function isRegistration(name) {
  return /\.Register\w+Server$/.test(name);
}
function registered(name, site2) {
  const host = site2.arguments[0] && pointed(site2.arguments[0]);
  if (host?.kind !== "host" || !("kind" in host.host) || host.host.kind !== "rpc") return void 0;
  const short = /\.Register(\w+)Server$/.exec(name)?.[1] ?? "";
  const isHealth = name.startsWith("google.golang.org/grpc/health/grpc_health_v1.");
  const service = { name: isHealth ? "grpc.health.v1.Health" : short, at: site2.at, isResolved: isHealth };
  host.host.services.push(service);
  return UNKNOWN;
}

// src/model/code/routes/go/web.ts
function newWeb() {
  return {
    routers: [],
    gorilla: /* @__PURE__ */ new Map(),
    standard: { router: void 0 },
    listeners: [],
    rpc: [],
    escapes: [],
    commands: [],
    provided: [],
    invoked: []
  };
}
var MAKERS = [
  [/^net\/http\.NewServeMux$/, "net/http"],
  [/^github\.com\/gorilla\/mux\.NewRouter$/, "gorilla/mux"],
  [/^github\.com\/gin-gonic\/gin\.(?:Default|New)$/, "gin"],
  [/^github\.com\/labstack\/echo(?:\/v\d+)?\.New$/, "echo"],
  [/^github\.com\/go-chi\/chi(?:\/v\d+)?\.(?:NewRouter|NewMux)$/, "chi"],
  [/^github\.com\/gofiber\/fiber(?:\/v\d+)?\.New$/, "fiber"]
];
var TYPES = [
  [/^net\/http\.ServeMux$/, "net/http"],
  [/^github\.com\/gorilla\/mux\.Router$/, "gorilla/mux"],
  [/^github\.com\/gin-gonic\/gin\.(?:Engine|RouterGroup|IRouter|IRoutes)$/, "gin"],
  [/^github\.com\/labstack\/echo(?:\/v\d+)?\.(?:Echo|Group)$/, "echo"],
  [/^github\.com\/go-chi\/chi(?:\/v\d+)?\.(?:Router|Mux)$/, "chi"],
  [/^github\.com\/gofiber\/fiber(?:\/v\d+)?\.(?:App|Router|Group)$/, "fiber"]
];
function frameworkOfType(type) {
  return TYPES.find(([name]) => name.test(type))?.[1];
}
var LISTEN = /^net\/http\.(?:ListenAndServe|ListenAndServeTLS|Serve|ServeTLS)$/;
function webKnowledge(web) {
  return {
    call: (run, name, site2) => called(web, run, name, site2),
    method: (run, object, name, site2) => {
      if (object.kind === "host") return ofHost(web, run, object.host, name, site2);
      if (object.kind === "struct") return ofStruct2(web, run, object, name, site2);
      return void 0;
    },
    escaped: (_run, given, at) => {
      for (const one of given) {
        const group = groupOf(pointed(one));
        if (!group) continue;
        group.router.unresolved.push(at);
        group.router.fallbacks.push({ prefix: group.prefix || "/", at });
        web.escapes.push(at);
      }
    },
    handedOut: (_run, given) => {
      for (const one of given) markHandedOut(one);
    },
    variable: (_run, name) => name === "net/http.DefaultServeMux" ? hostOf(standardMux(web, NOWHERE)) : void 0,
    filled: (run, struct) => filled(web, run, struct),
    fresh: (_run, type, at, name) => {
      const framework = frameworkOfType(type);
      if (framework) return made(web, framework, name, at);
      return type === "google.golang.org/grpc.Server" ? server(web, at) : void 0;
    }
  };
}
function made(web, framework, name, at) {
  const router = newRouter(framework, name, at);
  web.routers.push(router);
  return wholeOf(router);
}
function server(web, at) {
  const rpc = { kind: "rpc", at, isServed: false, services: [] };
  web.rpc.push(rpc);
  return hostOf(rpc);
}
var NOWHERE = { path: "", start: 0, end: 0 };
function markHandedOut(value) {
  const group = groupOf(pointed(value));
  if (group) group.router.isHandedOut = true;
}
function standardMux(web, at) {
  web.standard.router ??= newRouter("net/http", "http.DefaultServeMux", at);
  const { router } = web.standard;
  if (!web.routers.includes(router)) web.routers.push(router);
  return { kind: "group", router, prefix: "", isResolved: true, prefixes: [], guards: router.guards };
}
function called(web, run, name, site2) {
  const framework = MAKERS.find(([maker]) => maker.test(name))?.[1];
  if (framework) return made(web, framework, run.stack.at(-1)?.name ?? shortName2(name), site2.at);
  if (name === "net/http.HandlerFunc") return site2.arguments[0];
  if (name === "net/http.Handle" || name === "net/http.HandleFunc")
    return serveMux(run, standardMux(web, site2.at), name.slice("net/http.".length), site2);
  if (LISTEN.test(name)) {
    serve(web, run, site2.arguments[1], site2.arguments[0], site2.at);
    return UNKNOWN;
  }
  if (name === "google.golang.org/grpc.NewServer") return server(web, site2.at);
  if (isRegistration(name)) return registered(name, site2);
  return container(web, name, site2);
}
function shortName2(name) {
  return name.slice(name.lastIndexOf("/") + 1);
}
function serve(web, run, handler, address, at) {
  const isNil = !handler || handler.kind === "plain" && handler.value === null;
  const found = isNil ? standardMux(web, at) : void 0;
  const answer = found ? { group: found, guards: [], stripped: "" } : answering(run, handler);
  web.listeners.push({ framework: answer.group?.router.framework ?? "net/http", address, at });
  if (answer.group) {
    answer.group.router.isServed = true;
    for (const guard of answer.guards) answer.group.router.guards.push({ ...guard, isGlobal: true });
  }
}
var STARTS = {
  gin: /^Run(?:TLS|Listener)?$/,
  echo: /^Start(?:TLS|AutoTLS|Server|H2CServer)?$/,
  fiber: /^Listen(?:TLS|er|MutualTLS)?$/
};
function usualAddress(run, at) {
  const port = run.environment("PORT");
  if (port && !port.known) return { kind: "unknown", because: port.because };
  return {
    kind: "plain",
    value: `:${port?.value ?? "8080"}`,
    at: port?.at ?? at,
    variables: ["PORT"],
    isFallback: !port
  };
}
function ofHost(web, run, host, name, site2) {
  if (!("kind" in host)) return void 0;
  if (host.kind === "gorilla-route") return gorillaRoute(run, host, name, site2);
  if (host.kind === "rpc") {
    return ofRpc(web, host, name, site2);
  }
  if (host.kind !== "group") return void 0;
  const group = host;
  const { framework } = group.router;
  if (STARTS[framework]?.test(name) === true)
    web.listeners.push({ framework, address: site2.arguments[0] ?? usualAddress(run, site2.at), at: site2.at });
  switch (framework) {
    case "net/http":
      return serveMux(run, group, name, site2);
    case "gorilla/mux":
      return gorilla(run, web.gorilla, group, name, site2);
    case "gin":
      return gin(run, group, name, site2);
    case "echo":
      return echo(run, group, name, site2);
    case "chi":
      return chi(run, group, name, site2);
    case "fiber":
      return fiber(run, group, name, site2);
  }
}
function ofStruct2(web, run, struct, name, site2) {
  if (struct.outside !== "net/http.Server" || !/^(?:ListenAndServe|Serve)(?:TLS)?$/.test(name)) return void 0;
  serve(web, run, struct.fields.get("Handler"), name.startsWith("Listen") ? struct : site2.arguments[0], site2.at);
  return UNKNOWN;
}
function filled(web, _run, struct) {
  const type = struct.outside ?? "";
  for (const field of struct.fields.values()) markHandedOut(field);
  if (type === "net/http.ServeMux") return made(web, "net/http", "http.ServeMux", struct.at);
  if (/^github\.com\/(?:spf13\/cobra|urfave\/cli(?:\/v\d+)?)\.Command$|urfave\/cli(?:\/v\d+)?\.App$|^go\.uber\.org\/fx\.Hook$/.test(
    type
  ))
    for (const field of [
      "PersistentPreRun",
      "PersistentPreRunE",
      "PreRun",
      "PreRunE",
      "Run",
      "RunE",
      "Action",
      "Before"
    ]) {
      const command = struct.fields.get(field);
      if (command && !web.commands.includes(command)) web.commands.push(command);
    }
  return void 0;
}
function container(web, name, site2) {
  const [, what] = /^go\.uber\.org\/(?:fx|dig)\.(Provide|Invoke|Annotate)$/.exec(name) ?? [];
  if (what === "Annotate") return site2.arguments[0];
  if (what === "Provide") web.provided.push(...site2.arguments.map(pointed));
  if (what === "Invoke") web.invoked.push(...site2.arguments.map(pointed));
  return what === void 0 ? void 0 : UNKNOWN;
}

// src/model/code/routes/go.ts
var WEB = /^(?:net\/http|google\.golang\.org\/grpc|github\.com\/(?:gorilla\/mux|gin-gonic\/gin|labstack\/echo(?:\/v\d+)?|go-chi\/chi(?:\/v\d+)?|gofiber\/fiber(?:\/v\d+)?))$/;
var startsOf = /* @__PURE__ */ new WeakMap();
function goStart(program, service) {
  const known = startsOf.get(program) ?? /* @__PURE__ */ new WeakMap();
  startsOf.set(program, known);
  if (!known.has(service)) known.set(service, follow(program, service));
  return known.get(service);
}
function follow(program, service) {
  const files3 = service.files.flatMap((path) => {
    const file = program.files.get(path);
    return file?.language === "go" && !path.endsWith("_test.go") ? [file] : [];
  });
  if (!files3.some((file) => file.imports.some((one) => WEB.test(one.from)))) return void 0;
  const web = newWeb();
  const run = goRun(program, webKnowledge(web), service.environment ?? EMPTY_ENVIRONMENT);
  const entries = service.entries.flatMap((path) => program.files.get(path) ?? []);
  const mains = (entries.length > 0 ? entries : files3.filter((file) => !standsAside(file.path))).filter(
    (file) => file.packageName === "main"
  );
  for (const main of new Set(mains.map((file) => packageOf(program, file)))) {
    const [first] = main.files;
    if (first) startPackage(run, first);
    const fn = main.functions.get("main");
    if (fn) callClosure(run, { kind: "closure", ...fn }, []);
  }
  runCommands(run, web);
  runContainer(run, web);
  if (web.standard.router && files3.some((file) => file.imports.some((one) => one.from === "net/http/pprof")))
    web.standard.router.fallbacks.push({ prefix: "/debug/pprof", at: web.standard.router.at });
  const elsewhere = program.reachableFrom(otherMains(program, mains));
  runUncalled(
    run,
    files3.filter((file) => !elsewhere.has(file.path))
  );
  finishGorilla(run, web.gorilla);
  return { run, web };
}
function otherMains(program, mains) {
  const own = new Set(mains.map((file) => packageOf(program, file)));
  return [...program.files.values()].flatMap(
    (file) => file.language === "go" && file.packageName === "main" && !own.has(packageOf(program, file)) ? [file.path] : []
  );
}
function runCommands(run, web) {
  for (let index = 0; index < web.commands.length && index < 100; index++) {
    const value = web.commands[index];
    const command = value && pointed(value);
    if (command?.kind === "closure" && !run.called.has(command.node)) callClosure(run, command, []);
  }
}
var MOST_PROVIDED = 300;
function runContainer(run, web) {
  const makers = /* @__PURE__ */ new Map();
  const made2 = /* @__PURE__ */ new Map();
  for (const maker of web.provided.slice(0, MOST_PROVIDED)) {
    if (maker.kind !== "closure" || !maker.node.returns) continue;
    const { returns } = maker.node;
    const [first = returns] = returns.name === "tuple" ? returns.arguments : [returns];
    makers.set(typeKey(run, maker.file, first.name), maker);
  }
  const give = (type, depth) => {
    const known = made2.get(type);
    if (known) return known;
    const maker = makers.get(type);
    if (!maker || depth <= 0) return UNKNOWN;
    made2.set(type, UNKNOWN);
    const result = callClosure(run, maker, wanted(maker, depth - 1));
    const value = result.kind === "tuple" ? result.items[0] ?? UNKNOWN : result;
    made2.set(type, value);
    return value;
  };
  const wanted = ({ file, node }, depth) => node.parameters.map(({ type }) => type ? give(typeKey(run, file, type.name), depth) : UNKNOWN);
  for (const one of web.invoked.slice(0, MOST_PROVIDED))
    if (one.kind === "closure") callClosure(run, one, wanted(one, 20));
  runCommands(run, web);
}
function typeKey(run, file, name) {
  const type = typeNamed(run.program, file, name);
  return type.kind === "own" ? `${type.file.path}:${type.name}` : type.name;
}
function runUncalled(run, files3) {
  for (const file of files3) {
    if (standsAside(file.path) || !file.imports.some((one) => WEB.test(one.from))) continue;
    for (const node of file.body) {
      if (node.kind !== "function" || run.called.has(node) || node.name === "main") continue;
      const fn = { file, node };
      const routers = node.parameters.map((parameter) => freshRouter(run, fn, parameter));
      const makes = node.returns && routerType(run, file, node.returns.name);
      if (!routers.some(Boolean) && makes === void 0) continue;
      const closure = { kind: "closure", ...fn };
      callClosure(
        run,
        closure,
        routers.map((router) => router ?? UNKNOWN)
      );
    }
  }
}
function routerType(run, file, name) {
  const type = typeNamed(run.program, file, name);
  return type.kind === "outside" && frameworkOfType(type.name) !== void 0 ? type.name : void 0;
}
function freshRouter(run, { file, node }, parameter) {
  const type = parameter.type && routerType(run, file, parameter.type.name);
  if (type === void 0) return void 0;
  const receiver = node.receiver?.type?.name;
  const name = receiver === void 0 ? node.name ?? "" : `${receiver}.${node.name ?? ""}`;
  return run.knowledge.fresh(
    run,
    type,
    spanOf(file, { start: node.nameStart, end: node.nameStart + (node.name ?? "").length }),
    name
  );
}
function goRoutes(program, service) {
  const start = goStart(program, service);
  if (!start) return { routes: [], unregistered: [], unresolved: [], fallbacks: [] };
  const whole = tableOf(start.web.routers);
  const table = start.web.escapes.length > 0 ? { ...whole, unregistered: [] } : whole;
  if (start.run.steps > 0) return table;
  const at = { path: service.entries[0] ?? service.files[0] ?? "", start: 0, end: 0 };
  return {
    ...table,
    unregistered: [],
    unresolved: [...table.unresolved, at],
    fallbacks: [...table.fallbacks, { prefix: "/", at }]
  };
}
function goRpc(program, service) {
  const start = goStart(program, service);
  const services = (start?.web.rpc ?? []).flatMap(
    ({ services: services2, isServed }) => services2.filter((one) => one.name !== "").map((one) => ({ ...one, isServed }))
  );
  const unresolved = (start?.web.rpc ?? []).flatMap(
    (one) => one.services.filter(({ name }) => name === "").map(({ at }) => at)
  );
  return { services, unresolved };
}
module.exports = {
  goRoutes,
  goRpc,
  goStart,
  house: runAudit
};
