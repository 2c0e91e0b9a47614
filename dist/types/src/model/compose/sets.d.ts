import type { ComposeProject } from '../../parse/compose/project.js';
import type { Tree } from '../../tree.js';
/** Files that `docker compose` (or `docker stack deploy`) would load together, and what they are for. */
export interface ComposeSet {
    readonly files: readonly string[];
    readonly directory: string;
    readonly platform: 'compose' | 'swarm';
    readonly purpose: 'production' | 'development';
    readonly because: string;
    readonly project: ComposeProject;
    /** What is known to be handed to `docker stack deploy` as it is, see `stackFiles`. */
    readonly stackFiles: readonly string[];
}
/** What the configuration says about a set of files. */
export interface ConfiguredSet {
    readonly files: readonly string[];
    readonly purpose: 'production' | 'development';
}
/** The sets of a repository, and the compose files that are in none, each with the reason. */
export interface ComposeSets {
    readonly sets: readonly ComposeSet[];
    readonly leftOut: readonly {
        readonly path: string;
        readonly because: string;
    }[];
}
/**
 * Finds the sets of compose files that belong together and tells production from development. A fragment (a file that
 * only changes services of another) is never judged alone, and a file that others include or extend is no set of its own.
 * Order of evidence: the configuration; commands that deploy; files and folders named for production; `COMPOSE_FILE`;
 * commands that start several files; the base file as `docker compose up` without an override would load it; files that
 * say nothing; pre-production. What is named for development is never taken for production.
 */
export declare function findComposeSets(tree: Tree, configured: readonly ConfiguredSet[]): ComposeSets;
