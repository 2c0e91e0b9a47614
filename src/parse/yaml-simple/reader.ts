import type { Span } from '../../source.js'
import type { Node } from '../node.js'
import type { YamlComment } from '../yaml.js'

/** Where the reading of a document stands. */
export interface Reader {
  /** With line feeds alone for breaks. */
  readonly text: string
  /** The text as it is in the file. */
  readonly written: string
  /** Where a range of `text` stands in the file. */
  readonly place: (start: number, end: number) => Span
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

/** Thrown where the text stops being simple. */
export const NOT_SIMPLE = Symbol('not simple')
/** Deeper nesting is left to the whole parser. */
export const MAX_DEPTH = 50

export const [NEWLINE, SPACE, HASH, DASH, STAR, AMPERSAND] = [10, 32, 35, 45, 42, 38]
export const [DOUBLE, SINGLE, BRACKET, BRACE, COMMA, CLOSE_BRACKET, CLOSE_BRACE] = [34, 39, 91, 123, 44, 93, 125]

/** A line with something on it, from the line break before it up to there. */
const NEXT_LINE = /\n *(?=[^ \n])/g
const FIRST_LINE = /^[^ \n]/

/** Gives the text up: it is left to the library. */
export function fail(): never {
  throw NOT_SIMPLE
}

/** What a sticky pattern matches at a place. */
export function match(pattern: RegExp, reader: Reader, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(reader.text)?.[0]
}

/** Goes to the next line with something on it, from the end of a line; notes the comments on the way. */
export function nextLine(reader: Reader, lineEnd: number): void {
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

function readComment({ text, comments, place }: Reader, start: number): number {
  const found = text.indexOf('\n', start)
  const end = found === -1 ? text.length : found
  const at = place(start, end)
  comments.push({ text: text.slice(start + 1, end), start: at.start, end: at.end })
  return end
}

/** The first place from here on that holds no blank. */
export function skipBlanks(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === SPACE) at++
  return at
}

/** What follows a finished value on its line: nothing, or a comment. */
export function finishLine(reader: Reader, from: number): void {
  const { text } = reader
  const at = skipBlanks(text, from)
  if (at >= text.length || text.charCodeAt(at) === NEWLINE) nextLine(reader, at)
  else if (text.charCodeAt(at) === HASH && at > from) nextLine(reader, readComment(reader, at))
  else fail()
}
