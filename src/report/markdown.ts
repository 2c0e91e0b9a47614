import type { AuditResult } from '../result.js'
import { assumedText, CAPACITY_CAVEAT, capacityLinesOf } from './capacity.js'
import { byRule, gapTable, type PlaceOf, placesAt, type RuleFindings, ruleDetails } from './markdown/findings.js'
import { inventoryTable, sequence, totals } from './markdown/inventory.js'
import { mapOf } from './markdown/map.js'
import { headline, scoreTable, verdict } from './markdown/score.js'
import { block, code, prose, table, text } from './markdown/text.js'
import type { ReportOptions } from './options.js'
import { newFindings, shownFindings } from './shown.js'
import { WAY_COLUMNS, wayOf } from './way.js'

/** Places of one rule, and lines of the lists at the end, beyond which they are counted. */
const MOST_PLACES = 50
const MOST_LINES = 100

type Options = Pick<ReportOptions, 'includeSuppressed' | 'within' | 'links'>

/**
 * The production readiness report: verdict, score, gaps with their effort, inventory, map, order of deployment, how to verify
 * it, and the roadmap. GitHub Flavored Markdown; nothing that comes from a file of the repository is read as Markdown.
 */
export function renderMarkdown(result: AuditResult, options: Options): string {
  const placeOf = placesAt(options.links, options.within)
  const open = newFindings(shownFindings(result, options.includeSuppressed)).filter(({ suppressed }) => !suppressed)
  const groups = byRule(open, result)
  const urgent = groups.filter(({ severity }) => severity === 'critical' || severity === 'high')
  const inventory = result.inventory()
  const map = mapOf(inventory)
  const sections = [
    `# Production readiness: ${headline(result)}`,
    verdict(result),
    ...section('Score', scoreTable(result)),
    ...section('Critical gaps', ...gaps(urgent, placeOf, 'Nothing critical or high is open.')),
    ...section(
      'Further findings',
      ...gaps(
        groups.filter(group => !urgent.includes(group)),
        placeOf,
        '',
      ),
    ),
    ...section('Capacity', ...capacity(result)),
    ...(inventory.items.length === 0 ? [] : section('Inventory', totals(inventory), inventoryTable(inventory))),
    ...section('Who talks to whom', map),
    ...(inventory.phases.length === 0
      ? []
      : section('Deployment sequence', 'Each phase needs only the ones before it.', sequence(inventory))),
    ...(inventory.verification.length === 0 ? [] : section('Verification checklist', ...checklist(result))),
    ...section('Roadmap', ...roadmap(result)),
    ...section(
      'Not verified',
      list(result.unverified.map(one => `${code(one.rule)} ${text(one.subjectName)}: ${text(one.because)}`)),
    ),
    ...section('Not read', list(unread(result))),
    ...section('Accepted', list(accepted(result))),
    `*${result.tool.name} ${result.tool.version}*`,
  ]
  return `${sections.filter(part => part !== '').join('\n\n')}\n`
}

/** A heading with what is below it; nothing at all when that is empty. */
function section(title: string, ...parts: readonly string[]): readonly string[] {
  const written = parts.filter(part => part !== '')
  return written.length === 0 ? [] : [`## ${title}`, ...written]
}

function gaps(groups: readonly RuleFindings[], placeOf: PlaceOf, none: string): readonly string[] {
  return groups.length === 0
    ? [none]
    : [gapTable(groups), ...groups.map(group => ruleDetails(group, placeOf, MOST_PLACES))]
}

/** Hard limits and users of each deployment: a table each, and what is assumed. */
function capacity(result: AuditResult): readonly string[] {
  const capacities = result.score ? result.capacities() : []
  if (capacities.length === 0) return []
  const assumed = assumedText(capacities)
  return [
    `Read ${CAPACITY_CAVEAT}.`,
    ...capacities.slice(0, MOST_LINES).map(one => {
      const rows = capacityLinesOf(one, MOST_PLACES).map(line => [text(line.name), text(line.text)])
      return table([capacities.length > 1 ? text(one.deployment.name) : 'What', 'Capacity'], 'll', rows)
    }),
    ...(assumed === undefined ? [] : [prose(assumed)]),
  ]
}

function checklist(result: AuditResult): readonly string[] {
  const steps = result.inventory().verification
  const shown = steps.slice(0, MOST_LINES)
  return [
    shown.map(({ what }) => `- [ ] ${text(what)}`).join('\n'),
    block(
      shown.map(({ command }) => command),
      'sh',
    ),
  ]
}

function roadmap(result: AuditResult): readonly string[] {
  const way = wayOf(result)
  if (!way) return []
  const phases = way.phases.flatMap(({ title, steps }) => {
    const rows = steps.map(step => [`${text(step.title)} (${code(step.rule)})`, ...step.cells])
    return [`### ${title}`, table(WAY_COLUMNS.names, WAY_COLUMNS.aligned, rows)]
  })
  return [way.head, ...phases]
}

function unread({ unreadable, notEvaluated }: AuditResult): readonly string[] {
  return [
    ...unreadable.map(({ path, problems }) => `${code(path)}: ${text(problems[0]?.message ?? 'not readable')}`),
    ...notEvaluated.map(({ path, because }) => `${code(path)}: ${text(because)}`),
  ]
}

function accepted({ findings }: AuditResult): readonly string[] {
  return findings.flatMap(({ suppressed, rule, place, message }) =>
    suppressed
      ? [`${code(rule)} ${code(`${place.path}:${place.line}`)}: ${prose(message)} – ${text(suppressed.reason)}`]
      : [],
  )
}

function list(lines: readonly string[]): string {
  const shown = lines.slice(0, MOST_LINES).map(line => `- ${line}`)
  const rest = lines.length - shown.length
  return [...shown, ...(rest > 0 ? [`- and ${rest} more`] : [])].join('\n')
}
