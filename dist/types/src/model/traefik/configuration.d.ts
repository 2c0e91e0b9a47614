import type { Fact, Span } from '../../source.js';
import type { Workload } from '../system.js';
import type { Setting } from './settings.js';
import type { StaticConfiguration } from './static.js';
/** What is special to Traefik in a `ReverseProxy`. */
export interface TraefikConfiguration {
    /** The major version; absent when the tag of the image does not tell. */
    readonly major?: number;
    readonly static: StaticConfiguration;
    readonly entryPoints: readonly EntryPoint[];
    readonly resolvers: readonly CertificateResolver[];
    readonly routers: readonly Router[];
    /** Whether files bring certificates of their own. */
    readonly hasCertificates: boolean;
    /** False when routers may be defined elsewhere. */
    readonly routersComplete: boolean;
}
/** A port that Traefik listens on: https://doc.traefik.io/traefik/routing/entrypoints/ (v3). */
export interface EntryPoint {
    readonly name: string;
    /** Absent when the address holds none. */
    readonly port?: Fact<number>;
    readonly udp: boolean;
    /** Encrypts every route on it (`http.tls`). */
    readonly tls: boolean;
    /** The resolver that its routes take certificates from, unless they name another one. */
    readonly certResolver?: string;
    /** Kinds of the middlewares that all of its routers have, see `Router.middlewareKinds`. */
    readonly middlewareKinds: readonly string[];
    /** Sends everything on to another entry point, or to a port, over HTTPS unless it says otherwise. */
    readonly redirectsToTls: boolean;
    /** Absent: where it is there by default. */
    readonly at: Span;
}
/** Where certificates come from: https://doc.traefik.io/traefik/https/acme/ (v3). */
export interface CertificateResolver {
    readonly name: string;
    /** `none`: no way is given in which the domain is proven · `other`: not ACME (Tailscale). */
    readonly challenge: 'http' | 'tls' | 'dns' | 'other' | 'none' | 'unknown';
    /** Of an HTTP challenge. */
    readonly entryPoint?: string;
    /** Where certificates and the account are kept, absolute inside the container. */
    readonly storage: Fact<string>;
    readonly settings: Setting;
    readonly at: Span;
}
/** Something that a router names and that nothing declares. */
export interface MissingName {
    readonly kind: 'service' | 'middleware';
    readonly name: string;
    readonly at: Span;
}
/** https://doc.traefik.io/traefik/routing/routers/ (v3). */
export interface Router {
    readonly name: string;
    /** Absent: the default rule of the provider. */
    readonly rule?: Fact<string>;
    /** Empty: every default one. */
    readonly entryPoints: readonly string[];
    /** Where they are named. */
    readonly entryPointsAt?: Span;
    readonly tls: boolean;
    readonly certResolver?: Fact<string>;
    /** Names the domains of its certificates itself. */
    readonly hasDomains: boolean;
    readonly middlewares: readonly string[];
    /** Kinds of its middlewares, chains opened, in lower case: `basicauth`; `unknown` for one that is defined elsewhere. */
    readonly middlewareKinds: readonly string[];
    /** Names TLS options, which may ask clients for certificates. */
    readonly hasTlsOptions: boolean;
    /** With its provider behind `@`; absent: the one of its container. */
    readonly service?: string;
    /** Services and middlewares that it names and no source has; none where the provider is one that is not read. */
    readonly missing: readonly MissingName[];
    /** `@docker`, `@file` …, which its own names without one stand for. */
    readonly provider: 'docker' | 'file';
    /** The workload whose label it is. */
    readonly owner?: Workload;
    readonly at: Span;
}
