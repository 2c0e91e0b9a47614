import type { Span } from '../../source.js'
import { type Run, spanOf } from './run.js'
import type { Expression, Pattern } from './syntax.js'
import { environmentVariable, open, type Scope, scalar, type Value, withDefault } from './value.js'

/** The longest list that an assignment by index may make. */
const LONGEST = 5_000

/** An entry of a value, or a method of it. */
export function valueAt(object: Value, key: string, at: Span): Value {
  switch (object.kind) {
    case 'open':
      return open(object.because, at)
    case 'dictionary': {
      const entry = object.entries.get(key)
      return entry?.value ?? (object.open === undefined ? scalar(undefined, at) : open(object.open, at))
    }
    case 'list': {
      if (key === 'length') return object.open === undefined ? scalar(object.items.length, at) : open(object.open, at)
      if (!/^\d+$/.test(key)) return { kind: 'callable', at, known: { name: `[].${key}`, on: object } }
      return object.items[Number(key)] ?? (object.open === undefined ? scalar(undefined, at) : open(object.open, at))
    }
    case 'scalar':
      if (key === 'length' && typeof object.value === 'string') return scalar(object.value.length, at)
      return { kind: 'callable', at, known: { name: `''.${key}`, on: object } }
    case 'callable': {
      const name = object.known?.name ?? 'function'
      if (name === 'process.env') return environmentVariable(key, at)
      if (name === 'path' && key === 'sep') return scalar('/', at)
      return { kind: 'callable', at, known: { name: `${name}.${key}` } }
    }
  }
}

/** Gives the names of a pattern the parts of a value, in this scope. */
export function bind(pattern: Pattern | { readonly type: string }, value: Value, scope: Scope, run: Run): void {
  const node = pattern as Pattern
  switch (node.type) {
    case 'Identifier':
      scope.names.set(node.name, value)
      return
    case 'AssignmentPattern':
      bind(
        node.left,
        orDefault(value, () => run.evaluate(node.right, scope)),
        scope,
        run,
      )
      return
    case 'ArrayPattern':
      for (const [index, element] of node.elements.entries())
        if (element) bind(element, valueAt(value, String(index), spanOf(run, element)), scope, run)
      return
    case 'ObjectPattern':
      for (const property of node.properties) {
        const at = spanOf(run, property)
        if (property.type === 'RestElement')
          bind(property.argument, open('the rest of an object is not read', at), scope, run)
        else if (property.key.type === 'Identifier' && !property.computed)
          bind(property.value, valueAt(value, property.key.name, at), scope, run)
      }
      return
    default:
      return
  }
}

function orDefault(value: Value, fallback: () => Value): Value {
  if (value.kind === 'scalar') return value.value === undefined ? fallback() : value
  if (value.kind !== 'open' || value.variable === undefined) return value
  const other = fallback()
  return other.kind === 'scalar' && !other.defaulted ? withDefault(value, other, value.at) : value
}

/** `target = value`, where the target is a name or an entry. What is neither is left as it is. */
export function assign(target: { readonly type: string }, value: Value, scope: Scope, run: Run): void {
  const node = target as Expression
  if (node.type === 'Identifier') {
    let at: Scope = scope
    while (!at.names.has(node.name) && at.outer) at = at.outer
    at.names.set(node.name, value)
  } else if (node.type === 'MemberExpression') {
    const object = run.evaluate(node.object as Expression, scope)
    const key = node.computed ? run.evaluate(node.property as Expression, scope) : undefined
    const name = !node.computed && node.property.type === 'Identifier' ? node.property.name : nameIn(key)
    setEntry(object, name, value, spanOf(run, node.property))
  }
}

function nameIn(key: Value | undefined): string | undefined {
  return key?.kind === 'scalar' ? String(key.value) : undefined
}

function setEntry(object: Value, name: string | undefined, value: Value, keyAt: Span): void {
  if (object.kind !== 'list' && object.kind !== 'dictionary') return
  if (name === undefined) object.open ??= 'the name of one of its entries is only known when it runs'
  else if (object.kind === 'dictionary') object.entries.set(name, { value, keyAt })
  else if (/^\d{1,4}$/.test(name) && Number(name) <= Math.min(object.items.length, LONGEST))
    object.items[Number(name)] = value
  else object.open ??= 'one of its items is set in a way that is not read here'
}
