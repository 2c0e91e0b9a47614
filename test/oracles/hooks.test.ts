import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

/**
 * The hook in the programs that people run hooks with. The hook comes from a clone of this repository, as it is committed; the
 * repository that it guards is the model system of the fixtures.
 */
const ROOT = join(import.meta.dirname, '..', '..')
const PROGRAMS = process.env.HOOK_PROGRAMS ?? join(process.env.TMPDIR ?? '/tmp', 'erp-audit-oracles')
const PRE_COMMITS: readonly (readonly [string, string])[] = [
  ['the current pre-commit', join(PROGRAMS, 'pre-commit', 'bin', 'pre-commit')],
  ["Debian's pre-commit", '/usr/bin/pre-commit'],
]
const NPM_PROGRAMS = join(PROGRAMS, 'hooks', 'node_modules', '.bin')

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

  test('is not asked about documents alone', () => {
    writeFileSync(join(guarded, 'NOTES.md'), '# Notes\n')
    git(guarded, 'add', 'NOTES.md')
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

/** The program as a package of the repository installs it: `node_modules/.bin/erp-audit`. */
function installed(): NodeJS.ProcessEnv {
  const bin = join(guarded, 'node_modules', '.bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(bin, 'erp-audit'), `#!/bin/sh\nexec node ${JSON.stringify(join(hook, 'dist', 'cli.js'))} "$@"\n`)
  chmodSync(join(bin, 'erp-audit'), 0o755)
  writeFileSync(join(guarded, '.git', 'info', 'exclude'), 'node_modules/\n')
  return { PATH: [bin, NPM_PROGRAMS, process.env.PATH].join(delimiter) }
}

function hookScript(command: string): void {
  const file = join(guarded, '.git', 'hooks', 'pre-commit')
  mkdirSync(join(guarded, '.git', 'hooks'), { recursive: true })
  writeFileSync(file, `#!/bin/sh\n${command}\n`)
  chmodSync(file, 0o755)
}

describe('lint-staged', () => {
  let path: NodeJS.ProcessEnv = {}
  beforeEach(() => {
    path = installed()
    writeFileSync(
      join(guarded, 'lint-staged.config.mjs'),
      "export default { '*.{yml,yaml,ts,js,py,go,prisma,sql,conf}': () => 'erp-audit --staged' }\n",
    )
    hookScript('lint-staged')
    git(guarded, 'add', 'lint-staged.config.mjs')
    git(guarded, 'commit', '--quiet', '--no-verify', '-m', 'a hook')
  })

  // It says nothing then.
  behaves(() => path, /1 file changed/)
})

describe('lefthook', () => {
  let path: NodeJS.ProcessEnv = {}
  beforeEach(() => {
    path = installed()
    writeFileSync(
      join(guarded, 'lefthook.yml'),
      'pre-commit:\n  jobs:\n    - run: erp-audit --staged\n      glob: "*.{yml,yaml,ts,js,py,go,prisma,sql,conf}"\n',
    )
    hookScript('lefthook run pre-commit')
    git(guarded, 'add', 'lefthook.yml')
    git(guarded, 'commit', '--quiet', '--no-verify', '-m', 'a hook')
  })

  behaves(() => path, /no files for inspection|skip/i)
})

describe('husky', () => {
  let path: NodeJS.ProcessEnv = {}
  beforeEach(() => {
    path = installed()
    // husky points git at a folder of its own, whose scripts are those of the user.
    mkdirSync(join(guarded, '.husky'))
    writeFileSync(join(guarded, '.husky', 'pre-commit'), '#!/bin/sh\nerp-audit --staged\n')
    chmodSync(join(guarded, '.husky', 'pre-commit'), 0o755)
    git(guarded, 'config', 'core.hooksPath', '.husky')
    git(guarded, 'add', '.husky')
    git(guarded, 'commit', '--quiet', '--no-verify', '-m', 'a hook')
  })

  behaves(() => path, /./)
})
