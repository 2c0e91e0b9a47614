import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { auditTree } from '../src/audit.js'
import { check, type Judgement } from '../src/check.js'
import { treeOf } from '../src/examples.js'
import type { Outcome } from '../src/finding.js'
import { fingerprintOf } from '../src/fingerprint.js'
import type { Unreadable } from '../src/model/system.js'
import { renderJson } from '../src/report/json.js'
import { DEFAULT_REPORT_OPTIONS } from '../src/report/options.js'
import { renderSarif } from '../src/report/sarif.js'
import { renderText } from '../src/report/text.js'
import type { Rule } from '../src/rule.js'
import { ruleOf, ruleThat, sourcesOf, spanOf, subjectOf, systemOf } from './support/judging.js'

const sources = sourcesOf({ 'compose.yaml': 'services:\n  db:\n    image: postgres\n    ports: [5432]\n' })
const image = spanOf(sources, 'compose.yaml', 'image: postgres')
const ports = spanOf(sources, 'compose.yaml', 'ports: [5432]')
const db = subjectOf('db')
const web = subjectOf('web')

const brokenFile: Unreadable = {
  path: 'compose.yaml',
  format: 'compose',
  production: true,
  problems: [{ at: image, message: 'a colon is missing', kind: 'syntax' }],
  mayDeclare: 4,
}

function judge(rule: Rule, system = systemOf()): Judgement {
  const [judgement] = check(system, [rule], sources)
  if (!judgement) throw new Error('no judgement')
  return judgement
}

function only(judgement: Judgement): Outcome {
  expect(judgement.outcomes).toHaveLength(1)
  const [outcome] = judgement.outcomes
  if (!outcome) throw new Error('no outcome')
  return outcome
}

