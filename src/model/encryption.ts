import type { KubernetesObject } from '../parse/kubernetes/object.js'
import { child, descend, type Node, textOf } from '../parse/node.js'
import { knownValue, type Span } from '../source.js'
import type { Tree } from '../tree.js'
import type { Cluster } from './cluster.js'
import { entriesOf, itemsOf } from './read-node.js'
import type { ReverseProxy } from './reverse-proxy.js'
import type { PublishedPort, Workload } from './system.js'

/** What encrypts the traffic of users, as far as the repository and its configuration tell. */
export interface Encryption {
  /** The configuration says that somebody in front of the system does. */
  readonly upstream: boolean
  /** Whatever does for others. Empty: nothing. Which entry each of them covers is for `encryptionOfEntries` to tell. */
  readonly by: readonly Encrypting[]
  /** Ids of workloads that encrypt for themselves alone. */
  readonly own: ReadonlySet<string>
}

/** Something that encrypts what it lets in. */
export type Encrypting = { readonly at: Span } & (
  | { readonly kind: 'proxy'; readonly proxy: ReverseProxy }
  /** A tunnel to a provider, a companion that gets certificates for proxies, a proxy with a port for it that is not read. */
  | { readonly kind: 'tunnel' | 'companion' | 'port'; readonly workload: Workload }
  | { readonly kind: 'object'; readonly object: KubernetesObject; readonly cluster: Cluster }
  /** In front of all: infrastructure as code, a platform, what is set up on the host. */
  | { readonly kind: 'outside' }
)

interface Parts {
  readonly workloads: readonly Workload[]
  readonly proxies: readonly ReverseProxy[]
  readonly clusters: readonly Cluster[]
}

/** Looks for whatever encrypts; scripts for the host are only looked at when the deployments have nothing. */
export function encryptionOf(tree: Tree, { workloads, proxies, clusters }: Parts, upstream = false): Encryption {
  const found: readonly Encrypting[] = [
    ...proxies.flatMap(proxy => (proxy.weight > 0 ? listenersWithTls(proxy) : [])),
    ...workloads.flatMap(workload => encryptsForOthers(workload, proxies)),
    ...clusters.flatMap(cluster =>
      cluster.objects.flatMap(object =>
        isEncrypted(object) ? [{ kind: 'object' as const, object, cluster, at: object.at }] : [],
      ),
    ),
  ]
  const own = workloads.filter(encryptsItself).map(({ id }) => id)
  const outside = upstream ? [] : setUpElsewhere(tree, found.length === 0)
  return { upstream, by: [...found, ...outside], own: new Set(own) }
}

function listenersWithTls(proxy: ReverseProxy): readonly Encrypting[] {
  return proxy.listeners.filter(({ tls }) => tls).map(({ at }) => ({ kind: 'proxy', proxy, at }))
}

/** Tunnels to a provider that encrypts, by the name of their image. */
const TUNNELS = ['cloudflared', 'ngrok', 'tailscale', 'localtunnel', 'inlets']
/** Companions that ask for certificates and hand them to a proxy. */
const COMPANIONS = new Set(['acme-companion', 'letsencrypt-nginx-proxy-companion', 'acme.sh', 'swag'])
/** Variables by which programs are told to encrypt. */
const CERTIFICATE = /(?:^|_)(?:SSL|TLS|HTTPS)_?(?:CERT|CERTIFICATE|KEY|KEYFILE|CERTFILE|PORT|ENABLED|ON)\b|^HTTPS$/
const TLS_PORTS = new Set([443, 8443])

/** A tunnel, a companion, or a proxy whose configuration is not read and that has a port for it: Caddy, Envoy, Kong … */
function encryptsForOthers(workload: Workload, proxies: readonly ReverseProxy[]): readonly Encrypting[] {
  const repository = knownValue(workload.image?.reference)?.repository ?? ''
  const name = repository.slice(repository.lastIndexOf('/') + 1)
  if (COMPANIONS.has(name)) return [{ kind: 'companion', workload, at: workload.at }]
  if (mayTunnel(repository) && isTunnel(workload)) return [{ kind: 'tunnel', workload, at: workload.at }]
  if (workload.role !== 'proxy' || proxies.some(proxy => proxy.workloads.includes(workload))) return []
  const port = workload.published.find(isForTls)
  return port ? [{ kind: 'port', workload, at: port.at }] : []
}

/** One of these at the beginning of a part of the name, as a word of its own: `cloudflare/cloudflared`, `ngrok-agent`. */
function mayTunnel(repository: string): boolean {
  return repository
    .split('/')
    .some(part => TUNNELS.some(tool => part.startsWith(tool) && !/^\w/.test(part.slice(tool.length))))
}

/** cloudflared also resolves names: what makes it a tunnel is its command or its token. */
function isTunnel({ start, environment }: Workload): boolean {
  if (start && /\b(?:tunnel|http|serve|funnel)\b/.test(start.text) && !/proxy-dns/.test(start.text)) return true
  return ['TUNNEL_TOKEN', 'NGROK_AUTHTOKEN', 'TS_AUTHKEY'].some(name => environment.has(name))
}

