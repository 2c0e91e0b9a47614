import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canFail,
  parseShell,
  programOf,
  splitComposeCommand,
  splitWords,
  unwrapCommand,
} from '../../src/parse/shell.js'
import { millisecondsSince } from '../support/processor-time.js'

const AT = { path: 'x', start: 0, end: 0 }

function read(text: string) {
  return parseShell(text, AT)
}

/** Each command as `joined [words] followed @inside`. */
function shape(text: string) {
  return read(text).commands.map(({ words, joined, followed, inside }) =>
    [joined, `[${words.join(' ')}]`, followed, ...inside.map(one => `@${one}`)].join(' '),
  )
}

describe('parseShell', () => {
  test.each([
    ['a b', ['start [a b] end']],
    ['a; b & c\nd', ['start [a] ;', '; [b] &', '& [c] ;', '; [d] end']],
    ['a && b || c | d', ['start [a] &&', '&& [b] ||', '|| [c] |', '| [d] end']],
    ['a \\\n  && \\\n  b', ['start [a] &&', '&& [b] end']],
    ['a &&\n# why\n b', ['start [a] &&', '&& [b] end']],
    ['a |& b', ['start [a] |', '| [b] end']],
    ['a # b; c\nd', ['start [a] ;', '; [d] end']],
    ['a#b c', ['start [a#b c] end']],
    [
      'if a; then b; elif c; then d; else e; fi; f',
      [
        'start [a] end @condition',
        'start [b] end @branch',
        'start [c] end @condition',
        'start [d] end @branch',
        'start [e] end @branch',
        '; [f] end',
      ],
    ],
    ['while a; do b; done | c', ['start [a] end @loop @condition', 'start [b] end @loop', '| [c] end']],
    ['until a\ndo\nb\ndone', ['start [a] end @loop @condition', 'start [b] end @loop']],
    ['for x in 1 $y "z w"; do a $x; done', ['start [a $x] end @loop']],
    ['for ((i=0; i<3; i++)); do a; done; b', ['start [a] end @loop', '; [b] end']],
    ['for x\ndo a; done', ['start [a] end @loop']],
    [
      'case $1 in (a|b) c;; d) e ;& *) f; esac && g',
      ['start [c] end @branch', 'start [e] end @branch', 'start [f] end @branch', '&& [g] end'],
    ],
    [
      'f() { a; }; function g { b; }; h() ( c )',
      ['start [a] end @function', 'start [b] end @function', 'start [c] end @function @subshell'],
    ],
    ['(a; b) || c', ['start [a] ; @subshell', '; [b] || @subshell', '|| [c] end']],
    ['a || { b; exit 1; }', ['start [a] ||', '|| [b] ;', '; [exit 1] end']],
    [
      'echo "$(a | b)" `c` $((1 + (2 * 3))) ${x:-$(d)}',
      [
        'start [echo $(a | b) `c` $((1 + (2 * 3))) ${x:-$(d)}] end',
        'start [a] | @substitution',
        '| [b] end @substitution',
        'start [c] end @substitution',
        'start [d] end @substitution',
      ],
    ],
    ['a <(b) > >(c)', ['start [a <(b)] end', 'start [b] end @substitution', 'start [c] end @substitution']],
    ['[[ a == b* && -f c ]] && d', ['start [[[ a == b* & & -f c ]]] &&', '&& [d] end']],
    ['[ -f a ] || b', ['start [[ -f a ]] ||', '|| [b] end']],
    ['! a | b', ['start [a] |', '| [b] end']],
    ['a=(1 "2 )" 3) b', ['start [b] end']],
    ['time a', ['start [time a] end']],
    ['a\r\nb\r\n', ['start [a] ;', '; [b] end']],
    ['((x++)); a', ['; [a] end']],
    ['if true; then a; fi > log 2>&1', ['start [true] end @condition', 'start [a] end @branch']],
    ['echo if then; a', ['start [echo if then] ;', '; [a] end']],
  ] as const)('%j', (text, expected) => {
    expect(shape(text)).toEqual(expected)
    expect(read(text).broken).toBe(false)
  })

  test('takes quotes off and keeps expansions', () => {
    const [command] = read(`'a b'"c $d"\\ e $'f\\n' "\\$g \\h" *.txt ~ ""`).commands
    expect(command?.words).toEqual(['a bc $d e', 'f\n', '$g \\h', '*.txt', '~', ''])
  })

  test('tells assignments from words', () => {
    const [first, second] = read('A=1 B="x y" cmd C=3; D=$(e)').commands
    expect(first).toMatchObject({ assignments: ['A=1', 'B=x y'], words: ['cmd', 'C=3'] })
    expect(second).toMatchObject({ assignments: ['D=$(e)'], words: [] })
    expect(read('"A=1" b').commands[0]?.assignments).toEqual([])
  })

  test('lists redirections', () => {
    const [command] = read('a < in >out 2>> "err file" 2>&1 &>all >|x <<< word').commands
    expect(command?.words).toEqual(['a'])
    expect(command?.redirects.map(({ operator, target }) => `${operator} ${target}`)).toEqual([
      '< in',
      '> out',
      '2>> err file',
      '2>& 1',
      '&> all',
      '>| x',
      '<<< word',
    ])
  })

  test('skips the bodies of heredocs', () => {
    const text = 'cat <<A <<-"B" | sort\nrm -rf /\nA\n\texit 1\n\tB\nnext $(cat <<C\nhidden\nC\n)\nlast'
    expect(read(text).commands.map(command => command.words[0])).toEqual(['cat', 'sort', 'next', 'cat', 'last'])
    expect(read(text).broken).toBe(false)
  })

  test('says where a command stands', () => {
    const text = ' a  "b" ;c\\\n d|e>f # g'
    expect(read(text).commands.map(command => text.slice(command.start, command.end))).toEqual([
      'a  "b"',
      'c\\\n d',
      'e>f',
    ])
  })

  test.each([
    ['set -e\na', true, false],
    ['#!/bin/sh -e\na', true, false],
    ['#!/usr/bin/env bash\n# x\nset -euo pipefail\na', true, true],
    ['set -exo pipefail', true, true],
    ['set -o errexit -o pipefail; a', true, true],
    ['X=1\nexport Y=2\nset -e\na', true, false],
    ['a\nset -e', false, false],
    ['set -e; set +e; a', false, false],
    ['set -u; a', false, false],
    ['if a; then set -e; fi', false, false],
    ['f() { set -e; }', false, false],
    ['set -- -e', false, false],
  ])('options of %j', (text, exitOnError, pipefail) => {
    expect(read(text)).toMatchObject({ exitOnError, pipefail })
  })

  test.each([
    'a "b',
    "a 'b",
    'a `b',
    'a $(b',
    'a ${b',
    '(a',
    '{ a',
    'if a; then b',
    'case a in b',
    'cat <<E\nx',
    'a )',
    'a &&',
    'a | ! b',
  ])('%j is broken', text => expect(read(text).broken).toBe(true))

  test('deep and long texts end', () => {
    for (const piece of [
      '$(',
      '(',
      '{ ',
      '"$(',
      '${',
      '`',
      '$((',
      'if ',
      'f() ',
      '! ',
      'a=(',
      '[[ ',
      '((',
      'case a in b) ',
      '<<A ',
      '"',
      "'",
      '$((a;',
      "`'` ",
    ]) {
      const started = process.cpuUsage()
      read(piece.repeat(20_000))
      expect(millisecondsSince(started), piece).toBeLessThan(3_000)
    }
  })

  test('never throws, and every command lies inside the text', () => {
    const unit = fc.constantFrom(
      'a',
      ' ',
      ';',
      '&',
      '|',
      '<',
      '>',
      '(',
      ')',
      '{',
      '}',
      '"',
      "'",
      '`',
      '\\',
      '$',
      '#',
      '\n',
      '=',
      '!',
      '[[',
      ']]',
      'if ',
      'then ',
      'fi ',
      'do ',
      'done ',
      'for ',
      'while ',
      'case ',
      'in ',
      'esac ',
      'function ',
      '$(',
      '${',
      '<<E',
      ';;',
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 60 }), fc.string({ unit: 'binary' })), text => {
        const script = read(text)
        canFail(script)
        let before = 0
        for (const { start, end } of script.commands) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThanOrEqual(text.length)
          before = start
        }
      }),
      { numRuns: 1500 },
    )
  })
})

