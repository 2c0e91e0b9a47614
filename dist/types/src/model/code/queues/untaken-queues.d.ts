import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { Tree } from '../../../tree.js';
import type { ServiceCode } from '../services.js';
/** What becomes of the jobs that a service adds to queues of Bull and BullMQ. */
export interface AddedJobs {
    /** Where jobs are added whose queue no program that is deployed takes jobs of. */
    readonly untaken: readonly UntakenQueue[];
    /** Where a program that is deployed takes jobs of a queue that cannot be told. */
    readonly open?: Span;
    /** Jobs with a name that the worker of their queue has no handler for: Bull fails them. */
    readonly unhandled: readonly UnhandledJob[];
}
/** A job that fails when it is taken. */
export interface UnhandledJob {
    readonly queue: string;
    readonly job: string;
    readonly at: Span;
    /** The names that there are handlers for, sorted. */
    readonly handled: readonly string[];
    readonly worker: Span;
}
/** A queue that fills, and what is known of why. */
export interface UntakenQueue {
    readonly name: string;
    /** Where the first job is added. */
    readonly at: Span;
    /** The worker for it, which nothing that is deployed loads; `mayRun`: a script or manifest names its program. */
    readonly worker?: Span & {
        readonly mayRun: boolean;
    };
    /** A queue of nearly the same name that has a worker and to which nothing is added. */
    readonly near?: {
        readonly name: string;
        readonly at: Span;
    };
}
/** By the id of each service that adds jobs. Nothing for all others. */
export declare function addedJobs(program: Program, tree: Tree, services: readonly ServiceCode[]): ReadonlyMap<string, AddedJobs>;
