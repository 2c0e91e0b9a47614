import type { Span } from '../../../source.js'
import type { Entry, Node } from '../../node.js'

/** A tree that kustomize's transformers change in place. It can be read as a `Node` at any time. */
export type Editable = EditableMap | EditableList | EditableScalar

/** A map that patches may change. */
export interface EditableMap {
  readonly kind: 'map'
  readonly at: Span
  readonly entries: Map<string, EditableEntry>
  readonly tag?: string
}

/** An entry whose value patches may replace. */
export interface EditableEntry {
  readonly keyAt: Span
  readonly keyType?: NonNullable<Entry['keyType']>
  node: Editable
}

/** A list that patches may change. */
export interface EditableList {
  readonly kind: 'list'
  readonly at: Span
  items: Editable[]
  readonly tag?: string
}

/** A value that patches may change. */
export interface EditableScalar {
  readonly kind: 'scalar'
  at: Span
  text: string | null
  type: 'string' | 'number' | 'boolean' | 'null'
  readonly tag?: string
}

/** Thrown where a build takes more work than any real one does; see `Work`. */
export const TOO_MUCH = Symbol('too much')

/** Counts what a build does, so that no repository can make it endless. */
export interface Work {
  left: number
}

/** Takes from what is left, in nodes looked at; throws `TOO_MUCH` when nothing is. */
export function spend(work: Work, amount: number): void {
  work.left -= amount
  if (work.left < 0) throw TOO_MUCH
}

/** A copy that may be changed. `relocate` moves the spans of a text that stands within another file. */
export function editableCopy(node: Node, work: Work, relocate: (span: Span) => Span = span => span): Editable {
  spend(work, 1)
  const tag = node.tag === undefined ? {} : { tag: node.tag }
  const at = relocate(node.at)
  if (node.kind === 'scalar') return { kind: 'scalar', at, text: node.text, type: node.type, ...tag }
  if (node.kind === 'list') {
    return { kind: 'list', at, items: node.items.map(item => editableCopy(item, work, relocate)), ...tag }
  }
  const entries = new Map<string, EditableEntry>()
  for (const [key, { keyAt, keyType, node: value }] of node.entries) {
    const type = keyType === undefined ? {} : { keyType }
    entries.set(key, { keyAt: relocate(keyAt), ...type, node: editableCopy(value, work, relocate) })
  }
  return { kind: 'map', at, entries, ...tag }
}

/** A text. */
export function textNode(text: string, at: Span): EditableScalar {
  return { kind: 'scalar', at, text, type: 'string' }
}

/** An empty map. */
export function mapNode(at: Span): EditableMap {
  return { kind: 'map', at, entries: new Map() }
}

/** The node below a key; undefined when there is none or `node` is no map. */
export function below(node: Editable | undefined, key: string): Editable | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.node : undefined
}

/** Not there, or `null`. */
export function isMissing(node: Editable | undefined): node is undefined {
  return node === undefined || isNull(node)
}

/** Written as `null`, `~` or nothing. */
export function isNull(node: Editable | undefined): boolean {
  return node?.kind === 'scalar' && node.type === 'null'
}

/** Sets an entry: where it is already there, its key stays where it stands. */
export function setEntry(map: EditableMap, key: string, node: Editable, keyAt: Span): void {
  const before = map.entries.get(key)
  if (before) before.node = node
  else map.entries.set(key, { keyAt, node })
}

/** The text of a scalar; empty for `null`, and for what is no scalar. */
export function scalarText(node: Editable | undefined): string {
  return node?.kind === 'scalar' ? (node.text ?? '') : ''
}
