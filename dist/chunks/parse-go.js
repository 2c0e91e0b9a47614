"use strict";
const {
  floatOf,
  importsOf,
  integerOf,
  runeOf,
  stringValue
} = require("./chunk-QKRSXXK4.js");
const {
  DEEP,
  concreteTree,
  deepParts,
  part,
  parts
} = require("./chunk-EIHHIYAZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  grammar
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/go/types.ts
var TYPES = /* @__PURE__ */ new Set([
  "type_identifier",
  "generic_type",
  "qualified_type",
  "pointer_type",
  "struct_type",
  "interface_type",
  "array_type",
  "implicit_length_array_type",
  "slice_type",
  "map_type",
  "channel_type",
  "function_type",
  "negated_type",
  "parenthesized_type",
  "type_elem",
  "type_constraint"
]);
function isType(node) {
  return TYPES.has(node.type);
}
function typeIn(node) {
  return node.children.find(isType);
}
function typeReference(reader, node) {
  const inner = innermost(node);
  const located = { start: node.start, end: node.end };
  switch (inner.type) {
    case "type_identifier":
    case "identifier":
    case "qualified_type":
      return { ...located, name: nameOfType(reader, inner), arguments: [] };
    case "generic_type": {
      const base = part(inner, "type");
      const list = part(inner, "type_arguments");
      const given = list?.children.map((one) => typeReference(reader, one)) ?? [];
      return { ...located, name: base ? nameOfType(reader, base) : "?", arguments: given };
    }
    case "slice_type":
    case "array_type":
    case "implicit_length_array_type":
      return { ...located, name: "[]", arguments: some(reader, part(inner, "element")) };
    case "map_type":
      return { ...located, name: "map", arguments: some(reader, part(inner, "key"), part(inner, "value")) };
    case "channel_type":
      return { ...located, name: "chan", arguments: some(reader, part(inner, "value")) };
    case "function_type":
      return { ...located, ...functionType(reader, inner) };
    case "struct_type":
      return { ...located, name: "{}", arguments: [], members: fieldsOf(reader, inner) };
    case "interface_type":
      return { ...located, name: "{}", arguments: [], members: methodsOf(reader, inner) };
    case "type_elem":
    case "type_constraint":
      return { ...located, name: "|", arguments: inner.children.filter(isType).map((one) => typeReference(reader, one)) };
    default:
      return { ...located, name: "?", arguments: [] };
  }
}
function innermost(node) {
  let inner = node;
  for (; ; ) {
    const isWrapper = inner.type === "pointer_type" || inner.type === "negated_type" || inner.type === "parenthesized_type" || (inner.type === "type_elem" || inner.type === "type_constraint") && inner.children.filter(isType).length === 1;
    const next = isWrapper ? typeIn(inner) : void 0;
    if (!next) return inner;
    inner = next;
  }
}
function some(reader, ...nodes) {
  return nodes.flatMap((node) => node ? [typeReference(reader, node)] : []);
}
function nameOfType(reader, node) {
  return reader.textOf(node).replace(/\s+|\/\*[\s\S]*?\*\//g, "");
}
function functionType(reader, node) {
  const list = part(node, "parameters");
  return { name: "()", arguments: list ? parameterTypes(reader, list) : [] };
}
function parameterTypes(reader, list) {
  return list.children.flatMap((one) => {
    const type = part(one, "type");
    if (!type) return [];
    const reference = typeReference(reader, type);
    return Array(Math.max(1, parts(one, "name").length)).fill(reference);
  });
}
function resultType(reader, node) {
  const result = part(node, "result");
  if (!result) return void 0;
  if (result.type !== "parameter_list") return typeReference(reader, result);
  const types = parameterTypes(reader, result);
  const [only2] = types;
  return types.length === 1 && only2 ? only2 : { start: result.start, end: result.end, name: "tuple", arguments: types };
}
function fieldDeclarations(node) {
  const list = node.children.find((child) => child.type === "field_declaration_list");
  return list?.children.filter((child) => child.type === "field_declaration") ?? [];
}
function fieldsOf(reader, struct2) {
  return fieldDeclarations(struct2).flatMap((declaration) => {
    const type = part(declaration, "type");
    const reference = type && typeReference(reader, type);
    const tag = part(declaration, "tag");
    const shared = {
      kind: "field",
      ...reference && { type: reference },
      ...tag && { tag: stringValue(reader, tag) },
      decorators: [],
      isStatic: false,
      isOptional: false
    };
    const names = parts(declaration, "name");
    if (names.length === 0 && reference) {
      const name = reference.name.slice(reference.name.lastIndexOf(".") + 1);
      return [{ ...shared, start: declaration.start, end: declaration.end, name }];
    }
    return names.map((name) => ({ ...shared, start: name.start, end: declaration.end, name: reader.textOf(name) }));
  });
}
function methodsOf(reader, node) {
  return node.children.filter((child) => child.type === "method_elem").flatMap((method) => {
    const name = part(method, "name");
    if (!name) return [];
    const type = { start: method.start, end: method.end, ...functionType(reader, method) };
    return [
      {
        kind: "field",
        start: method.start,
        end: method.end,
        name: reader.textOf(name),
        type,
        decorators: [],
        isStatic: false,
        isOptional: false
      }
    ];
  });
}
function embeddedInterfaces(reader, node) {
  return node.children.filter((child) => child.type === "type_elem").map((child) => typeReference(reader, child)).filter((type) => type.name !== "|");
}

// src/parse/go/calls.ts
var PREDECLARED = /^(?:any|bool|byte|comparable|complex64|complex128|error|float32|float64|u?int(?:8|16|32|64)?|uintptr|rune|string)$/;
var NAMED = /* @__PURE__ */ new Set(["type_identifier", "qualified_type", "generic_type"]);
function conversion(reader, node, type) {
  const shared = {
    kind: "call",
    start: node.start,
    end: node.end,
    arguments: [operand(reader, node)],
    isNew: false
  };
  const callee = expression(reader, type);
  const list = part(type, "type_arguments");
  return list ? generic(reader, shared, type, callee, list) : { ...shared, callee };
}
function generic(reader, shared, whole, callee, list) {
  const index = indexLikeArgument(reader, list);
  return index ? { ...shared, callee: indexed({ ...whole, end: list.end }, callee, index) } : { ...shared, callee, typeArguments: typeArguments(reader, list) };
}
function indexed(node, object, index) {
  const { start, end } = node;
  return index.kind === "literal" && typeof index.value === "string" ? { kind: "member", start, end, object, property: index.value, propertyStart: index.start } : { kind: "index", start, end, object, index };
}
function call(reader, node) {
  const callee = operand(reader, node, "function");
  const given = part(node, "arguments");
  const list = part(node, "type_arguments");
  const isMaking = callee.kind === "name" && (callee.name === "make" || callee.name === "new");
  const made = isMaking ? given && typeIn(given) : void 0;
  const shared = {
    kind: "call",
    start: node.start,
    end: node.end,
    arguments: given ? expressions(reader, given) : [],
    isNew: false
  };
  if (made) return { ...shared, callee, typeArguments: [typeReference(reader, made)] };
  return list ? generic(reader, shared, node, callee, list) : { ...shared, callee };
}
function typeArguments(reader, list) {
  return list.children.filter(isType).map((one) => typeReference(reader, one));
}
function indexLikeArgument(reader, list) {
  const [only2, second] = list.children.filter(isType);
  const [inner] = only2 && !second ? only2.children : [];
  if (inner?.type !== "type_identifier" && inner?.type !== "qualified_type") return void 0;
  const written = reader.textOf(inner);
  const last = written.slice(written.lastIndexOf(".") + 1);
  return /^[a-z_]/.test(last) && !PREDECLARED.test(last) ? expression(reader, inner) : void 0;
}

// src/parse/go/composite.ts
var KEYED_BY_VALUES = /* @__PURE__ */ new Set(["map_type", "slice_type", "array_type", "implicit_length_array_type"]);
function compositeLiteral(reader, node) {
  const type = part(node, "type");
  const body = part(node, "body");
  const given = type && argumentsOf(reader, type);
  const callee = type && typeAsExpression(reader, type);
  const isList = type !== void 0 && type.type !== "map_type" && KEYED_BY_VALUES.has(type.type);
  return {
    kind: "call",
    start: node.start,
    end: node.end,
    callee: callee ?? (type ? expression(reader, type) : nothing(node)),
    arguments: body ? [literalValue(reader, body, isList, type !== void 0 && KEYED_BY_VALUES.has(type.type))] : [],
    isNew: true,
    ...given && given.length > 0 && { typeArguments: given }
  };
}
function nothing(node) {
  return { kind: "unknown", start: node.start, end: node.start, children: [] };
}
function argumentsOf(reader, type) {
  if (type.type === "generic_type") {
    const list = part(type, "type_arguments");
    return list ? typeArguments(reader, list) : [];
  }
  if (type.type === "struct_type") return [typeReference(reader, type)];
  return KEYED_BY_VALUES.has(type.type) ? typeReference(reader, type).arguments : [];
}
function literalValue(reader, node, isList, hasValueKeys) {
  const { start, end } = node;
  const items = node.children.filter((child) => child.type !== "comment");
  if (items.length === 0 ? isList : items.every((item) => item.type !== "keyed_element"))
    return { kind: "array", start, end, elements: items.map((item) => element(reader, item)) };
  const entries = items.map((item, index) => {
    if (item.type === "keyed_element") return keyedElement(reader, item, hasValueKeys);
    return { kind: "entry", start: item.start, end: item.end, key: String(index), value: element(reader, item) };
  });
  return { kind: "object", start, end, entries };
}
function keyedElement(reader, node, hasValueKeys) {
  const { start, end } = node;
  const written = part(node, "key");
  const value = part(node, "value");
  const read = value ? element(reader, value) : nothing(node);
  const key = written && element(reader, written);
  if (key?.kind === "name" && !hasValueKeys) return { kind: "entry", start, end, key: key.name, value: read };
  if (key?.kind === "literal") return { kind: "entry", start, end, key: String(key.value), value: read };
  return { kind: "entry", start, end, ...key && { computed: key }, value: read };
}
function element(reader, node) {
  const inner = node.type === "literal_element" ? node.children.find((child) => child.type !== "comment") : node;
  if (!inner) return nothing(node);
  return inner.type === "literal_value" ? literalValue(reader, inner, false, false) : expression(reader, inner);
}

// src/parse/go/control.ts
function branching(reader, node) {
  switch (node.type) {
    case "if_statement":
      return [condition(reader, node)];
    case "expression_switch_statement":
      return [withInitialiser(reader, node, valueSwitch(reader, node))];
    case "type_switch_statement":
      return [withInitialiser(reader, node, typeSwitch(reader, node))];
    case "select_statement":
      return [{ kind: "switch", start: node.start, end: node.end, cases: cases(reader, node) }];
  }
  return void 0;
}
function condition(reader, node) {
  const then = part(node, "consequence");
  const otherwise = part(node, "alternative");
  const isBlock = otherwise?.type === "block";
  return withInitialiser(reader, node, {
    kind: "if",
    start: node.start,
    end: node.end,
    test: expressionIn(reader, node, "condition"),
    consequent: then ? blockBody(reader, then) : [],
    alternate: otherwise ? isBlock ? blockBody(reader, otherwise) : bodyOf(reader, [otherwise]) : []
  });
}
function expressionIn(reader, node, field) {
  const found = part(node, field);
  return found ? expression(reader, found) : { kind: "unknown", start: node.start, end: node.start, children: [] };
}
function valueSwitch(reader, node) {
  const subject = part(node, "value");
  return {
    kind: "switch",
    start: node.start,
    end: node.end,
    ...subject && { subject: expression(reader, subject) },
    cases: cases(reader, node)
  };
}
function typeSwitch(reader, node) {
  const { start, end } = node;
  const value = expressionIn(reader, node, "value");
  const list = part(node, "alias");
  const alias = list && listOf(reader, list);
  if (alias?.kind !== "name") return { kind: "switch", start, end, subject: value, cases: cases(reader, node) };
  const declare = {
    kind: "declare",
    start: alias.start,
    end: value.end,
    target: alias,
    value,
    isConstant: false
  };
  return {
    kind: "block",
    start,
    end,
    body: [declare, { kind: "switch", start, end, subject: alias, cases: cases(reader, node) }]
  };
}
function cases(reader, node) {
  return node.children.flatMap((child) => {
    switch (child.type) {
      case "default_case":
        return [{ tests: [], body: bodyOf(reader, child.children) }];
      case "type_case":
        return [
          { tests: parts(child, "type").map((type) => expression(reader, type)), body: rest(reader, child, "type") }
        ];
      case "expression_case": {
        const values = part(child, "value");
        return [{ tests: values ? expressions(reader, values) : [], body: rest(reader, child, "value") }];
      }
      case "communication_case":
        return [communication(reader, child)];
      default:
        return [];
    }
  });
}
function rest(reader, node, field) {
  return bodyOf(
    reader,
    node.children.filter((child) => child.field !== field)
  );
}
function communication(reader, node) {
  const what = part(node, "communication");
  const body = rest(reader, node, "communication");
  if (what?.type !== "receive_statement") {
    const tests = what ? simple(reader, what) : [];
    return { tests: tests?.flatMap((one) => one.kind === "expression" ? [one.value] : []) ?? [], body };
  }
  const left = part(what, "left");
  const received = expressionIn(reader, what, "right");
  const isDeclared = left !== void 0 && /:=/.test(reader.textOf({ ...what, start: left.end }));
  if (!left) return { tests: [received], body };
  if (isDeclared)
    return {
      tests: [received],
      body: [...pair({ start: left.start, end: left.end, isConstant: false }, expressions(reader, left), []), ...body]
    };
  const target = listOf(reader, left);
  const { start, end } = what;
  return { tests: [{ kind: "assign", start, end, operator: "=", target, value: received }], body };
}
function loop(reader, node) {
  if (node.type !== "for_statement") return void 0;
  const block = part(node, "body");
  const head = node.children.find((child) => child !== block && child.type !== "comment");
  const shared = {
    kind: "loop",
    start: node.start,
    end: node.end,
    isAsync: false,
    body: block ? blockBody(reader, block) : []
  };
  if (!head) return [{ ...shared, form: "while" }];
  if (head.type === "for_clause") return [{ ...shared, form: "count", ...clause(reader, head) }];
  if (head.type !== "range_clause") return [{ ...shared, form: "while", test: expression(reader, head) }];
  const target = part(head, "left");
  const iterated = part(head, "right");
  return [
    {
      ...shared,
      form: "each",
      ...target && { target: listOf(reader, target) },
      ...iterated && { iterated: expression(reader, iterated) }
    }
  ];
}
function clause(reader, head) {
  const first = part(head, "initializer");
  const test = part(head, "condition");
  const update = part(head, "update");
  const before = first ? bodyOf(reader, [first]) : [];
  const [one] = before;
  const whole = first && before.length > 1 ? { kind: "block", start: first.start, end: first.end, body: before } : one;
  const steps = (update ? bodyOf(reader, [update]) : []).flatMap(
    (step2) => step2.kind === "expression" ? [step2.value] : []
  );
  const [only2] = steps;
  const step = update && steps.length > 1 ? { kind: "array", start: update.start, end: update.end, elements: steps } : only2;
  return { ...whole && { first: whole }, ...test && { test: expression(reader, test) }, ...step && { step } };
}

// src/parse/go/statements.ts
function statementsOf(reader, node) {
  const { start, end } = node;
  switch (node.type) {
    case "function_declaration":
    case "method_declaration":
      return [functionDeclaration(reader, node)];
    case "type_declaration":
      return node.children.flatMap((child) => typeSpec(reader, child) ?? []);
    case "const_declaration":
      return constants(reader, node);
    case "var_declaration":
      return variables(reader, node);
    case "block":
      return [{ kind: "block", start, end, body: blockBody(reader, node) }];
    case "statement_list":
      return bodyOf(reader, node.children);
    case "labeled_statement":
      return [{ kind: "block", start, end, body: bodyOf(reader, node.children.slice(1)) }];
    case "return_statement": {
      const list = node.children.find((child) => child.type === "expression_list");
      return [{ kind: "return", start, end, ...list && { value: listOf(reader, list) } }];
    }
    case "go_statement":
    case "defer_statement":
      return [
        {
          kind: "deferred",
          start,
          end,
          form: node.type === "go_statement" ? "go" : "defer",
          value: only(reader, node)
        }
      ];
    case "break_statement":
      return [{ kind: "jump", start, end, form: "break" }];
    case "continue_statement":
      return [{ kind: "jump", start, end, form: "continue" }];
    case "goto_statement":
      return [{ kind: "jump", start, end, form: "goto" }];
    case "fallthrough_statement":
      return [{ kind: "jump", start, end, form: "fallthrough" }];
    case "empty_statement":
    case "comment":
    case "package_clause":
    case "import_declaration":
      return [];
    default:
      return simple(reader, node) ?? branching(reader, node) ?? loop(reader, node);
  }
}
function blockBody(reader, block) {
  return bodyOf(reader, block.children);
}
function bodyOf(reader, nodes) {
  return nodes.flatMap((node) => statementsOf(reader, node) ?? anything(reader, node).map(asStatement));
}
var STATEMENTS = /* @__PURE__ */ new Set([
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
  "function",
  "class",
  "type",
  "deferred",
  "jump"
]);
function asStatement(node) {
  return isStatement(node) ? node : { kind: "expression", start: node.start, end: node.end, value: node };
}
function isStatement(node) {
  return STATEMENTS.has(node.kind) && !(node.kind === "function" && node.isArrow);
}
function simple(reader, node) {
  const { start, end } = node;
  switch (node.type) {
    case "expression_statement":
      return [{ kind: "expression", start, end, value: only(reader, node) }];
    case "send_statement": {
      const [left, right] = [part(node, "channel"), part(node, "value")];
      if (!left || !right) return void 0;
      const value = { left: expression(reader, left), right: expression(reader, right) };
      return [{ kind: "expression", start, end, value: { kind: "binary", start, end, operator: "<-", ...value } }];
    }
    case "inc_statement":
    case "dec_statement": {
      const one = { kind: "literal", start: end, end, value: 1 };
      const operator = node.type === "inc_statement" ? "+=" : "-=";
      return [expressionOf({ kind: "assign", start, end, operator, target: only(reader, node), value: one })];
    }
    case "assignment_statement":
      return assignments(reader, node);
    case "short_var_declaration": {
      const [left, right] = [part(node, "left"), part(node, "right")];
      const targets = left ? expressions(reader, left) : [];
      return pair({ start, end, isConstant: false }, targets, right ? expressions(reader, right) : []);
    }
  }
  return void 0;
}
function expressionOf(value) {
  return { kind: "expression", start: value.start, end: value.end, value };
}
function only(reader, node) {
  const found = node.children.find((child) => child.type !== "comment" && child.type !== "++" && child.type !== "--");
  return found ? expression(reader, found) : { kind: "unknown", start: node.start, end: node.end, children: [] };
}
function assignments(reader, node) {
  const [left, right, sign] = [part(node, "left"), part(node, "right"), part(node, "operator")];
  const targets = left ? expressions(reader, left) : [];
  const values = right ? expressions(reader, right) : [];
  const shared = {
    kind: "assign",
    start: node.start,
    end: node.end,
    operator: sign ? reader.textOf(sign) : "="
  };
  if (targets.length === values.length)
    return targets.flatMap((target2, index) => {
      const value2 = values[index];
      return value2 ? [expressionOf({ ...shared, target: target2, value: value2 })] : [];
    });
  const target = left && listOf(reader, left);
  const value = right && listOf(reader, right);
  return target && value ? [expressionOf({ ...shared, target, value })] : [];
}
function withInitialiser(reader, node, statement) {
  const first = part(node, "initializer");
  const before = first ? bodyOf(reader, [first]) : [];
  if (before.length === 0) return statement;
  return { kind: "block", start: node.start, end: node.end, body: [...before, statement] };
}

// src/parse/go/declarations.ts
function functionDeclaration(reader, node) {
  const name = part(node, "name");
  const list = part(node, "receiver");
  const [receiver] = list ? parameters(reader, list) : [];
  return {
    ...functionLiteral(reader, node),
    ...name && { name: reader.textOf(name), nameStart: name.start },
    ...receiver && { receiver },
    isArrow: false
  };
}
function functionLiteral(reader, node) {
  const list = part(node, "parameters");
  const body = part(node, "body");
  const returns = resultType(reader, node);
  return {
    kind: "function",
    start: node.start,
    end: node.end,
    nameStart: node.start,
    parameters: list ? parameters(reader, list) : [],
    body: body ? blockBody(reader, body) : [],
    decorators: [],
    ...returns && { returns },
    isAsync: false,
    isGenerator: false,
    isStatic: false,
    isArrow: true,
    isAbstract: false
  };
}
function parameters(reader, list) {
  const written = list.children.filter((one) => DECLARATIONS.has(one.type));
  const areNamed = written.some((one) => parts(one, "name").length > 0);
  const found = [];
  let type;
  for (const declaration of [...written].reverse()) {
    const own = part(declaration, "type");
    const names = parts(declaration, "name");
    const isName = areNamed && names.length === 0 && own?.type === "type_identifier";
    if (!isName) type = own;
    const named = isName ? [own] : names;
    const one = (target) => parameter(reader, declaration, type, target);
    if (named.length === 0) found.push(one({ kind: "name", ...at(declaration), name: "_" }));
    else
      for (const name of [...named].reverse()) found.push(one({ kind: "name", ...at(name), name: reader.textOf(name) }));
  }
  return found.reverse();
}
var DECLARATIONS = /* @__PURE__ */ new Set(["parameter_declaration", "variadic_parameter_declaration"]);
function parameter(reader, declaration, type, target) {
  return {
    kind: "parameter",
    ...at(declaration),
    target,
    ...type && { type: typeReference(reader, type) },
    ...declaration.type === "variadic_parameter_declaration" && { rest: "list" },
    decorators: [],
    isProperty: false,
    isOptional: false
  };
}
function at(node) {
  return { start: node.start, end: node.end };
}
function typeSpec(reader, node) {
  const name = part(node, "name");
  const type = part(node, "type");
  if (!name || !type) return void 0;
  if (type.type === "struct_type" && node.type === "type_spec") return struct(reader, node, name, type);
  return {
    kind: "type",
    ...at(node),
    name: reader.textOf(name),
    type: typeReference(reader, type),
    bases: type.type === "interface_type" ? embeddedInterfaces(reader, type) : []
  };
}
function struct(reader, node, name, type) {
  const embedded = fieldDeclarations(type).flatMap((field) => {
    const base = parts(field, "name").length === 0 ? part(field, "type") : void 0;
    return base ? [base] : [];
  });
  return {
    kind: "class",
    ...at(node),
    name: reader.textOf(name),
    nameStart: name.start,
    bases: embedded.map((base) => typeAsExpression(reader, base) ?? { kind: "unknown", ...at(base), children: [] }),
    baseTypes: embedded.map((base) => typeReference(reader, base)),
    keywords: [],
    decorators: [],
    members: fieldsOf(reader, type),
    statements: [],
    isAbstract: false
  };
}
var LONGEST_REPEATED = 200;
function constants(reader, node) {
  let repeated;
  return node.children.filter((child) => child.type === "const_spec").flatMap((spec, iota) => {
    if (part(spec, "value")) repeated = spec;
    const isShort = repeated === spec || repeated && repeated.end - repeated.start <= LONGEST_REPEATED;
    const values = isShort && repeated ? part(repeated, "value") : void 0;
    const type = repeated && part(repeated, "type");
    return declarations({ ...reader, iota }, spec, parts(spec, "name"), values, type, true);
  });
}
function variables(reader, node) {
  return node.children.flatMap((child) => child.type === "var_spec_list" ? child.children : [child]).filter((child) => child.type === "var_spec").flatMap((spec) => declarations(reader, spec, parts(spec, "name"), part(spec, "value"), part(spec, "type"), false));
}
function declarations(reader, spec, names, list, type, isConstant) {
  return pair(
    { ...at(spec), isConstant, ...type && { type: typeReference(reader, type) } },
    names.map((name) => ({ kind: "name", ...at(name), name: reader.textOf(name) })),
    list ? expressions(reader, list) : []
  );
}
function pair(shared, targets, values) {
  const [first] = targets;
  const [value] = values;
  if (first && value && targets.length > 1 && values.length === 1) {
    const target = {
      kind: "array",
      start: first.start,
      end: targets.at(-1)?.end ?? first.end,
      elements: targets
    };
    return [{ kind: "declare", ...shared, target, value }];
  }
  return targets.map((target, index) => {
    const own = values[index];
    return { kind: "declare", ...shared, target, ...own && { value: own } };
  });
}

// src/parse/go/expressions.ts
var SPELLING = /* @__PURE__ */ new Map([
  ["==", "==="],
  ["!=", "!=="]
]);
function expression(reader, node) {
  const { start, end } = node;
  switch (node.type) {
    case "type_identifier":
      if (reader.textOf(node) === "nil") return { kind: "literal", start, end, value: null };
      return { kind: "name", start, end, name: reader.textOf(node) };
    case "identifier":
    case "field_identifier":
    case "package_identifier":
    case "blank_identifier":
    case "label_name":
      return { kind: "name", start, end, name: reader.textOf(node) };
    case "nil":
      return { kind: "literal", start, end, value: null };
    case "true":
    case "false":
      return { kind: "literal", start, end, value: node.type === "true" };
    case "iota":
      return reader.iota === void 0 ? { kind: "name", start, end, name: "iota" } : { kind: "literal", start, end, value: reader.iota };
    case "raw_string_literal":
    case "interpreted_string_literal":
      return { kind: "literal", start, end, value: stringValue(reader, node) };
    case "int_literal":
      return { kind: "literal", start, end, value: integerOf(reader.textOf(node)) };
    case "float_literal":
      return { kind: "literal", start, end, value: floatOf(reader.textOf(node)) };
    case "rune_literal":
      return {
        kind: "literal",
        start,
        end,
        value: runeOf(reader.textOf(node).slice(1, -1))
      };
    case "call_expression":
      return call(reader, node);
    case "func_literal":
      return functionLiteral(reader, node);
    case "composite_literal":
      return compositeLiteral(reader, node);
    case "variadic_argument":
      return { kind: "spread", start, end, form: "list", value: inside(reader, node) };
    case "parenthesized_expression":
      return inside(reader, node);
    case "expression_list":
      return listOf(reader, node);
    default:
      return operation(reader, node) ?? typeAsExpression(reader, node) ?? unknownExpression(reader, node);
  }
}
function operation(reader, node) {
  const { start, end } = node;
  switch (node.type) {
    case "selector_expression": {
      const property = part(node, "field");
      return {
        kind: "member",
        start,
        end,
        object: operand(reader, node),
        property: property ? reader.textOf(property) : "",
        propertyStart: property?.start ?? end
      };
    }
    case "index_expression":
      return indexed(node, operand(reader, node), operand(reader, node, "index"));
    case "slice_expression": {
      const low = part(node, "start");
      const high = part(node, "end");
      const step = part(node, "capacity");
      return {
        kind: "slice",
        start,
        end,
        object: operand(reader, node),
        ...low && { low: expression(reader, low) },
        ...high && { high: expression(reader, high) },
        ...step && { step: expression(reader, step) }
      };
    }
    case "binary_expression":
      return {
        kind: "binary",
        start,
        end,
        operator: operatorOf(reader, node),
        left: operand(reader, node, "left"),
        right: operand(reader, node, "right")
      };
    case "unary_expression":
      return { kind: "unary", start, end, operator: operatorOf(reader, node), value: operand(reader, node) };
    case "type_assertion_expression":
    case "type_conversion_expression": {
      const type = part(node, "type");
      if (type && node.type === "type_conversion_expression" && NAMED.has(type.type))
        return conversion(reader, node, type);
      return {
        kind: "cast",
        start,
        end,
        value: operand(reader, node),
        ...type && { type: typeReference(reader, type) }
      };
    }
    case "type_instantiation_expression": {
      const type = part(node, "type");
      return type ? expression(reader, type) : void 0;
    }
  }
  return void 0;
}
function operatorOf(reader, node) {
  const operator = part(node, "operator");
  const written = operator ? reader.textOf(operator) : "";
  return SPELLING.get(written) ?? written;
}
function operand(reader, node, field = "operand") {
  const found = part(node, field);
  return found ? expression(reader, found) : { kind: "unknown", start: node.end, end: node.end, children: [] };
}
function inside(reader, node) {
  const found = node.children.find((child) => child.type !== "comment");
  return found ? expression(reader, found) : { kind: "unknown", start: node.start, end: node.end, children: [] };
}
function listOf(reader, node) {
  const elements = expressions(reader, node);
  const [only2] = elements;
  return elements.length === 1 && only2 ? only2 : { kind: "array", start: node.start, end: node.end, elements };
}
function expressions(reader, node) {
  return node.children.filter((child) => child.type !== "comment").map((child) => expression(reader, child));
}
function typeAsExpression(reader, node) {
  const { start, end } = node;
  switch (node.type) {
    case "qualified_type": {
      const object = operand(reader, node, "package");
      const name = part(node, "name");
      return {
        kind: "member",
        start,
        end,
        object,
        property: name ? reader.textOf(name) : "",
        propertyStart: name?.start ?? end
      };
    }
    case "generic_type":
      return operand(reader, node, "type");
    case "pointer_type": {
      const type = typeIn(node);
      return type && { kind: "unary", start, end, operator: "*", value: expression(reader, type) };
    }
    case "parenthesized_type":
    case "type_elem": {
      const type = typeIn(node);
      return type && expression(reader, type);
    }
    default:
      return isType(node) ? { kind: "name", start, end, name: typeReference(reader, node).name } : void 0;
  }
}
function unknownExpression(reader, node) {
  const children = node.type === DEEP ? reader.later(node) : partsOf(reader, node);
  return { kind: "unknown", start: node.start, end: node.end, children };
}
function partsOf(reader, node) {
  return node.children.flatMap((child) => anything(reader, child));
}
var EXPRESSION = /(?:_expression|_literal|^identifier|^nil|^true|^false|^iota)$/;
function anything(reader, node) {
  const statements = statementsOf(reader, node);
  if (statements) return statements;
  if (EXPRESSION.test(node.type) || node.type === DEEP) return [expression(reader, node)];
  return partsOf(reader, node);
}

// src/parse/go/segments.ts
var BEGINNING = /^(?:func|type|var|const|import|package)\b/;
var OPAQUE = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))|`[^`]*(?:`|$(?![\s\S]))|"(?:\\[^\n]|[^"\\\n])*"|'(?:\\[^\n]|[^'\\\n])*'/g;
function segmentsOf(text) {
  const opaque = [];
  for (const { index, 0: found } of text.matchAll(OPAQUE)) {
    const isOpen = found.startsWith("/*") && !/[\s\S]{2}\*\/$/.test(found) || /^`[^`]*$/.test(found);
    if (!isOpen) opaque.push([index, index + found.length]);
  }
  const starts = [];
  let next = 0;
  for (let at2 = 0; at2 !== -1 && at2 < text.length; at2 = lineAfter(text, at2)) {
    while ((opaque[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at2) next++;
    if ((opaque[next]?.[0] ?? Number.POSITIVE_INFINITY) < at2) continue;
    if (BEGINNING.test(text.slice(at2, at2 + 10))) starts.push(at2);
  }
  if (starts[0] !== 0) starts.unshift(0);
  return starts.map((start, index) => [start, starts[index + 1] ?? text.length]);
}
function lineAfter(text, at2) {
  const end = text.indexOf("\n", at2);
  return end === -1 ? -1 : end + 1;
}

// src/parse/go/selection.ts
var LEAVES = /* @__PURE__ */ new Set([
  "identifier",
  "type_identifier",
  "field_identifier",
  "package_identifier",
  "label_name",
  "blank_identifier",
  "dot",
  "comment",
  "raw_string_literal",
  "interpreted_string_literal",
  "int_literal",
  "float_literal",
  "imaginary_literal",
  "rune_literal",
  "nil",
  "true",
  "false",
  "iota",
  "empty_statement"
]);
var PUNCTUATION = /^[(){}[\],;.:\n\0"'`]$|^[a-z]+$|^\.\.\.$|^:=$/;
var GO = {
  handling: (type, isNamed) => {
    if (isNamed) return LEAVES.has(type) ? "leaf" : "inner";
    return PUNCTUATION.test(type) ? "skip" : "leaf";
  },
  deepest: 400,
  cuts: { types: /_expression$|_statement$|^composite_literal$|^func_literal$/, atLatest: 200 }
};

// src/parse/go.ts
var LONGEST = 3e6;
var MAXIMAL_PROBLEMS = 20;
function readGo(source) {
  const trees = source.text.length > LONGEST ? [] : treesOf(source.text);
  const roots = trees.flatMap((tree) => tree.root.children);
  const packageName = roots.find((node) => node.type === "package_clause")?.children[0];
  const textOf = (node) => source.text.slice(node.start, node.end);
  const { later, fill } = deepParts(trees);
  const reader = { textOf, later };
  const body = bodyOf(reader, roots);
  fill((node) => anything(reader, node));
  return {
    path: source.path,
    language: "go",
    imports: roots.flatMap((node) => node.type === "import_declaration" ? importsOf(reader, node) : []),
    exports: [],
    body,
    problems: problemsOf(source, trees),
    ...packageName && { packageName: textOf(packageName) },
    directives: constraintsOf(roots, textOf)
  };
}
function treesOf(text) {
  const whole = parse(text, 0);
  if (!whole?.hasError) return whole ? [whole] : [];
  const pieces = segmentsOf(text).flatMap(([start, end]) => parse(text.slice(start, end), start) ?? []);
  return pieces.some((piece) => piece.hasError) ? pieces : [whole];
}
var MAKING = /\b(?:new|make)(?=\(\s*(?!(?:chan|func|interface|map|struct)\b)[\p{L}\d_"'`&!-])/gu;
function parse(text, offset) {
  const parser = grammar("go");
  if (!parser) return void 0;
  try {
    const tree = concreteTree(parser, text, offset, GO);
    const other = tree?.hasError ? text.replace(MAKING, (name) => name.toUpperCase()) : text;
    const second = other === text ? void 0 : concreteTree(parser, other, offset, GO);
    return second && !second.hasError ? second : tree;
  } catch {
    return void 0;
  }
}
function constraintsOf(roots, textOf) {
  const end = roots.findIndex((node) => node.type === "package_clause");
  return roots.slice(0, Math.max(0, end)).filter((node) => node.type === "comment").map(
    (node) => textOf(node).replace(/^\/\/\s*/, "").trim()
  ).filter((text) => /^(?:go:build|\+build)\s/.test(text));
}
function problemsOf(source, trees) {
  const problems = [];
  const tell = (message, start, end) => problems.push({ at: { path: source.path, start, end }, kind: "syntax", message });
  if (source.text.length > LONGEST) tell(`the text is longer than ${LONGEST} characters`, 0, 1);
  else if (trees.length === 0) tell("the text cannot be read", 0, 1);
  const waiting = trees.filter((tree) => tree.hasError).flatMap((tree) => [tree.root, ...tree.deep.values()]);
  waiting.reverse();
  for (let node = waiting.pop(); node && problems.length < MAXIMAL_PROBLEMS; node = waiting.pop()) {
    if (node.isMissing) tell(`\`${node.type}\` is missing`, node.start, node.end);
    else if (node.type === "ERROR") tell(`unexpected ${excerpt(source.text, node)}`, node.start, node.end);
    else
      for (let index = node.children.length - 1; index >= 0; index--)
        waiting.push(...node.children.slice(index, index + 1));
  }
  return problems;
}
function excerpt(text, node) {
  const [line = ""] = text.slice(node.start, Math.min(node.end, node.start + 40)).split("\n");
  return line.trim() === "" ? "end of line" : `\`${line.trim()}\``;
}
module.exports = {
  house: runAudit,
  readGo
};
