import { describe, expect, it, test } from 'vitest'
import { evaluateJavaScript, evaluateJson } from '../../../src/parse/javascript/evaluate.js'
import { child, descend } from '../../../src/parse/node.js'
import { plain } from '../../support/plain.js'
import { millisecondsSince } from '../../support/processor-time.js'

const read = (files: Readonly<Record<string, string>>) => (path: string) => {
  const text = files[path]
  return text === undefined ? undefined : { path, text }
}

/** What `module.exports = <expression>` exports, after other statements. */
function value(expression: string, before = '', files: Readonly<Record<string, string>> = {}): unknown {
  const text = `${before}\nmodule.exports = ${expression}\n`
  const { root, problems } = evaluateJavaScript({ path: 'app/ecosystem.config.js', text }, read(files))
  expect(problems).toEqual([])
  return plain(root)
}

describe('values', () => {
  test.each([
    [`[1, 'two', true, null, -4, 0x10, 1e3]`, [1, 'two', true, null, -4, 16, 1000]],
    ['`a${1 + 1}b`', 'a2b'],
    [`{ a: 1, 'b-c': [{}], [\`d\${1}\`]: 2 }`, { a: 1, 'b-c': [{}], d1: 2 }],
    [`{ ...{ a: 1, b: 2 }, b: 3 }`, { a: 1, b: 3 }],
    [`[...[1, 2], 3]`, [1, 2, 3]],
    [
      `Array.from({ length: 3 }, (_, i) => ({ name: \`w-\${i + 1}\`, port: 5001 + i }))`,
      [
        { name: 'w-1', port: 5001 },
        { name: 'w-2', port: 5002 },
        { name: 'w-3', port: 5003 },
      ],
    ],
    [`[...Array(3).keys()].map(n => n * 2)`, [0, 2, 4]],
    [`new Array(2).fill('x').map((x, i) => x + i)`, ['x0', 'x1']],
    [`['a', 'b'].flatMap(x => [x, x + x])`, ['a', 'aa', 'b', 'bb']],
    [`[1, 2, 3, 4].filter(n => n % 2 === 0)`, [2, 4]],
    [`[1].concat([2, 3], 4)`, [1, 2, 3, 4]],
    [`Object.assign({}, { a: 1 }, { b: 2 })`, { a: 1, b: 2 }],
    [
      `Object.entries({ api: 1, web: 2 }).map(([name, n]) => ({ name, n }))`,
      [
        { name: 'api', n: 1 },
        { name: 'web', n: 2 },
      ],
    ],
    [`['x', 'y'].reduce((all, key) => ({ ...all, [key]: 1 }), {})`, { x: 1, y: 1 }],
    [`true ? 'yes' : 'no'`, 'yes'],
    [`undefined || 'fallback'`, 'fallback'],
    [`0 ?? 5`, 0],
    [`'a,b'.split(',')`, ['a', 'b']],
    [`String(7).padStart(3, '0')`, '007'],
    [`parseInt('12', 10) + Math.max(1, 2)`, 14],
    [`require('path').join(__dirname, '..', 'dist', 'main.js')`, '../dist/main.js'],
    [`require('path').join(__dirname, 'dist/main.js')`, './dist/main.js'],
    [`__dirname`, '.'],
  ])('%s', (expression, expected) => expect(value(expression)).toEqual(expected))
})

describe('statements', () => {
  test.each([
    [
      'constants',
      'const N = 2; const base = { script: "a.js" }',
      '[{ ...base, instances: N }]',
      [{ script: 'a.js', instances: 2 }],
    ],
    [
      'a loop that pushes',
      'const apps = []; for (let i = 0; i < 3; i++) { apps.push({ name: "w" + i }) }',
      'apps',
      [{ name: 'w0' }, { name: 'w1' }, { name: 'w2' }],
    ],
    ['a loop over a list', 'const all = []; for (const x of ["a", "b"]) all.push(x)', 'all', ['a', 'b']],
    ['forEach', 'const all = []; ["a", "b"].forEach((x, i) => all.push(x + i))', 'all', ['a0', 'b1']],
    [
      'functions with defaults',
      'function app(name, { instances = 1 } = {}) { if (instances > 1) return { name, instances }\n return { name } }',
      '[app("a"), app("b", { instances: 4 })]',
      [{ name: 'a' }, { name: 'b', instances: 4 }],
    ],
    [
      'entries that are set later',
      'const app = { env: {} }; app.env.PORT = 3000; app["name"] = "x"',
      'app',
      { env: { PORT: 3000 }, name: 'x' },
    ],
    ['functions before they are declared', 'const x = later(); function later() { return 1 }', 'x', 1],
  ])('%s', (_, before, expression, expected) => expect(value(expression, before)).toEqual(expected))
})

