import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HaproxyEnvironment, parseHaproxy } from '../../src/parse/haproxy.js'
import { millisecondsSince } from '../support/processor-time.js'

function lines(text: string, environment?: HaproxyEnvironment): readonly (readonly string[])[] {
  const { sections } = parseHaproxy({ path: 'haproxy.cfg', text: `global\n${text}` }, environment)
  return sections.flatMap(section =>
    section.lines.map(line => line.words.map(word => (word.open ? `?${word.text}` : word.text))),
  )
}

const ENVIRONMENT: HaproxyEnvironment = name => (name === 'PORT' ? '80' : name === 'SECRET' ? null : undefined)

describe('parseHaproxy', () => {
  it.each<[string, string, readonly (readonly string[])[]]>([
    [
      'words and comments',
      '\tmaxconn 100 # c\n#x\n\n  log a#b',
      [
        ['maxconn', '100'],
        ['log', 'a'],
      ],
    ],
    ['escapes', String.raw`a b\ c \# \\ \t`, [['a', 'b c', '#', '\\', '\t']]],
    ['strong quotes', String.raw`a 'b c'd '\ #"$X'`, [['a', 'b cd', '\\ #"$X']]],
    ['weak quotes', String.raw`a "b \"c\" 'd' #" e`, [['a', 'b "c" \'d\' #', 'e']]],
    [
      'variables in weak quotes alone',
      'bind "*:${PORT}" "$PORT" $PORT \'$PORT\'',
      [['bind', '*:80', '80', '$PORT', '$PORT']],
    ],
    ['variables that are not set', 'a "${NONE}" "${NONE-x}" "$ 1"', [['a', '', 'x', '$ 1']]],
    ['variables that are not known', 'a "x${SECRET}" "${PORT[*]}"', [['a', '?x${SECRET}', '?${PORT[*]}']]],
    ['a backslash at the end', 'a b \\\nc', [['a', 'b', '\\'], ['c']]],
    ['windows lines', 'a b\r\nc\r\n', [['a', 'b'], ['c']]],
    ['conditions', '.if defined(X)\na\n.endif\nb', [['a'], ['b']]],
  ])('reads %s', (_, text, expected) => {
    expect(lines(text, ENVIRONMENT)).toEqual(expected)
  })

  it('knows sections, conditions and places', () => {
    const text = 'global\n  a\nfrontend web # x\n.if x\n  bind :80\n.endif\nlisten stats\n'
    const { sections, problems } = parseHaproxy({ path: 'h', text })
    expect(problems).toEqual([])
    expect(sections.map(({ keyword, name, lines: { length } }) => [keyword, name, length])).toEqual([
      ['global', undefined, 1],
      ['frontend', 'web', 1],
      ['listen', 'stats', 0],
    ])
    const [bind] = sections[1]?.lines ?? []
    expect(bind?.conditional).toBe(true)
    expect(bind?.words.map(({ at }) => text.slice(at.start, at.end))).toEqual(['bind', ':80'])
  })

  it('goes on after what is wrong', () => {
    const { sections, problems } = parseHaproxy({ path: 'h', text: 'bind :80\nglobal\n a "b\n c\n' })
    expect(problems.map(({ message }) => message)).toEqual(['bind stands in no section', 'The quote is not closed'])
    expect(sections[0]?.lines.map(line => line.words.map(word => word.text))).toEqual([['a'], ['c']])
  })

  it('never throws, and stays within the text', () => {
    const piece = fc.constantFrom(
      'global',
      'bind',
      ' ',
      '\n',
      '\\',
      '"',
      "'",
      '$',
      '{',
      '}',
      'A',
      '#',
      '\r',
      '.if',
      '.endif',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        const text = pieces.join('')
        const { sections, problems } = parseHaproxy({ path: 'h', text }, ENVIRONMENT)
        const words = sections.flatMap(section => section.lines.flatMap(line => line.words))
        return [...words, ...problems].every(({ at }) => 0 <= at.start && at.start <= at.end && at.end <= text.length)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['backslashes', '\\\n'.repeat(200_000)],
    ['quotes', '"\n'.repeat(100_000)],
    ['variables', `global\n a "${'${A'.repeat(100_000)}"`],
    ['one long line', `global\n${'a '.repeat(300_000)}`],
    ['sections', 'backend a\n server b c\n'.repeat(50_000)],
  ])('takes no longer than it is long: %s', (_, text) => {
    const start = process.cpuUsage()
    parseHaproxy({ path: 'h', text })
    expect(millisecondsSince(start)).toBeLessThan(2_000)
  })
})
