import type { NginxDirective } from '../../parse/nginx.js'
import { known, type Span, unknown } from '../../source.js'
import type { NginxListener, NginxLocation, NginxServer } from './configuration.js'
import { sendsToTls } from './redirects.js'
import { type NginxScope, scopeOf } from './scopes.js'
import { hasVariable } from './values.js'

/** Locations in locations beyond this depth are not looked at: real ones have two levels. */
const MOST_DEPTH = 10
const MOST_LOCATIONS = 5_000

/** Reads the `server` blocks of a level. */
export function serversOf(http: NginxScope): readonly NginxServer[] {
  return (http.byName.get('server') ?? []).flatMap(directive => (directive.block ? [serverOf(directive, http)] : []))
}

function serverOf(opening: NginxDirective, http: NginxScope): NginxServer {
  const scope = blockScope(opening, http)
  const locations: NginxLocation[] = []
  const server: NginxServer = {
    names: (scope.byName.get('server_name') ?? []).flatMap(({ args }) => args.map(({ text }) => text)),
    scope,
    listeners: listenersOf(scope),
    locations,
  }
  addLocations(scope, server, locations, 0)
  const redirects = sendsToTls(server)
  return redirects
    ? { ...server, listeners: server.listeners.map(one => ({ ...one, redirectsToTls: !one.tls })) }
    : server
}

/** The level of a block. */
export function blockScope(opening: NginxDirective, parent: NginxScope): NginxScope {
  return scopeOf(opening.name, opening.block ?? [], opening.nameAt, { parent, opening })
}

function addLocations(around: NginxScope, server: NginxServer, found: NginxLocation[], depth: number): void {
  for (const opening of around.byName.get('location') ?? []) {
    if (!opening.block || found.length >= MOST_LOCATIONS) continue
    const scope = blockScope(opening, around)
    found.push({ server, ...matchOf(opening), scope })
    if (depth < MOST_DEPTH) addLocations(scope, server, found, depth + 1)
  }
}

/** `location = /x`, and `location =/x`: the sign may touch the path (https://nginx.org/en/docs/http/ngx_http_core_module.html#location). */
function matchOf({ args }: NginxDirective): Pick<NginxLocation, 'match' | 'path'> {
  const [first, second] = args
  const [, sign = '', rest = ''] = /^(=|~\*|~|\^~|@)?(.*)$/s.exec(first?.text ?? '') ?? []
  const path = second ? second.text : rest
  if (sign === '=') return { match: 'exact', path }
  if (sign === '~' || sign === '~*') return { match: 'regex', path }
  return sign === '@' ? { match: 'named', path: `@${path}` } : { match: 'prefix', path }
}

/**
 * What a server listens on: without `listen` port 80 of all addresses. TLS by the parameter `ssl` (or `quic`), and before
 * nginx 1.25.1 by `ssl on` (https://nginx.org/en/docs/http/ngx_http_core_module.html#listen).
 */
function listenersOf(scope: NginxScope): readonly NginxListener[] {
  const all = scope.byName.get('ssl')?.at(-1)?.args[0]?.text === 'on'
  const written = scope.byName.get('listen') ?? []
  if (written.length === 0) return [listener('80', [], all, scope.at)]
  return written.flatMap(({ args, at }) => {
    const [address, ...parameters] = args.map(({ text }) => text)
    return address === undefined || address.startsWith('unix:') ? [] : [listener(address, parameters, all, at)]
  })
}

function listener(text: string, parameters: readonly string[], all: boolean, at: Span): NginxListener {
  const [, host, digits] = /^(?:(\[[^\]]*\]|[^:]*):)?(\d{1,5})$/.exec(text) ?? []
  const address = digits === undefined ? (hasVariable(text) ? undefined : text) : host
  return {
    port:
      digits !== undefined
        ? known(Number(digits), at)
        : hasVariable(text)
          ? unknown(at, `${text} is set when nginx starts`)
          : known(80, at),
    tls: all || parameters.includes('ssl') || parameters.includes('quic'),
    redirectsToTls: false,
    ...(address !== undefined && !/^(?:\*|0\.0\.0\.0|\[::\])$/.test(address) && { address }),
    defaultServer: parameters.includes('default_server') || parameters.includes('default'),
    at,
  }
}
