import type { Fact } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { ContainerFiles } from '../container-files.js'
import { networksInCommon } from '../host-names.js'
import type { NotEvaluated, Unreadable, Workload } from '../system.js'
import { find, isOn, type Setting, settingsOfPaths, switchAt, textAt, valueAt } from './settings.js'
import { readSettings, type StaticConfiguration } from './static.js'

/** One source of routers, services and middlewares. */
export interface DynamicSource {
  readonly provider: 'docker' | 'file'
  readonly settings: Setting
  /** The workload that bears the labels. */
  readonly owner?: Workload
}

/** The dynamic configuration that a Traefik is given. */
export interface FoundDynamic {
  readonly sources: readonly DynamicSource[]
  /** False when there may be more: other providers, files that are not in the repository, constraints. */
  readonly complete: boolean
  readonly unreadable: readonly Unreadable[]
  readonly notEvaluated: readonly NotEvaluated[]
}

/** Everything that the providers of one Traefik tell it. */
export function dynamicSources(
  configuration: StaticConfiguration,
  traefik: Workload,
  workloads: readonly Workload[],
  files: ContainerFiles,
): FoundDynamic {
  const { settings, complete } = configuration
  const providers = find(settings, 'providers')
  const known = new Set(['docker', 'swarm', 'file', 'providersthrottleduration'])
  const others = [...(providers?.children.keys() ?? [])].some(name => !known.has(name) && isOn(providers, name))
  const labels = readsLabels(settings) || !complete ? labelSources(settings, traefik, workloads) : []
  const found = fileSources(providers, files)
  const constrained = ['docker', 'swarm'].some(name => textAt(providers, name, 'constraints') !== undefined)
  return {
    ...found,
    sources: [...labels, ...found.sources],
    complete: found.complete && complete && !others && !constrained,
  }
}

function readsLabels(settings: Setting): boolean {
  return isOn(settings, 'providers', 'docker') || isOn(settings, 'providers', 'swarm')
}

/** Whether containers without a label are routed too: the default of both providers that read labels. */
export function exposedByDefault(settings: Setting): Fact<boolean> | undefined {
  for (const provider of ['docker', 'swarm']) {
    if (!isOn(settings, 'providers', provider)) continue
    const value = switchAt(settings, 'providers', provider, 'exposedbydefault')
    if (value) return value
  }
  return undefined
}

/** Workloads that it can reach and that say something to it. */
function labelSources(settings: Setting, traefik: Workload, workloads: readonly Workload[]): readonly DynamicSource[] {
  const byDefault = exposedByDefault(settings)
  return workloads.flatMap((owner): readonly DynamicSource[] => {
    const own = [...owner.labels].filter(([name]) => /^traefik\./i.test(name))
    if (own.length === 0) return []
    if (owner.deployment !== traefik.deployment && networksInCommon(traefik, owner).length === 0) return []
    const paths = own.map(([name, { value, at }]) => ({ path: name.slice('traefik.'.length), value, at }))
    const labels = settingsOfPaths(paths, owner.at)
    const enabled = valueAt(labels, 'enable')
    const isEnabled = enabled?.known ? /^true$/i.test(enabled.value) : !(byDefault?.known && !byDefault.value)
    return isEnabled || enabled?.known === false ? [{ provider: 'docker', settings: labels, owner }] : []
  })
}

function fileSources(providers: Setting | undefined, files: ContainerFiles): FoundDynamic {
  const provider = find(providers, 'file')
  const nothing: FoundDynamic = { sources: [], complete: true, unreadable: [], notEvaluated: [] }
  if (!provider || !isOn(provider)) return nothing
  const directory = valueAt(provider, 'directory')
  const name = valueAt(provider, 'filename')
  if (directory?.known === false || name?.known === false) return { ...nothing, complete: false }
  if (!directory) {
    const found = name && files.find(absolute(name.value))
    return found?.state === 'file' ? readFiles([found.file.source], true) : { ...nothing, complete: false }
  }
  const patterns = ['*', '*/*', '*/*/*'].map(pattern => `${absolute(directory.value)}/${pattern}`)
  const found = patterns.map(pattern => files.match(pattern))
  const sources = found.flatMap(one => one.files.map(file => file.source)).filter(one => isConfiguration(one.path))
  return readFiles(sources, found.every(one => one.hidden === undefined) && sources.length > 0)
}

/** The working directory of the images is `/`. */
function absolute(path: string): string {
  return path.startsWith('/') ? path : `/${path.replace(/^\.\//, '')}`
}

/** By the name that it has in the container it would be exact; what lies beside in the repository is rarely anything else. */
function isConfiguration(path: string): boolean {
  return /\.(?:toml|ya?ml)$/i.test(path)
}

function readFiles(sources: readonly Parameters<typeof readSettings>[0][], complete: boolean): FoundDynamic {
  const found: DynamicSource[] = []
  const unreadable: Unreadable[] = []
  const notEvaluated: NotEvaluated[] = []
  let whole = complete
  for (const source of sources) {
    // Go templates are expanded before the file is read: https://doc.traefik.io/traefik/providers/file/#go-templating.
    if (/\{\{/.test(source.text)) {
      notEvaluated.push({ path: source.path, because: 'a Go template: not evaluated' })
      whole = false
      continue
    }
    const { settings, complete: read, problems } = readSettings(source)
    if (!read) {
      whole = false
      unreadable.push({ path: source.path, format: 'traefik', production: true, problems, mayDeclare: 1 })
    }
    found.push({ provider: 'file', settings })
  }
  return { sources: found, complete: whole, unreadable, notEvaluated }
}

/** Files of the repository that look like a configuration of Traefik by their name, for those that nothing uses. */
export function looseFiles(tree: Tree): readonly string[] {
  return tree.files.flatMap(({ path }) => (/(?:^|\/)traefik\.(?:toml|ya?ml)$/i.test(path) ? [path] : []))
}
