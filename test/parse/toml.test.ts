import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Node } from '../../src/parse/node.js'
import { parseToml } from '../../src/parse/toml.js'
import { millisecondsSince } from '../support/processor-time.js'

const read = (text: string) => parseToml({ path: 'traefik.toml', text })

/** Numbers and booleans with their type, so that "1" and 1 stay two things. */
function plain(node: Node): unknown {
  if (node.kind === 'map') return Object.fromEntries([...node.entries].map(([key, { node: one }]) => [key, plain(one)]))
  if (node.kind === 'list') return node.items.map(plain)
  return node.type === 'string' ? node.text : { [node.type]: node.text }
}

const tree = (text: string) => plain(read(text).root)
const problems = (text: string) =>
  read(text).problems.map(({ message, at }) => `${message}: ${text.slice(at.start, at.end)}`)

describe('parseToml', () => {
  it.each<[string, string, unknown]>([
    ['an empty file', '', {}],
    ['comments and blank lines', '# a\n\n \t# b\r\n', {}],
    [
      'keys',
      'a = "1"\nb-c_1 = "2"\n"d e" = "3"\n\'f"g\' = "4"\n1 = "5"',
      { a: '1', 'b-c_1': '2', 'd e': '3', 'f"g': '4', 1: '5' },
    ],
    ['dotted keys', 'a.b . "c" = "1"\na.b.d = "2"', { a: { b: { c: '1', d: '2' } } }],
    ['escapes', String.raw`a = "\t\"\\\u00e9\U0001F600"`, { a: '\t"\\é😀' }],
    ['literal strings', String.raw`a = 'C:\x'`, { a: String.raw`C:\x` }],
    ['long strings', 'a = """\nb\\\n   c""""\n', { a: 'bc"' }],
    ['long literal strings', "a = '''\nb\n'c''''", { a: "b\n'c'" }],
    [
      'whole numbers',
      'a = [1_000, +7, -0, 0xFF, 0o17, 0b11]',
      { a: ['1000', '7', '0', '255', '15', '3'].map(number => ({ number })) },
    ],
    [
      'other numbers',
      'a = [1.5, 6e-2_0, -inf, nan]',
      { a: ['1.5', '6e-20', '-inf', 'nan'].map(number => ({ number })) },
    ],
    ['booleans', 'a = true\nb = false', { a: { boolean: 'true' }, b: { boolean: 'false' } }],
    [
      'dates and times',
      'a = [1979-05-27T07:32:00Z, 1979-05-27 07:32:00.5, 1979-05-27, 07:32:00]',
      { a: ['1979-05-27T07:32:00Z', '1979-05-27 07:32:00.5', '1979-05-27', '07:32:00'] },
    ],
    ['arrays', 'a = [ # one\n "b",\n ["c"],\n]', { a: ['b', ['c']] }],
    ['inline tables', 'a = { b = "1", c.d = "2" }\ne = {}', { a: { b: '1', c: { d: '2' } }, e: {} }],
    ['tables', '[a.b]\nc = "1"\n[a]\nd = "2"\n[e]', { a: { b: { c: '1' }, d: '2' }, e: {} }],
    [
      'arrays of tables',
      '[[a]]\nb = "1"\n[[a.c]]\nd = "2"\n[[a.c]]\n[[a]]\n[a.e]',
      { a: [{ b: '1', c: [{ d: '2' }, {}] }, { e: {} }] },
    ],
    ['a byte order mark', '\ufeffa = "1"', { a: '1' }],
    ['names of the prototype', '__proto__ = "1"\nconstructor.x = "2"', { ['__proto__']: '1', constructor: { x: '2' } }],
  ])('reads %s', (_, text, expected) => {
    expect(problems(text)).toEqual([])
    expect(tree(text)).toEqual(expected)
  })

  it.each<[string, string, string, unknown]>([
    ['a value that is missing', 'a =\nb = "1"', 'Expected a value: \n', { b: '1' }],
    ['a key without a value', 'a\nb = "1"', 'Expected =: \n', { b: '1' }],
    ['a string that is not closed', 'a = "x\nb = "1"', 'The string is not closed on its line: "x', { b: '1' }],
    ['something behind a value', 'a = 1 2\nb = "1"', 'Expected the end of the line: 2', { a: { number: '1' }, b: '1' }],
    ['a word', 'a = yes\nb = "1"', 'This is no value: yes', { b: '1' }],
    ['a number with a leading zero', 'a = 01', 'This is no value: 01', {}],
    ['a day that is none', 'a = 2023-02-29', 'This is no value: 2023-02-29', {}],
    ['an unknown escape', String.raw`a = "\x41"`, 'Unknown escape in a string: \\', {}],
    ['half of a character', String.raw`a = "\ud800"`, String.raw`The escape stands for no character: \ud800`, {}],
    ['a key twice', 'a = "1"\na = "2"', 'a is defined twice: a', { a: '1' }],
    ['a table twice', '[a]\nb = "1"\n[a]\nc = "2"', 'a is defined twice: a', { a: { b: '1' } }],
    [
      'an inline table that grows',
      'a = { b = "1" }\n[a.c]',
      'a is no table that can be added to: a',
      { a: { b: '1' } },
    ],
    ['an array that grows', 'a = []\n[[a]]', 'a is defined twice: a', { a: [] }],
    ['a table of another section', '[a.b]\n[a]\nb.c = "1"', 'b is no table that can be added to: b', { a: { b: {} } }],
    ['a line break in an inline table', 'a = { b = "1",\nc = "2" }', 'Expected a key: \n', { c: '2' }],
  ])('goes on after %s', (_, text, problem, expected) => {
    expect(problems(text)[0]).toBe(problem)
    expect(tree(text)).toEqual(expected)
  })

  it('knows where everything stands', () => {
    const text = '# x\n[a."b c"]\nd.e = [ "f", 0x10 ]\n'
    const places: string[] = []
    const walk = (node: Node) => {
      places.push(text.slice(node.at.start, node.at.end))
      if (node.kind === 'list') node.items.forEach(walk)
      else if (node.kind === 'map') {
        for (const { keyAt, node: one } of node.entries.values()) {
          places.push(text.slice(keyAt.start, keyAt.end))
          walk(one)
        }
      }
    }
    walk(read(text).root)
    expect(places.slice(1)).toEqual(['a', 'a', '"b c"', '"b c"', 'd', 'd', 'e', '[ "f", 0x10 ]', '"f"', '0x10'])
  })
})

