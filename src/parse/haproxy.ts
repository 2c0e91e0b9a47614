import type { Source, Span } from '../source.js'
import type { Problem } from './node.js'

/** A configuration of HAProxy: sections of keyword lines (https://docs.haproxy.org/3.2/configuration.html#2.1). */
export interface HaproxyFile {
  readonly sections: readonly HaproxySection[]
  readonly problems: readonly Problem[]
}

/** `frontend web` with the lines below it. */
export interface HaproxySection {
  /** `global`, `defaults`, `frontend`, `backend`, `listen`, `resolvers` … */
  readonly keyword: string
  /** Absent where none is written. */
  readonly name?: string
  readonly lines: readonly HaproxyLine[]
  /** The line that opens it. */
  readonly at: Span
}

/** A line of a section, by its words. */
export interface HaproxyLine {
  readonly words: readonly HaproxyWord[]
  /** Within `.if` … `.endif`. */
  readonly conditional: boolean
  readonly at: Span
}

/** A word of a line, without its quotes. */
export interface HaproxyWord {
  readonly text: string
  /** Holds a variable whose value is not known. */
  readonly open: boolean
  readonly at: Span
}

/** The value of an environment variable: undefined when it is not set, null when it is not known. */
export type HaproxyEnvironment = (name: string) => string | undefined | null

const SECTIONS = new Set([
  ...['global', 'defaults', 'frontend', 'backend', 'listen', 'peers', 'resolvers', 'userlist', 'mailers', 'program'],
  ...[
    'ring',
    'cache',
    'http-errors',
    'fcgi-app',
    'crt-store',
    'crt-list',
    'log-forward',
    'log-profile',
    'traces',
    'acme',
  ],
])
const MOST_PROBLEMS = 1_000

/**
 * Reads a configuration file. Never throws, takes time linear in the text, goes on with the next line after an error.
 * Variables in double quotes are put in with `environment`.
 */
export function parseHaproxy(source: Source, environment: HaproxyEnvironment = () => null): HaproxyFile {
  const sections: (HaproxySection & { readonly lines: HaproxyLine[] })[] = []
  const problems: Problem[] = []
  let depth = 0
  let start = source.text.startsWith('\ufeff') ? 1 : 0
  while (start < source.text.length) {
    const newline = source.text.indexOf('\n', start)
    const end = newline === -1 ? source.text.length : newline
    const line = readLine(source, start, end, environment)
    if (line.problem && problems.length < MOST_PROBLEMS) problems.push(line.problem)
    const { words } = line
    const [first, second] = words
    const at = { path: source.path, start: first?.at.start ?? start, end: words.at(-1)?.at.end ?? end }
    if (first?.text.startsWith('.')) {
      if (first.text === '.if') depth++
      else if (first.text === '.endif') depth--
    } else if (first && SECTIONS.has(first.text)) {
      const name = second && first.text !== 'global' ? { name: second.text } : {}
      sections.push({ keyword: first.text, ...name, lines: [], at })
    } else if (first) {
      const section = sections.at(-1)
      if (section) section.lines.push({ words, conditional: depth > 0, at })
      else if (problems.length < MOST_PROBLEMS)
        problems.push({ at, message: `${first.text.slice(0, 60)} stands in no section`, kind: 'syntax' })
    }
    start = end + 1
  }
  return { sections, problems }
}

interface ReadLine {
  readonly words: readonly HaproxyWord[]
  readonly problem?: Problem
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }
/** `$NAME`, `${NAME}`, `${NAME-default}`, `${NAME[*]}`. */
const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(\[\*\])?(?:-([^}\n]*))?\})/y

/** Words, as HAProxy cuts them: blanks between them, backslashes, strong and weak quotes, `#` for the rest of the line. */
function readLine(source: Source, start: number, end: number, environment: HaproxyEnvironment): ReadLine {
  const { text, path } = source
  const words: HaproxyWord[] = []
  let at = start
  for (;;) {
    while (at < end && BLANK.test(text[at] ?? '')) at++
    if (at >= end || text[at] === '#') return { words }
    const word = readWord(text, at, end, environment)
    const span = { path, start: word.quote ?? at, end: word.end }
    if (word.quote !== undefined)
      return { words, problem: { at: span, message: 'The quote is not closed', kind: 'syntax' } }
    words.push({ text: word.text, open: word.open, at: span })
    at = word.end
  }
}

const BLANK = /[ \t\r]/

/** `quote`: where the one stands that is not closed on the line. */
function readWord(text: string, start: number, lineEnd: number, environment: HaproxyEnvironment) {
  const parts: string[] = []
  let at = start
  let open = false
  let quote = ''
  let quoteAt = start
  while (at < lineEnd) {
    const character = text[at] ?? ''
    if (quote === '' && (character === '#' || BLANK.test(character))) break
    if (character === '\\' && quote !== "'") {
      const escaped = readEscape(text, at, lineEnd, quote)
      parts.push(escaped.text)
      at = escaped.end
    } else if (character === '$' && quote === '"') {
      const variable = readVariable(text, at, environment)
      open ||= variable.open
      parts.push(variable.text)
      at = variable.end
    } else {
      at++
      if (character === quote) quote = ''
      else if (quote === '' && (character === '"' || character === "'")) {
        quote = character
        quoteAt = at - 1
      } else parts.push(character)
    }
  }
  const end = Math.min(at, lineEnd)
  return { text: parts.join(''), open, end, quote: quote === '' ? undefined : quoteAt }
}

/** A backslash takes the meaning of the next character away, or gives `n`, `r`, `t` and `x41` one; else it is itself. */
function readEscape(text: string, at: number, lineEnd: number, quote: string): { text: string; end: number } {
  const next = at + 1 < lineEnd ? (text[at + 1] ?? '') : ''
  const code = next === 'x' ? /^[0-9A-Fa-f]{2}/.exec(text.slice(at + 2, at + 4))?.[0] : undefined
  if (code !== undefined) return { text: String.fromCharCode(Number.parseInt(code, 16)), end: at + 4 }
  const control = ESCAPED[next]
  if (control !== undefined) return { text: control, end: at + 2 }
  return (quote === '"' ? /[ #\\'"$]/ : /[ #\\'"]/).test(next)
    ? { text: next, end: at + 2 }
    : { text: '\\', end: at + 1 }
}

function readVariable(text: string, at: number, environment: HaproxyEnvironment) {
  VARIABLE.lastIndex = at
  const found = VARIABLE.exec(text)
  if (!found) return { text: '$', open: false, end: at + 1 }
  const [whole, plain, braced = '', list, fallback] = found
  const value = environment(plain ?? braced)
  const end = at + whole.length
  if (value === null || list !== undefined) return { text: whole, open: true, end }
  return { text: value ?? fallback ?? '', open: false, end }
}
