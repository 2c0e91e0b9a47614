import type { Fact, Span } from '../source.js';
import type { Cluster, ClusterRoute } from './cluster.js';
import type { NginxConfiguration } from './nginx/configuration.js';
import type { PathRewrite } from './path-rewrite.js';
import type { Subject, Workload } from './system.js';
import type { TraefikConfiguration } from './traefik/configuration.js';
/**
 * A reverse proxy as it is configured, whatever it is: one nginx (its main file with all that it includes), one Traefik,
 * one HAProxy, one Caddy, one Ingress or route object of a cluster. Its weight is that of what it serves: 3 when it faces users, 0
 * when only development runs it.
 */
export interface ReverseProxy extends Subject {
    readonly kind: 'proxy';
    readonly software: 'nginx' | 'traefik' | 'haproxy' | 'caddy' | 'kubernetes';
    /** The workloads that run this configuration: they mount it, or their image copies it. Empty when none does. */
    readonly workloads: readonly Workload[];
    /** As far as the tag of the image tells, most significant part first; absent when it does not. */
    readonly version?: readonly number[];
    readonly listeners: readonly Listener[];
    readonly routes: readonly ProxyRoute[];
    readonly upstreams: readonly Upstream[];
    /** False when a part of the configuration is not in the repository or could not be read: nothing is then proven absent. */
    readonly complete: boolean;
    /** Only where `software` is that. */
    readonly traefik?: TraefikConfiguration;
    /** The cluster that it lets requests into, and its routes there; present when `software` is kubernetes. */
    readonly kubernetes?: {
        readonly cluster: Cluster;
        readonly routes: readonly ClusterRoute[];
    };
    /** What only nginx has; present when `software` is nginx. */
    readonly nginx?: NginxConfiguration;
}
/** A port that it accepts connections on. */
export interface Listener {
    readonly port: Fact<number>;
    readonly tls: boolean;
    /** Whether all that arrives there is sent on to a TLS listener. */
    readonly redirectsToTls: boolean;
    readonly at: Span;
}
/** What it sends where. */
export interface ProxyRoute {
    /** Host names it answers to; empty: any. */
    readonly hosts: readonly string[];
    readonly path: RoutePath;
    readonly upstream: Upstream;
    /** What becomes of the matched path on the way. */
    readonly rewrite: PathRewrite;
    readonly at: Span;
}
/** The paths that a route takes. */
export interface RoutePath {
    readonly match: 'exact' | 'prefix' | 'regex';
    readonly text: string;
}
/** A group of servers that answer for each other, or the one server that a route names. */
export interface Upstream {
    /** The name of the group; absent for a server that is named in the route itself. */
    readonly name?: string;
    readonly servers: readonly UpstreamServer[];
    /** What the proxy asks each of them over HTTP to see whether it works, where that is all that decides. */
    readonly check?: UpstreamCheck;
    readonly at: Span;
}
/** A health check of a proxy or load balancer: another status than 2xx or 3xx takes the server out. */
export interface UpstreamCheck {
    readonly method: 'GET' | 'HEAD';
    readonly path: Fact<string>;
    /** Absent: the port that requests go to. */
    readonly port?: Fact<number>;
    readonly at: Span;
}
/** An address that a proxy sends requests to. */
export interface UpstreamServer {
    /** The name of the first of `workloads` where none is written. */
    readonly host: Fact<string>;
    /** Who it is where that is told by other means than its name: the workload that bears the label, those that a Service selects. */
    readonly workloads?: readonly Workload[];
    /** Absent: the default of the scheme. */
    readonly port?: Fact<number>;
    readonly scheme?: string;
    /** Used only when the others are down. */
    readonly backup: boolean;
    /** When its name is looked up: once, when the proxy starts, or again while it runs. */
    readonly resolved: 'start' | 'running';
    readonly at: Span;
}
