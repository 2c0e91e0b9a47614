import { EXPORTERS_FOR } from '../knowledge/observability.js'
import { child, descend, textOf } from '../parse/node.js'
import { textsByKey } from './kubernetes/pods.js'
import { selects } from './kubernetes/selectors.js'
import type { Cluster, System, Workload } from './system.js'

/** A data service that shows no metrics of its own to Prometheus, and the exporters deployed for it. */
export interface Observed {
  /** The first of its software in its deployment: one exporter can read them all. */
  readonly workload: Workload
  /** How many more there are. */
  readonly others: number
  readonly exporters: readonly Workload[]
  /** Exporters by their names, the usual one first. */
  readonly usual: string
}

/** The data services that need an exporter, one entry for each software of a deployment. */
export function observedServices({ workloads }: System): readonly Observed[] {
  const found = new Map<string, Workload[]>()
  for (const workload of workloads) {
    const { software, clientOf, deployment, weight } = workload
    if (!software || clientOf || weight === 0 || !workload.longRunning || !EXPORTERS_FOR.has(software.id)) continue
    const key = `${deployment} ${software.id}`
    found.set(key, [...(found.get(key) ?? []), workload])
  }
  return [...found.values()].flatMap(([first, ...others]) => {
    const ids = EXPORTERS_FOR.get(first?.software?.id ?? '') ?? []
    if (!first) return []
    const exporters = workloads.filter(({ software }) => ids.includes(software?.id ?? ''))
    return [{ workload: first, others: others.length, exporters, usual: ids[0] ?? '' }]
  })
}

/** Receivers of the OpenTelemetry Collector that ask others for metrics. */
const ASKING = /^(?:prometheus|postgresql|mysql|redis|mongodb|sqlquery|receiver_creator|simpleprometheus)/

/** Whether a collector may ask services for their metrics: one does, or it is not known. */
export function mayAsk({ telemetry }: System): boolean {
  return telemetry.collectors.some(({ configuration }) => {
    if (configuration.state !== 'read') return configuration.state === 'unknown'
    return [...configuration.config.receivers.values()].some(({ type }) => ASKING.test(type))
  })
}

/** Whether a Prometheus of production asks a workload for metrics; `unknown` when something that is not read may add it. */
export function isScraped(workload: Workload, system: System): 'yes' | 'no' | 'unknown' {
  const { telemetry } = system
  if (system.clusters.some(cluster => isChosen(workload, cluster))) return 'yes'
  let unclear = mayAsk(system)
  for (const { configuration } of telemetry.prometheus) {
    if (configuration.state === 'unknown') unclear = true
    if (configuration.state !== 'read') continue
    for (const { targets, complete } of configuration.jobs) {
      if (!complete) unclear = true
      for (const { answer } of targets) {
        if (answer?.kind === 'unknown') unclear = true
        if (answer?.kind === 'workload' && [answer.workload, ...answer.others].includes(workload)) return 'yes'
      }
    }
  }
  return unclear ? 'unknown' : 'no'
}

/** Whether the annotations of its pod, or a monitor of the Prometheus operator, have a workload of a cluster scraped. */
function isChosen(workload: Workload, { controllers, services, objects }: Cluster): boolean {
  const own = controllers.find(controller => controller.workloads.includes(workload.id))
  if (!own) return false
  const leading = services.filter(service => service.controllers.includes(own))
  const places = [
    descend(own.object.node, 'spec', 'template', 'metadata', 'annotations'),
    ...leading.map(({ object }) => descend(object.node, 'metadata', 'annotations')),
  ]
  if (places.some(place => textOf(child(place, 'prometheus.io/scrape')) === 'true')) return true
  return objects.some(({ kind, node }) => {
    const selector = descend(node, 'spec', 'selector')
    if (kind === 'PodMonitor' || kind === 'PodMonitoring') return selects(selector, own.labels)
    if (kind !== 'ServiceMonitor') return false
    return leading.some(({ object }) => selects(selector, textsByKey(descend(object.node, 'metadata', 'labels'))))
  })
}
