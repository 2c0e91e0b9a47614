"use strict";

// src/parse/python/reader.ts
var named = (function named(node) {
  return node.children.filter((child) => !KEPT.has(child.type));
});
var isAsync = (function isAsync(node) {
  return node.children[0]?.type === "async";
});

// src/parse/python/types.ts
var typeOf = (function typeOf(reader, node) {
  return typeFrom(typeExpression(reader, node));
});
var typeExpression = (function typeExpression(reader, node) {
  const { start, end } = node;
  const inner = named(node);
  const [only] = inner;
  switch (node.type) {
    case "type":
      return inner.length === 1 && only ? typeExpression(reader, only) : unknown(reader, node);
    case "generic_type": {
      const [, parameters] = inner;
      if (!only || !parameters) return unknown(reader, node);
      const values = named(parameters).map((child) => typeExpression(reader, child));
      const [value] = values;
      const index = values.length === 1 && value ? value : { kind: "array", start: parameters.start, end, elements: values };
      return { kind: "index", start, end, object: typeExpression(reader, only), index };
    }
    case "union_type": {
      const values = inner.map((child) => typeExpression(reader, child));
      return values.reduce((left, right) => ({
        kind: "binary",
        start: left.start,
        end: right.end,
        operator: "|",
        left,
        right
      }));
    }
    case "member_type": {
      const property = inner.at(-1);
      if (!only || !property || inner.length < 2) return unknown(reader, node);
      const object = typeExpression(reader, only);
      return { kind: "member", start, end, object, property: reader.textOf(property), propertyStart: property.start };
    }
    default:
      return expression(reader, node);
  }
});
var typeFrom = (function typeFrom(written) {
  const { start, end } = written;
  const make = (name2, given2 = []) => {
    return { start, end, name: name2, arguments: given2, expression: written };
  };
  const path = pathOf(written);
  if (path) return make(path.join("."));
  if (written.kind === "literal") {
    if (written.value === null) return make("None");
    const isName = typeof written.value === "string" && /^[\w.]+$/.test(written.value);
    return isName ? make(String(written.value)) : make("literal");
  }
  if (written.kind === "binary" && written.operator === "|") return make("|", unionOf(written));
  if (written.kind === "array") return make("?", written.elements.map(typeFrom));
  if (written.kind !== "index") return make("?");
  const name = pathOf(written.object)?.join(".") ?? "?";
  const given = (written.index.kind === "array" ? written.index.elements : [written.index]).map(typeFrom);
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (LISTS.has(last)) return make("[]", given);
  if (last === "Union") return make("|", given);
  if (last === "Optional") return make("|", [...given, { start: end, end, name: "None", arguments: [] }]);
  return make(name, given);
});
var unionOf = (function unionOf(written) {
  const members = [];
  let left = written;
  while (left.kind === "binary" && left.operator === "|") {
    members.push(typeFrom(left.right));
    left = left.left;
  }
  return [typeFrom(left), ...members.reverse()];
});

// src/parse/python/assignments.ts
var assignment = (function assignment(reader, node) {
  const targets = [];
  let at = node;
  for (; ; ) {
    const left = part(at, "left");
    const right = part(at, "right");
    if (left) targets.push(left);
    if (right?.type !== "assignment") break;
    at = right;
  }
  const value = writtenValue(reader, part(at, "right"));
  const type = part(at, "type");
  const statements = [];
  let given = value;
  for (const target of targets.reverse()) {
    const left = expression(reader, target);
    const place = { start: target.start, end: given === value ? node.end : target.end };
    statements.push(...bind(reader, left, given, type && typeOf(reader, type), place));
    if (left.kind === "name") given = { ...left };
    else if (left.kind === "member") given = left;
    else given = { kind: "unknown", start: left.start, end: left.end, children: [] };
  }
  return statements;
});
var writtenValue = (function writtenValue(reader, node) {
  if (!node) return void 0;
  return node.type === "augmented_assignment" ? augmented(reader, node) : expression(reader, node);
});
var bind = (function bind(reader, target, value, type, place) {
  if (isDeclared(reader, target)) {
    const isConstant = target.kind === "name" && (type?.name.endsWith("Final") || /^_*[A-Z][A-Z\d_]*$/.test(target.name));
    return [
      {
        kind: "declare",
        ...place,
        target,
        ...type && { type },
        ...value && { value },
        isConstant: isConstant === true
      }
    ];
  }
  if (!value) return asStatement(target);
  const typed = type ? { kind: "cast", start: value.start, end: value.end, value, type } : value;
  return asStatement({ kind: "assign", ...place, operator: "=", target, value: typed });
});
var isDeclared = (function isDeclared(reader, target) {
  if (target.kind === "name") return !reader.around?.outer.has(target.name);
  if (target.kind === "spread") return isDeclared(reader, target.value);
  return target.kind === "array" && target.elements.every((one) => isDeclared(reader, one));
});

