/** Nanoseconds, the longest that Go can hold. */
const LONGEST = 2n ** 63n - 1n
const UNITS = [
  ['y', 365n * 24n * 3_600_000n],
  ['w', 7n * 24n * 3_600_000n],
  ['d', 24n * 3_600_000n],
  ['h', 3_600_000n],
  ['m', 60_000n],
  ['s', 1_000n],
  ['ms', 1n],
] as const
const DURATION = new RegExp(`^${UNITS.map(([unit]) => `(?:(\\d+)${unit})?`).join('')}$`)

/**
 * A duration of Prometheus in milliseconds: `1h30m`, units from the longest to the shortest, each once; a bare `0` is one
 * (https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations). Undefined when it is
 * none, or longer than 292 years.
 */
export function parsePrometheusDuration(text: string): number | undefined {
  if (text === '0') return 0
  const match = text.length > 100 ? null : DURATION.exec(text)
  if (!match || text === '') return undefined
  let sum = 0n
  for (const [index, [, milliseconds]] of UNITS.entries()) sum += BigInt(match[index + 1] ?? 0) * milliseconds
  return sum * 1_000_000n > LONGEST ? undefined : Number(sum)
}
