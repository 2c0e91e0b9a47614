import { indexOf } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import type { Call, CodeFile, Expression } from '../../code/syntax.js'
import { evaluateExpression } from '../../code/values.js'
import { pathOf, peel, walk } from '../../code/walk.js'
import { remembered } from '../../remember.js'
import type { Span } from '../../source.js'
import { celerySetting } from './celery-queues.js'
import { isApartFromProduction } from './places.js'
import type { ServiceCode } from './services.js'
import { djangoSettingsBeside } from './web/django-settings.js'

/**
 * A task that is sent by its name, by a schedule or a call, and whether anything of the repository has that name. A worker
 * drops what it does not know: https://docs.celeryq.dev/en/stable/userguide/tasks.html#names
 */
export interface SentTask {
  readonly name: string
  readonly by: 'schedule' | 'call'
  readonly at: Span
  /** `unknown`: something registers tasks under names that are not told. */
  readonly state: 'registered' | 'missing' | 'unknown'
  /** What the repository has instead. */
  readonly near?: Near
}

/** A function that is no task, a task whose decorator gives it another name, or one of another module. */
export interface Near {
  readonly kind: 'function' | 'name' | 'module'
  readonly name: string
  readonly at: Span
}

/** What the code of a service sends by name; empty where it does not use Celery. */
export function sentTasks(program: Program, service: ServiceCode): readonly SentTask[] {
  if (service.runtime !== 'python' || !service.packages.has('celery')) return []
  const files = new Set<CodeFile>([...service.code, ...djangoSettingsBeside(program, service)])
  const isConfigured = [...files].some(file => indexOf(file).words.has('config_from_object'))
  const found = new Map<string, Pick<SentTask, 'name' | 'by' | 'at'> & { readonly from: CodeFile }>()
  for (const file of files) {
    if (file.language !== 'python') continue
    const send = (value: Expression | undefined, by: SentTask['by']) => {
      if (value?.kind !== 'literal' || typeof value.value !== 'string' || value.value === '') return
      const { start, end } = value
      if (!found.has(`${by} ${value.value}`))
        found.set(`${by} ${value.value}`, { name: value.value, by, at: { path: file.path, start, end }, from: file })
    }
    const sendEach = (nodes: readonly Expression[]) =>
      walk(nodes, inner => {
        if (inner.kind === 'entry' && inner.key === 'task') send(inner.value, 'schedule')
        return undefined
      })
    walk(file.body, node => {
      const set = celerySetting(node, isConfigured)
      if (set && /^beat_?schedule$/.test(set.name)) sendEach([set.value])
      if (node.kind !== 'call') return undefined
      const path = pathOf(node.callee) ?? []
      if (path.at(-1) === 'send_task') send(node.arguments[0], 'call')
      // https://django-celery-beat.readthedocs.io
      if (path[0] === 'PeriodicTask') {
        for (const one of node.arguments) if (one.kind === 'keyword' && one.name === 'task') send(one.value, 'schedule')
        sendEach(node.arguments)
      }
      return undefined
    })
  }
  if (found.size === 0) return []
  const registry = registryOf(program)
  return [...found.values()].map(({ from, ...sent }) => ({ ...sent, ...stateOf(program, registry, from, sent) }))
}

/** The tasks of a repository. */
interface Registry {
  /** Names that are written, with the place. */
  readonly named: ReadonlyMap<string, Span>
  /** `shop.tasks.nightly`, by the last part: the path of the file from the root of the repository, and the function. */
  readonly byFunction: ReadonlyMap<string, readonly { readonly name: string; readonly at: Span }[]>
  /** Functions under decorators that may make tasks of them, and methods; by their name. */
  readonly doubtful: ReadonlySet<string>
  /** Tasks are registered under names that are not told. */
  readonly isOpen: boolean
}

const registries = new WeakMap<Program, Registry>()
const MAKES = /^(?:task|shared_task|periodic_task)$/
/** Decorators that make no task of a function by themselves. */
const PLAIN =
  /^(?:wraps|property|staticmethod|classmethod|contextmanager|asynccontextmanager|lru_cache|cache|transaction\.atomic|atomic|retry|override|receiver|abstractmethod)$/
const OPENS = remembered(/^(?:register_task|gen_task_name|register_tasks|TaskRegistry)$/)

