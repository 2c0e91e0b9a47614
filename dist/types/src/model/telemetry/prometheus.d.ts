import { type AlertmanagerEntry, type PrometheusConfig, type ScrapeAddress, type ScrapeJob } from '../../parse/prometheus/config.js';
import type { Written } from '../../parse/prometheus/written.js';
import type { Source, Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { FoundFiles } from '../container-files.js';
import type { HostAnswer, HostNames } from '../host-names.js';
import type { Workload } from '../system.js';
import { type FoundConfiguration } from './configuration.js';
/** A production workload that collects metrics by a configuration of Prometheus: Prometheus itself, VictoriaMetrics, vmagent. */
export interface PrometheusServer {
    readonly workload: Workload;
    readonly configuration: ServerConfiguration;
    /** It only passes samples on, and evaluates no rules. */
    readonly forwardsOnly: boolean;
}
/** See `FoundConfiguration`. */
export type ServerConfiguration = ReadConfiguration | Exclude<FoundConfiguration, {
    readonly state: 'read';
}>;
/** The configuration that a Prometheus is given. */
export interface ReadConfiguration {
    readonly state: 'read';
    readonly config: PrometheusConfig;
    /** The text that it was read from. */
    readonly source: Source;
    /** What brings it into the container. */
    readonly at: Span;
    readonly jobs: readonly ResolvedJob[];
    readonly alertmanagers: readonly ResolvedAlertmanager[];
    readonly ruleFiles: readonly RuleFilePattern[];
}
/** A job with the targets that it comes to. */
export interface ResolvedJob extends ResolvedTargets {
    readonly job: ScrapeJob;
}
/** An Alertmanager that a Prometheus is told to send to. */
export interface ResolvedAlertmanager extends ResolvedTargets {
    readonly entry: AlertmanagerEntry;
}
interface ResolvedTargets {
    readonly targets: readonly ResolvedTarget[];
    /** False when something else than the repository adds targets: discovery, files that it does not hold. */
    readonly complete: boolean;
}
/** An address that a Prometheus asks. */
export interface ResolvedTarget {
    /** Null: relabeling makes it something that is not evaluated here. */
    readonly address: ScrapeAddress | null;
    /** Who answers there, asked from the server; absent without an address. */
    readonly answer?: HostAnswer;
    /** As written. */
    readonly text: string;
    readonly at: Span;
}
/** An entry of `rule_files`, and what it matches in the container. */
export interface RuleFilePattern {
    readonly written: Written;
    /** Absolute. */
    readonly pattern: string;
    readonly found: FoundFiles;
}
/** The servers among production workloads, each with its configuration. */
export declare function prometheusServersOf(workloads: readonly Workload[], tree: Tree, names: HostNames): readonly PrometheusServer[];
export {};
