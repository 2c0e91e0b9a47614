/** What is known of a regular expression in the syntax of RE2, as Go compiles it. */
export type Re2 =
  /** `matchesEmpty`: whether it matches the empty text. */
  | { readonly valid: true; readonly matchesEmpty: boolean }
  /** `problem`: as the end of "… is no regular expression: ", in the words of Go's `regexp/syntax`. */
  | { readonly valid: false; readonly problem: string }

/** Groups within groups beyond which Go refuses. */
const DEEPEST = 1_000
const MOST_REPEATS = 1_000

/**
 * Reads an expression in Go's syntax (https://pkg.go.dev/regexp/syntax, with its Perl flags): no look-around, no
 * back-references, no possessive repetition. Takes time linear in the text, whatever it is, and matches nothing.
 */
export function readRe2(expression: string): Re2 {
  const reader: Reader = { text: expression, at: 0, names: new Set(), problem: undefined }
  const whole = alternation(reader, 0)
  if (reader.problem === undefined && reader.at < expression.length) refuse(reader, 'unexpected )')
  return reader.problem === undefined
    ? { valid: true, matchesEmpty: whole.empty }
    : { valid: false, problem: reader.problem }
}

interface Reader {
  readonly text: string
  at: number
  readonly names: Set<string>
  problem: string | undefined
}

/** Whether a part matches the empty text, and how often the most repeated thing in it is written out. */
interface Part {
  readonly empty: boolean
  readonly copies: number
}

function refuse(reader: Reader, problem: string): Part {
  reader.problem ??= problem
  reader.at = reader.text.length
  return { empty: false, copies: 1 }
}

function alternation(reader: Reader, depth: number): Part {
  let empty = false
  let copies = 1
  for (;;) {
    const part = sequence(reader, depth)
    empty ||= part.empty
    copies = Math.max(copies, part.copies)
    if (reader.text[reader.at] !== '|') return { empty, copies }
    reader.at++
  }
}

function sequence(reader: Reader, depth: number): Part {
  let empty = true
  let copies = 1
  while (reader.at < reader.text.length) {
    const next = reader.text[reader.at]
    if (next === '|' || next === ')') break
    const part = repeated(atom(reader, depth), reader)
    empty &&= part.empty
    copies = Math.max(copies, part.copies)
  }
  return { empty, copies }
}

/** Flags alone (`(?i)`) leave nothing to repeat. */
type Atom = Part & { readonly nothing?: true }

function repeated(part: Atom, reader: Reader): Part {
  const first = repetition(reader)
  if (!first) return part
  if (part.nothing) return refuse(reader, 'missing argument to repetition operator')
  if (first.max > MOST_REPEATS || first.min > first.max || part.copies * first.written > MOST_REPEATS)
    return refuse(reader, 'invalid repeat count')
  if (reader.text[reader.at] === '?') reader.at++
  if (repetition(reader)) return refuse(reader, 'invalid nested repetition operator')
  return { empty: part.empty || first.min === 0, copies: part.copies * first.written }
}

interface Repetition {
  readonly min: number
  /** Zero when there is no bound. */
  readonly max: number
  readonly written: number
}

function repetition(reader: Reader): Repetition | undefined {
  const { text, at } = reader
  const next = text[at]
  if (next === '*' || next === '+' || next === '?') {
    reader.at++
    return { min: next === '+' ? 1 : 0, max: MOST_REPEATS, written: 1 }
  }
  if (next !== '{') return undefined
  const [whole, min = '', comma, max] = /^\{(\d{1,9})(,(\d{0,9}))?\}/.exec(text.slice(at, at + 24)) ?? []
  if (whole === undefined || /^0\d/.test(min) || /^0\d/.test(max ?? '')) return undefined
  reader.at += whole.length
  const low = Number(min)
  const high = comma === undefined ? low : max ? Number(max) : Math.max(low, MOST_REPEATS)
  return { min: low, max: high, written: Math.max(1, comma && !max ? low : high) }
}

const LITERAL: Part = { empty: false, copies: 1 }
const POSITION: Part = { empty: true, copies: 1 }

function atom(reader: Reader, depth: number): Atom {
  const character = reader.text.codePointAt(reader.at) ?? 0
  const next = String.fromCodePoint(character)
  reader.at += next.length
  if (next === '(') return group(reader, depth)
  if (next === '[') return characterClass(reader)
  if (next === '\\') return escaped(reader)
  if (next === '^' || next === '$') return POSITION
  if (next === '*' || next === '+' || next === '?') return refuse(reader, 'missing argument to repetition operator')
  if (next === '{') {
    reader.at--
    if (repetition(reader)) return refuse(reader, 'missing argument to repetition operator')
    reader.at++
  }
  return LITERAL
}

