import { parseImageReference } from '../../parse/image-reference.js'
import { child, type ListNode, type Node } from '../../parse/node.js'
import { type Fact, known, knownValue, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Autoscaler, PodController } from '../cluster.js'
import { optional } from '../compose/settings.js'
import type { Dockerfiles } from '../image/dockerfiles.js'
import type { ImageUse } from '../image/images.js'
import type { ImagesAtDeploy } from '../images-at-deploy.js'
import { booleanFact, entriesOf, factOf, numberFact, textAt } from '../read-node.js'
import { isPublished, isStateful, roleOf, weightOf } from '../roles.js'
import { runImageOf } from '../run-image.js'
import { startOf } from '../start.js'
import type { Deployment, EnvironmentVariable, PodPlace, Restart, StartCommand, Workload } from '../system.js'
import type { ReadConfigText } from './config.js'
import { type ContainerEnvironment, environmentIn, expandReferences } from './environment.js'
import { type Exposure, exposureOf, type ServiceDirectory } from './exposure.js'
import { preStopOf, probesOf } from './health.js'
import type { BuiltImages } from './images.js'
import type { ObjectIndex } from './index.js'
import { mountsIn } from './mounts.js'
import type { ContainerSpec, PodTemplate } from './pods.js'
import { containerPorts } from './services.js'
import { containerPrivileges, containerResources } from './settings.js'

/** What building the workloads of one deployment needs to know of its surroundings. */
export interface PodContext {
  readonly tree: Tree
  readonly dockerfiles: Dockerfiles
  readonly index: ObjectIndex
  readonly services: ServiceDirectory
  readonly autoscalers: ReadonlyMap<PodController, Autoscaler>
  readonly builds: BuiltImages
  readonly readText: ReadConfigText
  readonly atDeploy: ImagesAtDeploy
  /** Whether clients keep queues or sessions in a workload of that name or those Services. */
  readonly keepsWork: (names: readonly string[]) => boolean
  /** By namespace: names that an ExternalName gives to hosts outside. */
  readonly externalNames: (namespace: string | undefined) => ReadonlyMap<string, string>
  readonly deployment: string
  readonly purpose: Deployment['purpose']
}

/** Whether the pods are to end: those of jobs, and one by itself that is not started again. */
function runsToItsEnd({ object, spec }: PodTemplate): boolean {
  if (object.kind === 'Job' || object.kind === 'CronJob') return true
  return object.kind === 'Pod' && (knownValue(textAt(spec, 'restartPolicy')) ?? 'Always') !== 'Always'
}

/** The id of the workload that a container is: stable when lines move, and told apart from namesakes of other kinds. */
export function workloadId(deployment: string, { object }: PodTemplate, container: ContainerSpec): string {
  const place = object.namespace === undefined ? object.name : `${object.name}@${object.namespace}`
  const own = container.part === 'main' ? '' : `/${container.name}`
  return `${deployment}/${object.kind.toLowerCase()}/${place}${own}`
}

/** The image of a container, and its environment: what has to be known of all before anything is said of one. */
export interface PreparedContainer {
  readonly container: ContainerSpec
  readonly template: PodTemplate
  readonly use: ImageUse | undefined
  readonly environment: ContainerEnvironment
}

/** Reads image and environment of every container of a pod. */
export function preparedContainers(
  template: PodTemplate,
  { builds, index }: Pick<PodContext, 'builds' | 'index'>,
): readonly PreparedContainer[] {
  return template.containers.map(container => {
    const use = builds.imageOf(child(container.node, 'image'))
    const context = { index, namespace: template.object.namespace }
    return { container, template, use, environment: environmentIn(container.node, use?.image.dockerfile, context) }
  })
}

/**
 * Reads one container of a pod into a workload. Limits, probes and images belong to containers, so each is a workload of its
 * own: the one that the pod is for bears the name of what makes the pod, the others have their own name behind it
 * (`api/log-shipper`). Init containers are jobs; those that go on running beside the others (`restartPolicy: Always`) are
 * sidecars.
 */
