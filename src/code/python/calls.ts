import type { Call, CodeFile, Expression } from '../syntax.js'
import { attributeOf, classAttribute, outsideBases } from './attributes.js'
import { builtinFunction, builtinMethod } from './builtins.js'
import { elsewhere, evaluate } from './expressions.js'
import { runBody } from './modules.js'
import { DEEPEST, type PyRun, spanOf } from './run.js'
import { assign } from './targets.js'
import { listOf, type Names, type PyArguments, type PyClass, type PyFunction, type PyValue, UNKNOWN } from './values.js'

/** What a call gives; frameworks that the knowledge of the run follows note it. */
export function evaluateCall(run: PyRun, file: CodeFile, names: Names, node: Call): PyValue {
  const { callee } = node
  if (callee.kind === 'member') {
    const object = evaluate(run, file, names, callee.object)
    const built = builtinMethod(run, file, names, node, object, callee.property)
    if (built) return built
    const given = argumentsOf(run, file, names, node)
    const value = attributeOf(run, file, object, callee.property, callee)
    return settled(run, file, node, value, callValue(run, value, given))
  }
  const value = evaluate(run, file, names, callee)
  const given = argumentsOf(run, file, names, node)
  if (value.kind === 'unknown' && callee.kind === 'name') {
    const built = builtinFunction(run, file, names, callee.name, given)
    if (built) return built
  }
  return settled(run, file, node, value, callValue(run, value, given))
}

/** Calls that give a variable of the environment, or turn one into another type. */
const READS = /^(?:os\.(?:getenv|environ\.get)|decouple\.config|(?:environ|environs)\..*|starlette\.config\..*)$/
const CONVERTS = /^(?:int|float|bool)$/

/** Where following tells nothing, the environment may. */
function settled(run: PyRun, file: CodeFile, { callee, ...node }: Call, called: PyValue, value: PyValue): PyValue {
  if (value.kind !== 'unknown' && value.kind !== 'outside') return value
  const isRead =
    called.kind === 'outside' ? READS.test(called.name) : callee.kind === 'name' && CONVERTS.test(callee.name)
  return (isRead ? elsewhere(run, file, { ...node, callee }) : undefined) ?? value
}

function argumentsOf(run: PyRun, file: CodeFile, names: Names, node: Call): PyArguments {
  const list: PyValue[] = []
  const keywords = new Map<string, PyValue>()
  let isOpen = false
  for (const one of node.arguments) {
    if (one.kind === 'keyword') keywords.set(one.name, evaluate(run, file, names, one.value))
    else if (one.kind === 'spread') {
      const spread = evaluate(run, file, names, one.value)
      if (spread.kind === 'list') list.push(...spread.items)
      else if (spread.kind === 'dict') for (const [name, value] of spread.entries) keywords.set(name, value)
      isOpen ||= (spread.kind !== 'list' && spread.kind !== 'dict') || spread.isOpen
    } else list.push(evaluate(run, file, names, one))
  }
  return { list, keywords, isOpen, at: spanOf(file, node), file, node }
}

/** Calls a value with what is given. */
function callValue(run: PyRun, value: PyValue, given: PyArguments): PyValue {
  switch (value.kind) {
    case 'function':
      return callFunction(run, value, given)
    case 'class':
      return instantiate(run, value, given)
    case 'outside':
      // What it gives is from outside, too.
      return touched(run, run.knowledge.call(run, value.name, given)) ?? outsideCall(value.name)
    case 'method':
      if (value.host.type === 'inherited')
        return (
          touched(run, run.knowledge.inherited(run, value.host.state as PyValue, value.name, given)) ??
          inheritedCall(run, value.name, given)
        )
      run.touches++
      return run.knowledge.method(run, value.host, value.name, given) ?? UNKNOWN
    case 'instance': {
      const call = classAttribute(value.of, '__call__')
      return call?.kind === 'function' ? callFunction(run, { ...call, self: value }, given) : UNKNOWN
    }
    case 'host':
      run.touches++
      return run.knowledge.method(run, value, '__call__', given) ?? UNKNOWN
    default:
      run.knowledge.passed(run, given)
      return UNKNOWN
  }
}

/** Longer names are of no use to anybody. */
const LONGEST_NAME = 200

/** What a base class from outside does with an application is not known, unless it is how extensions begin. */
function inheritedCall(run: PyRun, name: string, given: PyArguments): PyValue {
  if (name !== 'init_app' && name !== '__init__') run.knowledge.passed(run, given)
  return UNKNOWN
}

function outsideCall(name: string): PyValue {
  return name.length > LONGEST_NAME ? UNKNOWN : { kind: 'outside', name: `${name}()` }
}

