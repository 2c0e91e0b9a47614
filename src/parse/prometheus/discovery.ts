import { child, type MapNode, textOf } from '../node.js'
import {
  anything,
  type Fields,
  flag,
  isGiven,
  isNothing,
  itemsAt,
  list,
  mapOf,
  number,
  oneOf,
  record,
  refuse,
  type Shape,
  type ShapeLog,
  text,
} from '../strict.js'
import { checkHttpClient, duration, goUrl, HTTP_CLIENT, url } from './http-client.js'

/** What `…_sd_configs` takes, by mechanism, as far as it is checked: https://prometheus.io/docs/prometheus/latest/configuration/configuration/ */
const DNS = record(
  { names: list(text()), refresh_interval: text(duration), type: text(), port: number() },
  (node, log) => {
    if (itemsAt(node, 'names').length === 0)
      refuse(log, node.at, 'DNS-SD config must contain at least one SRV record name')
    const type = (textOf(child(node, 'type')) ?? 'SRV').toUpperCase()
    if (!/^(?:SRV|A|AAAA|MX|NS)$/.test(type)) refuse(log, node.at, `invalid DNS-SD records type ${type}`)
    else if (type !== 'SRV' && Number(textOf(child(node, 'port')) ?? 0) === 0)
      refuse(log, node.at, 'a port is required in DNS-SD configs for all record types except SRV')
  },
)

/** The end of the path: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#file_sd_config */
const FILE_NAME = /^[^*]*(?:\*[^/]*)?\.(?:json|yml|yaml|JSON|YML|YAML)$/
const FILE = record(
  {
    files: list(
      text(name => (FILE_NAME.test(name) ? undefined : `path name "${name}" is not valid for file discovery`)),
    ),
    refresh_interval: text(duration),
  },
  (node, log) => {
    if (itemsAt(node, 'files').length === 0)
      refuse(log, node.at, 'file service discovery config must contain at least one path name')
  },
)

