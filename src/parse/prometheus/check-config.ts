import type { Source } from '../../source.js'
import { child, descend, itemsOf, type MapNode, type Node, type Problem, textOf } from '../node.js'
import {
  anything,
  type Fields,
  flag,
  isGiven,
  itemsAt,
  list,
  mapOf,
  number,
  oneOf,
  record,
  refuse,
  type Shape,
  type ShapeLog,
  shapeProblems,
  text,
} from '../strict.js'
import { RELABELING } from './check-relabel.js'
import { OTLP, REMOTE_READ, REMOTE_WRITE, SIZE, STORAGE, TRACING } from './check-remote.js'
import { DISCOVERY } from './discovery.js'
import { parsePrometheusDuration } from './duration.js'
import { checkHttpClient, duration, HTTP_CLIENT } from './http-client.js'

/**
 * What Prometheus 3 refuses in its configuration, beyond what is no YAML
 * (https://prometheus.io/docs/prometheus/latest/configuration/configuration/). Files that it names are not looked for; mechanisms
 * of discovery that few use are only known by name.
 */
export function checkPrometheusConfig(source: Source, root: Node | undefined): readonly Problem[] {
  return shapeProblems(source, root, CONFIG)
}

const seconds = text(duration)
const PROTOCOLS = [
  'PrometheusProto',
  'PrometheusText0.0.4',
  'PrometheusText1.0.0',
  'OpenMetricsText0.0.1',
  'OpenMetricsText1.0.0',
  'OpenMetricsText2.0.0',
]
const protocol = oneOf('scrape protocol', ...PROTOCOLS)

const size = text(value => (SIZE.test(value) ? undefined : `"${value}" is no size, such as 10MB`))

/** Keys that `global` and a job have in common. */
const SCRAPING: Fields = {
  scrape_interval: seconds,
  scrape_timeout: seconds,
  scrape_protocols: protocols,
  scrape_failure_log_file: text(),
  body_size_limit: size,
  sample_limit: number(0),
  target_limit: number(0),
  label_limit: number(0),
  label_name_length_limit: number(0),
  label_value_length_limit: number(0),
  keep_dropped_targets: number(0),
  metric_name_validation_scheme: oneOf('name validation scheme', '', 'utf8', 'legacy'),
  metric_name_escaping_scheme: oneOf('name escaping scheme', '', 'allow-utf-8', 'underscores', 'dots', 'values'),
  scrape_native_histograms: flag,
  convert_classic_histograms_to_nhcb: flag,
  always_scrape_classic_histograms: flag,
  extra_scrape_metrics: flag,
}

function protocols(node: Node, log: ShapeLog): void {
  list(protocol)(node, log)
  const names = itemsOf(node).map(item => (textOf(item) ?? '').toLowerCase())
  if (node.kind === 'list' && names.length === 0) refuse(log, node.at, 'scrape_protocols cannot be empty')
  if (new Set(names).size < names.length) refuse(log, node.at, 'duplicated protocol in scrape_protocols')
}

const GLOBAL = record(
  {
    ...SCRAPING,
    evaluation_interval: seconds,
    rule_query_offset: seconds,
    query_log_file: text(),
    query_max_series: number(0),
    query_max_samples_read: number(0),
    query_max_duration: seconds,
    external_labels: mapOf(text()),
  },
  (node, log) => {
    const [interval, timeout] = intervals(node)
    if (timeout > (interval || MINUTE))
      refuse(log, at(node, 'scrape_timeout'), 'global scrape timeout greater than scrape interval')
    if (legacy(node))
      for (const name of keysOf(child(node, 'external_labels')))
        if (!LEGACY_LABEL.test(name)) refuse(log, at(node, 'external_labels'), `"${name}" is not a valid label name`)
  },
)

const MINUTE = 60_000
const _DEFAULT_TIMEOUT = 10_000
const LEGACY_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/

function legacy(node: Node | undefined): boolean {
  return textOf(child(node, 'metric_name_validation_scheme')) === 'legacy'
}

function keysOf(node: Node | undefined): readonly string[] {
  return node?.kind === 'map' ? [...node.entries.keys()] : []
}

function at(node: MapNode, key: string) {
  return node.entries.get(key)?.node.at ?? node.at
}

/** Interval and timeout in milliseconds; zero where none is written. */
function intervals(node: Node): readonly [number, number] {
  const read = (key: string) => parsePrometheusDuration(textOf(child(node, key)) ?? '0') ?? 0
  return [read('scrape_interval'), read('scrape_timeout')]
}

