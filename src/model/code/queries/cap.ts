import { argumentFor, callersOf } from '../../../code/calls.js'
import { definitionOf, externalName, nameDefinition } from '../../../code/definitions.js'
import type { ExpressionIn, FunctionIn, Program } from '../../../code/program.js'
import { bindingsAt, functionsAround } from '../../../code/scopes.js'
import type { Entry, Expression, FunctionNode, Parameter, Spread, Statement } from '../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { childrenOf, pathOf, peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import { memberCap, parameterCap } from './declared-cap.js'
import { goMemberCap } from './go-cap.js'

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
  | { readonly kind: 'uncapped'; readonly parameter: string; readonly fallback?: number | undefined; readonly at: Span }
  /** No limit is asked for unless the client asks: `limit: Optional[int] = None`. */
  | { readonly kind: 'unknown'; readonly because: string }

/** Callers beyond which a parameter is not followed. */
const DEEPEST = 3

export interface CapTrace {
  readonly program: Program
  readonly depth: number
}

/** Follows what is given as a limit back to where it comes from. What cannot be told is `unknown`. */
export function capOf(program: Program, at: ExpressionIn, depth = DEEPEST): Cap {
  return trace({ program, depth }, at, 24)
}

function unknownCap(because: string): Cap {
  return { kind: 'unknown', because }
}

