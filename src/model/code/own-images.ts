import { parseImageReference } from '../../parse/image-reference.js'
import { isKustomizationName, readKustomization } from '../../parse/kubernetes/kustomize/kustomization.js'
import { child, textOf } from '../../parse/node.js'
import { depthOf, directoryOf, fileName } from '../../paths.js'
import type { Tree } from '../../tree.js'
import { copyOf } from '../image/build-steps.js'
import { isSameRepository } from '../image/filled-repository.js'
import type { NamedBuild } from '../kubernetes/images.js'
import type { Started } from '../process/run-commands.js'
import { itemsOf } from '../read-node.js'
import type { Image, NotEvaluated, Workload } from '../system.js'
import { isCommonName, onlyBuilt, programName, repositoryRun } from './program-names.js'

/** What the repository builds, for workloads that run an image by its name in a registry. */
export interface OwnImages {
  /** A workload with the image that is built here for it; as it is where none is, or where two may be meant. */
  readonly startedAs: (workload: Workload) => Started
  /** The workloads of which it is not told which of several images they run. */
  readonly ambiguous: () => readonly NotEvaluated[]
}

/** Files beside code that say: here is a program. */
const MANIFEST = /^(?:package\.json|pyproject\.toml|requirements\.txt|Pipfile|setup\.py|manage\.py|go\.mod)$/

/**
 * Finds the images of workloads: by the name that a pipeline, a script, Skaffold or Bake gives what it builds; by the folder of
 * a Dockerfile that bears the name of the image, before and after kustomize changes it; by the name in that of the Dockerfile
 * (`Dockerfile.orders`); by the only program that it copies; by the name in its manifest. Of several that are named alike the
 * one nearest to the root is meant; several that are equally near are ambiguous. Where no name tells, the only Dockerfile is
 * meant for the only image that nobody else can have built.
 */
export function ownImages(
  tree: Tree,
  images: readonly Image[],
  workloads: readonly Workload[],
  builds: () => readonly NamedBuild[],
): OwnImages {
  const ambiguous = new Map<string, NotEvaluated>()
  const built = images.filter(({ origin, dockerfile }) => origin === 'built' && dockerfile)
  let named: readonly NamedBuild[] | undefined
  let before: ReadonlyMap<string, ReadonlySet<string>> | undefined
  const inManifests = new Map<Image, string | undefined>()
  const manifestName = (image: Image) => {
    if (!inManifests.has(image)) inManifests.set(image, programName(image, tree))
    return inManifests.get(image)
  }
  const startedAs = (workload: Workload): Started => {
    const { image, software } = workload
    if (!image || image.dockerfile || (software && software.kind !== 'runtime')) return workload
    const repository = repositoryRun(workload)
    if (repository === undefined) return workload
    named ??= builds()
    before ??= namesBeforeKustomize(tree)
    const names = [repository, ...(before.get(repository) ?? [])].map(fileName)
    const told = byBuild(repository, named) ?? byName(names, built, manifestName)
    const found = told.length > 0 ? told : onlyBuilt(repository, workloads, built, manifestName)
    if (found.length === 1 && found[0]) return asStarted(workload, found[0])
    const places = found.map(one => one.dockerfile?.file.path).join(' or ')
    const because = `whether the image of ${workload.name} is built from ${places} is not told`
    if (found.length > 1) ambiguous.set(workload.id, { path: workload.at.path, because })
    return workload
  }
  return { startedAs, ambiguous: () => [...ambiguous.values()] }
}

function asStarted(workload: Workload, own: Image): Started {
  const start = workload.start ?? startedBy(own).start
  return { ...workload, image: own, ...(start && { start }) }
}

/** The images that a build gives this name; undefined where none does. */
function byBuild(repository: string, builds: readonly NamedBuild[]): readonly Image[] | undefined {
  const exact = builds.filter(build => build.repository === repository)
  const open = builds.filter(build => isSameRepository(build.repository, repository))
  const found = new Map<string, Image>()
  for (const { use } of exact.length > 0 ? exact : open) {
    const { image } = use()
    // Two Dockerfiles of one folder build the same code.
    if (image.dockerfile && !found.has(image.context?.path ?? '')) found.set(image.context?.path ?? '', image)
  }
  if (found.size === 0) return undefined
  const images = [...found.values()]
  // A copy of all that the repository holds makes nothing ambiguous.
  const texts = new Set(images.map(({ dockerfile }) => dockerfile?.file.source.text))
  return texts.size === 1 ? nearest(images) : images
}

