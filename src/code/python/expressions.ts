import type { CodeFile, Expression, Template } from '../syntax.js'
import { evaluateExpression } from '../values.js'
import { attributeOf } from './attributes.js'
import { evaluateCall } from './calls.js'
import { MOST_NESTED, type PyRun } from './run.js'
import { functionValue } from './statements.js'
import { assign, reassign } from './targets.js'
import { listOf, lookUp, type Names, type PyDict, type PyValue, plainOf, textOf, UNKNOWN } from './values.js'

const MOST_ITEMS = 500

/** What an expression is, as far as the start of the program tells. Never throws; what it cannot know is unknown. */
export function evaluate(run: PyRun, file: CodeFile, names: Names, node: Expression): PyValue {
  if (run.budget-- <= 0 || run.nesting >= MOST_NESTED) return UNKNOWN
  run.nesting++
  const found = evaluated(run, file, names, node)
  run.nesting--
  // Lists that are made again and again cost what they hold.
  if (found.kind === 'list' && node.kind !== 'name') run.budget -= found.items.length >> 2
  return found
}

function evaluated(run: PyRun, file: CodeFile, names: Names, node: Expression): PyValue {
  const value = (one: Expression) => evaluate(run, file, names, one)
  switch (node.kind) {
    case 'literal':
      return plainOf(node.value)
    case 'template':
      return template(run, file, names, node)
    case 'name':
      return lookUp(names, node.name) ?? UNKNOWN
    case 'member': {
      const object = value(node.object)
      const found = attributeOf(run, file, object, node.property, node)
      const isSetting = SETTING.test(node.property) || (object.kind === 'outside' && object.name === 'os.environ')
      return found.kind === 'outside' || found.kind === 'unknown'
        ? isSetting
          ? (elsewhere(run, file, node) ?? found)
          : found
        : found
    }
    case 'index':
      return indexed(run, value(node.object), value(node.index))
    case 'slice':
      value(node.object)
      return UNKNOWN
    case 'call':
      return evaluateCall(run, file, names, node)
    case 'array':
      return listOf(
        node.elements.flatMap(one => (one.kind === 'spread' ? spreadItems(value(one.value)) : value(one))),
        node.elements.some(one => one.kind === 'spread'),
      )
    case 'object':
      return dictionary(run, file, names, node)
    case 'function':
      return functionValue(run, file, names, node)
    case 'await':
    case 'cast':
    case 'keyword':
    case 'spread':
      return value(node.value)
    case 'binary':
      return binary(node.operator, value(node.left), () => value(node.right))
    case 'unary': {
      const known = truth(value(node.value))
      return node.operator === '!' && known !== undefined ? plainOf(!known) : UNKNOWN
    }
    case 'conditional': {
      const known = truth(value(node.test))
      if (known !== undefined) return value(known ? node.consequent : node.alternate)
      return oneOf(value(node.consequent), value(node.alternate))
    }
    case 'assign':
      return reassign(run, file, names, node.target, node.operator, value(node.value))
    case 'comprehension':
      return comprehension(run, file, names, node)
    case 'unknown':
      for (const child of node.children) if (child.kind === 'call') value(child)
      return UNKNOWN
    default:
      return UNKNOWN
  }
}

/** Names of constants and settings. */
const SETTING = /^[A-Z][A-Z\d_]*$/

/** What constants, settings and variables of the environment tell of an expression. It takes long: only for what looks so. */
export function elsewhere(run: PyRun, file: CodeFile, node: Expression): PyValue | undefined {
  run.budget -= 20
  const found = evaluateExpression(run.program, { file, node }, run.environment)
  return found.kind === 'known' && found.value !== null ? plainOf(found.value) : undefined
}

/** Whether it counts as true; undefined where that is not known. */
export function truth(value: PyValue): boolean | undefined {
  switch (value.kind) {
    case 'plain':
      return Boolean(value.value)
    case 'list':
      return value.items.length > 0 ? true : value.isOpen ? undefined : false
    case 'dict':
      return value.entries.size > 0 ? true : value.isOpen ? undefined : false
    case 'function':
    case 'class':
    case 'host':
    case 'module':
      return true
    default:
      return undefined
  }
}

function template(run: PyRun, file: CodeFile, names: Names, node: Template): PyValue {
  let text = ''
  let isWhole = true
  for (const part of node.parts.slice(0, 100)) {
    const value = typeof part === 'string' ? plainOf(part) : evaluate(run, file, names, part)
    if (value.kind === 'plain') text += written(value.value)
    else {
      text = value.kind === 'ending' ? value.text : ''
      isWhole = false
    }
  }
  return isWhole ? plainOf(text) : { kind: 'ending', text: text.slice(-500) }
}

function written(value: string | number | boolean | null): string {
  if (value === null) return 'None'
  return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value)
}