function trace(run: CapTrace, at: ExpressionIn, steps: number): Cap {
  const { program } = run
  const { file } = at
  const node = peel(at.node)
  const span: Span = { path: file.path, start: node.start, end: node.end }
  if (steps <= 0) return unknownCap('it is computed in too many steps')
  const next = (one: Expression) => trace(run, { file, node: one }, steps - 1)
  const plain = numberOf(evaluateExpression(program, { file, node }))
  if (plain !== undefined) return { kind: 'fixed', value: plain, at: span }
  const client = requestValue(program, { file, node })
  if (client !== undefined) return checkedBefore(run, { file, node }, { kind: 'uncapped', parameter: client, at: span })
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

/** `x > 100 ? 100 : x` and `x < 100 ? x : 100` are capped; `x ? Number(x) : 20` is x with a fallback. */
function conditionalCap(
  run: CapTrace,
  { file, node }: { file: ExpressionIn['file']; node: Extract<Expression, { kind: 'conditional' }> },
  next: (one: Expression) => Cap,
  span: Span,
): Cap {
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

/** A comparison with a constant: `x > 100`, `100 <= x`. */
function comparedBound(program: Program, { file, node }: ExpressionIn): { value: number; of: Expression } | undefined {
  const test = peel(node)
  if (test.kind !== 'binary' || !/^[<>]=?$/.test(test.operator)) return undefined
  const [left, right] = [test.left, test.right].map(side => numberOf(evaluateExpression(program, { file, node: side })))
  if (right !== undefined) return { value: right, of: test.left }
  return left !== undefined ? { value: left, of: test.right } : undefined
}

const CONVERTS =
  /^(?:Number|parseInt|parseFloat|Number\.parseInt|Number\.parseFloat|int|float|abs|Math\.(?:floor|ceil|abs|round|trunc)|strconv\.Atoi|strconv\.ParseInt|cast\.ToInt|toNumber|_\.toNumber)$/
const LEAST = /^(?:Math\.min|min|_\.min|lodash\.min)$/
const MOST = /^(?:Math\.max|max|_\.max|lodash\.max)$/
const CLAMPS = /^(?:clamp|_\.clamp|lodash\.clamp|limitTo)$/

function callCap(
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
    const inside = checkedBefore(run, { file: fn.file, node: name }, outer)
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

function nameCap(run: CapTrace, at: ExpressionIn, span: Span, steps: number): Cap {
  const { program } = run
  const { file } = at
  const node = peel(at.node)
  const declared =
    file.language === 'go' && node.kind === 'member'
      ? goMemberCap(program, { file, node })
      : memberCap(program, { file, node })
  if (declared) return declared
  if (node.kind === 'member') {
    const object = peel(node.object)
    const found = definitionOf(program, { file, node })
    if (found.kind === 'expression' && found.node !== node) return trace(run, found, steps - 1)
    if (object.kind === 'name') return memberOfParameter(run, file, object, node.property)
    return unknownCap('it is not known')
  }
  if (node.kind !== 'name') return unknownCap('it is not known')
  const found = bindingsAt(file, node.name, node.start)
  const [binding] = found?.bindings ?? []
  if (binding?.kind === 'value' && binding.node.value) {
    const assigned = found?.scope.reassigned.has(node.name) === true
    const value = partOf(binding.node.value, binding.bound.path) ?? firstResult(file, binding)
    if (!value) return requestPart(program, { file, node: binding.node.value }, binding.bound, span, run)
    const cap = trace(run, { file, node: value }, steps - 1)
    const fallback =
      binding.bound.fallback && numberOf(evaluateExpression(program, { file, node: binding.bound.fallback }))
    const bounded = checkedBefore(run, { file, node }, cap)
    if (assigned && bounded === cap && cap.kind !== 'uncapped') return unknownCap('it is given different values')
    return fallback !== undefined && (bounded.kind === 'uncapped' || bounded.kind === 'capped')
      ? { ...bounded, fallback }
      : bounded
  }
  if (binding?.kind === 'parameter')
    return checkedBefore(run, { file, node }, ofParameter(run, file, binding.node, binding.owner, binding.bound.path))
  const definition = nameDefinition(program, file, node.name, node.start)
  return definition.kind === 'expression' && definition.node !== node
    ? trace(run, definition, steps - 1)
    : unknownCap('it is not known')
}

/** `const { limit = 20 } = req.query`: what the client gives. */
function requestPart(
  program: Program,
  at: ExpressionIn,
  bound: { readonly path: readonly (string | number)[]; readonly fallback?: Expression },
  span: Span,
  run: CapTrace,
): Cap {
  const [key] = bound.path
  if (typeof key !== 'string' || bound.path.length !== 1) return unknownCap('it is taken out of what is not known')
  const fallback = bound.fallback && numberOf(evaluateExpression(program, { file: at.file, node: bound.fallback }))
  if (isRequestBag(program, at)) return { kind: 'uncapped', parameter: key, fallback, at: span }
  const object = peel(at.node)
  const declared =
    object.kind === 'name' || object.kind === 'member' || object.kind === 'call'
      ? memberCap(program, {
          file: at.file,
          node: {
            kind: 'member',
            object,
            property: key,
            propertyStart: object.start,
            start: object.start,
            end: object.end,
          },
        })
      : undefined
  if (declared)
    return declared.kind === 'uncapped' || declared.kind === 'capped'
      ? { ...declared, fallback: declared.fallback ?? fallback }
      : declared
  return object.kind === 'name'
    ? memberOfParameter(run, at.file, object, key)
    : unknownCap('it is taken out of what is not known')
}

/** `limit, err := strconv.Atoi(…)`: the first of several results is what was asked for. */
function firstResult(
  file: ExpressionIn['file'],
  {
    node,
    bound,
  }: { readonly node: { readonly value?: Expression }; readonly bound: { readonly path: readonly unknown[] } },
): Expression | undefined {
  return file.language === 'go' && bound.path[0] === 0 && node.value?.kind === 'call' ? node.value : undefined
}

function partOf(value: Expression, path: readonly (string | number)[]): Expression | undefined {
  let part: Expression | undefined = value
  for (const key of path) {
    const inner: Expression | undefined = part && peel(part)
    if (inner?.kind === 'object') {
      const entry: Entry | Spread | undefined = inner.entries.find(
        one => one.kind === 'entry' && one.key === String(key),
      )
      part = entry?.kind === 'entry' ? entry.value : undefined
    } else if (inner?.kind === 'array' && typeof key === 'number') part = inner.elements[key]
    else return undefined
  }
  return part
}

/** A parameter of a handler is what its annotation says; of another function, what all its callers give. */
function ofParameter(
  run: CapTrace,
  file: ExpressionIn['file'],
  parameter: Parameter,
  owner: FunctionNode,
  path: readonly (string | number)[],
): Cap {
  const declared = parameterCap(run.program, { file, node: parameter }, owner, path)
  if (declared) return declared
  return fromCallers(
    run,
    { file, node: owner },
    given => (path.length === 0 ? given : (key => key && { file: given.file, node: key })(partOf(given.node, path))),
    parameter,
  )
}

/** `options.limit` where `options` is a parameter that callers give objects to. */
function memberOfParameter(
  run: CapTrace,
  file: ExpressionIn['file'],
  object: Extract<Expression, { kind: 'name' }>,
  property: string,
): Cap {
  const [binding] = bindingsAt(file, object.name, object.start)?.bindings ?? []
  if (binding?.kind !== 'parameter') return unknownCap('it is not known')
  const path = [...binding.bound.path, property]
  const declared = parameterCap(run.program, { file, node: binding.node }, binding.owner, path)
  if (declared) return declared
  return fromCallers(
    run,
    { file, node: binding.owner },
    given => {
      const value = partOf(given.node, path)
      if (value) return { file: given.file, node: value }
      const { start, end } = given.node
      return path.length === 1
        ? { file: given.file, node: { kind: 'member', object: given.node, property, propertyStart: start, start, end } }
        : undefined
    },
    binding.node,
  )
}

function fromCallers(
  run: CapTrace,
  fn: FunctionIn,
  pick: (given: ExpressionIn) => ExpressionIn | undefined,
  parameter: Parameter,
): Cap {
  if (run.depth <= 0) return unknownCap('it is handed on too often')
  const { calls, complete } = callersOf(run.program, fn)
  const caps = calls.map(({ file, node }): Cap => {
    const given = argumentFor(node, fn.node, parameter)
    if (!given)
      return parameter.fallback
        ? {
            kind: 'fixed',
            value: numberOf(evaluateExpression(run.program, { file: fn.file, node: parameter.fallback })),
            at: { path: fn.file.path, start: parameter.start, end: parameter.end },
          }
        : unknownCap('a caller gives nothing')
    const picked = pick({ file, node: given })
    return picked ? trace({ ...run, depth: run.depth - 1 }, picked, 16) : unknownCap('a caller gives what is not known')
  })
  const uncapped = caps.find(cap => cap.kind === 'uncapped')
  if (uncapped) return uncapped
  if (!complete || caps.length === 0) return unknownCap('not all callers are known')
  return (
    caps.find(cap => cap.kind === 'unknown') ??
    caps.find(cap => cap.kind === 'capped') ??
    caps[0] ??
    unknownCap('it is not known')
  )
}

/** What clients fill in: `req.query`, `ctx.query`, `request.args`, `searchParams`, `c.req.query()`. */
const REQUEST_BAG =
  /^(?:req|request|ctx|context|c|event)(?:\.request|\.req)?\.(?:query|params|body|args|query_params|GET|form|json|data|queryStringParameters|validated)$|^(?:searchParams|queryParams|query_params|urlParams)$/
const REQUEST_READ =
  /^(?:req|request|ctx|context|c|r|event|url|new_url)?(?:\.\w+)*\.?(?:searchParams|query_params|args|GET|query|URL\.Query|FormValue|QueryParam|Query|DefaultQuery|QueryInt|Queries)(?:\.get|\.getlist|\.Get)?$/

/** Whether an expression is the whole of what a client gives as a query or body. */
function isRequestBag(program: Program, { file, node }: ExpressionIn): boolean {
  const inner = peel(node)
  const path = pathOf(inner)
    ?.join('.')
    .replace(/^this\./, '')
  if (path !== undefined && REQUEST_BAG.test(path)) return true
  if (inner.kind === 'call') {
    const callee = pathOf(inner.callee)?.join('.') ?? ''
    return (
      inner.arguments.length === 0 &&
      /^(?:c|ctx|context)\.req\.(?:query|json|parseBody)$|^(?:request|req)\.(?:json|get_json)$/.test(callee)
    )
  }
  if (inner.kind === 'name') {
    const [binding] = bindingsAt(file, inner.name, inner.start)?.bindings ?? []
    if (binding?.kind === 'value' && binding.node.value && binding.bound.path.length === 0)
      return isRequestBag(program, { file, node: binding.node.value })
    // `({ query }, res) => …`
    return (
      binding?.kind === 'parameter' &&
      binding.bound.path.length === 1 &&
      /^(?:query|body|params)$/.test(String(binding.bound.path[0]))
    )
  }
  return false
}

/** The name that a client gives a value under, where an expression reads it from the request; undefined elsewhere. */
function requestValue(program: Program, { file, node }: ExpressionIn): string | undefined {
  if (node.kind === 'member') return isRequestBag(program, { file, node: node.object }) ? node.property : undefined
  if (node.kind === 'index')
    return node.index.kind === 'literal' && isRequestBag(program, { file, node: node.object })
      ? String(node.index.value)
      : undefined
  if (node.kind !== 'call') return undefined
  const callee =
    pathOf(node.callee)
      ?.join('.')
      .replace(/^this\./, '') ?? calleeText(node.callee)
  const [first] = node.arguments
  const key = first && evaluateExpression(program, { file, node: first })
  if (!REQUEST_READ.test(callee) || key?.kind !== 'known' || typeof key.value !== 'string') return undefined
  return key.value
}

/** `new URL(req.url).searchParams.get` as a path: calls in it are passed by. */
function calleeText(callee: Expression): string {
  const parts: string[] = []
  let node = peel(callee)
  for (let steps = 0; steps < 10; steps++) {
    if (node.kind === 'member') {
      parts.push(node.property)
      node = peel(node.object)
    } else if (node.kind === 'call') node = peel(node.callee)
    else break
  }
  if (node.kind === 'name') parts.push(node.name === 'URL' ? 'url' : node.name)
  return parts.reverse().join('.')
}

/** A guard in front: `if (limit > 100) limit = 100`, `… throw`, `… return`. */
function checkedBefore(run: CapTrace, { file, node }: ExpressionIn, cap: Cap): Cap {
  if (cap.kind !== 'uncapped' || node.kind !== 'name') return cap
  const [around] = functionsAround(file, node.start)
  if (!around) return cap
  const statements: Statement[] = []
  const waiting: (Statement | Expression)[] = [...around.body]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.kind === 'if' && one.start < node.start) statements.push(one)
    if (one.kind === 'expression' || one.kind === 'declare' || one.kind === 'function' || one.kind === 'class') continue
    waiting.push(...childrenOf(one).filter((child): child is Statement => isStatement(child)))
  }
  for (const statement of statements) {
    if (statement.kind !== 'if') continue
    for (const test of parts(statement.test)) {
      if (test.kind !== 'binary' || !/^[<>]=?$/.test(test.operator)) continue
      // `if x < 1` says nothing about how large it may be; what it is compared with need not be a constant.
      const isMore = test.operator.startsWith('>')
      const [of, bound] = isMore ? [peel(test.left), test.right] : [peel(test.right), test.left]
      if (of.kind !== 'name' || of.name !== node.name) continue
      if (endsOrAssigns(statement.consequent, node.name))
        return {
          kind: 'capped',
          max: numberOf(evaluateExpression(run.program, { file, node: bound })),
          fallback: cap.fallback,
          at: { path: file.path, start: statement.start, end: statement.end },
        }
    }
  }
  return cap
}

/** The tests that each suffice: `a || b`. */
function parts(test: Expression): readonly Expression[] {
  const inner = peel(test)
  return inner.kind === 'binary' && inner.operator === '||' ? [...parts(inner.left), ...parts(inner.right)] : [inner]
}

function isStatement(node: { readonly kind: string }): boolean {
  return /^(?:declare|expression|return|throw|if|switch|loop|try|with|block)$/.test(node.kind)
}

function endsOrAssigns(body: readonly Statement[], name: string): boolean {
  return body.some(one => {
    if (one.kind === 'throw' || one.kind === 'return') return true
    if (one.kind === 'declare') return one.target.kind === 'name' && one.target.name === name
    return (
      one.kind === 'expression' &&
      one.value.kind === 'assign' &&
      one.value.target.kind === 'name' &&
      one.value.target.name === name
    )
  })
}
