import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, type Node, textOf } from '../../parse/node.js'
import { knownValue } from '../../source.js'
import type { ClusterService, PodController, Selecting } from '../cluster.js'
import { entriesOf, itemsOf } from '../read-node.js'
import { sameNamespace, selects } from './selectors.js'
import { containerPorts } from './services.js'

/** Whether policies let a connection through; `maybe`: that depends on what the repository does not tell. */
export type Passage = 'allowed' | 'denied' | 'maybe'

/** Where a connection comes from, or goes to: pods, something outside of all pods, or the DNS of the cluster. */
export type Peer = PodController | 'outside' | 'dns'

type Direction = 'ingress' | 'egress'

/** The policies that say who may reach these pods (`ingress`), or whom they may reach (`egress`). */
export function policiesOn(
  controller: PodController,
  direction: Direction,
  policies: readonly Selecting[],
): readonly KubernetesObject[] {
  return policies.flatMap(({ object, controllers }) => {
    const spec = child(object.node, 'spec')
    const types = itemsOf(child(spec, 'policyTypes')).map(type => textOf(type)?.toLowerCase())
    // Without types every policy is about ingress, and one with rules for egress about that as well.
    const isMeant =
      types.length > 0 ? types.includes(direction) : direction === 'ingress' || child(spec, 'egress') !== undefined
    // Whether one of another namespace is meant depends on where the rest is applied to.
    const isHere = object.namespace === controller.object.namespace
    return isMeant && isHere && controllers.includes(controller) ? [object] : []
  })
}

/**
 * Whether policies of one direction let a connection through; they add up, and none at all let everything through.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
 */
export function passage(
  policies: readonly KubernetesObject[],
  direction: Direction,
  peer: Peer,
  port: { readonly number: number | undefined; readonly of?: PodController },
  controllers: readonly PodController[],
): Passage {
  if (policies.length === 0) return 'allowed'
  const found = policies.flatMap(policy =>
    itemsOf(child(child(policy.node, 'spec'), direction)).map((rule): Passage => {
      const peers = itemsOf(child(rule, direction === 'ingress' ? 'from' : 'to'))
      const ofPeer = peers.length === 0 ? 'allowed' : best(peers.map(one => matches(one, peer, policy, controllers)))
      return both(ofPeer, portPassage(itemsOf(child(rule, 'ports')), port))
    }),
  )
  return best(found)
}

function best(found: readonly Passage[]): Passage {
  if (found.includes('allowed')) return 'allowed'
  return found.includes('maybe') ? 'maybe' : 'denied'
}

function both(one: Passage, other: Passage): Passage {
  if (one === 'denied' || other === 'denied') return 'denied'
  return one === 'allowed' && other === 'allowed' ? 'allowed' : 'maybe'
}

function matches(entry: Node, peer: Peer, policy: KubernetesObject, controllers: readonly PodController[]): Passage {
  const pods = child(entry, 'podSelector')
  const namespaces = child(entry, 'namespaceSelector')
  // A range of addresses may be that of nodes, of pods or of the world.
  if (child(entry, 'ipBlock') || (!pods && !namespaces)) return 'maybe'
  if (typeof peer === 'string') {
    if (namespaces) return 'maybe'
    if (peer === 'dns') return 'denied'
    // What lets requests in may run in the namespace, without a manifest of this repository.
    const own = controllers.filter(one => sameNamespace(one.object.namespace, policy.namespace))
    return own.some(one => selects(pods, one.labels)) ? 'denied' : 'maybe'
  }
  if (pods && !selects(pods, peer.labels)) return 'denied'
  if (namespaces) return entriesOf(namespaces).length === 0 ? 'allowed' : 'maybe'
  if (policy.namespace !== undefined && peer.object.namespace !== undefined)
    return policy.namespace === peer.object.namespace ? 'allowed' : 'denied'
  return 'allowed'
}

function portPassage(
  ports: readonly Node[],
  { number, of }: { readonly number: number | undefined; readonly of?: PodController },
): Passage {
  if (ports.length === 0) return 'allowed'
  if (number === undefined) return 'maybe'
  return best(
    ports.map((entry): Passage => {
      const text = textOf(child(entry, 'port'))
      if (text === undefined) return 'allowed'
      const end = Number(textOf(child(entry, 'endPort')) ?? text)
      if (/^\d+$/.test(text)) return number >= Number(text) && number <= end ? 'allowed' : 'denied'
      const named = of && portsNamed(of, text)
      if (!named || named.length === 0) return 'maybe'
      return named.includes(number) ? 'allowed' : 'denied'
    }),
  )
}

function portsNamed({ spec }: PodController, name: string): readonly number[] {
  return itemsOf(child(spec, 'containers')).flatMap(container =>
    containerPorts(container).flatMap(port => (port.name === name ? [port.number] : [])),
  )
}

/** The port of the pods that a port of a Service leads to; undefined where that is not known. */
export function podPort(
  service: ClusterService,
  port: number | undefined,
  controller: PodController,
): number | undefined {
  const found = service.ports.find(one => knownValue(one.port) === port)
  if (!found?.port.known) return undefined
  const target = found.target ?? found.port
  if (!target.known) return undefined
  if (typeof target.value === 'number') return target.value
  const [named] = portsNamed(controller, target.value)
  return named
}
