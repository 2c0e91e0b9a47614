import { CATEGORY_TITLES } from '../page.js'
import { type AuditResult, type ReportedFinding, whyNothing } from '../result.js'
import { formatScore } from '../score.js'
import { assumedText, CAPACITY_CAVEAT, capacityLinesOf } from './capacity.js'
import { page } from './html/page.js'
import { code, list, prose, table, text } from './html/text.js'
import { byRule, effortOf, linkAt, type RuleFindings } from './markdown/findings.js'
import { headline } from './markdown/score.js'
import type { ReportOptions } from './options.js'
import { readinessOf } from './readiness.js'
import { newFindings, shownFindings } from './shown.js'
import { plural } from './text/words.js'
import { WAY_COLUMNS, wayOf } from './way.js'

/** Places of one rule, and lines of the lists at the end, beyond which they are counted. */
const MOST_PLACES = 50
const MOST_LINES = 100

type Options = Pick<ReportOptions, 'includeSuppressed' | 'within' | 'links'>

/**
 * The readiness report for people who have no repository at hand, as one HTML file: verdict, score, gaps with their effort, the
 * roadmap, and what is not verified. Everything that comes from a file of the repository is shown as text.
 */
export function renderHtml(result: AuditResult, options: Options): string {
  const open = newFindings(shownFindings(result, options.includeSuppressed)).filter(({ suppressed }) => !suppressed)
  const groups = byRule(open, result)
  const urgent = groups.filter(({ severity }) => severity === 'critical' || severity === 'high')
  const rest = groups.filter(group => !urgent.includes(group))
  return page(`Production readiness: ${headline(result)}`, [
    `<h1>Production readiness: ${text(headline(result))}</h1>`,
    `<p>${verdict(result)}</p>`,
    ...section('Score', scores(result)),
    ...section('Critical gaps', gapTable(urgent), ...urgent.map(group => details(group, options))),
    ...section('Further findings', gapTable(rest), ...rest.map(group => details(group, options))),
    ...section('Capacity', ...capacity(result)),
    ...section('Roadmap', ...roadmap(result)),
    ...section('Not verified', list(result.unverified.map(unverified), MOST_LINES)),
    ...section('Not read', list(unread(result), MOST_LINES)),
    ...section('Accepted', list(result.findings.flatMap(accepted), MOST_LINES)),
    `<p class="quiet">${text(`${result.tool.name} ${result.tool.version}`)}</p>`,
  ])
}

/** A heading with what is below it; nothing at all when that is empty. */
function section(title: string, ...parts: readonly string[]): readonly string[] {
  const written = parts.filter(part => part !== '')
  return written.length === 0 ? [] : [`<h2>${title}</h2>`, ...written]
}

function verdict(result: AuditResult): string {
  const { score } = result
  if (!score) return `There is no score: ${text(whyNothing(result))}.`
  const { verdict, against } = readinessOf(result)
  if (verdict === 'ready') return '<strong>Ready for production.</strong>'
  if (verdict === 'not-ready') return `<strong>Not ready for production</strong>: ${text(against.join(', '))}.`
  return `The threshold is ${score.threshold}.`
}

function scores({ score }: AuditResult): string {
  if (!score) return ''
  const rows = score.categories.map(one => [
    CATEGORY_TITLES[one.category],
    `${one.weight} %`,
    one.score === null ? 'no rule applies' : formatScore(one.score),
    one.score === null
      ? ''
      : `<meter max="100" low="60" high="80" optimum="100" value="${formatScore(one.score)}"></meter>`,
    one.criticalRules > 0 ? String(one.criticalRules) : '',
  ])
  const total = ['<strong>Total</strong>', '', `<strong>${formatScore(score.total)}</strong>`, '', '']
  return table(['Category', 'Weight', 'Score', '', 'Critical rules open'], 'lrrlr', [...rows, total])
}

function gapTable(groups: readonly RuleFindings[]): string {
  const rows = groups.map(group => [
    `${text(group.rule.title)} (${code(group.rule.id)})`,
    `<span class="${group.severity}">${group.severity}</span>`,
    String(group.findings.length),
    `<span class="e">${effortOf(group)}</span>`,
  ])
  return table(['Gap', 'Severity', 'Places', 'Effort'], 'llrl', rows)
}

/** A rule with why, what to do, and its places, folded away until somebody asks. */
function details({ rule, severity, findings }: RuleFindings, options: Options): string {
  const fixes = [...new Set(findings.map(({ fix }) => fix))].slice(0, 3)
  return [
    `<details><summary><b class="${severity}">${severity}</b> · ${text(rule.title)} (${code(rule.id)}, ${plural(findings.length, 'place')})</summary>`,
    `<p>${prose(rule.why)}</p>`,
    list(
      findings.map(finding => `${placeOf(finding, options)}: ${prose(finding.message)}`),
      MOST_PLACES,
    ),
    ...fixes.map(fix => `<p><b>What to do:</b> ${prose(fix)}</p>`),
    '</details>',
  ].join('\n')
}

function placeOf({ place: { path, line } }: Pick<ReportedFinding, 'place'>, { links, within }: Options): string {
  const shown = code(`${path}:${line}`)
  return links === undefined ? shown : `<a href="${text(linkAt(links, `${within}${path}`, line))}">${shown}</a>`
}

/** Hard limits and users of each deployment: a table each, and what is assumed. */
function capacity(result: AuditResult): readonly string[] {
  const capacities = result.score ? result.capacities() : []
  if (capacities.length === 0) return []
  const assumed = assumedText(capacities)
  return [
    `<p>Read ${CAPACITY_CAVEAT}.</p>`,
    ...capacities.slice(0, MOST_LINES).map(one => {
      const rows = capacityLinesOf(one, MOST_PLACES).map(line => [text(line.name), text(line.text)])
      return table([capacities.length > 1 ? text(one.deployment.name) : 'What', 'Capacity'], 'll', rows)
    }),
    ...(assumed === undefined ? [] : [`<p class="quiet">${prose(assumed)}</p>`]),
  ]
}

function roadmap(result: AuditResult): readonly string[] {
  const way = wayOf(result)
  if (!way) return []
  const phases = way.phases.flatMap(({ title, steps }) => {
    const rows = steps.map(step => [`${text(step.title)} (${code(step.rule)})`, ...step.cells])
    return [`<h3>${title}</h3>`, table(WAY_COLUMNS.names, WAY_COLUMNS.aligned, rows)]
  })
  return [`<p>${text(way.head)}</p>`, ...phases]
}

function unverified({ rule, subjectName, because }: AuditResult['unverified'][number]): string {
  return `${code(rule)} ${text(subjectName)}: ${text(because)}`
}

function unread({ unreadable, notEvaluated }: AuditResult): readonly string[] {
  return [
    ...unreadable.map(({ path, problems }) => `${code(path)}: ${text(problems[0]?.message ?? 'not readable')}`),
    ...notEvaluated.map(({ path, because }) => `${code(path)}: ${text(because)}`),
  ]
}

function accepted({ suppressed, rule, place, message }: ReportedFinding): readonly string[] {
  if (!suppressed) return []
  return [`${code(rule)} ${code(`${place.path}:${place.line}`)}: ${prose(message)} – ${text(suppressed.reason)}`]
}
