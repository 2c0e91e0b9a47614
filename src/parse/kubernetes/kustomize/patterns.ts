/** A compiled pattern. Matching takes time in proportion to the text and to the pattern, whatever they are. */
export type Pattern = (text: string) => boolean

type State =
  | { readonly kind: 'accept' }
  | { readonly kind: 'start' | 'end'; next: number }
  | { readonly kind: 'one'; readonly accepts: (character: string) => boolean; next: number }
  | { readonly kind: 'split'; next: number; other: number }

const MAX_LENGTH = 1_000
const MAX_STATES = 2_000
/** Thrown where a pattern is none, or says what is not known here. */
const NOT_READ = Symbol('not read')

/**
 * Compiles a regular expression of the syntax that Go takes (https://github.com/google/re2/wiki/Syntax): literals, `.`, classes,
 * groups, `|`, `*`, `+`, `?`, `{m,n}`, `^`, `$`. Undefined for one that is wrong or uses anything else. Matches anywhere in
 * a text, as Go does. The regular expressions of JavaScript may take exponential time; those here come from audited files.
 */
export function compilePattern(source: string): Pattern | undefined {
  if (source.length > MAX_LENGTH) return undefined
  const reader: Reader = { source, at: 0 }
  const states: State[] = []
  try {
    const whole = readAlternatives(reader)
    if (reader.at < source.length) return undefined
    const start = statesOf(whole, push(states, { kind: 'accept' }), states)
    return text => run(states, start, text)
  } catch (thrown) {
    if (thrown === NOT_READ) return undefined
    throw thrown
  }
}

interface Reader {
  readonly source: string
  at: number
}

type Part =
  | { readonly kind: 'one'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Part[] }
  | Repeated

interface Repeated {
  readonly kind: 'repeated'
  readonly part: Part
  readonly least: number
  readonly most: number
}

function readAlternatives(reader: Reader): Part {
  const parts = [readSequence(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at++
    parts.push(readSequence(reader))
  }
  return { kind: 'any', parts }
}

function readSequence(reader: Reader): Part {
  const parts: Part[] = []
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source[reader.at] ?? '')) {
    const part = readAtom(reader)
    parts.push({ kind: 'repeated', part, ...readRepetition(reader) })
  }
  return { kind: 'all', parts }
}

function readRepetition(reader: Reader): { readonly least: number; readonly most: number } {
  const rest = reader.source.slice(reader.at, reader.at + 20)
  const [text, sign, least, comma, most] = /^(?:([*+?])|\{(\d{1,3})(,)?(\d{1,3})?\})\??/.exec(rest) ?? []
  if (text === undefined) return { least: 1, most: 1 }
  reader.at += text.length
  if (/^[*+?]/.test(reader.source[reader.at] ?? '')) throw NOT_READ
  if (sign !== undefined) return { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Number.POSITIVE_INFINITY }
  const low = Number(least)
  const high = most !== undefined ? Number(most) : comma === undefined ? low : Number.POSITIVE_INFINITY
  if (high < low) throw NOT_READ
  return { least: low, most: high }
}

function readAtom(reader: Reader): Part {
  const character = reader.source[reader.at++] ?? ''
  if (character === '(') return readGroup(reader)
  if (character === '[') return { kind: 'one', accepts: readClass(reader) }
  if (character === '^') return { kind: 'start' }
  if (character === '$') return { kind: 'end' }
  if (character === '.') return { kind: 'one', accepts: one => one !== '\n' }
  if (character === '\\') return { kind: 'one', accepts: readEscape(reader) }
  if (/[*+?]/.test(character)) throw NOT_READ
  return { kind: 'one', accepts: one => one === character }
}

function readGroup(reader: Reader): Part {
  if (reader.source[reader.at] === '?') {
    const [prefix] = /^\?(?::|P?<\w+>)/.exec(reader.source.slice(reader.at, reader.at + 40)) ?? []
    if (prefix === undefined) throw NOT_READ
    reader.at += prefix.length
  }
  const part = readAlternatives(reader)
  if (reader.source[reader.at++] !== ')') throw NOT_READ
  return part
}

