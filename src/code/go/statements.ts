import type { Assign, Declare, Expression, Loop, Statement, Switch } from '../syntax.js'
import { evaluate, zeroValue } from './expressions.js'
import { operate } from './operators.js'
import { assignVariable, type GoRun, spanOf } from './run.js'
import { packageValue } from './start.js'
import { type GoScope, type GoValue, pointed, UNKNOWN } from './values.js'

/** How a list of statements ended: with a `return`, a jump, or at its end. */
export type Ending =
  | { readonly kind: 'end' }
  | { readonly kind: 'jump' }
  | { readonly kind: 'return'; readonly value: GoValue }

const END: Ending = { kind: 'end' }

/** Values that a function may give in branches that may be taken. */
export interface Frame {
  readonly perhaps: GoValue[]
}

/** Executes statements until one ends the function or the loop, or the steps of the run are used up. */
export function execute(run: GoRun, frame: Frame, scope: GoScope, body: readonly Statement[]): Ending {
  for (const statement of body) {
    if (run.steps-- <= 0) return END
    const ending = executeOne(run, frame, scope, statement)
    if (ending.kind !== 'end') return ending
  }
  return END
}

function inner(scope: GoScope): GoScope {
  return { names: new Map(), parent: scope, file: scope.file }
}

function executeOne(run: GoRun, frame: Frame, scope: GoScope, statement: Statement): Ending {
  switch (statement.kind) {
    case 'expression':
      if (statement.value.kind === 'assign') assign(run, scope, statement.value)
      else {
        const { value } = statement
        const given = evaluate(run, scope, value)
        if (given.kind === 'result') run.knowledge.escaped(run, given.arguments, spanOf(scope.file, value))
      }
      return END
    case 'declare':
      declare(run, scope, statement)
      return END
    case 'deferred':
      evaluate(run, scope, statement.value)
      return END
    case 'return':
      return { kind: 'return', value: returned(run, scope, statement.value) }
    case 'block':
      return execute(run, frame, inner(scope), statement.body)
    case 'if': {
      const test = evaluate(run, scope, statement.test)
      if (test.kind === 'plain' && typeof test.value === 'boolean')
        return execute(run, frame, inner(scope), test.value ? statement.consequent : statement.alternate)
      return branches(run, frame, scope, [statement.consequent, statement.alternate])
    }
    case 'switch':
      return chosen(run, frame, scope, statement)
    case 'loop':
      return loop(run, frame, scope, statement)
    case 'jump':
      return statement.form === 'fallthrough' ? END : { kind: 'jump' }
    default:
      return END
  }
}

function returned(run: GoRun, scope: GoScope, value: Expression | undefined): GoValue {
  if (!value) return UNKNOWN
  if (value.kind === 'array') return { kind: 'tuple', items: value.elements.map(one => evaluate(run, scope, one)) }
  return evaluate(run, scope, value)
}

/** Runs all branches of which one is taken; what only some of them assign is not known behind them. */
function branches(run: GoRun, frame: Frame, scope: GoScope, bodies: readonly (readonly Statement[])[]): Ending {
  const endings: Ending[] = []
  for (const body of bodies) {
    run.branches.push([])
    const ending = execute(run, frame, inner(scope), body)
    const changes = run.branches.pop() ?? []
    endings.push(ending)
    if (ending.kind === 'return') frame.perhaps.push(ending.value)
    for (const { variable, before } of changes) {
      run.branches.at(-1)?.push({ variable, before })
      if (ending.kind === 'return') variable.value = before
      else if (variable.value.kind === 'plain' && before !== variable.value && !isNothing(before))
        variable.value = { kind: 'unknown', because: 'it depends on what is known when the program runs' }
    }
  }
  const [first] = endings
  const allReturn =
    bodies.length > 1 && bodies.every(body => body.length > 0) && endings.every(one => one.kind === 'return')
  return allReturn && first ? { kind: 'return', value: frame.perhaps.at(-1) ?? UNKNOWN } : END
}

/** What stood there before is no value that anybody would have wanted: it is the branch that gives one. */
function isNothing(value: GoValue): boolean {
  return value.kind === 'plain' && (value.value === null || value.value === '')
}

function chosen(run: GoRun, frame: Frame, scope: GoScope, node: Switch): Ending {
  const outer = inner(scope)
  const subject = node.subject ? evaluate(run, outer, node.subject) : undefined
  const open: (readonly Statement[])[] = []
  let isOpen = false
  for (const one of node.cases) {
    if (one.tests.length === 0) continue
    const answers = one.tests.map(test => {
      const value = evaluate(run, outer, test)
      return subject ? operate('===', subject, () => value, spanOf(scope.file, node)) : value
    })
    const known = answers.map(answer => (answer.kind === 'plain' ? answer.value : undefined))
    if (known.includes(true) && !isOpen) return withoutBreak(execute(run, frame, inner(outer), one.body))
    if (known.every(answer => answer === false)) continue
    isOpen = true
    open.push(one.body)
  }
  const otherwise = node.cases.find(one => one.tests.length === 0)
  if (!isOpen) return otherwise ? withoutBreak(execute(run, frame, inner(outer), otherwise.body)) : END
  return withoutBreak(branches(run, frame, outer, [...open, otherwise?.body ?? []]))
}

