import type { ArrayLiteral, Call, Expression, FunctionNode, ObjectLiteral, TypeReference } from '../syntax.js'
import { callValue } from './calls.js'
import { memberOf } from './members.js'
import { operate } from './operators.js'
import { importedNames, packageOf, typeNamed } from './packages.js'
import { type GoRun, spanOf, zeroOf } from './run.js'
import { packageValue } from './start.js'
import { derived, type GoScope, type GoStruct, type GoValue, NIL, plain, pointed, textOf, UNKNOWN } from './values.js'

/** Expressions nested deeper, functions that they call included, are not looked at. */
const DEEPEST = 400

/** What an expression gives. Calls in it happen. */
export function evaluate(run: GoRun, scope: GoScope, node: Expression): GoValue {
  if (run.steps-- <= 0 || run.depth >= DEEPEST) return UNKNOWN
  run.depth++
  const value = valueOfExpression(run, scope, node)
  run.depth--
  return value
}

function valueOfExpression(run: GoRun, scope: GoScope, node: Expression): GoValue {
  switch (node.kind) {
    case 'literal':
      return node.value === null ? NIL : plain(node.value, spanOf(scope.file, node))
    case 'name':
      return named(run, scope, node.name)
    case 'member':
      return memberOf(run, evaluate(run, scope, node.object), node.property)
    case 'index':
      return indexed(pointed(evaluate(run, scope, node.object)), evaluate(run, scope, node.index))
    case 'slice': {
      const of = evaluate(run, scope, node.object)
      return of.kind === 'list' ? { ...of, isWhole: false } : UNKNOWN
    }
    case 'call':
      return node.isNew ? composite(run, scope, node) : callValue(run, scope, node)
    case 'function':
      return { kind: 'closure', file: scope.file, node: node satisfies FunctionNode, scope }
    case 'cast':
      return evaluate(run, scope, node.value)
    case 'spread':
      return evaluate(run, scope, node.value)
    case 'unary':
      return unary(run, scope, node.operator, node.value)
    case 'binary': {
      const left = evaluate(run, scope, node.left)
      return operate(node.operator, left, () => evaluate(run, scope, node.right), spanOf(scope.file, node))
    }
    default:
      return UNKNOWN
  }
}

function named(run: GoRun, scope: GoScope, name: string): GoValue {
  for (let at: GoScope | undefined = scope; at; at = at.parent) {
    const variable = at.names.get(name)
    if (variable) return variable.value
  }
  const global = packageValue(run, scope.file, name)
  if (global) return global.value
  const inside = packageOf(run.program, scope.file)
  const fn = inside.functions.get(name)
  if (fn) return { kind: 'closure', ...fn }
  const type = inside.structs.get(name) ?? inside.types.get(name)
  if (type) {
    const resolved = typeNamed(run.program, type.file, name)
    return resolved.kind === 'outside'
      ? { kind: 'outside', name: resolved.name }
      : { kind: 'type', file: type.file, name }
  }
  return importedNames(run.program, scope.file).get(name) ?? { kind: 'outside', name }
}

function unary(run: GoRun, scope: GoScope, operator: string, operand: Expression): GoValue {
  if (operator === '&' && operand.kind === 'name') {
    for (let at: GoScope | undefined = scope; at; at = at.parent) {
      const variable = at.names.get(operand.name)
      if (variable) return isShared(variable.value) ? variable.value : { kind: 'pointer', to: variable }
    }
    const global = packageValue(run, scope.file, operand.name)
    if (global && !isShared(global.value)) return { kind: 'pointer', to: global }
  }
  const value = evaluate(run, scope, operand)
  if (operator === '&') {
    if (operand.kind !== 'member' || isShared(value)) return value
    const object = pointed(evaluate(run, scope, operand.object))
    if (object.kind !== 'struct') return value
    const { fields } = object
    const field = {
      get value() {
        return fields.get(operand.property) ?? value
      },
      set value(given: GoValue) {
        fields.set(operand.property, given)
      },
    }
    return { kind: 'pointer', to: field }
  }
  if (operator === '*') return pointed(value)
  if (value.kind !== 'plain') return UNKNOWN
  if (operator === '!' && typeof value.value === 'boolean') return derived(!value.value, [value])
  if (operator === '-' && typeof value.value === 'number') return derived(-value.value, [value])
  return operator === '+' ? value : UNKNOWN
}

/** What is the same thing behind a pointer to it. */
function isShared({ kind }: GoValue): boolean {
  return kind === 'struct' || kind === 'host' || kind === 'map' || kind === 'closure' || kind === 'result'
}

function indexed(object: GoValue, index: GoValue): GoValue {
  if (object.kind === 'list' && index.kind === 'plain' && typeof index.value === 'number')
    return object.items[index.value] ?? UNKNOWN
  if (object.kind === 'map' && index.kind === 'plain') return object.entries.get(String(index.value)) ?? UNKNOWN
  // `f[T]`, not called yet.
  return object.kind === 'closure' ? object : UNKNOWN
}

