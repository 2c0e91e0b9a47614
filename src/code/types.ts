import { classMember, classOfNew, type Definition, definitionOf, nameDefinition } from './definitions.js'
import type { ExpressionIn, In, Program } from './program.js'
import { bindingsAt, classAround } from './scopes.js'
import type { ClassNode, CodeFile, Expression, FunctionNode, Name, TypeDeclaration, TypeReference } from './syntax.js'
import { peel } from './walk.js'

/** What kind of thing a value is. */
export type TypeOf =
  | ({ readonly kind: 'class'; readonly arguments: readonly TypeReference[] } & In<ClassNode>)
  /** An interface or alias of the repository. */
  | ({ readonly kind: 'type'; readonly arguments: readonly TypeReference[] } & In<TypeDeclaration>)
  /** A type of an outside package: `typeorm` and `['Repository']`, with what stands in its brackets. `()` at the end of a path: what a call gives. */
  | {
      readonly kind: 'external'
      readonly package: string
      readonly path: readonly string[]
      readonly arguments: readonly TypeReference[]
      /** Where the arguments are written. */
      readonly file: CodeFile
    }
  /** What the language itself gives: `string`, `Array`, `int`, `dict`. */
  | {
      readonly kind: 'builtin'
      readonly name: string
      readonly arguments: readonly TypeReference[]
      readonly file: CodeFile
    }
  | { readonly kind: 'object'; readonly file: CodeFile; readonly type: TypeReference }

const LONGEST = 16

/** Wrappers that are passed by: what counts is inside. */
const WRAPPERS = new Set([
  'Promise',
  'Readonly',
  'Required',
  'NonNullable',
  'Awaited',
  'Annotated',
  'Optional',
  'typing.Optional',
  'typing.Annotated',
  'Mapped',
  'Final',
  'ClassVar',
])

/** What an expression is, as far as declarations, constructors and annotations tell; undefined where they do not. */
export function typeOf(program: Program, at: ExpressionIn, steps = LONGEST): TypeOf | undefined {
  if (steps <= 0) return undefined
  const known = answersOf(program)
  const answer = known.get(at.node)
  if (answer !== undefined) return answer ?? undefined
  const found = findType(program, at, steps)
  // An answer that the end of the steps cut off may be another from elsewhere.
  if (found || steps === LONGEST) known.set(at.node, found ?? null)
  return found
}

const answers = new WeakMap<Program, WeakMap<Expression, TypeOf | null>>()

/** Types that were asked for before; null where nothing tells. */
function answersOf(program: Program): WeakMap<Expression, TypeOf | null> {
  const known = answers.get(program) ?? new WeakMap<Expression, TypeOf | null>()
  answers.set(program, known)
  return known
}

function findType(program: Program, { file, node }: ExpressionIn, steps: number): TypeOf | undefined {
  if (node.kind === 'cast' && node.type) {
    const cast = resolveType(program, file, node.type, steps - 1)
    if (cast) return cast
  }
  const inner = peel(node)
  switch (inner.kind) {
    case 'name':
      if (inner.name === 'this') {
        const owner = classAround(file, inner.start)
        return owner && { kind: 'class', file, node: owner, arguments: [] }
      }
      return (
        saidType(program, file, inner, steps - 1) ??
        ofDefinition(program, nameDefinition(program, file, inner.name, inner.start), steps - 1)
      )
    case 'member': {
      const object = typeOf(program, { file, node: inner.object }, steps - 1)
      const member = object && typeMember(program, object, inner.property, steps - 1)
      return member ?? ofDefinition(program, definitionOf(program, { file, node: inner }), steps - 1)
    }
    case 'call':
      return ofCall(program, { file, node: inner }, steps - 1)
    case 'unary':
      return inner.operator === '&' || inner.operator === '*'
        ? typeOf(program, { file, node: inner.value }, steps - 1)
        : undefined
    case 'binary':
      return inner.operator === '||' || inner.operator === '??'
        ? (typeOf(program, { file, node: inner.left }, steps - 1) ??
            typeOf(program, { file, node: inner.right }, steps - 1))
        : undefined
    case 'conditional':
      return typeOf(program, { file, node: inner.consequent }, steps - 1)
    default:
      return undefined
  }
}

/** The type that the declaration of a name states, by annotation or cast. */
function saidType(program: Program, file: CodeFile, name: Name, steps: number): TypeOf | undefined {
  const [binding] = bindingsAt(file, name.name, name.start)?.bindings ?? []
  if (binding?.kind !== 'value' || binding.bound.path.length > 0) return undefined
  const { type, value } = binding.node
  const said = type ?? (value?.kind === 'cast' ? value.type : undefined)
  return said && resolveType(program, file, said, steps)
}

