import { type AlertIntegration, type AlertmanagerConfig } from '../../parse/alertmanager.js';
import type { Span } from '../../source.js';
import type { HostNames } from '../host-names.js';
import type { System, Workload } from '../system.js';
/** Why an alert that fires reaches nobody. */
export interface DeadEnd {
    /** As a sentence without a full stop. */
    readonly what: string;
    readonly fix: string;
    readonly at: Span;
    /** Tells it apart from others of the same server. */
    readonly key: string;
    /** Another way of the same server leads on: what is sent this way alone is lost. */
    readonly besideOthers?: boolean;
}
/** The answer for one system: where its alerts end, and whether all of the way could be followed. */
export interface AlertRoutes {
    readonly deadEnds: readonly DeadEnd[];
    /** The first thing that the repository does not tell. */
    readonly open?: {
        readonly at: Span;
        readonly because: string;
    };
}
/** Follows the alerts from every Prometheus that evaluates rules to the receivers of its Alertmanagers. */
export declare function alertRoutesOf({ telemetry }: System): AlertRoutes;
/** An integration with who answers to the host of its URL. */
export interface ResolvedIntegration {
    readonly integration: AlertIntegration;
    /** The receiver that it belongs to. */
    readonly receiver: string;
    readonly host?: string;
    readonly port?: number;
    readonly answer?: ReturnType<HostNames['answer']>;
}
/** The integrations that alerts can reach. */
export declare function integrationsOf(config: AlertmanagerConfig, workload: Workload, names: HostNames): readonly ResolvedIntegration[];
