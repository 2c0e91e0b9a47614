import { classMember, classOfNew, type Definition, definitionOf, nameDefinition } from './definitions.js'
import type { BoundName } from './patterns.js'
import type { ExpressionIn, In, Program } from './program.js'
import { bindingsAt, classAround, moduleScope, thisAround } from './scopes.js'
import type { ClassNode, CodeFile, Conditional, Expression, FunctionNode, Name } from './syntax.js'
import { peel } from './walk.js'
import { LONGEST, NOWHERE, resolveType, type TypeOf } from './written-types.js'

/** What an expression is, as far as declarations, constructors and annotations tell; undefined where they do not. */
export function typeOf(program: Program, at: ExpressionIn, steps = LONGEST): TypeOf | undefined {
  if (steps <= 0) return undefined
  const known = answersOf(program)
  const answer = known.get(at.node)
  if (answer !== undefined) return answer ?? undefined
  const found = findType(program, at, steps) ?? program.deepTypeOf?.(at)
  // An answer that the end of the steps cut off may be another from elsewhere.
  if (found || steps === LONGEST) known.set(at.node, found ?? null)
  return found
}

const answers = new WeakMap<Program, Map<Expression, TypeOf | null>>()

/** Types that were asked for before; null where nothing tells. */
function answersOf(program: Program): Map<Expression, TypeOf | null> {
  const known = answers.get(program) ?? new Map<Expression, TypeOf | null>()
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
        const found = thisAround(file, inner.start)
        if (!found) return undefined
        if ('type' in found) return resolveType(program, file, found.type, steps - 1)
        return { kind: 'class', file, node: found.class, arguments: [] }
      }
      return (
        saidType(program, file, inner, steps - 1) ??
        ofDefinition(program, nameDefinition(program, file, inner.name, inner.start), steps - 1) ??
        (file.language === 'go' && !bindingsAt(file, inner.name, inner.start)
          ? variableType(program, program.siblings(file), inner.name, steps - 1)
          : undefined)
      )
    case 'member': {
      const object = typeOf(program, { file, node: inner.object }, steps - 1)
      const member = object && typeMember(program, object, inner.property, steps - 1)
      const found = member ?? ofDefinition(program, definitionOf(program, { file, node: inner }), steps - 1)
      if (found || object) return found
      const module = definitionOf(program, { file, node: inner.object })
      return module.kind === 'module' ? variableType(program, module.files, inner.property, steps - 1) : undefined
    }
    case 'call':
      return ofCall(program, { file, node: inner }, steps - 1)
    case 'unary':
      return inner.operator === '&' || inner.operator === '*'
        ? typeOf(program, { file, node: inner.value }, steps - 1)
        : undefined
    case 'binary':
      return inner.operator === '||' || inner.operator === '??'
        ? eitherOf(program, file, inner.left, inner.right, steps - 1)
        : undefined
    case 'conditional':
      return chosenOf(program, file, inner, steps - 1)
    default:
      return undefined
  }
}

/** `a ?? b`: what both are, or what is known of one. Of two different things none is told. */
function eitherOf(
  program: Program,
  file: CodeFile,
  left: Expression,
  right: Expression,
  steps: number,
): TypeOf | undefined {
  const first = typeOf(program, { file, node: left }, steps)
  const second = typeOf(program, { file, node: right }, steps)
  if (!first || !second) return first ?? second
  return isSameType(first, second) ? first : undefined
}

/** `a ? b : c`: what both are, or the only one that is something. */
function chosenOf(program: Program, file: CodeFile, node: Conditional, steps: number): TypeOf | undefined {
  const [first, second] = [node.consequent, node.alternate].map(peel)
  if (!first || !second) return undefined
  if (first.kind === 'literal' && first.value === null) return typeOf(program, { file, node: second }, steps)
  if (second.kind === 'literal' && second.value === null) return typeOf(program, { file, node: first }, steps)
  const one = typeOf(program, { file, node: first }, steps)
  const other = one && typeOf(program, { file, node: second }, steps)
  return one && other && isSameType(one, other) ? one : undefined
}

