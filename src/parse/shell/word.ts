import { type Cursor, continuation, giveUp, lookingAt, nested, peek, within } from './cursor.js'

/** A word with quotes removed; expansions are kept as written. */
export interface Word {
  readonly text: string
  /** Nothing of it was quoted or escaped. */
  readonly plain: boolean
  /** How many characters of `text` stand before the first quote, escape or expansion. */
  readonly literal: number
  readonly start: number
  readonly end: number
}

type ReadList = (cursor: Cursor, closer: ')' | undefined) => unknown

const METACHARACTERS = new Set([' ', '\t', '\r', '\n', ';', '&', '|', '<', '>', '(', ')', ''])

/** Reads one word. `readList` reads the commands of a substitution in it. Empty when there is no word here. */
export function readWord(cursor: Cursor, readList: ReadList): Word {
  const start = cursor.position
  const pieces: string[] = []
  let literal = -1
  let length = 0
  let plain = true
  for (;;) {
    const before = cursor.position
    const character = peek(cursor)
    const ordinary = readOrdinary(cursor)
    if (ordinary !== '') {
      pieces.push(ordinary)
      length += ordinary.length
      continue
    }
    const piece = readSpecial(cursor, pieces, readList)
    if (piece === undefined) break
    if (literal === -1) literal = length
    if (character === '\\' || character === "'" || character === '"') plain = false
    pieces.push(piece)
    length += piece.length
    if (cursor.position === before) break
  }
  return { text: pieces.join(''), plain, literal: literal === -1 ? length : literal, start, end: cursor.position }
}

const SPECIAL = new Set(['\\', "'", '"', '`', '$'])

function readOrdinary(cursor: Cursor): string {
  const start = cursor.position
  while (!METACHARACTERS.has(peek(cursor)) && !SPECIAL.has(peek(cursor))) cursor.position++
  return cursor.text.slice(start, cursor.position)
}

function readSpecial(cursor: Cursor, before: readonly string[], readList: ReadList): string | undefined {
  const character = peek(cursor)
  if (character === '\\') return readEscape(cursor)
  if (character === "'") return readSingleQuoted(cursor)
  if (character === '"') return readDoubleQuoted(cursor, readList)
  if (character === '`') return readBackticks(cursor, readList)
  if (character === '$') return readDollar(cursor, readList, false)
  if ((character === '<' || character === '>') && peek(cursor, 1) === '(' && before.length === 0) {
    return readSubstitution(cursor, readList)
  }
  // An array `a=(…)` or an extended glob `@(a|b)`.
  if (character === '(' && /[=?*+@]$/.test(before.at(-1) ?? '')) return readParentheses(cursor, readList)
  return undefined
}

function readEscape(cursor: Cursor): string {
  const skip = continuation(cursor)
  if (skip > 0) {
    cursor.position += skip
    return ''
  }
  const escaped = peek(cursor, 1)
  cursor.position = Math.min(cursor.end, cursor.position + 2)
  return escaped
}

function readSingleQuoted(cursor: Cursor): string {
  const start = ++cursor.position
  while (cursor.position < cursor.end && cursor.text[cursor.position] !== "'") cursor.position++
  const text = cursor.text.slice(start, cursor.position)
  if (cursor.position >= cursor.end) cursor.broken = true
  else cursor.position++
  return text
}

const ANSI_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
])

function readAnsiQuoted(cursor: Cursor): string {
  cursor.position += 2
  const pieces: string[] = []
  while (cursor.position < cursor.end) {
    const character = peek(cursor)
    cursor.position++
    if (character === "'") return pieces.join('')
    if (character === '\\') {
      pieces.push(ANSI_ESCAPES.get(peek(cursor)) ?? `\\${peek(cursor)}`)
      cursor.position++
    } else pieces.push(character)
  }
  giveUp(cursor)
  return pieces.join('')
}

