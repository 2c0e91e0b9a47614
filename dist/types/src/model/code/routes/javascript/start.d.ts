import type { Program } from '../../../../code/program.js';
import type { Environment } from '../../../../code/values.js';
import { type RouterHost, type Startup } from './startup.js';
/** A service of which the start is followed. */
export interface ServiceFiles {
    /** The files that are run. Without any, those that no other file imports. */
    readonly entries: readonly string[];
    /** All files of the service, also those that no entry reaches. */
    readonly files: readonly string[];
    /** The value that a variable of the environment has in the unit that runs it. */
    readonly environment?: Environment;
}
/** What a service told its frameworks when it started. */
export interface Started extends Startup {
    /** What was made by files that no entry reaches. */
    readonly aside: ReadonlySet<RouterHost>;
}
/** Follows the start of a service; once for each. */
export declare function startOf(program: Program, service: ServiceFiles): Started | undefined;
