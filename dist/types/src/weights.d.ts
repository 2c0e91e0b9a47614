import type { Category, Severity } from './finding.js';
/** Grades, the best first. */
export declare const LETTERS: readonly ['A', 'B', 'C', 'D', 'F'];
/** A grade; from which score on it is given is in `Weights`. */
export type Letter = (typeof LETTERS)[number];
/** Every number that the score is made of. */
export interface Weights {
    /** Share of each category in the total; 0 takes it out. */
    readonly categories: Readonly<Record<Category, number>>;
    /** Weight of a rule in its category, by its own severity. */
    readonly severities: Readonly<Record<Severity, number>>;
    /** What a category keeps for each critical rule that is not met. */
    readonly criticalFactor: number;
    /** The least total that earns each letter, best first. */
    readonly letters: readonly {
        readonly letter: Letter;
        readonly from: number;
    }[];
    /** The best letter while a critical failure is open. */
    readonly bestWithCritical: Letter;
    /** The least total that counts as production-ready, unless the configuration says otherwise. */
    readonly threshold: number;
}
/** The standard weights. */
export declare const WEIGHTS: Weights;
/** The standard weights with those of some categories replaced. */
export declare function weightsWith(categories: ReadonlyMap<Category, number>): Weights;
