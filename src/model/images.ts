import { softwareOf } from '../knowledge/index.js'
import type { Distribution, Software } from '../knowledge/software.js'
import { type Dockerfile, type DockerfileImage, parseDockerfile, resolveDockerfile } from '../parse/dockerfile.js'
import { type ImageReference, parseImageReference } from '../parse/image-reference.js'
import { child, type MapNode, type Node } from '../parse/node.js'
import { joinPath } from '../paths.js'
import { type Fact, knownValue, type Span } from '../source.js'
import type { Tree } from '../tree.js'
import { buildContextOf } from './build-context.js'
import { stagesUsedBy } from './build-steps.js'
import { entriesOf, factOf, keySpan, textAt, textFact } from './read-node.js'
import type { Image, Workload } from './system.js'

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
export function ignoreFileOf(tree: Tree, dockerfile: string, context: string): DockerfileImage['ignoreFile'] {
  const path = [`${dockerfile}.dockerignore`, joinPath(context, '.dockerignore')].find(candidate =>
    tree.exists(candidate),
  )
  const text = path === undefined ? undefined : tree.read(path)?.text
  if (path === undefined || text === undefined) return undefined
  const lines = text.split(/\r?\n/).map(line => line.trim())
  return { path, patterns: lines.filter(line => line !== '' && !line.startsWith('#')) }
}

/** What `image:` and `build:` of one service say, before images are shared between services. */
export interface ImageUse {
  readonly image: Image
  readonly software?: Software
  readonly distribution?: Distribution
  readonly version?: readonly number[]
  /** Files beyond the compose file that it comes from. */
  readonly files: readonly string[]
}

/** Reads the image of a compose service. */
export function imageOf(service: MapNode, serviceAt: Span, tree: Tree, dockerfiles: Dockerfiles): ImageUse | undefined {
  const imageNode = child(service, 'image')
  const build = child(service, 'build')
  const reference = factOf(imageNode, parseImageReference)
  if (build?.kind === 'map') return builtImage(build, service, reference, serviceAt, tree, dockerfiles)
  if (!imageNode || !reference) return undefined
  const at = imageNode.at
  const text = reference.known ? reference.value.text : (textOrRaw(imageNode) ?? '')
  const image: Image = {
    id: `image:${text}`,
    kind: 'image',
    name: text,
    weight: 2,
    at,
    files: [],
    origin: 'pulled',
    reference,
    referenceAt: at,
    usedBy: [],
  }
  return { image, ...identify(reference), files: [] }
}

function textOrRaw(node: Node): string | undefined {
  return node.kind === 'scalar' ? (node.interpolation?.raw ?? node.text ?? undefined) : undefined
}

function builtImage(
  build: MapNode,
  service: MapNode,
  reference: Fact<ImageReference> | undefined,
  serviceAt: Span,
  tree: Tree,
  dockerfiles: Dockerfiles,
): ImageUse {
  const at = keySpan(service, 'build', serviceAt)
  const context = textAt(build, 'context')
  const contextPath = knownValue(context) ?? '.'
  const named = textAt(build, 'dockerfile')
  const target = knownValue(textAt(build, 'target'))
  const path = dockerfilePath(contextPath, named, tree)
  const inline = child(build, 'dockerfile_inline')
  const file = path === undefined || inline ? undefined : dockerfiles.get(path)
  const settings = { arguments: buildArguments(build), ...ignored(tree, path, contextPath) }
  const dockerfile = file && resolveDockerfile(file, { ...(target === undefined ? {} : { target }), ...settings })
  const missing = missingFrom({ named, target: textAt(build, 'target'), path, inline, file, dockerfile })
  const present = context?.known !== false && tree.exists(contextPath)
  const id = `image:${path ?? contextPath}${target ? `#${target}` : ''}`
  const image: Image = {
    id,
    kind: 'image',
    name: target ? `${path ?? contextPath} (${target})` : (path ?? contextPath),
    weight: 2,
    at: dockerfile?.stage.fromAt ?? at,
    files: path === undefined ? [] : [path],
    origin: 'built',
    ...(reference ? { reference } : {}),
    ...(dockerfile ? { dockerfile, stages: stagesOf(dockerfile, settings) } : {}),
    context: buildContextOf(tree, {
      path: contextPath,
      present,
      at,
      declared: true,
      named: new Set(entriesOf(child(build, 'additional_contexts')).map(([name]) => name)),
      ...(dockerfile?.ignoreFile ? { ignoreFile: dockerfile.ignoreFile } : {}),
    }),
    ...(missing && present ? { missing: { ...missing, at: missing.at ?? at } } : {}),
    usedBy: [],
  }
  return { image, ...identify(dockerfile?.base), files: image.files }
}

