import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { child, descend, type Node } from '../../src/parse/node.js'
import { parseYaml } from '../../src/parse/yaml.js'
import { millisecondsSince } from '../support/processor-time.js'
import { plain } from './compose/load.js'

const parse = (text: string) => parseYaml({ path: 'a.yaml', text })
const root = (text: string) => parse(text).documents[0]?.root
const codes = (text: string) => parse(text).problems.map(problem => problem.code ?? problem.kind)

function written(text: string, node: Node | undefined): string {
  return node ? text.slice(node.at.start, node.at.end) : ''
}

describe('scalars', () => {
  it.each([
    ['yes', 'string', 'yes'],
    ['On', 'string', 'On'],
    ['n', 'string', 'n'],
    ['true', 'boolean', 'true'],
    ['FALSE', 'boolean', 'false'],
    ['', 'null', null],
    ['~', 'null', null],
    ['Null', 'null', null],
    ['22:22', 'string', '22:22'],
    ['0x10', 'number', '16'],
    ['0777', 'number', '511'],
    ['0o17', 'number', '15'],
    ['0b11', 'number', '3'],
    ['08', 'number', '8'],
    ['1_000', 'number', '1000'],
    ['1.10', 'number', '1.1'],
    ['1.0', 'number', '1'],
    ['1e3', 'number', '1000'],
    ['1e21', 'number', '1e+21'],
    ['1000000.0', 'number', '1e+06'],
    ['123456.5', 'number', '123456.5'],
    ['0.00001', 'number', '1e-05'],
    ['0.0001', 'number', '0.0001'],
    ['12345678901234567890', 'number', '12345678901234567890'],
    ['.inf', 'number', '+Inf'],
    ['1.2.3', 'string', '1.2.3'],
    ['2024-01-02', 'string', '2024-01-02'],
    ['"5"', 'string', '5'],
    ["'it''s'", 'string', "it's"],
    ['"\\u0041\\n"', 'string', 'A\n'],
    ['!!str 5', 'string', '5'],
    ['!!int "5"', 'number', '5'],
    ['!override 5', 'string', '5'],
  ])('%j is the %s %j', (text, type, value) => {
    const node = child(root(`k: ${text}\n`), 'k')
    expect(node).toMatchObject({ kind: 'scalar', type, text: value })
  })

  it('keeps custom tags and says which date is a date', () => {
    expect(child(root('k: !reset null'), 'k')).toMatchObject({ tag: '!reset' })
    expect(child(root('k: !Ref {a: 1}'), 'k')).toMatchObject({ kind: 'map', tag: '!Ref' })
    expect(child(root('k: 2024-01-02'), 'k')).toMatchObject({ tag: 'tag:yaml.org,2002:timestamp' })
    expect(child(root('k: "2024-01-02"'), 'k')).not.toHaveProperty('tag')
    expect(child(root('k: 2024-02-30'), 'k')).not.toHaveProperty('tag')
  })

  it('reads block scalars', () => {
    expect(plain(root('a: |\n  x\n   y\nb: >-\n  x\n  y\n'))).toEqual({ a: 'x\n y\n', b: 'x y' })
  })

  it.each(['|', '|+', '>'])('reads a block (%s) that ends without a line break as one without', header => {
    expect(plain(root(`a: ${header}\n  x\n  y`))).toEqual({ a: header === '>' ? 'x y' : 'x\ny' })
    expect(plain(root(`a: |\n  x\n  `))).toEqual({ a: 'x\n' })
  })
})

describe('places', () => {
  it('points at keys and values, through a BOM, CRLF and comments', () => {
    const text = '\ufeffa: 1 # one\r\nb:\r\n  - "x y"\r\n'
    const map = root(text)
    expect(written(text, child(map, 'a'))).toBe('1')
    const list = child(map, 'b')
    expect(list?.kind === 'list' && written(text, list.items[0])).toBe('"x y"')
    const entry = map?.kind === 'map' ? map.entries.get('b') : undefined
    expect(text.slice(entry?.keyAt.start, entry?.keyAt.end)).toBe('b')
  })

  it('points at the anchor for what an alias or a merge gives', () => {
    const text = 'base: &b {restart: always, x: 1}\na:\n  <<: *b\n  x: 2\nc: *b\n'
    expect(plain(child(root(text), 'a'))).toEqual({ restart: 'always', x: 2 })
    expect(written(text, descend(root(text), 'a', 'restart'))).toBe('always')
    expect(descend(root(text), 'c', 'x')?.at.start).toBe(text.indexOf('1}'))
  })

  it('finds comments where they are comments', () => {
    const text = '# top\na: "# no" # yes\nb: |\n  # text\nc: x#y\n[1, # in flow\n 2]: z # last'
    const { comments } = parse(text)
    expect(comments.map(comment => comment.text)).toEqual([' top', ' yes', ' in flow', ' last'])
    for (const { start, end, text: behind } of comments) expect(text.slice(start, end)).toBe(`#${behind}`)
  })
})

describe('merge keys', () => {
  it.each([
    ['a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc: {<<: [*a, *b], z: 3}\n', { z: 3, x: 1, y: 2 }],
    ['a: &a {x: 1}\nc: {x: 9, <<: *a}\n', { x: 9 }],
    ['a: &a [{x: 1}, {y: 2}]\nc: {<<: *a}\n', { x: 1, y: 2 }],
    ['c: {"<<": {x: 1}}\n', { '<<': { x: 1 } }],
  ])('%j', (text, expected) => expect(plain(child(root(text), 'c'))).toEqual(expected))

  it('refuses to merge what is no mapping', () => expect(codes('c: {<<: 5}\n')).toEqual(['merge']))
})

