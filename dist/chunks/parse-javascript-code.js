"use strict";

// src/parse/javascript/lower-types.ts
var lowerAnnotation = (function lowerAnnotation(node, lowering) {
  return node?.type === "TSTypeAnnotation" ? lowerType(node.typeAnnotation, lowering) : void 0;
});
var lowerType = (function lowerType(node, lowering, depth = 0) {
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  switch (node.type) {
    case "TSTypeReference":
      return named(entityName(node.typeName), typeArguments(node), node, lowering, depth);
    case "TSExpressionWithTypeArguments":
      return named(entityName(node.expression), typeArguments(node), node, lowering, depth);
    case "TSArrayType":
      return named("[]", [node.elementType], node, lowering, depth);
    case "TSTupleType":
      return named("[]", node.elementTypes, node, lowering, depth);
    case "TSUnionType":
      return named("|", node.types, node, lowering, depth);
    case "TSIntersectionType":
      return named("&", node.types, node, lowering, depth);
    case "TSParenthesizedType":
    case "TSOptionalType":
    case "TSRestType":
    case "TSTypeOperator":
      return lowerType(node.typeAnnotation, lowering, depth + 1);
    case "TSNamedTupleMember":
      return lowerType(node.elementType, lowering, depth + 1);
    case "TSIndexedAccessType":
      return named("?", [node.objectType], node, lowering, depth);
    case "TSTypeQuery":
      if (node.exprName.type !== "Identifier") return { name: "typeof", arguments: NONE, start, end };
      return { name: "typeof", arguments: NONE, expression: lowerExpression(node.exprName, lowering), start, end };
    case "TSLiteralType":
      return { name: "literal", arguments: NONE, expression: lowerExpression(node.literal, lowering), start, end };
    case "TSTypeLiteral":
      return { name: "{}", arguments: NONE, members: lowerTypeMembers(node.members, lowering), start, end };
    default:
      return { name: KEYWORDS[node.type] ?? "?", arguments: NONE, start, end };
  }
});
var named = (function named(name, types, { start, end }, lowering, depth) {
  const given = depth < DEEPEST && types.length > 0 ? types.map((type) => lowerType(type, lowering, depth + 1)) : NONE;
  return { name, arguments: given, start: start ?? 0, end: end ?? 0 };
});
var lowerTypeMembers = (function lowerTypeMembers(members, lowering) {
  return members.flatMap((member2) => {
    if (member2.type !== "TSPropertySignature" && member2.type !== "TSMethodSignature") return [];
    const name = member2.key.type === "Identifier" ? member2.key.name : member2.key.type === "StringLiteral" ? member2.key.value : void 0;
    if (name === void 0) return [];
    const type = member2.type === "TSPropertySignature" ? lowerAnnotation(member2.typeAnnotation, lowering) : { name: "()", arguments: [], ...place(member2) };
    return [
      {
        kind: "field",
        name,
        ...type && { type },
        decorators: [],
        isStatic: false,
        isOptional: member2.optional === true,
        ...place(member2)
      }
    ];
  });
});
var lowerTypeArguments = (function lowerTypeArguments(node, lowering) {
  const types = typeArguments(node);
  return types.length > 0 ? types.map((type) => lowerType(type, lowering)) : void 0;
});
var typeArguments = (function typeArguments(node) {
  const given = node.typeArguments ?? node.typeParameters;
  return given?.type === "TSTypeParameterInstantiation" ? given.params : NONE;
});
var entityName = (function entityName(node) {
  if (node.type === "Identifier") return node.name;
  if (node.type === "ThisExpression") return "this";
  if (node.type === "TSQualifiedName") return `${entityName(node.left)}.${node.right.name}`;
  if (node.type === "MemberExpression" && node.property.type === "Identifier")
    return `${entityName(node.object)}.${node.property.name}`;
  if (node.type === "TSImportType" && node.qualifier) return entityName(node.qualifier);
  return "?";
});

