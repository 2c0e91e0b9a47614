import type { Tree } from '../../tree.js';
import type { Service } from '../code/service.js';
import type { Connection, Deployment, Workload } from '../system.js';
/** A database of a server in the same deployment that code of the repository connects to. */
export interface DatabaseUse {
    readonly server: Workload;
    readonly name: string;
    readonly connection: Connection;
    /** Whether the server, its initialisation or anything else in the repository makes it; a text: why that is not known. */
    readonly made: Made;
    /** What the server makes at its first start. */
    readonly given: readonly string[];
}
type Made = boolean | string;
/** What is known of a system where this is asked. */
export interface DatabaseContext {
    readonly connections: readonly Connection[];
    readonly services: readonly Service[];
    readonly deployments: readonly Deployment[];
}
/** The databases of PostgreSQL and MySQL servers that are connected to; those left out of which the repository does not tell enough. */
export declare function databaseUsesOf(context: DatabaseContext, tree: Tree): readonly DatabaseUse[];
export {};
