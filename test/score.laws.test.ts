import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, type Judgement } from '../src/check.js'
import { type Finding, type Outcome, SEVERITIES } from '../src/finding.js'
import { gains } from '../src/gain.js'
import type { Subject, Unreadable } from '../src/model/system.js'
import { withFindings, withoutFindings, withoutImplied } from '../src/outcome.js'
import { roadmap } from '../src/roadmap.js'
import type { Rule } from '../src/rule.js'
import { score } from '../src/score.js'
import { judgementSets } from './support/judgements.js'
import { ACCEPTED, ruleThat, subjectOf, systemOf } from './support/judging.js'

const deployable = { deployable: true }
const any = judgementSets({ blemished: true })
const spotless = judgementSets({ blemished: false })

/** The total and the scores of the categories; what does not apply is null. */
function numbers(judgements: readonly Judgement[]): readonly (number | null)[] {
  const found = score(judgements, deployable)
  return found ? [found.total, ...found.categories.map(category => category.score)] : []
}

function total(judgements: readonly Judgement[]): number | null {
  return numbers(judgements)[0] ?? null
}

/** Judgements in which one outcome is another; all of them in turn. */
function replacing(
  judgements: readonly Judgement[],
  replace: (outcome: Outcome, rule: Rule) => readonly Outcome[],
): readonly (readonly Judgement[])[] {
  return judgements.flatMap((judgement, row) =>
    judgement.outcomes.flatMap((outcome, column) =>
      replace(outcome, judgement.rule).map(other =>
        judgements.with(row, { ...judgement, outcomes: judgement.outcomes.with(column, other) }),
      ),
    ),
  )
}

function passed({ implied, because, place, ...outcome }: Outcome, rule: Rule): Outcome {
  return withFindings(rule, { ...outcome, unreadable: false }, [])
}

function accepting(rule: Rule, outcome: Outcome, which: (index: number) => boolean): Outcome {
  const findings = outcome.findings.map((finding, index) =>
    which(index) ? { ...finding, suppressed: ACCEPTED } : finding,
  )
  return withFindings(rule, outcome, findings)
}

