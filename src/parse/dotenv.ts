import type { Source, Span } from '../source.js'
import type { Problem } from './node.js'

/** One `.env` file, by the grammar that Compose reads. */
export interface EnvironmentFile {
  readonly path: string
  /** `example`: named example, sample, template, dist … · `live`: anything else. */
  readonly purpose: 'live' | 'example'
  /** False when git is told to ignore it and does not track it. Such files are not read at all. */
  readonly tracked: boolean
  /** In the order written; a later entry of the same name wins. */
  readonly entries: readonly EnvironmentEntry[]
  readonly problems: readonly Problem[]
}

/** A line of an env file. */
export interface EnvironmentEntry {
  readonly name: string
  /** The value with quotes and escapes resolved and `$VAR` not yet interpolated; null for a bare `NAME`. In double quotes
   *  an escaped `\$` is given as `$$`, which interpolation reads as a literal `$`. */
  readonly value: string | null
  /** Single quotes: `$` is literal. */
  readonly quote: '' | "'" | '"'
  readonly keyAt: Span
  /** The value as written, quotes included; `NAME=` when it is empty; the name when there is none. */
  readonly at: Span
}

const EXAMPLE = /(?:^|[._-])(?:examples?|samples?|templates?|tmpl|tpl|dist|defaults?|skeleton|stub)(?=$|[._-])/i

/** Tells by its name whether an environment file is one to copy from (`.env.example`) or one in use. */
export function environmentFilePurpose(path: string): EnvironmentFile['purpose'] {
  return EXAMPLE.test(path.slice(path.lastIndexOf('/') + 1)) ? 'example' : 'live'
}

/**
 * Reads an environment file as Compose does (https://github.com/compose-spec/compose-go, `dotenv/`, v2.16.2): `NAME=value`
 * and `NAME: value`, `export`, comments, quotes over several lines. Where Compose gives up on the file, the line becomes
 * a problem and reading goes on with the next line. Messages never hold values.
 */
export function parseEnvironmentFile(source: Source): Pick<EnvironmentFile, 'entries' | 'problems'> {
  const entries: EnvironmentEntry[] = []
  const problems: Problem[] = []
  let position = source.text.startsWith('\ufeff') ? 1 : 0
  for (;;) {
    position = statementStart(source.text, position)
    if (position >= source.text.length) return { entries, problems }
    const statement = readStatement(source, position)
    if (statement.entry) entries.push(statement.entry)
    if (statement.problem) problems.push(statement.problem)
    position = statement.end
  }
}

interface Statement {
  readonly end: number
  readonly entry?: EnvironmentEntry
  readonly problem?: Problem
}

function readStatement(source: Source, start: number): Statement {
  const { text } = source
  const lineEnd = endOfLine(text, start)
  const keyStart = skipExport(text, start, lineEnd)
  const key = readKey(text, keyStart, lineEnd)
  const keyAt = span(source, keyStart, keyStart + key.name.length)
  if (key.unexpected !== undefined) {
    const at = span(source, keyStart, trimmedEnd(text, keyStart, lineEnd))
    return { end: lineEnd, problem: syntax(at, `unexpected character ${key.unexpected} in a variable name`) }
  }
  if (key.name.includes(' ')) return { end: lineEnd, problem: syntax(keyAt, 'a variable name cannot contain a space') }
  if (key.separator === undefined) {
    return { end: lineEnd, ...(key.name && { entry: { name: key.name, value: null, quote: '', keyAt, at: keyAt } }) }
  }
  const value = readValue(text, skipBlanks(text, key.separator + 1, text.length), endOfLine(text, key.separator))
  if (value === undefined) {
    const at = span(source, keyStart, trimmedEnd(text, keyStart, lineEnd))
    return { end: lineEnd, problem: syntax(at, `the quote that opens the value of ${key.name} is never closed`) }
  }
  const at =
    value.start < value.stop ? span(source, value.start, value.stop) : span(source, keyStart, key.separator + 1)
  const entry: EnvironmentEntry = { name: key.name, value: value.text, quote: value.quote, keyAt, at }
  return { end: value.end, ...(key.name && { entry }) }
}

