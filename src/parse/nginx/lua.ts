import { object, type Reader, spanIn } from './lexer.js'

/**
 * Moves behind the `}` that ends Lua code, the `{` before it having been read, and returns that place. Braces in Lua
 * strings and comments do not count (https://github.com/openresty/lua-nginx-module#content_by_lua_block).
 */
export function skipLua(reader: Reader): number {
  const { text } = reader.source
  const start = reader.position - 1
  let depth = 1
  let at = reader.position
  while (at < text.length && depth > 0) {
    const character = text[at]
    if (character === '{') depth++
    else if (character === '}') depth--
    at = afterCharacter(text, at)
  }
  if (depth > 0) object(reader, spanIn(reader, start, start + 1), 'this block of Lua code is never closed by "}"')
  reader.position = at
  return at
}

/** Behind the string or comment that begins here, else behind the one character. */
function afterCharacter(text: string, at: number): number {
  const character = text[at]
  if (character === '"' || character === "'") return afterString(text, at, character)
  if (character === '[') return afterLongBracket(text, at)
  if (character !== '-' || text[at + 1] !== '-') return at + 1
  const long = text[at + 2] === '[' ? afterLongBracket(text, at + 2) : at + 3
  if (long > at + 3) return long
  const lineBreak = text.indexOf('\n', at)
  return lineBreak === -1 ? text.length : lineBreak
}

/** A Lua string ends at its quote, and at the latest with its line. */
function afterString(text: string, start: number, quote: string): number {
  let at = start + 1
  while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1
  return Math.min(at + 1, text.length)
}

/** `[[ … ]]` and `[==[ … ]==]`; one character further when none begins here. */
function afterLongBracket(text: string, start: number): number {
  let at = start + 1
  while (text[at] === '=') at++
  if (text[at] !== '[') return start + 1
  const close = `]${'='.repeat(at - start - 1)}]`
  const end = text.indexOf(close, at)
  return end === -1 ? text.length : end + close.length
}
