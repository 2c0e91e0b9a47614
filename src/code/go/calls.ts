import type { Call, TypeReference } from '../syntax.js'
import { evaluate } from './expressions.js'
import { libraryCall, libraryMethod } from './library.js'
import { embeddedHosts, memberOf } from './members.js'
import { packageOf, typeNamed } from './packages.js'
import { type GoRun, spanOf } from './run.js'
import { execute, type Frame } from './statements.js'
import {
  type GoClosure,
  type GoScope,
  type GoSite,
  type GoValue,
  type GoVariable,
  listOf,
  NIL,
  pointed,
  resultOf,
  UNKNOWN,
} from './values.js'

/** Deeper calls are not followed. */
const DEEPEST = 40

/** What a call gives; the functions of the repository that it leads to are run. */
export function callValue(run: GoRun, scope: GoScope, node: Call): GoValue {
  const { callee } = node
  if (callee.kind === 'member') {
    const object = pointed(evaluate(run, scope, callee.object))
    const found = object.kind === 'struct' ? memberOf(run, object, callee.property) : undefined
    const given = site(run, scope, node)
    if (found && found.kind !== 'unknown' && found.kind !== 'method') return callAny(run, found, given)
    if (object.kind === 'host' || object.kind === 'result') return methodOf(run, object, callee.property, given)
    if (object.kind === 'struct') return structMethod(run, object, callee.property, given)
    return callAny(run, memberOf(run, object, callee.property), given)
  }
  const value = evaluate(run, scope, callee)
  if (value.kind === 'outside' && !value.name.includes('.') && !value.name.includes('/'))
    return builtIn(run, scope, value.name, node)
  return callAny(run, value, site(run, scope, node))
}

function site(run: GoRun, scope: GoScope, node: Call): GoSite {
  const given = node.arguments.map(one => evaluate(run, scope, one))
  const [only] = given
  const spread = node.arguments.at(-1)?.kind === 'spread' ? given.at(-1) : undefined
  const whole = spread && pointed(spread)
  const all =
    given.length === 1 && only?.kind === 'tuple'
      ? only.items
      : whole?.kind === 'list'
        ? [...given.slice(0, -1), ...whole.items]
        : given
  return { file: scope.file, node, at: spanOf(scope.file, node), arguments: all, written: node.arguments }
}

function methodOf(
  run: GoRun,
  object: Extract<GoValue, { kind: 'host' | 'result' }>,
  name: string,
  given: GoSite,
): GoValue {
  const known = run.knowledge.method(run, object, name, given) ?? libraryMethod(run, object, name, given)
  if (known) return known
  handedOut(run, given)
  const of = object.kind === 'result' ? `${object.of}.${name}` : `.${name}`
  return resultOf(of, given, object)
}

/** A method that a struct has from what it embeds from outside, or from its type there. */
function structMethod(run: GoRun, object: Extract<GoValue, { kind: 'struct' }>, name: string, given: GoSite): GoValue {
  for (const inner of embeddedHosts(run, object)) {
    if (inner.kind !== 'host' && inner.kind !== 'result') continue
    const known = run.knowledge.method(run, inner, name, given)
    if (known) return known
  }
  const known = run.knowledge.method(run, object, name, given)
  if (known) return known
  handedOut(run, given)
  const of = object.outside === undefined ? `.${name}` : `${object.outside}.${name}`
  return resultOf(of, given, object)
}

/** Calls whatever a callee is. */
export function callAny(run: GoRun, value: GoValue, given: GoSite): GoValue {
  const callee = pointed(value)
  switch (callee.kind) {
    case 'closure':
      return wrapping(run, callee, given, callClosure(run, callee, given.arguments))
    case 'outside': {
      const known = run.knowledge.call(run, callee.name, given) ?? libraryCall(run, callee.name, given)
      if (known) return known
      handedOut(run, given)
      return resultOf(callee.name, given)
    }
    case 'type':
      // A conversion.
      return given.arguments[0] ?? UNKNOWN
    case 'method':
      return callee.object.kind === 'host'
        ? methodOf(run, callee.object, callee.name, given)
        : structMethod(run, callee.object, callee.name, given)
    case 'result':
    case 'wrapped':
      handedOut(run, given)
      return resultOf(callee.kind === 'result' ? `${callee.of}()` : '()', given, callee)
    default:
      run.knowledge.escaped(run, given.arguments, given.at)
      return UNKNOWN
  }
}

