import { joinPath } from '../../../paths.js'
import type { Source, Span } from '../../../source.js'
import { child, type MapNode, type Node, type Problem, textOf } from '../../node.js'
import { parseYaml } from '../../yaml.js'
import { noMapping } from '../manifests.js'

/** One kustomization file. */
export interface Kustomization {
  /** The folder that it lies in. */
  readonly directory: string
  readonly path: string
  readonly kind: 'Kustomization' | 'Component'
  readonly node: MapNode
  readonly problems: readonly Problem[]
  /** Another kustomization file in the same folder, which kustomize refuses. */
  readonly second?: string
}

/** A text of a list, and where it stands. */
export interface Named {
  readonly text: string
  readonly at: Span
}

/** The names that kustomize looks for (https://kubectl.docs.kubernetes.io/references/kustomize/glossary/#kustomization). */
const NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** Whether a file of this name is a kustomization. */
export function isKustomizationName(name: string): boolean {
  return NAMES.includes(name)
}

/** Reads the kustomization of a folder; undefined when there is none. Never throws: what is wrong is in `problems`. */
export function readKustomization(
  directory: string,
  read: (path: string) => Source | undefined,
): Kustomization | undefined {
  const sources = NAMES.flatMap(name => read(joinPath(directory, name)) ?? [])
  const [source, second] = sources
  if (!source) return undefined
  const { documents, problems } = parseYaml(source)
  const root = documents[0]?.root
  const node: MapNode =
    root?.kind === 'map' ? root : { kind: 'map', at: { path: source.path, start: 0, end: 0 }, entries: new Map() }
  const kind = textOf(child(node, 'kind')) === 'Component' ? 'Component' : 'Kustomization'
  return {
    directory,
    path: source.path,
    kind,
    node,
    problems: [...problems, ...noMapping(root)],
    ...(second ? { second: second.path } : {}),
  }
}

const LISTS = [
  ...['resources', 'bases', 'components', 'crds', 'configurations', 'generators', 'transformers', 'validators'],
  ...['patches', 'patchesStrategicMerge', 'patchesJson6902', 'images', 'imageTags', 'replacements', 'replicas', 'vars'],
  ...['configMapGenerator', 'secretGenerator', 'labels', 'helmCharts', 'helmChartInflationGenerator', 'buildMetadata'],
]
const MAPS = [
  'metadata',
  'openapi',
  'commonLabels',
  'commonAnnotations',
  'helmGlobals',
  'generatorOptions',
  'sortOptions',
]
const TEXTS = ['apiVersion', 'kind', 'namePrefix', 'nameSuffix', 'namespace']
/** What changes objects in a way that is not known here: plugins, charts, schemas and fields of the repository's own. */
const UNEVALUATED = [
  ...['helmCharts', 'helmChartInflationGenerator', 'generators', 'transformers', 'configurations', 'openapi', 'crds'],
]

/** The settings of a kustomization that are not evaluated. */
export function unevaluatedSettings({
  node,
}: Kustomization): readonly { readonly setting: string; readonly at: Span }[] {
  return UNEVALUATED.flatMap(setting => {
    const entry = node.entries.get(setting)
    return entry && !(entry.node.kind === 'scalar' && entry.node.text === null) ? [{ setting, at: entry.keyAt }] : []
  })
}

/** What kustomize would refuse in the file itself. */
export function checkKustomization(kustomization: Kustomization): readonly Refused[] {
  const { node, path, second } = kustomization
  const found: Refused[] = []
  if (second !== undefined) found.push({ at: node.at, code: 'several', message: `${second} lies beside ${path}` })
  for (const [setting, { keyAt, node: value }] of node.entries) {
    const kind = LISTS.includes(setting) ? 'list' : MAPS.includes(setting) ? 'map' : 'scalar'
    // The names of settings are read without regard to case.
    if (kind === 'scalar' && !TEXTS.some(text => text.toLowerCase() === setting.toLowerCase()))
      found.push({ at: keyAt, code: 'kustomization', message: `there is no setting ${setting}` })
    else if (value.kind !== kind && !(value.kind === 'scalar' && value.text === null))
      found.push({ at: value.at, code: 'kustomization', message: `${setting} is no ${kind}` })
  }
  const settings = [...node.entries.keys()].filter(setting => !['apiVersion', 'kind'].includes(setting))
  if (settings.length === 0) found.push({ at: node.at, code: 'empty', message: `${path} says nothing` })
  return [...found, ...checkType(kustomization)]
}

/** See `refuse`. */
interface Refused {
  readonly at: Span
  readonly code: 'several' | 'kustomization' | 'empty'
  readonly message: string
}

function checkType({ node, kind }: Kustomization): readonly Refused[] {
  const written = child(node, 'kind')
  const version = child(node, 'apiVersion')
  const wanted = kind === 'Component' ? 'kustomize.config.k8s.io/v1alpha1' : 'kustomize.config.k8s.io/v1beta1'
  const found: Refused[] = []
  if (written && ![undefined, '', 'Kustomization', 'Component'].includes(textOf(written)))
    found.push({
      at: written.at,
      code: 'kustomization',
      message: `there is no kind ${textOf(written)} of kustomization`,
    })
  if (version && textOf(version) && textOf(version) !== wanted)
    found.push({ at: version.at, code: 'kustomization', message: `the apiVersion of a ${kind} is ${wanted}` })
  return found
}

/** The texts of a list below one of these keys, in order. */
export function namesIn(node: Node, ...keys: readonly string[]): readonly Named[] {
  return keys.flatMap(key => {
    const list = child(node, key)
    return list?.kind === 'list' ? list.items.flatMap(item => namedOf(item)) : []
  })
}

function namedOf(node: Node): readonly Named[] {
  const text = textOf(node)
  return text === undefined || text === '' ? [] : [{ text, at: node.at }]
}
