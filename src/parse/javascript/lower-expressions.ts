import type * as t from '@babel/types'
import type {
  ArrayLiteral,
  Call,
  Entry,
  Expression,
  Literal,
  ObjectLiteral,
  Spread,
  Template,
} from '../../code/syntax.js'
import type { Lowering } from './code.js'
import { lowerClass, lowerFunction } from './lower-functions.js'
import { requireImport } from './lower-modules.js'
import { lowerType, lowerTypeArguments } from './lower-types.js'

/** Where a node stands. */
export function place(node: { start?: number | null; end?: number | null }): { start: number; end: number } {
  return { start: node.start ?? 0, end: node.end ?? 0 }
}

/** An expression or pattern. */
export function lowerExpression(node: t.Node, lowering: Lowering): Expression {
  const at = place(node)
  const inner = (one: t.Node) => lowerExpression(one, lowering)
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'DirectiveLiteral':
      return { kind: 'literal', value: node.value, ...at }
    case 'BigIntLiteral':
      return { kind: 'literal', value: Number(node.value), ...at }
    case 'NullLiteral':
      return { kind: 'literal', value: null, ...at }
    case 'RegExpLiteral':
      return { kind: 'regular-expression', pattern: node.pattern, flags: node.flags, ...at }
    case 'TemplateLiteral':
      return lowerTemplate(node, lowering)
    case 'Identifier':
      if (node.name === 'undefined') return { kind: 'literal', value: null, ...at }
      return { kind: 'name', name: node.name, ...at }
    case 'ThisExpression':
      return { kind: 'name', name: 'this', ...at }
    case 'Super':
      return { kind: 'name', name: 'super', ...at }
    case 'Import':
      return { kind: 'name', name: 'import', ...at }
    case 'PrivateName':
      return { kind: 'name', name: `#${node.id.name}`, ...at }
    case 'MetaProperty':
      return member({ kind: 'name', name: node.meta.name, ...place(node.meta) }, node.property.name, node.property, at)
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return lowerMember(node, lowering)
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return lowerCall(node, lowering)
    case 'TaggedTemplateExpression':
      return { kind: 'tagged', tag: inner(node.tag), template: lowerTemplate(node.quasi, lowering), ...at }
    case 'ObjectExpression':
    case 'ObjectPattern':
    case 'RecordExpression':
      return lowerObject(node, lowering)
    case 'ArrayExpression':
    case 'ArrayPattern':
    case 'TupleExpression':
      return lowerArray(node, lowering)
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return lowerFunction(node, lowering)
    case 'ClassExpression':
      return lowerClass(node, lowering)
    case 'AwaitExpression':
      return { kind: 'await', value: inner(node.argument), ...at }
    case 'YieldExpression':
      return { kind: 'yield', ...(node.argument && { value: inner(node.argument) }), ...at }
    case 'SpreadElement':
    case 'RestElement':
      return { kind: 'spread', form: 'list', value: inner(node.argument), ...at }
    case 'BinaryExpression':
    case 'LogicalExpression':
      return lowerBinary(node, lowering)
    case 'UnaryExpression':
      return { kind: 'unary', operator: node.operator, value: inner(node.argument), ...at }
    case 'UpdateExpression':
      return {
        kind: 'assign',
        operator: node.operator === '++' ? '+=' : '-=',
        target: inner(node.argument),
        value: { kind: 'literal', value: 1, ...at },
        ...at,
      }
    case 'ConditionalExpression':
      return {
        kind: 'conditional',
        test: inner(node.test),
        consequent: inner(node.consequent),
        alternate: inner(node.alternate),
        ...at,
      }
    case 'AssignmentExpression':
      return { kind: 'assign', operator: node.operator, target: inner(node.left), value: inner(node.right), ...at }
    case 'AssignmentPattern':
      return { kind: 'default', target: inner(node.left), value: inner(node.right), ...at }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
      return { kind: 'cast', value: inner(node.expression), type: lowerType(node.typeAnnotation, lowering), ...at }
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
    case 'TypeCastExpression':
      return { kind: 'cast', value: inner(node.expression), ...at }
    case 'ParenthesizedExpression':
      return inner(node.expression)
    case 'TSParameterProperty':
      return inner(node.parameter)
    case 'JSXElement':
    case 'JSXFragment':
      return { kind: 'markup', children: markupChildren(node, lowering), ...at }
    case 'SequenceExpression':
      return { kind: 'unknown', children: node.expressions.map(inner), ...at }
    default:
      return { kind: 'unknown', children: [], ...at }
  }
}

