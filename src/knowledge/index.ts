import { catalogue, type KnownSoftware } from './catalogue.js'
import { matchRepositories, mirroredRepository } from './repositories.js'

const find = matchRepositories(() =>
  catalogue.flatMap(({ images, open }) => images.map(pattern => ({ pattern, value: open }))),
)

/**
 * What an image runs, by `ImageReference.repository`. A private registry's copy of a public image counts when the public
 * path stands in full behind the host (see `mirroredRepository`); a familiar last part alone never does. Undefined when
 * the image is not known.
 */
export function softwareOf(repository: string): KnownSoftware | undefined {
  const direct = find(repository)
  if (direct) return direct()
  for (const candidate of mirroredRepository(repository)) {
    const found = find(candidate)
    if (found) return found()
  }
  return undefined
}
