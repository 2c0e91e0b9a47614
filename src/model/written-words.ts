import { commandWords } from '../parse/compose/words.js'
import type { Interpolation, Node, ScalarNode, VariableUse } from '../parse/node.js'
import type { Span } from '../source.js'
import { itemsOf } from './read-node.js'

/** One word of a command as the file has it, before its variables are put in. */
export interface WrittenWord {
  readonly text: string
  /** The variables of the scalar that it stands in. */
  readonly uses: readonly VariableUse[]
  /** The scalar. */
  readonly at: Span
}

/**
 * The words of a canonical command or health check as written: `${X:-y}` as such, `$$` as the `$` that it stands for.
 * A word that lies in a one-string command is placed at that string.
 */
export function writtenWords(list: Node | undefined): readonly WrittenWord[] {
  const words: WrittenWord[] = []
  const items = itemsOf(list)
  const split = new Set<Span>()
  const shared = sharedInterpolations(items)
  for (const item of items) {
    if (item.kind !== 'scalar' || item.text === null) continue
    const whole = item.interpolation && shared.has(item.interpolation) ? wholeCommand(item) : undefined
    if (whole === undefined) words.push(wordOf(item.interpolation?.raw ?? item.text, item))
    else if (!split.has(item.at)) {
      split.add(item.at)
      words.push(...whole.map(word => wordOf(word, item)))
    }
  }
  return words
}

/** What the words that one string was split into have in common. */
function sharedInterpolations(items: readonly Node[]): ReadonlySet<Interpolation> {
  const seen = new Set<Interpolation>()
  const shared = new Set<Interpolation>()
  for (const item of items) {
    const interpolation = item.kind === 'scalar' ? item.interpolation : undefined
    if (interpolation && seen.has(interpolation)) shared.add(interpolation)
    if (interpolation) seen.add(interpolation)
  }
  return shared
}

/** The words of the one-string command that this word was split from, when variables were put in before. */
function wholeCommand(item: ScalarNode): readonly string[] | undefined {
  const { interpolation } = item
  if (!interpolation || interpolation.raw === item.text || !/\s/.test(interpolation.raw)) return undefined
  if (interpolation.state === 'unknown' || interpolation.state === 'required') return undefined
  const words = commandWords(interpolation.raw, true)
  return words && words.length > 1 ? words : undefined
}

function wordOf(text: string, item: ScalarNode): WrittenWord {
  const unescaped = text.replaceAll('$$', '$')
  return { text: unescaped, uses: item.interpolation?.uses ?? [], at: item.at }
}
