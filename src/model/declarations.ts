import type { Tree } from '../tree.js'
import { composeDeployments } from './compose/deployments.js'
import type { ConfiguredSet } from './compose/sets.js'
import { type Declared, NOTHING_DECLARED } from './declared.js'
import { namedBuilds } from './image/builds.js'
import type { Dockerfiles } from './image/dockerfiles.js'
import type { NamedBuild } from './kubernetes/images.js'
import { withoutLocalCompose } from './kubernetes/local-compose.js'
import { mentionsKubernetes } from './kubernetes/signs.js'
import { kubernetesDeployments } from './kubernetes.js'
import { mentionsPm2 } from './pm2/signs.js'
import { withPm2 } from './pm2.js'

/** What the files of all platforms declare. */
export interface Declarations {
  readonly platforms: readonly Declared[]
  /** The names under which the repository itself builds images, found when they are first asked for. */
  readonly builds: () => readonly NamedBuild[]
}

/** Reads what Compose, Kubernetes and PM2 deploy; `sets` are those that the configuration names. */
export function declarationsOf(tree: Tree, dockerfiles: Dockerfiles, sets: readonly ConfiguredSet[]): Declarations {
  const isCompose = sets.length > 0 || tree.files.some(file => file.format === 'compose')
  const composed = isCompose ? composeDeployments(tree, dockerfiles, sets) : NOTHING_DECLARED
  let named: readonly NamedBuild[] | undefined
  const builds = () => {
    named ??= namedBuilds(tree, dockerfiles, composed.deployments)
    return named
  }
  const kubernetes = mentionsKubernetes(tree)
    ? kubernetesDeployments(tree, dockerfiles, sets, builds)
    : NOTHING_DECLARED
  const containers =
    kubernetes.deployments.length > 0
      ? [withoutLocalCompose(composed, kubernetes, tree), kubernetes]
      : [composed, kubernetes]
  return { platforms: mentionsPm2(tree, containers) ? withPm2(tree, containers, sets) : containers, builds }
}
