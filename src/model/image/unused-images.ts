import { type Dockerfile, resolveDockerfile } from '../../parse/dockerfile.js'
import { depthOf, directoryOf, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import { isDevelopmentFile } from '../purpose.js'
import type { Image } from '../system.js'
import { buildContextOf } from './build-context.js'
import { copyOf } from './build-steps.js'
import { type Dockerfiles, ignored, stagesOf } from './dockerfiles.js'

/** Files beside a Dockerfile that say which program it is for. */
const MANIFESTS = ['package.json', 'pyproject.toml', 'requirements.txt', 'Pipfile', 'go.mod', 'Cargo.toml', 'pom.xml']

/**
 * Dockerfiles that no workload builds: shown, not scored, unless the repository has nothing else to deploy. Those for
 * development, tests and demonstration are left out.
 */
export function unusedImages(tree: Tree, dockerfiles: Dockerfiles, weight: 0 | 2): readonly Image[] {
  return imagesOf(tree, unbuilt(dockerfiles, false), weight)
}

/**
 * The Dockerfiles that are left out there. They are judged by nobody, but a workload may run what one of them builds: a
 * service can be called `samples` or `docs`.
 */
export function imagesSetAside(tree: Tree, dockerfiles: Dockerfiles): readonly Image[] {
  return imagesOf(tree, unbuilt(dockerfiles, true), 0)
}

function unbuilt(dockerfiles: Dockerfiles, forDevelopment: boolean): readonly Dockerfile[] {
  return dockerfiles
    .all()
    .filter(({ path }) => !dockerfiles.used.has(path) && isDevelopmentFile(path) === forDevelopment)
}

/**
 * The folder that a Dockerfile is built from where nothing tells: its own, unless that lacks what is copied, or copies the whole
 * of a program whose manifest is further up, as `docker build -f apps/api/Dockerfile .` is called in repositories of several
 * packages.
 */
function likelyContext(file: Dockerfile, tree: Tree): string {
  const own = directoryOf(file.path)
  const copied = file.stages.flatMap(({ instructions }) =>
    instructions.flatMap(one => {
      const copy = copyOf(one)
      return copy && !copy.from ? copy.sources.map(({ text }) => text.replace(/^(?:\.?\/)+|\/+$/g, '')) : []
    }),
  )
  const isWhole = copied.some(text => text === '' || text === '.')
  const named = copied.filter(text => text !== '' && text !== '.' && !/[*?[\]$]|^\w+:/.test(text))
  if (named.length === 0 && !isWhole) return own
  const fits = (folder: string) =>
    named.length > 0
      ? named.every(text => tree.exists(joinPath(folder, text)))
      : MANIFESTS.some(name => tree.exists(joinPath(folder, name)))
  for (let at = own; ; at = directoryOf(at)) {
    if (fits(at)) return at
    if (at === '.') return own
  }
}

function imagesOf(tree: Tree, unused: readonly Dockerfile[], weight: 0 | 2): readonly Image[] {
  const images: Image[] = []
  for (const file of withoutCopies(unused, tree)) {
    const context = likelyContext(file, tree)
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

/**
 * Services of one kind often have the same Dockerfile, each beside its own code. One that lies beside nothing, or beside the
 * same code as another, is a copy of the one nearest to the root.
 */
function withoutCopies(files: readonly Dockerfile[], tree: Tree): readonly Dockerfile[] {
  const groups = new Map<string, Map<string, Dockerfile>>()
  for (const file of files.toSorted((one, other) => depthOf(one.path) - depthOf(other.path))) {
    const code = MANIFESTS.map(name => tree.read(joinPath(directoryOf(file.path), name))?.text ?? '').join('\n')
    const group = groups.get(file.source.text) ?? new Map<string, Dockerfile>()
    groups.set(file.source.text, group)
    if (!group.has(code)) group.set(code, file)
  }
  const kept = new Set<Dockerfile>()
  for (const group of groups.values()) {
    const [first] = group.values()
    const own = [...group].flatMap(([code, file]) => (code.trim() === '' ? [] : file))
    for (const file of own.length > 0 ? own : first ? [first] : []) kept.add(file)
  }
  return files.filter(file => kept.has(file))
}