function withoutBreak(ending: Ending): Ending {
  return ending.kind === 'jump' ? END : ending
}

/** So many rounds of a loop over a known list are run. */
const MOST_ROUNDS = 300

function loop(run: GoRun, frame: Frame, scope: GoScope, node: Loop): Ending {
  const outer = inner(scope)
  if (node.form !== 'each') {
    if (node.first) executeOne(run, frame, outer, node.first)
    // Once: how often is known when it runs.
    const test = node.test ? evaluate(run, outer, node.test) : undefined
    if (test?.kind === 'plain' && test.value === false) return END
    if (node.test) return branches(run, frame, outer, [node.body])
    const ending = execute(run, frame, inner(outer), node.body)
    return ending.kind === 'return' ? ending : END
  }
  const of = node.iterated ? pointed(evaluate(run, outer, node.iterated)) : UNKNOWN
  const rounds = roundsOf(of)
  if (!rounds) {
    bindItem(run, outer, node.target, UNKNOWN, UNKNOWN)
    return branches(run, frame, outer, [node.body])
  }
  for (const [key, value] of rounds) {
    const round = inner(outer)
    bindItem(run, round, node.target, key, value)
    const ending = execute(run, frame, round, node.body)
    if (ending.kind === 'return') return ending
  }
  return END
}

function roundsOf(of: GoValue): readonly (readonly [GoValue, GoValue])[] | undefined {
  if (of.kind === 'list' && of.isWhole)
    return of.items.slice(0, MOST_ROUNDS).map((item, index) => [{ kind: 'plain', value: index }, item])
  if (of.kind === 'map')
    return [...of.entries].slice(0, MOST_ROUNDS).map(([key, value]) => [{ kind: 'plain', value: key }, value])
  return undefined
}

function bindItem(run: GoRun, scope: GoScope, target: Expression | undefined, key: GoValue, value: GoValue): void {
  if (!target) return
  const targets = target.kind === 'array' ? target.elements : [target]
  for (const [index, one] of targets.entries()) {
    if (one.kind === 'name') scope.names.set(one.name, { value: index === 0 ? key : value })
    else store(run, scope, one, index === 0 ? key : value)
  }
}

function declare(run: GoRun, scope: GoScope, node: Declare): void {
  const { target, value, type } = node
  if (target.kind === 'array') {
    const given = value ? evaluate(run, scope, value) : UNKNOWN
    for (const [index, one] of target.elements.entries())
      if (one.kind === 'name') bind(run, scope, one.name, resultAt(given, index))
    return
  }
  if (target.kind !== 'name') return
  bind(run, scope, target.name, value ? single(evaluate(run, scope, value)) : zeroValue(run, scope, type, target))
}

/** `:=` gives those names of its own block that are there another value. */
function bind(run: GoRun, scope: GoScope, name: string, value: GoValue): void {
  const known = scope.names.get(name)
  if (known) assignVariable(run, known, value)
  else scope.names.set(name, { value })
}

function single(value: GoValue): GoValue {
  return value.kind === 'tuple' ? (value.items[0] ?? UNKNOWN) : value
}

/** One of several results. Of what one value from outside gives, the first is it. */
function resultAt(value: GoValue, index: number): GoValue {
  if (value.kind === 'tuple') return value.items[index] ?? UNKNOWN
  return index === 0 && value.kind !== 'plain' ? value : UNKNOWN
}

function assign(run: GoRun, scope: GoScope, node: Assign): void {
  const { target, operator } = node
  const given = evaluate(run, scope, node.value)
  if (target.kind === 'array') {
    for (const [index, one] of target.elements.entries()) store(run, scope, one, resultAt(given, index))
    return
  }
  const value =
    operator === '='
      ? single(given)
      : operate(operator.slice(0, -1), evaluate(run, scope, target), () => given, spanOf(scope.file, node))
  store(run, scope, target, value)
}

function store(run: GoRun, scope: GoScope, target: Expression, value: GoValue): void {
  if (target.kind === 'name') {
    for (let at: GoScope | undefined = scope; at; at = at.parent) {
      const variable = at.names.get(target.name)
      if (!variable) continue
      assignVariable(run, variable, value)
      return
    }
    const global = packageValue(run, scope.file, target.name)
    if (global) assignVariable(run, global, value)
    return
  }
  if (target.kind === 'unary' && target.operator === '*') {
    const pointer = evaluate(run, scope, target.value)
    if (pointer.kind === 'pointer') assignVariable(run, pointer.to, value)
    return
  }
  if (target.kind !== 'member' && target.kind !== 'index') return
  const object = pointed(evaluate(run, scope, target.object))
  if (target.kind === 'member') {
    storeMember(run, object, target.property, value)
    return
  }
  const key = evaluate(run, scope, target.index)
  if (object.kind === 'map')
    object.entries.set(key.kind === 'plain' ? String(key.value) : `?${String(target.start)}`, value)
}

function storeMember(run: GoRun, object: GoValue, property: string, value: GoValue): void {
  if (object.kind === 'map') object.entries.set(property, value)
  if (object.kind === 'package') {
    const [file] = object.files
    const variable = file && packageValue(run, file, property)
    if (variable) assignVariable(run, variable, value)
  }
  if (object.kind !== 'struct') return
  object.fields.set(property, value)
  if (object.outside !== undefined) run.knowledge.filled(run, object)
}
