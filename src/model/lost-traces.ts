import { isBefore, NEWEST } from '../knowledge/facts.js'
import { child, descend, textOf } from '../parse/node.js'
import { type CollectorConfig, dropsEverything } from '../parse/otel-collector.js'
import { knownValue, type Span } from '../source.js'
import type { Edge } from './edges.js'
import type { EnvironmentVariable, System, Workload } from './system.js'
import type { CollectorServer } from './telemetry/collectors.js'

/** Why traces that are sent are never seen. */
export interface LostTraces {
  /** As a sentence without a full stop. */
  readonly what: string
  readonly fix: string
  readonly at: Span
  readonly key: string
}

type Found = Pick<LostTraces, 'what' | 'fix'>

/** Variables that name where traces are sent. */
const DESTINATION =
  /^(?:OTEL_EXPORTER_(?:OTLP(?:_TRACES)?|JAEGER|ZIPKIN)_ENDPOINT|JAEGER_(?:AGENT_HOST|ENDPOINT)|ZIPKIN_(?:ENDPOINT|URL|BASE_?URL)|MANAGEMENT_(?:ZIPKIN|OTLP)_TRACING_ENDPOINT)$/
const OTLP = /^OTEL_EXPORTER_OTLP(?:_TRACES)?_ENDPOINT$/

/** Follows every variable that names where traces go, and every pipeline of a collector that takes them. */
export function lostTraces(system: System): readonly LostTraces[] {
  const sent = system.edges.flatMap(edge => {
    const { from, variable, at } = edge
    if (from.kind !== 'workload' || !variable || !DESTINATION.test(variable.name)) return []
    const found = lostOnTheWay(edge, from, variable, system)
    return found ? [{ ...found, at, key: `${from.id} ${variable.name}` }] : []
  })
  return [...sent, ...system.telemetry.collectors.flatMap(lostInCollector)]
}

/** https://opentelemetry.io/docs/specs/otlp/#otlpgrpc-default-port and #otlphttp-default-port */
const PORTS = { grpc: 4317, http: 4318 } as const

function lostOnTheWay(edge: Edge, from: Workload, { name }: EnvironmentVariable, system: System): Found | undefined {
  const { answer, host, port } = edge
  if (answer.kind === 'nobody') {
    const why = answer.namesake
      ? `${from.name} and ${host} are on no network together`
      : `no service on its networks has the name ${host}`
    return {
      what: `${name} of ${from.name} points at ${host}, and ${why}`,
      fix: `Write the name of the collector, on a network that ${from.name} is on.`,
    }
  }
  if (answer.kind !== 'workload') return undefined
  if (answer.workload === from)
    return {
      what: `${name} of ${from.name} points at ${host}, which is its own container`,
      fix: 'Write the name of the service that takes traces: inside a container `localhost` is that container.',
    }
  const protocol = OTLP.test(name) ? protocolOf(from) : undefined
  return wrongPort(from, name, port, protocol) ?? refused(answer.workload, port, protocol, system)
}

/** Which of the two is in use, where the environment says so: their defaults differ between the languages. */
function protocolOf({ environment }: Workload): 'grpc' | 'http' | undefined {
  const variable =
    environment.get('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') ?? environment.get('OTEL_EXPORTER_OTLP_PROTOCOL')
  const value = knownValue(variable?.value)
  return value === 'grpc' ? 'grpc' : value?.startsWith('http/') ? 'http' : undefined
}

function wrongPort(
  from: Workload,
  name: string,
  port: number | undefined,
  protocol: 'grpc' | 'http' | undefined,
): Found | undefined {
  if (protocol === undefined || port !== PORTS[protocol === 'grpc' ? 'http' : 'grpc']) return undefined
  const spoken = protocol === 'grpc' ? 'gRPC' : 'HTTP'
  return {
    what: `${from.name} sends traces by ${spoken} to port ${port}, where OTLP over ${protocol === 'grpc' ? 'HTTP' : 'gRPC'} is taken`,
    fix: `Write port ${PORTS[protocol]} in ${name}, or change OTEL_EXPORTER_OTLP_PROTOCOL.`,
  }
}

/** What takes traces here, and does not take these. */
function refused(
  to: Workload,
  port: number | undefined,
  protocol: 'grpc' | 'http' | undefined,
  { telemetry }: System,
): Found | undefined {
  const collector = telemetry.collectors.find(one => one.workload === to)
  if (collector) return refusedByCollector(collector, port, protocol)
  const { software, distribution, version, environment, name } = to
  if (software?.id !== 'jaeger' || distribution?.id !== 'all-in-one') return undefined
  // https://github.com/jaegertracing/jaeger/releases/tag/v1.35.0
  const isOff =
    isBefore(version, [1, 35]) === true && knownValue(environment.get('COLLECTOR_OTLP_ENABLED')?.value) !== 'true'
  if (!isOff || (port !== PORTS.grpc && port !== PORTS.http)) return undefined
  return {
    what: `${name} takes OTLP on port ${port} only with COLLECTOR_OTLP_ENABLED=true in this version`,
    fix: 'Set `COLLECTOR_OTLP_ENABLED: "true"`, or use Jaeger 1.35 or newer.',
  }
}

