import { type Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { HostNames } from '../host-names.js';
import type { PrometheusServer } from './prometheus.js';
/** What is wrong with one target of a scrape job, or cannot be told of it. */
export interface TargetProblem {
    /** `broken`: nothing answers there with metrics · `open`: the repository does not tell. */
    readonly state: 'broken' | 'open';
    /** As a sentence without a full stop. */
    readonly what: string;
    readonly fix?: string;
    readonly job: string;
    readonly target: string;
    readonly at: Span;
}
/** Looks behind every target of every job. */
export declare function targetProblems(servers: readonly PrometheusServer[], tree: Tree, names: HostNames): readonly TargetProblem[];
