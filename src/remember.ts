/** A bound for what is made to have many words. */
const MOST = 10_000

/**
 * A question about a word that remembers its answers: the same names stand in file after file. At most 10,000 answers are
 * kept. `ask` has to give the same answer to the same word.
 */
export function remembering(ask: (word: string) => boolean): (word: string) => boolean {
  const answers = new Map<string, boolean>()
  return word => {
    const known = answers.get(word)
    if (known !== undefined) return known
    if (answers.size >= MOST) answers.clear()
    const answer = ask(word)
    answers.set(word, answer)
    return answer
  }
}

/** Whether a pattern is found in a word. The pattern has no `g` or `y`. */
export function remembered(pattern: RegExp): (word: string) => boolean {
  return remembering(word => pattern.test(word))
}
