import type { Judgement } from './check.js'
import { type FailOn, isAtLeast } from './config/config.js'
import type { Finding } from './finding.js'
import { isScored } from './ledger.js'
import type { Gate, GateCondition } from './result.js'
import { formatScore, type Score } from './score.js'

/** What fails the gate. */
export interface GateOptions {
  /** The least severity that fails; `never` lets every finding pass, critical ones too. */
  readonly failOn: FailOn
  /** The least total that passes, 0 to 100; undefined where the score decides nothing. */
  readonly minScore: number | undefined
  readonly kept?: Kept
  /** Which open findings are judged: all, unless only new ones or those in some files are. */
  readonly isJudged?: (finding: Finding) => boolean
  /** What the judged ones are called: `new`. */
  readonly called?: string
  /** Where they are, as the end of a sentence: `in staged files`. */
  readonly where?: string
}

/** What may not become less than it was. */
export interface Kept {
  /** The total that there was. */
  readonly score?: number
  /** How many workloads were audited, and how many are. */
  readonly workloads?: readonly [before: number, now: number]
}

/** How many findings a condition names with their places, and how many rules where there are more findings. */
const NAMED = 3
const NAMED_RULES = 5

/**
 * Whether a build may go on. Each condition that was asked is listed with its figures: the score, where there is one;
 * critical findings; and findings of `failOn` or worse that are not critical, so that none is counted twice. Accepted
 * findings, advice (confidence C) and subjects without weight never fail it, nor does what is not judged.
 */
export function gate(judgements: readonly Judgement[], score: Score | null, options: GateOptions): Gate {
  const { isJudged = () => true } = options
  const open = openFindings(judgements).filter(isJudged)
  const conditions: GateCondition[] = []
  if (score && options.minScore !== undefined) conditions.push(scoreCondition(score.total, options.minScore))
  conditions.push(...keptConditions(score, options.kept))
  if (options.failOn !== 'never') {
    const critical = open.filter(finding => finding.severity === 'critical')
    conditions.push(severityCondition('critical', 'critical', critical, options))
    if (options.failOn !== 'critical') conditions.push(belowCritical(open, options.failOn, options))
  }
  return { passed: conditions.every(condition => condition.passed), conditions }
}

function scoreCondition(total: number, minScore: number): GateCondition {
  const passed = total >= minScore
  const shown = `score ${formatScore(total)}`
  return { kind: 'score', passed, message: passed ? `${shown} reaches ${minScore}` : `${shown} is below ${minScore}` }
}

/** Scores are compared as they are shown: what nobody can see fails nothing. */
function keptConditions(score: Score | null, { score: before, workloads }: Kept = {}): readonly GateCondition[] {
  const conditions: GateCondition[] = []
  if (before !== undefined) {
    const [was, is] = [formatScore(before), score ? formatScore(score.total) : 'none']
    const passed = Number(is) >= Number(was)
    conditions.push({
      kind: 'kept-score',
      passed,
      message: `score ${is}, ${passed ? 'no less than' : 'where it was'} ${was}`,
    })
  }
  if (workloads) {
    const [was, is] = workloads
    const words = is === 1 ? '1 workload is audited' : `${is} workloads are audited`
    conditions.push({
      kind: 'kept-scope',
      passed: is >= was,
      message: `${words}, ${is >= was ? 'no fewer than' : 'where it was'} ${was}`,
    })
  }
  return conditions
}

function belowCritical(
  open: readonly Finding[],
  limit: Exclude<FailOn, 'never'>,
  words: Pick<GateOptions, 'called' | 'where'>,
): GateCondition {
  const bad = open.filter(finding => finding.severity !== 'critical' && isAtLeast(finding.severity, limit))
  return severityCondition('severity', limit === 'high' ? 'high' : `high to ${limit}`, bad, words)
}

/** "no new critical finding is open", "2 high findings are open in staged files: …". */
function severityCondition(
  kind: 'critical' | 'severity',
  severity: string,
  bad: readonly Finding[],
  { called, where }: Pick<GateOptions, 'called' | 'where'>,
): GateCondition {
  const what = called === undefined ? severity : `${called} ${severity}`
  const open = where === undefined ? 'open' : `open ${where}`
  if (bad.length === 0) return { kind, passed: true, message: `no ${what} finding is ${open}` }
  const count = bad.length === 1 ? `1 ${what} finding is ${open}` : `${bad.length} ${what} findings are ${open}`
  return { kind, passed: false, message: `${count}: ${naming(bad)}` }
}

/** A few findings with their places; more than that by rule, because a list of them would be the report once more. */
function naming(findings: readonly Finding[]): string {
  if (findings.length <= NAMED) {
    return findings
      .map(({ rule, subjectName, place }) => `${rule} on ${subjectName} (${place.path}:${place.line})`)
      .join(', ')
  }
  const counts = new Map<string, number>()
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const rules = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const named = rules.slice(0, NAMED_RULES).map(([rule, times]) => (times === 1 ? rule : `${rule} (${times})`))
  const rest = rules.length - named.length
  return rest > 0 ? `${named.join(', ')} and ${rest} more ${rest === 1 ? 'rule' : 'rules'}` : named.join(', ')
}

function openFindings(judgements: readonly Judgement[]): readonly Finding[] {
  return judgements
    .filter(judgement => isScored(judgement.rule))
    .flatMap(judgement => judgement.outcomes)
    .filter(outcome => outcome.weight > 0)
    .flatMap(outcome => outcome.findings)
    .filter(finding => !finding.suppressed)
}
