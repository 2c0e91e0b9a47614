import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { checkAlertmanagerConfig } from '../../src/parse/alertmanager/check.js'
import type { Node, Problem } from '../../src/parse/node.js'
import { checkPrometheusConfig } from '../../src/parse/prometheus/check-config.js'
import { checkRuleFile } from '../../src/parse/prometheus/check-rules.js'
import { parseYaml } from '../../src/parse/yaml.js'
import type { Source } from '../../src/source.js'
import { spoilYaml } from './prometheus-cases/generate-yaml.js'
import { readCases } from './prometheus-cases/oracle.js'

/** Where `.ci/run` puts programs that `go install` makes. */
const PROGRAMS = process.env.ORACLE_PROGRAMS ?? join(homedir(), '.cache', 'erp-audit', 'bin')

type Kind = 'prometheus' | 'rules' | 'alertmanager'
interface Text {
  readonly kind: Kind
  readonly text: string
}

/** The command that people check such a file with. What other files hold is not looked at. */
const COMMANDS: Readonly<Record<Kind, readonly [program: string, ...args: readonly string[]]>> = {
  prometheus: ['promtool', 'check', 'config', '--syntax-only'],
  rules: ['promtool', 'check', 'rules'],
  alertmanager: ['amtool', 'check-config'],
}
const CHECKS: Readonly<Record<Kind, (source: Source, root: Node | undefined) => readonly Problem[]>> = {
  prometheus: checkPrometheusConfig,
  rules: checkRuleFile,
  alertmanager: checkAlertmanagerConfig,
}

const directory = mkdtempSync(join(tmpdir(), 'promtool-'))
afterAll(() => rmSync(directory, { recursive: true }))

/** Whether the program takes a file, and what it says. */
function ask({ kind, text }: Text, index: number): Promise<{ readonly taken: boolean; readonly said: string }> {
  const [program, ...args] = COMMANDS[kind]
  const path = join(directory, `${index}.yml`)
  writeFileSync(path, text)
  return new Promise((resolve, reject) => {
    execFile(join(PROGRAMS, program), [...args, path], { timeout: 60_000 }, (error, stdout, stderr) => {
      // 1 and 3 are verdicts; anything else is a program that did not run.
      if (error && typeof error.code !== 'number') reject(error)
      else resolve({ taken: error === null, said: `${stdout}${stderr}` })
    })
  })
}

function ours({ kind, text }: Text): string | undefined {
  const source = { path: 'file.yml', text }
  const { documents, problems } = parseYaml(source)
  return [...problems, ...CHECKS[kind](source, documents[0]?.root)][0]?.message
}

const KINDS: readonly Kind[] = ['prometheus', 'rules', 'alertmanager']
const texts: readonly Text[] = KINDS.flatMap(kind => {
  const written = readCases(`${kind}.cases`)
  const sound = written.filter(one => !one.refused && one.text !== '').map(({ text }) => text)
  const all = [...written.map(({ text }) => text), ...spoilYaml(7, sound, 20)]
  return all.map(text => ({ kind, text }))
})

test.each(['promtool', 'amtool'])('%s is installed', program => {
  expect(existsSync(join(PROGRAMS, program)), `.ci/run installs it as ${join(PROGRAMS, program)}`).toBe(true)
})

test.each(KINDS)('the program of people says of every text what ours says: %s', async kind => {
  const own = texts.filter(one => one.kind === kind)
  expect(own.length).toBeGreaterThanOrEqual(59)
  const apart: string[] = []
  const verdicts = new Set<boolean>()
  for (let from = 0; from < own.length; from += 4) {
    const some = own.slice(from, from + 4)
    const answers = await Promise.all(some.map((text, index) => ask(text, from + index)))
    for (const [index, { taken, said }] of answers.entries()) {
      const text = some[index] as Text
      const refusal = ours(text)
      verdicts.add(taken)
      if (taken !== (refusal === undefined)) apart.push(`${text.text}\nours: ${refusal ?? 'takes it'}\ntheirs: ${said}`)
    }
  }
  expect(apart).toEqual([])
  expect(verdicts.size).toBe(2)
})
