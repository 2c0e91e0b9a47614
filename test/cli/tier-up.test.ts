import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Audit } from '../../src/cli/audit-command.js'
import { tierUpFlag, withEagerParsers } from '../../src/cli/tier-up.js'
import { DEFAULT_OPTIONS } from '../../src/config/config.js'
import { sample } from '../report/sample.js'
import { expectTheDefault } from '../support/tier-up.js'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')
const home = mkdtempSync(join(tmpdir(), 'tier-up-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

beforeAll(() => {
  const files = Array.from({ length: 150 }, (_, index) => index)
  writeFileSync(join(home, 'compose.yaml'), 'services:\n  api:\n    build: .\n    ports: ["3000:3000"]\n')
  writeFileSync(join(home, 'Dockerfile'), 'FROM node:24.1.0-slim\nCOPY . .\nCMD ["node", "main.js"]\n')
  writeFileSync(join(home, 'package.json'), '{ "name": "app" }\n')
  writeFileSync(join(home, 'main.js'), files.map(file => `require('./part${file}')\n`).join(''))
  for (const file of files) writeFileSync(join(home, `part${file}.js`), part(file))
})

test('the V8 that runs this knows the option, and has the default that we think', () => {
  expectTheDefault(process.execPath)
})

test('a version that nobody tried is left alone', () => {
  const audit: Audit = () => sample()
  for (const version of ['10.2.154.26', '999.1.2', '', 'x']) {
    expect(tierUpFlag(version, 3)).toBeUndefined()
    expect(withEagerParsers(audit, version)).toBe(audit)
  }
})

test('the command line compiles less with TurboFan than Node would of itself, but sooner while it parses', () => {
  const later = optimised(`flag !== '${tierUpFlag(process.versions.v8, 1)}'`)
  expect(later).toBeLessThan(0.8 * optimised('false'))
  expect(later).toBeLessThan(0.8 * optimised('true'))
})

test('what the parsers give and throw goes through', () => {
  let read: unknown
  const audit = withEagerParsers((_root, { whileParsing }) => {
    read = whileParsing?.(() => 42)
    whileParsing?.(() => {
      throw new Error('no')
    })
    return sample()
  }, process.versions.v8)
  expect(() => audit('.', DEFAULT_OPTIONS)).toThrow('no')
  expect(read).toBe(42)
})

/** How many functions V8 optimises where it is told only those flags that pass. */
function optimised(passes: string): number {
  const told = join(home, 'told.cjs')
  writeFileSync(
    told,
    `const v8 = require('node:v8')\nconst { setFlagsFromString } = v8\nv8.setFlagsFromString = flag => { if (${passes}) setFlagsFromString(flag) }\n`,
  )
  const { stdout } = spawnSync(process.execPath, ['--trace-opt', '--require', told, CLI, home], { encoding: 'utf8' })
  return stdout.match(/completed optimizing/g)?.length ?? 0
}

function part(file: number): string {
  const steps = Array.from({ length: 30 }, (_, step) => step)
  return steps
    .map(step => `exports.step${step} = value => ({ value: value * ${step} + ${file}, at: [value, '${step}'] })\n`)
    .join('')
}
