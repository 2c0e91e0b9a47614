import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** File names in which a configuration is looked for, in each directory. */
export const CONFIG_NAMES: readonly string[] = [
  'erp-audit.yml',
  'erp-audit.yaml',
  'erp-audit.json',
  '.erp-audit.yml',
  '.erp-audit.yaml',
  '.erp-audit.json',
]

/** The key of `package.json` that may hold it instead. */
export const PACKAGE_KEY = 'erpAudit'

const MAX_BYTES = 1_000_000

/** The files of the nearest directory that has a configuration: none, one, or an error of the user when there are more. */
export function findConfig(from: string): readonly string[] {
  for (const directory of upToGitRoot(from)) {
    const found = CONFIG_NAMES.map(name => join(directory, name)).filter(isFile)
    const manifest = join(directory, 'package.json')
    if (isFile(manifest) && holdsConfig(manifest)) found.push(manifest)
    if (found.length > 0) return found
  }
  return []
}

/** The text of a configuration file, or why there is none. */
export function readConfigText(file: string): string | { readonly because: string } {
  try {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat) return { because: 'there is no such file' }
    if (!stat.isFile()) return { because: 'it is not a file' }
    return stat.size > MAX_BYTES ? { because: 'it is larger than a megabyte' } : readFileSync(file, 'utf8')
  } catch {
    return { because: 'access is denied' }
  }
}

/** The directory itself and those above it up to the git root. Without a git root: only itself. */
function upToGitRoot(from: string): readonly string[] {
  const directories: string[] = []
  for (let directory = from; ; directory = dirname(directory)) {
    directories.push(directory)
    if (existsSync(join(directory, '.git'))) return directories
    if (dirname(directory) === directory) return [from]
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function holdsConfig(manifest: string): boolean {
  const text = readConfigText(manifest)
  if (typeof text !== 'string' || !text.includes(`"${PACKAGE_KEY}"`)) return false
  try {
    const data: unknown = JSON.parse(text)
    return typeof data === 'object' && data !== null && Object.hasOwn(data, PACKAGE_KEY)
  } catch {
    return false
  }
}
