import { type Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { ComposeSet } from './sets.js';
/** A network that a project joins and does not create, where the repository tells whether another one does. */
export interface ExternalNetwork {
    /** As Docker is asked for it. */
    readonly name: string;
    readonly at: Span;
    /** Absent where a project creates it: the network of another project that is meant, under the name that Docker gives that. */
    readonly meant?: {
        readonly name: string;
        readonly at: Span;
    };
}
/**
 * The external networks of a set that another project of the repository creates, and those that it almost creates: under the
 * key that is asked for, which Compose puts the name of the project in front of. What a script or a text has people create by
 * hand is left out, and what nothing tells of.
 * https://docs.docker.com/reference/compose-file/networks/#external
 */
export declare function externalNetworks(set: ComposeSet, sets: readonly ComposeSet[], tree: Tree): readonly ExternalNetwork[];
