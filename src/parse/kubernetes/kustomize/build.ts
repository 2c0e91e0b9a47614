import { isWithin, joinPath } from '../../../paths.js'
import type { Source, Span } from '../../../source.js'
import type { Problem } from '../../node.js'
import { parseYaml, type YamlFile } from '../../yaml.js'
import { noMapping, objectOf } from '../manifests.js'
import type { KubernetesObject } from '../object.js'
import { append, type Building, dropDeleted, type Gathered, idsIn, refuse } from './building.js'
import { below, type EditableMap, editableCopy, scalarText, spend, TOO_MUCH } from './editable.js'
import { generate } from './generators.js'
import { contentHash } from './hash.js'
import { setImages, setReplicas } from './images.js'
import {
  checkKustomization,
  type Kustomization,
  namesIn,
  readKustomization,
  unevaluatedSettings,
} from './kustomization.js'
import { addLabels } from './labels.js'
import { addToNames, rename, setNamespace } from './names.js'
import { objectsIn } from './objects.js'
import { jsonPatches, patches, strategicMergePatches } from './patches.js'
import { isRemote, readBelow } from './read.js'
import { followNames } from './references.js'
import { replaceValues } from './replacements.js'
import { type Resource, resourceOf } from './resources.js'
import { declareVariables, resolveVariables } from './variables.js'

/** What `kustomize build` makes of a folder. */
export interface KustomizeBuild {
  /** Generated, patched and renamed; every value points at the line that it comes from. */
  readonly objects: readonly KubernetesObject[]
  /** Every file that had a part in it, in order of reading. */
  readonly files: readonly string[]
  /** Everything that kustomize would refuse, and everything that could not be read. */
  readonly problems: readonly Problem[]
  /** Patches that kustomize applies to nothing without a word. */
  readonly unmatched: readonly Problem[]
  /** What is named and not in the repository: files, folders, remote addresses. */
  readonly missing: readonly { readonly path: string; readonly at: Span }[]
  /** Settings that are not evaluated: the objects are not quite those that are applied. */
  readonly notEvaluated: readonly { readonly setting: string; readonly at: Span }[]
}

/** The repository, as a build sees it. */
export interface KustomizeFiles {
  /** Reads a file; undefined when there is none, or it is no text. */
  readonly read: (path: string) => Source | undefined
  /** Whether there is a file or folder of that path. */
  readonly exists: (path: string) => boolean
  /** Parses a file of the repository, in case the caller keeps what was parsed. */
  readonly parse?: (source: Source) => YamlFile
}

const MAX_DEPTH = 50
/** In nodes looked at: some seconds. */
const MAX_WORK = 20_000_000
const PER_KUSTOMIZATION = 5_000

/**
 * Builds the kustomization of a folder with the semantics of kustomize v5 (https://kubectl.docs.kubernetes.io/references/kustomize/).
 * Never throws; undefined when the folder holds none. Nothing is fetched, and no plugin, chart or schema of the repository
 * is evaluated: see `missing` and `notEvaluated`. Where kustomize would stop, the build goes on and says so in `problems`.
 */
export function buildKustomization(directory: string, files: KustomizeFiles): KustomizeBuild | undefined {
  const kustomization = readKustomization(directory, files.read)
  if (!kustomization) return undefined
  const building: Building = {
    read: files.read,
    exists: files.exists,
    parse: files.parse ?? parseYaml,
    work: { left: MAX_WORK },
    files: new Set(),
    problems: [],
    unmatched: [],
    missing: [],
    notEvaluated: [],
  }
  const gathered: Gathered = { resources: [], variables: new Map() }
  try {
    gather(kustomization, gathered, [], building)
    finish(gathered, building)
  } catch (thrown) {
    if (thrown !== TOO_MUCH) throw thrown
    building.notEvaluated.push({ setting: 'resources', at: kustomization.node.at })
  }
  const { problems, unmatched, missing, notEvaluated } = building
  const objects = objectsOf(gathered, building)
  return { objects, files: [...building.files], problems, unmatched, missing, notEvaluated }
}

/** What is done once, when everything is gathered. */
function finish(gathered: Gathered, building: Building): void {
  for (const resource of gathered.resources) {
    const { node, hashed } = resource
    if (node && hashed) rename(resource, name => `${name}-${contentHash(node)}`)
  }
  followNames(gathered, building)
  resolveVariables(gathered, building)
}

/** Objects with this annotation are for tools only (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/). */
const LOCAL = 'config.kubernetes.io/local-config'

