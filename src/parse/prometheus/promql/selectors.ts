import { readRe2 } from '../../re2.js'
import { type Token, unquote } from './lex.js'
import { current, isNext, type Operand, type Parser, refuse, take, takeIf, unexpected } from './parser.js'

/** One comparison in braces. */
interface LabelMatcher {
  readonly label: string
  readonly matchesEmpty: boolean
}

/** A selector, with the name in front of its braces when there is one. */
export function selector(parser: Parser, name: Token | undefined): Operand {
  const start = (name ?? current(parser)).start
  const matchers = isNext(parser, '{') ? matchersOf(parser) : []
  if (name && matchers.some(matcher => matcher.label === '__name__'))
    refuse(parser, `metric name must not be set twice: "${name.text}"`, start)
  if (!name && matchers.every(matcher => matcher.matchesEmpty))
    refuse(parser, 'vector selector must contain at least one non-empty matcher', start)
  return { type: 'vector', form: 'selector', start }
}

function matchersOf(parser: Parser): readonly LabelMatcher[] {
  const matchers: LabelMatcher[] = []
  take(parser)
  while (!parser.problem && !takeIf(parser, '}')) {
    const matcher = matcherOf(parser)
    if (matcher) matchers.push(matcher)
    if (!takeIf(parser, ',') && !isNext(parser, '}')) unexpected(parser, 'label matching', '"," or "}"')
  }
  return matchers
}

function matcherOf(parser: Parser): LabelMatcher | undefined {
  const first = current(parser)
  if (first.kind !== 'name' && first.kind !== 'string') {
    unexpected(parser, 'label matching', 'identifier or "}"')
    return undefined
  }
  const label = first.kind === 'string' ? textOf(parser) : take(parser).text
  if (first.kind === 'string' && isNext(parser, ',', '}')) return { label: '__name__', matchesEmpty: label === '' }
  const operator = current(parser)
  if (operator.kind !== 'operator') {
    unexpected(parser, 'label matching', 'label matching operator')
    return undefined
  }
  take(parser)
  const value = current(parser)
  if (value.kind !== 'string') {
    unexpected(parser, 'label matching', 'string')
    return undefined
  }
  const text = textOf(parser)
  if (operator.text === '=' || operator.text === '!=')
    return { label, matchesEmpty: (text === '') === (operator.text === '=') }
  const regex = readRe2(text)
  if (!regex.valid) {
    refuse(parser, `error parsing regexp: ${regex.problem}: "${text}"`, value.start)
    return undefined
  }
  return { label, matchesEmpty: regex.matchesEmpty === (operator.text === '=~') }
}

/** Reads a quoted text. */
export function textOf(parser: Parser): string {
  const { text, start } = take(parser)
  const value = unquote(text)
  if (value === undefined) refuse(parser, 'invalid escape sequence in a string', start)
  return value ?? ''
}

/** Words that are no labels here, though the rest of the keywords are. */
const NO_LABEL = /^(?:without|inf|nan)$/i

/** The labels of `by (…)`, `on (…)` and the like. */
export function groupingLabels(parser: Parser): readonly string[] {
  const labels: string[] = []
  if (!takeIf(parser, '(')) unexpected(parser, 'grouping opts', '"("')
  while (!parser.problem && !takeIf(parser, ')')) {
    const { kind, text, start } = current(parser)
    if (kind === 'string') {
      const label = textOf(parser)
      if (label === '') refuse(parser, 'invalid label name for grouping: ""', start)
      labels.push(label)
    } else if ((kind === 'name' || kind === 'metric') && !NO_LABEL.test(text)) labels.push(take(parser).text)
    else unexpected(parser, 'grouping opts', 'label')
    if (!takeIf(parser, ',') && !isNext(parser, ')')) unexpected(parser, 'grouping opts', '"," or ")"')
  }
  return labels
}
