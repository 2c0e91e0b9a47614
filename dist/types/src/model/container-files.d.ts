import { type Source, type Span } from '../source.js';
import type { Tree } from '../tree.js';
import type { Workload } from './system.js';
/** A container, or an image that nothing mounts anything into. */
type Container = Pick<Workload, 'mounts' | 'image'>;
/** A text of the repository as a container sees it. */
export interface ContainerFile {
    /** Inside the container, absolute. */
    readonly path: string;
    readonly source: Source;
    /** What brings it: the mount, or the instruction of the Dockerfile. */
    readonly at: Span;
}
/**
 * What a container finds at a path. `file`: a text of the repository · `image`: nothing that the deployment or the
 * Dockerfile brings, so at most the image's own · `absent`: what is mounted there has no such file · `unknown`: something
 * that the repository does not hold.
 */
export type FoundFile = {
    readonly state: 'file';
    readonly file: ContainerFile;
} | {
    readonly state: 'image';
} | {
    readonly state: 'absent';
    readonly at: Span;
} | HiddenFile;
interface HiddenFile {
    readonly state: 'unknown';
    readonly at: Span;
    /** As a sentence without a full stop: `./secrets/prometheus.yml is not in the repository`. */
    readonly because: string;
}
/** What matches a pattern. */
export interface FoundFiles {
    /** Sorted by path. */
    readonly files: readonly ContainerFile[];
    /** Set when there may be more: the first reason. */
    readonly hidden?: HiddenFile;
    /** Whether files of the image's own may match as well: no mount covers the directory. */
    readonly besideImage: boolean;
}
/** The files of a container, as far as mounts and the Dockerfile bring them out of the repository. */
export interface ContainerFiles {
    /** By absolute path. */
    readonly find: (path: string) => FoundFile;
    /** By an absolute path with `*`, `?`, `[…]` within its parts. */
    readonly match: (pattern: string) => FoundFiles;
}
/** A view into a container: mounts over what the Dockerfile copies, the innermost mount winning. Lists nothing before it is asked. */
export declare function containerFilesOf(workload: Container, tree: Tree): ContainerFiles;
export {};
