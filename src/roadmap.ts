import type { Judgement } from './check.js'
import type { Finding, Outcome } from './finding.js'
import { apply, type Change, changeBetween, isScored, type Ledger, openLedger, totalOf } from './ledger.js'
import { worstSeverity } from './outcome.js'
import { changeOf, grouped, type ImpliedAnswer, impliedAnswers, remedied } from './remedy.js'
import type { Roadmap, RoadmapStep } from './result.js'
import type { Effort } from './rule.js'
import type { ScoreOptions } from './score.js'
import { WEIGHTS } from './weights.js'

/**
 * What a fix is taken to cost, in minutes of work; a day has eight hours. The first finding of a rule costs all of it,
 * each further one a quarter: the same change once more. Estimates, for the order of the steps and a rough sum.
 */
export const MINUTES: Readonly<Record<Effort, number>> = { minutes: 20, hours: 3 * 60, days: 2 * 8 * 60 }

const PHASES = ['critical', 'high', 'rest'] as const

/** A rule with open findings, as the roadmap weighs it. */
interface Candidate {
  readonly step: Omit<RoadmapStep, 'gain' | 'to'>
  /** What fixing them does to the rule's own outcomes, those aside that are implied by other rules. */
  readonly own: readonly Change[]
  /** The implied failures that depend on it. */
  readonly implied: readonly ImpliedAnswer[]
}

/**
 * The way to the threshold: at each step the rule whose open findings, all fixed, gain most for their effort; of equal
 * ones the first by id. It ends at the threshold, or when nothing left to fix gains anything. The steps are then put
 * in phases and their totals recomputed, so that the last one reaches what was announced. Null when there is no score.
 */
export function roadmap(judgements: readonly Judgement[], options: ScoreOptions): Roadmap | null {
  const weights = options.weights ?? WEIGHTS
  const threshold = options.threshold ?? weights.threshold
  const ledger = openLedger(judgements, weights)
  const from = options.deployable ? totalOf(ledger) : null
  if (from === null) return null
  const chosen = choose(candidatesOf(judgements), ledger, from, threshold)
  const steps = inPhases(chosen, ledger, from)
  const to = steps.at(-1)?.to ?? from
  return {
    from,
    to,
    threshold,
    reached: to >= threshold,
    minutes: steps.reduce((total, step) => total + step.minutes, 0),
    steps,
    beyond: beyondOf(judgements),
  }
}

