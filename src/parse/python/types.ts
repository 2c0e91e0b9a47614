import type { Expression, TypeReference } from '../../code/syntax.js'
import { pathOf } from '../../code/walk.js'
import type { ConcreteNode } from '../concrete-tree.js'
import { expression, unknown } from './expressions.js'
import { named, type Reader } from './reader.js'

/** An annotation, as a type and as the expression that it is. */
export function typeOf(reader: Reader, node: ConcreteNode): TypeReference {
  return typeFrom(typeExpression(reader, node))
}

/** The grammar reads annotations as types of their own kinds; to Python they are expressions. */
export function typeExpression(reader: Reader, node: ConcreteNode): Expression {
  const { start, end } = node
  const inner = named(node)
  const [only] = inner
  switch (node.type) {
    case 'type':
      return inner.length === 1 && only ? typeExpression(reader, only) : unknown(reader, node)
    case 'generic_type': {
      const [, parameters] = inner
      if (!only || !parameters) return unknown(reader, node)
      const values = named(parameters).map(child => typeExpression(reader, child))
      const [value] = values
      const index: Expression =
        values.length === 1 && value ? value : { kind: 'array', start: parameters.start, end, elements: values }
      return { kind: 'index', start, end, object: typeExpression(reader, only), index }
    }
    case 'union_type': {
      const values = inner.map(child => typeExpression(reader, child))
      return values.reduce((left, right) => ({
        kind: 'binary',
        start: left.start,
        end: right.end,
        operator: '|',
        left,
        right,
      }))
    }
    case 'member_type': {
      const property = inner.at(-1)
      if (!only || !property || inner.length < 2) return unknown(reader, node)
      const object = typeExpression(reader, only)
      return { kind: 'member', start, end, object, property: reader.textOf(property), propertyStart: property.start }
    }
    default:
      return expression(reader, node)
  }
}

const LISTS = new Set(['list', 'List', 'Sequence', 'Iterable', 'Collection'])

/** What an expression names as a type. */
export function typeFrom(written: Expression): TypeReference {
  const { start, end } = written
  const make = (name: string, given: readonly TypeReference[] = []): TypeReference => {
    return { start, end, name, arguments: given, expression: written }
  }
  const path = pathOf(written)
  if (path) return make(path.join('.'))
  if (written.kind === 'literal') {
    if (written.value === null) return make('None')
    const isName = typeof written.value === 'string' && /^[\w.]+$/.test(written.value)
    return isName ? make(String(written.value)) : make('literal')
  }
  if (written.kind === 'binary' && written.operator === '|') return make('|', unionOf(written))
  if (written.kind === 'array') return make('?', written.elements.map(typeFrom))
  if (written.kind !== 'index') return make('?')
  const name = pathOf(written.object)?.join('.') ?? '?'
  const given = (written.index.kind === 'array' ? written.index.elements : [written.index]).map(typeFrom)
  const last = name.slice(name.lastIndexOf('.') + 1)
  if (LISTS.has(last)) return make('[]', given)
  if (last === 'Union') return make('|', given)
  if (last === 'Optional') return make('|', [...given, { start: end, end, name: 'None', arguments: [] }])
  return make(name, given)
}

function unionOf(written: Expression): readonly TypeReference[] {
  const members: TypeReference[] = []
  let left = written
  while (left.kind === 'binary' && left.operator === '|') {
    members.push(typeFrom(left.right))
    left = left.left
  }
  return [typeFrom(left), ...members.reverse()]
}
