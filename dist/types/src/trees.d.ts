import { type Changes } from './changes.js';
import type { EditedFile } from './discover/edited.js';
import type { Tree } from './tree.js';
/** Which of the findings are shown and gated, by where they are: on changed lines, in changed files, or anywhere. */
export type ChangedScope = 'lines' | 'files' | 'all';
/** What of the repository is audited, and with which earlier version of it the findings are compared. */
export interface TreeOptions {
    readonly exclude: readonly string[];
    /** The index of git is audited instead of the work tree. */
    readonly staged?: boolean;
    /** A revision: the version in which the current branch left it is audited too. */
    readonly since?: string;
    readonly changed?: ChangedScope;
    /** `GIT_INDEX_FILE`, as git gives it to hooks. */
    readonly indexFile?: string;
    /** Audited in place of what is on disk: what has changed is this file. */
    readonly edited?: EditedFile;
}
/** The trees of one audit. */
export interface Trees {
    readonly now: Tree;
    /** What `since` names, with the commit that it came to. */
    readonly base?: {
        readonly tree: Tree;
        readonly commit: string;
    };
    /** What changed since the base, or else since the last commit; absent when nobody asks. */
    readonly changes?: Changes;
    /** The trees cannot be read any more then. */
    readonly close: () => void;
}
/** Opens them. Throws a UsageError when git does not have what is asked for. */
export declare function openTrees(root: string, options: TreeOptions): Trees;
