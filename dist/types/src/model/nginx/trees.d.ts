import { type StockNginx } from '../../knowledge/nginx/stock.js';
import type { NginxDirective, NginxFile } from '../../parse/nginx.js';
import type { Tree } from '../../tree.js';
import type { NotEvaluated, Workload } from '../system.js';
import { type UnresolvedInclude } from './includes.js';
import { type NginxStart } from './start.js';
/** One nginx as it starts: its outermost files with everything that they include. */
export interface NginxTree {
    /** Paths of the outermost files, joined: unique, and independent of lines. */
    readonly id: string;
    /**
     * Where the outermost file comes from. `image`: the image's own stands around what the repository has (see `stock`).
     * `unknown`: the repository has fragments alone, which something else includes somewhere.
     */
    readonly mainFile: 'repository' | 'image' | 'unknown';
    /** What the outermost directives stand in; undefined when that cannot be told. */
    readonly start: NginxStart | undefined;
    /** Everything in its place. An `include` that was not followed, or not fully, is still there. */
    readonly directives: readonly NginxDirective[];
    /** Each file once; the outermost first. */
    readonly files: readonly NginxFile[];
    readonly unresolved: readonly UnresolvedInclude[];
    /** The outermost file is the one that nginx is started with: a container has it in its place. */
    readonly isStarted: boolean;
    /** Every directive is known, or stands in a file that comes with nginx: what is not here is nowhere. */
    readonly complete: boolean;
    readonly stock?: StockNginx;
    /** What runs it is the official image as it was pulled: it has the modules of nginx itself and no others. */
    readonly ownModulesOnly: boolean;
    /** Paths of its files that nobody fills in before nginx reads them, though they have variables for that. */
    readonly asWritten: ReadonlySet<string>;
    /** Those that run it. */
    readonly workloads: readonly Workload[];
}
/** The configurations of nginx that the repository holds, each from its main file on. */
export interface FoundNginx {
    readonly trees: readonly NginxTree[];
    readonly notEvaluated: readonly NotEvaluated[];
}
/** Every nginx that the workloads run, and the configurations that none is known to run. */
export declare function nginxTreesOf(tree: Tree, workloads: readonly Workload[]): FoundNginx;
