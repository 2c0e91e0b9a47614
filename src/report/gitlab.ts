import type { Severity } from '../finding.js'
import type { AuditResult, ReportedFinding } from '../result.js'
import type { ReportOptions } from './options.js'
import { plain } from './plain.js'
import { whole } from './sentences.js'
import { shownFindings } from './shown.js'

const SEVERITIES: Readonly<Record<Severity, 'blocker' | 'critical' | 'minor' | 'info'>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'minor',
  low: 'info',
}

/**
 * The report of GitLab's Code Quality widget, `artifacts.reports.codequality`
 * (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format): an array, no byte order mark, paths
 * relative to the repository without `./`, one fingerprint for each entry.
 */
export function renderGitlab(
  result: AuditResult,
  { includeSuppressed, within }: Pick<ReportOptions, 'includeSuppressed' | 'within'>,
): string {
  const entries = shownFindings(result, includeSuppressed).map(finding => entryOf(finding, within))
  return `${JSON.stringify(entries, null, 2)}\n`
}

function entryOf(finding: ReportedFinding, within: string) {
  return {
    description: plain(whole(finding)),
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: SEVERITIES[finding.severity],
    location: { path: `${within}${finding.place.path}`, lines: { begin: finding.place.line } },
  }
}
