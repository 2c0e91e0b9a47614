import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import type { Span } from '../../source.js'
import type { Cluster, ClusterService, PodController } from '../cluster.js'
import { itemsOf } from '../read-node.js'
import { groupOf, podTemplateOf, textsByKey } from './pods.js'
import { sameNamespace, selects } from './selectors.js'
import { arrivalOf, containerPorts } from './services.js'
import { workloadId } from './workload.js'

/** Somebody in a cluster is told to ask a container for its metrics. */
export interface MonitoredTarget {
  /** The monitor of an operator, or what bears the annotation. */
  readonly by: KubernetesObject
  /** The id of the workload. */
  readonly workload: string
  readonly port?: number
  readonly at: Span
}

/** A monitor that finds nothing to ask. */
export interface MonitorProblem {
  readonly by: KubernetesObject
  /** As a sentence without a full stop. */
  readonly what: string
  readonly fix: string
  /** It follows from the objects themselves: nothing that may be elsewhere could make it right. */
  readonly certain: boolean
  readonly at: Span
}

/** Monitors by what they select, for each group: the list of endpoints, and what `port` of one is a name of. */
const GROUPS =
  /^(?:monitoring\.coreos\.com|operator\.victoriametrics\.com|azmonitoring\.coreos\.com|monitoring\.googleapis\.com)$/
const OF_SERVICES = /^(?:ServiceMonitor|VMServiceScrape)$/
const OF_PODS = /^(?:PodMonitor|VMPodScrape|PodMonitoring)$/

interface Monitor {
  readonly object: KubernetesObject
  readonly of: 'services' | 'pods'
  readonly selector: Node | undefined
  readonly endpoints: readonly Node[]
}

/** https://prometheus-operator.dev/docs/api-reference/api/ */
function monitorOf(object: KubernetesObject): Monitor | undefined {
  if (!GROUPS.test(groupOf(object))) return undefined
  const of = OF_SERVICES.test(object.kind) ? 'services' : OF_PODS.test(object.kind) ? 'pods' : undefined
  if (!of) return undefined
  const spec = child(object.node, 'spec')
  const endpoints = child(spec, 'endpoints') ?? child(spec, 'podMetricsEndpoints')
  return { object, of, selector: child(spec, 'selector'), endpoints: itemsOf(endpoints) }
}

/** Whether a monitor looks into a namespace: its own, unless it says otherwise. */
function looksInto({ object }: Monitor, namespace: string | undefined): boolean {
  const chosen = descend(object.node, 'spec', 'namespaceSelector')
  if (textOf(child(chosen, 'any')) === 'true') return true
  const names = itemsOf(child(chosen, 'matchNames')).flatMap(name => textOf(name) ?? [])
  return names.length > 0
    ? namespace === undefined || names.includes(namespace)
    : sameNamespace(namespace, object.namespace)
}

/** Everything in these clusters that is to be asked for metrics, and that is there. */
export function monitoredTargets(clusters: readonly Cluster[]): readonly MonitoredTarget[] {
  const services = clusters.flatMap(one => one.services.map(service => ({ service, cluster: one })))
  const controllers = clusters.flatMap(one => one.controllers.map(controller => ({ controller, cluster: one })))
  const monitors = clusters.flatMap(one => one.objects.flatMap(object => monitorOf(object) ?? []))
  return [
    ...monitors.flatMap(monitor =>
      monitor.of === 'services'
        ? services.flatMap(({ service, cluster }) =>
            isChosen(monitor, service) ? byService(monitor, service, cluster) : [],
          )
        : controllers.flatMap(({ controller, cluster }) =>
            isChosen(monitor, controller) ? byPod(monitor, controller, cluster) : [],
          ),
    ),
    ...controllers.flatMap(({ controller, cluster }) => annotated(controller, cluster)),
    ...services.flatMap(({ service, cluster }) => annotatedService(service, cluster)),
  ]
}

function isChosen(monitor: Monitor, { object, ...rest }: ClusterService | PodController): boolean {
  const labels = 'labels' in rest ? rest.labels : textsByKey(descend(object.node, 'metadata', 'labels'))
  return looksInto(monitor, object.namespace) && selects(monitor.selector, labels)
}

function byService(monitor: Monitor, service: ClusterService, cluster: Cluster): readonly MonitoredTarget[] {
  return monitor.endpoints.flatMap(endpoint => {
    const name = textOf(child(endpoint, 'port'))
    const port = service.ports.find(one => one.name !== undefined && one.name === name) ?? service.ports[0]
    return service.controllers.flatMap(({ object }) => {
      const template = podTemplateOf(object)
      const arrival = port && template && arrivalOf(port, template.containers)
      if (!arrival) return []
      const workload = workloadId(cluster.deployment, template, arrival.container)
      const number = arrival.number === undefined ? {} : { port: arrival.number }
      return [{ by: monitor.object, workload, ...number, at: endpoint.at }]
    })
  })
}