describe('canFail', () => {
  test.each([
    '',
    'exit 0',
    'true',
    ':',
    '/bin/true',
    'echo ok',
    'x || true',
    'x || exit 0',
    'x || echo bad',
    'x; exit 0',
    'x &',
    'x | cat',
    'x && y || true',
    '! false',
    'if x; then echo a; else echo b; fi',
    '(exit 1); true',
    'x; echo done',
    'x > /dev/null 2>&1 || true',
    'sh -c "exit 0"',
    'exec true',
    'x || sh -c "exit 0"',
    'exit 256',
    'exit $?',
    'true && exit',
    'x || :',
    'x 2>&1 | tee',
    'set +e; x; true',
    'set -e; x || true',
    'export A=1',
    'f() { exit 1; }',
    'exit 0; x',
    'x | wc -l',
    'printf ok',
    'case $1 in a) echo a;; esac',
    'sleep 1',
    '(set -e); x; true',
    'set -e | cat; x; true',
    'set -e; { set +e; }; x; true',
    'cat <<E\nexit 1\nE\nexit 0',
    'for i in 1 2; do echo $i; done',
    'if x; then exit 0; fi; exit 0',
  ])('%j cannot', text => expect(canFail(read(text))).toBe(false))

  test.each([
    'x',
    'exit 1',
    'false',
    'x || exit 1',
    'if x; then exit 1; fi',
    'x && echo ok',
    '! true',
    '! x',
    'x | grep y',
    'x; exit $?',
    'x; exit',
    'exit $CODE',
    'set -e; x; exit 0',
    'set -euo pipefail\nx | cat',
    'set -o pipefail; x | cat',
    '[ -f a ]',
    '[[ a == b ]]',
    '((0))',
    'echo "$(x' /* broken */,
    'a=$(x)',
    'x || { echo bad; exit 1; }',
    'f() { exit 1; }; f',
    'true() { false; }; true',
    'while true; do sleep 1; done',
    'until x; do sleep 1; done',
    'true > /nowhere/x',
    'exec x',
    'eval "$X"',
    '. ./x',
    'sh -c "exit 1"',
    'sh x.sh',
    'trap "exit 1" EXIT; true',
    'for i in 1; do x; done',
    'cat /file',
    'case $1 in a) exit 1;; esac',
    '(exit 1)',
    'x || false',
    '$CMD',
    'x & wait $!',
    'sh -c "$X"',
    'timeout 5 true',
    'x || return 1',
    'true && exit 1',
    'set -e\nif y; then x; fi\ntrue',
    'test -f x && exit 0',
    'for i in 1 2; do false && x; set -e; echo; y || true; done; for j in 1; do false; true; done',
    'x; for i in 1; do exit $?; done',
    'if x; then set -e; fi; y; true',
    'set -e; x && set +e; y; true',
    '[ 1 = 2 ]; exit 1 | exit $?',
  ])('%j can', text => expect(canFail(read(text))).toBe(true))

  test('knows the options that the shell is started with', () => {
    expect(canFail(parseShell('x | cat', AT, { pipefail: true }))).toBe(true)
    expect(canFail(parseShell('x; true', AT, { exitOnError: true }))).toBe(true)
  })
})