describe('fixing a failure', () => {
  it('never lowers the total or a category', () => {
    fc.assert(
      fc.property(any, judgements => {
        const before = numbers(judgements)
        const fixes = replacing(judgements, (outcome, rule) => [
          passed(outcome, rule),
          withoutImplied(rule, outcome),
          ...outcome.findings.map(fixed => withoutFindings(rule, outcome, finding => finding === fixed)),
        ])
        for (const fixed of fixes) {
          for (const [index, after] of numbers(fixed).entries()) {
            expect(after ?? 0).toBeGreaterThanOrEqual(before[index] ?? 0)
          }
        }
      }),
    )
  })

  it('gains exactly what its finding says', () => {
    fc.assert(
      fc.property(any, judgements => {
        const plain = judgements.map(judgement => ({
          ...judgement,
          outcomes: judgement.outcomes.map(outcome => withoutImplied(judgement.rule, outcome)),
        }))
        const worth = gains(plain, deployable)
        const findings = plain.flatMap(({ outcomes }) => outcomes.flatMap(outcome => outcome.findings))
        const after = replacing(plain, (outcome, rule) =>
          outcome.findings.map(fixed => withoutFindings(rule, outcome, finding => finding === fixed)),
        )
        expect(after).toHaveLength(findings.length)
        findings.forEach((finding, index) => {
          expect(worth.get(finding)).toBe((total(after[index] ?? []) ?? 0) - (total(plain) ?? 0))
        })
      }),
    )
  })

  it('is never worth less than nothing', () => {
    fc.assert(
      fc.property(any, judgements => {
        for (const gain of gains(judgements, deployable).values()) expect(gain).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('silencing, hiding and breaking', () => {
  it('never raises the total: acceptance, unreadable files, passes that are lost', () => {
    fc.assert(
      fc.property(any, judgements => {
        const before = numbers(judgements)
        const worse = replacing(judgements, (outcome, rule) => {
          const unreadable = { ...outcome, unreadable: true, because: 'it cannot be read' }
          return [
            accepting(rule, outcome, () => true),
            accepting(rule, outcome, index => index === 0),
            withFindings(rule, unreadable, outcome.findings),
            withFindings(rule, withoutImplied(rule, unreadable), []),
            ...(outcome.status === 'pass' ? [withFindings(rule, { ...outcome, because: 'it is not known' }, [])] : []),
          ]
        })
        for (const after of worse) {
          for (const [index, number] of numbers(after).entries()) {
            expect(number ?? 0).toBeLessThanOrEqual(before[index] ?? 0)
          }
        }
      }),
    )
  })

  it('never raises the total when a file breaks and its subjects vanish', () => {
    const severities = fc.constantFrom(...SEVERITIES)
    const answers = fc.array(fc.constantFrom('pass', 'fail', 'worst', 'unverified', 'silent'), {
      minLength: 5,
      maxLength: 5,
    })
    const ruleSets = fc.array(fc.record({ severity: severities, worst: severities, answers }), {
      minLength: 1,
      maxLength: 5,
    })
    const subjects = fc.array(
      fc.record({ file: fc.constantFrom('a.yaml', 'b.yaml'), weight: fc.constantFrom(0, 2, 3) } as const),
      {
        minLength: 5,
        maxLength: 5,
      },
    )
    fc.assert(
      fc.property(ruleSets, subjects, fc.boolean(), (shapes, places, partly) => {
        const all = places.map(({ file, weight }, index) =>
          subjectOf(`s${index}`, { weight, files: [file], at: { path: file, start: 0, end: 0 } }),
        )
        const broken = all.filter(subject => subject.files.includes('a.yaml'))
        // Of a file that is read in part, some of the subjects are still there.
        const left = all.filter((subject, index) => !broken.includes(subject) || (partly && index % 2 === 0))
        const unreadable: Unreadable = {
          path: 'a.yaml',
          format: 'compose',
          production: true,
          problems: [],
          mayDeclare: broken.length,
        }
        const judge = (present: readonly Subject[], files: readonly Unreadable[]) =>
          check(
            systemOf({ unreadable: files }),
            shapes.map((shape, index) => answering(`a/${index}`, shape, present)),
            new Map(),
          )
        expect(total(judge(left, [unreadable])) ?? 0).toBeLessThanOrEqual(total(judge(all, [])) ?? 0)
      }),
      { numRuns: 300 },
    )
  })
})

function answering(
  id: string,
  shape: Pick<Rule, 'severity'> & { readonly worst: Rule['severity']; readonly answers: readonly string[] },
  subjects: readonly Subject[],
): Rule {
  return ruleThat(
    ({ pass, fail, unverified }) => {
      for (const subject of subjects) {
        const answer = shape.answers[Number(subject.name.slice(1))]
        if (answer === 'pass') pass(subject)
        if (answer === 'fail') fail(subject, subject, 'it is bad')
        if (answer === 'worst') fail(subject, subject, 'it is bad', { severity: shape.worst })
        if (answer === 'unverified') unverified(subject, subject, 'it is a variable')
      }
    },
    { id, severity: shape.severity, worst: shape.worst },
  )
}

describe('with everything fixed', () => {
  it('the total is 100', () => {
    fc.assert(
      fc.property(spotless, judgements => {
        const plan = roadmap(judgements, { deployable: true, threshold: 100 })
        fc.pre(plan !== null && !hasUnheldImplied(judgements))
        expect(plan).toMatchObject({ to: 100, reached: true })
      }),
    )
  })

  it('the roadmap has reached what it announced, step by step', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 100 }), (judgements, threshold) => {
        const plan = roadmap(judgements, { deployable: true, threshold })
        fc.pre(plan !== null)
        expect(plan?.from).toBe(total(judgements))
        expect(plan?.to).toBe(plan?.steps.at(-1)?.to ?? plan?.from)
        expect(plan?.reached).toBe((plan?.to ?? 0) >= threshold)
        const fixedRules = new Set<string>()
        for (const step of plan?.steps ?? []) {
          fixedRules.add(step.rule)
          const before = plan?.from ?? 0
          expect(step.to).toBeGreaterThanOrEqual(before)
          expect(total(withFixed(judgements, fixedRules))).toBe(step.to)
        }
      }),
    )
  })
})

/** Implied failures that no scored finding explains stay: the rule that would report the lack found nothing. */
function hasUnheldImplied(judgements: readonly Judgement[]): boolean {
  const findings = judgements.flatMap(({ rule, outcomes }) =>
    outcomes.filter(({ weight }) => weight > 0 && rule.confidence !== 'C').flatMap(outcome => outcome.findings),
  )
  return findings.length === 0 && judgements.some(({ outcomes }) => outcomes.some(outcome => outcome.implied))
}

/** All open findings of some rules fixed; an implied failure goes with the last finding that it waits for. */
function withFixed(judgements: readonly Judgement[], rules: ReadonlySet<string>): readonly Judgement[] {
  const isFixed = (finding: Finding) => rules.has(finding.rule) && !finding.suppressed
  return judgements.map(judgement => ({
    ...judgement,
    outcomes: judgement.outcomes.map(outcome => {
      const waitsFor = holders(judgements, judgement.rule, outcome)
      const released = waitsFor.length > 0 && waitsFor.every(isFixed)
      return withoutFindings(judgement.rule, released ? withoutImplied(judgement.rule, outcome) : outcome, isFixed)
    }),
  }))
}

function holders(judgements: readonly Judgement[], rule: Rule, { subject, implied }: Outcome): readonly Finding[] {
  const findings = judgements.flatMap(({ outcomes }) => outcomes.flatMap(outcome => outcome.findings))
  const scored = judgements.flatMap(({ rule, outcomes }) =>
    rule.confidence === 'C' ? [] : outcomes.flatMap(outcome => (outcome.weight > 0 ? outcome.findings : [])),
  )
  const choices = [
    findings.filter(finding => finding.rule === implied?.by && finding.subject === subject),
    findings.filter(finding => finding.rule === implied?.by),
    scored.filter(finding => finding.subject === subject && finding.rule !== rule.id),
    scored,
  ]
  return choices.find(choice => choice.length > 0) ?? []
}

describe('the order of rules, subjects and findings', () => {
  it('makes no difference', () => {
    fc.assert(
      fc.property(any, fc.infiniteStream(fc.nat()), (judgements, numbers) => {
        const shuffled = shuffle(judgements, numbers).map(judgement => ({
          ...judgement,
          outcomes: shuffle(judgement.outcomes, numbers),
        }))
        expect(score(shuffled, deployable)).toEqual(score(judgements, deployable))
        expect(roadmap(shuffled, deployable)).toEqual(roadmap(judgements, deployable))
        const [before, after] = [gains(judgements, deployable), gains(shuffled, deployable)]
        for (const [finding, gain] of before) expect(after.get(finding)).toBe(gain)
      }),
    )
  })
})

function shuffle<Value>(values: readonly Value[], numbers: Iterator<number>): readonly Value[] {
  return values
    .map(value => ({ value, rank: Number(numbers.next().value) }))
    .sort((a, b) => a.rank - b.rank)
    .map(entry => entry.value)
}
