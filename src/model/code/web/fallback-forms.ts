import { definitionOf, externalName } from '../../../code/definitions.js'
import { type EnvironmentRead, environmentRead } from '../../../code/environment-reads.js'
import { schemaDefault } from '../../../code/environment-schemas.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import { bindingsAt } from '../../../code/scopes.js'
import type { Call, CodeFile, Conditional, Expression, If, Node, ObjectLiteral } from '../../../code/syntax.js'
import { holds, peel } from '../../../code/walk.js'
import { endsProgram } from './startup-checks.js'

/** A setting and what takes its place, in one of the ways of writing that are no operator and no argument. */
export interface Form {
  readonly read: EnvironmentRead
  readonly fallback: ExpressionIn
  readonly whenEmpty: boolean
}

const VARIABLE = /^[A-Z][A-Z0-9_]*$/

/** The setting with a fallback that a node is; undefined where it is none of these ways. */
export function formOf(program: Program, { file, node }: In<Node>): Form | undefined {
  switch (node.kind) {
    case 'conditional':
      return chosen(program, { file, node })
    case 'if':
      return givenLater(program, { file, node })
    case 'assign':
      return node.operator === '||=' || node.operator === '??='
        ? form(program, file, node.target, node.value, node.operator === '||=')
        : undefined
    case 'entry':
      return inSchema(file, node)
    case 'object':
      return file.language === 'go' || file.language === 'python' ? undefined : inConvict(file, node)
    case 'call':
      return file.language === 'go' ? firstOf(program, { file, node }) : chained(program, { file, node })
    default:
      return undefined
  }
}

function form(
  program: Program,
  file: CodeFile,
  read: Expression,
  fallback: Expression,
  whenEmpty: boolean,
): Form | undefined {
  const found = environmentRead(program, { file, node: peel(read) })
  return found && { read: found, fallback: { file, node: fallback }, whenEmpty }
}

/** `process.env.X ? process.env.X : 'text'`, `os.environ['X'] if 'X' in os.environ else 'text'`. */
function chosen(program: Program, { file, node }: In<Conditional>): Form | undefined {
  for (const [value, other] of [
    [node.consequent, node.alternate],
    [node.alternate, node.consequent],
  ] as const) {
    const inner = peel(other)
    if (inner.kind !== 'literal' && inner.kind !== 'name' && inner.kind !== 'call') continue
    const found = form(program, file, value, other, false)
    if (found && mentions(node.test, found.read.variable)) return found
  }
  return undefined
}

function mentions(test: Expression, variable: string): boolean {
  return holds(
    [test],
    node =>
      (node.kind === 'member' && node.property === variable) || (node.kind === 'literal' && node.value === variable),
  )
}

/** `if (!secret) secret = 'text'`, `if secret == "" { secret = "text" }`, where `secret` was read from the environment. */
function givenLater(program: Program, { file, node }: In<If>): Form | undefined {
  const [only] = node.consequent
  if (node.consequent.length === 0 || node.consequent.length > 3 || endsProgram(node.consequent)) return undefined
  const last = node.consequent.at(-1) ?? only
  const assigned = last?.kind === 'expression' && last.value.kind === 'assign' ? last.value : last
  if ((assigned?.kind !== 'assign' && assigned?.kind !== 'declare') || !assigned.value) return undefined
  if (assigned.kind === 'assign' && assigned.operator !== '=') return undefined
  const tested = absentIn(node.test)
  if (!tested) return undefined
  const target = peel(assigned.target)
  if (target.kind === 'member' || target.kind === 'index') {
    const found = form(program, file, target, assigned.value, false)
    return found && mentions(tested, found.read.variable) ? found : undefined
  }
  if (target.kind !== 'name') return undefined
  const read = firstRead(program, file, target)
  if (!read || !isAbout(tested, target.name, file)) return undefined
  return { read, fallback: { file, node: assigned.value }, whenEmpty: false }
}

/** What a test asks to be absent: `!x`, `x === undefined`, `x is None`, `x == ""`, `len(x) == 0`. */
export function absentIn(test: Expression): Expression | undefined {
  const inner = peel(test)
  if (inner.kind === 'unary' && inner.operator === '!') return peel(inner.value)
  if (inner.kind !== 'binary' || !/^(?:==|===|is)$/.test(inner.operator)) return undefined
  const right = peel(inner.right)
  if (right.kind !== 'literal' || (right.value !== null && right.value !== '' && right.value !== 0)) return undefined
  const left = peel(inner.left)
  return left.kind === 'call' && left.callee.kind === 'name' && left.callee.name === 'len' ? left.arguments[0] : left
}

