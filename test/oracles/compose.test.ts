import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { type ComposeProject, loadComposeProject } from '../../src/parse/compose/project.js'
import type { Source } from '../../src/source.js'
import { readCases, type WrittenCase, writeCase } from './compose-cases/cases.js'
import { complaints, differences, plainLoaded, plainOracle } from './compose-cases/compare.js'
import { generateCases } from './compose-cases/generate.js'
import { generateStructures } from './compose-cases/generate-structures.js'
import { generateTexts } from './compose-cases/generate-texts.js'
import { type Answer, askOracle, buildOracle } from './compose-cases/oracle.js'
import { loaderCategories, oracleCategory } from './compose-cases/rejections.js'
import { isMap } from './compose-cases/shapes.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'compose-oracle-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const binary = join(directory, 'compose-go')
buildOracle(here('./compose-go'), binary)

const written = readCases(here('./compose-cases'))
const generated = [
  ...generateCases(20_240_601, 200),
  ...generateTexts(20_240_602, 20),
  ...generateStructures(20_240_603, 150),
]
const cases = [...written, ...generated].map((item, index) => writeCase(item, join(directory, 'cases'), index))
// compose-go walks maps in Go's random order, and now and then an answer depends on it: any of several will do.
const rounds = Array.from({ length: 4 }, () => askOracle(binary, cases))
const answers = rounds[0] ?? []

function load(item: WrittenCase): ComposeProject {
  return loadComposeProject({
    files: item.compose,
    ...(item.directory !== undefined ? { projectDirectory: item.directory } : {}),
    environment: item.environment,
    ...(item.environmentFiles.length > 0 ? { environmentFiles: item.environmentFiles } : {}),
    unset: 'empty',
    profiles: item.profiles,
    read: path => readBelow(item.root, path),
  })
}

function readBelow(root: string, path: string): Source | undefined {
  try {
    return { path, text: readFileSync(join(root, path), 'utf8') }
  } catch {
    return undefined
  }
}

test('there are enough cases, and each has its own name', () => {
  expect(written.length).toBeGreaterThanOrEqual(200)
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length)
  expect(answers.map(({ name }) => name)).toEqual(cases.map(({ name }) => name))
})

test('enough of the generated projects load', () => {
  const loaded = answers.slice(written.length).filter(({ ok }) => ok)
  expect(loaded.length).toBeGreaterThan(generated.length / 2)
})

test('no key of a service is left out of the comparison', () => {
  const unseen = new Set<string>()
  for (const [index, item] of cases.entries()) {
    const project = answers[index]?.project
    for (const [name, service] of Object.entries(project?.services ?? {})) {
      if (!project || !isMap(service)) continue
      for (const [key, value] of Object.entries(service)) {
        const { [key]: _left, ...rest } = service
        const less = { ...project, services: { ...project.services, [name]: rest } }
        const seen = differences(plainOracle(less, item), plainOracle(project, item)).length > 0
        if (!seen && value !== null) unseen.add(`${key}: ${JSON.stringify(value)}`)
      }
    }
  }
  // Values that say nothing, and being on the default network alone.
  expect([...unseen].sort()).toEqual([
    'deploy: {"resources":{},"placement":{}}',
    'healthcheck: {}',
    'logging: {}',
    'networks: {"default":null}',
  ])
})

/** What keeps the two apart; empty when they agree. */
function disagreement(item: WrittenCase, answer: Answer): string {
  const loaded = load(item)
  const against = complaints(loaded)
  const words = against.map(problem => `${problem.code ?? problem.kind}: ${problem.message}`).join('\n')
  if (answer.project) {
    if (against.length > 0) return `compose-go takes it, the loader does not:\n${words}`
    return differences(plainLoaded(loaded, item), plainOracle(answer.project, item)).join('\n')
  }
  if (against.length === 0) return `the loader takes it, compose-go does not:\n${answer.error}`
  const category = oracleCategory(answer.error ?? '')
  if (category && against.some(problem => loaderCategories(problem).includes(category))) return ''
  return `compose-go (${category ?? 'of no category'}): ${answer.error}\nthe loader:\n${words}`
}

describe('the same effective project, or the same rejection', () => {
  for (const [index, item] of cases.entries()) {
    test(item.name, () => {
      const given = rounds.flatMap(round => round[index] ?? [])
      for (const answer of item.rejected === 'unstated' ? [] : given) {
        const stated = answer.ok ? undefined : oracleCategory(answer.error ?? '')
        expect(stated, `the case does not say what compose-go says: ${answer.error}`).toBe(item.rejected)
      }
      const found = given.map(answer => disagreement(item, answer)).reduce((one, other) => (one === '' ? one : other))
      if (item.departs === undefined) expect(found, found).toBe('')
      else expect(found, `no longer departs (${item.departs})`).not.toBe('')
    })
  }
})