describe('a judgement', () => {
  it('counts the findings of one subject that it does not list', () => {
    const failing = (count: number) =>
      judge(
        ruleThat(({ fail }) => {
          for (let index = 0; index < count; index++) fail(db, image, `number ${index}`)
        }),
      )
    expect(only(failing(1_000)).findings).toHaveLength(1_000)
    expect(failing(1_000).unlisted).toBeUndefined()
    expect(only(failing(1_002)).findings).toHaveLength(1_000)
    expect(failing(1_002).unlisted).toBe(2)
  })

  it('says in every report how many it does not list', () => {
    const variables = Array.from({ length: 1_003 }, (_, index) => `      DB${index}_PASSWORD: hunter2x${index}yz\n`)
    const text = `services:\n  app:\n    image: acme/app:1.0\n    environment:\n${variables.join('')}`
    const result = auditTree(treeOf(new Map([['compose.yaml', text]])))
    const said = '3 more findings are not listed: secret/literal-in-config finds too much in one subject'
    expect(result.notices).toEqual([{ message: said }])
    expect(renderText(result, { ...DEFAULT_REPORT_OPTIONS, width: 200 })).toContain(said)
    expect(JSON.parse(renderJson(result)).notices).toEqual([{ message: said }])
    expect(renderSarif(result, DEFAULT_REPORT_OPTIONS, () => '')).toContain(said)
  })

  it('has one outcome for each subject, by id, whatever the order they were named in', () => {
    const forwards = judge(ruleThat(({ pass }) => [db, web].forEach(pass)))
    const backwards = judge(ruleThat(({ pass }) => [web, db].forEach(pass)))
    expect(forwards.outcomes.map(outcome => outcome.subject)).toEqual([db.id, web.id])
    expect(forwards.outcomes).toEqual(backwards.outcomes)
  })

  it('comes in the order of the rule ids', () => {
    const judgements = check(systemOf(), [ruleOf({ id: 'b/b' }), ruleOf({ id: 'a/a' })], sources)
    expect(judgements.map(judgement => judgement.rule.id)).toEqual(['a/a', 'b/b'])
  })

  it('lets the worst word win, in any order', () => {
    const words: ((context: Parameters<Rule['check']>[0]) => void)[] = [
      ({ pass }) => pass(db),
      ({ unverified }) => unverified(db, image, 'it is a variable'),
      ({ fail }) => fail(db, image, 'it is bad'),
    ]
    const statusOf = (...indices: number[]) =>
      only(
        judge(
          ruleThat(context => {
            for (const index of indices) words[index]?.(context)
          }),
        ),
      ).status
    expect([statusOf(0), statusOf(0, 1), statusOf(1, 0)]).toEqual(['pass', 'unverified', 'unverified'])
    expect([statusOf(0, 1, 2), statusOf(2, 1, 0), statusOf(2, 0)]).toEqual(['fail', 'fail', 'fail'])
  })

  it('shows a finding where the fact is written, in the words of the rule', () => {
    const [finding] = only(judge(ruleThat(({ fail }) => fail(db, { at: ports }, 'port 5432 is open')))).findings
    expect(finding).toMatchObject({
      rule: 'workload/unlimited',
      subject: db.id,
      subjectName: 'db',
      message: 'port 5432 is open',
      severity: 'medium',
      why: 'It takes all there is.',
      fix: 'Set a limit.',
      place: { path: 'compose.yaml', line: 4, column: 5, endLine: 4, endColumn: 18 },
    })
  })

  it('takes severity, words and related places from the options', () => {
    const related = [{ at: image, message: 'the image' }]
    const outcome = only(
      judge(ruleThat(({ fail }) => fail(db, ports, 'x', { severity: 'critical', why: 'w', fix: 'f', related }))),
    )
    expect(outcome.severity).toBe('critical')
    expect(outcome.findings[0]).toMatchObject({ severity: 'critical', why: 'w', fix: 'f' })
    expect(outcome.findings[0]?.related[0]).toMatchObject({ message: 'the image', place: { line: 3 } })
  })

  it('keeps several findings of a subject in the order of their places, and says the same thing once', () => {
    const outcome = only(
      judge(
        ruleThat(({ fail }) => {
          fail(db, ports, 'open')
          fail(db, image, 'unpinned')
          fail(db, ports, 'open')
        }),
      ),
    )
    expect(outcome.findings.map(finding => finding.message)).toEqual(['unpinned', 'open'])
  })

  it('tells why and where something is unverified', () => {
    const outcome = only(judge(ruleThat(({ unverified }) => unverified(db, ports, 'the port is a variable'))))
    expect(outcome).toMatchObject({ because: 'the port is a variable', place: { line: 4 }, unreadable: false })
  })

  it('fails without a finding where another rule reports the lack', () => {
    const outcome = only(judge(ruleThat(({ implied }) => implied(db, 'health/missing'))))
    expect(outcome).toMatchObject({ status: 'fail', findings: [], implied: { by: 'health/missing' } })
  })

  it('shows a place in a file that was not read as its first line', () => {
    const [judgement] = check(systemOf(), [ruleThat(({ fail }) => fail(db, image, 'x'))], new Map())
    expect(judgement?.outcomes[0]?.findings[0]?.place).toMatchObject({ path: 'compose.yaml', line: 1, column: 1 })
  })
})

describe('a rule that crashes', () => {
  const crashing = ruleThat(
    ({ pass, fail }) => {
      pass(web)
      fail(db, image, 'it is bad')
      throw new Error('oops')
    },
    { id: 'a/crashing' },
  )

  it('is recorded, and the other rules go on', () => {
    const judgements = check(systemOf(), [crashing, ruleThat(({ pass }) => pass(db))], sources)
    expect(judgements[0]?.error).toMatchObject({ message: 'oops', stack: expect.stringContaining('check.test') })
    expect(judgements[1]).toMatchObject({ outcomes: [{ status: 'pass' }] })
    expect(judgements[1]?.error).toBeUndefined()
  })

  it('passes nothing, not even when it came to no subject', () => {
    const statuses = judge(crashing).outcomes.map(outcome => [outcome.subject, outcome.status])
    expect(statuses).toEqual([
      [db.id, 'fail'],
      [web.id, 'unverified'],
      ['repository', 'unverified'],
    ])
    const silent = ruleThat(() => {
      throw 'a string'
    })
    expect(only(judge(silent))).toMatchObject({ subject: 'repository', status: 'unverified' })
    expect(judge(silent).error?.message).toContain('a string')
  })
})

