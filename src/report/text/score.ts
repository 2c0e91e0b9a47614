import { CATEGORY_TITLES } from '../../page.js'
import { type AuditResult, whyNothing } from '../../result.js'
import { type CategoryScore, formatScore, type Score } from '../../score.js'
import { plain } from '../plain.js'
import { pad, wrap } from '../width.js'
import type { Paint, Style } from './paint.js'

/** The total with its letter, and a line with a bar for each category. */
export function scoreLines(result: AuditResult, paint: Paint, width: number): readonly string[] {
  const { score } = result
  if (!score) {
    const why = plain(whyNothing(result))
    return [paint('bold', 'Nothing to audit'), ...wrap(`${why[0]?.toUpperCase()}${why.slice(1)}.`, width)]
  }
  const bar = Math.max(8, Math.min(30, width - 60))
  const threshold = paint(
    'dim',
    score.total >= score.threshold ? ` (threshold ${score.threshold})` : `: below the threshold of ${score.threshold}`,
  )
  return [
    totalLine(score, paint) + threshold,
    '',
    ...score.categories.map(category => categoryLine(category, score, { bar, paint, weights: width >= 65 })),
  ]
}

/** "Score 46.0 of 100, F". */
export function totalLine(score: Score, paint: Paint): string {
  const style = score.total >= score.threshold ? 'green' : 'red'
  return `${paint('bold', 'Score')} ${paint(['bold', style], `${formatScore(score.total)} of 100, ${score.letter}`)}`
}

interface Columns {
  /** Cells of the bar. */
  readonly bar: number
  readonly paint: Paint
  /** Whether there is room for the weights. */
  readonly weights: boolean
}

function categoryLine(one: CategoryScore, { threshold }: Score, { bar, paint, weights }: Columns): string {
  const { category, weight, score, criticalRules } = one
  const title = pad(CATEGORY_TITLES[category], 24)
  const share = weights ? paint('dim', `  weight ${String(weight).padStart(2)}`) : ''
  if (score === null) return `  ${title}  ${paint('dim', pad('no rule applies', bar + 7))}${share}`.trimEnd()
  const full = Math.floor((score / 100) * bar)
  const style: Style = score >= threshold ? 'green' : score >= threshold / 2 ? 'yellow' : 'red'
  const cells = paint(style, '█'.repeat(full)) + paint('dim', '░'.repeat(bar - full))
  const critical = criticalRules > 0 ? paint('red', `  ${criticalRules} critical`) : ''
  return `  ${title}  ${cells}  ${formatScore(score).padStart(5)}${share}${critical}`
}
