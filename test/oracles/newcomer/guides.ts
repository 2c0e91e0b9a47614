import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Block, commandsOf } from '../../support/blocks.js'
import { COMPOSE, spoil } from './commits.js'
import { accepting } from './readme.js'
import { like, type Plan, put, type, type Visit } from './visit.js'

export const GETTING_STARTED: Plan = [
  ['Look', 'sh', look],
  ['Look', 'sh', lookCloser],
  ['Keep', 'sh', keep],
  ['Complete', 'sh', complete],
]

async function look(block: Block, visit: Visit): Promise<void> {
  const [ran] = await type(block, visit, visit.shop)
  expect(ran).toMatchObject({ code: 1, stderr: '' })
  // What the text below it says that there is.
  expect(ran?.stdout).toMatch(/^erp-audit \S+ {2}5 workloads.*\n\n {2}production docker\/docker-compose\.yml/)
  for (const part of [/^Score \d+\.\d of 100/m, /^ {2}why {2}\S/m, /^ {2}fix {2}\S/m, /^Way to 80: /m])
    expect(ran?.stdout).toMatch(part)
}

async function lookCloser(block: Block, visit: Visit): Promise<void> {
  const [explained, quiet, only, markdown, html] = await type(block, visit, visit.shop)
  expect(explained?.stdout).toContain('workload/privileged')
  expect(quiet?.stdout).toMatch(/\nScore \d+\.\d of 100/)
  expect(only?.stdout).not.toContain('backup/missing  ')
  expect(markdown).toMatchObject({ code: 1, stdout: '' })
  const [, title] = /^# (Production readiness: \d.*)/.exec(readFileSync(join(visit.shop, 'readiness.md'), 'utf8')) ?? []
  expect(title).toBeDefined()
  expect(html).toMatchObject({ code: 1, stdout: '' })
  expect(readFileSync(join(visit.shop, 'readiness.html'), 'utf8')).toContain(`<h1>${title}</h1>`)
}

/** Nobody is asked where there is no terminal; at one, a line break is a yes. */
async function keep(block: Block, { world, shop }: Visit): Promise<void> {
  const [command = ''] = commandsOf(block)
  const shown = await world.bash(command, shop)
  expect(shown).toMatchObject({ code: 0, stderr: '' })
  expect(existsSync(join(shop, 'erp-audit.yml'))).toBe(false)
  const written = await world.terminal(command, shop, [
    [/Ok to proceed\?/, 'y'],
    [/Write these 2\? \[Y\/n\] /, ''],
  ])
  expect(written).toMatchObject({ code: 0 })
  expect(written.stdout).toContain('Written: erp-audit.yml, .github/workflows/erp-audit.yml.')
  // What it says to type next can be typed.
  const next = /; "(npx [^"]*)" makes them known/.exec(written.stdout)?.[1] ?? 'false'
  expect(await world.bash(next, shop)).toMatchObject({ code: 0 })
}

