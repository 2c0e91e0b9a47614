import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { readSmall, realPath } from './git.js'

/** Something in a folder. Symbolic links are links, whatever they lead to. */
export interface Entry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

/** Where files are read from: the disk, the index of git, or a commit. Paths are from the root, `/`-separated. */
export interface Storage {
  /** What lies in a folder (empty: the root). Throws when it cannot be read. */
  list(folder: string): readonly Entry[]
  /** The bytes that a regular file has; undefined when there is none. */
  size(path: string): number | undefined
  /** Throws when the file cannot be read. */
  bytes(path: string): Uint8Array
  /** The same, decoded as UTF-8, each malformed part as U+FFFD; only where that takes less time than `bytes`. Throws as well. */
  decoded?(path: string): string
  /** The text of the `.gitignore` of a folder as far as it decides what is part of the repository; empty without one. */
  ignoreFile(folder: string): string
  /** Where a path leads through symbolic links, from the root; undefined when that is nowhere or outside. */
  realPath(path: string): string | undefined
}

/** The files below a folder of the disk; `root` is absolute and without symbolic links. */
export function diskStorage(root: string): Storage {
  return {
    list: folder =>
      readdirSync(join(root, folder), { withFileTypes: true }).map(entry => ({
        name: entry.name,
        kind: entry.isDirectory() ? 'folder' : entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : 'other',
      })),
    size: path => {
      const status = lstatSync(join(root, path), { throwIfNoEntry: false })
      return status?.isFile() ? status.size : undefined
    },
    bytes: path => readFileSync(join(root, path)),
    // Node opens, reads, closes and decodes in one call then: half the time for small files.
    decoded: path => readFileSync(join(root, path), 'utf8'),
    ignoreFile: folder => readSmall(join(root, folder, '.gitignore')) ?? '',
    realPath: path => {
      const target = realPath(join(root, path))
      return target === undefined ? undefined : insideOf(root, target)
    },
  }
}

/** The path from the root, `/`-separated; undefined when it is not inside. */
function insideOf(root: string, target: string): string | undefined {
  const path = relative(root, target).split(sep).join('/')
  if (path === '' || path === '..' || path.startsWith('../') || target === path) return undefined
  return path
}
