import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CodeFile, Expression, Node, Statement, TypeReference } from '../../src/code/syntax.js'
import { walk } from '../../src/code/walk.js'
import { readPython } from '../../src/parse/python.js'
import { millisecondsSince } from '../support/processor-time.js'
import '../support/grammars.js'

function read(text: string): CodeFile {
  return readPython({ path: 'a.py', text })
}

/** The statements in short: enough to tell what became what. */
function brief(text: string): readonly string[] {
  const file = read(text)
  expect(file.problems).toEqual([])
  return file.body.map(ofStatement)
}

function ofAll(nodes: readonly Expression[]): string {
  return nodes.map(of).join(', ')
}

const REST: Readonly<Record<string, string>> = { list: '*', map: '**' }

function of(node: Expression | undefined): string {
  if (!node) return '-'
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value)
    case 'template':
      return `\`${node.parts.map(part => (typeof part === 'string' ? part : `{${of(part)}}`)).join('')}\``
    case 'name':
      return node.name
    case 'member':
      return `${of(node.object)}.${node.property}`
    case 'index':
      return `${of(node.object)}[${of(node.index)}]`
    case 'slice':
      return `${of(node.object)}[${of(node.low)}:${of(node.high)}:${of(node.step)}]`
    case 'call':
      return `${of(node.callee)}(${ofAll(node.arguments)})`
    case 'keyword':
      return `${node.name}=${of(node.value)}`
    case 'spread':
      return `${node.form === 'map' ? '**' : '*'}${of(node.value)}`
    case 'array':
      return `[${ofAll(node.elements)}]`
    case 'object':
      return `{${ofAll(node.entries)}}`
    case 'entry':
      return `${node.key ?? `[${of(node.computed)}]`}: ${of(node.value)}`
    case 'binary':
      return `(${of(node.left)} ${node.operator} ${of(node.right)})`
    case 'unary':
      return `${node.operator} ${of(node.value)}`
    case 'assign':
      return `${of(node.target)} ${node.operator} ${of(node.value)}`
    case 'conditional':
      return `${of(node.test)} ? ${of(node.consequent)} : ${of(node.alternate)}`
    case 'cast':
      return `${of(node.value)} as ${ofType(node.type)}`
    case 'await':
    case 'yield':
      return `${node.kind} ${of(node.value)}`
    case 'comprehension':
      return `${node.form}(${of(node.element)}${node.clauses.map(one => ` of ${of(one.target)} in ${of(one.iterated)} if ${ofAll(one.tests)}`).join('')})`
    case 'function':
      return `${node.isAsync ? 'async ' : ''}${node.decorators.map(one => `@${of(one)} `).join('')}${node.name ?? ''}(${node.parameters
        .map(
          one =>
            `${REST[one.rest ?? ''] ?? ''}${of(one.target)}${one.type ? `: ${ofType(one.type)}` : ''}${one.fallback ? ` = ${of(one.fallback)}` : ''}`,
        )
        .join(', ')}) { ${node.body.map(ofStatement).join('; ')} }`
    case 'unknown':
      return `?(${node.children.map(child => ofStatement(child as Statement)).join(', ')})`
    default:
      return node.kind
  }
}

function ofType(type: TypeReference | undefined): string {
  if (!type) return '-'
  return type.arguments.length > 0 ? `${type.name}<${type.arguments.map(ofType).join(', ')}>` : type.name
}

function ofBlock(statements: readonly Statement[]): string {
  return `{ ${statements.map(ofStatement).join('; ')} }`
}

