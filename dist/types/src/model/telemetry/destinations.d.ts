import { type Problem } from '../../parse/node.js';
import type { Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Workload } from '../system.js';
/** Where the configuration of a collector or of Grafana says that it sends to, or asks. */
export interface Destination {
    readonly from: Workload;
    /** As people call it: `the output loki`, `the data source Prometheus`. */
    readonly what: string;
    readonly host: string;
    readonly port?: number;
    readonly at: Span;
}
/** What one file says: places that are known, and whether there are others. */
interface Outputs {
    readonly found: readonly Omit<Destination, 'from'>[];
    /** Outputs that name no host, or one that is set elsewhere. */
    readonly others: number;
}
/** A file that could not be read in full. */
interface BrokenFile {
    readonly path: string;
    readonly problems: readonly Problem[];
}
/** Where collectors of logs and Grafana send and ask. */
export interface FoundDestinations {
    /** Everything that configurations of production send to or ask. Absent: its configuration is not known. */
    readonly outputs: ReadonlyMap<Workload, Outputs>;
    readonly broken: readonly BrokenFile[];
}
/** Reads the configurations of collectors of logs and of Grafana. */
export declare function destinationsOf(workloads: readonly Workload[], tree: Tree): FoundDestinations;
export {};
