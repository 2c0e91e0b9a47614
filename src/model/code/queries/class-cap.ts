import { definitionOf, externalName } from '../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import { bindingsAt } from '../../../code/scopes.js'
import type {
  Call,
  ClassNode,
  CodeFile,
  Expression,
  Field,
  FunctionNode,
  Parameter,
  TypeReference,
} from '../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { pathOf, peel } from '../../../code/walk.js'
import { resolveType, type TypeOf } from '../../../code/written-types.js'
import type { Span } from '../../../source.js'
import type { Cap } from './cap.js'
import { declaredCap } from './schema-cap.js'

/** `@Query('limit') limit: number`, `@Query() query: ListDto`, `@Args('first') first`. */
export function nestParameter(
  program: Program,
  { file, node }: In<Parameter>,
  owner: FunctionNode,
  path: readonly (string | number)[],
): Cap | undefined {
  const at: Span = { path: file.path, start: node.start, end: node.end }
  for (const decorator of node.decorators) {
    const call = peel(decorator)
    const name = externalName(definitionOf(program, { file, node: call.kind === 'call' ? call.callee : call }))
    if (
      name === undefined ||
      !/^(?:@nestjs\/common\.(?:Query|Body)|@nestjs\/graphql\.Args|routing-controllers\.(?:QueryParam|QueryParams))$/.test(
        name,
      )
    )
      continue
    const [first, ...given] = call.kind === 'call' ? call.arguments : []
    const pipes = [...given, ...methodPipes(owner)]
    const key = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined
    const fallback = fallbackOf(program, { file, node }, pipes)
    if (key !== undefined && path.length === 0) {
      if (!isPlainType(node.type)) return undefined
      return pipes.every(pipe => isPlainPipe(pipe))
        ? { kind: 'uncapped', parameter: key, fallback, at }
        : { kind: 'unknown', because: 'a pipe of its own checks it' }
    }
    if (path.length === 1 && !pipes.every(isPlainPipe))
      return { kind: 'unknown', because: 'a pipe of its own checks it' }
    if (key === undefined && path.length === 1)
      return (
        typedParameter(program, { file, node }, path) ??
        (node.type && isBag(program, file, node.type)
          ? { kind: 'uncapped', parameter: String(path[0]), at }
          : undefined)
      )
  }
  return undefined
}

function isPlainType(type: TypeReference | undefined): boolean {
  return type === undefined || /^(?:string|number|any|\||\?)$/.test(type.name)
}

/** `any`, `Record<string, string>`, `{ limit?: number }`, an interface: it is gone when the program runs, and checks nothing. */
function isBag(program: Program, file: CodeFile, type: TypeReference): boolean {
  if (/^(?:any|Record|\{\}|object)$/.test(type.name)) return true
  const of = resolveType(program, file, type)
  return of?.kind === 'object' || of?.kind === 'type'
}

/** What `@UsePipes(…)` puts before all parameters of a method. */
function methodPipes({ decorators }: FunctionNode): readonly Expression[] {
  return decorators
    .map(peel)
    .flatMap(one => (one.kind === 'call' && pathOf(one.callee)?.at(-1) === 'UsePipes' ? one.arguments : []))
}

/** Pipes of Nest that convert and do not bound. */
function isPlainPipe(pipe: Expression): boolean {
  const callee = peel(pipe)
  const name = callee.kind === 'call' ? pathOf(callee.callee)?.at(-1) : pathOf(callee)?.at(-1)
  return name !== undefined && /^(?:ParseIntPipe|ParseFloatPipe|DefaultValuePipe|ValidationPipe)$/.test(name)
}

function fallbackOf(program: Program, { file, node }: In<Parameter>, pipes: readonly Expression[]): number | undefined {
  const pipe = pipes.map(peel).find(one => one.kind === 'call' && pathOf(one.callee)?.at(-1) === 'DefaultValuePipe')
  const given = pipe?.kind === 'call' ? pipe.arguments[0] : node.fallback
  return given && numberOf(evaluateExpression(program, { file, node: given }))
}

/** What the type of a parameter declares for a part of it: a class, or what a schema infers. */
export function typedParameter(
  program: Program,
  { file, node }: In<Parameter>,
  path: readonly (string | number)[],
): Cap | undefined {
  const [key, ...rest] = path
  if (!node.type || typeof key !== 'string' || rest.length > 0) return undefined
  const inferred = inferredSchema(program, file, node.type)
  if (inferred) return declaredCap(program, inferred, [key])
  const of = resolveType(program, file, node.type)
  return of?.kind === 'class' && isParameters(program, of) ? fieldCap(program, of, key) : undefined
}

/** `z.infer<typeof schema>`, also through an alias. */
function inferredSchema(program: Program, file: CodeFile, type: TypeReference, steps = 6): ExpressionIn | undefined {
  if (steps <= 0) return undefined
  const [inner] = type.arguments
  if (/^(?:z\.(?:infer|output|input)|Infer|InferOutput|v\.InferOutput|yup\.InferType|Static)$/.test(type.name))
    return inner?.name === 'typeof' && inner.expression ? { file, node: inner.expression } : undefined
  const [binding] = bindingsAt(file, type.name, type.start)?.bindings ?? []
  if (binding?.kind === 'type') return inferredSchema(program, file, binding.node.type, steps - 1)
  return undefined
}

