import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, textOf } from '../../parse/node.js'
import type { Autoscaler, PodController } from '../cluster.js'
import { optional } from '../compose/settings.js'
import { numberFact } from '../read-node.js'
import type { ObjectIndex } from './index.js'
import { sameNamespace } from './selectors.js'

/** Kinds that scale others, and the names of their bounds. */
const SCALERS = [
  ['autoscaling/HorizontalPodAutoscaler', 'minReplicas', 'maxReplicas'],
  // https://keda.sh/docs/latest/reference/scaledobject-spec/
  ['keda.sh/ScaledObject', 'minReplicaCount', 'maxReplicaCount'],
] as const

/** The autoscalers of a deployment with the controllers that they scale. */
export function autoscalersOf(index: ObjectIndex, controllers: readonly PodController[]): readonly Autoscaler[] {
  const byName = new Map<string, PodController[]>()
  for (const controller of controllers) {
    const key = `${controller.object.kind}/${controller.object.name}`
    byName.set(key, [...(byName.get(key) ?? []), controller])
  }
  return SCALERS.flatMap(([kind, minimum, maximum]) =>
    index.all(kind).flatMap(object => {
      const target = targetOf(object)
      if (!target) return []
      const controller = byName
        .get(`${target.kind}/${target.name}`)
        ?.find(one => sameNamespace(one.object.namespace, object.namespace))
      const spec = child(object.node, 'spec')
      return [
        {
          object,
          target,
          ...optional('controller', controller),
          ...optional('minimum', numberFact(child(spec, minimum))),
          ...optional('maximum', numberFact(child(spec, maximum))),
        },
      ]
    }),
  )
}

/** KEDA takes a Deployment where no kind is written. */
function targetOf(object: KubernetesObject): Autoscaler['target'] | undefined {
  const reference = descend(object.node, 'spec', 'scaleTargetRef')
  const name = child(reference, 'name')
  const text = textOf(name)
  if (!name || text === undefined) return undefined
  return { kind: textOf(child(reference, 'kind')) ?? 'Deployment', name: text, at: name.at }
}
