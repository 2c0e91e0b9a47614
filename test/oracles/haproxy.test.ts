import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseHaproxy } from '../../src/parse/haproxy.js'
import { type Dice, dice, pick } from './compose-cases/dice.js'

const ENVIRONMENT: Readonly<Record<string, string>> = { ONE: '1', TWO: 'a b', EMPTY: '' }

/** First words of lines; they begin with a letter, so that none is empty, a comment or a condition. */
function generate(seed: number, count: number): readonly string[] {
  const die = dice(seed)
  return Array.from({ length: count }, () => `w${Array.from({ length: die.roll(7) }, () => piece(die)).join('')}`)
}

function piece(die: Dice): string {
  return pick(die, [
    ...[
      'a',
      ' ',
      '\t',
      '#',
      "'",
      '"',
      '"',
      '\\',
      '\\\\',
      '\\ ',
      '\\#',
      '\\"',
      "\\'",
      '\\t',
      '\\x41',
      '\\x4',
      '\\q',
      '\\$',
    ],
    ...[
      '$ONE',
      '${ONE}',
      '"$ONE"',
      '"${TWO}"',
      '"${NONE}"',
      '"${NONE-x y}"',
      '"$NONE."',
      '"${EMPTY-x}"',
      "'$ONE'",
      '"\\$ONE"',
    ],
    ...['"a b"', "'a b'", '""', "''", '"#"', '$', '"$ "', '{', '}'],
  ])
}

/** What HAProxy takes for the first word of each line, up to the first line that it cannot cut into words at all. */
function askOnce(file: string, lines: readonly string[]): readonly string[] {
  writeFileSync(file, `global\n${lines.join('\n')}\n`)
  const env = { PATH: process.env.PATH, ...ENVIRONMENT }
  const result = spawnSync('haproxy', ['-c', '-f', file], { encoding: 'utf8', env, maxBuffer: 1 << 28 })
  if (result.error) throw result.error
  const named = /parsing \[[^\]]*:(\d+)\] : unknown keyword '(.*)' in 'global' section/g
  const words: string[] = []
  for (const [, line, word = ''] of result.stderr.matchAll(named)) {
    if (Number(line) - 2 !== words.length) break
    words.push(word)
  }
  return words
}

/** The same for all lines; undefined for those that it refuses. */
function askHaproxy(lines: readonly string[]): readonly (string | undefined)[] {
  const directory = mkdtempSync(join(tmpdir(), 'haproxy-oracle-'))
  try {
    const words: (string | undefined)[] = []
    while (words.length < lines.length) {
      const next = lines.slice(words.length, words.length + 50)
      const found = askOnce(join(directory, 'h.cfg'), next)
      words.push(...found)
      if (found.length < next.length) words.push(undefined)
    }
    return words
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** A `$` that begins no name, and a broken `\x`, which ours takes as they stand. */
const LENIENT = /\$(?![A-Za-z_{])|\\x(?![0-9A-Fa-f]{2})/

test('the first word of every line is the one that HAProxy reads', () => {
  const lines = generate(20_260_712, 1_500)
  const theirs = askHaproxy(lines)
  const different = lines.flatMap((line, index) => {
    const { sections, problems } = parseHaproxy({ path: 'h', text: `global\n${line}\n` }, name => ENVIRONMENT[name])
    const ours = problems.length > 0 ? undefined : sections[0]?.lines[0]?.words[0]?.text
    const word = theirs[index]
    return word === ours || (word === undefined && LENIENT.test(line)) ? [] : [{ line, haproxy: word, ours }]
  })
  expect(different.slice(0, 10)).toEqual([])
  expect(theirs.filter(word => word !== undefined).length).toBeGreaterThan(lines.length / 3)
})