function ofStatement(node: Statement | Expression): string {
  switch (node.kind) {
    case 'declare':
      return `let ${of(node.target)}${node.type ? `: ${ofType(node.type)}` : ''}${node.value ? ` = ${of(node.value)}` : ''}`
    case 'expression':
      return of(node.value)
    case 'return':
    case 'throw':
      return `${node.kind} ${of(node.value)}`
    case 'if':
      return `if ${of(node.test)} ${ofBlock(node.consequent)} else ${ofBlock(node.alternate)}`
    case 'switch':
      return `switch ${of(node.subject)} ${node.cases.map(one => `[${ofAll(one.tests)}] ${ofBlock(one.body)}`).join(' ')}`
    case 'loop':
      return `${node.isAsync ? 'async ' : ''}${node.form} ${of(node.target ?? node.test)} ${of(node.iterated)} ${ofBlock(node.body)}`
    case 'try':
      return `try ${ofBlock(node.body)} ${node.handlers.map(one => `catch [${ofAll(one.types)}] ${of(one.target)} ${ofBlock(one.body)}`).join(' ')} ${ofBlock(node.otherwise)} ${ofBlock(node.finalizer)}`
    case 'with':
      return `${node.isAsync ? 'async ' : ''}with ${node.items.map(one => `${of(one.value)} as ${of(one.target)}`).join(', ')} ${ofBlock(node.body)}`
    case 'class':
      return `${node.decorators.map(one => `@${of(one)} `).join('')}class ${node.name}(${ofAll([...node.bases, ...node.keywords])}) { ${node.members
        .map(one =>
          one.kind === 'field'
            ? `${one.name}${one.type ? `: ${ofType(one.type)}` : ''}${one.value ? ` = ${of(one.value)}` : ''}`
            : ofStatement(one),
        )
        .join('; ')} | ${node.statements.map(ofStatement).join('; ')} }`
    case 'block':
      return ofBlock(node.body)
    case 'type':
      return `type ${node.name} = ${ofType(node.type)}`
    case 'jump':
      return node.form
    default:
      return of(node as Expression)
  }
}

