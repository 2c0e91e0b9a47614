import { type Dice, dice, pick } from '../compose-cases/dice.js'

function several(seed: number, count: number, one: (die: Dice) => string): readonly string[] {
  const die = dice(seed)
  return Array.from({ length: count }, () => one(die))
}

function pieces(die: Dice, choices: readonly string[], least: number, most: number): string {
  return Array.from({ length: least + die.roll(most - least + 1) }, () => pick(die, choices)).join('')
}

const COMMAND = [
  ...[
    'run',
    'a=b',
    '--x',
    ' ',
    ' ',
    ' ',
    '  ',
    '\t',
    '\n',
    '\r',
    '"',
    '"',
    "'",
    "'",
    '\\',
    '\\\\',
    '\\"',
    "\\'",
    '\\n',
  ],
  ...['""', "''", '"a b"', "'a b'", ';', '&', '&&', '|', '>', '<', '2>', '2', '(', ')', '$(', '$(x y)', '$x', '${x}'],
  ...['`', '`a b`', '#', '{', '}', '*', '~', 'é', '\u00a0', '=', '!'],
]

/** Commands in one string. */
export function generateCommands(seed: number, count: number): readonly string[] {
  return several(seed, count, die => pieces(die, COMMAND, 1, 9))
}

const COMPONENTS = [
  'nginx',
  'library',
  'a',
  '0',
  'a-b',
  'a--b',
  'a__b',
  'a___b',
  'a.b',
  'a..b',
  'A',
  '_a',
  'a_',
  'é',
  '',
]
const HOSTS = ['docker.io', 'index.docker.io', 'registry.example.com', 'localhost', 'localhost:5000', 'host:80', 'HOST']
const ODD_HOSTS = [
  '[::1]',
  '[::1]:5000',
  '-a.b',
  'a-.b',
  'a..b',
  'a.b:',
  'a.b:x',
  '127.0.0.1:1',
  'a_b.c',
  'a.b.',
  'Docker.io',
]
const TAGS = [
  'latest',
  '1',
  '1.2-3',
  '_x',
  'A',
  '-x',
  '.x',
  'x+y',
  '',
  'x'.repeat(128),
  'x'.repeat(129),
  'é',
  'a:b',
  'a/b',
]

/** Image references. */
export function generateImages(seed: number, count: number): readonly string[] {
  return several(seed, count, die => {
    if (die.roll(6) === 0)
      return pieces(die, ['a', 'B', '/', ':', '@', '.', '-', '_', '0', '[', ']', 'sha256:', ' '], 1, 6)
    const component = () => (die.roll(3) === 0 ? pick(die, COMPONENTS) : pick(die, COMPONENTS.slice(0, 4)))
    const path = Array.from({ length: 1 + die.roll(3) }, component).join('/')
    const host = die.roll(2) === 0 ? '' : `${pick(die, die.roll(4) === 0 ? ODD_HOSTS : HOSTS)}/`
    const tag = die.roll(2) === 0 ? '' : `:${pick(die, die.roll(2) === 0 ? TAGS : TAGS.slice(0, 5))}`
    return `${host}${path}${tag}${die.roll(3) === 0 ? `@${digest(die)}` : ''}`
  })
}

function digest(die: Dice): string {
  const algorithm = pick(die, [
    'sha256',
    'sha256',
    'sha256',
    'sha384',
    'sha512',
    'md5',
    'SHA256',
    'a+b',
    'a.b-c_d',
    'sha',
    '',
  ])
  const usual = algorithm === 'sha384' ? 96 : algorithm === 'sha512' ? 128 : 64
  const length = die.roll(4) === 0 ? pick(die, [0, 31, 32, 63, 65, 64, 96, 128]) : usual
  const digit = pick(die, ['0', 'a', 'f', '9', 'e', 'a', '5', 'A', 'g'])
  return `${algorithm}${die.roll(12) === 0 ? '' : ':'}${digit.repeat(length)}`
}

const NUMBERS = [
  ...['0', '1', '64', '007', '1.5', '.5', '5.', '-1', '+1', '1e3', '1E3', '1e-3', '1.5e2', '1,5', '1_000', '', '0x10'],
  ...[
    '9223372036854775807',
    '9223372036854775808',
    '1.9999999',
    '-1.5',
    '-0',
    '+.5',
    '.',
    'e3',
    '1e',
    '1e400',
    '8796093022207',
  ],
]

/** Sizes. */
export function generateSizes(seed: number, count: number): readonly string[] {
  const units = [
    ...['', '', 'b', 'B', 'k', 'K', 'kb', 'KB', 'kib', 'KiB', 'm', 'M', 'Mi', 'mb', 'MiB', 'g', 'G', 'gb', 'GiB', 't'],
    ...['TiB', 'p', 'PB', 'e', 'EB', 'z', 'x', 'bb', 'ib', 'kk', 'bytes', 'kilo', 'µ', '%', 'k b', 'kbit'],
  ]
  return several(seed, count, die => {
    const blank = pick(die, ['', '', '', '', ' ', '  ', '\t'])
    const number = die.roll(2) === 0 ? String(die.roll(5000) / pick(die, [1, 10, 8])) : pick(die, NUMBERS)
    return `${pick(die, ['', '', '', '', '', ' '])}${number}${blank}${pick(die, units)}${pick(die, ['', '', '', '', '', ' '])}`
  })
}

/** Durations. */
export function generateDurations(seed: number, count: number): readonly string[] {
  const units = [
    's',
    's',
    'ms',
    'm',
    'h',
    'us',
    'µs',
    'μs',
    'ns',
    'd',
    'w',
    '',
    'x',
    'M',
    'S',
    ' s',
    'min',
    'sec',
    'y',
    'mo',
  ]
  const numbers = [
    '1',
    '0',
    '1.5',
    '90',
    '.5',
    '5.',
    '.',
    '-1',
    '',
    '007',
    '1e3',
    '0.000000001',
    '1_0',
    '3.141592653589',
  ]
  const signs = ['', '', '', '', '-', '+', '--', ' ']
  return several(seed, count, die => {
    const part = () => {
      const number = die.roll(2) === 0 ? String(die.roll(1000)) : pick(die, numbers)
      return `${number}${pick(die, die.roll(3) === 0 ? units : units.slice(0, 11))}`
    }
    return `${pick(die, signs)}${Array.from({ length: 1 + die.roll(3) }, part).join('')}${pick(die, ['', '', '', '', ' '])}`
  })
}
