import { expect, test } from 'vitest'
import { calleeOf } from '../../src/code/calls.js'
import { typeOf } from '../../src/code/types.js'
import { expressionIn, programOf } from '../support/code.js'

/** The name of the type of an expression of one file; undefined where none is told. */
function type(source: string, text: string): string | undefined {
  const path = 'src/main.ts'
  const found = typeOf(programOf({ [path]: source }), expressionIn(programOf({ [path]: source }), path, text, source))
  if (found?.kind === 'external') return [found.package, ...found.path].join('.')
  if (found?.kind === 'builtin') return found.name
  return found?.kind === 'object' ? '{}' : found?.node.name
}

const CLASSES = 'class A { go() {} }\nclass B { go() {} }\nfunction a(): A { return x }\nfunction b(): B { return x }\n'

test.each([
  ['a type parameter is what it extends', 'function f<T extends A>(one: T) { one.go() }', 'one', 'A'],
  [
    'one of a class',
    'class C<T extends A> { constructor(private one: T) {}\n go() { this.one.go() } }',
    'this.one',
    'A',
  ],
  ['one that extends nothing', 'function f<T>(one: T) { one.go() }', 'one', undefined],
  [
    'what a function gives back of it',
    'function f<T extends A>(one: T): T { g(); return one }\nf(z).go()',
    'f(z)',
    undefined,
  ],
  ['any', 'function f(one: any) { one.go() }', 'one', undefined],
  ['as const', 'const one = [1] as const\none.map(g)', 'one', undefined],
  ['Partial has the same members', 'function f(one: Partial<A>) { one.go() }', 'one', 'A'],
  ['ReturnType is not worked out', 'function f(one: ReturnType<typeof a>) { one.go() }', 'one', undefined],
  ['one of two things', 'const one = c ? a() : b()\none.go()', 'one', undefined],
  ['the same thing twice', 'const one = c ? a() : new A()\none.go()', 'one', 'A'],
  ['something or nothing', 'const one = c ? a() : undefined\none.go()', 'one', 'A'],
  ['this or that', 'const one = a() ?? b()\none.go()', 'one', undefined],
  ['what was kept, or a new one', 'const one = globalThis.kept ?? new A()\none.go()', 'one', 'A'],
  ['what a function declares', 'function f(): A | B { return c ? a() : b() }\nf().go()', 'f()', undefined],
  ['this in a method', 'class C { f() { this .go() } }', 'this', 'C'],
  ['this in a function in a method', 'class C { f() { g(function () { this .go() }) } }', 'this', undefined],
  ['this in an arrow function in a method', 'class C { f() { g(() => this .go()) } }', 'this', 'C'],
  ['this of an object in a method', 'class C { f() { return { h() { this .go() } } } }', 'this', undefined],
  ['this as it is declared', 'class C { f(this: A) { this .go() } }', 'this', 'A'],
  ['the values of a map', 'function f(all: Map<string, A>) { for (const [key, one] of all) one.go(key) }', 'one', 'A'],
])('%s', (_, source, text, expected) => {
  expect(type(CLASSES + source, text)).toBe(expected)
})

test('a method of an object is no name of the block that it stands in', () => {
  const source = "import { list } from 'pg'\nfunction f() { return { list() {} } }\nlist .all()"
  expect(type(source, 'list')).toBe('pg.list')
})

test('a static method is another than the one of the instance', () => {
  const path = 'src/main.ts'
  const source = 'class A { static is(x) {}\n is() { return 1 } }\nfunction f(one: A) { return one.is() }'
  const program = programOf({ [path]: source })
  const at = expressionIn(program, path, 'one.is()', source)
  expect(at.node.kind === 'call' && calleeOf(program, { file: at.file, node: at.node })?.node.isStatic).toBe(false)
})

test.each([
  ['the only class', 'class One implements I { go() {} }', true],
  [
    'one that comes by an abstract class',
    'abstract class Base implements I { abstract go() }\nclass One extends Base { go() {} }',
    true,
  ],
  ['none of two', 'class One implements I { go() {} }\nclass Two implements I { go() {} }', false],
  [
    'none of a class and one that extends it',
    'class One implements I { go() {} }\nclass Two extends One { go() {} }',
    false,
  ],
])('behind an interface stands %s', (_, classes, known) => {
  const path = 'src/main.ts'
  const source = `interface I { go(): void }\n${classes}\nfunction f(one: I) { return one.go() }`
  const program = programOf({ [path]: source })
  const at = expressionIn(program, path, 'one.go()', source)
  expect(at.node.kind === 'call' && calleeOf(program, { file: at.file, node: at.node }) !== undefined).toBe(known)
})