export function podWorkload(prepared: PreparedContainer, controller: PodController, context: PodContext): Workload {
  const { container, template, use: found, environment } = prepared
  const { node, part, at } = container
  const { object, spec } = template
  const dockerfile = found?.image.dockerfile
  const start = startIn(node, environment, dockerfile, at)
  const { mounts, secretFiles } = mountsIn(node, template, context)
  const { use, facts } = runImageOf(found, { ...(start && { start }), mounts }, context.tree)
  const exposure = exposureOf(container, template, controller, context.services)
  const name = part === 'main' ? object.name : `${object.name}/${container.name}`
  const runsOnce = part === 'init' || runsToItsEnd(template)
  const ports = containerPorts(node)
  const listens = listensOf(ports, use)
  const reference = use?.image.reference
  const role = roleOf({
    name,
    software: use?.software,
    imageRepository: reference?.known ? reference.value.repository : undefined,
    start,
    restartsAlways: !runsOnce,
    runsOnce,
    awaitedToComplete: false,
    published: exposure.published.filter(port => port.by?.kind !== 'hostPort' || object.kind !== 'DaemonSet'),
    routed: exposure.routed,
    listens: listens.length > 0,
    keepsWork: context.keepsWork([object.name, ...exposure.networks.flatMap(network => network.aliases)]),
  })
  const stateful = isStateful(role)
  const userFacing = role === 'user-facing' || (role === 'proxy' && (isPublished(exposure) || exposure.routed))
  const scaler = context.autoscalers.get(controller)
  return {
    id: workloadId(context.deployment, template, container),
    kind: 'workload',
    name,
    weight: weightOf(context.purpose, { role, userFacing, stateful }),
    at,
    files: [...new Set([object.at.path, at.path, ...(use?.files ?? [])])],
    platform: 'kubernetes',
    deployment: context.deployment,
    role,
    userFacing,
    stateful,
    longRunning: role !== 'job',
    ...facts,
    environment: environment.variables,
    environmentFiles: environment.files,
    ...(start ? { start } : {}),
    ...optional('workingDirectory', textAt(node, 'workingDir')),
    published: exposure.published,
    listens,
    mounts,
    networks: exposure.networks,
    localNames: context.externalNames(object.namespace),
    ...optional('networkMode', hostNetworkOf(spec)),
    dependsOn: [],
    health: probesOf(node, at, environment.variables),
    restart: restartOf(template, runsOnce),
    ...optional('replicas', replicasOf(template, context.index)),
    ...optional('autoscaledFrom', scaler && (scaler.minimum ?? defaultMinimum(scaler))),
    ...optional('autoscaledTo', scaler?.maximum),
    resources: containerResources(node, context.index, object.namespace, spec),
    privileges: containerPrivileges(node, spec),
    ...optional('hostname', textAt(spec, 'hostname')),
    ...optional('stopGracePeriod', numberFact(child(spec, 'terminationGracePeriodSeconds'))),
    ...optional('preStop', preStopOf(node)),
    labels: labelsOf(template),
    secretFiles,
    inert: [],
    // Process 1 of all its containers is then the pause process, which reaps and passes signals by.
    init: knownValue(booleanFact(child(spec, 'shareProcessNamespace'))) === true,
    ...optional('schedule', scheduleOf(template)),
    pod: placeOf(container, template, exposure, context.atDeploy),
  }
}

function placeOf(
  container: ContainerSpec,
  { object, spec }: PodTemplate,
  { served, routed }: Exposure,
  atDeploy: ImagesAtDeploy,
): PodPlace {
  const names = containerPorts(container.node).flatMap(({ name, number }) => (name ? [[name, number] as const] : []))
  const image = factOf(child(container.node, 'image'), parseImageReference)
  return {
    kind: object.kind,
    name: object.name,
    ...optional('namespace', object.namespace),
    at: object.at,
    container: container.name,
    part: container.part,
    portNames: new Map(names),
    served,
    routed,
    linksServices: knownValue(booleanFact(child(spec, 'enableServiceLinks'))) !== false,
    ...optional('image', image),
    imageSetAtDeploy: image?.known === true && atDeploy.has(image.value.repository, container.name),
  }
}

