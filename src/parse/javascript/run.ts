import type { Span } from '../../source.js'
import type { Expression } from './syntax.js'
import { type Callable, type List, open, type Scope, type Value } from './value.js'

/** Evaluated expressions and copied entries of one file and all that it loads; what needs more is not known. */
const MOST_STEPS = 200_000
/** Calls and expressions within each other. */
const DEEPEST = 200
/** Items of a list. */
const LONGEST_LIST = 5_000
/** Characters of a text. */
const LONGEST_TEXT = 20_000

/** How much has been done, in one file and all that it loads. */
export interface Budget {
  steps: number
  depth: number
  modules: number
}

/** The reading of one file: where it is, and the ways in which the parts of the evaluation call each other. */
export interface Run {
  readonly path: string
  readonly budget: Budget
  readonly evaluate: (node: Expression, scope: Scope) => Value
  readonly call: (callee: Callable, values: readonly Value[], at: Span) => Value
  /** What `require(request)` gives. */
  readonly load: (request: string, at: Span) => Value
}

/** Takes steps; the reason when there are no more. */
export function spend(run: Run, steps: number): string | undefined {
  run.budget.steps += steps
  return run.budget.steps > MOST_STEPS ? `reading ${run.path} takes too many steps` : undefined
}

/** Goes one level down for the time of `work`; not known when that is too deep or takes too many steps. */
export function within(run: Run, at: Span, work: () => Value): Value {
  const spent = spend(run, 1)
  if (spent !== undefined) return open(spent, at)
  if (run.budget.depth >= DEEPEST) return open('it is nested too deep', at)
  run.budget.depth++
  try {
    return work()
  } finally {
    run.budget.depth--
  }
}

/** Where a piece of the file stands. */
export function spanOf(run: Run, node: { readonly start?: number | null; readonly end?: number | null }): Span {
  return { path: run.path, start: node.start ?? 0, end: node.end ?? 0 }
}

/** A list of these items, cut where it gets too long. */
export function listOf(items: readonly Value[], at: Span, because?: string): List {
  const cut = items.length > LONGEST_LIST
  const reason = cut ? 'the list is too long' : because
  return {
    kind: 'list',
    items: cut ? items.slice(0, LONGEST_LIST) : [...items],
    at,
    ...(reason === undefined ? {} : { open: reason }),
  }
}

/** A text; not known when it is too long. */
export function textOf(text: string, at: Span): Value {
  return text.length > LONGEST_TEXT ? open('the text is too long', at) : { kind: 'scalar', value: text, at }
}
