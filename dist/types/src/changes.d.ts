import type { Place } from './source.js';
import type { Tree } from './tree.js';
/** The repository at one time. */
export interface Version {
    readonly tree: Tree;
    /** The name that git has for the content of a file, where it comes from git: equal names are equal files. */
    readonly objectAt?: (path: string) => string | undefined;
}
/** What is different between two versions of a repository. */
export interface Changes {
    /** Files that were renamed or moved: the path before, and now. */
    readonly renames: ReadonlyMap<string, string>;
    /** Whether a file of now is new, or not as it was. */
    readonly isChanged: (path: string) => boolean;
    /** Whether the line on which a place begins is new, or not as it was. */
    readonly touches: (place: Place) => boolean;
}
/** Compares two versions. Files are read when they are asked about; what cannot be read is not changed. */
export declare function changesBetween(before: Version, now: Version): Changes;
