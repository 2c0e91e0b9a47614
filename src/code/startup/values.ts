import type { Call, ClassNode, CodeFile, Expression, FunctionNode, ObjectLiteral } from '../syntax.js'

/** What an expression comes to when the program starts, as far as the sources tell. */
export type Value =
  | Plain
  | Pattern
  | List
  | Fields
  | Closure
  | ClassValue
  | Outside
  | Namespace
  | HostValue
  | Either
  | NotKnown

/** A string, number, boolean; null is also `undefined`. */
export interface Plain {
  readonly kind: 'plain'
  readonly value: string | number | boolean | null
  /** Of a string, only its end is known: `${unknown}/users` is the partial `/users`. */
  readonly isPartial?: true
  /** Something that was not seen may have set it to something else: where it counts as false, that is not certain. */
  readonly isUncertain?: true
}

/** A regular expression. */
export interface Pattern {
  readonly kind: 'pattern'
  readonly pattern: string
}

/** An array. */
export interface List {
  readonly kind: 'list'
  readonly elements: Value[]
  /** It may hold other elements than these. */
  isOpen: boolean
}

/** An object, or an instance of a class of the repository. */
export interface Fields {
  readonly kind: 'fields'
  readonly entries: Map<string, Value>
  isOpen: boolean
  readonly of?: ClassValue
  /** Where it is written. */
  readonly written?: { readonly file: CodeFile; readonly node: ObjectLiteral }
  /** What the constructor of a base class from outside made. */
  inner?: Value
}

/** A function of the repository with what is around it. */
export interface Closure {
  readonly kind: 'closure'
  readonly fn: FunctionNode
  readonly file: CodeFile
  readonly scope: Scope
  readonly self?: Value
  /** What was assigned to it: `fn.prefix = …`. */
  readonly properties: Map<string, Value>
}

/** A class of the repository with what is around it. */
export interface ClassValue {
  readonly kind: 'class'
  readonly node: ClassNode
  readonly file: CodeFile
  readonly scope: Scope
  readonly statics: Map<string, Value>
}

/** Something from a package, or a global (`package` is then empty), and what was done with it: `passport.authenticate('jwt')`. */
export interface Outside {
  readonly kind: 'outside'
  readonly package: string
  readonly steps: readonly OutsideStep[]
  /** The class of the repository whose inherited static member it is. */
  readonly self?: ClassValue
}

/** One thing that was done with something from outside. */
export type OutsideStep = OutsideMember | OutsideCall

/** A property was asked for: `.authenticate`. */
export interface OutsideMember {
  readonly kind: 'member'
  readonly name: string
}

/** It was called: `("jwt")`. */
export interface OutsideCall {
  readonly kind: 'call'
  readonly site: CallSite
}

/** A module of the repository. */
export interface Namespace {
  readonly kind: 'namespace'
  readonly file: CodeFile
}

/** An object that a model of a framework stands for: an application, a router. */
export interface HostValue {
  readonly kind: 'host'
  readonly host: Host
}

/** One of these, depending on what is not known. */
export interface Either {
  readonly kind: 'either'
  readonly values: readonly Value[]
}

/** Something that only the running program knows. */
export interface NotKnown {
  readonly kind: 'unknown'
}

/** What stands for an object of a framework while the program is followed. */
export interface Host {
  /** Such as `express router`. */
  readonly type: string
  /** What was assigned to it. */
  readonly properties: Map<string, Value>
  /** A property that is no method. */
  readonly read?: (name: string) => Value | undefined
  /** A call of a method; undefined where the model does not know it. */
  readonly invoke: (name: string, site: CallSite) => Value | undefined
  /** It is waited for with `await`. */
  readonly awaited?: () => void
  /** A call of the object itself. */
  readonly call?: (site: CallSite) => Value | undefined
}

/** A call as it is met. */
export interface CallSite {
  readonly file: CodeFile
  readonly node: Call
  readonly arguments: readonly Value[]
  /** The expressions of `arguments`; elements of a spread share theirs. */
  readonly written: readonly Expression[]
}

/** The names of a function, block or module, and what they hold. */
export interface Scope {
  readonly file: CodeFile
  readonly names: Map<string, Value>
  readonly parent?: Scope
  /** `this`, where a function binds it. */
  readonly self?: Value
  /** The class whose method runs, for `super`. */
  readonly home?: ClassValue
  /** The function of this scope; arrow functions included. */
  readonly fn?: FunctionNode
  /** What is in it may happen or not: assignments leave the value from before possible. */
  readonly isMaybe?: true
}

/** `undefined` and `null`. */
export const NOTHING: Plain = { kind: 'plain', value: null }
/** A property that nothing was seen to set. */
export const ABSENT: Plain = { kind: 'plain', value: null, isUncertain: true }
/** The one value of its kind. */
export const NOT_KNOWN: NotKnown = { kind: 'unknown' }

/** A plain value. */
export function plain(value: string | number | boolean | null): Plain {
  return { kind: 'plain', value }
}

/** Elements of a list that are kept; texts are kept to ten times as many characters. */
export const LONGEST = 2000

/** A list; of a very long one the beginning. */
export function list(elements: Value[], isOpen = false): List {
  const isLong = elements.length > LONGEST
  return { kind: 'list', elements: isLong ? elements.slice(0, LONGEST) : elements, isOpen: isOpen || isLong }
}

/** An object with these entries; `isOpen`: it may hold others. */
export function fields(entries: Iterable<readonly [string, Value]> = [], isOpen = false): Fields {
  return { kind: 'fields', entries: new Map(entries), isOpen }
}

/** Something that is not known may have changed any entry. */
export function loosen(object: Fields): void {
  object.isOpen = true
  for (const [key, value] of object.entries)
    if (value.kind === 'plain' && !value.value) object.entries.set(key, { ...value, isUncertain: true })
}

/** The text of a wholly known string. */
export function stringOf(value: Value | undefined): string | undefined {
  return value?.kind === 'plain' && typeof value.value === 'string' && !value.isPartial ? value.value : undefined
}

/** Whether it counts as true, where that is known. */
export function truthOf(value: Value): boolean | undefined {
  if (value.kind === 'plain') return value.isPartial || value.value ? true : value.isUncertain ? undefined : false
  if (value.kind === 'unknown' || value.kind === 'outside' || value.kind === 'either') return undefined
  return true
}

/** All that it may be. */
export function alternatives(value: Value): readonly Value[] {
  return value.kind === 'either' ? value.values : [value]
}

/** One of several values; what is not known goes where something is. */
export function eitherOf(values: readonly Value[]): Value {
  const flat = [...new Set(values.flatMap(alternatives))].filter(one => one.kind !== 'unknown')
  const [first] = flat
  if (!first) return NOT_KNOWN
  return flat.length === 1 ? first : { kind: 'either', values: flat.slice(0, 20) }
}

/** The name of a member chain without calls, such as `authenticate` of `passport.authenticate`. */
export function lastMember(value: Outside): string | undefined {
  return value.steps.findLast(step => step.kind === 'member')?.name
}

/** The steps as text: `express.Router()` is `Router()`. */
export function stepsOf(value: Outside): string {
  return value.steps.map(step => (step.kind === 'member' ? `.${step.name}` : '()')).join('')
}

/** The last call among the steps. */
export function lastCall(value: Outside): CallSite | undefined {
  return value.steps.findLast(step => step.kind === 'call')?.site
}
