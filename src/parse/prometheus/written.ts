import type { Span } from '../../source.js'
import { child, type Node, textOf } from '../node.js'

/** A text and the place where it is written. */
export interface Written {
  readonly text: string
  readonly at: Span
}

/** A scalar with its place; undefined for anything else, and for null. */
export function writtenOf(node: Node | undefined): Written | undefined {
  const text = textOf(node)
  return node === undefined || text === undefined ? undefined : { text, at: node.at }
}

/** The scalar below a key. */
export function writtenAt(node: Node | undefined, key: string): Written | undefined {
  return writtenOf(child(node, key))
}

/** The scalars of a list. */
export function writtenItems(node: Node | undefined): readonly Written[] {
  return node?.kind === 'list' ? node.items.flatMap(item => writtenOf(item) ?? []) : []
}
