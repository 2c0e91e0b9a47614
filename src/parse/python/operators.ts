import type { Expression } from '../../code/syntax.js'
import { walk } from '../../code/walk.js'
import { type ConcreteNode, part, parts } from '../concrete-tree.js'
import { arrayOf, callArguments, expression } from './expressions.js'
import { named, type Reader } from './reader.js'

const SPELLING: Readonly<Record<string, string>> = { and: '&&', or: '||', '==': '===', '!=': '!==', '<>': '!==' }

/** `a + b + c …`, which grows to the left: read without recursion on that side. */
export function operation(reader: Reader, node: ConcreteNode): Expression {
  const spine: ConcreteNode[] = []
  let left: ConcreteNode | undefined = node
  while (left?.type === 'binary_operator' || left?.type === 'boolean_operator') {
    spine.push(left)
    left = part(left, 'left')
  }
  let result: Expression = left ? expression(reader, left) : { kind: 'unknown', start: 0, end: 0, children: [] }
  for (const { start, end, children } of spine.reverse()) {
    const operator = children.find(child => child.field === 'operator')?.type ?? ''
    const right = children.find(child => child.field === 'right')
    const value: Expression = right ? expression(reader, right) : { kind: 'unknown', start: end, end, children: [] }
    result = { kind: 'binary', start, end, operator: SPELLING[operator] ?? operator, left: result, right: value }
  }
  return result
}

/** `a < b < c` is `a < b and b < c`. What stands in the middle is there once when it does something. */
export function comparison(reader: Reader, node: ConcreteNode): Expression {
  const operands = node.children.filter(child => child.field !== 'operators')
  const values = operands.map(child => expression(reader, child))
  const operators = parts(node, 'operators').map(({ type }) => SPELLING[type] ?? type)
  const [initial] = values
  if (!initial) return { kind: 'unknown', start: node.start, end: node.end, children: [] }
  let result: Expression | undefined
  let left = initial
  for (const [index, right] of values.slice(1).entries()) {
    const { start } = left
    const pair: Expression = { kind: 'binary', start, end: right.end, operator: operators[index] ?? '', left, right }
    result = result
      ? { kind: 'binary', start: node.start, end: right.end, operator: '&&', left: result, right: pair }
      : pair
    left = isInert(right) ? right : { kind: 'unknown', start: right.start, end: right.end, children: [] }
  }
  return result ?? initial
}

function isInert(value: Expression): boolean {
  let inert = true
  walk([value], node => {
    inert &&= node.kind === 'name' || node.kind === 'member' || node.kind === 'literal'
    return inert
  })
  return inert
}

/** `a.b(c)[d].e …`: read without recursion on what they are asked of. */
export function chain(reader: Reader, node: ConcreteNode): Expression {
  const links: ConcreteNode[] = []
  let at: ConcreteNode | undefined = node
  while (at?.type === 'attribute' || at?.type === 'call' || at?.type === 'subscript') {
    links.push(at)
    at = part(at, at.type === 'attribute' ? 'object' : at.type === 'call' ? 'function' : 'value')
  }
  let result: Expression = at
    ? expression(reader, at)
    : { kind: 'unknown', start: node.start, end: node.start, children: [] }
  // The grammar takes `*a.b()` in lists for a question to `*a`.
  const spread = result.kind === 'spread' ? result : undefined
  if (spread) result = spread.value
  for (const link of links.reverse()) result = linked(reader, link, result)
  return spread ? { ...spread, end: node.end, value: result } : result
}

function linked(reader: Reader, link: ConcreteNode, object: Expression): Expression {
  const { start, end } = link
  if (link.type === 'call') {
    const given = callArguments(reader, part(link, 'arguments'))
    return { kind: 'call', start, end, callee: object, arguments: given, isNew: false }
  }
  if (link.type === 'attribute') {
    const property = part(link, 'attribute')
    const name = property ? reader.textOf(property) : ''
    return { kind: 'member', start, end, object, property: name, propertyStart: property?.start ?? end }
  }
  return subscript(reader, link, object)
}

function subscript(reader: Reader, link: ConcreteNode, object: Expression): Expression {
  const { start, end } = link
  const keys = parts(link, 'subscript')
  const [key] = keys
  if (keys.length !== 1 || !key) return { kind: 'index', start, end, object, index: arrayOf(reader, link, keys) }
  if (key.type === 'slice') return { kind: 'slice', start, end, object, ...bounds(reader, key) }
  const index = expression(reader, key)
  if (index.kind === 'literal' && typeof index.value === 'string')
    return { kind: 'member', start, end, object, property: index.value, propertyStart: index.start }
  return { kind: 'index', start, end, object, index }
}

function bounds(reader: Reader, node: ConcreteNode): { low?: Expression; high?: Expression; step?: Expression } {
  const found: { low?: Expression; high?: Expression; step?: Expression } = {}
  const order = ['low', 'high', 'step'] as const
  let place = 0
  for (const child of node.children) {
    if (child.type === ':') place++
    else if (named(node).includes(child)) found[order[place] ?? 'step'] = expression(reader, child)
  }
  return found
}

/** The one operand of a statement that has just one, else all of them as a list. */
export function oneOrList(reader: Reader, node: ConcreteNode, inner: readonly ConcreteNode[]): Expression | undefined {
  const [only] = inner
  if (!only) return undefined
  return inner.length === 1 ? expression(reader, only) : arrayOf(reader, node, inner)
}
