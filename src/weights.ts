import type { Category, Severity } from './finding.js'

/** Grades, the best first. */
export const LETTERS = ['A', 'B', 'C', 'D', 'F'] as const
/** A grade; from which score on it is given is in `Weights`. */
export type Letter = (typeof LETTERS)[number]

/** Every number that the score is made of. */
export interface Weights {
  /** Share of each category in the total; 0 takes it out. */
  readonly categories: Readonly<Record<Category, number>>
  /** Weight of a rule in its category, by its own severity. */
  readonly severities: Readonly<Record<Severity, number>>
  /** What a category keeps for each critical rule that is not met. */
  readonly criticalFactor: number
  /** The least total that earns each letter, best first. */
  readonly letters: readonly { readonly letter: Letter; readonly from: number }[]
  /** The best letter while a critical failure is open. */
  readonly bestWithCritical: Letter
  /** The least total that counts as production-ready, unless the configuration says otherwise. */
  readonly threshold: number
}

/** The standard weights. */
export const WEIGHTS: Weights = {
  categories: {
    'infrastructure-stability': 25,
    'service-health': 20,
    security: 20,
    observability: 15,
    'disaster-recovery': 10,
    performance: 10,
  },
  severities: { critical: 10, high: 7, medium: 3, low: 1 },
  criticalFactor: 0.75,
  letters: [
    { letter: 'A', from: 90 },
    { letter: 'B', from: 80 },
    { letter: 'C', from: 70 },
    { letter: 'D', from: 60 },
    { letter: 'F', from: 0 },
  ],
  bestWithCritical: 'C',
  threshold: 80,
}

/** The standard weights with those of some categories replaced. */
export function weightsWith(categories: ReadonlyMap<Category, number>): Weights {
  return { ...WEIGHTS, categories: { ...WEIGHTS.categories, ...Object.fromEntries(categories) } }
}
