/** The words of a command; null for one that cannot be known. */
export type Words = readonly (string | null)[]

/** The value of an option, `null` when it cannot be known; undefined when it is not there. */
export function optionIn(words: Words, options: RegExp): string | null | undefined {
  for (const [index, word] of words.entries()) {
    if (word === null) continue
    const [, name = word, inline] = /^(--?[\w-]+?)=(.*)$/.exec(word) ?? []
    if (options.test(name)) return inline ?? words[index + 1] ?? null
    const short = /^(-\w)(\d+)$/.exec(word)
    if (short && options.test(short[1] ?? '')) return short[2]
  }
  return undefined
}
