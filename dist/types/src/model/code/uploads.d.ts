import type { Program } from '../../code/program.js';
import type { CodeFile } from '../../code/syntax.js';
import { type Environment } from '../../code/values.js';
import type { Span } from '../../source.js';
/** Files of users that a service writes to its disk. */
export interface Upload {
    /** As the code names it, relative to where the program starts; absent: not known. */
    readonly directory?: string;
    /** False where other code may carry the files on to a store, or removes them. */
    readonly stays: boolean;
    readonly at: Span;
}
/** What multer writes to disk: https://github.com/expressjs/multer#multeropts */
export declare function uploadsOf(program: Program, code: readonly CodeFile[], environment: Environment): readonly Upload[];
