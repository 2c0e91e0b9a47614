import type { Problem } from '../../parse/node.js';
import type { Workload } from '../system.js';
import type { AlertmanagerServer } from './alertmanager.js';
import type { CollectorServer } from './collectors.js';
import type { PrometheusServer } from './prometheus.js';
/** A file that keeps a program from starting. */
export interface RejectedConfiguration {
    readonly workload: Workload;
    /** `configuration`: its main file · `rules`: a rule file that it evaluates. */
    readonly kind: 'configuration' | 'rules';
    readonly path: string;
    /** At least one; of files that are YAML only. */
    readonly problems: readonly Problem[];
}
/** What Prometheus, Alertmanager and the OpenTelemetry Collectors of production refuse to read. */
export declare function rejectedConfigurations(prometheus: readonly PrometheusServer[], alertmanagers: readonly AlertmanagerServer[], collectors: readonly CollectorServer[]): readonly RejectedConfiguration[];
