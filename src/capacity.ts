import { type Assumptions, type CapacitySettings, DEFAULT_ASSUMPTIONS } from './capacity/assumptions.js'
import { type DatabaseCapacity, databasesOf } from './capacity/databases.js'
import {
  type Estimate,
  estimateOf,
  type ProgramEstimate,
  programEstimate,
  type Throughput,
  throughputsOf,
} from './capacity/estimate.js'
import { type ProgramLimits, programsOf } from './capacity/programs.js'
import { type Target, targetOf } from './capacity/target.js'
import type { Deployment, System, Workload } from './model/system.js'

export type { Assumptions, CapacitySettings } from './capacity/assumptions.js'
export type { DatabaseCapacity } from './capacity/databases.js'
export type { Band, Bound, Estimate, ProgramEstimate } from './capacity/estimate.js'
export type { ProgramLimits } from './capacity/programs.js'
export type { Needs, Target } from './capacity/target.js'

/**
 * How much one production deployment can take: hard limits, which are facts, and from them a band of users, which is an
 * estimate under assumptions that it names. It is never scored and never gates.
 */
export interface Capacity {
  readonly deployment: { readonly id: string; readonly name: string }
  /** The programs that answer requests, those that users reach first. */
  readonly programs: readonly ProgramCapacity[]
  /** The databases that these open connections to. */
  readonly databases: readonly DatabaseCapacity[]
  /** Null where a number that it needs is not known: `because` tells which. */
  readonly estimate: Estimate | null
  /** Instead of an estimate: what it comes to with the least that this number can be. */
  readonly least?: Throughput
  /** Why there is no estimate, as a sentence without a full stop. */
  readonly because?: string
  /** What users reach and whose code is not read: it is not in the estimate. */
  readonly unread: readonly string[]
  readonly assumptions: Assumptions
  /** Where somebody says how many users there are to be. */
  readonly target?: Target
}

/** A program with its hard limits, and what it comes to by itself. */
export interface ProgramCapacity extends ProgramLimits {
  /** Null where a number that it needs is not known. */
  readonly estimate: ProgramEstimate | null
}

/** The capacity of each production deployment that runs a program of the repository which answers requests. */
export function capacitiesOf(system: System, settings: CapacitySettings = {}): readonly Capacity[] {
  return system.deployments.flatMap(deployment => {
    const found = deployment.purpose === 'production' ? capacityOf(deployment, system, settings) : undefined
    return found ? [found] : []
  })
}

/** What users reach and what works for them: a proxy that serves files is no limit. */
function isProgram({ role, weight, software }: Workload): boolean {
  return role === 'user-facing' && weight > 0 && software?.kind !== 'proxy'
}

function capacityOf(deployment: Deployment, system: System, settings: CapacitySettings): Capacity | undefined {
  const assumptions = { ...DEFAULT_ASSUMPTIONS, ...settings.assumptions }
  const all = programsOf(deployment, system, settings.processors)
  // Where no process is started (`gunicorn -w 0`), there is nothing to carry anybody.
  const limits = all.filter(({ processes }) => processes.high > 0)
  if (limits.length === 0) return undefined
  const databases = databasesOf(limits, system)
  const programs = limits.map(program => {
    const throughputs = throughputsOf(program, databases, assumptions)
    return { ...program, throughputs, estimate: programEstimate(program, throughputs) }
  })
  const unread = deployment.workloads.filter(
    one => isProgram(one) && !all.some(({ workloads }) => workloads.includes(one.id)),
  )
  const { estimate, least, because } = estimateOf(programs, databases, assumptions)
  return {
    deployment: { id: deployment.id, name: deployment.name },
    programs: programs.map(({ throughputs: _, ...program }) => program),
    databases,
    estimate,
    ...(least && { least }),
    ...(because !== undefined && { because }),
    unread: unread.map(({ name }) => name),
    assumptions,
    ...(settings.targetUsers !== undefined &&
      estimate && { target: targetOf(settings.targetUsers, estimate, programs, databases) }),
  }
}
