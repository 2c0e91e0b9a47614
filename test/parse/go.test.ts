import { beforeAll, describe, expect, test } from 'vitest'
import type { Call, CodeFile, Expression, Node } from '../../src/code/syntax.js'
import { walk } from '../../src/code/walk.js'
import { readGo } from '../../src/parse/go.js'
import { openGrammars } from '../../src/parse/grammars.js'
import { millisecondsSince } from '../support/processor-time.js'

beforeAll(() => openGrammars(['go']))

const read = (text: string): CodeFile => readGo({ path: 'main.go', text })
const inFunction = (text: string): CodeFile => read(`package p\n\nfunc f() {\n${text}\n}\n`)

function all<K extends Node['kind']>(file: CodeFile, kind: K): readonly Extract<Node, { kind: K }>[] {
  const found: Extract<Node, { kind: K }>[] = []
  walk(file.body, node => {
    if (node.kind === kind) found.push(node as Extract<Node, { kind: K }>)
    return undefined
  })
  return found
}

/** Every call as `a.b(1, "x")`, as far as it can be said shortly. */
const calls = (file: CodeFile) => all(file, 'call').map(short)

function short(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return JSON.stringify(node.value)
    case 'name':
      return node.name
    case 'member':
      return `${short(node.object)}.${node.property}`
    case 'index':
      return `${short(node.object)}[${short(node.index)}]`
    case 'unary':
      return `${node.operator}${short(node.value)}`
    case 'binary':
      return `${short(node.left)} ${node.operator} ${short(node.right)}`
    case 'spread':
      return `...${short(node.value)}`
    case 'array':
      return `[${node.elements.map(short).join(', ')}]`
    case 'object':
      return `{${node.entries.map(short).join(', ')}}`
    case 'entry':
      return `${node.key ?? `[${node.computed ? short(node.computed) : ''}]`}: ${short(node.value)}`
    case 'call':
      return shortCall(node)
    default:
      return `<${node.kind}>`
  }
}

function shortCall({ callee, arguments: given, typeArguments, isNew }: Call): string {
  const types = typeArguments ? `<${typeArguments.map(type => type.name).join(', ')}>` : ''
  return `${isNew ? 'new ' : ''}${short(callee)}${types}(${given.map(short).join(', ')})`
}