describe('splitWords', () => {
  test.each([
    ['a  b\tc\n', ['a', 'b', 'c']],
    [`'a b' "c d" e\\ f`, ['a b', 'c d', 'e f']],
    [`a'b'"c"`, ['abc']],
    [`"" ''`, ['', '']],
    [`"a\\"b\\\\c\\d" 'e\\f'`, ['a"b\\c\\d', 'e\\f']],
    ['a && b # c', ['a', '&&', 'b', '#', 'c']],
    ['', []],
  ])('%j', (text, words) => expect(splitWords(text)).toEqual(words))

  test.each(['a "b', "a 'b", 'a \\'])('%j is open', text => expect(splitWords(text)).toBeUndefined())
})

describe('splitComposeCommand', () => {
  test.each([
    [`redis-server --requirepass "a b"`, { words: ['redis-server', '--requirepass', 'a b'] }],
    [`"a\\d"`, { words: ['ad'] }],
    ['npm ci && npm start', { words: ['npm', 'ci'], cut: 7 }],
    ['a; b', { words: ['a'], cut: 1 }],
    ['a 2>b', { words: ['a'], cut: 3 }],
    [`sh -c 'a && b'`, { words: ['sh', '-c', 'a && b'] }],
    ['echo $(a; b)', { words: ['echo', '$(a; b)'] }],
    ['', { words: [] }],
  ])('%j', (text, expected) => expect(splitComposeCommand(text)).toEqual(expected))

  test.each(['a "b', 'a \\', 'a (b)'])('%j is refused', text => expect(splitComposeCommand(text)).toBeUndefined())
})

describe('programOf', () => {
  test.each([
    ['pg_dump -h x', 'pg_dump'],
    ['/usr/local/bin/node app.js', 'node'],
    ['sudo -u postgres -H pg_dump', 'pg_dump'],
    ['env -i -u X A=b C=d node', 'node'],
    ['exec -a name node', 'node'],
    ['timeout -k 5 --signal=KILL 30 curl x', 'curl'],
    ['timeout 30s sudo nice -n 10 ionice -c2 -n7 tar x', 'tar'],
    ['tini -g -- node app.js', 'node'],
    ['/sbin/tini -- /usr/bin/dumb-init -c node', 'node'],
    ['gosu postgres postgres -c x', 'postgres'],
    ['command curl', 'curl'],
    ['command -v curl', 'command'],
    ['nohup time -p a', 'a'],
    ['flock -n /lock backup.sh', 'backup.sh'],
    ['env', 'env'],
    ['sudo', 'sudo'],
    ['$CMD x', undefined],
    ['', undefined],
  ])('%s', (line, program) => expect(programOf(splitWords(line) ?? [])).toBe(program))

  test('keeps the words of the program, known or not', () => {
    expect(unwrapCommand(['exec', 'node', null, 'x'])).toEqual(['node', null, 'x'])
    expect(programOf([null, 'x'])).toBeUndefined()
  })
})