describe('problems', () => {
  it.each([
    ['a: 1\na: 2\n', ['duplicate-key']],
    ['a: &x {}\nb: {<<: *x, <<: *x}\n', ['duplicate-key']],
    ['{a: b}: c\n', ['complex-key']],
    ['a: *nothing\n', ['alias']],
    ['a: &a [*a]\n', ['alias']],
    ['a: !!int x\n', ['tag']],
    ['__proto__: 1\nconstructor: 2\n', []],
  ])('%j gives %j', (text, expected) => expect(codes(text)).toEqual(expected))

  it('says of a key that it is no string', () => {
    const map = root('80: a\ntrue: b\n"80x": c\n')
    expect(map?.kind === 'map' && [...map.entries].map(([key, entry]) => [key, entry.keyType])).toEqual([
      ['80', 'number'],
      ['true', 'boolean'],
      ['80x', undefined],
    ])
  })

  it('goes on after a syntax error and keeps the rest', () => {
    const file = parse('a: [1, 2\nb:\n  c: ok\n  d: "open\ne: 5\n')
    expect(file.problems.some(problem => problem.kind === 'syntax')).toBe(true)
    expect(parse('a: 1\nb: {c: ]}\nd: 2\n').problems.length).toBeGreaterThan(0)
    expect(plain(child(root('a: 1\nb: {c: ]}\nd: 2\n'), 'a'))).toBe(1)
  })

  it('reads every document of a stream', () => {
    expect(parse('a: 1\n---\nb: 2\n').documents.map(document => plain(document.root))).toEqual([{ a: 1 }, { b: 2 }])
    expect(parse('').documents).toEqual([])
    expect(
      parse('# nothing\n').documents.every(document => document.root === undefined || plain(document.root) === null),
    ).toBe(true)
  })
})

describe('limits', () => {
  const timed = (text: string) => {
    const start = process.cpuUsage()
    const file = parse(text)
    return { file, ms: millisecondsSince(start) }
  }

  it('survives 100,000 nested brackets', () => {
    const { file } = timed('['.repeat(100_000))
    expect(file.problems.some(problem => problem.code === 'nesting')).toBe(true)
  })

  it('calls bytes that are not UTF-8 an error of the syntax, and reads on', () => {
    const file = parseYaml({ path: 'a.yaml', text: 'name: caf\ufffd\nport: 80\n', malformed: true })
    expect(file.problems).toEqual([
      { at: { path: 'a.yaml', start: 9, end: 10 }, message: 'The file is not UTF-8', kind: 'syntax' },
    ])
    expect(plain(file.documents[0]?.root)).toEqual({ name: 'caf\ufffd', port: 80 })
    expect(parseYaml({ path: 'a.yaml', text: 'name: caf\ufffd\n' }).problems).toEqual([])
  })

  it('stops an alias bomb', () => {
    const names = 'abcdefghij'
    const lines = [...names].map(
      (name, i) =>
        `${name}: &${name} [${Array(9)
          .fill(i === 0 ? 'x' : `*${names[i - 1]}`)
          .join()}]`,
    )
    const { file, ms } = timed(lines.join('\n'))
    expect(file.problems.map(problem => problem.code)).toEqual(['aliases'])
    expect(ms).toBeLessThan(2_000)
  })

  it('takes time in proportion to the number of keys', () => {
    const keys = (count: number) => Array.from({ length: count }, (_, i) => `key${i}: value`).join('\n')
    timed(keys(5_000))
    const small = Math.max(timed(keys(10_000)).ms, 20)
    expect(timed(keys(40_000)).ms / small).toBeLessThan(12)
  })

  it('never throws', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '&x ',
      '*x',
      '<<: ',
      '"',
      "'",
      '|',
      '>',
      '#',
      '!t ',
      '\t',
      '---\n',
      '\r\n',
      ',',
      '?',
      '\ufeff',
      '💥',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => void parse(pieces.join(''))),
      { numRuns: 500 },
    )
  })
})

describe('indentation inside brackets and quotes', () => {
  it.each([
    [
      'a bracket that ends at the dash of its list',
      'a:\n  - args: [\n  "x",\n  "y"\n  ]\n    b: 1',
      { a: [{ args: ['x', 'y'], b: 1 }] },
    ],
    ['entries at the first column', 'd: {\nx: 1,\ny: [1,\n2]\n}\ne: f', { d: { x: 1, y: [1, 2] }, e: 'f' }],
    ['quoted text at the first column', 'c: "one\ntwo"\nd: 1', { c: 'one two', d: 1 }],
    ['a quoted script in a list', "args: ['\n  echo a;\n  echo b\n']\nb: 1", { args: [' echo a; echo b '], b: 1 }],
  ])('is not asked for, as in go-yaml: %s', (_, text, value) => {
    expect(codes(text)).toEqual([])
    expect(plain(root(text))).toEqual(value)
  })

  it('does not lose the rest of a file to a bracket that nobody closes', () => {
    const text = 'a: [1,\nb: 2\nc: 3'
    expect(codes(text)).toEqual(['syntax'])
    expect(plain(child(root(text), 'c'))).toBe(3)
  })
})
