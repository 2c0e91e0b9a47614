import { STRIMZI } from '../../../knowledge/engines/kafka.js'
import type { KubernetesObject } from '../../../parse/kubernetes/object.js'
import { parseQuantity } from '../../../parse/kubernetes/quantity.js'
import { child, descend, type Node, textOf } from '../../../parse/node.js'
import { type Fact, known, unknown } from '../../../source.js'
import { itemsOf, numberFact } from '../../read-node.js'
import type { ObjectIndex } from '../index.js'
import { sameNamespace } from '../selectors.js'
import { behind, count, isEphemeral, type OperatorRecipe } from './recipe.js'

/** Brokers of Strimzi are counted in node pools where there are any: https://strimzi.io/docs/operators/latest/deploying */
function strimziNodes(object: KubernetesObject, index: ObjectIndex): Fact<number> {
  const pools = index
    .all('kafka.strimzi.io/KafkaNodePool')
    .filter(
      pool =>
        textOf(descend(pool.node, 'metadata', 'labels', 'strimzi.io/cluster')) === object.name &&
        sameNamespace(pool.namespace, object.namespace) &&
        itemsOf(descend(pool.node, 'spec', 'roles')).some(role => textOf(role) === 'broker'),
    )
  let total = 0
  for (const pool of pools) {
    const fact = numberFact(descend(pool.node, 'spec', 'replicas'))
    if (!fact?.known) return fact ?? unknown(pool.at, 'the number of its brokers is not written')
    total += fact.value
  }
  const own = numberFact(descend(object.node, 'spec', 'kafka', 'replicas'))
  if (pools.length > 0) return known(total, child(descend(pools[0]?.node, 'spec'), 'replicas')?.at ?? object.at)
  return own ?? unknown(object.at, 'its node pools are not in the repository')
}

/** https://www.rabbitmq.com/kubernetes/operator/using-operator#persistence: a size of zero means an emptyDir. */
function rabbitForgets(spec: Node | undefined) {
  const size = descend(spec, 'persistence', 'storage')
  return size && parseQuantity(textOf(size) ?? '') === 0 ? { at: size.at } : undefined
}

/** Operators of Kafka and RabbitMQ, from their documentation. */
export const STREAMS: readonly OperatorRecipe[] = [
  {
    // https://strimzi.io/docs/operators/latest/configuring
    kind: 'kafka.strimzi.io/Kafka',
    operator: 'Strimzi',
    software: 'apache/kafka',
    nodes: strimziNodes,
    names: behind('-kafka-bootstrap', '-kafka-brokers'),
    showsMetrics: spec => descend(spec, 'kafka', 'metricsConfig') !== undefined,
    forgets: isEphemeral('kafka', 'storage'),
    settings: { distribution: STRIMZI, path: ['kafka', 'config'] },
  },
  {
    // https://docs.confluent.io/operator/current/co-api.html
    kind: 'platform.confluent.io/Kafka',
    operator: 'Confluent for Kubernetes',
    software: 'apache/kafka',
    nodes: count('replicas')(3),
    names: object => [object.name, `${object.name}-bootstrap-lb`],
  },
  {
    // https://www.rabbitmq.com/kubernetes/operator/using-operator
    kind: 'rabbitmq.com/RabbitmqCluster',
    operator: 'RabbitMQ Cluster Operator',
    software: 'rabbitmq',
    nodes: count('replicas')(1),
    names: behind('', '-nodes'),
    resources: ['resources'],
    image: ['image'],
    forgets: rabbitForgets,
    serviceTypes: [['service', 'type']],
  },
]
