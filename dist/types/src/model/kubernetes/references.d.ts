import type { KubernetesObject } from '../../parse/kubernetes/object.js';
import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import { type PodTemplate } from './pods.js';
/** What pods need, and are refused or not started without. */
export type NeededKind = 'ConfigMap' | 'Secret' | 'ServiceAccount' | 'PersistentVolumeClaim';
/** Something that pods need and that no manifest of the repository makes. */
export interface DanglingReference {
    readonly kind: NeededKind;
    readonly name: string;
    /** The key of a ConfigMap or Secret that is there. */
    readonly key?: string;
    /** What needs it. */
    readonly by: KubernetesObject;
    readonly at: Span;
    /** The document, or the manifest with a comment, that tells people to make it. */
    readonly saidIn?: string;
}
/** The objects of the whole repository that others may name. */
export interface NamedObjects {
    /** Those that make one of a kind and name, with their namespaces; a Certificate makes a Secret. */
    readonly makers: ReadonlyMap<string, readonly KubernetesObject[]>;
    /** What commands of scripts, pipelines and documents make: `Secret/name`. */
    readonly commanded: () => ReadonlySet<string>;
    /** What documents and comments tell people to make: `Secret/name`, and the file that does. */
    readonly said: () => ReadonlyMap<string, string>;
}
/** What the pods of a deployment need and nothing makes. */
export declare function danglingReferences(templates: readonly PodTemplate[], named: NamedObjects): readonly DanglingReference[];
/** Everything in a repository that makes what pods need. */
export declare function namedObjects(objects: readonly KubernetesObject[], tree: Tree): NamedObjects;
/** Names behind `kubectl create secret generic`, `create configmap`, `eksctl create iamserviceaccount`; in Terraform, of its resources. */
export declare function madeByCommands(tree: Tree): ReadonlySet<string>;
/** The kinds of which the manifests make some. */
export declare function madeKinds(objects: readonly KubernetesObject[]): ReadonlySet<string>;
