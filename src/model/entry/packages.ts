import { directoryOf, joinPath } from '../../paths.js'
import { knownValue } from '../../source.js'
import type { Starting } from '../entry.js'
import { installedForProduction } from '../image/node-build.js'
import { isForDevelopment, isLeftOut, loadedBefore, neededBy, scriptRun } from '../image/node-manifest.js'
import type { EntryFiles, RunCommand } from '../system.js'

/**
 * The package that a start needs, and that its image was installed without: of a script of package.json that calls `nest` or
 * `ts-node`, or of `node -r tsconfig-paths/register`, where only the packages for production are there.
 */
export function missingDevelopmentPackage(run: RunCommand, { image, mounts }: Starting): EntryFiles | undefined {
  const script = scriptRun(run.calledBy ?? [])
  const loaded = loadedBefore(run.words.map(word => word ?? '?'))
  if ((script === undefined && loaded.length === 0) || !image?.dockerfile || !image.context) return undefined
  const folder = knownValue(image.dockerfile.workdir)
  const isOver = mounts.some(
    ({ target }) =>
      !target.known || folder === undefined || `${folder}/node_modules/`.startsWith(target.value.replace(/\/*$/, '/')),
  )
  const installed = isOver
    ? undefined
    : installedForProduction(image.dockerfile, image.stages ?? [image.dockerfile], image.context)
  if (!installed) return undefined
  const { manifest, added, installedBy } = installed
  const isOwn = run.folder === undefined || run.folder === joinPath(image.context.path, directoryOf(manifest.path))
  const needed =
    (isOwn && script !== undefined ? neededBy(script, manifest, added) : undefined) ??
    loaded.find(one => isForDevelopment(one.package, manifest, added))
  if (!needed || !isLeftOut(needed, manifest, installedBy)) return undefined
  return {
    state: 'missing',
    what: 'package',
    name: needed.program,
    path: needed.package,
    at: run.at,
    instead: `${installedBy} leaves it out with the other devDependencies`,
    decidedAt: installed.at,
    fix: `Move ${needed.package} to dependencies, or start what the build has made without it (\`node dist/main.js\`).`,
  }
}
