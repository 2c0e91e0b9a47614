import type { Tree } from '../../tree.js'
import type { Cluster } from '../cluster.js'

/** A Service that a kustomization calls otherwise than its manifest does (`namePrefix`, `nameSuffix`). */
export interface RenamedService {
  /** The deployment that has it. */
  readonly deployment: string
  readonly namespace: string | undefined
  readonly written: string
  readonly name: string
}

/**
 * The Services of production whose names are put together by kustomize. It follows them into references of other objects, and
 * never into texts: `postgres://db:5432` in a ConfigMap keeps the name of the manifest.
 * https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/konfig/builtinpluginconsts/namereference.go
 */
export function renamedServicesOf(clusters: readonly Cluster[], tree: Tree): readonly RenamedService[] {
  return clusters.flatMap(({ deployment, services }) =>
    services.flatMap(({ object: { name, namespace, at } }) => {
      const written = tree
        .read(at.path)
        ?.text.slice(at.start, at.end)
        .replace(/^(["'])(.*)\1$/, '$2')
      // The manifest has the name itself where it is put together: a value of a patch or a generator is elsewhere.
      if (!written || written === name || !/^[a-z0-9-]{1,63}$/.test(written) || !name.includes(written)) return []
      return [{ deployment, namespace, written, name }]
    }),
  )
}
