import type { Span } from '../../source.js'
import type { FunctionIn, In } from '../program.js'
import type { Call, ClassNode, CodeFile } from '../syntax.js'

/** What an expression of Python is while the start of a program is followed. */
export type PyValue =
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
  /** A text of which only the end is known. */
  | { readonly kind: 'ending'; readonly text: string }
  | PyList
  | PyDict
  | PyFunction
  | PyClass
  | PyInstance
  | { readonly kind: 'module'; readonly file: CodeFile }
  /** A package without a file of its own: its name as it is imported, and from where. */
  | { readonly kind: 'folder'; readonly name: string; readonly from: CodeFile }
  /** Something of an outside package, by its dotted name: `fastapi.FastAPI`. */
  | { readonly kind: 'outside'; readonly name: string }
  /** An object of a framework that is followed; what it holds, its knowledge knows. */
  | PyHost
  /** A method of such an object, not yet called. */
  | { readonly kind: 'method'; readonly host: PyHost; readonly name: string }
  | { readonly kind: 'unknown' }

/** A list, tuple or set. */
export interface PyList {
  readonly kind: 'list'
  readonly items: PyValue[]
  /** It may hold more than these. */
  isOpen: boolean
}

/** A dictionary; `isOpen`: it may hold more than these. */
export interface PyDict {
  readonly kind: 'dict'
  readonly entries: Map<string, PyValue>
  isOpen: boolean
}

/** A function of the repository, with the names around it. */
export interface PyFunction extends FunctionIn {
  readonly kind: 'function'
  readonly names: Names
  /** The object that it was taken from. */
  readonly self?: PyValue
  /** What decorators and frameworks noted about it. */
  readonly notes: Map<string, PyValue>
}

/** A class of the repository. */
export interface PyClass extends In<ClassNode> {
  readonly kind: 'class'
  /** What its body binds. */
  readonly names: Names
  readonly bases: readonly PyValue[]
  readonly notes: Map<string, PyValue>
}

/** An object of a class of the repository. */
export interface PyInstance {
  readonly kind: 'instance'
  readonly of: PyClass
  readonly attributes: Map<string, PyValue>
}

/** An object of a framework: an application, a router, a blueprint. */
export interface PyHost {
  readonly kind: 'host'
  /** What it is: `fastapi`, `router`, `blueprint` … */
  readonly type: string
  readonly at: Span
  readonly attributes: Map<string, PyValue>
  /** What its framework keeps of it. */
  readonly state: unknown
}

/** The names of a function, class or module, and what they hold. */
export interface Names {
  readonly own: Map<string, PyValue>
  readonly around?: Names
  /** Methods do not see the names of their class. */
  readonly isClass: boolean
}

/** What a call is given. */
export interface PyArguments {
  readonly list: readonly PyValue[]
  readonly keywords: ReadonlyMap<string, PyValue>
  /** There may be more: `*x` or `**x` that is not known. */
  readonly isOpen: boolean
  /** The call or decorator. */
  readonly at: Span
  readonly file: CodeFile
  readonly node?: Call
}

/** Something that only the running program knows. */
export const UNKNOWN: PyValue = { kind: 'unknown' }
/** `None`. */
export const NONE: PyValue = { kind: 'plain', value: null }

/** Longer texts and lists are not kept: programs make them double. */
const LONGEST_TEXT = 5_000
const MOST_ITEMS = 2_000

/** A plain value; a text that is too long to be kept is unknown. */
export function plainOf(value: string | number | boolean | null): PyValue {
  return typeof value === 'string' && value.length > LONGEST_TEXT ? UNKNOWN : { kind: 'plain', value }
}

/** A list; of a very long one the beginning. */
export function listOf(items: readonly PyValue[], isOpen = false): PyList {
  return { kind: 'list', items: items.slice(0, MOST_ITEMS), isOpen: isOpen || items.length > MOST_ITEMS }
}

/** Makes a list longer where it is. */
export function extend(list: PyList, items: readonly PyValue[], isOpen = false): void {
  const room = Math.max(0, MOST_ITEMS - list.items.length)
  list.items.push(...items.slice(0, room))
  list.isOpen ||= isOpen || items.length > room
}

/** The argument at a position or of a name; undefined where it is not given. */
export function argument(given: PyArguments, position: number, name: string): PyValue | undefined {
  return given.keywords.get(name) ?? (position >= 0 ? given.list[position] : undefined)
}

/** The text that a value is; undefined for all else. */
export function textOf(value: PyValue | undefined): string | undefined {
  return value?.kind === 'plain' && typeof value.value === 'string' ? value.value : undefined
}

/** Whether a value is surely `None`. */
export function isNone(value: PyValue | undefined): boolean {
  return value?.kind === 'plain' && value.value === null
}

/** The items of a list; of one value, that value. */
export function itemsOf(value: PyValue | undefined): readonly PyValue[] {
  if (!value || isNone(value)) return []
  return value.kind === 'list' ? value.items : [value]
}

/** What a name holds, looked for from the inside out. */
export function lookUp(names: Names, name: string): PyValue | undefined {
  let isInner = true
  for (let at: Names | undefined = names; at; at = at.around) {
    const found = at.isClass && !isInner ? undefined : at.own.get(name)
    if (found) return found
    isInner = false
  }
  return undefined
}
