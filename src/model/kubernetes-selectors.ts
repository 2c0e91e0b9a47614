import { child, type Node, textOf } from '../parse/node.js'
import { textsByKey } from './kubernetes-pods.js'
import { itemsOf } from './read-node.js'

/** Whether labels have all that a map of labels asks for. An empty map asks for nothing. */
export function hasLabels(labels: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>): boolean {
  for (const [key, value] of wanted) if (labels.get(key) !== value) return false
  return true
}

/**
 * Whether a `LabelSelector` (`matchLabels`, `matchExpressions`) takes labels; an empty one takes everything.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export function selects(selector: Node | undefined, labels: ReadonlyMap<string, string>): boolean {
  if (!hasLabels(labels, textsByKey(child(selector, 'matchLabels')))) return false
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
