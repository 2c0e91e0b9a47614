import { child, descend, type Node, textOf } from '../../parse/node.js'
import { type Fact, known, knownValue, unknown } from '../../source.js'
import type { ClusterRoute, ClusterService, PodController, ServicePort } from '../cluster.js'
import { booleanFact, itemsOf } from '../read-node.js'
import type { NetworkAttachment, PublishedPort } from '../system.js'
import { type ContainerSpec, groupOf, type PodTemplate, textsByKey } from './pods.js'
import { sameNamespace } from './selectors.js'
import { arrivalOf, containerPorts, isInternal } from './services.js'

/** How one container is reached: by which names, on which ports, from where. */
export interface Exposure {
  readonly networks: readonly NetworkAttachment[]
  readonly published: readonly PublishedPort[]
  /** A Service leads to it, and not only to collect its metrics. */
  readonly served: boolean
  /** An Ingress, a Gateway or another route from outside leads to it. */
  readonly routed: boolean
}

/** The Services of a deployment by the controllers that they select, and the Services that routes lead to. */
export interface ServiceDirectory {
  readonly of: (controller: PodController) => readonly ClusterService[]
  readonly isRouted: (service: ClusterService, port: ServicePort) => boolean
}

/** Sorts Services and routes, so that no container looks at all of them. */
export function serviceDirectory(
  services: readonly ClusterService[],
  routes: readonly ClusterRoute[],
): ServiceDirectory {
  const byController = new Map<PodController, ClusterService[]>()
  for (const service of services) {
    for (const controller of service.controllers) {
      const others = byController.get(controller)
      if (others) others.push(service)
      else byController.set(controller, [service])
    }
  }
  const byService = new Map<string, ClusterRoute[]>()
  for (const route of routes) byService.set(route.service, [...(byService.get(route.service) ?? []), route])
  return {
    of: controller => byController.get(controller) ?? [],
    isRouted: (service, port) =>
      (byService.get(service.object.name) ?? []).some(
        route =>
          sameNamespace(route.namespace ?? route.object.namespace, service.object.namespace) &&
          isPort(knownValue(route.port), port),
      ),
  }
}

/** A route without a port means all of them; OpenShift names that of the pod. */
function isPort(wanted: number | string | undefined, port: ServicePort): boolean {
  return (
    wanted === undefined ||
    wanted === knownValue(port.port) ||
    wanted === port.name ||
    wanted === knownValue(port.target)
  )
}

/** Reads how a container is reached. */
export function exposureOf(
  container: ContainerSpec,
  template: PodTemplate,
  controller: PodController,
  directory: ServiceDirectory,
): Exposure {
  const arrivals = directory.of(controller).flatMap(service =>
    service.ports.flatMap(port => {
      const arrival = arrivalOf(port, template.containers)
      return arrival?.container === container ? [{ service, port, number: arrival.number }] : []
    }),
  )
  const headless = directory.of(controller).filter(service => service.ports.length === 0)
  const bare = container.part === 'main' ? headless : []
  const names = [...new Set([...arrivals.map(({ service }) => service), ...bare])]
  return {
    networks: networksOf(names, template),
    published: [
      ...arrivals.flatMap(({ service, port, number }) => publishedBy(service, port, number)),
      ...hostPorts(container, template),
    ],
    served: bare.length > 0 || arrivals.some(({ port }) => !collectsMetrics(port)),
    routed:
      arrivals.some(({ service, port }) => directory.isRouted(service, port)) || isPublicKnative(container, template),
  }
}

/** A Service may only be there to have its pods scraped or profiled. */
function collectsMetrics({ name, target }: ServicePort): boolean {
  const words = `${name ?? ''} ${knownValue(target) ?? ''}`
  return /(?:^|[ -])(?:metrics|prometheus|prom|monitoring|telemetry|pprof|debug|jmx)(?:[ -]|$)/i.test(words)
}

/** Knative routes to each of its Services unless it is told not to: https://knative.dev/docs/serving/services/private-services/ */
function isPublicKnative({ part }: ContainerSpec, { object }: PodTemplate): boolean {
  const labels = textsByKey(descend(object.node, 'metadata', 'labels'))
  return (
    part === 'main' &&
    groupOf(object) === 'serving.knative.dev' &&
    labels.get('networking.knative.dev/visibility') !== 'cluster-local'
  )
}

