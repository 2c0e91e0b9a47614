/** Sizes in the notation of each server. All results are bytes; undefined for what is no size there. */

export const MIB = 1024 ** 2
/** Bytes. */
export const GIB = 1024 ** 3

/** Binary powers of the letters that every notation here shares. */
const POWERS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1024],
  ['m', MIB],
  ['g', GIB],
  ['t', 1024 ** 4],
])

function scaled(text: string, units: ReadonlyMap<string, number>): number | undefined {
  const match = /^\s*(\d{1,15}(?:\.\d{1,9})?)\s*([a-z]{0,3})\s*$/i.exec(text)
  const unit = units.get((match?.[2] ?? '').toLowerCase())
  return match && unit !== undefined ? Math.round(Number(match[1]) * unit) : undefined
}

/** `512m`, `2g` of a JVM option: powers of 1024. https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html */
export function jvmBytes(text: string): number | undefined {
  return scaled(text, POWERS)
}

/** `128M`, `1G` of a MySQL or MariaDB option: powers of 1024. https://dev.mysql.com/doc/refman/8.4/en/using-system-variables.html */
export function mysqlBytes(text: string): number | undefined {
  return scaled(text, POWERS)
}

const REDIS_UNITS: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['b', 1],
  ['k', 1000],
  ['kb', 1024],
  ['m', 1000 ** 2],
  ['mb', MIB],
  ['g', 1000 ** 3],
  ['gb', GIB],
])

/** `256mb` (powers of 1024) or `256m` (powers of 1000) of redis. https://raw.githubusercontent.com/redis/redis/7.2/redis.conf */
export function redisBytes(text: string): number | undefined {
  return scaled(text, REDIS_UNITS)
}

const POSTGRES_UNITS: ReadonlyMap<string, number> = new Map([
  ['b', 1],
  ['kb', 1024],
  ['mb', MIB],
  ['gb', GIB],
  ['tb', 1024 ** 4],
])

/**
 * A memory setting of PostgreSQL: `256MB`, `1GB`; a bare number counts in `unit` bytes (8192 for shared_buffers).
 * https://www.postgresql.org/docs/current/config-setting.html
 */
export function postgresBytes(text: string, unit = 8192): number | undefined {
  return /^\s*\d{1,12}\s*$/.test(text) ? Number(text) * unit : scaled(text, POSTGRES_UNITS)
}

/** The last `-Xmx` of a string of JVM options, in bytes. `unset` when there is none, `unknown` when it cannot be read. */
export function maximumHeap(options: string): number | 'unset' | 'unknown' {
  const last = [...options.matchAll(/(?:^|\s)-Xmx(\S{0,64})/g)].at(-1)?.[1]
  if (last === undefined) return 'unset'
  return jvmBytes(last) ?? 'unknown'
}

/** The largest unit in which the number is whole: `1g`, `1536m`. Letters as JVM and MySQL take them. */
export function shortSize(bytes: number): string {
  const gigabytes = bytes / GIB
  if (Number.isInteger(gigabytes)) return `${gigabytes}g`
  return `${Math.max(1, Math.floor(bytes / MIB))}m`
}
