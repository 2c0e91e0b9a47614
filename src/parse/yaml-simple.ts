import type { Source } from '../source.js'
import type { ListNode, MapNode, Node } from './node.js'
import type { YamlComment, YamlDocument, YamlFile } from './yaml.js'
import { readBlockScalar } from './yaml-simple/block-scalar.js'
import { NAME, readInline } from './yaml-simple/inline.js'
import { Pairs, readKey } from './yaml-simple/pairs.js'
import {
  AMPERSAND,
  DASH,
  DOUBLE,
  fail,
  finishLine,
  HASH,
  MAX_DEPTH,
  match,
  NEWLINE,
  NOT_SIMPLE,
  nextLine,
  type Reader,
  SINGLE,
  SPACE,
  STAR,
  skipBlanks,
} from './yaml-simple/reader.js'

/**
 * Reads the YAML that most configuration is written in: documents of block maps and lists, scalars that end on their
 * line, flow collections, literal and folded blocks, comments, anchors, aliases, merge keys and local tags. Gives exactly
 * what `parseYaml` would, in a tenth of the time; undefined for everything that it does not know for certain, errors above all.
 * Lines may end in CRLF.
 */
export function parseSimpleYaml(source: Source): YamlFile | undefined {
  const { path, text: written } = source
  const text = written.includes('\r\n') ? written.replaceAll('\r\n', '\n') : written
  // The first line has no break before it, which is what the next one is found by.
  if (UNUSUAL.test(text) || text.startsWith(' ')) return undefined
  const place = text === written ? (start: number, end: number) => ({ path, start, end }) : placesOf(path, written)
  const comments: YamlComment[] = []
  try {
    const documents = partsOf(text).flatMap(part => readDocument(part, { text, written, place, comments }))
    return { documents, problems: [], comments }
  } catch (thrown) {
    if (thrown === NOT_SIMPLE) return undefined
    throw thrown
  }
}

/** One document of a stream: from the end of the line before it up to its own end. */
interface Part {
  readonly lineEnd: number
  readonly end: number
  /** Nothing marks its beginning: where there are only comments, it is none. */
  readonly unmarked: boolean
}

function partsOf(text: string): readonly Part[] {
  if (!MARKER.test(text)) return [{ lineEnd: -1, end: text.length, unmarked: false }]
  const parts: Part[] = []
  let lineEnd = -1
  for (const { 0: line, index } of text.matchAll(MARKERS)) {
    if (line !== '---') fail()
    if (index > 0) parts.push({ lineEnd, end: index, unmarked: lineEnd === -1 })
    lineEnd = index + line.length
  }
  return [...parts, { lineEnd, end: text.length, unmarked: false }]
}

/** Where ranges of a text whose breaks became line feeds stand in it as it was written. */
function placesOf(path: string, written: string): Reader['place'] {
  /** The places of shortened breaks in the shorter text. */
  const breaks: number[] = []
  for (let at = written.indexOf('\r\n'); at !== -1; at = written.indexOf('\r\n', at + 2))
    breaks.push(at - breaks.length)
  const original = (at: number) => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] ?? 0) < at) low = middle + 1
      else high = middle
    }
    return at + low
  }
  return (start, end) => ({ path, start: original(start), end: original(end) })
}

function readDocument(
  { lineEnd, end, unmarked }: Part,
  { text, ...of }: Pick<Reader, 'text' | 'written' | 'place' | 'comments'>,
): YamlDocument[] {
  const reader: Reader = {
    ...of,
    text: end === text.length ? text : text.slice(0, end),
    anchors: new Map(),
    open: new Set(),
    weight: 0,
    aliased: 0,
    lineStart: 0,
    indent: 0,
    at: 0,
    end: 0,
  }
  nextLine(reader, lineEnd)
  if (unmarked && reader.indent === -1) return []
  if (reader.indent !== 0) fail()
  const root = readBlock(reader, 0)
  if (reader.at < reader.text.length) fail()
  return [{ root }]
}

/** Tabs, carriage returns alone and other control characters, and lines that end documents or are directives. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|^(?:\.\.\.|%)/m
const MARKER = /^---/m
/** Every line that begins like a marker of documents. */
const MARKERS = /^---.*$/gm
const TAG = /![A-Za-z][A-Za-z0-9_-]*(?=[ \n])/y
const [EXCLAMATION, BAR, GREATER] = [33, 124, 62]
const PLAIN_KEY = /[A-Za-z0-9_./$][A-Za-z0-9_./$-]{0,200}(?=:(?:[ \n]|$))|<<(?=:(?:[ \n]|$))/y
const QUOTED_KEY = /"[^"\\\n]{0,200}"(?=:(?:[ \n]|$))|'[^'\n]{0,200}'(?=:(?:[ \n]|$))/y

