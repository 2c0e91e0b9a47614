import type { ComposeProject, ComposeService } from '../parse/compose/project.js'
import { child, descend, type MapNode } from '../parse/node.js'
import { parseBytes, parseDuration } from '../parse/units.js'
import { type Fact, known, knownValue, type Span } from '../source.js'
import type { Tree } from '../tree.js'
import { buildArgumentsOf, environmentOf } from './environment.js'
import { healthOf } from './health.js'
import { type Dockerfiles, imageOf } from './images.js'
import { mountsOf, publishedPorts } from './ports-and-mounts.js'
import { booleanFact, entriesOf, factOf, itemsOf, keySpan, numberFact, textAt, textFact, textsOf } from './read-node.js'
import { isPublished, roleOf } from './roles.js'
import { environmentFilesOf, openVariablesOf, ownFilesOf } from './service-files.js'
import { keepsWork, type ServiceUses } from './service-uses.js'
import { runsClient, startOf } from './start.js'
import type {
  Dependency,
  Deployment,
  Logging,
  NetworkAttachment,
  Privileges,
  Resources,
  Restart,
  Workload,
} from './system.js'

/** What building one workload needs to know of its surroundings. */
export interface WorkloadContext {
  readonly tree: Tree
  readonly dockerfiles: Dockerfiles
  readonly project: ComposeProject
  readonly uses: ServiceUses
  readonly deployment: string
  readonly platform: Deployment['platform']
  readonly purpose: Deployment['purpose']
}

/** Reads a canonical compose service into a workload. */
export function workloadOf(service: ComposeService, context: WorkloadContext): Workload {
  const node = service.node
  const found = imageOf(node, service.at, context.tree, context.dockerfiles)
  const dockerfile = found?.image.dockerfile
  const start = startOf(child(node, 'entrypoint'), child(node, 'command'), dockerfile, service.at)
  const client = found?.software !== undefined && runsClient(start)
  const use = client && found ? { image: found.image, files: found.files } : found
  const published = publishedPorts(node)
  const environment = environmentOf(node, dockerfile, service.at)
  const mounts = mountsOf(node)
  const restart = restartOf(node, service.at, context.platform)
  const labels = labelsOf(node)
  const listens = listensOf(node, use)
  const replicas = numberFact(child(node, 'scale')) ?? numberFact(descend(node, 'deploy', 'replicas'))
  const reference = use?.image.reference
  const role = roleOf({
    name: service.name,
    software: use?.software,
    imageRepository: reference?.known ? reference.value.repository : undefined,
    start,
    restartsAlways: restart.written && restart.policy === 'always',
    awaitedToComplete: context.uses.awaited.has(service.name),
    published,
    routed: isRouted(labels),
    listens: listens.length > 0,
    keepsWork: keepsWork(service.name, context.uses),
  })
  const stateful = role === 'datastore' || role === 'broker' || role === 'search'
  const userFacing = role === 'user-facing' || (role === 'proxy' && isPublished({ published }))
  return {
    id: `${context.deployment}/${service.name}`,
    kind: 'workload',
    name: service.name,
    weight: context.purpose === 'development' || role === 'tool' ? 0 : userFacing || stateful ? 3 : 2,
    at: service.at,
    files: [...new Set([service.at.path, ...(use?.files ?? [])])],
    platform: context.platform,
    deployment: context.deployment,
    role,
    userFacing,
    stateful,
    longRunning: role !== 'job',
    ...(use ? { image: use.image } : {}),
    ...(use?.software ? { software: use.software } : {}),
    ...(client && found?.software ? { clientOf: found.software } : {}),
    ...(use?.distribution ? { distribution: use.distribution } : {}),
    ...(use?.version ? { version: use.version } : {}),
    environment,
    buildArguments: buildArgumentsOf(node, service.at),
    environmentFiles: environmentFilesOf(node, context.tree),
    openVariables: openVariablesOf(node),
    ...(use?.distribution?.variables
      ? { ownFiles: ownFilesOf(mounts, use.image, configFiles(context.project), context.tree) }
      : {}),
    ...(start ? { start } : {}),
    published,
    listens,
    mounts,
    networks: networksOf(node, service, context.project),
    ...optional('networkMode', textAt(node, 'network_mode')),
    dependsOn: dependenciesOf(node),
    health: healthOf(node, service.at, use, environment),
    restart,
    ...optional('replicas', replicas),
    resources: resourcesOf(node),
    privileges: privilegesOf(node),
    ...optional('logging', loggingOf(node, service.at)),
    ...optional('fixedName', textAt(node, 'container_name')),
    ...optional('hostname', textAt(node, 'hostname')),
    ...optional('stopGracePeriod', factOf(child(node, 'stop_grace_period'), parseDuration)),
    labels,
    secretFiles: secretFilesOf(node),
    inert: inertSettings(node, context.platform),
    init: booleanValue(child(node, 'init')) === true,
  }
}

