import type { System, Workload } from './system.js'

/** Whether another service of the same deployment runs the same image in the same way: instances that are written out. */
export function hasTwin(workload: Workload, system: System): boolean {
  if (workload.image === undefined) return false
  return system.workloads.some(
    other =>
      other !== workload &&
      other.deployment === workload.deployment &&
      other.image?.id === workload.image?.id &&
      other.role === workload.role &&
      other.start?.text === workload.start?.text,
  )
}