// src/parse/python/control.ts
var conditional = (function conditional(reader, node) {
  const test = operand(reader, node, "condition");
  const branches = [{ at: node, test, body: branch(reader, node, test) }];
  let alternate = [];
  for (const child of parts(node, "alternative")) {
    if (child.type === "elif_clause") {
      const condition = operand(reader, child, "condition");
      branches.push({ at: child, test: condition, body: branch(reader, child, condition) });
    } else alternate = blockOf(reader, part(child, "body"));
  }
  for (const { at, test: test2, body } of branches.reverse())
    alternate = [{ kind: "if", start: at.start, end: node.end, test: test2, consequent: body, alternate }];
  return [...alternate, ...broken(reader, node)];
});
var branch = (function branch(reader, node, test) {
  const before = reader.typeOnly;
  if (pathOf(test)?.at(-1) === "TYPE_CHECKING") reader.typeOnly = true;
  const body = blockOf(reader, part(node, "consequence"));
  reader.typeOnly = before;
  return body;
});
var broken = (function broken(reader, node) {
  return node.children.filter((child) => child.type === "ERROR").flatMap((child) => statement(reader, child));
});
var loop = (function loop(reader, node) {
  const { start, end } = node;
  const isEach = node.type === "for_statement";
  const head = isEach ? { form: "each", target: operand(reader, node, "left"), iterated: operand(reader, node, "right") } : { form: "while", test: operand(reader, node, "condition") };
  const body = blockOf(reader, part(node, "body"));
  const alternative = part(node, "alternative");
  const after = alternative ? blockOf(reader, part(alternative, "body")) : [];
  return [
    { kind: "loop", start, end, ...head, isAsync: isAsync(node), body },
    ...alternative && after.length > 0 ? [{ kind: "block", start: alternative.start, end: alternative.end, body: after }] : [],
    ...broken(reader, node)
  ];
});
var tryStatement = (function tryStatement(reader, node) {
  const block = (type) => {
    const clause = node.children.find((child) => child.type === type);
    const body = clause && (part(clause, "body") ?? clause.children.find((child) => child.type === "block"));
    return blockOf(reader, body);
  };
  return {
    kind: "try",
    start: node.start,
    end: node.end,
    body: [...blockOf(reader, part(node, "body")), ...broken(reader, node)],
    handlers: node.children.filter((child) => child.type === "except_clause").map((child) => handler(reader, child)),
    otherwise: block("else_clause"),
    finalizer: block("finally_clause")
  };
});
var handler = (function handler(reader, node) {
  const written = parts(node, "value");
  const [only] = written;
  const isNamed = only?.type === "as_pattern";
  const caught = isNamed ? named(only).filter((child) => child.field !== "alias") : written;
  const alias = part(isNamed ? only : node, "alias");
  const types = caught.flatMap((child) => {
    const value = expression(reader, child);
    return value.kind === "array" ? value.elements : [value];
  });
  const block = node.children.find((child) => child.type === "block");
  return {
    start: node.start,
    end: node.end,
    types,
    ...alias && { target: expression(reader, alias) },
    body: blockOf(reader, block)
  };
});

// src/parse/python/imports.ts
var importStatement = (function importStatement(reader, node) {
  for (const child of parts(node, "name")) {
    const { start, end } = child;
    const common = { start, end, ...circumstances(reader) };
    const alias = part(child, "alias");
    const from = dotted(reader, part(child, "name") ?? child);
    const [top = from] = from.split(".");
    if (alias) reader.imports.push({ ...common, from, name: "*", local: reader.textOf(alias) });
    else {
      reader.imports.push({ ...common, from: top, name: "*", local: top });
      if (top !== from) reader.imports.push({ ...common, from });
    }
  }
});
var importFromStatement = (function importFromStatement(reader, node) {
  const module = part(node, "module_name");
  const from = module ? dotted(reader, module) : "__future__";
  const common = circumstances(reader);
  for (const child of node.children) {
    const { start, end } = child;
    if (child.type === "wildcard_import") reader.imports.push({ ...common, start, end, from, name: "*" });
    if (child.field !== "name" || child.isMissing) continue;
    const name = dotted(reader, part(child, "name") ?? child);
    const alias = part(child, "alias");
    reader.imports.push({ ...common, start, end, from, name, local: alias ? reader.textOf(alias) : name });
  }
});
var circumstances = (function circumstances(reader) {
  return { typeOnly: reader.typeOnly, deferred: reader.around !== void 0 };
});
var dotted = (function dotted(reader, node) {
  if (node.type === "import_prefix") return reader.textOf(node).replace(/[^.]/g, "");
  const inner = named(node);
  if (inner.length === 0) return reader.textOf(node);
  const separator = node.type === "relative_import" ? "" : ".";
  return inner.map((child) => dotted(reader, child)).join(separator);
});

// src/parse/python/operators.ts
var operation = (function operation(reader, node) {
  const spine = [];
  let left = node;
  while (left?.type === "binary_operator" || left?.type === "boolean_operator") {
    spine.push(left);
    left = part(left, "left");
  }
  let result = left ? expression(reader, left) : { kind: "unknown", start: 0, end: 0, children: [] };
  for (const { start, end, children } of spine.reverse()) {
    const operator = children.find((child) => child.field === "operator")?.type ?? "";
    const right = children.find((child) => child.field === "right");
    const value = right ? expression(reader, right) : { kind: "unknown", start: end, end, children: [] };
    result = { kind: "binary", start, end, operator: SPELLING[operator] ?? operator, left: result, right: value };
  }
  return result;
});
var comparison = (function comparison(reader, node) {
  const operands = node.children.filter((child) => child.field !== "operators");
  const values = operands.map((child) => expression(reader, child));
  const operators = parts(node, "operators").map(({ type }) => SPELLING[type] ?? type);
  const [initial] = values;
  if (!initial) return { kind: "unknown", start: node.start, end: node.end, children: [] };
  let result;
  let left = initial;
  for (const [index, right] of values.slice(1).entries()) {
    const { start } = left;
    const pair = { kind: "binary", start, end: right.end, operator: operators[index] ?? "", left, right };
    result = result ? { kind: "binary", start: node.start, end: right.end, operator: "&&", left: result, right: pair } : pair;
    left = isInert(right) ? right : { kind: "unknown", start: right.start, end: right.end, children: [] };
  }
  return result ?? initial;
});
var isInert = (function isInert(value) {
  let inert = true;
  walk([value], (node) => {
    inert &&= node.kind === "name" || node.kind === "member" || node.kind === "literal";
    return inert;
  });
  return inert;
});
var chain = (function chain(reader, node) {
  const links = [];
  let at = node;
  while (at?.type === "attribute" || at?.type === "call" || at?.type === "subscript") {
    links.push(at);
    at = part(at, at.type === "attribute" ? "object" : at.type === "call" ? "function" : "value");
  }
  let result = at ? expression(reader, at) : { kind: "unknown", start: node.start, end: node.start, children: [] };
  const spread2 = result.kind === "spread" ? result : void 0;
  if (spread2) result = spread2.value;
  for (const link of links.reverse()) result = linked(reader, link, result);
  return spread2 ? { ...spread2, end: node.end, value: result } : result;
});
var linked = (function linked(reader, link, object) {
  const { start, end } = link;
  if (link.type === "call") {
    const given = callArguments(reader, part(link, "arguments"));
    return { kind: "call", start, end, callee: object, arguments: given, isNew: false };
  }
  if (link.type === "attribute") {
    const property = part(link, "attribute");
    const name = property ? reader.textOf(property) : "";
    return { kind: "member", start, end, object, property: name, propertyStart: property?.start ?? end };
  }
  return subscript(reader, link, object);
});
var subscript = (function subscript(reader, link, object) {
  const { start, end } = link;
  const keys = parts(link, "subscript");
  const [key] = keys;
  if (keys.length !== 1 || !key) return { kind: "index", start, end, object, index: arrayOf(reader, link, keys) };
  if (key.type === "slice") return { kind: "slice", start, end, object, ...bounds(reader, key) };
  const index = expression(reader, key);
  if (index.kind === "literal" && typeof index.value === "string")
    return { kind: "member", start, end, object, property: index.value, propertyStart: index.start };
  return { kind: "index", start, end, object, index };
});
var oneOrList = (function oneOrList(reader, node, inner) {
  const [only] = inner;
  if (!only) return void 0;
  return inner.length === 1 ? expression(reader, only) : arrayOf(reader, node, inner);
});

