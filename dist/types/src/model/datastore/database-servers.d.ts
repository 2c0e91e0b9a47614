import { type Fact } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Cluster } from '../cluster.js';
import type { Pool } from '../code/pool.js';
import type { EnvironmentVariable, Subject, Workload } from '../system.js';
import { type Setting } from './server-files.js';
/** A database server that the repository, or its platform, runs, and how many connections it takes. */
export interface DatabaseServer {
    /** The workload, or the database of the platform. */
    readonly subject: Subject;
    readonly engine: 'postgres' | 'mysql';
    /** `max_connections`; the default of the software where nothing sets it. */
    readonly maximum: Fact<number>;
    /** Whether that is the default. */
    readonly isDefault: boolean;
    /** Connections out of these that only administrators get: `superuser_reserved_connections` and `reserved_connections`. */
    readonly reserved: number;
    /** `shared_buffers` or `innodb_buffer_pool_size` where something sets it. */
    readonly buffer: Setting | undefined;
    /** What something sets of how writes get to the disk, by name: see `DURABILITY`. */
    readonly durability: ReadonlyMap<string, Setting>;
    /** Variables that are meant to set the maximum and that the image does not read. */
    readonly ignored: readonly EnvironmentVariable[];
    /** What to type to set it. */
    readonly example: (connections: number) => string;
}
/** The databases of platforms that pools lead to. */
export declare function platformServersOf(pools: readonly Pool[]): readonly DatabaseServer[];
/** The PostgreSQL and MySQL servers among the workloads. */
export declare function databaseServersOf(workloads: readonly Workload[], clusters: readonly Cluster[], tree: Tree): readonly DatabaseServer[];
