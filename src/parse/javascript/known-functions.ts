import { joinPath } from '../../paths.js'
import type { Span } from '../../source.js'
import { mixIn } from './expressions.js'
import { joinTexts, toNumber } from './operators.js'
import { listOf, type Run, textOf } from './run.js'
import { spoil } from './spoil.js'
import { type Dictionary, isTrue, type List, open, type Scalar, scalar, type Value, whyOpen } from './value.js'

/** A call of a function that is known by its name. */
interface Call {
  readonly values: readonly Value[]
  readonly at: Span
  readonly run: Run
}

/** What such a function gives; undefined when only a run would tell. */
type Known = (call: Call) => Value | undefined
type OfList = (list: List, call: Call) => Value | undefined
type OfText = (text: string, parameters: readonly Scalar['value'][], at: Span) => Value | undefined

/** Where the repository is taken to lie: `__dirname` begins with it. */
export const REPOSITORY = '/@repository'

/** Calls a function by its name: `Array.from`, `path.join`, `[].map`. */
export function callKnown(name: string, on: Value | undefined, call: Call): Value {
  const result =
    on?.kind === 'list'
      ? onList(name.slice('[].'.length), on, call)
      : on?.kind === 'scalar'
        ? onText(name.slice("''.".length), on, call)
        : FUNCTIONS.get(name)?.(call)
  const shown = name.replace(/^(?:\[\]|'')\./, '')
  return result ?? open(`what ${shown}() gives is only known when it runs`, call.at)
}

const HOST = 'it depends on the host'

const FUNCTIONS: ReadonlyMap<string, Known> = new Map<string, Known>([
  ['Array', ({ values, at }) => emptyList(values[0], at)],
  ['Array.from', ({ values, at, run }) => listFrom(values[0], values[1], at, run)],
  ['Array.of', ({ values, at }) => listOf(values, at)],
  ['Array.isArray', ({ values, at }) => scalar(values[0]?.kind === 'list', at)],
  ['Object.assign', ({ values: [into, ...others], run }) => assigned(into, others, run)],
  ['Object.freeze', ({ values }) => values[0]],
  ['Object.keys', ({ values, at }) => entriesOf(values[0], at, (key, _, keyAt) => scalar(key, keyAt))],
  ['Object.values', ({ values, at }) => entriesOf(values[0], at, (_, value) => value)],
  [
    'Object.entries',
    ({ values, at }) => entriesOf(values[0], at, (key, value, keyAt) => listOf([scalar(key, keyAt), value], keyAt)),
  ],
  ['Object.fromEntries', ({ values, at }) => fromEntries(values[0], at)],
  ['Number', ({ values, at }) => values[0] && toNumber(values[0], at)],
  ['parseInt', ({ values, at }) => values[0] && toNumber(values[0], at, value => Number.parseInt(String(value), 10))],
  ['parseFloat', ({ values, at }) => values[0] && toNumber(values[0], at, value => Number.parseFloat(String(value)))],
  ['String', ({ values, at }) => joinTexts(values.slice(0, 1), at)],
  ['Boolean', ({ values, at }) => truth(values[0], at)],
  ...(['floor', 'ceil', 'round', 'trunc', 'abs', 'max', 'min', 'pow'] as const).map(
    name => [`Math.${name}`, (call: Call) => numbers(Math[name], call)] as const,
  ),
  ['path.join', ({ values, at }) => pathOf(values, at)],
  ['path.resolve', ({ values, at }) => pathOf(values, at)],
  ['path.dirname', ({ values, at }) => mapText(values[0], text => text.replace(/\/[^/]*$/, '') || '.', at)],
  ['path.basename', ({ values, at }) => mapText(values[0], text => text.slice(text.lastIndexOf('/') + 1), at)],
  ['process.cwd', ({ run, at }) => scalar(folderOf(run.path), at)],
  ['os.cpus', ({ at }) => listOf([], at, HOST)],
  ['os.availableParallelism', ({ at }) => open(HOST, at)],
  ['os.totalmem', ({ at }) => open(HOST, at)],
  ['os.freemem', ({ at }) => open(HOST, at)],
  ['os.hostname', ({ at }) => open(HOST, at)],
  [
    'require',
    ({ values: [request], run, at }) =>
      request?.kind === 'scalar' && typeof request.value === 'string' ? run.load(request.value, at) : undefined,
  ],
])

/** `__dirname` of a file of the repository. */
export function folderOf(path: string): string {
  const folder = path.includes('/') ? `/${path.slice(0, path.lastIndexOf('/'))}` : ''
  return `${REPOSITORY}${folder}`
}

function truth(value: Value | undefined, at: Span): Value | undefined {
  const decided = value && isTrue(value)
  return decided === undefined ? value && open(whyOpen(value) ?? '', at) : scalar(decided, at)
}