function readDoubleQuoted(cursor: Cursor, readList: ReadList): string {
  cursor.position++
  const pieces: string[] = []
  while (cursor.position < cursor.end) {
    const character = peek(cursor)
    if (character === '"') {
      cursor.position++
      return pieces.join('')
    }
    if (character === '\\') {
      const kept = /[$`"\\]/.test(peek(cursor, 1)) || continuation(cursor) > 0
      pieces.push(kept ? '' : '\\')
      if (kept) pieces.push(readEscape(cursor))
      else cursor.position++
    } else if (character === '`') pieces.push(readBackticks(cursor, readList))
    else if (character === '$') pieces.push(readDollar(cursor, readList, true))
    else {
      pieces.push(character)
      cursor.position++
    }
  }
  giveUp(cursor)
  return pieces.join('')
}

function readDollar(cursor: Cursor, readList: ReadList, quoted: boolean): string {
  const start = cursor.position
  if (lookingAt(cursor, '$((')) {
    const end = arithmeticEnd(cursor, start + 1)
    if (end !== undefined) {
      cursor.position = end
      return cursor.text.slice(start, end)
    }
  }
  if (lookingAt(cursor, '$(')) return readSubstitution(cursor, readList)
  if (lookingAt(cursor, '${')) return nested(cursor, () => readBraces(cursor, readList, quoted), '')
  if (!quoted && lookingAt(cursor, "$'")) return readAnsiQuoted(cursor)
  cursor.position++
  return !quoted && peek(cursor) === '"' ? '' : '$'
}

/** `$(…)`, `<(…)` or `>(…)`: its commands are listed, its text is kept. */
function readSubstitution(cursor: Cursor, readList: ReadList): string {
  const start = cursor.position
  cursor.position += 2
  nested(cursor, () => inSubstitution(cursor, () => readList(cursor, ')')), undefined)
  if (peek(cursor) === ')') cursor.position++
  else giveUp(cursor)
  return cursor.text.slice(start, cursor.position)
}

function readBackticks(cursor: Cursor, readList: ReadList): string {
  const start = cursor.position++
  while (cursor.position < cursor.end && cursor.text[cursor.position] !== '`') {
    cursor.position += cursor.text[cursor.position] === '\\' ? 2 : 1
  }
  if (cursor.position >= cursor.end) {
    giveUp(cursor)
    return cursor.text.slice(start, cursor.end)
  }
  const close = cursor.position
  const end = cursor.end
  cursor.position = start + 1
  cursor.end = close
  nested(cursor, () => inSubstitution(cursor, () => readList(cursor, undefined)), undefined)
  cursor.end = end
  cursor.position = close + 1
  return cursor.text.slice(start, cursor.position)
}

function inSubstitution(cursor: Cursor, read: () => unknown): void {
  const { joined, heredocs } = cursor
  cursor.joined = 'start'
  cursor.heredocs = []
  within(cursor, 'substitution', read)
  cursor.joined = joined
  cursor.heredocs = heredocs
}

/** `${…}` as written, with whatever is nested in it. */
function readBraces(cursor: Cursor, readList: ReadList, quoted: boolean): string {
  const start = cursor.position
  cursor.position += 2
  while (cursor.position < cursor.end) {
    const character = peek(cursor)
    if (character === '}') {
      cursor.position++
      return cursor.text.slice(start, cursor.position)
    }
    if (character === '\\') cursor.position = Math.min(cursor.end, cursor.position + 2)
    else if (character === "'" && !quoted) readSingleQuoted(cursor)
    else if (character === '"') readDoubleQuoted(cursor, readList)
    else if (character === '`') readBackticks(cursor, readList)
    else if (character === '$') readDollar(cursor, readList, quoted)
    else cursor.position++
  }
  giveUp(cursor)
  return cursor.text.slice(start, cursor.end)
}

/** Behind the `))` that closes the `((` at `start`; undefined when the brackets are closed one by one, or not at all. */
export function arithmeticEnd(cursor: Cursor, start: number): number | undefined {
  let open = 0
  for (let at = start; at < cursor.end; at++) {
    const character = cursor.text[at]
    if (character === '\\') at++
    else if (character === '(') open++
    else if (character === ')' && --open === 1) {
      if (cursor.text[at + 1] === ')' && at + 1 < cursor.end) return at + 2
      return undefined
    }
  }
  return undefined
}

/** Brackets and what is in them, as written. */
function readParentheses(cursor: Cursor, readList: ReadList): string {
  const start = cursor.position
  let open = 0
  while (cursor.position < cursor.end) {
    const character = peek(cursor)
    if (character === "'" || character === '"') {
      if (character === '"') readDoubleQuoted(cursor, readList)
      else readSingleQuoted(cursor)
      continue
    }
    cursor.position = Math.min(cursor.end, cursor.position + (character === '\\' ? 2 : 1))
    if (character === '(') open++
    else if (character === ')' && --open === 0) return cursor.text.slice(start, cursor.position)
  }
  giveUp(cursor)
  return cursor.text.slice(start, cursor.end)
}
