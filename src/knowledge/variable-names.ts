import type { Distribution } from './software.js'

const NAME_LIMIT = 300

/**
 * The exact names of variables that an image reads, as far as they can be listed: patterns that stand for a few names
 * (`^MYSQL_(?:USER|PASSWORD)(?:_FILE)?$`) are written out, open ones (`^KAFKA_`) give none.
 */
export function namesReadBy(distribution: Distribution): ReadonlySet<string> {
  const known = listed.get(distribution)
  const names = known ?? new Set(listNames(distribution))
  if (!known) listed.set(distribution, names)
  return names
}

const listed = new WeakMap<Distribution, ReadonlySet<string>>()

function listNames({ variables, defaultCredentials = [] }: Distribution): readonly string[] {
  if (!variables) return []
  const logins = defaultCredentials.flatMap(one => [one.user?.variable, one.password?.variable])
  return [
    ...variables.reads.flatMap(each => (typeof each === 'string' ? [each] : writtenOut(each))),
    ...variables.required.flatMap(group => group.anyOf),
    ...logins.filter(name => name !== undefined),
  ]
}

/** Whether an image reads a variable, by name or by pattern. */
export function isReadBy(distribution: Distribution, name: string): boolean {
  if (namesReadBy(distribution).has(name)) return true
  const reads = distribution.variables?.reads ?? []
  return reads.some(each => typeof each !== 'string' && each.test(name))
}

/** All texts that a pattern of letters, groups and `?` matches; none when it has anything else in it. */
export function writtenOut(pattern: RegExp): readonly string[] {
  const { source } = pattern
  const alternatives = splitAlternatives(source)
  const found = alternatives.flatMap(one => {
    if (!one.startsWith('^') || !one.endsWith('$')) return []
    return sequence(one.slice(1, -1), 0) ?? []
  })
  return found.length > NAME_LIMIT ? [] : found
}

function splitAlternatives(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '(') depth++
    else if (character === ')') depth--
    else if (character === '|' && depth === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}

function sequence(text: string, depth: number): string[] | undefined {
  let built = ['']
  for (let at = 0; at < text.length; ) {
    let pieces: readonly string[] | undefined
    if (text.startsWith('(?:', at) && depth < 5) {
      const end = closing(text, at)
      if (end === -1) return undefined
      const inner = splitAlternatives(text.slice(at + 3, end)).map(one => sequence(one, depth + 1))
      if (inner.some(one => one === undefined)) return undefined
      pieces = inner.flatMap(one => one ?? [])
      at = end + 1
    } else if (/[A-Za-z0-9_-]/.test(text.charAt(at))) pieces = [text.charAt(at++)]
    else return undefined
    if (text.charAt(at) === '?') {
      pieces = ['', ...pieces]
      at++
    }
    built = built.flatMap(start => (pieces ?? []).map(piece => start + piece))
    if (built.length > NAME_LIMIT) return undefined
  }
  return built
}

function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text.charAt(at) === '(') depth++
    else if (text.charAt(at) === ')' && --depth === 0) return at
  }
  return -1
}
