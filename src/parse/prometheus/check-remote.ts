import { child, textOf } from '../node.js'
import { anything, flag, isGiven, isNothing, list, mapOf, number, oneOf, record, refuse, text } from '../strict.js'
import { RELABELING } from './check-relabel.js'
import { parsePrometheusDuration } from './duration.js'
import { checkHttpClient, duration, HTTP_CLIENT, TLS, url } from './http-client.js'

/** Sizes as Prometheus writes them, `10MB`. */
export const SIZE = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:B|[KMGTPE]i?B))+)$/
const seconds = text(duration)

/** Headers of remote write and read that Prometheus sets itself. */
const RESERVED = new Set(
  'authorization host content-encoding content-length content-type user-agent connection keep-alive proxy-authenticate proxy-authorization www-authenticate accept-encoding x-prometheus-remote-write-version x-prometheus-remote-read-version x-amz-date x-amz-security-token x-amz-content-sha256'.split(
    ' ',
  ),
)
const headers = mapOf(text(), name =>
  RESERVED.has(name.toLowerCase()) ? `${name} is a reserved header. It must not be changed` : undefined,
)

const QUEUE = record(
  {
    capacity: number(),
    max_shards: number(),
    min_shards: number(),
    max_samples_per_send: number(),
    batch_send_deadline: seconds,
    min_backoff: seconds,
    max_backoff: seconds,
    retry_on_http_429: flag,
    sample_age_limit: seconds,
  },
  (node, log) => {
    const read = (key: string, fallback: number) => Number(textOf(child(node, key)) ?? fallback)
    for (const key of ['max_shards', 'min_shards', 'max_samples_per_send', 'capacity'])
      if (read(key, 1) <= 0) refuse(log, child(node, key)?.at ?? node.at, `remote write queue ${key} must be positive`)
    if (read('min_shards', 1) > read('max_shards', DEFAULT_SHARDS))
      refuse(log, node.at, 'remote write queue min_shards must not be greater than max_shards')
    const backoff = (key: string, fallback: number) =>
      parsePrometheusDuration(textOf(child(node, key)) ?? '') ?? fallback
    if (backoff('max_backoff', 5_000) < backoff('min_backoff', 30))
      refuse(log, node.at, 'remote write queue max_backoff must not be less than min_backoff')
  },
)
const DEFAULT_SHARDS = 50

/** An entry of `remote_write`. */
export const REMOTE_WRITE = record(
  {
    ...HTTP_CLIENT,
    url,
    remote_timeout: seconds,
    headers,
    write_relabel_configs: RELABELING,
    name: text(),
    send_exemplars: flag,
    send_native_histograms: flag,
    round_robin_dns: flag,
    protobuf_message: oneOf('protobuf message', 'prometheus.WriteRequest', 'io.prometheus.write.v2.Request'),
    failed_request_logging: flag,
    convert_nhcb_to_classic: flag,
    queue_config: QUEUE,
    metadata_config: record({ send: flag, send_interval: seconds, max_samples_per_send: number() }),
    sigv4: anything,
    azuread: anything,
    google_iam: anything,
  },
  (node, log) => {
    if (!node.entries.has('url') || isNothing(child(node, 'url'))) refuse(log, node.at, 'url for remote_write is empty')
    checkHttpClient(node, log)
    const auth = ['basic_auth', 'authorization', 'oauth2', 'sigv4', 'azuread', 'google_iam'].filter(key =>
      isGiven(node, key),
    )
    if (auth.length > 1) refuse(log, node.at, `at most one of ${auth.join(', ')} must be configured`)
  },
)

/** An entry of `remote_read`. */
export const REMOTE_READ = record(
  {
    ...HTTP_CLIENT,
    url,
    remote_timeout: seconds,
    chunked_read_limit: number(0),
    headers,
    read_recent: flag,
    name: text(),
    required_matchers: mapOf(text()),
    filter_external_labels: flag,
  },
  (node, log) => {
    if (!node.entries.has('url') || isNothing(child(node, 'url'))) refuse(log, node.at, 'url for remote_read is empty')
    checkHttpClient(node, log)
  },
)

const RETENTION = record({
  time: seconds,
  size: text(value => (SIZE.test(value) && !value.startsWith('-') ? undefined : `"${value}" is no size, such as 10GB`)),
  percentage: number(0),
})
/** `storage`. */
export const STORAGE = record({
  tsdb: record({
    out_of_order_time_window: seconds,
    stale_series_compaction_threshold: number(),
    chunk_encoding: record({ floats: oneOf('encoding', '', 'xor', 'xor2') }),
    retention: RETENTION,
  }),
  exemplars: record({ max_exemplars: number() }),
})

/** `tracing`. */
export const TRACING = record(
  {
    client_type: oneOf('client type', 'http', 'grpc'),
    endpoint: text(),
    sampling_fraction: number(),
    insecure: flag,
    tls_config: TLS,
    headers,
    compression: oneOf('compression', '', 'gzip'),
    timeout: seconds,
  },
  (node, log) => {
    if (!isGiven(node, 'endpoint')) refuse(log, node.at, 'tracing endpoint must be set')
  },
)

/** `otlp`. */
export const OTLP = record({
  promote_all_resource_attributes: flag,
  promote_resource_attributes: list(text()),
  ignore_resource_attributes: list(text()),
  translation_strategy: oneOf(
    'translation strategy',
    '',
    'UnderscoreEscapingWithSuffixes',
    'UnderscoreEscapingWithoutSuffixes',
    'NoTranslation',
    'NoUTF8EscapingWithSuffixes',
  ),
  keep_identifying_resource_attributes: flag,
  convert_histograms_to_nhcb: flag,
  promote_scope_metadata: flag,
  label_name_underscore_sanitization: flag,
  label_name_preserve_multiple_underscores: flag,
})
