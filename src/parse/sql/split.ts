import type { Source } from '../../source.js'
import type { Problem } from '../node.js'

/** A statement of a script as a range of its text, without the delimiter behind it. */
export interface SqlRange {
  readonly start: number
  readonly end: number
}

/** A range and what is known of it before it is read. */
interface Scan {
  readonly text: string
  readonly path: string
  readonly mysql: boolean
  readonly problems: Problem[]
  readonly ranges: SqlRange[]
  /** Ends of dollar quotes, quotes and comments that were looked for in vain. */
  readonly absent: Set<string>
  delimiter: string
  /** Where the statement begins that is being read: its first token; -1 before it. */
  start: number
  /** Where its last token ends. */
  end: number
  parentheses: number
  /** Words so far, of those that tell whether a body with statements of its own follows. */
  words: number
  /** It is `CREATE FUNCTION`, `PROCEDURE`, `TRIGGER` or `EVENT`. */
  routine: boolean
  /** `BEGIN` and `CASE` that are open in a routine. */
  blocks: number
}

const MOST_PROBLEMS = 1_000
const MOST_ABSENT = 200

/** Signs of MySQL in a script: its comments and escapes differ. */
const MYSQL =
  /\bENGINE\s*=|\bAUTO_INCREMENT\b|^[ \t]*DELIMITER[ \t]|^[ \t]*LOCK[ \t]+TABLES\b|\/\*!\d|`\s*\(|\bCHARSET\s*=|\bINT\s+UNSIGNED\b/im

/** Whether a script is one of MySQL or MariaDB by the way it is written. */
export function isMysqlScript(text: string): boolean {
  return MYSQL.test(text.slice(0, 200_000))
}

/**
 * Cuts a script into its statements, as psql and mysql do: quotes, dollar quotes, comments, data behind `COPY … FROM stdin`,
 * lines of psql that begin with a backslash, `DELIMITER`, and routines whose body has statements of its own. Never throws;
 * takes time linear in the text.
 */
export function splitSql({ text, path }: Source, problems: Problem[] = []): readonly SqlRange[] {
  const scan: Scan = {
    text,
    path,
    mysql: isMysqlScript(text),
    problems,
    ranges: [],
    absent: new Set(),
    delimiter: ';',
    start: -1,
    end: 0,
    parentheses: 0,
    words: 0,
    routine: false,
    blocks: 0,
  }
  let at = text.startsWith('\ufeff') ? 1 : 0
  while (at < text.length) at = step(scan, at)
  finish(scan)
  return scan.ranges
}

/** Words of a statement among which the kind of what it creates stands. */
const MOST_WORDS = 8
const BLANKS = /\s+/y
const WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y
const NUMBER = /\d[\w.]*/y
const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y

/** Reads what stands at an offset, and returns where the next thing stands. */
function step(scan: Scan, at: number): number {
  const { text } = scan
  const character = text[at] ?? ''
  if (character <= ' ') return at + (match(BLANKS, text, at)?.length ?? 1)
  if (character === scan.delimiter[0] && isDelimiter(scan, at)) return afterDelimiter(scan, at)
  if (character === '-' || character === '/' || character === '#') {
    const comment = commentEnd(scan, at)
    if (comment !== undefined) return comment
  }
  if (character === '\\' && !scan.mysql) return afterCommand(scan, at)
  const word = match(WORD, text, at)
  if (word === undefined) return token(scan, at, tokenEnd(scan, at))
  if (scan.start === -1 && scan.mysql && /^delimiter$/i.test(word)) return afterDelimiterLine(scan, at + word.length)
  // E'…' is a string with backslashes.
  if (word.length === 1 && /e/i.test(word) && text[at + 1] === "'") return token(scan, at, quoteEnd(scan, at + 1, true))
  if (scan.routine || scan.words < MOST_WORDS) countWord(scan, word.toUpperCase(), at)
  return token(scan, at, at + word.length)
}

/** Whether the delimiter stands here and ends the statement. */
function isDelimiter(scan: Scan, at: number): boolean {
  if (scan.blocks > 0 || !scan.text.startsWith(scan.delimiter, at)) return false
  return scan.parentheses === 0 || isStray(scan, at)
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function token(scan: Scan, start: number, end: number): number {
  if (scan.start === -1) scan.start = start
  scan.end = end
  return end
}

/** Strings, quoted names, dollar quotes, numbers, and everything else a character at a time. */
function tokenEnd(scan: Scan, at: number): number {
  const { text, mysql } = scan
  switch (text[at]) {
    case "'":
      return quoteEnd(scan, at, mysql)
    case '"':
      return quoteEnd(scan, at, mysql)
    case '`':
      return quoteEnd(scan, at, false)
    case '(':
      scan.parentheses++
      return at + 1
    case ')':
      scan.parentheses = Math.max(0, scan.parentheses - 1)
      return at + 1
    case '$': {
      const tag = mysql ? undefined : match(DOLLAR, text, at)
      if (tag === undefined) return at + 1
      const close = find(scan, tag, at + tag.length)
      if (close === -1) complain(scan, at, at + tag.length, `The quote ${tag} is not closed`)
      return close === -1 ? at + tag.length : close + tag.length
    }
    default:
      return at + (match(NUMBER, text, at)?.length ?? 1)
  }
}

