import type { ShellCommand } from '../shell.js'

type Writable<T> = { -readonly [Key in keyof T]: T[Key] }

/** A command while it is being read. */
export type Draft = Writable<ShellCommand> & {
  readonly words: string[]
  readonly assignments: string[]
  readonly redirects: { operator: string; target: string }[]
}

/** A command that begins here, without words yet; it is listed by whoever reads it. */
export function newDraft({ position, joined, inside }: Cursor): Draft {
  return {
    words: [],
    assignments: [],
    joined,
    followed: 'end',
    inside,
    redirects: [],
    start: position,
    end: position,
  }
}

/** Where the reader is, and what it has found so far. */
export interface Cursor {
  readonly text: string
  position: number
  /** Reading stops here: the end of the text, or of the backticks being read. */
  end: number
  depth: number
  broken: boolean
  /** The operator that the next simple command is joined by. */
  joined: ShellCommand['joined']
  inside: ShellCommand['inside']
  /** Heredocs whose bodies begin behind the next line break. */
  heredocs: { readonly delimiter: string; readonly stripTabs: boolean }[]
  readonly commands: Draft[]
}

const DEPTH_LIMIT = 64
const COMMAND_LIMIT = 50_000

/** A reader at the beginning of a text. */
export function newCursor(text: string): Cursor {
  return {
    text,
    position: 0,
    end: text.length,
    depth: 0,
    broken: false,
    joined: 'start',
    inside: [],
    heredocs: [],
    commands: [],
  }
}

/** The letter `ahead` of the reader; empty behind the end. */
export function peek(cursor: Cursor, ahead = 0): string {
  const at = cursor.position + ahead
  return at < cursor.end ? (cursor.text[at] ?? '') : ''
}

/** Whether a text stands where the reader is. */
export function lookingAt(cursor: Cursor, text: string): boolean {
  return cursor.position + text.length <= cursor.end && cursor.text.startsWith(text, cursor.position)
}

/** Ends the reading: what follows cannot be understood. */
export function giveUp(cursor: Cursor): void {
  cursor.broken = true
  cursor.position = cursor.end
}

/** Reads something nested; gives up beyond 64 levels or 50,000 commands, so that no text can exhaust stack or memory. */
export function nested<T>(cursor: Cursor, read: () => T, otherwise: T): T {
  if (cursor.depth >= DEPTH_LIMIT || cursor.commands.length > COMMAND_LIMIT) {
    giveUp(cursor)
    return otherwise
  }
  cursor.depth++
  const result = read()
  cursor.depth--
  return result
}

/** Reads with a context added to the commands found meanwhile. */
export function within<T>(cursor: Cursor, context: ShellCommand['inside'][number], read: () => T): T {
  const outer = cursor.inside
  cursor.inside = [...outer, context]
  const result = read()
  cursor.inside = outer
  return result
}

/** Skips blanks and continued lines. */
export function skipBlanks(cursor: Cursor): void {
  for (;;) {
    const character = peek(cursor)
    if (character === ' ' || character === '\t' || character === '\r') cursor.position++
    else if (character === '\\' && continuation(cursor) > 0) cursor.position += continuation(cursor)
    else return
  }
}

/** The length of a backslash and line break at the cursor, or 0. */
export function continuation(cursor: Cursor): number {
  if (lookingAt(cursor, '\\\n')) return 2
  return lookingAt(cursor, '\\\r\n') ? 3 : 0
}

/** Skips a comment, when the cursor is at one. */
function skipComment(cursor: Cursor): void {
  if (peek(cursor) !== '#') return
  while (cursor.position < cursor.end && cursor.text[cursor.position] !== '\n') cursor.position++
}

/** Skips blanks, comments and line breaks, and the heredoc bodies that begin behind a line break. */
export function skipLines(cursor: Cursor): boolean {
  let lines = false
  for (;;) {
    skipBlanks(cursor)
    skipComment(cursor)
    if (peek(cursor) !== '\n') return lines
    lines = true
    cursor.position++
    if (cursor.heredocs.length > 0) skipHeredocs(cursor)
  }
}

function skipHeredocs(cursor: Cursor): void {
  const waiting = cursor.heredocs
  cursor.heredocs = []
  for (const { delimiter, stripTabs } of waiting) {
    let closed = false
    while (!closed && cursor.position < cursor.end) {
      const start = cursor.position
      while (cursor.position < cursor.end && cursor.text[cursor.position] !== '\n') cursor.position++
      const line = cursor.text.slice(start, cursor.position).replace(/\r$/, '')
      if (cursor.position < cursor.end) cursor.position++
      closed = (stripTabs ? line.replace(/^\t+/, '') : line) === delimiter
    }
    if (!closed) cursor.broken = true
  }
}
