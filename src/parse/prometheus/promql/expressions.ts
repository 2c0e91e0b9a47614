import { offsetDuration, positiveDuration, readNumber, TOO_DEEP } from './durations.js'
import { AGGREGATIONS, FUNCTIONS, type PromqlFunction, type PromqlType } from './functions.js'
import type { Token } from './lex.js'
import {
  current,
  expect,
  following,
  isNext,
  isOneOf,
  type Operand,
  type Parser,
  refuse,
  take,
  takeIf,
  unexpected,
} from './parser.js'
import { groupingLabels, selector, textOf } from './selectors.js'

/** Operators from the loosest to the tightest: https://prometheus.io/docs/prometheus/latest/querying/operators/#binary-operator-precedence */
const OPERATORS: readonly (readonly string[])[] = [
  ['or'],
  ['and', 'unless'],
  ['==', '!=', '<=', '<', '>=', '>', '</', '>/'],
  ['+', '-'],
  ['*', '/', '%', 'atan2'],
  ['^'],
]
const COMPARISONS = new Set(['==', '!=', '<=', '<', '>=', '>'])
const SETS = new Set(['and', 'or', 'unless'])
const SIGN = 5
const DEEPEST = 150

const NOTHING: Operand = { type: 'vector', form: 'other', start: 0 }

/** Reads an expression of operators that bind at least as tight as `least`, from 1. */
export function expression(parser: Parser, least: number): Operand {
  if (++parser.depth > DEEPEST) {
    refuse(parser, TOO_DEEP, current(parser).start)
    return NOTHING
  }
  let left = modified(operand(parser), parser)
  for (;;) {
    const operator = current(parser)
    const precedence = OPERATORS.findIndex(operators => isOneOf(operator, operators)) + 1
    if (precedence === 0 || precedence < least) break
    take(parser)
    const matching = matchingOf(parser)
    const right = expression(parser, operator.text === '^' ? precedence : precedence + 1)
    left = binary(parser, left, operator, matching, right)
  }
  parser.depth--
  return left
}

/** What stands between an operator and its right side. */
interface Matching {
  readonly bool: boolean
  readonly on: boolean
  readonly labels: readonly string[]
  readonly group: boolean
  readonly included: readonly string[]
}

function matchingOf(parser: Parser): Matching {
  const bool = takeIf(parser, 'bool') !== undefined
  const by = takeIf(parser, 'on', 'ignoring')
  const labels = by ? groupingLabels(parser) : []
  const group = by && takeIf(parser, 'group_left', 'group_right') !== undefined
  const included = group && isNext(parser, '(') ? groupingLabels(parser) : []
  if (isNext(parser, 'fill', 'fill_left', 'fill_right') && following(parser).text === '(')
    refuse(parser, 'binop fill modifiers are experimental', current(parser).start)
  return { bool, on: by?.text.toLowerCase() === 'on', labels, group: group === true, included }
}

function binary(parser: Parser, left: Operand, operator: Token, matching: Matching, right: Operand): Operand {
  const name = operator.text.toLowerCase()
  const fail = (message: string) => refuse(parser, message, operator.start)
  const types = [left.type, right.type]
  const isScalar = types.every(type => type === 'scalar')
  if (matching.bool && !COMPARISONS.has(name)) fail('bool modifier can only be used on comparison operators')
  if (COMPARISONS.has(name) && !matching.bool && isScalar) fail('comparisons between scalars must use BOOL modifier')
  const both = matching.on ? matching.labels.find(label => matching.included.includes(label)) : undefined
  if (both !== undefined) fail(`label "${both}" must not occur in ON and GROUP clause at once`)
  if (types.some(type => type !== 'scalar' && type !== 'vector'))
    fail('binary expression must contain only scalar and instant vector types')
  if (types.some(type => type !== 'vector')) {
    if (matching.labels.length > 0) fail('vector matching only allowed between instant vectors')
    if (SETS.has(name)) fail(`set operator "${name}" not allowed in binary scalar expression`)
  } else if (SETS.has(name) && matching.group) fail(`no grouping allowed for "${name}" operation`)
  return { type: isScalar ? 'scalar' : 'vector', form: 'other', start: left.start }
}

