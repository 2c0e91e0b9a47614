/** The languages that are read with a grammar of tree-sitter. */
export type GrammarName = 'python' | 'go'

/** The grammars that files of these names need. */
export function grammarsFor(files: Iterable<{ readonly path: string }>): readonly GrammarName[] {
  const names = new Set<GrammarName>()
  for (const { path } of files) {
    if (path.endsWith('.py')) names.add('python')
    else if (path.endsWith('.go')) names.add('go')
  }
  return [...names]
}
