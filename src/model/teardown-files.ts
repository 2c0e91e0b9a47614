import { directoryOf, joinPath } from '../paths.js'
import { isBase } from './compose/names.js'
import type { Deployment, System, Teardown } from './system.js'

/** The compose files that a command names, from the root; undefined when it names none. */
export function resolvedFiles({ files, directory }: Teardown, deployment: Deployment): readonly string[] | undefined {
  if (files.length === 0) return undefined
  return files.map(file => {
    const places = [joinPath(directory, file), joinPath('.', file)]
    return places.find(place => deployment.files.includes(place)) ?? places[0] ?? file
  })
}

/**
 * Whether `docker compose` without `-f` acts on a deployment: its base lies where the command is run, in the folder of the
 * script or at the root, and no override there turns it into the set of developers.
 */
export function isDefaultFileOf({ directory }: Teardown, deployment: Deployment, system: System): boolean {
  const base = deployment.files.find(file => isBase(file) && [directory, '.'].includes(directoryOf(file)))
  if (base === undefined) return false
  return !system.deployments.some(
    other =>
      other.purpose === 'development' &&
      other.files.includes(base) &&
      other.files.some(file => /\.override\.ya?ml$/.test(file)),
  )
}
