import type { Workload } from './system.js'

/** Built here, or of an image that nothing is known of; not databases, proxies and tools, which a cluster may have from elsewhere. */
export function isOwnProgram({ image, software, role }: Workload): boolean {
  if (role === 'job' || role === 'tool') return false
  return image?.origin === 'built'
    ? software === undefined || software.kind === 'runtime' || software.kind === 'proxy'
    : image !== undefined && software === undefined
}

/**
 * Whether a workload of Compose and one of a cluster run the same program: by the image, or by the name, which has the name
 * of the system in front or behind on one of the two.
 */
export function isSameProgram(local: Workload, other: Workload): boolean {
  if (isSameImage(local, other)) return true
  const [one, two] = [local.name.toLowerCase(), (other.pod?.name ?? other.name).toLowerCase()]
  return one === two || two.endsWith(`-${one}`) || two.startsWith(`${one}-`) || one.endsWith(`-${two}`)
}

/** One image, or on a cluster the name that the build of the other gives it. */
export function isSameImage({ image }: Workload, other: Workload): boolean {
  if (image && image.id === other.image?.id) return true
  const names = [image?.builtAs, image?.reference?.known ? image.reference.value.repository : undefined]
  const running = other.pod?.image?.known ? other.pod.image.value.repository : undefined
  return running !== undefined && names.includes(running)
}
