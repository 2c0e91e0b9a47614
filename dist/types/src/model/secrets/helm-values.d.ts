import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
/** A secret among the values that Helm hands to a chart. */
export interface HelmSecret {
    /** The path of the value: `postgresql.auth.password`, `env.JWT_SECRET`. */
    readonly name: string;
    /** `url`: the password of a connection string. */
    readonly kind: 'literal' | 'url';
    /** Signs or encrypts: whoever knows it forges sessions or reads data. */
    readonly signing: boolean;
    readonly at: Span;
}
/**
 * The secrets in values of Helm: in the files that are named as such, in charts or not, and in the objects of Argo CD,
 * Flux and k3s that hold them. Values for development and tests are left out, as are those that SOPS encrypts and
 * references to secret stores. What a chart gives by default counts only where it does not look made up to be replaced.
 * Never throws.
 */
export declare function helmSecretsOf(tree: Tree): readonly HelmSecret[];
