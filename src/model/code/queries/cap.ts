import { argumentFor } from '../../../code/calls.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { Call, Expression, FunctionNode } from '../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { peel } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import { callCap } from './cap-calls.js'
import { nameCap } from './cap-names.js'
import { requestValue } from './request-values.js'
import { routeCap } from './schema-cap.js'

/** Who decides how large a page is, and whether anything bounds it. */
export type Cap =
  /** The program decides: a constant, or a setting of the operator. */
  | { readonly kind: 'fixed'; readonly value: number | undefined; readonly at: Span }
  /** The client decides, up to a bound; `max` where its number is known. */
  | {
      readonly kind: 'capped'
      readonly max: number | undefined
      readonly fallback?: number | undefined
      readonly at: Span
    }
  /** The client decides, and nothing bounds it. `parameter` is what the client calls it. */
  | {
      readonly kind: 'uncapped'
      readonly parameter: string
      readonly fallback?: number | undefined
      /** The class of pages or the setting that all lists have it from that say nothing else. */
      readonly from?: { readonly name: string; readonly at: Span }
      readonly at: Span
    }
  | { readonly kind: 'unknown'; readonly because: string }

/** Callers beyond which a parameter is not followed. */
const DEEPEST = 5

/** How far the way of a page size has been followed. */
export interface CapTrace {
  readonly program: Program
  /** How many callers may still be followed. */
  readonly depth: number
  /** The call whose result is looked at: parameters of the function are what this call gives. */
  readonly call?: { readonly fn: FunctionNode; readonly at: In<Call>; readonly outer: CapTrace }
  /** What a name holds inside an expression that gives it another value: `limit = Math.min(limit, 100)`. */
  readonly held?: { readonly name: string; readonly within: Span; readonly cap: Cap }
}

/** Follows what is given as a limit back to where it comes from. What cannot be told is `unknown`. */
export function capOf(program: Program, at: ExpressionIn, depth = DEEPEST): Cap {
  return trace({ program, depth }, at, 24)
}

/** A cap of which nothing is known, and why. */
export function unknownCap(because: string): Cap {
  return { kind: 'unknown', because }
}

/** One step back from a value to what it is made of. */
export function trace(run: CapTrace, at: ExpressionIn, steps: number): Cap {
  const { program } = run
  const { file } = at
  const node = peel(at.node)
  const span: Span = { path: file.path, start: node.start, end: node.end }
  if (steps <= 0) return unknownCap('it is computed in too many steps')
  const next = (one: Expression) => trace(run, { file, node: one }, steps - 1)
  const plain = numberOf(evaluateExpression(program, { file, node }))
  if (plain !== undefined) return { kind: 'fixed', value: plain, at: span }
  const client = requestValue(program, { file, node }, one => givenFor(run, one))
  if (client !== undefined)
    return routeCap(program, { file, node }, client) ?? { kind: 'uncapped', parameter: client, at: span }
  switch (node.kind) {
    case 'binary':
      return binaryCap(node, next, span)
    case 'conditional':
      return conditionalCap(run, { file, node }, next, span)
    case 'unary':
      return node.operator === '+' || node.operator === '-' ? next(node.value) : unknownCap('it is computed')
    case 'call':
      return callCap(run, { file, node }, next, span)
    case 'name':
    case 'member':
      return nameCap(run, { file, node }, span, steps)
    default:
      return unknownCap('it is computed when the program runs')
  }
}

/** What a parameter of the function that is looked at holds in this call: `queryInt(r, "limit", 20)`. */
function givenFor({ call }: CapTrace, node: Expression): ExpressionIn | undefined {
  const inner = peel(node)
  if (!call || inner.kind !== 'name') return undefined
  const parameter = call.fn.parameters.find(({ target }) => target.kind === 'name' && target.name === inner.name)
  const argument = parameter && argumentFor(call.at.node, call.fn, parameter)
  return argument && { file: call.at.file, node: argument }
}

/** `x || 20` and `x ?? 20` are x with a fallback; `x + 1` is one more. */
function binaryCap(node: Extract<Expression, { kind: 'binary' }>, next: (one: Expression) => Cap, span: Span): Cap {
  if (node.operator === '??' || node.operator === '||') {
    const left = next(node.left)
    const right = next(node.right)
    const fallback = right.kind === 'fixed' ? right.value : undefined
    if (left.kind === 'uncapped' || left.kind === 'capped') return { ...left, fallback: left.fallback ?? fallback }
    return left.kind === 'fixed' ? left : unknownCap('it is not known')
  }
  if ('+-*'.includes(node.operator)) {
    const [left, right] = [next(node.left), next(node.right)]
    if (right.kind === 'fixed')
      return left.kind === 'capped' ? { ...left, max: applied(node.operator, left.max, right.value) } : left
    if (left.kind === 'fixed') return right
  }
  return { kind: 'unknown', because: `it is computed at ${span.path}` }
}

function applied(operator: string, left: number | undefined, right: number | undefined): number | undefined {
  if (left === undefined || right === undefined) return undefined
  return operator === '+' ? left + right : operator === '-' ? left - right : left * right
}

/**
 * `x > 100 ? 100 : x` and `x < 100 ? x : 100` are capped; `x ? Number(x) : 20` is x with a fallback, `x ? Number(x) : undefined`
 * is x.
 */
function conditionalCap(
  run: CapTrace,
  { file, node }: { file: ExpressionIn['file']; node: Extract<Expression, { kind: 'conditional' }> },
  next: (one: Expression) => Cap,
  span: Span,
): Cap {
  if (isNothing(node.alternate)) return next(node.consequent)
  if (isNothing(node.consequent)) return next(node.alternate)
  const [one, other] = [next(node.consequent), next(node.alternate)]
  const bound = comparedBound(run.program, { file, node: node.test })
  const fixed = [one, other].find(cap => cap.kind === 'fixed')
  if (bound && fixed?.kind === 'fixed') return { kind: 'capped', max: fixed.value ?? bound.value, at: span }
  for (const [cap, fallback] of [
    [one, other],
    [other, one],
  ] as const) {
    if ((cap.kind === 'uncapped' || cap.kind === 'capped') && fallback.kind === 'fixed')
      return { ...cap, fallback: cap.fallback ?? fallback.value }
  }
  return one.kind === other.kind ? one : unknownCap('it depends on a condition')
}

function isNothing(node: Expression): boolean {
  const inner = peel(node)
  return (inner.kind === 'name' && inner.name === 'undefined') || (inner.kind === 'literal' && inner.value === null)
}

/** A comparison with a constant: `x > 100`, `100 <= x`. */
function comparedBound(program: Program, { file, node }: ExpressionIn): { value: number; of: Expression } | undefined {
  const test = peel(node)
  if (test.kind !== 'binary' || !/^[<>]=?$/.test(test.operator)) return undefined
  const [left, right] = [test.left, test.right].map(side => numberOf(evaluateExpression(program, { file, node: side })))
  if (right !== undefined) return { value: right, of: test.left }
  return left !== undefined ? { value: left, of: test.right } : undefined
}
