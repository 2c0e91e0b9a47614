import type { Span } from '../../../source.js'
import { child, type MapNode, type Node, textOf } from '../../node.js'
import { type Building, type Gathered, items, refuse } from './building.js'
import { type Editable, type EditableMap, type EditableScalar, isNull, setEntry, textNode } from './editable.js'
import { type FieldPath, visitEverywhere } from './field-paths.js'
import {
  ANNOTATIONS,
  CLAIM_LABELS,
  mergedFields,
  OWN_LABELS,
  SELECTOR_LABELS,
  TEMPLATE_LABELS,
} from './label-fields.js'

/** `labels`, `commonLabels` and `commonAnnotations` of a kustomization. */
export function addLabels(kustomization: MapNode, gathered: Gathered, building: Building): void {
  for (const entry of items(child(kustomization, 'labels'))) {
    addPairs(child(entry, 'pairs'), fieldsOf(entry), gathered, building)
  }
  addPairs(child(kustomization, 'commonLabels'), SELECTOR_LABELS, gathered, building)
  addPairs(child(kustomization, 'commonAnnotations'), ANNOTATIONS, gathered, building)
}

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/labels/ */
function fieldsOf(entry: Node): readonly FieldPath[] {
  const isOn = (key: string) => textOf(child(entry, key)) === 'true'
  const own = items(child(entry, 'fields')).flatMap(fieldOf)
  if (isOn('includeSelectors')) return mergedFields(own, SELECTOR_LABELS)
  return mergedFields(
    own,
    isOn('includeTemplates') ? TEMPLATE_LABELS : [],
    isOn('includeVolumeClaimTemplates') ? CLAIM_LABELS : [],
    OWN_LABELS,
  )
}

/** A field that the kustomization itself describes. */
function fieldOf(node: Node): readonly FieldPath[] {
  const path = textOf(child(node, 'path'))
  if (path === undefined) return []
  const told = (key: 'group' | 'version' | 'kind') => {
    const text = textOf(child(node, key))
    return text === undefined || text === '' ? {} : { [key]: text }
  }
  return [
    {
      path: splitPath(path),
      create: textOf(child(node, 'create')) === 'true',
      ...told('group'),
      ...told('version'),
      ...told('kind'),
    },
  ]
}

/** `a/b\/c` is `a` and `b/c`; a first slash says nothing. */
function splitPath(path: string): readonly string[] {
  const parts = path.replace(/^\//, '').split(/(?<!\\)\//)
  return parts.map(part => part.replaceAll('\\/', '/'))
}

function addPairs(pairs: Node | undefined, fields: readonly FieldPath[], gathered: Gathered, building: Building): void {
  if (pairs?.kind !== 'map') return
  for (const [key, { keyAt, node }] of [...pairs.entries].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const value = textNode(textOf(node) ?? '', node.at)
    const visit = (map: Editable) => {
      if (map.kind === 'map') writeShared(map, key, value, keyAt)
      else if (!isNull(map)) refuse(building, map.at, 'tree', 'labels and annotations are a mapping')
    }
    for (const field of fields) visitEverywhere(gathered, field, { make: 'map', at: keyAt, visit }, building)
  }
}

/**
 * Kustomize writes one and the same node wherever a label is new, and writes over it where it is there: a label that a base
 * gave to selectors is changed in them by an overlay that means the objects alone.
 */
function writeShared(map: EditableMap, key: string, value: EditableScalar, keyAt: Span): void {
  const own = map.entries.get(key)
  if (own?.node.kind === 'scalar') {
    own.node.text = value.text
    own.node.type = value.type
    own.node.at = value.at
  } else setEntry(map, key, value, keyAt)
}
