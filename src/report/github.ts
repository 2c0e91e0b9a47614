import type { Severity } from '../finding.js'
import type { AuditResult, ReportedFinding } from '../result.js'
import type { ReportOptions } from './options.js'
import { plain } from './plain.js'
import { whole } from './sentences.js'
import { newFindings, shownFindings } from './shown.js'

type Kind = 'error' | 'warning' | 'notice'

const KINDS: Readonly<Record<Severity, Kind>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
}

/**
 * What the runner keeps of each kind in one step, and of each message in characters
 * (https://github.com/actions/runner, src/Runner.Worker/ExecutionContext.cs: `_maxCountPerIssueType`, `_maxIssueMessageLength`).
 */
const MOST_OF_A_KIND = 10
const LONGEST_MESSAGE = 4_096

/**
 * Annotations of GitHub Actions, as the commands that a step prints
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). Worst first, no more of a kind
 * than the runner keeps; what is left out is counted in a last notice.
 */
export function renderGithub(
  result: AuditResult,
  { includeSuppressed, within }: Pick<ReportOptions, 'includeSuppressed' | 'within'>,
): string {
  const shown = newFindings(shownFindings(result, includeSuppressed))
  const commands = annotations(shown, within, MOST_OF_A_KIND)
  const fit = commands.length === shown.length ? commands : annotations(shown, within, MOST_OF_A_KIND, 1)
  const left = shown.length - fit.length
  if (left === 0) return fit.map(line => `${line}\n`).join('')
  const more = `${left} more ${left === 1 ? 'finding is' : 'findings are'} not shown here: see the summary or the report`
  return [...fit, `::notice title=erp-audit::${data(more)}`].map(line => `${line}\n`).join('')
}

function annotations(findings: readonly ReportedFinding[], within: string, most: number, reserved = 0): string[] {
  const counts: Record<Kind, number> = { error: 0, warning: 0, notice: reserved }
  const lines: string[] = []
  for (const finding of findings) {
    const kind = KINDS[finding.severity]
    if (counts[kind] >= most) continue
    counts[kind]++
    lines.push(annotation(kind, finding, within))
  }
  return lines
}

function annotation(kind: Kind, finding: ReportedFinding, within: string): string {
  const { path, line, column, endLine, endColumn } = finding.place
  const properties = [
    ['file', `${within}${path}`],
    ['line', String(line)],
    ['endLine', String(endLine)],
    // The runner drops both columns where the lines differ.
    ...(line === endLine ? [['col', String(column)] as const, ['endColumn', String(endColumn)] as const] : []),
    ['title', `${finding.rule} (${finding.severity})`],
  ] as const
  const written = properties.map(([name, value]) => `${name}=${property(value)}`).join(',')
  return `::${kind} ${written}::${data(plain(whole(finding)).slice(0, LONGEST_MESSAGE))}`
}

/** The text of a command: what would end it or begin another one is escaped. */
export function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** The value of a property of a command. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
