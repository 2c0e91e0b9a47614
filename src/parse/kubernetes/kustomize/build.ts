import { isWithin, joinPath } from '../../../paths.js'
import type { Source, Span } from '../../../source.js'
import type { Problem } from '../../node.js'
import { type ManifestFile, readManifests } from '../manifests.js'
import type { KubernetesObject } from '../object.js'
import { type Kustomization, namesIn, readKustomization } from './kustomization.js'

/** What `kustomize build` makes of a folder. */
export interface KustomizeBuild {
  readonly objects: readonly KubernetesObject[]
  /** Every file that had a part in it, in order of reading. */
  readonly files: readonly string[]
  /** Everything that kustomize would refuse, and everything that could not be read. */
  readonly problems: readonly Problem[]
  /** What is named and not in the repository: files, folders, remote addresses. */
  readonly missing: readonly { readonly path: string; readonly at: Span }[]
  /** Settings that are not evaluated: the objects are not quite those that are applied. */
  readonly notEvaluated: readonly { readonly setting: string; readonly at: Span }[]
}

/** Reads a file of the repository; undefined when there is none, or it lies outside the root. */
export type ReadFile = (path: string) => Source | undefined

const MAX_DEPTH = 50
const MAX_FILES = 5_000
const EVALUATED = new Set(['apiVersion', 'kind', 'metadata', 'resources', 'bases', 'components'])

interface Building {
  readonly read: ReadFile
  readonly manifests: (source: Source) => ManifestFile
  readonly objects: KubernetesObject[]
  readonly files: Set<string>
  readonly problems: Problem[]
  readonly missing: { readonly path: string; readonly at: Span }[]
  readonly notEvaluated: { readonly setting: string; readonly at: Span }[]
}

/** Builds the kustomization of a folder. Never throws; undefined when the folder holds none. */
export function buildKustomization(
  directory: string,
  read: ReadFile,
  manifests: (source: Source) => ManifestFile = readManifests,
): KustomizeBuild | undefined {
  const kustomization = readKustomization(directory, read)
  if (!kustomization) return undefined
  const building: Building = {
    read,
    manifests,
    objects: [],
    files: new Set(),
    problems: [],
    missing: [],
    notEvaluated: [],
  }
  accumulate(kustomization, [], building)
  return { ...building, files: [...building.files] }
}

function accumulate(kustomization: Kustomization, above: readonly string[], building: Building): void {
  const { directory, node, path } = kustomization
  building.files.add(path)
  building.problems.push(...kustomization.problems)
  for (const [setting, { keyAt }] of node.entries) {
    if (!EVALUATED.has(setting)) building.notEvaluated.push({ setting, at: keyAt })
  }
  for (const { text, at } of namesIn(node, 'resources', 'bases', 'components')) {
    const target = joinPath(directory, text)
    const source = isRemote(text) ? undefined : building.read(target)
    const inner = isRemote(text) || source ? undefined : readKustomization(target, building.read)
    if (source) readResource(source, building)
    else if (inner && above.length < MAX_DEPTH && building.files.size < MAX_FILES) {
      if ([...above, directory].some(one => isWithin(target, one))) {
        building.problems.push({ at, message: `${text} leads back to here`, kind: 'structure', code: 'cycle' })
      } else accumulate(inner, [...above, directory], building)
    } else building.missing.push({ path: isRemote(text) ? text : target, at })
  }
}

function readResource(source: Source, building: Building): void {
  const { objects, problems } = building.manifests(source)
  building.files.add(source.path)
  building.objects.push(...objects)
  building.problems.push(...problems)
}

/** `https://…`, `git@…`, `github.com/owner/repository`: what is fetched when it is built. */
function isRemote(name: string): boolean {
  return /^(?:[a-z]+:\/\/|git::|[\w.-]+@|(?:www\.)?github\.com\/|gitlab\.com\/|bitbucket\.org\/)|\?ref=/.test(name)
}
