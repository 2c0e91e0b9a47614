import { type Range } from '../model/code/pool.js';
import type { System } from '../model/system.js';
import type { Fact } from '../source.js';
import type { ProgramLimits } from './programs.js';
/** A database server, and the connections that the programs of a deployment may open to it. */
export interface DatabaseCapacity {
    readonly id: string;
    readonly name: string;
    /** Connections that clients can get. */
    readonly connections: Fact<number>;
    /** What may be planned with: some of them are left to people, backups and exporters. */
    readonly plan: Fact<number>;
    readonly clients: readonly DatabaseClient[];
}
/** The connections of one program, of all its processes together. */
export interface DatabaseClient {
    /** Of the program. */
    readonly name: string;
    readonly opened: Range;
    /** A request keeps its connection until it is answered; else for each query alone. */
    readonly perRequest: boolean;
}
/** The databases that these programs open connections to without a pooler between them. */
export declare function databasesOf(programs: readonly ProgramLimits[], system: System): readonly DatabaseCapacity[];
