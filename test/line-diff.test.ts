import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedLines, likeness, linesOf } from '../src/line-diff.js'

const line = fc.constantFrom('a', 'b', 'c', 'd', '')
const text = fc.array(line, { maxLength: 30 })

/** Length of the longest common subsequence, by the textbook. */
function common(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0)
  for (const left of one) {
    const next = [0]
    for (const [index, right] of other.entries()) {
      next.push(left === right ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

describe('changed lines', () => {
  test('are as few as there can be, and without them all that is left was there before', () => {
    fc.assert(
      fc.property(text, text, (before, now) => {
        const changed = changedLines(before, now)
        expect(changed.size).toBe(now.length - common(before, now))
        const left = now.filter((_, index) => !changed.has(index + 1))
        expect(common(before, left)).toBe(left.length)
      }),
    )
  })

  test('of a file that is wholly another are those that did not occur, at once', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `old ${index}`)
    const now = before.map((_, index) => (index % 2 === 0 ? `new ${index}` : `old ${(index * 7) % 20_000}`))
    expect(changedLines(before, now).size).toBeGreaterThanOrEqual(10_000)
  })

  test('do not count the kind of line break', () => {
    expect(changedLines(linesOf('a\nb\n'), linesOf('a\r\nb\r\n')).size).toBe(0)
    expect([...changedLines(linesOf('a\nb\n'), linesOf('a\nx\nb'))]).toEqual([2])
  })
})

test('likeness is 1 for the same lines in any order, and 0 for others', () => {
  expect(likeness(['a', 'b', 'b'], ['b', 'a', 'b'])).toBe(1)
  expect(likeness(['a', 'b'], ['c'])).toBe(0)
  expect(likeness(['a', 'a', 'a', 'b'], ['a', 'c', 'c', 'b'])).toBe(0.5)
})
