import { isScored } from '../../ledger.js'
import type { AuditResult, ReportedFinding } from '../../result.js'

/** The name of a subject under a rule, in the set below. */
export function subjectKey({ rule, subject }: Pick<ReportedFinding, 'rule' | 'subject'>): string {
  return `${rule} ${subject}`
}

const counted = new WeakMap<AuditResult['judgements'], ReadonlySet<string>>()

/** What the score and the gate count: not advice, and not tools and development files, which weigh nothing. */
export function countedSubjects({ judgements }: AuditResult): ReadonlySet<string> {
  const known = counted.get(judgements) ?? subjectsOf(judgements)
  counted.set(judgements, known)
  return known
}

function subjectsOf(judgements: AuditResult['judgements']): ReadonlySet<string> {
  return new Set(
    judgements
      .filter(({ rule }) => isScored(rule))
      .flatMap(({ rule, outcomes }) =>
        outcomes.filter(({ weight }) => weight > 0).map(({ subject }) => subjectKey({ rule: rule.id, subject })),
      ),
  )
}

/** The open findings that the score and the gate count, in their order. */
export function countedFindings(result: AuditResult): readonly ReportedFinding[] {
  const subjects = countedSubjects(result)
  return result.findings.filter(finding => !finding.suppressed && subjects.has(subjectKey(finding)))
}
