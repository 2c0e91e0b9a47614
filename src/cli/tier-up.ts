import { setFlagsFromString } from 'node:v8'
import type { Audit } from './audit-command.js'

/**
 * Lets V8 run code three times as often as it would before it compiles it with TurboFan. An audit runs for a second or
 * two and most of its code is soon done with; to optimise it takes up to a quarter of the processor time of all threads,
 * which is lost on machines of few processors, as runners of CI are. Audits that run for longer take no more time: they
 * come to the same code a moment later. For programs of our own only, never for the library: it is somebody else's process.
 *
 * @param version of V8, `process.versions.v8`. Nothing changes for versions that this was not tried with.
 */
export function optimiseLater(version: string): void {
  const flag = tierUpFlag(version, LATER)
  if (flag !== undefined) setFlagsFromString(flag)
}

/**
 * An audit whose parsers are optimised when V8 would do it of itself: they are few functions that go over all of the code.
 * `bench/` has it a tenth faster so.
 */
export function withEagerParsers(audit: Audit, version: string): Audit {
  const soon = tierUpFlag(version, 1)
  if (soon === undefined) return audit
  const whileParsing = <T>(parse: () => T): T => {
    setFlagsFromString(soon)
    try {
      return parse()
    } finally {
      optimiseLater(version)
    }
  }
  return (root, options) => audit(root, { ...options, whileParsing })
}

/** Times the default of V8. */
const LATER = 3

/** What says to a version of V8 that it is to wait so many times as long as it does by default. */
export function tierUpFlag(version: string, times: number): string | undefined {
  const [name, usual] = TIER_UP.get(version.split('.')[0] ?? '') ?? []
  return name === undefined || usual === undefined ? undefined : `--${name}=${times * usual}`
}

/**
 * By the major version of V8, the option and its default, which `node --v8-options` tells: bytes of bytecode for Node 20,
 * calls for Node 22 and 24. V8 complains about options that it does not know, so each version is named.
 */
const TIER_UP = new Map<string, readonly [string, number]>([
  ['11', ['interrupt-budget', 67_584]],
  ['12', ['invocation-count-for-turbofan', 3_000]],
  ['13', ['invocation-count-for-turbofan', 3_000]],
])
