import type { Span } from '../../source.js'
import type { CodeFile, Expression, FunctionNode } from '../syntax.js'

/** What an expression of Go holds while the start of a program is followed. Structs, lists and maps are shared, as pointers are. */
export type GoValue =
  | GoPlain
  | GoStruct
  | GoClosure
  | GoHost
  | { readonly kind: 'list'; readonly items: readonly GoValue[]; readonly isWhole: boolean }
  | { readonly kind: 'map'; readonly entries: Map<string, GoValue> }
  /** Several results. */
  | { readonly kind: 'tuple'; readonly items: readonly GoValue[] }
  /** `&x` of what is no struct. */
  | { readonly kind: 'pointer'; readonly to: GoVariable }
  /** A package of the repository. */
  | { readonly kind: 'package'; readonly files: readonly CodeFile[] }
  /** A type of the repository. */
  | { readonly kind: 'type'; readonly file: CodeFile; readonly name: string }
  /** Something of a package from outside: `net/http.StatusOK`, by import path and name; a package itself by its path. */
  | { readonly kind: 'outside'; readonly name: string }
  | GoResult
  /** A method of something from outside that is not called where it is named: `server.Serve`. */
  | { readonly kind: 'method'; readonly object: GoHost | GoStruct; readonly name: string }
  /** A handler or router behind a function that takes it and gives another one. */
  | { readonly kind: 'wrapped'; readonly inner: GoValue; readonly by: GoWritten; readonly through: GoClosure }
  | { readonly kind: 'unknown'; readonly because: string }

/** A text, number, boolean or `nil`. */
export interface GoPlain {
  readonly kind: 'plain'
  readonly value: string | number | boolean | null
  /** Where it is written, if it is. */
  readonly at?: Span
  /** The variables of the environment that it was looked for in. */
  readonly variables?: readonly string[]
  /** The fallback in the code counts, because the variable is not set. */
  readonly isFallback?: boolean
}

/** A struct of the repository or, by its `outside` name, of a package: `net/http.Server`. */
export interface GoStruct {
  readonly kind: 'struct'
  readonly type?: { readonly file: CodeFile; readonly name: string }
  readonly outside?: string
  readonly fields: Map<string, GoValue>
  readonly at: Span
  /** Somebody outside filled it: a field that is not known is not its zero. */
  isOpen: boolean
}

/** A function of the repository with what is around it. */
export interface GoClosure {
  readonly kind: 'closure'
  readonly file: CodeFile
  readonly node: FunctionNode
  readonly scope?: GoScope
  readonly receiver?: GoValue
}

/** Something that the caller of the run gives a meaning: a router, a server. */
export interface GoHost {
  readonly kind: 'host'
  readonly host: object
}

/** What a function or method from outside gave. */
export interface GoResult {
  readonly kind: 'result'
  /** `net/http.FileServer`; of a method behind what it was called on: `github.com/rs/cors.New.Handler`. */
  readonly of: string
  readonly arguments: readonly GoValue[]
  /** What a method was called on. */
  readonly on?: GoValue
  readonly at: Span
}

/** An expression as it is written, and where. */
export interface GoWritten {
  readonly text: string
  readonly at: Span
}

/** What a name holds: closures that share the name share this. */
export interface GoVariable {
  value: GoValue
}

/** The names of a block. */
export interface GoScope {
  readonly names: Map<string, GoVariable>
  readonly parent?: GoScope
  readonly file: CodeFile
}

/** A call that the run has come to. */
export interface GoSite {
  readonly file: CodeFile
  readonly node: Expression
  readonly at: Span
  readonly arguments: readonly GoValue[]
  /** The arguments as they are written. */
  readonly written: readonly Expression[]
}

/** Something that only the running program knows. */
export const UNKNOWN: GoValue = { kind: 'unknown', because: 'it is known when the program runs' }
/** `nil`. */
export const NIL: GoPlain = { kind: 'plain', value: null }

/** A plain value; `at` is where it is written. */
export function plain(value: GoPlain['value'], at?: Span): GoPlain {
  return { kind: 'plain', value, ...(at && { at }) }
}

/** The text of a value that is one. */
export function textOf(value: GoValue | undefined): string | undefined {
  return value?.kind === 'plain' && typeof value.value === 'string' ? value.value : undefined
}

/** The number of a value that is one. */
export function numberOf(value: GoValue | undefined): number | undefined {
  return value?.kind === 'plain' && typeof value.value === 'number' ? value.value : undefined
}

/** What a pointer points to; anything else is itself. */
export function pointed(value: GoValue): GoValue {
  let inner = value
  for (let steps = 0; inner.kind === 'pointer' && steps < 8; steps++) inner = inner.to.value
  return inner
}

/** Longer texts, names and lists are not kept: programs make them double. */
const LONGEST_TEXT = 5_000
const LONGEST_NAME = 500
const MOST_ITEMS = 2_000

/** A list with no more items than are kept. */
export function listOf(items: readonly GoValue[], isWhole: boolean): GoValue {
  if (items.length <= MOST_ITEMS) return { kind: 'list', items, isWhole }
  return { kind: 'list', items: items.slice(0, MOST_ITEMS), isWhole: false }
}

/** What something from outside gave, by what it is called; unknown at the end of a long chain of calls. */
export function resultOf(of: string, { arguments: given, at }: GoSite, on?: GoValue): GoValue {
  return of.length > LONGEST_NAME ? UNKNOWN : { kind: 'result', of, arguments: given, at, ...(on && { on }) }
}

/** What is behind a plain value: where it came from is kept when it is computed on. */
export function derived(value: GoPlain['value'], from: readonly GoValue[], at?: Span): GoValue {
  if (typeof value === 'string' && value.length > LONGEST_TEXT) return UNKNOWN
  const sources = from.filter(one => one.kind === 'plain')
  const variables = [...new Set(sources.flatMap(one => one.variables ?? []))]
  const place = sources.find(one => (one.variables?.length ?? 0) > 0)?.at ?? at ?? sources.find(one => one.at)?.at
  return {
    kind: 'plain',
    value,
    ...(place && { at: place }),
    ...(variables.length > 0 && { variables, isFallback: sources.some(one => one.isFallback === true) }),
  }
}
