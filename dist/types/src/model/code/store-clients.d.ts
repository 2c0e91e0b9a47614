import type { Program } from '../../code/program.js';
import type { Tree } from '../../tree.js';
import type { Workload } from '../system.js';
import type { ServiceCode } from './services.js';
/** Whether the code of a workload uses a data service: `unknown` where some of it is not seen, or a setting decides. */
export type StoreUse = 'used' | 'unused' | 'unknown';
/** For each workload whose code is in the repository, by its id: for each deployed family of data services, by `familyOf`. */
export type StoreUses = ReadonlyMap<string, ReadonlyMap<string, StoreUse>>;
/** What the code of each workload uses of the data services that are deployed. */
export declare function storeUsesOf(tree: Tree, program: Program, workloads: readonly Workload[], services: readonly ServiceCode[], own: readonly string[]): StoreUses;
/** What packages of the repository's owner begin with: what they do is not known where they are not in it. */
export declare function ownNames(tree: Tree): readonly string[];
