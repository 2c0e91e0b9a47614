import type { Program } from '../../code/program.js';
import { type LibraryState } from './process-state.js';
import { type Schedule } from './schedules.js';
import { type ServiceCode } from './services.js';
import { type Upload } from './uploads.js';
/** What of a service is there once for each of its processes. */
export interface PerProcess {
    /** Sessions, limits and caches of libraries. */
    readonly kept: readonly LibraryState[];
    /** Work that it starts by the clock. */
    readonly schedules: readonly Schedule[];
    /** Files of users that it writes to its disk. */
    readonly uploads: readonly Upload[];
}
/** What the code of a service keeps or does in each process. */
export declare function perProcessOf(program: Program, service: ServiceCode): PerProcess;
