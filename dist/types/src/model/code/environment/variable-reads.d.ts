import type { Program } from '../../../code/program.js';
import type { CodeFile } from '../../../code/syntax.js';
import type { Span } from '../../../source.js';
/** A place where code reads a variable. */
export interface VariableRead {
    readonly variable: string;
    readonly alternatives: readonly string[];
    readonly at: Span;
}
/** Every variable that files read, where it is first read. */
export declare function readsIn(program: Program, files: readonly CodeFile[]): readonly VariableRead[];
