/** One text file of the audited repository. */
export interface Source {
    /** Path from the repository root, with `/` on every platform. */
    readonly path: string;
    readonly text: string;
    /** The bytes are not UTF-8; what could not be decoded is U+FFFD in `text`. */
    readonly malformed?: true;
}
/** A half-open range of UTF-16 offsets in one file. */
export interface Span {
    readonly path: string;
    readonly start: number;
    readonly end: number;
}
/** A place as people read it. Lines and columns count from 1; `endColumn` is exclusive; columns count UTF-16 units. */
export interface Place {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
}
/** Something whose value is known, and where it was written. */
export interface Known<T> {
    readonly known: true;
    readonly value: T;
    readonly at: Span;
}
/** Something that was written, but whose value the repository does not tell. */
export interface Unknown {
    readonly known: false;
    readonly at: Span;
    /** Why it is not known, as the end of the sentence "… is not known: ". */
    readonly because: string;
}
/** A written fact. Absence is `undefined`, so that "not set", "set" and "set to something unknown" stay three things. */
export type Fact<T> = Known<T> | Unknown;
/** A located fact. */
export declare function known<T>(value: T, at: Span): Known<T>;
/** A located value that cannot be known from the repository. */
export declare function unknown(at: Span, because: string): Unknown;
/** The value when it is set and known, else undefined. */
export declare function knownValue<T>(fact: Fact<T> | undefined): T | undefined;
/** The line (from 1) that an offset lies on. Offsets outside the text are clamped to it. */
export declare function lineOf(source: Source, offset: number): number;
/** The text of a line (from 1), without its line break; empty when there is no such line. */
export declare function lineText(source: Source, line: number): string;
/** Turns a span into lines and columns. */
export declare function placeOf(source: Source, span: Span): Place;
