/** A fraction of integers, not reduced. The denominator is never 0. */
export interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

/** The sum of two fractions. */
export function plus(a: Fraction, b: Fraction): Fraction {
  return a.under === b.under
    ? { over: a.over + b.over, under: a.under }
    : { over: a.over * b.under + b.over * a.under, under: a.under * b.under }
}

/** Digits kept behind the point: more than a double holds below 1000, so that only the last conversion rounds. */
const SCALE = 10n ** 15n

/** The nearest double of a fraction that is not negative, after 15 decimals. Never decreases as the fraction grows. */
export function toNumber(fraction: Fraction): number {
  return Number((fraction.over * SCALE) / fraction.under) / Number(SCALE)
}

/** The decimal that a number is written as, as a fraction: 0.75 is 75/100. Throws a RangeError below 0 and beyond finite. */
export function fractionOf(value: number): Fraction {
  const written = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value))
  if (!written) throw new RangeError(`not a number of 0 or more: ${value}`)
  const [, whole = '0', decimals = '', exponent = '0'] = written
  const shift = Number(exponent) - decimals.length
  const digits = BigInt(whole + decimals)
  return shift >= 0
    ? { over: digits * 10n ** BigInt(shift), under: 1n }
    : { over: digits, under: 10n ** BigInt(-shift) }
}

/** The least common multiple of positive integers; 1 of none. */
export function commonMultiple(values: Iterable<bigint>): bigint {
  let multiple = 1n
  for (const value of new Set(values)) multiple = (multiple / commonDivisor(multiple, value)) * value
  return multiple
}

/** Brings numbers to a common scale, so that their proportions are exact integers. */
export function inProportion<Key>(numbers: ReadonlyMap<Key, number>): ReadonlyMap<Key, bigint> {
  const fractions = [...numbers].map(([key, value]) => [key, fractionOf(value)] as const)
  const scale = commonMultiple(fractions.map(([, fraction]) => fraction.under))
  return new Map(fractions.map(([key, fraction]) => [key, fraction.over * (scale / fraction.under)]))
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b]
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller]
  return larger
}
