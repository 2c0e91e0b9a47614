import type { AuditResult, Since } from '../result.js'
import { formatScore } from '../score.js'

/** How the score moved, and what is asked about where that is another number: "score 61.2 → 63.0, 12 → 11 workloads". */
export function movement(since: Since, { score, scope }: Pick<AuditResult, 'score' | 'scope'>): string {
  const shown = (total: number | null | undefined) => (typeof total === 'number' ? formatScore(total) : 'none')
  const [before, now] = [shown(since.score), shown(score?.total)]
  const change = before === now ? `score ${now} as before` : `score ${before} → ${now}`
  return since.workloads === scope.workloads ? change : `${change}, ${since.workloads} → ${scope.workloads} workloads`
}
