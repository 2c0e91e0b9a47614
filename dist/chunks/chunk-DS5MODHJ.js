"use strict";

// src/model/code/web/stages.ts
var isAsideClass = (function isAsideClass(name) {
  return /^(?:Dev(?:elopment)?|Test(?:ing)?|Local|Mock)(?![a-z])|(?:Dev(?:elopment)?|Test(?:ing)?|Local|Mock|Example)(?:Config|Settings)?$/.test(
    name ?? ""
  );
});
var isAboutStage = (function isAboutStage(test, isStrict) {
  const waiting = [test];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isStrict && node.kind === "member" && pathOf(node)?.join(".") === "process.env") continue;
    if (node.kind === "name" && STAGE.test(node.name)) return true;
    if (node.kind === "member" && STAGE.test(node.property)) return true;
    if (node.kind === "literal" && typeof node.value === "string" && STAGE.test(node.value)) return true;
    waiting.push(...childrenOf(node));
  }
  return false;
});
var isStaged = (function isStaged(node, isStrict = false) {
  if (node.kind === "if" || node.kind === "conditional") return isAboutStage(node.test, isStrict);
  return node.kind === "binary" && node.operator === "&&" && isAboutStage(node.left, isStrict);
});
var stagelessCalls = (function stagelessCalls(file) {
  const known = callsOf.get(file);
  if (known) return known;
  const { branches, calls } = indexOf(file);
  const staged = outermost(branches.filter((branch) => isStaged(branch)));
  const found = staged.length === 0 ? calls : calls.filter((call) => !isInside(staged, call));
  callsOf.set(file, found);
  return found;
});
var stagelessCallsOf = (function stagelessCallsOf(file, matches) {
  if (!callsSome(file, matches)) return [];
  return stagelessCalls(file).filter((call) => {
    const name = calledName(call);
    return name !== void 0 && matches(name);
  });
});
var outermost = (function outermost(nodes) {
  const found = [];
  for (const node of nodes.toSorted((one, other) => one.start - other.start || other.end - one.end))
    if (node.start >= (found.at(-1)?.end ?? 0)) found.push(node);
  return found;
});

