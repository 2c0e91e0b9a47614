import { METRICS_AGENTS } from '../knowledge/observability.js'
import type { System, Workload } from './system.js'

/** Variables by which an application is told where a hosted or central monitoring system is. */
const DESTINATION =
  /^(OTEL_EXPORTER_OTLP(_METRICS)?_ENDPOINT|DD_(AGENT_HOST|API_KEY|SITE|TRACE_AGENT_URL)|NEW_RELIC_LICENSE_KEY|ELASTIC_APM_SERVER_URLS?|APPLICATIONINSIGHTS_CONNECTION_STRING|DYNATRACE_\w+|DT_TENANT|HONEYCOMB_API_KEY|GRAFANA_CLOUD_\w+|STATSD_HOST|SIGNOZ_\w*ENDPOINT)$/

/** Where the metrics of the system go. */
export interface Monitor {
  /** The metrics server, the agent, or a workload that reports elsewhere. */
  readonly workload: Workload
  /** `own`: a metrics server of this deployment · `elsewhere`: through an agent or straight to another system. */
  readonly kind: 'own' | 'elsewhere'
}

/** What collects the metrics of the system; undefined when nothing does. */
export function monitorOf(system: System): Monitor | undefined {
  const server = system.workloads.find(({ software }) => software?.kind === 'metrics' && software.id !== 'pushgateway')
  if (server) return { workload: server, kind: 'own' }
  const agent = system.workloads.find(
    workload => METRICS_AGENTS.has(workload.software?.id ?? '') || reportsElsewhere(workload),
  )
  return agent && { workload: agent, kind: 'elsewhere' }
}

function reportsElsewhere(workload: Workload): boolean {
  return [...workload.environment.values()].some(
    ({ name, value }) => DESTINATION.test(name) && !(value.known && value.value === ''),
  )
}