describe('exports', () => {
  const exported = (text: string) => plain(evaluateJavaScript({ path: 'a.config.js', text }, () => undefined).root)
  test.each([
    ['exports.apps', 'exports.apps = [{ name: "a" }]', { apps: [{ name: 'a' }] }],
    ['module.exports.apps', 'module.exports.apps = [1]', { apps: [1] }],
    ['export default', 'const c = { apps: [1] }\nexport default c', { apps: [1] }],
    ['export const', 'export const apps = [1]', { apps: [1] }],
    ['export { … as … }', 'const all = [1]\nexport { all as apps }', { apps: [1] }],
  ])('%s', (_, text, expected) => expect(exported(text)).toEqual(expected))
})

describe('other files', () => {
  it('reads constants out of modules and JSON of the repository', () => {
    const files = {
      'app/shared.js':
        'const { version } = require("./package.json")\nmodule.exports = { version, common: { memory: "1G" } }',
      'app/package.json': '{ "version": "1.2.3" }',
    }
    expect(value('{ v: version, ...common }', 'const { version, common } = require("./shared")', files)).toEqual({
      v: '1.2.3',
      memory: '1G',
    })
  })

  it('says what is not there, and packages', () => {
    expect(value('require("./gone")')).toBe('?app/gone is not in the repository')
    expect(value('require("acme-defaults")')).toBe('?it comes from the package acme-defaults')
  })

  it('ends where files load each other', () => {
    const files = { 'app/a.js': 'exports.b = require("./b").x', 'app/b.js': 'exports.x = require("./a").b' }
    expect(value('require("./a").b', '', files)).toMatch(/^\?app\/a\.js is loaded while it loads others/)
  })

  it('stays in the repository', () => {
    expect(value('require("../../secrets.json")', '', { '../secrets.json': '{}' })).toMatch(/^\?/)
  })
})

describe('what is not known', () => {
  test.each([
    ['process.env.PORT', '?${PORT} is set outside the repository'],
    ['process.env.A === "x" ? 1 : 2', '?${A} is set outside the repository'],
    ['require("os").cpus().length - 1', '?it depends on the host'],
    ['fetchSettings()', '?what it calls is only known when it runs'],
    ['new Date().getTime()', '?what Date() gives is only known when it runs'],
    ['Math.random()', '?what Math.random() gives is only known when it runs'],
    ['require("fs").readFileSync("x")', '?it comes from the package fs'],
  ])('%s', (expression, expected) => expect(value(expression)).toBe(expected))

  it('is said of a list and a map in which something unknown is spread', () => {
    expect(value('[1, ...process.argv]')).toEqual([1, '?something else than a list is spread into it'])
    expect(value('{ a: 1, ...process.env }')).toEqual({
      a: 1,
      '…': '?it takes over the environment that it is started in',
    })
  })

  it('shows one item of a list whose length is not known', () => {
    expect(value('Array.from({ length: require("os").cpus().length }, () => ({ script: "a.js" }))')).toEqual([
      { script: 'a.js' },
      '?it depends on the host',
    ])
  })

  it('spoils what a condition that is not known may change', () => {
    const before =
      'const apps = [1]; let n = 1; const o = { a: 1, b: 1 }\nif (process.env.X) { apps.push(2); n = 2; o.a = 2 }'
    const why = '?${X} is set outside the repository'
    expect(value('[apps, n, o]', before)).toEqual([[1, why], why, { a: why, b: 1 }])
  })

  it('keeps a variable with its fallback, as Compose would write it', () => {
    const text =
      'module.exports = { port: Number(process.env.PORT || 3000), url: `http://${process.env.HOST}:${process.env.PORT ?? 80}/` }'
    const { root } = evaluateJavaScript({ path: 'a.config.js', text }, () => undefined)
    expect(child(root, 'port')).toMatchObject({
      text: '3000',
      interpolation: { raw: '${PORT:-3000}', state: 'defaulted', uses: [{ name: 'PORT', argument: '3000' }] },
    })
    expect(child(root, 'url')).toMatchObject({
      open: '${HOST} is set outside the repository',
      interpolation: { raw: 'http://${HOST}:${PORT:-80}/', state: 'unknown' },
    })
  })

  it('knows defaults of destructured variables', () => {
    expect(value('PORT', 'const { PORT = 4000 } = process.env')).toBe(4000)
  })
})

