import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rules } from '../rules/index.js'
import { audit } from '../src/audit.js'
import { withHook } from '../src/cli/init/pre-commit.js'
import { run, type World } from '../src/cli/run.js'
import { loadConfig } from '../src/config/load.js'
import { parseAnyYaml } from '../src/parse/yaml.js'
import { plain } from './support/plain.js'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'erp-audit-init-'))
  put('compose.yaml', 'services:\n  api:\n    image: ghcr.io/acme/api:1.4.0\n')
})
afterEach(() => rmSync(root, { recursive: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

const read = (path: string) => readFileSync(join(root, path), 'utf8')

async function init(argv: readonly string[] = [], world: Partial<World> = {}) {
  let stdout = ''
  let stderr = ''
  const code = await run(
    {
      argv: ['init', ...argv],
      env: {},
      cwd: root,
      stdout: { write: text => (stdout += text) },
      stderr: { write: text => (stderr += text) },
      ...world,
    },
    async () => audit,
  )
  return { code, stdout, stderr }
}

const onGithub = '[remote "origin"]\n\turl = git@github.com:acme/erp.git\n'
const gitAt = (config: string) => {
  put('.git/HEAD', 'ref: refs/heads/main\n')
  put('.git/config', config)
  mkdirSync(join(root, '.git', 'objects'), { recursive: true })
  mkdirSync(join(root, '.git', 'refs'), { recursive: true })
}

describe('who is asked', () => {
  test('nobody where nobody is: it shows what it would write, and writes nothing', async () => {
    put('.github/CODEOWNERS', '* @acme\n')
    const { code, stdout } = await init()
    expect(code).toBe(0)
    expect(stdout).toMatch(/^erp-audit\.yml +new +the configuration\n\.github\/workflows\/erp-audit\.yml +new /)
    expect(stdout).toContain('    # yaml-language-server: $schema=https://')
    expect(stdout).toContain('    on: pull_request')
    expect(stdout).toContain('Nothing is written. "erp-audit init --yes" writes it.')
    expect(existsSync(join(root, 'erp-audit.yml'))).toBe(false)
    expect(existsSync(join(root, '.github/workflows'))).toBe(false)
  })

  test.each([
    ['', true],
    ['y', true],
    ['Yes', true],
    ['n', false],
    ['what?', false],
  ])('somebody at the terminal, who answers "%s"', async (answer, writes) => {
    const asked: string[] = []
    const ask = async (question: string) => {
      asked.push(question)
      return answer
    }
    const { code, stdout } = await init([], { ask })
    expect(code).toBe(0)
    expect(asked).toEqual(['Write it? [Y/n] '])
    expect(existsSync(join(root, 'erp-audit.yml'))).toBe(writes)
    expect(stdout).toContain(writes ? 'Written: erp-audit.yml.' : 'Nothing is written.')
  })

  test('nobody with --yes', async () => {
    const ask = () => Promise.reject(new Error('asked'))
    expect((await init(['--yes'], { ask })).code).toBe(0)
    expect(existsSync(join(root, 'erp-audit.yml'))).toBe(true)
  })
})

test('what it says to type next can be typed by somebody who has it from npx alone', async () => {
  expect((await init()).stdout).toContain('Nothing is written. "erp-audit init --yes" writes it.')
  const { stdout } = await init([], { env: { npm_command: 'exec' } })
  expect(stdout).toContain('Nothing is written. "npx erp-audit init --yes" writes it.')
  expect(stdout).toMatch(/\nNext: npx erp-audit\. \d+ findings are open; "npx erp-audit baseline" makes them known/)
})

test('what is known already is not called open', async () => {
  expect((await init([], { argv: ['baseline'] })).code).toBe(0)
  expect((await init()).stdout).toContain('\nNext: erp-audit. Nothing is open.\n')
})

test('a second run changes nothing and says so', async () => {
  put('.github/CODEOWNERS', '* @acme\n')
  put('.pre-commit-config.yaml', 'repos:\n  - repo: meta\n    hooks:\n      - id: identity\n')
  await init(['--yes'])
  const written = ['erp-audit.yml', '.github/workflows/erp-audit.yml', '.pre-commit-config.yaml']
  const before = written.map(read)
  const { code, stdout } = await init(['--yes'])
  expect(code).toBe(0)
  expect(stdout).toContain('Nothing to write.')
  expect(stdout.match(/ is there /g)).toHaveLength(3)
  expect(written.map(read)).toEqual(before)
})

describe('the configuration', () => {
  test('is one that erp-audit accepts, changes nothing, and tells what was found', async () => {
    put('docker-compose.dev.yml', 'services:\n  api:\n    image: ghcr.io/acme/api:dev\n')
    await init(['--yes'])
    const loaded = loadConfig(root, undefined, rules)
    expect(loaded).toMatchObject({
      ok: true,
      config: { rules: [], exclude: [], deployments: [], path: 'erp-audit.yml' },
    })
    expect(read('erp-audit.yml')).toMatch(/^# yaml-language-server: \$schema=https:\S+\/erp-audit\.schema\.json\n/)
    expect(read('erp-audit.yml')).toMatch(/^# {3}production +compose\.yaml: /m)
  })

  test('becomes the setting that it shows when the comment signs go', async () => {
    await init(['--yes'])
    const text = read('erp-audit.yml')
    expect(text).not.toMatch(/^[^#]/m)
    put('erp-audit.yml', text.slice(text.indexOf('# deployments:')).replaceAll(/^# /gm, ''))
    expect(loadConfig(root, undefined, rules)).toMatchObject({
      ok: true,
      config: { deployments: [{ files: ['compose.yaml'], purpose: 'production' }] },
    })
  })

  test('stays what it is, wherever it is', async () => {
    put('package.json', '{ "erpAudit": { "minScore": 70 } }')
    const { stdout } = await init(['--yes'])
    expect(stdout).toMatch(/^package\.json +is there +the configuration\n/)
    expect(existsSync(join(root, 'erp-audit.yml'))).toBe(false)
  })

  test('is made where nothing is deployed, too', async () => {
    rmSync(join(root, 'compose.yaml'))
    put('README.md', '# Nothing\n')
    const { code } = await init(['--yes'])
    expect(code).toBe(0)
    expect(loadConfig(root, undefined, rules)).toMatchObject({ ok: true })
  })

  test('never goes through a link that leads nowhere', async () => {
    symlinkSync(join(root, 'elsewhere.yml'), join(root, 'erp-audit.yml'))
    const { code, stderr } = await init(['--yes'])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'erp-audit: cannot write erp-audit.yml: file already exists\n',
    })
    expect(existsSync(join(root, 'elsewhere.yml'))).toBe(false)
  })
})

describe('the workflow', () => {
  test.each([
    ['[remote "origin"]\n\turl = https://github.com/acme/erp\n', true],
    [onGithub, true],
    ['[remote "up"]\n\turl = ssh://git@github.acme.example:22/erp.git\n', true],
    ['[remote "origin"]\n\turl = https://gitlab.com/acme/erp.git\n', false],
    ['[remote "origin"]\n\turl = https://git.acme.example/github.com-mirror.git\n', false],
    ['', false],
  ])('is for repositories with a remote on GitHub: %j', async (config, expected) => {
    gitAt(config)
    const { code } = await init(['--yes'])
    expect(code).toBe(0)
    expect(existsSync(join(root, '.github/workflows/erp-audit.yml'))).toBe(expected)
  })

  test('has no more rights than it needs, and runs this version', async () => {
    gitAt(onGithub)
    await init(['--yes'])
    const [document] = parseAnyYaml({ path: 'w.yml', text: read('.github/workflows/erp-audit.yml') }).documents
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(plain(document?.root ?? undefined)).toMatchObject({
      on: 'pull_request',
      permissions: {},
      jobs: {
        audit: {
          permissions: { contents: 'read' },
          steps: [{}, {}, { run: expect.stringContaining(`npx --yes erp-audit@${version} --since "origin/$BASE"`) }],
        },
      },
    })
  })

  test('is not made beside one that runs erp-audit already', async () => {
    put('.github/workflows/checks.yaml', 'on: push\njobs:\n  a:\n    steps:\n      - uses: acme/erp-audit@v1\n')
    const { stdout } = await init(['--yes'])
    expect(stdout).toMatch(/^\.github\/workflows\/checks\.yaml +is there /m)
    expect(existsSync(join(root, '.github/workflows/erp-audit.yml'))).toBe(false)
  })

  test('belongs to the top of the repository, like the hook', async () => {
    gitAt(onGithub)
    put('.husky/_/h', '')
    put('shop/compose.yaml', 'services:\n  api:\n    image: ghcr.io/acme/api:1.4.0\n')
    const { stdout } = await init(['shop', '--yes'])
    expect(stdout).toContain('Workflow and hook belong to the top of the repository')
    expect(existsSync(join(root, 'shop/erp-audit.yml'))).toBe(true)
    expect(existsSync(join(root, 'shop/.github'))).toBe(false)
    expect(existsSync(join(root, '.github'))).toBe(false)
    expect(existsSync(join(root, '.husky/pre-commit'))).toBe(false)
  })
})

test('a pipeline of GitLab is left as it is, and the job for it shown, until it is there', async () => {
  put('.gitlab-ci.yml', 'test:\n  script: make\n')
  const { code, stdout } = await init(['--yes'])
  expect(code).toBe(0)
  expect(read('.gitlab-ci.yml')).toBe('test:\n  script: make\n')
  const [, job = ''] = /Add to \.gitlab-ci\.yml:\n\n((?: {4}.*\n)+)/.exec(stdout) ?? []
  put('.gitlab-ci.yml', `${read('.gitlab-ci.yml')}${job.replaceAll(/^ {4}/gm, '')}`)
  expect(parseAnyYaml({ path: 'g.yml', text: read('.gitlab-ci.yml') }).problems).toEqual([])
  expect((await init()).stdout).toMatch(/^\.gitlab-ci\.yml +is there /m)
})

test('the documents show what is written', async () => {
  put('.github/CODEOWNERS', '* @acme\n')
  put('.gitlab-ci.yml', '')
  put('.pre-commit-config.yaml', 'repos:\n  - repo: meta\n    hooks:\n      - id: identity\n')
  const { stdout } = await init(['--yes'])
  const shown = readFileSync('docs/ci.md', 'utf8')
  expect(shown).toContain(`\n${read('.github/workflows/erp-audit.yml')}\`\`\``)
  expect(shown).toContain(`repos:\n${read('.pre-commit-config.yaml').split('identity\n')[1]}\`\`\``)
  const [, job = ''] = /Add to \.gitlab-ci\.yml:\n\n((?: {4}.*\n)+)/.exec(stdout) ?? []
  expect(shown).toContain(`\n${job.replaceAll(/^ {4}/gm, '')}\`\`\``)
})

describe('the hook', () => {
  test('goes to the end of the list of pre-commit, and leaves every other character', async () => {
    const before =
      '# Our hooks\nrepos:\n- repo: https://github.com/pre-commit/pre-commit-hooks # theirs\n  rev: v6.0.0\n  hooks:\n  - id: check-yaml\n\n# The end\nfail_fast: true\n'
    put('.pre-commit-config.yaml', before)
    await init(['--yes'])
    const after = read('.pre-commit-config.yaml')
    const [head, tail] = ['\n\n# The end\nfail_fast: true\n'].flatMap(rest => [before.slice(0, -rest.length), rest])
    expect(after.startsWith(head ?? '?')).toBe(true)
    expect(after.endsWith(tail ?? '?')).toBe(true)
    const [document] = parseAnyYaml({ path: 'p.yaml', text: after }).documents
    expect(plain(document?.root ?? undefined)).toMatchObject({
      repos: [
        { hooks: [{ id: 'check-yaml' }] },
        { repo: 'local', hooks: [{ id: 'erp-audit', entry: 'erp-audit --staged', language: 'node' }] },
      ],
    })
  })

  test.each([
    ['repos: []\n'],
    ['repos: [{ repo: meta, hooks: [{ id: identity }] }]\n'],
    ['- repo: meta\n'],
    ['repos:\n  - repo: [\n'],
    ['repos: &r\n  - repo: meta\n---\na: 1\n'],
  ])('is said, not written, where the list is written another way: %j', async text => {
    put('.pre-commit-config.yaml', text)
    const { code, stdout } = await init(['--yes'])
    expect(code).toBe(0)
    expect(read('.pre-commit-config.yaml')).toBe(text)
    expect(stdout).toContain('Add to .pre-commit-config.yaml:\n\n    - repo: local\n')
  })

  test.each([
    ['repos:\n  - repo: meta\n    hooks:\n      - id: identity'],
    ['repos:\r\n  - repo: meta\r\n    hooks:\r\n      - id: identity\r\n'],
    ['repos:\n    -   repo: meta\n        hooks:\n        -   id: identity\n            args: [a]   # why\n'],
    ['repos:\n- repo: local\n  hooks:\n  - id: a\n    entry: |\n      one\n      two\n\n\nexclude: x\n'],
  ])('fits the way the file is written: %j', text => {
    const longer = withHook(text, ['- repo: local', '  hooks:', '    - id: erp-audit'])
    const valuesOf = (yaml: string) => {
      const [document] = parseAnyYaml({ path: 'p.yaml', text: yaml }).documents
      return plain(document?.root ?? undefined) as { repos: unknown[] }
    }
    const { repos, ...rest } = valuesOf(longer ?? '')
    const { repos: old, ...others } = valuesOf(text)
    expect(repos).toEqual([...old, { repo: 'local', hooks: [{ id: 'erp-audit' }] }])
    expect(rest).toEqual(others)
    if (text.includes('\r')) expect(longer?.replaceAll('\r\n', '')).not.toContain('\n')
  })

  test('is a script of husky, new or one line longer', async () => {
    put('.husky/_/husky.sh', '')
    await init(['--yes'])
    expect(read('.husky/pre-commit')).toMatch(/^npx --yes erp-audit@\S+ --staged\n$/)
    expect(statSync(join(root, '.husky/pre-commit')).mode & 0o111).toBe(0o111)
    put('.husky/pre-commit', 'npm test')
    chmodSync(join(root, '.husky/pre-commit'), 0o755)
    await init(['--yes'])
    expect(read('.husky/pre-commit')).toMatch(/^npm test\nnpx --yes erp-audit@\S+ --staged\n$/)
    await init(['--yes'])
    expect(read('.husky/pre-commit').match(/erp-audit/g)).toHaveLength(1)
  })

  test.each([
    ['.husky/pre-commit', 'npx lint-staged\n', /npx --yes erp-audit@\S+ --staged/],
    ['.husky/pre-commit', 'npm test\nexit 0\n', /npx --yes erp-audit@\S+ --staged/],
    ['lefthook.yml', 'pre-commit:\n  jobs:\n    - run: make\n', /- run: npx --yes erp-audit@\S+ --staged/],
    ['package.json', '{ "lint-staged": { "*": "eslint" } }\n', /"\*": "sh -c 'npx --yes erp-audit@\S+ --staged' --"/],
    ['.lintstagedrc.json', '{}\n', /"\*": "sh -c 'npx --yes erp-audit@\S+ --staged' --"/],
    ['lint-staged.config.mjs', 'export default {}\n', /'\*': \(\) => 'npx --yes erp-audit@\S+ --staged'/],
  ])('is said for %s with %j', async (path, text, said) => {
    put(path, text)
    const { code, stdout } = await init(['--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain(`Add to ${path}:`)
    expect(stdout).toMatch(said)
    expect(read(path)).toBe(text)
  })

  test('is none where no program for hooks is used', async () => {
    const { stdout } = await init(['--yes'])
    expect(stdout).not.toContain('before each commit')
  })
})
