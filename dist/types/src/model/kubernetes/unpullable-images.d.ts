import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Deployment } from '../system.js';
/** An image that every start of a pod asks Docker Hub for, under a name that nobody but Docker can have there. */
export interface UnpullableImage {
    /** The deployment that has it. */
    readonly deployment: string;
    /** What runs it: `Deployment api`. */
    readonly by: string;
    readonly image: string;
    /** Always, because it is written (`policy`), or because the tag is `latest` or missing (`tag`). */
    readonly because: 'policy' | 'tag';
    readonly at: Span;
    /** Why it may be found all the same, as a sentence without a full stop. */
    readonly unsure?: string;
}
/**
 * A name without an owner belongs to `docker.io/library`, and those there are known. A node that has built or imported such an
 * image uses its own only where it need not ask: with the policy `Always`, which `latest` has by default, it asks.
 * https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting
 */
export declare function unpullableImages(production: readonly Deployment[], tree: Tree): readonly UnpullableImage[];
