import type { Case } from './cases.js'
import { type Dice, dice, pick } from './dice.js'

/** One way of making a small text in a language of its own, and the project that holds it. */
interface Language {
  readonly name: string
  readonly project: (die: Dice) => ReadonlyMap<string, string>
}

const languages: readonly Language[] = [
  {
    name: 'template',
    project: die => single(`services: { web: { image: i, command: [ ${quoted(template(die, 3))} ] } }`),
  },
  { name: 'variables', project: variables },
  { name: 'env file', project: environmentFile },
  {
    name: 'command',
    project: die => single(`services: { web: { image: i, command: ${quoted(pieces(die, commandPieces, 8))} } }`),
  },
  { name: 'port', project: die => single(`services: { web: { image: i, ports: [ ${quoted(port(die))} ] } }`) },
  { name: 'mount', project: mount },
  {
    name: 'scalar',
    project: die =>
      single(`services: { web: { image: i, environment: { A: ${scalar(die)} }, labels: { a: ${scalar(die)} } } }`),
  },
  {
    name: 'host',
    project: die => single(`services: { web: { image: i, extra_hosts: [ ${quoted(pieces(die, hostPieces, 4))} ] } }`),
  },
  { name: 'size', project: die => single(`services: { web: { image: i, mem_limit: ${quoted(size(die))} } }`) },
  { name: 'time', project: die => single(`services: { web: { image: i, stop_grace_period: ${quoted(time(die))} } }`) },
]

/** `each` projects of every language, the same for the same seed. */
export function generateTexts(seed: number, each: number): readonly Case[] {
  const die = dice(seed)
  return languages.flatMap(({ name, project }) =>
    Array.from({ length: each }, (_, index) => ({
      name: `generated: ${name} ${index + 1}`,
      files: project(die),
      compose: ['compose.yaml'],
      environment: new Map([
        ['SET', 'value'],
        ['EMPTY', ''],
        ['DOLLAR', '$SET'],
      ]),
      profiles: [],
      environmentFiles: [],
      rejected: 'unstated' as const,
    })),
  )
}

function single(text: string): ReadonlyMap<string, string> {
  return new Map([['compose.yaml', `${text}\n`]])
}