function refusedByCollector(
  { workload, configuration }: CollectorServer,
  port: number | undefined,
  protocol: 'grpc' | 'http' | undefined,
): Found | undefined {
  if (configuration.state !== 'read') return undefined
  const { config } = configuration
  const pipelines = config.pipelines.filter(({ signal }) => signal === 'traces')
  if (pipelines.length === 0)
    return {
      what: `traces are sent to ${workload.name}, and ${config.path} has no pipeline for traces`,
      fix: 'Add `traces: { receivers: [otlp], exporters: [...] }` under `service.pipelines`.',
    }
  const inUse = new Set(pipelines.flatMap(({ receivers }) => receivers.map(({ text }) => text)))
  const otlp = [...config.receivers].filter(([id, { type }]) => type === 'otlp' && inUse.has(id))
  const wanted = protocol ?? (port === PORTS.grpc ? 'grpc' : port === PORTS.http ? 'http' : undefined)
  if (otlp.length === 0 || wanted === undefined) return undefined
  const found = otlp.map(([, { node }]) => descend(node, 'protocols', wanted))
  if (found.every(node => node === undefined))
    return {
      what: `traces are sent to ${workload.name} by OTLP over ${wanted === 'grpc' ? 'gRPC' : 'HTTP'}, which its receiver does not take`,
      fix: `Add \`${wanted}: { endpoint: 0.0.0.0:${PORTS[wanted]} }\` under \`receivers.otlp.protocols\` of ${config.path}.`,
    }
  const endpoints = found.map(node => textOf(child(node, 'endpoint')))
  return endpoints.every(endpoint => isLocal(endpoint, workload)) ? onlyLocal(workload, config, wanted) : undefined
}

/** Since 0.104 a receiver without an endpoint listens on the loopback only: https://github.com/open-telemetry/opentelemetry-collector/blob/main/CHANGELOG.md */
const LOCAL_SINCE: readonly number[] = [0, 104]

function isLocal(endpoint: string | undefined, { version, image }: Workload): boolean {
  if (endpoint !== undefined) return /^(?:localhost|127\.|\[::1\])/.test(endpoint)
  const tag = knownValue(image?.reference)?.tag
  const newest = tag === undefined || tag === 'latest' ? NEWEST : undefined
  return isBefore(version ?? newest, LOCAL_SINCE) === false
}

function onlyLocal({ name }: Workload, { path }: CollectorConfig, protocol: 'grpc' | 'http'): Found {
  return {
    what: `traces are sent to ${name}, whose receiver listens on the loopback of its own container only`,
    fix: `Write \`${protocol}: { endpoint: 0.0.0.0:${PORTS[protocol]} }\` under \`receivers.otlp.protocols\` of ${path}.`,
  }
}

/** Pipelines for traces that end in the log of the collector, and exporters that point at nobody. */
function lostInCollector({ workload, configuration, outputs }: CollectorServer): readonly LostTraces[] {
  if (configuration.state !== 'read') return []
  const { config } = configuration
  const traces = config.pipelines.filter(({ signal }) => signal === 'traces')
  const dropping = traces
    .filter(pipeline => dropsEverything(pipeline, config))
    .map(pipeline => ({
      what: `the pipeline ${pipeline.name} of ${config.path} prints or drops every trace`,
      fix: 'Add an exporter to a store of traces, for example `otlp: { endpoint: tempo:4317, tls: { insecure: true } }`, and name it in the pipeline.',
      at: pipeline.exporters[0]?.at ?? pipeline.at,
      key: `${workload.id} ${pipeline.name}`,
    }))
  const inUse = new Set(traces.flatMap(({ exporters }) => exporters.map(({ text }) => text)))
  const broken = outputs.flatMap((output): readonly LostTraces[] => {
    const { component, host, port, answer, at } = output
    if (!inUse.has(component)) return []
    const key = `${workload.id} ${component}`
    if (answer.kind === 'nobody') {
      const what = `the exporter ${component} of ${config.path} sends to ${host}, and nobody answers to that name`
      return [{ what, fix: `Write the name of a service on a network that ${workload.name} is on.`, at, key }]
    }
    if (answer.kind !== 'workload') return []
    if (answer.workload === workload)
      return [
        {
          what: `the exporter ${component} of ${config.path} sends to ${host}, the container of ${workload.name} itself`,
          fix: 'Write the name of the service that stores traces.',
          at,
          key,
        },
      ]
    const wrong = /^otlphttp/.test(component) ? PORTS.grpc : /^otlp(?:\/|$)/.test(component) ? PORTS.http : undefined
    if (port === undefined || port !== wrong) return []
    const right = wrong === PORTS.grpc ? PORTS.http : PORTS.grpc
    return [
      {
        what: `the exporter ${component} of ${config.path} sends to port ${port}, and its protocol is taken on ${right}`,
        fix: `Write port ${right}.`,
        at,
        key,
      },
    ]
  })
  return [...dropping, ...broken]
}
