"use strict";

// src/model/code/queries/cap-checks.ts
var checkedBefore = (function checkedBefore(program, { file, node }, cap) {
  if (cap.kind !== "uncapped" || node.kind !== "name") return cap;
  const [around] = functionsAround(file, node.start);
  if (!around) return cap;
  const statements = [];
  const waiting = [...around.body];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.kind === "if" && one.start < node.start) statements.push(one);
    if (one.kind === "expression" || one.kind === "declare" || one.kind === "function" || one.kind === "class") continue;
    waiting.push(...childrenOf(one).filter((child) => isStatement(child)));
  }
  for (const statement of statements) {
    if (statement.kind !== "if") continue;
    for (const test of parts(statement.test)) {
      if (test.kind !== "binary" || !/^[<>]=?$/.test(test.operator)) continue;
      const isMore = test.operator.startsWith(">");
      const [of, bound] = isMore ? [peel(test.left), test.right] : [peel(test.right), test.left];
      if (of.kind !== "name" || of.name !== node.name) continue;
      if (endsOrAssigns(statement.consequent, node.name))
        return {
          kind: "capped",
          max: numberOf(evaluateExpression(program, { file, node: bound })),
          fallback: cap.fallback,
          at: { path: file.path, start: statement.start, end: statement.end }
        };
    }
  }
  return cap;
});
var isStatement = (function isStatement(node) {
  return /^(?:declare|expression|return|throw|if|switch|loop|try|with|block)$/.test(node.kind);
});
var assignmentsBefore = (function assignmentsBefore(file, node) {
  const [around] = functionsAround(file, node.start);
  const found = [];
  const visit = (statements, test) => {
    for (const one of statements) {
      if (one.start >= node.start) return;
      const value = givenTo(node.name, one);
      if (value && value.end <= node.start) found.push({ value, ...test && { test } });
      if (one.kind === "if") {
        visit(one.consequent, one.test);
        visit(one.alternate, one.test);
      } else if (one.kind === "block" || one.kind === "with" || one.kind === "try") visit(one.body, test);
    }
  };
  visit(around?.body ?? file.body, void 0);
  const [first] = bindingsAt(file, node.name, node.start)?.bindings ?? [];
  return found.filter(({ value }) => first?.kind !== "value" || first.node.value !== value);
});
var givenTo = (function givenTo(name, statement) {
  const given = statement.kind === "expression" ? statement.value : statement;
  if (given.kind !== "declare" && given.kind !== "assign") return void 0;
  return given.target.kind === "name" && given.target.name === name ? given.value : void 0;
});

// src/model/code/queries/declared-cap.ts
var memberCap = (function memberCap(program, at) {
  const node = peel(at.node);
  if (node.kind !== "member") return void 0;
  const { file } = at;
  const bySchema = schemaCap(program, { file, node: node.object }, [node.property]);
  if (bySchema) return bySchema;
  const of = typeOf(program, { file, node: node.object });
  if (of?.kind !== "class" || !isParameters(program, of)) return void 0;
  return fieldCap(program, of, node.property);
});
var parameterCap = (function parameterCap(program, { file, node }, owner, path) {
  return file.language === "python" ? pythonParameter(program, { file, node }, owner, path) : nestParameter(program, { file, node }, owner, path) ?? typedParameter(program, { file, node }, path);
});

// src/model/code/queries/request-values.ts
var requestValue = (function requestValue(program, { file, node }, given = () => void 0) {
  if (node.kind === "member") return isRequestBag(program, { file, node: node.object }) ? node.property : void 0;
  if (node.kind === "index") {
    const key2 = evaluateExpression(program, given(node.index) ?? { file, node: node.index });
    return key2.kind === "known" && isRequestBag(program, { file, node: node.object }) ? String(key2.value) : void 0;
  }
  if (node.kind !== "call") return void 0;
  const callee = pathOf(node.callee)?.join(".").replace(/^this\./, "") ?? calleeText(node.callee);
  const [first] = node.arguments;
  const key = first && evaluateExpression(program, given(first) ?? { file, node: first });
  if (!REQUEST_READ.test(callee) || key?.kind !== "known" || typeof key.value !== "string") return void 0;
  return key.value;
});

// src/model/code/queries/cap-names.ts
var nameCap = (function nameCap(run, at, span, steps) {
  const { program } = run;
  const { file } = at;
  const node = peel(at.node);
  const declared = file.language === "go" && node.kind === "member" ? goMemberCap(program, { file, node }) : memberCap(program, { file, node });
  if (declared) return declared;
  if (node.kind === "member") {
    const object = peel(node.object);
    const found = definitionOf(program, { file, node });
    if (found.kind === "expression" && found.node !== node) return trace(run, found, steps - 1);
    if (object.kind === "name") return memberOfParameter(run, file, object, node.property);
    const returned = object.kind === "call" ? returnedPart(run, { file, node: object }, [node.property]) : void 0;
    if (returned) return returned;
    return unknownCap("it is not known");
  }
  if (node.kind !== "name") return unknownCap("it is not known");
  const { held } = run;
  if (held?.name === node.name && isInside(span, held.within)) return held.cap;
  const [binding] = bindingsAt(file, node.name, node.start)?.bindings ?? [];
  const first = firstValue(run, file, binding, span, steps);
  if (first) {
    const checked2 = checkedBefore(program, { file, node }, first);
    return checked2 === first ? afterAssignments(run, { file, node }, first) : checked2;
  }
  const definition = nameDefinition(program, file, node.name, node.start);
  return definition.kind === "expression" && definition.node !== node ? trace(run, definition, steps - 1) : unknownCap("it is not known");
});
var firstValue = (function firstValue(run, file, binding, span, steps) {
  if (binding?.kind === "parameter") return ofParameter(run, file, binding.node, binding.owner, binding.bound.path);
  if (binding?.kind !== "value" || !binding.node.value) return void 0;
  const value = partOf(binding.node.value, binding.bound.path) ?? firstResult(file, binding);
  if (!value) return requestPart(run.program, { file, node: binding.node.value }, binding.bound, span, run);
  const cap = trace(run, { file, node: value }, steps - 1);
  const { fallback } = binding.bound;
  return withFallback(cap, fallback && numberOf(evaluateExpression(run.program, { file, node: fallback })));
});
var afterAssignments = (function afterAssignments(run, at, first) {
  const { file, node } = at;
  let cap = first;
  for (const { value, test } of assignmentsBefore(file, node)) {
    const within = { path: file.path, start: value.start, end: value.end };
    const now = trace({ ...run, held: { name: node.name, within, cap } }, { file, node: value }, 12);
    if (test === void 0) cap = now;
    else if (now.kind === "fixed" && asksForNothing(test, node.name)) cap = withFallback(cap, now.value);
    else if (cap.kind === "fixed" && now.kind === "uncapped" && !compares(test)) cap = withFallback(now, cap.value);
    else if (now.kind !== cap.kind) cap = unknownCap("it is given different values");
  }
  return cap;
});
var ofParameter = (function ofParameter(run, file, parameter, owner, path) {
  const declared = parameterCap(run.program, { file, node: parameter }, owner, path);
  if (declared) return declared;
  return fromCallers(run, { file, node: owner }, (given) => memberAt(given, path), parameter);
});

