import type { Program } from '../../../code/program.js';
import { type JobLibrary } from '../../../knowledge/job-libraries.js';
import type { Span } from '../../../source.js';
import type { Tree } from '../../../tree.js';
import type { ServiceCode } from '../services.js';
/** That a service leaves work to workers of a library, and what the repository says of these. */
export interface SentJobs {
    readonly library: JobLibrary;
    /** The first place. */
    readonly at: Span;
    /** The code of a program that runs takes the jobs by itself. */
    readonly takenInCode: boolean;
    /** A file that speaks of a worker, and that nothing which is deployed may run. */
    readonly spokenOf?: string;
}
/** The libraries by which the code of a service sends jobs. */
export declare function sentJobs(program: Program, service: ServiceCode, services: readonly ServiceCode[], tree: Tree): readonly SentJobs[];
