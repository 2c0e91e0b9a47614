import { type Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Workload } from '../system.js';
import type { Schema } from './schema.js';
/** Several processes that apply the same migrations when they start, with a tool that takes no lock. */
export interface MigrationRace {
    /** As people type it: `alembic upgrade`. */
    readonly command: string;
    /** The first of the commands. */
    readonly at: Span;
    /** The workloads that run it at the same time, each with the place of its command, in the order of their names. */
    readonly runners: readonly {
        readonly workload: Workload;
        readonly at: Span;
        readonly copies: number;
    }[];
}
/** The race of the programs of a schema when production starts them; undefined where one does it, or something keeps order. */
export declare function migrationRace({ folder }: Pick<Schema, 'folder'>, programs: readonly Workload[], workloads: readonly Workload[], tree: Tree): MigrationRace | undefined;