// src/model/code/queries/cap.ts
var capOf = (function capOf(program, at, depth = DEEPEST) {
  return trace({ program, depth }, at, 24);
});
var trace = (function trace(run, at, steps) {
  const { program } = run;
  const { file } = at;
  const node = peel(at.node);
  const span = { path: file.path, start: node.start, end: node.end };
  if (steps <= 0) return unknownCap("it is computed in too many steps");
  const next = (one) => trace(run, { file, node: one }, steps - 1);
  const plain = numberOf(evaluateExpression(program, { file, node }));
  if (plain !== void 0) return { kind: "fixed", value: plain, at: span };
  const client = requestValue(program, { file, node }, (one) => givenFor(run, one));
  if (client !== void 0)
    return routeCap(program, { file, node }, client) ?? { kind: "uncapped", parameter: client, at: span };
  switch (node.kind) {
    case "binary":
      return binaryCap(node, next, span);
    case "conditional":
      return conditionalCap(run, { file, node }, next, span);
    case "unary":
      return node.operator === "+" || node.operator === "-" ? next(node.value) : unknownCap("it is computed");
    case "call":
      return callCap(run, { file, node }, next, span);
    case "name":
    case "member":
      return nameCap(run, { file, node }, span, steps);
    default:
      return unknownCap("it is computed when the program runs");
  }
});
const {
  argumentFor,
  calleeOf,
  callersOf
} = require("./chunk-J3MKVPJZ.js");
const {
  evaluateExpression,
  numberOf
} = require("./chunk-3IISUF5O.js");
const {
  tagsOf
} = require("./chunk-3LC2HXQD.js");
const {
  typeOf
} = require("./chunk-5PYKPUOO.js");
const {
  bindingsAt,
  classMember,
  definitionOf,
  externalName,
  functionsAround,
  nameDefinition,
  resolveType
} = require("./chunk-NRHESAE4.js");
const {
  childrenOf,
  holds,
  pathOf,
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");

// src/model/code/queries/cap-checks.ts

function parts(test) {
  const inner = peel(test);
  return inner.kind === "binary" && inner.operator === "||" ? [...parts(inner.left), ...parts(inner.right)] : [inner];
}

function endsOrAssigns(body, name) {
  return body.some((one) => {
    if (one.kind === "throw" || one.kind === "return") return true;
    if (one.kind === "declare") return one.target.kind === "name" && one.target.name === name;
    return one.kind === "expression" && one.value.kind === "assign" && one.value.target.kind === "name" && one.value.target.name === name;
  });
}


function asksForNothing(test, name) {
  const inner = peel(test);
  const isIt = (one) => {
    const bare = one && peel(one);
    return bare?.kind === "name" && bare.name === name;
  };
  switch (inner.kind) {
    case "unary":
      return /^(?:!|not)$/.test(inner.operator) && (isIt(inner.value) || asksForNothing(inner.value, name));
    case "call":
      return /(?:^|\.)(?:isNaN|isFinite|isInteger)$/.test(pathOf(inner.callee)?.join(".") ?? "") && isIt(inner.arguments[0]);
    case "binary": {
      if (inner.operator === "||") return asksForNothing(inner.left, name) && asksForNothing(inner.right, name);
      const compared = peel(inner.right);
      const isNothing2 = compared.kind === "literal" && (compared.value === null || compared.value === 0);
      const left = peel(inner.left);
      if (left.kind === "name" && left.name === "err") return /^!==?$/.test(inner.operator) && isNothing2;
      return isIt(inner.left) && (/^<=?$/.test(inner.operator) || /^(?:===?|is)$/.test(inner.operator) && isNothing2);
    }
    default:
      return false;
  }
}
function compares(test) {
  return holds([test], (node) => node.kind === "binary" && /^[<>]=?$/.test(node.operator));
}

// src/model/code/queries/schema-chain.ts
var UPPER = /^(?:max|lte|lt|maxValue|less|maximum|between|multipleOfMax|valid|oneOf|enum|picklist|literal)$/;
function chainCap(program, { file, node }, parameter) {
  const at = { path: file.path, start: node.start, end: node.end };
  let fallback;
  let one = peel(node);
  if (one.kind === "name" || one.kind === "member") {
    const found = definitionOf(program, { file, node: one });
    if (found.kind !== "expression")
      return { kind: "unknown", because: "the schema of the parameter is not in the repository" };
    if (found.node !== one) return chainCap(program, found, parameter);
  }
  if (one.kind === "object") return jsonSchemaCap(program, file, one, parameter, at);
  let isNumber = false;
  for (let steps = 0; one.kind === "call" && steps < 40; steps++) {
    const callee = peel(one.callee);
    const method = callee.kind === "member" ? callee.property : callee.kind === "name" ? callee.name : "";
    const [first] = one.arguments;
    const number = first && numberOf(evaluateExpression(program, { file, node: first }));
    if (UPPER.test(method))
      return { kind: "capped", max: method === "lt" || method === "less" ? number && number - 1 : number, fallback, at };
    if (/^(?:transform|refine|superRefine|pipe|custom|check|preprocess|test|external)$/.test(method)) {
      if (mentionsBound(one)) return { kind: "capped", max: void 0, fallback, at };
      if (method !== "transform" && method !== "preprocess")
        return { kind: "unknown", because: "the schema checks it by a function" };
    }
    if (method === "default" || method === "catch" || method === "prefault" || method === "fallback")
      fallback ??= number;
    if (/^(?:number|int|integer|bigint|string|Number|Integer|Numeric|positive|nonnegative)$/.test(method))
      isNumber = true;
    for (const argument of one.arguments) {
      const inner = peel(argument);
      if (inner.kind === "call" && /^(?:maxValue|max|ltValue|lte)$/.test(pathOf(inner.callee)?.at(-1) ?? "")) {
        const bound = inner.arguments[0];
        return {
          kind: "capped",
          max: bound && numberOf(evaluateExpression(program, { file, node: bound })),
          fallback,
          at
        };
      }
      if (inner.kind === "object") {
        const maximum = jsonSchemaCap(program, file, inner, parameter, at);
        if (maximum?.kind === "capped") return maximum;
      }
    }
    if (callee.kind !== "member") break;
    one = peel(callee.object);
  }
  return isNumber ? { kind: "uncapped", parameter, fallback, at } : { kind: "unknown", because: "the schema of the parameter is not known" };
}
function jsonSchemaCap(program, file, node, parameter, at) {
  const entryValue = (key) => {
    const entry = node.entries.find((one) => one.kind === "entry" && one.key === key);
    return entry?.kind === "entry" ? evaluateExpression(program, { file, node: entry.value }) : void 0;
  };
  const maximum = entryValue("maximum") ?? entryValue("exclusiveMaximum");
  const given = entryValue("default");
  const fallback = given && numberOf(given);
  if (maximum) return { kind: "capped", max: numberOf(maximum), fallback, at };
  if (node.entries.some((one) => one.kind === "entry" && one.key === "enum"))
    return { kind: "capped", max: void 0, fallback, at };
  const type = entryValue("type");
  return type?.kind === "known" && /^(?:integer|number|string)$/.test(String(type.value)) ? { kind: "uncapped", parameter, fallback, at } : void 0;
}
function mentionsBound(call) {
  return holds(
    call.arguments,
    (node) => node.kind === "binary" && /^[<>]=?$/.test(node.operator) || node.kind === "call" && /(?:^|\.)(?:min|clamp)$/.test(pathOf(node.callee)?.join(".") ?? "")
  );
}

// src/model/code/queries/schema-cap.ts
function schemaCap(program, parsed, path) {
  const schema = schemaOf(program, parsed, 8);
  return schema && declaredCap(program, schema, path);
}
function declaredCap(program, schema, path) {
  const found = propertyOf(program, schema, path, 10);
  if (found === void 0) return void 0;
  return found === null ? { kind: "unknown", because: "the schema of the request is not known" } : chainCap(program, found, path.at(-1) ?? "");
}
function schemaOf(program, at, steps) {
  if (steps <= 0) return void 0;
  const { file } = at;
  const node = peel(at.node);
  if (node.kind === "call") {
    const callee = peel(node.callee);
    if (callee.kind !== "member") return void 0;
    const [first] = node.arguments;
    if (/^(?:parse|parseAsync|safeParse|safeParseAsync|validateSync|cast|validate|attempt)$/.test(callee.property) && first) {
      const path = pathOf(callee)?.join(".") ?? "";
      const second = node.arguments[1];
      if (/^(?:v|valibot)\./.test(path) && second) return { file, node: first };
      if (/^(?:Joi|joi)\.attempt$/.test(path) && second) return { file, node: second };
      return { file, node: callee.object };
    }
    if (callee.property === "valid" && /(?:^|\.)req$/.test(pathOf(callee.object)?.join(".") ?? ""))
      return honoSchema(file, node);
    return void 0;
  }
  if (node.kind === "member") {
    if (/^(?:data|value|output)$/.test(node.property)) return schemaOf(program, { file, node: node.object }, steps - 1);
    return void 0;
  }
  if (node.kind !== "name") return void 0;
  const [binding] = bindingsAt(file, node.name, node.start)?.bindings ?? [];
  if (binding?.kind === "value" && binding.node.value) {
    const [part, ...rest] = binding.bound.path;
    if (rest.length === 0 && (part === void 0 || /^(?:data|value|output)$/.test(String(part))))
      return schemaOf(program, { file, node: binding.node.value }, steps - 1);
    return void 0;
  }
  if (binding?.kind === "parameter") return procedureSchema(file, binding.owner, binding.bound.path);
  return void 0;
}
function honoSchema(file, valid) {
  const [target] = valid.arguments;
  const [handler] = functionsAround(file, valid.start);
  if (target?.kind !== "literal" || !handler) return void 0;
  let found;
  walk(file.body, (node) => {
    if (node.end < valid.start || node.start > valid.start) return false;
    if (node.kind !== "call" || !node.arguments.includes(handler)) return void 0;
    for (const argument of node.arguments) {
      if (argument.kind !== "call") continue;
      const [where, schema] = argument.arguments;
      if (where?.kind === "literal" && where.value === target.value && schema) found = { file, node: schema };
    }
    return void 0;
  });
  return found;
}
var SENT = ["querystring", "query", "body"];
function routeCap(program, at, parameter) {
  const schema = routeSchema(at);
  if (!schema) return void 0;
  const found = definitionOf(program, schema);
  const object = found.kind === "expression" ? peel(found.node) : void 0;
  if (found.kind !== "expression" || object?.kind !== "object")
    return { kind: "unknown", because: "the schema of the route is not known" };
  for (const key of SENT) {
    const part = object.entries.find((one) => one.kind === "entry" && one.key === key);
    const cap = part?.kind === "entry" ? declaredCap(program, { file: found.file, node: part.value }, [parameter]) : void 0;
    if (cap) return cap;
  }
  return void 0;
}
function routeSchema({ file, node }) {
  const handlers = new Set(functionsAround(file, node.start));
  let schema;
  walk(file.body, (one) => {
    if (one.end < node.start || one.start > node.start) return false;
    const options = one.kind === "call" && one.arguments.some((given) => handlers.has(given)) ? one.arguments.filter((given) => given.kind === "object") : one.kind === "object" && one.entries.some((entry) => entry.kind === "entry" && handlers.has(entry.value)) ? [one] : [];
    for (const { entries } of options) {
      const entry = entries.find((given) => given.kind === "entry" && given.key === "schema");
      if (entry?.kind === "entry") schema = entry.value;
    }
    return void 0;
  });
  return schema && { file, node: schema };
}
function procedureSchema(file, handler, path) {
  if (path[0] !== "input" || path.length !== 1) return void 0;
  let found;
  walk(file.body, (node) => {
    if (node.end < handler.start || node.start > handler.start) return false;
    if (node.kind !== "call" || !node.arguments.some((one) => one === handler)) return void 0;
    let callee = peel(node.callee);
    for (let steps = 0; steps < 20 && callee.kind === "member"; steps++) {
      const before = peel(callee.object);
      if (before.kind !== "call") break;
      const called = peel(before.callee);
      const [schema] = before.arguments;
      if (called.kind === "member" && called.property === "input" && schema) {
        found = { file, node: schema };
        break;
      }
      callee = called;
    }
    return void 0;
  });
  return found;
}
function propertyOf(program, schema, path, steps) {
  const [key, ...rest] = path;
  if (key === void 0) return schema;
  if (steps <= 0) return null;
  const found = definitionOf(program, schema);
  if (found.kind !== "expression") return null;
  const { file } = found;
  const node = peel(found.node);
  if (node.kind === "object") {
    const properties = node.entries.find((one) => one.kind === "entry" && one.key === "properties");
    const object = properties?.kind === "entry" && properties.value.kind === "object" ? properties.value : node;
    for (const entry of object.entries) {
      if (entry.kind === "entry" && entry.key === key)
        return propertyOf(program, { file, node: entry.value }, rest, steps - 1);
      if (entry.kind === "spread") {
        const inner = propertyOf(program, { file, node: entry.value }, path, steps - 1);
        if (inner) return inner;
      }
    }
    return void 0;
  }
  if (node.kind === "member")
    return node.property === "shape" ? propertyOf(program, { file, node: node.object }, path, steps - 1) : null;
  if (node.kind !== "call") return null;
  return propertyOfCall(program, { file, node }, path, steps);
}
function propertyOfCall(program, { file, node }, path, steps) {
  const callee = peel(node.callee);
  const method = callee.kind === "member" ? callee.property : callee.kind === "name" ? callee.name : "";
  if (/^(?:object|strictObject|looseObject|keys|Object|shape|interface|strict_object)$/.test(method) && node.arguments[0])
    return propertyOf(program, { file, node: node.arguments[0] }, path, steps - 1);
  if (callee.kind !== "member") return null;
  if (/^(?:extend|merge|safeExtend|and|concat|append|augment)$/.test(method) && node.arguments[0]) {
    const added = propertyOf(program, { file, node: node.arguments[0] }, path, steps - 1);
    if (added) return added;
  }
  return propertyOf(program, { file, node: callee.object }, path, steps - 1);
}

// src/model/code/queries/class-cap.ts
function nestParameter(program, { file, node }, owner, path) {
  const at = { path: file.path, start: node.start, end: node.end };
  for (const decorator of node.decorators) {
    const call = peel(decorator);
    const name = externalName(definitionOf(program, { file, node: call.kind === "call" ? call.callee : call }));
    if (name === void 0 || !/^(?:@nestjs\/common\.(?:Query|Body)|@nestjs\/graphql\.Args|routing-controllers\.(?:QueryParam|QueryParams))$/.test(
      name
    ))
      continue;
    const [first, ...given] = call.kind === "call" ? call.arguments : [];
    const pipes = [...given, ...methodPipes(owner)];
    const key = first?.kind === "literal" && typeof first.value === "string" ? first.value : void 0;
    const fallback = fallbackOf(program, { file, node }, pipes);
    if (key !== void 0 && path.length === 0) {
      if (!isPlainType(node.type)) return void 0;
      return pipes.every((pipe) => isPlainPipe(pipe)) ? { kind: "uncapped", parameter: key, fallback, at } : { kind: "unknown", because: "a pipe of its own checks it" };
    }
    if (path.length === 1 && !pipes.every(isPlainPipe))
      return { kind: "unknown", because: "a pipe of its own checks it" };
    if (key === void 0 && path.length === 1)
      return typedParameter(program, { file, node }, path) ?? (node.type && isBag(program, file, node.type) ? { kind: "uncapped", parameter: String(path[0]), at } : void 0);
  }
  return void 0;
}
function isPlainType(type) {
  return type === void 0 || /^(?:string|number|any|\||\?)$/.test(type.name);
}
function isBag(program, file, type) {
  if (/^(?:any|Record|\{\}|object)$/.test(type.name)) return true;
  const of = resolveType(program, file, type);
  return of?.kind === "object" || of?.kind === "type";
}
function methodPipes({ decorators }) {
  return decorators.map(peel).flatMap((one) => one.kind === "call" && pathOf(one.callee)?.at(-1) === "UsePipes" ? one.arguments : []);
}
function isPlainPipe(pipe) {
  const callee = peel(pipe);
  const name = callee.kind === "call" ? pathOf(callee.callee)?.at(-1) : pathOf(callee)?.at(-1);
  return name !== void 0 && /^(?:ParseIntPipe|ParseFloatPipe|DefaultValuePipe|ValidationPipe)$/.test(name);
}
function fallbackOf(program, { file, node }, pipes) {
  const pipe = pipes.map(peel).find((one) => one.kind === "call" && pathOf(one.callee)?.at(-1) === "DefaultValuePipe");
  const given = pipe?.kind === "call" ? pipe.arguments[0] : node.fallback;
  return given && numberOf(evaluateExpression(program, { file, node: given }));
}
function typedParameter(program, { file, node }, path) {
  const [key, ...rest] = path;
  if (!node.type || typeof key !== "string" || rest.length > 0) return void 0;
  const inferred = inferredSchema(program, file, node.type);
  if (inferred) return declaredCap(program, inferred, [key]);
  const of = resolveType(program, file, node.type);
  return of?.kind === "class" && isParameters(program, of) ? fieldCap(program, of, key) : void 0;
}
function inferredSchema(program, file, type, steps = 6) {
  if (steps <= 0) return void 0;
  const [inner] = type.arguments;
  if (/^(?:z\.(?:infer|output|input)|Infer|InferOutput|v\.InferOutput|yup\.InferType|Static)$/.test(type.name))
    return inner?.name === "typeof" && inner.expression ? { file, node: inner.expression } : void 0;
  const [binding] = bindingsAt(file, type.name, type.start)?.bindings ?? [];
  if (binding?.kind === "type") return inferredSchema(program, file, binding.node.type, steps - 1);
  return void 0;
}
function isParameters(program, of) {
  const { node } = of;
  if (/(?:dto|query|params?|input|args|filter|pagination|request|options)$/i.test(node.name ?? "")) return true;
  return node.members.some(
    (member) => member.kind === "field" && member.decorators.some((one) => isValidator(program, of.file, one))
  );
}
function isValidator(program, file, decorator) {
  const call = peel(decorator);
  const found = definitionOf(program, { file, node: call.kind === "call" ? call.callee : call });
  return found.kind === "external" && /^(?:class-validator|class-transformer|@nestjs\/graphql)$/.test(found.package);
}
function fieldCap(program, of, name, steps = 8) {
  if (steps <= 0) return void 0;
  for (const member of of.node.members) {
    if (member.kind === "field" && member.name === name) return validated(program, of, member);
    if (member.kind === "function" && member.name === name && member.accessor === "get") {
      const [only] = member.body;
      const value = only?.kind === "return" && only.value ? readField(only.value) : void 0;
      if (value === void 0) return { kind: "unknown", because: "a getter computes it" };
      return fieldCap(program, of, value, steps - 1);
    }
  }
  for (const base of of.node.bases) {
    for (const one of baseClasses(base)) {
      const above = definitionOf(program, { file: of.file, node: one });
      const found = above.kind === "class" && above.node !== of.node ? fieldCap(program, above, name, steps - 1) : void 0;
      if (found) return found;
      if (above.kind !== "class")
        return { kind: "unknown", because: "the class that it extends is not in the repository" };
    }
  }
  return void 0;
}
function readField(value) {
  const inner = peel(value);
  if (inner.kind === "member" && inner.object.kind === "name" && inner.object.name === "this") return inner.property;
  if (inner.kind === "binary" && (inner.operator === "??" || inner.operator === "||")) return readField(inner.left);
  return void 0;
}
function baseClasses(base) {
  const inner = peel(base);
  return inner.kind === "call" ? inner.arguments.filter((one) => one.kind === "name" || one.kind === "member" || one.kind === "call").flatMap(baseClasses) : [inner];
}
function validated(program, of, field) {
  const { file } = of;
  const at = { path: file.path, start: field.start, end: field.end };
  const fallback = field.value && numberOf(evaluateExpression(program, { file, node: field.value }));
  const open = { kind: "uncapped", parameter: field.name, fallback, at };
  for (const decorator of field.decorators) {
    const call = peel(decorator);
    if (call.kind !== "call") continue;
    const name = pathOf(call.callee)?.at(-1) ?? "";
    const found = definitionOf(program, { file, node: call.callee });
    if (/^(?:Max|IsIn|IsEnum|Equals|IsOptionalEnum)$/.test(name)) {
      if (!validates(program)) return open;
      const [bound] = call.arguments;
      return {
        kind: "capped",
        max: bound && numberOf(evaluateExpression(program, { file, node: bound })),
        fallback,
        at
      };
    }
    if (name === "Transform" || name === "Expose") {
      if (bounds(call)) return { kind: "capped", max: void 0, fallback, at };
    } else if (found.kind !== "external") return { kind: "unknown", because: "a decorator of its own checks it" };
    else if (!/^(?:class-validator|class-transformer|@nestjs\/(?:swagger|graphql|common)|reflect-metadata)$/.test(
      found.package
    ))
      return { kind: "unknown", because: `${found.package} checks it` };
  }
  return open;
}
function bounds(call) {
  let found = false;
  const waiting = [...call.arguments];
  for (let count = 0; waiting.length > 0 && count < 500; count++) {
    const one = waiting.pop();
    if (typeof one !== "object" || one === null) continue;
    if ("kind" in one && one.kind === "member" && "property" in one && /^(?:min|clamp)$/.test(String(one.property)))
      found = true;
    if ("kind" in one && one.kind === "binary" && "operator" in one && /^[<>]=?$/.test(String(one.operator)))
      found = true;
    waiting.push(...Object.values(one));
  }
  return found;
}
var validatesOf = /* @__PURE__ */ new WeakMap();
function validates(program) {
  const known = validatesOf.get(program);
  if (known !== void 0) return known;
  const found = [...program.files.values()].some(
    (file) => file.imports.some(
      (one) => one.from === "@nestjs/common" && one.name === "ValidationPipe" || one.from === "class-validator" && /^validate/.test(one.name ?? "") || one.name === "ZodValidationPipe" || /^(?:routing-controllers|type-graphql|class-transformer-validator)$/.test(one.from) || /pipe/i.test(one.from)
    )
  );
  validatesOf.set(program, found);
  return found;
}

// src/model/code/queries/python-cap.ts
var ROUTE = /^(?:get|post|put|patch|delete|api_route|head|options|route|websocket)$/;
function isPythonHandler(fn) {
  return fn.decorators.some((one) => {
    const call = peel(one);
    return call.kind === "call" && call.callee.kind === "member" && ROUTE.test(call.callee.property);
  });
}
function pythonParameter(program, { file, node }, owner, path, isDependency = false) {
  if (node.target.kind !== "name" || !isPythonHandler(owner) && !isDependency) return void 0;
  const at = { path: file.path, start: node.start, end: node.end };
  const annotated = metadataOf(node.type);
  const given = [...node.fallback ? [node.fallback] : [], ...annotated].map(peel);
  const depends = given.find((one) => one.kind === "call" && pathOf(one.callee)?.at(-1) === "Depends");
  if (depends) return dependencyCap(program, file, depends, node.type, path);
  if (path.length > 0) return modelCap(program, file, node.type, path);
  const query = given.find(
    (one) => one.kind === "call" && /^(?:Query|Body|Form|Header|Cookie)$/.test(pathOf(one.callee)?.at(-1) ?? "")
  );
  const constraint = constrained(program, file, [...annotated, ...query ? [query] : [], ...typeCalls(node.type)]);
  const fallback = fallbackNumber(program, file, query, node.fallback);
  if (constraint !== void 0) return { kind: "capped", max: constraint.max, fallback, at };
  if (!isNumeric(node.type)) return void 0;
  return { kind: "uncapped", parameter: node.target.name, fallback, at };
}
function metadataOf(type) {
  if (!type || !/(?:^|\.)Annotated$/.test(type.name)) return [];
  return type.arguments.slice(1).flatMap((one) => one.expression ?? []);
}
function typeCalls(type) {
  const inner = type?.expression && peel(type.expression);
  return inner?.kind === "call" ? [inner] : [];
}
function constrained(program, file, given) {
  for (const one of given) {
    const call = peel(one);
    if (call.kind !== "call") continue;
    for (const argument of call.arguments) {
      if (argument.kind !== "keyword" || !/^(?:le|lt|max_value)$/.test(argument.name)) continue;
      const bound = numberOf(evaluateExpression(program, { file, node: argument.value }));
      return { max: bound === void 0 ? void 0 : argument.name === "lt" ? bound - 1 : bound };
    }
    const name = pathOf(call.callee)?.at(-1) ?? "";
    const [first] = call.arguments;
    if (/^(?:Le|Lt|Interval)$/.test(name) && first)
      return { max: numberOf(evaluateExpression(program, { file, node: first })) };
  }
  return void 0;
}
function fallbackNumber(program, file, query, fallback) {
  const keyword = query?.arguments.find((one) => one.kind === "keyword" && one.name === "default");
  const first = query?.arguments[0];
  const given = keyword?.kind === "keyword" ? keyword.value : first && first.kind !== "keyword" ? first : fallback;
  return given && numberOf(evaluateExpression(program, { file, node: given }));
}
function isNumeric(type) {
  if (!type) return false;
  if (/(?:^|\.)(?:Annotated|Optional)$/.test(type.name)) return isNumeric(type.arguments[0]);
  if (type.name === "|" || /(?:^|\.)Union$/.test(type.name)) return type.arguments.some(isNumeric);
  return type.name === "int";
}
function dependencyCap(program, file, call, type, path) {
  const [first] = call.arguments;
  const [key] = path;
  const bare = type && /(?:^|\.)Annotated$/.test(type.name) ? type.arguments[0] : type;
  const found = first ? definitionOf(program, { file, node: first }) : bare ? resolveType(program, file, bare) : void 0;
  if (typeof key !== "string") return void 0;
  if (found?.kind === "class") {
    const maker = found.node.members.find(
      (one) => one.kind === "function" && one.name === "__init__"
    );
    const parameter = maker?.parameters.find((one) => one.target.kind === "name" && one.target.name === key);
    if (maker && parameter) return pythonParameter(program, { file: found.file, node: parameter }, maker, [], true);
    return pydanticField(program, found, key);
  }
  if (found?.kind === "function") {
    const parameter = found.node.parameters.find((one) => one.target.kind === "name" && one.target.name === key);
    if (parameter) return pythonParameter(program, { file: found.file, node: parameter }, found.node, [], true);
  }
  return { kind: "unknown", because: "a dependency gives it" };
}
function modelCap(program, file, type, path) {
  const bare = type && /(?:^|\.)Annotated$/.test(type.name) ? type.arguments[0] : type;
  const [key, ...rest] = path;
  const found = bare && resolveType(program, file, bare);
  return found?.kind === "class" && typeof key === "string" && rest.length === 0 ? pydanticField(program, found, key) : void 0;
}
function pydanticField(program, of, name, steps = 6) {
  const field = of.node.members.find((one) => one.kind === "field" && one.name === name);
  if (!field) {
    for (const base of of.node.bases) {
      const above = definitionOf(program, { file: of.file, node: base });
      const found = steps > 0 && above.kind === "class" && above.node !== of.node ? pydanticField(program, above, name, steps - 1) : void 0;
      if (found) return found;
    }
    return void 0;
  }
  const at = { path: of.file.path, start: field.start, end: field.end };
  const value = field.value && peel(field.value);
  const call = value?.kind === "call" ? value : void 0;
  const constraint = constrained(program, of.file, [
    ...metadataOf(field.type),
    ...call ? [call] : [],
    ...typeCalls(field.type)
  ]);
  const fallback = fallbackNumber(program, of.file, call, field.value);
  if (constraint) return { kind: "capped", max: constraint.max, fallback, at };
  if (of.node.members.some(
    (one) => one.kind === "function" && one.decorators.some((decorator) => /validator/.test(calleeName(decorator)))
  ))
    return { kind: "unknown", because: "a validator of its own checks it" };
  return isNumeric(field.type) ? { kind: "uncapped", parameter: name, fallback, at } : void 0;
}
function calleeName(decorator) {
  const inner = peel(decorator);
  return pathOf(inner.kind === "call" ? inner.callee : inner)?.at(-1) ?? "";
}

// src/model/code/queries/declared-cap.ts



// src/model/code/queries/go-cap.ts
var BINDS = /^(?:ShouldBind\w*|Bind\w*|MustBindWith|QueryParser|BodyParser|QueryBinder|Query|Body|Decode|DecodeQuery|DecodeJSON|Unmarshal)$/;
var NAMES = ["form", "query", "schema", "url", "json", "param"];
var UPPER2 = /(?:^|,)(?:max|lte|lt|oneof|eq|len)=([^,]*)/;
function goMemberCap(program, { file, node }) {
  const object = peel(node.object);
  const variable = object.kind === "unary" && object.operator === "&" ? peel(object.value) : object;
  if (variable.kind !== "name") return void 0;
  const [binding] = bindingsAt(file, variable.name, variable.start)?.bindings ?? [];
  const [around] = functionsAround(file, variable.start);
  if (binding?.kind !== "value" || !around || !isBound(around, variable.name)) return void 0;
  const type = typeOf(program, { file, node: variable });
  const field = type?.kind === "class" ? type.node.members.find((one) => one.kind === "field" && one.name === node.property) : void 0;
  if (type?.kind !== "class" || field?.kind !== "field")
    return { kind: "unknown", because: "the struct that the request is read into is not known" };
  const at = { path: type.file.path, start: field.start, end: field.end };
  const declared = declaredCap2(field, at);
  return declared.kind === "uncapped" ? checked(program, { file, node }, variable.name, around, declared) : declared;
}
function isBound(around, name) {
  return holds(
    around.body,
    (node) => node.kind === "call" && node.callee.kind === "member" && BINDS.test(node.callee.property) && node.arguments.some((one) => one.kind === "unary" && one.operator === "&" && isName(one.value, name))
  );
}
function isName(node, name) {
  return node.kind === "name" && node.name === name;
}
function declaredCap2(field, at) {
  const tags = tagsOf(field.tag ?? "");
  const rules = [tags.get("binding"), tags.get("validate"), tags.get("valid")].filter((one) => one !== void 0).join(",");
  const named = NAMES.map((name) => tags.get(name)).find((one) => one !== void 0 && one !== "-") ?? field.name;
  const [parameter = field.name, ...options] = named.split(",");
  const written = options.find((one) => one.startsWith("default="))?.slice("default=".length) ?? tags.get("default");
  const fallback = written !== void 0 && /^\d+$/.test(written) ? Number(written) : void 0;
  const upper = UPPER2.exec(rules);
  if (upper) {
    const max = /^\d+$/.test(upper[1] ?? "") ? Number(upper[1]) : void 0;
    return { kind: "capped", max, fallback, at };
  }
  return { kind: "uncapped", parameter: parameter === "" ? field.name : parameter, fallback, at };
}
function checked(program, { file, node }, variable, around, cap) {
  let found;
  const isField = (one) => {
    const inner = peel(one);
    return inner.kind === "member" && inner.property === node.property && isName(peel(inner.object), variable);
  };
  walk(around.body, (one) => {
    if (one.start > node.start) return false;
    if (one.kind === "binary" && /^[<>]=?$/.test(one.operator)) {
      const isAbove = one.operator.startsWith(">") ? isField(one.left) : isField(one.right);
      const bound = numberOf(
        evaluateExpression(program, { file, node: one.operator.startsWith(">") ? one.right : one.left })
      );
      if (isAbove) found = { kind: "capped", max: bound, fallback: cap.fallback, at: { ...cap.at } };
    }
    if (one.kind === "call" && !found && mayBound(one, variable))
      found = { kind: "unknown", because: "a function that it is given to may bound it" };
    return void 0;
  });
  return found ?? cap;
}
function mayBound(call, variable) {
  const { callee } = call;
  if (callee.kind === "member" && isName(callee.object, variable)) return true;
  const name = callee.kind === "member" ? callee.property : callee.kind === "name" ? callee.name : "";
  return !BINDS.test(name) && call.arguments.some((one) => one.kind === "unary" && one.operator === "&" && isName(one.value, variable));
}

// src/model/code/queries/request-values.ts
var REQUEST_BAG = /^(?:req|request|ctx|context|c|event)(?:\.request|\.req)?\.(?:query|params|body|args|query_params|GET|form|json|data|queryStringParameters|validated)$|^(?:searchParams|queryParams|query_params|urlParams)$/;
var REQUEST_READ = /^(?:req|request|ctx|context|c|r|event|url|new_url)?(?:\.\w+)*\.?(?:searchParams|query_params|args|GET|query|URL\.Query|FormValue|QueryParam|Query|DefaultQuery|QueryInt|Queries)(?:\.get|\.getlist|\.Get)?$/;
var PICKS = /^(?:(?:_|lodash|R|utils?)\.)?pick$/;
function isRequestBag(program, { file, node }) {
  const inner = peel(node);
  const path = pathOf(inner)?.join(".").replace(/^this\./, "");
  if (path !== void 0 && REQUEST_BAG.test(path)) return true;
  if (inner.kind === "call") {
    const callee = pathOf(inner.callee)?.join(".") ?? "";
    const [first] = inner.arguments;
    if (PICKS.test(callee)) return first !== void 0 && isRequestBag(program, { file, node: first });
    return inner.arguments.length === 0 && /^(?:c|ctx|context)\.req\.(?:query|json|parseBody)$|^(?:request|req)\.(?:json|get_json)$/.test(callee);
  }
  if (inner.kind === "name") {
    const [binding] = bindingsAt(file, inner.name, inner.start)?.bindings ?? [];
    if (binding?.kind === "value" && binding.node.value && binding.bound.path.length === 0)
      return isRequestBag(program, { file, node: binding.node.value });
    return binding?.kind === "parameter" && binding.bound.path.length === 1 && /^(?:query|body|params)$/.test(String(binding.bound.path[0]));
  }
  return false;
}

function calleeText(callee) {
  const parts2 = [];
  let node = peel(callee);
  for (let steps = 0; steps < 10; steps++) {
    if (node.kind === "member") {
      parts2.push(node.property);
      node = peel(node.object);
    } else if (node.kind === "call") node = peel(node.callee);
    else break;
  }
  if (node.kind === "name") parts2.push(node.name === "URL" ? "url" : node.name);
  return parts2.reverse().join(".");
}

// src/model/code/queries/cap-names.ts

function isInside(inner, outer) {
  return inner.path === outer.path && outer.start <= inner.start && inner.end <= outer.end;
}

function withFallback(cap, fallback) {
  const isClients = cap.kind === "uncapped" || cap.kind === "capped";
  return fallback !== void 0 && isClients ? { ...cap, fallback: cap.fallback ?? fallback } : cap;
}

function requestPart(program, at, bound, span, run) {
  const [key] = bound.path;
  if (typeof key !== "string" || bound.path.length !== 1) return unknownCap("it is taken out of what is not known");
  const fallback = bound.fallback && numberOf(evaluateExpression(program, { file: at.file, node: bound.fallback }));
  if (isRequestBag(program, at)) return { kind: "uncapped", parameter: key, fallback, at: span };
  const object = peel(at.node);
  const declared = object.kind === "name" || object.kind === "member" || object.kind === "call" ? memberCap(program, {
    file: at.file,
    node: {
      kind: "member",
      object,
      property: key,
      propertyStart: object.start,
      start: object.start,
      end: object.end
    }
  }) : void 0;
  if (declared)
    return declared.kind === "uncapped" || declared.kind === "capped" ? { ...declared, fallback: declared.fallback ?? fallback } : declared;
  if (object.kind === "name") return memberOfParameter(run, at.file, object, key);
  const returned = object.kind === "call" ? returnedPart(run, { file: at.file, node: object }, [key]) : void 0;
  return returned ? withFallback(returned, fallback) : unknownCap("it is taken out of what is not known");
}
function firstResult(file, {
  node,
  bound
}) {
  return file.language === "go" && bound.path[0] === 0 && node.value?.kind === "call" ? node.value : void 0;
}
function partOf(value, path) {
  let part = value;
  for (const key of path) {
    const inner = part && peel(part);
    if (inner?.kind === "object") {
      const entry = inner.entries.find(
        (one) => one.kind === "entry" && one.key === String(key)
      );
      part = entry?.kind === "entry" ? entry.value : void 0;
    } else if (inner?.kind === "array" && typeof key === "number") part = inner.elements[key];
    else return void 0;
  }
  return part;
}

function memberOfParameter(run, file, object, property) {
  const [binding] = bindingsAt(file, object.name, object.start)?.bindings ?? [];
  const value = binding?.kind === "value" && binding.node.value ? peel(binding.node.value) : void 0;
  if (binding?.kind === "value" && value?.kind === "call") {
    const path2 = [...binding.bound.path, property];
    return returnedPart(run, { file, node: value }, path2) ?? unknownCap("it is not known");
  }
  if (binding?.kind !== "parameter") return unknownCap("it is not known");
  const path = [...binding.bound.path, property];
  const declared = parameterCap(run.program, { file, node: binding.node }, binding.owner, path);
  if (declared) return declared;
  return fromCallers(run, { file, node: binding.owner }, (given) => memberAt(given, path), binding.node);
}
function memberAt({ file, node }, path) {
  for (let length = path.length; length >= 0; length--) {
    const found = partOf(node, path.slice(0, length));
    if (!found) continue;
    if (length < path.length && peel(found).kind === "object") return void 0;
    let part = found;
    for (const key of path.slice(length)) {
      if (typeof key !== "string") return void 0;
      const { start, end } = part;
      part = { kind: "member", object: part, property: key, propertyStart: start, start, end };
    }
    return { file, node: part };
  }
  return void 0;
}
function fromCallers(run, fn, pick, parameter) {
  if (run.depth <= 0) return unknownCap("it is handed on too often");
  const own = run.call?.fn === fn.node ? run.call : void 0;
  const { calls, complete } = own ? { calls: [own.at], complete: true } : callersOf(run.program, fn);
  const caps = calls.map(({ file, node }) => {
    const given = argumentFor(node, fn.node, parameter);
    if (!given)
      return parameter.fallback ? {
        kind: "fixed",
        value: numberOf(evaluateExpression(run.program, { file: fn.file, node: parameter.fallback })),
        at: { path: fn.file.path, start: parameter.start, end: parameter.end }
      } : unknownCap("a caller gives nothing");
    const picked = pick({ file, node: given });
    return picked ? trace({ ...own?.outer ?? run, depth: run.depth - 1 }, picked, 16) : unknownCap("a caller gives what is not known");
  });
  const uncapped = caps.find((cap) => cap.kind === "uncapped");
  if (uncapped) return uncapped;
  if (!complete || caps.length === 0) return unknownCap("not all callers are known");
  return caps.find((cap) => cap.kind === "unknown") ?? caps.find((cap) => cap.kind === "capped") ?? caps[0] ?? unknownCap("it is not known");
}

// src/model/code/queries/cap-calls.ts
var CONVERTS = /^(?:Number|parseInt|parseFloat|Number\.parseInt|Number\.parseFloat|int|float|abs|Math\.(?:floor|ceil|abs|round|trunc)|strconv\.Atoi|strconv\.ParseInt|cast\.ToInt|toNumber|_\.toNumber)$/;
var LEAST = /^(?:Math\.min|min|_\.min|lodash\.min)$/;
var MOST = /^(?:Math\.max|max|_\.max|lodash\.max)$/;
var CLAMPS = /^(?:clamp|_\.clamp|lodash\.clamp|limitTo)$/;
function callCap(run, { file, node }, next, span) {
  const { program } = run;
  const callee = definitionOf(program, { file, node: node.callee });
  const name = callee.kind === "global" ? callee.path.join(".") : externalName(callee) ?? "";
  const short = pathOf(node.callee)?.join(".") ?? "";
  const arguments_ = node.arguments;
  const [first] = arguments_;
  if ((CONVERTS.test(name) || CONVERTS.test(short)) && first) return next(first);
  if (LEAST.test(name) || LEAST.test(short)) return leastCap(arguments_.map(next), span);
  if ((MOST.test(name) || MOST.test(short)) && arguments_.length > 0) return mostCap(arguments_.map(next));
  if (CLAMPS.test(short.split(".").slice(-1)[0] ?? "") || CLAMPS.test(name)) {
    const bounds2 = arguments_.slice(1).map((one) => numberOf(evaluateExpression(program, { file, node: one })));
    return { kind: "capped", max: bounds2.at(-1), at: span };
  }
  const fn = callee.kind === "function" ? callee : calleeOf(program, { file, node });
  if (fn) return returnedCap(run, fn, { file, node });
  return unknownCap(`${short || "a function"} decides it`);
}
function leastCap(caps, at) {
  const numbers = caps.flatMap((cap) => cap.kind === "fixed" ? [cap.value] : cap.kind === "capped" ? [cap.max] : []);
  if (numbers.length === 0)
    return caps.find((cap) => cap.kind === "uncapped") ?? unknownCap("it is the least of what is not known");
  const known = numbers.filter((number) => number !== void 0);
  const other = caps.find((cap) => cap.kind === "uncapped" || cap.kind === "capped");
  const fallback = other && "fallback" in other ? other.fallback : void 0;
  return { kind: "capped", max: known.length > 0 ? Math.min(...known) : void 0, fallback, at };
}
function mostCap(caps) {
  return caps.find((cap) => cap.kind === "uncapped") ?? caps.find((cap) => cap.kind === "unknown") ?? caps.find((cap) => cap.kind === "capped") ?? unknownCap("it is not known");
}
function returnedCap(run, fn, at, path = []) {
  if (run.depth <= 0) return unknownCap("it is handed on too often");
  const inside = {
    program: run.program,
    depth: run.depth - 1,
    call: { fn: fn.node, at, outer: { ...run, depth: run.depth - 1 } }
  };
  const returns = returnsOf(fn.node.body);
  if (returns.length === 0) return unknownCap("a function decides it");
  const caps = returns.map((value) => {
    const part = partOf(value, path);
    return part ? trace(inside, { file: fn.file, node: part }, 12) : unknownCap("a function decides it");
  });
  const open = caps.find((cap) => cap.kind === "unknown") ?? caps.find((cap) => cap.kind === "uncapped");
  return open?.kind === "uncapped" && mayBound2(inside, fn, open.parameter) ? unknownCap("a function may bound it") : open ?? caps[0] ?? unknownCap("a function decides it");
}
function returnedPart(run, at, path) {
  const fn = calleeOf(run.program, at);
  return fn && returnedCap(run, fn, at, path);
}
function mayBound2(inside, { file, node }, client) {
  const isOfClient = (side) => {
    const isParameter = side.kind === "name" && node.parameters.some(({ target }) => target.kind === "name" && target.name === side.name);
    const cap = isParameter ? trace(inside, { file, node: side }, 12) : void 0;
    return cap?.kind === "uncapped" && cap.parameter === client;
  };
  return holds(
    node.body,
    (one) => one.kind === "binary" && /^[<>]=?$/.test(one.operator) && [one.left, one.right].some(isOfClient)
  );
}
function returnsOf(body) {
  const found = [];
  const waiting = [...body];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.kind === "return" && one.value) found.push(one.value);
    else if (one.kind === "if") waiting.push(...one.consequent, ...one.alternate);
    else if (one.kind === "block" || one.kind === "try") waiting.push(...one.body);
  }
  return found;
}