const CLASSES: Readonly<Record<string, (character: string) => boolean>> = {
  d: character => /[0-9]/.test(character),
  D: character => !/[0-9]/.test(character),
  w: character => /[0-9A-Za-z_]/.test(character),
  W: character => !/[0-9A-Za-z_]/.test(character),
  s: character => /[\t\n\f\r ]/.test(character),
  S: character => !/[\t\n\f\r ]/.test(character),
}

function readEscape(reader: Reader): (character: string) => boolean {
  const escaped = reader.source[reader.at++] ?? ''
  const known = Object.hasOwn(CLASSES, escaped) ? CLASSES[escaped] : undefined
  if (known) return known
  if (escaped === '' || /[A-Za-z0-9]/.test(escaped)) throw NOT_READ
  return character => character === escaped
}

/** From behind `[` to behind `]`. */
function readClass(reader: Reader): (character: string) => boolean {
  const { source } = reader
  const negated = source[reader.at] === '^'
  if (negated) reader.at++
  const accepts: ((character: string) => boolean)[] = []
  for (let first = true; first || source[reader.at] !== ']'; first = false) {
    if (reader.at >= source.length) throw NOT_READ
    const low = source[reader.at++] ?? ''
    if (low === '\\') accepts.push(readEscape(reader))
    else if (low === '[' && source[reader.at] === ':') throw NOT_READ
    else if (source[reader.at] === '-' && source[reader.at + 1] !== ']') {
      const high = source[reader.at + 1] ?? ''
      if (high === '' || high === '\\' || high < low) throw NOT_READ
      reader.at += 2
      accepts.push(character => character >= low && character <= high)
    } else accepts.push(character => character === low)
  }
  reader.at++
  return character => accepts.some(accept => accept(character)) !== negated
}

/** Adds the states of a part, and returns where it begins; `next` is what comes after it. */
function statesOf(part: Part, next: number, states: State[]): number {
  if (part.kind === 'one') return push(states, { kind: 'one', accepts: part.accepts, next })
  if (part.kind === 'start' || part.kind === 'end') return push(states, { kind: part.kind, next })
  if (part.kind === 'all') return part.parts.reduceRight((start, one) => statesOf(one, start, states), next)
  if (part.kind === 'any') {
    const [first = next, ...others] = part.parts.map(one => statesOf(one, next, states))
    return others.reduce((start, other) => push(states, { kind: 'split', next: start, other }), first)
  }
  return part.kind === 'repeated' ? repeatedStates(part, next, states) : next
}

function repeatedStates({ part, least, most }: Repeated, next: number, states: State[]): number {
  let start = next
  if (most === Number.POSITIVE_INFINITY) {
    const loop = { kind: 'split', next: 0, other: next } satisfies State
    start = push(states, loop)
    loop.next = statesOf(part, start, states)
  } else {
    for (let count = least; count < most; count++)
      start = push(states, { kind: 'split', next: statesOf(part, start, states), other: next })
  }
  for (let count = 0; count < least; count++) start = statesOf(part, start, states)
  return start
}

function push(states: State[], state: State): number {
  if (states.length >= MAX_STATES) throw NOT_READ
  return states.push(state) - 1
}

function run(states: readonly State[], start: number, text: string): boolean {
  let current = new Set<number>()
  for (let at = 0; at <= text.length; at++) {
    const place = { isStart: at === 0, isEnd: at === text.length }
    const closed = new Set<number>()
    for (const index of [...current, start]) follow(states, index, place, closed)
    current = new Set()
    for (const index of closed) {
      const state = states[index]
      if (state?.kind === 'accept') return true
      if (state?.kind === 'one' && at < text.length && state.accepts(text[at] ?? '')) current.add(state.next)
    }
  }
  return false
}

/** Adds every state that is reached without reading a character. */
function follow(
  states: readonly State[],
  from: number,
  place: { readonly isStart: boolean; readonly isEnd: boolean },
  closed: Set<number>,
): void {
  const open = [from]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (closed.has(index)) continue
    closed.add(index)
    const state = states[index]
    if (state?.kind === 'split') open.push(state.next, state.other)
    else if (state?.kind === 'start' && place.isStart) open.push(state.next)
    else if (state?.kind === 'end' && place.isEnd) open.push(state.next)
  }
}
