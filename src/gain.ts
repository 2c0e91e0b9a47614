import type { Judgement } from './check.js'
import type { Finding } from './finding.js'
import { apply, type Change, openLedger, totalOf } from './ledger.js'
import { changeOf, type ImpliedAnswer, impliedAnswers } from './remedy.js'
import type { ScoreOptions } from './score.js'
import { WEIGHTS } from './weights.js'

/**
 * What each finding is worth: the points that the total rises if it alone is fixed, recomputed and never negative.
 * Findings that are not scored are worth 0, and so are all when there is no score.
 */
export function gains(judgements: readonly Judgement[], options: ScoreOptions): ReadonlyMap<Finding, number> {
  const ledger = openLedger(judgements, options.weights ?? WEIGHTS)
  const before = options.deployable ? totalOf(ledger) : null
  const released = releasedBy(impliedAnswers(judgements))
  // Most findings of a rule move the total alike: each kind of move is computed once.
  const known = new Map<string, number>()
  const worth = (changes: readonly Change[]) => {
    if (before === null) return 0
    const kind = JSON.stringify(changes.map(({ rule, points, strikes }) => [rule, points, strikes]))
    const gain = known.get(kind) ?? (totalOf(apply(ledger, changes)) ?? 0) - before
    known.set(kind, gain)
    return gain
  }
  const found = new Map<Finding, number>()
  for (const { rule, outcomes } of judgements) {
    for (const outcome of outcomes) {
      // What fixing a finding changes follows from its kind: a subject may have thousands of one.
      const changes = new Map<string, Change>()
      for (const finding of outcome.findings) {
        const kind = `${finding.severity} ${finding.ruleSeverity} ${finding.suppressed !== undefined}`
        const own = changes.get(kind) ?? changeOf({ rule, outcome }, other => other === finding)
        changes.set(kind, own)
        const implied = (released.get(finding) ?? []).map(answer => changeOf(answer, () => false, true))
        found.set(finding, worth([own, ...implied]))
      }
    }
  }
  return found
}

/** The implied failures that a single finding holds. */
function releasedBy(answers: readonly ImpliedAnswer[]): ReadonlyMap<Finding, readonly ImpliedAnswer[]> {
  const released = new Map<Finding, ImpliedAnswer[]>()
  for (const answer of answers) {
    const [holder, another] = answer.holders
    if (!holder || another) continue
    const others = released.get(holder)
    if (others) others.push(answer)
    else released.set(holder, [answer])
  }
  return released
}