function isItem({ text, at }: Reader): boolean {
  if (text.charCodeAt(at) !== DASH) return false
  const next = text.charCodeAt(at + 1)
  return next === SPACE || next === NEWLINE || at + 1 >= text.length
}

function readBlock(reader: Reader, depth: number): MapNode | ListNode {
  if (depth > MAX_DEPTH) fail()
  return isItem(reader) ? readList(reader, reader.indent, depth) : readMap(reader, reader.indent, depth)
}

function readList(reader: Reader, indent: number, depth: number): ListNode {
  const start = reader.at
  const items: Node[] = []
  reader.weight += 1
  while (reader.indent === indent && isItem(reader)) {
    const at = skipBlanks(reader.text, reader.at + 1)
    const code = reader.text.charCodeAt(at)
    if (at >= reader.text.length || code === NEWLINE || code === HASH) fail()
    if (keyAt(reader, at) === undefined) items.push(readValue(reader, at, indent, depth, false))
    else {
      reader.indent = at - reader.lineStart
      reader.at = at
      items.push(readMap(reader, reader.indent, depth + 1))
    }
  }
  if (reader.indent > indent) fail()
  return { kind: 'list', at: reader.place(start, reader.end), items }
}

function keyAt(reader: Reader, at: number): string | undefined {
  const code = reader.text.charCodeAt(at)
  return match(code === DOUBLE || code === SINGLE ? QUOTED_KEY : PLAIN_KEY, reader, at)
}

function readMap(reader: Reader, indent: number, depth: number): MapNode {
  if (depth > MAX_DEPTH) fail()
  const start = reader.at
  const pairs = new Pairs()
  reader.weight += 1
  while (reader.indent === indent) {
    const written = keyAt(reader, reader.at) ?? fail()
    const key = readKey(reader, written, reader.at)
    const node = readValue(reader, reader.at + written.length + 1, indent, depth, true)
    pairs.add(key, node)
  }
  if (reader.indent > indent) fail()
  return { kind: 'map', at: reader.place(start, reader.end), entries: pairs.entries() }
}

/** The value behind `key:` or `-`: on this line, or as a block below it. */
function readValue(reader: Reader, from: number, indent: number, depth: number, inMap: boolean): Node {
  const { text } = reader
  const at = skipBlanks(text, from)
  const code = text.charCodeAt(at)
  if (at >= text.length || code === NEWLINE || code === HASH) {
    finishLine(reader, from)
    if (reader.indent > indent) return readBlock(reader, depth + 1)
    if (inMap && reader.indent === indent && isItem(reader)) return readList(reader, indent, depth + 1)
    reader.weight += 1
    reader.end = at
    return { kind: 'scalar', at: reader.place(at, at), text: null, type: 'null' }
  }
  if (code === AMPERSAND) return readAnchored(reader, at, indent, depth, inMap)
  if (code === EXCLAMATION) return readTagged(reader, at, indent, depth, inMap)
  if (code === BAR || code === GREATER) return readBlockScalar(reader, at, indent)
  const node = readInline(reader, at, indent)
  const { end } = reader
  finishLine(reader, end)
  // The text would go on, or be wrong.
  if (reader.indent > indent) fail()
  return node
}

/** A local tag, as Compose has them: `!reset null`, `!override [a, b]`. What it stands before is of no type of its own. */
function readTagged(reader: Reader, at: number, indent: number, depth: number, inMap: boolean): Node {
  const tag = match(TAG, reader, at) ?? fail()
  const next = reader.text.charCodeAt(skipBlanks(reader.text, at + tag.length))
  if (next === AMPERSAND || next === STAR || next === EXCLAMATION) fail()
  const node = readValue(reader, at + tag.length, indent, depth, inMap)
  if (node.kind !== 'scalar') return { ...node, tag }
  const { start, end } = node.at
  if (start === end) fail()
  const isPlain = !/["'|>]/.test(reader.written.charAt(start))
  const text = isPlain ? reader.written.slice(start, end) : node.text
  return { kind: 'scalar', at: node.at, text, type: 'string', tag }
}

function readAnchored(reader: Reader, at: number, indent: number, depth: number, inMap: boolean): Node {
  const name = match(NAME, reader, at + 1) ?? fail()
  const next = skipBlanks(reader.text, at + 1 + name.length)
  if (reader.text.charCodeAt(next) === AMPERSAND || reader.text.charCodeAt(next) === STAR) fail()
  if (reader.open.has(name)) fail()
  reader.open.add(name)
  const before = reader.weight
  const node = readValue(reader, at + 1 + name.length, indent, depth, inMap)
  if (node.kind === 'scalar' && node.at.start === node.at.end) fail()
  reader.open.delete(name)
  reader.anchors.set(name, { node, weight: reader.weight - before })
  return node
}
