import { isWithin, joinPath } from '../../../paths.js'
import type { Source, Span } from '../../../source.js'
import { type Building, refuse } from './building.js'
import type { Kustomization } from './kustomization.js'

/** `https://…`, `git@…`, `github.com/owner/repository`: what is fetched when it is built. */
export function isRemote(name: string): boolean {
  return /^(?:[a-z]+:\/\/|git::|[\w.-]+@|(?:www\.)?github\.com\/|gitlab\.com\/|bitbucket\.org\/)|\?ref=/.test(name)
}

/**
 * Reads a file that a kustomization names; says where it is missing. Files beside or above the kustomization are read, as
 * `--load-restrictor LoadRestrictionsNone` does, and said to be refused without it.
 */
export function readBelow(
  { directory }: Kustomization,
  name: string,
  at: Span,
  building: Building,
): Source | undefined {
  const path = joinPath(directory, name)
  const source = isRemote(name) || name.startsWith('/') ? undefined : building.read(path)
  if (!source) {
    building.missing.push({ path: isRemote(name) || name.startsWith('/') ? name : path, at })
    return undefined
  }
  if (!isWithin(directory, path))
    refuse(building, at, 'not-below-root', `${name} does not lie below ${directory}, which kustomize wants`)
  building.files.add(source.path)
  return source
}
