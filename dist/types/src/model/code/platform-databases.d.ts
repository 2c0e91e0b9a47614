import { type Fact } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Subject } from '../system.js';
/** A database that a platform runs for the programs that it runs. */
export interface PlatformDatabase extends Subject {
    readonly kind: 'object';
    readonly engine: 'postgres';
    /** The connections that it takes, by its plan. */
    readonly maximum: Fact<number>;
}
/** The databases of the `render.yaml` files. https://render.com/docs/blueprint-spec#databases */
export declare function platformDatabases(tree: Tree): readonly PlatformDatabase[];
/** The id of the database that a file calls so. */
export declare function databaseId(path: string, name: string): string;
/** What to write for a plan that takes so many. */
export declare function planFor(connections: number): string;
