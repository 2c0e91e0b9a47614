import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { programOf } from '../support/code.js'
import { openChecker } from './types/checker.js'
import { type Comparison, compareFile, type Verdict } from './types/compare.js'
import { DEPARTURES } from './types/departures.js'

const HERE = import.meta.dirname
const ROOT = join(HERE, '..', '..')
const POOLS = join(HERE, 'pools', 'node_modules')
const FRAMEWORKS = join(HERE, 'frameworks', 'node_modules')
const OWN = join(ROOT, 'node_modules')

interface Sources {
  readonly name: string
  readonly root: string
  /** Which of its files are compared; all of them are read. */
  readonly files: RegExp
  /** At least so many receivers must be typed by both sides: a comparison of nothing proves nothing. */
  readonly least: number
}

const SOURCES: readonly Sources[] = [
  { name: 'ajv', root: join(OWN, 'ajv'), files: /^lib\//, least: 500 },
  { name: 'bson', root: join(POOLS, 'bson'), files: /^src\//, least: 400 },
  { name: 'chevrotain', root: join(OWN, 'chevrotain'), files: /^src\//, least: 450 },
  { name: 'knex', root: join(POOLS, 'knex'), files: /^lib\//, least: 1_000 },
  { name: 'kysely', root: join(POOLS, 'kysely'), files: /^dist\//, least: 1_000 },
  {
    name: 'mikro-orm',
    root: join(POOLS, '@mikro-orm/core'),
    files: /^(?:[^/]+|unit-of-work\/.*|entity\/.*)$/,
    least: 600,
  },
  { name: 'mongodb', root: join(POOLS, 'mongodb'), files: /^src\//, least: 1_400 },
  { name: 'nestjs-common', root: join(FRAMEWORKS, '@nestjs/common'), files: /./, least: 50 },
  { name: 'nestjs-core', root: join(FRAMEWORKS, '@nestjs/core'), files: /./, least: 1_000 },
  { name: 'pg-protocol', root: join(POOLS, 'pg-protocol'), files: /^src\//, least: 20 },
  { name: 'rxjs', root: join(FRAMEWORKS, 'rxjs'), files: /^src\//, least: 400 },
  { name: 'crypto-erp', root: join(ROOT, 'fixtures/crypto-erp'), files: /./, least: 25 },
  { name: 'erp-suite', root: join(ROOT, 'fixtures/erp-suite'), files: /./, least: 1 },
  { name: 'healthy-erp', root: join(ROOT, 'fixtures/healthy-erp'), files: /./, least: 40 },
  { name: 'multi-instance', root: join(ROOT, 'fixtures/multi-instance'), files: /./, least: 0 },
  { name: 'vextrus', root: join(ROOT, 'fixtures/vextrus'), files: /./, least: 100 },
]

/** The code of a folder, and what its modules are found by. */
function textsOf({ root, files }: Sources): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(one => one.isFile())
    .map(one => relative(root, join(one.parentPath, one.name)))
    .filter(path => !/(?:^|\/)node_modules\/|\.d\.[cm]?ts$|\.min\.js$/.test(path))
    .filter(
      path => /(?:package|tsconfig[\w.]*)\.json$/.test(path) || (/\.[cm]?[jt]sx?$/.test(path) && files.test(path)),
    )
  return Object.fromEntries(paths.map(path => [path, readFileSync(join(root, path), 'utf8')]))
}

function compare(sources: Sources): readonly Comparison[] {
  const texts = textsOf(sources)
  const program = programOf(texts)
  const checker = openChecker(sources.root, [...program.files.keys()], [POOLS, FRAMEWORKS, OWN])
  return [...program.files.values()].flatMap(file => compareFile(program, file, texts[file.path] ?? '', checker))
}

function count(all: readonly Comparison[], question: Comparison['question'], verdict: Verdict): number {
  return all.filter(one => one.question === question && one.verdict === verdict).length
}

/** One line for each thing that both sides name and name differently. */
function departures(name: string, all: readonly Comparison[]): readonly string[] {
  const lines = all
    .filter(one => one.verdict === 'differs')
    .map(one => `${name} ${one.path} ${one.question} ${one.text}: ${one.ours}`)
  return [...new Set(lines)].sort()
}

const totals = { same: 0, differs: 0, oursOnly: 0, theirsOnly: 0 }

for (const sources of SOURCES) {
  test(`receivers and targets of calls in ${sources.name}`, () => {
    const all = compare(sources)
    const same = count(all, 'receiver', 'same')
    const differs = count(all, 'receiver', 'differs')
    totals.same += same
    totals.differs += differs
    totals.oursOnly += count(all, 'receiver', 'ours only')
    totals.theirsOnly += count(all, 'receiver', 'theirs only')
    expect(departures(sources.name, all)).toEqual(
      DEPARTURES.filter(({ where }) => where.startsWith(`${sources.name} `))
        .map(({ where }) => where)
        .sort(),
    )
    expect(same).toBeGreaterThanOrEqual(sources.least)
    expect(same / Math.max(same + differs, 1)).toBeGreaterThanOrEqual(sources.least > 0 ? 0.98 : 0)
    const calls = count(all, 'target', 'same')
    expect(calls / Math.max(calls + count(all, 'target', 'differs'), 1)).toBeGreaterThanOrEqual(calls > 0 ? 0.98 : 0)
  })
}

test('98 in 100 of all receivers that both sides know are the same', () => {
  console.log(
    `receivers: ${totals.same} the same, ${totals.differs} not; known to us alone ${totals.oursOnly}, to the compiler alone ${totals.theirsOnly}`,
  )
  expect(totals.same).toBeGreaterThan(7_000)
  expect(totals.same / (totals.same + totals.differs)).toBeGreaterThanOrEqual(0.98)
})
