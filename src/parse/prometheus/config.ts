import type { Source, Span } from '../../source.js'
import { child, descend, entriesOf, itemsOf, type Node, type Problem, textOf } from '../node.js'
import { parseYaml } from '../yaml.js'
import { type RelabelRule, relabel } from './relabel.js'
import { type TargetSources, targetSourcesOf, type WrittenTarget } from './targets.js'
import { type Written, writtenAt, writtenItems } from './written.js'

/** A configuration of Prometheus: https://prometheus.io/docs/prometheus/latest/configuration/configuration/ */
export interface PrometheusConfig {
  readonly path: string
  readonly root: Node | undefined
  readonly jobs: readonly ScrapeJob[]
  /** Patterns as written; relative ones are looked up beside the configuration. */
  readonly ruleFiles: readonly Written[]
  readonly scrapeConfigFiles: readonly Written[]
  readonly alertmanagers: readonly AlertmanagerEntry[]
  /** The key `alerting`, when it is there. */
  readonly alertingAt?: Span
  /** The URLs of `remote_write`. */
  readonly remoteWrites: readonly Written[]
  /** Where a finding about the whole file points: its first key. */
  readonly at: Span
  /** What is wrong with the YAML. */
  readonly problems: readonly Problem[]
}

/** An entry of `scrape_configs`. */
export interface ScrapeJob extends TargetSources {
  readonly name: string
  readonly scheme: string
  readonly metricsPath: string
  /** `params`, first value each. */
  readonly parameters: ReadonlyMap<string, string>
  /** It brings something that lets it in: a token, a password, a certificate, a header. */
  readonly hasCredentials: boolean
  /** The value of `job_name`; the whole job when it has none. */
  readonly at: Span
}

/** One entry of `alerting.alertmanagers`. */
export interface AlertmanagerEntry extends TargetSources {
  readonly scheme: string
  readonly at: Span
}

/** Reads a configuration. Never throws: what is not as it should be is left out (`checkPrometheusConfig` says it). */
export function readPrometheusConfig(source: Source): PrometheusConfig {
  const { documents, problems } = parseYaml(source)
  const root = documents[0]?.root
  const alerting = root?.kind === 'map' ? root.entries.get('alerting') : undefined
  const first = entriesOf(root)[0]?.[2]
  return {
    path: source.path,
    root,
    jobs: scrapeJobsOf(root),
    ruleFiles: writtenItems(child(root, 'rule_files')),
    scrapeConfigFiles: writtenItems(child(root, 'scrape_config_files')),
    alertmanagers: itemsOf(descend(root, 'alerting', 'alertmanagers')).map(node => ({
      ...targetSourcesOf(node),
      scheme: writtenAt(node, 'scheme')?.text ?? 'http',
      at: node.at,
    })),
    ...(alerting ? { alertingAt: alerting.keyAt } : {}),
    remoteWrites: itemsOf(child(root, 'remote_write')).flatMap(node => writtenAt(node, 'url') ?? []),
    at: first ?? { path: source.path, start: 0, end: 0 },
    problems,
  }
}

/** The jobs of a configuration, or of a file that `scrape_config_files` names. */
export function scrapeJobsOf(root: Node | undefined): readonly ScrapeJob[] {
  return itemsOf(child(root, 'scrape_configs')).map(node => {
    const name = writtenAt(node, 'job_name')
    return {
      ...targetSourcesOf(node),
      name: name?.text ?? '',
      scheme: writtenAt(node, 'scheme')?.text ?? 'http',
      metricsPath: writtenAt(node, 'metrics_path')?.text ?? '/metrics',
      parameters: new Map(
        entriesOf(child(node, 'params')).map(([key, value]) => [key, textOf(itemsOf(value)[0]) ?? ''] as const),
      ),
      hasCredentials: CREDENTIALS.some(key => child(node, key) !== undefined),
      at: name?.at ?? node.at,
    }
  })
}

const CREDENTIALS = [
  'authorization',
  'basic_auth',
  'bearer_token',
  'bearer_token_file',
  'oauth2',
  'tls_config',
  'http_headers',
  'params',
]

/** What a target comes to once it is relabeled. */
export interface ScrapeAddress {
  /** Without brackets. */
  readonly host: string
  /** Absent: the default of the scheme. */
  readonly port?: number
  readonly scheme: string
  readonly path: string
  /** `__param_target`: what an exporter is asked to probe. */
  readonly probed?: string
  readonly at: Span
}

/** The address that is asked; undefined when the rules drop the target, null when it cannot be told. */
export function addressOfTarget(
  target: WrittenTarget,
  job: Pick<ScrapeJob, 'scheme' | 'relabeling'> & Partial<Pick<ScrapeJob, 'name' | 'metricsPath' | 'parameters'>>,
): ScrapeAddress | undefined | null {
  const labels = new Map([
    ['job', job.name ?? ''],
    ['__scheme__', job.scheme],
    ['__metrics_path__', job.metricsPath ?? ''],
    ...[...(job.parameters ?? [])].map(([name, value]) => [`__param_${name}`, value] as const),
    ...target.labels,
    ['__address__', target.address],
  ])
  const after = relabel(labels, rulesFor(target, job.relabeling))
  if (after === 'dropped') return undefined
  if (after === 'unknown') return null
  const [, bracketed, bare, port] =
    /^(?:\[([^\]]+)\]|([^:[\]/]+))(?::(\d{1,5}))?$/.exec(after.get('__address__') ?? '') ?? []
  const host = bracketed ?? bare
  if (host === undefined) return null
  const probed = after.get('__param_target')
  return {
    host,
    ...(port === undefined ? {} : { port: Number(port) }),
    scheme: after.get('__scheme__') ?? 'http',
    path: after.get('__metrics_path__') ?? '',
    ...(probed === undefined ? {} : { probed }),
    at: target.at,
  }
}

/** Names from DNS stand for addresses that nobody knows, which labels of their own describe. */
function rulesFor(target: WrittenTarget, rules: readonly RelabelRule[]): readonly RelabelRule[] {
  return target.by === 'dns' ? rules.filter(rule => rule.action !== 'keep' && rule.action !== 'drop') : rules
}