function numbers(compute: (...numbers: number[]) => number, { values, at }: Call): Value | undefined {
  const unknown = values.map(value => (value.kind === 'open' ? value.because : undefined)).find(Boolean)
  if (unknown !== undefined) return open(unknown, at)
  const plain = values.flatMap(value => (value.kind === 'scalar' ? [value] : []))
  if (plain.length < values.length) return undefined
  const defaulted = plain.find(value => value.defaulted)?.defaulted
  return { ...scalar(compute(...plain.map(value => Number(value.value))), at), ...(defaulted ? { defaulted } : {}) }
}

function pathOf(values: readonly Value[], at: Span): Value | undefined {
  const parts = values.map(value => (value.kind === 'scalar' ? String(value.value) : undefined))
  if (parts.some(part => part === undefined)) return values.find(value => value.kind === 'open')
  const text = parts.join('/')
  const joined = joinPath('.', text)
  return textOf(text.startsWith('/') ? `/${joined}` : joined, at)
}

function mapText(value: Value | undefined, change: (text: string) => string, at: Span): Value | undefined {
  return value?.kind === 'scalar' ? textOf(change(String(value.value)), at) : value
}

function emptyList(length: Value | undefined, at: Span): Value {
  if (length === undefined) return listOf([], at)
  if (length.kind === 'open') return listOf([], at, length.because)
  const count = length.kind === 'scalar' && typeof length.value === 'number' ? length.value : undefined
  return count === undefined ? listOf([length], at) : listOf(repeated(count, at), at)
}

function repeated(count: number, at: Span): readonly Value[] {
  const length = Number.isFinite(count) ? Math.min(Math.max(Math.trunc(count), 0), 6_000) : 0
  return Array.from({ length }, () => scalar(undefined, at))
}

/** Of a list whose length is not known, one item is made, to show what it is made of. */
function listFrom(source: Value | undefined, change: Value | undefined, at: Span, run: Run): Value | undefined {
  if (source?.kind === 'dictionary') {
    const length = source.entries.get('length')?.value
    if (!length) return undefined
    if (length.kind === 'open')
      return mapped(listOf(repeated(1, at), at, length.because), change, { values: [], at, run })
    return length.kind === 'scalar'
      ? mapped(listOf(repeated(Number(length.value), at), at), change, { values: [], at, run })
      : undefined
  }
  return source?.kind === 'list'
    ? mapped(listOf(source.items, at, source.open), change, { values: [], at, run })
    : undefined
}

function mapped(list: List, change: Value | undefined, { at, run }: Call): List {
  if (change?.kind !== 'callable') return listOf(list.items, at, list.open)
  const index = (position: number) => (list.open === undefined ? scalar(position, at) : open(list.open, at))
  return listOf(
    list.items.map((item, position) => run.call(change, [item, index(position), list], at)),
    at,
    list.open,
  )
}

function assigned(into: Value | undefined, others: readonly Value[], run: Run): Value | undefined {
  if (into?.kind !== 'dictionary') return undefined
  for (const other of others) mixIn(into, other, run)
  return into
}

function entriesOf(value: Value | undefined, at: Span, item: (key: string, value: Value, keyAt: Span) => Value) {
  if (value?.kind !== 'dictionary') return value?.kind === 'open' ? listOf([], at, value.because) : undefined
  const items = [...value.entries].map(([key, entry]) => item(key, entry.value, entry.keyAt))
  return listOf(items, at, value.open)
}

function fromEntries(value: Value | undefined, at: Span): Dictionary | undefined {
  if (value?.kind !== 'list') return undefined
  const made: Dictionary = { kind: 'dictionary', entries: new Map(), at, ...(value.open ? { open: value.open } : {}) }
  for (const pair of value.items) {
    const [key, entry] = pair.kind === 'list' ? pair.items : []
    if (key?.kind === 'scalar' && entry) made.entries.set(String(key.value), { value: entry, keyAt: key.at })
    else made.open ??= 'the name of one of its entries is only known when it runs'
  }
  return made
}

function onList(name: string, list: List, call: Call): Value | undefined {
  return LISTS.get(name)?.(list, call)
}

const LISTS: ReadonlyMap<string, OfList> = new Map<string, OfList>([
  ['map', (list, call) => mapped(list, call.values[0], call)],
  ['forEach', (list, call) => forEach(list, call)],
  ['flatMap', (list, call) => flat(mapped(list, call.values[0], call), call.at)],
  ['flat', (list, call) => flat(list, call.at)],
  ['filter', (list, call) => filtered(list, call)],
  ['concat', (list, call) => flat(listOf([list, ...call.values], call.at), call.at)],
  ['slice', (list, { values: [from, to], at }) => sliced(list, from, to, at)],
  [
    'keys',
    (list, { at }) =>
      listOf(
        list.items.map((_, index) => scalar(index, at)),
        at,
        list.open,
      ),
  ],
  ['values', (list, { at }) => listOf(list.items, at, list.open)],
  [
    'entries',
    (list, { at }) =>
      listOf(
        list.items.map((item, index) => listOf([scalar(index, at), item], at)),
        at,
        list.open,
      ),
  ],
  [
    'fill',
    (list, { values: [value], at }) =>
      listOf(
        list.items.map(item => value ?? item),
        at,
        list.open,
      ),
  ],
  [
    'push',
    (list, { values, at }) => {
      if (list.items.length + values.length > 5_000) list.open ??= 'the list is too long'
      else list.items.push(...values)
      return scalar(list.items.length, at)
    },
  ],
  ['join', (list, { values: [separator], at }) => joined(list, separator, at)],
  [
    'reduce',
    (list, { values: [change, start], at, run }) =>
      change?.kind !== 'callable' || !start || list.open !== undefined
        ? undefined
        : list.items.reduce((sum, item, index) => run.call(change, [sum, item, scalar(index, at), list], at), start),
  ],
])

