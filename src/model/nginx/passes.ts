import type { NginxDirective } from '../../parse/nginx.js'
import { type Fact, known, unknown } from '../../source.js'
import type { Upstream, UpstreamServer } from '../reverse-proxy.js'
import type { NginxGroup, NginxLocation, NginxPass, NginxServer } from './configuration.js'
import { rewriteOf } from './rewrites.js'
import { type NginxScope, setting } from './scopes.js'
import { blockScope } from './servers.js'
import { hasVariable } from './values.js'

const PROTOCOLS: ReadonlyMap<string, NginxPass['protocol']> = new Map([
  ['proxy_pass', 'http'],
  ['grpc_pass', 'grpc'],
  ['fastcgi_pass', 'fastcgi'],
  ['uwsgi_pass', 'uwsgi'],
  ['scgi_pass', 'scgi'],
  ['memcached_pass', 'memcached'],
])

/** What the environment of the container puts in the place of a variable before nginx starts; undefined for others. */
export type Substitutions = (name: string) => Fact<string> | undefined

/** Reads the `upstream` blocks of a level. */
export function groupsOf(http: NginxScope, values: Substitutions): readonly NginxGroup[] {
  return (http.byName.get('upstream') ?? []).flatMap(opening => {
    const name = opening.args[0]?.text
    if (name === undefined || !opening.block) return []
    const scope = blockScope(opening, http)
    const servers = (scope.byName.get('server') ?? []).flatMap(server => groupServer(server, scope, values))
    return [{ name, scope, upstream: { name, servers, at: opening.args[0]?.at ?? opening.at } }]
  })
}

/**
 * `server api:3000 backup resolve`. Its name is looked up when nginx starts, and again while it runs with `resolve` (which
 * wants a `zone` and a `resolver`: https://nginx.org/en/docs/http/ngx_http_upstream_module.html#resolve).
 */
function groupServer(
  { args, at }: NginxDirective,
  group: NginxScope,
  values: Substitutions,
): readonly UpstreamServer[] {
  const [address, ...parameters] = args
  if (!address || parameters.some(({ text }) => text === 'down')) return []
  const again = parameters.some(({ text }) => text === 'resolve')
  const resolves = again && group.byName.has('zone') && setting(group, 'resolver') !== undefined
  return [
    {
      ...addressOf(substituted(address.text, values), address.at),
      backup: parameters.some(({ text }) => text === 'backup'),
      resolved: resolves ? 'running' : 'start',
      at,
    },
  ]
}

/** Reads every place of a server that hands requests on. */
export function passesOf(
  server: NginxServer,
  groups: ReadonlyMap<string, NginxGroup>,
  values: Substitutions,
): readonly NginxPass[] {
  return server.locations.flatMap(location =>
    [location.scope, ...innerScopes(location.scope)].flatMap(scope =>
      scope.directives.flatMap(directive => {
        const protocol = PROTOCOLS.get(directive.name)
        return protocol ? [passOf(directive, protocol, scope, location, groups, values)] : []
      }),
    ),
  )
}

/** The `if` and `limit_except` of a location: levels of their own, with all settings of the location. */
function innerScopes(scope: NginxScope): readonly NginxScope[] {
  const inner = [...(scope.byName.get('if') ?? []), ...(scope.byName.get('limit_except') ?? [])]
  return inner.filter(({ block }) => block).map(opening => blockScope(opening, scope))
}

function passOf(
  directive: NginxDirective,
  protocol: NginxPass['protocol'],
  scope: NginxScope,
  location: NginxLocation,
  groups: ReadonlyMap<string, NginxGroup>,
  values: Substitutions,
): NginxPass {
  const argument = directive.args[0]
  const at = argument?.at ?? directive.at
  const written = substituted(argument?.text ?? '', values)
  const [, scheme = '', rest = written] = /^([a-z]+):\/\/(.*)$/is.exec(written) ?? []
  const [authority, uri] = splitUri(rest)
  const target = settled(authority, scope)
  const variable = hasVariable(rest)
  const group = groups.get(target)
  const server: UpstreamServer = {
    ...addressOf(target, at),
    ...(scheme && { scheme: scheme.toLowerCase() }),
    backup: false,
    resolved: variable ? 'running' : 'start',
    at,
  }
  const upstream: Upstream = group?.upstream ?? { servers: [server], at }
  return {
    protocol,
    directive,
    scope,
    location,
    ...(group && { group }),
    upstream,
    tls: /^(?:https|grpcs)$/i.test(scheme),
    rewrite: rewriteOf({ directive, uri, hasVariable: hasVariable(rest) }, location, scope),
  }
}

/** Host and port, and what stands behind them: `api:3000/v1` as `api:3000` and `/v1`; `unix:/run/api.sock:/v1`. */
function splitUri(rest: string): readonly [authority: string, uri: string | undefined] {
  const socket = /^(unix:[^:]*)(?::(.*))?$/s.exec(rest)
  if (socket) return [socket[1] ?? '', socket[2]]
  const end = rest.search(/\/|\$(?:request_uri|uri|is_args|args|\d)\b/)
  return end === -1 ? [rest, undefined] : [rest.slice(0, end), rest.slice(end)]
}

/** Puts in what envsubst would; what it does not know stays. */
function substituted(text: string, values: Substitutions): string {
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
    const value = values(braced ?? bare ?? '')
    return value?.known ? value.value : whole
  })
}

/** The host of `set $api api:3000; proxy_pass http://$api;`, else the text as it is. */
function settled(authority: string, scope: NginxScope): string {
  return authority.replace(/^\$\{?(\w+)\}?/, (whole, name: string) => {
    for (let level: NginxScope | undefined = scope; level; level = level.parent) {
      const value = level.byName.get('set')?.findLast(({ args }) => args[0]?.text === `$${name}`)?.args[1]?.text
      if (value !== undefined) return hasVariable(value) ? whole : value.replace(/^[a-z]+:\/\//i, '')
    }
    return whole
  })
}

/** `api:3000`, `[::1]:3000`, `unix:/run/api.sock`, `$api`. */
function addressOf(text: string, at: NginxDirective['at']): Pick<UpstreamServer, 'host' | 'port'> {
  if (text.startsWith('unix:')) return { host: known(text, at) }
  const [, host = text, digits] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(text) ?? []
  return {
    host: hasVariable(host) ? unknown(at, `${host} is set while nginx runs, or when it starts`) : known(host, at),
    ...(digits !== undefined && {
      port: /^\d{1,5}$/.test(digits) ? known(Number(digits), at) : unknown(at, `${digits} is set when nginx starts`),
    }),
  }
}
