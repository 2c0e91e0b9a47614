import type { Span } from '../source.js';
import type { Comment } from './nginx/lexer.js';
import type { Problem } from './node.js';
export { parseNginx } from './nginx/parser.js';
/** One nginx file as written: includes are not followed, contexts are not judged. */
export interface NginxFile {
    readonly path: string;
    readonly directives: readonly NginxDirective[];
    /** What nginx objects to while it reads the words; with the code `too-large` what we did not read to the end. */
    readonly problems: readonly Problem[];
    readonly comments: readonly Comment[];
}
/** A directive, or an entry of a block that has its own (`map`, `types`, `geo`), where the name is the key. */
export interface NginxDirective {
    /** Decoded, as the arguments are. */
    readonly name: string;
    readonly nameAt: Span;
    readonly args: readonly NginxArgument[];
    /** From the name to the last argument. */
    readonly at: Span;
    /** What stands between its braces; absent when it has none. Empty for Lua code, which is no configuration. */
    readonly block?: readonly NginxDirective[];
    /** From `{` to `}`, both included; to the end of the file when it is never closed. */
    readonly blockAt?: Span;
}
/** A word of a directive. */
export interface NginxArgument {
    /** Without its quotes, escapes resolved, variables as written. */
    readonly text: string;
    /** As written, where that differs. */
    readonly raw?: string;
    readonly quoted: boolean;
    /** The first word of its line. */
    readonly startsLine: boolean;
    /** Quotes included. */
    readonly at: Span;
}
/** Calls `visit` for every directive in the order written, with the blocks around it, outermost first. */
export declare function walkNginx(directives: readonly NginxDirective[], visit: (directive: NginxDirective, around: readonly NginxDirective[]) => void): void;
/** The words of the condition of an `if`, without the parentheses around it. */
export declare function conditionOf(directive: NginxDirective): readonly NginxArgument[];
