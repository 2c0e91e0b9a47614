import type { Source, Span } from '../../source.js';
import type { Problem } from '../node.js';
/** One instruction as the builder sees it: continued lines joined, comments taken out, every character still located. */
export interface LogicalLine {
    readonly keyword: string;
    readonly keywordAt: Span;
    /** Everything behind the keyword. Continued lines are joined by a space where either side has one. */
    readonly text: string;
    /** The offset in the file of each character of `text`, and of its end. */
    readonly offsets: readonly number[];
    readonly heredocs: readonly Heredoc[];
    readonly at: Span;
}
/** A text that stands behind an instruction: `RUN <<EOF`. */
export interface Heredoc {
    readonly name: string;
    /** The body, without the line of the delimiter; leading tabs are taken out for `<<-`. */
    readonly text: string;
    /** The body as it stands in the file. */
    readonly at: Span;
}
/** A line that is a comment. */
export interface Comment {
    /** From the `#` to the end of the line. */
    readonly text: string;
    readonly start: number;
    readonly end: number;
}
/** A Dockerfile by its instructions, before they are read. */
export interface Lines {
    readonly instructions: readonly LogicalLine[];
    readonly comments: readonly Comment[];
    readonly directives: ReadonlyMap<string, string>;
    readonly escapeCharacter: '\\' | '`';
    readonly problems: readonly Problem[];
}
/**
 * Takes a Dockerfile apart into its instructions by the rules of BuildKit
 * (https://github.com/moby/buildkit, `frontend/dockerfile/parser/parser.go`, v0.34). Linear in the text.
 */
export declare function readLines(source: Source): Lines;
/** A word as written, quotes and escapes included; `start` and `end` are offsets into the text it was split from. */
export interface RawWord {
    readonly text: string;
    readonly start: number;
    readonly end: number;
}
/** Splits at white space outside quotes. An open quote goes on to the end. */
export declare function splitRaw(text: string, escapeCharacter: string, quotes?: boolean): RawWord[];
