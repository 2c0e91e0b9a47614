import type { Span } from '../../source.js';
import type { HostNames } from '../host-names.js';
import type { Workload } from '../system.js';
import type { PrometheusServer } from './prometheus.js';
/** What the blackbox exporter is told to ask a workload over HTTP, where only success counts. */
export interface BlackboxProbe {
    readonly exporter: Workload;
    readonly workload: Workload;
    /** As written. */
    readonly target: string;
    /** With a leading `/`. */
    readonly path: string;
    readonly port: number;
    readonly at: Span;
}
/**
 * The probes of scrape jobs that ask workloads of the repository. Only with a module that is named for 2xx, as the one that the
 * exporter brings along: https://github.com/prometheus/blackbox_exporter/blob/master/CONFIGURATION.md
 */
export declare function blackboxProbesOf(servers: readonly PrometheusServer[], names: HostNames): readonly BlackboxProbe[];
