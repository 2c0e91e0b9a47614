import { type Dice, dice, pick } from '../compose-cases/dice.js'

/** A script that runs nothing but builtins; every command that may run writes its number. */
export interface Script {
  readonly text: string
  /** Bash only: arrays, `[[`, `((`, `function`, `pipefail`. */
  readonly bash: boolean
}

interface Maker {
  readonly die: Dice
  readonly bash: boolean
  /** How many marks there are. */
  marks: number
}

/** `count` scripts, the same for the same seed. */
export function generateScripts(seed: number, count: number): readonly Script[] {
  const die = dice(seed)
  return Array.from({ length: count }, () => {
    const maker: Maker = { die, bash: die.roll(2) === 0, marks: 0 }
    const head = die.roll(3) === 0 ? options(maker) : ''
    return {
      text: `${head}${list(maker, 1 + die.roll(2))}${pick(die, ['', '', '\n', ' ', ';', '\n# end\n'])}`,
      bash: maker.bash,
    }
  })
}

function options({ die, bash }: Maker): string {
  const plain = [
    'set -e\n',
    'set -eu\n',
    'set -ex;',
    'set -o errexit\n',
    'set -e; set +e\n',
    '#!/bin/sh -e\n',
    ': ; set -e\n',
  ]
  return pick(die, bash ? [...plain, 'set -eo pipefail\n', 'set -o pipefail\n', 'set -euo pipefail\n'] : plain)
}

function mark(maker: Maker): string {
  maker.marks += 1
  return `echo m${maker.marks}`
}

function list(maker: Maker, depth: number): string {
  const { die } = maker
  let text = ''
  for (let left = 1 + die.roll(3); left > 0; left -= 1) {
    const separator =
      left === 1 ? '' : pick(die, ['; ', '\n', ';', ' ;\n', '\n\n', ' # why\n', die.roll(4) === 0 ? ' & ' : '\n'])
    text += chain(maker, depth) + separator
  }
  return text
}

function chain(maker: Maker, depth: number): string {
  const { die } = maker
  let text = pipeline(maker, depth)
  for (let more = die.roll(3); more > 0; more -= 1) {
    text += `${pick(die, [' && ', ' || ', ' && ', ' || ', '&&', ' ||\n', ' \\\n && '])}${pipeline(maker, depth)}`
  }
  return text
}

function pipeline(maker: Maker, depth: number): string {
  const { die } = maker
  let text = command(maker, depth)
  for (let more = die.roll(4) === 0 ? 1 + die.roll(2) : 0; more > 0; more -= 1) {
    text += `${pick(die, [' | ', '|', ' |\n', maker.bash ? ' |& ' : ' | '])}${command(maker, depth)}`
  }
  return die.roll(8) === 0 ? `! ${text}` : text
}

function command(maker: Maker, depth: number): string {
  return depth > 0 && maker.die.roll(4) === 0 ? compound(maker, depth - 1) : simple(maker)
}

function simple(maker: Maker): string {
  const { die } = maker
  const plain = () => {
    switch (die.roll(6)) {
      case 0:
        return 'true'
      case 1:
        return 'false'
      case 2:
        return pick(die, [
          ':',
          'exit',
          'exit 0',
          'exit 3',
          'exit 256',
          'return 1',
          'exit $?',
          "exit '0'",
          'exit "7"',
          'nothere',
        ])
      case 3:
        return pick(die, assignments)
      case 4:
        return pick(die, maker.bash ? [...others, ...bashOthers] : others)
      default:
        return mark(maker)
    }
  }
  return `${plain()}${die.roll(8) === 0 ? pick(die, redirects) : ''}`
}