const HTTP = record({ ...HTTP_CLIENT, refresh_interval: text(duration), url: text() }, (node, log) => {
  checkHttpClient(node, log)
  const value = textOf(child(node, 'url')) ?? ''
  const problem = value === '' ? 'URL is missing' : goUrl(value)
  if (problem !== undefined) refuse(log, node.at, problem)
  else if (!/^https?:/i.test(value)) refuse(log, node.at, "URL scheme must be 'http' or 'https'")
  else if (!/^https?:\/\/[^/?#]/i.test(value)) refuse(log, node.at, 'host is missing in URL')
})

const CONSUL_TEXTS = [
  'server',
  'path_prefix',
  'token',
  'datacenter',
  'namespace',
  'partition',
  'tag_separator',
  'scheme',
  'username',
  'password',
  'filter',
  'health_filter',
]
const CONSUL = record(
  {
    ...HTTP_CLIENT,
    ...Object.fromEntries(CONSUL_TEXTS.map(key => [key, text()])),
    allow_stale: flag,
    refresh_interval: text(duration),
    services: list(text()),
    tags: list(text()),
    node_meta: mapOf(text()),
  },
  (node, log) => {
    const server = child(node, 'server')
    if (server && !isNothing(server) && (textOf(server) ?? '').trim() === '')
      refuse(log, node.at, 'consul SD configuration requires a server address')
    if ((isGiven(node, 'username') || isGiven(node, 'password')) && isGiven(node, 'basic_auth'))
      refuse(
        log,
        node.at,
        'at most one of consul SD configuration username and password and basic auth can be configured',
      )
    if (isGiven(node, 'token') && (isGiven(node, 'authorization') || isGiven(node, 'oauth2')))
      refuse(log, node.at, 'at most one of consul SD token, authorization, or oauth2 can be configured')
    checkHttpClient(node, log)
  },
)

const FILTERS = list(record({ name: text(), values: list(text()) }))
const DOCKER_FIELDS: Fields = {
  ...HTTP_CLIENT,
  host: text(goUrl),
  port: number(),
  filters: FILTERS,
  refresh_interval: text(duration),
}

function needsHost(node: MapNode, log: ShapeLog): void {
  if (!isGiven(node, 'host')) refuse(log, node.at, 'host missing')
  checkHttpClient(node, log)
}

const DOCKER = record({ ...DOCKER_FIELDS, host_networking_host: text(), match_first_network: flag }, needsHost)
const SWARM = record({ ...DOCKER_FIELDS, role: oneOf('role', 'services', 'nodes', 'tasks') }, (node, log) => {
  needsHost(node, log)
  if (!isGiven(node, 'role')) refuse(log, node.at, 'role missing (one of: tasks, services, nodes)')
})

const ROLES = ['node', 'pod', 'service', 'endpoints', 'endpointslice', 'ingress']
/** Which selectors each role takes. */
const SELECTORS: Readonly<Record<string, readonly string[]>> = {
  node: ['node'],
  pod: ['pod', 'node'],
  service: ['service'],
  endpoints: ['endpoints', 'pod', 'service', 'node'],
  endpointslice: ['endpointslice', 'pod', 'service', 'node'],
  ingress: ['ingress'],
}
const role = oneOf('Kubernetes SD role', ...ROLES)
const KUBERNETES = record(
  {
    ...HTTP_CLIENT,
    api_server: url,
    role,
    kubeconfig_file: text(),
    namespaces: record({ own_namespace: flag, names: list(text()) }),
    selectors: list(record({ role, label: text(), field: text() })),
    attach_metadata: record({ node: flag, namespace: flag, deployment: flag, job: flag, cronjob: flag }),
  },
  checkKubernetes,
)

function checkKubernetes(node: MapNode, log: ShapeLog): void {
  const own = textOf(child(node, 'role')) ?? ''
  if (own === '') refuse(log, node.at, `role missing (one of: ${ROLES.join(', ')})`)
  checkHttpClient(node, log)
  const client = Object.keys(HTTP_CLIENT).filter(key => isGiven(node, key))
  const [server, file] = [isGiven(node, 'api_server'), isGiven(node, 'kubeconfig_file')]
  const ownNamespace = /^(?:y|yes|true|on)$/i.test(textOf(child(child(node, 'namespaces'), 'own_namespace')) ?? '')
  if (server && file) refuse(log, node.at, "cannot use 'kubeconfig_file' and 'api_server' simultaneously")
  else if (file && client.length > 0)
    refuse(log, node.at, "cannot use a custom HTTP client configuration together with 'kubeconfig_file'")
  else if (!server && !file && client.some(key => !isDefault(node, key)))
    refuse(log, node.at, "to use custom HTTP client configuration please provide the 'api_server' URL explicitly")
  if ((server || file) && ownNamespace)
    refuse(log, node.at, "cannot use 'namespaces.own_namespace' with 'api_server' or 'kubeconfig_file'")
  const roles = itemsAt(node, 'selectors').map(item => textOf(child(item, 'role')) ?? '')
  for (const [index, one] of roles.entries()) {
    if (roles.indexOf(one) < index) refuse(log, node.at, `duplicated selector role: ${one}`)
    else if (SELECTORS[own] && !SELECTORS[own].includes(one))
      refuse(log, node.at, `${own} role supports only ${SELECTORS[own].join(', ')} selectors`)
  }
}

/** `follow_redirects: true` and `enable_http2: true` change nothing. */
function isDefault(node: MapNode, key: string): boolean {
  return (
    (key === 'follow_redirects' || key === 'enable_http2') &&
    /^(?:y|yes|true|on)$/i.test(textOf(child(node, key)) ?? '')
  )
}

const STATIC = record({
  targets: list(text()),
  labels: mapOf(text(), name => (name === '' ? 'a label has no name' : undefined)),
})

const OTHERS =
  'aws azure digitalocean ec2 ecs elasticache eureka gce hetzner ionos kuma lightsail linode marathon msk nerve nomad oci openstack outscale ovhcloud puppetdb rds scaleway serverset stackit triton uyuni vultr'
const CHECKED: Readonly<Record<string, Shape>> = {
  consul: CONSUL,
  dns: DNS,
  docker: DOCKER,
  dockerswarm: SWARM,
  file: FILE,
  http: HTTP,
  kubernetes: KUBERNETES,
}

/** Every `…_sd_configs` key, and `static_configs`. */
export const DISCOVERY: Fields = {
  static_configs: list(STATIC, 'empty or null section in static_configs'),
  ...Object.fromEntries(
    [...Object.entries(CHECKED), ...OTHERS.split(' ').map(name => [name, anything] as const)].map(([name, shape]) => [
      `${name}_sd_configs`,
      list(shape, `empty or null section in ${name}_sd_configs`),
    ]),
  ),
}
