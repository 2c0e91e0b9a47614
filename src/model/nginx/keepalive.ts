import type { NginxDirective } from '../../parse/nginx.js'
import { knownValue } from '../../source.js'
import type { HostAnswer } from '../host-names.js'
import type { UpstreamServer } from '../reverse-proxy.js'
import type { NginxPass } from './configuration.js'
import { isForUsers, isSince, isSocketPath, leavesSystem, type NginxProxy, requestHeader } from './facts.js'
import { inForce, setting } from './scopes.js'
import { hasVariable } from './values.js'

/** Since this version connections to upstreams are kept open unless told otherwise (https://nginx.org/en/CHANGES). */
const KEPT_SINCE = [1, 29, 7] as const

/** Whether the nginx is new enough to keep connections open by itself; undefined when its image does not tell. */
export function keepsByDefault(proxy: NginxProxy): boolean | undefined {
  return isSince(proxy, ...KEPT_SINCE)
}

/**
 * The passes over HTTP to applications of the system whose connections are worth keeping: not WebSockets, which stay open
 * by themselves, sockets of the same machine, and hosts that are only known while nginx runs.
 */
export function keptPasses(proxy: NginxProxy, answers: ReadonlyMap<UpstreamServer, HostAnswer>): readonly NginxPass[] {
  return proxy.nginx.passes.filter(
    pass =>
      pass.protocol === 'http' &&
      isForUsers(pass) &&
      !leavesSystem(pass, answers) &&
      !isSocketPath(pass.location.path) &&
      pass.upstream.servers.some(({ host }) => host.known && !host.value.startsWith('unix:')) &&
      (pass.group !== undefined || pass.upstream.servers.every(({ resolved }) => resolved === 'start')),
  )
}

/** Whether a pass has a group that keeps connections open because it is told to; `keepalive 0` tells the contrary. */
export function keepaliveOf({ group }: NginxPass): number | undefined {
  const text = group?.scope.byName.get('keepalive')?.at(-1)?.args[0]?.text
  if (text === undefined) return undefined
  return /^\d+$/.test(text) ? Number(text) : 1
}

/** Why a connection cannot be kept although its group says so. */
export interface Obstacle {
  readonly kind: 'version' | 'connection' | 'map' | 'order'
  readonly at: NginxDirective['at']
  /** What stands in its way, as the end of the sentence "connections are closed after each request: ". */
  readonly because: string
  /** Only of a version of nginx before 1.29.7. */
  readonly onlyBefore: boolean
}

/** What keeps the connections of a pass from being kept: HTTP/1.0, `Connection: close`, a method named behind `keepalive`. */
export function obstaclesOf(pass: NginxPass, { nginx }: NginxProxy): readonly Obstacle[] {
  const { scope, directive, group } = pass
  const found: Obstacle[] = []
  const version = setting(scope, 'proxy_http_version')
  const versionIsCertain = inForce(scope, 'proxy_http_version').certain
  if (version?.args[0]?.text === '1.0')
    found.push({ kind: 'version', at: version.at, because: '`proxy_http_version` is 1.0', onlyBefore: false })
  else if (!version && versionIsCertain)
    found.push({ kind: 'version', at: directive.at, because: '`proxy_http_version 1.1` is not set', onlyBefore: true })
  const connection = requestHeader(scope, 'connection')
  const header = inForce(scope, 'proxy_set_header')
  if (connection === undefined && header.certain)
    found.push({
      kind: 'connection',
      at: directive.at,
      because: '`proxy_set_header Connection ""` is not set',
      onlyBefore: true,
    })
  else if (connection !== undefined) found.push(...closedBy(connection, pass, nginx.http))
  const order = group && methodBehind(group.scope.directives)
  if (order)
    found.push({ kind: 'order', at: order.at, because: `${order.name} stands behind \`keepalive\``, onlyBefore: true })
  return found
}

/** `Connection close`, or a map that gives it to requests that ask for nothing else: `map $http_upgrade $x { '' close; }`. */
function closedBy(connection: string, { scope }: NginxPass, http: NginxPass['scope']): readonly Obstacle[] {
  const line = inForce(scope, 'proxy_set_header').directives.findLast(
    ({ args }) => args[0]?.text.toLowerCase() === 'connection',
  )
  if (connection.toLowerCase() === 'close' && line)
    return [{ kind: 'connection', at: line.at, because: 'the header Connection is "close"', onlyBefore: false }]
  if (!hasVariable(connection)) return []
  const map = http.byName
    .get('map')
    ?.find(({ args }) => args[0]?.text === '$http_upgrade' && args[1]?.text === connection)
  const plain = map?.block?.find(({ name }) => name === '')
  if (plain?.args[0]?.text.toLowerCase() !== 'close') return []
  const because = `${connection} is "close" for every request without Upgrade`
  return [{ kind: 'map', at: plain.at, because, onlyBefore: false }]
}

const METHODS = new Set(['least_conn', 'ip_hash', 'hash', 'random', 'least_time'])

function methodBehind(directives: readonly NginxDirective[]): NginxDirective | undefined {
  const keepalive = directives.findIndex(({ name }) => name === 'keepalive')
  return keepalive === -1 ? undefined : directives.slice(keepalive).find(({ name }) => METHODS.has(name))
}

/** Where the group or host of a pass is written. */
export function upstreamName({ upstream, group }: NginxPass): string {
  return group?.name ?? knownValue(upstream.servers[0]?.host) ?? 'its upstream'
}