function readKey(text: string, start: number, lineEnd: number) {
  for (let at = start; at < lineEnd; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (character === '=' || character === ':') return { name: trimEnd(text.slice(start, at)), separator: at }
    if (!isBlank(character) && !/[\p{L}\p{N}_.\-[\]]/u.test(character))
      return { name: '', unexpected: quoted(character) }
    at += character.length
  }
  return { name: trimEnd(text.slice(start, lineEnd)) }
}

interface Value {
  readonly text: string
  readonly quote: '' | "'" | '"'
  /** The value as written: offsets, quotes included. */
  readonly start: number
  readonly stop: number
  /** Where the next statement is looked for. */
  readonly end: number
}

function readValue(text: string, start: number, lineEnd: number): Value | undefined {
  const quote = text[start]
  if (quote === '"' || quote === "'") return start < lineEnd ? readQuoted(text, start, quote) : emptyValue(lineEnd)
  if (start >= lineEnd) return emptyValue(lineEnd)
  const comment = text.slice(start, lineEnd).indexOf(' #')
  const stop = trimmedEnd(text, start, comment === -1 ? lineEnd : start + comment)
  return { text: text.slice(start, stop), quote: '', start, stop, end: lineEnd }
}

function emptyValue(end: number): Value {
  return { text: '', quote: '', start: end, stop: end, end }
}

function readQuoted(text: string, start: number, quote: '"' | "'"): Value | undefined {
  const pieces: string[] = []
  let from = start + 1
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') {
      if (text[at + 1] === quote) {
        pieces.push(text.slice(from, at))
        from = at + 1
      }
      at++
    } else if (text[at] === quote) {
      pieces.push(text.slice(from, at))
      const inner = pieces.join('')
      return { text: quote === '"' ? resolveEscapes(inner) : inner, quote, start, stop: at + 1, end: at + 1 }
    }
  }
  return undefined
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['c', '\\c'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['$', '$$'],
  ['"', '"'],
  ['\\', '\\'],
])

function resolveEscapes(text: string): string {
  return text.replace(/\\([abcfnrtv$"\\]|0\d{0,3})/g, (match, code: string) => {
    if (!code.startsWith('0')) return ESCAPES.get(code) ?? match
    const digits = code.slice(1)
    const value = /^[0-7]{3}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN
    // Compose takes the zero of an octal escape away even when the rest is none.
    return value <= 255 ? String.fromCharCode(value) : `\\${digits}`
  })
}

function statementStart(text: string, start: number): number {
  let at = start
  while (at < text.length) {
    if (text[at] === '#') at = endOfLine(text, at)
    else if (isSpace(text[at] ?? '')) at++
    else return at
  }
  return at
}

function skipExport(text: string, start: number, lineEnd: number): number {
  const after = start + 'export'.length
  if (!text.startsWith('export', start) || (after < lineEnd && !isBlank(text[after] ?? ''))) return start
  return after < text.length ? skipBlanks(text, after, lineEnd) : start
}

function skipBlanks(text: string, start: number, end: number): number {
  let at = start
  while (at < end && isBlank(text[at] ?? '')) at++
  return at
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : end
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(text[at - 1] ?? '')) at--
  return at
}

function trimEnd(text: string): string {
  return text.slice(0, trimmedEnd(text, 0, text.length))
}

function isBlank(character: string): boolean {
  return character !== '' && '\t\v\f\r \u0085\u00a0'.includes(character)
}

function isSpace(character: string): boolean {
  return (
    character === '\n' || isBlank(character) || /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(character)
  )
}

function quoted(character: string): string {
  return /[\p{P}\p{S}]/u.test(character) ? `“${character}”` : `U+${hexOf(character)}`
}

function hexOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

function span(source: Source, start: number, end: number): Span {
  return { path: source.path, start, end }
}

function syntax(at: Span, message: string): Problem {
  return { at, message, kind: 'syntax' }
}
