import { child, type Node, textOf } from '../../parse/node.js'
import { itemsOf } from '../read-node.js'
import { textsByKey } from './pods.js'

/** Whether labels have all that a map of labels asks for. An empty map asks for nothing. */
export function hasLabels(labels: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): boolean {
  for (const [key, value] of wanted) if (labels.get(key) !== value) return false
  return true
}

const wantedBySelector = new WeakMap<Node, ReadonlyMap<string, string>>()

/** The `matchLabels` of a selector, which is asked about many pods. */
function wantedLabels(selector: Node | undefined): ReadonlyMap<string, string> {
  const known = selector && wantedBySelector.get(selector)
  if (known) return known
  const wanted = textsByKey(child(selector, 'matchLabels'))
  if (selector) wantedBySelector.set(selector, wanted)
  return wanted
}

/**
 * Whether a `LabelSelector` (`matchLabels`, `matchExpressions`) takes labels; an empty one takes everything.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export function selects(selector: Node | undefined, labels: ReadonlyMap<string, string>): boolean {
  if (!hasLabels(labels, wantedLabels(selector))) return false
  return itemsOf(child(selector, 'matchExpressions')).every(expression => {
    const value = labels.get(textOf(child(expression, 'key')) ?? '')
    const values = itemsOf(child(expression, 'values')).map(textOf)
    switch (textOf(child(expression, 'operator'))) {
      case 'In':
        return value !== undefined && values.includes(value)
      case 'NotIn':
        return value === undefined || !values.includes(value)
      case 'Exists':
        return value !== undefined
      case 'DoesNotExist':
        return value === undefined
      default:
        return false
    }
  })
}

/** Whether two objects are in one namespace, as far as they say: one that says nothing may be in any. */
export function sameNamespace(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || one === other
}
