/**
 * Splits a one-string command into words as Compose does (mattn/go-shellwords v1.0.12): quotes and backslashes as in a
 * shell, and the text from an unquoted `;`, `&`, `|`, `<` or `>` on is dropped. `$…` and backticks are kept as they are.
 * With `keepBraces` a `${…}` is never split. Undefined when a quote, a backtick or `$(` is left open.
 */
export function commandWords(text: string, keepBraces = false): readonly string[] | undefined {
  const words: string[] = []
  let word = ''
  let started = false
  let quote: '' | '"' | "'" = ''
  let backquote = false
  let substitution = false
  for (let i = 0; i < text.length; i += 1) {
    const character = text.charAt(i)
    if (character === '\\' && quote !== "'") {
      i += 1
      if (i >= text.length) return undefined
      word += text.charAt(i)
      started = true
      continue
    }
    const braced = keepBraces && text.startsWith('${', i) ? text.indexOf('}', i) : -1
    if (braced !== -1 && quote === '') {
      word += text.slice(i, braced + 1)
      started = true
      i = braced
      continue
    }
    const open = quote !== '' || backquote || substitution
    if (/[ \t\r\n]/.test(character)) {
      if (open) word += character
      else if (started) {
        words.push(word)
        word = ''
        started = false
      }
      continue
    }
    if (character === '`' && quote === '' && !substitution) backquote = !backquote
    else if (character === ')' && quote === '' && !backquote) substitution = !substitution
    else if (character === '(' && quote === '' && !backquote) {
      if (substitution || !word.endsWith('$')) return undefined
      substitution = true
      word += character
      continue
    } else if ((character === '"' || character === "'") && !substitution && (quote === '' || quote === character)) {
      if (quote !== '') started = true
      quote = quote === '' ? character : ''
      continue
    } else if (!open && /[;&|<>]/.test(character)) {
      // A digit in front of `>` is the number of a stream.
      if (character === '>' && /^[0-9]/.test(word)) started = false
      break
    }
    word += character
    started = true
  }
  if (quote !== '' || backquote || substitution) return undefined
  return started ? [...words, word] : words
}
