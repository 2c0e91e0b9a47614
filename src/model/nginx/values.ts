const UNIT_SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  M: 2_592_000,
  y: 31_536_000,
}

/**
 * Seconds of an nginx time (`30`, `1h 30m`, `500ms`): a number without unit is seconds, a month has 30 days, a year 365
 * (https://nginx.org/en/docs/syntax.html). Undefined for anything else, variables included.
 */
export function nginxSeconds(text: string): number | undefined {
  if (text.length > 50 || !/^\s*\d/.test(text)) return undefined
  const parts = [...text.matchAll(/(\d+)(ms|[smhdwMy])?\s*/g)]
  if (parts.map(([part]) => part).join('') !== text.trimStart()) return undefined
  return parts.reduce((sum, [, number, unit = 's']) => sum + Number(number) * (UNIT_SECONDS[unit] ?? 1), 0)
}

/** Bytes of an nginx size (`8k`, `10M`, `1g`, `0`); undefined for anything else (https://nginx.org/en/docs/syntax.html). */
export function nginxBytes(text: string): number | undefined {
  const [, number, unit = ''] = /^(\d{1,15})([kKmMgG]?)$/.exec(text) ?? []
  if (number === undefined) return undefined
  const power = ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase())
  return Number(number) * 1024 ** power
}

/** Whether a value is only known when nginx or its container starts, or while it runs: it holds a variable. */
export function hasVariable(text: string): boolean {
  return /\$[\w{]/.test(text)
}

/** Whether a version is at least another, both most significant part first; undefined when the version is too short to tell. */
export function atLeast(version: readonly number[] | undefined, wanted: readonly number[]): boolean | undefined {
  if (!version) return undefined
  for (const [index, least] of wanted.entries()) {
    const part = version[index]
    if (part === undefined) return undefined
    if (part !== least) return part > least
  }
  return true
}