describe('declarations', () => {
  test('packages, imports and build constraints', () => {
    const file = read(`//go:build linux && !cgo
// Package shop sells.
package shop

import "fmt"
import (
	chi "github.com/go-chi/chi/v5"
	_ "github.com/lib/pq"
	. "math"
	"github.com/redis/go-redis/v9"
	"gopkg.in/yaml.v3"
)
`)
    expect(file.packageName).toBe('shop')
    expect(file.directives).toEqual(['go:build linux && !cgo'])
    expect(file.imports.map(({ from, name, local }) => [from, name, local])).toEqual([
      ['fmt', '*', 'fmt'],
      ['github.com/go-chi/chi/v5', '*', 'chi'],
      ['github.com/lib/pq', undefined, undefined],
      ['math', '*', undefined],
      ['github.com/redis/go-redis/v9', '*', 'redis'],
      ['gopkg.in/yaml.v3', '*', 'yaml'],
    ])
  })

  test('constants count with iota, and repeat what was before', () => {
    const file = read('package p\n\nconst (\n\tA = iota * 2\n\tB\n\tC, D = "x", iota\n\tE, F\n)\n')
    expect(all(file, 'declare').map(one => `${short(one.target)} = ${one.value ? short(one.value) : ''}`)).toEqual([
      'A = 0 * 2',
      'B = 1 * 2',
      'C = "x"',
      'D = 2',
      'E = "x"',
      'F = 3',
    ])
    expect(all(file, 'declare').every(one => one.isConstant)).toBe(true)
  })

  test('variables with and without values, one and several at once', () => {
    const file = read('package p\n\nvar (\n\ta, b int\n\tc, d = 1, 2\n\te, f = g()\n)\n')
    expect(all(file, 'declare').map(one => [short(one.target), one.type?.name, one.value && short(one.value)])).toEqual(
      [
        ['a', 'int', undefined],
        ['b', 'int', undefined],
        ['c', undefined, '1'],
        ['d', undefined, '2'],
        ['[e, f]', undefined, 'g()'],
      ],
    )
  })

  test('structs have fields with tags, and fields after what they embed', () => {
    const [struct] = all(
      read(
        'package p\n\ntype T[K any] struct {\n\tA, B int `json:"a"`\n\t*gorm.DB\n\tC map[string][]*x.Y\n\tD struct{ E bool "t" }\n}\n',
      ),
      'class',
    )
    const fields = struct?.members.flatMap(member => (member.kind === 'field' ? [member] : [])) ?? []
    expect(fields.map(field => [field.name, field.type?.name, field.tag])).toEqual([
      ['A', 'int', 'json:"a"'],
      ['B', 'int', 'json:"a"'],
      ['DB', 'gorm.DB', undefined],
      ['C', 'map', undefined],
      ['D', '{}', undefined],
    ])
    expect(fields[3]?.type?.arguments[1]?.arguments[0]?.name).toBe('x.Y')
    expect(fields[4]?.type?.members?.[0]?.tag).toBe('t')
    expect(struct?.baseTypes.map(type => type.name)).toEqual(['gorm.DB'])
  })

  test('methods have a receiver, functions parameters and results', () => {
    const [method] = all(
      read('package p\n\nfunc (s *Server[T]) Get(a, b int, c ...string) (x T, err error) { return }\n'),
      'function',
    )
    expect(method?.receiver?.type?.name).toBe('Server')
    expect(method?.parameters.map(one => [short(one.target), one.type?.name, one.rest])).toEqual([
      ['a', 'int', undefined],
      ['b', 'int', undefined],
      ['c', 'string', 'list'],
    ])
    expect(method?.returns?.name).toBe('tuple')
    expect(method?.returns?.arguments.map(type => type.name)).toEqual(['T', 'error'])
  })

  test('long lists of parameters keep their names', () => {
    const names = [...'abcdefghijklmno']
    const [f] = all(read(`package p\n\nfunc f(${names.join(', ')} int, x T, _ string) {}\n`), 'function')
    expect(f?.parameters.map(one => short(one.target))).toEqual([...names, 'x', '_'])
    expect(f?.parameters.map(one => one.type?.name)).toEqual([...names.map(() => 'int'), 'T', 'string'])
  })

  test('interfaces have the methods that they ask for', () => {
    const [one] = all(
      read('package p\n\ntype I interface {\n\tio.Reader\n\tDo(w http.ResponseWriter, r *http.Request) error\n}\n'),
      'type',
    )
    expect(one?.bases.map(base => base.name)).toEqual(['io.Reader'])
    expect(one?.type.members?.map(member => [member.name, member.type?.arguments.map(type => type.name)])).toEqual([
      ['Do', ['http.ResponseWriter', 'http.Request']],
    ])
  })
})

describe('expressions', () => {
  test('calls, conversions, generic calls and calls of elements', () => {
    expect(
      calls(
        inFunction(
          '\tg(1, xs...)\n\thandlers[i](w)\n\tm["a"](w)\n\tMap[int, string](x)\n\tOne[T](x)\n\tx := []byte("a")',
        ),
      ),
    ).toEqual(['g(1, ...xs)', 'handlers[i](w)', 'm.a(w)', 'Map<int, string>(x)', 'One<T>(x)'])
  })

  test('new and make take types, and since Go 1.26 new takes values', () => {
    expect(calls(inFunction('\tnew(T)\n\tmake([]int, 3)\n\tnew(f(1))'))).toContain('new(f(1))')
    expect(calls(inFunction('\tnew(T)\n\tmake(chan os.Signal, 1)'))).toEqual(['new<T>(T)', 'make<chan>(chan, 1)'])
    expect(inFunction('\tnew(f(1))').problems).toEqual([])
  })

  test('composite literals make something of one object or array', () => {
    expect(
      calls(
        inFunction(
          '\ta := http.Server{Addr: ":80"}\n\tb := &T{1, x}\n\tc := []R{{P: "/a"}, {P: "/b"}}\n\td := map[string]int{k: 1, "l": 2}\n\te := T{}\n\tf := []int{}',
        ),
      ),
    ).toEqual([
      'new http.Server({Addr: ":80"})',
      'new T([1, x])',
      'new []<R>([{P: "/a"}, {P: "/b"}])',
      'new map<string, int>({[k]: 1, l: 2})',
      'new T({})',
      'new []<int>([])',
    ])
  })

  test('literals in every spelling', () => {
    const file = inFunction(
      "\tx(0b11, 0o17, 017, 0x_ff, 1_000, 1.5e3, 0x1p-2, 'a', '\\n', '\\xff', \"a\\tb\\u00e9\\303\\251\", `r\\n\"`, nil, true)",
    )
    expect(all(file, 'literal').map(one => one.value)).toEqual([
      3,
      15,
      15,
      255,
      1000,
      1500,
      0.25,
      97,
      10,
      255,
      'a\tbéé',
      'r\\n"',
      null,
      true,
    ])
  })

  test('operators are spelled as in JavaScript', () => {
    expect(calls(inFunction('\tg(a == b, c != d, !e, <-f, &h, i &^ j)'))).toEqual([
      'g(a === b, c !== d, !e, <-f, &h, i &^ j)',
    ])
  })

  test('offsets count UTF-16 units', () => {
    const text = 'package p\n\n// 😀 é\nfunc f() { g("😀", h()) }\n'
    const file = read(text)
    expect(all(file, 'call').map(one => text.slice(one.start, one.end))).toEqual(['g("😀", h())', 'h()'])
  })
})

