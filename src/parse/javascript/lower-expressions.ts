import type * as t from '@babel/types'
import type { ArrayLiteral, Call, Entry, Expression, ObjectLiteral, Spread, Template } from '../../code/syntax.js'
import type { Lowering } from './code.js'
import { lowerFunction } from './lower-functions.js'
import { requireImport } from './lower-modules.js'
import { lowerRare } from './lower-rare.js'
import { lowerTypeArguments } from './lower-types.js'

/** Where a node stands. */
export function place(node: { start?: number | null; end?: number | null }): { start: number; end: number } {
  return { start: node.start ?? 0, end: node.end ?? 0 }
}

/**
 * Levels of an expression. Whoever looks at code goes through them by recursion, and the stack of Node has room for about
 * twice as many: what is nested deeper is not read, and said. A call of a method is two, a term of a sum is one.
 */
const DEEPEST = 1500

function deeper(lowering: Lowering, levels: number): void {
  lowering.nesting += levels
  if (lowering.nesting > DEEPEST) throw new RangeError('nested too deep')
}

/** An expression or pattern. Throws a `RangeError` where it is nested too deep. */
export function lowerExpression(node: t.Node, lowering: Lowering): Expression {
  deeper(lowering, 1)
  const lowered = lowerKind(node, lowering)
  lowering.nesting--
  return lowered
}

/** Every file of a repository goes through here: nodes are made in one piece, without closures and copies. */
function lowerKind(node: t.Node, lowering: Lowering): Expression {
  const start = node.start ?? 0
  const end = node.end ?? 0
  switch (node.type) {
    case 'Identifier':
      if (node.name === 'undefined') return { kind: 'literal', value: null, start, end }
      return { kind: 'name', name: sameText(node.name, lowering), start, end }
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'DirectiveLiteral':
      return { kind: 'literal', value: node.value, start, end }
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return lowerMember(node, lowering)
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return lowerCall(node, lowering)
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
    case 'AwaitExpression':
      return { kind: 'await', value: lowerExpression(node.argument, lowering), start, end }
    case 'BinaryExpression':
    case 'LogicalExpression':
      return lowerBinary(node, lowering)
    case 'TemplateLiteral':
      return lowerTemplate(node, lowering)
    case 'BigIntLiteral':
      return { kind: 'literal', value: Number(node.value), start, end }
    case 'NullLiteral':
      return { kind: 'literal', value: null, start, end }
    case 'RegExpLiteral':
      return { kind: 'regular-expression', pattern: node.pattern, flags: node.flags, start, end }
    case 'ThisExpression':
      return { kind: 'name', name: 'this', start, end }
    case 'Super':
      return { kind: 'name', name: 'super', start, end }
    case 'Import':
      return { kind: 'name', name: 'import', start, end }
    case 'PrivateName':
      return { kind: 'name', name: `#${node.id.name}`, start, end }
    case 'MetaProperty':
      return metaProperty(node)
    default:
      return lowerRare(node, start, end, lowering)
  }
}

/** `import.meta`, `new.target`. */
function metaProperty({ meta, property, start, end }: t.MetaProperty): Expression {
  const object: Expression = { kind: 'name', name: meta.name, start: meta.start ?? 0, end: meta.end ?? 0 }
  return member(object, property.name, property.start ?? 0, start ?? 0, end ?? 0)
}

/** Expressions in order. */
export function lowerAll(nodes: readonly t.Node[], lowering: Lowering): readonly Expression[] {
  if (nodes.length === 0) return NONE
  return nodes.map(node => lowerExpression(node, lowering))
}

/** The empty list, which most lists of a program are. */
export const NONE: readonly never[] = Object.freeze([])

/** A chain of operators is read without recursion on its left: generated texts have thousands of terms. */
function lowerBinary(node: t.BinaryExpression | t.LogicalExpression, lowering: Lowering): Expression {
  const chain: (t.BinaryExpression | t.LogicalExpression)[] = []
  let left: t.Node = node
  while (left.type === 'BinaryExpression' || left.type === 'LogicalExpression') {
    chain.push(left)
    left = left.left
  }
  deeper(lowering, chain.length)
  let lowered = lowerExpression(left, lowering)
  for (const one of chain.reverse()) {
    const right = lowerExpression(one.right, lowering)
    lowered = {
      kind: 'binary',
      operator: one.operator,
      left: lowered,
      right,
      start: one.start ?? 0,
      end: one.end ?? 0,
    }
  }
  lowering.nesting -= chain.length
  return lowered
}

