/** Shannon entropy of a text in bits a character; 0 for the empty text. */
export function entropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/** Whether a text goes up or down by one character at a time for `least` characters somewhere: `abcdef`, `987654`. */
export function hasSequence(text: string, least: number): boolean {
  let up = 1
  let down = 1
  for (let at = 1; at < text.length; at++) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1)
    up = step === 1 ? up + 1 : 1
    down = step === -1 ? down + 1 : 1
    if (up >= least || down >= least) return true
  }
  return false
}

/** Whether a text is one unit of at most a third of its length, written again and again. */
export function isRepetition(text: string): boolean {
  if (text.length < 6) return false
  for (let period = 1; period <= Math.min(64, Math.floor(text.length / 3)); period++) {
    let at = period
    while (at < text.length && text[at] === text[at - period]) at++
    if (at === text.length) return true
  }
  return false
}

/** The first characters and the length, never the whole: `ghp_A… (40 characters)`. At most a quarter is shown. */
export function mask(value: string): string {
  const shown = value.length >= 20 ? 5 : value.length >= 12 ? 3 : value.length >= 8 ? 2 : 0
  const start = value.slice(0, shown).replace(/[^\x21-\x7e]/g, '?')
  return `${start}… (${value.length} character${value.length === 1 ? '' : 's'})`
}
