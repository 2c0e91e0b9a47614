import type { Source, Span } from '../../source.js'
import type { NginxArgument } from '../nginx.js'
import type { Problem } from '../node.js'

/** A comment: offsets in the file, its `#` included. */
export interface Comment {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Where the reader is, and what it has found beside words. */
export interface Reader {
  readonly source: Source
  position: number
  readonly comments: Comment[]
  readonly problems: Problem[]
  /** A quote swallowed the rest of the file: what is not ended or closed there says nothing more. */
  isCut: boolean
}

/** A word, or a sign that is none. */
export type Token = { readonly kind: 'word'; readonly word: NginxArgument } | Sign | { readonly kind: 'end' }

interface Sign {
  readonly kind: ';' | '{' | '}'
  readonly at: Span
}

/** More objections than this say nothing new about a file. */
const MOST_PROBLEMS = 200

/** Notes something that nginx refuses in the words of the file. */
export function object(reader: Reader, at: Span, message: string, code?: string): void {
  if (reader.problems.length >= MOST_PROBLEMS) return
  reader.problems.push({ at, message, kind: 'syntax', ...(code === undefined ? {} : { code }) })
}

/** A span of the file that is being read. */
export function spanIn(reader: Reader, start: number, end: number): Span {
  return { path: reader.source.path, start, end }
}

/**
 * The next word or sign, by the rules of nginx's own reader (`ngx_conf_read_token`): a bare word ends only at white space,
 * `;` and `{`, so that quotes, `#` and `}` inside it are letters; braces behind `$` are letters, too; a backslash makes the
 * next character a letter.
 */
export function nextToken(reader: Reader): Token {
  const { text } = reader.source
  const startsLine = skipBlanks(reader)
  const start = reader.position
  const character = text[start]
  if (character === undefined) return { kind: 'end' }
  if (character === ';' || character === '{' || character === '}') {
    reader.position++
    return { kind: character, at: spanIn(reader, start, start + 1) }
  }
  const quoted = character === '"' || character === "'"
  if (quoted) skipQuoted(reader, character)
  else skipBare(reader)
  const end = reader.position
  const raw = text.slice(start, end)
  const closed = quoted && raw.length > 1 && raw.endsWith(character)
  checkLength(reader, quoted ? start + 1 : start, end)
  const decoded = decode(quoted ? raw.slice(1, closed ? -1 : undefined) : raw)
  const at = spanIn(reader, start, end)
  return { kind: 'word', word: { text: decoded, ...(decoded !== raw && { raw }), quoted, startsLine, at } }
}

/** Skips white space and comments. Tells whether what follows is the first on its line. */
function skipBlanks(reader: Reader): boolean {
  const { text } = reader.source
  let at = reader.position
  let startsLine = at === 0
  for (;;) {
    const character = text[at]
    if (character === '\n') startsLine = true
    if (isBlank(character)) at++
    else if (character === '#') {
      const lineBreak = text.indexOf('\n', at)
      const stop = lineBreak === -1 ? text.length : lineBreak
      const end = text[stop - 1] === '\r' ? stop - 1 : stop
      reader.comments.push({ text: text.slice(at, end), start: at, end })
      checkLength(reader, at, stop)
      at = stop
    } else if (at === 0 && character === '\ufeff') at++
    else break
  }
  reader.position = at
  return startsLine
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\n' || character === '\r'
}

function skipBare(reader: Reader): void {
  const { text } = reader.source
  let at = reader.position
  while (at < text.length) {
    const character = text[at]
    if (character === '\\') at += 2
    else if (character === '$') {
      at++
      while (text[at] === '{') at++
    } else if (isBlank(character) || character === ';' || character === '{') break
    else at++
  }
  reader.position = Math.min(at, text.length)
}

function skipQuoted(reader: Reader, quote: string): void {
  const { text } = reader.source
  const start = reader.position
  let at = start + 1
  while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1
  reader.position = Math.min(at + 1, text.length)
  const next = text[at + 1]
  if (at >= text.length) {
    object(reader, spanIn(reader, start, start + 1), `the quote ${quote} is never closed`)
    reader.isCut = true
  } else if (next !== undefined && !isBlank(next) && !';{)'.includes(next)) {
    object(reader, spanIn(reader, at + 1, at + 2), `unexpected "${next}" behind the closing quote of a word`)
  }
}

/** The size of nginx's buffer, in bytes: a word (from its opening quote on) or comment has to fit into it with what ends it. */
const BUFFER = 4096

function checkLength(reader: Reader, start: number, end: number): void {
  if (end - start < BUFFER / 3) return
  const bytes = Buffer.byteLength(reader.source.text.slice(start, end))
  if (bytes < BUFFER) return
  const at = spanIn(reader, start, start + 1)
  object(reader, at, `a word or comment of ${bytes} bytes: nginx reads ${BUFFER - 1} at most`)
}

const DECODED: Readonly<Record<string, string>> = { '"': '"', "'": "'", '\\': '\\', t: '\t', r: '\r', n: '\n' }

function decode(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(["'\\trn])/g, (_, letter: string) => DECODED[letter] ?? letter)
}
