import { softwareOf } from '../../knowledge/index.js'
import type { Distribution, Software } from '../../knowledge/software.js'
import type { ComposeProject, ComposeService } from '../../parse/compose/project.js'
import { type Dockerfile, type DockerfileImage, resolveDockerfile } from '../../parse/dockerfile.js'
import { type ImageReference, parseImageReference } from '../../parse/image-reference.js'
import { child, type MapNode, type Node } from '../../parse/node.js'
import { joinPath } from '../../paths.js'
import { type Fact, known, knownValue, type Span, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import { optional } from '../compose/settings.js'
import { entriesOf, factOf, keySpan, textAt, textFact } from '../read-node.js'
import type { Image, Workload } from '../system.js'
import { buildContextOf } from './build-context.js'
import { type Dockerfiles, ignored, stagesOf } from './dockerfiles.js'
import { filledRepository } from './filled-repository.js'

/** What `image:` and `build:` of one service say, before images are shared between services. */
export interface ImageUse {
  readonly image: Image
  readonly software?: Software
  readonly distribution?: Distribution
  readonly version?: readonly number[]
  /** Files beyond the compose file that it comes from. */
  readonly files: readonly string[]
}

/** Reads the image of a compose service. One that names what another service of its project builds runs that. */
export function imageOf(
  service: ComposeService,
  project: Pick<ComposeProject, 'services' | 'disabled'>,
  tree: Tree,
  dockerfiles: Dockerfiles,
): ImageUse | undefined {
  const imageNode = child(service.node, 'image')
  const build = child(service.node, 'build')
  if (build?.kind === 'map') return builtImage(requestOf(build, service), tree, dockerfiles)
  const name = imageNode && textOrRaw(imageNode)
  if (!imageNode || name === undefined) return imageNode && pulledImage(imageNode)
  const builder = buildersOf(project).get(name)
  const made = builder && child(builder.node, 'build')
  if (builder && made?.kind === 'map') {
    const use = builtImage(requestOf(made, builder), tree, dockerfiles)
    // A Dockerfile that is not here tells nothing.
    if (use.image.dockerfile) return use
  }
  return pulledImage(imageNode)
}

const builders = new WeakMap<object, ReadonlyMap<string, ComposeService>>()

/** The first service of a project that builds an image, by the name that it gives it. */
function buildersOf({
  services,
  disabled,
}: Pick<ComposeProject, 'services' | 'disabled'>): ReadonlyMap<string, ComposeService> {
  const known = builders.get(services)
  if (known) return known
  const found = new Map<string, ComposeService>()
  for (const service of [...services.values(), ...disabled.values()]) {
    const image = child(service.node, 'image')
    const name = image && textOrRaw(image)
    if (name !== undefined && child(service.node, 'build')?.kind === 'map' && !found.has(name)) found.set(name, service)
  }
  builders.set(services, found)
  return found
}

/** The image that a scalar names; undefined when no runtime would take the name. */
export function pulledImage(node: Node): ImageUse | undefined {
  const reference = factOf(node, parseImageReference) ?? filledLater(node)
  if (!reference) return undefined
  const { at } = node
  const text = reference.known ? reference.value.text : (textOrRaw(node) ?? '')
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
  return { image, ...identify(reference.known ? reference : recognisable(text, at)), files: [] }
}

/** `ghcr.io/acme/api:${TAG}` in a manifest: no cluster would take it as it is, so something fills it in before. */
function filledLater(node: Node): Fact<ImageReference> | undefined {
  const text = textOrRaw(node) ?? ''
  const isFilled = text.includes('$') && filledRepository(text) !== undefined
  return isFilled ? unknown(node.at, `a part of \`${text}\` is filled in before it is applied`) : undefined
}

/** Which image it is is told by its name though the registry or the tag is filled in from elsewhere: `${REGISTRY}/postgres:${TAG}`. */
function recognisable(raw: string, at: Span): Fact<ImageReference> | undefined {
  const name = raw.replace(/^\$\{?\w+\}?\//, '').replace(/(?::[^:/@]*\$|@\$).*$/, '')
  const reference = parseImageReference(name)
  return reference && known(reference, at)
}

function textOrRaw(node: Node): string | undefined {
  return node.kind === 'scalar' ? (node.interpolation?.raw ?? node.text ?? undefined) : undefined
}

/** A build of an image, whoever asks for it: a compose service, a pipeline, a command. */
export interface BuildRequest {
  /** What asks for it, as people call it. */
  readonly name: string
  /** From the repository root; absent: the root itself. */
  readonly context?: Fact<string>
  /** From the context. */
  readonly dockerfile?: Fact<string>
  readonly target?: Fact<string>
  /** The Dockerfile is written in the request itself. */
  readonly inline: boolean
  readonly arguments: ReadonlyMap<string, string | null>
  readonly contexts: ReadonlySet<string>
  /** The name that the image is given, and what of it is told where a part is filled in from elsewhere. */
  readonly reference?: Fact<ImageReference>
  readonly repository?: string
  readonly at: Span
}

function requestOf(build: MapNode, { name, node, at }: ComposeService): BuildRequest {
  const imageNode = child(node, 'image')
  const reference = factOf(imageNode, parseImageReference)
  const told = reference?.known ? reference : recognisable((imageNode && textOrRaw(imageNode)) ?? '', at)
  return {
    name,
    ...optional('context', textAt(build, 'context')),
    ...optional('dockerfile', textAt(build, 'dockerfile')),
    ...optional('target', textAt(build, 'target')),
    inline: child(build, 'dockerfile_inline') !== undefined,
    arguments: buildArguments(build),
    contexts: new Set(entriesOf(child(build, 'additional_contexts')).map(([name]) => name)),
    ...optional('reference', reference),
    ...optional('repository', knownValue(told)?.repository),
    at: keySpan(node, 'build', at),
  }
}

/** The image that a build makes. */
export function builtImage(request: BuildRequest, tree: Tree, dockerfiles: Dockerfiles): ImageUse {
  const { at, context, dockerfile: named, inline, reference } = request
  const contextPath = knownValue(context) ?? '.'
  const target = knownValue(request.target)
  const path = inline || context?.known === false ? undefined : dockerfilePath(contextPath, named, tree)
  const file = path === undefined ? undefined : dockerfiles.get(path)
  const settings = { arguments: request.arguments, ...ignored(tree, path, contextPath) }
  const dockerfile = file && resolveDockerfile(file, { ...(target === undefined ? {} : { target }), ...settings })
  const missing = missingFrom({ named, target: request.target, path, inline, file, dockerfile })
  const present = context?.known !== false && tree.exists(contextPath)
  // What is written in the service itself, or only known when it runs, no other service shares.
  const place = inline
    ? `${contextPath} (${request.name})`
    : (path ?? (context?.known === false ? request.name : contextPath))
  const variant = dockerfile && variantOfBase(dockerfile, target)
  const id = `image:${place}${target ? `#${target}` : ''}${variant ? `@${variant}` : ''}`
  const image: Image = {
    id,
    kind: 'image',
    name: [place, ...(target ? [`(${target})`] : []), ...(variant ? [`on ${variant}`] : [])].join(' '),
    weight: 2,
    at: dockerfile?.stage.fromAt ?? at,
    files: path === undefined ? [] : [path],
    origin: 'built',
    ...(reference ? { reference } : {}),
    ...optional('builtAs', request.repository),
    ...(dockerfile ? { dockerfile, stages: stagesOf(dockerfile, settings) } : {}),
    context: buildContextOf(tree, {
      path: contextPath,
      present,
      at,
      declared: true,
      named: request.contexts,
      ...(dockerfile?.ignoreFile ? { ignoreFile: dockerfile.ignoreFile } : {}),
    }),
    ...(missing && present ? { missing: { ...missing, at: missing.at ?? at } } : {}),
    usedBy: [],
  }
  return useOfBuilt(image)
}

/** An image that is built here, with the software that it is built on. */
export function useOfBuilt(image: Image): ImageUse {
  const base = image.dockerfile?.base
  const from = image.dockerfile?.chain.at(-1)
  return { image, ...identify(base?.known ? base : from && recognisable(from.from, from.fromAt)), files: image.files }
}

/** The base image when the build arguments choose another one than the Dockerfile would: two such builds are two images. */
function variantOfBase(dockerfile: DockerfileImage, target: string | undefined): string | undefined {
  if (dockerfile.file.globalArguments.length === 0) return undefined
  const settings = { arguments: new Map<string, string | null>(), ...(target === undefined ? {} : { target }) }
  const usual = knownValue(resolveDockerfile(dockerfile.file, settings)?.base)?.text
  const base = knownValue(dockerfile.base)?.text
  return base === usual ? undefined : base
}

/** What a build names and the repository does not hold. */
function missingFrom(build: {
  readonly named: Fact<string> | undefined
  readonly target: Fact<string> | undefined
  readonly path: string | undefined
  readonly inline: boolean
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

/** The Dockerfile of a build, which lies in its context; undefined when it is not in the repository or its name is not known. */
function dockerfilePath(context: string, named: Fact<string> | undefined, tree: Tree): string | undefined {
  if (named && !named.known) return undefined
  const path = joinPath(context, named?.value ?? 'Dockerfile')
  return tree.exists(path) ? path : undefined
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
function versionOf(tag: string | undefined, distribution?: Distribution): readonly number[] | undefined {
  const pattern = distribution?.versionFromTag ?? /^(?:v|pg|RELEASE\.)?(\d+(?:\.\d+)*)/
  const digits = /^\d+(?:\.\d+)*/.exec(pattern.exec(tag ?? '')?.[1] ?? '')?.[0]
  return digits?.split('.').map(Number)
}

/**
 * Whether an image that is not wholly known is plainly none that anything is known of: the name of one of which only the tag
 * is filled in, or what is built here under it.
 */
export function isPlainlyOwn(image: Image, workloads: readonly Workload[]): boolean {
  const users = workloads.filter(({ id }) => image.usedBy.includes(id))
  if (users.length > 0 && users.every(({ builtFrom }) => builtFrom !== undefined)) return true
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
      shared.weight = Math.max(weight, shared.weight) as Image['weight']
      shared.usedBy.push(id)
    }
  }
  return [...byId.values()].map(({ image, weight, usedBy }) => ({ ...image, weight, usedBy }))
}

/** Whether two builds of one Dockerfile make the same image: build arguments may choose what is copied and started. */
export function isSameBuild(one: Image, other: Image): boolean {
  if (one.dockerfile === other.dockerfile) return true
  const stages = (one.stages ?? []).map((stage, index) => [stage, other.stages?.[index]] as const)
  return (
    one.dockerfile?.stage === other.dockerfile?.stage &&
    one.stages?.length === other.stages?.length &&
    stages.every(([stage, twin]) => twin !== undefined && chosenBy(stage) === chosenBy(twin))
  )
}

/** What the arguments of a build decide in a stage. */
function chosenBy({ environment, folders, filledSources }: DockerfileImage): string {
  return JSON.stringify([
    [...environment.values()].map(({ value }) => knownValue(value) ?? null),
    [...folders.values()].map(folder => knownValue(folder) ?? null),
    [...filledSources.values()],
  ])
}