// src/model/code/queries/cap.ts
var DEEPEST = 5;

function unknownCap(because) {
  return { kind: "unknown", because };
}

function givenFor({ call }, node) {
  const inner = peel(node);
  if (!call || inner.kind !== "name") return void 0;
  const parameter = call.fn.parameters.find(({ target }) => target.kind === "name" && target.name === inner.name);
  const argument = parameter && argumentFor(call.at.node, call.fn, parameter);
  return argument && { file: call.at.file, node: argument };
}
function binaryCap(node, next, span) {
  if (node.operator === "??" || node.operator === "||") {
    const left = next(node.left);
    const right = next(node.right);
    const fallback = right.kind === "fixed" ? right.value : void 0;
    if (left.kind === "uncapped" || left.kind === "capped") return { ...left, fallback: left.fallback ?? fallback };
    return left.kind === "fixed" ? left : unknownCap("it is not known");
  }
  if ("+-*".includes(node.operator)) {
    const [left, right] = [next(node.left), next(node.right)];
    if (right.kind === "fixed")
      return left.kind === "capped" ? { ...left, max: applied(node.operator, left.max, right.value) } : left;
    if (left.kind === "fixed") return right;
  }
  return { kind: "unknown", because: `it is computed at ${span.path}` };
}
function applied(operator, left, right) {
  if (left === void 0 || right === void 0) return void 0;
  return operator === "+" ? left + right : operator === "-" ? left - right : left * right;
}
function conditionalCap(run, { file, node }, next, span) {
  if (isNothing(node.alternate)) return next(node.consequent);
  if (isNothing(node.consequent)) return next(node.alternate);
  const [one, other] = [next(node.consequent), next(node.alternate)];
  const bound = comparedBound(run.program, { file, node: node.test });
  const fixed = [one, other].find((cap) => cap.kind === "fixed");
  if (bound && fixed?.kind === "fixed") return { kind: "capped", max: fixed.value ?? bound.value, at: span };
  for (const [cap, fallback] of [
    [one, other],
    [other, one]
  ]) {
    if ((cap.kind === "uncapped" || cap.kind === "capped") && fallback.kind === "fixed")
      return { ...cap, fallback: cap.fallback ?? fallback.value };
  }
  return one.kind === other.kind ? one : unknownCap("it depends on a condition");
}
function isNothing(node) {
  const inner = peel(node);
  return inner.kind === "name" && inner.name === "undefined" || inner.kind === "literal" && inner.value === null;
}
function comparedBound(program, { file, node }) {
  const test = peel(node);
  if (test.kind !== "binary" || !/^[<>]=?$/.test(test.operator)) return void 0;
  const [left, right] = [test.left, test.right].map((side) => numberOf(evaluateExpression(program, { file, node: side })));
  if (right !== void 0) return { value: right, of: test.left };
  return left !== void 0 ? { value: left, of: test.right } : void 0;
}

