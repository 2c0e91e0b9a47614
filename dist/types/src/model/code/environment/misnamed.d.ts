import type { Span } from '../../../source.js';
import type { Tree } from '../../../tree.js';
import type { EnvironmentVariable, Workload } from '../../system.js';
import type { ServiceCode } from '../services.js';
import type { VariableRead } from './variable-reads.js';
/** A variable that a workload sets and nothing of its service reads, though something reads almost that name. */
export interface Misnamed {
    readonly workload: Workload;
    readonly variable: EnvironmentVariable;
    /** What is read in its place, which no workload of the service sets. */
    readonly read: string;
    readonly readAt: Span;
}
/** The misnamed variables of a service: names that are one to one, of which one is set and not read, the other read and not set. */
export declare function misnamedVariables(service: ServiceCode, reads: readonly VariableRead[], tree: Tree, given: ReadonlySet<string>): readonly Misnamed[];
