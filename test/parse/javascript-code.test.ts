import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CodeFile, Node } from '../../src/code/syntax.js'
import { pathOf, walk } from '../../src/code/walk.js'
import { readJavaScript } from '../../src/parse/javascript/code.js'
import { millisecondsSince } from '../support/processor-time.js'

function read(text: string, path = 'src/a.ts'): CodeFile {
  return readJavaScript({ path, text })
}

/** The names of all functions, classes and declared names, in the order of the text. */
function names(file: CodeFile): readonly string[] {
  const found: string[] = []
  walk(file.body, node => {
    if ((node.kind === 'function' || node.kind === 'class') && node.name !== undefined) found.push(node.name)
    if (node.kind === 'declare' && node.target.kind === 'name') found.push(node.target.name)
    return undefined
  })
  return found
}

function calls(file: CodeFile): readonly string[] {
  const found: string[] = []
  walk(file.body, node => {
    if (node.kind === 'call') found.push(pathOf(node.callee)?.join('.') ?? '?')
    return undefined
  })
  return found
}

test('imports of every kind', () => {
  const { imports } = read(`
    import a, { b as c, type D } from './x'
    import * as ns from 'y'
    import type { E } from './z'
    import './effect'
    import legacy = require('legacy')
    const { one, two: second = 3 } = require('cjs')
    const thing = require('./thing').default
    require('./setup')
    export async function late() { const m = await import('./late'); return m }
  `)
  expect(imports.map(one => [one.from, one.name, one.local, one.typeOnly, one.deferred])).toEqual([
    ['./x', 'default', 'a', false, false],
    ['./x', 'b', 'c', false, false],
    ['./x', 'D', 'D', true, false],
    ['y', '*', 'ns', false, false],
    ['./z', 'E', 'E', true, false],
    ['./effect', undefined, undefined, false, false],
    ['legacy', '=', 'legacy', false, false],
    ['cjs', undefined, undefined, false, false],
    ['cjs', 'one', 'one', false, false],
    ['cjs', 'two', 'second', false, false],
    ['./thing', undefined, undefined, false, false],
    ['./thing', 'default', 'thing', false, false],
    ['./setup', undefined, undefined, false, false],
    ['./late', undefined, undefined, false, true],
    ['./late', '=', 'm', false, true],
  ])
})

test('exports of every kind', () => {
  const { exports } = read(`
    export const a = 1, { b } = x
    export function f() {}
    export default class Server {}
    export { a as c } from './c'
    export * from './all'
    export * as ns from './ns'
    export type { T } from './t'
  `)
  expect(exports.map(one => [one.name, one.local, one.from, one.typeOnly])).toEqual([
    ['a', 'a', undefined, false],
    ['b', 'b', undefined, false],
    ['f', 'f', undefined, false],
    ['default', 'Server', undefined, false],
    ['c', 'a', './c', false],
    ['*', undefined, './all', false],
    ['ns', '*', './ns', false],
    ['T', 'T', './t', true],
  ])
  const common = read('module.exports = router\nexports.list = function () {}\nmodule.exports.x = y', 'a.js').exports
  expect(common.map(one => [one.name, one.local, one.value?.kind])).toEqual([
    ['=', 'router', undefined],
    ['list', undefined, 'function'],
    ['x', 'y', undefined],
  ])
})

test('decorators, parameter properties, types and defaults', () => {
  const file = read(`
    @Controller('orders')
    export class Orders extends Base<Order> implements OnModuleInit {
      @Column({ type: 'int' }) size?: number = 5
      constructor(@InjectRepository(Order) private readonly repo: Repository<Order>, limit = 10, ...rest: string[]) { super() }
      @Get(':id') async one(@Param('id') id: string, @Query('size') size: number = 20): Promise<Order> { return this.repo.findOne({ where: { id } }) }
    }
  `)
  const [orders] = file.body
  expect(orders).toMatchObject({
    kind: 'class',
    name: 'Orders',
    decorators: [{ kind: 'call', callee: { name: 'Controller' }, arguments: [{ value: 'orders' }] }],
    bases: [{ name: 'Base' }],
    baseTypes: [{ name: 'Base', arguments: [{ name: 'Order' }] }, { name: 'OnModuleInit' }],
    members: [
      { kind: 'field', name: 'size', type: { name: 'number' }, value: { value: 5 }, isOptional: true },
      {
        kind: 'function',
        name: 'constructor',
        parameters: [
          {
            target: { name: 'repo' },
            isProperty: true,
            type: { name: 'Repository', arguments: [{ name: 'Order' }] },
            decorators: [{ callee: { name: 'InjectRepository' } }],
          },
          { target: { name: 'limit' }, fallback: { value: 10 } },
          { target: { name: 'rest' }, rest: 'list' },
        ],
      },
      {
        kind: 'function',
        name: 'one',
        isAsync: true,
        returns: { name: 'Promise' },
        decorators: [{}],
        parameters: [
          { decorators: [{ callee: { name: 'Param' } }] },
          { decorators: [{ callee: { name: 'Query' } }], type: { name: 'number' }, fallback: { value: 20 } },
        ],
      },
    ],
  })
})

