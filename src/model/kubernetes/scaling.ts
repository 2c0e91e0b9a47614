import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import { knownValue, type Span } from '../../source.js'
import type { Autoscaler, PodController } from '../cluster.js'
import { itemsOf } from '../read-node.js'
import type { System } from '../system.js'
import { workloadsById } from './replicated.js'

/** Why an autoscaler has no effect, or works against what else is written. */
export interface ScalingFault {
  readonly part: 'bounds' | 'requests' | 'replicas' | 'kind'
  readonly at: Span
  readonly message: string
  readonly fix: string
}

/** What is wrong with a HorizontalPodAutoscaler whose target is there. */
export function scalingFaults(autoscaler: Autoscaler, system: System): readonly ScalingFault[] {
  const { object, target, controller } = autoscaler
  const name = `HorizontalPodAutoscaler ${object.name}`
  if (target.kind === 'DaemonSet') {
    const message = `${name} scales DaemonSet ${target.name}, which runs one pod on each node whatever it says`
    return [{ part: 'kind', at: target.at, message, fix: 'Remove it, or make the DaemonSet a Deployment.' }]
  }
  if (!controller) return []
  return [
    ...boundsFault(autoscaler, name),
    ...requestFault(object, controller, name, system),
    ...replicasFault(autoscaler, name),
  ]
}

function boundsFault({ minimum, maximum }: Autoscaler, name: string): readonly ScalingFault[] {
  const [low, high] = [knownValue(minimum) ?? 1, knownValue(maximum)]
  if (high === undefined || low <= high || !maximum) return []
  const message = `${name} has minReplicas ${low} above maxReplicas ${high}, which the API server refuses`
  return [{ part: 'bounds', at: maximum.at, message, fix: 'Write a `maxReplicas` that is larger than `minReplicas`.' }]
}

/** A number of replicas outside the bounds: each `kubectl apply` and the autoscaler undo what the other did. */
function replicasFault({ controller, minimum, maximum }: Autoscaler, name: string): readonly ScalingFault[] {
  const node = descend(controller?.object.node, 'spec', 'replicas')
  const replicas = Number(textOf(node) ?? Number.NaN)
  const [low, high] = [knownValue(minimum) ?? 1, knownValue(maximum) ?? Number.POSITIVE_INFINITY]
  // Zero switches the autoscaler off on purpose.
  if (!controller || node === undefined || !(replicas > 0) || low > high || (replicas >= low && replicas <= high))
    return []
  const bounds = high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`
  const message = `${controller.object.kind} ${controller.object.name} is applied with ${replicas} replicas, and ${name} keeps ${bounds}: every deploy scales it away and back`
  const fix = 'Remove `replicas` from the manifest; the autoscaler sets it.'
  return [{ part: 'replicas', at: node.at, message, fix }]
}

/** A metric that is a share of what the pods request. */
interface Share {
  readonly resource: 'cpu' | 'memory'
  /** Only of this container. */
  readonly container?: string
  readonly at: Span
}

/**
 * A share of nothing: where a container of the pods does not request the resource, the autoscaler takes no action for it.
 * https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work
 */
function requestFault(
  object: KubernetesObject,
  controller: PodController,
  name: string,
  system: System,
): readonly ScalingFault[] {
  const metrics = metricsOf(object)
  if (metrics === undefined) return []
  const workloads = workloadsById(system)
  const lacking = (share: Share) =>
    controller.workloads.flatMap(id => {
      const workload = workloads.get(id)
      if (!workload || workload.pod?.part === 'init') return []
      if (share.container !== undefined && workload.pod?.container !== share.container) return []
      const request =
        share.resource === 'cpu' ? workload.resources.cpuReservation : workload.resources.memoryReservation
      return request === undefined ? [workload] : []
    })
  const faults = metrics.map(share => ({ share, without: lacking(share) }))
  const [first] = faults
  // Any other metric still scales.
  if (!first || faults.some(({ without }) => without.length === 0)) return []
  const containers = first.without.map(workload => workload.pod?.container ?? workload.name).join(', ')
  const { resource } = first.share
  const message = `${name} scales on a share of the ${resource} requests, and ${containers} of ${controller.object.kind} ${controller.object.name} requests none`
  const fix = `Add \`resources.requests.${resource}\` to ${containers}.`
  return [{ part: 'requests', at: first.share.at, message, fix }]
}

/** The metrics of an autoscaler where all of them are shares; undefined where one is not, which scales without requests. */
function metricsOf(object: KubernetesObject): readonly Share[] | undefined {
  const spec = child(object.node, 'spec')
  const metrics = child(spec, 'metrics')
  const items = itemsOf(metrics)
  if (items.length === 0) {
    const old = child(spec, 'targetCPUUtilizationPercentage')
    return [{ resource: 'cpu', at: old?.at ?? object.at }]
  }
  const shares = items.map(shareOf)
  return shares.every(share => share !== undefined) ? shares : undefined
}

function shareOf(metric: Node): Share | undefined {
  const type = textOf(child(metric, 'type'))
  const source = child(metric, type === 'ContainerResource' ? 'containerResource' : 'resource')
  const resource = textOf(child(source, 'name'))
  const target = child(source, 'target')
  const isShare =
    textOf(child(target, 'type')) === 'Utilization' || child(source, 'targetAverageUtilization') !== undefined
  if (!isShare || (resource !== 'cpu' && resource !== 'memory')) return undefined
  const container = type === 'ContainerResource' ? textOf(child(source, 'container')) : undefined
  return { resource, ...(container === undefined ? {} : { container }), at: child(source, 'name')?.at ?? metric.at }
}
