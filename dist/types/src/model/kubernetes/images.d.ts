import type { Node } from '../../parse/node.js';
import { type ImageUse } from '../image/images.js';
/** What the repository builds, by the names that it gives it. */
export interface BuiltImages {
    /** The image that a manifest names: the one that is built here under that name, else one that is pulled. */
    readonly imageOf: (node: Node | undefined) => ImageUse | undefined;
}
/** A build, and the repository that its image is given, as far as it is written: `*` stands for what is filled in elsewhere. */
export interface NamedBuild {
    readonly repository: string;
    /** The same for two builds of the same image. */
    readonly key: string;
    /** Reads the Dockerfile. Only asked for when something runs the image. */
    readonly use: () => ImageUse;
}
/** Finds images among builds by name. Of two builds with one name the first counts. */
export declare function builtImages(builds: readonly NamedBuild[]): BuiltImages;
