import { type Outcome } from './finding.js';
import type { System } from './model/system.js';
import { type Rule } from './rule.js';
import { type Source } from './source.js';
/** What one rule says of the whole system: one outcome for each subject, sorted by the subject's id. */
export interface Judgement {
    readonly rule: Rule;
    readonly outcomes: readonly Outcome[];
    /** Set when the rule crashed: a mistake of ours. What it had not proven to fail is then unverified. */
    readonly error?: RuleError;
    /** How many findings are left out of the outcomes, because their subjects have more than anybody reads. */
    readonly unlisted?: number;
}
/** Why a rule crashed. */
interface RuleError {
    readonly message: string;
    readonly stack?: string;
}
/**
 * Asks every rule about the system. A rule that throws is recorded in its judgement and the rest goes on. Judgements
 * come sorted by rule id; `sources` turns the spans of findings into lines (a file missing there is shown as line 1).
 */
export declare function check(system: System, rules: readonly Rule[], sources: ReadonlyMap<string, Source>): readonly Judgement[];
export {};
