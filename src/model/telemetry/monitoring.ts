import { mayShowMetrics } from '../../knowledge/metrics-libraries.js'
import { METRICS_AGENTS } from '../../knowledge/observability.js'
import { descend, entriesOf, textOf } from '../../parse/node.js'
import { dropsEverything } from '../../parse/otel-collector.js'
import type { Span } from '../../source.js'
import type { Cluster, EnvironmentVariable, System, Workload } from '../system.js'
import type { CollectorServer } from './collectors.js'

/** Where the metrics of the system go. */
export interface Monitor {
  /** The metrics server, the agent, a workload that reports elsewhere, or an object that is made for one. */
  readonly name: string
  readonly at: Span
  /** `own`: a metrics server of this deployment · `elsewhere`: through an agent or straight to another system. */
  readonly kind: 'own' | 'elsewhere'
}

const known = new WeakMap<System, Monitor | null>()

/** What collects the metrics of the system; undefined when nothing does. */
export function monitorOf(system: System): Monitor | undefined {
  const before = known.get(system)
  if (before !== undefined) return before ?? undefined
  const found = ownMonitor(system) ?? otherMonitor(system) ?? platformMonitor(system)
  known.set(system, found ?? null)
  return found
}

/** A metrics server or an agent that production declares and does not start by itself (`profiles`, `scale: 0`). */
export function waitingMonitor(system: System): Workload | undefined {
  const waiting = system.deployments.flatMap(one => (one.purpose === 'production' ? one.onRequest : []))
  return waiting.find(
    ({ software }) =>
      (software?.kind === 'metrics' && software.id !== 'pushgateway') || METRICS_AGENTS.has(software?.id ?? ''),
  )
}

function ownMonitor({ workloads }: System): Monitor | undefined {
  // Pushgateway only holds what batch jobs leave with it until somebody fetches it.
  const server = workloads.find(({ software }) => software?.kind === 'metrics' && software.id !== 'pushgateway')
  return server && { name: server.name, at: server.at, kind: 'own' }
}

function otherMonitor(system: System): Monitor | undefined {
  const workload =
    system.workloads.find(({ software }) => METRICS_AGENTS.has(software?.id ?? '')) ??
    system.telemetry.collectors.find(forwardsMetrics)?.workload ??
    system.workloads.find(one =>
      [...one.environment.values()].some(variable => reportsElsewhere(one, variable, system)),
    )
  if (workload) return { name: workload.name, at: workload.at, kind: 'elsewhere' }
  for (const cluster of system.clusters) {
    const found = scrapedByOperator(cluster)
    if (found) return { ...found, kind: 'elsewhere' }
  }
  return undefined
}

/** What a platform runs brings its agent along. */
function platformMonitor({ services }: System): Monitor | undefined {
  for (const { platform, packages } of services) {
    const agent = platform && [...packages].find(mayShowMetrics)
    if (agent) return { name: agent, at: platform.at, kind: 'elsewhere' }
  }
  return undefined
}

/** Whether a collector hands metrics on; one whose configuration is not known may. */
function forwardsMetrics({ configuration }: CollectorServer): boolean {
  if (configuration.state !== 'read') return configuration.state === 'unknown'
  const { config } = configuration
  return config.pipelines.some(pipeline => pipeline.signal === 'metrics' && !dropsEverything(pipeline, config))
}

/** Variables by which an application is told where a hosted or central monitoring system is. */
const DESTINATION =
  /^(?:DD_(?:AGENT_HOST|API_KEY|SITE|TRACE_AGENT_URL)|NEW_RELIC_LICENSE_KEY|ELASTIC_APM_SERVER_URLS?|APPLICATIONINSIGHTS_CONNECTION_STRING|DYNATRACE_\w+|DT_TENANT|HONEYCOMB_API_KEY|GRAFANA_CLOUD_\w+|STATSD_HOST|SIGNOZ_\w*ENDPOINT)$/
const OTLP = /^OTEL_EXPORTER_OTLP(?:_METRICS)?_ENDPOINT$/
/** What takes traces and no metrics. */
const TRACES_ONLY = new Set(['jaeger', 'tempo', 'zipkin'])

function reportsElsewhere(workload: Workload, variable: EnvironmentVariable, system: System): boolean {
  const { name, value } = variable
  if (value.known && value.value === '') return false
  if (DESTINATION.test(name)) return true
  if (!OTLP.test(name)) return false
  const answers = system.edges.flatMap(edge =>
    edge.from === workload && edge.variable === variable ? [edge.answer] : [],
  )
  return answers.every(answer => {
    if (answer.kind !== 'workload') return true
    const collector = system.telemetry.collectors.find(one => one.workload === answer.workload)
    return collector ? forwardsMetrics(collector) : !TRACES_ONLY.has(answer.workload.software?.id ?? '')
  })
}

/** Objects that tell a Prometheus of the cluster what to scrape, by API group. */
const OPERATORS =
  /^(?:monitoring\.coreos\.com|monitoring\.googleapis\.com|operator\.victoriametrics\.com|azmonitoring\.coreos\.com)\//

function scrapedByOperator({ objects }: Cluster): Pick<Monitor, 'name' | 'at'> | undefined {
  const found = objects.find(({ apiVersion, kind, node }) => {
    if (OPERATORS.test(apiVersion)) return !/Rule|Alertmanager/.test(kind)
    const places = [['metadata'], ['spec', 'template', 'metadata']]
    return places.some(path =>
      entriesOf(descend(node, ...path, 'annotations')).some(
        ([key, value]) => key === 'prometheus.io/scrape' && textOf(value) === 'true',
      ),
    )
  })
  return found && { name: `${found.kind} ${found.name}`, at: found.at }
}