/** What a build names and the repository does not hold. */
function missingFrom(build: {
  readonly named: Fact<string> | undefined
  readonly target: Fact<string> | undefined
  readonly path: string | undefined
  readonly inline: Node | undefined
  readonly file: Dockerfile | undefined
  readonly dockerfile: DockerfileImage | undefined
}): { readonly what: 'dockerfile' | 'target'; readonly name: string; readonly at?: Span } | undefined {
  const { named, target, path, inline, file, dockerfile } = build
  if (inline || named?.known === false) return undefined
  if (path === undefined)
    return { what: 'dockerfile', name: named?.value ?? 'Dockerfile', ...(named ? { at: named.at } : {}) }
  if (!target?.known || dockerfile || !file || file.stages.length === 0) return undefined
  return { what: 'target', name: target.value, at: target.at }
}

const STAGE_LIMIT = 100

/** Every stage that the shipped one is built on or takes files from, each as if it were the target; the shipped one last. */
function stagesOf(
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

function ignored(tree: Tree, dockerfile: string | undefined, context: string) {
  const ignoreFile = dockerfile === undefined ? undefined : ignoreFileOf(tree, dockerfile, context)
  return ignoreFile ? { ignoreFile } : {}
}

/** The Dockerfile of a build; undefined when it is not in the repository or its name is not known. */
function dockerfilePath(context: string, named: Fact<string> | undefined, tree: Tree): string | undefined {
  if (named && !named.known) return undefined
  const candidates = named
    ? [joinPath(context, named.value), named.value]
    : [joinPath(context, 'Dockerfile'), joinPath(context, 'Containerfile')]
  return candidates.find(candidate => tree.exists(candidate))
}

function buildArguments(build: MapNode): ReadonlyMap<string, string | null> {
  return new Map(entriesOf(child(build, 'args')).map(([name, node]) => [name, knownValue(textFact(node)) ?? null]))
}

function identify(
  reference: Fact<ImageReference> | undefined,
): Pick<ImageUse, 'software' | 'distribution' | 'version'> {
  if (!reference?.known) return {}
  const found = softwareOf(reference.value.repository)
  const version = versionOf(reference.value.tag, found?.distribution)
  return {
    ...(found ? { software: found.software, distribution: found.distribution } : {}),
    ...(version ? { version } : {}),
  }
}

/**
 * The version in a tag: `16.4-alpine` is [16, 4]; `v3.5` is [3, 5]; `latest` and `alpine` are not versions. Where the tags
 * of the distribution hold it elsewhere (`0.8.0-pg17` is PostgreSQL 17), only there.
 */
export function versionOf(tag: string | undefined, distribution?: Distribution): readonly number[] | undefined {
  const pattern = distribution?.versionFromTag ?? /^(?:v|pg|RELEASE\.)?(\d+(?:\.\d+)*)/
  const digits = /^\d+(?:\.\d+)*/.exec(pattern.exec(tag ?? '')?.[1] ?? '')?.[0]
  return digits?.split('.').map(Number)
}

/** Whether only the tag of an image is unknown, and its name is none of the images that anything is known of. */
export function isPlainlyOwn(image: Image): boolean {
  const repository = /^([a-z0-9][a-z0-9._/-]*(?::\d+\/[a-z0-9._/-]+)?):\$\{?[A-Za-z_]/.exec(image.name)?.[1]
  const reference = repository === undefined ? undefined : parseImageReference(repository)
  return reference?.repository.includes('/') === true && softwareOf(reference.repository) === undefined
}

/** Joins the images of all workloads: one subject an image, as heavy as its heaviest user. */
export function shareImages(workloads: readonly Workload[]): readonly Image[] {
  const byId = new Map<string, { readonly image: Image; weight: Image['weight']; readonly usedBy: string[] }>()
  for (const { id, image, weight } of workloads) {
    if (!image) continue
    const shared = byId.get(image.id)
    if (!shared) byId.set(image.id, { image, weight, usedBy: [id] })
    else {
      shared.weight = weight > shared.weight ? weight : shared.weight
      shared.usedBy.push(id)
    }
  }
  return [...byId.values()].map(({ image, weight, usedBy }) => ({ ...image, weight, usedBy }))
}

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
