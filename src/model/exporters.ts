import { EXPORTERS_FOR } from '../knowledge/observability.js'
import type { System, Workload } from './system.js'

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
  const { telemetry, edges } = system
  const asking = edges.filter(({ via }) => via === 'scrape').map(({ answer }) => answer)
  if (asking.some(answer => answer.kind === 'workload' && [answer.workload, ...answer.others].includes(workload)))
    return 'yes'
  const unclear =
    mayAsk(system) ||
    asking.some(answer => answer.kind === 'unknown') ||
    telemetry.prometheus.some(
      ({ configuration }) =>
        configuration.state === 'unknown' ||
        (configuration.state === 'read' && configuration.jobs.some(({ complete }) => !complete)),
    )
  return unclear ? 'unknown' : 'no'
}
