import type { ScalarNode } from '../node.js'
import { CONTROL, type Cursor, spanFrom, take, Unreadable } from './cursor.js'

const PLAIN_IN_BASIC = new RegExp(String.raw`[^"\\\n${CONTROL}]*`, 'y')
const PLAIN_IN_LITERAL = new RegExp(String.raw`[^'\n${CONTROL}]*`, 'y')
const PLAIN_IN_LONG_BASIC = new RegExp(String.raw`(?:[^"\\${CONTROL}]|\r\n)*`, 'y')
const PLAIN_IN_LONG_LITERAL = new RegExp(String.raw`(?:[^'${CONTROL}]|\r\n)*`, 'y')
const NEWLINE = /\r?\n/y
/** A backslash at the end of a line takes all white space up to the next character away. */
const CONTINUATION = /\\[ \t]*\r?\n(?:[ \t]|\r?\n)*/y
const ESCAPE = /\\(?:[btnfr"\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/y
const DOUBLE_QUOTES = /"+/y
const SINGLE_QUOTES = /'+/y

const ESCAPED: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  '"': '"',
  '\\': '\\',
}

/** A string on one line; undefined when there is no quote here. */
export function readString(cursor: Cursor): string | undefined {
  const start = cursor.at
  const quote = cursor.text[start]
  if (quote !== '"' && quote !== "'") return undefined
  cursor.at++
  const parts: string[] = []
  for (;;) {
    parts.push(take(cursor, quote === '"' ? PLAIN_IN_BASIC : PLAIN_IN_LITERAL) ?? '')
    const next = cursor.text[cursor.at]
    if (next === quote) {
      cursor.at++
      return parts.join('')
    }
    if (next !== '\\') throw new Unreadable('The string is not closed on its line', start)
    parts.push(readEscape(cursor))
  }
}

function readEscape(cursor: Cursor): string {
  const start = cursor.at
  const found = take(cursor, ESCAPE)
  if (found === undefined) throw new Unreadable('Unknown escape in a string', start)
  const plain = ESCAPED[found[1] ?? '']
  if (plain !== undefined) return plain
  const code = Number.parseInt(found.slice(2), 16)
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
    throw new Unreadable('The escape stands for no character', start)
  return String.fromCodePoint(code)
}

/** A string in three quotes, which may go over several lines; line breaks become `\n`. The cursor stands on the first quote. */
function readLongString(cursor: Cursor, quote: string): string {
  const start = cursor.at
  cursor.at += 3
  take(cursor, NEWLINE)
  const parts: string[] = []
  for (;;) {
    const plain = take(cursor, quote === '"' ? PLAIN_IN_LONG_BASIC : PLAIN_IN_LONG_LITERAL) ?? ''
    parts.push(plain.replaceAll('\r\n', '\n'))
    const next = cursor.text[cursor.at]
    if (next === quote) {
      const count = take(cursor, quote === '"' ? DOUBLE_QUOTES : SINGLE_QUOTES)?.length ?? 0
      // Up to two quotes may stand right before the three that close it.
      const inside = count < 3 ? count : Math.min(count - 3, 2)
      parts.push(quote.repeat(inside))
      if (count < 3) continue
      cursor.at -= count - 3 - inside
      return parts.join('')
    } else if (next === '\\' && quote === '"') {
      if (take(cursor, CONTINUATION) === undefined) parts.push(readEscape(cursor))
    } else throw new Unreadable('The string is not closed', start)
  }
}

const WORD = /[0-9A-Za-z+\-:._]+/y
/** A date and a time may have one space between them. */
const TIME_BEHIND = / \d\d:[0-9:.+\-Zz]*/y
const INTEGER = /^[+-]?(?:0|[1-9](?:_?\d)*)$/
const OTHER_BASE = /^0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/
const FLOAT = /^[+-]?(?:(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?|inf|nan)$/
const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](.+))?$/
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/

/** A string, number, boolean, date or time. Dates and times have the type `string`, and their text as written. */
export function readScalar(cursor: Cursor): ScalarNode {
  const start = cursor.at
  const scalar = (text: string, type: ScalarNode['type']): ScalarNode => ({
    kind: 'scalar',
    at: spanFrom(cursor, start),
    text,
    type,
  })
  const quote = cursor.text[start]
  if (quote === '"' || quote === "'") {
    const long = cursor.text.startsWith(quote.repeat(3), start)
    const text = long ? readLongString(cursor, quote) : readString(cursor)
    return scalar(text ?? '', 'string')
  }
  const word = take(cursor, WORD)
  if (word === undefined) throw new Unreadable('Expected a value', start)
  if (word === 'true' || word === 'false') return scalar(word, 'boolean')
  const number = numberText(word)
  if (number !== undefined) return scalar(number, 'number')
  const date = /^\d{4}-\d\d-\d\d$/.test(word) ? word + (take(cursor, TIME_BEHIND) ?? '') : word
  if (isDateOrTime(date)) return scalar(date, 'string')
  throw new Unreadable('This is no value', start)
}

/** Longer ones are out of every range, and are given as written: turning their base would take too long. */
const LONGEST_NUMBER = 100

/** Whole numbers in decimal, others without their underscores; undefined for no number. */
function numberText(word: string): string | undefined {
  if (OTHER_BASE.test(word)) return word.length > LONGEST_NUMBER ? word : BigInt(word.replaceAll('_', '')).toString()
  if (INTEGER.test(word)) return word.replaceAll('_', '').replace(/^\+/, '').replace(/^-0$/, '0')
  return FLOAT.test(word) ? word.replaceAll('_', '') : undefined
}

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isDateOrTime(text: string): boolean {
  const [whole, year = '', month, day, time] = DATE.exec(text) ?? []
  if (whole === undefined) return isLocalTime(text)
  const most = DAYS[Number(month) - 1] ?? 0
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  const days = Number(month) === 2 && !leap ? 28 : most
  return Number(day) >= 1 && Number(day) <= days && (time === undefined || TIME.test(time))
}

function isLocalTime(text: string): boolean {
  const found = TIME.exec(text)
  return found !== null && found[1] === undefined
}
