import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readGraphqlSdl } from '../../src/parse/graphql-sdl.js'
import { millisecondsSince } from '../support/processor-time.js'

/** Each field as `Owner.name(argument: Type)`, lists with brackets behind. */
function fields(text: string): readonly string[] {
  return readGraphqlSdl(text).fields.map(one => {
    const given = one.arguments.map(({ name, type }) => `${name}: ${type}`).join(', ')
    return `${one.owner}.${one.name}${given ? `(${given})` : ''}${one.isList ? '[]' : ''}`
  })
}

test.each<[string, string, readonly string[]]>([
  ['a list', 'type Query { orders: [Order!]! }', ['Query.orders[]']],
  ['one', 'type Query { order(id: ID!): Order }', ['Query.order(id: ID)']],
  ['arguments', 'type Query { orders(first: Int = 20, ids: [ID!]): [Order] }', ['Query.orders(first: Int, ids: ID)[]']],
  ['an extension', 'extend type Query { orders: [Order] }', ['Query.orders[]']],
  ['several in a line', 'type A { a: Int b: [Int!]! c: String }', ['A.a', 'A.b[]', 'A.c']],
  ['with commas', 'type A { a: Int, b: [Int] }', ['A.a', 'A.b[]']],
  ['what it implements', 'type A implements Node & Named @key(fields: "id") { id: ID! }', ['A.id']],
  ['directives', 'type A { a: [Int] @cost(value: 3) b: Int @deprecated c: Int }', ['A.a[]', 'A.b', 'A.c']],
  ['descriptions', '"""type Query { a: [Int] }"""\ntype A {\n  "b: [Int]"\n  c: Int\n  # d: [Int]\n}', ['A.c']],
  ['names that are words of the language', 'type A { type: String input: [Int] }', ['A.type', 'A.input[]']],
  ['what has no fields', 'scalar Date\nunion U = A | B\ntype B\ntype A { a: Int }', ['A.a']],
  ['enumerations', 'enum E { ONE TWO }\ntype A { a: E }', ['A.a']],
  ['a list of lists', 'type A { a: [[Int!]!]! }', ['A.a[]']],
  [
    'an argument with a default of several parts',
    'type A { a(f: F = { b: 1 }, c: Int): [Int] }',
    ['A.a(f: F, c: Int)[]'],
  ],
  ['a query of a client', 'query Orders { orders { id } }', []],
  ['cut off', 'type Query { orders(first: Int', []],
])('%s', (_, text, expected) => {
  expect(fields(text)).toEqual(expected)
})

test('the fields of input types, and where a name stands', () => {
  const text =
    'input Page { limit: Int = 20, after: ID }\nextend input Page { size: Int }\ntype Query { orders(page: Page): [Order] }'
  const {
    inputs,
    fields: [orders],
  } = readGraphqlSdl(text)
  expect(inputs.get('Page')).toEqual(['limit', 'after', 'size'])
  expect(text.slice(orders?.start, orders?.end)).toBe('orders')
})

test('it never throws', () => {
  const piece = fc.constantFrom(
    'type',
    'Query',
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    '!',
    ':',
    '"',
    '"""',
    '#',
    '@',
    '=',
    '\n',
    'a',
    'input',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
      readGraphqlSdl(pieces.join(' '))
      readGraphqlSdl(pieces.join(''))
    }),
  )
})

test('it takes time in proportion to the text', () => {
  const hostile = [
    'type A { a(',
    'type A ',
    '[',
    '"""',
    '"\\',
    'type A { a: ',
    'a(b: ',
    '{',
    'type A @b(',
    '#',
    'A: [A',
  ]
  for (const piece of hostile) {
    const started = process.cpuUsage()
    readGraphqlSdl(piece.repeat(200_000 / piece.length))
    expect(millisecondsSince(started), piece).toBeLessThan(1_000)
  }
})
