import type { Call, Expression, FunctionNode } from '../syntax.js'
import { builtin } from './builtins.js'
import { constructBase, inject, instantiate } from './construct.js'
import { environmentValue } from './environment.js'
import { evaluate, evaluateElements, selfOf } from './expressions.js'
import { answerWithout, noteCall } from './idle.js'
import { memberOf } from './members.js'
import { importedValue } from './modules.js'
import { bindPattern } from './patterns.js'
import { deeper, innerScope, type Run } from './run.js'
import { execute, type Frame, resultOf } from './statements.js'
import {
  alternatives,
  type CallSite,
  type ClassValue,
  type Closure,
  eitherOf,
  list,
  NOT_KNOWN,
  NOTHING,
  type Outside,
  type Scope,
  stringOf,
  type Value,
} from './values.js'

/** Methods that call what they are given once, now or later: what is in it belongs to the start of the program. */
const RUNS_GIVEN = new Set([
  'then',
  'finally',
  'catch',
  'on',
  'once',
  'addListener',
  'nextTick',
  'setImmediate',
  'setTimeout',
  'run',
  'tap',
])

const INJECTS = new Set(['resolve', 'get', 'resolveAsync', 'getAsync'])

/** A call: of a function of the repository, of a class, of what a model of a framework knows, of anything else. */
export function evaluateCall(run: Run, node: Call, scope: Scope): Value {
  const { callee } = node
  if (callee.kind === 'name') {
    const special = specialCall(run, callee.name, node, scope)
    if (special) return special
  }
  const object = calleeObject(run, callee, scope)
  const name = object && methodName(run, callee, scope)
  const given = evaluateElements(run, node.arguments, scope)
  const site: CallSite = {
    file: scope.file,
    node,
    arguments: given.elements,
    written: writtenArguments(node, given.elements.length),
  }
  if (object && name !== undefined) {
    return eitherOrOne(callable(object).map(one => callMethod(run, one, name, site)))
  }
  const target = object ? NOT_KNOWN : evaluate(run, callee, scope)
  return eitherOrOne(callable(target).map(one => callValue(run, one, site)))
}

/** What a call may be of: null would throw. */
function callable(value: Value): readonly Value[] {
  const all = alternatives(value)
  const found = all.filter(one => one.kind !== 'plain' || one.value !== null)
  return found.length === 0 ? all : found
}

function eitherOrOne(values: readonly Value[]): Value {
  return values.length === 1 && values[0] ? values[0] : eitherOf(values)
}

/** Arguments behind a spread have no expression of their own: they take the last one. */
function writtenArguments(node: Call, count: number): readonly Expression[] {
  const written = [...node.arguments]
  const last = written.at(-1)
  while (last && written.length < count) written.push(last)
  return written
}

function calleeObject(run: Run, callee: Expression, scope: Scope): Value | undefined {
  if (callee.kind === 'cast') return calleeObject(run, callee.value, scope)
  if (callee.kind !== 'member' && callee.kind !== 'index') return undefined
  if (callee.object.kind === 'name' && callee.object.name === 'super') return selfOf(scope) ?? NOT_KNOWN
  return evaluate(run, callee.object, scope)
}

function methodName(run: Run, callee: Expression, scope: Scope): string | undefined {
  if (callee.kind === 'cast') return methodName(run, callee.value, scope)
  if (callee.kind === 'member') return callee.property
  return callee.kind === 'index' ? (stringOf(evaluate(run, callee.index, scope)) ?? '') : undefined
}

function specialCall(run: Run, name: string, node: Call, scope: Scope): Value | undefined {
  if (name === 'require' || name === 'import') {
    const from = node.arguments[0] && stringOf(evaluate(run, node.arguments[0], scope))
    if (from === undefined) run.loadsUnknown = true
    return from === undefined ? NOT_KNOWN : importedValue(run, scope.file, from, name === 'require' ? '=' : '*')
  }
  if (name === 'super') {
    const self = selfOf(scope)
    const home = homeOf(scope)
    const given = evaluateElements(run, node.arguments, scope)
    if (self?.kind === 'fields' && home) constructBase(run, home, self, siteOf(node, scope, given.elements))
    return NOTHING
  }
  return undefined
}

function siteOf(node: Call, scope: Scope, given: readonly Value[]): CallSite {
  return { file: scope.file, node, arguments: given, written: writtenArguments(node, given.length) }
}

function homeOf(scope: Scope): ClassValue | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.home) return at.home
  return undefined
}

