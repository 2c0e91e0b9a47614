import { child, textOf } from '../../parse/node.js'
import type { Span } from '../../source.js'
import type { PodController, Selecting } from '../cluster.js'
import type { System } from '../system.js'
import { workloadsById } from './replicated.js'

/** How many pods a PodDisruptionBudget lets go at once when all are there. */
export interface Allowance {
  readonly pods: number
  readonly setting: 'minAvailable' | 'maxUnavailable'
  /** The setting for messages: `2 pods`, `50% (1 pod)`. */
  readonly text: string
  readonly at: Span
}

/** How many pods of these run at the same time, at least; undefined where that is not known. */
export function replicasIn(controllers: readonly PodController[], system: System): number | undefined {
  const workloads = workloadsById(system)
  let sum = 0
  for (const { object, workloads: ids } of controllers) {
    const workload = ids.flatMap(id => workloads.get(id) ?? []).find(one => one.pod?.part === 'main')
    const count = workload?.autoscaledFrom ?? workload?.replicas
    if (object.kind === 'DaemonSet' || !workload || (count && !count.known)) return undefined
    sum += count?.known ? count.value : 1
  }
  return sum
}

/**
 * What a budget allows; undefined where it is not known. Shares are rounded up.
 * https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages
 */
export function budgetAllows({ object, controllers }: Selecting, running: number | undefined): Allowance | undefined {
  const spec = child(object.node, 'spec')
  if (controllers.length === 0) return undefined
  for (const setting of ['maxUnavailable', 'minAvailable'] as const) {
    const node = child(spec, setting)
    const [, digits, share] = /^(\d{1,9})(%)?$/.exec(textOf(node) ?? '') ?? []
    if (node === undefined || digits === undefined) continue
    const number = Number(digits)
    // None is none, of however many.
    if (setting === 'maxUnavailable' && number === 0)
      return { pods: 0, setting, text: `${digits}${share ?? ''}`, at: node.at }
    if (running === undefined) return undefined
    const pods = share === undefined ? number : Math.ceil((number / 100) * running)
    const counted = `${pods} ${pods === 1 ? 'pod' : 'pods'}`
    const text = share === undefined ? counted : `${digits}% (${counted})`
    return { pods: setting === 'maxUnavailable' ? pods : Math.max(0, running - pods), setting, text, at: node.at }
  }
  return undefined
}
