import type { Source, Span } from '../source.js';
import type { Problem } from './node.js';
/** One `.env` file, by the grammar that Compose reads. */
export interface EnvironmentFile {
    readonly path: string;
    /** `example`: named example, sample, template, dist … · `live`: anything else. */
    readonly purpose: 'live' | 'example';
    /** False when git is told to ignore it and does not track it. Such files are not read at all. */
    readonly tracked: boolean;
    /** In the order written; a later entry of the same name wins. */
    readonly entries: readonly EnvironmentEntry[];
    readonly problems: readonly Problem[];
}
/** A line of an env file. */
export interface EnvironmentEntry {
    readonly name: string;
    /** The value with quotes and escapes resolved and `$VAR` not yet interpolated; null for a bare `NAME`. In double quotes
     *  an escaped `\$` is given as `$$`, which interpolation reads as a literal `$`. */
    readonly value: string | null;
    /** Single quotes: `$` is literal. */
    readonly quote: '' | "'" | '"';
    readonly keyAt: Span;
    /** The value as written, quotes included; `NAME=` when it is empty; the name when there is none. */
    readonly at: Span;
}
/** Tells by its name whether an environment file is one to copy from (`.env.example`) or one in use. */
export declare function environmentFilePurpose(path: string): EnvironmentFile['purpose'];
/**
 * Reads an environment file as Compose does (https://github.com/compose-spec/compose-go, `dotenv/`, v2.16.2): `NAME=value`
 * and `NAME: value`, `export`, comments, quotes over several lines. Where Compose gives up on the file, the line becomes
 * a problem and reading goes on with the next line. Messages never hold values.
 */
export declare function parseEnvironmentFile(source: Source): Pick<EnvironmentFile, 'entries' | 'problems'>;
