/** Steps beyond which two texts are so different that no shortest way is looked for. */
const MOST_STEPS = 1_000

/** The lines of a text without their breaks, so that line ends of another kind are no change. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/**
 * The lines (from 1) of a text that are not as they were: what a diff without context marks with `+`. By the shortest way
 * from one to the other (Myers, "An O(ND) difference algorithm", 1986); where that is longer than a thousand steps, the
 * lines that did not occur before.
 */
export function changedLines(before: readonly string[], now: readonly string[]): ReadonlySet<number> {
  let start = 0
  while (start < before.length && start < now.length && before[start] === now[start]) start++
  let [endBefore, endNow] = [before.length, now.length]
  while (endBefore > start && endNow > start && before[endBefore - 1] === now[endNow - 1]) {
    endBefore--
    endNow--
  }
  const [old, fresh] = [before.slice(start, endBefore), now.slice(start, endNow)]
  const added = shortest(old, fresh) ?? unseen(old, fresh)
  return new Set(added.map(index => index + start + 1))
}

/** The indexes of the lines that the shortest way adds; undefined when it is too long. */
function shortest(old: readonly string[], fresh: readonly string[]): readonly number[] | undefined {
  if (old.length === 0) return fresh.map((_, index) => index)
  const furthest: Map<number, number>[] = []
  let reached = new Map<number, number>([[1, 0]])
  const most = Math.min(old.length + fresh.length, MOST_STEPS)
  for (let steps = 0; steps <= most; steps++) {
    furthest.push(reached)
    const next = new Map<number, number>()
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = isDown(reached, diagonal, steps) ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x++
      next.set(diagonal, x)
      if (x >= old.length && x - diagonal >= fresh.length) return addedOn(furthest, old.length, fresh.length)
    }
    reached = next
  }
  return undefined
}

/** Whether the furthest way to a diagonal ends by adding a line, and not by dropping one. */
function isDown(reached: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean {
  if (diagonal === -steps) return true
  return diagonal !== steps && at(reached, diagonal - 1) < at(reached, diagonal + 1)
}

function at(reached: ReadonlyMap<number, number>, diagonal: number): number {
  return reached.get(diagonal) ?? -1
}

/** Goes the way back. */
function addedOn(furthest: readonly ReadonlyMap<number, number>[], x: number, y: number): readonly number[] {
  const added: number[] = []
  let diagonal = x - y
  for (let steps = furthest.length - 1; steps > 0; steps--) {
    const reached = furthest[steps] ?? new Map()
    const down = isDown(reached, diagonal, steps)
    diagonal = down ? diagonal + 1 : diagonal - 1
    if (down) added.push(at(reached, diagonal) - diagonal)
  }
  return added
}

function unseen(old: readonly string[], fresh: readonly string[]): readonly number[] {
  const seen = new Set(old)
  return fresh.flatMap((line, index) => (seen.has(line) ? [] : [index]))
}

/** How much of two texts is the same, 0 to 1: lines that both have, wherever they stand. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1)
  let shared = 0
  for (const line of other) {
    const left = counts.get(line) ?? 0
    if (left > 0) shared++
    counts.set(line, left - 1)
  }
  return (2 * shared) / Math.max(1, one.length + other.length)
}