describe('statements', () => {
  const kinds = (text: string) => {
    const [f] = all(inFunction(text), 'function')
    return f?.body.map(one => one.kind)
  }

  test('initialisers stand before their statement in a block', () => {
    const file = inFunction('\tif err := g(); err != nil {\n\t\th()\n\t} else if x := i(); x {\n\t\tj()\n\t}')
    const [block] = all(file, 'block')
    expect(block?.body.map(one => one.kind)).toEqual(['declare', 'if'])
    const [first, second] = all(file, 'if')
    expect(first?.alternate.map(one => one.kind)).toEqual(['block'])
    expect(second?.consequent).toHaveLength(1)
    expect(kinds('\tswitch x := g(); x {\n\tcase 1, 2:\n\t\th()\n\tdefault:\n\t}')).toEqual(['block'])
  })

  test('switches, type switches and select', () => {
    const file = inFunction(
      '\tswitch v := x.(type) {\n\tcase *int, []string:\n\t\ta(v)\n\tcase nil:\n\tdefault:\n\t\tb()\n\t}\n\tselect {\n\tcase v, ok := <-c:\n\t\td(v, ok)\n\tcase e <- 1:\n\tcase <-ctx.Done():\n\t\treturn\n\t}',
    )
    const [types, select] = all(file, 'switch')
    expect(types?.cases.map(one => one.tests.map(short))).toEqual([['*int', '[]'], ['null'], []])
    expect(select?.subject).toBeUndefined()
    expect(select?.cases.map(one => one.tests.map(short))).toEqual([['<-c'], ['e <- 1'], ['<-ctx.Done()']])
    expect(select?.cases[0]?.body.map(one => one.kind)).toEqual(['declare', 'declare', 'expression'])
  })

  test('loops of all four kinds', () => {
    const file = inFunction(
      '\tfor i, j := 0, 1; i < 3; i, j = i+1, j-1 {\n\t}\n\tfor k, v := range m {\n\t}\n\tfor x > 0 {\n\t}\n\tfor {\n\t}\n\tfor range 3 {\n\t}',
    )
    expect(
      all(file, 'loop').map(one => [one.form, one.target && short(one.target), one.test && short(one.test)]),
    ).toEqual([
      ['count', undefined, 'i < 3'],
      ['each', '[k, v]', undefined],
      ['while', undefined, 'x > 0'],
      ['while', undefined, undefined],
      ['each', undefined, undefined],
    ])
  })

  test('assignments pair what they can, defer and go hold their call', () => {
    const file = inFunction(
      '\ta.x, b = c, d\n\te, f = g()\n\ti++\n\tj -= 2\n\tdefer k()\n\tgo func() { l() }()\n\treturn m, n',
    )
    expect(all(file, 'assign').map(one => `${short(one.target)} ${one.operator} ${short(one.value)}`)).toEqual([
      'a.x = c',
      'b = d',
      '[e, f] = g()',
      'i += 1',
      'j -= 2',
    ])
    expect(all(file, 'deferred').map(one => [one.form, short(one.value)])).toEqual([
      ['defer', 'k()'],
      ['go', '<function>()'],
    ])
    expect(all(file, 'return').map(one => one.value && short(one.value))).toEqual(['[m, n]'])
    expect(kinds('again:\n\tfor {\n\t\tbreak again\n\t}')).toEqual(['block'])
  })
})

