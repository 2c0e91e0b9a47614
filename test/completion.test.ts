import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rules } from '../rules/index.js'
import { COMMAND_SWITCHES, COMMANDS, OPTIONS, SHELLS } from '../src/cli/options.js'
import { run } from '../src/cli/run.js'
import { CATEGORIES } from '../src/finding.js'

async function ask(argv: readonly string[]) {
  let stdout = ''
  let stderr = ''
  const code = await run({
    argv,
    env: {},
    cwd: directory,
    stdout: { write: text => (stdout += text) },
    stderr: { write: text => (stderr += text) },
  })
  return { code, stdout, stderr }
}

let directory = ''
let script = ''
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'erp-audit-completion-'))
  mkdirSync(join(directory, 'services'))
  writeFileSync(join(directory, 'settings.yml'), '')
  script = join(directory, 'script.bash')
  writeFileSync(script, (await ask(['completion', 'bash'])).stdout)
})
afterAll(() => rmSync(directory, { recursive: true }))

/** What bash offers for the last word, when the words arrive as readline splits them. */
function offered(...words: readonly string[]): readonly string[] {
  const command =
    'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _erp_audit; printf "%s\\n" "${COMPREPLY[@]}"'
  const out = execFileSync('bash', ['--norc', '-c', command, 'bash', script, 'erp-audit', ...words], {
    encoding: 'utf8',
    cwd: directory,
  })
  return out.split('\n').filter(line => line !== '')
}

describe.each(SHELLS)('the script for %s', shell => {
  test('knows every option, command, choice, rule, area and category', async () => {
    const { code, stdout } = await ask(['completion', shell])
    expect(code).toBe(0)
    const long = shell === 'fish' ? (name: string) => `-l ${name} ` : (name: string) => `--${name}`
    for (const { name, short, choices = [] } of OPTIONS) {
      expect(stdout).toContain(long(name))
      if (short) expect(stdout).toMatch(new RegExp(shell === 'fish' ? `-s ${short} -l ${name} ` : `-${short}\\b`))
      for (const choice of choices) expect(stdout).toMatch(new RegExp(`\\b${choice}\\b`))
    }
    for (const { name } of COMMAND_SWITCHES) expect(stdout).toContain(long(name))
    for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`\\b${name}\\b`))
    for (const { id } of rules) {
      expect(stdout).toContain(`'${id}'`)
      expect(stdout).toContain(`'${id.slice(0, id.indexOf('/'))}/*'`)
    }
    for (const category of CATEGORIES) expect(stdout).toContain(`'${category}'`)
  })

  test('is the same each time, and says how it is loaded', async () => {
    const { stdout } = await ask(['completion', shell])
    expect((await ask(['completion', shell])).stdout).toBe(stdout)
    expect(stdout.split('\n').slice(0, 3).join('\n')).toContain('# Completion of erp-audit for')
  })
})

describe('bash', () => {
  test('takes the script without a word', () => {
    expect(execFileSync('bash', ['-n', script], { encoding: 'utf8' })).toBe('')
  })

  test('completes commands and directories in the first place', () => {
    expect(offered('')).toEqual([...COMMANDS.map(({ name }) => name), 'services'])
    expect(offered('comp')).toEqual(['completion'])
    expect(offered('--fail-on', 'high', 'expl')).toEqual(['explain'])
    expect(offered('--fail-on', '=', 'high', 'expl')).toEqual(['explain'])
  })

  test('completes options, and those of a command behind it only', () => {
    expect(offered('--min')).toEqual(['--min-score'])
    expect(offered('--js')).toEqual([])
    expect(offered('rules', '--js')).toEqual(['--json'])
    expect(offered('-q', 'baseline', '--pr')).toEqual(['--prune'])
  })

  test('completes choices, also behind an equals sign', () => {
    for (const { name, choices } of OPTIONS) {
      if (!choices) continue
      expect(offered(`--${name}`, '')).toEqual([...choices])
      expect(offered(`--${name}`, '=')).toEqual([...choices])
      expect(offered(`--${name}`, '=', choices[0]?.slice(0, 2) ?? '')).toContain(choices[0])
    }
    expect(offered('-f', 'sa')).toEqual(['sarif'])
    expect(offered('completion', '')).toEqual([...SHELLS])
    expect(offered('--min-score', '')).toEqual([])
  })

  test('completes rules: one for explain, several with commas for --only and --skip', () => {
    expect(offered('explain', '')).toEqual(rules.map(({ id }) => id))
    expect(offered('explain', 'workload/privil')).toEqual(['workload/privileged'])
    expect(offered('--only', 'observ')).toEqual(['observability'])
    expect(offered('--skip', 'workload/privileged,observ')).toEqual(['workload/privileged,observability'])
    expect(offered('--skip', '=', 'workload/privil')).toEqual(['workload/privileged'])
    // The asterisk is quoted, so that the shell does not replace the pattern with names of files.
    expect(offered('--only', 'postgres/')[0]).toMatch(/^postgres\//)
    expect(offered('--only', 'postgres/')).toContain('postgres/\\*')
  })

  test('completes files and directories, and files behind a format', () => {
    expect(offered('--config', 'set')).toEqual(['settings.yml'])
    expect(offered('-f', 'sarif', '=', 'set')).toEqual(['settings.yml'])
    expect(offered('baseline', 's')).toEqual(['services'])
    expect(offered('--baseline', 's').toSorted()).toEqual(['script.bash', 'services', 'settings.yml'])
  })

  test('completes branches and tags for --since', () => {
    const git = (...words: string[]) => execFileSync('git', words, { cwd: directory, stdio: 'pipe' })
    expect(offered('--since', '')).toEqual([])
    git('init', '-q', '-b', 'main')
    git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '-q', '--allow-empty', '-m', 'one')
    git('tag', 'v1.0.0')
    expect(offered('--since', 'v')).toEqual(['v1.0.0'])
    expect(offered('--since', 'm')).toEqual(['main'])
    rmSync(join(directory, '.git'), { recursive: true })
  })
})
