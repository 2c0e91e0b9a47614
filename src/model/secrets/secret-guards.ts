import type { VariableUse } from '../../parse/node.js'
import type { System, Workload } from '../system.js'

/** A `${X:?}` that an environment file of the repository satisfies. */
export interface SatisfiedGuard {
  readonly workload: Workload
  readonly use: VariableUse
}

/** The guards of production workloads whose variable is set in a file, by path and name of the variable: `path\nNAME`. */
export function guardedUses(system: System): ReadonlyMap<string, readonly SatisfiedGuard[]> {
  const found = new Map<string, SatisfiedGuard[]>()
  for (const workload of system.workloads) {
    for (const use of usesOf(workload)) {
      if (!use.operator.endsWith('?') || !use.valueAt) continue
      const key = `${use.valueAt.path}\n${use.name}`
      const guards = found.get(key)
      if (guards) guards.push({ workload, use })
      else found.set(key, [{ workload, use }])
    }
  }
  return found
}

function usesOf(workload: Workload): readonly VariableUse[] {
  const words = [...(workload.start?.written ?? []), ...workload.health.checks.flatMap(check => check.written ?? [])]
  return [...[...workload.environment.values()].flatMap(variable => variable.uses), ...words.flatMap(word => word.uses)]
}
