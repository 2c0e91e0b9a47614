import type { Program } from '../../code/program.js';
import type { CodeFile } from '../../code/syntax.js';
import type { Environment } from '../../code/values.js';
import type { Tree } from '../../tree.js';
import type { Started } from '../process/run-commands.js';
import type { Image, Workload } from '../system.js';
import type { EntryPoint } from './entry-points.js';
import { type Found } from './find-program.js';
import { type OwnImages } from './own-images.js';
import type { ServiceFrame } from './service.js';
/** A service while its facts are gathered: with its code. */
export interface ServiceCode extends ServiceFrame {
    /** What the command names, where it names it: for `uvicorn app.main:app` the attribute is `app`. */
    readonly entryPoints: readonly EntryPoint[];
    /** Whether a command that starts it may answer requests. */
    readonly mayAnswer: boolean;
    /** Every file that is loaded from the entries, sorted by path; of frameworks that load by folder, those too. */
    readonly code: readonly CodeFile[];
    /** The files that its workloads run before it, whatever they are told: seeds, checks. */
    readonly prepares: readonly string[];
}
/** What the workload's environment gives to its code. Variables that it does not set are not set. */
export declare function environmentOf(workload: Workload | undefined): Environment;
/** The environment of the first workload of a service. What a platform sets is not known. */
export declare function serviceEnvironment({ workloads, platform }: ServiceFrame): Environment;
/** The programs of the repository that production runs. Workloads whose code is not here have none. */
export declare function servicesOf(tree: Tree, program: Program, workloads: readonly Workload[], images: readonly Image[], own: OwnImages): readonly ServiceCode[];
/** A program as a service, without what prepares it. */
export declare function serviceOf(id: string, found: Found, program: Program, started: Started, workload: Workload | undefined): Omit<ServiceCode, 'prepares'>;
