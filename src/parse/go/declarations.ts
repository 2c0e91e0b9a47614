import type {
  ClassNode,
  Declare,
  Expression,
  FunctionNode,
  Name,
  Parameter,
  TypeDeclaration,
} from '../../code/syntax.js'
import { type ConcreteNode, part, parts } from '../concrete-tree.js'
import { expressions, typeAsExpression } from './expressions.js'
import type { Reader } from './reader.js'
import { blockBody } from './statements.js'
import { embeddedInterfaces, fieldDeclarations, fieldsOf, resultType, typeReference } from './types.js'

/** `func f(…)` and `func (r R) f(…)`. */
export function functionDeclaration(reader: Reader, node: ConcreteNode): FunctionNode {
  const name = part(node, 'name')
  const list = part(node, 'receiver')
  const [receiver] = list ? parameters(reader, list) : []
  return {
    ...functionLiteral(reader, node),
    ...(name && { name: reader.textOf(name), nameStart: name.start }),
    ...(receiver && { receiver }),
    isArrow: false,
  }
}

/** `func(…) {…}` as a value. */
export function functionLiteral(reader: Reader, node: ConcreteNode): FunctionNode {
  const list = part(node, 'parameters')
  const body = part(node, 'body')
  const returns = resultType(reader, node)
  return {
    kind: 'function',
    start: node.start,
    end: node.end,
    nameStart: node.start,
    parameters: list ? parameters(reader, list) : [],
    body: body ? blockBody(reader, body) : [],
    decorators: [],
    ...(returns && { returns }),
    isAsync: false,
    isGenerator: false,
    isStatic: false,
    isArrow: true,
    isAbstract: false,
  }
}

/**
 * One for each name; parameters without a name are called `_`. Go names all or none: where some have names, what looks like
 * a type alone is a name, too, of the type behind it (the grammar gives up on lists of ten names and more).
 */
function parameters(reader: Reader, list: ConcreteNode): readonly Parameter[] {
  const written = list.children.filter(one => DECLARATIONS.has(one.type))
  const areNamed = written.some(one => parts(one, 'name').length > 0)
  const found: Parameter[] = []
  let type: ConcreteNode | undefined
  for (const declaration of [...written].reverse()) {
    const own = part(declaration, 'type')
    const names = parts(declaration, 'name')
    const isName = areNamed && names.length === 0 && own?.type === 'type_identifier'
    if (!isName) type = own
    const named = isName ? [own] : names
    const one = (target: Name) => parameter(reader, declaration, type, target)
    if (named.length === 0) found.push(one({ kind: 'name', ...at(declaration), name: '_' }))
    else
      for (const name of [...named].reverse()) found.push(one({ kind: 'name', ...at(name), name: reader.textOf(name) }))
  }
  return found.reverse()
}

const DECLARATIONS = new Set(['parameter_declaration', 'variadic_parameter_declaration'])

function parameter(reader: Reader, declaration: ConcreteNode, type: ConcreteNode | undefined, target: Name): Parameter {
  return {
    kind: 'parameter',
    ...at(declaration),
    target,
    ...(type && { type: typeReference(reader, type) }),
    ...(declaration.type === 'variadic_parameter_declaration' && { rest: 'list' as const }),
    decorators: [],
    isProperty: false,
    isOptional: false,
  }
}

function at(node: ConcreteNode): { readonly start: number; readonly end: number } {
  return { start: node.start, end: node.end }
}

/** `type X struct {…}` is a class, every other type a declaration. */
export function typeSpec(reader: Reader, node: ConcreteNode): ClassNode | TypeDeclaration | undefined {
  const name = part(node, 'name')
  const type = part(node, 'type')
  if (!name || !type) return undefined
  if (type.type === 'struct_type' && node.type === 'type_spec') return struct(reader, node, name, type)
  return {
    kind: 'type',
    ...at(node),
    name: reader.textOf(name),
    type: typeReference(reader, type),
    bases: type.type === 'interface_type' ? embeddedInterfaces(reader, type) : [],
  }
}

function struct(reader: Reader, node: ConcreteNode, name: ConcreteNode, type: ConcreteNode): ClassNode {
  const embedded = fieldDeclarations(type).flatMap(field => {
    const base = parts(field, 'name').length === 0 ? part(field, 'type') : undefined
    return base ? [base] : []
  })
  return {
    kind: 'class',
    ...at(node),
    name: reader.textOf(name),
    nameStart: name.start,
    bases: embedded.map(base => typeAsExpression(reader, base) ?? { kind: 'unknown', ...at(base), children: [] }),
    baseTypes: embedded.map(base => typeReference(reader, base)),
    keywords: [],
    decorators: [],
    members: fieldsOf(reader, type),
    statements: [],
    isAbstract: false,
  }
}

/** Longer expressions are not repeated: a short text could come to any number of nodes. UTF-16 units. */
const LONGEST_REPEATED = 200

/** `const (…)`: a specification without a value repeats the one before, with its own `iota`. */
export function constants(reader: Reader, node: ConcreteNode): readonly Declare[] {
  let repeated: ConcreteNode | undefined
  return node.children
    .filter(child => child.type === 'const_spec')
    .flatMap((spec, iota) => {
      if (part(spec, 'value')) repeated = spec
      const isShort = repeated === spec || (repeated && repeated.end - repeated.start <= LONGEST_REPEATED)
      const values = isShort && repeated ? part(repeated, 'value') : undefined
      const type = repeated && part(repeated, 'type')
      return declarations({ ...reader, iota }, spec, parts(spec, 'name'), values, type, true)
    })
}

/** `var x T = …`, alone or in brackets. */
export function variables(reader: Reader, node: ConcreteNode): readonly Declare[] {
  return node.children
    .flatMap(child => (child.type === 'var_spec_list' ? child.children : [child]))
    .filter(child => child.type === 'var_spec')
    .flatMap(spec => declarations(reader, spec, parts(spec, 'name'), part(spec, 'value'), part(spec, 'type'), false))
}

/** One declaration for each name; one for all where a single value gives several. */
function declarations(
  reader: Reader,
  spec: ConcreteNode,
  names: readonly ConcreteNode[],
  list: ConcreteNode | undefined,
  type: ConcreteNode | undefined,
  isConstant: boolean,
): readonly Declare[] {
  return pair(
    { ...at(spec), isConstant, ...(type && { type: typeReference(reader, type) }) },
    names.map(name => ({ kind: 'name', ...at(name), name: reader.textOf(name) })),
    list ? expressions(reader, list) : [],
  )
}

/** Pairs what is declared with its values. */
export function pair(
  shared: Pick<Declare, 'start' | 'end' | 'isConstant' | 'type'>,
  targets: readonly Expression[],
  values: readonly Expression[],
): readonly Declare[] {
  const [first] = targets
  const [value] = values
  if (first && value && targets.length > 1 && values.length === 1) {
    const target = {
      kind: 'array',
      start: first.start,
      end: targets.at(-1)?.end ?? first.end,
      elements: targets,
    } as const
    return [{ kind: 'declare', ...shared, target, value }]
  }
  return targets.map((target, index) => {
    const own = values[index]
    return { kind: 'declare', ...shared, target, ...(own && { value: own }) }
  })
}