function group(reader: Reader, depth: number): Atom {
  if (depth >= DEEPEST) return refuse(reader, 'expression nests too deeply')
  const [head = '', name, flags, end] =
    /^\?(?:P?<([^>]*)>|(i?[imsU]*(?:-[imsU]+)?)([:)]))/.exec(reader.text.slice(reader.at, reader.at + 200)) ?? []
  if (reader.text[reader.at] === '?' && head === '') return refuse(reader, 'invalid or unsupported Perl syntax')
  reader.at += head.length
  if (name !== undefined) {
    if (!/^\w+$/.test(name)) return refuse(reader, 'invalid named capture')
    if (reader.names.has(name)) return refuse(reader, 'duplicate capture group name')
    reader.names.add(name)
  }
  if (flags !== undefined && end === ')') return { ...POSITION, nothing: true }
  const inner = alternation(reader, depth + 1)
  if (reader.text[reader.at] !== ')') return refuse(reader, 'missing closing )')
  reader.at++
  return inner
}

/** Names of `\p{…}` are many; those that look like one pass. */
const ESCAPE =
  /^(?:[dDsSwWaftnrv]|x[0-9A-Fa-f]{2}|x\{[0-9A-Fa-f]{1,6}\}|[pP](?:[A-Z]|\{\^?[A-Z]\w*\})|0[0-7]{0,2}|[1-7][0-7]{1,2}|[^\w]|_)/u

function escaped(reader: Reader): Part {
  const rest = reader.text.slice(reader.at, reader.at + 60)
  if (rest === '') return refuse(reader, 'trailing backslash at end of expression')
  const position = /^[AzbB]/.exec(rest)?.[0]
  if (position !== undefined) {
    reader.at++
    return { empty: position !== 'b', copies: 1 }
  }
  if (rest.startsWith('Q')) {
    const end = reader.text.indexOf('\\E', reader.at)
    const empty = end === reader.at + 1 || reader.at + 1 === reader.text.length
    reader.at = end === -1 ? reader.text.length : end + 2
    return { empty, copies: 1 }
  }
  if (rest.startsWith('E')) {
    reader.at++
    return POSITION
  }
  return escapedCharacter(reader, rest)
}

function escapedCharacter(reader: Reader, rest: string): Part {
  const found = ESCAPE.exec(rest)?.[0]
  const code = /^x\{?([0-9A-Fa-f]+)/.exec(found ?? '')?.[1]
  if (found === undefined || (found.codePointAt(0) ?? 0) > 0x7f || Number.parseInt(code ?? '0', 16) > 0x10ffff)
    return refuse(reader, 'invalid escape sequence')
  reader.at += found.length
  return LITERAL
}

const CLASS_NAME = /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/

/** The part behind `[`. */
function characterClass(reader: Reader): Part {
  const { text } = reader
  if (text[reader.at] === '^') reader.at++
  for (let first = true; first || text[reader.at] !== ']'; first = false) {
    if (reader.at >= text.length) return refuse(reader, 'missing closing ]')
    const rest = text.slice(reader.at, reader.at + 60)
    if (rest.startsWith('[:') && /^\[:[^\]]*:\]/.test(rest)) {
      const named = CLASS_NAME.exec(rest)?.[0]
      if (named === undefined) return refuse(reader, 'invalid character class range')
      reader.at += named.length
      continue
    }
    const whole = /^\\(?:[dDsSwW]|[pP](?:[A-Z]|\{\^?[A-Z]\w*\}))/.exec(rest)?.[0]
    if (whole !== undefined) {
      reader.at += whole.length
      continue
    }
    const low = classCharacter(reader)
    if (text[reader.at] === '-' && text[reader.at + 1] !== ']' && reader.at + 1 < text.length) {
      reader.at++
      const high = classCharacter(reader)
      if (high < low) return refuse(reader, 'invalid character class range')
    }
    if (reader.problem !== undefined) return LITERAL
  }
  reader.at++
  return LITERAL
}

const CONTROL: Readonly<Record<string, number>> = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 }

/** The code point of one character of a class, escaped or not. */
function classCharacter(reader: Reader): number {
  const character = reader.text.codePointAt(reader.at) ?? 0
  reader.at += character > 0xffff ? 2 : 1
  if (character !== 0x5c) return character
  const start = reader.at
  const rest = reader.text.slice(start, start + 60)
  if (rest === '') refuse(reader, 'trailing backslash at end of expression')
  else if (/^[dDsSwWpPAzbBQE]/.test(rest)) refuse(reader, 'invalid escape sequence')
  else escapedCharacter(reader, rest)
  if (reader.problem !== undefined) return 0
  const written = reader.text.slice(start, reader.at)
  if (/^x/.test(written)) return Number.parseInt(written.replace(/[x{}]/g, ''), 16)
  if (/^\d/.test(written)) return Number.parseInt(written, 8)
  return CONTROL[written] ?? written.codePointAt(0) ?? 0
}
