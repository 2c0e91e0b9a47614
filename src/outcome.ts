import { type Finding, type Outcome, SEVERITIES, type Severity } from './finding.js'
import type { Rule } from './rule.js'

/**
 * An outcome with these findings instead of its own, and the status and severity that follow: failed, accepted when
 * somebody accepted every one, and without any a pass, unless it fails with another rule or cannot be verified.
 */
export function withFindings(rule: Rule, outcome: Outcome, findings: readonly Finding[]): Outcome {
  const severity = worstSeverity(findings) ?? rule.severity
  return { ...outcome, findings, severity, status: statusOf(outcome, findings) }
}

/** An outcome as it is once some of its findings are fixed. */
export function withoutFindings(rule: Rule, outcome: Outcome, isFixed: (finding: Finding) => boolean): Outcome {
  const left = outcome.findings.filter(finding => !isFixed(finding))
  return left.length === outcome.findings.length ? outcome : withFindings(rule, outcome, left)
}

/** The worst severity that findings are shown with; undefined of none. */
export function worstSeverity(findings: readonly Finding[]): Severity | undefined {
  if (findings.length === 0) return undefined
  return SEVERITIES.find(severity => findings.some(finding => finding.severity === severity))
}

/** An outcome once the rule that reports what it lacks has nothing to report any more. */
export function withoutImplied(rule: Rule, outcome: Outcome): Outcome {
  const { implied, ...rest } = outcome
  return implied ? withFindings(rule, rest, outcome.findings) : outcome
}

function statusOf(outcome: Outcome, findings: readonly Finding[]): Outcome['status'] {
  if (outcome.implied) return 'fail'
  if (findings.length === 0) return outcome.because === undefined ? 'pass' : 'unverified'
  return findings.every(finding => finding.suppressed) ? 'accepted' : 'fail'
}
