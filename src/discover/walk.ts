import { join } from 'node:path'
import { readSmall, type WorkTree } from './git.js'
import { type IgnoreRules, isIgnored, readIgnoreRules } from './ignore-rules.js'
import { isCopy, isGeneratedFolder, isLeftOutByEvidence } from './leave-out.js'
import type { Entry, Storage } from './storage.js'

/** What stands below the root, before any file is looked into. Paths are from the root, `/`-separated. */
export interface Walk {
  /** Sizes in bytes by path. */
  readonly files: Map<string, number>
  readonly directories: Set<string>
  /** Folders and copies that exist and are not gone through. */
  readonly leftOut: Set<string>
  readonly links: string[]
  readonly skipped: { readonly path: string; readonly because: string }[]
}

export interface WalkOptions {
  readonly storage: Storage
  readonly workTree: WorkTree | undefined
  /** Patterns of the user, as in a `.gitignore` at the root. */
  readonly exclude: readonly string[]
}

const FILE_LIMIT = 100_000
const DEPTH_LIMIT = 64

interface Walker extends Walk {
  readonly options: WalkOptions
  readonly prefix: string
  readonly excluded: readonly IgnoreRules[]
  /** Folders, from the top of the work tree, that hold a tracked file. */
  readonly trackedFolders: ReadonlySet<string>
  full: boolean
}

interface Folder {
  /** From the root; empty for the root. */
  readonly path: string
  readonly depth: number
  readonly rules: readonly IgnoreRules[]
  /** Git ignores it: only what is tracked all the same counts. */
  readonly ignored: boolean
  readonly beside: ReadonlySet<string>
}

/** Goes through the folders below the root, without following symbolic links. */
export function walk(options: WalkOptions): Walk {
  const workTree = options.workTree
  const excluded = readIgnoreRules('', options.exclude.join('\n'))
  const walker: Walker = {
    files: new Map(),
    directories: new Set(),
    leftOut: new Set(),
    links: [],
    skipped: [],
    options,
    prefix: workTree?.prefix ? `${workTree.prefix}/` : '',
    excluded: excluded ? [excluded] : [],
    trackedFolders: foldersOf(workTree?.index?.paths ?? []),
    full: false,
  }
  const waiting: Folder[] = [{ path: '', depth: 0, rules: outerRules(workTree), ignored: false, beside: new Set() }]
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    if (walker.full) break
    for (const inside of enter(walker, folder)) waiting.push(inside)
  }
  return walker
}

function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>()
  for (const path of paths) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at)
      if (folders.has(folder)) break
      folders.add(folder)
    }
  }
  return folders
}

/** `.git/info/exclude`, and the `.gitignore` files between the top of the work tree and the root. */
export function outerRules(workTree: WorkTree | undefined): readonly IgnoreRules[] {
  if (workTree === undefined) return []
  const rules = [readIgnoreRules('', workTree.exclude)]
  const parts = workTree.prefix === '' ? [] : workTree.prefix.split('/')
  for (let depth = 0; depth < parts.length; depth++) {
    const base = parts.slice(0, depth).join('/')
    rules.push(readIgnoreRules(base, readSmall(join(workTree.top, base, '.gitignore')) ?? ''))
  }
  return rules.filter(one => one !== undefined)
}

function enter(walker: Walker, folder: Folder): Folder[] {
  const entries = list(walker, folder.path)
  const names = new Set(entries.map(entry => entry.name))
  const name = folder.path.slice(folder.path.lastIndexOf('/') + 1)
  if (folder.path !== '' && isLeftOutByEvidence(name, names, folder.beside)) {
    walker.leftOut.add(folder.path)
    return []
  }
  walker.directories.add(folder.path)
  const rules = withOwnRules(walker, folder, entries)
  return entries.flatMap(entry => {
    const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`
    if (entry.name === '.git' || isIgnored(walker.excluded, isFolder(entry) ? `${path}/` : path)) return []
    if (isFolder(entry)) return enterable(walker, folder, rules, path, names)
    if (isWanted(walker, folder, rules, path)) addFile(walker, entry, path)
    return []
  })
}

function isFolder({ kind }: Entry): boolean {
  return kind === 'folder'
}

function list(walker: Walker, path: string): readonly Entry[] {
  try {
    return walker.options.storage.list(path)
  } catch {
    walker.skipped.push({ path: path || '.', because: 'the folder cannot be read' })
    return []
  }
}

function withOwnRules(walker: Walker, folder: Folder, entries: readonly Entry[]): readonly IgnoreRules[] {
  if (!entries.some(entry => entry.name === '.gitignore' && entry.kind === 'file')) return folder.rules
  const base = walker.prefix + folder.path
  const text = walker.options.storage.ignoreFile(folder.path)
  const own = readIgnoreRules(base.replace(/\/$/, ''), text)
  return own ? [...folder.rules, own] : folder.rules
}

function enterable(
  walker: Walker,
  folder: Folder,
  rules: readonly IgnoreRules[],
  path: string,
  beside: ReadonlySet<string>,
): Folder[] {
  const full = walker.prefix + path
  const ignored = folder.ignored || isIgnored(rules, `${full}/`)
  if (ignored && !walker.trackedFolders.has(full)) return []
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (isGeneratedFolder(name)) {
    walker.leftOut.add(path)
    return []
  }
  if (folder.depth >= DEPTH_LIMIT) {
    walker.skipped.push({ path, because: `it lies more than ${DEPTH_LIMIT} folders deep` })
    return []
  }
  return [{ path, depth: folder.depth + 1, rules, ignored, beside }]
}

function isWanted(walker: Walker, folder: Folder, rules: readonly IgnoreRules[], path: string): boolean {
  const full = walker.prefix + path
  if (!folder.ignored && !isIgnored(rules, full)) return true
  return walker.options.workTree?.index?.paths.has(full) ?? false
}

function addFile(walker: Walker, entry: Entry, path: string): void {
  if (entry.kind === 'link') {
    walker.links.push(path)
    return
  }
  if (entry.kind !== 'file') return
  if (isCopy(entry.name)) {
    walker.leftOut.add(path)
    return
  }
  if (walker.files.size >= FILE_LIMIT) {
    if (!walker.full) walker.skipped.push({ path, because: `it comes after the first ${FILE_LIMIT} files` })
    walker.full = true
    return
  }
  const size = walker.options.storage.size(path)
  if (size !== undefined) walker.files.set(path, size)
}
