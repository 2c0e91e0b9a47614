import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** What a rule needs to be written, generated and tested. */
const COPIED = [
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
  'README.md',
  'src',
  'rules',
  'scripts',
  'docs',
  'test',
]

const home = resolve(import.meta.dirname, '..')
let copy = ''

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'erp-audit-scaffold-'))
  for (const path of COPIED)
    if (existsSync(join(home, path))) cpSync(join(home, path), join(copy, path), { recursive: true })
  symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'))
  npx('tsx', 'scripts/generate.ts')
})
afterAll(() => rmSync(copy, { recursive: true }))

/** `npx tsx` and `npx vitest`, the former within one process instead of two. */
function npx(...[program = '', ...args]: readonly string[]): { code: number | null; output: string } {
  const start = program === 'tsx' ? ['--import', 'tsx'] : [join('node_modules', '.bin', program)]
  const ran = spawnSync(process.execPath, [...start, ...args], { cwd: copy, encoding: 'utf8' })
  return { code: ran.status, output: ran.stdout + ran.stderr }
}

function files(): ReadonlyMap<string, string> {
  const below = (directory: string) =>
    readdirSync(join(copy, directory), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(copy.length + 1))
  const paths = ['rules', 'docs', 'src', 'test', 'scripts'].flatMap(below)
  return new Map(paths.map(path => [path, readFileSync(join(copy, path), 'utf8')]))
}

function changes(before: ReadonlyMap<string, string>): readonly string[] {
  return [...files()]
    .filter(([path, text]) => before.get(path) !== text)
    .map(([path]) => path)
    .sort()
}

describe('a new rule', () => {
  const id = 'workload/nameless-in-test'
  const path = `rules/${id}.ts`

  test('is one hand-written file; its tests, its page and its registration follow from it', () => {
    const before = files()
    expect(npx('tsx', 'scripts/new-rule.ts', id)).toMatchObject({ code: 0 })
    expect(changes(before)).toEqual([path])

    const filled = readFileSync(join(copy, path), 'utf8')
      .replace(/TODO: what is wrong with \$\{workload\.name\}, with the values in it/, '${workload.name} is called api')
      .replace('const good = workload.longRunning', "const good = workload.name !== 'api'")
      .replace('#! TODO', '#! is called api')
      .replace(/(good: \[[\s\S]*?)api:/, '$1web:')
      .replace(/'TODO: the failing state[^']*'/, "'A workload has no name of its own'")
      .replace(/'TODO: why[^']*'/, "'Nobody knows what it does.'")
      .replace(/'TODO: what to do[^']*'/, "'Call it by what it does.'")
    writeFileSync(join(copy, path), filled)
    expect(npx('tsx', 'scripts/generate.ts', '--check')).toMatchObject({
      code: 1,
      output: expect.stringContaining('rules/index.ts is not up to date'),
    })
    expect(npx('tsx', 'scripts/generate.ts')).toMatchObject({ code: 0 })
    expect(npx('tsx', 'scripts/generate.ts', '--check')).toEqual({
      code: 0,
      output: expect.not.stringContaining('not up to date'),
    })
    expect(changes(before)).toEqual(['docs/rules/README.md', `docs/rules/${id}.md`, 'rules/index.ts', path])
    expect(readFileSync(join(copy, `docs/rules/${id}.md`), 'utf8')).toContain('  api:  # ◀ is called api')

    const tested = () => npx('vitest', 'run', 'test/rules.test.ts', '-t', id)
    expect(tested()).toMatchObject({ code: 0, output: expect.stringMatching(/Tests .*[1-9]\d* passed/) })
    writeFileSync(join(copy, path), filled.replace("!== 'api'", "!== 'nobody'"))
    expect(tested()).toMatchObject({ code: 1 })
  }, 60_000)

  test('is not written over one that is there, nor under a name that is none', () => {
    expect(npx('tsx', 'scripts/new-rule.ts', 'workload/privileged')).toMatchObject({
      code: 2,
      output: expect.stringContaining('is there already'),
    })
    for (const name of ['', 'privileged', '../x/y', 'Workload/privileged', 'a/b/c']) {
      expect(npx('tsx', 'scripts/new-rule.ts', name)).toMatchObject({
        code: 2,
        output: expect.stringContaining('usage'),
      })
    }
  })

  test('that is gone takes its page along', () => {
    const gone = 'workload/privileged'
    rmSync(join(copy, `rules/${gone}.ts`))
    expect(npx('tsx', 'scripts/generate.ts')).toMatchObject({ code: 0 })
    expect(existsSync(join(copy, `docs/rules/${gone}.md`))).toBe(false)
    expect(readFileSync(join(copy, 'rules/index.ts'), 'utf8')).not.toContain('privileged.js')
  })
})
