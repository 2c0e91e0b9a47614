import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tierUpFlag } from '../../src/cli/tier-up.js'
import { expectThriceTheDefault } from '../support/tier-up.js'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')
const home = mkdtempSync(join(tmpdir(), 'tier-up-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

test('the V8 that runs this knows the option, and waits a third of that by default', () => {
  expectThriceTheDefault(process.execPath)
})

test('a version that nobody tried is left alone', () => {
  for (const version of ['10.2.154.26', '999.1.2', '', 'x']) expect(tierUpFlag(version)).toBeUndefined()
})

test('the command line compiles less with TurboFan than Node would of itself', () => {
  const files = Array.from({ length: 150 }, (_, index) => index)
  writeFileSync(join(home, 'compose.yaml'), 'services:\n  api:\n    build: .\n    ports: ["3000:3000"]\n')
  writeFileSync(join(home, 'Dockerfile'), 'FROM node:24.1.0-slim\nCOPY . .\nCMD ["node", "main.js"]\n')
  writeFileSync(join(home, 'package.json'), '{ "name": "app" }\n')
  writeFileSync(join(home, 'main.js'), files.map(file => `require('./part${file}')\n`).join(''))
  for (const file of files) writeFileSync(join(home, `part${file}.js`), part(file))
  const optimised = (...flags: readonly string[]) => {
    const { stdout } = spawnSync(process.execPath, ['--trace-opt', ...flags, CLI, home], { encoding: 'utf8' })
    return stdout.match(/completed optimizing/g)?.length ?? 0
  }
  const without = join(home, 'without.cjs')
  writeFileSync(without, `require('node:v8').setFlagsFromString = () => {}\n`)
  expect(optimised()).toBeLessThan(0.8 * optimised('--require', without))
})

function part(file: number): string {
  const steps = Array.from({ length: 30 }, (_, step) => step)
  return steps
    .map(step => `exports.step${step} = value => ({ value: value * ${step} + ${file}, at: [value, '${step}'] })\n`)
    .join('')
}
