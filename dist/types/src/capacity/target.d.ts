import type { DatabaseCapacity } from './databases.js';
import type { Band, Estimate, ProgramEstimate } from './estimate.js';
import { type ProgramLimits } from './programs.js';
/** How the estimate stands to the number of users that there are to be. */
export interface Target {
    readonly users: number;
    /** How many times the estimate that is; below 1: there is room. */
    readonly times: Band;
    /** More processes of the programs that do not reach it, where these would do. */
    readonly needs: readonly Needs[];
}
/** So many processes of one program, and what they need. */
export interface Needs {
    readonly program: string;
    readonly processes: number;
    /** That these compute on; absent where something else than computing ended first. */
    readonly processors?: number;
    /** The users that these come to, if nothing else ends before. */
    readonly users: Band;
    /** Connections that each may have so that the database serves all of them. */
    readonly pools: readonly {
        readonly database: string;
        readonly connections: number;
    }[];
}
type Estimated = ProgramLimits & {
    readonly estimate: ProgramEstimate | null;
};
/** Compares the estimate, with as many replicas as an autoscaler may start, with a number of users. */
export declare function targetOf(users: number, estimate: Estimate, programs: readonly Estimated[], databases: readonly DatabaseCapacity[]): Target;
export {};