function byPod(monitor: Monitor, controller: PodController, cluster: Cluster): readonly MonitoredTarget[] {
  return monitor.endpoints.flatMap(endpoint => {
    const wanted = child(endpoint, 'port') ?? child(endpoint, 'portNumber') ?? child(endpoint, 'targetPort')
    return asked(monitor.object, controller, cluster, textOf(wanted), endpoint.at)
  })
}

/**
 * The container of a pod that has a port of that name; for a number that none declares the one that the pod is for. Without
 * either, discovery makes a target of each declared port:
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#pod
 */
function asked(
  by: KubernetesObject,
  { object }: PodController,
  { deployment }: Cluster,
  wanted: string | undefined,
  at: Span,
): readonly MonitoredTarget[] {
  const template = podTemplateOf(object)
  if (!template) return []
  const running = template.containers.filter(({ part }) => part !== 'init')
  const ports = running.flatMap(container => containerPorts(container.node).map(one => ({ container, ...one })))
  const found = ports.filter(({ name, number }) => wanted === undefined || name === wanted || String(number) === wanted)
  if (found.length > 0)
    return found.map(({ container, number }) => {
      return { by, workload: workloadId(deployment, template, container), port: number, at }
    })
  const main = running.find(one => one.part === 'main')
  if (!main || (wanted !== undefined && !/^\d{1,5}$/.test(wanted))) return []
  const port = wanted === undefined ? {} : { port: Number(wanted) }
  return [{ by, workload: workloadId(deployment, template, main), ...port, at }]
}

function annotated(controller: PodController, cluster: Cluster): readonly MonitoredTarget[] {
  const notes = child(child(podTemplateOf(controller.object)?.node, 'metadata'), 'annotations')
  const scrape = child(notes, 'prometheus.io/scrape')
  if (!scrape || textOf(scrape) !== 'true') return []
  return asked(controller.object, controller, cluster, textOf(child(notes, 'prometheus.io/port')), scrape.at)
}

function annotatedService({ object, controllers }: ClusterService, cluster: Cluster): readonly MonitoredTarget[] {
  const notes = descend(object.node, 'metadata', 'annotations')
  const scrape = child(notes, 'prometheus.io/scrape')
  if (!scrape || textOf(scrape) !== 'true') return []
  return controllers.flatMap(one => asked(object, one, cluster, textOf(child(notes, 'prometheus.io/port')), scrape.at))
}

/** Monitors that select nothing, or ask for a port by a name that nothing has. */
export function monitorProblems(clusters: readonly Cluster[]): readonly MonitorProblem[] {
  const services = clusters.flatMap(one => one.services)
  const controllers = clusters.flatMap(one => one.controllers)
  const monitors = clusters.flatMap(one => one.objects.flatMap(object => monitorOf(object) ?? []))
  return monitors.flatMap(monitor => problemsOf(monitor, monitor.of === 'services' ? services : controllers))
}

function problemsOf(monitor: Monitor, all: readonly (ClusterService | PodController)[]): readonly MonitorProblem[] {
  const { object, of, selector } = monitor
  const there = all.filter(one => looksInto(monitor, one.object.namespace))
  const chosen = there.filter(one => isChosen(monitor, one))
  const things = of === 'services' ? 'Service' : 'pod'
  if (there.length === 0) return []
  if (chosen.length === 0) {
    const wanted = [...textsByKey(child(selector, 'matchLabels'))].map(([key, value]) => `${key}=${value}`).join(', ')
    const what = `${object.kind} ${object.name} selects ${wanted || 'by expressions'}, which no ${things} has, so nothing is scraped for it`
    const fix = `Give the selector of the monitor labels of the ${things}s that it is for.`
    return [{ by: object, what, fix, certain: false, at: selector?.at ?? object.at }]
  }
  return monitor.endpoints.flatMap(endpoint => {
    const port = child(endpoint, 'port')
    const name = textOf(port)
    if (!port || name === undefined || chosen.some(one => portNames(one).has(name))) return []
    const names = [...new Set(chosen.flatMap(one => [...portNames(one)]))]
    const has = names.length > 0 ? `has ${names.join(', ')}` : 'gives no port a name'
    const first = chosen[0]?.object
    const what = `${object.kind} ${object.name} asks the port ${name} for metrics, and ${first?.kind} ${first?.name} ${has}`
    const fix = `Write the name of a port as \`port\`, or name the port \`${name}\`.`
    return [{ by: object, what, fix, certain: true, at: port.at }]
  })
}

function portNames(one: ClusterService | PodController): ReadonlySet<string> {
  if ('ports' in one)
    return new Set(one.ports.flatMap(({ name, port }) => [name ?? [], port.known ? [] : ['?']].flat()))
  const containers = podTemplateOf(one.object)?.containers ?? []
  return new Set(
    containers.flatMap(({ node }) =>
      containerPorts(node).flatMap(({ name, number }) => [name ?? [], `${number}`].flat()),
    ),
  )
}
