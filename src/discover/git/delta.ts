/**
 * Applies a delta to what it was made against (https://git-scm.com/docs/gitformat-pack, "Deltified representation").
 * Undefined when it does not fit, or makes something larger than `limit` bytes.
 */
export function applyDelta(base: Buffer, delta: Buffer, limit: number): Buffer | undefined {
  const head = deltaSizes(delta)
  if (head === undefined || head.base !== base.length || head.result > limit) return undefined
  const result = Buffer.allocUnsafe(head.result)
  let filled = 0
  let at = head.end
  while (at < delta.length) {
    const command = delta[at++] ?? 0
    if (command === 0) return undefined
    if (command < 0x80) {
      if (at + command > delta.length || filled + command > result.length) return undefined
      filled += delta.copy(result, filled, at, at + command)
      at += command
      continue
    }
    let from = 0
    let size = 0
    for (let bit = 0; bit < 4; bit++) if (command & (1 << bit)) from += (delta[at++] ?? 0) * 2 ** (8 * bit)
    for (let bit = 0; bit < 3; bit++) if (command & (0x10 << bit)) size += (delta[at++] ?? 0) << (8 * bit)
    if (size === 0) size = 0x10000
    if (from + size > base.length || filled + size > result.length) return undefined
    filled += base.copy(result, filled, from, from + size)
  }
  return filled === result.length ? result : undefined
}

/** The sizes at the head of a delta: of what it was made against, and of what it makes. */
export function deltaSizes(delta: Buffer): { base: number; result: number; end: number } | undefined {
  const base = readSize(delta, 0)
  const result = base && readSize(delta, base.end)
  return result && { base: base.size, result: result.size, end: result.end }
}

/** Seven bits in each byte, the least first; the highest bit says that more follow. */
function readSize(data: Buffer, start: number): { size: number; end: number } | undefined {
  let size = 0
  for (let at = start; at < data.length && at < start + 8; at++) {
    const byte = data[at] ?? 0
    size += (byte & 0x7f) * 2 ** (7 * (at - start))
    if (byte < 0x80) return Number.isSafeInteger(size) ? { size, end: at + 1 } : undefined
  }
  return undefined
}
