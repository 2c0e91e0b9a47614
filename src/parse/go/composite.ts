import type { ArrayLiteral, Call, Entry, Expression, ObjectLiteral, TypeReference } from '../../code/syntax.js'
import { type ConcreteNode, part } from '../concrete-tree.js'
import { typeArguments } from './calls.js'
import { expression, typeAsExpression } from './expressions.js'
import type { Reader } from './reader.js'
import { typeReference } from './types.js'

/** Literals whose keys are expressions; in others a bare name is the name of a field. */
const KEYED_BY_VALUES = new Set(['map_type', 'slice_type', 'array_type', 'implicit_length_array_type'])

/**
 * `T{…}`: a call that makes something, with one argument. Of slices, arrays and maps
 * the callee is the name `[]` or `map`, of structs without a name `{}`; what they hold or are is in the type arguments.
 */
export function compositeLiteral(reader: Reader, node: ConcreteNode): Call {
  const type = part(node, 'type')
  const body = part(node, 'body')
  const given = type && argumentsOf(reader, type)
  const callee = type && typeAsExpression(reader, type)
  const isList = type !== undefined && type.type !== 'map_type' && KEYED_BY_VALUES.has(type.type)
  return {
    kind: 'call',
    start: node.start,
    end: node.end,
    callee: callee ?? (type ? expression(reader, type) : nothing(node)),
    arguments: body ? [literalValue(reader, body, isList, type !== undefined && KEYED_BY_VALUES.has(type.type))] : [],
    isNew: true,
    ...(given && given.length > 0 && { typeArguments: given }),
  }
}

function nothing(node: ConcreteNode): Expression {
  return { kind: 'unknown', start: node.start, end: node.start, children: [] }
}

function argumentsOf(reader: Reader, type: ConcreteNode): readonly TypeReference[] {
  if (type.type === 'generic_type') {
    const list = part(type, 'type_arguments')
    return list ? typeArguments(reader, list) : []
  }
  if (type.type === 'struct_type') return [typeReference(reader, type)]
  return KEYED_BY_VALUES.has(type.type) ? typeReference(reader, type).arguments : []
}

/** `{…}`: an array where nothing has a key, else an object. Types inside that Go lets out are let out. */
function literalValue(
  reader: Reader,
  node: ConcreteNode,
  isList: boolean,
  hasValueKeys: boolean,
): ObjectLiteral | ArrayLiteral {
  const { start, end } = node
  const items = node.children.filter(child => child.type !== 'comment')
  if (items.length === 0 ? isList : items.every(item => item.type !== 'keyed_element'))
    return { kind: 'array', start, end, elements: items.map(item => element(reader, item)) }
  const entries = items.map((item, index): Entry => {
    if (item.type === 'keyed_element') return keyedElement(reader, item, hasValueKeys)
    return { kind: 'entry', start: item.start, end: item.end, key: String(index), value: element(reader, item) }
  })
  return { kind: 'object', start, end, entries }
}

function keyedElement(reader: Reader, node: ConcreteNode, hasValueKeys: boolean): Entry {
  const { start, end } = node
  const written = part(node, 'key')
  const value = part(node, 'value')
  const read = value ? element(reader, value) : nothing(node)
  const key = written && element(reader, written)
  if (key?.kind === 'name' && !hasValueKeys) return { kind: 'entry', start, end, key: key.name, value: read }
  if (key?.kind === 'literal') return { kind: 'entry', start, end, key: String(key.value), value: read }
  return { kind: 'entry', start, end, ...(key && { computed: key }), value: read }
}

function element(reader: Reader, node: ConcreteNode): Expression {
  const inner = node.type === 'literal_element' ? node.children.find(child => child.type !== 'comment') : node
  if (!inner) return nothing(node)
  return inner.type === 'literal_value' ? literalValue(reader, inner, false, false) : expression(reader, inner)
}
