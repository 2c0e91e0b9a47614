import { DATABASE_PACKAGES } from '../../knowledge/pools/index.js'
import { type Fact, knownValue } from '../../source.js'
import { atLeast, exactly, type Pool, type PoolOwner, plus, type Range, times } from '../code/pool.js'
import type { Service } from '../code/service.js'
import { onlySchedules } from '../process/celery-workers.js'
import { workerProcesses } from '../process/processes.js'
import type { Connection, Subject, System, WorkerProcesses, Workload } from '../system.js'
import type { DatabaseServer } from './database-servers.js'
import type { Pooler } from './poolers.js'

/** The connections of one workload or service to one server, at most: replicas × processes × what the pools of a process hold. */
export interface DemandTerm {
  readonly owner: PoolOwner
  /** The pools of each process; none for a pooler. */
  readonly pools: readonly Pool[]
  readonly pooler?: Pooler
  readonly replicas: Range
  readonly processes: Range
  readonly perProcess: Range
  readonly total: Range
}

/** What all clients of a database server, or of a pooler, may open at the same time. */
export interface Demand {
  readonly terms: readonly DemandTerm[]
  readonly total: Range
  /** Workloads that connect to it with code of the repository, and how that keeps connections is not known. */
  readonly unread: readonly Workload[]
  /** Workloads that connect to it and whose code is not here, or in a language that is not read. */
  readonly foreign: readonly Workload[]
}

/** The connections that may be opened to a server, and how many it takes. */
export interface ServerDemand extends Demand {
  readonly server: DatabaseServer
  /** Connections that clients can get: the maximum without what is kept for administrators. */
  readonly hard: Fact<number>
  /** What may be planned with: ten connections are left to people, backups and exporters. */
  readonly plan: Fact<number>
}

/** The connections that may be opened to a pooler, and how many it takes. */
export interface PoolerDemand extends Demand {
  readonly pooler: Pooler
  /** Clients that all instances take together. */
  readonly hard: Fact<number>
}

/** Connections that nobody plans with. */
const RESERVE = 10

const serversOf = new WeakMap<System, readonly ServerDemand[]>()

/** What each database server is asked for, by the programs of this repository. Other servers do not count. */
export function serverDemands(system: System): readonly ServerDemand[] {
  const before = serversOf.get(system)
  if (before) return before
  const found = system.databaseServers.map(server => serverDemand(server, system))
  serversOf.set(system, found)
  return found
}

function serverDemand(server: DatabaseServer, system: System): ServerDemand {
  const { maximum, reserved, subject } = server
  const behind = system.poolers.filter(pooler => pooler.servers.some(one => one.id === subject.id))
  const demand = demandOf(
    subject,
    system,
    behind.map(pooler => poolerTerm(pooler, system)),
  )
  const minus = (count: number): Fact<number> =>
    maximum.known ? { ...maximum, value: maximum.value - count } : maximum
  return { server, ...demand, hard: minus(reserved), plan: minus(RESERVE) }
}

/** What each pooler is asked for. */
export function poolerDemands(system: System): readonly PoolerDemand[] {
  return system.poolers.map(pooler => {
    const { clients, workload } = pooler
    const replicas = knownValue(workload.replicas) ?? 1
    const hard: Fact<number> = clients.known ? { ...clients, value: clients.value * replicas } : clients
    return { pooler, ...demandOf(workload, system, []), hard }
  })
}

function demandOf(target: Subject, system: System, more: readonly DemandTerm[]): Demand {
  const byOwner = grouped(system.pools.filter(pool => pool.target?.id === target.id))
  const terms = [...[...byOwner].map(([owner, pools]) => termOf(owner, pools, system)), ...more]
  const clients = new Set(system.connections.flatMap(one => (one.to === target && isClient(one) ? [one.from] : [])))
  const others = [...clients].filter(one => !byOwner.has(one) && !more.some(({ owner }) => owner === one))
  const unread = others.filter(one => !onlySchedules(one) && servicesOf(one, system).some(usesDatabase))
  const foreign = others.filter(one => servicesOf(one, system).length === 0)
  return { terms, total: terms.map(one => one.total).reduce(plus, exactly(0)), unread, foreign }
}

function servicesOf(workload: Workload, { services }: System): readonly Service[] {
  return services.filter(service => service.workloads.some(one => one.id === workload.id))
}

/** What is given the address of a database, as a whole env file gives it, and has no library for it, does not connect. */
function usesDatabase({ packages }: Service): boolean {
  return [...packages].some(name => DATABASE_PACKAGES.test(name))
}

/** Programs that serve, or have work of their own. Tools for people, exporters and backups live from the reserve. */
const TOOLS = new Set(['pooler', 'exporter', 'admin-tool', 'development-tool', 'backup', 'agent', 'dashboard'])

