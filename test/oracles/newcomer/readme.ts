import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Block, commandsOf } from '../../support/blocks.js'
import { spoil } from './commits.js'
import { preCommit } from './hooks.js'
import { adopted, like, type Plan, put, type, type Visit } from './visit.js'
import { codeScanning, comment, workflow } from './workflows.js'

export const README: Plan = [
  ['Two commands', 'sh', (block, visit) => type(block, visit, visit.world.project)],
  ['Two commands', 'sh', inAProject],
  ['Two commands', 'text', sample],
  ['How many users', 'text', capacity],
  ['Options', 'text', help],
  ['Configuration', 'yaml', configuration],
  ['Accepting a finding', 'yaml', accepting],
  ['Only what is new', 'sh', onlyWhatIsNew],
  ['Annotations', 'yaml', workflow],
  ['Annotations and code scanning', 'yaml', codeScanning],
  ['Annotations and a comment', 'yaml', comment],
  ['Without the action', 'sh', withoutTheAction],
  ['In commits', 'yaml', preCommit],
  ['As a library', 'ts', library],
]

async function inAProject(block: Block, visit: Visit): Promise<void> {
  const [audited, installed] = await type(block, visit, visit.shop)
  expect(audited?.code).toBe(1)
  expect(visit.world.git(visit.shop, 'status', '--porcelain')).toBe('')
  expect(installed?.code).toBe(0)
}

/** The report that is shown, which leaves parts out. */
function sample({ text }: Block, { printed }: Visit): void {
  const [command = '', ...lines] = text.trimEnd().split('\n')
  const whole = printed.get(command.replace('$ ', '')) ?? ''
  expect(whole.trimEnd().length).toBe(endOfParts(lines, whole))
}

/** Where the last of the parts ends that are shown, which must be there in this order. */
function endOfParts(lines: readonly string[], whole: string): number {
  let at = 0
  for (const part of `\n${lines.join('\n')}\n`.split('\n…\n')) {
    const found = whole.indexOf(part.trim(), at)
    expect({ part: part.trim(), found: found >= at }).toEqual({ part: part.trim(), found: true })
    at = found + part.trim().length
  }
  return at
}

/** A part of a report, in the clone of the project. */
async function capacity({ text }: Block, { world }: Visit): Promise<void> {
  const [command = '', ...lines] = text.trimEnd().split('\n')
  const { code, stdout } = await world.bash(command.replace('$ ', ''), world.project)
  expect(code).toBe(1)
  expect(endOfParts(lines, stdout)).toBeGreaterThan(text.length / 2)
}

async function help({ text }: Block, { world, shop }: Visit): Promise<void> {
  expect(await world.bash('erp-audit --help', shop)).toEqual({ code: 0, stdout: text, stderr: '' })
}

async function configuration(block: Block, { world }: Visit): Promise<void> {
  const shop = world.legacy()
  put(block, shop)
  const { code, stdout, stderr } = await world.bash('erp-audit', shop)
  expect([code, stderr]).toEqual([1, ''])
  expect(stdout).toContain('below the threshold of 75')
  expect(stdout).not.toMatch(/✗ \d+ high/)
  // What stands there as a comment is a setting, too.
  writeFileSync(join(shop, 'erp-audit.yml'), block.text.replaceAll(/^# (?=deployments:| )/gm, ''))
  const refused = await world.bash('erp-audit', shop)
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('compose.prod.yaml')])
}

export async function accepting({ text }: Block, { world }: Visit): Promise<void> {
  const folder = world.folder()
  writeFileSync(join(folder, 'compose.yaml'), text)
  const { stdout } = await world.bash('npx erp-audit --format json', folder)
  const [privileged] = JSON.parse(stdout).findings.filter((one: { rule: string }) => one.rule === 'workload/privileged')
  expect(privileged.suppressed).toMatchObject({ reason: /: (reads .*)$/m.exec(text)?.[1] })
  expect((await world.bash('npx erp-audit', folder)).stdout).not.toContain(
    '✗ 1 critical finding is open: workload/privileged',
  )
}

/** Three situations, of which the comments say what comes out. */
async function onlyWhatIsNew(block: Block, { world }: Visit): Promise<void> {
  const shop = world.legacy()
  const [baseline = '', since = '', staged = ''] = commandsOf(block)
  expect(await world.bash(since, shop)).toMatchObject({ code: 0 })
  spoil(shop)
  const pull = await world.bash(since, shop)
  expect(pull.stdout).toMatch(like(/# in a pull request: (.*)/.exec(since)?.[1] ?? '?'))
  expect(pull).toMatchObject({ code: 1 })
  expect(await world.bash(staged, shop)).toMatchObject({ code: 0 })
  world.git(shop, 'add', '--all')
  expect(await world.bash(staged, shop)).toMatchObject({ code: 1 })
  expect(await world.bash(baseline, shop)).toMatchObject({ code: 0, stderr: '' })
  for (const command of ['erp-audit', staged]) expect(await world.bash(command, shop)).toMatchObject({ code: 0 })
}

async function withoutTheAction(block: Block, visit: Visit): Promise<void> {
  const shop = visit.world.legacy()
  spoil(shop)
  const [ran] = await type(block, visit, shop)
  expect(ran?.code).toBe(1)
  expect(ran?.stdout).toMatch(/^::error file=docker\/docker-compose\.yml,line=23,.*\n$/)
}

async function library({ text, before }: Block, visit: Visit): Promise<void> {
  const { world } = visit
  const shop = await adopted(visit)
  const install = /`(npm install [^`]*)`/.exec(before)?.[1] ?? 'false'
  expect(await world.bash(install, shop)).toMatchObject({ code: 0 })
  writeFileSync(join(shop, 'readiness.mjs'), `${text}console.log(score.total, findings.length, gate.passed)\n`)
  const { stdout, stderr } = await world.bash('node readiness.mjs', shop)
  expect([stdout, stderr]).toEqual([expect.stringMatching(/^\d+\.\d+ \d+ false\n$/), ''])
}

/** What the table of the README says about exit codes. */
export async function exitCodes({ world, shop }: Visit): Promise<void> {
  const rows = [...readFileSync('README.md', 'utf8').matchAll(/^\| (\d) \| /gm)].map(([, code]) => Number(code))
  expect(rows).toEqual([0, 1, 2, 3])
  const empty = world.folder()
  world.git(empty, 'init', '--quiet')
  const codes: Readonly<Record<string, readonly [string, string]>> = {
    0: ['erp-audit --exit-zero', shop],
    1: ['erp-audit', shop],
    2: ['erp-audit --no-such-option', shop],
    3: ['erp-audit', empty],
  }
  for (const [code, [command, cwd]] of Object.entries(codes))
    expect(await world.bash(command, cwd)).toMatchObject({ code: Number(code) })
  expect(await world.bash('erp-audit --staged', empty)).toMatchObject({ code: 0, stderr: expect.stringMatching(/./) })
}
