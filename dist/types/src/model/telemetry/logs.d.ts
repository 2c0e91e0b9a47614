import { type Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Workload } from '../system.js';
import type { CollectorServer } from './collectors.js';
/** A workload that collects logs of others. */
export interface LogCollector {
    readonly workload: Workload;
    /** `host`: it reads what the containers of the host write · `network`: it takes what is sent to it · `off`: logs are switched off. */
    readonly takes: 'host' | 'network' | 'off';
    /** Where all that it takes is printed or thrown away. */
    readonly drops?: Span;
    /** How many places its configuration sends to, where it names all of them; absent: not known, or it does something else. */
    readonly sendsOnly?: number;
}
/** The log collectors among production workloads. */
export declare function logCollectorsOf(workloads: readonly Workload[], collectors: readonly CollectorServer[], tree: Tree): readonly LogCollector[];
