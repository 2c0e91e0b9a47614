import { posix } from 'node:path'
import type { Json } from './oracle.js'

/**
 * What a value is, so that two ways of writing it down come out alike. Go's `omitempty` is why there are pairs: of a
 * plain `bool`, `int` or `string` the oracle cannot show the zero value, of a pointer it can.
 */
export type Shape =
  /** Text; empty is absent. */
  | 'text'
  /** Text; empty is a value. */
  | 'value'
  /** A boolean; false is absent. */
  | 'flag'
  /** A boolean; false is a value. */
  | 'switch'
  /** A boolean that is true when absent. */
  | 'optOut'
  /** A number; zero is absent. */
  | 'number'
  /** A number; zero is a value. */
  | 'count'
  /** A number of devices: `all` is -1 in compose-go; zero is absent. */
  | 'devices'
  /** A file mode: octal as text, or a number. */
  | 'mode'
  /** A size, in bytes; zero is absent. */
  | 'bytes'
  /** A time, in seconds. */
  | 'duration'
  /** A time, in seconds; zero is absent. */
  | 'delay'
  /** A path; told from the root of the case. */
  | 'path'
  /** Whatever is there, leaf by leaf as text. */
  | 'any'
  /** `wrap`: one value is a list of one. */
  | { readonly list: Shape; readonly sorted?: true; readonly wrap?: true; readonly keepEmpty?: true }
  /** A map with free keys. `nulls`: a key without value is a value; else it is empty text. */
  | { readonly map: Shape; readonly nulls?: true; readonly keepEmpty?: true }
  | { readonly record: { readonly [key: string]: Shape }; readonly or?: Shape; readonly keepEmpty?: true }

/** Brings a value to its plain form; undefined when it is absent. Keys that a record does not know are kept as `any`. */
export function plain(value: Json | undefined, shape: Shape, root: string): Json | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof shape === 'string') return plainLeaf(value, shape, root)
  if ('list' in shape) {
    const list = shape.wrap && !isList(value) ? [value] : value
    if (!isList(list)) return anyOf(list)
    const items = list.map(item => plain(item, shape.list, root) ?? null)
    if (shape.sorted) items.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)))
    return items.length > 0 || shape.keepEmpty ? items : undefined
  }
  if (!isMap(value)) return 'record' in shape && shape.or ? plain(value, shape.or, root) : anyOf(value)
  const entries: [string, Json][] = []
  for (const key of Object.keys(value).sort(compare)) {
    if (key.startsWith('x-') && 'record' in shape) continue
    const inner = 'map' in shape ? shape.map : (ownShape(shape.record, key) ?? 'any')
    const absent = 'map' in shape ? (shape.nulls ? null : typeof inner === 'string' ? '' : {}) : undefined
    const result = plain(value[key], inner, root) ?? absent
    if (result !== undefined) entries.push([key, result])
  }
  return entries.length > 0 || shape.keepEmpty ? Object.fromEntries(entries) : undefined
}

function ownShape(record: { readonly [key: string]: Shape }, key: string): Shape | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function plainLeaf(value: Json, shape: Extract<Shape, string>, root: string): Json | undefined {
  if (shape === 'any' || isList(value) || isMap(value)) return anyOf(value)
  const text = String(value)
  switch (shape) {
    case 'text':
      return text === '' ? undefined : text
    case 'value':
      return text
    case 'flag':
      return text === 'true' ? true : text === 'false' ? undefined : text
    case 'optOut':
      return text === 'false' ? false : text === 'true' ? undefined : text
    case 'switch':
      return text === 'true' || text === 'false' ? text === 'true' : text
    case 'number':
      return numberOf(text) === 0 ? undefined : numberOf(text)
    case 'devices':
      return text === 'all' ? -1 : numberOf(text) === 0 ? undefined : numberOf(text)
    case 'count':
      return numberOf(text)
    case 'mode':
      return /^0o?[0-7]+$/.test(text) ? Number.parseInt(text.replace('o', ''), 8) : numberOf(text)
    case 'bytes':
      return bytesOf(text) === 0 ? undefined : bytesOf(text)
    case 'delay':
      return secondsOf(text) === 0 ? undefined : secondsOf(text)
    case 'duration':
      return secondsOf(text)
    case 'path':
      return text === '' ? undefined : relative(text, root)
  }
}

/** The oracle resolves every path to an absolute one: those in or near the directory of the case are told from there. */
function relative(path: string, root: string): string {
  if (root === '' || !`${path}/`.startsWith(`${posix.dirname(root)}/`)) return path
  return posix.relative(root, path) || '.'
}

/** The oracle marshals float32 (cpus), which shows as the shortest text of that precision. */
function numberOf(text: string): Json {
  const number = Number(text)
  return text.trim() === '' || Number.isNaN(number)
    ? text
    : Number(number.toPrecision(7)) === number
      ? number
      : Math.fround(number)
}

/** As github.com/docker/go-units RAMInBytes: powers of 1024, whatever the case and with or without `b` or `ib`. */
function bytesOf(text: string): Json {
  const match = /^(-?(?:\d+\.?\d*|\.\d+)(?:e\d+)?) ?(?:([kmgtp])i?)?b?$/i.exec(text)
  if (!match) return text
  const power = 'kmgtp'.indexOf((match[2] ?? ' ').toLowerCase()) + 1
  return Math.trunc(Number(match[1]) * 1024 ** power)
}

const unitSeconds: ReadonlyMap<string, number> = new Map([
  ['w', 604800],
  ['d', 86400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
  ['ms', 1e-3],
  ['us', 1e-6],
  ['µs', 1e-6],
  ['ns', 1e-9],
])

function secondsOf(text: string): Json {
  if (text === '0') return 0
  if (!/^-?((\d+\.?\d*|\.\d+)(w|d|h|ms|us|µs|ns|m|s))+$/.test(text)) return text
  let seconds = 0
  for (const [, amount, unit] of text.matchAll(/(\d+\.?\d*|\.\d+)(w|d|h|ms|us|µs|ns|m|s)/g)) {
    seconds += Number(amount) * (unitSeconds.get(unit ?? '') ?? Number.NaN)
  }
  return Number(((text.startsWith('-') ? -1 : 1) * seconds).toFixed(10).slice(0, -1))
}

function anyOf(value: Json): Json | undefined {
  if (value === null) return undefined
  if (isList(value)) return value.map(item => anyOf(item) ?? null)
  if (!isMap(value)) return String(value)
  const entries = Object.keys(value)
    .sort(compare)
    .map((key): [string, Json | undefined] => [key, anyOf(value[key] ?? null)])
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined))
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

export function isMap(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
