import { knownValue } from '../source.js'
import type { DatabaseCapacity } from './databases.js'
import type { Band, Estimate, ProgramEstimate } from './estimate.js'
import { type ProgramLimits, reachedByUsers } from './programs.js'

/** How the estimate stands to the number of users that there are to be. */
export interface Target {
  readonly users: number
  /** How many times the estimate that is; below 1: there is room. */
  readonly times: Band
  /** More processes of the programs that do not reach it, where these would do. */
  readonly needs: readonly Needs[]
}

/** So many processes of one program, and what they need. */
export interface Needs {
  readonly program: string
  readonly processes: number
  /** That these compute on; absent where something else than computing ended first. */
  readonly processors?: number
  /** The users that these come to, if nothing else ends before. */
  readonly users: Band
  /** Connections that each may have so that the database serves all of them. */
  readonly pools: readonly { readonly database: string; readonly connections: number }[]
}

type Estimated = ProgramLimits & { readonly estimate: ProgramEstimate | null }

/** Compares the estimate, with as many replicas as an autoscaler may start, with a number of users. */
export function targetOf(
  users: number,
  estimate: Estimate,
  programs: readonly Estimated[],
  databases: readonly DatabaseCapacity[],
): Target {
  const reached = estimate.scaled ?? estimate
  return {
    users,
    times: { from: users / reached.users.to, to: users / reached.users.from },
    needs: reachedByUsers(programs).flatMap(program => needsOf(program, users, databases)),
  }
}

function needsOf(
  { name, processes, processors, estimate }: Estimated,
  users: number,
  databases: readonly DatabaseCapacity[],
): readonly Needs[] {
  const now = estimate?.scaled ?? estimate
  // More processes want more connections of a database that gives no more.
  if (!now || now.users.to >= users || now.bound.kind === 'connections') return []
  const more = Math.ceil(processes.high * (users / now.users.to))
  const grown = more / processes.high
  // A hundred processes on a hundred processors become 109 on 109, not on 109.00000000000001.
  const computing = (processors.high * more) / processes.high
  return [
    {
      program: name,
      processes: more,
      ...(now.bound.kind === 'processor' && { processors: Math.ceil(computing) }),
      users: { from: now.users.from * grown, to: now.users.to * grown },
      pools: databases.flatMap(database => poolFor(database, name, more)),
    },
  ]
}

function poolFor({ name, plan, clients }: DatabaseCapacity, program: string, processes: number): Needs['pools'] {
  const most = knownValue(plan)
  if (most === undefined || !clients.some(client => client.name === program)) return []
  const taken = clients.reduce((sum, client) => sum + (client.name === program ? 0 : client.opened.low), 0)
  return [{ database: name, connections: Math.max(0, Math.floor((most - taken) / processes)) }]
}
