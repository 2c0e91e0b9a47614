import type { PoolLibrary } from './library.js';
export type * from './library.js';
/** Every row of the table. */
export declare const POOL_LIBRARIES: readonly PoolLibrary[];
/** The row of a library for a major version; the newest where the version is not known. Undefined for an unknown id. */
export declare function poolLibrary(id: string, major?: number): PoolLibrary | undefined;
/** Packages that connect to PostgreSQL, MySQL or MongoDB, with a pool that this table knows or without, by import name. */
export declare const DATABASE_PACKAGES: RegExp;
