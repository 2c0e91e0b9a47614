import type { SettingsFile } from './kinds.js';
import type { Neighbours } from './neighbours.js';
import type { Setting } from './settings.js';
/** What a setting gives away. */
export interface JudgedSetting {
    /** The keys, joined: `spring.datasource.password`. */
    readonly name: string;
    /** `default`: it holds where a variable is not set. */
    readonly kind: 'literal' | 'url' | 'default';
    /** The variable of a `default`. */
    readonly variable?: string;
    /** Signs or encrypts: whoever knows it forges sessions or reads data. */
    readonly signing: boolean;
}
/** What a setting gives away, or nothing. Errs on the side of silence: a word may be a label, a weak password a developer's own. */
export declare function judgeSetting(setting: Setting, file: SettingsFile, neighbours: Neighbours): JudgedSetting | undefined;
/** Whether a key is the name of the section of a file that holds in production, or where it is tried out last. */
export declare function isProductionWord(key: string): boolean;
