import { toolsOf } from '../../knowledge/base-tools.js'
import { knownValue } from '../../source.js'
import type { Image } from '../system.js'

/** What `/bin/sh` is: of Debian and Ubuntu, of Alpine's busybox, of Red Hat's family. */
export type ShellKind = 'dash' | 'ash' | 'bash'

/** The `/bin/sh` of an image, from the system that it is known to stand on; undefined when that is not known. */
export function shellOf(image: Image | undefined): ShellKind | undefined {
  const reference = knownValue(image?.dockerfile ? image.dockerfile.base : image?.reference)
  if (!reference || (image?.origin === 'built' && !image.dockerfile)) return undefined
  const { has } = toolsOf(reference.repository, reference.tag ?? '')
  if (has('dash') === true) return 'dash'
  if (has('ash') === true) return 'ash'
  return has('rpm') === true ? 'bash' : undefined
}
