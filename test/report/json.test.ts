import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { renderJson } from '../../src/report/json.js'
import { REPORT_SCHEMA } from '../../src/report/json-schema.js'
import { RULES, sample } from './sample.js'

const reportOf = (options: Parameters<typeof sample>[0] = {}) => JSON.parse(renderJson(sample(options)))

function schemaErrors(report: unknown): unknown {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
  ajv.validate(REPORT_SCHEMA, report)
  return ajv.errors
}

describe('the JSON report', () => {
  test('is what its schema says, whatever was found', () => {
    expect(schemaErrors(reportOf())).toBeNull()
    expect(schemaErrors(reportOf({ ignore: 'image/*' }))).toBeNull()
    expect(schemaErrors(reportOf({ rules: [], empty: true }))).toBeNull()
    const { score: _, ...without } = reportOf()
    expect(schemaErrors(without)).not.toBeNull()
    expect(schemaErrors({ ...reportOf(), schemaVersion: 2 })).not.toBeNull()
  })

  test('every rule lists its subjects, its score and the reason for it', () => {
    const { rules } = reportOf()
    expect(rules.map((rule: { id: string }) => rule.id)).toEqual(RULES.map(({ id }) => id).sort())
    expect(rules.find((rule: { id: string }) => rule.id === 'image/tag-mutable')).toMatchObject({
      score: 0.375,
      reason: '1 of 3 pass, 1 fail, 1 not verified',
      subjects: [
        { name: 'db', status: 'pass' },
        { name: 'mail', status: 'unverified', because: 'MAIL_IMAGE is given outside of the repository' },
        { name: 'web', status: 'fail' },
      ],
    })
  })

  test('findings come worst first, with lines from 1 and what a fix is worth', () => {
    const { findings } = reportOf()
    expect(findings[0]).toMatchObject({
      rule: 'workload/privileged',
      severity: 'critical',
      subject: { name: 'api' },
      path: 'deploy/compose file.yaml',
      line: 8,
      column: 5,
      endLine: 8,
      endColumn: 21,
      related: [{ line: 9 }],
    })
    expect(findings[0].gain).toBeGreaterThan(0)
    expect(findings[0]).not.toHaveProperty('suppressed')
  })

  test('accepted findings stay, with who accepted them and why', () => {
    const { findings } = reportOf({ ignore: 'workload/privileged' })
    expect(findings.find((finding: { rule: string }) => finding.rule === 'workload/privileged').suppressed).toEqual({
      by: 'config',
      reason: 'a lab, not a shop',
    })
  })

  test('nothing to audit is a null score, never a number', () => {
    expect(reportOf({ empty: true })).toMatchObject({ score: null, roadmap: null })
  })

  test('shows the score as every report does, and keeps the exact one', () => {
    const { score } = reportOf()
    expect(score.shown).toBe('34.9')
    expect(score.total).toBeGreaterThan(34.9)
  })

  test('tells no secret', () => {
    expect(renderJson(sample())).not.toContain('hunter2')
  })
})
