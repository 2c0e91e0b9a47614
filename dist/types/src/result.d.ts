import type { BaselineEntry } from './baseline.js';
import type { Capacity } from './capacity.js';
import type { Judgement } from './check.js';
import type { BaselineState } from './compare.js';
import type { Finding, Severity } from './finding.js';
import type { Inventory } from './inventory.js';
import type { Deployment, NotEvaluated, Unreadable } from './model/system.js';
import type { Effort } from './rule.js';
import type { Score } from './score.js';
import type { Place, Source } from './source.js';
import type { ChangedScope } from './trees.js';
/** Everything one audit has to say: what every report is rendered from, and nothing that depends on the machine. */
export interface AuditResult {
    readonly tool: {
        readonly name: string;
        readonly version: string;
    };
    /** Every deployment set that was found, production ones first. */
    readonly deployments: readonly Deployment[];
    /** How much was judged: the workloads and images of the production sets, and the programs that were found behind them. */
    readonly scope: {
        readonly workloads: number;
        readonly images: number;
        readonly deployments: number;
        readonly services: number;
    };
    /** One per rule that ran, in the order of the rule ids. */
    readonly judgements: readonly Judgement[];
    /** Worst first: severity, gain, path, line. Suppressed ones are among them, and say so in `suppressed`. */
    readonly findings: readonly ReportedFinding[];
    /** Null when nothing deployable was found. */
    readonly score: Score | null;
    readonly roadmap: Roadmap | null;
    readonly gate: Gate;
    /** How the findings relate to an earlier version, to a baseline, or to what is staged; null when nobody asks. */
    readonly comparison: Comparison | null;
    /** What is demanded and cannot be verified, by rule, path and line. */
    readonly unverified: readonly UnverifiedSubject[];
    readonly unreadable: readonly Unreadable[];
    readonly notEvaluated: readonly NotEvaluated[];
    /** Remarks that are no findings: suppressions that match nothing, configuration without effect. */
    readonly notices: readonly Notice[];
    /** Rules that crashed: mistakes of ours, never of the audited repository. */
    readonly internalErrors: readonly {
        readonly rule: string;
        readonly message: string;
        readonly stack?: string;
    }[];
    /** The text of every file that a finding or a related place points into. */
    readonly sources: ReadonlyMap<string, Source>;
    /** What production consists of, for the reports that tell of it. */
    readonly inventory: () => Inventory;
    /** How much each production deployment can take, for the reports that tell of it. Never scored. */
    readonly capacities: () => readonly Capacity[];
}
/** A finding, and what fixing it alone is worth. */
export interface ReportedFinding extends Finding {
    /** Points that the total rises if only this finding is fixed: recomputed, not estimated. 0 when it is not scored. */
    readonly gain: number;
    /** `erpAudit/v1`, stable over moved lines: see fingerprint.ts. */
    readonly fingerprint: string;
    /** Absent when there is nothing to compare with, and where it is accepted. */
    readonly baselineState?: BaselineState;
}
/** What a reader of a report on changes has to know beside the findings. */
export interface Comparison {
    /** The index of git was audited, not the work tree. */
    readonly staged: boolean;
    /** The file that was read from an editor: findings have to be in it to be listed. */
    readonly edited?: string;
    /** Where a finding has to be to be listed. */
    readonly scope: ChangedScope;
    /** Open findings that are not listed, because they are elsewhere. */
    readonly elsewhere: number;
    /** Open findings by state, wherever they are; absent when there is nothing to compare with. */
    readonly counts?: {
        readonly new: number;
        readonly unchanged: number;
    };
    readonly since?: Since;
    readonly baseline?: {
        readonly path: string;
        readonly stale: readonly BaselineEntry[];
    };
    /** Renamed files with findings that were known under their earlier path. */
    readonly renamed: readonly {
        readonly from: string;
        readonly to: string;
    }[];
    /** Whether the score can fail the gate. */
    readonly scoreGates: boolean;
}
/** The earlier version that was audited too. */
export interface Since {
    /** As it was asked for. */
    readonly revision: string;
    /** The full name of the commit: the merge base. */
    readonly commit: string;
    /** Its total; null when nothing deployable was in it. */
    readonly score: number | null;
    /** How many its production had. What is not there any more is not asked about, and the score may rise. */
    readonly workloads: number;
    /** Findings that were open there and are gone. */
    readonly fixed: readonly (Finding & Pick<ReportedFinding, 'fingerprint'>)[];
}
/** A subject that a rule could not judge from the files. */
export interface UnverifiedSubject {
    readonly rule: string;
    readonly subject: string;
    readonly subjectName: string;
    /** The end of the sentence "not verified, because …", without a full stop. */
    readonly because: string;
    readonly place?: Place;
}
/** A remark, with the place it is about when there is one. */
export interface Notice {
    readonly path?: string;
    readonly line?: number;
    /** One sentence without a full stop. */
    readonly message: string;
}
/** The shortest way found to the threshold: at each step the rule that gains most for its effort. */
export interface Roadmap {
    readonly from: number;
    readonly to: number;
    readonly threshold: number;
    /** Whether the last step is at or above the threshold. */
    readonly reached: boolean;
    /** Working time of all steps, in minutes: see `MINUTES` in roadmap.ts. */
    readonly minutes: number;
    /** Critical steps first, then high ones, then the rest. */
    readonly steps: readonly RoadmapStep[];
    /** What no step can change, in subjects that count: why `to` may stay below the threshold, or below 100. */
    readonly beyond: {
        readonly accepted: number;
        readonly unverified: number;
    };
}
/** One rule with all its open findings fixed. */
export interface RoadmapStep {
    readonly rule: string;
    /** The worst of its open findings. */
    readonly severity: Severity;
    readonly phase: 'critical' | 'high' | 'rest';
    readonly effort: Effort;
    /** Working time, in minutes. */
    readonly minutes: number;
    readonly findings: number;
    /** Points over the step before. */
    readonly gain: number;
    /** The total after this step, unrounded. */
    readonly to: number;
}
/** Whether the build should go on; every condition that was asked is listed. */
export interface Gate {
    readonly passed: boolean;
    readonly conditions: readonly GateCondition[];
}
/** One question of the gate. */
export interface GateCondition {
    readonly kind: 'score' | 'kept-score' | 'kept-scope' | 'critical' | 'severity';
    readonly passed: boolean;
    /** One sentence without a full stop, with its figures: "score 46.0 is below 80". */
    readonly message: string;
}
/** Why there is no score, as a sentence without a full stop. */
export declare function whyNothing({ deployments, notEvaluated }: Pick<AuditResult, 'deployments' | 'notEvaluated'>): string;