/** Where a quoted text ends. A doubled quote is one in it. What is not closed ends with its line. */
function quoteEnd(scan: Scan, at: number, escapes: boolean): number {
  const { text } = scan
  const quote = text[at] ?? ''
  for (let from = at + 1; ; ) {
    const close = find(scan, quote, from)
    if (close === -1) break
    if (escapes && isEscaped(text, close, from)) from = close + 1
    else if (text[close + 1] === quote) from = close + 2
    else return close + 1
  }
  complain(scan, at, at + 1, `The quote ${quote} is not closed`)
  const newline = text.indexOf('\n', at)
  const line = text.slice(at, newline === -1 ? text.length : newline)
  // The statement ends there, too, if its delimiter does.
  const rest = line.trimEnd()
  return at + (rest.endsWith(scan.delimiter) ? rest.length - scan.delimiter.length : line.length)
}

/** Whether an odd number of backslashes stands before an offset. */
function isEscaped(text: string, at: number, from: number): boolean {
  let count = 0
  while (at - 1 - count >= from && text[at - 1 - count] === '\\') count++
  return count % 2 === 1
}

/** As indexOf; what is not there from some place on is looked for once. */
function find(scan: Scan, wanted: string, from: number): number {
  if (scan.absent.has(wanted) || scan.absent.size > MOST_ABSENT) return -1
  const found = scan.text.indexOf(wanted, from)
  if (found === -1) scan.absent.add(wanted)
  return found
}

/** Where the comment ends that stands here; undefined where none does. Those of PostgreSQL nest. */
function commentEnd(scan: Scan, at: number): number | undefined {
  const { text, mysql } = scan
  const isLine = text.startsWith('--', at) || (mysql && text[at] === '#')
  if (isLine) {
    const newline = text.indexOf('\n', at)
    return newline === -1 ? text.length : newline
  }
  if (!text.startsWith('/*', at)) return undefined
  // `/*!40101 … */` is run by MySQL.
  if (mysql && text[at + 2] === '!') {
    const version = /!\d*/y
    return at + 2 + (match(version, text, at + 2)?.length ?? 1)
  }
  const nested = mysql || scan.absent.has('/*') ? -1 : nestedEnd(text, at)
  if (nested !== -1) return nested
  // What is not closed was looked for to the end of the text: from now on comments end where the first one does.
  if (!mysql) scan.absent.add('/*')
  const close = find(scan, '*/', at + 2)
  if (!mysql || close === -1) complain(scan, at, at + 2, 'The comment is not closed')
  return close === -1 ? text.length : close + 2
}

