import type { Source, Span } from '../source.js';
import { type Node, type Problem } from './node.js';
import { type Written } from './prometheus/written.js';
/** A configuration of the OpenTelemetry Collector: https://opentelemetry.io/docs/collector/configuration/ */
export interface CollectorConfig {
    readonly path: string;
    readonly root: Node | undefined;
    /** By section and by id (`otlp`, `otlp/tempo`). */
    readonly receivers: ReadonlyMap<string, CollectorComponent>;
    readonly processors: ReadonlyMap<string, CollectorComponent>;
    readonly exporters: ReadonlyMap<string, CollectorComponent>;
    readonly connectors: ReadonlyMap<string, CollectorComponent>;
    readonly extensions: ReadonlyMap<string, CollectorComponent>;
    readonly pipelines: readonly CollectorPipeline[];
    /** `service.extensions`. */
    readonly extensionsInUse: readonly Written[];
    /** Where a finding about the whole file points: its first key. */
    readonly at: Span;
    /** What is wrong with the YAML. */
    readonly problems: readonly Problem[];
}
/** A receiver, processor or exporter. */
export interface CollectorComponent {
    /** Without the name behind the slash: `otlp`. */
    readonly type: string;
    readonly node: Node;
    /** Its key. */
    readonly at: Span;
}
/** A pipeline of a collector. */
export interface CollectorPipeline {
    readonly name: string;
    /** `traces`, `metrics`, `logs`, or whatever is written. */
    readonly signal: string;
    readonly receivers: readonly Written[];
    readonly processors: readonly Written[];
    readonly exporters: readonly Written[];
    /** Its key. */
    readonly at: Span;
}
/** Reads a configuration. Never throws: what is not as it should be is left out (`collectorProblems` says it). */
export declare function readCollectorConfig(source: Source): CollectorConfig;
/** Whether all that a pipeline takes in is printed or thrown away. Connectors lead to other pipelines. */
export declare function dropsEverything({ exporters }: CollectorPipeline, { connectors }: CollectorConfig): boolean;
/**
 * What the Collector refuses at its start: a pipeline that names what is not defined, or has no receiver or exporter
 * (https://github.com/open-telemetry/opentelemetry-collector/blob/main/service/pipelines/config.go). Components of its
 * own that a distribution may lack are not looked for.
 */
export declare function collectorProblems(config: CollectorConfig): readonly Problem[];
