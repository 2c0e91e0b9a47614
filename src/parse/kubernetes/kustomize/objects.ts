import { child, descend, type MapNode, type Node, textOf } from '../../node.js'

const MAX_LISTS = 5

/**
 * The objects of a document, lists opened; undefined where one of them has no kind or no name, which kustomize refuses.
 * `null` holds none.
 */
export function objectsIn(root: Node, depth = 0): readonly MapNode[] | undefined {
  if (root.kind === 'scalar' && root.text === null) return []
  const kind = textOf(child(root, 'kind'))
  if (root.kind !== 'map' || kind === undefined || kind === '' || depth > MAX_LISTS) return undefined
  const items = child(root, 'items')
  if (kind.endsWith('List') && items) {
    const found = items.kind === 'list' ? items.items.map(item => objectsIn(item, depth + 1)) : [[]]
    return found.every(one => one !== undefined) ? found.flat() : undefined
  }
  const name = textOf(descend(root, 'metadata', 'name'))
  return kind.endsWith('List') || (name !== undefined && name !== '') ? [root] : undefined
}
