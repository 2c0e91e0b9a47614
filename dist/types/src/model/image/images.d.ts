import type { Distribution, Software } from '../../knowledge/software.js';
import type { ComposeProject, ComposeService } from '../../parse/compose/project.js';
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
/** Reads the image of a compose service. One that names what another service of its project builds runs that. */
export declare function imageOf(service: ComposeService, project: Pick<ComposeProject, 'services' | 'disabled'>, tree: Tree, dockerfiles: Dockerfiles): ImageUse | undefined;
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
/** An image that is built here, with the software that it is built on. */
export declare function useOfBuilt(image: Image): ImageUse;
/**
 * Whether an image that is not wholly known is plainly none that anything is known of: the name of one of which only the tag
 * is filled in, or what is built here under it.
 */
export declare function isPlainlyOwn(image: Image, workloads: readonly Workload[]): boolean;
/** Joins the images of all workloads: one subject an image, as heavy as its heaviest user. */
export declare function shareImages(workloads: readonly Workload[]): readonly Image[];
/** Whether two builds of one Dockerfile make the same image: build arguments may choose what is copied and started. */
export declare function isSameBuild(one: Image, other: Image): boolean;
