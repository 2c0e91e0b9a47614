import type { AuditResult, Roadmap, RoadmapStep } from '../../result.js'
import { formatEffort } from '../../roadmap.js'
import { formatScore } from '../../score.js'
import { pad, wrap } from '../width.js'
import { countedFindings } from './counted.js'
import type { Paint } from './paint.js'
import { placesByRule, plural } from './words.js'

const PHASES: readonly (readonly [RoadmapStep['phase'], string])[] = [
  ['critical', 'What is critical'],
  ['high', 'What is high'],
  ['rest', 'The rest'],
]

/** The way to the threshold: "9 fixes, about 2 days: 46.0 → 80.4", in phases, with the total after each step. */
export function roadmapLines(result: AuditResult, paint: Paint, width: number): readonly string[] {
  const { roadmap } = result
  if (!roadmap || roadmap.steps.length === 0) return []
  const longest = Math.max(...roadmap.steps.map(step => step.rule.length))
  const phases = PHASES.flatMap(([phase, title]) => {
    const steps = roadmap.steps.filter(step => step.phase === phase)
    return steps.length === 0
      ? []
      : ['', `  ${paint('dim', title)}`, ...steps.map(step => stepLine(step, longest, width, paint))]
  })
  return [
    headLine(roadmap, paint),
    ...phases,
    ...leftLines(result, roadmap, paint, width),
    ...beyondLines(roadmap, paint, width),
  ]
}

function headLine({ reached, threshold, steps, minutes, from, to }: Roadmap, paint: Paint): string {
  const title = paint('bold', reached ? `Way to ${threshold}:` : 'What can be gained:')
  const way = `${formatScore(from)} → ${formatScore(to)}`
  return `${title} ${plural(steps.length, 'fix', 'fixes')}, about ${formatEffort(minutes)}, ${paint('bold', way)}`
}

function stepLine({ rule, findings, minutes, to }: RoadmapStep, longest: number, width: number, paint: Paint): string {
  const places = pad(plural(findings, 'place'), 9)
  const work = longest + 36 > width ? places : `${places}  ${pad(formatEffort(minutes), 10)}`
  return `    ${pad(rule, longest)}  ${paint('dim', work)}  → ${formatScore(to).padStart(5)}`
}

/** What is critical and not on the way: at the threshold the system is still not ready. */
function leftLines(result: AuditResult, { steps }: Roadmap, paint: Paint, width: number): readonly string[] {
  const left = countedFindings(result).filter(({ severity, rule }) => {
    return severity === 'critical' && !steps.some(step => step.rule === rule)
  })
  if (left.length === 0) return []
  const them = left.length === 1 ? 'it' : 'them'
  const text = `Still open then: ${plural(left.length, 'critical finding')}. Fix ${them} too: ${placesByRule(left)}.`
  return ['', ...wrap(text, width - 2).map(line => `  ${paint('red', line)}`)]
}

/** Why fixing everything listed does not reach the threshold. */
function beyondLines({ reached, beyond }: Roadmap, paint: Paint, width: number): readonly string[] {
  const parts = [
    ...(beyond.accepted > 0 ? [`${plural(beyond.accepted, 'answer')} accepted`] : []),
    ...(beyond.unverified > 0 ? [`${beyond.unverified} not verified`] : []),
  ]
  if (reached || parts.length === 0) return []
  const text = `The rest is out of reach of fixes: ${parts.join(', ')}.`
  return ['', ...wrap(text, width - 2).map(line => `  ${paint('dim', line)}`)]
}
