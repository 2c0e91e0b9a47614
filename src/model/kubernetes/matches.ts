import { isAddress } from '../../parse/ip-address.js'
import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, textOf } from '../../parse/node.js'
import { knownValue, type Span } from '../../source.js'
import type { Cluster, ClusterRoute, ClusterService, PodController } from '../cluster.js'
import { itemsOf } from '../read-node.js'
import type { System } from '../system.js'
import { groupOf, textsByKey } from './pods.js'
import { hasLabels, sameNamespace, selects } from './selectors.js'
import { containerPorts } from './services.js'

/** A name or selector of one object that leads to none of the others. */
export interface Mismatch {
  readonly object: KubernetesObject
  /** What says it, for telling several of one object apart. */
  readonly part: string
  readonly at: Span
  readonly message: string
  readonly fix: string
  /** It follows from the object alone: nothing that may be elsewhere could make it right. */
  readonly certain: boolean
}

/** Everything in a cluster that is to find another object and does not, all clusters of production considered. */
export function mismatchesOf(cluster: Cluster, system: System): readonly Mismatch[] {
  const controllers = system.clusters.flatMap(one => one.controllers)
  const services = system.clusters.flatMap(one => one.services)
  return [
    ...cluster.controllers.flatMap(ownSelector),
    ...cluster.controllers.flatMap(controller => namesMismatch(controller, services)),
    ...cluster.services.flatMap(service => serviceMismatches(service, controllers)),
    ...[...cluster.budgets, ...cluster.policies].flatMap(({ object, controllers: own }) =>
      own.length > 0 || selectsElsewhere(object, system) ? [] : selectorMismatch(object, controllers),
    ),
    ...cluster.autoscalers.flatMap(({ object, target, controller }) => {
      if (controller || !SCALED.has(target.kind) || isThere(target, object, controllers)) return []
      if (!someIn(controllers, object.namespace)) return []
      const message = `${object.kind} ${object.name} scales ${target.kind} ${target.name}, which is not there`
      const fix = `Write the kind and name of what it is to scale under \`scaleTargetRef\`${similar(target.name, controllers)}.`
      return [{ object, part: 'scaleTargetRef', at: target.at, message, fix, certain: false }]
    }),
    ...cluster.routes.flatMap(route => routeMismatch(route, services)),
  ]
}

/** A budget or policy of a base, for what another overlay adds: here there is nothing that it is to protect. */
function selectsElsewhere({ at }: KubernetesObject, { deployments }: System): boolean {
  return deployments.some(({ cluster }) =>
    [...(cluster?.budgets ?? []), ...(cluster?.policies ?? [])].some(
      ({ object, controllers }) => controllers.length > 0 && object.at.path === at.path && object.at.start === at.start,
    ),
  )
}

const SCALED = new Set(['Deployment', 'StatefulSet', 'ReplicaSet'])

function isThere(
  target: { readonly kind: string; readonly name: string },
  object: KubernetesObject,
  controllers: readonly PodController[],
): boolean {
  return controllers.some(
    one =>
      one.object.kind === target.kind &&
      one.object.name === target.name &&
      sameNamespace(one.object.namespace, object.namespace),
  )
}

function someIn(controllers: readonly PodController[], namespace: string | undefined): boolean {
  return controllers.some(one => sameNamespace(one.object.namespace, namespace))
}

function similar(name: string, controllers: readonly PodController[]): string {
  const other = controllers.find(one => one.object.name.includes(name) || name.includes(one.object.name))
  return other ? `; there is a ${other.object.kind} ${other.object.name}` : ''
}

/** What makes pods by a selector has to make those that it selects; the API server refuses it otherwise. */
function ownSelector({ object, labels }: PodController): readonly Mismatch[] {
  if (object.apiVersion !== 'apps/v1') return []
  const spec = child(object.node, 'spec')
  const selector = child(spec, 'selector')
  if (selector && selects(selector, labels)) return []
  const written = textsByKey(child(selector, 'matchLabels'))
  const message = selector
    ? `${object.kind} ${object.name} selects ${list(written)}, and its pods have ${list(labels)}`
    : `${object.kind} ${object.name} has no selector`
  const fix = 'Give `spec.selector.matchLabels` and `spec.template.metadata.labels` the same labels.'
  return [{ object, part: 'selector', at: selector?.at ?? object.at, message, fix, certain: true }]
}

