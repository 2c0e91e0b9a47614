import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ignoreMatcher, pathMatcher } from '../../src/parse/path-pattern.js'
import { millisecondsSince } from '../support/processor-time.js'

describe('pathMatcher', () => {
  it.each([
    ['package*.json', 'package-lock.json', true],
    ['package*.json', 'web/package.json', false],
    ['*', 'a/b', false],
    ['src/?.ts', 'src/a.ts', true],
    ['src/?.ts', 'src//ts', false],
    ['**/*.pem', 'a/b/key.pem', true],
    ['**/*.pem', 'key.pem', true],
    ['a/**', 'a/b/c', true],
    ['a/**/d', 'a/d', true],
    ['a/**/d', 'a/bd', false],
    ['[a-c]x', 'bx', true],
    ['[^a-c]x', 'bx', false],
    ['a\\*b', 'a*b', true],
    ['a\\*b', 'axb', false],
  ])('%s and %s: %s', (pattern, path, expected) => {
    expect(pathMatcher(pattern)(path)).toBe(expected)
  })

  it('agrees with the same pattern written as a regular expression', () => {
    const piece = fc.constantFrom('a', 'b', '/', '*', '?', '**/', '**')
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 7 }),
        (pieces, path) => {
          const pattern = pieces.join('')
          const source = pattern.replace(/\*{2,}\/|\*{2,}|\*|\?|[ab/]/g, part => {
            if (/^\*{2,}\/$/.test(part)) return '(?:.*/)?'
            if (/^\*{2,}$/.test(part)) return '.*'
            return part === '*' ? '[^/]*' : part === '?' ? '[^/]' : part
          })
          expect(pathMatcher(pattern)(path.join(''))).toBe(new RegExp(`^${source}$`).test(path.join('')))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('takes no time for patterns that keep a backtracking matcher busy', () => {
    const pattern = '*a'.repeat(200)
    const started = process.cpuUsage()
    expect(pathMatcher(pattern)('a'.repeat(1000).concat('b'))).toBe(false)
    expect(millisecondsSince(started)).toBeLessThan(2000)
  })
})

describe('ignoreMatcher', () => {
  const left = (patterns: readonly string[], path: string) => ignoreMatcher(patterns)(path)

  it('leaves out what a pattern or a folder above matches, from the root of the context', () => {
    expect(left(['node_modules'], 'node_modules/a/b.js')).toBe(true)
    expect(left(['node_modules'], 'web/node_modules')).toBe(false)
    expect(left(['**/node_modules'], 'web/node_modules/x')).toBe(true)
    expect(left(['/dist/'], 'dist/main.js')).toBe(true)
    expect(left(['.'], 'dist')).toBe(false)
  })

  it('takes back with !, and the last word counts', () => {
    expect(left(['*', '!src'], 'src/main.ts')).toBe(false)
    expect(left(['*', '!src'], 'dist')).toBe(true)
    expect(left(['.env*', '!.env.example', '.env.example'], '.env.example')).toBe(true)
  })
})
