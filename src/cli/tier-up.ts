import { setFlagsFromString } from 'node:v8'

/**
 * Lets V8 run code three times as often as it would before it compiles it with TurboFan. An audit runs for a second or
 * two and most of its code is soon done with; to optimise it takes up to a quarter of the processor time of all threads,
 * which is lost on machines of few processors, as runners of CI are. Audits that run for longer take no more time: they
 * come to the same code a moment later. For programs of our own only, never for the library: it is somebody else's process.
 *
 * @param version of V8, `process.versions.v8`. Nothing changes for versions that this was not tried with.
 */
export function optimiseLater(version: string): void {
  const flag = tierUpFlag(version)
  if (flag !== undefined) setFlagsFromString(flag)
}

/** What says to a version of V8 that it is to wait three times as long as it does by default. */
export function tierUpFlag(version: string): string | undefined {
  return TIER_UP.get(version.split('.')[0] ?? '')
}

/**
 * By the major version of V8, three times the default, which `node --v8-options` tells: 67,584 bytes of bytecode of
 * Node 20, 3,000 calls of Node 22 and 24. V8 complains about options that it does not know, so each version is named.
 */
const TIER_UP = new Map([
  ['11', '--interrupt-budget=202752'],
  ['12', '--invocation-count-for-turbofan=9000'],
  ['13', '--invocation-count-for-turbofan=9000'],
])
