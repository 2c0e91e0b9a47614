import type { Program } from '../../code/program.js';
import { type ModulePurpose } from '../../knowledge/safeguard-libraries.js';
import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { ServiceCode } from './services.js';
/** A file of a service that is built on a library for one purpose: a cache, a limiter, metrics, checks, an adapter. */
export interface SafeguardModule {
    readonly path: string;
    readonly library: string;
    readonly purpose: ModulePurpose;
    /** `loaded`: the service runs it · `dead`: nothing that is run loads it · `unknown`: it may be loaded by other ways. */
    readonly state: 'loaded' | 'dead' | 'unknown';
    /** Where it imports the library. */
    readonly at: Span;
}
/** The safeguards in the folder of each service, by the id of the service. A folder of several services counts for the first. */
export declare function safeguardModules(tree: Tree, program: Program, services: readonly ServiceCode[]): ReadonlyMap<string, readonly SafeguardModule[]>;
