import type { Distribution, Software } from '../../knowledge/software.js';
import type { ComposeService } from '../../parse/compose/project.js';
import { type ImageReference } from '../../parse/image-reference.js';
import { type Node } from '../../parse/node.js';
import { type Fact, type Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Image, Workload } from '../system.js';
import { type Dockerfiles } from './dockerfiles.js';
/** What `image:` and `build:` of one service say, before images are shared between services. */
export interface ImageUse {
    readonly image: Image;
    readonly software?: Software;
    readonly distribution?: Distribution;
    readonly version?: readonly number[];
    /** Files beyond the compose file that it comes from. */
    readonly files: readonly string[];
}
/** Reads the image of a compose service. */
export declare function imageOf(service: ComposeService, tree: Tree, dockerfiles: Dockerfiles): ImageUse | undefined;
/** The image that a scalar names; undefined when no runtime would take the name. */
export declare function pulledImage(node: Node): ImageUse | undefined;
/** A build of an image, whoever asks for it: a compose service, a pipeline, a command. */
export interface BuildRequest {
    /** What asks for it, as people call it. */
    readonly name: string;
    /** From the repository root; absent: the root itself. */
    readonly context?: Fact<string>;
    /** From the context. */
    readonly dockerfile?: Fact<string>;
    readonly target?: Fact<string>;
    /** The Dockerfile is written in the request itself. */
    readonly inline: boolean;
    readonly arguments: ReadonlyMap<string, string | null>;
    readonly contexts: ReadonlySet<string>;
    /** The name that the image is given, and what of it is told where a part is filled in from elsewhere. */
    readonly reference?: Fact<ImageReference>;
    readonly repository?: string;
    readonly at: Span;
}
/** The image that a build makes. */
export declare function builtImage(request: BuildRequest, tree: Tree, dockerfiles: Dockerfiles): ImageUse;
/** Whether only the tag of an image is unknown, and its name is none of the images that anything is known of. */
export declare function isPlainlyOwn(image: Image): boolean;
/** Joins the images of all workloads: one subject an image, as heavy as its heaviest user. */
export declare function shareImages(workloads: readonly Workload[]): readonly Image[];
