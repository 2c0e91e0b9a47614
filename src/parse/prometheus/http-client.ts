import { child, type MapNode, textOf } from '../node.js'
import {
  anything,
  atMostOne,
  type Fields,
  flag,
  isGiven,
  list,
  mapOf,
  oneOf,
  record,
  refuse,
  type Shape,
  type ShapeLog,
  text,
} from '../strict.js'
import { parsePrometheusDuration } from './duration.js'

/** A duration, and longer than nothing where `positive`. */
export function duration(value: string): string | undefined {
  return parsePrometheusDuration(value) === undefined ? `"${value}" is not a valid duration string` : undefined
}

/** What Go's `url.Parse` refuses: https://pkg.go.dev/net/url#Parse */
export function goUrl(value: string): string | undefined {
  const problem = (why: string) => `"${value}" is no URL: ${why}`
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Go refuses
  if (/[\x00-\x1f\x7f]/.test(value)) return problem('invalid control character')
  if (/^:/.test(value)) return problem('missing protocol scheme')
  const [, scheme, rest = ''] = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(value) ?? []
  const path = scheme === undefined ? value : rest
  if (/%(?![0-9a-fA-F]{2})/.test(path.split(/[?#]/, 1)[0] ?? '')) return problem('invalid URL escape')
  if (scheme === undefined && /^[^/?#]*:/.test(value)) return problem('first path segment in URL cannot contain colon')
  const authority = /^\/\/([^/?#]*)/.exec(path)?.[1]
  const host = authority?.slice(authority.lastIndexOf('@') + 1)
  if (host === undefined) return undefined
  if (/[\s"<>\\^`{|}]/.test(host)) return problem('invalid character in host name')
  const port = /^(?:\[[^\]]*\]|[^:]*)(:.*)?$/s.exec(host)?.[1] ?? ''
  return /^(?::\d*)?$/.test(port) ? undefined : problem('invalid port after host')
}

/** An address as `net/url` of Go takes it. */
export const url = text(goUrl)
const secretMap = mapOf(record({ values: list(text()), secrets: list(text()), files: list(text()) }))

const tlsVersion = oneOf('TLS version', 'TLS10', 'TLS11', 'TLS12', 'TLS13')

/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#tls_config */
export const TLS: Shape = record(
  {
    ca: text(),
    ca_file: text(),
    ca_ref: text(),
    cert: text(),
    cert_file: text(),
    cert_ref: text(),
    key: text(),
    key_file: text(),
    key_ref: text(),
    server_name: text(),
    insecure_skip_verify: flag,
    min_version: tlsVersion,
    max_version: tlsVersion,
  },
  (node, log) => {
    for (const part of ['ca', 'cert', 'key']) atMostOne(node, log, part, `${part}_file`, `${part}_ref`)
    const has = (part: string) => ['', '_file', '_ref'].some(end => isGiven(node, part + end))
    if (has('cert') && !has('key')) refuse(log, node.at, 'a client certificate needs a key, in `key` or `key_file`')
    if (has('key') && !has('cert')) refuse(log, node.at, 'a client key needs a certificate, in `cert` or `cert_file`')
  },
)

const PROXY: Fields = {
  proxy_url: url,
  no_proxy: text(),
  proxy_from_environment: flag,
  proxy_connect_header: mapOf(list(text())),
}

function checkProxy(node: MapNode, log: ShapeLog): void {
  const fromEnvironment = /^(?:y|yes|true|on)$/i.test(textOf(child(node, 'proxy_from_environment')) ?? '')
  const hasUrl = isGiven(node, 'proxy_url')
  if (isGiven(node, 'proxy_connect_header') && !fromEnvironment && !hasUrl)
    refuse(log, node.at, 'proxy_connect_header needs proxy_url or proxy_from_environment')
  if (fromEnvironment && hasUrl) refuse(log, node.at, 'proxy_from_environment and proxy_url exclude each other')
  if (fromEnvironment && isGiven(node, 'no_proxy'))
    refuse(log, node.at, 'proxy_from_environment and no_proxy exclude each other')
  else if (isGiven(node, 'no_proxy') && !hasUrl) refuse(log, node.at, 'no_proxy needs proxy_url')
}

const OAUTH2 = record({
  ...Object.fromEntries(
    [
      'client_id',
      'client_secret',
      'client_secret_file',
      'client_secret_ref',
      'grant_type',
      'signature_algorithm',
      'iss',
      'audience',
      'token_url',
      'client_certificate_key_id',
      'client_certificate_key',
      'client_certificate_key_file',
      'client_certificate_key_ref',
    ].map(key => [key, text()]),
  ),
  claims: mapOf(anything),
  scopes: list(text()),
  endpoint_params: mapOf(text()),
  tls_config: TLS,
  ...PROXY,
})

/** Keys of the HTTP client in every section that has one: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#http_config */
export const HTTP_CLIENT: Fields = {
  basic_auth: record({
    username: text(),
    username_file: text(),
    username_ref: text(),
    password: text(),
    password_file: text(),
    password_ref: text(),
  }),
  authorization: record({ type: text(), credentials: text(), credentials_file: text(), credentials_ref: text() }),
  oauth2: OAUTH2,
  bearer_token: text(),
  bearer_token_file: text(),
  tls_config: TLS,
  follow_redirects: flag,
  enable_http2: flag,
  http_headers: secretMap,
  ...PROXY,
}

/** Rules across the keys of the HTTP client. */
export function checkHttpClient(node: MapNode, log: ShapeLog): void {
  const [basic, authorization, oauth] = ['basic_auth', 'authorization', 'oauth2'].map(key => child(node, key))
  const exists = (key: string) => child(node, key)?.kind === 'map'
  const given = ['basic_auth', 'authorization', 'oauth2'].filter(exists)
  if (given.length > 1) refuse(log, node.at, `at most one of ${given.join(', ')} must be configured`)
  atMostOne(node, log, 'bearer_token', 'bearer_token_file')
  if (given.length > 0 && (isGiven(node, 'bearer_token') || isGiven(node, 'bearer_token_file')))
    refuse(log, node.at, `${given[0]} and bearer_token exclude each other`)
  if (basic?.kind === 'map') {
    atMostOne(basic, log, 'username', 'username_file', 'username_ref')
    atMostOne(basic, log, 'password', 'password_file', 'password_ref')
  }
  if (authorization?.kind === 'map') {
    atMostOne(authorization, log, 'credentials', 'credentials_file', 'credentials_ref')
    if (/^\s*basic\s*$/i.test(textOf(child(authorization, 'type')) ?? ''))
      refuse(log, authorization.at, 'authorization of type "basic" is written as basic_auth')
  }
  if (oauth?.kind === 'map') {
    for (const key of ['client_id', 'token_url'])
      if (!isGiven(oauth, key)) refuse(log, oauth.at, `oauth2 ${key} must be configured`)
    atMostOne(oauth, log, 'client_secret', 'client_secret_file', 'client_secret_ref')
  }
  checkProxy(node, log)
  const headers = child(node, 'http_headers')
  for (const name of headers?.kind === 'map' ? headers.entries.keys() : [])
    if (RESERVED.has(name.toLowerCase())) refuse(log, node.at, `setting header "${name}" is not allowed`)
}

/** Headers that the client sets itself. */
const RESERVED = new Set(
  'authorization host content-encoding content-length content-type user-agent connection keep-alive proxy-authenticate proxy-authorization www-authenticate accept-encoding x-prometheus-remote-write-version x-prometheus-remote-read-version x-prometheus-scrape-timeout-seconds x-amz-date x-amz-security-token x-amz-content-sha256'.split(
    ' ',
  ),
)

/** An `http_config` section of its own. */
export const HTTP_CONFIG: Shape = record(HTTP_CLIENT, checkHttpClient)
