import type { FileFormat } from './discover.js';
import type { NotEvaluated } from './model/system.js';
import type { Source } from './source.js';
/** A file of the repository, found and classified but not yet read. */
export interface RepositoryFile {
    /** From the repository root, with `/`. */
    readonly path: string;
    /** Bytes. */
    readonly size: number;
    readonly format: FileFormat;
}
/** The repository as the audit sees it: on disk in a run (`discover`), in memory in rule examples and tests (`treeOf`). */
export interface Tree {
    /** Sorted by path. */
    readonly files: readonly RepositoryFile[];
    /** The text of a file; undefined when it is missing, binary, over the size cap or outside the root. */
    readonly read: (path: string) => Source | undefined;
    /** Whether a file or directory of that path is part of the tree. */
    readonly exists: (path: string) => boolean;
    /** Files left out that a user would expect to be read, with the reason. */
    readonly skipped: readonly NotEvaluated[];
    /** Whether git tracks the file; undefined outside a work tree. */
    readonly tracked: (path: string) => boolean | undefined;
}
/** The same tree, and a growing map of every source that was read from it. */
export declare function recordReads(tree: Tree): {
    readonly tree: Tree;
    readonly sources: ReadonlyMap<string, Source>;
};
