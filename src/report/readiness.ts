import type { AuditResult, ReportedFinding } from '../result.js'
import { WEIGHTS } from '../weights.js'
import { countedFindings } from './text/counted.js'

/** Whether the system is ready for production, and what stands in the way. */
export interface Readiness {
  readonly verdict: 'ready' | 'not-ready' | 'undecided'
  /** Parts of a sentence: "below 80", "3 critical open". */
  readonly against: readonly string[]
  /** What is to be fixed first, worst first. */
  readonly urgent: readonly ReportedFinding[]
}

/**
 * A gate that lets more pass does not make the system readier; one that lets less pass does not call it ready. Undecided
 * when rules that score are not shown, or without a score.
 */
export function readinessOf(result: AuditResult): Readiness {
  const { score, gate } = result
  if (!score) return { verdict: 'undecided', against: [], urgent: [] }
  const counted = countedFindings(result)
  const critical = counted.filter(({ severity }) => severity === 'critical')
  const high = counted.filter(({ severity }) => severity === 'high')
  const isBelow = score.total < score.threshold
  if (gate.passed && !isBelow && critical.length === 0) {
    const isReady = score.total >= WEIGHTS.threshold && !isSelection(result)
    return { verdict: isReady ? 'ready' : 'undecided', against: [], urgent: [] }
  }
  const open = [
    ...(critical.length > 0 ? [`${critical.length} critical`] : []),
    ...(!gate.passed && high.length > 0 ? [`${high.length} high`] : []),
  ].join(' and ')
  const against = [isBelow ? `below ${score.threshold}` : '', open && `${open} open`].filter(part => part !== '')
  if (against.length === 0) return { verdict: 'undecided', against: [], urgent: [] }
  return { verdict: 'not-ready', against, urgent: critical.length > 0 ? critical : isBelow ? [] : high }
}

/** Whether rules that score are not shown: then what is shown does not tell whether the system is ready. */
function isSelection({ score, judgements }: AuditResult): boolean {
  const shown = new Set(judgements.map(({ rule }) => rule.id))
  return (score?.categories ?? []).some(({ rules }) => rules.some(({ rule }) => !shown.has(rule)))
}
