import type { Node, VariableUse } from '../parse/node.js';
import type { Span } from '../source.js';
/** One word of a command as the file has it, before its variables are put in. */
export interface WrittenWord {
    readonly text: string;
    /** The variables of the scalar that it stands in. */
    readonly uses: readonly VariableUse[];
    /** The scalar. */
    readonly at: Span;
}
/**
 * The words of a canonical command or health check as written: `${X:-y}` as such, `$$` as the `$` that it stands for.
 * A word that lies in a one-string command is placed at that string.
 */
export declare function writtenWords(list: Node | undefined): readonly WrittenWord[];