function operand(parser: Parser): Operand {
  const token = current(parser)
  const { kind, start } = token
  if (kind === 'number' || kind === 'duration') {
    readNumber(parser, 'expression')
    return { type: 'scalar', form: 'number', start }
  }
  if (kind === 'string') {
    textOf(parser)
    return { type: 'string', form: 'other', start }
  }
  if (takeIf(parser, '+', '-')) return signed(parser, start)
  if (takeIf(parser, '(')) {
    const { type } = expression(parser, 1)
    expect(parser, ')', 'parentheses')
    return { type, form: 'other', start }
  }
  if (isNext(parser, '{')) return selector(parser, undefined)
  if (kind === 'name' || kind === 'metric') return named(parser)
  unexpected(parser, 'expression')
  return NOTHING
}

function signed(parser: Parser, start: number): Operand {
  const { type, form } = expression(parser, SIGN + 1)
  if (type !== 'scalar' && type !== 'vector')
    refuse(parser, 'unary expression only allowed on expressions of type scalar or instant vector', start)
  return { type, form: form === 'number' ? 'number' : 'other', start }
}

/** Keywords that are no names of metrics. */
const RESERVED = /^(?:bool|on|ignoring|group_left|group_right|atan2)$/i

function named(parser: Parser): Operand {
  const token = current(parser)
  const next = following(parser)
  const aggregation = token.kind === 'name' ? AGGREGATIONS.get(token.text.toLowerCase()) : undefined
  if (aggregation && (next.text === '(' || isOneOf(next, ['by', 'without']))) return aggregate(parser)
  if (token.kind === 'name' && next.text === '(' && next.kind === 'punctuation') return call(parser)
  if (RESERVED.test(token.text)) unexpected(parser, 'expression')
  return selector(parser, take(parser))
}

function grouping(parser: Parser): boolean {
  if (!takeIf(parser, 'by', 'without')) return false
  groupingLabels(parser)
  return true
}

function aggregate(parser: Parser): Operand {
  const token = take(parser)
  const name = token.text.toLowerCase()
  const { parameter, experimental } = AGGREGATIONS.get(name) ?? {}
  const grouped = grouping(parser)
  const given = argumentsOf(parser, 'aggregation')
  if (!grouped) grouping(parser)
  const wanted: readonly PromqlType[] = parameter ? [parameter, 'vector'] : ['vector']
  if (experimental && !parser.options.experimental)
    refuse(parser, `${name}() is experimental and must be enabled`, token.start)
  if (given.length !== wanted.length)
    refuse(
      parser,
      `wrong number of arguments for aggregate expression provided, expected ${wanted.length}, got ${given.length}`,
      token.start,
    )
  expectTypes(parser, `${name}()`, given, wanted)
  return { type: 'vector', form: 'other', start: token.start }
}

function argumentsOf(parser: Parser, where: string): readonly Operand[] {
  const given: Operand[] = []
  expect(parser, '(', where)
  while (!parser.problem && !takeIf(parser, ')')) {
    given.push(expression(parser, 1))
    if (takeIf(parser, ',')) {
      if (isNext(parser, ')'))
        refuse(parser, 'trailing commas not allowed in function call args', current(parser).start)
    } else if (!isNext(parser, ')')) unexpected(parser, where, '"," or ")"')
  }
  return given
}

function call(parser: Parser): Operand {
  const { text, start } = take(parser)
  const known = FUNCTIONS.get(parser.options.renamed?.get(text) ?? text)
  if (!known) refuse(parser, `unknown function with name "${text}"`, start)
  const isRenamed = parser.options.renamed?.has(text) === true
  if (known?.experimental && !parser.options.experimental && !isRenamed)
    refuse(parser, `function "${text}" is not enabled`, start)
  const given = argumentsOf(parser, 'function call')
  if (!known) return NOTHING
  const { takes, least, most, gives } = known
  if (given.length < least || given.length > most)
    refuse(parser, `expected ${expectedCount(known)} argument(s) in call to "${text}", got ${given.length}`, start)
  expectTypes(parser, `call to function "${text}"`, given, takes)
  return { type: gives, form: 'other', start }
}

