import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HOSTILE_FILES, HOSTILE_YAML, runFiles, runRepositories } from './support/hostile-inputs.js'
import { type HostileFiles, type HostileRun, runHostile } from './support/hostile-run.js'

/** What one repository may cost, reports included; the work is linear, so a real one takes a fraction of it. */
const LIMIT = 4_000

/** Terminal sequences, control characters but the line break, and the marks that turn text around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/

function expectSound(ran: HostileRun): void {
  expect(ran.stderr).not.toMatch(/bug|crashed/)
  expect([0, 1, 3]).toContain(ran.code)
  expect(ran.stdout).not.toMatch(UNSAFE)
  expect(ran.stderr).not.toMatch(UNSAFE)
  expect(JSON.parse(ran.json)).toHaveProperty('score')
  expect(JSON.parse(ran.sarif)).toHaveProperty('runs')
  expect(ran.milliseconds).toBeLessThan(LIMIT)
}

describe('hostile YAML', () => {
  test.each(Object.entries(HOSTILE_YAML))('%s', async (_, files) => expectSound(await runHostile(files)))
})

describe('hostile files', () => {
  test.each(Object.entries(HOSTILE_FILES))('%s', async (_, files) => expectSound(await runHostile(files)))
})

describe('texts that make regular expressions go back and forth', () => {
  test.each(Object.entries(runRepositories(4_000)))('%s', async (_, files) => expectSound(await runHostile(files)))
  test.each(Object.entries(runFiles(40_000)))('%s', async (_, files) => expectSound(await runHostile(files)))
})
