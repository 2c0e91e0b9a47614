import { parseQuantity } from '../../parse/kubernetes/quantity.js'
import { child, descend, type MapNode, type Node, textOf } from '../../parse/node.js'
import type { Fact } from '../../source.js'
import { optional } from '../compose/settings.js'
import { booleanFact, factOf, itemsOf, textAt } from '../read-node.js'
import type { Privileges, Resources } from '../system.js'
import type { ObjectIndex } from './index.js'
import { sameNamespace } from './selectors.js'

/**
 * Requests and limits of a container; where it says nothing, those that a LimitRange of its namespace gives, and where only a
 * limit is set, a request of the same size. Where neither says anything, those that the containers of its pod share (from 1.34).
 * https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/
 * https://kubernetes.io/docs/concepts/policy/limit-range/ and https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
 */
export function containerResources(
  container: MapNode,
  index: ObjectIndex,
  namespace: string | undefined,
  pod?: MapNode,
): Resources {
  const own = child(container, 'resources')
  const shared = child(pod, 'resources')
  const defaults = limitRanges(index, namespace)
  const quantity = (node: Node | undefined, name: 'memory' | 'cpu') => {
    const fact = factOf(child(node, name), parseQuantity)
    return fact?.known && fact.value <= 0 ? undefined : fact
  }
  const limit = (name: 'memory' | 'cpu') =>
    quantity(child(own, 'limits'), name) ??
    first(defaults, range => quantity(child(range, 'default'), name)) ??
    quantity(child(shared, 'limits'), name)
  const request = (name: 'memory' | 'cpu') =>
    quantity(child(own, 'requests'), name) ??
    quantity(child(own, 'limits'), name) ??
    first(defaults, range => quantity(child(range, 'defaultRequest'), name)) ??
    quantity(child(shared, 'requests'), name) ??
    limit(name)
  return {
    ...optional('memoryLimit', limit('memory')),
    ...optional('memoryReservation', request('memory')),
    ...optional('cpuLimit', limit('cpu')),
    ...optional('cpuReservation', request('cpu')),
    limitedByDefault: false,
  }
}

function limitRanges(index: ObjectIndex, namespace: string | undefined): readonly Node[] {
  return index
    .all('/LimitRange')
    .filter(object => sameNamespace(object.namespace, namespace))
    .flatMap(object => itemsOf(descend(object.node, 'spec', 'limits')))
    .filter(range => textOf(child(range, 'type')) === 'Container')
}

function first<T>(nodes: readonly Node[], read: (node: Node) => Fact<T> | undefined): Fact<T> | undefined {
  for (const node of nodes) {
    const found = read(node)
    if (found) return found
  }
  return undefined
}

const HOST_NAMESPACES = [
  ['hostNetwork', 'network'],
  ['hostPID', 'pid'],
  ['hostIPC', 'ipc'],
] as const

/** What a container may do: its own security context over that of its pod. */
export function containerPrivileges(container: MapNode, pod: MapNode): Privileges {
  const own = child(container, 'securityContext')
  const shared = child(pod, 'securityContext')
  const added = itemsOf(descend(own, 'capabilities', 'add')).flatMap(item => {
    const name = textOf(item)
    return name === undefined ? [] : [{ name: name.toUpperCase().replace(/^CAP_/, ''), at: item.at }]
  })
  return {
    ...optional('privileged', booleanFact(child(own, 'privileged'))),
    addedCapabilities: added,
    hostNamespaces: HOST_NAMESPACES.flatMap(([key, namespace]) => {
      const fact = booleanFact(child(pod, key))
      return fact?.known && fact.value ? [{ namespace, at: fact.at }] : []
    }),
    ...optional('user', textAt(own, 'runAsUser') ?? textAt(shared, 'runAsUser')),
    readOnlyRoot: isTrue(child(own, 'readOnlyRootFilesystem')),
    ...optional('nonRoot', booleanFact(child(own, 'runAsNonRoot')) ?? booleanFact(child(shared, 'runAsNonRoot'))),
    ...optional('escalation', booleanFact(child(own, 'allowPrivilegeEscalation'))),
  }
}

function isTrue(node: Node | undefined): boolean {
  const fact = booleanFact(node)
  return fact?.known === true && fact.value
}
