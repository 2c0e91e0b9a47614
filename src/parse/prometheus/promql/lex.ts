/** One token of an expression. */
export interface Token {
  /**
   * `name`: a word without colons · `metric`: one with · `operator`: also the signs of matchers · `punctuation`: brackets,
   * commas, colons · `end`: once, behind the last.
   */
  readonly kind: 'name' | 'metric' | 'number' | 'duration' | 'string' | 'operator' | 'punctuation' | 'end'
  /** As written, quotes included. */
  readonly text: string
  readonly start: number
}

/** What the text holds, an `end` last; `problem` says why the rest of it is no expression. */
export interface Tokens {
  readonly tokens: readonly Token[]
  readonly problem?: { readonly message: string; readonly start: number }
}

const SPACE = /[ \t\n\r]+|#[^\n\r]*/y
const NAME = /[A-Za-z_:][A-Za-z0-9_:]*/y
const LABEL = /[A-Za-z_][A-Za-z0-9_]*/y
const OPERATOR = /==|!=|<=|<\/|>=|>\/|[-+*/%^<>=@]/y
const MATCHER = /=~|!~|!=|=/y
/** Units in any order: whether they make a duration is asked later. */
const DURATION = /\d+(?:ms|[smhdwy])(?:\d+(?:ms|[smhdw]))*(?![A-Za-z0-9_])/y
const NUMBER =
  /(?:0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][-+]?\d+(?:_\d+)*)?)(?![A-Za-z0-9_])/y
const STRING = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|`[^`]*`/y

/**
 * Splits an expression of PromQL into tokens: https://prometheus.io/docs/prometheus/latest/querying/basics/. Within braces
 * only labels, matchers and texts count, within brackets only durations and what calculates with them.
 */
export function lexPromql(text: string): Tokens {
  const tokens: Token[] = []
  const open: string[] = []
  let at = 0
  const problem = (message: string) => {
    tokens.push({ kind: 'end', text: '', start: at })
    return { tokens, problem: { message, start: at } }
  }
  while (at < text.length) {
    const space = matchAt(SPACE, text, at)
    if (space !== undefined) {
      at += space.length
      continue
    }
    const token = tokenAt(text, at, open.at(-1))
    if (typeof token === 'string') return problem(token)
    const bracket = token.kind === 'punctuation' ? nesting(token.text, open) : undefined
    if (bracket !== undefined) return problem(bracket)
    tokens.push(token)
    at += token.text.length
  }
  if (open.length > 0) return problem(`unclosed ${open.at(-1)}`)
  tokens.push({ kind: 'end', text: '', start: text.length })
  return { tokens }
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** Keeps track of brackets; a message when one is out of place. */
function nesting(text: string, open: string[]): string | undefined {
  const opening = CLOSING[text]
  if (opening !== undefined) {
    if (open.pop() !== opening) return `unexpected "${text}"`
  } else if (text === '(' || text === '[' || text === '{') {
    if (text === '[' && open.includes('[')) return 'unexpected "["'
    open.push(text)
  }
  return undefined
}

function tokenAt(text: string, start: number, inside: string | undefined): Token | string {
  const make = (kind: Token['kind'], found: string): Token => ({ kind, text: found, start })
  const next = text.charAt(start)
  if (/["'`]/.test(next)) {
    const string = matchAt(STRING, text, start)
    return string === undefined ? 'unterminated quoted string' : make('string', string)
  }
  if (inside === '{') {
    const label = matchAt(LABEL, text, start)
    if (label !== undefined) return make('name', label)
    const matcher = matchAt(MATCHER, text, start)
    if (matcher !== undefined) return make('operator', matcher)
    return /[},]/.test(next) ? make('punctuation', next) : `unexpected character inside braces: "${next}"`
  }
  if (/[(){}[\],]/.test(next)) return make('punctuation', next)
  const number = matchAt(NUMBER, text, start)
  if (number !== undefined) return make('number', number)
  const duration = matchAt(DURATION, text, start)
  if (duration !== undefined) return make('duration', duration)
  if (/\d/.test(next)) return 'bad number or duration syntax'
  if (inside === '[' && next === ':') return make('punctuation', next)
  const name = matchAt(inside === '[' ? LABEL : NAME, text, start)
  if (name !== undefined) return wordToken(name, make)
  const operator = matchAt(OPERATOR, text, start)
  if (operator === undefined || operator === '=') return `unexpected character: "${next}"`
  return make('operator', operator)
}

function wordToken(name: string, make: (kind: Token['kind'], found: string) => Token): Token {
  if (/^(?:inf|nan)$/i.test(name)) return make('number', name)
  return make(name.includes(':') ? 'metric' : 'name', name)
}

const ESCAPE = /\\(?:[abfnrtv\\]|[0-3][0-7]{2}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/y

/** The value of a quoted text; undefined when one of its escapes is none. Bytes above 127 become replacement characters. */
export function unquote(text: string): string | undefined {
  const quote = text.charAt(0)
  const inner = text.slice(1, -1)
  if (quote === '`') return inner.replaceAll('\r', '')
  let value = ''
  for (let at = 0; at < inner.length; ) {
    if (inner.charAt(at) !== '\\') value += inner.charAt(at++)
    else if (inner.charAt(at + 1) === quote) {
      value += quote
      at += 2
    } else {
      const written = matchAt(ESCAPE, inner, at)
      const character = written && unescaped(written.slice(1))
      if (!written || character === undefined) return undefined
      value += character
      at += written.length
    }
  }
  return value
}

const CONTROL: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

function unescaped(text: string): string | undefined {
  const control = CONTROL[text] ?? (text === '\\' ? '\\' : undefined)
  if (control !== undefined) return control
  const isUnicode = /^[uU]/.test(text)
  const code = isUnicode || text.startsWith('x') ? Number.parseInt(text.slice(1), 16) : Number.parseInt(text, 8)
  if (isUnicode) return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : String.fromCodePoint(code)
  return code < 0x80 ? String.fromCharCode(code) : '\ufffd'
}
