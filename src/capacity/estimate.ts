import type { Range } from '../model/code/pool.js'
import { type Assumptions, processorOf, queriesOf, responseOf } from './assumptions.js'
import type { DatabaseCapacity } from './databases.js'
import { type ProgramLimits, reachedByUsers } from './programs.js'

/** From the least to the most of something, both included. */
export interface Band {
  readonly from: number
  readonly to: number
}

/** What ends first when the load grows. */
export interface Bound {
  /** `processor`: time to compute · `requests`: places for requests in its processes · `connections`: those to a database. */
  readonly kind: 'processor' | 'requests' | 'connections'
  /** The program. */
  readonly program: string
  /** The database, for connections. */
  readonly database?: string
}

/** Requests in a second, and the users who click at the pace that is assumed. */
export interface Throughput {
  readonly requestsPerSecond: number
  readonly users: Band
  readonly bound: Bound
  /** Pools whose size no file tells, and how many connections they have to have together for this. */
  readonly provided: readonly Provided[]
}

/** Connections that a program has to be able to open to a database. */
export interface Provided {
  readonly program: string
  readonly database: string
  readonly connections: number
}

/** What a program comes to if every request of its users goes to it. */
export interface ProgramEstimate extends Throughput {
  /** With as many replicas as an autoscaler may start; absent where their number is fixed. */
  readonly scaled?: Throughput
}

/** What all programs together come to that users reach: as if every request went to each of them. */
export type Estimate = ProgramEstimate

/**
 * What it comes to by itself: at the least and at the most, where an autoscaler decides or a number is not known. Then
 * `most` has no limit, or one that is set by something else.
 */
export function throughputsOf(
  program: ProgramLimits,
  databases: readonly DatabaseCapacity[],
  assumptions: Assumptions,
): Throughputs {
  const at = (end: 'low' | 'high') => throughputOf(program, databases, assumptions, end)
  return { least: at('low'), most: at('high') }
}

/** Undefined: nothing that is known ends. */
export interface Throughputs {
  readonly least: Throughput | undefined
  readonly most: Throughput | undefined
}

/** What a program comes to by itself; null where a number that decides is not known. */
export function programEstimate({ processes }: ProgramLimits, { least, most }: Throughputs): ProgramEstimate | null {
  if (!least || !most) return null
  if (least.requestsPerSecond === most.requestsPerSecond) return least
  return processes.because === undefined && processes.low < processes.high ? { ...least, scaled: most } : null
}

/** Work that takes so many seconds, in so many places at the same time. */
function rate(places: number, seconds: number): number {
  return seconds === 0 ? Number.POSITIVE_INFINITY : places / seconds
}

/** Little's law for each part that a request passes, and of these the least: https://homes.cs.washington.edu/~lazowska/qsp/ */
function throughputOf(
  program: ProgramLimits,
  databases: readonly DatabaseCapacity[],
  assumptions: Assumptions,
  end: 'low' | 'high',
): Throughput | undefined {
  const { name, runtime, processors, requests } = program
  const computing = processorOf(runtime, assumptions)
  const waiting = queriesOf(assumptions)
  const bounds: [Bound, number][] = [
    [{ kind: 'processor', program: name }, rate(processors[end], computing)],
    [{ kind: 'requests', program: name }, rate(requests[end], computing + waiting)],
  ]
  const open: DatabaseCapacity[] = []
  for (const database of databases) {
    const opened = database.clients.find(client => client.name === name)?.opened
    if (!opened) continue
    const most = database.connections.known ? database.connections.value : Number.POSITIVE_INFINITY
    const connections = Math.min(opened[end], most)
    // Each request that can be worked on finds one: then none of them waits for it.
    if (connections >= requests[end]) continue
    if (opened.because === undefined)
      bounds.push([
        { kind: 'connections', program: name, database: database.name },
        rate(connections, holdingOf(program, database, assumptions)),
      ])
    else open.push(database)
  }
  const [bound, requestsPerSecond] = least(bounds)
  if (!bound || !Number.isFinite(requestsPerSecond)) return undefined
  return {
    requestsPerSecond,
    users: usersOf(requestsPerSecond, responseOf(runtime, assumptions), assumptions),
    bound,
    provided: open.map(database => ({
      program: name,
      database: database.name,
      connections: Math.ceil(requestsPerSecond * holdingOf(program, database, assumptions)),
    })),
  }
}

