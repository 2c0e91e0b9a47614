import { knownValue } from '../../source.js'
import type { HostAnswer } from '../host-names.js'
import type { ReverseProxy, UpstreamServer } from '../reverse-proxy.js'
import { isPublished } from '../roles.js'
import type { System } from '../system.js'
import type { NginxConfiguration, NginxListener, NginxLocation, NginxPass } from './configuration.js'
import { answersItself } from './redirects.js'
import { inForce, type NginxScope, settingText } from './scopes.js'
import { atLeast } from './values.js'

/** A proxy whose software is nginx. */
export type NginxProxy = ReverseProxy & { readonly nginx: NginxConfiguration }

/** The nginx that production runs, and those of hosts; not samples and what is for development only. */
export function nginxOf(system: System): readonly NginxProxy[] {
  return system.proxies.filter((proxy): proxy is NginxProxy => isNginx(proxy) && proxy.weight > 0)
}

/** Whether the configuration of a proxy is one of nginx. */
export function isNginx(proxy: ReverseProxy): proxy is NginxProxy {
  return proxy.nginx !== undefined
}

/** Whether clients from beyond this host reach it: its port is published, it is on the network of the host, or a host runs it. */
export function isPublic({ workloads }: ReverseProxy): boolean {
  return (
    workloads.length === 0 ||
    workloads.some(workload => isPublished(workload) || knownValue(workload.networkMode) === 'host')
  )
}

/** Whether another proxy hands its clients' addresses on to it: a CDN or a load balancer that ends their connections. */
export function isBehindAnother({ nginx }: NginxProxy): boolean {
  return [nginx.http, ...nginx.servers.map(server => server.scope)].some(
    ({ byName }) => byName.has('real_ip_header') || byName.has('set_real_ip_from'),
  )
}

/** Whether the outside reaches a listener: one of all addresses, on a port that is published if anything is. */
export function isReached(listener: NginxListener, { workloads }: ReverseProxy): boolean {
  if (/^(?:127\.|localhost$|\[::1\])/.test(listener.address ?? '')) return false
  const port = knownValue(listener.port)
  if (port === undefined || workloads.length === 0) return true
  return workloads.some(
    workload =>
      knownValue(workload.networkMode) === 'host' ||
      workload.published.some(
        one => one.reach !== 'loopback' && (!one.container.known || one.container.value === port),
      ),
  )
}

/** The version is new enough; undefined when the tag of the image does not tell. */
export function isSince(proxy: ReverseProxy, ...version: readonly number[]): boolean | undefined {
  return atLeast(proxy.version, version)
}

/** `/health`, `/api/healthz`, `/readyz`; not `/health-insurance`, `/orders/status`. */
const HEALTH =
  /(?:^|[/_\-^])(?:health(?:z|[-_]?checks?)?|livez|liveness|readyz|readiness|ping|heartbeat)(?:[/.$?]|$)|^\^?\/(?:status|live|ready|up)\/?\$?$/i
/** `/metrics`, `/nginx_status`; not `/api/metrics`, which may be a page of the application. */
const METRICS = /^\^?\/(?:metrics|nginx[-_]status|stub_status|server-status|basic_status|actuator\/prometheus)\/?\$?$/i

/** A location that monitors ask. */
export function isHealth({ path }: NginxLocation): boolean {
  return HEALTH.test(path)
}

/** A location that tells of the inner state: of nginx itself, or of the application. */
export function isStatusPage({ path, scope }: NginxLocation): boolean {
  return scope.byName.has('stub_status') || METRICS.test(path)
}

/** Hands requests of users on to an application: not a check, not a status page, not nobody. */
export function isForUsers(pass: NginxPass): boolean {
  const { location } = pass
  if (isHealth(location) || isStatusPage(location) || isRefused(location.scope)) return false
  return pass.protocol !== 'memcached' && !answersItself(pass.scope)
}

