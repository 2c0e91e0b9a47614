import type { ListNode } from '../../parse/node.js'
import { parseAnyYaml } from '../../parse/yaml.js'

/**
 * The text of a `.pre-commit-config.yaml` with one more entry at the end of `repos`; every other character stays.
 * Undefined where that list is not written one entry a line, or cannot be read.
 */
export function withHook(text: string, entry: readonly string[]): string | undefined {
  const repos = reposOf(text)
  const first = repos?.items[0]
  const last = repos?.items.at(-1)
  if (!repos || !first || !last) return undefined
  const before = text.slice(text.lastIndexOf('\n', first.at.start - 1) + 1, first.at.start)
  const indent = /^( *)- +$/.exec(before)?.[1]
  if (indent === undefined) return undefined
  const end = endOfLine(text, lastCharacter(text, last.at.end))
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const added = entry.map(line => `${newline}${indent}${line}`).join('')
  const longer = `${text.slice(0, end)}${added}${text.slice(end) || newline}`
  return reposOf(longer)?.items.length === repos.items.length + 1 ? longer : undefined
}

function reposOf(text: string): ListNode | undefined {
  const file = parseAnyYaml({ path: '.pre-commit-config.yaml', text })
  const root = file.documents.length === 1 && file.problems.length === 0 ? file.documents[0]?.root : undefined
  const repos = root?.kind === 'map' ? root.entries.get('repos')?.node : undefined
  return repos?.kind === 'list' ? repos : undefined
}

/** Where the last character before `end` stands that is no blank and no line break. */
function lastCharacter(text: string, end: number): number {
  let at = end
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--
  return at
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  if (at === -1) return text.length
  return text[at - 1] === '\r' ? at - 1 : at
}
