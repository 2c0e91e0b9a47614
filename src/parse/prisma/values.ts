import type { PrismaArgument, PrismaValue } from '../prisma.js'
import { type Cursor, current, isAt, readPath, spanFrom } from './blocks.js'
import { complain } from './tokens.js'

/** Brackets within brackets beyond which nobody follows. */
const DEEPEST = 50

/** What is in round brackets, both included: line breaks mean nothing there. Ends before what cannot belong to it. */
export function readArguments(cursor: Cursor, depth: number): readonly PrismaArgument[] {
  return readItems(cursor, ')', () => {
    const next = cursor.tokens[cursor.at + 1]
    const name =
      current(cursor)?.kind === 'word' && next?.kind === 'mark' && next.text === ':' ? current(cursor)?.text : undefined
    if (name !== undefined) {
      cursor.at += 2
      skipNewlines(cursor)
    }
    const value = readValue(cursor, depth + 1)
    return value && { ...(name === undefined ? {} : { name }), value }
  })
}

/** A string, number, name, call or list; undefined, and nothing read, where there is none. */
export function readValue(cursor: Cursor, depth: number): PrismaValue | undefined {
  const token = current(cursor)
  if (token === undefined || depth > DEEPEST) return undefined
  if (token.kind === 'string' || token.kind === 'number') {
    cursor.at++
    return { kind: token.kind, text: token.text, at: spanFrom(cursor, token.start) }
  }
  if (token.kind === 'word') {
    const text = readPath(cursor)
    if (!isAt(cursor, '(')) return { kind: 'name', text, at: spanFrom(cursor, token.start) }
    const given = readArguments(cursor, depth)
    return { kind: 'call', name: text, arguments: given, at: spanFrom(cursor, token.start) }
  }
  if (!isAt(cursor, '[')) return undefined
  const items = readItems(cursor, ']', () => readValue(cursor, depth + 1))
  return { kind: 'list', items, at: spanFrom(cursor, token.start) }
}

function readItems<Item>(cursor: Cursor, close: ')' | ']', read: () => Item | undefined): readonly Item[] {
  const start = current(cursor)?.start ?? 0
  cursor.at++
  const items: Item[] = []
  let end = cursor.at
  for (;;) {
    skipNewlines(cursor)
    if (isAt(cursor, close)) {
      cursor.at++
      return items
    }
    const item = read()
    if (item === undefined) break
    items.push(item)
    end = cursor.at
    skipNewlines(cursor)
    // Items are separated by commas, so that a bracket which is not closed takes no field of the next line.
    if (isAt(cursor, ',')) cursor.at++
    else if (!isAt(cursor, close)) break
  }
  cursor.at = end
  const message = close === ')' ? 'The bracket ( is not closed' : 'The bracket [ is not closed'
  complain(cursor.problems, spanFrom(cursor, start), message)
  return items
}

function skipNewlines(cursor: Cursor): void {
  while (current(cursor)?.kind === 'newline') cursor.at++
}
