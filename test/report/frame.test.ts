import { describe, expect, test } from 'vitest'
import { codeFrame } from '../../src/report/text/frame.js'
import { painter } from '../../src/report/text/paint.js'
import { placeOf } from '../../src/source.js'

function frame(text: string, pointed: string, options: { width?: number; secret?: boolean } = {}): readonly string[] {
  const source = { path: 'a.yaml', text }
  const start = text.indexOf(pointed)
  const place = placeOf(source, { path: 'a.yaml', start, end: start + pointed.length })
  return codeFrame(source, place, { paint: painter(false), style: ['red'], width: 80, secret: false, ...options })
}

describe('code frames', () => {
  test('show the line, its neighbours and what is meant', () => {
    expect(frame('a: 1\nb: 22\nc: 3\n', '22')).toEqual(['1 │ a: 1', '2 │ b: 22', '  │    ^^', '3 │ c: 3'])
  })

  test('leave out empty neighbours and shared indentation', () => {
    expect(frame('\n    b: 22\n\n', 'b: 22')).toEqual(['2 │ b: 22', '  │ ^^^^^'])
  })

  test('underline the rest of the line when more lines are meant', () => {
    expect(frame('a:\n  b: 1\n', 'a:\n  b: 1')).toEqual(['1 │ a:', '  │ ^^', '2 │   b: 1'])
  })

  test('underline below tabs and wide characters', () => {
    expect(frame('\tn: "日本" x\n', 'x')).toEqual(['1 │ n: "日本" x', '  │           ^'])
  })

  test('cut long lines around what is meant', () => {
    const [line = '', under = ''] = frame(`${'a'.repeat(300)} here ${'b'.repeat(300)}`, 'here', { width: 60 })
    expect(line.length).toBeLessThanOrEqual(60)
    expect(line.slice(under.indexOf('^'), under.lastIndexOf('^') + 1)).toBe('here')
    expect(line).toMatch(/…$/)
  })

  test('do not quote generated lines', () => {
    expect(frame(`${'a'.repeat(5000)}x`, 'x')).toEqual(['1 │ (a line of 5001 characters)'])
  })

  test('hide the value that a finding about a secret points at, whatever its name', () => {
    expect(frame('settings:\n  door: opensesame\n', 'opensesame', { secret: true })).toContain('2 │   door: ********')
    expect(frame('settings:\n  door: opensesame\n', 'door', { secret: true })).toContain('2 │   door: ********')
    expect(frame('settings:\n  door: opensesame\n', 'door: opensesame', { secret: true })).toContain(
      '2 │   door: ********',
    )
    expect(frame('- DOOR=opensesame\n', 'DOOR=opensesame', { secret: true })).toContain('1 │ - DOOR=********')
    expect(frame('x: ${PW:-opensesame}\n', '${PW:-opensesame}', { secret: true }).join()).not.toContain('opensesame')
  })
})