// src/parse/python/statements.ts
var blockOf = (function blockOf(reader, node) {
  return node ? named(node).flatMap((child) => statement(reader, child)) : [];
});
var statement = (function statement(reader, node) {
  const { start, end } = node;
  switch (node.type) {
    case "expression_statement":
      return named(node).length > 1 && !hasAssignment(node) ? asStatement(oneOrList(reader, node, named(node))) : named(node).flatMap((child) => simple(reader, child));
    case "assignment":
    case "augmented_assignment":
      return simple(reader, node);
    case "function_definition":
      return [functionOf(reader, node, [])];
    case "class_definition":
      return [classOf(reader, node, [])];
    case "decorated_definition":
      return decorated(reader, node);
    case "if_statement":
      return conditional(reader, node);
    case "for_statement":
    case "while_statement":
      return loop(reader, node);
    case "try_statement":
      return [tryStatement(reader, node)];
    case "with_statement":
      return [withStatement(reader, node)];
    case "match_statement":
      return [matchStatement(reader, node)];
    case "block":
    case "module":
      return blockOf(reader, node);
    case DEEP:
      return [{ kind: "expression", start, end, value: { kind: "unknown", start, end, children: reader.later(node) } }];
    default:
      return plain(reader, node);
  }
});
var plain = (function plain(reader, node) {
  const { start, end } = node;
  switch (node.type) {
    case "import_statement":
      importStatement(reader, node);
      return [];
    case "import_from_statement":
    case "future_import_statement":
      importFromStatement(reader, node);
      return [];
    case "return_statement": {
      const value = oneOrList(reader, node, named(node));
      return [{ kind: "return", start, end, ...value && { value } }];
    }
    case "raise_statement": {
      const cause = part(node, "cause");
      const value = oneOrList(
        reader,
        node,
        named(node).filter((child) => child !== cause)
      );
      const thrown = { kind: "throw", start, end, ...value && { value } };
      return [thrown, ...cause ? asStatement(expression(reader, cause)) : []];
    }
    case "pass_statement":
      return [];
    case "break_statement":
    case "continue_statement":
      return [{ kind: "jump", start, end, form: node.type === "break_statement" ? "break" : "continue" }];
    case "global_statement":
    case "nonlocal_statement":
      for (const child of named(node)) reader.around?.outer.add(reader.textOf(child));
      return [];
    case "delete_statement": {
      const value = oneOrList(reader, node, named(node));
      return value ? asStatement({ kind: "unary", start, end, operator: "delete", value }) : [];
    }
    case "assert_statement":
    case "print_statement":
    case "exec_statement":
      return builtin(reader, node);
    case "type_alias_statement":
      return typeAlias(reader, node);
    default:
      return anything(reader, node).flatMap((one) => isStatement(one) ? [one] : asStatement(one));
  }
});
var builtin = (function builtin(reader, node) {
  const { start, end } = node;
  const name = node.type.slice(0, node.type.indexOf("_"));
  const callee = { kind: "name", start, end: start + name.length, name };
  const [first2, ...others] = named(node).map((child) => expression(reader, child));
  if (first2 && node.children[0]?.type === "chevron") {
    const shift = { kind: "binary", start, end: first2.end, operator: ">>", left: callee, right: first2 };
    return [shift, ...others].flatMap(asStatement);
  }
  return asStatement({ kind: "call", start, end, callee, arguments: first2 ? [first2, ...others] : [], isNew: false });
});
var simple = (function simple(reader, node) {
  if (node.type === "assignment") return assignment(reader, node);
  if (node.type === "augmented_assignment") return asStatement(augmented(reader, node));
  return anything(reader, node).flatMap((one) => isStatement(one) ? [one] : asStatement(one));
});
var asStatement = (function asStatement(value) {
  return value ? [{ kind: "expression", start: value.start, end: value.end, value }] : [];
});
var isStatement = (function isStatement(one) {
  return STATEMENTS.has(one.kind);
});

