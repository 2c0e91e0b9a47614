import type { Source, Span } from '../../../source.js'
import type { ScalarNode } from '../../node.js'

/** A text that stands as a value in a file. */
export interface InnerText {
  readonly source: Source
  /** Turns a span of the text into one of the file; the whole value where the file does not hold the text line by line. */
  readonly relocate: (span: Span) => Span
}

/** Reads a value as a text of its own: the lines of a block scalar (`|`) are found in the file, less their indentation. */
export function innerText(scalar: ScalarNode, file: Source | undefined): InnerText {
  const text = scalar.text ?? ''
  const lines = file ? linesOf(text, scalar, file) : undefined
  const relocate = (span: Span): Span => {
    if (!lines) return scalar.at
    return { path: scalar.at.path, start: moved(span.start, lines), end: moved(span.end, lines) }
  }
  return { source: { path: scalar.at.path, text }, relocate }
}

/** Where a line begins in the text and in the file. */
interface Line {
  readonly inner: number
  readonly outer: number
}

function linesOf(text: string, { at }: ScalarNode, file: Source): readonly Line[] | undefined {
  if (file.text[at.start] !== '|') return undefined
  const lines: Line[] = []
  let outer = file.text.indexOf('\n', at.start) + 1
  let inner = 0
  for (const line of text.split('\n')) {
    const end = outer <= 0 ? -1 : file.text.indexOf('\n', outer)
    const written = outer <= 0 ? '' : file.text.slice(outer, end === -1 ? undefined : end).replace(/\r$/, '')
    if (line !== '' && !written.endsWith(line)) return undefined
    lines.push({ inner, outer: line === '' ? outer : outer + written.length - line.length })
    inner += line.length + 1
    outer = end + 1
  }
  return lines
}

function moved(offset: number, lines: readonly Line[]): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.inner ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const line = lines[low]
  return line ? line.outer + offset - line.inner : offset
}
