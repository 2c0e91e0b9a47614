import { type Fact } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Cluster } from '../cluster.js';
import type { EnvironmentVariable, Workload } from '../system.js';
/** A database server that the repository runs, and how many connections it takes. */
export interface DatabaseServer {
    readonly workload: Workload;
    readonly engine: 'postgres' | 'mysql';
    /** `max_connections`; the default of the software where nothing sets it. */
    readonly maximum: Fact<number>;
    /** Whether that is the default. */
    readonly isDefault: boolean;
    /** Connections out of these that only administrators get: `superuser_reserved_connections` and `reserved_connections`. */
    readonly reserved: number;
    /** Variables that are meant to set the maximum and that the image does not read. */
    readonly ignored: readonly EnvironmentVariable[];
    /** What to type to set it. */
    readonly example: (connections: number) => string;
}
/** The PostgreSQL and MySQL servers among the workloads. */
export declare function databaseServersOf(workloads: readonly Workload[], clusters: readonly Cluster[], tree: Tree): readonly DatabaseServer[];
