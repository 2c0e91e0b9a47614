import type { RoutePath } from '../reverse-proxy.js'

/** One way in which a rule is met. */
export interface RuleMatch {
  /** Host names; empty: any, or those that a regular expression tells. */
  readonly hosts: readonly string[]
  readonly path: RoutePath
}

const LONGEST = 5_000
const MOST_MATCHES = 100
const MOST_DEPTH = 30

type Token =
  | { readonly kind: '(' | ')' | '&&' | '||' | '!' }
  | { readonly kind: 'matcher'; readonly name: string; readonly values: readonly string[] }

const TOKEN = /\s*(?:(\w+)\s*\(((?:\s*(?:`[^`]*`|"(?:[^"\\]|\\.)*")\s*,?)*)\)|(&&|\|\||[()!]))/y
const VALUE = /`([^`]*)`|"((?:[^"\\]|\\.)*)"/g

/** The ways in which a rule such as ``Host(`a.b`) && PathPrefix(`/api`)`` is met; undefined when it cannot be read. */
export function readRule(rule: string): readonly RuleMatch[] | undefined {
  const tokens = tokensOf(rule)
  if (!tokens || tokens.length === 0) return undefined
  const state = { tokens, at: 0 }
  const found = either(state, 0)
  if (!found || state.at < tokens.length) return undefined
  return found.map(({ hosts = [], path }) => ({ hosts, path: path ?? ANY_PATH }))
}

/** A rule that says nothing of the path takes them all. */
export const ANY_PATH: RoutePath = { match: 'prefix', text: '/' }

function tokensOf(rule: string): readonly Token[] | undefined {
  if (rule.length > LONGEST) return undefined
  const tokens: Token[] = []
  const end = rule.trimEnd().length
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(rule)
    if (!found) return undefined
    const [, name, values = '', operator] = found
    if (name === undefined) tokens.push({ kind: operator as '(' })
    else
      tokens.push({
        kind: 'matcher',
        name,
        values: [...values.matchAll(VALUE)].map(([, raw, quoted]) => raw ?? quoted ?? ''),
      })
  }
  return tokens
}

interface State {
  readonly tokens: readonly Token[]
  at: number
}

/** What is known of one way so far; `hosts` absent: nothing was said of them. */
interface Part {
  readonly hosts?: readonly string[]
  readonly path?: RoutePath
}

function either(state: State, depth: number): readonly Part[] | undefined {
  const found: Part[] = []
  for (;;) {
    const one = both(state, depth)
    if (!one) return undefined
    found.push(...one)
    if (found.length > MOST_MATCHES) return undefined
    if (state.tokens[state.at]?.kind !== '||') return found
    state.at++
  }
}

function both(state: State, depth: number): readonly Part[] | undefined {
  let found: readonly Part[] = [{}]
  for (;;) {
    const one = single(state, depth)
    if (!one) return undefined
    found = found.flatMap(left => one.map(right => join(left, right)))
    if (found.length > MOST_MATCHES) return undefined
    if (state.tokens[state.at]?.kind !== '&&') return found
    state.at++
  }
}

function single(state: State, depth: number): readonly Part[] | undefined {
  if (depth > MOST_DEPTH) return undefined
  const token = state.tokens[state.at++]
  if (token?.kind === 'matcher') return matcher(token.name, token.values)
  if (token?.kind === '!') {
    // What is left is everything but that: nothing to name.
    return single(state, depth + 1) && [{}]
  }
  if (token?.kind !== '(') return undefined
  const inner = either(state, depth + 1)
  return inner && state.tokens[state.at++]?.kind === ')' ? inner : undefined
}

/** Matchers with several values (v2) are met by each of them: https://doc.traefik.io/traefik/v2.11/routing/routers/#rule. */
function matcher(name: string, values: readonly string[]): readonly Part[] {
  switch (name.toLowerCase()) {
    case 'host':
    case 'hostheader':
    case 'hostsni':
      return [values.includes('*') ? {} : { hosts: values.map(value => value.toLowerCase()) }]
    case 'path':
      return values.map(text => ({ path: pathOf('exact', text) }))
    case 'pathprefix':
      return values.map(text => ({ path: pathOf('prefix', text) }))
    case 'pathregexp':
      return values.map(text => ({ path: { match: 'regex', text } }))
    default:
      return [{}]
  }
}

/** Before v3 a path may hold parts in braces that are regular expressions. */
function pathOf(match: 'exact' | 'prefix', text: string): RoutePath {
  return { match: text.includes('{') ? 'regex' : match, text }
}

function join(left: Part, right: Part): Part {
  const hosts =
    left.hosts && right.hosts ? left.hosts.filter(host => right.hosts?.includes(host)) : (left.hosts ?? right.hosts)
  const path = left.path && right.path ? moreExact(left.path, right.path) : (left.path ?? right.path)
  return { ...(hosts ? { hosts } : {}), ...(path ? { path } : {}) }
}

function moreExact(one: RoutePath, other: RoutePath): RoutePath {
  if (one.match !== other.match) return one.match === 'exact' || other.match === 'regex' ? one : other
  return one.text.length >= other.text.length ? one : other
}
