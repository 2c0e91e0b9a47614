import { type Address } from './addresses.js';
import { type HostAnswer, type HostNames } from './host-names.js';
import type { Connection, EnvironmentVariable, Workload } from './system.js';
/** An address in the environment of a workload, and who answers there. */
export interface EnvironmentAddress {
    readonly from: Workload;
    readonly variable: EnvironmentVariable;
    readonly address: Address;
    readonly answer: HostAnswer;
}
/** Every address in the environment of workloads: URLs, lists of hosts, host variables. */
export declare function environmentAddresses(workloads: readonly Workload[], names: HostNames): readonly EnvironmentAddress[];
/** Who connects to whom: addresses in the environment, without those of the workload itself and texts that only look like one. */
export declare function connectionsOf(addresses: readonly EnvironmentAddress[], names: HostNames): readonly Connection[];
