import type { AuditResult } from '../../result.js'
import { plain } from '../plain.js'
import { readinessOf } from '../readiness.js'
import { HELD, wrap } from '../width.js'
import type { Paint } from './paint.js'
import { totalLine } from './score.js'
import { placesByRule, plural } from './words.js'

/** How much of what is demanded was verified, and what was accepted. */
export function coverageLines(result: AuditResult, paint: Paint, width: number): readonly string[] {
  const { score, judgements, findings, unreadable } = result
  if (!score) return []
  const applied = judgements.filter(({ outcomes }) => outcomes.length > 0).length
  const accepted = findings.filter(finding => finding.suppressed).length
  const parts = [
    `${Math.floor(score.coverage.share * 100)} % of what is demanded was verified`,
    `${applied} of ${plural(judgements.length, 'rule')} applied`,
    ...(accepted > 0 ? [`${plural(accepted, 'finding')} accepted`] : []),
    ...(unreadable.length > 0 ? [`${plural(unreadable.length, 'file')} could not be read`] : []),
  ]
  // Blanks inside a part hold it together, so that lines break between parts only.
  const text = parts.map(part => part.replaceAll(' ', HELD)).join(' · ')
  return wrap(text, width).map(line => paint('dim', line))
}

/**
 * Whether the system is ready, and what to do first: the critical findings, then the steps that reach the threshold.
 */
export function readinessLines(result: AuditResult, paint: Paint, width: number): readonly string[] {
  const { verdict, against, urgent } = readinessOf(result)
  if (verdict === 'ready') return [paint(['bold', 'green'], 'Ready for production')]
  if (verdict === 'undecided') return []
  const steps = (result.roadmap?.steps ?? []).filter(step => !urgent.some(({ rule }) => rule === step.rule))
  return [
    ...wrap(`Not ready for production: ${against.join(', ')}`, width).map(line => paint(['bold', 'red'], line)),
    ...todoLines('first', placesByRule(urgent), paint, width),
    ...todoLines(urgent.length > 0 ? 'then' : 'first', placesByRule(steps), paint, width),
  ]
}

function todoLines(label: string, text: string, paint: Paint, width: number): readonly string[] {
  return wrap(text, width - 9).map(
    (line, index) => `  ${paint('dim', index === 0 ? label.padEnd(5) : '     ')}  ${line}`,
  )
}

/** The last lines: the total again, and each condition of the gate that failed. */
export function verdictLines(
  { score, gate, internalErrors }: AuditResult,
  paint: Paint,
  width: number,
): readonly string[] {
  const crashed = internalErrors.map(({ rule }) =>
    paint('red', `✗ rule ${rule} crashed, so what it judges is not verified`),
  )
  if (!score) return crashed
  const failed = gate.conditions.filter(condition => !condition.passed)
  const lines = failed.flatMap(({ message }) => {
    return wrap(plain(message), width - 2).map((line, index) => `${index === 0 ? paint('red', '✗') : ' '} ${line}`)
  })
  return [
    totalLine(score, paint),
    ...crashed,
    ...(lines.length > 0 ? lines : [`${paint('green', '✓')} the gate passed`]),
  ]
}