/** Where a comment ends that may hold others; -1 where it does not. */
function nestedEnd(text: string, at: number): number {
  const marks = /\/\*|\*\//g
  marks.lastIndex = at + 2
  let depth = 1
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === '*/' ? -1 : 1
    if (depth === 0) return mark.index + 2
  }
  return -1
}

/** A delimiter within round brackets ends the statement all the same when the next one begins on a line of its own. */
function isStray(scan: Scan, at: number): boolean {
  const next = /;[ \t]*(?:--[^\n]*)?\r?\n\s*(?:CREATE|ALTER|DROP|INSERT|COMMENT|GRANT|SET)\s/iy
  if (scan.delimiter !== ';' || match(next, scan.text, at) === undefined) return false
  if (/^\s*CREATE\s+(?:OR\s+REPLACE\s+)?RULE\b/i.test(scan.text.slice(scan.start, scan.start + 60))) return false
  complain(scan, scan.start, scan.start + 1, 'The bracket ( is not closed')
  return true
}

function afterDelimiter(scan: Scan, at: number): number {
  const first = scan.start
  finish(scan)
  const after = at + scan.delimiter.length
  const copies = first !== -1 && /^copy\s/i.test(scan.text.slice(first, first + 5))
  if (!copies || !/\bfrom\s+stdin\b/i.test(scan.text.slice(first, at))) return after
  const data = /\n\\\.[ \t]*(?:\r?\n|$)/g
  data.lastIndex = after
  const end = data.exec(scan.text)
  return end ? end.index + end[0].length : after
}

/** Ends the statement that is being read, if there is one. */
function finish(scan: Scan): void {
  if (scan.start !== -1) scan.ranges.push({ start: scan.start, end: scan.end })
  scan.start = -1
  scan.parentheses = 0
  scan.words = 0
  scan.routine = false
  scan.blocks = 0
}

/** A command of psql: to the end of its line. `\g` and its kind send what stands before them. */
function afterCommand(scan: Scan, at: number): number {
  if (/^\\(?:g|crosstabview|watch)/.test(scan.text.slice(at, at + 13))) finish(scan)
  const newline = scan.text.indexOf('\n', at)
  return newline === -1 ? scan.text.length : newline
}

/** `DELIMITER //` of the mysql client. */
function afterDelimiterLine(scan: Scan, at: number): number {
  const line = /[ \t]*([^\s]*)[^\n]*/y
  line.lastIndex = at
  const found = line.exec(scan.text)
  if (found?.[1]) scan.delimiter = found[1]
  return at + (found?.[0].length ?? 0)
}

/** `BEGIN … END` and `CASE … END` in a routine: its statements do not end it. As psql counts them. */
function countWord(scan: Scan, word: string, at: number): void {
  scan.words++
  if (scan.words <= MOST_WORDS && /^(?:FUNCTION|PROCEDURE|TRIGGER|EVENT)$/.test(word)) {
    scan.routine ||= /^CREATE$/i.test(match(WORD, scan.text, scan.start) ?? '')
  }
  if (!scan.routine || scan.parentheses > 0) return
  if (word === 'BEGIN' || (word === 'CASE' && scan.blocks > 0)) {
    // END CASE, END IF and the like close what END has closed.
    if (!/\bend\s+$/i.test(scan.text.slice(Math.max(0, at - 12), at))) scan.blocks++
  } else if (word === 'END' && scan.blocks > 0 && !isInnerEnd(scan.text, at)) scan.blocks--
}

/** `END IF`, `END LOOP`: what they close is not counted. */
function isInnerEnd(text: string, at: number): boolean {
  return match(/end\s+(?:if|loop|while|repeat)\b/iy, text, at) !== undefined
}

function complain(scan: Scan, start: number, end: number, message: string): void {
  if (scan.problems.length >= MOST_PROBLEMS) return
  scan.problems.push({ at: { path: scan.path, start, end }, message, kind: 'syntax' })
}
