import type { Tree } from '../tree.js'
import type { ImageUse } from './image/images.js'
import { runsClient } from './runs-client.js'
import { ownFilesOf } from './service-files.js'
import type { Workload } from './system.js'

/** What a workload runs of its image, and what that tells of the workload. */
export interface RunImage {
  /** Without the software where only a client of it runs. */
  readonly use: ImageUse | undefined
  readonly facts: Pick<Workload, 'image' | 'software' | 'clientOf' | 'distribution' | 'version' | 'ownFiles'>
}

/** What is run of an image by what starts and is mounted there; undefined `use` and no facts where there is no image. */
export function runImageOf(
  found: ImageUse | undefined,
  { start, mounts }: Pick<Workload, 'start' | 'mounts'>,
  tree: Tree,
): RunImage {
  if (!found) return { use: undefined, facts: {} }
  const { image, software, files } = found
  const isClient = software !== undefined && runsClient({ ...(start && { start }), mounts, image }, tree)
  if (isClient) return { use: { image, files }, facts: { image, clientOf: software } }
  const { distribution, version } = found
  const isSetByFiles = distribution?.variables || distribution?.setting
  return {
    use: found,
    facts: {
      image,
      ...(software && { software }),
      ...(distribution && { distribution }),
      ...(version && { version }),
      ...(isSetByFiles && { ownFiles: ownFilesOf(mounts, image, tree) }),
    },
  }
}
