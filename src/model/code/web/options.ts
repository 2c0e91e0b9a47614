import { definitionOf } from '../../../code/definitions.js'
import { environmentRead } from '../../../code/environment-reads.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import type { Call, CodeFile } from '../../../code/syntax.js'
import { type Environment, evaluateExpression, type Value } from '../../../code/values.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import { unknown } from '../../../source.js'
import type { Workload } from '../../system.js'
import { type ServiceCode, serviceEnvironment } from '../services.js'
import { isStageVariable } from './stages.js'

/** An option of a call: absent, or an expression; `open` where others decide as well (`...defaults`, no object here). */
export type Option = ExpressionIn | 'absent' | 'open'

/** What an object, written here or as a constant elsewhere, has under a key. */
export function optionOf(program: Program, object: Option, key: string): Option {
  if (object === 'absent' || object === 'open') return object
  const found = resolved(program, object)
  if (found?.node.kind !== 'object' || isChanged(object)) return 'open'
  const entry = found.node.entries.findLast(one => one.kind === 'entry' && one.key === key)
  if (entry?.kind === 'entry') return { file: found.file, node: entry.value }
  return found.node.entries.some(one => one.kind === 'spread' || one.computed) ? 'open' : 'absent'
}

const changedOf = new WeakMap<CodeFile, ReadonlySet<string>>()

/** Whether the file gives the object of a name more: `options.origin = …`, `payload.update(…)`, `Object.assign(options, …)`. */
function isChanged({ file, node }: ExpressionIn): boolean {
  const inner = peel(node)
  if (inner.kind !== 'name') return false
  const known = changedOf.get(file)
  if (known) return known.has(inner.name)
  const changed = new Set<string>()
  walk(file.body, one => {
    const target = one.kind === 'assign' ? peel(one.target) : one.kind === 'call' ? peel(one.callee) : undefined
    const object = target?.kind === 'member' || target?.kind === 'index' ? peel(target.object) : undefined
    if (object?.kind === 'name') changed.add(object.name)
    if (one.kind === 'call' && pathOf(one.callee)?.join('.') === 'Object.assign') {
      const [first] = one.arguments
      if (first?.kind === 'name') changed.add(first.name)
    }
    return undefined
  })
  changedOf.set(file, changed)
  return changed.has(inner.name)
}

/** The `name=value` of a call of Python. */
export function keywordOf(at: { readonly file: ExpressionIn['file']; readonly node: Call }, name: string): Option {
  const found = at.node.arguments.find(one => one.kind === 'keyword' && one.name === name)
  if (found?.kind === 'keyword') return { file: at.file, node: found.value }
  return at.node.arguments.some(one => one.kind === 'spread') ? 'open' : 'absent'
}

/** The expression behind names; of a setting that has a default, the default. Undefined where that is not to be told. */
export function resolved(program: Program, at: ExpressionIn): ExpressionIn | undefined {
  const node = peel(at.node)
  if (node.kind !== 'name' && node.kind !== 'member') return { file: at.file, node }
  const found = definitionOf(program, { file: at.file, node })
  if (found.kind !== 'expression' || found.node.kind === 'name') return undefined
  return { file: found.file, node: peel(found.node) }
}

/**
 * The environments that a service may run in, one for each workload. Where a file of variables is not in the repository,
 * what is not set elsewhere is not known; nor what is set on a platform.
 */
export function environmentsOf(service: ServiceCode): readonly Environment[] {
  const { workloads } = service
  return workloads.length === 0 ? [serviceEnvironment(service)] : workloads.slice(0, 20).map(environmentOf)
}

function environmentOf({ environment, environmentFiles }: Workload): Environment {
  const missing = environmentFiles?.find(file => !file.present)
  return name =>
    environment.get(name)?.value ?? (missing && unknown(missing.at, `${missing.path} is not in the repository`))
}

/** The value of an expression; not known where the stage decides it and nothing tells the stage. */
export function valueIn(program: Program, at: ExpressionIn, environment: Environment): Value {
  const value = evaluateExpression(program, at, environment)
  const open = value.variables.find(
    name => isStageVariable(name) && !/DEBUG/.test(name) && environment(name) === undefined,
  )
  if (value.kind !== 'known' || open === undefined) return value
  return {
    kind: 'unknown',
    because: `${open} is not known`,
    at: value.at,
    variables: value.variables,
    isFallback: false,
  }
}

/** Whether a switch is on; undefined where it is not known. Texts of the environment count as programs read them. */
export function isOn(program: Program, option: Option, environment: Environment, absent: boolean): boolean | undefined {
  if (option === 'absent') return absent
  if (option === 'open') return undefined
  const value = valueIn(program, option, environment)
  if (value.kind !== 'known') return undefined
  if (typeof value.value === 'string') return /^(?:1|true|yes|on|t|y)$/i.test(value.value.trim())
  return Boolean(value.value)
}

/** The setting that an expression reads, and its default. */
export function settingOf(program: Program, at: ExpressionIn): ReturnType<typeof environmentRead> {
  return environmentRead(program, { file: at.file, node: peel(at.node) })
}
