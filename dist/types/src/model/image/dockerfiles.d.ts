import { type Dockerfile, type DockerfileImage, resolveDockerfile } from '../../parse/dockerfile.js';
import type { Tree } from '../../tree.js';
/** Reads each Dockerfile once and remembers which ones were used. */
export interface Dockerfiles {
    readonly get: (path: string) => Dockerfile | undefined;
    readonly used: ReadonlySet<string>;
    /** All Dockerfiles of the tree, parsed. */
    readonly all: () => readonly Dockerfile[];
}
/** A reader of the tree's Dockerfiles. */
export declare function dockerfilesOf(tree: Tree): Dockerfiles;
/** The `.dockerignore` of a build as a setting of `resolveDockerfile`. */
export declare function ignored(tree: Tree, dockerfile: string | undefined, context: string): {
    ignoreFile: {
        readonly path: string;
        readonly patterns: readonly string[];
    };
} | {
    ignoreFile?: never;
};
/** Every stage that the shipped one is built on or takes files from, each as if it were the target; the shipped one last. */
export declare function stagesOf(shipped: DockerfileImage, settings: Parameters<typeof resolveDockerfile>[1]): readonly DockerfileImage[];
