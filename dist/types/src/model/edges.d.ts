import type { Span } from '../source.js';
import type { Address } from './addresses.js';
import type { Cluster } from './cluster.js';
import type { EnvironmentAddress } from './connections.js';
import { type HostAnswer, type HostNames } from './host-names.js';
import type { ReverseProxy, UpstreamServer } from './reverse-proxy.js';
import type { EnvironmentVariable, Subject, Workload } from './system.js';
import type { Destination } from './telemetry/destinations.js';
import type { PrometheusServer } from './telemetry/prometheus.js';
/** One line of the map of the system: somebody talks to somebody. */
export interface Edge {
    /** The workload that talks; a proxy that no workload of the repository runs; the object of a cluster that has somebody do it. */
    readonly from: Workload | ReverseProxy | ClusterSubject;
    /** What tells of it: a variable · the configuration of a collector of logs or of Grafana · a route of a proxy · a label that a proxy reads · the order of start, and
     *  what an init container waits for · a scrape job ·
     *  an argument of the command. */
    readonly via: 'environment' | 'configuration' | 'proxy' | 'label' | 'dependency' | 'scrape' | 'argument';
    /** As written; the name of the workload where none is written. */
    readonly host: string;
    readonly port?: number;
    readonly answer: HostAnswer;
    /** The networks that `from` and the one that answers are both on. */
    readonly networks: readonly string[];
    readonly at: Span;
    /** Where `via` is `environment`. */
    readonly variable?: EnvironmentVariable;
    readonly address?: Address;
    /** Where `via` is `proxy` or `label`: the configuration that it comes from. */
    readonly proxy?: ReverseProxy;
    readonly server?: UpstreamServer;
    /** Where `via` is `scrape`: the job of Prometheus, or the monitor or annotated object of a cluster. */
    readonly job?: string;
    /** Where `via` is `configuration`: which of its outputs or sources it is. */
    readonly what?: string;
}
/** A monitor of an operator, or what bears the annotations that tell some Prometheus of the cluster to ask it. */
export interface ClusterSubject extends Subject {
    readonly kind: 'object';
}
/** The edges that come from the configuration of each proxy; proxies without any are left out. */
export declare function edgesOfProxies({ edges, }: {
    readonly edges: readonly Edge[];
}): ReadonlyMap<ReverseProxy, readonly Edge[]>;
interface Sources {
    readonly workloads: readonly Workload[];
    readonly addresses: readonly EnvironmentAddress[];
    readonly proxies: readonly ReverseProxy[];
    readonly names: HostNames;
    readonly clusters: readonly Cluster[];
    readonly prometheus: readonly PrometheusServer[];
    readonly destinations: readonly Destination[];
}
/** Collects everything that tells who talks to whom. The order is that of the files. */
export declare function edgesOf(sources: Sources): readonly Edge[];
/** Each server of a proxy once for each workload of production that runs the proxy. */
export declare function proxyEdges(proxy: ReverseProxy, production: ReadonlySet<Workload>, names: HostNames): readonly Edge[];
export {};
