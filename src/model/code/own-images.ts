import { depthOf, directoryOf, fileName } from '../../paths.js'
import { knownValue } from '../../source.js'
import type { Image, Workload } from '../system.js'
import type { Started } from './commands.js'

/**
 * A workload whose image has the name of a folder with a Dockerfile, or of the workload itself, with what is built there.
 * Nothing else says that a registry's `shop/orders:1.4` is made from `services/orders`. Of several folders of that name the one
 * nearest to the root counts, if it is one.
 */
export function withOwnImage(workload: Workload, images: readonly Image[]): Started {
  const { image, start } = workload
  if (!image || image.dockerfile || (workload.software && workload.software.kind !== 'runtime')) return workload
  const repository = knownValue(image.reference)?.repository ?? knownValue(workload.pod?.image)?.repository
  const name = repository === undefined ? undefined : fileName(repository)
  if (name === undefined) return workload
  const built = images.filter(
    one => one.origin === 'built' && one.dockerfile && isNamed(folderName(one.dockerfile.file.path), name),
  )
  const places = built
    .map(one => one.dockerfile?.file.path ?? '')
    .sort((one, other) => depthOf(one) - depthOf(other) || (one < other ? -1 : 1))
  const [first = '', second] = places
  // Two folders of the same name at the same depth say nothing; two Dockerfiles of one folder build the same code.
  if (second !== undefined && depthOf(second) === depthOf(first) && directoryOf(second) !== directoryOf(first))
    return workload
  const own = built.find(one => one.dockerfile?.file.path === first)
  if (!own) return workload
  const ownStart = start ?? startedBy(own).start
  return { ...workload, image: own, ...(ownStart && { start: ownStart }) }
}

/** The name of the folder that a Dockerfile is for: its own, or the one above where that is only for Docker. */
function folderName(path: string): string {
  const folder = directoryOf(path)
  const name = fileName(folder)
  return /^(?:docker|build|deploy|\.docker)$/.test(name) ? fileName(directoryOf(folder)) : name
}

/** `orders` and `shop-orders` are made in `orders`. */
function isNamed(folder: string, image: string): boolean {
  return folder !== '.' && (image === folder || image.endsWith(`-${folder}`) || image.endsWith(`_${folder}`))
}

/** An image that no workload runs, as if one did. */
export function startedBy(image: Image): Started {
  const { dockerfile, at } = image
  const entrypoint = dockerfile?.entrypoint
  const command = dockerfile?.command
  const argv = [...(entrypoint?.argv ?? []), ...(command?.argv ?? [])]
  const script = entrypoint?.script ?? (entrypoint ? undefined : command?.script)
  const text = [entrypoint?.text, command?.text].filter(Boolean).join(' ')
  const start =
    argv.length > 0 || script
      ? {
          argv,
          shell: script !== undefined,
          ...(script && { script }),
          text,
          at: command?.at ?? entrypoint?.at ?? at,
          source: 'dockerfile' as const,
        }
      : undefined
  return { image, mounts: [], deployment: '', at, ...(start && { start }) }
}