function expectedCount({ least, most }: PromqlFunction): string {
  if (least === most) return String(least)
  return most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`
}

function expectTypes(parser: Parser, where: string, given: readonly Operand[], wanted: readonly PromqlType[]): void {
  for (const [index, { type, start }] of given.entries()) {
    const expected = wanted[index] ?? wanted.at(-1) ?? 'vector'
    if (type !== expected) refuse(parser, `expected type ${NAMES[expected]} in ${where}, got ${NAMES[type]}`, start)
  }
}

const NAMES: Readonly<Record<PromqlType, string>> = {
  scalar: 'scalar',
  string: 'string',
  vector: 'instant vector',
  matrix: 'range vector',
}

/** Reads what may follow an operand: ranges, `offset`, `@`, `anchored`, `smoothed`. */
function modified(first: Operand, parser: Parser): Operand {
  let found = first
  while (!parser.problem) {
    const { text, start } = current(parser)
    if (takeIf(parser, '[')) found = ranged(parser, found, start)
    else if (takeIf(parser, 'offset')) {
      // An offset of nothing is none.
      const hasOffset = offsetDuration(parser) !== 0
      if (!isTimed(found)) refuse(parser, `offset modifier ${AFTER_SELECTOR}`, start)
      if (found.hasOffset) refuse(parser, 'offset may not be set multiple times', start)
      found = { ...found, hasOffset: hasOffset || found.hasOffset === true }
    } else if (takeIf(parser, '@')) {
      timestamp(parser)
      if (!isTimed(found)) refuse(parser, `@ modifier ${AFTER_SELECTOR}`, start)
      if (found.hasTime) refuse(parser, '@ <timestamp> may not be set multiple times', start)
      found = { ...found, hasTime: true }
    } else if (takeIf(parser, 'anchored', 'smoothed')) {
      const edges = text.toLowerCase()
      if (found.form !== 'selector' && found.form !== 'range')
        refuse(parser, `${edges} modifier not implemented`, start)
      if (found.edges !== undefined && found.edges !== edges)
        refuse(parser, 'anchored and smoothed modifiers cannot be used together', start)
      found = { ...found, edges }
    } else break
  }
  return found
}

const AFTER_SELECTOR = 'must be preceded by an instant vector selector or range vector selector or a subquery'

function isTimed({ form }: Operand): boolean {
  return form === 'selector' || form === 'range' || form === 'subquery'
}

/** What stands behind `[`. */
function ranged(parser: Parser, inner: Operand, start: number): Operand {
  positiveDuration(parser)
  const isSubquery = takeIf(parser, ':') !== undefined
  if (isSubquery && !isNext(parser, ']')) positiveDuration(parser)
  expect(parser, ']', 'subquery or range')
  if (isSubquery) {
    if (inner.type !== 'vector') refuse(parser, 'subquery is only allowed on instant vector', inner.start)
    return { type: 'matrix', form: 'subquery', start: inner.start }
  }
  if (inner.form !== 'selector') refuse(parser, 'ranges only allowed for vector selectors', start)
  if (inner.hasOffset) refuse(parser, 'no offset modifiers allowed before range', start)
  if (inner.hasTime) refuse(parser, 'no @ modifiers allowed before range', start)
  return { ...inner, type: 'matrix', form: 'range' }
}

function timestamp(parser: Parser): void {
  const { start } = current(parser)
  if (takeIf(parser, 'start', 'end')) {
    expect(parser, '(', '@')
    expect(parser, ')', '@')
    return
  }
  takeIf(parser, '+', '-')
  const value = readNumber(parser, '@')
  if (value !== undefined && !(Math.abs(value) < 2 ** 63))
    refuse(parser, 'timestamp out of bounds for @ modifier', start)
}
