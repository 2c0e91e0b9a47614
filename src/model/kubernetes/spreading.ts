import { child, descend, type MapNode, type Node } from '../../parse/node.js'
import type { Span } from '../../source.js'
import { itemsOf } from '../read-node.js'
import { selects } from './selectors.js'

/** Whether pods keep away from each other. */
export type Spreading =
  | { readonly state: 'spread' }
  /** Nothing says so. */
  | { readonly state: 'none' }
  /** Something does, and it is about other pods. */
  | { readonly state: 'others'; readonly at: Span; readonly setting: string }

const ANTI_AFFINITY = ['affinity', 'podAntiAffinity'] as const

/**
 * Whether the pods of a template are kept apart: by `topologySpreadConstraints` or `podAntiAffinity` that select these very
 * pods. A constraint without a selector counts nothing.
 * https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function spreadingOf(spec: MapNode, labels: ReadonlyMap<string, string>): Spreading {
  const anti = descend(spec, ...ANTI_AFFINITY)
  const preferred = itemsOf(child(anti, 'preferredDuringSchedulingIgnoredDuringExecution'))
  const terms = [
    ...itemsOf(child(anti, 'requiredDuringSchedulingIgnoredDuringExecution')),
    ...preferred.flatMap(one => child(one, 'podAffinityTerm') ?? []),
  ].map(node => ({ node, setting: 'podAntiAffinity' }))
  const constraints = itemsOf(child(spec, 'topologySpreadConstraints')).map(node => ({
    node,
    setting: 'topologySpreadConstraints',
  }))
  const written = [...constraints, ...terms]
  if (written.some(({ node }) => isAbout(node, labels))) return { state: 'spread' }
  const [first] = written
  if (!first) return { state: 'none' }
  return { state: 'others', at: child(first.node, 'labelSelector')?.at ?? first.node.at, setting: first.setting }
}

function isAbout(node: Node, labels: ReadonlyMap<string, string>): boolean {
  const selector = child(node, 'labelSelector')
  return selector !== undefined && selects(selector, labels)
}