// src/parse/javascript/lower-functions.ts
var lowerFunction = (function lowerFunction(node, lowering) {
  const named2 = nameOf(node);
  const returns = lowerAnnotation(node.returnType, lowering);
  lowering.depth++;
  const parameters = node.params.length === 0 ? NONE : node.params.map((parameter) => lowerParameter(parameter, lowering));
  const body = lowerBody(node, lowering);
  lowering.depth--;
  const fn = {
    kind: "function",
    name: named2?.name,
    nameStart: named2?.start ?? node.start ?? 0,
    parameters,
    body,
    decorators: "decorators" in node ? lowerDecorators(node.decorators, lowering) : NONE,
    returns,
    accessor: "kind" in node && (node.kind === "get" || node.kind === "set") ? node.kind : void 0,
    isAsync: node.async === true,
    isGenerator: node.generator === true,
    isStatic: "static" in node && node.static === true,
    isArrow: node.type === "ArrowFunctionExpression",
    isAbstract: node.type === "TSDeclareFunction" || node.type === "TSDeclareMethod",
    start: node.start ?? 0,
    end: node.end ?? 0
  };
  return node.typeParameters ? { ...fn, ...lowerTypeParameters(node, lowering) } : fn;
});
var lowerBody = (function lowerBody(node, lowering) {
  if (node.type === "TSDeclareFunction" || node.type === "TSDeclareMethod") return NONE;
  const { body } = node;
  if (body.type === "BlockStatement") return lowerStatements(body.body, lowering);
  return [{ kind: "return", value: lowerExpression(body, lowering), start: body.start ?? 0, end: body.end ?? 0 }];
});
var nameOf = (function nameOf(node) {
  if ("id" in node && node.id) return { name: node.id.name, start: node.id.start ?? 0 };
  if (!("key" in node)) return void 0;
  const { key } = node;
  const start = key.start ?? 0;
  if (key.type === "Identifier" && !("computed" in node && node.computed)) return { name: key.name, start };
  if (key.type === "StringLiteral") return { name: key.value, start };
  return key.type === "PrivateName" ? { name: `#${key.id.name}`, start } : void 0;
});
var lowerParameter = (function lowerParameter(node, lowering) {
  const property = node.type === "TSParameterProperty";
  const declared2 = property ? node.parameter : node;
  const pattern = declared2.type === "AssignmentPattern" ? declared2.left : declared2;
  const bare = pattern.type === "RestElement" ? pattern.argument : pattern;
  const annotation = annotationOf(pattern) ?? annotationOf(bare);
  const type = lowerAnnotation(annotation, lowering);
  const before = declared2 === node ? NONE : decoratorsOf(node, lowering);
  const own = decoratorsOf(declared2, lowering);
  const behind = pattern === declared2 ? NONE : decoratorsOf(pattern, lowering);
  return {
    kind: "parameter",
    target: lowerExpression(bare, lowering),
    type,
    fallback: declared2.type === "AssignmentPattern" ? lowerExpression(declared2.right, lowering) : void 0,
    rest: pattern.type === "RestElement" ? "list" : void 0,
    decorators: before.length + behind.length === 0 ? own : [...before, ...own, ...behind],
    isProperty: property,
    isOptional: pattern.type === "Identifier" && pattern.optional === true,
    start: node.start ?? 0,
    end: node.end ?? 0
  };
});
var annotationOf = (function annotationOf(node) {
  return "typeAnnotation" in node ? node.typeAnnotation : void 0;
});
var decoratorsOf = (function decoratorsOf(node, lowering) {
  return "decorators" in node ? lowerDecorators(node.decorators, lowering) : NONE;
});

// src/parse/javascript/lower-modules.ts
var lowerImport = (function lowerImport(node, lowering) {
  if (node.type === "TSImportEqualsDeclaration") {
    if (node.moduleReference.type !== "TSExternalModuleReference") return;
    const from2 = node.moduleReference.expression.value;
    lowering.imports.push({ from: from2, name: "=", local: node.id.name, typeOnly: false, deferred: false, ...place(node) });
    return;
  }
  const from = node.source.value;
  if (node.specifiers.length === 0) lowering.imports.push({ from, typeOnly: false, deferred: false, ...place(node) });
  for (const specifier of node.specifiers) {
    const typeOnly = node.importKind === "type" || node.importKind === "typeof" || specifier.type === "ImportSpecifier" && (specifier.importKind === "type" || specifier.importKind === "typeof");
    const name = specifier.type === "ImportDefaultSpecifier" ? "default" : specifier.type === "ImportNamespaceSpecifier" ? "*" : textOf(specifier.imported);
    lowering.imports.push({ from, name, local: specifier.local.name, typeOnly, deferred: false, ...place(specifier) });
  }
});
var lowerExport = (function lowerExport(node, lowering) {
  const at = place(node);
  switch (node.type) {
    case "ExportAllDeclaration":
      lowering.exports.push({ name: "*", from: node.source.value, typeOnly: node.exportKind === "type", ...at });
      return [];
    case "TSExportAssignment":
      return give("=", lowerExpression(node.expression, lowering), at, lowering);
    case "ExportDefaultDeclaration":
      return lowerDefault(node, lowering);
    default:
      return lowerNamed(node, lowering);
  }
});
var lowerNamed = (function lowerNamed(node, lowering) {
  const typeOnly = node.exportKind === "type";
  for (const specifier of node.specifiers) {
    const at = place(specifier);
    const from = node.source?.value;
    const name = textOf(specifier.exported);
    if (specifier.type === "ExportNamespaceSpecifier")
      lowering.exports.push({ name, local: "*", ...from !== void 0 && { from }, typeOnly, ...at });
    else if (specifier.type === "ExportSpecifier") {
      const local = textOf(specifier.local);
      lowering.exports.push({
        name,
        local,
        ...from !== void 0 && { from },
        typeOnly: typeOnly || specifier.exportKind === "type",
        ...at
      });
    }
  }
  if (!node.declaration) return NONE;
  const statements = lowerStatements([node.declaration], lowering);
  for (const statement of statements) {
    for (const name of namesOf(statement)) {
      lowering.exports.push({ name, local: name, typeOnly: statement.kind === "type", ...place(node) });
    }
  }
  return statements;
});
var namesOf = (function namesOf(statement) {
  if (statement.kind === "declare") return boundNames(statement.target).map(({ node }) => node.name);
  if (statement.kind === "function" || statement.kind === "class" || statement.kind === "type")
    return statement.name === void 0 ? [] : [statement.name];
  return [];
});
var requireImport = (function requireImport(call, lowering) {
  const from = requiredModule(call);
  if (from === void 0) return;
  const deferred = lowering.depth > 0 || call.callee.kind === "name" && call.callee.name === "import";
  lowering.imports.push({ from, typeOnly: false, deferred, start: call.start, end: call.end });
});
var requiredModule = (function requiredModule(value) {
  if (value.kind === "await" || value.kind === "cast") return requiredModule(value.value);
  if (value.kind !== "call" || value.callee.kind !== "name") return void 0;
  if (value.callee.name !== "require" && value.callee.name !== "import") return void 0;
  const [first] = value.arguments;
  return first?.kind === "literal" && typeof first.value === "string" ? first.value : void 0;
});
var requiredNames = (function requiredNames(declare, lowering) {
  const { value, target } = declare;
  if (!value) return;
  const member2 = value.kind === "member" ? value.property : void 0;
  const from = requiredModule(value.kind === "member" ? value.object : value);
  if (from === void 0) return;
  const deferred = lowering.depth > 0;
  const add = (name, local) => lowering.imports.push({ from, name, local, typeOnly: false, deferred, start: declare.start, end: declare.end });
  if (target.kind === "name") add(member2 ?? "=", target.name);
  if (target.kind !== "object" || member2 !== void 0) return;
  for (const entry of target.entries) {
    if (entry.kind !== "entry" || entry.key === void 0) continue;
    const bound = entry.value.kind === "default" ? entry.value.target : entry.value;
    if (bound.kind === "name") add(entry.key, bound.name);
  }
});
var textOf = (function textOf(node) {
  return node.type === "Identifier" ? node.name : node.value;
});

