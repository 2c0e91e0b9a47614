import { child, descend } from '../../parse/node.js'
import type { Cluster } from '../cluster.js'
import { entriesOf, itemsOf } from '../read-node.js'
import { groupKind } from './pods.js'

/**
 * Whether a cluster tells an Alertmanager of its operator who is to be told: a receiver with an integration.
 * https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1alpha1.AlertmanagerConfig
 */
export function namesReceivers({ objects }: Cluster): boolean {
  return objects.some(
    object =>
      groupKind(object) === 'monitoring.coreos.com/AlertmanagerConfig' &&
      itemsOf(descend(object.node, 'spec', 'receivers')).some(receiver =>
        entriesOf(receiver).some(([key]) => /Configs$/.test(key) && itemsOf(child(receiver, key)).length > 0),
      ),
  )
}
