import type { Tree } from '../tree.js'
import type { ConfiguredSet } from './compose-sets.js'
import type { Declared } from './declared.js'
import type { Dockerfiles } from './dockerfiles.js'
import { kubernetesDirectories } from './kubernetes-manifests.js'

/** What the Kubernetes manifests of the repository declare: one deployment for each set that is applied together. */
export function kubernetesDeployments(
  tree: Tree,
  _dockerfiles: Dockerfiles,
  _configured: readonly ConfiguredSet[],
): Declared {
  return { deployments: [], unreadable: [], notEvaluated: kubernetesDirectories(tree), productionFiles: new Set() }
}
