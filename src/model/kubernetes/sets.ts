import { buildKustomization, type KustomizeBuild } from '../../parse/kubernetes/kustomize/build.js'
import { usesOf } from '../../parse/kubernetes/kustomize/uses.js'
import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import type { Problem } from '../../parse/node.js'
import { directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { ConfiguredSet } from '../compose/sets.js'
import type { NotEvaluated } from '../system.js'
import { type Candidate, commonFolder, nameOfFiles, type Strength } from './candidates.js'
import { type ApplyCommand, applyCommands } from './commands.js'
import { isFragment, type KubernetesFiles, kubernetesFiles } from './files.js'
import { plainCandidates } from './plain.js'
import { kubernetesPurpose } from './purpose.js'
import { rankKubernetesSets } from './ranking.js'

/** Objects that are applied to a cluster together, and what they are for. */
export interface KubernetesSet {
  /** What people call it: its folder, or its file. */
  readonly name: string
  /** `kustomization`: as kustomize builds it · `manifests`: files as they stand · `helm-rendered`: what `helm template` wrote. */
  readonly kind: 'kustomization' | 'manifests' | 'helm-rendered'
  /** Every file that had a part in it; the kustomization file first. */
  readonly files: readonly string[]
  readonly purpose: 'production' | 'development'
  /** Why it was taken for that, as a sentence without a full stop. */
  readonly because: string
  /** What is applied, generators and patches included, in the order written. There may be no workload among them. */
  readonly objects: readonly KubernetesObject[]
  /** What is wrong in its files. `syntax`: a part could not be read. */
  readonly problems: readonly Problem[]
  /** False when a part could not be read, is not in the repository, or is made by what is not evaluated. */
  readonly complete: boolean
  /** What is named and not in the repository. */
  readonly missing: readonly { readonly path: string; readonly at: Span }[]
  /** Settings of kustomizations that are not evaluated. */
  readonly notEvaluated: readonly { readonly setting: string; readonly at: Span }[]
}

/** The sets of a repository, and the files of manifests that are in none, each with the reason. */
export interface KubernetesSets {
  readonly sets: readonly KubernetesSet[]
  readonly leftOut: readonly NotEvaluated[]
}

/**
 * Finds what is applied together and tells production from development. A kustomization that another one uses is no set of
 * its own, a component never, and a fragment (a workload without images) is never judged alone. Order of evidence: the
 * configuration; commands that deploy; folders and files named for production; kustomizations and manifests that say
 * nothing; pre-production; a base that only development uses. A second description of the same workloads is not judged
 * again. What is named for development is never taken for production.
 */
export function kubernetesSets(tree: Tree, configured: readonly ConfiguredSet[]): KubernetesSets {
  const files = kubernetesFiles(tree)
  if (files.manifests.size === 0 && files.kustomizations.size === 0) return { sets: [], leftOut: files.leftOut }
  const commands = applyCommands(tree)
  const used = usedBy(files)
  const named = configured.flatMap(set => configuredCandidate(set, files, tree) ?? [])
  const taken = new Set(named.flatMap(one => one.files))
  const roots = kustomizationCandidates(tree, files, commands, used).filter(one => !taken.has(one.files[0] ?? ''))
  const leftOut = [...files.leftOut]
  const plain = [...files.manifests.values()].filter(({ path, objects, problems }) => {
    if (taken.has(path) || used.files.has(path)) return false
    if (files.kustomizations.has(directoryOf(path))) {
      leftOut.push({ path, because: 'the kustomization beside it does not name it' })
      return false
    }
    // Where a part cannot be read, that may be the part with the images.
    if (!objects.some(isFragment) || problems.some(({ kind }) => kind === 'syntax')) return true
    leftOut.push({ path, because: 'it only changes workloads of a file that is not here' })
    return false
  })
  const sets = rankKubernetesSets([...named, ...roots, ...plainCandidates(plain, commands, [...named, ...roots])])
  return { sets, leftOut }
}

/** What kustomizations use: files, and the folders of other kustomizations with the folders of their users. */
interface Used {
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlyMap<string, readonly string[]>
}

function usedBy({ kustomizations }: KubernetesFiles): Used {
  const files = new Set<string>()
  const folders = new Map<string, string[]>()
  for (const [directory, kustomization] of kustomizations) {
    const uses = usesOf(kustomization)
    for (const path of [...uses.resources, ...uses.others]) {
      if (kustomizations.has(path) && path !== directory) folders.set(path, [...(folders.get(path) ?? []), directory])
      else files.add(path)
    }
  }
  return { files, folders }
}

function kustomizationCandidates(
  tree: Tree,
  files: KubernetesFiles,
  commands: readonly ApplyCommand[],
  used: Used,
): readonly Candidate[] {
  const found: Candidate[] = []
  const circles = new Set(inCircles(files, used))
  for (const [directory, { kind, path }] of files.kustomizations) {
    if (kind === 'Component') continue
    const own = commands.filter(one => one.target === directory || one.target === path)
    const deploys = own.find(one => one.purpose === 'production')
    const users = used.folders.get(directory) ?? []
    const said = kubernetesPurpose(directory)
    const borrowed = users.length > 0 && deploys === undefined && !circles.has(directory)
    const onlyDevelopment = users.every(user => kubernetesPurpose(user)?.purpose === 'development')
    if (borrowed && (!onlyDevelopment || said?.purpose === 'development')) continue
    const build = buildKustomization(directory, { ...tree, parse: files.parse })
    if (!build) continue
    const judged: Pick<Candidate, 'strength' | 'because'> = borrowed
      ? { strength: 'base', because: 'only development builds on it, and nothing here is nearer to production' }
      : judge(
          said,
          deploys,
          own[0],
          circles.has(directory) ? 'it and others only use each other' : 'no other kustomization uses it',
        )
    found.push({ ...ofBuild(directory, build), ...judged })
  }
  return found
}

/** Kustomizations that only use each other: the first of each circle, which nobody else would look at. */
function inCircles({ kustomizations }: KubernetesFiles, { folders }: Used): readonly string[] {
  const usedOf = new Map<string, string[]>()
  for (const [directory, users] of folders) {
    for (const user of users) usedOf.set(user, [...(usedOf.get(user) ?? []), directory])
  }
  const reached = new Set<string>()
  const reach = (directory: string) => {
    const waiting = [directory]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (reached.has(next)) continue
      reached.add(next)
      waiting.push(...(usedOf.get(next) ?? []))
    }
  }
  for (const directory of kustomizations.keys()) if (!folders.has(directory)) reach(directory)
  const first: string[] = []
  for (const [directory, { kind }] of kustomizations) {
    if (reached.has(directory) || kind === 'Component') continue
    first.push(directory)
    reach(directory)
  }
  return first
}

