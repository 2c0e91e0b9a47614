import { child, descend, type Node, textOf } from '../../parse/node.js'
import { splitWords } from '../../parse/shell.js'
import { parseYaml } from '../../parse/yaml.js'
import { directoryOf, fileName, joinPath } from '../../paths.js'
import { known, knownValue, type Source, type Span } from '../../source.js'
import type { RepositoryFile, Tree } from '../../tree.js'
import { changedFolder, directoriesOf } from '../command-paths.js'
import type { NamedBuild } from '../kubernetes/images.js'
import { entriesOf, itemsOf } from '../read-node.js'
import { asShell, expand, scriptVariables } from '../script-variables.js'
import type { Deployment } from '../system.js'
import { bakeTargets, isBakeFile } from './bake.js'
import type { Dockerfiles } from './dockerfiles.js'
import { filledRepository } from './filled-repository.js'
import { type BuildRequest, builtImage } from './images.js'
import { filledFrom, type MatrixValues, matrixOf, withEnvironment } from './job-matrix.js'

const SCRIPTS = new Set(['shell', 'makefile', 'package-json', 'ci'])
const COMMAND = /\b(?:docker|podman|nerdctl|buildah)\s+(?:buildx\s+|image\s+)?(?:build|bud)\s[^\n;|&]*/g
const MENTIONED =
  /\b(?:docker|podman|nerdctl|buildah)\s+(?:buildx\s+|image\s+)?(?:build|bud)\s|docker\/build-push-action/
const LONGEST_LINE = 4_096
const MOST_LINES = 5_000
const MOST_BUILDS = 500

/** What a build is asked for, and under which names. */
interface FoundBuild {
  readonly names: readonly string[]
  readonly request: BuildRequest
}

/**
 * The images that the repository builds under names of their own: in Compose files, by Skaffold and Bake, by commands of scripts and
 * pipelines (`docker build -t`), and by `docker/build-push-action`. Names that are filled in when they run are left out, but
 * for the registry in front of them.
 */
export function namedBuilds(
  tree: Tree,
  dockerfiles: Dockerfiles,
  composed: readonly Deployment[],
): readonly NamedBuild[] {
  const found = tree.files.flatMap(file => buildsIn(file, tree)).slice(0, MOST_BUILDS)
  const others = found.flatMap(({ names, request }) => {
    const repositories = [...new Set(names.flatMap(name => filledRepository(name) ?? []))]
    const key = [request.context, request.dockerfile, request.target].map(one => knownValue(one) ?? '').join('\n')
    return repositories.map(repository => ({ repository, key, use: () => builtImage(request, tree, dockerfiles) }))
  })
  return [...composedBuilds(composed), ...others]
}

function composedBuilds(deployments: readonly Deployment[]): readonly NamedBuild[] {
  return deployments.flatMap(({ workloads, onRequest }) =>
    [...workloads, ...onRequest].flatMap(({ image, clientOf, software, distribution, version }): NamedBuild[] => {
      if (image?.origin !== 'built' || image.builtAs === undefined) return []
      const own = clientOf ? {} : { ...(software ? { software } : {}), ...(distribution ? { distribution } : {}) }
      const use = { image, files: image.files, ...own, ...(version && !clientOf ? { version } : {}) }
      return [{ repository: image.builtAs, key: image.id, use: () => use }]
    }),
  )
}

function buildsIn(file: RepositoryFile, tree: Tree): readonly FoundBuild[] {
  if (/(?:^|\/)skaffold[^/]*\.ya?ml$/.test(file.path)) {
    const source = tree.read(file.path)
    return source ? skaffoldBuilds(source) : []
  }
  if (isBakeFile(fileName(file.path))) {
    const source = tree.read(file.path)
    return source ? bakeBuilds(source) : []
  }
  if (!SCRIPTS.has(file.format)) return []
  const source = tree.read(file.path)
  if (!source || !MENTIONED.test(source.text)) return []
  return [...commandBuilds(source, file, tree), ...(file.format === 'ci' ? actionBuilds(source) : [])]
}

function requestAt(name: string, at: Span, parts: Partial<BuildRequest>): BuildRequest {
  return { name, inline: false, arguments: new Map(), contexts: new Set(), at, ...parts }
}

