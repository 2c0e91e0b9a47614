import type { Judgement } from './check.js'
import { commonMultiple, type Fraction, fractionOf, inProportion, plus, toNumber } from './exact.js'
import { CATEGORIES, type Category, type Outcome, SEVERITIES, type Severity } from './finding.js'
import type { Rule } from './rule.js'
import type { Weights } from './weights.js'

/** The books of the score: whole numbers only, so that the total is exact and one change costs one addition. */
export interface Ledger {
  /** The rules that apply and are scored, by id. */
  readonly lines: ReadonlyMap<string, Line>
  /** Those that changes have moved, instead of the ones above. */
  readonly moved: ReadonlyMap<string, Line>
  /** The categories with at least one such rule and a weight. */
  readonly sheets: ReadonlyMap<Category, Sheet>
  /** What a category keeps for each critical rule that is not met. */
  readonly criticalFactor: Fraction
}

/** One applicable rule. Its score is `points / demanded`. */
export interface Line {
  readonly rule: Rule
  /** w(r), in proportion to the others. */
  readonly weight: bigint
  /** Σ w(s) over its subjects, and over those that pass. */
  readonly demanded: bigint
  readonly points: bigint
  /** Subjects for which it counts as a critical rule that is not met. */
  readonly strikes: number
}

/** One category. Its base is `points / (unit × demanded)`. */
export interface Sheet {
  readonly category: Category
  /** W, in proportion to the others. */
  readonly weight: bigint
  /** A multiple of the `demanded` of all its lines. */
  readonly unit: bigint
  /** Σ w(r). */
  readonly demanded: bigint
  /** Σ w(r) · q(r) · unit. */
  readonly points: bigint
  /** Critical rules that are not met: n. */
  readonly criticalRules: number
}

/** How one rule moves when findings are fixed. */
export interface Change {
  readonly rule: string
  /** Added to its points. */
  readonly points: number
  /** Added to its strikes. */
  readonly strikes: number
}

/** Whether a rule takes part in the score: advice does not. */
export function isScored(rule: Rule): boolean {
  return rule.confidence !== 'C'
}

/** Enters judgements into a new ledger. The order of rules and subjects makes no difference. */
export function openLedger(judgements: readonly Judgement[], weights: Weights): Ledger {
  const known = opened.get(judgements)
  if (known?.weights === weights) return known.ledger
  const ledger = enter(judgements, weights)
  opened.set(judgements, { weights, ledger })
  return ledger
}

/** The score, the gains and the roadmap of an audit begin with the same ledger. */
const opened = new WeakMap<readonly Judgement[], { readonly weights: Weights; readonly ledger: Ledger }>()

function enter(judgements: readonly Judgement[], weights: Weights): Ledger {
  const severityWeights = inProportion(new Map(SEVERITIES.map(severity => [severity, weights.severities[severity]])))
  const categoryWeights = inProportion(new Map(CATEGORIES.map(category => [category, weights.categories[category]])))
  const lines = new Map<string, Line>()
  for (const judgement of judgements) {
    const line = lineOf(judgement, severityWeights)
    if (line) lines.set(judgement.rule.id, line)
  }
  const sheets = new Map<Category, Sheet>()
  for (const category of CATEGORIES) {
    const weight = categoryWeights.get(category) ?? 0n
    const own = [...lines.values()].filter(line => line.rule.category === category)
    if (own.length > 0) sheets.set(category, sheetOf(category, weight, own))
  }
  return { lines, moved: new Map(), sheets, criticalFactor: fractionOf(weights.criticalFactor) }
}

/** The ledger after changes. Changes of rules that are not scored make no difference. */
export function apply(ledger: Ledger, changes: readonly Change[]): Ledger {
  const moved = new Map(ledger.moved)
  const sheets = new Map(ledger.sheets)
  for (const change of changes) {
    const line = moved.get(change.rule) ?? ledger.lines.get(change.rule)
    const sheet = line && sheets.get(line.rule.category)
    if (!line || !sheet) continue
    const after = { ...line, points: line.points + BigInt(change.points), strikes: line.strikes + change.strikes }
    moved.set(change.rule, after)
    sheets.set(sheet.category, {
      ...sheet,
      points: sheet.points + line.weight * BigInt(change.points) * (sheet.unit / line.demanded),
      criticalRules: sheet.criticalRules + Number(after.strikes > 0) - Number(line.strikes > 0),
    })
  }
  return { ...ledger, moved, sheets }
}

/** T: 0 to 100, or null when no category counts. */
export function totalOf(ledger: Ledger): number | null {
  let weights = 0n
  let sum: Fraction = { over: 0n, under: 1n }
  for (const sheet of ledger.sheets.values()) {
    if (sheet.weight === 0n) continue
    const score = scoreOf(ledger, sheet)
    weights += sheet.weight
    sum = plus(sum, { over: sheet.weight * score.over, under: score.under })
  }
  return weights === 0n ? null : toNumber({ over: sum.over, under: sum.under * weights })
}

/** C of a category. */
export function scoreOf(ledger: Ledger, sheet: Sheet): Fraction {
  const n = BigInt(sheet.criticalRules)
  return {
    over: 100n * sheet.points * ledger.criticalFactor.over ** n,
    under: sheet.unit * sheet.demanded * ledger.criticalFactor.under ** n,
  }
}

/** What it does to a rule when one of its outcomes becomes another. */
export function changeBetween(rule: Rule, before: Outcome, after: Outcome): Change {
  return {
    rule: rule.id,
    points: pointsOf(after) - pointsOf(before),
    strikes: Number(strikes(rule, after)) - Number(strikes(rule, before)),
  }
}

/** Whether a rule counts as a critical one that is not met because of this subject. */
function strikes(rule: Rule, outcome: Outcome): boolean {
  if (outcome.weight === 0 || outcome.status === 'pass') return false
  if (outcome.findings.some(finding => (finding.ruleSeverity ?? finding.severity) === 'critical')) return true
  if (outcome.unreadable) return rule.severity === 'critical' || rule.worst === 'critical'
  return outcome.status !== 'unverified' && rule.severity === 'critical'
}

function pointsOf(outcome: Outcome): number {
  return outcome.status === 'pass' ? outcome.weight : 0
}

function lineOf(judgement: Judgement, weights: ReadonlyMap<Severity, bigint>): Line | undefined {
  const { rule, outcomes } = judgement
  const demanded = BigInt(sum(outcomes.map(outcome => outcome.weight)))
  const weight = weights.get(rule.severity) ?? 0n
  if (!isScored(rule) || demanded === 0n || weight === 0n) return undefined
  return {
    rule,
    weight,
    demanded,
    points: BigInt(sum(outcomes.map(pointsOf))),
    strikes: outcomes.filter(outcome => strikes(rule, outcome)).length,
  }
}

function sheetOf(category: Category, weight: bigint, lines: readonly Line[]): Sheet {
  const unit = commonMultiple(lines.map(line => line.demanded))
  let demanded = 0n
  let points = 0n
  for (const line of lines) {
    demanded += line.weight
    points += line.weight * line.points * (unit / line.demanded)
  }
  return { category, weight, unit, demanded, points, criticalRules: lines.filter(line => line.strikes > 0).length }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