// src/parse/javascript/lower-rare.ts
var lowerRare = (function lowerRare(node, start, end, lowering) {
  switch (node.type) {
    case "TaggedTemplateExpression": {
      const template = lowerTemplate(node.quasi, lowering);
      return { kind: "tagged", tag: lowerExpression(node.tag, lowering), template, start, end };
    }
    case "ClassExpression":
      return lowerClass(node, lowering);
    case "YieldExpression":
      if (!node.argument) return { kind: "yield", start, end };
      return { kind: "yield", value: lowerExpression(node.argument, lowering), start, end };
    case "SpreadElement":
    case "RestElement":
      return { kind: "spread", form: "list", value: lowerExpression(node.argument, lowering), start, end };
    case "UnaryExpression":
      return { kind: "unary", operator: node.operator, value: lowerExpression(node.argument, lowering), start, end };
    case "UpdateExpression": {
      const target = lowerExpression(node.argument, lowering);
      const value = { kind: "literal", value: 1, start, end };
      return { kind: "assign", operator: node.operator === "++" ? "+=" : "-=", target, value, start, end };
    }
    case "ConditionalExpression": {
      const test = lowerExpression(node.test, lowering);
      const consequent = lowerExpression(node.consequent, lowering);
      const alternate = lowerExpression(node.alternate, lowering);
      return { kind: "conditional", test, consequent, alternate, start, end };
    }
    case "AssignmentExpression": {
      const target = lowerExpression(node.left, lowering);
      return {
        kind: "assign",
        operator: node.operator,
        target,
        value: lowerExpression(node.right, lowering),
        start,
        end
      };
    }
    case "AssignmentPattern": {
      const target = lowerExpression(node.left, lowering);
      return { kind: "default", target, value: lowerExpression(node.right, lowering), start, end };
    }
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion": {
      const value = lowerExpression(node.expression, lowering);
      return { kind: "cast", value, type: lowerType(node.typeAnnotation, lowering), start, end };
    }
    case "TSNonNullExpression":
    case "TSInstantiationExpression":
    case "TypeCastExpression":
      return { kind: "cast", value: lowerExpression(node.expression, lowering), start, end };
    case "ParenthesizedExpression":
      return lowerExpression(node.expression, lowering);
    case "TSParameterProperty":
      return lowerExpression(node.parameter, lowering);
    case "JSXElement":
    case "JSXFragment":
      return { kind: "markup", children: markupChildren(node, lowering), start, end };
    case "SequenceExpression":
      return { kind: "unknown", children: lowerAll(node.expressions, lowering), start, end };
    default:
      return { kind: "unknown", children: [], start, end };
  }
});

