import { type Dirent, lstatSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { type GitIndex, readGitIndex } from './git-index.js'

/** The git work tree that a folder lies in, as far as files tell: git itself is never run, it could run hooks. */
export interface WorkTree {
  /** Top of the work tree, absolute. */
  readonly top: string
  /** Path of the audited folder from the top, `/`-separated; empty when it is the top. */
  readonly prefix: string
  /** The text of `.git/info/exclude`. */
  readonly exclude: string
  /** Undefined when there is none yet, or it cannot be read. */
  readonly index: GitIndex | undefined
}

const UPWARD_LIMIT = 40
const INDEX_LIMIT = 128 * 1024 * 1024
const SMALL_FILE_LIMIT = 256 * 1024

/** Finds the work tree around `root`, an absolute path without symbolic links; undefined when there is none. */
export function findWorkTree(root: string): WorkTree | undefined {
  let top = root
  for (let level = 0; level < UPWARD_LIMIT; level++) {
    const directory = gitDirectory(top)
    if (directory) return openWorkTree(root, top, directory)
    const parent = dirname(top)
    if (parent === top) return undefined
    top = parent
  }
  return undefined
}

function openWorkTree(root: string, top: string, directory: GitDirectory): WorkTree {
  const config = readSmall(join(directory.common, 'config')) ?? ''
  const data = readBytes(join(directory.own, 'index'), INDEX_LIMIT)
  const hashSize = /^\s*objectformat\s*=\s*sha256\s*$/im.test(config) ? 32 : 20
  return {
    top,
    prefix: relative(top, root).split(sep).join('/'),
    exclude: readSmall(join(directory.common, 'info', 'exclude')) ?? '',
    index: data && readGitIndex(data, hashSize),
  }
}

interface GitDirectory {
  /** Where the index of this work tree is. */
  readonly own: string
  /** Where the configuration shared by all work trees is. */
  readonly common: string
}

/** The `.git` of a folder: a directory, or a file of a linked work tree or submodule that points at one. */
function gitDirectory(top: string): GitDirectory | undefined {
  const path = join(top, '.git')
  const kind = kindOf(path)
  if (kind?.isDirectory()) return kindOf(join(path, 'HEAD'))?.isFile() ? { own: path, common: path } : undefined
  if (!kind?.isFile()) return undefined
  const target = /^gitdir: ([^\r\n]+)/.exec(readSmall(path) ?? '')?.[1]
  const own = target === undefined ? undefined : realPath(resolve(top, target))
  if (own === undefined || !belongsTo(own, path)) return undefined
  const common = readSmall(join(own, 'commondir'))?.trim()
  return { own, common: common === undefined ? own : (realPath(resolve(own, common)) ?? own) }
}

/**
 * A `.git` file may name any folder of the machine. It is followed only to a folder that git itself would have made for
 * it: a linked work tree, which points back, or a submodule of the repository that it lies in.
 */
function belongsTo(own: string, gitFile: string): boolean {
  const parts = own.split(sep)
  const back = readSmall(join(own, 'gitdir'))?.trim()
  if (parts.includes('worktrees') && back !== undefined) return realPath(resolve(own, back)) === realPath(gitFile)
  const modules = parts.lastIndexOf('modules')
  const git = parts.lastIndexOf('.git')
  return git !== -1 && modules === git + 1 && gitFile.startsWith(parts.slice(0, git).join(sep) + sep)
}

function kindOf(path: string): Pick<Dirent, 'isFile' | 'isDirectory'> | undefined {
  return lstatSync(path, { throwIfNoEntry: false })
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function readBytes(path: string, limit: number): Buffer | undefined {
  try {
    const status = lstatSync(path)
    return status.isFile() && status.size <= limit ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}

/** The text of a small regular file; undefined for anything else. */
export function readSmall(path: string): string | undefined {
  return readBytes(path, SMALL_FILE_LIMIT)?.toString('utf8')
}