/**
 * What is given to somebody outside: structs may be filled, and functions and methods that ask for nothing (`group.Go`,
 * `once.Do`) are called.
 */
function handedOut(run: GoRun, given: GoSite): void {
  run.knowledge.handedOut(run, given.arguments)
  for (const one of given.arguments) {
    const inner = pointed(one)
    if (inner.kind === 'struct' && inner.type) inner.isOpen = true
    if (one.kind === 'pointer' && one.to.value.kind === 'plain') one.to.value = UNKNOWN
    if (inner.kind === 'method')
      run.knowledge.method(run, inner.object, inner.name, { ...given, arguments: [], written: [] })
  }
  callGiven(run, given.arguments)
}

/** Calls the functions that ask for nothing, or for a context, and were not called yet. */
function callGiven(run: GoRun, given: readonly GoValue[]): void {
  for (const one of given) {
    const inner = pointed(one)
    if (inner.kind !== 'closure' || run.called.has(inner.node)) continue
    if (inner.node.parameters.every(({ type }) => type?.name === 'context.Context')) callClosure(run, inner, [])
  }
}

const HANDLERS =
  /^(?:net\/http\.Handler(?:Func)?|github\.com\/gin-gonic\/gin\.HandlerFunc|github\.com\/labstack\/echo(?:\/v\d+)?\.HandlerFunc|github\.com\/gofiber\/fiber(?:\/v\d+)?\.Handler)$/

/** A function that takes a handler and gives another one is a middleware around it: both are kept. */
function wrapping(run: GoRun, callee: GoClosure, given: GoSite, result: GoValue): GoValue {
  const { returns } = callee.node
  if (!returns || result.kind === 'host' || !isHandler(run, callee, returns)) return result
  const inner = given.arguments.find((one, index) => {
    const type = callee.node.parameters[Math.min(index, callee.node.parameters.length - 1)]?.type
    const isGiven = one.kind === 'closure' || one.kind === 'host' || one.kind === 'wrapped' || one.kind === 'result'
    return isGiven && type !== undefined && isHandler(run, callee, type)
  })
  if (!inner) return result
  const { node, file } = given
  const written = node.kind === 'call' ? node.callee : node
  return { kind: 'wrapped', inner, by: { text: nameOf(written), at: spanOf(file, written) }, through: callee }
}

function isHandler(run: GoRun, { file }: GoClosure, type: TypeReference): boolean {
  if (type.name === '()') return type.arguments.length > 0 && type.arguments.length < 3
  const resolved = typeNamed(run.program, file, type.name)
  if (resolved.kind === 'outside') return HANDLERS.test(resolved.name)
  if (resolved.kind !== 'own') return false
  return packageOf(run.program, resolved.file).types.get(resolved.name)?.type.name === '()'
}

/** `a.b.c` of what is written so, else the last name in it. */
export function nameOf(node: Call['callee']): string {
  if (node.kind === 'name') return node.name
  if (node.kind === 'member') return `${nameOf(node.object)}.${node.property}`
  if (node.kind === 'call') return nameOf(node.callee)
  if (node.kind === 'unary' || node.kind === 'cast') return nameOf(node.value)
  return node.kind === 'function' ? 'func' : '?'
}

/** Steps after which a function that came to nothing that is known from outside is run no more. */
const MOST_IDLE = 5_000

/**
 * Runs a function of the repository. One that took many steps over all its calls and never came to anything that the
 * caller of the run knows, such as business logic, is not run again unless it is given what may lead there.
 */
