import { type Changes, changesBetween, type Version } from './changes.js'
import type { EditedFile } from './discover/edited.js'
import type { Problem } from './discover/git/references.js'
import type { Snapshot } from './discover/git/snapshot.js'
import { openVersions, type Versions } from './discover/git/versions.js'
import { discover, discoverIn } from './discover.js'
import type { Tree } from './tree.js'
import { UsageError } from './usage.js'

/** Which of the findings are shown and gated, by where they are: on changed lines, in changed files, or anywhere. */
export type ChangedScope = 'lines' | 'files' | 'all'

/** What of the repository is audited, and with which earlier version of it the findings are compared. */
export interface TreeOptions {
  readonly exclude: readonly string[]
  /** The index of git is audited instead of the work tree. */
  readonly staged?: boolean
  /** A revision: the version in which the current branch left it is audited too. */
  readonly since?: string
  readonly changed?: ChangedScope
  /** `GIT_INDEX_FILE`, as git gives it to hooks. */
  readonly indexFile?: string
  /** Audited in place of what is on disk: what has changed is this file. */
  readonly edited?: EditedFile
}

/** The trees of one audit. */
export interface Trees {
  readonly now: Tree
  /** What `since` names, with the commit that it came to. */
  readonly base?: { readonly tree: Tree; readonly commit: string }
  /** What changed since the base, or else since the last commit; absent when nobody asks. */
  readonly changes?: Changes
  /** The trees cannot be read any more then. */
  readonly close: () => void
}

/** Opens them. Throws a UsageError when git does not have what is asked for. */
export function openTrees(root: string, options: TreeOptions): Trees {
  const { exclude, staged = false, since, edited } = options
  if (edited)
    return {
      now: withFile(edited, discover(root, { exclude, edited })),
      changes: changesIn(edited.path),
      close: () => {},
    }
  if (!staged && since === undefined) return { now: discover(root, { exclude }), close: () => {} }
  const flag = staged ? '--staged' : '--since'
  const versions = have(openVersions(root, options.indexFile), flag)
  try {
    const version = (snapshot: Snapshot): Version => ({
      tree: discoverIn(snapshot, { exclude }),
      objectAt: snapshot.objectAt,
    })
    const now = staged ? version(have(versions.index(), flag)) : { tree: discover(root, { exclude }) }
    const found = since === undefined ? undefined : have(versions.base(since, !staged), '--since')
    const base = found && version(found)
    return {
      now: now.tree,
      ...(found && base && { base: { tree: base.tree, commit: found.commit } }),
      changes: base ? changesBetween(base, now) : stagedChanges(versions, version, now, options),
      close: versions.close,
    }
  } catch (error) {
    versions.close()
    throw error
  }
}

/** What is not read cannot be right: nobody is told that nothing is found in it. */
function withFile({ path }: EditedFile, tree: Tree): Tree {
  if (tree.files.some(file => file.path === path)) return tree
  throw new UsageError(
    `${path} is not audited: git ignores it, the configuration excludes it, or it is a link or a copy`,
  )
}

function changesIn(edited: string): Changes {
  const isChanged = (path: string) => path === edited
  return { renames: new Map(), isChanged, touches: ({ path }) => isChanged(path) }
}

/** By whole files the objects are compared alone: nothing of the last commit is read but what leads to them. */
function stagedChanges(
  versions: Versions,
  version: (snapshot: Snapshot) => Version,
  now: Version,
  { changed }: TreeOptions,
): Changes {
  if (changed === 'lines') return changesBetween(version(have(versions.head(), '--staged')), now)
  const isChanged = have(versions.staged(), '--staged')
  return { renames: new Map(), isChanged, touches: ({ path }) => isChanged(path) }
}

function have<T extends object>(found: T | Problem, flag: string): T {
  if ('problem' in found) throw new UsageError(`${flag}: ${found.problem}`)
  return found
}
