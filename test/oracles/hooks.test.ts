import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

/**
 * The hook of this repository in pre-commit, the current one and Debian's. The hook comes from a clone, as it is committed; the
 * repository that it guards is the model system of the fixtures. For other programs see newcomer.test.ts.
 */
const ROOT = join(import.meta.dirname, '..', '..')
const PROGRAMS = process.env.HOOK_PROGRAMS ?? join(process.env.TMPDIR ?? '/tmp', 'erp-audit-oracles')
const PRE_COMMITS: readonly (readonly [string, string])[] = [
  ['the current pre-commit', join(PROGRAMS, 'pre-commit', 'bin', 'pre-commit')],
  ["Debian's pre-commit", '/usr/bin/pre-commit'],
]

const home = mkdtempSync(join(tmpdir(), 'hooks-oracle-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const SETTINGS = ['-c', 'user.name=t', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main']
const { GIT_DIR: _, GIT_INDEX_FILE: __, NODE_OPTIONS: ___, ...environment } = process.env
const env = { ...environment, HOME: home, GIT_CONFIG_NOSYSTEM: '1' }

let guarded = ''
let hook = ''
let revision = ''

function git(cwd: string, ...words: readonly string[]): string {
  return execFileSync('git', [...SETTINGS, ...words], { cwd, env, encoding: 'utf8', stdio: 'pipe' }).trim()
}

/** Tries to commit what is staged: whether that went through, and what was said. */
function commit(more: NodeJS.ProcessEnv = {}): { readonly committed: boolean; readonly said: string } {
  const { status, stdout, stderr } = spawnSync('git', [...SETTINGS, 'commit', '-m', 'more'], {
    cwd: guarded,
    env: { ...env, ...more },
    encoding: 'utf8',
  })
  return { committed: status === 0, said: `${stdout}${stderr}` }
}

function change(file: string, from: string | RegExp, to: string): void {
  const path = join(guarded, file)
  const text = readFileSync(path, 'utf8')
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  writeFileSync(path, changed)
}

beforeAll(() => {
  hook = join(home, 'erp-audit')
  git(home, 'clone', '--quiet', ROOT, hook)
  revision = git(hook, 'rev-parse', 'HEAD')
})

beforeEach(() => {
  guarded = mkdtempSync(join(home, 'guarded-'))
  cpSync(join(ROOT, 'fixtures', 'healthy-erp'), guarded, { recursive: true })
  rmSync(join(guarded, 'expected.txt'), { force: true })
  git(guarded, 'init', '--quiet')
  git(guarded, 'add', '--all')
  git(guarded, 'commit', '--quiet', '--no-verify', '-m', 'healthy')
})

/** What each program has to do with the hook: block, pass, look at the index alone. `skips`: what it says for other files. */
function behaves(more: () => NodeJS.ProcessEnv, skips: RegExp): void {
  test('blocks what is staged and wrong', () => {
    change('compose.yaml', /^( {2}api:\n)/m, '$1    privileged: true\n')
    git(guarded, 'add', 'compose.yaml')
    const { committed, said } = commit(more())
    expect(said).toContain('workload/privileged')
    expect(committed).toBe(false)
  })

  test('passes what is staged and right, whatever else lies in the work tree', () => {
    change('compose.yaml', /^/, '# A word on it.\n')
    git(guarded, 'add', 'compose.yaml')
    change('compose.yaml', /^( {2}api:\n)/m, '$1    privileged: true\n')
    const { committed, said } = commit(more())
    expect(said).not.toContain('workload/privileged')
    expect(committed).toBe(true)
  })

  test('is asked about whatever may hold a token', () => {
    const token = ['sk', 'live', '51HqLyjWDarjtT1zdp7dcXYZ0abcdEFGH'].join('_')
    writeFileSync(join(guarded, 'shop.properties'), `stripe.key=${token}\n`)
    git(guarded, 'add', 'shop.properties')
    const { committed, said } = commit(more())
    expect(said).toContain('secret/provider-token')
    expect(committed).toBe(false)
  })

  test('is not asked about pictures alone', () => {
    writeFileSync(join(guarded, 'logo.png'), Buffer.from('89504e470d0a1a0a00', 'hex'))
    git(guarded, 'add', 'logo.png')
    const { committed, said } = commit(more())
    expect(said).toMatch(skips)
    expect(committed).toBe(true)
  })
}

describe.each(PRE_COMMITS)('%s', (name, program) => {
  // Each makes its own installation of the hook.
  const cache = { PRE_COMMIT_HOME: join(home, name.replaceAll(/\W/g, '-')) }
  beforeEach(() => {
    writeFileSync(
      join(guarded, '.pre-commit-config.yaml'),
      `repos:\n  - repo: ${hook}\n    rev: ${revision}\n    hooks:\n      - id: erp-audit\n`,
    )
    git(guarded, 'add', '.pre-commit-config.yaml')
    git(guarded, 'commit', '--quiet', '--no-verify', '-m', 'a hook')
    execFileSync(program, ['install'], { cwd: guarded, env: { ...env, ...cache }, stdio: 'pipe' })
  })

  behaves(() => cache, /erp-audit\.*\(no files to check\)Skipped/)
})