describe('a production file that cannot be read', () => {
  const system = systemOf({ unreadable: [brokenFile] })
  const elsewhere = subjectOf('api', { files: ['other.yaml'] })

  it('is a subject as heavy as all that it may declare, of rules that say nothing too', () => {
    expect(only(judge(ruleOf(), system))).toMatchObject({
      subject: 'file:compose.yaml',
      weight: 12,
      status: 'unverified',
      unreadable: true,
      because: 'compose.yaml could not be read: a colon is missing',
      place: { line: 3 },
    })
  })

  it('lets no subject pass that takes facts from it, and leaves the others alone', () => {
    const outcomes = judge(
      ruleThat(({ pass }) => [db, elsewhere].forEach(pass)),
      system,
    ).outcomes
    expect(outcomes.map(({ subject, status, unreadable }) => [subject, status, unreadable])).toEqual([
      [elsewhere.id, 'pass', false],
      [db.id, 'unverified', true],
      ['file:compose.yaml', 'unverified', true],
    ])
  })

  it('keeps what was proven in the part that could be read', () => {
    const outcomes = judge(
      ruleThat(({ fail }) => fail(db, image, 'bad')),
      system,
    ).outcomes
    expect(outcomes[0]).toMatchObject({ status: 'fail', unreadable: true })
  })

  it('marks what cannot be known there as unreadable', () => {
    const outcomes = judge(
      ruleThat(({ unverified }) => unverified(db, image, 'a variable')),
      system,
    ).outcomes
    expect(outcomes[0]).toMatchObject({ status: 'unverified', because: 'a variable', unreadable: true })
  })

  it('concerns rules that read its format, and every rule when it declares workloads', () => {
    const dockerfile: Unreadable = { ...brokenFile, path: 'Dockerfile', format: 'dockerfile' }
    const broken = systemOf({ unreadable: [dockerfile] })
    expect(judge(ruleOf(), broken).outcomes).toEqual([])
    expect(only(judge(ruleOf({ reads: ['dockerfile'] }), broken)).subject).toBe('file:Dockerfile')
    expect(only(judge(ruleOf({ reads: ['dockerfile'] }), system)).subject).toBe('file:compose.yaml')
  })

  it('does not matter when it is not of production', () => {
    const development = systemOf({ unreadable: [{ ...brokenFile, production: false }] })
    expect(
      only(
        judge(
          ruleThat(({ pass }) => pass(db)),
          development,
        ),
      ).status,
    ).toBe('pass')
  })
})

describe('fingerprints', () => {
  const fingerprints = (rule: Rule, texts: string) => {
    const files = sourcesOf({ 'compose.yaml': texts })
    return check(systemOf(), [rule], files).flatMap(judgement =>
      judgement.outcomes.flatMap(outcome => outcome.findings.map(({ identity }) => fingerprintOf(identity))),
    )
  }

  it('are 32 hexadecimal digits of rule, path, subject and key', () => {
    const [found] = fingerprints(
      ruleThat(({ fail }) => fail(db, image, 'x', { key: 'ports.5432' })),
      '',
    )
    const text = `workload/unlimited\0compose.yaml\0${db.id}\0ports.5432\0`
    expect(found).toBe(createHash('sha256').update(text).digest('hex').slice(0, 32))
  })

  it('stay when lines move and words change', () => {
    const before = fingerprints(
      ruleThat(({ fail }) => fail(db, image, 'x')),
      'a\nb\nc\n',
    )
    const after = fingerprints(
      ruleThat(({ fail }) => fail(db, ports, 'y')),
      '# more\na\nb\nc\n',
    )
    expect(after).toEqual(before)
  })

  it('differ by rule, subject and key', () => {
    const all = [
      ruleThat(({ fail }) => fail(db, image, 'x')),
      ruleThat(({ fail }) => fail(web, image, 'x')),
      ruleThat(({ fail }) => fail(db, image, 'x', { key: 'k' })),
      ruleThat(({ fail }) => fail(db, image, 'x'), { id: 'other/rule' }),
      ruleThat(({ fail }) => fail(db, { ...image, path: 'other.yaml' }, 'x')),
    ].flatMap(rule => fingerprints(rule, ''))
    expect(new Set(all).size).toBe(5)
  })

  it('are counted where nothing else tells findings apart, in the order of places', () => {
    const two = (first: typeof image, second: typeof image) =>
      fingerprints(
        ruleThat(({ fail }) => {
          fail(db, first, 'x')
          fail(db, second, 'x')
        }),
        '',
      )
    const [one, another] = two(image, ports)
    expect(one).not.toBe(another)
    expect(two(ports, image)).toEqual([one, another])
    expect(
      fingerprints(
        ruleThat(({ fail }) => fail(db, image, 'x')),
        '',
      ),
    ).toEqual([one])
  })
})