/** A YAML scalar in single quotes, in which nothing but the quote itself has a meaning. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function pieces(die: Dice, choices: readonly string[], most: number): string {
  return Array.from({ length: 1 + die.roll(most) }, () => pick(die, choices)).join('')
}

const names = ['SET', 'EMPTY', 'UNSET', 'DOLLAR', '_x', 'a1']
const operators = [':-', '-', ':?', '?', ':+', '+']

function template(die: Dice, depth: number): string {
  return Array.from({ length: 1 + die.roll(3) }, () => expression(die, depth)).join(
    pick(die, ['', ' ', '-', '/', '}', '{']),
  )
}

function expression(die: Dice, depth: number): string {
  const name = pick(die, names)
  switch (die.roll(depth > 0 ? 9 : 5)) {
    case 0:
      return pick(die, ['text', 'a:b', '', '$$', '$', '$1', '${', '}', '$$$', '${}', ':-', '"', '$-'])
    case 1:
      return `$${name}`
    case 2:
      return `$$${name}`
    case 3:
    case 4:
      return `\${${name}}`
    default:
      return `\${${name}${pick(die, operators)}${die.roll(4) === 0 ? '' : template(die, depth - 1)}}`
  }
}

function variables(die: Dice): ReadonlyMap<string, string> {
  const lines = Array.from({ length: 1 + die.roll(4) }, (_, index) => line(die, `V${index}`))
  const shown = ['V0', 'V1', 'V2', 'V3'].map(name => `"[$${name}]"`).join(', ')
  return new Map([
    ['compose.yaml', `services: { web: { image: i, command: [ ${shown} ] } }\n`],
    ['.env', lines.join('')],
  ])
}

function environmentFile(die: Dice): ReadonlyMap<string, string> {
  const lines = Array.from({ length: 1 + die.roll(4) }, (_, index) => line(die, `V${index}`))
  const format = pick(die, ['', '', ', format: raw'])
  return new Map([
    ['compose.yaml', `services: { web: { image: i, environment: [ V1 ], env_file: [ { path: a.env${format} } ] } }\n`],
    ['a.env', lines.join('')],
  ])
}

const valuePieces = [
  'a',
  'b c',
  ' ',
  '#',
  ' #',
  '=',
  '\\',
  '\\n',
  '"',
  "'",
  '$SET',
  '${V0}',
  '${UNSET:-d}',
  '$$',
  '\\$',
  '\\"',
  '\t',
]

function line(die: Dice, name: string): string {
  const head = pick(die, ['', '', '', ' ', 'export ', '# '])
  const equals = pick(die, ['=', '=', '=', ' = ', ': ', '= ', ''])
  const value = die.roll(5) === 0 ? '' : pieces(die, valuePieces, 5)
  const quote = pick(die, ['', '', '"', "'"])
  return `${head}${name}${equals}${quote}${value}${quote}${pick(die, ['', '', ' # c', '  ', '\r'])}\n`
}

const commandPieces = [
  'run',
  ' ',
  ' ',
  '"',
  "'",
  '\\',
  'a=b',
  '--x',
  ';',
  '&&',
  '|',
  '>',
  '(',
  ')',
  '$$x',
  '`',
  '\t',
  '#',
  '{',
  '*',
  '~',
  '\\"',
  '""',
  '<',
  '2>',
]
const hostPieces = ['a', 'host', ':', '=', '1.1.1.1', '[::1]', '::1', ',', 'host-gateway']

function port(die: Dice): string {
  if (die.roll(4) === 0)
    return pieces(die, ['80', '8000-8002', ':', ':', '/tcp', '-', '1.1.1.1', '[', ']', '::', '/', ' ', '0', '65536'], 5)
  const range = () => pick(die, ['80', '8000-8001', '9000-9001', '1-3', '0', '65535', '65536', '443-442', '007'])
  const address = pick(die, ['', '', '127.0.0.1:', '0.0.0.0:', '[::1]:', '::1:', 'localhost:', '1.2.3:', '[::]:'])
  const host = pick(die, ['', `${range()}:`, ':'])
  return `${address}${host}${range()}${pick(die, ['', '', '/udp', '/TCP', '/sctp', '/x', '/'])}`
}

function mount(die: Dice): ReadonlyMap<string, string> {
  const source = pick(die, [
    '',
    './a:',
    'named:',
    '/abs:',
    '../up:',
    '~/h:',
    'C:\\w:',
    'c:/w:',
    '.:',
    '~:',
    'n:',
    './a/../b/:',
    '//x:',
    '.hidden:',
    ':',
  ])
  const target = pick(die, ['/t', '/t/', '/t//u/../v', 't', '/', 'c:\\t', '', '/a b'])
  const mode = pick(die, [
    '',
    '',
    ':ro',
    ':rw',
    ':z',
    ':ro,Z',
    ':nocopy',
    ':rshared,ro',
    ':cached',
    ':',
    ':bogus',
    ':ro:ro',
  ])
  return single(`services: { web: { image: i, volumes: [ ${quoted(source + target + mode)} ] } }\nvolumes: { named: }`)
}

function scalar(die: Dice): string {
  if (die.roll(3) === 0) {
    const digits = pieces(die, ['0', '1', '7', '9', '12', '.', '_', 'e', '-', '+', 'x', 'o', ':', '5'], 6)
    return /^[-:.]*$|^:|:$/.test(digits) ? '0' : digits
  }
  return pick(die, [
    ...[
      'true',
      'True',
      'TRUE',
      'tRUE',
      'yes',
      'no',
      'on',
      'off',
      'y',
      'n',
      'null',
      'Null',
      '~',
      '""',
      "''",
      'NULL',
      'none',
    ],
    ...[
      '0',
      '-0',
      '+1',
      '007',
      '0o17',
      '0x1f',
      '0b101',
      '1_000',
      '1e3',
      '1E-7',
      '.5',
      '5.',
      '-.5',
      '1.0',
      '1.10',
      '100000.5',
    ],
    ...['1:30', '190:20:30', '=', '<<', '"a\\tb"', "'a''b'", 'a b', 'a#b', '-a', '?a', '!!str 1', '!!int "7"'],
  ])
}

function size(die: Dice): string {
  return `${pick(die, ['1', '0', '1.5', '.5', '-1', '1e3', '64', '', '1,5', '007'])}${pick(die, ['', ' ', '  '])}${pick(die, ['', 'b', 'k', 'K', 'kb', 'kib', 'KiB', 'm', 'g', 'Gi', 'tb', 'p', 'e', 'x', 'mm'])}`
}

function time(die: Dice): string {
  const part = () =>
    `${pick(die, ['1', '0', '1.5', '90', '.5', '-1', ''])}${pick(die, ['s', 'ms', 'm', 'h', 'us', 'ns', 'd', 'w', '', 'x', 'M', ' s'])}`
  return Array.from({ length: 1 + die.roll(2) }, part).join('')
}
