import { describe, expect, it } from 'vitest'
import { parseBytes, parseDuration } from '../../src/parse/units.js'

describe('parseBytes', () => {
  it.each([
    ['1024', 1024],
    ['512m', 512 * 1024 ** 2],
    ['512M', 512 * 1024 ** 2],
    ['2.5G', 2.5 * 1024 ** 3],
    ['1gb', 1024 ** 3],
    ['1 GiB', 1024 ** 3],
    ['10b', 10],
    ['1kb', 1024],
    ['.5k', 512],
    ['-1', -1],
    ['1t', 1024 ** 4],
    ['0', 0],
    ['1.9', 1],
  ])('%s is %d', (text, bytes) => expect(parseBytes(text)).toBe(bytes))

  it.each(['', 'x', '1x', '-1m', '1mbb', '1bb', '1  m', 'm', '1e400', '1,5g', '0x10'])('%j is no size', text => {
    expect(parseBytes(text)).toBeUndefined()
  })
})

describe('parseDuration', () => {
  it.each([
    ['30s', 30],
    ['1m30s', 90],
    ['500ms', 0.5],
    ['1.5h', 5400],
    ['1d', 86_400],
    ['1w2d', 777_600],
    ['-5s', -5],
    ['0', 0],
    ['100us', 0.0001],
    ['100µs', 0.0001],
    ['.5s', 0.5],
  ])('%s is %d s', (text, seconds) => expect(parseDuration(text)).toBeCloseTo(seconds, 9))

  it.each(['', '30', 's', '5x', '1m 30s', '1e3s', '--1s', '99999999999h'])('%j is no duration', text => {
    expect(parseDuration(text)).toBeUndefined()
  })
})