function registryOf(program: Program): Registry {
  const known = registries.get(program)
  if (known) return known
  const named = new Map<string, Span>()
  const byFunction = new Map<string, { name: string; at: Span }[]>()
  const doubtful = new Set<string>()
  let isOpen = false
  for (const file of program.files.values()) {
    if (file.language !== 'python' || isApartFromProduction(file.path)) continue
    if (file.problems.length > 0) isOpen = true
    const { functions, classes, words, callsByName } = indexOf(file)
    if ([...words].some(OPENS)) isOpen = true
    const made = new Set<Expression>()
    const add = (last: string, at: Span) =>
      byFunction.set(last, [...(byFunction.get(last) ?? []), { name: `${moduleOf(file.path)}.${last}`, at }])
    for (const fn of functions) {
      const { name, decorators, nameStart } = fn
      if (name === undefined) continue
      const making = decorators.filter(one => MAKES.test(lastName(one)))
      for (const one of making) made.add(one)
      const at = { path: file.path, start: nameStart, end: nameStart + name.length }
      if (making.length === 0) {
        if (decorators.some(one => !PLAIN.test(lastName(one)))) doubtful.add(name)
        continue
      }
      const said = making.flatMap(one => (one.kind === 'call' ? (nameSaid(one) ?? []) : []))[0]
      if (!said) add(name, at)
      else {
        const value = evaluateExpression(program, { file, node: said })
        if (value.kind === 'known' && typeof value.value === 'string') named.set(value.value, at)
        else isOpen = true
      }
    }
    for (const one of classes) {
      if (one.name === undefined || !one.bases.some(base => /Task$/.test(lastName(base)))) continue
      const at = { path: file.path, start: one.start, end: one.start }
      const field = one.members.find(member => member.kind === 'field' && member.name === 'name')
      const said = field?.kind === 'field' ? field.value : undefined
      if (said?.kind === 'literal' && typeof said.value === 'string') named.set(said.value, at)
      else if (said) isOpen = true
      else add(one.name, at)
    }
    // `app.task(function)`, `app.task(name=…)(function)`
    for (const call of [...(callsByName.get('task') ?? []), ...(callsByName.get('shared_task') ?? [])])
      if (!made.has(call) && call.arguments.length > 0) isOpen = true
  }
  const registry = { named, byFunction, doubtful, isOpen }
  registries.set(program, registry)
  return registry
}

function nameSaid(call: Call): Expression | undefined {
  const found = call.arguments.find(one => one.kind === 'keyword' && one.name === 'name')
  return found?.kind === 'keyword' ? found.value : undefined
}

function lastName(node: Expression): string {
  const inner = peel(node)
  return pathOf(inner.kind === 'call' ? inner.callee : inner)?.at(-1) ?? ''
}

/** `backend/shop/tasks.py` as a module from the root of the repository; from which folder it is imported is not asked. */
function moduleOf(path: string): string {
  return path.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.')
}

function stateOf(
  program: Program,
  { named, byFunction, doubtful, isOpen }: Registry,
  from: CodeFile,
  { name, by }: Pick<SentTask, 'name' | 'by'>,
): Pick<SentTask, 'state' | 'near'> {
  if (named.has(name) || name.startsWith('celery.')) return { state: 'registered' }
  const dot = name.lastIndexOf('.')
  const [module, last] = [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)]
  const own = byFunction.get(last) ?? []
  const isSame = (one: string) => one === name || one.endsWith(`.${name}`) || name.endsWith(`.${one}`)
  if (own.some(one => isSame(one.name))) return { state: 'registered' }
  // What is of a package from outside, or of another repository, is not looked for here.
  if (dot === -1 ? by === 'call' : !isOfRepository(program, from, module)) return { state: 'unknown' }
  if (isOpen || doubtful.has(last)) return { state: 'unknown' }
  const near = nearOf(program, from, module, last, own, named)
  return { state: 'missing', ...(near && { near }) }
}

function isOfRepository(program: Program, from: CodeFile, module: string): boolean {
  const [top = ''] = module.split('.')
  return program.target(from, module).kind === 'files' || program.target(from, top).kind === 'files'
}

/** The function of that name where the task is looked for, or a task whose name ends so. */
function nearOf(
  program: Program,
  from: CodeFile,
  module: string,
  last: string,
  own: readonly { readonly name: string; readonly at: Span }[],
  named: ReadonlyMap<string, Span>,
): Near | undefined {
  const target = program.target(from, module)
  for (const file of target.kind === 'files' ? target.files : []) {
    const fn = file.body.find(one => one.kind === 'function' && one.name === last)
    if (fn?.kind !== 'function') continue
    const at = { path: file.path, start: fn.nameStart, end: fn.nameStart + last.length }
    const said = [...named].find(([, span]) => span.path === at.path && span.start === at.start)
    return said ? { kind: 'name', name: said[0], at } : { kind: 'function', name: last, at }
  }
  const [only, ...more] = own
  return only && more.length === 0 ? { kind: 'module', name: last, at: only.at } : undefined
}
