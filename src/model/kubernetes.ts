import { isKustomizationName } from '../parse/kubernetes/kustomize/kustomization.js'
import type { Problem } from '../parse/node.js'
import { directoryOf, fileName } from '../paths.js'
import type { Tree } from '../tree.js'
import type { ConfiguredSet } from './compose/sets.js'
import type { Declared } from './declared.js'
import type { Dockerfiles } from './image/dockerfiles.js'
import { imagesAtDeploy } from './images-at-deploy.js'
import { kubernetesDeployment } from './kubernetes/deployment.js'
import { builtImages, type NamedBuild } from './kubernetes/images.js'
import { unreadStores } from './kubernetes/operators.js'
import { podProblem } from './kubernetes/pods.js'
import { namedObjects } from './kubernetes/references.js'
import { type KubernetesSet, kubernetesSets } from './kubernetes/sets.js'
import type { NotEvaluated, Unreadable } from './system.js'

/**
 * What the Kubernetes manifests of the repository declare: one deployment for each set that is applied together. `builds`:
 * the images that the repository builds under a name of their own.
 */
export function kubernetesDeployments(
  tree: Tree,
  dockerfiles: Dockerfiles,
  configured: readonly ConfiguredSet[],
  builds: () => readonly NamedBuild[],
): Declared {
  const { sets, leftOut } = kubernetesSets(tree, configured)
  if (sets.length === 0) return { deployments: [], unreadable: [], notEvaluated: leftOut, productionFiles: new Set() }
  const named = namedObjects(
    sets.flatMap(set => set.objects),
    tree,
  )
  const context = { tree, dockerfiles, builds: builtImages(builds()), atDeploy: imagesAtDeploy(tree), named }
  const production = sets.filter(set => set.purpose === 'production')
  return {
    deployments: sets.map(set => kubernetesDeployment(set, context)),
    unreadable: unreadableManifests(sets, leftOut, tree),
    notEvaluated: [
      ...leftOut,
      ...production.flatMap(unevaluatedParts),
      ...production.flatMap(set => unreadStores(set.objects)),
    ],
    productionFiles: new Set(production.flatMap(set => set.files)),
  }
}

function unevaluatedParts({ missing, notEvaluated }: KubernetesSet): readonly NotEvaluated[] {
  return [
    ...missing.map(one => ({ path: one.path, because: `${one.at.path} names it, and it is not in the repository` })),
    ...notEvaluated.map(({ setting, at }) => ({ path: at.path, because: `${setting} of kustomize is not evaluated` })),
  ]
}

/** Files with syntax errors, and with pods that say nothing of their containers. */
function unreadableManifests(
  sets: readonly KubernetesSet[],
  leftOut: readonly NotEvaluated[],
  tree: Tree,
): readonly Unreadable[] {
  const found = new Map<string, { readonly problems: Map<number, Problem>; production: boolean }>()
  for (const set of sets) {
    const pods = set.objects.flatMap(object => {
      const problem = podProblem(object)
      return problem ? [{ ...problem, kind: 'structure' } as const] : []
    })
    for (const problem of [...set.problems.filter(({ kind }) => kind === 'syntax'), ...pods]) {
      const entry = found.get(problem.at.path) ?? { problems: new Map<number, Problem>(), production: false }
      entry.production ||= set.purpose === 'production'
      if (!entry.problems.has(problem.at.start)) entry.problems.set(problem.at.start, problem)
      found.set(problem.at.path, entry)
    }
  }
  return [...found].map(([path, { problems, production }]) => ({
    path,
    format: 'kubernetes',
    production,
    problems: [...problems.values()],
    mayDeclare: [path, ...(isKustomizationName(fileName(path)) ? besideOf(path, leftOut) : [])].reduce(
      (sum, one) => sum + mayDeclare(tree.read(one)?.text ?? ''),
      0,
    ),
  }))
}

/** The manifests beside a kustomization that it does not name, as far as it can be read. */
function besideOf(kustomization: string, leftOut: readonly NotEvaluated[]): readonly string[] {
  return leftOut.flatMap(({ path }) => (directoryOf(path) === directoryOf(kustomization) ? path : []))
}

/** At most this many subjects can a text of manifests declare: each needs a kind or an image of its own, or an alias for one. */
function mayDeclare(text: string): number {
  const keys = text.match(/\b(?:kind|image)["']?[ \t]*:/g)?.length ?? 0
  const aliases = text.match(/[:,[{-][ \t]*\*[\w-]/g)?.length ?? 0
  return Math.max(1, keys + aliases)
}
