import { type Fact } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Cluster } from '../cluster.js';
import type { Connection, Workload } from '../system.js';
/** What stands between clients and a database server, and gives many of them few connections. */
export interface Pooler {
    readonly workload: Workload;
    /** The servers that it connects to; empty: not known. */
    readonly servers: readonly Workload[];
    /** How many clients one instance of it takes. */
    readonly clients: Fact<number>;
    /** How many connections it opens to its server for each pair of user and database. */
    readonly perPair: Fact<number>;
    /** How long a client keeps a connection of the server: `session` saves none while clients stay connected. */
    readonly mode: Fact<string>;
}
/** The poolers among the workloads. */
export declare function poolersOf(workloads: readonly Workload[], connections: readonly Connection[], clusters: readonly Cluster[], tree: Tree): readonly Pooler[];
/** The servers that a pooler connects to; the only one of the deployment where a file says which. */
export declare function serversBehind(pooler: Workload, { workloads, connections }: {
    readonly workloads: readonly Workload[];
    readonly connections: readonly Connection[];
}): readonly Workload[];
