import type { Source, Span } from '../../source.js'
import type { Problem } from '../node.js'

/** One instruction as the builder sees it: continued lines joined, comments taken out, every character still located. */
export interface LogicalLine {
  readonly keyword: string
  readonly keywordAt: Span
  /** Everything behind the keyword. Continued lines are joined by a space where either side has one. */
  readonly text: string
  /** The offset in the file of each character of `text`, and of its end. */
  readonly offsets: readonly number[]
  readonly heredocs: readonly Heredoc[]
  readonly at: Span
}

/** A text that stands behind an instruction: `RUN <<EOF`. */
export interface Heredoc {
  readonly name: string
  /** The body, without the line of the delimiter; leading tabs are taken out for `<<-`. */
  readonly text: string
  /** The body as it stands in the file. */
  readonly at: Span
}

/** A line that is a comment. */
export interface Comment {
  /** From the `#` to the end of the line. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A Dockerfile by its instructions, before they are read. */
export interface Lines {
  readonly instructions: readonly LogicalLine[]
  readonly comments: readonly Comment[]
  readonly directives: ReadonlyMap<string, string>
  readonly escapeCharacter: '\\' | '`'
  readonly problems: readonly Problem[]
}

interface Reader {
  readonly source: Source
  position: number
  escapeCharacter: '\\' | '`'
  readonly comments: Comment[]
  readonly problems: Problem[]
}

/**
 * Takes a Dockerfile apart into its instructions by the rules of BuildKit
 * (https://github.com/moby/buildkit, `frontend/dockerfile/parser/parser.go`, v0.34). Linear in the text.
 */
export function readLines(source: Source): Lines {
  const reader: Reader = {
    source,
    position: source.text.startsWith('\ufeff') ? 1 : 0,
    escapeCharacter: '\\',
    comments: [],
    problems: [],
  }
  const directives = readDirectives(reader)
  const instructions: LogicalLine[] = []
  while (reader.position < source.text.length) {
    const line = nextLine(reader)
    if (line.blank || addComment(reader, line)) continue
    instructions.push(readInstruction(reader, line))
  }
  const { comments, escapeCharacter, problems } = reader
  return { instructions, comments, directives, escapeCharacter, problems }
}

interface Line {
  readonly start: number
  /** Behind the last character that is not part of the line break. */
  readonly end: number
  /** The first character that is not white space; `end` when there is none. */
  readonly first: number
  readonly blank: boolean
}

function nextLine(reader: Reader): Line {
  const { text } = reader.source
  const start = reader.position
  const feed = text.indexOf('\n', start)
  let end = feed === -1 ? text.length : feed
  reader.position = feed === -1 ? text.length : feed + 1
  if (end > start && text[end - 1] === '\r') end--
  let first = start
  while (first < end && isBlank(text[first])) first++
  return { start, end, first, blank: first === end }
}

function addComment(reader: Reader, line: Line): boolean {
  if (reader.source.text[line.first] !== '#' || line.blank) return false
  const text = reader.source.text.slice(line.first, line.end)
  reader.comments.push({ text, start: line.first, end: line.end })
  return true
}

const DIRECTIVE = /^#[ \t]*([a-zA-Z][a-zA-Z0-9]*)[ \t]*=[ \t]*(\S.*)$/
const DIRECTIVES = new Set(['escape', 'syntax', 'check'])

function readDirectives(reader: Reader): Map<string, string> {
  const directives = new Map<string, string>()
  for (;;) {
    const before = reader.position
    const line = nextLine(reader)
    const match = DIRECTIVE.exec(reader.source.text.slice(line.first, line.end))
    const name = match?.[1]?.toLowerCase()
    if (name === undefined || !DIRECTIVES.has(name) || before === reader.position) {
      reader.position = before
      return directives
    }
    const value = match?.[2]?.trimEnd() ?? ''
    if (directives.has(name)) problem(reader, line, `the parser directive ${name} is given twice`)
    else directives.set(name, value)
    if (name !== 'escape') continue
    if (value === '\\' || value === '`') reader.escapeCharacter = value
    else problem(reader, line, 'the escape directive takes \\ or ` only')
  }
}

function problem(reader: Reader, line: Line, message: string): void {
  const at = { path: reader.source.path, start: line.first, end: line.end }
  reader.problems.push({ at, message, kind: 'syntax' })
}

/** Offset of the escape character that continues the line; undefined when the instruction ends with it. */
function continuationOf(reader: Reader, line: Line): number | undefined {
  const { text } = reader.source
  let at = line.end - 1
  while (at >= line.first && isBlank(text[at])) at--
  if (at < line.first || text[at] !== reader.escapeCharacter) return undefined
  return at > line.start && text[at - 1] === reader.escapeCharacter ? undefined : at
}

function readInstruction(reader: Reader, first: Line): LogicalLine {
  const { source } = reader
  const joined = new Joiner(source.text)
  let line = first
  let end = first.end
  for (;;) {
    const continued = continuationOf(reader, line)
    joined.add(line.first, continued ?? line.end, line !== first && line.first > line.start)
    end = continued === undefined ? line.end : continued + 1
    if (continued === undefined) break
    const next = nextContent(reader)
    if (next === undefined) break
    line = next
  }
  const { text, offsets } = joined.finish(end)
  const keywordEnd = /\s/.exec(text)?.index ?? text.length
  const from = keywordEnd + (/^\s*/.exec(text.slice(keywordEnd))?.[0].length ?? 0)
  const keyword = text.slice(0, keywordEnd)
  const rest = { text: text.slice(from), offsets: offsets.slice(from) }
  const heredocs = HEREDOC_KEYWORDS.has(keyword.toUpperCase()) ? readHeredocs(reader, rest.text, keyword) : []
  const stop = heredocs.length > 0 ? reader.position : end
  const start = first.first
  const keywordStop = (offsets[keywordEnd - 1] ?? start) + 1
  return {
    keyword,
    keywordAt: { path: source.path, start, end: keywordStop },
    ...rest,
    heredocs,
    at: { path: source.path, start, end: trimBreak(source.text, stop) },
  }
}

/** The next line of a continued instruction: blank lines and comments in between do not count. */
function nextContent(reader: Reader): Line | undefined {
  while (reader.position < reader.source.text.length) {
    const line = nextLine(reader)
    if (!line.blank && !addComment(reader, line)) return line
  }
  return undefined
}

function trimBreak(text: string, end: number): number {
  let at = end
  if (at > 0 && text[at - 1] === '\n') at--
  if (at > 0 && text[at - 1] === '\r') at--
  return at
}

/** Joins pieces of the file, one space where white space stood between them, and remembers where each character came from. */
class Joiner {
  readonly #text: string
  readonly #pieces: string[] = []
  readonly #offsets: number[] = []
  #space = false

