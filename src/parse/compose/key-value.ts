import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../node.js'
import { TIMESTAMP_TAG } from '../yaml-scalar.js'
import { printMoment } from './moment.js'
import { nullAt, scalarOf } from './nodes.js'

/** A `KEY=value` item taken apart: the value is null when there is no `=`. The value keeps the item's interpolation when all
 *  that was interpolated lies in it. */
export function splitKeyValue(item: ScalarNode, separator = '='): { readonly key: string; readonly value: ScalarNode } {
  const text = item.text ?? ''
  const cut = text.indexOf(separator)
  if (cut === -1) return { key: text, value: nullAt(item.at) }
  const key = text.slice(0, cut)
  const value = scalarOf(text.slice(cut + separator.length), item.at)
  const { interpolation } = item
  if (!interpolation) return { key, value }
  const raw = interpolation.raw.slice(interpolation.raw.indexOf(separator) + separator.length)
  return { key, value: { ...value, interpolation: { ...interpolation, raw } } }
}

/** A list of `KEY=value`, or a map already, as a map. Items that are no scalars are left out; the last of a key wins. */
export function keyValueMap(node: ListNode | MapNode, separator = '='): MapNode {
  if (node.kind === 'map') return node
  const entries = new Map<string, Entry>()
  for (const item of node.items) {
    if (item.kind !== 'scalar') continue
    const { key, value } = splitKeyValue(item, separator)
    entries.set(key, { keyAt: item.at, node: value })
  }
  return { kind: 'map', at: node.at, entries }
}

/** A scalar as Go's `fmt.Sprint` writes it into a string; null stays null. */
export function asText(node: Node): Node {
  if (node.kind !== 'scalar' || node.text === null) return node
  if (node.tag === TIMESTAMP_TAG) {
    const { tag: _, ...scalar } = node
    return { ...scalar, text: printMoment(node.text) }
  }
  return node.type === 'string' ? node : { ...node, type: 'string' }
}