export function callClosure(run: GoRun, closure: GoClosure, given: readonly GoValue[]): GoValue {
  const { node, file } = closure
  run.called.add(node)
  const isOpen = run.stack.filter(one => one === node).length > 1
  if (isOpen || run.stack.length >= DEEPEST || run.steps <= 0) return UNKNOWN
  const idle = run.idle.get(node) ?? 0
  if (idle > MOST_IDLE && !mayLead([closure.receiver ?? UNKNOWN, ...given], idle > 4 * MOST_IDLE)) {
    // `retry(func() { serve() })`: it may call what it is given, as somebody outside may.
    callGiven(run, given)
    return UNKNOWN
  }
  const { steps, touches } = run
  const names = new Map<string, GoVariable>()
  if (node.receiver?.target.kind === 'name')
    names.set(node.receiver.target.name, { value: closure.receiver ?? UNKNOWN })
  for (const [index, parameter] of node.parameters.entries()) {
    if (parameter.target.kind !== 'name') continue
    const value: GoValue = parameter.rest === 'list' ? listOf(given.slice(index), true) : (given[index] ?? UNKNOWN)
    names.set(parameter.target.name, { value })
  }
  run.stack.push(node)
  const frame: Frame = { perhaps: [] }
  const scope: GoScope = { names, file, ...(closure.scope && { parent: closure.scope }) }
  const ending = execute(run, frame, scope, node.body)
  run.stack.pop()
  run.idle.set(node, run.touches === touches ? idle + steps - run.steps : Number.NEGATIVE_INFINITY)
  if (ending.kind === 'return') return better(ending.value, frame.perhaps)
  return frame.perhaps.findLast(one => one.kind !== 'plain') ?? frame.perhaps.at(-1) ?? UNKNOWN
}

/** Whether one of these may lead to a router or server: one, or a struct or list with one in it; a function unless `isStrict`. */
function mayLead(values: Iterable<GoValue>, isStrict: boolean, depth = 0): boolean {
  for (const value of values) {
    const inner = pointed(value)
    if (inner.kind === 'host' || (!isStrict && (inner.kind === 'closure' || inner.kind === 'wrapped'))) return true
    if (depth === 2) continue
    if (inner.kind === 'struct' && mayLead(inner.fields.values(), isStrict, depth + 1)) return true
    if (inner.kind === 'list' && mayLead(inner.items, isStrict, depth + 1)) return true
  }
  return false
}

/** The last `return` tells what a function gives, unless that is nothing and another one gave something. */
function better(last: GoValue, others: readonly GoValue[]): GoValue {
  const isNothing = (value: GoValue | undefined) => value?.kind === 'plain' && value.value === null
  const main = last.kind === 'tuple' ? last.items[0] : last
  if (!isNothing(main)) return last
  return others.findLast(one => !isNothing(one.kind === 'tuple' ? one.items[0] : one)) ?? last
}

function builtIn(run: GoRun, scope: GoScope, name: string, node: Call): GoValue {
  const [first, second] = node.arguments
  switch (name) {
    case 'append': {
      const [list, ...items] = site(run, scope, node).arguments
      const of = list && pointed(list)
      return listOf([...(of?.kind === 'list' ? of.items : []), ...items], of?.kind === 'list' && of.isWhole)
    }
    case 'len': {
      const of = first ? pointed(evaluate(run, scope, first)) : UNKNOWN
      if (of.kind === 'list' && of.isWhole) return { kind: 'plain', value: of.items.length }
      return of.kind === 'plain' && typeof of.value === 'string' ? { kind: 'plain', value: of.value.length } : UNKNOWN
    }
    case 'make':
      if (node.typeArguments?.[0]?.name === 'map') return { kind: 'map', entries: new Map() }
      if (node.typeArguments?.[0]?.name === '[]') return { kind: 'list', items: [], isWhole: true }
      return UNKNOWN
    case 'new': {
      const made = first && {
        ...node,
        callee: first,
        arguments: [{ kind: 'object' as const, start: node.start, end: node.end, entries: [] }],
        isNew: true,
      }
      return made ? evaluate(run, scope, made) : UNKNOWN
    }
    default: {
      for (const one of node.arguments) evaluate(run, scope, one)
      if (/^(?:string|u?int(?:8|16|32|64)?|float(?:32|64)|byte|rune|any)$/.test(name) && first && !second)
        return evaluate(run, scope, first)
      return name === 'panic' ? NIL : UNKNOWN
    }
  }
}