// src/model/code/web/cors-headers.ts
var repeatedOrigins = (function repeatedOrigins(program, file) {
  const { texts, words } = indexOf(file);
  if (![...texts, ...words].some((one) => CREDENTIALS.test(one))) return [];
  const allowed = headersSet(file, CREDENTIALS).filter(({ value }) => /^true$/i.test(literalText(value)));
  if (allowed.length === 0) return [];
  return headersSet(file, ORIGIN).flatMap(({ value, start, end }) => {
    const around = functionsAround(file, start)[0];
    const beside = allowed.find((one) => functionsAround(file, one.start)[0] === around);
    if (!around || !beside || !isOrigin(program, file, value)) return [];
    const conditions = [start, beside.start].flatMap((at) => conditionsAround(file, at, at));
    if (!conditions.every(({ node }) => asksNothing(program, file, node))) return [];
    return [{ library: OWN_MIDDLEWARE, origin: "reflected", credentials: true, at: { path: file.path, start, end } }];
  });
});
const {
  evaluateExpression
} = require("./chunk-2LJ2JJTE.js");
const {
  calledName,
  callsSome,
  indexOf
} = require("./chunk-DIMEWQFT.js");
const {
  definitionOf,
  functionsAround
} = require("./chunk-UZKDXFDK.js");
const {
  childrenOf,
  pathOf,
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");

// src/model/code/orm/conditions.ts
function conditionsAround(file, start, end) {
  const found = [];
  const inside = (nodes) => nodes.some((one) => one.start <= start && one.end >= end);
  const own = functionsAround(file, start)[0];
  walk(file.body, (node) => {
    if (node.kind === "if") {
      if (inside(node.consequent)) found.push({ file, node: node.test, expected: true });
      else if (inside(node.alternate)) found.push({ file, node: node.test, expected: false });
      else if (node.end <= start && leaves(node.consequent) && functionsAround(file, node.start)[0] === own) {
        found.push({ file, node: node.test, expected: false });
      }
    } else if (node.kind === "binary" && node.operator === "&&" && inside([node.right])) {
      found.push({ file, node: node.left, expected: true });
    } else if (node.kind === "conditional") {
      if (inside([node.consequent])) found.push({ file, node: node.test, expected: true });
      else if (inside([node.alternate])) found.push({ file, node: node.test, expected: false });
    } else if (node.kind === "switch") {
      const test = testOf(node, inside);
      if (test) found.push({ file, node: test, expected: true });
    }
    return void 0;
  });
  return found;
}
function testOf({ subject, cases }, isInside2) {
  const tests = cases.find(({ body }) => isInside2(body))?.tests ?? [];
  const compared = tests.map((test) => {
    const { start, end } = test;
    return subject ? { kind: "binary", operator: "===", left: subject, right: test, start, end } : test;
  });
  return compared.length === 0 ? void 0 : compared.reduce((left, right) => ({
    kind: "binary",
    operator: "||",
    left,
    right,
    start: left.start,
    end: right.end
  }));
}
function leaves(body) {
  return body.some(({ kind }) => kind === "return" || kind === "throw");
}
function verdictOf(program, conditions, workload) {
  const environment = (name) => workload.environment.get(name)?.value;
  const reasons = [];
  let unknown;
  for (const condition of conditions) {
    const value = evaluateExpression(program, condition, environment);
    const unset = value.variables.find((name) => workload.environment.get(name) === void 0);
    if (value.kind !== "known") unknown ??= value.because;
    else if (Boolean(value.value) !== condition.expected) {
      return { state: "off" };
    } else if (unset !== void 0) unknown ??= `nothing in the repository sets ${unset}`;
    else reasons.push(...reasonsOf(value, workload));
  }
  if (unknown !== void 0) return { state: "unknown", because: unknown };
  return reasons.length === 0 ? { state: "on" } : { state: "on", because: `${workload.name} runs with ${[...new Set(reasons)].join(" and ")}` };
}
function reasonsOf({ variables }, { environment }) {
  return variables.flatMap((name) => {
    const value = environment.get(name)?.value;
    return value?.known ? [`${name}=${value.value}`] : [];
  });
}

// src/model/code/web/stages.ts
var STAGE = /^(?:(?:NODE|APP|PYTHON|FLASK|DJANGO|GO|RUN|DEPLOY|APPLICATION)_?ENV(?:IRONMENT)?|ENV|ENVIRONMENT|STAGE|MODE|DEBUG|TESTING|(?:is|IS|in|IN)_?(?:prod|dev|test|local|PROD|DEV|TEST|LOCAL|Prod|Dev|Test|Local)\w*|prod|dev|production|development|PROD|DEV|__DEV__)$/i;
function isStageVariable(name) {
  return STAGE.test(name);
}



var callsOf = /* @__PURE__ */ new WeakMap();



function isInside(ranges, { start }) {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((ranges[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.start ?? Number.POSITIVE_INFINITY) <= start;
}

// src/model/code/web/cors-headers.ts
var OWN_MIDDLEWARE = "its own middleware";
var ORIGIN = /^access-control-allow-origin$/i;
var CREDENTIALS = /^access-control-allow-credentials$/i;

function headersSet(file, name) {
  const found = [];
  for (const { callee, arguments: given, start, end } of stagelessCalls(file)) {
    const [key, value] = given;
    if (!value || callee.kind !== "member" || !/^(?:set|add|header|setHeader)$/i.test(callee.property)) continue;
    if (key && name.test(literalText(key))) found.push({ value, start, end });
  }
  walk(file.body, (node) => {
    if (node.kind === "assign" && node.target.kind === "member" && name.test(node.target.property))
      found.push({ value: node.value, start: node.start, end: node.end });
    return void 0;
  });
  return found;
}
function literalText(node) {
  const inner = peel(node);
  return inner.kind === "literal" ? String(inner.value) : "";
}
function isOrigin(program, file, node) {
  const inner = peel(node);
  if (inner.kind === "binary") return /^(?:\|\||\?\?)$/.test(inner.operator) && isOrigin(program, file, inner.left);
  if (inner.kind === "member") return inner.property === "origin" && isHeaders(inner.object);
  if (inner.kind === "call") {
    const [first] = inner.arguments;
    const { callee } = inner;
    return callee.kind === "member" && /^(?:get|getHeader|header)$/i.test(callee.property) && /^origin$/i.test(first ? literalText(first) : "");
  }
  if (inner.kind !== "name") return false;
  const found = definitionOf(program, { file, node: inner });
  return found.kind === "expression" && found.file === file && found.node !== inner && isOrigin(program, file, found.node);
}
function isHeaders(node) {
  return /^headers?$/i.test(pathOf(node)?.at(-1) ?? "");
}
function asksNothing(program, file, node) {
  const inner = peel(node);
  if (isOrigin(program, file, inner)) return true;
  if (inner.kind === "unary") return inner.operator === "!" && isOrigin(program, file, inner.value);
  if (inner.kind !== "binary") return false;
  const { left, right } = inner;
  const text = literalText(right);
  if (/^options$/i.test(text)) return true;
  return right.kind === "literal" && (right.value === "" || right.value === null) && isOrigin(program, file, left);
}

module.exports = {
  isStageVariable,
  isAsideClass,
  isStaged,
  stagelessCallsOf,
  conditionsAround,
  verdictOf,
  OWN_MIDDLEWARE,
  repeatedOrigins
};
