import type { Runtime } from '../model/code/service.js';
/** What somebody says of the load, instead of what is assumed. */
export interface CapacitySettings {
    readonly assumptions?: Partial<Assumptions>;
    /** How many users are to be active at the same time. */
    readonly targetUsers?: number;
    /** The processors of the host, where somebody tells. */
    readonly processors?: number;
}
/**
 * What no file tells of the load and an estimate needs. The times are starting points that fit what people measured on
 * business systems, not measurements of this system: whoever has measured sets them.
 */
export interface Assumptions {
    /** Seconds between the answer that a user reads and the next request: somebody who works, not somebody who looks on. */
    readonly thinkTimeSec: number;
    /** Seconds until a request is answered; absent: by the runtime, see `responseOf`. */
    readonly responseSec?: number;
    /** Seconds of one processor that a request takes; absent: by the runtime, see `processorOf`. */
    readonly cpuPerRequestSec?: number;
    /** Queries of a database for each request. */
    readonly queriesPerRequest: number;
    /** Seconds for each of these. */
    readonly queryLatencySec: number;
    /** The least and the largest share of what would be possible that users find bearable. */
    readonly utilisation: readonly [number, number];
}
/** What holds where nobody says otherwise. */
export declare const DEFAULT_ASSUMPTIONS: Assumptions;
/** Seconds of one processor that a request takes. */
export declare function processorOf(runtime: Runtime, { cpuPerRequestSec }: Assumptions): number;
/** Seconds until a request is answered. */
export declare function responseOf(runtime: Runtime, { responseSec }: Assumptions): number;
/** Seconds that a request waits for its queries. */
export declare function queriesOf({ queriesPerRequest, queryLatencySec }: Assumptions): number;
