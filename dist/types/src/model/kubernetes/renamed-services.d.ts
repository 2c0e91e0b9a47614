import type { Tree } from '../../tree.js';
import type { Cluster } from '../cluster.js';
/** A Service that a kustomization calls otherwise than its manifest does (`namePrefix`, `nameSuffix`). */
export interface RenamedService {
    /** The deployment that has it. */
    readonly deployment: string;
    readonly namespace: string | undefined;
    readonly written: string;
    readonly name: string;
}
/**
 * The Services of production whose names are put together by kustomize. It follows them into references of other objects, and
 * never into texts: `postgres://db:5432` in a ConfigMap keeps the name of the manifest.
 * https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/konfig/builtinpluginconsts/namereference.go
 */
export declare function renamedServicesOf(clusters: readonly Cluster[], tree: Tree): readonly RenamedService[];
