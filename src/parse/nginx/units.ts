/** What the numbers of nginx are read into (64 bits); above it nginx refuses a value. */
const LARGEST = 2n ** 63n - 1n
const MOST_DIGITS = 19

/** A whole number as nginx reads it: digits alone. Undefined for anything else. */
export function nginxNumber(text: string): number | undefined {
  return wholeOf(text, 1n)
}

/**
 * Bytes of a size. Sizes of memory (`size`) know `k` and `m`, those of files and bodies (`offset`) also `g`
 * (https://nginx.org/en/docs/syntax.html). Undefined for anything else.
 */
export function nginxSizeOf(text: string, kind: 'size' | 'offset'): number | undefined {
  const scale = text === '' ? undefined : { k: 1n << 10n, m: 1n << 20n, g: 1n << 30n }[text.slice(-1).toLowerCase()]
  if (scale === undefined) return wholeOf(text, 1n)
  return scale === 1n << 30n && kind === 'size' ? undefined : wholeOf(text.slice(0, -1), scale)
}

function wholeOf(digits: string, scale: bigint): number | undefined {
  if (!/^\d+$/.test(digits)) return undefined
  const significant = digits.replace(/^0+(?=\d)/, '')
  if (significant.length > MOST_DIGITS) return undefined
  const value = BigInt(significant) * scale
  return value > LARGEST ? undefined : Number(value)
}

/** Units from the longest to the shortest, in milliseconds; months and years have 30 and 365 days. */
const UNITS: readonly (readonly [unit: string, milliseconds: number])[] = [
  ['y', 31_536_000_000],
  ['M', 2_592_000_000],
  ['w', 604_800_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
]

/** The place of seconds among the units, and one behind the last. */
const SECONDS = 6
const BEHIND = 8

/**
 * Milliseconds of a time: numbers with units from the longest to the shortest (`1h 30m`), one without unit being seconds.
 * Times in whole seconds (`seconds`) know no milliseconds, the others no years and months. Undefined for anything else;
 * like nginx it takes a unit without a number for none of it.
 */
export function nginxTimeOf(text: string, kind: 'time' | 'seconds'): number | undefined {
  let total = 0
  let last = kind === 'seconds' ? -1 : 1
  let rest = text
  while (rest !== '') {
    const [part, digits = '', unit = ''] = /^(\d{0,16})(ms|[yMwdhms ]|$) */.exec(rest) ?? []
    if (part === undefined) return undefined
    const index = unit.trim() === '' ? SECONDS : UNITS.findIndex(([name]) => name === unit)
    if (unit !== '' && (index <= last || (unit === 'ms' && kind === 'seconds'))) return undefined
    total += Number(digits) * (UNITS[index]?.[1] ?? 0)
    last = unit === ' ' ? BEHIND : index
    rest = rest.slice(part.length)
  }
  return /\d/.test(text) ? total : undefined
}
