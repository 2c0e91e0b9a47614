import { argumentFor } from '../../../code/calls.js'
import { definitionOf, externalName } from '../../../code/definitions.js'
import type { ExpressionIn, FunctionIn } from '../../../code/program.js'
import type { Expression, FunctionNode, Statement } from '../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import { type Cap, type CapTrace, trace, unknownCap } from './cap.js'
import { checkedBefore } from './cap-checks.js'

const CONVERTS =
  /^(?:Number|parseInt|parseFloat|Number\.parseInt|Number\.parseFloat|int|float|abs|Math\.(?:floor|ceil|abs|round|trunc)|strconv\.Atoi|strconv\.ParseInt|cast\.ToInt|toNumber|_\.toNumber)$/
const LEAST = /^(?:Math\.min|min|_\.min|lodash\.min)$/
const MOST = /^(?:Math\.max|max|_\.max|lodash\.max)$/
const CLAMPS = /^(?:clamp|_\.clamp|lodash\.clamp|limitTo)$/

/** What a call makes of its arguments: conversions, the least, a clamp, a helper of the repository. */
export function callCap(
  run: CapTrace,
  { file, node }: { file: ExpressionIn['file']; node: Extract<Expression, { kind: 'call' }> },
  next: (one: Expression) => Cap,
  span: Span,
): Cap {
  const { program } = run
  const callee = definitionOf(program, { file, node: node.callee })
  const name = callee.kind === 'global' ? callee.path.join('.') : (externalName(callee) ?? '')
  const short = pathOf(node.callee)?.join('.') ?? ''
  const arguments_ = node.arguments
  const [first] = arguments_
  if ((CONVERTS.test(name) || CONVERTS.test(short)) && first) return next(first)
  if (LEAST.test(name) || LEAST.test(short)) return leastCap(arguments_.map(next), span)
  if ((MOST.test(name) || MOST.test(short)) && arguments_.length > 0) return mostCap(arguments_.map(next))
  if (CLAMPS.test(short.split('.').slice(-1)[0] ?? '') || CLAMPS.test(name)) {
    const bounds = arguments_.slice(1).map(one => numberOf(evaluateExpression(program, { file, node: one })))
    return { kind: 'capped', max: bounds.at(-1), at: span }
  }
  if (callee.kind === 'function') return returnedCap(run, callee, node, file)
  return unknownCap(`${short || 'a function'} decides it`)
}

function leastCap(caps: readonly Cap[], at: Span): Cap {
  const numbers = caps.flatMap(cap => (cap.kind === 'fixed' ? [cap.value] : cap.kind === 'capped' ? [cap.max] : []))
  if (numbers.length === 0)
    return caps.find(cap => cap.kind === 'uncapped') ?? unknownCap('it is the least of what is not known')
  const known = numbers.filter(number => number !== undefined)
  const other = caps.find(cap => cap.kind === 'uncapped' || cap.kind === 'capped')
  const fallback = other && 'fallback' in other ? other.fallback : undefined
  return { kind: 'capped', max: known.length > 0 ? Math.min(...known) : undefined, fallback, at }
}

/** `Math.max(1, x)` is x for what concerns a bound above. */
function mostCap(caps: readonly Cap[]): Cap {
  return (
    caps.find(cap => cap.kind === 'uncapped') ??
    caps.find(cap => cap.kind === 'unknown') ??
    caps.find(cap => cap.kind === 'capped') ??
    unknownCap('it is not known')
  )
}

/** A helper of the repository: capped when every value that it returns is, with what it is given put in. */
function returnedCap(
  run: CapTrace,
  fn: FunctionIn,
  call: Extract<Expression, { kind: 'call' }>,
  file: ExpressionIn['file'],
): Cap {
  if (run.depth <= 0) return unknownCap('it is handed on too often')
  const returns = returnsOf(fn.node.body)
  if (returns.length === 0) return unknownCap('a function decides it')
  const caps = returns.map(value => {
    const cap = trace({ ...run, depth: 0 }, { file: fn.file, node: value }, 12)
    if (cap.kind !== 'unknown') return cap
    // A parameter of the helper stands for what the caller gives.
    const name = peel(value)
    const parameter =
      name.kind === 'name'
        ? fn.node.parameters.find(one => one.target.kind === 'name' && one.target.name === name.name)
        : undefined
    const given = parameter && argumentFor(call, fn.node, parameter)
    if (!given || name.kind !== 'name') return cap
    const outer = trace({ ...run, depth: run.depth - 1 }, { file, node: given }, 12)
    const inside = checkedBefore(run.program, { file: fn.file, node: name }, outer)
    return inside.kind === 'uncapped' && isCompared(fn.node, name.name) ? unknownCap('a function may bound it') : inside
  })
  const open = caps.find(cap => cap.kind === 'unknown') ?? caps.find(cap => cap.kind === 'uncapped')
  return open ?? caps[0] ?? unknownCap('a function decides it')
}

/** Whether a function compares a name with something: `func clamp(v, low, high int)`. */
function isCompared({ body }: FunctionNode, name: string): boolean {
  let found = false
  walk(body, node => {
    if (node.kind !== 'binary' || !/^[<>]=?$/.test(node.operator)) return undefined
    if ([node.left, node.right].some(side => side.kind === 'name' && side.name === name)) found = true
    return undefined
  })
  return found
}

function returnsOf(body: readonly Statement[]): readonly Expression[] {
  const found: Expression[] = []
  const waiting: Statement[] = [...body]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.kind === 'return' && one.value) found.push(one.value)
    else if (one.kind === 'if') waiting.push(...one.consequent, ...one.alternate)
    else if (one.kind === 'block' || one.kind === 'try') waiting.push(...one.body)
  }
  return found
}