/** What the place and the commands say. The name of a place outranks the words around a command. */
function judge(
  said: ReturnType<typeof kubernetesPurpose>,
  deploys: ApplyCommand | undefined,
  applied: ApplyCommand | undefined,
  otherwise: string,
): Pick<Candidate, 'strength' | 'because'> {
  if (said?.purpose === 'development') return { strength: 'none', because: said.because }
  if (said?.purpose === 'preproduction')
    return { strength: 'nearest', because: `${said.because}, and nothing here is nearer to production` }
  if (deploys) return { strength: 'named', because: `${deploys.by} deploys it` }
  if (said) return { strength: 'named', because: said.because }
  return { strength: 'plain', because: applied ? `${applied.by} applies it` : otherwise }
}

function ofBuild(directory: string, build: KustomizeBuild): Omit<Candidate, 'strength' | 'because'> {
  return {
    name: directory,
    kind: 'kustomization',
    directory,
    files: build.files,
    objects: build.objects,
    problems: [...build.problems, ...build.unmatched],
    missing: build.missing,
    notEvaluated: build.notEvaluated,
  }
}

/** A set of `deployments` in the configuration: folders of kustomizations, folders of manifests, and files. */
function configuredCandidate(
  { files: named, purpose }: ConfiguredSet,
  files: KubernetesFiles,
  tree: Tree,
): Candidate | undefined {
  const parts = named.flatMap(name => partsOf(joinPath('.', name), files, tree))
  if (parts.length === 0) return undefined
  const paths = [...new Set(parts.flatMap(part => part.files))]
  const strength: Strength = purpose === 'production' ? 'configured' : 'none'
  return {
    name: named.map(name => joinPath('.', name)).join(' + ') || nameOfFiles(paths),
    kind: parts[0]?.kind ?? 'manifests',
    directory: commonFolder(paths),
    files: paths,
    objects: parts.flatMap(part => part.objects),
    problems: parts.flatMap(part => part.problems),
    missing: parts.flatMap(part => part.missing),
    notEvaluated: parts.flatMap(part => part.notEvaluated),
    strength,
    because: 'the configuration says so',
  }
}

function partsOf(path: string, files: KubernetesFiles, tree: Tree): readonly Omit<Candidate, 'strength' | 'because'>[] {
  const directory = files.kustomizations.has(path) ? path : directoryOf(path)
  if (files.kustomizations.get(directory)?.path === path || files.kustomizations.has(path)) {
    const build = buildKustomization(directory, { ...tree, parse: files.parse })
    return build ? [ofBuild(directory, build)] : []
  }
  return [...files.manifests.values()]
    .filter(file => isWithin(path, file.path))
    .map(file => ({
      name: fileName(file.path),
      kind: 'manifests',
      directory: directoryOf(file.path),
      files: [file.path],
      objects: file.objects,
      problems: file.problems,
      missing: [],
      notEvaluated: [],
    }))
}
