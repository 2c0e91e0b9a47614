import type { Dockerfile, DockerfileImage } from '../dockerfile.js';
interface Options {
    readonly target?: string;
    readonly arguments: ReadonlyMap<string, string | null>;
    readonly ignoreFile?: DockerfileImage['ignoreFile'];
}
/** Chooses the target stage (default: the last) and expands ARG and ENV with the build arguments given. Undefined when the
 *  file has no stage or no stage of that name. An argument given as null is "set, but not known". */
export declare function resolveDockerfile(file: Dockerfile, options: Options): DockerfileImage | undefined;
export {};