/** Seconds that a request of a program holds a connection to a database; 0: it opens none. */
function holdingOf({ name, runtime }: ProgramLimits, { clients }: DatabaseCapacity, assumptions: Assumptions): number {
  const client = clients.find(one => one.name === name)
  if (!client) return 0
  return client.perRequest ? responseOf(runtime, assumptions) : queriesOf(assumptions)
}

function least(bounds: readonly (readonly [Bound, number])[]): readonly [Bound | undefined, number] {
  let [bound, value]: readonly [Bound | undefined, number] = [undefined, Number.POSITIVE_INFINITY]
  for (const [one, its] of bounds) if (its < value) [bound, value] = [one, its]
  return [bound, value]
}

/** N = X × (R + Z), for the share of X that users find bearable. */
function usersOf(requestsPerSecond: number, response: number, { thinkTimeSec, utilisation }: Assumptions): Band {
  const users = requestsPerSecond * (response + thinkTimeSec)
  return { from: users * Math.min(...utilisation), to: users * Math.max(...utilisation) }
}

type Estimated = ProgramLimits & { readonly throughputs: Throughputs }

/**
 * What the programs that users reach come to together, with the databases that they share; all programs, where no file tells
 * which these are. One of which a number is not known matters only if it could be the least of them.
 */
export function estimateOf(
  programs: readonly Estimated[],
  databases: readonly DatabaseCapacity[],
  assumptions: Assumptions,
): { readonly estimate: Estimate | null; readonly least?: Throughput; readonly because?: string } {
  const first = reachedByUsers(programs)
  const shared = databases.flatMap(database => sharedBound(database, first, assumptions))
  const least = lowest([...first.map(({ throughputs }) => throughputs.least), ...shared])
  const most = lowest([...first.map(({ throughputs }) => throughputs.most), ...shared])
  if (!least) return { estimate: null, because: 'nothing that is known bounds it' }
  const decisive = first.find(({ name }) => name === least.bound.program)
  if (least.requestsPerSecond === most?.requestsPerSecond) return { estimate: least }
  if (decisive && !isScaled(decisive)) return { estimate: null, least, because: whyNot(decisive) }
  return { estimate: { ...least, ...(most && { scaled: most }) } }
}

/** From fewer to more replicas, and nothing else of it is open. */
function isScaled(program: Estimated): boolean {
  return programEstimate(program, program.throughputs) !== null
}

function lowest(all: readonly (Throughput | undefined)[]): Throughput | undefined {
  let found: Throughput | undefined
  for (const one of all) if (one && (!found || one.users.to < found.users.to)) found = one
  return found
}

/** The connections of a server that several programs share, if each request passes all of them. */
function sharedBound(
  database: DatabaseCapacity,
  programs: readonly ProgramLimits[],
  assumptions: Assumptions,
): readonly Throughput[] {
  const own = programs.filter(({ name }) => database.clients.some(client => client.name === name))
  const [first] = own
  if (!first || own.length < 2 || !database.connections.known) return []
  const held = own.reduce((sum, program) => sum + holdingOf(program, database, assumptions), 0)
  const response = Math.max(...own.map(({ runtime }) => responseOf(runtime, assumptions)))
  const requestsPerSecond = rate(database.connections.value, held)
  if (!Number.isFinite(requestsPerSecond)) return []
  return [
    {
      requestsPerSecond,
      users: usersOf(requestsPerSecond, response, assumptions),
      bound: { kind: 'connections', program: first.name, database: database.name },
      provided: [],
    },
  ]
}

/** The number that is missing, as a sentence without a full stop. */
function whyNot(program: ProgramLimits): string {
  const { name, processes, perProcess, processors } = program
  const said = (range: Range, what: string) =>
    range.because === undefined ? undefined : `${what} is not known: ${range.because}`
  return (
    said(processes, `how many processes ${name} runs`) ??
    said(perProcess, `how many requests a process of ${name} works on`) ??
    said(processors, `how many processors ${name} computes on`) ??
    `what bounds ${name} is not known`
  )
}
