import type { Entity } from './schema.js';
/**
 * How many rows a table will have: `low` for what people enter once (countries, roles, settings), `high` for what the
 * business adds every day, `unknown` where nothing tells.
 */
export type Growth = 'low' | 'high' | 'unknown';
/**
 * The growth of an entity, by its name and columns. Where the name has words of both kinds the last one counts, as it is
 * what the thing is: an OrderStatus is a status, a StatusHistory a history.
 */
export declare function growthOf(entity: Entity): Growth;
/** The growth that a name tells, in any spelling: `OrderLines`, `order_line`, `tbl_order`. */
export declare function growthOfName(name: string): Growth | undefined;
/** The words of a name in camel case or with separators, in lower case. */
export declare function wordsOf(name: string): string[];
/**
 * What a bulk read is held down by, by the columns it compares (see `Comparison`): `bounded` when few rows can match,
 * `tenant` when everything of one tenant matches, `none` when nothing holds it down, `unknown` where the filter does not tell.
 */
export type Scope = 'none' | 'tenant' | 'bounded' | 'unknown';
/** One condition of a filter. */
export interface Comparison {
    /** The field in code or the column. */
    readonly field: string;
    /** `equals` a value · `in` a list of values · `other`: greater, like, not … */
    readonly operator: 'equals' | 'in' | 'other';
}
/**
 * The scope of a read of an entity whose filter demands all of these. `complete` is false where the filter has more that
 * could not be read. `entity` is undefined where the schema is not known.
 */
export declare function scopeOf(comparisons: readonly Comparison[], entity: Entity | undefined, complete?: boolean): Scope;
/** Whether one parent may have rows without end: messages of a room, entries of a ledger. */
export declare function isEndless(entity: Entity | undefined): boolean;
