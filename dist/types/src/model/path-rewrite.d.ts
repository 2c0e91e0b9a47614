import type { Span } from '../source.js';
import type { RoutePath } from './reverse-proxy.js';
/** What becomes of the path of a request on its way through a proxy. `rewrittenPath` applies it. */
export type PathRewrite = 
/** Nothing. */
{
    readonly kind: 'identity';
}
/** The beginning is cut off; what is left begins with a slash. */
 | {
    readonly kind: 'strip-prefix';
    readonly prefix: string;
    readonly at: Span;
}
/** Other characters take the place of those of the beginning; of an empty one: they are put in front. */
 | {
    readonly kind: 'replace-prefix';
    readonly prefix: string;
    readonly by: string;
    readonly at: Span;
}
/** Every path becomes the same one. */
 | {
    readonly kind: 'replace-path';
    readonly by: string;
    readonly at: Span;
}
/** `because`: the end of the sentence "what the upstream sees is not known: …". */
 | {
    readonly kind: 'unknown';
    readonly because: string;
    readonly at: Span;
};
/** The path stays as it is. */
export declare const IDENTITY: PathRewrite;
/** A rewrite that cannot be known. */
export declare function unknownRewrite(at: Span, because: string): PathRewrite;
/** The path that the upstream sees when a client asks for `path`; undefined where that cannot be known. */
export declare function rewrittenPath(rewrite: PathRewrite, path: string): string | undefined;
/** The rewrite that puts `by` in the place of `prefix`, character by character; in its simplest form. */
export declare function prefixReplaced(prefix: string, by: string, at: Span): PathRewrite;
/**
 * The same for whole parts of a path: `/foo` by `/` makes `/bar` of `/foo/bar`, slashes at the ends are of no account
 * (https://gateway-api.sigs.k8s.io/reference/spec/#httppathmodifier).
 */
export declare function partsReplaced(prefix: string, by: string, at: Span): PathRewrite;
/** Which of the paths of a route begin with a text; with a slash at its end, a path that is the same without it counts, too. */
export declare function coveredBy(beginning: string, { match, text }: RoutePath): 'all' | 'some' | 'none' | 'unknown';
/**
 * The rewrite of a regular expression that takes whole paths apart and of what is put together from its groups (`$1`, or
 * `\1`), for the requests of `path`. Only expressions of the usual forms are understood: a literal beginning, and the rest.
 */
export declare function patternRewrite(pattern: string, replacement: string, path: RoutePath, at: Span): PathRewrite;
