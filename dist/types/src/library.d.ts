import { type FailOn, type Keep } from './config/config.js';
import type { AuditResult } from './result.js';
import type { Rule } from './rule.js';
export { defineRule } from './rule.js';
/** What an audit is asked for. Everything is optional, and means what the option of that name means on the command line. */
export interface Options {
    /** A configuration file; `false`: none. Default: the nearest one from the directory up to the top of the repository. */
    readonly config?: string | false;
    /** Default: `high`, unless the configuration says otherwise. */
    readonly failOn?: FailOn;
    /** 0 to 100. Default: 80, unless the configuration says otherwise. */
    readonly minScore?: number;
    /** Rule ids, `area/*` or categories: only these are reported and gated. */
    readonly only?: readonly string[];
    /** Neither reported nor gated. */
    readonly skip?: readonly string[];
    readonly advice?: boolean;
    readonly deep?: boolean;
    /** The index of git is audited; findings in staged files are reported and gated. */
    readonly staged?: boolean;
    /** A revision: only what is new since then is gated. */
    readonly since?: string;
    readonly changed?: 'lines' | 'files' | 'all';
    /** With `since`: the gate fails when the score, the number of workloads (`scope`), or either is less than it was. */
    readonly keep?: Keep;
    /** A file of known findings, as `erp-audit baseline` writes it. Default: none. */
    readonly baseline?: string;
    /** Further rules, of one's own: asked like the others, and counted in the score. Their ids must be new. */
    readonly rules?: readonly Rule[];
}
/**
 * Audits the repository in a directory, as the command line does. Reads files there and nothing else: nothing is executed,
 * nothing leaves the machine. `result.score` is null when there is nothing to audit; `result.gate.passed` is what the
 * command line turns into its exit code. Throws an Error with one sentence where an option or the configuration is wrong.
 */
export declare function audit(directory: string, options?: Options): Promise<AuditResult>;
