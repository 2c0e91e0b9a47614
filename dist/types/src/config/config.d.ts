import type { Baseline } from '../baseline.js';
import type { Assumptions } from '../capacity.js';
import type { WhileParsing } from '../code/read.js';
import type { EditedFile } from '../discover/edited.js';
import { type Category, type Severity } from '../finding.js';
import type { Rule } from '../rule.js';
/** What a repository says about its own audit. Data only: nothing in it is ever executed. */
export interface Config {
    /** The file it came from, from the repository root where it lies in it; absent when there is none. */
    readonly path?: string;
    readonly rules: readonly RuleSetting[];
    /** 0 to 100. */
    readonly minScore?: number;
    readonly failOn?: FailOn;
    readonly keep?: Keep;
    /** The file of known findings, absolute or from the folder of the configuration. */
    readonly baseline?: string;
    /** Globs of files that are not read. */
    readonly exclude: readonly string[];
    /** Weights of categories that differ from the standard ones. */
    readonly weights: ReadonlyMap<Category, number>;
    readonly deployments: readonly DeploymentSetting[];
    /** Something in front of the system encrypts what users send. */
    readonly tlsTerminatedUpstream?: boolean;
    /** What is known of the load, in place of what an estimate of the capacity would assume. */
    readonly capacity?: Partial<Assumptions> & {
        readonly targetUsers?: number;
    };
    readonly host?: {
        readonly cpus?: number /** Bytes. */;
        readonly memory?: number;
    };
}
/** The least severity that fails the gate. */
export type FailOn = Severity | 'never';
/** What may not become less than it was at the base: the score, the workloads that are audited, or both. */
export type Keep = 'score' | 'scope' | 'all';
/** One entry of `rules`. */
export interface RuleSetting {
    /** A rule id, `area/*`, or a category. */
    readonly pattern: string;
    readonly off: boolean;
    /** How its findings are shown and gated; the score keeps the rule's own. */
    readonly severity?: Severity;
    /** Globs: findings in these files are accepted. */
    readonly ignore: readonly string[];
    readonly reason?: string;
    /** Where it is written, for remarks about it. */
    readonly line?: number;
}
/** One entry of `deployments`. */
export interface DeploymentSetting {
    readonly files: readonly string[];
    readonly purpose: 'production' | 'development';
}
/** The configuration of a repository that has none. */
export declare const NO_CONFIG: Config;
/**
 * Where findings have to be to be reported and gated: a hook asks about what is committed, an editor about the file in it, a
 * comparison about all that is new.
 */
export declare function scopeOf({ staged, since, changed, edited }: AuditOptions): NonNullable<AuditOptions['changed']>;
/** Which rules are shown and gated. An empty `only` means all; `skip` wins. The score never depends on it. */
export interface Selection {
    readonly only: readonly string[];
    readonly skip: readonly string[];
}
/** What `audit` needs to know beside the repository: flags, environment, configuration and defaults already merged. */
export interface AuditOptions {
    readonly config: Config;
    readonly failOn: FailOn;
    /** 0 to 100: the threshold of the gate and the aim of the roadmap. */
    readonly minScore: number;
    readonly selection: Selection;
    /** Confidence C is reported too. It never scores and never gates. */
    readonly advice: boolean;
    /** The index of git is audited, and what is staged is reported. Default: the work tree, and everything. */
    readonly staged?: boolean;
    /** A revision: what was found already where the current branch left it is neither reported nor gated. */
    readonly since?: string;
    /** With `since`: what fails the gate when it becomes less. Default: nothing. */
    readonly keep?: Keep;
    /** A file as an editor has it: audited in place of what is on disk, and what is found in it is reported. */
    readonly edited?: EditedFile;
    /** Which findings are reported and gated, by where they are. Default: `files` for `edited`, and for `staged` without `since`, else `all`. */
    readonly changed?: 'lines' | 'files' | 'all';
    /** Findings that are known: neither reported nor gated. They count in the score. */
    readonly baseline?: Baseline;
    /** Whether a score below `minScore` fails the gate. Default: true. */
    readonly scoreGates?: boolean;
    /** The index to read for `staged`, as git names it to hooks: `GIT_INDEX_FILE`. */
    readonly indexFile?: string;
    /** Types that declarations do not tell are asked of the TypeScript compiler. */
    readonly deep: boolean;
    /** All rules that there are. Default: those of `rules/`. */
    readonly rules?: readonly Rule[];
    /** Runs the parsers of program code: who has a process of its own may do something about it meanwhile. */
    readonly whileParsing?: WhileParsing;
    /** Called as each stage begins. */
    readonly onStage?: (stage: string) => void;
}
/** What an audit does when nobody says otherwise. */
export declare const DEFAULT_OPTIONS: AuditOptions;
type Named = Pick<Rule, 'id' | 'category' | 'aliases'>;
/** How exactly a pattern names a rule: 0 not at all, 1 by its category, 2 by its area, 3 by id or an earlier id. */
export declare function exactness(pattern: string, rule: Named): 0 | 1 | 2 | 3;
/** Whether a rule is shown. */
export declare function isSelected(selection: Selection, rule: Named): boolean;
/** The setting that holds for a rule: the most exact pattern, and of equal ones the last. */
export declare function settingFor(config: Config, rule: Named): RuleSetting | undefined;
/** Whether a severity is `limit` or worse. Nothing is as bad as `never`. */
export declare function isAtLeast(severity: Severity, limit: FailOn): boolean;
/** Every name that a pattern may have, for checking and for suggestions. */
export declare function patternNames(rules: readonly Named[], categories: readonly string[]): ReadonlySet<string>;
export {};
