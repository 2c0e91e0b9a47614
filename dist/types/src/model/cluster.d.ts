import type { KubernetesObject } from '../parse/kubernetes/object.js';
import type { MapNode } from '../parse/node.js';
import type { Fact, Span } from '../source.js';
import type { DanglingReference } from './kubernetes/references.js';
import type { PathRewrite } from './path-rewrite.js';
import type { RoutePath } from './reverse-proxy.js';
/** Everything that one Kubernetes deployment applies, beside the workloads that are made of it. */
export interface Cluster {
    /** The id of its deployment. */
    readonly deployment: string;
    /** False when a part could not be read or is made elsewhere: nothing is then proven absent. */
    readonly complete: boolean;
    /** True when all that its files name is in the repository and evaluated: what is refused then is refused everywhere. */
    readonly allThere: boolean;
    /** Files that kustomizations name and that the repository does not hold; not those of other repositories. */
    readonly missingFiles: readonly {
        readonly path: string;
        readonly at: Span;
    }[];
    /** In the order that they are written; patches and generators applied. */
    readonly objects: readonly KubernetesObject[];
    readonly controllers: readonly PodController[];
    readonly services: readonly ClusterService[];
    readonly routes: readonly ClusterRoute[];
    readonly autoscalers: readonly Autoscaler[];
    readonly budgets: readonly Selecting[];
    readonly policies: readonly Selecting[];
    /** What its pods need, and nothing in the repository makes. */
    readonly dangling: readonly DanglingReference[];
}
/** A PodDisruptionBudget or a NetworkPolicy, and the controllers whose pods it selects. */
export interface Selecting {
    readonly object: KubernetesObject;
    readonly controllers: readonly PodController[];
}
/** What makes pods out of a template: a Deployment, a StatefulSet, a CronJob …, or a Pod itself. */
export interface PodController {
    readonly object: KubernetesObject;
    /** The labels of its pods. */
    readonly labels: ReadonlyMap<string, string>;
    /** The `spec` of its pods. */
    readonly spec: MapNode;
    /** Ids of the workloads that its containers are, init containers among them. */
    readonly workloads: readonly string[];
}
/** A Service, and what it leads to. */
export interface ClusterService {
    readonly object: KubernetesObject;
    readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName' | 'unknown';
    /** No address of its own: its name leads to each pod. */
    readonly headless: boolean;
    /** Absent: somebody else fills in where it leads to. */
    readonly selector?: ReadonlyMap<string, string>;
    /** The controllers that it selects. */
    readonly controllers: readonly PodController[];
    readonly ports: readonly ServicePort[];
    /** The host that an ExternalName stands for. */
    readonly externalName?: Fact<string>;
}
/** A port of a Service, and where it leads. */
export interface ServicePort {
    readonly name?: string;
    readonly port: Fact<number>;
    readonly protocol: 'tcp' | 'udp' | 'sctp';
    /** A number, or the name of a port of the container; absent: as `port`. */
    readonly target?: Fact<number | string>;
    readonly nodePort?: Fact<number>;
    readonly at: Span;
}
/** What sends requests from outside the cluster to a Service: one entry for each backend of an Ingress or a route. */
export interface ClusterRoute {
    readonly object: KubernetesObject;
    /** Host names; empty: any. */
    readonly hosts: readonly string[];
    readonly path?: RoutePath;
    readonly service: string;
    /** Absent: that of the route. */
    readonly namespace?: string;
    /** A number, or the name of a port of the Service. */
    readonly port?: Fact<number | string>;
    readonly rewrite: PathRewrite;
    /** Where the backend is named. */
    readonly at: Span;
}
/** A HorizontalPodAutoscaler or a ScaledObject of KEDA. */
export interface Autoscaler {
    readonly object: KubernetesObject;
    readonly target: {
        readonly kind: string;
        readonly name: string;
        readonly at: Span;
    };
    /** The controller that it scales; absent when there is none of that kind and name. */
    readonly controller?: PodController;
    /** Absent: not written, which means 1 (KEDA: 0). */
    readonly minimum?: Fact<number>;
    readonly maximum?: Fact<number>;
}
