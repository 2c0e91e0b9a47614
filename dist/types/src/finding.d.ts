import type { Identity } from './fingerprint.js';
import type { Place, Span } from './source.js';
/** The worst first. What each weighs is in weights.ts. */
export declare const SEVERITIES: readonly ['critical', 'high', 'medium', 'low'];
/** How bad it is where it goes wrong. */
export type Severity = (typeof SEVERITIES)[number];
/** A proven · B guarded by known traps · C advisory: shown on request only, never scored, never gates. */
export type Confidence = 'A' | 'B' | 'C';
/** What the score is made of, in the order of reports. What each weighs is in weights.ts. */
export declare const CATEGORIES: readonly ['infrastructure-stability', 'service-health', 'security', 'observability', 'disaster-recovery', 'performance'];
/** What a rule scores in, whatever it looks at. */
export type Category = (typeof CATEGORIES)[number];
/** `accepted`: failed, and suppressed with a reason. It earns no points and does not trip the gate. */
export type Status = 'pass' | 'fail' | 'unverified' | 'accepted';
/** Another place that belongs to a finding, and what is there. */
export interface Related {
    readonly at: Span;
    readonly place: Place;
    readonly message: string;
}
/** One thing that is wrong, where, why it matters and what to do. */
export interface Finding {
    readonly rule: string;
    readonly category: Category;
    readonly severity: Severity;
    /** The severity that the rule gave it, where the configuration shows another: the score goes by it. */
    readonly ruleSeverity?: Severity;
    readonly confidence: Confidence;
    /** The id of the subject that the score counts. */
    readonly subject: string;
    readonly subjectName: string;
    readonly at: Span;
    readonly place: Place;
    /** What is wrong, with the values in it: one sentence without a full stop. */
    readonly message: string;
    readonly why: string;
    readonly fix: string;
    readonly related: readonly Related[];
    /** What it is named by, stable over moved lines: see fingerprint.ts. */
    readonly identity: Identity;
    /** Set when somebody accepted it. */
    readonly suppressed?: Suppression;
}
/** Who accepted a finding, and why: a comment or annotation beside it, or the configuration. */
export interface Suppression {
    readonly by: 'inline' | 'config';
    readonly reason: string;
}
/** What one rule says of one subject. */
export interface Outcome {
    readonly subject: string;
    readonly subjectName: string;
    /** Where the subject is declared. */
    readonly at: Span;
    readonly weight: number;
    readonly status: Status;
    /** The worst severity among its findings; the rule's own when there are none. */
    readonly severity: Severity;
    /** True when a production file could not be read, so that it cannot be a pass. */
    readonly unreadable: boolean;
    /** Why it is unverified; beside `fail` and `accepted`, why it still would be once its findings are fixed. */
    readonly because?: string;
    /** Where the thing stands that could not be verified. */
    readonly place?: Place;
    /** Set when it fails because something is absent that another rule reports: `by` is that rule, where it is named. */
    readonly implied?: Implied;
    readonly findings: readonly Finding[];
}
/** Another rule says it already: `by` is that rule, where one alone does. */
export interface Implied {
    readonly by?: string;
}