const JOB = record(
  {
    ...HTTP_CLIENT,
    ...SCRAPING,
    ...DISCOVERY,
    job_name: text(),
    honor_labels: flag,
    honor_timestamps: flag,
    track_timestamps_staleness: flag,
    params: mapOf(list(text())),
    fallback_scrape_protocol: oneOf('scrape protocol', '', ...PROTOCOLS),
    metrics_path: text(),
    scheme: text(),
    enable_compression: flag,
    native_histogram_bucket_limit: number(0),
    native_histogram_min_bucket_factor: number(),
    relabel_configs: RELABELING,
    metric_relabel_configs: RELABELING,
  },
  (node, log) => {
    if (!isGiven(node, 'job_name')) refuse(log, node.at, 'job_name is empty')
    checkHttpClient(node, log)
    checkAddresses(node, log)
  },
)
const JOBS = list(JOB, 'empty or null scrape config section')

/** URLs are not addresses; relabeling may make them some. */
function checkAddresses(node: MapNode, log: ShapeLog): void {
  if (itemsAt(node, 'relabel_configs').length > 0) return
  for (const group of itemsAt(node, 'static_configs'))
    for (const target of itemsOf(child(group, 'targets')))
      if (textOf(target)?.includes('/')) refuse(log, target.at, `"${textOf(target)}" is not a valid hostname`)
}

const ALERTMANAGER = record(
  {
    ...HTTP_CLIENT,
    ...DISCOVERY,
    sigv4: anything,
    scheme: text(),
    path_prefix: text(),
    timeout: seconds,
    api_version: text(value =>
      value === 'v2' ? undefined : `expected Alertmanager api version to be one of [v2] but got ${value}`,
    ),
    relabel_configs: RELABELING,
    alert_relabel_configs: RELABELING,
  },
  (node, log) => {
    checkHttpClient(node, log)
    checkAddresses(node, log)
    const given = ['basic_auth', 'authorization', 'oauth2'].some(key => isGiven(node, key))
    if (given && isGiven(node, 'sigv4'))
      refuse(log, node.at, 'at most one of basic_auth, authorization, oauth2, & sigv4 must be configured')
  },
)

/** A star only in the last part of the path. */
const patterns = list(text(value => (/^[^*]*(?:\*[^/]*)?$/.test(value) ? undefined : `invalid file path "${value}"`)))

const CONFIG: Shape = record(
  {
    global: GLOBAL,
    runtime: record({ gogc: number(), log_level: oneOf('log level', 'debug', 'info', 'warn', 'error') }),
    alerting: record({ alert_relabel_configs: RELABELING, alertmanagers: list(ALERTMANAGER) }),
    rule_files: patterns,
    scrape_config_files: patterns,
    scrape_configs: JOBS,
    storage: STORAGE,
    tracing: TRACING,
    remote_write: list(REMOTE_WRITE, 'empty or null remote write config section'),
    remote_read: list(REMOTE_READ, 'empty or null remote read config section'),
    otlp: OTLP,
  },
  (node, log) => {
    checkTimeouts(node, log)
    for (const [section, key, what] of NAMED) {
      const seen = new Set<string>()
      for (const item of itemsAt(node, section)) {
        const name = textOf(child(item, key)) ?? ''
        if (name !== '' && seen.has(name)) refuse(log, item.at, `found multiple ${what} with job name "${name}"`)
        seen.add(name)
      }
    }
  },
)

const NAMED = [
  ['scrape_configs', 'job_name', 'scrape configs'],
  ['remote_write', 'name', 'remote write configs'],
  ['remote_read', 'name', 'remote read configs'],
] as const

/** A timeout of a job is held against its own interval, else the global one. */
function checkTimeouts(node: MapNode, log: ShapeLog): void {
  const global = child(node, 'global')
  const [globalInterval] = global ? intervals(global) : [0, 0]
  for (const job of itemsAt(node, 'scrape_configs')) {
    const [interval, timeout] = intervals(job)
    if (timeout > (interval || globalInterval || MINUTE))
      refuse(
        log,
        descend(job, 'scrape_timeout')?.at ?? job.at,
        `scrape timeout greater than scrape interval for scrape config with job name "${textOf(child(job, 'job_name')) ?? ''}"`,
      )
  }
}
