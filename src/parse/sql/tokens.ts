import type { Span } from '../../source.js'

/** A token of a statement: comments and white space are none. */
export interface SqlToken {
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'mark'
  /** Of a word in lower case; of a quoted name or string what is in the quotes; else as written. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Tokens of a statement beyond which no more are read. */
const MOST_TOKENS = 20_000

const BLANKS = /\s+/y
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y
const NUMBER = /\d[\w.]*/y
const DOUBLE = /"([^"]*(?:""[^"]*)*)"/y
const BACK = /`([^`]*(?:``[^`]*)*)`/y
const SQUARE = /\[([A-Za-z_][\w ]*)\]/y
const STRING = /'([^']*(?:''[^']*)*)'/y
/** With backslashes, as MySQL and `E'…'` have them. */
const ESCAPED_STRING = /'([^'\\]*(?:(?:\\.|'')[^'\\]*)*)'/sy

/** The tokens of a statement. `mysql`: `#` begins a comment, and double quotes are names all the same. */
export function sqlTokens(text: string, start: number, end: number, mysql: boolean): readonly SqlToken[] {
  const tokens: SqlToken[] = []
  let at = start
  while (at < end && tokens.length < MOST_TOKENS) {
    if (mysql && text[at] === '#') at = lineEnd(text, at)
    else if (text.startsWith('/*', at)) at = commentEnd(text, at)
    else {
      const escapes = mysql || (tokens.at(-1)?.text === 'e' && tokens.at(-1)?.end === at)
      const token = tokenAt(text, at, escapes)
      if (token.end > end) break
      at = token.end
      if ('kind' in token) tokens.push(token)
    }
  }
  return tokens
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at)
  return newline === -1 ? text.length : newline
}

/** What stands in `/*! … *\/` is read. */
function commentEnd(text: string, at: number): number {
  if (text[at + 2] === '!') return at + 3
  const close = text.indexOf('*/', at + 2)
  return close === -1 ? text.length : close + 2
}

function tokenAt(text: string, at: number, escapes: boolean): SqlToken | { readonly end: number } {
  const character = text[at] ?? ''
  const of = (kind: SqlToken['kind'], written: string, end: number): SqlToken => ({
    kind,
    text: written,
    start: at,
    end,
  })
  if (character <= ' ') return { end: at + (match(BLANKS, text, at)?.[0].length ?? 1) }
  if (character === '-' && text[at + 1] === '-') return { end: lineEnd(text, at) }
  const word = match(WORD, text, at)
  if (word) return of('word', word[0].toLowerCase(), at + word[0].length)
  if (character === "'") {
    const string = match(escapes ? ESCAPED_STRING : STRING, text, at)
    return string ? of('string', string[1] ?? '', at + string[0].length) : { end: lineEnd(text, at) }
  }
  const quoted = match(QUOTED[character], text, at)
  if (quoted) return of('quoted', (quoted[1] ?? '').replaceAll(character + character, character), at + quoted[0].length)
  const number = match(NUMBER, text, at)
  return number ? of('number', number[0], at + number[0].length) : of('mark', character, at + 1)
}

/** Names in quotes, by the character that begins them. */
const QUOTED: Readonly<Record<string, RegExp | undefined>> = { '"': DOUBLE, '`': BACK, '[': SQUARE }

function match(pattern: RegExp | undefined, text: string, at: number): RegExpExecArray | null {
  if (!pattern) return null
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** A place among the tokens of a statement. */
export interface SqlCursor {
  readonly tokens: readonly SqlToken[]
  readonly path: string
  at: number
}

/** Whether the token at an offset from the cursor is this word, or this mark. */
export function isWord(cursor: SqlCursor, word: string, ahead = 0): boolean {
  const token = cursor.tokens[cursor.at + ahead]
  return token !== undefined && token.text === word && (token.kind === 'word' || token.kind === 'mark')
}

/** Takes these words if they come next, all or none. */
export function take(cursor: SqlCursor, ...words: readonly string[]): boolean {
  if (!words.every((word, index) => isWord(cursor, word, index))) return false
  cursor.at += words.length
  return true
}

/** Takes one of these words if it comes next. */
export function takeAny(cursor: SqlCursor, ...words: readonly string[]): string | undefined {
  return words.find(word => take(cursor, word))
}

/** Takes a name, quoted or not; undefined, and nothing taken, where none comes next. */
export function takeName(cursor: SqlCursor): string | undefined {
  const token = cursor.tokens[cursor.at]
  if (token?.kind !== 'word' && token?.kind !== 'quoted') return undefined
  cursor.at++
  return token.text
}

/** Takes `schema.table`; the parts before the last are the schema. */
export function takePath(cursor: SqlCursor): { readonly schema?: string; readonly name: string } | undefined {
  const parts: string[] = []
  for (let name = takeName(cursor); name !== undefined; name = takeName(cursor)) {
    parts.push(name)
    if (!take(cursor, '.')) break
  }
  const name = parts.pop()
  if (name === undefined) return undefined
  const schema = parts.at(-1)
  return schema === undefined ? { name } : { schema, name }
}

/** Takes what is in round brackets, brackets within included; a cursor over what is between them. */
export function takeGroup(cursor: SqlCursor): SqlCursor | undefined {
  if (!isWord(cursor, '(')) return undefined
  const from = cursor.at + 1
  skipGroup(cursor)
  const closed = cursor.tokens[cursor.at - 1]?.text === ')'
  return { tokens: cursor.tokens.slice(from, closed ? cursor.at - 1 : cursor.at), path: cursor.path, at: 0 }
}

/** Goes past a group in round brackets. */
export function skipGroup(cursor: SqlCursor): void {
  let depth = 0
  for (; cursor.at < cursor.tokens.length; cursor.at++) {
    if (isWord(cursor, '(')) depth++
    else if (isWord(cursor, ')') && --depth === 0) {
      cursor.at++
      return
    }
  }
}

/** The items of a list, cut at the commas that are in no brackets. */
export function itemsOf({ tokens, path }: SqlCursor, from = 0): readonly SqlCursor[] {
  const items: SqlCursor[] = []
  let depth = 0
  let start = from
  for (let index = from; index <= tokens.length; index++) {
    const token = tokens[index]
    if (token?.kind === 'mark' && token.text === '(') depth++
    else if (token?.kind === 'mark' && token.text === ')') depth--
    if (token !== undefined && !(token.kind === 'mark' && token.text === ',' && depth <= 0)) continue
    if (index > start) items.push({ tokens: tokens.slice(start, index), path, at: 0 })
    start = index + 1
  }
  return items
}

/** From the first token of a cursor to its last. */
export function spanOf({ tokens, path }: SqlCursor): Span {
  return { path, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 }
}
