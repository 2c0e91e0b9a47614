import type { Program } from '../../code/program.js';
import type { CodeFile } from '../../code/syntax.js';
import type { Span } from '../../source.js';
/** Something that a library keeps for its users, and whether each process has its own. */
export interface LibraryState {
    /** `locks`: of several processes one is to do something · `codes`: what one request leaves for the next. */
    readonly kind: 'sessions' | 'limits' | 'cache' | 'locks' | 'codes';
    /** `express-session`, `ThrottlerModule` … */
    readonly library: string;
    /** `process`: in the memory of each process · `shared`: in a store that is given to it. */
    readonly kept: 'process' | 'shared' | 'unknown';
    readonly at: Span;
}
/** Sessions, limits and caches of libraries that TypeScript and JavaScript set up. */
export declare function javascriptState(program: Program, code: readonly CodeFile[]): readonly LibraryState[];
/** Limits and caches that Python sets up with libraries. */
export declare function pythonState(program: Program, code: readonly CodeFile[]): readonly LibraryState[];
