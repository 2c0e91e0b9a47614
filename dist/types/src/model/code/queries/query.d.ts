import type { FunctionIn } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { Comparison } from '../growth.js';
import type { Cap } from './cap.js';
/** A read of many rows that code makes through a library. Reads of one row, counts and writes are none. */
export interface Query {
    readonly library: QueryLibrary;
    /** The model or table as the code names it. */
    readonly entity?: string;
    /** What bounds the number of rows; absent: nothing. */
    readonly limit?: Cap;
    /** False where parts of it are built where they are not seen, so that neither limit nor conditions are all known. */
    readonly isComplete: boolean;
    /** What every row must meet. */
    readonly comparisons: readonly Comparison[];
    /** To-many relations that are loaded with each row, by name. */
    readonly eager: readonly EagerLoad[];
    /** The function that it stands in. */
    readonly within?: FunctionIn;
    /** Whether its rows are taken one by one from the server (`yield_per`, a cursor, `for await`). */
    readonly isStreamed: boolean;
    readonly at: Span;
}
/** What a query goes through: an ORM, a query builder, or SQL through a driver. */
export type QueryLibrary = 'prisma' | 'typeorm' | 'sequelize' | 'knex' | 'drizzle' | 'kysely' | 'mongoose' | 'sqlalchemy' | 'django' | 'gorm' | 'sql';
/** A relation that is loaded along with each row. */
export interface EagerLoad {
    /** The way to it from what is read, by the names of the fields, with dots: `lines.product`. */
    readonly relation: string;
    /** Loaded by a join in the same query, so that rows multiply. */
    readonly isJoin: boolean;
    readonly isBounded: boolean;
    /** Whether each row has several of them, where the code tells that; else the schema does. */
    readonly isMany?: boolean;
    readonly at: Span;
}
