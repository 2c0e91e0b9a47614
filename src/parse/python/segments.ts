/** A part of a text: half-open offsets. */
export type Range = readonly [start: number, end: number]

/** A line that begins nothing of its own: it belongs to what is before it. */
const CONTINUES = /^(?:[)\]}]|(?:else|elif|except|finally)\b|#)/

/** What to jump over: comments and strings. Strings on one line end with it; what never ends is no string. */
const OPAQUE =
  /#[^\n]*|"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\[\s\S]|[^"\\\n])*"|'(?:\\[\s\S]|[^'\\\n])*'/g

/** The pieces of a text that begin at the left margin, decorators together with what they decorate. */
export function segmentsOf(text: string): readonly Range[] {
  return pieces(text, 0, text.length, 0)
}

/**
 * The pieces inside of a segment: what stands at its first depth of indentation. Empty where nothing is indented. The
 * lines before the first one are the head of the segment, and in none of them.
 */
export function membersOf(text: string, [start, end]: Range): readonly Range[] {
  const widths = [...text.slice(start, end).matchAll(/\n([ \t]+)(?![\s#])/g)].map(([, indent = '']) => indent.length)
  const [first] = widths
  if (first === undefined) return []
  const shallowest = widths.reduce((one, other) => Math.min(one, other), first)
  const header = text.indexOf('\n', start) + 1
  return pieces(text, header, end, shallowest)
}

function pieces(text: string, from: number, to: number, indent: number): readonly Range[] {
  const inString = opaqueAcrossLines(text.slice(from, to)).map(([start, end]) => [from + start, from + end] as const)
  const starts: number[] = []
  /** Where brackets close that were opened in the head: not in the piece before. */
  const ends = new Set<number>()
  let next = 0
  let isDecorator = false
  for (let at = from; at < to; ) {
    const end = text.indexOf('\n', at)
    const line = text.slice(at, end === -1 ? to : Math.min(end, to))
    while ((inString[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next++
    const inside = (inString[next]?.[0] ?? Number.POSITIVE_INFINITY) < at
    const width = line.search(/[^ \t\r]/)
    if (!inside && width !== -1 && (width === indent || (width < indent && indent > 0))) {
      const rest = line.slice(width)
      if (width < indent && /^[)\]}]/.test(rest)) {
        starts.push(at)
        ends.add(at)
        isDecorator = false
      }
      if (!CONTINUES.test(rest)) {
        if (!isDecorator) starts.push(at)
        isDecorator = rest.startsWith('@')
      }
    }
    at = end === -1 ? to : end + 1
  }
  if (indent === 0 && starts[0] !== from) starts.unshift(from)
  return starts.map((start, index) => [start, starts[index + 1] ?? to] as const).filter(([start]) => !ends.has(start))
}

/** Strings that go over several lines: what looks like the beginning of a statement in them is none. */
function opaqueAcrossLines(text: string): readonly Range[] {
  return [...text.matchAll(OPAQUE)].flatMap(({ index, 0: found }) =>
    found.includes('\n') ? [[index, index + found.length] as const] : [],
  )
}