/** The files that `configs` are made of, by the name of the config. */
function configFiles(project: ComposeProject): ReadonlyMap<string, string> {
  return new Map(
    [...project.configs.values()].flatMap(config => {
      const file = knownValue(textAt(config.node, 'file'))
      return file === undefined ? [] : [[config.name, file] as const]
    }),
  )
}

/** `{ [key]: value }`, or nothing: for properties that are absent rather than undefined. */
function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}

function booleanValue(node: Parameters<typeof booleanFact>[0]): boolean | undefined {
  return knownValue(booleanFact(node))
}

function restartOf(node: MapNode, at: Span, platform: Deployment['platform']): Restart {
  const policy = textAt(node, 'restart')
  const condition = textFact(descend(node, 'deploy', 'restart_policy', 'condition'))
  const deployPolicy = descend(node, 'deploy', 'restart_policy')
  if (condition ?? deployPolicy) {
    // deploy.restart_policy wins over restart; its condition defaults to any.
    const text = condition ? knownValue(condition) : 'any'
    const where = condition?.at ?? deployPolicy?.at ?? at
    const read =
      text === undefined ? 'unknown' : text === 'any' ? 'always' : text === 'on-failure' ? 'on-failure' : 'none'
    return { policy: read, at: where, written: true }
  }
  // A swarm restarts tasks whatever ends them unless told otherwise, and does not read `restart`.
  if (platform === 'swarm') return { policy: 'always', at, written: false }
  if (!policy) return { policy: 'none', at, written: false }
  if (!policy.known) return { policy: 'unknown', at: policy.at, written: true }
  const text = policy.value
  const read =
    text === 'always' || text === 'unless-stopped' ? 'always' : text.startsWith('on-failure') ? 'on-failure' : 'none'
  return { policy: read, at: policy.at, written: true }
}

function labelsOf(node: MapNode): Workload['labels'] {
  const all = [...entriesOf(child(node, 'labels')), ...entriesOf(descend(node, 'deploy', 'labels'))]
  return new Map(all.map(([key, value, at]) => [key, { value: textFact(value) ?? known('', at), at }]))
}

function isRouted(labels: Workload['labels']): boolean {
  const enabled = knownValue(labels.get('traefik.enable')?.value)
  if (enabled === 'false') return false
  return [...labels.keys()].some(
    key => /^traefik\.(http|tcp)\.routers\./i.test(key) || key === 'caddy' || key === 'VIRTUAL_HOST',
  )
}

function listensOf(node: MapNode, use: ReturnType<typeof imageOf>): readonly number[] {
  const exposed = textsOf(child(node, 'expose')).map(text => Number(text.split(/[/-]/)[0]))
  const fromImage = use?.image.dockerfile?.exposed.map(one => knownValue(one.port)) ?? []
  const defaults = use?.software?.ports.map(one => one.port) ?? []
  return [...new Set([...exposed, ...fromImage, ...defaults])].filter((port): port is number => Number.isInteger(port))
}

function networksOf(node: MapNode, service: ComposeService, project: ComposeProject): readonly NetworkAttachment[] {
  if (child(node, 'network_mode')) return []
  const own = entriesOf(child(node, 'networks'))
  const names = own.length > 0 ? own : [['default', undefined] as const]
  const fixed = knownValue(textAt(node, 'container_name'))
  return names.map(([network, options]) => {
    const aliases = options?.kind === 'map' ? textsOf(child(options, 'aliases')) : []
    const external = project.networks.get(network)
    const realName = knownValue(textAt(external?.node, 'name')) ?? network
    return {
      network: external && booleanValue(child(external.node, 'external')) ? `external:${realName}` : network,
      aliases: [service.name, ...(fixed ? [fixed] : []), ...aliases],
    }
  })
}

function dependenciesOf(node: MapNode): readonly Dependency[] {
  return entriesOf(child(node, 'depends_on')).map(([workload, options, at]) => {
    const condition = knownValue(textAt(options, 'condition'))
    return {
      workload,
      condition:
        condition === 'service_healthy'
          ? 'healthy'
          : condition === 'service_completed_successfully'
            ? 'completed'
            : 'started',
      required: booleanValue(child(options, 'required')) !== false,
      at,
    }
  })
}

function resourcesOf(node: MapNode): Resources {
  const limits = descend(node, 'deploy', 'resources', 'limits')
  const reservations = descend(node, 'deploy', 'resources', 'reservations')
  return {
    ...optional(
      'memoryLimit',
      positive(factOf(child(limits, 'memory'), parseBytes) ?? factOf(child(node, 'mem_limit'), parseBytes)),
    ),
    ...optional(
      'memoryReservation',
      positive(factOf(child(reservations, 'memory'), parseBytes) ?? factOf(child(node, 'mem_reservation'), parseBytes)),
    ),
    ...optional('cpuLimit', positive(numberFact(child(limits, 'cpus')) ?? numberFact(child(node, 'cpus')))),
    ...optional(
      'cpuReservation',
      positive(numberFact(child(reservations, 'cpus')) ?? numberFact(child(node, 'cpu_shares'))),
    ),
    limitedByDefault: false,
  }
}

