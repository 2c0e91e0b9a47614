import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import { known, unknown } from '../../source.js'
import type { Cluster } from '../cluster.js'
import type { Workload } from '../system.js'
import type { Setting } from './server-files.js'

/**
 * Where the custom resources of operators hold settings of PostgreSQL, below `spec`. Others set `max_connections` by rules
 * of their own. https://cloudnative-pg.io/documentation/current/postgresql_conf/,
 * https://access.crunchydata.com/documentation/postgres-operator/latest/tutorials/day-two/customize-cluster
 */
const PARAMETERS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  CloudNativePG: [['postgresql', 'parameters']],
  PGO: [
    ['config', 'parameters'],
    ['patroni', 'dynamicConfiguration', 'postgresql', 'parameters'],
  ],
  'Percona Operator for PostgreSQL': [['patroni', 'dynamicConfiguration', 'postgresql', 'parameters']],
}

/** The object that a workload of an operator is made of. */
export function operatedObject({ pod }: Workload, clusters: readonly Cluster[]): KubernetesObject | undefined {
  for (const { objects } of clusters) {
    for (const object of objects) {
      if (object.kind === pod?.kind && object.name === pod.name && object.namespace === pod.namespace) return object
    }
  }
  return undefined
}

/** A setting of a server that an operator runs; undefined: the default of PostgreSQL holds. */
export function operatedSetting(workload: Workload, name: string, clusters: readonly Cluster[]): Setting | undefined {
  const { pod, at } = workload
  const object = operatedObject(workload, clusters)
  const places = PARAMETERS[pod?.operator ?? '']
  const spec = object && child(object.node, 'spec')
  for (const place of object && places ? places : ZALANDO) {
    const node: Node | undefined = child(descend(spec, ...place), name)
    const text = textOf(node)
    if (node && text !== undefined) return { value: known(text, node.at), at: node.at }
  }
  return object && places ? undefined : { value: unknown(at, 'its operator sets it'), at }
}

/** https://postgres-operator.readthedocs.io/en/latest/reference/cluster_manifest/: the same place, with a default by memory. */
const ZALANDO = [['postgresql', 'parameters']]
