import type { Source, Span } from '../source.js'
import { child, descend, entriesOf, type Node, type Problem } from './node.js'
import { type Written, writtenItems } from './prometheus/written.js'
import { parseYaml } from './yaml.js'

/** A configuration of the OpenTelemetry Collector: https://opentelemetry.io/docs/collector/configuration/ */
export interface CollectorConfig {
  readonly path: string
  readonly root: Node | undefined
  /** By section and by id (`otlp`, `otlp/tempo`). */
  readonly receivers: ReadonlyMap<string, CollectorComponent>
  readonly processors: ReadonlyMap<string, CollectorComponent>
  readonly exporters: ReadonlyMap<string, CollectorComponent>
  readonly connectors: ReadonlyMap<string, CollectorComponent>
  readonly extensions: ReadonlyMap<string, CollectorComponent>
  readonly pipelines: readonly CollectorPipeline[]
  /** `service.extensions`. */
  readonly extensionsInUse: readonly Written[]
  /** Where a finding about the whole file points: its first key. */
  readonly at: Span
  /** What is wrong with the YAML. */
  readonly problems: readonly Problem[]
}

/** A receiver, processor or exporter. */
export interface CollectorComponent {
  /** Without the name behind the slash: `otlp`. */
  readonly type: string
  readonly node: Node
  /** Its key. */
  readonly at: Span
}

/** A pipeline of a collector. */
export interface CollectorPipeline {
  readonly name: string
  /** `traces`, `metrics`, `logs`, or whatever is written. */
  readonly signal: string
  readonly receivers: readonly Written[]
  readonly processors: readonly Written[]
  readonly exporters: readonly Written[]
  /** Its key. */
  readonly at: Span
}

/** Reads a configuration. Never throws: what is not as it should be is left out (`collectorProblems` says it). */
export function readCollectorConfig(source: Source): CollectorConfig {
  const { documents, problems } = parseYaml(source)
  const root = documents[0]?.root
  const components = (section: string) =>
    new Map(
      entriesOf(child(root, section)).map(
        ([id, node, at]) => [id, { type: id.split('/', 1)[0] ?? id, node, at }] as const,
      ),
    )
  return {
    path: source.path,
    root,
    receivers: components('receivers'),
    processors: components('processors'),
    exporters: components('exporters'),
    connectors: components('connectors'),
    extensions: components('extensions'),
    pipelines: entriesOf(descend(root, 'service', 'pipelines')).map(([name, node, at]) => ({
      name,
      signal: name.split('/', 1)[0] ?? name,
      receivers: writtenItems(child(node, 'receivers')),
      processors: writtenItems(child(node, 'processors')),
      exporters: writtenItems(child(node, 'exporters')),
      at,
    })),
    extensionsInUse: writtenItems(descend(root, 'service', 'extensions')),
    at: entriesOf(root)[0]?.[2] ?? { path: source.path, start: 0, end: 0 },
    problems,
  }
}

/** Exporters that keep nothing: they print, or throw away. */
const DROPPING = new Set(['debug', 'logging', 'nop'])

/** Whether all that a pipeline takes in is printed or thrown away. Connectors lead to other pipelines. */
export function dropsEverything({ exporters }: CollectorPipeline, { connectors }: CollectorConfig): boolean {
  return (
    exporters.length > 0 &&
    exporters.every(({ text }) => DROPPING.has(text.split('/', 1)[0] ?? '') && !connectors.has(text))
  )
}
/**
 * What the Collector refuses at its start: a pipeline that names what is not defined, or has no receiver or exporter
 * (https://github.com/open-telemetry/opentelemetry-collector/blob/main/service/pipelines/config.go). Components of its
 * own that a distribution may lack are not looked for.
 */
export function collectorProblems(config: CollectorConfig): readonly Problem[] {
  const { receivers, processors, exporters, connectors, extensions } = config
  const problems: Problem[] = []
  const refuse = (at: Span, message: string) => problems.push({ at, message, kind: 'structure' })
  const defined = (
    list: readonly Written[],
    what: string,
    pipeline: string,
    ...maps: ReadonlyMap<string, unknown>[]
  ) => {
    for (const { text, at } of list)
      if (!maps.some(map => map.has(text)))
        refuse(at, `the pipeline ${pipeline} uses the ${what} ${text}, which is not defined`)
  }
  for (const pipeline of config.pipelines) {
    const { name, signal, at } = pipeline
    if (!/^(?:traces|metrics|logs|profiles)$/.test(signal)) refuse(at, `the pipeline ${name} is of no known signal`)
    if (pipeline.receivers.length === 0) refuse(at, `the pipeline ${name} has no receiver`)
    if (pipeline.exporters.length === 0) refuse(at, `the pipeline ${name} has no exporter`)
    defined(pipeline.receivers, 'receiver', name, receivers, connectors)
    defined(pipeline.processors, 'processor', name, processors)
    defined(pipeline.exporters, 'exporter', name, exporters, connectors)
  }
  for (const { text, at } of config.extensionsInUse)
    if (!extensions.has(text)) refuse(at, `the extension ${text} is not defined`)
  if (config.root && config.pipelines.length === 0) refuse(config.at, 'it has no pipeline')
  return problems
}