/** `command` over ENTRYPOINT and `args` over CMD, with `$(NAME)` filled in as far as the values are known. */
function startIn(
  container: Node,
  { variables }: ContainerEnvironment,
  dockerfile: Parameters<typeof startOf>[2],
  at: ContainerSpec['at'],
): StartCommand | undefined {
  const command = wordsOf(child(container, 'command'))
  const args = wordsOf(child(container, 'args'))
  const start = startOf(command && expanded(command, variables), args && expanded(args, variables), dockerfile, at)
  if (start?.source !== 'deployment') return start
  const written = [...(command?.items ?? []), ...(args?.items ?? [])].flatMap(item =>
    item.kind === 'scalar' && item.text !== null ? [{ text: item.text, uses: [], at: item.at }] : [],
  )
  return { ...start, written }
}

/** An empty list says nothing, other than in Compose. */
function wordsOf(node: Node | undefined): ListNode | undefined {
  return node?.kind === 'list' && node.items.length > 0 ? node : undefined
}

function expanded(list: ListNode, variables: ReadonlyMap<string, EnvironmentVariable>): ListNode {
  const items = list.items.map(item =>
    item.kind === 'scalar' && item.text !== null
      ? { ...item, text: expandReferences(item.text, variables) ?? item.text }
      : item,
  )
  return { ...list, items }
}

function listensOf(ports: ReturnType<typeof containerPorts>, use: ImageUse | undefined): readonly number[] {
  const fromImage = use?.image.dockerfile?.exposed.flatMap(one => knownValue(one.port) ?? []) ?? []
  const defaults = use?.software?.ports.map(one => one.port) ?? []
  return [...new Set([...ports.map(one => one.number), ...fromImage, ...defaults])]
}

function hostNetworkOf(spec: Node): Fact<string> | undefined {
  const node = child(spec, 'hostNetwork')
  return node?.kind === 'scalar' && node.text === 'true' ? known('host', node.at) : undefined
}

/** What ends is started again, unless the pod is to run once. https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy */
function restartOf({ spec, object }: PodTemplate, runsOnce: boolean): Restart {
  const written = textAt(spec, 'restartPolicy')
  const at = written?.at ?? object.at
  if (!runsOnce && object.kind !== 'Pod') return { policy: 'always', at, written: written !== undefined }
  const policy = written === undefined ? 'Always' : (knownValue(written) ?? 'unknown')
  const known: ReadonlyMap<string, Restart['policy']> = new Map([
    ['Always', 'always'],
    ['OnFailure', 'on-failure'],
    ['Never', 'none'],
  ])
  return { policy: known.get(policy) ?? 'unknown', at, written: written !== undefined }
}

function replicasOf({ object }: PodTemplate, index: ObjectIndex): Fact<number> | undefined {
  if (object.kind === 'DaemonSet') return unknown(object.kindAt, 'one runs on each node of the cluster')
  const scaledBy = index
    .all('argoproj.io/Rollout')
    .find(one => knownValue(textAt(child(child(one.node, 'spec'), 'workloadRef'), 'name')) === object.name)
  return numberFact(child(child((scaledBy ?? object).node, 'spec'), 'replicas'))
}

/** An autoscaler keeps one running where no minimum is written, KEDA none. */
function defaultMinimum({ object }: Autoscaler): Fact<number> {
  return known(object.kind === 'ScaledObject' ? 0 : 1, object.at)
}

/** A suspended CronJob starts nothing. */
function scheduleOf({ object }: PodTemplate): Fact<string> | undefined {
  if (object.kind !== 'CronJob') return undefined
  const spec = child(object.node, 'spec')
  return knownValue(textAt(spec, 'suspend')) === 'true' ? undefined : textAt(spec, 'schedule')
}

function labelsOf({ node }: PodTemplate): Workload['labels'] {
  return new Map(
    entriesOf(child(child(node, 'metadata'), 'labels')).flatMap(([key, value, at]) =>
      value.kind === 'scalar' && value.text !== null
        ? [[key, { value: known(value.text, value.at), at }] as const]
        : [],
    ),
  )
}

/** Whether an object asks for no pods: it waits until somebody scales it up. */
export function isScaledToZero(template: PodTemplate, index: ObjectIndex): boolean {
  return knownValue(replicasOf(template, index)) === 0
}
