import { definitionOf } from '../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../code/program.js'
import type { Call, Expression, FunctionNode, Statement } from '../../../code/syntax.js'
import type { Environment } from '../../../code/values.js'
import { pathOf, peel, walk } from '../../../code/walk.js'
import type { OriginClaim } from './cors-claims.js'
import { admitsUnnamedSite, isComparison, mentions } from './cors-comparison.js'
import { valueIn } from './options.js'

/** What a function answers to a site that nobody has named: `falls` where it goes on without an answer. */
type Answer = 'accept' | 'refuse' | 'falls' | 'unknown'

/** A function that decides about an origin, or a part of it that does. */
interface Asking {
  readonly program: Program
  readonly environment: Environment
  readonly file: ExpressionIn['file']
  /** The parameter that is the origin. */
  readonly origin: string | undefined
  /** The parameter that takes the answer. */
  readonly callback: string | undefined
  readonly steps: number
  /** Where it is there, the origin is one that somebody has chosen to be let in; see `admitsUnnamedSite`. */
  readonly claims?: OriginClaim[]
  /** Statements and tests that may still be looked at, in all functions: those that call each other would never end. */
  readonly budget: { left: number }
}

/** Statements and tests of a function that decides; real ones have some dozens. */
const MOST_LOOKS = 2_000

/**
 * Who a function lets in, asked with the origin of a site that it does not know: every comparison with a name or a list fails
 * then. `reflected` where all ways lead to a yes, `limited` where all lead to a no.
 * https://github.com/expressjs/cors#configuring-cors-w-dynamic-origin, https://hono.dev/docs/middleware/builtin/cors
 */
export function originsOfFunction(
  program: Program,
  { file, node }: In<FunctionNode>,
  environment: Environment,
  claims?: OriginClaim[],
): 'reflected' | 'limited' | 'unknown' {
  const [origin, callback] = namesOf(node)
  const answers = new Set(
    flow(node.body, {
      program,
      environment,
      file,
      origin,
      callback,
      steps: 12,
      budget: { left: MOST_LOOKS },
      ...(claims && { claims }),
    }),
  )
  if (answers.size !== 1) return 'unknown'
  return answers.has('accept') ? 'reflected' : answers.has('refuse') ? 'limited' : 'unknown'
}

/** Whether a test holds for an origin that somebody has chosen to be let in; what is enough for it is noted in `claims`. */
export function holdsForClaimant(
  program: Program,
  { file, node }: ExpressionIn,
  origin: string,
  claims: OriginClaim[],
): boolean | undefined {
  const environment: Environment = () => undefined
  const budget = { left: MOST_LOOKS }
  return truth(node, { program, environment, file, origin, callback: undefined, steps: 12, budget, claims })
}

function namesOf({ parameters }: FunctionNode): readonly (string | undefined)[] {
  return parameters.map(({ target }) => (target.kind === 'name' ? target.name : undefined))
}

function flow(statements: readonly Statement[], asking: Asking): readonly Answer[] {
  const found = new Set<Answer>()
  for (const statement of statements) {
    if (--asking.budget.left < 0) return ['unknown']
    const answers = ofStatement(statement, asking)
    for (const answer of answers) if (answer !== 'falls') found.add(answer)
    if (!answers.includes('falls')) return [...found]
  }
  return [...found, 'falls']
}

function ofStatement(statement: Statement, asking: Asking): readonly Answer[] {
  switch (statement.kind) {
    case 'return':
      return statement.value ? given(statement.value, asking) : ['unknown']
    case 'throw':
      return ['refuse']
    case 'expression':
      return called(statement.value, asking)
    case 'if': {
      const holds = truth(statement.test, asking)
      if (holds === true) return flow(statement.consequent, asking)
      if (holds === false) return flow(statement.alternate, asking)
      return [...flow(statement.consequent, asking), ...flow(statement.alternate, asking)]
    }
    case 'block':
      return flow(statement.body, asking)
    case 'declare':
      return ['falls']
    default:
      // Loops, switches: only those that answer nothing are passed.
      return mentions(statement, asking.callback) || returns(statement) ? ['unknown'] : ['falls']
  }
}

/** An expression that is a statement: a call of the callback, or one of two. */
function called(value: Expression, asking: Asking): readonly Answer[] {
  const node = peel(value)
  if (node.kind === 'conditional') return either(node, asking, called)
  if (node.kind === 'call' && isCallback(node, asking)) return [toCallback(node, asking)]
  return mentions(node, asking.callback) ? ['unknown'] : ['falls']
}

/** What is returned: the answer itself, or what the callback gives back. */
function given(value: Expression, asking: Asking): readonly Answer[] {
  const node = peel(value)
  if (node.kind === 'conditional') return either(node, asking, given)
  if (node.kind === 'call' && isCallback(node, asking)) return [toCallback(node, asking)]
  if (asking.callback !== undefined && mentions(node, asking.callback)) return ['unknown']
  return [agreed(node, asking)]
}

function either(
  { test, consequent, alternate }: Extract<Expression, { kind: 'conditional' }>,
  asking: Asking,
  next: (value: Expression, asking: Asking) => readonly Answer[],
): readonly Answer[] {
  const holds = truth(test, asking)
  return [...(holds === false ? [] : next(consequent, asking)), ...(holds === true ? [] : next(alternate, asking))]
}

function isCallback({ callee }: Call, { callback }: Asking): boolean {
  return callback !== undefined && callee.kind === 'name' && callee.name === callback
}

