import type { Source, Span } from '../../source.js';
import { type Node } from '../node.js';
import { type RelabelRule } from './relabel.js';
import { type Written } from './written.js';
/** Where a scrape job, or Prometheus looking for its Alertmanagers, finds its targets. */
export interface TargetSources {
    /** Written in the configuration itself (`static_configs`), or asked of DNS by name (`dns_sd_configs`). */
    readonly targets: readonly WrittenTarget[];
    /** Patterns of `file_sd_configs`. */
    readonly files: readonly Written[];
    /** The other mechanisms in use: `kubernetes`, `docker`, `consul` …, with the section and its key. */
    readonly discovered: readonly Discovery[];
    readonly relabeling: readonly RelabelRule[];
}
/** Something that finds targets at run time: `dns_sd_configs`, `kubernetes_sd_configs`. */
export interface Discovery {
    readonly mechanism: string;
    readonly node: Node;
    readonly at: Span;
}
/** A target before relabeling. */
export interface WrittenTarget {
    /** `host:port`, or a host alone. */
    readonly address: string;
    /** Labels that the group gives it. */
    readonly labels: ReadonlyMap<string, string>;
    readonly by: 'static' | 'file' | 'dns';
    readonly at: Span;
}
/** Reads the `…_sd_configs`, `static_configs` and `relabel_configs` of a job or of one entry of `alertmanagers`. */
export declare function targetSourcesOf(node: Node | undefined): TargetSources;
/** The targets of a file of `file_sd_configs`, JSON or YAML: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#file_sd_config */
export declare function targetsInFile(source: Source): readonly WrittenTarget[];
