import { exactly, plus, type Range, times } from '../model/code/pool.js'
import type { Runtime, Service } from '../model/code/service.js'
import { workerProcesses } from '../model/process/processes.js'
import type { Deployment, System, WorkerProcesses, Workload } from '../model/system.js'
import { type Fact, knownValue } from '../source.js'

/** A program that answers requests, and what it cannot go beyond: facts of the files. */
export interface ProgramLimits {
  readonly name: string
  /** Ids of the workloads of the deployment that run it. */
  readonly workloads: readonly string[]
  readonly runtime: Runtime
  /** Users reach it without passing another program of the repository. */
  readonly facesUsers: boolean
  /** Of all replicas together. From the least to the most that an autoscaler runs. */
  readonly processes: Range
  /** Requests that one process works on at the same time; without a limit for event loops. */
  readonly perProcess: Range
  readonly perProcessBy: InFlight
  /** Requests that all processes work on at the same time. */
  readonly requests: Range
  /** Processors that all of them can compute on at the same time. */
  readonly processors: Range
}

/**
 * What decides how many requests a process works on: threads of its server, those of Starlette for handlers that are no
 * coroutines, calls that hold up its event loop, or nothing.
 */
export type InFlight = 'server' | 'thread-pool' | 'held-up' | 'event-loop'

/** Threads for handlers of Starlette and FastAPI that are no coroutines: https://anyio.readthedocs.io/en/stable/threads.html (4.11). */
const STARLETTE_THREADS = 40

/** The programs of a deployment that answer requests, those that users reach first. */
export function programsOf(
  deployment: Deployment,
  system: System,
  hostProcessors: number | undefined,
): readonly ProgramLimits[] {
  const found = system.services.flatMap(service => {
    const workloads = service.workloads.filter(one => one.deployment === deployment.id && answers(one))
    return workloads.length > 0 && service.routes.routes.length > 0
      ? [limitsOf(service, workloads, system, hostProcessors)]
      : []
  })
  return found.sort((one, other) => Number(other.facesUsers) - Number(one.facesUsers) || compare(one.name, other.name))
}

/** Those that users reach, or all where no file tells which these are. */
export function reachedByUsers<T extends ProgramLimits>(programs: readonly T[]): readonly T[] {
  const reached = programs.filter(({ facesUsers }) => facesUsers)
  return reached.length > 0 ? reached : programs
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function answers({ longRunning, weight, role }: Workload): boolean {
  return longRunning && weight > 0 && (role === 'user-facing' || role === 'service')
}

function limitsOf(
  service: Service,
  workloads: readonly Workload[],
  system: System,
  hostProcessors: number | undefined,
): ProgramLimits {
  const { runtime, name } = service
  const each = workloads.map(workload => {
    const replicas = replicasOf(workload)
    const running = workerProcesses(workload, system)
    const processes = processesOf(runtime, running, workload)
    return { replicas, running, processes, limit: workload.resources.cpuLimit }
  })
  const processes = each.map(one => times(one.replicas, one.processes)).reduce(plus)
  const { range: perProcess, by } = inFlightOf(service, each[0]?.running)
  const ofHost = hostProcessors === undefined ? undefined : exactly(hostProcessors)
  const processors = each
    .map(one => times(one.replicas, processorsOf(runtime, one.processes, one.limit, ofHost)))
    .reduce(plus)
  return {
    name,
    workloads: workloads.map(({ id }) => id),
    runtime,
    facesUsers: workloads.some(({ userFacing }) => userFacing),
    processes,
    perProcess,
    perProcessBy: by,
    requests: times(processes, perProcess),
    processors: ofHost && isOnOneHost(workloads) ? atMost(processors, ofHost) : processors,
  }
}

function isOnOneHost(workloads: readonly Workload[]): boolean {
  return workloads.every(({ platform }) => platform === 'compose' || platform === 'pm2')
}

function replicasOf({ replicas, autoscaledFrom, autoscaledTo }: Workload): Range {
  if (!autoscaledFrom && !autoscaledTo) return replicas ? rangeOf(replicas) : exactly(1)
  const [from, to] = [rangeOf(autoscaledFrom ?? replicas), rangeOf(autoscaledTo)]
  const because = from.because ?? to.because
  return { low: from.low, high: Math.max(from.low, to.high), ...(because !== undefined && { because }) }
}

/** As written; at least one where the number is not known. */
function rangeOf(fact: Fact<number> | undefined): Range {
  const value = knownValue(fact)
  if (value !== undefined) return exactly(value)
  return { low: 1, high: Number.POSITIVE_INFINITY, because: fact && !fact.known ? fact.because : 'no file tells' }
}

/** What runs Node.js, whatever it is called, is one process, unless something manages more of them. */
function processesOf(runtime: Runtime, running: WorkerProcesses | undefined, { start, runs }: Workload): Range {
  if (running) return rangeOf(running.count)
  if (runtime === 'go') return exactly(1)
  const words = [...(start?.argv ?? []), ...(runs ?? []).flatMap(one => one.words)]
  if (runtime === 'node' && start && !words.some(word => word === null || /pm2|cluster|forever/.test(word)))
    return exactly(1)
  return { low: 1, high: Number.POSITIVE_INFINITY, because: 'its command is none of a server that is known' }
}

/** A process of Python or Node.js computes on one processor at a time, one of Go on all that it gets. */
function processorsOf(
  runtime: Runtime,
  processes: Range,
  limit: Fact<number> | undefined,
  ofHost: Range | undefined,
): Range {
  const allowed = limit ? rangeOf(limit) : ofHost
  if (runtime !== 'go') return allowed ? atMost(processes, allowed) : processes
  return (
    allowed ?? {
      low: 1,
      high: Number.POSITIVE_INFINITY,
      because: 'it computes on all processors of its host, and no file tells how many these are',
    }
  )
}

/** What does not depend on it does not say why it is not known. */
function atMost(range: Range, most: Range): Range {
  const [low, high] = [Math.min(range.low, most.low), Math.min(range.high, most.high)]
  const because = low === high ? undefined : (range.because ?? most.because)
  return { low, high, ...(because !== undefined && { because }) }
}

function inFlightOf(
  service: Service,
  running: WorkerProcesses | undefined,
): { readonly range: Range; readonly by: InFlight } {
  if (running?.threads) return { range: rangeOf(running.threads), by: 'server' }
  const unbounded = { range: exactly(Number.POSITIVE_INFINITY), by: 'event-loop' } as const
  if (service.runtime !== 'python') return unbounded
  const handlers = service.routes.routes.filter(
    ({ framework, isAsync }) => isAsync !== undefined && (framework === 'fastapi' || framework === 'starlette'),
  )
  if (handlers.length === 0) return unbounded
  const heldUp = new Set(service.blocking.map(({ route }) => route))
  if (heldUp.size * 2 >= handlers.length) return { range: exactly(1), by: 'held-up' }
  const inThreads = handlers.filter(({ isAsync }) => !isAsync).length
  return inThreads * 2 >= handlers.length ? { range: exactly(STARLETTE_THREADS), by: 'thread-pool' } : unbounded
}
