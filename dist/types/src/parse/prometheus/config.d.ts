import type { Source, Span } from '../../source.js';
import { type Node, type Problem } from '../node.js';
import { type TargetSources, type WrittenTarget } from './targets.js';
import { type Written } from './written.js';
/** A configuration of Prometheus: https://prometheus.io/docs/prometheus/latest/configuration/configuration/ */
export interface PrometheusConfig {
    readonly path: string;
    readonly root: Node | undefined;
    readonly jobs: readonly ScrapeJob[];
    /** Patterns as written; relative ones are looked up beside the configuration. */
    readonly ruleFiles: readonly Written[];
    readonly scrapeConfigFiles: readonly Written[];
    readonly alertmanagers: readonly AlertmanagerEntry[];
    /** The key `alerting`, when it is there. */
    readonly alertingAt?: Span;
    /** The URLs of `remote_write`. */
    readonly remoteWrites: readonly Written[];
    /** Where a finding about the whole file points: its first key. */
    readonly at: Span;
    /** What is wrong with the YAML. */
    readonly problems: readonly Problem[];
}
/** An entry of `scrape_configs`. */
export interface ScrapeJob extends TargetSources {
    readonly name: string;
    readonly scheme: string;
    readonly metricsPath: string;
    /** `params`, first value each. */
    readonly parameters: ReadonlyMap<string, string>;
    /** It brings something that lets it in: a token, a password, a certificate, a header. */
    readonly hasCredentials: boolean;
    /** The value of `job_name`; the whole job when it has none. */
    readonly at: Span;
}
/** One entry of `alerting.alertmanagers`. */
export interface AlertmanagerEntry extends TargetSources {
    readonly scheme: string;
    readonly at: Span;
}
/** Reads a configuration. Never throws: what is not as it should be is left out (`checkPrometheusConfig` says it). */
export declare function readPrometheusConfig(source: Source): PrometheusConfig;
/** The jobs of a configuration, or of a file that `scrape_config_files` names. */
export declare function scrapeJobsOf(root: Node | undefined): readonly ScrapeJob[];
/** What a target comes to once it is relabeled. */
export interface ScrapeAddress {
    /** Without brackets. */
    readonly host: string;
    /** Absent: the default of the scheme. */
    readonly port?: number;
    readonly scheme: string;
    readonly path: string;
    /** `__param_target`: what an exporter is asked to probe. */
    readonly probed?: string;
    readonly at: Span;
}
/** The address that is asked; undefined when the rules drop the target, null when it cannot be told. */
export declare function addressOfTarget(target: WrittenTarget, job: Pick<ScrapeJob, 'scheme' | 'relabeling'> & Partial<Pick<ScrapeJob, 'name' | 'metricsPath' | 'parameters'>>): ScrapeAddress | undefined | null;
