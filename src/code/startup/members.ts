import type { ClassNode, Expression, FunctionNode } from '../syntax.js'
import { callClosure } from './calls.js'
import { environmentValue } from './environment.js'
import { evaluate } from './expressions.js'
import { exportedNames, exportedValue } from './modules.js'
import { closureOf, type Run } from './run.js'
import {
  ABSENT,
  type ClassValue,
  eitherOf,
  type Fields,
  type List,
  list,
  NOT_KNOWN,
  NOTHING,
  type Outside,
  plain,
  type Scope,
  type Value,
} from './values.js'

const classes = new WeakMap<ClassNode, WeakMap<Scope, ClassValue>>()

/** A class with what is around it: the same value each time. */
export function classOf(node: ClassNode, scope: Scope): ClassValue {
  let inScope = classes.get(node)
  if (!inScope) {
    inScope = new WeakMap()
    classes.set(node, inScope)
  }
  let value = inScope.get(scope)
  if (!value) {
    value = { kind: 'class', node, file: scope.file, scope, statics: new Map() }
    inScope.set(scope, value)
  }
  return value
}

/** The classes that it extends, nearest first; what lies outside ends the list. */
export function basesOf(run: Run, value: ClassValue): readonly (ClassValue | Outside)[] {
  const found: (ClassValue | Outside)[] = []
  let at: ClassValue | undefined = value
  while (at && found.length < 20) {
    const base: Expression | undefined = at.node.bases[0]
    const next: Value | undefined = base && evaluate(run, base, at.scope)
    if (next?.kind !== 'class' && next?.kind !== 'outside') break
    if (next === value || found.includes(next)) break
    found.push(next)
    at = next.kind === 'class' ? next : undefined
  }
  return found
}

/** A method of a class or of one that it extends, with the class that has it. */
export function methodOf(
  run: Run,
  value: ClassValue,
  name: string,
  isStatic = false,
): { fn: FunctionNode; home: ClassValue } | undefined {
  for (const one of [value, ...basesOf(run, value)]) {
    if (one.kind !== 'class') break
    const fn = one.node.members.find(
      (member): member is FunctionNode =>
        member.kind === 'function' && member.name === name && member.isStatic === isStatic && !member.isAbstract,
    )
    if (fn) return { fn, home: one }
  }
  return undefined
}

/** What `object.name` is. */
export function memberOf(run: Run, object: Value, name: string): Value {
  switch (object.kind) {
    case 'fields':
      return memberOfFields(run, object, name)
    case 'namespace':
      return exportedValue(run, object.file, name) ?? NOT_KNOWN
    case 'class':
      return staticMember(run, object, name)
    case 'closure':
      return object.properties.get(name) ?? (name === 'name' ? plain(object.fn.name ?? '') : NOT_KNOWN)
    case 'host':
      return object.host.properties.get(name) ?? object.host.read?.(name) ?? NOT_KNOWN
    case 'outside':
      return memberOfOutside(run, object, name)
    case 'list':
      return name === 'length' && !object.isOpen ? plain(object.elements.length) : NOT_KNOWN
    case 'either':
      return eitherOf(object.values.map(one => memberOf(run, one, name)))
    case 'plain':
      return name === 'length' && typeof object.value === 'string' && !object.isPartial
        ? plain(object.value.length)
        : NOT_KNOWN
    default:
      return NOT_KNOWN
  }
}

function memberOfFields(run: Run, object: Fields, name: string): Value {
  const own = object.entries.get(name)
  if (own) return own
  const method = object.of && methodOf(run, object.of, name)
  if (method) {
    const closure = closureOf(method.fn, method.home.file, { ...method.home.scope, home: method.home }, object)
    return method.fn.accessor === 'get' ? callClosure(run, closure, []) : closure
  }
  if (object.inner) return memberOf(run, object.inner, name)
  return object.isOpen || object.of ? NOT_KNOWN : ABSENT
}

function staticMember(run: Run, value: ClassValue, name: string): Value {
  for (const one of [value, ...basesOf(run, value)]) {
    if (one.kind !== 'class') break
    const known = one.statics.get(name)
    if (known) return known
    for (const member of one.node.members) {
      if (member.kind === 'class' || member.name !== name || !member.isStatic) continue
      if (member.kind === 'function') return closureOf(member, one.file, { ...one.scope, home: one }, value)
      one.statics.set(name, NOT_KNOWN)
      const found = member.value
        ? evaluate(run, member.value, { ...one.scope, names: new Map(), parent: one.scope, self: one })
        : NOTHING
      one.statics.set(name, found)
      return found
    }
  }
  if (name === 'name') return plain(value.node.name ?? '')
  const base = basesOf(run, value).at(-1)
  return base?.kind === 'outside'
    ? { ...base, steps: [...base.steps, { kind: 'member', name }], self: value }
    : NOT_KNOWN
}

/** A container of dependencies answers for a class with an object of it: `container.resolve(Users).list` is its method. */
function memberOfOutside(run: Run, object: Outside, name: string): Value {
  const last = object.steps.at(-1)
  if (last?.kind === 'call') {
    const given = last.site.arguments.find(one => one.kind === 'class')
    const method = given?.kind === 'class' ? methodOf(run, given, name) : undefined
    if (method) return closureOf(method.fn, method.home.file, { ...method.home.scope, home: method.home })
  }
  if (object.steps.length > 12) return NOT_KNOWN
  const value: Outside = { ...object, steps: [...object.steps, { kind: 'member', name }] }
  return environmentValue(run, value) ?? run.models.value?.(run, value) ?? value
}

/** `object.name = value`. */
export function assignMember(object: Value, name: string, value: Value): void {
  if (object.kind === 'fields') object.entries.set(name, value)
  else if (object.kind === 'closure') object.properties.set(name, value)
  else if (object.kind === 'class') object.statics.set(name, value)
  else if (object.kind === 'host') object.host.properties.set(name, value)
}

/** What a loop over it goes through; undefined where that is not known. */
export function itemsOf(value: Value): List | undefined {
  if (value.kind === 'list') return value
  if (value.kind !== 'either') return undefined
  const lists = value.values.map(itemsOf)
  const known = lists.filter(one => one !== undefined)
  return known.length === 0
    ? undefined
    : list(
        known.flatMap(one => one.elements),
        known.length < lists.length || known.some(one => one.isOpen),
      )
}

/** The entries of an object or module, where they are known. */
export function entriesOf(run: Run, value: Value): readonly (readonly [string, Value])[] | undefined {
  if (value.kind === 'fields') return [...value.entries]
  if (value.kind === 'namespace')
    return exportedNames(run, value.file).map(
      name => [name, exportedValue(run, value.file, name) ?? NOT_KNOWN] as const,
    )
  return undefined
}