/** An instance of a class of the repository; of what extends a class that is followed, an object of the framework. */
function instantiate(run: PyRun, of: PyClass, given: PyArguments): PyValue {
  for (const base of outsideBases(of)) {
    const made = touched(run, run.knowledge.call(run, base, given))
    if (made?.kind === 'host' && made.type !== 'field') return made
  }
  const made: PyValue = { kind: 'instance', of, attributes: new Map() }
  const maker = classAttribute(of, '__init__')
  if (maker?.kind === 'function') callFunction(run, { ...maker, self: made }, given)
  else for (const [name, value] of given.keywords) made.attributes.set(name, value)
  return made
}

/** Notes that a framework had to do with it, if it had. */
function touched(run: PyRun, made: PyValue | undefined): PyValue | undefined {
  if (made) run.touches++
  return made
}

/** A function is not followed within itself more often. */
const MOST_ACTIVE = 2
/** Steps after which a function that never touched a framework is followed no more. */
const MOST_IDLE = 5_000

/**
 * Follows the body of a function of the repository. One that took many steps over all its calls and never touched anything
 * of a framework, such as what objects of tables and forms are made by, is not followed again unless it is given what may.
 */
export function callFunction(run: PyRun, fn: PyFunction, given: PyArguments): PyValue {
  const { file, node } = fn
  const active = run.active.get(node) ?? 0
  if (run.depth >= DEEPEST || run.budget <= 0 || active >= MOST_ACTIVE) return UNKNOWN
  const idle = run.idle.get(node) ?? 0
  if (idle > MOST_IDLE && ![...given.list, ...given.keywords.values()].some(isLive)) return UNKNOWN
  const { budget, touches } = run
  const names: Names = { own: new Map(), around: fn.names, isClass: false }
  const hasSelf = fn.self !== undefined && !node.isStatic
  const list = hasSelf && fn.self ? [fn.self, ...given.list] : given.list
  let position = 0
  for (const parameter of node.parameters) {
    const { target } = parameter
    const name = target.kind === 'name' ? target.name : ''
    if (parameter.rest === 'list') {
      assign(run, file, names, target, listOf(list.slice(position), given.isOpen))
      position = list.length
    } else if (parameter.rest === 'map') {
      const own = new Set(node.parameters.map(one => (one.target.kind === 'name' ? one.target.name : '')))
      const entries = new Map([...given.keywords].filter(([key]) => !own.has(key)))
      names.own.set(name, { kind: 'dict', entries, isOpen: given.isOpen })
    } else {
      const value = given.keywords.get(name) ?? list[position]
      if (!given.keywords.has(name)) position++
      const fallback = parameter.fallback && !given.isOpen ? evaluate(run, file, fn.names, parameter.fallback) : UNKNOWN
      assign(run, file, names, target, value ?? fallback)
    }
  }
  run.called.add(node)
  run.active.set(node, active + 1)
  run.depth++
  const returned = runBody(run, file, names, node, true)
  run.depth--
  run.active.set(node, active)
  run.idle.set(node, run.touches === touches ? idle + budget - run.budget : Number.NEGATIVE_INFINITY)
  return node.isGenerator ? UNKNOWN : (returned ?? UNKNOWN)
}

/** Whether a value may lead to something of a framework. */
function isLive(value: PyValue): boolean {
  return value.kind === 'host' || value.kind === 'method' || value.kind === 'function'
}

/** Decorators, from the inside out. What nobody knows leaves the function or class what it is. */
export function applyDecorators(
  run: PyRun,
  file: CodeFile,
  names: Names,
  decorators: readonly Expression[],
  decorated: PyValue,
): PyValue {
  let value = decorated
  for (const decorator of decorators.toReversed()) {
    const evaluated = evaluate(run, file, names, decorator)
    value =
      run.knowledge.decorate(run, evaluated, value, spanOf(file, decorator)) ??
      applied(run, file, decorator, evaluated, value) ??
      value
  }
  return value
}

/** A decorator of the repository that gives back something of its own (a function that a framework notes). */
function applied(
  run: PyRun,
  file: CodeFile,
  node: Expression,
  decorator: PyValue,
  value: PyValue,
): PyValue | undefined {
  if (decorator.kind !== 'function' || value.kind === 'unknown' || !run.knowledge.concerns(decorator.file))
    return undefined
  const given = { list: [value], keywords: new Map(), isOpen: false, at: spanOf(file, node), file }
  const result = callFunction(run, decorator, given)
  return result.kind === 'host' ? result : undefined
}