/** `callback(null, true)`, `callback(new Error('Not allowed'))`, `callback(null, allowed.includes(origin))`. */
function toCallback({ arguments: [error, allowed] }: Call, asking: Asking): Answer {
  if (!error) return 'unknown'
  const isError = !isNothing(error)
  if (isError) {
    const node = peel(error)
    return node.kind === 'call' || node.kind === 'literal' || node.kind === 'template' ? 'refuse' : 'unknown'
  }
  return allowed ? agreed(peel(allowed), asking) : 'refuse'
}

function isNothing(node: Expression): boolean {
  const inner = peel(node)
  return (inner.kind === 'literal' && inner.value === null) || (inner.kind === 'name' && inner.name === 'undefined')
}

/** Whether a value lets the origin in: `true` or the origin does; another site that is named, and nothing, do not. */
function agreed(node: Expression, asking: Asking): Answer {
  if (node.kind === 'name' && node.name === asking.origin) return 'accept'
  if (node.kind === 'literal') return node.value === true || node.value === '*' ? 'accept' : 'refuse'
  if (isNothing(node)) return 'refuse'
  if (node.kind === 'array') return 'unknown'
  const holds = truth(node, asking)
  return holds === undefined ? 'unknown' : holds ? 'accept' : 'refuse'
}

/** Whether a test holds for an origin that nobody has named; undefined where something else decides. */
function truth(value: Expression, asking: Asking): boolean | undefined {
  const { origin, program, environment, file, steps } = asking
  if (steps <= 0 || --asking.budget.left < 0) return undefined
  const next = { ...asking, steps: steps - 1 }
  const node = peel(value)
  if (node.kind === 'name' && node.name === origin) return true
  if (node.kind === 'unary' && node.operator === '!') {
    const inner = truth(node.value, next)
    return inner === undefined ? undefined : !inner
  }
  if (node.kind === 'binary' && (node.operator === '||' || node.operator === '&&')) {
    const [left, right] = [truth(node.left, next), truth(node.right, next)]
    const decides = node.operator === '||'
    return left === decides || right === decides
      ? decides
      : left === undefined || right === undefined
        ? undefined
        : !decides
  }
  if (mentions(node, origin)) return aboutOrigin(node, next)
  if (node.kind === 'name') {
    const found = definitionOf(program, { file, node })
    if (found.kind === 'expression' && found.file === file && mentions(found.node, origin))
      return truth(found.node, next)
  }
  const known = valueIn(program, { file, node }, environment)
  return known.kind === 'known' ? Boolean(known.value) : undefined
}

const NAMES_HOST = /^(?:https?:\/\/)?(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?$/i

/** A test that has the origin in it. */
function aboutOrigin(node: Expression, asking: Asking): boolean | undefined {
  if (node.kind === 'binary' && /^[!=]==?$/.test(node.operator)) {
    const sides = [peel(node.left), peel(node.right)]
    const isUnequal = node.operator.startsWith('!')
    if (sides.some(one => one.kind === 'name' && one.name === asking.origin)) return isUnequal
    // `new URL(origin).hostname === 'example.com'`
    if (sides.some(one => one.kind === 'literal' && typeof one.value === 'string' && NAMES_HOST.test(one.value)))
      return isUnequal
    // `allowed.indexOf(origin) === -1`
    const [position, at] = sides
    return position?.kind === 'call' && isIndex(position) && numberIn(at) === -1 ? !isUnequal : undefined
  }
  if (node.kind === 'binary') {
    const at = numberIn(peel(node.right))
    const left = peel(node.left)
    const isFound = (node.operator === '>' && at === -1) || (node.operator === '>=' && at === 0)
    return isFound && left.kind === 'call' && isIndex(left) ? false : undefined
  }
  if (node.kind !== 'call') return undefined
  const { origin, file } = asking
  if (isComparison(node)) return admitsUnnamedSite({ file, node }, origin, asking)
  return ofHelper(node, asking)
}

function isIndex({ callee }: Call): boolean {
  return callee.kind === 'member' && callee.property === 'indexOf'
}

/** `-1` and `0`. */
function numberIn(node: Expression | undefined): number | undefined {
  if (node?.kind === 'unary' && node.operator === '-') {
    const inner = numberIn(peel(node.value))
    return inner === undefined ? undefined : -inner
  }
  return node?.kind === 'literal' && typeof node.value === 'number' ? node.value : undefined
}

/** `isAllowed(origin)`, a function of the repository. */
function ofHelper({ callee, arguments: values }: Call, asking: Asking): boolean | undefined {
  const { program, file, origin } = asking
  if (pathOf(callee)?.join('.') === 'Boolean' && values[0]) return truth(values[0], asking)
  const found = definitionOf(program, { file, node: callee })
  const helper =
    found.kind === 'function'
      ? found
      : found.kind === 'expression' && found.node.kind === 'function'
        ? found
        : undefined
  if (helper?.node.kind !== 'function') return undefined
  const at = values.findIndex(one => one.kind === 'name' && one.name === origin)
  const name = at === -1 ? undefined : namesOf(helper.node)[at]
  if (name === undefined) return undefined
  const answers = new Set(flow(helper.node.body, { ...asking, file: helper.file, origin: name, callback: undefined }))
  if (answers.size !== 1) return undefined
  return answers.has('accept') ? true : answers.has('refuse') ? false : undefined
}

/** Whether a statement may end the function that it is in. */
function returns(statement: Statement): boolean {
  let found = false
  walk([statement], one => {
    found ||= one.kind === 'return' || one.kind === 'throw'
    return one.kind !== 'function' && !found
  })
  return found
}
