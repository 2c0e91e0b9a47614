import type { Program } from '../../../code/program.js'
import { directoryOf, fileName } from '../../../paths.js'
import type { Span } from '../../../source.js'
import { editDistance } from '../../../suggest.js'
import type { Tree } from '../../../tree.js'
import { deployTextsOf, isDeployed } from '../deploy-texts.js'
import type { ServiceCode } from '../services.js'
import { type JobQueues, jobQueues, type NamedJob, workersInRepository } from './job-queues.js'

/** What becomes of the jobs that a service adds to queues of Bull and BullMQ. */
export interface AddedJobs {
  /** Where jobs are added whose queue no program that is deployed takes jobs of. */
  readonly untaken: readonly UntakenQueue[]
  /** Where a program that is deployed takes jobs of a queue that cannot be told. */
  readonly open?: Span
  /** Jobs with a name that the worker of their queue has no handler for: Bull fails them. */
  readonly unhandled: readonly UnhandledJob[]
}

/** A job that fails when it is taken. */
export interface UnhandledJob {
  readonly queue: string
  readonly job: string
  readonly at: Span
  /** The names that there are handlers for, sorted. */
  readonly handled: readonly string[]
  readonly worker: Span
}

/** A queue that fills, and what is known of why. */
export interface UntakenQueue {
  readonly name: string
  /** Where the first job is added. */
  readonly at: Span
  /** The worker for it, which nothing that is deployed loads; `mayRun`: a script or manifest names its program. */
  readonly worker?: Span & { readonly mayRun: boolean }
  /** A queue of nearly the same name that has a worker and to which nothing is added. */
  readonly near?: { readonly name: string; readonly at: Span }
}

/** By the id of each service that adds jobs. Nothing for all others. */
export function addedJobs(
  program: Program,
  tree: Tree,
  services: readonly ServiceCode[],
): ReadonlyMap<string, AddedJobs> {
  const known = services.flatMap(({ id, ...rest }) => {
    const queues = jobQueues(program, { id, ...rest })
    return queues ? [{ id, queues }] : []
  })
  const all = known.map(({ queues }) => queues)
  const open = all.find(queues => queues.open)?.open
  return new Map(
    known.flatMap(({ id, queues: { added, named } }) => {
      if (added.size === 0) return []
      const untaken = [...added]
        .filter(([name]) => !all.some(({ taken }) => taken.has(name)))
        .map(([name, at]) => describe(program, tree, { name, at }, all))
      const unhandled = open ? [] : named.flatMap(one => unhandledBy(one, all) ?? [])
      return [[id, { untaken, unhandled, ...(open && { open }) }] as const]
    }),
  )
}

/** Whether none of the workers that take jobs of a queue has a handler for this one. */
function unhandledBy({ queue, job, at }: NamedJob, all: readonly JobQueues[]): UnhandledJob | undefined {
  const workers = all.flatMap(({ handled }) => (handled.has(queue) ? (handled.get(queue) ?? null) : []))
  const [first] = workers
  if (!first || workers.some(one => one === null || one.names.has(job))) return undefined
  const handled = [...new Set(workers.flatMap(one => [...(one?.names ?? [])]))].sort()
  return { queue, job, at, handled, worker: first.at }
}

function describe(
  program: Program,
  tree: Tree,
  queue: Pick<UntakenQueue, 'name' | 'at'>,
  all: readonly JobQueues[],
): UntakenQueue {
  const worker = workersInRepository(program).get(queue.name)
  if (worker) return { ...queue, worker: { ...worker, mayRun: isNamed(program, tree, worker.path) } }
  for (const { taken } of all) {
    for (const [name, at] of taken) {
      if (isNear(name, queue.name) && !all.some(({ added }) => added.has(name))) return { ...queue, near: { name, at } }
    }
  }
  return queue
}

/** The same word in another spelling, or in the plural, or with a slip of the finger. */
function isNear(one: string, other: string): boolean {
  const [plain, another] = [one, other].map(name => name.toLowerCase().replace(/[^a-z0-9]/g, ''))
  if (plain === undefined || another === undefined) return false
  return plain === another || (Math.min(plain.length, another.length) >= 4 && editDistance(plain, another) <= 1)
}

/** Names of entry files that tell nothing without their folder. */
const COMMON = /^(?:index|main|app|server|start|run)$/

/** Whether what deploys names a file, or one that loads it. */
function isNamed(program: Program, tree: Tree, path: string): boolean {
  const names = loadersOf(program, path).map(one => {
    const base = fileName(one).replace(/\.\w+$/, '')
    return COMMON.test(base) ? `${fileName(directoryOf(one))}(?:/${base})?` : base
  })
  const some = names.map(name => name.replace(/[.*+^$|[\]{}\\]/g, '\\$&')).join('|')
  return isDeployed(
    deployTextsOf(tree),
    new RegExp(`(?:^|[\\s"'/=,])(?:${some})(?:\\.[cm]?[jt]sx?)?(?=$|[\\s"',;&])`, 'm'),
  )
}

/** A file and all that load it, through others too. */
function loadersOf(program: Program, path: string): readonly string[] {
  const loaders = new Map<string, Set<string>>()
  for (const file of program.files.values()) {
    for (const { from, typeOnly } of file.imports) {
      const target = typeOnly ? undefined : program.target(file, from)
      if (target?.kind !== 'files') continue
      for (const one of target.files) loaders.set(one.path, (loaders.get(one.path) ?? new Set()).add(file.path))
    }
  }
  const found = new Set([path])
  for (const one of found) for (const loader of loaders.get(one) ?? []) found.add(loader)
  return [...found]
}
