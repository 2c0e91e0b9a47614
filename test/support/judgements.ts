import fc from 'fast-check'
import type { Judgement } from '../../src/check.js'
import { CATEGORIES, type Finding, type Outcome, SEVERITIES } from '../../src/finding.js'
import type { Rule } from '../../src/rule.js'
import { ACCEPTED, findingOf, outcomeOf, ruleOf } from './judging.js'

export interface Shape {
  /** Whether anything may be accepted, unverified or unreadable. */
  readonly blemished: boolean
}

/** Six subjects, whose weights are the same for every rule. */
const weights = fc.array(fc.constantFrom(0, 2, 3, 3, 12), { minLength: 6, maxLength: 6 })

/** The answers of up to eight rules on up to six subjects. */
export function judgementSets(shape: Shape): fc.Arbitrary<readonly Judgement[]> {
  return weights.chain(subjectWeights =>
    fc
      .array(rules(), { minLength: 1, maxLength: 8 })
      .chain(all =>
        fc.tuple(...all.map((rule, index) => judgements({ ...rule, id: `area/rule-${index}` }, subjectWeights, shape))),
      ),
  )
}

function rules(): fc.Arbitrary<Rule> {
  return fc
    .record({
      category: fc.constantFrom(...CATEGORIES.slice(0, 3)),
      severity: fc.constantFrom(...SEVERITIES),
      worst: fc.constantFrom(...SEVERITIES),
      confidence: fc.constantFrom('A', 'A', 'B', 'C'),
      effort: fc.constantFrom('minutes', 'hours', 'days'),
    } as const)
    .map(rule => ruleOf(rule))
}

function judgements(rule: Rule, subjectWeights: readonly number[], shape: Shape): fc.Arbitrary<Judgement> {
  const outcomes = subjectWeights.map((weight, index) =>
    fc.option(outcome(rule, `s${index}`, weight, shape), { nil: undefined, freq: 3 }),
  )
  return fc.tuple(...outcomes).map(found => ({ rule, outcomes: found.filter(entry => entry !== undefined) }))
}

function outcome(rule: Rule, subject: string, weight: number, { blemished }: Shape): fc.Arbitrary<Outcome> {
  const blemish = blemished ? fc.boolean() : fc.constant(false)
  const worst = SEVERITIES.indexOf(rule.worst ?? rule.severity)
  return fc
    .record({
      findings: fc.array(fc.record({ severity: fc.constantFrom(...SEVERITIES.slice(worst)), accepted: blemish }), {
        maxLength: 3,
      }),
      unverified: blemish,
      unreadable: blemish,
      implied: fc.constantFrom({}, {}, {}, { implied: {} }, { implied: { by: 'area/rule-0' } }),
    })
    .map(({ findings, unverified, unreadable, implied }) =>
      outcomeOf(rule, subject, {
        weight,
        findings: findings.map(
          ({ severity, accepted }, index): Finding =>
            findingOf(rule, subject, {
              severity,
              message: `${subject} has fault ${index}`,
              ...(accepted && { suppressed: ACCEPTED }),
            }),
        ),
        unreadable,
        ...((unverified || unreadable) && { because: 'it is not known' }),
        ...implied,
      }),
    )
}
