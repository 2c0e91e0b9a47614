/**
 * Names of variables consist of words: `JWT_SECRET_KEY`. Here they are looked up in sets: a pattern of many words costs
 * time when it is first used.
 */

/** More than any sequence of words that is looked up has. */
const LONGEST = 40

/** Words, or sequences of words, as a set, from a text with blanks between them. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** Whether a name ends with one of these, from the beginning of a word on. */
export function endsInWords(name: string, endings: ReadonlySet<string>): boolean {
  for (let end = name.length; end !== -1; ) {
    const before = end === 0 ? -1 : name.lastIndexOf('_', end - 1)
    if (name.length - before > LONGEST) return false
    if (endings.has(name.slice(before + 1))) return true
    end = before
  }
  return false
}

/** Whether one of the words of a name is one of these. */
export function hasWordOf(name: string, words: ReadonlySet<string>): boolean {
  return name.split('_').some(word => words.has(word))
}

/** The last word of a name; the whole name when it is one. */
export function lastWordOf(name: string): string {
  return name.slice(name.lastIndexOf('_') + 1)
}
