import { type Assumptions, type CapacitySettings } from './capacity/assumptions.js';
import { type DatabaseCapacity } from './capacity/databases.js';
import { type Estimate, type ProgramEstimate, type Throughput } from './capacity/estimate.js';
import { type ProgramLimits } from './capacity/programs.js';
import { type Target } from './capacity/target.js';
import type { System } from './model/system.js';
export type { Assumptions, CapacitySettings } from './capacity/assumptions.js';
export type { DatabaseCapacity } from './capacity/databases.js';
export type { Band, Bound, Estimate, ProgramEstimate } from './capacity/estimate.js';
export type { ProgramLimits } from './capacity/programs.js';
export type { Needs, Target } from './capacity/target.js';
/**
 * How much one production deployment can take: hard limits, which are facts, and from them a band of users, which is an
 * estimate under assumptions that it names. It is never scored and never gates.
 */
export interface Capacity {
    readonly deployment: {
        readonly id: string;
        readonly name: string;
    };
    /** The programs that answer requests, those that users reach first. */
    readonly programs: readonly ProgramCapacity[];
    /** The databases that these open connections to. */
    readonly databases: readonly DatabaseCapacity[];
    /** Null where a number that it needs is not known: `because` tells which. */
    readonly estimate: Estimate | null;
    /** Instead of an estimate: what it comes to with the least that this number can be. */
    readonly least?: Throughput;
    /** Why there is no estimate, as a sentence without a full stop. */
    readonly because?: string;
    /** What users reach and whose code is not read: it is not in the estimate. */
    readonly unread: readonly string[];
    readonly assumptions: Assumptions;
    /** Where somebody says how many users there are to be. */
    readonly target?: Target;
}
/** A program with its hard limits, and what it comes to by itself. */
export interface ProgramCapacity extends ProgramLimits {
    /** Null where a number that it needs is not known. */
    readonly estimate: ProgramEstimate | null;
}
/** The capacity of each production deployment that runs a program of the repository which answers requests. */
export declare function capacitiesOf(system: System, settings?: CapacitySettings): readonly Capacity[];