/** A program with a port or a certificate of its own. */
function encryptsItself({ role, published, environment }: Workload): boolean {
  if (role !== 'user-facing') return false
  if (published.some(isForTls)) return true
  return [...environment.values()].some(
    ({ name, value }) => CERTIFICATE.test(name) && !(value.known && /^(?:|0|false|no|off)$/i.test(value.value)),
  )
}

function isForTls(port: PublishedPort): boolean {
  return [port.container, port.host].some(one => one?.known === true && TLS_PORTS.has(one.value))
}

/** Kinds that are there for certificates alone; what issues them encrypts nothing yet. */
const CERTIFICATES = /^(?:Certificate|ManagedCertificate)$/

/**
 * What means nothing on an Ingress without `tls`: cert-manager asks for the certificates of `tls` (https://cert-manager.io/docs/usage/ingress/),
 * and ingress-nginx redirects by `ssl-redirect` where there is one. `force-ssl-redirect` is for what ends TLS in front of it:
 * https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#server-side-https-enforcement-through-redirect
 */
const NEEDS_TLS =
  /^(?:(?:acme\.)?cert-manager\.io\/|certmanager\.k8s\.io\/|kubernetes\.io\/tls-acme$|nginx\.ingress\.kubernetes\.io\/ssl-redirect$)/

/** Whether an object of a cluster encrypts what users send: an Ingress or route with `tls`, a listener, a load balancer. */
function isEncrypted({ kind, node }: KubernetesObject): boolean {
  if (CERTIFICATES.test(kind)) return true
  const annotations = entriesOf(descend(node, 'metadata', 'annotations'))
  const isTold = ([name, value]: (typeof annotations)[number]) =>
    /ssl-cert|pre-shared-cert|certificate|cert-manager\.io|ssl-redirect|ssl-passthrough|tls/i.test(name) &&
    !(kind === 'Ingress' && NEEDS_TLS.test(name)) &&
    !/^(?:false|)$/i.test(textOf(value) ?? '')
  if (annotations.some(isTold)) return true
  const spec = child(node, 'spec')
  if (kind === 'Gateway')
    return listenersOf(spec).some(
      one => /^(?:HTTPS|TLS)$/.test(textOf(child(one, 'protocol')) ?? '') || child(one, 'tls') !== undefined,
    )
  if (kind === 'Ingress') return itemsOf(child(spec, 'tls')).length > 0
  return (
    /^(?:IngressRoute|IngressRouteTCP|Route|HTTPProxy|VirtualServer)$/.test(kind) &&
    (child(spec, 'tls') ?? descend(spec, 'virtualhost', 'tls')) !== undefined
  )
}

/** Of the Gateway API and of Istio. */
function listenersOf(spec: Node | undefined): readonly Node[] {
  const servers = itemsOf(child(spec, 'servers'))
  return [...itemsOf(child(spec, 'listeners')), ...servers, ...servers.flatMap(one => child(one, 'port') ?? [])]
}

/** Platforms that encrypt by themselves, by the file that deploys to them. */
const PLATFORM = /(?:^|\/)(?:fly\.toml|render\.ya?ml|railway\.(?:json|toml)|vercel\.json|netlify\.toml)$/
const TERRAFORM =
  /\b(?:aws_acm_certificate|certificate_arn|google_compute_(?:managed_)?ssl_certificate|azurerm_(?:application_gateway|cdn_frontdoor\w*|frontdoor)|digitalocean_certificate|cloudflare_\w+|acme_certificate|hcloud_\w*certificate)\b/
/** A certificate that somebody asks for on the host itself. */
const ON_HOST =
  /\b(?:certbot\s+(?:certonly|--nginx|--apache|run|--standalone)|acme\.sh\s+--issue|tailscale\s+(?:serve|funnel)|cloudflared\s+tunnel)\b/

/** Infrastructure as code, platforms, and where `hosts` says so scripts that prepare the host: the first place that is found. */
function setUpElsewhere(tree: Tree, hosts: boolean): readonly Encrypting[] {
  for (const { path, format } of tree.files) {
    if (PLATFORM.test(path)) return [{ kind: 'outside', at: { path, start: 0, end: 0 } }]
    const pattern = /\.tf$/i.test(path) ? TERRAFORM : hosts && isScript(format, path) ? ON_HOST : undefined
    const found = pattern?.exec(tree.read(path)?.text ?? '')
    if (found) return [{ kind: 'outside', at: { path, start: found.index, end: found.index + found[0].length } }]
  }
  return []
}

function isScript(format: string, path: string): boolean {
  return (
    format === 'shell' ||
    format === 'makefile' ||
    format === 'ci' ||
    /(?:^|\/)(?:ansible|playbooks?|roles)\/.*\.ya?ml$/i.test(path)
  )
}
