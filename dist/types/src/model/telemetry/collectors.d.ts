import { type CollectorConfig } from '../../parse/otel-collector.js';
import type { Source, Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { HostAnswer, HostNames } from '../host-names.js';
import type { Workload } from '../system.js';
import { type FoundConfiguration } from './configuration.js';
/** A production workload that runs an OpenTelemetry Collector. */
export interface CollectorServer {
    readonly workload: Workload;
    /** Where its exporters send to, when the configuration is read. */
    readonly outputs: readonly CollectorOutput[];
    readonly configuration: {
        readonly state: 'read';
        readonly config: CollectorConfig;
        readonly source: Source;
        readonly at: Span;
    } | Exclude<FoundConfiguration, {
        readonly state: 'read';
    }>;
}
/** The collectors among production workloads, each with its configuration. Several `--config` are not put together. */
export declare function collectorsOf(workloads: readonly Workload[], tree: Tree, names: HostNames): readonly CollectorServer[];
/** Where an exporter of a collector sends to. */
export interface CollectorOutput {
    /** The id of the exporter. */
    readonly component: string;
    readonly host: string;
    readonly port?: number;
    readonly answer: HostAnswer;
    readonly at: Span;
}
