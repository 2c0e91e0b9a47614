import type { Expression, Statement } from '../../code/syntax.js'
import type { ConcreteNode } from '../concrete-tree.js'
import { unescapeGo } from './literals.js'

/** What the functions that turn nodes of the grammar into our syntax share for one file. */
export interface Reader {
  readonly textOf: (node: ConcreteNode) => string
  /** The value of `iota` in the constant that is read. */
  readonly iota?: number
  /** Keeps the place of a subtree that is nested too deep for recursion; it is read after everything else. */
  readonly later: (hole: ConcreteNode) => readonly (Expression | Statement)[]
}

/** The value of a string literal, raw or interpreted. Carriage returns in raw strings do not count. */
export function stringValue(reader: Reader, node: ConcreteNode): string {
  const inner = reader.textOf(node).slice(1, -1)
  return node.type === 'raw_string_literal' ? inner.replaceAll('\r', '') : unescapeGo(inner)
}
