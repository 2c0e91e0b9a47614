import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import { knownValue } from '../../source.js'
import type { ClusterService, PodController, ServicePort } from '../cluster.js'
import { optional } from '../compose/settings.js'
import { factOf, itemsOf, numberFact, textAt } from '../read-node.js'
import type { ObjectIndex } from './index.js'
import { type ContainerSpec, textsByKey } from './pods.js'
import { hasLabels, sameNamespace } from './selectors.js'

const TYPES: ReadonlySet<string> = new Set(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'])

/** The Services of a deployment with the controllers that they select. */
export function servicesOf(index: ObjectIndex, controllers: readonly PodController[]): readonly ClusterService[] {
  const byLabel = controllersByLabel(controllers)
  return index.all('/Service').map(object => {
    const spec = child(object.node, 'spec')
    const selector = child(spec, 'selector')
    const wanted = textsByKey(selector)
    const type = textAt(spec, 'type')
    const named = type === undefined ? 'ClusterIP' : (knownValue(type) ?? 'unknown')
    return {
      object,
      type: TYPES.has(named) ? (named as ClusterService['type']) : 'unknown',
      headless: textOf(child(spec, 'clusterIP')) === 'None',
      ...(wanted.size > 0 ? { selector: wanted } : {}),
      controllers: wanted.size > 0 ? selected(wanted, object.namespace, byLabel) : [],
      ports: itemsOf(child(spec, 'ports')).flatMap(portOf),
      ...optional('externalName', textAt(spec, 'externalName')),
    }
  })
}

/** What makes pods, by each `key=value` of their labels. */
export type ControllersByLabel = ReadonlyMap<string, readonly PodController[]>

/** Controllers by each label of their pods, so that no Service looks at all of them. */
export function controllersByLabel(controllers: readonly PodController[]): ControllersByLabel {
  const found = new Map<string, PodController[]>()
  for (const controller of controllers) {
    for (const [key, value] of controller.labels) {
      const label = `${key}=${value}`
      const others = found.get(label)
      if (others) others.push(controller)
      else found.set(label, [controller])
    }
  }
  return found
}

/** Those that have the rarest of some labels: all that could have every one of them. `wanted` asks for at least one. */
export function mayHaveLabels(
  wanted: ReadonlyMap<string, string>,
  byLabel: ControllersByLabel,
): readonly PodController[] {
  const candidates = [...wanted].map(([key, value]) => byLabel.get(`${key}=${value}`) ?? [])
  return candidates.reduce((one, other) => (other.length < one.length ? other : one))
}

function selected(
  wanted: ReadonlyMap<string, string>,
  namespace: string | undefined,
  byLabel: ControllersByLabel,
): readonly PodController[] {
  return mayHaveLabels(wanted, byLabel).filter(
    ({ object, labels }) => sameNamespace(object.namespace, namespace) && hasLabels(labels, wanted),
  )
}

function portOf(item: Node): readonly ServicePort[] {
  const port = numberFact(child(item, 'port'))
  if (!port) return []
  const protocol = textOf(child(item, 'protocol'))?.toLowerCase()
  return [
    {
      ...optional('name', textOf(child(item, 'name'))),
      port,
      protocol: protocol === 'udp' || protocol === 'sctp' ? protocol : 'tcp',
      ...optional(
        'target',
        factOf<number | string>(child(item, 'targetPort'), text => (/^\d{1,5}$/.test(text) ? Number(text) : text)),
      ),
      ...optional('nodePort', numberFact(child(item, 'nodePort'))),
      at: item.at,
    },
  ]
}

/** The ports that a container declares. */
export interface ContainerPort {
  readonly name?: string
  readonly number: number
  readonly protocol: string
  readonly hostPort?: number
  readonly at: Node['at']
}

/** Reads `ports` of a container. */
export function containerPorts(container: Node): readonly ContainerPort[] {
  return itemsOf(child(container, 'ports')).flatMap(item => {
    const number = knownValue(numberFact(child(item, 'containerPort')))
    if (number === undefined || !Number.isInteger(number) || number < 1 || number > 65_535) return []
    return [
      {
        ...optional('name', textOf(child(item, 'name'))),
        number,
        protocol: (textOf(child(item, 'protocol')) ?? 'TCP').toLowerCase(),
        ...optional('hostPort', knownValue(numberFact(child(item, 'hostPort')))),
        at: child(item, 'hostPort')?.at ?? item.at,
      },
    ]
  })
}

/** Where a port of a Service ends in a pod: which of its containers, and on which port. */
export interface Arrival {
  readonly container: ContainerSpec
  /** Absent: the name of the port is that of none. */
  readonly number?: number
}

/** The container that answers on a port of a Service: the one that declares it, else the main one. */
export function arrivalOf(port: ServicePort, containers: readonly ContainerSpec[]): Arrival | undefined {
  const running = containers.filter(container => container.part !== 'init')
  const wanted = port.target?.known === false ? undefined : (knownValue(port.target) ?? knownValue(port.port))
  for (const container of running) {
    const found = containerPorts(container.node).find(one =>
      typeof wanted === 'number' ? one.number === wanted : one.name !== undefined && one.name === wanted,
    )
    if (found) return { container, number: found.number }
  }
  const main = running.find(container => container.part === 'main')
  return main && { container: main, ...(typeof wanted === 'number' ? { number: wanted } : {}) }
}

const INTERNAL: readonly (readonly [annotation: RegExp, value: RegExp])[] = [
  [/^service\.beta\.kubernetes\.io\/(?:aws|azure|cce|openstack)-load-balancer-internal$/, /^(?:true|0\.0\.0\.0\/0)$/],
  [/^service\.beta\.kubernetes\.io\/aws-load-balancer-scheme$/, /^internal$/],
  [/^(?:networking|cloud)\.g(?:ke\.io|oogle\.com)\/load-balancer-type$/, /^internal$/i],
  [
    /^service\.beta\.kubernetes\.io\/(?:alibaba-cloud-loadbalancer-address-type|oci-load-balancer-internal)$/,
    /^(?:intranet|true)$/,
  ],
]

/** Whether the load balancer of a Service only has an address of an inner network, as its annotations say. */
export function isInternal(service: KubernetesObject): boolean {
  const annotations = textsByKey(descend(service.node, 'metadata', 'annotations'))
  return [...annotations].some(([key, value]) =>
    INTERNAL.some(([annotation, pattern]) => annotation.test(key) && pattern.test(value)),
  )
}