/** Working time as people say it: "20 minutes", "3 hours", "2 days", each rounded up. */
export function formatEffort(minutes: number): string {
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes <= 8 * 60
        ? [Math.ceil(minutes / 60), 'hour']
        : [Math.ceil(minutes / (8 * 60)), 'day']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

function candidatesOf(judgements: readonly Judgement[]): readonly Candidate[] {
  const answers = impliedAnswers(judgements)
  const touching = grouped(
    answers.flatMap(answer => [...new Set([...answer.rules, answer.rule.id])].map(rule => ({ rule, answer }))),
    ({ rule }) => rule,
  )
  return judgements
    .toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
    .flatMap(judgement => {
      const { rule, outcomes } = judgement
      const open = outcomes.flatMap(outcome => outcome.findings).filter(isOpen)
      const severity = worstSeverity(open)
      if (!severity) return []
      const own = outcomes.filter(outcome => !outcome.implied).map(outcome => changeOf({ rule, outcome }, isOpen))
      const minutes = (MINUTES[rule.effort] * (open.length + 3)) / 4
      const phase = severity === 'critical' || severity === 'high' ? severity : 'rest'
      return {
        step: { rule: rule.id, severity, phase, effort: rule.effort, minutes, findings: open.length },
        own: merged(rule.id, own),
        implied: (touching.get(rule.id) ?? []).map(({ answer }) => answer),
      }
    })
}

function choose(
  candidates: readonly Candidate[],
  ledger: Ledger,
  from: number,
  threshold: number,
): readonly Candidate[] {
  const everything = candidates.reduce((way, candidate) => taken(way, candidate), start(ledger, from))
  const chosen: Candidate[] = []
  let way = start(ledger, from)
  while (way.total < threshold && isMore(everything.total, way.total)) {
    const left = candidates.filter(({ step }) => !way.done.has(step.rule))
    // Where no rule gains alone, two that wait for each other may: then the first of those comes next.
    const next = bestOf(left, way) ?? left.find(({ implied }) => implied.length > 0)
    if (!next) break
    chosen.push(next)
    way = taken(way, next)
  }
  return chosen
}

/** What gains most for its effort; undefined when nothing gains anything. Of equals the first. */
function bestOf(candidates: readonly Candidate[], way: Way): Candidate | undefined {
  let best: { candidate: Candidate; worth: number } | undefined
  for (const candidate of candidates) {
    const gain = (totalOf(apply(way.ledger, changesOf(candidate, way))) ?? way.total) - way.total
    const worth = gain / candidate.step.minutes
    if (isMore(worth, best?.worth ?? 0)) best = { candidate, worth }
  }
  return best?.candidate
}

/** Beyond what the last bits of doubles tell apart, so that equal gains are equal. */
function isMore(a: number, b: number): boolean {
  return a - b > 1e-9
}

/** The same steps by phase; within a phase in the order chosen. */
function inPhases(chosen: readonly Candidate[], ledger: Ledger, from: number): readonly RoadmapStep[] {
  let way = start(ledger, from)
  return PHASES.flatMap(phase => chosen.filter(({ step }) => step.phase === phase)).map(candidate => {
    const before = way.total
    way = taken(way, candidate)
    return { ...candidate.step, gain: way.total - before, to: way.total }
  })
}

/** Where the rules in `done` have nothing open any more. */
interface Way {
  readonly ledger: Ledger
  readonly total: number
  readonly done: ReadonlySet<string>
  /** For implied failures, how many of the rules that they wait for are done; none when not listed. */
  readonly progress: ReadonlyMap<ImpliedAnswer, number>
}

function start(ledger: Ledger, total: number): Way {
  return { ledger, total, done: new Set(), progress: new Map() }
}

function taken(way: Way, candidate: Candidate): Way {
  const { rule } = candidate.step
  const ledger = apply(way.ledger, changesOf(candidate, way))
  const progress = new Map(way.progress)
  for (const answer of candidate.implied) if (answer.rules.has(rule)) progress.set(answer, doneFor(answer, way) + 1)
  return { ledger, total: totalOf(ledger) ?? way.total, done: new Set(way.done).add(rule), progress }
}

/** What a step changes. */
function changesOf({ step, own, implied }: Candidate, way: Way): readonly Change[] {
  const changes = implied.flatMap(answer => {
    const before = doneFor(answer, way)
    const after = before + Number(answer.rules.has(step.rule))
    // Most implied failures still wait for another rule, and are no concern of this one's own.
    if (answer.rule.id !== step.rule && after < answer.rules.size) return []
    const isDone = ({ rule }: Finding) => way.done.has(rule)
    const isDoneAfter = (finding: Finding) => isDone(finding) || finding.rule === step.rule
    return [changeBetween(answer.rule, stateOf(answer, before, isDone), stateOf(answer, after, isDoneAfter))]
  })
  return [...own, ...[...grouped(changes, change => change.rule)].flatMap(([rule, some]) => merged(rule, some))]
}

function doneFor(answer: ImpliedAnswer, way: Way): number {
  return way.progress.get(answer) ?? 0
}

function stateOf(answer: ImpliedAnswer, done: number, isDone: (finding: Finding) => boolean): Outcome {
  const released = !answer.accepted && done === answer.rules.size
  return remedied(answer, finding => isOpen(finding) && isDone(finding), released)
}

function merged(rule: string, changes: readonly Change[]): readonly Change[] {
  const points = changes.reduce((total, change) => total + change.points, 0)
  const strikes = changes.reduce((total, change) => total + change.strikes, 0)
  return points === 0 && strikes === 0 ? [] : [{ rule, points, strikes }]
}

function isOpen(finding: Finding): boolean {
  return !finding.suppressed
}

function beyondOf(judgements: readonly Judgement[]): Roadmap['beyond'] {
  const counted = judgements
    .filter(judgement => isScored(judgement.rule))
    .flatMap(judgement => judgement.outcomes)
    .filter(outcome => outcome.weight > 0)
  return {
    accepted: counted.filter(outcome => outcome.findings.some(finding => finding.suppressed)).length,
    unverified: counted.filter(outcome => outcome.because !== undefined).length,
  }
}
