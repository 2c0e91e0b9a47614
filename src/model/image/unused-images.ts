import { resolveDockerfile } from '../../parse/dockerfile.js'
import type { Tree } from '../../tree.js'
import type { Image } from '../system.js'
import { buildContextOf } from './build-context.js'
import { type Dockerfiles, ignored, stagesOf } from './dockerfiles.js'

/** Dockerfiles that no workload builds: shown, not scored, unless the repository has nothing else to deploy. */
export function unusedImages(tree: Tree, dockerfiles: Dockerfiles, weight: 0 | 2): readonly Image[] {
  const seen = new Set<string>()
  const images: Image[] = []
  for (const file of dockerfiles.all()) {
    if (
      dockerfiles.used.has(file.path) ||
      /(^|[./-])(dev|test|ci|local)([./-]|$)|\.devcontainer/i.test(file.path) ||
      seen.has(file.source.text)
    )
      continue
    seen.add(file.source.text)
    const context = file.path.includes('/') ? file.path.slice(0, file.path.lastIndexOf('/')) : '.'
    const settings = { arguments: new Map<string, string | null>(), ...ignored(tree, file.path, context) }
    const dockerfile = resolveDockerfile(file, settings)
    if (!dockerfile) continue
    const at = dockerfile.stage.fromAt
    images.push({
      id: `image:${file.path}`,
      kind: 'image',
      name: file.path,
      weight,
      at,
      files: [file.path],
      origin: 'built',
      dockerfile,
      stages: stagesOf(dockerfile, settings),
      context: buildContextOf(tree, {
        path: context,
        present: true,
        at,
        declared: false,
        ...(dockerfile.ignoreFile ? { ignoreFile: dockerfile.ignoreFile } : {}),
      }),
      usedBy: [],
    })
  }
  return images
}
