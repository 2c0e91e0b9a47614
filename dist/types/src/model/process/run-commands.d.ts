import type { Tree } from '../../tree.js';
import type { RunCommand, StartCommand, Workload } from '../system.js';
/** The words of a command; null for one that cannot be known. */
export type Words = readonly (string | null)[];
/** What starts a container: a workload, or an image that no workload runs. */
export type Started = Pick<Workload, 'image' | 'pm2' | 'deployment' | 'at' | 'mounts' | 'workingDirectory'> & {
    readonly start?: StartCommand;
    /** The folder of the repository that a platform runs it in, where nothing builds a container. */
    readonly directory?: string;
    /** What its deployment sets; ENV of its Dockerfile counts below that. */
    readonly environment?: Pick<Workload['environment'], 'get'>;
};
/**
 * The commands that a container runs when it starts, without what only wraps them: shells, start scripts of the repository
 * and package managers are followed. In the order in which they are run.
 */
export declare function runCommandsOf(container: Started, tree: Tree): readonly RunCommand[];
/** The folder that the deployment names, else WORKDIR of the shipped image, `/` where none is set. */
export declare function workingDirectory({ image, workingDirectory: named, }: Pick<Workload, 'image' | 'workingDirectory'>): string;
/** An absolute path inside the container. */
export declare function absolute(folder: string, path: string): string;
