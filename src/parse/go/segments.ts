/** A declaration on the outermost level, which formatted Go begins at the edge. */
const BEGINNING = /^(?:func|type|var|const|import|package)\b/

/** What to jump over: comments, raw strings, strings and runes on one line. What never ends goes to the end of the text. */
const OPAQUE =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$(?![\s\S]))|`[^`]*(?:`|$(?![\s\S]))|"(?:\\[^\n]|[^"\\\n])*"|'(?:\\[^\n]|[^'\\\n])*'/g

/**
 * The pieces of a text with a declaration each, as offsets, so that an error in one does not spoil the others. Comments and
 * strings are kept whole as long as they end.
 */
export function segmentsOf(text: string): readonly (readonly [number, number])[] {
  const opaque: (readonly [number, number])[] = []
  for (const { index, 0: found } of text.matchAll(OPAQUE)) {
    // Comments and raw strings that nobody closes are an error, which is not to swallow the rest.
    const isOpen = (found.startsWith('/*') && !/[\s\S]{2}\*\/$/.test(found)) || /^`[^`]*$/.test(found)
    if (!isOpen) opaque.push([index, index + found.length])
  }
  const starts: number[] = []
  let next = 0
  for (let at = 0; at !== -1 && at < text.length; at = lineAfter(text, at)) {
    while ((opaque[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next++
    if ((opaque[next]?.[0] ?? Number.POSITIVE_INFINITY) < at) continue
    if (BEGINNING.test(text.slice(at, at + 10))) starts.push(at)
  }
  if (starts[0] !== 0) starts.unshift(0)
  return starts.map((start, index) => [start, starts[index + 1] ?? text.length] as const)
}

function lineAfter(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? -1 : end + 1
}