const assignments = [
  ...[
    'A=1',
    'A=$(true)',
    'A=$(false)',
    'A=$(exit 4)',
    'A=`false`',
    'export A=$(false)',
    'export A',
    'A= true',
    'A=1 false',
  ],
  ...[
    'readonly R_$$',
    'unset A',
    'A="$(false)" B=$(true)',
    'A=$(false) true',
    'A=${B:-$(false)}',
    'A=$((1 + 1))',
    'export 1a=b',
  ],
]
const others = [
  ...[
    'echo $(false)',
    'echo "$(exit 3)"',
    'printf x',
    "printf '%s\\n' a",
    "printf '%d' x",
    'printf',
    'test 1 = 1',
    'test 1 = 2',
  ],
  ...[
    '[ a = a ]',
    '[ -n "" ]',
    '[ 1 -eq 2 ] ',
    'command true',
    'command false',
    'command -v echo',
    'command -v nothere',
    'shift',
  ],
  ...[
    'eval true',
    'eval false',
    'eval "exit 5"',
    'eval',
    'set -e',
    'set +e',
    'umask',
    'umask 022',
    'umask x',
    'cd /',
    'cd /nothere',
  ],
  ...[
    'trap - INT',
    "trap 'exit 1' INT",
    'wait',
    'pwd',
    'times',
    '. /nothere',
    'exec',
    'type echo',
    'read x',
    'kill -0 x',
  ],
  ...[
    '"true"',
    "'false'",
    '\\true',
    'tr\\ue',
    'fal"se"',
    'echo a;false',
    '$(echo false)',
    '${A:-false}',
    'let',
    'break',
    'continue',
  ],
  ...[
    "trap 'exit 9' EXIT",
    "trap 'false' 0",
    'trap',
    'trap - EXIT',
    'unset -f x',
    'unset 1a',
    'readonly A',
    'alias x=false',
    'getopts',
  ],
  ...[
    'hash',
    'hash nothere',
    'echo "a # b"',
    'echo a\\;false',
    'f() { false; }',
    'true() { false; }',
    'echo() (exit 3)',
    'f',
    ': "${A:?no}"',
  ],
  ...[
    ': ${A?}',
    'echo ${B?}',
    'shift 5',
    'exit 1 2',
    'exit -1',
    'exit x',
    'set -u',
    'echo $B',
    'set -n',
    'set -o',
    'set -Z',
    'set -',
    'set --',
  ],
]
const bashOthers = [
  ...[
    '[[ a == a ]]',
    '[[ a == b ]]',
    '[[ -n "" || x ]]',
    '((1))',
    '((0))',
    '(( 1 + 1 ))',
    'let 0',
    'let 1',
    'a=(1 2 $(false))',
  ],
  ...[
    'declare A=$(false)',
    'declare -A m',
    'local x',
    'builtin false',
    'builtin true',
    'shopt -s nullglob',
    'shopt -s nothere',
    'set -o nothere',
  ],
  ...[
    'set -o pipefail',
    'set +o pipefail',
    'function g { false; }',
    'g',
    "trap 'exit 8' ERR",
    "trap 'exit 8' DEBUG",
    'printf -v A x',
    'typeset A',
  ],
  ...[
    'echo <(false)',
    'declare -r A',
    'pwd -Z',
    'times x',
    'echo -n',
    'wait -n',
    'wait %5',
    'mapfile',
    'set -E',
    'shopt -u x',
  ],
]
const redirects = [
  ...[
    ' >/dev/null',
    ' 2>&1',
    ' >/dev/null 2>&1',
    ' </dev/null',
    ' </nothere',
    ' >/nothere/x',
    ' 2>/dev/null',
    ' >&2',
    ' >&9',
    ' <&9',
  ],
  ...[' <<E\nx\nE\n', " <<'E'\n$x\nE\n", ' 3>&1', ' >&-', ' <&-', ' >/dev/stdout', ' >$A', ' 2>&-'],
]

function compound(maker: Maker, depth: number): string {
  const { die } = maker
  const inner = () => list(maker, depth)
  switch (die.roll(11)) {
    case 0:
    case 1:
      return `(${inner()}\n)`
    case 2:
    case 3:
      return `{ ${inner()}\n}${die.roll(6) === 0 ? pick(die, redirects.slice(0, 10)) : ''}`
    case 4:
      return `if ${inner()}\nthen ${inner()}\nfi`
    case 5:
      return `if ${inner()}\nthen\n${inner()}\nelse ${inner()}\nfi`
    case 6:
      return `if ${inner()}\nthen ${inner()}\nelif ${inner()}\nthen ${inner()}\nfi`
    case 7:
      return `for i in ${pick(die, ['a b', '', '1', '$(false) x', '"a b"'])}; do ${inner()}\ndone`
    case 8:
      return `case ${pick(die, ['a', 'b', '"$(false)"', '$A'])} in a) ${inner()}\n;; ${pick(die, ['b', '(b', '*', 'b|c'])}) ${inner()}\n;; esac`
    case 9:
      return pick(die, [
        `while false; do ${mark(maker)}; done`,
        `until true; do ${mark(maker)}; done`,
        `while ${simple(maker)}\ndo ${mark(maker)}; break; done`,
        `until ${simple(maker)}\ndo ${mark(maker)}; break; done`,
        `for i in 1 2; do ${simple(maker)}\n${pick(die, ['break', 'continue', ':'])}; done`,
      ])
    default: {
      const name = pick(die, ['f', 'h'])
      return `${name}() { ${inner()}\n}\n${pick(die, [name, '', 'true'])}`.trimEnd()
    }
  }
}

const WORDS = [
  ...[
    'a',
    'b-c',
    '1',
    '"a b"',
    "'a b'",
    '\\ ',
    '\\a',
    '\\\\',
    '"\\""',
    '"\\a"',
    '"\\\\"',
    "'\\'",
    '""',
    "''",
    'é',
    '=',
    'a=b',
    '--x',
  ],
  ...[
    '"\\$A"',
    "'$A'",
    '\\$A',
    "'\"'",
    '"\'"',
    '\\"',
    "\\'",
    '%',
    '@',
    ',',
    ':',
    '/',
    '.',
    '+',
    '^',
    '#',
    "'#'",
    '\\#',
    '"a\nb"',
    "'a\nb'",
  ],
  ...[
    '\\\n',
    '"a\\\nb"',
    "'a\\\nb'",
    '\\|',
    '"|"',
    "';'",
    '\\&',
    '\\(',
    "'('",
    '"`"'.replace('`', '\\`'),
    '{a}',
    '!',
    '"!"',
    '-',
    '{',
    '}',
  ],
]

/** The arguments of one command, quoted in all sorts of ways; nothing in them is expanded. */
export function generateWords(seed: number, count: number): readonly string[] {
  const die = dice(seed)
  return Array.from({ length: count }, () => {
    const word = () => Array.from({ length: 1 + die.roll(4) }, () => pick(die, WORDS)).join('')
    return Array.from({ length: 1 + die.roll(4) }, word).join(pick(die, [' ', '  ', '\t', ' \\\n ']))
  })
}
