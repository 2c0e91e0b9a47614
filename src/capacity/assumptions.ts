import type { Runtime } from '../model/code/service.js'

/** What somebody says of the load, instead of what is assumed. */
export interface CapacitySettings {
  readonly assumptions?: Partial<Assumptions>
  /** How many users are to be active at the same time. */
  readonly targetUsers?: number
  /** The processors of the host, where somebody tells. */
  readonly processors?: number
}

/**
 * What no file tells of the load and an estimate needs. The times are starting points that fit what people measured on
 * business systems, not measurements of this system: whoever has measured sets them.
 */
export interface Assumptions {
  /** Seconds between the answer that a user reads and the next request: somebody who works, not somebody who looks on. */
  readonly thinkTimeSec: number
  /** Seconds until a request is answered; absent: by the runtime, see `responseOf`. */
  readonly responseSec?: number
  /** Seconds of one processor that a request takes; absent: by the runtime, see `processorOf`. */
  readonly cpuPerRequestSec?: number
  /** Queries of a database for each request. */
  readonly queriesPerRequest: number
  /** Seconds for each of these. */
  readonly queryLatencySec: number
  /** The least and the largest share of what would be possible that users find bearable. */
  readonly utilisation: readonly [number, number]
}

/** What holds where nobody says otherwise. */
export const DEFAULT_ASSUMPTIONS: Assumptions = {
  thinkTimeSec: 3.5,
  queriesPerRequest: 3,
  queryLatencySec: 0.01,
  utilisation: [0.6, 1],
}

const PROCESSOR: Readonly<Record<Runtime, number>> = { python: 0.05, node: 0.02, go: 0.005 }
const RESPONSE: Readonly<Record<Runtime, number>> = { python: 0.5, node: 0.2, go: 0.2 }

/** Seconds of one processor that a request takes. */
export function processorOf(runtime: Runtime, { cpuPerRequestSec }: Assumptions): number {
  return cpuPerRequestSec ?? PROCESSOR[runtime]
}

/** Seconds until a request is answered. */
export function responseOf(runtime: Runtime, { responseSec }: Assumptions): number {
  return responseSec ?? RESPONSE[runtime]
}

/** Seconds that a request waits for its queries. */
export function queriesOf({ queriesPerRequest, queryLatencySec }: Assumptions): number {
  return queriesPerRequest * queryLatencySec
}
