import type { ClassNode, CodeFile, Expression, FunctionNode, Statement } from '../syntax.js'
import { applyDecorators } from './calls.js'
import { evaluate, truth } from './expressions.js'
import { MOST_NESTED, type PyRun } from './run.js'
import { assign } from './targets.js'
import { type Names, NONE, type PyValue, UNKNOWN } from './values.js'

/** So many items of a list are gone through. */
const MOST_ITEMS = 500

/**
 * Executes statements. Both branches of what is not known are; what is returned on one of them is the answer, and the rest is
 * executed all the same. Answers with what is returned, undefined where nothing is.
 */
export function runBlock(
  run: PyRun,
  file: CodeFile,
  names: Names,
  statements: readonly Statement[],
): PyValue | undefined {
  let returned: PyValue | undefined
  for (const statement of statements) {
    if (run.budget-- <= 0 || run.nesting >= MOST_NESTED) return returned
    run.nesting++
    const given = runStatement(run, file, names, statement)
    run.nesting--
    if (given && (!returned || returned.kind === 'unknown' || (returned.kind === 'plain' && returned.value === null)))
      returned = given
    if (statement.kind === 'return' || statement.kind === 'throw') return returned
  }
  return returned
}

function runStatement(run: PyRun, file: CodeFile, names: Names, node: Statement): PyValue | undefined {
  const value = (one: Expression) => evaluate(run, file, names, one)
  const block = (body: readonly Statement[]) => runBlock(run, file, names, body)
  switch (node.kind) {
    case 'declare':
      if (node.value) assign(run, file, names, node.target, value(node.value))
      return undefined
    case 'expression':
      value(node.value)
      return undefined
    case 'return':
      return node.value ? value(node.value) : NONE
    case 'function':
      names.own.set(node.name ?? '', functionValue(run, file, names, node))
      return undefined
    case 'class':
      names.own.set(node.name ?? '', classValue(run, file, names, node))
      return undefined
    case 'if': {
      const known = truth(value(node.test))
      if (known !== undefined) return block(known ? node.consequent : node.alternate)
      return first(block(node.consequent), block(node.alternate))
    }
    case 'loop':
      return loop(run, file, names, node)
    case 'try':
      return [node.body, ...node.handlers.map(handler => handler.body), node.otherwise, node.finalizer]
        .map((body, index) =>
          index > 0 && index <= node.handlers.length ? handled(run, file, names, body) : block(body),
        )
        .reduce(first)
    case 'with':
      for (const item of node.items) {
        const given = value(item.value)
        if (item.target) assign(run, file, names, item.target, given.kind === 'unknown' ? UNKNOWN : given)
      }
      return block(node.body)
    case 'block':
      return block(node.body)
    case 'switch':
      return node.cases.map(one => block(one.body)).reduce<PyValue | undefined>(first, undefined)
    default:
      return undefined
  }
}

function first(one: PyValue | undefined, other: PyValue | undefined): PyValue | undefined {
  return one ?? other
}

/** What handlers of exceptions bind does not take the place of what is there without the exception. */
function handled(run: PyRun, file: CodeFile, names: Names, body: readonly Statement[]): PyValue | undefined {
  const inner: Names = { own: new Map(), around: names, isClass: false }
  const returned = runBlock(run, file, inner, body)
  for (const [name, value] of inner.own) if (!names.own.has(name)) names.own.set(name, value)
  return returned
}

function loop(
  run: PyRun,
  file: CodeFile,
  names: Names,
  node: Extract<Statement, { kind: 'loop' }>,
): PyValue | undefined {
  if (node.form !== 'each' || !node.iterated || !node.target) return runBlock(run, file, names, node.body)
  const over = evaluate(run, file, names, node.iterated)
  const items = over.kind === 'list' ? over.items.slice(0, MOST_ITEMS) : [UNKNOWN]
  let returned: PyValue | undefined
  for (const item of items) {
    assign(run, file, names, node.target, item)
    returned = first(returned, runBlock(run, file, names, node.body))
  }
  return returned
}

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
