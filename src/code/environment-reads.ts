import { type Definition, definitionOf, externalName } from './definitions.js'
import { helperRead } from './environment-helpers.js'
import { checkedEnvironment, schemaDefault, schemasOf } from './environment-schemas.js'
import { goFieldRead, viperRead } from './go-settings.js'
import { nestFallback } from './nest-settings.js'
import { isEnvironment, isProcessEnvironment } from './process-environment.js'
import type { ExpressionIn, Program } from './program.js'
import { bindingsAt } from './scopes.js'
import type { Call, Expression } from './syntax.js'
import { externalBase, typeOf } from './types.js'
import { pathOf, peel } from './walk.js'

/** A place where code takes a setting from its environment. */
export interface EnvironmentRead {
  /** The variable; the first of several names that are tried. */
  readonly variable: string
  /** Other names for the same setting: pydantic reads names in any case. */
  readonly alternatives: readonly string[]
  /** What it is when the variable is not set. */
  readonly fallback?: ExpressionIn
  /** Without the variable the program does not start: `os.environ['X']`, `getOrThrow`, a settings field without default. */
  readonly isRequired: boolean
}

/** The read that an expression is; undefined where it is none. Fallbacks by `||`, `??` and `or` are not part of it. */
export function environmentRead(program: Program, at: ExpressionIn): EnvironmentRead | undefined {
  const node = peel(at.node)
  if (node.kind === 'member' && at.file.language === 'go') return goFieldRead(program, { file: at.file, node })
  if (node.kind === 'member') return memberRead(program, at, node) ?? settingsRead(program, { ...at, node })
  if (node.kind === 'index') return indexRead(program, at.file, node)
  if (node.kind === 'call') return callRead(program, at, node) ?? trimmedRead(program, at, node)
  if (node.kind === 'name') return takenRead(program, at.file, node) ?? settingsRead(program, { ...at, node })
  return undefined
}

/** `process.env.X?.trim()`, `os.environ.get("X", "").strip()`: the same setting. */
function trimmedRead(program: Program, { file }: ExpressionIn, { callee, arguments: values }: Call) {
  const isTrim = callee.kind === 'member' && values.length === 0 && /^(?:trim|strip|toString)$/.test(callee.property)
  return isTrim ? environmentRead(program, { file, node: callee.object }) : undefined
}

function read(variable: string, isRequired = false, fallback?: ExpressionIn): EnvironmentRead {
  return { variable, alternatives: [], isRequired, ...(fallback && { fallback }) }
}

/** `process.env.X`, `import.meta.env.X`, `Bun.env.X`. */
function memberRead(
  program: Program,
  at: ExpressionIn,
  node: Extract<Expression, { kind: 'member' }>,
): EnvironmentRead | undefined {
  if (at.file.language === 'python') return pythonEntry(program, at.file, node)
  if (at.file.language === 'go') return undefined
  const path = pathOf(node.object)?.join('.')
  if (path === 'process.env' || path === 'import.meta.env' || path === 'Bun.env') return read(node.property)
  const object = peel(node.object)
  // `const { env } = process`, `const env = process.env`, `load(env = process.env)`
  return object.kind === 'name' && isProcessEnvironment(program, { file: at.file, node: object })
    ? read(node.property)
    : undefined
}

const DICT_METHODS = /^(?:get|setdefault|copy|items|keys|values|pop|update)$/

/** `os.environ['X']`: in the one syntax of code a member. */
function pythonEntry(
  program: Program,
  file: ExpressionIn['file'],
  node: Extract<Expression, { kind: 'member' }>,
): EnvironmentRead | undefined {
  if (DICT_METHODS.test(node.property) || peel(node.object).kind === 'call') return undefined
  const of = externalName(definitionOf(program, { file, node: node.object }))
  return of === 'os.environ' ? read(node.property, true) : undefined
}

/** `const { X = 5 } = process.env` */
function takenRead(
  program: Program,
  file: ExpressionIn['file'],
  node: Extract<Expression, { kind: 'name' }>,
): EnvironmentRead | undefined {
  const [binding] = bindingsAt(file, node.name, node.start)?.bindings ?? []
  if (binding?.kind !== 'value' || !binding.node.value) return undefined
  const [variable] = binding.bound.path
  if (binding.bound.path.length !== 1 || typeof variable !== 'string') return undefined
  if (!isEnvironment(program, definitionOf(program, { file, node: binding.node.value }))) return undefined
  const { fallback } = binding.bound
  return read(variable, false, fallback && { file, node: fallback })
}

