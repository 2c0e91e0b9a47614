import { type CallSite, type Value } from '../../../../code/startup/values.js';
import type { CodeFile, Expression } from '../../../../code/syntax.js';
import type { Span } from '../../../../source.js';
import type { RoutePrefix } from '../../route.js';
/** A path as it is written at one place, in the framework's spelling. */
export interface WrittenPath {
    readonly text: string;
    readonly isResolved: boolean;
    readonly at: Span;
    /** A regular expression that may match some paths and not others. */
    readonly isPattern?: true;
}
/** Where an expression stands. */
export declare function spanOf(file: CodeFile, node: {
    readonly start: number;
    readonly end: number;
}): Span;
/** The paths that a value is: a string, a list of them; a regular expression is a wildcard. */
export declare function writtenPaths(value: Value | undefined, file: CodeFile, written: Expression): readonly WrittenPath[];
/** Whether a value can only be a path: a string, a regular expression or a list of them. */
export declare function isPath(value: Value | undefined): boolean;
/**
 * A path in the spelling of `Route`: one slash in front, none behind, parameters as `:name`, wildcards as `*`. Takes the
 * spelling of Express, Koa, Fastify, Hono and Nest in all their versions.
 */
export declare function normalPath(text: string): string;
/** Paths one behind the other, in the spelling of `Route`. */
export declare function joinPaths(...paths: readonly string[]): string;
/** What stands in front of a path, from the outside in, and whether all of it is known. */
export interface Prefix {
    readonly parts: readonly WrittenPath[];
}
/** Nothing stands in front. */
export declare const NO_PREFIX: Prefix;
/** The prefix with one more; nothing is added for `/` and the empty text. */
export declare function below(prefix: Prefix, path: WrittenPath): Prefix;
/** The whole path behind a prefix. Of one that is not wholly known the known end. */
export declare function wholePath(prefix: Prefix, own: WrittenPath): {
    path: string;
    isResolved: boolean;
};
/** The prefixes of a route, as facts. */
export declare function routePrefixes(prefix: Prefix): readonly RoutePrefix[];
/** Whether all paths that `path` may be asked for lie at or below `prefix`, or may do so. */
export declare function covers(prefix: string, path: string): boolean;
/** The arguments of a call as values and expressions, lists among them taken apart. */
export declare function flatArguments(site: CallSite, from: number): readonly Given[];
/** Something that was given to a framework, and the expression that it came from. */
export interface Given {
    readonly value: Value;
    readonly written: Expression;
    readonly file: CodeFile;
}
/** The items of a list, and of lists in it, each with the expression that it came from. */
export declare function flatGiven(given: Given): readonly Given[];
