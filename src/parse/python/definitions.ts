import type { ClassNode, Expression, Field, FunctionNode, Keyword, Parameter, Statement } from '../../code/syntax.js'
import { pathOf } from '../../code/walk.js'
import { type ConcreteNode, part } from '../concrete-tree.js'
import { callArguments, expression, operand, unknown } from './expressions.js'
import { isAsync, named, type Reader } from './reader.js'
import { blockOf, statement } from './statements.js'
import { typeFrom, typeOf } from './types.js'

/** `def`, with the decorators in front of it. */
export function functionOf(reader: Reader, node: ConcreteNode, decorators: readonly Expression[]): FunctionNode {
  const name = part(node, 'name')
  const returns = part(node, 'return_type')
  const names = new Set(decorators.map(one => pathOf(one)?.at(-1) ?? ''))
  const before = reader.around
  const parameters = parametersOf(reader, part(node, 'parameters'))
  const around = { hasYield: false, outer: new Set<string>() }
  reader.around = around
  const body = blockOf(reader, part(node, 'body'))
  reader.around = before
  return {
    kind: 'function',
    start: node.start,
    end: node.end,
    ...(name && { name: reader.textOf(name) }),
    nameStart: name?.start ?? node.start,
    parameters,
    body,
    decorators,
    ...(returns && { returns: typeOf(reader, returns) }),
    isAsync: isAsync(node),
    isGenerator: around.hasYield,
    isStatic: names.has('staticmethod'),
    ...accessor(decorators),
    isArrow: false,
    isAbstract: names.has('abstractmethod'),
  }
}

function accessor(decorators: readonly Expression[]): { accessor?: 'get' | 'set' } {
  for (const decorator of decorators) {
    const path = pathOf(decorator)
    if (path?.at(-1) === 'property' || path?.at(-1) === 'cached_property') return { accessor: 'get' }
    if (path?.length === 2 && path[1] === 'setter') return { accessor: 'set' }
  }
  return {}
}

/** `lambda x: y`, as a function that returns. */
export function lambda(reader: Reader, node: ConcreteNode): FunctionNode {
  const { start, end } = node
  const parameters = parametersOf(reader, part(node, 'parameters'))
  const before = reader.around
  const around = { hasYield: false, outer: new Set<string>() }
  reader.around = around
  const value = operand(reader, node, 'body')
  reader.around = before
  return {
    kind: 'function',
    start,
    end,
    nameStart: start,
    parameters,
    body: [{ kind: 'return', start: value.start, end: value.end, value }],
    decorators: [],
    isAsync: false,
    isGenerator: around.hasYield,
    isStatic: false,
    isArrow: true,
    isAbstract: false,
  }
}

function parametersOf(reader: Reader, node: ConcreteNode | undefined): readonly Parameter[] {
  return (node ? named(node) : []).flatMap(child => {
    if (/_separator$/.test(child.type) || child.isMissing) return []
    const value = part(child, 'value')
    const type = part(child, 'type')
    const target = part(child, 'name') ?? (child.type === 'typed_parameter' ? named(child)[0] : child)
    if (!target || target === type) return []
    return [
      {
        kind: 'parameter',
        start: child.start,
        end: child.end,
        ...bound(reader, target),
        ...(type && { type: typeOf(reader, type) }),
        ...(value && { fallback: expression(reader, value) }),
        decorators: [],
        isProperty: false,
        isOptional: false,
      } satisfies Parameter,
    ]
  })
}

function bound(reader: Reader, target: ConcreteNode): Pick<Parameter, 'target' | 'rest'> {
  const inner = named(target)[0] ?? target
  if (target.type === 'list_splat_pattern') return { target: expression(reader, inner), rest: 'list' }
  if (target.type === 'dictionary_splat_pattern') return { target: expression(reader, inner), rest: 'map' }
  return { target: expression(reader, target) }
}

/** `class`, with the decorators in front of it. */
export function classOf(reader: Reader, node: ConcreteNode, decorators: readonly Expression[]): ClassNode {
  const name = part(node, 'name')
  const given = callArguments(reader, part(node, 'superclasses'))
  const bases = given.filter(one => one.kind !== 'keyword')
  const members: ClassNode['members'][number][] = []
  const statements: Statement[] = []
  const before = reader.around
  // The body of a class is no body of the function around it.
  reader.around = undefined
  for (const one of blockOf(reader, part(node, 'body'))) {
    const field = fieldOf(one)
    if (field) members.push(field)
    else if (one.kind === 'function' || one.kind === 'class') members.push(one)
    else statements.push(one)
  }
  reader.around = before
  return {
    kind: 'class',
    start: node.start,
    end: node.end,
    ...(name && { name: reader.textOf(name) }),
    nameStart: name?.start ?? node.start,
    bases,
    baseTypes: bases.map(typeFrom),
    keywords: given.filter((one): one is Keyword => one.kind === 'keyword'),
    decorators,
    members,
    statements,
    isAbstract: bases.some(base => /^ABC$/.test(pathOf(base)?.at(-1) ?? '')),
  }
}

function fieldOf(one: Statement): Field | undefined {
  if (one.kind !== 'declare' || one.target.kind !== 'name') return undefined
  const { start, end, target, type, value } = one
  return {
    kind: 'field',
    start,
    end,
    name: target.name,
    ...(type && { type }),
    ...(value && { value }),
    decorators: [],
    isStatic: true,
    isOptional: false,
  }
}

/** A function or class behind decorators; what is neither stays beside them. */
export function decorated(reader: Reader, node: ConcreteNode): readonly Statement[] {
  const decorators = node.children
    .filter(child => child.type === 'decorator')
    .map(child => {
      const [inner] = named(child).filter(one => one.type !== '@')
      return inner ? expression(reader, inner) : unknown(reader, child)
    })
  const definition = part(node, 'definition')
  if (definition?.type === 'function_definition') return [functionOf(reader, definition, decorators)]
  if (definition?.type === 'class_definition') return [classOf(reader, definition, decorators)]
  const lone = decorators.map(value => ({ kind: 'expression', start: value.start, end: value.end, value }) as const)
  return [...lone, ...(definition ? statement(reader, definition) : [])]
}
