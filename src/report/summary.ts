import type { AuditResult, ReportedFinding } from '../result.js'
import { byRule, placesAt, ruleDetails } from './markdown/findings.js'
import { headline, scoreTable, verdict } from './markdown/score.js'
import { code, prose, table, text } from './markdown/text.js'
import { movement } from './movement.js'
import type { ReportOptions } from './options.js'
import { newFindings, shownFindings } from './shown.js'
import { plural } from './text/words.js'

/** What the summary of a pull request is made with. */
export interface SummaryOptions extends Pick<ReportOptions, 'within' | 'links'> {
  /** The audit against an earlier version, where there is one: what it says is new is what the summary is about. */
  readonly compared?: AuditResult
  /** UTF-8 bytes that the text may have; details are left out from the end to keep to it. */
  readonly most: number
}

const MOST_ROWS = 50
const MOST_PLACES = 20

/**
 * The score and what is open, short enough to stand on the page of a run or in a comment. GitHub Flavored Markdown;
 * nothing that comes from a file of the repository is read as Markdown.
 */
export function renderSummary(result: AuditResult, options: SummaryOptions): string {
  const { compared, most } = options
  const placeOf = placesAt(options.links, options.within)
  const open = newFindings(shownFindings(compared ?? result, false))
  const groups = byRule(open, compared ?? result)
  const head = [
    `## erp-audit${options.within === '' ? '' : ` of ${code(options.within)}`}: ${headline(result)}`,
    verdict(result),
    comparison(result, compared),
    gateLines(result),
    scoreTable(result),
    findingsTable(open, compared !== undefined, placeOf),
  ].filter(part => part !== '')
  const details = groups.map(group => ruleDetails(group, placeOf, MOST_PLACES))
  const foot = footer(result)
  let shown = details.length
  for (;;) {
    const left = details.length - shown
    const rest = left > 0 ? [`${plural(left, 'more rule')}: see the report.`] : []
    const written = `${[...head, ...details.slice(0, shown), ...rest, ...foot].join('\n\n')}\n`
    const size = Buffer.byteLength(written)
    if (size <= most) return written
    if (shown === 0) return shortened(head, most)
    // In proportion first, then one by one.
    shown = Math.min(shown - 1, Math.floor((shown * most) / size))
  }
}

/** Whole parts as long as there is room: a table that is cut is none. */
function shortened(parts: readonly string[], most: number): string {
  let written = ''
  for (const part of parts) {
    const next = written === '' ? `${part}\n` : `${written}\n${part}\n`
    if (Buffer.byteLength(next) > most) break
    written = next
  }
  return written
}

function comparison(result: AuditResult, compared: AuditResult | undefined): string {
  const { since, counts, renamed = [] } = compared?.comparison ?? {}
  if (!since || !counts) return ''
  const head = `**${counts.new} new, ${since.fixed.length} fixed, ${movement(since, result)}** since ${code(since.commit.slice(0, 12))}.`
  const fixed = since.fixed.slice(0, MOST_ROWS).map(({ rule, place, message }) => {
    return `- ${code(rule)} ${code(`${place.path}:${place.line}`)}: ${prose(message)}`
  })
  const more = since.fixed.length - fixed.length
  const list = [...fixed, ...(more > 0 ? [`- and ${more} more`] : [])]
  const names = renamed.slice(0, MOST_ROWS).map(({ from, to }) => `- ${code(from)} is now ${code(to)}`)
  return [
    head,
    ...(list.length === 0
      ? []
      : [`<details><summary>${since.fixed.length} fixed</summary>\n\n${list.join('\n')}\n\n</details>`]),
    ...(names.length === 0
      ? []
      : [`<details><summary>${names.length} renamed</summary>\n\n${names.join('\n')}\n\n</details>`]),
  ].join('\n\n')
}

function gateLines({ gate, score }: AuditResult): string {
  if (!score) return ''
  return gate.conditions.map(({ passed, message }) => `- ${passed ? '✅' : '❌'} ${text(message)}`).join('\n')
}

function findingsTable(open: readonly ReportedFinding[], isNew: boolean, placeOf: ReturnType<typeof placesAt>): string {
  if (open.length === 0) return isNew ? 'Nothing new was found.' : 'Nothing was found.'
  const shown = open.slice(0, MOST_ROWS)
  const rest = open.length - shown.length
  const rows = shown.map(finding => [finding.severity, prose(finding.message), placeOf(finding)])
  const written = table(['Severity', isNew ? 'New finding' : 'Finding', 'Where'], 'lll', rows)
  return rest > 0 ? `${written}\n\n${plural(rest, 'more finding')} below.` : written
}

function footer({ score, unverified, unreadable, findings, comparison }: AuditResult): readonly string[] {
  const accepted = findings.filter(({ suppressed }) => suppressed).length
  const known = comparison?.counts?.unchanged ?? 0
  const parts = [
    ...(score ? [`${Math.floor(score.coverage.share * 100)} % of what is demanded was verified`] : []),
    ...(unverified.length > 0 ? [`${unverified.length} not verified`] : []),
    ...(unreadable.length > 0 ? [`${plural(unreadable.length, 'file')} not readable`] : []),
    ...(accepted > 0 ? [`${accepted} accepted`] : []),
    ...(known > 0 ? [`${known} known`] : []),
  ]
  return parts.length === 0 ? [] : [`${parts.join(' · ')}`]
}
