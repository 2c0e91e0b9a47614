import type { Source } from '../source.js'
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './node.js'
import type { YamlComment, YamlDocument, YamlFile } from './yaml.js'
import { typePlainScalar } from './yaml-scalar.js'

/**
 * Reads the YAML that most configuration is written in: documents of block maps and lists, scalars and flow collections that
 * end on their line, literal blocks, comments, anchors, aliases and merge keys. Gives exactly what `parseYaml` would, in a
 * tenth of the time; undefined for everything that it does not know for certain, errors above all.
 */
export function parseSimpleYaml(source: Source): YamlFile | undefined {
  // The first line has no break before it, which is what the next one is found by.
  if (UNUSUAL.test(source.text) || source.text.startsWith(' ')) return undefined
  const comments: YamlComment[] = []
  try {
    const documents = partsOf(source.text).flatMap(part => readDocument(part, source, comments))
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

function readDocument(
  { lineEnd, end, unmarked }: Part,
  { path, text }: Source,
  comments: YamlComment[],
): YamlDocument[] {
  const reader: Reader = {
    text: end === text.length ? text : text.slice(0, end),
    path,
    comments,
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

/** Thrown where the text stops being simple. */
const NOT_SIMPLE = Symbol('not simple')
const MAX_DEPTH = 50
/** Below the bound of the library's way, which is where aliases become a problem to report. */
const MAX_ALIASED_NODES = 190_000

/** Tabs, carriage returns and other control characters, and lines that end documents or are directives. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is its purpose
const UNUSUAL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]|^(?:\.\.\.|%)/m
const MARKER = /^---/m
/** Every line that begins like a marker of documents. */
const MARKERS = /^---.*$/gm
const PLAIN_KEY = /[A-Za-z0-9_./][A-Za-z0-9_./-]{0,200}(?=:(?:[ \n]|$))|<<(?=:(?:[ \n]|$))/y
const QUOTED_KEY = /"[^"\\\n]{0,200}"(?=:(?:[ \n]|$))|'[^'\n]{0,200}'(?=:(?:[ \n]|$))/y
/** A plain scalar up to the end of the line or a comment. */
const PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^\s,[\]{}]))(?:[^\n:# ]|:(?=[^ \n])|(?<! )#| (?!#))*/y
/** One inside brackets, up to what ends it there. */
const FLOW_PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))(?:[^\n:#,[\]{}]|:(?=[^\s,[\]{}]))*/y
const FLOW_KEY = /(?:[A-Za-z0-9_./][A-Za-z0-9_./-]{0,200}|"[^"\\\n]{0,200}"|'[^'\n]{0,200}'|<<)(?=: )/y
/** A line with something on it, from the line break before it up to there. */
const NEXT_LINE = /\n *(?=[^ \n])/g
const FIRST_LINE = /^[^ \n]/
const LITERAL = /\|-?(?=\n)/y
const NAME = /[A-Za-z0-9_-]+(?=[ \n,\]}]|$)/y
const DOUBLE_QUOTED = /"(?:[^"\\\n]|\\["\\/nt])*"/y
const SINGLE_QUOTED = /'(?:[^'\n]|'')*'/y

const [NEWLINE, SPACE, HASH, DASH, STAR, AMPERSAND] = [10, 32, 35, 45, 42, 38]
const BAR = 124
const [DOUBLE, SINGLE, BRACKET, BRACE, COMMA, CLOSE_BRACKET, CLOSE_BRACE] = [34, 39, 91, 123, 44, 93, 125]

interface Reader {
  readonly text: string
  readonly path: string
  readonly comments: YamlComment[]
  readonly anchors: Map<string, { readonly node: Node; readonly weight: number }>
  readonly open: Set<string>
  weight: number
  aliased: number
  /** The line that is read next: where it begins, how many blanks it begins with (-1 behind the last), what follows them. */
  lineStart: number
  indent: number
  at: number
  /** Where the node that was read last ends. */
  end: number
}

