import type { Span } from '../source.js';
import type { Tree } from '../tree.js';
import type { HostNames } from './host-names.js';
import type { NotEvaluated, Unreadable, Workload } from './system.js';
import { type AlertmanagerServer } from './telemetry/alertmanager.js';
import { type AlertFile } from './telemetry/alerts.js';
import { type BlackboxProbe } from './telemetry/blackbox.js';
import { type CollectorServer } from './telemetry/collectors.js';
import { type Destination } from './telemetry/destinations.js';
import { type LogCollector } from './telemetry/logs.js';
import { type PrometheusServer } from './telemetry/prometheus.js';
import { type RejectedConfiguration } from './telemetry/rejected-configurations.js';
import { type TargetProblem } from './telemetry/scrape-targets.js';
/** What observes the system, as it is configured: scrape jobs, alert rules and where they go, dashboards, collectors. */
export interface Telemetry {
    /** The workloads that collect metrics by a configuration of Prometheus. */
    readonly prometheus: readonly PrometheusServer[];
    readonly alertmanagers: readonly AlertmanagerServer[];
    /** What is wrong with the targets of their scrape jobs. */
    readonly targetProblems: readonly TargetProblem[];
    /** What the blackbox exporter asks workloads. */
    readonly blackboxProbes: readonly BlackboxProbe[];
    /** The OpenTelemetry Collectors. */
    readonly collectors: readonly CollectorServer[];
    /** What collects the logs of others. */
    readonly logCollectors: readonly LogCollector[];
    /** Where configurations of collectors and of Grafana say that they send to, or ask. */
    readonly destinations: readonly Destination[];
    /** Where the manifests of dependencies name a library that traces, one place a manifest. */
    readonly tracingLibraries: readonly Span[];
    /** Files that keep Prometheus, Alertmanager or a collector from starting. */
    readonly rejected: readonly RejectedConfiguration[];
    /** Where alerts are defined, one entry a file, whether or not anything reads it. */
    readonly alertFiles: readonly AlertFile[];
}
/** What observes the system, with what could not be read of it. */
export interface FoundTelemetry {
    readonly telemetry: Telemetry;
    readonly unreadable: readonly Unreadable[];
    readonly notEvaluated: readonly NotEvaluated[];
}
/** Reads the configuration of what observes the system. */
export declare function telemetryOf(tree: Tree, workloads: readonly Workload[], names: HostNames): FoundTelemetry;