/** `object.name(…)`. */
function callMethod(run: Run, object: Value, name: string, site: CallSite): Value {
  if (object.kind === 'fields' || object.kind === 'namespace' || object.kind === 'class') {
    const own = memberOf(run, object, name)
    if (own.kind === 'closure' || own.kind === 'class' || own.kind === 'host' || own.kind === 'outside')
      return callValue(run, own, site)
    if (own.kind === 'either') return eitherOf(own.values.map(one => callValue(run, one, site)))
    if (object.kind === 'fields' && object.inner) return callMethod(run, object.inner, name, site)
  }
  if (object.kind === 'host') {
    run.touches++
    const assigned = object.host.properties.get(name)
    if (assigned) return callValue(run, assigned, site)
    const known = object.host.invoke(name, site)
    if (known) return known
  }
  const known = builtin(run, object, name, site)
  if (known) return known
  if (object.kind === 'outside') return callValue(run, memberOf(run, object, name), site)
  if (object.kind === 'unknown' || (object.kind === 'host' && name === '')) run.models.unfollowed?.(site)
  runGiven(run, name, site)
  return NOT_KNOWN
}

/** A call of a value. */
export function callValue(run: Run, callee: Value, site: CallSite): Value {
  switch (callee.kind) {
    case 'closure':
      return callClosure(run, callee, site.arguments, site)
    case 'class':
      return instantiate(run, callee, site)
    case 'host':
      run.touches++
      return callee.host.call?.(site) ?? NOT_KNOWN
    case 'outside':
      return callOutside(run, callee, site)
    default:
      if (callee.kind === 'unknown') run.models.unfollowed?.(site)
      runGiven(run, '', site)
      return NOT_KNOWN
  }
}

/** A call of something from outside: what a model makes of it, else what it is called with is kept. */
export function callOutside(run: Run, callee: Outside, site: CallSite): Value {
  const last = callee.steps.at(-1)
  const modelled = run.models.call(run, callee, site)
  if (modelled) run.touches++
  const known =
    modelled ??
    (last?.kind === 'member'
      ? builtin(run, { ...callee, steps: callee.steps.slice(0, -1) }, last.name, site)
      : undefined)
  if (known) return known
  runGiven(run, last?.kind === 'member' ? last.name : '', site)
  const [first] = site.arguments
  // `container.resolve(Server)`, `Container.get(Server)`
  if (first?.kind === 'class' && last?.kind === 'member' && INJECTS.has(last.name)) return inject(run, first, site)
  if (callee.steps.length > 12) return NOT_KNOWN
  const made: Outside = { ...callee, steps: [...callee.steps, { kind: 'call', site }] }
  return environmentValue(run, made) ?? made
}

const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options', 'all'])

/** What is not known may call what it is given: a callback without or with one parameter is followed once. */
function runGiven(run: Run, name: string, site: CallSite): void {
  // `router.get('/path', handler)`: what runs when somebody asks.
  if (VERBS.has(name) && stringOf(site.arguments[0])?.startsWith('/')) return
  for (const given of site.arguments) {
    if (given.kind !== 'closure') continue
    if (given.fn.parameters.length <= 1 || RUNS_GIVEN.has(name)) callClosure(run, given, [])
  }
}

/**
 * Follows a function of the repository with these arguments; those that are not given are not known. A function that took
 * much and touched nothing of a framework, such as business logic behind a route, is not followed again unless it is given
 * what may lead to one: programs that call it from many places would use up what may be followed.
 */
export function callClosure(run: Run, closure: Closure, given: readonly Value[], site?: CallSite): Value {
  const { fn } = closure
  const times = run.active.get(fn) ?? 0
  if (times >= 3 || fn.isGenerator) return NOT_KNOWN
  const known = answerWithout(run, closure, given)
  if (known) return known
  const { budget, touches } = run
  run.called.add(fn)
  run.active.set(fn, times + 1)
  const answer = deeper<Value>(run, NOT_KNOWN, () => {
    const self =
      closure.self ?? (site?.node.isNew ? { kind: 'fields' as const, entries: new Map(), isOpen: true } : undefined)
    const scope = innerScope(closure.scope, { fn, ...(self && { self }) })
    bindParameters(run, fn, given, scope, site !== undefined)
    const frame: Frame = { returns: [] }
    execute(run, fn.body, scope, frame)
    return site?.node.isNew && self ? self : resultOf(frame)
  })
  run.active.set(fn, times)
  noteCall(run, fn, answer, budget - run.budget, run.touches !== touches)
  return answer
}

/** Gives the parameters of a function their values. */
export function bindParameters(
  run: Run,
  fn: FunctionNode,
  given: readonly Value[],
  scope: Scope,
  isComplete: boolean,
): void {
  for (const [index, parameter] of fn.parameters.entries()) {
    if (parameter.rest) {
      bindPattern(run, parameter.target, list(given.slice(index)), scope)
      return
    }
    const value = given[index]
    const fallback = value === undefined && parameter.fallback ? evaluate(run, parameter.fallback, scope) : undefined
    bindPattern(run, parameter.target, value ?? fallback ?? (isComplete ? NOTHING : NOT_KNOWN), scope)
  }
}