describe('expressions', () => {
  test.each([
    ["x = 'a' \"b\\n\" r'\\d'", 'let x = "ab\\n\\\\d"'],
    ["x = b'\\xff\\101' '\\u00e9\\\n\\q'", 'let x = "ÿAé\\\\q"'],
    ["x = r'\\\\'", 'let x = "\\\\\\\\"'],
    ["x = f'{{a}} {b.c} {d!r} {e:>{w}}' 'f'", 'let x = `{a} {b.c} {?(d)} {?(e, w)}f`'],
    ["x = f'{a!s}'", 'let x = `{a}`'],
    ["x = f'plain{{'", 'let x = "plain{"'],
    ['x = 0x1F + 1_000 + 0o17 + 1e3', 'let x = (((31 + 1000) + 15) + 1000)'],
    ['x = [1, (2, 3), {4}, *a]', 'let x = [1, [2, 3], [4], *a]'],
    ["x = {'a': 1, b: 2, 3: None, **c}", 'let x = {a: 1, [b]: 2, 3: null, **c}'],
    ["x = a.b['c'][0][1:2, ::3][d:]", 'let x = a.b.c[0][[?(1, 2), ?(3)]][d:-:-]'],
    ['f(a, *b, c=1, **d)', 'f(a, *b, c=1, **d)'],
    ['f(x for x in y if x)', 'f(generator(x of x in y if x))'],
    ['a and b or not c', '((a && b) || ! c)'],
    ['a < b <= c() not in d', '(((a < b) && (b <= c())) && (?() not in d))'],
    ['a == b != c is not d', '(((a === b) && (b !== c)) && (c is not d))'],
    ['x if y else z', 'y ? x : z'],
    ['x = lambda a, *b, c=1: a', 'let x = (a, *b, c = 1) { return a }'],
    ['f(y := 1)', 'f(y := 1)'],
    ['x = {k: v for k, v in a.items()}', 'let x = dict([k]: v of [k, v] in a.items() if )'],
    ['x = [i async for i in a, b if c if d]', 'let x = list(i of i in [a, b] if c, d)'],
    ['x = Field(..., ge=-1)', 'let x = Field(..., ge=- 1)'],
    ['args = *a, *b.c()', 'let args = [*a, *b.c()]'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual([expected])
  })
})

describe('statements', () => {
  test.each([
    ['a = b = f()', ['let b = f()', 'let a = b']],
    ['a = self.b = f()', ['self.b = f()', 'let a = self.b']],
    ['a, *b = f()', ['let [a, *b] = f()']],
    ['a, self.b = f()', ['[a, self.b] = f()']],
    ['x: int', ['let x: int']],
    ["self.x: List['User'] = []", ['self.x = [] as []<User>']],
    ['x += 1', ['x += 1']],
    ['pass', []],
    ['if a: b\nelif c: d\nelse: e', ['if a { b } else { if c { d } else { e } }']],
    ['for a, b in c: break\nelse: d', ['each [a, b] c { break }', '{ d }']],
    ['while a: continue', ['while a - { continue }']],
    [
      'try: a\nexcept (B, C) as e: d\nexcept: f\nelse: g\nfinally: h',
      ['try { a } catch [B, C] e { d } catch [] - { f } { g } { h }'],
    ],
    ['try: a\nexcept* B: c', ['try { a } catch [B] - { c } {  } {  }']],
    ['with a() as b, c: d', ['with a() as b, c as - { d }']],
    ['raise A(b) from c', ['throw A(b)', 'c']],
    ['return a, b', ['return [a, b]']],
    ['del a, b', ['delete [a, b]']],
    ['assert a, b', ['assert(a, b)']],
    ['type X[T] = list[T] | None', ['type X = |<[]<T>, None>']],
    ['type(a).b = c', ['type(a).b = c']],
    [
      'match a:\n case 1 | "b" if c: d\n case P(x=0): e\n case {"k": v}: f\n case _: g',
      ['switch a [(1 && c), ("b" && ?())] { d } [P(x=0)] { e } [{k: v}] { f } [] { g }'],
    ],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual(expected)
  })

  test('functions and classes', () => {
    const text = `
@app.get("/x", tags=["a"])
async def f(a, b: int = 1, *args: str, c: Annotated[int, Query(le=100)], d: Optional[X] = None, **kw) -> dict[str, Any]:
    async with s() as t:
        yield await t
    async for x in y: pass
@dataclass
class A(B[int], metaclass=M):
    """Doc."""
    x: int
    y = z = 1
    if TYPE_CHECKING:
        w: int
    @property
    def p(self): return 1
    @p.setter
    def p(self, v):
        global G
        G = v
        H = v
    class Meta:
        pass
`
    const file = read(text)
    expect(file.problems).toEqual([])
    expect(file.body.map(ofStatement)).toEqual([
      'async @app.get("/x", tags=["a"]) f(a, b: int = 1, *args: str, c: Annotated<int, ?>, d: |<X, None> = null, **kw) ' +
        '{ async with s() as t { yield await t }; async each x y {  } }',
      '@dataclass class A(B[int], metaclass=M) { x: int; z = 1; y = z; @property p(self) { return 1 }; ' +
        '@p.setter p(self, v) { G = v; let H = v }; class Meta() {  |  } | "Doc."; if TYPE_CHECKING { let w: int } else {  } }',
    ])
    const [f, a] = file.body
    expect(f).toMatchObject({ isGenerator: true, returns: { name: 'dict' }, start: text.indexOf('async def') })
    expect(f).toMatchObject({ parameters: [{}, {}, {}, { type: { expression: { kind: 'index' } } }, {}, {}] })
    expect(a).toMatchObject({ baseTypes: [{ name: 'B', arguments: [{ name: 'int' }] }] })
    expect(a).toMatchObject({ members: [{}, {}, {}, { accessor: 'get' }, { accessor: 'set' }, { kind: 'class' }] })
  })

  test('positions are those of the text', () => {
    const text = "# ü😀\ndef ö(x): return x['é'].y\n"
    const found: string[] = []
    walk(read(text).body, node => {
      if (node.kind === 'member') found.push(text.slice(node.propertyStart, node.propertyStart + 1))
      if (node.kind === 'function')
        found.push(text.slice(node.nameStart, node.nameStart + 1), text.slice(node.start, node.start + 3))
      return undefined
    })
    expect(found).toEqual(['ö', 'def', 'y', "'"])
  })
})

test('imports', () => {
  const file = read(`import a.b, c as d
from __future__ import annotations
from ..e.f import (g as h, i)
from . import j
from k import *
if TYPE_CHECKING:
    from l import M
else:
    import n
def f():
    import o
class C:
    import p
`)
  const shown = file.imports.map(one => {
    const marks = `${one.typeOnly ? ' typeOnly' : ''}${one.deferred ? ' deferred' : ''}`
    return `${one.from} ${one.name ?? '-'} ${one.local ?? '-'}${marks}`
  })
  expect(shown).toEqual([
    ...['a * a', 'a.b - -', 'c * d', '__future__ annotations annotations', '..e.f g h', '..e.f i i', '. j j', 'k * -'],
    ...['l M M typeOnly', 'n * n', 'o * o deferred', 'p * p'],
  ])
})

describe('what is no Python', () => {
  const GOOD = 'import a\ndef before(): return 1\nBROKEN\nclass After:\n    def method(self): pass\nX = f(2)\n'
  const names = (file: CodeFile) =>
    file.body.map(one => ('name' in one ? one.name : one.kind === 'declare' ? of(one.target) : one.kind))

  test.each(['def (:', 'x = = 1', 'class', 'foo bar baz', ')', 'if x', 'x = [1, 2', "y = 'a", '@'])(
    '%s is said, and the rest is there',
    broken => {
      const file = read(GOOD.replace('BROKEN', broken))
      expect(file.problems.length).toBeGreaterThan(0)
      expect(file.problems[0]?.kind).toBe('syntax')
      expect(names(file)).toEqual(expect.arrayContaining(['before', 'After', 'X']))
      expect(file.imports.map(({ from }) => from)).toEqual(['a'])
    },
  )

  test('a broken method leaves the others in their class', () => {
    const file = read(
      'class A:\n    def a(self): pass\n    def b(self:\n        x = (\n    @dec\n    def c(self): return g()\n',
    )
    expect(file.problems.length).toBeGreaterThan(0)
    const [first] = file.body
    expect(first?.kind === 'class' && first.members.map(one => one.name)).toEqual(['a', 'c'])
  })

  test('an entry of a list that is broken leaves the others', () => {
    const file = read("urlpatterns = [\n    path('a', b),\n    path('c' d e),\n    path('f', g),\n]\n")
    expect(file.problems.length).toBeGreaterThan(0)
    expect(file.body.map(ofStatement)[0]).toBe('let urlpatterns = [path("a", b), path("f", g)]')
  })

  test('any text is read without an exception, with positions inside of it', () => {
    const words = [
      'def f',
      '(',
      ')',
      ':',
      '\n',
      '\n    ',
      'class A',
      '=',
      '"',
      "'''",
      'f"{',
      '}',
      '[',
      'if',
      '@',
      'except (:',
      'else = x:\n    pass',
      'elif x: (',
      'x',
      '1',
      '\\',
      '\t',
      'é',
      '\ud800',
    ]
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 60 }), parts => {
        const text = parts.join(' ')
        const inside = (node: Pick<Node, 'start' | 'end'>) => node.start >= 0 && node.end <= text.length
        const file = read(text)
        walk(file.body, node => {
          expect(inside(node)).toBe(true)
          return undefined
        })
        expect(file.problems.every(({ at }) => inside(at))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

describe('hostile texts', () => {
  const SHAPES: Readonly<Record<string, (count: number) => string>> = {
    parentheses: count => '('.repeat(count),
    lists: count => `x=${'['.repeat(count)}${']'.repeat(count)}`,
    attributes: count => `a${'.b'.repeat(count)}`,
    calls: count => `a${'()'.repeat(count)}`,
    sums: count => `a${'+a'.repeat(count)}`,
    comparisons: count => `a${'<a'.repeat(count)}`,
    negations: count => `x=${'not '.repeat(count)}y`,
    lambdas: count => `x=${'lambda: '.repeat(count)}y`,
    conditions: count => `x=${'1 if a else '.repeat(count)}2`,
    branches: count => `if x: pass\n${'elif y: pass\n'.repeat(count)}`,
    assignments: count => `${'a='.repeat(count)}1`,
    'unfinished functions': count => 'def f(\n'.repeat(count),
    'unfinished strings': count => 'x = """a\n'.repeat(count),
    'unfinished f-strings': count => 'f"{'.repeat(count),
    decorators: count => '@a\n'.repeat(count),
    backslashes: count => '\\\n'.repeat(count),
  }

  test.each(Object.entries(SHAPES))('%s take time in proportion', (_, shape) => {
    const cost = (count: number) => {
      const text = shape(count)
      const started = process.cpuUsage()
      const file = read(text)
      walk(file.body, () => undefined)
      return millisecondsSince(started)
    }
    cost(2_000)
    expect(cost(16_000)).toBeLessThan(Math.max(1_500, 30 * cost(2_000)))
  })

  test('a call at the bottom of a deep nest is found', () => {
    const file = read(`${'['.repeat(5_000)}needle()${']'.repeat(5_000)}`)
    const names: string[] = []
    walk(file.body, node => {
      if (node.kind === 'call') names.push(of(node.callee))
      return undefined
    })
    expect(names).toEqual(['needle'])
  })

  test('texts of more than a million characters are said not to be read', () => {
    expect(read(`x = "${'a'.repeat(1_000_001)}"`)).toMatchObject({ body: [], problems: [{ kind: 'syntax' }] })
  })
})
