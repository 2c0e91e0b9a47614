/** How many more texts are parsed for one that does not parse as a whole: bounds the work on hostile input. */
const MOST_TRIES = 400
/** How many pieces are tried together: a statement whose text has lines that look like the start of another one. */
const MOST_JOINED = 4
/** How many members are taken out of one piece before the piece is given up. */
const MOST_HOLES = 5

/**
 * Gives `parse` the parts of a text that does not parse as a whole, each in its place (everything else is blank, so that
 * offsets hold). A part is what begins at the left margin; in a class or function that does not parse, the member with the
 * error is taken out. `parse` answers with the offset of the error, undefined where it took the text.
 */
export function pieces(text: string, parse: (text: string) => number | undefined): void {
  const starts = [...marginStarts(text), text.length]
  const first = starts[0] ?? 0
  if (first > 0) starts.unshift(0)
  let tries = 0
  const attempt = (from: number, to: number, holes: readonly [number, number][] = []) => {
    tries++
    return parse(only(text, from, to, holes))
  }
  for (let index = 0; index < starts.length - 1 && tries < MOST_TRIES; ) {
    const from = starts[index] ?? 0
    let taken = 0
    let error: number | undefined
    for (let joined = 1; joined <= MOST_JOINED && index + joined < starts.length && taken === 0; joined++) {
      const failed = attempt(from, starts[index + joined] ?? text.length)
      if (failed === undefined) taken = joined
      else if (joined === 1) error = failed
    }
    if (taken === 0) mend(text, from, starts[index + 1] ?? text.length, error ?? from, attempt)
    index += Math.max(1, taken)
  }
}

/** Takes the member with the error out of a piece, again and again. */
function mend(
  text: string,
  from: number,
  to: number,
  error: number,
  attempt: (from: number, to: number, holes: readonly [number, number][]) => number | undefined,
): void {
  const members = memberStarts(text, from, to)
  if (members.length < 2) return
  const holes: [number, number][] = []
  for (let at: number | undefined = error; at !== undefined && holes.length < MOST_HOLES; ) {
    const place: number = at
    const start = members.findLast(member => member <= place) ?? members[0] ?? from
    const end = members.find(member => member > start) ?? to
    if (holes.some(([hole]) => hole === start)) return
    holes.push([start, end])
    at = attempt(from, to, holes)
  }
}

/** The offsets of lines at the left margin that may begin a statement. */
function marginStarts(text: string): number[] {
  return [...text.matchAll(/^[\w$@'"([{`~!+/-]/gm)].filter(match => !closes(match[0])).map(match => match.index)
}

/** The offsets of lines that stand at the first depth of indentation inside a piece, and of the line that ends it. */
function memberStarts(text: string, from: number, to: number): readonly number[] {
  const lines = [...text.slice(from, to).matchAll(/^([ \t]*)(\S)/gm)]
  const indents = lines.map(([, indent = '']) => indent.length).filter(width => width > 0)
  const shallowest = Math.min(...indents.slice(0, 1000))
  return lines
    .filter(([, indent = '', first = '']) => indent.length === 0 || (indent.length === shallowest && !closes(first)))
    .map(match => from + match.index)
}

function closes(character: string): boolean {
  return '})]'.includes(character)
}

/** The text with everything outside of a range, and its holes, turned into blanks. Line breaks stay. */
function only(text: string, from: number, to: number, holes: readonly [number, number][]): string {
  let kept = blank(text.slice(0, from))
  let at = from
  for (const [start, end] of [...holes].sort(([one], [other]) => one - other)) {
    kept += text.slice(at, start) + blank(text.slice(start, end))
    at = end
  }
  return kept + text.slice(at, to)
}

function blank(text: string): string {
  return text.replace(/[^\n\r]/g, ' ')
}
