import { execFileSync } from 'node:child_process'
import { expect } from 'vitest'
import { tierUpFlag } from '../../src/cli/tier-up.js'

/** That a Node knows the option which its V8 is told, and that we know its default. */
export function expectTheDefault(node: string): void {
  const flag = tierUpFlag(execFileSync(node, ['-p', 'process.versions.v8'], { encoding: 'utf8' }).trim(), 1)
  expect(flag).toMatch(/^--[a-z-]+=\d+$/)
  expect(execFileSync(node, ['--v8-options'], { encoding: 'utf8' })).toMatch(new RegExp(`default: ${flag}\\n`))
}
