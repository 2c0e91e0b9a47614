import type { Judgement } from './check.js';
import { type Category } from './finding.js';
import { type Letter, type Weights } from './weights.js';
/** How ready for production the system is. Numbers are not rounded: `formatScore` writes them. */
export interface Score {
    /** 0 to 100. */
    readonly total: number;
    readonly letter: Letter;
    /** The least total that passes. */
    readonly threshold: number;
    /** All six, in the order of the weights table. */
    readonly categories: readonly CategoryScore[];
    readonly coverage: Coverage;
}
/** One category of the score. */
export interface CategoryScore {
    readonly category: Category;
    readonly weight: number;
    /** 0 to 100; null when no rule of it applies, and then it is in no sum. */
    readonly score: number | null;
    /** 0 to 1: the weighted mean of its rules, before critical rules take their share. Null with `score`. */
    readonly base: number | null;
    /** How many critical rules are not met. */
    readonly criticalRules: number;
    /** Its rules that apply, by id. */
    readonly rules: readonly RuleScore[];
}
/** One rule in the score. */
export interface RuleScore {
    readonly rule: string;
    /** By its own severity, whatever its findings are shown with. */
    readonly weight: number;
    /** 0 to 1: the weighted share of its subjects that pass. */
    readonly q: number;
    /** Counted among `criticalRules`. */
    readonly critical: boolean;
    /** Subjects with a weight, by status. */
    readonly subjects: number;
    readonly passed: number;
    readonly failed: number;
    readonly accepted: number;
    readonly unverified: number;
}
/**
 * How much of what is demanded could be judged, in questions: one for each scored rule and subject, and for a file
 * that could not be read as many as the subjects that it may declare.
 */
interface Coverage {
    readonly demanded: number;
    readonly verified: number;
    /** `verified / demanded`, 0 to 1; 1 when nothing is demanded. */
    readonly share: number;
}
/** What a score is computed with. */
export interface ScoreOptions {
    /** Whether there is a workload or an image to deploy. Without one there is no score. */
    readonly deployable: boolean;
    readonly weights?: Weights;
    /** Instead of the threshold of the weights. */
    readonly threshold?: number;
}
/**
 * The readiness score, computed in whole numbers and rounded once, at the end, to a double. Null when there is nothing
 * to deploy or no rule with a weight applies: never 0 and never 100 for want of anything to judge. Throws a RangeError
 * when a weight is negative or not finite.
 */
export declare function score(judgements: readonly Judgement[], options: ScoreOptions): Score | null;
/** A score as people read it, floored to one decimal: 79.96 is 79.9, so that nothing is shown as reached that is not. */
export declare function formatScore(value: number): string;
export {};