/** Several pods that find each other by the names which a Service gives them, and there is no such Service. */
function namesMismatch({ object }: PodController, services: readonly ClusterService[]): readonly Mismatch[] {
  const spec = child(object.node, 'spec')
  const service = child(spec, 'serviceName')
  const name = textOf(service)
  if (object.kind !== 'StatefulSet' || !service || !name || Number(textOf(child(spec, 'replicas')) ?? 1) < 2) return []
  const there = services.filter(one => sameNamespace(one.object.namespace, object.namespace))
  if (there.length === 0 || there.some(one => one.object.name === name)) return []
  const message = `StatefulSet ${object.name} takes the names of its pods from the Service ${name}, which is not there: ${object.name}-0.${name} leads nowhere`
  const headless = there.filter(one => one.headless).map(one => one.object.name)
  const fix = `Make a Service ${name} with \`clusterIP: None\` and the labels of the pods${headless.length > 0 && headless.length <= 5 ? `, or write the one that is there as \`serviceName\`: ${headless.join(', ')}` : ''}. A StatefulSet that exists has to be made anew for another \`serviceName\`.`
  return [{ object, part: 'serviceName', at: service.at, message, fix, certain: false }]
}

/**
 * An ExternalName is an alias in the DNS, and an address is no name: no server of names answers for it.
 * https://kubernetes.io/docs/concepts/services-networking/service/#externalname
 */
function addressMismatch({ object, externalName, ports }: ClusterService): readonly Mismatch[] {
  const address = knownValue(externalName)
  if (!externalName || address === undefined || !isAddress(address)) return []
  const message = `Service ${object.name} is an alias of ${address}, which is an address and no name: ${object.name} cannot be resolved`
  const listed = ports.flatMap(({ port }) => (port.known ? [`{ port: ${port.value} }`] : [])).join(', ')
  const fix = `Leave out \`type\` and \`externalName\`, and add an EndpointSlice with the label \`kubernetes.io/service-name: ${object.name}\`, \`addressType: IPv4\`, \`endpoints: [{ addresses: [${address}] }]\` and \`ports: [${listed}]\`.`
  return [{ object, part: 'externalName', at: externalName.at, message, fix, certain: true }]
}

function serviceMismatches(service: ClusterService, controllers: readonly PodController[]): readonly Mismatch[] {
  const { object, selector, type } = service
  if (type === 'ExternalName') return addressMismatch(service)
  if (!selector) return []
  // Those of its own cluster are known; only where there are none the others are looked at.
  const own = service.controllers
  const reached =
    own.length > 0
      ? own
      : controllers.filter(
          one => sameNamespace(one.object.namespace, object.namespace) && hasLabels(one.labels, selector),
        )
  if (reached.length > 0) return portMismatches(service, reached)
  if (!someIn(controllers, object.namespace)) return []
  const at = child(child(object.node, 'spec'), 'selector')?.at ?? object.at
  const message = `Service ${object.name} selects ${list(selector)}, which no pods have${nearest(selector, controllers)}`
  const fix = 'Give the selector of the Service labels of the pods (`spec.template.metadata.labels`) that it is for.'
  return [{ object, part: 'selector', at, message, fix, certain: false }]
}

function portMismatches({ object, ports }: ClusterService, reached: readonly PodController[]): readonly Mismatch[] {
  return ports.flatMap(port => {
    const name = knownValue(port.target)
    if (typeof name !== 'string' || reached.some(one => portNames(one).has(name))) return []
    const pods = reached.map(one => `${one.object.kind} ${one.object.name}`).join(', ')
    const message = `Service ${object.name} leads to the port ${name}, and ${pods} has no port of that name`
    const fix = `Name a port of the container \`${name}\` (\`ports: [{ name: ${name}, containerPort: … }]\`), or write its number as \`targetPort\`.`
    return [{ object, part: `port.${name}`, at: port.target?.at ?? port.at, message, fix, certain: true }]
  })
}

function portNames({ spec }: PodController): ReadonlySet<string> {
  const containers = [...itemsOf(child(spec, 'containers')), ...itemsOf(child(spec, 'initContainers'))]
  return new Set(containers.flatMap(container => containerPorts(container).flatMap(port => port.name ?? [])))
}

