import { joinPath } from '../../../paths.js'
import type { Source, Span } from '../../../source.js'
import { child, type MapNode, type Node, type Problem, textOf } from '../../node.js'
import { parseYaml } from '../../yaml.js'

/** One kustomization file. */
export interface Kustomization {
  /** The folder that it lies in. */
  readonly directory: string
  readonly path: string
  readonly kind: 'Kustomization' | 'Component'
  readonly node: MapNode
  readonly problems: readonly Problem[]
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
  const [source] = sources
  if (!source) return undefined
  const { documents, problems } = parseYaml(source)
  const root = documents.find(document => document.root)?.root
  const node: MapNode =
    root?.kind === 'map' ? root : { kind: 'map', at: { path: source.path, start: 0, end: 0 }, entries: new Map() }
  const kind = textOf(child(node, 'kind')) === 'Component' ? 'Component' : 'Kustomization'
  return { directory, path: source.path, kind, node, problems }
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
