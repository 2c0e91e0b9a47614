import type { AuditResult, RoadmapStep } from '../result.js'
import { formatEffort } from '../roadmap.js'
import { formatScore } from '../score.js'
import { plural } from './text/words.js'

/** The way to the threshold, as reports that are documents show it. */
export interface Way {
  /** "9 steps to reach 80, about 2 days: 46.0 → 80.4." */
  readonly head: string
  readonly phases: readonly { readonly title: string; readonly steps: readonly WayStep[] }[]
}

interface WayStep {
  readonly title: string
  readonly rule: string
  /** What it fixes, what that takes, what it gains, and the score then: in the order of the columns. */
  readonly cells: readonly [places: string, effort: string, gain: string, then: string]
}

/** What the columns of a phase are called, and how they are aligned. */
export const WAY_COLUMNS = { names: ['Step', 'Places', 'Effort', 'Gain', 'Score then'], aligned: 'lrlrr' } as const

const PHASES: readonly (readonly [RoadmapStep['phase'], string])[] = [
  ['critical', 'What is critical'],
  ['high', 'What is high'],
  ['rest', 'The rest'],
]

/** Undefined where there is nothing to gain. */
export function wayOf({ roadmap, judgements }: AuditResult): Way | undefined {
  if (!roadmap || roadmap.steps.length === 0) return undefined
  const titles = new Map(judgements.map(({ rule }) => [rule.id, rule.title]))
  const { from, to, threshold, reached, minutes, steps } = roadmap
  const aim = reached ? `to reach ${threshold}` : 'to gain what can be gained'
  const phases = PHASES.map(([phase, title]) => ({
    title,
    steps: steps
      .filter(step => step.phase === phase)
      .map(({ rule, findings, minutes: own, gain, to: then }): WayStep => {
        const cells = [String(findings), formatEffort(own), `+${formatScore(gain)}`, formatScore(then)] as const
        return { title: titles.get(rule) ?? rule, rule, cells }
      }),
  }))
  return {
    head: `${plural(steps.length, 'step')} ${aim}, about ${formatEffort(minutes)}: ${formatScore(from)} → ${formatScore(to)}.`,
    phases: phases.filter(phase => phase.steps.length > 0),
  }
}