/** A limit of 0 is no limit: Docker reads it as unlimited. */
function positive(fact: Fact<number> | undefined): Fact<number> | undefined {
  return fact?.known && fact.value <= 0 ? undefined : fact
}

function privilegesOf(node: MapNode): Privileges {
  const spaces = (['pid', 'ipc', 'uts'] as const).flatMap(namespace => {
    const mode = textAt(node, namespace)
    return knownValue(mode) === 'host' && mode ? [{ namespace, at: mode.at }] : []
  })
  const network = textAt(node, 'network_mode')
  return {
    ...optional('privileged', booleanFact(child(node, 'privileged'))),
    addedCapabilities: itemsOf(child(node, 'cap_add')).flatMap(item =>
      item.kind === 'scalar' && item.text ? [{ name: item.text.toUpperCase().replace(/^CAP_/, ''), at: item.at }] : [],
    ),
    hostNamespaces: [
      ...(knownValue(network) === 'host' && network ? [{ namespace: 'network' as const, at: network.at }] : []),
      ...spaces,
    ],
    ...optional('user', textAt(node, 'user')),
    readOnlyRoot: booleanValue(child(node, 'read_only')) === true,
  }
}

function loggingOf(node: MapNode, at: Span): Logging | undefined {
  const logging = child(node, 'logging')
  if (!logging) return undefined
  const options = entriesOf(child(logging, 'options')).flatMap(([key, value]) => {
    const fact = textFact(value)
    return fact ? [[key, fact] as const] : []
  })
  return {
    ...optional('driver', textAt(logging, 'driver')),
    options: new Map(options),
    at: keySpan(node, 'logging', at),
  }
}

function secretFilesOf(node: MapNode): readonly string[] {
  return itemsOf(child(node, 'secrets')).flatMap(item => {
    const source = knownValue(textAt(item, 'source'))
    const target = knownValue(textAt(item, 'target')) ?? source
    return target === undefined ? [] : [target.startsWith('/') ? target : `/run/secrets/${target}`]
  })
}

/** Settings of `deploy` that `docker compose` does not read, and of compose that a swarm does not read. */
const INERT_UNDER_COMPOSE = [
  ['deploy', 'update_config'],
  ['deploy', 'rollback_config'],
  ['deploy', 'placement'],
  ['deploy', 'endpoint_mode'],
  ['deploy', 'resources', 'reservations', 'cpus'],
  ['deploy', 'restart_policy', 'delay'],
  ['deploy', 'restart_policy', 'window'],
] as const
const INERT_UNDER_SWARM = [
  'build',
  'restart',
  'privileged',
  'network_mode',
  'links',
  'shm_size',
  'security_opt',
  'ipc',
  'pid',
  'devices',
  'container_name',
  'expose',
] as const

function inertSettings(node: MapNode, platform: Deployment['platform']): Workload['inert'] {
  const paths: readonly (readonly string[])[] =
    platform === 'swarm' ? INERT_UNDER_SWARM.map(key => [key]) : platform === 'compose' ? INERT_UNDER_COMPOSE : []
  const found = paths.flatMap(path => {
    const parent = descend(node, ...path.slice(0, -1))
    const key = path[path.length - 1] ?? ''
    const entry = parent?.kind === 'map' ? parent.entries.get(key) : undefined
    return entry && !isForTheOther(key, node) ? [{ setting: path.join('.'), at: entry.keyAt }] : []
  })
  const overruled = platform === 'compose' ? overruledRestart(node) : undefined
  return overruled ? [...found, overruled] : found
}

/** One file for both: what a swarm does not read has its counterpart beside it. */
function isForTheOther(key: string, node: MapNode): boolean {
  if (key === 'build') return child(node, 'image') !== undefined
  return key === 'restart' && descend(node, 'deploy', 'restart_policy') !== undefined
}

/** `restart` beside a `deploy.restart_policy` that says something else: Compose takes the latter. */
function overruledRestart(node: MapNode): Workload['inert'][number] | undefined {
  const restart = textAt(node, 'restart')
  const condition = textAt(descend(node, 'deploy', 'restart_policy'), 'condition')
  if (!restart?.known || !condition?.known) return undefined
  const own = /^(?:always|unless-stopped)$/.test(restart.value)
    ? 'any'
    : restart.value.replace(/^no$/, 'none').split(':')[0]
  if (own === condition.value) return undefined
  const at = keySpan(node, 'restart', restart.at)
  return { setting: 'restart', at, overruledBy: `deploy.restart_policy.condition: ${condition.value}` }
}
