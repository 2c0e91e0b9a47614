import { softwareOf } from '../../knowledge/index.js'
import type { Software } from '../../knowledge/software.js'
import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, entriesOf, type Node, textOf } from '../../parse/node.js'
import { unknown } from '../../source.js'
import { optional } from '../compose/settings.js'
import { pulledImage } from '../image/images.js'
import { factOf, itemsOf } from '../read-node.js'
import { isStateful, roleOf, weightOf } from '../roles.js'
import type { Deployment, EnvironmentVariable, Health, NotEvaluated, PublishedPort, Workload } from '../system.js'
import { attachments } from './exposure.js'
import type { ObjectIndex } from './index.js'
import { OPERATOR_RECIPES } from './operator-recipes.js'
import type { OperatorRecipe } from './operators/recipe.js'
import { groupOf } from './pods.js'
import { containerResources } from './settings.js'

/** What operators run because of the custom resources of one deployment. */
export interface OperatedContext {
  readonly index: ObjectIndex
  readonly deployment: string
  readonly purpose: Deployment['purpose']
  readonly keepsWork: (names: readonly string[]) => boolean
}

/**
 * One workload for each custom resource that stands for a data service. Its operator brings images, probes, storage and
 * replication, so of these only what the resource says itself is known.
 */
export function operatedWorkloads(context: OperatedContext): readonly Workload[] {
  return OPERATOR_RECIPES.flatMap(recipe =>
    context.index.all(recipe.kind).map(object => operatedWorkload(object, recipe, context)),
  )
}

function operatedWorkload(object: KubernetesObject, recipe: OperatorRecipe, context: OperatedContext): Workload {
  const { at, namespace } = object
  const spec = child(object.node, 'spec')
  const software = recipe.software === undefined ? undefined : softwareOf(recipe.software)?.software
  const names = recipe.names(object)
  const published = publishedBy(spec, recipe, software, object)
  const role = roleOf({
    name: object.name,
    software,
    imageRepository: undefined,
    start: undefined,
    restartsAlways: true,
    awaitedToComplete: false,
    published,
    routed: false,
    listens: true,
    keepsWork: context.keepsWork([object.name, ...names]),
  })
  const stateful = isStateful(role)
  const image = recipe.image && descend(spec, ...recipe.image)
  const use = image && pulledImage(image)
  const place = namespace === undefined ? object.name : `${object.name}@${namespace}`
  return {
    id: `${context.deployment}/${object.kind.toLowerCase()}/${place}`,
    kind: 'workload',
    name: object.name,
    weight: weightOf(context.purpose, { role, userFacing: false, stateful }),
    at,
    files: [at.path],
    platform: 'kubernetes',
    deployment: context.deployment,
    role,
    userFacing: false,
    stateful,
    longRunning: true,
    ...(use ? { image: use.image } : {}),
    ...(software ? { software } : {}),
    ...(recipe.settings ? { distribution: recipe.settings.distribution } : {}),
    environment: settingsOf(spec, recipe),
    published,
    listens: software?.ports.map(one => one.port) ?? [],
    mounts: [],
    networks: attachments(names, namespace),
    dependsOn: [],
    health: operatedHealth(object, recipe),
    restart: { policy: 'always', at, written: false },
    replicas: recipe.nodes(object, context.index),
    resources: resourcesOf(object, recipe, context),
    privileges: { addedCapabilities: [], hostNamespaces: [], readOnlyRoot: false },
    labels: new Map(),
    secretFiles: [],
    inert: [],
    init: false,
    pod: {
      kind: object.kind,
      name: object.name,
      ...optional('namespace', namespace),
      at,
      container: object.name,
      part: 'main',
      portNames: new Map(),
      served: true,
      routed: false,
      linksServices: false,
      imageSetAtDeploy: false,
      operator: recipe.operator,
      ...optional('forgets', recipe.forgets?.(spec)?.at),
      showsMetrics: recipe.showsMetrics?.(spec) === true,
    },
  }
}

