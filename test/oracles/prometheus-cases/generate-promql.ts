import { type Dice, dice, pick } from '../compose-cases/dice.js'

/** Expressions from a grammar, some of them with a small fault put in; the same ones every time. */
export function generatePromql(seed: number, count: number): readonly string[] {
  const die = dice(seed)
  return Array.from({ length: count }, () => {
    const text = vector(die, 3)
    return die.roll(3) === 0 ? spoiled(die, text) : text
  })
}

const METRICS = ['up', 'http_requests_total', 'job:rate5m', 'sum', 'by', 'offset', 'start', 'and', 'inf', 'step', ':x']
const LABELS = ['job', 'le', '__name__', 'instance', 'on', 'by', 'sum', 'without', 'bool', '"a.b"', 'a:b']
const TEXTS = ['"a"', "'b'", '`c\\d`', '""', '"\\n\\x41\\u00e9"', '"\\q"', '"5.."', '"\\\\d"', '"é"']
const REGEXES = ['"a|b"', '"5.."', '".*"', '".+"', '""', '"(a"', '"[a-c]+"', '"a{2,3}"', '"a**"', '"(?i)x"', '"(?=x)"']
const DURATIONS = ['5m', '1h30m', '90s', '1d', '2w', '1y', '100ms', '0s', '5', '1m1h', '1.5h', '5mm', '0', '2m+1m']
const NUMBERS = ['1', '0.5', '.5', '5.', '1e3', '1e-3', '0x1F', 'Inf', 'NaN', '-1', '1_000', '1_0.5', '1e', '08', '5m']

function vector(die: Dice, depth: number): string {
  if (depth === 0) return selector(die)
  const inner = () => vector(die, depth - 1)
  switch (die.roll(16)) {
    case 0:
    case 1:
      return `${call(die)}(${range(die, depth - 1)})`
    case 2:
    case 3:
      return aggregation(die, depth)
    case 4:
    case 5:
      return `${inner()} ${pick(die, ['+', '-', '*', '/', '%', '^', 'atan2'])} ${modifiers(die)}${operand(die, depth)}`
    case 6:
      return `${inner()} ${pick(die, ['==', '!=', '>', '<', '>=', '<='])} ${modifiers(die)}${operand(die, depth)}`
    case 7:
      return `${inner()} ${pick(die, ['and', 'or', 'unless', 'AND'])} ${modifiers(die)}${inner()}`
    case 8:
      return `(${inner()})${die.roll(6) === 0 ? '[5m]' : ''}`
    case 9:
      return `${pick(die, ['-', '+', '- -'])}${inner()}`
    case 10:
      return `${pick(die, ['abs', 'ceil', 'sort', 'ln', 'sgn', 'rate', 'foo', 'scalar', 'vector', 'timestamp'])}(${inner()})`
    case 11:
      return `${pick(die, ['round', 'clamp_max', 'clamp_min'])}(${inner()}, ${number(die)})`
    case 12:
      return pick(die, [
        `histogram_quantile(0.9, ${inner()})`,
        `label_replace(${inner()}, "a", "$1", "b", "(.*)")`,
        `label_join(${inner()}, "a", ",", "b", "c")`,
        `absent(${inner()})`,
        `vector(${number(die)})`,
        'time()',
        `hour(${die.roll(2) === 0 ? '' : inner()})`,
        `predict_linear(${range(die, 0)}, 3600)`,
        `quantile_over_time(0.9, ${range(die, 0)})`,
        `holt_winters(${range(die, 0)}, 0.1, 0.2)`,
        `sort_by_label(${inner()}, "a")`,
        'pi()',
        'time(1)',
        `clamp(${inner()}, 1)`,
      ])
    default:
      return selector(die)
  }
}

function operand(die: Dice, depth: number): string {
  return die.roll(3) === 0 ? number(die) : vector(die, depth - 1)
}

function number(die: Dice): string {
  return pick(die, NUMBERS)
}

function call(die: Dice): string {
  return pick(die, ['rate', 'increase', 'irate', 'delta', 'avg_over_time', 'changes', 'abs', 'absent_over_time'])
}

function range(die: Dice, depth: number): string {
  const duration = pick(die, DURATIONS)
  const inner = die.roll(4) === 0 ? vector(die, depth) : selector(die)
  const step = die.roll(4) === 0 ? `:${die.roll(2) === 0 ? '' : pick(die, DURATIONS)}` : ''
  return `${inner}[${duration}${step}]${die.roll(5) === 0 ? ` offset ${pick(die, DURATIONS)}` : ''}`
}

function selector(die: Dice): string {
  const name = pick(die, METRICS)
  const matchers = Array.from({ length: die.roll(3) }, () => {
    const label = pick(die, LABELS)
    const operator = pick(die, ['=', '!=', '=~', '!~'])
    return `${label}${operator}${pick(die, operator.includes('~') ? REGEXES : TEXTS)}`
  })
  const braces =
    matchers.length > 0 || die.roll(8) === 0 ? `{${matchers.join(', ')}${die.roll(6) === 0 ? ',' : ''}}` : ''
  const bare = die.roll(8) === 0 ? `{"up"${matchers.map(matcher => `,${matcher}`).join('')}}` : `${name}${braces}`
  const text = die.roll(10) === 0 && braces ? braces : bare
  const after = [
    ` offset ${pick(die, ['5m', '-1h', '0', '5', 'x'])}`,
    ` @ ${pick(die, ['start()', 'end()', '1609746000', 'x'])}`,
  ]
  return `${text}${die.roll(8) === 0 ? after[0] : ''}${die.roll(10) === 0 ? after[1] : ''}`
}

function aggregation(die: Dice, depth: number): string {
  const name = pick(die, ['sum', 'avg', 'count', 'max', 'SUM', 'group', 'topk', 'quantile', 'count_values', 'limitk'])
  const first = pick(die, ['', '', '', '5, ', '"x", ', '0.9, '])
  const by = die.roll(2) === 0 ? `${pick(die, ['by', 'without', 'BY'])} (${labels(die)})` : ''
  const body = `(${first}${vector(die, depth - 1)})`
  return die.roll(2) === 0 ? `${name} ${by}${body}` : `${name}${body} ${by}`
}

function labels(die: Dice): string {
  return Array.from({ length: die.roll(4) }, () => pick(die, LABELS)).join(', ')
}

function modifiers(die: Dice): string {
  if (die.roll(3) > 0) return ''
  const bool = die.roll(4) === 0 ? 'bool ' : ''
  if (die.roll(3) === 0) return bool
  const group = die.roll(3) === 0 ? `${pick(die, ['group_left', 'group_right'])}${pick(die, [' ', '(a) ', '() '])}` : ''
  return `${bool}${pick(die, ['on', 'ignoring'])}(${labels(die)}) ${group}`
}

/** A character too few, too many, or in another place. */
function spoiled(die: Dice, text: string): string {
  const at = die.roll(text.length + 1)
  switch (die.roll(3)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1)
    case 1:
      return (
        text.slice(0, at) +
        pick(die, ['(', ')', '{', '}', '[', ']', ',', '"', '=', '#', ' ', '5m', '$', '\\', '!', ':']) +
        text.slice(at)
      )
    default:
      return text.slice(0, at)
  }
}
