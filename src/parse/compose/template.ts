/** One piece of a text that Compose interpolates. */
export type Piece =
  | { readonly kind: 'literal'; readonly text: string }
  /** A `${` that begins no expression; the last piece. */
  | { readonly kind: 'invalid' }
  | {
      readonly kind: 'variable'
      readonly name: string
      readonly operator: Operator
      /** What stands behind the operator. */
      readonly argument: string
      /** Offsets of the whole expression in the text. */
      readonly start: number
      readonly end: number
    }

/** What comes behind the name in `${NAME…}`. */
export type Operator = '' | ':-' | '-' | ':?' | '?' | ':+' | '+'

const NAME = /[_a-zA-Z][_a-zA-Z0-9]*/y
const OPERATOR = /:?[-+?]/y

/**
 * Takes a text apart as compose-go v2.16 (template/template.go) does: `$$` is a `$`, a `$` before anything that is no name
 * and no `{` is itself, an expression ends at the brace that balances it or else at the last one on its line. A `${`
 * that does not begin an expression, which Compose rejects, ends the pieces.
 */
export function parseTemplate(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let literalFrom = 0
  let dollar = text.indexOf('$')
  while (dollar !== -1) {
    const next = text.charAt(dollar + 1)
    const piece = next === '$' ? undefined : next === '{' ? readBraced(text, dollar) : readBare(text, dollar)
    if (piece === 'invalid') return [...pieces, { kind: 'invalid' }]
    if (piece || next === '$') {
      if (dollar > literalFrom) pieces.push({ kind: 'literal', text: text.slice(literalFrom, dollar) })
      pieces.push(piece ?? { kind: 'literal', text: '$' })
      literalFrom = piece?.end ?? dollar + 2
    }
    dollar = text.indexOf('$', Math.max(literalFrom, dollar + 1))
  }
  if (literalFrom < text.length) pieces.push({ kind: 'literal', text: text.slice(literalFrom) })
  return pieces
}

type Variable = Extract<Piece, { kind: 'variable' }>

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

function readBare(text: string, dollar: number): Variable | undefined {
  const name = match(NAME, text, dollar + 1)
  if (name === undefined) return undefined
  return { kind: 'variable', name, operator: '', argument: '', start: dollar, end: dollar + 1 + name.length }
}

function readBraced(text: string, dollar: number): Variable | 'invalid' {
  const name = match(NAME, text, dollar + 2)
  if (name === undefined) return 'invalid'
  const behind = dollar + 2 + name.length
  if (text.charAt(behind) === '}') {
    return { kind: 'variable', name, operator: '', argument: '', start: dollar, end: behind + 1 }
  }
  const operator = match(OPERATOR, text, behind) as Operator | undefined
  if (operator === undefined) return 'invalid'
  const from = behind + operator.length
  const lineBreak = text.indexOf('\n', from)
  const close = closingBrace(text, from, lineBreak === -1 ? text.length : lineBreak)
  if (close === undefined) return 'invalid'
  return { kind: 'variable', name, operator, argument: text.slice(from, close), start: dollar, end: close + 1 }
}

/** Compose takes the character behind an opening brace for part of it, so `{}` opens and does not close. */
function closingBrace(text: string, from: number, lineEnd: number): number | undefined {
  let open = 1
  let last: number | undefined
  for (let i = from; i < lineEnd; i += 1) {
    const character = text.charCodeAt(i)
    if (character === 0x7d) {
      last = i
      open -= 1
      if (open === 0) return i
    } else if (character === 0x7b) {
      open += 1
      i += 1
      if (text.charCodeAt(i) === 0x7d && i < lineEnd) last = i
    }
  }
  return last
}
