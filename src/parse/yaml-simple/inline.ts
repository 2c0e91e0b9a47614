import type { Node, ScalarNode } from '../node.js'
import { typePlainScalar } from '../yaml-scalar.js'
import { Pairs, readKey } from './pairs.js'
import {
  BRACE,
  BRACKET,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  DOUBLE,
  fail,
  MAX_DEPTH,
  match,
  NEWLINE,
  type Reader,
  SINGLE,
  STAR,
  skipBlanks,
} from './reader.js'

/** Below the bound of the library's way, which is where aliases become a problem to report. */
const MAX_ALIASED_NODES = 190_000
/** A plain scalar up to the end of the line or a comment. */
const PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|[-?:](?=[^\s,[\]{}]))(?:[^\n:# ]|:(?=[^ \n])|(?<! )#| (?!#))*/y
/** One inside brackets, up to what ends it there. */
const FLOW_PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))(?:[^\n:#,[\]{}]|:(?=[^\s,[\]{}]))*/y
const FLOW_KEY = /(?:[A-Za-z0-9_./][A-Za-z0-9_./-]{0,200}|"[^"\\\n]{0,200}"|'[^'\n]{0,200}'|<<)(?=: )/y
/** The name of an anchor. */
export const NAME = /[A-Za-z0-9_-]+(?=[ \n,\]}]|$)/y
const DOUBLE_QUOTED = /"(?:[^"\\\n]|\\["\\/nt])*"/y
const SINGLE_QUOTED = /'(?:[^'\n]|'')*'/y

/** A scalar, an alias or a flow collection. The lines of the latter are indented by more than `indent`. */
export function readInline(reader: Reader, at: number, indent: number): Node {
  const code = reader.text.charCodeAt(at)
  if (code === STAR) return readAlias(reader, at)
  if (code === BRACKET || code === BRACE) return readFlow(reader, at, indent, 0)
  if (code === DOUBLE || code === SINGLE) return readQuoted(reader, at)
  return readPlain(reader, at, PLAIN)
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

function readPlain(reader: Reader, start: number, pattern: RegExp): ScalarNode {
  const text = (match(pattern, reader, start) ?? fail()).trimEnd()
  const end = start + text.length
  reader.weight += 1
  reader.end = end
  return { kind: 'scalar', at: reader.place(start, end), ...typePlainScalar(text) }
}

function readQuoted(reader: Reader, start: number): ScalarNode {
  const double = reader.text.charCodeAt(start) === DOUBLE
  const written = match(double ? DOUBLE_QUOTED : SINGLE_QUOTED, reader, start) ?? fail()
  const inner = written.slice(1, -1)
  const text = double ? (inner.includes('\\') ? (JSON.parse(written) as string) : inner) : inner.replaceAll("''", "'")
  reader.weight += 1
  reader.end = start + written.length
  return { kind: 'scalar', at: reader.place(start, reader.end), text, type: 'string' }
}

function readFlow(reader: Reader, start: number, indent: number, depth: number): Node {
  if (depth > MAX_DEPTH) fail()
  const { text } = reader
  const isMap = text.charCodeAt(start) === BRACE
  const close = isMap ? CLOSE_BRACE : CLOSE_BRACKET
  const pairs = new Pairs()
  const items: Node[] = []
  reader.weight += 1
  let at = skipBreaks(text, start + 1, indent)
  while (text.charCodeAt(at) !== close) {
    if (isMap) {
      const written = match(FLOW_KEY, reader, at) ?? fail()
      const key = readKey(reader, written, at)
      pairs.add(key, readFlowValue(reader, skipBlanks(text, at + written.length + 1), indent, depth))
    } else items.push(readFlowValue(reader, at, indent, depth))
    at = skipBreaks(text, reader.end, indent)
    if (text.charCodeAt(at) === COMMA) at = skipBreaks(text, at + 1, indent)
    else if (text.charCodeAt(at) !== close) fail()
  }
  reader.end = at + 1
  const span = reader.place(start, at + 1)
  return isMap ? { kind: 'map', at: span, entries: pairs.entries() } : { kind: 'list', at: span, items }
}

/** The first place from here on that holds neither a blank nor a break, on a line that is indented by more than `indent`. */
function skipBreaks(text: string, from: number, indent: number): number {
  let at = skipBlanks(text, from)
  while (text.charCodeAt(at) === NEWLINE) {
    const start = at + 1
    at = skipBlanks(text, start)
    if (at - start <= indent && text.charCodeAt(at) !== NEWLINE) fail()
  }
  return at
}

function readFlowValue(reader: Reader, at: number, indent: number, depth: number): Node {
  const code = reader.text.charCodeAt(at)
  if (code === STAR) return readAlias(reader, at)
  if (code === BRACKET || code === BRACE) return readFlow(reader, at, indent, depth + 1)
  const node = code === DOUBLE || code === SINGLE ? readQuoted(reader, at) : readPlain(reader, at, FLOW_PLAIN)
  const next = reader.text.charCodeAt(skipBreaks(reader.text, reader.end, indent))
  if (next !== COMMA && next !== CLOSE_BRACKET && next !== CLOSE_BRACE) fail()
  return node
}
