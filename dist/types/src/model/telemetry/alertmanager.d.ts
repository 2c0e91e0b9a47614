import { type AlertmanagerConfig } from '../../parse/alertmanager.js';
import type { Source, Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { HostNames } from '../host-names.js';
import type { Workload } from '../system.js';
import { type ResolvedIntegration } from './alert-routes.js';
import { type FoundConfiguration } from './configuration.js';
/** A production workload that runs Alertmanager. */
export interface AlertmanagerServer {
    readonly workload: Workload;
    /** Where alerts can go from here, when the configuration is read. */
    readonly integrations: readonly ResolvedIntegration[];
    readonly configuration: {
        readonly state: 'read';
        readonly config: AlertmanagerConfig;
        readonly source: Source;
        readonly at: Span;
    } | Exclude<FoundConfiguration, {
        readonly state: 'read';
    }>;
}
/** The Alertmanagers among production workloads, each with its configuration. */
export declare function alertmanagersOf(workloads: readonly Workload[], tree: Tree, names: HostNames): readonly AlertmanagerServer[];
