import type { Span } from '../../source.js'
import type { VariableUse } from '../node.js'
import type { AnyFunction } from './syntax.js'

/** What an expression is worth without running the program that it is part of. */
export type Value = Scalar | List | Dictionary | Callable | Open

export interface Scalar {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null | undefined
  readonly at: Span
  /** The variables of the environment that it would take its value from; it has their written defaults. */
  readonly defaulted?: Written
}

/** A list; `push` makes it longer. `open` says why it may hold more, or other things, than is known. */
export interface List {
  readonly kind: 'list'
  readonly items: Value[]
  readonly at: Span
  open?: string
}

/** An object. `open` says why it may have more entries, or other ones, than is known. */
export interface Dictionary {
  readonly kind: 'dictionary'
  readonly entries: Map<string, { readonly value: Value; readonly keyAt: Span }>
  readonly at: Span
  open?: string
}

/** A function of the file, or one that is known by its name (`Array.from`, `path.join`, `apps.map`). */
export interface Callable {
  readonly kind: 'callable'
  readonly at: Span
  readonly written?: { readonly code: AnyFunction; readonly scope: Scope }
  readonly known?: { readonly name: string; readonly on?: Value }
}

/** What cannot be known. */
export interface Open {
  readonly kind: 'open'
  /** The end of the sentence "… is not known: ". */
  readonly because: string
  readonly at: Span
  /** As Compose would write it, where it is made of variables of the environment: `https://${HOST}/`. */
  readonly written?: Written
  /** Set where it is one variable and nothing else. */
  readonly variable?: string
}

/** A text with variables in it. */
interface Written {
  readonly text: string
  readonly uses: readonly VariableUse[]
}

/** The names of a block or function, and where to look for others. */
export interface Scope {
  readonly names: Map<string, Value>
  readonly outer?: Scope
}

/** A value that is not known, and why. */
export function open(because: string, at: Span): Open {
  return { kind: 'open', because, at }
}

/** A known value. */
export function scalar(value: Scalar['value'], at: Span): Scalar {
  return { kind: 'scalar', value, at }
}

/** `process.env.NAME`. */
export function environmentVariable(name: string, at: Span): Open {
  return {
    kind: 'open',
    because: `\${${name}} is set outside the repository`,
    at,
    written: { text: `\${${name}}`, uses: [{ name, operator: '', at, source: 'none' }] },
    variable: name,
  }
}

/** The value of a variable of the environment where nothing sets it: `process.env.NAME || fallback`. */
export function withDefault({ variable: name = '' }: Open, fallback: Scalar, at: Span): Scalar {
  const argument = String(fallback.value ?? '')
  const text = `\${${name}:-${argument}}`
  const use: VariableUse = { name, operator: ':-', argument, at, source: 'default' }
  return { ...fallback, at, defaulted: { text, uses: [use] } }
}

/** What a value says as a text that holds its variables. */
export function writtenOf(value: Scalar | Open): Written {
  if (value.kind === 'open') return value.written ?? { text: '${…}', uses: [] }
  return value.defaulted ?? { text: String(value.value), uses: [] }
}

/** Whether a value counts as true; undefined when that is not known, or only where nothing sets a variable. */
export function isTrue(value: Value): boolean | undefined {
  if (value.kind === 'open' || (value.kind === 'scalar' && value.defaulted)) return undefined
  return value.kind === 'scalar' ? Boolean(value.value) : true
}

/** Why a value is not known; undefined when it is. */
export function whyOpen(value: Value): string | undefined {
  if (value.kind === 'open') return value.because
  if (value.kind === 'scalar' && value.defaulted) return `\${${value.defaulted.uses[0]?.name}} may set it`
  return undefined
}
