import type { Source, Span } from '../../source.js'
import type { Problem } from '../node.js'

/** A place in a TOML text, and what was found wrong so far. */
export interface Cursor {
  readonly source: Source
  readonly text: string
  at: number
  readonly problems: Problem[]
}

/** Problems beyond this many say nothing new. */
const MOST_PROBLEMS = 1_000

/** The rest of a statement cannot be read. Thrown within the parser only, and caught there. */
export class Unreadable {
  readonly message: string
  readonly start: number
  readonly code: string | undefined

  constructor(message: string, start: number, code?: string) {
    this.message = message
    this.start = start
    this.code = code
  }
}

/** A span from an offset to where the reader is. */
export function spanFrom({ source, at }: Cursor, start: number): Span {
  return { path: source.path, start, end: at }
}

/** Notes a problem at `start`, as long as the cursor has moved beyond it, else one character. */
export function note(cursor: Cursor, message: string, start: number, code?: string): void {
  if (cursor.problems.length >= MOST_PROBLEMS) return
  const end = Math.min(Math.max(cursor.at, start + 1), cursor.text.length)
  cursor.problems.push({
    at: { path: cursor.source.path, start: Math.min(start, end), end },
    message,
    kind: code === undefined ? 'syntax' : 'structure',
    ...(code === undefined ? {} : { code }),
  })
}

/** Matches a sticky pattern here and moves behind it. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at
  const found = pattern.exec(cursor.text)?.[0]
  if (found !== undefined) cursor.at += found.length
  return found
}

const BLANKS = /[ \t]*/y
const NEWLINE = /\r?\n/y
/** The control characters that may stand nowhere, as a part of a character class; the line break is one more. */
export const CONTROL = String.raw`\u0000-\u0008\u000b-\u001f\u007f`
const COMMENT = new RegExp(`#[^\\n${CONTROL}]*`, 'y')
const LINE = /[^\n]*/y

/** Goes past spaces and tabs. */
export function skipBlanks(cursor: Cursor): void {
  take(cursor, BLANKS)
}

/** Blanks, comments and line breaks, as between the items of an array. */
export function skipFiller(cursor: Cursor): void {
  do {
    take(cursor, BLANKS)
    take(cursor, COMMENT)
  } while (take(cursor, NEWLINE) !== undefined)
}

/** What may follow a statement: blanks, a comment, the end of the line. */
export function endLine(cursor: Cursor): void {
  take(cursor, BLANKS)
  take(cursor, COMMENT)
  if (cursor.at >= cursor.text.length || take(cursor, NEWLINE) !== undefined) return
  throw new Unreadable('Expected the end of the line', cursor.at)
}

/** Moves behind the line that the cursor is on. */
export function skipLine(cursor: Cursor): void {
  take(cursor, LINE)
  cursor.at = Math.min(cursor.at + 1, cursor.text.length)
}