function publishedBy(service: ClusterService, port: ServicePort, number: number | undefined): readonly PublishedPort[] {
  const spec = child(service.object.node, 'spec')
  const at = child(spec, 'type')?.at ?? child(spec, 'externalIPs')?.at ?? port.at
  const container: Fact<number> =
    number === undefined ? unknown(port.at, 'it is the name of no port of the container') : known(number, port.at)
  const base = { container, protocol: port.protocol, at }
  const { name } = service.object
  if (service.type === 'NodePort')
    return [
      { ...base, ...(port.nodePort ? { host: port.nodePort } : {}), reach: 'any', by: { kind: 'NodePort', name } },
    ]
  if (service.type === 'LoadBalancer')
    return [{ ...base, reach: loadBalancerReach(service), by: { kind: 'LoadBalancer', name } }]
  if (itemsOf(child(spec, 'externalIPs')).length > 0)
    return [{ ...base, reach: 'any', by: { kind: 'externalIPs', name } }]
  return []
}

/** An inner address, or a list of callers, keeps the world out. */
function loadBalancerReach({ object }: ClusterService): PublishedPort['reach'] {
  const ranges = itemsOf(descend(object.node, 'spec', 'loadBalancerSourceRanges')).map(item => textOf(item) ?? '')
  const open = ranges.length === 0 || ranges.some(range => /^(?:0\.0\.0\.0|::)\/0$/.test(range))
  return isInternal(object) || !open ? 'address' : 'any'
}

/** `hostPort`, and with `hostNetwork` every port: https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
function hostPorts(container: ContainerSpec, { spec, object }: PodTemplate): readonly PublishedPort[] {
  const whole = knownValue(booleanFact(child(spec, 'hostNetwork'))) === true
  return containerPorts(container.node).flatMap(({ number, hostPort, protocol, at }): PublishedPort[] => {
    const host = hostPort ?? (whole ? number : undefined)
    if (host === undefined) return []
    return [
      {
        host: known(host, at),
        container: known(number, at),
        protocol: protocol === 'udp' || protocol === 'sctp' ? protocol : 'tcp',
        reach: 'any',
        by: { kind: 'hostPort', name: object.name },
        at,
      },
    ]
  })
}

/** Pods that a StatefulSet gives names to; more are not written out. */
const MOST_PODS = 32

/** The network of all namespaces, where the long names are known, and that of one's own, which knows the short ones. */
const CLUSTER_NETWORK = 'cluster'

/** The name of the network of a namespace. */
function namespaceNetwork(namespace: string | undefined): string {
  return `namespace ${namespace ?? 'default'}`
}

/**
 * The names that a container answers to: `api` for pods of the same namespace, `api.shop`, `api.shop.svc` and
 * `api.shop.svc.cluster.local` for all. https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
function networksOf(services: readonly ClusterService[], template: PodTemplate): readonly NetworkAttachment[] {
  const { namespace } = template.object
  const short = services.flatMap(service => [
    service.object.name,
    ...podNames(template).map(pod => `${pod}.${service.object.name}`),
  ])
  return attachments(short, namespace)
}

/** What a workload of a namespace answers to under these names. */
export function attachments(short: readonly string[], namespace: string | undefined): readonly NetworkAttachment[] {
  const long = short.flatMap(name => qualified(name, namespace ?? 'default'))
  return [
    { network: namespaceNetwork(namespace), aliases: [...short, ...long], identity: `kubernetes/${namespace ?? ''}` },
    { network: CLUSTER_NETWORK, aliases: namespace === undefined ? [] : long, identity: 'kubernetes' },
  ]
}

function qualified(name: string, namespace: string): readonly string[] {
  return ['', '.svc', '.svc.cluster.local'].map(end => `${name}.${namespace}${end}`)
}

/** `db-0`, `db-1` … of a StatefulSet, which its headless Service makes names of. */
function podNames({ object, node }: PodTemplate): readonly string[] {
  if (object.kind !== 'StatefulSet' || node.kind !== 'map') return []
  const written = Number(textOf(descend(object.node, 'spec', 'replicas') as Node | undefined) ?? 1)
  const count = Number.isInteger(written) && written > 0 ? Math.min(written, MOST_PODS) : 1
  return Array.from({ length: count }, (_, index) => `${object.name}-${index}`)
}

/** Names that an ExternalName gives to hosts outside, for the pods of one namespace. */
export function externalNames(
  services: readonly ClusterService[],
  namespace: string | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    services.flatMap(({ object, type, externalName }) => {
      const host = type === 'ExternalName' ? knownValue(externalName) : undefined
      if (host === undefined) return []
      const long = object.namespace === undefined ? [] : qualified(object.name, object.namespace)
      const short = sameNamespace(object.namespace, namespace) ? [object.name] : []
      return [...short, ...long].map(name => [name, host] as const)
    }),
  )
}