// src/model/code/queries/chain.ts
var LONGEST = 60;
function chainOf(expression) {
  const links = [];
  let node = peel(expression);
  for (let steps = 0; steps < LONGEST; steps++) {
    if (node.kind === "call") {
      const callee = peel(node.callee);
      if (callee.kind !== "member") break;
      links.push({ name: callee.property, call: node });
      node = peel(callee.object);
    } else if (node.kind === "member") {
      links.push({ name: node.property });
      node = peel(node.object);
    } else break;
  }
  return { root: node, links: links.reverse() };
}
function grownChain({ file, node }) {
  const chain = chainOf(node);
  if (chain.root.kind !== "name") return chain;
  const [around] = functionsAround(file, node.start);
  const bindings = bindingsAt(file, chain.root.name, chain.root.start)?.bindings ?? [];
  if (!around || bindings.length === 0 || bindings.some((one) => one.kind !== "value")) return chain;
  const grown = assignedTo(chain.root.name, around, node);
  const start = grown.find((one) => one.root.kind !== "name" || one.root.name !== nameOf(chain.root));
  return { root: start?.root ?? chain.root, links: [...grown.flatMap((one) => one.links), ...chain.links] };
}
function nameOf(node) {
  return node.kind === "name" ? node.name : void 0;
}
function assignedTo(name, around, end) {
  const chains = [];
  const choices = choicesAround(around, end);
  const add = (chain, { start }) => {
    const isOptional = choices.some((one) => one.start <= start && start < one.end);
    chains.push(isOptional ? { ...chain, links: chain.links.map((link) => ({ ...link, isOptional })) } : chain);
  };
  walk(around.body, (node) => {
    const target = node.kind === "declare" || node.kind === "assign" ? node.target : void 0;
    const value = node.kind === "declare" || node.kind === "assign" ? node.value : void 0;
    if (target?.kind === "name" && target.name === name && value) add(chainOf(value), value);
    else if (node.kind === "expression") {
      const chain = chainOf(node.value);
      if (chain.root.kind === "name" && chain.root.name === name && chain.links.length > 0) add(chain, node.value);
    }
    return void 0;
  });
  return chains;
}
function linksAddedTo(name, around, end) {
  return assignedTo(name, around, end).flatMap(({ root, links }) => nameOf(root) === name ? links : []);
}
function choicesAround(around, end) {
  const found = [];
  walk(around.body, (node) => {
    const last = node.kind === "if" ? node.consequent.at(-1) : void 0;
    const isChoice = node.kind === "if" && node.alternate.length === 0 && !(node.start <= end.start && end.end <= node.end);
    if (isChoice && last?.kind !== "return" && last?.kind !== "throw") found.push(node);
    return void 0;
  });
  return found;
}
function linkCall(chain, names) {
  return chain.links.findLast((link) => link.call && names.test(link.name))?.call;
}

