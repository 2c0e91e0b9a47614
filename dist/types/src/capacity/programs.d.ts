import { type Range } from '../model/code/pool.js';
import type { Runtime } from '../model/code/service.js';
import type { Deployment, System } from '../model/system.js';
/** A program that answers requests, and what it cannot go beyond: facts of the files. */
export interface ProgramLimits {
    readonly name: string;
    /** Ids of the workloads of the deployment that run it. */
    readonly workloads: readonly string[];
    readonly runtime: Runtime;
    /** Users reach it without passing another program of the repository. */
    readonly facesUsers: boolean;
    /** Of all replicas together. From the least to the most that an autoscaler runs. */
    readonly processes: Range;
    /** Requests that one process works on at the same time; without a limit for event loops. */
    readonly perProcess: Range;
    readonly perProcessBy: InFlight;
    /** Requests that all processes work on at the same time. */
    readonly requests: Range;
    /** Processors that all of them can compute on at the same time. */
    readonly processors: Range;
}
/**
 * What decides how many requests a process works on: threads of its server, those of Starlette for handlers that are no
 * coroutines, calls that hold up its event loop, or nothing.
 */
export type InFlight = 'server' | 'thread-pool' | 'held-up' | 'event-loop';
/** The programs of a deployment that answer requests, those that users reach first. */
export declare function programsOf(deployment: Deployment, system: System, hostProcessors: number | undefined): readonly ProgramLimits[];
/** Those that users reach, or all where no file tells which these are. */
export declare function reachedByUsers<T extends ProgramLimits>(programs: readonly T[]): readonly T[];
