import type { KubernetesObject } from '../parse/kubernetes/object.js';
import { type Span } from '../source.js';
import type { Tree } from '../tree.js';
import type { Cluster } from './cluster.js';
import type { ReverseProxy } from './reverse-proxy.js';
import type { Workload } from './system.js';
/** What encrypts the traffic of users, as far as the repository and its configuration tell. */
export interface Encryption {
    /** The configuration says that somebody in front of the system does. */
    readonly upstream: boolean;
    /** Whatever does for others. Empty: nothing. Which entry each of them covers is for `encryptionOfEntries` to tell. */
    readonly by: readonly Encrypting[];
    /** Ids of workloads that encrypt for themselves alone. */
    readonly own: ReadonlySet<string>;
}
/** Something that encrypts what it lets in. */
export type Encrypting = {
    readonly at: Span;
} & ({
    readonly kind: 'proxy';
    readonly proxy: ReverseProxy;
}
/** A tunnel to a provider, a companion that gets certificates for proxies, a proxy with a port for it that is not read. */
 | {
    readonly kind: 'tunnel' | 'companion' | 'port';
    readonly workload: Workload;
} | {
    readonly kind: 'object';
    readonly object: KubernetesObject;
    readonly cluster: Cluster;
}
/** In front of all: infrastructure as code, a platform, what is set up on the host. */
 | {
    readonly kind: 'outside';
});
interface Parts {
    readonly workloads: readonly Workload[];
    readonly proxies: readonly ReverseProxy[];
    readonly clusters: readonly Cluster[];
}
/** Looks for whatever encrypts; scripts for the host are only looked at when the deployments have nothing. */
export declare function encryptionOf(tree: Tree, { workloads, proxies, clusters }: Parts, upstream?: boolean): Encryption;
export {};