/** `os.environ['X']` of Python; keys that are constants elsewhere too. */
function indexRead(
  program: Program,
  file: ExpressionIn['file'],
  node: Extract<Expression, { kind: 'index' }>,
): EnvironmentRead | undefined {
  const key = textOf(program, { file, node: node.index })
  if (key === undefined) return undefined
  const object = definitionOf(program, { file, node: node.object })
  if (externalName(object) === 'os.environ') return read(key, true)
  return isEnvironment(program, object) || pathOf(node.object)?.join('.') === 'process.env' ? read(key) : undefined
}

const PYTHON_CALLS = new Set([
  'os.getenv',
  'os.environ.get',
  'os.environ.setdefault',
  'decouple.config',
  'environs.Env',
  'environ.Env',
])

const VARIABLE = /^[A-Z][A-Z0-9_]*$/

/** `config("X", default=…)` where `config = Config(".env")`: https://www.starlette.io/config/ */
function isStarletteConfig(program: Program, callee: Definition): boolean {
  if (callee.kind !== 'expression' || callee.node.kind !== 'call') return false
  const made = externalName(definitionOf(program, { file: callee.file, node: callee.node.callee }))
  return made === 'starlette.Config' || made === 'environ.Env' || made === 'environs.Env'
}

function callRead(program: Program, at: ExpressionIn, node: Call): EnvironmentRead | undefined {
  const { file } = at
  const [first, second] = node.arguments
  const key = first && textOf(program, { file, node: first })
  if (key === undefined) return undefined
  const fallback = second && second.kind !== 'keyword' ? { file, node: second } : keyword(node, 'default', file)
  if (file.language === 'go') return goRead(program, at, node, key)
  const callee = definitionOf(program, { file, node: node.callee })
  if (callee.kind === 'function') {
    const found = VARIABLE.test(key) ? helperRead(program, { file, node }, callee) : undefined
    return found && read(key, found.isRequired, found.fallback)
  }
  const name = externalName(callee)
  if (file.language === 'python') {
    if (isStarletteConfig(program, callee)) return read(key, !fallback, fallback)
    if (name !== undefined && PYTHON_CALLS.has(name))
      return read(key, name === 'decouple.config' && !fallback, fallback)
    const of = node.callee.kind === 'member' ? typeOf(program, { file, node: node.callee.object }) : undefined
    const library = of?.kind === 'external' && /^(?:environ|environs)$/.test(of.package)
    return library ? read(key, !fallback, fallback) : undefined
  }
  if (node.callee.kind !== 'member') return undefined
  const method = node.callee.property
  if (method !== 'get' && method !== 'getOrThrow') return undefined
  const of = typeOf(program, { file, node: node.callee.object })
  if (of?.kind !== 'external' || of.package !== '@nestjs/config') return undefined
  // `get('PORT', { infer: true })`: options, no default.
  const given = fallback && peel(fallback.node).kind === 'object' ? undefined : fallback
  const value = nestFallback(program, key) ?? given
  return read(key, method === 'getOrThrow' && !value, value)
}

/** `os.Getenv("X")`, `os.LookupEnv("X")`, and helpers of the repository that pass their first argument on to it. */
function goRead(program: Program, { file }: ExpressionIn, node: Call, key: string): EnvironmentRead | undefined {
  const callee = definitionOf(program, { file, node: node.callee })
  const name = externalName(callee)
  if (name === 'os.Getenv' || name === 'os.LookupEnv') return read(key)
  if (callee.kind !== 'function') return name === undefined ? undefined : viperRead(program, name, key)
  const found = helperRead(program, { file, node }, callee)
  return found && read(key, found.isRequired, found.fallback)
}

/**
 * A field of a settings class (pydantic), or an entry of a schema that `process.env` is parsed with (zod, envalid).
 * https://docs.pydantic.dev/latest/concepts/pydantic_settings/: names in any case, after `env_prefix`.
 */
