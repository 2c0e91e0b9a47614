import type { Node } from '../parse/node.js'
import type { Span } from '../source.js'

/** A value as JSON has it. Objects have no prototype, so that `__proto__` is an ordinary key. */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data }

/** A tree as plain data, and where each part was written, by JSON pointer. */
export interface LocatedData {
  readonly value: Data
  /** Where the value stands. */
  readonly valueAt: ReadonlyMap<string, Span>
  /** Where the key of an entry stands. */
  readonly keyAt: ReadonlyMap<string, Span>
  /** The values that are texts. */
  readonly texts: ReadonlyMap<string, string>
}

/** Turns a tree into plain data. A number too strange to read becomes NaN, which no schema accepts. */
export function toData(root: Node): LocatedData {
  const valueAt = new Map<string, Span>()
  const keyAt = new Map<string, Span>()
  const texts = new Map<string, string>()
  const visit = (node: Node, pointer: string): Data => {
    valueAt.set(pointer, node.at)
    if (node.kind === 'list') return node.items.map((item, index) => visit(item, `${pointer}/${index}`))
    if (node.kind === 'map') {
      const object: Record<string, Data> = Object.create(null)
      for (const [key, entry] of node.entries) {
        const below = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
        keyAt.set(below, entry.keyAt)
        object[key] = visit(entry.node, below)
      }
      return object
    }
    if (node.text === null || node.type === 'null') return null
    if (node.type === 'number') return Number(node.text.replaceAll('_', ''))
    if (node.type === 'boolean') return node.text.toLowerCase() === 'true'
    texts.set(pointer, node.text)
    return node.text
  }
  return { value: visit(root, ''), valueAt, keyAt, texts }
}
