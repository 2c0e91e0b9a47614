import { child, descend, textOf } from '../../parse/node.js'
import type { Cluster } from '../cluster.js'

/** The kinds that definitions of the repository add to a cluster, `group Kind`. */
export function definedKinds(clusters: readonly Cluster[]): ReadonlySet<string> {
  return new Set(
    clusters
      .flatMap(cluster => cluster.objects)
      .filter(object => object.kind === 'CustomResourceDefinition')
      .map(({ node }) => {
        const spec = child(node, 'spec')
        return `${textOf(child(spec, 'group'))} ${textOf(descend(spec, 'names', 'kind'))}`
      }),
  )
}
