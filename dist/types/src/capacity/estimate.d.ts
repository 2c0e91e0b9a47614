import { type Assumptions } from './assumptions.js';
import type { DatabaseCapacity } from './databases.js';
import { type ProgramLimits } from './programs.js';
/** From the least to the most of something, both included. */
export interface Band {
    readonly from: number;
    readonly to: number;
}
/** What ends first when the load grows. */
export interface Bound {
    /** `processor`: time to compute · `requests`: places for requests in its processes · `connections`: those to a database. */
    readonly kind: 'processor' | 'requests' | 'connections';
    /** The program. */
    readonly program: string;
    /** The database, for connections. */
    readonly database?: string;
}
/** Requests in a second, and the users who click at the pace that is assumed. */
export interface Throughput {
    readonly requestsPerSecond: number;
    readonly users: Band;
    readonly bound: Bound;
    /** Pools whose size no file tells, and how many connections they have to have together for this. */
    readonly provided: readonly Provided[];
}
/** Connections that a program has to be able to open to a database. */
export interface Provided {
    readonly program: string;
    readonly database: string;
    readonly connections: number;
}
/** What a program comes to if every request of its users goes to it. */
export interface ProgramEstimate extends Throughput {
    /** With as many replicas as an autoscaler may start; absent where their number is fixed. */
    readonly scaled?: Throughput;
}
/** What all programs together come to that users reach: as if every request went to each of them. */
export type Estimate = ProgramEstimate;
/**
 * What it comes to by itself: at the least and at the most, where an autoscaler decides or a number is not known. Then
 * `most` has no limit, or one that is set by something else.
 */
export declare function throughputsOf(program: ProgramLimits, databases: readonly DatabaseCapacity[], assumptions: Assumptions): Throughputs;
/** Undefined: nothing that is known ends. */
export interface Throughputs {
    readonly least: Throughput | undefined;
    readonly most: Throughput | undefined;
}
/** What a program comes to by itself; null where a number that decides is not known. */
export declare function programEstimate({ processes }: ProgramLimits, { least, most }: Throughputs): ProgramEstimate | null;
type Estimated = ProgramLimits & {
    readonly throughputs: Throughputs;
};
/**
 * What the programs that users reach come to together, with the databases that they share; all programs, where no file tells
 * which these are. One of which a number is not known matters only if it could be the least of them.
 */
export declare function estimateOf(programs: readonly Estimated[], databases: readonly DatabaseCapacity[], assumptions: Assumptions): {
    readonly estimate: Estimate | null;
    readonly least?: Throughput;
    readonly because?: string;
};
export {};
