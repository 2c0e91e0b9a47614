import type { Source, Span } from '../../source.js'
import type { Problem } from '../node.js'

/** A token of a Prisma schema. White space and comments are none; line breaks are, because they end fields. */
export interface PrismaToken {
  /** A mark is punctuation: one of `{}()[],:?=.` or `@`, `@@`; anything else that has no place in a schema is `stray`. */
  readonly kind: 'word' | 'string' | 'number' | 'mark' | 'newline' | 'stray'
  /** As written; of a string its value. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const MOST_PROBLEMS = 1_000

const TOKEN =
  /([ \t\r\f\v\u00a0]+|\/\/[^\n]*)|(\n)|([\p{L}_][\p{L}\p{N}_-]*)|"((?:[^"\\\n]|\\[^\n])*)"|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(@@|[@{}()[\],:?=.])/uy

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' }

/** The tokens of a schema, in time linear in its length. What is no token is `stray`, or a problem where it has no end. */
export function prismaTokens(source: Source, problems: Problem[]): readonly PrismaToken[] {
  const { text } = source
  const tokens: PrismaToken[] = []
  let at = 0
  const push = (kind: PrismaToken['kind'], written: string, end: number) => {
    tokens.push({ kind, text: written, start: at, end })
    at = end
  }
  while (at < text.length) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (found) {
      const [whole, blank, newline, word, string, number] = found
      const end = at + whole.length
      if (blank !== undefined) at = end
      else if (newline !== undefined) push('newline', newline, end)
      else if (word !== undefined) push('word', word, end)
      else if (string !== undefined) push('string', unescaped(string), end)
      else push(number !== undefined ? 'number' : 'mark', whole, end)
    } else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2)
      if (close === -1) complain(problems, { path: source.path, start: at, end: at + 2 }, 'The comment is not closed')
      at = close === -1 ? text.length : close + 2
    } else if (text[at] === '"') {
      const end = lineEnd(text, at)
      complain(problems, { path: source.path, start: at, end }, 'The string is not closed')
      push('string', text.slice(at + 1, end), end)
    } else push('stray', text[at] ?? '', at + 1)
  }
  return tokens
}

/** Where the line of an offset ends, its line break not included. */
function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at)
  const end = newline === -1 ? text.length : newline
  return text[end - 1] === '\r' && end - 1 > at ? end - 1 : end
}

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(/\\(.)/gu, (_, character) => ESCAPES[character] ?? character) : text
}

/** Adds a syntax problem, as long as there are not too many to read. */
export function complain(problems: Problem[], at: Span, message: string): void {
  if (problems.length < MOST_PROBLEMS) problems.push({ at, message, kind: 'syntax' })
}
