import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Log, Result } from 'sarif'
import { describe, expect, test } from 'vitest'
import { pageOf } from '../../src/pages.js'
import { renderSarif } from '../../src/report/sarif.js'
import { RULES, sample, source } from './sample.js'

function logOf(options: Parameters<typeof sample>[0] = {}, includeSuppressed = false): Log {
  return JSON.parse(renderSarif(sample(options), { includeSuppressed, within: '' }, pageOf))
}

function resultsOf(log: Log): readonly Result[] {
  return log.runs[0]?.results ?? []
}

function resultOf(log: Log, ruleId: string): Result {
  const found = resultsOf(log).find(result => result.ruleId === ruleId)
  if (!found) throw new Error(`no result of ${ruleId}`)
  return found
}

/** The schema that the validator of SARIF's own editors ships. */
function schemaErrors(log: Log): unknown {
  const home = join('node_modules', '@microsoft', `sarif-multitool-${process.platform}`)
  const schema = JSON.parse(readFileSync(join(home, 'sarif-2.1.0.json'), 'utf8'))
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  ;(addFormats as unknown as { default: typeof addFormats.default }).default(ajv)
  ajv.validate(schema, log)
  return ajv.errors
}

describe('SARIF', () => {
  test('lists no more results than code scanning takes, the worst ones', () => {
    const result = sample()
    const [first, last] = [result.findings[0], result.findings.at(-1)]
    if (!first || !last) throw new Error('there are no findings')
    const findings = [...Array.from({ length: 25_000 }, () => first), last]
    const log: Log = JSON.parse(renderSarif({ ...result, findings }, { includeSuppressed: false, within: '' }, pageOf))
    expect(resultsOf(log)).toHaveLength(25_000)
    expect(resultsOf(log).at(-1)?.ruleId).toBe(first.rule)
    const said = log.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.at(-1)
    expect(said).toEqual({ level: 'warning', message: { text: '1 more finding is not listed: 25000 is the limit.' } })
  })

  test('of a part of the repository is kept beside those of others', () => {
    const idOf = (within: string) =>
      JSON.parse(renderSarif(sample(), { includeSuppressed: false, within }, pageOf)).runs[0].automationDetails.id
    expect([idOf(''), idOf('shops/north/')]).toEqual(['erp-audit/', 'erp-audit/shops/north/'])
  })

  test('is valid by the schema of the standard, with and without findings and suppressions', () => {
    expect(schemaErrors(logOf())).toBeNull()
    expect(schemaErrors(logOf({ rules: [] }))).toBeNull()
    expect(schemaErrors(logOf({ ignore: 'workload/*' }, true))).toBeNull()
    const broken = logOf()
    Object.assign(broken.runs[0] ?? {}, { columnKind: 'bytes' })
    expect(schemaErrors(broken)).not.toBeNull()
  })

  test('says of each result whether it is new, where there is a baseline', () => {
    const [known] = sample().findings
    const entry = { rule: known?.rule ?? '', path: known?.place.path ?? '', fingerprint: known?.fingerprint ?? '' }
    const baseline = { path: 'known.json', entries: [entry] }
    const log = logOf({ ignore: 'image/*', options: { baseline } }, true)
    expect(schemaErrors(log)).toBeNull()
    const states = resultsOf(log).map(({ ruleId, suppressions, baselineState }) => {
      return suppressions?.length === 0 ? [ruleId, baselineState] : baselineState
    })
    expect(states).toContainEqual([entry.rule, 'unchanged'])
    expect(states).toContainEqual(['workload/memory-limit-missing', 'new'])
    expect(states).toContain('unchanged')
    expect(resultsOf(logOf()).every(({ baselineState }) => baselineState === undefined)).toBe(true)
  })

  test('lists every rule that ran, also those that found nothing', () => {
    const ids = logOf().runs[0]?.tool.driver.rules?.map(rule => rule.id)
    expect(ids).toEqual(RULES.map(rule => rule.id).sort())
    for (const { ruleId, ruleIndex } of resultsOf(logOf())) expect(ids?.[ruleIndex ?? -1]).toBe(ruleId)
  })

  test('says how bad it is in the words that code scanning reads', () => {
    const rules = new Map(logOf().runs[0]?.tool.driver.rules?.map(rule => [rule.id, rule]))
    expect(rules.get('workload/privileged')).toMatchObject({
      defaultConfiguration: { level: 'error' },
      properties: { 'security-severity': '9.3', precision: 'very-high', tags: ['security', 'workload'] },
    })
    expect(rules.get('image/tag-mutable')).toMatchObject({
      defaultConfiguration: { level: 'warning' },
      properties: { 'problem.severity': 'warning' },
    })
    expect(rules.get('image/tag-mutable')?.properties).not.toHaveProperty('security-severity')
    expect(rules.get('backup/missing')).toMatchObject({
      defaultConfiguration: { level: 'note' },
      properties: { 'problem.severity': 'recommendation' },
    })
    expect(resultOf(logOf(), 'workload/memory-limit-missing').level).toBe('error')
  })

  test('points at one line of a file below the source root, with the path percent-encoded', () => {
    expect(resultOf(logOf(), 'workload/privileged').locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'deploy/compose%20file.yaml', uriBaseId: '%SRCROOT%' },
          region: { startLine: 8, startColumn: 5, endLine: 8, endColumn: 21 },
        },
      },
    ])
    expect(logOf().runs[0]?.originalUriBaseIds?.['%SRCROOT%']).not.toHaveProperty('uri')
  })

  test('cuts a region of several lines at the end of its first', () => {
    const rule = RULES.find(({ id }) => id === 'workload/privileged')
    if (!rule) throw new Error('no rule')
    const at = { path: source.path, start: source.text.indexOf('api:'), end: source.text.indexOf('web:') }
    const wide = {
      ...rule,
      check: ({ fail, system }: Parameters<typeof rule.check>[0]) => fail(system.repository, at, 'wide'),
    }
    const region = resultOf(logOf({ rules: [wide] }), rule.id).locations?.[0]?.physicalLocation?.region
    expect(region).toEqual({ startLine: 7, startColumn: 3, endLine: 7, endColumn: 7 })
  })

  test('the message says what first, then why and what to do, and links to related places', () => {
    const { message, relatedLocations } = resultOf(logOf(), 'workload/privileged')
    expect(message.text).toBe(
      'api runs privileged. Whoever breaks into it owns the host. Remove `privileged` and add the one capability that it ' +
        'needs with `cap_add`. See [and it holds the \\[key\\](1) of the database](1).',
    )
    expect(relatedLocations?.map(({ id }) => id)).toEqual([1])
  })

  test('fingerprints are our own, and differ between findings', () => {
    const prints = resultsOf(logOf()).map(result => result.partialFingerprints)
    expect(new Set(prints.map(print => print?.['erpAudit/v1'])).size).toBe(prints.length)
    for (const print of prints) expect(Object.keys(print ?? {})).toEqual(['erpAudit/v1'])
  })

  test('accepted findings are left out, or carry their reason when they are asked for', () => {
    const options = { ignore: 'workload/privileged' }
    expect(resultsOf(logOf(options)).map(({ ruleId }) => ruleId)).not.toContain('workload/privileged')
    const log = logOf(options, true)
    expect(resultOf(log, 'workload/privileged').suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'a lab, not a shop' },
    ])
    expect(resultOf(log, 'image/tag-mutable').suppressions).toEqual([])
  })

  test('what is not verified is no result, remarks and crashes are notifications', () => {
    const bad = {
      ...RULES[0],
      id: 'workload/crashes',
      check: () => {
        throw new Error('kaput')
      },
    } as (typeof RULES)[number]
    const run = logOf({ rules: [...RULES, bad] }).runs[0]
    expect(JSON.stringify(run?.results)).not.toContain('MAIL_IMAGE')
    const [invocation] = run?.invocations ?? []
    expect(invocation?.executionSuccessful).toBe(false)
    expect(invocation?.toolExecutionNotifications?.map(({ level, message }) => [level, message.text])).toEqual([
      ['error', 'Rule workload/crashes crashed: kaput.'],
      ['note', 'the suppression of image/tag-mutable matches no finding.'],
    ])
    expect(logOf().runs[0]?.invocations?.[0]?.executionSuccessful).toBe(true)
  })

  test('tells no secret and no path of the machine', () => {
    const text = renderSarif(sample(), { includeSuppressed: true, within: '' }, pageOf)
    expect(text).not.toContain('hunter2')
    expect(text).not.toContain(process.cwd())
  })
})
