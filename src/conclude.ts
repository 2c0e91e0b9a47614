import type { Judgement } from './check.js'
import { isShown } from './config/apply.js'
import type { AuditOptions } from './config/config.js'
import { SEVERITIES } from './finding.js'
import { gains } from './gain.js'
import type { System } from './model/system.js'
import type { AuditResult, Gate, Notice, ReportedFinding, Roadmap, UnverifiedSubject } from './result.js'
import type { Score, ScoreOptions } from './score.js'
import type { Source } from './source.js'
import { TOOL } from './tool.js'

/** What the stages of an audit have said. */
export interface Conclusion {
  readonly system: System
  readonly judgements: readonly Judgement[]
  readonly notices: readonly Notice[]
  readonly scoring: ScoreOptions
  readonly score: Score | null
  readonly roadmap: Roadmap | null
  readonly gate: Gate
  readonly sources: ReadonlyMap<string, Source>
  readonly options: AuditOptions
}

/** Puts everything that was found into the one result that reports are rendered from. Only display depends on the options. */
export function conclude(conclusion: Conclusion): AuditResult {
  const { system, judgements, scoring, sources, options } = conclusion
  const shown = judgements.filter(judgement => isShown(judgement, options))
  const findings = worstFirst(shown, gains(judgements, scoring))
  const production = system.deployments.filter(deployment => deployment.purpose === 'production')
  return {
    tool: { name: TOOL.name, version: TOOL.version },
    deployments: system.deployments,
    scope: { workloads: system.workloads.length, images: system.images.length, deployments: production.length },
    judgements: shown,
    findings,
    score: conclusion.score,
    roadmap: conclusion.roadmap,
    gate: conclusion.gate,
    unverified: shown.flatMap(unverifiedOf),
    unreadable: system.unreadable,
    notEvaluated: system.notEvaluated,
    notices: [...conclusion.notices, ...shown.flatMap(unlistedOf)],
    internalErrors: judgements.flatMap(({ rule, error }) => (error ? [{ rule: rule.id, ...error }] : [])),
    sources: pointedAt(findings, sources),
  }
}

function worstFirst(judgements: readonly Judgement[], worth: ReturnType<typeof gains>): readonly ReportedFinding[] {
  const all = judgements.flatMap(({ outcomes }) => outcomes.flatMap(({ findings }) => findings))
  const rank = (finding: ReportedFinding) => SEVERITIES.indexOf(finding.severity)
  return all
    .map(finding => ({ ...finding, gain: worth.get(finding) ?? 0 }))
    .sort(
      (a, b) =>
        rank(a) - rank(b) ||
        b.gain - a.gain ||
        compare(a.place.path, b.place.path) ||
        a.place.line - b.place.line ||
        compare(a.rule, b.rule),
    )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function unverifiedOf({ rule, outcomes }: Judgement): readonly UnverifiedSubject[] {
  return outcomes
    .filter(outcome => outcome.status === 'unverified')
    .map(({ subject, subjectName, because, place }) => ({
      rule: rule.id,
      subject,
      subjectName,
      because: because ?? 'the repository does not tell',
      ...(place ? { place } : {}),
    }))
}

/** Nobody reads that many, but nothing is left out without a word. */
function unlistedOf({ rule, unlisted = 0 }: Judgement): readonly Notice[] {
  if (unlisted === 0) return []
  const more = unlisted === 1 ? '1 more finding is' : `${unlisted} more findings are`
  return [{ message: `${more} not listed: ${rule.id} finds too much in one subject` }]
}

function pointedAt(
  findings: readonly ReportedFinding[],
  sources: ReadonlyMap<string, Source>,
): ReadonlyMap<string, Source> {
  const paths = new Set(
    findings.flatMap(finding => [finding.place.path, ...finding.related.map(related => related.place.path)]),
  )
  return new Map([...sources].filter(([path]) => paths.has(path)))
}
