import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { groupKind } from './pods.js'
import { sameNamespace } from './selectors.js'

/** The objects of one deployment, found without looking at all of them. */
export interface ObjectIndex {
  /** The objects of a kind with its group, as `groupKind` names it, in the order written. */
  readonly all: (kind: string) => readonly KubernetesObject[]
  /** The object of a name that another one in `namespace` means. */
  readonly get: (kind: string, name: string, namespace: string | undefined) => KubernetesObject | undefined
}

/** Sorts objects by kind and name. */
export function indexObjects(objects: readonly KubernetesObject[]): ObjectIndex {
  const byKind = new Map<
    string,
    { readonly list: KubernetesObject[]; readonly byName: Map<string, KubernetesObject[]> }
  >()
  for (const object of objects) {
    const kind = groupKind(object)
    const entry = byKind.get(kind) ?? { list: [], byName: new Map<string, KubernetesObject[]>() }
    byKind.set(kind, entry)
    entry.list.push(object)
    const namesakes = entry.byName.get(object.name)
    if (namesakes) namesakes.push(object)
    else entry.byName.set(object.name, [object])
  }
  return {
    all: kind => byKind.get(kind)?.list ?? [],
    get: (kind, name, namespace) => {
      const namesakes = byKind.get(kind)?.byName.get(name) ?? []
      return (
        namesakes.find(object => object.namespace === namespace) ??
        namesakes.find(object => sameNamespace(object.namespace, namespace))
      )
    },
  }
}
