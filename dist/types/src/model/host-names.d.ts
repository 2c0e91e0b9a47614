import type { Deployment, Workload } from './system.js';
/** Who answers when a workload asks for a host. */
export type HostAnswer = 
/** A workload of the repository: the one that asks when it means itself. `port` is that inside the container, where the
 *  one that was asked for is a port of the host. `others` answer to the same name. */
{
    readonly kind: 'workload';
    readonly workload: Workload;
    readonly others: readonly Workload[];
    readonly port?: number;
}
/** A machine or service that the repository does not run: a name with dots, an address, the host itself. */
 | {
    readonly kind: 'outside';
}
/** Nothing can: the name is that of a container network, and no container on it has it. `namesake` has it elsewhere. */
 | {
    readonly kind: 'nobody';
    readonly namesake?: Workload;
}
/** The repository does not tell. */
 | {
    readonly kind: 'unknown';
    readonly because: string;
};
/** Answers for one system. */
export interface HostNames {
    /** Who answers to `host` (a name or an address, without brackets) for `from`; `port` is the one that is asked for. */
    readonly answer: (host: string, port: number | undefined, from: Workload) => HostAnswer;
    /** Workloads of the same deployment that bear the name on any network. */
    readonly namesakes: (host: string, from: Workload) => readonly Workload[];
}
/** Names and addresses of the machine or container that asks. */
export declare const LOOPBACK: RegExp;
/**
 * Names of production workloads, as their platform answers for them: Docker's name server by service, container and
 * alias on networks in common (https://docs.docker.com/engine/network/#dns-services), links, extra hosts, the host's ports.
 */
export declare function hostNamesOf(deployments: readonly Deployment[], workloads: readonly Workload[]): HostNames;
/** The networks that two workloads are both on, by the name that the first gives them. */
export declare function networksInCommon(from: Workload, to: Workload): readonly string[];
