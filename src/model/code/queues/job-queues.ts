import { calleeOf } from '../../../code/calls.js'
import { type Definition, definitionOf, externalName } from '../../../code/definitions.js'
import { calledName, indexOf } from '../../../code/file-index.js'
import { standsAside } from '../../../code/paths.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import type { Call, ClassNode, CodeFile, Expression } from '../../../code/syntax.js'
import { peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import type { ServiceCode } from '../services.js'
import { textsOf } from './queue-names.js'

/** The queues of Bull and BullMQ that code adds jobs to and takes jobs of: https://docs.bullmq.io/guide/workers */
export interface JobQueues {
  /** Where jobs are added, by the name of the queue; the first place of each. */
  readonly added: ReadonlyMap<string, Span>
  /** Where they are taken. */
  readonly taken: ReadonlyMap<string, Span>
  /** Where jobs are taken of a queue whose name cannot be told. */
  readonly open?: Span
  /** The jobs that are added with a name, in no order. */
  readonly named: readonly NamedJob[]
  /**
   * The names of jobs that workers of Bull have handlers for, by queue; null where a handler takes jobs of any name, or of one
   * that cannot be told. A job of another name fails: https://github.com/OptimalBits/bull/blob/v4.16.5/lib/queue.js (`processJob`).
   */
  readonly handled: ReadonlyMap<string, Handled | null>
}

/** A job as it is added: `mails.add('welcome', …)`. */
export interface NamedJob {
  readonly queue: string
  readonly job: string
  readonly at: Span
}

/** The names of jobs that have handlers. */
export interface Handled {
  readonly names: ReadonlySet<string>
  readonly at: Span
}

const MAKERS = /^(?:bull(?:mq)?(?:\.Queue|\.default)?|@taskforcesh\/bullmq-pro\.QueuePro)$/
const WORKERS = /^(?:bullmq\.Worker|@taskforcesh\/bullmq-pro\.WorkerPro)$/
const FLOWS = /^(?:bullmq|@taskforcesh\/bullmq-pro)\.FlowProducer(?:Pro)?$/
const NEST = /^@nestjs\/bull(?:mq)?\.(\w+(?:\.\w+)?)$/
/** What workers are made with, where it comes by way of another file. */
const MAKING = /^(?:Worker(?:Pro)?|registerQueue(?:Async)?)$/
const ADDS = ['add', 'addBulk', 'upsertJobScheduler'] as const
/** Packages that have to do with these queues and take no jobs by themselves, or in the ways that are read here. */
const KNOWN =
  /^(?:bull|bullmq|@nestjs\/bull(?:mq|-shared)?|@taskforcesh\/bullmq-pro|@bull-board\/[\w-]+|bull-board|bull-arena|bullmq-exporter|@sentry\/.*|@opentelemetry\/.*|bullmq-otel)$/

/** Undefined where the code has nothing to do with such queues. */
export function jobQueues(program: Program, { code, packages, prepares }: ServiceCode): JobQueues | undefined {
  if (![...packages].some(isBull)) return undefined
  // A start script may start workers in the background, before the program that stays.
  const paths = new Set(code.map(({ path }) => path))
  const beside = [...program.reachableFrom(prepares)].filter(path => !paths.has(path))
  const found = queuesIn(program, [...code, ...beside.flatMap(path => program.files.get(path) ?? [])])
  const isHidden = [...packages].some(name => /bull(?:$|mq|[-_])/i.test(name) && !KNOWN.test(name))
  const [first] = code
  return isHidden && !found.open && first ? { ...found, open: { path: first.path, start: 0, end: 0 } } : found
}

/** The workers that the repository has, whether or not anything runs them; those of tests and examples are left out. */
export function workersInRepository(program: Program): ReadonlyMap<string, Span> {
  const known = workersOf.get(program)
  if (known) return known
  const { taken } = queuesIn(
    program,
    [...program.files.values()].filter(file => !standsAside(file.path)),
  )
  workersOf.set(program, taken)
  return taken
}

const workersOf = new WeakMap<Program, ReadonlyMap<string, Span>>()

function isBull(name: string): boolean {
  return /bull(?:$|mq|[-_/])/i.test(name)
}

function queuesIn(program: Program, code: readonly CodeFile[]): JobQueues {
  const added = new Map<string, Span>()
  const taken = new Map<string, Span>()
  const named: NamedJob[] = []
  const handled = new Map<string, Handled | null>()
  let open: Span | undefined
  const take = (at: ExpressionIn, names: readonly string[] | undefined) => {
    const span = spanOf(at)
    if (!names) open ??= span
    else for (const name of names) if (!taken.has(name)) taken.set(name, span)
  }
  const handle = (queues: readonly string[] | undefined, names: readonly string[] | undefined, at: Span) => {
    for (const queue of queues ?? []) {
      const known = handled.get(queue)
      handled.set(queue, names && known !== null ? { names: new Set([...(known?.names ?? []), ...names]), at } : null)
    }
  }
  for (const file of code) {
    const { callsByName, calls, classes } = indexOf(file)
    for (const call of callsByName.get('add') ?? []) named.push(...namedBy(program, file, call))
    for (const call of ADDS.flatMap(name => callsByName.get(name) ?? [])) {
      for (const [name, at] of addedBy(program, file, call)) if (!added.has(name)) added.set(name, at)
    }
    const isImporting = file.imports.some(one => isBull(one.from))
    for (const call of calls) {
      if (!isImporting && !MAKING.test(calledName(call) ?? '')) continue
      const maker = externalName(definitionOf(program, { file, node: call.callee })) ?? ''
      if (WORKERS.test(maker)) take({ file, node: call }, nameGiven(program, file, call))
      else if (/^BullModule\./.test(NEST.exec(maker)?.[1] ?? '')) {
        for (const one of registered(program, file, call)) take({ file, node: call }, one)
      }
    }
    for (const call of [...(callsByName.get('process') ?? []), ...(callsByName.get('getNextJob') ?? [])]) {
      const of = call.callee.kind === 'member' ? queueOf(program, { file, node: call.callee.object }) : 'none'
      if (of !== 'none') {
        take({ file, node: call }, of)
        handle(of, nameOfHandler(program, file, call), spanOf({ file, node: call }))
      } else if (handlesJobs(program, file, call)) take({ file, node: call }, undefined)
    }
    for (const one of classes) {
      const isWorker = one.bases.some(base =>
        WORKERS.test(externalName(definitionOf(program, { file, node: base })) ?? ''),
      )
      if (isWorker) {
        const above = indexOf(file).calls.find(
          ({ callee, start }) =>
            callee.kind === 'name' && callee.name === 'super' && start > one.start && start < one.end,
        )
        take({ file, node: above ?? one }, above && nameGiven(program, file, above))
      }
      for (const decorator of one.decorators) {
        const call = peel(decorator)
        if (call.kind !== 'call') continue
        const name = externalName(definitionOf(program, { file, node: call.callee })) ?? ''
        if (NEST.exec(name)?.[1] !== 'Processor') continue
        const queues = nameGiven(program, file, call, 'default')
        take({ file, node: call }, queues)
        handle(
          queues,
          name.startsWith('@nestjs/bull.') ? namesOfMethods(program, file, one) : undefined,
          spanOf({ file, node: call }),
        )
      }
    }
  }
  return { added, taken, named, handled, ...(open && { open }) }
}

/** `queue.add('welcome', data)`: the name of a job, which only Bull keeps handlers apart by. */
function namedBy(program: Program, file: CodeFile, call: Call): readonly NamedJob[] {
  const [first, second] = call.arguments
  if (call.callee.kind !== 'member' || !first || !second) return []
  const queues = queueOf(program, { file, node: call.callee.object })
  if (queues === 'none' || !queues) return []
  const jobs = textsOf(program, { file, node: first }) ?? []
  const at = spanOf({ file, node: call })
  return queues.flatMap(queue => jobs.map(job => ({ queue, job, at })))
}

/** The name that `queue.process('welcome', handle)` is for; undefined where it takes any, or one that cannot be told. */
function nameOfHandler(program: Program, file: CodeFile, { arguments: given }: Call): readonly string[] | undefined {
  const [first, second] = given
  const names = first && second ? textsOf(program, { file, node: first }) : undefined
  return names?.includes('*') ? undefined : names
}

/** The names behind `@Process('welcome')` of a processor of Nest; undefined where one of them takes others too, or there is none. */
function namesOfMethods(
  program: Program,
  file: CodeFile,
  { members, bases }: ClassNode,
): readonly string[] | undefined {
  const found: string[] = []
  for (const member of bases.length > 0 ? [] : members) {
    for (const decorator of member.kind === 'function' ? member.decorators : []) {
      const call = peel(decorator)
      if (call.kind !== 'call' || nestName(program, file, decorator) !== 'Process') continue
      const names = nameGiven(program, file, call)
      if (!names || names.includes('*')) return undefined
      found.push(...names)
    }
  }
  return found.length > 0 ? found : undefined
}

/** `queue.add(…)`, and the queues that a flow names: https://docs.bullmq.io/guide/flows */
function addedBy(program: Program, file: CodeFile, call: Call): readonly (readonly [string, Span])[] {
  if (call.callee.kind !== 'member') return []
  const receiver: ExpressionIn = { file, node: call.callee.object }
  if (isFlow(program, receiver)) {
    const found: (readonly [string, Span])[] = []
    walk(call.arguments, node => {
      if (node.kind !== 'entry' || node.key !== 'queueName') return undefined
      const at = { file, node: node.value }
      for (const name of textsOf(program, at) ?? []) found.push([name, spanOf(at)])
      return undefined
    })
    return found
  }
  const names = queueOf(program, receiver)
  return names === 'none' ? [] : (names ?? []).map(name => [name, spanOf({ file, node: call })] as const)
}

function isFlow(program: Program, at: ExpressionIn): boolean {
  const found = behind(definitionOf(program, at))
  if (found?.kind === 'injected')
    return found.decorators.some(one => nestName(program, found.file, one) === 'InjectFlowProducer')
  return (
    found?.kind === 'call' &&
    FLOWS.test(externalName(definitionOf(program, { file: found.file, node: found.node.callee })) ?? '')
  )
}

/** The names that a queue may have; undefined where they cannot be told; `none`: it is no queue, as far as is known. */
function queueOf(program: Program, at: ExpressionIn): readonly string[] | 'none' | undefined {
  const found = behind(definitionOf(program, at))
  if (!found) return 'none'
  if (found.kind === 'injected') {
    const { file } = found
    const decorator = found.decorators.map(peel).find(one => nestName(program, file, one) === 'InjectQueue')
    return decorator?.kind === 'call' ? nameGiven(program, file, decorator, 'default') : 'none'
  }
  const { file, node } = found
  if (MAKERS.test(externalName(definitionOf(program, { file, node: node.callee })) ?? ''))
    return nameGiven(program, file, node)
  return madeBy(program, file, node)
}

/** What a function of the repository gives that makes one queue: `getQueue('mail')`. */
function madeBy(program: Program, file: CodeFile, call: Call): readonly string[] | 'none' | undefined {
  const maker = calleeOf(program, { file, node: call })
  if (!maker) return 'none'
  const made: Call[] = []
  walk(maker.node.body, node => {
    if (node.kind === 'call' && node.isNew) {
      const name = externalName(definitionOf(program, { file: maker.file, node: node.callee })) ?? ''
      if (MAKERS.test(name)) made.push(node)
    }
    return undefined
  })
  const [only, more] = made
  if (!only || more) return 'none'
  const [name] = only.arguments
  const position = maker.node.parameters.findIndex(
    ({ target }) => target.kind === 'name' && name?.kind === 'name' && name.name === target.name,
  )
  if (position === -1) return nameGiven(program, maker.file, only)
  const given = call.arguments[position]
  return given && textsOf(program, { file, node: given })
}

type Behind =
  | { readonly kind: 'call'; readonly file: CodeFile; readonly node: Call }
  | { readonly kind: 'injected'; readonly file: CodeFile; readonly decorators: readonly Expression[] }

/** What stands behind a name: what a call made, or what is injected. */
function behind(found: Definition): Behind | undefined {
  if (found.kind === 'parameter') return { kind: 'injected', file: found.file, decorators: found.node.decorators }
  const value =
    found.kind === 'expression'
      ? peel(found.node)
      : found.kind === 'field' && found.node.value
        ? peel(found.node.value)
        : undefined
  if (value?.kind === 'call' && 'file' in found) return { kind: 'call', file: found.file, node: value }
  if (found.kind === 'field') return { kind: 'injected', file: found.file, decorators: found.node.decorators }
  return undefined
}

function nestName(program: Program, file: CodeFile, decorator: Expression): string | undefined {
  const call = peel(decorator)
  if (call.kind !== 'call') return undefined
  return NEST.exec(externalName(definitionOf(program, { file, node: call.callee })) ?? '')?.[1]
}

/** The name of a queue, as the first argument or in an object there. */
function nameGiven(program: Program, file: CodeFile, call: Call, fallback?: string): readonly string[] | undefined {
  const [first] = call.arguments
  if (!first) return fallback === undefined ? undefined : [fallback]
  const value = peel(first)
  if (value.kind !== 'object') return textsOf(program, { file, node: first })
  const entry = value.entries.find(one => one.kind === 'entry' && one.key === 'name')
  return entry?.kind === 'entry' ? textsOf(program, { file, node: entry.value }) : undefined
}

/** The queues that a module of Nest registers with processors of their own; undefined for each whose name cannot be told. */
function registered(program: Program, file: CodeFile, call: Call): readonly (readonly string[] | undefined)[] {
  const found: (readonly string[] | undefined)[] = []
  for (const one of call.arguments) {
    let hasProcessors = false
    walk([one], node => {
      hasProcessors ||= node.kind === 'entry' && node.key === 'processors'
      return undefined
    })
    const value = peel(one)
    if (!hasProcessors) continue
    const name =
      value.kind === 'object' ? value.entries.find(entry => entry.kind === 'entry' && entry.key === 'name') : undefined
    found.push(name?.kind === 'entry' ? textsOf(program, { file, node: name.value }) : undefined)
  }
  return found
}

/** Whether a call may give a handler to a queue of Bull that cannot be told: `queues[name].process(handle)`. */
function handlesJobs(program: Program, file: CodeFile, call: Call): boolean {
  if (call.callee.kind !== 'member' || call.callee.property !== 'process') return false
  if (calleeOf(program, { file, node: call })) return false
  const last = call.arguments.at(-1)
  const given = last && definitionOf(program, { file, node: last })
  return given?.kind === 'function' || (last?.kind === 'name' && call.arguments.length > 1)
}

function spanOf({
  file,
  node,
}: {
  readonly file: CodeFile
  readonly node: { readonly start: number; readonly end: number }
}): Span {
  return { path: file.path, start: node.start, end: node.end }
}
