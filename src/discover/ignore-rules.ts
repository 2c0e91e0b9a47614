import type { Ignore } from 'ignore'
import { matcherOf } from './ignore-matcher.js'

/** The patterns of one `.gitignore`, for the paths below the folder it lies in. */
export interface IgnoreRules {
  /** The folder, from the top of the work tree; empty for the top. */
  readonly base: string
  readonly matcher: Ignore
}

const PATTERN_LIMIT = 5_000
const PATTERN_LENGTH = 1_000

/**
 * Reads patterns as git does: case matters. Patterns with more than two `*` in one part, or more than three `**`, are left
 * out: they are matched by a regular expression, which such a pattern could keep busy for hours.
 */
export function readIgnoreRules(base: string, text: string): IgnoreRules | undefined {
  const patterns = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/, PATTERN_LIMIT)
    .filter(line => line !== '' && !line.startsWith('#') && isHarmless(line))
  return patterns.length === 0 ? undefined : { base, matcher: matcherOf(patterns) }
}

function isHarmless(pattern: string): boolean {
  if (pattern.length > PATTERN_LENGTH) return false
  const parts = pattern.split('/')
  const deep = parts.filter(part => /^!?\*\*$/.test(part)).length
  return deep <= 3 && parts.every(part => /^!?\*\*$/.test(part) || (part.match(/\*+/g)?.length ?? 0) <= 2)
}

/**
 * Whether the rules, outermost first, ignore a path from the top of the work tree; folders end in `/`. The innermost rule
 * that says something decides. The folders above the path are taken to be not ignored.
 */
export function isIgnored(rules: readonly IgnoreRules[], path: string): boolean {
  for (let at = rules.length - 1; at >= 0; at--) {
    const { base = '', matcher } = rules[at] ?? {}
    const inner = base === '' ? path : path.slice(base.length + 1)
    const result = matcher?.test(inner)
    if (result?.ignored) return true
    if (result?.unignored) return false
  }
  return false
}
