import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readGo } from '../../src/parse/go.js'
import { openGrammars } from '../../src/parse/grammars.js'
import { buildOracle, goSetting } from './compose-cases/oracle.js'
import { factsOf, type GoFacts } from './go-syntax/facts.js'

const directory = mkdtempSync(join(tmpdir(), 'go-oracle-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
beforeAll(() => openGrammars(['go']))

const binary = join(directory, 'go-syntax')
buildOracle(fileURLToPath(new URL('./go-syntax-go', import.meta.url)), binary)

const root = join(goSetting('GOROOT'), 'src')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.go') && !path.split('/').includes('testdata'))
  .map(path => join(root, path))

/** What go/ast finds in each. */
function ask(paths: readonly string[]): readonly GoFacts[] {
  const result = spawnSync(binary, { input: paths.join('\n'), encoding: 'utf8', maxBuffer: 1 << 29 })
  if (result.error) throw result.error
  if (result.status !== 0) throw new Error(`the oracle failed: ${result.stderr.slice(0, 2000)}`)
  return result.stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as GoFacts)
}

function* batches(size: number): Generator<readonly string[]> {
  for (let at = 0; at < files.length; at += size) yield files.slice(at, at + size)
}

/** Numbers are compared as doubles. */
function comparable(facts: GoFacts): GoFacts {
  return { ...facts, numbers: facts.numbers.map(number => String(Number(number))) }
}

test('every file of the standard library reads without a problem, and says what go/ast says', () => {
  const problems: string[] = []
  const differences: string[] = []
  let calls = 0
  for (const paths of batches(400)) {
    const answers = ask(paths)
    for (const [index, path] of paths.entries()) {
      const text = readFileSync(path, 'utf8')
      const theirs = answers[index]
      if (!theirs || theirs.error) throw new Error(`go/parser does not read ${path}: ${theirs?.error ?? 'no answer'}`)
      const file = readGo({ path, text })
      if (file.problems.length > 0) problems.push(`${path}: ${file.problems[0]?.message ?? ''}`)
      const ours = comparable(factsOf(file, text))
      calls += ours.calls.length
      differences.push(...differencesOf(path, ours, comparable(theirs)))
    }
  }
  expect(problems).toEqual([])
  expect(differences).toEqual([])
  expect(calls).toBeGreaterThan(300_000)
  // 87 MB: a minute on a machine of its own, several on one that is shared.
}, 1_800_000)

/** Slips in the middle of a function: each takes away or puts in what the rest of it does not make good. */
const SLIPS: readonly ((body: string) => string)[] = [
  body => body.replace(/\)(?=[^)]*$)/, ''),
  body => body.replace(/\}(?=[^}]*$)/, ''),
  body => body.replace(/\{\n/, '{\n\tx := (\n'),
  body => body.replace(/\{\n/, '{\n<<<<<<< HEAD\n'),
  body => body.replace(/\{\n/, '{\n\tfor i := ; {\n'),
  body => body.replace(/\{\n/, '{\n\tf("\n'),
]

test('a slip in a function spoils nothing before and after it', () => {
  const spoilt: string[] = []
  let slips = 0
  for (const [index, path] of files.entries()) {
    if (index % 16 !== 0) continue
    const text = readFileSync(path, 'utf8')
    const functions = [...text.matchAll(/^func .*\{\n(?:[\t ].*\n|\n)*\}$/gm)]
    const victim = functions[Math.floor(functions.length / 2)]
    const slip = SLIPS[(index / 16) % SLIPS.length]
    // Programs in raw strings are none.
    if (!victim || !slip || text.slice(0, victim.index).split('`').length % 2 === 0) continue
    slips++
    const [before, after] = [text.slice(0, victim.index), text.slice(victim.index + victim[0].length)]
    const broken = before + slip(victim[0]) + after
    const [whole, found] = [before + after, broken].map(one => factsOf(readGo({ path, text: one }), one))
    const kinds = ['imports', 'functions', 'calls', 'strings', 'numbers', 'fields'] as const
    for (const kind of kinds) if (!contains(found?.[kind] ?? [], whole?.[kind] ?? [])) spoilt.push(`${path}: ${kind}`)
  }
  expect(slips).toBeGreaterThan(300)
  expect(spoilt).toEqual([])
})

/** Whether a list has all items of another, in their order. */
function contains(list: readonly unknown[], items: readonly unknown[]): boolean {
  const wanted = items.map(item => JSON.stringify(item))
  let next = 0
  for (const item of list) if (JSON.stringify(item) === wanted[next]) next++
  return next === wanted.length
}

/** The first thing of each kind that differs. */
function differencesOf(path: string, ours: GoFacts, theirs: GoFacts): readonly string[] {
  const kinds = ['package', 'imports', 'functions', 'calls', 'strings', 'numbers', 'fields'] as const
  return kinds.flatMap(kind => {
    const [left, right] = [[ours[kind]].flat(1), [theirs[kind]].flat(1)]
    const length = Math.max(left.length, right.length)
    for (let index = 0; index < length; index++) {
      const [mine, other] = [JSON.stringify(left[index]), JSON.stringify(right[index])]
      if (mine !== other)
        return [`${path}: ${kind} ${String(index)}: ${mine ?? 'nothing'} instead of ${other ?? 'nothing'}`]
    }
    return []
  })
}
