/** A scalar as it is typed: see `ScalarNode`. */
export interface TypedText {
  readonly text: string | null
  readonly type: 'string' | 'number' | 'boolean' | 'null'
  /** Only on dates and times, which are strings here. */
  readonly tag?: typeof TIMESTAMP_TAG
}

/** Tells a plain date or time from the same text in quotes. */
export const TIMESTAMP_TAG = 'tag:yaml.org,2002:timestamp'

const CONSTANTS = new Map<string, TypedText>([
  ...['', '~', 'null', 'Null', 'NULL'].map(source => [source, { text: null, type: 'null' }] as const),
  ...['true', 'True', 'TRUE'].map(source => [source, { text: 'true', type: 'boolean' }] as const),
  ...['false', 'False', 'FALSE'].map(source => [source, { text: 'false', type: 'boolean' }] as const),
])
const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]+|0|[1-9][0-9]*)$/
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)(Z|[-+]\d\d:\d\d)?)?$/
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/
const SPECIAL_FLOATS = new Map([
  ['.nan', 'NaN'],
  ['.inf', '+Inf'],
  ['+.inf', '+Inf'],
  ['-.inf', '-Inf'],
])

/**
 * Types a plain scalar as go-yaml v4 does when nothing says what it should be (internal/libyaml/resolver.go of v4.0.0-rc.4):
 * `yes`, `no`, `on`, `off` are strings, base 60 is not read, underscores in numbers are dropped, dates stay strings.
 * Numbers come out as Go prints them (`1.10` is `1.1`, `0x10` is `16`), since that is what programs see.
 */
export function typePlainScalar(source: string): TypedText {
  const constant = CONSTANTS.get(source)
  if (constant) return constant
  const first = source.charAt(0)
  if (!/[-+.0-9]/.test(first)) return { text: source, type: 'string' }
  const special = SPECIAL_FLOATS.get(source.toLowerCase())
  if (special !== undefined) return { text: special, type: 'number' }
  return (first === '.' ? readFloat(source) : readNumber(source)) ?? { text: source, type: 'string' }
}

function readNumber(source: string): TypedText | undefined {
  if (source === '-0' || source === '-0.0') return { text: '-0', type: 'number' }
  if (isTimestamp(source)) return { text: source, type: 'string', tag: TIMESTAMP_TAG }
  const digits = source.replaceAll('_', '')
  const integer = INTEGER.exec(digits)
  if (integer && digits.length <= 64) {
    const body = integer[2] ?? '0'
    const value = BigInt(/^0[0-7]+$/.test(body) ? `0o${body.slice(1)}` : body)
    if (value < 2n ** 64n) return { text: `${integer[1] === '-' && value !== 0n ? '-' : ''}${value}`, type: 'number' }
  }
  return readFloat(digits)
}

function isTimestamp(source: string): boolean {
  const date = source.charAt(4) === '-' ? DATE.exec(source) : null
  if (!date) return false
  const [, year, month, day, joint, hour, minute, second, zone] = date.map(Number)
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate()
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) return false
  if (joint === undefined || date[4] === undefined) return true
  const inRange = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60
  return inRange && (date[4] === ' ') === (date[8] === undefined) && zone !== undefined
}

function readFloat(digits: string): TypedText | undefined {
  if (!FLOAT.test(digits)) return undefined
  const value = Number(digits)
  return Number.isFinite(value) ? { text: printFloat(value), type: 'number' } : undefined
}

/** A number as Go's `%v` prints a float64: shortest digits, exponents below -4 and from 6 on. */
export function printFloat(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  const [digits = '0', power = '0'] = value.toExponential().split('e')
  const exponent = Number(power)
  if (exponent >= -4 && exponent < 6) return exponent < 0 ? expandSmall(digits, exponent) : String(value)
  const size = String(Math.abs(exponent)).padStart(2, '0')
  return `${digits}e${exponent < 0 ? '-' : '+'}${size}`
}

function expandSmall(digits: string, exponent: number): string {
  const sign = digits.startsWith('-') ? '-' : ''
  return `${sign}0.${'0'.repeat(-exponent - 1)}${digits.replace(/[-.]/g, '')}`
}
