import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAnyYaml, parseYaml } from '../../src/parse/yaml.js'
import { parseSimpleYaml } from '../../src/parse/yaml-simple.js'
import { millisecondsSince } from '../support/processor-time.js'

const sourceOf = (text: string) => ({ path: 'compose.yaml', text })

/** The shorter way may give up, and must otherwise agree in every node, place, type and comment. */
function agree(text: string): boolean {
  const simple = parseSimpleYaml(sourceOf(text))
  if (simple) expect(simple, text).toEqual(parseAnyYaml(sourceOf(text)))
  return simple !== undefined
}

/** The text as editors on Windows write it. */
const withReturns = (text: string) => text.replaceAll('\n', '\r\n')

const COMPOSE = `# what all have in common
name: shop
x-app: &app   # shared
  restart: unless-stopped
  logging: { driver: json-file, options: { max-size: "10m", 'max-file': '3' } }

services:
  postgres:
    image: postgres:16.4 # pinned
    command: postgres -c max_connections=200
    environment:
      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:?set it}
      EMPTY:
      YES: yes
      80: "quoted \\"text\\"\\n"
    volumes: ["data:/var/lib/postgresql/data", 'a:b']
    ports:
    - "5432:5432"
    - 127.0.0.1:80:80

    # the end of it
  api:
    <<: *app
    image: 'registry/api:1'
    depends_on: [postgres]
    list:
      - name: a
        value: 1.5
      -   name: b
          value: null
      - [a, { b: c }]
      - *app
volumes:
  data:
# last
`

