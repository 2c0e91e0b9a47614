import { expect, test } from 'vitest'
import { canFail, parseShell, type ShellScript } from '../../src/parse/shell.js'
import { generateScripts, generateWords, type Script } from './parsers/generate-shell.js'
import { type Outcome, runScripts, type Shell } from './parsers/run-shell.js'

const at = { path: 'script', start: 0, end: 0 }
const scripts = generateScripts(20_240_721, 4000)
const portable = scripts.filter(({ bash }) => !bash)

interface Run {
  readonly text: string
  readonly script: ShellScript
  readonly outcome: Outcome
}

function runs(shell: Shell, which: readonly Script[], options: Parameters<typeof parseShell>[2] = {}): readonly Run[] {
  const outcomes = runScripts(
    shell,
    which.map(({ text }) => text),
  )
  return which.map(({ text }, index) => {
    const outcome = outcomes[index]
    if (!outcome) throw new Error('a script was not run')
    return { text, script: parseShell(text, at, options), outcome }
  })
}

const bash = { path: '/bin/bash', options: ['--noprofile', '--norc'] } as const
const all: ReadonlyMap<string, readonly Run[]> = new Map([
  ['bash', runs(bash, scripts)],
  ['sh', runs({ path: '/bin/sh', options: [] }, portable)],
  [
    'bash -eo pipefail',
    runs({ ...bash, options: [...bash.options, '-eo', 'pipefail'] }, scripts.slice(0, 2000), {
      exitOnError: true,
      pipefail: true,
    }),
  ],
])

const byLength = (one: string, other: string) => one.length - other.length

for (const [name, done] of all) {
  test(`${name}: a script that ended with a status other than 0 can fail`, () => {
    const wrong = done.filter(({ script, outcome }) => outcome.status !== 0 && !canFail(script))
    expect(
      wrong
        .map(({ text, outcome }) => `${outcome.status}: ${text}`)
        .sort(byLength)
        .slice(0, 10),
      `${wrong.length} wrong`,
    ).toEqual([])
  })

  test(`${name}: every command that ran is listed`, () => {
    const missing = done.flatMap(({ text, script, outcome }) => {
      const listed = new Set(script.commands.flatMap(({ words }) => words))
      const ran = outcome.output.match(/^m[0-9]+$/gm) ?? []
      return script.broken || ran.every(mark => listed.has(mark)) ? [] : [text]
    })
    expect(missing.sort(byLength).slice(0, 10)).toEqual([])
  })

  test(`${name}: there are enough scripts of each sort`, () => {
    const succeeded = done.filter(({ outcome }) => outcome.status === 0)
    const proved = succeeded.filter(({ script }) => !canFail(script))
    expect(succeeded.length).toBeGreaterThan(done.length / 5)
    expect(succeeded.length).toBeLessThan(done.length * 0.9)
    // What cannot fail is told for a good part of those that did not.
    expect(proved.length).toBeGreaterThan(succeeded.length / 4)
  })
}

test('the words of a command are those that bash passes on', () => {
  const texts = generateWords(20_240_722, 2000)
  const echo = `w() { for x; do printf '[%s]' "$x"; done; }; set -f +B +H; w `
  const outcomes = runScripts(
    bash,
    texts.map(text => `${echo}${text}`),
  )
  const taken = outcomes.filter(({ status }) => status === 0)
  expect(taken.length).toBeGreaterThan(texts.length / 2)
  const wrong = texts.flatMap((text, index) => {
    const outcome = outcomes[index]
    if (outcome === undefined || outcome.status !== 0) return []
    const words = parseShell(`w ${text}`, at).commands[0]?.words.slice(1) ?? []
    const [ours, theirs] = [words.map(word => `[${word}]`).join(''), outcome.output]
    return ours === theirs
      ? []
      : [`${JSON.stringify(text)}: ours ${JSON.stringify(ours)}, bash ${JSON.stringify(theirs)}`]
  })
  expect(wrong.slice(0, 10)).toEqual([])
})

test('a script that bash takes is not called broken', () => {
  const texts = scripts.slice(0, 2000).map(({ text }) => text)
  const outcomes = runScripts({ ...bash, options: [...bash.options, '-n'] }, texts)
  const called = texts.filter((text, index) => outcomes[index]?.status === 0 && parseShell(text, at).broken)
  expect(outcomes.filter(({ status }) => status === 0).length).toBeGreaterThan(texts.length * 0.7)
  expect(called.sort(byLength).slice(0, 10)).toEqual([])
})
