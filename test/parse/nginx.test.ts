import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatOf } from '../../src/discover.js'
import { conditionOf, type NginxDirective, parseNginx, walkNginx } from '../../src/parse/nginx.js'
import { lineOf } from '../../src/source.js'
import { millisecondsSince } from '../support/processor-time.js'

function read(text: string) {
  return parseNginx({ path: 'nginx.conf', text })
}

/** The tree as nested lists of words. */
function words(directives: readonly NginxDirective[]): unknown[] {
  return directives.map(({ name, args, block }) => [
    name,
    ...args.map(arg => arg.text),
    ...(block ? [words(block)] : []),
  ])
}

function problems(text: string) {
  const source = { path: 'nginx.conf', text }
  return parseNginx(source).problems.map(({ at, message }) => `${lineOf(source, at.start)}: ${message}`)
}

describe('parseNginx', () => {
  test.each<[string, string, unknown[]]>([
    ['directives and blocks', 'a b;\nc { d e f; } g;', [['a', 'b'], ['c', [['d', 'e', 'f']]], ['g']]],
    ['several lines of arguments', 'log_format main\n  "a"\n  \'b\';', [['log_format', 'main', 'a', 'b']]],
    ['quotes that hold signs', `a "b;c{d}e#f" 'g "h" i';`, [['a', 'b;c{d}e#f', 'g "h" i']]],
    ['quotes over lines', 'a "b\nc";', [['a', 'b\nc']]],
    ['quotes inside a word are letters', `a b"c'd;`, [['a', `b"c'd`]]],
    ['# inside a word is a letter', 'a b#c; # d', [['a', 'b#c']]],
    ['} inside a word is a letter', 'location ~ ^/a}b$ { c; }', [['location', '~', '^/a}b$', [['c']]]]],
    ['variables in braces', 'a http://${b}:80 ${c};', [['a', 'http://${b}:80', '${c}']]],
    ['an escaped brace', 'location ~ a\\{2\\} {}', [['location', '~', 'a\\{2\\}', []]]],
    ['an escaped end', 'a b\\;c d\\ e;', [['a', 'b\\;c', 'd\\ e']]],
    ['escapes', `a "b\\"c" 'd\\'e' f\\\\g h\\ti "j\\.k";`, [['a', 'b"c', "d'e", 'f\\g', 'h\ti', 'j\\.k']]],
    ['a parenthesis behind a quote', 'if ($a = "b") { c; }', [['if', '($a', '=', 'b', ')', [['c']]]]],
    [
      'windows lines',
      'a b;\r\nc {\r\n}\r\n',
      [
        ['a', 'b'],
        ['c', []],
      ],
    ],
    ['byte order mark', '\ufeffa b;', [['a', 'b']]],
    ['empty words', `a "" '';`, [['a', '', '']]],
    [
      'entries of a map',
      'map $a $b { default 0; "~x;y" 1; \'\' 2; }',
      [
        [
          'map',
          '$a',
          '$b',
          [
            ['default', '0'],
            ['~x;y', '1'],
            ['', '2'],
          ],
        ],
      ],
    ],
    [
      'Lua',
      "content_by_lua_block {\n local t = { a = '}' } -- }\n --[[ } ]] x = [[ } ]]\n} a;",
      [['content_by_lua_block', []], ['a']],
    ],
    [
      'a shell template',
      'listen ${PORT};\nserver_name $HOST;',
      [
        ['listen', '${PORT}'],
        ['server_name', '$HOST'],
      ],
    ],
  ])('%s', (_, text, tree) => {
    const file = read(text)
    expect(words(file.directives)).toEqual(tree)
    expect(file.problems).toEqual([])
  })

  test.each<[string, string, unknown[], string[]]>([
    ['a missing ; before }', 'a {\n b c\n}\nd;', [['a', [['b', 'c']]], ['d']], ['2: b is not ended by ";"']],
    ['a missing ; before the end', 'a;\nb c', [['a'], ['b', 'c']], ['2: b is not ended by ";"']],
    [
      'a missing }',
      'a {\n b {\n c; }\n',
      [['a', [['b', [['c']]]]]],
      ['1: the block a that line 1 opens is never closed by "}"'],
    ],
    ['a } too many', 'a { }\n}\nb;', [['a', []], ['b']], ['2: this "}" closes no block']],
    [
      'a ; too many',
      'a;;\nb {};',
      [['a'], ['b', []]],
      ['1: a ";" without a directive', '2: a ";" without a directive'],
    ],
    ['a block without a name', '{ a; }\nb;', [['a'], ['b']], ['1: a "{" without a directive']],
    ['an open quote', 'a;\nb "c; d { }', [['a'], ['b', 'c; d { }']], ['2: the quote " is never closed']],
    ['letters behind a quote', 'a "b"c;', [['a', 'b', 'c']], ['1: unexpected "c" behind the closing quote of a word']],
    ['open Lua', 'a_by_lua_block { x', [['a_by_lua_block', []]], ['1: this block of Lua code is never closed by "}"']],
    [
      'a word that nginx has no room for',
      `a ${'é'.repeat(2048)};`,
      [['a', 'é'.repeat(2048)]],
      ['1: a word or comment of 4096 bytes: nginx reads 4095 at most'],
    ],
  ])('goes on after %s', (_, text, tree, messages) => {
    expect(words(read(text).directives)).toEqual(tree)
    expect(problems(text)).toEqual(messages)
  })

  test('a word or comment of 4,095 bytes fits', () => {
    expect(problems(`a ${'b'.repeat(4095)} "${'b'.repeat(4094)}"; #${'c'.repeat(4094)}\n`)).toEqual([])
    expect(problems(`a "${'b'.repeat(4095)}";`)).toHaveLength(1)
    expect(problems(`#${'c'.repeat(4095)}\n`)).toHaveLength(1)
  })

  test('everything knows where it stands', () => {
    const text = '# top\nserver { # in\n  listen "80" # behind\n    ssl;\n}\n'
    const [server] = read(text).directives
    const [listen] = server?.block ?? []
    const cut = (at: { start: number; end: number } | undefined) => text.slice(at?.start, at?.end)
    expect(cut(server?.at)).toBe('server')
    expect(cut(server?.blockAt)).toBe(text.slice(text.indexOf('{'), text.indexOf('}') + 1))
    expect(cut(listen?.nameAt)).toBe('listen')
    expect(cut(listen?.at)).toBe('listen "80" # behind\n    ssl')
    expect(listen?.args.map(arg => [cut(arg.at), arg.raw, arg.quoted, arg.startsLine])).toEqual([
      ['"80"', '"80"', true, false],
      ['ssl', undefined, false, true],
    ])
    expect(read(text).comments.map(comment => [comment.text, cut(comment)])).toEqual([
      ['# top', '# top'],
      ['# in', '# in'],
      ['# behind', '# behind'],
    ])
  })

  test('the condition of an if is read without its parentheses', () => {
    const conditions = ['if ($a) {}', 'if ( $a = b ) {}', 'if ($a = "(b)") {}', 'if (-f $a) {}', 'if $a {}']
    expect(
      conditions.map(text =>
        read(text)
          .directives.flatMap(conditionOf)
          .map(arg => arg.text),
      ),
    ).toEqual([['$a'], ['$a', '=', 'b'], ['$a', '=', '(b)'], ['-f', '$a'], ['$a']])
  })

  test('walkNginx visits every directive with the blocks around it', () => {
    const visited: string[] = []
    walkNginx(read('a { b { c; } d; } e;').directives, (directive, around) =>
      visited.push([...around, directive].map(each => each.name).join('/')),
    )
    expect(visited).toEqual(['a', 'a/b', 'a/b/c', 'a/d', 'e'])
  })

  test('what is beyond our limits is unread, not refused', () => {
    const deep = read(`${'a {'.repeat(200)}b;${'}'.repeat(200)}c;`)
    expect(deep.problems.map(problem => problem.code)).toEqual(['too-large'])
    expect(deep.directives.map(directive => directive.name)).toEqual(['a', 'c'])
    expect(read('a;'.repeat(150_000)).problems.map(problem => problem.code)).toEqual(['too-large'])
  })

  test.each([
    ['opening braces', 'a {'],
    ['closing braces', '}'],
    ['semicolons', ';'],
    ['quotes', '"a'],
    ['backslashes', '\\'],
    ['dollars and braces', '${'],
    ['Lua brackets', 'x_by_lua_block { [=[ --[==['],
    ['open Lua strings', "x_by_lua_block { '"],
    ['comments', '#\n'],
    ['words', 'server listen '],
    ['blanks', 'server \n\n\n location '],
  ])('reads half a megabyte of %s in no time', (_, piece) => {
    const text = piece.repeat(Math.ceil(500_000 / piece.length))
    const started = process.cpuUsage()
    const { directives } = read(text)
    walkNginx(directives, () => {})
    formatOf('nginx.conf', () => text)
    expect(millisecondsSince(started)).toBeLessThan(2_000)
  })

  test('never throws, and its spans lie in the text in order', () => {
    const piece = fc.constantFrom(
      ...'{};#"\'\\$ \n\tab'.split(''),
      'server',
      'x_by_lua_block',
      '--[[',
      ']]',
      '\r\n',
      '${',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = pieces.join('')
        walkNginx(read(text).directives, ({ nameAt, args, at, blockAt }) => {
          const places = [nameAt, ...args.map(arg => arg.at), ...(blockAt ? [blockAt] : [])]
          let last = 0
          for (const { start, end } of places) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThanOrEqual(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(text.length)
          expect(at).toEqual({ ...nameAt, end: (args.at(-1)?.at ?? nameAt).end })
        })
      }),
    )
  })
})

