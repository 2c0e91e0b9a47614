import { describe, expect, test } from 'vitest'
import { run } from '../src/cli/run.js'
import { type Report, repository } from './support/repository.js'

const SERVICE = (name: string, more = '') =>
  `services:\n  ${name}:\n    image: registry.example/shop/${name}:1.4.2\n    restart: always\n${more}`
const PRIVILEGED = '    privileged: true\n'
const FILES = {
  'compose.yaml': SERVICE('api'),
  'other/compose.yaml': SERVICE('web', PRIVILEGED),
  '.gitignore': 'local/\n',
}
const ONLY = ['--only', 'workload/privileged']

/** The command line with a text on standard input. */
async function piped(cwd: string, text: string, ...argv: readonly string[]) {
  let stdout = ''
  let stderr = ''
  const code = await run({
    argv,
    env: {},
    cwd,
    stdout: { write: one => (stdout += one) },
    stderr: { write: one => (stderr += one) },
    stdin: async () => text,
  })
  return { code, stdout, stderr }
}

describe('a file from standard input', () => {
  test('is judged as it comes in, whatever the disk holds, and alone', async () => {
    const root = repository(FILES)
    const ours = ['-', '--stdin-filename', './compose.yaml', ...ONLY]
    const wrong = await piped(root, SERVICE('api', PRIVILEGED), ...ours)
    expect(wrong).toMatchObject({ code: 1, stderr: '' })
    expect(wrong.stdout).toMatch(/^1 finding: 1 critical\n/)
    expect(wrong.stdout).toContain('Only findings in compose.yaml are shown and gated; 1 is elsewhere.')
    expect(wrong.stdout).toContain('✗ 1 critical finding is open in compose.yaml: workload/privileged on api')
    const theirs = ['-', '--stdin-filename', 'other/compose.yaml', ...ONLY]
    const right = await piped(root, SERVICE('web'), ...theirs)
    expect(right).toMatchObject({ code: 0, stderr: '' })
    expect(right.stdout).toMatch(/^no findings\n/)
    // The score is printed, and decides only when it is asked to.
    expect(right.stdout).toMatch(/^Score \d/m)
    expect((await piped(root, SERVICE('web'), ...theirs, '--min-score', '100')).code).toBe(1)
  })

  test('may be new', async () => {
    const root = repository(FILES)
    const argv = ['-', '--stdin-filename', 'compose.prod.yaml', '-f', 'json', ...ONLY]
    const { stdout } = await piped(root, SERVICE('late', PRIVILEGED), ...argv)
    const report: Report & { comparison: { edited: string } } = JSON.parse(stdout)
    expect(report.findings.map(({ path }) => path)).toEqual(['compose.prod.yaml'])
    expect(report.comparison).toMatchObject({
      edited: 'compose.prod.yaml',
      scope: 'files',
      scoreGates: false,
    })
  })

  test.each([
    [['-'], '"-" is a file from standard input; say which one: --stdin-filename <file>'],
    [['--stdin-filename', 'a'], '--stdin-filename says what standard input is: erp-audit - --stdin-filename <file>'],
    [['-', '--stdin-filename', '../a'], '"../a" is not in this directory'],
    [['-', '--stdin-filename', '.'], '"." is not in this directory'],
    [['-', '--stdin-filename', 'no/a'], 'there is no directory for "no/a"'],
    [['-', '--stdin-filename', 'a', '--staged'], '--stdin-filename is about one file as it is now'],
    [['-', '--stdin-filename', 'other/a.yaml.bak'], 'other/a.yaml.bak is not audited: git ignores it'],
  ])('is refused where it would be none: %j', async (argv, because) => {
    const { code, stdout, stderr } = await piped(repository(FILES), '', ...argv)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`erp-audit: ${because}`)
  })
})
