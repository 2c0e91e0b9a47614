import { type Changes, changesBetween, type Version } from '../changes.js'
import type { Problem } from '../discover/git/references.js'
import type { Snapshot } from '../discover/git/snapshot.js'
import { openVersions, type Versions } from '../discover/git/versions.js'
import { discover, discoverIn } from '../discover.js'
import type { TreeOptions, Trees } from '../trees.js'
import { UsageError } from '../usage.js'

/** Opens the trees of an audit that looks at the index of git, or at an earlier version. */
export function openTreesOfGit(root: string, options: TreeOptions): Trees {
  const { exclude, staged = false, since } = options
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
