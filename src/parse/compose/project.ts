import { directoryOf, fileName, joinPath } from '../../paths.js'
import type { Source, Span } from '../../source.js'
import type { MapNode, Problem } from '../node.js'
import { parseYaml, type YamlFile } from '../yaml.js'
import { type Finishing, texts } from './attributes.js'
import { canonicalService } from './canonical.js'
import { type Assembled, checkProject } from './check.js'
import { decodeProject } from './decode.js'
import { readVariables } from './environment.js'
import type { VariableValue } from './interpolate.js'
import { type Loading, reject } from './loading.js'
import { EMPTIES_NOTHING } from './merge.js'
import { loadModel } from './model.js'
import { normalProjectName, writtenName } from './name.js'
import { mapEntries } from './nodes.js'
import { resolvePath } from './paths.js'

/** What to load, and from where. */
export interface ComposeRequest {
  /** Compose files in the order of `-f`, from the repository root. */
  readonly files: readonly string[]
  /** Default: the directory of the first file. */
  readonly projectDirectory?: string
  /** The shell's environment; values with the place where they are set, as far as that is in the repository. */
  readonly environment: ReadonlyMap<string, string | VariableValue>
  /** Env files for interpolation (`--env-file`). Default: `.env` in the project directory, if there is one. */
  readonly environmentFiles?: readonly string[]
  /** What a variable without value and default becomes: `empty` as Compose does, or `unknown`, as an auditor must say. */
  readonly unset: 'empty' | 'unknown'
  /** Profiles switched on; `*` for all. */
  readonly profiles: readonly string[]
  /** Reads a file of the repository; undefined when there is none, or it lies outside the root. */
  readonly read: (path: string) => Source | undefined
}

/**
 * The effective project: interpolated, extended, merged, included, profiles applied, and in canonical form, so that
 * readers need to know only one spelling of everything (see `canonicalService`).
 */
export interface ComposeProject {
  readonly name?: string
  /** Every file that had a part in it, in order of reading. */
  readonly files: readonly string[]
  readonly services: ReadonlyMap<string, ComposeService>
  /** Services that no active profile switches on. */
  readonly disabled: ReadonlyMap<string, ComposeService>
  readonly networks: ReadonlyMap<string, ComposeResource>
  readonly volumes: ReadonlyMap<string, ComposeResource>
  readonly secrets: ReadonlyMap<string, ComposeResource>
  readonly configs: ReadonlyMap<string, ComposeResource>
  /** Everything that Compose would refuse, and everything that could not be read. Loading goes on after each. */
  readonly problems: readonly Problem[]
  /** Files that are named (include, extends, env_file with required) and not in the repository. */
  readonly missing: readonly { readonly path: string; readonly at: Span }[]
  /** Empty lists over lists that they cannot empty, by their path: `services.web.ports`. Only `!reset` and `!override` do. */
  readonly emptied: readonly { readonly path: string; readonly at: Span }[]
}

/** A service of a merged project. */
export interface ComposeService {
  readonly name: string
  /** The key of the service in the file that declares it (the last that adds to it). */
  readonly at: Span
  /** The canonical service. */
  readonly node: MapNode
  readonly profiles: readonly string[]
}

/** A volume, network, secret or config of a merged project. */
export interface ComposeResource {
  readonly name: string
  readonly at: Span
  readonly node: MapNode
}

/**
 * Loads a Compose project as `docker compose` would, by the rules of compose-go v2.16
 * (https://github.com/compose-spec/compose-go). Never throws: what Compose would refuse is in `problems`, files that are not
 * there in `missing`, and loading goes on after each. The files are read in the order given; every one is optional.
 */
export function loadComposeProject(request: ComposeRequest): ComposeProject {
  const log = startLog(request)
  const directory = request.projectDirectory ?? directoryOf(request.files[0] ?? '')
  const variables = environmentOf(request, directory, log.loading)
  const name = projectName(request, directory, variables, log.loading)
  variables.set('COMPOSE_PROJECT_NAME', { text: name ?? '', known: name !== undefined })
  const files = request.files.map(file => joinPath('.', file))
  const model = loadModel(files, { directory, variables, including: [] }, directory, log.loading)
  if (!model || model.entries.size === 0) {
    const path = files[0] ?? ''
    const said = [...log.problems.values()].some(problem => problem.code === 'not-a-mapping')
    if (log.files.size > 0 && !said)
      reject(log.loading, { path, start: 0, end: 0 }, 'empty', 'The Compose file is empty')
  }
  const { jobs, models, ...project } = assemble(
    model && decodeProject(model, log.loading),
    name,
    { loading: log.loading, variables },
    request.profiles,
  )
  checkProject({ ...project, jobs, models }, log.loading)
  return {
    ...project,
    files: [...log.files],
    problems: [...log.problems.values()],
    missing: [...log.missing.values()],
    emptied: [...log.emptied.values()],
  }
}

/** Nodes that loading may copy together from env files, `extends`, `include` and variables: far above any real project. */
const MAX_COPIED_NODES = 100_000

/** Problems, and missing files, beyond which more say nothing new. */
const MAX_PROBLEMS = 1_000

interface Log {
  readonly loading: Loading
  readonly files: Set<string>
  readonly problems: Map<string, Problem>
  readonly missing: Map<string, ComposeProject['missing'][number]>
  readonly emptied: Map<string, ComposeProject['emptied'][number]>
}