/** https://skaffold.dev/docs/references/yaml/ (`build.artifacts`); Docker is what builds where nothing else is named. */
function skaffoldBuilds(source: Source): readonly FoundBuild[] {
  const builders = ['buildpacks', 'jib', 'bazel', 'custom', 'ko']
  return parseYaml(source).documents.flatMap(({ root }) =>
    itemsOf(descend(root, 'build', 'artifacts')).flatMap((artifact): FoundBuild[] => {
      const image = child(artifact, 'image')
      const name = textOf(image)
      if (!image || name === undefined || builders.some(key => child(artifact, key) !== undefined)) return []
      const docker = child(artifact, 'docker') ?? child(artifact, 'kaniko')
      const context = textOf(child(artifact, 'context')) ?? '.'
      return [
        { names: [name], request: requestOf(name, image.at, joinPath(directoryOf(source.path), context), docker) },
      ]
    }),
  )
}

function requestOf(name: string, at: Span, context: string, settings: Node | undefined): BuildRequest {
  const dockerfile = textOf(child(settings, 'dockerfile'))
  const target = textOf(child(settings, 'target'))
  return requestAt(name, at, {
    context: known(context, at),
    ...(dockerfile === undefined ? {} : { dockerfile: known(dockerfile, at) }),
    ...(target === undefined ? {} : { target: known(target, at) }),
    arguments: new Map(entriesOf(child(settings, 'buildArgs')).map(([key, value]) => [key, textOf(value) ?? null])),
  })
}

