import type { Replication } from '../knowledge/judgement.js'
import type { Fact } from '../source.js'
import { replicationOf } from './datastore/replication.js'
import type { System, Workload } from './system.js'

/** One server of a clustered kind of software, and what its settings say of its partners. */
export interface Node {
  readonly workload: Workload
  readonly replication: Replication
}

/** The data services whose image tells whether they are one of several nodes. */
export function nodesOf(system: System): readonly Node[] {
  return system.workloads.flatMap(workload => {
    const replication = replicationOf(workload)
    return replication ? [{ workload, replication }] : []
  })
}

/** The other nodes of the same software in the same deployment. */
export function peersOf(node: Node, nodes: readonly Node[]): readonly Node[] {
  return nodes.filter(
    other =>
      other !== node &&
      other.workload.deployment === node.workload.deployment &&
      other.workload.software?.id === node.workload.software?.id,
  )
}

/** Whether another node names this one as its partner, and is wired to it. */
export function isReferredTo(node: Node, peers: readonly Node[]): boolean {
  const names = new Set(node.workload.networks.flatMap(network => network.aliases))
  return peers.some(peer => peer.replication.state === 'wired' && peer.replication.peers.some(name => names.has(name)))
}

/**
 * Whether a node is to be a replica and is none. A claimed primary is fine where another node is wired to it; a claim
 * without a role says something only beside a second node.
 */
export function isEmptyClaim(node: Node, peers: readonly Node[]): boolean {
  if (node.replication.state !== 'claimed') return false
  if (node.replication.role === 'replica' || node.replication.role === 'member') return true
  return !isReferredTo(node, peers) && peers.length > 0
}

/** How many servers a workload starts that are not told of each other; undefined for one alone, and where they may be. */
export function serversThatAreAlone({
  workload,
  replication,
}: Node): (Fact<number> & { readonly known: true }) | undefined {
  const { replicas, pod, mounts } = workload
  // The pods of a Deployment share their claim: that they are started on one volume is what is wrong then.
  if (pod && pod.kind !== 'StatefulSet' && mounts.some(mount => mount.type === 'claim')) return undefined
  if (!workload.software?.cluster || workload.role === 'tool' || replication.state !== 'alone') return undefined
  return replicas?.known && replicas.value > 1 ? replicas : undefined
}
