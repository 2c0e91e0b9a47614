import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import { type ContainerFile, type ContainerFiles } from '../container-files.js';
import type { Workload } from '../system.js';
/** Where a program finds its configuration. */
export interface ConfigurationPlace {
    /** The name of the program, without its directory; any other program in its place makes the answer unknown. */
    readonly program: RegExp;
    /** The flag that names the file. */
    readonly flag: string;
    /** Where each distribution of the image starts it with, by `Distribution.id`; the `official` one for those not listed. */
    readonly defaults: Readonly<Record<string, string>> & {
        readonly official: string;
    };
    /**
     * What the program reads when a command of one's own leaves out the flag that the image would give; absent: the default
     * all the same.
     */
    readonly withoutFlag?: string;
}
/**
 * The configuration that a workload runs with. `read`: a text of the repository · `image`: that of the image, which
 * knows nothing of this system · `missing`: there is none where the program looks for it · `unknown`: something that
 * the repository does not hold.
 */
export type FoundConfiguration = {
    readonly state: 'read';
    readonly file: ContainerFile;
    readonly files: ContainerFiles;
} | {
    readonly state: 'image' | 'missing';
    readonly path: string;
    readonly at: Span;
} | {
    readonly state: 'unknown';
    readonly at: Span;
    readonly because: string;
};
/** Looks it up in the container: the file of the flag, else the one that the image comes with. */
export declare function configurationOf(workload: Workload, place: ConfigurationPlace, tree: Tree): FoundConfiguration;
