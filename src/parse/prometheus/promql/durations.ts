import { parsePrometheusDuration } from '../duration.js'
import { current, expect, isNext, type Parser, refuse, take, takeIf, unexpected } from './parser.js'

/** A number that is written, or undefined where it is calculated. */
type Value = number | undefined

/** The value of a number or a duration, in seconds; refuses what is neither. */
export function readNumber(parser: Parser, where: string): Value {
  const { kind, text, start } = current(parser)
  if (kind !== 'number' && kind !== 'duration') {
    unexpected(parser, where, 'number or duration')
    return undefined
  }
  take(parser)
  if (kind === 'duration') {
    const milliseconds = parsePrometheusDuration(text)
    if (milliseconds === undefined) refuse(parser, `not a valid duration string: "${text}"`, start)
    return milliseconds === undefined ? undefined : milliseconds / 1000
  }
  if (/^(?:inf|nan)$/i.test(text)) return /^i/i.test(text) ? Number.POSITIVE_INFINITY : Number.NaN
  const value = Number(text.replaceAll('_', ''))
  if (!Number.isFinite(value)) refuse(parser, `error parsing number: "${text}"`, start)
  return value
}

/** What stands behind `offset`: a number with or without sign, or an expression in parentheses. Its value, where written. */
export function offsetDuration(parser: Parser): Value {
  takeIf(parser, '+', '-')
  return isNext(parser, '(', ...CALLS) ? durationAtom(parser) : readNumber(parser, 'offset')
}

/** What stands in brackets: a duration above zero, or a calculation. */
export function positiveDuration(parser: Parser): void {
  const { start } = current(parser)
  const value = durationExpression(parser, 0)
  if (value !== undefined && value <= 0) refuse(parser, 'duration must be greater than 0', start)
}

const PRECEDENCE: Readonly<Record<string, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '%': 2, '^': 3 }
const CALLS = ['step', 'range', 'min_of', 'max_of']
const SIGN = 2
const DEEPEST = 100

function durationExpression(parser: Parser, least: number): Value {
  if (++parser.depth > DEEPEST) {
    refuse(parser, TOO_DEEP, current(parser).start)
    return undefined
  }
  let left = signedDuration(parser)
  for (;;) {
    const { text, start } = current(parser)
    const precedence = isNext(parser, '+', '-', '*', '/', '%', '^') ? (PRECEDENCE[text] ?? 0) : 0
    if (precedence === 0 || precedence < least) break
    take(parser)
    const right = durationExpression(parser, text === '^' ? precedence : precedence + 1)
    if (right === 0 && (text === '/' || text === '%')) refuse(parser, 'division by zero', start)
    left = undefined
  }
  parser.depth--
  return left
}

/** Too deep to be read here is not wrong: whoever checks leaves the expression be. */
export const TOO_DEEP = 'the expression is nested too deeply'

function signedDuration(parser: Parser): Value {
  const sign = takeIf(parser, '+', '-')
  if (!sign) return durationAtom(parser)
  const value = durationExpression(parser, SIGN + 1)
  return value === undefined ? undefined : sign.text === '-' ? -value : value
}

function durationAtom(parser: Parser): Value {
  if (takeIf(parser, '(')) {
    durationExpression(parser, 0)
    expect(parser, ')', 'duration expression')
    return undefined
  }
  const call = takeIf(parser, ...CALLS)
  if (!call) return readNumber(parser, 'duration expression')
  expect(parser, '(', 'duration expression')
  if (/_of$/i.test(call.text)) {
    durationExpression(parser, 0)
    expect(parser, ',', 'duration expression')
    durationExpression(parser, 0)
  }
  expect(parser, ')', 'duration expression')
  return undefined
}
