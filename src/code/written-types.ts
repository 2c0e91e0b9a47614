import { classMember, type Definition, nameDefinition } from './definitions.js'
import type { In, Program } from './program.js'
import { typeParameterAt } from './scopes.js'
import type { ClassNode, CodeFile, TypeDeclaration, TypeReference } from './syntax.js'

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

/** Longer chains of names are not followed. */
export const LONGEST = 16

/** Wrappers that are passed by: what counts is inside. */
const WRAPPERS = new Set([
  'Promise',
  'Readonly',
  'Required',
  'NonNullable',
  'Partial',
  'Awaited',
  'Annotated',
  'Optional',
  'typing.Optional',
  'typing.Annotated',
  'Mapped',
  'Final',
  'ClassVar',
])

/** Names of TypeScript that say nothing about what a value can do, and those whose meaning has to be worked out. */
const SILENT =
  /^(?:any|unknown|void|never|object|const|this|Object|Function|Pick|Omit|Exclude|Extract|ReturnType|InstanceType|Parameters|ConstructorParameters|ThisType)$/

const meanings = new WeakMap<Program, Map<TypeReference, TypeOf>>()

/** Where the types of other packages stand: in no file of the repository. */
export const NOWHERE: CodeFile = {
  path: '',
  language: 'typescript',
  imports: [],
  exports: [],
  body: [],
  problems: [],
  directives: [],
}

/** What a written type means at its place. */
export function resolveType(
  program: Program,
  file: CodeFile,
  type: TypeReference,
  steps = LONGEST,
): TypeOf | undefined {
  const known = meanings.get(program) ?? new Map<TypeReference, TypeOf>()
  meanings.set(program, known)
  const meaning = known.get(type) ?? findMeaning(program, file, type, steps)
  if (meaning) known.set(type, meaning)
  return meaning
}

function findMeaning(program: Program, file: CodeFile, type: TypeReference, steps: number): TypeOf | undefined {
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
  const isTyped = file.language === 'typescript'
  if (isTyped && SILENT.test(bare)) return undefined
  const [first = '', ...rest] = bare.split('.')
  let found: Definition = nameDefinition(program, file, first, type.start, steps - 1)
  const constraint = found.kind === 'global' && isTyped ? typeParameterAt(file, first, type.start) : undefined
  if (constraint !== undefined) return constraint ? resolveType(program, file, constraint, steps - 1) : undefined
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
