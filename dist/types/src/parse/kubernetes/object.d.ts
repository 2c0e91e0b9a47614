import type { Span } from '../../source.js';
import type { MapNode } from '../node.js';
/** One object of a Kubernetes manifest, as it is applied. Every node of it still points at the line that it came from. */
export interface KubernetesObject {
    readonly apiVersion: string;
    readonly kind: string;
    readonly name: string;
    /** Absent: not written, which means the namespace that it is applied to. */
    readonly namespace?: string;
    readonly node: MapNode;
    /** The value of `metadata.name`, where a finding about the whole object points. */
    readonly at: Span;
    readonly apiVersionAt: Span;
    readonly kindAt: Span;
}
