import type { DockerfileImage } from '../../parse/dockerfile.js';
import type { Source, Span } from '../../source.js';
import type { Tree } from '../../tree.js';
/** The folder that a build may copy from, as far as the repository holds it. All paths are from its own root. */
export interface BuildContext {
    /** From the repository root. */
    readonly path: string;
    readonly present: boolean;
    readonly at: Span;
    /** False when no deployment file names it: it is then taken to be the Dockerfile's folder. */
    readonly declared: boolean;
    /** Names of `additional_contexts`: what `--from` may mean beside stages and images. */
    readonly named: ReadonlySet<string>;
    /** Whether a file or folder of that path is in the repository. What git ignores is not, and may be there at build time. */
    readonly exists: (path: string) => boolean;
    /** Files of the repository that a pattern of `COPY` matches; a folder stands for all that is in it. */
    readonly find: (pattern: string) => readonly string[];
    readonly read: (path: string) => Source | undefined;
    /** Whether the `.dockerignore` of the build leaves a path out. */
    readonly leavesOut: (path: string) => boolean;
}
/** Where a build context is, and what its ignore file leaves out. */
export interface BuildContextOptions {
    readonly path: string;
    readonly present: boolean;
    readonly at: Span;
    readonly declared: boolean;
    readonly named?: ReadonlySet<string>;
    readonly ignoreFile?: DockerfileImage['ignoreFile'];
}
/** A view of the tree from the root of a build context. Nothing is read or listed before it is asked for. */
export declare function buildContextOf(tree: Tree, options: BuildContextOptions): BuildContext;
/** `./src/` as `src`; a leading `/` means the root of the context. */
export declare function cleanPath(path: string): string;
