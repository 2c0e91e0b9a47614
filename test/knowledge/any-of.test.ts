import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyOf } from '../../src/knowledge/any-of.js'

/** Words of few letters, so that many begin alike, and with what a pattern would read as its own. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', '.', '|', '(', '-', '\\'), minLength: 1, maxLength: 5 })

test('finds what a list of the words finds, the longest word at each place', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
      fc.array(word, { maxLength: 12 }),
      (words, text) => {
        const whole = text.join('')
        const longestFirst = words.toSorted((one, other) => other.length - one.length)
        const list = longestFirst.map(one => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
        const found = (pattern: string) =>
          [...whole.matchAll(new RegExp(pattern, 'g'))].map(({ 0: one, index }) => [index, one])
        expect(found(anyOf(words))).toEqual(found(list))
      },
    ),
  )
})

test('words share their beginnings', () => {
  expect(anyOf(['sk_live_', 'sk_test_', 'sk', 'pk'])).toBe('(?:sk(?:_(?:live_|test_))?|pk)')
})
