import { LOG_COLLECTORS } from '../../knowledge/observability.js'
import { dropsEverything } from '../../parse/otel-collector.js'
import { knownValue, type Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { containerFilesOf } from '../container-files.js'
import type { Workload } from '../system.js'
import type { CollectorServer } from './collectors.js'

/** A workload that collects logs of others. */
export interface LogCollector {
  readonly workload: Workload
  /** `host`: it reads what the containers of the host write · `network`: it takes what is sent to it · `off`: logs are switched off. */
  readonly takes: 'host' | 'network' | 'off'
  /** Where all that it takes is printed or thrown away. */
  readonly drops?: Span
  /** How many places its configuration sends to, where it names all of them; absent: not known, or it does something else. */
  readonly sendsOnly?: number
}

/** The log collectors among production workloads. */
export function logCollectorsOf(
  workloads: readonly Workload[],
  collectors: readonly CollectorServer[],
  tree: Tree,
): readonly LogCollector[] {
  return workloads.flatMap((workload): readonly LogCollector[] => {
    const id = workload.software?.id ?? ''
    if (!LOG_COLLECTORS.has(id) && id !== 'signoz-otel-collector') return []
    const otel = collectors.find(collector => collector.workload === workload)
    if (otel) return otelLogs(otel)
    const drops = dropsIn(workload, id, tree)
    return [{ workload, takes: takes(workload, id), ...(drops ? { drops } : {}) }]
  })
}

/** Agents that watch a whole host once they run there. */
const WHOLE_HOST = new Set(['newrelic-agent', 'dynatrace-agent', 'instana-agent', 'elastic-agent'])
/** Where the logs of containers and of the host lie: https://docs.docker.com/engine/logging/drivers/json-file/ */
const HOST_LOGS =
  /docker\.sock$|podman\.sock$|^\/var\/lib\/docker(?:\/|$)|^\/var\/log(?:\/|$)|^\/run\/log\/journal|^\/$|containerd/

function takes(workload: Workload, id: string): LogCollector['takes'] {
  if (id === 'datadog-agent') {
    // https://docs.datadoghq.com/containers/docker/log/
    const enabled = workload.environment.get('DD_LOGS_ENABLED')
    return enabled && (!enabled.value.known || /^(?:true|1|yes)$/i.test(enabled.value.value)) ? 'host' : 'off'
  }
  if (WHOLE_HOST.has(id)) return 'host'
  const reads = workload.mounts.some(
    ({ source, target }) => HOST_LOGS.test(knownValue(source) ?? '') || HOST_LOGS.test(knownValue(target) ?? ''),
  )
  return reads || workload.pod?.kind === 'DaemonSet' ? 'host' : 'network'
}

/** A collector without a pipeline for logs is no collector of logs. */
function otelLogs({ workload, configuration }: CollectorServer): readonly LogCollector[] {
  if (configuration.state !== 'read') return configuration.state === 'unknown' ? [{ workload, takes: 'network' }] : []
  const { config } = configuration
  const pipelines = config.pipelines.filter(({ signal }) => signal === 'logs')
  if (pipelines.length === 0) return []
  const reads = pipelines.some(({ receivers }) =>
    receivers.some(({ text }) => /^(?:filelog|journald|container)/.test(text)),
  )
  const dropped = pipelines.every(pipeline => dropsEverything(pipeline, config)) ? pipelines[0] : undefined
  const drops = dropped?.exporters[0]?.at ?? dropped?.at
  return [{ workload, takes: reads ? 'host' : 'network', ...(drops ? { drops } : {}) }]
}

/** The configuration of a collector and how its outputs are written. */
interface OutputForm {
  readonly paths: readonly string[]
  readonly output: RegExp
  /** Names of outputs that keep nothing. */
  readonly dropping: RegExp
}

const FORMS: Readonly<Record<string, OutputForm>> = {
  // https://docs.fluentd.org/output
  fluentd: {
    paths: ['/fluentd/etc/fluent.conf'],
    output: /^[ \t]*<(?:match|store)\b[^>]*>\s*(?:#[^\n]*\s*)*@?type[ \t]+"?(\w+)/gm,
    dropping: /^(?:stdout|null)$/,
  },
  // https://docs.fluentbit.io/manual/data-pipeline/outputs
  'fluent-bit': {
    paths: ['/fluent-bit/etc/fluent-bit.conf', '/fluent-bit/etc/fluent-bit.yaml'],
    output: /^[ \t]*\[OUTPUT\]\s*(?:#[^\n]*\s*)*name[ \t]+(\w+)/gim,
    dropping: /^(?:stdout|null)$/i,
  },
  // https://www.elastic.co/docs/reference/logstash/plugins/output-plugins
  logstash: {
    paths: ['/usr/share/logstash/pipeline/logstash.conf'],
    output: /^[ \t]*output\s*\{\s*(\w+)/gm,
    dropping: /^stdout$/,
  },
}

/** Set when every output that its configuration names keeps nothing. */
function dropsIn(workload: Workload, id: string, tree: Tree): Span | undefined {
  const form = FORMS[id]
  if (!form) return undefined
  const files = containerFilesOf(workload, tree)
  for (const path of form.paths) {
    const found = files.find(path)
    if (found.state !== 'file') continue
    const { source } = found.file
    if (/^[ \t]*@include\b/im.test(source.text)) return undefined
    const outputs = [...source.text.matchAll(form.output)]
    const [first] = outputs
    if (!first || !outputs.every(([, name = '']) => form.dropping.test(name))) return undefined
    return { path: source.path, start: first.index, end: first.index + first[0].length }
  }
  return undefined
}
