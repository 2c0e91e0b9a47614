import { readJsonObject } from '../../code/json.js'
import { isOfficialImage } from '../../knowledge/official-images.js'
import { child, textOf } from '../../parse/node.js'
import { parseToml } from '../../parse/toml.js'
import { directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import { filledRepository } from '../image/filled-repository.js'
import { isDevelopmentFile } from '../purpose.js'
import type { Image, Workload } from '../system.js'

/** The name that a program has in its manifest, without its scope: of the folder of its Dockerfile, else of what is built. */
export function programName({ dockerfile, context }: Image, tree: Tree): string | undefined {
  if (!dockerfile) return undefined
  const own = directoryOf(dockerfile.file.path)
  const folders = context && !isWithin(context.path, own) ? [own, context.path] : [own]
  for (const folder of folders) {
    for (const [name, read] of MANIFESTS) {
      const source = tree.read(joinPath(folder, name))
      const found = source && read(source)
      if (found !== undefined) return fileName(found).toLowerCase()
    }
  }
  return undefined
}

type ReadName = (source: NonNullable<ReturnType<Tree['read']>>) => string | undefined

const MANIFESTS: readonly (readonly [file: string, read: ReadName])[] = [
  [
    'package.json',
    source => {
      const name = readJsonObject(source)?.name
      return typeof name === 'string' ? name : undefined
    },
  ],
  // The last part may be a major version: https://go.dev/ref/mod#module-path
  ['go.mod', ({ text }) => /^module\s+"?([^\s"]+?)(?:\/v\d+)?"?\s*$/m.exec(text)?.[1]],
  [
    'pyproject.toml',
    source => {
      const { root } = parseToml(source)
      return textOf(child(child(root, 'project') ?? child(child(root, 'tool'), 'poetry'), 'name'))
    },
  ],
]

/** The repository that a workload runs, as far as it is written: `*` stands for a registry that is filled in elsewhere. */
export function repositoryRun({ image, pod }: Pick<Workload, 'image' | 'pod'>): string | undefined {
  const known = knownValue(image?.reference)?.repository ?? knownValue(pod?.image)?.repository
  if (known !== undefined || image?.origin !== 'pulled') return known
  return filledRepository(image.name)
}

/** What programs of everybody are called. */
const COMMON = /^(?:app|application|api|web|website|site|server|service|backend|frontend|client|worker|main|project)$/

/** Whether a name in a manifest tells nothing of whose program it is. */
export function isCommonName(name: string): boolean {
  return COMMON.test(name)
}

/** A name that only this machine or its own registry knows. */
const LOCAL = /^(?:localhost(?::\d+)?\/)?[^/]+$/
/**
 * Registries that belong to an account, to which nobody but its owner pushes: of AWS
 * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html), Azure, Google, DigitalOcean, Oracle; and one that
 * is filled in elsewhere.
 */
const OWN_REGISTRY =
  /^(?:\d{12}\.dkr\.ecr(?:-fips)?\.[\w-]+\.amazonaws\.com(?:\.cn)?|[\w-]+\.azurecr\.io|[\w-]+-docker\.pkg\.dev|registry\.digitalocean\.com|(?:[\w-]+\.)?ocir\.io|\*)\//

/**
 * The one image that a repository with a single Dockerfile, at its root, can be built for: workloads run no other whose
 * software is not known, and nobody else can have built it: its name has no registry, one of its owner's, or the name of the
 * program before its last part.
 */
export function onlyBuilt(
  repository: string,
  workloads: readonly Workload[],
  built: readonly Image[],
  manifestName: (image: Image) => string | undefined,
): readonly Image[] {
  if (isOfficialImage(repository)) return []
  const dockerfiles = new Map(
    built.flatMap(image => {
      const path = image.dockerfile?.file.path ?? ''
      return isDevelopmentFile(path) ? [] : [[path, image] as const]
    }),
  )
  const [[path, image] = []] = dockerfiles
  if (dockerfiles.size !== 1 || path === undefined || !image || directoryOf(path) !== '.') return []
  const isOwn = LOCAL.test(repository) || OWN_REGISTRY.test(repository)
  if (
    !isOwn &&
    !repository
      .split('/')
      .slice(1, -1)
      .includes(manifestName(image) ?? '')
  )
    return []
  return workloads.every(one => isSettled(one, repository)) ? [image] : []
}

/** Known software, a companion or a job beside the program, or the image that is asked for. */
function isSettled(workload: Workload, repository: string): boolean {
  const { software, role, pod } = workload
  if ((software && software.kind !== 'runtime') || role === 'job' || (pod && pod.part !== 'main')) return true
  const own = repositoryRun(workload)
  return own === repository || (own !== undefined && isOfficialImage(own))
}