async function complete(block: Block, { world, shop }: Visit): Promise<void> {
  const install = /`(npm install --global [^`]*)`/.exec(block.before)?.[1] ?? 'false'
  expect(await world.bash(install, shop)).toMatchObject({ code: 0 })
  const asked: Readonly<Record<string, string>> = {
    bash: `bash -i -c 'complete -p erp-audit'`,
    zsh: `zsh -i -c 'print $_comps[erp-audit]'`,
    fish: `fish -i -c 'complete -C "erp-audit comp"'`,
  }
  const lines = commandsOf(block)
  expect(lines).toHaveLength(Object.keys(asked).length)
  for (const [index, [shell, question]] of Object.entries(asked).entries()) {
    const [, line = '', file = ''] = /^(.*?) +# in ~\/([\w./]+)/.exec(lines[index] ?? '') ?? []
    expect(line).toContain(shell)
    const before = shell === 'zsh' ? 'autoload -U compinit; compinit -u\n' : ''
    await world.bash(`mkdir -p ~/${file.includes('/') ? file.replace(/\/[^/]*$/, '') : ''}`, shop)
    writeFileSync(join(world.home, file), `${before}${line}\n`)
    const { stdout } = await world.bash(question, shop)
    expect(stdout).toMatch(/erp.audit|completion/)
    writeFileSync(join(world.home, file), '')
  }
}

export const ADOPTING: Plan = [
  ['Five minutes', 'sh', fiveMinutes],
  ['Working it off', 'sh', workItOff],
  ['What is right as it is', 'yaml', accepting],
  ['What is right as it is', 'yaml', acceptingFolders],
]

async function fiveMinutes(block: Block, { world, shop }: Visit): Promise<void> {
  for (const command of commandsOf(block)) {
    const ran = await world.terminal(command, shop, [
      [/Ok to proceed\?/, 'y'],
      [/Write these 2\? \[Y\/n\] /, ''],
    ])
    expect(ran).toMatchObject({ code: 0 })
  }
  expect(world.git(shop, 'status', '--porcelain')).toBe('')
  const now = await world.bash('npx erp-audit', shop)
  expect(now).toMatchObject({ code: 0, stderr: '' })
  expect(now.stdout).toContain('\nno findings\n')
  expect(now.stdout).toMatch(/^Baseline \S+: 0 new, \d+ known\n/m)
  expect(await world.bash('npx erp-audit --strict-baseline', shop)).toMatchObject({ code: 0 })
  expect(await world.bash('npx erp-audit --no-baseline', shop)).toMatchObject({ code: 1 })
  spoil(shop)
  expect(await world.bash('npx erp-audit', shop)).toMatchObject({ code: 1 })
  world.git(shop, 'checkout', '--quiet', COMPOSE)
}

async function workItOff(block: Block, visit: Visit): Promise<void> {
  const { world, shop } = visit
  const file = join(shop, COMPOSE)
  writeFileSync(file, readFileSync(file, 'utf8').replace('"5432:5432"', '"127.0.0.1:5432:5432"'))
  expect(await world.bash('npx erp-audit --strict-baseline', shop)).toMatchObject({ code: 2 })
  const [ran] = await type(block, visit, shop)
  expect(ran?.stdout).toMatch(/: 1 dropped, \d+ findings left\.\n$/)
  expect(await world.bash('npx erp-audit --strict-baseline', shop)).toMatchObject({ code: 0 })
}

/** A folder whose findings are accepted in the configuration. */
async function acceptingFolders(block: Block, { world }: Visit): Promise<void> {
  const folder = world.folder()
  const postgres = 'services: { db: { image: "postgres:17.5", ports: ["5432:5432"] } }\n'
  for (const name of ['compose.yaml', 'compose.ci.yaml']) writeFileSync(join(folder, name), postgres)
  put(block, folder)
  const { code, stdout } = await world.bash('npx erp-audit --format json', folder)
  expect(code).toBe(1)
  const findings: { rule: string; path: string; suppressed?: unknown }[] = JSON.parse(stdout).findings
  const open = findings.filter(({ rule }) => rule === 'network/datastore-port-public')
  expect(open.find(({ path }) => path === 'compose.yaml')?.suppressed).toBeUndefined()
  expect(open.filter(({ path }) => path === 'compose.ci.yaml').every(({ suppressed }) => suppressed)).toBe(true)
}

export const CHANGES: Plan = [
  ['In an editor', 'sh', editor],
  ['In a pull request', 'text', since],
  ['On legacy code', 'sh', legacy],
]

/** The file that it names stands at the top of a system of its own. */
async function editor(block: Block, visit: Visit): Promise<void> {
  const folder = visit.world.folder()
  writeFileSync(join(folder, 'compose.yaml'), 'services: { db: { image: "postgres:17.5", ports: ["5432:5432"] } }\n')
  const [ran] = await type(block, visit, folder)
  const [{ results }] = JSON.parse(ran?.stdout ?? '').runs
  expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('network/datastore-port-public')
}

async function since({ text }: Block, { world, shop }: Visit): Promise<void> {
  spoil(shop)
  const { stdout } = await world.bash('npx erp-audit --since origin/main', shop)
  expect(stdout).toMatch(like(text))
  world.git(shop, 'checkout', '--quiet', COMPOSE)
}

async function legacy(block: Block, visit: Visit): Promise<void> {
  const [written, audited, pruned] = await type(block, visit, visit.shop)
  expect([written?.code, audited?.code, pruned?.code]).toEqual([0, 0, 0])
  expect(audited?.stdout).toContain('\nno findings\n')
  expect(pruned?.stdout).toContain('nothing to drop')
}

export const CAPACITY: Plan = [['Assumptions', 'yaml', measured]]

/** What was measured takes the place of what is assumed. */
async function measured(block: Block, { world, shop }: Visit): Promise<void> {
  expect(put(block, shop)).toBe('erp-audit.yml')
  const { code, stdout, stderr } = await world.bash('npx erp-audit', shop)
  expect([code, stderr]).toEqual([1, ''])
  expect(stdout).toMatch(/^ {2}Target 250 {2}\d/m)
  expect(stdout).toMatch(/takes\s+30\s+ms of a processor/)
}

export const CONFIGURATION: Plan = [['Settings of rules', 'yaml', acceptingFolders]]
