import { knownValue } from '../../source.js'
import type { Listener, ProxyRoute, ReverseProxy, RoutePath } from '../reverse-proxy.js'
import type { NginxConfiguration, NginxLocation, NginxPass } from './configuration.js'

/** What an nginx has in common with other proxies: its listeners, routes and upstreams. */
export function sharedView(
  configuration: NginxConfiguration,
): Pick<ReverseProxy, 'listeners' | 'routes' | 'upstreams'> {
  const { groups, passes } = configuration
  return {
    listeners: listenersOf(configuration),
    routes: passes.map(routeOf),
    upstreams: [...new Set([...groups.map(group => group.upstream), ...passes.map(pass => pass.upstream)])],
  }
}

/** One for each port: servers share it. It redirects when all of them do. */
function listenersOf({ servers }: NginxConfiguration): readonly Listener[] {
  const found = new Map<string, Listener>()
  for (const { port, tls, redirectsToTls, at } of servers.flatMap(server => server.listeners)) {
    const key = `${knownValue(port) ?? `?${at.path}:${at.start}`} ${tls}`
    const known = found.get(key)
    found.set(
      key,
      known ? { ...known, redirectsToTls: known.redirectsToTls && redirectsToTls } : { port, tls, redirectsToTls, at },
    )
  }
  return [...found.values()]
}

function routeOf({ location, upstream, rewrite, directive }: NginxPass): ProxyRoute {
  return {
    // `_` is a name that no client asks for.
    hosts: location.server.names.filter(name => name !== '_' && name !== ''),
    path: pathOf(location),
    upstream,
    rewrite,
    at: directive.at,
  }
}

/** The path that leads to a location; to a named one that of a location that falls back to it. */
export function pathOf({ match, path, server }: NginxLocation): RoutePath {
  if (match !== 'named') return { match, text: path }
  const before = server.locations.find(
    location => location.match !== 'named' && location.scope.directives.some(({ args }) => args.at(-1)?.text === path),
  )
  return before ? pathOf(before) : { match: 'prefix', text: '/' }
}