/** One of two, and it is not known which: an object is followed, a text or number may be another one. */
function oneOf(one: PyValue, other: PyValue): PyValue {
  const isObject = (value: PyValue) => !/^(?:unknown|outside|plain|ending)$/.test(value.kind)
  if (isObject(one) || isObject(other)) return isObject(one) ? one : other
  return one.kind === 'plain' && other.kind === 'plain' && one.value === other.value ? one : UNKNOWN
}

function binary(operator: string, left: PyValue, right: () => PyValue): PyValue {
  if (operator === '||' || operator === '&&') {
    const known = truth(left)
    const other = right()
    if (known === undefined)
      return operator === '||' ? oneOf(left, other) : truth(other) === false ? other : oneOf(UNKNOWN, other)
    return known === (operator === '||') ? left : other
  }
  const other = right()
  if (operator === '+') return sum(left, other)
  if (left.kind !== 'plain' || other.kind !== 'plain') return UNKNOWN
  if (operator === '===' || operator === 'is') return plainOf(left.value === other.value)
  if (operator === '!==' || operator === 'is not') return plainOf(left.value !== other.value)
  if (operator === '%' && typeof left.value === 'string' && typeof other.value !== 'boolean')
    return plainOf(left.value.replace(/%[sd]/, String(other.value)))
  return UNKNOWN
}

function sum(left: PyValue, right: PyValue): PyValue {
  if (left.kind === 'list' || right.kind === 'list') {
    const items = [left, right].flatMap(one => (one.kind === 'list' ? one.items : []))
    return listOf(
      items,
      [left, right].some(one => one.kind !== 'list' || one.isOpen),
    )
  }
  const [one, other] = [left.kind === 'ending' ? left.text : textOf(left), textOf(right)]
  if (other !== undefined && left.kind === 'ending') return { kind: 'ending', text: ((one ?? '') + other).slice(-500) }
  if (one !== undefined && other !== undefined) return plainOf(one + other)
  if (other !== undefined && left.kind === 'unknown') return { kind: 'ending', text: other }
  if (
    left.kind === 'plain' &&
    right.kind === 'plain' &&
    typeof left.value === 'number' &&
    typeof right.value === 'number'
  )
    return plainOf(left.value + right.value)
  return UNKNOWN
}

function indexed(run: PyRun, object: PyValue, key: PyValue): PyValue {
  if (object.kind === 'list' && key.kind === 'plain' && typeof key.value === 'number')
    return object.items.at(key.value) ?? UNKNOWN
  const name = textOf(key)
  if (name !== undefined && object.kind === 'dict') return object.entries.get(name) ?? UNKNOWN
  if (name !== undefined && object.kind === 'host') return run.knowledge.attribute(run, object, name) ?? UNKNOWN
  // What an annotation says beside the type.
  if (object.kind === 'outside' && object.name.endsWith('.Annotated')) return key
  // `Generic[T]`, `list[int]`: the class itself.
  return object.kind === 'class' || object.kind === 'outside' ? object : UNKNOWN
}

function spreadItems(value: PyValue): readonly PyValue[] {
  return value.kind === 'list' ? value.items : []
}

function dictionary(run: PyRun, file: CodeFile, names: Names, node: Extract<Expression, { kind: 'object' }>): PyDict {
  const made: PyDict = { kind: 'dict', entries: new Map(), isOpen: false }
  for (const entry of node.entries) {
    if (entry.kind === 'spread') {
      const spread = evaluate(run, file, names, entry.value)
      if (spread.kind === 'dict') for (const [key, value] of spread.entries) made.entries.set(key, value)
      else made.isOpen = true
      continue
    }
    const value = evaluate(run, file, names, entry.value)
    const key = entry.key ?? (entry.computed && textOf(evaluate(run, file, names, entry.computed)))
    if (key === undefined) made.isOpen = true
    else made.entries.set(key, value)
  }
  return made
}

/** Over known items the elements are known too; conditions that are not known let all pass. */
function comprehension(
  run: PyRun,
  file: CodeFile,
  names: Names,
  node: Extract<Expression, { kind: 'comprehension' }>,
): PyValue {
  const [clause] = node.clauses
  const inner: Names = { own: new Map(), around: names, isClass: false }
  if (!clause || node.clauses.length > 1 || node.form === 'dict') return UNKNOWN
  const over = evaluate(run, file, inner, clause.iterated)
  const isKnown = over.kind === 'list'
  const made = (isKnown ? over.items.slice(0, MOST_ITEMS) : [UNKNOWN]).flatMap(item => {
    assign(run, file, inner, clause.target, item)
    const isOut = clause.tests.some(test => truth(evaluate(run, file, inner, test)) === false)
    return isOut ? [] : [evaluate(run, file, inner, node.element)]
  })
  return listOf(isKnown ? made : [], !isKnown)
}
