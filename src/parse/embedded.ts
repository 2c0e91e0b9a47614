import type { Source } from '../source.js'
import type { ScalarNode } from './node.js'

/**
 * The text of a scalar (a key of a ConfigMap, the `content` of a Compose config) as a file to parse, in which every
 * offset is that of the file around it: what is found in it is found at its own place. A block scalar keeps its
 * indentation, which all its lines share. Of text with escapes or folded lines, and where a variable put something longer
 * in, offsets are only near: within the scalar.
 */
export function embeddedSource(outer: Source, node: ScalarNode): Source {
  const { start, end } = node.at
  const text = node.text ?? ''
  const literal = literalText(outer.text.slice(start, end), text)
  if (literal !== undefined) return { path: outer.path, text: blank(outer.text.slice(0, start)) + literal }
  const quoted = /["']/.test(outer.text.charAt(start)) && !text.includes('\n') ? 1 : 0
  const before = start + quoted
  const isAsWritten = outer.text.startsWith(text, before)
  return { path: outer.path, text: `${isAsWritten ? blank(outer.text.slice(0, before)) : '\n'.repeat(before)}${text}` }
}

/** The lines of a block scalar where they stand, with what interpolation made of them; undefined when they do not fit. */
function literalText(written: string, text: string): string | undefined {
  const header = /^\|[-+0-9]*[ \t]*(?:#[^\n]*)?\n/.exec(written)?.[0]
  if (header === undefined) return undefined
  const lines = written.slice(header.length).split('\n')
  const values = text.replace(/\n+$/, '').split('\n')
  const indent = Math.min(...lines.filter(line => line.trim() !== '').map(line => line.search(/[^ ]/)))
  const placed: string[] = []
  for (const [index, value] of values.entries()) {
    const line = lines[index] ?? ''
    const space = line.slice(0, Math.min(indent, line.length))
    if (space.trim() !== '' || space.length + value.length > line.length) return undefined
    placed.push((space + value).padEnd(line.length))
  }
  return `${blank(header)}${placed.join('\n')}\n`
}

/** As long as the text, and with its line breaks. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}
