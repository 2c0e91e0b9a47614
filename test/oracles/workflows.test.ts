import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { erpAudit, git, repository } from '../support/repository.js'

/** Every workflow that is shown in a document, and the one that init writes, before actionlint. */
const ACTIONLINT = join(
  process.env.ORACLE_PROGRAMS ?? join(process.env.HOME ?? '', '.cache', 'erp-audit', 'bin'),
  'actionlint',
)

const home = mkdtempSync(join(tmpdir(), 'workflows-oracle-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

function lint(text: string): { readonly status: number | null; readonly stdout: string } {
  const folder = join(home, '.github', 'workflows')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'workflow.yml')
  writeFileSync(file, text)
  const { status, stdout } = spawnSync(ACTIONLINT, ['-no-color', '-shellcheck=', '-pyflakes=', file], {
    encoding: 'utf8',
    cwd: home,
  })
  return { status, stdout }
}

const documents = [
  'README.md',
  ...readdirSync('docs')
    .filter(name => name.endsWith('.md'))
    .map(name => join('docs', name)),
]
const workflows = documents.flatMap(path =>
  [...readFileSync(path, 'utf8').matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)]
    .map(([, text = '']) => text)
    .filter(text => /^on:/m.test(text) && /^jobs:/m.test(text))
    .map((text, index) => [`${path} ${index + 1}`, text] as const),
)

test('actionlint is there, and finds what is wrong', () => {
  expect(
    lint('on: push\njobs:\n  a:\n    runs-on: nowhere\n    steps: [{ run: "echo ${{ github.nothing }}" }]\n').status,
  ).toBe(1)
})

describe('actionlint is silent on', () => {
  test('at least three workflows of the documents', () => {
    expect(workflows.length).toBeGreaterThanOrEqual(3)
  })

  test.each(workflows)('%s', (_, text) => {
    expect(lint(text)).toEqual({ status: 0, stdout: '' })
  })

  test('what init writes', async () => {
    const root = repository({
      'compose.yaml': 'services:\n  api: { image: "ghcr.io/acme/api:1.4.0" }\n',
      '.github/CODEOWNERS': '* @acme\n',
    })
    git(root, 'remote', 'add', 'origin', 'https://github.com/acme/erp.git')
    const { code } = await erpAudit(root, ['init', '--yes'])
    expect(code).toBe(0)
    const folder = join(root, '.github', 'workflows')
    const written = readdirSync(folder)
    expect(written).toHaveLength(1)
    expect(lint(readFileSync(join(folder, written[0] ?? ''), 'utf8'))).toEqual({ status: 0, stdout: '' })
  })
})