// src/model/code/queries/django/query-set.ts
var LONGEST2 = 40;
var MOST2 = 200;
function querySetsOf(program, at, inherited = () => void 0) {
  return setsOf({ program, inherited, left: MOST2 }, at);
}
function setsOf(search, at) {
  if (search.left-- <= 0) return void 0;
  const { program, inherited } = search;
  const { file } = at;
  const node = peel(at.node);
  const next = (one) => setsOf(search, { file, node: one });
  switch (node.kind) {
    case "await":
      return next(node.value);
    case "conditional":
      return together([next(node.consequent), next(node.alternate)]);
    case "slice": {
      const { low, high } = node;
      return next(node.object)?.map(
        (one) => withStep(one, { kind: "slice", file, ...low && { low }, ...high && { high } })
      );
    }
    case "member":
      if (node.property === "objects" || node.property === "_default_manager") return managerOf(program, at);
      return pathOf(node)?.join(".") === "self.queryset" ? inherited() : void 0;
    case "name":
      return variableSets(search, { file, node });
    case "call": {
      const callee = peel(node.callee);
      const path = pathOf(callee)?.join(".");
      const [first] = node.arguments;
      if (path === "self.filter_queryset" && first) return next(first);
      if (callee.kind !== "member") return void 0;
      if (isSuper(callee.object) && callee.property === "get_queryset") return inherited();
      return next(callee.object)?.map((one) => withStep(one, { kind: "call", name: callee.property, call: node, file }));
    }
    default:
      return void 0;
  }
}
function isSuper(node) {
  const inner = peel(node);
  return inner.kind === "call" && pathOf(inner.callee)?.join(".") === "super";
}
function withStep(set, step) {
  return { ...set, steps: [...set.steps, step] };
}
function together(all) {
  return all.every((one) => one !== void 0) && all.length > 0 ? all.flat() : void 0;
}
function managerOf(program, { file, node }) {
  const inner = peel(node);
  if (inner.kind !== "member") return void 0;
  const found = definitionOf(program, { file, node: inner.object });
  if (found.kind === "external")
    return found.package.startsWith("django") && found.path.length > 0 ? [{ entity: found.path.at(-1) ?? "", steps: [], isComplete: true }] : void 0;
  if (found.kind === "expression" && isUserModel(program, found))
    return [{ entity: "User", steps: [], isComplete: true }];
  if (found.kind !== "class" || !isModel(program, found)) return void 0;
  const manager = classMember(program, found, inner.property);
  const value = manager?.kind === "field" ? manager.node.value : void 0;
  const made = value?.kind === "call" ? pathOf(value.callee)?.at(-1) : void 0;
  const { name } = found.node;
  return [
    { ...name !== void 0 && { entity: name }, model: found, steps: [], isComplete: !value || made === "Manager" }
  ];
}
function isUserModel(program, { file, node }) {
  const call = peel(node);
  if (call.kind !== "call") return false;
  const called = definitionOf(program, { file, node: call.callee });
  return called.kind === "external" && called.package.startsWith("django") && called.path.at(-1) === "get_user_model";
}
function isModel(program, of, steps = 8) {
  return of.node.bases.some((base) => {
    const found = definitionOf(program, { file: of.file, node: base });
    if (found.kind === "external")
      return /^(?:django|mptt|polymorphic|model_utils|treebeard|wagtail|simple_history)/.test(found.package);
    return found.kind === "class" && steps > 0 && found.node !== of.node && isModel(program, found, steps - 1);
  });
}
function variableSets(search, { file, node }) {
  const [around] = functionsAround(file, node.start);
  if (!around || around.parameters.some((one) => one.target.kind === "name" && one.target.name === node.name))
    return void 0;
  const before = assignments(around, node.name).filter((one) => one.value.end <= node.start);
  const given = before.slice(
    Math.max(
      0,
      before.findLastIndex((one) => one.isSure && !startsWith(one.value, node.name))
    )
  );
  const grows = given.filter((one) => startsWith(one.value, node.name));
  const made = given.filter((one) => !grows.includes(one));
  const sets = together(made.map((one) => setsOf(search, { file, node: one.value })));
  if (!sets || grows.length > LONGEST2) return void 0;
  const added = grows.map(({ value, isOptional }) => ({ steps: stepsOn(file, value, node.name), isOptional }));
  const isOpen = added.some((one) => one.isOptional && one.steps.some(({ kind }) => kind === "slice"));
  const sure = added.flatMap((one) => one.isOptional ? [] : one.steps);
  return sets.map((set) => ({ ...set, steps: [...set.steps, ...sure], isComplete: set.isComplete && !isOpen }));
}
function startsWith(node, name) {
  let inner = peel(node);
  for (let steps = 0; steps < LONGEST2; steps++) {
    if (inner.kind === "call") inner = peel(inner.callee);
    else if (inner.kind === "member" || inner.kind === "slice") inner = peel(inner.object);
    else break;
  }
  return inner.kind === "name" && inner.name === name;
}
function stepsOn(file, value, name) {
  const found = [];
  let node = peel(value);
  for (let steps = 0; steps < LONGEST2; steps++) {
    if (node.kind === "slice") {
      const { low, high } = node;
      found.push({ kind: "slice", file, ...low && { low }, ...high && { high } });
      node = peel(node.object);
    } else if (node.kind === "call") {
      const callee = peel(node.callee);
      if (callee.kind !== "member") break;
      found.push({ kind: "call", name: callee.property, call: node, file });
      node = peel(callee.object);
    } else break;
  }
  return node.kind === "name" && node.name === name ? found.reverse() : [{ kind: "call", name: "?", call: NO_CALL, file }];
}
var NO_CALL = {
  kind: "call",
  callee: { kind: "name", name: "?", start: 0, end: 0 },
  arguments: [],
  isNew: false,
  start: 0,
  end: 0
};
var givenIn = /* @__PURE__ */ new WeakMap();
var DEEPEST2 = 100;
function assignments(fn, name) {
  const known = givenIn.get(fn);
  if (known) return known.get(name) ?? [];
  const found = /* @__PURE__ */ new Map();
  const visit = (body, isOptional, depth) => {
    if (depth > DEEPEST2) return;
    for (const one of body) {
      if (one.kind === "declare" && one.value && one.target.kind === "name") {
        const list = found.get(one.target.name) ?? [];
        list.push({ value: one.value, isOptional, isSure: depth === 0 });
        found.set(one.target.name, list);
      } else if (one.kind === "if") {
        visit(one.consequent, isOptional || one.alternate.length === 0, depth + 1);
        visit(one.alternate, isOptional, depth + 1);
      } else if (one.kind === "try") {
        visit(one.body, isOptional, depth + 1);
        for (const handler of one.handlers) visit(handler.body, true, depth + 1);
      } else if (one.kind === "with" || one.kind === "loop" || one.kind === "block")
        visit(one.body, isOptional || one.kind === "loop", depth + 1);
    }
  };
  visit(fn.body, false, 0);
  givenIn.set(fn, found);
  return found.get(name) ?? [];
}