/** `ok` of `secret, ok := os.LookupEnv("X")` tells of the secret. */
function isAbout(tested: Expression, name: string, file: CodeFile): boolean {
  if (tested.kind !== 'name') return false
  return tested.name === name || (file.language === 'go' && /^(?:ok|found|exists|set|present)$/i.test(tested.name))
}

/** The read that a name gets where it is declared. */
export function firstRead(
  program: Program,
  file: CodeFile,
  { name, start }: { readonly name: string; readonly start: number },
): EnvironmentRead | undefined {
  for (const binding of bindingsAt(file, name, start)?.bindings ?? []) {
    if (binding.kind !== 'value' || !binding.node.value || binding.node.start > start) continue
    const [part] = binding.bound.path
    if (binding.bound.path.length > 0 && part !== 0 && part !== '0') continue
    const value = peel(binding.node.value)
    if (value.kind !== 'call' && value.kind !== 'member' && value.kind !== 'index') continue
    const found = environmentRead(program, { file, node: value })
    if (found && !found.fallback) return found
  }
  return undefined
}

const SCHEMA_ROOT = /^(?:z|zod|Joi|joi|yup|v|t|str|string|url|host|envalid|Type|makeValidator)$/

/** `JWT_SECRET: z.string().default('text')`, of a schema whose keys are names of variables. */
function inSchema(file: CodeFile, node: Extract<Node, { kind: 'entry' }>): Form | undefined {
  if (node.key === undefined || !VARIABLE.test(node.key) || file.language === 'python') return undefined
  const value = peel(node.value)
  if (value.kind !== 'call' || !SCHEMA_ROOT.test(rootName(value))) return undefined
  const { fallback } = schemaDefault(value)
  const read: EnvironmentRead = { variable: node.key, alternatives: [], isRequired: false }
  return fallback && { read, fallback: { file, node: fallback }, whenEmpty: false }
}

function rootName(node: Expression): string {
  let inner = peel(node)
  for (let steps = 0; steps < 40 && (inner.kind === 'call' || inner.kind === 'member'); steps++)
    inner = peel(inner.kind === 'call' ? inner.callee : inner.object)
  return inner.kind === 'name' ? inner.name : ''
}

/** `{ default: 'text', env: 'JWT_SECRET' }` of convict: https://github.com/mozilla/node-convict/tree/master/packages/convict */
function inConvict(file: CodeFile, node: ObjectLiteral): Form | undefined {
  const of = (key: string) => node.entries.find(one => one.kind === 'entry' && one.key === key)
  const variable = of('env')
  const fallback = of('default')
  if (variable?.kind !== 'entry' || fallback?.kind !== 'entry' || variable.value.kind !== 'literal') return undefined
  if (!file.imports.some(({ from }) => from === 'convict')) return undefined
  const name = variable.value.value
  if (typeof name !== 'string' || !VARIABLE.test(name)) return undefined
  const read: EnvironmentRead = { variable: name, alternatives: [], isRequired: false }
  return { read, fallback: { file, node: fallback.value }, whenEmpty: false }
}

/** `cmp.Or(os.Getenv("X"), "text")`: https://pkg.go.dev/cmp#Or */
function firstOf(program: Program, { file, node }: In<Call>): Form | undefined {
  const { callee } = node
  const [first] = node.arguments
  const last = node.arguments.at(-1)
  if (callee.kind !== 'member' || callee.property !== 'Or' || !first || !last || node.arguments.length !== 2)
    return undefined
  if (externalName(definitionOf(program, { file, node: callee })) !== 'cmp.Or') return undefined
  return form(program, file, first, last, true)
}

/** `env.get('X').default('text')` of env-var: https://github.com/evanshortiss/env-var */
function chained(program: Program, { file, node }: In<Call>): Form | undefined {
  const [fallback] = node.arguments
  if (node.callee.kind !== 'member' || node.callee.property !== 'default' || !fallback) return undefined
  let inner: Expression = peel(node.callee.object)
  for (let steps = 0; inner.kind === 'call' && inner.callee.kind === 'member' && steps < 8; steps++) {
    const [key] = inner.arguments
    if (inner.callee.property === 'get' && key?.kind === 'literal' && typeof key.value === 'string') {
      const of = definitionOf(program, { file, node: inner.callee.object })
      if (of.kind !== 'external' || of.package !== 'env-var') return undefined
      const read: EnvironmentRead = { variable: key.value, alternatives: [], isRequired: false }
      return { read, fallback: { file, node: fallback }, whenEmpty: false }
    }
    inner = peel(inner.callee.object)
  }
  return undefined
}
