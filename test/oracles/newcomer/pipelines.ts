import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parse } from 'yaml'
import type { Block } from '../../support/blocks.js'
import { spoil } from './commits.js'
import { husky, lefthook, lintStaged, preCommit } from './hooks.js'
import { type Plan, put, type, type Visit } from './visit.js'
import { workflow } from './workflows.js'

export const CI: Plan = [
  ['GitHub: the package', 'yaml', workflow],
  ['GitLab', 'yaml', gitlab],
  ['Any other', 'sh', anyOther],
  ['A badge', 'sh', badge],
  ['pre-commit', 'yaml', preCommit],
  ['pre-commit', 'yaml', preCommit],
  ['husky', 'sh', husky],
  ['lint-staged', 'js', lintStaged],
  ['lint-staged', 'json', lintStaged],
  ['lefthook', 'yaml', lefthook],
  ['For other programs', 'sh', scorecard],
  ['For other programs', 'sh', facts],
  ['For other programs', 'sh', spreadsheet],
]

/** The script of the job, as the runner of GitLab calls it: in a merge request, and on the default branch. */
async function gitlab(block: Block, { world }: Visit): Promise<void> {
  const shop = world.legacy()
  expect(put(block, shop)).toBe('.gitlab-ci.yml')
  const { script, artifacts } = parse(block.text)['erp-audit']
  const base = { CI_MERGE_REQUEST_DIFF_BASE_SHA: world.git(shop, 'rev-parse', 'HEAD') }
  const [command, ...others] = script
  expect(others).toEqual([])
  expect(await world.bash(command, shop, base)).toMatchObject({ code: 0, stderr: '' })
  spoil(shop)
  const spoilt = await world.bash(command, shop, base)
  expect(spoilt).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^1 finding: 1 critical\n\ncritical {2}workload\/privileged/),
  })
  // GitLab itself compares the report of the merge request with that of the default branch: both hold everything.
  const issues: { check_name: string }[] = JSON.parse(readFileSync(join(shop, artifacts.reports.codequality), 'utf8'))
  expect(issues.map(({ check_name }) => check_name)).toContain('workload/privileged')
  expect(readFileSync(join(shop, artifacts.reports.junit), 'utf8')).toContain('<testsuites name="erp-audit"')
  const whole = await world.bash(command, shop)
  expect([whole.code, JSON.parse(readFileSync(join(shop, artifacts.reports.codequality), 'utf8'))]).toEqual([1, issues])
}

/** Twice, because pipelines keep their folders: what the first run left is in the way of nothing. */
async function anyOther(block: Block, visit: Visit): Promise<void> {
  const [first] = await type(block, visit, visit.shop)
  const [second] = await type(block, visit, visit.shop)
  expect(first).toMatchObject({ code: 1, stderr: '' })
  expect(second).toEqual(first)
}

async function badge(block: Block, visit: Visit): Promise<void> {
  const [ran] = await type(block, visit, visit.shop)
  expect(ran?.code).toBe(0)
  const shown = JSON.parse(readFileSync(join(visit.shop, 'erp-audit-badge.json'), 'utf8'))
  expect(shown).toMatchObject({ schemaVersion: 1, message: expect.stringMatching(/^\d+\.\d \/ 100$/) })
}

async function scorecard(block: Block, visit: Visit): Promise<void> {
  const [ran] = await type(block, visit, visit.shop)
  const { score, checks } = JSON.parse(ran?.stdout ?? '')
  expect(score).toBeGreaterThan(3)
  expect(score).toBeLessThan(5)
  expect(checks.length).toBeGreaterThan(50)
}

async function facts(block: Block, visit: Visit): Promise<void> {
  const [ran] = await type(block, visit, visit.shop)
  expect(JSON.parse(ran?.stdout ?? '')).toMatchObject({ grade: 'F', passed: false, critical: 3 })
}

async function spreadsheet(block: Block, visit: Visit): Promise<void> {
  const [ran] = await type(block, visit, visit.shop)
  expect(ran?.stdout.split('\n').length).toBeGreaterThan(20)
  expect(ran?.stdout).toMatch(/^"critical","[a-z/-]+","[^"]+",\d+,[\d.]+,"/)
}
