import type { Tree } from '../../tree.js';
import type { NamedBuild } from '../kubernetes/images.js';
import type { Started } from '../process/run-commands.js';
import type { Image, NotEvaluated, Workload } from '../system.js';
/** What the repository builds, for workloads that run an image by its name in a registry. */
export interface OwnImages {
    /** A workload with the image that is built here for it; as it is where none is, or where two may be meant. */
    readonly startedAs: (workload: Workload) => Started;
    /** The workloads of which it is not told which of several images they run. */
    readonly ambiguous: () => readonly NotEvaluated[];
}
/**
 * Finds the images of workloads: by the name that a pipeline, a script, Skaffold or Bake gives what it builds; by the folder of
 * a Dockerfile that bears the name of the image, before and after kustomize changes it; by the name in that of the Dockerfile
 * (`Dockerfile.orders`); by the only program that it copies; by the name in its manifest. Of several that are named alike the
 * one nearest to the root is meant; several that are equally near are ambiguous. Where no name tells, the only Dockerfile is
 * meant for the only image that nobody else can have built.
 */
export declare function ownImages(tree: Tree, images: readonly Image[], workloads: readonly Workload[], builds: () => readonly NamedBuild[]): OwnImages;
/** An image that no workload runs, as if one did. */
export declare function startedBy(image: Image): Started;
