import { type Dice, dice, pick } from '../compose-cases/dice.js'

/** `count` Dockerfiles, the same for the same seed. */
export function generateDockerfiles(seed: number, count: number): readonly string[] {
  const die = dice(seed)
  return Array.from({ length: count }, () => {
    const parts = [head(die)]
    for (let left = die.roll(3); left > 0; left -= 1) parts.push(argument(die))
    for (let left = 1 + die.roll(2); left > 0; left -= 1) {
      parts.push(from(die))
      for (let more = die.roll(4); more > 0; more -= 1) parts.push(instruction(die))
    }
    const text = parts.join('')
    return die.roll(10) === 0 ? text.replaceAll('\n', '\r\n') : die.roll(8) === 0 ? text.trimEnd() : text
  })
}

function head(die: Dice): string {
  return pick(die, [
    ...['', '', '', '', '', '# comment\n', '# syntax=docker/dockerfile:1\n', '# escape=`\n', '\n\n', '#escape=\\\n'],
    ...['# check=skip=all\n# syntax = a\n', '# c\n# escape=`\n', '# escape=x\n', '\ufeff', '  # syntax=b\n'],
  ])
}

const VALUES = [
  ...[
    '1',
    'a',
    '"a b"',
    "'a b'",
    'a\\ b',
    '$A',
    '${B}',
    '${A:-x}',
    '${B:+y}',
    '${A:-$B}',
    '"$A"',
    "'$A'",
    '\\$A',
    '""',
    'a"b"c',
  ],
  ...[
    '${A-z}',
    'x$A-$B',
    '$$A',
    '${A}${B}',
    '"\\"q\\""',
    "a'b",
    '${',
    '${}',
    '$',
    'a=b',
    '${UNSET:?no}',
    '${A:-"q r"}',
    '`',
    'é',
  ],
]

function value(die: Dice): string {
  return die.roll(10) === 0 ? pick(die, VALUES) : pick(die, VALUES.slice(0, 14))
}

function argument(die: Dice): string {
  return pick(die, [
    `ARG A=${value(die)}\n`,
    `ARG B=${value(die)}\n`,
    'ARG A\n',
    `ARG A=1 B=${value(die)}\n`,
    'arg B\n',
  ])
}

function from(die: Dice): string {
  const usual = ['scratch', 'scratch', 'alpine:3.20', 'base', 'x:$A', '${B:-nginx}', 'BASE']
  const image = pick(die, die.roll(12) === 0 ? ['a/b@sha256:x', '"q"', ''] : usual)
  const flag = pick(
    die,
    die.roll(30) === 0 ? ['--nope ', '--platform '] : ['', '', '--platform=linux/amd64 ', '--platform=$BUILDPLATFORM '],
  )
  const names = ['', '', ' AS base', ' as Base', '  AS   other  ', ' AS a-b_c.d']
  const name = pick(die, die.roll(20) === 0 ? [' AS', ' AS 1x', ' IN base', ' AS b AS c'] : names)
  return `${pick(die, ['FROM', 'FROM', 'from', '  From'])} ${flag}${image}${name}\n`
}

const SEPARATORS = [
  ' ',
  ' ',
  ' ',
  '  ',
  '\t',
  ' \\\n',
  ' \\\n    ',
  ' \\\n# comment\n ',
  ' \\\n\n  ',
  '\\\n',
  ' \\  \n',
  ' `\n',
]

function instruction(die: Dice): string {
  if (die.roll(30) === 0) {
    return pick(die, [
      '\n',
      '# c\n',
      '  # indented\n',
      'NOPE x\n',
      'RUN\n',
      '\\\n',
      'CMD\n',
      'ENV\n',
      'ENV a\n',
      'FOO\n',
      '=\n',
      '\t\n',
    ])
  }
  const s = () => pick(die, SEPARATORS)
  const v = () => value(die)
  return `${pick(die, makers)({ die, s, v })}${pick(die, ['', '', '', '', ' ', '\t'])}\n`
}

interface Tools {
  readonly die: Dice
  /** White space between two words. */
  readonly s: () => string
  readonly v: () => string
}