// src/parse/javascript/lower-expressions.ts
var place = (function place(node) {
  return { start: node.start ?? 0, end: node.end ?? 0 };
});
var deeper = (function deeper(lowering, levels) {
  lowering.nesting += levels;
  if (lowering.nesting > DEEPEST2) throw new RangeError("nested too deep");
});
var lowerExpression = (function lowerExpression(node, lowering) {
  deeper(lowering, 1);
  const lowered = lowerKind(node, lowering);
  lowering.nesting--;
  return lowered;
});
var lowerKind = (function lowerKind(node, lowering) {
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  switch (node.type) {
    case "Identifier":
      if (node.name === "undefined") return { kind: "literal", value: null, start, end };
      return { kind: "name", name: sameText(node.name, lowering), start, end };
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
    case "DirectiveLiteral":
      return { kind: "literal", value: node.value, start, end };
    case "MemberExpression":
    case "OptionalMemberExpression":
      return lowerMember2(node, lowering);
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      return lowerCall(node, lowering);
    case "ObjectExpression":
    case "ObjectPattern":
    case "RecordExpression":
      return lowerObject(node, lowering);
    case "ArrayExpression":
    case "ArrayPattern":
    case "TupleExpression":
      return lowerArray(node, lowering);
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return lowerFunction(node, lowering);
    case "AwaitExpression":
      return { kind: "await", value: lowerExpression(node.argument, lowering), start, end };
    case "BinaryExpression":
    case "LogicalExpression":
      return lowerBinary(node, lowering);
    case "TemplateLiteral":
      return lowerTemplate(node, lowering);
    case "BigIntLiteral":
      return { kind: "literal", value: Number(node.value), start, end };
    case "NullLiteral":
      return { kind: "literal", value: null, start, end };
    case "RegExpLiteral":
      return { kind: "regular-expression", pattern: node.pattern, flags: node.flags, start, end };
    case "ThisExpression":
      return { kind: "name", name: "this", start, end };
    case "Super":
      return { kind: "name", name: "super", start, end };
    case "Import":
      return { kind: "name", name: "import", start, end };
    case "PrivateName":
      return { kind: "name", name: `#${node.id.name}`, start, end };
    case "MetaProperty":
      return metaProperty(node);
    default:
      return lowerRare(node, start, end, lowering);
  }
});
var lowerAll = (function lowerAll(nodes, lowering) {
  if (nodes.length === 0) return NONE;
  return nodes.map((node) => lowerExpression(node, lowering));
});
var lowerBinary = (function lowerBinary(node, lowering) {
  const chain = [];
  let left = node;
  while (left.type === "BinaryExpression" || left.type === "LogicalExpression") {
    chain.push(left);
    left = left.left;
  }
  deeper(lowering, chain.length);
  let lowered = lowerExpression(left, lowering);
  for (const one of chain.reverse()) {
    const right = lowerExpression(one.right, lowering);
    lowered = {
      kind: "binary",
      operator: one.operator,
      left: lowered,
      right,
      start: one.start ?? 0,
      end: one.end ?? 0
    };
  }
  lowering.nesting -= chain.length;
  return lowered;
});
var lowerMember2 = (function lowerMember2(node, lowering) {
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  const object = lowerExpression(node.object, lowering);
  const { property } = node;
  const propertyStart = property.start ?? start;
  if (!node.computed && property.type === "Identifier")
    return member(object, sameText(property.name, lowering), propertyStart, start, end);
  if (property.type === "PrivateName") return member(object, `#${property.id.name}`, propertyStart, start, end);
  if (property.type === "StringLiteral") return member(object, property.value, propertyStart, start, end);
  return { kind: "index", object, index: lowerExpression(property, lowering), start, end };
});
var member = (function member(object, property, propertyStart, start, end) {
  return { kind: "member", object, property, propertyStart, start, end };
});
var lowerCall = (function lowerCall(node, lowering) {
  const typeArguments2 = lowerTypeArguments(node, lowering);
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  const isNew = node.type === "NewExpression";
  const callee = lowerExpression(node.callee, lowering);
  const given = lowerAll(node.arguments, lowering);
  const call = typeArguments2 ? { kind: "call", callee, arguments: given, isNew, typeArguments: typeArguments2, start, end } : { kind: "call", callee, arguments: given, isNew, start, end };
  requireImport(call, lowering);
  return call;
});
var lowerTemplate = (function lowerTemplate(node, lowering) {
  const parts = [];
  for (let index = 0; index < node.quasis.length; index++) {
    const written = node.quasis[index]?.value;
    const text = written?.cooked ?? written?.raw ?? "";
    if (text !== "") parts.push(text);
    const expression = node.expressions[index];
    if (expression) parts.push(lowerExpression(expression, lowering));
  }
  return { kind: "template", parts, start: node.start ?? 0, end: node.end ?? 0 };
});
var lowerObject = (function lowerObject(node, lowering) {
  const entries = node.properties.map((property) => lowerProperty(property, lowering));
  return { kind: "object", entries, start: node.start ?? 0, end: node.end ?? 0 };
});
var lowerProperty = (function lowerProperty(property, lowering) {
  const start = property.start ?? 0;
  const end = property.end ?? 0;
  if (property.type === "SpreadElement" || property.type === "RestElement")
    return { kind: "spread", form: "map", value: lowerExpression(property.argument, lowering), start, end };
  const written = writtenKey(property);
  const key = written === void 0 ? void 0 : sameText(written, lowering);
  if (key !== void 0) return { kind: "entry", key, value: lowerValue(property, lowering), start, end };
  const computed = lowerExpression(property.key, lowering);
  return { kind: "entry", computed, value: lowerValue(property, lowering), start, end };
});
var lowerValue = (function lowerValue(property, lowering) {
  return property.type === "ObjectMethod" ? lowerFunction(property, lowering) : lowerExpression(property.value, lowering);
});
var writtenKey = (function writtenKey({ key, computed }) {
  if (!computed && key.type === "Identifier") return key.name;
  return key.type === "StringLiteral" || key.type === "NumericLiteral" ? String(key.value) : void 0;
});
var lowerArray = (function lowerArray(node, lowering) {
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  const elements = node.elements.map((element) => {
    return element ? lowerExpression(element, lowering) : { kind: "literal", value: null, start, end };
  });
  return { kind: "array", elements, start, end };
});
var sameText = (function sameText(name, { names }) {
  const known = names.get(name);
  if (known !== void 0) return known;
  names.set(name, name);
  return name;
});

