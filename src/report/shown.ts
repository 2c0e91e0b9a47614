import type { AuditResult, ReportedFinding } from '../result.js'

/** The findings that a report lists: without those that somebody accepted, unless they are asked for. */
export function shownFindings(result: AuditResult, includeSuppressed: boolean): readonly ReportedFinding[] {
  return includeSuppressed ? result.findings : result.findings.filter(finding => !finding.suppressed)
}
