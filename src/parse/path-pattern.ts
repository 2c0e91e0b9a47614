type Token =
  | { readonly kind: 'character'; readonly text: string }
  | { readonly kind: 'one' | 'some' | 'anything' | 'folders' }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }

const PATTERN_LIMIT = 1_000

/**
 * A matcher for the patterns of `COPY` and `.dockerignore` over whole paths with `/`: `*` and `?` stay within one part,
 * `**` does not, `[a-z]` and `[^a-z]` are one character, `\` escapes
 * (https://docs.docker.com/build/concepts/context/#syntax). Takes time in proportion to pattern and path, whatever they are.
 * A pattern of more than 1,000 characters matches nothing.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  if (pattern.length > PATTERN_LIMIT) return () => false
  const tokens = tokensOf(pattern)
  return path => matches(tokens, path)
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at)
    if (character === '*' && pattern.charAt(at + 1) === '*') {
      while (pattern.charAt(at + 1) === '*') at++
      if (pattern.charAt(at + 1) === '/') {
        at++
        tokens.push({ kind: 'folders' })
      } else tokens.push({ kind: 'anything' })
    } else if (character === '*') tokens.push({ kind: 'some' })
    else if (character === '?') tokens.push({ kind: 'one' })
    else if (character === '[' && pattern.includes(']', at + 2)) {
      const end = pattern.indexOf(']', at + 2)
      tokens.push(classOf(pattern.slice(at + 1, end)))
      at = end
    } else if (character === '\\' && at + 1 < pattern.length) {
      at++
      tokens.push({ kind: 'character', text: pattern.charAt(at) })
    } else tokens.push({ kind: 'character', text: character })
  }
  return tokens
}

function classOf(text: string): Token {
  const negated = text.startsWith('^')
  const ranges: (readonly [string, string])[] = []
  for (let at = negated ? 1 : 0; at < text.length; at++) {
    const first = text.charAt(at)
    if (text.charAt(at + 1) === '-' && at + 2 < text.length) {
      ranges.push([first, text.charAt(at + 2)])
      at += 2
    } else ranges.push([first, first])
  }
  return { kind: 'class', negated, ranges }
}

/** Goes through all ways to match at once. State `n` stands before token n; `-n - 1` is inside the folders of token n. */
function matches(tokens: readonly Token[], path: string): boolean {
  let states = reach(tokens, [0])
  for (let at = 0; at < path.length && states.size > 0; at++) {
    const character = path.charAt(at)
    const next: number[] = []
    for (const state of states) {
      if (state < 0) {
        next.push(state)
        if (character === '/') next.push(-state)
        continue
      }
      const token = tokens[state]
      if (!token) continue
      if (token.kind === 'folders') next.push(-state - 1, ...(character === '/' ? [state + 1] : []))
      else if (token.kind === 'anything' || (token.kind === 'some' && character !== '/')) next.push(state)
      else if (isOne(token, character)) next.push(state + 1)
    }
    states = reach(tokens, next)
  }
  return states.has(tokens.length)
}

function isOne(token: Token, character: string): boolean {
  if (token.kind === 'character') return token.text === character
  if (token.kind === 'one') return character !== '/'
  if (token.kind !== 'class' || character === '/') return false
  return token.ranges.some(([first, last]) => first <= character && character <= last) !== token.negated
}

/** With what can be reached without a character. */
function reach(tokens: readonly Token[], from: readonly number[]): Set<number> {
  const reached = new Set<number>()
  for (const start of from) {
    let state = start
    while (!reached.has(state)) {
      reached.add(state)
      const kind = state < 0 ? undefined : tokens[state]?.kind
      if (kind !== 'folders' && kind !== 'anything' && kind !== 'some') break
      state++
    }
  }
  return reached
}

/**
 * What the patterns of a `.dockerignore` leave out of a context, asked by paths from its root: the last pattern that
 * matches the path or a folder above it decides, `!` takes back (https://github.com/moby/patternmatcher).
 */
export function ignoreMatcher(patterns: readonly string[]): (path: string) => boolean {
  const rules = patterns.map(pattern => {
    const negated = pattern.startsWith('!')
    const text = (negated ? pattern.slice(1) : pattern)
      .trim()
      .replace(/^(?:\.?\/)+/, '')
      .replace(/(?:\/\.?)+$/, '')
    return { negated, match: text === '' || text === '.' ? () => false : pathMatcher(text) }
  })
  return path => {
    const candidates = withParents(path)
    let ignored = false
    for (const { negated, match } of rules) {
      if (ignored === negated && candidates.some(match)) ignored = !negated
    }
    return ignored
  }
}

function withParents(path: string): readonly string[] {
  const found = [path]
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    found.push(path.slice(0, slash))
  }
  return found
}
