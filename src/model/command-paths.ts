import { directoryOf, joinPath } from '../paths.js'
import type { Tree } from '../tree.js'

/** Where relative names may start from, likeliest first: the folder that was changed to, the script's, the root. */
export function directoriesOf(before: string, folder: string | undefined, path: string): readonly string[] {
  const changed = changedFolder(before) ?? folder
  const own = directoryOf(path)
  return [...(changed === undefined ? [] : [joinPath('.', changed), joinPath(own, changed)]), own, '.']
}

/** The folder that a line of a script or pipeline changes to. */
export function changedFolder(text: string): string | undefined {
  const match = /(?:^|[\s;&("'])(?:cd|pushd)\s+["']?([\w./-]+)|^\s*(?:-\s+)?working-directory:\s*["']?([\w./-]+)/.exec(
    text,
  )
  const folder = match?.[1] ?? match?.[2]
  return folder === undefined || folder.startsWith('/') ? undefined : folder
}

/**
 * The file or folder of the tree that a command means by a name; undefined when there is none. `$ROOT/compose.yaml`: the
 * variable stands for a folder that only the run tells.
 */
export function resolveName(name: string, directories: readonly string[], tree: Tree): string | undefined {
  const bare = name.replace(/^(?:\$\{\w+\}|\$\([^()]{1,200}\)|\$\w+)\//, '')
  if (bare === '' || bare.startsWith('/') || bare.includes('$')) return undefined
  return directories.map(directory => joinPath(directory, bare)).find(path => path !== '.' && tree.exists(path))
}
