import { type CollectorConfig, readCollectorConfig } from '../parse/otel-collector.js'
import type { Source, Span } from '../source.js'
import type { Tree } from '../tree.js'
import type { Workload } from './system.js'
import { type ConfigurationPlace, configurationOf, type FoundConfiguration } from './telemetry-configuration.js'

/** A production workload that runs an OpenTelemetry Collector. */
export interface CollectorServer {
  readonly workload: Workload
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
export function collectorsOf(workloads: readonly Workload[], tree: Tree): readonly CollectorServer[] {
  return workloads.flatMap((workload): readonly CollectorServer[] => {
    const id = workload.software?.id
    if (id !== 'otel-collector' && id !== 'signoz-otel-collector') return []
    const flags = workload.start?.argv.filter(word => word !== null && /^--?config(?:=|$)/.test(word)) ?? []
    if (flags.length > 1) {
      const because = 'its configuration is put together from several files'
      return [{ workload, configuration: { state: 'unknown', at: workload.start?.at ?? workload.at, because } }]
    }
    const found = configurationOf(workload, placeOf(imageOf(workload)), tree)
    if (found.state !== 'read') return [{ workload, configuration: found }]
    const { source, at } = found.file
    return [{ workload, configuration: { state: 'read', config: readCollectorConfig(source), source, at } }]
  })
}

/** The repository of the image that it runs, or that its own is built on. */
function imageOf({ image }: Workload): string {
  const reference = image?.dockerfile?.base ?? image?.reference
  return reference?.known ? reference.value.repository : ''
}
