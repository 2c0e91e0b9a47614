import type { FullIndex, GitEntry } from '../git-index.js'
import type { GitObjects } from './objects.js'
import { readTree } from './tree.js'

/**
 * The files of an index that are new or not as they were in a commit, from the top of the work tree. Undefined when an object of the commit is missing. Folders that the index knows to be
 * those of the commit are not read.
 */
export function stagedFiles(
  objects: GitObjects,
  { entries, trees }: FullIndex,
  commitTree: string,
  hashSize: 20 | 32,
): ReadonlySet<string> | undefined {
  if (trees.get('') === commitTree) return new Set()
  const same = new Set<string>()
  const isSame = ({ path, object }: GitEntry) => trees.get(path) === object
  const before = readTree(objects, commitTree, hashSize, '', entry => isSame(entry) && Boolean(same.add(entry.path)))
  if (before === undefined) return undefined
  const objectsBefore = new Map(before.map(entry => [entry.path, entry]))
  const staged = new Set<string>()
  for (const entry of entries) {
    if (isBelow(entry.path, same)) continue
    const old = objectsBefore.get(entry.path)
    if (old?.object !== entry.object || old.type !== entry.type) staged.add(entry.path)
  }
  return staged
}

function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    if (folders.has(path.slice(0, at))) return true
  }
  return false
}