function commandBuilds(source: Source, file: RepositoryFile, tree: Tree): readonly FoundBuild[] {
  const lines = source.text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .slice(0, MOST_LINES)
  const variables = scriptVariables(lines, file.format === 'ci')
  const jobs = source.text.includes('matrix.') ? matricesIn(source) : []
  const matrix = (line: string) =>
    jobs.length > 0 && line.includes('matrix.') ? [...new Set(jobs.map(values => filledFrom(values, line)))] : [line]
  const found: FoundBuild[] = []
  let folder: string | undefined
  for (const line of lines) {
    if (line.length > LONGEST_LINE || /^\s*(?:#(?!!)|\/\/)/.test(line)) continue
    for (const filled of line.includes('$') ? matrix(line).flatMap(one => expand(asShell(one), variables)) : [line]) {
      for (const { 0: command, index } of filled.matchAll(COMMAND)) {
        const build = commandBuild(command, directoriesOf(filled.slice(0, index), folder, file.path), source, tree)
        if (build) found.push(build)
      }
    }
    folder = changedFolder(line) ?? folder
  }
  return found
}

/** The values that the jobs of a pipeline run with. */
function matricesIn(source: Source): readonly MatrixValues[] {
  return parseYaml(source).documents.flatMap(({ root }) =>
    entriesOf(child(root, 'jobs')).flatMap(([, job]) => matrixOf(job)),
  )
}

const WITH_VALUE =
  /^(?:--(?:tag|file|target|build-arg|platform|label|cache-from|cache-to|network|progress|secret|ssh|output|builder|iidfile|metadata-file|build-context|add-host|memory|shm-size|ulimit|annotation|attest|allow)|-[tfom])$/

function commandBuild(
  command: string,
  directories: readonly string[],
  source: Source,
  tree: Tree,
): FoundBuild | undefined {
  const plain = command.replace(/\$\([^()\n]*[^()\w\n][^()\n]*\)/g, '$_')
  const all = (splitWords(plain) ?? plain.split(/\s+/)).map(word => word.replace(/^["'`(]+|["'`),]+$/g, ''))
  const words = all.slice(all.findIndex(word => word === 'build' || word === 'bud') + 1)
  const options = new Map<string, string[]>()
  let context: string | undefined
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/.exec(word) ?? /^(-[tfom])(.+)$/.exec(word) ?? []
    if (WITH_VALUE.test(name)) {
      const value = inline ?? words[++at] ?? ''
      options.set(name, [...(options.get(name) ?? []), value])
    } else if (!word.startsWith('-') && word !== '') context ??= word
  }
  const names = [...(options.get('-t') ?? []), ...(options.get('--tag') ?? [])]
  const place = context === undefined || context === '-' ? undefined : folderOf(context, directories, tree)
  if (names.length === 0 || place === undefined) return undefined
  const at = { path: source.path, start: 0, end: 0 }
  const file = options.get('-f')?.[0] ?? options.get('--file')?.[0]
  const target = options.get('--target')?.[0]
  // `-f` is from where the command runs, and a Dockerfile of a request from its context.
  const dockerfile = file === undefined ? undefined : fileOf(file, directories, place, tree)
  if (file !== undefined && dockerfile === undefined) return undefined
  return {
    names,
    request: requestAt(names[0] ?? '', at, {
      context: known(place, at),
      ...(dockerfile === undefined ? {} : { dockerfile: known(dockerfile, at) }),
      ...(target === undefined || target.includes('$') ? {} : { target: known(target, at) }),
      arguments: argumentsIn(options.get('--build-arg') ?? []),
    }),
  }
}

/** `NAME=value`; what is filled in when the command runs, or comes from its environment, is not known. */
function argumentsIn(texts: readonly string[]): ReadonlyMap<string, string | null> {
  return new Map(
    texts.flatMap(text => {
      const [, name, value] = /^\s*([A-Za-z_]\w*)(?:=(.*?))?\s*$/.exec(text) ?? []
      return name === undefined ? [] : [[name, value === undefined || value.includes('$') ? null : value] as const]
    }),
  )
}

function folderOf(name: string, directories: readonly string[], tree: Tree): string | undefined {
  if (name.includes('$') || name.includes('://') || name.startsWith('/')) return undefined
  return directories.map(directory => joinPath(directory, name)).find(path => tree.exists(path))
}

/** The path of a Dockerfile from its context, with as many `../` as that takes. */
function fileOf(name: string, directories: readonly string[], context: string, tree: Tree): string | undefined {
  const path = name.includes('$')
    ? undefined
    : directories.map(one => joinPath(one, name)).find(one => tree.exists(one))
  if (path === undefined) return undefined
  const depth = context === '.' ? 0 : context.split('/').length
  return `${'../'.repeat(depth)}${path}`
}

/** https://github.com/docker/build-push-action#inputs; tags may come from a step of `docker/metadata-action`. */
function actionBuilds(source: Source): readonly FoundBuild[] {
  return parseYaml(source).documents.flatMap(({ root }) =>
    entriesOf(child(root, 'jobs')).flatMap(([, job]) => {
      const steps = itemsOf(child(job, 'steps'))
      if (!steps.some(isAction)) return []
      return matrixOf(job).flatMap(values =>
        steps.flatMap(step =>
          isAction(step) ? actionBuild(step, steps, withEnvironment(values, [root, job, step])) : [],
        ),
      )
    }),
  )
}

function isAction(step: Node): boolean {
  return /^docker\/build-push-action@/.test(textOf(child(step, 'uses')) ?? '')
}

function actionBuild(step: Node, steps: readonly Node[], values: MatrixValues): readonly FoundBuild[] {
  const input = (of: Node, name: string) => {
    const text = textOf(descend(of, 'with', name))
    return text === undefined ? undefined : filledFrom(values, text)
  }
  const tags = input(step, 'tags') ?? ''
  const metadata = /steps\.([\w-]+)\.outputs\.tags/.exec(tags)?.[1]
  const named = metadata === undefined ? undefined : steps.find(one => textOf(child(one, 'id')) === metadata)
  const text = metadata === undefined ? tags : named ? (input(named, 'images') ?? '') : ''
  const names = text.split(/[\n,]/).map(name => name.trim())
  const context = input(step, 'context') ?? '.'
  const file = input(step, 'file')
  const target = input(step, 'target')
  if (`${context}${file ?? ''}${target ?? ''}`.includes('${{')) return []
  const place = joinPath('.', context)
  const depth = place === '.' ? 0 : place.split('/').length
  const request = requestAt(names[0] ?? '', step.at, {
    context: known(place, step.at),
    // Given from the root of the repository.
    ...(file === undefined ? {} : { dockerfile: known(`${'../'.repeat(depth)}${joinPath('.', file)}`, step.at) }),
    ...(target === undefined ? {} : { target: known(target, step.at) }),
    arguments: argumentsIn((input(step, 'build-args') ?? '').split('\n')),
  })
  return [{ names: names.filter(name => name !== ''), request }]
}

function bakeBuilds(source: Source): readonly FoundBuild[] {
  const at = { path: source.path, start: 0, end: 0 }
  return bakeTargets(source).map(({ tags, context, dockerfile, target }) => ({
    names: tags,
    request: requestAt(tags[0] ?? '', at, {
      context: known(joinPath(directoryOf(source.path), context), at),
      ...(dockerfile === undefined ? {} : { dockerfile: known(dockerfile, at) }),
      ...(target === undefined ? {} : { target: known(target, at) }),
    }),
  }))
}
