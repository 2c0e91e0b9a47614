import { definitionOf } from './definitions.js'
import { schemaDefault, schemaOf } from './environment-schemas.js'
import { indexOf } from './file-index.js'
import { entryOf } from './given.js'
import type { ExpressionIn, Program } from './program.js'
import type { Call } from './syntax.js'
import { peel } from './walk.js'

/** What code of the repository gives `ConfigService` beside the environment: https://docs.nestjs.com/techniques/configuration */
interface NestSettings {
  /** The objects that `registerAs('database', () => ({ host: … }))` gives names to. */
  readonly namespaces: ReadonlyMap<string, ExpressionIn>
  /** What the functions in `load: [configuration]` return. */
  readonly loaded: readonly ExpressionIn[]
  /** Schemas by which the environment is checked, and which give it defaults: `validationSchema: Joi.object({ … })`. */
  readonly schemas: readonly ExpressionIn[]
}

const settingsOf = new WeakMap<Program, NestSettings>()

/**
 * What `get(key)` gives where the environment does not set the key, in the order of `ConfigService`: the default of the schema,
 * then what is loaded. Undefined where neither names it; an expression that nobody can evaluate where two applications differ.
 */
export function nestFallback(program: Program, key: string): ExpressionIn | undefined {
  const { namespaces, loaded, schemas } = nestSettings(program)
  return only(schemas.flatMap(one => schemaEntry(program, one, key) ?? [])) ?? inside()

  function inside(): ExpressionIn | undefined {
    const [space = '', ...rest] = key.split('.')
    const named = rest.length > 0 ? namespaces.get(space) : undefined
    const own = named && entryIn(program, named, rest.join('.'))
    return own ?? only(loaded.flatMap(one => entryIn(program, one, key) ?? []))
  }
}

function only(found: readonly ExpressionIn[]): ExpressionIn | undefined {
  const [first, second] = found
  if (!first || !second) return first
  return { file: first.file, node: { kind: 'unknown', children: [], start: first.node.start, end: first.node.end } }
}

function entryIn(program: Program, of: ExpressionIn, path: string): ExpressionIn | undefined {
  const found = entryOf(program, of, path)
  if (found.kind === 'given') return found.value
  // What is spread into it may give the key: then nobody knows.
  return found.kind === 'open' ? of : undefined
}

function schemaEntry(program: Program, at: ExpressionIn, key: string): ExpressionIn | undefined {
  const schema = schemaOf(program, at)
  const entry = schema?.node.entries.find(one => one.kind === 'entry' && one.key === key)
  const fallback = entry?.kind === 'entry' ? schemaDefault(entry.value).fallback : undefined
  return schema && fallback && { file: schema.file, node: fallback }
}

function nestSettings(program: Program): NestSettings {
  const known = settingsOf.get(program)
  if (known) return known
  const namespaces = new Map<string, ExpressionIn>()
  const loaded: ExpressionIn[] = []
  const schemas: ExpressionIn[] = []
  for (const file of program.files.values()) {
    if (!file.imports.some(one => one.from === '@nestjs/config')) continue
    const { callsByName } = indexOf(file)
    for (const call of callsByName.get('registerAs') ?? []) addNamespace(namespaces, file, call)
    for (const { callee, arguments: given } of callsByName.get('forRoot') ?? []) {
      const [first] = given
      if (!first || callee.kind !== 'member') continue
      if (peel(callee.object).kind !== 'name' || !/Config/.test(nameOf(callee.object))) continue
      const schema = entryOf(program, { file, node: first }, 'validationSchema')
      if (schema.kind === 'given') schemas.push(schema.value)
      loaded.push(...loadedBy(program, { file, node: first }))
    }
  }
  const settings = { namespaces, loaded, schemas }
  settingsOf.set(program, settings)
  return settings
}

function nameOf(node: ExpressionIn['node']): string {
  const inner = peel(node)
  return inner.kind === 'name' ? inner.name : ''
}

/** What the functions in `load` return; those of `registerAs` have names of their own. */
function loadedBy(program: Program, options: ExpressionIn): readonly ExpressionIn[] {
  const load = entryOf(program, options, 'load')
  const found = load.kind === 'given' ? definitionOf(program, load.value) : undefined
  const list = found?.kind === 'expression' ? peel(found.node) : undefined
  if (found?.kind !== 'expression' || list?.kind !== 'array') return []
  return list.elements.flatMap(node => {
    const made = node ? definitionOf(program, { file: found.file, node }) : undefined
    const fn = made?.kind === 'function' ? made : undefined
    const last = fn?.node.body.at(-1)
    return fn && last?.kind === 'return' && last.value ? [{ file: fn.file, node: last.value }] : []
  })
}

function addNamespace(found: Map<string, ExpressionIn>, file: ExpressionIn['file'], call: Call): void {
  const [name, factory] = call.arguments
  if (name?.kind !== 'literal' || typeof name.value !== 'string' || factory?.kind !== 'function') return
  const last = factory.body.at(-1)
  if (last?.kind === 'return' && last.value) found.set(name.value, { file, node: last.value })
}
