import type { NginxDirective } from '../../parse/nginx.js';
import type { Span } from '../../source.js';
/**
 * One level of an nginx configuration. Settings are inherited from the levels around it
 * (https://nginx.org/en/docs/dev/development_guide.html#http_conf).
 */
export interface NginxScope {
    /** The name of the block; `main` is the outermost level, which has none. */
    readonly kind: string;
    /** Its directives in order, blocks included, with the content of included files in the place of `include`. */
    readonly directives: readonly NginxDirective[];
    /** The same by name. */
    readonly byName: ReadonlyMap<string, readonly NginxDirective[]>;
    readonly parent?: NginxScope;
    /** The block itself; absent for `main` and for levels that stand in a file outside the repository. */
    readonly opening?: NginxDirective;
    readonly at: Span;
    /** What parts of this level that are not in the repository may set, as patterns of the names of directives. */
    readonly unread: readonly RegExp[];
}
/** The directives of a name that apply at some level, and how sure that is. */
export interface InForce {
    readonly directives: readonly NginxDirective[];
    /** Where they are written; absent when nothing is. */
    readonly level?: NginxScope;
    /** False when a file that is not in the repository may set others in their place. */
    readonly certain: boolean;
}
/** Makes a level of the directives of a block. */
export declare function scopeOf(kind: string, directives: readonly NginxDirective[], at: Span, around?: Pick<NginxScope, 'parent' | 'opening'> & {
    readonly unread?: readonly RegExp[];
}): NginxScope;
/**
 * What applies at a level of the directives of these names: those of the nearest level that has any. That is how nginx
 * inherits simple directives and arrays alike: a level with one `proxy_set_header` of its own has none of the others.
 * `allow` and `deny` make one array, so several names may be asked for together. For `add_header` see `headersInForce`.
 * Not for what is never inherited: `proxy_pass`, `return`, `rewrite`, `try_files`, `location`.
 */
export declare function inForce(scope: NginxScope, ...names: readonly string[]): InForce;
/** The last of the directives that apply at a level: the one that counts where a name may stand only once. */
export declare function setting(scope: NginxScope, name: string): NginxDirective | undefined;
/** The text of its first argument; undefined when nothing is written. */
export declare function settingText(scope: NginxScope, name: string): string | undefined;
/**
 * The response headers that a level adds. Since nginx 1.29.3 `add_header_inherit merge` adds those of the level around to
 * its own, and `off` takes them away (https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header_inherit).
 */
export declare function headersInForce(scope: NginxScope): InForce;