  constructor(text: string) {
    this.#text = text
  }

  add(start: number, end: number, spaced: boolean): void {
    let stop = end
    while (stop > start && isBlank(this.#text[stop - 1])) stop--
    if (stop === start) {
      this.#space ||= spaced || end > stop
      return
    }
    if ((this.#space || spaced) && this.#offsets.length > 0) {
      this.#pieces.push(' ')
      this.#offsets.push((this.#offsets.at(-1) ?? start) + 1)
    }
    this.#pieces.push(this.#text.slice(start, stop))
    for (let at = start; at < stop; at++) this.#offsets.push(at)
    this.#space = end > stop
  }

  finish(end: number): { text: string; offsets: number[] } {
    const last = this.#offsets.at(-1)
    this.#offsets.push(last === undefined ? end : last + 1)
    return { text: this.#pieces.join(''), offsets: this.#offsets }
  }
}

const HEREDOC_KEYWORDS = new Set(['ADD', 'COPY', 'RUN', 'ONBUILD'])
const HEREDOC = /^[0-9]*<<(-?)\s*([^<]+)$/

function readHeredocs(reader: Reader, text: string, keyword: string): Heredoc[] {
  if (!text.includes('<<')) return []
  if (keyword.toUpperCase() === 'ONBUILD' && !/^(?:ADD|COPY|RUN)\s/i.test(text)) return []
  return heredocWords(text).flatMap(word => {
    const [, chomp = '', delimiter = ''] = HEREDOC.exec(word) ?? []
    const name = delimiter.replace(/["'\\]/g, '')
    return name === '' ? [] : [readHeredoc(reader, name, chomp === '-')]
  })
}

/** Words in which white space behind `<<` does not count; none when a quote is open. The escape character is always `\`. */
function heredocWords(text: string): string[] {
  const words: string[] = []
  let word = ''
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (quote === '' && /\s/.test(character)) {
      if (word !== '') words.push(word)
      word = ''
      continue
    }
    word += character
    if (character === '\\' && quote !== "'") word += text[++at] ?? ''
    else if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
    else if (text.startsWith('<<', at)) {
      word += '<'
      at++
      while (/[ \t\r]/.test(text[at + 1] ?? '')) word += text[++at]
    }
  }
  if (quote !== '') return []
  return word === '' ? words : [...words, word]
}

function readHeredoc(reader: Reader, name: string, chomp: boolean): Heredoc {
  const { path, text } = reader.source
  const start = reader.position
  const lines: string[] = []
  let end = start
  while (reader.position < text.length) {
    const line = nextLine(reader)
    const content = chomp ? text.slice(line.start, line.end).replace(/^\t+/, '') : text.slice(line.start, line.end)
    if (content === name) return { name, text: lines.join('\n'), at: { path, start, end } }
    lines.push(content)
    end = line.end
  }
  const at = { path, start: Math.max(0, Math.min(start, text.length) - 1), end: Math.min(start, text.length) }
  reader.problems.push({ at, message: `the heredoc ${name} is never closed`, kind: 'syntax' })
  return { name, text: lines.join('\n'), at: { path, start, end } }
}

/** A word as written, quotes and escapes included; `start` and `end` are offsets into the text it was split from. */
export interface RawWord {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Splits at white space outside quotes. An open quote goes on to the end. */
export function splitRaw(text: string, escapeCharacter: string, quotes = true): RawWord[] {
  const words: RawWord[] = []
  let start = -1
  let quote = ''
  for (let at = 0; at <= text.length; at++) {
    const character = text[at]
    const blank = character === undefined || (quote === '' && isBlank(character))
    if (blank) {
      if (start !== -1) words.push({ text: text.slice(start, at), start, end: at })
      start = -1
      continue
    }
    if (start === -1) start = at
    if (!quotes) continue
    if (character === escapeCharacter && quote !== "'") at = Math.min(at + 1, text.length - 1)
    else if (quote !== '') quote = character === quote ? '' : quote
    else if (character === '"' || character === "'") quote = character
  }
  return words
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\v' || character === '\f' || character === '\r'
}
