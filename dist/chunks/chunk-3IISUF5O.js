"use strict";

// src/code/values.ts
var evaluateExpression = (function evaluateExpression(program, at, environment = EMPTY_ENVIRONMENT) {
  return evaluate({ program, environment }, at, LONGEST);
});
var numberOf = (function numberOf(value) {
  if (value.kind !== "known") return void 0;
  if (typeof value.value === "number") return value.value;
  if (typeof value.value !== "string" || value.value.trim() === "") return void 0;
  const number = Number(value.value);
  return Number.isFinite(number) ? number : void 0;
});
var evaluate = (function evaluate(run, { file, node }, steps) {
  const inner = peel(node);
  const at = { path: file.path, start: inner.start, end: inner.end };
  if (steps <= 0) return unknown(at, "it is computed in too many steps");
  const next = (one) => evaluate(run, { file, node: one }, steps - 1);
  const read = environmentRead(run.program, { file, node: inner });
  if (read) return environmentValue(run, read, at, steps);
  switch (inner.kind) {
    case "literal":
      return known(inner.value, at);
    case "template":
      return concatenate(
        inner.parts.map((part) => typeof part === "string" ? known(part, at) : next(part)),
        at
      );
    case "name":
    case "member":
      if (inner.kind === "member" && inner.property === "length") {
        const counted = peel(inner.object);
        if (counted.kind === "call" && externalName(definitionOf(run.program, { file, node: counted.callee })) === "os.cpus")
          return cores(at);
      }
      return definedValue(run, { file, node: inner }, at, steps);
    case "unary":
      return unary(inner.operator, next(inner.value), at);
    case "binary":
      return binary(inner.operator, next(inner.left), () => next(inner.right), at);
    case "conditional": {
      const test = next(inner.test);
      if (test.kind === "known") return carry(next(truthy(test.value) ? inner.consequent : inner.alternate), test);
      return either(next(inner.consequent), next(inner.alternate), at);
    }
    case "call":
      return called(run, { file, node: inner }, at, steps, next);
    default:
      return unknown(at, "it is computed when the program runs");
  }
});
var environmentValue = (function environmentValue(run, read, at, steps) {
  for (const name of [read.variable, ...read.alternatives]) {
    const fact = run.environment(name);
    if (!fact) continue;
    if (!fact.known) return { ...unknown(fact.at, fact.because), variables: [name] };
    return { ...known(fact.value, fact.at), variables: [name] };
  }
  const variables = [read.variable];
  if (!read.fallback) return { ...known(null, at), variables };
  const fallback = evaluate(run, read.fallback, steps - 1);
  return { ...fallback, variables: [...variables, ...fallback.variables], isFallback: true };
});
var definedValue = (function definedValue(run, at, span, steps) {
  const found = definitionOf(run.program, at);
  switch (found.kind) {
    case "expression":
      if (found.node.kind === "name") return unknown(span, "it is declared without a value");
      return found.node === at.node ? unknown(span, "it is computed when the program runs") : evaluate(run, found, steps - 1);
    case "field":
      return found.node.value ? evaluate(run, { file: found.file, node: found.node.value }, steps - 1) : unknown(span, "it is given when the program runs");
    case "function": {
      const [only] = found.node.body;
      return found.node.accessor === "get" && found.node.body.length === 1 && only?.kind === "return" && only.value ? evaluate(run, { file: found.file, node: only.value }, steps - 1) : unknown(span, "it is no plain value");
    }
    case "parameter":
      return unknown(span, "the caller decides it");
    case "global": {
      if (found.path.join(".") === "Infinity") return known(Number.POSITIVE_INFINITY, span);
      const variable = environmentVariable(found.path);
      if (variable !== void 0)
        return environmentValue(run, { variable, alternatives: [], isRequired: false }, span, steps);
      return unknown(span, `${found.path.join(".")} is not known`);
    }
    default: {
      const given2 = found.kind === "unknown" ? settingIn(run.program, at) : void 0;
      if (given2) return evaluate(run, given2, steps - 1);
      return unknown(span, found.kind === "unknown" ? found.because : "it is no plain value");
    }
  }
});
var origin = (function origin(at) {
  return { at, variables: [], isFallback: false };
});
var known = (function known(value, at) {
  return { ...origin(at), kind: "known", value };
});
var unknown = (function unknown(at, because) {
  return { ...origin(at), kind: "unknown", because };
});
const {
  entryOf,
  environmentRead,
  flagDefault
} = require("./chunk-3LC2HXQD.js");
const {
  typeOf
} = require("./chunk-5PYKPUOO.js");
const {
  indexOf
} = require("./chunk-DA3K453T.js");
const {
  bindingsAt,
  definitionOf,
  externalName,
  functionsAround
} = require("./chunk-NRHESAE4.js");
const {
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");

// src/code/go-fields.ts
var givenOf = /* @__PURE__ */ new WeakMap();
function goFieldValue(program, { file, node }) {
  if (node.kind !== "member" || file.language !== "go") return void 0;
  const type = typeOf(program, { file, node: node.object });
  if (type?.kind !== "class" || type.node.name === void 0) return void 0;
  const field = type.node.members.find((one) => one.kind === "field" && one.name === node.property);
  if (field?.kind !== "field" || field.tag !== void 0) return void 0;
  const { literals, assignments } = given(program);
  const found = [];
  for (const one of literals.get(type.node.name) ?? []) {
    const made = definitionOf(program, { file: one.file, node: one.node.callee });
    if (made.kind !== "class" || made.node !== type.node) continue;
    const [object] = one.node.arguments;
    if (object?.kind !== "object") return void 0;
    for (const entry of object.entries) {
      if (entry.kind !== "entry" || entry.key === void 0) return void 0;
      if (entry.key === node.property) found.push({ file: one.file, node: entry.value });
    }
  }
  for (const { object, value } of assignments.get(node.property) ?? []) {
    const owner = typeOf(program, object);
    if (owner?.kind !== "class" || owner.node !== type.node) continue;
    if (!isInAnyCase(value)) return void 0;
    found.push(value);
  }
  return found.length === 1 ? found[0] : void 0;
}
function isInAnyCase({ file, node }) {
  const body = functionsAround(file, node.start)[0]?.body ?? [];
  return body.some(
    (one) => one.kind === "expression" && peel(one.value).kind === "assign" && one.end >= node.end && one.start <= node.start
  );
}
function given(program) {
  const known2 = givenOf.get(program);
  if (known2) return known2;
  const literals = /* @__PURE__ */ new Map();
  const assignments = /* @__PURE__ */ new Map();
  for (const file of program.files.values()) {
    if (file.language !== "go" || file.path.endsWith("_test.go")) continue;
    for (const node of indexOf(file).calls) {
      const callee = peel(node.callee);
      if (!node.isNew || node.arguments.length === 0) continue;
      const name = callee.kind === "name" ? callee.name : callee.kind === "member" ? callee.property : void 0;
      if (name !== void 0) literals.set(name, [...literals.get(name) ?? [], { file, node }]);
    }
    walk(file.body, (node) => {
      if (node.kind !== "assign" || node.target.kind !== "member") return void 0;
      const { property, object } = node.target;
      const one = { object: { file, node: object }, value: { file, node: node.value } };
      assignments.set(property, [...assignments.get(property) ?? [], one]);
      return void 0;
    });
  }
  const all = { literals, assignments };
  givenOf.set(program, all);
  return all;
}

// src/code/values.ts
var EMPTY_ENVIRONMENT = () => void 0;
var LONGEST = 24;





function settingIn(program, { file, node }) {
  if (node.kind === "member") {
    if (file.language === "go") return goFieldValue(program, { file, node });
    const given3 = entryOf(program, { file, node: node.object }, node.property);
    return given3.kind === "given" ? given3.value : void 0;
  }
  const found = node.kind === "name" ? bindingsAt(file, node.name, node.start) : void 0;
  const [binding, another] = found?.bindings ?? [];
  if (binding?.kind !== "value" || another || !binding.node.value || binding.bound.path.length === 0) return void 0;
  if (node.kind !== "name" || found?.scope.reassigned.has(node.name)) return void 0;
  const given2 = entryOf(program, { file, node: binding.node.value }, binding.bound.path.join("."));
  return given2.kind === "given" ? given2.value : void 0;
}
function environmentVariable(path) {
  const variable = path.at(-1);
  return /^(?:process\.env|import\.meta\.env|Bun\.env)$/.test(path.slice(0, -1).join(".")) ? variable : void 0;
}
var CONVERSIONS = /* @__PURE__ */ new Set([
  "Number",
  "parseInt",
  "parseFloat",
  "Number.parseInt",
  "Number.parseFloat",
  "int",
  "float",
  "strconv.Atoi",
  "strconv.ParseInt"
]);
var CORES = /* @__PURE__ */ new Set([
  "os.cpu_count",
  "multiprocessing.cpu_count",
  "os.availableParallelism",
  "runtime.NumCPU",
  "runtime.GOMAXPROCS",
  "os.cpus",
  "os.process_cpu_count"
]);
function called(run, { file, node }, at, steps, next) {
  const callee = definitionOf(run.program, { file, node: node.callee });
  const name = callee.kind === "global" ? callee.path.join(".") : externalName(callee) ?? "";
  const [first] = node.arguments;
  if (CONVERSIONS.has(name) && first) return converted(next(first), name, at);
  if (CORES.has(name)) return cores(at);
  if (name === "dataclasses.field") return fieldDefault(node, at, next);
  const flag = file.language === "go" ? flagDefault(name, node.arguments) : void 0;
  if (flag) return { ...next(flag), isFallback: true };
  if ((name === "String" || name === "str") && first) return concatenate([next(first)], at);
  if ((name === "Boolean" || name === "bool") && first) {
    const value = next(first);
    return value.kind === "known" ? carry(known(truthy(value.value), value.at), value) : unknown(at, "it depends on what is not known");
  }
  if (/^(?:Math\.)?(?:min|max)$/.test(name)) return extreme(name.endsWith("min"), node.arguments.map(next), at);
  if (/^(?:Math\.(?:floor|ceil|round|trunc)|round|math\.(?:floor|ceil))$/.test(name) && first)
    return rounded(name, next(first), at);
  if (node.callee.kind === "member" && /^(?:trim|toString|strip)$/.test(node.callee.property))
    return next(node.callee.object);
  if (callee.kind === "function" && callee.node.parameters.length === 0) {
    const [only] = callee.node.body;
    if (callee.node.body.length === 1 && only?.kind === "return" && only.value)
      return evaluate(run, { file: callee.file, node: only.value }, steps - 1);
  }
  return unknown(at, "it is computed when the program runs");
}
function fieldDefault(node, at, next) {
  for (const one of node.arguments) {
    if (one.kind !== "keyword") continue;
    if (one.name === "default") return next(one.value);
    const [only] = one.name === "default_factory" && one.value.kind === "function" ? one.value.body : [];
    if (only?.kind === "return" && only.value) return next(only.value);
  }
  return unknown(at, "it is given when the program runs");
}
function cores(at) {
  return {
    ...origin(at),
    kind: "interval",
    low: 1,
    high: Number.POSITIVE_INFINITY,
    because: "it depends on the processors of the host"
  };
}
function converted(value, name, at) {
  if (value.kind !== "known") return value;
  const text = String(value.value ?? "");
  const number = /parse/i.test(name) ? Number.parseFloat(text) : value.value === null ? Number.NaN : Number(text);
  if (!Number.isFinite(number)) return carry(known(null, at), value);
  return carry(known(/parseInt|^int$|Atoi|ParseInt/.test(name) ? Math.trunc(number) : number, value.at), value);
}
function rounded(name, value, at) {
  const round = /floor|trunc/.test(name) ? Math.floor : /ceil/.test(name) ? Math.ceil : Math.round;
  if (value.kind === "interval") return { ...value, low: round(value.low), high: round(value.high) };
  const number = numberOf(value);
  return number === void 0 ? unknown(at, "it is no number") : carry(known(round(number), value.at), value);
}
function extreme(least, values, at) {
  const ranges = values.map(range);
  const pick = least ? Math.min : Math.max;
  const low = pick(...ranges.map(([from]) => from));
  const high = pick(...ranges.map(([, to]) => to));
  return fromRange(low, high, values, at);
}
function range(value) {
  if (value.kind === "interval") return [value.low, value.high];
  const number = numberOf(value);
  return number === void 0 ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [number, number];
}
function fromRange(low, high, values, at) {
  const variables = values.flatMap((value) => value.variables);
  const isFallback = values.some((value) => value.isFallback);
  if (low === high) {
    const decisive = values.find((value) => numberOf(value) === low);
    return { ...known(low, decisive?.at ?? at), variables, isFallback };
  }
  const open = values.find((value) => value.kind !== "known");
  const because = open?.because ?? "it is not known";
  if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY)
    return { ...unknown(at, because), variables, isFallback };
  return { kind: "interval", low, high, because, at, variables, isFallback };
}
function unary(operator, value, at) {
  if (operator === "!" || operator === "not") {
    return value.kind === "known" ? carry(known(!truthy(value.value), value.at), value) : unknown(at, "it depends on what is not known");
  }
  const number = numberOf(value);
  if (number !== void 0 && operator === "-") return carry(known(-number, value.at), value);
  if (operator === "+") return converted(value, "Number", at);
  return operator === "&" || operator === "*" ? value : unknown(at, "it is computed when the program runs");
}
function binary(operator, left, right, at) {
  switch (operator) {
    case "??":
      if (left.kind === "known") return left.value === null ? fallenBack(right(), left) : left;
      return left.kind === "unknown" ? either(left, right(), at) : left;
    case "||":
      if (left.kind === "known") return truthy(left.value) ? left : fallenBack(right(), left);
      return either(left, right(), at);
    case "&&":
      if (left.kind === "known") return truthy(left.value) ? carry(right(), left) : left;
      return unknown(at, "it depends on what is not known");
    case "+": {
      const other = right();
      if (isText(left) || isText(other)) return concatenate([left, other], at);
      return arithmetic(operator, left, other, at);
    }
    case "-":
    case "*":
    case "/":
    case "//":
    case "%":
      return arithmetic(operator, left, right(), at);
    default:
      return compared(operator, left, right(), at);
  }
}
function isText(value) {
  return value.kind === "known" && typeof value.value === "string";
}
function arithmetic(operator, left, right, at) {
  const [one, other] = [numberOf(left), numberOf(right)];
  if (one !== void 0 && other !== void 0) {
    const result = apply(operator, one, other);
    return Number.isFinite(result) ? fromRange(result, result, [left, right], at) : unknown(at, "it is no number");
  }
  if (other === void 0 || other < 0 || left.kind !== "interval") {
    if (one === void 0 || one < 0 || right.kind !== "interval" || !"+*".includes(operator))
      return unknown(at, "it is computed from what is not known");
    return fromRange(apply(operator, one, right.low), apply(operator, one, right.high), [left, right], at);
  }
  if (operator === "%") return unknown(at, "it is computed from what is not known");
  return fromRange(apply(operator, left.low, other), apply(operator, left.high, other), [left, right], at);
}
function apply(operator, left, right) {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "//":
      return Math.floor(left / right);
    default:
      return left % right;
  }
}
function compared(operator, left, right, at) {
  if (left.kind !== "known" || right.kind !== "known") return unknown(at, "it depends on what is not known");
  const both = [left, right];
  const answer = (value) => ({
    ...known(value, at),
    variables: both.flatMap((one2) => one2.variables),
    isFallback: both.some((one2) => one2.isFallback)
  });
  const [one, other] = [left.value, right.value];
  switch (operator) {
    case "===":
    case "==":
    case "is":
      return answer(one === other);
    case "!==":
    case "!=":
    case "is not":
      return answer(one !== other);
    default: {
      const [a, b] = [numberOf(left), numberOf(right)];
      if (a === void 0 || b === void 0) return unknown(at, "it is computed when the program runs");
      if (operator === "<") return answer(a < b);
      if (operator === ">") return answer(a > b);
      if (operator === "<=") return answer(a <= b);
      if (operator === ">=") return answer(a >= b);
      return unknown(at, "it is computed when the program runs");
    }
  }
}
function either(one, other, at) {
  const [[low, high], [from, to]] = [range(one), range(other)];
  if (one.kind === "known" && other.kind === "known" && one.value === other.value) return one;
  const numeric = [one, other].every((value) => value.kind === "interval" || numberOf(value) !== void 0);
  if (numeric) return fromRange(Math.min(low, from), Math.max(high, to), [one, other], at);
  const open = [one, other].find((value) => value.kind !== "known");
  const because = open?.because ?? "it depends on what is not known";
  return { ...unknown(at, because), variables: [...one.variables, ...other.variables] };
}
function concatenate(values, at) {
  let text = "";
  for (const value of values) {
    if (value.kind !== "known")
      return {
        ...unknown(at, value.kind === "unknown" ? value.because : "it depends on the host"),
        variables: values.flatMap((one) => one.variables)
      };
    text += String(value.value ?? "");
  }
  return {
    ...known(text, values.length === 1 ? values[0]?.at ?? at : at),
    variables: values.flatMap((value) => value.variables),
    isFallback: values.some((value) => value.isFallback)
  };
}
function truthy(value) {
  return value !== null && value !== false && value !== "" && value !== 0 && !Number.isNaN(value);
}
function fallenBack(value, from) {
  return {
    ...value,
    variables: [...from.variables, ...value.variables],
    isFallback: from.variables.length > 0 || value.isFallback
  };
}
function carry(value, from) {
  return {
    ...value,
    variables: [...from.variables, ...value.variables],
    isFallback: value.isFallback || from.isFallback
  };
}




module.exports = {
  goFieldValue,
  EMPTY_ENVIRONMENT,
  evaluateExpression,
  numberOf
};
