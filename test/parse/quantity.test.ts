import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseQuantity } from '../../src/parse/kubernetes/quantity.js'

it.each([
  ['500m', 0.5],
  ['100m', 0.1],
  ['2', 2],
  ['1.5', 1.5],
  ['.5', 0.5],
  ['1Gi', 2 ** 30],
  ['512Mi', 512 * 2 ** 20],
  ['64Ki', 65_536],
  ['1G', 1e9],
  ['128M', 128e6],
  ['1k', 1_000],
  ['1e3', 1_000],
  ['12E6', 12e6],
  ['1E', 1e18],
  ['250u', 0.00025],
  [' 1Gi ', 2 ** 30],
  ['-1', -1],
])('%s is %d', (text, value) => {
  expect(parseQuantity(text)).toBe(value)
})

it.each(['', '1GiB', '1gb', 'Gi', '1 Gi', '0x10', '${MEM}', '1K', '1e', 'NaN', '1e999'])('%s is none', text => {
  expect(parseQuantity(text)).toBeUndefined()
})

it('never throws', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const value = parseQuantity(text)
      expect(value === undefined || Number.isFinite(value)).toBe(true)
    }),
  )
})
