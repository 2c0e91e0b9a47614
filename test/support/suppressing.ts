import type { Finding } from '../../src/finding.js'

/** The files with a comment above each finding that accepts it, where the format has comments. */
export function suppressedEverywhere(
  files: ReadonlyMap<string, string>,
  findings: readonly Finding[],
): ReadonlyMap<string, string> {
  return new Map(
    [...files].map(([path, text]) => {
      const own = findings.filter(finding => finding.place.path === path)
      if (!/(\.ya?ml|\.env|dockerfile)$/i.test(path) || own.length === 0) return [path, text] as const
      const lines = text.split('\n').flatMap((line, index) => {
        const indent = line.slice(0, line.length - line.trimStart().length)
        const comments = own
          .filter(finding => finding.place.line === index + 1)
          .map(finding => `${indent}# erp-audit-ignore ${finding.rule}: known`)
        return [...comments, line]
      })
      return [path, lines.join('\n')] as const
    }),
  )
}
