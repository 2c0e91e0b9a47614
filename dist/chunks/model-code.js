"use strict";
const {
  isApartFromProduction,
  packageFinder,
  parsePrisma,
  parseSql,
  runsFrom,
  sqlFieldType
} = require("./chunk-HUNAZNNT.js");
const {
  HIDDEN_URL,
  answersPath,
  askedPathsOf,
  atLeast,
  boundNames,
  childrenOf,
  commandsOf,
  containerFilesOf,
  credentialsIn,
  depthOf,
  directoryOf,
  exactly,
  fileName,
  grammar,
  healthKindOf,
  importsOf,
  isDevelopmentPath,
  isObject,
  isSecretName,
  isWithin,
  joinPath,
  known,
  knownValue,
  loggingOf2: loggingOf,
  ownNames,
  packageScript,
  parseShell,
  partOf,
  pathOf,
  peel,
  poolLibrary,
  programOf,
  readJavaScript,
  readJsonObject,
  runAudit,
  secretIn,
  shellText,
  standsAside,
  storeUsesOf,
  unknown,
  unwrapCommand,
  walk,
  walkOwn
} = require("./chunk-X5YIKA7Q.js");
require("./chunk-DNLGRATP.js");
require("./chunk-YLVDSGH3.js");

// src/parse/concrete-tree.ts
var DEEP = "DEEP";
var handlingsOf = /* @__PURE__ */ new WeakMap();
function handlings(language, { handling }) {
  const known7 = handlingsOf.get(language);
  if (known7) return known7;
  const made5 = language.types.map((name, id) => handling(name, language.nodeTypeIsNamed(id)));
  handlingsOf.set(language, made5);
  return made5;
}
function concreteTree(parser, text2, offset, selection) {
  let tree = null;
  try {
    tree = parser.parse(text2);
    if (!tree) return void 0;
    const hasError = tree.rootNode.hasError;
    const cursor = tree.walk();
    try {
      return { hasError, ...copy(cursor, tree.language, selection, hasError, offset) };
    } finally {
      cursor.delete();
    }
  } finally {
    tree?.delete();
  }
}
function copy(cursor, language, selection, hasError, offset) {
  const handling = handlings(language, selection);
  const deep = /* @__PURE__ */ new Map();
  const root2 = nodeAt(cursor, language, hasError, offset);
  const open3 = [{ node: root2, depth: 0 }];
  if (!cursor.gotoFirstChild()) return { root: root2, deep };
  for (; ; ) {
    const parent = open3[open3.length - 1];
    if (!parent) return { root: root2, deep };
    const how = handling[cursor.nodeTypeId] ?? "inner";
    if (how !== "skip" || hasError && cursor.nodeIsMissing) {
      const node = nodeAt(cursor, language, hasError, offset);
      const isDeep = how === "inner" && isCut(selection, node.type, parent.depth);
      if (isDeep) {
        const hole = { ...node, type: DEEP, children: [] };
        deep.set(hole, node);
        parent.node.children.push(hole);
      } else parent.node.children.push(node);
      if (how === "inner" && cursor.gotoFirstChild()) {
        open3.push({ node, depth: isDeep ? 0 : parent.depth + 1 });
        continue;
      }
    }
    while (!cursor.gotoNextSibling()) {
      open3.pop();
      if (open3.length === 0 || !cursor.gotoParent()) return { root: root2, deep };
    }
  }
}
function isCut({ deepest, cuts }, type, depth) {
  if (depth < deepest) return false;
  return !cuts || cuts.types.test(type) || depth >= deepest + cuts.atLatest;
}
function nodeAt(cursor, language, hasError, offset) {
  return {
    type: language.types[cursor.nodeTypeId] ?? "ERROR",
    field: language.fields[cursor.currentFieldId] ?? void 0,
    start: cursor.startIndex + offset,
    end: cursor.endIndex + offset,
    children: [],
    isMissing: hasError && cursor.nodeIsMissing
  };
}
function part(node, field) {
  return node.children.find((child) => child.field === field);
}
function parts(node, field) {
  return node.children.filter((child) => child.field === field);
}

// src/parse/go/literals.ts
var SIMPLE = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  "\\": 92,
  "'": 39,
  '"': 34
};
function unescapeGo(inner2) {
  if (!inner2.includes("\\")) return inner2;
  const bytes = [];
  let text2 = "";
  const flush2 = () => {
    if (text2 !== "") bytes.push(Buffer.from(text2, "utf8"));
    text2 = "";
  };
  for (const [piece, octal, hex, wide, plain4] of inner2.matchAll(
    /\\(?:([0-7]{3})|x([0-9a-fA-F]{2})|(?:u([0-9a-fA-F]{4})|U[0-9a-fA-F]{8})|([\s\S]))|[^\\]+|\\/g
  )) {
    if (octal !== void 0 || hex !== void 0) {
      flush2();
      bytes.push(Buffer.from([octal !== void 0 ? Number.parseInt(octal, 8) & 255 : Number.parseInt(hex ?? "", 16)]));
    } else if (wide !== void 0 || piece.startsWith("\\U")) text2 += codePoint(Number.parseInt(piece.slice(2), 16));
    else if (plain4 !== void 0) text2 += Object.hasOwn(SIMPLE, plain4) ? codePoint(SIMPLE[plain4] ?? 0) : plain4;
    else text2 += piece;
  }
  if (bytes.length === 0) return text2;
  flush2();
  return Buffer.concat(bytes).toString("utf8");
}
function codePoint(code) {
  return code <= 1114111 ? String.fromCodePoint(code) : "\uFFFD";
}
function integerOf(written3) {
  const digits = written3.replaceAll("_", "");
  if (/^0[0-7]+$/.test(digits)) return Number(BigInt(`0o${digits}`));
  return Number(digits);
}
function floatOf(written3) {
  const digits = written3.replaceAll("_", "");
  const hex = /^0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)$/.exec(digits);
  if (!hex) return Number(digits);
  const [, whole = "", fraction = "", exponent = "0"] = hex;
  return Number.parseInt(whole + fraction || "0", 16) * 2 ** (Number(exponent) - 4 * fraction.length);
}
function runeOf(inner2) {
  const byte = /^\\(?:x([0-9a-fA-F]{2})|([0-7]{3}))$/.exec(inner2);
  if (byte) return byte[1] !== void 0 ? Number.parseInt(byte[1], 16) : Number.parseInt(byte[2] ?? "", 8);
  return unescapeGo(inner2).codePointAt(0) ?? 0;
}

// src/parse/go/reader.ts
function stringValue(reader, node) {
  const inner2 = reader.textOf(node).slice(1, -1);
  return node.type === "raw_string_literal" ? inner2.replaceAll("\r", "") : unescapeGo(inner2);
}

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
  const inner2 = innermost(node);
  const located = { start: node.start, end: node.end };
  switch (inner2.type) {
    case "type_identifier":
    case "identifier":
    case "qualified_type":
      return { ...located, name: nameOfType(reader, inner2), arguments: [] };
    case "generic_type": {
      const base2 = part(inner2, "type");
      const list2 = part(inner2, "type_arguments");
      const given3 = list2?.children.map((one2) => typeReference(reader, one2)) ?? [];
      return { ...located, name: base2 ? nameOfType(reader, base2) : "?", arguments: given3 };
    }
    case "slice_type":
    case "array_type":
    case "implicit_length_array_type":
      return { ...located, name: "[]", arguments: some(reader, part(inner2, "element")) };
    case "map_type":
      return { ...located, name: "map", arguments: some(reader, part(inner2, "key"), part(inner2, "value")) };
    case "channel_type":
      return { ...located, name: "chan", arguments: some(reader, part(inner2, "value")) };
    case "function_type":
      return { ...located, ...functionType(reader, inner2) };
    case "struct_type":
      return { ...located, name: "{}", arguments: [], members: fieldsOf(reader, inner2) };
    case "interface_type":
      return { ...located, name: "{}", arguments: [], members: methodsOf(reader, inner2) };
    case "type_elem":
    case "type_constraint":
      return { ...located, name: "|", arguments: inner2.children.filter(isType).map((one2) => typeReference(reader, one2)) };
    default:
      return { ...located, name: "?", arguments: [] };
  }
}
function innermost(node) {
  let inner2 = node;
  for (; ; ) {
    const isWrapper = inner2.type === "pointer_type" || inner2.type === "negated_type" || inner2.type === "parenthesized_type" || (inner2.type === "type_elem" || inner2.type === "type_constraint") && inner2.children.filter(isType).length === 1;
    const next = isWrapper ? typeIn(inner2) : void 0;
    if (!next) return inner2;
    inner2 = next;
  }
}
function some(reader, ...nodes) {
  return nodes.flatMap((node) => node ? [typeReference(reader, node)] : []);
}
function nameOfType(reader, node) {
  return reader.textOf(node).replace(/\s+|\/\*[\s\S]*?\*\//g, "");
}
function functionType(reader, node) {
  const list2 = part(node, "parameters");
  return { name: "()", arguments: list2 ? parameterTypes(reader, list2) : [] };
}
function parameterTypes(reader, list2) {
  return list2.children.flatMap((one2) => {
    const type = part(one2, "type");
    if (!type) return [];
    const reference = typeReference(reader, type);
    return Array(Math.max(1, parts(one2, "name").length)).fill(reference);
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
  const list2 = node.children.find((child) => child.type === "field_declaration_list");
  return list2?.children.filter((child) => child.type === "field_declaration") ?? [];
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
  return node.children.filter((child) => child.type === "method_elem").flatMap((method3) => {
    const name = part(method3, "name");
    if (!name) return [];
    const type = { start: method3.start, end: method3.end, ...functionType(reader, method3) };
    return [
      {
        kind: "field",
        start: method3.start,
        end: method3.end,
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
  const list2 = part(type, "type_arguments");
  return list2 ? generic(reader, shared, type, callee, list2) : { ...shared, callee };
}
function generic(reader, shared, whole, callee, list2) {
  const index = indexLikeArgument(reader, list2);
  return index ? { ...shared, callee: indexed({ ...whole, end: list2.end }, callee, index) } : { ...shared, callee, typeArguments: typeArguments(reader, list2) };
}
function indexed(node, object, index) {
  const { start, end } = node;
  return index.kind === "literal" && typeof index.value === "string" ? { kind: "member", start, end, object, property: index.value, propertyStart: index.start } : { kind: "index", start, end, object, index };
}
function call(reader, node) {
  const callee = operand(reader, node, "function");
  const given3 = part(node, "arguments");
  const list2 = part(node, "type_arguments");
  const isMaking = callee.kind === "name" && (callee.name === "make" || callee.name === "new");
  const made5 = isMaking ? given3 && typeIn(given3) : void 0;
  const shared = {
    kind: "call",
    start: node.start,
    end: node.end,
    arguments: given3 ? expressions(reader, given3) : [],
    isNew: false
  };
  if (made5) return { ...shared, callee, typeArguments: [typeReference(reader, made5)] };
  return list2 ? generic(reader, shared, node, callee, list2) : { ...shared, callee };
}
function typeArguments(reader, list2) {
  return list2.children.filter(isType).map((one2) => typeReference(reader, one2));
}
function indexLikeArgument(reader, list2) {
  const [only2, second] = list2.children.filter(isType);
  const [inner2] = only2 && !second ? only2.children : [];
  if (inner2?.type !== "type_identifier" && inner2?.type !== "qualified_type") return void 0;
  const written3 = reader.textOf(inner2);
  const last = written3.slice(written3.lastIndexOf(".") + 1);
  return /^[a-z_]/.test(last) && !PREDECLARED.test(last) ? expression(reader, inner2) : void 0;
}

// src/parse/go/composite.ts
var KEYED_BY_VALUES = /* @__PURE__ */ new Set(["map_type", "slice_type", "array_type", "implicit_length_array_type"]);
function compositeLiteral(reader, node) {
  const type = part(node, "type");
  const body = part(node, "body");
  const given3 = type && argumentsOf(reader, type);
  const callee = type && typeAsExpression(reader, type);
  const isList2 = type !== void 0 && type.type !== "map_type" && KEYED_BY_VALUES.has(type.type);
  return {
    kind: "call",
    start: node.start,
    end: node.end,
    callee: callee ?? (type ? expression(reader, type) : nothing(node)),
    arguments: body ? [literalValue(reader, body, isList2, type !== void 0 && KEYED_BY_VALUES.has(type.type))] : [],
    isNew: true,
    ...given3 && given3.length > 0 && { typeArguments: given3 }
  };
}
function nothing(node) {
  return { kind: "unknown", start: node.start, end: node.start, children: [] };
}
function argumentsOf(reader, type) {
  if (type.type === "generic_type") {
    const list2 = part(type, "type_arguments");
    return list2 ? typeArguments(reader, list2) : [];
  }
  if (type.type === "struct_type") return [typeReference(reader, type)];
  return KEYED_BY_VALUES.has(type.type) ? typeReference(reader, type).arguments : [];
}
function literalValue(reader, node, isList2, hasValueKeys) {
  const { start, end } = node;
  const items = node.children.filter((child) => child.type !== "comment");
  if (items.length === 0 ? isList2 : items.every((item) => item.type !== "keyed_element"))
    return { kind: "array", start, end, elements: items.map((item) => element(reader, item)) };
  const entries = items.map((item, index) => {
    if (item.type === "keyed_element") return keyedElement(reader, item, hasValueKeys);
    return { kind: "entry", start: item.start, end: item.end, key: String(index), value: element(reader, item) };
  });
  return { kind: "object", start, end, entries };
}
function keyedElement(reader, node, hasValueKeys) {
  const { start, end } = node;
  const written3 = part(node, "key");
  const value = part(node, "value");
  const read2 = value ? element(reader, value) : nothing(node);
  const key = written3 && element(reader, written3);
  if (key?.kind === "name" && !hasValueKeys) return { kind: "entry", start, end, key: key.name, value: read2 };
  if (key?.kind === "literal") return { kind: "entry", start, end, key: String(key.value), value: read2 };
  return { kind: "entry", start, end, ...key && { computed: key }, value: read2 };
}
function element(reader, node) {
  const inner2 = node.type === "literal_element" ? node.children.find((child) => child.type !== "comment") : node;
  if (!inner2) return nothing(node);
  return inner2.type === "literal_value" ? literalValue(reader, inner2, false, false) : expression(reader, inner2);
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
  const otherwise2 = part(node, "alternative");
  const isBlock = otherwise2?.type === "block";
  return withInitialiser(reader, node, {
    kind: "if",
    start: node.start,
    end: node.end,
    test: expressionIn(reader, node, "condition"),
    consequent: then ? blockBody(reader, then) : [],
    alternate: otherwise2 ? isBlock ? blockBody(reader, otherwise2) : bodyOf(reader, [otherwise2]) : []
  });
}
function expressionIn(reader, node, field) {
  const found3 = part(node, field);
  return found3 ? expression(reader, found3) : { kind: "unknown", start: node.start, end: node.start, children: [] };
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
  const list2 = part(node, "alias");
  const alias2 = list2 && listOf(reader, list2);
  if (alias2?.kind !== "name") return { kind: "switch", start, end, subject: value, cases: cases(reader, node) };
  const declare2 = {
    kind: "declare",
    start: alias2.start,
    end: value.end,
    target: alias2,
    value,
    isConstant: false
  };
  return {
    kind: "block",
    start,
    end,
    body: [declare2, { kind: "switch", start, end, subject: alias2, cases: cases(reader, node) }]
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
        const values2 = part(child, "value");
        return [{ tests: values2 ? expressions(reader, values2) : [], body: rest(reader, child, "value") }];
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
    return { tests: tests?.flatMap((one2) => one2.kind === "expression" ? [one2.value] : []) ?? [], body };
  }
  const left = part(what, "left");
  const received = expressionIn(reader, what, "right");
  const isDeclared2 = left !== void 0 && /:=/.test(reader.textOf({ ...what, start: left.end }));
  if (!left) return { tests: [received], body };
  if (isDeclared2)
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
  const first2 = part(head, "initializer");
  const test = part(head, "condition");
  const update = part(head, "update");
  const before = first2 ? bodyOf(reader, [first2]) : [];
  const [one2] = before;
  const whole = first2 && before.length > 1 ? { kind: "block", start: first2.start, end: first2.end, body: before } : one2;
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
      const list2 = node.children.find((child) => child.type === "expression_list");
      return [{ kind: "return", start, end, ...list2 && { value: listOf(reader, list2) } }];
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
      const one2 = { kind: "literal", start: end, end, value: 1 };
      const operator = node.type === "inc_statement" ? "+=" : "-=";
      return [expressionOf({ kind: "assign", start, end, operator, target: only(reader, node), value: one2 })];
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
  const found3 = node.children.find((child) => child.type !== "comment" && child.type !== "++" && child.type !== "--");
  return found3 ? expression(reader, found3) : { kind: "unknown", start: node.start, end: node.end, children: [] };
}
function assignments(reader, node) {
  const [left, right, sign] = [part(node, "left"), part(node, "right"), part(node, "operator")];
  const targets = left ? expressions(reader, left) : [];
  const values2 = right ? expressions(reader, right) : [];
  const shared = {
    kind: "assign",
    start: node.start,
    end: node.end,
    operator: sign ? reader.textOf(sign) : "="
  };
  if (targets.length === values2.length)
    return targets.flatMap((target2, index) => {
      const value2 = values2[index];
      return value2 ? [expressionOf({ ...shared, target: target2, value: value2 })] : [];
    });
  const target = left && listOf(reader, left);
  const value = right && listOf(reader, right);
  return target && value ? [expressionOf({ ...shared, target, value })] : [];
}
function withInitialiser(reader, node, statement2) {
  const first2 = part(node, "initializer");
  const before = first2 ? bodyOf(reader, [first2]) : [];
  if (before.length === 0) return statement2;
  return { kind: "block", start: node.start, end: node.end, body: [...before, statement2] };
}

// src/parse/go/declarations.ts
function functionDeclaration(reader, node) {
  const name = part(node, "name");
  const list2 = part(node, "receiver");
  const [receiver] = list2 ? parameters(reader, list2) : [];
  return {
    ...functionLiteral(reader, node),
    ...name && { name: reader.textOf(name), nameStart: name.start },
    ...receiver && { receiver },
    isArrow: false
  };
}
function functionLiteral(reader, node) {
  const list2 = part(node, "parameters");
  const body = part(node, "body");
  const returns = resultType(reader, node);
  return {
    kind: "function",
    start: node.start,
    end: node.end,
    nameStart: node.start,
    parameters: list2 ? parameters(reader, list2) : [],
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
function parameters(reader, list2) {
  const written3 = list2.children.filter((one2) => DECLARATIONS.has(one2.type));
  const areNamed = written3.some((one2) => parts(one2, "name").length > 0);
  const found3 = [];
  let type;
  for (const declaration of [...written3].reverse()) {
    const own = part(declaration, "type");
    const names = parts(declaration, "name");
    const isName2 = areNamed && names.length === 0 && own?.type === "type_identifier";
    if (!isName2) type = own;
    const named4 = isName2 ? [own] : names;
    const one2 = (target) => parameter(reader, declaration, type, target);
    if (named4.length === 0) found3.push(one2({ kind: "name", ...at(declaration), name: "_" }));
    else
      for (const name of [...named4].reverse()) found3.push(one2({ kind: "name", ...at(name), name: reader.textOf(name) }));
  }
  return found3.reverse();
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
  const embedded3 = fieldDeclarations(type).flatMap((field) => {
    const base2 = parts(field, "name").length === 0 ? part(field, "type") : void 0;
    return base2 ? [base2] : [];
  });
  return {
    kind: "class",
    ...at(node),
    name: reader.textOf(name),
    nameStart: name.start,
    bases: embedded3.map((base2) => typeAsExpression(reader, base2) ?? { kind: "unknown", ...at(base2), children: [] }),
    baseTypes: embedded3.map((base2) => typeReference(reader, base2)),
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
    const values2 = isShort && repeated ? part(repeated, "value") : void 0;
    const type = repeated && part(repeated, "type");
    return declarations({ ...reader, iota }, spec, parts(spec, "name"), values2, type, true);
  });
}
function variables(reader, node) {
  return node.children.flatMap((child) => child.type === "var_spec_list" ? child.children : [child]).filter((child) => child.type === "var_spec").flatMap((spec) => declarations(reader, spec, parts(spec, "name"), part(spec, "value"), part(spec, "type"), false));
}
function declarations(reader, spec, names, list2, type, isConstant) {
  return pair(
    { ...at(spec), isConstant, ...type && { type: typeReference(reader, type) } },
    names.map((name) => ({ kind: "name", ...at(name), name: reader.textOf(name) })),
    list2 ? expressions(reader, list2) : []
  );
}
function pair(shared, targets, values2) {
  const [first2] = targets;
  const [value] = values2;
  if (first2 && value && targets.length > 1 && values2.length === 1) {
    const target = {
      kind: "array",
      start: first2.start,
      end: targets.at(-1)?.end ?? first2.end,
      elements: targets
    };
    return [{ kind: "declare", ...shared, target, value }];
  }
  return targets.map((target, index) => {
    const own = values2[index];
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
  const written3 = operator ? reader.textOf(operator) : "";
  return SPELLING.get(written3) ?? written3;
}
function operand(reader, node, field = "operand") {
  const found3 = part(node, field);
  return found3 ? expression(reader, found3) : { kind: "unknown", start: node.end, end: node.end, children: [] };
}
function inside(reader, node) {
  const found3 = node.children.find((child) => child.type !== "comment");
  return found3 ? expression(reader, found3) : { kind: "unknown", start: node.start, end: node.end, children: [] };
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

// src/parse/go/imports.ts
function importsOf2(reader, node) {
  return node.children.flatMap((child) => child.type === "import_spec_list" ? child.children : [child]).filter((child) => child.type === "import_spec").flatMap((spec) => {
    const path = part(spec, "path");
    if (!path) return [];
    const from = stringValue(reader, path);
    const alias2 = part(spec, "name");
    const written3 = alias2 && reader.textOf(alias2);
    const shared = { start: spec.start, end: spec.end, from, typeOnly: false, deferred: false };
    if (written3 === "_") return [shared];
    if (written3 === ".") return [{ ...shared, name: "*" }];
    return [{ ...shared, name: "*", local: written3 ?? packageNameOf(from) }];
  });
}
function packageNameOf(path) {
  const segments = path.split("/");
  const last = segments.at(-1) ?? path;
  const name = /^v\d+$/.test(last) && segments.length > 1 ? segments.at(-2) ?? last : last;
  return name.replace(/\.v\d+$/, "").replace(/^go-|[-.]go$/, "").replaceAll(/[^\p{L}\p{N}_]/gu, "");
}

// src/parse/go/segments.ts
var BEGINNING = /^(?:func|type|var|const|import|package)\b/;
var OPAQUE = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))|`[^`]*(?:`|$(?![\s\S]))|"(?:\\[^\n]|[^"\\\n])*"|'(?:\\[^\n]|[^'\\\n])*'/g;
function segmentsOf(text2) {
  const opaque = [];
  for (const { index, 0: found3 } of text2.matchAll(OPAQUE)) {
    const isOpen3 = found3.startsWith("/*") && !/[\s\S]{2}\*\/$/.test(found3) || /^`[^`]*$/.test(found3);
    if (!isOpen3) opaque.push([index, index + found3.length]);
  }
  const starts2 = [];
  let next = 0;
  for (let at4 = 0; at4 !== -1 && at4 < text2.length; at4 = lineAfter(text2, at4)) {
    while ((opaque[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at4) next++;
    if ((opaque[next]?.[0] ?? Number.POSITIVE_INFINITY) < at4) continue;
    if (BEGINNING.test(text2.slice(at4, at4 + 10))) starts2.push(at4);
  }
  if (starts2[0] !== 0) starts2.unshift(0);
  return starts2.map((start, index) => [start, starts2[index + 1] ?? text2.length]);
}
function lineAfter(text2, at4) {
  const end = text2.indexOf("\n", at4);
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
  handling: (type, isNamed5) => {
    if (isNamed5) return LEAVES.has(type) ? "leaf" : "inner";
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
  const packageName3 = roots.find((node) => node.type === "package_clause")?.children[0];
  const textOf6 = (node) => source.text.slice(node.start, node.end);
  const { reader, finish: finish3 } = readerOf(textOf6, trees);
  const body = bodyOf(reader, roots);
  finish3();
  return {
    path: source.path,
    language: "go",
    imports: roots.flatMap((node) => node.type === "import_declaration" ? importsOf2(reader, node) : []),
    exports: [],
    body,
    problems: problemsOf(source, trees),
    ...packageName3 && { packageName: textOf6(packageName3) },
    directives: constraintsOf(roots, textOf6)
  };
}
function treesOf(text2) {
  const whole = parse(text2, 0);
  if (!whole?.hasError) return whole ? [whole] : [];
  const pieces2 = segmentsOf(text2).flatMap(([start, end]) => parse(text2.slice(start, end), start) ?? []);
  return pieces2.some((piece) => piece.hasError) ? pieces2 : [whole];
}
var MAKING = /\b(?:new|make)(?=\(\s*(?!(?:chan|func|interface|map|struct)\b)[\p{L}\d_"'`&!-])/gu;
function parse(text2, offset) {
  const parser = grammar("go");
  if (!parser) return void 0;
  try {
    const tree = concreteTree(parser, text2, offset, GO);
    const other = tree?.hasError ? text2.replace(MAKING, (name) => name.toUpperCase()) : text2;
    const second = other === text2 ? void 0 : concreteTree(parser, other, offset, GO);
    return second && !second.hasError ? second : tree;
  } catch {
    return void 0;
  }
}
function readerOf(textOf6, trees) {
  const waiting = [];
  const deep = new Map(trees.flatMap((tree) => [...tree.deep]));
  const reader = {
    textOf: textOf6,
    later: (hole) => {
      const into = [];
      const node = deep.get(hole);
      if (node) waiting.push({ node, into });
      return into;
    }
  };
  const finish3 = () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) next.into.push(...anything(reader, next.node));
  };
  return { reader, finish: finish3 };
}
function constraintsOf(roots, textOf6) {
  const end = roots.findIndex((node) => node.type === "package_clause");
  return roots.slice(0, Math.max(0, end)).filter((node) => node.type === "comment").map(
    (node) => textOf6(node).replace(/^\/\/\s*/, "").trim()
  ).filter((text2) => /^(?:go:build|\+build)\s/.test(text2));
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
function excerpt(text2, node) {
  const [line = ""] = text2.slice(node.start, Math.min(node.end, node.start + 40)).split("\n");
  return line.trim() === "" ? "end of line" : `\`${line.trim()}\``;
}

// src/parse/python/reader.ts
var LEAVES2 = /* @__PURE__ */ new Set([
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
  handling: (type, isNamed5) => {
    if (!isNamed5) return KEPT.has(type) ? "leaf" : "skip";
    if (DROPPED.has(type)) return "skip";
    return LEAVES2.has(type) ? "leaf" : "inner";
  },
  deepest: 300
};
function named(node) {
  return node.children.filter((child) => !KEPT.has(child.type));
}
function isAsync(node) {
  return node.children[0]?.type === "async";
}

// src/parse/python/types.ts
function typeOf(reader, node) {
  return typeFrom(typeExpression(reader, node));
}
function typeExpression(reader, node) {
  const { start, end } = node;
  const inner2 = named(node);
  const [only2] = inner2;
  switch (node.type) {
    case "type":
      return inner2.length === 1 && only2 ? typeExpression(reader, only2) : unknown2(reader, node);
    case "generic_type": {
      const [, parameters2] = inner2;
      if (!only2 || !parameters2) return unknown2(reader, node);
      const values2 = named(parameters2).map((child) => typeExpression(reader, child));
      const [value] = values2;
      const index = values2.length === 1 && value ? value : { kind: "array", start: parameters2.start, end, elements: values2 };
      return { kind: "index", start, end, object: typeExpression(reader, only2), index };
    }
    case "union_type": {
      const values2 = inner2.map((child) => typeExpression(reader, child));
      return values2.reduce((left, right) => ({
        kind: "binary",
        start: left.start,
        end: right.end,
        operator: "|",
        left,
        right
      }));
    }
    case "member_type": {
      const property = inner2.at(-1);
      if (!only2 || !property || inner2.length < 2) return unknown2(reader, node);
      const object = typeExpression(reader, only2);
      return { kind: "member", start, end, object, property: reader.textOf(property), propertyStart: property.start };
    }
    default:
      return expression2(reader, node);
  }
}
var LISTS = /* @__PURE__ */ new Set(["list", "List", "Sequence", "Iterable", "Collection"]);
function typeFrom(written3) {
  const { start, end } = written3;
  const make = (name2, given4 = []) => {
    return { start, end, name: name2, arguments: given4, expression: written3 };
  };
  const path = pathOf(written3);
  if (path) return make(path.join("."));
  if (written3.kind === "literal") {
    if (written3.value === null) return make("None");
    const isName2 = typeof written3.value === "string" && /^[\w.]+$/.test(written3.value);
    return isName2 ? make(String(written3.value)) : make("literal");
  }
  if (written3.kind === "binary" && written3.operator === "|") return make("|", unionOf(written3));
  if (written3.kind === "array") return make("?", written3.elements.map(typeFrom));
  if (written3.kind !== "index") return make("?");
  const name = pathOf(written3.object)?.join(".") ?? "?";
  const given3 = (written3.index.kind === "array" ? written3.index.elements : [written3.index]).map(typeFrom);
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (LISTS.has(last)) return make("[]", given3);
  if (last === "Union") return make("|", given3);
  if (last === "Optional") return make("|", [...given3, { start: end, end, name: "None", arguments: [] }]);
  return make(name, given3);
}
function unionOf(written3) {
  const members = [];
  let left = written3;
  while (left.kind === "binary" && left.operator === "|") {
    members.push(typeFrom(left.right));
    left = left.left;
  }
  return [typeFrom(left), ...members.reverse()];
}

// src/parse/python/assignments.ts
function assignment(reader, node) {
  const targets = [];
  let at4 = node;
  for (; ; ) {
    const left = part(at4, "left");
    const right = part(at4, "right");
    if (left) targets.push(left);
    if (right?.type !== "assignment") break;
    at4 = right;
  }
  const value = writtenValue(reader, part(at4, "right"));
  const type = part(at4, "type");
  const statements = [];
  let given3 = value;
  for (const target of targets.reverse()) {
    const left = expression2(reader, target);
    const place2 = { start: target.start, end: given3 === value ? node.end : target.end };
    statements.push(...bind(reader, left, given3, type && typeOf(reader, type), place2));
    if (left.kind === "name") given3 = { ...left };
    else if (left.kind === "member") given3 = left;
    else given3 = { kind: "unknown", start: left.start, end: left.end, children: [] };
  }
  return statements;
}
function writtenValue(reader, node) {
  if (!node) return void 0;
  return node.type === "augmented_assignment" ? augmented(reader, node) : expression2(reader, node);
}
function bind(reader, target, value, type, place2) {
  if (isDeclared(reader, target)) {
    const isConstant = target.kind === "name" && (type?.name.endsWith("Final") || /^_*[A-Z][A-Z\d_]*$/.test(target.name));
    return [
      {
        kind: "declare",
        ...place2,
        target,
        ...type && { type },
        ...value && { value },
        isConstant: isConstant === true
      }
    ];
  }
  if (!value) return asStatement2(target);
  const typed = type ? { kind: "cast", start: value.start, end: value.end, value, type } : value;
  return asStatement2({ kind: "assign", ...place2, operator: "=", target, value: typed });
}
function isDeclared(reader, target) {
  if (target.kind === "name") return !reader.around?.outer.has(target.name);
  if (target.kind === "spread") return isDeclared(reader, target.value);
  return target.kind === "array" && target.elements.every((one2) => isDeclared(reader, one2));
}
function augmented(reader, node) {
  const right = part(node, "right");
  return {
    kind: "assign",
    start: node.start,
    end: node.end,
    operator: part(node, "operator")?.type ?? "=",
    target: operand2(reader, node, "left"),
    value: writtenValue(reader, right) ?? { kind: "unknown", start: node.end, end: node.end, children: [] }
  };
}

// src/parse/python/control.ts
function conditional(reader, node) {
  const test = operand2(reader, node, "condition");
  const branches2 = [{ at: node, test, body: branch(reader, node, test) }];
  let alternate = [];
  for (const child of parts(node, "alternative")) {
    if (child.type === "elif_clause") {
      const condition2 = operand2(reader, child, "condition");
      branches2.push({ at: child, test: condition2, body: branch(reader, child, condition2) });
    } else alternate = blockOf(reader, part(child, "body"));
  }
  for (const { at: at4, test: test2, body } of branches2.reverse())
    alternate = [{ kind: "if", start: at4.start, end: node.end, test: test2, consequent: body, alternate }];
  return [...alternate, ...broken(reader, node)];
}
function branch(reader, node, test) {
  const before = reader.typeOnly;
  if (pathOf(test)?.at(-1) === "TYPE_CHECKING") reader.typeOnly = true;
  const body = blockOf(reader, part(node, "consequence"));
  reader.typeOnly = before;
  return body;
}
function broken(reader, node) {
  return node.children.filter((child) => child.type === "ERROR").flatMap((child) => statement(reader, child));
}
function loop2(reader, node) {
  const { start, end } = node;
  const isEach = node.type === "for_statement";
  const head = isEach ? { form: "each", target: operand2(reader, node, "left"), iterated: operand2(reader, node, "right") } : { form: "while", test: operand2(reader, node, "condition") };
  const body = blockOf(reader, part(node, "body"));
  const alternative = part(node, "alternative");
  const after = alternative ? blockOf(reader, part(alternative, "body")) : [];
  return [
    { kind: "loop", start, end, ...head, isAsync: isAsync(node), body },
    ...alternative && after.length > 0 ? [{ kind: "block", start: alternative.start, end: alternative.end, body: after }] : [],
    ...broken(reader, node)
  ];
}
function tryStatement(reader, node) {
  const block = (type) => {
    const clause2 = node.children.find((child) => child.type === type);
    const body = clause2 && (part(clause2, "body") ?? clause2.children.find((child) => child.type === "block"));
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
}
function handler(reader, node) {
  const written3 = parts(node, "value");
  const [only2] = written3;
  const isNamed5 = only2?.type === "as_pattern";
  const caught = isNamed5 ? named(only2).filter((child) => child.field !== "alias") : written3;
  const alias2 = part(isNamed5 ? only2 : node, "alias");
  const types = caught.flatMap((child) => {
    const value = expression2(reader, child);
    return value.kind === "array" ? value.elements : [value];
  });
  const block = node.children.find((child) => child.type === "block");
  return {
    start: node.start,
    end: node.end,
    types,
    ...alias2 && { target: expression2(reader, alias2) },
    body: blockOf(reader, block)
  };
}
function withStatement(reader, node) {
  const clause2 = node.children.find((child) => child.type === "with_clause");
  const items = (clause2 ? named(clause2) : []).map((child) => {
    const written3 = part(child, "value") ?? child;
    if (written3.type !== "as_pattern") return { value: expression2(reader, written3) };
    const alias2 = part(written3, "alias");
    const [value] = named(written3).filter((one2) => one2 !== alias2);
    return {
      value: value ? expression2(reader, value) : expression2(reader, written3),
      ...alias2 && { target: expression2(reader, alias2) }
    };
  });
  const body = [...blockOf(reader, part(node, "body")), ...broken(reader, node)];
  return { kind: "with", start: node.start, end: node.end, items, body, isAsync: isAsync(node) };
}

// src/parse/python/imports.ts
function importStatement(reader, node) {
  for (const child of parts(node, "name")) {
    const { start, end } = child;
    const common2 = { start, end, ...circumstances(reader) };
    const alias2 = part(child, "alias");
    const from = dotted(reader, part(child, "name") ?? child);
    const [top = from] = from.split(".");
    if (alias2) reader.imports.push({ ...common2, from, name: "*", local: reader.textOf(alias2) });
    else {
      reader.imports.push({ ...common2, from: top, name: "*", local: top });
      if (top !== from) reader.imports.push({ ...common2, from });
    }
  }
}
function importFromStatement(reader, node) {
  const module = part(node, "module_name");
  const from = module ? dotted(reader, module) : "__future__";
  const common2 = circumstances(reader);
  for (const child of node.children) {
    const { start, end } = child;
    if (child.type === "wildcard_import") reader.imports.push({ ...common2, start, end, from, name: "*" });
    if (child.field !== "name" || child.isMissing) continue;
    const name = dotted(reader, part(child, "name") ?? child);
    const alias2 = part(child, "alias");
    reader.imports.push({ ...common2, start, end, from, name, local: alias2 ? reader.textOf(alias2) : name });
  }
}
function circumstances(reader) {
  return { typeOnly: reader.typeOnly, deferred: reader.around !== void 0 };
}
function dotted(reader, node) {
  if (node.type === "import_prefix") return reader.textOf(node).replace(/[^.]/g, "");
  const inner2 = named(node);
  if (inner2.length === 0) return reader.textOf(node);
  const separator = node.type === "relative_import" ? "" : ".";
  return inner2.map((child) => dotted(reader, child)).join(separator);
}

// src/parse/python/operators.ts
var SPELLING2 = { and: "&&", or: "||", "==": "===", "!=": "!==", "<>": "!==" };
function operation2(reader, node) {
  const spine = [];
  let left = node;
  while (left?.type === "binary_operator" || left?.type === "boolean_operator") {
    spine.push(left);
    left = part(left, "left");
  }
  let result = left ? expression2(reader, left) : { kind: "unknown", start: 0, end: 0, children: [] };
  for (const { start, end, children } of spine.reverse()) {
    const operator = children.find((child) => child.field === "operator")?.type ?? "";
    const right = children.find((child) => child.field === "right");
    const value = right ? expression2(reader, right) : { kind: "unknown", start: end, end, children: [] };
    result = { kind: "binary", start, end, operator: SPELLING2[operator] ?? operator, left: result, right: value };
  }
  return result;
}
function comparison(reader, node) {
  const operands2 = node.children.filter((child) => child.field !== "operators");
  const values2 = operands2.map((child) => expression2(reader, child));
  const operators = parts(node, "operators").map(({ type }) => SPELLING2[type] ?? type);
  const [initial] = values2;
  if (!initial) return { kind: "unknown", start: node.start, end: node.end, children: [] };
  let result;
  let left = initial;
  for (const [index, right] of values2.slice(1).entries()) {
    const { start } = left;
    const pair2 = { kind: "binary", start, end: right.end, operator: operators[index] ?? "", left, right };
    result = result ? { kind: "binary", start: node.start, end: right.end, operator: "&&", left: result, right: pair2 } : pair2;
    left = isInert(right) ? right : { kind: "unknown", start: right.start, end: right.end, children: [] };
  }
  return result ?? initial;
}
function isInert(value) {
  let inert = true;
  walk([value], (node) => {
    inert &&= node.kind === "name" || node.kind === "member" || node.kind === "literal";
    return inert;
  });
  return inert;
}
function chain(reader, node) {
  const links = [];
  let at4 = node;
  while (at4?.type === "attribute" || at4?.type === "call" || at4?.type === "subscript") {
    links.push(at4);
    at4 = part(at4, at4.type === "attribute" ? "object" : at4.type === "call" ? "function" : "value");
  }
  let result = at4 ? expression2(reader, at4) : { kind: "unknown", start: node.start, end: node.start, children: [] };
  const spread3 = result.kind === "spread" ? result : void 0;
  if (spread3) result = spread3.value;
  for (const link of links.reverse()) result = linked(reader, link, result);
  return spread3 ? { ...spread3, end: node.end, value: result } : result;
}
function linked(reader, link, object) {
  const { start, end } = link;
  if (link.type === "call") {
    const given3 = callArguments(reader, part(link, "arguments"));
    return { kind: "call", start, end, callee: object, arguments: given3, isNew: false };
  }
  if (link.type === "attribute") {
    const property = part(link, "attribute");
    const name = property ? reader.textOf(property) : "";
    return { kind: "member", start, end, object, property: name, propertyStart: property?.start ?? end };
  }
  return subscript(reader, link, object);
}
function subscript(reader, link, object) {
  const { start, end } = link;
  const keys = parts(link, "subscript");
  const [key] = keys;
  if (keys.length !== 1 || !key) return { kind: "index", start, end, object, index: arrayOf(reader, link, keys) };
  if (key.type === "slice") return { kind: "slice", start, end, object, ...bounds(reader, key) };
  const index = expression2(reader, key);
  if (index.kind === "literal" && typeof index.value === "string")
    return { kind: "member", start, end, object, property: index.value, propertyStart: index.start };
  return { kind: "index", start, end, object, index };
}
function bounds(reader, node) {
  const found3 = {};
  const order = ["low", "high", "step"];
  let place2 = 0;
  for (const child of node.children) {
    if (child.type === ":") place2++;
    else if (named(node).includes(child)) found3[order[place2] ?? "step"] = expression2(reader, child);
  }
  return found3;
}
function oneOrList(reader, node, inner2) {
  const [only2] = inner2;
  if (!only2) return void 0;
  return inner2.length === 1 ? expression2(reader, only2) : arrayOf(reader, node, inner2);
}

// src/parse/python/patterns.ts
function matchStatement(reader, node) {
  const subjects = parts(node, "subject").map((child) => expression2(reader, child));
  const [only2] = subjects;
  const subject = subjects.length === 1 ? only2 : { kind: "array", start: node.start, end: node.end, elements: subjects };
  const block = part(node, "body");
  const cases2 = (block?.children ?? []).filter((child) => child.type === "case_clause").map((child) => caseOf(reader, child));
  return { kind: "switch", start: node.start, end: node.end, ...subject && { subject }, cases: cases2 };
}
function caseOf(reader, node) {
  const patterns = node.children.filter((child) => child.type === "case_pattern");
  const guard = part(node, "guard");
  const body = blockOf(reader, part(node, "consequence"));
  const [only2] = patterns;
  const tests = patterns.length === 1 && only2 ? testsOf(reader, only2) : patterns.map((child) => pattern(reader, child));
  if (!guard) return { tests, body };
  const [condition2] = named(guard);
  const right = condition2 ? expression2(reader, condition2) : unknown2(reader, guard);
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
  const inner2 = node.type === "case_pattern" && named(node).length === 1 ? named(node)[0] : node;
  if (!inner2 || node.type === "case_pattern" && node.children.some((child) => child.type === "_")) return [];
  if (inner2.type === "union_pattern") return named(inner2).map((child) => pattern(reader, child));
  if (inner2.type === "dotted_name" && inner2.children.length === 1) return [];
  return [pattern(reader, inner2)];
}
function pattern(reader, node) {
  const { start, end } = node;
  const inner2 = named(node);
  switch (node.type) {
    case "case_pattern": {
      const [only2] = inner2;
      if (inner2.length !== 1 || !only2) return unknown2(reader, node);
      const value = pattern(reader, only2);
      const minus = node.children.some((child) => child.type === "-");
      return minus ? { kind: "unary", start, end, operator: "-", value } : value;
    }
    case "dotted_name":
      return dottedName(reader, inner2);
    case "class_pattern": {
      const [callee, ...given3] = inner2.map((child) => pattern(reader, child));
      return callee ? { kind: "call", start, end, callee, arguments: given3, isNew: false } : unknown2(reader, node);
    }
    case "keyword_pattern": {
      const [name, value] = inner2;
      if (!name || !value) return unknown2(reader, node);
      return { kind: "keyword", start, end, name: reader.textOf(name), value: pattern(reader, value) };
    }
    case "list_pattern":
    case "tuple_pattern":
      return { kind: "array", start, end, elements: inner2.map((child) => pattern(reader, child)) };
    case "dict_pattern": {
      const values2 = parts(node, "value");
      const entries = parts(node, "key").map((key, index) => {
        const value = values2[index];
        const written3 = pattern(reader, key);
        const name = written3.kind === "literal" ? { key: String(written3.value) } : { computed: written3 };
        return {
          kind: "entry",
          start: key.start,
          end: value?.end ?? key.end,
          ...name,
          value: value ? pattern(reader, value) : operand2(reader, key, "value")
        };
      });
      return { kind: "object", start, end, entries };
    }
    case "union_pattern":
    case "as_pattern":
    case "splat_pattern":
    case "complex_pattern":
      return { kind: "unknown", start, end, children: inner2.map((child) => pattern(reader, child)) };
    default:
      return expression2(reader, node);
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
    expression2(reader, first2)
  );
}

// src/parse/python/statements.ts
function blockOf(reader, node) {
  return node ? named(node).flatMap((child) => statement(reader, child)) : [];
}
function statement(reader, node) {
  const { start, end } = node;
  switch (node.type) {
    case "expression_statement":
      return named(node).length > 1 && !hasAssignment(node) ? asStatement2(oneOrList(reader, node, named(node))) : named(node).flatMap((child) => simple2(reader, child));
    case "assignment":
    case "augmented_assignment":
      return simple2(reader, node);
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
      return loop2(reader, node);
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
}
function plain(reader, node) {
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
      return [thrown, ...cause ? asStatement2(expression2(reader, cause)) : []];
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
      return value ? asStatement2({ kind: "unary", start, end, operator: "delete", value }) : [];
    }
    case "assert_statement":
    case "print_statement":
    case "exec_statement":
      return builtin(reader, node);
    case "type_alias_statement":
      return typeAlias(reader, node);
    default:
      return anything2(reader, node).flatMap((one2) => isStatement2(one2) ? [one2] : asStatement2(one2));
  }
}
function builtin(reader, node) {
  const { start, end } = node;
  const name = node.type.slice(0, node.type.indexOf("_"));
  const callee = { kind: "name", start, end: start + name.length, name };
  const [first2, ...others] = named(node).map((child) => expression2(reader, child));
  if (first2 && node.children[0]?.type === "chevron") {
    const shift = { kind: "binary", start, end: first2.end, operator: ">>", left: callee, right: first2 };
    return [shift, ...others].flatMap(asStatement2);
  }
  return asStatement2({ kind: "call", start, end, callee, arguments: first2 ? [first2, ...others] : [], isNew: false });
}
function typeAlias(reader, node) {
  const left = part(node, "left");
  const right = part(node, "right");
  if (!left || !right) return [];
  const { start, end } = node;
  const target = typeExpression(reader, left);
  const declared2 = target.kind === "index" ? target.object : target;
  if (reader.textOf(left).startsWith("(")) {
    const value = typeExpression(reader, right);
    return asStatement2({ kind: "assign", start, end, operator: "=", target: ofCall(target, start), value });
  }
  const { name } = typeFrom(declared2);
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
function simple2(reader, node) {
  if (node.type === "assignment") return assignment(reader, node);
  if (node.type === "augmented_assignment") return asStatement2(augmented(reader, node));
  return anything2(reader, node).flatMap((one2) => isStatement2(one2) ? [one2] : asStatement2(one2));
}
function asStatement2(value) {
  return value ? [{ kind: "expression", start: value.start, end: value.end, value }] : [];
}
var STATEMENTS2 = new Set(
  "declare expression return throw if switch loop try with block type deferred jump function class".split(" ")
);
function isStatement2(one2) {
  return STATEMENTS2.has(one2.kind);
}

// src/parse/python/definitions.ts
function functionOf(reader, node, decorators2) {
  const name = part(node, "name");
  const returns = part(node, "return_type");
  const names = new Set(decorators2.map((one2) => pathOf(one2)?.at(-1) ?? ""));
  const before = reader.around;
  const parameters2 = parametersOf(reader, part(node, "parameters"));
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
    parameters: parameters2,
    body,
    decorators: decorators2,
    ...returns && { returns: typeOf(reader, returns) },
    isAsync: isAsync(node),
    isGenerator: around.hasYield,
    isStatic: names.has("staticmethod"),
    ...accessor(decorators2),
    isArrow: false,
    isAbstract: names.has("abstractmethod")
  };
}
function accessor(decorators2) {
  for (const decorator of decorators2) {
    const path = pathOf(decorator);
    if (path?.at(-1) === "property" || path?.at(-1) === "cached_property") return { accessor: "get" };
    if (path?.length === 2 && path[1] === "setter") return { accessor: "set" };
  }
  return {};
}
function lambda(reader, node) {
  const { start, end } = node;
  const parameters2 = parametersOf(reader, part(node, "parameters"));
  const before = reader.around;
  const around = { hasYield: false, outer: /* @__PURE__ */ new Set() };
  reader.around = around;
  const value = operand2(reader, node, "body");
  reader.around = before;
  return {
    kind: "function",
    start,
    end,
    nameStart: start,
    parameters: parameters2,
    body: [{ kind: "return", start: value.start, end: value.end, value }],
    decorators: [],
    isAsync: false,
    isGenerator: around.hasYield,
    isStatic: false,
    isArrow: true,
    isAbstract: false
  };
}
function parametersOf(reader, node) {
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
        ...value && { fallback: expression2(reader, value) },
        decorators: [],
        isProperty: false,
        isOptional: false
      }
    ];
  });
}
function bound(reader, target) {
  const inner2 = named(target)[0] ?? target;
  if (target.type === "list_splat_pattern") return { target: expression2(reader, inner2), rest: "list" };
  if (target.type === "dictionary_splat_pattern") return { target: expression2(reader, inner2), rest: "map" };
  return { target: expression2(reader, target) };
}
function classOf(reader, node, decorators2) {
  const name = part(node, "name");
  const given3 = callArguments(reader, part(node, "superclasses"));
  const bases = given3.filter((one2) => one2.kind !== "keyword");
  const members = [];
  const statements = [];
  const before = reader.around;
  reader.around = void 0;
  for (const one2 of blockOf(reader, part(node, "body"))) {
    const field = fieldOf(one2);
    if (field) members.push(field);
    else if (one2.kind === "function" || one2.kind === "class") members.push(one2);
    else statements.push(one2);
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
    keywords: given3.filter((one2) => one2.kind === "keyword"),
    decorators: decorators2,
    members,
    statements,
    isAbstract: bases.some((base2) => /^ABC$/.test(pathOf(base2)?.at(-1) ?? ""))
  };
}
function fieldOf(one2) {
  if (one2.kind !== "declare" || one2.target.kind !== "name") return void 0;
  const { start, end, target, type, value } = one2;
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
}
function decorated(reader, node) {
  const decorators2 = node.children.filter((child) => child.type === "decorator").map((child) => {
    const [inner2] = named(child).filter((one2) => one2.type !== "@");
    return inner2 ? expression2(reader, inner2) : unknown2(reader, child);
  });
  const definition = part(node, "definition");
  if (definition?.type === "function_definition") return [functionOf(reader, definition, decorators2)];
  if (definition?.type === "class_definition") return [classOf(reader, definition, decorators2)];
  const lone = decorators2.map((value) => ({ kind: "expression", start: value.start, end: value.end, value }));
  return [...lone, ...definition ? statement(reader, definition) : []];
}

// src/parse/python/strings.ts
var SIMPLE2 = {
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
function stringExpression(reader, node) {
  const { start, end } = node;
  const first2 = node.children.find((child) => child.type === "string_start");
  const opening = first2 ? reader.textOf(first2) : "";
  const prefix = opening.replace(/["']+$/, "").toLowerCase();
  const quotes = opening.slice(prefix.length);
  const last = reader.textOf(node).endsWith(quotes) ? end - quotes.length : end;
  const parts3 = [];
  const isFormatted = /[ft]/.test(prefix);
  const addText = (from, to) => {
    if (to > from) parts3.push(unescapePython(reader.textOf({ start: from, end: to }), prefix));
  };
  let at4 = first2?.end ?? start;
  for (const child of node.children) {
    if (child.type !== "interpolation" && child.type !== "ERROR") continue;
    addText(at4, child.start);
    parts3.push(child.type === "ERROR" ? expression2(reader, child) : interpolation(reader, child));
    at4 = child.end;
  }
  addText(at4, last);
  if (isFormatted && parts3.some((one2) => typeof one2 !== "string")) return { kind: "template", start, end, parts: parts3 };
  return { kind: "literal", start, end, value: parts3.filter((one2) => typeof one2 === "string").join("") };
}
function interpolation(reader, node) {
  const { start, end } = node;
  const inner2 = part(node, "expression");
  const value = inner2 ? expression2(reader, inner2) : { kind: "unknown", start, end, children: [] };
  const format = part(node, "format_specifier");
  const conversion2 = part(node, "type_conversion");
  const showsName = node.children.some((child) => child.type === "=");
  if (!format && !showsName && (!conversion2 || reader.textOf(conversion2) === "!s")) return value;
  const widths = (format?.children ?? []).flatMap((child) => part(child, "expression") ?? []);
  return { kind: "unknown", start, end, children: [value, ...widths.map((one2) => expression2(reader, one2))] };
}
function concatenated(reader, node) {
  const { start, end } = node;
  const strings = node.children.filter((child) => child.type === "string").map((child) => stringExpression(reader, child));
  const parts3 = strings.flatMap((one2) => one2.kind === "template" ? one2.parts : [String(one2.value)]);
  if (parts3.every((one2) => typeof one2 === "string")) return { kind: "literal", start, end, value: parts3.join("") };
  return { kind: "template", start, end, parts: parts3 };
}
function unescapePython(text2, prefix) {
  const braces2 = /[ft]/.test(prefix) ? text2.replaceAll("{{", "{").replaceAll("}}", "}") : text2;
  const lines = braces2.replace(/\r\n?/g, "\n");
  if (prefix.includes("r") || !lines.includes("\\")) return lines;
  const isBytes = prefix.includes("b");
  return lines.replace(
    /\\(?:\n|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
    (whole, octal, byte, short, long, other) => {
      if (octal !== void 0) return String.fromCharCode(Number.parseInt(octal, 8));
      if (byte !== void 0) return String.fromCharCode(Number.parseInt(byte, 16));
      const point = short ?? long;
      if (point !== void 0) return isBytes ? whole : character(Number.parseInt(point, 16), whole);
      if (other !== void 0) return SIMPLE2[other] ?? whole;
      return "";
    }
  );
}
function character(point, written3) {
  return point <= 1114111 ? String.fromCodePoint(point) : written3;
}

// src/parse/python/expressions.ts
function expression2(reader, node) {
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
      return operation2(reader, node);
    case "comparison_operator":
      return comparison(reader, node);
    case "not_operator":
      return { kind: "unary", start, end, operator: "!", value: operand2(reader, node, "argument") };
    case "unary_operator": {
      const operator = part(node, "operator")?.type ?? "-";
      return { kind: "unary", start, end, operator, value: operand2(reader, node, "argument") };
    }
    default:
      return compound(reader, node);
  }
}
function compound(reader, node) {
  const { start, end } = node;
  const inner2 = named(node);
  switch (node.type) {
    case "parenthesized_expression":
    case "as_pattern_target":
    case "decorator":
    case "chevron":
      return inner2.length === 1 && inner2[0] ? expression2(reader, inner2[0]) : unknown2(reader, node);
    case "list":
    case "tuple":
    case "set":
    case "expression_list":
    case "pattern_list":
    case "tuple_pattern":
    case "list_pattern":
      return arrayOf(reader, node, inner2);
    case "dictionary":
      return { kind: "object", start, end, entries: inner2.flatMap((child) => dictionaryEntry(reader, child)) };
    case "pair":
      return dictionaryEntry(reader, node)[0] ?? unknown2(reader, node);
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
        target: operand2(reader, node, "name"),
        value: operand2(reader, node, "value")
      };
    case "await":
      return { kind: "await", start, end, value: first(reader, node) };
    case "yield": {
      if (reader.around) reader.around.hasYield = true;
      return { kind: "yield", start, end, ...inner2[0] && { value: expression2(reader, inner2[0]) } };
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
        value: operand2(reader, node, "value")
      };
    }
    case "type":
      return typeExpression(reader, node);
    case DEEP:
      return { kind: "unknown", start, end, children: reader.later(node) };
    default:
      return unknown2(reader, node);
  }
}
function nameOf(reader, node) {
  const text2 = reader.textOf(node);
  const name = /[^\x20-\x7e]/.test(text2) ? text2.normalize("NFKC") : text2;
  return { kind: "name", start: node.start, end: node.end, name };
}
function operand2(reader, node, field) {
  const found3 = part(node, field);
  return found3 ? expression2(reader, found3) : { kind: "unknown", start: node.start, end: node.end, children: [] };
}
function first(reader, node) {
  const [inner2] = named(node);
  return inner2 ? expression2(reader, inner2) : { kind: "unknown", start: node.start, end: node.end, children: [] };
}
function unknown2(reader, node) {
  const children = named(node).flatMap((child) => anything2(reader, child));
  return { kind: "unknown", start: node.start, end: node.end, children };
}
function anything2(reader, node) {
  if (/_statement$|_definition$|^block$|^module$|^assignment$/.test(node.type)) return statement(reader, node);
  if (node.type === "ERROR") return named(node).flatMap((child) => anything2(reader, child));
  return node.isMissing ? [] : [expression2(reader, node)];
}
function arrayOf(reader, at4, elements) {
  return { kind: "array", start: at4.start, end: at4.end, elements: elements.map((child) => expression2(reader, child)) };
}
function number(reader, node) {
  const { start, end } = node;
  const text2 = reader.textOf(node).replaceAll("_", "").replace(/l$/i, "");
  const value = /^0\d+$/.test(text2) ? Number.parseInt(text2, 8) : Number(text2);
  return Number.isNaN(value) ? { kind: "unknown", start, end, children: [] } : { kind: "literal", start, end, value };
}
function dictionaryEntry(reader, node) {
  const { start, end } = node;
  if (node.type === "dictionary_splat") return [spread(reader, node)];
  if (node.type !== "pair") return [{ kind: "entry", start, end, value: expression2(reader, node) }];
  const key = operand2(reader, node, "key");
  const value = operand2(reader, node, "value");
  if (key.kind === "literal" && (typeof key.value === "string" || typeof key.value === "number"))
    return [{ kind: "entry", start, end, key: String(key.value), value }];
  return [{ kind: "entry", start, end, computed: key, value }];
}
function spread(reader, node) {
  const form = node.type.startsWith("dictionary") ? "map" : "list";
  return { kind: "spread", start: node.start, end: node.end, form, value: first(reader, node) };
}
function conditional2(reader, node) {
  const [consequent, test, alternate] = named(node).map((child) => expression2(reader, child));
  if (!consequent || !test || !alternate) return unknown2(reader, node);
  return { kind: "conditional", start: node.start, end: node.end, test, consequent, alternate };
}
var FORMS = {
  list_comprehension: "list",
  set_comprehension: "set",
  dictionary_comprehension: "dict"
};
function comprehension(reader, node) {
  const { start, end } = node;
  const clauses = [];
  for (const child of node.children) {
    if (child.type === "for_in_clause") {
      const sources = parts(child, "right");
      const iterated = sources.length === 1 ? operand2(reader, child, "right") : arrayOf(reader, child, sources);
      clauses.push({ target: operand2(reader, child, "left"), iterated, tests: [], isAsync: isAsync(child) });
    } else if (child.type === "if_clause") clauses.at(-1)?.tests.push(first(reader, child));
  }
  const form = FORMS[node.type] ?? "generator";
  return { kind: "comprehension", start, end, form, element: operand2(reader, node, "body"), clauses };
}
function callArguments(reader, node) {
  if (!node) return [];
  if (node.type === "generator_expression") return [comprehension(reader, node)];
  return named(node).map((child) => expression2(reader, child));
}

// src/parse/python/segments.ts
var CONTINUES = /^(?:[)\]}]|(?:else|elif|except|finally)\b|#)/;
var OPAQUE2 = /#[^\n]*|"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/g;
function segmentsOf2(text2) {
  return pieces(text2, 0, text2.length, 0);
}
function membersOf(text2, [start, end]) {
  const widths = [...text2.slice(start, end).matchAll(/\n([ \t]+)(?![\s#])/g)].map(([, indent = ""]) => indent.length);
  const [first2] = widths;
  if (first2 === void 0) return [];
  const shallowest = widths.reduce((one2, other) => Math.min(one2, other), first2);
  const header = text2.indexOf("\n", start) + 1;
  return pieces(text2, header, end, shallowest);
}
function pieces(text2, from, to, indent) {
  const inString = opaqueAcrossLines(text2.slice(from, to)).map(([start, end]) => [from + start, from + end]);
  const starts2 = [];
  const ends = /* @__PURE__ */ new Set();
  let next = 0;
  let isDecorator = false;
  for (let at4 = from; at4 < to; ) {
    const end = text2.indexOf("\n", at4);
    const line = text2.slice(at4, end === -1 ? to : Math.min(end, to));
    while ((inString[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at4) next++;
    const inside3 = (inString[next]?.[0] ?? Number.POSITIVE_INFINITY) < at4;
    const width = line.search(/[^ \t\r]/);
    if (!inside3 && width !== -1 && (width === indent || width < indent && indent > 0)) {
      const rest2 = line.slice(width);
      if (width < indent && /^[)\]}]/.test(rest2)) {
        starts2.push(at4);
        ends.add(at4);
        isDecorator = false;
      }
      if (!CONTINUES.test(rest2)) {
        if (!isDecorator) starts2.push(at4);
        isDecorator = rest2.startsWith("@");
      }
    }
    at4 = end === -1 ? to : end + 1;
  }
  if (indent === 0 && starts2[0] !== from) starts2.unshift(from);
  return starts2.map((start, index) => [start, starts2[index + 1] ?? to]).filter(([start]) => !ends.has(start));
}
function opaqueAcrossLines(text2) {
  return [...text2.matchAll(OPAQUE2)].flatMap(
    ({ index, 0: found3 }) => found3.includes("\n") ? [[index, index + found3.length]] : []
  );
}

// src/parse/python.ts
var MOST_PROBLEMS = 20;
var LONGEST2 = 1e6;
var CONTINUED = /(?:\\\r?\n[ \t]*){100}/;
function readPython(source) {
  const { text: text2, path } = source;
  const imports2 = [];
  const complain = (message) => {
    const at4 = { path, start: 0, end: Math.min(1, text2.length) };
    return fileOf(path, [], [], [{ at: at4, kind: "syntax", message }]);
  };
  if (!grammar("python")) return complain("the grammar of Python is not loaded");
  if (CONTINUED.test(text2)) return complain("more than a hundred lines in a row are continued with a backslash");
  if (text2.length > LONGEST2) return complain(`the text is longer than ${LONGEST2} characters`);
  const whole = parse2(text2, 0);
  const found3 = whole && !whole.hasError ? [{ tree: whole, within: false }] : segmentsOf2(text2).flatMap((range2) => mend(text2, range2));
  if (found3.length === 0 && text2.trim() !== "") return complain("this is no Python");
  const { reader, finish: finish3 } = readerOf2(text2, imports2, found3);
  const body = found3.flatMap((piece) => rootsOf(piece).flatMap((node) => statement(reader, node)));
  finish3();
  return fileOf(path, imports2, body, problemsOf2(source, found3));
}
function fileOf(path, imports2, body, problems) {
  return { path, language: "python", imports: imports2, exports: [], body, problems, directives: [] };
}
function parse2(text2, offset) {
  const parser = grammar("python");
  try {
    return parser && concreteTree(parser, text2, offset, PYTHON);
  } catch {
    return void 0;
  }
}
function mend(text2, range2) {
  const [start, end] = range2;
  const tree = parse2(text2.slice(start, end), start);
  if (tree && !tree.hasError) return [{ tree, within: false }];
  const broken2 = membersOf(text2, range2).flatMap((member) => {
    const piece = parseMember(text2, member);
    return !piece || piece.tree.hasError ? [{ member, piece }] : [];
  });
  if (broken2.length === 0) return tree ? [{ tree, within: false }] : [];
  const rest2 = parse2(
    without(
      text2,
      range2,
      broken2.map(({ member }) => member)
    ),
    start
  );
  return [...rest2 ? [{ tree: rest2, within: false }] : [], ...broken2.flatMap(({ piece }) => piece ?? [])];
}
var BLOCK = "if 1:\n";
function parseMember(text2, [start, end]) {
  const tree = parse2(BLOCK + text2.slice(start, end), start - BLOCK.length);
  return tree && { tree, within: true };
}
function without(text2, [from, to], holes) {
  let kept2 = "";
  let at4 = from;
  for (const [start, end] of holes) {
    kept2 += text2.slice(at4, start) + text2.slice(start, end).replace(/[^\n\r]/g, " ");
    at4 = end;
  }
  return kept2 + text2.slice(at4, to);
}
function rootsOf({ tree: { root: root2 }, within }) {
  const [first2, ...others] = root2.children;
  if (!within || first2?.type !== "if_statement") return within ? root2.children.filter((one2) => one2.start >= 0) : [root2];
  const parts3 = first2.children.filter((child) => child.field !== "condition" && child.type !== ":");
  return [...parts3, ...others];
}
function readerOf2(text2, imports2, found3) {
  const waiting = [];
  const deep = new Map(found3.flatMap(({ tree }) => [...tree.deep]));
  const reader = {
    textOf: ({ start, end }) => text2.slice(Math.max(0, start), Math.max(0, end)),
    imports: imports2,
    around: void 0,
    typeOnly: false,
    later: (hole) => {
      const into = [];
      const node = deep.get(hole);
      if (node) waiting.push({ node, into });
      return into;
    }
  };
  const finish3 = () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) next.into.push(...anything2(reader, next.node));
    imports2.sort((one2, other) => one2.start - other.start);
  };
  return { reader, finish: finish3 };
}
function problemsOf2(source, found3) {
  const problems = [];
  const waiting = found3.filter(({ tree }) => tree.hasError).flatMap(({ tree }) => [tree.root, ...tree.deep.values()]).reverse();
  for (let node = waiting.pop(); node && problems.length < MOST_PROBLEMS; node = waiting.pop()) {
    const at4 = { path: source.path, start: Math.max(0, node.start), end: Math.max(0, node.end) };
    if (node.isMissing) problems.push({ at: at4, kind: "syntax", message: `${node.type} is missing here` });
    else if (node.type === "ERROR")
      problems.push({ at: at4, kind: "syntax", message: `unexpected ${excerpt2(source.text, at4)}` });
    else for (const child of node.children.toReversed()) waiting.push(child);
  }
  return problems.sort((one2, other) => one2.at.start - other.at.start);
}
function excerpt2(text2, { start, end }) {
  const [line = ""] = text2.slice(start, Math.min(end, start + 40)).split("\n");
  return line.trim() === "" ? "end of line" : `\`${line.trim()}\``;
}

// src/code/modules/go.ts
function goModules(tree, files4) {
  const modules = readModules(tree);
  const directories = packagesByDirectory(files4);
  const built = (directory) => packageIn(directories.get(directory) ?? []);
  return {
    target: (from, specifier) => {
      const directory = directoryFor(modules, from.path, specifier, (one2) => directories.has(one2));
      if (directory === void 0) return { kind: "package", name: specifier };
      const found3 = built(directory);
      return found3.length > 0 ? { kind: "files", files: found3 } : { kind: "missing" };
    },
    siblings: (file) => {
      if (file.language !== "go") return [];
      const all = directories.get(directoryOf(file.path)) ?? [];
      return all.filter(
        (one2) => one2 !== file && one2.packageName === file.packageName && (isTest(file) || !isTest(one2)) && (isBuilt(one2) || one2.directives.join() === file.directives.join())
      );
    }
  };
}
function packagesByDirectory(files4) {
  const found3 = /* @__PURE__ */ new Map();
  for (const file of files4.values()) {
    if (file.language !== "go") continue;
    const directory = directoryOf(file.path);
    const known7 = found3.get(directory);
    if (known7) known7.push(file);
    else found3.set(directory, [file]);
  }
  return found3;
}
function packageIn(files4) {
  const built = files4.filter((file) => !isTest(file) && isBuilt(file));
  const counts2 = /* @__PURE__ */ new Map();
  for (const { packageName: packageName3 = "" } of built) counts2.set(packageName3, (counts2.get(packageName3) ?? 0) + 1);
  const [most] = [...counts2].sort((a, b) => b[1] - a[1]);
  return built.filter((file) => (file.packageName ?? "") === most?.[0]);
}
function isTest(file) {
  return file.path.endsWith("_test.go");
}
var OTHER_SYSTEMS = /_(?:aix|android|darwin|dragonfly|freebsd|illumos|ios|js|netbsd|openbsd|plan9|solaris|wasip1|windows)(?:_[a-z0-9]+)?\.go$/;
var OTHER_ARCHITECTURES = /_(?:386|arm|loong64|mips(?:64)?(?:le)?|ppc64(?:le)?|riscv64|s390x|wasm)\.go$/;
var HELD = /* @__PURE__ */ new Set(["linux", "unix", "amd64", "arm64", "cgo", "gc"]);
function isBuilt(file) {
  if (OTHER_SYSTEMS.test(file.path) || OTHER_ARCHITECTURES.test(file.path)) return false;
  const constraint = file.directives.find((one2) => one2.startsWith("go:build "));
  return constraint === void 0 || holds(constraint.slice("go:build ".length));
}
function holds(expression3) {
  const tokens = expression3.match(/&&|\|\||[!()]|[\w.]+/g) ?? [];
  let next = 0;
  const one2 = (depth) => {
    const token = tokens[next++];
    if (token === "!" && depth < 50) return !one2(depth + 1);
    if (token === "(" && depth < 50) {
      const inner2 = any(depth + 1);
      next++;
      return inner2;
    }
    return token === void 0 || HELD.has(token) || /^go1\.\d+$/.test(token);
  };
  const every = (depth) => {
    let result = one2(depth);
    while (tokens[next] === "&&") {
      next++;
      result = one2(depth) && result;
    }
    return result;
  };
  const any = (depth) => {
    let result = every(depth);
    while (tokens[next] === "||") {
      next++;
      result = every(depth) || result;
    }
    return result;
  };
  return any(0);
}
function directoryFor(modules, from, specifier, exists) {
  if (/^\.{1,2}\//.test(specifier)) return joinPath(directoryOf(from), specifier);
  const own = modules.filter((one2) => one2.directory === "." || from.startsWith(`${one2.directory}/`)).at(-1);
  const replaced = own && longest([...own.replaced], specifier);
  if (replaced !== void 0) return replaced;
  const found3 = longest(
    modules.map((one2) => [one2.path, one2.directory]),
    specifier
  );
  if (found3 !== void 0) return found3;
  if (modules.length > 0 || !specifier.includes(".")) return void 0;
  const [, , , ...inner2] = specifier.split("/");
  const directory = inner2.join("/");
  return directory !== "" && exists(directory) ? directory : void 0;
}
function longest(roots, specifier) {
  let best;
  for (const root2 of roots) {
    const [path] = root2;
    const isWithin2 = specifier === path || specifier.startsWith(`${path}/`);
    if (isWithin2 && (!best || path.length > best[0].length)) best = root2;
  }
  return best && joinPath(best[1], `.${specifier.slice(best[0].length)}`);
}
function readModules(tree) {
  return tree.files.filter((file) => file.path === "go.mod" || file.path.endsWith("/go.mod")).flatMap((file) => {
    const text2 = tree.read(file.path)?.text;
    return text2 === void 0 ? [] : readModule(text2, directoryOf(file.path));
  }).sort((a, b) => a.directory.length - b.directory.length);
}
function readModule(text2, directory) {
  const lines = text2.split("\n").map((line) => line.replace(/\/\/.*$/, "").trim());
  const named4 = lines.find((line) => /^module\s/.test(line));
  if (named4 === void 0) return [];
  const replaced = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const [, from, to] = /^(?:replace\s+)?(\S+)(?:\s+v\S+)?\s+=>\s+(\.{1,2}(?:\/\S*)?)$/.exec(line) ?? [];
    if (from !== void 0 && to !== void 0) replaced.set(unquote(from), joinPath(directory, unquote(to)));
  }
  return [{ directory, path: unquote(named4.replace(/^module\s+/, "")), replaced }];
}
function unquote(text2) {
  return text2.replace(/^["`](.*)["`]$/, "$1");
}

// src/code/modules/javascript.ts
var EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".d.ts", ".json", ".vue", ".svelte"];
var WRITTEN_AS = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"]
};
var MOST_EXTENDED = 8;
function javaScriptModules(tree) {
  const packages = workspacePackages(tree);
  const aliases = /* @__PURE__ */ new Map();
  const aliasesAt = (directory) => {
    const known7 = aliases.get(directory);
    if (known7) return known7;
    const own = readAliases(tree, directory);
    const found3 = own ?? (directory === "." ? { paths: [] } : aliasesAt(directoryOf(directory)));
    aliases.set(directory, found3);
    return found3;
  };
  const file = (path) => fileAt(tree, path);
  return (from, specifier) => {
    const directory = directoryOf(from);
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return found(file(joinPath(directory, specifier)));
    if (specifier.startsWith("node:")) return { kind: "package", name: specifier.slice("node:".length) };
    const { base: base2, paths } = aliasesAt(directory);
    for (const alias2 of paths) {
      const matches = alias2.exact ? specifier === alias2.before : specifier.startsWith(alias2.before) && specifier.endsWith(alias2.after);
      if (!matches) continue;
      const star = specifier.slice(alias2.before.length, specifier.length - alias2.after.length);
      for (const target of alias2.targets) {
        const path = file(target.replace("*", star));
        if (path !== void 0) return { kind: "file", path };
      }
    }
    const based = base2 === void 0 ? void 0 : file(joinPath(base2, specifier));
    if (based !== void 0) return { kind: "file", path: based };
    if (specifier.startsWith("#")) return found(packageImport(tree, directory, specifier, file));
    const name = packageName(specifier);
    const workspace = packages.get(name);
    if (workspace) return found(packageEntry(workspace, specifier.slice(name.length + 1), file));
    const aliased = paths.some((alias2) => !alias2.exact && alias2.before.length > 1 && specifier.startsWith(alias2.before));
    return aliased || /^[@~]\//.test(specifier) ? conventional(directory, specifier, file) : { kind: "package", name };
  };
}
function found(path) {
  return path === void 0 ? { kind: "missing" } : { kind: "file", path };
}
function conventional(directory, specifier, file) {
  const rest2 = specifier.replace(/^[@~]\//, "");
  for (let at4 = directory; ; at4 = directoryOf(at4)) {
    const path = file(joinPath(at4, `src/${rest2}`)) ?? file(joinPath(at4, rest2));
    if (path !== void 0) return { kind: "file", path };
    if (at4 === ".") return { kind: "missing" };
  }
}
function packageName(specifier) {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
function fileAt(tree, path) {
  if (path.startsWith("..")) return void 0;
  const isFile = (one2) => files(tree).has(one2);
  if (isFile(path)) return path;
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0] ?? "";
  for (const other of WRITTEN_AS[extension] ?? []) {
    const source = path.slice(0, -extension.length) + other;
    if (isFile(source)) return source;
  }
  const beside = EXTENSIONS.map((one2) => path + one2).find(isFile);
  return beside ?? EXTENSIONS.map((one2) => `${path}/index${one2}`).find(isFile);
}
var filesOf = /* @__PURE__ */ new WeakMap();
function files(tree) {
  const known7 = filesOf.get(tree);
  if (known7) return known7;
  const all = new Set(tree.files.map((file) => file.path));
  filesOf.set(tree, all);
  return all;
}
function readAliases(tree, directory) {
  for (const name of ["tsconfig.json", "jsconfig.json", "tsconfig.base.json"]) {
    const settings3 = compilerOptions(tree, joinPath(directory, name), 0);
    if (settings3 && (settings3.base !== void 0 || settings3.paths)) return aliasesFrom(settings3);
  }
  return void 0;
}
function compilerOptions(tree, path, depth) {
  const source = tree.read(path);
  const json = source && readJsonObject(source);
  if (!json || depth > MOST_EXTENDED) return void 0;
  const directory = directoryOf(path);
  let inherited = {};
  for (const one2 of [json.extends].flat()) {
    if (typeof one2 !== "string" || !one2.startsWith(".")) continue;
    const target = joinPath(directory, one2);
    const base3 = compilerOptions(tree, target, depth + 1) ?? compilerOptions(tree, `${target}.json`, depth + 1);
    inherited = { ...inherited, ...base3 };
  }
  const referred = depth === 0 && Array.isArray(json.references) ? references(tree, directory, json.references) : {};
  const options = isObject(json.compilerOptions) ? json.compilerOptions : {};
  const base2 = typeof options.baseUrl === "string" ? joinPath(directory, options.baseUrl) : void 0;
  return {
    ...inherited,
    ...referred,
    ...base2 !== void 0 && { base: base2 },
    ...isObject(options.paths) && { paths: options.paths, pathsFrom: base2 ?? directory }
  };
}
function references(tree, directory, all) {
  for (const one2 of all.slice(0, MOST_EXTENDED)) {
    const path = isObject(one2) && typeof one2.path === "string" ? one2.path : void 0;
    if (path === void 0 || !path.endsWith(".json")) continue;
    const options = compilerOptions(tree, joinPath(directory, path), 1);
    if (options?.paths) return options;
  }
  return {};
}
function aliasesFrom({ base: base2, paths = {}, pathsFrom = "." }) {
  const all = Object.entries(paths).flatMap(([pattern3, targets]) => {
    if (!Array.isArray(targets)) return [];
    const star = pattern3.indexOf("*");
    const resolved3 = targets.filter((target) => typeof target === "string").map((target) => joinPath(pathsFrom, target));
    return [
      {
        before: star === -1 ? pattern3 : pattern3.slice(0, star),
        after: star === -1 ? "" : pattern3.slice(star + 1),
        exact: star === -1,
        targets: resolved3
      }
    ];
  });
  const paths_ = all.sort(
    (one2, other) => Number(other.exact) - Number(one2.exact) || other.before.length - one2.before.length
  );
  return { ...base2 !== void 0 && { base: base2 }, paths: paths_ };
}
function workspacePackages(tree) {
  const packages = /* @__PURE__ */ new Map();
  for (const { path } of tree.files) {
    if (fileName(path) !== "package.json") continue;
    const source = tree.read(path);
    const manifest = source && readJsonObject(source);
    const name = manifest?.name;
    if (manifest && typeof name === "string" && !packages.has(name))
      packages.set(name, { directory: directoryOf(path), manifest });
  }
  return packages;
}
function packageEntry({ directory, manifest }, rest2, file) {
  const given3 = rest2 === "" ? [exported(manifest, "."), manifest.source, manifest.types, manifest.main, manifest.module] : [exported(manifest, `./${rest2}`)];
  for (const one2 of given3) {
    if (typeof one2 !== "string") continue;
    const path = sourceOf(directory, one2, file);
    if (path !== void 0) return path;
  }
  const inside3 = rest2 === "" ? ["src/index", "index", "src/main", "lib/index"] : [rest2, `src/${rest2}`];
  return inside3.map((one2) => file(joinPath(directory, one2))).find((path) => path !== void 0);
}
function sourceOf(directory, output, file) {
  const bare2 = output.replace(/^\.\//, "").replace(/\.d\.ts$|\.[cm]?[jt]sx?$/, "");
  const outside = /^(?:dist|build|lib|out|es|esm|cjs)\//;
  const candidates = outside.test(bare2) ? [bare2.replace(outside, "src/"), bare2.replace(outside, ""), bare2] : [bare2];
  return candidates.map((one2) => file(joinPath(directory, one2))).find((path) => path !== void 0);
}
function exported(manifest, key) {
  const all = manifest.exports;
  if (typeof all === "string") return key === "." ? all : void 0;
  if (!isObject(all)) return void 0;
  const entry = all[key] ?? (key === "." && !Object.keys(all).some((one2) => one2.startsWith(".")) ? all : void 0);
  return firstString(entry, 0);
}
function firstString(entry, depth) {
  if (typeof entry === "string") return entry;
  if (!isObject(entry) || depth > 4) return void 0;
  for (const value of Object.values(entry)) {
    const inner2 = firstString(value, depth + 1);
    if (inner2 !== void 0) return inner2;
  }
  return void 0;
}
function packageImport(tree, directory, specifier, file) {
  for (let at4 = directory; ; at4 = directoryOf(at4)) {
    const source = tree.read(joinPath(at4, "package.json"));
    const imports2 = source && readJsonObject(source)?.imports;
    if (isObject(imports2)) {
      for (const [pattern3, entry] of Object.entries(imports2)) {
        const [before = "", after = ""] = pattern3.split("*");
        if (pattern3.includes("*") ? !(specifier.startsWith(before) && specifier.endsWith(after)) : specifier !== pattern3)
          continue;
        const target = firstString(entry, 0);
        const star = specifier.slice(before.length, specifier.length - after.length);
        const path = target === void 0 ? void 0 : joinPath(at4, target.replace("*", star));
        if (path !== void 0 && isWithin(".", path)) return sourceOf(".", path, file) ?? file(path);
      }
    }
    if (source || at4 === ".") return void 0;
  }
}

// src/code/modules/python-roots.ts
var layoutOf = /* @__PURE__ */ new WeakMap();
function pythonLayout(tree) {
  const known7 = layoutOf.get(tree);
  if (known7) return known7;
  const files4 = /* @__PURE__ */ new Set();
  const folders = /* @__PURE__ */ new Set(["."]);
  for (const { path } of tree.files) {
    if (!path.endsWith(".py")) continue;
    files4.add(path);
    for (let at4 = directoryOf(path); !folders.has(at4); at4 = directoryOf(at4)) folders.add(at4);
  }
  const roots = /* @__PURE__ */ new Set();
  const renamed = /* @__PURE__ */ new Map();
  const installed = /* @__PURE__ */ new Set();
  for (const { path, format } of tree.files) {
    const name = fileName(path);
    const directory = directoryOf(path);
    if (/^(?:pyproject\.toml|setup\.py|setup\.cfg)$/.test(name)) {
      for (const place2 of [directory, joinPath(directory, "src"), joinPath(directory, "lib")])
        if (folders.has(place2)) roots.add(place2);
    }
    if (/^(?:requirements[^/]*\.(?:txt|in)|pyproject\.toml|Pipfile)$/.test(name))
      addInstalled(tree.read(path)?.text ?? "", installed);
    if (format === "dockerfile") addDockerfile(tree.read(path)?.text ?? "", directory, { folders, roots, renamed });
  }
  const layout = { files: files4, folders, roots: [...roots], renamed, installed };
  layoutOf.set(tree, layout);
  return layout;
}
function addInstalled(text2, installed) {
  for (const [, name = ""] of text2.matchAll(/^\s*["']?([A-Za-z][\w.-]*)/gm))
    installed.add(name.toLowerCase().replace(/[-.]/g, "_"));
}
function addDockerfile(text2, directory, { folders, roots, renamed }) {
  const contexts = ancestors(directory);
  const inContext = (path) => contexts.map((context) => joinPath(context, path)).find((place2) => folders.has(place2));
  for (const [, value = ""] of text2.matchAll(/\bPYTHONPATH[= ]["']?([^\s"']+)/g)) {
    for (const entry of value.split(":")) {
      const parts3 = entry.split("/").filter((part2) => part2 !== "" && !part2.includes("$"));
      for (let skipped = 0; skipped < parts3.length; skipped++) {
        const place2 = inContext(parts3.slice(skipped).join("/"));
        if (place2 === void 0) continue;
        roots.add(place2);
        break;
      }
    }
  }
  for (const [, from = "", to = ""] of text2.matchAll(
    /^\s*COPY\s+(?:--chown=\S+\s+|--chmod=\S+\s+)*(\S+)\s+(\S+)\s*$/gim
  )) {
    const place2 = inContext(from);
    const name = to.split("/").findLast((part2) => part2 !== "");
    if (place2 !== void 0 && place2 !== "." && name !== void 0 && name !== fileName(place2) && /^[A-Za-z_]\w*$/.test(name))
      renamed.set(name, place2);
  }
}
function ancestors(directory) {
  const all = [directory];
  for (let at4 = directory; at4 !== "." && !at4.startsWith(".."); ) {
    at4 = directoryOf(at4);
    all.push(at4);
  }
  return all;
}

// src/code/modules/python.ts
var STANDARD = new Set(
  `__future__ abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2
  cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser
  contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest
  email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath
  getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib inspect io ipaddress
  itertools json keyword linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder
  multiprocessing netrc numbers operator optparse os pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib
  posix posixpath pprint profile pstats pty pwd pydoc queue quopri random re readline reprlib resource runpy sched secrets
  select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics string stringprep
  struct subprocess symtable sys sysconfig syslog tarfile tempfile termios textwrap threading time timeit tkinter token
  tokenize tomllib trace traceback tracemalloc tty types typing unicodedata unittest urllib uu uuid venv warnings wave weakref
  webbrowser wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`.split(/\s+/)
);
function pythonModules(tree) {
  const layout = pythonLayout(tree);
  return (from, specifier) => {
    const dots = /^\.*/.exec(specifier)?.[0].length ?? 0;
    const parts3 = specifier.slice(dots).split(".").filter((part2) => part2 !== "");
    if (dots > 0) return relative(layout, from, dots, parts3);
    const [top = ""] = parts3;
    if (STANDARD.has(top)) return { kind: "package", name: top };
    return absolute(layout, from, parts3) ?? { kind: "package", name: top };
  };
}
function relative(layout, from, dots, parts3) {
  let directory = directoryOf(from);
  for (let up = 1; up < dots; up++) {
    if (directory === ".") return { kind: "missing" };
    directory = directoryOf(directory);
  }
  return at2(layout, directory, parts3) ?? { kind: "missing" };
}
function absolute(layout, from, parts3) {
  const [top = ""] = parts3;
  let missing = false;
  let folder;
  for (const root2 of rootsFor(layout, from)) {
    const found3 = at2(layout, root2, parts3);
    if (found3?.kind === "file") return found3;
    if (found3 && !layout.installed.has(top.toLowerCase())) folder ??= found3;
    missing ||= parts3.length > 1 && at2(layout, root2, [top])?.kind === "file";
  }
  const renamed = layout.renamed.get(top);
  const inRenamed = renamed === void 0 ? void 0 : at2(layout, renamed, parts3.slice(1));
  return inRenamed ?? folder ?? (missing ? { kind: "missing" } : void 0);
}
function rootsFor(layout, from) {
  const around = ancestors(directoryOf(from));
  const isPackage = (directory) => layout.files.has(joinPath(directory, "__init__.py"));
  const outside = around.filter((directory) => !isPackage(directory));
  const sources = around.map((directory) => joinPath(directory, "src")).filter((directory) => layout.folders.has(directory));
  return [.../* @__PURE__ */ new Set([...outside, ...sources, ...layout.roots, ...around])];
}
function at2(layout, root2, parts3) {
  const place2 = joinPath(root2, parts3.join("/"));
  const whole = joinPath(place2, "__init__.py");
  if (layout.files.has(whole)) return { kind: "file", path: whole };
  if (parts3.length > 0 && layout.files.has(`${place2}.py`)) return { kind: "file", path: `${place2}.py` };
  return layout.folders.has(place2) ? { kind: "folder", path: place2 } : void 0;
}
function loadedModules(file) {
  const names = /* @__PURE__ */ new Set();
  for (const one2 of file.imports) {
    if (one2.typeOnly) continue;
    const dots = /^\.*/.exec(one2.from)?.[0] ?? "";
    const parts3 = one2.from.slice(dots.length).split(".");
    for (let count = 1; count <= parts3.length; count++) names.add(dots + parts3.slice(0, count).join("."));
    if (one2.name !== void 0 && one2.name !== "*")
      names.add(/^\.+$/.test(one2.from) ? one2.from + one2.name : `${one2.from}.${one2.name}`);
  }
  for (const name of namedModules(file)) names.add(name);
  return [...names];
}
var LOADS_BY_NAME = /^(?:django|celery|uvicorn|gunicorn|importlib|flask|hypercorn|granian|kombu|dramatiq|rq)(?:\.|$)/;
function namedModules(file) {
  const isSettings = /(?:^|\/)settings(?:\/|\.py$|_)/.test(file.path) || /^(?:settings|base|production|prod|common)\.py$/.test(fileName(file.path));
  if (!isSettings && !file.imports.some((one2) => LOADS_BY_NAME.test(one2.from))) return [];
  const names = [];
  walk(file.body, (node) => {
    if (node.kind !== "literal" || typeof node.value !== "string" || node.value.length > 200) return void 0;
    const [module = ""] = node.value.split(":");
    if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(module)) return void 0;
    if (!isSettings && !module.includes(".")) return void 0;
    const parts3 = module.split(".");
    for (let count = 1; count <= parts3.length; count++) names.push(parts3.slice(0, count).join("."));
    if (isSettings) names.push(`${module}.models`, `${module}.apps`);
    return void 0;
  });
  return names;
}

// src/code/read.ts
var READERS = [
  [/\.(?:[cm]?ts|tsx|[cm]?js|jsx)$/i, readJavaScript],
  [/\.go$/i, readGo],
  [/\.py$/, readPython]
];
var NOT_READ = /\.d\.[cm]?ts$|\.min\.[cm]?js$|\.bundle\.js$/i;
function readProgram(tree) {
  const files4 = /* @__PURE__ */ new Map();
  for (const { path, format } of tree.files) {
    if (format !== "source" || NOT_READ.test(path)) continue;
    const reader = READERS.find(([names]) => names.test(path))?.[1];
    const source = reader && tree.read(path);
    if (source) files4.set(path, reader(source));
  }
  return programOf2(tree, files4);
}
function programOf2(tree, files4) {
  const javaScript = javaScriptModules(tree);
  const go = goModules(tree, files4);
  const python2 = pythonModules(tree);
  const targets = /* @__PURE__ */ new Map();
  const find = (from, specifier) => {
    if (from.language === "go") return go.target(from, specifier);
    const found3 = from.language === "python" ? python2(from.path, specifier) : javaScript(from.path, specifier);
    if (found3.kind === "folder") return { kind: "files", files: [] };
    if (found3.kind !== "file") return found3;
    const file = files4.get(found3.path);
    return file ? { kind: "files", files: [file] } : { kind: "missing" };
  };
  const target = (from, specifier) => {
    const known7 = targets.get(from.path) ?? /* @__PURE__ */ new Map();
    targets.set(from.path, known7);
    const found3 = known7.get(specifier) ?? find(from, specifier);
    known7.set(specifier, found3);
    return found3;
  };
  const program = {
    files: files4,
    target,
    siblings: go.siblings,
    reachableFrom: (entries) => reachable(program, entries)
  };
  return program;
}
function reachable({ files: files4, target, siblings }, entries) {
  const seen = /* @__PURE__ */ new Set();
  const waiting = entries.flatMap((entry) => files4.get(entry) ?? []);
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    waiting.push(...siblings(file));
    const specifiers = file.language === "python" ? loadedModules(file) : loadedSpecifiers(file);
    for (const specifier of specifiers) {
      const found3 = target(file, specifier);
      if (found3.kind === "files") waiting.push(...found3.files);
    }
  }
  return seen;
}
function loadedSpecifiers(file) {
  return [
    ...file.imports.flatMap((one2) => one2.typeOnly ? [] : [one2.from]),
    ...file.exports.flatMap((one2) => one2.typeOnly || one2.from === void 0 ? [] : [one2.from])
  ];
}

// src/code/scopes.ts
var scopesOf = /* @__PURE__ */ new WeakMap();
function moduleScope(file) {
  const known7 = scopesOf.get(file);
  if (known7) return known7;
  const scope = bare(0, Number.POSITIVE_INFINITY);
  scopesOf.set(file, scope);
  bindAll(file, scope);
  for (const one2 of file.imports) {
    if (one2.local === void 0) continue;
    const inner2 = one2.deferred ? innermost2(scope, one2.start) : scope;
    inner2.bindings.set(one2.local, [{ kind: "import", node: one2 }, ...inner2.bindings.get(one2.local) ?? []]);
  }
  return scope;
}
function scopeAt(file, offset) {
  return innermost2(moduleScope(file), offset);
}
function bindingsAt(file, name, offset) {
  for (let scope = scopeAt(file, offset), inner2 = true; scope; scope = scope.parent, inner2 = false) {
    if (scope.owner?.kind === "class" && !inner2 && file.language === "python") continue;
    const bindings = scope.bindings.get(name);
    if (bindings) return { bindings, scope };
  }
  return void 0;
}
function functionsAround(file, offset) {
  return ownersAround(file, offset).filter((owner) => owner.kind === "function");
}
function classAround(file, offset) {
  return ownersAround(file, offset).find((owner) => owner.kind === "class");
}
function ownersAround(file, offset) {
  const owners = [];
  for (let scope = scopeAt(file, offset); scope; scope = scope.parent) {
    if (scope.owner && owners.at(-1) !== scope.owner) owners.push(scope.owner);
  }
  return owners;
}
function bare(start, end) {
  return { start, end, children: [], bindings: /* @__PURE__ */ new Map(), reassigned: /* @__PURE__ */ new Set() };
}
function open(walk2, parent, start, end, owner) {
  const scope = { ...bare(start, end), parent, ...owner && { owner } };
  parent.children.push(scope);
  walk2.opened.push(scope);
  return scope;
}
function innermost2(scope, offset) {
  let inner2 = scope;
  for (; ; ) {
    const child = childAt(inner2.children, offset);
    if (!child) return inner2;
    inner2 = child;
  }
}
function childAt(children, offset) {
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
}
function add(scope, name, binding) {
  const known7 = scope.bindings.get(name);
  if (known7) known7.push(binding);
  else scope.bindings.set(name, [binding]);
}
function binderOf(from, name) {
  for (let scope = from; scope; scope = scope.parent) if (scope.bindings.has(name)) return scope;
  return void 0;
}
function bindAll(file, scope) {
  const walk2 = { file, waiting: [], opened: [scope], assigned: [] };
  later(walk2, file.body, scope);
  for (let next = walk2.waiting.pop(); next; next = walk2.waiting.pop()) bind2(walk2, next[0], next[1]);
  for (const one2 of walk2.opened) one2.children.sort((a, b) => a.start - b.start);
  for (const [from, name] of walk2.assigned) binderOf(from, name)?.reassigned.add(name);
}
function later(walk2, nodes, scope) {
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index];
    if (node) walk2.waiting.push([node, scope]);
  }
}
function bind2(walk2, node, scope) {
  switch (node.kind) {
    case "function":
      bindFunction(walk2, node, scope);
      return;
    case "class":
      bindClass(walk2, node, scope);
      return;
    case "declare":
      for (const bound2 of boundNames(node.target)) add(scope, bound2.node.name, { kind: "value", node, bound: bound2 });
      break;
    case "type":
      add(scope, node.name, { kind: "type", node });
      break;
    case "assign":
      if (node.target.kind !== "member" && node.target.kind !== "index")
        for (const bound2 of boundNames(node.target)) walk2.assigned.push([scope, bound2.node.name]);
      break;
    case "loop": {
      const inner2 = blockIn(walk2, scope, node);
      bindItems(node, node.target, node.iterated, inner2);
      later(walk2, childrenOf(node), inner2);
      return;
    }
    case "comprehension": {
      const inner2 = open(walk2, scope, node.start, node.end);
      for (const clause2 of node.clauses) bindItems(node, clause2.target, clause2.iterated, inner2);
      later(walk2, childrenOf(node), inner2);
      return;
    }
    case "block":
      later(walk2, node.body, blockIn(walk2, scope, node));
      return;
    case "with":
      for (const item of node.items) bindItems(node, item.target, item.value, scope);
      break;
    case "if":
      later(walk2, [node.test], scope);
      laterBlock(walk2, node.consequent, scope);
      laterBlock(walk2, node.alternate, scope);
      return;
    case "try":
      bindTry(walk2, node, scope);
      return;
  }
  later(walk2, childrenOf(node), scope);
}
function bindTry(walk2, node, scope) {
  laterBlock(walk2, node.body, scope);
  for (const handler3 of node.handlers) {
    const inner2 = blockIn(walk2, scope, handler3);
    bindItems(handler3, handler3.target, void 0, inner2);
    later(walk2, [...handler3.types, ...handler3.body], inner2);
  }
  laterBlock(walk2, node.otherwise, scope);
  laterBlock(walk2, node.finalizer, scope);
}
function blockIn(walk2, scope, node) {
  return walk2.file.language === "python" ? scope : open(walk2, scope, node.start, node.end);
}
function laterBlock(walk2, body, scope) {
  const [first2] = body;
  const last = body.at(-1);
  if (first2 && last) later(walk2, body, blockIn(walk2, scope, { start: first2.start, end: last.end }));
}
function bindFunction(walk2, node, scope) {
  if (node.name !== void 0 && !node.receiver && scope.owner?.kind !== "class")
    add(scope, node.name, { kind: "function", node });
  const inner2 = open(walk2, scope, node.start, node.end, node);
  for (const parameter3 of node.receiver ? [node.receiver, ...node.parameters] : node.parameters) {
    for (const bound2 of boundNames(parameter3.target))
      add(inner2, bound2.node.name, { kind: "parameter", node: parameter3, owner: node, bound: bound2 });
  }
  later(walk2, childrenOf(node), inner2);
}
function bindClass(walk2, node, scope) {
  if (node.name !== void 0) add(scope, node.name, { kind: "class", node });
  later(walk2, childrenOf(node), open(walk2, scope, node.start, node.end, node));
}
function bindItems(node, target, of, scope) {
  if (!target) return;
  for (const bound2 of boundNames(target)) add(scope, bound2.node.name, { kind: "item", node, bound: bound2, ...of && { of } });
}

// src/code/definitions.ts
var LONGEST3 = 24;
function definitionOf(program, { file, node }, steps = LONGEST3) {
  const inner2 = peel(node);
  if (steps <= 0) return unknown3("the chain of names is too long");
  if (inner2.kind === "name") return nameDefinition(program, file, inner2.name, inner2.start, steps - 1);
  if (inner2.kind === "member") {
    const object = definitionOf(program, { file, node: inner2.object }, steps - 1);
    return memberDefinition(program, object, inner2.property, steps - 1);
  }
  return { kind: "expression", file, node: inner2 };
}
function nameDefinition(program, file, name, offset, steps = LONGEST3) {
  if (steps <= 0) return unknown3("the chain of names is too long");
  if (name === "this" && file.language !== "go") {
    const owner = classAround(file, offset);
    return owner ? { kind: "class", file, node: owner } : unknown3("this belongs to no class");
  }
  const found3 = bindingsAt(file, name, offset);
  const own = file.language === "python" && found3 ? ownClass(file, found3.bindings) : void 0;
  if (own) return { kind: "class", file, node: own };
  if (found3) return bindingDefinition(program, file, found3.bindings, found3.scope, name, steps);
  return packageName2(program, file, name, steps) ?? starImport(program, file, name, steps) ?? { kind: "global", path: [name] };
}
function ownClass(file, bindings) {
  const [binding] = bindings;
  if (binding?.kind !== "parameter" || binding.owner.parameters[0] !== binding.node || binding.owner.isStatic)
    return void 0;
  const { target } = binding.node;
  const isOwn = target.kind === "name" && (target.name === "self" || target.name === "cls");
  return isOwn ? classAround(file, binding.owner.start) : void 0;
}
function packageName2(program, file, name, steps) {
  if (file.language !== "go") return void 0;
  for (const sibling of program.siblings(file)) {
    const bindings = moduleScope(sibling).bindings.get(name);
    if (bindings?.some((binding) => binding.kind !== "import"))
      return bindingDefinition(program, sibling, bindings, moduleScope(sibling), name, steps);
  }
  return void 0;
}
function starImport(program, file, name, steps) {
  if (file.language !== "python") return void 0;
  for (const one2 of file.imports) {
    if (one2.name !== "*" || one2.local !== void 0) continue;
    const target = program.target(file, one2.from);
    if (target.kind !== "files") continue;
    const found3 = exportDefinition(program, target.files, name, steps - 1);
    if (found3) return found3;
  }
  return void 0;
}
function bindingDefinition(program, file, all, scope, name, steps) {
  const values2 = all.filter((one2) => one2.kind !== "type");
  const bindings = values2.length > 0 ? values2 : all;
  const [first2] = bindings;
  if (!first2) return unknown3("it is bound nowhere");
  if (first2.kind === "import") return importDefinition(program, file, first2.node, steps);
  const last = bindings.at(-1) ?? first2;
  const chosen2 = bindings.every((one2) => one2.kind === "function") ? last : first2;
  if (chosen2.kind === "value" && (bindings.length > 1 || scope.reassigned.has(name) && !chosen2.node.isConstant))
    return unknown3("it is given different values");
  switch (chosen2.kind) {
    case "function":
    case "class":
    case "type":
      return { kind: chosen2.kind, file, node: chosen2.node };
    case "parameter":
      return { kind: "parameter", file, node: chosen2.node, owner: chosen2.owner, path: chosen2.bound.path };
    case "item":
      return { kind: "item", file, path: chosen2.bound.path, ...chosen2.of && { of: chosen2.of } };
    case "value":
      return valueDefinition(program, file, chosen2.node, chosen2.bound, steps);
    default:
      return importDefinition(program, file, chosen2.node, steps);
  }
}
function valueDefinition(program, file, declare2, bound2, steps) {
  if (!declare2.value) return { kind: "expression", file, node: bound2.node, declare: declare2 };
  const value = peel(declare2.value);
  if (bound2.path.length === 0) {
    if (value.kind === "function" || value.kind === "class")
      return { kind: value.kind, file, node: value };
    if (value.kind !== "name" && value.kind !== "member")
      return { kind: "expression", file, node: declare2.value, declare: declare2 };
    return definitionOf(program, { file, node: value }, steps - 1);
  }
  let found3 = definitionOf(program, { file, node: value }, steps - 1);
  for (const part2 of bound2.path) found3 = memberDefinition(program, found3, String(part2), steps - 1);
  return found3;
}
function importDefinition(program, file, one2, steps) {
  const target = program.target(file, one2.from);
  if (target.kind === "package") return { kind: "external", package: target.name, path: externalPath(one2.name, file) };
  if (target.kind === "missing") return unknown3(`the module ${one2.from} is not in the repository`);
  const { name } = one2;
  if (name === void 0 || name === "*") return { kind: "module", files: target.files };
  const found3 = exportDefinition(program, target.files, name, steps - 1);
  if (found3) return found3;
  const inside3 = file.language === "python" ? program.target(file, submodule(one2.from, name)) : void 0;
  if (inside3?.kind === "files") return { kind: "module", files: inside3.files };
  if (name === "=") return { kind: "module", files: target.files };
  return unknown3(`${one2.from} exports no ${name}`);
}
function submodule(from, name) {
  return /^\.+$/.test(from) ? `${from}${name}` : `${from}.${name}`;
}
function externalPath(name, file) {
  if (name === void 0 || name === "*" || name === "=") return [];
  return name === "default" && file.language !== "python" ? [] : [name];
}
function exportDefinition(program, files4, name, steps = LONGEST3) {
  if (steps <= 0) return void 0;
  for (const file of files4) {
    const found3 = file.language === "python" || file.language === "go" ? topLevel(program, file, name, steps) : moduleExport(program, file, name, steps);
    if (found3) return found3;
  }
  return void 0;
}
function topLevel(program, file, name, steps) {
  const scope = moduleScope(file);
  const bindings = scope.bindings.get(name);
  if (bindings) return bindingDefinition(program, file, bindings, scope, name, steps);
  return starImport(program, file, name, steps);
}
function moduleExport(program, file, name, steps) {
  const own = file.exports.findLast((one2) => one2.name === name && !(one2.name === "*" && one2.local === void 0));
  if (own) return exported2(program, file, own, steps);
  const whole = file.exports.findLast((one2) => one2.name === "=");
  if (whole && name === "default") return exported2(program, file, whole, steps);
  if (name === "=") {
    const main = file.exports.find((one2) => one2.name === "default");
    if (main && !file.exports.some((one2) => one2.name !== "default")) return exported2(program, file, main, steps);
    return void 0;
  }
  if (whole) {
    const given3 = memberDefinition(program, exported2(program, file, whole, steps), name, steps - 1);
    if (given3.kind !== "unknown") return given3;
  }
  for (const star of file.exports) {
    if (star.name !== "*" || star.from === void 0 || star.local !== void 0 || name === "default") continue;
    const target = program.target(file, star.from);
    if (target.kind !== "files") continue;
    const found3 = exportDefinition(program, target.files, name, steps - 1);
    if (found3) return found3;
  }
  return void 0;
}
function exported2(program, file, one2, steps) {
  if (one2.value) {
    const value = peel(one2.value);
    if (value.kind === "function" || value.kind === "class")
      return { kind: value.kind, file, node: value };
    return definitionOf(program, { file, node: value }, steps - 1);
  }
  const local = one2.local ?? one2.name;
  if (one2.from === void 0) return nameDefinition(program, file, local, Number.MAX_SAFE_INTEGER, steps - 1);
  const target = program.target(file, one2.from);
  if (target.kind === "package") return { kind: "external", package: target.name, path: externalPath(local, file) };
  if (target.kind === "missing") return unknown3(`the module ${one2.from} is not in the repository`);
  if (local === "*") return { kind: "module", files: target.files };
  return exportDefinition(program, target.files, local, steps - 1) ?? unknown3(`${one2.from} exports no ${local}`);
}
function memberDefinition(program, of, property, steps = LONGEST3) {
  if (steps <= 0) return unknown3("the chain of names is too long");
  switch (of.kind) {
    case "external":
      return { ...of, path: property === "default" ? of.path : [...of.path, property] };
    case "global":
      return { kind: "global", path: [...of.path, property] };
    case "module":
      return moduleMember(program, of.files, property, steps);
    case "class":
      return classMember(program, of, property, steps) ?? unknown3(`${of.node.name ?? "the class"} has no ${property}`);
    case "expression":
      return expressionMember(program, of, property, steps);
    case "field": {
      const { value } = of.node;
      return of.file.language === "python" && value?.kind === "call" ? expressionMember(program, { file: of.file, node: value }, property, steps) : unknown3("its value is not known");
    }
    default:
      return unknown3("its value is not known");
  }
}
function moduleMember(program, files4, property, steps) {
  const found3 = exportDefinition(program, files4, property, steps - 1);
  if (found3) return found3;
  const [file] = files4;
  const inside3 = file?.language === "python" ? program.target(file, `.${property}`) : void 0;
  if (inside3?.kind === "files") return { kind: "module", files: inside3.files };
  return unknown3(`the module exports no ${property}`);
}
function expressionMember(program, of, property, steps) {
  const value = peel(of.node);
  if (value.kind === "object") {
    for (const entry of [...value.entries].reverse()) {
      if (entry.kind === "entry" && entry.key === property) return definitionIn(program, of.file, entry.value, steps);
      if (entry.kind === "spread") {
        const spread3 = definitionOf(program, { file: of.file, node: entry.value }, steps - 1);
        const found3 = memberDefinition(program, spread3, property, steps - 1);
        if (found3.kind !== "unknown") return found3;
      }
    }
    return unknown3(`the object has no ${property}`);
  }
  if (value.kind === "array") {
    const element3 = value.elements[Number(property)];
    if (element3) return definitionIn(program, of.file, element3, steps);
  }
  if (value.kind === "call") {
    const made5 = classOfNew(program, of.file, value, steps);
    if (made5) return classMember(program, made5, property, steps) ?? unknown3(`the class has no ${property}`);
    const given3 = of.file.language === "python" ? onlyReturn(program, of.file, value, steps) : void 0;
    if (given3) return memberDefinition(program, given3, property, steps - 1);
  }
  return unknown3("its value is not known");
}
function onlyReturn(program, file, call3, steps) {
  const callee = definitionOf(program, { file, node: call3.callee }, steps - 1);
  if (callee.kind !== "function") return void 0;
  const body = callee.node.body.filter((one2) => one2.kind !== "expression" || one2.value.kind !== "literal");
  const [only2] = body;
  if (body.length !== 1 || only2?.kind !== "return" || !only2.value) return void 0;
  return definitionOf(program, { file: callee.file, node: only2.value }, steps - 1);
}
function definitionIn(program, file, node, steps) {
  const value = peel(node);
  if (value.kind === "function" || value.kind === "class") return { kind: value.kind, file, node: value };
  return definitionOf(program, { file, node: value }, steps - 1);
}
function classOfNew(program, file, call3, steps = LONGEST3) {
  if (!call3.isNew && file.language !== "python") return void 0;
  const made5 = definitionOf(program, { file, node: call3.callee }, steps - 1);
  return made5.kind === "class" ? made5 : void 0;
}
function classMember(program, of, property, steps = LONGEST3) {
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
  const method3 = file.language === "go" ? goMethod(program, of, property) : void 0;
  if (method3) return method3;
  for (const base2 of node.bases) {
    const above = definitionOf(program, { file, node: baseOf(base2) }, steps - 1);
    if (above.kind === "class" && above.node !== node) {
      const found3 = classMember(program, above, property, steps - 1);
      if (found3) return found3;
    }
  }
  return void 0;
}
function baseOf(base2) {
  return base2.kind === "call" ? base2.arguments[0] ?? base2 : base2;
}
function constructorMember(of, property) {
  const { file, node } = of;
  const maker = node.members.find(
    (member) => member.kind === "function" && (member.name === "constructor" || member.name === "__init__")
  );
  if (!maker) return void 0;
  const parameter3 = maker.parameters.find(
    (one2) => one2.isProperty && one2.target.kind === "name" && one2.target.name === property
  );
  if (parameter3) return { kind: "parameter", file, node: parameter3, owner: maker, path: [] };
  for (const statement2 of maker.body) {
    const value = statement2.kind === "expression" ? statement2.value : void 0;
    if (value?.kind !== "assign" || value.target.kind !== "member" || value.target.property !== property) continue;
    const { object } = value.target;
    if (object.kind === "name" && (object.name === "this" || object.name === "self"))
      return { kind: "expression", file, node: value.value };
  }
  return void 0;
}
function goMethod(program, of, property) {
  for (const file of [of.file, ...program.siblings(of.file)]) {
    for (const one2 of file.body) {
      if (one2.kind !== "function" || one2.name !== property || !one2.receiver?.type) continue;
      if (one2.receiver.type.name.replace(/^\*/, "") === of.node.name) return { kind: "function", file, node: one2 };
    }
  }
  return void 0;
}
function unknown3(because) {
  return { kind: "unknown", because };
}
function externalName(definition) {
  return definition.kind === "external" ? [definition.package, ...definition.path].join(".") : void 0;
}

// src/model/code/printed-lines.ts
function printedLines(program, code) {
  let count = 0;
  let first2;
  for (const file of code) {
    walk(file.body, (node) => {
      const by = node.kind === "call" ? printer(program, file, node) : void 0;
      if (by === void 0) return void 0;
      count++;
      first2 ??= { by, at: { path: file.path, start: node.start, end: node.end } };
      return void 0;
    });
  }
  return first2 && { count, ...first2 };
}
function printer(program, file, call3) {
  const path = pathOf(call3.callee)?.join(".");
  if (path === void 0) return void 0;
  switch (file.language) {
    case "typescript":
    case "javascript":
      return /^console\.(?:log|info|warn|error|debug)$/.test(path) ? path : void 0;
    case "python":
      return path === "print" ? path : void 0;
    case "go": {
      if (!/^(?:log|fmt)\.Print(?:f|ln)?$/.test(path)) return void 0;
      const name = externalName(definitionOf(program, { file, node: call3.callee }));
      return name === path ? path : void 0;
    }
  }
}

// src/knowledge/safeguard-libraries.ts
var PURPOSES = [
  [
    "to connect instances",
    /^(?:@socket\.io\/(?:redis|redis-streams|cluster|mongo|postgres)-adapter|socket\.io-redis|channels_redis)$/
  ],
  [
    "to limit requests",
    /^(?:express-rate-limit|express-slow-down|rate-limit-redis|rate-limiter-flexible|@nestjs\/throttler|@fastify\/rate-limit|koa-ratelimit|slowapi|flask_limiter|fastapi_limiter|django_ratelimit|golang\.org\/x\/time\/rate|github\.com\/(?:ulule\/limiter|didip\/tollbooth|go-chi\/httprate)(?:\/.*)?)$/
  ],
  [
    "to show metrics",
    /^(?:prom-client|express-prom-bundle|@willsoto\/nestjs-prometheus|fastify-metrics|prometheus_client|prometheus_fastapi_instrumentator|prometheus_flask_exporter|starlette_exporter|starlette_prometheus|github\.com\/prometheus\/client_golang\/.*)$/
  ],
  ["to tell its health", /^(?:@nestjs\/terminus|@godaddy\/terminus|lightship|fastapi_health|health_check)$/],
  [
    "to cache",
    /^(?:cache-manager|@nestjs\/cache-manager|node-cache|apicache|memjs|aiocache|fastapi_cache|flask_caching|pymemcache|pylibmc|github\.com\/(?:go-redis\/cache|patrickmn\/go-cache|dgraph-io\/ristretto|allegro\/bigcache|bradfitz\/gomemcache)(?:\/.*)?)$/
  ],
  [
    "to use Redis",
    /^(?:ioredis|redis|@redis\/client|aioredis|django_redis|github\.com\/(?:redis\/go-redis|go-redis\/redis|gomodule\/redigo)(?:\/.*)?)$/
  ]
];
function purposeOf(name, path) {
  const purpose = PURPOSES.find(([, names]) => names.test(name))?.[0];
  return purpose === "to use Redis" && /cach/i.test(path) ? "to cache" : purpose;
}

// src/model/code/commands.ts
var DEEPEST = 6;
var MOST = 200;
function startedCommands(container2, tree) {
  const { start, image } = container2;
  if (!start) return [];
  const files4 = containerFilesOf(container2, tree);
  const folder = workingDirectory(image);
  const found3 = [];
  const script = ({ commands }, depth) => {
    for (const command of commands) if (!command.inside.includes("condition")) follow5(command.words, depth);
  };
  const follow5 = (argv, depth) => {
    const words = unwrapCommand(argv);
    const [program] = words;
    if (words.length === 0 || found3.length >= MOST) return;
    if (depth > DEEPEST) return void found3.push(words);
    const text2 = shellText(words);
    if (text2 !== void 0) return script(parseShell(text2, start.at), depth + 1);
    const packaged = packageScript(words, container2, tree);
    if (packaged) return script(packaged, depth + 1);
    const shell = /(?:^|\/)(?:ba|da|a)?sh$/.test(program ?? "");
    const file = shell ? words.slice(1).find((word) => !word?.startsWith("-")) : program;
    const own = file != null && (shell || /\/|\.sh$/.test(file)) ? files4.find(absolute2(folder, file)) : void 0;
    if (own?.state === "file" && (shell || /^#!.*sh\b/.test(own.file.source.text))) {
      const { source } = own.file;
      script(parseShell(source.text, { path: source.path, start: 0, end: source.text.length }), depth + 1);
      const at4 = words.indexOf(file ?? null);
      if (/"\$@"|\$\*/.test(source.text) && at4 + 1 < words.length) follow5(words.slice(at4 + 1), depth + 1);
      return void 0;
    }
    found3.push(words);
    return void 0;
  };
  if (start.script) script(start.script, 0);
  else follow5(start.argv, 0);
  return found3;
}
function workingDirectory(image) {
  return knownValue(image?.dockerfile?.workdir) ?? "/";
}
function absolute2(folder, path) {
  return path.startsWith("/") ? path : `/${joinPath(folder.replace(/^\/+/, "") || ".", path)}`;
}

// src/model/code/entry-points.ts
var TAKES_VALUE = /^(?:-r|--require|--import|--loader|--experimental-loader|--env-file|--max-old-space-size|--conditions|-C|-c|--config|--tsconfig|--project|-P|-w|--workers|-b|--bind|-k|--worker-class|-t|--timeout|--host|--port|-p|--log-level|--log-config|--threads|--name|-n|--graceful-timeout|--access-logfile|--error-logfile|--max-requests|--max-requests-jitter|--keep-alive|--timeout-keep-alive|--forwarded-allow-ips|--root-path|--loop|--http|--ws|--lifespan|--interface|--limit-concurrency|--backlog|--worker-tmp-dir|--chdir|--app-dir|-A|--app|-u|--user|-g|--group|--umask|--pid)$/;
function entryPointOf(words) {
  const program = programOf(words);
  if (program === void 0) return void 0;
  if (/^python[\d.]*$/.test(program)) return pythonEntry(words.slice(1));
  if (/^(?:poetry|pipenv|uv|pdm|hatch|rye)$/.test(program) && words[1] === "run")
    return entryPointOf(afterOptions(words.slice(2)));
  if (/^(?:npx|bunx|pnpx|dotenvx?|cross-env|env-cmd|infisical|doppler|ddtrace-run|opentelemetry-instrument|newrelic-admin|sentry-cli)$/.test(
    program
  ))
    return wrapped(words);
  if (/^(?:node|nodejs|bun|tsx|ts-node|ts-node-dev|nodemon|deno|swc-node)$/.test(program))
    return nodeEntry(words.slice(1));
  if (/^pm2(?:-runtime|-docker)?$/.test(program)) return nodeEntry(words.slice(1).filter((word) => word !== "start"));
  if (program === "nest") return words[1] === "start" ? { runtime: "node", kind: "framework", name: "nest" } : void 0;
  if (program === "next")
    return words[1] === "start" || words[1] === "dev" ? { runtime: "node", kind: "framework", name: "next" } : void 0;
  if (/^(?:uvicorn|gunicorn|hypercorn|granian|daphne|uwsgi)$/.test(program)) return pythonServer(words.slice(1));
  if (program === "fastapi") return fastApi(words.slice(1));
  if (program === "flask") return flask(words);
  if (program === "celery") return celery(words);
  if (/^(?:rq|dramatiq|huey_consumer(?:\.py)?|arq|taskiq)$/.test(program)) return pythonServer(words.slice(1));
  if (/\.py$/.test(program)) return { runtime: "python", kind: "file", name: words[0] ?? program };
  if (/\.[cm]?js$/.test(program)) return { runtime: "node", kind: "file", name: words[0] ?? program };
  if (program === "go" && words[1] === "run") {
    const [name] = operands(words.slice(2));
    return name === void 0 ? void 0 : { runtime: "go", kind: "file", name };
  }
  return words[0] == null ? void 0 : { runtime: "go", kind: "binary", name: words[0] };
}
function wrapped(words) {
  const rest2 = afterOptions(words.slice(1)).filter(
    (word) => word !== "--" && word !== "run" && word !== "run-program" && !/^\w+=/.test(word ?? "")
  );
  return rest2.length > 0 && rest2.length < words.length ? entryPointOf(rest2) : void 0;
}
function afterOptions(words) {
  const first2 = words.findIndex((word) => word !== null && !word.startsWith("-"));
  return first2 === -1 ? [] : words.slice(first2);
}
function operands(words) {
  const found3 = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word == null) continue;
    if (word.startsWith("-")) {
      if (TAKES_VALUE.test(word)) index++;
    } else found3.push(word);
  }
  return found3;
}
function option(words, names) {
  for (const [index, word] of words.entries()) {
    const [, name = word ?? "", inline] = /^(--?[\w-]+?)=(.*)$/.exec(word ?? "") ?? [];
    if (names.test(name)) return inline ?? words[index + 1] ?? void 0;
  }
  return void 0;
}
function nodeEntry(words) {
  if (words.some((word) => /^(?:-e|--eval|-p|--print)$/.test(word ?? ""))) return void 0;
  const [name] = operands(words);
  if (name === void 0) return void 0;
  if (/(?:^|\/)next(?:\/dist\/bin\/next)?$/.test(name)) return { runtime: "node", kind: "framework", name: "next" };
  if (/(?:^|\/)(?:nest|@nestjs\/cli\/bin\/nest\.js)$/.test(name))
    return { runtime: "node", kind: "framework", name: "nest" };
  if (/\.(?:json|ya?ml)$|ecosystem\.config/.test(name)) return void 0;
  return { runtime: "node", kind: "file", name };
}
function pythonEntry(words) {
  const module = words.indexOf("-m");
  if (module !== -1) {
    const name2 = words[module + 1];
    if (name2 == null) return void 0;
    if (/^(?:uvicorn|gunicorn|hypercorn|flask|celery|fastapi|granian|daphne)$/.test(name2))
      return entryPointOf(words.slice(module + 1));
    return { runtime: "python", kind: "module", name: name2 };
  }
  if (words.includes("-c")) return void 0;
  const [name] = operands(words);
  if (name === void 0) return void 0;
  return { runtime: "python", kind: "file", name };
}
function pythonServer(words) {
  const directory = option(words, /^(?:--chdir|--app-dir|-d)$/);
  const name = [...operands(words), option(words, /^(?:--wsgi|-w|--module|--wsgi-file)$/) ?? ""].find(
    (word) => /^[\w./-]+(?::[\w.()]+)?$/.test(word) && word !== ""
  );
  return name === void 0 ? void 0 : { ...moduleEntry(name), ...directory !== void 0 && { directory } };
}
function moduleEntry(name) {
  const [module = name, attribute] = name.split(":");
  const kind = module.endsWith(".py") ? "file" : "module";
  return {
    runtime: "python",
    kind,
    name: module,
    ...attribute !== void 0 && { attribute: attribute.replace(/\(.*$/, "") }
  };
}
function fastApi(words) {
  if (words[0] !== "run" && words[0] !== "dev") return void 0;
  const [name = "main.py"] = operands(words.slice(1));
  return { runtime: "python", kind: "file", name };
}
function flask(words) {
  const named4 = option(words, /^(?:--app|-A)$/);
  if (!words.includes("run")) return void 0;
  return moduleEntry(named4 ?? "app");
}
function celery(words) {
  const named4 = option(words, /^(?:-A|--app)$/);
  return named4 === void 0 ? void 0 : moduleEntry(named4);
}

// src/model/code/services.ts
function environmentOf(workload) {
  return (name) => workload?.environment.get(name)?.value;
}
function servicesOf(tree, program, { workloads, images, built }) {
  const services = /* @__PURE__ */ new Map();
  const add4 = (found3, started2, workload) => {
    const id = `service:${found3.entries.join("+")}`;
    const known7 = services.get(id);
    if (known7) {
      if (workload)
        services.set(id, {
          ...known7,
          workloads: [...known7.workloads, workload],
          weight: known7.weight === 3 ? known7.weight : workload.weight
        });
      return;
    }
    services.set(id, serviceOf(id, found3, program, started2, workload));
  };
  for (const workload of workloads) {
    if (workload.software && workload.software.kind !== "runtime") continue;
    const started2 = withOwnImage(workload, built);
    const found3 = findProgram(started2, tree, program);
    if (found3) add4(found3, started2, workload);
  }
  for (const image of images) {
    if (image.origin !== "built" || image.weight === 0 || image.usedBy.length > 0) continue;
    const started2 = startedBy(image);
    const found3 = findProgram(started2, tree, program);
    if (found3) add4(found3, started2, void 0);
  }
  return [...services.values()];
}
function withOwnImage(workload, images) {
  const { image, start } = workload;
  if (!image || image.dockerfile || workload.software && workload.software.kind !== "runtime") return workload;
  const repository = knownValue(image.reference)?.repository ?? knownValue(workload.pod?.image)?.repository;
  const name = repository === void 0 ? void 0 : fileName(repository);
  if (name === void 0) return workload;
  const built = images.filter(
    (one2) => one2.origin === "built" && one2.dockerfile && isNamed(folderName(one2.dockerfile.file.path), name)
  );
  const places = built.map((one2) => one2.dockerfile?.file.path ?? "").sort((one2, other) => depthOf(one2) - depthOf(other) || (one2 < other ? -1 : 1));
  const [first2 = "", second] = places;
  if (second !== void 0 && depthOf(second) === depthOf(first2) && directoryOf(second) !== directoryOf(first2))
    return workload;
  const own = built.find((one2) => one2.dockerfile?.file.path === first2);
  if (!own) return workload;
  const ownStart = start ?? startedBy(own).start;
  return { ...workload, image: own, ...ownStart && { start: ownStart } };
}
function folderName(path) {
  const folder = directoryOf(path);
  const name = fileName(folder);
  return /^(?:docker|build|deploy|\.docker)$/.test(name) ? fileName(directoryOf(folder)) : name;
}
function isNamed(folder, image) {
  return folder !== "." && (image === folder || image.endsWith(`-${folder}`) || image.endsWith(`_${folder}`));
}
function startedBy(image) {
  const { dockerfile, at: at4 } = image;
  const entrypoint = dockerfile?.entrypoint;
  const command = dockerfile?.command;
  const argv = [...entrypoint?.argv ?? [], ...command?.argv ?? []];
  const script = entrypoint?.script ?? (entrypoint ? void 0 : command?.script);
  const text2 = [entrypoint?.text, command?.text].filter(Boolean).join(" ");
  const start = argv.length > 0 || script ? {
    argv,
    shell: script !== void 0,
    ...script && { script },
    text: text2,
    at: command?.at ?? entrypoint?.at ?? at4,
    source: "dockerfile"
  } : void 0;
  return { image, mounts: [], deployment: "", at: at4, ...start && { start } };
}
function serviceOf(id, found3, program, started2, workload) {
  const paths = /* @__PURE__ */ new Set([...program.reachableFrom(found3.entries), ...byFolder(found3, program)]);
  const code = [...paths].sort().flatMap((path) => program.files.get(path) ?? []);
  const at4 = { path: found3.entries[0] ?? started2.at.path, start: 0, end: 0 };
  const image = started2.image?.origin === "built" ? started2.image : void 0;
  return {
    id,
    kind: "service",
    name: workload?.name ?? image?.name ?? fileName(found3.directory),
    weight: workload?.weight ?? image?.weight ?? 2,
    at: at4,
    files: [...paths].sort(),
    runtime: found3.runtime,
    directory: found3.directory,
    workloads: workload ? [workload] : [],
    ...image && { image },
    entries: found3.entries,
    entryPoints: found3.entryPoints,
    isCertain: found3.isCertain,
    code,
    packages: packagesOf(code, program)
  };
}
function packagesOf(code, program) {
  const packages = /* @__PURE__ */ new Set();
  for (const file of code) {
    for (const one2 of [...file.imports, ...file.exports]) {
      if (one2.from === void 0 || one2.typeOnly) continue;
      const target = program.target(file, one2.from);
      if (target.kind === "package") packages.add(target.name);
    }
  }
  return packages;
}
function byFolder(found3, program) {
  const below3 = (pattern3) => [...program.files.keys()].filter(
    (path) => isWithin(found3.directory, path) && pattern3.test(found3.directory === "." ? path : path.slice(found3.directory.length + 1))
  );
  if (found3.entryPoints.some(({ name }) => name === "next")) {
    const loaded = below3(/^(?:src\/)?(?:app|pages|middleware|instrumentation|proxy)(?:\/|\.)/);
    return [...program.reachableFrom(loaded)];
  }
  if (found3.entries.some((entry) => /(?:^|\/)(?:manage|wsgi|asgi)\.py$/.test(entry))) return below3(/\.py$/);
  return [];
}
function findProgram(started2, tree, program) {
  const points = startedCommands(started2, tree).flatMap((words) => entryPointOf(words) ?? []);
  const roots = rootsOf2(started2, tree);
  for (const point of [...points].reverse()) {
    const found3 = locate(point, started2, roots, tree, program);
    if (found3) return found3;
  }
  const [root2] = roots;
  if (root2 === void 0 || points.some((point) => point.kind !== "binary")) return void 0;
  return startedCommands(started2, tree).length === 0 || points.length > 0 ? usual(roots, program, tree) : void 0;
}
function rootsOf2({ image, mounts, pm2, at: at4 }, tree) {
  const roots = [];
  for (const mount4 of mounts) {
    const source = knownValue(mount4.source);
    if (mount4.type === "bind" && source !== void 0 && !source.startsWith("/") && tree.exists(source))
      roots.push(source);
  }
  const context = image?.context;
  if (image?.dockerfile && context?.present) {
    const own = directoryOf(image.dockerfile.file.path);
    if (isWithin(context.path, own)) roots.push(own);
    roots.push(context.path);
  }
  if (pm2)
    roots.push(
      pm2.directory === void 0 ? directoryOf(at4.path) : joinPath(directoryOf(at4.path), pm2.directory),
      directoryOf(at4.path)
    );
  return [...new Set(roots)].filter((root2) => !root2.startsWith(".."));
}
function locate(point, started2, roots, tree, program) {
  const found3 = (entry, isCertain = true) => ({
    runtime: point.runtime,
    directory: packageDirectory(entry, point.runtime, tree),
    entries: [entry],
    entryPoints: [point],
    isCertain
  });
  switch (point.kind) {
    case "file":
    case "module": {
      const entry = point.runtime === "go" ? goPackage(point.name, roots, program) : entryFile(point, started2, roots, tree, program);
      return entry === void 0 ? void 0 : found3(entry);
    }
    case "framework":
      return frameworkProgram(point, started2, roots, tree, program);
    case "binary": {
      const built = builtPackage(point.name, started2, roots, program);
      return built === void 0 ? void 0 : found3(built);
    }
  }
}
function packageDirectory(entry, runtime, tree) {
  const manifests = {
    node: ["package.json"],
    python: ["pyproject.toml", "requirements.txt", "setup.py", "Pipfile", "manage.py"],
    go: ["go.mod"]
  }[runtime];
  for (let at4 = directoryOf(entry); ; at4 = directoryOf(at4)) {
    if (manifests.some((name) => tree.exists(joinPath(at4, name)))) return at4;
    if (at4 === ".") return directoryOf(entry);
  }
}
function entryFile(point, started2, roots, tree, program) {
  const names = point.kind === "module" ? moduleFiles(point.name) : [point.name];
  const folder = workingDirectory(started2.image);
  const inside3 = (name) => absolute2(folder, point.directory === void 0 ? name : joinPath(point.directory.replace(/^\//, ""), name));
  const files4 = containerFilesOf(started2, tree);
  for (const name of names) {
    const own = files4.find(inside3(name));
    if (own.state === "file" && program.files.has(own.file.source.path)) return own.file.source.path;
  }
  for (const root2 of roots) {
    for (const name of names) {
      const bare2 = name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : name.replace(/^\/(?:usr\/src\/app|app|srv|code|workspace|home\/\w+\/app)\//, "").replace(/^\//, "");
      const path = sourceOf2(
        root2,
        point.directory === void 0 ? bare2 : joinPath(point.directory.replace(/^\//, ""), bare2),
        tree,
        program
      );
      if (path !== void 0) return path;
    }
  }
  return void 0;
}
function moduleFiles(module) {
  const path = module.replaceAll(".", "/");
  return [`${path}.py`, `${path}/__init__.py`, `${path}/__main__.py`];
}
var OUTPUT = /^(?:dist|build|out|lib|output|\.output|compiled)\//;
function sourceOf2(root2, name, tree, program) {
  const bare2 = name.replace(/^\.\//, "").replace(/\.[cm]?[jt]sx?$/, "");
  const rest2 = bare2.replace(OUTPUT, "");
  const outDir = outputDirectory(tree, root2);
  const compiled = outDir !== void 0 && bare2.startsWith(`${outDir}/`) ? bare2.slice(outDir.length + 1) : void 0;
  const inner2 = rest2.replace(/^(.*)\/([^/]+)$/, "$1/src/$2");
  const bases = [
    bare2,
    ...compiled === void 0 ? [] : [`src/${compiled}`, compiled],
    ...OUTPUT.test(bare2) ? [`src/${rest2}`, rest2, inner2, rest2.replace(/^src\//, "")] : [],
    `${bare2}/index`
  ];
  for (const base2 of bases) {
    for (const extension of ["", ".ts", ".js", ".mts", ".mjs", ".cts", ".cjs", ".tsx", ".py"]) {
      const path = joinPath(root2, base2 + extension);
      if (program.files.has(path)) return path;
    }
  }
  return program.files.has(joinPath(root2, name)) ? joinPath(root2, name) : void 0;
}
function outputDirectory(tree, root2) {
  for (const name of ["tsconfig.build.json", "tsconfig.json"]) {
    const source = tree.read(joinPath(root2, name));
    const options = source && readJsonObject(source)?.compilerOptions;
    const out = typeof options === "object" && options !== null && "outDir" in options ? options.outDir : void 0;
    if (typeof out === "string") return out.replace(/^\.\//, "").replace(/\/$/, "");
  }
  return void 0;
}
function frameworkProgram(point, started2, roots, tree, program) {
  for (const root2 of roots) {
    if (point.name === "next") {
      const config = ["next.config.js", "next.config.mjs", "next.config.ts", "next.config.cjs"].find(
        (name) => tree.exists(joinPath(root2, name))
      );
      const first2 = [...program.files.keys()].find(
        (path) => isWithin(joinPath(root2, "app"), path) || isWithin(joinPath(root2, "pages"), path) || isWithin(joinPath(root2, "src/app"), path) || isWithin(joinPath(root2, "src/pages"), path)
      );
      if (first2 !== void 0 && (config !== void 0 || tree.exists(joinPath(root2, "package.json"))))
        return { runtime: "node", directory: root2, entries: [first2], entryPoints: [point], isCertain: true };
    } else {
      const entry = sourceOf2(root2, "dist/main.js", tree, program);
      if (entry !== void 0)
        return {
          runtime: "node",
          directory: packageDirectory(entry, "node", tree),
          entries: [entry],
          entryPoints: [point],
          isCertain: started2.image !== void 0
        };
    }
  }
  return void 0;
}
function goPackage(name, roots, program) {
  for (const root2 of roots) {
    const path = joinPath(root2, name);
    if (program.files.has(path)) return path;
    const main = mainFile(path, program);
    if (main !== void 0) return main;
  }
  return void 0;
}
function mainFile(directory, program) {
  for (const [path, file] of program.files) {
    if (file.language !== "go" || directoryOf(path) !== directory || file.packageName !== "main") continue;
    if (file.body.some((one2) => one2.kind === "function" && one2.name === "main")) return path;
  }
  return void 0;
}
function builtPackage(binary3, { image }, roots, program) {
  const stages = image?.stages ?? (image?.dockerfile ? [image.dockerfile] : []);
  const base2 = fileName(binary3);
  let only2;
  let count = 0;
  for (const stage of stages) {
    let folder = ".";
    for (const instruction of stage.instructions) {
      for (const { words } of instruction.keyword === "RUN" ? commandsOf(instruction) : []) {
        if (words[0] === "cd" && typeof words[1] === "string")
          folder = words[1].startsWith("/") ? "." : joinPath(folder, words[1]);
        const build = words.indexOf("build");
        if (words[0] !== "go" || build === -1) continue;
        const output = words[words.indexOf("-o") + 1];
        const target = words.slice(build + 1).findLast((word) => word !== null && /^\.{0,2}\/|^[\w-]+\.go$|^\.$/.test(word) && word !== output);
        const found3 = goPackage(joinPath(folder, (target ?? ".").replace(/\/\.\.\.$/, "")), roots, program);
        if (found3 === void 0) continue;
        count++;
        only2 = found3;
        if (words.includes("-o") && output != null && fileName(output) === base2) return found3;
      }
    }
  }
  return count === 1 ? only2 : void 0;
}
var USUAL = [
  [
    "node",
    [
      "src/main.ts",
      "src/index.ts",
      "src/server.ts",
      "src/app.ts",
      "index.ts",
      "main.ts",
      "server.ts",
      "server.js",
      "index.js",
      "app.js",
      "main.js",
      "src/index.js",
      "src/server.js",
      "src/app.js",
      "src/main.js"
    ]
  ],
  ["python", ["manage.py", "app/main.py", "main.py", "app.py", "src/main.py", "wsgi.py", "server.py", "run.py"]],
  ["go", ["main.go", "cmd/server/main.go", "cmd/main.go"]]
];
function usual(roots, program, tree) {
  for (const root2 of roots) {
    for (const [runtime, names] of USUAL) {
      const entry = names.map((name) => joinPath(root2, name)).find((path) => program.files.has(path));
      if (entry !== void 0)
        return {
          runtime,
          directory: packageDirectory(entry, runtime, tree),
          entries: [entry],
          entryPoints: [],
          isCertain: false
        };
    }
  }
  return void 0;
}

// src/model/code/safeguard-modules.ts
function safeguardModules(tree, program, services) {
  const found3 = /* @__PURE__ */ new Map();
  const directories = /* @__PURE__ */ new Set();
  const reached2 = new Set(services.flatMap((service) => service.files));
  for (const service of services) {
    if (directories.has(service.directory)) continue;
    directories.add(service.directory);
    const sharing = services.filter((one2) => isWithin(service.directory, one2.directory) || one2.directory === ".");
    const modules = modulesIn(tree, program, service).map((one2) => ({
      ...one2,
      state: reached2.has(one2.path) ? "loaded" : stateOf(one2.path, sharing, tree, program)
    }));
    if (modules.length > 0) found3.set(service.id, modules);
  }
  return found3;
}
var NOT_A_MODULE = /\.[jt]sx$|(?:^|\/)(?:dist|build|out|public|static|vendor|generated)\//;
function modulesIn(tree, program, service) {
  return [...program.files.values()].flatMap((file) => {
    const { path } = file;
    if (!isWithin(service.directory, path) || standsAside(path) || NOT_A_MODULE.test(path)) return [];
    for (const { from, typeOnly, start, end } of file.imports) {
      const target = typeOnly ? void 0 : program.target(file, from);
      const purpose = target?.kind === "package" ? purposeOf(target.name, path) : void 0;
      if (target?.kind !== "package" || !purpose) continue;
      if (packageDirectory(path, service.runtime, tree) !== service.directory) return [];
      return [{ path, library: target.name, purpose, at: { path, start, end } }];
    }
    return [];
  });
}
function stateOf(path, services, tree, program) {
  const isKnown = services.every(
    (one2) => one2.isCertain && !one2.entryPoints.some(({ name }) => name === "next") && loadsAllByName(program, one2)
  );
  if (!isKnown) return "unknown";
  const users = usersOf(path, program);
  const isStarted = [...users].some((user) => {
    const file = program.files.get(user);
    return file !== void 0 && (startsItself(file) || isNamed2(user, users, tree));
  });
  return isStarted ? "unknown" : "dead";
}
var completeness = /* @__PURE__ */ new WeakMap();
function loadsAllByName(program, service) {
  const known7 = completeness.get(service) ?? importsOf(program, service.code, []).isComplete;
  completeness.set(service, known7);
  return known7;
}
function usersOf(path, program) {
  const importers = importersOf(program);
  const users = /* @__PURE__ */ new Set([path]);
  for (const user of users) {
    for (const other of importers.get(user) ?? []) if (!isTest2(other)) users.add(other);
  }
  return users;
}
var knownImporters = /* @__PURE__ */ new WeakMap();
function importersOf(program) {
  const known7 = knownImporters.get(program);
  if (known7) return known7;
  const found3 = /* @__PURE__ */ new Map();
  for (const file of program.files.values()) {
    for (const one2 of [...file.imports, ...file.exports]) {
      const target = one2.from === void 0 ? void 0 : program.target(file, one2.from);
      if (target?.kind !== "files") continue;
      for (const { path } of target.files) {
        const others = found3.get(path);
        if (others) others.push(file.path);
        else found3.set(path, [file.path]);
      }
    }
  }
  knownImporters.set(program, found3);
  return found3;
}
function isTest2(path) {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|spec|e2e)\/|[._-](?:test|spec)\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$|_test\.go$/.test(
    path
  );
}
function startsItself(file) {
  if (standsAside(file.path) || file.packageName === "main") return true;
  if (file.language === "python") {
    return file.body.some(
      (one2) => one2.kind === "if" && one2.test.kind === "binary" && one2.test.left.kind === "name" && one2.test.left.name === "__name__"
    );
  }
  return file.language !== "go" && file.body.some((one2) => one2.kind === "expression" && one2.value.kind === "call" && isFree(one2.value.callee));
}
function isFree(callee) {
  if (callee.kind === "name" || callee.kind === "function") return true;
  const object = callee.object;
  return typeof object === "object" && object !== null && "kind" in object && object.kind === "call";
}
var DOCUMENTS = /\.(?:md|mdx|rst|adoc|txt|lock|sum|svg|map)$|(?:^|\/)package-lock\.json$/i;
function isNamed2(path, users, tree) {
  const bare2 = path.replace(/(?:\/__init__)?\.\w+$/, "");
  const tail = bare2.split("/").slice(-2);
  const names = tail.length > 1 ? [tail.join("/"), tail.join(".")] : [fileName(path)];
  return tree.files.some((file) => {
    if (users.has(file.path) || DOCUMENTS.test(file.path) || isTest2(file.path)) return false;
    const text2 = tree.read(file.path)?.text;
    return text2 !== void 0 && names.some((name) => text2.includes(name));
  });
}

// src/model/code/absences.ts
function absencesOf(tree, program, workloads, services) {
  const own = ownNames(tree);
  const safeguards = safeguardModules(tree, program, services);
  return {
    storeUses: storeUsesOf(tree, program, workloads, services, own),
    of: ({ id, code, packages }) => {
      const printed = loggingOf(packages) === "console" ? printedLines(program, code) : void 0;
      return {
        safeguards: safeguards.get(id) ?? [],
        isWhole: importsOf(program, code, own).isComplete,
        ...printed && { printed }
      };
    }
  };
}

// src/code/types.ts
var LONGEST4 = 16;
var WRAPPERS = /* @__PURE__ */ new Set([
  "Promise",
  "Readonly",
  "Required",
  "NonNullable",
  "Awaited",
  "Annotated",
  "Optional",
  "typing.Optional",
  "typing.Annotated",
  "Mapped",
  "Final",
  "ClassVar"
]);
function typeOf2(program, at4, steps = LONGEST4) {
  if (steps <= 0) return void 0;
  const known7 = answersOf(program);
  const answer = known7.get(at4.node);
  if (answer !== void 0) return answer ?? void 0;
  const found3 = findType(program, at4, steps);
  if (found3 || steps === LONGEST4) known7.set(at4.node, found3 ?? null);
  return found3;
}
var answers = /* @__PURE__ */ new WeakMap();
function answersOf(program) {
  const known7 = answers.get(program) ?? /* @__PURE__ */ new WeakMap();
  answers.set(program, known7);
  return known7;
}
function findType(program, { file, node }, steps) {
  if (node.kind === "cast" && node.type) {
    const cast = resolveType(program, file, node.type, steps - 1);
    if (cast) return cast;
  }
  const inner2 = peel(node);
  switch (inner2.kind) {
    case "name":
      if (inner2.name === "this") {
        const owner = classAround(file, inner2.start);
        return owner && { kind: "class", file, node: owner, arguments: [] };
      }
      return saidType(program, file, inner2, steps - 1) ?? ofDefinition(program, nameDefinition(program, file, inner2.name, inner2.start), steps - 1);
    case "member": {
      const object = typeOf2(program, { file, node: inner2.object }, steps - 1);
      const member = object && typeMember(program, object, inner2.property, steps - 1);
      return member ?? ofDefinition(program, definitionOf(program, { file, node: inner2 }), steps - 1);
    }
    case "call":
      return ofCall2(program, { file, node: inner2 }, steps - 1);
    case "unary":
      return inner2.operator === "&" || inner2.operator === "*" ? typeOf2(program, { file, node: inner2.value }, steps - 1) : void 0;
    case "binary":
      return inner2.operator === "||" || inner2.operator === "??" ? typeOf2(program, { file, node: inner2.left }, steps - 1) ?? typeOf2(program, { file, node: inner2.right }, steps - 1) : void 0;
    case "conditional":
      return typeOf2(program, { file, node: inner2.consequent }, steps - 1);
    default:
      return void 0;
  }
}
function saidType(program, file, name, steps) {
  const [binding] = bindingsAt(file, name.name, name.start)?.bindings ?? [];
  if (binding?.kind !== "value" || binding.bound.path.length > 0) return void 0;
  const { type, value } = binding.node;
  const said = type ?? (value?.kind === "cast" ? value.type : void 0);
  return said && resolveType(program, file, said, steps);
}
function resolveType(program, file, type, steps = LONGEST4) {
  if (steps <= 0) return void 0;
  const bare2 = type.name.replace(/^\*/, "");
  if (WRAPPERS.has(bare2) && type.arguments[0]) return resolveType(program, file, type.arguments[0], steps - 1);
  if (bare2 === "|") {
    const some2 = type.arguments.filter((one2) => one2.name !== "null" && one2.name !== "None");
    return some2.length === 1 && some2[0] ? resolveType(program, file, some2[0], steps - 1) : void 0;
  }
  if (bare2 === "&") {
    for (const one2 of type.arguments) {
      const found4 = resolveType(program, file, one2, steps - 1);
      if (found4) return found4;
    }
    return void 0;
  }
  if (bare2 === "{}") return { kind: "object", file, type };
  if (bare2 === "[]" || bare2 === "()" || bare2 === "?" || bare2 === "literal" || bare2 === "typeof")
    return bare2 === "[]" ? { kind: "builtin", name: "[]", arguments: type.arguments, file } : void 0;
  const [first2 = "", ...rest2] = bare2.split(".");
  let found3 = nameDefinition(program, file, first2, type.start, steps - 1);
  for (const part2 of rest2) found3 = partOf2(program, found3, part2, steps - 1);
  return declaredType(program, file, found3, type.arguments, steps - 1);
}
function partOf2(program, of, part2, steps) {
  if (of.kind === "external") return { ...of, path: [...of.path, part2] };
  if (of.kind === "global") return { kind: "global", path: [...of.path, part2] };
  if (of.kind === "module") {
    for (const file of of.files) {
      const found3 = nameDefinition(program, file, part2, Number.MAX_SAFE_INTEGER, steps);
      if (found3.kind !== "global") return found3;
    }
  }
  return of.kind === "class" ? classMember(program, of, part2) ?? { kind: "unknown", because: "" } : { kind: "unknown", because: "" };
}
function declaredType(program, file, found3, given3, steps) {
  switch (found3.kind) {
    case "class":
      return { kind: "class", file: found3.file, node: found3.node, arguments: given3 };
    case "external":
      return { kind: "external", package: found3.package, path: found3.path, arguments: given3, file };
    case "global":
      return { kind: "builtin", name: found3.path.join("."), arguments: given3, file };
    case "type": {
      const alias2 = found3.node.type;
      if (alias2.name === "{}" || found3.node.bases.length > 0)
        return { kind: "type", file: found3.file, node: found3.node, arguments: given3 };
      return resolveType(program, found3.file, alias2, steps - 1);
    }
    case "expression":
      return void 0;
    default:
      return void 0;
  }
}
function ofDefinition(program, found3, steps = LONGEST4) {
  if (steps <= 0) return void 0;
  switch (found3.kind) {
    case "parameter": {
      if (found3.path.length === 0 && found3.node.type)
        return resolveType(program, found3.file, found3.node.type, steps - 1);
      if (found3.node.type && found3.path.length > 0) {
        let type = resolveType(program, found3.file, found3.node.type, steps - 1);
        for (const part2 of found3.path) type = type && typeMember(program, type, String(part2), steps - 1);
        return type;
      }
      const own = found3.owner.parameters[0] === found3.node && classAround(found3.file, found3.owner.start);
      const { target, fallback } = found3.node;
      if (own && target.kind === "name" && target.name === "self")
        return { kind: "class", file: found3.file, node: own, arguments: [] };
      return fallback && typeOf2(program, { file: found3.file, node: fallback }, steps - 1);
    }
    case "field":
      if (found3.node.type) return resolveType(program, found3.file, found3.node.type, steps - 1);
      return found3.node.value && typeOf2(program, { file: found3.file, node: found3.node.value }, steps - 1);
    case "expression":
      if (found3.declare?.type) return resolveType(program, found3.file, found3.declare.type, steps - 1);
      return found3.node.kind === "name" ? void 0 : typeOf2(program, found3, steps - 1);
    case "external":
      return { kind: "external", package: found3.package, path: found3.path, arguments: [], file: NOWHERE };
    case "class":
      return { kind: "class", file: found3.file, node: found3.node, arguments: [] };
    case "item": {
      const of = found3.of && typeOf2(program, { file: found3.file, node: found3.of }, steps - 1);
      return of && elementOf(program, of, steps - 1);
    }
    default:
      return void 0;
  }
}
var NOWHERE = {
  path: "",
  language: "typescript",
  imports: [],
  exports: [],
  body: [],
  problems: [],
  directives: []
};
function typeMember(program, of, property, steps = LONGEST4) {
  if (steps <= 0) return void 0;
  if (of.kind === "class") {
    const member = classMember(program, of, property);
    if (member)
      return member.kind === "function" && member.node.accessor === "get" ? ofReturn(program, member, steps - 1) : ofDefinition(program, member, steps - 1);
    const base2 = externalBase(program, of, steps - 1);
    return base2 && { ...base2, path: [...base2.path, property], arguments: [] };
  }
  if (of.kind === "external") return { ...of, path: [...of.path, property], arguments: [] };
  const members = of.kind === "object" ? of.type.members : of.kind === "type" ? of.node.type.members : void 0;
  const field = members?.find((one2) => one2.name === property);
  if (field?.type && (of.kind === "object" || of.kind === "type"))
    return resolveType(program, of.file, field.type, steps - 1);
  if (of.kind !== "type") return void 0;
  for (const base2 of of.node.bases) {
    const above = resolveType(program, of.file, base2, steps - 1);
    const found3 = above && typeMember(program, above, property, steps - 1);
    if (found3) return found3;
  }
  return void 0;
}
function externalBase(program, of, steps = LONGEST4) {
  if (steps <= 0) return void 0;
  for (const type of of.node.baseTypes) {
    const base2 = resolveType(program, of.file, type, steps - 1);
    if (base2?.kind === "external") return base2;
    const above = base2?.kind === "class" && base2.node !== of.node ? externalBase(program, base2, steps - 1) : void 0;
    if (above) return above;
  }
  for (const one2 of of.node.bases) {
    const base2 = definitionOf(program, { file: of.file, node: one2 }, steps - 1);
    if (base2.kind === "external")
      return { kind: "external", package: base2.package, path: base2.path, arguments: [], file: of.file };
  }
  return void 0;
}
function elementOf(program, of, steps = LONGEST4) {
  if (of.kind !== "builtin" && of.kind !== "external") return void 0;
  const [first2] = of.arguments;
  return first2 && resolveType(program, of.file, first2, steps - 1);
}
function ofCall2(program, { file, node }, steps) {
  const made5 = classOfNew(program, file, node, steps);
  if (made5) return { kind: "class", file: made5.file, node: made5.node, arguments: node.typeArguments ?? [] };
  const callee = definitionOf(program, { file, node: node.callee }, steps);
  if (callee.kind === "external") {
    const path = node.isNew || file.language === "python" && /^[A-Z]/.test(callee.path.at(-1) ?? "") ? callee.path : [...callee.path, "()"];
    return { kind: "external", package: callee.package, path, arguments: node.typeArguments ?? [], file };
  }
  if (callee.kind === "function") return ofReturn(program, callee, steps - 1);
  if (callee.kind === "class")
    return { kind: "class", file: callee.file, node: callee.node, arguments: node.typeArguments ?? [] };
  const type = typeOf2(program, { file, node: node.callee }, steps - 1);
  if (type?.kind === "external") return { ...type, path: [...type.path, "()"], arguments: node.typeArguments ?? [] };
  return void 0;
}
function ofReturn(program, { file, node }, steps) {
  if (node.returns) {
    const declared2 = resolveType(program, file, node.returns, steps - 1);
    if (declared2) return declared2;
  }
  const returns = node.body.filter((statement2) => statement2.kind === "return");
  const [only2] = returns;
  if (returns.length !== 1 || only2?.kind !== "return" || !only2.value) return void 0;
  return typeOf2(program, { file, node: only2.value }, steps - 1);
}

// src/model/code/blocking.ts
var SESSION = /^(?:query|execute|scalars|scalar|commit|flush|refresh|get|exec|delete|merge|rollback)$/;
var SYNCHRONOUS = /^(?:(?:fs\.)?(?:readFileSync|writeFileSync|appendFileSync|readdirSync)|(?:child_process\.)?(?:execSync|execFileSync|spawnSync)|(?:crypto\.)?(?:pbkdf2Sync|scryptSync)|(?:zlib\.)?(?:gzipSync|gunzipSync|deflateSync|inflateSync|brotliCompressSync)|bcrypt(?:js)?\.(?:hashSync|compareSync))$/;
function blockingCallsOf(program, routes) {
  return routes.flatMap((route3) => {
    const found3 = route3.handler && (route3.handler.file.language === "python" ? blockingSession(program, route3.handler) : blockingFunction(program, route3.handler));
    return found3 ? [{ route: route3, ...found3 }] : [];
  });
}
function blockingSession(program, { file, node }) {
  if (!node.isAsync || file.language !== "python") return void 0;
  const sessions = new Set(
    node.parameters.flatMap(
      (one2) => one2.target.kind === "name" && isSyncSession(program, file, one2) ? [one2.target.name] : []
    )
  );
  if (sessions.size === 0) return void 0;
  const awaited = /* @__PURE__ */ new Set();
  let found3;
  walk(node.body, (one2) => {
    if (one2.kind === "await") awaited.add(one2.value);
    if (found3 || one2.kind === "function") return false;
    if (one2.kind !== "call" || awaited.has(one2)) return void 0;
    const path = pathOf(one2.callee);
    if (path?.length === 2 && sessions.has(path[0] ?? "") && SESSION.test(path[1] ?? ""))
      found3 = { call: path.join("."), kind: "session", at: { path: file.path, start: one2.start, end: one2.end } };
    return void 0;
  });
  return found3;
}
function isSyncSession(program, file, parameter3) {
  const given3 = [parameter3.fallback, ...parameter3.type?.arguments.flatMap((one2) => one2.expression ?? []) ?? []].flatMap(
    (one2) => one2 ? [peel(one2)] : []
  );
  const depends = given3.find((one2) => one2.kind === "call" && pathOf(one2.callee)?.at(-1) === "Depends");
  const provider = depends?.arguments[0];
  if (!provider || provider.kind === "keyword") return false;
  const found3 = definitionOf(program, { file, node: provider });
  if (found3.kind !== "function" || found3.node.isAsync) return false;
  const type = parameter3.type && resolveType(program, file, parameter3.type);
  const named4 = type?.kind === "external" ? [type.package, ...type.path].join(".") : "";
  if (/async/i.test(named4)) return false;
  return makesSession(program, found3) || /^(?:sqlalchemy(?:\.orm)?|sqlmodel)\.Session$/.test(named4);
}
function makesSession(program, { file, node }) {
  let made5 = false;
  walk(node.body, (one2) => {
    if (one2.kind !== "call") return void 0;
    const maker = definitionOf(program, { file, node: one2.callee });
    const call3 = maker.kind === "expression" ? peel(maker.node) : void 0;
    const name = call3?.kind === "call" && maker.kind === "expression" ? externalName(definitionOf(program, { file: maker.file, node: call3.callee })) : externalName(maker);
    if (/^sqlalchemy(?:\.orm)?\.(?:sessionmaker|scoped_session|Session)$|^sqlmodel\.Session$/.test(name ?? ""))
      made5 = true;
    return void 0;
  });
  return made5;
}
function blockingFunction(program, { file, node }) {
  if (file.language === "go") return void 0;
  let found3;
  walk(node.body, (one2) => {
    if (found3) return false;
    if (one2.kind !== "call") return void 0;
    const name = externalName(definitionOf(program, { file, node: one2.callee }));
    if (name !== void 0 && SYNCHRONOUS.test(name))
      found3 = { call: name, kind: "function", at: { path: file.path, start: one2.start, end: one2.end } };
    return void 0;
  });
  return found3;
}

// src/code/given.ts
var ABSENT = { kind: "absent" };
var LONGEST5 = 16;
var MOST2 = 400;
function open2(because) {
  return { kind: "open", because };
}
function entryOf(program, of, path) {
  let at4 = of;
  for (const key of path.split(".")) {
    const found3 = entryNamed(program, at4, key, LONGEST5, { count: MOST2 });
    if (found3.kind !== "given") return found3;
    at4 = found3.value;
  }
  return { kind: "given", value: at4 };
}
function entryNamed(program, { file, node }, key, steps, left) {
  left.count--;
  if (steps <= 0 || left.count <= 0) return open2("it is put together in too many steps");
  const inner2 = peel(node);
  const next = (one2) => entryNamed(program, { file, node: one2 }, key, steps - 1, left);
  switch (inner2.kind) {
    case "object":
      return lastOf([...inner2.entries].reverse(), (one2) => {
        if (one2.kind === "spread") return next(one2.value);
        if (one2.key !== void 0) return one2.key === key ? given(file, one2.value) : ABSENT;
        return open2("a name among its options is computed");
      });
    case "literal":
      return ABSENT;
    case "name":
    case "member": {
      const found3 = definitionOf(program, { file, node: inner2 });
      if (found3.kind === "expression" && found3.node !== inner2) return entryNamed(program, found3, key, steps - 1, left);
      if (found3.kind === "field" && found3.node.value)
        return entryNamed(program, { file: found3.file, node: found3.node.value }, key, steps - 1, left);
      return open2("its options are not known");
    }
    case "binary":
      if (inner2.operator !== "&&") return open2("its options are not known");
      return perhaps(next(inner2.right));
    case "conditional":
      return same(next(inner2.consequent), next(inner2.alternate));
    case "call":
      return ofCall3(program, { file, node: inner2 }, key, steps, left);
    default:
      return open2("its options are computed when the program runs");
  }
}
function given(file, node) {
  return { kind: "given", value: { file, node } };
}
function lastOf(items, ask2) {
  for (const item of items) {
    const found3 = ask2(item);
    if (found3.kind !== "absent") return found3;
  }
  return ABSENT;
}
function perhaps(found3) {
  return found3.kind === "given" ? open2("whether it is given depends on a condition") : found3;
}
function same(one2, other) {
  if (one2.kind === "absent" && other.kind === "absent") return ABSENT;
  return open2("it depends on a condition");
}
function ofCall3(program, { file, node }, key, steps, left) {
  if (node.isNew && node.arguments.length === 1 && file.language === "go" && node.arguments[0]?.kind === "object")
    return entryNamed(program, { file, node: node.arguments[0] }, key, steps - 1, left);
  const callee = definitionOf(program, { file, node: node.callee });
  if (callee.kind === "global") {
    const name = callee.path.join(".");
    if (name === "dict") return keywordIn(program, { file, node }, key, steps - 1, left);
    if (name === "Object.assign")
      return lastOf(
        [...node.arguments].reverse(),
        (one2) => entryNamed(program, { file, node: one2 }, key, steps - 1, left)
      );
    if (name === "Object.freeze" && node.arguments[0])
      return entryNamed(program, { file, node: node.arguments[0] }, key, steps - 1, left);
  }
  if (callee.kind !== "function") return open2("its options are computed when the program runs");
  const returned5 = returnedBy(callee);
  return returned5 ? entryNamed(program, returned5, key, steps - 1, left) : open2("its options are computed when the program runs");
}
function returnedBy({
  file,
  node
}) {
  const last = node.body.at(-1);
  return last?.kind === "return" && last.value ? { file, node: last.value } : void 0;
}
function keywordOf(program, call3, name) {
  return keywordIn(program, call3, name, LONGEST5, { count: MOST2 });
}
function keywordIn(program, { file, node }, name, steps, left) {
  return lastOf([...node.arguments].reverse(), (one2) => {
    if (one2.kind === "keyword") return one2.name === name ? given(file, one2.value) : ABSENT;
    if (one2.kind === "spread" && one2.form === "map")
      return entryNamed(program, { file, node: one2.value }, name, steps, left);
    return ABSENT;
  });
}

// src/code/go/packages.ts
var packagesOf2 = /* @__PURE__ */ new WeakMap();
var importsOf3 = /* @__PURE__ */ new WeakMap();
function packageOf(program, file) {
  const known7 = packagesOf2.get(program) ?? /* @__PURE__ */ new Map();
  packagesOf2.set(program, known7);
  const key = `${directoryOf(file.path)}:${file.packageName ?? ""}:${file.path.endsWith("_test.go")}`;
  const found3 = known7.get(key) ?? readPackage([file, ...program.siblings(file)]);
  known7.set(key, found3);
  return found3;
}
function readPackage(files4) {
  const functions = /* @__PURE__ */ new Map();
  const methods = /* @__PURE__ */ new Map();
  const structs = /* @__PURE__ */ new Map();
  const types = /* @__PURE__ */ new Map();
  const values2 = /* @__PURE__ */ new Map();
  const initialisers = [];
  for (const file of [...files4].sort((a, b) => a.path < b.path ? -1 : 1)) {
    for (const node of file.body) {
      if (node.kind === "function" && node.receiver) {
        if (node.receiver.type && node.name !== void 0)
          methods.set(`${node.receiver.type.name}.${node.name}`, { file, node });
      } else if (node.kind === "function" && node.name === "init") initialisers.push({ file, node });
      else if (node.kind === "function" && node.name !== void 0) functions.set(node.name, { file, node });
      else if (node.kind === "class" && node.name !== void 0) structs.set(node.name, { file, node });
      else if (node.kind === "type") types.set(node.name, { file, type: node.type });
      else if (node.kind === "declare") {
        const targets = node.target.kind === "array" ? node.target.elements : [node.target];
        for (const [index, target] of targets.entries())
          if (target.kind === "name" && target.name !== "_") values2.set(target.name, { file, node, index });
      }
    }
  }
  return { files: files4, functions, methods, structs, types, values: values2, initialisers };
}
function importedNames(program, file) {
  const known7 = importsOf3.get(file);
  if (known7) return known7;
  const names = /* @__PURE__ */ new Map();
  for (const one2 of file.imports) {
    if (one2.local === void 0) continue;
    const target = program.target(file, one2.from);
    if (target.kind === "files") {
      const isGuessed = one2.local === packageNameOf(one2.from);
      const [first2] = target.files;
      names.set(isGuessed ? first2?.packageName ?? one2.local : one2.local, { kind: "package", files: target.files });
    } else names.set(one2.local, { kind: "outside", name: target.kind === "package" ? target.name : one2.from });
  }
  importsOf3.set(file, names);
  return names;
}
function typeNamed(program, file, name) {
  const [first2 = "", second] = name.split(".");
  if (second !== void 0) {
    const imported = importedNames(program, file).get(first2);
    if (imported?.kind === "outside") return { kind: "outside", name: `${imported.name}.${second}` };
    const [target] = imported?.kind === "package" ? imported.files : [];
    if (target) return alias(program, target, second);
    return { kind: "outside", name };
  }
  return alias(program, file, first2);
}
function alias(program, file, name, steps = 4) {
  const inside3 = packageOf(program, file);
  const struct2 = inside3.structs.get(name);
  if (struct2) return { kind: "own", file: struct2.file, name };
  const declared2 = inside3.types.get(name);
  if (!declared2) return { kind: "built-in", name };
  if (steps > 0 && declared2.type.name.includes(".")) {
    const aliased = typeNamed(program, declared2.file, declared2.type.name);
    if (aliased.kind === "outside") return aliased;
  }
  return { kind: "own", file: declared2.file, name };
}

// src/code/go/values.ts
var UNKNOWN = { kind: "unknown", because: "it is known when the program runs" };
var NIL = { kind: "plain", value: null };
function plain2(value, at4) {
  return { kind: "plain", value, ...at4 && { at: at4 } };
}
function textOf(value) {
  return value?.kind === "plain" && typeof value.value === "string" ? value.value : void 0;
}
function numberOf(value) {
  return value?.kind === "plain" && typeof value.value === "number" ? value.value : void 0;
}
function pointed(value) {
  let inner2 = value;
  for (let steps = 0; inner2.kind === "pointer" && steps < 8; steps++) inner2 = inner2.to.value;
  return inner2;
}
function derived(value, from, at4) {
  const sources = from.filter((one2) => one2.kind === "plain");
  const variables2 = sources.flatMap((one2) => one2.variables ?? []);
  const place2 = sources.find((one2) => (one2.variables?.length ?? 0) > 0)?.at ?? at4 ?? sources.find((one2) => one2.at)?.at;
  return {
    kind: "plain",
    value,
    ...place2 && { at: place2 },
    ...variables2.length > 0 && { variables: variables2, isFallback: sources.some((one2) => one2.isFallback === true) }
  };
}

// src/code/go/config.ts
var FILLERS = [
  {
    name: /^github\.com\/kelseyhightower\/envconfig\.(?:Must)?Process$/,
    variable: "envconfig",
    fallback: "default",
    argument: 1
  },
  {
    name: /^github\.com\/caarlos0\/env(?:\/v\d+)?\.Parse(?:WithOptions)?$/,
    variable: "env",
    fallback: "envDefault",
    argument: 0
  },
  { name: /^github\.com\/ilyakaznacheev\/cleanenv\.ReadEnv$/, variable: "env", fallback: "env-default", argument: 0 },
  {
    name: /^github\.com\/ilyakaznacheev\/cleanenv\.ReadConfig$/,
    variable: "env",
    fallback: "env-default",
    argument: 1
  },
  { name: /^github\.com\/sethvargo\/go-envconfig\.Process$/, variable: "env", fallback: "default", argument: 1 }
];
function filledFromTags(run, name, site3) {
  const filler = FILLERS.find((one2) => one2.name.test(name));
  if (!filler) return void 0;
  const target = site3.arguments[filler.argument];
  const struct2 = target && pointed(target);
  const prefix = filler.argument === 1 && site3.arguments[0]?.kind === "plain" ? String(site3.arguments[0].value ?? "") : "";
  if (struct2?.kind === "struct") fill(run, struct2, filler, prefix === "" ? "" : `${prefix.toUpperCase()}_`, 4);
  return NIL;
}
function fill(run, struct2, filler, prefix, depth) {
  const declared2 = struct2.type && packageOf(run.program, struct2.type.file).structs.get(struct2.type.name);
  if (!declared2 || depth <= 0) return;
  for (const field of declared2.node.members) {
    if (field.kind !== "field") continue;
    const tags = tagsOf(field.tag ?? "");
    const [written3 = ""] = (tags.get(filler.variable) ?? "").split(",");
    const type = field.type && typeNamed(run.program, declared2.file, field.type.name);
    if (type?.kind === "own" && packageOf(run.program, type.file).structs.has(type.name)) {
      const inner2 = { kind: "struct", type, fields: /* @__PURE__ */ new Map(), at: struct2.at, isOpen: true };
      struct2.fields.set(field.name, inner2);
      fill(run, inner2, filler, prefix + (tags.get("envPrefix") ?? ""), depth - 1);
      continue;
    }
    const variable = written3 !== "" ? written3 : filler.variable === "envconfig" ? field.name.toUpperCase() : void 0;
    if (variable === void 0) continue;
    const fallback = tags.get(filler.fallback) ?? /(?:^|,)default=([^,]*)/.exec(tags.get(filler.variable) ?? "")?.[1];
    const at4 = { path: declared2.file.path, start: field.start, end: field.end };
    struct2.fields.set(field.name, settingValue(run, prefix + variable, fallback, field.type?.name ?? "string", at4));
  }
}
function settingValue(run, variable, fallback, type, at4) {
  const fact = run.environment(variable);
  if (fact && !fact.known) return { kind: "unknown", because: fact.because };
  const written3 = fact ? fact.value : fallback;
  const variables2 = [variable];
  if (written3 === void 0) return { kind: "unknown", because: `${variable} is not set` };
  const place2 = fact ? fact.at : at4;
  if (/^u?int/.test(type) && /^\d+$/.test(written3))
    return { kind: "plain", value: Number(written3), at: place2, variables: variables2, isFallback: !fact };
  if (type === "bool")
    return { kind: "plain", value: written3 === "true" || written3 === "1", at: place2, variables: variables2, isFallback: !fact };
  return type === "string" ? { kind: "plain", value: written3, at: place2, variables: variables2, isFallback: !fact } : UNKNOWN;
}
function tagsOf(tag) {
  const found3 = /* @__PURE__ */ new Map();
  for (const [, key = "", value = ""] of tag.matchAll(/([^\s:"]+):"((?:\\.|[^"\\])*)"/g))
    if (!found3.has(key)) found3.set(key, value.replace(/\\(.)/g, "$1"));
  return found3;
}

// src/code/go-settings.ts
function goFieldRead(program, at4) {
  const found3 = fieldOf2(program, at4);
  if (!found3) return void 0;
  const tags = tagsOf(found3.field.tag ?? "");
  const written3 = tags.get("env") ?? tags.get("envconfig");
  const [name = "", ...options] = (written3 ?? "").split(",").map((part2) => part2.trim());
  if (name === "") return void 0;
  const inline = options.find((one2) => one2.startsWith("default="))?.slice("default=".length);
  const fallback = tags.get("envDefault") ?? tags.get("env-default") ?? inline ?? tags.get("default");
  const isRequired = options.some((one2) => one2 === "required" || one2 === "notEmpty") || tags.get("required") === "true" || tags.has("env-required");
  return {
    variable: prefixOf(program, at4) + name,
    alternatives: [],
    isRequired: isRequired && fallback === void 0,
    ...fallback !== void 0 && { fallback: { file: found3.file, node: literalOf(found3.field, fallback) } }
  };
}
function fieldOf2(program, { file, node }) {
  const type = typeOf2(program, { file, node: node.object });
  if (type?.kind !== "class") return void 0;
  const field = type.node.members.find((one2) => one2.kind === "field" && one2.name === node.property);
  return field?.kind === "field" ? { file: type.file, field } : void 0;
}
function prefixOf(program, { file, node }) {
  let prefix = "";
  let object = node.object;
  for (let steps = 0; object.kind === "member" && steps < 8; steps++) {
    const tags = tagsOf(fieldOf2(program, { file, node: object })?.field.tag ?? "");
    prefix = (tags.get("envPrefix") ?? tags.get("env-prefix") ?? "") + prefix;
    object = object.object;
  }
  return prefix;
}
function literalOf(field, text2) {
  const isNumber = /^(?:u?int|float)/.test(field.type?.name ?? "") && Number.isFinite(Number(text2));
  const value = isNumber ? Number(text2) : field.type?.name === "bool" ? text2 === "true" : text2;
  return { kind: "literal", value, start: field.start, end: field.end };
}
var defaultsOf = /* @__PURE__ */ new WeakMap();
function viperDefaults(program) {
  const known7 = defaultsOf.get(program);
  if (known7) return known7;
  const found3 = /* @__PURE__ */ new Map();
  for (const file of program.files.values()) {
    if (file.language !== "go" || !file.imports.some((one2) => one2.from === VIPER)) continue;
    walk(file.body, (node) => {
      if (node.kind !== "call" || node.callee.kind !== "member" || node.callee.property !== "SetDefault")
        return void 0;
      const [key, value] = node.arguments;
      if (key?.kind === "literal" && typeof key.value === "string" && value)
        found3.set(key.value.toLowerCase(), { file, node: value });
      return void 0;
    });
  }
  defaultsOf.set(program, found3);
  return found3;
}
var VIPER = "github.com/spf13/viper";
function viperRead(program, name, key) {
  if (!/^github\.com\/spf13\/viper\.Get(?:String|Int|Int32|Int64|Bool|Duration|Float64)?$/.test(name)) return void 0;
  const fallback = viperDefaults(program).get(key.toLowerCase());
  if (!fallback) return void 0;
  return { variable: key.toUpperCase().replaceAll(/[.-]/g, "_"), alternatives: [], isRequired: false, fallback };
}
function flagDefault(name, given3) {
  const [, shorthand2] = /^(?:flag|github\.com\/spf13\/pflag)\.(?:String|Int|Int64|Uint|Uint64|Bool|Float64|Duration)(P?)$/.exec(name) ?? [];
  return shorthand2 === void 0 ? void 0 : given3[shorthand2 === "P" ? 2 : 1];
}
function endsWithout(program, file, body) {
  let found3 = false;
  walk(body, (node) => {
    if (node.kind !== "call") return void 0;
    const { callee } = node;
    if (callee.kind === "name" && callee.name === "panic") found3 = true;
    const name = callee.kind === "member" ? externalName(definitionOf(program, { file, node: callee })) : void 0;
    if (name !== void 0 && /^(?:log\.(?:Fatal|Panic)(?:f|ln)?|os\.Exit)$/.test(name)) found3 = true;
    return void 0;
  });
  return found3;
}

// src/code/environment-reads.ts
function environmentRead(program, at4) {
  const node = peel(at4.node);
  if (node.kind === "member" && at4.file.language === "go") return goFieldRead(program, { file: at4.file, node });
  if (node.kind === "member") return memberRead(program, at4, node) ?? settingsRead(program, { ...at4, node });
  if (node.kind === "index") return indexRead(program, at4.file, node);
  if (node.kind === "call") return callRead(program, at4, node);
  if (node.kind === "name") return takenRead(program, at4.file, node) ?? settingsRead(program, { ...at4, node });
  return void 0;
}
function read(variable, isRequired = false, fallback) {
  return { variable, alternatives: [], isRequired, ...fallback && { fallback } };
}
function memberRead(program, at4, node) {
  if (at4.file.language === "python") return pythonEntry2(program, at4.file, node);
  if (at4.file.language === "go") return void 0;
  const path = pathOf(node.object)?.join(".");
  if (path === "process.env" || path === "import.meta.env" || path === "Bun.env") return read(node.property);
  const object = peel(node.object);
  if (object.kind !== "name") return void 0;
  const of = definitionOf(program, { file: at4.file, node: object });
  return of.kind === "global" && of.path.join(".") === "process.env" ? read(node.property) : void 0;
}
var DICT_METHODS = /^(?:get|setdefault|copy|items|keys|values|pop|update)$/;
function pythonEntry2(program, file, node) {
  if (DICT_METHODS.test(node.property) || peel(node.object).kind === "call") return void 0;
  const of = externalName(definitionOf(program, { file, node: node.object }));
  return of === "os.environ" ? read(node.property, true) : void 0;
}
function takenRead(program, file, node) {
  const [binding] = bindingsAt(file, node.name, node.start)?.bindings ?? [];
  if (binding?.kind !== "value" || !binding.node.value) return void 0;
  const [variable] = binding.bound.path;
  if (binding.bound.path.length !== 1 || typeof variable !== "string") return void 0;
  const of = definitionOf(program, { file, node: binding.node.value });
  if (of.kind !== "global" || of.path.join(".") !== "process.env") return void 0;
  const { fallback } = binding.bound;
  return read(variable, false, fallback && { file, node: fallback });
}
function indexRead(program, file, node) {
  const key = textOf2(program, { file, node: node.index });
  if (key === void 0) return void 0;
  const object = definitionOf(program, { file, node: node.object });
  if (externalName(object) === "os.environ") return read(key, true);
  return pathOf(node.object)?.join(".") === "process.env" ? read(key) : void 0;
}
var PYTHON_CALLS = /* @__PURE__ */ new Set([
  "os.getenv",
  "os.environ.get",
  "os.environ.setdefault",
  "decouple.config",
  "environs.Env",
  "environ.Env"
]);
function callRead(program, at4, node) {
  const { file } = at4;
  const [first2, second] = node.arguments;
  const key = first2 && textOf2(program, { file, node: first2 });
  if (key === void 0) return void 0;
  const fallback = second && second.kind !== "keyword" ? { file, node: second } : keyword(node, "default", file);
  if (file.language === "go") return goRead(program, at4, node, key);
  const callee = definitionOf(program, { file, node: node.callee });
  const name = externalName(callee);
  if (file.language === "python") {
    if (name !== void 0 && PYTHON_CALLS.has(name))
      return read(key, name === "decouple.config" && !fallback, fallback);
    const of2 = node.callee.kind === "member" ? typeOf2(program, { file, node: node.callee.object }) : void 0;
    const library = of2?.kind === "external" && /^(?:environ|environs)$/.test(of2.package);
    return library ? read(key, !fallback, fallback) : void 0;
  }
  if (node.callee.kind !== "member") return void 0;
  const method3 = node.callee.property;
  if (method3 !== "get" && method3 !== "getOrThrow") return void 0;
  const of = typeOf2(program, { file, node: node.callee.object });
  if (of?.kind !== "external" || of.package !== "@nestjs/config") return void 0;
  return nestRead(program, key, method3 === "getOrThrow", fallback);
}
function nestRead(program, key, isRequired, fallback) {
  const [space = "", ...rest2] = key.split(".");
  const configured3 = rest2.length > 0 ? namespaces(program).get(space) : void 0;
  let value = configured3;
  for (const part2 of rest2) {
    const object = value && peel(value.node);
    const entry = object?.kind === "object" ? object.entries.find((one2) => one2.kind === "entry" && one2.key === part2) : void 0;
    value = value && entry?.kind === "entry" ? { file: value.file, node: entry.value } : void 0;
  }
  return { ...read(key, isRequired && !value, value ?? fallback) };
}
var namespacesOf = /* @__PURE__ */ new WeakMap();
function namespaces(program) {
  const known7 = namespacesOf.get(program);
  if (known7) return known7;
  const found3 = /* @__PURE__ */ new Map();
  for (const file of program.files.values()) {
    if (!file.imports.some((one2) => one2.from === "@nestjs/config" && one2.name === "registerAs")) continue;
    for (const one2 of file.exports) {
      const value = one2.value;
      if (value?.kind === "call") addNamespace(found3, file, value);
    }
    for (const one2 of file.body) {
      if (one2.kind === "declare" && one2.value?.kind === "call") addNamespace(found3, file, one2.value);
    }
  }
  namespacesOf.set(program, found3);
  return found3;
}
function addNamespace(found3, file, call3) {
  const [name, factory2] = call3.arguments;
  if (call3.callee.kind !== "name" || call3.callee.name !== "registerAs") return;
  if (name?.kind !== "literal" || typeof name.value !== "string" || factory2?.kind !== "function") return;
  const last = factory2.body.at(-1);
  if (last?.kind === "return" && last.value) found3.set(name.value, { file, node: last.value });
}
function goRead(program, { file }, node, key) {
  const callee = definitionOf(program, { file, node: node.callee });
  const name = externalName(callee);
  if (name === "os.Getenv" || name === "os.LookupEnv") return read(key);
  if (callee.kind !== "function") return name === void 0 ? void 0 : viperRead(program, name, key);
  const [parameter3] = callee.node.parameters;
  if (parameter3?.target.kind !== "name") return void 0;
  const passed = parameter3.target.name;
  const reads = readsInside(program, callee.file, callee.node.body, passed);
  const second = node.arguments[1];
  if (!reads) return void 0;
  const isRequired = !second && endsWithout(program, callee.file, callee.node.body);
  return read(key, isRequired, second && { file, node: second });
}
function readsInside(program, file, body, passed) {
  const text2 = /* @__PURE__ */ new Set(["os.Getenv", "os.LookupEnv"]);
  const waiting = [...body];
  for (let count = 0; waiting.length > 0 && count < 2e3; count++) {
    const one2 = waiting.pop();
    if (typeof one2 !== "object" || one2 === null) continue;
    if (isCall(one2)) {
      const [first2] = one2.arguments;
      const name = externalName(definitionOf(program, { file, node: one2.callee }));
      if (name !== void 0 && text2.has(name) && first2?.kind === "name" && first2.name === passed) return true;
    }
    waiting.push(...Object.values(one2));
  }
  return false;
}
function isCall(node) {
  return "kind" in node && node.kind === "call";
}
function settingsRead(program, at4) {
  const node = peel(at4.node);
  if (node.kind === "member") {
    const parsed = parsedEntry(program, at4.file, node);
    if (parsed) return parsed;
  }
  const found3 = definitionOf(program, at4);
  return found3.kind === "field" ? fieldRead(program, found3) : void 0;
}
function fieldRead(program, found3) {
  if (found3.file.language !== "python") return void 0;
  const base2 = externalBase(program, { file: found3.file, node: found3.owner });
  if (base2?.path.at(-1) !== "BaseSettings") return void 0;
  const { name, value } = found3.node;
  const call3 = value && peel(value);
  const isField = call3?.kind === "call" && pathOf(call3.callee)?.at(-1) === "Field";
  const given3 = isField ? fieldDefault(call3, found3.file) : value && { file: found3.file, node: value };
  const alias2 = isField ? keyword(call3, "validation_alias", found3.file) ?? keyword(call3, "alias", found3.file) ?? keyword(call3, "env", found3.file) : void 0;
  const aliased = alias2 && textOf2(program, alias2);
  const variable = aliased ?? `${prefixOf2(found3.owner)}${name}`;
  return {
    variable: variable.toUpperCase(),
    alternatives: [variable, variable.toLowerCase()],
    isRequired: !given3,
    ...given3 && { fallback: given3 }
  };
}
function fieldDefault(call3, file) {
  const [first2] = call3.arguments;
  if (first2 && first2.kind !== "keyword") {
    return first2.kind === "unknown" || first2.kind === "name" && first2.name === "..." ? void 0 : { file, node: first2 };
  }
  return keyword(call3, "default", file);
}
function prefixOf2(owner) {
  for (const member of owner.members) {
    if (member.kind === "field" && member.name === "model_config" && member.value?.kind === "call") {
      const prefix = member.value.arguments.find((one2) => one2.kind === "keyword" && one2.name === "env_prefix");
      if (prefix?.kind === "keyword" && prefix.value.kind === "literal") return String(prefix.value.value);
    }
    if (member.kind === "class" && member.name === "Config") {
      const prefix = member.members.find((one2) => one2.kind === "field" && one2.name === "env_prefix");
      if (prefix?.kind === "field" && prefix.value?.kind === "literal") return String(prefix.value.value);
    }
  }
  return "";
}
function parsedEntry(program, file, node) {
  const object = definitionOf(program, { file, node: node.object });
  if (object.kind !== "expression") return void 0;
  const call3 = peel(object.node);
  if (call3.kind !== "call" || !call3.arguments.some((one2) => pathOf(one2)?.join(".") === "process.env")) return void 0;
  const schema = schemaObject(program, object.file, call3);
  const entry = schema?.node.entries.find((one2) => one2.kind === "entry" && one2.key === node.property);
  if (!schema || entry?.kind !== "entry") return void 0;
  const { fallback, isOptional } = schemaDefault(entry.value);
  return read(node.property, !fallback && !isOptional, fallback && { file: schema.file, node: fallback });
}
function schemaObject(program, file, call3) {
  const second = call3.arguments[1];
  let at4;
  if (second) at4 = { file, node: second };
  else if (call3.callee.kind === "member" && /^(?:parse|safeParse|parseAsync)$/.test(call3.callee.property))
    at4 = { file, node: call3.callee.object };
  for (let steps = 0; at4 && steps < 6; steps++) {
    const found3 = definitionOf(program, at4);
    if (found3.kind !== "expression") return void 0;
    const node = peel(found3.node);
    if (node.kind === "object") return { file: found3.file, node };
    if (node.kind !== "call") return void 0;
    const inner2 = node.arguments.find((one2) => one2.kind === "object") ?? (node.callee.kind === "member" ? node.callee.object : void 0);
    at4 = inner2 && { file: found3.file, node: inner2 };
  }
  return void 0;
}
function schemaDefault(entry) {
  let node = peel(entry);
  let isOptional = false;
  for (let steps = 0; node.kind === "call" && steps < 30; steps++) {
    const [first2] = node.arguments;
    const method3 = node.callee.kind === "member" ? node.callee.property : void 0;
    if ((method3 === "default" || method3 === "catch" || method3 === "prefault") && first2)
      return { fallback: first2, isOptional };
    if (method3 === "optional" || method3 === "nullish") isOptional = true;
    const option3 = first2?.kind === "object" ? first2.entries.find((one2) => one2.kind === "entry" && /^(?:dev)?[dD]efault$/.test(one2.key ?? "")) : void 0;
    if (option3?.kind === "entry") return { fallback: option3.value, isOptional };
    if (node.callee.kind !== "member") break;
    node = peel(node.callee.object);
  }
  return { isOptional };
}
function keyword(call3, name, file) {
  const found3 = call3.arguments.find((one2) => one2.kind === "keyword" && one2.name === name);
  return found3?.kind === "keyword" ? { file, node: found3.value } : void 0;
}
function textOf2(program, at4) {
  const node = peel(at4.node);
  if (node.kind === "literal") return typeof node.value === "string" ? node.value : void 0;
  if (node.kind !== "name" && node.kind !== "member") return void 0;
  const found3 = definitionOf(program, at4);
  return found3.kind === "expression" && found3.node.kind === "literal" && typeof found3.node.value === "string" ? found3.node.value : void 0;
}

// src/code/values.ts
var EMPTY_ENVIRONMENT = () => void 0;
var LONGEST6 = 24;
function evaluateExpression(program, at4, environment2 = EMPTY_ENVIRONMENT) {
  return evaluate({ program, environment: environment2 }, at4, LONGEST6);
}
function numberOf2(value) {
  if (value.kind !== "known") return void 0;
  if (typeof value.value === "number") return value.value;
  if (typeof value.value !== "string" || value.value.trim() === "") return void 0;
  const number3 = Number(value.value);
  return Number.isFinite(number3) ? number3 : void 0;
}
function evaluate(run, { file, node }, steps) {
  const inner2 = peel(node);
  const at4 = { path: file.path, start: inner2.start, end: inner2.end };
  if (steps <= 0) return unknown4(at4, "it is computed in too many steps");
  const next = (one2) => evaluate(run, { file, node: one2 }, steps - 1);
  const read2 = environmentRead(run.program, { file, node: inner2 });
  if (read2) return environmentValue(run, read2, at4, steps);
  switch (inner2.kind) {
    case "literal":
      return known2(inner2.value, at4);
    case "template":
      return concatenate(
        inner2.parts.map((part2) => typeof part2 === "string" ? known2(part2, at4) : next(part2)),
        at4
      );
    case "name":
    case "member":
      if (inner2.kind === "member" && inner2.property === "length") {
        const counted = peel(inner2.object);
        if (counted.kind === "call" && externalName(definitionOf(run.program, { file, node: counted.callee })) === "os.cpus")
          return cores(at4);
      }
      return definedValue(run, { file, node: inner2 }, at4, steps);
    case "unary":
      return unary(inner2.operator, next(inner2.value), at4);
    case "binary":
      return binary(inner2.operator, next(inner2.left), () => next(inner2.right), at4);
    case "conditional": {
      const test = next(inner2.test);
      if (test.kind === "known") return carry(next(truthy(test.value) ? inner2.consequent : inner2.alternate), test);
      return either(next(inner2.consequent), next(inner2.alternate), at4);
    }
    case "call":
      return called(run, { file, node: inner2 }, at4, steps, next);
    default:
      return unknown4(at4, "it is computed when the program runs");
  }
}
function environmentValue(run, read2, at4, steps) {
  for (const name of [read2.variable, ...read2.alternatives]) {
    const fact = run.environment(name);
    if (!fact) continue;
    if (!fact.known) return { ...unknown4(fact.at, fact.because), variables: [name] };
    return { ...known2(fact.value, fact.at), variables: [name] };
  }
  const variables2 = [read2.variable];
  if (!read2.fallback) return { ...known2(null, at4), variables: variables2 };
  const fallback = evaluate(run, read2.fallback, steps - 1);
  return { ...fallback, variables: [...variables2, ...fallback.variables], isFallback: true };
}
function definedValue(run, at4, span, steps) {
  const found3 = definitionOf(run.program, at4);
  switch (found3.kind) {
    case "expression":
      if (found3.node.kind === "name") return unknown4(span, "it is declared without a value");
      return found3.node === at4.node ? unknown4(span, "it is computed when the program runs") : evaluate(run, found3, steps - 1);
    case "field":
      return found3.node.value ? evaluate(run, { file: found3.file, node: found3.node.value }, steps - 1) : unknown4(span, "it is given when the program runs");
    case "function": {
      const [only2] = found3.node.body;
      return found3.node.accessor === "get" && found3.node.body.length === 1 && only2?.kind === "return" && only2.value ? evaluate(run, { file: found3.file, node: only2.value }, steps - 1) : unknown4(span, "it is no plain value");
    }
    case "parameter":
      return unknown4(span, "the caller decides it");
    case "global":
      if (found3.path.join(".") === "Infinity") return known2(Number.POSITIVE_INFINITY, span);
      return unknown4(span, `${found3.path.join(".")} is not known`);
    default:
      return unknown4(span, found3.kind === "unknown" ? found3.because : "it is no plain value");
  }
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
function called(run, { file, node }, at4, steps, next) {
  const callee = definitionOf(run.program, { file, node: node.callee });
  const name = callee.kind === "global" ? callee.path.join(".") : externalName(callee) ?? "";
  const [first2] = node.arguments;
  if (CONVERSIONS.has(name) && first2) return converted(next(first2), name, at4);
  if (CORES.has(name)) return cores(at4);
  const flag = file.language === "go" ? flagDefault(name, node.arguments) : void 0;
  if (flag) return { ...next(flag), isFallback: true };
  if ((name === "String" || name === "str") && first2) return concatenate([next(first2)], at4);
  if ((name === "Boolean" || name === "bool") && first2) {
    const value = next(first2);
    return value.kind === "known" ? carry(known2(truthy(value.value), value.at), value) : unknown4(at4, "it depends on what is not known");
  }
  if (/^(?:Math\.)?(?:min|max)$/.test(name)) return extreme(name.endsWith("min"), node.arguments.map(next), at4);
  if (/^(?:Math\.(?:floor|ceil|round|trunc)|round|math\.(?:floor|ceil))$/.test(name) && first2)
    return rounded(name, next(first2), at4);
  if (node.callee.kind === "member" && /^(?:trim|toString|strip)$/.test(node.callee.property))
    return next(node.callee.object);
  if (callee.kind === "function" && callee.node.parameters.length === 0) {
    const [only2] = callee.node.body;
    if (callee.node.body.length === 1 && only2?.kind === "return" && only2.value)
      return evaluate(run, { file: callee.file, node: only2.value }, steps - 1);
  }
  return unknown4(at4, "it is computed when the program runs");
}
function cores(at4) {
  return {
    ...origin(at4),
    kind: "interval",
    low: 1,
    high: Number.POSITIVE_INFINITY,
    because: "it depends on the processors of the host"
  };
}
function converted(value, name, at4) {
  if (value.kind !== "known") return value;
  const text2 = String(value.value ?? "");
  const number3 = /parse/i.test(name) ? Number.parseFloat(text2) : value.value === null ? Number.NaN : Number(text2);
  if (!Number.isFinite(number3)) return carry(known2(null, at4), value);
  return carry(known2(/parseInt|^int$|Atoi|ParseInt/.test(name) ? Math.trunc(number3) : number3, value.at), value);
}
function rounded(name, value, at4) {
  const round = /floor|trunc/.test(name) ? Math.floor : /ceil/.test(name) ? Math.ceil : Math.round;
  if (value.kind === "interval") return { ...value, low: round(value.low), high: round(value.high) };
  const number3 = numberOf2(value);
  return number3 === void 0 ? unknown4(at4, "it is no number") : carry(known2(round(number3), value.at), value);
}
function extreme(least, values2, at4) {
  const ranges = values2.map(range);
  const pick = least ? Math.min : Math.max;
  const low = pick(...ranges.map(([from]) => from));
  const high = pick(...ranges.map(([, to]) => to));
  return fromRange(low, high, values2, at4);
}
function range(value) {
  if (value.kind === "interval") return [value.low, value.high];
  const number3 = numberOf2(value);
  return number3 === void 0 ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [number3, number3];
}
function fromRange(low, high, values2, at4) {
  const variables2 = values2.flatMap((value) => value.variables);
  const isFallback = values2.some((value) => value.isFallback);
  if (low === high) {
    const decisive = values2.find((value) => numberOf2(value) === low);
    return { ...known2(low, decisive?.at ?? at4), variables: variables2, isFallback };
  }
  const open3 = values2.find((value) => value.kind !== "known");
  const because = open3?.because ?? "it is not known";
  if (low === Number.NEGATIVE_INFINITY && high === Number.POSITIVE_INFINITY)
    return { ...unknown4(at4, because), variables: variables2, isFallback };
  return { kind: "interval", low, high, because, at: at4, variables: variables2, isFallback };
}
function unary(operator, value, at4) {
  if (operator === "!" || operator === "not") {
    return value.kind === "known" ? carry(known2(!truthy(value.value), value.at), value) : unknown4(at4, "it depends on what is not known");
  }
  const number3 = numberOf2(value);
  if (number3 !== void 0 && operator === "-") return carry(known2(-number3, value.at), value);
  if (operator === "+") return converted(value, "Number", at4);
  return operator === "&" || operator === "*" ? value : unknown4(at4, "it is computed when the program runs");
}
function binary(operator, left, right, at4) {
  switch (operator) {
    case "??":
      if (left.kind === "known") return left.value === null ? fallenBack(right(), left) : left;
      return left.kind === "unknown" ? either(left, right(), at4) : left;
    case "||":
      if (left.kind === "known") return truthy(left.value) ? left : fallenBack(right(), left);
      return either(left, right(), at4);
    case "&&":
      if (left.kind === "known") return truthy(left.value) ? carry(right(), left) : left;
      return unknown4(at4, "it depends on what is not known");
    case "+": {
      const other = right();
      if (isText(left) || isText(other)) return concatenate([left, other], at4);
      return arithmetic(operator, left, other, at4);
    }
    case "-":
    case "*":
    case "/":
    case "//":
    case "%":
      return arithmetic(operator, left, right(), at4);
    default:
      return compared(operator, left, right(), at4);
  }
}
function isText(value) {
  return value.kind === "known" && typeof value.value === "string";
}
function arithmetic(operator, left, right, at4) {
  const [one2, other] = [numberOf2(left), numberOf2(right)];
  if (one2 !== void 0 && other !== void 0) {
    const result = apply(operator, one2, other);
    return Number.isFinite(result) ? fromRange(result, result, [left, right], at4) : unknown4(at4, "it is no number");
  }
  if (other === void 0 || other < 0 || left.kind !== "interval") {
    if (one2 === void 0 || one2 < 0 || right.kind !== "interval" || !"+*".includes(operator))
      return unknown4(at4, "it is computed from what is not known");
    return fromRange(apply(operator, one2, right.low), apply(operator, one2, right.high), [left, right], at4);
  }
  if (operator === "%") return unknown4(at4, "it is computed from what is not known");
  return fromRange(apply(operator, left.low, other), apply(operator, left.high, other), [left, right], at4);
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
function compared(operator, left, right, at4) {
  if (left.kind !== "known" || right.kind !== "known") return unknown4(at4, "it depends on what is not known");
  const both = [left, right];
  const answer = (value) => ({
    ...known2(value, at4),
    variables: both.flatMap((one3) => one3.variables),
    isFallback: both.some((one3) => one3.isFallback)
  });
  const [one2, other] = [left.value, right.value];
  switch (operator) {
    case "===":
    case "==":
    case "is":
      return answer(one2 === other);
    case "!==":
    case "!=":
    case "is not":
      return answer(one2 !== other);
    default: {
      const [a, b] = [numberOf2(left), numberOf2(right)];
      if (a === void 0 || b === void 0) return unknown4(at4, "it is computed when the program runs");
      if (operator === "<") return answer(a < b);
      if (operator === ">") return answer(a > b);
      if (operator === "<=") return answer(a <= b);
      if (operator === ">=") return answer(a >= b);
      return unknown4(at4, "it is computed when the program runs");
    }
  }
}
function either(one2, other, at4) {
  const [[low, high], [from, to]] = [range(one2), range(other)];
  if (one2.kind === "known" && other.kind === "known" && one2.value === other.value) return one2;
  const numeric = [one2, other].every((value) => value.kind === "interval" || numberOf2(value) !== void 0);
  if (numeric) return fromRange(Math.min(low, from), Math.max(high, to), [one2, other], at4);
  const open3 = [one2, other].find((value) => value.kind !== "known");
  const because = open3?.because ?? "it depends on what is not known";
  return { ...unknown4(at4, because), variables: [...one2.variables, ...other.variables] };
}
function concatenate(values2, at4) {
  let text2 = "";
  for (const value of values2) {
    if (value.kind !== "known")
      return {
        ...unknown4(at4, value.kind === "unknown" ? value.because : "it depends on the host"),
        variables: values2.flatMap((one2) => one2.variables)
      };
    text2 += String(value.value ?? "");
  }
  return {
    ...known2(text2, values2.length === 1 ? values2[0]?.at ?? at4 : at4),
    variables: values2.flatMap((value) => value.variables),
    isFallback: values2.some((value) => value.isFallback)
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
function origin(at4) {
  return { at: at4, variables: [], isFallback: false };
}
function known2(value, at4) {
  return { ...origin(at4), kind: "known", value };
}
function unknown4(at4, because) {
  return { ...origin(at4), kind: "unknown", because };
}

// src/model/code/code-processes.ts
function processesInCode(program, services) {
  const found3 = /* @__PURE__ */ new Map();
  for (const service of services) {
    for (const workload of service.workloads) {
      const processes = processesOf(program, service, workload);
      if (processes) found3.set(workload.id, processes);
    }
  }
  return found3;
}
function processesOf(program, service, workload) {
  if (service.runtime === "node") return forked(program, service, workload);
  if (service.runtime !== "python") return void 0;
  return workload.processes?.server === "gunicorn" ? configured(program, service, workload, workload.processes) : workload.processes ? void 0 : uvicornRun(program, service, workload);
}
function made(server3, value, node, file) {
  const at4 = { path: file.path, start: node.start, end: node.end };
  const number3 = numberOf2(value);
  const count = number3 !== void 0 && number3 > 0 ? known(number3, value.at) : unknown(value.at, value.kind === "known" ? "its number of processes cannot be told" : value.because);
  return { ...server3, count, perProcessor: value.kind === "interval", at: at4 };
}
var NODE = { server: "node", runtime: "node" };
function forked(program, { code }, workload) {
  const environment2 = environmentOf(workload);
  for (const file of code) {
    if (!file.imports.some((one2) => /^(?:node:)?cluster$|^throng$/.test(one2.from))) continue;
    const call3 = callsIn(file, program, /^(?:cluster\.fork|throng)$/)[0];
    if (!call3) continue;
    if (call3.name === "throng") {
      const [options] = call3.node.arguments;
      const count = options && workersOf(program, { file, node: options });
      if (count) return made(NODE, evaluateExpression(program, count, environment2), call3.node, file);
      continue;
    }
    const bound2 = call3.loop && boundOf(call3.loop);
    if (bound2) return made(NODE, evaluateExpression(program, { file, node: bound2 }, environment2), call3.node, file);
    const at4 = { path: file.path, start: call3.node.start, end: call3.node.end };
    return { ...NODE, count: unknown(at4, "its code starts processes of its own"), perProcessor: false, at: at4 };
  }
  return void 0;
}
function workersOf(program, options) {
  for (const name of ["count", "workers"]) {
    const given3 = entryOf(program, options, name);
    if (given3.kind === "given") return given3.value;
  }
  return void 0;
}
function boundOf({ form, test }) {
  return form === "count" && test?.kind === "binary" && test.operator === "<" ? test.right : void 0;
}
function callsIn(file, program, names) {
  const found3 = [];
  const visit2 = (nodes, loop5) => walk(nodes, (node) => {
    if (node.kind === "loop" && node !== loop5) {
      visit2([node], node);
      return false;
    }
    if (node.kind !== "call") return void 0;
    const name = externalName(definitionOf(program, { file, node: node.callee }));
    if (name !== void 0 && names.test(name)) found3.push({ file, node, name, ...loop5 ? { loop: loop5 } : {} });
    return void 0;
  });
  visit2(file.body, void 0);
  return found3;
}
function uvicornRun(program, { code, entries }, workload) {
  const server3 = { server: "uvicorn", runtime: "python" };
  for (const file of code) {
    if (!entries.includes(file.path)) continue;
    const [call3] = callsIn(file, program, /^uvicorn\.(?:main\.)?run$/);
    if (!call3) continue;
    const at4 = { path: file.path, start: call3.node.start, end: call3.node.end };
    const one2 = { ...server3, count: known(1, at4), perProcessor: false, at: at4 };
    const environment2 = environmentOf(workload);
    const reload = keywordOf(program, call3, "reload");
    const reloads = reload.kind === "given" ? evaluateExpression(program, reload.value, environment2) : void 0;
    if (reloads?.kind === "known" && reloads.value === true) return one2;
    const workers = keywordOf(program, call3, "workers");
    if (workers.kind === "given")
      return made(server3, evaluateExpression(program, workers.value, environment2), call3.node, file);
    if (workers.kind === "open") return { ...one2, count: unknown(at4, workers.because) };
    const variable = workload.environment.get("WEB_CONCURRENCY");
    if (!variable) return one2;
    const number3 = variable.value.known ? Number(variable.value.value) : Number.NaN;
    return {
      ...one2,
      count: number3 > 0 ? known(number3, variable.at) : unknown(variable.at, "it is set outside the repository")
    };
  }
  return void 0;
}
function configured(program, { directory }, workload, processes) {
  if (processes.count.known) return void 0;
  const at4 = processes.count.at;
  const file = program.files.get(at4.path) ?? program.files.get(`${directory === "." ? "" : `${directory}/`}gunicorn.conf.py`);
  for (const statement2 of file?.body ?? []) {
    if (statement2.kind !== "declare" || statement2.target.kind !== "name" || statement2.target.name !== "workers")
      continue;
    if (!file || !statement2.value) continue;
    const value = evaluateExpression(program, { file, node: statement2.value }, environmentOf(workload));
    return {
      ...made(processes, value, statement2, file),
      ...processes.threads ? { threads: processes.threads } : {},
      at: processes.at
    };
  }
  return void 0;
}

// src/model/code/go/outside-calls.ts
var callsOf = /* @__PURE__ */ new WeakMap();
function outsideCalls(program, file) {
  const known7 = callsOf.get(file);
  if (known7) return known7;
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind !== "call") return void 0;
    const name = outsideName(program, file, node.callee);
    if (name !== void 0) found3.push({ name, file, node, at: { path: file.path, start: node.start, end: node.end } });
    return void 0;
  });
  callsOf.set(file, found3);
  return found3;
}
function outsideName(program, file, node) {
  const [first2, ...rest2] = pathOf(node) ?? [];
  if (first2 === void 0 || rest2.length === 0) return void 0;
  const imported = importedNames(program, file).get(first2);
  if (imported?.kind !== "outside") return void 0;
  const bound2 = bindingsAt(file, first2, node.start)?.bindings ?? [];
  return bound2.every((one2) => one2.kind === "import") ? [imported.name, ...rest2].join(".") : void 0;
}
function goFiles(program, paths) {
  return paths.flatMap((path) => {
    const file = program.files.get(path);
    return file?.language === "go" && !path.endsWith("_test.go") ? [file] : [];
  });
}

// src/model/code/go/http-clients.ts
var DIRECT = /^net\/http\.(?:Get|Head|Post|PostForm)$/;
var DEFAULT = /^net\/http\.DefaultClient\.(?:Do|Get|Head|Post|PostForm)$/;
var RESTY = /^(?:github\.com\/go-resty\/resty|resty\.dev)(?:\/v\d+)?\.New$/;
function goHttpClients(program, paths) {
  return goFiles(program, paths).flatMap((file) => {
    if (!file.imports.some((one2) => one2.from === "net/http" || /resty/.test(one2.from))) return [];
    const calls = outsideCalls(program, file);
    const defaultIsSet = setsDefaultTimeout(program, file);
    const hasDeadline = calls.some((call3) => /^context\.With(?:Timeout|Deadline)(?:Cause)?$/.test(call3.name));
    return calls.flatMap((call3) => {
      const shown = { name: pathOf(call3.node.callee)?.join(".") ?? "", at: call3.at };
      if (asksItself(call3.node)) return [];
      if (DIRECT.test(call3.name)) return [{ ...shown, timeout: defaultIsSet ? "set" : "none" }];
      if (DEFAULT.test(call3.name)) {
        if (defaultIsSet) return [{ ...shown, timeout: "set" }];
        if (call3.name.endsWith(".Do") && hasDeadline)
          return [{ ...shown, timeout: "unknown", because: "the context of the request may have a deadline" }];
        return [{ ...shown, timeout: "none" }];
      }
      if (call3.node.isNew && call3.name === "net/http.Client")
        return [{ ...shown, ...literalTimeout(file, call3.node, hasDeadline) }];
      if (RESTY.test(call3.name))
        return [{ ...shown, timeout: mentions(file, "SetTimeout") || hasDeadline ? "set" : "none" }];
      return [];
    });
  });
}
function asksItself({ arguments: given3 }) {
  return given3.some((one2) => {
    const first2 = one2.kind === "binary" ? one2.left : one2;
    return first2.kind === "literal" && typeof first2.value === "string" && /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$)/.test(first2.value);
  });
}
function literalTimeout(file, node, hasDeadline) {
  const [body] = node.arguments;
  const entries = body?.kind === "object" ? body.entries.filter((one2) => one2.kind === "entry") : [];
  const timeout = entries.find((one2) => one2.key === "Timeout");
  if (timeout) return isZero(timeout.value) ? { timeout: "none" } : { timeout: "set" };
  if (body?.kind === "array" && body.elements.length > 3) return { timeout: "set" };
  if (assigns(file, "Timeout")) return { timeout: "unknown", because: "a Timeout is set later" };
  if (hasDeadline) return { timeout: "unknown", because: "the context of the request may have a deadline" };
  const transport = entries.find((one2) => one2.key === "Transport");
  if (transport && !isPlainTransport(transport.value))
    return { timeout: "unknown", because: "its transport may have a timeout" };
  return { timeout: "none" };
}
function isZero(node) {
  return node.kind === "literal" && node.value === 0;
}
function isPlainTransport(node) {
  const inner2 = node.kind === "unary" ? node.value : node;
  if (inner2.kind !== "call" || !inner2.isNew || pathOf(inner2.callee)?.join(".") !== "http.Transport") return false;
  const [body] = inner2.arguments;
  return body?.kind === "object" && !body.entries.some((one2) => one2.kind === "entry" && one2.key === "ResponseHeaderTimeout");
}
function setsDefaultTimeout(program, file) {
  const own = [file, ...program.siblings(file)];
  return own.some((one2) => {
    let found3 = false;
    walk(one2.body, (node) => {
      if (node.kind !== "assign") return void 0;
      const name = outsideName(program, one2, node.target);
      if (name === "net/http.DefaultClient.Timeout" || name === "net/http.DefaultClient") found3 = true;
      return void 0;
    });
    return found3;
  });
}
function assigns(file, property) {
  let found3 = false;
  walk(file.body, (node) => {
    if (node.kind === "assign" && node.target.kind === "member" && node.target.property === property) found3 = true;
    return void 0;
  });
  return found3;
}
function mentions(file, property) {
  let found3 = false;
  walk(file.body, (node) => {
    if (node.kind === "member" && node.property === property) found3 = true;
    return void 0;
  });
  return found3;
}

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
  if (duration !== void 0) return plain2(duration);
  for (const [pattern3, value] of CONSTANTS) {
    const match = pattern3.exec(name);
    if (match) return plain2(value(match[1] ?? ""));
  }
  return void 0;
}

// src/code/go/run.ts
var MOST_STEPS = 4e5;
function goRun(program, knowledge, environment2) {
  return {
    program,
    knowledge,
    environment: environment2,
    globals: /* @__PURE__ */ new Map(),
    started: /* @__PURE__ */ new Set(),
    called: /* @__PURE__ */ new Set(),
    stack: [],
    branches: [],
    defaults: /* @__PURE__ */ new Map(),
    steps: MOST_STEPS,
    depth: 0
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
  const inside3 = packageOf(run.program, file);
  const known7 = run.globals.get(inside3) ?? /* @__PURE__ */ new Map();
  run.globals.set(inside3, known7);
  const made5 = known7.get(name);
  if (made5) return made5;
  const declared2 = inside3.values.get(name);
  if (!declared2) return void 0;
  const variable = { value: UNKNOWN };
  known7.set(name, variable);
  const { node } = declared2;
  const scope = { names: /* @__PURE__ */ new Map(), file: declared2.file };
  const value = node.value ? evaluate2(run, scope, node.value) : zeroValue(run, scope, node.type, node.target);
  const part2 = value.kind === "tuple" && node.target.kind === "array" ? value.items[declared2.index] : value;
  variable.value = part2 ?? UNKNOWN;
  return variable;
}
function startPackage(run, file, depth = 0) {
  const inside3 = packageOf(run.program, file);
  if (run.started.has(inside3) || depth > 60) return;
  run.started.add(inside3);
  for (const one2 of inside3.files) {
    for (const { from } of one2.imports) {
      const target = run.program.target(one2, from);
      if (target.kind === "files" && target.files[0]) startPackage(run, target.files[0], depth + 1);
    }
  }
  initialise(run, inside3);
}
function initialise(run, inside3) {
  for (const [name, { file, node }] of inside3.values) {
    if (node.value && node.value.kind !== "literal" && !node.isConstant) packageValue(run, file, name);
  }
  for (const one2 of inside3.initialisers) callClosure(run, { kind: "closure", ...one2 }, []);
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
      return ofStruct(run, object, name, 6) ?? UNKNOWN;
    case "map":
      return object.entries.get(name) ?? UNKNOWN;
    case "type": {
      const method3 = methodOf(run, object, name);
      return method3 ? { kind: "closure", ...method3 } : UNKNOWN;
    }
    case "closure":
    case "wrapped":
      return object.kind === "closure" && name === "ServeHTTP" ? object : UNKNOWN;
    default:
      return UNKNOWN;
  }
}
function ofPackage(run, { files: files4 }, name) {
  const [file] = files4;
  if (!file) return UNKNOWN;
  const inside3 = packageOf(run.program, file);
  const fn = inside3.functions.get(name);
  if (fn) return { kind: "closure", ...fn };
  const variable = packageValue(run, file, name);
  if (variable) return variable.value;
  const type = inside3.structs.get(name) ?? inside3.types.get(name);
  if (!type) return UNKNOWN;
  const resolved3 = typeNamed(run.program, type.file, name);
  return resolved3.kind === "outside" ? { kind: "outside", name: resolved3.name } : { kind: "type", file: type.file, name };
}
function methodOf(run, { file, name }, method3) {
  return packageOf(run.program, file).methods.get(`${name}.${method3}`);
}
function ofStruct(run, struct2, name, steps) {
  const held = struct2.fields.get(name);
  if (held) return held;
  if (steps <= 0 || !struct2.type) return void 0;
  const method3 = methodOf(run, struct2.type, name);
  if (method3) return { kind: "closure", ...method3, receiver: struct2 };
  const declared2 = packageOf(run.program, struct2.type.file).structs.get(struct2.type.name);
  if (!declared2) return void 0;
  const field = declared2.node.members.find((one2) => one2.kind === "field" && one2.name === name);
  if (field?.kind === "field") return struct2.isOpen ? UNKNOWN : fieldZero(run, struct2, field.name);
  for (const base2 of declared2.node.baseTypes) {
    const inner2 = pointed(
      struct2.fields.get(base2.name.slice(base2.name.lastIndexOf(".") + 1)) ?? embedded(run, struct2, declared2.file, base2.name)
    );
    if (inner2.kind === "host" || inner2.kind === "result") continue;
    const found3 = inner2.kind === "struct" ? ofStruct(run, inner2, name, steps - 1) : void 0;
    if (found3 && found3.kind !== "unknown") return found3;
  }
  return void 0;
}
function embedded(run, struct2, file, name) {
  const type = typeNamed(run.program, file, name);
  if (type.kind !== "own") return UNKNOWN;
  return { kind: "struct", type, fields: /* @__PURE__ */ new Map(), at: struct2.at, isOpen: struct2.isOpen };
}
function fieldZero(run, struct2, name) {
  const declared2 = struct2.type && packageOf(run.program, struct2.type.file).structs.get(struct2.type.name);
  const field = declared2?.node.members.find((one2) => one2.kind === "field" && one2.name === name);
  if (!declared2 || field?.kind !== "field" || !field.type) return UNKNOWN;
  const zero = zeroOf(field.type);
  if (zero.kind !== "unknown") {
    struct2.fields.set(name, zero);
    return zero;
  }
  const type = typeNamed(run.program, declared2.file, field.type.name);
  const isStruct = type.kind === "own" && packageOf(run.program, type.file).structs.has(type.name);
  if (type.kind === "built-in" || type.kind === "own" && !isStruct) return UNKNOWN;
  const bare2 = { kind: "struct", fields: /* @__PURE__ */ new Map(), at: struct2.at, isOpen: struct2.isOpen };
  const made5 = type.kind === "own" ? { ...bare2, type } : { ...bare2, outside: type.name };
  const value = type.kind === "own" ? made5 : run.knowledge.filled(run, made5) ?? made5;
  struct2.fields.set(name, value);
  return value;
}
function embeddedHosts(run, struct2) {
  const declared2 = struct2.type && packageOf(run.program, struct2.type.file).structs.get(struct2.type.name);
  if (!declared2) return [];
  return declared2.node.baseTypes.flatMap((base2) => {
    const held = struct2.fields.get(base2.name.slice(base2.name.lastIndexOf(".") + 1));
    const inner2 = held && pointed(held);
    return inner2?.kind === "host" || inner2?.kind === "result" ? [inner2] : [];
  });
}

// src/code/go/operators.ts
function operate(operator, left, right, at4) {
  if (left.kind === "plain" && typeof left.value === "boolean") {
    if (operator === "&&") return left.value ? right() : left;
    if (operator === "||") return left.value ? left : right();
  }
  const other = right();
  if (operator === "&&" || operator === "||") return UNKNOWN;
  if (operator === "===" || operator === "!==") {
    const same2 = isSame(left, other);
    return same2 === void 0 ? UNKNOWN : derived(operator === "===" ? same2 : !same2, [left, other], at4);
  }
  if (left.kind !== "plain" || other.kind !== "plain") return UNKNOWN;
  const value = computed(operator, left.value, other.value);
  return value === void 0 ? UNKNOWN : derived(value, [left, other], at4);
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
var DEEPEST2 = 400;
function evaluate2(run, scope, node) {
  if (run.steps-- <= 0 || run.depth >= DEEPEST2) return UNKNOWN;
  run.depth++;
  const value = valueOfExpression(run, scope, node);
  run.depth--;
  return value;
}
function valueOfExpression(run, scope, node) {
  switch (node.kind) {
    case "literal":
      return node.value === null ? NIL : plain2(node.value, spanOf(scope.file, node));
    case "name":
      return named2(run, scope, node.name);
    case "member":
      return memberOf(run, evaluate2(run, scope, node.object), node.property);
    case "index":
      return indexed2(pointed(evaluate2(run, scope, node.object)), evaluate2(run, scope, node.index));
    case "slice": {
      const of = evaluate2(run, scope, node.object);
      return of.kind === "list" ? { ...of, isWhole: false } : UNKNOWN;
    }
    case "call":
      return node.isNew ? composite(run, scope, node) : callValue(run, scope, node);
    case "function":
      return { kind: "closure", file: scope.file, node, scope };
    case "cast":
      return evaluate2(run, scope, node.value);
    case "spread":
      return evaluate2(run, scope, node.value);
    case "unary":
      return unary2(run, scope, node.operator, node.value);
    case "binary": {
      const left = evaluate2(run, scope, node.left);
      return operate(node.operator, left, () => evaluate2(run, scope, node.right), spanOf(scope.file, node));
    }
    default:
      return UNKNOWN;
  }
}
function named2(run, scope, name) {
  for (let at4 = scope; at4; at4 = at4.parent) {
    const variable = at4.names.get(name);
    if (variable) return variable.value;
  }
  const global = packageValue(run, scope.file, name);
  if (global) return global.value;
  const inside3 = packageOf(run.program, scope.file);
  const fn = inside3.functions.get(name);
  if (fn) return { kind: "closure", ...fn };
  const type = inside3.structs.get(name) ?? inside3.types.get(name);
  if (type) {
    const resolved3 = typeNamed(run.program, type.file, name);
    return resolved3.kind === "outside" ? { kind: "outside", name: resolved3.name } : { kind: "type", file: type.file, name };
  }
  return importedNames(run.program, scope.file).get(name) ?? { kind: "outside", name };
}
function unary2(run, scope, operator, operand3) {
  if (operator === "&" && operand3.kind === "name") {
    for (let at4 = scope; at4; at4 = at4.parent) {
      const variable = at4.names.get(operand3.name);
      if (variable) return isShared(variable.value) ? variable.value : { kind: "pointer", to: variable };
    }
    const global = packageValue(run, scope.file, operand3.name);
    if (global && !isShared(global.value)) return { kind: "pointer", to: global };
  }
  const value = evaluate2(run, scope, operand3);
  if (operator === "&") {
    if (operand3.kind !== "member" || isShared(value)) return value;
    const object = pointed(evaluate2(run, scope, operand3.object));
    if (object.kind !== "struct") return value;
    const { fields: fields2 } = object;
    const field = {
      get value() {
        return fields2.get(operand3.property) ?? value;
      },
      set value(given3) {
        fields2.set(operand3.property, given3);
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
function indexed2(object, index) {
  if (object.kind === "list" && index.kind === "plain" && typeof index.value === "number")
    return object.items[index.value] ?? UNKNOWN;
  if (object.kind === "map" && index.kind === "plain") return object.entries.get(String(index.value)) ?? UNKNOWN;
  return object.kind === "closure" ? object : UNKNOWN;
}
function composite(run, scope, node) {
  const [body] = node.arguments;
  const [first2, second] = node.typeArguments ?? [];
  const callee = node.callee.kind === "name" ? node.callee.name : "";
  if (body?.kind !== "object" && body?.kind !== "array") return UNKNOWN;
  if (callee === "[]") return listOf2(run, scope, body, first2);
  if (callee === "map" && body.kind === "object") return mapOf(run, scope, body, second);
  if (callee === "{}") return structOf(run, scope, body, { fields: first2?.members?.map((one2) => one2.name) ?? [] });
  const type = evaluate2(run, scope, node.callee);
  if (type.kind === "type") return ownLiteral(run, scope, body, type);
  if (type.kind !== "outside") return UNKNOWN;
  const struct2 = structOf(run, scope, body, { outside: type.name });
  return run.knowledge.filled(run, struct2) ?? struct2;
}
function ownLiteral(run, scope, body, type) {
  const inside3 = packageOf(run.program, type.file);
  const declared2 = inside3.types.get(type.name);
  if (declared2?.type.name === "[]") return listOf2(run, scope, body, declared2.type.arguments[0]);
  if (declared2?.type.name === "map" && body.kind === "object")
    return mapOf(run, scope, body, declared2.type.arguments[1]);
  const fields2 = inside3.structs.get(type.name)?.node.members.flatMap((one2) => one2.kind === "field" ? [one2.name] : []);
  return structOf(run, scope, body, { type: { file: type.file, name: type.name }, fields: fields2 ?? [] });
}
function element2(run, scope, node, type) {
  if (node.kind !== "object" && node.kind !== "array" || !type) return evaluate2(run, scope, node);
  if (type.name === "[]") return listOf2(run, scope, node, type.arguments[0]);
  if (type.name === "map") return node.kind === "object" ? mapOf(run, scope, node, type.arguments[1]) : UNKNOWN;
  if (type.name === "{}") return structOf(run, scope, node, { fields: type.members?.map((one2) => one2.name) ?? [] });
  const resolved3 = typeNamed(run.program, scope.file, type.name);
  if (resolved3.kind === "own") return ownLiteral(run, scope, node, { ...resolved3, kind: "type" });
  const struct2 = structOf(run, scope, node, { outside: resolved3.name });
  return run.knowledge.filled(run, struct2) ?? struct2;
}
function listOf2(run, scope, body, type) {
  const written3 = body.kind === "array" ? body.elements : body.entries.flatMap((one2) => one2.kind === "entry" ? [one2.value] : []);
  return { kind: "list", items: written3.map((one2) => element2(run, scope, one2, type)), isWhole: true };
}
function mapOf(run, scope, body, type) {
  const entries = /* @__PURE__ */ new Map();
  for (const one2 of body.entries) {
    if (one2.kind !== "entry") continue;
    const key = one2.key ?? keyOf(one2.computed && evaluate2(run, scope, one2.computed));
    entries.set(key ?? `?${String(one2.start)}`, element2(run, scope, one2.value, type));
  }
  return { kind: "map", entries };
}
function keyOf(value) {
  return value?.kind === "plain" ? String(value.value) : textOf(value);
}
function structOf(run, scope, body, what) {
  const own = what.type && packageOf(run.program, what.type.file).structs.get(what.type.name);
  const typeOf4 = (name) => {
    const field = own?.node.members.find((one2) => one2.kind === "field" && one2.name === name);
    return field?.kind === "field" ? field.type : void 0;
  };
  const fields2 = /* @__PURE__ */ new Map();
  if (body.kind === "array")
    for (const [index, one2] of body.elements.entries()) {
      const name = what.fields?.[index] ?? String(index);
      fields2.set(name, element2(run, scope, one2, typeOf4(name)));
    }
  else
    for (const one2 of body.entries)
      if (one2.kind === "entry" && one2.key !== void 0)
        fields2.set(one2.key, element2(run, scope, one2.value, typeOf4(one2.key)));
  return {
    kind: "struct",
    ...what.type && { type: what.type },
    ...what.outside !== void 0 && { outside: what.outside },
    fields: fields2,
    at: spanOf(scope.file, body),
    isOpen: false
  };
}
function zeroValue(run, scope, type, at4) {
  const zero = zeroOf(type);
  if (zero.kind !== "unknown" || !type) return zero;
  const resolved3 = typeNamed(run.program, scope.file, type.name);
  const struct2 = (what) => ({
    kind: "struct",
    fields: /* @__PURE__ */ new Map(),
    at: spanOf(scope.file, at4),
    isOpen: false,
    ...what
  });
  if (resolved3.kind === "own" && packageOf(run.program, resolved3.file).structs.has(resolved3.name))
    return struct2({ type: { file: resolved3.file, name: resolved3.name } });
  if (resolved3.kind !== "outside") return zero;
  const made5 = struct2({ outside: resolved3.name });
  return run.knowledge.filled(run, made5) ?? made5;
}

// src/code/go/library.ts
function libraryCall(run, name, site3) {
  const known7 = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : void 0;
  if (known7) return known7(run, site3);
  if (/^github\.com\/spf13\/(?:viper|pflag)\.|^flag\./.test(name)) return settings(run, name, site3);
  return filledFromTags(run, name, site3);
}
var text = (compute) => {
  return (_, { arguments: given3, at: at4 }) => {
    const [first2, second] = [textOf(given3[0]), textOf(given3[1])];
    if (first2 === void 0 || given3.length > 1 && second === void 0) return UNKNOWN;
    return derived(compute(first2, second ?? ""), given3, at4);
  };
};
var FUNCTIONS = {
  "fmt.Sprintf": (_, { arguments: given3, at: at4 }) => formatted(given3, at4),
  "fmt.Sprint": (_, { arguments: given3, at: at4 }) => joined(given3, "", at4),
  "strings.TrimSuffix": text((one2, other) => other !== "" && one2.endsWith(other) ? one2.slice(0, -other.length) : one2),
  "strings.TrimPrefix": text((one2, other) => one2.startsWith(other) ? one2.slice(other.length) : one2),
  "strings.TrimRight": text((one2, other) => trimmed(one2, other)),
  "strings.TrimSpace": text((one2) => one2.trim()),
  "strings.ToLower": text((one2) => one2.toLowerCase()),
  "strings.ToUpper": text((one2) => one2.toUpperCase()),
  "strings.HasPrefix": (_, { arguments: given3, at: at4 }) => compared2(given3, at4, (one2, other) => one2.startsWith(other)),
  "strings.HasSuffix": (_, { arguments: given3, at: at4 }) => compared2(given3, at4, (one2, other) => one2.endsWith(other)),
  "strings.Join": (_, { arguments: given3, at: at4 }) => {
    const list2 = given3[0] && pointed(given3[0]);
    const separator = textOf(given3[1]);
    if (list2?.kind !== "list" || !list2.isWhole || separator === void 0) return UNKNOWN;
    return joined(list2.items, separator, at4);
  },
  "path.Join": (_, { arguments: given3, at: at4 }) => pathJoined(given3, at4),
  "net/url.JoinPath": (_, { arguments: given3, at: at4 }) => ({ kind: "tuple", items: [pathJoined(given3, at4), NIL] }),
  "net.JoinHostPort": text((host, port) => `${host.includes(":") ? `[${host}]` : host}:${port}`),
  "strconv.Itoa": (_, { arguments: given3, at: at4 }) => {
    const number3 = numberOf(given3[0]);
    return number3 === void 0 ? UNKNOWN : derived(String(number3), given3, at4);
  },
  "strconv.Atoi": (_, { arguments: given3, at: at4 }) => number2(given3, at4),
  "strconv.ParseInt": (_, { arguments: given3, at: at4 }) => number2(given3.slice(0, 1), at4),
  "os.Getenv": (run, { arguments: given3, at: at4 }) => environment(run, textOf(given3[0]), at4) ?? UNKNOWN,
  "os.LookupEnv": (run, { arguments: given3, at: at4 }) => {
    const value = environment(run, textOf(given3[0]), at4);
    if (!value) return UNKNOWN;
    const isSet3 = value.kind === "plain" ? plain2(value.isFallback !== true) : UNKNOWN;
    return { kind: "tuple", items: [value, isSet3] };
  },
  "cmp.Or": (_, { arguments: given3 }) => given3.find((one2) => one2.kind !== "plain" || one2.value !== "" && one2.value !== 0) ?? given3.at(-1) ?? UNKNOWN,
  "errors.New": () => ({ kind: "unknown", because: "it is an error" }),
  "context.Background": () => UNKNOWN
};
function environment(run, name, at4) {
  if (name === void 0) return void 0;
  const fact = run.environment(name);
  if (fact && !fact.known) return { kind: "unknown", because: fact.because };
  return { kind: "plain", value: fact ? fact.value : "", at: fact ? fact.at : at4, variables: [name], isFallback: !fact };
}
function compared2(given3, at4, compare) {
  const [one2, other] = [textOf(given3[0]), textOf(given3[1])];
  return one2 === void 0 || other === void 0 ? UNKNOWN : derived(compare(one2, other), given3, at4);
}
function trimmed(one2, cutset) {
  let end = one2.length;
  while (end > 0 && cutset.includes(one2[end - 1] ?? "")) end--;
  return one2.slice(0, end);
}
function number2(given3, at4) {
  const written3 = textOf(given3[0]);
  if (written3 === void 0) return UNKNOWN;
  const isNumber = /^[+-]?\d+$/.test(written3);
  return { kind: "tuple", items: isNumber ? [derived(Number(written3), given3, at4), NIL] : [plain2(0), UNKNOWN] };
}
function joined(given3, separator, at4) {
  const all = given3.filter((one2) => one2.kind === "plain");
  return all.length === given3.length ? derived(all.map((one2) => String(one2.value)).join(separator), given3, at4) : UNKNOWN;
}
function pathJoined(given3, at4) {
  const whole = joined(given3, "/", at4);
  const written3 = textOf(whole);
  if (written3 === void 0) return UNKNOWN;
  return derived(written3.replace(/\/{2,}/g, "/").replace(/(?<=.)\/$/, ""), given3, at4);
}
function formatted([format, ...given3], at4) {
  const pattern3 = textOf(format);
  if (format === void 0 || pattern3 === void 0) return UNKNOWN;
  let next = 0;
  let isKnown = true;
  const result = pattern3.replace(/%(?:%|[-+# 0]*\d*(?:\.\d+)?([a-zA-Z]))/g, (verb, letter) => {
    if (verb === "%%") return "%";
    const value = given3[next++];
    const inner2 = value && pointed(value);
    if (inner2?.kind !== "plain" || !/^[sdvq]$/.test(letter ?? "")) {
      isKnown = false;
      return "";
    }
    return letter === "q" ? JSON.stringify(inner2.value) : String(inner2.value);
  });
  return isKnown ? derived(result, [format, ...given3], at4) : UNKNOWN;
}
function settings(run, name, { arguments: given3, at: at4 }) {
  const fn = name.slice(name.lastIndexOf(".") + 1);
  if (name.startsWith("github.com/spf13/viper.")) return viper(run, fn, given3, at4);
  if (/^(?:String|Int|Int64|Uint|Bool|Duration|Float64)P?$/.test(fn)) {
    const value = given3[fn.endsWith("P") ? 2 : 1];
    return { kind: "pointer", to: { value: value?.kind === "plain" ? { ...value, isFallback: true } : UNKNOWN } };
  }
  if (/Var P?$|VarP?$/.test(fn)) {
    const [target] = given3;
    const value = given3[fn.endsWith("P") ? 3 : 2];
    if (target?.kind === "pointer") target.to.value = value?.kind === "plain" ? { ...value, isFallback: true } : UNKNOWN;
  }
  return UNKNOWN;
}
function viper(run, fn, given3, at4) {
  const key = textOf(given3[0])?.toLowerCase();
  if (fn === "SetDefault" && key !== void 0 && given3[1]) {
    run.defaults.set(key, given3[1]);
    return NIL;
  }
  if (!/^Get(?:String|Int|Int32|Int64|Bool|Duration|Float64)?$/.test(fn) || key === void 0) return UNKNOWN;
  const fallback = run.defaults.get(key);
  const variable = key.toUpperCase().replaceAll(/[.-]/g, "_");
  const value = environment(run, variable, at4);
  if (value?.kind === "plain" && value.isFallback !== true) return value;
  return fallback?.kind === "plain" ? { ...fallback, variables: [variable], isFallback: true } : { kind: "unknown", because: `the setting ${key} comes from outside` };
}
function libraryMethod(_run, object, name, site3) {
  if (object.kind === "result" && name === "String") return site3.arguments[0];
  return void 0;
}

// src/code/go/statements.ts
var END = { kind: "end" };
function execute(run, frame, scope, body) {
  for (const statement2 of body) {
    if (run.steps-- <= 0) return END;
    const ending = executeOne(run, frame, scope, statement2);
    if (ending.kind !== "end") return ending;
  }
  return END;
}
function inner(scope) {
  return { names: /* @__PURE__ */ new Map(), parent: scope, file: scope.file };
}
function executeOne(run, frame, scope, statement2) {
  switch (statement2.kind) {
    case "expression":
      if (statement2.value.kind === "assign") assign(run, scope, statement2.value);
      else {
        const { value } = statement2;
        const given3 = evaluate2(run, scope, value);
        if (given3.kind === "result") run.knowledge.escaped(run, given3.arguments, spanOf(scope.file, value));
      }
      return END;
    case "declare":
      declare(run, scope, statement2);
      return END;
    case "deferred":
      evaluate2(run, scope, statement2.value);
      return END;
    case "return":
      return { kind: "return", value: returned(run, scope, statement2.value) };
    case "block":
      return execute(run, frame, inner(scope), statement2.body);
    case "if": {
      const test = evaluate2(run, scope, statement2.test);
      if (test.kind === "plain" && typeof test.value === "boolean")
        return execute(run, frame, inner(scope), test.value ? statement2.consequent : statement2.alternate);
      return branches(run, frame, scope, [statement2.consequent, statement2.alternate]);
    }
    case "switch":
      return chosen(run, frame, scope, statement2);
    case "loop":
      return loop3(run, frame, scope, statement2);
    case "jump":
      return statement2.form === "fallthrough" ? END : { kind: "jump" };
    default:
      return END;
  }
}
function returned(run, scope, value) {
  if (!value) return UNKNOWN;
  if (value.kind === "array") return { kind: "tuple", items: value.elements.map((one2) => evaluate2(run, scope, one2)) };
  return evaluate2(run, scope, value);
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
  const [first2] = endings;
  const allReturn = bodies.length > 1 && bodies.every((body) => body.length > 0) && endings.every((one2) => one2.kind === "return");
  return allReturn && first2 ? { kind: "return", value: frame.perhaps.at(-1) ?? UNKNOWN } : END;
}
function isNothing(value) {
  return value.kind === "plain" && (value.value === null || value.value === "");
}
function chosen(run, frame, scope, node) {
  const outer = inner(scope);
  const subject = node.subject ? evaluate2(run, outer, node.subject) : void 0;
  const open3 = [];
  let isOpen3 = false;
  for (const one2 of node.cases) {
    if (one2.tests.length === 0) continue;
    const answers3 = one2.tests.map((test) => {
      const value = evaluate2(run, outer, test);
      return subject ? operate("===", subject, () => value, spanOf(scope.file, node)) : value;
    });
    const known7 = answers3.map((answer) => answer.kind === "plain" ? answer.value : void 0);
    if (known7.includes(true) && !isOpen3) return withoutBreak(execute(run, frame, inner(outer), one2.body));
    if (known7.every((answer) => answer === false)) continue;
    isOpen3 = true;
    open3.push(one2.body);
  }
  const otherwise2 = node.cases.find((one2) => one2.tests.length === 0);
  if (!isOpen3) return otherwise2 ? withoutBreak(execute(run, frame, inner(outer), otherwise2.body)) : END;
  return withoutBreak(branches(run, frame, outer, [...open3, otherwise2?.body ?? []]));
}
function withoutBreak(ending) {
  return ending.kind === "jump" ? END : ending;
}
var MOST_ROUNDS = 300;
function loop3(run, frame, scope, node) {
  const outer = inner(scope);
  if (node.form !== "each") {
    if (node.first) executeOne(run, frame, outer, node.first);
    const test = node.test ? evaluate2(run, outer, node.test) : void 0;
    if (test?.kind === "plain" && test.value === false) return END;
    if (node.test) return branches(run, frame, outer, [node.body]);
    const ending = execute(run, frame, inner(outer), node.body);
    return ending.kind === "return" ? ending : END;
  }
  const of = node.iterated ? pointed(evaluate2(run, outer, node.iterated)) : UNKNOWN;
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
  for (const [index, one2] of targets.entries()) {
    if (one2.kind === "name") scope.names.set(one2.name, { value: index === 0 ? key : value });
    else store(run, scope, one2, index === 0 ? key : value);
  }
}
function declare(run, scope, node) {
  const { target, value, type } = node;
  if (target.kind === "array") {
    const given3 = value ? evaluate2(run, scope, value) : UNKNOWN;
    for (const [index, one2] of target.elements.entries())
      if (one2.kind === "name") bind3(run, scope, one2.name, resultAt(given3, index));
    return;
  }
  if (target.kind !== "name") return;
  bind3(run, scope, target.name, value ? single(evaluate2(run, scope, value)) : zeroValue(run, scope, type, target));
}
function bind3(run, scope, name, value) {
  const known7 = scope.names.get(name);
  if (known7) assignVariable(run, known7, value);
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
  const given3 = evaluate2(run, scope, node.value);
  if (target.kind === "array") {
    for (const [index, one2] of target.elements.entries()) store(run, scope, one2, resultAt(given3, index));
    return;
  }
  const value = operator === "=" ? single(given3) : operate(operator.slice(0, -1), evaluate2(run, scope, target), () => given3, spanOf(scope.file, node));
  store(run, scope, target, value);
}
function store(run, scope, target, value) {
  if (target.kind === "name") {
    for (let at4 = scope; at4; at4 = at4.parent) {
      const variable = at4.names.get(target.name);
      if (!variable) continue;
      assignVariable(run, variable, value);
      return;
    }
    const global = packageValue(run, scope.file, target.name);
    if (global) assignVariable(run, global, value);
    return;
  }
  if (target.kind === "unary" && target.operator === "*") {
    const pointer = evaluate2(run, scope, target.value);
    if (pointer.kind === "pointer") assignVariable(run, pointer.to, value);
    return;
  }
  if (target.kind !== "member" && target.kind !== "index") return;
  const object = pointed(evaluate2(run, scope, target.object));
  if (target.kind === "member") {
    storeMember(run, object, target.property, value);
    return;
  }
  const key = evaluate2(run, scope, target.index);
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
var DEEPEST3 = 40;
function callValue(run, scope, node) {
  const { callee } = node;
  if (callee.kind === "member") {
    const object = pointed(evaluate2(run, scope, callee.object));
    const found3 = object.kind === "struct" ? memberOf(run, object, callee.property) : void 0;
    const given3 = site(run, scope, node);
    if (found3 && found3.kind !== "unknown") return callAny(run, found3, given3);
    if (object.kind === "host" || object.kind === "result") return methodOf2(run, object, callee.property, given3);
    if (object.kind === "struct") return structMethod(run, object, callee.property, given3);
    return callAny(run, memberOf(run, object, callee.property), given3);
  }
  const value = evaluate2(run, scope, callee);
  if (value.kind === "outside" && !value.name.includes(".") && !value.name.includes("/"))
    return builtIn(run, scope, value.name, node);
  return callAny(run, value, site(run, scope, node));
}
function site(run, scope, node) {
  const given3 = node.arguments.map((one2) => evaluate2(run, scope, one2));
  const [only2] = given3;
  const spread3 = node.arguments.at(-1)?.kind === "spread" ? given3.at(-1) : void 0;
  const whole = spread3 && pointed(spread3);
  const all = given3.length === 1 && only2?.kind === "tuple" ? only2.items : whole?.kind === "list" ? [...given3.slice(0, -1), ...whole.items] : given3;
  return { file: scope.file, node, at: spanOf(scope.file, node), arguments: all, written: node.arguments };
}
function methodOf2(run, object, name, given3) {
  const known7 = run.knowledge.method(run, object, name, given3) ?? libraryMethod(run, object, name, given3);
  if (known7) return known7;
  handedOut(run, given3.arguments);
  const of = object.kind === "result" ? `${object.of}.${name}` : `.${name}`;
  return { kind: "result", of, arguments: given3.arguments, on: object, at: given3.at };
}
function structMethod(run, object, name, given3) {
  for (const inner2 of embeddedHosts(run, object)) {
    if (inner2.kind !== "host" && inner2.kind !== "result") continue;
    const known8 = run.knowledge.method(run, inner2, name, given3);
    if (known8) return known8;
  }
  const known7 = run.knowledge.method(run, object, name, given3);
  if (known7) return known7;
  handedOut(run, given3.arguments);
  const of = object.outside === void 0 ? `.${name}` : `${object.outside}.${name}`;
  return { kind: "result", of, arguments: given3.arguments, on: object, at: given3.at };
}
function callAny(run, value, given3) {
  const callee = pointed(value);
  switch (callee.kind) {
    case "closure":
      return wrapping(run, callee, given3, callClosure(run, callee, given3.arguments));
    case "outside": {
      const known7 = run.knowledge.call(run, callee.name, given3) ?? libraryCall(run, callee.name, given3);
      if (known7) return known7;
      handedOut(run, given3.arguments);
      return { kind: "result", of: callee.name, arguments: given3.arguments, at: given3.at };
    }
    case "type":
      return given3.arguments[0] ?? UNKNOWN;
    case "result":
    case "wrapped":
      handedOut(run, given3.arguments);
      return {
        kind: "result",
        of: callee.kind === "result" ? `${callee.of}()` : "()",
        arguments: given3.arguments,
        on: callee,
        at: given3.at
      };
    default:
      run.knowledge.escaped(run, given3.arguments, given3.at);
      return UNKNOWN;
  }
}
function handedOut(run, given3) {
  run.knowledge.handedOut(run, given3);
  for (const one2 of given3) {
    const inner2 = pointed(one2);
    if (inner2.kind === "struct" && inner2.type) inner2.isOpen = true;
    if (one2.kind === "pointer" && one2.to.value.kind === "plain") one2.to.value = UNKNOWN;
    if (inner2.kind === "closure" && inner2.node.parameters.length === 0 && !run.called.has(inner2.node))
      callClosure(run, inner2, []);
  }
}
var HANDLERS = /^(?:net\/http\.Handler(?:Func)?|github\.com\/gin-gonic\/gin\.HandlerFunc|github\.com\/labstack\/echo(?:\/v\d+)?\.HandlerFunc|github\.com\/gofiber\/fiber(?:\/v\d+)?\.Handler)$/;
function wrapping(run, callee, given3, result) {
  const { returns } = callee.node;
  if (!returns || result.kind === "host" || !isHandler(run, callee, returns)) return result;
  const inner2 = given3.arguments.find((one2, index) => {
    const type = callee.node.parameters[Math.min(index, callee.node.parameters.length - 1)]?.type;
    const isGiven = one2.kind === "closure" || one2.kind === "host" || one2.kind === "wrapped" || one2.kind === "result";
    return isGiven && type !== void 0 && isHandler(run, callee, type);
  });
  if (!inner2) return result;
  const { node, file } = given3;
  const written3 = node.kind === "call" ? node.callee : node;
  return { kind: "wrapped", inner: inner2, by: { text: nameOf2(written3), at: spanOf(file, written3) }, through: callee };
}
function isHandler(run, { file }, type) {
  if (type.name === "()") return type.arguments.length > 0 && type.arguments.length < 3;
  const resolved3 = typeNamed(run.program, file, type.name);
  if (resolved3.kind === "outside") return HANDLERS.test(resolved3.name);
  if (resolved3.kind !== "own") return false;
  return packageOf(run.program, resolved3.file).types.get(resolved3.name)?.type.name === "()";
}
function nameOf2(node) {
  if (node.kind === "name") return node.name;
  if (node.kind === "member") return `${nameOf2(node.object)}.${node.property}`;
  if (node.kind === "call") return nameOf2(node.callee);
  if (node.kind === "unary" || node.kind === "cast") return nameOf2(node.value);
  return node.kind === "function" ? "func" : "?";
}
function callClosure(run, closure, given3) {
  const { node, file } = closure;
  run.called.add(node);
  const isOpen3 = run.stack.filter((one2) => one2 === node).length > 1;
  if (isOpen3 || run.stack.length >= DEEPEST3 || run.steps <= 0) return UNKNOWN;
  const names = /* @__PURE__ */ new Map();
  if (node.receiver?.target.kind === "name")
    names.set(node.receiver.target.name, { value: closure.receiver ?? UNKNOWN });
  for (const [index, parameter3] of node.parameters.entries()) {
    if (parameter3.target.kind !== "name") continue;
    const value = parameter3.rest === "list" ? { kind: "list", items: given3.slice(index), isWhole: true } : given3[index] ?? UNKNOWN;
    names.set(parameter3.target.name, { value });
  }
  run.stack.push(node);
  const frame = { perhaps: [] };
  const scope = { names, file, ...closure.scope && { parent: closure.scope } };
  const ending = execute(run, frame, scope, node.body);
  run.stack.pop();
  if (ending.kind === "return") return better(ending.value, frame.perhaps);
  return frame.perhaps.findLast((one2) => one2.kind !== "plain") ?? frame.perhaps.at(-1) ?? UNKNOWN;
}
function better(last, others) {
  const isNothing2 = (value) => value?.kind === "plain" && value.value === null;
  const main = last.kind === "tuple" ? last.items[0] : last;
  if (!isNothing2(main)) return last;
  return others.findLast((one2) => !isNothing2(one2.kind === "tuple" ? one2.items[0] : one2)) ?? last;
}
function builtIn(run, scope, name, node) {
  const [first2, second] = node.arguments;
  switch (name) {
    case "append": {
      const [list2, ...items] = site(run, scope, node).arguments;
      const of = list2 && pointed(list2);
      return {
        kind: "list",
        items: [...of?.kind === "list" ? of.items : [], ...items],
        isWhole: of?.kind === "list" && of.isWhole
      };
    }
    case "len": {
      const of = first2 ? pointed(evaluate2(run, scope, first2)) : UNKNOWN;
      if (of.kind === "list" && of.isWhole) return { kind: "plain", value: of.items.length };
      return of.kind === "plain" && typeof of.value === "string" ? { kind: "plain", value: of.value.length } : UNKNOWN;
    }
    case "make":
      if (node.typeArguments?.[0]?.name === "map") return { kind: "map", entries: /* @__PURE__ */ new Map() };
      if (node.typeArguments?.[0]?.name === "[]") return { kind: "list", items: [], isWhole: true };
      return UNKNOWN;
    case "new": {
      const made5 = first2 && {
        ...node,
        callee: first2,
        arguments: [{ kind: "object", start: node.start, end: node.end, entries: [] }],
        isNew: true
      };
      return made5 ? evaluate2(run, scope, made5) : UNKNOWN;
    }
    default: {
      for (const one2 of node.arguments) evaluate2(run, scope, one2);
      if (/^(?:string|u?int(?:8|16|32|64)?|float(?:32|64)|byte|rune|any)$/.test(name) && first2 && !second)
        return evaluate2(run, scope, first2);
      return name === "panic" ? NIL : UNKNOWN;
    }
  }
}

// src/model/code/routes/go/router.ts
function newRouter(framework, name, at4) {
  return {
    framework,
    name,
    at: at4,
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
function wholeOf(router3) {
  return hostOf({ kind: "group", router: router3, prefix: "", isResolved: true, prefixes: [], guards: [] });
}
function hostOf(host) {
  return { kind: "host", host };
}
function groupOf(value) {
  return value?.kind === "host" && "kind" in value.host && value.host.kind === "group" ? value.host : void 0;
}
function subgroup(outer, path, prefix, guards) {
  const added2 = path.text.replace(/^\/*|\/+$/g, "");
  return {
    ...outer,
    prefix,
    isResolved: outer.isResolved && path.isResolved,
    prefixes: added2 === "" ? outer.prefixes : [...outer.prefixes, { path: `/${added2}`, at: path.at }],
    guards: [...outer.guards, ...guards]
  };
}

// src/model/code/routes/go/handlers.ts
var NOTHING = { guards: [], stripped: "", isOpenEnded: false };
var DEEPEST4 = 12;
var CONVERSIONS2 = /^(?:net\/http\.HandlerFunc|github\.com\/gin-gonic\/gin\.Wrap[FH]|github\.com\/labstack\/echo(?:\/v\d+)?\.WrapHandler|github\.com\/gofiber\/(?:adaptor|fiber)(?:\/v\d+)?(?:\/middleware\/adaptor)?\.HTTPHandler(?:Func)?|golang\.org\/x\/net\/http2\/h2c\.NewHandler|net\/http\.(?:Timeout|MaxBytes)Handler|net\/http\.AllowQuerySemicolons)$/;
var OPEN_ENDED = /^net\/http\.(?:FileServer|FileServerFS|RedirectHandler|NotFoundHandler)$|^net\/http\/httputil\.NewSingleHostReverseProxy|^github\.com\/gofiber\/fiber\/v3\/middleware\/static\.New$/;
function answering(run, value, depth = DEEPEST4) {
  if (!value || depth <= 0) return NOTHING;
  const inner2 = pointed(value);
  switch (inner2.kind) {
    case "closure":
      return { ...NOTHING, handler: { file: inner2.file, node: inner2.node } };
    case "wrapped": {
      const within = answering(run, inner2.inner, depth - 1);
      const { text: name, at: at4 } = inner2.by;
      const guard = { name, purpose: purposeOf2(inner2.through), isGlobal: false, at: at4 };
      return { ...within, guards: [guard, ...within.guards] };
    }
    case "host": {
      const group = groupOf(inner2);
      return group ? { ...NOTHING, group } : NOTHING;
    }
    case "struct": {
      if (inner2.outside?.startsWith("net/http/httputil.") === true) return { ...NOTHING, isOpenEnded: true };
      const method3 = memberOf(run, inner2, "ServeHTTP");
      const group = [...inner2.fields.values()].map((field) => groupOf(pointed(field))).find((one2) => one2 !== void 0);
      if (group) return { ...NOTHING, group };
      return method3.kind === "closure" ? { ...NOTHING, handler: { file: method3.file, node: method3.node } } : NOTHING;
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
  if (CONVERSIONS2.test(value.of)) return answering(run, value.arguments[0], depth - 1);
  for (const one2 of [...value.arguments].reverse()) {
    const within = answering(run, one2, depth - 1);
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
function guardOf(_run, name, at4) {
  const purpose = AUTH.test(name) && !NOT_AUTH.test(name) ? "auth" : LIMIT.test(name) && !NOT_LIMIT.test(name) ? "limit" : "other";
  return { name, purpose, isGlobal: false, at: at4 };
}
function guardsOf(run, site3, from, isGlobal) {
  return site3.arguments.slice(from).flatMap((value, index) => {
    const written3 = site3.written[from + index];
    if (!written3 || value.kind === "plain") return [];
    const { file } = site3;
    const named4 = { ...guardOf(run, nameOf2(written3), spanOf(file, written3)), isGlobal };
    const inner2 = pointed(value);
    if (inner2.kind === "closure") return [{ ...named4, purpose: purposeOf2(inner2) }];
    return [
      inner2.kind === "result" && named4.purpose === "other" ? { ...guardOf(run, shortName(inner2.of), named4.at), name: named4.name, isGlobal } : named4
    ];
  });
}
var UNKNOWN_PEOPLE = /unauthori[sz]ed|forbidden|unauthenticated/i;
var TOO_MANY = /too_?many/i;
var PATHS = /^(?:Path|FullPath|RequestURI|URL|RoutePath|OriginalURL)$/;
function purposeOf2({ node }) {
  let purpose = "other";
  let looksAtPath = false;
  walk(node.body, (one2) => {
    const name = one2.kind === "member" ? one2.property : one2.kind === "name" ? one2.name : one2.kind === "literal" && typeof one2.value === "number" ? String(one2.value) : void 0;
    if (name === void 0) return void 0;
    if (UNKNOWN_PEOPLE.test(name) || name === "401" || name === "403") purpose = "auth";
    else if ((TOO_MANY.test(name) || name === "429") && purpose === "other") purpose = "limit";
    if (one2.kind === "member" && PATHS.test(name)) looksAtPath = true;
    return void 0;
  });
  return looksAtPath ? "other" : purpose;
}
function isOnlyRoot({ node }) {
  let compares2 = false;
  let refuses = false;
  walk(node.body, (one2) => {
    if (one2.kind === "binary" && one2.operator === "!==" && one2.left.kind === "member" && one2.left.property === "Path")
      compares2 ||= one2.right.kind === "literal" && one2.right.value === "/";
    if (one2.kind === "member" && (one2.property === "NotFound" || one2.property === "StatusNotFound")) refuses = true;
    return void 0;
  });
  return compares2 && refuses;
}

// src/model/code/routes/go/register.ts
function pathAt(site3, index) {
  const value = site3.arguments[index];
  const written3 = site3.written[index];
  const at4 = written3 ? { path: site3.file.path, start: written3.start, end: written3.end } : site3.at;
  const text2 = textOf(value);
  return { text: text2 ?? "", isResolved: text2 !== void 0, at: at4 };
}
function register(run, group, methods, pattern3, given3, site3) {
  const { router: router3 } = group;
  const isResolved = group.isResolved && given3.path.isResolved;
  if (!isResolved) router3.unresolved.push(site3.at);
  const found3 = answering(run, given3.handler);
  const guards = [...group.guards, ...given3.guards, ...found3.guards];
  if (found3.isOpenEnded || found3.group && found3.group.router === router3) {
    router3.fallbacks.push({ prefix: plainPrefix(pattern3), at: site3.at });
    return;
  }
  for (const method3 of methods) {
    if (found3.group) {
      found3.group.router.isMounted = true;
      router3.mounts.push({
        to: found3.group.router,
        method: method3,
        within: plainPrefix(pattern3),
        stripped: found3.stripped,
        isResolved,
        guards,
        prefixes: group.prefixes,
        at: site3.at
      });
    } else
      router3.routes.push({
        method: method3,
        pattern: pattern3,
        isResolved,
        ...found3.handler && { handler: found3.handler },
        guards,
        prefixes: group.prefixes,
        ...group.host !== void 0 && { host: group.host },
        at: site3.at
      });
  }
}
function plainPrefix(pattern3) {
  return pattern3.replace(/[{:*+].*$/s, "").replace(/\/+$/, "") || "/";
}
function use(run, group, site3, from = 0) {
  group.guards.push(...guardsOf(run, site3, from, group.prefix === ""));
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
function gorilla(run, routes, group, name, site3) {
  if (name === "Use") {
    group.guards.push(...guardsOf(run, site3, 0, group.prefix === ""));
    return NIL;
  }
  if (name === "StrictSlash" || name === "SkipClean" || name === "UseEncodedPath") return hostOf(group);
  if (name === "Walk" || name === "ServeHTTP") return UNKNOWN;
  if (!ROUTE_METHODS.has(name)) return void 0;
  const route3 = {
    kind: "gorilla-route",
    group,
    methods: [],
    path: void 0,
    isPrefix: false,
    host: void 0,
    handler: void 0,
    isRouter: false,
    site: site3
  };
  const known7 = routes.get(group.router);
  if (known7) known7.push(route3);
  else routes.set(group.router, [route3]);
  if (name === "NewRoute") return hostOf(route3);
  return gorillaRoute(run, route3, name, site3);
}
function gorillaRoute(run, route3, name, site3) {
  switch (name) {
    case "Handle":
    case "HandleFunc":
      route3.path = pathAt(site3, 0);
      route3.handler = site3.arguments[1];
      break;
    case "Path":
      route3.path = pathAt(site3, 0);
      break;
    case "PathPrefix":
      route3.path = pathAt(site3, 0);
      route3.isPrefix = true;
      break;
    case "Methods":
      route3.methods = site3.arguments.map((one2) => textOf(one2)?.toUpperCase() ?? "*");
      break;
    case "Host":
      route3.host = textOf(site3.arguments[0]) ?? "";
      break;
    case "Handler":
    case "HandlerFunc":
      route3.handler = site3.arguments[0];
      break;
    case "Subrouter":
      return subrouter(route3, site3);
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
  return hostOf(route3);
}
function subrouter(route3, site3) {
  route3.isRouter = true;
  const { group, path } = route3;
  const text2 = path?.text.replace(/\/+$/, "") ?? "";
  const inner2 = {
    ...group,
    prefix: group.prefix + text2,
    isResolved: group.isResolved && (path?.isResolved ?? true),
    prefixes: text2 === "" ? group.prefixes : [...group.prefixes, { path: text2, at: path?.at ?? site3.at }],
    guards: linked2(group.guards),
    ...route3.host !== void 0 && { host: route3.host }
  };
  return hostOf(route3.methods.length > 0 ? { ...inner2, methods: route3.methods } : inner2);
}
var outerOf = /* @__PURE__ */ new WeakMap();
function linked2(outer) {
  const own = [];
  outerOf.set(own, outer);
  return own;
}
function allGuards(guards) {
  const outer = outerOf.get(guards);
  return outer ? [...allGuards(outer), ...guards] : guards;
}
function finishGorilla(run, routes) {
  for (const [router3, list2] of routes) {
    for (const { group, path, handler: handler3, isPrefix, methods, host = group.host, isRouter, site: site3 } of list2) {
      if (isRouter || !handler3) continue;
      const isResolved = group.isResolved && (path?.isResolved ?? true);
      if (!isResolved) router3.unresolved.push(site3.at);
      const pattern3 = group.prefix + (path?.text ?? "");
      const found3 = answering(run, handler3);
      const guards = [...allGuards(group.guards), ...found3.guards];
      const inherited = "methods" in group ? group.methods : ["*"];
      if (found3.isOpenEnded || isPrefix && !found3.group)
        router3.fallbacks.push({ prefix: plainPrefix(pattern3), at: site3.at });
      if (found3.isOpenEnded) continue;
      for (const method3 of methods.length > 0 ? methods : inherited) {
        if (found3.group) {
          found3.group.router.isMounted = true;
          router3.mounts.push({
            to: found3.group.router,
            method: method3,
            within: plainPrefix(pattern3),
            stripped: found3.stripped,
            isResolved,
            guards,
            prefixes: group.prefixes,
            at: site3.at
          });
        } else
          router3.routes.push({
            method: method3,
            pattern: isPrefix ? `${pattern3.replace(/\/$/, "")}/*` : pattern3,
            isResolved,
            ...found3.handler && { handler: found3.handler },
            guards,
            prefixes: group.prefixes,
            ...host !== void 0 && { host },
            at: site3.at
          });
      }
    }
  }
}

// src/model/code/routes/go/patterns.ts
function plainPath(framework, pattern3) {
  const path = SPELLINGS[framework](pattern3);
  const clean = `/${path}`.replace(/\/{2,}/g, "/");
  return clean.length > 1 ? clean.replace(/\/+$/, "") : clean;
}
var SPELLINGS = {
  // A slash at the end takes all that is below; `{$}` is the end itself.
  "net/http": (pattern3) => (pattern3.endsWith("/") ? `${pattern3}*` : pattern3).replace(/\{\$\}/g, "").replace(/\{(\w+)\.\.\.\}/g, ":$1*").replace(/\{(\w+)\}/g, ":$1"),
  "gorilla/mux": (pattern3) => braces(pattern3),
  chi: (pattern3) => braces(pattern3),
  gin: (pattern3) => pattern3.replace(/\*(\w+)/g, ":$1*"),
  echo: (pattern3) => pattern3,
  fiber: (pattern3) => pattern3.replace(/:(\w+)<[^>]*>(\?)?/g, ":$1$2").replace(/\+\d*/g, "*").replace(/\*\d+/g, "*")
};
function braces(pattern3) {
  let result = "";
  for (let at4 = 0; at4 < pattern3.length; ) {
    if (pattern3[at4] !== "{") {
      result += pattern3[at4++];
      continue;
    }
    let depth = 0;
    let end = at4;
    do {
      if (pattern3[end] === "{") depth++;
      if (pattern3[end] === "}") depth--;
      end++;
    } while (depth > 0 && end < pattern3.length);
    const [, name = "", expression3 = ""] = /^\{([^:}]*):?([\s\S]*)\}$/.exec(pattern3.slice(at4, end)) ?? [];
    result += `:${name.trim()}${/^(?:\.\*|\.\+)$/.test(expression3) ? "*" : ""}`;
    at4 = end;
  }
  return result;
}

// src/model/code/routes/go/table.ts
var START = { before: "", within: "/", method: "*", isResolved: true, guards: [], prefixes: [] };
var DEEPEST5 = 12;
function tableOf(routers) {
  const found3 = { routes: [], unresolved: [], fallbacks: [] };
  const seen = /* @__PURE__ */ new Set();
  for (const router3 of routers) if (router3.isServed) collect(router3, START, found3, seen, DEEPEST5);
  for (const router3 of routers)
    if (router3.isHandedOut && !router3.isMounted && !seen.has(router3)) collect(router3, START, found3, seen, DEEPEST5);
  const unregistered = routers.filter((router3) => !seen.has(router3) && !router3.isMounted && router3.routes.length + router3.mounts.length > 0).map((router3) => {
    const own = { routes: [], unresolved: [], fallbacks: [] };
    collect(router3, START, own, /* @__PURE__ */ new Set(), DEEPEST5);
    const at4 = router3.at.path === "" ? own.routes[0]?.at ?? router3.at : router3.at;
    return { name: router3.name, routes: own.routes, at: at4 };
  });
  const places = new Map(found3.fallbacks.map((one2) => [`${one2.prefix} ${one2.at.path} ${String(one2.at.start)}`, one2]));
  return {
    ...found3,
    fallbacks: [...places.values()],
    unregistered: unregistered.filter((one2) => one2.routes.length > 0)
  };
}
function collect(router3, way, found3, seen, depth) {
  if (depth <= 0) return;
  seen.add(router3);
  for (const one2 of router3.routes) {
    const route3 = routeOf(router3, one2, way);
    if (!route3) continue;
    found3.routes.push(route3);
    if (/\*$/.test(route3.path)) found3.fallbacks.push({ prefix: prefixOf3(route3.path), at: one2.at });
  }
  found3.unresolved.push(...router3.unresolved);
  for (const one2 of router3.fallbacks) {
    const prefix = plainPath(router3.framework, way.before + one2.prefix);
    found3.fallbacks.push({ prefix, at: one2.at });
  }
  for (const mount4 of router3.mounts) {
    const inner2 = wayTo(router3, mount4, way);
    if (inner2) collect(mount4.to, inner2, found3, seen, depth - 1);
  }
}
function prefixOf3(path) {
  return path.replace(/\/[^/]*\*$/, "") || "/";
}
function methodOf3(outer, inner2) {
  if (outer === "*" || outer === inner2) return inner2;
  return inner2 === "*" ? outer : void 0;
}
function routeOf(router3, one2, way) {
  const method3 = methodOf3(way.method, one2.method);
  const path = plainPath(router3.framework, way.before + plainStart(one2.pattern));
  const isWithin2 = way.within === "/" || path === way.within || path.startsWith(`${way.within}/`);
  if (method3 === void 0 || !isWithin2 && one2.isResolved && way.isResolved) return void 0;
  const own = router3.guards.filter((guard) => !one2.guards.includes(guard));
  return {
    method: method3,
    path,
    isResolved: one2.isResolved && way.isResolved,
    ...one2.handler && { handler: one2.handler },
    ...one2.host !== void 0 && { host: one2.host },
    guards: [...way.guards, ...own, ...one2.guards],
    prefixes: [...way.prefixes, ...one2.prefixes],
    framework: router3.framework,
    at: one2.at
  };
}
function plainStart(pattern3) {
  return pattern3.startsWith("/") || pattern3 === "" ? pattern3 : `/${pattern3}`;
}
function wayTo(router3, mount4, way) {
  const method3 = methodOf3(way.method, mount4.method);
  if (method3 === void 0) return void 0;
  const own = router3.guards.filter((guard) => !mount4.guards.includes(guard));
  return {
    before: way.before + mount4.stripped.replace(/\/+$/, ""),
    within: plainPath(router3.framework, way.before + mount4.within).replace(/\/\*$/, "") || "/",
    method: method3,
    isResolved: way.isResolved && mount4.isResolved,
    guards: [...way.guards, ...own, ...mount4.guards],
    prefixes: [...way.prefixes, ...mount4.prefixes]
  };
}

// src/model/code/routes/go/chi.ts
var VERBS = /* @__PURE__ */ new Set(["Connect", "Delete", "Get", "Head", "Options", "Patch", "Post", "Put", "Trace"]);
function chi(run, group, name, site3) {
  const add4 = (methods, at4, pattern3) => {
    const path = pathAt(site3, at4);
    const given3 = { path, handler: site3.arguments[at4 + 1], guards: [] };
    register(run, group, methods, group.prefix + (pattern3 ?? path.text), given3, site3);
    return NIL;
  };
  if (VERBS.has(name)) return add4([name.toUpperCase()], 0);
  switch (name) {
    case "Method":
    case "MethodFunc":
      return add4([textOf(site3.arguments[0])?.toUpperCase() ?? "*"], 1);
    case "Handle":
    case "HandleFunc": {
      const [, method3, pattern3] = /^([A-Z]+)[ \t]+(.*)$/s.exec(pathAt(site3, 0).text) ?? [];
      return add4([method3 ?? "*"], 0, pattern3);
    }
    case "Use":
      use(run, group, site3);
      return NIL;
    case "With":
      return hostOf({ ...group, guards: [...group.guards, ...guardsOf(run, site3, 0, false)] });
    case "Group": {
      const inner2 = hostOf({ ...group, guards: [...group.guards] });
      call2(run, site3.arguments[0], inner2, site3);
      return inner2;
    }
    case "Route":
      return route(run, group, site3);
    case "Mount":
      return mount(run, group, site3);
    case "NotFound":
      group.router.fallbacks.push({ prefix: group.prefix || "/", at: site3.at });
      return NIL;
    case "MethodNotAllowed":
      return NIL;
    case "ServeHTTP":
      return UNKNOWN;
  }
  return void 0;
}
function call2(run, callback, router3, site3) {
  if (callback) callAny(run, callback, { ...site3, arguments: [router3], written: [] });
}
function route(run, group, site3) {
  const path = pathAt(site3, 0);
  const inner2 = hostOf(subgroup(group, path, group.prefix + path.text.replace(/\/$/, ""), []));
  call2(run, site3.arguments[1], inner2, site3);
  return inner2;
}
function mount(run, group, site3) {
  const path = pathAt(site3, 0);
  const found3 = answering(run, site3.arguments[1]);
  const whole = (group.prefix + path.text).replace(/\/$/, "");
  if (found3.group?.router.framework !== "chi") {
    const given3 = { path, handler: site3.arguments[1], guards: [] };
    register(run, group, ["*"], `${whole}/*`, given3, site3);
    return NIL;
  }
  const outer = subgroup(group, path, whole, []);
  found3.group.router.isMounted = true;
  group.router.mounts.push({
    to: found3.group.router,
    method: "*",
    within: whole === "" ? "/" : whole,
    stripped: found3.stripped === "" ? whole : found3.stripped,
    isResolved: outer.isResolved,
    guards: [...group.guards, ...found3.guards],
    prefixes: outer.prefixes,
    at: site3.at
  });
  if (!outer.isResolved) group.router.unresolved.push(site3.at);
  return NIL;
}

// src/model/code/routes/go/echo.ts
var VERBS2 = /* @__PURE__ */ new Set(["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"]);
var ANY = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PROPFIND", "PUT", "TRACE", "REPORT"];
function echo(run, group, name, site3) {
  const add4 = (methods, at4) => {
    const path = pathAt(site3, at4);
    const guards = guardsOf(run, site3, at4 + 2, false);
    register(run, group, methods, group.prefix + path.text, { path, handler: site3.arguments[at4 + 1], guards }, site3);
    return UNKNOWN;
  };
  if (VERBS2.has(name)) return add4([name], 0);
  switch (name) {
    case "Any":
      return add4(ANY, 0);
    case "Add":
      return add4([textOf(site3.arguments[0]) ?? "*"], 1);
    case "Match": {
      const list2 = site3.arguments[0] && pointed(site3.arguments[0]);
      return add4(list2?.kind === "list" ? list2.items.map((one2) => textOf(one2) ?? "*") : ["*"], 1);
    }
    case "Group": {
      const path = pathAt(site3, 0);
      return hostOf(subgroup(group, path, group.prefix + path.text, guardsOf(run, site3, 1, false)));
    }
    case "Host":
      return hostOf({ ...group, host: pathAt(site3, 0).text });
    case "Use":
    case "Pre":
      if (group.prefix === "" && group.host === void 0) group.router.guards.push(...guardsOf(run, site3, 0, true));
      else use(run, group, site3);
      return NIL;
    case "Static":
    case "StaticFS":
      return files2(group, pathAt(site3, 0).text, site3);
    case "File":
    case "FileFS": {
      const { router: router3, isResolved, prefixes, guards } = group;
      const pattern3 = group.prefix + pathAt(site3, 0).text;
      router3.routes.push({ method: "GET", pattern: pattern3, isResolved, guards: [...guards], prefixes, at: site3.at });
      return UNKNOWN;
    }
    case "RouteNotFound":
      group.router.fallbacks.push({ prefix: group.prefix || "/", at: site3.at });
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
function files2(group, path, site3) {
  const { router: router3, isResolved, prefixes, guards } = group;
  const whole = group.prefix + path;
  const pattern3 = `${whole.replace(/\/$/, "")}*`;
  router3.routes.push({ method: "GET", pattern: pattern3, isResolved, guards: [...guards], prefixes, at: site3.at });
  router3.fallbacks.push({ prefix: whole.replace(/\/$/, "") || "/", at: site3.at });
  return UNKNOWN;
}

// src/model/code/routes/go/fiber.ts
var VERBS3 = /* @__PURE__ */ new Set(["Get", "Head", "Post", "Put", "Delete", "Connect", "Options", "Trace", "Patch"]);
function joined2(prefix, path) {
  if (path === "") return prefix;
  const own = path.startsWith("/") ? path : `/${path}`;
  return prefix.replace(/\/+$/, "") + own;
}
function fiber(run, group, name, site3) {
  const self = hostOf(group);
  if (VERBS3.has(name)) return add2(run, group, [name.toUpperCase()], 0, site3);
  switch (name) {
    case "All":
      return add2(run, group, ["*"], 0, site3);
    case "Add": {
      const list2 = site3.arguments[0] && pointed(site3.arguments[0]);
      const methods = list2?.kind === "list" ? list2.items.map((one2) => textOf(one2) ?? "*") : [textOf(list2) ?? "*"];
      return add2(run, group, methods, 1, site3);
    }
    case "Group": {
      const path = pathAt(site3, 0);
      return hostOf(subgroup(group, path, joined2(group.prefix, path.text), guardsOf(run, site3, 1, false)));
    }
    case "Route": {
      const path = pathAt(site3, 0);
      const inner2 = hostOf(subgroup(group, path, joined2(group.prefix, path.text), []));
      if (site3.arguments[1]) callAny(run, site3.arguments[1], { ...site3, arguments: [inner2], written: [] });
      return inner2;
    }
    case "Mount":
      return mount2(group, pathAt(site3, 0), site3.arguments[1], site3);
    case "Use":
      return useFiber(run, group, site3);
    case "Static":
      group.router.fallbacks.push({ prefix: joined2(group.prefix, pathAt(site3, 0).text) || "/", at: site3.at });
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
function add2(run, group, methods, at4, site3) {
  const path = pathAt(site3, at4);
  const last = site3.arguments.length - 1;
  const before = { ...site3, arguments: site3.arguments.slice(0, last), written: site3.written.slice(0, last) };
  const handler3 = site3.arguments[last];
  const given3 = { path, handler: handler3, guards: guardsOf(run, before, at4 + 1, false) };
  register(run, group, methods, joined2(group.prefix, path.text) || "/", given3, site3);
  return hostOf(group);
}
function mount2(group, path, value, site3) {
  const inner2 = groupOf(value && pointed(value));
  const whole = joined2(group.prefix, path.text).replace(/\/+$/, "");
  if (!inner2) return hostOf(group);
  const outer = subgroup(group, path, whole, []);
  inner2.router.isMounted = true;
  if (!outer.isResolved) group.router.unresolved.push(site3.at);
  group.router.mounts.push({
    to: inner2.router,
    method: "*",
    within: whole || "/",
    stripped: whole,
    isResolved: outer.isResolved,
    guards: [...group.guards],
    prefixes: outer.prefixes,
    at: site3.at
  });
  return hostOf(group);
}
function useFiber(run, group, site3) {
  const [first2, second] = site3.arguments;
  const prefix = first2?.kind === "plain" ? pathAt(site3, 0) : void 0;
  const handler3 = prefix ? second : first2;
  const inner2 = handler3 && pointed(handler3);
  if (prefix && groupOf(inner2)) return mount2(group, prefix, inner2, site3);
  if (inner2?.kind === "result" && /gofiber\/fiber(?:\/v2)?\/middleware\/healthcheck\.New$/.test(inner2.of)) {
    healthcheck(group, joined2(group.prefix, prefix?.text ?? ""), inner2.arguments[0], site3);
    return hostOf(group);
  }
  if (inner2?.kind === "result" && /\/middleware\/(?:filesystem|proxy|static)\./.test(inner2.of))
    group.router.fallbacks.push({ prefix: joined2(group.prefix, prefix?.text ?? "") || "/", at: site3.at });
  if (!prefix) use(run, group, site3);
  else if (isCatchAll(run, handler3))
    group.router.fallbacks.push({ prefix: joined2(group.prefix, prefix.text) || "/", at: site3.at });
  if (!prefix && isCatchAll(run, handler3)) group.router.fallbacks.push({ prefix: group.prefix || "/", at: site3.at });
  return hostOf(group);
}
function isCatchAll(run, value) {
  const { handler: handler3 } = answering(run, value);
  return handler3 !== void 0 && !JSON.stringify(handler3.node.body).includes('"property":"Next"');
}
function healthcheck(group, prefix, config, site3) {
  const settings3 = config && pointed(config);
  const fields2 = settings3?.kind === "struct" ? settings3.fields : /* @__PURE__ */ new Map();
  for (const [field, fallback] of [
    ["LivenessEndpoint", "/livez"],
    ["ReadinessEndpoint", "/readyz"]
  ]) {
    const value = fields2.get(field);
    const text2 = value ? textOf(value) : fallback;
    const { router: router3, prefixes, guards } = group;
    const pattern3 = joined2(prefix, text2 ?? "");
    router3.routes.push({
      method: "GET",
      pattern: pattern3,
      isResolved: text2 !== void 0,
      guards: [...guards],
      prefixes,
      at: site3.at
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
function gin(run, group, name, site3) {
  const self = hostOf(group);
  const last = site3.arguments.length - 1;
  const add4 = (methods, at4) => {
    const path = pathAt(site3, at4);
    const inner2 = { ...site3, arguments: site3.arguments.slice(0, last), written: site3.written.slice(0, last) };
    const guards = guardsOf(run, inner2, at4 + 1, false);
    register(
      run,
      group,
      methods,
      joined3(group.prefix, path.text),
      { path, handler: site3.arguments[last], guards },
      site3
    );
    return self;
  };
  if (VERBS4.has(name)) return add4([name], 0);
  switch (name) {
    case "Any":
      return add4(ANY2, 0);
    case "Handle":
      return add4([textOf(site3.arguments[0]) ?? "*"], 1);
    case "Match": {
      const list2 = site3.arguments[0] && pointed(site3.arguments[0]);
      return add4(list2?.kind === "list" ? list2.items.map((one2) => textOf(one2) ?? "*") : ["*"], 1);
    }
    case "Group": {
      const path = pathAt(site3, 0);
      return hostOf(subgroup(group, path, joined3(group.prefix, path.text), guardsOf(run, site3, 1, false)));
    }
    case "Use":
      use(run, group, site3);
      return self;
    case "Static":
    case "StaticFS":
      return files3(group, joined3(group.prefix, pathAt(site3, 0).text), "*filepath", site3, self);
    case "StaticFile":
    case "StaticFileFS":
      return files3(group, joined3(group.prefix, pathAt(site3, 0).text), "", site3, self);
    case "NoRoute":
      group.router.fallbacks.push({ prefix: "/", at: site3.at });
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
function files3(group, path, wildcard, site3, self) {
  const pattern3 = wildcard === "" ? path : `${path.replace(/\/$/, "")}/${wildcard}`;
  const { router: router3, isResolved, prefixes, guards } = group;
  for (const method3 of ["GET", "HEAD"])
    router3.routes.push({ method: method3, pattern: pattern3, isResolved, guards: [...guards], prefixes, at: site3.at });
  if (wildcard !== "") router3.fallbacks.push({ prefix: path.replace(/\/$/, "") || "/", at: site3.at });
  return self;
}

// src/model/code/routes/go/net-http.ts
function serveMux(run, group, name, site3) {
  if (name === "Handler") return UNKNOWN;
  if (name !== "Handle" && name !== "HandleFunc") return void 0;
  const path = pathAt(site3, 0);
  const [, method3 = "*", host = "", pattern3 = ""] = /^(?:([A-Z]+)[ \t]+)?([^/\s]*)(\/.*)?$/s.exec(path.text) ?? [];
  const own = host === "" ? group : { ...group, host };
  const { handler: handler3 } = answering(run, site3.arguments[1]);
  const whole = pattern3 === "/" && handler3 && isOnlyRoot(handler3) ? "/{$}" : pattern3;
  register(run, own, [method3], whole || "/", { path, handler: site3.arguments[1], guards: [] }, site3);
  return NIL;
}

// src/model/code/routes/go/rpc.ts
function ofRpc(web, server3, name, site3) {
  if (name === "Serve") {
    server3.isServed = true;
    web.listeners.push({ framework: "grpc", address: site3.arguments[0], at: site3.at });
  } else if (name === "RegisterService") {
    const description = site3.arguments[0] && pointed(site3.arguments[0]);
    const service = description?.kind === "struct" ? textOf(description.fields.get("ServiceName")) : void 0;
    server3.services.push({ name: service ?? "", at: site3.at, isResolved: service !== void 0 });
  } else return void 0;
  return UNKNOWN;
}
function isRegistration(name) {
  return /\.Register\w+Server$/.test(name);
}
function registered(name, site3) {
  const host = site3.arguments[0] && pointed(site3.arguments[0]);
  if (host?.kind !== "host" || !("kind" in host.host) || host.host.kind !== "rpc") return void 0;
  const short = /\.Register(\w+)Server$/.exec(name)?.[1] ?? "";
  const isHealth = name.startsWith("google.golang.org/grpc/health/grpc_health_v1.");
  const service = { name: isHealth ? "grpc.health.v1.Health" : short, at: site3.at, isResolved: isHealth };
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
var TYPES2 = [
  [/^net\/http\.ServeMux$/, "net/http"],
  [/^github\.com\/gorilla\/mux\.Router$/, "gorilla/mux"],
  [/^github\.com\/gin-gonic\/gin\.(?:Engine|RouterGroup|IRouter|IRoutes)$/, "gin"],
  [/^github\.com\/labstack\/echo(?:\/v\d+)?\.(?:Echo|Group)$/, "echo"],
  [/^github\.com\/go-chi\/chi(?:\/v\d+)?\.(?:Router|Mux)$/, "chi"],
  [/^github\.com\/gofiber\/fiber(?:\/v\d+)?\.(?:App|Router|Group)$/, "fiber"]
];
function frameworkOfType(type) {
  return TYPES2.find(([name]) => name.test(type))?.[1];
}
var LISTEN = /^net\/http\.(?:ListenAndServe|ListenAndServeTLS|Serve|ServeTLS)$/;
function webKnowledge(web) {
  return {
    call: (run, name, site3) => called2(web, run, name, site3),
    method: (run, object, name, site3) => {
      if (object.kind === "host") return ofHost(web, run, object.host, name, site3);
      if (object.kind === "struct") return ofStruct2(web, run, object, name, site3);
      return void 0;
    },
    escaped: (_run, given3, at4) => {
      for (const one2 of given3) {
        const group = groupOf(pointed(one2));
        if (!group) continue;
        group.router.unresolved.push(at4);
        group.router.fallbacks.push({ prefix: group.prefix || "/", at: at4 });
        web.escapes.push(at4);
      }
    },
    handedOut: (_run, given3) => {
      for (const one2 of given3) markHandedOut(one2);
    },
    variable: (_run, name) => name === "net/http.DefaultServeMux" ? hostOf(standardMux(web, NOWHERE2)) : void 0,
    filled: (run, struct2) => filled(web, run, struct2),
    fresh: (_run, type, at4, name) => {
      const framework = frameworkOfType(type);
      if (framework) return made2(web, framework, name, at4);
      return type === "google.golang.org/grpc.Server" ? server(web, at4) : void 0;
    }
  };
}
function made2(web, framework, name, at4) {
  const router3 = newRouter(framework, name, at4);
  web.routers.push(router3);
  return wholeOf(router3);
}
function server(web, at4) {
  const rpc = { kind: "rpc", at: at4, isServed: false, services: [] };
  web.rpc.push(rpc);
  return hostOf(rpc);
}
var NOWHERE2 = { path: "", start: 0, end: 0 };
function markHandedOut(value) {
  const group = groupOf(pointed(value));
  if (group) group.router.isHandedOut = true;
}
function standardMux(web, at4) {
  web.standard.router ??= newRouter("net/http", "http.DefaultServeMux", at4);
  const { router: router3 } = web.standard;
  if (!web.routers.includes(router3)) web.routers.push(router3);
  return { kind: "group", router: router3, prefix: "", isResolved: true, prefixes: [], guards: router3.guards };
}
function called2(web, run, name, site3) {
  const framework = MAKERS.find(([maker]) => maker.test(name))?.[1];
  if (framework) return made2(web, framework, run.stack.at(-1)?.name ?? shortName2(name), site3.at);
  if (name === "net/http.HandlerFunc") return site3.arguments[0];
  if (name === "net/http.Handle" || name === "net/http.HandleFunc")
    return serveMux(run, standardMux(web, site3.at), name.slice("net/http.".length), site3);
  if (LISTEN.test(name)) {
    serve(web, run, site3.arguments[1], site3.arguments[0], site3.at);
    return UNKNOWN;
  }
  if (name === "google.golang.org/grpc.NewServer") return server(web, site3.at);
  if (isRegistration(name)) return registered(name, site3);
  return container(web, name, site3);
}
function shortName2(name) {
  return name.slice(name.lastIndexOf("/") + 1);
}
function serve(web, run, handler3, address2, at4) {
  const isNil = !handler3 || handler3.kind === "plain" && handler3.value === null;
  const found3 = isNil ? standardMux(web, at4) : void 0;
  const answer = found3 ? { group: found3, guards: [], stripped: "" } : answering(run, handler3);
  web.listeners.push({ framework: answer.group?.router.framework ?? "net/http", address: address2, at: at4 });
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
function usualAddress(run, at4) {
  const port = run.environment("PORT");
  if (port && !port.known) return { kind: "unknown", because: port.because };
  return {
    kind: "plain",
    value: `:${port?.value ?? "8080"}`,
    at: port?.at ?? at4,
    variables: ["PORT"],
    isFallback: !port
  };
}
function ofHost(web, run, host, name, site3) {
  if (!("kind" in host)) return void 0;
  if (host.kind === "gorilla-route") return gorillaRoute(run, host, name, site3);
  if (host.kind === "rpc") {
    return ofRpc(web, host, name, site3);
  }
  if (host.kind !== "group") return void 0;
  const group = host;
  const { framework } = group.router;
  if (STARTS[framework]?.test(name) === true)
    web.listeners.push({ framework, address: site3.arguments[0] ?? usualAddress(run, site3.at), at: site3.at });
  switch (framework) {
    case "net/http":
      return serveMux(run, group, name, site3);
    case "gorilla/mux":
      return gorilla(run, web.gorilla, group, name, site3);
    case "gin":
      return gin(run, group, name, site3);
    case "echo":
      return echo(run, group, name, site3);
    case "chi":
      return chi(run, group, name, site3);
    case "fiber":
      return fiber(run, group, name, site3);
  }
}
function ofStruct2(web, run, struct2, name, site3) {
  if (struct2.outside !== "net/http.Server" || !/^(?:ListenAndServe|Serve)(?:TLS)?$/.test(name)) return void 0;
  serve(web, run, struct2.fields.get("Handler"), name.startsWith("Listen") ? struct2 : site3.arguments[0], site3.at);
  return UNKNOWN;
}
function filled(web, _run, struct2) {
  const type = struct2.outside ?? "";
  for (const field of struct2.fields.values()) markHandedOut(field);
  if (type === "net/http.ServeMux") return made2(web, "net/http", "http.ServeMux", struct2.at);
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
      const command = struct2.fields.get(field);
      if (command && !web.commands.includes(command)) web.commands.push(command);
    }
  return void 0;
}
function container(web, name, site3) {
  const [, what] = /^go\.uber\.org\/(?:fx|dig)\.(Provide|Invoke|Annotate)$/.exec(name) ?? [];
  if (what === "Annotate") return site3.arguments[0];
  if (what === "Provide") web.provided.push(...site3.arguments.map(pointed));
  if (what === "Invoke") web.invoked.push(...site3.arguments.map(pointed));
  return what === void 0 ? void 0 : UNKNOWN;
}

// src/model/code/routes/go.ts
var WEB = /^(?:net\/http|google\.golang\.org\/grpc|github\.com\/(?:gorilla\/mux|gin-gonic\/gin|labstack\/echo(?:\/v\d+)?|go-chi\/chi(?:\/v\d+)?|gofiber\/fiber(?:\/v\d+)?))$/;
var startsOf = /* @__PURE__ */ new WeakMap();
function goStart(program, service) {
  const known7 = startsOf.get(program) ?? /* @__PURE__ */ new WeakMap();
  startsOf.set(program, known7);
  if (!known7.has(service)) known7.set(service, follow(program, service));
  return known7.get(service);
}
function follow(program, service) {
  const files4 = service.files.flatMap((path) => {
    const file = program.files.get(path);
    return file?.language === "go" && !path.endsWith("_test.go") ? [file] : [];
  });
  if (!files4.some((file) => file.imports.some((one2) => WEB.test(one2.from)))) return void 0;
  const web = newWeb();
  const run = goRun(program, webKnowledge(web), service.environment ?? EMPTY_ENVIRONMENT);
  const entries = service.entries.flatMap((path) => program.files.get(path) ?? []);
  const mains = (entries.length > 0 ? entries : files4.filter((file) => !standsAside(file.path))).filter(
    (file) => file.packageName === "main"
  );
  for (const main of new Set(mains.map((file) => packageOf(program, file)))) {
    const [first2] = main.files;
    if (first2) startPackage(run, first2);
    const fn = main.functions.get("main");
    if (fn) callClosure(run, { kind: "closure", ...fn }, []);
  }
  runCommands(run, web);
  runContainer(run, web);
  if (web.standard.router && files4.some((file) => file.imports.some((one2) => one2.from === "net/http/pprof")))
    web.standard.router.fallbacks.push({ prefix: "/debug/pprof", at: web.standard.router.at });
  const elsewhere2 = program.reachableFrom(otherMains(program, mains));
  runUncalled(
    run,
    files4.filter((file) => !elsewhere2.has(file.path))
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
  const made5 = /* @__PURE__ */ new Map();
  for (const maker of web.provided.slice(0, MOST_PROVIDED)) {
    if (maker.kind !== "closure" || !maker.node.returns) continue;
    const { returns } = maker.node;
    const [first2 = returns] = returns.name === "tuple" ? returns.arguments : [returns];
    makers.set(typeKey(run, maker.file, first2.name), maker);
  }
  const give = (type, depth) => {
    const known7 = made5.get(type);
    if (known7) return known7;
    const maker = makers.get(type);
    if (!maker || depth <= 0) return UNKNOWN;
    made5.set(type, UNKNOWN);
    const result = callClosure(run, maker, wanted(maker, depth - 1));
    const value = result.kind === "tuple" ? result.items[0] ?? UNKNOWN : result;
    made5.set(type, value);
    return value;
  };
  const wanted = ({ file, node }, depth) => node.parameters.map(({ type }) => type ? give(typeKey(run, file, type.name), depth) : UNKNOWN);
  for (const one2 of web.invoked.slice(0, MOST_PROVIDED))
    if (one2.kind === "closure") callClosure(run, one2, wanted(one2, 20));
  runCommands(run, web);
}
function typeKey(run, file, name) {
  const type = typeNamed(run.program, file, name);
  return type.kind === "own" ? `${type.file.path}:${type.name}` : type.name;
}
function runUncalled(run, files4) {
  for (const file of files4) {
    if (standsAside(file.path) || !file.imports.some((one2) => WEB.test(one2.from))) continue;
    for (const node of file.body) {
      if (node.kind !== "function" || run.called.has(node) || node.name === "main") continue;
      const fn = { file, node };
      const routers = node.parameters.map((parameter3) => freshRouter(run, fn, parameter3));
      const makes = node.returns && routerType(run, file, node.returns.name);
      if (!routers.some(Boolean) && makes === void 0) continue;
      const closure = { kind: "closure", ...fn };
      callClosure(
        run,
        closure,
        routers.map((router3) => router3 ?? UNKNOWN)
      );
    }
  }
}
function routerType(run, file, name) {
  const type = typeNamed(run.program, file, name);
  return type.kind === "outside" && frameworkOfType(type.name) !== void 0 ? type.name : void 0;
}
function freshRouter(run, { file, node }, parameter3) {
  const type = parameter3.type && routerType(run, file, parameter3.type.name);
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
  const at4 = { path: service.entries[0] ?? service.files[0] ?? "", start: 0, end: 0 };
  return {
    ...table,
    unregistered: [],
    unresolved: [...table.unresolved, at4],
    fallbacks: [...table.fallbacks, { prefix: "/", at: at4 }]
  };
}
function goRpc(program, service) {
  const start = goStart(program, service);
  const services = (start?.web.rpc ?? []).flatMap(
    ({ services: services2, isServed }) => services2.filter((one2) => one2.name !== "").map((one2) => ({ ...one2, isServed }))
  );
  const unresolved = (start?.web.rpc ?? []).flatMap(
    (one2) => one2.services.filter(({ name }) => name === "").map(({ at: at4 }) => at4)
  );
  return { services, unresolved };
}

// src/model/code/go/listening.ts
function goListening(program, service) {
  const start = goStart(program, service);
  return (start?.web.listeners ?? []).map(({ framework, address: address2, at: at4 }) => {
    const written3 = addressOf(address2);
    if (written3?.kind !== "plain" || typeof written3.value !== "string")
      return { framework, port: unknownPort(at4, written3), at: at4 };
    const { variables: variables2 = [], isFallback = false } = written3;
    const place2 = written3.at ?? at4;
    const [, host = "", port = ""] = /^(.*?):?([^:]*)$/s.exec(written3.value) ?? [];
    const number3 = port === "http" || written3.value === "" ? 80 : port === "https" ? 443 : Number(port);
    const origin2 = { at: place2, variables: variables2, isFallback };
    const bare2 = host.replace(/^\[(.*)\]$/s, "$1");
    return {
      framework,
      port: {
        kind: "known",
        value: /^\d+$/.test(port) || port.startsWith("http") || written3.value === "" ? number3 : port,
        ...origin2
      },
      ...bare2 !== "" && { host: { kind: "known", value: bare2, ...origin2 } },
      at: at4
    };
  });
}
function unknownPort(at4, value) {
  const because = value?.kind === "unknown" ? value.because : "it is known when the program runs";
  return { kind: "unknown", because, at: at4, variables: [], isFallback: false };
}
function addressOf(value) {
  const inner2 = value && pointed(value);
  if (inner2?.kind === "struct") return addressOf(inner2.fields.get("Addr") ?? { kind: "plain", value: "" });
  if (inner2?.kind === "result" && /^net\.Listen$|^\.Listen$/.test(inner2.of)) return addressOf(inner2.arguments.at(-1));
  return inner2;
}

// src/model/code/go/shutdown.ts
var SIGNALS = /^os\/signal\.(?:Notify|NotifyContext)$/;
var CLOSES = /^(?:Shutdown|ShutdownWithTimeout|ShutdownWithContext|GracefulStop|GracefulShutdown)$/;
var MANAGERS = /graceful|shutdown|lifecycle|\/(?:endless|manners|run|fx|fxevent|service|suture|grace|terminator|signals?|app)(?:\/v\d+)?$|go-kratos|zeromicro\/go-zero|go-micro|sigs\.k8s\.io\/controller-runtime|dapr|cloud\.google\.com\/go\/functions|aws-lambda-go|encore\.dev|goa\.design/;
function goShutdown(program, service) {
  const start = goStart(program, service);
  const places = new Map((start?.web.listeners ?? []).map(({ at: at4 }) => [`${at4.path}:${String(at4.start)}`, at4]));
  if (places.size === 0) return [];
  const files4 = goFiles(program, [
    ...program.reachableFrom(service.entries.length > 0 ? service.entries : service.files)
  ]);
  const judged = judge(program, files4);
  const inOrder = [...places.values()].sort(
    (a, b) => a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1
  );
  return inOrder.map((at4) => ({ ...judged, at: at4 }));
}
function judge(program, files4) {
  const takesSignals = files4.some((file) => outsideCalls(program, file).some((call3) => SIGNALS.test(call3.name)));
  const closes = files4.some(closesServer);
  if (takesSignals && closes) return { kind: "handled" };
  const manager = files4.flatMap((file) => file.imports.filter((one2) => program.target(file, one2.from).kind === "package")).find((one2) => one2.from.includes(".") && MANAGERS.test(one2.from))?.from;
  if (manager !== void 0) return { kind: "unknown", because: `${manager} may close it` };
  if (takesSignals) return { kind: "missing", because: "signals are taken, and no Shutdown is called" };
  return closes ? { kind: "missing", because: "Shutdown is called, and no signal is waited for" } : { kind: "missing" };
}
function closesServer(file) {
  let found3 = false;
  walk(file.body, (node) => {
    if (node.kind === "member" && CLOSES.test(node.property)) found3 = true;
    return found3 ? false : void 0;
  });
  return found3;
}

// src/code/calls.ts
function calleeOf(program, at4) {
  const known7 = calleesOf.get(program) ?? /* @__PURE__ */ new WeakMap();
  calleesOf.set(program, known7);
  const answer = known7.get(at4.node);
  if (answer !== void 0) return answer ?? void 0;
  const found3 = findCallee(program, at4);
  known7.set(at4.node, found3 ?? null);
  return found3;
}
var calleesOf = /* @__PURE__ */ new WeakMap();
function findCallee(program, { file, node }) {
  const callee = peel(node.callee);
  const found3 = definitionOf(program, { file, node: callee });
  if (found3.kind === "function") return found3;
  if (found3.kind === "class") {
    const maker = classMember(program, found3, file.language === "python" ? "__init__" : "constructor");
    return maker?.kind === "function" ? maker : void 0;
  }
  if (callee.kind !== "member") return void 0;
  const of = typeOf2(program, { file, node: callee.object });
  if (of?.kind !== "class") return void 0;
  const method3 = classMember(program, of, callee.property);
  return method3?.kind === "function" ? method3 : void 0;
}
function argumentFor(call3, fn, parameter3) {
  const named4 = parameter3.target.kind === "name" ? parameter3.target.name : void 0;
  for (const argument3 of call3.arguments) {
    if (argument3.kind === "keyword" && argument3.name === named4) return argument3.value;
  }
  const [first2] = fn.parameters;
  const isBound2 = first2?.target.kind === "name" && /^(?:self|cls)$/.test(first2.target.name) && call3.callee.kind === "member";
  const position = fn.parameters.indexOf(parameter3) - (isBound2 ? 1 : 0);
  const given3 = call3.arguments.filter((argument3) => argument3.kind !== "keyword");
  if (given3.slice(0, position + 1).some((argument3) => argument3.kind === "spread")) return void 0;
  return given3[position];
}
var indexOf = /* @__PURE__ */ new WeakMap();
function callsByName(program) {
  const known7 = indexOf.get(program);
  if (known7) return known7;
  const found3 = /* @__PURE__ */ new Map();
  for (const file of program.files.values()) {
    walk(file.body, (node) => {
      if (node.kind !== "call") return void 0;
      const callee = peel(node.callee);
      const name = callee.kind === "member" ? callee.property : callee.kind === "name" ? callee.name : void 0;
      if (name === void 0) return void 0;
      const list2 = found3.get(name);
      if (list2) list2.push({ file, node });
      else found3.set(name, [{ file, node }]);
      return void 0;
    });
  }
  indexOf.set(program, found3);
  return found3;
}
var MOST_CALLERS = 200;
function callersOf(program, fn) {
  const { name } = fn.node;
  const candidates = name === void 0 ? [] : callsByName(program).get(name) ?? [];
  if (name === void 0 || candidates.length > MOST_CALLERS) return { calls: [], complete: false };
  const calls = [];
  let complete = true;
  for (const candidate2 of candidates) {
    const callee = calleeOf(program, candidate2);
    if (callee?.node === fn.node) calls.push(candidate2);
    else if (!callee && isOpen(program, candidate2)) complete = false;
  }
  return { calls, complete };
}
function isOpen(program, { file, node }) {
  const callee = peel(node.callee);
  if (callee.kind !== "member") return false;
  const of = typeOf2(program, { file, node: callee.object });
  return of === void 0;
}

// src/model/code/health/depth.ts
var DEEPEST6 = 3;
var MOST_NODES = 4e3;
var ASKS = /(?:^|\.)(?:\$queryRaw|\$queryRawUnsafe|\$executeRaw|\$runCommandRaw|ping|PingContext|Ping|authenticate|pingCheck|isConnected|listTopics|fetchTopicMetadata|describeCluster|serverStatus|getDatabase|exec_driver_sql|health_check|dbStats)$/;
var STATEMENTS3 = /(?:^|\.)(?:query|execute|raw|exec|Exec|Query|QueryRow|QueryContext|scalar|run)$/;
var TERMINUS = /(?:^|\.)(?:health|healthCheckService|healthService|terminus)\.check$/;
var HARMLESS = /^(?:res|response|reply|ctx|c|context|w|req|request|r|console|logger|log|this\.logger|self\.logger|logging|Date|JSON|Math|process|os|performance|Number|String|Boolean|Object|Array|Promise|time|datetime|jsonify|JSONResponse|Response|PlainTextResponse|JsonResponse|HttpResponse|dict|str|int|float|round|len|platform|socket|json|fmt|http|gin|echo|fiber|NextResponse|Map|Set)(?:\.|$)/;
var PROCESS = /(?:^|\.)(?:memoryUsage|checkHeap|checkRSS|checkStorage|heapUsed|virtual_memory|disk_usage|freemem|loadavg|statfs)$/;
function depthOf2(program, handler3) {
  const look2 = {
    program,
    asks: [],
    fails: false,
    mayFail: false,
    looksAtProcess: false,
    isOpen: false,
    nodes: 0,
    seen: /* @__PURE__ */ new Set()
  };
  visit(look2, handler3, 0, void 0);
  const [first2] = look2.asks;
  if (!first2) {
    if (look2.isOpen || look2.nodes > MOST_NODES) return { depth: "unknown" };
    return { depth: look2.looksAtProcess ? "process" : "constant" };
  }
  const dependency2 = { dependency: first2.name, dependencyAt: first2.at };
  if (look2.fails || look2.asks.some((one2) => !one2.isCaught)) return { depth: "hard", ...dependency2 };
  if (look2.isOpen || look2.mayFail) return { depth: "unknown", ...dependency2 };
  return { depth: "soft", ...dependency2, ...first2.takenAt && { takenAt: first2.takenAt } };
}
function visit(look2, fn, depth, caught) {
  if (look2.seen.has(fn.node)) return;
  look2.seen.add(fn.node);
  for (const statement2 of fn.node.body) visitNode(look2, fn, statement2, depth, caught);
}
function visitNode(look2, fn, node, depth, caught) {
  if (++look2.nodes > MOST_NODES) return;
  if (node.kind === "try") {
    const [handler3] = node.handlers;
    const taken = handler3 ? { path: fn.file.path, start: handler3.start, end: handler3.end } : void 0;
    const raises = node.handlers.some((one2) => mentions2(one2.body, isRaise));
    for (const one2 of node.body) visitNode(look2, fn, one2, depth, raises ? caught : taken ?? caught);
    for (const one2 of [...node.handlers.flatMap((each) => each.body), ...node.otherwise, ...node.finalizer])
      visitNode(look2, fn, one2, depth, caught);
    return;
  }
  if (isFailure(node)) look2.fails = true;
  else if (mayBeFailure(node)) look2.mayFail = true;
  if (node.kind === "call") visitCall(look2, fn, node, depth, caught);
  else if (node.kind === "tagged") {
    const name = pathOf(node.tag)?.join(".") ?? "";
    if (ASKS.test(name)) ask(look2, fn, name, node, caught);
  }
  for (const child of childrenOf(node)) {
    const inCatch = node.kind === "call" && isCatch(node) && child === node.callee;
    const span = { path: fn.file.path, start: node.start, end: node.end };
    visitNode(look2, fn, child, depth, inCatch ? span : caught);
  }
}
function ask(look2, fn, name, node, caught) {
  look2.asks.push({
    name,
    at: { path: fn.file.path, start: node.start, end: node.end },
    isCaught: caught !== void 0,
    ...caught && { takenAt: caught }
  });
}
function isCatch(call3) {
  const callee = peel(call3.callee);
  if (callee.kind !== "member") return false;
  const [first2, second] = call3.arguments;
  if (callee.property === "catch") return first2 !== void 0 && !mentions2([first2], isRaise);
  if (callee.property === "then") return second !== void 0;
  return false;
}
function visitCall(look2, fn, call3, depth, caught) {
  const path = pathOf(call3.callee)?.join(".").replace(/^(?:this|self)\./, "") ?? lastName(call3.callee);
  if (PROCESS.test(path)) {
    look2.looksAtProcess = true;
    return;
  }
  const callee = calleeOf(look2.program, { file: fn.file, node: call3 });
  if (TERMINUS.test(path)) terminus(look2, fn, call3, path);
  else if (ASKS.test(path) || STATEMENTS3.test(path) && call3.arguments.some(isStatement3))
    ask(look2, fn, path, call3, caught);
  else if (callee) {
    if (depth < DEEPEST6) visit(look2, callee, depth + 1, caught);
    else look2.isOpen = true;
  } else if (path !== "Promise.allSettled" && !isKnownCall(look2, fn, call3, path)) look2.isOpen = true;
}
function isKnownCall(look2, fn, call3, path) {
  const outside = externalName(definitionOf(look2.program, { file: fn.file, node: call3.callee }));
  if (HARMLESS.test(path) || outside !== void 0 && isQuiet(outside)) return true;
  return QUIET_METHODS.test(path.split(".").at(-1) ?? "");
}
var QUIET_METHODS = /^(?:toISOString|toString|getTime|toFixed|json|send|status|code|sendStatus|end|header|set|type|strftime|isoformat|uptime|now|get|join|map|filter|every|some|includes|push|info|debug|warn|error|log|catch|then)$/;
function isQuiet(name) {
  return /^(?:express|fastify|koa|hono|next|@nestjs\/common|fastapi|starlette|flask|django\.http|rest_framework\.response|os|process|time|datetime|json|logging|structlog|pino|winston|fmt|net\/http|encoding\/json|github\.com\/gin-gonic\/gin|runtime)(?:\.|\/|$)/.test(
    name
  );
}
function isStatement3(argument3) {
  const inner2 = peel(argument3);
  if (inner2.kind === "literal") return typeof inner2.value === "string" && /^\s*select\b/i.test(inner2.value);
  if (inner2.kind === "call") return inner2.arguments.some(isStatement3);
  if (inner2.kind === "template") return inner2.parts.some((part2) => typeof part2 === "string" && /^\s*select\b/i.test(part2));
  if (inner2.kind === "tagged") return isStatement3(inner2.template);
  if (inner2.kind === "object") return inner2.entries.some((one2) => one2.kind === "entry" && isStatement3(one2.value));
  return false;
}
function terminus(look2, fn, call3, path) {
  const [list2] = call3.arguments;
  const indicators = list2 && peel(list2);
  if (indicators?.kind !== "array") {
    look2.isOpen = true;
    return;
  }
  for (const one2 of indicators.elements) {
    let named4 = "";
    walk([one2], (node) => {
      if (node.kind === "call")
        named4 = pathOf(node.callee)?.join(".").replace(/^this\./, "") ?? named4;
      return void 0;
    });
    if (PROCESS.test(named4)) look2.looksAtProcess = true;
    else ask(look2, fn, named4 || path, one2, void 0);
  }
}
function lastName(callee) {
  const inner2 = peel(callee);
  return inner2.kind === "member" ? inner2.property : inner2.kind === "name" ? inner2.name : "";
}
function mentions2(nodes, test) {
  let found3 = false;
  walk(nodes, (node) => {
    if (test(node)) found3 = true;
    return !found3;
  });
  return found3;
}
function isRaise(node) {
  return node.kind === "throw";
}
var STATUS_CALL = /(?:^|\.)(?:status|sendStatus|code|writeHead|WriteHeader|Status|SendStatus|AbortWithStatus|AbortWithStatusJSON|JSON|String|abort|NewHTTPError|NewError|Error)$/;
var ERROR_NAME = /(?:ServiceUnavailable|InternalServerError|BadGateway|GatewayTimeout|HttpException|HTTPException|HealthCheckError|StatusInternalServerError|StatusServiceUnavailable|HTTP_503|HTTP_500|HTTP_5\w+)/;
function isFailure(node) {
  if (node.kind === "throw") return true;
  if (node.kind === "assign")
    return node.target.kind === "member" && /^(?:status|statusCode|status_code)$/.test(node.target.property) && isErrorStatus(node.value);
  if (node.kind === "return" && node.value?.kind === "array") return node.value.elements.some(isErrorStatus);
  if (node.kind === "entry") return (node.key === "status" || node.key === "statusCode") && isErrorStatus(node.value);
  if (node.kind === "keyword") return /^(?:status_code|status)$/.test(node.name) && isErrorStatus(node.value);
  if (node.kind === "member") return ERROR_NAME.test(node.property);
  if (node.kind !== "call") return false;
  const name = pathOf(node.callee)?.join(".") ?? lastName(node.callee);
  if (ERROR_NAME.test(name)) return true;
  if (/^(?:next|done|ctx\.throw|ctx\.assert)$/.test(name) && node.arguments.length > 0) return true;
  if (node.callee.kind === "name" && node.callee.name === "panic") return true;
  if (name === "http.Error") return true;
  if (STATUS_CALL.test(name) || /(?:^|\.)(?:json|body|text|send)$/.test(name)) return node.arguments.some(isErrorStatus);
  return false;
}
function isErrorStatus(node) {
  const inner2 = peel(node);
  if (inner2.kind === "literal") return typeof inner2.value === "number" && inner2.value >= 400 && inner2.value < 600;
  if (inner2.kind === "conditional") return isErrorStatus(inner2.consequent) || isErrorStatus(inner2.alternate);
  if (inner2.kind === "binary") return isErrorStatus(inner2.left) || isErrorStatus(inner2.right);
  if (inner2.kind === "member")
    return ERROR_NAME.test(inner2.property) || /^SERVICE_UNAVAILABLE$|^INTERNAL_SERVER_ERROR$/.test(inner2.property);
  return false;
}
function mayBeFailure(node) {
  if (node.kind === "literal") return typeof node.value === "number" && node.value >= 500 && node.value < 600;
  if (node.kind === "keyword") return /^(?:status_code|status)$/.test(node.name) && isOpenStatus(node.value);
  if (node.kind === "assign")
    return node.target.kind === "member" && /^(?:status|statusCode|status_code)$/.test(node.target.property) && isOpenStatus(node.value);
  if (node.kind !== "call") return false;
  const name = pathOf(node.callee)?.join(".") ?? lastName(node.callee);
  if (/^(?:process\.exit|sys\.exit|os\.Exit|reject|fail)$/.test(name)) return true;
  const [first2] = node.arguments;
  return /(?:^|\.)(?:status|sendStatus|code|writeHead|WriteHeader|Status|SendStatus)$/.test(name) && first2 !== void 0 && isOpenStatus(first2);
}
function isOpenStatus(node) {
  const inner2 = peel(node);
  return inner2.kind !== "literal" && !(inner2.kind === "member" && /(?:OK|StatusOK|HTTP_200_OK)$/.test(inner2.property));
}

// src/model/code/health/health.ts
function healthRoutesOf(program, { routes }, name, asked2) {
  return routes.flatMap((route3) => {
    if (!/^(?:GET|\*|ALL|HEAD)$/.test(route3.method)) return [];
    const kind = route3.isResolved ? healthKindOf(route3.path, name) : void 0;
    if (!kind && !asked2(route3)) return [];
    const found3 = route3.handler ? depthIn(program, route3, route3.handler) : { depth: "unknown" };
    return [{ route: route3, ...kind && { kind }, found: found3 }];
  });
}
function depthIn(program, route3, handler3) {
  if (route3.framework !== "node") return depthOf2(program, handler3);
  const branch2 = branchFor(handler3.node, route3.path);
  return branch2 ? depthOf2(program, { file: handler3.file, node: { ...handler3.node, body: branch2 } }) : { depth: "unknown" };
}
function branchFor(fn, path) {
  let found3;
  const isPath2 = (node) => node.kind === "literal" && node.value === path;
  walk(fn.body, (node) => {
    if (found3) return false;
    if (node.kind === "if" && childrenOf(node.test).some(isPath2)) found3 = node.consequent;
    if (node.kind === "switch") found3 = node.cases.find((one2) => one2.tests.some(isPath2))?.body;
    return void 0;
  });
  return found3;
}

// src/code/startup/values.ts
var NOTHING2 = { kind: "plain", value: null };
var ABSENT2 = { kind: "plain", value: null, isUncertain: true };
var NOT_KNOWN = { kind: "unknown" };
function plain3(value) {
  return { kind: "plain", value };
}
var LONGEST7 = 2e3;
function list(elements, isOpen3 = false) {
  const isLong = elements.length > LONGEST7;
  return { kind: "list", elements: isLong ? elements.slice(0, LONGEST7) : elements, isOpen: isOpen3 || isLong };
}
function fields(entries = [], isOpen3 = false) {
  return { kind: "fields", entries: new Map(entries), isOpen: isOpen3 };
}
function loosen(object) {
  object.isOpen = true;
  for (const [key, value] of object.entries)
    if (value.kind === "plain" && !value.value) object.entries.set(key, { ...value, isUncertain: true });
}
function stringOf(value) {
  return value?.kind === "plain" && typeof value.value === "string" && !value.isPartial ? value.value : void 0;
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
  const flat2 = [...new Set(values2.flatMap(alternatives))].filter((one2) => one2.kind !== "unknown");
  const [first2] = flat2;
  if (!first2) return NOT_KNOWN;
  return flat2.length === 1 ? first2 : { kind: "either", values: flat2.slice(0, 20) };
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
  const [first2, second, third] = value.steps;
  const isProcess = first2?.kind === "member" && (first2.name === "process" || first2.name === "Bun" || first2.name === "Deno");
  if (value.package === "" && isProcess && second?.kind === "member" && second.name === "env") {
    if (third?.kind === "member") return third.name === "get" ? argumentOf(value) : third.name;
  }
  if (value.package === "@nestjs/config") return argumentOf(value);
  return void 0;
}
function environmentValue2(run, value) {
  const name = environmentName(value);
  if (name === void 0) return void 0;
  const set = run.models.environment?.(name);
  if (set?.known) return plain3(set.value);
  const last = value.steps.at(-1);
  const fallback = set === void 0 && last?.kind === "call" ? last.site.arguments[1] : void 0;
  return fallback?.kind === "plain" ? fallback : void 0;
}
function argumentOf(value) {
  const last = value.steps.at(-1);
  return last?.kind === "call" ? stringOf(last.site.arguments[0]) : void 0;
}

// src/code/startup/patterns.ts
function bindPattern(run, pattern3, value, scope) {
  spread2(run, pattern3, value, scope, (name, one2) => scope.names.set(name, one2));
}
function assignTo(run, target, value, scope) {
  spread2(run, target, value, scope, (name, one2) => {
    if (name === "exports") return;
    let isMaybe2 = false;
    for (let at4 = scope; at4; at4 = at4.parent) {
      const before = at4.names.get(name);
      if (before) {
        at4.names.set(name, isMaybe2 ? eitherOf([before, one2]) : one2);
        return;
      }
      if (at4.isMaybe) isMaybe2 = true;
    }
    scope.names.set(name, one2);
  });
}
function spread2(run, pattern3, value, scope, bind4) {
  switch (pattern3.kind) {
    case "name":
      bind4(pattern3.name, value);
      return;
    case "cast":
      spread2(run, pattern3.value, value, scope, bind4);
      return;
    case "default": {
      const isMissing = value.kind === "unknown" || value.kind === "plain" && value.value === null;
      spread2(run, pattern3.target, isMissing ? evaluate3(run, pattern3.value, scope) : value, scope, bind4);
      return;
    }
    case "object": {
      const taken = /* @__PURE__ */ new Set();
      for (const entry of pattern3.entries) {
        if (entry.kind === "spread") {
          spread2(run, entry.value, restOf(value, taken), scope, bind4);
          continue;
        }
        if (entry.key !== void 0) taken.add(entry.key);
        spread2(run, entry.value, entry.key === void 0 ? NOT_KNOWN : memberOf2(run, value, entry.key), scope, bind4);
      }
      return;
    }
    case "array": {
      const items = itemsOf(value);
      for (const [index, element3] of pattern3.elements.entries()) {
        if (element3.kind === "spread")
          spread2(run, element3.value, items ? list(items.elements.slice(index), items.isOpen) : NOT_KNOWN, scope, bind4);
        else spread2(run, element3, items?.elements[index] ?? NOT_KNOWN, scope, bind4);
      }
      return;
    }
    case "member":
    case "index":
      assignInto(run, pattern3, value, scope);
      return;
    default:
  }
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
  const name = target.kind === "member" ? target.property : keyOf2(run, target.index, scope);
  if (name === void 0) {
    const changed = evaluate3(run, object, scope);
    if (changed.kind === "fields") loosen(changed);
    return;
  }
  const isExports = object.kind === "name" && object.name === "exports" || object.kind === "member" && object.object.kind === "name" && object.object.name === "module";
  if (isExports && scope.file.imports.every((one2) => one2.local !== "exports")) assignExport(run, scope.file, name, value);
  else {
    const changed = evaluate3(run, object, scope);
    const before = isMaybe(scope) && changed.kind === "fields" ? changed.entries.get(name) : void 0;
    assignMember(changed, name, before ? eitherOf([before, value]) : value);
  }
}
function isMaybe(scope) {
  for (let at4 = scope; at4 && !at4.fn; at4 = at4.parent) if (at4.isMaybe) return true;
  return false;
}
function keyOf2(run, index, scope) {
  const key = evaluate3(run, index, scope);
  return key.kind === "plain" && !key.isPartial ? String(key.value) : void 0;
}

// src/code/startup/run.ts
var BUDGET = 3e5;
var DEEPEST7 = 500;
function createRun(program, files4, models) {
  return {
    program,
    files: files4,
    models,
    modules: createModules(),
    budget: BUDGET,
    depth: 0,
    isCut: false,
    active: /* @__PURE__ */ new Map(),
    called: /* @__PURE__ */ new Set(),
    loadsUnknown: false,
    exported: /* @__PURE__ */ new Map()
  };
}
function isExhausted(run) {
  return run.budget < 0 || run.isCut;
}
function deeper(run, otherwise2, work) {
  if (run.budget < 0) return otherwise2;
  if (run.depth >= DEEPEST7) {
    run.isCut = true;
    return otherwise2;
  }
  run.depth++;
  try {
    return work();
  } finally {
    run.depth--;
  }
}
function innerScope(parent, more = {}) {
  return { file: parent.file, names: /* @__PURE__ */ new Map(), parent, ...more };
}
function closureOf(fn, file, scope, self) {
  return { kind: "closure", fn, file, scope, properties: /* @__PURE__ */ new Map(), ...self && { self } };
}

// src/code/startup/statements.ts
var MAYBE = { isMaybe: true };
var TURNS = 500;
function execute2(run, statements, scope, frame) {
  for (const statement2 of statements) {
    if (statement2.kind === "function" && statement2.name !== void 0)
      scope.names.set(statement2.name, closureOf(statement2, scope.file, scope));
    else if (statement2.kind === "class") declareClass(statement2, scope);
  }
  for (const statement2 of statements) {
    if (run.budget-- < 0) return "end";
    const ending = executeOne2(run, statement2, scope, frame);
    if (ending) return ending;
  }
  return void 0;
}
function declareClass(node, scope) {
  if (node.name !== void 0) scope.names.set(node.name, classOf2(node, scope));
}
function executeOne2(run, statement2, scope, frame) {
  switch (statement2.kind) {
    case "declare":
      bindPattern(run, statement2.target, statement2.value ? evaluate3(run, statement2.value, scope) : NOTHING2, scope);
      return void 0;
    case "expression":
      remember(run, statement2.value, evaluate3(run, statement2.value, scope), scope);
      return void 0;
    case "return":
      frame.returns.push(statement2.value ? evaluate3(run, statement2.value, scope) : NOTHING2);
      return "end";
    case "throw":
      return "end";
    case "if":
      return executeBranches(
        run,
        truthOf(evaluate3(run, statement2.test, scope)),
        statement2.consequent,
        statement2.alternate,
        scope,
        frame
      );
    case "switch":
      return executeSwitch(run, statement2, scope, frame);
    case "loop":
      return executeLoop(run, statement2, scope, frame);
    case "try": {
      const ending = execute2(run, statement2.body, innerScope(scope), frame);
      for (const handler3 of statement2.handlers) {
        const inner2 = innerScope(scope, MAYBE);
        if (handler3.target) bindPattern(run, handler3.target, NOT_KNOWN, inner2);
        execute2(run, handler3.body, inner2, frame);
      }
      return execute2(run, statement2.finalizer, innerScope(scope), frame) ?? ending;
    }
    case "block":
      return execute2(run, statement2.body, innerScope(scope), frame);
    case "jump":
      return statement2.form === "break" || statement2.form === "continue" ? "jump" : void 0;
    default:
      return void 0;
  }
}
function remember(run, expression3, value, scope) {
  if (!scope.parent) run.exported.set(expression3, value);
}
function executeBranches(run, truth2, consequent, alternate, scope, frame) {
  if (truth2 === true) return execute2(run, consequent, innerScope(scope), frame);
  if (truth2 === false) return execute2(run, alternate, innerScope(scope), frame);
  const first2 = execute2(run, consequent, innerScope(scope, MAYBE), frame);
  const second = execute2(run, alternate, innerScope(scope, MAYBE), frame);
  return first2 && second ? first2 : void 0;
}
function executeSwitch(run, statement2, scope, frame) {
  if (statement2.subject) evaluate3(run, statement2.subject, scope);
  for (const one2 of statement2.cases) execute2(run, one2.body, innerScope(scope, MAYBE), frame);
  return void 0;
}
function executeLoop(run, loop5, scope, frame) {
  if (loop5.form !== "each" || !loop5.iterated || !loop5.target) {
    const inner2 = innerScope(scope);
    if (loop5.first) execute2(run, [loop5.first], inner2, frame);
    for (const name of inner2.names.keys()) inner2.names.set(name, NOT_KNOWN);
    execute2(run, loop5.body, innerScope(inner2, MAYBE), frame);
    return void 0;
  }
  const iterated = evaluate3(run, loop5.iterated, scope);
  const items = itemsOf(iterated);
  for (const item of items?.elements.slice(0, TURNS) ?? []) {
    const inner2 = innerScope(scope);
    bindPattern(run, loop5.target, item, inner2);
    if (execute2(run, loop5.body, inner2, frame) === "end") break;
  }
  if (!items || items.isOpen) {
    const inner2 = innerScope(scope, MAYBE);
    bindPattern(run, loop5.target, NOT_KNOWN, inner2);
    execute2(run, loop5.body, inner2, frame);
  }
  return void 0;
}
function resultOf(frame) {
  return frame.returns.length === 0 ? NOTHING2 : eitherOf(frame.returns.filter((one2) => one2 !== NOTHING2 || frame.returns.length === 1));
}

// src/code/startup/modules.ts
function createModules() {
  return { states: /* @__PURE__ */ new Map() };
}
function stateOf2(run, file) {
  let state = run.modules.states.get(file.path);
  if (!state) {
    const imports2 = /* @__PURE__ */ new Map();
    for (const one2 of file.imports) if (one2.local !== void 0 && !one2.typeOnly) imports2.set(one2.local, one2);
    state = { scope: { file, names: /* @__PURE__ */ new Map() }, isStarted: false, assigned: /* @__PURE__ */ new Map(), imports: imports2 };
    run.modules.states.set(file.path, state);
  }
  return state;
}
function startModule(run, file) {
  const state = stateOf2(run, file);
  if (state.isStarted) return state.scope;
  state.isStarted = true;
  for (const one2 of file.imports) {
    if (one2.typeOnly || one2.deferred || isInBody(file, one2)) continue;
    const target = run.program.target(file, one2.from);
    if (target.kind === "files") {
      for (const each of target.files) if (isRelevant(run, each)) startModule(run, each);
    }
  }
  execute2(run, file.body, state.scope, { returns: [] });
  return state.scope;
}
function isInBody(file, one2) {
  return file.body.some((statement2) => statement2.start <= one2.start && one2.end <= statement2.end);
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
    const names = file.imports.filter((one2) => !one2.typeOnly).map((one2) => one2.from);
    for (const one2 of file.exports) if (one2.from !== void 0 && !one2.typeOnly) names.push(one2.from);
    for (const name of new Set(names)) {
      const target = run.program.target(file, name);
      if (target.kind === "package" && run.models.isRelevant(target.name)) relevant.add(path);
      if (target.kind !== "files") continue;
      for (const each of target.files) {
        const known7 = importers.get(each.path);
        if (known7) known7.push(path);
        else importers.set(each.path, [path]);
      }
    }
  }
  for (const path of relevant) for (const importer of importers.get(path) ?? []) relevant.add(importer);
  return relevant;
}
function moduleName(run, file, name) {
  const state = stateOf2(run, file);
  const own = state.scope.names.get(name);
  if (own) return own;
  const taken = state.imports.get(name);
  return taken && importedValue(run, file, taken.from, taken.name ?? "*");
}
function importedValue(run, file, from, name) {
  const target = run.program.target(file, from);
  if (target.kind === "missing") return NOT_KNOWN;
  if (target.kind === "package") {
    const steps = name === "*" || name === "=" || name === "default" ? [] : [{ kind: "member", name }];
    const value = { kind: "outside", package: from.replace(/^node:/, ""), steps };
    return run.models.value?.(run, value) ?? value;
  }
  const [first2] = target.files;
  if (!first2) return NOT_KNOWN;
  return name === "*" || name === "=" ? wholeOf2(run, first2) : exportedValue(run, first2, name) ?? NOT_KNOWN;
}
function wholeOf2(run, file) {
  if (file.path.endsWith(".json")) return NOT_KNOWN;
  startModule(run, file);
  const state = stateOf2(run, file);
  const whole = state.assigned.get("=");
  if (whole) return whole;
  const entry = file.exports.find((one2) => one2.name === "=");
  return (entry && valueOfExport(run, file, entry)) ?? { kind: "namespace", file };
}
function exportedValue(run, file, name, seen = /* @__PURE__ */ new Set()) {
  if (seen.has(file.path)) return void 0;
  seen.add(file.path);
  startModule(run, file);
  const state = stateOf2(run, file);
  const assigned = state.assigned.get(name);
  if (assigned) return assigned;
  const entry = file.exports.find((one2) => one2.name === name && !one2.typeOnly);
  if (entry) return valueOfExport(run, file, entry);
  for (const one2 of file.exports) {
    if (one2.name !== "*" || one2.from === void 0 || one2.typeOnly) continue;
    const target = run.program.target(file, one2.from);
    const found3 = target.kind === "files" && target.files[0] && exportedValue(run, target.files[0], name, seen);
    if (found3) return found3;
  }
  const whole = state.assigned.get("=");
  if (!whole) return void 0;
  return name === "default" ? propertyOf(run, whole, "default") ?? whole : propertyOf(run, whole, name);
}
function propertyOf(run, value, name) {
  const found3 = memberOf2(run, value, name);
  return found3.kind === "unknown" || found3.kind === "plain" && found3.value === null ? void 0 : found3;
}
function valueOfExport(run, file, entry) {
  if (entry.from !== void 0) {
    const local = entry.local ?? entry.name;
    return importedValue(run, file, entry.from, local);
  }
  if (entry.value) {
    const known7 = run.exported.get(entry.value);
    if (known7) return known7;
    return evaluate3(run, entry.value, startModule(run, file));
  }
  return entry.local === void 0 ? void 0 : moduleName(run, file, entry.local);
}
function assignExport(run, file, name, value) {
  const { assigned } = stateOf2(run, file);
  const whole = assigned.get("=");
  if (name !== "=" && whole?.kind === "fields") whole.entries.set(name, value);
  else if (name !== "=" && whole?.kind === "closure") whole.properties.set(name, value);
  else if (name !== "=" && whole?.kind === "host") whole.host.properties.set(name, value);
  else assigned.set(name, value);
}
function exportsObject(run, file) {
  const { assigned } = stateOf2(run, file);
  return assigned.get("=") ?? fields(assigned, true);
}
function exportedNames(run, file, seen = /* @__PURE__ */ new Set()) {
  if (seen.has(file.path)) return [];
  seen.add(file.path);
  startModule(run, file);
  const names = new Set(stateOf2(run, file).assigned.keys());
  for (const one2 of file.exports) {
    if (one2.typeOnly) continue;
    if (one2.name !== "*") names.add(one2.name);
    else if (one2.from !== void 0) {
      const target = run.program.target(file, one2.from);
      if (target.kind === "files") {
        for (const each of target.files)
          for (const name of exportedNames(run, each, seen)) if (name !== "default") names.add(name);
      }
    }
  }
  const whole = stateOf2(run, file).assigned.get("=");
  if (whole?.kind === "fields") for (const name of whole.entries.keys()) names.add(name);
  names.delete("=");
  return [...names];
}

// src/code/startup/operators.ts
function joinTexts(values2) {
  let text2 = "";
  let isPartial = false;
  for (const value of values2) {
    if (value.kind === "plain" && value.value !== null) {
      if (value.isPartial) {
        isPartial = true;
        text2 = "";
      }
      text2 += String(value.value);
    } else {
      isPartial = true;
      text2 = "";
    }
  }
  if (text2.length > LONGEST7 * 10) return NOT_KNOWN;
  const made5 = { kind: "plain", value: text2, ...isPartial && { isPartial: true } };
  return made5;
}
function evaluateBinary(run, node, scope) {
  const left = evaluate3(run, node.left, scope);
  switch (node.operator) {
    case "||":
    case "??":
      return otherwise(run, left, node, scope);
    case "&&": {
      const truth2 = truthOf(left);
      return truth2 === false ? left : evaluate3(run, node.right, scope);
    }
    case "+": {
      const right = evaluate3(run, node.right, scope);
      if (left.kind === "plain" && right.kind === "plain") {
        if (typeof left.value === "number" && typeof right.value === "number") return plain3(left.value + right.value);
        return joinTexts([left, right]);
      }
      const text2 = left.kind === "plain" ? left : right;
      return text2.kind === "plain" && typeof text2.value === "string" ? joinTexts([left, right]) : NOT_KNOWN;
    }
    case "===":
    case "==":
    case "!==":
    case "!=": {
      const right = evaluate3(run, node.right, scope);
      if (left.kind !== "plain" || right.kind !== "plain" || left.isPartial || right.isPartial) return NOT_KNOWN;
      const same2 = left.value === right.value;
      return plain3(node.operator.startsWith("=") ? same2 : !same2);
    }
    default:
      evaluate3(run, node.right, scope);
      return NOT_KNOWN;
  }
}
function otherwise(run, left, node, scope) {
  const truth2 = node.operator === "??" && left.kind === "plain" ? left.value !== null : truthOf(left);
  if (truth2 === true) return left;
  const right = evaluate3(run, node.right, scope);
  const isAbsent = left.kind === "plain" && left.value === null;
  if (truth2 === false || isAbsent || left.kind === "unknown" || environmentName(left) !== void 0) return right;
  if (left.kind === "outside") return right.kind === "plain" ? NOT_KNOWN : right;
  return eitherOf([left, right]);
}
function evaluateUnary(operator, value) {
  const truth2 = operator === "!" ? truthOf(value) : void 0;
  if (truth2 !== void 0) return plain3(!truth2);
  if (value.kind !== "plain" || value.isPartial) return NOT_KNOWN;
  if (operator === "+" || operator === "-") return plain3(operator === "+" ? Number(value.value) : -Number(value.value));
  return NOT_KNOWN;
}

// src/code/startup/expressions.ts
function evaluate3(run, expression3, scope) {
  if (run.budget-- < 0) return NOT_KNOWN;
  return deeper(run, NOT_KNOWN, () => evaluateOne(run, expression3, scope));
}
function evaluateOne(run, node, scope) {
  switch (node.kind) {
    case "literal":
      return plain3(node.value);
    case "regular-expression":
      return { kind: "pattern", pattern: node.pattern };
    case "template":
      return joinTexts(node.parts.map((part2) => typeof part2 === "string" ? plain3(part2) : evaluate3(run, part2, scope)));
    case "tagged":
      evaluate3(run, node.tag, scope);
      return NOT_KNOWN;
    case "name":
      return nameValue(run, node.name, scope);
    case "member":
      return memberValue(run, node, scope);
    case "index":
      return indexValue(run, evaluate3(run, node.object, scope), evaluate3(run, node.index, scope));
    case "call":
      return evaluateCall(run, node, scope);
    case "object":
      return evaluateObject(run, node, scope);
    case "array":
      return evaluateElements(run, node.elements, scope);
    case "function":
      return closureOf(node, scope.file, scope);
    case "class":
      return classOf2(node, scope);
    case "await": {
      const value = evaluate3(run, node.value, scope);
      if (value.kind === "host") value.host.awaited?.();
      return value;
    }
    case "cast":
      return evaluate3(run, node.value, scope);
    case "binary":
      return evaluateBinary(run, node, scope);
    case "unary":
      return evaluateUnary(node.operator, evaluate3(run, node.value, scope));
    case "conditional": {
      const truth2 = truthOf(evaluate3(run, node.test, scope));
      if (truth2 !== void 0) return evaluate3(run, truth2 ? node.consequent : node.alternate, scope);
      return eitherOf([evaluate3(run, node.consequent, scope), evaluate3(run, node.alternate, scope)]);
    }
    case "assign":
      return evaluateAssign(run, node, scope);
    case "unknown": {
      let last = NOT_KNOWN;
      for (const child of node.children) if (isExpression(child)) last = evaluate3(run, child, scope);
      return last;
    }
    default:
      return NOT_KNOWN;
  }
}
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
function nameValue(run, name, scope) {
  if (name === "undefined") return NOTHING2;
  if (name === "this") return selfOf(scope) ?? NOT_KNOWN;
  for (let at4 = scope; at4; at4 = at4.parent) {
    const found4 = at4.names.get(name);
    if (found4) return found4;
  }
  const found3 = moduleName(run, scope.file, name);
  if (found3) return found3;
  if (name === "__dirname") return plain3(dirnameOf(scope.file.path));
  if (name === "__filename") return plain3(scope.file.path);
  if (name === "exports") return exportsObject(run, scope.file);
  const value = { kind: "outside", package: "", steps: [{ kind: "member", name }] };
  return run.models.value?.(run, value) ?? value;
}
function selfOf(scope) {
  for (let at4 = scope; at4; at4 = at4.parent) if (at4.self) return at4.self;
  return void 0;
}
function memberValue(run, node, scope) {
  const { object } = node;
  if (object.kind === "name" && object.name === "module" && node.property === "exports")
    return exportsObject(run, scope.file);
  if (object.kind === "unknown" && object.children.length === 0) {
    if (node.property === "dirname") return plain3(dirnameOf(scope.file.path));
    if (node.property === "url" || node.property === "filename") return plain3(scope.file.path);
  }
  return memberOf2(run, evaluate3(run, object, scope), node.property);
}
function indexValue(run, object, index) {
  if (index.kind !== "plain" || index.isPartial) {
    const entries = object.kind === "fields" && index.kind !== "plain" ? entriesOf(run, object) : void 0;
    return entries && entries.length <= 20 ? eitherOf(entries.map(([, value]) => value)) : NOT_KNOWN;
  }
  if (object.kind === "list" && typeof index.value === "number") return object.elements[index.value] ?? NOT_KNOWN;
  return memberOf2(run, object, String(index.value));
}
function evaluateObject(run, node, scope) {
  const made5 = { ...fields(), written: { file: scope.file, node } };
  for (const entry of node.entries) {
    if (entry.kind === "spread") {
      const from = evaluate3(run, entry.value, scope);
      const entries = entriesOf(run, from);
      for (const [key2, value2] of entries ?? []) made5.entries.set(key2, value2);
      if (!entries || from.kind === "fields" && from.isOpen) loosen(made5);
      continue;
    }
    const computed2 = entry.computed && evaluate3(run, entry.computed, scope);
    const key = entry.key ?? (computed2?.kind === "plain" && !computed2.isPartial ? String(computed2.value) : void 0);
    const value = entry.value.kind === "function" && !entry.value.isArrow ? closureOf(entry.value, scope.file, scope, made5) : evaluate3(run, entry.value, scope);
    if (key === void 0) loosen(made5);
    else made5.entries.set(key, value);
  }
  return made5;
}
function evaluateElements(run, elements, scope) {
  const made5 = list([]);
  for (const element3 of elements) {
    if (element3.kind !== "spread") {
      made5.elements.push(evaluate3(run, element3, scope));
      continue;
    }
    const items = itemsOf(evaluate3(run, element3.value, scope));
    const room = LONGEST7 - made5.elements.length;
    if (items) made5.elements.push(...items.elements.slice(0, room));
    if (!items || items.isOpen || items.elements.length > room) made5.isOpen = true;
  }
  return made5;
}
function evaluateAssign(run, node, scope) {
  const value = evaluate3(run, node.value, scope);
  if (node.operator === "=") {
    assignTo(run, node.target, value, scope);
    return value;
  }
  const before = evaluate3(run, node.target, scope);
  const after = node.operator === "+=" && (before.kind === "plain" || value.kind === "plain") ? joinTexts([before, value]) : node.operator === "||=" || node.operator === "??=" ? truthOf(before) === true ? before : value : NOT_KNOWN;
  assignTo(run, node.target, after, scope);
  return after;
}

// src/code/startup/members.ts
var classes = /* @__PURE__ */ new WeakMap();
function classOf2(node, scope) {
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
  const found3 = [];
  let at4 = value;
  while (at4 && found3.length < 20) {
    const base2 = at4.node.bases[0];
    const next = base2 && evaluate3(run, base2, at4.scope);
    if (next?.kind !== "class" && next?.kind !== "outside") break;
    if (next === value || found3.includes(next)) break;
    found3.push(next);
    at4 = next.kind === "class" ? next : void 0;
  }
  return found3;
}
function methodOf4(run, value, name, isStatic = false) {
  for (const one2 of [value, ...basesOf(run, value)]) {
    if (one2.kind !== "class") break;
    const fn = one2.node.members.find(
      (member) => member.kind === "function" && member.name === name && member.isStatic === isStatic && !member.isAbstract
    );
    if (fn) return { fn, home: one2 };
  }
  return void 0;
}
function memberOf2(run, object, name) {
  switch (object.kind) {
    case "fields":
      return memberOfFields(run, object, name);
    case "namespace":
      return exportedValue(run, object.file, name) ?? NOT_KNOWN;
    case "class":
      return staticMember(run, object, name);
    case "closure":
      return object.properties.get(name) ?? (name === "name" ? plain3(object.fn.name ?? "") : NOT_KNOWN);
    case "host":
      return object.host.properties.get(name) ?? object.host.read?.(name) ?? NOT_KNOWN;
    case "outside":
      return memberOfOutside(run, object, name);
    case "list":
      return name === "length" && !object.isOpen ? plain3(object.elements.length) : NOT_KNOWN;
    case "either":
      return eitherOf(object.values.map((one2) => memberOf2(run, one2, name)));
    case "plain":
      return name === "length" && typeof object.value === "string" && !object.isPartial ? plain3(object.value.length) : NOT_KNOWN;
    default:
      return NOT_KNOWN;
  }
}
function memberOfFields(run, object, name) {
  const own = object.entries.get(name);
  if (own) return own;
  const method3 = object.of && methodOf4(run, object.of, name);
  if (method3) {
    const closure = closureOf(method3.fn, method3.home.file, { ...method3.home.scope, home: method3.home }, object);
    return method3.fn.accessor === "get" ? callClosure2(run, closure, []) : closure;
  }
  if (object.inner) return memberOf2(run, object.inner, name);
  return object.isOpen || object.of ? NOT_KNOWN : ABSENT2;
}
function staticMember(run, value, name) {
  for (const one2 of [value, ...basesOf(run, value)]) {
    if (one2.kind !== "class") break;
    const known7 = one2.statics.get(name);
    if (known7) return known7;
    for (const member of one2.node.members) {
      if (member.kind === "class" || member.name !== name || !member.isStatic) continue;
      if (member.kind === "function") return closureOf(member, one2.file, { ...one2.scope, home: one2 }, value);
      one2.statics.set(name, NOT_KNOWN);
      const found3 = member.value ? evaluate3(run, member.value, { ...one2.scope, names: /* @__PURE__ */ new Map(), parent: one2.scope, self: one2 }) : NOTHING2;
      one2.statics.set(name, found3);
      return found3;
    }
  }
  if (name === "name") return plain3(value.node.name ?? "");
  const base2 = basesOf(run, value).at(-1);
  return base2?.kind === "outside" ? { ...base2, steps: [...base2.steps, { kind: "member", name }], self: value } : NOT_KNOWN;
}
function memberOfOutside(run, object, name) {
  const last = object.steps.at(-1);
  if (last?.kind === "call") {
    const given3 = last.site.arguments.find((one2) => one2.kind === "class");
    const method3 = given3?.kind === "class" ? methodOf4(run, given3, name) : void 0;
    if (method3) return closureOf(method3.fn, method3.home.file, { ...method3.home.scope, home: method3.home });
  }
  if (object.steps.length > 12) return NOT_KNOWN;
  const value = { ...object, steps: [...object.steps, { kind: "member", name }] };
  return environmentValue2(run, value) ?? run.models.value?.(run, value) ?? value;
}
function assignMember(object, name, value) {
  if (object.kind === "fields") object.entries.set(name, value);
  else if (object.kind === "closure") object.properties.set(name, value);
  else if (object.kind === "class") object.statics.set(name, value);
  else if (object.kind === "host") object.host.properties.set(name, value);
}
function itemsOf(value) {
  if (value.kind === "list") return value;
  if (value.kind !== "either") return void 0;
  const lists = value.values.map(itemsOf);
  const known7 = lists.filter((one2) => one2 !== void 0);
  return known7.length === 0 ? void 0 : list(
    known7.flatMap((one2) => one2.elements),
    known7.length < lists.length || known7.some((one2) => one2.isOpen)
  );
}
function entriesOf(run, value) {
  if (value.kind === "fields") return [...value.entries];
  if (value.kind === "namespace")
    return exportedNames(run, value.file).map(
      (name) => [name, exportedValue(run, value.file, name) ?? NOT_KNOWN]
    );
  return void 0;
}

// src/code/startup/builtins.ts
function builtin2(run, object, name, site3) {
  if (object.kind === "outside") return outsideBuiltin(run, object, name, site3) ?? promise(run, object, name, site3);
  if (object.kind === "list") return listMethod(run, object, name, site3) ?? promise(run, object, name, site3);
  if (object.kind === "plain" && typeof object.value === "string") return textMethod(object, name, site3);
  if (object.kind === "closure") return functionMethod(run, object, name, site3);
  return promise(run, object, name, site3);
}
function promise(run, object, name, site3) {
  const [first2] = site3.arguments;
  if (name === "then" && first2?.kind === "closure") {
    return callClosure2(run, first2, [object.kind === "outside" ? NOT_KNOWN : object]);
  }
  if (name === "catch" || name === "finally") {
    if (name === "finally" && first2?.kind === "closure") callClosure2(run, first2, []);
    return object;
  }
  return void 0;
}
function functionMethod(run, closure, name, site3) {
  const [self, ...rest2] = site3.arguments;
  const bound2 = self && self.kind !== "plain" ? { ...closure, self } : closure;
  if (name === "bind") return bound2;
  if (name === "call") return callClosure2(run, bound2, rest2, site3);
  if (name === "apply") return callClosure2(run, bound2, (rest2[0] && itemsOf(rest2[0])?.elements) ?? [], site3);
  return void 0;
}
function listMethod(run, object, name, site3) {
  const [first2] = site3.arguments;
  const each = (item, index) => first2?.kind === "closure" ? callClosure2(run, first2, [item, plain3(index), object], site3) : NOT_KNOWN;
  const items = object.elements.slice(0, 500);
  switch (name) {
    case "forEach":
      for (const [index, item] of items.entries()) each(item, index);
      if (object.isOpen && first2?.kind === "closure") callClosure2(run, first2, []);
      return NOTHING2;
    case "map":
      return list(items.map(each), object.isOpen);
    case "flatMap": {
      const parts3 = items.map((item, index) => each(item, index));
      return list(
        parts3.flatMap((part2) => part2.kind === "list" ? part2.elements : [part2]).slice(0, LONGEST7),
        object.isOpen
      );
    }
    case "filter":
      return list(
        items.filter((item, index) => first2?.kind !== "closure" || truthOf(each(item, index)) !== false),
        object.isOpen
      );
    case "reduce": {
      let result = site3.arguments[1] ?? items[0] ?? NOT_KNOWN;
      for (const item of site3.arguments[1] ? items : items.slice(1))
        if (first2?.kind === "closure") result = callClosure2(run, first2, [result, item], site3);
      return result;
    }
    case "push":
    case "unshift":
      if (object.elements.length < LONGEST7) object.elements[name](...site3.arguments);
      else object.isOpen = true;
      return plain3(object.elements.length);
    case "concat":
      return list(
        [...object.elements, ...site3.arguments.flatMap((one2) => itemsOf(one2)?.elements ?? [one2])],
        object.isOpen
      );
    case "slice":
    case "sort":
    case "reverse":
    case "values":
      return object;
    case "flat":
      return list(
        items.flatMap((one2) => itemsOf(one2)?.elements ?? [one2]),
        object.isOpen
      );
    case "entries":
      return list(
        items.map((item, index) => list([plain3(index), item])),
        object.isOpen
      );
    case "join": {
      const between = stringOf(first2) ?? ",";
      return object.isOpen ? NOT_KNOWN : joinTexts(items.flatMap((item, index) => index === 0 ? [item] : [plain3(between), item]));
    }
    default:
      return void 0;
  }
}
function textMethod(object, name, site3) {
  const text2 = String(object.value);
  const [first2, second] = site3.arguments.map(stringOf);
  switch (name) {
    case "concat":
      return joinTexts([object, ...site3.arguments]);
    case "toString":
    case "trim":
      return object;
    case "toLowerCase":
      return { ...object, value: text2.toLowerCase() };
    case "toUpperCase":
      return { ...object, value: text2.toUpperCase() };
    case "replace":
    case "replaceAll":
      return first2 && second !== void 0 && text2.length * (second.length + 1) <= LONGEST7 * 10 ? {
        ...object,
        value: name === "replace" ? text2.replace(first2, () => second) : text2.replaceAll(first2, () => second)
      } : NOT_KNOWN;
    case "split":
      return first2 === void 0 || object.isPartial ? NOT_KNOWN : list(text2.split(first2, 500).map(plain3));
    case "startsWith":
      return first2 === void 0 || object.isPartial ? NOT_KNOWN : plain3(text2.startsWith(first2));
    case "endsWith":
      return first2 === void 0 ? NOT_KNOWN : plain3(text2.endsWith(first2));
    default:
      return void 0;
  }
}
function outsideBuiltin(run, object, name, site3) {
  const [first2] = site3.arguments;
  if (object.package === "path" || object.package === "path/posix") return pathBuiltin(name, site3);
  if (object.package === "url" && name === "fileURLToPath") return first2;
  if (object.package !== "") return void 0;
  switch (`${stepsOf(object)}.${name}`) {
    case ".Object.entries":
      return first2 && mapEntries(run, first2, (key, value) => list([plain3(key), value]));
    case ".Object.values":
      return first2 && mapEntries(run, first2, (_key, value) => value);
    case ".Object.keys":
      return first2 && mapEntries(run, first2, (key) => plain3(key));
    case ".Number":
    case ".parseInt":
    case ".Number.parseInt":
      return first2?.kind === "plain" && !first2.isPartial && first2.value !== null ? plain3(Number(first2.value)) : first2;
    case ".String":
    case ".Object.freeze":
    case ".Promise.resolve":
    case ".Promise.all":
    case ".Promise.allSettled":
    case ".structuredClone":
      return first2 ?? NOTHING2;
    case ".Object.assign": {
      if (!first2) return NOT_KNOWN;
      for (const other of site3.arguments.slice(1)) {
        const entries = entriesOf(run, other);
        for (const [key, value] of entries ?? []) assignMember(first2, key, value);
        if (first2.kind === "fields" && (!entries || other.kind === "fields" && other.isOpen)) loosen(first2);
      }
      return first2;
    }
    case ".Object.fromEntries": {
      const items = first2 && itemsOf(first2);
      const made5 = fields([], items?.isOpen ?? true);
      for (const item of items?.elements ?? []) {
        const [key, value] = itemsOf(item)?.elements ?? [];
        const text2 = stringOf(key);
        if (text2 !== void 0 && value) made5.entries.set(text2, value);
      }
      return made5;
    }
    case ".Array.from":
    case ".Array.of":
      return first2 && (itemsOf(first2) ?? NOT_KNOWN);
    default:
      return void 0;
  }
}
function mapEntries(run, value, make) {
  const entries = entriesOf(run, value);
  if (!entries) return NOT_KNOWN;
  return list(
    entries.map(([key, one2]) => make(key, one2)),
    value.kind === "fields" && value.isOpen
  );
}
function pathBuiltin(name, site3) {
  const parts3 = site3.arguments.map(stringOf);
  if (parts3.some((part2) => part2 === void 0)) return void 0;
  const known7 = parts3.filter((part2) => part2 !== void 0);
  if (name === "join" || name === "resolve") return plain3(normalPath(known7.join("/")));
  if (name === "dirname") return plain3(dirnameOf(known7[0] ?? ""));
  return void 0;
}
function dirnameOf(path) {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
function normalPath(path) {
  const parts3 = [];
  for (const part2 of path.split("/")) {
    if (part2 === "..") parts3.pop();
    else if (part2 !== "" && part2 !== ".") parts3.push(part2);
  }
  return parts3.join("/");
}

// src/code/startup/construct.ts
function instantiate(run, value, site3) {
  const made5 = { kind: "fields", entries: /* @__PURE__ */ new Map(), isOpen: false, of: value };
  construct(run, value, made5, site3);
  return made5;
}
function construct(run, value, made5, site3) {
  const builder = value.node.members.find(
    (member) => member.kind === "function" && member.name === "constructor" && !member.isAbstract
  );
  deeper(run, void 0, () => {
    if (!builder) {
      constructBase(run, value, made5, site3);
      initialiseFields(run, value, made5);
      return;
    }
    if (value.node.bases.length === 0) initialiseFields(run, value, made5);
    const scope = innerScope(value.scope, { self: made5, home: value, fn: builder });
    bindParameters(run, builder, site3.arguments, scope, true);
    for (const parameter3 of builder.parameters) {
      if (parameter3.isProperty && parameter3.target.kind === "name")
        made5.entries.set(parameter3.target.name, scope.names.get(parameter3.target.name) ?? NOT_KNOWN);
    }
    const times = run.active.get(builder) ?? 0;
    if (times >= 3) return;
    run.called.add(builder);
    run.active.set(builder, times + 1);
    execute2(run, builder.body, scope, { returns: [] });
    run.active.set(builder, times);
  });
}
function inject(run, value, site3, depth = 0) {
  const builder = value.node.members.find(
    (member) => member.kind === "function" && member.name === "constructor" && !member.isAbstract
  );
  const given3 = (builder?.parameters ?? []).map((parameter3) => {
    const name = parameter3.type?.name;
    const type = name !== void 0 && /^\w+$/.test(name) && depth < 5 ? typeValue(run, name, value) : void 0;
    return type ? inject(run, type, site3, depth + 1) : NOT_KNOWN;
  });
  return instantiate(run, value, { ...site3, arguments: given3 });
}
function typeValue(run, name, around) {
  const value = evaluate3(run, { kind: "name", name, start: around.node.start, end: around.node.start }, around.scope);
  return value.kind === "class" && !value.node.isAbstract ? value : void 0;
}
function constructBase(run, value, made5, site3) {
  const [base2] = basesOf(run, value);
  if (base2?.kind === "class") construct(run, base2, made5, site3);
  else if (base2) made5.inner = callOutside(run, base2, { ...site3, node: { ...site3.node, isNew: true } });
  const hasConstructor = value.node.members.some((member) => member.kind === "function" && member.name === "constructor");
  if (hasConstructor) initialiseFields(run, value, made5);
}
function initialiseFields(run, value, made5) {
  const scope = innerScope(value.scope, { self: made5, home: value });
  for (const member of value.node.members) {
    if (member.kind !== "field" || member.isStatic) continue;
    if (member.value) made5.entries.set(member.name, evaluate3(run, member.value, scope));
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
  const { callee } = node;
  if (callee.kind === "name") {
    const special = specialCall(run, callee.name, node, scope);
    if (special) return special;
  }
  const object = calleeObject(run, callee, scope);
  const name = object && methodName(run, callee, scope);
  const given3 = evaluateElements(run, node.arguments, scope);
  const site3 = {
    file: scope.file,
    node,
    arguments: given3.elements,
    written: writtenArguments(node, given3.elements.length)
  };
  if (object && name !== void 0) {
    return eitherOrOne(callable(object).map((one2) => callMethod(run, one2, name, site3)));
  }
  const target = object ? NOT_KNOWN : evaluate3(run, callee, scope);
  return eitherOrOne(callable(target).map((one2) => callValue2(run, one2, site3)));
}
function callable(value) {
  const all = alternatives(value);
  const found3 = all.filter((one2) => one2.kind !== "plain" || one2.value !== null);
  return found3.length === 0 ? all : found3;
}
function eitherOrOne(values2) {
  return values2.length === 1 && values2[0] ? values2[0] : eitherOf(values2);
}
function writtenArguments(node, count) {
  const written3 = [...node.arguments];
  const last = written3.at(-1);
  while (last && written3.length < count) written3.push(last);
  return written3;
}
function calleeObject(run, callee, scope) {
  if (callee.kind === "cast") return calleeObject(run, callee.value, scope);
  if (callee.kind !== "member" && callee.kind !== "index") return void 0;
  if (callee.object.kind === "name" && callee.object.name === "super") return selfOf(scope) ?? NOT_KNOWN;
  return evaluate3(run, callee.object, scope);
}
function methodName(run, callee, scope) {
  if (callee.kind === "cast") return methodName(run, callee.value, scope);
  if (callee.kind === "member") return callee.property;
  return callee.kind === "index" ? stringOf(evaluate3(run, callee.index, scope)) ?? "" : void 0;
}
function specialCall(run, name, node, scope) {
  if (name === "require" || name === "import") {
    const from = node.arguments[0] && stringOf(evaluate3(run, node.arguments[0], scope));
    if (from === void 0) run.loadsUnknown = true;
    return from === void 0 ? NOT_KNOWN : importedValue(run, scope.file, from, name === "require" ? "=" : "*");
  }
  if (name === "super") {
    const self = selfOf(scope);
    const home = homeOf(scope);
    const given3 = evaluateElements(run, node.arguments, scope);
    if (self?.kind === "fields" && home) constructBase(run, home, self, siteOf(node, scope, given3.elements));
    return NOTHING2;
  }
  return void 0;
}
function siteOf(node, scope, given3) {
  return { file: scope.file, node, arguments: given3, written: writtenArguments(node, given3.length) };
}
function homeOf(scope) {
  for (let at4 = scope; at4; at4 = at4.parent) if (at4.home) return at4.home;
  return void 0;
}
function callMethod(run, object, name, site3) {
  if (object.kind === "fields" || object.kind === "namespace" || object.kind === "class") {
    const own = memberOf2(run, object, name);
    if (own.kind === "closure" || own.kind === "class" || own.kind === "host" || own.kind === "outside")
      return callValue2(run, own, site3);
    if (own.kind === "either") return eitherOf(own.values.map((one2) => callValue2(run, one2, site3)));
    if (object.kind === "fields" && object.inner) return callMethod(run, object.inner, name, site3);
  }
  if (object.kind === "host") {
    const assigned = object.host.properties.get(name);
    if (assigned) return callValue2(run, assigned, site3);
    const known8 = object.host.invoke(name, site3);
    if (known8) return known8;
  }
  const known7 = builtin2(run, object, name, site3);
  if (known7) return known7;
  if (object.kind === "outside") return callValue2(run, memberOf2(run, object, name), site3);
  if (object.kind === "unknown" || object.kind === "host" && name === "") run.models.unfollowed?.(site3);
  runGiven(run, name, site3);
  return NOT_KNOWN;
}
function callValue2(run, callee, site3) {
  switch (callee.kind) {
    case "closure":
      return callClosure2(run, callee, site3.arguments, site3);
    case "class":
      return instantiate(run, callee, site3);
    case "host":
      return callee.host.call?.(site3) ?? NOT_KNOWN;
    case "outside":
      return callOutside(run, callee, site3);
    default:
      if (callee.kind === "unknown") run.models.unfollowed?.(site3);
      runGiven(run, "", site3);
      return NOT_KNOWN;
  }
}
function callOutside(run, callee, site3) {
  const last = callee.steps.at(-1);
  const known7 = run.models.call(run, callee, site3) ?? (last?.kind === "member" ? builtin2(run, { ...callee, steps: callee.steps.slice(0, -1) }, last.name, site3) : void 0);
  if (known7) return known7;
  runGiven(run, last?.kind === "member" ? last.name : "", site3);
  const [first2] = site3.arguments;
  if (first2?.kind === "class" && last?.kind === "member" && INJECTS.has(last.name)) return inject(run, first2, site3);
  if (callee.steps.length > 12) return NOT_KNOWN;
  const made5 = { ...callee, steps: [...callee.steps, { kind: "call", site: site3 }] };
  return environmentValue2(run, made5) ?? made5;
}
function runGiven(run, name, site3) {
  for (const given3 of site3.arguments) {
    if (given3.kind !== "closure") continue;
    if (given3.fn.parameters.length <= 1 || RUNS_GIVEN.has(name)) callClosure2(run, given3, []);
  }
}
function callClosure2(run, closure, given3, site3) {
  const { fn } = closure;
  const times = run.active.get(fn) ?? 0;
  if (times >= 3 || fn.isGenerator) return NOT_KNOWN;
  run.called.add(fn);
  run.active.set(fn, times + 1);
  const answer = deeper(run, NOT_KNOWN, () => {
    const self = closure.self ?? (site3?.node.isNew ? { kind: "fields", entries: /* @__PURE__ */ new Map(), isOpen: true } : void 0);
    const scope = innerScope(closure.scope, { fn, ...self && { self } });
    bindParameters(run, fn, given3, scope, site3 !== void 0);
    const frame = { returns: [] };
    execute2(run, fn.body, scope, frame);
    return site3?.node.isNew && self ? self : resultOf(frame);
  });
  run.active.set(fn, times);
  return answer;
}
function bindParameters(run, fn, given3, scope, isComplete) {
  for (const [index, parameter3] of fn.parameters.entries()) {
    if (parameter3.rest) {
      bindPattern(run, parameter3.target, list(given3.slice(index)), scope);
      return;
    }
    const value = given3[index];
    const fallback = value === void 0 && parameter3.fallback ? evaluate3(run, parameter3.fallback, scope) : void 0;
    bindPattern(run, parameter3.target, value ?? fallback ?? (isComplete ? NOTHING2 : NOT_KNOWN), scope);
  }
}

// src/model/code/routes/javascript/path.ts
function spanOf2(file, node) {
  return { path: file.path, start: node.start, end: node.end };
}
function writtenPaths(value, file, written3) {
  const at4 = spanOf2(file, written3);
  if (value?.kind === "list") {
    const elements = written3.kind === "array" && written3.elements.length === value.elements.length ? written3.elements : [];
    return value.elements.flatMap((one2, index) => writtenPaths(one2, file, elements[index] ?? written3));
  }
  if (value?.kind === "either") {
    const all = alternatives(value).flatMap((one2) => writtenPaths(one2, file, written3));
    return all.map((one2) => ({ ...one2, isResolved: false }));
  }
  if (value?.kind === "plain" && typeof value.value === "string")
    return [{ text: value.value, isResolved: !value.isPartial, at: at4 }];
  if (value?.kind === "pattern") {
    const text2 = patternPath(value.pattern);
    return [{ text: text2, isResolved: true, at: at4, ...text2 === "/*" && { isPattern: true } }];
  }
  return [{ text: "", isResolved: false, at: at4 }];
}
function patternPath(pattern3) {
  const exact = /^\^((?:\\\/|[\w-])+?)(?:\\\/\?)?\$$/.exec(pattern3)?.[1];
  return exact === void 0 ? "/*" : exact.replaceAll("\\/", "/");
}
function isPath(value) {
  if (!value) return false;
  if (value.kind === "list") return value.elements.length > 0 && value.elements.every(isPath);
  if (value.kind === "either") return value.values.some(isPath);
  return value.kind === "pattern" || value.kind === "plain" && typeof value.value === "string";
}
function normalPath2(text2) {
  const spelled = text2.slice(0, 2e3).replace(/\{\/:(\w+)\}/g, "/:$1?").replace(/\{(\/?)\*\w*\}/g, "$1*").replace(/\/?\(\.\*\)/g, (match) => match.startsWith("/") ? "/*" : "*").replace(/:(\w+)\{[^}]*\}/g, ":$1").replace(/:(\w+)\((?:[^()]|\([^()]*\))*\)/g, ":$1").replace(/:(\w+)[*+]/g, "*").replace(/\*\w+/g, "*");
  const parts3 = spelled.split("/").filter((part2) => part2 !== "");
  return `/${parts3.join("/")}`;
}
function joinPaths(...paths) {
  return normalPath2(paths.join("/"));
}
var NO_PREFIX = { parts: [] };
function below(prefix, path) {
  return path.isResolved && /^\/*$/.test(path.text) ? prefix : { parts: [...prefix.parts, path] };
}
function wholePath(prefix, own) {
  const parts3 = [...prefix.parts, own];
  const open3 = parts3.findLastIndex((part2) => !part2.isResolved);
  const known7 = open3 === -1 ? parts3 : parts3.slice(open3);
  return { path: joinPaths(...known7.map((part2) => part2.text)), isResolved: open3 === -1 };
}
function routePrefixes(prefix) {
  return prefix.parts.map((part2) => ({ path: normalPath2(part2.text), at: part2.at }));
}
function covers(prefix, path) {
  const above = prefix.split("/").filter((part2) => part2 !== "");
  const own = path.split("/").filter((part2) => part2 !== "");
  for (const [index, part2] of above.entries()) {
    if (part2 === "*") return true;
    const other = own[index];
    if (other === void 0) return false;
    if (part2 !== other && !part2.includes(":") && !other.startsWith(":") && other !== "*") return false;
  }
  return true;
}
function flatArguments(site3, from) {
  return site3.arguments.slice(from).flatMap((value, index) => {
    const written3 = site3.written[from + index] ?? site3.node;
    return flatGiven({ value, written: written3, file: site3.file });
  });
}
function flatGiven(given3) {
  const { value, written: written3, file } = given3;
  if (value.kind !== "list") return [given3];
  const elements = written3.kind === "array" && written3.elements.length === value.elements.length ? written3.elements : [];
  return value.elements.flatMap((one2, index) => flatGiven({ value: one2, written: elements[index] ?? written3, file }));
}

// src/model/code/routes/javascript/startup.ts
function siteSpan(site3) {
  return spanOf2(site3.file, site3.node);
}
function methodSpan(file, node) {
  const { callee } = node;
  return { path: file.path, start: callee.kind === "member" ? callee.propertyStart : node.start, end: node.end };
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
function serverCall(startup, path, packageName3, site3) {
  if (packageName3 === "") return runtimeServer(startup, path, site3);
  if (!/^\.(?:createServer|createSecureServer|Server)$/.test(path)) return void 0;
  const listener = site3.arguments.findLast((one2) => one2.kind !== "fields" || one2.of !== void 0);
  return asValue(serverHost(startup, siteSpan(site3), listener));
}
function runtimeServer(startup, path, site3) {
  if (path !== ".Bun.serve" && path !== ".Deno.serve") return void 0;
  startup.listens.push({ framework: "node", site: site3, index: 0, key: "port" });
  const [options, handler3] = site3.arguments;
  const own = options?.kind === "fields" ? options.entries.get("fetch") : options;
  return asValue(serverHost(startup, siteSpan(site3), handler3 ?? own));
}
function serverHost(startup, at4, listener) {
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: "http server",
    framework: "node",
    isApplication: true,
    isServed: false,
    at: at4,
    listener,
    invoke: (name, site3) => serverMethod(startup, name, site3) ?? (name === "on" || name === "close" ? asValue(host) : void 0)
  };
  startup.made.push(host);
  return host;
}
function serverMethod(startup, name, site3) {
  if (name !== "listen") return void 0;
  const [first2] = site3.arguments;
  startup.listens.push({ framework: "node", site: site3, index: 0, ...first2?.kind === "fields" && { key: "port" } });
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
function expressCall(startup, path, packageName3, site3) {
  if (packageName3 === "express" && path === "") return asValue(expressHost(startup, siteSpan(site3), true));
  if (packageName3 === "express" ? path === ".Router" : packageName3 !== "express-ws" && path === "")
    return asValue(expressHost(startup, siteSpan(site3), false));
  if (packageName3 === "express-ws" && path === "") return site3.arguments[0];
  return void 0;
}
function expressHost(startup, at4, isApplication, parameterOf) {
  const layers = [];
  const host = {
    type: isApplication ? "express application" : "express router",
    properties: /* @__PURE__ */ new Map(),
    invoke: (name, site3) => invoke(startup, host, name, site3),
    framework: "express",
    isApplication,
    isServed: false,
    at: at4,
    layers,
    ...parameterOf !== void 0 && { parameterOf }
  };
  startup.made.push(host);
  return host;
}
function invoke(startup, host, name, site3) {
  if (name === "use") {
    const [first2] = site3.arguments;
    const written3 = site3.written[0];
    const hasPath = isPath(first2) || first2?.kind === "unknown" && site3.arguments.length > 1;
    const paths = hasPath && written3 ? writtenPaths(first2, site3.file, written3) : [rootPath(site3)];
    host.layers.push({
      kind: "use",
      paths,
      handlers: flatArguments(site3, hasPath ? 1 : 0),
      at: methodSpan(site3.file, site3.node)
    });
    return asValue(host);
  }
  if (METHODS.has(name) || name === "ws" || name === "m-search") return addRoute(host, name, site3);
  if (name === "route") return routeOf2(host, site3);
  if (name === "listen") {
    host.isServed = true;
    startup.listens.push({ framework: "express", site: site3, index: 0 });
    return plainServer();
  }
  return name === "set" || name === "enable" || name === "disable" || name === "param" || name === "engine" ? asValue(host) : void 0;
}
function rootPath(site3) {
  return { text: "/", isResolved: true, at: methodSpan(site3.file, site3.node) };
}
function addRoute(host, name, site3) {
  const [first2] = site3.written;
  if (!first2 || site3.node.arguments.length < 2) return asValue(host);
  if (name === "ws") return asValue(host);
  host.layers.push({
    kind: "route",
    method: name === "all" ? "*" : name.toUpperCase(),
    paths: writtenPaths(site3.arguments[0], site3.file, first2),
    handlers: flatArguments(site3, 1),
    at: methodSpan(site3.file, site3.node)
  });
  return asValue(host);
}
function routeOf2(host, site3) {
  const [first2] = site3.written;
  const paths = first2 ? writtenPaths(site3.arguments[0], site3.file, first2) : [rootPath(site3)];
  const route3 = hostValue({
    type: "express route",
    invoke: (name, inner2) => {
      if (!METHODS.has(name)) return void 0;
      host.layers.push({
        kind: "route",
        method: name === "all" ? "*" : name.toUpperCase(),
        paths,
        handlers: flatArguments(inner2, 0),
        at: methodSpan(inner2.file, inner2.node)
      });
      return route3;
    }
  });
  return route3;
}

// src/model/code/routes/javascript/koa.ts
function bareKoaRouter(startup, at4) {
  const host = {
    ...base(at4, false),
    type: "koa router",
    role: "router",
    layers: [],
    prefix: void 0,
    invoke: (name, inner2) => invoke2(host, name, inner2)
  };
  startup.made.push(host);
  return host;
}
var KOA_PACKAGES = ["koa", "@koa/router", "koa-router", "koa-mount", "koa-compose"];
function koaCall(startup, path, packageName3, site3) {
  if (packageName3 === "koa" && path === "") return asValue(application(startup, siteSpan(site3)));
  if (packageName3.endsWith("router") && (path === "" || path === ".Router")) return asValue(koaRouter(startup, site3));
  if (packageName3 === "koa-mount" && path === "") return mount3(startup, site3);
  return packageName3 === "koa-compose" && path === "" ? site3.arguments[0] : void 0;
}
function base(at4, isApplication) {
  return { properties: /* @__PURE__ */ new Map(), framework: "koa", isApplication, isServed: false, at: at4 };
}
function application(startup, at4) {
  const host = {
    ...base(at4, true),
    type: "koa application",
    role: "application",
    middleware: [],
    invoke: (name, site3) => {
      if (name === "use") host.middleware.push(...flatArguments(site3, 0));
      if (name === "listen") {
        host.isServed = true;
        startup.listens.push({ framework: "koa", site: site3, index: 0 });
        return plainServer();
      }
      return name === "use" ? asValue(host) : void 0;
    }
  };
  startup.made.push(host);
  return host;
}
function mount3(startup, site3) {
  const [first2] = site3.arguments;
  const written3 = site3.written[0] ?? site3.node;
  const hasPath = isPath(first2);
  const path = hasPath && writtenPaths(first2, site3.file, written3)[0] || rootPath(site3);
  const inner2 = {
    value: site3.arguments[hasPath ? 1 : 0] ?? { kind: "unknown" },
    written: site3.written[hasPath ? 1 : 0] ?? site3.node,
    file: site3.file
  };
  const host = {
    ...base(siteSpan(site3), false),
    type: "koa mount",
    role: "mount",
    path,
    inner: inner2,
    invoke: () => void 0
  };
  startup.made.push(host);
  return asValue(host);
}
function koaRouter(startup, site3) {
  const [options] = site3.arguments;
  const given3 = options?.kind === "fields" ? options.entries.get("prefix") : void 0;
  const host = bareKoaRouter(startup, siteSpan(site3));
  host.prefix = given3 && writtenPaths(given3, site3.file, site3.written[0] ?? site3.node)[0];
  return host;
}
function invoke2(host, name, site3) {
  const at4 = methodSpan(site3.file, site3.node);
  if (name === "routes" || name === "middleware") {
    const routes = {
      ...base(at4, false),
      type: "koa routes",
      role: "routes",
      router: host,
      invoke: () => void 0
    };
    return asValue(routes);
  }
  if (name === "allowedMethods") return hostValue({ type: "koa allowed methods", invoke: () => void 0 });
  if (name === "prefix") {
    host.prefix = site3.written[0] && writtenPaths(site3.arguments[0], site3.file, site3.written[0])[0];
    return asValue(host);
  }
  if (name === "use") {
    use2(host, site3, at4);
    return asValue(host);
  }
  if (name === "register") {
    for (const method3 of methodNames(site3.arguments[1])) add3(host, method3, site3, 0, 2, at4);
    return asValue(host);
  }
  if (METHODS.has(name) || name === "del") {
    const first2 = isPath(site3.arguments[1]) && site3.arguments.length > 2 ? 1 : 0;
    add3(host, name === "all" ? "*" : name === "del" ? "DELETE" : name.toUpperCase(), site3, first2, first2 + 1, at4);
    return asValue(host);
  }
  if (name === "redirect") add3(host, "*", site3, 0, 9, at4);
  return name === "param" || name === "redirect" || name === "host" ? asValue(host) : void 0;
}
function methodNames(value) {
  const values2 = value?.kind === "list" ? value.elements : value ? [value] : [];
  return values2.flatMap((one2) => one2.kind === "plain" && typeof one2.value === "string" ? [one2.value.toUpperCase()] : []);
}
function add3(host, method3, site3, path, handlers, at4) {
  const written3 = site3.written[path];
  if (!written3) return;
  for (const one2 of writtenPaths(site3.arguments[path], site3.file, written3))
    host.layers.push({ kind: "route", method: method3, prefixes: [], path: one2, handlers: flatArguments(site3, handlers), at: at4 });
}
function use2(host, site3, at4) {
  const [first2] = site3.arguments;
  const written3 = site3.written[0];
  const hasPath = isPath(first2);
  const paths = hasPath && written3 ? writtenPaths(first2, site3.file, written3) : [void 0];
  for (const path of paths) {
    for (const given3 of flatArguments(site3, hasPath ? 1 : 0)) {
      const inner2 = given3.value.kind === "host" ? given3.value.host : void 0;
      if (inner2?.framework === "koa" && inner2.role === "routes") {
        inner2.router.isServed = true;
        for (const layer of inner2.router.layers) host.layers.push(copied(layer, inner2.router.prefix, path));
      } else
        host.layers.push({
          kind: "use",
          method: "*",
          prefixes: [],
          path: path ?? rootPath(site3),
          handlers: [given3],
          at: at4
        });
    }
  }
}
function copied(layer, own, path) {
  const prefixes = [path, own].filter((one2) => one2 !== void 0);
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
function apolloCall(startup, path, packageName3, site3) {
  if (packageName3 === "@apollo/server/standalone") {
    if (path !== ".startStandaloneServer") return void 0;
    const options = site3.arguments[1];
    const listen = options?.kind === "fields" ? options.entries.get("listen") : void 0;
    startup.listens.push({ framework: "apollo", site: listenSite(site3, listen), index: 0, key: "port" });
    return asValue(standalone(startup, site3, [...graphql(at3(site3, "/"))]));
  }
  return path === ".ApolloServer" && site3.node.isNew ? asValue(embedded2(startup, packageName3, site3)) : void 0;
}
function listenSite(site3, listen) {
  const options = site3.written[1];
  const entry = options?.kind === "object" ? options.entries.find((one2) => one2.kind === "entry" && one2.key === "listen") : void 0;
  return {
    ...site3,
    arguments: listen ? [listen] : [],
    written: [entry?.kind === "entry" ? entry.value : options ?? site3.node]
  };
}
function at3(site3, text2) {
  return { text: text2, isResolved: true, at: methodSpan(site3.file, site3.node) };
}
function graphql(path) {
  return ["GET", "POST"].map((method3) => ({ method: method3, path }));
}
function standalone(startup, site3, paths) {
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: "graphql server",
    framework: "apollo",
    isApplication: true,
    isServed: true,
    at: methodSpan(site3.file, site3.node),
    paths,
    invoke: () => void 0
  };
  startup.made.push(host);
  return host;
}
function embedded2(startup, packageName3, made5) {
  const self = hostValue({
    type: "apollo server",
    invoke: (name, site3) => {
      if (name === "listen" && packageName3 === "apollo-server") {
        const [first2] = site3.arguments;
        startup.listens.push({ framework: "apollo", site: site3, index: 0, ...first2?.kind === "fields" && { key: "port" } });
        standalone(startup, site3, [...graphql(at3(site3, "/")), ...health(made5.arguments[0], site3)]);
        return asValue(self);
      }
      if (name === "applyMiddleware") apply2(startup, site3);
      if (name === "createHandler") return asValue(plugin(site3));
      return name === "getMiddleware" ? asValue(plugin(site3)) : void 0;
    }
  }).host;
  return self;
}
var pathsOfPlugins = /* @__PURE__ */ new WeakMap();
function graphqlPaths(host) {
  return pathsOfPlugins.get(host);
}
function plugin(site3) {
  const { host } = hostValue({ type: "apollo middleware", invoke: () => void 0 });
  pathsOfPlugins.set(host, pathsIn(site3));
  return host;
}
function pathsIn(site3) {
  const [options] = site3.arguments;
  const given3 = options?.kind === "fields" ? options.entries.get("path") : void 0;
  const [path] = given3 ? writtenPaths(given3, site3.file, site3.written[0] ?? site3.node) : [];
  return [...graphql(path ?? at3(site3, "/graphql")), ...health(options, site3)];
}
function health(options, site3) {
  const entries = options?.kind === "fields" ? options.entries : /* @__PURE__ */ new Map();
  const isOff = entries.get("disableHealthCheck");
  const path = entries.get("healthCheckPath");
  if (isOff?.kind === "plain" && isOff.value) return [];
  if (path?.kind === "plain" && path.value === null) return [];
  return [{ method: "GET", path: at3(site3, stringOf(path) ?? HEALTH) }];
}
function apply2(startup, site3) {
  const [options] = site3.arguments;
  const app = options?.kind === "fields" ? options.entries.get("app") : void 0;
  if (app?.kind !== "host") return;
  const host = app.host;
  const span = methodSpan(site3.file, site3.node);
  const paths = pathsIn(site3);
  if (host.framework === "express") {
    for (const { method: method3, path } of paths)
      host.layers.push({
        kind: "route",
        method: method3,
        paths: [path],
        handlers: [],
        at: span,
        framework: "apollo"
      });
  } else if (host.framework === "koa") {
    const router3 = bareKoaRouter(startup, span);
    for (const { method: method3, path } of paths)
      router3.layers.push({ kind: "route", method: method3, prefixes: [], path, handlers: [], at: span, framework: "apollo" });
    host.middleware.push({ value: asValue(router3), written: site3.node, file: site3.file });
  }
}
function yogaPaths(value) {
  if (value.kind !== "outside" || value.package !== "graphql-yoga" || !stepsOf(value).startsWith(".createYoga()"))
    return [];
  const call3 = value.steps.find((step) => step.kind === "call");
  const [options] = call3?.kind === "call" ? call3.site.arguments : [];
  const text2 = (key, fallback) => options?.kind === "fields" && stringOf(options.entries.get(key)) || fallback;
  const endpoint = text2("graphqlEndpoint", "/graphql");
  return [
    { method: "GET", path: endpoint },
    { method: "POST", path: endpoint },
    { method: "GET", path: text2("healthCheckEndpoint", "/health") }
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
function autoload(startup, host, options, site3) {
  const at4 = methodSpan(site3.file, site3.node);
  const given3 = options?.kind === "fields" ? options : void 0;
  const directory = stringOf(given3?.entries.get("dir"));
  if (!given3 || directory === void 0) {
    host.unresolved.push(at4);
    return;
  }
  const isFlat = isFalse(given3.entries.get("dirNameRoutePrefix"));
  const found3 = [];
  const root2 = directory.replace(/\/$/, "");
  const paths = [...startup.run.program.files.keys()].filter((path) => path.startsWith(`${root2}/`));
  collect2(startup, paths, root2, "", isFlat, found3);
  if (found3.length === 0) host.unresolved.push(at4);
  const isParameter = truthOf(given3.entries.get("routeParams") ?? { kind: "plain", value: null }) === true;
  for (const one2 of found3) load(startup, host, one2, given3, isParameter, site3);
}
function isFalse(value) {
  return value?.kind === "plain" && value.value === false;
}
function collect2(startup, paths, directory, prefix, isFlat, found3) {
  const names = [];
  const folders = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const [name = "", ...rest2] = path.slice(directory.length + 1).split("/");
    if (rest2.length > 0) folders.set(name, [...folders.get(name) ?? [], path]);
    else if (SCRIPT.test(name) && !/\.d\.[cm]?ts$|\.(?:test|spec)\./i.test(name)) names.push(name);
  }
  const index = names.find((name) => INDEX.test(name));
  for (const name of index === void 0 ? names.sort() : [index]) {
    const file = startup.run.program.files.get(`${directory}/${name}`);
    if (file && !HOOKS.test(name)) found3.push({ file, prefix });
  }
  for (const [folder, inside3] of folders)
    collect2(startup, inside3, `${directory}/${folder}`, isFlat ? prefix : `${prefix}/${folder}`, isFlat, found3);
}
function load(startup, host, one2, given3, isParameter, site3) {
  const { run } = startup;
  const whole = wholeOf2(run, one2.file);
  const plugin2 = exportedValue(run, one2.file, "default") ?? whole;
  if (plugin2.kind !== "closure" && plugin2.kind !== "outside") return;
  const named4 = (name) => stringOf(
    exportedValue(run, one2.file, name) ?? (plugin2.kind === "closure" ? plugin2.properties.get(name) : void 0)
  );
  const inner2 = given3.entries.get("options");
  const around = inner2?.kind === "fields" ? inner2.entries : /* @__PURE__ */ new Map();
  const base2 = stringOf(around.get("prefix")) ?? "";
  const override = named4("prefixOverride");
  const own = named4("autoPrefix") ?? one2.prefix;
  const text2 = override ?? base2 + own;
  const spelled = isParameter ? text2.includes("__") ? text2.replaceAll("__", ":") : text2.replaceAll("/_", "/:") : text2;
  const path = { text: spelled, isResolved: true, at: methodSpan(site3.file, site3.node) };
  host.register(plugin2, fields([...around, ["prefix", { kind: "plain", value: spelled }]]), site3, path);
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
function knownPlugin(host, plugin2, options, site3) {
  const at4 = methodSpan(site3.file, site3.node);
  const option3 = (name) => options?.kind === "fields" ? options.entries.get(name) : void 0;
  const pathOption = (name, fallback) => {
    const value = option3(name);
    const [written3] = value ? writtenPaths(value, site3.file, site3.written[1] ?? site3.node) : [];
    return written3 ?? { text: fallback, isResolved: true, at: at4 };
  };
  const serving = SERVING.get(plugin2.package);
  if (serving) {
    host.fallbacks.push({ instance: host, path: pathOption(serving[0], serving[1]), at: at4 });
    return;
  }
  const route3 = (method3, path) => host.routes.push({ method: method3, instance: host, path, handler: void 0, hooks: [], at: at4 });
  switch (plugin2.package) {
    case "@fastify/under-pressure":
    case "under-pressure": {
      const status = option3("exposeStatusRoute");
      if (status?.kind === "plain" && status.value)
        route3("GET", { text: typeof status.value === "string" ? status.value : "/status", isResolved: true, at: at4 });
      else if (status?.kind === "fields") {
        const url = status.entries.get("url");
        route3(
          "GET",
          url?.kind === "plain" ? { text: String(url.value), isResolved: !url.isPartial, at: at4 } : { text: url ? "" : "/status", isResolved: !url, at: at4 }
        );
      }
      return;
    }
    case "fastify-healthcheck":
      route3("GET", pathOption("healthcheckUrl", "/health"));
      return;
    case "fastify-metrics":
      route3("GET", { text: "/metrics", isResolved: true, at: at4 });
      return;
    case "mercurius": {
      const path = pathOption("path", "/graphql");
      route3("GET", path);
      route3("POST", path);
      return;
    }
    case "@as-integrations/fastify": {
      const path = pathOption("path", "/graphql");
      route3("GET", path);
      route3("POST", path);
      return;
    }
    case "@fastify/rate-limit":
    case "fastify-rate-limit": {
      const global = option3("global");
      const isOff = global?.kind === "plain" && global.value === false;
      if (!isOff) host.hooks.push({ value: plugin2, written: site3.written[0] ?? site3.node, file: site3.file });
      return;
    }
    default:
  }
}

// src/model/code/routes/javascript/fastify-unwrap.ts
function unwrap(startup, given3) {
  const value = given3.kind === "namespace" ? memberOf2(startup.run, given3, "default") : given3;
  if (value.kind === "outside") {
    const inner2 = wrapped2(value);
    if (inner2) return { plugin: unwrap(startup, inner2).plugin, isShared: true };
  }
  if (value.kind === "fields") {
    const inner2 = value.entries.get("default");
    if (inner2) return unwrap(startup, inner2);
  }
  const isShared2 = value.kind === "closure" && skipsOverride(value);
  return { plugin: value, isShared: isShared2 };
}
function wrapped2(value) {
  const last = value.steps.at(-1);
  return (value.package === "fastify-plugin" || value.package === "@fastify/plugin") && last?.kind === "call" ? last.site.arguments[0] : void 0;
}
function skipsOverride(value) {
  const set = value.properties.get("skip-override");
  return set !== void 0 && truthOf(set) === true;
}

// src/model/code/routes/javascript/fastify.ts
var FASTIFY_PACKAGES = ["fastify"];
function fastifyCall(startup, path, _packageName, site3) {
  return path === "" || path === ".fastify" ? asValue(fastifyHost(startup, siteSpan(site3))) : void 0;
}
function fastifyHost(startup, at4, parent, prefix, parameterOf) {
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: "fastify instance",
    framework: "fastify",
    isApplication: parent === void 0 && parameterOf === void 0,
    isServed: false,
    at: at4,
    ...parent && { parent },
    ...prefix && { prefix },
    ...parameterOf !== void 0 && { parameterOf },
    routes: parent?.routes ?? [],
    fallbacks: parent?.fallbacks ?? [],
    unresolved: parent?.unresolved ?? [],
    hooks: [...parent?.hooks ?? []],
    waiting: [],
    invoke: (name, site3) => invoke3(startup, host, name, site3),
    read: (name) => parent ? parent.properties.get(name) ?? parent.read?.(name) : void 0,
    awaited: () => flush(host),
    register: (plugin2, options, site3, given3) => register2(startup, host, plugin2, options, site3, given3)
  };
  if (!parent) startup.made.push(host);
  return host;
}
function flush(host) {
  for (let next = host.waiting.shift(); next; next = host.waiting.shift()) next();
}
function invoke3(startup, host, name, site3) {
  const [first2, second] = site3.arguments;
  switch (name) {
    case "register":
      if (first2) host.waiting.push(() => host.register(first2, second, site3));
      return asValue(host);
    case "route":
      if (first2) addRouteObject(host, first2, site3);
      return asValue(host);
    case "addHook":
      if (REJECTING.has(stringOf(first2) ?? "")) host.hooks.push(...givenAt(site3, 1));
      return asValue(host);
    case "decorate":
      if (stringOf(first2) !== void 0 && second) host.properties.set(stringOf(first2) ?? "", second);
      return asValue(host);
    case "listen":
      host.isServed = true;
      startup.listens.push({ framework: "fastify", site: site3, index: 0, ...first2?.kind === "fields" && { key: "port" } });
      flush(host);
      return asValue(host);
    case "after":
    case "ready":
      flush(host);
      if (first2?.kind === "closure") callClosure2(startup.run, first2, []);
      return asValue(host);
    default:
      if (METHODS.has(name)) return shorthand(host, name, site3);
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
function givenAt(site3, index) {
  const value = site3.arguments[index];
  const written3 = site3.written[index];
  return value && written3 ? flatGiven({ value, written: written3, file: site3.file }) : [];
}
function shorthand(host, name, site3) {
  const written3 = site3.written[0];
  if (!written3 || site3.node.arguments.length < 2) return asValue(host);
  const options = site3.arguments.length > 2 || site3.arguments[1]?.kind === "fields" ? site3.arguments[1] : void 0;
  const last = givenAt(site3, site3.arguments.length - 1).at(-1);
  const inOptions2 = options?.kind === "fields" ? options.entries.get("handler") : void 0;
  const handler3 = inOptions2 ? { value: inOptions2, written: site3.written[1] ?? written3, file: site3.file } : last;
  for (const path of writtenPaths(site3.arguments[0], site3.file, written3))
    push(
      host,
      name === "all" ? "*" : name.toUpperCase(),
      path,
      handler3,
      hooksOf(options, site3, 1),
      methodSpan(site3.file, site3.node)
    );
  return asValue(host);
}
function hooksOf(options, site3, index) {
  if (options?.kind !== "fields") return [];
  const literal = site3.written[index];
  return [...REJECTING].flatMap((name) => {
    const value = options.entries.get(name);
    if (!value) return [];
    const entry = literal?.kind === "object" ? literal.entries.find((one2) => one2.kind === "entry" && one2.key === name) : void 0;
    const written3 = entry?.kind === "entry" ? entry.value : literal ?? site3.node;
    return flatGiven({ value, written: written3, file: site3.file });
  });
}
function push(host, method3, path, handler3, hooks, at4) {
  host.routes.push({ method: method3, instance: host, path, handler: handler3, hooks, at: at4 });
}
function addRouteObject(host, options, site3) {
  const at4 = methodSpan(site3.file, site3.node);
  if (options.kind !== "fields") {
    host.unresolved.push(at4);
    return;
  }
  const url = options.entries.get("url") ?? options.entries.get("path");
  const method3 = options.entries.get("method");
  const methods = (method3?.kind === "list" ? method3.elements : [method3]).map((one2) => (one2 && stringOf(one2)) ?? "*");
  const handler3 = options.entries.get("handler");
  const written3 = site3.written[0] ?? site3.node;
  const given3 = handler3 && { value: handler3, written: written3, file: site3.file };
  for (const path of writtenPaths(url, site3.file, entryOf2(written3, "url") ?? entryOf2(written3, "path") ?? written3))
    for (const one2 of methods) push(host, one2.toUpperCase(), path, given3, hooksOf(options, site3, 0), at4);
}
function entryOf2(written3, key) {
  if (written3.kind !== "object") return void 0;
  const entry = written3.entries.find((one2) => one2.kind === "entry" && one2.key === key);
  return entry?.kind === "entry" ? entry.value : void 0;
}
function register2(startup, host, given3, options, site3, prefix) {
  const at4 = methodSpan(site3.file, site3.node);
  const { plugin: plugin2, isShared: isShared2 } = unwrap(startup, given3);
  if (plugin2.kind === "outside") {
    if (plugin2.package === "@fastify/autoload" || plugin2.package === "fastify-autoload")
      autoload(startup, host, options, site3);
    else knownPlugin(host, plugin2, options, site3);
    return;
  }
  const known7 = options?.kind === "closure" ? callClosure2(startup.run, options, [asValue(host)]) : options;
  const path = prefix ?? (known7 ? prefixIn(startup, known7, site3) : void 0);
  const graphql2 = plugin2.kind === "host" ? graphqlPaths(plugin2.host) : void 0;
  if (graphql2) {
    const instance = fastifyHost(startup, at4, host, path);
    for (const one2 of graphql2)
      host.routes.push({ ...one2, instance, handler: void 0, hooks: [], framework: "apollo", at: at4 });
    return;
  }
  if (plugin2.kind !== "closure") {
    host.unresolved.push(at4);
    return;
  }
  const inner2 = isShared2 ? host : fastifyHost(startup, at4, host, path);
  callValue2(startup.run, plugin2, { ...site3, arguments: [asValue(inner2), known7 ?? fields(), NOTHING2] });
  if (inner2 !== host) flush(inner2);
}
function prefixIn(startup, options, site3) {
  const value = memberOf2(startup.run, options, "prefix");
  if (value.kind === "plain" && value.value === null) return void 0;
  if (value.kind === "unknown" && options.kind !== "fields") return void 0;
  const written3 = site3.written[1];
  return writtenPaths(value, site3.file, (written3 && entryOf2(written3, "prefix")) ?? written3 ?? site3.node)[0];
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
function honoCall(startup, path, packageName3, site3) {
  if (packageName3 === "@hono/node-server") {
    if (path !== ".serve") return void 0;
    startup.listens.push({ framework: "hono", site: site3, index: 0, key: "port" });
    return void 0;
  }
  if (path === ".Hono" || path === ".OpenAPIHono") return asValue(newHono(startup, siteSpan(site3)));
  if (packageName3 === "hono/factory" && path.endsWith(".createApp")) return asValue(newHono(startup, siteSpan(site3)));
  return void 0;
}
function newHono(startup, at4) {
  const host = honoHost(startup, at4, [], []);
  startup.made.push(host);
  return host;
}
function honoHost(startup, at4, entries, base2) {
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: "hono application",
    framework: "hono",
    isApplication: true,
    isServed: false,
    at: at4,
    entries,
    base: base2,
    last: { text: "/", isResolved: true, at: at4 },
    invoke: (name, site3) => invoke4(startup, host, name, site3),
    read: (name) => {
      if (name === "fetch" || name === "request") honoServed.add(entries);
      return void 0;
    }
  };
  return host;
}
function invoke4(startup, host, name, site3) {
  const at4 = methodSpan(site3.file, site3.node);
  const [first2] = site3.arguments;
  const written3 = site3.written[0];
  if (name === "basePath") {
    const path = written3 && writtenPaths(first2, site3.file, written3)[0];
    return asValue(honoHost(startup, host.at, host.entries, path ? [...host.base, path] : host.base));
  }
  if (name === "route") return route2(host, site3);
  if (name === "use") {
    use3(host, site3, at4);
    return asValue(host);
  }
  if (name === "on") {
    for (const method3 of textsOf(first2))
      for (const path of writtenPaths(site3.arguments[1], site3.file, site3.written[1] ?? site3.node))
        push2(host, "route", method3.toUpperCase(), path, flatArguments(site3, 2), at4);
    return asValue(host);
  }
  if (name === "mount") {
    for (const path of written3 ? writtenPaths(first2, site3.file, written3) : []) push2(host, "fallback", "*", path, [], at4);
    return asValue(host);
  }
  if (name === "openapi") return openapi(host, site3, at4);
  if (!METHODS.has(name)) return name === "onError" || name === "notFound" || name === "doc" ? asValue(host) : void 0;
  addRoute2(host, name, site3, at4);
  return asValue(host);
}
function addRoute2(host, name, site3, at4) {
  const [first2] = site3.arguments;
  const written3 = site3.written[0];
  const hasPath = isPath(first2) || first2?.kind !== "closure" && site3.node.arguments.length > 1;
  const paths = hasPath && written3 ? writtenPaths(first2, site3.file, written3) : [host.last];
  for (const path of paths) {
    host.last = path;
    if (site3.node.arguments.length > (hasPath ? 1 : 0))
      push2(host, "route", name === "all" ? "*" : name.toUpperCase(), path, flatArguments(site3, hasPath ? 1 : 0), at4);
  }
}
function textsOf(value) {
  const values2 = value?.kind === "list" ? value.elements : value ? [value] : [];
  return values2.flatMap((one2) => one2.kind === "plain" && typeof one2.value === "string" ? [one2.value] : []);
}
function push2(host, kind, method3, path, handlers, at4) {
  host.entries.push({ kind, method: method3, prefixes: host.base, path, handlers, at: at4 });
}
function route2(host, site3) {
  const other = site3.arguments[1];
  const path = site3.written[0] && writtenPaths(site3.arguments[0], site3.file, site3.written[0])[0];
  const inner2 = other?.kind === "host" ? other.host : void 0;
  if (inner2?.framework === "hono" && path) {
    honoMounted.add(inner2.entries);
    for (const entry of [...inner2.entries])
      host.entries.push({ ...entry, prefixes: [...host.base, path, ...entry.prefixes] });
  } else if (path) {
    const unknown5 = { text: "", isResolved: false, at: path.at };
    push2(host, "route", "*", unknown5, [], methodSpan(site3.file, site3.node));
  }
  return asValue(host);
}
var honoMounted = /* @__PURE__ */ new WeakSet();
var honoServed = /* @__PURE__ */ new WeakSet();
function use3(host, site3, at4) {
  const [first2] = site3.arguments;
  const hasPath = isPath(first2);
  const everything = { text: "*", isResolved: true, at: at4 };
  const paths = hasPath && site3.written[0] ? writtenPaths(first2, site3.file, site3.written[0]) : [everything];
  for (const path of paths) push2(host, "use", "*", path, flatArguments(site3, hasPath ? 1 : 0), at4);
}
function openapi(host, site3, at4) {
  const [description] = site3.arguments;
  const last = description?.kind === "outside" ? description.steps.at(-1) : void 0;
  const options = last?.kind === "call" ? last.site.arguments[0] : void 0;
  if (options?.kind !== "fields" || last?.kind !== "call") return asValue(host);
  const method3 = textsOf(options.entries.get("method"))[0];
  for (const path of writtenPaths(options.entries.get("path"), last.site.file, last.site.written[0] ?? last.site.node))
    push2(
      host,
      "route",
      method3?.toUpperCase() ?? "*",
      { ...path, text: path.text.replace(/\{(\w+)\}/g, ":$1") },
      flatArguments(site3, 1),
      at4
    );
  return asValue(host);
}

// src/model/code/routes/javascript/nestjs.ts
var NEST_PACKAGES = ["@nestjs/core", "@nestjs/common", "@nestjs/swagger"];
function nestCall(startup, path, packageName3, site3) {
  if (packageName3 === "@nestjs/core" && path === ".NestFactory.create") return asValue(nestHost(startup, site3));
  if (packageName3 === "@nestjs/swagger" && path === ".SwaggerModule.setup") {
    const app = site3.arguments[1];
    const written3 = site3.written[0];
    if (app?.kind === "host" && app.host.framework === "nestjs" && written3)
      for (const one2 of writtenPaths(site3.arguments[0], site3.file, written3))
        app.host.fallbacks.push({ path: one2, at: siteSpan(site3) });
  }
  return void 0;
}
function nestHost(startup, site3) {
  const at4 = siteSpan(site3);
  const server3 = expressHost({ ...startup, made: [] }, at4, false);
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: "nestjs application",
    framework: "nestjs",
    isApplication: true,
    isServed: false,
    at: at4,
    root: site3.arguments[0],
    exclude: [],
    guards: [],
    middleware: [],
    server: server3,
    fallbacks: [],
    invoke: (name, inner2) => invoke5(startup, host, name, inner2)
  };
  startup.made.push(host);
  return host;
}
function invoke5(startup, host, name, site3) {
  const [first2, second] = site3.arguments;
  const written3 = site3.written[0];
  switch (name) {
    case "setGlobalPrefix": {
      const path = written3 && writtenPaths(first2, site3.file, written3)[0];
      if (path && written3) host.prefix = path.isResolved ? path : configured2(startup, path, written3, site3);
      host.exclude = second?.kind === "fields" ? exclusions(second.entries.get("exclude")) : second ? UNKNOWN_EXCLUSION : [];
      return asValue(host);
    }
    case "enableVersioning":
      host.versioning = versioning(first2, methodSpan(site3.file, site3.node));
      return asValue(host);
    case "useGlobalGuards":
      host.guards.push(...flatArguments(site3, 0));
      return asValue(host);
    case "use":
      host.middleware.push(...flatArguments(site3, 0).filter((given3) => given3.value.kind !== "plain"));
      host.server.invoke("use", site3);
      return asValue(host);
    case "listen":
      host.isServed = true;
      startup.listens.push({ framework: "nestjs", site: site3, index: 0 });
      return asValue(host);
    case "useWebSocketAdapter":
      if (first2 && written3) host.socketAdapter = { value: first2, written: written3, file: site3.file };
      return asValue(host);
    case "get":
    case "resolve":
      return provided(first2);
    case "select":
      return asValue(host);
    case "getHttpAdapter":
      return adapter(host);
    case "useStaticAssets":
      host.fallbacks.push({ path: staticPrefix(second, site3), at: methodSpan(site3.file, site3.node) });
      return asValue(host);
    default:
      return CHAINED2.has(name) ? asValue(host) : void 0;
  }
}
function configured2(startup, path, node, site3) {
  const { program, models } = startup.run;
  const value = evaluateExpression(program, { file: site3.file, node }, models.environment ?? EMPTY_ENVIRONMENT);
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
function provided(first2) {
  if (first2?.kind === "class") return { ...fields([], true), of: first2 };
  return first2?.kind === "outside" ? first2 : void 0;
}
function adapter(host) {
  return hostValue({
    type: "http adapter",
    invoke: (name, site3) => {
      if (name === "getInstance") return asValue(host.server);
      return METHODS.has(name) || name === "use" ? host.server.invoke(name, site3) : void 0;
    }
  });
}
function staticPrefix(options, site3) {
  const prefix = options?.kind === "fields" ? options.entries.get("prefix") : void 0;
  const written3 = site3.written[1] ?? site3.node;
  const [path] = prefix ? writtenPaths(prefix, site3.file, written3) : [];
  return path ?? { text: "/", isResolved: true, at: methodSpan(site3.file, site3.node) };
}
var UNKNOWN_EXCLUSION = [{ path: void 0 }];
function exclusions(value) {
  if (!value) return [];
  if (value.kind !== "list") return UNKNOWN_EXCLUSION;
  const known7 = value.elements.map((one2) => {
    if (one2.kind === "plain" && typeof one2.value === "string") return { path: one2.isPartial ? void 0 : one2.value };
    if (one2.kind !== "fields") return { path: void 0 };
    const path = one2.entries.get("path");
    const method3 = methodName2(one2.entries.get("method"));
    const text2 = path?.kind === "plain" && !path.isPartial ? String(path.value) : void 0;
    return { path: text2, ...method3 !== void 0 && { method: method3 } };
  });
  return value.isOpen ? [...known7, ...UNKNOWN_EXCLUSION] : known7;
}
function methodName2(value) {
  const name = value?.kind === "outside" ? lastMember(value) : void 0;
  if (name !== void 0) return name === "ALL" ? void 0 : name;
  const number3 = value?.kind === "plain" && typeof value.value === "number" ? value.value : -1;
  return ["GET", "POST", "PUT", "DELETE", "PATCH", void 0, "OPTIONS", "HEAD"][number3];
}
function versioning(options, at4) {
  if (options?.kind !== "fields") return { isInPath: true, prefix: "v", at: at4 };
  const type = options.entries.get("type");
  const isInPath = type === void 0 || (type.kind === "outside" ? lastMember(type) === "URI" : type.kind === "plain" && type.value === 0);
  const prefix = options.entries.get("prefix");
  const given3 = prefix?.kind === "plain" ? prefix.value === false ? "" : prefix.value === null ? "v" : String(prefix.value) : "v";
  const defaultVersion = options.entries.get("defaultVersion");
  return { isInPath, prefix: given3, at: at4, ...defaultVersion && { defaultVersion } };
}

// src/model/code/routes/javascript/socket-servers.ts
var SOCKET_PACKAGES = ["socket.io", "ws"];
function socketCall(startup, path, packageName3, site3) {
  if (packageName3 === "socket.io" && (path === "" || path === ".Server"))
    return asValue(socketHost(startup, "socket.io", site3));
  if (packageName3 === "ws" && /^\.(?:Server|WebSocketServer)$/.test(path))
    return asValue(socketHost(startup, "ws", site3));
  return void 0;
}
function socketHost(startup, library, site3) {
  const host = {
    properties: /* @__PURE__ */ new Map(),
    type: `${library} server`,
    library,
    at: siteSpan(site3),
    options: site3.arguments.findLast((one2) => one2.kind === "fields" && one2.of === void 0),
    middleware: [],
    namespaces: [],
    read: (name) => name === "sockets" || name === "engine" ? asValue(host) : void 0,
    invoke: (name, inner2) => {
      if (name === "adapter") {
        const [value] = inner2.arguments;
        const [written3] = inner2.written;
        if (value && written3) host.adapter = { value, written: written3, file: inner2.file };
        return asValue(host);
      }
      if (name === "use") host.middleware.push(...flatArguments(inner2, 0));
      if (name === "of") return namespace(host, inner2);
      return CHAINED3.has(name) ? asValue(host) : void 0;
    }
  };
  startup.sockets.push(host);
  return host;
}
var CHAINED3 = /* @__PURE__ */ new Set(["use", "attach", "listen", "path", "to", "in", "except"]);
function namespace(host, site3) {
  const middleware = [];
  host.namespaces.push({ name: site3.arguments[0], at: siteSpan(site3), middleware });
  const self = {
    properties: /* @__PURE__ */ new Map(),
    type: "socket.io namespace",
    invoke: (name, inner2) => {
      if (name === "use") middleware.push(...flatArguments(inner2, 0));
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
    const given3 = type ?? fn.parameters[0]?.type;
    if (given3 === void 0 || startup.run.called.has(fn)) continue;
    const at4 = spanOf2(file, { start: fn.nameStart, end: fn.end });
    const host = FASTIFY.test(given3.name) ? fastifyHost(startup, at4, void 0, void 0, name) : EXPRESS.test(given3.name) && type === void 0 ? expressHost(startup, at4, false, name) : void 0;
    if (!host) continue;
    const closure = closureOf(fn, file, startModule(startup.run, file));
    if (startup.run.called.has(fn)) continue;
    const values2 = [asValue(host), fields([], true), NOTHING2];
    callClosure2(startup.run, closure, values2);
  }
}
function functionsOf(statements) {
  return statements.flatMap((statement2) => {
    if (statement2.kind === "function") return [{ name: statement2.name ?? "default", fn: statement2 }];
    if (statement2.kind === "expression" && statement2.value.kind === "function")
      return [{ name: statement2.value.name ?? "default", fn: statement2.value }];
    if (statement2.kind !== "declare" || statement2.value?.kind !== "function" || statement2.target.kind !== "name")
      return [];
    const { type } = statement2;
    return [{ name: statement2.target.name, fn: statement2.value, ...type && { type } }];
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
function isRelevant2(name) {
  const bare2 = name.replace(/^node:/, "");
  return MODELS.has(bare2) || COMPANIONS.has(bare2);
}
function usesFramework(file) {
  return file.imports.some((one2) => !one2.typeOnly && isRelevant2(one2.from));
}
var kept = /* @__PURE__ */ new WeakMap();
function startOf(program, service) {
  const files4 = service.files.filter((path) => isJavaScript(program.files.get(path)));
  const reached2 = program.reachableFrom(service.entries);
  if (![...files4, ...reached2].some((path) => isFrameworkFile(program, path))) return void 0;
  const key = service.entries.join("\n");
  const byEntries = kept.get(program) ?? /* @__PURE__ */ new Map();
  kept.set(program, byEntries);
  const known7 = byEntries.get(key) ?? [];
  byEntries.set(key, known7);
  const found3 = known7.find((one2) => one2.environment === service.environment);
  if (found3) return found3.started;
  const started2 = follow2(program, service, files4, reached2);
  known7.push({ environment: service.environment, started: started2 });
  return started2;
}
function isJavaScript(file) {
  return file?.language === "typescript" || file?.language === "javascript";
}
function isFrameworkFile(program, path) {
  const file = program.files.get(path);
  return file !== void 0 && usesFramework(file);
}
function follow2(program, service, files4, reached2) {
  const made5 = [];
  const startup = { made: made5, listens: [], sockets: [], unresolved: [] };
  const models = {
    call: (_run, callee, site3) => callModel(full, callee, site3),
    unfollowed: (site3) => {
      if (handsOnRouter(site3)) full.unresolved.push(siteSpan(site3));
    },
    ...service.environment && { environment: service.environment },
    isRelevant: isRelevant2
  };
  const all = /* @__PURE__ */ new Set([...reached2, ...files4]);
  const run = createRun(program, all, models);
  const full = { ...startup, run };
  const entries = entriesOf2(program, service, files4);
  for (const path of entries) startFile(run, program, path);
  for (const path of entries) serveDefault(full, program, path);
  load2(made5);
  const before = made5.length;
  for (const path of files4) {
    const file = program.files.get(path);
    if (file && !standsAside(path) && usesFramework(file)) startModule(run, file);
  }
  for (const path of files4) {
    const file = program.files.get(path);
    if (file && !standsAside(path)) followUncalled(full, file);
  }
  load2(made5.slice(before));
  return { ...full, aside: new Set(made5.slice(before)) };
}
function startFile(run, program, path) {
  const file = program.files.get(path);
  if (file && isJavaScript(file)) startModule(run, file);
}
function load2(made5) {
  for (const host of made5) if (host.framework === "fastify") flush(host);
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
  const host = fastifyHost(startup, spanOf2(file, { start: fn.nameStart, end: fn.end }));
  callClosure2(startup.run, value, [asValue(host), fields([], true)]);
}
function isPlugin({ fn }) {
  const [first2] = fn.parameters;
  const name = first2?.target.kind === "name" ? first2.target.name : "";
  return name === "fastify" || /^Fastify\w*Instance$/.test(first2?.type?.name ?? "");
}
function entriesOf2(program, service, files4) {
  if (service.entries.length > 0) return service.entries;
  const imported = /* @__PURE__ */ new Set();
  for (const path of files4) {
    const file = program.files.get(path);
    for (const one2 of file?.imports ?? []) {
      const target = file && program.target(file, one2.from);
      if (target?.kind === "files") {
        for (const each of target.files) if (each.path !== path) imported.add(each.path);
      }
    }
  }
  return files4.filter((path) => !imported.has(path) && !standsAside(path));
}
function handsOnRouter(site3) {
  const isOwn = site3.node.callee.kind === "index";
  return isOwn || site3.arguments.some((one2) => one2.kind === "host" && ROUTING.has(one2.host.framework));
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
function callModel(startup, callee, site3) {
  for (const given3 of site3.arguments) {
    if (given3.kind === "host") given3.host.isServed = true;
  }
  if (ADDING.has(callee.package) && handsOnRouter(site3)) startup.unresolved.push(siteSpan(site3));
  const model = MODELS.get(callee.package);
  return model?.(startup, stepsOf(callee).replace(/^\.default\b/, ""), callee.package, site3);
}

// src/model/code/listen.ts
function javascriptListening(program, service) {
  const started2 = startOf(program, service);
  const seen = /* @__PURE__ */ new Set();
  return (started2?.listens ?? []).flatMap((call3) => {
    const found3 = listening(program, service, call3);
    const key = `${found3.at.path}:${found3.at.start}:${JSON.stringify(found3.port)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [found3];
  });
}
function listening(program, service, call3) {
  const { site: site3 } = call3;
  const written3 = site3.written[call3.index];
  const at4 = { path: site3.file.path, start: site3.node.start, end: site3.node.end };
  const resolve = (node, value) => node && resolved(program, service, call3, node, value);
  if (call3.key !== void 0) {
    const given3 = site3.arguments[call3.index];
    const entries = given3?.kind === "fields" ? given3.entries : void 0;
    const port = resolve(entryOf3(written3, call3.key) ?? written3, entries?.get(call3.key));
    const host2 = entries?.has("host") || entries?.has("hostname") ? resolve(
      entryOf3(written3, "host") ?? entryOf3(written3, "hostname") ?? written3,
      entries.get("host") ?? entries.get("hostname")
    ) : void 0;
    return { framework: call3.framework, port: port ?? noPort(at4), at: at4, ...host2 && { host: host2 } };
  }
  const second = site3.arguments[call3.index + 1];
  const isHost = second !== void 0 && second.kind !== "closure" && !(second.kind === "plain" && typeof second.value === "number");
  const host = isHost ? resolve(site3.written[call3.index + 1], second) : void 0;
  return {
    framework: call3.framework,
    port: resolve(written3, site3.arguments[call3.index]) ?? noPort(at4),
    at: at4,
    ...host && { host }
  };
}
function noPort(at4) {
  return { kind: "known", value: 0, at: at4, variables: [], isFallback: false };
}
function resolved(program, service, call3, node, value) {
  const found3 = evaluateExpression(program, { file: call3.site.file, node }, service.environment ?? EMPTY_ENVIRONMENT);
  if (found3.kind !== "unknown") return found3;
  const isKnown = value?.kind === "plain" && !value.isPartial && value.value !== null;
  if (!isKnown) return found3;
  return { kind: "known", value: value.value, at: found3.at, variables: found3.variables, isFallback: found3.isFallback };
}
function entryOf3(node, key) {
  if (node?.kind !== "object") return void 0;
  const entry = node.entries.find((one2) => one2.kind === "entry" && one2.key === key);
  return entry?.kind === "entry" ? entry.value : void 0;
}

// src/model/code/code-migrations.ts
var NONE = { migrations: [], indexes: [] };
var MOST_FILES = 2e3;
var TOOLS = {
  typeorm: [["typeorm", /\bMigrationInterface\b|\bqueryRunner\b/]],
  sequelize: [["sequelize", /\bqueryInterface\b/]],
  sqlalchemy: [["alembic", /^(?:revision|down_revision)\b|^from alembic import op\b/m]],
  django: [["django", /\bclass Migration\b/]]
};
function codeMigrations(home, source, tree) {
  const tools = TOOLS[source];
  if (!tools) return NONE;
  const folders = /* @__PURE__ */ new Map();
  const indexes = [];
  let tool = "sql";
  for (const { path, format } of tree.files) {
    if (format !== "source" || !isWithin(home, path) || !/(?:^|\/)(?:migrations?|alembic|versions)\//i.test(path))
      continue;
    if (folders.size > MOST_FILES || fileName(path) === "__init__.py") continue;
    const text2 = tree.read(path)?.text ?? "";
    const found3 = tools.find(([, sign]) => sign.test(text2));
    if (!found3) continue;
    tool = found3[0];
    folders.set(directoryOf(path), [...folders.get(directoryOf(path)) ?? [], path]);
    indexes.push(...indexesIn({ path, text: withoutDown(text2) }));
  }
  const migrations = [...folders].map(([folder, files4]) => ({
    tool,
    folder,
    files: files4.sort(),
    at: { path: files4[0] ?? folder, start: 0, end: 0 }
  }));
  return { migrations, indexes };
}
function withoutDown(text2) {
  const down = /^[ \t]*(?:public[ \t]+)?(?:async[ \t]+)?(?:down[ \t]*[(:]|def[ \t]+downgrade\b)|^(?:exports|module\.exports)\.down\b/m.exec(
    text2
  );
  return down ? text2.slice(0, down.index) : text2;
}
var LITERAL = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\[\s\S])*)`/g;
var CALLS = [
  /createInd(?:ex|ices)\(\s*["'`]([\w.]+)["'`][^;]{0,300}?columnNames:\s*\[\s*["'`](\w+)/g,
  /addIndex\(\s*(?:["'`]([\w.]+)["'`]|\{\s*tableName:\s*["'`](\w+)["'`][^}]{0,100}\})\s*,\s*(?:\{\s*fields:\s*)?\[\s*["'`](\w+)/g,
  /create_index\(\s*(?:op\.f\()?\s*["'][\w.]*["']\s*\)?\s*,\s*["']([\w.]+)["']\s*,\s*\[\s*(?:sa\.text\()?["'](\w+)/g
];
function indexesIn(source) {
  const called3 = CALLS.flatMap(
    (pattern3) => [...source.text.matchAll(pattern3)].map(([, ...groups]) => {
      const [table = "", ...columns] = groups.filter((group) => group !== void 0);
      return { table: table.slice(table.lastIndexOf(".") + 1), columns: columns.slice(-1) };
    })
  );
  const written3 = [...source.text.matchAll(LITERAL)].flatMap(([, single2, double, back]) => {
    const text2 = single2 ?? double ?? back ?? "";
    if (!/\b(?:create|alter)\b/i.test(text2)) return [];
    const { changes } = parseSql({ path: source.path, text: text2.replace(/\\(["'`])/g, "$1") });
    return changes.flatMap((change) => {
      if (change.kind === "add-key" && change.key.kind !== "foreign")
        return [{ table: change.table, columns: change.key.columns }];
      if (change.kind !== "create-table") return [];
      const { name, keys } = change.table;
      return keys.filter(({ kind }) => kind !== "foreign").map(({ columns }) => ({ table: name, columns }));
    });
  });
  return [...called3, ...written3];
}

// src/model/code/orm/expressions.ts
function textOf3(expression3) {
  const inner2 = expression3 && peel(expression3);
  return inner2?.kind === "literal" && typeof inner2.value === "string" ? inner2.value : void 0;
}
function isTrue(expression3) {
  const inner2 = expression3 && peel(expression3);
  return inner2?.kind === "literal" && inner2.value === true;
}
function isFalse2(expression3) {
  const inner2 = expression3 && peel(expression3);
  return inner2?.kind === "literal" && inner2.value === false;
}
function objectOf(expression3) {
  const inner2 = expression3 && peel(expression3);
  return inner2?.kind === "object" ? inner2 : void 0;
}
function elementsOf(expression3) {
  const inner2 = expression3 && peel(expression3);
  return inner2?.kind === "array" ? inner2.elements : [];
}
function entryOf4(object, key) {
  return objectOf(object)?.entries.find((one2) => one2.kind === "entry" && one2.key === key);
}
function optionOf(object, key) {
  return entryOf4(object, key)?.value;
}
function keywordOf2(call3, name) {
  const found3 = call3.arguments.find((one2) => one2.kind === "keyword" && one2.name === name);
  return found3?.kind === "keyword" ? found3.value : void 0;
}
function positional({ arguments: given3 }) {
  return given3.filter((one2) => one2.kind !== "keyword");
}
function callOf(expression3) {
  const inner2 = expression3 && peel(expression3);
  return inner2?.kind === "call" ? inner2 : void 0;
}
function lastName2(expression3) {
  const inner2 = expression3 && peel(expression3);
  if (!inner2) return void 0;
  return pathOf(inner2.kind === "call" ? inner2.callee : inner2)?.at(-1);
}
function targetName(expression3) {
  const inner2 = expression3 && peel(expression3);
  if (!inner2) return void 0;
  if (inner2.kind === "literal") return typeof inner2.value === "string" ? inner2.value : void 0;
  if (inner2.kind !== "function") return pathOf(inner2)?.[0];
  const [only2] = inner2.body;
  return only2?.kind === "return" && only2.value ? targetName(only2.value) : void 0;
}
function chainOf(expression3) {
  const links = /* @__PURE__ */ new Map();
  let call3 = callOf(expression3);
  while (call3) {
    const callee = peel(call3.callee);
    const inner2 = callee.kind === "member" ? callOf(callee.object) : void 0;
    if (callee.kind === "member" && inner2) {
      links.set(callee.property, call3);
      call3 = inner2;
      continue;
    }
    const name = lastName2(callee);
    return name === void 0 ? void 0 : { name, call: call3, links };
  }
  return void 0;
}
function rootsOf3({ body, exports }) {
  const values2 = exports.flatMap(({ value }) => value ?? []);
  return [...body, ...values2.filter((value) => !body.some((one2) => one2.start <= value.start && value.end <= one2.end))];
}

// src/model/code/orm/data-source.ts
var DIALECTS = /* @__PURE__ */ new Map([
  ["postgres", "postgresql"],
  ["postgresql", "postgresql"],
  ["aurora-postgres", "postgresql"],
  ["cockroachdb", "cockroachdb"],
  ["mysql", "mysql"],
  ["mariadb", "mysql"],
  ["aurora-mysql", "mysql"],
  ["sqlite", "sqlite"],
  ["better-sqlite3", "sqlite"],
  ["mssql", "sqlserver"],
  ["oracle", "oracle"],
  ["mongodb", "mongodb"]
]);
var BESIDE = [
  "url",
  "host",
  "database",
  "entities",
  "autoLoadEntities",
  "synchronize",
  "storage",
  "username",
  "pool",
  "logging"
];
function dialectOf(files4) {
  const found3 = /* @__PURE__ */ new Set();
  for (const file of files4) {
    walk(rootsOf3(file), (node) => {
      if (node.kind !== "object") return void 0;
      const dialect = DIALECTS.get(textOf3(optionOf(node, "type")) ?? textOf3(optionOf(node, "dialect")) ?? "");
      if (dialect && BESIDE.some((key) => optionOf(node, key) !== void 0)) found3.add(dialect);
      return void 0;
    });
  }
  const [only2] = found3;
  return found3.size === 1 && only2 ? only2 : "unknown";
}

// src/model/code/orm/classes.ts
var DEEPEST8 = 6;
function classesOf(file) {
  const found3 = [];
  walk(rootsOf3(file), (node) => {
    if (node.kind === "class") found3.push(node);
    return node.kind !== "function";
  });
  return found3;
}
function membersOf2(program, file, node, depth = 0) {
  const inherited = depth > DEEPEST8 ? [] : node.bases.flatMap((base2) => {
    const found3 = definitionOf(program, { file, node: base2 });
    return found3.kind === "class" && found3.node !== node ? membersOf2(program, found3.file, found3.node, depth + 1) : [];
  });
  const own = node.members.flatMap((member) => member.kind === "field" ? [{ member, file }] : []);
  return [...inherited, ...own];
}

// src/model/code/orm/draft.ts
function finishEntity({ name, table, fields: fields2, keys, at: at4 }, indexed4 = false) {
  const columns = new Map(fields2.map((field) => [field.name, field.column ?? field.name]));
  const resolved3 = keys.map((key) => ({
    ...key,
    names: key.names.map((one2) => one2 === null ? null : columns.get(one2) ?? one2)
  }));
  const own = fields2.flatMap(
    (field) => field.isUnique || field.isIndexed ? [{ names: [field.column ?? field.name], isUnique: field.isUnique === true }] : []
  );
  const all = [...own, ...resolved3];
  const foreignKeys = fields2.flatMap(
    (field) => field.references === void 0 ? [] : [{ columns: [field.column ?? field.name], entity: field.references, indexed: indexed4, at: field.at }]
  );
  return {
    name,
    table,
    fields: fields2.map(withoutMarks),
    foreignKeys,
    uniqueKeys: all.filter((key) => key.isUnique && !key.names.includes(null)).map((key) => key.names.filter((one2) => one2 !== null)),
    indexes: all.map((key) => key.names),
    at: at4
  };
}
function withoutMarks({ isUnique: _, isIndexed: __, references: ___, ...field }) {
  return field;
}

// src/model/code/orm/django.ts
function djangoEntities(program, files4) {
  return files4.flatMap((file) => classesOf(file).flatMap((node) => entityOf(program, file, node)));
}
function entityOf(program, file, node) {
  const { name, nameStart } = node;
  const meta = node.members.find((member) => member.kind === "class" && member.name === "Meta");
  const options = meta?.kind === "class" ? meta : void 0;
  const own = fieldsOf2(node.members.flatMap((member) => member.kind === "field" ? [{ member, file }] : []));
  if (name === void 0 || isTrue(optionOf2(options, "abstract")) || isTrue(optionOf2(options, "proxy"))) return [];
  const isModel2 = own.length > 0 || node.bases.some((base2) => pathOf(base2)?.join(".") === "models.Model");
  const fields2 = isModel2 ? fieldsOf2(membersOf2(program, file, node)) : [];
  if (fields2.length === 0) return [];
  const at4 = { path: file.path, start: nameStart, end: nameStart + name.length };
  const hasKey = fields2.some((field) => field.isUnique && field.name !== "id" && field.written.endsWith("!"));
  const id = {
    name: "id",
    column: "id",
    type: "integer",
    written: "AutoField",
    nullable: false,
    at: at4,
    isUnique: true
  };
  const all = hasKey || fields2.some((field) => field.name === "id") ? fields2 : [id, ...fields2];
  const table = textOf3(optionOf2(options, "db_table")) ?? `${appOf(file.path)}_${name.toLowerCase()}`;
  const entity = finishEntity({
    name,
    table,
    fields: all.map((field) => finished(field, name)),
    keys: keysOf(options),
    at: at4
  });
  return [{ source: "django", file, dialect: "unknown", entity }];
}
function fieldsOf2(members) {
  return members.flatMap(({ member, file }) => fieldOf3(member, file) ?? []);
}
function finished(field, name) {
  const references2 = field.references === "self" ? { references: name } : {};
  return { ...field, ...references2, written: field.written.replace(/!$/, "") };
}
function optionOf2(meta, name) {
  const found3 = meta?.members.find((member) => member.kind === "field" && member.name === name);
  return found3?.kind === "field" ? found3.value : void 0;
}
function appOf(path) {
  const folder = directoryOf(path);
  return fileName(fileName(folder) === "models" ? directoryOf(folder) : folder);
}
var KINDS = [
  [/^FloatField$/, "float"],
  [/^(?:Decimal|Money)Field$/, "decimal"],
  [/^(?:Big|Small|Positive|PositiveBig|PositiveSmall)?IntegerField$|^(?:Big|Small)?AutoField$/, "integer"],
  [/^(?:DateTime|Date|Time)Field$/, "date"],
  [/^(?:Null)?BooleanField$/, "boolean"],
  [/^JSONField$/, "json"],
  [/^UUIDField$/, "uuid"],
  [/^BinaryField$/, "binary"],
  [/^(?:Char|Text|Slug|URL|Email|File|FilePath|Image|GenericIPAddress)Field$/, "text"]
];
function fieldOf3({ name, value, start, end }, file) {
  const call3 = callOf(value);
  const written3 = call3 && lastName2(call3);
  if (!call3 || written3 === void 0 || !/(?:Field|^ForeignKey)$/.test(written3)) return void 0;
  const at4 = { path: file.path, start, end };
  const flag = (key) => isTrue(keywordOf2(call3, key));
  if (/^(?:ForeignKey|OneToOneField|ManyToManyField|ParentalKey|TreeForeignKey)$/.test(written3)) {
    return relationOf(name, written3, call3, at4);
  }
  const isPrimary = flag("primary_key");
  return {
    name,
    column: textOf3(keywordOf2(call3, "db_column")) ?? name,
    type: KINDS.find(([kind]) => kind.test(written3))?.[1] ?? "other",
    written: isPrimary ? `${written3}!` : written3,
    nullable: flag("null"),
    at: at4,
    isUnique: isPrimary || flag("unique"),
    isIndexed: flag("db_index") || written3 === "SlugField"
  };
}
function relationOf(name, kind, call3, at4) {
  const target = positional(call3)[0] ?? keywordOf2(call3, "to");
  const entity = (textOf3(target) ?? (target && pathOf(target)?.at(-1)) ?? "").split(".").at(-1) ?? "";
  const many = kind === "ManyToManyField";
  const base2 = {
    name,
    type: "relation",
    written: kind,
    nullable: isTrue(keywordOf2(call3, "null")),
    relation: { entity, many },
    at: at4
  };
  if (many) return base2;
  return {
    ...base2,
    column: textOf3(keywordOf2(call3, "db_column")) ?? `${name}_id`,
    references: entity,
    isUnique: kind === "OneToOneField" || isTrue(keywordOf2(call3, "unique")),
    isIndexed: !isFalse2(keywordOf2(call3, "db_index"))
  };
}
function keysOf(meta) {
  const listed2 = [...elementsOf(optionOf2(meta, "indexes")), ...elementsOf(optionOf2(meta, "constraints"))];
  const named4 = listed2.flatMap((one2) => {
    const call3 = callOf(one2);
    const kind = (call3 && lastName2(call3)) ?? "";
    const fields2 = call3 ? elementsOf(keywordOf2(call3, "fields")) : [];
    if (!/^(?:Index|BTreeIndex|HashIndex|UniqueConstraint)$/.test(kind) || fields2.length === 0) return [];
    const isUnique = kind === "UniqueConstraint" && call3 !== void 0 && keywordOf2(call3, "condition") === void 0;
    return [{ names: fields2.map(nameOf3), isUnique }];
  });
  const together2 = ["unique_together", "index_together"].flatMap((option3) => {
    const elements = elementsOf(optionOf2(meta, option3));
    const lists = elements.every((one2) => textOf3(one2) !== void 0) && elements.length > 0 ? [elements] : elements.map(elementsOf);
    return lists.map((list2) => ({ names: list2.map(nameOf3), isUnique: option3 === "unique_together" }));
  });
  return [...named4, ...together2.filter(({ names }) => names.length > 0)];
}
function nameOf3(expression3) {
  return textOf3(expression3)?.replace(/^-/, "") ?? null;
}

// src/model/code/orm/drizzle.ts
var TABLES = /* @__PURE__ */ new Map([
  ["pgTable", "postgresql"],
  ["mysqlTable", "mysql"],
  ["sqliteTable", "sqlite"]
]);
function drizzleEntities(files4) {
  return files4.flatMap((file) => file.body.flatMap((one2) => one2.kind === "declare" ? tableOf2(one2, file) ?? [] : []));
}
function tableOf2({ target, value }, file) {
  const call3 = callOf(value);
  const dialect = call3 && TABLES.get(lastName2(call3) ?? "");
  const table = textOf3(call3?.arguments[0]);
  const columns = objectOf(returned2(call3?.arguments[1]));
  if (!call3 || !dialect || table === void 0 || !columns || target.kind !== "name") return void 0;
  const fields2 = columns.entries.flatMap((entry) => entry.kind === "entry" ? fieldOf4(entry, file) ?? [] : []);
  const keys = extrasOf(call3).flatMap(keyOf3);
  const at4 = { path: file.path, start: target.start, end: target.end };
  const references2 = new Map(extrasOf(call3).flatMap(referenceOf));
  const all = fields2.map((field) => {
    const to = references2.get(field.name);
    return to === void 0 ? field : { ...field, references: to };
  });
  const entity = finishEntity({ name: target.name, table, fields: all, keys, at: at4 }, dialect === "mysql");
  return { source: "drizzle", file, dialect, entity };
}
function returned2(expression3) {
  if (expression3?.kind !== "function") return expression3;
  const last = expression3.body.at(-1);
  return last?.kind === "return" ? last.value : void 0;
}
function fieldOf4({ key, value, start, end }, file) {
  const chain2 = chainOf(value);
  if (!chain2 || key === void 0) return void 0;
  const { name, call: call3, links } = chain2;
  const reference = links.get("references");
  const to = targetName(reference?.arguments[0]);
  return {
    name: key,
    column: textOf3(call3.arguments[0]) ?? key,
    type: fieldType(name, call3),
    written: name,
    nullable: !links.has("notNull") && !links.has("primaryKey"),
    at: { path: file.path, start, end },
    isUnique: links.has("unique") || links.has("primaryKey"),
    ...to === void 0 ? {} : { references: to }
  };
}
function fieldType(name, { arguments: given3 }) {
  if (name === "doublePrecision" || name === "real" || name === "float" || name === "double") return "float";
  const mode = given3.map((one2) => textOf3(optionOf(one2, "mode"))).find((one2) => one2 !== void 0);
  if (mode === "timestamp" || mode === "timestamp_ms") return "date";
  if (mode === "boolean") return "boolean";
  return /Enum$/.test(name) ? "enum" : sqlFieldType(name);
}
function extrasOf({ arguments: given3 }) {
  const extras = returned2(given3[2]);
  const object = objectOf(extras);
  return object ? object.entries.flatMap((one2) => one2.kind === "entry" ? [one2.value] : []) : elementsOf(extras);
}
function keyOf3(expression3) {
  const chain2 = chainOf(expression3);
  if (!chain2) return [];
  const { name, call: call3, links } = chain2;
  if (name === "primaryKey") {
    const listed2 = elementsOf(optionOf(call3.arguments[0], "columns"));
    return [{ names: (listed2.length > 0 ? listed2 : call3.arguments).map(columnOf), isUnique: true }];
  }
  if (name !== "index" && name !== "uniqueIndex" && name !== "unique") return [];
  const using = links.get("using");
  if (using && !/^(?:btree|hash)$/.test(textOf3(using.arguments[0]) ?? "btree")) return [];
  const on = links.get("on")?.arguments ?? links.get("onOnly")?.arguments ?? using?.arguments.slice(1) ?? [];
  return on.length === 0 ? [] : [{ names: on.map(columnOf), isUnique: name !== "index" && !links.has("where") }];
}
function referenceOf(expression3) {
  const chain2 = chainOf(expression3);
  if (chain2?.name !== "foreignKey") return [];
  const [options] = chain2.call.arguments;
  const column = elementsOf(optionOf(options, "columns"))[0];
  const to = elementsOf(optionOf(options, "foreignColumns"))[0];
  const [name, target] = [column && columnOf(column), to && targetName(to)];
  return name && target ? [[name, target]] : [];
}
function columnOf(expression3) {
  let inner2 = peel(expression3);
  for (let depth = 0; inner2.kind === "call" && depth < 5; depth++) {
    const callee = peel(inner2.callee);
    if (callee.kind !== "member") return null;
    inner2 = peel(callee.object);
  }
  return inner2.kind === "member" && inner2.object.kind === "name" ? inner2.property : null;
}

// src/model/code/orm/gorm.ts
function gormEntities(files4, dialect) {
  const structs = files4.flatMap(
    (file) => classesOf(file).filter(isModel).map((node) => ({ file, node }))
  );
  const names = new Set(structs.map(({ node }) => node.name ?? ""));
  const tables = new Map(files4.flatMap(tableNames));
  const children = /* @__PURE__ */ new Map();
  for (const { node } of structs) for (const one2 of hasMany(node, names)) children.set(one2.key, one2.parent);
  return structs.map(({ file, node }) => {
    const name = node.name ?? "";
    const fields2 = fieldsOf3(node, names, file, children);
    const at4 = { path: file.path, start: node.nameStart, end: node.nameStart + name.length };
    const table = tables.get(name) ?? plural(snakeCase(name));
    const entity = finishEntity({ name, table, fields: fields2, keys: keysOf2(node), at: at4 }, dialect === "mysql");
    return { source: "gorm", file, dialect, entity };
  });
}
function isModel(node) {
  const isEmbedding = node.bases.some((base2) => pathOf(base2)?.join(".") === "gorm.Model");
  return node.name !== void 0 && (isEmbedding || node.members.some((one2) => one2.kind === "field" && /\bgorm:"/.test(one2.tag ?? "")));
}
function tableNames(file) {
  return file.body.flatMap((one2) => {
    if (one2.kind !== "function" || one2.name !== "TableName" || !one2.receiver) return [];
    const [only2] = one2.body;
    const table = only2?.kind === "return" ? textOf3(only2.value) : void 0;
    const type = one2.receiver.type?.name.replace(/^\*/, "");
    return table === void 0 || type === void 0 ? [] : [[type, table]];
  });
}
function settingsOf({ tag }) {
  const text2 = /\bgorm:"((?:[^"\\]|\\.)*)"/.exec(tag ?? "")?.[1] ?? "";
  return text2.split(";").map((one2) => one2.trim()).filter((one2) => one2 !== "").map((one2) => {
    const colon = one2.indexOf(":");
    return colon === -1 ? [one2.toLowerCase(), ""] : [one2.slice(0, colon).trim().toLowerCase(), one2.slice(colon + 1).trim()];
  });
}
function fieldsOf3(node, names, file, children) {
  const own = node.members.filter((member) => member.kind === "field").filter((member) => !isEmbedded(member, node));
  const relations = own.filter((member) => names.has(baseType(member)));
  const references2 = new Map(
    relations.filter((member) => !isList(member)).map((member) => [foreignKeyOf(member), baseType(member)])
  );
  const implied2 = node.bases.some((base2) => pathOf(base2)?.join(".") === "gorm.Model") ? MODEL : [];
  const at4 = { path: file.path, start: node.start, end: node.nameStart + (node.name?.length ?? 0) };
  return [
    ...implied2.map(([name, type]) => ({
      name,
      column: snakeCase(name),
      type,
      written: type,
      nullable: name === "DeletedAt",
      at: at4,
      isUnique: name === "ID",
      isIndexed: name === "DeletedAt"
    })),
    ...own.flatMap((member) => {
      const settings3 = new Map(settingsOf(member));
      if (settings3.has("-") || /^(?:embedded)$/.test([...settings3.keys()][0] ?? "")) return [];
      const where = { path: file.path, start: member.start, end: member.end };
      const entity = baseType(member);
      if (names.has(entity)) {
        return [
          {
            name: member.name,
            type: "relation",
            written: entity,
            nullable: true,
            relation: { entity, many: isList(member) },
            at: where
          }
        ];
      }
      const to = references2.get(member.name) ?? children.get(`${node.name}.${member.name}`);
      const written3 = settings3.get("type") ?? member.type?.name ?? "";
      const isPrimary = settings3.has("primarykey") || settings3.has("primary_key") || member.name === "ID";
      const field = {
        name: member.name,
        column: settings3.get("column") ?? snakeCase(member.name),
        type: goType(written3),
        written: written3,
        nullable: !settings3.has("not null") && !isPrimary,
        at: where,
        isUnique: isPrimary || settings3.has("unique"),
        ...to === void 0 ? {} : { references: to }
      };
      return [field];
    })
  ];
}
var MODEL = [
  ["ID", "integer"],
  ["CreatedAt", "date"],
  ["UpdatedAt", "date"],
  ["DeletedAt", "date"]
];
function isEmbedded({ name }, node) {
  return node.bases.some((base2) => pathOf(base2)?.at(-1) === name);
}
function baseType({ type }) {
  const inner2 = type?.name === "[]" ? type.arguments[0]?.name : type?.name;
  return (inner2 ?? "").replace(/^\*/, "");
}
function isList({ type }) {
  return type?.name === "[]";
}
function foreignKeyOf(member) {
  return new Map(settingsOf(member)).get("foreignkey") ?? `${member.name}ID`;
}
function hasMany(node, names) {
  return node.members.flatMap((member) => {
    if (member.kind !== "field" || !isList(member) || !names.has(baseType(member))) return [];
    const settings3 = new Map(settingsOf(member));
    if (settings3.has("many2many")) return [];
    return [{ key: `${baseType(member)}.${settings3.get("foreignkey") ?? `${node.name}ID`}`, parent: node.name ?? "" }];
  });
}
function keysOf2(node) {
  const named4 = /* @__PURE__ */ new Map();
  for (const member of node.members) {
    if (member.kind !== "field") continue;
    for (const [kind, value] of settingsOf(member)) {
      if (kind !== "index" && kind !== "uniqueindex") continue;
      const [first2 = "", ...options] = value.split(",");
      const isUnique = kind === "uniqueindex" || options.includes("unique");
      const priority = Number(/(?:^|,)priority:(\d+)/.exec(value)?.[1] ?? 10);
      const key = first2 === "" || first2.includes(":") ? `.${member.name}` : first2;
      named4.set(key, [...named4.get(key) ?? [], { name: member.name, priority, isUnique }]);
    }
  }
  return [...named4.values()].map((parts3) => ({
    names: parts3.toSorted((one2, other) => one2.priority - other.priority).map(({ name }) => name),
    isUnique: parts3.every(({ isUnique }) => isUnique)
  }));
}
function goType(written3) {
  const type = written3.replace(/^\*/, "");
  if (/^u?int\d*$|^byte$/.test(type)) return "integer";
  if (/^float(?:32|64)$/.test(type)) return "float";
  if (/^(?:time\.Time|sql\.NullTime|gorm\.DeletedAt|datatypes\.Date)$/.test(type)) return "date";
  if (/^(?:decimal\.(?:Null)?Decimal)$/.test(type)) return "decimal";
  if (/^sql\.NullFloat64$/.test(type)) return "float";
  if (/^uuid\./.test(type)) return "uuid";
  return sqlFieldType(type);
}
function snakeCase(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(/([A-Z])([A-Z][a-z])/g, "$1_$2").toLowerCase();
}
function plural(name) {
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

// src/model/code/orm/mongoose.ts
function mongooseEntities(files4) {
  const models = new Map(files4.flatMap((file) => callsNamed(file, "model").flatMap(modelOf)));
  return files4.flatMap((file) => schemasOf(file).flatMap((found3) => entityOf2(found3, file, models.get(found3.variable))));
}
function schemasOf(file) {
  const indexes = callsNamed(file, "index");
  return file.body.flatMap((one2) => {
    if (one2.kind !== "declare" || one2.target.kind !== "name") return [];
    const call3 = callOf(one2.value);
    if (!call3?.isNew || lastName2(call3.callee) !== "Schema" || !objectOf(call3.arguments[0])) return [];
    const variable = one2.target.name;
    return [{ variable, call: call3, keys: indexes.flatMap((index) => keyOf4(index, variable)) }];
  });
}
function callsNamed(file, name) {
  const calls = [];
  walk(rootsOf3(file), (node) => {
    if (node.kind === "call" && lastName2(node.callee) === name) calls.push(node);
    return void 0;
  });
  return calls;
}
function modelOf({ arguments: [first2, second] }) {
  const name = textOf3(first2);
  const variable = second && pathOf(second)?.at(-1);
  return name !== void 0 && variable !== void 0 ? [[variable, name]] : [];
}
function entityOf2({ variable, call: call3, keys }, file, model) {
  const [definition, options] = call3.arguments;
  const name = model ?? variable.replace(/_?schema$/i, "");
  const at4 = { path: file.path, start: call3.start, end: call3.end };
  const fields2 = objectOf(definition)?.entries.flatMap((one2) => one2.kind === "entry" ? fieldOf5(one2, file) ?? [] : []) ?? [];
  const dates = isTrue(optionOf(options, "timestamps")) ? ["createdAt", "updatedAt"] : [];
  const added2 = dates.map(
    (date) => ({ name: date, column: date, type: "date", written: "Date", nullable: false, at: at4 })
  );
  const table = textOf3(optionOf(options, "collection")) ?? `${name.toLowerCase()}s`;
  const entity = finishEntity({ name, table, fields: [...fields2, ...added2], keys, at: at4 });
  return [{ source: "mongoose", file, dialect: "mongodb", entity }];
}
var TYPES3 = {
  String: "text",
  Number: "other",
  Date: "date",
  Boolean: "boolean",
  ObjectId: "uuid",
  Decimal128: "decimal",
  Buffer: "binary",
  Map: "json",
  Mixed: "json",
  UUID: "uuid"
};
function fieldOf5({ key, value, start, end }, file) {
  if (key === void 0) return void 0;
  const [item] = elementsOf(value);
  const options = objectOf(item ?? value);
  const typed = options && optionOf(options, "type") ? optionOf(options, "type") : options ? void 0 : item ?? value;
  const written3 = nameOf4(typed);
  const to = targetName(optionOf(options, "ref"));
  return {
    name: key,
    column: key,
    type: item === void 0 ? TYPES3[written3] ?? "other" : "other",
    written: written3,
    nullable: !isTrue(optionOf(options, "required")),
    at: { path: file.path, start, end },
    isUnique: isTrue(optionOf(options, "unique")),
    isIndexed: isTrue(optionOf(options, "index")),
    ...to === void 0 ? {} : { relation: { entity: to, many: item !== void 0 } },
    ...to === void 0 || item !== void 0 ? {} : { references: to }
  };
}
function nameOf4(expression3) {
  return textOf3(expression3) ?? (expression3 && pathOf(peel(expression3))?.at(-1)) ?? "";
}
function keyOf4(call3, variable) {
  const callee = peel(call3.callee);
  if (callee.kind !== "member" || pathOf(callee.object)?.at(-1) !== variable) return [];
  const [fields2, options] = call3.arguments;
  const names = objectOf(fields2)?.entries.map((one2) => one2.kind === "entry" ? one2.key ?? null : null) ?? [];
  return names.length === 0 ? [] : [{ names, isUnique: isTrue(optionOf(options, "unique")) }];
}

// src/model/code/orm/sequelize.ts
function sequelizeEntities(files4, dialect) {
  const found3 = files4.map((file) => ({ file, calls: callsOf2(file) }));
  const associations = found3.flatMap(({ file, calls }) => calls.flatMap((call3) => associationOf(call3, file)));
  return found3.flatMap(
    ({ file, calls }) => [...calls.flatMap((call3) => modelOf2(call3, file)), ...decorated2(file)].map((draft) => {
      const added2 = associations.filter((one2) => one2.on === draft.name && !hasReference(draft, one2.field));
      const fields2 = draft.fields.map((field) => {
        const to = associations.find((one2) => one2.on === draft.name && sameName(one2.field.name, field.name));
        return to && field.references === void 0 ? { ...field, references: to.field.references ?? "" } : field;
      });
      const entity = finishEntity(
        { ...draft, fields: [...fields2, ...added2.map(({ field }) => field)] },
        dialect === "mysql"
      );
      return { source: "sequelize", file, dialect, entity };
    })
  );
}
function callsOf2(file) {
  const calls = [];
  walk(rootsOf3(file), (node) => {
    if (node.kind === "call") calls.push(node);
    return void 0;
  });
  return calls;
}
function sameName(one2, other) {
  return one2.replaceAll("_", "").toLowerCase() === other.replaceAll("_", "").toLowerCase();
}
function hasReference({ fields: fields2 }, { name }) {
  return fields2.some(
    (field) => sameName(field.name, name) || field.column !== void 0 && sameName(field.column, name)
  );
}
function modelOf2(call3, file) {
  const callee = peel(call3.callee);
  if (callee.kind !== "member") return [];
  const given3 = call3.arguments;
  const defined = callee.property === "define" ? textOf3(given3[0]) : void 0;
  const initialised = callee.property === "init" && optionOf(given3[1], "sequelize") ? pathOf(callee.object)?.at(-1) : void 0;
  const attributes = objectOf(defined === void 0 ? given3[0] : given3[1]);
  const options = defined === void 0 ? given3[1] : given3[2];
  const name = defined ?? initialised ?? textOf3(optionOf(options, "modelName"));
  if (name === void 0 || !attributes || defined === void 0 && initialised === void 0) return [];
  const fields2 = attributes.entries.flatMap((entry) => entry.kind === "entry" ? fieldOf6(entry, file) ?? [] : []);
  if (fields2.length === 0) return [];
  const at4 = { path: file.path, start: call3.start, end: callee.end };
  return [
    {
      name,
      table: textOf3(optionOf(options, "tableName")) ?? plural2(name),
      fields: [...fields2, ...implied(fields2, options, at4)],
      keys: elementsOf(optionOf(options, "indexes")).flatMap(keyOf5),
      at: at4
    }
  ];
}
function implied(fields2, options, at4) {
  const dates = isFalse2(optionOf(options, "timestamps")) ? [] : ["createdAt", "updatedAt"];
  const added2 = fields2.some(({ isUnique }) => isUnique) ? dates : ["id", ...dates];
  return added2.filter((name) => !fields2.some((field) => field.name === name)).map((name) => ({
    name,
    column: name,
    type: name === "id" ? "integer" : "date",
    written: name === "id" ? "INTEGER" : "DATE",
    nullable: false,
    at: at4,
    isUnique: name === "id"
  }));
}
function plural2(name) {
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : name.endsWith("s") ? name : `${name}s`;
}
function fieldOf6({ key, value, start, end }, file) {
  const options = objectOf(value);
  const written3 = typeName(options ? optionOf(options, "type") : value);
  if (key === void 0 || written3 === void 0) return void 0;
  const references2 = optionOf(options, "references");
  const to = targetName(optionOf(references2, "model")) ?? targetName(objectOf(references2) ? void 0 : references2);
  return {
    name: key,
    column: textOf3(optionOf(options, "field")) ?? key,
    type: fieldType2(written3),
    written: written3,
    nullable: !isFalse2(optionOf(options, "allowNull")),
    at: { path: file.path, start, end },
    isUnique: isTrue(optionOf(options, "primaryKey")) || isSet(optionOf(options, "unique")),
    isIndexed: isTrue(optionOf(options, "index")),
    ...to === void 0 ? {} : { references: to }
  };
}
function isSet(expression3) {
  return expression3 !== void 0 && !isFalse2(expression3);
}
function typeName(expression3) {
  const inner2 = expression3 && peel(expression3);
  const path = inner2 && pathOf(inner2.kind === "call" ? inner2.callee : inner2);
  const from = path?.findIndex((one2) => /^(?:DataTypes?|Sequelize|sequelize|type|types)$/.test(one2)) ?? -1;
  return from === -1 ? void 0 : path?.[from + 1];
}
function fieldType2(written3) {
  if (/^DATE(?:ONLY)?$|^NOW$/.test(written3)) return "date";
  return /^UUID/.test(written3) ? "uuid" : sqlFieldType(written3);
}
function keyOf5(expression3) {
  const names = elementsOf(optionOf(expression3, "fields")).map(
    (one2) => textOf3(one2) ?? textOf3(optionOf(one2, "name")) ?? null
  );
  return names.length === 0 ? [] : [{ names, isUnique: isTrue(optionOf(expression3, "unique")) }];
}
function associationOf(call3, file) {
  const callee = peel(call3.callee);
  if (callee.kind !== "member" || !/^(?:belongsTo|hasMany|hasOne)$/.test(callee.property)) return [];
  const from = pathOf(callee.object)?.at(-1);
  const [first2, options] = call3.arguments;
  const to = first2 && pathOf(first2)?.at(-1);
  if (from === void 0 || to === void 0) return [];
  const [on, parent] = callee.property === "belongsTo" ? [from, to] : [to, from];
  const key = optionOf(options, "foreignKey");
  const alias2 = callee.property === "belongsTo" ? textOf3(optionOf(options, "as")) : void 0;
  const name = textOf3(key) ?? textOf3(optionOf(key, "name")) ?? `${lowered(alias2 ?? parent)}Id`;
  const at4 = { path: file.path, start: call3.start, end: call3.end };
  const isUnique = callee.property === "hasOne";
  const field = {
    name,
    column: name,
    type: "integer",
    written: parent,
    nullable: true,
    at: at4,
    references: parent,
    isUnique
  };
  return [{ on, field }];
}
function lowered(text2) {
  return text2.charAt(0).toLowerCase() + text2.slice(1);
}
function decorated2(file) {
  if (!file.imports.some(({ from }) => from === "sequelize-typescript")) return [];
  return classesOf(file).flatMap((node) => {
    const table = node.decorators.find((one2) => lastName2(one2) === "Table");
    const name = node.name;
    if (!table || name === void 0) return [];
    const fields2 = node.members.flatMap((member) => {
      if (member.kind !== "field") return [];
      const named4 = new Map(member.decorators.map((one2) => [lastName2(one2) ?? "", one2]));
      if (!named4.has("Column") && !named4.has("ForeignKey")) return [];
      const [given3] = callOf(named4.get("Column"))?.arguments ?? [];
      const written3 = typeName(optionOf(given3, "type") ?? given3) ?? (member.type?.name === "Date" ? "DATE" : "STRING");
      const to = targetName(callOf(named4.get("ForeignKey"))?.arguments[0]);
      const field = {
        name: member.name,
        column: textOf3(optionOf(given3, "field")) ?? member.name,
        type: fieldType2(written3),
        written: written3,
        nullable: true,
        at: { path: file.path, start: member.start, end: member.end },
        isUnique: named4.has("PrimaryKey") || named4.has("Unique") || isSet(optionOf(given3, "unique")),
        isIndexed: named4.has("Index") || isTrue(optionOf(given3, "index")),
        ...to === void 0 ? {} : { references: to }
      };
      return [field];
    });
    const [options] = callOf(table)?.arguments ?? [];
    const at4 = { path: file.path, start: node.nameStart, end: node.nameStart + name.length };
    const keys = elementsOf(optionOf(options, "indexes")).flatMap(keyOf5);
    return fields2.length === 0 ? [] : [{ name, table: textOf3(optionOf(options, "tableName")) ?? plural2(name), fields: fields2, keys, at: at4 }];
  });
}

// src/model/code/orm/sqlalchemy.ts
function sqlalchemyEntities(program, files4, dialect) {
  const outside = files4.flatMap(indexStatements);
  return files4.flatMap((file) => {
    const drafts = [...classesOf(file).flatMap((node) => draftOf(program, file, node) ?? []), ...tablesOf(file)];
    return drafts.map((draft) => {
      const keys = [...draft.keys, ...outside.filter(({ model }) => model === draft.name).map(({ key }) => key)];
      const entity = finishEntity({ ...draft, keys }, dialect === "mysql");
      return { source: "sqlalchemy", file, dialect, entity };
    });
  });
}
function draftOf(program, file, node) {
  const name = node.name;
  const own = node.members.filter((member) => member.kind === "field");
  const table = textOf3(own.find((member) => member.name === "__tablename__")?.value);
  const isTable = node.keywords.some((one2) => one2.name === "table" && isTrue(one2.value));
  const isModel2 = node.bases.some((base2) => pathOf(base2)?.join(".") === "db.Model");
  if (name === void 0 || table === void 0 && !isTable && !isModel2) return void 0;
  if (isTrue(own.find((member) => member.name === "__abstract__")?.value)) return void 0;
  const members = membersOf2(program, file, node);
  const fields2 = members.flatMap(({ member, file: where }) => fieldOf7(member, where, isTable) ?? []);
  if (fields2.length === 0) return void 0;
  const options = members.filter(({ member }) => member.name === "__table_args__").at(-1)?.member.value;
  const listed2 = constraintsOf2(options);
  return {
    name,
    table: table ?? (isTable ? name.toLowerCase() : snakeCase2(name)),
    fields: withReferences(fields2, listed2),
    keys: listed2.flatMap(keyOf6),
    at: { path: file.path, start: node.nameStart, end: node.nameStart + name.length }
  };
}
function snakeCase2(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();
}
function constraintsOf2(options) {
  return elementsOf(options).flatMap((one2) => callOf(one2) ?? []);
}
function withReferences(fields2, constraints) {
  const found3 = constraints.filter((call3) => lastName2(call3) === "ForeignKeyConstraint");
  const references2 = new Map(
    found3.flatMap((call3) => {
      const [columns, targets] = positional(call3).map((one2) => textOf3(elementsOf(one2)[0]));
      return columns === void 0 || targets === void 0 ? [] : [[columns, tableOf3(targets)]];
    })
  );
  return fields2.map((field) => {
    const to = references2.get(field.column ?? field.name);
    return to === void 0 || field.references !== void 0 ? field : { ...field, references: to };
  });
}
function tableOf3(target) {
  return target.split(".").at(-2) ?? target;
}
function keyOf6(call3) {
  const kind = lastName2(call3) ?? "";
  if (!/^(?:Index|UniqueConstraint|PrimaryKeyConstraint)$/.test(kind)) return [];
  const method3 = textOf3(keywordOf2(call3, "postgresql_using"));
  if (method3 !== void 0 && !/^(?:btree|hash|brin)$/.test(method3)) return [];
  const given3 = positional(call3).slice(kind === "Index" ? 1 : 0);
  if (given3.length === 0) return [];
  return [{ names: given3.map(columnOf2), isUnique: kind !== "Index" || isTrue(keywordOf2(call3, "unique")) }];
}
function columnOf2(expression3) {
  const text2 = textOf3(expression3);
  if (text2 !== void 0) return text2;
  let inner2 = peel(expression3);
  if (inner2.kind === "call") {
    const callee = peel(inner2.callee);
    if (callee.kind !== "member" || !/^(?:desc|asc|nulls_first|nulls_last)$/.test(callee.property)) return null;
    inner2 = peel(callee.object);
  }
  return pathOf(inner2)?.at(-1) ?? null;
}
function indexStatements(file) {
  return file.body.flatMap((statement2) => {
    const value = statement2.kind === "expression" || statement2.kind === "declare" ? statement2.value : void 0;
    const call3 = callOf(value);
    if (!call3 || lastName2(call3) !== "Index") return [];
    const model = pathOf(positional(call3)[1] ?? call3.callee)?.[0] ?? "";
    return keyOf6(call3).map((key) => ({ model, key }));
  });
}
function tablesOf(file) {
  return file.body.flatMap((statement2) => {
    const call3 = statement2.kind === "declare" ? callOf(statement2.value) : void 0;
    if (!call3 || statement2.kind !== "declare" || lastName2(call3) !== "Table" || statement2.target.kind !== "name")
      return [];
    const [first2, , ...rest2] = positional(call3);
    const table = textOf3(first2);
    if (table === void 0) return [];
    const calls = rest2.flatMap((one2) => callOf(one2) ?? []);
    const fields2 = calls.flatMap((one2) => {
      const name = lastName2(one2.callee) === "Column" ? textOf3(positional(one2)[0]) : void 0;
      return name === void 0 ? [] : [columnField(name, one2, void 0, file, one2)];
    });
    const at4 = { path: file.path, start: statement2.target.start, end: statement2.target.end };
    return [
      { name: statement2.target.name, table, fields: withReferences(fields2, calls), keys: calls.flatMap(keyOf6), at: at4 }
    ];
  });
}
function fieldOf7(member, file, isSqlModel) {
  const { name, type, value } = member;
  if (name.startsWith("__")) return void 0;
  const call3 = callOf(value);
  const kind = call3 && lastName2(call3);
  if (call3 && (kind === "relationship" || kind === "Relationship" || kind === "dynamic_loader"))
    return relationOf2(member, call3, file);
  if (call3 && (kind === "Column" || kind === "mapped_column")) return columnField(name, call3, type, file, member);
  if (type?.name === "Mapped" || type?.name.endsWith(".Mapped")) return columnField(name, void 0, type, file, member);
  if (!isSqlModel || type === void 0 || type.name === "ClassVar") return void 0;
  const field = kind === "Field" ? call3 : void 0;
  const column = callOf(field && keywordOf2(field, "sa_column"));
  return column ? columnField(name, column, type, file, member) : modelField(member, field, type, file);
}
function columnField(name, call3, annotation, file, { start, end }) {
  const given3 = call3 ? positional(call3) : [];
  const key = given3.map((one2) => callOf(one2)).find((one2) => one2 !== void 0 && lastName2(one2) === "ForeignKey");
  const typed = given3.find(
    (one2) => textOf3(one2) === void 0 && !/^(?:ForeignKey|Identity|Sequence|Computed|CheckConstraint)$/.test(lastName2(one2) ?? "")
  );
  const isPrimary = call3 !== void 0 && isTrue(keywordOf2(call3, "primary_key"));
  const inner2 = annotation && innerType(annotation);
  const written3 = lastName2(typed ?? (call3 && keywordOf2(call3, "type_"))) ?? inner2?.name ?? "";
  const nullable = call3 !== void 0 && keywordOf2(call3, "nullable") !== void 0 ? !isFalse2(keywordOf2(call3, "nullable")) : inner2?.optional ?? !isPrimary;
  const target = key && positional(key)[0];
  const to = textOf3(target) === void 0 ? target && pathOf(target)?.[0] : tableOf3(textOf3(target) ?? "");
  return {
    name,
    column: textOf3(given3[0]) ?? name,
    type: fieldType3(written3),
    written: written3,
    nullable,
    at: { path: file.path, start, end },
    isUnique: isPrimary || call3 !== void 0 && isTrue(keywordOf2(call3, "unique")),
    isIndexed: call3 !== void 0 && isTrue(keywordOf2(call3, "index")),
    ...to === void 0 ? {} : { references: to }
  };
}
function modelField({ name, start, end }, call3, type, file) {
  const inner2 = innerType(type);
  const flag = (key) => call3 !== void 0 && isTrue(keywordOf2(call3, key));
  const target = textOf3(call3 && keywordOf2(call3, "foreign_key"));
  const own = lastName2(call3 && keywordOf2(call3, "sa_type"));
  return {
    name,
    column: name,
    type: fieldType3(own ?? inner2.name),
    written: own ?? inner2.name,
    nullable: inner2.optional,
    at: { path: file.path, start, end },
    isUnique: flag("primary_key") || flag("unique"),
    isIndexed: flag("index"),
    ...target === void 0 ? {} : { references: tableOf3(target) }
  };
}
function relationOf2({ name, type, start, end }, call3, file) {
  const inner2 = type && innerType(type);
  const entity = textOf3(positional(call3)[0]) ?? lastName2(positional(call3)[0]) ?? inner2?.name ?? "";
  const many = inner2 ? inner2.many : !isFalse2(keywordOf2(call3, "uselist"));
  const relation = { entity: entity.split(".").at(-1) ?? entity, many };
  return { name, type: "relation", written: entity, nullable: true, relation, at: { path: file.path, start, end } };
}
function innerType(type, depth = 0) {
  const name = type.name.split(".").at(-1) ?? type.name;
  const [first2] = type.arguments;
  if (depth > 6) return { name, optional: false, many: false };
  if ((name === "Mapped" || name === "Annotated") && first2) return innerType(first2, depth + 1);
  if (name === "Optional" && first2) return { ...innerType(first2, depth + 1), optional: true };
  if (/^(?:\[\]|list|List|set|Set|Sequence|Collection|DynamicMapped|WriteOnlyMapped)$/.test(name) && first2) {
    return { ...innerType(first2, depth + 1), many: true };
  }
  if (name === "|" || name === "Union") {
    const some2 = type.arguments.find((one2) => !/^(?:None|null|NoneType)$/.test(one2.name));
    const optional = some2 !== void 0 && type.arguments.length > 1;
    return some2 ? { ...innerType(some2, depth + 1), optional } : { name, optional: true, many: false };
  }
  return { name, optional: false, many: false };
}
var TYPES4 = {
  str: "text",
  unicode: "text",
  unicodetext: "text",
  double_precision: "float",
  time: "date",
  largebinary: "binary",
  bytes: "binary",
  dict: "json",
  enum: "enum"
};
function fieldType3(written3) {
  const type = written3.toLowerCase();
  return TYPES4[type] ?? sqlFieldType(type);
}

// src/model/code/orm/conditions.ts
function conditionsAround(file, roots, start, end) {
  const found3 = [];
  const inside3 = (nodes) => nodes.some((one2) => one2.start <= start && one2.end >= end);
  const own = functionsAround(file, start)[0];
  walk(roots, (node) => {
    if (node.kind === "if") {
      if (inside3(node.consequent)) found3.push({ file, node: node.test, expected: true });
      else if (inside3(node.alternate)) found3.push({ file, node: node.test, expected: false });
      else if (node.end <= start && leaves(node.consequent) && functionsAround(file, node.start)[0] === own) {
        found3.push({ file, node: node.test, expected: false });
      }
    } else if (node.kind === "binary" && node.operator === "&&" && inside3([node.right])) {
      found3.push({ file, node: node.left, expected: true });
    } else if (node.kind === "conditional") {
      if (inside3([node.consequent])) found3.push({ file, node: node.test, expected: true });
      else if (inside3([node.alternate])) found3.push({ file, node: node.test, expected: false });
    }
    return void 0;
  });
  return found3;
}
function leaves(body) {
  return body.some(({ kind }) => kind === "return" || kind === "throw");
}
function verdictOf(program, conditions, workload) {
  const environment2 = (name) => workload.environment.get(name)?.value;
  const reasons = [];
  let unknown5;
  for (const condition2 of conditions) {
    const value = evaluateExpression(program, condition2, environment2);
    const unset = value.variables.find((name) => workload.environment.get(name) === void 0);
    if (value.kind !== "known") unknown5 ??= value.because;
    else if (Boolean(value.value) !== condition2.expected) {
      return { state: "off" };
    } else if (unset !== void 0) unknown5 ??= `nothing in the repository sets ${unset}`;
    else reasons.push(...reasonsOf(value, workload));
  }
  if (unknown5 !== void 0) return { state: "unknown", because: unknown5 };
  return reasons.length === 0 ? { state: "on" } : { state: "on", because: `${workload.name} runs with ${[...new Set(reasons)].join(" and ")}` };
}
function reasonsOf({ variables: variables2 }, { environment: environment2 }) {
  return variables2.flatMap((name) => {
    const value = environment2.get(name)?.value;
    return value?.known ? [`${name}=${value.value}`] : [];
  });
}

// src/model/code/orm/synchronisations.ts
function synchronisationsOf(program, files4, workloads) {
  const found3 = [];
  let unknown5;
  for (const candidate2 of files4.flatMap(candidatesIn)) {
    if (!isReached(program, candidate2)) continue;
    const at4 = { path: candidate2.file.path, start: candidate2.start, end: candidate2.end };
    const verdicts = workloads.map((workload) => ({
      workload,
      verdict: verdictOf(program, candidate2.conditions, workload)
    }));
    const on = verdicts.find(({ verdict, workload }) => verdict.state === "on" && isHarmful(candidate2, workload));
    const open3 = verdicts.find(({ verdict }) => verdict.state === "unknown");
    if (on) {
      const because = candidate2.kind === "create" ? whyHarmful(candidate2, on.workload) : on.verdict.because;
      found3.push({
        kind: candidate2.kind,
        what: candidate2.what,
        workload: on.workload.name,
        at: at4,
        ...because ? { because } : {}
      });
    } else if (open3) unknown5 ??= { at: at4, because: open3.verdict.because ?? "it is decided when the program starts" };
  }
  return { found: found3, ...unknown5 ? { unknown: unknown5 } : {} };
}
function candidatesIn(file) {
  const candidates = [];
  const roots = rootsOf3(file);
  walk(roots, (node) => {
    if (node.kind === "object") {
      const entry = entryOf4(node, "synchronize");
      if (entry && isDataSource(node))
        candidates.push(optionCandidate(file, entry, "synchronize", "synchronise", roots));
    }
    if (node.kind === "call") candidates.push(...callCandidates(file, node, roots));
    if (node.kind === "member" && node.property === "create_all")
      candidates.push(...createCandidates(file, node, roots));
    return void 0;
  });
  return candidates;
}
var DATA_SOURCE = ["type", "url", "host", "entities", "autoLoadEntities", "database", "dialect", "replication"];
function isDataSource(node) {
  return DATA_SOURCE.some((key) => optionOf(node, key) !== void 0);
}
function optionCandidate(file, { value, start, end }, name, kind, roots) {
  const inner2 = peel(value);
  const literal = inner2.kind === "literal" ? `: ${String(inner2.value)}` : "";
  const own = inner2.kind === "object" ? [] : [{ file, node: value, expected: true }];
  return {
    file,
    kind,
    what: `${name}${literal}`,
    start,
    end,
    conditions: [...own, ...conditionsAround(file, roots, start, end)]
  };
}
function callCandidates(file, call3, roots) {
  const callee = peel(call3.callee);
  if (callee.kind !== "member") return [];
  if (callee.property === "sync") {
    const [options] = call3.arguments;
    if (!objectOf(options)) return [];
    return ["force", "alter"].flatMap((name) => {
      const entry = entryOf4(options, name);
      return entry ? [optionCandidate(file, entry, `sync with ${name}`, "synchronise", roots)] : [];
    });
  }
  const receiver = lastName2(callee.object) ?? "";
  if (callee.property !== "synchronize" || !/source|connection|conn$|^ds$|^db$/i.test(receiver)) return [];
  const { start, end } = call3;
  return [
    {
      file,
      kind: "synchronise",
      what: `${receiver}.synchronize()`,
      start,
      end,
      conditions: conditionsAround(file, roots, start, end)
    }
  ];
}
function createCandidates(file, node, roots) {
  const receiver = pathOf(node.object) ?? [];
  if (!/^(?:metadata|db|database)$/.test(receiver.at(-1) ?? "")) return [];
  const { start, end } = node;
  const what = [...receiver, "create_all"].join(".");
  const altersToo = hasText(roots, /\bALTER\s+TABLE\b/i);
  return [{ file, kind: "create", what, start, end, altersToo, conditions: conditionsAround(file, roots, start, end) }];
}
function hasText(roots, pattern3) {
  let found3 = false;
  walk(roots, (node) => {
    if (node.kind === "literal" && typeof node.value === "string") found3 ||= pattern3.test(node.value);
    if (node.kind === "template") found3 ||= node.parts.some((part2) => typeof part2 === "string" && pattern3.test(part2));
    return !found3;
  });
  return found3;
}
function isHarmful({ kind, altersToo }, workload) {
  return kind !== "create" || altersToo === true || copiesOf(workload) > 1;
}
function whyHarmful({ altersToo }, workload) {
  const copies = copiesOf(workload);
  const reasons = [
    ...copies > 1 ? [`${copies} processes of ${workload.name} do it at once`] : [],
    ...altersToo ? ["ALTER TABLE statements beside it change what is there, and nothing keeps account of them"] : []
  ];
  return reasons.join("; ");
}
function copiesOf({ replicas, autoscaledFrom, processes }) {
  const count = knownValue(replicas) ?? knownValue(autoscaledFrom) ?? 1;
  return count * (knownValue(processes?.count) ?? 1);
}
var CALLED_BY_NAME = /^(?:main|constructor|init|register|bootstrap|configure|lifespan|startup|on_startup|ready|onModuleInit|onApplicationBootstrap|create_app)$/;
function isReached(program, { file, start }) {
  return functionsAround(file, start).every(
    ({ name, decorators: decorators2 }) => name === void 0 || decorators2.length > 0 || CALLED_BY_NAME.test(name) || isNamed3(program, name)
  );
}
function isNamed3(program, name) {
  for (const file of program.files.values()) {
    let found3 = false;
    walk(rootsOf3(file), (node) => {
      found3 ||= node.kind === "name" && node.name === name || node.kind === "member" && node.property === name;
      return !found3;
    });
    if (found3) return true;
  }
  return false;
}

// src/model/code/orm/typeorm.ts
function typeormEntities(program, files4, dialect) {
  return files4.flatMap(
    (file) => classesOf(file).flatMap((node) => {
      const decorator = node.decorators.find((one2) => lastName2(one2) === "Entity");
      if (!decorator || node.name === void 0) return [];
      const draft = draftOf2(program, file, node, decorator);
      const entity = finishEntity(draft, dialect === "mysql");
      return [{ source: "typeorm", file, dialect, entity }];
    })
  );
}
function draftOf2(program, file, node, decorator) {
  const [given3] = callOf(decorator)?.arguments ?? [];
  const name = node.name ?? "";
  const own = membersOf2(program, file, node);
  return {
    name,
    table: textOf3(given3) ?? textOf3(optionOf(given3, "name")) ?? snakeCase3(name),
    fields: own.flatMap(({ member, file: where }) => fieldOf8(member, where) ?? []),
    keys: node.decorators.flatMap(keyOf7),
    at: { path: file.path, start: node.nameStart, end: node.nameStart + name.length }
  };
}
function keyOf7(decorator) {
  const kind = lastName2(decorator);
  if (kind !== "Index" && kind !== "Unique") return [];
  const given3 = callOf(decorator)?.arguments ?? [];
  const names = given3.map(elementsOf).find((elements) => elements.length > 0) ?? given3.map(returned3).find((one2) => one2.length > 0);
  if (!names) return [];
  const isUnique = kind === "Unique" || given3.some((one2) => isTrue(optionOf(one2, "unique")));
  return [{ names: names.map((one2) => textOf3(one2) ?? lastName2(one2) ?? null), isUnique }];
}
function returned3(expression3) {
  if (expression3.kind !== "function") return [];
  const [only2] = expression3.body;
  return only2?.kind === "return" ? elementsOf(only2.value) : [];
}
var COLUMNS = /^(?:Primary(?:Generated)?Column|Column|(?:Create|Update|Delete)DateColumn|VersionColumn|ObjectIdColumn)$/;
var DATES = /^(?:Create|Update|Delete)DateColumn$/;
function fieldOf8(member, file) {
  const named4 = new Map(member.decorators.map((one2) => [lastName2(one2) ?? "", one2]));
  const at4 = { path: file.path, start: member.start, end: member.end };
  const kind = [...named4.keys()].find((name) => COLUMNS.test(name));
  const marks = marksOf(named4);
  if (kind !== void 0) {
    const given3 = callOf(named4.get(kind))?.arguments ?? [];
    const options = given3.find((one2) => objectOf(one2) !== void 0);
    const written3 = typeOf3(kind, given3, options, member);
    const isUnique = marks.isUnique || isTrue(optionOf(options, "unique")) || /^(?:Primary|ObjectId)/.test(kind);
    const column = textOf3(optionOf(options, "name")) ?? member.name;
    const nullable = isTrue(optionOf(options, "nullable"));
    return { name: member.name, column, type: fieldType4(written3), written: written3, nullable, at: at4, ...marks, isUnique };
  }
  return relationOf3(member, named4, marks, at4);
}
function marksOf(decorators2) {
  const index = decorators2.get("Index");
  const isUnique = callOf(index)?.arguments.some((one2) => isTrue(optionOf(one2, "unique"))) === true;
  return { isUnique, isIndexed: index !== void 0 };
}
function relationOf3({ name }, decorators2, marks, at4) {
  const kind = ["ManyToOne", "OneToOne", "OneToMany", "ManyToMany"].find((one2) => decorators2.has(one2));
  const entity = kind && targetName(callOf(decorators2.get(kind))?.arguments[0]);
  if (kind === void 0 || entity === void 0) return void 0;
  const base2 = { name, type: "relation", written: entity, at: at4, ...marks };
  const owns = kind === "ManyToOne" || kind === "OneToOne" && decorators2.has("JoinColumn");
  if (!owns) return { ...base2, nullable: true, relation: { entity, many: kind !== "OneToOne" } };
  const [join] = callOf(decorators2.get("JoinColumn"))?.arguments ?? [];
  const first2 = elementsOf(join)[0] ?? join;
  const column = textOf3(optionOf(first2, "name")) ?? `${name}${capitalised(textOf3(optionOf(first2, "referencedColumnName")) ?? "id")}`;
  return {
    ...base2,
    nullable: true,
    column,
    relation: { entity, many: false },
    references: entity,
    // A one-to-one relation has a unique constraint.
    isUnique: marks.isUnique || kind === "OneToOne",
    // It may be a part of the primary key.
    isIndexed: marks.isIndexed || decorators2.has("PrimaryColumn")
  };
}
function typeOf3(kind, given3, options, { type }) {
  if (DATES.test(kind)) return "timestamp";
  const written3 = textOf3(given3[0]) ?? textOf3(optionOf(options, "type"));
  if (written3 !== void 0) return kind === "PrimaryGeneratedColumn" && written3 === "increment" ? "integer" : written3;
  const called3 = targetName(optionOf(options, "type"));
  return REFLECTED[called3 ?? type?.name ?? ""] ?? (kind === "PrimaryGeneratedColumn" ? "integer" : type?.name ?? "");
}
var REFLECTED = {
  number: "integer",
  Number: "integer",
  string: "varchar",
  String: "varchar",
  boolean: "boolean",
  Boolean: "boolean",
  Date: "timestamp"
};
function fieldType4(written3) {
  return written3 === "increment" || written3 === "rowid" || written3 === "identity" ? "integer" : sqlFieldType(written3);
}
function capitalised(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}
function snakeCase3(text2) {
  return text2.replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(/([A-Z])([A-Z][a-z])/g, "$1_$2").toLowerCase();
}

// src/model/code/orm-schemas.ts
var LIBRARIES = {
  typeorm: /\btypeorm\b/,
  sequelize: /\bsequelize\b/,
  drizzle: /\bdrizzle-orm\b/,
  mongoose: /\bmongoose\b/,
  sqlalchemy: /^(?:sqlalchemy|sqlmodel|flask_sqlalchemy)\b/,
  django: /^django\.db\b/,
  gorm: /^gorm\.io\//
};
function ormSchemas(program, tree, workloads, services) {
  const files4 = [...program.files.values()].filter(({ path }) => !isApartFromProduction(path) && !standsAside(path));
  const using = files4.filter((file) => Object.values(LIBRARIES).some((library) => uses(file, library)));
  if (using.length === 0) return [];
  const packages = packagesOf3(files4, packageFinder(tree));
  const server3 = dialectOf(using);
  const found3 = [...packages].flatMap(
    ([home, own]) => own.some((file) => using.includes(file)) ? schemasOfPackage(home, own, program, tree, server3) : []
  );
  const homes = new Set(found3.map(({ home }) => home));
  return found3.map(({ home, schema }) => {
    const sources = [...packages].filter(
      ([other, own]) => other === home || !homes.has(other) && isImported(home, own, program)
    );
    const all = sources.flatMap(
      ([, own]) => own.map((file) => synchronisationsOf(program, [file], running(file, workloads, services)))
    );
    const unknown5 = all.find((one2) => one2.unknown)?.unknown;
    const synchronisations = { found: all.flatMap((one2) => one2.found), ...unknown5 ? { unknown: unknown5 } : {} };
    return { ...schema, synchronisations };
  });
}
function running(file, workloads, services) {
  const loading = services.filter(({ code }) => code.includes(file)).flatMap((service) => service.workloads);
  if (loading.length > 0) return loading;
  const known7 = new Set(services.flatMap((service) => service.workloads.map(({ id }) => id)));
  return workloads.filter((one2) => one2.longRunning && !known7.has(one2.id) && runsFrom(directoryOf(file.path), one2));
}
function isImported(home, files4, program) {
  return files4.some(
    (file) => file.imports.some(({ from }) => {
      const target = program.target(file, from);
      return target.kind === "files" && target.files.some(({ path }) => isWithin(home, path));
    })
  );
}
function packagesOf3(files4, packageOf2) {
  const packages = /* @__PURE__ */ new Map();
  for (const file of files4) {
    const home = packageOf2(file.path);
    const own = packages.get(home);
    if (own) own.push(file);
    else packages.set(home, [file]);
  }
  return packages;
}
function schemasOfPackage(home, files4, program, tree, server3) {
  const using = (source) => files4.filter((file) => uses(file, LIBRARIES[source]));
  const inLanguage = (language) => files4.filter((file) => file.language === language);
  const own = dialectOf(files4);
  const dialect = own === "unknown" ? server3 : own;
  const found3 = [
    ...typeormEntities(program, using("typeorm"), dialect),
    // Models are often functions that are given the library.
    ...using("sequelize").length > 0 ? sequelizeEntities(files4, dialect) : [],
    ...drizzleEntities(using("drizzle")),
    ...mongooseEntities(using("mongoose")),
    // The base and the mixins may be all that a file of models imports.
    ...using("sqlalchemy").length > 0 ? sqlalchemyEntities(program, inLanguage("python"), dialect) : [],
    ...djangoEntities(program, using("django")),
    ...using("gorm").length > 0 ? gormEntities(inLanguage("go"), dialect) : []
  ];
  const sources = [...new Set(found3.map(({ source }) => source))];
  return sources.map((source) => {
    const entities = found3.filter((one2) => one2.source === source);
    return { home, schema: declared(home, source, entities, tree) };
  });
}
function uses(file, library) {
  return library !== void 0 && file.imports.some(({ from }) => library.test(from));
}
function declared(home, source, found3, tree) {
  const files4 = [...new Set(found3.map(({ file }) => file))].sort((one2, other) => one2.path < other.path ? -1 : 1);
  const paths = files4.map(({ path }) => path);
  const entities = found3.map(({ entity }) => entity).sort(byPlace);
  const dialects = new Set(found3.map(({ dialect: dialect2 }) => dialect2));
  const { migrations, indexes } = codeMigrations(home, source, tree);
  const [first2] = entities;
  const [dialect = "unknown"] = dialects;
  return {
    source,
    name: paths.length === 1 ? paths[0] ?? home : commonFolder(paths),
    dialect: dialects.size === 1 ? dialect : "unknown",
    entities: entities.map((entity) => withMade(entity, indexes)),
    at: first2?.at ?? { path: paths[0] ?? home, start: 0, end: 0 },
    files: paths,
    broken: files4.filter(({ problems }) => problems.length > 0).map(({ path, problems }) => ({ path, problems })),
    migrationFolders: [],
    migrations
  };
}
function byPlace(one2, other) {
  if (one2.at.path !== other.at.path) return one2.at.path < other.at.path ? -1 : 1;
  return one2.at.start - other.at.start;
}
function withMade(entity, indexes) {
  const made5 = indexes.filter(({ table }) => table.toLowerCase() === entity.table.toLowerCase());
  return made5.length === 0 ? entity : { ...entity, indexes: [...entity.indexes, ...made5.map(({ columns }) => columns)] };
}
function commonFolder(paths) {
  let folder = directoryOf(paths[0] ?? ".");
  while (folder !== "." && !paths.every((path) => isWithin(folder, path))) folder = directoryOf(folder);
  return folder;
}

// src/model/code/file-calls.ts
var known3 = /* @__PURE__ */ new WeakMap();
function fileCalls(file) {
  const found3 = known3.get(file);
  if (found3) return found3;
  const calls = [];
  const signals = /* @__PURE__ */ new Set();
  const methods = /* @__PURE__ */ new Set();
  walk(file.body, (node) => {
    if (node.kind === "call") calls.push(node);
    else if (node.kind === "literal" && typeof node.value === "string" && /^SIG[A-Z0-9]+$/.test(node.value))
      signals.add(node.value);
    else if (node.kind === "class") {
      for (const member of node.members) if (member.kind === "function" && member.name) methods.add(member.name);
    }
    return void 0;
  });
  const all = { calls, signals, methods };
  known3.set(file, all);
  return all;
}

// src/model/code/outbound.ts
function javascriptClients(program, code) {
  const axios = code.filter((file) => imports(file, /^axios$/));
  const isInPage = code.some((file) => imports(file, /^(?:react|react-dom|vue|svelte|@angular\/core|next)$/));
  const fetching = isInPage || code.some((file) => imports(file, /^undici$/)) ? [] : code;
  const axiosDefaults = axios.length > 0 ? defaultsOf2(axios) : void 0;
  return [
    ...axios.flatMap((file) => axiosClients(program, file, axiosDefaults)),
    ...fetching.flatMap((file) => fetches(program, file))
  ];
}
function imports(file, name) {
  return file.imports.some((one2) => !one2.typeOnly && name.test(one2.from));
}
function axiosClients(program, file, defaults) {
  return fileCalls(file).calls.flatMap((call3) => {
    const path = pathOf(call3.callee);
    const found3 = path && definitionOf(program, { file, node: call3.callee });
    if (!path || found3?.kind !== "external" || found3.package !== "axios") return [];
    const method3 = found3.path.at(-1) ?? "";
    const position = POSITIONS.get(method3);
    if (position === void 0 || isOwnPath(call3.arguments[0])) return [];
    const given3 = optionsAt(call3, method3 === "" && call3.arguments[1] ? 1 : position);
    const own = timeoutIn(given3, ["timeout", "signal", "cancelToken"]);
    return [{ name: path.join("."), at: spanOf3(file, call3), ...own.timeout === "none" && defaults ? defaults : own }];
  });
}
var POSITIONS = /* @__PURE__ */ new Map([
  ["", 0],
  ["request", 0],
  ["create", 0],
  ["get", 1],
  ["delete", 1],
  ["head", 1],
  ["options", 1],
  ["post", 2],
  ["put", 2],
  ["patch", 2]
]);
function defaultsOf2(files4) {
  let found3;
  for (const file of files4) {
    walk(file.body, (node) => {
      if (node.kind === "assign" && /defaults(?:\.timeout)?$/.test(pathOf(node.target)?.join(".") ?? ""))
        found3 = { timeout: "set" };
      if (node.kind === "member" && node.property === "interceptors")
        found3 ??= { timeout: "unknown", because: "an interceptor may set a timeout" };
      return void 0;
    });
  }
  return found3;
}
function fetches(program, file) {
  if (file.directives.includes("use client")) return [];
  return fileCalls(file).calls.flatMap((call3) => {
    if (call3.callee.kind !== "name" || call3.callee.name !== "fetch" || call3.arguments.length === 0) return [];
    const found3 = definitionOf(program, { file, node: call3.callee });
    if (found3.kind !== "global" || isOwnPath(call3.arguments[0])) return [];
    const given3 = timeoutIn(optionsAt(call3, 1), ["signal", "dispatcher"]);
    return [{ name: "fetch", at: spanOf3(file, call3), isBounded: true, ...given3 }];
  });
}
function isOwnPath(node) {
  if (node?.kind === "literal") return typeof node.value === "string" && OWN.test(node.value);
  const [first2] = node?.kind === "template" ? node.parts : [];
  return typeof first2 === "string" && OWN.test(first2);
}
var OWN = /^(?:\/|https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$))/;
function optionsAt(call3, position) {
  if (call3.arguments.slice(0, position + 1).some((one2) => one2.kind === "spread")) return call3;
  const given3 = call3.arguments[position];
  return given3 && peel(given3);
}
function timeoutIn(options, keys) {
  if (!options) return { timeout: "none" };
  if (options.kind === "literal") return { timeout: "none" };
  if (options.kind !== "object") return { timeout: "unknown", because: "its options are not known" };
  const entry = entryOf5(options, keys);
  if (entry) return { timeout: isZero2(entry) ? "none" : "set" };
  const isOpen3 = options.entries.some((one2) => one2.kind === "spread" || one2.key === void 0);
  return isOpen3 ? { timeout: "unknown", because: "its options are not known" } : { timeout: "none" };
}
function entryOf5(options, keys) {
  for (const one2 of options.entries)
    if (one2.kind === "entry" && one2.key !== void 0 && keys.includes(one2.key)) return one2.value;
  return void 0;
}
function isZero2(node) {
  return node.kind === "literal" && (node.value === 0 || node.value === null);
}
function spanOf3(file, { start, end }) {
  return { path: file.path, start, end };
}
var PYTHON2 = /^(?:requests(?:\.api)?\.(?:get|post|put|patch|delete|head|options|request)|httpx\.(?:get|post|put|patch|delete|head|options|request|stream|Client|AsyncClient))$/;
function pythonClients(program, code) {
  return code.flatMap((file) => {
    if (!imports(file, /^(?:requests|httpx)(?:\.|$)/)) return [];
    return fileCalls(file).calls.flatMap((call3) => {
      const path = pathOf(call3.callee);
      const found3 = path && definitionOf(program, { file, node: call3.callee });
      if (found3?.kind !== "external" || !path) return [];
      const name = [found3.package, ...found3.path].join(".");
      if (!PYTHON2.test(name)) return [];
      const given3 = call3.arguments.find((one2) => one2.kind === "keyword" && one2.name === "timeout");
      const isOpen3 = call3.arguments.some((one2) => one2.kind === "spread" && one2.form === "map");
      const shown = { name: path.join("."), at: spanOf3(file, call3) };
      if (given3?.kind === "keyword") return [{ ...shown, timeout: isZero2(given3.value) ? "none" : "set" }];
      if (isOpen3) return [{ ...shown, timeout: "unknown", because: "its options are not known" }];
      return [{ ...shown, timeout: name.startsWith("httpx") ? "set" : "none" }];
    });
  });
}

// src/model/code/process-state.ts
var LIBRARIES2 = /* @__PURE__ */ new Map([
  ["express-session", { kind: "sessions", library: "express-session", options: 0, stores: /^store$/ }],
  ["express-rate-limit", { kind: "limits", library: "express-rate-limit", options: 0, stores: /^store$/ }],
  ["express-rate-limit.rateLimit", { kind: "limits", library: "express-rate-limit", options: 0, stores: /^store$/ }],
  ["@nestjs/throttler.ThrottlerModule.forRoot", throttler()],
  ["@nestjs/throttler.ThrottlerModule.forRootAsync", throttler()],
  ["@nestjs/cache-manager.CacheModule.register", cache()],
  ["@nestjs/cache-manager.CacheModule.registerAsync", cache()],
  ["@nestjs/common.CacheModule.register", cache()],
  ["@nestjs/common.CacheModule.registerAsync", cache()],
  ["rate-limiter-flexible.RateLimiterMemory", { kind: "limits", library: "RateLimiterMemory", stores: /^$/ }]
]);
function throttler() {
  return { kind: "limits", library: "ThrottlerModule", options: 0, stores: /^storage$/ };
}
function cache() {
  return { kind: "cache", library: "CacheModule", options: 0, stores: /^stores?$/ };
}
var PACKAGES = new Set([...LIBRARIES2.keys()].map((name) => /^@?[^.]+/.exec(name)?.[0] ?? name));
function javascriptState(program, code) {
  return code.flatMap((file) => {
    if (!file.imports.some((one2) => !one2.typeOnly && PACKAGES.has(one2.from))) return [];
    return fileCalls(file).calls.flatMap((call3) => {
      const name = externalName(definitionOf(program, { file, node: call3.callee }));
      const library = name === void 0 ? void 0 : LIBRARIES2.get(name);
      if (!library) return [];
      const { kind, library: called3 } = library;
      return [{ kind, library: called3, kept: keptIn(program, file, call3, library), at: spanOf4(file, call3) }];
    });
  });
}
function keptIn(program, file, call3, { options, stores }) {
  if (options === void 0) return "process";
  const given3 = call3.arguments[options];
  if (!given3) return "process";
  const found3 = definitionOf(program, { file, node: given3 });
  const value = found3.kind === "expression" ? peel(found3.node) : void 0;
  if (value?.kind === "array") return "process";
  if (value?.kind !== "object") return "unknown";
  const factory2 = value.entries.find(
    (one2) => one2.kind === "entry" && /^use(?:Factory|Class|Existing)$/.test(one2.key ?? "")
  );
  if (factory2?.kind === "entry") return factory2.value.kind === "function" ? inFactory(factory2.value, stores) : "unknown";
  const store2 = entryOf6(value, stores);
  if (store2) return /MemoryStore$/.test(nameOf5(store2)) ? "process" : "shared";
  const isOpen3 = given3.kind !== "object" || value.entries.some((one2) => one2.kind === "spread" || one2.key === void 0);
  return isOpen3 ? "unknown" : "process";
}
function inFactory(factory2, stores) {
  let isShared2 = false;
  let objects = 0;
  let isOpen3 = false;
  walk([factory2], (node) => {
    if (node.kind === "entry" && stores.test(node.key ?? "")) isShared2 = true;
    if (node.kind === "object" || node.kind === "array") objects++;
    if (node.kind === "spread") isOpen3 = true;
    return void 0;
  });
  if (isShared2) return "shared";
  return objects > 0 && !isOpen3 ? "process" : "unknown";
}
function entryOf6(options, keys) {
  for (const one2 of options.entries) if (one2.kind === "entry" && keys.test(one2.key ?? "")) return peel(one2.value);
  return void 0;
}
function nameOf5(node) {
  const called3 = node.kind === "call" ? peel(node.callee) : node;
  return called3.kind === "member" ? called3.property : called3.kind === "name" ? called3.name : "";
}
function spanOf4(file, { start, end }) {
  return { path: file.path, start, end };
}
var PYTHON_LIMITERS = /^(?:slowapi\.(?:extension\.)?Limiter|flask_limiter\.(?:extension\.)?Limiter)$/;
function pythonState(program, code) {
  return code.flatMap((file) => {
    if (!file.imports.some((one2) => /^(?:slowapi|flask_limiter)(?:\.|$)/.test(one2.from))) return [];
    return fileCalls(file).calls.flatMap((call3) => {
      const name = externalName(definitionOf(program, { file, node: call3.callee }));
      if (name === void 0 || !PYTHON_LIMITERS.test(name)) return [];
      const library = name.startsWith("slowapi") ? "slowapi" : "Flask-Limiter";
      return [{ kind: "limits", library, kept: limitsIn(call3, library), at: spanOf4(file, call3) }];
    });
  });
}
function limitsIn(call3, library) {
  const given3 = call3.arguments.find((one2) => one2.kind === "keyword" && one2.name === "storage_uri");
  if (given3?.kind === "keyword") {
    const { value } = given3;
    if (value.kind !== "literal" || typeof value.value !== "string") return "unknown";
    return /^memory:|^async\+memory:/.test(value.value) ? "process" : "shared";
  }
  const isOpen3 = call3.arguments.some(
    (one2) => one2.kind === "spread" || one2.kind === "keyword" && one2.name === "config_filename"
  );
  return isOpen3 || library === "Flask-Limiter" ? "unknown" : "process";
}

// src/model/code/schedules.ts
var SCHEDULES = /^(?:@nestjs\/schedule\.Cron|node-cron\.schedule|cron\.CronJob(?:\.from)?|node-schedule\.scheduleJob|croner\.Cron|apscheduler\.(?:schedulers\.\w+\.)?\w+Scheduler)$/;
var PACKAGES2 = /^(?:@nestjs\/schedule|node-cron|cron|node-schedule|croner|apscheduler(?:\..+)?)$/;
function schedulesOf(program, code) {
  const found3 = code.flatMap((file) => {
    if (!file.imports.some((one2) => !one2.typeOnly && PACKAGES2.test(one2.from))) return [];
    return fileCalls(file).calls.flatMap((call3) => {
      const name = externalName(definitionOf(program, { file, node: call3.callee }));
      if (name === void 0 || !SCHEDULES.test(name)) return [];
      const library = name.startsWith("apscheduler") ? "APScheduler" : name.replace(/(?<=\w)\.\w+(?:\.from)?$/, "");
      return [{ library, at: { path: file.path, start: call3.start, end: call3.end } }];
    });
  });
  const running2 = found3.filter(({ library }) => library !== "@nestjs/schedule" || hasScheduler(code));
  if (running2.length === 0) return [];
  const guard = guardIn(code);
  return running2.map((one2) => ({ ...one2, guard }));
}
function hasScheduler(code) {
  return code.some(
    (file) => fileCalls(file).calls.some((call3) => pathOf(call3.callee)?.join(".").endsWith("ScheduleModule.forRoot"))
  );
}
var LOCK_PACKAGES = /redlock|(?:^|[-_/])(?:locks?|mutex|leader|election)(?:$|[-_/])|^(?:pg-boss|agenda|sherlock|kazoo|pottery)$/i;
var LOCK_NAMES = /lock(?!ed$|out|chain|s?ed)|leader|mutex|acquire|setnx/i;
var LOCK_TEXTS = /pg_(?:try_)?advisory|\bGET_LOCK\s*\(|skip\s+locked|^NX$/i;
var CHOOSING = /CRON|SCHEDUL|JOB|WORKER|PRIMARY|LEADER|INSTANCE|POD_NAME|HOSTNAME|ROLE/;
function guardIn(code) {
  if (code.some((file) => file.imports.some((one2) => LOCK_PACKAGES.test(one2.from)))) return "lock";
  let guard = "none";
  for (const file of code) {
    walk(file.body, (node) => {
      if (node.kind === "call" && LOCK_NAMES.test(pathOf(node.callee)?.at(-1) ?? "")) guard = "lock";
      if (node.kind === "keyword" && node.name === "nx") guard = "lock";
      if (node.kind === "entry" && node.key === "NX") guard = "lock";
      const texts2 = node.kind === "literal" ? [node.value] : node.kind === "template" ? node.parts.filter((one2) => typeof one2 === "string") : [];
      for (const text2 of texts2) {
        if (typeof text2 !== "string") continue;
        if (LOCK_TEXTS.test(text2)) guard = "lock";
        else if (/^[A-Z][A-Z0-9_]+$/.test(text2) && CHOOSING.test(text2) && guard === "none") guard = "unknown";
      }
      if (node.kind === "member" && /^[A-Z][A-Z0-9_]+$/.test(node.property) && CHOOSING.test(node.property) && guard === "none")
        guard = "unknown";
      return guard !== "lock";
    });
    if (guard === "lock") return guard;
  }
  return guard;
}

// src/model/code/uploads.ts
var STORES = /aws-sdk|minio|@google-cloud\/storage|cloudinary|@azure\/storage|multer-s3|^(?:sharp-s3|ftp|ssh2|imagekit|backblaze|@supabase\/.*|@uploadthing\/.*|@vercel\/blob)/i;
function uploadsOf(program, code, environment2) {
  const found3 = code.flatMap((file) => {
    if (!file.imports.some((one2) => !one2.typeOnly && /^(?:multer|@nestjs\/platform-express)$/.test(one2.from))) return [];
    return fileCalls(file).calls.flatMap((call3) => {
      const name = externalName(definitionOf(program, { file, node: call3.callee }));
      const key = name === "multer.diskStorage" ? "destination" : isUpload(name) ? "dest" : void 0;
      if (key === void 0) return [];
      const options = call3.arguments.map((one2) => peel(one2)).find((one2) => one2.kind === "object");
      const entry = options?.kind === "object" ? options.entries.find((one2) => one2.kind === "entry" && one2.key === key) : void 0;
      if (entry?.kind !== "entry") return [];
      const directory = directoryIn(program, file, entry.value, environment2);
      return isTemporary(entry.value, directory) ? [] : [{ directory, at: { path: file.path, start: call3.start, end: call3.end } }];
    });
  });
  if (found3.length === 0) return [];
  const stays = !code.some(movesOn);
  return found3.map(({ directory, at: at4 }) => ({ ...directory !== void 0 && { directory }, stays, at: at4 }));
}
function isUpload(name) {
  return name === "multer" || /^@nestjs\/platform-express\.(?:\w*Interceptor|MulterModule\.register)$/.test(name ?? "");
}
function directoryIn(program, file, node, environment2) {
  const inner2 = peel(node);
  let written3 = inner2;
  if (inner2.kind === "function") {
    written3 = void 0;
    walk(inner2.body, (one2) => {
      if (one2.kind === "call" && one2.arguments.length === 2 && one2.arguments[0]?.kind === "literal" && one2.arguments[0].value === null)
        written3 ??= one2.arguments[1];
      return void 0;
    });
  }
  const value = written3 && evaluateExpression(program, { file, node: written3 }, environment2);
  return value?.kind === "known" && typeof value.value === "string" ? value.value : void 0;
}
function isTemporary(node, directory) {
  if (directory !== void 0) return /^\/(?:var\/)?tmp(?:\/|$)/.test(directory);
  let asks = false;
  walk([node], (one2) => {
    if (one2.kind === "member" && one2.property === "tmpdir") asks = true;
    if (one2.kind === "name" && /te?mp/i.test(one2.name)) asks = true;
    return !asks;
  });
  return asks;
}
function movesOn(file) {
  if (file.imports.some((one2) => STORES.test(one2.from))) return true;
  return fileCalls(file).calls.some(
    (call3) => /^(?:unlink|unlinkSync|rm|rmSync|remove|removeSync|putObject|upload|uploadFile)$/.test(
      pathOf(call3.callee)?.at(-1) ?? ""
    )
  );
}

// src/model/code/per-process.ts
function perProcessOf(program, { runtime, code, workloads }) {
  switch (runtime) {
    case "node":
      return {
        kept: javascriptState(program, code),
        schedules: schedulesOf(program, code),
        uploads: uploadsOf(program, code, environmentOf(workloads[0]))
      };
    case "python":
      return { kept: pythonState(program, code), schedules: schedulesOf(program, code), uploads: [] };
    case "go":
      return { kept: [], schedules: [], uploads: [] };
  }
}

// src/model/code/pools/handlers.ts
function handlersIn(program, file) {
  const found3 = [];
  const add4 = (node, name, at4 = file) => found3.push({ file: at4, node, name });
  walk(file.body, (node) => {
    if (node.kind === "function" && answers2(file, node)) add4(node, node.name ?? "a handler");
    if (node.kind === "call") for (const one2 of registered2(node)) addFunction(program, file, one2, node, add4);
    return void 0;
  });
  return found3;
}
var VERBS5 = /^(?:get|post|put|patch|delete|all|head|options|route|use|websocket|api_route|handle|handlefunc|any)$/i;
var DECORATORS = /^(?:Get|Post|Put|Patch|Delete|All|Query|Mutation|ResolveField|MessagePattern|SubscribeMessage)$/;
var GO_PARAMETERS = /^(?:http\.ResponseWriter|\*?(?:gin|echo|fiber)\.(?:Context|Ctx))$/;
var NEXT_ROUTE = /(?:^|\/)app\/(?:.*\/)?route\.[cm]?[jt]sx?$/;
var NEXT_API = /(?:^|\/)pages\/api\/.*\.[cm]?[jt]sx?$/;
function answers2(file, fn) {
  if (file.language === "go") return fn.parameters.some((one2) => GO_PARAMETERS.test(one2.type?.name ?? ""));
  if (fn.decorators.some((one2) => isVerb(file, one2))) return true;
  if (NEXT_ROUTE.test(file.path)) return /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(fn.name ?? "");
  return NEXT_API.test(file.path) && file.exports.some((one2) => one2.name === "default" && (one2.local === fn.name || one2.value === fn));
}
function isVerb({ language }, decorator) {
  const call3 = peel(decorator);
  const path = pathOf(call3.kind === "call" ? call3.callee : call3);
  const name = path?.at(-1) ?? "";
  return language === "python" ? (path?.length ?? 0) > 1 && VERBS5.test(name) : DECORATORS.test(name);
}
function registered2(call3) {
  const name = pathOf(call3.callee)?.at(-1) ?? "";
  if (name === "Depends") return call3.arguments;
  const [first2, ...rest2] = call3.arguments;
  const isPath2 = first2?.kind === "literal" && typeof first2.value === "string" && first2.value.includes("/");
  return isPath2 && call3.callee.kind === "member" && VERBS5.test(name) ? rest2 : [];
}
function addFunction(program, file, given3, call3, add4) {
  const node = peel(given3);
  const [first2] = call3.arguments;
  const path = first2?.kind === "literal" ? `${pathOf(call3.callee)?.at(-1)} ${first2.value}` : "a handler";
  if (node.kind === "function") add4(node, path);
  if (node.kind !== "name" && node.kind !== "member") return;
  const found3 = definitionOf(program, { file, node });
  if (found3.kind === "function") add4(found3.node, found3.node.name ?? path, found3.file);
}

// src/model/code/pools/per-request.ts
var DEEPEST9 = 2;
function madePerRequest(program, code, sites) {
  const found3 = /* @__PURE__ */ new Map();
  const suspected = sites.filter((site3) => site3.createdAt === "function" && !isKept(site3));
  if (suspected.length === 0) return found3;
  const answering2 = reached(program, code);
  for (const site3 of suspected) {
    for (const fn of functionsAround(site3.file, site3.at.start)) {
      const name = answering2.get(fn);
      if (name !== void 0) {
        found3.set(site3, name);
        break;
      }
    }
  }
  return found3;
}
function reached(program, code) {
  const all = /* @__PURE__ */ new Map();
  let next = code.flatMap((file) => handlersIn(program, file));
  for (let depth = 0; depth <= DEEPEST9; depth++) {
    const inside3 = [];
    for (const handler3 of next) {
      if (all.has(handler3.node)) continue;
      all.set(handler3.node, handler3.name);
      if (depth === DEEPEST9) continue;
      walkOwn(handler3.node, (node) => {
        if (node.kind !== "call" || !pathOf(node.callee)) return;
        const called3 = definitionOf(program, { file: handler3.file, node: node.callee });
        if (called3.kind === "function") inside3.push({ file: called3.file, node: called3.node, name: handler3.name });
      });
    }
    next = inside3;
  }
  return all;
}
var CACHES = /^(?:once|memo(?:ize)?|memoize\w*|cache|lazy|singleton|lru_cache|cached|cached_property|asynccontextmanager)$/i;
function isKept({ file, at: at4 }) {
  const [fn] = functionsAround(file, at4.start);
  if (!fn) return true;
  if (fn.decorators.some((one2) => isCache(one2.kind === "call" ? one2.callee : one2))) return true;
  const around = ancestorsIn(fn.body, at4);
  if (around.some((one2) => one2.kind === "assign" && isOutside(one2.target, fn))) return true;
  const local = around.find((one2) => one2.kind === "declare");
  const name = local?.kind === "declare" && local.target.kind === "name" ? local.target.name : void 0;
  return name !== void 0 && isHandedOn(fn, name) || isGivenToCache(file, fn);
}
function isCache(callee) {
  return CACHES.test(pathOf(callee)?.at(-1) ?? "");
}
function isOutside(target, fn) {
  if (target.kind !== "name") return true;
  let isOwn = false;
  walkOwn(fn, (node) => {
    if (node.kind === "declare" && node.target.kind === "name" && node.target.name === target.name) isOwn = true;
  });
  return !isOwn;
}
function isHandedOn(fn, name) {
  let found3 = false;
  const isIt = (node) => node !== void 0 && peel(node).kind === "name" && peel(node).name === name;
  walkOwn(fn, (node) => {
    if (node.kind === "assign" && isIt(node.value) && isOutside(node.target, fn)) found3 = true;
    if (node.kind === "call" && node.callee.kind === "member" && /^(?:set|push|add|append)$/.test(node.callee.property) && node.arguments.some(isIt))
      found3 = true;
  });
  return found3;
}
function isGivenToCache(file, fn) {
  return ancestorsIn(file.body, fn).some((one2) => one2.kind === "call" && isCache(one2.callee));
}
function ancestorsIn(body, place2) {
  const found3 = [];
  let inside3 = body;
  for (; ; ) {
    const next = inside3.find((one2) => one2.start <= place2.start && one2.end >= place2.end);
    if (!next || next.start === place2.start && next.end === place2.end && next.kind !== "expression") return found3;
    found3.push(next);
    inside3 = childrenOf(next);
  }
}

// src/model/code/pools/settings.ts
function settingOf(setting, { program, environment: environment2, site: site3, url }) {
  for (const name of setting.options) {
    const found3 = site3.option(name);
    if (found3.kind === "absent") continue;
    const read2 = fromGiven(found3, site3, program, environment2);
    if (read2.value?.kind === "known" && read2.value.value === null) continue;
    return read2.range ? { range: read2.range, at: read2.at } : void 0;
  }
  for (const name of setting.parameters) {
    const found3 = url && parameterIn(url, name);
    if (found3) return { range: rangeOfText(found3.value), at: found3.at };
  }
  return void 0;
}
function fromGiven(found3, site3, program, environment2) {
  if (found3.kind === "open") return { range: atLeast(1, found3.because), at: site3.at };
  const value = evaluateExpression(program, found3.value, environment2);
  return { value, range: rangeOf(value), at: value.kind === "known" ? value.at : spanOf5(found3.value) };
}
function spanOf5({ file, node }) {
  return { path: file.path, start: node.start, end: node.end };
}
function rangeOf(value) {
  const number3 = numberOf2(value);
  if (number3 !== void 0) return exactly(number3);
  if (value.kind === "interval") return { low: value.low, high: value.high, because: value.because };
  return atLeast(1, value.kind === "unknown" ? value.because : "it is no number");
}
function rangeOfText(text2) {
  return /^\d{1,9}$/.test(text2) ? exactly(Number(text2)) : atLeast(1, "it is set outside the repository");
}
function parameterIn({ text: text2, at: at4 }, name) {
  const found3 = parametersOf2(text2).find((one2) => one2.name === name);
  const isExact = at4.end - at4.start === text2.length;
  return found3 && {
    value: found3.value,
    at: isExact ? { ...at4, start: at4.start + found3.start, end: at4.start + found3.end } : at4
  };
}
function parametersOf2(text2) {
  const from = text2.indexOf("?");
  if (from === -1) return [];
  return [...text2.slice(from).matchAll(/[?&]([\w.-]{1,60})=([^&\s'"]{0,200})/g)].map((match) => ({
    name: match[1] ?? "",
    value: match[2] ?? "",
    start: from + match.index + 1,
    end: from + match.index + match[0].length
  }));
}
var USUAL_PROCESSORS = 8;
function defaultRange(size, threads) {
  switch (size.kind) {
    case "fixed":
      return exactly(size.connections);
    case "processors": {
      const on = (processors) => Math.max(size.least, processors * size.perProcessor + size.plus);
      return { low: on(1), high: on(USUAL_PROCESSORS), because: `it is ${size.because}` };
    }
    case "unlimited":
      return atLeast(1, "it has no limit");
    case "per-request":
      return threads;
  }
}

// src/model/code/pools/site.ts
var ENGINES = [
  [/^(?:postgres|pg|pgnative|cockroach|timescale)/i, "postgres"],
  [/^(?:mysql|maria)/i, "mysql"],
  [/^mongo/i, "mongodb"],
  [/sqlite|^better-sqlite|^libsql|^sqljs/i, "sqlite"]
];
function engineNamed(name) {
  return ENGINES.find(([pattern3]) => pattern3.test(name))?.[1] ?? "other";
}

// src/model/code/pools/pools.ts
function poolAt(site3, context) {
  const { workload } = context;
  const url = urlOf(site3, context);
  const engine = site3.engine ?? engineOf(site3, url, context);
  if (engine === "sqlite") return void 0;
  const library = libraryOf(site3, context);
  if (!library) return void 0;
  const evaluating = { program: context.program, environment: context.environment, site: site3, url };
  const size = sizeOf(library, evaluating, workload);
  const target = targetOf(site3, url, engine, context);
  return {
    createdAt: site3.createdAt,
    ...site3.branch === void 0 ? {} : { branch: site3.branch },
    library,
    workload,
    ...size,
    overflow: overflowOf(library, size.size, evaluating),
    wait: waitOf(library, evaluating),
    ...engine ? { engine } : {},
    ...url ? { urlAt: url.at } : {},
    ignored: url ? ignoredIn(url, library) : [],
    ...target ? { target } : {},
    at: site3.at
  };
}
function libraryOf(site3, { major }) {
  const found3 = poolLibrary(site3.library);
  const version = found3 && major(found3.packages);
  if (site3.library === "prisma" && version !== void 0 && version >= 7) return void 0;
  return poolLibrary(site3.library, version);
}
function sizeOf(library, evaluating, workload) {
  const threads = threadsOf(workload);
  if (evaluating.site.unpooled) return { size: threads, isDefault: false };
  const given3 = settingOf(library.size, evaluating);
  const { site: site3, url } = evaluating;
  if (!given3 && library.size.parameters.length > 0 && !url && (site3.url || library.size.options.length === 0))
    return { size: atLeast(1, HIDDEN_URL), isDefault: false };
  if (!given3) return { size: defaultRange(library.size.default, threads), isDefault: true };
  if (given3.range.high <= 0) {
    const size = NO_LIMIT.has(library.id) ? atLeast(1, "it has no limit") : defaultRange(library.size.default, threads);
    return { size, isDefault: false, sizeAt: given3.at };
  }
  return { size: { ...given3.range, low: Math.max(0, given3.range.low) }, isDefault: false, sizeAt: given3.at };
}
var NO_LIMIT = /* @__PURE__ */ new Set(["sqlalchemy", "database/sql", "mongodb"]);
function threadsOf({ processes }) {
  const threads = processes?.threads;
  if (!threads) return atLeast(1, "it is one for each request that is served at the same time");
  return threads.known ? exactly(threads.value) : atLeast(1, threads.because);
}
function overflowOf(library, size, evaluating) {
  if (!library.overflow || evaluating.site.unpooled || size.low === 0) return exactly(0);
  const given3 = settingOf(library.overflow, evaluating);
  if (!given3) return exactly(library.overflow.default);
  return given3.range.high < 0 ? atLeast(0, "it has no limit") : given3.range;
}
function waitOf(library, evaluating) {
  const { wait } = library;
  const given3 = settingOf(wait, evaluating);
  if (!given3) {
    const ends = (wait.otherwise ?? []).map((name) => isSet2(name, evaluating));
    return ends.includes("yes") ? "caller" : ends.includes("unknown") ? "unknown" : wait.default;
  }
  if (given3.range.low !== given3.range.high) return "unknown";
  const seconds = wait.unit === "milliseconds" ? given3.range.low / 1e3 : given3.range.low;
  return seconds > 0 ? seconds : "forever";
}
function isSet2(name, { program, environment: environment2, site: site3 }) {
  const found3 = site3.option(name);
  if (found3.kind !== "given") return found3.kind === "open" ? "unknown" : "no";
  const value = evaluateExpression(program, found3.value, environment2);
  if (value.kind !== "known") return "unknown";
  const ends = name.endsWith("waitForConnections") ? value.value === false : Boolean(value.value);
  return ends ? "yes" : "no";
}
function urlOf(site3, context) {
  const { program, environment: environment2, workload } = context;
  if (site3.url) {
    const value = evaluateExpression(program, site3.url, environment2);
    if (value.kind === "known") return typeof value.value === "string" ? { text: value.value, at: value.at } : void 0;
    const [only2, ...more] = value.variables;
    const variable2 = more.length === 0 && only2 !== void 0 ? workload.environment.get(only2) : void 0;
    return variable2 && textOfVariable(variable2);
  }
  const name = site3.library === "prisma" ? context.prisma?.variable : void 0;
  const variable = name === void 0 ? void 0 : workload.environment.get(name);
  return variable && textOfVariable(variable);
}
function textOfVariable(variable) {
  const text2 = partOf(variable);
  return text2 === void 0 ? void 0 : { text: text2, at: variable.at };
}
function engineOf(site3, url, { prisma }) {
  const scheme = url && /^([a-z][a-z0-9]*)[a-z0-9+.-]*:/i.exec(url.text)?.[1];
  if (scheme) return engineNamed(scheme);
  return site3.library === "prisma" ? prisma?.engine : void 0;
}
function targetOf(site3, url, engine, context) {
  if (site3.several) return void 0;
  const { workload, connections, names, program, environment: environment2 } = context;
  const own = connections.filter((one2) => one2.from === workload && one2.to && speaks(one2.to, engine));
  const host = site3.host && evaluateExpression(program, site3.host, environment2);
  const named4 = host?.kind === "known" && typeof host.value === "string" ? host.value : url && credentialsIn(url.text)?.host;
  if (named4) {
    const answer = names.answer(named4, void 0, workload);
    if (answer.kind === "workload" && answer.workload !== workload) return answer.workload;
    if (!/[${]/.test(named4)) return void 0;
  }
  const value = site3.url && evaluateExpression(program, site3.url, environment2);
  const variables2 = [...value?.variables ?? [], ...host?.variables ?? [], ...site3.variable ? [site3.variable] : []];
  const told = own.find((one2) => variables2.includes(one2.variable.name));
  if (told) return told.to;
  const all = new Set(own.map((one2) => one2.to));
  const [only2] = all;
  return all.size === 1 ? only2 : void 0;
}
function speaks({ software }, engine) {
  if (software?.kind === "pooler") return engine === void 0 || engine === "postgres";
  const id = software?.speaks ?? software?.id ?? "";
  const own = engineNamed(id);
  return own !== "other" && own !== "sqlite" && (engine === void 0 || own === engine);
}
function ignoredIn(url, library) {
  const { ignoredParameters, size, wait } = library;
  if (!ignoredParameters) return [];
  const read2 = /* @__PURE__ */ new Set([...size.parameters, ...wait.parameters]);
  const isExact = url.at.end - url.at.start === url.text.length;
  return parametersOf2(url.text).flatMap(
    ({ name, value, start, end }) => ignoredParameters.test(name) && !read2.has(name) ? [
      {
        text: `${name}=${value}`,
        at: isExact ? { ...url.at, start: url.at.start + start, end: url.at.start + end } : url.at
      }
    ] : []
  );
}

// src/model/code/pools/prisma-source.ts
function prismaSource(path, tree) {
  const sources = sourcesOf(tree);
  const around = sources.filter(({ home }) => isWithin(home, path));
  const [innermost3] = [...around].sort((one2, other) => depthOf(other.home) - depthOf(one2.home));
  return innermost3 ?? (sources.length === 1 ? sources[0] : void 0);
}
var known4 = /* @__PURE__ */ new WeakMap();
function sourcesOf(tree) {
  const before = known4.get(tree);
  if (before) return before;
  const found3 = tree.files.flatMap(({ path }) => {
    const source = path.endsWith(".prisma") ? tree.read(path) : void 0;
    const block = source && parsePrisma(source).blocks.find((one2) => one2.kind === "datasource");
    if (!block) return [];
    const setting = (name) => block.settings.find((one2) => one2.name === name)?.value;
    const provider = setting("provider");
    const url = setting("url");
    const [first2] = url?.kind === "call" && url.name === "env" ? url.arguments : [];
    const variable = first2?.value.kind === "string" ? first2.value.text : "DATABASE_URL";
    const home = directoryOf(path).replace(/(?:^|\/)prisma(?:\/schema)?$/, "") || ".";
    return [{ variable, engine: engineNamed(provider?.kind === "string" ? provider.text : ""), home }];
  });
  known4.set(tree, found3);
  return found3;
}

// src/model/code/pools/options.ts
var NO_OPTIONS = () => ({ kind: "absent" });
function optionsIn(program, of) {
  return of ? (path) => entryOf(program, of, path) : NO_OPTIONS;
}
function keywordsOf(program, call3) {
  return (path) => {
    const [first2 = "", ...rest2] = path.split(".");
    const found3 = keywordOf(program, call3, first2);
    return found3.kind === "given" && rest2.length > 0 ? entryOf(program, found3.value, rest2.join(".")) : found3;
  };
}
function argumentAt({ file, node }, index) {
  const before = node.arguments.slice(0, index + 1);
  const found3 = before[index];
  return found3 && !before.some((one2) => one2.kind === "spread" || one2.kind === "keyword") ? { file, node: found3 } : void 0;
}
function isObject2(program, at4) {
  const node = at4 && peel(at4.node);
  if (!at4 || !node) return false;
  if (node.kind === "object") return true;
  if (node.kind !== "name" && node.kind !== "member") return false;
  const found3 = definitionOf(program, { file: at4.file, node });
  return found3.kind === "expression" && peel(found3.node).kind === "object";
}
function valueIn(option3, path) {
  const found3 = option3(path);
  return found3.kind === "given" ? found3.value : void 0;
}
function textOf4(program, at4) {
  const value = at4 && evaluateExpression(program, at4);
  return value?.kind === "known" && typeof value.value === "string" && value.variables.length === 0 ? value.value : void 0;
}
function engineIn(program, option3, path) {
  const text2 = textOf4(program, valueIn(option3, path));
  return text2 === void 0 ? void 0 : engineNamed(text2);
}
function factoryResult(program, at4) {
  const fn = at4 && functionOf2(program, at4);
  const returns = (fn?.node.body ?? []).flatMap(
    (one2) => one2.kind === "return" && one2.value ? [one2.value] : []
  );
  const [only2] = returns;
  return fn && only2 && returns.length === 1 ? { file: fn.file, node: only2 } : void 0;
}
function functionOf2(program, at4) {
  const node = peel(at4.node);
  if (node.kind === "function") return { file: at4.file, node };
  const found3 = definitionOf(program, { file: at4.file, node });
  return found3.kind === "function" ? found3 : void 0;
}

// src/model/code/pools/django.ts
function djangoPools(program, file) {
  if (file.language !== "python" || !/settings|config/.test(file.path)) return [];
  const sites = [];
  for (const statement2 of file.body) {
    if (statement2.kind !== "declare" || statement2.target.kind !== "name" || statement2.target.name !== "DATABASES")
      continue;
    const value = statement2.value && peel(statement2.value);
    if (value?.kind !== "object") continue;
    for (const entry of value.entries) {
      const recipe = entry.kind === "entry" ? databaseOf(program, file, entry) : void 0;
      if (recipe)
        sites.push({
          ...recipe,
          file,
          at: { path: file.path, start: entry.start, end: entry.end },
          createdAt: "module"
        });
    }
  }
  return sites;
}
function databaseOf(program, file, entry) {
  const value = peel(entry.value);
  if (value.kind === "call") return { library: "django", option: NO_OPTIONS, variable: urlVariable(value) };
  const option3 = optionsIn(program, { file, node: value });
  const name = textOf4(program, valueIn(option3, "ENGINE"));
  const engine = name === void 0 ? void 0 : engineNamed(name.slice(name.lastIndexOf(".") + 1));
  const host = valueIn(option3, "HOST");
  const pool = entryOf(program, { file, node: value }, "OPTIONS.pool");
  const isPooled = pool.kind === "given" && !isFalse3(pool.value.node);
  return {
    library: isPooled ? "django-pool" : "django",
    option: isPooled && peel(pool.value.node).kind === "object" ? optionsIn(program, pool.value) : NO_OPTIONS,
    ...engine ? { engine } : {},
    ...host ? { host } : {}
  };
}
function isFalse3(node) {
  const inner2 = peel(node);
  return inner2.kind === "literal" && !inner2.value;
}
function urlVariable({ arguments: given3 }) {
  const [first2] = given3;
  const text2 = first2?.kind === "literal" ? first2.value : void 0;
  return typeof text2 === "string" && /^[A-Z_]+$/.test(text2) ? text2 : "DATABASE_URL";
}

// src/model/code/pools/go.ts
var sql = (first2) => (program, call3) => {
  const driver = textOf4(program, argumentAt(call3, first2));
  const url = argumentAt(call3, first2 + 1);
  const engine = driver === void 0 ? void 0 : engineNamed(driver);
  return {
    library: "database/sql",
    option: settings2(program, call3.file, "SetMaxOpenConns"),
    ...engine ? { engine } : {},
    ...url ? { url } : {}
  };
};
var gorm = (program, call3) => {
  const first2 = argumentAt(call3, 0);
  const dialect = first2 && peel(first2.node);
  const name = dialect?.kind === "call" ? externalName(definitionOf(program, { file: call3.file, node: dialect.callee })) : void 0;
  const url = dialect?.kind === "call" && name ? argumentAt({ file: call3.file, node: dialect }, 0) : void 0;
  const engine = name === void 0 ? void 0 : engineNamed(/driver\/(\w+)/.exec(name)?.[1] ?? "");
  return {
    library: "database/sql",
    option: settings2(program, call3.file, "SetMaxOpenConns"),
    ...engine ? { engine } : {},
    ...url ? { url } : {}
  };
};
var pgxpool = (_program, call3) => {
  const url = argumentAt(call3, 1);
  return { library: "pgxpool", option: NO_OPTIONS, engine: "postgres", ...url ? { url } : {} };
};
var pgxpoolConfigured = (program, call3) => {
  const config = argumentAt(call3, 1);
  const url = config && parsedUrl(call3.file);
  return {
    library: "pgxpool",
    option: settings2(program, call3.file, "MaxConns"),
    engine: "postgres",
    ...url ? { url } : {}
  };
};
function parsedUrl(file) {
  const found3 = [];
  walk(file.body, (node) => {
    const [url] = node.kind === "call" ? node.arguments : [];
    if (node.kind === "call" && url && node.callee.kind === "member" && node.callee.property === "ParseConfig")
      found3.push({ file, node: url });
    return void 0;
  });
  return found3.length === 1 ? found3[0] : void 0;
}
var settingsOf2 = /* @__PURE__ */ new WeakMap();
function settingsIn(file) {
  const before = settingsOf2.get(file);
  if (before) return before;
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind === "call" && node.callee.kind === "member" && node.callee.property === "SetMaxOpenConns") {
      const [value] = node.arguments;
      if (value) found3.push({ name: "SetMaxOpenConns", value: { file, node: value } });
    } else if (node.kind === "assign" && node.target.kind === "member" && node.target.property === "MaxConns")
      found3.push({ name: "MaxConns", value: { file, node: node.value } });
    return void 0;
  });
  settingsOf2.set(file, found3);
  return found3;
}
function settings2(program, file, name) {
  return (path) => {
    if (path !== name) return { kind: "absent" };
    for (const files4 of [[file], program.siblings(file)]) {
      const found3 = files4.flatMap(settingsIn).filter((one2) => one2.name === name);
      const [only2] = found3;
      if (only2 && found3.length === 1) return { kind: "given", value: only2.value };
      if (only2) return { kind: "open", because: `${name} is set in several places` };
    }
    for (const other of program.files.values()) {
      if (other.language === "go" && settingsIn(other).some((one2) => one2.name === name))
        return { kind: "open", because: `${name} in ${other.path} may set it` };
    }
    return { kind: "absent" };
  };
}
var GO_READERS = /* @__PURE__ */ new Map([
  ["database/sql.Open", sql(0)],
  ["github.com/jmoiron/sqlx.Open", sql(0)],
  ["github.com/jmoiron/sqlx.MustOpen", sql(0)],
  ["github.com/jmoiron/sqlx.Connect", sql(0)],
  ["github.com/jmoiron/sqlx.MustConnect", sql(0)],
  ["github.com/jmoiron/sqlx.ConnectContext", sql(1)],
  ["gorm.io/gorm.Open", gorm],
  ["github.com/jackc/pgx/pgxpool.New", pgxpool],
  ["github.com/jackc/pgx/pgxpool.Connect", pgxpool],
  ["github.com/jackc/pgx/pgxpool.NewWithConfig", pgxpoolConfigured],
  ["github.com/jackc/pgx/pgxpool.ConnectConfig", pgxpoolConfigured]
]);

// src/model/code/pools/javascript.ts
function found2(key, value) {
  return value === void 0 ? {} : { [key]: value };
}
function address(option3, urls, hosts) {
  const first2 = (names) => {
    for (const name of names) {
      const value = valueIn(option3, name);
      if (value) return value;
    }
    return void 0;
  };
  return { ...found2("url", first2(urls)), ...found2("host", first2(hosts)) };
}
function nodePostgres(program, options, library = "pg") {
  const option3 = optionsIn(program, options);
  return { library, option: option3, engine: "postgres", variable: "PGHOST", ...address(option3, ["connectionString"], ["host"]) };
}
var mysql = (program, call3) => {
  const first2 = argumentAt(call3, 0);
  if (first2 && !isObject2(program, first2) && peel(first2.node).kind !== "name")
    return { library: "mysql2", option: NO_OPTIONS, engine: "mysql", url: first2 };
  const option3 = optionsIn(program, first2);
  return { library: "mysql2", option: option3, engine: "mysql", ...address(option3, ["uri"], ["host"]) };
};
var postgresJs = (program, call3) => {
  const first2 = argumentAt(call3, 0);
  const second = argumentAt(call3, 1);
  const only2 = second === void 0 && isObject2(program, first2);
  const option3 = optionsIn(program, only2 ? first2 : second);
  const url = only2 ? void 0 : first2;
  return {
    library: "postgres",
    option: option3,
    engine: "postgres",
    variable: "PGHOST",
    ...address(option3, [], ["host"]),
    ...found2("url", url)
  };
};
function typeorm(program, options) {
  const option3 = optionsIn(program, options);
  const engine = engineIn(program, option3, "type");
  const library = engine === "mysql" ? "typeorm-mysql" : engine === "mongodb" ? "mongodb" : "typeorm-postgres";
  const several = option3("replication").kind !== "absent";
  return {
    library,
    option: option3,
    ...found2("engine", engine),
    ...address(option3, ["url"], ["host"]),
    ...several ? { several } : {}
  };
}
function sequelize(program, call3) {
  const last = argumentAt(call3, call3.node.arguments.length - 1);
  const first2 = argumentAt(call3, 0);
  const isUrl = call3.node.arguments.length === 2 || call3.node.arguments.length === 1 && !isObject2(program, first2);
  const withoutOptions = call3.node.arguments.length === 1 && isUrl;
  return sequelizeWith(program, withoutOptions ? void 0 : last, isUrl ? first2 : void 0);
}
function sequelizeWith(program, options, url) {
  const option3 = optionsIn(program, options);
  const several = option3("replication").kind !== "absent";
  return {
    library: "sequelize",
    option: option3,
    ...found2("engine", engineIn(program, option3, "dialect")),
    ...address(option3, ["uri"], ["host"]),
    ...found2("url", url ?? valueIn(option3, "uri")),
    ...several ? { several } : {}
  };
}
var knex = (program, call3) => {
  const first2 = argumentAt(call3, 0);
  const option3 = optionsIn(program, first2);
  const connection = valueIn(option3, "connection");
  const inner2 = optionsIn(program, connection);
  const isUrl = connection && !isObject2(program, connection);
  return {
    library: "knex",
    option: option3,
    ...found2("engine", engineIn(program, option3, "client")),
    ...isUrl ? { url: connection } : address(inner2, ["connectionString", "uri"], ["host"])
  };
};
function mikroOrm(program, options) {
  const option3 = optionsIn(program, options);
  const named4 = engineIn(program, option3, "type");
  const driver = valueIn(option3, "driver");
  const own = driver && externalName(definitionOf(program, driver));
  const engine = named4 ?? (own ? engineNamed(own.replace(/^@mikro-orm\/|.*\./g, "")) : void 0);
  return { library: "mikro-orm", option: option3, ...found2("engine", engine), ...address(option3, ["clientUrl"], ["host"]) };
}
var mongodb = (program, call3) => ({
  library: "mongodb",
  option: optionsIn(program, argumentAt(call3, 1)),
  engine: "mongodb",
  ...found2("url", argumentAt(call3, 0))
});
var drizzle = (program, call3) => {
  const drivers = call3.file.imports.map((one2) => /^drizzle-orm\/(node-postgres|postgres-js|mysql2)$/.exec(one2.from)?.[1]);
  const driver = drivers.find((one2) => one2 !== void 0);
  const first2 = argumentAt(call3, 0);
  if (driver === void 0 || !first2) return void 0;
  const library = driver === "node-postgres" ? "pg" : driver === "mysql2" ? "mysql2" : "postgres";
  const engine = library === "mysql2" ? "mysql" : "postgres";
  const connection = valueIn(optionsIn(program, first2), "connection");
  if (connection && isObject2(program, connection)) {
    const option3 = optionsIn(program, connection);
    return { library, option: option3, engine, ...address(option3, ["connectionString", "uri", "url"], ["host"]) };
  }
  const url = connection ?? (isUrlLike(program, first2) ? first2 : void 0);
  return url && { library, option: NO_OPTIONS, engine, url };
};
function isUrlLike(program, at4) {
  const node = peel(at4.node);
  if (node.kind === "literal" || node.kind === "template") return true;
  if (node.kind !== "member" && node.kind !== "name") return false;
  if (node.kind === "member" && peel(node.object).kind === "member") return true;
  const found3 = definitionOf(program, { file: at4.file, node });
  return found3.kind === "expression" && ["literal", "template", "member"].includes(peel(found3.node).kind);
}
function nest(read2) {
  return (program, call3) => {
    const first2 = argumentAt(call3, 0);
    const isAsync2 = call3.node.callee.kind === "member" && call3.node.callee.property === "forRootAsync";
    if (!isAsync2) return first2 ? read2(program, first2) : void 0;
    const made5 = factoryResult(program, valueIn(optionsIn(program, first2), "useFactory"));
    if (made5) return read2(program, made5);
    const hidden = () => ({ kind: "open", because: "its options are put together when the program runs" });
    return { ...read2(program, void 0), option: hidden };
  };
}
var ofFirst = (read2) => (program, call3) => read2(program, argumentAt(call3, 0));
var JAVASCRIPT_READERS = new Map([
  ["pg.Pool", ofFirst(nodePostgres)],
  ["pg-pool", ofFirst(nodePostgres)],
  ["mysql2.createPool", mysql],
  ["mysql2.createPoolPromise", mysql],
  ["postgres", postgresJs],
  ["typeorm.DataSource", (program, call3) => ({ ...typeorm(program, argumentAt(call3, 0)), isDataSource: true })],
  ["typeorm.createConnection", ofFirst(typeorm)],
  ["@nestjs/typeorm.TypeOrmModule.forRoot", nest(typeorm)],
  ["@nestjs/typeorm.TypeOrmModule.forRootAsync", nest(typeorm)],
  ["sequelize.Sequelize", sequelize],
  ["sequelize", sequelize],
  ["sequelize-typescript.Sequelize", sequelize],
  ["@nestjs/sequelize.SequelizeModule.forRoot", nest(sequelizeWith)],
  ["@nestjs/sequelize.SequelizeModule.forRootAsync", nest(sequelizeWith)],
  ["knex", knex],
  ["knex.knex", knex],
  ...["core", "postgresql", "mysql", "mariadb"].map(
    (one2) => [`@mikro-orm/${one2}.MikroORM.init`, ofFirst(mikroOrm)]
  ),
  ["@mikro-orm/nestjs.MikroOrmModule.forRoot", nest(mikroOrm)],
  ["@mikro-orm/nestjs.MikroOrmModule.forRootAsync", nest(mikroOrm)],
  ["mongodb.MongoClient", mongodb],
  ["mongodb.MongoClient.connect", mongodb],
  ["mongoose.connect", mongodb],
  ["mongoose.createConnection", mongodb],
  ["@nestjs/mongoose.MongooseModule.forRoot", mongodb],
  ["drizzle-orm.drizzle", drizzle]
]);

// src/model/code/pools/prisma.ts
var ADAPTERS = /* @__PURE__ */ new Map([
  ["@prisma/adapter-pg.PrismaPg", { library: "prisma-pg", engine: "postgres" }],
  ["@prisma/adapter-mariadb.PrismaMariaDb", { library: "prisma-mariadb", engine: "mysql" }]
]);
function isPrismaClient(program, { file, node }) {
  const inner2 = peel(node);
  if (inner2.kind !== "name" && inner2.kind !== "member") return false;
  const name = inner2.kind === "name" ? inner2.name : inner2.property;
  if (name !== "PrismaClient") return false;
  const found3 = definitionOf(program, { file, node: inner2 });
  if (found3.kind === "external") return externalName(found3) === "@prisma/client.PrismaClient";
  return found3.kind === "unknown" && file.imports.some((one2) => one2.name === name && /prisma|generated/i.test(one2.from));
}
function prismaClient(program, call3) {
  return clientWith(program, argumentAt(call3, 0));
}
function prismaSubclass(program, file, node) {
  const made5 = node.members.find((one2) => one2.kind === "function" && one2.name === "constructor");
  if (made5?.kind !== "function") return clientWith(program, void 0);
  for (const statement2 of made5.body) {
    if (statement2.kind !== "expression") continue;
    const call3 = peel(statement2.value);
    if (call3.kind !== "call" || call3.callee.kind !== "name" || call3.callee.name !== "super") continue;
    return clientWith(program, argumentAt({ file, node: call3 }, 0));
  }
  return clientWith(program, void 0);
}
function clientWith(program, options) {
  const option3 = optionsIn(program, options);
  const adapter2 = option3("adapter");
  if (adapter2.kind === "given") return adapted(program, adapter2.value);
  const url = valueIn(option3, "datasourceUrl") ?? datasourceUrl(program, option3);
  const hidden = adapter2.kind === "open" || option3("accelerateUrl").kind !== "absent";
  return {
    library: "prisma",
    // Its pool is set in the URL alone.
    option: hidden ? () => ({ kind: "open", because: "its options are not known" }) : NO_OPTIONS,
    ...url ? { url } : {}
  };
}
function datasourceUrl(program, option3) {
  const sources = valueIn(option3, "datasources");
  const node = sources && peel(sources.node);
  if (!sources || node?.kind !== "object") return void 0;
  for (const entry of node.entries) {
    if (entry.kind !== "entry") continue;
    const url = valueIn(optionsIn(program, { file: sources.file, node: entry.value }), "url");
    if (url) return url;
  }
  return void 0;
}
function adapted(program, at4) {
  const node = peel(at4.node);
  const found3 = node.kind === "call" ? { kind: "expression", file: at4.file, node } : definitionOf(program, at4);
  const call3 = found3.kind === "expression" || found3.kind === "field" ? callIn(found3) : void 0;
  const name = call3 && externalName(definitionOf(program, { file: call3.file, node: call3.node.callee }));
  const known7 = name === void 0 ? void 0 : ADAPTERS.get(name);
  if (!call3 || !known7)
    return { library: "prisma-pg", option: () => ({ kind: "open", because: "its adapter is not known" }) };
  const first2 = argumentAt(call3, 0);
  const given3 = first2 && definitionOf(program, first2);
  if (given3?.kind === "expression" && peel(given3.node).kind === "call") return void 0;
  const option3 = optionsIn(program, first2);
  const url = valueIn(option3, "connectionString") ?? (first2 && peel(first2.node).kind === "literal" ? first2 : void 0);
  const host = valueIn(option3, "host");
  return { ...known7, option: option3, ...url ? { url } : {}, ...host ? { host } : {} };
}
function callIn(found3) {
  const value = found3.node.kind === "field" ? found3.node.value : found3.node;
  const inner2 = value && peel(value);
  return inner2?.kind === "call" ? { file: found3.file, node: inner2 } : void 0;
}

// src/model/code/pools/python.ts
function argument(program, call3, index, name) {
  const found3 = argumentAt(call3, index);
  if (found3) return found3;
  const named4 = keywordOf(program, call3, name);
  return named4.kind === "given" ? named4.value : void 0;
}
var UNPOOLED = /* @__PURE__ */ new Set(["NullPool", "StaticPool", "SingletonThreadPool", "AssertionPool"]);
var sqlalchemy = (program, call3) => {
  const option3 = keywordsOf(program, call3);
  const kind = option3("poolclass");
  const name = kind.kind === "given" ? lastName3(program, kind.value) : void 0;
  const hides = kind.kind === "open" || name !== void 0 && !/QueuePool$/.test(name) && name !== "NullPool";
  const hidden = () => ({ kind: "open", because: "the pool that it is given is another" });
  return {
    library: "sqlalchemy",
    option: hides ? hidden : option3,
    ...name === "NullPool" ? { unpooled: true } : {},
    ...sqlalchemyAddress(program, argument(program, call3, 0, "url"))
  };
};
function sqlalchemyAddress(program, url) {
  if (!url) return {};
  const found3 = definitionOf(program, url);
  const made5 = found3.kind === "expression" && peel(found3.node).kind === "call" ? peel(found3.node) : void 0;
  if (made5?.kind !== "call" || found3.kind !== "expression") return { url };
  if (made5.callee.kind !== "member" || made5.callee.property !== "create") return { url };
  const call3 = { file: found3.file, node: made5 };
  const driver = textOf4(program, argument(program, call3, 0, "drivername"));
  const host = argument(program, call3, 3, "host");
  return { ...driver === void 0 ? {} : { engine: engineNamed(driver) }, ...host ? { host } : {} };
}
function lastName3(program, at4) {
  const found3 = externalName(definitionOf(program, at4))?.split(".").at(-1);
  const node = peel(at4.node);
  const written3 = node.kind === "name" ? node.name : node.kind === "member" ? node.property : void 0;
  return found3 ?? (written3 !== void 0 && UNPOOLED.has(written3) ? written3 : void 0);
}
var flask2 = (program, call3) => {
  const given3 = keywordOf(program, call3, "engine_options");
  const configured3 = mentions3(call3, "SQLALCHEMY_ENGINE_OPTIONS", program);
  const own = keywordsOf(program, call3);
  const option3 = (path) => {
    const found3 = own(`engine_options.${path}`);
    return found3.kind === "absent" && (configured3 || given3.kind === "open") ? { kind: "open", because: "SQLALCHEMY_ENGINE_OPTIONS may set it" } : found3;
  };
  return { library: "sqlalchemy", option: option3, variable: "SQLALCHEMY_DATABASE_URI" };
};
var namesIn = /* @__PURE__ */ new WeakMap();
function mentions3({ file }, name, program) {
  const known7 = namesIn.get(program) ?? /* @__PURE__ */ new Map();
  namesIn.set(program, known7);
  const before = known7.get(name);
  if (before !== void 0) return before;
  let found3 = false;
  for (const one2 of program.files.values()) {
    if (found3) break;
    if (one2.language !== file.language) continue;
    walk(one2.body, (node) => {
      if (nameOf6(node) === name) found3 = true;
      return found3 ? false : void 0;
    });
  }
  known7.set(name, found3);
  return found3;
}
function nameOf6(node) {
  if (node.kind === "literal") return node.value;
  if (node.kind === "name" || node.kind === "keyword" || node.kind === "field") return node.name;
  return node.kind === "entry" ? node.key : node.kind === "member" ? node.property : void 0;
}
var asyncpg = (program, call3) => withUrl("asyncpg", "dsn", program, call3);
var psycopg = (program, call3) => withUrl("psycopg_pool", "conninfo", program, call3);
function withUrl(library, name, program, call3) {
  const url = argument(program, call3, 0, name);
  const host = keywordOf(program, call3, "host");
  return {
    library,
    option: keywordsOf(program, call3),
    engine: "postgres",
    variable: "PGHOST",
    ...url ? { url } : {},
    ...host.kind === "given" ? { host: host.value } : {}
  };
}
var databases = (program, call3) => {
  const url = argument(program, call3, 0, "url");
  return { library: "databases", option: keywordsOf(program, call3), ...url ? { url } : {} };
};
var PYTHON_READERS = /* @__PURE__ */ new Map([
  ["sqlalchemy.create_engine", sqlalchemy],
  ["sqlalchemy.create_async_engine", sqlalchemy],
  ["sqlmodel.create_engine", sqlalchemy],
  ["flask_sqlalchemy.SQLAlchemy", flask2],
  ["asyncpg.create_pool", asyncpg],
  ["psycopg_pool.ConnectionPool", psycopg],
  ["psycopg_pool.AsyncConnectionPool", psycopg],
  ["databases.Database", databases]
]);

// src/model/code/pools/sites.ts
var IMPORTED = /^(?:pg|pg-pool|mysql2|postgres|typeorm|sequelize(?:-typescript)?|knex|mongodb|mongoose|drizzle-orm|@prisma|@nestjs\/(?:typeorm|sequelize|mongoose)|@mikro-orm|sqlalchemy|sqlmodel|asyncpg|psycopg_pool|databases|flask_sqlalchemy|database\/sql|gorm\.io|github\.com\/(?:jackc\/pgx|jmoiron\/sqlx|go-gorm))(?:[./]|$)|prisma|generated/i;
var known5 = /* @__PURE__ */ new WeakMap();
function poolSitesOf(program, file) {
  const before = known5.get(file);
  if (before) return before;
  const found3 = [...file.imports.some(mayMake) ? sitesIn(program, file) : [], ...djangoPools(program, file)];
  known5.set(file, found3);
  return found3;
}
var FIRST_NAMES = /* @__PURE__ */ new Set([
  "PrismaClient",
  ...[JAVASCRIPT_READERS, PYTHON_READERS].flatMap(
    (readers) => [...readers.keys()].flatMap((name) => name.split(".").slice(1, 2))
  )
]);
function mayMake({ from, name }) {
  if (!IMPORTED.test(from)) return false;
  return name === void 0 || /^(?:default|\*|=)$/.test(name) || FIRST_NAMES.has(name);
}
function sitesIn(program, file) {
  const sites = [];
  const imported = new Set(file.imports.flatMap((one2) => one2.local ?? []));
  const readers = file.language === "python" ? PYTHON_READERS : file.language === "go" ? GO_READERS : JAVASCRIPT_READERS;
  const add4 = (recipe, node) => {
    if (recipe)
      sites.push({ ...recipe, ...placeOf(file, node), file, at: { path: file.path, start: node.start, end: node.end } });
  };
  walk(file.body, (node) => {
    if (node.kind === "class" && file.language === "typescript") {
      const base2 = node.bases.find((one2) => isPrismaClient(program, { file, node: one2 }));
      if (base2)
        add4(prismaSubclass(program, file, node), {
          start: node.nameStart,
          end: node.nameStart + (node.name?.length ?? 0)
        });
    }
    if (node.kind !== "call") return void 0;
    if (node.isNew && isPrismaClient(program, { file, node: node.callee }))
      add4(prismaClient(program, { file, node }), node);
    const reader = readers.get(nameOf7(program, { file, node }, imported) ?? "");
    if (reader) add4(reader(program, { file, node }), node);
    return void 0;
  });
  return sites;
}
var LAST_NAMES = new Set(
  [JAVASCRIPT_READERS, PYTHON_READERS, GO_READERS].flatMap(
    (readers) => [...readers.keys()].map((name) => name.slice(name.lastIndexOf(".") + 1))
  )
);
function nameOf7(program, { file, node }, imported) {
  const path = pathOf(node.callee);
  if (!path) return required(program, file, node.callee);
  const [first2 = ""] = path;
  const last = path.at(-1) ?? "";
  if (!LAST_NAMES.has(last) && !(path.length === 1 && imported.has(first2))) return void 0;
  const name = externalName(definitionOf(program, { file, node: node.callee }));
  if (name !== void 0 && file.language === "python") return name.replace(/^([^.]+)\..*\./, "$1.");
  return name !== void 0 && file.language === "go" ? name.replace(/\/v\d+(?=[/.])/, "") : name;
}
function required(program, file, callee) {
  const inner2 = peel(callee);
  if (inner2.kind === "member") {
    const of = required(program, file, inner2.object);
    return of === void 0 ? void 0 : `${of}.${inner2.property}`;
  }
  const [first2] = inner2.kind === "call" ? inner2.arguments : [];
  if (inner2.kind !== "call" || inner2.callee.kind !== "name" || inner2.callee.name !== "require") return void 0;
  const target = first2?.kind === "literal" ? program.target(file, String(first2.value)) : void 0;
  return target?.kind === "package" ? target.name : void 0;
}
var ONCE = /^(?:constructor|__init__|onModuleInit|main|bootstrap|lifespan)$/i;
function placeOf(file, node) {
  const [inner2] = functionsAround(file, node.start);
  const around = ancestorsOf(inner2 ? inner2.body : file.body, node);
  const branch2 = around.find((one2) => isBranch(one2, around));
  const createdAt = inner2 === void 0 ? around.some((one2) => one2.kind === "class") ? "class" : "module" : ONCE.test(inner2.name ?? "") ? "class" : "function";
  return { createdAt, ...branch2 ? { branch: { at: branch2.start, arm: armOf(branch2, node) } } : {} };
}
function ancestorsOf(body, place2) {
  const found3 = [];
  let inside3 = body;
  for (; ; ) {
    const next = inside3.find((one2) => one2.start <= place2.start && one2.end >= place2.end);
    if (!next || next.start === place2.start && next.end === place2.end && next.kind === "call") return found3;
    found3.push(next);
    inside3 = childrenOf(next);
  }
}
function isBranch(node, around) {
  if (node.kind === "switch") return true;
  if (node.kind === "conditional")
    return node.consequent.kind === "call" ? node.alternate.kind !== "name" && node.alternate.kind !== "member" : node.consequent.kind !== "name" && node.consequent.kind !== "member";
  if (node.kind !== "if" || isMain(node.test)) return false;
  const kept2 = new Set(
    around.flatMap((one2) => one2.kind === "assign" || one2.kind === "declare" ? lastName4(one2.target) : [])
  );
  let asks = false;
  walk([node.test], (one2) => {
    if ((one2.kind === "name" || one2.kind === "member") && lastName4(one2).some((name) => kept2.has(name))) asks = true;
    return void 0;
  });
  return !asks;
}
function lastName4(node) {
  const name = pathOf(node)?.at(-1);
  return name === void 0 ? [] : [name];
}
function isMain(test) {
  return test.kind === "binary" && pathOf(test.left)?.join() === "__name__";
}
function armOf(node, place2) {
  const isIn = (inner2) => inner2.some((one2) => one2.start <= place2.start && one2.end >= place2.end);
  if (node.kind === "if") return isIn(node.consequent) ? "then" : "else";
  if (node.kind === "conditional") return isIn([node.consequent]) ? "then" : "else";
  return "case";
}

// src/model/code/pools/versions.ts
var DEPENDENCIES = /"(dependencies|devDependencies|peerDependencies)"/;
function majorOf(packages, path, tree) {
  for (let directory = directoryOf(path); ; directory = directoryOf(directory)) {
    const text2 = tree.read(joinPath(directory, "package.json"))?.text;
    const found3 = text2 !== void 0 && DEPENDENCIES.test(text2) ? majorIn(text2, packages) : void 0;
    if (found3 !== void 0 || directory === ".") return found3;
  }
}
function majorIn(text2, packages) {
  for (const name of packages) {
    const own = asked(text2, name);
    if (own !== void 0) return own;
    const mongoose = name === "mongodb" ? asked(text2, "mongoose") : void 0;
    if (mongoose !== void 0) return mongoose - 2;
  }
  return void 0;
}
function asked(text2, name) {
  const escaped = name.replace(/[/.]/g, "\\$&");
  const version = new RegExp(`"${escaped}"\\s*:\\s*"[~^>=v]{0,3}(\\d{1,3})[.x*"]`).exec(text2)?.[1];
  return version === void 0 ? void 0 : Number(version);
}

// src/model/code/pools/join.ts
function poolsOf(joining) {
  return joining.services.flatMap((service) => {
    const sites = service.code.flatMap((file) => poolSitesOf(joining.program, file));
    if (sites.length === 0) return [];
    const perRequest = madePerRequest(joining.program, service.code, sites);
    return service.workloads.flatMap(
      (workload) => workload.longRunning ? poolsOfWorkload(workload, service, sites, perRequest, joining) : []
    );
  });
}
function poolsOfWorkload(workload, { code, directory }, sites, perRequest, { program, connections, names, tree }) {
  const folder = joinPath(directory, "main");
  const common2 = { program, workload, environment: environmentOf(workload), connections, names };
  return used(sites, code, workload, program).flatMap((site3) => {
    const { path } = site3.file;
    const prisma = site3.library === "prisma" ? prismaSource(path, tree) : void 0;
    const major = (packages) => majorOf(packages, path, tree) ?? majorOf(packages, folder, tree);
    const pool = poolAt(site3, { ...common2, major, ...prisma ? { prisma } : {} });
    const name = perRequest.get(site3);
    const wait = pool?.library.id === "asyncpg" && pool.wait === "forever" && code.some(acquiresInTime) ? "caller" : pool?.wait;
    return pool && wait !== void 0 ? { ...pool, wait, ...name === void 0 ? {} : { perRequest: name } } : [];
  });
}
function used(sites, files4, workload, program) {
  const nest2 = sites.some((site3) => site3.library.startsWith("typeorm") && !site3.isDataSource);
  const settings3 = djangoSettings(files4, workload, program);
  return sites.filter((site3) => {
    if (site3.isDataSource && nest2) return files4.some(initializes);
    if (site3.library === "django" || site3.library === "django-pool") return settings3.has(site3.file.path);
    return true;
  });
}
var starts = /* @__PURE__ */ new WeakMap();
function initializes(file) {
  const before = starts.get(file);
  if (before !== void 0) return before;
  let found3 = false;
  walk(file.body, (node) => {
    if (node.kind === "call" && node.callee.kind === "member" && node.callee.property === "initialize") found3 = true;
    return found3 ? false : void 0;
  });
  starts.set(file, found3);
  return found3;
}
function acquiresInTime(file) {
  let found3 = false;
  walk(file.body, (node) => {
    if (node.kind === "call" && node.callee.kind === "member" && node.callee.property === "acquire")
      found3 ||= node.arguments.some((one2) => one2.kind === "keyword" && one2.name === "timeout");
    return found3 ? false : void 0;
  });
  return found3;
}
function djangoSettings(files4, workload, program) {
  const set = workload.environment.get("DJANGO_SETTINGS_MODULE")?.value;
  const name = set?.known ? set.value : files4.map(defaultSettings).find((one2) => one2 !== void 0);
  const found3 = /* @__PURE__ */ new Set();
  if (name === void 0) return found3;
  const path = `${name.replaceAll(".", "/")}`;
  const all = [...program.files.values()];
  let file = all.find((one2) => one2.path.endsWith(`${path}.py`) || one2.path.endsWith(`${path}/__init__.py`));
  for (let steps = 0; file && steps < 8; steps++) {
    const current = file;
    if (poolSitesOf(program, current).some((site3) => site3.library.startsWith("django"))) {
      found3.add(current.path);
      return found3;
    }
    const above = current.imports.find((one2) => one2.name === "*");
    const target = above && program.target(current, above.from);
    file = target?.kind === "files" ? target.files[0] : void 0;
  }
  return found3;
}
function defaultSettings(file) {
  if (file.language !== "python" || !/(?:wsgi|asgi|manage|celery)\.py$/.test(file.path)) return void 0;
  let found3;
  walk(file.body, (node) => {
    const [key, value] = node.kind === "call" ? node.arguments : [];
    if (key?.kind === "literal" && key.value === "DJANGO_SETTINGS_MODULE" && value?.kind === "literal")
      found3 = String(value.value);
    return void 0;
  });
  return found3;
}

// src/model/code/queries/cap-checks.ts
function checkedBefore(program, { file, node }, cap) {
  if (cap.kind !== "uncapped" || node.kind !== "name") return cap;
  const [around] = functionsAround(file, node.start);
  if (!around) return cap;
  const statements = [];
  const waiting = [...around.body];
  for (let one2 = waiting.pop(); one2; one2 = waiting.pop()) {
    if (one2.kind === "if" && one2.start < node.start) statements.push(one2);
    if (one2.kind === "expression" || one2.kind === "declare" || one2.kind === "function" || one2.kind === "class") continue;
    waiting.push(...childrenOf(one2).filter((child) => isStatement4(child)));
  }
  for (const statement2 of statements) {
    if (statement2.kind !== "if") continue;
    for (const test of parts2(statement2.test)) {
      if (test.kind !== "binary" || !/^[<>]=?$/.test(test.operator)) continue;
      const isMore = test.operator.startsWith(">");
      const [of, bound2] = isMore ? [peel(test.left), test.right] : [peel(test.right), test.left];
      if (of.kind !== "name" || of.name !== node.name) continue;
      if (endsOrAssigns(statement2.consequent, node.name))
        return {
          kind: "capped",
          max: numberOf2(evaluateExpression(program, { file, node: bound2 })),
          fallback: cap.fallback,
          at: { path: file.path, start: statement2.start, end: statement2.end }
        };
    }
  }
  return cap;
}
function parts2(test) {
  const inner2 = peel(test);
  return inner2.kind === "binary" && inner2.operator === "||" ? [...parts2(inner2.left), ...parts2(inner2.right)] : [inner2];
}
function isStatement4(node) {
  return /^(?:declare|expression|return|throw|if|switch|loop|try|with|block)$/.test(node.kind);
}
function endsOrAssigns(body, name) {
  return body.some((one2) => {
    if (one2.kind === "throw" || one2.kind === "return") return true;
    if (one2.kind === "declare") return one2.target.kind === "name" && one2.target.name === name;
    return one2.kind === "expression" && one2.value.kind === "assign" && one2.value.target.kind === "name" && one2.value.target.name === name;
  });
}
function assignmentsBefore(file, node) {
  const [around] = functionsAround(file, node.start);
  const found3 = [];
  const visit2 = (statements, test) => {
    for (const one2 of statements) {
      if (one2.start >= node.start) return;
      const value = givenTo(node.name, one2);
      if (value && value.end <= node.start) found3.push({ value, ...test && { test } });
      if (one2.kind === "if") {
        visit2(one2.consequent, one2.test);
        visit2(one2.alternate, one2.test);
      } else if (one2.kind === "block" || one2.kind === "with" || one2.kind === "try") visit2(one2.body, test);
    }
  };
  visit2(around?.body ?? file.body, void 0);
  const [first2] = bindingsAt(file, node.name, node.start)?.bindings ?? [];
  return found3.filter(({ value }) => first2?.kind !== "value" || first2.node.value !== value);
}
function givenTo(name, statement2) {
  const given3 = statement2.kind === "expression" ? statement2.value : statement2;
  if (given3.kind !== "declare" && given3.kind !== "assign") return void 0;
  return given3.target.kind === "name" && given3.target.name === name ? given3.value : void 0;
}
function asksForNothing(test, name) {
  const inner2 = peel(test);
  const isIt = (one2) => {
    const bare2 = one2 && peel(one2);
    return bare2?.kind === "name" && bare2.name === name;
  };
  switch (inner2.kind) {
    case "unary":
      return /^(?:!|not)$/.test(inner2.operator) && (isIt(inner2.value) || asksForNothing(inner2.value, name));
    case "call":
      return /(?:^|\.)(?:isNaN|isFinite|isInteger)$/.test(pathOf(inner2.callee)?.join(".") ?? "") && isIt(inner2.arguments[0]);
    case "binary": {
      if (inner2.operator === "||") return asksForNothing(inner2.left, name) && asksForNothing(inner2.right, name);
      const compared3 = peel(inner2.right);
      const isNothing2 = compared3.kind === "literal" && (compared3.value === null || compared3.value === 0);
      const left = peel(inner2.left);
      if (left.kind === "name" && left.name === "err") return /^!==?$/.test(inner2.operator) && isNothing2;
      return isIt(inner2.left) && (/^<=?$/.test(inner2.operator) || /^(?:===?|is)$/.test(inner2.operator) && isNothing2);
    }
    default:
      return false;
  }
}
function compares(test) {
  let found3 = false;
  walk([test], (node) => {
    if (node.kind === "binary" && /^[<>]=?$/.test(node.operator)) found3 = true;
    return !found3;
  });
  return found3;
}

// src/model/code/queries/cap-calls.ts
var CONVERTS = /^(?:Number|parseInt|parseFloat|Number\.parseInt|Number\.parseFloat|int|float|abs|Math\.(?:floor|ceil|abs|round|trunc)|strconv\.Atoi|strconv\.ParseInt|cast\.ToInt|toNumber|_\.toNumber)$/;
var LEAST = /^(?:Math\.min|min|_\.min|lodash\.min)$/;
var MOST3 = /^(?:Math\.max|max|_\.max|lodash\.max)$/;
var CLAMPS = /^(?:clamp|_\.clamp|lodash\.clamp|limitTo)$/;
function callCap(run, { file, node }, next, span) {
  const { program } = run;
  const callee = definitionOf(program, { file, node: node.callee });
  const name = callee.kind === "global" ? callee.path.join(".") : externalName(callee) ?? "";
  const short = pathOf(node.callee)?.join(".") ?? "";
  const arguments_ = node.arguments;
  const [first2] = arguments_;
  if ((CONVERTS.test(name) || CONVERTS.test(short)) && first2) return next(first2);
  if (LEAST.test(name) || LEAST.test(short)) return leastCap(arguments_.map(next), span);
  if ((MOST3.test(name) || MOST3.test(short)) && arguments_.length > 0) return mostCap(arguments_.map(next));
  if (CLAMPS.test(short.split(".").slice(-1)[0] ?? "") || CLAMPS.test(name)) {
    const bounds3 = arguments_.slice(1).map((one2) => numberOf2(evaluateExpression(program, { file, node: one2 })));
    return { kind: "capped", max: bounds3.at(-1), at: span };
  }
  if (callee.kind === "function") return returnedCap(run, callee, node, file);
  return unknownCap(`${short || "a function"} decides it`);
}
function leastCap(caps, at4) {
  const numbers = caps.flatMap((cap) => cap.kind === "fixed" ? [cap.value] : cap.kind === "capped" ? [cap.max] : []);
  if (numbers.length === 0)
    return caps.find((cap) => cap.kind === "uncapped") ?? unknownCap("it is the least of what is not known");
  const known7 = numbers.filter((number3) => number3 !== void 0);
  const other = caps.find((cap) => cap.kind === "uncapped" || cap.kind === "capped");
  const fallback = other && "fallback" in other ? other.fallback : void 0;
  return { kind: "capped", max: known7.length > 0 ? Math.min(...known7) : void 0, fallback, at: at4 };
}
function mostCap(caps) {
  return caps.find((cap) => cap.kind === "uncapped") ?? caps.find((cap) => cap.kind === "unknown") ?? caps.find((cap) => cap.kind === "capped") ?? unknownCap("it is not known");
}
function returnedCap(run, fn, call3, file) {
  if (run.depth <= 0) return unknownCap("it is handed on too often");
  const returns = returnsOf(fn.node.body);
  if (returns.length === 0) return unknownCap("a function decides it");
  const caps = returns.map((value) => {
    const cap = trace({ ...run, depth: 0 }, { file: fn.file, node: value }, 12);
    if (cap.kind !== "unknown") return cap;
    const name = peel(value);
    const parameter3 = name.kind === "name" ? fn.node.parameters.find((one2) => one2.target.kind === "name" && one2.target.name === name.name) : void 0;
    const given3 = parameter3 && argumentFor(call3, fn.node, parameter3);
    if (!given3 || name.kind !== "name") return cap;
    const outer = trace({ ...run, depth: run.depth - 1 }, { file, node: given3 }, 12);
    const inside3 = checkedBefore(run.program, { file: fn.file, node: name }, outer);
    return inside3.kind === "uncapped" && isCompared(fn.node, name.name) ? unknownCap("a function may bound it") : inside3;
  });
  const open3 = caps.find((cap) => cap.kind === "unknown") ?? caps.find((cap) => cap.kind === "uncapped");
  return open3 ?? caps[0] ?? unknownCap("a function decides it");
}
function isCompared({ body }, name) {
  let found3 = false;
  walk(body, (node) => {
    if (node.kind !== "binary" || !/^[<>]=?$/.test(node.operator)) return void 0;
    if ([node.left, node.right].some((side) => side.kind === "name" && side.name === name)) found3 = true;
    return void 0;
  });
  return found3;
}
function returnsOf(body) {
  const found3 = [];
  const waiting = [...body];
  for (let one2 = waiting.pop(); one2; one2 = waiting.pop()) {
    if (one2.kind === "return" && one2.value) found3.push(one2.value);
    else if (one2.kind === "if") waiting.push(...one2.consequent, ...one2.alternate);
    else if (one2.kind === "block" || one2.kind === "try") waiting.push(...one2.body);
  }
  return found3;
}

// src/model/code/queries/schema-cap.ts
var UPPER = /^(?:max|lte|lt|maxValue|less|maximum|between|multipleOfMax|valid|oneOf|enum|picklist|literal)$/;
function schemaCap(program, parsed, path) {
  const schema = schemaOf(program, parsed, 8);
  return schema && declaredCap(program, schema, path);
}
function declaredCap(program, schema, path) {
  const found3 = propertyOf2(program, schema, path, 10);
  if (found3 === void 0) return void 0;
  return found3 === null ? { kind: "unknown", because: "the schema of the request is not known" } : chainCap(program, found3, path.at(-1) ?? "");
}
function schemaOf(program, at4, steps) {
  if (steps <= 0) return void 0;
  const { file } = at4;
  const node = peel(at4.node);
  if (node.kind === "call") {
    const callee = peel(node.callee);
    if (callee.kind !== "member") return void 0;
    const [first2] = node.arguments;
    if (/^(?:parse|parseAsync|safeParse|safeParseAsync|validateSync|cast|validate|attempt)$/.test(callee.property) && first2) {
      const path = pathOf(callee)?.join(".") ?? "";
      const second = node.arguments[1];
      if (/^(?:v|valibot)\./.test(path) && second) return { file, node: first2 };
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
    const [part2, ...rest2] = binding.bound.path;
    if (rest2.length === 0 && (part2 === void 0 || /^(?:data|value|output)$/.test(String(part2))))
      return schemaOf(program, { file, node: binding.node.value }, steps - 1);
    return void 0;
  }
  if (binding?.kind === "parameter") return procedureSchema(file, binding.owner, binding.bound.path);
  return void 0;
}
function honoSchema(file, valid) {
  const [target] = valid.arguments;
  const [handler3] = functionsAround(file, valid.start);
  if (target?.kind !== "literal" || !handler3) return void 0;
  let found3;
  walk(file.body, (node) => {
    if (node.end < valid.start || node.start > valid.start) return false;
    if (node.kind !== "call" || !node.arguments.includes(handler3)) return void 0;
    for (const argument3 of node.arguments) {
      if (argument3.kind !== "call") continue;
      const [where, schema] = argument3.arguments;
      if (where?.kind === "literal" && where.value === target.value && schema) found3 = { file, node: schema };
    }
    return void 0;
  });
  return found3;
}
var SENT = ["querystring", "query", "body"];
function routeCap(program, at4, parameter3) {
  const schema = routeSchema(at4);
  if (!schema) return void 0;
  const found3 = definitionOf(program, schema);
  const object = found3.kind === "expression" ? peel(found3.node) : void 0;
  if (found3.kind !== "expression" || object?.kind !== "object")
    return { kind: "unknown", because: "the schema of the route is not known" };
  for (const key of SENT) {
    const part2 = object.entries.find((one2) => one2.kind === "entry" && one2.key === key);
    const cap = part2?.kind === "entry" ? declaredCap(program, { file: found3.file, node: part2.value }, [parameter3]) : void 0;
    if (cap) return cap;
  }
  return void 0;
}
function routeSchema({ file, node }) {
  const handlers = new Set(functionsAround(file, node.start));
  let schema;
  walk(file.body, (one2) => {
    if (one2.end < node.start || one2.start > node.start) return false;
    const options = one2.kind === "call" && one2.arguments.some((given3) => handlers.has(given3)) ? one2.arguments.filter((given3) => given3.kind === "object") : one2.kind === "object" && one2.entries.some((entry) => entry.kind === "entry" && handlers.has(entry.value)) ? [one2] : [];
    for (const { entries } of options) {
      const entry = entries.find((given3) => given3.kind === "entry" && given3.key === "schema");
      if (entry?.kind === "entry") schema = entry.value;
    }
    return void 0;
  });
  return schema && { file, node: schema };
}
function procedureSchema(file, handler3, path) {
  if (path[0] !== "input" || path.length !== 1) return void 0;
  let found3;
  walk(file.body, (node) => {
    if (node.end < handler3.start || node.start > handler3.start) return false;
    if (node.kind !== "call" || !node.arguments.some((one2) => one2 === handler3)) return void 0;
    let callee = peel(node.callee);
    for (let steps = 0; steps < 20 && callee.kind === "member"; steps++) {
      const before = peel(callee.object);
      if (before.kind !== "call") break;
      const called3 = peel(before.callee);
      const [schema] = before.arguments;
      if (called3.kind === "member" && called3.property === "input" && schema) {
        found3 = { file, node: schema };
        break;
      }
      callee = called3;
    }
    return void 0;
  });
  return found3;
}
function propertyOf2(program, schema, path, steps) {
  const [key, ...rest2] = path;
  if (key === void 0) return schema;
  if (steps <= 0) return null;
  const found3 = definitionOf(program, schema);
  if (found3.kind !== "expression") return null;
  const { file } = found3;
  const node = peel(found3.node);
  if (node.kind === "object") {
    const properties = node.entries.find((one2) => one2.kind === "entry" && one2.key === "properties");
    const object = properties?.kind === "entry" && properties.value.kind === "object" ? properties.value : node;
    for (const entry of object.entries) {
      if (entry.kind === "entry" && entry.key === key)
        return propertyOf2(program, { file, node: entry.value }, rest2, steps - 1);
      if (entry.kind === "spread") {
        const inner2 = propertyOf2(program, { file, node: entry.value }, path, steps - 1);
        if (inner2) return inner2;
      }
    }
    return void 0;
  }
  if (node.kind === "member")
    return node.property === "shape" ? propertyOf2(program, { file, node: node.object }, path, steps - 1) : null;
  if (node.kind !== "call") return null;
  return propertyOfCall(program, { file, node }, path, steps);
}
function propertyOfCall(program, { file, node }, path, steps) {
  const callee = peel(node.callee);
  const method3 = callee.kind === "member" ? callee.property : callee.kind === "name" ? callee.name : "";
  if (/^(?:object|strictObject|looseObject|keys|Object|shape|interface|strict_object)$/.test(method3) && node.arguments[0])
    return propertyOf2(program, { file, node: node.arguments[0] }, path, steps - 1);
  if (callee.kind !== "member") return null;
  if (/^(?:extend|merge|safeExtend|and|concat|append|augment)$/.test(method3) && node.arguments[0]) {
    const added2 = propertyOf2(program, { file, node: node.arguments[0] }, path, steps - 1);
    if (added2) return added2;
  }
  return propertyOf2(program, { file, node: callee.object }, path, steps - 1);
}
function chainCap(program, { file, node }, parameter3) {
  const at4 = { path: file.path, start: node.start, end: node.end };
  let fallback;
  let one2 = peel(node);
  if (one2.kind === "name" || one2.kind === "member") {
    const found3 = definitionOf(program, { file, node: one2 });
    if (found3.kind !== "expression")
      return { kind: "unknown", because: "the schema of the parameter is not in the repository" };
    if (found3.node !== one2) return chainCap(program, found3, parameter3);
  }
  if (one2.kind === "object") return jsonSchemaCap(program, file, one2, parameter3, at4);
  let isNumber = false;
  for (let steps = 0; one2.kind === "call" && steps < 40; steps++) {
    const callee = peel(one2.callee);
    const method3 = callee.kind === "member" ? callee.property : callee.kind === "name" ? callee.name : "";
    const [first2] = one2.arguments;
    const number3 = first2 && numberOf2(evaluateExpression(program, { file, node: first2 }));
    if (UPPER.test(method3))
      return { kind: "capped", max: method3 === "lt" || method3 === "less" ? number3 && number3 - 1 : number3, fallback, at: at4 };
    if (/^(?:transform|refine|superRefine|pipe|custom|check|preprocess|test|external)$/.test(method3)) {
      if (mentionsBound(one2)) return { kind: "capped", max: void 0, fallback, at: at4 };
      if (method3 !== "transform" && method3 !== "preprocess")
        return { kind: "unknown", because: "the schema checks it by a function" };
    }
    if (method3 === "default" || method3 === "catch" || method3 === "prefault" || method3 === "fallback")
      fallback ??= number3;
    if (/^(?:number|int|integer|bigint|string|Number|Integer|Numeric|positive|nonnegative)$/.test(method3))
      isNumber = true;
    for (const argument3 of one2.arguments) {
      const inner2 = peel(argument3);
      if (inner2.kind === "call" && /^(?:maxValue|max|ltValue|lte)$/.test(pathOf(inner2.callee)?.at(-1) ?? "")) {
        const bound2 = inner2.arguments[0];
        return {
          kind: "capped",
          max: bound2 && numberOf2(evaluateExpression(program, { file, node: bound2 })),
          fallback,
          at: at4
        };
      }
      if (inner2.kind === "object") {
        const maximum = jsonSchemaCap(program, file, inner2, parameter3, at4);
        if (maximum?.kind === "capped") return maximum;
      }
    }
    if (callee.kind !== "member") break;
    one2 = peel(callee.object);
  }
  return isNumber ? { kind: "uncapped", parameter: parameter3, fallback, at: at4 } : { kind: "unknown", because: "the schema of the parameter is not known" };
}
function jsonSchemaCap(program, file, node, parameter3, at4) {
  const entryValue = (key) => {
    const entry = node.entries.find((one2) => one2.kind === "entry" && one2.key === key);
    return entry?.kind === "entry" ? evaluateExpression(program, { file, node: entry.value }) : void 0;
  };
  const maximum = entryValue("maximum") ?? entryValue("exclusiveMaximum");
  const given3 = entryValue("default");
  const fallback = given3 && numberOf2(given3);
  if (maximum) return { kind: "capped", max: numberOf2(maximum), fallback, at: at4 };
  if (node.entries.some((one2) => one2.kind === "entry" && one2.key === "enum"))
    return { kind: "capped", max: void 0, fallback, at: at4 };
  const type = entryValue("type");
  return type?.kind === "known" && /^(?:integer|number|string)$/.test(String(type.value)) ? { kind: "uncapped", parameter: parameter3, fallback, at: at4 } : void 0;
}
function mentionsBound(call3) {
  let found3 = false;
  walk(call3.arguments, (node) => {
    if (node.kind === "binary" && /^[<>]=?$/.test(node.operator)) found3 = true;
    if (node.kind === "call" && /(?:^|\.)(?:min|clamp)$/.test(pathOf(node.callee)?.join(".") ?? "")) found3 = true;
    return void 0;
  });
  return found3;
}

// src/model/code/queries/declared-cap.ts
function memberCap(program, at4) {
  const node = peel(at4.node);
  if (node.kind !== "member") return void 0;
  const { file } = at4;
  const bySchema = schemaCap(program, { file, node: node.object }, [node.property]);
  if (bySchema) return bySchema;
  const of = typeOf2(program, { file, node: node.object });
  if (of?.kind !== "class" || !isParameters(program, of)) return void 0;
  return fieldCap(program, of, node.property);
}
function parameterCap(program, { file, node }, owner, path) {
  return file.language === "python" ? pythonParameter(program, { file, node }, owner, path) : nestParameter(program, { file, node }, owner, path) ?? typedParameter(program, { file, node }, path);
}
function nestParameter(program, { file, node }, owner, path) {
  const at4 = { path: file.path, start: node.start, end: node.end };
  for (const decorator of node.decorators) {
    const call3 = peel(decorator);
    const name = externalName(definitionOf(program, { file, node: call3.kind === "call" ? call3.callee : call3 }));
    if (name === void 0 || !/^(?:@nestjs\/common\.(?:Query|Body)|@nestjs\/graphql\.Args|routing-controllers\.(?:QueryParam|QueryParams))$/.test(
      name
    ))
      continue;
    const [first2, ...given3] = call3.kind === "call" ? call3.arguments : [];
    const pipes = [...given3, ...methodPipes(owner)];
    const key = first2?.kind === "literal" && typeof first2.value === "string" ? first2.value : void 0;
    const fallback = fallbackOf(program, { file, node }, pipes);
    if (key !== void 0 && path.length === 0) {
      if (!isPlainType(node.type)) return void 0;
      return pipes.every((pipe) => isPlainPipe(pipe)) ? { kind: "uncapped", parameter: key, fallback, at: at4 } : { kind: "unknown", because: "a pipe of its own checks it" };
    }
    if (path.length === 1 && !pipes.every(isPlainPipe))
      return { kind: "unknown", because: "a pipe of its own checks it" };
    if (key === void 0 && path.length === 1)
      return typedParameter(program, { file, node }, path) ?? (node.type && isBag(node.type) ? { kind: "uncapped", parameter: String(path[0]), at: at4 } : void 0);
  }
  return void 0;
}
function isPlainType(type) {
  return type === void 0 || /^(?:string|number|any|\||\?)$/.test(type.name);
}
function isBag(type) {
  return /^(?:any|Record|\{\}|object)$/.test(type.name);
}
function methodPipes({ decorators: decorators2 }) {
  return decorators2.map(peel).flatMap((one2) => one2.kind === "call" && pathOf(one2.callee)?.at(-1) === "UsePipes" ? one2.arguments : []);
}
function isPlainPipe(pipe) {
  const callee = peel(pipe);
  const name = callee.kind === "call" ? pathOf(callee.callee)?.at(-1) : pathOf(callee)?.at(-1);
  return name !== void 0 && /^(?:ParseIntPipe|ParseFloatPipe|DefaultValuePipe|ValidationPipe)$/.test(name);
}
function fallbackOf(program, { file, node }, pipes) {
  const pipe = pipes.map(peel).find((one2) => one2.kind === "call" && pathOf(one2.callee)?.at(-1) === "DefaultValuePipe");
  const given3 = pipe?.kind === "call" ? pipe.arguments[0] : node.fallback;
  return given3 && numberOf2(evaluateExpression(program, { file, node: given3 }));
}
function typedParameter(program, { file, node }, path) {
  const [key, ...rest2] = path;
  if (!node.type || typeof key !== "string" || rest2.length > 0) return void 0;
  const inferred = inferredSchema(program, file, node.type);
  if (inferred) return declaredCap(program, inferred, [key]);
  const of = resolveType(program, file, node.type);
  return of?.kind === "class" && isParameters(program, of) ? fieldCap(program, of, key) : void 0;
}
function inferredSchema(program, file, type, steps = 6) {
  if (steps <= 0) return void 0;
  const [inner2] = type.arguments;
  if (/^(?:z\.(?:infer|output|input)|Infer|InferOutput|v\.InferOutput|yup\.InferType|Static)$/.test(type.name))
    return inner2?.name === "typeof" && inner2.expression ? { file, node: inner2.expression } : void 0;
  const [binding] = bindingsAt(file, type.name, type.start)?.bindings ?? [];
  if (binding?.kind === "type") return inferredSchema(program, file, binding.node.type, steps - 1);
  return void 0;
}
function isParameters(program, of) {
  const { node } = of;
  if (/(?:dto|query|params?|input|args|filter|pagination|request|options)$/i.test(node.name ?? "")) return true;
  return node.members.some(
    (member) => member.kind === "field" && member.decorators.some((one2) => isValidator(program, of.file, one2))
  );
}
function isValidator(program, file, decorator) {
  const call3 = peel(decorator);
  const found3 = definitionOf(program, { file, node: call3.kind === "call" ? call3.callee : call3 });
  return found3.kind === "external" && /^(?:class-validator|class-transformer|@nestjs\/graphql)$/.test(found3.package);
}
function fieldCap(program, of, name, steps = 8) {
  if (steps <= 0) return void 0;
  for (const member of of.node.members) {
    if (member.kind === "field" && member.name === name) return validated(program, of, member);
    if (member.kind === "function" && member.name === name && member.accessor === "get") {
      const [only2] = member.body;
      const value = only2?.kind === "return" && only2.value ? readField(only2.value) : void 0;
      if (value === void 0) return { kind: "unknown", because: "a getter computes it" };
      return fieldCap(program, of, value, steps - 1);
    }
  }
  for (const base2 of of.node.bases) {
    for (const one2 of baseClasses(base2)) {
      const above = definitionOf(program, { file: of.file, node: one2 });
      const found3 = above.kind === "class" && above.node !== of.node ? fieldCap(program, above, name, steps - 1) : void 0;
      if (found3) return found3;
      if (above.kind !== "class")
        return { kind: "unknown", because: "the class that it extends is not in the repository" };
    }
  }
  return void 0;
}
function readField(value) {
  const inner2 = peel(value);
  if (inner2.kind === "member" && inner2.object.kind === "name" && inner2.object.name === "this") return inner2.property;
  if (inner2.kind === "binary" && (inner2.operator === "??" || inner2.operator === "||")) return readField(inner2.left);
  return void 0;
}
function baseClasses(base2) {
  const inner2 = peel(base2);
  return inner2.kind === "call" ? inner2.arguments.filter((one2) => one2.kind === "name" || one2.kind === "member" || one2.kind === "call").flatMap(baseClasses) : [inner2];
}
function validated(program, of, field) {
  const { file } = of;
  const at4 = { path: file.path, start: field.start, end: field.end };
  const fallback = field.value && numberOf2(evaluateExpression(program, { file, node: field.value }));
  const open3 = { kind: "uncapped", parameter: field.name, fallback, at: at4 };
  for (const decorator of field.decorators) {
    const call3 = peel(decorator);
    if (call3.kind !== "call") continue;
    const name = pathOf(call3.callee)?.at(-1) ?? "";
    const found3 = definitionOf(program, { file, node: call3.callee });
    if (/^(?:Max|IsIn|IsEnum|Equals|IsOptionalEnum)$/.test(name)) {
      if (!validates(program)) return open3;
      const [bound2] = call3.arguments;
      return {
        kind: "capped",
        max: bound2 && numberOf2(evaluateExpression(program, { file, node: bound2 })),
        fallback,
        at: at4
      };
    }
    if (name === "Transform" || name === "Expose") {
      if (bounds2(call3)) return { kind: "capped", max: void 0, fallback, at: at4 };
    } else if (found3.kind !== "external") return { kind: "unknown", because: "a decorator of its own checks it" };
    else if (!/^(?:class-validator|class-transformer|@nestjs\/(?:swagger|graphql|common)|reflect-metadata)$/.test(
      found3.package
    ))
      return { kind: "unknown", because: `${found3.package} checks it` };
  }
  return open3;
}
function bounds2(call3) {
  let found3 = false;
  const waiting = [...call3.arguments];
  for (let count = 0; waiting.length > 0 && count < 500; count++) {
    const one2 = waiting.pop();
    if (typeof one2 !== "object" || one2 === null) continue;
    if ("kind" in one2 && one2.kind === "member" && "property" in one2 && /^(?:min|clamp)$/.test(String(one2.property)))
      found3 = true;
    if ("kind" in one2 && one2.kind === "binary" && "operator" in one2 && /^[<>]=?$/.test(String(one2.operator)))
      found3 = true;
    waiting.push(...Object.values(one2));
  }
  return found3;
}
var validatesOf = /* @__PURE__ */ new WeakMap();
function validates(program) {
  const known7 = validatesOf.get(program);
  if (known7 !== void 0) return known7;
  const found3 = [...program.files.values()].some(
    (file) => file.imports.some(
      (one2) => one2.from === "@nestjs/common" && one2.name === "ValidationPipe" || one2.from === "class-validator" && /^validate/.test(one2.name ?? "") || one2.name === "ZodValidationPipe" || /^(?:routing-controllers|type-graphql|class-transformer-validator)$/.test(one2.from) || /pipe/i.test(one2.from)
    )
  );
  validatesOf.set(program, found3);
  return found3;
}
var ROUTE = /^(?:get|post|put|patch|delete|api_route|head|options|route|websocket)$/;
function isPythonHandler(fn) {
  return fn.decorators.some((one2) => {
    const call3 = peel(one2);
    return call3.kind === "call" && call3.callee.kind === "member" && ROUTE.test(call3.callee.property);
  });
}
function pythonParameter(program, { file, node }, owner, path, isDependency = false) {
  if (node.target.kind !== "name" || !isPythonHandler(owner) && !isDependency) return void 0;
  const at4 = { path: file.path, start: node.start, end: node.end };
  const annotated = metadataOf(node.type);
  const given3 = [...node.fallback ? [node.fallback] : [], ...annotated].map(peel);
  const depends = given3.find((one2) => one2.kind === "call" && pathOf(one2.callee)?.at(-1) === "Depends");
  if (depends) return dependencyCap(program, file, depends, node.type, path);
  if (path.length > 0) return modelCap(program, file, node.type, path);
  const query = given3.find(
    (one2) => one2.kind === "call" && /^(?:Query|Body|Form|Header|Cookie)$/.test(pathOf(one2.callee)?.at(-1) ?? "")
  );
  const constraint = constrained(program, file, [...annotated, ...query ? [query] : [], ...typeCalls(node.type)]);
  const fallback = fallbackNumber(program, file, query, node.fallback);
  if (constraint !== void 0) return { kind: "capped", max: constraint.max, fallback, at: at4 };
  if (!isNumeric(node.type)) return void 0;
  return { kind: "uncapped", parameter: node.target.name, fallback, at: at4 };
}
function metadataOf(type) {
  if (!type || !/(?:^|\.)Annotated$/.test(type.name)) return [];
  return type.arguments.slice(1).flatMap((one2) => one2.expression ?? []);
}
function typeCalls(type) {
  const inner2 = type?.expression && peel(type.expression);
  return inner2?.kind === "call" ? [inner2] : [];
}
function constrained(program, file, given3) {
  for (const one2 of given3) {
    const call3 = peel(one2);
    if (call3.kind !== "call") continue;
    for (const argument3 of call3.arguments) {
      if (argument3.kind !== "keyword" || !/^(?:le|lt|max_value)$/.test(argument3.name)) continue;
      const bound2 = numberOf2(evaluateExpression(program, { file, node: argument3.value }));
      return { max: bound2 === void 0 ? void 0 : argument3.name === "lt" ? bound2 - 1 : bound2 };
    }
    const name = pathOf(call3.callee)?.at(-1) ?? "";
    const [first2] = call3.arguments;
    if (/^(?:Le|Lt|Interval)$/.test(name) && first2)
      return { max: numberOf2(evaluateExpression(program, { file, node: first2 })) };
  }
  return void 0;
}
function fallbackNumber(program, file, query, fallback) {
  const keyword2 = query?.arguments.find((one2) => one2.kind === "keyword" && one2.name === "default");
  const first2 = query?.arguments[0];
  const given3 = keyword2?.kind === "keyword" ? keyword2.value : first2 && first2.kind !== "keyword" ? first2 : fallback;
  return given3 && numberOf2(evaluateExpression(program, { file, node: given3 }));
}
function isNumeric(type) {
  if (!type) return false;
  if (/(?:^|\.)(?:Annotated|Optional)$/.test(type.name)) return isNumeric(type.arguments[0]);
  if (type.name === "|" || /(?:^|\.)Union$/.test(type.name)) return type.arguments.some(isNumeric);
  return type.name === "int";
}
function dependencyCap(program, file, call3, type, path) {
  const [first2] = call3.arguments;
  const [key] = path;
  const bare2 = type && /(?:^|\.)Annotated$/.test(type.name) ? type.arguments[0] : type;
  const found3 = first2 ? definitionOf(program, { file, node: first2 }) : bare2 ? resolveType(program, file, bare2) : void 0;
  if (typeof key !== "string") return void 0;
  if (found3?.kind === "class") {
    const maker = found3.node.members.find(
      (one2) => one2.kind === "function" && one2.name === "__init__"
    );
    const parameter3 = maker?.parameters.find((one2) => one2.target.kind === "name" && one2.target.name === key);
    if (maker && parameter3) return pythonParameter(program, { file: found3.file, node: parameter3 }, maker, [], true);
    return pydanticField(program, found3, key);
  }
  if (found3?.kind === "function") {
    const parameter3 = found3.node.parameters.find((one2) => one2.target.kind === "name" && one2.target.name === key);
    if (parameter3) return pythonParameter(program, { file: found3.file, node: parameter3 }, found3.node, [], true);
  }
  return { kind: "unknown", because: "a dependency gives it" };
}
function modelCap(program, file, type, path) {
  const bare2 = type && /(?:^|\.)Annotated$/.test(type.name) ? type.arguments[0] : type;
  const [key, ...rest2] = path;
  const found3 = bare2 && resolveType(program, file, bare2);
  return found3?.kind === "class" && typeof key === "string" && rest2.length === 0 ? pydanticField(program, found3, key) : void 0;
}
function pydanticField(program, of, name, steps = 6) {
  const field = of.node.members.find((one2) => one2.kind === "field" && one2.name === name);
  if (!field) {
    for (const base2 of of.node.bases) {
      const above = definitionOf(program, { file: of.file, node: base2 });
      const found3 = steps > 0 && above.kind === "class" && above.node !== of.node ? pydanticField(program, above, name, steps - 1) : void 0;
      if (found3) return found3;
    }
    return void 0;
  }
  const at4 = { path: of.file.path, start: field.start, end: field.end };
  const value = field.value && peel(field.value);
  const call3 = value?.kind === "call" ? value : void 0;
  const constraint = constrained(program, of.file, [
    ...metadataOf(field.type),
    ...call3 ? [call3] : [],
    ...typeCalls(field.type)
  ]);
  const fallback = fallbackNumber(program, of.file, call3, field.value);
  if (constraint) return { kind: "capped", max: constraint.max, fallback, at: at4 };
  if (of.node.members.some(
    (one2) => one2.kind === "function" && one2.decorators.some((decorator) => /validator/.test(calleeName(decorator)))
  ))
    return { kind: "unknown", because: "a validator of its own checks it" };
  return isNumeric(field.type) ? { kind: "uncapped", parameter: name, fallback, at: at4 } : void 0;
}
function calleeName(decorator) {
  const inner2 = peel(decorator);
  return pathOf(inner2.kind === "call" ? inner2.callee : inner2)?.at(-1) ?? "";
}

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
  const type = typeOf2(program, { file, node: variable });
  const field = type?.kind === "class" ? type.node.members.find((one2) => one2.kind === "field" && one2.name === node.property) : void 0;
  if (type?.kind !== "class" || field?.kind !== "field")
    return { kind: "unknown", because: "the struct that the request is read into is not known" };
  const at4 = { path: type.file.path, start: field.start, end: field.end };
  const declared2 = declaredCap2(field, at4);
  return declared2.kind === "uncapped" ? checked(program, { file, node }, variable.name, around, declared2) : declared2;
}
function isBound(around, name) {
  let found3 = false;
  walk(around.body, (node) => {
    if (node.kind !== "call" || node.callee.kind !== "member" || !BINDS.test(node.callee.property)) return void 0;
    if (node.arguments.some((one2) => one2.kind === "unary" && one2.operator === "&" && isName(one2.value, name)))
      found3 = true;
    return void 0;
  });
  return found3;
}
function isName(node, name) {
  return node.kind === "name" && node.name === name;
}
function declaredCap2(field, at4) {
  const tags = tagsOf(field.tag ?? "");
  const rules = [tags.get("binding"), tags.get("validate"), tags.get("valid")].filter((one2) => one2 !== void 0).join(",");
  const named4 = NAMES.map((name) => tags.get(name)).find((one2) => one2 !== void 0 && one2 !== "-") ?? field.name;
  const [parameter3 = field.name, ...options] = named4.split(",");
  const written3 = options.find((one2) => one2.startsWith("default="))?.slice("default=".length) ?? tags.get("default");
  const fallback = written3 !== void 0 && /^\d+$/.test(written3) ? Number(written3) : void 0;
  const upper = UPPER2.exec(rules);
  if (upper) {
    const max = /^\d+$/.test(upper[1] ?? "") ? Number(upper[1]) : void 0;
    return { kind: "capped", max, fallback, at: at4 };
  }
  return { kind: "uncapped", parameter: parameter3 === "" ? field.name : parameter3, fallback, at: at4 };
}
function checked(program, { file, node }, variable, around, cap) {
  let found3;
  const isField = (one2) => {
    const inner2 = peel(one2);
    return inner2.kind === "member" && inner2.property === node.property && isName(peel(inner2.object), variable);
  };
  walk(around.body, (one2) => {
    if (one2.start > node.start) return false;
    if (one2.kind === "binary" && /^[<>]=?$/.test(one2.operator)) {
      const isAbove = one2.operator.startsWith(">") ? isField(one2.left) : isField(one2.right);
      const bound2 = numberOf2(
        evaluateExpression(program, { file, node: one2.operator.startsWith(">") ? one2.right : one2.left })
      );
      if (isAbove) found3 = { kind: "capped", max: bound2, fallback: cap.fallback, at: { ...cap.at } };
    }
    if (one2.kind === "call" && !found3 && mayBound(one2, variable))
      found3 = { kind: "unknown", because: "a function that it is given to may bound it" };
    return void 0;
  });
  return found3 ?? cap;
}
function mayBound(call3, variable) {
  const { callee } = call3;
  if (callee.kind === "member" && isName(callee.object, variable)) return true;
  const name = callee.kind === "member" ? callee.property : callee.kind === "name" ? callee.name : "";
  return !BINDS.test(name) && call3.arguments.some((one2) => one2.kind === "unary" && one2.operator === "&" && isName(one2.value, variable));
}

// src/model/code/queries/request-values.ts
var REQUEST_BAG = /^(?:req|request|ctx|context|c|event)(?:\.request|\.req)?\.(?:query|params|body|args|query_params|GET|form|json|data|queryStringParameters|validated)$|^(?:searchParams|queryParams|query_params|urlParams)$/;
var REQUEST_READ = /^(?:req|request|ctx|context|c|r|event|url|new_url)?(?:\.\w+)*\.?(?:searchParams|query_params|args|GET|query|URL\.Query|FormValue|QueryParam|Query|DefaultQuery|QueryInt|Queries)(?:\.get|\.getlist|\.Get)?$/;
function isRequestBag(program, { file, node }) {
  const inner2 = peel(node);
  const path = pathOf(inner2)?.join(".").replace(/^this\./, "");
  if (path !== void 0 && REQUEST_BAG.test(path)) return true;
  if (inner2.kind === "call") {
    const callee = pathOf(inner2.callee)?.join(".") ?? "";
    return inner2.arguments.length === 0 && /^(?:c|ctx|context)\.req\.(?:query|json|parseBody)$|^(?:request|req)\.(?:json|get_json)$/.test(callee);
  }
  if (inner2.kind === "name") {
    const [binding] = bindingsAt(file, inner2.name, inner2.start)?.bindings ?? [];
    if (binding?.kind === "value" && binding.node.value && binding.bound.path.length === 0)
      return isRequestBag(program, { file, node: binding.node.value });
    return binding?.kind === "parameter" && binding.bound.path.length === 1 && /^(?:query|body|params)$/.test(String(binding.bound.path[0]));
  }
  return false;
}
function requestValue(program, { file, node }) {
  if (node.kind === "member") return isRequestBag(program, { file, node: node.object }) ? node.property : void 0;
  if (node.kind === "index")
    return node.index.kind === "literal" && isRequestBag(program, { file, node: node.object }) ? String(node.index.value) : void 0;
  if (node.kind !== "call") return void 0;
  const callee = pathOf(node.callee)?.join(".").replace(/^this\./, "") ?? calleeText(node.callee);
  const [first2] = node.arguments;
  const key = first2 && evaluateExpression(program, { file, node: first2 });
  if (!REQUEST_READ.test(callee) || key?.kind !== "known" || typeof key.value !== "string") return void 0;
  return key.value;
}
function calleeText(callee) {
  const parts3 = [];
  let node = peel(callee);
  for (let steps = 0; steps < 10; steps++) {
    if (node.kind === "member") {
      parts3.push(node.property);
      node = peel(node.object);
    } else if (node.kind === "call") node = peel(node.callee);
    else break;
  }
  if (node.kind === "name") parts3.push(node.name === "URL" ? "url" : node.name);
  return parts3.reverse().join(".");
}

// src/model/code/queries/cap-names.ts
function nameCap(run, at4, span, steps) {
  const { program } = run;
  const { file } = at4;
  const node = peel(at4.node);
  const declared2 = file.language === "go" && node.kind === "member" ? goMemberCap(program, { file, node }) : memberCap(program, { file, node });
  if (declared2) return declared2;
  if (node.kind === "member") {
    const object = peel(node.object);
    const found3 = definitionOf(program, { file, node });
    if (found3.kind === "expression" && found3.node !== node) return trace(run, found3, steps - 1);
    if (object.kind === "name") return memberOfParameter(run, file, object, node.property);
    return unknownCap("it is not known");
  }
  if (node.kind !== "name") return unknownCap("it is not known");
  const { held } = run;
  if (held?.name === node.name && isInside(span, held.within)) return held.cap;
  const [binding] = bindingsAt(file, node.name, node.start)?.bindings ?? [];
  const first2 = firstValue(run, file, binding, span, steps);
  if (first2) {
    const checked2 = checkedBefore(program, { file, node }, first2);
    return checked2 === first2 ? afterAssignments(run, { file, node }, first2) : checked2;
  }
  const definition = nameDefinition(program, file, node.name, node.start);
  return definition.kind === "expression" && definition.node !== node ? trace(run, definition, steps - 1) : unknownCap("it is not known");
}
function isInside(inner2, outer) {
  return inner2.path === outer.path && outer.start <= inner2.start && inner2.end <= outer.end;
}
function firstValue(run, file, binding, span, steps) {
  if (binding?.kind === "parameter") return ofParameter(run, file, binding.node, binding.owner, binding.bound.path);
  if (binding?.kind !== "value" || !binding.node.value) return void 0;
  const value = partOf3(binding.node.value, binding.bound.path) ?? firstResult(file, binding);
  if (!value) return requestPart(run.program, { file, node: binding.node.value }, binding.bound, span, run);
  const cap = trace(run, { file, node: value }, steps - 1);
  const { fallback } = binding.bound;
  return withFallback(cap, fallback && numberOf2(evaluateExpression(run.program, { file, node: fallback })));
}
function withFallback(cap, fallback) {
  const isClients = cap.kind === "uncapped" || cap.kind === "capped";
  return fallback !== void 0 && isClients ? { ...cap, fallback: cap.fallback ?? fallback } : cap;
}
function afterAssignments(run, at4, first2) {
  const { file, node } = at4;
  let cap = first2;
  for (const { value, test } of assignmentsBefore(file, node)) {
    const within = { path: file.path, start: value.start, end: value.end };
    const now = trace({ ...run, held: { name: node.name, within, cap } }, { file, node: value }, 12);
    if (test === void 0) cap = now;
    else if (now.kind === "fixed" && asksForNothing(test, node.name)) cap = withFallback(cap, now.value);
    else if (cap.kind === "fixed" && now.kind === "uncapped" && !compares(test)) cap = withFallback(now, cap.value);
    else if (now.kind !== cap.kind) cap = unknownCap("it is given different values");
  }
  return cap;
}
function requestPart(program, at4, bound2, span, run) {
  const [key] = bound2.path;
  if (typeof key !== "string" || bound2.path.length !== 1) return unknownCap("it is taken out of what is not known");
  const fallback = bound2.fallback && numberOf2(evaluateExpression(program, { file: at4.file, node: bound2.fallback }));
  if (isRequestBag(program, at4)) return { kind: "uncapped", parameter: key, fallback, at: span };
  const object = peel(at4.node);
  const declared2 = object.kind === "name" || object.kind === "member" || object.kind === "call" ? memberCap(program, {
    file: at4.file,
    node: {
      kind: "member",
      object,
      property: key,
      propertyStart: object.start,
      start: object.start,
      end: object.end
    }
  }) : void 0;
  if (declared2)
    return declared2.kind === "uncapped" || declared2.kind === "capped" ? { ...declared2, fallback: declared2.fallback ?? fallback } : declared2;
  return object.kind === "name" ? memberOfParameter(run, at4.file, object, key) : unknownCap("it is taken out of what is not known");
}
function firstResult(file, {
  node,
  bound: bound2
}) {
  return file.language === "go" && bound2.path[0] === 0 && node.value?.kind === "call" ? node.value : void 0;
}
function partOf3(value, path) {
  let part2 = value;
  for (const key of path) {
    const inner2 = part2 && peel(part2);
    if (inner2?.kind === "object") {
      const entry = inner2.entries.find(
        (one2) => one2.kind === "entry" && one2.key === String(key)
      );
      part2 = entry?.kind === "entry" ? entry.value : void 0;
    } else if (inner2?.kind === "array" && typeof key === "number") part2 = inner2.elements[key];
    else return void 0;
  }
  return part2;
}
function ofParameter(run, file, parameter3, owner, path) {
  const declared2 = parameterCap(run.program, { file, node: parameter3 }, owner, path);
  if (declared2) return declared2;
  return fromCallers(
    run,
    { file, node: owner },
    (given3) => path.length === 0 ? given3 : ((key) => key && { file: given3.file, node: key })(partOf3(given3.node, path)),
    parameter3
  );
}
function memberOfParameter(run, file, object, property) {
  const [binding] = bindingsAt(file, object.name, object.start)?.bindings ?? [];
  if (binding?.kind !== "parameter") return unknownCap("it is not known");
  const path = [...binding.bound.path, property];
  const declared2 = parameterCap(run.program, { file, node: binding.node }, binding.owner, path);
  if (declared2) return declared2;
  return fromCallers(
    run,
    { file, node: binding.owner },
    (given3) => {
      const value = partOf3(given3.node, path);
      if (value) return { file: given3.file, node: value };
      const { start, end } = given3.node;
      return path.length === 1 ? { file: given3.file, node: { kind: "member", object: given3.node, property, propertyStart: start, start, end } } : void 0;
    },
    binding.node
  );
}
function fromCallers(run, fn, pick, parameter3) {
  if (run.depth <= 0) return unknownCap("it is handed on too often");
  const { calls, complete } = callersOf(run.program, fn);
  const caps = calls.map(({ file, node }) => {
    const given3 = argumentFor(node, fn.node, parameter3);
    if (!given3)
      return parameter3.fallback ? {
        kind: "fixed",
        value: numberOf2(evaluateExpression(run.program, { file: fn.file, node: parameter3.fallback })),
        at: { path: fn.file.path, start: parameter3.start, end: parameter3.end }
      } : unknownCap("a caller gives nothing");
    const picked = pick({ file, node: given3 });
    return picked ? trace({ ...run, depth: run.depth - 1 }, picked, 16) : unknownCap("a caller gives what is not known");
  });
  const uncapped = caps.find((cap) => cap.kind === "uncapped");
  if (uncapped) return uncapped;
  if (!complete || caps.length === 0) return unknownCap("not all callers are known");
  return caps.find((cap) => cap.kind === "unknown") ?? caps.find((cap) => cap.kind === "capped") ?? caps[0] ?? unknownCap("it is not known");
}

// src/model/code/queries/cap.ts
var DEEPEST10 = 3;
function capOf(program, at4, depth = DEEPEST10) {
  return trace({ program, depth }, at4, 24);
}
function unknownCap(because) {
  return { kind: "unknown", because };
}
function trace(run, at4, steps) {
  const { program } = run;
  const { file } = at4;
  const node = peel(at4.node);
  const span = { path: file.path, start: node.start, end: node.end };
  if (steps <= 0) return unknownCap("it is computed in too many steps");
  const next = (one2) => trace(run, { file, node: one2 }, steps - 1);
  const plain4 = numberOf2(evaluateExpression(program, { file, node }));
  if (plain4 !== void 0) return { kind: "fixed", value: plain4, at: span };
  const client = requestValue(program, { file, node });
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
  const [one2, other] = [next(node.consequent), next(node.alternate)];
  const bound2 = comparedBound(run.program, { file, node: node.test });
  const fixed = [one2, other].find((cap) => cap.kind === "fixed");
  if (bound2 && fixed?.kind === "fixed") return { kind: "capped", max: fixed.value ?? bound2.value, at: span };
  for (const [cap, fallback] of [
    [one2, other],
    [other, one2]
  ]) {
    if ((cap.kind === "uncapped" || cap.kind === "capped") && fallback.kind === "fixed")
      return { ...cap, fallback: cap.fallback ?? fallback.value };
  }
  return one2.kind === other.kind ? one2 : unknownCap("it depends on a condition");
}
function comparedBound(program, { file, node }) {
  const test = peel(node);
  if (test.kind !== "binary" || !/^[<>]=?$/.test(test.operator)) return void 0;
  const [left, right] = [test.left, test.right].map((side) => numberOf2(evaluateExpression(program, { file, node: side })));
  if (right !== void 0) return { value: right, of: test.left };
  return left !== void 0 ? { value: left, of: test.right } : void 0;
}

// src/model/code/queries/chain.ts
var LONGEST8 = 60;
function chainOf2(expression3) {
  const links = [];
  let node = peel(expression3);
  for (let steps = 0; steps < LONGEST8; steps++) {
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
  const chain2 = chainOf2(node);
  if (chain2.root.kind !== "name") return chain2;
  const [around] = functionsAround(file, node.start);
  const bindings = bindingsAt(file, chain2.root.name, chain2.root.start)?.bindings ?? [];
  if (!around || bindings.length === 0 || bindings.some((one2) => one2.kind !== "value")) return chain2;
  const grown = assignedTo(chain2.root.name, around);
  const start = grown.find((one2) => one2.root.kind !== "name" || one2.root.name !== nameOf8(chain2.root));
  return { root: start?.root ?? chain2.root, links: [...grown.flatMap((one2) => one2.links), ...chain2.links] };
}
function nameOf8(node) {
  return node.kind === "name" ? node.name : void 0;
}
function assignedTo(name, around) {
  const chains = [];
  walk(around.body, (node) => {
    const target = node.kind === "declare" || node.kind === "assign" ? node.target : void 0;
    const value = node.kind === "declare" || node.kind === "assign" ? node.value : void 0;
    if (target?.kind === "name" && target.name === name && value) chains.push(chainOf2(value));
    else if (node.kind === "expression") {
      const chain2 = chainOf2(node.value);
      if (chain2.root.kind === "name" && chain2.root.name === name && chain2.links.length > 0) chains.push(chain2);
    }
    return void 0;
  });
  return chains;
}
function linkCall(chain2, names) {
  return chain2.links.findLast((link) => link.call && names.test(link.name))?.call;
}

// src/model/code/queries/sql-text.ts
var LONGEST9 = 2e4;
function readSql(statement2) {
  const text2 = statement2.slice(0, LONGEST9).replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, " ").replace(/\s+/g, " ").trim();
  const isPlain2 = /^SELECT\b/i.test(text2);
  if (!isPlain2 && !/^WITH\b[\s\S]*\bSELECT\b/i.test(text2)) return void 0;
  const limit = /\b(?:LIMIT|FETCH (?:FIRST|NEXT))\s+(\$\d+|\?|[:@]\w+|\d+)/i.exec(text2)?.[1];
  const table = /\bFROM\s+("?[\w.]+"?|`[\w.]+`)/i.exec(text2)?.[1]?.replace(/["`]/g, "");
  const where = /\bWHERE\s+(.*?)(?:\s+(?:ORDER BY|GROUP BY|LIMIT|OFFSET|FETCH|FOR UPDATE|HAVING|UNION)\b|;|$)/i.exec(
    text2
  )?.[1];
  const selected = /^SELECT\s+(.*?)\s+FROM\b/i.exec(text2)?.[1] ?? "";
  const isGrouped = /\bGROUP BY\b/i.test(text2);
  const comparisons = where === void 0 ? [] : comparisonsOfSql(where);
  return {
    table: table?.slice(table.lastIndexOf(".") + 1),
    comparisons: comparisons ?? [],
    limit,
    isComplete: isPlain2 && comparisons !== void 0 && !/\b(?:JOIN|UNION|INTERSECT|EXCEPT)\b|\(\s*SELECT\b/i.test(text2),
    isSingle: !isGrouped && /^(?:(?:COALESCE\s*\(\s*)?(?:COUNT|SUM|MIN|MAX|AVG|EXISTS|BOOL_OR|BOOL_AND)\s*\()/i.test(selected)
  };
}
function comparisonsOfSql(condition2) {
  const text2 = condition2.slice(0, LONGEST9);
  if (/\bOR\b/i.test(text2) || /\(\s*SELECT\b/i.test(text2)) return void 0;
  return text2.replace(/\bBETWEEN\s+\S+\s+AND\b/gi, ">").split(/\s+AND\s+/i).map((part2) => {
    const [, field = "", operator = ""] = /^[\s(]*(?:[\w"`]+\.)?["`]?(\w+)["`]?\s*(=\s*ANY\b|=|IN\b|\S+)/i.exec(part2) ?? [];
    return {
      field,
      operator: /^(?:IN|=\s*ANY)$/i.test(operator) ? "in" : operator === "=" ? "equals" : "other"
    };
  }).filter((one2) => one2.field !== "");
}

// src/model/code/queries/go-sql.ts
var PACKAGES3 = /^(?:database\/sql|github\.com\/jmoiron\/sqlx|github\.com\/jackc\/pgx(?:\/v\d+)?(?:\/pgxpool)?|github\.com\/jackc\/pgxpool)$/;
var STATEMENTS4 = {
  Query: 0,
  Queryx: 0,
  NamedQuery: 0,
  QueryContext: 1,
  QueryxContext: 1,
  Select: 1,
  SelectContext: 2
};
function goSqlQuery(program, { file, node }) {
  const { callee } = node;
  if (callee.kind !== "member" || !Object.hasOwn(STATEMENTS4, callee.property)) return void 0;
  if (!isHandle(program, { file, node: callee.object }, PACKAGES3)) return void 0;
  let index = STATEMENTS4[callee.property] ?? 0;
  const text2 = (at5) => {
    const given3 = node.arguments[at5];
    const value = given3 && evaluateExpression(program, { file, node: given3 });
    return value?.kind === "known" && typeof value.value === "string" ? value.value : void 0;
  };
  if (callee.property === "Query" && text2(0) === void 0) index = 1;
  const written3 = text2(index);
  const read2 = written3 === void 0 ? void 0 : readSql(written3);
  if (!read2 || read2.isSingle) return void 0;
  const at4 = { path: file.path, start: node.start, end: node.end };
  const limit = read2.limit === void 0 ? void 0 : limitOf(program, { file, node }, read2.limit, index, written3 ?? "", at4);
  const [within] = functionsAround(file, node.start);
  const target = index > 0 && callee.property.startsWith("Select") ? node.arguments[index - 1] : void 0;
  const entity = read2.table ?? (target && elementOf2(file, target));
  return {
    library: "sql",
    ...entity !== void 0 && { entity },
    ...limit && { limit },
    isComplete: read2.isComplete,
    comparisons: read2.comparisons,
    eager: [],
    ...within && { within: { file, node: within } },
    isStreamed: false,
    at: at4
  };
}
function limitOf(program, { file, node }, written3, statementIndex, statement2, at4) {
  if (/^\d+$/.test(written3)) return { kind: "fixed", value: Number(written3), at: at4 };
  const values2 = node.arguments.slice(statementIndex + 1);
  const position = written3.startsWith("$") ? Number(written3.slice(1)) - 1 : written3 === "?" ? statement2.slice(0, statement2.search(/\bLIMIT\s+\?/i)).split("?").length - 1 : -1;
  const given3 = values2[position];
  if (!given3 || values2.some((one2) => one2.kind === "spread"))
    return { kind: "unknown", because: `what is given for ${written3} is not known` };
  return capOf(program, { file, node: given3 });
}

// src/model/code/queries/go.ts
var READS = /^(?:Find|FindInBatches|Scan|Query|QueryContext|Queryx|QueryxContext|Select|SelectContext|NamedQuery)$/;
var LIBRARIES3 = /^(?:gorm\.io\/gorm|github\.com\/jinzhu\/gorm|database\/sql|github\.com\/jmoiron\/sqlx|github\.com\/jackc\/pgx(?:\/v\d+)?(?:\/pgxpool)?)$/;
function goQueries(program, file) {
  if (![file, ...program.siblings(file)].some((one2) => one2.imports.some(({ from }) => LIBRARIES3.test(from)))) return [];
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind !== "call" || node.callee.kind !== "member" || !READS.test(node.callee.property)) return void 0;
    const query = gormQuery(program, { file, node }) ?? goSqlQuery(program, { file, node });
    if (query) found3.push(query);
    return void 0;
  });
  return found3;
}
function isHandle(program, { file, node }, packages) {
  const type = typeOf2(program, { file, node });
  if (type?.kind === "external") return packages.test(type.package);
  if (type) return false;
  const name = pathOf(node)?.at(-1) ?? "";
  const imported = [file, ...program.siblings(file)].some((one2) => one2.imports.some(({ from }) => packages.test(from)));
  return imported && /^(?:db|tx|conn|pool|database|gormdb|sqldb)$/i.test(name);
}
function beginningOf(file, node) {
  let inner2 = peel(node);
  for (let steps = 0; steps < 60; steps++) {
    if (inner2.kind === "call" && inner2.callee.kind === "member") inner2 = peel(inner2.callee.object);
    else if (inner2.kind === "name") {
      const [binding] = bindingsAt(file, inner2.name, inner2.start)?.bindings ?? [];
      const value = binding?.kind === "value" && binding.bound.path.length === 0 ? binding.node.value : void 0;
      if (value?.kind !== "call") return inner2;
      inner2 = value;
    } else return inner2;
  }
  return inner2;
}
var GORM = /^(?:gorm\.io\/gorm|github\.com\/jinzhu\/gorm)$/;
function gormQuery(program, at4) {
  const { file, node } = at4;
  const [target, ...conditions] = node.arguments;
  const method3 = node.callee.kind === "member" ? node.callee.property : "";
  if (!target || !/^(?:Find|FindInBatches|Scan)$/.test(method3)) return void 0;
  const element3 = elementOf2(file, target);
  if (!element3) return void 0;
  const chain2 = grownChain({ file, node });
  if (!isHandle(program, { file, node: beginningOf(file, node) }, GORM)) return void 0;
  const raw = chain2.links.find((link) => link.name === "Raw")?.call;
  if (raw) return void 0;
  const limit = limitOf2(program, file, chain2);
  const filter = filterOf(chain2, method3 === "Find" ? conditions : []);
  const [within] = functionsAround(file, node.start);
  return {
    library: "gorm",
    entity: modelOf3(chain2) ?? element3,
    ...limit && { limit },
    isComplete: filter.isComplete,
    comparisons: filter.comparisons,
    eager: preloads(file, chain2),
    ...within && { within: { file, node: within } },
    isStreamed: method3 === "FindInBatches",
    at: { path: file.path, start: node.start, end: node.end }
  };
}
function elementOf2(file, target) {
  const inner2 = peel(target);
  const name = inner2.kind === "unary" && inner2.operator === "&" ? peel(inner2.value) : inner2;
  if (name.kind !== "name") return void 0;
  const [binding] = bindingsAt(file, name.name, name.start)?.bindings ?? [];
  const declared2 = binding?.kind === "value" ? binding.node.type ?? madeType(binding.node.value) : binding?.kind === "parameter" ? binding.node.type : void 0;
  return declared2?.name === "[]" ? shortName3(declared2.arguments[0]) ?? "" : void 0;
}
function madeType(value) {
  if (value?.kind !== "call") return void 0;
  if (value.isNew && value.callee.kind === "name" && value.callee.name === "[]")
    return { name: "[]", arguments: value.typeArguments ?? [], start: value.start, end: value.end };
  return value.callee.kind === "name" && value.callee.name === "make" ? value.typeArguments?.[0] : void 0;
}
function shortName3(type) {
  return type?.name.slice(type.name.lastIndexOf(".") + 1);
}
function modelOf3(chain2) {
  const table = chain2.links.findLast((link) => link.name === "Table")?.call?.arguments[0];
  if (table?.kind === "literal" && typeof table.value === "string") return table.value.split(/\s/)[0];
  const model = chain2.links.findLast((link) => link.name === "Model")?.call?.arguments[0];
  const made5 = model?.kind === "unary" ? model.value : model;
  return made5?.kind === "call" && made5.isNew ? pathOf(made5.callee)?.at(-1) : void 0;
}
function limitOf2(program, file, chain2) {
  const given3 = chain2.links.findLast((link) => link.name === "Limit")?.call?.arguments[0];
  if (!given3) return void 0;
  const cap = capOf(program, { file, node: given3 });
  return cap.kind === "fixed" && cap.value !== void 0 && cap.value < 0 ? void 0 : cap;
}
var HARMLESS2 = /^(?:WithContext|Session|Debug|Model|Table|Order|Offset|Limit|Preload|Select|Omit|Distinct|Clauses|Unscoped|Where|Not|Or|Joins|InnerJoins|Group|Having|Count|Find|FindInBatches|Scan|Begin|Set|InstanceSet|Find)$/;
function filterOf(chain2, conditions) {
  const comparisons = [];
  const calls = chain2.links.filter((link) => link.call);
  let isComplete = calls.every((link) => HARMLESS2.test(link.name));
  const add4 = (given3) => {
    const found3 = conditionOf(given3);
    if (found3) comparisons.push(...found3);
    else isComplete = false;
  };
  for (const link of calls) {
    if (link.name === "Where" && link.call) add4(link.call.arguments);
    if (/^(?:Or|Having|Group|Scopes)$/.test(link.name)) isComplete = false;
  }
  if (conditions.length > 0) add4(conditions);
  return { comparisons, isComplete };
}
function conditionOf([first2, ...values2]) {
  const inner2 = first2 && peel(first2);
  const made5 = inner2?.kind === "unary" ? inner2.value : inner2;
  if (made5?.kind === "literal" && typeof made5.value === "string") return comparisonsOfSql(made5.value);
  if (made5?.kind === "literal" && typeof made5.value === "number") return [{ field: "id", operator: "in" }];
  if (made5?.kind === "call" && made5.isNew) {
    const [body] = made5.arguments;
    if (body?.kind === "array") return [{ field: "id", operator: "in" }];
    if (body?.kind !== "object") return void 0;
    return body.entries.flatMap(
      (entry) => entry.kind === "entry" && entry.key !== void 0 ? [{ field: entry.key, operator: "equals" }] : []
    );
  }
  void values2;
  return void 0;
}
function preloads(file, chain2) {
  return chain2.links.flatMap(({ name, call: call3 }) => {
    const [relation, condition2] = call3?.arguments ?? [];
    if (name !== "Preload" || !call3 || relation?.kind !== "literal" || typeof relation.value !== "string") return [];
    let isBounded = false;
    if (condition2)
      walk([condition2], (one2) => {
        if (one2.kind === "member" && one2.property === "Limit") isBounded = true;
        return void 0;
      });
    return [
      { relation: relation.value, isJoin: false, isBounded, at: { path: file.path, start: call3.start, end: call3.end } }
    ];
  });
}

// src/model/code/queries/javascript/read.ts
function made3(program, { file, node }, read2) {
  const [within] = functionsAround(file, node.start);
  const { library, entity, limit, comparisons, isComplete, eager = [], isStreamed = false } = read2;
  return {
    library,
    ...entity !== void 0 && { entity },
    ...limit && { limit: capOf(program, { file, node: limit }) },
    isComplete,
    comparisons,
    eager,
    isStreamed,
    ...within && { within: { file, node: within } },
    at: { path: file.path, start: node.start, end: node.end }
  };
}
function objectOf2(program, { file, node }) {
  const inner2 = peel(node);
  const found3 = inner2.kind === "object" ? inner2 : constantObject(program, { file, node: inner2 });
  if (!found3) return { complete: false };
  if (inner2.kind === "name" && isFilledLater(file, inner2)) return { object: found3, complete: false };
  return { object: found3, complete: found3.entries.every((entry) => entry.kind === "entry" && entry.key !== void 0) };
}
function entryOf7(object, key) {
  const entry = object?.entries.find((one2) => one2.kind === "entry" && one2.key === key);
  return entry?.kind === "entry" ? entry.value : void 0;
}
function comparisonsIn(program, at4) {
  if (!at4) return { comparisons: [], complete: true };
  const { object, complete } = objectOf2(program, at4);
  if (!object) return { comparisons: [], complete: false };
  const comparisons = [];
  let whole = complete;
  for (const entry of object.entries) {
    if (entry.kind !== "entry" || entry.key === void 0) continue;
    if (entry.key === "AND" || entry.key === "$and") {
      const parts3 = entry.value.kind === "array" ? entry.value.elements : [entry.value];
      for (const part2 of parts3) {
        const inner2 = comparisonsIn(program, { file: at4.file, node: part2 });
        comparisons.push(...inner2.comparisons);
        whole &&= inner2.complete;
      }
    } else if (entry.key !== "OR" && entry.key !== "$or" && entry.key !== "NOT")
      comparisons.push({ field: entry.key, operator: operatorOf2(entry.value) });
  }
  return { comparisons, complete: whole };
}
function operatorOf2(value) {
  const inner2 = peel(value);
  if (inner2.kind === "object") {
    const keys = inner2.entries.flatMap((entry) => entry.kind === "entry" ? [entry.key] : []);
    if (keys.some((key) => key === "in" || key === "$in")) return "in";
    if (keys.some((key) => key === "equals" || key === "$eq")) return "equals";
    return "other";
  }
  if (inner2.kind === "call")
    return /^(?:In|Any)$/.test(inner2.callee.kind === "name" ? inner2.callee.name : "") ? "in" : inner2.isNew ? "equals" : "other";
  return inner2.kind === "array" ? "in" : "equals";
}
function isFilledLater(file, { name, start }) {
  const [around] = functionsAround(file, start);
  let filled2 = false;
  walk(around?.body ?? file.body, (node) => {
    const target = node.kind === "assign" ? node.target : void 0;
    const object = target?.kind === "member" || target?.kind === "index" ? peel(target.object) : void 0;
    if (object?.kind === "name" && object.name === name) filled2 = true;
    const [first2] = node.kind === "call" && pathOf(node.callee)?.join(".") === "Object.assign" ? node.arguments : [];
    if (first2?.kind === "name" && first2.name === name) filled2 = true;
    return !filled2;
  });
  return filled2;
}
function constantObject(program, at4) {
  const found3 = definitionOf(program, at4);
  const node = found3.kind === "expression" ? peel(found3.node) : void 0;
  return node?.kind === "object" ? node : void 0;
}
function nameOf9(node) {
  if (node?.kind === "name") return node.name;
  if (node?.kind === "member") return node.property;
  return node?.kind === "literal" && typeof node.value === "string" ? node.value : void 0;
}
function outerChain({ file, node }) {
  let outer = node;
  walk(file.body, (one2) => {
    if (one2.start > node.start || one2.end < node.end) return false;
    if (one2.kind === "call" && one2.start === node.start && one2.end > outer.end) {
      const chain2 = chainOf2(one2);
      if (chain2.links.some((link) => link.call === node)) outer = one2;
    }
    return void 0;
  });
  return grownChain({ file, node: outer });
}

// src/model/code/queries/javascript/drizzle.ts
function drizzleQuery(program, at4) {
  const inner2 = chainOf2(at4.node);
  const [select] = inner2.links.slice(-2);
  if (select?.name !== "select") return void 0;
  const table = at4.node.arguments[0];
  const found3 = table && definitionOf(program, { file: at4.file, node: table });
  const isTable = found3?.kind === "expression" && found3.node.kind === "call" && /^drizzle-orm\./.test(externalName(definitionOf(program, { file: found3.file, node: found3.node.callee })) ?? "");
  if (!isTable || counts(select.call)) return void 0;
  const whole = outerChain(at4);
  return made3(program, at4, {
    library: "drizzle",
    entity: nameOf9(table),
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: whole.links.flatMap(
      (link) => link.name === "where" ? drizzleComparisons(link.call?.arguments[0]) : []
    ),
    isComplete: !whole.links.some((link) => /^\$dynamic$/.test(link.name))
  });
}
function counts(select) {
  const [columns] = select?.arguments ?? [];
  if (columns?.kind !== "object") return false;
  return columns.entries.some(
    (one2) => one2.kind === "entry" && one2.value.kind === "call" && /^(?:count|sum|max|min|avg|countDistinct)$/.test(nameOf9(one2.value.callee) ?? "")
  );
}
function drizzleComparisons(node) {
  const call3 = node && peel(node);
  if (call3?.kind !== "call") return [];
  const name = nameOf9(call3.callee);
  if (name === "and") return call3.arguments.flatMap(drizzleComparisons);
  const field = nameOf9(call3.arguments[0]);
  if (field === void 0 || name === "or") return [];
  return [{ field, operator: name === "eq" ? "equals" : name === "inArray" ? "in" : "other" }];
}
function drizzleRelational(program, at4, receiver) {
  const object = peel(receiver);
  if (object.kind !== "member" || object.object.kind !== "member" || object.object.property !== "query")
    return void 0;
  const [first2] = at4.node.arguments;
  const { object: given3, complete } = first2 ? objectOf2(program, { file: at4.file, node: first2 }) : { object: void 0, complete: true };
  const where = entryOf7(given3, "where");
  return made3(program, at4, {
    library: "drizzle",
    entity: object.property,
    limit: entryOf7(given3, "limit"),
    comparisons: drizzleComparisons(where),
    isComplete: complete
  });
}

// src/model/code/queries/javascript/knex.ts
function knexQuery(program, at4) {
  const whole = outerChain(at4);
  const root2 = whole.root;
  const name = root2.kind === "call" ? externalRoot(program, { file: at4.file, node: root2.callee }) : externalRoot(program, { file: at4.file, node: root2 });
  if (name !== "knex") return void 0;
  if (whole.links.some(
    (link) => /^(?:first|count|countDistinct|sum|max|min|avg|insert|update|del|delete|stream|pluck)$/.test(link.name)
  ))
    return void 0;
  const table = root2.kind === "call" ? root2.arguments[0] : linkCall(whole, /^from$/)?.arguments[0];
  return made3(program, at4, {
    library: "knex",
    entity: nameOf9(table),
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: whole.links.flatMap(
      (link) => link.call && /^(?:where|andWhere|whereIn)$/.test(link.name) ? knexComparisons(link.name, link.call) : []
    ),
    isComplete: !whole.links.some((link) => link.name === "modify")
  });
}
function externalRoot(program, at4) {
  const type = typeOf2(program, at4);
  return type?.kind === "external" ? type.package : void 0;
}
function knexComparisons(name, call3) {
  const [first2, ...rest2] = call3.arguments;
  if (first2?.kind === "object")
    return first2.entries.flatMap(
      (one2) => one2.kind === "entry" && one2.key !== void 0 ? [{ field: one2.key, operator: "equals" }] : []
    );
  const field = nameOf9(first2)?.split(".").at(-1);
  if (field === void 0) return [];
  const operator = rest2.length > 1 && rest2[0]?.kind === "literal" && rest2[0].value !== "=" ? "other" : "equals";
  return [{ field, operator: name === "whereIn" ? "in" : operator }];
}

// src/model/code/queries/javascript/mongoose.ts
function mongooseQuery(program, at4, model) {
  const entity = mongooseModel(program, { file: at4.file, node: model });
  if (entity === void 0) return void 0;
  const [first2] = at4.node.arguments;
  if (first2?.kind === "function") return void 0;
  const filter = comparisonsIn(program, first2 && { file: at4.file, node: first2 });
  const whole = outerChain(at4);
  if (whole.links.some((link) => /^(?:cursor|countDocuments|count|distinct|findOne)$/.test(link.name))) return void 0;
  return made3(program, at4, {
    library: "mongoose",
    entity,
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: filter.comparisons,
    isComplete: filter.complete
  });
}
function mongooseModel(program, at4) {
  const found3 = definitionOf(program, at4);
  if (found3.kind === "expression") {
    const call3 = peel(found3.node);
    if (call3.kind === "call" && /^mongoose(?:\.\w+)*\.model$/.test(
      externalName(definitionOf(program, { file: found3.file, node: call3.callee })) ?? ""
    ))
      return nameOf9(call3.arguments[0]);
  }
  const type = typeOf2(program, at4);
  return type?.kind === "external" && type.package === "mongoose" && type.path.at(-1) === "Model" ? type.arguments[0]?.name ?? nameOf9(at4.node) : void 0;
}

// src/model/code/queries/javascript/prisma.ts
function prismaQuery(program, at4, model) {
  const object = peel(model);
  if (object.kind !== "member" || !isPrisma(program, { file: at4.file, node: object.object })) return void 0;
  const [first2] = at4.node.arguments;
  const base2 = { library: "prisma", entity: object.property };
  if (!first2) return made3(program, at4, { ...base2, limit: void 0, comparisons: [], isComplete: true });
  const { object: given3, complete } = objectOf2(program, { file: at4.file, node: first2 });
  if (entryOf7(given3, "distinct")) return void 0;
  const where = entryOf7(given3, "where");
  const filter = comparisonsIn(program, where && { file: at4.file, node: where });
  return made3(program, at4, {
    ...base2,
    limit: entryOf7(given3, "take"),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete && given3 !== void 0,
    eager: prismaIncludes(at4.file, given3)
  });
}
function isPrisma(program, at4) {
  const type = typeOf2(program, at4);
  if (type) return isPrismaType(program, type);
  const node = peel(at4.node);
  const name = node.kind === "name" ? node.name : node.kind === "member" ? node.property : "";
  return /^(?:prisma|prismaClient|prismaService|db|tx|trx|client)$/i.test(name);
}
function isPrismaType(program, type) {
  if (type.kind === "external") return /prisma/i.test(type.package) || type.path.some((part2) => part2 === "PrismaClient");
  if (type.kind === "class") return externalBase(program, type)?.path.at(-1) === "PrismaClient";
  return false;
}
function prismaIncludes(file, given3) {
  const include = entryOf7(given3, "include") ?? entryOf7(given3, "select");
  if (include?.kind !== "object") return [];
  return include.entries.flatMap((entry) => {
    if (entry.kind !== "entry" || entry.key === void 0 || entry.key === "_count") return [];
    const value = peel(entry.value);
    const loads = value.kind === "object" || value.kind === "literal" && value.value === true && entryOf7(given3, "include") === include;
    if (!loads) return [];
    const isBounded = value.kind === "object" && entryOf7(value, "take") !== void 0;
    return [
      { relation: entry.key, isJoin: false, isBounded, at: { path: file.path, start: entry.start, end: entry.end } }
    ];
  });
}

// src/model/code/queries/javascript/sequelize.ts
function sequelizeQuery(program, at4, model) {
  const found3 = definitionOf(program, { file: at4.file, node: model });
  const isModel2 = found3.kind === "class" ? /^sequelize/.test(externalBase(program, found3)?.package ?? "") : found3.kind === "expression" && chainOf2(found3.node).links.some((link) => link.name === "define");
  const usual2 = found3.kind === "unknown" && /^[A-Z]/.test(nameOf9(model) ?? "") && at4.file.imports.some((one2) => /sequelize|models/.test(one2.from));
  if (!isModel2 && !usual2) return void 0;
  const [first2] = at4.node.arguments;
  const { object, complete } = first2 ? objectOf2(program, { file: at4.file, node: first2 }) : { object: void 0, complete: true };
  const where = entryOf7(object, "where");
  const filter = comparisonsIn(program, where && { file: at4.file, node: where });
  const include = entryOf7(object, "include");
  const eager = (include?.kind === "array" ? include.elements : include ? [include] : []).flatMap(
    (one2) => {
      const model_ = one2.kind === "object" ? entryOf7(one2, "as") ?? entryOf7(one2, "model") : one2;
      const relation = nameOf9(model_);
      const separate = one2.kind === "object" && entryOf7(one2, "separate") !== void 0;
      return relation === void 0 ? [] : [
        {
          relation,
          isJoin: !separate,
          isBounded: one2.kind === "object" && entryOf7(one2, "limit") !== void 0,
          at: { path: at4.file.path, start: one2.start, end: one2.end }
        }
      ];
    }
  );
  return made3(program, at4, {
    library: "sequelize",
    entity: nameOf9(model),
    limit: entryOf7(object, "limit"),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete,
    eager
  });
}

// src/model/code/queries/javascript/typeorm.ts
function typeOrmQuery(program, at4, receiver, method3) {
  const of = repositoryOf(program, { file: at4.file, node: receiver });
  if (!of) return void 0;
  const [first2, second] = of.isManager ? at4.node.arguments.slice(1) : at4.node.arguments;
  if (second || first2?.kind === "function") return void 0;
  const entity = of.isManager ? nameOf9(at4.node.arguments[0]) : of.entity;
  if (!first2)
    return made3(program, at4, { library: "typeorm", entity, limit: void 0, comparisons: [], isComplete: true });
  if (method3.endsWith("By")) {
    const filter2 = comparisonsIn(program, { file: at4.file, node: first2 });
    return made3(program, at4, {
      library: "typeorm",
      entity,
      limit: void 0,
      comparisons: filter2.comparisons,
      isComplete: filter2.complete
    });
  }
  const { object, complete } = objectOf2(program, { file: at4.file, node: first2 });
  const where = entryOf7(object, "where");
  const filter = comparisonsIn(program, where && { file: at4.file, node: where });
  return made3(program, at4, {
    library: "typeorm",
    entity,
    limit: entryOf7(object, "take"),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete && object !== void 0,
    eager: typeOrmRelations(at4.file, object)
  });
}
function typeOrmRelations(file, object) {
  const relations = entryOf7(object, "relations");
  const named4 = (relation, node) => relation === void 0 ? [] : [{ relation, isJoin: true, isBounded: false, at: { path: file.path, start: node.start, end: node.end } }];
  if (relations?.kind === "array")
    return relations.elements.flatMap((one2) => named4(one2.kind === "literal" ? String(one2.value) : void 0, one2));
  if (relations?.kind === "object")
    return relations.entries.flatMap((one2) => one2.kind === "entry" ? named4(one2.key, one2) : []);
  return [];
}
function repositoryOf(program, at4) {
  const type = typeOf2(program, at4);
  if (type?.kind === "class") {
    const base2 = externalBase(program, type);
    return base2?.package === "typeorm" && base2.path.at(-1) === "Repository" ? { entity: base2.arguments[0]?.name, isManager: false } : void 0;
  }
  if (type?.kind !== "external" || type.package !== "typeorm") {
    const call3 = peel(at4.node);
    const chain2 = chainOf2(call3);
    const last2 = chain2.links.at(-1);
    return last2?.name === "getRepository" && last2.call ? { entity: nameOf9(last2.call.arguments[0]), isManager: false } : void 0;
  }
  const last = type.path.filter((part2) => part2 !== "()").at(-1) ?? "";
  if (/^(?:Repository|TreeRepository|MongoRepository)$/.test(last))
    return { entity: type.arguments[0]?.name, isManager: false };
  if (last === "EntityManager" || last === "manager") return { entity: void 0, isManager: true };
  if (last === "getRepository") {
    const call3 = peel(at4.node);
    return { entity: call3.kind === "call" ? nameOf9(call3.arguments[0]) : void 0, isManager: false };
  }
  return void 0;
}
function builderQuery(program, at4) {
  const chain2 = grownChain(at4);
  const start = chain2.links.findIndex((link) => link.name === "createQueryBuilder");
  if (start === -1) return void 0;
  const limit = linkCall(chain2, /^(?:take|limit)$/)?.arguments[0];
  const receiver = receiverBefore(chain2, start);
  const of = receiver ? repositoryOf(program, { file: at4.file, node: receiver }) : void 0;
  const eager = chain2.links.flatMap((link) => {
    const relation = link.call?.arguments[0];
    if (!link.call || !relation || !/^(?:left|inner)JoinAndSelect$/.test(link.name) || relation.kind !== "literal")
      return [];
    return [
      {
        relation: String(relation.value).split(".").at(-1) ?? "",
        isJoin: true,
        isBounded: false,
        at: { path: at4.file.path, start: link.call.start, end: link.call.end }
      }
    ];
  });
  return made3(program, at4, {
    library: "typeorm",
    entity: of?.entity,
    limit,
    comparisons: chain2.links.flatMap(
      (link) => link.call && /^(?:where|andWhere)$/.test(link.name) ? textComparisons(link.call.arguments[0]) : []
    ),
    isComplete: chain2.links.every((link) => !/^(?:apply|modify|setFindOptions)$/.test(link.name)),
    eager,
    isStreamed: false
  });
}
function receiverBefore(chain2, index) {
  const call3 = chain2.links[index]?.call;
  return call3?.callee.kind === "member" ? call3.callee.object : void 0;
}
function textComparisons(text2) {
  if (text2?.kind !== "literal" || typeof text2.value !== "string") return [];
  return [...text2.value.matchAll(/(?:^|[\s(])(?:\w+\.)?"?(\w+)"?\s*(=|IN\b|>=|<=|<>|!=|>|<|LIKE\b|ILIKE\b)/gi)].map(
    ([, field = "", operator = ""]) => ({
      field,
      operator: operator === "=" ? "equals" : /^in$/i.test(operator) ? "in" : "other"
    })
  );
}

// src/model/code/queries/javascript.ts
var READS2 = /^(?:findMany|find|findBy|findAll|findAndCount|findAndCountAll|findAndCountBy|getMany|getManyAndCount|getRawMany|select|from)$/;
function javaScriptQueries(program, file) {
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind !== "call" || node.callee.kind !== "member" || !READS2.test(node.callee.property)) return void 0;
    const query = queryOf(program, { file, node });
    if (query) found3.push(query);
    return void 0;
  });
  return found3;
}
function queryOf(program, at4) {
  const { callee } = at4.node;
  if (callee.kind !== "member") return void 0;
  switch (callee.property) {
    case "findMany":
      return prismaQuery(program, at4, callee.object) ?? drizzleRelational(program, at4, callee.object);
    case "find":
    case "findBy":
    case "findAndCount":
    case "findAndCountBy":
      return typeOrmQuery(program, at4, callee.object, callee.property) ?? mongooseQuery(program, at4, callee.object);
    case "findAll":
    case "findAndCountAll":
      return sequelizeQuery(program, at4, callee.object);
    case "getMany":
    case "getManyAndCount":
    case "getRawMany":
      return builderQuery(program, at4);
    case "from":
      return drizzleQuery(program, at4);
    case "select":
      return knexQuery(program, at4);
    default:
      return void 0;
  }
}

// src/model/code/queries/python.ts
var ENDS = /^(?:all|fetchall|unique)$/;
var RUNS = /^(?:execute|scalars|exec|stream|stream_scalars)$/;
function pythonQueries(program, file) {
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind !== "call" || node.callee.kind !== "member" || !ENDS.test(node.callee.property)) return void 0;
    const query = queryOf2(program, { file, node });
    if (query) found3.push(query);
    return void 0;
  });
  return found3;
}
function queryOf2(program, at4) {
  const outer = grownChain(at4);
  const chain2 = statementChain(at4.file, outer);
  const start = chain2 && startOf2(chain2);
  if (!chain2 || !start || isAggregate(start) || linkCall(chain2, /^distinct$/)) return void 0;
  const limit = linkCall(chain2, /^limit$/)?.arguments[0];
  const [within] = functionsAround(at4.file, at4.node.start);
  const filters = chain2.links.filter((link) => link.call && /^(?:filter|filter_by|where)$/.test(link.name));
  const comparisons = filters.flatMap(({ name, call: call3 }) => call3 ? comparisonsOf(name, call3) : []);
  const entity = entityOf3(start);
  return {
    library: "sqlalchemy",
    ...entity !== void 0 && { entity },
    ...limit && { limit: capOf(program, { file: at4.file, node: limit }) },
    // A `*conditions` is built where it is not seen.
    isComplete: filters.every(({ call: call3 }) => call3?.arguments.every((one2) => one2.kind !== "spread") !== false) && chain2.root.kind !== "unknown",
    comparisons,
    eager: chain2.links.flatMap(({ name, call: call3 }) => name === "options" && call3 ? eagerOf(at4, call3) : []),
    isStreamed: [...outer.links, ...chain2.links].some(
      ({ name }) => /^(?:yield_per|partitions|stream|stream_scalars)$/.test(name)
    ),
    ...within && { within: { file: at4.file, node: within } },
    at: { path: at4.file.path, start: at4.node.start, end: at4.node.end }
  };
}
function statementChain(file, outer) {
  if (outer.links.some((link) => link.name === "query" && link.call)) return outer;
  const run = linkCall(outer, RUNS);
  const [statement2] = run?.arguments ?? [];
  if (!statement2 || statement2.kind === "keyword") return void 0;
  const chain2 = grownChain({ file, node: statement2 });
  return selectOf(chain2) ? chain2 : void 0;
}
function selectOf({ root: root2 }) {
  return root2.kind === "call" && /^(?:select|sa\.select|sqlalchemy\.select|sqlmodel\.select)$/.test(pathOf(root2.callee)?.join(".") ?? "") ? root2 : void 0;
}
function startOf2(chain2) {
  return selectOf(chain2) ?? chain2.links.find((link) => link.name === "query" && link.call)?.call;
}
function isAggregate(start) {
  return start.arguments.length > 0 && start.arguments.every((one2) => /^(?:func|sa\.func|count)\b/.test(calleePath(one2)));
}
function calleePath(node) {
  const inner2 = peel(node);
  if (inner2.kind !== "call") return "";
  const path = pathOf(inner2.callee)?.join(".");
  return path ?? calleePath(chainOf2(inner2).root);
}
function entityOf3(start) {
  const [first2] = start.arguments;
  if (first2?.kind === "name") return first2.name;
  return first2?.kind === "member" && first2.object.kind === "name" ? first2.object.name : void 0;
}
function comparisonsOf(method3, call3) {
  return call3.arguments.flatMap((one2) => {
    if (one2.kind === "keyword") return method3 === "filter_by" ? [{ field: one2.name, operator: "equals" }] : [];
    return conditionOf2(one2);
  });
}
function conditionOf2(node) {
  const inner2 = peel(node);
  if (inner2.kind === "binary" && (inner2.operator === "&&" || inner2.operator === "&"))
    return [...conditionOf2(inner2.left), ...conditionOf2(inner2.right)];
  if (inner2.kind === "binary") {
    const field2 = columnOf3(inner2.left);
    return field2 === void 0 ? [] : [{ field: field2, operator: /^===?$/.test(inner2.operator) ? "equals" : "other" }];
  }
  if (inner2.kind !== "call") return [];
  const path = pathOf(inner2.callee)?.at(-1);
  if (path === "and_") return inner2.arguments.flatMap(conditionOf2);
  const field = inner2.callee.kind === "member" ? columnOf3(inner2.callee.object) : void 0;
  return field === void 0 ? [] : [{ field, operator: path === "in_" ? "in" : "other" }];
}
function columnOf3(node) {
  const inner2 = peel(node);
  return inner2.kind === "member" && inner2.object.kind === "name" && /^[A-Z]/.test(inner2.object.name) ? inner2.property : void 0;
}
function eagerOf(at4, call3) {
  return call3.arguments.flatMap((one2) => {
    const chain2 = chainOf2(one2);
    const start = chain2.root.kind === "call" ? chain2.root : void 0;
    const loader = start && pathOf(start.callee)?.at(-1);
    if (!start || !/^(?:joinedload|selectinload|subqueryload|contains_eager)$/.test(loader ?? "")) return [];
    const [first2] = start.arguments;
    const relation = first2?.kind === "member" ? first2.property : first2?.kind === "literal" ? String(first2.value) : void 0;
    if (relation === void 0) return [];
    return [
      {
        relation,
        isJoin: loader === "joinedload",
        isBounded: false,
        at: { path: at4.file.path, start: start.start, end: start.end }
      }
    ];
  });
}

// src/model/code/queries/reach.ts
var DEEPEST11 = 5;
var MOST4 = 300;
function routesByFunction(program, routes) {
  const callees = /* @__PURE__ */ new Map();
  const found3 = /* @__PURE__ */ new Map();
  for (const route3 of routes) {
    if (!route3.handler) continue;
    const seen = /* @__PURE__ */ new Set();
    let level = [route3.handler];
    for (let depth = 0; depth <= DEEPEST11 && level.length > 0 && seen.size < MOST4; depth++) {
      const next = [];
      for (const fn of level) {
        if (seen.has(fn.node)) continue;
        seen.add(fn.node);
        const list2 = found3.get(fn.node);
        if (list2) list2.push(route3);
        else found3.set(fn.node, [route3]);
        const inner2 = callees.get(fn.node) ?? calleesOf2(program, fn);
        callees.set(fn.node, inner2);
        next.push(...inner2);
      }
      level = next;
    }
  }
  return found3;
}
function calleesOf2(program, { file, node }) {
  const found3 = [];
  walk(node.body, (one2) => {
    if (one2.kind === "function") found3.push({ file, node: one2 });
    if (one2.kind === "call") {
      const callee = calleeOf(program, { file, node: one2 });
      if (callee) found3.push(callee);
    }
    return void 0;
  });
  return found3;
}

// src/model/code/queries/returned.ts
var SENDS = /(?:^|\.)(?:json|send|jsonify|JSON|JSONResponse|JsonResponse|Response|respond|render|body)$/;
var KEEPS = /^(?:map|then|catch|finally|sort|reverse|toJSON|flatMap|all|scalars|unique|lean|exec|getMany|toArray)$/;
function leavesFunction(fn, call3) {
  const names = namesOf(fn, call3);
  let leaves2 = false;
  walk(fn.body, (node) => {
    const given3 = node.kind === "return" ? node.value ? [node.value] : [] : isSending(node) ? node.arguments : [];
    if (given3.some((one2) => carries(one2, call3, names))) leaves2 = true;
    return !leaves2;
  });
  return leaves2;
}
function isSending(node) {
  return node.kind === "call" && SENDS.test(pathOf(node.callee)?.join(".") ?? (node.callee.kind === "member" ? node.callee.property : ""));
}
function namesOf(fn, call3) {
  const names = /* @__PURE__ */ new Set();
  walk(fn.body, (node) => {
    if (node.kind !== "declare" || !node.value || !carries(node.value, call3, names)) return void 0;
    if (node.target.kind === "name") names.add(node.target.name);
    if (node.target.kind === "array") {
      for (const one2 of node.target.elements) if (one2.kind === "name") names.add(one2.name);
    }
    return void 0;
  });
  return names;
}
function carries(value, call3, names) {
  const inner2 = peel(value);
  if (inner2.start === call3.start && inner2.end === call3.end) return true;
  switch (inner2.kind) {
    case "name":
      return names.has(inner2.name);
    case "object":
      return inner2.entries.some((entry) => carries(entry.value, call3, names));
    case "array":
      return inner2.elements.some((one2) => carries(one2, call3, names));
    case "spread":
    case "keyword":
      return carries(inner2.value, call3, names);
    case "comprehension":
      return inner2.clauses.some((one2) => carries(one2.iterated, call3, names));
    case "call": {
      const callee = peel(inner2.callee);
      if (callee.kind === "member" && KEEPS.test(callee.property))
        return carries(callee.object, call3, names) || inner2.arguments.some((one2) => carries(one2, call3, names));
      return isSending(inner2) || pathOf(callee)?.join(".") === "Promise.all" || isSerializer(callee) ? inner2.arguments.some((one2) => carries(one2, call3, names)) : false;
    }
    default:
      return false;
  }
}
function isSerializer(callee) {
  return /^(?:list|plainToInstance|plainToClass|instanceToPlain|jsonable_encoder|.*[sS]erializer)$/.test(
    pathOf(callee)?.at(-1) ?? ""
  );
}

// src/model/code/routes/javascript/behaviour.ts
var NOTHING_SPECIAL = { statuses: /* @__PURE__ */ new Set(), verifies: false, readsPath: false, callsNext: false };
var known6 = /* @__PURE__ */ new WeakMap();
var LONGEST10 = 4e3;
function behaviourOf(run, closure, depth = 0) {
  const found3 = known6.get(closure.fn);
  if (found3) return found3;
  known6.set(closure.fn, NOTHING_SPECIAL);
  const behaviour = look(run, closure, depth);
  known6.set(closure.fn, behaviour);
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
    if (++nodes > LONGEST10) return false;
    const status = statusOf(node);
    if (status !== void 0) statuses.add(status);
    if (node.kind === "member" && isPathRead(node)) readsPath = true;
    if (isMethodRead(node)) methods++;
    if (node.kind === "binary" && isPreflight(node)) methods--;
    if (node.kind !== "call") return void 0;
    const name = calleeName2(node);
    if (name === "next" || name === "done") callsNext = true;
    if (isVerification(node, name) && !forgiven.some((range2) => range2.start <= node.start && node.end <= range2.end))
      verifies = true;
    if (depth < 3) {
      for (const inner2 of calledClosures(run, node.callee, closure)) {
        const other = behaviourOf(run, inner2, depth + 1);
        for (const one2 of other.statuses) statuses.add(one2);
        if (other.verifies) verifies = true;
        if (other.readsPath) readsPath = true;
      }
    }
    return void 0;
  });
  return { statuses, verifies, readsPath: readsPath || methods > 0, callsNext };
}
function calledClosures(run, callee, closure) {
  const path = pathOf(callee);
  if (!path || path.length > 3) return [];
  const parameters2 = closure.fn.parameters.map((one2) => one2.target.kind === "name" ? one2.target.name : "");
  if (path[0] === void 0 || parameters2.includes(path[0])) return [];
  const scope = closure.self ? { ...closure.scope, self: closure.self } : closure.scope;
  const value = deeper(run, void 0, () => evaluate3(run, callee, scope));
  return value ? alternatives(value).filter((one2) => one2.kind === "closure") : [];
}
var PATHS2 = /* @__PURE__ */ new Set(["path", "url", "originalUrl", "baseUrl", "pathname", "routerPath", "routeOptions"]);
var REQUESTS = /* @__PURE__ */ new Set(["req", "request", "ctx", "context", "c", "URL", "_req"]);
function isPathRead(node) {
  if (!PATHS2.has(node.property)) return false;
  const path = pathOf(node);
  return path === void 0 || path.slice(0, -1).some((part2) => REQUESTS.has(part2));
}
function isMethodRead(node) {
  return node.kind === "member" && node.property === "method" && REQUESTS.has(pathOf(node.object)?.at(-1) ?? "");
}
function isPreflight(node) {
  const sides = [peel(node.left), peel(node.right)];
  return sides.some(isMethodRead) && sides.some((side) => side.kind === "literal" && side.value === "OPTIONS");
}
function calleeName2(call3) {
  const path = pathOf(call3.callee);
  if (path) return path.at(-1);
  return call3.callee.kind === "member" ? call3.callee.property : void 0;
}
var VERIFIES = /^(?:jwtVerify|verifyAsync|verifyIdToken|verifyToken|requireAuth|verifySessionCookie)$/;
function isVerification(call3, name) {
  if (name === void 0) return false;
  if (VERIFIES.test(name)) return true;
  const path = pathOf(call3.callee);
  if (name === "authenticate") return path?.[0] === "passport";
  return name === "verify" && /jwt|jsonwebtoken|jose|token/i.test(path?.slice(0, -1).join(".") ?? "");
}
function forgivenRanges(fn) {
  const ranges = [];
  walk(fn.body, (node) => {
    if (node.kind !== "try" || node.handlers.length === 0) return void 0;
    const first2 = node.body[0];
    const last = node.body.at(-1);
    const stops = node.handlers.some((handler3) => handler3.body.some(stopsRequest));
    if (first2 && last && !stops) ranges.push({ start: first2.start, end: last.end });
    return void 0;
  });
  return ranges;
}
function stopsRequest(node) {
  let stops = false;
  walk([node], (one2) => {
    if (one2.kind === "throw") stops = true;
    if (one2.kind === "call") {
      const name = calleeName2(one2);
      if (name === "next" ? one2.arguments.length > 0 : /^(?:send|code|status|json|throw|end|redirect|sendStatus)$/.test(name ?? ""))
        stops = true;
    }
    return !stops;
  });
  return stops;
}
var NAMED2 = /* @__PURE__ */ new Map([
  ["unauthorized", 401],
  ["forbidden", 403],
  ["notfound", 404],
  ["toomanyrequests", 429]
]);
var SETTERS = /* @__PURE__ */ new Set(["status", "sendStatus", "code", "throw", "writeHead", "createError", "json", "text", "body"]);
var STATUS_KEYS = /* @__PURE__ */ new Set(["status", "statusCode", "code"]);
function statusOf(node) {
  if (node.kind === "call") {
    const name = calleeName2(node) ?? "";
    const spoken = nameStatus(name);
    if (spoken !== void 0) return spoken;
    const isError = node.isNew && /(?:Error|Exception)$/.test(name);
    if (SETTERS.has(name) || isError) return node.arguments.map(numberOf3).find((one2) => one2 !== void 0);
    return void 0;
  }
  if (node.kind === "assign" && node.target.kind === "member" && STATUS_KEYS.has(node.target.property))
    return numberOf3(node.value);
  if (node.kind === "entry" && node.key !== void 0 && STATUS_KEYS.has(node.key)) return numberOf3(node.value);
  return void 0;
}
function nameStatus(name) {
  return NAMED2.get(
    name.replace(/(?:Http)?(?:Error|Exception)$/, "").replaceAll("_", "").toLowerCase()
  );
}
function numberOf3(node) {
  if (node.kind === "literal" && typeof node.value === "number")
    return node.value >= 400 && node.value < 600 ? node.value : void 0;
  return node.kind === "member" ? nameStatus(node.property) : void 0;
}

// src/model/code/routes/javascript/fallbacks.ts
var SERVING2 = /* @__PURE__ */ new Map([
  ["express", /^\.static\(\)$/],
  ["serve-static", /^\(\)$/],
  ["serve-index", /^\(\)$/],
  ["sirv", /^\(\)$/],
  ["koa-static", /^\(\)$/],
  ["koa-send", /^\(\)$/],
  ["http-proxy-middleware", /^\.?(?:createProxyMiddleware|legacyCreateProxyMiddleware)?\(\)$/],
  ["express-http-proxy", /^\(\)$/],
  ["koa-proxies", /^\(\)$/],
  ["koa-better-http-proxy", /^\(\)$/],
  ["koa2-connect-history-api-fallback", /^\.?\w*\(\)$/],
  ["connect-history-api-fallback", /^\(\)$/],
  ["swagger-ui-express", /^\.(?:serve|setup\(\)|serveFiles\(\))$/],
  ["koa2-swagger-ui", /^\.?\w*\(\)$/],
  ["hono/serve-static", /\(\)$/],
  ["@hono/node-server/serve-static", /\(\)$/],
  ["hono/proxy", /\(\)$/],
  ["@trpc/server/adapters/express", /^\.createExpressMiddleware\(\)$/],
  ["trpc-openapi", /Middleware\(\)$/],
  ["@trpc/server/adapters/fastify", /fastifyTRPCPlugin/],
  ["@hono/trpc-server", /^\.trpcServer\(\)$/],
  ["@bull-board/express", /\.getRouter\(\)$/],
  ["@adminjs/express", /\.buildRouter\(\)$|\.buildAuthenticatedRouter\(\)$/],
  ["better-auth/node", /^\.toNodeHandler\(\)$/],
  ["@remix-run/express", /^\.createRequestHandler\(\)$/],
  ["@react-router/express", /^\.createRequestHandler\(\)$/],
  ["next", /\.getRequestHandler\(\)$/]
]);
var BRINGS_PATHS = /(?:^|[-_/])(?:health|actuator|liveness|readiness|lightship|status-monitor|prom-bundle|prometheus|metrics|swagger)/i;
function servesAll(value) {
  if (value.kind !== "outside") return false;
  if (BRINGS_PATHS.test(value.package)) return true;
  const pattern3 = SERVING2.get(value.package);
  return pattern3?.test(stepsOf(value)) === true;
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
function guardOf2(run, given3, isGlobal) {
  const name = guardName(given3.written);
  return { name, purpose: purposeOf3(run, given3.value, name), isGlobal, at: spanOf2(given3.file, given3.written) };
}
function guardName(written3) {
  const inner2 = peel(written3);
  const path = pathOf(inner2);
  if (path) return path.join(".");
  if (inner2.kind === "call") return guardName(inner2.callee);
  if (inner2.kind === "spread") return guardName(inner2.value);
  if (inner2.kind === "function" || inner2.kind === "class") return inner2.name ?? "anonymous function";
  if (inner2.kind === "member") return inner2.property;
  return "anonymous function";
}
function purposeOf3(run, value, name) {
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
    for (const given3 of last.site.arguments) {
      const purpose = given3.kind === "closure" ? closurePurpose(run, given3) : "other";
      if (purpose !== "other") return purpose;
    }
  }
  if (value.package === "express" || value.package.startsWith("hono/")) return "other";
  return value.package === "" ? "other" : byName(`${name} ${steps}`);
}
function letsStrangersPass(value) {
  const given3 = value.steps.flatMap((step) => step.kind === "call" ? step.site.arguments : []);
  const isFlag = (one2, flag) => one2?.kind === "plain" && one2.value === flag;
  return given3.some((one2) => {
    if (one2.kind === "fields")
      return isFlag(one2.entries.get("credentialsRequired"), false) || isFlag(one2.entries.get("passthrough"), true);
    const names = one2.kind === "list" ? one2.elements : [one2];
    return value.package === "passport" && names.some((name) => name.kind === "plain" && name.value === "anonymous");
  });
}
function byName(name) {
  if (LIMIT_NAME.test(name)) return "limit";
  return AUTH_NAME.test(name) ? "auth" : "other";
}

// src/model/code/routes/javascript/handlers.ts
function handlerOf(run, value, depth = 0) {
  if (!value || depth > 4) return void 0;
  switch (value.kind) {
    case "closure": {
      const wrapped3 = wrappedIn(value);
      return wrapped3 ? handlerOf(run, wrapped3, depth + 1) : { file: value.file, node: value.fn };
    }
    case "outside": {
      const last = value.steps.at(-1);
      const given3 = last?.kind === "call" ? last.site.arguments.findLast((one2) => one2.kind === "closure") : void 0;
      return handlerOf(run, given3, depth + 1);
    }
    case "class": {
      const method3 = methodOf4(run, value, "handle");
      return method3 && { file: method3.home.file, node: method3.fn };
    }
    case "either":
      return alternatives(value).map((one2) => handlerOf(run, one2, depth + 1)).find((one2) => one2 !== void 0);
    case "list":
      return handlerOf(run, value.elements.at(-1), depth + 1);
    default:
      return void 0;
  }
}
function wrappedIn(closure) {
  const { scope } = closure;
  if (!scope.parent || !scope.fn) return void 0;
  const given3 = /* @__PURE__ */ new Map();
  for (let at4 = scope; at4?.parent; at4 = at4.parent)
    for (const parameter3 of at4.fn?.parameters ?? []) {
      if (parameter3.target.kind !== "name") continue;
      const value = at4.names.get(parameter3.target.name);
      if (value?.kind === "closure" && !given3.has(parameter3.target.name)) given3.set(parameter3.target.name, value);
    }
  if (given3.size === 0) return void 0;
  let found3;
  walk(closure.fn.body, (node) => {
    if (found3 || node.kind !== "call") return !found3;
    const callee = peel(node.callee);
    const name = callee.kind === "member" && (callee.property === "call" || callee.property === "apply") ? peel(callee.object) : callee;
    const value = name.kind === "name" ? given3.get(name.name) : void 0;
    if (value?.kind === "closure") found3 = value;
    return !found3;
  });
  return found3;
}

// src/model/code/routes/javascript/express-table.ts
function expressRoutes(run, host, table) {
  follow3({ run, table, guards: [], visiting: /* @__PURE__ */ new Set(), left: 2e3 }, host, NO_PREFIX);
}
function follow3(walk2, host, prefix) {
  if (walk2.visiting.has(host) || walk2.visiting.size > 20 || walk2.table.isFull() || walk2.left-- < 0) return;
  walk2.visiting.add(host);
  walk2.table.mounted.add(host);
  for (const layer of host.layers) {
    for (const path of layer.paths) {
      if (layer.kind === "route") addRoute3(walk2, layer, path, prefix);
      else use4(walk2, layer, path, prefix);
    }
  }
  walk2.visiting.delete(host);
}
function addRoute3(walk2, layer, written3, prefix) {
  const { run, table } = walk2;
  const { path, isResolved } = wholePath(prefix, written3);
  const last = layer.handlers.at(-1);
  const before = layer.handlers.slice(0, -1).map((given3) => guardOf2(run, given3, false));
  const handler3 = handlerOf(run, last?.value);
  if (isCatchAll2(path) && last && answersNotFound(run, last.value)) return;
  const route3 = {
    method: layer.method,
    path,
    isResolved,
    ...handler3 && { handler: handler3 },
    guards: [...guardsFor(walk2, path, prefix), ...before],
    prefixes: routePrefixes(prefix),
    framework: layer.framework ?? "express",
    at: layer.at
  };
  table.add(route3);
  if (layer.method === "*" && last?.value.kind === "closure" && behaviourOf(run, last.value).callsNext)
    place(walk2, last, written3, prefix);
}
function isCatchAll2(path) {
  return path === "/*" || path === "*";
}
function answersNotFound(run, value) {
  return value.kind === "closure" && behaviourOf(run, value).statuses.has(404);
}
function guardsFor(walk2, path, prefix) {
  return walk2.guards.filter((one2) => covers(one2.path, path)).map((one2) => one2.open && !prefix.parts.includes(one2.open) ? { ...one2.guard, purpose: "other" } : one2.guard);
}
var MOST_GUARDS = 100;
function place(walk2, given3, written3, prefix) {
  if (walk2.guards.length >= MOST_GUARDS) return;
  const { path, isResolved } = wholePath(prefix, written3);
  const guard = guardOf2(walk2.run, given3, isResolved && path === "/");
  const open3 = [...prefix.parts, written3].findLast((part2) => !part2.isResolved);
  walk2.guards.push({ guard: written3.isPattern ? { ...guard, purpose: "other" } : guard, path, open: open3 });
}
function use4(walk2, layer, written3, prefix) {
  const { run, table } = walk2;
  const inner2 = below(prefix, written3);
  const { path, isResolved } = wholePath(prefix, written3);
  for (const given3 of layer.handlers) {
    const { value } = given3;
    if (value.kind === "host") {
      useHost(walk2, layer, value.host, path, inner2);
      continue;
    }
    if (servesAll(value)) {
      table.fallbacks.push({ prefix: isResolved ? path : "/", at: layer.at });
      continue;
    }
    const handed = value.kind === "closure" ? routerCalledIn(run, value) : void 0;
    if (handed) {
      follow3(walk2, handed, inner2);
      continue;
    }
    const graphql2 = graphqlMount(value);
    if (graphql2) {
      for (const method3 of ["GET", "POST"])
        table.add({
          method: method3,
          path,
          isResolved,
          guards: guardsFor(walk2, path, prefix),
          prefixes: routePrefixes(prefix),
          framework: graphql2,
          at: layer.at
        });
      continue;
    }
    if (value.kind === "closure") useFunction(walk2, layer, given3, written3, prefix);
    else if (value.kind === "unknown" || value.kind === "either") {
      if (mayBeRouter(given3)) table.openEnds.push(layer.at);
      else place(walk2, given3, written3, prefix);
    } else place(walk2, given3, written3, prefix);
  }
}
function useHost(walk2, layer, host, path, inner2) {
  const graphql2 = graphqlPaths(host);
  if (host.framework === "express") follow3(walk2, host, inner2);
  else if (!graphql2) walk2.table.fallbacks.push({ prefix: path, at: layer.at });
  for (const { method: method3, path: own } of graphql2 ?? []) {
    const route3 = { kind: "route", method: method3, paths: [], handlers: [], at: layer.at, framework: "apollo" };
    addRoute3(walk2, route3, own, inner2);
  }
}
function routerCalledIn(run, closure) {
  if (closure.fn.parameters.length !== 3 || closure.fn.body.length > 20) return void 0;
  let found3;
  walk(closure.fn.body, (node) => {
    if (found3 || node.kind !== "call" || node.arguments.length !== 3) return !found3;
    const path = pathOf(node.callee);
    if (!path || path.length > 3) return void 0;
    const value = evaluate3(run, node.callee, closure.scope);
    if (value.kind === "host" && value.host.framework === "express") found3 = value.host;
    return void 0;
  });
  return found3;
}
function useFunction(walk2, layer, given3, written3, prefix) {
  const { run, table } = walk2;
  const { path, isResolved } = wholePath(prefix, written3);
  if (given3.value.kind !== "closure") return;
  const { parameters: parameters2 } = given3.value.fn;
  if (parameters2.length >= 4) return;
  const behaviour = behaviourOf(run, given3.value);
  if (behaviour.callsNext || parameters2.length >= 3 || parameters2.length === 0) {
    place(walk2, given3, written3, prefix);
    return;
  }
  if (behaviour.statuses.has(404)) return;
  table.fallbacks.push({ prefix: isResolved ? path : "/", at: layer.at });
  if (path === "/") return;
  const handler3 = handlerOf(run, given3.value);
  table.add({
    method: "*",
    path,
    isResolved,
    ...handler3 && { handler: handler3 },
    guards: guardsFor(walk2, path, prefix),
    prefixes: routePrefixes(prefix),
    framework: "express",
    at: layer.at
  });
}
function mayBeRouter(given3) {
  const { written: written3 } = given3;
  const name = written3.kind === "name" ? written3.name : written3.kind === "member" ? written3.property : written3.kind === "call" ? "require" : "";
  return written3.kind === "call" ? given3.value.kind !== "outside" : /rout|controller|api|handler/i.test(name);
}

// src/model/code/routes/javascript/fastify-table.ts
function fastifyRoutes(run, host, table) {
  table.mounted.add(host);
  table.openEnds.push(...host.unresolved);
  for (const route3 of host.routes) {
    const prefix = prefixOf4(route3.instance);
    const { path, isResolved } = wholePath(prefix, route3.path);
    const handler3 = handlerOf(run, route3.handler?.value);
    table.add({
      method: route3.method,
      path,
      isResolved,
      ...handler3 && { handler: handler3 },
      guards: [
        ...route3.instance.hooks.map((given3) => guardOf2(run, given3, host.hooks.includes(given3))),
        ...route3.hooks.map((given3) => guardOf2(run, given3, false))
      ],
      prefixes: routePrefixes(prefix),
      framework: route3.framework ?? "fastify",
      at: route3.at
    });
  }
  for (const one2 of host.fallbacks) {
    const { path, isResolved } = wholePath(prefixOf4(one2.instance), one2.path);
    table.fallbacks.push({ prefix: isResolved ? path : "/", at: one2.at });
  }
}
function prefixOf4(instance) {
  const chain2 = [];
  for (let at4 = instance; at4; at4 = at4.parent) chain2.unshift(at4);
  return chain2.reduce((prefix, one2) => one2.prefix ? below(prefix, one2.prefix) : prefix, NO_PREFIX);
}

// src/model/code/routes/javascript/hono-table.ts
function honoRoutes(run, host, table) {
  table.mounted.add(host);
  const before = [];
  for (const entry of host.entries) {
    const prefix = entry.prefixes.reduce(below, NO_PREFIX);
    const { path, isResolved } = wholePath(prefix, entry.path);
    const last = entry.handlers.at(-1);
    if (entry.kind === "fallback" || last && servesAll(last.value)) {
      table.fallbacks.push({ prefix: isResolved ? path.replace(/\/\*$/, "") || "/" : "/", at: entry.at });
      continue;
    }
    if (entry.kind === "use") {
      for (const given3 of entry.handlers) {
        const guard = guardOf2(run, given3, path === "/*");
        before.push({ path, guard: isResolved ? guard : { ...guard, purpose: "other" } });
      }
      continue;
    }
    const handler3 = handlerOf(run, last?.value);
    if (path === "/*" && last?.value.kind === "closure" && behaviourOf(run, last.value).statuses.has(404)) continue;
    table.add({
      method: entry.method,
      path,
      isResolved,
      ...handler3 && { handler: handler3 },
      guards: [
        ...before.filter((one2) => covers(one2.path, path)).map((one2) => one2.guard),
        ...entry.handlers.slice(0, -1).map((given3) => guardOf2(run, given3, false))
      ],
      prefixes: routePrefixes(prefix),
      framework: "hono",
      at: entry.at
    });
  }
}

// src/model/code/routes/javascript/koa-table.ts
function koaRoutes(run, host, table) {
  follow4({ run, table, guards: [], depth: 0 }, host, NO_PREFIX);
}
function follow4(walk2, host, prefix) {
  if (walk2.depth > 20 || walk2.table.isFull()) return;
  walk2.depth++;
  walk2.table.mounted.add(host);
  if (host.role === "application") for (const given3 of host.middleware) use5(walk2, given3, prefix);
  else if (host.role === "mount") {
    const inner2 = { ...walk2, guards: [...walk2.guards] };
    for (const given3 of flatGiven(host.inner)) use5(inner2, given3, below(prefix, host.path));
  } else router(walk2, host.role === "routes" ? host.router : host, prefix);
  walk2.depth--;
}
function use5(walk2, given3, prefix) {
  const { run, table } = walk2;
  const { value } = given3;
  const at4 = spanOf2(given3.file, given3.written);
  const path = wholePath(prefix, { text: "/", isResolved: true, at: at4 }).path;
  if (value.kind === "host") {
    const host = value.host;
    if (host.framework === "koa") follow4(walk2, host, prefix);
  } else if (servesAll(value)) table.fallbacks.push({ prefix: path, at: at4 });
  else if (graphqlMount(value)) {
    for (const method3 of ["GET", "POST"])
      table.add({
        method: method3,
        path,
        isResolved: true,
        guards: [...walk2.guards],
        prefixes: routePrefixes(prefix),
        framework: "apollo",
        at: at4
      });
  } else if (value.kind === "unknown" || value.kind === "either") table.openEnds.push(at4);
  else if (value.kind === "closure" && value.fn.parameters.length < 2) {
    if (!behaviourOf(run, value).statuses.has(404)) table.fallbacks.push({ prefix: path, at: at4 });
  } else walk2.guards.push(guardOf2(run, given3, prefix.parts.length === 0));
}
function router(walk2, host, prefix) {
  const { run, table } = walk2;
  walk2.table.mounted.add(host);
  const outer = host.prefix ? below(prefix, host.prefix) : prefix;
  const before = [];
  for (const layer of host.layers) {
    const inner2 = layer.prefixes.reduce(below, outer);
    const { path, isResolved } = wholePath(inner2, layer.path);
    if (layer.kind === "use") {
      before.push({ path, layer, guards: layer.handlers.map((given3) => guardOf2(run, given3, false)) });
      continue;
    }
    const handler3 = handlerOf(run, layer.handlers.at(-1)?.value);
    table.add({
      method: layer.method,
      path,
      isResolved,
      ...handler3 && { handler: handler3 },
      guards: [
        ...walk2.guards,
        ...before.filter((one2) => covers(one2.path, path)).flatMap((one2) => one2.guards),
        ...layer.handlers.slice(0, -1).map((given3) => guardOf2(run, given3, false))
      ],
      prefixes: routePrefixes(inner2),
      framework: layer.framework ?? "koa",
      at: layer.at
    });
  }
}

// src/model/code/routes/javascript/nest-decorators.ts
var decoratorsOfNode = /* @__PURE__ */ new WeakMap();
function classDecorators(run, value) {
  let found3 = decoratorsOfNode.get(value);
  if (!found3) {
    found3 = decorators(run, value, value.node.decorators);
    decoratorsOfNode.set(value, found3);
  }
  return found3;
}
function methodDecorators(run, home, fn) {
  let found3 = decoratorsOfNode.get(fn);
  if (!found3) {
    found3 = decorators(run, home, fn.decorators);
    decoratorsOfNode.set(fn, found3);
  }
  return found3;
}
function decorators(run, home, written3) {
  startModule(run, home.file);
  return written3.flatMap((one2) => flat(run, evaluate3(run, one2, home.scope), one2, home.file, 0));
}
function flat(run, value, written3, file, depth) {
  if (value.kind === "list") return value.elements.flatMap((one2) => flat(run, one2, written3, file, depth + 1));
  if (value.kind === "either") return value.values.flatMap((one2) => flat(run, one2, written3, file, depth + 1));
  if (depth > 5) return [];
  if (value.kind === "closure") return inClosure(run, value, written3, file, depth);
  if (value.kind !== "outside") return [];
  const last = value.steps.at(-1);
  if (last?.kind !== "call") return [];
  const name = value.steps.findLast((step) => step.kind === "member")?.name ?? "";
  if (name === "applyDecorators") return last.site.arguments.flatMap((one2) => flat(run, one2, written3, file, depth + 1));
  return [{ package: value.package, name, site: last.site, value, written: written3, file }];
}
function inClosure(run, value, written3, file, depth) {
  const { fn } = value;
  if (fn.body.length > 12) return [];
  const found3 = [];
  for (const statement2 of fn.body) {
    const expression3 = statement2.kind === "expression" || statement2.kind === "return" ? statement2.value : void 0;
    if (expression3?.kind !== "call" || expression3.callee.kind !== "call") continue;
    found3.push(...flat(run, evaluate3(run, expression3.callee, value.scope), written3, file, depth + 1));
  }
  return found3;
}
function inheritedDecorator(run, value, name) {
  for (const one2 of [value, ...basesOf(run, value)]) {
    if (one2.kind !== "class") return void 0;
    const found3 = classDecorators(run, one2).find((decorator) => decorator.name === name);
    if (found3) return found3;
  }
  return void 0;
}
function given2(run, value) {
  if (value.kind !== "outside") return value;
  const last = value.steps.at(-1);
  const isForward = last?.kind === "call" && value.steps.some((step) => step.kind === "member" && step.name === "forwardRef");
  const [first2] = isForward ? last.site.arguments : [];
  return first2?.kind === "closure" ? callClosure2(run, first2, []) : value;
}

// src/model/code/routes/javascript/nest-modules.ts
function reachableModules(run, root2, at4) {
  const found3 = { modules: /* @__PURE__ */ new Map(), providers: [], outside: [], unresolved: [] };
  const waiting = root2 ? [{ value: root2, at: at4 }] : [];
  const seen = /* @__PURE__ */ new Set();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const value of alternatives(given2(run, next.value))) {
      if (seen.has(value) || seen.size > 5e3) continue;
      seen.add(value);
      waiting.push(...enter(run, found3, value, next.at));
    }
  }
  for (const one2 of found3.outside) registerPaths(found3, one2);
  return found3;
}
function enter(run, found3, value, at4) {
  switch (value.kind) {
    case "class":
      return enterClass(run, found3, value);
    case "fields": {
      const of = value.entries.get("module");
      const inner2 = of?.kind === "class" ? of : void 0;
      if (of?.kind === "outside") found3.outside.push(of);
      else if (!inner2) found3.unresolved.push(at4);
      return [...inner2 ? enterClass(run, found3, inner2) : [], ...metadata(found3, inner2, value, at4)];
    }
    case "outside":
      found3.outside.push(value);
      return value.self ? enterClass(run, found3, value.self) : [];
    case "plain":
      return [];
    case "list":
      return value.elements.map((one2) => ({ value: one2, at: at4 }));
    default:
      found3.unresolved.push(at4);
      return [];
  }
}
function enterClass(run, found3, value) {
  if (found3.modules.has(value)) return [];
  found3.modules.set(value, { of: value, controllers: /* @__PURE__ */ new Set(), paths: [] });
  return classDecorators(run, value).filter((one2) => one2.name === "Module" || one2.name === "Global").flatMap((one2) => {
    const [options] = one2.site.arguments;
    if (!options) return [];
    return options.kind === "fields" ? metadata(found3, value, options, spanOf2(one2.file, one2.written)) : enter(run, found3, options, spanOf2(one2.file, one2.written));
  });
}
function metadata(found3, of, options, at4) {
  const module = of && found3.modules.get(of);
  const controllers = options.entries.get("controllers");
  const items = controllers && itemsOf(controllers);
  if (controllers && (!items || items.isOpen)) found3.unresolved.push(at4);
  for (const one2 of items?.elements.flatMap(alternatives) ?? []) {
    if (one2.kind === "class") module?.controllers.add(one2);
    else if (one2.kind === "unknown") found3.unresolved.push(at4);
  }
  const providers = options.entries.get("providers");
  found3.providers.push(...(providers && itemsOf(providers)?.elements) ?? []);
  const imports2 = options.entries.get("imports");
  const list2 = imports2 && itemsOf(imports2);
  if (imports2 && (!list2 || list2.isOpen)) found3.unresolved.push(at4);
  return (list2?.elements ?? []).map((value) => ({ value, at: at4 }));
}
function registerPaths(found3, value) {
  const call3 = lastCall(value);
  if (!call3 || !value.steps.some((step) => step.kind === "member" && step.name === "RouterModule")) return;
  const [routes] = call3.arguments;
  const written3 = call3.written[0] ?? call3.node;
  const visit2 = (list2, around, depth) => {
    for (const one2 of (list2 && itemsOf(list2)?.elements) ?? []) {
      if (one2.kind === "class") enterPath(found3, one2, around);
      if (one2.kind !== "fields" || depth > 10) continue;
      const own = one2.entries.get("path");
      const [path] = own ? writtenPaths(own, call3.file, written3) : [];
      const paths = path ? [...around, path] : around;
      const module = one2.entries.get("module");
      if (module?.kind === "class") enterPath(found3, module, paths);
      visit2(one2.entries.get("children"), paths, depth + 1);
    }
  };
  visit2(routes, [], 0);
}
function enterPath(found3, of, paths) {
  found3.modules.get(of)?.paths.push(...paths);
}
function outsideOptions(run, value) {
  const name = value.steps.find((step) => step.kind === "member")?.name ?? "";
  const [first2] = lastCall(value)?.arguments ?? [];
  if (first2?.kind !== "fields") return { name, options: first2 };
  const factory2 = first2.entries.get("useFactory");
  if (factory2?.kind === "closure") return { name, options: callClosure2(run, factory2, []) };
  const useClass = first2.entries.get("useClass");
  if (useClass?.kind === "class" && methodOf4(run, useClass, "createGqlOptions")) return { name, options: void 0 };
  return { name, options: first2 };
}
function optionText(options, key) {
  if (options === void 0) return void 0;
  if (options.kind !== "fields") return null;
  const value = options.entries.get(key);
  if (!value) return options.isOpen ? null : void 0;
  return stringOf(value) ?? null;
}

// src/model/code/routes/javascript/nest-waivers.ts
function waiversOf(run, home, fn) {
  const read2 = /* @__PURE__ */ new Map();
  const found3 = [];
  const test = (node, when) => {
    const inner2 = peel(node);
    if (inner2.kind === "unary" && inner2.operator === "!") test(inner2.value, when === "present" ? "absent" : "present");
    else if (inner2.kind === "binary") {
      const compared3 = peel(inner2.right);
      if (inner2.operator === "===" && compared3.kind === "literal" && compared3.value === true) test(inner2.left, when);
      else if (inner2.operator === "||" || inner2.operator === "&&") {
        if (inner2.operator === "||" === (when === "present"))
          for (const side of [inner2.left, inner2.right]) test(side, when);
      }
    } else if (inner2.kind === "name") {
      const known7 = read2.get(inner2.name);
      if (known7) found3.push({ ...known7, when });
    } else if (inner2.kind === "call") {
      const known7 = metadataRead(run, home, inner2);
      if (known7) found3.push({ ...known7, when });
    }
  };
  walk(fn.body, (node) => {
    if (node.kind === "declare" && node.target.kind === "name" && node.value) {
      const value = peel(node.value);
      const known7 = value.kind === "call" ? metadataRead(run, home, value) : void 0;
      if (known7) read2.set(node.target.name, known7);
    } else if (node.kind === "if" && returnsTrue(node.consequent)) test(node.test, "present");
    else if (node.kind === "return" && node.value) returned4(node.value, test);
    return void 0;
  });
  return found3;
}
function returned4(node, test) {
  const inner2 = peel(node);
  if (inner2.kind === "binary" && inner2.operator === "||") test(inner2.left, "present");
  if (inner2.kind === "conditional" && isTrue2(inner2.consequent)) test(inner2.test, "present");
  if (inner2.kind === "name" || inner2.kind === "call") test(inner2, "present");
}
function isTrue2(node) {
  const inner2 = peel(node);
  return inner2.kind === "literal" && inner2.value === true;
}
function returnsTrue(statements) {
  const last = statements.at(-1);
  return last?.kind === "return" && last.value !== void 0 && isTrue2(last.value);
}
function readsUnknownMetadata(run, home, fn) {
  let unknown5 = false;
  walk(fn.body, (node) => {
    if (node.kind === "call" && isMetadataRead(node) && !metadataRead(run, home, node)) unknown5 = true;
    return !unknown5;
  });
  return unknown5;
}
function isMetadataRead(call3) {
  const path = pathOf(call3.callee);
  return READS3.has(path?.at(-1) ?? "") && path?.slice(0, -1).some((part2) => /reflect/i.test(part2)) === true;
}
var READS3 = /* @__PURE__ */ new Set(["get", "getAll", "getAllAndOverride", "getAllAndMerge", "getMetadata"]);
function metadataRead(run, home, call3) {
  const [key, target] = call3.arguments;
  if (!key || !isMetadataRead(call3)) return void 0;
  const value = evaluate3(run, key, home.scope);
  const known7 = stringOf(value) ?? (value.kind === "outside" ? createdDecorator(value) : void 0);
  return known7 === void 0 ? void 0 : { key: known7, of: targetOf2(target) };
}
function targetOf2(node) {
  let handler3 = false;
  let owner = false;
  walk(node ? [node] : [], (one2) => {
    if (one2.kind === "member" && one2.property === "getHandler") handler3 = true;
    if (one2.kind === "member" && one2.property === "getClass") owner = true;
    return void 0;
  });
  return handler3 === owner ? "both" : handler3 ? "handler" : "class";
}
function createdDecorator(value) {
  const index = value.steps.findIndex((step) => step.kind === "member" && step.name === "createDecorator");
  const call3 = value.steps[index + 1];
  return index !== -1 && call3?.kind === "call" ? call3.site.node : void 0;
}
function isWaived(waivers, handler3, owner) {
  if (waivers.length === 0) return false;
  const ofHandler = handler3.flatMap(metadataOf2);
  const ofClass = owner.flatMap(metadataOf2);
  return waivers.some((waiver) => {
    const seen = waiver.of === "handler" ? ofHandler : waiver.of === "class" ? ofClass : [...ofHandler, ...ofClass];
    const set = seen.find((one2) => one2.key === waiver.key);
    return waiver.when === "present" ? set?.isSet === true : !set?.isSet;
  });
}
function metadataOf2(decorator) {
  const created = createdDecorator(decorator.value);
  const [first2, second] = decorator.site.arguments;
  if (created) return [{ key: created, isSet: first2 === void 0 || truthOf(first2) !== false }];
  if (decorator.name === "SetMetadata" || decorator.name === "metadata") {
    const key = stringOf(first2);
    return key === void 0 ? [] : [{ key, isSet: second !== void 0 && truthOf(second) !== false }];
  }
  return decorator.name === "SkipThrottle" ? [{ key: "@nestjs/throttler", isSet: true }] : [];
}

// src/model/code/routes/javascript/nest-guards.ts
function nestGuard(run, given3, isGlobal) {
  const value = instanceClass(run, given3.value);
  const name = value?.kind === "class" ? value.node.name ?? guardName(given3.written) : guardName(given3.written);
  const at4 = spanOf2(given3.file, given3.written);
  if (value?.kind === "class") {
    const { purpose: purpose2, waivers } = classGuard(run, value);
    const base2 = basesOf(run, value).find((one2) => one2.kind === "outside");
    return { guard: { name, purpose: purpose2, isGlobal, at: at4 }, waivers, ...originOf(base2) };
  }
  const purpose = value?.kind === "outside" ? outsideGuard(run, value, name) : purposeOf3(run, given3.value, name);
  return {
    guard: { name, purpose, isGlobal, at: at4 },
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
  if (value.kind === "closure") return instanceClass(run, callClosure2(run, value, []));
  if (value.kind !== "outside") return value;
  const last = value.steps.at(-1);
  return last?.kind === "call" && last.site.node.isNew ? { ...value, steps: value.steps.slice(0, -1) } : value;
}
function outsideGuard(run, value, name) {
  if (value.package === "@nestjs/throttler") return "limit";
  if (value.package === "@nestjs/passport") return "auth";
  return purposeOf3(run, value, name);
}
function classGuard(run, value) {
  const method3 = methodOf4(run, value, "canActivate");
  const base2 = basesOf(run, value).find((one2) => one2.kind === "outside");
  const inherited = base2?.kind === "outside" ? outsideGuard(run, base2, "") : "other";
  const waivers = [
    ...inherited === "limit" ? THROTTLED : [],
    ...["canActivate", "shouldSkip", "handleRequest"].flatMap((name) => {
      const found3 = methodOf4(run, value, name);
      return found3 ? waiversOf(run, found3.home, found3.fn) : [];
    })
  ];
  const decides = inherited === "auth" ? methodOf4(run, value, "handleRequest") : void 0;
  if (decides && !mayThrow(decides.fn)) return { purpose: "other", waivers };
  if (!method3) return { purpose: inherited, waivers };
  const behaviour = behaviourOf(
    run,
    closureOf(method3.fn, method3.home.file, { ...method3.home.scope, home: method3.home })
  );
  if (behaviour.readsPath || readsUnknownMetadata(run, method3.home, method3.fn)) return { purpose: "other", waivers };
  if (inherited !== "other") return { purpose: inherited, waivers };
  if (behaviour.statuses.has(429)) return { purpose: "limit", waivers };
  const rejects = behaviour.statuses.size > 0 || behaviour.verifies || mayRefuse(method3.fn);
  return { purpose: rejects ? "auth" : "other", waivers };
}
function mayThrow(fn) {
  let throws = false;
  walk(fn.body, (node) => {
    if (node.kind === "throw" || node.kind === "member" && node.property === "handleRequest") throws = true;
    return !throws;
  });
  return throws;
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
function providedGuards(run, modules) {
  return modules.providers.flatMap((provider) => {
    if (provider.kind !== "fields" || !provider.written) return [];
    const token = provider.entries.get("provide");
    if (token?.kind !== "outside" || !isNamed4(token, "APP_GUARD")) return [];
    const { file, node } = provider.written;
    const entry = node.entries.find((one2) => one2.kind === "entry" && PROVIDING.has(one2.key ?? ""));
    const value = entry?.kind === "entry" && entry.key !== void 0 ? provider.entries.get(entry.key) : void 0;
    if (entry?.kind !== "entry" || !value) return [];
    return [nestGuard(run, { value, written: entry.value, file }, true)];
  });
}
var PROVIDING = /* @__PURE__ */ new Set(["useClass", "useExisting", "useFactory", "useValue"]);
function isNamed4(value, name) {
  return value.steps.some((step) => step.kind === "member" && step.name === name);
}

// src/model/code/routes/javascript/nest-paths.ts
function nestPaths(parts3) {
  const { host, own, controller, module } = parts3;
  return versionTexts(parts3).map((version) => {
    const inner2 = [...module, controller];
    const bare2 = joinPaths(...[...inner2, own].map((part2) => part2.text));
    const isKnown = [...inner2, own].every((part2) => part2.isResolved);
    const excluded = host.prefix ? isExcluded(host.exclude, bare2, parts3.method, isKnown) : false;
    const prefix = [];
    if (host.prefix && excluded !== true)
      prefix.push(excluded === void 0 ? { ...host.prefix, isResolved: false } : host.prefix);
    if (version) prefix.push(version);
    return { prefix: [...prefix, ...inner2].reduce(below, NO_PREFIX), own };
  });
}
function versionTexts({ host, version, versionAt }) {
  const { versioning: versioning2 } = host;
  const given3 = version ?? versioning2?.defaultVersion;
  if (!versioning2?.isInPath || !given3) return [void 0];
  const values2 = given3.kind === "list" ? given3.elements : alternatives(given3);
  return values2.map((one2) => {
    if (one2.kind === "outside" && lastMember(one2) === "VERSION_NEUTRAL") return void 0;
    const at4 = version ? versionAt : versioning2.at;
    if (one2.kind !== "plain") return { text: "", isResolved: false, at: at4 };
    return one2.value === null ? void 0 : { text: `/${versioning2.prefix}${one2.value}`, isResolved: !one2.isPartial, at: at4 };
  });
}
function isExcluded(exclusions2, path, method3, isKnown) {
  let open3 = false;
  for (const one2 of exclusions2) {
    if (one2.method !== void 0 && one2.method !== method3) continue;
    if (one2.path === void 0 || !isKnown) open3 = true;
    else if (nestPattern(one2.path).test(path.slice(0, 300))) return true;
  }
  return open3 ? void 0 : false;
}
function nestPattern(text2) {
  let source = "";
  let wildcards = 0;
  const path = (text2.startsWith("/") ? text2 : `/${text2}`).slice(0, 500).replace(/\(\.\*\)/g, "{*path}").replace(/\/\*(?=\/|$)/g, "/{*path}");
  for (let at4 = 0; at4 < path.length; at4++) {
    const char = path[at4] ?? "";
    const name = /^[*:]\w+/.exec(path.slice(at4, at4 + 60))?.[0];
    if (name) {
      if (char === ":") source += source.endsWith("[^/]+") ? "" : "[^/]+";
      else source += ".+";
      wildcards++;
      at4 += name.length - 1;
    } else if (char === "{") source += "(?:";
    else if (char === "}") source += ")?";
    else if (char === "+") {
      source += ".*";
      wildcards++;
    } else source += char.replace(/[.*?^$()[\]|\\]/g, "\\$&");
  }
  if (wildcards > 8) return /^$/;
  try {
    return new RegExp(`^${source}/?$`, "i");
  } catch {
    return /^$/;
  }
}

// src/model/code/routes/javascript/nest-middleware.ts
function appliedMiddleware(run, modules) {
  const found3 = [];
  for (const of of modules.modules.keys()) {
    const method3 = methodOf4(run, of, "configure");
    if (!method3) continue;
    const self = { ...fields([], true), of };
    const closure = closureOf(method3.fn, method3.home.file, { ...method3.home.scope, home: method3.home }, self);
    const consumer = hostValue({
      type: "middleware consumer",
      invoke: (name, site3) => name === "apply" ? applied2(run, consumer, flatArguments(site3, 0), [], found3) : void 0
    });
    callClosure2(run, closure, [consumer]);
  }
  return found3;
}
function applied2(run, consumer, middleware, excluded, found3) {
  return hostValue({
    type: "middleware configuration",
    invoke: (name, site3) => {
      if (name === "exclude")
        return applied2(run, consumer, middleware, [...excluded, ...flatArguments(site3, 0).flatMap(placeOf2)], found3);
      if (name !== "forRoutes") return void 0;
      for (const given3 of middleware) found3.push(one(run, given3, excluded, site3));
      return consumer;
    }
  });
}
function one(run, given3, excluded, site3) {
  const targets = flatArguments(site3, 0);
  const controllers = new Set(targets.map((target) => target.value).filter((value) => value.kind === "class"));
  const places = targets.flatMap(placeOf2);
  const isGlobal = places.some((place2) => place2.pattern === void 0 && place2.method === void 0);
  const matches = (place2, bare2, path, method3) => (place2.method === void 0 || place2.method === method3) && (place2.pattern === void 0 || place2.pattern.test(bare2.slice(0, 300)) || place2.pattern.test(path.slice(0, 300)));
  return {
    guard: guardOf2(run, withUse(run, given3), isGlobal && excluded.length === 0),
    appliesTo: (controller, bare2, path, method3) => (controllers.has(controller) || places.some((place2) => matches(place2, bare2, path, method3))) && !excluded.some((place2) => matches(place2, bare2, path, method3))
  };
}
function withUse(run, given3) {
  if (given3.value.kind !== "class") return given3;
  const method3 = methodOf4(run, given3.value, "use");
  if (!method3) return given3;
  const value = closureOf(method3.fn, method3.home.file, { ...method3.home.scope, home: method3.home });
  return { ...given3, value };
}
function placeOf2({ value }) {
  const path = stringOf(value.kind === "fields" ? value.entries.get("path") : value);
  if (path === void 0) return [];
  const method3 = value.kind === "fields" ? methodName2(value.entries.get("method")) : void 0;
  const isAll = /^\/?(?:\*\w*|\{\*\w*\}|\(\.\*\))$/.test(path);
  return [{ pattern: isAll ? void 0 : nestPattern(path), method: method3 }];
}

// src/model/code/routes/javascript/nest-packages.ts
function packageModule(run, host, value, guards, table) {
  const { name, options } = outsideOptions(run, value);
  const at4 = host.at;
  const add4 = (methods, text2, fallback, framework, isPrefixed) => {
    const own = { text: text2 ?? (text2 === null ? "" : fallback), isResolved: text2 !== null, at: at4 };
    for (const method3 of methods) {
      const controller = { text: "/", isResolved: true, at: at4 };
      const around = isPrefixed ? host : withoutPrefix(host);
      const [first2] = nestPaths({
        host: around,
        version: void 0,
        versionAt: at4,
        module: [],
        controller,
        own,
        method: method3
      });
      if (!first2) continue;
      const { path, isResolved } = wholePath(first2.prefix, first2.own);
      table.add({
        method: method3,
        path,
        isResolved,
        guards: guards.map((guard) => guard.guard),
        prefixes: routePrefixes(first2.prefix),
        framework,
        at: at4
      });
    }
  };
  if (name === "GraphQLModule")
    add4(
      ["GET", "POST"],
      optionText(options, "path"),
      "/graphql",
      "apollo",
      options?.kind === "fields" && isOn(options.entries.get("useGlobalPrefix"))
    );
  else if (name === "PrometheusModule") add4(["GET"], optionText(options, "path"), "/metrics", "nestjs", true);
  else if (name === "ServeStaticModule") {
    const root2 = optionText(options, "serveRoot");
    table.fallbacks.push({ prefix: root2 ? joinPaths(root2) : "/", at: at4 });
  } else if (name === "BullBoardModule") {
    const route3 = optionText(options, "route");
    if (route3 !== void 0) table.fallbacks.push({ prefix: route3 ? joinPaths(route3) : "/", at: at4 });
  }
}
function withoutPrefix(host) {
  const { prefix: _prefix, ...rest2 } = host;
  return rest2;
}
function isOn(value) {
  return value?.kind === "plain" && value.value === true;
}

// src/model/code/routes/javascript/nest-table.ts
function nestRoutes(run, host, table) {
  table.mounted.add(host);
  const modules = reachableModules(run, host.root, host.at);
  table.openEnds.push(...modules.unresolved);
  const walk2 = {
    run,
    host,
    table,
    guards: [...host.guards.map((given3) => nestGuard(run, given3, true)), ...providedGuards(run, modules)],
    middleware: appliedMiddleware(run, modules)
  };
  for (const module of modules.modules.values())
    for (const controller of module.controllers) controllerRoutes(walk2, controller, module.paths);
  for (const one2 of modules.outside) packageModule(run, host, one2, walk2.guards, table);
  expressRoutes(run, { ...host.server, layers: host.server.layers.filter((layer) => layer.kind === "route") }, table);
  for (const one2 of host.fallbacks)
    table.fallbacks.push({ prefix: one2.path.isResolved ? joinPaths(one2.path.text) : "/", at: one2.at });
  return modules;
}
function unregisteredController(run, host, controller, table) {
  controllerRoutes({ run, host, table, guards: [], middleware: [] }, controller, []);
}
var METHOD_DECORATORS = /* @__PURE__ */ new Map([
  ["Get", "GET"],
  ["Post", "POST"],
  ["Put", "PUT"],
  ["Patch", "PATCH"],
  ["Delete", "DELETE"],
  ["Head", "HEAD"],
  ["Options", "OPTIONS"],
  ["All", "*"],
  ["Search", "SEARCH"],
  ["Propfind", "PROPFIND"],
  ["Sse", "GET"],
  ["RequestMapping", "*"]
]);
function controllerRoutes(walk2, controller, module) {
  const { run } = walk2;
  const declared2 = inheritedDecorator(run, controller, "Controller");
  if (!declared2) return;
  const options = declared2.site.arguments[0];
  const version = options?.kind === "fields" ? options.entries.get("version") : void 0;
  const owner = classDecorators(run, controller);
  for (const { fn, home } of methodsOf2(run, controller)) {
    const decorators2 = methodDecorators(run, home, fn);
    for (const decorator of decorators2) {
      const method3 = METHOD_DECORATORS.get(decorator.name);
      if (method3 === void 0 || decorator.package !== "@nestjs/common") continue;
      for (const path of controllerPaths(declared2))
        addRoute4(walk2, { controller, owner, fn, home, decorators: decorators2, decorator, method: method3, path, module, version });
    }
  }
}
function methodsOf2(run, controller) {
  const seen = /* @__PURE__ */ new Set();
  return [controller, ...basesOf(run, controller)].flatMap((home) => {
    if (home.kind !== "class") return [];
    return home.node.members.flatMap((member) => {
      if (member.kind !== "function" || member.name === void 0 || member.isStatic || member.isAbstract) return [];
      if (seen.has(member.name)) return [];
      seen.add(member.name);
      return [{ fn: member, home }];
    });
  });
}
function addRoute4(walk2, one2) {
  const { run, host, table } = walk2;
  const { decorator } = one2;
  const given3 = decorator.site.arguments[0];
  const versionDecorator = one2.decorators.find((each) => each.name === "Version");
  const mapping = decorator.name === "RequestMapping" && given3?.kind === "fields" ? given3 : void 0;
  const method3 = mapping ? methodName2(mapping.entries.get("method")) ?? "GET" : one2.method;
  const at4 = spanOf2(decorator.file, decorator.written);
  const guards = guardsOf2(walk2, one2);
  for (const own of pathsOf(mapping ? mapping.entries.get("path") : given3, decorator)) {
    const paths = nestPaths({
      host,
      version: versionDecorator?.site.arguments[0] ?? one2.version,
      versionAt: versionDecorator ? spanOf2(versionDecorator.file, versionDecorator.written) : one2.path.at,
      module: one2.module,
      controller: one2.path,
      own,
      method: method3
    });
    for (const { prefix, own: last } of paths) {
      const { path, isResolved } = wholePath(prefix, last);
      const bare2 = joinPaths(...[...one2.module, one2.path, own].map((part2) => part2.text));
      const applied4 = walk2.middleware.filter((each) => each.appliesTo(one2.controller, bare2, path, method3)).map((each) => each.guard);
      const route3 = {
        method: method3,
        path,
        isResolved,
        handler: { file: one2.home.file, node: one2.fn },
        guards: [...walk2.host.middleware.map((each) => guardOf2(run, each, true)), ...applied4, ...guards],
        prefixes: routePrefixes(prefix),
        framework: "nestjs",
        at: at4
      };
      table.add(route3);
    }
  }
}
function guardsOf2(walk2, one2) {
  const { run } = walk2;
  const written3 = [...one2.owner, ...one2.decorators].filter((each) => each.name === "UseGuards");
  const own = written3.flatMap(
    (each) => each.site.arguments.flatMap(
      (value, index) => flatGiven({ value, written: each.site.written[index] ?? each.written, file: each.site.file }).map(
        (given3) => nestGuard(run, given3, false)
      )
    )
  );
  return [...walk2.guards, ...own].filter((guard) => !isWaived(guard.waivers, one2.decorators, one2.owner)).map(
    (guard) => mayPass(guard, [...one2.decorators, ...one2.owner]) ? { ...guard.guard, purpose: "other" } : guard.guard
  );
}
function mayPass({ origin: origin2 }, decorators2) {
  return origin2 !== void 0 && decorators2.some((one2) => one2.package === origin2 || scopeOf(one2.package) === scopeOf(origin2));
}
function scopeOf(name) {
  return name.startsWith("@") ? name.split("/")[0] ?? name : name;
}
function pathsOf(value, decorator) {
  const written3 = decorator.site.written[0];
  if (!value || !written3 || value.kind === "plain" && value.value === null)
    return [{ text: "/", isResolved: true, at: spanOf2(decorator.file, decorator.written) }];
  return writtenPaths(value, decorator.site.file, written3);
}
function controllerPaths(declared2) {
  const [first2] = declared2.site.arguments;
  return pathsOf(first2?.kind === "fields" ? first2.entries.get("path") : first2, declared2);
}

// src/model/code/routes/javascript/table.ts
var MOST5 = 5e3;
function tableBuilder() {
  const routes = [];
  const table = {
    routes,
    unresolved: [],
    openEnds: [],
    fallbacks: [],
    unregistered: [],
    mounted: /* @__PURE__ */ new Set(),
    add: (route3) => {
      if (routes.length < MOST5) routes.push(route3);
      if (!route3.isResolved) table.unresolved.push(route3.at);
    },
    isFull: () => routes.length >= MOST5
  };
  return table;
}
function finish(table) {
  const unresolved = new Map(
    [...table.unresolved, ...table.openEnds].map((at4) => [`${at4.path}:${at4.start}:${at4.end}`, at4])
  );
  return {
    routes: table.routes,
    unregistered: table.unregistered,
    unresolved: [...unresolved.values()],
    fallbacks: table.fallbacks
  };
}

// src/model/code/routes/javascript/nest-unregistered.ts
function unregisteredControllers(run, hosts, files4) {
  const [first2] = hosts;
  if (!first2 || hosts.some((one2) => one2.modules.unresolved.length > 0)) return [];
  const registered4 = new Set(
    hosts.flatMap(
      (one2) => [...one2.modules.modules.values()].flatMap((module) => [...module.controllers].map((each) => each.node))
    )
  );
  const found3 = [];
  for (const path of files4) {
    const file = run.program.files.get(path);
    if (!file || standsAside(path) || !file.imports.some((one2) => one2.from === "@nestjs/common" && one2.name === "Controller"))
      continue;
    for (const node of file.body) {
      if (node.kind !== "class" || node.decorators.length === 0 || registered4.has(node) || node.isAbstract) continue;
      const value = classOf2(node, startModule(run, file));
      if (!inheritedDecorator(run, value, "Controller")) continue;
      const table = tableBuilder();
      unregisteredController(run, first2.host, value, table);
      if (table.routes.length > 0)
        found3.push({
          name: node.name ?? "controller",
          routes: table.routes,
          at: spanOf2(file, { start: node.nameStart, end: node.nameStart + (node.name?.length ?? 0) })
        });
    }
  }
  return found3;
}

// src/model/code/routes/javascript/next-config.ts
var EXTENSIONS2 = ["tsx", "ts", "jsx", "js"];
function nextConfig(run, file) {
  const given3 = file && fieldsIn(run, exportedValue(run, file, "default"), 0);
  if (!file || !given3) return { basePath: "", extensions: EXTENSIONS2, rewrites: [] };
  const at4 = { path: file.path, start: 0, end: 0 };
  const extensions = itemsOf(given3.entries.get("pageExtensions") ?? { kind: "unknown" })?.elements.map(stringOf).filter((one2) => one2 !== void 0);
  return {
    basePath: stringOf(given3.entries.get("basePath")) ?? "",
    extensions: extensions && extensions.length > 0 ? extensions : EXTENSIONS2,
    rewrites: rewritesOf(run, given3.entries.get("rewrites"), at4),
    at: at4
  };
}
function fieldsIn(run, value, depth) {
  if (!value || depth > 5) return void 0;
  if (value.kind === "fields") return value;
  if (value.kind === "closure") return fieldsIn(run, callClosure2(run, value, []), depth + 1);
  if (value.kind === "either")
    return value.values.map((one2) => fieldsIn(run, one2, depth + 1)).find((one2) => one2 !== void 0);
  const last = value.kind === "outside" ? value.steps.at(-1) : void 0;
  if (last?.kind !== "call") return void 0;
  return last.site.arguments.map((one2) => fieldsIn(run, one2, depth + 1)).find((one2) => one2 !== void 0);
}
function rewritesOf(run, value, at4) {
  if (value?.kind !== "closure") return [];
  const result = callClosure2(run, value, []);
  const lists = result.kind === "fields" ? [...result.entries.values()] : [result];
  return lists.flatMap((list2) => {
    const items = itemsOf(list2);
    if (!items) return [{ source: void 0, at: at4 }];
    return items.elements.map((one2) => ({
      source: one2.kind === "fields" ? stringOf(one2.entries.get("source")) : void 0,
      at: at4
    }));
  });
}

// src/model/code/routes/javascript/next-middleware.ts
var MIDDLEWARE = /^(?:src\/)?(?:middleware|proxy)\.[jt]s$/;
function nextMiddleware(run, root2, files4) {
  const file = files4.find((one2) => MIDDLEWARE.test(root2 === "" ? one2.path : one2.path.slice(root2.length + 1)));
  if (!file) return () => [];
  const name = /proxy\.[jt]s$/.test(file.path) ? "proxy" : "middleware";
  const value = exportedValue(run, file, name) ?? exportedValue(run, file, "default");
  if (!value) return () => [];
  const entry = file.exports.find((one2) => one2.name === name || one2.name === "default");
  const matchers = matchersOf(run, exportedValue(run, file, "config"));
  const guard = {
    name,
    purpose: purposeOf3(run, value, name),
    isGlobal: matchers === void 0,
    at: { path: file.path, start: entry?.start ?? 0, end: entry?.end ?? 0 }
  };
  return (path) => {
    const answers3 = matchers?.map((matches) => matches(path)) ?? [true];
    if (answers3.includes(true)) return [guard];
    return answers3.includes(void 0) ? [{ ...guard, purpose: "other" }] : [];
  };
}
function matchersOf(run, config) {
  const value = config && memberOf2(run, config, "matcher");
  if (!value || value.kind === "unknown" || value.kind === "plain" && value.value === null) return void 0;
  const items = itemsOf(value)?.elements ?? [value];
  const sources = items.map((one2) => stringOf(one2.kind === "fields" ? one2.entries.get("source") : one2));
  return sources.map((source) => source === void 0 ? () => void 0 : matcher(source));
}
function matcher(source) {
  const except = /^([\w/-]*)\/\(\(\?!([^()]*)\)\.\*\)$/.exec(source.slice(0, 1e3));
  if (except) {
    const [, before = "", names = ""] = except;
    const excluded = names.split("|").filter((name) => name !== "" && !/[.*+?$\\]/.test(name));
    return (path) => path.startsWith(`${before}/`) && !excluded.some((name) => path.startsWith(`${before}/${name}`));
  }
  if (source.includes("(")) return () => void 0;
  const parts3 = source.split("/").filter((part2) => part2 !== "");
  return (path) => matchesParts(
    parts3,
    path.split("/").filter((part2) => part2 !== "")
  );
}
function matchesParts(parts3, path) {
  for (const [index, part2] of parts3.entries()) {
    if (/^:\w+\*$/.test(part2)) return true;
    const own = path[index];
    if (own === void 0) return /^:\w+\?$/.test(part2);
    if (/^:\w+\+$/.test(part2)) return true;
    if (!part2.startsWith(":") && part2 !== own) return false;
  }
  return parts3.length === path.length;
}

// src/model/code/routes/javascript/next.ts
var CONFIG = /(?:^|\/)next\.config\.[cm]?[jt]s$/;
var METHODS2 = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"];
function nextRoutes(program, paths, table) {
  const run = createRun(program, /* @__PURE__ */ new Set(), { call: () => void 0, isRelevant: () => false });
  for (const application3 of applications(run, paths)) {
    const guards = nextMiddleware(run, application3.root, application3.files);
    const seen = /* @__PURE__ */ new Set();
    const add4 = (route3) => {
      const key = `${route3.method} ${route3.path}`;
      if (!seen.has(key)) table.add(route3);
      seen.add(key);
    };
    for (const file of application3.files) fileRoutes(run, application3, file, guards, add4);
    for (const { source, at: at4 } of application3.config.rewrites)
      table.fallbacks.push({
        prefix: source === void 0 ? "/" : joinPaths(application3.config.basePath, beforeParameters(source)),
        at: at4
      });
  }
}
function beforeParameters(source) {
  return source.replace(/\/?[:(*][\s\S]*$/, "") || "/";
}
function applications(run, paths) {
  const { files: files4 } = run.program;
  const roots = /* @__PURE__ */ new Map();
  for (const path of paths)
    if (CONFIG.test(path)) roots.set(path.replace(/\/?next\.config\.[cm]?[jt]s$/, ""), files4.get(path));
  if (roots.size === 0) {
    const user = paths.find(
      (path) => files4.get(path)?.imports.some((one2) => one2.from === "next" || one2.from.startsWith("next/"))
    );
    const inside3 = user && /^(?:(.*)\/)?(?:src\/)?(?:app|pages)\//.exec(user);
    if (inside3) roots.set(inside3[1] ?? "", void 0);
  }
  return [...roots].map(([root2, config]) => ({
    root: root2,
    files: paths.flatMap((path) => root2 === "" || path.startsWith(`${root2}/`) ? files4.get(path) ?? [] : []),
    config: nextConfig(run, config)
  }));
}
function fileRoutes(run, application3, file, guards, add4) {
  const inside3 = application3.root === "" ? file.path : file.path.slice(application3.root.length + 1);
  const found3 = /^(?:src\/)?(app|pages)\/(.+)\.(\w+)$/.exec(inside3);
  if (!found3) return;
  const [, kind, name = "", extension = ""] = found3;
  if (!application3.config.extensions.includes(extension) && !application3.config.extensions.some((one2) => inside3.endsWith(`.${one2}`)))
    return;
  const own = bareName(name, extension, application3.config.extensions);
  const routes = kind === "app" ? appRoutes(run, file, own) : pageRoutes(run, file, own);
  for (const route3 of routes) {
    const path = (application3.config.basePath + route3.path).replace(/(?<=.)\/$/, "");
    add4({ ...route3, path, guards: guards(route3.path), prefixes: prefixesOf(application3.config) });
  }
}
function bareName(name, extension, extensions) {
  const compound2 = extensions.find((one2) => `${name}.${extension}`.endsWith(`.${one2}`) && one2.includes("."));
  return compound2 ? `${name}.${extension}`.slice(0, -compound2.length - 1) : name;
}
function prefixesOf(config) {
  return config.basePath === "" || !config.at ? [] : [{ path: config.basePath, at: config.at }];
}
var METADATA = /* @__PURE__ */ new Map([
  ["robots", "robots.txt"],
  ["sitemap", "sitemap.xml"],
  ["manifest", "manifest.webmanifest"]
]);
function appRoutes(run, file, name) {
  const segments = name.split("/");
  const last = segments.pop();
  if (segments.some((segment) => segment.startsWith("_") || /^\(\.+\)/.test(segment))) return [];
  const path = `/${segments.filter((segment) => !/^(?:@.*|\(.*\))$/.test(segment)).map(segmentPath).join("/")}`;
  const base2 = { isResolved: true, framework: "next" };
  const metadata2 = METADATA.get(last ?? "");
  if (last === "page" || metadata2 !== void 0)
    return [
      {
        ...base2,
        method: "GET",
        path: metadata2 === void 0 ? path : `${path === "/" ? "" : path}/${metadata2}`,
        at: startOf3(file)
      }
    ];
  if (last !== "route") return [];
  const names = new Set(exportedNames(run, file));
  return METHODS2.filter((method3) => names.has(method3)).map((method3) => {
    const handler3 = handlerOf(run, exportedValue(run, file, method3));
    return { ...base2, method: method3, path, at: exportSpan(file, method3), ...handler3 && { handler: handler3 } };
  });
}
function pageRoutes(run, file, name) {
  if (/^_(?:app|document|error|middleware)$/.test(name)) return [];
  const path = `/${name.replace(/(?:^|\/)index$/, "").split("/").map(segmentPath).join("/")}`;
  const isApi = path === "/api" || path.startsWith("/api/");
  const handler3 = isApi ? handlerOf(run, exportedValue(run, file, "default")) : void 0;
  return [
    {
      method: isApi ? "*" : "GET",
      path,
      isResolved: true,
      framework: "next",
      at: exportSpan(file, "default"),
      ...handler3 && { handler: handler3 }
    }
  ];
}
function segmentPath(segment) {
  const name = /^\[\[?(\.\.\.)?(\w[\w-]*)\]?\]$/.exec(segment.replace(/%5F/gi, "_"));
  return name ? `:${name[2]}${name[1] ? "*" : ""}` : segment.replace(/%5F/gi, "_");
}
function exportSpan(file, name) {
  const found3 = file.exports.find((one2) => one2.name === name);
  return found3 ? spanOf2(file, found3) : startOf3(file);
}
function startOf3(file) {
  return { path: file.path, start: 0, end: 0 };
}

// src/model/code/routes/javascript/server-table.ts
function serverRoutes(run, host, table) {
  table.mounted.add(host);
  const { listener } = host;
  for (const { method: method3, path } of listener ? yogaPaths(listener) : [])
    table.add({ method: method3, path, isResolved: true, guards: [], prefixes: [], framework: "yoga", at: host.at });
  if (listener?.kind !== "closure") return;
  const paths = comparedPaths(listener);
  for (const { path, node } of paths) {
    table.add({
      method: "*",
      path,
      isResolved: true,
      handler: { file: listener.file, node: listener.fn },
      guards: [],
      prefixes: [],
      framework: "node",
      at: spanOf2(listener.file, node)
    });
  }
  if (paths.length === 0 || !behaviourOf(run, listener).statuses.has(404))
    table.fallbacks.push({ prefix: "/", at: host.at });
}
function comparedPaths(listener) {
  const found3 = /* @__PURE__ */ new Map();
  const add4 = (address2, text2) => {
    if (text2.kind !== "literal" || typeof text2.value !== "string" || !text2.value.startsWith("/")) return;
    if (isAddress(address2) && !found3.has(normalPath2(text2.value))) found3.set(normalPath2(text2.value), text2);
  };
  walk(listener.fn.body, (node) => {
    if (node.kind === "binary" && (node.operator === "===" || node.operator === "==")) {
      add4(peel(node.left), peel(node.right));
      add4(peel(node.right), peel(node.left));
    } else if (node.kind === "switch" && node.subject) {
      for (const one2 of node.cases) for (const test of one2.tests) add4(peel(node.subject), peel(test));
    } else if (node.kind === "call" && node.callee.kind === "member" && node.callee.property === "startsWith") {
      const [first2] = node.arguments;
      if (first2) add4(peel(node.callee.object), peel(first2));
    }
    return void 0;
  });
  return [...found3].map(([path, node]) => ({ path, node }));
}
function isAddress(node) {
  const name = pathOf(node)?.at(-1);
  return name === "url" || name === "pathname" || name === "path";
}

// src/model/code/routes/javascript/unread.ts
var UNREAD = /* @__PURE__ */ new Set([
  "@adonisjs",
  "@feathersjs",
  "@foal",
  "@hapi",
  "@keystone-6",
  "@loopback",
  "@medusajs",
  "@midwayjs",
  "@marblejs",
  "@nuxt",
  "@payloadcms",
  "@redwoodjs",
  "@remix-run",
  "@strapi",
  "@sveltejs",
  "@tinyhttp",
  "@tsed",
  "actionhero",
  "astro",
  "connect",
  "egg",
  "elysia",
  "ghost",
  "h3",
  "hapi",
  "json-server",
  "micro",
  "moleculer-web",
  "nitropack",
  "nuxt",
  "parse-server",
  "polka",
  "restify",
  "routing-controllers",
  "sails",
  "strapi",
  "uWebSockets.js"
]);
var HARMLESS3 = /^@hapi\/(?:boom|hoek|joi|code|lab|bourne|topo|address)$|^@strapi\/(?:sdk|client|design)|^@remix-run\/(?:react|router)$/;
function unreadFrameworks(program, reached2, table) {
  const seen = /* @__PURE__ */ new Set();
  for (const path of reached2) {
    const file = program.files.get(path);
    for (const one2 of file?.imports ?? []) {
      const name = one2.from.startsWith("@") ? one2.from.slice(0, Math.max(0, one2.from.indexOf("/"))) : one2.from.split("/")[0] ?? "";
      if (one2.typeOnly || !file || !UNREAD.has(name) || HARMLESS3.test(one2.from) || seen.has(name)) continue;
      seen.add(name);
      table.openEnds.push(spanOf2(file, one2));
      table.fallbacks.push({ prefix: "/", at: spanOf2(file, one2) });
    }
  }
}

// src/model/code/routes/javascript.ts
function javascriptRoutes(program, service) {
  const table = tableBuilder();
  const started2 = startOf(program, service);
  if (started2) {
    const used2 = usedHosts(started2);
    for (const host of started2.made) if (isRoot(started2, host, used2)) routesOf(started2, host, table);
    table.openEnds.push(...started2.unresolved);
    if (isExhausted(started2.run)) table.openEnds.push({ path: service.entries[0] ?? "", start: 0, end: 0 });
    if (isWhole(started2, table)) addUnregistered(started2, service, used2, table);
  }
  unreadFrameworks(program, service.entries.length > 0 ? program.reachableFrom(service.entries) : service.files, table);
  nextRoutes(program, service.files, table);
  return finish(table);
}
function isWhole(started2, table) {
  return table.mounted.size > 0 && table.openEnds.length === 0 && !started2.run.loadsUnknown;
}
function routesOf(started2, host, table) {
  if (host.framework === "express") expressRoutes(started2.run, host, table);
  else if (host.framework === "fastify") fastifyRoutes(started2.run, host, table);
  else if (host.framework === "nestjs") nestRoutes(started2.run, host, table);
  else if (host.framework === "node") serverRoutes(started2.run, host, table);
  else if (host.framework === "apollo") {
    table.mounted.add(host);
    for (const { method: method3, path } of host.paths)
      table.add({
        method: method3,
        path: joinPaths(path.text),
        isResolved: path.isResolved,
        guards: [],
        prefixes: [],
        framework: "apollo",
        at: host.at
      });
  } else if (host.framework === "koa") koaRoutes(started2.run, host, table);
  else if (host.framework === "hono") honoRoutes(started2.run, host, table);
}
function nestApplications(started2) {
  return started2.made.flatMap((host) => {
    if (host.framework !== "nestjs") return [];
    const nest2 = host;
    return [{ host: nest2, modules: reachableModules(started2.run, nest2.root, nest2.at) }];
  });
}
function isRoot(started2, host, used2) {
  if (!host.isApplication || started2.aside.has(host) || used2.has(host)) return false;
  if (host.framework !== "hono") return true;
  const isServed = (one2) => one2.isServed || honoServed.has(one2.entries);
  const hosts = started2.made.filter((one2) => one2.framework === "hono" && !used2.has(one2));
  return isServed(host) || !hosts.some(isServed);
}
function usedHosts(started2) {
  const used2 = /* @__PURE__ */ new Set();
  const add4 = (value) => {
    if (value.kind !== "host") return;
    const host = value.host;
    used2.add(host.framework === "koa" && host.role === "routes" ? host.router : host);
  };
  for (const host of started2.made) {
    if (host.framework === "express") {
      for (const layer of host.layers)
        if (layer.kind === "use") for (const { value } of layer.handlers) add4(value);
    } else if (host.framework === "hono") {
      if (honoMounted.has(host.entries)) used2.add(host);
    } else if (host.framework === "koa") {
      const koa = host;
      if (koa.role === "application") for (const { value } of koa.middleware) add4(value);
      if (koa.role === "mount") add4(koa.inner.value);
      if (koa.role === "router" && koa.isServed) used2.add(koa);
    }
  }
  return used2;
}
function addUnregistered(started2, service, used2, table) {
  const others = tableBuilder();
  for (const host of started2.made) if (started2.aside.has(host) && host.isApplication) routesOf(started2, host, others);
  if (others.openEnds.length > 0) return;
  for (const host of started2.made) {
    if (host.framework === "node" || table.mounted.has(host) || others.mounted.has(host) || used2.has(host)) continue;
    const own = tableBuilder();
    routesOf(started2, host, own);
    if (own.routes.length === 0) continue;
    table.unregistered.push({ name: nameOf10(started2.run, host), routes: own.routes, at: host.at });
  }
  table.unregistered.push(...unregisteredControllers(started2.run, nestApplications(started2), service.files));
}
function nameOf10(run, host) {
  if (host.parameterOf !== void 0) return host.parameterOf;
  let name;
  walk(run.program.files.get(host.at.path)?.body ?? [], (node) => {
    if (node.start > host.at.start || node.end < host.at.end) return false;
    if (node.kind === "declare" && node.target.kind === "name") name = node.target.name;
    else if (node.kind === "field") name = node.name;
    else if (node.kind === "class") name = node.name ?? name;
    return void 0;
  });
  return name ?? host.type;
}

// src/code/python/run.ts
var BUDGET2 = 1e6;
var DEEPEST12 = 40;
var MOST_IMPORTS = 250;
var MOST_NESTED = 800;
function pyRun(program, knowledge, environment2 = EMPTY_ENVIRONMENT) {
  return {
    program,
    environment: environment2,
    knowledge,
    modules: /* @__PURE__ */ new Map(),
    called: /* @__PURE__ */ new Set(),
    active: /* @__PURE__ */ new Map(),
    budget: BUDGET2,
    depth: 0,
    imports: 0,
    nesting: 0
  };
}
function spanOf6(file, node) {
  return { path: file.path, start: node.start, end: node.end };
}

// src/code/python/values.ts
var UNKNOWN2 = { kind: "unknown" };
var NONE2 = { kind: "plain", value: null };
var LONGEST_TEXT = 5e3;
var MOST_ITEMS = 2e3;
function plainOf(value) {
  return typeof value === "string" && value.length > LONGEST_TEXT ? UNKNOWN2 : { kind: "plain", value };
}
function listOf3(items, isOpen3 = false) {
  return { kind: "list", items: items.slice(0, MOST_ITEMS), isOpen: isOpen3 || items.length > MOST_ITEMS };
}
function extend(list2, items, isOpen3 = false) {
  const room = Math.max(0, MOST_ITEMS - list2.items.length);
  list2.items.push(...items.slice(0, room));
  list2.isOpen ||= isOpen3 || items.length > room;
}
function argument2(given3, position, name) {
  return given3.keywords.get(name) ?? (position >= 0 ? given3.list[position] : void 0);
}
function textOf5(value) {
  return value?.kind === "plain" && typeof value.value === "string" ? value.value : void 0;
}
function isNone(value) {
  return value?.kind === "plain" && value.value === null;
}
function itemsOf2(value) {
  if (!value || isNone(value)) return [];
  return value.kind === "list" ? value.items : [value];
}
function lookUp(names, name) {
  let isInner = true;
  for (let at4 = names; at4; at4 = at4.around) {
    const found3 = at4.isClass && !isInner ? void 0 : at4.own.get(name);
    if (found3) return found3;
    isInner = false;
  }
  return void 0;
}

// src/code/python/targets.ts
function assign2(run, file, names, target, value) {
  switch (target.kind) {
    case "name":
      names.own.set(target.name, value);
      return;
    case "array":
      for (const [index, one2] of target.elements.entries())
        assign2(run, file, names, one2, value.kind === "list" ? value.items[index] ?? UNKNOWN2 : UNKNOWN2);
      return;
    case "spread":
      assign2(run, file, names, target.value, UNKNOWN2);
      return;
    case "member": {
      const object = evaluate4(run, file, names, target.object);
      setAttribute(object, target.property, value);
      return;
    }
    case "index": {
      const object = evaluate4(run, file, names, target.object);
      const key = textOf5(evaluate4(run, file, names, target.index));
      if (object.kind === "dict" && key !== void 0) object.entries.set(key, value);
      else if (object.kind === "dict" || object.kind === "list") object.isOpen = true;
      return;
    }
    default:
  }
}
function setAttribute(object, name, value) {
  if (object.kind === "dict") object.entries.set(name, value);
  else if (object.kind === "instance" || object.kind === "host") object.attributes.set(name, value);
  else if (object.kind === "class") object.names.own.set(name, value);
  else if (object.kind === "function") object.notes.set(name, value);
}
function reassign(run, file, names, target, operator, value) {
  if (target.kind === "name") {
    const known7 = lookUp(names, target.name);
    const result = operator === "+=" ? added(known7, value) : operator === "=" || operator === ":=" ? value : UNKNOWN2;
    let at4 = names;
    while (at4 && !at4.own.has(target.name)) at4 = at4.around;
    (at4 ?? names).own.set(target.name, result);
    return result;
  }
  if (operator === "+=") {
    const known7 = evaluate4(run, file, names, target);
    if (known7.kind === "list") return added(known7, value);
  }
  assign2(run, file, names, target, value);
  return value;
}
function added(known7, value) {
  if (known7?.kind === "list") {
    if (value.kind === "list") extend(known7, value.items, value.isOpen);
    else known7.isOpen = true;
    return known7;
  }
  const [one2, other] = [textOf5(known7), textOf5(value)];
  return one2 !== void 0 && other !== void 0 ? plainOf(one2 + other) : UNKNOWN2;
}

// src/code/python/expressions.ts
var MOST_ITEMS2 = 500;
function evaluate4(run, file, names, node) {
  if (run.budget-- <= 0 || run.nesting >= MOST_NESTED) return UNKNOWN2;
  run.nesting++;
  const found3 = evaluated(run, file, names, node);
  run.nesting--;
  if (found3.kind === "list" && node.kind !== "name") run.budget -= found3.items.length >> 2;
  return found3;
}
function evaluated(run, file, names, node) {
  const value = (one2) => evaluate4(run, file, names, one2);
  switch (node.kind) {
    case "literal":
      return plainOf(node.value);
    case "template":
      return template(run, file, names, node);
    case "name":
      return lookUp(names, node.name) ?? UNKNOWN2;
    case "member": {
      const object = value(node.object);
      const found3 = attributeOf(run, file, object, node.property, node);
      const isSetting = SETTING.test(node.property) || object.kind === "outside" && object.name === "os.environ";
      return found3.kind === "outside" || found3.kind === "unknown" ? isSetting ? elsewhere(run, file, node) ?? found3 : found3 : found3;
    }
    case "index":
      return indexed3(run, value(node.object), value(node.index));
    case "slice":
      value(node.object);
      return UNKNOWN2;
    case "call":
      return evaluateCall2(run, file, names, node);
    case "array":
      return listOf3(
        node.elements.flatMap((one2) => one2.kind === "spread" ? spreadItems(value(one2.value)) : value(one2)),
        node.elements.some((one2) => one2.kind === "spread")
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
      return binary2(node.operator, value(node.left), () => value(node.right));
    case "unary": {
      const known7 = truth(value(node.value));
      return node.operator === "!" && known7 !== void 0 ? plainOf(!known7) : UNKNOWN2;
    }
    case "conditional": {
      const known7 = truth(value(node.test));
      if (known7 !== void 0) return value(known7 ? node.consequent : node.alternate);
      return oneOf(value(node.consequent), value(node.alternate));
    }
    case "assign":
      return reassign(run, file, names, node.target, node.operator, value(node.value));
    case "comprehension":
      return comprehension2(run, file, names, node);
    case "unknown":
      for (const child of node.children) if (child.kind === "call") value(child);
      return UNKNOWN2;
    default:
      return UNKNOWN2;
  }
}
var SETTING = /^[A-Z][A-Z\d_]*$/;
function elsewhere(run, file, node) {
  run.budget -= 20;
  const found3 = evaluateExpression(run.program, { file, node }, run.environment);
  return found3.kind === "known" && found3.value !== null ? plainOf(found3.value) : void 0;
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
function template(run, file, names, node) {
  let text2 = "";
  let isWhole2 = true;
  for (const part2 of node.parts.slice(0, 100)) {
    const value = typeof part2 === "string" ? plainOf(part2) : evaluate4(run, file, names, part2);
    if (value.kind === "plain") text2 += written(value.value);
    else {
      text2 = value.kind === "ending" ? value.text : "";
      isWhole2 = false;
    }
  }
  return isWhole2 ? plainOf(text2) : { kind: "ending", text: text2.slice(-500) };
}
function written(value) {
  if (value === null) return "None";
  return typeof value === "boolean" ? value ? "True" : "False" : String(value);
}
function oneOf(one2, other) {
  const isObject3 = (value) => !/^(?:unknown|outside|plain|ending)$/.test(value.kind);
  if (isObject3(one2) || isObject3(other)) return isObject3(one2) ? one2 : other;
  return one2.kind === "plain" && other.kind === "plain" && one2.value === other.value ? one2 : UNKNOWN2;
}
function binary2(operator, left, right) {
  if (operator === "||" || operator === "&&") {
    const known7 = truth(left);
    const other2 = right();
    if (known7 === void 0)
      return operator === "||" ? oneOf(left, other2) : truth(other2) === false ? other2 : oneOf(UNKNOWN2, other2);
    return known7 === (operator === "||") ? left : other2;
  }
  const other = right();
  if (operator === "+") return sum(left, other);
  if (left.kind !== "plain" || other.kind !== "plain") return UNKNOWN2;
  if (operator === "===" || operator === "is") return plainOf(left.value === other.value);
  if (operator === "!==" || operator === "is not") return plainOf(left.value !== other.value);
  if (operator === "%" && typeof left.value === "string" && typeof other.value !== "boolean")
    return plainOf(left.value.replace(/%[sd]/, String(other.value)));
  return UNKNOWN2;
}
function sum(left, right) {
  if (left.kind === "list" || right.kind === "list") {
    const items = [left, right].flatMap((one3) => one3.kind === "list" ? one3.items : []);
    return listOf3(
      items,
      [left, right].some((one3) => one3.kind !== "list" || one3.isOpen)
    );
  }
  const [one2, other] = [left.kind === "ending" ? left.text : textOf5(left), textOf5(right)];
  if (other !== void 0 && left.kind === "ending") return { kind: "ending", text: ((one2 ?? "") + other).slice(-500) };
  if (one2 !== void 0 && other !== void 0) return plainOf(one2 + other);
  if (other !== void 0 && left.kind === "unknown") return { kind: "ending", text: other };
  if (left.kind === "plain" && right.kind === "plain" && typeof left.value === "number" && typeof right.value === "number")
    return plainOf(left.value + right.value);
  return UNKNOWN2;
}
function indexed3(run, object, key) {
  if (object.kind === "list" && key.kind === "plain" && typeof key.value === "number")
    return object.items.at(key.value) ?? UNKNOWN2;
  const name = textOf5(key);
  if (name !== void 0 && object.kind === "dict") return object.entries.get(name) ?? UNKNOWN2;
  if (name !== void 0 && object.kind === "host") return run.knowledge.attribute(run, object, name) ?? UNKNOWN2;
  if (object.kind === "outside" && object.name.endsWith(".Annotated")) return key;
  return object.kind === "class" || object.kind === "outside" ? object : UNKNOWN2;
}
function spreadItems(value) {
  return value.kind === "list" ? value.items : [];
}
function dictionary(run, file, names, node) {
  const made5 = { kind: "dict", entries: /* @__PURE__ */ new Map(), isOpen: false };
  for (const entry of node.entries) {
    if (entry.kind === "spread") {
      const spread3 = evaluate4(run, file, names, entry.value);
      if (spread3.kind === "dict") for (const [key2, value2] of spread3.entries) made5.entries.set(key2, value2);
      else made5.isOpen = true;
      continue;
    }
    const value = evaluate4(run, file, names, entry.value);
    const key = entry.key ?? (entry.computed && textOf5(evaluate4(run, file, names, entry.computed)));
    if (key === void 0) made5.isOpen = true;
    else made5.entries.set(key, value);
  }
  return made5;
}
function comprehension2(run, file, names, node) {
  const [clause2] = node.clauses;
  const inner2 = { own: /* @__PURE__ */ new Map(), around: names, isClass: false };
  if (!clause2 || node.clauses.length > 1 || node.form === "dict") return UNKNOWN2;
  const over = evaluate4(run, file, inner2, clause2.iterated);
  const isKnown = over.kind === "list";
  const made5 = (isKnown ? over.items.slice(0, MOST_ITEMS2) : [UNKNOWN2]).flatMap((item) => {
    assign2(run, file, inner2, clause2.target, item);
    const isOut = clause2.tests.some((test) => truth(evaluate4(run, file, inner2, test)) === false);
    return isOut ? [] : [evaluate4(run, file, inner2, node.element)];
  });
  return listOf3(isKnown ? made5 : [], !isKnown);
}

// src/code/python/statements.ts
var MOST_ITEMS3 = 500;
var GOES_ON = {};
function runBlock(run, file, names, statements, before) {
  return outcomeOf(run, file, names, statements, before).value;
}
function outcomeOf(run, file, names, statements, before) {
  let value;
  for (const statement2 of statements) {
    if (run.budget-- <= 0 || run.nesting >= MOST_NESTED) break;
    before?.(statement2);
    run.nesting++;
    const outcome = runStatement(run, file, names, statement2);
    run.nesting--;
    value = better2(value, outcome.value);
    if (outcome.ends) return { ...value && { value }, ends: outcome.ends };
  }
  return value ? { value } : GOES_ON;
}
function better2(one2, other) {
  return one2 && one2.kind !== "unknown" && !isNone(one2) ? one2 : other ?? one2;
}
function either2(one2, other) {
  const value = better2(one2.value, other.value);
  return { ...value && { value }, ...one2.ends && one2.ends === other.ends && { ends: one2.ends } };
}
function runStatement(run, file, names, node) {
  const value = (one2) => evaluate4(run, file, names, one2);
  const block = (body) => outcomeOf(run, file, names, body);
  switch (node.kind) {
    case "declare":
      if (node.value) assign2(run, file, names, node.target, value(node.value));
      return GOES_ON;
    case "expression":
      value(node.value);
      return GOES_ON;
    case "return":
      return { value: node.value ? value(node.value) : NONE2, ends: "function" };
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
      const known7 = truth(value(node.test));
      if (known7 !== void 0) return block(known7 ? node.consequent : node.alternate);
      return either2(block(node.consequent), block(node.alternate));
    }
    case "loop":
      return loop4(run, file, names, node);
    case "try":
      return tried(run, file, names, node);
    case "with":
      for (const item of node.items) {
        const given3 = value(item.value);
        if (item.target) assign2(run, file, names, item.target, given3);
      }
      return block(node.body);
    case "block":
      return block(node.body);
    case "switch": {
      let returned5;
      for (const one2 of node.cases) returned5 = better2(returned5, block(one2.body).value);
      return returned5 ? { value: returned5 } : GOES_ON;
    }
    default:
      return GOES_ON;
  }
}
function tried(run, file, names, node) {
  const body = outcomeOf(run, file, names, node.body);
  let { value } = body;
  for (const handler3 of node.handlers) {
    const inner2 = { own: /* @__PURE__ */ new Map(), around: names, isClass: false };
    value = better2(value, runBlock(run, file, inner2, handler3.body));
    for (const [name, bound2] of inner2.own) if (!names.own.has(name)) names.own.set(name, bound2);
  }
  for (const rest2 of [node.otherwise, node.finalizer]) value = better2(value, runBlock(run, file, names, rest2));
  return { ...value && { value }, ...node.handlers.length === 0 && body.ends && { ends: body.ends } };
}
function loop4(run, file, names, node) {
  let value;
  const round = () => {
    const outcome = outcomeOf(run, file, names, node.body);
    value = better2(value, outcome.value);
    return outcome.ends;
  };
  if (node.form !== "each" || !node.iterated || !node.target) {
    round();
    return value ? { value } : GOES_ON;
  }
  const over = evaluate4(run, file, names, node.iterated);
  const isKnown = over.kind === "list" && !over.isOpen;
  for (const item of over.kind === "list" ? over.items.slice(0, MOST_ITEMS3) : [UNKNOWN2]) {
    assign2(run, file, names, node.target, item);
    const ends = round();
    if (ends === "loop") break;
    if (ends === "function" && isKnown) return { ...value && { value }, ends };
  }
  return value ? { value } : GOES_ON;
}
function functionValue(run, file, names, node) {
  const made5 = { kind: "function", file, node, names, notes: /* @__PURE__ */ new Map() };
  return applyDecorators(run, file, names, node.decorators, made5);
}
function classValue(run, file, names, node) {
  const own = { own: /* @__PURE__ */ new Map(), around: names, isClass: true };
  const bases = node.bases.map((base2) => evaluate4(run, file, names, base2));
  const made5 = { kind: "class", file, node, names: own, bases, notes: /* @__PURE__ */ new Map() };
  for (const member of node.members) {
    if (run.budget-- <= 0) break;
    if (member.kind === "field") {
      if (member.value) own.own.set(member.name, evaluate4(run, file, own, member.value));
    } else runStatement(run, file, own, member);
  }
  runBlock(run, file, own, node.statements);
  return applyDecorators(run, file, names, node.decorators, made5);
}

// src/code/python/modules.ts
function moduleNames(run, file) {
  const known7 = run.modules.get(file);
  if (known7) return known7;
  const names = { own: /* @__PURE__ */ new Map(), isClass: false };
  run.modules.set(file, names);
  names.own.set("__name__", { kind: "plain", value: "__main__" });
  names.own.set("__file__", UNKNOWN2);
  if (run.imports >= MOST_IMPORTS) run.budget = 0;
  if (run.budget <= 0) return names;
  const { depth } = run;
  run.depth = 0;
  run.imports++;
  runBody(run, file, names, { start: 0, end: Number.POSITIVE_INFINITY, body: file.body }, false);
  run.imports--;
  run.depth = depth;
  return names;
}
function runBody(run, file, names, of, isDeferred) {
  let at4 = of.start;
  const importUntil = (offset) => {
    bindImports(run, file, names, at4, offset, isDeferred);
    at4 = Math.max(at4, offset);
  };
  const returned5 = runBlock(
    run,
    file,
    names,
    of.body,
    (one2) => importUntil(one2.kind === "function" || one2.kind === "class" ? one2.start : one2.end)
  );
  importUntil(of.end);
  return returned5;
}
function bindImports(run, file, names, start, end, isDeferred) {
  for (const one2 of file.imports) {
    if (one2.deferred !== isDeferred || one2.start < start || one2.start >= end) continue;
    const value = importValue(run, file, one2, names);
    if (one2.local === void 0 || !value) continue;
    const known7 = names.own.get(one2.local);
    if (known7 && known7.kind !== "unknown" && (value.kind === "unknown" || value.kind === "outside")) continue;
    names.own.set(one2.local, value);
  }
}
function importValue(run, file, one2, names) {
  const module = moduleValue(run, file, one2.from);
  if (one2.name === void 0) return void 0;
  if (one2.name !== "*") return moduleMember2(run, module, one2.name);
  if (one2.local !== void 0) return module;
  if (module.kind !== "module") return void 0;
  for (const [name, value] of moduleNames(run, module.file).own)
    if (!name.startsWith("_") && !names.own.has(name)) names.own.set(name, value);
  return void 0;
}
function moduleValue(run, from, name) {
  const dots = /^\.*/.exec(name)?.[0] ?? "";
  const parts3 = name.slice(dots.length).split(".");
  for (let count = 1; count < parts3.length; count++) {
    const target2 = run.program.target(from, dots + parts3.slice(0, count).join("."));
    if (target2.kind === "files") for (const file2 of target2.files) moduleNames(run, file2);
  }
  const target = run.program.target(from, name);
  if (target.kind === "package") return { kind: "outside", name };
  if (target.kind === "missing") return UNKNOWN2;
  const [file] = target.files;
  if (!file) return { kind: "folder", name, from };
  moduleNames(run, file);
  return { kind: "module", file };
}
function moduleMember2(run, module, name) {
  if (module.kind === "outside") {
    const whole = `${module.name}.${name}`;
    return run.knowledge.constant(run, whole) ?? { kind: "outside", name: whole };
  }
  if (module.kind === "folder")
    return moduleValue(run, module.from, /^\.+$/.test(module.name) ? module.name + name : `${module.name}.${name}`);
  if (module.kind !== "module") return UNKNOWN2;
  const found3 = lookUp(moduleNames(run, module.file), name);
  if (found3 && found3.kind !== "unknown") return found3;
  const target = run.program.target(module.file, `.${name}`);
  const [file] = target.kind === "files" ? target.files : [];
  const isPackage = module.file.path.endsWith("__init__.py");
  if (!file || !isPackage) return found3 ?? UNKNOWN2;
  moduleNames(run, file);
  return { kind: "module", file };
}

// src/code/python/attributes.ts
function attributeOf(run, file, object, name, node) {
  switch (object.kind) {
    case "module":
    case "folder":
    case "outside":
      return moduleMember2(run, object, name);
    case "class":
      return classAttribute(object, name) ?? inheritedMethod(object, object, name) ?? UNKNOWN2;
    case "instance":
      return instanceAttribute(run, file, object, name, node);
    case "dict":
      return object.entries.get(name) ?? UNKNOWN2;
    case "host":
      return object.attributes.get(name) ?? run.knowledge.attribute(run, object, name) ?? { kind: "method", host: object, name };
    case "function":
      if (name === "__name__") return plainOf(object.node.name ?? "");
      return object.notes.get(name) ?? UNKNOWN2;
    default:
      return UNKNOWN2;
  }
}
var LONGEST11 = 20;
function classAttribute(of, name, steps = LONGEST11) {
  const own = of.names.own.get(name);
  if (own || steps <= 0) return own;
  for (const base2 of of.bases) {
    const found3 = base2.kind === "class" ? classAttribute(base2, name, steps - 1) : void 0;
    if (found3) return found3;
  }
  return void 0;
}
function outsideBases(of, steps = LONGEST11) {
  if (steps <= 0) return [];
  return of.bases.flatMap((base2) => {
    if (base2.kind === "outside") return [base2.name];
    return base2.kind === "class" ? outsideBases(base2, steps - 1) : [];
  });
}
function inheritedMethod(of, self, name) {
  if (outsideBases(of).length === 0) return void 0;
  const host = { kind: "host", type: "inherited", at: NOWHERE3, attributes: /* @__PURE__ */ new Map(), state: self };
  return { kind: "method", host, name };
}
var NOWHERE3 = { path: "", start: 0, end: 0 };
function instanceAttribute(run, file, object, name, node) {
  const own = object.attributes.get(name);
  if (own) return own;
  const set = settingOf2(run, object.of, name);
  if (set) return set;
  const found3 = classAttribute(object.of, name);
  if (found3?.kind === "function") {
    const bound2 = { ...found3, self: object };
    if (found3.node.accessor === "get")
      return callFunction(run, bound2, { list: [], keywords: /* @__PURE__ */ new Map(), isOpen: false, at: spanFor(file, node), file });
    return bound2;
  }
  return fieldDefault2(found3) ?? inheritedMethod(object.of, object, name) ?? UNKNOWN2;
}
function settingOf2(run, of, name) {
  const field = classMember(run.program, of, name);
  const read2 = field?.kind === "field" ? fieldRead(run.program, field) : void 0;
  for (const variable of read2 ? [read2.variable, ...read2.alternatives] : []) {
    const fact = run.environment(variable);
    if (fact) return fact.known ? plainOf(fact.value) : UNKNOWN2;
  }
  return void 0;
}
function fieldDefault2(value) {
  if (value?.kind !== "host" || value.type !== "field") return value;
  return value.attributes.get("default") ?? UNKNOWN2;
}
function spanFor(file, { start, end }) {
  return { path: file.path, start, end };
}

// src/code/python/builtins.ts
function builtinFunction(run, file, names, name, given3) {
  const [first2, second] = given3.list;
  switch (name) {
    case "str":
      return first2?.kind === "plain" ? plainOf(String(first2.value)) : first2 ?? plainOf("");
    case "list":
    case "tuple":
    case "sorted":
    case "set":
    case "reversed":
      return first2 ? first2.kind === "list" ? listOf3(first2.items, first2.isOpen) : UNKNOWN2 : listOf3([]);
    case "dict":
      return { kind: "dict", entries: new Map(given3.keywords), isOpen: given3.list.length > 0 || given3.isOpen };
    case "getattr": {
      const key = textOf5(second);
      if (!first2 || key === void 0) return UNKNOWN2;
      const found3 = attributeOf(run, file, first2, key, { kind: "unknown", start: 0, end: 0, children: [] });
      return found3.kind === "unknown" ? given3.list[2] ?? UNKNOWN2 : found3;
    }
    case "enumerate":
      return first2?.kind === "list" ? listOf3(
        first2.items.map((item, index) => listOf3([plainOf(index), item])),
        first2.isOpen
      ) : UNKNOWN2;
    case "zip": {
      const lists = given3.list.flatMap((one2) => one2.kind === "list" ? [one2.items] : []);
      if (lists.length < given3.list.length || !lists[0]) return UNKNOWN2;
      return listOf3(lists[0].map((_, index) => listOf3(lists.map((one2) => one2[index] ?? UNKNOWN2))));
    }
    case "__import__":
      return textOf5(first2) === void 0 ? UNKNOWN2 : moduleValue(run, file, textOf5(first2) ?? "");
    case "super": {
      const self = names.own.get("self");
      return self ?? UNKNOWN2;
    }
    default:
      return void 0;
  }
}
function builtinMethod(run, file, names, node, object, method3) {
  const value = (index) => {
    const one2 = node.arguments[index];
    return one2 && evaluate4(run, file, names, one2);
  };
  if (object.kind === "list") {
    const item = value(0);
    if (method3 === "append" && item) extend(object, [item]);
    else if (method3 === "insert") extend(object, [value(1) ?? UNKNOWN2]);
    else if (method3 === "extend" && item?.kind === "list") extend(object, item.items, item.isOpen);
    else if (/^(?:append|extend|insert)$/.test(method3)) object.isOpen = true;
    else return UNKNOWN2;
    return UNKNOWN2;
  }
  if (object.kind === "dict") {
    const pairs = [...object.entries].map(([key2, one2]) => listOf3([plainOf(key2), one2]));
    if (method3 === "items") return listOf3(pairs, object.isOpen);
    if (method3 === "values") return listOf3([...object.entries.values()], object.isOpen);
    if (method3 === "keys") return listOf3([...object.entries.keys()].map(plainOf), object.isOpen);
    const key = textOf5(value(0));
    if (method3 === "get") return (key === void 0 ? void 0 : object.entries.get(key)) ?? value(1) ?? UNKNOWN2;
    if (method3 === "update") object.isOpen = true;
    return UNKNOWN2;
  }
  const text2 = textOf5(object);
  if (text2 === void 0) return void 0;
  const given3 = textOf5(value(0));
  switch (method3) {
    case "strip":
    case "rstrip":
    case "lstrip":
      return plainOf(stripped(text2, method3, given3));
    case "lower":
      return plainOf(text2.toLowerCase());
    case "upper":
      return plainOf(text2.toUpperCase());
    case "replace":
      return given3 === void 0 || text2.length > 500 ? UNKNOWN2 : plainOf(text2.replaceAll(given3, textOf5(value(1)) ?? ""));
    case "join": {
      const over = value(0);
      const parts3 = over?.kind === "list" && over.items.length < 100 ? over.items.map(textOf5) : [void 0];
      return parts3.every((one2) => one2 !== void 0) ? plainOf(parts3.join(text2)) : UNKNOWN2;
    }
    case "format":
      return node.arguments.length === 1 && given3 !== void 0 ? plainOf(text2.replace(/\{0?\}/, given3)) : UNKNOWN2;
    case "split":
      return listOf3(text2.split(given3 ?? /\s+/).map(plainOf));
    default:
      return void 0;
  }
}
function stripped(text2, method3, characters = " 	\r\n") {
  let [start, end] = [0, text2.length];
  if (method3 !== "rstrip") while (start < end && characters.includes(text2.charAt(start))) start++;
  if (method3 !== "lstrip") while (end > start && characters.includes(text2.charAt(end - 1))) end--;
  return text2.slice(start, end);
}

// src/code/python/calls.ts
function evaluateCall2(run, file, names, node) {
  const { callee } = node;
  if (callee.kind === "member") {
    const object = evaluate4(run, file, names, callee.object);
    const built = builtinMethod(run, file, names, node, object, callee.property);
    if (built) return built;
    const given4 = argumentsOf2(run, file, names, node);
    const value2 = attributeOf(run, file, object, callee.property, callee);
    return settled(run, file, node, value2, callValue3(run, value2, given4));
  }
  const value = evaluate4(run, file, names, callee);
  const given3 = argumentsOf2(run, file, names, node);
  if (value.kind === "unknown" && callee.kind === "name") {
    const built = builtinFunction(run, file, names, callee.name, given3);
    if (built) return built;
  }
  return settled(run, file, node, value, callValue3(run, value, given3));
}
var READS4 = /^(?:os\.(?:getenv|environ\.get)|decouple\.config|(?:environ|environs)\..*|starlette\.config\..*)$/;
var CONVERTS2 = /^(?:int|float|bool)$/;
function settled(run, file, { callee, ...node }, called3, value) {
  if (value.kind !== "unknown" && value.kind !== "outside") return value;
  const isRead = called3.kind === "outside" ? READS4.test(called3.name) : callee.kind === "name" && CONVERTS2.test(callee.name);
  return (isRead ? elsewhere(run, file, { ...node, callee }) : void 0) ?? value;
}
function argumentsOf2(run, file, names, node) {
  const list2 = [];
  const keywords = /* @__PURE__ */ new Map();
  let isOpen3 = false;
  for (const one2 of node.arguments) {
    if (one2.kind === "keyword") keywords.set(one2.name, evaluate4(run, file, names, one2.value));
    else if (one2.kind === "spread") {
      const spread3 = evaluate4(run, file, names, one2.value);
      if (spread3.kind === "list") list2.push(...spread3.items);
      else if (spread3.kind === "dict") for (const [name, value] of spread3.entries) keywords.set(name, value);
      isOpen3 ||= spread3.kind !== "list" && spread3.kind !== "dict" || spread3.isOpen;
    } else list2.push(evaluate4(run, file, names, one2));
  }
  return { list: list2, keywords, isOpen: isOpen3, at: spanOf6(file, node), file, node };
}
function callValue3(run, value, given3) {
  switch (value.kind) {
    case "function":
      return callFunction(run, value, given3);
    case "class":
      return instantiate2(run, value, given3);
    case "outside":
      return run.knowledge.call(run, value.name, given3) ?? outsideCall(value.name);
    case "method":
      if (value.host.type === "inherited")
        return run.knowledge.inherited(run, value.host.state, value.name, given3) ?? inheritedCall(run, value.name, given3);
      return run.knowledge.method(run, value.host, value.name, given3) ?? UNKNOWN2;
    case "instance": {
      const call3 = classAttribute(value.of, "__call__");
      return call3?.kind === "function" ? callFunction(run, { ...call3, self: value }, given3) : UNKNOWN2;
    }
    case "host":
      return run.knowledge.method(run, value, "__call__", given3) ?? UNKNOWN2;
    default:
      run.knowledge.passed(run, given3);
      return UNKNOWN2;
  }
}
var LONGEST_NAME = 200;
function inheritedCall(run, name, given3) {
  if (name !== "init_app" && name !== "__init__") run.knowledge.passed(run, given3);
  return UNKNOWN2;
}
function outsideCall(name) {
  return name.length > LONGEST_NAME ? UNKNOWN2 : { kind: "outside", name: `${name}()` };
}
function instantiate2(run, of, given3) {
  for (const base2 of outsideBases(of)) {
    const made6 = run.knowledge.call(run, base2, given3);
    if (made6?.kind === "host" && made6.type !== "field") return made6;
  }
  const made5 = { kind: "instance", of, attributes: /* @__PURE__ */ new Map() };
  const maker = classAttribute(of, "__init__");
  if (maker?.kind === "function") callFunction(run, { ...maker, self: made5 }, given3);
  else for (const [name, value] of given3.keywords) made5.attributes.set(name, value);
  return made5;
}
var MOST_ACTIVE = 2;
function callFunction(run, fn, given3) {
  const { file, node } = fn;
  const active = run.active.get(node) ?? 0;
  if (run.depth >= DEEPEST12 || run.budget <= 0 || active >= MOST_ACTIVE) return UNKNOWN2;
  const names = { own: /* @__PURE__ */ new Map(), around: fn.names, isClass: false };
  const hasSelf = fn.self !== void 0 && !node.isStatic;
  const list2 = hasSelf && fn.self ? [fn.self, ...given3.list] : given3.list;
  let position = 0;
  for (const parameter3 of node.parameters) {
    const { target } = parameter3;
    const name = target.kind === "name" ? target.name : "";
    if (parameter3.rest === "list") {
      assign2(run, file, names, target, listOf3(list2.slice(position), given3.isOpen));
      position = list2.length;
    } else if (parameter3.rest === "map") {
      const own = new Set(node.parameters.map((one2) => one2.target.kind === "name" ? one2.target.name : ""));
      const entries = new Map([...given3.keywords].filter(([key]) => !own.has(key)));
      names.own.set(name, { kind: "dict", entries, isOpen: given3.isOpen });
    } else {
      const value = given3.keywords.get(name) ?? list2[position];
      if (!given3.keywords.has(name)) position++;
      const fallback = parameter3.fallback && !given3.isOpen ? evaluate4(run, file, fn.names, parameter3.fallback) : UNKNOWN2;
      assign2(run, file, names, target, value ?? fallback);
    }
  }
  run.called.add(node);
  run.active.set(node, active + 1);
  run.depth++;
  const returned5 = runBody(run, file, names, node, true);
  run.depth--;
  run.active.set(node, active);
  return node.isGenerator ? UNKNOWN2 : returned5 ?? UNKNOWN2;
}
function applyDecorators(run, file, names, decorators2, decorated3) {
  let value = decorated3;
  for (const decorator of decorators2.toReversed()) {
    const evaluated2 = evaluate4(run, file, names, decorator);
    value = run.knowledge.decorate(run, evaluated2, value, spanOf6(file, decorator)) ?? applied3(run, file, decorator, evaluated2, value) ?? value;
  }
  return value;
}
function applied3(run, file, node, decorator, value) {
  if (decorator.kind !== "function" || value.kind === "unknown" || !run.knowledge.concerns(decorator.file))
    return void 0;
  const given3 = { list: [value], keywords: /* @__PURE__ */ new Map(), isOpen: false, at: spanOf6(file, node), file };
  const result = callFunction(run, decorator, given3);
  return result.kind === "host" ? result : void 0;
}

// src/model/code/routes/python/guards.ts
var AUTH2 = /auth|login|logged|current_?user|current_?active|token|jwt|api_?key|bearer|permission|principal|require_(?:user|role|admin|scope)|role|admin|session_required|identity|access|IsOwner|protected|security|credential|signature/i;
var LIMIT2 = /limit|throttl|slowapi/i;
function guardNamed(name, at4, isGlobal = false) {
  const purpose = LIMIT2.test(name) ? "limit" : AUTH2.test(name) ? "auth" : "other";
  return { name, purpose, isGlobal, at: at4 };
}
function nameOfValue(value) {
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
}
function dependency(given3) {
  const [written3] = given3.node?.arguments ?? [];
  const inner2 = written3?.kind === "keyword" ? written3.value : written3;
  const path = inner2 && pathOf(inner2.kind === "call" ? inner2.callee : inner2);
  const name = path?.at(-1) ?? nameOfValue(given3.list[0]);
  return { kind: "host", type: "depends", at: given3.at, attributes: /* @__PURE__ */ new Map(), state: name };
}
function dependenciesIn(value, isGlobal = false) {
  return itemsOf2(value).flatMap(
    (one2) => one2.kind === "host" && one2.type === "depends" && one2.state !== void 0 ? [guardNamed(String(one2.state), one2.at, isGlobal)] : []
  );
}
function handlerDependencies(run, value) {
  if (value.kind !== "function") return [];
  const { file, names, node } = value;
  return node.parameters.flatMap(({ fallback, type }) => {
    const written3 = [fallback, type?.expression].filter((one2) => one2 !== void 0);
    return written3.flatMap((one2) => dependenciesIn(evaluate4(run, file, names, one2)));
  });
}
function handlerDecorators(value, except) {
  if (value.kind !== "function" && value.kind !== "class") return [];
  return value.node.decorators.flatMap((one2) => {
    const path = pathOf(one2.kind === "call" ? one2.callee : one2);
    const name = path?.at(-1);
    if (name === void 0 || except.test(path?.join(".") ?? "")) return [];
    return [guardNamed(name, { path: value.file.path, start: one2.start, end: one2.end })];
  });
}

// src/model/code/routes/python/django-views.ts
var VERBS6 = ["get", "post", "put", "patch", "delete", "head", "options", "trace"];
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
function classMethods(of, start) {
  const bases = outsideBases(of);
  const inherited = new Set(bases.flatMap((base2) => ANSWERS[lastOf2(base2)] ?? []));
  const guards = classGuards(of, start);
  const found3 = VERBS6.flatMap((verb) => {
    const own = classAttribute(of, verb);
    if (own?.kind !== "function" && !inherited.has(verb)) return [];
    return [{ method: verb.toUpperCase(), ...handler2(own), guards: [...guards, ...functionGuards(own)] }];
  });
  const isOpen3 = bases.some((base2) => !(lastOf2(base2) in ANSWERS) && !SILENT.test(base2));
  const all = found3.length === 0 && isOpen3 ? [{ method: "*", guards }] : found3;
  return allowed(of, all);
}
function boundMethods(of, actions, start) {
  const guards = classGuards(of, start);
  const found3 = [...actions].map(([verb, name]) => {
    const own = classAttribute(of, name);
    const said = own?.kind === "function" ? own.notes.get("permissions") : void 0;
    const around = said && own?.kind === "function" ? permissionGuards(said, own) : guards;
    return { method: verb.toUpperCase(), ...handler2(own), guards: [...around, ...functionGuards(own)] };
  });
  return allowed(of, found3);
}
function outsideMethods(name) {
  return (ANSWERS[lastOf2(name)] ?? ["*"]).map((verb) => ({ method: verb.toUpperCase(), guards: [] }));
}
function functionMethods(view, start) {
  const said = view.notes.get("methods");
  const texts2 = said ? itemsOf2(said).map(textOf5) : [];
  const known7 = texts2.filter((text2) => text2 !== void 0);
  const methods = known7.length > 0 && known7.length === texts2.length ? known7.map((text2) => text2.toUpperCase()) : ["*"];
  const permissions = view.notes.get("permissions");
  const defaults = view.notes.has("api") ? defaultGuards(start) : [];
  const guards = [...permissions ? permissionGuards(permissions, view) : defaults, ...functionGuards(view)];
  return methods.map((method3) => ({ method: method3, ...handler2(view), guards }));
}
function allowed(of, methods) {
  const said = classAttribute(of, "http_method_names");
  const names = itemsOf2(said).map(textOf5);
  if (!said || names.length === 0 || names.some((name) => name === void 0)) return methods;
  return methods.filter(({ method: method3 }) => method3 === "*" || names.includes(method3.toLowerCase()));
}
function handler2(value) {
  return value?.kind === "function" ? { handler: { file: value.file, node: value.node } } : {};
}
var NO_GUARD = /(?:^|\.)(?:api_view|action|permission_classes|throttle_classes|require_\w+|csrf_exempt|method_decorator|extend_schema\w*|swagger_auto_schema|cache_page|never_cache|property|staticmethod|classmethod|renderer_classes|parser_classes|authentication_classes|transaction\.atomic|atomic)$/;
function functionGuards(value) {
  return value ? handlerDecorators(value, NO_GUARD) : [];
}
function classGuards(of, start) {
  const bases = outsideBases(of);
  const isApi = bases.some((base2) => base2.startsWith("rest_framework"));
  const permissions = classAttribute(of, "permission_classes");
  const throttles = itemsOf2(classAttribute(of, "throttle_classes"));
  const at4 = placeOf3(of);
  const mixins = bases.filter((base2) => /Required\w*Mixin$|AccessMixin$|UserPassesTestMixin$/.test(base2));
  return [
    ...mixins.map((base2) => guardNamed(lastOf2(base2), at4)),
    ...permissions && isApi ? permissionGuards(permissions, of) : isApi ? defaultGuards(start) : [],
    ...throttles.flatMap((one2) => nameOfValue(one2) ?? []).map((name) => guardNamed(name, at4)),
    ...handlerDecorators(of, NO_GUARD)
  ];
}
function placeOf3({ file, node }) {
  return { path: file.path, start: node.nameStart, end: node.nameStart + (node.name ?? "").length };
}
function permissionGuards(value, of) {
  return itemsOf2(value).flatMap((one2) => {
    const name = nameOfValue(one2);
    return name === void 0 || name === "AllowAny" ? [] : [{ ...guardNamed(name, placeOf3(of)), purpose: "auth" }];
  });
}
function defaultGuards({ permissions, permissionsAt }) {
  if (!permissionsAt) return [];
  return permissions.filter((name) => name !== "AllowAny").map((name) => ({
    name,
    purpose: /hrottl/.test(name) ? "limit" : "auth",
    isGlobal: true,
    at: permissionsAt
  }));
}
function lastOf2(name) {
  return name.slice(name.lastIndexOf(".") + 1);
}

// src/model/code/routes/python/paths.ts
var EMPTY_PATH = { text: "", isResolved: true };
function pathText(value) {
  if (!value || isNone(value)) return EMPTY_PATH;
  const text2 = textOf5(value);
  if (text2 !== void 0) return { text: text2, isResolved: true };
  return { text: value.kind === "ending" ? value.text : "", isResolved: false };
}
function joined4(...parts3) {
  let text2 = "";
  let isResolved = true;
  for (const part2 of parts3) {
    text2 = part2.isResolved ? text2 + part2.text : part2.text;
    isResolved &&= part2.isResolved;
  }
  return { text: text2, isResolved };
}
function mounted({ text: text2, isResolved }) {
  const bare2 = text2.replace(/\/+$/, "");
  return { text: bare2 === "" || bare2.startsWith("/") || !isResolved ? bare2 : `/${bare2}`, isResolved };
}
function rooted({ text: text2, isResolved }) {
  return { text: text2.startsWith("/") || !isResolved ? text2 : `/${text2}`, isResolved };
}
function routePath(text2) {
  const named4 = text2.replace(/\{(\w+)(?::([^{}]*))?\}/g, (_, name, converter) => parameter2(name, converter)).replace(
    /<(?:(\w+)(?:\([^()]*\))?:)?(\w+)>/g,
    (_, converter, name) => parameter2(name, converter)
  );
  const path = `/${named4}`.replace(/\/{2,}/g, "/");
  return path.length > 1 ? path.replace(/\/$/, "") : path;
}
function parameter2(name, converter) {
  return converter === "path" || converter === ".*" || converter === ".+" ? `:${name}*` : `:${name}`;
}
function patternPath2(pattern3) {
  let text2 = pattern3.replace(/^\^/, "").replace(/\$$|\\Z$/, "");
  let count = 0;
  text2 = text2.replace(
    /\((?!\?:)(?:\?P<(\w+)>)?((?:\\.|\[[^\]]*\]|[^()])*)\)\??/g,
    (_, name, inner2) => {
      count++;
      return `<${/^\.[*+]/.test(inner2) ? "path:" : ""}${name ?? `p${count}`}>`;
    }
  );
  text2 = text2.replace(/\/\?$/, "").replace(/\/\?\$?$/, "");
  text2 = text2.replace(/\\([./\-_])/g, "$1");
  return /[\\^$*+?()[\]|]/.test(text2) ? { text: "", isResolved: false } : { text: text2, isResolved: true };
}

// src/model/code/routes/python/web.ts
var webs = /* @__PURE__ */ new WeakMap();
function webHost(type, at4, web) {
  const host = { kind: "host", type, at: at4, attributes: /* @__PURE__ */ new Map(), state: web };
  webs.set(host, web);
  return host;
}
function webOf(value) {
  return value?.kind === "host" ? webs.get(value) : void 0;
}
function decoratorHost(at4, apply3) {
  return { kind: "host", type: "decorator", at: at4, attributes: /* @__PURE__ */ new Map(), state: apply3 };
}
function decoratedBy(decorator, decorated3) {
  const apply3 = decorator.state;
  return apply3(decorated3) ?? decorated3;
}
function handlerOf2(value) {
  return value?.kind === "function" ? { handler: { file: value.file, node: value.node } } : {};
}

// src/model/code/routes/python/table.ts
function tableBuilder2() {
  return { routes: [], unregistered: [], unresolved: [], fallbacks: [], mounted: /* @__PURE__ */ new Set() };
}
function finish2({ routes, unregistered, unresolved, fallbacks }) {
  return { routes, unregistered, unresolved, fallbacks };
}
var NOTHING_AROUND = { path: { text: "", isResolved: true }, prefixes: [], guards: [] };
var DEEPEST13 = 16;
function addWeb(table, web, around, keepsPrefix = true, depth = 0) {
  if (depth > DEEPEST13 || table.routes.length > 2e4) return;
  table.mounted.add(web);
  const inside3 = keepsPrefix ? below2(around, web.prefix, web.prefixAt, web.guards) : below2(around, NO_PATH, web.prefixAt, web.guards);
  for (const entry of web.entries) {
    if (entry.kind === "route") {
      addRoute5(table, inside3, { framework: web.framework, ...entry });
      continue;
    }
    const within = below2(inside3, entry.prefix, entry.at, entry.kind === "include" ? entry.guards : []);
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
}
var NO_PATH = { text: "", isResolved: true };
function below2(around, prefix, at4, guards) {
  const isPrefix = prefix.text !== "" && prefix.text !== "/";
  return {
    path: joined4(around.path, prefix),
    prefixes: isPrefix ? [...around.prefixes, { path: routePath(prefix.text), at: at4 }] : around.prefixes,
    guards: guards.length > 0 ? [...around.guards, ...guards] : around.guards
  };
}
function addFallback(table, { path }, at4) {
  table.fallbacks.push({ prefix: path.isResolved ? routePath(path.text) : "/", at: at4 });
}
function addRoute5(table, around, route3) {
  const { text: text2, isResolved } = joined4(around.path, route3.path);
  if (!isResolved) table.unresolved.push(route3.at);
  for (const method3 of route3.methods) {
    table.routes.push({
      method: method3,
      path: routePath(text2),
      isResolved,
      ...route3.handler && { handler: route3.handler },
      guards: [...around.guards, ...route3.guards],
      prefixes: around.prefixes,
      framework: route3.framework,
      at: route3.at
    });
  }
}

// src/model/code/routes/django.ts
var INCLUDED = {
  // https://github.com/codingjoe/django-health-check: the root checks everything.
  "health_check.urls": ["", "<subset>/"],
  // https://github.com/korfuri/django-prometheus
  "django_prometheus.urls": ["metrics"]
};
function addDjango(run, start, table, settings3, from) {
  const module = moduleValue(run, from, settings3);
  if (module.kind !== "module") return;
  readFrameworkSettings(run, start, module.file);
  const root2 = textOf5(moduleMember2(run, module, "ROOT_URLCONF"));
  const at4 = { path: module.file.path, start: 0, end: 0 };
  const urls = root2 === void 0 ? void 0 : moduleValue(run, module.file, root2);
  if (urls?.kind !== "module") {
    table.unresolved.push(at4);
    return;
  }
  addPatterns(table, start, lookUp(moduleNames(run, urls.file), "urlpatterns"), NOTHING_AROUND, at4);
}
function djangoSetting(run, { settings: settings3 }, name) {
  const module = settings3 && moduleValue(run, settings3.from, settings3.name);
  return module?.kind === "module" ? lookUp(moduleNames(run, module.file), name) ?? UNKNOWN2 : void 0;
}
function readFrameworkSettings(run, start, file) {
  const settings3 = lookUp(moduleNames(run, file), "REST_FRAMEWORK");
  if (settings3?.kind !== "dict") return;
  const keys = ["DEFAULT_PERMISSION_CLASSES", "DEFAULT_THROTTLE_CLASSES"];
  const names = keys.flatMap((key) => itemsOf2(settings3.entries.get(key)).flatMap((one2) => textOf5(one2) ?? []));
  start.permissions = names.map((name) => name.slice(name.lastIndexOf(".") + 1));
  start.permissionsAt = declarationOf(file, "REST_FRAMEWORK");
}
function declarationOf(file, name) {
  const found3 = file.body.find((one2) => one2.kind === "declare" && one2.target.kind === "name" && one2.target.name === name);
  return { path: file.path, start: found3?.start ?? 0, end: found3 ? found3.start + name.length : 0 };
}
var DEEPEST14 = 16;
function addPatterns(table, start, value, around, at4, depth = 0) {
  if (value?.kind !== "list") {
    table.unresolved.push(at4);
    addFallback(table, around, at4);
    return;
  }
  if (value.isOpen) table.unresolved.push(at4);
  if (depth > DEEPEST14 || table.routes.length > 2e4) return;
  for (const item of value.items) {
    if (item.kind === "host" && item.type === "url") addUrl(table, start, item, around, depth);
    else if (item.kind === "list") addPatterns(table, start, item, around, at4, depth + 1);
    else table.unresolved.push(at4);
  }
}
function addUrl(table, start, url, around, depth) {
  const { pattern: pattern3, view } = url.state;
  const { at: at4 } = url;
  if (view.kind === "list") addPatterns(table, start, view, below2(around, pattern3, at4, []), at4, depth + 1);
  else if (view.kind === "host" && view.type === "included")
    addIncluded(table, start, view.state, below2(around, pattern3, at4, []), at4, depth);
  else if (view.kind === "outside" && /\burls$/.test(view.name)) addFallback(table, below2(around, pattern3, at4, []), at4);
  else if (view.kind === "unknown") {
    table.unresolved.push(at4);
    addFallback(table, below2(around, pattern3, at4, []), at4);
  } else {
    for (const { method: method3, handler: handler3, guards } of methodsOf3(view, start))
      addRoute5(table, around, {
        framework: "django",
        methods: [method3],
        path: pattern3,
        guards,
        ...handler3 && { handler: handler3 },
        at: at4
      });
  }
}
function addIncluded(table, start, of, within, at4, depth) {
  if (of?.kind !== "outside") {
    if (of) addPatterns(table, start, of, within, at4, depth + 1);
    else addFallback(table, within, at4);
    return;
  }
  const known7 = INCLUDED[of.name];
  for (const text2 of known7 ?? []) {
    const path = { text: text2, isResolved: true };
    addRoute5(table, within, { framework: "django", methods: ["GET"], path, guards: [], at: at4 });
  }
  if (!known7) addFallback(table, within, at4);
}
function methodsOf3(view, start) {
  if (view.kind === "function") return functionMethods(view, start);
  if (view.kind === "outside") return outsideMethods(view.name);
  if (view.kind !== "host" || view.type !== "django-view") return [{ method: "*", guards: [] }];
  const { of, actions } = view.state;
  const found3 = classView(of, actions, start);
  const guard = view.attributes.get("guard");
  if (guard?.kind !== "host") return found3;
  return found3.map((one2) => ({ ...one2, guards: [guardNamed(String(guard.state), guard.at), ...one2.guards] }));
}
function classView(of, actions, start) {
  if (of.kind === "class") return actions ? boundMethods(of, actions, start) : classMethods(of, start);
  if (of.kind === "outside") return outsideMethods(of.name);
  return [{ method: "*", guards: [] }];
}

// src/model/code/routes/python/metrics.ts
function instrumentator(given3) {
  return { kind: "host", type: "instrumentator", at: given3.at, attributes: /* @__PURE__ */ new Map(), state: void 0 };
}
function instrumented(host, name, given3) {
  const web = webOf(argument2(given3, 0, "app"));
  if (name === "expose" && web) {
    const path = argument2(given3, 3, "endpoint") ?? { kind: "plain", value: "/metrics" };
    web.entries.push({ kind: "route", methods: ["GET"], path: pathText(path), guards: [], at: given3.at });
  }
  return host;
}

// src/model/code/routes/fastapi.ts
var VERBS7 = /* @__PURE__ */ new Set(["get", "post", "put", "patch", "delete", "head", "options", "trace"]);
var ROUTE_DECORATOR = /(?:^|\.)(?:get|post|put|patch|delete|head|options|trace|api_route|route|websocket|cache|wraps|inject|staticmethod)$/;
var asgi = {
  call(run, start, name, given3) {
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (name === "prometheus_fastapi_instrumentator.Instrumentator") return instrumentator(given3);
    if (!/^(?:fastapi|starlette)(?:\.|$)/.test(name)) return void 0;
    switch (last) {
      case "FastAPI":
        return fastapi(run, start, given3);
      case "Starlette":
        return starlette(run, start, given3, true);
      case "APIRouter":
        return router2(run, start, given3);
      case "Router":
        return starlette(run, start, given3, false);
      case "Depends":
      case "Security":
        return dependency(given3);
      case "Route":
      case "Mount":
      case "Host":
      case "Middleware":
        return { kind: "host", type: `asgi-${last.toLowerCase()}`, at: given3.at, attributes: /* @__PURE__ */ new Map(), state: given3 };
      case "WSGIMiddleware":
        return argument2(given3, 0, "app");
      default:
        return void 0;
    }
  },
  attribute(_, __, host, name) {
    return webOf(host) && /^(?:fastapi|starlette|router)$/.test(host.type) && name === "router" ? host : void 0;
  },
  method(run, _, host, name, given3) {
    if (host.type === "instrumentator") return instrumented(host, name, given3);
    const web = webOf(host);
    return web && /^(?:fastapi|starlette|router)$/.test(host.type) ? method(run, host, web, name, given3) : void 0;
  }
};
function newWeb2(framework, isApplication, given3, guards) {
  const prefix = isApplication ? EMPTY_PATH : mounted(pathText(given3.keywords.get("prefix")));
  return { framework, isApplication, prefix, prefixAt: given3.at, guards: [...guards], entries: [] };
}
function fastapi(run, start, given3) {
  const web = newWeb2("fastapi", true, given3, [
    ...middlewareIn(given3.keywords.get("middleware")),
    ...dependenciesIn(given3.keywords.get("dependencies"), true)
  ]);
  addRoutes(run, web, given3.keywords.get("routes"));
  addDocumentation(web, given3);
  const host = webHost("fastapi", given3.at, web);
  start.made.push(host);
  return host;
}
function addDocumentation(web, given3) {
  const setting = (name, fallback) => given3.keywords.get(name) ?? { kind: "plain", value: fallback };
  const openapi2 = setting("openapi_url", "/openapi.json");
  if (isNone(openapi2) || textOf5(openapi2) === "") return;
  const docs = setting("docs_url", "/docs");
  const pages = [openapi2, docs, setting("redoc_url", "/redoc")].filter((one2) => !isNone(one2) && one2.kind !== "unknown");
  if (!isNone(docs) && docs.kind !== "unknown")
    pages.push(setting("swagger_ui_oauth2_redirect_url", "/docs/oauth2-redirect"));
  for (const page of pages)
    if (!isNone(page))
      web.entries.push({ kind: "route", methods: ["GET"], path: pathText(page), guards: [], at: given3.at });
}
function router2(run, start, given3) {
  const web = newWeb2("fastapi", false, given3, dependenciesIn(given3.keywords.get("dependencies")));
  addRoutes(run, web, given3.keywords.get("routes"));
  const host = webHost("router", given3.at, web);
  start.made.push(host);
  return host;
}
function starlette(run, start, given3, isApplication) {
  const guards = middlewareIn(given3.keywords.get("middleware"));
  const web = {
    framework: "starlette",
    isApplication,
    prefix: EMPTY_PATH,
    prefixAt: given3.at,
    guards: [...guards],
    entries: []
  };
  const position = isApplication ? 1 : 0;
  addRoutes(run, web, argument2(given3, position, "routes"));
  const host = webHost("starlette", given3.at, web);
  start.made.push(host);
  return host;
}
function middlewareIn(value) {
  return itemsOf2(value).flatMap((one2) => {
    if (one2.kind !== "host" || one2.type !== "asgi-middleware") return [];
    const given3 = one2.state;
    return [guardNamed(nameOfValue(given3.list[0]) ?? "middleware", one2.at, true)];
  });
}
function addRoutes(run, web, value) {
  for (const one2 of itemsOf2(value)) {
    if (one2.kind !== "host") continue;
    const given3 = one2.state;
    if (one2.type === "asgi-route") web.entries.push(...routeEntries(run, web, given3));
    else if (one2.type === "asgi-mount") web.entries.push(...mountEntries(run, web, given3, 0));
    else if (one2.type === "asgi-host")
      web.entries.push(...mountEntries(run, web, { ...given3, list: [NO_PATH2, ...given3.list.slice(1)] }, 0));
  }
}
var NO_PATH2 = { kind: "plain", value: "" };
function routeEntries(run, web, given3) {
  const entry = routeEntry(run, web, given3);
  const endpoint = argument2(given3, 1, "endpoint");
  if (entry.kind !== "route" || endpoint?.kind !== "class") return [entry];
  return entry.methods.map((name) => {
    return { ...entry, methods: [name], ...handlerOf2(classAttribute(endpoint, name.toLowerCase())) };
  });
}
function routeEntry(run, web, given3) {
  const endpoint = argument2(given3, 1, "endpoint");
  return {
    kind: "route",
    methods: methodsOf4(
      given3.keywords.get("methods") ?? (web.framework === "starlette" ? given3.list[2] : void 0),
      endpoint
    ),
    path: pathText(argument2(given3, 0, "path")),
    ...handlerOf2(endpoint),
    guards: [
      ...middlewareIn(given3.keywords.get("middleware")),
      ...dependenciesIn(given3.keywords.get("dependencies")),
      ...endpoint ? [...handlerDependencies(run, endpoint), ...handlerDecorators(endpoint, ROUTE_DECORATOR)] : []
    ],
    at: given3.at
  };
}
function methodsOf4(value, endpoint) {
  if (!value || isNone(value)) {
    if (endpoint?.kind !== "class" || !outsideBases(endpoint).some((base2) => base2.endsWith("HTTPEndpoint")))
      return ["GET"];
    return [...VERBS7].filter((verb) => classAttribute(endpoint, verb)?.kind === "function").map((verb) => verb.toUpperCase());
  }
  const texts2 = itemsOf2(value).map(textOf5);
  const known7 = texts2.filter((text2) => text2 !== void 0);
  return known7.length === texts2.length && known7.length > 0 ? known7.map((text2) => text2.toUpperCase()) : ["*"];
}
function mountEntries(run, web, given3, position) {
  const prefix = mounted(pathText(argument2(given3, position, "path")));
  const app = argument2(given3, position + 1, "app");
  const at4 = given3.at;
  const guards = middlewareIn(given3.keywords.get("middleware"));
  if (app && !isNone(app)) {
    if (webOf(app)) return [{ kind: "include", prefix, keepsPrefix: true, web: app, guards, at: at4 }];
    return [{ kind: "fallback", prefix, at: at4 }];
  }
  const inner2 = {
    framework: web.framework,
    isApplication: false,
    prefix: EMPTY_PATH,
    prefixAt: at4,
    guards: [],
    entries: []
  };
  addRoutes(run, inner2, given3.keywords.get("routes") ?? given3.list[2]);
  return [{ kind: "include", prefix, keepsPrefix: true, web: webHost("starlette", at4, inner2), guards, at: at4 }];
}
function method(run, host, web, name, given3) {
  if (VERBS7.has(name) || name === "api_route" || name === "route") {
    const methods = VERBS7.has(name) ? [name.toUpperCase()] : methodsOf4(given3.keywords.get("methods"));
    return decoratorHost(given3.at, (decorated3) => {
      const entry = routeEntry(run, web, { ...given3, keywords: new Map([...given3.keywords, ["endpoint", decorated3]]) });
      web.entries.push(entry.kind === "route" ? { ...entry, methods } : entry);
      return decorated3;
    });
  }
  switch (name) {
    case "add_api_route":
    case "add_route":
      web.entries.push(...routeEntries(run, web, given3));
      return NONE2;
    case "include_router": {
      const included3 = argument2(given3, 0, "router") ?? NONE2;
      const guards = dependenciesIn(given3.keywords.get("dependencies"));
      const prefix = mounted(pathText(given3.keywords.get("prefix")));
      web.entries.push({ kind: "include", prefix, keepsPrefix: true, web: included3, guards, at: given3.at });
      return NONE2;
    }
    case "mount":
      web.entries.push(...mountEntries(run, web, given3, 0));
      return NONE2;
    case "host":
      web.entries.push(...mountEntries(run, web, { ...given3, list: [NO_PATH2, ...given3.list.slice(1)] }, 0));
      return NONE2;
    case "add_middleware":
      web.guards.unshift(guardNamed(nameOfValue(given3.list[0]) ?? "middleware", given3.at, true));
      return NONE2;
    case "middleware":
      return decoratorHost(given3.at, (decorated3) => {
        web.guards.unshift(guardNamed(nameOfValue(decorated3) ?? "middleware", given3.at, true));
        return decorated3;
      });
    default:
      return host.type === "fastapi" && name === "__call__" ? NONE2 : void 0;
  }
}

// src/model/code/routes/python/flask-views.ts
var VERBS8 = /* @__PURE__ */ new Set(["get", "post", "put", "patch", "delete", "head", "options", "trace"]);
var ROUTE_DECORATOR2 = /(?:^|\.)(?:route|get|post|put|patch|delete|doc|response|arguments|expect|marshal_with|errorhandler)$/;
function flaskWeb(given3, isApplication, prefix = EMPTY_PATH) {
  return { framework: "flask", isApplication, prefix, prefixAt: given3.at, guards: [], entries: [] };
}
function registerBlueprint(web, given3) {
  const included3 = argument2(given3, 0, "blueprint") ?? NONE2;
  const prefix = given3.keywords.get("url_prefix");
  const replaces = prefix !== void 0 && !isNone(prefix);
  const path = replaces ? mounted(pathText(prefix)) : EMPTY_PATH;
  web.entries.push({
    kind: "include",
    prefix: path,
    keepsPrefix: !replaces,
    web: included3,
    guards: [],
    at: given3.at
  });
}
function addRule(web, given3, view, methods) {
  addView(web, rooted(pathText(argument2(given3, 0, "rule"))), view, methods, given3.at);
}
function addView(web, path, view, methods, at4) {
  const of = view.kind === "host" && view.type === "flask-view" ? view.state : view.kind === "class" ? view : void 0;
  const said = methods && !isNone(methods) ? texts(methods) : void 0;
  if (!of) {
    const guards2 = handlerDecorators(view, ROUTE_DECORATOR2);
    web.entries.push({ kind: "route", methods: said ?? ["GET"], path, ...handlerOf2(view), guards: guards2, at: at4 });
    return;
  }
  const own = classAttribute(of, "methods");
  const guards = [...handlerDecorators(of, ROUTE_DECORATOR2), ...classDecorators2(of)];
  const verbs = [...VERBS8].filter((verb) => classAttribute(of, verb)?.kind === "function");
  const allowed2 = said ?? (own ? texts(own) : void 0);
  if (verbs.length === 0 || allowed2) {
    const dispatch = classAttribute(of, "dispatch_request");
    for (const name of allowed2 ?? ["GET"]) {
      const handler3 = classAttribute(of, name.toLowerCase()) ?? dispatch;
      web.entries.push({ kind: "route", methods: [name], path, ...handlerOf2(handler3), guards, at: at4 });
    }
    return;
  }
  for (const verb of verbs) {
    const handler3 = classAttribute(of, verb);
    const all = handler3 ? [...guards, ...handlerDecorators(handler3, ROUTE_DECORATOR2)] : guards;
    web.entries.push({ kind: "route", methods: [verb.toUpperCase()], path, ...handlerOf2(handler3), guards: all, at: at4 });
  }
}
function classDecorators2(of) {
  const at4 = { path: of.file.path, start: of.node.nameStart, end: of.node.nameStart + (of.node.name ?? "").length };
  return ["decorators", "method_decorators"].flatMap(
    (name) => itemsOf2(classAttribute(of, name)).flatMap((one2) => {
      const called3 = nameOfValue(one2);
      return called3 === void 0 ? [] : [guardNamed(called3, at4)];
    })
  );
}
function texts(value) {
  const all = itemsOf2(value).map(textOf5);
  const known7 = all.filter((text2) => text2 !== void 0);
  return known7.length === all.length && known7.length > 0 ? known7.map((text2) => text2.toUpperCase()) : ["*"];
}

// src/model/code/routes/flask.ts
var flask3 = {
  call(_, start, name, given3) {
    switch (name) {
      case "flask.Flask":
      case "flask.app.Flask":
        return application2(start, given3);
      case "flask.Blueprint":
      case "flask.blueprints.Blueprint":
      case "flask_smorest.Blueprint":
        return blueprint(start, given3);
      case "flask_limiter.Limiter":
        return limiter(given3);
      default:
        return void 0;
    }
  },
  method(_, __, host, name, given3) {
    if (host.type === "flask-limiter" && name === "init_app") return limited(host, argument2(given3, 0, "app"), given3);
    const web = webOf(host);
    if (!web) return void 0;
    if (host.type === "flask" || host.type === "blueprint") return method2(host, web, name, given3);
    return void 0;
  },
  inherited(_, __, of, name) {
    if (of.kind !== "class" || name !== "as_view") return void 0;
    if (!outsideBases(of).some((base2) => /^flask(?:\.views)?\./.test(base2))) return void 0;
    return viewHost(of);
  }
};
function viewHost(of) {
  const at4 = { path: of.file.path, start: of.node.start, end: of.node.end };
  return { kind: "host", type: "flask-view", at: at4, attributes: /* @__PURE__ */ new Map(), state: of };
}
function limiter(given3) {
  const limits = given3.keywords.get("default_limits") ?? given3.keywords.get("application_limits");
  const host = { kind: "host", type: "flask-limiter", at: given3.at, attributes: /* @__PURE__ */ new Map(), state: limits };
  const app = given3.keywords.get("app") ?? given3.list.find((one2) => webOf(one2));
  return app ? limited(host, app, given3) : host;
}
function limited(host, app, given3) {
  if (host.state !== void 0) webOf(app)?.guards.unshift(guardNamed("Limiter", given3.at, true));
  return host;
}
function application2(start, given3) {
  const web = flaskWeb(given3, true);
  const folder = given3.keywords.get("static_folder");
  if (!isNone(folder)) {
    const url = given3.keywords.get("static_url_path");
    const name = textOf5(folder)?.split("/").at(-1) ?? "static";
    const prefix = url && !isNone(url) ? mounted(pathText(url)) : mounted({ text: name, isResolved: true });
    web.entries.push({ kind: "fallback", prefix, at: given3.at });
  }
  return made4(start, webHost("flask", given3.at, web));
}
function made4(start, host) {
  start.made.push(host);
  return host;
}
function blueprint(start, given3) {
  const web = flaskWeb(given3, false, mounted(pathText(given3.keywords.get("url_prefix"))));
  const folder = given3.keywords.get("static_folder");
  if (folder && !isNone(folder))
    web.entries.push({
      kind: "fallback",
      prefix: mounted(pathText(given3.keywords.get("static_url_path") ?? folder)),
      at: given3.at
    });
  return made4(start, webHost("blueprint", given3.at, web));
}
function method2(host, web, name, given3) {
  if (name === "route" || VERBS8.has(name)) {
    return decoratorHost(given3.at, (decorated3) => {
      addRule(web, given3, decorated3, VERBS8.has(name) ? plainOf(name) : given3.keywords.get("methods"));
      return decorated3;
    });
  }
  switch (name) {
    case "add_url_rule": {
      const view = argument2(given3, 2, "view_func");
      if (view && !isNone(view)) addRule(web, given3, view, given3.keywords.get("methods"));
      return NONE2;
    }
    case "register_blueprint":
      registerBlueprint(web, given3);
      return NONE2;
    case "before_request":
    case "before_app_request": {
      const [fn] = given3.list;
      if (fn) web.guards.push(guardNamed(nameOfValue(fn) ?? "before_request", given3.at, host.type === "flask"));
      return fn;
    }
    default:
      return void 0;
  }
}

// src/model/code/routes/python/drf.ts
function drfRouter(name, given3) {
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (!/^(?:rest_framework|rest_framework_nested)\./.test(name) || !/^(?:Nested)?(?:Default|Simple)Router$/.test(last))
    return void 0;
  const slash = given3.keywords.get("trailing_slash");
  const parent = last.startsWith("Nested") ? parentOf(given3) : void 0;
  const state = {
    registry: listOf3([]),
    hasRoot: last.endsWith("DefaultRouter"),
    slash: slash?.kind === "plain" && slash.value === false ? "" : "/",
    ...parent && { parent }
  };
  return { kind: "host", type: "drf-router", at: given3.at, attributes: /* @__PURE__ */ new Map([["registry", state.registry]]), state };
}
function parentOf(given3) {
  const [router3] = given3.list;
  if (router3?.kind !== "host" || router3.type !== "drf-router") return void 0;
  const lookup = textOf5(argument2(given3, 2, "lookup")) ?? "nested";
  return { router: router3.state, prefix: pathText(argument2(given3, 1, "parent_prefix")), lookup };
}
function actionDecorator(given3) {
  return decoratorHost(given3.at, (decorated3) => {
    if (decorated3.kind !== "function") return decorated3;
    const methods = given3.keywords.get("methods");
    const verbs = methods?.kind === "list" ? methods.items.flatMap((one2) => textOf5(one2) ?? []) : ["get"];
    const name = decorated3.node.name ?? "";
    const detail = argument2(given3, 1, "detail");
    const state = {
      isDetail: detail?.kind === "plain" && detail.value === true,
      path: given3.keywords.has("url_path") ? pathText(given3.keywords.get("url_path")) : { text: name, isResolved: true },
      mapping: new Map(verbs.map((verb) => [verb.toLowerCase(), name]))
    };
    const host = { kind: "host", type: "drf-action", at: given3.at, attributes: /* @__PURE__ */ new Map(), state };
    decorated3.notes.set("mapping", host);
    const permissions = given3.keywords.get("permission_classes");
    if (permissions) decorated3.notes.set("permissions", permissions);
    return decorated3;
  });
}
function mappingDecorator(action, verb) {
  return decoratorHost(action.at, (decorated3) => {
    const name = decorated3.kind === "function" ? decorated3.node.name : void 0;
    if (name !== void 0) action.state.mapping.set(verb, name);
    return decorated3;
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
function drfRoutes(router3, at4) {
  const before = prefixOf5(router3);
  return router3.registry.items.flatMap((item) => {
    if (item.kind !== "list") return [];
    const [prefix, viewset, place2] = item.items;
    const where = place2?.kind === "host" ? place2.at : at4;
    const base2 = joined4(before, pattern2(prefix));
    const isEmpty = base2.text === "";
    const end = { text: router3.slash, isResolved: true };
    if (viewset?.kind !== "class")
      return viewset ? [{ path: joined4(base2, end), viewset, actions: /* @__PURE__ */ new Map(), at: where }] : [];
    const lookup = { text: `${isEmpty ? "" : "/"}<${lookupOf(viewset)}>`, isResolved: true };
    const routes = [];
    const add4 = (path, actions) => {
      if (actions.size > 0) routes.push({ path: joined4(path, end), viewset, actions, at: where });
    };
    add4(base2, available(viewset, LIST));
    for (const { isDetail, path, mapping } of actionsOf(viewset)) {
      const own = patternPath2(path.text);
      const inner2 = { text: `/${own.text}`, isResolved: path.isResolved && own.isResolved };
      add4(
        isDetail ? joined4(base2, lookup, inner2) : joined4(base2, isEmpty ? { ...inner2, text: own.text } : inner2),
        mapping
      );
    }
    add4(joined4(base2, lookup), available(viewset, DETAIL));
    return routes;
  });
}
function pattern2(prefix) {
  const written3 = pathText(prefix);
  const path = patternPath2(written3.text);
  return { text: path.text, isResolved: written3.isResolved && path.isResolved };
}
function prefixOf5({ parent }) {
  if (!parent) return { text: "", isResolved: true };
  const registered4 = parent.router.registry.items.find(
    (item) => item.kind === "list" && pathText(item.items[0]).text === parent.prefix.text
  );
  const viewset = registered4?.kind === "list" ? registered4.items[1] : void 0;
  const lookup = viewset?.kind === "class" ? lookupOf(viewset) : "pk";
  const detail = { text: `/<${parent.lookup}_${lookup}>/`, isResolved: true };
  return joined4(prefixOf5(parent.router), parent.prefix, detail);
}
function lookupOf(viewset) {
  return textOf5(classAttribute(viewset, "lookup_url_kwarg")) ?? textOf5(classAttribute(viewset, "lookup_field")) ?? "pk";
}
function available(viewset, wanted) {
  const given3 = new Set(outsideBases(viewset).flatMap((base2) => DOES[base2.slice(base2.lastIndexOf(".") + 1)] ?? []));
  return new Map(
    Object.entries(wanted).filter(([, name]) => given3.has(name) || classAttribute(viewset, name)?.kind === "function")
  );
}
function actionsOf(viewset, steps = 10) {
  const own = [...viewset.names.own.values()].flatMap((value) => {
    const mapping = value.kind === "function" ? value.notes.get("mapping") : void 0;
    return mapping?.kind === "host" && mapping.type === "drf-action" ? [mapping.state] : [];
  });
  if (steps <= 0) return own;
  const above = viewset.bases.flatMap((base2) => base2.kind === "class" ? actionsOf(base2, steps - 1) : []);
  return [.../* @__PURE__ */ new Set([...own, ...above])];
}

// src/model/code/routes/python/django-urls.ts
var django = {
  call(run, _, name, given3) {
    const last = name.slice(name.lastIndexOf(".") + 1);
    if (name.endsWith(".as_view"))
      return viewHost2(given3.at, {
        of: { kind: "outside", name: name.slice(0, -".as_view".length) },
        ...actionsIn(given3)
      });
    if (/^django\.(?:urls|conf\.urls)\b/.test(name)) return urlCall(run, last, given3);
    if (last === "format_suffix_patterns") return argument2(given3, 0, "urlpatterns");
    if (last === "staticfiles_urlpatterns" || last === "debug_toolbar_urls") return listOf3([]);
    if (/^rest_framework(?:_nested)?\.routers\./.test(name)) return drfRouter(name, given3);
    if (name.startsWith("rest_framework.decorators.")) return drfDecorator(last, given3);
    if (/^django\.(?:views\.decorators|contrib\.auth\.decorators|utils\.decorators)\./.test(name))
      return viewDecorator(last, given3);
    return void 0;
  },
  attribute(_, __, host, name) {
    if (host.type === "drf-router" && name === "urls") return routerUrls(host);
    return host.type === "drf-action" ? mappingDecorator(host, name) : void 0;
  },
  method(_, __, host, name, given3) {
    if (host.type !== "drf-router" || name !== "register") return void 0;
    const place2 = { kind: "host", type: "place", at: given3.at, attributes: /* @__PURE__ */ new Map(), state: void 0 };
    const [prefix, viewset] = [argument2(given3, 0, "prefix"), argument2(given3, 1, "viewset")];
    host.state.registry.items.push(listOf3([prefix ?? NONE2, viewset ?? NONE2, place2]));
    return NONE2;
  },
  inherited(_, __, of, name, given3) {
    if (of.kind !== "class" || name !== "as_view" || outsideBases(of).some((base2) => base2.startsWith("flask")))
      return void 0;
    return viewHost2(given3.at, { of, ...actionsIn(given3) });
  },
  decorate(_, __, decorator, decorated3) {
    if (decorator.kind !== "outside" || decorated3.kind !== "function") return void 0;
    const methods = METHODS_OF[decorator.name.slice(decorator.name.lastIndexOf(".") + 1)];
    if (methods && decorator.name.startsWith("django.views.decorators.http."))
      decorated3.notes.set("methods", listOf3(methods.map(plainOf)));
    if (decorator.name === "rest_framework.decorators.api_view")
      decorated3.notes.set("methods", listOf3([plainOf("GET")]));
    return void 0;
  }
};
var METHODS_OF = {
  require_GET: ["GET"],
  require_POST: ["POST"],
  require_safe: ["GET", "HEAD"]
};
function viewHost2(at4, state) {
  return { kind: "host", type: "django-view", at: at4, attributes: /* @__PURE__ */ new Map(), state };
}
function actionsIn(given3) {
  const actions = argument2(given3, 0, "actions");
  if (actions?.kind !== "dict") return {};
  return { actions: new Map([...actions.entries].map(([verb, name]) => [verb, textOf5(name) ?? ""])) };
}
function urlCall(run, name, given3) {
  switch (name) {
    case "path":
      return urlHost(given3.at, { pattern: pathText(given3.list[0] ?? given3.keywords.get("route")), view: viewIn(given3) });
    case "re_path":
    case "url": {
      const written3 = pathText(given3.list[0] ?? given3.keywords.get("route") ?? given3.keywords.get("regex"));
      const pattern3 = patternPath2(written3.text);
      return urlHost(given3.at, {
        pattern: { ...pattern3, isResolved: pattern3.isResolved && written3.isResolved },
        view: viewIn(given3)
      });
    }
    case "include":
      return included(run, given3);
    case "i18n_patterns":
      return listOf3([
        urlHost(given3.at, {
          pattern: { text: "<language>/", isResolved: true },
          view: includedHost(given3.at, listOf3(given3.list))
        })
      ]);
    case "static":
      return listOf3([urlHost(given3.at, { pattern: pathText(given3.list[0]), view: includedHost(given3.at, void 0) })]);
    default:
      return void 0;
  }
}
function viewIn(given3) {
  return argument2(given3, 1, "view") ?? NONE2;
}
function urlHost(at4, state) {
  return { kind: "host", type: "url", at: at4, attributes: /* @__PURE__ */ new Map(), state };
}
function includedHost(at4, state) {
  return { kind: "host", type: "included", at: at4, attributes: /* @__PURE__ */ new Map(), state };
}
function included(run, given3) {
  let of = argument2(given3, 0, "arg");
  if (of?.kind === "list" && of.items.length === 2 && textOf5(of.items[1]) !== void 0 && of.items[0]?.kind !== "host")
    of = of.items[0];
  const name = textOf5(of);
  const module = name === void 0 ? of : moduleValue(run, given3.file, name);
  if (module?.kind === "module") return includedHost(given3.at, lookUp(moduleNames(run, module.file), "urlpatterns"));
  return includedHost(given3.at, module);
}
function drfDecorator(name, given3) {
  if (name === "action") return actionDecorator(given3);
  if (name !== "api_view" && name !== "permission_classes") return void 0;
  return decoratorHost(given3.at, (decorated3) => {
    if (decorated3.kind !== "function") return decorated3;
    if (name === "api_view") {
      decorated3.notes.set("api", NONE2);
      decorated3.notes.set("methods", argument2(given3, 0, "http_method_names") ?? listOf3([plainOf("GET")]));
    } else decorated3.notes.set("permissions", argument2(given3, 0, "permission_classes") ?? NONE2);
    return decorated3;
  });
}
function viewDecorator(name, given3) {
  const [first2] = given3.list;
  if (first2 && (first2.kind === "function" || first2.kind === "class" || first2.kind === "host")) {
    return first2.kind === "host" && /(?:required|test)$/.test(name) ? guarded(first2, name, given3.at) : first2;
  }
  return decoratorHost(given3.at, (decorated3) => {
    if (name === "require_http_methods" && decorated3.kind === "function") decorated3.notes.set("methods", first2 ?? NONE2);
    return decorated3;
  });
}
function guarded(view, name, at4) {
  return {
    ...view,
    attributes: new Map([
      ...view.attributes,
      ["guard", { kind: "host", type: "guard", at: at4, attributes: /* @__PURE__ */ new Map(), state: name }]
    ])
  };
}
function routerUrls(host) {
  const router3 = host.state;
  const urls = drfRoutes(router3, host.at).map(
    ({ path, viewset, actions, at: at4 }) => urlHost(at4, { pattern: path, view: viewHost2(at4, { of: viewset, actions }) })
  );
  if (router3.hasRoot && !router3.parent)
    urls.push(
      urlHost(host.at, {
        pattern: { text: "", isResolved: true },
        view: viewHost2(host.at, { of: { kind: "outside", name: "rest_framework.generics.ListAPIView" } })
      })
    );
  return listOf3(urls, router3.registry.isOpen);
}

// src/model/code/routes/python/flask-api.ts
var flaskApi = {
  call(_, start, name, given3) {
    if (/^flask_(?:restful|restx|smorest)\.Api$/.test(name)) return api(start, name, given3);
    return name === "flask_restx.Namespace" ? namespace2(start, given3) : void 0;
  },
  method(_, __, host, name, given3) {
    const web = webOf(host);
    return web && /^(?:flask-api|namespace)$/.test(host.type) ? apiMethod(host, web, name, given3) : void 0;
  }
};
function api(start, name, given3) {
  const isDocumented = name.startsWith("flask_restx");
  const position = isDocumented ? -1 : 1;
  const web = flaskWeb(given3, false, mounted(pathText(argument2(given3, position, "prefix"))));
  const doc = given3.keywords.get("doc") ?? plainOf("/");
  if (isDocumented) {
    for (const text2 of ["", "/swagger.json"])
      web.entries.push({ kind: "route", methods: ["GET"], path: { text: text2, isResolved: true }, guards: [], at: given3.at });
    if (!(doc.kind === "plain" && doc.value === false)) documentation.set(web, rooted(pathText(doc)));
  }
  const host = webHost("flask-api", given3.at, web);
  start.made.push(host);
  attach(host, argument2(given3, 0, "app"), given3.at);
  return host;
}
var documentation = /* @__PURE__ */ new WeakMap();
function attach(host, to, at4) {
  const [outer, inner2] = [webOf(to), webOf(host)];
  if (!outer || !inner2) return;
  outer.entries.push({ kind: "include", prefix: EMPTY_PATH, keepsPrefix: true, web: host, guards: [], at: at4 });
  const path = documentation.get(inner2);
  if (!path) return;
  outer.entries.push({ kind: "route", methods: ["GET"], path, guards: [], at: at4 });
  outer.entries.push({ kind: "fallback", prefix: { text: "/swaggerui", isResolved: true }, at: at4 });
}
function namespace2(start, given3) {
  const path = argument2(given3, 2, "path");
  const name = pathText(argument2(given3, 0, "name"));
  const web = flaskWeb(given3, false, mounted(path && !isNone(path) ? pathText(path) : name));
  const host = webHost("namespace", given3.at, web);
  start.made.push(host);
  return host;
}
function apiMethod(host, web, name, given3) {
  switch (name) {
    case "init_app":
      attach(host, argument2(given3, 0, "app"), given3.at);
      return NONE2;
    case "add_resource": {
      const [resource, ...urls] = given3.list;
      if (resource) for (const url of urls) addView(web, rooted(pathText(url)), resource, void 0, given3.at);
      return NONE2;
    }
    case "route":
    case "resource":
      return decoratorHost(given3.at, (decorated3) => {
        for (const url of given3.list)
          addView(
            web,
            url.kind === "plain" && url.value === "" ? EMPTY_PATH : rooted(pathText(url)),
            decorated3,
            void 0,
            given3.at
          );
        return decorated3;
      });
    case "add_namespace": {
      const included3 = argument2(given3, 0, "ns") ?? NONE2;
      const path = argument2(given3, 1, "path");
      const replaces = path !== void 0 && !isNone(path);
      const prefix = replaces ? mounted(pathText(path)) : EMPTY_PATH;
      web.entries.push({ kind: "include", prefix, keepsPrefix: !replaces, web: included3, guards: [], at: given3.at });
      return NONE2;
    }
    case "namespace": {
      const path = argument2(given3, 2, "path");
      const prefix = mounted(path && !isNone(path) ? pathText(path) : pathText(argument2(given3, 0, "name")));
      const child = webHost("namespace", given3.at, flaskWeb(given3, false, prefix));
      web.entries.push({ kind: "include", prefix: EMPTY_PATH, keepsPrefix: true, web: child, guards: [], at: given3.at });
      return child;
    }
    case "register_blueprint":
      registerBlueprint(web, given3);
      return NONE2;
    default:
      return void 0;
  }
}

// src/model/code/routes/python/unregistered.ts
function usedIn(start) {
  const used2 = /* @__PURE__ */ new Set();
  for (const host of start.made)
    for (const entry of webOf(host)?.entries ?? []) {
      const inner2 = entry.kind === "include" ? webOf(entry.web) : void 0;
      if (inner2) used2.add(inner2);
    }
  return used2;
}
var REGISTERS = /^(?:include_router|register_blueprint|add_namespace|mount)$/;
function addUnregistered2(run, start, table, files4) {
  if (table.mounted.size === 0 || table.unresolved.length > 0) return;
  for (const file of files4) if (!standsAside(file.path)) moduleNames(run, file);
  const used2 = usedIn(start);
  const mentioned = mentionedIn(run, start, files4);
  if (!mentioned) return;
  for (const host of start.made) {
    const web = webOf(host);
    if (!web || web.isApplication || used2.has(web) || table.mounted.has(web) || standsAside(host.at.path)) continue;
    if (mentioned.has(keyOf8(host.at))) continue;
    const own = tableBuilder2();
    addWeb(own, web, NOTHING_AROUND);
    if (own.routes.length > 0) table.unregistered.push({ name: nameOf11(run, host), routes: own.routes, at: host.at });
  }
}
function mentionedIn(run, start, files4) {
  const followed = new Set(start.made.flatMap((host) => webOf(host)?.entries.map((entry) => keyOf8(entry.at)) ?? []));
  const found3 = /* @__PURE__ */ new Set();
  let isCertain = true;
  for (const file of files4) {
    if (standsAside(file.path)) continue;
    walk(file.body, (node) => {
      if (node.kind !== "call" || node.callee.kind !== "member" || !REGISTERS.test(node.callee.property))
        return void 0;
      if (followed.has(keyOf8(spanOf6(file, node)))) return void 0;
      const written3 = included2(node);
      const of = written3 && definitionOf(run.program, { file, node: written3 });
      if (of?.kind === "expression") found3.add(keyOf8(spanOf6(of.file, of.node)));
      else if (of?.kind !== "external") isCertain = false;
      return void 0;
    });
  }
  return isCertain ? found3 : void 0;
}
function included2({ callee, arguments: given3 }) {
  const named4 = given3.find((one2) => one2.kind === "keyword" && /^(?:router|blueprint|ns|app)$/.test(one2.name));
  if (named4?.kind === "keyword") return named4.value;
  return given3.filter((one2) => one2.kind !== "keyword")[callee.kind === "member" && callee.property === "mount" ? 1 : 0];
}
function keyOf8({ path, start }) {
  return `${path}:${start}`;
}
function nameOf11(run, host) {
  const file = run.program.files.get(host.at.path);
  for (const [name, value] of file ? moduleNames(run, file).own : []) if (value === host) return name;
  return host.type;
}

// src/model/code/routes/python.ts
var FRAMEWORKS = [asgi, flask3, flaskApi, django];
var WEB2 = /^(?:fastapi|starlette|flask|flask_\w+|django|rest_framework|rest_framework_nested)(?:\.|$)/;
function pythonRoutes(program, service) {
  const table = tableBuilder2();
  const files4 = service.files.flatMap((path) => {
    const file = program.files.get(path);
    return file?.language === "python" ? [file] : [];
  });
  const web = files4.filter((file) => file.imports.some((one2) => WEB2.test(one2.from)));
  if (web.length === 0) return finish2(table);
  const start = { made: [], lost: [], settings: void 0, permissions: [], permissionsAt: void 0 };
  const run = pyRun(program, knowledgeOf(start), service.environment);
  const entries = service.entries.flatMap((path) => program.files.get(path) ?? []);
  for (const entry of entries) moduleNames(run, entry);
  const roots = rootsOf4(run, start, web);
  for (const root2 of roots) addWeb(table, root2, NOTHING_AROUND);
  addDjangoOf(run, start, table, [...entries, ...files4]);
  table.unresolved.push(...start.lost);
  for (const file of files4)
    if (!standsAside(file.path)) table.unresolved.push(...file.problems.slice(0, 1).map((one2) => one2.at));
  if (run.budget <= 0) table.unresolved.push({ path: (entries[0] ?? web[0])?.path ?? "", start: 0, end: 0 });
  addUnregistered2(run, start, table, web);
  return finish2(table);
}
var DJANGO_SETTINGS = "django.conf.settings.";
function knowledgeOf(start) {
  const ask2 = (question) => {
    for (const one2 of FRAMEWORKS) {
      const answer = question(one2);
      if (answer !== void 0) return answer;
    }
    return void 0;
  };
  return {
    call: (run, name, given3) => common(run, start, name, given3) ?? ask2((one2) => one2.call?.(run, start, name, given3)),
    constant: (run, name) => name.startsWith(DJANGO_SETTINGS) ? djangoSetting(run, start, name.slice(DJANGO_SETTINGS.length)) : void 0,
    concerns: (file) => file.imports.some((one2) => WEB2.test(one2.from)),
    passed: (_, given3) => {
      if ([...given3.list, ...given3.keywords.values()].some((one2) => webOf(one2))) start.lost.push(given3.at);
    },
    attribute: (run, host, name) => ask2((one2) => one2.attribute?.(run, start, host, name)),
    method: (run, host, name, given3) => {
      if (host.type === "decorator" && name === "__call__") return decoratedBy(host, given3.list[0] ?? NONE2);
      return started(run, host, name, given3) ?? ask2((one2) => one2.method?.(run, start, host, name, given3));
    },
    inherited: (run, of, name, given3) => ask2((one2) => one2.inherited?.(run, start, of, name, given3)),
    decorate: (run, decorator, decorated3, at4) => {
      if (decorator.kind === "method" && decorated3.kind === "function") {
        const given3 = { list: [decorated3], keywords: /* @__PURE__ */ new Map(), isOpen: false, at: at4, file: decorated3.file };
        ask2((one2) => one2.method?.(run, start, decorator.host, decorator.name, given3));
        return decorated3;
      }
      if (decorator.kind === "host" && decorator.type === "decorator") return decoratedBy(decorator, decorated3);
      return ask2((one2) => one2.decorate?.(run, start, decorator, decorated3, at4));
    }
  };
}
function common(run, start, name, given3) {
  const first2 = textOf5(given3.list[0]);
  if (first2 !== void 0 && /^(?:importlib\.import_module|uvicorn\.run)$/.test(name)) {
    const [module = ""] = first2.split(":");
    return moduleValue(run, given3.file, module);
  }
  if (name === "os.environ.setdefault" && first2 === "DJANGO_SETTINGS_MODULE") {
    noteSettings(run, start, given3.file, textOf5(given3.list[1]));
  }
  if (!/^pydantic(?:_settings)?\.(?:fields\.)?Field$/.test(name)) return void 0;
  const value = given3.keywords.get("default") ?? given3.list[0];
  return {
    kind: "host",
    type: "field",
    at: given3.at,
    attributes: new Map(value ? [["default", value]] : []),
    state: void 0
  };
}
function noteSettings(run, start, from, written3) {
  const said = run.environment("DJANGO_SETTINGS_MODULE");
  const name = said?.known ? said.value : written3;
  if (name !== void 0) start.settings = { name, from };
}
function started(run, host, name, given3) {
  if (!webOf(host) || name !== "on_event" && name !== "before_first_request") return void 0;
  const state = (decorated3) => {
    const fn = decorated3;
    if (fn.kind === "function") callFunction(run, fn, { ...given3, list: [], keywords: /* @__PURE__ */ new Map() });
  };
  return { kind: "host", type: "decorator", at: given3.at, attributes: /* @__PURE__ */ new Map(), state };
}
var FACTORY = /^(?:FastAPI|Starlette|Flask)$/;
function rootsOf4(run, start, files4) {
  const found3 = applications2(start);
  if (found3.length > 0) return found3;
  const executed = [...run.modules.keys()];
  callFactories(run, executed);
  if (applications2(start).length > 0) return applications2(start);
  if (executed.some((file) => file.imports.some((one2) => /^django/.test(one2.from)))) return [];
  const others = files4.filter((file) => !standsAside(file.path));
  for (const file of others) moduleNames(run, file);
  if (applications2(start).length === 0) callFactories(run, others);
  return applications2(start);
}
function applications2(start) {
  const used2 = usedIn(start);
  return start.made.flatMap((host) => {
    const web = webOf(host);
    return web?.isApplication && !used2.has(web) ? [web] : [];
  });
}
function callFactories(run, files4) {
  for (const file of files4) {
    if (standsAside(file.path)) continue;
    const factories = file.body.filter((node) => node.kind === "function" && makesApplication(node));
    const parts3 = calledIn(factories);
    for (const node of factories) {
      if (node.kind !== "function" || run.called.has(node) || parts3.has(node.name ?? "")) continue;
      const names = moduleNames(run, file);
      const given3 = { list: [], keywords: /* @__PURE__ */ new Map(), isOpen: false, at: spanOf6(file, node), file };
      callFunction(run, { kind: "function", file, node, names, notes: /* @__PURE__ */ new Map() }, given3);
    }
  }
}
function calledIn(nodes) {
  const names = /* @__PURE__ */ new Set();
  walk(nodes, (one2) => {
    if (one2.kind === "call" && one2.callee.kind === "name") names.add(one2.callee.name);
    return void 0;
  });
  return names;
}
function makesApplication(node) {
  let makes = false;
  walk(node.body, (one2) => {
    makes ||= one2.kind === "call" && FACTORY.test(pathOf(one2.callee)?.at(-1) ?? "");
    return !makes;
  });
  return makes;
}
function addDjangoOf(run, start, table, files4) {
  if (!files4.some((file) => file.imports.some((one2) => /^django(?:\.|$)/.test(one2.from)))) return;
  const [first2] = files4;
  if (!start.settings) {
    for (const file of files4) if (/(?:^|\/)(?:manage|wsgi|asgi)\.py$/.test(file.path)) moduleNames(run, file);
  }
  if (!start.settings && first2) noteSettings(run, start, first2, void 0);
  const { settings: settings3 } = start;
  if (settings3) addDjango(run, start, table, settings3.name, settings3.from);
}

// src/model/code/shutdown.ts
var CLOSERS = /^[^.].*(?:shutdown|graceful)|^(?:@godaddy\/terminus|lightship|stoppable|close-with-grace|(?:async-)?exit-hook|signal-exit|death|sails|next|micro|nitropack|nuxt|fastify-cli)$|^(?:@apollo\/server|apollo-server|moleculer|@google-cloud\/functions-framework|@(?:adonisjs|strapi|loopback|medusajs|platformatic)\/)/;
var NEST_HOOKS = ["onModuleDestroy", "beforeApplicationShutdown", "onApplicationShutdown"];
var NEST_CLOSING = /^@nestjs\/(?:typeorm|mongoose|sequelize|bull|bullmq|microservices|schedule)$/;
function javascriptShutdown(program, code, listening2, environment2) {
  const registered4 = code.flatMap((file) => registrations(program, file));
  const flows = registered4.map((one2) => flowOf(program, one2.fn, environment2));
  const hooks = code.flatMap((file) => enablingCalls(file));
  const handlers = registered4.map(({ at: at4 }, index) => ({ ...handlerOf3(flows[index]), at: at4 }));
  const enabled = hooks.find(({ isOwn }) => isOwn)?.at;
  const patience = flows.flatMap((flow) => flow.patience ?? []).sort((one2, other) => other.seconds - one2.seconds)[0];
  return {
    shutdown: serversOf(code, listening2, hooks.length > 0),
    signalHandlers: enabled ? [...handlers, { closes: enabled, at: enabled }] : handlers,
    ...patience && { patience }
  };
}
function serversOf(code, listening2, hasHooks) {
  const paths = new Set(code.map((file) => file.path));
  const places = listening2.filter(({ at: at4 }) => paths.has(at4.path));
  if (places.length === 0) return [];
  const state = (() => {
    if (hasHooks || code.some((file) => fileCalls(file).signals.has("SIGTERM"))) return { kind: "handled" };
    const imports2 = code.flatMap((file) => file.imports.filter((one2) => !one2.typeOnly).map((one2) => one2.from));
    const closer = imports2.find((name) => CLOSERS.test(name));
    if (closer) return { kind: "unknown", because: `${closer} may close it` };
    if (!imports2.includes("@nestjs/core")) return { kind: "missing" };
    const hook = NEST_HOOKS.find((name) => code.some((file) => fileCalls(file).methods.has(name)));
    const user = hook ?? imports2.find((name) => NEST_CLOSING.test(name));
    const lost = user === void 0 ? "" : `, so ${hook ?? `what ${user} holds open`} ${hook ? "never runs" : "is never closed"}`;
    return { kind: "missing", because: `enableShutdownHooks is not called${lost}` };
  })();
  return places.map(({ at: at4 }) => ({ ...state, at: at4 }));
}
function enablingCalls(file) {
  return fileCalls(file).calls.flatMap((call3) => {
    if (call3.callee.kind !== "member" || call3.callee.property !== "enableShutdownHooks") return [];
    return [{ at: spanOf7(file, call3), isOwn: call3.arguments[0]?.kind !== "name" }];
  });
}
function spanOf7(file, { start, end }) {
  return { path: file.path, start, end };
}
var REGISTERS2 = /^process\.(?:on|once|addListener|prependListener)$/;
function registrations(program, file) {
  const { calls, signals } = fileCalls(file);
  if (!signals.has("SIGTERM")) return [];
  return calls.flatMap((call3) => {
    if (!REGISTERS2.test(pathOf(call3.callee)?.join(".") ?? "")) return [];
    const [signal, handler3] = call3.arguments;
    if (!signal || !handler3 || !isTermination(program, file, signal)) return [];
    return [{ fn: functionOf3(program, file, handler3), at: spanOf7(file, call3) }];
  });
}
function isTermination(program, file, signal) {
  if (signal.kind === "literal") return signal.value === "SIGTERM";
  const found3 = definitionOf(program, { file, node: signal });
  if (found3.kind === "expression") return found3.node.kind === "literal" && found3.node.value === "SIGTERM";
  if (found3.kind === "item") return found3.of !== void 0 && holdsTermination(program, file, found3.of);
  if (found3.kind !== "parameter") return false;
  const each = fileCalls(file).calls.find((call3) => call3.arguments.some((one2) => peel(one2) === found3.owner));
  return each?.callee.kind === "member" && holdsTermination(program, file, each.callee.object);
}
function holdsTermination(program, file, list2) {
  const found3 = definitionOf(program, { file, node: list2 });
  const value = found3.kind === "expression" ? peel(found3.node) : void 0;
  return value?.kind === "array" && value.elements.some((one2) => one2.kind === "literal" && one2.value === "SIGTERM");
}
function functionOf3(program, file, node) {
  const inner2 = peel(node);
  if (inner2.kind === "function") return { file, node: inner2 };
  const bound2 = inner2.kind === "call" && inner2.callee.kind === "member" && inner2.callee.property === "bind";
  const found3 = definitionOf(program, {
    file,
    node: bound2 && inner2.callee.kind === "member" ? inner2.callee.object : inner2
  });
  return found3.kind === "function" ? found3 : void 0;
}
var CLOSES2 = /^(?:close|stop|shutdown|drain|end|quit|disconnect|\$disconnect|destroy|terminate|closeAll|closeAllConnections)$/;
var DEEPEST15 = 4;
function flowOf(program, fn, environment2) {
  const flow = {};
  const seen = /* @__PURE__ */ new Set();
  const follow5 = (at4, depth) => {
    if (seen.has(at4.node) || depth > DEEPEST15) return;
    seen.add(at4.node);
    walk(at4.node.body, (node) => {
      if (node.kind !== "call") return void 0;
      const path = pathOf(node.callee);
      if (path?.join(".") === "process.exit") flow.exits ??= spanOf7(at4.file, node);
      if (path?.at(-1) === "setTimeout") {
        const seconds = forcedAfter(program, at4.file, node, environment2);
        if (seconds !== void 0) flow.patience = { seconds, at: spanOf7(at4.file, node) };
        return false;
      }
      if (path && path.length > 1 && CLOSES2.test(path.at(-1) ?? "")) flow.closes ??= spanOf7(at4.file, node);
      const callee = calleeOf(program, { file: at4.file, node });
      if (callee) follow5(callee, depth + 1);
      return void 0;
    });
  };
  if (fn) follow5(fn, 0);
  return flow;
}
function handlerOf3(flow) {
  return { ...flow?.exits && { exits: flow.exits }, ...flow?.closes && { closes: flow.closes } };
}
function forcedAfter(program, file, call3, environment2) {
  const [action, delay] = call3.arguments;
  if (!action || !delay) return void 0;
  let exits = false;
  walk([action], (node) => {
    if (node.kind === "member" && pathOf(node)?.join(".") === "process.exit") exits = true;
    return !exits;
  });
  const milliseconds = exits ? numberOf2(evaluateExpression(program, { file, node: delay }, environment2)) : void 0;
  return milliseconds === void 0 ? void 0 : milliseconds / 1e3;
}

// src/model/code/routes/javascript/socket-adapters.ts
var ADAPTERS2 = /* @__PURE__ */ new Map([
  ["@socket.io/redis-adapter", "redis"],
  ["@socket.io/sharded-redis-adapter", "redis"],
  ["socket.io-redis", "redis"],
  ["@socket.io/redis-streams-adapter", "redis-streams"],
  ["@socket.io/mongo-adapter", "mongo"],
  ["@socket.io/postgres-adapter", "postgres"],
  ["@socket.io/cluster-adapter", "cluster"]
]);
function adapterOf(run, value) {
  if (value.kind === "outside") return ADAPTERS2.get(value.package);
  if (value.kind === "fields" && value.of) return adapterIn(run, value.of);
  return value.kind === "class" ? adapterIn(run, value) : void 0;
}
function adapterIn(run, of) {
  for (const one2 of [of, ...basesOf(run, of)]) {
    if (one2.kind !== "class") return void 0;
    const scope = startModule(run, one2.file);
    let found3;
    walk(one2.node.members, (node) => {
      if (found3 || node.kind !== "call" || node.callee.kind !== "name") return !found3;
      found3 = adapterOf(run, evaluate3(run, node.callee, scope));
      return void 0;
    });
    if (found3) return found3;
  }
  return void 0;
}

// src/model/code/routes/javascript/nest-gateways.ts
function nestGateways(started2) {
  const { run } = started2;
  return started2.made.flatMap((one2) => {
    if (one2.framework !== "nestjs" || started2.aside.has(one2)) return [];
    const host = one2;
    const modules = reachableModules(run, host.root, host.at);
    return gatewayClasses(run, modules).map(({ of, decorator }) => gateway(run, host, of, decorator));
  });
}
function gatewayClasses(run, modules) {
  const seen = /* @__PURE__ */ new Set();
  return modules.providers.flatMap((provider) => {
    const given3 = provider.kind === "fields" ? provider.entries.get("useClass") : provider;
    if (given3?.kind !== "class" || seen.has(given3)) return [];
    seen.add(given3);
    const decorator = classDecorators(run, given3).find((one2) => one2.name === "WebSocketGateway");
    return decorator ? [{ of: given3, decorator }] : [];
  });
}
function gateway(run, host, of, decorator) {
  const at4 = spanOf2(decorator.file, decorator.written);
  const options = decorator.site.arguments.find((one2) => one2.kind === "fields");
  const namespace3 = options?.kind === "fields" ? options.entries.get("namespace") : void 0;
  const adapter2 = ownAdapter(run, of) ?? sharedAdapter(run, host);
  const guards = classDecorators(run, of).filter((one2) => one2.name === "UseGuards").flatMap(
    (one2) => one2.site.arguments.flatMap(
      (value, index) => flatGiven({ value, written: one2.site.written[index] ?? one2.written, file: one2.site.file })
    )
  );
  return {
    library: isPlain(host.socketAdapter?.value) ? "ws" : "socket.io",
    name: of.node.name ?? "gateway",
    namespaces: [namespace3 ? named3(stringOf(namespace3)) : "/"],
    ...adapter2 && { adapter: adapter2 },
    ...socketOptions(options, at4),
    allowsPolling: gatewayPolls(host.socketAdapter?.value, options),
    guards: guards.map((given3) => nestGuard(run, given3, false).guard),
    at: at4
  };
}
function named3(text2) {
  return text2 === void 0 || text2.startsWith("/") ? text2 : `/${text2}`;
}
function isPlain(value) {
  return value?.kind === "outside" && value.package === "@nestjs/platform-ws";
}
function gatewayPolls(adapter2, options) {
  if (isPlain(adapter2)) return false;
  const of = adapter2?.kind === "fields" ? adapter2.of : void 0;
  let setsTransports = adapter2 !== void 0 && adapter2.kind !== "outside" && !of;
  if (of)
    walk(of.node.members, (node) => {
      if (node.kind === "entry" && node.key === "transports") setsTransports = true;
      return !setsTransports;
    });
  return setsTransports ? void 0 : allowsPolling(options);
}
function sharedAdapter(run, host) {
  const given3 = host.socketAdapter;
  if (!given3 || given3.value.kind === "outside" && /^@nestjs\/platform-/.test(given3.value.package)) return void 0;
  const kind = adapterOf(run, given3.value);
  const at4 = spanOf2(given3.file, given3.written);
  if (kind) return { kind, at: at4 };
  const of = given3.value.kind === "fields" ? given3.value.of : void 0;
  return of && !setsAdapter(of) ? void 0 : { kind: "other", at: at4 };
}
function ownAdapter(run, of) {
  if (!setsAdapter(of)) return void 0;
  const method3 = methodOf4(run, of, "afterInit");
  const node = method3?.fn ?? of.node;
  return {
    kind: adapterIn(run, of) ?? "other",
    at: spanOf2(of.file, { start: node.nameStart, end: node.nameStart + (node.name?.length ?? 0) })
  };
}
function setsAdapter(of) {
  let sets = false;
  walk(of.node.members, (node) => {
    if (node.kind === "call" && pathOf(node.callee)?.at(-1) === "adapter") sets = true;
    return !sets;
  });
  return sets;
}

// src/model/code/sockets.ts
function javascriptSockets(program, service) {
  const started2 = startOf(program, service);
  if (!started2) return [];
  const reached2 = program.reachableFrom(service.entries);
  const found3 = [...started2.sockets.map((host) => server2(started2, host)), ...nestGateways(started2)];
  const running2 = service.entries.length === 0 ? found3 : found3.filter(({ at: at4 }) => reached2.has(at4.path));
  if (!running2.some(({ allowsPolling: allowsPolling2 }) => allowsPolling2) || !hasWebSocketClient(program)) return running2;
  return running2.map((one2) => ({ ...one2, allowsPolling: one2.allowsPolling && void 0 }));
}
function hasWebSocketClient(program) {
  return [...program.files.values()].some((file) => {
    if (!file.imports.some(({ from }) => from === "socket.io-client")) return false;
    let found3 = false;
    walk(file.body, (node) => {
      if (node.kind === "entry" && node.key === "transports")
        found3 ||= node.value.kind !== "array" || isText2(node.value.elements[0], "websocket");
      return found3 ? false : void 0;
    });
    return found3;
  });
}
function isText2(node, text2) {
  return node?.kind === "literal" && node.value === text2;
}
function server2(started2, host) {
  const { run } = started2;
  const given3 = host.adapter;
  const written3 = given3 && { kind: adapterOf(run, given3.value) ?? "other", at: spanOf2(given3.file, given3.written) };
  const inOptions2 = option2(host.options, "adapter");
  const adapter2 = written3 ?? (inOptions2 && { kind: adapterOf(run, inOptions2) ?? "other", at: host.at });
  const middleware = [...host.middleware, ...host.namespaces.flatMap((one2) => one2.middleware)];
  return {
    library: host.library,
    namespaces: host.namespaces.length === 0 ? ["/"] : host.namespaces.map((one2) => stringOf(one2.name)),
    ...adapter2 && { adapter: adapter2 },
    ...socketOptions(host.options, host.at),
    allowsPolling: host.library === "socket.io" ? allowsPolling(host.options) : false,
    guards: middleware.map((one2) => guardOf2(run, one2, host.middleware.includes(one2))),
    at: host.at
  };
}
function option2(options, key) {
  return options?.kind === "fields" ? options.entries.get(key) : void 0;
}
function allowsPolling(options) {
  const transports = option2(options, "transports");
  if (!transports) return options !== void 0 && (options.kind !== "fields" || options.isOpen) ? void 0 : true;
  if (transports.kind !== "list" || transports.isOpen) return void 0;
  const texts2 = transports.elements.map(stringOf);
  return texts2.includes("polling") || (texts2.includes(void 0) ? void 0 : false);
}
function socketOptions(options, at4) {
  const transports = option2(options, "transports");
  const texts2 = transports?.kind === "list" ? transports.elements.map(stringOf) : void 0;
  const recovery = option2(options, "connectionStateRecovery");
  const isOpen3 = options !== void 0 && (options.kind !== "fields" || options.isOpen);
  const cors = option2(options, "cors");
  const credentials = option2(cors, "credentials");
  return {
    ...texts2?.every((one2) => one2 !== void 0) && { transports: texts2.filter((one2) => one2 !== void 0) },
    recoversState: recovery ? !(recovery.kind === "plain" && !recovery.value) : isOpen3 ? void 0 : false,
    ...cors?.kind === "fields" && {
      cors: {
        origin: stringOf(option2(cors, "origin")),
        hasCredentials: credentials?.kind === "plain" && credentials.value === true,
        at: at4
      }
    }
  };
}

// src/model/code/web/django-settings.ts
function djangoSetting2(program, service, name) {
  for (const file of settingsFiles(program, service)) {
    const values2 = [];
    let count = 0;
    for (const one2 of file.body) {
      if (one2.kind === "declare" && one2.target.kind === "name" && one2.target.name === name && one2.value)
        values2.push(one2.value);
    }
    walk(file.body, (node) => {
      if (node.kind === "declare" && node.target.kind === "name" && node.target.name === name) count++;
      return node.kind === "function" || node.kind === "class" ? false : void 0;
    });
    const [only2] = values2;
    if (count === 1 && only2) return { file, node: only2 };
    if (count > 0) return "open";
  }
  return void 0;
}
var filesOf2 = /* @__PURE__ */ new WeakMap();
function settingsFiles(program, service) {
  const known7 = filesOf2.get(service);
  if (known7) return known7;
  const said = service.workloads[0]?.environment.get("DJANGO_SETTINGS_MODULE")?.value;
  const name = said ? said.known ? said.value : void 0 : defaultModule(service);
  const found3 = [];
  const path = name?.replaceAll(".", "/");
  const module = (one2) => one2.path.endsWith(`${path}.py`) || one2.path.endsWith(`${path}/__init__.py`);
  let file = path === void 0 ? void 0 : service.code.find(module);
  for (let steps = 0; file && !found3.includes(file) && steps < 8; steps++) {
    const current = file;
    found3.push(current);
    const above = current.imports.find((one2) => one2.name === "*");
    const target = above && program.target(current, above.from);
    file = target?.kind === "files" ? target.files[0] : void 0;
  }
  filesOf2.set(service, found3);
  return found3;
}
function defaultModule({ code, entries }) {
  let found3;
  const starts2 = code.filter(({ path }) => entries.includes(path) || /(?:^|\/)(?:wsgi|asgi|manage)\.py$/.test(path));
  for (const file of starts2) {
    walk(file.body, (node) => {
      const [key, value] = node.kind === "call" ? node.arguments : [];
      if (key?.kind === "literal" && key.value === "DJANGO_SETTINGS_MODULE" && value?.kind === "literal")
        found3 ??= String(value.value);
      return void 0;
    });
  }
  return found3;
}

// src/model/code/web/stages.ts
var STAGE = /^(?:(?:NODE|APP|PYTHON|FLASK|DJANGO|GO|RUN|DEPLOY|APPLICATION)_?ENV(?:IRONMENT)?|ENV|ENVIRONMENT|STAGE|MODE|DEBUG|TESTING|(?:is|IS|in|IN)_?(?:prod|dev|test|local|PROD|DEV|TEST|LOCAL|Prod|Dev|Test|Local)\w*|prod|dev|production|development|PROD|DEV|__DEV__)$/i;
function isStageVariable(name) {
  return STAGE.test(name);
}
function isAboutStage(test) {
  const waiting = [test];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === "name" && STAGE.test(node.name)) return true;
    if (node.kind === "member" && STAGE.test(node.property)) return true;
    if (node.kind === "literal" && typeof node.value === "string" && STAGE.test(node.value)) return true;
    waiting.push(...childrenOf(node));
  }
  return false;
}
function isStaged(node) {
  if (node.kind === "if" || node.kind === "conditional") return isAboutStage(node.test);
  return node.kind === "binary" && node.operator === "&&" && isAboutStage(node.left);
}
var callsOf3 = /* @__PURE__ */ new WeakMap();
function stagelessCalls(file) {
  const known7 = callsOf3.get(file);
  if (known7) return known7;
  const found3 = [];
  const waiting = [...file.body].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isStaged(node)) continue;
    if (node.kind === "call") found3.push(node);
    waiting.push(...childrenOf(node).toReversed());
  }
  callsOf3.set(file, found3);
  return found3;
}

// src/model/code/web/options.ts
function optionOf3(program, object, key) {
  if (object === "absent" || object === "open") return object;
  const found3 = resolved2(program, object);
  if (found3?.node.kind !== "object" || isChanged(object)) return "open";
  const entry = found3.node.entries.findLast((one2) => one2.kind === "entry" && one2.key === key);
  if (entry?.kind === "entry") return { file: found3.file, node: entry.value };
  return found3.node.entries.some((one2) => one2.kind === "spread" || one2.computed) ? "open" : "absent";
}
var changedOf = /* @__PURE__ */ new WeakMap();
function isChanged({ file, node }) {
  const inner2 = peel(node);
  if (inner2.kind !== "name") return false;
  const known7 = changedOf.get(file);
  if (known7) return known7.has(inner2.name);
  const changed = /* @__PURE__ */ new Set();
  walk(file.body, (one2) => {
    const target = one2.kind === "assign" ? peel(one2.target) : one2.kind === "call" ? peel(one2.callee) : void 0;
    const object = target?.kind === "member" || target?.kind === "index" ? peel(target.object) : void 0;
    if (object?.kind === "name") changed.add(object.name);
    if (one2.kind === "call" && pathOf(one2.callee)?.join(".") === "Object.assign") {
      const [first2] = one2.arguments;
      if (first2?.kind === "name") changed.add(first2.name);
    }
    return void 0;
  });
  changedOf.set(file, changed);
  return changed.has(inner2.name);
}
function keywordOf3(at4, name) {
  const found3 = at4.node.arguments.find((one2) => one2.kind === "keyword" && one2.name === name);
  if (found3?.kind === "keyword") return { file: at4.file, node: found3.value };
  return at4.node.arguments.some((one2) => one2.kind === "spread") ? "open" : "absent";
}
function resolved2(program, at4) {
  const node = peel(at4.node);
  if (node.kind !== "name" && node.kind !== "member") return { file: at4.file, node };
  const found3 = definitionOf(program, { file: at4.file, node });
  if (found3.kind !== "expression" || found3.node.kind === "name") return void 0;
  return { file: found3.file, node: peel(found3.node) };
}
function environmentsOf({ workloads }) {
  return workloads.length === 0 ? [() => void 0] : workloads.slice(0, 20).map(environmentOf2);
}
function environmentOf2({ environment: environment2, environmentFiles }) {
  const missing = environmentFiles?.find((file) => !file.present);
  return (name) => environment2.get(name)?.value ?? (missing && unknown(missing.at, `${missing.path} is not in the repository`));
}
function valueIn2(program, at4, environment2) {
  const value = evaluateExpression(program, at4, environment2);
  const open3 = value.variables.find(
    (name) => isStageVariable(name) && !/DEBUG/.test(name) && environment2(name) === void 0
  );
  if (value.kind !== "known" || open3 === void 0) return value;
  return {
    kind: "unknown",
    because: `${open3} is not known`,
    at: value.at,
    variables: value.variables,
    isFallback: false
  };
}
function isOn2(program, option3, environment2, absent) {
  if (option3 === "absent") return absent;
  if (option3 === "open") return void 0;
  const value = valueIn2(program, option3, environment2);
  if (value.kind !== "known") return void 0;
  if (typeof value.value === "string") return /^(?:1|true|yes|on|t|y)$/i.test(value.value.trim());
  return Boolean(value.value);
}
function settingOf3(program, at4) {
  return environmentRead(program, { file: at4.file, node: peel(at4.node) });
}

// src/model/code/web/production-files.ts
function productionFiles(program, { code, entries }) {
  const reached2 = program.reachableFrom(entries);
  return code.filter(({ path }) => reached2.has(path) || !(standsAside(path) || isDevelopmentPath(fileName(path))));
}

// src/model/code/web/cors.ts
function corsPolicies(program, service) {
  const sites = productionFiles(program, service).flatMap((file) => {
    const isNode = file.language === "javascript" || file.language === "typescript";
    if (!isNode && file.language !== "python") return [];
    return stagelessCalls(file).flatMap(
      (node) => (isNode ? nodeSite : pythonSite)(program, { file, node }, service) ?? []
    );
  });
  const environments = environmentsOf(service);
  return [...sites, ...djangoSites(program, service)].map((site3) => {
    const policies = environments.map((environment2) => policyOf(program, site3, environment2));
    return policies.find(isOpen2) ?? policies[0] ?? policyOf(program, site3, () => void 0);
  });
}
function isOpen2({ origin: origin2, credentials }) {
  return (origin2 === "any" || origin2 === "reflected") && credentials === true;
}
function policyOf(program, site3, environment2) {
  const { library, at: at4 } = site3;
  const credentials = isOn2(program, site3.credentials, environment2, false);
  return { library, at: at4, credentials, origin: originOf2(program, site3, environment2) };
}
function nodeSite(program, at4, { packages }) {
  const { file, node } = at4;
  const [first2, second] = node.arguments;
  const method3 = node.callee.kind === "member" ? node.callee.property : void 0;
  if (method3 === "enableCors" && packages.has("@nestjs/core")) return site2("enableCors", program, at4, first2);
  if (method3 === "register" && first2) {
    const plugin2 = externalName(definitionOf(program, { file, node: first2 }));
    return plugin2 === "@fastify/cors" || plugin2 === "fastify-cors" ? site2(plugin2, program, at4, second) : void 0;
  }
  if (!mayBe(node.callee)) return void 0;
  const name = externalName(definitionOf(program, { file, node: node.callee }));
  switch (name) {
    case "cors":
    case "hono/cors.cors":
      return site2("cors", program, at4, first2);
    case "@nestjs/core.NestFactory.create":
      return inside2("NestFactory.create", program, at4, node.arguments.at(-1));
    case "socket.io":
    case "socket.io.Server":
      return inside2("Socket.IO", program, at4, node.arguments.at(-1));
    case "@nestjs/websockets.WebSocketGateway":
      return inside2("WebSocketGateway", program, at4, node.arguments.at(-1));
    default:
      return void 0;
  }
}
var NAMES2 = /cors|^create$|^(?:io|socketio|server|WebSocketGateway)$/i;
function mayBe(callee) {
  const name = pathOf(callee)?.at(-1);
  return name !== void 0 && NAMES2.test(name);
}
function site2(library, program, { file, node }, options) {
  const object = options ? { file, node: options } : "absent";
  const origin2 = optionOf3(program, object, "origin");
  const at4 = origin2 === "absent" || origin2 === "open" ? spanOf8({ file, node }) : spanOf8(origin2);
  return {
    library,
    origin: origin2,
    credentials: optionOf3(program, object, "credentials"),
    star: "any",
    otherwise: "any",
    at: at4
  };
}
function inside2(library, program, at4, options) {
  if (options?.kind !== "object" && options?.kind !== "name") return void 0;
  const cors = optionOf3(program, { file: at4.file, node: options }, "cors");
  if (cors === "absent" || cors === "open") return void 0;
  const written3 = resolved2(program, cors);
  return written3?.node.kind === "object" ? site2(library, program, { ...at4, file: cors.file }, cors.node) : void 0;
}
function spanOf8({ file, node }) {
  return { path: file.path, start: node.start, end: node.end };
}
function pythonSite(program, at4) {
  const { file, node } = at4;
  const [first2] = node.arguments;
  const called3 = pathOf(node.callee)?.at(-1);
  const keyword2 = (name) => keywordOf3(at4, name);
  if (called3 === "add_middleware" || called3 === "Middleware") {
    const name = first2 && first2.kind !== "keyword" && externalName(definitionOf(program, { file, node: first2 }));
    if (!name || !/^(?:fastapi|starlette)\..*\bCORSMiddleware$/.test(name)) return void 0;
    const pattern3 = keyword2("allow_origin_regex");
    const origin2 = pattern3 === "absent" ? keyword2("allow_origins") : pattern3;
    return python("CORSMiddleware", at4, origin2, keyword2("allow_credentials"), "limited");
  }
  if (called3 !== "CORS" || externalName(definitionOf(program, { file, node: node.callee })) !== "flask_cors.CORS")
    return void 0;
  const resources = keyword2("resources");
  if (resources !== "absent") return void 0;
  return python("flask-cors", at4, keyword2("origins"), keyword2("supports_credentials"), "reflected");
}
function python(library, call3, origin2, credentials, otherwise2) {
  const at4 = origin2 === "absent" || origin2 === "open" ? spanOf8(call3) : spanOf8(origin2);
  return { library, origin: origin2, credentials, star: "reflected", otherwise: otherwise2, at: at4 };
}
function djangoSites(program, service) {
  if (service.runtime !== "python") return [];
  const all = djangoSetting2(program, service, "CORS_ALLOW_ALL_ORIGINS") ?? djangoSetting2(program, service, "CORS_ORIGIN_ALLOW_ALL");
  const credentials = djangoSetting2(program, service, "CORS_ALLOW_CREDENTIALS");
  if (!all || !credentials) return [];
  return [
    {
      library: "django-cors-headers",
      origin: all,
      credentials,
      star: "reflected",
      otherwise: "limited",
      at: all === "open" || all === "absent" ? service.at : spanOf8(all)
    }
  ];
}
function originOf2(program, site3, environment2) {
  if (site3.origin === "absent") return site3.otherwise;
  if (site3.origin === "open") return "unknown";
  return written2(program, site3.origin, site3, environment2, 4);
}
var EVERYTHING = /* @__PURE__ */ new Set([".*", "^.*$", ".+", "^.+$", "", "https?://.*", "^https?://.*$"]);
function written2(program, at4, site3, environment2, steps) {
  const read2 = settingOf3(program, at4);
  if (read2) {
    const set = [read2.variable, ...read2.alternatives].map(environment2).find((one2) => one2 !== void 0);
    if (set && !set.known) return "unknown";
    if (set) return /^\s*(?:\[\s*"\*"\s*\]|\*)\s*$/.test(set.value) ? site3.star : "limited";
    if (!read2.fallback || steps <= 0) return "unknown";
    return written2(program, read2.fallback, site3, environment2, steps - 1);
  }
  const found3 = resolved2(program, at4);
  const node = found3 && peel(found3.node);
  if (!found3 || !node) return "unknown";
  switch (node.kind) {
    case "array":
      return listed(node.elements, at4.file.language === "python", site3);
    case "regular-expression":
      return EVERYTHING.has(node.pattern) ? "reflected" : "limited";
    case "function":
      return alwaysYes(node) ? "reflected" : "unknown";
    case "call":
      if (node.callee.kind === "member" && node.callee.property === "split") return "limited";
  }
  const value = valueIn2(program, { file: found3.file, node }, environment2);
  if (value.kind !== "known") return "unknown";
  if (value.value === true) return "reflected";
  if (typeof value.value === "string" && value.value !== "")
    return value.value === "*" ? site3.star : EVERYTHING.has(value.value) ? "reflected" : "limited";
  return value.value === false ? "limited" : "unknown";
}
function listed(elements, isPython, site3) {
  if (!isPython) return "limited";
  if (elements.some((one2) => one2.kind === "literal" && one2.value === "*")) return site3.star;
  return elements.some((one2) => one2.kind !== "literal") ? "unknown" : "limited";
}
function alwaysYes({ parameters: parameters2, body }) {
  const [only2] = body;
  if (body.length !== 1 || !only2) return false;
  const value = only2.kind === "return" || only2.kind === "expression" ? only2.value : void 0;
  const [origin2, callback] = parameters2.map((one2) => one2.target.kind === "name" ? one2.target.name : void 0);
  if (value?.kind === "name") return value.name === origin2;
  if (value?.kind !== "call" || value.callee.kind !== "name" || value.callee.name !== callback) return false;
  const [, answer] = value.arguments;
  return answer?.kind === "literal" ? answer.value === true : answer?.kind === "name" && answer.name === origin2;
}

// src/model/code/web/debug.ts
function debugSwitches(program, service) {
  const sites = productionFiles(program, service).flatMap((file) => {
    if (file.language === "go") return [];
    return stagelessCalls(file).flatMap(
      (node) => file.language === "python" ? pythonSites(program, { file, node }, service) : graphqlSites(program, { file, node })
    );
  });
  const django2 = service.runtime === "python" ? djangoSetting2(program, service, "DEBUG") : void 0;
  if (django2) sites.push({ kind: "errors", name: "DEBUG", option: django2 });
  const environments = environmentsOf(service);
  return sites.flatMap(({ kind, name, option: option3 }) => {
    if (option3 === "absent" || option3 === "open") return [];
    const at4 = { path: option3.file.path, start: option3.node.start, end: option3.node.end };
    const environment2 = environments.find((one2) => isOn2(program, option3, one2, false));
    if (!environment2) return [];
    const { isFallback, variables: variables2 } = valueIn2(program, option3, environment2);
    const unset = isFallback ? variables2[0] : void 0;
    return [{ kind, name, at: at4, ...unset !== void 0 && { unset } }];
  });
}
var GRAPHQL_OPTIONS = {
  "@apollo/server.ApolloServer": ["introspection"],
  "apollo-server.ApolloServer": ["playground", "introspection"],
  "apollo-server-express.ApolloServer": ["playground", "introspection"],
  "apollo-server-fastify.ApolloServer": ["playground", "introspection"],
  "express-graphql.graphqlHTTP": ["graphiql"],
  "@nestjs/graphql.GraphQLModule.forRoot": ["playground", "introspection", "graphiql"]
};
function graphqlSites(program, at4) {
  const { file, node } = at4;
  const path = pathOf(node.callee)?.join(".");
  if (path === void 0 || !/ApolloServer|graphqlHTTP|^GraphQLModule\.forRoot|\.register$/.test(path)) return [];
  const [first2, second] = node.arguments;
  const isRegister = node.callee.kind === "member" && node.callee.property === "register";
  const callee = isRegister ? first2 : node.callee;
  const name = callee && externalName(definitionOf(program, { file, node: callee }));
  const options = isRegister ? second : first2;
  if (!name || !options) return [];
  const known7 = isRegister ? name === "mercurius" ? ["graphiql"] : void 0 : GRAPHQL_OPTIONS[name];
  if (!known7) return [];
  const object = { file, node: options };
  const server3 = name.startsWith("@nestjs/") ? optionOf3(program, object, "server") : "absent";
  return known7.flatMap((option3) => [
    { kind: "schema", name: option3, option: optionOf3(program, object, option3) },
    ...server3 === "absent" ? [] : [{ kind: "schema", name: option3, option: optionOf3(program, server3, option3) }]
  ]);
}
function pythonSites(program, at4, { entries, entryPoints }) {
  const { file, node } = at4;
  const called3 = pathOf(node.callee)?.at(-1);
  if (called3 === "FastAPI" || called3 === "Starlette") {
    const name = externalName(definitionOf(program, { file, node: node.callee }));
    if (!name || !/^(?:fastapi|starlette)\./.test(name)) return [];
    return [{ kind: "errors", name: "debug", option: keywordOf3(at4, "debug") }];
  }
  const isRun = entries.includes(file.path) && entryPoints.some((one2) => one2.kind === "file");
  if (called3 !== "run" || !isRun || node.callee.kind !== "member") return [];
  const of = typeOf2(program, { file, node: node.callee.object });
  if (of?.kind !== "external" || of.package !== "flask" || of.path[0] !== "Flask") return [];
  return [{ kind: "errors", name: "debug", option: keywordOf3(at4, "debug") }];
}

// src/model/code/web/limiters.ts
function limitersOf(program, service) {
  const files4 = productionFiles(program, service);
  const mayLimit = files4.some(limitsSomething);
  if (!mayLimit) return { mayLimit, unbound: [], made: 0 };
  const unbound = [];
  let made5 = 0;
  for (const file of files4) {
    for (const node of stagelessCalls(file)) {
      const found3 = limiterIn(program, { file, node }, files4);
      if (!found3) continue;
      made5++;
      if (found3.lacks) {
        const at4 = { path: file.path, start: node.start, end: node.end };
        unbound.push({ name: found3.name, lacks: found3.lacks, at: at4 });
      }
    }
  }
  return { mayLimit, unbound, made: made5 };
}
var PACKAGE = /rate-?limit|throttl|slowapi|limiter|slow-down|express-brute|axes|defender|tollbooth|httprate|x\/time\/rate|arcjet|captcha|turnstile|bottleneck/i;
var NAME = /rate_?limit|throttl|too_?many|(?:failed|login)_?(?:login_?)?attempts|attempts?_?(?:left|count|remaining)|lock(?:ed)?_?(?:out|until)|brute|captcha|turnstile/i;
function limitsSomething({ body, imports: imports2 }) {
  if (imports2.some(({ from, name }) => PACKAGE.test(from) || name !== void 0 && NAME.test(name))) return true;
  let found3 = false;
  walk(body, (node) => {
    if (node.kind === "literal")
      found3 ||= node.value === 429 || typeof node.value === "string" && node.value.length < 80 && NAME.test(node.value);
    else if (node.kind === "name") found3 ||= NAME.test(node.name);
    else if (node.kind === "member") found3 ||= NAME.test(node.property);
    else if (node.kind === "field" || node.kind === "function") found3 ||= NAME.test(node.name ?? "");
    return found3 ? false : void 0;
  });
  return found3;
}
function limiterIn(program, at4, files4) {
  const { file, node } = at4;
  const path = pathOf(node.callee);
  const called3 = path?.at(-1);
  if (called3 === void 0) return void 0;
  if (path?.[0] === "ThrottlerModule" && /^forRoot(?:Async)?$/.test(called3)) {
    const name2 = externalName(definitionOf(program, { file, node: node.callee }));
    if (!name2?.startsWith("@nestjs/throttler.")) return void 0;
    return { name: "ThrottlerModule", ...files4.some(takesGuard) ? {} : { lacks: "guard" } };
  }
  if (!/limit/i.test(called3)) return void 0;
  const name = externalName(definitionOf(program, { file, node: node.callee }));
  if (name === "express-rate-limit" || name === "express-rate-limit.rateLimit") return expressLimiter(file, node);
  if (name === "slowapi.Limiter") {
    const bound2 = files4.some(
      (one2) => one2.imports.some(({ name: taken }) => /^SlowAPI(?:ASGI)?Middleware$/.test(taken ?? ""))
    );
    return { name: "Limiter", ...bound2 || files4.some(decorates) ? {} : { lacks: "decorator" } };
  }
  return void 0;
}
function takesGuard({ imports: imports2 }) {
  return imports2.some(
    ({ from, name }) => /throttl/i.test(from) && /Guard/.test(name ?? "") || /throttler-?guard|throttle\.guard/i.test(from) || /(?:Throttl|Limit)\w*Guard$/.test(name ?? "")
  );
}
function decorates({ body }) {
  let found3 = false;
  walk(body, (node) => {
    if (node.kind === "member" && /^(?:limit|shared_limit|hit|check)$/.test(node.property)) found3 = true;
    return found3 ? false : void 0;
  });
  return found3;
}
function expressLimiter(file, node) {
  const declared2 = file.body.find((one2) => one2.kind === "declare" && one2.value && peel(one2.value) === node);
  if (declared2?.kind !== "declare" || declared2.target.kind !== "name") return { name: "rateLimit" };
  const { name } = declared2.target;
  if (file.exports.some((one2) => one2.name === name || one2.local === name || one2.value)) return { name };
  let uses2 = 0;
  walk(file.body, (one2) => {
    if (one2.kind === "name" && one2.name === name) uses2++;
    return void 0;
  });
  return { name, ...uses2 > 1 ? {} : { lacks: "use" } };
}

// src/model/code/web/startup-checks.ts
var CHECKING = /require|must|assert|ensure|mandatory|valid|check|verify|throw|need/i;
var ENDING = /^(?:exit|_exit|abort|kill|Fatal\w*|panic|Panic\w*|fail|die|bail)$|throw|fatal|exit/;
function checksIn(program, files4) {
  const names = /* @__PURE__ */ new Set();
  for (const file of files4) {
    walk(file.body, (node) => {
      if (node.kind === "if") addTest(names, node);
      else if (node.kind === "call") addCall(names, node);
      else if (node.kind === "binary" && endsProgram([node.right])) addNames(names, [node.left]);
      else if (node.kind === "conditional" && endsProgram([node.consequent, node.alternate]))
        addNames(names, [node.test]);
      else if (node.kind === "array") addTexts(names, node.elements);
      else if (node.kind === "entry") addSchema(names, program, file, node);
      else if (node.kind === "field" && node.decorators.some(isValidator2)) names.add(node.name);
      return void 0;
    });
  }
  return { names };
}
function addTest(names, node) {
  if (endsProgram([...node.consequent, ...node.alternate])) addNames(names, [node.test]);
}
function endsProgram(nodes) {
  let ends = false;
  walk(nodes, (node) => {
    if (node.kind === "throw") ends = true;
    if (node.kind === "call") {
      const name = calledName(node);
      if (name !== void 0 && ENDING.test(name)) ends = true;
    }
    return ends ? false : void 0;
  });
  return ends;
}
function addCall(names, node) {
  const name = calledName(node);
  if (name !== void 0 && CHECKING.test(name)) addNames(names, node.arguments);
}
function calledName(node) {
  return pathOf(node.callee)?.at(-1) ?? (node.callee.kind === "member" ? node.callee.property : void 0);
}
function addNames(names, nodes) {
  walk(nodes, (node) => {
    if (node.kind === "name") names.add(node.name);
    else if (node.kind === "member") names.add(node.property);
    else if (node.kind === "literal" && typeof node.value === "string") names.add(node.value);
    return node.kind === "function" ? false : void 0;
  });
}
function addTexts(names, elements) {
  for (const one2 of elements) if (one2.kind === "literal" && typeof one2.value === "string") names.add(one2.value);
}
function addSchema(names, program, file, node) {
  const value = peel(node.value);
  if (node.key === void 0 || value.kind !== "call" || environmentRead(program, { file, node: value })) return;
  if (!/^(?:z|zod|Joi|joi|yup|v|t|S|str|string|envalid|Type|makeValidator|host|url)$/.test(root(value))) return;
  let hasDefault = false;
  walk([value], (one2) => {
    if (one2.kind === "member" && /^(?:default|catch|prefault|optional|nullish)$/.test(one2.property)) hasDefault = true;
    if (one2.kind === "entry" && /^(?:devD|d)efault$/.test(one2.key ?? "")) hasDefault = true;
    return void 0;
  });
  if (!hasDefault) names.add(node.key);
}
function root(node) {
  let inner2 = peel(node);
  while (inner2.kind === "call" || inner2.kind === "member")
    inner2 = peel(inner2.kind === "call" ? inner2.callee : inner2.object);
  return inner2.kind === "name" ? inner2.name : "";
}
function isValidator2(decorator) {
  const name = pathOf(decorator.kind === "call" ? decorator.callee : decorator)?.at(-1);
  return name !== void 0 && /^(?:Is|Min|Max|Length|Matches)/.test(name);
}

// src/model/code/web/secret-fallbacks.ts
function secretFallbacks(program, service) {
  const files4 = productionFiles(program, service);
  const found3 = /* @__PURE__ */ new Map();
  for (const file of files4) {
    for (const candidate2 of candidatesOf(program, file)) {
      const { path, start } = candidate2.fallback.at;
      const known7 = found3.get(`${path}
${start}`);
      found3.set(`${path}
${start}`, known7 ? { ...known7, names: [...known7.names, ...candidate2.names] } : candidate2);
    }
  }
  if (found3.size === 0) return [];
  const checks = checksIn(program, files4);
  return [...found3.values()].filter((one2) => !isChecked(checks, one2)).map(({ fallback }) => fallback);
}
function isChecked(checks, { names }) {
  return names.some((name) => checks.names.has(name));
}
function candidatesOf(program, file) {
  const found3 = [];
  const inside3 = /* @__PURE__ */ new Set();
  const waiting = file.body.map((node) => ({ node }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node } = next;
    if (isStaged(node)) continue;
    if (node.kind === "call" || node.kind === "binary" || node.kind === "member" || node.kind === "name") {
      const candidate2 = inside3.has(node) ? void 0 : candidateAt(program, { file, node }, next.name, inside3);
      if (candidate2) found3.push(candidate2);
    }
    const name = nameGiven(node) ?? (keepsName(node) ? next.name : void 0);
    for (const child of childrenOf(node)) waiting.push({ node: child, ...name !== void 0 && { name } });
  }
  return found3;
}
function nameGiven(node) {
  if (node.kind === "declare" || node.kind === "assign") return pathOf(node.target)?.at(-1);
  if (node.kind === "field") return node.name;
  if (node.kind === "entry") return node.key;
  return void 0;
}
function keepsName(node) {
  return node.kind === "binary" || node.kind === "cast" || node.kind === "await" || node.kind === "call";
}
function candidateAt(program, at4, name, inside3) {
  const { node } = at4;
  if (node.kind === "binary") return behindOperator(program, at4, node, name);
  let read2 = mayRead(node) ? environmentRead(program, at4) : void 0;
  for (let steps = 0; read2?.fallback && steps < 4; steps++) {
    const inner2 = environmentRead(program, read2.fallback);
    if (!inner2) break;
    inside3.add(peel(read2.fallback.node));
    const both = together([read2, inner2]);
    read2 = both && { ...both, ...inner2.fallback && { fallback: inner2.fallback } };
    if (!inner2.fallback) return void 0;
  }
  return read2?.fallback && candidate(program, read2, read2.fallback, false, name);
}
var VARIABLE = /^[A-Z][A-Z0-9_]*$/;
function mayRead(node) {
  if (node.kind === "name") return isSecretName(node.name);
  if (node.kind === "member") return isSecretName(node.property) || /_(?:URL|URI|DSN)$/i.test(node.property);
  if (node.kind !== "call" || node.arguments.length < 2) return false;
  const [first2] = node.arguments;
  if (first2?.kind === "literal") return typeof first2.value === "string" && VARIABLE.test(first2.value);
  return first2?.kind === "name" && isSecretName(first2.name) || first2?.kind === "member" && isSecretName(first2.property);
}
function behindOperator(program, { file }, node, name) {
  if (node.operator !== "||" && node.operator !== "??") return void 0;
  const right = literalText(program, { file, node: node.right });
  if (!right) return void 0;
  const reads = [];
  let left = peel(node.left);
  for (let steps = 0; left && steps < 8; steps++) {
    const isChain = left.kind === "binary" && left.operator === node.operator;
    const read3 = environmentRead(program, { file, node: left.kind === "binary" && isChain ? peel(left.right) : left });
    if (!read3 || read3.isRequired) return void 0;
    reads.unshift(read3);
    left = left.kind === "binary" && isChain ? peel(left.left) : void 0;
  }
  const read2 = left ? void 0 : together(reads);
  if (!read2) return void 0;
  return candidate(program, read2, right, node.operator === "||", name);
}
function together([first2, ...others]) {
  const names = others.flatMap((one2) => [one2.variable, ...one2.alternatives]);
  return first2 && { ...first2, alternatives: [...first2.alternatives, ...names] };
}
function candidate(program, read2, from, whenEmpty, name) {
  if (!VARIABLE.test(read2.variable)) return void 0;
  const literal = literalText(program, from);
  if (!literal) return void 0;
  const secret = secretIn(read2.variable, literal.text);
  if (!secret || isLocal(literal.text)) return void 0;
  const at4 = { path: literal.file.path, start: literal.node.start, end: literal.node.end };
  const fallback = {
    variable: read2.variable,
    alternatives: read2.alternatives,
    whenEmpty,
    placeholder: secret.placeholder,
    signing: secret.signing,
    at: at4
  };
  return { fallback, names: [read2.variable, ...read2.alternatives, ...name === void 0 ? [] : [name]] };
}
function isLocal(text2) {
  const host = credentialsIn(text2)?.host;
  return host !== void 0 && /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)$/i.test(host);
}
function literalText(program, at4) {
  const node = peel(at4.node);
  if (node.kind === "name" || node.kind === "member") {
    const found3 = definitionOf(program, { file: at4.file, node });
    if (found3.kind !== "expression" || found3.node.kind === "name" || found3.node.kind === "member") return void 0;
    return literalText(program, found3);
  }
  const only2 = node.kind === "template" && node.parts.length === 1 ? node.parts[0] : void 0;
  const text2 = node.kind === "literal" ? node.value : only2;
  return typeof text2 === "string" ? { file: at4.file, node, text: text2 } : void 0;
}

// src/model/code/web/tokens.ts
function signedTokens(program, service) {
  const files4 = productionFiles(program, service);
  const module = nestDefault(program, service, files4);
  const found3 = [];
  for (const file of files4) {
    if (file.language === "go") continue;
    for (const node of stagelessCalls(file)) {
      const expires = expiryOf(program, { file, node }, module);
      if (expires === "none") continue;
      const call3 = pathOf(node.callee)?.slice(-2).join(".") ?? "sign";
      found3.push({ call: call3, expires, at: { path: file.path, start: node.start, end: node.end } });
    }
  }
  const refuses = found3.some(({ expires }) => expires === false) && files4.some(hasMaximumAge);
  return refuses ? found3.map((one2) => ({ ...one2, expires: true })) : found3;
}
function expiryOf(program, at4, module) {
  const { file, node } = at4;
  const called3 = pathOf(node.callee)?.at(-1);
  if (called3 === void 0 || !/^(?:sign|signAsync|encode)$/.test(called3)) return "none";
  const [payload, second, third] = node.arguments;
  const name = externalName(definitionOf(program, { file, node: node.callee }));
  if (file.language === "python")
    return name === "jwt.encode" || name === "jose.jwt.encode" ? inPayload(program, file, payload) : "none";
  if (name === "jsonwebtoken.sign" || name === "jsonwebtoken.default.sign")
    return either3(inPayload(program, file, payload), inOptions(program, file, third));
  if (called3 === "encode" || node.callee.kind !== "member") return "none";
  const of = typeOf2(program, { file, node: node.callee.object });
  if (of?.kind !== "external" || of.package !== "@nestjs/jwt" || of.path[0] !== "JwtService") return "none";
  return either3(either3(inPayload(program, file, payload), inOptions(program, file, second)), module);
}
function either3(one2, other) {
  if (one2 || other) return true;
  return one2 === void 0 || other === void 0 ? void 0 : false;
}
function inOptions(program, file, options) {
  if (!options || options.kind === "function") return false;
  return isThere(optionOf3(program, { file, node: options }, "expiresIn"));
}
function isThere(option3) {
  return option3 === "open" ? void 0 : option3 !== "absent";
}
function inPayload(program, file, payload) {
  if (!payload) return void 0;
  const inner2 = peel(payload);
  if (resolved2(program, { file, node: inner2 })?.node.kind !== "object") return void 0;
  const own = isThere(optionOf3(program, { file, node: inner2 }, "exp"));
  return own === false && inner2.kind !== "object" && mentionsExpiry(file) ? void 0 : own;
}
function mentionsExpiry(file) {
  let found3 = false;
  walk(file.body, (node) => {
    if (node.kind === "member" && node.property === "exp") found3 = true;
    if (node.kind === "entry" && node.key === "exp") found3 = true;
    if (node.kind === "keyword" && node.name === "exp") found3 = true;
    if (node.kind === "literal" && node.value === "exp") found3 = true;
    return found3 ? false : void 0;
  });
  return found3;
}
function hasMaximumAge(file) {
  let found3 = false;
  walk(file.body, (node) => {
    if (node.kind === "entry" && /^(?:maxAge|maxTokenAge)$/.test(node.key ?? "")) found3 = true;
    return found3 ? false : void 0;
  });
  return found3 && file.imports.some(({ from }) => /jsonwebtoken|jose|@nestjs\/jwt|express-jwt/.test(from));
}
function nestDefault(program, { packages }, files4) {
  if (!packages.has("@nestjs/jwt")) return void 0;
  const answers3 = [];
  for (const file of files4) {
    if (!file.imports.some(({ from }) => from === "@nestjs/jwt")) continue;
    for (const node of stagelessCalls(file)) {
      const path = pathOf(node.callee)?.join(".");
      if (path === "JwtModule.register") answers3.push(registered3(program, { file, node }));
      else if (path === "JwtModule.registerAsync") answers3.push(factory(program, { file, node }));
    }
  }
  if (answers3.length === 0 || answers3.includes(void 0)) return void 0;
  return answers3.every(Boolean) ? true : answers3.some(Boolean) ? void 0 : false;
}
function registered3(program, { file, node }) {
  const [options] = node.arguments;
  return options ? ofModule(program, { file, node: options }) : void 0;
}
function factory(program, { file, node }) {
  const [options] = node.arguments;
  const made5 = options ? optionOf3(program, { file, node: options }, "useFactory") : "open";
  if (made5 === "open" || made5 === "absent" || made5.node.kind !== "function") return void 0;
  const [only2] = made5.node.body;
  if (made5.node.body.length !== 1 || only2?.kind !== "return" || !only2.value) return void 0;
  return ofModule(program, { file: made5.file, node: only2.value });
}
function ofModule(program, options) {
  const sign = optionOf3(program, options, "signOptions");
  return sign === "open" ? void 0 : sign === "absent" ? false : isThere(optionOf3(program, sign, "expiresIn"));
}

// src/model/code.ts
function codeOf(tree, { workloads, images, built, connections, names }) {
  const program = readProgram(tree);
  const services = servicesOf(tree, program, { workloads, images, built });
  const absences = absencesOf(tree, program, workloads, services);
  return {
    services: services.map((service) => ({ ...factsOf(program, service), ...absences.of(service) })),
    notEvaluated: readInPart(services),
    schemas: ormSchemas(program, tree, workloads, services),
    processes: processesInCode(program, services),
    pools: poolsOf({ program, services, connections, names, tree }),
    storeUses: absences.storeUses
  };
}
function readInPart(services) {
  const files4 = new Map(services.flatMap(({ code }) => code.map((file) => [file.path, file])));
  return [...files4.values()].flatMap(
    ({ path, problems: [first2] }) => first2 ? [{ path, because: `a part of it could not be read: ${first2.message}` }] : []
  );
}
function factsOf(program, service) {
  const { code: _, entryPoints: __, ...frame } = service;
  const files4 = filesOf3(program, service);
  const isNode = service.runtime === "node";
  const routes = routesOf2(program, service, files4);
  const bare2 = withoutSyntax(routes);
  const listening2 = isNode ? javascriptListening(program, files4) : service.runtime === "go" ? goListening(program, files4) : [];
  return {
    ...frame,
    ...perProcessOf(program, service),
    routes: bare2.table,
    health: healthOf(program, service, routes).map((one2) => ({ ...one2, route: bare2.of(one2.route) })),
    blocking: blockingCallsOf(program, routes.routes).map((one2) => ({ ...one2, route: bare2.of(one2.route) })),
    queries: queriesOf(program, service, routes).map((query) => ({ ...query, routes: query.routes.map(bare2.of) })),
    sockets: isNode ? javascriptSockets(program, files4) : [],
    listening: listening2,
    rpc: service.runtime === "go" ? goRpc(program, files4) : { services: [], unresolved: [] },
    ...exitOf(program, service, files4, listening2),
    outbound: outboundOf(program, service),
    secretFallbacks: secretFallbacks(program, service),
    cors: corsPolicies(program, service),
    debugSwitches: debugSwitches(program, service),
    limiters: limitersOf(program, service),
    signedTokens: signedTokens(program, service)
  };
}
function routesOf2(program, { runtime }, files4) {
  switch (runtime) {
    case "node":
      return javascriptRoutes(program, files4);
    case "go":
      return goRoutes(program, files4);
    case "python":
      return pythonRoutes(program, files4);
  }
}
function exitOf(program, { runtime, code, workloads }, files4, listening2) {
  if (runtime === "node") return javascriptShutdown(program, code, listening2, environmentOf(workloads[0]));
  return { shutdown: runtime === "go" ? goShutdown(program, files4) : [], signalHandlers: [] };
}
function outboundOf(program, { runtime, code }) {
  switch (runtime) {
    case "node":
      return javascriptClients(program, code);
    case "go":
      return goHttpClients(
        program,
        code.map((file) => file.path)
      );
    case "python":
      return pythonClients(program, code);
  }
}
function healthOf(program, { name, workloads }, table) {
  const paths = workloads.flatMap((workload) => askedPathsOf(workload).map((asked2) => asked2.path));
  return healthRoutesOf(program, table, name, (route3) => paths.some((path) => answersPath(route3, path)));
}
function withoutSyntax(table) {
  const known7 = /* @__PURE__ */ new Map();
  const of = (route3) => {
    const { handler: _, ...rest2 } = route3;
    const bare2 = known7.get(route3) ?? rest2;
    known7.set(route3, bare2);
    return bare2;
  };
  const unregistered = table.unregistered.map((one2) => ({ ...one2, routes: one2.routes.map(of) }));
  return { table: { ...table, routes: table.routes.map(of), unregistered }, of };
}
function filesOf3(program, { code, directory, entries, workloads }) {
  const reached2 = new Set(code.map((file) => file.path));
  const beside = [...program.files.keys()].filter((path) => isWithin(directory, path) && !standsAside(path));
  return { entries, files: [.../* @__PURE__ */ new Set([...reached2, ...beside])].sort(), environment: environmentOf(workloads[0]) };
}
var CHECKS = /valid|schema|celebrate|joi|zod|yup|ajv|sanit|pagina|^(?:query|param|body|check)$|^(?:is[A-Z]\w*|to[A-Z]\w*|optional|withMessage|custom|bail|default)$/i;
function checkedByRoutes(query, routes) {
  const isChecked2 = routes.some(({ guards }) => guards.some((one2) => one2.purpose === "other" && CHECKS.test(one2.name)));
  if (query.limit?.kind !== "uncapped" || !isChecked2) return { ...query, routes };
  return { ...query, routes, limit: { kind: "unknown", because: "middleware of the route may check it" } };
}
function queriesOf(program, { code, runtime }, { routes }) {
  const read2 = { node: javaScriptQueries, go: goQueries, python: pythonQueries }[runtime];
  const found3 = code.flatMap((file) => read2(program, file));
  const byFunction = found3.length > 0 ? routesByFunction(program, routes) : /* @__PURE__ */ new Map();
  return found3.map(({ within, ...query }) => ({
    ...checkedByRoutes(query, (within && byFunction.get(within.node)) ?? []),
    isReturned: within !== void 0 && leavesFunction(within.node, query.at)
  }));
}
module.exports = {
  codeOf,
  house: runAudit
};
