import type { Span } from '../../source.js'
import { textOf } from './run.js'
import type { Expression } from './syntax.js'
import { isTrue, type Open, open, type Scalar, scalar, type Value, whyOpen, withDefault, writtenOf } from './value.js'

type Binary = Extract<Expression, { type: 'BinaryExpression' }>
type Logical = Extract<Expression, { type: 'LogicalExpression' }>
type Unary = Extract<Expression, { type: 'UnaryExpression' }>

/** Puts texts together; what is not known of them stays in it as a variable. */
export function joinTexts(parts: readonly Value[], at: Span): Value {
  const plain = parts.filter(part => part.kind === 'scalar' || part.kind === 'open')
  if (plain.length < parts.length) return open('it is made of more than texts', at)
  const written = plain.map(writtenOf)
  const whole = { text: written.map(part => part.text).join(''), uses: written.flatMap(part => part.uses) }
  const unknown = plain.find((part): part is Open => part.kind === 'open')
  if (whole.text.length > 20_000) return open('the text is too long', at)
  if (unknown) return { kind: 'open', because: unknown.because, at, written: whole }
  const text = textOf(plain.map(part => String((part as Scalar).value)).join(''), at)
  return whole.uses.length > 0 && text.kind === 'scalar' ? { ...text, defaulted: whole } : text
}

/** `left operator right`. */
export function binary(operator: Binary['operator'], left: Value, right: Value, at: Span): Value {
  const isText = (value: Value) =>
    (value.kind === 'scalar' && typeof value.value === 'string') || (value.kind === 'open' && value.written)
  if (operator === '+' && (isText(left) || isText(right))) return joinTexts([left, right], at)
  const because = [left, right].map(value => (value.kind === 'open' ? value.because : undefined)).find(Boolean)
  if (because !== undefined) return open(because, at)
  if (left.kind !== 'scalar' || right.kind !== 'scalar') return comparison(operator, left, right, at)
  const result = computed(operator, left.value, right.value)
  if (result === undefined) return open(`what "${operator}" gives is only known when it runs`, at)
  const defaulted = left.defaulted ?? right.defaulted
  return { ...scalar(result, at), ...(defaulted ? { defaulted } : {}) }
}

/** Two objects are equal when they are the same one. Beside a scalar, `==` would ask the object for its text. */
function comparison(operator: Binary['operator'], left: Value, right: Value, at: Span): Value {
  const loose = operator === '==' || operator === '!='
  if (loose && (left.kind === 'scalar' || right.kind === 'scalar'))
    return open(`what "${operator}" gives is only known when it runs`, at)
  if (operator === '===' || operator === '==') return scalar(left === right, at)
  if (operator === '!==' || operator === '!=') return scalar(left !== right, at)
  return open(`what "${operator}" gives is only known when it runs`, at)
}

function computed(operator: Binary['operator'], left: Scalar['value'], right: Scalar['value']) {
  const [a, b] = [Number(left), Number(right)]
  switch (operator) {
    case '+':
      return a + b
    case '-':
      return a - b
    case '*':
      return a * b
    case '/':
      return a / b
    case '%':
      return a % b
    case '**':
      return a ** b
    case '===':
      return left === right
    case '!==':
      return left !== right
    case '==':
      return looselyEqual(left, right)
    case '!=':
      return !looselyEqual(left, right)
    case '<':
    case '>':
    case '<=':
    case '>=':
      return ordered(operator, left, right)
    default:
      return undefined
  }
}

function looselyEqual(left: Scalar['value'], right: Scalar['value']): boolean {
  if (left === null || left === undefined || right === null || right === undefined)
    return (left ?? undefined) === (right ?? undefined)
  return typeof left === typeof right ? left === right : Number(left) === Number(right)
}

function ordered(operator: '<' | '>' | '<=' | '>=', left: Scalar['value'], right: Scalar['value']): boolean {
  const texts = typeof left === 'string' && typeof right === 'string'
  const [a, b] = texts ? [left, right] : [Number(left), Number(right)]
  if (operator === '<') return a < b
  if (operator === '>') return a > b
  return operator === '<=' ? a <= b : a >= b
}

/** `a || b`, `a && b`, `a ?? b`. A variable of the environment with a fallback is its fallback, and says so. */
export function logical(node: Logical, left: Value, right: () => Value, at: Span): Value {
  const { operator } = node
  if (left.kind === 'open') {
    if (operator === '&&') return open(left.because, at)
    const fallback = right()
    const plain = left.variable !== undefined && fallback.kind === 'scalar' && !fallback.defaulted
    return plain && fallback.value !== undefined ? withDefault(left, fallback, at) : { ...left, at }
  }
  if (operator === '??') {
    const nothing = left.kind === 'scalar' && (left.value === null || left.value === undefined)
    return nothing ? right() : left
  }
  const decided = isTrue(left)
  if (decided === undefined) return operator === '||' ? left : open(whyOpen(left) ?? '', at)
  return decided === (operator === '||') ? left : right()
}

/** `!a`, `-a`, `+a`, `typeof a`, `void a`. */
export function unary(operator: Unary['operator'], value: Value, at: Span): Value {
  if (operator === 'void') return scalar(undefined, at)
  if (operator === '!') {
    const decided = isTrue(value)
    return decided === undefined ? open(whyOpen(value) ?? '', at) : scalar(!decided, at)
  }
  if (operator === '+') return toNumber(value, at)
  if (value.kind === 'open') return open(value.because, at)
  if (operator === '-' && value.kind === 'scalar') return { ...value, value: -Number(value.value), at }
  if (operator === 'typeof' && value.kind === 'scalar')
    return scalar(value.value === null ? 'object' : typeof value.value, at)
  return open(`what "${operator}" gives is only known when it runs`, at)
}

/** A value as a number; a variable of the environment stays one. */
export function toNumber(value: Value, at: Span, convert: (value: Scalar['value']) => number = Number): Value {
  if (value.kind === 'open') return { ...value, at }
  return value.kind === 'scalar'
    ? { ...value, value: convert(value.value), at }
    : open('it is made of more than a number', at)
}
