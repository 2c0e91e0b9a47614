import type { ClassNode, CodeFile, Expression, FunctionNode, Statement } from '../syntax.js'
import { applyDecorators } from './calls.js'
import { evaluate, truth } from './expressions.js'
import { MOST_NESTED, type PyRun } from './run.js'
import { assign } from './targets.js'
import { isNone, type Names, NONE, type PyValue, UNKNOWN } from './values.js'

/** So many items of a list are gone through. */
const MOST_ITEMS = 500

/** How a statement or block went: what it returned, and whether what follows is not reached. */
interface Outcome {
  readonly value?: PyValue
  readonly ends?: 'function' | 'loop' | 'round'
}

const GOES_ON: Outcome = {}

/**
 * Executes statements. Both branches of what is not known are; what is returned on one of them is the answer, and the rest is
 * executed all the same. Answers with what is returned, undefined where nothing is. `before` is called before each statement.
 */
export function runBlock(
  run: PyRun,
  file: CodeFile,
  names: Names,
  statements: readonly Statement[],
  before?: (statement: Statement) => void,
): PyValue | undefined {
  return outcomeOf(run, file, names, statements, before).value
}

function outcomeOf(
  run: PyRun,
  file: CodeFile,
  names: Names,
  statements: readonly Statement[],
  before?: (statement: Statement) => void,
): Outcome {
  let value: PyValue | undefined
  for (const statement of statements) {
    if (run.budget-- <= 0 || run.nesting >= MOST_NESTED) break
    before?.(statement)
    run.nesting++
    const outcome = runStatement(run, file, names, statement)
    run.nesting--
    value = better(value, outcome.value)
    if (outcome.ends) return { ...(value && { value }), ends: outcome.ends }
  }
  return value ? { value } : GOES_ON
}

/** Of what is returned in two places the first that tells something. */
function better(one: PyValue | undefined, other: PyValue | undefined): PyValue | undefined {
  return one && one.kind !== 'unknown' && !isNone(one) ? one : (other ?? one)
}

/** What comes of two branches, of which one or the other is taken. */
function either(one: Outcome, other: Outcome): Outcome {
  const value = better(one.value, other.value)
  return { ...(value && { value }), ...(one.ends && one.ends === other.ends && { ends: one.ends }) }
}

function runStatement(run: PyRun, file: CodeFile, names: Names, node: Statement): Outcome {
  const value = (one: Expression) => evaluate(run, file, names, one)
  const block = (body: readonly Statement[]) => outcomeOf(run, file, names, body)
  switch (node.kind) {
    case 'declare':
      if (node.value) assign(run, file, names, node.target, value(node.value))
      return GOES_ON
    case 'expression':
      value(node.value)
      return GOES_ON
    case 'return':
      return { value: node.value ? value(node.value) : NONE, ends: 'function' }
    case 'throw':
      return { ends: 'function' }
    case 'jump':
      return { ends: node.form === 'break' ? 'loop' : 'round' }
    case 'function':
      names.own.set(node.name ?? '', functionValue(run, file, names, node))
      return GOES_ON
    case 'class':
      names.own.set(node.name ?? '', classValue(run, file, names, node))
      return GOES_ON
    case 'if': {
      const known = truth(value(node.test))
      if (known !== undefined) return block(known ? node.consequent : node.alternate)
      return either(block(node.consequent), block(node.alternate))
    }
    case 'loop':
      return loop(run, file, names, node)
    case 'try':
      return tried(run, file, names, node)
    case 'with':
      for (const item of node.items) {
        const given = value(item.value)
        if (item.target) assign(run, file, names, item.target, given)
      }
      return block(node.body)
    case 'block':
      return block(node.body)
    case 'switch': {
      let returned: PyValue | undefined
      for (const one of node.cases) returned = better(returned, block(one.body).value)
      return returned ? { value: returned } : GOES_ON
    }
    default:
      return GOES_ON
  }
}

/** What handlers of exceptions bind does not take the place of what is there without the exception. */
function tried(run: PyRun, file: CodeFile, names: Names, node: Extract<Statement, { kind: 'try' }>): Outcome {
  const body = outcomeOf(run, file, names, node.body)
  let { value } = body
  for (const handler of node.handlers) {
    const inner: Names = { own: new Map(), around: names, isClass: false }
    value = better(value, runBlock(run, file, inner, handler.body))
    for (const [name, bound] of inner.own) if (!names.own.has(name)) names.own.set(name, bound)
  }
  for (const rest of [node.otherwise, node.finalizer]) value = better(value, runBlock(run, file, names, rest))
  return { ...(value && { value }), ...(node.handlers.length === 0 && body.ends && { ends: body.ends }) }
}

function loop(run: PyRun, file: CodeFile, names: Names, node: Extract<Statement, { kind: 'loop' }>): Outcome {
  let value: PyValue | undefined
  const round = () => {
    const outcome = outcomeOf(run, file, names, node.body)
    value = better(value, outcome.value)
    return outcome.ends
  }
  if (node.form !== 'each' || !node.iterated || !node.target) {
    round()
    return value ? { value } : GOES_ON
  }
  const over = evaluate(run, file, names, node.iterated)
  const isKnown = over.kind === 'list' && !over.isOpen
  for (const item of over.kind === 'list' ? over.items.slice(0, MOST_ITEMS) : [UNKNOWN]) {
    assign(run, file, names, node.target, item)
    const ends = round()
    if (ends === 'loop') break
    if (ends === 'function' && isKnown) return { ...(value && { value }), ends }
  }
  return value ? { value } : GOES_ON
}

/** The function that a definition binds, behind its decorators. */
export function functionValue(run: PyRun, file: CodeFile, names: Names, node: FunctionNode): PyValue {
  const made: PyValue = { kind: 'function', file, node, names, notes: new Map() }
  return applyDecorators(run, file, names, node.decorators, made)
}

function classValue(run: PyRun, file: CodeFile, names: Names, node: ClassNode): PyValue {
  const own: Names = { own: new Map(), around: names, isClass: true }
  const bases = node.bases.map(base => evaluate(run, file, names, base))
  const made: PyValue = { kind: 'class', file, node, names: own, bases, notes: new Map() }
  for (const member of node.members) {
    if (run.budget-- <= 0) break
    if (member.kind === 'field') {
      if (member.value) own.own.set(member.name, evaluate(run, file, own, member.value))
    } else runStatement(run, file, own, member)
  }
  runBlock(run, file, own, node.statements)
  return applyDecorators(run, file, names, node.decorators, made)
}