// src/parse/python/definitions.ts
var functionOf = (function functionOf(reader, node, decorators) {
  const name = part(node, "name");
  const returns = part(node, "return_type");
  const names = new Set(decorators.map((one) => pathOf(one)?.at(-1) ?? ""));
  const before = reader.around;
  const parameters = parametersOf(reader, part(node, "parameters"));
  const around = { hasYield: false, outer: /* @__PURE__ */ new Set() };
  reader.around = around;
  const body = blockOf(reader, part(node, "body"));
  reader.around = before;
  return {
    kind: "function",
    start: node.start,
    end: node.end,
    ...name && { name: reader.textOf(name) },
    nameStart: name?.start ?? node.start,
    parameters,
    body,
    decorators,
    ...returns && { returns: typeOf(reader, returns) },
    isAsync: isAsync(node),
    isGenerator: around.hasYield,
    isStatic: names.has("staticmethod"),
    ...accessor(decorators),
    isArrow: false,
    isAbstract: names.has("abstractmethod")
  };
});
var accessor = (function accessor(decorators) {
  for (const decorator of decorators) {
    const path = pathOf(decorator);
    if (path?.at(-1) === "property" || path?.at(-1) === "cached_property") return { accessor: "get" };
    if (path?.length === 2 && path[1] === "setter") return { accessor: "set" };
  }
  return {};
});
var parametersOf = (function parametersOf(reader, node) {
  return (node ? named(node) : []).flatMap((child) => {
    if (/_separator$/.test(child.type) || child.isMissing) return [];
    const value = part(child, "value");
    const type = part(child, "type");
    const target = part(child, "name") ?? (child.type === "typed_parameter" ? named(child)[0] : child);
    if (!target || target === type) return [];
    return [
      {
        kind: "parameter",
        start: child.start,
        end: child.end,
        ...bound(reader, target),
        ...type && { type: typeOf(reader, type) },
        ...value && { fallback: expression(reader, value) },
        decorators: [],
        isProperty: false,
        isOptional: false
      }
    ];
  });
});
var bound = (function bound(reader, target) {
  const inner = named(target)[0] ?? target;
  if (target.type === "list_splat_pattern") return { target: expression(reader, inner), rest: "list" };
  if (target.type === "dictionary_splat_pattern") return { target: expression(reader, inner), rest: "map" };
  return { target: expression(reader, target) };
});
var classOf = (function classOf(reader, node, decorators) {
  const name = part(node, "name");
  const given = callArguments(reader, part(node, "superclasses"));
  const bases = given.filter((one) => one.kind !== "keyword");
  const members = [];
  const statements = [];
  const before = reader.around;
  reader.around = void 0;
  for (const one of blockOf(reader, part(node, "body"))) {
    const field = fieldOf(one);
    if (field) members.push(field);
    else if (one.kind === "function" || one.kind === "class") members.push(one);
    else statements.push(one);
  }
  reader.around = before;
  return {
    kind: "class",
    start: node.start,
    end: node.end,
    ...name && { name: reader.textOf(name) },
    nameStart: name?.start ?? node.start,
    bases,
    baseTypes: bases.map(typeFrom),
    keywords: given.filter((one) => one.kind === "keyword"),
    decorators,
    members,
    statements,
    isAbstract: bases.some((base) => /^ABC$/.test(pathOf(base)?.at(-1) ?? ""))
  };
});
var fieldOf = (function fieldOf(one) {
  if (one.kind !== "declare" || one.target.kind !== "name") return void 0;
  const { start, end, target, type, value } = one;
  return {
    kind: "field",
    start,
    end,
    name: target.name,
    ...type && { type },
    ...value && { value },
    decorators: [],
    isStatic: true,
    isOptional: false
  };
});
var decorated = (function decorated(reader, node) {
  const decorators = node.children.filter((child) => child.type === "decorator").map((child) => {
    const [inner] = named(child).filter((one) => one.type !== "@");
    return inner ? expression(reader, inner) : unknown(reader, child);
  });
  const definition = part(node, "definition");
  if (definition?.type === "function_definition") return [functionOf(reader, definition, decorators)];
  if (definition?.type === "class_definition") return [classOf(reader, definition, decorators)];
  const lone = decorators.map((value) => ({ kind: "expression", start: value.start, end: value.end, value }));
  return [...lone, ...definition ? statement(reader, definition) : []];
});

