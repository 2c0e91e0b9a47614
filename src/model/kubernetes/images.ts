import { parseImageReference } from '../../parse/image-reference.js'
import type { Node } from '../../parse/node.js'
import { textOf } from '../../parse/node.js'
import { filledRepository, isSameRepository } from '../image/filled-repository.js'
import { type ImageUse, pulledImage } from '../image/images.js'
import { factOf } from '../read-node.js'

/** What the repository builds, by the names that it gives it. */
export interface BuiltImages {
  /** The image that a manifest names: the one that is built here under that name, else one that is pulled. */
  readonly imageOf: (node: Node | undefined) => ImageUse | undefined
}

/** A build, and the repository that its image is given, as far as it is written: `*` stands for what is filled in elsewhere. */
export interface NamedBuild {
  readonly repository: string
  /** The same for two builds of the same image. */
  readonly key: string
  /** Reads the Dockerfile. Only asked for when something runs the image. */
  readonly use: () => ImageUse
}

/** Finds images among builds by name. Of two builds with one name the first counts. */
export function builtImages(builds: readonly NamedBuild[]): BuiltImages {
  const byName = new Map<string, NamedBuild>()
  const uses = new Map<NamedBuild, ImageUse>()
  const open: NamedBuild[] = []
  for (const build of builds) {
    if (build.repository.startsWith('*')) open.push(build)
    else if (!byName.has(build.repository)) byName.set(build.repository, build)
  }
  return {
    imageOf: node => {
      const text = textOf(node)
      if (!node || text === undefined) return undefined
      const pulled = pulledImage(node)
      const repository = parseImageReference(text)?.repository ?? filledRepository(text)
      const build =
        repository === undefined
          ? undefined
          : (byName.get(repository) ?? suffixed(repository, repository.startsWith('*') ? builds : open))
      if (!build) return pulled
      const built = uses.get(build) ?? build.use()
      uses.set(build, built)
      // A Dockerfile that is not here tells nothing.
      if (!built.image.dockerfile) return pulled
      const reference = factOf(node, parseImageReference)
      return reference ? { ...built, image: { ...built.image, reference, referenceAt: node.at } } : built
    },
  }
}

/** `*\/api` is the name of `ghcr.io/acme/api`, and `*-api` of `ghcr.io/acme/erp-api`, when no other build may be. */
function suffixed(repository: string, open: readonly NamedBuild[]): NamedBuild | undefined {
  const fitting = open.filter(build => isSameRepository(build.repository, repository))
  return new Set(fitting.map(build => build.key)).size === 1 ? fitting[0] : undefined
}