function forEach(list: List, call: Call): Value {
  mapped(list, call.values[0], call)
  const change = call.values[0]
  const written = change?.kind === 'callable' ? change.written : undefined
  if (list.open !== undefined && written) spoil(written.code.body, list.open, written.scope, call.run)
  return scalar(undefined, call.at)
}

function flat(list: List, at: Span): List {
  const items = list.items.flatMap(item => (item.kind === 'list' ? item.items : [item]))
  const inner = list.items.map(item =>
    item.kind === 'list' ? item.open : item.kind === 'open' ? item.because : undefined,
  )
  return listOf(items, at, list.open ?? inner.find(Boolean))
}

function filtered(list: List, { values: [test], at, run }: Call): Value {
  const results = list.items.map(item => ({
    item,
    kept:
      test?.kind !== 'callable'
        ? undefined
        : isTrue(test.known?.name === 'Boolean' ? item : run.call(test, [item], at)),
  }))
  const unknown = results.some(({ kept }) => kept === undefined)
    ? 'which of its items are kept is not known'
    : undefined
  return listOf(
    results.filter(({ kept }) => kept !== false).map(({ item }) => item),
    at,
    list.open ?? unknown,
  )
}

function sliced(list: List, from: Value | undefined, to: Value | undefined, at: Span): Value | undefined {
  const bound = (value: Value | undefined) =>
    value === undefined ? undefined : value.kind === 'scalar' ? Number(value.value) : Number.NaN
  const [start, end] = [bound(from), bound(to)]
  if (Number.isNaN(start) || Number.isNaN(end)) return undefined
  return listOf(list.items.slice(start, end), at, list.open)
}

function joined(list: List, separator: Value | undefined, at: Span): Value | undefined {
  const between = separator ?? scalar(',', at)
  if (list.open !== undefined) return open(list.open, at)
  return joinTexts(
    list.items.flatMap((item, index) => (index === 0 ? [item] : [between, item])),
    at,
  )
}

function onText(name: string, text: Scalar, { values, at }: Call): Value | undefined {
  const parameters = values.flatMap(value => (value.kind === 'scalar' ? [value.value] : []))
  if (parameters.length < values.length) return values.find(value => value.kind === 'open')
  const result = TEXTS.get(name)?.(String(text.value), parameters, at)
  return result?.kind === 'scalar' && text.defaulted ? { ...result, defaulted: text.defaulted } : result
}

const TEXTS: ReadonlyMap<string, OfText> = new Map<string, OfText>([
  ['toString', (text, _, at) => scalar(text, at)],
  ['trim', (text, _, at) => scalar(text.trim(), at)],
  ['toUpperCase', (text, _, at) => scalar(text.toUpperCase(), at)],
  ['toLowerCase', (text, _, at) => scalar(text.toLowerCase(), at)],
  ['padStart', (text, [length, filler], at) => padded(text, length, filler, at)],
  ['startsWith', (text, [part], at) => scalar(text.startsWith(String(part)), at)],
  ['endsWith', (text, [part], at) => scalar(text.endsWith(String(part)), at)],
  ['includes', (text, [part], at) => scalar(text.includes(String(part)), at)],
  ['slice', (text, [from, to], at) => scalar(text.slice(numberOr(from), numberOr(to)), at)],
  ['concat', (text, parts, at) => textOf(text + parts.join(''), at)],
  ['split', (text, [separator], at) => splitText(text, separator, at)],
])

function numberOr(value: Scalar['value']): number | undefined {
  return typeof value === 'number' ? value : undefined
}

function padded(text: string, length: Scalar['value'], filler: Scalar['value'], at: Span): Value {
  const width = Math.min(Number(length), 1_000)
  return scalar(text.padStart(Number.isFinite(width) ? width : 0, filler === undefined ? ' ' : String(filler)), at)
}

function splitText(text: string, separator: Scalar['value'], at: Span): Value {
  const parts = separator === undefined ? [text] : text.split(String(separator))
  return listOf(
    parts.map(part => scalar(part, at)),
    at,
  )
}
