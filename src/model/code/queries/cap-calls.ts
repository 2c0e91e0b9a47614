import { calleeOf } from '../../../code/calls.js'
import { definitionOf, externalName } from '../../../code/definitions.js'
import type { ExpressionIn, FunctionIn, In } from '../../../code/program.js'
import type { Call, Expression, Statement } from '../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { holds, pathOf } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import { type Cap, type CapTrace, trace, unknownCap } from './cap.js'
import { partOf } from './cap-names.js'

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
  const fn = callee.kind === 'function' ? callee : calleeOf(program, { file, node })
  if (fn) return returnedCap(run, fn, { file, node })
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

/** Parts of objects, from the outside in: `['limit']`. */
type Path = readonly (string | number)[]

/** A helper of the repository: capped when every value that it returns is, with what it is given put in. `path` leads into what it returns. */
function returnedCap(run: CapTrace, fn: FunctionIn, at: In<Call>, path: Path = []): Cap {
  if (run.depth <= 0) return unknownCap('it is handed on too often')
  const inside: CapTrace = {
    program: run.program,
    depth: run.depth - 1,
    call: { fn: fn.node, at, outer: { ...run, depth: run.depth - 1 } },
  }
  const returns = returnsOf(fn.node.body)
  if (returns.length === 0) return unknownCap('a function decides it')
  const caps = returns.map(value => {
    const part = partOf(value, path)
    return part ? trace(inside, { file: fn.file, node: part }, 12) : unknownCap('a function decides it')
  })
  const open = caps.find(cap => cap.kind === 'unknown') ?? caps.find(cap => cap.kind === 'uncapped')
  return open?.kind === 'uncapped' && mayBound(inside, fn, open.parameter)
    ? unknownCap('a function may bound it')
    : (open ?? caps[0] ?? unknownCap('a function decides it'))
}

/** A part of what a helper of the repository returns: `const { limit } = pageOf(query)`. */
export function returnedPart(run: CapTrace, at: In<Call>, path: Path): Cap | undefined {
  const fn = calleeOf(run.program, at)
  return fn && returnedCap(run, fn, at, path)
}

/** Whether a function compares what the client gave with something: `func clamp(v, low, high int)`. */
function mayBound(inside: CapTrace, { file, node }: FunctionIn, client: string): boolean {
  const isOfClient = (side: Expression) => {
    const isParameter =
      side.kind === 'name' && node.parameters.some(({ target }) => target.kind === 'name' && target.name === side.name)
    const cap = isParameter ? trace(inside, { file, node: side }, 12) : undefined
    return cap?.kind === 'uncapped' && cap.parameter === client
  }
  return holds(
    node.body,
    one => one.kind === 'binary' && /^[<>]=?$/.test(one.operator) && [one.left, one.right].some(isOfClient),
  )
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
