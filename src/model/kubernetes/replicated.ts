import { child } from '../../parse/node.js'
import type { Fact } from '../../source.js'
import type { Cluster, PodController, Selecting } from '../cluster.js'
import type { System, Workload } from '../system.js'
import { kubernetesDeployments } from './production.js'
import { sameNamespace, selects } from './selectors.js'

/** Pods of which several should run at the same time: those that users reach, and those that make up a cluster of data. */
export interface ReplicatedPods {
  readonly workload: Workload
  readonly controller: PodController
  readonly cluster: Cluster
  /** How many there are at least. Absent: not written, which means one. */
  readonly replicas: Fact<number> | undefined
  /** The rule that reports it where there is only one. */
  readonly singleReportedBy: string
}

/** The pods that another rule wants several of, whether or not there are; one for each node (DaemonSets) is left out. */
export function replicatedPods(system: System): readonly ReplicatedPods[] {
  const workloads = workloadsById(system)
  return kubernetesDeployments(system).flatMap(({ cluster }) =>
    cluster.controllers.flatMap(controller => {
      if (controller.object.kind === 'DaemonSet') return []
      return controller.workloads.flatMap(id => {
        const workload = workloads.get(id)
        const singleReportedBy = workload && singleReporter(workload)
        if (!workload || singleReportedBy === undefined || workload.pod?.part !== 'main') return []
        const replicas = workload.autoscaledFrom ?? workload.replicas
        return [{ workload, controller, cluster, replicas, singleReportedBy }]
      })
    }),
  )
}

function singleReporter(workload: Workload): string | undefined {
  if (!workload.longRunning || workload.role === 'tool') return undefined
  if (workload.role === 'user-facing' && !workload.stateful) return 'workload/single-replica'
  return workload.stateful && workload.software?.cluster ? 'datastore/single-instance' : undefined
}

const budgetsByController = new WeakMap<System, ReadonlyMap<PodController, readonly Selecting[]>>()

/** The PodDisruptionBudgets of all clusters that take these pods. */
export function budgetsOf(controller: PodController, system: System): readonly Selecting[] {
  const known = budgetsByController.get(system) ?? indexBudgets(system)
  budgetsByController.set(system, known)
  return known.get(controller) ?? []
}

/** A budget that takes pods of its own cluster is asked no further. */
function indexBudgets({ clusters }: System): ReadonlyMap<PodController, readonly Selecting[]> {
  const found = new Map<PodController, Selecting[]>()
  const all = clusters.flatMap(cluster => cluster.controllers)
  for (const budget of clusters.flatMap(cluster => cluster.budgets)) {
    const taken = budget.controllers.length > 0 ? budget.controllers : all.filter(one => takes(budget, one))
    for (const controller of taken) found.set(controller, [...(found.get(controller) ?? []), budget])
  }
  return found
}

function takes({ object }: Selecting, controller: PodController): boolean {
  const selector = child(child(object.node, 'spec'), 'selector')
  return (
    selector !== undefined &&
    sameNamespace(object.namespace, controller.object.namespace) &&
    selects(selector, controller.labels)
  )
}

const workloadsBySystem = new WeakMap<System, ReadonlyMap<string, Workload>>()

/** The workloads of production by their id. */
export function workloadsById(system: System): ReadonlyMap<string, Workload> {
  const known = workloadsBySystem.get(system) ?? new Map(system.workloads.map(workload => [workload.id, workload]))
  workloadsBySystem.set(system, known)
  return known
}
