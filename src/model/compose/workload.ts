import type { ComposeProject, ComposeService } from '../../parse/compose/project.js'
import { child, type MapNode } from '../../parse/node.js'
import { parseDuration } from '../../parse/units.js'
import { knownValue, type Source } from '../../source.js'
import type { Tree } from '../../tree.js'
import { buildArgumentsOf, environmentOf } from '../environment.js'
import { healthOf } from '../health.js'
import type { Dockerfiles } from '../image/dockerfiles.js'
import { imageOf } from '../image/images.js'
import { factOf, textAt, textsOf } from '../read-node.js'
import { isPublished, isStateful, roleOf, weightOf } from '../roles.js'
import { runImageOf } from '../run-image.js'
import { environmentFilesOf, openVariablesOf } from '../service-files.js'
import { startOf } from '../start.js'
import type { Deployment, Workload } from '../system.js'
import { emptyLists, inertSettings, unpublished } from './inert-settings.js'
import { isRouted, labelsOf } from './labels.js'
import { isShutIn, localNamesOf, networksOf } from './networks.js'
import { mountsOf, publishedPorts } from './ports-and-mounts.js'
import { keepsWork, type ServiceUses } from './service-uses.js'
import {
  booleanValue,
  dependenciesOf,
  loggingOf,
  optional,
  privilegesOf,
  replicasOf,
  resourcesOf,
  restartOf,
  runsOnce,
  secretFilesOf,
} from './settings.js'

/** What building one workload needs to know of its surroundings. */
export interface WorkloadContext {
  readonly tree: Tree
  readonly dockerfiles: Dockerfiles
  readonly project: ComposeProject
  /** What the configs of the project hold, by their names: see `configTextsOf`. */
  readonly configTexts: ReadonlyMap<string, Source>
  readonly uses: ServiceUses
  readonly deployment: string
  /** The folder of the first file. */
  readonly directory: string
  readonly platform: Deployment['platform']
  readonly purpose: Deployment['purpose']
}

/** Reads a canonical compose service into a workload. */
export function workloadOf(service: ComposeService, context: WorkloadContext): Workload {
  const node = service.node
  const found = imageOf(service, context.project, context.tree, context.dockerfiles)
  const dockerfile = found?.image.dockerfile
  const start = startOf(child(node, 'entrypoint'), child(node, 'command'), dockerfile, service.at)
  const mounts = mountsOf(node, context.configTexts)
  const { use, facts } = runImageOf(found, { ...(start && { start }), mounts }, context.tree)
  const shutIn = context.platform === 'compose' && isShutIn(service, context.project)
  const published = shutIn ? [] : publishedPorts(node, context.platform)
  const environment = environmentOf(node, dockerfile, service.at)
  const restart = restartOf(node, service.at, context.platform)
  const labels = labelsOf(node, context.platform)
  const listens = listensOf(node, use)
  const replicas = replicasOf(node, context.platform)
  const reference = use?.image.reference
  const role = roleOf({
    name: service.name,
    software: use?.software,
    imageRepository: reference?.known ? reference.value.repository : undefined,
    start,
    restartsAlways: restart.written && restart.policy === 'always',
    runsOnce: runsOnce(node, context.platform),
    awaitedToComplete: context.uses.awaited.has(service.name),
    published,
    routed: isRouted(labels, environment),
    listens: listens.length > 0,
    keepsWork: keepsWork(service.name, context.uses),
  })
  const stateful = isStateful(role)
  const userFacing = role === 'user-facing' || (role === 'proxy' && isPublished({ published }))
  return {
    id: `${context.deployment}/${service.name}`,
    kind: 'workload',
    name: service.name,
    weight: weightOf(context.purpose, { role, userFacing, stateful }),
    at: service.at,
    files: [...new Set([service.at.path, ...(use?.files ?? [])])],
    platform: context.platform,
    deployment: context.deployment,
    role,
    userFacing,
    stateful,
    longRunning: role !== 'job',
    ...facts,
    environment,
    buildArguments: buildArgumentsOf(node, service.at),
    environmentFiles: environmentFilesOf(node, context.tree),
    openVariables: openVariablesOf(node),
    ...(start ? { start } : {}),
    ...optional('workingDirectory', textAt(node, 'working_dir')),
    published,
    listens,
    mounts,
    networks: networksOf(service, context.project, context.directory),
    localNames: localNamesOf(node),
    ...optional('networkMode', textAt(node, 'network_mode')),
    dependsOn: dependenciesOf(node),
    health: healthOf(node, service.at, found),
    restart,
    ...optional('replicas', replicas),
    resources: resourcesOf(node),
    privileges: privilegesOf(node),
    ...optional('logging', loggingOf(node, service.at)),
    ...optional('fixedName', textAt(node, 'container_name')),
    ...optional('hostname', textAt(node, 'hostname')),
    ...optional('stopGracePeriod', factOf(child(node, 'stop_grace_period'), parseDuration)),
    labels,
    ...(service.profiles.length > 0 ? { profiles: service.profiles } : {}),
    secretFiles: secretFilesOf(node),
    inert: [
      ...inertSettings(node, context.platform),
      ...(shutIn ? unpublished(node) : []),
      ...emptyLists(service.name, context.project),
    ],
    init: booleanValue(child(node, 'init')) === true,
  }
}

function listensOf(node: MapNode, use: ReturnType<typeof imageOf>): readonly number[] {
  const exposed = textsOf(child(node, 'expose')).flatMap(portsIn)
  const fromImage = use?.image.dockerfile?.exposed.map(one => knownValue(one.port)) ?? []
  const defaults = use?.software?.ports.map(one => one.port) ?? []
  return [...new Set([...exposed, ...fromImage, ...defaults])].filter((port): port is number => Number.isInteger(port))
}

const MOST_PORTS = 1_000

/** `3000`, `3000-3005`, `3000/tcp`. */
function portsIn(text: string): readonly number[] {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/\w+)?$/.exec(text.trim()) ?? []
  const count = Math.min(Number(last) - Number(first) + 1, MOST_PORTS)
  return Array.from({ length: Math.max(count, 0) }, (_, index) => Number(first) + index)
}