// src/parse/javascript/lower-statements.ts
var lowerStatements = (function lowerStatements(nodes, lowering) {
  if (nodes.length === 0) return NONE;
  let isEven = true;
  const lowered = nodes.map((node) => {
    const one = lowerStatement(node, lowering);
    if (!one || isList(one)) isEven = false;
    return one;
  });
  return isEven ? lowered : lowered.flatMap((one) => one ?? NONE);
});
var isList = (function isList(one) {
  return Array.isArray(one);
});
var lowerStatement = (function lowerStatement(node, lowering) {
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  switch (node.type) {
    case "ExpressionStatement": {
      const value = lowerExpression(node.expression, lowering);
      commonJsExport(value, lowering);
      return { kind: "expression", value, start, end };
    }
    case "VariableDeclaration":
      return lowerDeclarators(node, lowering);
    case "ReturnStatement":
      if (!node.argument) return { kind: "return", start, end };
      return { kind: "return", value: lowerExpression(node.argument, lowering), start, end };
    case "IfStatement": {
      const test = lowerExpression(node.test, lowering);
      const consequent = blockOf(node.consequent, lowering);
      return { kind: "if", test, consequent, alternate: blockOf(node.alternate, lowering), start, end };
    }
    case "ThrowStatement":
      return { kind: "throw", value: lowerExpression(node.argument, lowering), start, end };
    case "ImportDeclaration":
    case "TSImportEqualsDeclaration":
      lowerImport(node, lowering);
      return void 0;
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportAllDeclaration":
    case "TSExportAssignment":
      return lowerExport(node, lowering);
    case "FunctionDeclaration":
      return lowerFunction(node, lowering);
    case "ClassDeclaration":
      return lowerClass(node, lowering);
    case "ForStatement":
    case "ForOfStatement":
    case "ForInStatement":
    case "WhileStatement":
    case "DoWhileStatement":
      return lowerLoop(node, lowering);
    case "SwitchStatement":
      return { kind: "switch", ...switchParts(node, lowering), start, end };
    case "TryStatement":
      return {
        kind: "try",
        body: blockOf(node.block, lowering),
        handlers: node.handler ? [lowerHandler(node.handler, lowering)] : NONE,
        otherwise: NONE,
        finalizer: blockOf(node.finalizer, lowering),
        start,
        end
      };
    case "BlockStatement":
    case "StaticBlock":
    case "TSModuleBlock":
      return { kind: "block", body: lowerStatements(node.body, lowering), start, end };
    case "LabeledStatement":
      return lowerStatement(node.body, lowering);
    case "BreakStatement":
    case "ContinueStatement":
      return { kind: "jump", form: node.type === "BreakStatement" ? "break" : "continue", start, end };
    case "TSTypeAliasDeclaration": {
      const type = lowerType(node.typeAnnotation, lowering);
      return { kind: "type", name: node.id.name, type, bases: NONE, ...lowerTypeParameters(node, lowering), start, end };
    }
    case "TSInterfaceDeclaration":
      return lowerInterface(node, lowering);
    case "TSEnumDeclaration":
      return lowerEnum(node, lowering);
    case "TSModuleDeclaration":
      return node.body && !node.declare ? lowerStatement(node.body, lowering) : void 0;
    default:
      return void 0;
  }
});
var lowerDeclarators = (function lowerDeclarators({ declarations, kind }, lowering) {
  const [first, ...others] = declarations;
  if (first && others.length === 0) return lowerDeclarator(first, kind === "const", lowering);
  return declarations.map((one) => lowerDeclarator(one, kind === "const", lowering));
});
var lowerDeclarator = (function lowerDeclarator(node, isConstant, lowering) {
  const type = "typeAnnotation" in node.id ? lowerAnnotation(node.id.typeAnnotation, lowering) : void 0;
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  const target = lowerExpression(node.id, lowering);
  const declare = node.init ? { kind: "declare", target, value: lowerExpression(node.init, lowering), isConstant, start, end } : { kind: "declare", target, isConstant, start, end };
  if (type) declare.type = type;
  requiredNames(declare, lowering);
  return declare;
});

