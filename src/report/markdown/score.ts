import { CATEGORY_TITLES } from '../../page.js'
import { type AuditResult, whyNothing } from '../../result.js'
import { formatScore } from '../../score.js'
import { readinessOf } from '../readiness.js'
import { table, text } from './text.js'

/** The score as a headline: "46.0 of 100 (F)"; what there is instead without one. */
export function headline({ score }: AuditResult): string {
  return score ? `${formatScore(score.total)} of 100 (${score.letter})` : 'nothing to audit'
}

/** Whether the system is ready, as a paragraph. */
export function verdict(result: AuditResult): string {
  const { score } = result
  if (!score) return `There is no score: ${text(whyNothing(result))}.`
  const { verdict, against } = readinessOf(result)
  if (verdict === 'ready') return '**Ready for production.**'
  if (verdict === 'not-ready') return `**Not ready for production**: ${text(against.join(', '))}.`
  return `The threshold is ${score.threshold}.`
}

/** The score of each category, with its weight. */
export function scoreTable({ score }: AuditResult): string {
  if (!score) return ''
  const rows = score.categories.map(one => [
    CATEGORY_TITLES[one.category],
    `${one.weight} %`,
    one.score === null ? 'no rule applies' : formatScore(one.score),
    one.criticalRules > 0 ? String(one.criticalRules) : '',
  ])
  return table(['Category', 'Weight', 'Score', 'Critical rules open'], 'lrrr', [
    ...rows,
    ['**Total**', '', `**${formatScore(score.total)}**`, ''],
  ])
}
