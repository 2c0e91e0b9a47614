import { type EditedFile } from './discover/edited.js';
import { type Storage } from './discover/storage.js';
import type { Tree } from './tree.js';
export { type FileFormat, formatOf } from './discover/classify.js';
/** The repository on disk. */
export interface Discovery extends Tree {
    /** The root without symbolic links, absolute. */
    readonly root: string;
}
export interface DiscoverOptions {
    /** Patterns of files and folders to leave out, as in a `.gitignore` at the root. */
    readonly exclude?: readonly string[] | undefined;
    /** Bytes; files above it are named in `skipped` and not read. Default: 1 MiB. */
    readonly maximumFileSize?: number;
    /** Read in place of what is on disk. */
    readonly edited?: EditedFile | undefined;
}
/**
 * Finds and classifies the files below `root`. Left out: what git ignores and does not track (also outside a work tree),
 * folders that tools fill, copies (`*.bak`, `archive/`), and whatever `exclude` names; reports are listed and not read.
 * Symbolic links are never followed out of the root; a link to something inside reads as what it points at and is not
 * listed. A root that cannot be read gives an empty tree whose `skipped` says so.
 */
export declare function discover(root: string, options?: DiscoverOptions): Discovery;
/** What git keeps of a repository: its index or a commit. The same as the disk would hold after a fresh checkout of it. */
export declare function discoverIn(storage: Storage, options?: DiscoverOptions): Tree;