describe('nginx files are recognised by name and text', () => {
  const server = 'server {\n  listen 80;\n}\n'
  test.each([
    ['nginx.conf', 'events {}\nhttp {\n  include mime.types;\n  server\n  {\n  listen 80; } }'],
    ['conf.d/default.conf', server],
    ['templates/default.conf.template', 'upstream api {\n  server ${API}:3000;\n}\n'],
    ['sites-available/shop', server],
    ['deploy/shop.nginx', server],
    ['api.conf.j2', '{% if tls %}\nserver {\n  listen 443 ssl;\n}\n{% endif %}'],
    ['locations.conf', 'location ~ \\.php$ {\n  fastcgi_pass php:9000;\n}'],
  ])('%s is one', (path, text) => {
    expect(formatOf(path, () => text)).toBe('nginx')
  })

  test.each([
    ['README.md', server],
    ['nginx.md', server],
    ['server.ts', server],
    ['docs/example.txt', server],
    ['logstash-nginx.config', 'input {\n  http { port => 8080 }\n}\nfilter {\n}\n'],
    ['application.conf', 'akka {\n http {\n server {\n  idle-timeout = 60 s\n }\n }\n}\n'],
    ['haproxy.conf', 'frontend web\n  bind *:80\n'],
    ['named.conf', 'options { directory "/var/bind"; };\nserver 10.0.0.1 { keys k; };\n'],
    ['commented.conf', '# server {\n#   listen 80;\n# }\n'],
    ['sites-available/readme', 'put your sites here\n'],
  ])('%s is none', (path, text) => {
    expect(formatOf(path, () => text)).not.toBe('nginx')
  })
})
