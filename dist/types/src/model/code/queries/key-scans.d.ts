import type { FunctionIn, Program } from '../../../code/program.js';
import type { CodeFile } from '../../../code/syntax.js';
import type { Span } from '../../../source.js';
import type { Route } from '../route.js';
/** A command that has Redis go through all of its keys at once, while every other client waits. */
export interface KeyScan {
    /** As it is written: `redis.keys`, `this.redis.keys`, `rdb.Keys`. */
    readonly call: string;
    /** The pattern, where it is written out. */
    readonly pattern?: string;
    /** The routes that come to it. */
    readonly routes: readonly Route[];
    readonly at: Span;
}
/** Every KEYS that a file sends through a client whose type is known. */
export declare function keyScansIn(program: Program, file: CodeFile): readonly (Omit<KeyScan, 'routes'> & {
    readonly within?: FunctionIn;
})[];
