import type { ClassNode, Expression, Loop, Statement, Switch } from '../syntax.js'
import { evaluate } from './expressions.js'
import { classOf, itemsOf } from './members.js'
import { bindPattern } from './patterns.js'
import { closureOf, innerScope, type Run } from './run.js'
import { eitherOf, NOT_KNOWN, NOTHING, type Scope, truthOf, type Value } from './values.js'

/** What a function gave back so far. */
export interface Frame {
  readonly returns: Value[]
}

/** How statements ended: `end` leaves the function, `jump` the loop's turn; else they went through. */
export type Ending = 'end' | 'jump' | undefined

const MAYBE = { isMaybe: true } as const

/** Turns of a loop over a known list that are followed. */
const TURNS = 500

/** Follows statements in their order. Functions and classes are there before the first of them. */
export function execute(run: Run, statements: readonly Statement[], scope: Scope, frame: Frame): Ending {
  for (const statement of statements) {
    if (statement.kind === 'function' && statement.name !== undefined)
      scope.names.set(statement.name, closureOf(statement, scope.file, scope))
    else if (statement.kind === 'class') declareClass(statement, scope)
  }
  for (const statement of statements) {
    if (run.budget-- < 0) return 'end'
    const ending = executeOne(run, statement, scope, frame)
    if (ending) return ending
  }
  return undefined
}

function declareClass(node: ClassNode, scope: Scope): void {
  if (node.name !== undefined) scope.names.set(node.name, classOf(node, scope))
}

function executeOne(run: Run, statement: Statement, scope: Scope, frame: Frame): Ending {
  switch (statement.kind) {
    case 'declare':
      bindPattern(run, statement.target, statement.value ? evaluate(run, statement.value, scope) : NOTHING, scope)
      return undefined
    case 'expression':
      remember(run, statement.value, evaluate(run, statement.value, scope), scope)
      return undefined
    case 'return':
      frame.returns.push(statement.value ? evaluate(run, statement.value, scope) : NOTHING)
      return 'end'
    case 'throw':
      return 'end'
    case 'if':
      return executeBranches(
        run,
        truthOf(evaluate(run, statement.test, scope)),
        statement.consequent,
        statement.alternate,
        scope,
        frame,
      )
    case 'switch':
      return executeSwitch(run, statement, scope, frame)
    case 'loop':
      return executeLoop(run, statement, scope, frame)
    case 'try': {
      const ending = execute(run, statement.body, innerScope(scope), frame)
      for (const handler of statement.handlers) {
        const inner = innerScope(scope, MAYBE)
        if (handler.target) bindPattern(run, handler.target, NOT_KNOWN, inner)
        execute(run, handler.body, inner, frame)
      }
      return execute(run, statement.finalizer, innerScope(scope), frame) ?? ending
    }
    case 'block':
      return execute(run, statement.body, innerScope(scope), frame)
    case 'jump':
      return statement.form === 'break' || statement.form === 'continue' ? 'jump' : undefined
    default:
      return undefined
  }
}

/** Modules may ask for the value of a statement that is an export. */
function remember(run: Run, expression: Expression, value: Value, scope: Scope): void {
  if (!scope.parent) run.exported.set(expression, value)
}

function executeBranches(
  run: Run,
  truth: boolean | undefined,
  consequent: readonly Statement[],
  alternate: readonly Statement[],
  scope: Scope,
  frame: Frame,
): Ending {
  if (truth === true) return execute(run, consequent, innerScope(scope), frame)
  if (truth === false) return execute(run, alternate, innerScope(scope), frame)
  const first = execute(run, consequent, innerScope(scope, MAYBE), frame)
  const second = execute(run, alternate, innerScope(scope, MAYBE), frame)
  return first && second ? first : undefined
}

function executeSwitch(run: Run, statement: Switch, scope: Scope, frame: Frame): Ending {
  if (statement.subject) evaluate(run, statement.subject, scope)
  for (const one of statement.cases) execute(run, one.body, innerScope(scope, MAYBE), frame)
  return undefined
}

function executeLoop(run: Run, loop: Loop, scope: Scope, frame: Frame): Ending {
  if (loop.form !== 'each' || !loop.iterated || !loop.target) {
    const inner = innerScope(scope)
    if (loop.first) execute(run, [loop.first], inner, frame)
    // Its variables change with each turn: what the first turn has is not what all have.
    for (const name of inner.names.keys()) inner.names.set(name, NOT_KNOWN)
    execute(run, loop.body, innerScope(inner, MAYBE), frame)
    return undefined
  }
  const iterated = evaluate(run, loop.iterated, scope)
  const items = itemsOf(iterated)
  for (const item of items?.elements.slice(0, TURNS) ?? []) {
    const inner = innerScope(scope)
    bindPattern(run, loop.target, item, inner)
    if (execute(run, loop.body, inner, frame) === 'end') break
  }
  if (!items || items.isOpen) {
    const inner = innerScope(scope, MAYBE)
    bindPattern(run, loop.target, NOT_KNOWN, inner)
    execute(run, loop.body, inner, frame)
  }
  return undefined
}

/** What a function gave back, taken together. */
export function resultOf(frame: Frame): Value {
  return frame.returns.length === 0
    ? NOTHING
    : eitherOf(frame.returns.filter(one => one !== NOTHING || frame.returns.length === 1))
}
