import type { FunctionNode } from '../syntax.js'
import { bindParameters, callOutside } from './calls.js'
import { evaluate } from './expressions.js'
import { basesOf } from './members.js'
import { deeper, innerScope, type Run } from './run.js'
import { execute } from './statements.js'
import { type CallSite, type ClassValue, type Fields, NOT_KNOWN, type Value } from './values.js'

/** `new C(…)`: its fields, then what the constructor does. */
export function instantiate(run: Run, value: ClassValue, site: CallSite): Value {
  const made: Fields = { kind: 'fields', entries: new Map(), isOpen: false, of: value }
  construct(run, value, made, site)
  return made
}

function construct(run: Run, value: ClassValue, made: Fields, site: CallSite): void {
  const builder = value.node.members.find(
    (member): member is FunctionNode =>
      member.kind === 'function' && member.name === 'constructor' && !member.isAbstract,
  )
  deeper(run, undefined, () => {
    if (!builder) {
      constructBase(run, value, made, site)
      initialiseFields(run, value, made)
      return
    }
    if (value.node.bases.length === 0) initialiseFields(run, value, made)
    const scope = innerScope(value.scope, { self: made, home: value, fn: builder })
    bindParameters(run, builder, site.arguments, scope, true)
    for (const parameter of builder.parameters) {
      if (parameter.isProperty && parameter.target.kind === 'name')
        made.entries.set(parameter.target.name, scope.names.get(parameter.target.name) ?? NOT_KNOWN)
    }
    const times = run.active.get(builder) ?? 0
    if (times >= 3) return
    run.called.add(builder)
    run.active.set(builder, times + 1)
    execute(run, builder.body, scope, { returns: [] })
    run.active.set(builder, times)
  })
}

/**
 * An object of a class as a container of dependencies makes it: parameters whose types are classes of the repository are made
 * likewise, others are not known.
 */
export function inject(run: Run, value: ClassValue, site: CallSite, depth = 0): Value {
  const builder = value.node.members.find(
    (member): member is FunctionNode =>
      member.kind === 'function' && member.name === 'constructor' && !member.isAbstract,
  )
  const given = (builder?.parameters ?? []).map((parameter): Value => {
    const name = parameter.type?.name
    const type = name !== undefined && /^\w+$/.test(name) && depth < 5 ? typeValue(run, name, value) : undefined
    return type ? inject(run, type, site, depth + 1) : NOT_KNOWN
  })
  return instantiate(run, value, { ...site, arguments: given })
}

function typeValue(run: Run, name: string, around: ClassValue): ClassValue | undefined {
  const value = evaluate(run, { kind: 'name', name, start: around.node.start, end: around.node.start }, around.scope)
  return value.kind === 'class' && !value.node.isAbstract ? value : undefined
}

/** What `super(…)` does. */
export function constructBase(run: Run, value: ClassValue, made: Fields, site: CallSite): void {
  const [base] = basesOf(run, value)
  if (base?.kind === 'class') construct(run, base, made, site)
  else if (base) made.inner = callOutside(run, base, { ...site, node: { ...site.node, isNew: true } })
  // Fields are set as soon as the base class is done.
  const hasConstructor = value.node.members.some(member => member.kind === 'function' && member.name === 'constructor')
  if (hasConstructor) initialiseFields(run, value, made)
}

function initialiseFields(run: Run, value: ClassValue, made: Fields): void {
  const scope = innerScope(value.scope, { self: made, home: value })
  for (const member of value.node.members) {
    if (member.kind !== 'field' || member.isStatic) continue
    if (member.value) made.entries.set(member.name, evaluate(run, member.value, scope))
  }
}
