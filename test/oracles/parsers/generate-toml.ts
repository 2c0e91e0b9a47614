import { type Dice, dice, pick } from '../compose-cases/dice.js'

/** `count` TOML files, the same for the same seed; many of them are wrong somewhere. */
export function generateToml(seed: number, count: number): readonly string[] {
  const die = dice(seed)
  return Array.from({ length: count }, () => {
    const text = Array.from({ length: 1 + die.roll(6) }, () => line(die)).join('\n')
    return die.roll(8) === 0 ? text.replaceAll('\n', '\r\n') : text
  })
}

/** One of the first, or once in forty times one that is wrong. */
function rarely(die: Dice, right: readonly string[], wrong: readonly string[]): string {
  return pick(die, die.roll(40) === 0 ? wrong : right)
}

function line(die: Dice): string {
  const kind = die.roll(12)
  if (kind === 0) return rarely(die, ['', '# comment', ' \t', '#\t"', '#é'], ['# \u0001', '\r', '#\u007f'])
  if (kind < 4) return header(die)
  const equals = rarely(die, ['=', ' = ', '= ', '\t='], [' ', '=='])
  return `${pick(die, ['', '', ' ', '\t'])}${key(die)}${equals}${value(die, 3)}${tail(die)}`
}

function header(die: Dice): string {
  const form = rarely(die, ['[%]', '[%]', '[[%]]', '[[%]]', '[ % ]', '[[ %]]'], ['[%]]', '[ [%] ]', '[[%] ]', '[%'])
  return `${form.replace('%', key(die))}${tail(die)}`
}

function tail(die: Dice): string {
  return rarely(die, ['', '', '', ' ', ' # comment', '#', '\t'], [' x', ' "', ','])
}

/** Few names, so that they meet. */
function key(die: Dice): string {
  const names = ['a', 'a', 'b', 'b', 'c', 'd', '"a"', "'b'", '1', '-', '_', '"a.b"', '""', '"\\t"']
  const part = () => rarely(die, names, ['é', 'a b', '', '"""a"""', '"a'])
  const parts = Array.from({ length: 1 + (die.roll(3) === 0 ? 1 + die.roll(2) : 0) }, part)
  return parts.join(rarely(die, ['.', '.', ' . '], ['..', '. .']))
}

const words = (text: string) => text.split(' ')
const NUMBERS = words('0 -0 +1 1_0 0x1F 0o17 0b1 1.5 1e5 1e+0_1 1.5e-3 1_0.2_5 0e0 inf +inf -nan 0.0 -0.0')
const NO_NUMBERS = words('1__0 _1 1_ 01 0x_1 0X1 -0x1 0o8 0b2 1. .5 1e 00.5 Inf 1.e5 1_.5 +_1 1e_1 0x 1.5.5')
const TIMES = [
  ...words('1979-05-27 1979-05-27T07:32:00 1979-05-27t07:32:00z 07:32:00 2000-02-29 1979-05-27T07:32:00.5+01:00'),
  ...['1979-05-27 07:32:00', '1979-05-27 07:32:00.123456789Z', '1979-05-27 '],
]
const NO_TIMES = [
  ...words('24:00:00 1979-02-29 1900-02-29 1979-13-01 07:32:00Z 1979-05-27T07:32:00+24:00 1979-5-27 07:32:60 07:32'),
  ...['1979-05-27  07:32:00', '1979-05-27T', '1979-05-27 07:32', '1979-05-00'],
]

function value(die: Dice, depth: number): string {
  const kind = die.roll(depth > 0 ? 12 : 8)
  if (kind < 2) return text(die)
  if (kind < 4) return longText(die)
  if (kind < 6) return rarely(die, NUMBERS, NO_NUMBERS)
  if (kind === 6) return rarely(die, TIMES, NO_TIMES)
  if (kind === 7) return rarely(die, ['true', 'false'], ['True', 'yes', 'null', '', 'a', '"a"b', '@'])
  if (kind < 10) {
    const items = Array.from({ length: die.roll(4) }, () => value(die, depth - 1))
    const end = items.length === 0 ? ['', ' ', '\n', '#\n'] : ['', '', ',', '\n', ' , # x\n']
    return `[${items.join(pick(die, [',', ', ', ' ,\n', ', # x\n']))}${rarely(die, end, [',,', '#'])}]`
  }
  const pairs = Array.from({ length: die.roll(4) }, () => `${key(die)} = ${value(die, depth - 1)}`)
  return `{${pairs.join(rarely(die, [',', ', '], [',\n']))}${rarely(die, ['', ' '], [',', '\n'])}}`
}

const PIECES = [
  'a',
  'b c',
  '#',
  '=',
  '\\n',
  '\\t',
  '\\\\',
  '\\"',
  '\\r\\n',
  '\\u00e9',
  '\\U0001F600',
  '\t',
  'é',
  '\u0085',
]
const NO_PIECES = ['\\ud800', '\\U00110000', '\\x', '\u0001', '\u007f', '\r', "'", '"', '\\']

function pieces(die: Dice, most: number, more: readonly string[], quote: string): string {
  const some = Array.from({ length: die.roll(most) }, () => rarely(die, [...PIECES, ...more], NO_PIECES)).join('')
  return quote.startsWith("'") ? some.replaceAll("'", '') : some
}

function text(die: Dice): string {
  const quote = pick(die, ['"', "'"])
  return `${quote}${pieces(die, 4, [], quote)}${rarely(die, [quote], [''])}`
}

function longText(die: Dice): string {
  const quote = pick(die, ['"""', "'''"])
  const inside = pieces(die, 5, ['\n', '\n', '\\\n', '\\  \n\n  ', "''", '""'], quote)
  return `${quote}${inside}${quote}${rarely(die, ['', '', '', quote.slice(1), quote.slice(2)], [quote])}`
}
