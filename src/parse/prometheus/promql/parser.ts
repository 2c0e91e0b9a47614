import type { PromqlType } from './functions.js'
import type { Token } from './lex.js'

/** What Prometheus may be told to accept, or accepted in older versions. */
export interface PromqlOptions {
  /** `--enable-feature=promql-experimental-functions`. */
  readonly experimental?: boolean
  /** Functions that this version has beside those of the newest, with the name that they have there. */
  readonly renamed?: ReadonlyMap<string, string>
}

/** Why an expression is none, and where in its text. */
export interface PromqlProblem {
  readonly message: string
  readonly start: number
}

/** The reading of one expression. After the first problem only the end is left to read. */
export interface Parser {
  readonly tokens: readonly Token[]
  readonly options: PromqlOptions
  at: number
  depth: number
  problem: PromqlProblem | undefined
}

/** A part of an expression. */
export interface Operand {
  readonly type: PromqlType
  /** What may follow depends on it: `[5m]` only behind a bare selector, `offset` not behind parentheses. */
  readonly form: 'selector' | 'range' | 'subquery' | 'number' | 'other'
  readonly hasOffset?: boolean
  readonly hasTime?: boolean
  /** `anchored` or `smoothed`. */
  readonly edges?: string
  readonly start: number
}

const END: Token = { kind: 'end', text: '', start: 0 }

/** The token to be read next. */
export function current(parser: Parser): Token {
  return parser.tokens[parser.at] ?? parser.tokens.at(-1) ?? END
}

/** The token behind the next. */
export function following(parser: Parser): Token {
  return parser.tokens[parser.at + 1] ?? END
}

/** Reads one token. */
export function take(parser: Parser): Token {
  const token = current(parser)
  if (token.kind !== 'end') parser.at++
  return token
}

/** Whether the next token is this word (in any case), sign or bracket. */
export function isNext(parser: Parser, ...texts: readonly string[]): boolean {
  return isOneOf(current(parser), texts)
}

/** Whether a token is one of these words (in any case), signs or brackets. */
export function isOneOf({ kind, text }: Token, texts: readonly string[]): boolean {
  if (kind === 'name') return texts.includes(text.toLowerCase())
  return (kind === 'operator' || kind === 'punctuation') && texts.includes(text)
}

/** Reads the next token when it is one of these. */
export function takeIf(parser: Parser, ...texts: readonly string[]): Token | undefined {
  return isNext(parser, ...texts) ? take(parser) : undefined
}

/** Reads what has to be there. */
export function expect(parser: Parser, text: string, where: string): void {
  if (!takeIf(parser, text)) unexpected(parser, where, `"${text}"`)
}

/** Records the first problem, and goes to the end. */
export function refuse(parser: Parser, message: string, start: number): void {
  parser.problem ??= { message, start }
  parser.at = parser.tokens.length - 1
}

/** Refuses the token that is next, and says what belongs in its place. */
export function unexpected(parser: Parser, where: string, expected?: string): void {
  const { text, kind, start } = current(parser)
  const what = kind === 'end' ? 'end of input' : `"${text}"`
  refuse(parser, `unexpected ${what} in ${where}${expected === undefined ? '' : `, expected ${expected}`}`, start)
}