/** Whether a class holds what a client gives: fields with validators or plain ones, named as such. */
export function isParameters(program: Program, of: In<ClassNode>): boolean {
  const { node } = of
  if (/(?:dto|query|params?|input|args|filter|pagination|request|options)$/i.test(node.name ?? '')) return true
  return node.members.some(
    member => member.kind === 'field' && member.decorators.some(one => isValidator(program, of.file, one)),
  )
}

function isValidator(program: Program, file: CodeFile, decorator: Expression): boolean {
  const call = peel(decorator)
  const found = definitionOf(program, { file, node: call.kind === 'call' ? call.callee : call })
  return found.kind === 'external' && /^(?:class-validator|class-transformer|@nestjs\/graphql)$/.test(found.package)
}

/** What the decorators of a field declare, also of a class above, or behind a getter. */
export function fieldCap(
  program: Program,
  of: Extract<TypeOf, { kind: 'class' }> | In<ClassNode>,
  name: string,
  steps = 8,
): Cap | undefined {
  if (steps <= 0) return undefined
  for (const member of of.node.members) {
    if (member.kind === 'field' && member.name === name) return validated(program, of, member)
    if (member.kind === 'function' && member.name === name && member.accessor === 'get') {
      const [only] = member.body
      const value = only?.kind === 'return' && only.value ? readField(only.value) : undefined
      if (value === undefined) return { kind: 'unknown', because: 'a getter computes it' }
      return fieldCap(program, of, value, steps - 1)
    }
  }
  for (const base of of.node.bases) {
    for (const one of baseClasses(base)) {
      const above = definitionOf(program, { file: of.file, node: one })
      const found =
        above.kind === 'class' && above.node !== of.node ? fieldCap(program, above, name, steps - 1) : undefined
      if (found) return found
      if (above.kind !== 'class')
        return { kind: 'unknown', because: 'the class that it extends is not in the repository' }
    }
  }
  return undefined
}

/** `this.limit` of `get take() { return this.limit }`; arithmetic around it does not bound it. */
function readField(value: Expression): string | undefined {
  const inner = peel(value)
  if (inner.kind === 'member' && inner.object.kind === 'name' && inner.object.name === 'this') return inner.property
  if (inner.kind === 'binary' && (inner.operator === '??' || inner.operator === '||')) return readField(inner.left)
  return undefined
}

/** `PartialType(A)`, `IntersectionType(A, B)`, `PickType(A, […])` and mixins stand for the classes in them. */
function baseClasses(base: Expression): readonly Expression[] {
  const inner = peel(base)
  return inner.kind === 'call'
    ? inner.arguments
        .filter(one => one.kind === 'name' || one.kind === 'member' || one.kind === 'call')
        .flatMap(baseClasses)
    : [inner]
}

function validated(program: Program, of: In<ClassNode>, field: Field): Cap {
  const { file } = of
  const at: Span = { path: file.path, start: field.start, end: field.end }
  const fallback = field.value && numberOf(evaluateExpression(program, { file, node: field.value }))
  const open: Cap = { kind: 'uncapped', parameter: field.name, fallback, at }
  for (const decorator of field.decorators) {
    const call = peel(decorator)
    if (call.kind !== 'call') continue
    const name = pathOf(call.callee)?.at(-1) ?? ''
    const found = definitionOf(program, { file, node: call.callee })
    if (/^(?:Max|IsIn|IsEnum|Equals|IsOptionalEnum)$/.test(name)) {
      if (!validates(program)) return open
      const [bound] = call.arguments
      return {
        kind: 'capped',
        max: bound && numberOf(evaluateExpression(program, { file, node: bound })),
        fallback,
        at,
      }
    }
    if (name === 'Transform' || name === 'Expose') {
      if (bounds(call)) return { kind: 'capped', max: undefined, fallback, at }
    } else if (found.kind !== 'external') return { kind: 'unknown', because: 'a decorator of its own checks it' }
    else if (
      !/^(?:class-validator|class-transformer|@nestjs\/(?:swagger|graphql|common)|reflect-metadata)$/.test(
        found.package,
      )
    )
      return { kind: 'unknown', because: `${found.package} checks it` }
  }
  return open
}

/** Whether the function given to `@Transform` bounds the value: `Math.min`, a comparison. */
function bounds(call: Call): boolean {
  let found = false
  const waiting: unknown[] = [...call.arguments]
  for (let count = 0; waiting.length > 0 && count < 500; count++) {
    const one = waiting.pop()
    if (typeof one !== 'object' || one === null) continue
    if ('kind' in one && one.kind === 'member' && 'property' in one && /^(?:min|clamp)$/.test(String(one.property)))
      found = true
    if ('kind' in one && one.kind === 'binary' && 'operator' in one && /^[<>]=?$/.test(String(one.operator)))
      found = true
    waiting.push(...Object.values(one))
  }
  return found
}

const validatesOf = new WeakMap<Program, boolean>()

/** Whether anything applies the validators: a ValidationPipe of Nest, `validate()` of class-validator, routing-controllers, TypeGraphQL. */
function validates(program: Program): boolean {
  const known = validatesOf.get(program)
  if (known !== undefined) return known
  const found = [...program.files.values()].some(file =>
    file.imports.some(
      one =>
        (one.from === '@nestjs/common' && one.name === 'ValidationPipe') ||
        (one.from === 'class-validator' && /^validate/.test(one.name ?? '')) ||
        one.name === 'ZodValidationPipe' ||
        /^(?:routing-controllers|type-graphql|class-transformer-validator)$/.test(one.from) ||
        /pipe/i.test(one.from),
    ),
  )
  validatesOf.set(program, found)
  return found
}