describe('the shorter way through simple YAML', () => {
  test('reads what compose files are written in', () => {
    expect(agree(COMPOSE)).toBe(true)
    expect(agree(COMPOSE.trimEnd())).toBe(true)
    expect(agree(withReturns(COMPOSE))).toBe(true)
    // Breaks of both kinds.
    expect(agree(COMPOSE.replace(/\n(?=.*:)/g, '\r\n'))).toBe(true)
  })

  test.each([
    'a: 1\n---\nb: 2\n',
    '# c\n# d\n\n---\n# e\nb: 2\n---\nc: [1]',
    '---\na: &x { b: c }\n---\nb: &x 2\nc: *x\n',
    'a: |\n  x\n  y\nb: 1\n',
    'a: |\n  x\n\n\nb: 1\n',
    'a: |-\n  x\n\n',
    'a: |\n  x',
    'a:\n  b: |\n    x\n     z\n\n    y\n  # c\nc: 1\n',
    'a: |\n  x: *y &z "\n  # no comment\n# a comment\nb: 2\n',
    '- |\n  x\n- a: |\n    b\n  c: 1\n',
    'a: |\n  x\n---\nb: |\n  y\n\n---\nc: |\n  z',
  ])('reads documents and literal blocks: %j', text => {
    expect(agree(text)).toBe(true)
    expect(agree(withReturns(text))).toBe(true)
  })

  test.each([
    'a: >\n  x\n  y\n\n  z\n\n\n  u \n  v\nb: 1\n',
    '- >-\n  x\n  y\n\n- >-\n  z',
    'a: [b,\n  c,\n\n  {\n    d: e,\n    "f": [g]\n  }\n  ] # h\nb: 1\n',
    'a:\n  - [\n      b\n    ]\n  - { c: d,\n      e: f }\n',
    'a: !reset null\nb: !override [1, c]\nc: !t 80\nd: !t "e"\nf: !t\n  - g\nh: !t\n  i: j\nk: &x !t l\nm: !t |\n  n\n',
  ])('reads folded blocks, brackets over several lines, and tags: %j', text => {
    expect(agree(text)).toBe(true)
    expect(agree(withReturns(text))).toBe(true)
  })

  test('agrees on every fixture', () => {
    const root = join(import.meta.dirname, '../../fixtures')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(path => /\.ya?ml$/.test(path))
    const simple = files.filter(path => agree(readFileSync(join(root, path), 'utf8')))
    expect(simple.length).toBeGreaterThan(files.length / 4)
  })

  test.each([
    ['a document on the line of its marker', '--- a\n'],
    ['a document of nothing', 'a: 1\n---\n'],
    ['a document of a comment', '---\n# a\n---\nb: 2\n'],
    ['an end of a document', 'a: 1\n...\nb: 2\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['a tab', 'a:\tb\n'],
    ['a carriage return alone', 'a: b\rc: d\n'],
    ['a key that is there twice', 'a: 1\na: 2\n'],
    ['two merges', 'x: &x {a: b}\ny:\n  <<: *x\n  <<: *x\n'],
    ['a merge of a scalar', 'a:\n  <<: b\n'],
    ['a text over several lines', 'a: b\n  c\n'],
    ['a folded block with lines that are indented further', 'a: >\n  b\n   c\n'],
    ['a block with an indicator', 'a: |2\n  b\n'],
    ['a block that keeps its breaks', 'a: |+\n  b\n\n'],
    ['a block of nothing', 'a: |\nb: c\n'],
    ['a block with a comment', 'a: | # c\n  b\n'],
    ['a block that is indented less further down', 'x:\n  a: |\n      b\n    c\n'],
    ['a block behind an empty line', 'a: |\n\n  b\n'],
    ['a quote over several lines', 'a: "b\n  c"\n'],
    ['brackets whose lines are indented too little', 'a: [b,\nc]\n'],
    ['brackets with a comment', 'a: [b, # c\n  d]\n'],
    ['a text over several lines in brackets', 'a: [b\n  c]\n'],
    ['a quote that is never closed', 'a: "b\n'],
    ['a map in a scalar', 'a: b: c\n'],
    ['a tag of YAML', 'a: !!str b\n'],
    ['a tag of nothing', 'a: !x\n'],
    ['a tag and an alias', 'a: &x 1\nb: !t *x\n'],
    ['a tag in brackets', 'a: [!t b]\n'],
    ['an alias without anchor', 'a: *b\n'],
    ['an anchor that contains itself', 'a: &a\n  b: *a\n'],
    ['a line that is indented too little', 'a:\n    b: c\n  d: e\n'],
    ['a list behind a map', 'a: b\n- c\n'],
    ['an explicit key', '? a\n: b\n'],
    ['nothing', ''],
    ['a comment', '# a\n'],
    ['a text', 'a\n'],
    ['what stands behind a quote', 'a: "b" c\n'],
    ['a comment without a blank before it', 'a: "b"#c\n'],
    ['an empty place in brackets', 'a: [b,,c]\n'],
    ['a pair in a list of brackets', 'a: [b: c]\n'],
  ])('gives %s to the whole parser', (_, text) => {
    expect(parseSimpleYaml(sourceOf(text))).toBeUndefined()
    expect(parseYaml(sourceOf(text))).toEqual(parseAnyYaml(sourceOf(text)))
  })

  test('takes a share of the time', () => {
    const text = `services:\n${Array.from({ length: 5_000 }, (_, index) => `  s${index}:\n    image: "a:${index}"\n    ports: [80, 443]\n`).join('')}`
    const fastest = (read: (source: ReturnType<typeof sourceOf>) => unknown) =>
      Math.min(
        ...Array.from({ length: 3 }, () => {
          const started = process.cpuUsage()
          read(sourceOf(text))
          return millisecondsSince(started)
        }),
      )
    expect(fastest(parseSimpleYaml)).toBeLessThan(fastest(parseAnyYaml) / 2)
  })
})

const PIECES = [
  ...[
    'a',
    'b',
    'c:',
    'a: ',
    'b:',
    '- ',
    '-',
    ': ',
    ':',
    '? ',
    '<<: ',
    '<<',
    '&x ',
    '&x',
    '*x',
    '!t ',
    '| ',
    '>-',
    '|',
    '>',
  ],
  ...[
    '"',
    "'",
    '"a"',
    "'b'",
    '"a\\n"',
    "'it''s'",
    '[',
    ']',
    '{',
    '}',
    ', ',
    ',',
    '[a]',
    '{a: b}',
    '[]',
    '{}',
    '#',
    ' #c',
    '# c',
  ],
  ...[
    '80',
    '0x1F',
    '1.5',
    'true',
    'yes',
    'null',
    '~',
    '2020-01-01',
    'a b',
    'a:b',
    'a#b',
    'http://a',
    '${A:-b}',
    '.',
    '/',
    '@',
    '%',
    '`',
  ],
  ...[
    '\n',
    '\n',
    '\n',
    '\n  ',
    '\n  ',
    '\n    ',
    '\n      ',
    '\n- ',
    '\n  - ',
    '\n    - ',
    '\n---\n',
    ': |\n    ',
    ' |-\n  ',
    '\n\n',
    ' ',
    '  ',
    '---\n',
    '\t',
    'é',
  ],
]
const LINES = [
  ...[
    'a:',
    'b: c',
    'c: [a, b]',
    'd: {a: b, c: "d"}',
    'e: "f" # g',
    '# h',
    '',
    'i: &x',
    'j: *x',
    '<<: *x',
    '[b,',
    'c]',
    '{d: e,',
    '}',
    't: >',
    'u: >-',
    'v: [',
    'w: !t x',
    'x: !t',
    '<<: [*x]',
    'k: &x l',
    '80: true',
  ],
  ...[
    '- a',
    '- b: c',
    '- - d',
    '-',
    '- [e]',
    '- *x',
    '- &x f',
    '- "g": h',
    "'i': 'j'",
    '"k":',
    'l: m: n',
    'o',
    'p: |',
    'q: -1',
    'r: :80',
    's: a:b',
  ],
]

describe('laws', () => {
  const asText = (pieces: readonly string[]) => pieces.join('')
  const runs = { numRuns: 2_000 }

  test('agrees on random pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map(asText), text => {
        agree(text)
        agree(withReturns(text))
      }),
      runs,
    )
  })

  test('agrees on random lines', () => {
    const line = fc.tuple(fc.constantFrom(0, 0, 1, 1, 2, 3), fc.constantFrom(...LINES))
    const text = fc.array(line, { maxLength: 12 }).map(all => all.map(([depth, it]) => `${'  '.repeat(depth)}${it}\n`))
    fc.assert(
      fc.property(text.map(asText), it => {
        agree(it)
        agree(withReturns(it))
      }),
      runs,
    )
  })

  test('agrees on a compose file with a part changed', () => {
    const change = fc.tuple(fc.nat(COMPOSE.length), fc.nat(6), fc.constantFrom(...PIECES))
    fc.assert(
      fc.property(change, ([at, drop, piece]) => {
        const text = COMPOSE.slice(0, at) + piece + COMPOSE.slice(at + drop)
        agree(text)
        agree(withReturns(text))
      }),
      { numRuns: 500 },
    )
  })
})
