import type { AuditResult, Comparison } from '../../result.js'
import { movement } from '../movement.js'
import { plain } from '../plain.js'
import { wrap } from '../width.js'
import type { Paint } from './paint.js'
import { placesByRule } from './words.js'

const MOST_RENAMES = 5

/** What is new and what is fixed since an earlier version, what is known, what is not shown, and who decides. */
export function comparisonLines(result: AuditResult, paint: Paint, width: number): readonly string[] {
  const { comparison } = result
  if (comparison === null) return []
  const lines = (text: string) => wrap(text, width - 4).map((line, index) => (index === 0 ? line : `  ${line}`))
  return [
    ...sinceLines(result, comparison, paint, lines),
    ...baselineLines(comparison, paint, lines),
    ...renameLines(comparison, paint),
    ...elsewhereLines(comparison).flatMap(text => lines(text).map(line => paint('dim', line))),
    ...(comparison.scoreGates || !result.score
      ? []
      : lines('The score does not decide here; --min-score <number> makes it.').map(line => paint('dim', line))),
  ]
}

type Lines = (text: string) => readonly string[]

/** "Since origin/main (1e61aba3c2ce): 3 new, 2 fixed, score 61.2 → 63.0", and what is fixed. */
function sinceLines(result: AuditResult, { since, counts }: Comparison, paint: Paint, lines: Lines) {
  if (!since || !counts) return []
  const head = `Since ${plain(since.revision)} (${since.commit.slice(0, 12)}): `
  const [first = '', ...more] = lines(
    `${head}${counts.new} new, ${since.fixed.length} fixed, ${movement(since, result)}`,
  )
  return [
    paint('bold', first),
    ...more.map(line => paint('bold', line)),
    ...(since.fixed.length === 0 ? [] : lines(`fixed: ${placesByRule(since.fixed)}`).map(line => `  ${line}`)),
  ]
}

/** "Baseline .erp-audit-baseline.json: 1 new, 200 known; 3 are fixed, and "erp-audit baseline --prune" drops them". */
function baselineLines({ since, baseline, counts }: Comparison, paint: Paint, lines: Lines): readonly string[] {
  if (!baseline || !counts) return []
  const { stale } = baseline
  const them = stale.length === 1 ? 'it' : 'them'
  const fixed = `; ${stale.length} ${stale.length === 1 ? 'is' : 'are'} there no more, and "erp-audit baseline --prune" drops ${them}`
  const found = since ? 'taken into account' : `${counts.new} new, ${counts.unchanged} known`
  const text = `Baseline ${plain(baseline.path)}: ${found}${stale.length === 0 ? '' : fixed}`
  return lines(text).map((line, index) => (index === 0 ? paint('bold', line) : line))
}

function renameLines({ renamed }: Comparison, paint: Paint): readonly string[] {
  const shown = renamed.slice(0, MOST_RENAMES)
  const hidden = renamed.length - shown.length
  return [
    ...shown.map(({ from, to }) => `  ${paint('dim', 'renamed')} ${plain(from)} → ${plain(to)}`),
    ...(hidden > 0 ? [paint('dim', `  and ${hidden} more`)] : []),
  ]
}

function elsewhereLines({ staged, edited, since, scope, elsewhere }: Comparison): readonly string[] {
  if (scope === 'all') return []
  const others = elsewhere === 0 ? 'there are no others' : `${elsewhere} ${elsewhere === 1 ? 'is' : 'are'} elsewhere`
  const changed = staged && !since ? 'staged' : 'changed'
  const where = edited === undefined ? `${scope === 'lines' ? 'on' : 'in'} ${changed} ${scope}` : `in ${plain(edited)}`
  return [`Only findings ${where} are shown and gated; ${others}.`]
}
