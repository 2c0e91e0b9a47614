import ignore, { type Ignore } from 'ignore'

/** What the patterns of a `.gitignore` match, as git reads them: case matters. */
export function matcherOf(patterns: readonly string[]): Ignore {
  const matcher = ignore({ ignorecase: false })
  for (const pattern of patterns) {
    try {
      matcher.add(pattern)
    } catch {
      // Not a pattern: git would not match anything by it either.
    }
  }
  return matcher
}

/** Whether one of the patterns of a configuration, as in `.gitignore` but whatever the case, matches a path. */
export function filesMatching(patterns: readonly string[]): (path: string) => boolean {
  const matcher = ignore().add([...patterns])
  return path => ignore.isPathValid(path) && matcher.ignores(path)
}
