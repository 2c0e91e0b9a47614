import type { Program } from '../../../code/program.js';
import type { Span } from '../../../source.js';
import type { Surrounded } from '../web/runs-at-start.js';
/** A variable without which code throws or ends the program. */
export interface Demand {
    readonly variable: string;
    /** Other names that are taken in its place. */
    readonly alternatives: readonly string[];
    /** What refuses. */
    readonly at: Span;
}
/** What a node demands of the environment when it runs. */
export declare function demandsAt(program: Program, one: Surrounded): readonly Demand[];
