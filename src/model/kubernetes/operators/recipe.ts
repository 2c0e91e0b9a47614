import type { Distribution } from '../../../knowledge/software.js'
import type { KubernetesObject } from '../../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../../parse/node.js'
import { type Fact, known, knownValue } from '../../../source.js'
import { booleanFact, itemsOf, numberFact } from '../../read-node.js'
import type { ObjectIndex } from '../index.js'

/** How an operator reads one kind of custom resource: what runs then, and how many of it. */
export interface OperatorRecipe {
  /** Group and kind, whatever the version. */
  readonly kind: string
  /** The operator, as people call it. */
  readonly operator: string
  /** The software, by the image that its makers publish; absent where it only serves the stores of the same operator. */
  readonly software?: string
  /** How many nodes, with the operator's default where nothing is written. */
  readonly nodes: (object: KubernetesObject, index: ObjectIndex) => Fact<number>
  /** The Services that it makes. */
  readonly names: (object: KubernetesObject) => readonly string[]
  /** Where `resources` of the server stand, below `spec`. */
  readonly resources?: readonly string[]
  /** Where the image is named, below `spec`. */
  readonly image?: readonly string[]
  /** Whether what it keeps goes with the pod: as the operator's documentation says of these fields. */
  readonly forgets?: (spec: Node | undefined) => { readonly at: Node['at'] } | undefined
  /** Whether it is asked to show metrics to Prometheus. */
  readonly showsMetrics?: (spec: Node | undefined) => boolean
  /** What its settings are read as, and where they stand below `spec`: the name of a setting, and its value. */
  readonly settings?: { readonly distribution: Distribution; readonly path: readonly string[] }
  /** Where the types of its Services stand, below `spec`. */
  readonly serviceTypes?: readonly (readonly string[])[]
}

/** The number at a path below `spec`; `fallback` is the operator's default. */
export function count(...path: readonly string[]) {
  return (fallback: number) => (object: KubernetesObject) =>
    numberFact(descend(object.node, 'spec', ...path)) ?? known(fallback, object.at)
}

/** The sum of a number over the items of a list below `spec`. */
export function sum(list: readonly string[], key: string, fallback: number) {
  return (object: KubernetesObject): Fact<number> => {
    const items = itemsOf(descend(object.node, 'spec', ...list))
    let total = 0
    for (const item of items) {
      const fact = numberFact(child(item, key))
      if (fact && !fact.known) return fact
      total += fact ? fact.value : fallback
    }
    const [first] = items
    return known(total, (first && child(first, key)?.at) ?? object.at)
  }
}

/** Names made by putting these behind the name of the resource. */
export function behind(...endings: readonly string[]) {
  return ({ name }: KubernetesObject) => endings.map(ending => `${name}${ending}`)
}

/** Where a storage is of the type `ephemeral`. */
export function isEphemeral(...path: readonly string[]) {
  return (spec: Node | undefined) => {
    const type = descend(spec, ...path, 'type')
    return textOf(type) === 'ephemeral' && type ? { at: type.at } : undefined
  }
}

/** Where nothing is written below `spec` that would keep the data. */
export function noVolume(...path: readonly string[]) {
  return (spec: Node | undefined) => {
    const parent = spec ?? undefined
    return parent && descend(parent, ...path) === undefined ? { at: parent.at } : undefined
  }
}

/** Whether a switch below `spec` is on. */
export function isOn(...path: readonly string[]) {
  return (spec: Node | undefined) => knownValue(booleanFact(descend(spec, ...path))) === true
}

/** A single node. */
export const one = (object: KubernetesObject) => known(1, object.kindAt)