/** Whether a level lets nobody in. */
export function isRefused(scope: NginxScope): boolean {
  const [first] = inForce(scope, 'allow', 'deny').directives
  return first?.name === 'deny' && first.args[0]?.text === 'all'
}

/** Who answers to each server of the proxies. */
export function answersOf({ edges }: System): ReadonlyMap<UpstreamServer, HostAnswer> {
  const answers = new Map<UpstreamServer, HostAnswer>()
  for (const { server, answer } of edges) {
    if (server && (answer.kind === 'workload' || !answers.has(server))) answers.set(server, answer)
  }
  return answers
}

/** Whether a pass leaves the system: to a service on the internet, which knows nothing of clients and their headers. */
export function leavesSystem({ upstream }: NginxPass, answers: ReadonlyMap<UpstreamServer, HostAnswer>): boolean {
  return upstream.servers.some(server => {
    const host = knownValue(server.host) ?? ''
    return answers.get(server)?.kind === 'outside' || /\.(?:com|net|org|io|dev|app|cloud)$/i.test(host)
  })
}

/** Whether requests become WebSockets there, or other connections that stay: by the headers, the path, or unbuffered answers. */
export function isStreaming({ location, scope, protocol }: NginxPass): boolean {
  return (
    protocol === 'grpc' ||
    requestHeader(scope, 'upgrade') !== undefined ||
    settingText(scope, 'proxy_buffering') === 'off' ||
    isSocketPath(location.path) ||
    /(?:^|[/_-])(?:sse|events?|stream(?:s|ing)?|subscri\w+|notifications?|live|graphql|terminal|logs?|exports?|uploads?|downloads?)(?:[/_-]|$)/i.test(
      location.path,
    )
  )
}

/** A path that by custom is one of WebSockets. */
export function isSocketPath(path: string): boolean {
  return /(?:^|[/_\-^])(?:socket\.io|socket\\\.io|engine\.io|ws|wss|websockets?|sockjs(?:-node)?|cable|hubs?|signalr)(?:[/_\-$(]|$)/i.test(
    path,
  )
}

/** The value of a request header that a pass sets; undefined when it sets none. */
export function requestHeader(scope: NginxScope, name: string): string | undefined {
  return inForce(scope, 'proxy_set_header').directives.findLast(({ args }) => args[0]?.text.toLowerCase() === name)
    ?.args[1]?.text
}

/** What people call a location: `location /api/`. */
export function nameOf({ scope }: NginxLocation): string {
  return `location ${(scope.opening?.args ?? []).map(({ text }) => text).join(' ')}`
}

/** A location of scripts, styles and pictures, which nobody builds links or logs from. */
export function isForAssets({ path, match }: NginxLocation): boolean {
  return (
    /(?:^|[/(|])(?:_next\/static|_nuxt|static|assets?|media|images?|img|css|js|fonts?|build|dist)(?:[/)|]|$)/i.test(
      path,
    ) ||
    /\.(?:js|css|png|jpe?g|gif|ico|svg|woff2?|txt|xml|json|webmanifest)$/i.test(path) ||
    (match === 'regex' && /\\\.\(?(?:\?:)?(?:js|css|png|jpe?g|gif|ico|svg|woff2?)/i.test(path))
  )
}

/** What keeps strangers out: addresses, a password, a question to another service, code. */
export function guardOf({ scope }: NginxLocation): 'some' | 'none' | 'unknown' {
  const rules = inForce(scope, 'allow', 'deny')
  const asked = ['auth_basic', 'auth_request', 'auth_jwt'].map(name => settingText(scope, name))
  const certificate = settingText(scope, 'ssl_verify_client')
  if (rules.directives.some(({ name, args }) => name === 'deny' && args[0]?.text === 'all')) return 'some'
  if (asked.some(value => value !== undefined && value !== 'off') || certificate === 'on') return 'some'
  if (scope.directives.some(({ name }) => name === 'if' || /_by_lua|^js_|^secure_link/.test(name))) return 'some'
  return rules.certain ? 'none' : 'unknown'
}
