import type { Span } from '../../source.js'
import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../node.js'

/** A scalar that was not written as such: a part of a short form, or a default. */
export function scalarOf(text: string, at: Span, type: ScalarNode['type'] = 'string'): ScalarNode {
  return { kind: 'scalar', at, text, type }
}

/** A null scalar. */
export function nullAt(at: Span): ScalarNode {
  return { kind: 'scalar', at, text: null, type: 'null' }
}

/** A map of `[key, node]` pairs that all stand at one place; undefined nodes are left out. */
export function mapOf(at: Span, pairs: readonly (readonly [string, Node | undefined])[]): MapNode {
  const entries = new Map<string, Entry>()
  for (const [key, node] of pairs) if (node) entries.set(key, { keyAt: node.at, node })
  return { kind: 'map', at, entries }
}

/** A list. */
export function listOf(at: Span, items: readonly Node[]): ListNode {
  return { kind: 'list', at, items }
}

/** The same map with one entry added or replaced. */
export function withEntry(map: MapNode, key: string, node: Node, keyAt: Span = node.at): MapNode {
  const entries = new Map(map.entries)
  const before = entries.get(key)
  entries.set(key, before ? { ...before, node } : { keyAt, node })
  return { ...map, entries }
}

/** The same map without some of its entries. */
export function without(map: MapNode, ...keys: readonly string[]): MapNode {
  if (!keys.some(key => map.entries.has(key))) return map
  const entries = new Map(map.entries)
  for (const key of keys) entries.delete(key)
  return { ...map, entries }
}

/** The same map with every node passed through `change`; an entry whose node becomes undefined is left out. Gives back the
 *  very same map when nothing changes. */
export function mapEntries(map: MapNode, change: (node: Node, key: string) => Node | undefined): MapNode {
  let entries: Map<string, Entry> | undefined
  map.entries.forEach((entry, key) => {
    const node = change(entry.node, key)
    if (!entries && node === entry.node) return
    entries ??= entriesBefore(map, key)
    if (node) entries.set(key, node === entry.node ? entry : { ...entry, node })
  })
  return entries ? { ...map, entries } : map
}

function entriesBefore(map: MapNode, end: string): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  for (const [key, entry] of map.entries) {
    if (key === end) break
    entries.set(key, entry)
  }
  return entries
}

/** The same list with every item passed through `change`. Gives back the very same list when nothing changes. */
export function mapItems(list: ListNode, change: (item: Node, index: number) => Node): ListNode {
  let items: Node[] | undefined
  for (const [index, item] of list.items.entries()) {
    const node = change(item, index)
    if (node === item) continue
    items ??= [...list.items]
    items[index] = node
  }
  return items ? { ...list, items } : list
}

/** The dotted path one step further down. */
export function below(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}

/** Whether a node is a scalar whose text the repository does not tell. */
export function isUnknown(node: Node | undefined): boolean {
  return (
    node?.kind === 'scalar' && (node.interpolation?.state === 'unknown' || node.interpolation?.state === 'required')
  )
}

/** Whether a node is a null, written or left empty. */
export function isNull(node: Node | undefined): boolean {
  return node?.kind === 'scalar' && node.text === null
}

/** The text of a scalar that is set and known; undefined for everything else. */
export function knownText(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.text !== null && !isUnknown(node) ? node.text : undefined
}

/** Whether two nodes say the same, wherever they stand. */
export function sameNode(a: Node, b: Node): boolean {
  if (a === b) return true
  if (a.kind === 'scalar' && b.kind === 'scalar') return a.text === b.text && a.type === b.type
  if (a.kind === 'list' && b.kind === 'list') {
    return a.items.length === b.items.length && a.items.every((item, i) => sameNode(item, b.items[i] ?? item))
  }
  if (a.kind !== 'map' || b.kind !== 'map' || a.entries.size !== b.entries.size) return false
  for (const [key, { node }] of a.entries) {
    const other = b.entries.get(key)
    if (!other || !sameNode(node, other.node)) return false
  }
  return true
}

/** A text that is equal for nodes that `sameNode` calls equal, and only for them. */
export function fingerprint(node: Node): string {
  if (node.kind === 'scalar') return `${node.type.charAt(0)}${JSON.stringify(node.text)}`
  if (node.kind === 'list') return `[${node.items.map(fingerprint).join()}]`
  const parts = [...node.entries].map(([key, entry]) => `${JSON.stringify(key)}:${fingerprint(entry.node)}`)
  return `{${parts.sort().join()}}`
}

/** Where a node of a tree is looked up by its path: `*` stands for any key, list items have the key `[]`. */
export interface Pattern<T> {
  value?: T
  readonly children: Map<string, Pattern<T>>
}

/** Builds the lookup of dotted paths. */
export function patterns<T>(byPath: readonly (readonly [string, T])[]): Pattern<T> {
  const root: Pattern<T> = { children: new Map() }
  for (const [path, value] of byPath) {
    let at = root
    for (const part of path.split('.')) {
      const next = at.children.get(part) ?? { children: new Map() }
      at.children.set(part, next)
      at = next
    }
    at.value = value
  }
  return root
}

/** The pattern one step further down. */
export function step<T>(pattern: Pattern<T> | undefined, key: string): Pattern<T> | undefined {
  return pattern?.children.get(key) ?? pattern?.children.get('*')
}

/** Passes the nodes that the pattern names through `apply`, top down; the rest of the tree is shared with the old one. */
export function rewrite<T>(
  node: Node,
  pattern: Pattern<T> | undefined,
  apply: (rule: T, node: Node) => Node,
  inside: 'also-inside' | 'not-inside' = 'not-inside',
): Node {
  if (!pattern) return node
  const changed = pattern.value === undefined ? node : apply(pattern.value, node)
  if ((pattern.value !== undefined && inside === 'not-inside') || pattern.children.size === 0) return changed
  if (changed.kind === 'map') {
    return mapEntries(changed, (child, key) => rewrite(child, step(pattern, key), apply, inside))
  }
  if (changed.kind === 'scalar') return changed
  return mapItems(changed, item => rewrite(item, step(pattern, '[]'), apply, inside))
}
