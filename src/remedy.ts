import type { Judgement } from './check.js'
import type { Finding, Implied, Outcome } from './finding.js'
import { type Change, changeBetween, isScored } from './ledger.js'
import { withoutFindings, withoutImplied } from './outcome.js'
import type { Rule } from './rule.js'

/** What one rule says of one subject. */
export interface Answer {
  readonly rule: Rule
  readonly outcome: Outcome
}

/** An answer that fails because of what other rules report, and the findings that have to be fixed before it can pass. */
export interface ImpliedAnswer extends Answer {
  readonly holders: readonly Finding[]
  /** The rules of these findings. */
  readonly rules: ReadonlySet<string>
  /** Whether somebody accepted one of them: then it is not going to be fixed. */
  readonly accepted: boolean
}

/** What a rule changes when an answer is rid of some of its findings, and, with `released`, of what is implied. */
export function changeOf(answer: Answer, isFixed: (finding: Finding) => boolean, released = false): Change {
  return changeBetween(answer.rule, answer.outcome, remedied(answer, isFixed, released))
}

/** An answer's outcome, rid of some of its findings, and, with `released`, of what is implied. */
export function remedied(
  { rule, outcome }: Answer,
  isFixed: (finding: Finding) => boolean,
  released: boolean,
): Outcome {
  return withoutFindings(rule, released ? withoutImplied(rule, outcome) : outcome, isFixed)
}

/**
 * Every implied failure with the findings that hold it: those of the rule that it names, on the same subject if there
 * are any. Where it names none, or that rule found nothing, those scored ones of any other rule on the subject; else
 * all that are scored. One that nothing holds is left out: there is nothing to fix.
 */
export function impliedAnswers(judgements: readonly Judgement[]): readonly ImpliedAnswer[] {
  const answers = implied.get(judgements) ?? findImplied(judgements)
  implied.set(judgements, answers)
  return answers
}

const implied = new WeakMap<readonly Judgement[], readonly ImpliedAnswer[]>()

function findImplied(judgements: readonly Judgement[]): readonly ImpliedAnswer[] {
  const index = indexOf(judgements)
  const traits = new Map<readonly Finding[], Pick<ImpliedAnswer, 'rules' | 'accepted'>>()
  const answers: ImpliedAnswer[] = []
  for (const { rule, outcomes } of judgements) {
    for (const outcome of outcomes) {
      if (!outcome.implied) continue
      const holders = holdersOf(rule, outcome, outcome.implied, index)
      if (holders.length === 0) continue
      const known = traits.get(holders) ?? {
        rules: new Set(holders.map(finding => finding.rule)),
        accepted: holders.some(finding => finding.suppressed),
      }
      traits.set(holders, known)
      answers.push({ rule, outcome, holders, ...known })
    }
  }
  return answers
}

interface Index {
  readonly all: readonly Finding[]
  readonly ofRule: ReadonlyMap<string, readonly Finding[]>
  /** Of one rule on one subject. */
  readonly ofAnswer: ReadonlyMap<string, readonly Finding[]>
  readonly ofSubject: ReadonlyMap<string, readonly Finding[]>
}

function indexOf(judgements: readonly Judgement[]): Index {
  const found = judgements.flatMap(({ rule, outcomes }) =>
    outcomes.flatMap(({ findings, weight }) =>
      findings.map(finding => ({ finding, scored: isScored(rule) && weight > 0 })),
    ),
  )
  const all = found.filter(entry => entry.scored).map(entry => entry.finding)
  const each = found.map(entry => entry.finding)
  return {
    all,
    ofRule: grouped(each, finding => finding.rule),
    ofAnswer: grouped(each, finding => answerKey(finding.rule, finding.subject)),
    ofSubject: grouped(all, finding => finding.subject),
  }
}

function answerKey(rule: string, subject: string): string {
  return `${rule} ${subject}`
}

function holdersOf(rule: Rule, outcome: Outcome, { by }: Implied, index: Index): readonly Finding[] {
  const named = by === undefined ? [] : (index.ofRule.get(by) ?? [])
  const namedHere = by === undefined ? undefined : index.ofAnswer.get(answerKey(by, outcome.subject))
  if (namedHere) return namedHere
  if (named.length > 0) return named
  const here = (index.ofSubject.get(outcome.subject) ?? []).filter(finding => finding.rule !== rule.id)
  return here.length > 0 ? here : index.all
}

/** Collects values by a key. */
export function grouped<Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}