// src/model/code/queries/django/read.ts
var KEEPS = /^(?:all|filter|exclude|order_by|reverse|select_related|prefetch_related|only|defer|annotate|alias|values|values_list|using|select_for_update|iterator|aiterator|distinct|alatest)$/;
var NO_LIST = /^a?(?:count|exists|get|first|last|latest|earliest|aggregate|contains|explain|create|update|delete|bulk_create|bulk_update|get_or_create|update_or_create|in_bulk|none|raw|dates|datetimes)$/;
function readOf(program, set) {
  const calls = set.steps.flatMap((one) => one.kind === "call" ? [one] : []);
  const names = calls.map(({ name }) => name);
  if (names.some((name) => NO_LIST.test(name))) return void 0;
  const picks = names.findIndex((name) => /^values(?:_list)?$/.test(name));
  if (picks !== -1 && (names.includes("distinct") || names.indexOf("annotate", picks) !== -1)) return void 0;
  const filters = calls.filter(({ name }) => name === "filter" || name === "exclude");
  const limit = limitOf(program, set.steps);
  return {
    library: "django",
    ...set.entity !== void 0 && { entity: set.entity },
    ...limit && { limit },
    isComplete: set.isComplete && names.every((name) => KEEPS.test(name)) && filters.every(({ call }) => call.arguments.every((one) => one.kind === "keyword")),
    comparisons: filters.flatMap(({ name, call }) => comparisonsOf(program, set.model, name, call)),
    eager: calls.flatMap(({ name, call, file }) => eagerOf(file, name, call)),
    isStreamed: names.some((name) => /^a?iterator$/.test(name))
  };
}
function leastBounded(reads) {
  const [read] = [...reads].sort(
    (a, b) => (a.limit ? 1 : 0) - (b.limit ? 1 : 0) || a.comparisons.length - b.comparisons.length
  );
  return read && { ...read, isComplete: reads.every((one) => one.isComplete) };
}
function limitOf(program, steps) {
  const slice = steps.findLast((one) => one.kind === "slice");
  if (slice?.kind !== "slice" || !slice.high) return void 0;
  const { file, low } = slice;
  const high = peel(slice.high);
  const first = low ? numberOf(evaluateExpression(program, { file, node: low })) : 0;
  if (!low || first === 0) return capOf(program, { file, node: high });
  const last = numberOf(evaluateExpression(program, { file, node: high }));
  if (first !== void 0 && last !== void 0)
    return { kind: "fixed", value: last - first, at: { path: file.path, start: high.start, end: high.end } };
  if (high.kind !== "binary" || high.operator !== "+") return unknownCap("it is the difference of two values");
  for (const [start, size] of [
    [high.left, high.right],
    [high.right, high.left]
  ])
    if (sameName(low, start)) return capOf(program, { file, node: size });
  return unknownCap("it is the difference of two values");
}
function sameName(one, other) {
  const [left, right] = [pathOf(one)?.join("."), pathOf(other)?.join(".")];
  return left !== void 0 && left === right;
}
var OWNERS = /^(?:company|tenant|organi[sz]ation|org|workspace|team|project|user|account)$/;
function comparisonsOf(program, model, method, call) {
  return call.arguments.flatMap((one) => {
    if (one.kind !== "keyword") return [];
    const [name = "", ...lookups] = one.name.split("__");
    const field = name === "pk" ? "id" : OWNERS.test(name) || isReference(program, model, name) ? `${name}_id` : name;
    if (method === "exclude") return [{ field, operator: "other" }];
    const lookup = lookups.join("__");
    if (lookup === "" || lookup === "exact" || lookup === "id" || lookup === "pk")
      return [{ field, operator: "equals" }];
    return [{ field: lookup === "in" ? field : one.name, operator: lookup === "in" ? "in" : "other" }];
  });
}
function isReference(program, model, name) {
  const found = model && classMember(program, model, name);
  const value = found?.kind === "field" ? found.node.value : void 0;
  return value?.kind === "call" && /^(?:ForeignKey|OneToOneField)$/.test(pathOf(value.callee)?.at(-1) ?? "");
}
function eagerOf(file, name, call) {
  if (name !== "select_related" && name !== "prefetch_related") return [];
  return call.arguments.flatMap((one) => {
    if (one.kind !== "literal" || typeof one.value !== "string") return [];
    return [
      {
        relation: one.value.replaceAll("__", "."),
        isJoin: name === "select_related",
        isBounded: false,
        ...name === "select_related" && { isMany: false },
        at: { path: file.path, start: one.start, end: one.end }
      }
    ];
  });
}

module.exports = {
  declaredCap,
  capOf,
  unknownCap,
  querySetsOf,
  readOf,
  leastBounded,
  chainOf,
  grownChain,
  linksAddedTo,
  linkCall
};