/** What a written type means at its place. */
export function resolveType(
  program: Program,
  file: CodeFile,
  type: TypeReference,
  steps = LONGEST,
): TypeOf | undefined {
  if (steps <= 0) return undefined
  const bare = type.name.replace(/^\*/, '')
  if (WRAPPERS.has(bare) && type.arguments[0]) return resolveType(program, file, type.arguments[0], steps - 1)
  if (bare === '|') {
    const some = type.arguments.filter(one => one.name !== 'null' && one.name !== 'None')
    return some.length === 1 && some[0] ? resolveType(program, file, some[0], steps - 1) : undefined
  }
  if (bare === '&') {
    for (const one of type.arguments) {
      const found = resolveType(program, file, one, steps - 1)
      if (found) return found
    }
    return undefined
  }
  if (bare === '{}') return { kind: 'object', file, type }
  if (bare === '[]' || bare === '()' || bare === '?' || bare === 'literal' || bare === 'typeof')
    return bare === '[]' ? { kind: 'builtin', name: '[]', arguments: type.arguments, file } : undefined
  const [first = '', ...rest] = bare.split('.')
  let found: Definition = nameDefinition(program, file, first, type.start, steps - 1)
  for (const part of rest) found = partOf(program, found, part, steps - 1)
  return declaredType(program, file, found, type.arguments, steps - 1)
}

function partOf(program: Program, of: Definition, part: string, steps: number): Definition {
  if (of.kind === 'external') return { ...of, path: [...of.path, part] }
  if (of.kind === 'global') return { kind: 'global', path: [...of.path, part] }
  if (of.kind === 'module') {
    for (const file of of.files) {
      const found = nameDefinition(program, file, part, Number.MAX_SAFE_INTEGER, steps)
      if (found.kind !== 'global') return found
    }
  }
  return of.kind === 'class'
    ? (classMember(program, of, part) ?? { kind: 'unknown', because: '' })
    : { kind: 'unknown', because: '' }
}

function declaredType(
  program: Program,
  file: CodeFile,
  found: Definition,
  given: readonly TypeReference[],
  steps: number,
): TypeOf | undefined {
  switch (found.kind) {
    case 'class':
      return { kind: 'class', file: found.file, node: found.node, arguments: given }
    case 'external':
      return { kind: 'external', package: found.package, path: found.path, arguments: given, file }
    case 'global':
      return { kind: 'builtin', name: found.path.join('.'), arguments: given, file }
    case 'type': {
      const alias = found.node.type
      if (alias.name === '{}' || found.node.bases.length > 0)
        return { kind: 'type', file: found.file, node: found.node, arguments: given }
      return resolveType(program, found.file, alias, steps - 1)
    }
    case 'expression':
      // `SessionDep = Annotated[Session, Depends(get_db)]` and `type X = Y` of older Python.
      return undefined
    default:
      return undefined
  }
}

/** What something that was found is. A class stands for itself here: ask `typeOf` of a call for an instance. */
function ofDefinition(program: Program, found: Definition, steps = LONGEST): TypeOf | undefined {
  if (steps <= 0) return undefined
  switch (found.kind) {
    case 'parameter': {
      if (found.path.length === 0 && found.node.type)
        return resolveType(program, found.file, found.node.type, steps - 1)
      if (found.node.type && found.path.length > 0) {
        let type = resolveType(program, found.file, found.node.type, steps - 1)
        for (const part of found.path) type = type && typeMember(program, type, String(part), steps - 1)
        return type
      }
      const own = found.owner.parameters[0] === found.node && classAround(found.file, found.owner.start)
      const { target, fallback } = found.node
      if (own && target.kind === 'name' && target.name === 'self')
        return { kind: 'class', file: found.file, node: own, arguments: [] }
      return fallback && typeOf(program, { file: found.file, node: fallback }, steps - 1)
    }
    case 'field':
      if (found.node.type) return resolveType(program, found.file, found.node.type, steps - 1)
      return found.node.value && typeOf(program, { file: found.file, node: found.node.value }, steps - 1)
    case 'expression':
      if (found.declare?.type) return resolveType(program, found.file, found.declare.type, steps - 1)
      return found.node.kind === 'name' ? undefined : typeOf(program, found, steps - 1)
    case 'external':
      return { kind: 'external', package: found.package, path: found.path, arguments: [], file: NOWHERE }
    case 'class':
      return { kind: 'class', file: found.file, node: found.node, arguments: [] }
    case 'item': {
      const of = found.of && typeOf(program, { file: found.file, node: found.of }, steps - 1)
      return of && elementOf(program, of, steps - 1)
    }
    default:
      return undefined
  }
}

