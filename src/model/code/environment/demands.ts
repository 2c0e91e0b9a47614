import { definitionOf, externalName } from '../../../code/definitions.js'
import { type EnvironmentRead, environmentRead, fieldRead } from '../../../code/environment-reads.js'
import { requiredEntries } from '../../../code/environment-schemas.js'
import { taggedRead } from '../../../code/go-settings.js'
import type { In, Program } from '../../../code/program.js'
import { bindingsAt } from '../../../code/scopes.js'
import type { Call, CodeFile, Expression, If, Loop } from '../../../code/syntax.js'
import { externalBase, typeOf } from '../../../code/types.js'
import { pathOf, peel } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import { absentIn, firstRead } from '../web/fallback-forms.js'
import type { Surrounded } from '../web/runs-at-start.js'
import { endsProgram } from '../web/startup-checks.js'

/** A variable without which code throws or ends the program. */
export interface Demand {
  readonly variable: string
  /** Other names that are taken in its place. */
  readonly alternatives: readonly string[]
  /** What refuses. */
  readonly at: Span
}

/** What a node demands of the environment when it runs. */
export function demandsAt(program: Program, one: Surrounded): readonly Demand[] {
  const { file, node } = one
  switch (node.kind) {
    case 'if':
      return tested(program, { file, node })
    case 'loop':
      return ofEach(program, { file, node })
    case 'call':
      return called(program, { file, node }, one.isBare === true)
    case 'member':
      return file.language === 'python' && !one.isTarget ? entry(program, file, node) : []
    default:
      return []
  }
}

function demand(file: CodeFile, node: Expression | If, names: readonly string[]): readonly Demand[] {
  const at: Span = { path: file.path, start: node.start, end: node.end }
  return names.map(variable => ({ variable, alternatives: [], at }))
}

/** `if (!process.env.X) throw …`, `if os.Getenv("X") == "" { log.Fatal(…) }`, `if (missing.length > 0) …`. */
function tested(program: Program, { file, node }: In<If>): readonly Demand[] {
  if (!endsProgram(node.consequent) || node.alternate.length > 0) return []
  return alternativesOf(node.test).flatMap(test => {
    const names = absentNames(program, file, test)
    return demand(file, test, names)
  })
}

/** `a || b` as both. */
function alternativesOf(test: Expression): readonly Expression[] {
  const found: Expression[] = []
  let inner = peel(test)
  for (let count = 0; inner.kind === 'binary' && inner.operator === '||' && count < 100; count++) {
    found.unshift(peel(inner.right))
    inner = peel(inner.left)
  }
  return [inner, ...found]
}

function absentNames(program: Program, file: CodeFile, test: Expression): readonly string[] {
  if (test.kind === 'binary' && test.operator === 'not in' && test.left.kind === 'literal') {
    const of = externalName(definitionOf(program, { file, node: test.right }))
    return of === 'os.environ' && typeof test.left.value === 'string' ? [test.left.value] : []
  }
  const absent = absentIn(test)
  const counted = lengthOf(test)
  if (counted) return filtered(program, file, counted)
  if (!absent) return []
  if (absent.kind === 'member' && absent.property === 'success') return parsed(program, file, absent.object)
  if (absent.kind === 'name') {
    const read = file.language === 'go' ? declaredRead(program, file, absent) : firstRead(program, file, absent)
    return read && !read.fallback ? [read.variable] : []
  }
  const read = environmentRead(program, { file, node: absent })
  return read && !read.fallback ? [read.variable] : []
}

/** What `value` and `ok` of `value, ok := os.LookupEnv("X")` tell of. */
function declaredRead(
  program: Program,
  file: CodeFile,
  { name, start }: Extract<Expression, { kind: 'name' }>,
): EnvironmentRead | undefined {
  // The nearest declaration before it: `ok` is declared again and again.
  const bindings = bindingsAt(file, name, start)?.bindings ?? []
  const nearest = bindings.findLast(one => one.kind === 'value' && one.node.start < start)
  if (nearest?.kind !== 'value' || !nearest.node.value) return undefined
  const value = peel(nearest.node.value)
  return value.kind === 'call' ? environmentRead(program, { file, node: value }) : undefined
}