/** `T{…}`, `[]T{…}`, `map[K]V{…}`. */
function composite(run: GoRun, scope: GoScope, node: Call): GoValue {
  const [body] = node.arguments
  const [first, second] = node.typeArguments ?? []
  const callee = node.callee.kind === 'name' ? node.callee.name : ''
  if (body?.kind !== 'object' && body?.kind !== 'array') return UNKNOWN
  if (callee === '[]') return listOf(run, scope, body, first)
  if (callee === 'map' && body.kind === 'object') return mapOf(run, scope, body, second)
  if (callee === '{}') return structOf(run, scope, body, { fields: first?.members?.map(one => one.name) ?? [] })
  const type = evaluate(run, scope, node.callee)
  if (type.kind === 'type') return ownLiteral(run, scope, body, type)
  if (type.kind !== 'outside') return UNKNOWN
  const struct = structOf(run, scope, body, { outside: type.name })
  return run.knowledge.filled(run, struct) ?? struct
}

function ownLiteral(
  run: GoRun,
  scope: GoScope,
  body: ObjectLiteral | ArrayLiteral,
  type: Extract<GoValue, { kind: 'type' }>,
): GoValue {
  const inside = packageOf(run.program, type.file)
  const declared = inside.types.get(type.name)
  if (declared?.type.name === '[]') return listOf(run, scope, body, declared.type.arguments[0])
  if (declared?.type.name === 'map' && body.kind === 'object')
    return mapOf(run, scope, body, declared.type.arguments[1])
  const fields = inside.structs.get(type.name)?.node.members.flatMap(one => (one.kind === 'field' ? [one.name] : []))
  return structOf(run, scope, body, { type: { file: type.file, name: type.name }, fields: fields ?? [] })
}

/** Elements whose type is left out have that of the list. */
function element(run: GoRun, scope: GoScope, node: Expression, type: TypeReference | undefined): GoValue {
  if ((node.kind !== 'object' && node.kind !== 'array') || !type) return evaluate(run, scope, node)
  if (type.name === '[]') return listOf(run, scope, node, type.arguments[0])
  if (type.name === 'map') return node.kind === 'object' ? mapOf(run, scope, node, type.arguments[1]) : UNKNOWN
  if (type.name === '{}') return structOf(run, scope, node, { fields: type.members?.map(one => one.name) ?? [] })
  const resolved = typeNamed(run.program, scope.file, type.name)
  if (resolved.kind === 'own') return ownLiteral(run, scope, node, { ...resolved, kind: 'type' })
  const struct = structOf(run, scope, node, { outside: resolved.name })
  return run.knowledge.filled(run, struct) ?? struct
}

function listOf(
  run: GoRun,
  scope: GoScope,
  body: ObjectLiteral | ArrayLiteral,
  type: TypeReference | undefined,
): GoValue {
  const written =
    body.kind === 'array' ? body.elements : body.entries.flatMap(one => (one.kind === 'entry' ? [one.value] : []))
  return { kind: 'list', items: written.map(one => element(run, scope, one, type)), isWhole: true }
}

function mapOf(run: GoRun, scope: GoScope, body: ObjectLiteral, type: TypeReference | undefined): GoValue {
  const entries = new Map<string, GoValue>()
  for (const one of body.entries) {
    if (one.kind !== 'entry') continue
    const key = one.key ?? keyOf(one.computed && evaluate(run, scope, one.computed))
    entries.set(key ?? `?${String(one.start)}`, element(run, scope, one.value, type))
  }
  return { kind: 'map', entries }
}

function keyOf(value: GoValue | undefined): string | undefined {
  return value?.kind === 'plain' ? String(value.value) : textOf(value)
}

function structOf(
  run: GoRun,
  scope: GoScope,
  body: ObjectLiteral | ArrayLiteral,
  what: { readonly type?: GoStruct['type']; readonly outside?: string; readonly fields?: readonly string[] },
): GoStruct {
  const own = what.type && packageOf(run.program, what.type.file).structs.get(what.type.name)
  const typeOf = (name: string) => {
    const field = own?.node.members.find(one => one.kind === 'field' && one.name === name)
    return field?.kind === 'field' ? field.type : undefined
  }
  const fields = new Map<string, GoValue>()
  if (body.kind === 'array')
    for (const [index, one] of body.elements.entries()) {
      const name = what.fields?.[index] ?? String(index)
      fields.set(name, element(run, scope, one, typeOf(name)))
    }
  else
    for (const one of body.entries)
      if (one.kind === 'entry' && one.key !== undefined)
        fields.set(one.key, element(run, scope, one.value, typeOf(one.key)))
  return {
    kind: 'struct',
    ...(what.type && { type: what.type }),
    ...(what.outside !== undefined && { outside: what.outside }),
    fields,
    at: spanOf(scope.file, body),
    isOpen: false,
  }
}

/** What `var x T` holds. */
export function zeroValue(run: GoRun, scope: GoScope, type: TypeReference | undefined, at: Expression): GoValue {
  const zero = zeroOf(type)
  if (zero.kind !== 'unknown' || !type) return zero
  const resolved = typeNamed(run.program, scope.file, type.name)
  const struct = (what: Partial<GoStruct>): GoStruct => ({
    kind: 'struct',
    fields: new Map(),
    at: spanOf(scope.file, at),
    isOpen: false,
    ...what,
  })
  if (resolved.kind === 'own' && packageOf(run.program, resolved.file).structs.has(resolved.name))
    return struct({ type: { file: resolved.file, name: resolved.name } })
  if (resolved.kind !== 'outside') return zero
  const made = struct({ outside: resolved.name })
  return run.knowledge.filled(run, made) ?? made
}
