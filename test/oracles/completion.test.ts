import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rules } from '../../rules/index.js'
import { SHELLS } from '../../src/cli/options.js'
import { run } from '../../src/cli/run.js'

/** What fish and zsh themselves complete with the scripts of `erp-audit completion`. */
let directory = ''
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'erp-audit-shells-'))
  for (const shell of ['zsh', 'fish']) {
    let text = ''
    const quiet = { write: () => {} }
    await run({
      argv: ['completion', shell],
      env: {},
      cwd: directory,
      stdout: { write: one => (text += one) },
      stderr: quiet,
    })
    writeFileSync(join(directory, `script.${shell}`), text)
  }
})
afterAll(() => rmSync(directory, { recursive: true }))

describe('fish', () => {
  function offered(line: string): readonly string[] {
    const command = `source ${directory}/script.fish; complete -C '${line}'`
    const out = execFileSync('fish', ['--no-config', '-c', command], { encoding: 'utf8', cwd: directory })
    return out.split('\n').flatMap(one => (one === '' ? [] : (one.split('\t')[0] ?? '')))
  }

  test('completes commands, options, choices and rules', () => {
    expect(offered('erp-audit comp')).toEqual(['completion'])
    expect(offered('erp-audit completion ').toSorted()).toEqual([...SHELLS].toSorted())
    expect(offered('erp-audit --fail-on cr')).toEqual(['critical'])
    expect(offered('erp-audit rules --js')).toEqual(['--json'])
    expect(offered('erp-audit --js')).toEqual([])
    expect(offered('erp-audit explain ').toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
    expect(offered('erp-audit --only workload/privileged,observ')).toEqual(['workload/privileged,observability'])
    expect(offered('erp-audit --config script.f')).toEqual(['script.fish'])
  })
})

describe('zsh', () => {
  /** The line after the tabulator, in a terminal of its own. */
  function completed(line: string, expected: string): string {
    const program = `
      zmodload zsh/zpty
      zpty shell zsh -f -i
      zpty -w shell "PS1='> '; TERM=dumb; autoload -U compinit; compinit -u -D; source ${directory}/script.zsh; print RE''ADY"
      zpty -r -m shell text '*READY*'
      zpty -w -n shell '${line}'$'\\t'
      zpty -r -m shell text '*${expected}*'
      print -r -- "$text"`
    return execFileSync('zsh', ['-f', '-c', program], { encoding: 'utf8', cwd: directory, timeout: 20_000 })
  }

  test.each([
    ['erp-audit comp', 'erp-audit completion '],
    ['erp-audit --fail-on=cr', '--fail-on=critical '],
    ['erp-audit rules --js', 'rules --json '],
    ['erp-audit explain workload/privil', 'workload/privileged '],
    ['erp-audit --only workload/privileged,observ', 'workload/privileged,observability'],
    ['erp-audit -f sar', '-f sarif '],
  ])('completes "%s"', (line, expected) => {
    expect(completed(line, expected)).toContain(expected)
  })
})
