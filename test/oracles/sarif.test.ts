import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageOf } from '../../src/pages.js'
import { renderSarif } from '../../src/report/sarif.js'
import { RULES, sample } from '../report/sample.js'

/** The validator of the SARIF SDK, with the rules of the standard and those of GitHub Advanced Security. */
const multitool = join('node_modules', '@microsoft', `sarif-multitool-${process.platform}`, 'Sarif.Multitool')

let directory = ''
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'erp-audit-sarif-'))
  chmodSync(multitool, 0o755)
})
afterAll(() => rmSync(directory, { recursive: true }))

/** Its complaints of a level. It ends with 0 whatever it finds. */
function complaints(text: string, level: 'error' | 'warning'): readonly string[] {
  const file = join(directory, 'report.sarif')
  writeFileSync(file, text)
  const output = execFileSync(multitool, ['validate', file, '--rule-kind', 'Sarif;Ghas', '--level', 'Error;Warning'], {
    encoding: 'utf8',
  })
  expect(output).toContain('1 files scanned')
  return output.split('\n').filter(line => line.includes(`: ${level} `))
}

describe('the SARIF SDK accepts', () => {
  test.each([
    ['findings', sample(), false],
    ['no findings', sample({ rules: RULES.filter(({ id }) => id === 'backup/missing') }), false],
    ['suppressed findings', sample({ ignore: 'workload/*' }), true],
  ] as const)('%s', (_, result, includeSuppressed) => {
    expect(complaints(renderSarif(result, { includeSuppressed, within: '' }, pageOf), 'error')).toEqual([])
  })

  test('but not just anything', () => {
    const log = JSON.parse(renderSarif(sample(), { includeSuppressed: false, within: '' }, pageOf))
    log.runs[0].results[0].ruleIndex = 999
    delete log.runs[0].tool.driver.rules[0].help
    expect(complaints(JSON.stringify(log), 'error').join('\n')).toMatch(/SARIF1009|GH2012|SARIF2012/)
  })
})
