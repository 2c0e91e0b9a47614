import { exactly, plus, type Range, times } from '../model/code/pool.js'
import { type DemandTerm, serverDemands } from '../model/datastore/connection-demand.js'
import type { System } from '../model/system.js'
import type { Fact } from '../source.js'
import type { ProgramLimits } from './programs.js'

/** A database server, and the connections that the programs of a deployment may open to it. */
export interface DatabaseCapacity {
  readonly id: string
  readonly name: string
  /** Connections that clients can get. */
  readonly connections: Fact<number>
  /** What may be planned with: some of them are left to people, backups and exporters. */
  readonly plan: Fact<number>
  readonly clients: readonly DatabaseClient[]
}

/** The connections of one program, of all its processes together. */
export interface DatabaseClient {
  /** Of the program. */
  readonly name: string
  readonly opened: Range
  /** A request keeps its connection until it is answered; else for each query alone. */
  readonly perRequest: boolean
}

/** Libraries whose session keeps its connection for as long as a request lasts. */
const SESSIONS = /^(?:sqlalchemy|django)/

/** The databases that these programs open connections to without a pooler between them. */
export function databasesOf(programs: readonly ProgramLimits[], system: System): readonly DatabaseCapacity[] {
  return serverDemands(system).flatMap(({ server, hard, plan, terms }) => {
    const clients = programs.flatMap(program => {
      const own = terms.filter(({ owner, pooler }) => !pooler && program.workloads.includes(owner.id))
      return own.length === 0 ? [] : [clientOf(program, own)]
    })
    const { id, name } = server.subject
    return clients.length === 0 ? [] : [{ id, name, connections: hard, plan, clients }]
  })
}

function clientOf({ name, processes }: ProgramLimits, terms: readonly DemandTerm[]): DatabaseClient {
  const [first, ...others] = terms
  const isSame = first && others.every(one => isEqual(one.perProcess, first.perProcess))
  return {
    name,
    // The demand on a server is that of the most replicas; an autoscaler begins with fewer.
    opened: isSame ? times(processes, first.perProcess) : terms.map(({ total }) => total).reduce(plus, exactly(0)),
    perRequest: terms.some(({ pools }) => pools.some(({ library }) => SESSIONS.test(library.id))),
  }
}

function isEqual(one: Range, other: Range): boolean {
  return one.low === other.low && one.high === other.high
}
