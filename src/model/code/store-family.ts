import type { Workload } from '../system.js'

/** The software whose clients a workload answers. */
export function familyOf({ software }: Workload): string | undefined {
  return software && (software.speaks ?? software.id)
}