const text = fc.string({ unit: 'binary' })

/** Values and how TOML writes them. */
const value: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  value: fc.oneof({ maxDepth: 4 }, text, fc.boolean(), fc.integer(), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
})).value

function write(one: unknown): string {
  if (Array.isArray(one)) return `[${one.map(write).join(', ')}]`
  if (typeof one === 'object' && one !== null)
    return `{ ${Object.entries(one)
      .map(([key, item]) => `${quoted(key)} = ${write(item)}`)
      .join(', ')} }`
  return typeof one === 'string' ? quoted(one) : String(one)
}

function quoted(text: string): string {
  // JSON escapes what TOML escapes, but for the one control character that it leaves alone.
  return JSON.stringify(text).replaceAll('\u007f', '\\u007f')
}

function typed(one: unknown): unknown {
  if (Array.isArray(one)) return one.map(typed)
  if (typeof one === 'object' && one !== null)
    return Object.fromEntries(Object.entries(one).map(([key, item]) => [key, typed(item)]))
  return typeof one === 'string' ? one : { [typeof one]: String(one) }
}

describe('any text', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.dictionary(text, value, { maxKeys: 5 }), entries => {
        const text = Object.entries(entries)
          .map(([key, item]) => `${quoted(key)} = ${write(item)}\n`)
          .join('')
        expect(problems(text)).toEqual([])
        expect(tree(text)).toEqual(typed(entries))
      }),
    )
  })

  it('is read without throwing, with every problem and node inside it', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '[[',
      ']]',
      '{',
      '}',
      '=',
      '.',
      ',',
      '"',
      "'",
      '"""',
      "'''",
      '\\',
      '\n',
      '\r',
      '#',
      'a',
      '1',
      '-',
      ' ',
      '\0',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = pieces.join('')
        const { root, problems: found } = read(text)
        const inside = ({ start, end }: { start: number; end: number }) =>
          0 <= start && start <= end && end <= text.length
        const walk = (node: Node): boolean =>
          inside(node.at) &&
          (node.kind === 'scalar' ||
            (node.kind === 'list'
              ? node.items.every(walk)
              : [...node.entries.values()].every(({ keyAt, node: one }) => inside(keyAt) && walk(one))))
        return found.every(({ at }) => inside(at)) && walk(root)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a hostile text', () => {
  const n = 100_000
  it.each([
    ['brackets', `a = ${'['.repeat(n)}`],
    ['braces', `a = ${'{a='.repeat(n)}`],
    ['a long key', `${'a.'.repeat(n)}a = 1`],
    ['long headers', `[${'a.'.repeat(n)}a]`],
    ['quotes', `a = """${`"'`.repeat(n)}`],
    ['single quotes', `a = '''${`'"`.repeat(n)}`],
    ['strings that do not end', 'a = """\n'.repeat(n / 10)],
    ['arrays that do not end', 'a = [1,\n'.repeat(n / 10)],
    ['backslashes', `a = """${'\\\n'.repeat(n)}`],
    ['a long number', `a = 0x${'f'.repeat(n * 5)}`],
    ['underscores', `a = ${'1_'.repeat(n)}`],
    ['comments', '#\n'.repeat(n)],
    ['keys', Array.from({ length: n / 2 }, (_, index) => `k${index} = ${index}`).join('\n')],
    ['tables', '[[a]]\n[a.b]\n'.repeat(n / 4)],
  ])('takes no longer than it is long: %s', (_, text) => {
    const start = process.cpuUsage()
    expect(read(text).problems.length).toBeLessThanOrEqual(1_000)
    expect(millisecondsSince(start)).toBeLessThan(2_000)
  })
})