function fail(): never {
  throw NOT_SIMPLE
}

function match(pattern: RegExp, reader: Reader, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(reader.text)?.[0]
}

/** Goes to the next line with something on it, from the end of a line; notes the comments on the way. */
function nextLine(reader: Reader, lineEnd: number): void {
  const { text } = reader
  for (let end = lineEnd; ; ) {
    NEXT_LINE.lastIndex = end
    const start = end === -1 && FIRST_LINE.test(text) ? 0 : (NEXT_LINE.exec(text)?.index ?? text.length) + 1
    if (start > text.length) break
    const at = end === -1 && start === 0 ? 0 : NEXT_LINE.lastIndex
    if (text.charCodeAt(at) === HASH) end = readComment(reader, at)
    else {
      reader.lineStart = start
      reader.indent = at - start
      reader.at = at
      return
    }
  }
  reader.indent = -1
  reader.at = text.length
}

function readComment({ text, comments }: Reader, start: number): number {
  const found = text.indexOf('\n', start)
  const end = found === -1 ? text.length : found
  comments.push({ text: text.slice(start + 1, end), start, end })
  return end
}

function skipBlanks(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE) at++
  return at
}

/** What follows a finished value on its line: nothing, or a comment. */
function finishLine(reader: Reader, from: number): void {
  const { text } = reader
  const at = skipBlanks(text, from)
  if (at >= text.length || text.charCodeAt(at) === NEWLINE) nextLine(reader, at)
  else if (text.charCodeAt(at) === HASH && at > from) nextLine(reader, readComment(reader, at))
  else fail()
}

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
  return { kind: 'list', at: { path: reader.path, start, end: reader.end }, items }
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
  return { kind: 'map', at: { path: reader.path, start, end: reader.end }, entries: pairs.entries() }
}

interface Key {
  readonly name: string
  readonly isMerge: boolean
  readonly entry: Omit<Entry, 'node'>
}

function readKey(reader: Reader, written: string, start: number): Key {
  reader.weight += 1
  const keyAt = { path: reader.path, start, end: start + written.length }
  const code = written.charCodeAt(0)
  if (code === DOUBLE || code === SINGLE) return { name: written.slice(1, -1), isMerge: false, entry: { keyAt } }
  const { text, type } = typePlainScalar(written)
  if (type === 'string') return { name: text ?? '', isMerge: written === '<<', entry: { keyAt } }
  return { name: written, isMerge: false, entry: { keyAt, keyType: type } }
}

/** The pairs of one map; merged maps come behind its own keys. */
class Pairs {
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
    return { kind: 'scalar', at: { path: reader.path, start: at, end: at }, text: null, type: 'null' }
  }
  if (code === AMPERSAND) return readAnchored(reader, at, indent, depth, inMap)
  if (code === BAR) return readLiteral(reader, at, indent)
  const node = readInline(reader, at)
  const { end } = reader
  finishLine(reader, end)
  // The text would go on, or be wrong.
  if (reader.indent > indent) fail()
  return node
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

function readAlias(reader: Reader, at: number): Node {
  const name = match(NAME, reader, at + 1) ?? fail()
  const anchor = reader.anchors.get(name) ?? fail()
  reader.aliased += anchor.weight
  reader.weight += 1 + anchor.weight
  if (reader.open.has(name) || reader.aliased > MAX_ALIASED_NODES) fail()
  reader.end = at + 1 + name.length
  return anchor.node
}

/**
 * A literal block (`|`, `|-`). Its lines are indented alike; what is indented less, but more than the line that it belongs
 * to, is left to the library, and so is a block without a line.
 */
