const SIZE_FACTORS = new Map([
  ['k', 1024],
  ['m', 1024 ** 2],
  ['g', 1024 ** 3],
  ['t', 1024 ** 4],
  ['p', 1024 ** 5],
])

const DIGITS = String.raw`\d(?:_?\d)*`
const DECIMAL = String.raw`(?:${DIGITS}(?:\.(?:${DIGITS})?)?|\.${DIGITS})(?:[eE][-+]?${DIGITS})?`
const SIZE = new RegExp(`^([-+]?${DECIMAL}) ?([a-zA-Z]{0,3})$`)
const LARGEST = 2n ** 63n

/**
 * Bytes of a Docker or Compose size (`512m`, `2.5G`, `1gb`, `1024`); undefined when it is not one, or does not fit into 64
 * bits. Units are binary and may be followed by `b` or `ib`; digits may be set apart by `_`. A bare whole number may be
 * negative (`-1` lifts a limit), a number with a unit may not. As docker/go-units v0.5.0 (`RAMInBytes`) reads it, and
 * compose-go v2.16 around it.
 */
export function parseBytes(text: string): number | undefined {
  if (text.length > 100) return undefined
  if (/^[-+]?\d+$/.test(text)) {
    const whole = BigInt(text.replace('+', ''))
    return whole >= -LARGEST && whole < LARGEST ? Number(whole) : undefined
  }
  const match = SIZE.exec(text)
  if (!match) return undefined
  const size = Number(match[1]?.replaceAll('_', ''))
  const factor = sizeFactor((match[2] ?? '').toLowerCase())
  if (factor === undefined || size < 0 || !(size * factor < 2 ** 63)) return undefined
  // Adding 0 turns -0 into 0.
  return Math.trunc(size * factor) + 0
}

function sizeFactor(unit: string): number | undefined {
  if (unit === '' || unit === 'b') return 1
  return /^.(?:i?b)?$/.test(unit) ? SIZE_FACTORS.get(unit.charAt(0)) : undefined
}

const DURATION_SECONDS = new Map([
  ['ns', 1e-9],
  ['us', 1e-6],
  ['µs', 1e-6],
  ['μs', 1e-6],
  ['ms', 1e-3],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86400],
  ['w', 604800],
])

/**
 * Seconds of a Go duration (`1m30s`, `500ms`, `-1.5h`); undefined when it is not one. Every number but a bare `0` needs
 * its unit. Days and weeks (`1d`, `1w`) count too: Compose reads durations with xhit/go-str2duration v2.1, which adds them.
 */
export function parseDuration(text: string): number | undefined {
  const sign = text.startsWith('-') ? -1 : 1
  const body = /^[-+]/.test(text) ? text.slice(1) : text
  if (body === '0') return 0
  if (body === '' || body.length > 100) return undefined
  const part = /(\d+\.?\d*|\.\d+)([a-zµμ]+)/y
  let seconds = 0
  while (part.lastIndex < body.length) {
    const match = part.exec(body)
    const unit = match ? DURATION_SECONDS.get(match[2] ?? '') : undefined
    if (!match || unit === undefined) return undefined
    seconds += unit < 1 ? Number(match[1]) / Math.round(1 / unit) : Number(match[1]) * unit
  }
  // Go counts in nanoseconds in 64 bits.
  return seconds * 1e9 >= 2 ** 63 ? undefined : sign * seconds
}