function byName(
  names: readonly string[],
  built: readonly Image[],
  manifestName: (image: Image) => string | undefined,
): readonly Image[] {
  const ways: readonly ((image: Image) => string | undefined)[] = [
    ({ dockerfile }) => folderName(dockerfile?.file.path ?? ''),
    ({ dockerfile }) => nameInName(fileName(dockerfile?.file.path ?? '')),
    onlyCopied,
    manifestName,
  ]
  for (const way of ways) {
    const found = built.filter(image => {
      const own = way(image)
      if (own === undefined) return false
      // What many programs are called in their manifests tells nothing of `demo-app`.
      const isExact = way === manifestName && isCommonName(own)
      return names.some(name => (isExact ? name === own : isNamed(own, name)))
    })
    if (found.length > 0) return nearest(found)
  }
  return []
}

/** Those nearest to the root, one for each folder. */
function nearest(images: readonly Image[]): readonly Image[] {
  const pathOf = ({ dockerfile }: Image) => dockerfile?.file.path ?? ''
  const sorted = images.toSorted((one, other) => {
    const [left, right] = [pathOf(one), pathOf(other)]
    return depthOf(left) - depthOf(right) || (left < right ? -1 : left > right ? 1 : 0)
  })
  const least = depthOf(pathOf(sorted[0] as Image))
  const folders = new Map<string, Image>()
  for (const image of sorted) {
    const folder = directoryOf(pathOf(image))
    if (depthOf(pathOf(image)) === least && !folders.has(folder)) folders.set(folder, image)
  }
  return [...folders.values()]
}

/** The name of the folder that a Dockerfile is for: its own, or the one above where that is only for Docker. */
function folderName(path: string): string {
  const folder = directoryOf(path)
  const name = fileName(folder)
  return /^(?:docker|build|deploy|\.docker)$/.test(name) ? fileName(directoryOf(folder)) : name
}

/** What tells Dockerfiles of one program apart, by stage or base. */
const VARIANT =
  /^(?:prod(?:uction)?|stag(?:e|ing)|dev(?:elopment)?|test|ci|local|release|debug|build(?:er)?|base|final|runtime|alpine|slim|debian|ubuntu|distroless|scratch|arm64|amd64|x86_64|multi(?:arch)?|new|old|v?\d+)$/i

/** `Dockerfile.orders`, `orders.Dockerfile`. */
function nameInName(file: string): string | undefined {
  const [, after, before] = /^Dockerfile[.-]([\w-]+)$|^([\w-]+)\.Dockerfile$/i.exec(file) ?? []
  const name = after ?? before
  return name === undefined || VARIANT.test(name) ? undefined : name
}

/** The folder of the only program that is copied into an image: `COPY services/orders .` */
function onlyCopied({ stages = [], context }: Image): string | undefined {
  const folders = new Set<string>()
  for (const { instructions } of stages) {
    for (const instruction of instructions) {
      const copy = copyOf(instruction)
      if (!copy || copy.from) continue
      for (const { text } of copy.sources) {
        const folder = text.replace(/^\.?\//, '').replace(/\/+$/, '')
        if (folder === '' || folder === '.') return undefined
        const isProgram = context
          ?.find(folder)
          .some(path => directoryOf(path) === folder && MANIFEST.test(fileName(path)))
        if (isProgram) folders.add(folder)
      }
    }
  }
  const [only, other] = folders
  return only === undefined || other !== undefined ? undefined : fileName(only)
}

/** `orders` and `shop-orders` are made in `orders`. */
function isNamed(folder: string, image: string): boolean {
  return folder !== '.' && (image === folder || image.endsWith(`-${folder}`) || image.endsWith(`_${folder}`))
}

/** What images are called before the `images` of a kustomization give them another name. */
function namesBeforeKustomize(tree: Tree): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  for (const { path } of tree.files) {
    if (!isKustomizationName(fileName(path))) continue
    const kustomization = readKustomization(directoryOf(path), tree.read)
    for (const entry of itemsOf(child(kustomization?.node, 'images'))) {
      const given = parseImageReference(textOf(child(entry, 'newName')) ?? '')?.repository
      const name = parseImageReference(textOf(child(entry, 'name')) ?? '')?.repository
      if (given === undefined || name === undefined) continue
      names.set(given, (names.get(given) ?? new Set()).add(name))
    }
  }
  return names
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
