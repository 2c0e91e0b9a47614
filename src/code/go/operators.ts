import type { Span } from '../../source.js'
import { derived, type GoValue, UNKNOWN } from './values.js'

/** Arithmetic, comparison and logic of plain values; `nil` is compared with what is certainly something, too. */
export function operate(operator: string, left: GoValue, right: () => GoValue, at: Span): GoValue {
  if (left.kind === 'plain' && typeof left.value === 'boolean') {
    if (operator === '&&') return left.value ? right() : left
    if (operator === '||') return left.value ? left : right()
  }
  const other = right()
  if (operator === '&&' || operator === '||') return UNKNOWN
  if (operator === '===' || operator === '!==') {
    const same = isSame(left, other)
    return same === undefined ? UNKNOWN : derived(operator === '===' ? same : !same, [left, other], at)
  }
  if (left.kind !== 'plain' || other.kind !== 'plain') return UNKNOWN
  const value = computed(operator, left.value, other.value)
  return value === undefined ? UNKNOWN : derived(value, [left, other], at)
}

function isSame(left: GoValue, right: GoValue): boolean | undefined {
  if (left.kind === 'plain' && right.kind === 'plain') return left.value === right.value
  const [nil, other] = left.kind === 'plain' ? [left, right] : [right, left]
  if (nil.kind !== 'plain' || nil.value !== null) return undefined
  return other.kind === 'struct' || other.kind === 'closure' || other.kind === 'host' || other.kind === 'pointer'
    ? false
    : undefined
}

type Primitive = string | number | boolean | null

function computed(operator: string, left: Primitive, right: Primitive): Primitive | undefined {
  if (typeof left === 'string' && typeof right === 'string') {
    if (operator === '+') return left + right
    return operator === '<' ? left < right : operator === '>' ? left > right : undefined
  }
  if (typeof left !== 'number' || typeof right !== 'number') return undefined
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return right === 0
        ? undefined
        : Number.isInteger(left) && Number.isInteger(right)
          ? Math.trunc(left / right)
          : left / right
    case '%':
      return right === 0 ? undefined : left % right
    case '<<':
      return left * 2 ** right
    case '<':
      return left < right
    case '>':
      return left > right
    case '<=':
      return left <= right
    case '>=':
      return left >= right
    default:
      return undefined
  }
}
