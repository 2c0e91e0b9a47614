import type { AuditResult, RoadmapStep } from '../result.js'
import { formatEffort } from '../roadmap.js'
import { formatScore } from '../score.js'
import { byRule, gapTable, type PlaceOf, placesAt, type RuleFindings, ruleDetails } from './markdown/findings.js'
import { inventoryTable, sequence, totals } from './markdown/inventory.js'
import { mapOf } from './markdown/map.js'
import { headline, scoreTable, verdict } from './markdown/score.js'
import { block, code, prose, table, text } from './markdown/text.js'
import type { ReportOptions } from './options.js'
import { newFindings, shownFindings } from './shown.js'
import { plural } from './text/words.js'

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

const PHASES: readonly (readonly [RoadmapStep['phase'], string])[] = [
  ['critical', 'What is critical'],
  ['high', 'What is high'],
  ['rest', 'The rest'],
]

function roadmap({ roadmap, judgements }: AuditResult): readonly string[] {
  if (!roadmap || roadmap.steps.length === 0) return []
  const titles = new Map(judgements.map(({ rule }) => [rule.id, rule.title]))
  const { from, to, threshold, reached, minutes, steps } = roadmap
  const aim = reached ? `to reach ${threshold}` : 'to gain what can be gained'
  const head = `${plural(steps.length, 'step')} ${aim}, about ${formatEffort(minutes)}: ${formatScore(from)} → ${formatScore(to)}.`
  const phases = PHASES.flatMap(([phase, title]) => {
    const own = steps.filter(step => step.phase === phase)
    if (own.length === 0) return []
    const rows = own.map(step => [
      `${text(titles.get(step.rule) ?? step.rule)} (${code(step.rule)})`,
      String(step.findings),
      formatEffort(step.minutes),
      `+${formatScore(step.gain)}`,
      formatScore(step.to),
    ])
    return [`### ${title}`, table(['Step', 'Places', 'Effort', 'Gain', 'Score then'], 'lrlrr', rows)]
  })
  return [head, ...phases]
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
