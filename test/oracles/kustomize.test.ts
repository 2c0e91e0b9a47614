import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { buildKustomization, type KustomizeBuild } from '../../src/parse/kubernetes/kustomize/build.js'
import { type Case, readCases, writeCase } from './kustomize-cases/cases.js'
import { jsonOf, levelled } from './kustomize-cases/compare.js'
import { generateCases } from './kustomize-cases/generate.js'
import { askKustomize, buildKustomize } from './kustomize-cases/oracle.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'kustomize-oracle-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const binary = join(directory, 'kustomize')
buildKustomize(here('./kustomize-go'), binary)

const written = readCases(here('./kustomize-cases'))

const generated = generateCases(20_261_101, 200)

function build({ files, root }: Case): KustomizeBuild {
  const read = (path: string) => {
    const text = files.get(path)
    return text === undefined ? undefined : { path, text }
  }
  const built = buildKustomization(root, { read, exists: path => files.has(path) })
  if (!built) throw new Error(`there is no kustomization in ${root}`)
  return built
}

/** Why a build is refused. */
function refusals({ problems, missing }: KustomizeBuild): readonly string[] {
  return [...problems.map(({ kind, code }) => code ?? kind), ...missing.map(() => 'missing')]
}

function objectsOf({ objects }: KustomizeBuild): readonly string[] {
  return levelled(objects.map(({ node }) => jsonOf(node)))
}

test('there are enough cases, and each has its own name', () => {
  expect(written.length).toBeGreaterThanOrEqual(100)
  expect(new Set(written.map(({ name }) => name)).size).toBe(written.length)
})

describe('builds what kustomize builds', () => {
  test.each(written.map((item, index) => ({ ...item, index })))('$name', item => {
    const answer = askKustomize(binary, writeCase(item, join(directory, `written-${item.index}`)))
    const built = build(item)
    if (item.rejected === undefined) {
      expect(answer.error).toBeUndefined()
      expect(refusals(built)).toEqual([])
      expect(built.notEvaluated).toEqual([])
      expect(objectsOf(built)).toEqual(levelled(answer.objects ?? []))
    } else {
      expect(answer.error).toBeDefined()
      expect(refusals(built)).toContain(item.rejected)
    }
  })

  test('from generated repositories', () => {
    let accepted = 0
    for (const [index, item] of generated.entries()) {
      const answer = askKustomize(binary, writeCase(item, join(directory, `generated-${index}`)))
      const built = build(item)
      const said = `${item.name}: ${answer.error ?? 'built'}`
      expect({ said, refused: refusals(built).length > 0 }).toEqual({ said, refused: answer.error !== undefined })
      if (answer.error !== undefined) continue
      accepted++
      expect({ said, objects: objectsOf(built) }).toEqual({ said, objects: levelled(answer.objects ?? []) })
    }
    expect(accepted).toBeGreaterThan(generated.length / 3)
  })
})

/** Real repositories; they lie beside this one where everything is tested. */
const samples = here('../../../shared/samples')

for (const folder of kustomizationsBelow(samples)) {
  test(`builds ${folder} as kustomize does`, () => {
    const read = (path: string) => {
      try {
        return { path, text: readFileSync(join(samples, path), 'utf8') }
      } catch {
        return undefined
      }
    }
    const answer = askKustomize(binary, join(samples, folder))
    const built = buildKustomization(folder, { read, exists: path => existsSync(join(samples, path)) })
    expect(answer.error).toBeUndefined()
    expect(built && refusals(built)).toEqual([])
    expect(built && objectsOf(built)).toEqual(levelled(answer.objects ?? []))
  })
}

function kustomizationsBelow(root: string): readonly string[] {
  if (!existsSync(root)) return []
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => /(?:^|[\\/])kustomization\.ya?ml$/.test(path))
    .filter(path => !/^kind: Component$/m.test(readFileSync(join(root, path), 'utf8')))
    .map(path => path.split(sep).slice(0, -1).join('/'))
    .sort()
}
