import { type Span } from '../source.js';
import type { Tree } from '../tree.js';
import type { Cluster } from './cluster.js';
import type { ReverseProxy } from './reverse-proxy.js';
import type { Workload } from './system.js';
/** What encrypts the traffic of users, as far as the repository and its configuration tell. */
export interface Encryption {
    /** The configuration says that somebody in front of the system does. */
    readonly upstream: boolean;
    /** Where it is set up for all: listeners of proxies, tunnels, Ingresses, load balancers. Empty: nowhere. */
    readonly at: readonly Span[];
    /** Ids of workloads that encrypt for themselves alone. */
    readonly own: ReadonlySet<string>;
}
interface Parts {
    readonly workloads: readonly Workload[];
    readonly proxies: readonly ReverseProxy[];
    readonly clusters: readonly Cluster[];
}
/** Looks for whatever encrypts; files beside the deployments are only looked at when these have nothing. */
export declare function encryptionOf(tree: Tree, { workloads, proxies, clusters }: Parts, upstream?: boolean): Encryption;
export {};