/** `missing` of `missing.length`, `missing.length > 0`, `len(missing) > 0`, and of Python's `if missing`. */
function lengthOf(test: Expression): Expression | undefined {
  const inner = test.kind === 'binary' && /^(?:>|!==?|>=)$/.test(test.operator) ? peel(test.left) : test
  if (inner.kind === 'member' && inner.property === 'length') return inner.object
  return undefined
}

/** The names of `const missing = ['A', 'B'].filter(name => !process.env[name])`. */
function filtered(program: Program, file: CodeFile, list: Expression): readonly string[] {
  const found = definitionOf(program, { file, node: list })
  const call = found.kind === 'expression' ? peel(found.node) : undefined
  if (found.kind !== 'expression' || call?.kind !== 'call' || call.callee.kind !== 'member') return []
  const [test] = call.arguments
  const [parameter] = test?.kind === 'function' ? test.parameters : []
  if (call.callee.property !== 'filter' || test?.kind !== 'function' || parameter?.target.kind !== 'name') return []
  const only = test.body.length === 1 ? test.body[0] : undefined
  const absent = only?.kind === 'return' && only.value ? absentIn(only.value) : undefined
  if (!absent || !isNamedBy(program, found.file, absent, parameter.target.name)) return []
  return namesOf(program, found.file, call.callee.object)
}

function namesOf(program: Program, file: CodeFile, list: Expression): readonly string[] {
  const found = definitionOf(program, { file, node: list })
  const array = found.kind === 'expression' ? peel(found.node) : undefined
  if (array?.kind !== 'array') return []
  const names = array.elements.map(one => (one.kind === 'literal' && typeof one.value === 'string' ? one.value : ''))
  return names.every(name => /^[A-Z][A-Z0-9_]*$/.test(name)) ? names : []
}

/** `process.env[name]`, `os.environ.get(name)`, `os.Getenv(name)`. */
function isNamedBy(program: Program, file: CodeFile, node: Expression, name: string): boolean {
  const inner = peel(node)
  if (inner.kind === 'index')
    return pathOf(inner.object)?.join('.') === 'process.env' && pathOf(inner.index)?.join('.') === name
  if (inner.kind !== 'call') return false
  const [first] = inner.arguments
  const callee = externalName(definitionOf(program, { file, node: inner.callee }))
  return pathOf(first ?? inner)?.join('.') === name && /^os\.(?:getenv|Getenv|environ\.get)$/.test(callee ?? '')
}

/** `for (const name of ['A', 'B']) if (!process.env[name]) throw …` */
function ofEach(program: Program, { file, node }: In<Loop>): readonly Demand[] {
  const list = node.iterated
  const { target } = node
  const item = target?.kind === 'array' ? target.elements[1] : target
  if (node.form !== 'each' || !list || item?.kind !== 'name') return []
  const refusing = node.body.find(one => one.kind === 'if' && endsProgram(one.consequent))
  if (refusing?.kind !== 'if') return []
  const absent = absentIn(refusing.test)
  if (!absent || !isNamedBy(program, file, absent, item.name)) return []
  return demand(file, list, namesOf(program, file, list))
}

/** Helpers that refuse, `schema.parse(process.env)`, `Settings()`, `env.Parse(&config)`. */
function called(program: Program, { file, node }: In<Call>, isBare: boolean): readonly Demand[] {
  const { callee } = node
  if (callee.kind === 'member' && callee.property === 'forEach') return forEach(program, { file, node })
  if (callee.kind === 'member' && (callee.property === 'parse' || callee.property === 'parseAsync'))
    return demand(file, node, requiredEntries(program, { file, node }))
  if (
    file.language === 'go' &&
    callee.kind === 'member' &&
    !isBare &&
    /^(?:Parse|Process|MustProcess|ReadEnv)$/.test(callee.property)
  )
    return ofTags(program, { file, node })
  const [first] = node.arguments
  if (first?.kind === 'literal' && typeof first.value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(first.value)) {
    const read = environmentRead(program, { file, node })
    return read?.isRequired ? demand(file, node, [read.variable]) : []
  }
  return file.language === 'python' && node.arguments.length === 0 ? ofSettings(program, { file, node }) : []
}