function startLog({ read, unset }: ComposeRequest): Log {
  const sources = new Map<string, Source | undefined>()
  const parsed = new Map<string, YamlFile | undefined>()
  const files = new Set<string>()
  const problems: Log['problems'] = new Map()
  const missing: Log['missing'] = new Map()
  const emptied: Log['emptied'] = new Map()
  const readOnce = (path: string) => {
    if (!sources.has(path)) sources.set(path, read(path))
    return sources.get(path)
  }
  const parseOnce = (path: string) => {
    const source = readOnce(path)
    if (!parsed.has(path)) parsed.set(path, source && parseYaml(source))
    return parsed.get(path)
  }
  let left = MAX_COPIED_NODES
  const keyOf = (at: Span, rest: string) => `${at.path}\n${at.start}\n${at.end}\n${rest}`
  const loading: Loading = {
    unset,
    read: readOnce,
    parse: parseOnce,
    report: problem => {
      if (problem.code === EMPTIES_NOTHING) {
        if (emptied.size < MAX_PROBLEMS)
          emptied.set(keyOf(problem.at, problem.message), { path: problem.message, at: problem.at })
        return
      }
      // One mistake is met by several steps, and again with every file that is merged over it.
      const what = problem.code?.startsWith('wrong-') ? 'wrong' : problem.message
      const key = keyOf(problem.at, what)
      if (!problems.has(key) && problems.size < MAX_PROBLEMS) problems.set(key, problem)
    },
    spend: (nodes, at) => {
      left -= nodes
      // Our own limit, not Compose's: what lies behind it is not read, which is another thing than wrong.
      if (left < 0) {
        const message = 'What the files of the project copy from each other is more than is read'
        loading.report({ at, message, kind: 'syntax', code: 'too-large' })
      }
      return left >= 0
    },
    missing: (path, at) => {
      if (missing.size < MAX_PROBLEMS) missing.set(keyOf(at, path), { path, at })
    },
    took: path => files.add(path),
  }
  return { loading, files, problems, missing, emptied }
}

function environmentOf(request: ComposeRequest, directory: string, loading: Loading): Map<string, VariableValue> {
  const shell = new Map(
    [...request.environment].map(([key, set]): [string, VariableValue] => [
      key,
      typeof set === 'string' ? { text: set, known: true } : set,
    ]),
  )
  const named = request.environmentFiles?.map(path => ({ path, at: { path, start: 0, end: 0 } }))
  const files = named ?? [{ path: resolvePath(directory, '.env') }]
  return new Map([...readVariables(files, shell, loading), ...shell])
}

function projectName(
  request: ComposeRequest,
  directory: string,
  variables: ReadonlyMap<string, VariableValue>,
  loading: Loading,
): string | undefined {
  const given = variables.get('COMPOSE_PROJECT_NAME')
  if (given && given.text !== '') return given.known ? given.text : undefined
  const written = writtenName(request.files, variables, loading)
  if (written === null) return undefined
  return written || normalProjectName(directory === '.' ? '' : fileName(directory)) || undefined
}

function assemble(
  model: MapNode | undefined,
  name: string | undefined,
  finishing: Omit<Finishing, 'enabled'>,
  profiles: readonly string[],
): Assembled {
  const services = new Map<string, ComposeService>()
  const disabled = new Map<string, ComposeService>()
  for (const [key, { keyAt, node }] of sectionOf(model, 'services')) {
    if (node.kind !== 'map') continue
    const own = profilesOf(node)
    const enabled = own.length === 0 || own.some(profile => profiles.includes(profile) || profiles.includes('*'))
    const service = { name: key, at: keyAt, node: canonicalService(node, { ...finishing, enabled }), profiles: own }
    ;(enabled ? services : disabled).set(key, service)
  }
  const networks = resources(model, 'networks')
  const connected = [...services.values(), ...disabled.values()].find(service => usesDefaultNetwork(service.node))
  if (connected && !networks.has('default')) {
    networks.set('default', {
      name: 'default',
      at: connected.at,
      node: { kind: 'map', at: connected.at, entries: new Map() },
    })
  }
  return {
    ...(name === undefined ? {} : { name }),
    services,
    disabled,
    networks,
    volumes: resources(model, 'volumes'),
    secrets: resources(model, 'secrets'),
    configs: resources(model, 'configs'),
    jobs: jobsOf(model),
    models: new Set(sectionOf(model, 'models').keys()),
  }
}

function sectionOf(model: MapNode | undefined, key: string): MapNode['entries'] {
  const node = model?.entries.get(key)?.node
  return node?.kind === 'map' ? node.entries : new Map()
}

function jobsOf(model: MapNode | undefined): Map<string, MapNode> {
  const jobs = new Map<string, MapNode>()
  for (const [name, { node }] of sectionOf(model, 'jobs')) if (node.kind === 'map') jobs.set(name, node)
  return jobs
}

function profilesOf(service: MapNode): readonly string[] {
  const node = service.entries.get('profiles')?.node
  if (node?.kind !== 'list') return []
  return node.items.flatMap(item => (item.kind === 'scalar' && item.text !== null ? [item.text] : []))
}

function usesDefaultNetwork(service: MapNode): boolean {
  const networks = service.entries.get('networks')?.node
  return networks?.kind === 'map' && networks.entries.has('default')
}

function resources(model: MapNode | undefined, kind: string): Map<string, ComposeResource> {
  const found = new Map<string, ComposeResource>()
  for (const [name, { keyAt, node }] of sectionOf(model, kind)) {
    const map: MapNode = node.kind === 'map' ? node : { kind: 'map', at: node.at, entries: new Map() }
    found.set(name, {
      name,
      at: keyAt,
      node: mapEntries(map, (child, key) => (key === 'labels' ? texts(child) : child)),
    })
  }
  return found
}
