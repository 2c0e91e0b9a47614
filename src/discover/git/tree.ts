import { DIRECTORY, GITLINK, type GitEntry } from '../git-index.js'
import type { GitObjects } from './objects.js'

/** Entries beyond which a tree is not read: a hundred thousand files are more than an audit goes through. */
const ENTRY_LIMIT = 500_000
const DEPTH_LIMIT = 128

/**
 * All files, links and submodules of a tree below `folder`, in no order; folders for which `skip` says so are left out.
 * Undefined when an object of it is missing.
 */
export function readTree(
  objects: GitObjects,
  name: string,
  hashSize: 20 | 32,
  folder = '',
  skip: (entry: GitEntry) => boolean = () => false,
): readonly GitEntry[] | undefined {
  const found: GitEntry[] = []
  const waiting = [{ name, folder, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const tree = objects.read(next.name)
    if (tree?.type !== 'tree' || next.depth > DEPTH_LIMIT) return undefined
    for (const entry of entriesOf(tree.data, hashSize, next.folder)) {
      if (entry.type === DIRECTORY && skip(entry)) continue
      if (entry.type === DIRECTORY) waiting.push({ name: entry.object, folder: entry.path, depth: next.depth + 1 })
      else found.push(entry)
    }
    if (found.length > ENTRY_LIMIT) return undefined
  }
  return found
}

/** The entries of one tree object: mode, blank, name, zero byte, and the name of an object. */
function* entriesOf(data: Buffer, hashSize: 20 | 32, folder: string): Generator<GitEntry> {
  for (let at = 0; at < data.length; ) {
    const blank = data.indexOf(0x20, at)
    const zero = data.indexOf(0, blank)
    if (blank === -1 || zero === -1) return
    const type = Number.parseInt(data.toString('latin1', at, blank), 8) & 0o170000
    const name = data.toString('utf8', blank + 1, zero)
    at = zero + 1 + hashSize
    const path = folder === '' ? name : `${folder}/${name}`
    yield { path, type, object: data.toString('hex', zero + 1, at), stage: 0, intended: false, sparse: false, size: 0 }
  }
}

/** Whether an entry is that of a submodule. */
export function isSubmodule({ type }: GitEntry): boolean {
  return type === GITLINK
}