function settingsRead(program: Program, at: ExpressionIn): EnvironmentRead | undefined {
  const node = peel(at.node)
  if (node.kind === 'member') {
    const parsed = parsedEntry(program, at.file, node)
    if (parsed) return parsed
  }
  const found = definitionOf(program, at)
  return found.kind === 'field' ? fieldRead(program, found) : undefined
}

/** The read that a field of a settings class of pydantic is. */
export function fieldRead(
  program: Program,
  found: Extract<Definition, { kind: 'field' }>,
): EnvironmentRead | undefined {
  if (found.file.language !== 'python') return undefined
  const base = externalBase(program, { file: found.file, node: found.owner })
  if (base?.path.at(-1) !== 'BaseSettings') return undefined
  const { name, value } = found.node
  const call = value && peel(value)
  const isField = call?.kind === 'call' && pathOf(call.callee)?.at(-1) === 'Field'
  const given = isField ? fieldDefault(call, found.file) : value && { file: found.file, node: value }
  const alias = isField
    ? (keyword(call, 'validation_alias', found.file) ??
      keyword(call, 'alias', found.file) ??
      keyword(call, 'env', found.file))
    : undefined
  const aliased = alias && textOf(program, alias)
  const variable = aliased ?? `${prefixOf(found.owner)}${name}`
  return {
    variable: variable.toUpperCase(),
    alternatives: [variable, variable.toLowerCase()],
    isRequired: !given,
    ...(given && { fallback: given }),
  }
}

function fieldDefault(call: Call, file: ExpressionIn['file']): ExpressionIn | undefined {
  const [first] = call.arguments
  if (first && first.kind !== 'keyword') {
    // `Field(...)`: required
    return first.kind === 'unknown' || (first.kind === 'name' && first.name === '...')
      ? undefined
      : { file, node: first }
  }
  return keyword(call, 'default', file)
}

/** `model_config = SettingsConfigDict(env_prefix=…)` or `class Config: env_prefix = …`. */
function prefixOf(owner: Extract<Expression, { kind: 'class' }>): string {
  for (const member of owner.members) {
    if (member.kind === 'field' && member.name === 'model_config' && member.value?.kind === 'call') {
      const prefix = member.value.arguments.find(one => one.kind === 'keyword' && one.name === 'env_prefix')
      if (prefix?.kind === 'keyword' && prefix.value.kind === 'literal') return String(prefix.value.value)
    }
    if (member.kind === 'class' && member.name === 'Config') {
      const prefix = member.members.find(one => one.kind === 'field' && one.name === 'env_prefix')
      if (prefix?.kind === 'field' && prefix.value?.kind === 'literal') return String(prefix.value.value)
    }
  }
  return ''
}

/** `env.PORT` where `env` is what a schema made of `process.env`: `schema.parse(process.env)`, `cleanEnv(process.env, { PORT: … })`. */
function parsedEntry(
  program: Program,
  file: ExpressionIn['file'],
  node: Extract<Expression, { kind: 'member' }>,
): EnvironmentRead | undefined {
  const call = checkedEnvironment(program, definitionOf(program, { file, node: node.object }))
  if (!call) return undefined
  for (const schema of schemasOf(program, call)) {
    const entry = schema.node.entries.find(one => one.kind === 'entry' && one.key === node.property)
    if (entry?.kind !== 'entry') continue
    const { fallback, isOptional } = schemaDefault(entry.value)
    return read(node.property, !fallback && !isOptional, fallback && { file: schema.file, node: fallback })
  }
  return undefined
}

function keyword(call: Call, name: string, file: ExpressionIn['file']): ExpressionIn | undefined {
  const found = call.arguments.find(one => one.kind === 'keyword' && one.name === name)
  return found?.kind === 'keyword' ? { file, node: found.value } : undefined
}

/** A text written out, here or as a constant elsewhere. */
function textOf(program: Program, at: ExpressionIn): string | undefined {
  const node = peel(at.node)
  if (node.kind === 'literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.kind !== 'name' && node.kind !== 'member') return undefined
  const found = definitionOf(program, at)
  return found.kind === 'expression' && found.node.kind === 'literal' && typeof found.node.value === 'string'
    ? found.node.value
    : undefined
}
