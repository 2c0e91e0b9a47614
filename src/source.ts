/** One text file of the audited repository. */
export interface Source {
  /** Path from the repository root, with `/` on every platform. */
  readonly path: string
  readonly text: string
  /** The bytes are not UTF-8; what could not be decoded is U+FFFD in `text`. */
  readonly malformed?: true
}

/** A half-open range of UTF-16 offsets in one file. */
export interface Span {
  readonly path: string
  readonly start: number
  readonly end: number
}

/** A place as people read it. Lines and columns count from 1; `endColumn` is exclusive; columns count UTF-16 units. */
export interface Place {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Something whose value is known, and where it was written. */
export interface Known<T> {
  readonly known: true
  readonly value: T
  readonly at: Span
}

/** Something that was written, but whose value the repository does not tell. */
export interface Unknown {
  readonly known: false
  readonly at: Span
  /** Why it is not known, as the end of the sentence "… is not known: ". */
  readonly because: string
}

/** A written fact. Absence is `undefined`, so that "not set", "set" and "set to something unknown" stay three things. */
export type Fact<T> = Known<T> | Unknown

/** A located fact. */
export function known<T>(value: T, at: Span): Known<T> {
  return { known: true, value, at }
}

/** A located value that cannot be known from the repository. */
export function unknown(at: Span, because: string): Unknown {
  return { known: false, at, because }
}

/** The value when it is set and known, else undefined. */
export function knownValue<T>(fact: Fact<T> | undefined): T | undefined {
  return fact?.known ? fact.value : undefined
}

const lineStartsOf = new WeakMap<Source, readonly number[]>()

function lineStarts(source: Source): readonly number[] {
  let starts = lineStartsOf.get(source)
  if (!starts) {
    const found = [0]
    for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) found.push(at + 1)
    starts = found
    lineStartsOf.set(source, starts)
  }
  return starts
}

function lineIndex(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The line (from 1) that an offset lies on. Offsets outside the text are clamped to it. */
export function lineOf(source: Source, offset: number): number {
  return lineIndex(lineStarts(source), Math.max(0, Math.min(offset, source.text.length))) + 1
}

/** The text of a line (from 1), without its line break; empty when there is no such line. */
export function lineText(source: Source, line: number): string {
  const starts = lineStarts(source)
  const start = starts[line - 1]
  if (start === undefined) return ''
  const end = starts[line] ?? source.text.length + 1
  return source.text.slice(start, end - 1).replace(/\r$/, '')
}

/** Turns a span into lines and columns. */
export function placeOf(source: Source, span: Span): Place {
  const starts = lineStarts(source)
  const clamp = (offset: number) => Math.max(0, Math.min(offset, source.text.length))
  const start = clamp(span.start)
  const end = Math.max(start, clamp(span.end))
  const first = lineIndex(starts, start)
  const last = lineIndex(starts, end)
  return {
    path: source.path,
    line: first + 1,
    column: start - (starts[first] ?? 0) + 1,
    endLine: last + 1,
    endColumn: end - (starts[last] ?? 0) + 1,
  }
}
