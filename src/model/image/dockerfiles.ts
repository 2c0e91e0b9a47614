import { type Dockerfile, type DockerfileImage, parseDockerfile, resolveDockerfile } from '../../parse/dockerfile.js'
import { joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import { stagesUsedBy } from './build-steps.js'

/** Reads each Dockerfile once and remembers which ones were used. */
export interface Dockerfiles {
  readonly get: (path: string) => Dockerfile | undefined
  readonly used: ReadonlySet<string>
  /** All Dockerfiles of the tree, parsed. */
  readonly all: () => readonly Dockerfile[]
}

/** A reader of the tree's Dockerfiles. */
export function dockerfilesOf(tree: Tree): Dockerfiles {
  const parsed = new Map<string, Dockerfile | undefined>()
  const used = new Set<string>()
  const parse = (path: string) => {
    if (!parsed.has(path)) {
      const source = tree.read(path)
      parsed.set(path, source && parseDockerfile(source))
    }
    return parsed.get(path)
  }
  return {
    get: path => {
      const file = parse(path)
      if (file) used.add(path)
      return file
    },
    used,
    all: () => tree.files.filter(file => file.format === 'dockerfile').flatMap(file => parse(file.path) ?? []),
  }
}

/** The `.dockerignore` that a build reads: the Dockerfile's own before the context's. */
function ignoreFileOf(tree: Tree, dockerfile: string, context: string): DockerfileImage['ignoreFile'] {
  const path = [`${dockerfile}.dockerignore`, joinPath(context, '.dockerignore')].find(candidate =>
    tree.exists(candidate),
  )
  const text = path === undefined ? undefined : tree.read(path)?.text
  if (path === undefined || text === undefined) return undefined
  const lines = text.split(/\r?\n/).map(line => line.trim())
  return { path, patterns: lines.filter(line => line !== '' && !line.startsWith('#')) }
}

/** The `.dockerignore` of a build as a setting of `resolveDockerfile`. */
export function ignored(tree: Tree, dockerfile: string | undefined, context: string) {
  const ignoreFile = dockerfile === undefined ? undefined : ignoreFileOf(tree, dockerfile, context)
  return ignoreFile ? { ignoreFile } : {}
}

const STAGE_LIMIT = 100

/** Every stage that the shipped one is built on or takes files from, each as if it were the target; the shipped one last. */
export function stagesOf(
  shipped: DockerfileImage,
  settings: Parameters<typeof resolveDockerfile>[1],
): readonly DockerfileImage[] {
  const { file } = shipped
  const found = new Map([[shipped.stage, shipped]])
  for (const image of found.values()) {
    const needed = [...image.chain.slice(1), ...image.chain.flatMap(stage => stagesUsedBy(stage, file.stages))]
    for (const stage of needed) {
      if (found.has(stage) || found.size >= STAGE_LIMIT) continue
      const resolved = resolveDockerfile(file, { ...settings, target: String(stage.index) })
      if (resolved) found.set(stage, resolved)
    }
  }
  return [...found.values()].sort((one, other) =>
    one === shipped ? 1 : other === shipped ? -1 : one.stage.index - other.stage.index,
  )
}
