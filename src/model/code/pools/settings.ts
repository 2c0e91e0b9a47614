import type { Given } from '../../../code/given.js'
import type { ExpressionIn, Program } from '../../../code/program.js'
import { type Environment, evaluateExpression, numberOf, type Value } from '../../../code/values.js'
import type { PoolSetting, PoolSize } from '../../../knowledge/pools/index.js'
import type { Span } from '../../../source.js'
import { atLeast, exactly, type Range, UNLIMITED } from '../pool.js'
import type { PoolSite } from './site.js'

/** What the text of a URL tells of a pool. */
export interface UrlText {
  readonly text: string
  readonly at: Span
}

/** What the settings of a pool are found out from. */
export interface Evaluating {
  readonly program: Program
  readonly environment: Environment
  readonly site: PoolSite
  readonly url: UrlText | undefined
}

/** What a setting comes to in the environment of a workload; undefined: it is not given. */
export function settingOf(
  setting: PoolSetting,
  { program, environment, site, url }: Evaluating,
): SettingValue | undefined {
  for (const name of setting.options) {
    const found = site.option(name)
    if (found.kind === 'absent') continue
    const read = fromGiven(found, site, program, environment)
    // An option that is set to nothing is not set.
    if (read.value?.kind === 'known' && read.value.value === null) continue
    return read.range ? { range: read.range, at: read.at } : undefined
  }
  for (const name of setting.parameters) {
    const found = url && parameterIn(url, name)
    if (found) return { range: rangeOfText(found.value), at: found.at }
  }
  return undefined
}

/** What a setting of a pool may be, and where that is written. */
export interface SettingValue {
  readonly range: Range
  readonly at: Span
}

interface Read {
  readonly value?: Value
  readonly range?: Range
  readonly at: Span
}

function fromGiven(
  found: Exclude<Given, { kind: 'absent' }>,
  site: PoolSite,
  program: Program,
  environment: Environment,
): Read {
  if (found.kind === 'open') return { range: atLeast(1, found.because), at: site.at }
  const value = evaluateExpression(program, found.value, environment)
  return { value, range: rangeOf(value), at: value.kind === 'known' ? value.at : spanOf(found.value) }
}

/** Where an expression stands. */
function spanOf({ file, node }: ExpressionIn): Span {
  return { path: file.path, start: node.start, end: node.end }
}

function rangeOf(value: Value): Range {
  const number = numberOf(value)
  if (number !== undefined) return exactly(number)
  if (value.kind === 'interval') return { low: value.low, high: value.high, because: value.because }
  return atLeast(1, value.kind === 'unknown' ? value.because : 'it is no number')
}

function rangeOfText(text: string): Range {
  return /^\d{1,9}$/.test(text) ? exactly(Number(text)) : atLeast(1, 'it is set outside the repository')
}

/** A parameter of a URL and where it stands. */
function parameterIn({ text, at }: UrlText, name: string): { readonly value: string; readonly at: Span } | undefined {
  const found = parametersOf(text).find(one => one.name === name)
  // Where the text is written with other words in it, the whole of it is shown.
  const isExact = at.end - at.start === text.length
  return (
    found && {
      value: found.value,
      at: isExact ? { ...at, start: at.start + found.start, end: at.start + found.end } : at,
    }
  )
}

/** The parameters behind the `?` of a URL, or of a libpq keyword string. */
export function parametersOf(
  text: string,
): readonly { readonly name: string; readonly value: string; readonly start: number; readonly end: number }[] {
  const from = text.indexOf('?')
  if (from === -1) return []
  return [...text.slice(from).matchAll(/[?&]([\w.-]{1,60})=([^&\s'"]{0,200})/g)].map(match => ({
    name: match[1] ?? '',
    value: match[2] ?? '',
    start: from + match.index + 1,
    end: from + match.index + match[0].length,
  }))
}

/** Machines that services run on have between one processor and this many, as a rule. */
const USUAL_PROCESSORS = 8

/** How many connections a library opens unless it is told. */
export function defaultRange(size: PoolSize, threads: Range): Range {
  switch (size.kind) {
    case 'fixed':
      return exactly(size.connections)
    case 'processors': {
      const on = (processors: number) => Math.max(size.least, processors * size.perProcessor + size.plus)
      return { low: on(1), high: on(USUAL_PROCESSORS), because: `it is ${size.because}` }
    }
    case 'unlimited':
      return atLeast(1, UNLIMITED)
    case 'per-request':
      return threads
  }
}