it('points at where a value is written', () => {
  const text = 'const common = {\n  memory: "1G",\n}\nmodule.exports = { ...common, name: "a" }\n'
  const { root } = evaluateJavaScript({ path: 'a.config.js', text }, () => undefined)
  const memory = descend(root, 'memory')
  expect(text.slice(memory?.at.start, memory?.at.end)).toBe('"1G"')
  const entry = root?.kind === 'map' ? root.entries.get('memory') : undefined
  expect(text.slice(entry?.keyAt.start, entry?.keyAt.end)).toBe('memory')
})

it('reads JSON with comments and trailing commas', () => {
  const { root } = evaluateJson({ path: 'pm2.json', text: '{ // apps\n "apps": [{ "script": "a.js", }], }' })
  expect(plain(root)).toEqual({ apps: [{ script: 'a.js' }] })
})

describe('texts that are not JavaScript, or want to be expensive', () => {
  test.each([
    ['a bracket that is not closed', 'module.exports = { apps: [', /Unexpected token/],
    ['100,000 opening brackets', `module.exports = ${'['.repeat(100_000)}`, /nested too deep|Unexpected token/],
    ['100,000 opening parentheses', `module.exports = ${'('.repeat(100_000)}`, /nested too deep|Unexpected token/],
    ['more text than settings have', `module.exports = [${'1,'.repeat(300_000)}]`, /longer than/],
  ])('%s', (_, text, message) => {
    const { root, problems } = evaluateJavaScript({ path: 'a.config.js', text }, () => undefined)
    expect(root).toBeUndefined()
    expect(problems[0]?.message).toMatch(message)
  })

  test.each([
    ['a loop without an end', 'const a = []; for (;;) a.push(1)\nmodule.exports = { a, b: 1 }'],
    ['a loop that runs for ever', 'let i = 0; const a = []; for (i = 0; i < 1e12; i++) a.push(i)\nmodule.exports = a'],
    [
      'loops in loops',
      'const a = []; for (let i = 0; i < 1e6; i++) for (let j = 0; j < 1e6; j++) a.push(i)\nmodule.exports = a',
    ],
    ['a function that calls itself', 'function f(n) { return f(n + 1) }\nmodule.exports = f(0)'],
    ['a text that doubles', 'let s = "x"; for (let i = 0; i < 100; i++) s = s + s\nmodule.exports = s'],
    ['a list that doubles', 'let a = [1]; for (let i = 0; i < 100; i++) a = [...a, ...a]\nmodule.exports = a'],
    ['a list of lists of one list', 'let a = [1]; for (let i = 0; i < 100; i++) a = [a, a]\nmodule.exports = a'],
    ['a map that holds itself', 'const a = {}; a.a = a\nmodule.exports = a'],
    ['a hundred thousand items', 'module.exports = Array.from({ length: 1e5 }, (_, i) => ({ i }))'],
    ['a length that is no length', 'module.exports = Array.from({ length: 1e308 * 10 }, () => 1)'],
    ['5,000 additions', `module.exports = ${Array(5_000).fill('1').join('+')}`],
    ['entries of Object.prototype', 'module.exports = { __proto__: { a: 1 }, constructor: 1, ["__proto__"]: 2 }'],
  ])('%s', (_, text) => {
    const started = process.cpuUsage()
    expect(() => evaluateJavaScript({ path: 'a.config.js', text }, () => undefined)).not.toThrow()
    expect(millisecondsSince(started)).toBeLessThan(2_000)
  })
})
