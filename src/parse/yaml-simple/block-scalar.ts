import type { ScalarNode } from '../node.js'
import { fail, match, nextLine, type Reader, skipBlanks } from './reader.js'

const HEADER = /[|>]-?(?=\n)/y

/**
 * A literal or folded block (`|`, `|-`, `>`, `>-`). Its lines are indented alike; what is indented less, but more than the
 * line that it belongs to, is left to the library, and so are a block without a line and one that is folded and has lines
 * that are indented further.
 */
export function readBlockScalar(reader: Reader, start: number, indent: number): ScalarNode {
  const { text } = reader
  const header = match(HEADER, reader, start) ?? fail()
  const isFolded = header.startsWith('>')
  const lines: string[] = []
  let own = -1
  let filled = 0
  let from = start + header.length + 1
  let lastEnd = from - 1
  while (from < text.length) {
    const found = text.indexOf('\n', from)
    const end = found === -1 ? text.length : found
    const first = skipBlanks(text, from)
    if (first < end) {
      if (own === -1) own = first - from
      if (first - from < own || own <= indent) {
        if (first - from > indent || own <= indent) fail()
        break
      }
      if (isFolded && first - from > own) fail()
      lines.push(text.slice(from + own, end))
      filled = lines.length
      lastEnd = end
    } else if (own === -1 || first - from > own) fail()
    else lines.push('')
    from = end + 1
  }
  if (filled === 0) fail()
  const written = lines.slice(0, filled)
  const body = isFolded ? folded(written) : written.join('\n')
  const broken = lastEnd < text.length
  reader.weight += 1
  reader.end = broken ? lastEnd + 1 : lastEnd
  nextLine(reader, lastEnd)
  const clipped = broken && !header.endsWith('-') ? `${body}\n` : body
  return { kind: 'scalar', at: reader.place(start, reader.end), text: clipped, type: 'string' }
}

/** A break between two lines is a blank; with empty lines between them, these are the breaks. */
function folded(lines: readonly string[]): string {
  let text = ''
  let empty = 0
  for (const [index, line] of lines.entries()) {
    if (line === '') empty++
    else {
      text += `${index === 0 ? '' : empty === 0 ? ' ' : '\n'.repeat(empty)}${line}`
      empty = 0
    }
  }
  return text
}
