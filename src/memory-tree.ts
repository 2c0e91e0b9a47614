import { formatOf } from './discover/classify.js'
import { joinPath } from './paths.js'
import type { RepositoryFile, Tree } from './tree.js'

/** A tree that is held in memory: the repositories of rule examples and tests. Every file counts as tracked by git. */
export function treeOf(files: ReadonlyMap<string, string>): Tree {
  const read = (path: string) => {
    const at = joinPath('.', path)
    const text = files.get(at)
    return text === undefined ? undefined : { path: at, text }
  }
  const directories = new Set(['.'])
  for (const path of files.keys()) {
    for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', end + 1)) directories.add(path.slice(0, end))
  }
  const listed = [...files].map(([path, text]): RepositoryFile => ({ path, size: Buffer.byteLength(text), format: formatOf(path, () => text) }))
  return {
    files: listed.sort((a, b) => (a.path < b.path ? -1 : 1)),
    read,
    exists: path => files.has(joinPath('.', path)) || directories.has(joinPath('.', path)),
    skipped: [],
    tracked: path => files.has(joinPath('.', path)),
  }
}
