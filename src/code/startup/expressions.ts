import type { Expression, ObjectLiteral } from '../syntax.js'
import { pathOf } from '../walk.js'
import { dirnameOf } from './builtins.js'
import { evaluateCall } from './calls.js'
import { classOf, entriesOf, itemsOf, memberOf } from './members.js'
import { exportsObject, moduleName } from './modules.js'
import { evaluateBinary, evaluateUnary, joinTexts } from './operators.js'
import { assignTo } from './patterns.js'
import { closureOf, isTooDeep, type Run } from './run.js'
import {
  eitherOf,
  type Fields,
  fields,
  LONGEST,
  list,
  loosen,
  NOT_KNOWN,
  NOTHING,
  plain,
  type Scope,
  truthOf,
  type Value,
} from './values.js'

/** What an expression comes to. */
export function evaluate(run: Run, expression: Expression, scope: Scope): Value {
  // As `deeper` does, but without a function for every node.
  if (run.budget-- < 0 || isTooDeep(run)) return NOT_KNOWN
  run.depth++
  const value = evaluateOne(run, expression, scope)
  run.depth--
  return value
}

function evaluateOne(run: Run, node: Expression, scope: Scope): Value {
  switch (node.kind) {
    case 'literal':
      return plain(node.value)
    case 'regular-expression':
      return { kind: 'pattern', pattern: node.pattern }
    case 'template':
      return joinTexts(node.parts.map(part => (typeof part === 'string' ? plain(part) : evaluate(run, part, scope))))
    case 'tagged':
      evaluate(run, node.tag, scope)
      return NOT_KNOWN
    case 'name':
      return nameValue(run, node.name, scope)
    case 'member':
      return memberValue(run, node, scope)
    case 'index':
      return indexValue(run, evaluate(run, node.object, scope), evaluate(run, node.index, scope))
    case 'call':
      return evaluateCall(run, node, scope)
    case 'object':
      return evaluateObject(run, node, scope)
    case 'array':
      return evaluateElements(run, node.elements, scope)
    case 'function':
      return closureOf(node, scope.file, scope)
    case 'class':
      return classOf(node, scope)
    case 'await': {
      const value = evaluate(run, node.value, scope)
      if (value.kind === 'host') value.host.awaited?.()
      return value
    }
    case 'cast':
      return evaluate(run, node.value, scope)
    case 'binary':
      return evaluateBinary(run, node, scope)
    case 'unary':
      return evaluateUnary(node.operator, evaluate(run, node.value, scope))
    case 'conditional': {
      const truth = truthOf(evaluate(run, node.test, scope))
      if (truth !== undefined) return evaluate(run, truth ? node.consequent : node.alternate, scope)
      return eitherOf([evaluate(run, node.consequent, scope), evaluate(run, node.alternate, scope)])
    }
    case 'assign':
      return evaluateAssign(run, node, scope)
    case 'unknown': {
      // A sequence: the last one counts.
      let last: Value = NOT_KNOWN
      for (const child of node.children) if (isExpression(child)) last = evaluate(run, child, scope)
      return last
    }
    default:
      return NOT_KNOWN
  }
}

function isExpression(node: Expression | { readonly kind: string }): node is Expression {
  return ![
    'declare',
    'expression',
    'return',
    'throw',
    'if',
    'switch',
    'loop',
    'try',
    'with',
    'block',
    'type',
    'deferred',
    'jump',
  ].includes(node.kind)
}

/** A name: a variable, something of the module, a global. */
function nameValue(run: Run, name: string, scope: Scope): Value {
  if (name === 'undefined') return NOTHING
  if (name === 'this') return selfOf(scope) ?? NOT_KNOWN
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const found = at.names.get(name)
    if (found) return found
  }
  const found = moduleName(run, scope.file, name)
  if (found) return found
  if (name === '__dirname') return plain(dirnameOf(scope.file.path))
  if (name === '__filename') return plain(scope.file.path)
  if (name === 'exports') return exportsObject(run, scope.file)
  const value: Value = { kind: 'outside', package: '', steps: [{ kind: 'member', name }] }
  return run.models.value?.(run, value) ?? value
}

/** `this` of the function around, which arrow functions share. */
export function selfOf(scope: Scope): Value | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) if (at.self) return at.self
  return undefined
}

function memberValue(run: Run, node: Expression & { kind: 'member' }, scope: Scope): Value {
  const { object } = node
  if (object.kind === 'name' && object.name === 'module' && node.property === 'exports')
    return exportsObject(run, scope.file)
  // `import.meta.url`, `import.meta.dirname`
  if (pathOf(object)?.join('.') === 'import.meta') {
    if (node.property === 'dirname') return plain(dirnameOf(scope.file.path))
    if (node.property === 'url' || node.property === 'filename') return plain(scope.file.path)
  }
  return memberOf(run, evaluate(run, object, scope), node.property)
}

function indexValue(run: Run, object: Value, index: Value): Value {
  if (index.kind !== 'plain' || index.isPartial) {
    // Any of them may be meant.
    const entries = object.kind === 'fields' && index.kind !== 'plain' ? entriesOf(run, object) : undefined
    return entries && entries.length <= 20 ? eitherOf(entries.map(([, value]) => value)) : NOT_KNOWN
  }
  if (object.kind === 'list' && typeof index.value === 'number') return object.elements[index.value] ?? NOT_KNOWN
  return memberOf(run, object, String(index.value))
}

function evaluateObject(run: Run, node: ObjectLiteral, scope: Scope): Value {
  const made: Fields = { ...fields(), written: { file: scope.file, node } }
  for (const entry of node.entries) {
    if (entry.kind === 'spread') {
      const from = evaluate(run, entry.value, scope)
      const entries = entriesOf(run, from)
      for (const [key, value] of entries ?? []) made.entries.set(key, value)
      if (!entries || (from.kind === 'fields' && from.isOpen)) loosen(made)
      continue
    }
    const computed = entry.computed && evaluate(run, entry.computed, scope)
    const key = entry.key ?? (computed?.kind === 'plain' && !computed.isPartial ? String(computed.value) : undefined)
    // A method is a function whose `this` is the object.
    const value =
      entry.value.kind === 'function' && !entry.value.isArrow
        ? closureOf(entry.value, scope.file, scope, made)
        : evaluate(run, entry.value, scope)
    if (key === undefined) loosen(made)
    else made.entries.set(key, value)
  }
  return made
}

/** The elements of an array or the arguments of a call, with what is spread among them. */
export function evaluateElements(run: Run, elements: readonly Expression[], scope: Scope): Value & { kind: 'list' } {
  const made = list([])
  for (const element of elements) {
    if (element.kind !== 'spread') {
      made.elements.push(evaluate(run, element, scope))
      continue
    }
    const items = itemsOf(evaluate(run, element.value, scope))
    const room = LONGEST - made.elements.length
    if (items) made.elements.push(...items.elements.slice(0, room))
    if (!items || items.isOpen || items.elements.length > room) made.isOpen = true
  }
  return made
}

function evaluateAssign(run: Run, node: Expression & { kind: 'assign' }, scope: Scope): Value {
  const value = evaluate(run, node.value, scope)
  if (node.operator === '=') {
    assignTo(run, node.target, value, scope)
    return value
  }
  const before = evaluate(run, node.target, scope)
  const after =
    node.operator === '+=' && (before.kind === 'plain' || value.kind === 'plain')
      ? joinTexts([before, value])
      : node.operator === '||=' || node.operator === '??='
        ? truthOf(before) === true
          ? before
          : value
        : NOT_KNOWN
  assignTo(run, node.target, after, scope)
  return after
}