// src/parse/javascript/code.ts
var readJavaScript = (function readJavaScript(source) {
  const typescript = TYPESCRIPT.test(source.path);
  const lowering = { imports: [], exports: [], depth: 0, nesting: 0, names: /* @__PURE__ */ new Map() };
  const problems = [];
  const directives = [];
  const body = [];
  const options = optionsFor(source.path, typescript);
  const complain = (message, index) => problems.push({
    at: { path: source.path, start: index, end: Math.min(index + 1, source.text.length) },
    message,
    kind: "syntax"
  });
  const take = (text) => {
    lowering.depth = 0;
    lowering.nesting = 0;
    try {
      const file = parserLibrary().parse(text, options);
      for (const error of file.errors ?? []) complain(plain(error), positionOf(error));
      for (const directive of file.program.directives) directives.push(directive.value.value);
      body.push(...lowerStatements(file.program.body, lowering));
      return void 0;
    } catch (error) {
      if (error instanceof RangeError) return { message: "it is nested too deep", index: 0 };
      if (!(error instanceof SyntaxError)) throw error;
      return { message: plain(error), index: positionOf(error) };
    }
  };
  if (source.text.length > LONGEST) complain(`the text is longer than ${LONGEST} characters`, 0);
  else {
    const failed = take(source.text);
    if (failed) {
      complain(failed.message, failed.index);
      pieces(source.text, (text) => take(text)?.index);
    }
  }
  return {
    path: source.path,
    language: typescript ? "typescript" : "javascript",
    imports: lowering.imports,
    exports: lowering.exports,
    body,
    problems,
    directives
  };
});
var optionsFor = (function optionsFor(path, typescript) {
  const plugins = ["decorators-legacy", "decoratorAutoAccessors", "explicitResourceManagement"];
  if (typescript) plugins.push("typescript");
  else plugins.push("flow");
  if (MARKUP.test(path)) plugins.push("jsx");
  return {
    sourceType: /\.cjs$/i.test(path) ? "script" : "unambiguous",
    plugins,
    errorRecovery: true,
    attachComment: false,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowNewTargetOutsideFunction: true,
    allowUndeclaredExports: true
  };
});
const {
  parserLibrary
} = require("./chunk-7PWWYX2T.js");
const {
  boundNames
} = require("./chunk-5D3HAFLZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/javascript/lower-types.ts
var DEEPEST = 12;

var KEYWORDS = {
  TSStringKeyword: "string",
  TSNumberKeyword: "number",
  TSBooleanKeyword: "boolean",
  TSNullKeyword: "null",
  TSUndefinedKeyword: "null",
  TSVoidKeyword: "void",
  TSAnyKeyword: "any",
  TSUnknownKeyword: "any",
  TSFunctionType: "()",
  TSConstructorType: "()"
};




function lowerTypeParameters(node, lowering) {
  const declared2 = node.typeParameters;
  if (declared2?.type !== "TSTypeParameterDeclaration") return {};
  const typeParameters = declared2.params.map((one) => ({
    name: one.name,
    ...one.constraint && { constraint: lowerType(one.constraint, lowering) }
  }));
  return { typeParameters };
}



// src/parse/javascript/lower-functions.ts






function lowerDecorators(decorators, lowering) {
  if (!decorators || decorators.length === 0) return NONE;
  return decorators.map((decorator) => lowerExpression(decorator.expression, lowering));
}
function lowerClass(node, lowering) {
  const { superClass } = node;
  const base = superClass ? lowerExpression(superClass, lowering) : void 0;
  const made = {
    kind: "class",
    nameStart: node.id?.start ?? node.start ?? 0,
    bases: base ? [base] : NONE,
    baseTypes: baseTypes(node, base, lowering),
    keywords: NONE,
    decorators: lowerDecorators(node.decorators, lowering),
    ...lowerClassBody(node.body.body, lowering),
    isAbstract: node.type === "ClassDeclaration" && node.abstract === true,
    start: node.start ?? 0,
    end: node.end ?? 0
  };
  if (node.id) made.name = node.id.name;
  return node.typeParameters ? { ...made, ...lowerTypeParameters(node, lowering) } : made;
}
function baseTypes(node, base, lowering) {
  const given = { typeArguments: node.superTypeParameters ?? null };
  const own = base && typeOfBase(base, lowerTypeArguments(given, lowering) ?? []);
  return [...own ? [own] : [], ...(node.implements ?? []).map((type) => lowerType(type, lowering))];
}
function typeOfBase(base, given) {
  const name = dotted(base);
  return name === void 0 ? void 0 : { name, arguments: given, start: base.start, end: base.end };
}
function dotted(base) {
  if (base.kind === "name") return base.name;
  const object = base.kind === "member" ? dotted(base.object) : void 0;
  return object !== void 0 && base.kind === "member" ? `${object}.${base.property}` : void 0;
}
function lowerClassBody(nodes, lowering) {
  const members = [];
  let statements = NONE;
  for (const node of nodes) {
    if (node.type === "StaticBlock") statements = [...statements, ...lowerStatements(node.body, lowering)];
    const member2 = lowerMember(node, lowering);
    if (member2) members.push(member2);
  }
  return { members, statements };
}
function lowerMember(member2, lowering) {
  switch (member2.type) {
    case "ClassMethod":
    case "ClassPrivateMethod":
    case "TSDeclareMethod":
      return lowerFunction(member2, lowering);
    case "ClassProperty":
    case "ClassPrivateProperty":
    case "ClassAccessorProperty":
      return lowerField(member2, lowering);
    default:
      return void 0;
  }
}
function lowerField(member2, lowering) {
  const { key } = member2;
  const name = key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : key.type === "PrivateName" ? `#${key.id.name}` : void 0;
  if (name === void 0) return void 0;
  return {
    kind: "field",
    name,
    type: lowerAnnotation(member2.typeAnnotation, lowering),
    value: member2.value ? lowerExpression(member2.value, lowering) : void 0,
    decorators: lowerDecorators(member2.decorators, lowering),
    isStatic: member2.static === true,
    isOptional: "optional" in member2 && member2.optional === true,
    start: member2.start ?? 0,
    end: member2.end ?? 0
  };
}

// src/parse/javascript/lower-modules.ts


function lowerDefault(node, lowering) {
  const { declaration } = node;
  const at = place(node);
  if (declaration.type === "TSDeclareFunction" || declaration.type === "FunctionDeclaration") {
    const fn = lowerFunction(declaration, lowering);
    return fn.name === void 0 ? give("default", fn, at, lowering) : [...declared("default", fn.name, at, lowering), fn];
  }
  if (declaration.type === "ClassDeclaration") {
    const one = lowerClass(declaration, lowering);
    return one.name === void 0 ? give("default", one, at, lowering) : [...declared("default", one.name, at, lowering), one];
  }
  return give("default", lowerExpression(declaration, lowering), at, lowering);
}
function declared(name, local, at, lowering) {
  lowering.exports.push({ name, local, typeOnly: false, ...at });
  return [];
}
function give(name, value, at, lowering) {
  if (value.kind === "name") lowering.exports.push({ name, local: value.name, typeOnly: false, ...at });
  else lowering.exports.push({ name, value, typeOnly: false, ...at });
  return [{ kind: "expression", value, ...at }];
}


function commonJsExport(value, lowering) {
  if (value.kind !== "assign" || value.operator !== "=" || lowering.depth > 0) return;
  const { target } = value;
  if (target.kind !== "member") return;
  const name = isModuleExports(target) ? "=" : isExports(target.object) ? target.property : void 0;
  if (name === void 0) return;
  const given = value.value.kind === "assign" ? value.value.value : value.value;
  const at = { start: value.start, end: value.end };
  if (given.kind === "name") lowering.exports.push({ name, local: given.name, typeOnly: false, ...at });
  else lowering.exports.push({ name, value: given, typeOnly: false, ...at });
}
function isModuleExports(node) {
  return node.kind === "member" && node.property === "exports" && node.object.kind === "name" && node.object.name === "module";
}
function isExports(node) {
  return isModuleExports(node) || node.kind === "name" && node.name === "exports";
}





// src/parse/javascript/lower-rare.ts

function markupChildren(node, lowering) {
  const children = [];
  const take = (one) => {
    if (!one || one.type === "JSXText" || one.type === "JSXEmptyExpression" || one.type === "StringLiteral") return;
    if (one.type === "JSXExpressionContainer" || one.type === "JSXSpreadChild") take(one.expression);
    else if (one.type === "JSXElement" || one.type === "JSXFragment") children.push(...markupChildren(one, lowering));
    else children.push(lowerExpression(one, lowering));
  };
  if (node.type === "JSXElement") {
    for (const attribute of node.openingElement.attributes)
      take(attribute.type === "JSXAttribute" ? attribute.value : attribute.argument);
  }
  for (const child of node.children) take(child);
  return children;
}

// src/parse/javascript/lower-expressions.ts

var DEEPEST2 = 1500;



function metaProperty({ meta, property, start, end }) {
  const object = { kind: "name", name: meta.name, start: meta.start ?? 0, end: meta.end ?? 0 };
  return member(object, property.name, property.start ?? 0, start ?? 0, end ?? 0);
}

var NONE = Object.freeze([]);












// src/parse/javascript/lower-statements.ts



function switchParts(node, lowering) {
  return {
    subject: lowerExpression(node.discriminant, lowering),
    cases: node.cases.map((one) => ({
      tests: one.test ? [lowerExpression(one.test, lowering)] : NONE,
      body: lowerStatements(one.consequent, lowering)
    }))
  };
}
function blockOf(node, lowering) {
  if (!node) return NONE;
  return lowerStatements(node.type === "BlockStatement" ? node.body : [node], lowering);
}


function lowerLoop(node, lowering) {
  const rest = { kind: "loop", body: blockOf(node.body, lowering), ...place(node) };
  switch (node.type) {
    case "ForOfStatement":
    case "ForInStatement": {
      const [declared2] = node.left.type === "VariableDeclaration" ? node.left.declarations : [];
      return {
        ...rest,
        form: "each",
        target: lowerExpression(declared2?.id ?? node.left, lowering),
        iterated: lowerExpression(node.right, lowering),
        isAsync: node.type === "ForOfStatement" && node.await === true
      };
    }
    case "ForStatement": {
      const first = node.init && firstOf(node.init, lowering);
      return {
        ...rest,
        form: "count",
        isAsync: false,
        ...first && { first },
        ...node.test && { test: lowerExpression(node.test, lowering) },
        ...node.update && { step: lowerExpression(node.update, lowering) }
      };
    }
    default:
      return { ...rest, form: "while", isAsync: false, test: lowerExpression(node.test, lowering) };
  }
}
function firstOf(node, lowering) {
  const at = place(node);
  if (node.type === "VariableDeclaration") return { kind: "block", body: lowerStatements([node], lowering), ...at };
  return { kind: "expression", value: lowerExpression(node, lowering), ...at };
}
function lowerHandler(node, lowering) {
  return {
    types: [],
    ...node.param && { target: lowerExpression(node.param, lowering) },
    body: lowerStatements(node.body.body, lowering),
    ...place(node)
  };
}
function lowerInterface(node, lowering) {
  const at = place(node);
  const type = {
    name: "{}",
    arguments: [],
    members: lowerTypeMembers(node.body.body, lowering),
    ...at
  };
  return {
    kind: "type",
    name: node.id.name,
    type,
    bases: (node.extends ?? []).map((one) => lowerType(one, lowering)),
    ...lowerTypeParameters(node, lowering),
    ...at
  };
}
function lowerEnum(node, lowering) {
  let next = 0;
  const members = node.body?.members ?? node.members ?? [];
  const entries = members.map((member2) => {
    const written = member2.initializer && lowerExpression(member2.initializer, lowering);
    const counted = { kind: "literal", value: next ?? null, ...place(member2) };
    const value = written ?? counted;
    next = value.kind === "literal" && typeof value.value === "number" ? value.value + 1 : void 0;
    const key = member2.id.type === "Identifier" ? member2.id.name : member2.id.value;
    return { kind: "entry", key, value, ...place(member2) };
  });
  return {
    kind: "declare",
    target: { kind: "name", name: node.id.name, ...place(node.id) },
    value: { kind: "object", entries, ...place(node) },
    isConstant: true,
    ...place(node)
  };
}

// src/parse/javascript/recover.ts
var MOST_TRIES = 400;
var MOST_JOINED = 4;
var MOST_HOLES = 5;
function pieces(text, parse) {
  const starts = [...marginStarts(text), text.length];
  const first = starts[0] ?? 0;
  if (first > 0) starts.unshift(0);
  let tries = 0;
  const attempt = (from, to, holes = []) => {
    tries++;
    return parse(only(text, from, to, holes));
  };
  for (let index = 0; index < starts.length - 1 && tries < MOST_TRIES; ) {
    const from = starts[index] ?? 0;
    let taken = 0;
    let error;
    for (let joined = 1; joined <= MOST_JOINED && index + joined < starts.length && taken === 0; joined++) {
      const failed = attempt(from, starts[index + joined] ?? text.length);
      if (failed === void 0) taken = joined;
      else if (joined === 1) error = failed;
    }
    if (taken === 0) mend(text, from, starts[index + 1] ?? text.length, error ?? from, attempt);
    index += Math.max(1, taken);
  }
}
function mend(text, from, to, error, attempt) {
  const members = memberStarts(text, from, to);
  if (members.length < 2) return;
  const holes = [];
  for (let at = error; at !== void 0 && holes.length < MOST_HOLES; ) {
    const place2 = at;
    const start = members.findLast((member2) => member2 <= place2) ?? members[0] ?? from;
    const end = members.find((member2) => member2 > start) ?? to;
    if (holes.some(([hole]) => hole === start)) return;
    holes.push([start, end]);
    at = attempt(from, to, holes);
  }
}
function marginStarts(text) {
  return [...text.matchAll(/^[\w$@'"([{`~!+/-]/gm)].filter((match) => !closes(match[0])).map((match) => match.index);
}
function memberStarts(text, from, to) {
  const lines = [...text.slice(from, to).matchAll(/^([ \t]*)(\S)/gm)];
  const indents = lines.map(([, indent = ""]) => indent.length).filter((width) => width > 0);
  const shallowest = Math.min(...indents.slice(0, 1e3));
  return lines.filter(([, indent = "", first = ""]) => indent.length === 0 || indent.length === shallowest && !closes(first)).map((match) => from + match.index);
}
function closes(character) {
  return "})]".includes(character);
}
function only(text, from, to, holes) {
  let kept = blank(text.slice(0, from));
  let at = from;
  for (const [start, end] of [...holes].sort(([one], [other]) => one - other)) {
    kept += text.slice(at, start) + blank(text.slice(start, end));
    at = end;
  }
  return kept + text.slice(at, to);
}
function blank(text) {
  return text.replace(/[^\n\r]/g, " ");
}

// src/parse/javascript/code.ts
var LONGEST = 1e6;
var TYPESCRIPT = /\.[cm]?tsx?$/i;
var MARKUP = /\.(?:[jt]sx|[cm]?js)$/i;


function plain(error) {
  return error.message.replace(/\s*\(\d+:\d+\)$/, "").slice(0, 200);
}
function positionOf(error) {
  return "pos" in error && typeof error.pos === "number" ? error.pos : 0;
}
module.exports = {
  house: runAudit,
  readJavaScript
};
