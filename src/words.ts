const UNITS = [
  [2 ** 30, 'GiB'],
  [2 ** 20, 'MiB'],
  [2 ** 10, 'KiB'],
] as const

/** A size as people write it: `1.5 GiB`, `512 MiB`. */
export function formatBytes(bytes: number): string {
  const unit = UNITS.find(([size]) => bytes >= size)
  if (!unit) return `${bytes} bytes`
  const number = bytes / unit[0]
  return `${Number.isInteger(number) ? number : number.toFixed(1).replace(/\.0$/, '')} ${unit[1]}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