test('offsets are those of the text', () => {
  const text = `const port = Number(process.env.PORT ?? 3000)`
  const [declare] = read(text).body
  const value = declare?.kind === 'declare' ? declare.value : undefined
  expect(value && text.slice(value.start, value.end)).toBe('Number(process.env.PORT ?? 3000)')
})

test('markup keeps the calls in it, Flow and JSX in .js are read', () => {
  expect(calls(read('const a = <A onClick={() => save(1)}>text {list.map(x => <B v={f(x)} />)}</A>', 'a.tsx'))).toEqual(
    ['save', 'list.map', 'f'],
  )
  expect(read('// @flow\nfunction f(a: ?string): number { return g(a) }', 'a.js').problems).toEqual([])
})

test('a syntax error loses neither the statements around it nor the members around it', () => {
  const file = read(
    [
      `import { a } from './a'`,
      'export class Good {',
      '  one() { first() }',
      '}',
      'class Bad {',
      '  two() { second() }',
      '  broken( { third( }',
      '  three() { fourth() }',
      '}',
      'const x = = 5',
      'export function last() { fifth() }',
    ].join('\n'),
  )
  expect(file.problems.length).toBeGreaterThan(0)
  expect(file.imports.map(one => one.local)).toEqual(['a'])
  expect(names(file)).toEqual(expect.arrayContaining(['Good', 'one', 'Bad', 'two', 'three', 'last']))
  expect(calls(file)).toEqual(['first', 'second', 'fourth', 'fifth'])
})

test('what follows an unclosed function is read', () => {
  const file = read('function open() { if (x) {\n  a()\n\nfunction next() { b() }\n\nexport const last = c()\n')
  expect(calls(file)).toEqual(expect.arrayContaining(['b', 'c']))
})

test('a broken line anywhere loses no other statement', () => {
  const statements = [
    'import { a } from "a"',
    'const b = c(1)',
    'class D {\n  e() { return f() }\n}',
    '@G()\nclass H {}',
    'export default i()',
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(statements), fc.nat(5), (given, at) => {
      const broken = [...given.slice(0, at), 'const = ;;; )', ...given.slice(at)].join('\n')
      const whole = read(given.join('\n'))
      const file = read(broken)
      expect(file.problems.length).toBeGreaterThan(0)
      expect(names(file)).toEqual(names(whole))
      expect(calls(file)).toEqual(calls(whole))
      expect(file.imports.length).toBe(whole.imports.length)
    }),
  )
})

test('never throws, and every node lies in the text', () => {
  const bits = fc.constantFrom(
    'class',
    '{',
    '}',
    '(',
    ')',
    'a',
    '=>',
    '`',
    '${',
    '@x',
    '\n',
    'import',
    "'",
    ';',
    'export',
    '<a>',
    '/',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(bits, { maxLength: 40 }), fc.constantFrom('a.ts', 'a.tsx', 'a.js', 'a.cjs'), (given, path) => {
      const text = given.join('')
      const inside = (node: Node) => node.start >= 0 && node.end <= text.length && node.start <= node.end
      walk(read(text, path).body, node => {
        expect(inside(node)).toBe(true)
        return undefined
      })
    }),
  )
})

test('hostile texts end soon', () => {
  const started = process.cpuUsage()
  expect(read('('.repeat(100_000)).problems.length).toBeGreaterThan(0)
  expect(read('class A {\n'.repeat(5_000)).problems.length).toBeGreaterThan(0)
  expect(read('const = 1\n'.repeat(20_000)).problems.length).toBeGreaterThan(0)
  read(Array.from({ length: 20_000 }, (_, n) => `x${n}`).join(' + '))
  read(`a${'.b()'.repeat(20_000)}`)
  expect(millisecondsSince(started)).toBeLessThan(15_000)
})

test('behind what is nested too deep the rest of the file is read as ever', () => {
  const file = read(`export function early() { return x${'.then(() => 1)'.repeat(1500)} }
import { late } from './late'
export const chain = ${Array.from({ length: 1000 }, () => "'a'").join(' + ')}
const settled = late()
`)
  expect(file.problems.map(({ message }) => message)).toEqual(['it is nested too deep'])
  expect(file.imports.map(({ local, deferred }) => [local, deferred])).toEqual([['late', false]])
  expect(names(file)).toEqual(['chain', 'settled'])
})
