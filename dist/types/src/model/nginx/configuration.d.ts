import type { NginxDirective } from '../../parse/nginx.js';
import type { Span } from '../../source.js';
import type { PathRewrite } from '../path-rewrite.js';
import type { Listener, Upstream } from '../reverse-proxy.js';
import type { NginxScope } from './scopes.js';
import type { NginxTree } from './trees.js';
/** One nginx with all that it includes: what only nginx has, beside what it has in common with other proxies. */
export interface NginxConfiguration {
    /** The files that it is made of, and everything in its place. */
    readonly tree: NginxTree;
    /**
     * Where the outermost file comes from. `image`: the one of the official image stands around what the repository has.
     * `unknown`: the repository has fragments alone, which a host includes somewhere.
     */
    readonly mainFile: 'repository' | 'image' | 'unknown';
    readonly main: NginxScope;
    readonly events?: NginxScope;
    /** The level that all servers are in. */
    readonly http: NginxScope;
    readonly servers: readonly NginxServer[];
    readonly groups: readonly NginxGroup[];
    readonly zones: readonly NginxZone[];
    /** Every place that hands requests on, in the order written. */
    readonly passes: readonly NginxPass[];
}
/** A `server` block. */
export interface NginxServer {
    /** `server_name`; empty when it has none. */
    readonly names: readonly string[];
    readonly scope: NginxScope;
    readonly listeners: readonly NginxListener[];
    /** All of its locations, those within others behind them. */
    readonly locations: readonly NginxLocation[];
}
/** A `listen` of a server. */
export interface NginxListener extends Listener {
    /** As written in front of the port: `127.0.0.1`, `[::1]`, a host name. Absent: all addresses. */
    readonly address?: string;
    readonly defaultServer: boolean;
}
/** A `location` block. */
export interface NginxLocation {
    readonly server: NginxServer;
    readonly match: 'prefix' | 'exact' | 'regex' | 'named';
    /** The prefix, the expression, or the name. */
    readonly path: string;
    readonly scope: NginxScope;
}
/** An `upstream` block. */
export interface NginxGroup {
    readonly name: string;
    readonly scope: NginxScope;
    readonly upstream: Upstream;
}
/** A `limit_req_zone` or `limit_conn_zone`. */
export interface NginxZone {
    readonly kind: 'requests' | 'connections';
    readonly name: string;
    /** What is counted: `$binary_remote_addr`. */
    readonly key: string;
    /** As written: `10r/s`; only of requests. */
    readonly rate?: string;
    readonly at: Span;
}
/** A `proxy_pass` or one of its kin. */
export interface NginxPass {
    readonly protocol: 'http' | 'grpc' | 'fastcgi' | 'uwsgi' | 'scgi' | 'memcached';
    readonly directive: NginxDirective;
    /** The level that its settings are asked of: the location, or an `if` or `limit_except` in it. */
    readonly scope: NginxScope;
    readonly location: NginxLocation;
    /** The group that it names; absent when it names a server itself. */
    readonly group?: NginxGroup;
    readonly upstream: Upstream;
    readonly tls: boolean;
    /** See `ProxyRoute.rewrite`. */
    readonly rewrite: PathRewrite;
}
