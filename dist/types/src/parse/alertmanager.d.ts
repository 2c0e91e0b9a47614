import type { Source, Span } from '../source.js';
import { type Node, type Problem } from './node.js';
import { type Written } from './prometheus/written.js';
/** A configuration of Alertmanager: https://prometheus.io/docs/alerting/latest/configuration/ */
export interface AlertmanagerConfig {
    readonly path: string;
    readonly root: Node | undefined;
    /** The top of the tree. */
    readonly route?: AlertRoute;
    readonly receivers: readonly AlertReceiver[];
    /** Patterns of template files. */
    readonly templates: readonly Written[];
    /** Where a finding about the whole file points: its first key. */
    readonly at: Span;
    /** What is wrong with the YAML. */
    readonly problems: readonly Problem[];
}
/** A route of the tree that alerts go down. */
export interface AlertRoute {
    /** Absent: that of the route above. */
    readonly receiver?: Written;
    /** Whether it takes every alert that reaches it. */
    readonly takesAll: boolean;
    readonly continues: boolean;
    readonly routes: readonly AlertRoute[];
    readonly at: Span;
}
/** Who is told of an alert. */
export interface AlertReceiver {
    readonly name: string;
    readonly integrations: readonly AlertIntegration[];
    /** Its name. */
    readonly at: Span;
}
/** One way to reach somebody. */
export interface AlertIntegration {
    /** `slack`, `email`, `webhook` … */
    readonly kind: string;
    /** Where it sends to, when the integration has a URL of its own. */
    readonly url?: Written;
    readonly at: Span;
}
/** Reads a configuration. Never throws: what is not as it should be is left out (`checkAlertmanagerConfig` says it). */
export declare function readAlertmanagerConfig(source: Source): AlertmanagerConfig;
/** The names of the receivers that some alert can reach, by the routes. */
export declare function reachableReceivers({ route }: AlertmanagerConfig): ReadonlySet<string>;
