import type { Program } from '../../../code/program.js';
import type { CodeFile, Node } from '../../../code/syntax.js';
import { type Span } from '../../../source.js';
import type { Tree } from '../../../tree.js';
import type { ServiceCode } from '../services.js';
/** The variable by which code tells production from development, and what it is as the service is deployed. */
export interface StageSetting {
    readonly variable: string;
    readonly value: string;
    /** Where that is written: in the deployment, or as the default in the code. */
    readonly at: Span;
}
/** What of the code is decided by the stage that is known. */
export interface StagedCode {
    /** Tests of the stage whose outcome is known: `if`, `? :` and `&&`. */
    readonly decided: ReadonlyMap<Node, StageSetting>;
    /** What never runs: the other branches, and what stands behind a return. */
    readonly dead: ReadonlyMap<Node, StageSetting>;
}
/**
 * The branches that no workload of a service ever takes, because its stage is known: a file sets `APP_ENV`, or none does
 * and the code has a default. A stage without default is not known, nor one that comes from outside, from a command, from
 * the code itself or from what a bundler puts in.
 */
export declare function stagedCode(program: Program, service: ServiceCode, files: readonly CodeFile[], tree: Tree): StagedCode;
