import type { Program } from '../../code/program.js'
import type { Tree } from '../../tree.js'
import { listOf } from '../../words.js'
import type { Image, NotEvaluated, Workload } from '../system.js'
import { findProgram } from './find-program.js'
import { type OwnImages, startedBy } from './own-images.js'
import type { ServiceCode } from './services.js'

/** Names in one sentence. */
const MOST = 3

/**
 * The Dockerfiles of programs here that no workload is known to run, where workloads run images that nobody knows and that may
 * be built from them: what is asked of code is not asked of theirs.
 */
export function unjoinedImages(
  tree: Tree,
  program: Program,
  { workloads, images, own }: { workloads: readonly Workload[]; images: readonly Image[]; own: OwnImages },
  services: readonly ServiceCode[],
): readonly NotEvaluated[] {
  const doubted = new Set(own.ambiguous().map(({ path }) => path))
  const run = workloads.map(workload => ({ workload, image: own.startedAs(workload).image }))
  const strangers = run.flatMap(({ workload, image }) =>
    image?.origin === 'pulled' && !workload.software && !doubted.has(workload.at.path) ? [workload.name] : [],
  )
  if (strangers.length === 0) return []
  const joined = new Set(run.flatMap(({ image }) => image?.id ?? []))
  const judged = new Set(services.map(({ id }) => id))
  const names = listOf([...new Set(strangers)].slice(0, MOST))
  return images.flatMap((image): NotEvaluated[] => {
    const { dockerfile } = image
    if (!dockerfile || image.weight > 0 || image.usedBy.length > 0 || joined.has(image.id)) return []
    const found = findProgram(startedBy(image), tree, program)
    if (!found || judged.has(`service:${found.entries.join('+')}`)) return []
    const because = `nothing tells which workload runs what it builds (${names} may): its code is not judged`
    return [{ path: dockerfile.file.path, because }]
  })
}