/** What stands in a map of settings, as programs in containers get theirs. */
function settingsOf(spec: Node | undefined, { settings }: OperatorRecipe): Workload['environment'] {
  const found = settings ? entriesOf(descend(spec, ...settings.path)) : []
  return new Map(
    found.flatMap(([name, node, keyAt]): readonly (readonly [string, EnvironmentVariable])[] => {
      const value = factOf(node, text => text)
      return value ? [[name, { name, value, uses: [], at: node.at, keyAt, source: 'inline' }]] : []
    }),
  )
}

function operatedHealth({ at }: KubernetesObject, { operator }: OperatorRecipe): Health {
  const checks = (['liveness', 'readiness'] as const).map(kind => {
    return { kind, source: 'image', form: 'image', text: `the probes of ${operator}`, at } as const
  })
  return { state: 'checked', checks, at }
}

/** Where the recipe knows no place for them, the operator decides. */
function resourcesOf(
  { node, at, namespace }: KubernetesObject,
  { resources: path }: OperatorRecipe,
  { index }: OperatedContext,
): Workload['resources'] {
  const decided = unknown(at, 'its operator decides')
  if (!path) return { memoryLimit: decided, cpuReservation: decided, limitedByDefault: false }
  const parent = descend(node, 'spec', ...path.slice(0, -1))
  return containerResources(parent?.kind === 'map' ? parent : { ...node, entries: new Map() }, index, namespace)
}

function publishedBy(
  spec: Node | undefined,
  { serviceTypes = [] }: OperatorRecipe,
  software: Software | undefined,
  object: KubernetesObject,
): readonly PublishedPort[] {
  const port = software?.ports.find(one => one.purpose === 'data')?.port
  if (port === undefined) return []
  const listeners = itemsOf(descend(spec, 'kafka', 'listeners')).flatMap(one => child(one, 'type') ?? [])
  return [...serviceTypes.flatMap(path => descend(spec, ...path) ?? []), ...listeners].flatMap(
    (type): PublishedPort[] => {
      const kind = /^loadbalancer$/i.test(textOf(type) ?? '')
        ? ('LoadBalancer' as const)
        : /^nodeport$/i.test(textOf(type) ?? '')
          ? ('NodePort' as const)
          : undefined
      if (!kind) return []
      const container = { known: true, value: port, at: type.at } as const
      return [{ container, protocol: 'tcp', reach: 'any', by: { kind, name: object.name }, at: type.at }]
    },
  )
}

/** Words of data services in names of kinds, and the kinds that are only about such a service. */
const STORES =
  /postgres|mysql|maria|mongo|redis|valkey|kafka|rabbitmq|elastic|opensearch|cassandra|couch|clickhouse|scylla|neo4j|etcd/i
const ABOUT =
  /Topic|User|Connect|Connector|Mirror|Bridge|Rebalance|Pool|Backup|Restore|Sentinel|Queue|Exchange|Policy|Vhost|Binding|Permission|Grant|Database$|Role|Schema|Operator|Monitor|Rule|Dashboard|Catalog|Subscription|Archive|Credential/
/** Groups of Kubernetes itself, of tools, and of clouds, whose resources stand for managed services. */
const OTHER_GROUPS =
  /^$|\.k8s\.io$|\.aws$|\.google\.com$|\.azure\.com$|\.crossplane\.io$|\.upbound\.io$|^(?:apps|batch|policy|autoscaling|extensions)$/

/** Custom resources that stand for data services as it seems, and that nothing here reads. */
export function unreadStores(objects: readonly KubernetesObject[]): readonly NotEvaluated[] {
  const read = new Set(OPERATOR_RECIPES.map(recipe => recipe.kind))
  return objects.flatMap(object => {
    const group = groupOf(object)
    const { kind } = object
    if (OTHER_GROUPS.test(group) || read.has(`${group}/${kind}`) || ABOUT.test(kind)) return []
    const store = STORES.test(kind) || (STORES.test(group) && /Cluster|Instance|Database/.test(kind))
    return store ? [{ path: object.at.path, because: `${kind} ${object.name} of ${group} is not evaluated` }] : []
  })
}
