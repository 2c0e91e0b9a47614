import type { Program } from '../../code/program.js';
import type { CodeFile } from '../../code/syntax.js';
import type { Span } from '../../source.js';
/** The log lines that a service writes to its output as plain text. */
export interface PrintedLines {
    readonly count: number;
    /** The first of them, and what writes it: `console.error`, `print`, `log.Printf`. */
    readonly by: string;
    readonly at: Span;
}
/** Where code writes plain lines to its output; undefined where it does nowhere. */
export declare function printedLines(program: Program, code: readonly CodeFile[]): PrintedLines | undefined;
