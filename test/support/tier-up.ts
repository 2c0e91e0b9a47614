import { execFileSync } from 'node:child_process'
import { expect } from 'vitest'
import { tierUpFlag } from '../../src/cli/tier-up.js'

/** That a Node knows the option which its V8 is told, and that its default is a third of what it is told. */
export function expectThriceTheDefault(node: string): void {
  const flag = tierUpFlag(execFileSync(node, ['-p', 'process.versions.v8'], { encoding: 'utf8' }).trim())
  const [name, value] = flag?.split('=') ?? []
  const options = execFileSync(node, ['--v8-options'], { encoding: 'utf8' })
  expect(Number(value)).toBe(3 * Number(new RegExp(`default: ${name}=(\\d+)`).exec(options)?.[1]))
}
