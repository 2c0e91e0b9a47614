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

/** The quotes that are open: in Compose's reader they are told apart one by one, and some can be open at the same time. */
interface Open {
  double: boolean
  single: boolean
  backtick: boolean
  bracket: boolean
}

/**
 * Splits a one-string `command` or `entrypoint` as Compose does (https://github.com/mattn/go-shellwords, v1.0.12): no shell
 * runs it, and everything from the first unquoted operator on is dropped without a word. Undefined where Compose refuses
 * the text: an open quote, a final backslash, or a bracket that is not part of `$(…)`.
 */
export function splitComposeCommand(text: string): ComposeCommand | undefined {
  const words: string[] = []
  const open: Open = { double: false, single: false, backtick: false, bracket: false }
  let word: string | undefined
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === '\\' && !open.single) {
      const next = text[++at]
      if (next === undefined) return undefined
      word = (word ?? '') + next
    } else if (isPlain(open) && /[ \t\r\n]/.test(character)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (isPlain(open) && /[;&|<>]/.test(character)) {
      if (word !== undefined && !(character === '>' && /^[0-9]/.test(word))) words.push(word)
      return { words, cut: at }
    } else {
      const kept = toggle(open, character, word)
      if (kept === undefined) return undefined
      word = (word ?? '') + kept
    }
  }
  if (!isPlain(open)) return undefined
  if (word !== undefined) words.push(word)
  return { words }
}

function isPlain(open: Open): boolean {
  return !open.double && !open.single && !open.backtick && !open.bracket
}

/** Opens or closes what the character opens or closes, and gives what is kept of it; undefined for a misplaced `(`. */
function toggle(open: Open, character: string, word: string | undefined): string | undefined {
  if (character === '"' && !open.single && !open.bracket) {
    open.double = !open.double
    return ''
  }
  if (character === "'" && !open.double && !open.bracket) {
    open.single = !open.single
    return ''
  }
  if (open.single || open.double) return character
  if (character === '`' && !open.bracket) open.backtick = !open.backtick
  else if (character === ')' && !open.backtick) open.bracket = !open.bracket
  else if (character === '(' && !open.backtick) {
    if (open.bracket || !word?.endsWith('$')) return undefined
    open.bracket = true
  }
  return character
}
