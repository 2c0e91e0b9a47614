import { knownValue, type Span } from '../source.js'
import type { System, Workload } from './system.js'
import type { LogCollector } from './telemetry/logs.js'

/** Whether the logs of the services leave the host that they are written on. */
export type LogShipping =
  | { readonly state: 'shipped' }
  | { readonly state: 'unknown'; readonly at: Span; readonly because: string }
  | { readonly state: 'kept'; readonly at: Span; readonly what: string }
  /** A collector sends them to a host that nobody answers to: network/upstream-unknown says which. */
  | { readonly state: 'astray' }

/** Drivers that send the lines of a container away: https://docs.docker.com/engine/logging/configure/#supported-logging-drivers */
const SENDING = /^(?:fluentd|gelf|syslog|awslogs|gcplogs|splunk|logentries|loki|.*loki.*)/

/** The services of Compose and Swarm whose logs are asked about; node agents of a cluster are not written in its manifests. */
export function loggingServices({ workloads }: System): readonly Workload[] {
  return workloads.filter(
    ({ platform, role, longRunning, weight }) =>
      (platform === 'compose' || platform === 'swarm') &&
      longRunning &&
      weight > 0 &&
      role !== 'observability' &&
      role !== 'tool',
  )
}

const SEVERAL = 5
const SEVERAL_APPLICATIONS = 3

/**
 * Whether a request leaves its trail in so many places that they have to be searched together: three applications, or five
 * services with two. The logs of a front end, a back end and their database are read where they run.
 */
export function needsOnePlace(services: readonly Workload[]): boolean {
  const applications = services.filter(({ role }) => /^(?:user-facing|service|worker)$/.test(role))
  // Copies of one program count once.
  const programs = new Set(applications.map(({ image, name }) => image?.id ?? name)).size
  return (services.length >= SEVERAL && programs > 1) || programs >= SEVERAL_APPLICATIONS
}

/** Follows the logs of the services: to a collector that reads them, by a driver, or from the application itself. */
export function logShippingOf(system: System): LogShipping {
  const services = loggingServices(system)
  const { logCollectors } = system.telemetry
  const astray = new Set(logCollectors.filter(collector => sendsAstray(collector, system)))
  const keeping = logCollectors.filter(collector => !collector.drops && !astray.has(collector))
  if (keeping.some(({ takes }) => takes === 'host')) return { state: 'shipped' }
  const driven = services.filter(({ logging }) => SENDING.test(knownValue(logging?.driver) ?? ''))
  const dropping = logCollectors.find(one => (one.drops ?? astray.has(one)) && one.takes !== 'off')
  // The address of a driver is one of the host: which collector listens there is told by the ports.
  if (driven.length > 0 && (keeping.length > 0 || !dropping)) return { state: 'shipped' }
  if (someSend(services, system, keeping)) return { state: 'shipped' }
  const open = services.find(({ logging }) => logging?.driver?.known === false)
  if (open?.logging)
    return { state: 'unknown', at: open.logging.at, because: 'a logging driver is set outside the repository' }
  return astray.size > 0 ? { state: 'astray' } : kept(services, system)
}

/** Whether nobody answers to any of the hosts that a collector sends to. */
function sendsAstray({ workload, sendsOnly }: LogCollector, { edges }: System): boolean {
  if (sendsOnly === undefined) return false
  const own = edges.filter(({ from, via }) => via === 'configuration' && from === workload)
  return own.length === sendsOnly && own.every(({ answer }) => answer.kind === 'nobody')
}

/** Variables by which an application or its agent is told where to send its lines. */
const OWN_WAY =
  /LOKI|LOGTAIL|LOGDNA|LOGGLY|PAPERTRAIL|GRAYLOG|GELF|SPLUNK_HEC|LOGSTASH|FLUENT|BETTER_?STACK|AXIOM|LOG_GROUP|^SEQ_|^NEW_RELIC_LICENSE_KEY$|^APPLICATIONINSIGHTS_|^OTEL_(?:LOGS_EXPORTER|EXPORTER_OTLP_LOGS_ENDPOINT)$/

/** Whether a service connects to something that takes logs (a collector, Loki, Graylog, Seq), here or outside. */
function someSend(
  services: readonly Workload[],
  { edges, telemetry }: System,
  keeping: readonly LogCollector[],
): boolean {
  if (telemetry.logCollectors.length === keeping.length && services.some(isToldWhere)) return true
  const takers = new Set(keeping.map(({ workload }) => workload))
  return edges.some(
    ({ from, via, answer }) =>
      via !== 'dependency' &&
      answer.kind === 'workload' &&
      (takers.has(answer.workload) || answer.workload.software?.kind === 'logs') &&
      services.some(service => service === from),
  )
}

function isToldWhere({ environment }: Workload): boolean {
  for (const { name, value } of environment.values())
    if (OWN_WAY.test(name) && !(value.known && /^(?:|none|false|0)$/i.test(value.value))) return true
  return false
}

function kept(services: readonly Workload[], { repository, telemetry }: System): LogShipping {
  const [first] = telemetry.logCollectors
  const count = `${services.length} services`
  if (first?.takes === 'off')
    return {
      state: 'kept',
      at: first.workload.at,
      what: `${first.workload.name} is deployed, and its collection of logs is switched off`,
    }
  if (first?.drops)
    return { state: 'kept', at: first.drops, what: `${first.workload.name} prints or drops every log that it takes in` }
  if (first) {
    const what = `${first.workload.name} takes logs that are sent to it, and none of the ${count} sends any`
    return { state: 'kept', at: first.workload.at, what }
  }
  const what = `the logs of ${count} stay on the host: no collector reads them, and no logging driver sends them away`
  return { state: 'kept', at: repository.at, what }
}
