import { child, entriesOf } from '../../parse/node.js'
import type { Span } from '../../source.js'
import { kubernetesDeployments } from '../kubernetes/production.js'
import type { System } from '../system.js'
import { secretIn } from './judge.js'
import { holdsLeak, secretPlaces } from './written-secrets.js'

/** A secret in a ConfigMap that no container of the manifests takes it from. */
export interface UnusedSecret {
  readonly name: string
  readonly map: string
  readonly signing: boolean
  readonly at: Span
}

/**
 * The literal secrets in ConfigMaps of production which no workload of the repository is given: a chart, an operator or another
 * repository reads them, or nobody, and they are in the history all the same.
 */
export function unusedConfigMapSecrets(system: System): readonly UnusedSecret[] {
  const objects = kubernetesDeployments(system).flatMap(({ cluster }) =>
    cluster.objects.filter(object => object.kind === 'ConfigMap' && object.apiVersion === 'v1'),
  )
  if (objects.length === 0) return []
  const told = secretPlaces(system).map(({ at }) => at)
  const found = new Map<string, UnusedSecret>()
  for (const { node, name: map } of objects) {
    for (const [name, value] of entriesOf(child(node, 'data'))) {
      // Whole files have a dot in their name.
      if (value?.kind !== 'scalar' || value.text === null || name.includes('.')) continue
      const secret = secretIn(name, value.text)
      if (secret?.kind !== 'literal' || secret.placeholder || holdsLeak(system, value.at)) continue
      const { at } = value
      if (told.some(one => one.path === at.path && one.start < at.end && at.start < one.end)) continue
      found.set(`${at.path}:${at.start}`, { name, map, signing: secret.signing, at })
    }
  }
  return [...found.values()]
}