/** A PodDisruptionBudget or a NetworkPolicy that takes no pods, though its namespace has some. */
function selectorMismatch(object: KubernetesObject, controllers: readonly PodController[]): readonly Mismatch[] {
  const key = object.kind === 'NetworkPolicy' ? 'podSelector' : 'selector'
  const selector = child(child(object.node, 'spec'), key)
  const there = controllers.filter(one => sameNamespace(one.object.namespace, object.namespace))
  if (there.length === 0 || (selector && there.some(one => selects(selector, one.labels)))) return []
  const wanted = textsByKey(child(selector, 'matchLabels'))
  const what = wanted.size > 0 ? list(wanted) : 'nothing'
  const message = `${object.kind} ${object.name} selects ${what}${wanted.size > 0 ? `, which no pods have${nearest(wanted, there)}` : ''}`
  const fix = `Give \`spec.${key}.matchLabels\` labels of the pods that it is for.`
  return [{ object, part: key, at: selector?.at ?? object.at, message, fix, certain: selector === undefined }]
}

/** Backends that the controller of the Ingress reads otherwise: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions */
const BY_ANNOTATION = 'use-annotation'

/** Whether kubernetes/selector-matches-nothing speaks about the backends of a route. */
export function isStandardRoute({ object }: ClusterRoute): boolean {
  const group = groupOf(object)
  return group === 'networking.k8s.io' || group === 'gateway.networking.k8s.io'
}

/** A route to a Service that is not there, in a namespace that has others. */
export function missingService(route: ClusterRoute, services: readonly ClusterService[]): Mismatch | undefined {
  const { object, service: name, port } = route
  if (knownValue(port) === BY_ANNOTATION) return undefined
  const there = servicesBeside(route, services)
  if (there.length === 0 || there.some(one => one.object.name === name)) return undefined
  const message = `${object.kind} ${object.name} sends requests to the Service ${name}, which is not there`
  const fix = `Write the name of the Service that is to answer${there.length <= 5 ? `: ${there.map(one => one.object.name).join(', ')}` : ''}.`
  return { object, part: `backend.${name}`, at: route.at, message, fix, certain: false }
}

function servicesBeside({ namespace, object }: ClusterRoute, services: readonly ClusterService[]) {
  return services.filter(one => sameNamespace(one.object.namespace, namespace ?? object.namespace))
}

function routeMismatch(route: ClusterRoute, services: readonly ClusterService[]): readonly Mismatch[] {
  if (!isStandardRoute(route)) return []
  const missing = missingService(route, services)
  if (missing) return [missing]
  const { object, service: name, port } = route
  const wanted = knownValue(port)
  const found = servicesBeside(route, services).filter(one => one.object.name === name)
  const [first] = found
  if (!first || wanted === undefined || wanted === BY_ANNOTATION) return []
  if (first.ports.length === 0 || found.some(one => hasPort(one, wanted))) return []
  const ports = first.ports.flatMap(one => one.name ?? knownValue(one.port) ?? []).join(', ')
  const message = `${object.kind} ${object.name} sends requests to port ${wanted} of the Service ${name}, which has ${ports}`
  const fix = `Write a port of the Service as the port of the backend: ${ports}.`
  return [{ object, part: `backend.${name}.${wanted}`, at: port?.at ?? route.at, message, fix, certain: true }]
}

function hasPort({ ports }: ClusterService, wanted: number | string): boolean {
  return ports.some(port => !port.port.known || port.port.value === wanted || port.name === wanted)
}

function list(labels: ReadonlyMap<string, string>): string {
  return labels.size === 0 ? 'no labels' : [...labels].map(([key, value]) => `${key}=${value}`).join(', ')
}

/** The pods that agree in some of the labels: the mistake is likely in the others. */
function nearest(wanted: ReadonlyMap<string, string>, controllers: readonly PodController[]): string {
  let best: PodController | undefined
  let most = 0
  for (const controller of controllers) {
    const agreeing = [...wanted].filter(([key, value]) => controller.labels.get(key) === value).length
    if (agreeing > most) {
      best = controller
      most = agreeing
    }
  }
  return best ? `; those of ${best.object.kind} ${best.object.name} have ${list(best.labels)}` : ''
}
