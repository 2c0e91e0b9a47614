import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { environmentFilePurpose, parseEnvironmentFile } from '../../src/parse/dotenv.js'

function read(text: string) {
  return parseEnvironmentFile({ path: '.env', text })
}

function values(text: string) {
  return read(text).entries.map(entry => [entry.name, entry.value, entry.quote])
}

describe('parseEnvironmentFile', () => {
  test.each([
    ['plain', 'A=b', [['A', 'b', '']]],
    [
      'spaces around the separator and behind',
      '  A = b  \nB=2',
      [
        ['A', 'b', ''],
        ['B', '2', ''],
      ],
    ],
    [
      'windows lines and byte order mark',
      '\ufeffA=1\r\n# c\r\n\r\nB=2\r\n',
      [
        ['A', '1', ''],
        ['B', '2', ''],
      ],
    ],
    [
      'comments',
      '# x\nA=b # c\nB=b#c\nC=#c\n  # y',
      [
        ['A', 'b', ''],
        ['B', 'b#c', ''],
        ['C', '#c', ''],
      ],
    ],
    [
      'a colon',
      'A: b\nURL=http://x:1/?a=b',
      [
        ['A', 'b', ''],
        ['URL', 'http://x:1/?a=b', ''],
      ],
    ],
    [
      'export',
      'export A=1\nexport\tB=2\nexported=3',
      [
        ['A', '1', ''],
        ['B', '2', ''],
        ['exported', '3', ''],
      ],
    ],
    [
      'nothing',
      'A=\nB=""\nC=\'\'',
      [
        ['A', '', ''],
        ['B', '', '"'],
        ['C', '', "'"],
      ],
    ],
    [
      'a bare name',
      'A\nB\r\nC',
      [
        ['A', null, ''],
        ['B', null, ''],
        ['C', null, ''],
      ],
    ],
    ['single quotes', "A='$x \\n \"y\" \\'z'", [['A', '$x \\n "y" \'z', "'"]]],
    ['double quotes', 'A="a\\tb \\"c\\" \\\\ \\q $X"', [['A', 'a\tb "c" \\ \\q $X', '"']]],
    [
      'an escaped dollar',
      'A="\\$x"\nB=\\$x',
      [
        ['A', '$$x', '"'],
        ['B', '\\$x', ''],
      ],
    ],
    ['octal escapes', 'A="\\0101 \\0999 \\c"', [['A', 'A \\999 \\c', '"']]],
    [
      'several lines',
      'KEY="one\ntwo # no comment\n"\nB=1',
      [
        ['KEY', 'one\ntwo # no comment\n', '"'],
        ['B', '1', ''],
      ],
    ],
    [
      'a comment behind quotes',
      'A="x" # y\nB=1',
      [
        ['A', 'x', '"'],
        ['B', '1', ''],
      ],
    ],
    [
      'quotes inside',
      'A=it"s\nB=1',
      [
        ['A', 'it"s', ''],
        ['B', '1', ''],
      ],
    ],
    [
      'dots, dashes, brackets and letters',
      'a.b-c[0]=1\nGRÜẞE=2',
      [
        ['a.b-c[0]', '1', ''],
        ['GRÜẞE', '2', ''],
      ],
    ],
    [
      'dangerous names',
      '__proto__=1\nconstructor=2',
      [
        ['__proto__', '1', ''],
        ['constructor', '2', ''],
      ],
    ],
    [
      'a later entry of the same name',
      'A=1\nA=2',
      [
        ['A', '1', ''],
        ['A', '2', ''],
      ],
    ],
  ] as const)('%s', (_, text, expected) => {
    expect(values(text)).toEqual(expected)
    expect(read(text).problems).toEqual([])
  })

  test.each([
    ['A B=1\nC=2', 'a variable name cannot contain a space'],
    ['A$=1\nC=2', 'unexpected character “$” in a variable name'],
    ['A="never closed\nC=2', 'the quote that opens the value of A is never closed'],
    ['!\nC=2', 'unexpected character “!” in a variable name'],
  ])('goes on after %j', (text, message) => {
    const { entries, problems } = read(text)
    expect(problems.map(problem => problem.message)).toEqual([message])
    expect(problems[0]?.at).toEqual({
      path: '.env',
      start: 0,
      end: text.indexOf(message.includes('space') ? '=' : '\n'),
    })
    expect(entries.map(entry => entry.name)).toEqual(['C'])
  })

  test('says where names and values stand', () => {
    const text = 'export KEY = "a b" # c\nEMPTY=\n  BARE'
    const cut = (span: { start: number; end: number }) => text.slice(span.start, span.end)
    expect(read(text).entries.map(entry => [cut(entry.keyAt), cut(entry.at)])).toEqual([
      ['KEY', '"a b"'],
      ['EMPTY', 'EMPTY='],
      ['BARE', 'BARE'],
    ])
  })

  test('messages never hold a value', () => {
    const { problems } = read('PASSWORD="hunter2\nhunter2 x!=hunter2')
    expect(problems).toHaveLength(2)
    expect(JSON.stringify(problems.map(problem => problem.message))).not.toContain('hunter2')
  })

  test('never throws, and every span lies inside the text', () => {
    const unit = fc.constantFrom(
      'A',
      '=',
      ':',
      '"',
      "'",
      '\\',
      '\n',
      '\r',
      ' ',
      '#',
      '$',
      '0',
      'export ',
      '\ufeff',
      '😀',
    )
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), text => {
        const { entries, problems } = read(text)
        for (const at of [...entries.flatMap(entry => [entry.at, entry.keyAt]), ...problems.map(one => one.at)]) {
          expect(at.start).toBeGreaterThanOrEqual(0)
          expect(at.end).toBeGreaterThanOrEqual(at.start)
          expect(at.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 500 },
    )
  })
})

test.each([
  ['.env', 'live'],
  ['.env.production', 'live'],
  ['deploy/prod.env', 'live'],
  ['.env.example', 'example'],
  ['.env.production.sample', 'example'],
  ['a/example.env', 'example'],
  ['.env-template', 'example'],
  ['.env.dist', 'example'],
  ['distribution.env', 'live'],
  ['examples/.env', 'live'],
])('the purpose of %s is %s', (path, purpose) => expect(environmentFilePurpose(path)).toBe(purpose))
