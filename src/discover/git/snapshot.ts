import { join } from 'node:path'
import { type Repository, readData, repositoryAt } from '../git.js'
import { type GitEntry, LINK, REGULAR } from '../git-index.js'
import { largeFileObject } from '../large-files.js'
import type { Entry, Storage } from '../storage.js'
import { type GitObjects, openObjects } from './objects.js'
import { isSubmodule, readTree } from './tree.js'

/** A version of the repository as git keeps it: what a fresh checkout of it would hold. */
export interface Snapshot extends Storage {
  /** The name of the object at a path, which says whether two versions of a file are the same; undefined without a file. */
  readonly objectAt: (path: string) => string | undefined
  readonly paths: readonly string[]
  /** Closes what was opened for submodules. */
  readonly close: () => void
}

interface Kept {
  readonly entry: GitEntry
  readonly objects: GitObjects
  /** The shared directory of the repository that it is in. */
  readonly common: string
}

/** No file that is audited is larger; what Git LFS keeps has no other limit. */
const LARGE_FILE_LIMIT = 8 * 1024 * 1024
const DEEPEST_SUBMODULE = 8
const MOST_HOPS = 40

/** A snapshot of the audited folder, from entries of an index or a tree. */
export function snapshotOf(repository: Repository, objects: GitObjects, entries: readonly GitEntry[]): Snapshot {
  const inside = repository.prefix === '' ? '' : `${repository.prefix}/`
  const files = new Map<string, Kept>()
  const broken = new Set<string>()
  const opened: GitObjects[] = []
  const add = (one: Repository, store: GitObjects, list: readonly GitEntry[], depth: number) => {
    for (const entry of list) {
      const isNear = entry.path.startsWith(inside) || (isSubmodule(entry) && inside.startsWith(`${entry.path}/`))
      if (!isNear || !isHarmless(entry.path)) continue
      const path = entry.path.slice(inside.length)
      if (!isSubmodule(entry)) files.set(path, { entry, objects: store, common: one.common })
      else if (!mount(entry, depth)) broken.add(path)
    }
  }
  /** What a submodule holds at the commit that is recorded, where it is checked out; else it is an empty folder, as on disk. */
  const mount = (entry: GitEntry, depth: number): boolean => {
    const module = depth < DEEPEST_SUBMODULE ? repositoryAt(join(repository.top, entry.path)) : undefined
    if (module === undefined) return depth < DEEPEST_SUBMODULE
    const store = openObjects(module.common, module.hashSize)
    opened.push(store)
    const tree = /^tree ([0-9a-f]+)\n/.exec(store.read(entry.object)?.data.toString('latin1') ?? '')?.[1]
    const list = tree === undefined ? undefined : readTree(store, tree, module.hashSize, entry.path)
    if (list !== undefined) add(module, store, list, depth + 1)
    return list !== undefined
  }
  add(repository, objects, entries, 0)
  return {
    ...storageOf(files, broken),
    objectAt: path => files.get(path)?.entry.object,
    paths: [...files.keys()],
    close: () => {
      for (const store of opened) store.close()
    },
  }
}

/** Git checks out no such path; a tree can be made by hand that has one. */
function isHarmless(path: string): boolean {
  return path.split('/').every(part => part !== '' && part !== '.' && part !== '..' && part.toLowerCase() !== '.git')
}

function storageOf(files: ReadonlyMap<string, Kept>, broken: ReadonlySet<string>): Storage {
  const folders = foldersOf(files, broken)
  return {
    list: folder => {
      if (broken.has(folder)) throw new Error('the commit of this submodule is not here')
      return folders.get(folder) ?? []
    },
    size: path => {
      const file = files.get(path)
      if (file?.entry.type !== REGULAR) return undefined
      return file.entry.size > 0 ? file.entry.size : file.objects.size(file.entry.object)
    },
    bytes: path => {
      const file = files.get(path)
      const object = file?.objects.read(file.entry.object)
      if (!file || object?.type !== 'blob') throw new Error('there is no such object')
      return largeFile(file.common, object.data) ?? object.data
    },
    // All that git keeps is part of the repository, whatever a .gitignore says.
    ignoreFile: () => '',
    realPath: path => realPathIn(files, folders, path),
  }
}

function foldersOf(files: ReadonlyMap<string, Kept>, empty: Iterable<string>): ReadonlyMap<string, readonly Entry[]> {
  const folders = new Map<string, Entry[]>([['', []]])
  const listOf = (folder: string): Entry[] => {
    const found = folders.get(folder)
    if (found) return found
    const fresh: Entry[] = []
    folders.set(folder, fresh)
    const [above, name] = split(folder)
    listOf(above).push({ name, kind: 'folder' })
    return fresh
  }
  for (const folder of empty) listOf(folder)
  for (const [path, { entry }] of files) {
    const [folder, name] = split(path)
    listOf(folder).push({ name, kind: entry.type === LINK ? 'link' : 'file' })
  }
  return folders
}

/** The folder of a path, empty for the root, and its name in it. */
function split(path: string): readonly [string, string] {
  const at = path.lastIndexOf('/')
  return at === -1 ? ['', path] : [path.slice(0, at), path.slice(at + 1)]
}

/** The content that Git LFS has stored for a pointer, where it has been fetched. */
function largeFile(common: string, data: Buffer): Buffer | undefined {
  const name = data.length <= 1024 ? largeFileObject(data.toString('latin1')) : undefined
  if (name === undefined) return undefined
  return readData(join(common, 'lfs', 'objects', name.slice(0, 2), name.slice(2, 4), name), LARGE_FILE_LIMIT)
}

/** Follows links within the snapshot, as the file system would. */
function realPathIn(
  files: ReadonlyMap<string, Kept>,
  folders: ReadonlyMap<string, readonly Entry[]>,
  path: string,
): string | undefined {
  const waiting = path.split('/').reverse()
  let at = ''
  for (let hops = 0; waiting.length > 0; ) {
    const part = waiting.pop() ?? ''
    if (part === '' || part === '.') continue
    if (part === '..') {
      if (at === '') return undefined
      at = split(at)[0]
      continue
    }
    const next = at === '' ? part : `${at}/${part}`
    const file = files.get(next)
    if (file?.entry.type !== LINK) {
      at = next
      continue
    }
    const target = file.objects.read(file.entry.object, 4_096)?.data.toString('utf8') ?? ''
    if (target === '' || target.startsWith('/') || hops++ > MOST_HOPS) return undefined
    waiting.push(...target.split('/').reverse())
  }
  return at !== '' && (files.has(at) || folders.has(at)) ? at : undefined
}
