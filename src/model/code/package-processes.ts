import { readJsonObject } from '../../code/json.js'
import { standsAside } from '../../code/paths.js'
import { directoryOf } from '../../paths.js'
import type { Tree } from '../../tree.js'
import { isApartFromProduction } from './places.js'
import { NOTHING_SET, type PlatformProcess } from './platform.js'

/** What only a package that others install says of itself. */
const PUBLISHED = ['bin', 'files', 'publishConfig', 'exports', 'types', 'typings', 'module', 'peerDependencies']

/**
 * The packages that a platform could run as they are: those with a `start` script, which is what Heroku, Render, Railway and
 * their like run where nothing tells them otherwise. Not libraries and command line tools.
 */
export function packageProcesses(tree: Tree): readonly PlatformProcess[] {
  return tree.files.flatMap((file): PlatformProcess[] => {
    const { path } = file
    if (file.format !== 'package-json' || isApartFromProduction(path) || standsAside(path)) return []
    const source = tree.read(path)
    const manifest = source && readJsonObject(source)
    const scripts = manifest?.scripts
    if (!source || !manifest || PUBLISHED.some(key => key in manifest)) return []
    if (typeof scripts !== 'object' || scripts === null || !('start' in scripts)) return []
    const start = Math.max(0, source.text.search(/"start"\s*:/))
    return [
      {
        name: typeof manifest.name === 'string' ? manifest.name : 'start',
        isWeb: true,
        command: 'npm start',
        directory: directoryOf(path),
        at: { path, start, end: start + '"start"'.length },
        checks: [],
        ...NOTHING_SET,
      },
    ]
  })
}