const makers: readonly ((tools: Tools) => string)[] = [
  ({ s, v }) => `ENV A=${v()}${s()}C=${v()}`,
  ({ s, v }) => `ENV${s()}A${s()}${v()} rest`,
  ({ v }) => `ENV A=${v()} B=$A`,
  ({ die, v }) => pick(die, ['ARG A', `ARG A=${v()}`, `ARG C=${v()} B`, 'ARG TARGETARCH', 'ARG B=']),
  ({ s, v }) => `USER${s()}${v()}`,
  ({ die, v }) => `USER ${v()}${pick(die, ['', ':', ':g', ' x'])}`,
  ({ die, v }) => `WORKDIR ${pick(die, ['/a', 'b', '../c', '/a/../b//c/.', '$A', '/x y', `/d/${v()}`, ''])}`,
  ({ die, s }) =>
    `EXPOSE ${pick(die, ['80', '80/tcp', '8000-8003', '53/UDP', '$A', '80:90', '0', '65536', 'x', '9-8', '80/x', '${B:-81}', '1 2'])}${s()}7`,
  ({ die, s, v }) =>
    `VOLUME ${pick(die, ['/a', '["/a", "/b"]', `/a${s()}/b`, '[]', '[1]', '["/a"', '[ "a" ] x', '""', v()])}`,
  ({ die }) => `STOPSIGNAL ${pick(die, ['SIGTERM', '9', '$A', 'SIGQUIT x', ''])}`,
  ({ die }) =>
    `SHELL ${pick(die, ['["/bin/bash", "-c"]', '["a"]', '[]', 'bash', '["a", 1]', "['a']", '["bash", \\\n "-eo", "pipefail", "-c"]'])}`,
  ({ die, s }) =>
    `${pick(die, ['CMD', 'ENTRYPOINT', 'RUN', 'cmd', 'Run'])} ${execForm(die)}${pick(die, ['', '', '', ' x', s()])}`,
  ({ die, s }) => `${pick(die, ['CMD', 'ENTRYPOINT', 'RUN', 'RUN'])}${s()}${shellForm(die, s)}`,
  ({ die, s }) =>
    `RUN ${pick(die, ['--mount=type=cache,target=/x', '--network=none', '--security=insecure', '--nope', '--mount=type="cache",target="/a b"', '--', '--mount', '--network=x'])}${s()}${shellForm(die, s)}`,
  ({ die, s, v }) =>
    `${pick(die, ['COPY', 'ADD'])} ${pick(die, ['', '', '--from=base ', '--chown=a:b ', '--link ', '--nope=1 ', '--chown ', '--chmod="7 5" ', '--link=false ', '--link=x '])}${pick(die, ['a b', `a${s()}${v()}`, '["a b", "/c"]', 'a', '["a"]', '. .', '"a b" c', ''])}`,
  ({ die, s }) =>
    `HEALTHCHECK ${pick(die, ['', '', '--interval=5s ', '--interval=1d ', '--retries=3 --timeout=1m30s ', '--retries=x ', '--interval=1us ', '--nope=1 ', '--retries=-1 ', '--interval= '])}${pick(die, ['NONE', 'none', 'NONE x', 'CMD', 'CMD curl -f x || exit 1', 'cmd ["a", "b"]', `CMD${s()}a b`, 'x', 'CMD []', ''])}`,
  ({ die }) =>
    `ONBUILD ${pick(die, ['RUN a', 'COPY a b', 'ONBUILD RUN a', 'FROM x', 'MAINTAINER x', '', 'run ["a"]', 'nope', 'ENV a', 'CMD [1]', 'COPY a'])}`,
  ({ s, v }) => `LABEL a=${v()}${s()}"b c"=${v()}`,
  ({ die }) =>
    pick(die, [
      'LABEL a b',
      'LABEL a',
      'LABEL =x',
      'ENV =x',
      'ARG =x',
      'MAINTAINER me',
      'MAINTAINER',
      'LABEL a=1 b',
      'ENV a=1 b',
      'ENV a=1\tb=2',
    ]),
  ({ die }) => heredoc(die),
]

function execForm(die: Dice): string {
  return pick(die, [
    ...[
      '["a", "b c"]',
      '[ "a" ]',
      '[]',
      '[ ]',
      '["a",]',
      "['a']",
      '["a", 1]',
      '["a\\"b", "\\u0041\\n"]',
      '["a" "b"]',
      '[a]',
      '[["a"]]',
    ],
    ...[
      '["a", \\\n  "b"]',
      '["\\x"]',
      '[ "a", "b" ',
      '["a"] && b',
      '[ -f x ] || y',
      '["$A"]',
      '["a", null]',
      '[1,',
      '["a\tb"]',
      '["é"]',
    ],
  ])
}

function shellForm(die: Dice, s: () => string): string {
  const word = () =>
    pick(die, [
      'a',
      '"b c"',
      "'d'",
      '$A',
      '&&',
      '|',
      '\\"',
      '#x',
      '--y',
      '<',
      '\\',
      '`z`',
      '\\\\',
      '"open',
      '>',
      'é',
      '[',
      ']',
    ])
  return Array.from({ length: 1 + die.roll(4) }, word).join(s())
}

function heredoc(die: Dice): string {
  const name = pick(die, ['EOF', 'EOF', "'EOF'", '"EOF"', 'E1', '-EOF', "-'EOF'", ' EOF', 'E$A', '"E F"', '', 'EOF;'])
  const end = name.replace(/['"-]/g, '').trim()
  const body = pick(die, ['echo a\necho b\n', '', '\techo a\n', 'FROM x\n', '# c\n', 'a \\\nb\n', ' EOF\n', '\n\n'])
  const keyword = pick(die, [
    'RUN',
    'RUN',
    'COPY',
    'ADD',
    'CMD',
    'ONBUILD RUN',
    'RUN --network=none',
    'ENV a=',
    'RUN cat',
  ])
  const tail = keyword === 'COPY' || keyword === 'ADD' ? ' /x' : pick(die, ['', '', ' cat', ' | sh', ' && b', ' <<B'])
  const chomped = name.startsWith('-') ? pick(die, ['\t', '']) : ''
  return `${keyword} <<${name}${tail}\n${body}${die.roll(10) === 0 ? '' : `${chomped}${end}`}${tail === ' <<B' ? '\nb\nB' : ''}`
}
