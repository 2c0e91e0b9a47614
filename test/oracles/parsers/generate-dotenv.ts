import { type Dice, dice, pick } from '../compose-cases/dice.js'

/** `count` env files, the same for the same seed. */
export function generateDotenv(seed: number, count: number): readonly string[] {
  const die = dice(seed)
  return Array.from({ length: count }, () => {
    const text = Array.from({ length: 1 + die.roll(4) }, () => statement(die)).join('')
    const ending = die.roll(6) === 0 ? text.replace(/\n$/, '') : text
    const lines = die.roll(8) === 0 ? ending.replaceAll('\n', '\r\n') : ending
    return die.roll(20) === 0 ? `\ufeff${lines}` : lines
  })
}

function statement(die: Dice): string {
  if (die.roll(10) === 0)
    return pick(die, ['\n', '# comment\n', '  # c = d\n', '\t\n', ' \f\n', '#\n', '\u00a0\n', '\r\n'])
  const head = pick(die, ['', '', '', '', ' ', '\t', 'export ', 'export\t ', 'export', 'export export ', '\u00a0'])
  const equals = pick(die, ['=', '=', '=', '=', ' = ', ': ', ':', '= ', '', ' ', '=\t', '==', '\u00a0='])
  return `${head}${name(die)}${equals}${value(die)}${tail(die)}\n`
}

function name(die: Dice): string {
  if (die.roll(8) !== 0) return pick(die, ['A', 'B', 'C_1', 'D.e', 'F-g'])
  return pick(die, [
    '',
    'a b',
    '1A',
    'X[0]',
    'é',
    'a$',
    'a/b',
    '"A"',
    'a\u00a0b',
    'a+',
    '日',
    '²',
    '_',
    'a\tb',
    '#',
    '.',
  ])
}

const PLAIN = ['a', 'b c', ' ', '#', ' #', '\t#', '=', ':', '\\', '\\n', '"', "'", '$A', '${B}', '$$', '\\$A', '\u00a0']
const QUOTED = [
  ...[
    'a',
    ' ',
    '\n',
    '#',
    ' # ',
    '\\n',
    '\\t',
    '\\\\',
    '\\"',
    "\\'",
    '\\$A',
    '$A',
    '${B:-d}',
    '$$',
    '\\x',
    '\\0',
    '\\c',
  ],
  ...[
    '\\0101',
    '\\0777',
    '\\012',
    '\\a',
    '\\',
    '\\u0041',
    '\r',
    'é',
    '${',
    '${A:?no}',
    '\\\n',
    '\\01017',
    "'",
    '"',
    '=',
  ],
]

function value(die: Dice): string {
  const pieces = (choices: readonly string[], most: number) =>
    Array.from({ length: die.roll(most + 1) }, () => pick(die, choices)).join('')
  const quote = pick(die, ['', '', '"', '"', "'"])
  if (quote === '') return pieces(PLAIN, 4)
  const inner = pieces(
    QUOTED.filter(piece => piece !== quote || die.roll(8) === 0),
    5,
  )
  return `${quote}${inner}${die.roll(15) === 0 ? '' : quote}`
}

function tail(die: Dice): string {
  return pick(die, ['', '', '', '', '', ' # c', '  ', '\r', '#c', ' x', ' B=2', '\t'])
}
