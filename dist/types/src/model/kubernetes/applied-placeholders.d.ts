import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Deployment } from '../system.js';
/** A value of a Secret that stands for one that somebody should have put there, as a kustomization of production applies it. */
export interface AppliedPlaceholder {
    /** The name of the Secret. */
    readonly secret: string;
    readonly key: string;
    /** Signs or encrypts: whoever knows it forges sessions or reads data. */
    readonly signing: boolean;
    /** What runs with it: `Deployment api`. */
    readonly by: string;
    readonly at: Span;
}
/**
 * The placeholders that are left in Secrets of production once patches and generators of its kustomizations are applied. A
 * manifest by itself is a form to fill in; a kustomization is applied as it stands, unless it names files that the
 * repository does not hold, or a script fills the value in or makes the Secret.
 */
export declare function appliedPlaceholders(production: readonly Deployment[], tree: Tree): readonly AppliedPlaceholder[];
