import type { Entry, MapNode, Node } from '../node.js'
import { typePlainScalar } from '../yaml-scalar.js'
import { DOUBLE, fail, type Reader, SINGLE } from './reader.js'

/** A key as it is written. */
export interface Key {
  readonly name: string
  readonly isMerge: boolean
  readonly entry: Omit<Entry, 'node'>
}

/** A key of which the text is known. */
export function readKey(reader: Reader, written: string, start: number): Key {
  reader.weight += 1
  const keyAt = reader.place(start, start + written.length)
  const code = written.charCodeAt(0)
  if (code === DOUBLE || code === SINGLE) return { name: written.slice(1, -1), isMerge: false, entry: { keyAt } }
  const { text, type } = typePlainScalar(written)
  if (type === 'string') return { name: text ?? '', isMerge: written === '<<', entry: { keyAt } }
  return { name: written, isMerge: false, entry: { keyAt, keyType: type } }
}

/** The pairs of one map; merged maps come behind its own keys. */
export class Pairs {
  readonly #own = new Map<string, Entry>()
  #merges: MapNode[] | undefined

  add({ name, isMerge, entry }: Key, node: Node): void {
    if (!isMerge) {
      if (this.#own.has(name)) fail()
      this.#own.set(name, { ...entry, node })
      return
    }
    if (this.#merges) fail()
    this.#merges = []
    for (const source of node.kind === 'list' ? node.items : [node]) {
      if (source.kind === 'map') this.#merges.push(source)
      else fail()
    }
  }

  entries(): Map<string, Entry> {
    for (const { entries } of this.#merges ?? []) {
      for (const [name, entry] of entries) if (!this.#own.has(name)) this.#own.set(name, entry)
    }
    return this.#own
  }
}
