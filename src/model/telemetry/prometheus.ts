import { option } from '../../knowledge/arguments.js'
import {
  type AlertmanagerEntry,
  addressOfTarget,
  type PrometheusConfig,
  readPrometheusConfig,
  type ScrapeAddress,
  type ScrapeJob,
  scrapeJobsOf,
} from '../../parse/prometheus/config.js'
import { type TargetSources, targetsInFile, type WrittenTarget } from '../../parse/prometheus/targets.js'
import type { Written } from '../../parse/prometheus/written.js'
import { parseYaml } from '../../parse/yaml.js'
import { directoryOf } from '../../paths.js'
import type { Source, Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { ContainerFiles, FoundFiles } from '../container-files.js'
import type { HostAnswer, HostNames } from '../host-names.js'
import type { Workload } from '../system.js'
import { type ConfigurationPlace, configurationOf, type FoundConfiguration } from './configuration.js'

/** A production workload that collects metrics by a configuration of Prometheus: Prometheus itself, VictoriaMetrics, vmagent. */
export interface PrometheusServer {
  readonly workload: Workload
  readonly configuration: ServerConfiguration
  /** It only passes samples on, and evaluates no rules. */
  readonly forwardsOnly: boolean
}

/** See `FoundConfiguration`. */
export type ServerConfiguration = ReadConfiguration | Exclude<FoundConfiguration, { readonly state: 'read' }>

/** The configuration that a Prometheus is given. */
export interface ReadConfiguration {
  readonly state: 'read'
  readonly config: PrometheusConfig
  /** The text that it was read from. */
  readonly source: Source
  /** What brings it into the container. */
  readonly at: Span
  readonly jobs: readonly ResolvedJob[]
  readonly alertmanagers: readonly ResolvedAlertmanager[]
  readonly ruleFiles: readonly RuleFilePattern[]
}

/** A job with the targets that it comes to. */
export interface ResolvedJob extends ResolvedTargets {
  readonly job: ScrapeJob
}

/** An Alertmanager that a Prometheus is told to send to. */
export interface ResolvedAlertmanager extends ResolvedTargets {
  readonly entry: AlertmanagerEntry
}

interface ResolvedTargets {
  readonly targets: readonly ResolvedTarget[]
  /** False when something else than the repository adds targets: discovery, files that it does not hold. */
  readonly complete: boolean
}

/** An address that a Prometheus asks. */
export interface ResolvedTarget {
  /** Null: relabeling makes it something that is not evaluated here. */
  readonly address: ScrapeAddress | null
  /** Who answers there, asked from the server; absent without an address. */
  readonly answer?: HostAnswer
  /** As written. */
  readonly text: string
  readonly at: Span
}

/** An entry of `rule_files`, and what it matches in the container. */
export interface RuleFilePattern {
  readonly written: Written
  /** Absolute. */
  readonly pattern: string
  readonly found: FoundFiles
}

/** The servers among production workloads, each with its configuration. */
export function prometheusServersOf(
  workloads: readonly Workload[],
  tree: Tree,
  names: HostNames,
): readonly PrometheusServer[] {
  return workloads.flatMap(workload => {
    const place = placeOf(workload)
    if (!place) return []
    const found = configurationOf(workload, place, tree)
    const configuration =
      found.state === 'read' ? readConfiguration(found.file, { workload, files: found.files, names }) : found
    const { argv } = workload.start ?? {}
    const features = option(argv, 'enable-feature')
    const agent = option(argv, 'agent').given === 'yes' || (features.given === 'yes' && features.value === 'agent')
    const forwardsOnly = agent || workload.software?.id !== 'prometheus'
    return [{ workload, configuration, forwardsOnly }]
  })
}

/** Where each image starts it with: https://github.com/prometheus/prometheus/blob/main/Dockerfile */
const PROMETHEUS: ConfigurationPlace = {
  program: /^prometheus$/,
  flag: 'config.file',
  defaults: { official: '/etc/prometheus/prometheus.yml', bitnami: '/opt/bitnami/prometheus/conf/prometheus.yml' },
  // `prometheus.yml` in the working directory of the image.
  withoutFlag: '/prometheus/prometheus.yml',
}
/** https://docs.victoriametrics.com/victoriametrics/vmagent/#how-to-collect-metrics-in-prometheus-format */
const VICTORIA: ConfigurationPlace = { program: /^v/, flag: 'promscrape.config', defaults: { official: '' } }

/** Undefined for what scrapes by no configuration of this kind. */
function placeOf({ software, start }: Workload): ConfigurationPlace | undefined {
  if (software?.id === 'prometheus') return PROMETHEUS
  if (software?.id !== 'victoriametrics' && software?.id !== 'vmagent') return undefined
  return option(start?.argv, VICTORIA.flag).given === 'no' ? undefined : VICTORIA
}

/** Where a configuration is in force. */
interface Surroundings {
  readonly workload: Workload
  readonly files: ContainerFiles
  readonly names: HostNames
}

function readConfiguration(
  file: { readonly path: string; readonly source: Source; readonly at: Span },
  surroundings: Surroundings,
): ReadConfiguration {
  const config = readPrometheusConfig(file.source)
  const directory = directoryOf(file.path)
  const more = config.scrapeConfigFiles.map(({ text }) => surroundings.files.match(absolute(text, directory)))
  const included = more.flatMap(found =>
    found.files.flatMap(({ path, source }) =>
      scrapeJobsOf(parseYaml(source).documents[0]?.root).map(job => ({ job, directory: directoryOf(path) })),
    ),
  )
  const jobs = [...config.jobs.map(job => ({ job, directory })), ...included]
  return {
    state: 'read',
    config,
    source: file.source,
    at: file.at,
    jobs: jobs.map(one => ({ job: one.job, ...targetsOf(one.job, one.directory, surroundings) })),
    alertmanagers: config.alertmanagers.map(entry => ({ entry, ...targetsOf(entry, directory, surroundings) })),
    ruleFiles: config.ruleFiles.map(written => {
      const pattern = absolute(written.text, directory)
      return { written, pattern, found: surroundings.files.match(pattern) }
    }),
  }
}

function absolute(path: string, directory: string): string {
  return path.startsWith('/') ? path : `${directory}/${path}`
}

/** Targets of one job beyond which no more are looked at. */
const MOST_TARGETS = 1_000

function targetsOf(
  sources: TargetSources & { readonly scheme: string },
  directory: string,
  { workload, files, names }: Surroundings,
): ResolvedTargets {
  let complete = sources.discovered.length === 0
  const written: WrittenTarget[] = [...sources.targets]
  for (const pattern of sources.files) {
    const found = files.match(absolute(pattern.text, directory))
    if (found.hidden || found.files.length === 0) complete = false
    for (const file of found.files) written.push(...targetsInFile(file.source))
  }
  const targets = written.slice(0, MOST_TARGETS).flatMap((target): readonly ResolvedTarget[] => {
    const address = addressOfTarget(target, sources)
    if (address === undefined) return []
    const answer = address && names.answer(address.host, address.port, workload)
    return [{ address, ...(answer ? { answer } : {}), text: target.address, at: target.at }]
  })
  return { targets, complete }
}