/** `['A', 'B'].forEach(name => { if (!process.env[name]) throw … })` */
function forEach(program: Program, { file, node }: In<Call>): readonly Demand[] {
  const [body] = node.arguments
  if (body?.kind !== 'function' || node.callee.kind !== 'member') return []
  const [parameter] = body.parameters
  const refusing = body.body.find(one => one.kind === 'if' && endsProgram(one.consequent))
  if (refusing?.kind !== 'if' || parameter?.target.kind !== 'name') return []
  const absent = absentIn(refusing.test)
  if (!absent || !isNamedBy(program, file, absent, parameter.target.name)) return []
  return demand(file, node.callee.object, namesOf(program, file, node.callee.object))
}

/** What `const parsed = schema.safeParse(process.env)` asks for. */
function parsed(program: Program, file: CodeFile, result: Expression): readonly string[] {
  const found = definitionOf(program, { file, node: result })
  const call = found.kind === 'expression' ? peel(found.node) : undefined
  if (found.kind !== 'expression' || call?.kind !== 'call' || call.callee.kind !== 'member') return []
  return call.callee.property === 'safeParse' ? requiredEntries(program, { file: found.file, node: call }) : []
}

/** `os.environ["X"]` */
function entry(program: Program, file: CodeFile, node: Extract<Expression, { kind: 'member' }>): readonly Demand[] {
  if (!/^[A-Z][A-Z0-9_]*$/.test(node.property)) return []
  const read = environmentRead(program, { file, node })
  return read?.isRequired && !read.alternatives.length ? demand(file, node, [read.variable]) : []
}

/** The fields without a default of a class of settings that is made: https://docs.pydantic.dev/latest/concepts/pydantic_settings/ */
function ofSettings(program: Program, { file, node }: In<Call>): readonly Demand[] {
  const made = definitionOf(program, { file, node: node.callee })
  if (made.kind !== 'class' || externalBase(program, made)?.path.at(-1) !== 'BaseSettings') return []
  return made.node.members.flatMap(member => {
    if (member.kind !== 'field' || !member.type || /^(?:ClassVar|Optional|model_config)$/.test(member.type.name))
      return []
    if (member.type.name === '|' || member.name === 'model_config') return []
    const read = fieldRead(program, { kind: 'field', file: made.file, node: member, owner: made.node })
    if (!read?.isRequired) return []
    const at: Span = { path: made.file.path, start: member.start, end: member.end }
    return [{ variable: read.variable, alternatives: read.alternatives, at }]
  })
}

/** Fields that are `required` of the struct that a library fills from the environment. */
function ofTags(program: Program, { file, node }: In<Call>): readonly Demand[] {
  const name = externalName(definitionOf(program, { file, node: node.callee }))
  const [first] = node.arguments
  const last = node.arguments.at(-1)
  if (!name || !/caarlos0\/env|envconfig|cleanenv/.test(name) || last?.kind !== 'unary') return []
  const prefix =
    first !== last && first?.kind === 'literal' && first.value !== '' ? `${String(first.value).toUpperCase()}_` : ''
  const type = typeOf(program, { file, node: last.value })
  if (type?.kind !== 'class') return []
  return type.node.members.flatMap(member => {
    const read = member.kind === 'field' && member.tag ? taggedRead(type.file, member, prefix) : undefined
    if (!read?.isRequired || member.kind !== 'field') return []
    return [
      { variable: read.variable, alternatives: [], at: { path: type.file.path, start: member.start, end: member.end } },
    ]
  })
}