function isSameType(one: TypeOf, other: TypeOf): boolean {
  if (one.kind === 'class' || one.kind === 'type') return other.kind === one.kind && other.node === one.node
  if (one.kind === 'external')
    return other.kind === 'external' && one.package === other.package && one.path.join('.') === other.path.join('.')
  if (one.kind === 'builtin') return other.kind === 'builtin' && one.name === other.name
  return other.kind === 'object' && one.type === other.type
}

/** The type that the declaration of a name states, by annotation or cast. */
function saidType(program: Program, file: CodeFile, name: Name, steps: number): TypeOf | undefined {
  const [binding] = bindingsAt(file, name.name, name.start)?.bindings ?? []
  if (binding?.kind !== 'value' || binding.bound.path.length > 0) return undefined
  const { type, value } = binding.node
  const said = type ?? (value?.kind === 'cast' ? value.type : undefined)
  return said && resolveType(program, file, said, steps)
}

/** The type that a variable of a module is declared with, whatever it is given later: `database.DB` of Go. */
function variableType(program: Program, files: readonly CodeFile[], name: string, steps: number): TypeOf | undefined {
  for (const file of files) {
    const [binding] = moduleScope(file).bindings.get(name) ?? []
    if (binding?.kind !== 'value' || binding.bound.path.length > 0) continue
    return binding.node.type && resolveType(program, file, binding.node.type, steps)
  }
  return undefined
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
      return of && elementOf(program, of, found.path, steps - 1)
    }
    default:
      return undefined
  }
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

/** What the items of a list, set or generator are, or the part of them that a pattern takes. The items of a `Map` are pairs. */
function elementOf(program: Program, of: TypeOf, path: BoundName['path'], steps = LONGEST): TypeOf | undefined {
  if (of.kind !== 'builtin' && of.kind !== 'external') return undefined
  const [part, ...rest] = path
  const isMap = of.kind === 'builtin' && /^(?:Readonly)?Map$/.test(of.name)
  const given = of.arguments[isMap ? Number(part) : 0]
  let found = given && resolveType(program, of.file, given, steps - 1)
  for (const property of isMap ? rest : path) found = found && typeMember(program, found, String(property), steps - 1)
  return found
}

function ofCall(
  program: Program,
  { file, node }: In<Extract<ExpressionIn['node'], { kind: 'call' }>>,
  steps: number,
): TypeOf | undefined {
  const made = classOfNew(program, file, node, steps)
  if (made) return { kind: 'class', file: made.file, node: made.node, arguments: node.typeArguments ?? [] }
  const provided = ofContainer(program, { file, node }, steps - 1)
  if (provided) return provided
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

/** Packages whose containers give an instance of the class that they are asked for: `app.get(ConfigService)`. */
const CONTAINERS = new Set(['@nestjs/core', '@nestjs/common', 'tsyringe', 'typedi', 'inversify'])

function ofContainer(
  program: Program,
  { file, node }: In<Extract<ExpressionIn['node'], { kind: 'call' }>>,
  steps: number,
): TypeOf | undefined {
  const callee = peel(node.callee)
  const [asked] = node.arguments
  if (callee.kind !== 'member' || (callee.property !== 'get' && callee.property !== 'resolve') || !asked)
    return undefined
  const wanted = definitionOf(program, { file, node: asked }, steps)
  if (wanted.kind !== 'class' && wanted.kind !== 'external') return undefined
  const container = typeOf(program, { file, node: callee.object }, steps)
  return container?.kind === 'external' && CONTAINERS.has(container.package)
    ? ofDefinition(program, wanted, steps)
    : undefined
}

/** What a function gives: as it says, else what its only `return` gives. */
function ofReturn(program: Program, { file, node }: In<FunctionNode>, steps: number): TypeOf | undefined {
  if (node.returns) {
    const { name } = (node.returns.name === 'Promise' && node.returns.arguments[0]) || node.returns
    // What it gives depends on what it is given.
    if (node.typeParameters?.some(one => one.name === name)) return undefined
    const declared = resolveType(program, file, node.returns, steps - 1)
    // What TypeScript declares is so, even where it is not read: one of several things.
    if (declared || (file.language === 'typescript' && name !== 'any')) return declared
  }
  const returns = node.body.filter(statement => statement.kind === 'return')
  const [only] = returns
  if (returns.length !== 1 || only?.kind !== 'return' || !only.value) return undefined
  return typeOf(program, { file, node: only.value }, steps - 1)
}
