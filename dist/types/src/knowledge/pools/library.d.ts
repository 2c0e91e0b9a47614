/** What is known of a library that keeps connections to a database server in a pool: what it does unless it is told. */
export interface PoolLibrary {
    readonly id: string;
    /** What people call it. */
    readonly name: string;
    /** The packages whose version decides which row applies, the first that is installed. */
    readonly packages: readonly string[];
    /** Holds for major versions below this one; the rows of a library stand oldest first. Absent: all others. */
    readonly before?: number;
    /** Connections that one process may hold at the same time. */
    readonly size: PoolSetting & {
        readonly default: PoolSize;
    };
    /** Connections that it may open beyond `size`, where the library has such a thing. */
    readonly overflow?: PoolSetting & {
        readonly default: number;
    };
    /**
     * How long a request waits for a connection when all are taken: seconds, `forever`, or `caller`: each call says so
     * itself (a context, `acquire(timeout=…)`).
     */
    readonly wait: PoolSetting & {
        readonly default: number | 'forever' | 'caller';
        /** Options that end the wait in another way: no statement takes longer, or the queue is bounded. */
        readonly otherwise?: readonly string[];
        readonly unit: 'seconds' | 'milliseconds';
    };
    /** Parameters of the URL that limit the pool of another library and that this one does not read. */
    readonly ignoredParameters?: RegExp;
    /** Options of the constructor by which other libraries limit their pools and that this one does not read. */
    readonly ignoredOptions?: readonly string[];
    /** What to type for a number of connections. */
    readonly example: (connections: number) => string;
    /** What to type for a bounded wait; absent where there is no such setting. */
    readonly waitExample?: string;
    /** Where the facts stand. */
    readonly source: string;
}
/** Where a setting is read from; the first that is given counts. */
export interface PoolSetting {
    /** Options of the constructor, with dots where they are nested: `pool.max`. */
    readonly options: readonly string[];
    /** Parameters of the connection URL. */
    readonly parameters: readonly string[];
}
/** How many connections a pool opens where nobody says it. */
export type PoolSize = {
    readonly kind: 'fixed';
    readonly connections: number;
}
/** `perProcessor` × processors of the machine + `plus`, at least `least`: the limit of a container does not count. */
 | {
    readonly kind: 'processors';
    readonly perProcessor: number;
    readonly plus: number;
    readonly least: number;
    readonly because: string;
} | {
    readonly kind: 'unlimited';
}
/** One for each thread or request that is served at the same time. */
 | {
    readonly kind: 'per-request';
};
/** A size that does not depend on anything. */
export declare function fixed(connections: number): PoolSize;
/** A setting of the constructor only. */
export declare function options(...names: readonly string[]): PoolSetting;
/** A setting of the URL only. */
export declare function parameters(...names: readonly string[]): PoolSetting;
/** Settings that cannot be made. */
export declare const NOWHERE: PoolSetting;
