import { type CollectorConfig, readCollectorConfig } from '../../parse/otel-collector.js'
import { writtenAt } from '../../parse/prometheus/written.js'
import type { Source, Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { HostAnswer, HostNames } from '../host-names.js'
import type { Workload } from '../system.js'
import { type ConfigurationPlace, configurationOf, type FoundConfiguration } from './configuration.js'

/** A production workload that runs an OpenTelemetry Collector. */
export interface CollectorServer {
  readonly workload: Workload
  /** Where its exporters send to, when the configuration is read. */
  readonly outputs: readonly CollectorOutput[]
  readonly configuration:
    | { readonly state: 'read'; readonly config: CollectorConfig; readonly source: Source; readonly at: Span }
    | Exclude<FoundConfiguration, { readonly state: 'read' }>
}

/** https://github.com/open-telemetry/opentelemetry-collector-releases/tree/main/distributions */
function placeOf(image: string): ConfigurationPlace {
  const directory = /collector-(contrib|k8s)/.exec(image)?.[1]
  return {
    program: /otel|collector|signoz/,
    flag: 'config',
    defaults: {
      official: `/etc/otelcol${directory ? `-${directory}` : ''}/config.yaml`,
      aws: '/etc/ecs/ecs-default-config.yaml',
    },
  }
}

/** The collectors among production workloads, each with its configuration. Several `--config` are not put together. */
export function collectorsOf(workloads: readonly Workload[], tree: Tree, names: HostNames): readonly CollectorServer[] {
  return workloads.flatMap((workload): readonly CollectorServer[] => {
    const id = workload.software?.id
    if (id !== 'otel-collector' && id !== 'signoz-otel-collector') return []
    const flags = workload.start?.argv.filter(word => word !== null && /^--?config(?:=|$)/.test(word)) ?? []
    if (flags.length > 1) {
      const because = 'its configuration is put together from several files'
      return [
        { workload, outputs: [], configuration: { state: 'unknown', at: workload.start?.at ?? workload.at, because } },
      ]
    }
    const found = configurationOf(workload, placeOf(imageOf(workload)), tree)
    if (found.state !== 'read') return [{ workload, outputs: [], configuration: found }]
    const { source, at } = found.file
    const config = readCollectorConfig(source)
    const outputs = outputsOf(config, workload, names)
    return [{ workload, outputs, configuration: { state: 'read', config, source, at } }]
  })
}

/** The repository of the image that it runs, or that its own is built on. */
function imageOf({ image }: Workload): string {
  const reference = image?.dockerfile?.base ?? image?.reference
  return reference?.known ? reference.value.repository : ''
}

/** Where an exporter of a collector sends to. */
export interface CollectorOutput {
  /** The id of the exporter. */
  readonly component: string
  readonly host: string
  readonly port?: number
  readonly answer: HostAnswer
  readonly at: Span
}

/** Settings of exporters that hold one address; those that listen (`prometheus`) have none. */
const ADDRESS_KEYS = ['endpoint', 'traces_endpoint', 'datasource', 'dsn']
const LISTENING = /^prometheus$/

function outputsOf(config: CollectorConfig, workload: Workload, names: HostNames): readonly CollectorOutput[] {
  return [...config.exporters].flatMap(([component, { type, node }]) => {
    if (LISTENING.test(type)) return []
    return ADDRESS_KEYS.flatMap((key): readonly CollectorOutput[] => {
      const written = writtenAt(node, key)
      const [, host, port] =
        /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?([^/:?#${}]+)(?::(\d{1,5}))?(?:[/?]|$)/i.exec(written?.text ?? '') ?? []
      if (!written || host === undefined) return []
      const number = port === undefined ? undefined : Number(port)
      const answer = names.answer(host, number, workload)
      return [{ component, host, ...(number === undefined ? {} : { port: number }), answer, at: written.at }]
    })
  })
}
