/** What is known of a variable: its value, that it is declared and has none, or that its value is not known and why. */
export type Variable =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'unset' }
  | { readonly kind: 'unknown'; readonly because: string }

/** A text with its variables put in, or why that cannot be done. */
export type Expanded =
  | { readonly known: true; readonly value: string }
  | { readonly known: false; readonly because: string }

/** How to look a name up, and the escape character of the file. */
export interface Scope {
  readonly lookup: (name: string) => Variable
  readonly escapeCharacter: string
  /** Characters that variables of the file may still be put in for: they can double with every line. */
  readonly budget: { left: number }
}

/** A budget for one file: far above what any real one makes. */
export function expansionBudget(): Scope['budget'] {
  return { left: 4_000_000 }
}

interface Position {
  at: number
}

const DEPTH_LIMIT = 16

/**
 * Puts variables into a word and takes its quotes off, as BuildKit does
 * (https://github.com/moby/buildkit, `frontend/dockerfile/shell/lex.go`, v0.34). Patterns (`${x#y}`, `${x%y}`, `${x/y/z}`)
 * make the whole unknown.
 */
export function expand(text: string, scope: Scope): Expanded {
  return expandUntil(text, { at: 0 }, '', scope, 0)
}

function expandUntil(text: string, position: Position, stop: string, scope: Scope, depth: number): Expanded {
  const pieces: string[] = []
  let quote = ''
  let because: string | undefined
  while (position.at < text.length) {
    const character = text[position.at] ?? ''
    if (quote === '' && character === stop) break
    if (character === '$' && quote !== "'") {
      const variable = expandVariable(text, position, scope, depth)
      if (variable.known) pieces.push(variable.value)
      else because ??= variable.because
      continue
    }
    position.at++
    if (character === scope.escapeCharacter && quote !== "'") {
      const next = text[position.at] ?? ''
      const kept = quote === '"' && next !== '"' && next !== '$' && next !== scope.escapeCharacter
      pieces.push(kept ? character + next : next)
      position.at++
    } else if (quote === '' && (character === '"' || character === "'")) quote = character
    else if (character === quote) quote = ''
    else pieces.push(character)
  }
  if (quote !== '') because ??= 'a quote is never closed'
  return because === undefined ? { known: true, value: pieces.join('') } : { known: false, because }
}

function expandVariable(text: string, position: Position, scope: Scope, depth: number): Expanded {
  position.at++
  if (text[position.at] === '{') return expandBraces(text, position, scope, depth)
  const name = nameAt(text, position.at)
  position.at += name.length
  return name === '' ? { known: true, value: '$' } : plain(name, scope)
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at
  return NAME.exec(text)?.[0] ?? ''
}

const NAME = /[\p{L}_][\p{L}\p{Nd}_]*|\p{Nd}+|[@*#?\-$!]/uy

function plain(name: string, scope: Scope): Expanded {
  const variable = scope.lookup(name)
  if (variable.kind === 'value') {
    scope.budget.left -= variable.value.length
    if (scope.budget.left < 0) return { known: false, because: 'the variables of the file expand to too much' }
    return { known: true, value: variable.value }
  }
  return { known: false, because: variable.kind === 'unknown' ? variable.because : `${name} has no value here` }
}

function expandBraces(text: string, position: Position, scope: Scope, depth: number): Expanded {
  position.at++
  const name = nameAt(text, position.at)
  position.at += name.length
  const [operator = ''] = /^(?::?[-+?]|[#%/]|:)/.exec(text.slice(position.at, position.at + 2)) ?? []
  position.at += operator.length
  if (depth >= DEPTH_LIMIT) {
    position.at = text.length
    return { known: false, because: 'its variables are nested too deep' }
  }
  const word = expandUntil(text, position, '}', scope, depth + 1)
  if (text[position.at] !== '}') return { known: false, because: 'a “${” is never closed' }
  position.at++
  if (name === '') return { known: false, because: 'a variable name is missing' }
  if (operator === '') return plain(name, scope)
  return apply(name, operator, word, scope)
}

function apply(name: string, operator: string, word: Expanded, scope: Scope): Expanded {
  const variable = scope.lookup(name)
  if (variable.kind === 'unknown') return { known: false, because: variable.because }
  const empty = variable.kind === 'unset' || (operator.startsWith(':') && variable.value === '')
  switch (operator.at(-1)) {
    case '-':
      return empty ? word : plain(name, scope)
    case '+':
      return empty ? { known: true, value: '' } : word
    case '?':
      return empty ? { known: false, because: `${name} has no value here` } : plain(name, scope)
    default:
      return { known: false, because: `a pattern is applied to ${name}` }
  }
}