/** A chain of operators is read without recursion on its left: generated texts have thousands of terms. */
function lowerBinary(node: t.BinaryExpression | t.LogicalExpression, lowering: Lowering): Expression {
  const chain: (t.BinaryExpression | t.LogicalExpression)[] = []
  let left: t.Node = node
  while (left.type === 'BinaryExpression' || left.type === 'LogicalExpression') {
    chain.push(left)
    left = left.left
  }
  let lowered = lowerExpression(left, lowering)
  for (const one of chain.reverse()) {
    const right = lowerExpression(one.right, lowering)
    lowered = { kind: 'binary', operator: one.operator, left: lowered, right, ...place(one) }
  }
  return lowered
}

function lowerMember(node: t.MemberExpression | t.OptionalMemberExpression, lowering: Lowering): Expression {
  const at = place(node)
  const object = lowerExpression(node.object, lowering)
  const { property } = node
  if (!node.computed && property.type === 'Identifier') return member(object, property.name, property, at)
  if (property.type === 'PrivateName') return member(object, `#${property.id.name}`, property, at)
  if (property.type === 'StringLiteral') return member(object, property.value, property, at)
  return { kind: 'index', object, index: lowerExpression(property, lowering), ...at }
}

function member(
  object: Expression,
  property: string,
  node: { start?: number | null },
  at: { start: number; end: number },
): Expression {
  return { kind: 'member', object, property, propertyStart: node.start ?? at.start, ...at }
}

function lowerCall(node: t.CallExpression | t.OptionalCallExpression | t.NewExpression, lowering: Lowering): Call {
  const typeArguments = lowerTypeArguments(node, lowering)
  const call: Call = {
    kind: 'call',
    callee: lowerExpression(node.callee, lowering),
    arguments: node.arguments.map(argument => lowerExpression(argument, lowering)),
    isNew: node.type === 'NewExpression',
    ...(typeArguments && { typeArguments }),
    ...place(node),
  }
  requireImport(call, lowering)
  return call
}

function lowerTemplate(node: t.TemplateLiteral, lowering: Lowering): Template {
  const parts: (string | Expression)[] = []
  for (const [index, quasi] of node.quasis.entries()) {
    const text = quasi.value.cooked ?? quasi.value.raw
    if (text !== '') parts.push(text)
    const expression = node.expressions[index]
    if (expression) parts.push(lowerExpression(expression, lowering))
  }
  return { kind: 'template', parts, ...place(node) }
}

function lowerObject(
  node: t.ObjectExpression | t.ObjectPattern | t.RecordExpression,
  lowering: Lowering,
): ObjectLiteral {
  const entries = node.properties.map((property): Entry | Spread => {
    if (property.type === 'SpreadElement' || property.type === 'RestElement')
      return { kind: 'spread', form: 'map', value: lowerExpression(property.argument, lowering), ...place(property) }
    const value =
      property.type === 'ObjectMethod' ? lowerFunction(property, lowering) : lowerExpression(property.value, lowering)
    return { kind: 'entry', ...lowerKey(property, lowering), value, ...place(property) }
  })
  return { kind: 'object', entries, ...place(node) }
}

/** The key of an object's entry. */
function lowerKey(
  node: { key: t.Node; computed?: boolean },
  lowering: Lowering,
): { key?: string; computed?: Expression } {
  const { key } = node
  if (!node.computed && key.type === 'Identifier') return { key: key.name }
  if (key.type === 'StringLiteral' || key.type === 'NumericLiteral') return { key: String(key.value) }
  return { computed: lowerExpression(key, lowering) }
}

function lowerArray(node: t.ArrayExpression | t.ArrayPattern | t.TupleExpression, lowering: Lowering): ArrayLiteral {
  const hole: Literal = { kind: 'literal', value: null, ...place(node) }
  const elements = node.elements.map(element => (element ? lowerExpression(element, lowering) : hole))
  return { kind: 'array', elements, ...place(node) }
}

function markupChildren(node: t.JSXElement | t.JSXFragment, lowering: Lowering): readonly Expression[] {
  const children: Expression[] = []
  const take = (one: t.Node | null | undefined) => {
    if (!one || one.type === 'JSXText' || one.type === 'JSXEmptyExpression' || one.type === 'StringLiteral') return
    if (one.type === 'JSXExpressionContainer' || one.type === 'JSXSpreadChild') take(one.expression)
    else if (one.type === 'JSXElement' || one.type === 'JSXFragment') children.push(...markupChildren(one, lowering))
    else children.push(lowerExpression(one, lowering))
  }
  if (node.type === 'JSXElement') {
    for (const attribute of node.openingElement.attributes)
      take(attribute.type === 'JSXAttribute' ? attribute.value : attribute.argument)
  }
  for (const child of node.children) take(child)
  return children
}
