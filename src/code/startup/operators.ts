import type { Binary } from '../syntax.js'
import { environmentName } from './environment.js'
import { evaluate } from './expressions.js'
import type { Run } from './run.js'
import { eitherOf, LONGEST, NOT_KNOWN, type Plain, plain, type Scope, truthOf, type Value } from './values.js'

/** Texts one behind the other; what stands before something not known is lost. */
export function joinTexts(values: readonly Value[]): Value {
  let text = ''
  let isPartial = false
  for (const value of values) {
    if (value.kind === 'plain' && value.value !== null) {
      if (value.isPartial) {
        isPartial = true
        text = ''
      }
      text += String(value.value)
    } else {
      isPartial = true
      text = ''
    }
  }
  if (text.length > LONGEST * 10) return NOT_KNOWN
  const made: Plain = { kind: 'plain', value: text, ...(isPartial && { isPartial: true as const }) }
  return made
}

/** What two operands come to. */
export function evaluateBinary(run: Run, node: Binary, scope: Scope): Value {
  const left = evaluate(run, node.left, scope)
  switch (node.operator) {
    case '||':
    case '??':
      return otherwise(run, left, node, scope)
    case '&&': {
      const truth = truthOf(left)
      return truth === false ? left : evaluate(run, node.right, scope)
    }
    case '+': {
      const right = evaluate(run, node.right, scope)
      if (left.kind === 'plain' && right.kind === 'plain') {
        if (typeof left.value === 'number' && typeof right.value === 'number') return plain(left.value + right.value)
        return joinTexts([left, right])
      }
      const text = left.kind === 'plain' ? left : right
      return text.kind === 'plain' && typeof text.value === 'string' ? joinTexts([left, right]) : NOT_KNOWN
    }
    case '===':
    case '==':
    case '!==':
    case '!=': {
      const right = evaluate(run, node.right, scope)
      if (left.kind !== 'plain' || right.kind !== 'plain' || left.isPartial || right.isPartial) return NOT_KNOWN
      const same = left.value === right.value
      return plain(node.operator.startsWith('=') ? same : !same)
    }
    default:
      evaluate(run, node.right, scope)
      return NOT_KNOWN
  }
}

/** `a || b`, `a ?? b`: a variable of the environment that nothing sets falls back to the other. */
function otherwise(run: Run, left: Value, node: Binary, scope: Scope): Value {
  const truth = node.operator === '??' && left.kind === 'plain' ? left.value !== null : truthOf(left)
  if (truth === true) return left
  const right = evaluate(run, node.right, scope)
  const isAbsent = left.kind === 'plain' && left.value === null
  if (truth === false || isAbsent || left.kind === 'unknown' || environmentName(left) !== undefined) return right
  if (left.kind === 'outside') return right.kind === 'plain' ? NOT_KNOWN : right
  return eitherOf([left, right])
}

/** What an operator in front makes of a value. */
export function evaluateUnary(operator: string, value: Value): Value {
  const truth = operator === '!' ? truthOf(value) : undefined
  if (truth !== undefined) return plain(!truth)
  if (value.kind !== 'plain' || value.isPartial) return NOT_KNOWN
  if (operator === '+' || operator === '-') return plain(operator === '+' ? Number(value.value) : -Number(value.value))
  return NOT_KNOWN
}
