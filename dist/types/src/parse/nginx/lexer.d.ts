import type { Source, Span } from '../../source.js';
import type { NginxArgument } from '../nginx.js';
import type { Problem } from '../node.js';
/** A comment: offsets in the file, its `#` included. */
export interface Comment {
    readonly text: string;
    readonly start: number;
    readonly end: number;
}
/** Where the reader is, and what it has found beside words. */
export interface Reader {
    readonly source: Source;
    position: number;
    readonly comments: Comment[];
    readonly problems: Problem[];
    /** A quote swallowed the rest of the file: what is not ended or closed there says nothing more. */
    isCut: boolean;
}
/** A word, or a sign that is none. */
export type Token = {
    readonly kind: 'word';
    readonly word: NginxArgument;
} | Sign | {
    readonly kind: 'end';
};
interface Sign {
    readonly kind: ';' | '{' | '}';
    readonly at: Span;
}
/** Notes something that nginx refuses in the words of the file. */
export declare function object(reader: Reader, at: Span, message: string, code?: string): void;
/** A span of the file that is being read. */
export declare function spanIn(reader: Reader, start: number, end: number): Span;
/**
 * The next word or sign, by the rules of nginx's own reader (`ngx_conf_read_token`): a bare word ends only at white space,
 * `;` and `{`, so that quotes, `#` and `}` inside it are letters; braces behind `$` are letters, too; a backslash makes the
 * next character a letter.
 */
export declare function nextToken(reader: Reader): Token;
export {};
