import type { Call, Expression, TypeReference } from '../../code/syntax.js'
import { type ConcreteNode, part } from '../concrete-tree.js'
import { expression, expressions, operand } from './expressions.js'
import type { Reader } from './reader.js'
import { isType, typeIn, typeReference } from './types.js'

/** Types that are declared everywhere: an index of that name is a type argument. */
const PREDECLARED =
  /^(?:any|bool|byte|comparable|complex64|complex128|error|float32|float64|u?int(?:8|16|32|64)?|uintptr|rune|string)$/

/** Types with names: converting to them reads like a call, and often is one. */
export const NAMED = new Set(['type_identifier', 'qualified_type', 'generic_type'])

/** `f[T](x)`, which the grammar takes for a conversion. */
export function conversion(reader: Reader, node: ConcreteNode, type: ConcreteNode): Call {
  const shared = {
    kind: 'call',
    start: node.start,
    end: node.end,
    arguments: [operand(reader, node)],
    isNew: false,
  } as const
  const callee = expression(reader, type)
  const list = part(type, 'type_arguments')
  return list ? generic(reader, shared, type, callee, list) : { ...shared, callee }
}

/** A call with something in brackets before its arguments: types, or an index. */
function generic(
  reader: Reader,
  shared: Omit<Call, 'callee'>,
  whole: ConcreteNode,
  callee: Expression,
  list: ConcreteNode,
): Call {
  const index = indexLikeArgument(reader, list)
  return index
    ? { ...shared, callee: indexed({ ...whole, end: list.end }, callee, index) }
    : { ...shared, callee, typeArguments: typeArguments(reader, list) }
}

/** `a["b"]` is a member, as `a.b` is one; any other index is not. */
export function indexed(node: ConcreteNode, object: Expression, index: Expression): Expression {
  const { start, end } = node
  return index.kind === 'literal' && typeof index.value === 'string'
    ? { kind: 'member', start, end, object, property: index.value, propertyStart: index.start }
    : { kind: 'index', start, end, object, index }
}

/** A call; `make(T)` and `new(T)` make something. */
export function call(reader: Reader, node: ConcreteNode): Call {
  const callee = operand(reader, node, 'function')
  const given = part(node, 'arguments')
  const list = part(node, 'type_arguments')
  const isMaking = callee.kind === 'name' && (callee.name === 'make' || callee.name === 'new')
  const made = isMaking ? given && typeIn(given) : undefined
  const shared = {
    kind: 'call',
    start: node.start,
    end: node.end,
    arguments: given ? expressions(reader, given) : [],
    isNew: false,
  } as const
  if (made) return { ...shared, callee, typeArguments: [typeReference(reader, made)] }
  return list ? generic(reader, shared, node, callee, list) : { ...shared, callee }
}

/** What stands between the brackets of a generic function or type. */
export function typeArguments(reader: Reader, list: ConcreteNode): readonly TypeReference[] {
  return list.children.filter(isType).map(one => typeReference(reader, one))
}

/** `handlers[i](x)` reads like a generic call; names that begin with a small letter and are no known type are variables. */
function indexLikeArgument(reader: Reader, list: ConcreteNode): Expression | undefined {
  const [only, second] = list.children.filter(isType)
  const [inner] = only && !second ? only.children : []
  if (inner?.type !== 'type_identifier' && inner?.type !== 'qualified_type') return undefined
  const written = reader.textOf(inner)
  const last = written.slice(written.lastIndexOf('.') + 1)
  return /^[a-z_]/.test(last) && !PREDECLARED.test(last) ? expression(reader, inner) : undefined
}
