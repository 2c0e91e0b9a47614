import type { Baseline, BaselineEntry } from './baseline.js';
import type { Changes } from './changes.js';
import type { Judgement } from './check.js';
import type { Finding } from './finding.js';
import type { ChangedScope } from './trees.js';
/** What findings are compared with; everything is optional. */
export interface Reference {
    /** What was found in an earlier version of the repository. */
    readonly base?: readonly Judgement[] | undefined;
    readonly baseline?: Baseline | undefined;
    readonly changes?: Changes | undefined;
    readonly scope: ChangedScope;
}
/** What is known of this version beside its findings. */
export interface Present {
    /** Whether a file or folder is there. */
    readonly exists: (path: string) => boolean;
    /** Whether what a file says could not be read: what was found in it is then not fixed. */
    readonly isUnreadable: (path: string) => boolean;
    /** Whether the configuration turns a rule off: what it had found is then neither there nor gone. */
    readonly isOff: (rule: string) => boolean;
}
/** New: it was not there before. Unchanged: it was, or the baseline knows it. */
export type BaselineState = 'new' | 'unchanged';
/** How the findings of an audit relate to what it is compared with. */
export interface Compared {
    /** Undefined when there is nothing to compare with. */
    readonly stateOf: (finding: Finding) => BaselineState | undefined;
    /** Whether it lies where findings are asked for. */
    readonly isInScope: (finding: Finding) => boolean;
    /** Findings of the base that are there no more, in the order of the base. */
    readonly fixed: readonly Finding[];
    /** Entries of the baseline that nothing was found for. */
    readonly stale: readonly BaselineEntry[];
    /** Renamed files with findings: the path before, and now. */
    readonly renamed: ReadonlyMap<string, string>;
}
/**
 * Compares findings with those of an earlier version and with a baseline, by their fingerprints. A finding in a renamed
 * file is the same finding. Accepted findings are compared with nothing: only open ones are new, known or fixed.
 */
export declare function compareFindings(judgements: readonly Judgement[], reference: Reference, present: Present): Compared;
