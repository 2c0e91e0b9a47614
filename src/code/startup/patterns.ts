import type { Expression } from '../syntax.js'
import { evaluate } from './expressions.js'
import { assignMember, itemsOf, memberOf } from './members.js'
import { assignExport } from './modules.js'
import type { Run } from './run.js'
import { eitherOf, fields, list, loosen, NOT_KNOWN, type Scope, type Value } from './values.js'

/** Gives the names of a pattern their values, in this scope. */
export function bindPattern(run: Run, pattern: Expression, value: Value, scope: Scope): void {
  spread(run, pattern, value, scope, (name, one) => scope.names.set(name, one))
}

/** Assigns to what exists: variables where they were declared, members of objects. */
export function assignTo(run: Run, target: Expression, value: Value, scope: Scope): void {
  spread(run, target, value, scope, (name, one) => {
    if (name === 'exports') return
    let isMaybe = false
    for (let at: Scope | undefined = scope; at; at = at.parent) {
      const before = at.names.get(name)
      if (before) {
        at.names.set(name, isMaybe ? eitherOf([before, one]) : one)
        return
      }
      if (at.isMaybe) isMaybe = true
    }
    scope.names.set(name, one)
  })
}

type Bind = (name: string, value: Value) => void

function spread(run: Run, pattern: Expression, value: Value, scope: Scope, bind: Bind): void {
  switch (pattern.kind) {
    case 'name':
      bind(pattern.name, value)
      return
    case 'cast':
      spread(run, pattern.value, value, scope, bind)
      return
    case 'default': {
      const isMissing = value.kind === 'unknown' || (value.kind === 'plain' && value.value === null)
      spread(run, pattern.target, isMissing ? evaluate(run, pattern.value, scope) : value, scope, bind)
      return
    }
    case 'object': {
      const taken = new Set<string>()
      for (const entry of pattern.entries) {
        if (entry.kind === 'spread') {
          spread(run, entry.value, restOf(value, taken), scope, bind)
          continue
        }
        if (entry.key !== undefined) taken.add(entry.key)
        spread(run, entry.value, entry.key === undefined ? NOT_KNOWN : memberOf(run, value, entry.key), scope, bind)
      }
      return
    }
    case 'array': {
      const items = itemsOf(value)
      for (const [index, element] of pattern.elements.entries()) {
        if (element.kind === 'spread')
          spread(run, element.value, items ? list(items.elements.slice(index), items.isOpen) : NOT_KNOWN, scope, bind)
        else spread(run, element, items?.elements[index] ?? NOT_KNOWN, scope, bind)
      }
      return
    }
    case 'member':
    case 'index':
      assignInto(run, pattern, value, scope)
      return
    default:
  }
}

function restOf(value: Value, taken: ReadonlySet<string>): Value {
  if (value.kind !== 'fields') return NOT_KNOWN
  return fields(
    [...value.entries].filter(([key]) => !taken.has(key)),
    value.isOpen,
  )
}

function assignInto(run: Run, target: Expression & { kind: 'member' | 'index' }, value: Value, scope: Scope): void {
  const { object } = target
  if (target.kind === 'member' && object.kind === 'name' && object.name === 'module' && target.property === 'exports') {
    assignExport(run, scope.file, '=', value)
    return
  }
  const name = target.kind === 'member' ? target.property : keyOf(run, target.index, scope)
  if (name === undefined) {
    const changed = evaluate(run, object, scope)
    if (changed.kind === 'fields') loosen(changed)
    return
  }
  const isExports =
    (object.kind === 'name' && object.name === 'exports') ||
    (object.kind === 'member' && object.object.kind === 'name' && object.object.name === 'module')
  if (isExports && scope.file.imports.every(one => one.local !== 'exports')) assignExport(run, scope.file, name, value)
  else {
    const changed = evaluate(run, object, scope)
    const before = isMaybe(scope) && changed.kind === 'fields' ? changed.entries.get(name) : undefined
    assignMember(changed, name, before ? eitherOf([before, value]) : value)
  }
}

/** Whether what stands in the scope may happen or not, within its function. */
function isMaybe(scope: Scope): boolean {
  for (let at: Scope | undefined = scope; at && !at.fn; at = at.parent) if (at.isMaybe) return true
  return false
}

function keyOf(run: Run, index: Expression, scope: Scope): string | undefined {
  const key = evaluate(run, index, scope)
  return key.kind === 'plain' && !key.isPartial ? String(key.value) : undefined
}
