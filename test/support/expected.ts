import { readFileSync } from 'node:fs'
import { capacityLinesOf } from '../../src/report/capacity.js'
import type { AuditResult } from '../../src/result.js'
import { formatScore } from '../../src/score.js'

/**
 * What a fixture is expected to be told, as text for people: the score, then each rule that finds something with the
 * reason why that is right, then its findings, one a line; and in the same way what is said of its capacity.
 */
export interface Expected {
  /** "38.2 F, 221 findings, 12 not verified". */
  readonly summary: string
  readonly rules: ReadonlyMap<string, { readonly reason: string; readonly findings: readonly string[] }>
}

const HEADING = /^## (\S+): ?(.*)$/

/** Reads an `expected.txt`. */
export function readExpected(path: string): Expected {
  const rules = new Map<string, { reason: string; findings: string[] }>()
  let summary = ''
  let current: { reason: string; findings: string[] } | undefined
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [, rule, reason] = HEADING.exec(line) ?? []
    if (line.startsWith('# ')) summary = line.slice(2)
    else if (rule !== undefined) {
      current = { reason: reason ?? '', findings: [] }
      rules.set(rule, current)
    } else if (line !== '') current?.findings.push(line)
  }
  return { summary, rules }
}

/** What an audit said, in the same form. Reasons are taken from `known`; a rule that it does not have gets an empty one. */
export function summarise(result: AuditResult, known?: Expected): Expected {
  const open = result.findings.filter(finding => !finding.suppressed)
  const lines = new Map<string, string[]>()
  for (const { rule, severity, place, message } of open) {
    lines.set(rule, [...(lines.get(rule) ?? []), `${severity.padEnd(8)} ${place.path}:${place.line} ${message}`])
  }
  const capacity = result.capacities().flatMap(one => {
    const said = capacityLinesOf(one, Number.POSITIVE_INFINITY)
    return said.map(({ name, text }) => `${one.deployment.name} ${name}: ${text}`)
  })
  if (capacity.length > 0) lines.set('capacity', capacity)
  const score = result.score ? `${formatScore(result.score.total)} ${result.score.letter}` : 'nothing to audit'
  const rules = [...lines]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([rule, findings]) =>
        [
          rule,
          { reason: known?.rules.get(rule)?.reason ?? '', findings: rule === 'capacity' ? findings : findings.sort() },
        ] as const,
    )
  return {
    summary: `${score}, ${open.length} findings, ${result.unverified.length} not verified`,
    rules: new Map(rules),
  }
}

/** The text of an `expected.txt`. */
export function writeExpected({ summary, rules }: Expected): string {
  const blocks = [...rules].map(([rule, { reason, findings }]) =>
    [`## ${rule}: ${reason}`.trimEnd(), ...findings].join('\n'),
  )
  return `${[`# ${summary}`, ...blocks].join('\n\n')}\n`
}
