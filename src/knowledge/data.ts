import { isBefore, type ServiceFacts } from './facts.js'
import type { DataPaths, Distribution } from './software.js'

/** The data directory of an image that also declares it as its VOLUME, the same in every version. */
export function volumeAt(path: string, source: string): Pick<Distribution, 'dataPaths'> {
  return { dataPaths: [{ paths: [path], volumes: [path], source }] }
}

/**
 * Where the data lies: the directory that the settings name, else the image's own for its version. Undefined when a
 * setting names an unknown place, and when the version is not known and the paths differ between versions.
 */
export function dataPathsOf(facts: ServiceFacts): DataPaths | undefined {
  const moved = facts.distribution.dataPath?.(facts)
  if (moved === null) return undefined
  for (const entry of facts.distribution.dataPaths) {
    const before = entry.before ? isBefore(facts.version, entry.before) : true
    if (before === undefined) return undefined
    if (before) return moved === undefined ? entry : { ...entry, paths: [moved] }
  }
  return undefined
}

/**
 * Whether a mount at `target` keeps the data at `path`. It does when it is that directory or one above it, unless the
 * image declares a volume in between: docker then puts a nameless volume there, which goes with the container.
 */
export function mountKeeps(target: string, path: string, volumes: readonly string[] = []): boolean {
  const mount = plain(target)
  if (!holds(mount, plain(path))) return false
  return !volumes.map(plain).some(volume => volume !== mount && holds(mount, volume) && holds(volume, plain(path)))
}

function plain(path: string): string {
  return path.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')
}

function holds(directory: string, path: string): boolean {
  return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`)
}
