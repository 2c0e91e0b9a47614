import { unquote } from '../prometheus/promql/lex.js'

/** One token of an action of a template. */
export interface TemplateToken {
  /** `open` and `close` are the braces themselves; `space` counts, since it parts operands. */
  readonly kind: 'open' | 'close' | 'word' | 'field' | 'variable' | 'constant' | 'dot' | 'sign' | 'space' | 'end'
  readonly text: string
}

const SPACE = /[ \t\r\n]+/y
const STRING = /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`/y
const CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y
const NUMBER = /[-+]?(?:0[xX][0-9a-fA-F_]+|0[oObB][0-7_]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)i?/y
const NAME = /[\p{L}\p{Nd}_]+/uy
const FIELD = /\.[\p{L}\p{Nd}_]+/uy
const VARIABLE = /\$[\p{L}\p{Nd}_]*/uy
const SIGN = /:=|[=|(),]/y

/** The tokens of all actions of a text, or why it cannot be split into them: https://pkg.go.dev/text/template#hdr-Actions */
export function lexTemplate(text: string): readonly TemplateToken[] | string {
  const tokens: TemplateToken[] = []
  let at = text.indexOf('{{')
  while (at !== -1) {
    at += 2
    if (/^-[ \t\r\n]/.test(text.slice(at, at + 2))) at += 2
    if (text.startsWith('/*', at)) {
      const end = text.indexOf('*/', at + 2)
      const close = end === -1 ? null : /^\*\/(?:[ \t\r\n]-)?\}\}/.exec(text.slice(end, end + 6))
      if (!close) return end === -1 ? 'unclosed comment' : 'comment ends before closing delimiter'
      at = text.indexOf('{{', end + close[0].length)
      continue
    }
    tokens.push({ kind: 'open', text: '{{' })
    const end = lexAction(text, at, tokens)
    if (typeof end === 'string') return end
    tokens.push({ kind: 'close', text: '}}' })
    at = text.indexOf('{{', end)
  }
  tokens.push({ kind: 'end', text: '' })
  return tokens
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** Reads up to the closing braces; the offset behind them, or what is wrong. */
function lexAction(text: string, start: number, tokens: TemplateToken[]): number | string {
  let depth = 0
  for (let at = start; at < text.length; ) {
    const close = /^(?:[ \t\r\n]-)?\}\}/.exec(text.slice(at, at + 4))?.[0]
    if (close !== undefined) return depth > 0 ? 'unclosed left paren' : at + close.length
    const token = tokenAt(text, at)
    if (typeof token === 'string') return token
    if (token.text === '(') depth++
    if (token.text === ')' && --depth < 0) return 'unexpected right paren'
    tokens.push(token)
    at += token.text.length
  }
  return 'unclosed action'
}

function tokenAt(text: string, at: number): TemplateToken | string {
  const next = text.charAt(at)
  const space = matchAt(SPACE, text, at)
  if (space !== undefined) return { kind: 'space', text: space }
  if (next === '"' || next === '`') {
    const string = matchAt(STRING, text, at)
    if (string === undefined) return 'unterminated quoted string'
    return unquote(string) === undefined ? 'invalid syntax in a quoted string' : { kind: 'constant', text: string }
  }
  if (next === "'") {
    const character = matchAt(CHARACTER, text, at)
    return character === undefined ? 'unterminated character constant' : { kind: 'constant', text: character }
  }
  if (/[\d+-]/.test(next) || (next === '.' && /\d/.test(text.charAt(at + 1)))) return numberAt(text, at)
  const sign = matchAt(SIGN, text, at)
  if (sign !== undefined) return { kind: 'sign', text: sign }
  const found = namedAt(text, at)
  if (!found) return `unexpected "${next}" in an action`
  const behind = text.slice(at + found.text.length, at + found.text.length + 2)
  return behind === '' || /^(?:[ \t\r\n.,|:)(]|\}\})/.test(behind) ? found : `bad character "${behind.charAt(0)}"`
}

function numberAt(text: string, at: number): TemplateToken | string {
  const number = matchAt(NUMBER, text, at)
  const isWhole = number !== undefined && matchAt(NAME, text, at + number.length) === undefined
  return isWhole ? { kind: 'constant', text: number } : 'bad number syntax'
}

function namedAt(text: string, at: number): TemplateToken | undefined {
  const variable = matchAt(VARIABLE, text, at)
  if (variable !== undefined) return { kind: 'variable', text: variable }
  const field = matchAt(FIELD, text, at)
  if (field !== undefined) return { kind: 'field', text: field }
  if (text.charAt(at) === '.') return { kind: 'dot', text: '.' }
  const name = matchAt(NAME, text, at)
  if (name === undefined) return undefined
  return { kind: /^(?:true|false|nil)$/.test(name) ? 'constant' : 'word', text: name }
}
