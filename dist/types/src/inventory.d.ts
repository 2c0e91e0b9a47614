import type { Role, System, Workload } from './model/system.js';
import { type Verification } from './verification.js';
/** What production consists of, as reports list it. */
export interface Inventory {
    readonly items: readonly InventoryItem[];
    /** Who talks to whom, each pair once. */
    readonly links: readonly InventoryLink[];
    /** The ids of the items in the order in which they can be started: each phase needs only the ones before it. */
    readonly phases: readonly (readonly string[])[];
    /** How to see that it works, with the commands of this system. */
    readonly verification: readonly Verification[];
}
/** One workload of production. */
export interface InventoryItem {
    readonly id: string;
    readonly name: string;
    readonly deployment: string;
    readonly role: Role;
    /** What it runs: an image as written, or `built from <Dockerfile>`; absent: a program of the host, or not known. */
    readonly runs?: string;
    /** How many run at the same time; null when only the environment tells. */
    readonly replicas: number | null;
    /** Bytes for each replica; undefined: no limit; null: one that is not known. */
    readonly memoryLimit?: number | null;
    /** Processors for each replica, 1 for a whole one; as with the memory. */
    readonly cpuLimit?: number | null;
    /** Ports open beyond its own network, as `443` or `8443→443`. */
    readonly ports: readonly string[];
    readonly check: Workload['health']['state'];
    readonly stateful: boolean;
}
/** One line of the map. */
export interface InventoryLink {
    /** Id of an item. */
    readonly from: string;
    /** Id of an item; absent for what the repository does not run. */
    readonly to?: string;
    /** The host as written, where there is no item. */
    readonly host: string;
}
/** Lists what production runs: every workload that is started without being asked for. */
export declare function inventoryOf(system: System): Inventory;
