import { child, descend, type MapNode, type Node } from './parse/node.js'
import { parseYaml } from './parse/yaml.js'
import { lineOf, type Source, type Span } from './source.js'

/** A suppression that stands in the annotations of a Kubernetes object; nothing about it has been checked yet. */
export interface AnnotatedSuppression {
  /** With the `/` that an annotation cannot hold a second time. Empty when the key names none. */
  readonly rule: string
  /** As written; empty when there is none. */
  readonly reason: string
  /** The line of the key, from 1. */
  readonly line: number
  /** The object that it speaks of. */
  readonly object: Span
}

/** `erp-audit.dev/ignore.<area>.<failing-state>`: https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/#syntax-and-character-set */
const PREFIX = 'erp-audit.dev/ignore'

/**
 * The suppressions in the annotations of Kubernetes objects, by file. They survive rendering, where comments do not. Those
 * of a pod template speak of the whole object that the template is part of.
 */
export function annotationsOf(
  sources: ReadonlyMap<string, Source>,
): ReadonlyMap<string, readonly AnnotatedSuppression[]> {
  const found = new Map<string, readonly AnnotatedSuppression[]>()
  for (const source of sources.values()) {
    if (!/\.(?:ya?ml|json)$/i.test(source.path) || !source.text.includes(PREFIX)) continue
    const roots = parseYaml(source).documents.flatMap(({ root }) => objectsIn(root))
    const own = roots.flatMap(object => annotationsIn(object, source))
    if (own.length > 0) found.set(source.path, own)
  }
  return found
}

/** The object of a document, or those of a `kind: List`. */
function objectsIn(root: Node | undefined): readonly MapNode[] {
  if (root?.kind !== 'map') return []
  const items = child(root, 'items')
  return items?.kind === 'list' ? items.items.filter(item => item.kind === 'map') : [root]
}

function annotationsIn(object: MapNode, source: Source): readonly AnnotatedSuppression[] {
  const places = [
    descend(object, 'metadata', 'annotations'),
    descend(object, 'spec', 'template', 'metadata', 'annotations'),
    descend(object, 'spec', 'jobTemplate', 'spec', 'template', 'metadata', 'annotations'),
  ]
  return places.flatMap(annotations => {
    if (annotations?.kind !== 'map') return []
    return [...annotations.entries].flatMap(([key, { keyAt, node }]) => {
      if (key !== PREFIX && !key.startsWith(`${PREFIX}.`)) return []
      const name = key.slice(PREFIX.length + 1)
      const dot = name.indexOf('.')
      return [
        {
          rule: dot === -1 ? name : `${name.slice(0, dot)}/${name.slice(dot + 1)}`,
          reason: node.kind === 'scalar' ? (node.text ?? '').trim() : '',
          line: lineOf(source, keyAt.start),
          object: object.at,
        },
      ]
    })
  })
}
