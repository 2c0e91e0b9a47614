import { nameWords } from '../paths.js'
import { type Purpose, purposeOfCommand } from './purpose.js'

const FARTHEST = 100

/**
 * What a command in a file is for: by the target, job, step or function that it stands in, from the inside out, else by the
 * name of the file and of its folders. `lines` are those of the file, `index` that of the command.
 */
export function commandPurpose(lines: readonly string[], index: number, path: string): Purpose | undefined {
  for (const name of [...namesAround(lines, index), ...path.split('/').reverse()]) {
    const purpose = purposeOfCommand(nameWords(name))
    if (purpose) return purpose
  }
  return undefined
}

/** The names of what a line stands in, innermost first. */
export function namesAround(lines: readonly string[], index: number): readonly string[] {
  const line = lines[index] ?? ''
  const script = /^\s*"([\w:.-]+)"\s*:\s*"/.exec(line)?.[1]
  if (script !== undefined) return [script]
  const names: string[] = []
  let indent = indentOf(line)
  for (let at = index - 1; at >= 0 && index - at <= FARTHEST && (indent > 0 || names.length === 0); at--) {
    const text = lines[at] ?? ''
    if (text.trim() === '' || /^\s*#/.test(text)) continue
    const own = indentOf(text)
    const name = nameOf(text)
    if (own < indent || (own === indent && /^\s*-\s+name:/.test(text))) {
      if (name !== undefined) names.push(name)
      indent = Math.min(indent, own)
    } else if (own === 0 && /^\w[\w-]*\)\s*$|^\w[\w-]*\s*\(\)\s*\{/.test(text)) break
  }
  return names
}

function indentOf(line: string): number {
  const start = line.search(/[^ \t]/)
  return start === -1 ? 0 : start
}

/** `deploy: build`, `- name: Deploy to production`, `deploy() {`, `prod)`, `if [ "$1" = prod ]`. */
function nameOf(line: string): string | undefined {
  const text = line.trim().slice(0, 200)
  return (
    /^-?\s*name:\s*(.+)$/.exec(text)?.[1] ??
    /^["']?([\w.-]+)["']?\s*:(?!=)/.exec(text)?.[1] ??
    /^(?:function\s+)?([\w-]+)\s*\(\)/.exec(text)?.[1] ??
    /^\(?["']?([\w|-]+)["']?\)/.exec(text)?.[1] ??
    /^(?:el)?if\s.*==?\s*["']?(\w+)["']?\s*\]/.exec(text)?.[1]
  )
}