function objectsOf(gathered: Gathered, building: Building): readonly KubernetesObject[] {
  return gathered.resources.flatMap(({ node }) => {
    if (!node || isLocal(node)) return []
    const object = objectOf(node)
    if (!object) refuse(building, node.at, 'object', 'it has no apiVersion')
    return object ? [object] : []
  })
}

function isLocal(node: EditableMap): boolean {
  const mark = below(below(below(node, 'metadata'), 'annotations'), LOCAL)
  return mark !== undefined && scalarText(mark) !== 'false'
}

/** The folders of the kustomizations that led here. */
type Above = readonly string[]

function gather(kustomization: Kustomization, gathered: Gathered, above: Above, building: Building): void {
  const { node, path } = kustomization
  // Kustomizations that use two that use two that … are read again and again.
  spend(building.work, PER_KUSTOMIZATION)
  building.files.add(path)
  building.problems.push(...kustomization.problems)
  for (const { at, code, message } of checkKustomization(kustomization)) refuse(building, at, code, message)
  building.notEvaluated.push(...unevaluatedSettings(kustomization))
  gatherResources(kustomization, gathered, above, building)
  generate(kustomization, gathered, building)
  for (const { text, at } of namesIn(node, 'components')) {
    const component = folderOf(kustomization, text, at, 'Component', above, building)
    if (component) gather(component, gathered, [...above, kustomization.directory], building)
  }
  transform(kustomization, gathered, building)
  declareVariables(node, gathered, building)
}

/** The transformers, in the order in which kustomize runs them. */
function transform(kustomization: Kustomization, gathered: Gathered, building: Building): void {
  const { node } = kustomization
  strategicMergePatches(kustomization, gathered, building)
  dropDeleted(gathered)
  patches(kustomization, gathered, building)
  dropDeleted(gathered)
  setNamespace(node, gathered, building)
  addToNames(node, gathered)
  addLabels(node, gathered, building)
  jsonPatches(kustomization, gathered, building)
  setReplicas(node, gathered, building)
  setImages(node, gathered, building)
  replaceValues(kustomization, gathered, building)
}

function gatherResources(kustomization: Kustomization, gathered: Gathered, above: Above, building: Building): void {
  const there = idsIn(gathered, building)
  for (const { text, at } of namesIn(kustomization.node, 'resources', 'bases')) {
    const path = joinPath(kustomization.directory, text)
    if (!isRemote(text) && building.read(path)) {
      append(gathered, resourcesIn(kustomization, text, at, building), there, at, building)
      continue
    }
    const base = folderOf(kustomization, text, at, 'Kustomization', above, building)
    if (!base) continue
    const inner: Gathered = { resources: [], variables: new Map() }
    gather(base, inner, [...above, kustomization.directory], building)
    append(gathered, inner.resources, there, at, building)
    for (const [name, variable] of inner.variables) {
      if (gathered.variables.has(name)) refuse(building, variable.at, 'variable', `${name} is declared twice`)
      gathered.variables.set(name, variable)
    }
  }
}

function resourcesIn(kustomization: Kustomization, name: string, at: Span, building: Building): readonly Resource[] {
  const source = readBelow(kustomization, name, at, building)
  if (!source) return []
  const { documents, problems } = building.parse(source)
  building.problems.push(...problems, ...documents.flatMap(({ root }) => noMapping(root)))
  return documents.flatMap(({ root }) => {
    if (!root) return []
    const objects = objectsIn(root)
    if (!objects) refuse(building, root.at, 'object', 'something in it has no kind or no name')
    return (objects ?? []).map(node => resourceOf(editableCopy(node, building.work) as EditableMap))
  })
}

/** The kustomization of a folder that another one names. */
function folderOf(
  { directory }: Kustomization,
  name: string,
  at: Span,
  kind: Kustomization['kind'],
  above: Above,
  building: Building,
): Kustomization | undefined {
  const path = joinPath(directory, name)
  const isElsewhere = isRemote(name) || name.startsWith('/')
  const found = isElsewhere ? undefined : readKustomization(path, building.read)
  if (!found) {
    building.missing.push({ path: isElsewhere ? name : path, at })
  } else if ([...above, directory].some(one => isWithin(path, one)) || above.length >= MAX_DEPTH) {
    refuse(building, at, 'cycle', `${name} leads back to where it is named`)
  } else if (found.kind !== kind) {
    refuse(building, at, 'kustomization', `${name} is a ${found.kind}, where a ${kind} is wanted`)
  } else return found
  return undefined
}
