import type { Severity } from '../../finding.js'
import type { AuditResult, ReportedFinding } from '../../result.js'
import { formatEffort, MINUTES } from '../../roadmap.js'
import type { Rule } from '../../rule.js'
import { plural } from '../text/words.js'
import { code, prose, table, text } from './text.js'

/** The findings of one rule, in their order. */
export interface RuleFindings {
  readonly rule: Rule
  /** The worst of them. */
  readonly severity: Severity
  readonly findings: readonly [ReportedFinding, ...ReportedFinding[]]
}

/** Findings by rule, the worst first. */
export function byRule(findings: readonly ReportedFinding[], { judgements }: AuditResult): readonly RuleFindings[] {
  const rules = new Map(judgements.map(({ rule }) => [rule.id, rule]))
  const groups = new Map<string, RuleFindings>()
  for (const finding of findings) {
    const rule = rules.get(finding.rule)
    if (!rule) continue
    const group = groups.get(finding.rule)
    groups.set(finding.rule, {
      rule,
      severity: group?.severity ?? finding.severity,
      findings: group ? [...group.findings, finding] : [finding],
    })
  }
  return [...groups.values()]
}

/** How places are written: with a link where a base for it is known. */
export type PlaceOf = (finding: Pick<ReportedFinding, 'place'>) => string

/** `compose.yaml:12`, linked to the line at `base` (`https://github.com/acme/erp/blob/<commit>/`) where there is one. */
export function placesAt(base: string | undefined, within: string): PlaceOf {
  return ({ place: { path, line } }) => {
    const shown = code(`${path}:${line}`)
    if (base === undefined) return shown
    return `[${shown}](${linkAt(base, `${within}${path}`, line)})`
  }
}

/** The address of a line of a file, without anything that ends an address in Markdown. */
export function linkAt(base: string, path: string, line: number): string {
  const target = `${base}${path.split('/').map(encodeURIComponent).join('/')}#L${line}`
  return target.replaceAll('(', '%28').replaceAll(')', '%29')
}

/** What fixing all findings of a rule may take. */
export function effortOf({ rule, findings }: RuleFindings): string {
  return formatEffort(MINUTES[rule.effort] * (1 + (findings.length - 1) / 4))
}

/** A table of the rules with their places and effort. */
export function gapTable(groups: readonly RuleFindings[]): string {
  return table(
    ['Gap', 'Severity', 'Places', 'Effort'],
    'llrl',
    groups.map(group => [
      `${text(group.rule.title)} (${code(group.rule.id)})`,
      group.severity,
      String(group.findings.length),
      effortOf(group),
    ]),
  )
}

/** A rule with why, what to do, and at most `most` of its places, folded away until somebody asks. */
export function ruleDetails(group: RuleFindings, placeOf: PlaceOf, most: number): string {
  const { rule, severity, findings } = group
  const shown = findings.slice(0, most)
  const rest = findings.length - shown.length
  const count = plural(findings.length, 'place')
  return [
    `<details><summary><b>${severity}</b> · ${text(rule.title)} (<code>${rule.id}</code>, ${count})</summary>`,
    '',
    prose(rule.why),
    '',
    ...shown.map(finding => `- ${placeOf(finding)}: ${prose(finding.message)}`),
    ...(rest > 0 ? [`- and ${plural(rest, 'more place')}`] : []),
    '',
    fixes(shown)
      .map(fix => `**What to do:** ${prose(fix)}`)
      .join('\n\n'),
    '',
    '</details>',
  ].join('\n')
}

/** Each way to fix them, once; the first three. */
function fixes(findings: readonly ReportedFinding[]): readonly string[] {
  return [...new Set(findings.map(({ fix }) => fix))].slice(0, 3)
}
