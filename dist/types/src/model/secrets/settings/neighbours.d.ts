import type { Setting } from './settings.js';
/** Where what a secret belongs to is: `local` on the machine of whoever starts it, `elsewhere`, or not said. */
export type Whereabouts = 'local' | 'elsewhere' | 'unknown';
/** What the settings beside one tell of it. */
export interface Neighbours {
    readonly whereabouts: (setting: Setting) => Whereabouts;
    /** Whether a user, a database or something else beside it has that name: a password like it is thought up for a first start. */
    readonly isNamed: (setting: Setting, name: string) => boolean;
}
/** The neighbours in the settings of one file. */
export declare function neighboursIn(settings: readonly Setting[]): Neighbours;
