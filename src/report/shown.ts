import type { AuditResult, ReportedFinding } from '../result.js'

/** The findings that a report lists: without those that somebody accepted, unless they are asked for. */
export function shownFindings(result: AuditResult, includeSuppressed: boolean): readonly ReportedFinding[] {
  return includeSuppressed ? result.findings : result.findings.filter(finding => !finding.suppressed)
}

/** Those of them that are news: not known from an earlier version or a baseline. Without either all are. */
export function newFindings(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  return findings.filter(({ baselineState }) => baselineState !== 'unchanged')
}