function readLiteral(reader: Reader, start: number, indent: number): ScalarNode {
  const { text } = reader
  const header = match(LITERAL, reader, start) ?? fail()
  const lines: string[] = []
  let own = -1
  let filled = 0
  let from = start + header.length + 1
  let lastEnd = from - 1
  while (from < text.length) {
    const found = text.indexOf('\n', from)
    const end = found === -1 ? text.length : found
    const first = skipBlanks(text, from)
    if (first < end) {
      if (own === -1) own = first - from
      if (first - from < own || own <= indent) {
        if (first - from > indent || own <= indent) fail()
        break
      }
      lines.push(text.slice(from + own, end))
      filled = lines.length
      lastEnd = end
    } else if (own === -1 || first - from > own) fail()
    else lines.push('')
    from = end + 1
  }
  if (filled === 0) fail()
  const body = lines.slice(0, filled).join('\n')
  const broken = lastEnd < text.length
  reader.weight += 1
  reader.end = broken ? lastEnd + 1 : lastEnd
  nextLine(reader, lastEnd)
  const clipped = broken && !header.startsWith('|-') ? `${body}\n` : body
  return { kind: 'scalar', at: { path: reader.path, start, end: reader.end }, text: clipped, type: 'string' }
}

/** A scalar, an alias or a flow collection that ends on its line. */
function readInline(reader: Reader, at: number): Node {
  const code = reader.text.charCodeAt(at)
  if (code === STAR) return readAlias(reader, at)
  if (code === BRACKET || code === BRACE) return readFlow(reader, at, 0)
  if (code === DOUBLE || code === SINGLE) return readQuoted(reader, at)
  return readPlain(reader, at, PLAIN)
}

function readPlain(reader: Reader, start: number, pattern: RegExp): ScalarNode {
  const text = (match(pattern, reader, start) ?? fail()).trimEnd()
  const end = start + text.length
  reader.weight += 1
  reader.end = end
  return { kind: 'scalar', at: { path: reader.path, start, end }, ...typePlainScalar(text) }
}

function readQuoted(reader: Reader, start: number): ScalarNode {
  const double = reader.text.charCodeAt(start) === DOUBLE
  const written = match(double ? DOUBLE_QUOTED : SINGLE_QUOTED, reader, start) ?? fail()
  const inner = written.slice(1, -1)
  const text = double ? (inner.includes('\\') ? (JSON.parse(written) as string) : inner) : inner.replaceAll("''", "'")
  reader.weight += 1
  reader.end = start + written.length
  return { kind: 'scalar', at: { path: reader.path, start, end: reader.end }, text, type: 'string' }
}

function readFlow(reader: Reader, start: number, depth: number): Node {
  if (depth > MAX_DEPTH) fail()
  const { text } = reader
  const isMap = text.charCodeAt(start) === BRACE
  const close = isMap ? CLOSE_BRACE : CLOSE_BRACKET
  const pairs = new Pairs()
  const items: Node[] = []
  reader.weight += 1
  let at = skipBlanks(text, start + 1)
  while (text.charCodeAt(at) !== close) {
    if (isMap) {
      const written = match(FLOW_KEY, reader, at) ?? fail()
      const key = readKey(reader, written, at)
      pairs.add(key, readFlowValue(reader, skipBlanks(text, at + written.length + 1), depth))
    } else items.push(readFlowValue(reader, at, depth))
    at = skipBlanks(text, reader.end)
    if (text.charCodeAt(at) === COMMA) at = skipBlanks(text, at + 1)
    else if (text.charCodeAt(at) !== close) fail()
  }
  reader.end = at + 1
  const span = { path: reader.path, start, end: at + 1 }
  return isMap ? { kind: 'map', at: span, entries: pairs.entries() } : { kind: 'list', at: span, items }
}

function readFlowValue(reader: Reader, at: number, depth: number): Node {
  const code = reader.text.charCodeAt(at)
  if (code === STAR) return readAlias(reader, at)
  if (code === BRACKET || code === BRACE) return readFlow(reader, at, depth + 1)
  const node = code === DOUBLE || code === SINGLE ? readQuoted(reader, at) : readPlain(reader, at, FLOW_PLAIN)
  const next = reader.text.charCodeAt(skipBlanks(reader.text, reader.end))
  if (next !== COMMA && next !== CLOSE_BRACKET && next !== CLOSE_BRACE) fail()
  return node
}
