import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
/** A secret that a script or pipeline writes into the environment file of what it deploys. */
export interface ScriptSecret {
    readonly name: string;
    /** Signs or encrypts: whoever knows it forges sessions or reads data. */
    readonly signing: boolean;
    readonly at: Span;
}
/** What deploys a system and has secrets in it. Only what looks generated: a made-up value may be for a test. */
export declare function scriptSecretsOf(tree: Tree): readonly ScriptSecret[];
