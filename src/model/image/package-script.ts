import { parseShell, type ShellScript } from '../../parse/shell.js'
import { joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { Workload } from '../system.js'

/** What `npm start`, `yarn start:prod`, `pnpm run serve` execute, by the package.json of what is built; undefined when it is not there. */
export function packageScript(
  words: readonly (string | null)[],
  workload: Pick<Workload, 'image' | 'pm2' | 'deployment' | 'at'> & { readonly directory?: string },
  tree: Tree,
): ShellScript | undefined {
  const name = scriptName(words)
  const folder = workload.image?.context?.path ?? workload.directory ?? (workload.pm2 ? folderOf(workload) : undefined)
  const source = name === undefined || folder === undefined ? undefined : tree.read(joinPath(folder, 'package.json'))
  if (!source || name === undefined) return undefined
  const scripts = /"scripts"\s*:\s*\{/.exec(source.text)
  if (!scripts) return undefined
  const key = JSON.stringify(name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const entry = new RegExp(`${key}\\s*:\\s*"((?:[^"\\\\]|\\\\.){0,2000})"`).exec(source.text.slice(scripts.index))
  if (!entry) return undefined
  const start = scripts.index + entry.index
  return parseShell(unescaped(entry[1] ?? ''), { path: source.path, start, end: start + entry[0].length })
}

function folderOf({ at }: Pick<Workload, 'at'>): string {
  return at.path.includes('/') ? at.path.slice(0, at.path.lastIndexOf('/')) : '.'
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}

/** The name of the script that a package manager is told to run. */
function scriptName([program, ...words]: readonly (string | null)[]): string | undefined {
  if (!/(?:^|\/)(?:npm|yarn|pnpm|bun)$/.test(program ?? '')) return undefined
  const operands = words.filter((word): word is string => word !== null && !word.startsWith('-'))
  const [verb, name] = operands
  if (verb === 'run' || verb === 'run-script') return name
  return verb === 'start' || /(?:^|\/)(?:yarn|pnpm)$/.test(program ?? '') ? verb : undefined
}