function lowerMember(node: t.MemberExpression | t.OptionalMemberExpression, lowering: Lowering): Expression {
  const start = node.start ?? 0
  const end = node.end ?? 0
  const object = lowerExpression(node.object, lowering)
  const { property } = node
  const propertyStart = property.start ?? start
  if (!node.computed && property.type === 'Identifier')
    return member(object, sameText(property.name, lowering), propertyStart, start, end)
  if (property.type === 'PrivateName') return member(object, `#${property.id.name}`, propertyStart, start, end)
  if (property.type === 'StringLiteral') return member(object, property.value, propertyStart, start, end)
  return { kind: 'index', object, index: lowerExpression(property, lowering), start, end }
}

function member(object: Expression, property: string, propertyStart: number, start: number, end: number): Expression {
  return { kind: 'member', object, property, propertyStart, start, end }
}

function lowerCall(node: t.CallExpression | t.OptionalCallExpression | t.NewExpression, lowering: Lowering): Call {
  const typeArguments = lowerTypeArguments(node, lowering)
  const start = node.start ?? 0
  const end = node.end ?? 0
  const isNew = node.type === 'NewExpression'
  const callee = lowerExpression(node.callee, lowering)
  const given = lowerAll(node.arguments, lowering)
  const call: Call = typeArguments
    ? { kind: 'call', callee, arguments: given, isNew, typeArguments, start, end }
    : { kind: 'call', callee, arguments: given, isNew, start, end }
  requireImport(call, lowering)
  return call
}

/** A template string. */
export function lowerTemplate(node: t.TemplateLiteral, lowering: Lowering): Template {
  const parts: (string | Expression)[] = []
  for (let index = 0; index < node.quasis.length; index++) {
    const written = node.quasis[index]?.value
    const text = written?.cooked ?? written?.raw ?? ''
    if (text !== '') parts.push(text)
    const expression = node.expressions[index]
    if (expression) parts.push(lowerExpression(expression, lowering))
  }
  return { kind: 'template', parts, start: node.start ?? 0, end: node.end ?? 0 }
}

function lowerObject(
  node: t.ObjectExpression | t.ObjectPattern | t.RecordExpression,
  lowering: Lowering,
): ObjectLiteral {
  const entries = node.properties.map(property => lowerProperty(property, lowering))
  return { kind: 'object', entries, start: node.start ?? 0, end: node.end ?? 0 }
}

type Property = (t.ObjectExpression | t.ObjectPattern | t.RecordExpression)['properties'][number]

function lowerProperty(property: Property, lowering: Lowering): Entry | Spread {
  const start = property.start ?? 0
  const end = property.end ?? 0
  if (property.type === 'SpreadElement' || property.type === 'RestElement')
    return { kind: 'spread', form: 'map', value: lowerExpression(property.argument, lowering), start, end }
  const written = writtenKey(property)
  const key = written === undefined ? undefined : sameText(written, lowering)
  if (key !== undefined) return { kind: 'entry', key, value: lowerValue(property, lowering), start, end }
  const computed = lowerExpression(property.key, lowering)
  return { kind: 'entry', computed, value: lowerValue(property, lowering), start, end }
}

function lowerValue(property: t.ObjectProperty | t.ObjectMethod, lowering: Lowering): Expression {
  return property.type === 'ObjectMethod'
    ? lowerFunction(property, lowering)
    : lowerExpression(property.value, lowering)
}

/** The key of an object's entry; undefined where it is computed. */
function writtenKey({ key, computed }: { readonly key: t.Node; readonly computed?: boolean }): string | undefined {
  if (!computed && key.type === 'Identifier') return key.name
  return key.type === 'StringLiteral' || key.type === 'NumericLiteral' ? String(key.value) : undefined
}

function lowerArray(node: t.ArrayExpression | t.ArrayPattern | t.TupleExpression, lowering: Lowering): ArrayLiteral {
  const start = node.start ?? 0
  const end = node.end ?? 0
  const elements = node.elements.map((element): Expression => {
    return element ? lowerExpression(element, lowering) : { kind: 'literal', value: null, start, end }
  })
  return { kind: 'array', elements, start, end }
}

/** A name as the string that stands for it in the whole file: the parser makes a new one at every place. */
function sameText(name: string, { names }: Lowering): string {
  const known = names.get(name)
  if (known !== undefined) return known
  names.set(name, name)
  return name
}
