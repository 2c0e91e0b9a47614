import { type Dirent, lstatSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { type GitIndex, readGitIndex } from './git-index.js'

/**
 * The git repository that a folder lies in, as far as files tell. Git itself is never run: the configuration of a
 * repository names programs (`core.fsmonitor`, filters, hooks) that it would start.
 */
export interface Repository extends GitDirectory {
  /** Top of the work tree, absolute. */
  readonly top: string
  /** Path of the audited folder from the top, `/`-separated; empty when it is the top. */
  readonly prefix: string
  /** Bytes of an object name: 20, or 32 in a SHA-256 repository. */
  readonly hashSize: 20 | 32
  /** The text of its configuration file. */
  readonly config: string
}

/** The work tree of a repository. */
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

/** The way from the top of the work tree to a folder, with `/` at its end; empty at the top, and outside of any work tree. */
export function pathInWorkTree(root: string): string {
  const real = realPath(root)
  const prefix = real === undefined ? '' : (findWorkTree(real)?.prefix ?? '')
  return prefix === '' ? '' : `${prefix}/`
}

/** Finds the work tree around `root`, an absolute path without symbolic links; undefined when there is none. */
export function findWorkTree(root: string): WorkTree | undefined {
  const repository = findRepository(root)
  if (repository === undefined) return undefined
  const { top, prefix, common, hashSize } = repository
  const data = readIndexFile(repository)
  const exclude = readSmall(join(common, 'info', 'exclude')) ?? ''
  return { top, prefix, exclude, index: data && readGitIndex(data, hashSize) }
}

/** Finds the repository whose work tree `root` lies in, an absolute path without symbolic links; undefined without one. */
export function findRepository(root: string): Repository | undefined {
  let top = root
  for (let level = 0; level < UPWARD_LIMIT; level++) {
    const repository = repositoryAt(top)
    if (repository) return { ...repository, prefix: relative(top, root).split(sep).join('/') }
    const parent = dirname(top)
    if (parent === top) return undefined
    top = parent
  }
  return undefined
}

/** The repository whose work tree has its top exactly there: the audited one, or a submodule. */
export function repositoryAt(top: string): Repository | undefined {
  const directory = gitDirectory(top)
  if (directory === undefined) return undefined
  const config = readSmall(join(directory.common, 'config')) ?? ''
  const hashSize = /^\s*objectformat\s*=\s*"?sha256"?\s*$/im.test(config) ? 32 : 20
  return { ...directory, top, prefix: '', hashSize, config }
}

/** The bytes of an index, which `git commit --all` and `git commit <path>` put elsewhere; undefined without one. */
export function readIndexFile(repository: Repository, file = join(repository.own, 'index')): Buffer | undefined {
  return readData(resolve(repository.top, file), INDEX_LIMIT)
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
  const git = parts.lastIndexOf('.git')
  return git !== -1 && parts[git + 1] === 'modules' && gitFile.startsWith(parts.slice(0, git).join(sep) + sep)
}

function kindOf(path: string): Pick<Dirent, 'isFile' | 'isDirectory'> | undefined {
  return lstatSync(path, { throwIfNoEntry: false })
}

/** The absolute path without symbolic links; undefined when there is nothing. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

/** The bytes of a regular file of at most `limit` bytes; undefined for anything else. */
export function readData(path: string, limit: number): Buffer | undefined {
  try {
    const status = lstatSync(path)
    return status.isFile() && status.size <= limit ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}

/** The text of a small regular file; undefined for anything else. */
export function readSmall(path: string): string | undefined {
  return readText(path, SMALL_FILE_LIMIT)
}

/** The text of a regular file of at most `limit` bytes; undefined for anything else. */
export function readText(path: string, limit: number): string | undefined {
  return readData(path, limit)?.toString('utf8')
}
