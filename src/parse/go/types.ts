import type { Field, TypeReference } from '../../code/syntax.js'
import { type ConcreteNode, part, parts } from '../concrete-tree.js'
import type { Reader } from './reader.js'
import { stringValue } from './reader.js'

/** The types of the grammar, as far as they can be told from expressions. */
const TYPES = new Set([
  'type_identifier',
  'generic_type',
  'qualified_type',
  'pointer_type',
  'struct_type',
  'interface_type',
  'array_type',
  'implicit_length_array_type',
  'slice_type',
  'map_type',
  'channel_type',
  'function_type',
  'negated_type',
  'parenthesized_type',
  'type_elem',
  'type_constraint',
])

/** Whether a node can only be a type. */
export function isType(node: ConcreteNode): boolean {
  return TYPES.has(node.type)
}

/** The first type inside a node. */
export function typeIn(node: ConcreteNode): ConcreteNode | undefined {
  return node.children.find(isType)
}

/** A type as a reference: pointers, `~` and parentheses are passed by; what is sent through a channel is its argument. */
export function typeReference(reader: Reader, node: ConcreteNode): TypeReference {
  const inner = innermost(node)
  const located = { start: node.start, end: node.end }
  switch (inner.type) {
    case 'type_identifier':
    case 'identifier':
    case 'qualified_type':
      return { ...located, name: nameOfType(reader, inner), arguments: [] }
    case 'generic_type': {
      const base = part(inner, 'type')
      const list = part(inner, 'type_arguments')
      const given = list?.children.map(one => typeReference(reader, one)) ?? []
      return { ...located, name: base ? nameOfType(reader, base) : '?', arguments: given }
    }
    case 'slice_type':
    case 'array_type':
    case 'implicit_length_array_type':
      return { ...located, name: '[]', arguments: some(reader, part(inner, 'element')) }
    case 'map_type':
      return { ...located, name: 'map', arguments: some(reader, part(inner, 'key'), part(inner, 'value')) }
    case 'channel_type':
      return { ...located, name: 'chan', arguments: some(reader, part(inner, 'value')) }
    case 'function_type':
      return { ...located, ...functionType(reader, inner) }
    case 'struct_type':
      return { ...located, name: '{}', arguments: [], members: fieldsOf(reader, inner) }
    case 'interface_type':
      return { ...located, name: '{}', arguments: [], members: methodsOf(reader, inner) }
    case 'type_elem':
    case 'type_constraint':
      return { ...located, name: '|', arguments: inner.children.filter(isType).map(one => typeReference(reader, one)) }
    default:
      return { ...located, name: '?', arguments: [] }
  }
}

/** Passes by what wraps a type: `*T`, `~T`, `(T)`, and a union of one. */
function innermost(node: ConcreteNode): ConcreteNode {
  let inner = node
  for (;;) {
    const isWrapper =
      inner.type === 'pointer_type' ||
      inner.type === 'negated_type' ||
      inner.type === 'parenthesized_type' ||
      ((inner.type === 'type_elem' || inner.type === 'type_constraint') && inner.children.filter(isType).length === 1)
    const next = isWrapper ? typeIn(inner) : undefined
    if (!next) return inner
    inner = next
  }
}

function some(reader: Reader, ...nodes: readonly (ConcreteNode | undefined)[]): readonly TypeReference[] {
  return nodes.flatMap(node => (node ? [typeReference(reader, node)] : []))
}

function nameOfType(reader: Reader, node: ConcreteNode): string {
  return reader.textOf(node).replace(/\s+|\/\*[\s\S]*?\*\//g, '')
}

/** `()` with the types of the parameters as arguments. */
function functionType(reader: Reader, node: ConcreteNode): Pick<TypeReference, 'name' | 'arguments'> {
  const list = part(node, 'parameters')
  return { name: '()', arguments: list ? parameterTypes(reader, list) : [] }
}

function parameterTypes(reader: Reader, list: ConcreteNode): readonly TypeReference[] {
  return list.children.flatMap(one => {
    const type = part(one, 'type')
    if (!type) return []
    const reference = typeReference(reader, type)
    return Array<TypeReference>(Math.max(1, parts(one, 'name').length)).fill(reference)
  })
}

/** What a function gives back: its type, or `tuple` with the types of several results. */
export function resultType(reader: Reader, node: ConcreteNode): TypeReference | undefined {
  const result = part(node, 'result')
  if (!result) return undefined
  if (result.type !== 'parameter_list') return typeReference(reader, result)
  const types = parameterTypes(reader, result)
  const [only] = types
  return types.length === 1 && only ? only : { start: result.start, end: result.end, name: 'tuple', arguments: types }
}

/** The declarations of a struct's fields. */
export function fieldDeclarations(node: ConcreteNode): readonly ConcreteNode[] {
  const list = node.children.find(child => child.type === 'field_declaration_list')
  return list?.children.filter(child => child.type === 'field_declaration') ?? []
}

/** The fields of a struct; an embedded type is the field that Go names after it. */
export function fieldsOf(reader: Reader, struct: ConcreteNode): readonly Field[] {
  return fieldDeclarations(struct).flatMap(declaration => {
    const type = part(declaration, 'type')
    const reference = type && typeReference(reader, type)
    const tag = part(declaration, 'tag')
    const shared = {
      kind: 'field',
      ...(reference && { type: reference }),
      ...(tag && { tag: stringValue(reader, tag) }),
      decorators: [],
      isStatic: false,
      isOptional: false,
    } as const
    const names = parts(declaration, 'name')
    if (names.length === 0 && reference) {
      const name = reference.name.slice(reference.name.lastIndexOf('.') + 1)
      return [{ ...shared, start: declaration.start, end: declaration.end, name }]
    }
    return names.map(name => ({ ...shared, start: name.start, end: declaration.end, name: reader.textOf(name) }))
  })
}

/** The methods that an interface asks for. */
function methodsOf(reader: Reader, node: ConcreteNode): readonly Field[] {
  return node.children
    .filter(child => child.type === 'method_elem')
    .flatMap(method => {
      const name = part(method, 'name')
      if (!name) return []
      const type = { start: method.start, end: method.end, ...functionType(reader, method) }
      return [
        {
          kind: 'field',
          start: method.start,
          end: method.end,
          name: reader.textOf(name),
          type,
          decorators: [],
          isStatic: false,
          isOptional: false,
        } as const,
      ]
    })
}

/** What an interface embeds, unions left out. */
export function embeddedInterfaces(reader: Reader, node: ConcreteNode): readonly TypeReference[] {
  return node.children
    .filter(child => child.type === 'type_elem')
    .map(child => typeReference(reader, child))
    .filter(type => type.name !== '|')
}