const NOWHERE: CodeFile = {
  path: '',
  language: 'typescript',
  imports: [],
  exports: [],
  body: [],
  problems: [],
  directives: [],
}

/** What a member of a value of some type is. */
function typeMember(program: Program, of: TypeOf, property: string, steps = LONGEST): TypeOf | undefined {
  if (steps <= 0) return undefined
  if (of.kind === 'class') {
    const member = classMember(program, of, property)
    if (member)
      return member.kind === 'function' && member.node.accessor === 'get'
        ? ofReturn(program, member, steps - 1)
        : ofDefinition(program, member, steps - 1)
    // A member of what an outside base class gives: `class PrismaService extends PrismaClient`.
    const base = externalBase(program, of, steps - 1)
    return base && { ...base, path: [...base.path, property], arguments: [] }
  }
  if (of.kind === 'external') return { ...of, path: [...of.path, property], arguments: [] }
  const members = of.kind === 'object' ? of.type.members : of.kind === 'type' ? of.node.type.members : undefined
  const field = members?.find(one => one.name === property)
  if (field?.type && (of.kind === 'object' || of.kind === 'type'))
    return resolveType(program, of.file, field.type, steps - 1)
  if (of.kind !== 'type') return undefined
  for (const base of of.node.bases) {
    const above = resolveType(program, of.file, base, steps - 1)
    const found = above && typeMember(program, above, property, steps - 1)
    if (found) return found
  }
  return undefined
}

/** The class from outside that a class of the repository extends, over classes of the repository in between. */
export function externalBase(
  program: Program,
  of: In<ClassNode>,
  steps = LONGEST,
): Extract<TypeOf, { kind: 'external' }> | undefined {
  if (steps <= 0) return undefined
  for (const type of of.node.baseTypes) {
    const base = resolveType(program, of.file, type, steps - 1)
    if (base?.kind === 'external') return base
    const above = base?.kind === 'class' && base.node !== of.node ? externalBase(program, base, steps - 1) : undefined
    if (above) return above
  }
  for (const one of of.node.bases) {
    const base = definitionOf(program, { file: of.file, node: one }, steps - 1)
    if (base.kind === 'external')
      return { kind: 'external', package: base.package, path: base.path, arguments: [], file: of.file }
  }
  return undefined
}

/** What the items of a list, set or generator are. */
function elementOf(program: Program, of: TypeOf, steps = LONGEST): TypeOf | undefined {
  if (of.kind !== 'builtin' && of.kind !== 'external') return undefined
  const [first] = of.arguments
  return first && resolveType(program, of.file, first, steps - 1)
}

function ofCall(
  program: Program,
  { file, node }: In<Extract<ExpressionIn['node'], { kind: 'call' }>>,
  steps: number,
): TypeOf | undefined {
  const made = classOfNew(program, file, node, steps)
  if (made) return { kind: 'class', file: made.file, node: made.node, arguments: node.typeArguments ?? [] }
  const callee = definitionOf(program, { file, node: node.callee }, steps)
  if (callee.kind === 'external') {
    const path =
      node.isNew || (file.language === 'python' && /^[A-Z]/.test(callee.path.at(-1) ?? ''))
        ? callee.path
        : [...callee.path, '()']
    return { kind: 'external', package: callee.package, path, arguments: node.typeArguments ?? [], file }
  }
  if (callee.kind === 'function') return ofReturn(program, callee, steps - 1)
  if (callee.kind === 'class')
    return { kind: 'class', file: callee.file, node: callee.node, arguments: node.typeArguments ?? [] }
  const type = typeOf(program, { file, node: node.callee }, steps - 1)
  if (type?.kind === 'external') return { ...type, path: [...type.path, '()'], arguments: node.typeArguments ?? [] }
  return undefined
}

/** What a function gives: as it says, else what its only `return` gives. */
function ofReturn(program: Program, { file, node }: In<FunctionNode>, steps: number): TypeOf | undefined {
  if (node.returns) {
    const declared = resolveType(program, file, node.returns, steps - 1)
    if (declared) return declared
  }
  const returns = node.body.filter(statement => statement.kind === 'return')
  const [only] = returns
  if (returns.length !== 1 || only?.kind !== 'return' || !only.value) return undefined
  return typeOf(program, { file, node: only.value }, steps - 1)
}
