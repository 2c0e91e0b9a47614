import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { evaluateJavaScript } from '../../../src/parse/javascript/evaluate.js'
import { plain } from '../../support/plain.js'

const name = fc.constantFrom('a', 'b', 'n', 'list', 'map', 'text')

/** Expressions over `n` (a number), `text`, `list` and `map`, as JavaScript. */
const { expression } = fc.letrec<{ expression: string; small: string }>(tie => ({
  small: fc.oneof(
    fc.integer({ min: -5, max: 9_999 }).map(number => (number < 0 ? `(${number})` : String(number))),
    fc.constantFrom(
      `'x'`,
      `''`,
      'true',
      'false',
      'null',
      'undefined',
      'n',
      'text',
      'list',
      'map',
      'list.length',
      'map.a',
    ),
  ),
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('small'),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '-', '*', '===', '!==', '==', '<', '>=', '||', '&&', '??'),
        tie('expression'),
      )
      .map(([left, operator, right]) => `((${left}) ${operator} (${right}))`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([test, yes, no]) => `((${test}) ? (${yes}) : (${no}))`),
    fc.array(tie('expression'), { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
    fc
      .array(fc.tuple(name, tie('expression')), { maxLength: 3 })
      .map(entries => `({ ${entries.map(([key, item]) => `${key}: ${item}`).join(', ')} })`),
    tie('expression').map(inner => `list.map((item, n) => (${inner}))`),
    tie('expression').map(inner => `[...list, ${inner}]`),
    tie('expression').map(inner => `({ ...map, b: ${inner} })`),
    tie('expression').map(inner => `Array.from({ length: 2 }, (_, n) => (${inner}))`),
    tie('expression').map(inner => `((a => { let n = a; for (let i = 0; i < 2; i++) n = n + 1; return n })(${inner}))`),
    tie('expression').map(inner => `!(${inner})`),
    fc.constantFrom(
      '`${n}-${text}`',
      'text.toUpperCase()',
      `list.concat([n])`,
      'Object.keys(map)',
      'Object.entries(map)',
      'String(n)',
      'parseInt("12px", 10)',
      'list.filter(item => item)',
      `list.join('/')`,
    ),
  ),
}))

const BEFORE = `const n = 7; const text = 'erp'; const list = ['p', 2, false]; const map = { a: 'first', n: 0 }`

/** What JSON keeps of a value; as in a tree of settings, entries that are undefined are left out. */
function asJson(value: unknown): unknown {
  const text = JSON.stringify(value, (_, part) =>
    typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
  )
  return text === undefined ? null : JSON.parse(text)
}

function holdsUnknown(value: unknown): boolean {
  return JSON.stringify(value)?.includes('"?') ?? false
}

it('knows of an expression what Node.js makes of it, or nothing', () => {
  let known = 0
  let all = 0
  fc.assert(
    fc.property(expression, text => {
      const { root } = evaluateJavaScript(
        { path: 'a.config.js', text: `${BEFORE}\nmodule.exports = ${text}` },
        () => undefined,
      )
      const mine = plain(root)
      all++
      if (holdsUnknown(mine)) return
      known++
      expect(asJson(mine), text).toEqual(asJson(runInNewContext(`${BEFORE}\n;(${text})`)))
    }),
    { numRuns: 400 },
  )
  expect(known / all).toBeGreaterThan(0.6)
})

it('never throws, whatever the text', () => {
  const piece = fc.constantFrom(
    'module.exports',
    '=',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '=>',
    'for',
    'const',
    'a',
    '...',
    ',',
    ';',
    'process.env',
    '`',
    '${',
    "'",
    'if',
    'export default',
    'require',
    '1',
    '\n',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(piece, { maxLength: 60 }).map(pieces => pieces.join(' ')),
  )
  fc.assert(
    fc.property(text, written => {
      evaluateJavaScript({ path: 'a.config.js', text: written }, () => undefined)
    }),
    { numRuns: 500 },
  )
})
