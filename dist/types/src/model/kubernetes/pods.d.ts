import type { KubernetesObject } from '../../parse/kubernetes/object.js';
import { type MapNode, type Node } from '../../parse/node.js';
import { type Span } from '../../source.js';
import type { PodPlace } from '../system.js';
/** The pods that one object makes. */
export interface PodTemplate {
    readonly object: KubernetesObject;
    /** The template itself: `metadata` and `spec` of a pod. */
    readonly node: MapNode;
    readonly spec: MapNode;
    readonly labels: ReadonlyMap<string, string>;
    readonly containers: readonly ContainerSpec[];
}
/** One container of a pod. */
export interface ContainerSpec {
    readonly node: MapNode;
    readonly name: string;
    /** Its name, where a finding about it points. */
    readonly at: Span;
    readonly part: PodPlace['part'];
}
/** The group of an apiVersion; empty for the core group. */
export declare function groupOf({ apiVersion }: Pick<KubernetesObject, 'apiVersion'>): string;
/** `apps/Deployment`, `/Service`: a kind with its group, whatever the version. */
export declare function groupKind(object: Pick<KubernetesObject, 'apiVersion' | 'kind'>): string;
/** The pods that an object makes; undefined when it makes none, or does not say which containers they have. */
export declare function podTemplateOf(object: KubernetesObject): PodTemplate | undefined;
/** The texts of a mapping, such as labels or annotations. */
export declare function textsByKey(node: Node | undefined): ReadonlyMap<string, string>;
/** Where the containers of a pod should stand and do not: what no cluster would take. */
export declare function podProblem(object: KubernetesObject): {
    readonly at: Span;
    readonly message: string;
} | undefined;
