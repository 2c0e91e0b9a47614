import type { Category, Confidence, Severity } from './finding.js';
import type { Format, Subject, System } from './model/system.js';
import type { Span } from './source.js';
/** A rule: one question asked of the system, with the examples that are its tests and its documentation. */
export interface Rule {
    /** `<area>/<failing-state>`, and the path of the file below `rules/`. */
    readonly id: string;
    /** The failing state as a sentence without a full stop, at most 80 characters. */
    readonly title: string;
    readonly category: Category;
    /** The weight in the score. A finding may be shown with another severity (see `FailOptions.severity`). */
    readonly severity: Severity;
    /** The worst severity that a finding of it may be shown with, where that is worse than `severity`. */
    readonly worst?: Severity;
    readonly confidence: Confidence;
    /** SARIF security-severity, 0.1 to 10: only, and always, in category `security`. */
    readonly security?: number;
    /** The version that it came with. */
    readonly since: string;
    /** What a fix takes: the roadmap divides gain by it. */
    readonly effort: Effort;
    /** Why it matters, for somebody who has never met it. One to three sentences. */
    readonly why: string;
    /** What to do, in the imperative, with what to type. */
    readonly fix: string;
    /** Where the facts come from. */
    readonly refs: readonly string[];
    /** The formats whose unreadable production files make this rule unverified, beside the ones that declare workloads. */
    readonly reads?: readonly Format[];
    /** Ids under which earlier versions knew this rule; accepted in configuration and suppressions. */
    readonly aliases?: readonly string[];
    check(context: CheckContext): void;
    readonly examples: {
        readonly bad: readonly Example[];
        readonly good: readonly Example[];
    };
}
/** What a fix takes somebody who knows the system. The way to the threshold is computed with it. */
export type Effort = 'minutes' | 'hours' | 'days';
/**
 * A small repository: file name to text. Indentation common to all lines is removed. `#!` (or `//!`) behind a line
 * marks a finding of this rule on that line, followed by a part of its message; alone on a line it marks the next line.
 */
export type Example = Readonly<Record<string, string>>;
/** What a rule is given: the system, and a word for each verdict. */
export interface CheckContext {
    readonly system: System;
    /** The subject is fine. */
    readonly pass: (subject: Subject) => void;
    /** The subject is not: `at` is the fact to point at, where the fix goes; `what` says what is wrong, with its values. */
    readonly fail: (subject: Subject, at: Span | {
        readonly at: Span;
    }, what: string, options?: FailOptions) => void;
    /**
     * The subject fails, and another rule reports it: this one asks about the quality of something that is absent.
     * `by` is the id of that rule: fixing what it finds is then worth this, too.
     */
    readonly implied: (subject: Subject, by?: string) => void;
    /** It is demanded, and the repository does not tell. */
    readonly unverified: (subject: Subject, at: Span | {
        readonly at: Span;
    }, because: string) => void;
}
/** What a finding says other than its rule says of all. */
export interface FailOptions {
    /** Only where the catalogue gives the rule several severities, and only by facts that no fix of this rule changes. */
    readonly severity?: Severity;
    /** Instead of the rule's own: the exact words for this image, this command. */
    readonly fix?: string;
    readonly why?: string;
    /** Other places that the finding joins. */
    readonly related?: readonly {
        readonly at: Span;
        readonly message: string;
    }[];
    /** Tells several findings of one rule on one subject apart, independent of lines: `ports.5432`, a variable's name. */
    readonly key?: string;
}
/** The formats that declare workloads. Every rule reads them: they decide which subjects there are, and which count. */
export declare const WORKLOAD_FORMATS: readonly Format[];
/** Declares a rule. It only gives the object its type; `rules/index.ts` is generated from the directory. */
export declare function defineRule(rule: Rule): Rule;
