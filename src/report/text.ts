import type { AuditResult } from '../result.js'
import type { ReportOptions } from './options.js'
import { newFindings, shownFindings } from './shown.js'
import { capacityLines } from './text/capacity.js'
import { comparisonLines } from './text/comparison.js'
import { countLines, findingBlocks } from './text/findings.js'
import { headerLines } from './text/header.js'
import { painter } from './text/paint.js'
import { notEvaluatedLines, noticeLines, unverifiedLines } from './text/remarks.js'
import { roadmapLines } from './text/roadmap.js'
import { scoreLines } from './text/score.js'
import { coverageLines, readinessLines, verdictLines } from './text/verdict.js'

/** No line is set wider than this: long lines are hard to read. */
const WIDEST = 120
const NARROWEST = 40

/** The report for people, at a terminal or in a file. */
export function renderText(result: AuditResult, options: ReportOptions): string {
  const paint = painter(options.color)
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width))
  const shown = newFindings(shownFindings(result, options.includeSuppressed))
  const open = shown.filter(finding => !finding.suppressed)
  const findings = findingBlocks(shown, result, { paint, width, verbose: options.verbose })
  const compared = comparisonLines(result, paint, width)
  const verdict = verdictLines(result, paint, width)
  const counts = result.score ? countLines(open, result, paint, width) : []
  if (options.quiet) return written([result.score ? findings : scoreLines(result, paint, width), compared, verdict])
  // Whoever asks about a change is not told once more what there is to do in the rest.
  if (result.score && isAboutChange(result)) {
    return written([counts, findings, notEvaluatedLines(result, paint, width), compared, verdict])
  }
  const capacities = result.score ? result.capacities() : []
  return written([
    headerLines(result, paint, width, options.verbose),
    scoreLines(result, paint, width),
    readinessLines(result, paint, width),
    counts,
    findings,
    capacities.length === 0 ? [] : capacityLines(capacities, paint, width, options.verbose),
    roadmapLines(result, paint, width),
    unverifiedLines(result, paint, width, options.verbose),
    notEvaluatedLines(result, paint, width),
    noticeLines(result, paint, width),
    coverageLines(result, paint, width),
    compared,
    verdict,
  ])
}

function isAboutChange({ comparison }: AuditResult): boolean {
  if (comparison === null) return false
  return comparison.staged || comparison.edited !== undefined || comparison.since !== undefined
}

function written(sections: readonly (readonly string[])[]): string {
  const texts = sections.map(lines => lines.join('\n').replace(/\s+$/, '')).filter(section => section !== '')
  return `${withoutCommands(texts.join('\n\n'))}\n`
}

/**
 * Takes the meaning from what pipelines read as commands in the log of a step: `::error::` at the beginning of a line
 * (GitHub), `##[…]` and `##vso[…]` anywhere (GitHub, Azure). A file may have such a name.
 */
function withoutCommands(text: string): string {
  return text.replace(/^([ \t]*):(?=:)/gm, '$1: ').replace(/##(?=\[|vso\[)/g, '## ')
}
