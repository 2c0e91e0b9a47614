import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { run } from '../../src/cli/run.js'
import { objections } from '../support/actionlint.js'

/** actionlint has nothing to say of the workflows that the documents show, nor of the one that `erp-audit init` writes. */
const directory = mkdtempSync(join(tmpdir(), 'erp-audit-workflows-'))
afterAll(() => rmSync(directory, { recursive: true }))

const documents = ['README.md', ...readdirSync('docs').map(name => `docs/${name}`)].filter(name => name.endsWith('.md'))
const workflows = documents.flatMap(path => {
  const blocks = readFileSync(path, 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```/gm)
  return [...blocks].flatMap(([, text = '']) => (/^jobs:/m.test(text) ? [[path, text] as const] : []))
})

test.each(workflows)('a workflow of %s', (_path, text) => {
  expect(objections(text)).toBe('')
})

test('there are workflows, and actionlint looks at them', () => {
  expect(workflows.length).toBeGreaterThan(3)
  expect(objections(`${workflows[0]?.[1]}          no-such-input: true\n`)).toContain('no-such-input')
})

test('the workflow of init', async () => {
  const top = mkdtempSync(join(directory, 'init-'))
  mkdirSync(join(top, '.github'))
  writeFileSync(join(top, '.github', 'CODEOWNERS'), '* @acme\n')
  writeFileSync(join(top, 'compose.yaml'), 'services:\n  api:\n    image: ghcr.io/acme/api:1.4.0\n')
  const quiet = { write: () => {} }
  expect(await run({ argv: ['init', '--yes'], env: {}, cwd: top, stdout: quiet, stderr: quiet })).toBe(0)
  expect(objections(readFileSync(join(top, '.github', 'workflows', 'erp-audit.yml'), 'utf8'))).toBe('')
})
