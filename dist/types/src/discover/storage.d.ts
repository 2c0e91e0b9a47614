/** Something in a folder. Symbolic links are links, whatever they lead to. */
export interface Entry {
    readonly name: string;
    readonly kind: 'file' | 'folder' | 'link' | 'other';
}
/** Where files are read from: the disk, the index of git, or a commit. Paths are from the root, `/`-separated. */
export interface Storage {
    /** What lies in a folder (empty: the root). Throws when it cannot be read. */
    list(folder: string): readonly Entry[];
    /** The bytes that a regular file has; undefined when there is none. */
    size(path: string): number | undefined;
    /** Throws when the file cannot be read. */
    bytes(path: string): Uint8Array;
    /** The same, decoded as UTF-8, each malformed part as U+FFFD; only where that takes less time than `bytes`. Throws as well. */
    decoded?(path: string): string;
    /** The text of the `.gitignore` of a folder as far as it decides what is part of the repository; empty without one. */
    ignoreFile(folder: string): string;
    /** Where a path leads through symbolic links, from the root; undefined when that is nowhere or outside. */
    realPath(path: string): string | undefined;
}
/** The files below a folder of the disk; `root` is absolute and without symbolic links. */
export declare function diskStorage(root: string): Storage;