function isClient({ from }: Connection): boolean {
  if (!from.longRunning || from.clientOf || from.role === 'tool' || from.role === 'job') return false
  return !TOOLS.has(from.software?.kind ?? '') && from.software?.kind !== 'database'
}

function termOf(owner: PoolOwner, pools: readonly Pool[], system: System): DemandTerm {
  const replicas = owner.kind === 'service' ? owner.instances : replicasOf(owner)
  const processes = owner.kind === 'service' ? owner.processes : processesOf(workerProcesses(owner, system))
  const perProcess = perProcessOf(pools)
  return { owner, pools, replicas, processes, perProcess, total: times(times(replicas, processes), perProcess) }
}

/** As many as an autoscaler may start, else as are written, else one. */
function replicasOf({ autoscaledTo, autoscaledFrom, replicas }: Workload): Range {
  const most = autoscaledTo ?? (autoscaledFrom ? undefined : replicas)
  if (most?.known) return exactly(most.value)
  if (!most && !autoscaledFrom) return exactly(1)
  const least = knownValue(autoscaledFrom) ?? 1
  return atLeast(least, most?.because ?? 'the autoscaler has no upper bound')
}

/** One, where no server is known that starts more. */
function processesOf(processes: WorkerProcesses | undefined): Range {
  if (!processes) return exactly(1)
  const { count } = processes
  return count.known ? exactly(count.value) : atLeast(1, count.because)
}

/** Pools of one process together. Of the branches of one condition only one runs, and perhaps none. */
function perProcessOf(pools: readonly Pool[]): Range {
  const conditions = new Map<string, Map<string, Range>>()
  let sum = exactly(0)
  for (const { branch, at, size, overflow } of pools) {
    const both = plus(size, overflow)
    if (!branch) {
      sum = plus(sum, both)
      continue
    }
    const key = `${at.path} ${branch.at}`
    const arms = conditions.get(key) ?? new Map<string, Range>()
    conditions.set(key, arms.set(branch.arm, plus(arms.get(branch.arm) ?? exactly(0), both)))
  }
  for (const arms of conditions.values()) sum = plus(sum, oneOf(arms))
  return sum
}

/** What one of the branches comes to: the least of them only where one of two runs for sure. */
function oneOf(arms: ReadonlyMap<string, Range>): Range {
  const all = [...arms.values()]
  const isSure = arms.has('then') && arms.has('else')
  const low = isSure ? Math.min(...all.map(one => one.low)) : 0
  const high = Math.max(...all.map(one => one.high))
  return low === high ? exactly(low) : { low, high, because: 'it depends on a condition in the code' }
}

/** What a pooler opens: its size for each pair of user and database that clients ask for. */
function poolerTerm(pooler: Pooler, { connections }: System): DemandTerm {
  const { workload, perPair } = pooler
  const asked = connections.filter(one => one.to === workload)
  const whole = asked.filter(one => one.user !== undefined && one.database !== undefined)
  const pairs = new Set(whole.map(one => `${one.user} ${one.database}`)).size
  const most = Math.max(1, pairs + asked.length - whole.length)
  const processes: Range =
    most === Math.max(1, pairs)
      ? exactly(most)
      : { low: Math.max(1, pairs), high: most, because: 'the users and databases of its clients are not known' }
  const perProcess = perPair.known ? exactly(perPair.value) : atLeast(0, perPair.because)
  const replicas = exactly(knownValue(workload.replicas) ?? 1)
  return {
    owner: workload,
    pools: [],
    pooler,
    replicas,
    processes,
    perProcess,
    total: times(times(replicas, processes), perProcess),
  }
}

/** The pools of each workload, and of each service that a platform runs, that has any. */
export function poolsByOwner({ pools }: System): ReadonlyMap<PoolOwner, readonly Pool[]> {
  return grouped(pools)
}

function grouped(pools: readonly Pool[]): ReadonlyMap<PoolOwner, readonly Pool[]> {
  const found = new Map<PoolOwner, Pool[]>()
  for (const pool of pools) {
    const others = found.get(pool.owner)
    if (others) others.push(pool)
    else found.set(pool.owner, [pool])
  }
  return found
}

/** A size for a pool that has none: its part of the server, not more than is of use to one process. */
export function suggestedSize({ target }: Pool, system: System): number {
  const demand = serverDemands(system).find(one => one.server.subject.id === target?.id)
  const share = demand?.plan.known ? shareOf(demand, demand.plan.value) : undefined
  return Math.max(1, Math.min(share ?? MOST_USEFUL, MOST_USEFUL))
}

const MOST_USEFUL = 10

/** The connections that each process may have so that all fit; below 1: they cannot. */
export function shareOf({ terms }: Demand, plan: number): number | undefined {
  let processes = 0
  for (const term of terms) {
    const count = times(term.replicas, term.processes)
    if (count.low !== count.high) return undefined
    processes += count.low
  }
  return processes === 0 ? undefined : Math.floor(plan / processes)
}