// src/parse/python/strings.ts
var stringExpression = (function stringExpression(reader, node) {
  const { start, end } = node;
  const first2 = node.children.find((child) => child.type === "string_start");
  const opening = first2 ? reader.textOf(first2) : "";
  const prefix = opening.replace(/["']+$/, "").toLowerCase();
  const quotes = opening.slice(prefix.length);
  const last = reader.textOf(node).endsWith(quotes) ? end - quotes.length : end;
  const parts2 = [];
  const isFormatted = /[ft]/.test(prefix);
  const addText = (from, to) => {
    if (to > from) parts2.push(unescapePython(reader.textOf({ start: from, end: to }), prefix));
  };
  let at = first2?.end ?? start;
  for (const child of node.children) {
    if (child.type !== "interpolation" && child.type !== "ERROR") continue;
    addText(at, child.start);
    parts2.push(child.type === "ERROR" ? expression(reader, child) : interpolation(reader, child));
    at = child.end;
  }
  addText(at, last);
  if (isFormatted && parts2.some((one) => typeof one !== "string")) return { kind: "template", start, end, parts: parts2 };
  return { kind: "literal", start, end, value: parts2.filter((one) => typeof one === "string").join("") };
});
var interpolation = (function interpolation(reader, node) {
  const { start, end } = node;
  const inner = part(node, "expression");
  const value = inner ? expression(reader, inner) : { kind: "unknown", start, end, children: [] };
  const format = part(node, "format_specifier");
  const conversion = part(node, "type_conversion");
  const showsName = node.children.some((child) => child.type === "=");
  if (!format && !showsName && (!conversion || reader.textOf(conversion) === "!s")) return value;
  const widths = (format?.children ?? []).flatMap((child) => part(child, "expression") ?? []);
  return { kind: "unknown", start, end, children: [value, ...widths.map((one) => expression(reader, one))] };
});
var unescapePython = (function unescapePython(text, prefix) {
  const braces = /[ft]/.test(prefix) ? text.replaceAll("{{", "{").replaceAll("}}", "}") : text;
  const lines = braces.replace(/\r\n?/g, "\n");
  if (prefix.includes("r") || !lines.includes("\\")) return lines;
  const isBytes = prefix.includes("b");
  return lines.replace(
    /\\(?:\n|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
    (whole, octal, byte, short, long, other) => {
      if (octal !== void 0) return String.fromCharCode(Number.parseInt(octal, 8));
      if (byte !== void 0) return String.fromCharCode(Number.parseInt(byte, 16));
      const point = short ?? long;
      if (point !== void 0) return isBytes ? whole : character(Number.parseInt(point, 16), whole);
      if (other !== void 0) return SIMPLE[other] ?? whole;
      return "";
    }
  );
});

// src/parse/python/expressions.ts
var expression = (function expression(reader, node) {
  const { start, end } = node;
  switch (node.type) {
    case "identifier":
    case "keyword_identifier":
      return nameOf(reader, node);
    case "ellipsis":
      return { kind: "name", start, end, name: "..." };
    case "string":
      return stringExpression(reader, node);
    case "concatenated_string":
      return concatenated(reader, node);
    case "integer":
    case "float":
      return number(reader, node);
    case "true":
    case "false":
      return { kind: "literal", start, end, value: node.type === "true" };
    case "none":
      return { kind: "literal", start, end, value: null };
    case "attribute":
    case "call":
    case "subscript":
      return chain(reader, node);
    case "binary_operator":
    case "boolean_operator":
      return operation(reader, node);
    case "comparison_operator":
      return comparison(reader, node);
    case "not_operator":
      return { kind: "unary", start, end, operator: "!", value: operand(reader, node, "argument") };
    case "unary_operator": {
      const operator = part(node, "operator")?.type ?? "-";
      return { kind: "unary", start, end, operator, value: operand(reader, node, "argument") };
    }
    default:
      return compound(reader, node);
  }
});
var compound = (function compound(reader, node) {
  const { start, end } = node;
  const inner = named(node);
  switch (node.type) {
    case "parenthesized_expression":
    case "as_pattern_target":
    case "decorator":
    case "chevron":
      return inner.length === 1 && inner[0] ? expression(reader, inner[0]) : unknown(reader, node);
    case "list":
    case "tuple":
    case "set":
    case "expression_list":
    case "pattern_list":
    case "tuple_pattern":
    case "list_pattern":
      return arrayOf(reader, node, inner);
    case "dictionary":
      return { kind: "object", start, end, entries: inner.flatMap((child) => dictionaryEntry(reader, child)) };
    case "pair":
      return dictionaryEntry(reader, node)[0] ?? unknown(reader, node);
    case "list_splat":
    case "list_splat_pattern":
    case "parenthesized_list_splat":
    case "dictionary_splat":
    case "dictionary_splat_pattern":
      return spread(reader, node);
    case "conditional_expression":
      return conditional2(reader, node);
    case "named_expression":
      return {
        kind: "assign",
        start,
        end,
        operator: ":=",
        target: operand(reader, node, "name"),
        value: operand(reader, node, "value")
      };
    case "await":
      return { kind: "await", start, end, value: first(reader, node) };
    case "yield": {
      if (reader.around) reader.around.hasYield = true;
      return { kind: "yield", start, end, ...inner[0] && { value: expression(reader, inner[0]) } };
    }
    case "lambda":
      return lambda(reader, node);
    case "list_comprehension":
    case "set_comprehension":
    case "dictionary_comprehension":
    case "generator_expression":
      return comprehension(reader, node);
    case "keyword_argument": {
      const name = part(node, "name");
      return {
        kind: "keyword",
        start,
        end,
        name: name ? reader.textOf(name) : "",
        value: operand(reader, node, "value")
      };
    }
    case "type":
      return typeExpression(reader, node);
    case DEEP:
      return { kind: "unknown", start, end, children: reader.later(node) };
    default:
      return unknown(reader, node);
  }
});
var nameOf = (function nameOf(reader, node) {
  const text = reader.textOf(node);
  const name = /[^\x20-\x7e]/.test(text) ? text.normalize("NFKC") : text;
  return { kind: "name", start: node.start, end: node.end, name };
});
var operand = (function operand(reader, node, field) {
  const found = part(node, field);
  return found ? expression(reader, found) : { kind: "unknown", start: node.start, end: node.end, children: [] };
});
var first = (function first(reader, node) {
  const [inner] = named(node);
  return inner ? expression(reader, inner) : { kind: "unknown", start: node.start, end: node.end, children: [] };
});
var anything = (function anything(reader, node) {
  if (/_statement$|_definition$|^block$|^module$|^assignment$/.test(node.type)) return statement(reader, node);
  if (node.type === "ERROR") return named(node).flatMap((child) => anything(reader, child));
  return node.isMissing ? [] : [expression(reader, node)];
});
var arrayOf = (function arrayOf(reader, at, elements) {
  return { kind: "array", start: at.start, end: at.end, elements: elements.map((child) => expression(reader, child)) };
});
var number = (function number(reader, node) {
  const { start, end } = node;
  const text = reader.textOf(node).replaceAll("_", "").replace(/l$/i, "");
  const value = /^0\d+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
  return Number.isNaN(value) ? { kind: "unknown", start, end, children: [] } : { kind: "literal", start, end, value };
});
var dictionaryEntry = (function dictionaryEntry(reader, node) {
  const { start, end } = node;
  if (node.type === "dictionary_splat") return [spread(reader, node)];
  if (node.type !== "pair") return [{ kind: "entry", start, end, value: expression(reader, node) }];
  const key = operand(reader, node, "key");
  const value = operand(reader, node, "value");
  if (key.kind === "literal" && (typeof key.value === "string" || typeof key.value === "number"))
    return [{ kind: "entry", start, end, key: String(key.value), value }];
  return [{ kind: "entry", start, end, computed: key, value }];
});
var spread = (function spread(reader, node) {
  const form = node.type.startsWith("dictionary") ? "map" : "list";
  return { kind: "spread", start: node.start, end: node.end, form, value: first(reader, node) };
});
var conditional2 = (function conditional2(reader, node) {
  const [consequent, test, alternate] = named(node).map((child) => expression(reader, child));
  if (!consequent || !test || !alternate) return unknown(reader, node);
  return { kind: "conditional", start: node.start, end: node.end, test, consequent, alternate };
});
var comprehension = (function comprehension(reader, node) {
  const { start, end } = node;
  const clauses = [];
  for (const child of node.children) {
    if (child.type === "for_in_clause") {
      const sources = parts(child, "right");
      const iterated = sources.length === 1 ? operand(reader, child, "right") : arrayOf(reader, child, sources);
      clauses.push({ target: operand(reader, child, "left"), iterated, tests: [], isAsync: isAsync(child) });
    } else if (child.type === "if_clause") clauses.at(-1)?.tests.push(first(reader, child));
  }
  const form = FORMS[node.type] ?? "generator";
  return { kind: "comprehension", start, end, form, element: operand(reader, node, "body"), clauses };
});
var callArguments = (function callArguments(reader, node) {
  if (!node) return [];
  if (node.type === "generator_expression") return [comprehension(reader, node)];
  return named(node).map((child) => expression(reader, child));
});

// src/parse/python.ts
var readPython = (function readPython(source) {
  const { text, path } = source;
  const imports = [];
  const complain = (message) => {
    const at = { path, start: 0, end: Math.min(1, text.length) };
    return fileOf(path, [], [], [{ at, kind: "syntax", message }]);
  };
  if (!grammar("python")) return complain("the grammar of Python is not loaded");
  if (CONTINUED.test(text)) return complain("more than a hundred lines in a row are continued with a backslash");
  if (text.length > LONGEST) return complain(`the text is longer than ${LONGEST} characters`);
  const whole = parse(text, 0);
  const found = whole && !whole.hasError ? [{ tree: whole, within: false }] : segmentsOf(text).flatMap((range) => mend(text, range));
  if (found.length === 0 && text.trim() !== "") return complain("this is no Python");
  const { later, fill } = deepParts(found.map(({ tree }) => tree));
  const reader = {
    textOf: ({ start, end }) => text.slice(Math.max(0, start), Math.max(0, end)),
    imports,
    around: void 0,
    typeOnly: false,
    later
  };
  const body = found.flatMap((piece) => rootsOf(piece).flatMap((node) => statement(reader, node)));
  fill((node) => anything(reader, node));
  imports.sort((one, other) => one.start - other.start);
  return fileOf(path, imports, body, problemsOf(source, found));
});
var fileOf = (function fileOf(path, imports, body, problems) {
  return { path, language: "python", imports, exports: [], body, problems, directives: [] };
});
var parse = (function parse(text, offset) {
  const parser = grammar("python");
  try {
    return parser && concreteTree(parser, text, offset, PYTHON);
  } catch {
    return void 0;
  }
});
var rootsOf = (function rootsOf({ tree: { root }, within }) {
  const [first2, ...others] = root.children;
  if (!within || first2?.type !== "if_statement") return within ? root.children.filter((one) => one.start >= 0) : [root];
  const parts2 = first2.children.filter((child) => child.field !== "condition" && child.type !== ":");
  return [...parts2, ...others];
});
var problemsOf = (function problemsOf(source, found) {
  const problems = [];
  const waiting = found.filter(({ tree }) => tree.hasError).flatMap(({ tree }) => [tree.root, ...tree.deep.values()]).reverse();
  for (let node = waiting.pop(); node && problems.length < MOST_PROBLEMS; node = waiting.pop()) {
    const at = { path: source.path, start: Math.max(0, node.start), end: Math.max(0, node.end) };
    if (node.isMissing) problems.push({ at, kind: "syntax", message: `${node.type} is missing here` });
    else if (node.type === "ERROR")
      problems.push({ at, kind: "syntax", message: `unexpected ${excerpt(source.text, at)}` });
    else for (const child of node.children.toReversed()) waiting.push(child);
  }
  return problems.sort((one, other) => one.at.start - other.at.start);
});
const {
  DEEP,
  concreteTree,
  deepParts,
  part,
  parts
} = require("./chunk-EIHHIYAZ.js");
const {
  pathOf,
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  grammar
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/python/reader.ts
var LEAVES = /* @__PURE__ */ new Set([
  "identifier",
  "integer",
  "float",
  "true",
  "false",
  "none",
  "ellipsis",
  "string_start",
  "string_content",
  "string_end",
  "type_conversion",
  "import_prefix",
  "wildcard_import",
  "pass_statement",
  "break_statement",
  "continue_statement",
  "keyword_separator",
  "positional_separator"
]);
var DROPPED = /* @__PURE__ */ new Set(["comment", "line_continuation"]);
var KEPT = /* @__PURE__ */ new Set([
  ...["+", "-", "*", "/", "//", "%", "**", "@", "&", "|", "^", "~", "<<", ">>", ":", "=", "_"],
  ...["<", "<=", "==", "!=", "<>", ">", ">=", "in", "is", "not in", "is not", "and", "or", "async"],
  ...["+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "&=", "|=", "^=", "<<=", ">>="]
]);
var PYTHON = {
  handling: (type, isNamed) => {
    if (!isNamed) return KEPT.has(type) ? "leaf" : "skip";
    if (DROPPED.has(type)) return "skip";
    return LEAVES.has(type) ? "leaf" : "inner";
  },
  deepest: 300
};



// src/parse/python/types.ts


var LISTS = /* @__PURE__ */ new Set(["list", "List", "Sequence", "Iterable", "Collection"]);



// src/parse/python/assignments.ts




function augmented(reader, node) {
  const right = part(node, "right");
  return {
    kind: "assign",
    start: node.start,
    end: node.end,
    operator: part(node, "operator")?.type ?? "=",
    target: operand(reader, node, "left"),
    value: writtenValue(reader, right) ?? { kind: "unknown", start: node.end, end: node.end, children: [] }
  };
}

// src/parse/python/control.ts






function withStatement(reader, node) {
  const clause = node.children.find((child) => child.type === "with_clause");
  const items = (clause ? named(clause) : []).map((child) => {
    const written = part(child, "value") ?? child;
    if (written.type !== "as_pattern") return { value: expression(reader, written) };
    const alias = part(written, "alias");
    const [value] = named(written).filter((one) => one !== alias);
    return {
      value: value ? expression(reader, value) : expression(reader, written),
      ...alias && { target: expression(reader, alias) }
    };
  });
  const body = [...blockOf(reader, part(node, "body")), ...broken(reader, node)];
  return { kind: "with", start: node.start, end: node.end, items, body, isAsync: isAsync(node) };
}

// src/parse/python/imports.ts





// src/parse/python/operators.ts
var SPELLING = { and: "&&", or: "||", "==": "===", "!=": "!==", "<>": "!==" };






function bounds(reader, node) {
  const found = {};
  const order = ["low", "high", "step"];
  let place = 0;
  for (const child of node.children) {
    if (child.type === ":") place++;
    else if (named(node).includes(child)) found[order[place] ?? "step"] = expression(reader, child);
  }
  return found;
}


// src/parse/python/patterns.ts
function matchStatement(reader, node) {
  const subjects = parts(node, "subject").map((child) => expression(reader, child));
  const [only] = subjects;
  const subject = subjects.length === 1 ? only : { kind: "array", start: node.start, end: node.end, elements: subjects };
  const block = part(node, "body");
  const cases = (block?.children ?? []).filter((child) => child.type === "case_clause").map((child) => caseOf(reader, child));
  return { kind: "switch", start: node.start, end: node.end, ...subject && { subject }, cases };
}
function caseOf(reader, node) {
  const patterns = node.children.filter((child) => child.type === "case_pattern");
  const guard = part(node, "guard");
  const body = blockOf(reader, part(node, "consequence"));
  const [only] = patterns;
  const tests = patterns.length === 1 && only ? testsOf(reader, only) : patterns.map((child) => pattern(reader, child));
  if (!guard) return { tests, body };
  const [condition] = named(guard);
  const right = condition ? expression(reader, condition) : unknown(reader, guard);
  const { start, end } = right;
  if (tests.length === 0) return { tests: [right], body };
  return {
    tests: tests.map((left) => ({
      kind: "binary",
      start,
      end,
      operator: "&&",
      left,
      right: keepOnce(left, tests, right)
    })),
    body
  };
}
function keepOnce(left, tests, right) {
  return left === tests[0] ? right : { kind: "unknown", start: right.start, end: right.end, children: [] };
}
function testsOf(reader, node) {
  const inner = node.type === "case_pattern" && named(node).length === 1 ? named(node)[0] : node;
  if (!inner || node.type === "case_pattern" && node.children.some((child) => child.type === "_")) return [];
  if (inner.type === "union_pattern") return named(inner).map((child) => pattern(reader, child));
  if (inner.type === "dotted_name" && inner.children.length === 1) return [];
  return [pattern(reader, inner)];
}
function pattern(reader, node) {
  const { start, end } = node;
  const inner = named(node);
  switch (node.type) {
    case "case_pattern": {
      const [only] = inner;
      if (inner.length !== 1 || !only) return unknown(reader, node);
      const value = pattern(reader, only);
      const minus = node.children.some((child) => child.type === "-");
      return minus ? { kind: "unary", start, end, operator: "-", value } : value;
    }
    case "dotted_name":
      return dottedName(reader, inner);
    case "class_pattern": {
      const [callee, ...given] = inner.map((child) => pattern(reader, child));
      return callee ? { kind: "call", start, end, callee, arguments: given, isNew: false } : unknown(reader, node);
    }
    case "keyword_pattern": {
      const [name, value] = inner;
      if (!name || !value) return unknown(reader, node);
      return { kind: "keyword", start, end, name: reader.textOf(name), value: pattern(reader, value) };
    }
    case "list_pattern":
    case "tuple_pattern":
      return { kind: "array", start, end, elements: inner.map((child) => pattern(reader, child)) };
    case "dict_pattern": {
      const values = parts(node, "value");
      const entries = parts(node, "key").map((key, index) => {
        const value = values[index];
        const written = pattern(reader, key);
        const name = written.kind === "literal" ? { key: String(written.value) } : { computed: written };
        return {
          kind: "entry",
          start: key.start,
          end: value?.end ?? key.end,
          ...name,
          value: value ? pattern(reader, value) : operand(reader, key, "value")
        };
      });
      return { kind: "object", start, end, entries };
    }
    case "union_pattern":
    case "as_pattern":
    case "splat_pattern":
    case "complex_pattern":
      return { kind: "unknown", start, end, children: inner.map((child) => pattern(reader, child)) };
    default:
      return expression(reader, node);
  }
}
function dottedName(reader, names) {
  const [first2, ...others] = names;
  if (!first2) return { kind: "unknown", start: 0, end: 0, children: [] };
  const start = first2.start;
  return others.reduce(
    (object, { end, start: propertyStart }) => ({
      kind: "member",
      start,
      end,
      object,
      property: reader.textOf({ start: propertyStart, end }),
      propertyStart
    }),
    expression(reader, first2)
  );
}

// src/parse/python/statements.ts




function typeAlias(reader, node) {
  const left = part(node, "left");
  const right = part(node, "right");
  if (!left || !right) return [];
  const { start, end } = node;
  const target = typeExpression(reader, left);
  const declared = target.kind === "index" ? target.object : target;
  if (reader.textOf(left).startsWith("(")) {
    const value = typeExpression(reader, right);
    return asStatement({ kind: "assign", start, end, operator: "=", target: ofCall(target, start), value });
  }
  const { name } = typeFrom(declared);
  return [{ kind: "type", start, end, name, type: typeOf(reader, right), bases: [] }];
}
function ofCall(target, start) {
  if (target.kind === "member") return { ...target, start, object: ofCall(target.object, start) };
  if (target.kind === "index") return { ...target, start, object: ofCall(target.object, start) };
  const callee = { kind: "name", start, end: start + "type".length, name: "type" };
  return { kind: "call", start, end: target.end, callee, arguments: [target], isNew: false };
}
function hasAssignment(node) {
  return named(node).some((child) => /assignment$/.test(child.type));
}


var STATEMENTS = new Set(
  "declare expression return throw if switch loop try with block type deferred jump function class".split(" ")
);


// src/parse/python/definitions.ts


function lambda(reader, node) {
  const { start, end } = node;
  const parameters = parametersOf(reader, part(node, "parameters"));
  const before = reader.around;
  const around = { hasYield: false, outer: /* @__PURE__ */ new Set() };
  reader.around = around;
  const value = operand(reader, node, "body");
  reader.around = before;
  return {
    kind: "function",
    start,
    end,
    nameStart: start,
    parameters,
    body: [{ kind: "return", start: value.start, end: value.end, value }],
    decorators: [],
    isAsync: false,
    isGenerator: around.hasYield,
    isStatic: false,
    isArrow: true,
    isAbstract: false
  };
}






// src/parse/python/strings.ts
var SIMPLE = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v"
};


function concatenated(reader, node) {
  const { start, end } = node;
  const strings = node.children.filter((child) => child.type === "string").map((child) => stringExpression(reader, child));
  const parts2 = strings.flatMap((one) => one.kind === "template" ? one.parts : [String(one.value)]);
  if (parts2.every((one) => typeof one === "string")) return { kind: "literal", start, end, value: parts2.join("") };
  return { kind: "template", start, end, parts: parts2 };
}

function character(point, written) {
  return point <= 1114111 ? String.fromCodePoint(point) : written;
}

// src/parse/python/expressions.ts





function unknown(reader, node) {
  const children = named(node).flatMap((child) => anything(reader, child));
  return { kind: "unknown", start: node.start, end: node.end, children };
}






var FORMS = {
  list_comprehension: "list",
  set_comprehension: "set",
  dictionary_comprehension: "dict"
};



// src/parse/python/segments.ts
var CONTINUES = /^(?:[)\]}]|(?:else|elif|except|finally)\b|#)/;
var OPAQUE = /#[^\n]*|"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/g;
function segmentsOf(text) {
  return pieces(text, 0, text.length, 0);
}
function membersOf(text, [start, end]) {
  const widths = [...text.slice(start, end).matchAll(/\n([ \t]+)(?![\s#])/g)].map(([, indent = ""]) => indent.length);
  const [first2] = widths;
  if (first2 === void 0) return [];
  const shallowest = widths.reduce((one, other) => Math.min(one, other), first2);
  const header = text.indexOf("\n", start) + 1;
  return pieces(text, header, end, shallowest);
}
function pieces(text, from, to, indent) {
  const inString = opaqueAcrossLines(text.slice(from, to)).map(([start, end]) => [from + start, from + end]);
  const starts = [];
  const ends = /* @__PURE__ */ new Set();
  let next = 0;
  let isDecorator = false;
  for (let at = from; at < to; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end === -1 ? to : Math.min(end, to));
    while ((inString[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next++;
    const inside = (inString[next]?.[0] ?? Number.POSITIVE_INFINITY) < at;
    const width = line.search(/[^ \t\r]/);
    if (!inside && width !== -1 && (width === indent || width < indent && indent > 0)) {
      const rest = line.slice(width);
      if (width < indent && /^[)\]}]/.test(rest)) {
        starts.push(at);
        ends.add(at);
        isDecorator = false;
      }
      if (!CONTINUES.test(rest)) {
        if (!isDecorator) starts.push(at);
        isDecorator = rest.startsWith("@");
      }
    }
    at = end === -1 ? to : end + 1;
  }
  if (indent === 0 && starts[0] !== from) starts.unshift(from);
  return starts.map((start, index) => [start, starts[index + 1] ?? to]).filter(([start]) => !ends.has(start));
}
function opaqueAcrossLines(text) {
  return [...text.matchAll(OPAQUE)].flatMap(
    ({ index, 0: found }) => found.includes("\n") ? [[index, index + found.length]] : []
  );
}

// src/parse/python.ts
var MOST_PROBLEMS = 20;
var LONGEST = 1e6;
var CONTINUED = /(?:\\\r?\n[ \t]*){100}/;



function mend(text, range) {
  const [start, end] = range;
  const tree = parse(text.slice(start, end), start);
  if (tree && !tree.hasError) return [{ tree, within: false }];
  const broken2 = membersOf(text, range).flatMap((member) => {
    const piece = parseMember(text, member);
    return !piece || piece.tree.hasError ? [{ member, piece }] : [];
  });
  if (broken2.length === 0) return tree ? [{ tree, within: false }] : [];
  const rest = parse(
    without(
      text,
      range,
      broken2.map(({ member }) => member)
    ),
    start
  );
  return [...rest ? [{ tree: rest, within: false }] : [], ...broken2.flatMap(({ piece }) => piece ?? [])];
}
var BLOCK = "if 1:\n";
function parseMember(text, [start, end]) {
  const tree = parse(BLOCK + text.slice(start, end), start - BLOCK.length);
  return tree && { tree, within: true };
}
function without(text, [from, to], holes) {
  let kept = "";
  let at = from;
  for (const [start, end] of holes) {
    kept += text.slice(at, start) + text.slice(start, end).replace(/[^\n\r]/g, " ");
    at = end;
  }
  return kept + text.slice(at, to);
}


function excerpt(text, { start, end }) {
  const [line = ""] = text.slice(start, Math.min(end, start + 40)).split("\n");
  return line.trim() === "" ? "end of line" : `\`${line.trim()}\``;
}
module.exports = {
  house: runAudit,
  readPython
};
