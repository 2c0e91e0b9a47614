import type { Source, Span } from '../../source.js'
import type { Problem } from '../node.js'

/** One word of a Caddyfile. */
export interface CaddyWord {
  /** Without its quotes, variables put in. */
  readonly text: string
  readonly quoted: boolean
  /** Holds a variable whose value is not known. */
  readonly open: boolean
  /** The first of its line. */
  readonly newLine: boolean
  readonly at: Span
}

/** The value of an environment variable: undefined when it is not set, null when it is not known. */
export type CaddyEnvironment = (name: string) => string | undefined | null

interface Found {
  readonly words: readonly CaddyWord[]
  readonly problems: readonly Problem[]
}

const BLANK = /[ \t\r\f\v\u00a0]/
const HEREDOC = /<<([A-Za-z0-9_-]{1,60})[ \t\r]*\n/y
const MOST_WORDS = 200_000

/**
 * Cuts a Caddyfile into words: blanks between them, double quotes and backticks, heredocs, comments from a `#` that begins a
 * word, a backslash at the end of a line that goes on. https://caddyserver.com/docs/caddyfile/concepts#tokens-and-quotes
 */
export function lexCaddyfile({ text, path }: Source, environment: CaddyEnvironment): Found {
  const words: CaddyWord[] = []
  const problems: Problem[] = []
  let at = text.startsWith('\ufeff') ? 1 : 0
  let newLine = true
  while (at < text.length && words.length < MOST_WORDS) {
    const character = text[at] ?? ''
    if (character === '\n') {
      newLine = true
      at++
    } else if (BLANK.test(character)) at++
    else if (character === '\\' && /^\\\r?\n/.test(text.slice(at, at + 3))) at = text.indexOf('\n', at) + 1
    else if (character === '#') {
      const end = text.indexOf('\n', at)
      at = end === -1 ? text.length : end
    } else {
      const word = readWord(text, at)
      const span: Span = { path, start: at, end: word.end }
      if (word.unclosed)
        problems.push({ at: { ...span, end: at + 1 }, message: 'The quote is not closed', kind: 'syntax' })
      for (const { text: part, open } of substituted(word.text, word.quoted, environment)) {
        words.push({ text: part, quoted: word.quoted, open, newLine, at: span })
        newLine = false
      }
      at = word.end
    }
  }
  return { words, problems }
}

interface ReadWord {
  readonly text: string
  readonly quoted: boolean
  readonly end: number
  readonly unclosed?: true
}

function readWord(text: string, start: number): ReadWord {
  const quote = text[start] ?? ''
  if (quote === '"' || quote === '`') return readQuoted(text, start, quote)
  HEREDOC.lastIndex = start
  const heredoc = HEREDOC.exec(text)
  if (heredoc) return readHeredoc(text, start + heredoc[0].length, heredoc[1] ?? '')
  let end = start
  while (end < text.length && text[end] !== '\n' && !BLANK.test(text[end] ?? '')) {
    if (text[end] === '\\' && text[end + 1] === '\n') break
    end++
  }
  return { text: text.slice(start, end), quoted: false, end }
}

function readQuoted(text: string, start: number, quote: string): ReadWord {
  const parts: string[] = []
  let from = start + 1
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote) {
      parts.push(text.slice(from, at))
      return { text: parts.join(''), quoted: true, end: at + 1 }
    }
    if (quote === '"' && text[at] === '\\') {
      if (text[at + 1] === '"') {
        parts.push(text.slice(from, at))
        from = at + 1
      }
      at++
    }
  }
  return { text: text.slice(start + 1), quoted: true, end: text.length, unclosed: true }
}

function readHeredoc(text: string, start: number, marker: string): ReadWord {
  let at = start
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline === -1 ? text.length : newline
    const line = text.slice(at, end).trim()
    if (line === marker) {
      const closing = text.indexOf(marker, at) + marker.length
      return { text: text.slice(start, Math.max(start, at - 1)), quoted: true, end: closing }
    }
    at = end + 1
  }
  return { text: text.slice(start), quoted: true, end: text.length, unclosed: true }
}

const VARIABLE = /\{\$([^{}:\s$]{1,200})(?::([^{}]{0,500}))?\}/g

/** Puts variables in. Their values are read like the text around them, so an unquoted one may be several words, or none. */
function substituted(
  word: string,
  quoted: boolean,
  environment: CaddyEnvironment,
): readonly { readonly text: string; readonly open: boolean }[] {
  if (!word.includes('{$')) return [{ text: word, open: false }]
  let open = false
  const text = word.replace(VARIABLE, (whole, name: string, fallback?: string) => {
    const value = environment(name)
    if (value === null) open = true
    return value === null ? whole : value || (fallback ?? '')
  })
  if (quoted) return [{ text, open }]
  return text.split(/\s+/).flatMap(part => (part === '' ? [] : [{ text: part, open }]))
}