describe('errors', () => {
  const before = 'package p\n\nimport "net/http"\n\nvar a = first()\n\n'
  const after = '\n\nfunc fine() {\n\tlast("x")\n}\n'

  test.each([
    ['a bracket is missing', 'func broken() {\n\tearly()\n\tg("x"\n\tlate()\n}'],
    ['a brace is missing', 'func broken() {\n\tearly()\n\tif x {\n\tlate()\n}'],
    ['a brace is too much', 'func broken() {\n\tearly()\n\t}}\n\tlate()\n}'],
    ['the head is broken', 'func broken( {\n\tearly()\n\tlate()\n}'],
    ['a string has no end', 'func broken() {\n\tearly()\n\tg("x)\n\tlate()\n}'],
    ['conflict markers', 'func broken() {\n\tearly()\n<<<<<<< HEAD\n\tg(1)\n=======\n\tg(2)\n>>>>>>> b\n\tlate()\n}'],
  ])('%s: what is before and after stays', (_, broken) => {
    const file = read(before + broken + after)
    expect(file.problems.length).toBeGreaterThan(0)
    expect(file.problems.every(one => one.at.path === 'main.go' && one.kind === 'syntax')).toBe(true)
    expect(file.imports.map(one => one.from)).toEqual(['net/http'])
    expect(calls(file)).toEqual(expect.arrayContaining(['first()', 'early()', 'last("x")']))
    expect(all(file, 'function').map(one => one.name)).toContain('fine')
  })

  test('raw strings and comments that look like declarations split nothing', () => {
    const file = read(
      `${before}func broken() {\n\tg("x"\n}\n\nvar s = \`\nfunc no() {\n\`\n\n/*\nfunc no() {\n*/${after}`,
    )
    expect(all(file, 'function').map(one => one.name)).not.toContain('no')
    expect(all(file, 'literal').map(one => one.value)).toContain('\nfunc no() {\n')
  })

  test('nothing at all, and what is no Go', () => {
    expect(read('')).toMatchObject({ body: [], imports: [], problems: [] })
    expect(read('{"a": [1, 2').problems.length).toBeGreaterThan(0)
    expect(read('\u0000\ufffd\ud83d}{)(`"').problems.length).toBeGreaterThan(0)
  })
})

describe('hostile texts', () => {
  const deep = 20_000
  const head = 'package p\n\nfunc f() {\n'

  test.each([
    ['brackets', `${head}\tx := ${'('.repeat(deep)}end()${')'.repeat(deep)}\n}\n`],
    ['sums', `${head}\tx := ${'1 + '.repeat(deep)}end()\n}\n`],
    ['chains', `${head}\tend()${'.a()'.repeat(deep)}\n}\n`],
    ['branches', `${head}${'if x {\n'.repeat(deep)}end()${'}'.repeat(deep)}\n}\n`],
    ['else', `${head}${'if x {} else '.repeat(deep)}{ end() }\n}\n`],
    ['functions', `${head}${'func() {\n'.repeat(deep)}end()${'}()'.repeat(deep)}\n}\n`],
    ['indexes', `${head}\tx := ${'a['.repeat(deep)}end()${']'.repeat(deep)}\n}\n`],
  ])('%s nested without end lose nothing', (_, text) => {
    const file = read(text)
    expect(file.problems).toEqual([])
    expect(calls(file).some(one => one === 'end()')).toBe(true)
  })

  test.each([
    ['open brackets', head + '('.repeat(deep)],
    ['open comments', '/*'.repeat(deep)],
    ['open strings', '"a\n'.repeat(deep)],
    ['backquotes', `${'`a\n'.repeat(deep)}\``],
    ['types', `package p\n\nvar x ${'[]'.repeat(deep)}int\n`],
    ['literals', `${head}\tx := T${'{'.repeat(deep)}${'}'.repeat(deep)}\n}\n`],
    ['heads', 'func (\n'.repeat(deep)],
    ['repeated constants', `package p\n\nconst (\n\tA = ${'1 + '.repeat(5000)}iota${'\n\tB'.repeat(5000)}\n)\n`],
  ])('%s take time in proportion', (_, text) => {
    const start = process.cpuUsage()
    read(text)
    expect(millisecondsSince(start)).toBeLessThan(20_000)
  })

  test('the parser works on after them', () => {
    read(head + '{'.repeat(deep))
    expect(calls(inFunction('\tg()'))).toEqual(['g()'])
  })
})
