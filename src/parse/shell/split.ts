/**
 * Splits a line into words as POSIX shlex does; undefined when a quote is open or a backslash ends the text. Operators
 * such as `&&` are ordinary text. Outside quotes a backslash takes the meaning of the next character away, inside double
 * quotes only that of `"` and `\`.
 */
export function splitWords(text: string): string[] | undefined {
  const words: string[] = []
  let word: string | undefined
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '\\' && quote !== "'") {
      const next = text[++at]
      if (next === undefined) return undefined
      word = (word ?? '') + (quote === '"' && next !== '"' && next !== '\\' ? character : '') + next
    } else if (quote !== '') {
      if (character === quote) quote = ''
      else word = (word ?? '') + character
    } else if (character === '"' || character === "'") {
      quote = character
      word ??= ''
    } else if (/[ \t\r\n]/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else word = (word ?? '') + character
  }
  if (quote !== '') return undefined
  if (word !== undefined) words.push(word)
  return words
}

/** The words of a one-string command of Compose, and where reading stopped. */
export interface ComposeCommand {
  readonly words: readonly string[]
  /** Offset of the first unquoted `;`, `&`, `|`, `<` or `>`: Compose drops it and all that follows. */
  readonly cut?: number
}

/**
 * Splits a one-string `command` or `entrypoint` as Compose does (https://github.com/mattn/go-shellwords, v1.0.12): no shell
 * runs it, and everything from the first unquoted operator on is dropped without a word. Undefined where Compose refuses
 * the text: an open quote, a final backslash, or a bracket that is not part of `$(…)`.
 */
export function splitComposeCommand(text: string): ComposeCommand | undefined {
  const words: string[] = []
  let word: string | undefined
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '\\' && quote !== "'") {
      const next = text[++at]
      if (next === undefined) return undefined
      word = (word ?? '') + next
    } else if (quote === '' && /[ \t\r\n]/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (quote === '' && /[;&|<>]/.test(character)) {
      if (word !== undefined && !(character === '>' && /^[0-9]/.test(word))) words.push(word)
      return { words, cut: at }
    } else {
      const next = nextQuote(quote, character, word)
      if (next === undefined) return undefined
      const consumed = (character === '"' || character === "'") && next !== quote
      word = (word ?? '') + (consumed ? '' : character)
      quote = next
    }
  }
  if (quote !== '') return undefined
  if (word !== undefined) words.push(word)
  return { words }
}

function nextQuote(quote: string, character: string, word: string | undefined): string | undefined {
  if (quote === '') {
    if (character === '(') return word?.endsWith('$') ? ')' : undefined
    return character === ')' ? undefined : /["'`]/.test(character) ? character : ''
  }
  return character === quote ? '' : quote
}
