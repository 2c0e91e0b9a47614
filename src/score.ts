import type { Judgement } from './check.js'
import { toNumber } from './exact.js'
import { CATEGORIES, type Category, type Outcome } from './finding.js'
import { isScored, type Ledger, type Line, openLedger, scoreOf, totalOf } from './ledger.js'
import { LETTERS, type Letter, WEIGHTS, type Weights } from './weights.js'

/** How ready for production the system is. Numbers are not rounded: `formatScore` writes them. */
export interface Score {
  /** 0 to 100. */
  readonly total: number
  readonly letter: Letter
  /** The least total that passes. */
  readonly threshold: number
  /** All six, in the order of the weights table. */
  readonly categories: readonly CategoryScore[]
  readonly coverage: Coverage
}

/** One category of the score. */
export interface CategoryScore {
  readonly category: Category
  readonly weight: number
  /** 0 to 100; null when no rule of it applies, and then it is in no sum. */
  readonly score: number | null
  /** 0 to 1: the weighted mean of its rules, before critical rules take their share. Null with `score`. */
  readonly base: number | null
  /** How many critical rules are not met. */
  readonly criticalRules: number
  /** Its rules that apply, by id. */
  readonly rules: readonly RuleScore[]
}

/** One rule in the score. */
export interface RuleScore {
  readonly rule: string
  /** By its own severity, whatever its findings are shown with. */
  readonly weight: number
  /** 0 to 1: the weighted share of its subjects that pass. */
  readonly q: number
  /** Counted among `criticalRules`. */
  readonly critical: boolean
  /** Subjects with a weight, by status. */
  readonly subjects: number
  readonly passed: number
  readonly failed: number
  readonly accepted: number
  readonly unverified: number
}

/**
 * How much of what is demanded could be judged, in questions: one for each scored rule and subject, and for a file
 * that could not be read as many as the subjects that it may declare.
 */
interface Coverage {
  readonly demanded: number
  readonly verified: number
  /** `verified / demanded`, 0 to 1; 1 when nothing is demanded. */
  readonly share: number
}

/** What a score is computed with. */
export interface ScoreOptions {
  /** Whether there is a workload or an image to deploy. Without one there is no score. */
  readonly deployable: boolean
  readonly weights?: Weights
  /** Instead of the threshold of the weights. */
  readonly threshold?: number
}

/**
 * The readiness score, computed in whole numbers and rounded once, at the end, to a double. Null when there is nothing
 * to deploy or no rule with a weight applies: never 0 and never 100 for want of anything to judge. Throws a RangeError
 * when a weight is negative or not finite.
 */
export function score(judgements: readonly Judgement[], options: ScoreOptions): Score | null {
  const weights = options.weights ?? WEIGHTS
  const ledger = openLedger(judgements, weights)
  const total = totalOf(ledger)
  if (!options.deployable || total === null) return null
  const scored = judgements.filter(judgement => isScored(judgement.rule))
  return {
    total,
    letter: letterOf(total, weights, scored.some(hasOpenCritical)),
    threshold: options.threshold ?? weights.threshold,
    categories: CATEGORIES.map(category => categoryScore(category, scored, ledger, weights)),
    coverage: coverageOf(scored),
  }
}

/** A score as people read it, floored to one decimal: 79.96 is 79.9, so that nothing is shown as reached that is not. */
export function formatScore(value: number): string {
  return (Math.floor(value * 10) / 10).toFixed(1)
}

/** Whether a rule has a critical finding, on a subject with a weight, that nobody accepted. */
function hasOpenCritical({ outcomes }: Judgement): boolean {
  return outcomes.some(
    ({ weight, findings }) =>
      weight > 0 &&
      findings.some(finding => (finding.ruleSeverity ?? finding.severity) === 'critical' && !finding.suppressed),
  )
}

function letterOf(total: number, weights: Weights, openCritical: boolean): Letter {
  const earned = weights.letters.find(({ from }) => total >= from)?.letter ?? 'F'
  const capped = openCritical && LETTERS.indexOf(earned) < LETTERS.indexOf(weights.bestWithCritical)
  return capped ? weights.bestWithCritical : earned
}

function categoryScore(
  category: Category,
  judgements: readonly Judgement[],
  ledger: Ledger,
  weights: Weights,
): CategoryScore {
  const sheet = ledger.sheets.get(category)
  const rules = judgements
    .filter(judgement => judgement.rule.category === category)
    .toSorted((a, b) => (a.rule.id < b.rule.id ? -1 : 1))
  return {
    category,
    weight: weights.categories[category],
    score: sheet ? toNumber(scoreOf(ledger, sheet)) : null,
    base: sheet ? toNumber({ over: sheet.points, under: sheet.unit * sheet.demanded }) : null,
    criticalRules: sheet?.criticalRules ?? 0,
    rules: rules.flatMap(judgement => {
      const line = ledger.lines.get(judgement.rule.id)
      return line ? [ruleScore(judgement, line, weights)] : []
    }),
  }
}

function ruleScore({ rule, outcomes }: Judgement, line: Line, weights: Weights): RuleScore {
  const counted = outcomes.filter(outcome => outcome.weight > 0)
  const having = (status: Outcome['status']) => counted.filter(outcome => outcome.status === status).length
  return {
    rule: rule.id,
    weight: weights.severities[rule.severity],
    q: toNumber({ over: line.points, under: line.demanded }),
    critical: line.strikes > 0,
    subjects: counted.length,
    passed: having('pass'),
    failed: having('fail'),
    accepted: having('accepted'),
    unverified: having('unverified'),
  }
}

function coverageOf(judgements: readonly Judgement[]): Coverage {
  let demanded = 0
  let verified = 0
  for (const { weight, status } of judgements.flatMap(judgement => judgement.outcomes)) {
    if (weight === 0) continue
    const questions = Math.max(1, weight / 3)
    demanded += questions
    if (status !== 'unverified') verified += questions
  }
  return { demanded, verified, share: demanded === 0 ? 1 : verified / demanded }
}
