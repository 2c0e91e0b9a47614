import { isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAddress } from '../../src/parse/ip-address.js'

const addresses = [
  ...['127.0.0.1', '0.0.0.0', '255.255.255.255', '256.0.0.1', '1.2.3', '1.2.3.4.5', '01.2.3.4', '1.2.3.', '', '1'],
  ...[
    '::',
    '::1',
    '1::',
    'fe80::1',
    '2001:db8::8:800:200c:417a',
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::',
    '::2:3:4:5:6:7:8',
  ],
  ...[
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7',
    '1::2::3',
    ':::',
    ':1',
    '1:',
    '12345::',
    'g::',
    '::ffff:1.2.3.4',
    '1.2.3.4::',
  ],
  ...[
    '::1.2.3.4:5',
    '1:2:3:4:5:6:1.2.3.4',
    '1:2:3:4:5:6:7:1.2.3.4',
    '::1.2.3',
    '1:2:3:4:5::1.2.3.4',
    '1:2:3:4:5:6::1.2.3.4',
  ],
]

describe('isAddress', () => {
  test.each(addresses)('agrees with Node on %j', text => expect(isAddress(text)).toBe(isIP(text) !== 0))

  test('takes no zone', () => expect(isAddress('fe80::1%eth0')).toBe(false))

  test('agrees with Node on random texts', () => {
    const piece = fc.constantFrom(
      '0',
      '1',
      '25',
      '255',
      '256',
      'a',
      'ffff',
      '.',
      '.',
      '.',
      ':',
      ':',
      '::',
      '1.2.3.4',
      'g',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 18 }).map(pieces => pieces.join('')),
        text => {
          expect(isAddress(text)).toBe(isIP(text) !== 0)
        },
      ),
      { numRuns: 5_000 },
    )
  })
})
