import { expect, test } from 'vitest'
import { callsSome, indexOf } from '../../src/code/file-index.js'
import type { Node } from '../../src/code/syntax.js'
import { stagelessCalls, stagelessCallsOf } from '../../src/model/code/web/stages.js'
import { programOf } from '../support/code.js'
import '../support/grammars.js'

function fileOf(path: string, text: string) {
  const file = programOf({ [path]: text }).files.get(path)
  if (!file) throw new Error(`there is no ${path}`)
  return { file, textOf: (node: Node) => text.slice(node.start, node.end) }
}

const SERVICE = `import { Repository as Store } from './store'
export const run = (given) => given.list(one.find({ take: 5 }), \`of \${given}\`).then(() => [429, 'later'])
class Outer {
  static size = 3
  read() { class Inner {} return this.cache ?? make() }
}
const { left, right: other } = make(process.env.NAME || 'nobody')
other.total = left ? 1 : 2
`

test('an index holds what stands in a file, in the order of the text', () => {
  const { file, textOf } = fileOf('a.ts', SERVICE)
  const index = indexOf(file)
  expect(index.calls.map(call => textOf(call.callee))).toEqual([
    'given.list(one.find({ take: 5 }), `of ${given}`).then',
    'given.list',
    'one.find',
    'make',
    'make',
  ])
  expect([...index.callsByName.keys()]).toEqual(['then', 'list', 'find', 'make'])
  expect(index.callsByName.get('make')).toHaveLength(2)
  expect(index.classes.map(one => one.name)).toEqual(['Outer'])
  expect(index.objects.map(textOf)).toEqual(['{ take: 5 }', '{ left, right: other }'])
  expect(index.alternatives.map(one => one.operator)).toEqual(['??', '||'])
  expect(index.branches.map(textOf)).toEqual(['left ? 1 : 2'])
  expect([...index.texts]).toEqual(['of ', 'later', 'nobody'])
  expect([...index.numbers]).toEqual([5, 429, 3, 1, 2])
  for (const word of ['given', 'take', 'cache', 'size', 'read', 'Inner', 'NAME', 'right', 'total'])
    expect(index.words).toContain(word)
  expect([...index.declared].sort()).toEqual(
    ['Inner', 'Outer', 'Store', 'left', 'other', 'read', 'right', 'run', 'size', 'take', 'total'].sort(),
  )
  expect(callsSome(file, name => name === 'find')).toBe(true)
  expect(callsSome(file, name => name === 'findOne')).toBe(false)
})

test('of Python, a class between the methods of another one stands in no function', () => {
  const { file } = fileOf(
    'a.py',
    'class A:\n    def one(self):\n        class C: pass\n    if True:\n        class B: pass\n    def two(self): pass\n',
  )
  expect(indexOf(file).classes.map(one => one.name)).toEqual(['A', 'B'])
})

test('calls that depend on the stage are left out, whatever is around them', () => {
  const { file, textOf } = fileOf(
    'a.ts',
    `first()
if (process.env.NODE_ENV === 'production') { inProduction(nested(() => deep())) } else other()
const a = isDev ? one() : two()
const b = isDev && three()
if (ready) { if (isDev) four(); five() }
last(isDev && six(), seven())
`,
  )
  expect(stagelessCalls(file).map(call => textOf(call.callee))).toEqual(['first', 'five', 'last', 'seven'])
  expect(stagelessCallsOf(file, name => /^(?:five|six|seven)$/.test(name)).map(call => textOf(call.callee))).toEqual([
    'five',
    'seven',
  ])
})
