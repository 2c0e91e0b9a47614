import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { Tree } from '../../../tree.js';
/** Something that a page of a browser asks a service for, with the number of rows that it wants. */
export interface PageRequest {
    /** Rows. */
    readonly size: number;
    /** What the number is called in the request: `limit`, `pageSize`. */
    readonly parameter: string;
    /** The path without what stands before it; `:` for parts that are not known. Absent where nothing of it is. */
    readonly path?: string;
    readonly at: Span;
}
/** The requests for pages of rows that the code of web pages makes. */
export declare function pageRequestsOf(program: Program, tree: Tree): readonly PageRequest[];
