import type { Span } from '../../../source.js';
/** One value in a file of settings. */
export interface Setting {
    /** From the top of the file: `['spring', 'datasource', 'password']`. */
    readonly keys: readonly string[];
    /** Without quotes. */
    readonly text: string;
    readonly at: Span;
    /** The value holds only where this variable is not set: what stands behind `${X:…}`, `env('X', …)`, of `variable "x"`. */
    readonly fallbackOf?: string;
}
/** More settings than any file has that a person wrote. */
export declare const MOST_SETTINGS = 20000;
