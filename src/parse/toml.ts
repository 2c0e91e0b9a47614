import type { Source } from '../source.js'
import type { MapNode, Node, Problem } from './node.js'
import {
  type Cursor,
  endLine,
  note,
  skipBlanks,
  skipFiller,
  skipLine,
  spanFrom,
  take,
  Unreadable,
} from './toml/cursor.js'
import { readScalar, readString } from './toml/scalars.js'
import { assign, type KeyPart, newTable, newTables, openTable, type Tables } from './toml/tables.js'

/** What a TOML file says. */
export interface TomlFile {
  readonly root: MapNode
  /** Everything wrong in it. The tree holds what could be read all the same. At most 1,000. */
  readonly problems: readonly Problem[]
}

const MOST_DEPTH = 200
const BARE_KEY = /[A-Za-z0-9_-]+/y

/**
 * Reads TOML 1.0 (https://toml.io/en/v1.0.0). Never throws, takes time linear in the text, and goes on with the next line
 * after an error. Numbers are given in decimal, dates and times as strings. Problems have the codes `duplicate-key` (also
 * for tables that may not be added to) and `nesting` (deeper than 200); syntax errors have none, and bytes that are not
 * UTF-8 are one.
 */
export function parseToml(source: Source): TomlFile {
  const { text, path } = source
  const cursor: Cursor = { source, text, at: text.startsWith('\ufeff') ? 1 : 0, problems: [] }
  if (source.malformed) note(cursor, 'The file is not UTF-8', Math.max(0, text.indexOf('\ufffd')))
  const tables = newTables({ path, start: 0, end: text.length })
  while (cursor.at < text.length) readStatement(cursor, tables)
  return { root: tables.root, problems: cursor.problems }
}

function readStatement(cursor: Cursor, tables: Tables): void {
  skipBlanks(cursor)
  const start = cursor.at
  try {
    const next = cursor.text[start]
    if (next === '[') readHeader(cursor, tables)
    else if (next !== undefined && !/[#\r\n]/.test(next)) readPair(cursor, tables)
    endLine(cursor)
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    note(cursor, thrown.message, thrown.start, thrown.code)
    skipLine(cursor)
  }
}

function readHeader(cursor: Cursor, tables: Tables): void {
  const isArray = cursor.text[cursor.at + 1] === '['
  cursor.at += isArray ? 2 : 1
  // Keys below a header that cannot be read belong to no table.
  tables.current = undefined
  skipBlanks(cursor)
  const key = readKey(cursor)
  expect(cursor, isArray ? ']]' : ']')
  openTable(cursor, tables, key, isArray)
}

function readPair(cursor: Cursor, tables: Tables): void {
  const key = readKey(cursor)
  expect(cursor, '=')
  skipBlanks(cursor)
  const value = readValue(cursor, 0)
  if (tables.current) assign(cursor, tables, tables.current, key, value)
}

function expect(cursor: Cursor, text: string): void {
  if (!cursor.text.startsWith(text, cursor.at)) throw new Unreadable(`Expected ${text}`, cursor.at)
  cursor.at += text.length
}

/** A key of one or more parts, and the blanks behind it. */
function readKey(cursor: Cursor): readonly KeyPart[] {
  const parts: KeyPart[] = []
  for (;;) {
    const start = cursor.at
    const name = take(cursor, BARE_KEY) ?? readString(cursor)
    if (name === undefined) throw new Unreadable('Expected a key', start)
    if (parts.length >= MOST_DEPTH) throw new Unreadable('The key has too many parts', start, 'nesting')
    parts.push({ name, at: spanFrom(cursor, start) })
    skipBlanks(cursor)
    if (cursor.text[cursor.at] !== '.') return parts
    cursor.at++
    skipBlanks(cursor)
  }
}

function readValue(cursor: Cursor, depth: number): Node {
  const next = cursor.text[cursor.at]
  if (next !== '[' && next !== '{') return readScalar(cursor)
  if (depth >= MOST_DEPTH) throw new Unreadable('The value is nested too deeply', cursor.at, 'nesting')
  return next === '[' ? readArray(cursor, depth) : readInlineTable(cursor, depth)
}

function readArray(cursor: Cursor, depth: number): Node {
  const start = cursor.at
  const items: Node[] = []
  cursor.at++
  skipFiller(cursor)
  while (cursor.text[cursor.at] !== ']') {
    items.push(readValue(cursor, depth + 1))
    skipFiller(cursor)
    if (cursor.text[cursor.at] === ',') {
      cursor.at++
      skipFiller(cursor)
    } else if (cursor.text[cursor.at] !== ']') throw new Unreadable('The array is not closed', start)
  }
  cursor.at++
  return { kind: 'list', at: spanFrom(cursor, start), items }
}

/** On one line, without a comma behind the last pair. */
function readInlineTable(cursor: Cursor, depth: number): Node {
  const start = cursor.at
  const table = newTable({ path: cursor.source.path, start, end: start + 1 })
  const tables: Tables = { ...newTables(table.at), root: table, current: table }
  cursor.at++
  skipBlanks(cursor)
  for (let first = true; cursor.text[cursor.at] !== '}'; first = false) {
    if (!first) {
      expect(cursor, ',')
      skipBlanks(cursor)
    }
    const key = readKey(cursor)
    expect(cursor, '=')
    skipBlanks(cursor)
    assign(cursor, tables, table, key, readValue(cursor, depth + 1))
    skipBlanks(cursor)
  }
  cursor.at++
  return { ...table, at: spanFrom(cursor, start) }
}
