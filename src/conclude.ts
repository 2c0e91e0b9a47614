import { type CapacitySettings, capacitiesOf } from './capacity.js'
import type { Changes } from './changes.js'
import type { Judgement } from './check.js'
import type { Compared } from './compare.js'
import { isShown } from './config/apply.js'
import { type AuditOptions, scopeOf } from './config/config.js'
import { type Finding, SEVERITIES } from './finding.js'
import { withFingerprint } from './fingerprint.js'
import { gains } from './gain.js'
import { inventoryOf } from './inventory.js'
import type { System } from './model/system.js'
import type { AuditResult, Comparison, Gate, Notice, ReportedFinding, Roadmap, UnverifiedSubject } from './result.js'
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
  readonly compared: Compared
  readonly past: {
    readonly base?: Pick<Conclusion, 'judgements' | 'score' | 'system'> & {
      readonly revision: string
      readonly commit: string
    }
    readonly changes?: Changes
  }
}

/** Puts everything that was found into the one result that reports are rendered from. Only display depends on the options. */
export function conclude(conclusion: Conclusion): AuditResult {
  const { system, judgements, scoring, sources, options, compared } = conclusion
  const shown = judgements.filter(judgement => isShown(judgement, options))
  const all = worstFirst(shown, gains(judgements, scoring)).map(finding => reported(finding, compared))
  const findings = all.filter(compared.isInScope)
  const production = system.deployments.filter(deployment => deployment.purpose === 'production')
  return {
    tool: { name: TOOL.name, version: TOOL.version },
    deployments: system.deployments,
    scope: {
      workloads: system.workloads.length,
      images: system.images.length,
      deployments: production.length,
      services: system.services.length,
    },
    judgements: shown,
    findings,
    score: conclusion.score,
    roadmap: conclusion.roadmap,
    gate: conclusion.gate,
    comparison: comparisonOf(conclusion, all),
    unverified: shown.flatMap(unverifiedOf),
    unreadable: system.unreadable,
    notEvaluated: system.notEvaluated,
    notices: [...conclusion.notices, ...shown.flatMap(unlistedOf)],
    internalErrors: [...judgements, ...(conclusion.past.base?.judgements ?? [])].flatMap(({ rule, error }) =>
      error ? [{ rule: rule.id, ...error }] : [],
    ),
    sources: pointedAt(findings, sources),
    inventory: () => inventoryOf(system),
    capacities: () => (system.services.length === 0 ? [] : capacitiesOf(system, capacitySettings(options))),
  }
}

function capacitySettings({ config }: AuditOptions): CapacitySettings {
  const { targetUsers, ...assumptions } = config.capacity ?? {}
  return {
    assumptions,
    ...(targetUsers !== undefined && { targetUsers }),
    ...(config.host?.cpus !== undefined && { processors: config.host.cpus }),
  }
}

type WorthSomething = Finding & Pick<ReportedFinding, 'gain'>

function reported(finding: WorthSomething, { stateOf }: Compared): ReportedFinding {
  const state = finding.suppressed ? undefined : stateOf(finding)
  return withFingerprint(state === undefined ? finding : { ...finding, baselineState: state })
}

/** Null where nothing is compared and nothing is left out. */
function comparisonOf(conclusion: Conclusion, all: readonly ReportedFinding[]): Comparison | null {
  const { options, compared, past } = conclusion
  const { staged = false, baseline, edited } = options
  if (!staged && !edited && !baseline && !past.base) return null
  const open = all.filter(({ suppressed }) => !suppressed)
  const count = (state: ReportedFinding['baselineState']) => open.filter(one => one.baselineState === state).length
  const isWanted = (rule: string) => conclusion.judgements.some(one => one.rule.id === rule && isShown(one, options))
  return {
    staged,
    ...(edited && { edited: edited.path }),
    scope: scopeOf(options),
    elsewhere: open.filter(one => one.baselineState !== 'unchanged' && !compared.isInScope(one)).length,
    ...((past.base || baseline) && { counts: { new: count('new'), unchanged: count('unchanged') } }),
    ...(past.base && {
      since: {
        revision: past.base.revision,
        commit: past.base.commit,
        score: past.base.score?.total ?? null,
        workloads: past.base.system.workloads.length,
        fixed: compared.fixed.filter(({ rule }) => isWanted(rule)).map(withFingerprint),
      },
    }),
    ...(baseline && { baseline: { path: baseline.path, stale: compared.stale } }),
    renamed: [...compared.renamed].map(([from, to]) => ({ from, to })),
    scoreGates: options.scoreGates !== false,
  }
}

function worstFirst(judgements: readonly Judgement[], worth: ReturnType<typeof gains>): readonly WorthSomething[] {
  const all = judgements.flatMap(({ outcomes }) => outcomes.flatMap(({ findings }) => findings))
  const rank = (finding: WorthSomething) => SEVERITIES.indexOf(finding.severity)
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
