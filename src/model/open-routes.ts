import { child, descend, textOf } from '../parse/node.js'
import { knownValue, type Span } from '../source.js'
import { guardOf, isNginx, isPublic, isReached, nameOf } from './nginx/facts.js'
import { entriesOf, itemsOf } from './read-node.js'
import type { ProxyRoute, ReverseProxy, UpstreamServer } from './reverse-proxy.js'
import type { System, Workload } from './system.js'
import { guardOfRouter, missingMiddleware } from './traefik/open-dashboards.js'

/** A way from outside through a proxy to a port of a workload. */
export interface RouteIn {
  readonly at: Span
  /** As the end of a sentence: `the Ingress monitoring`. */
  readonly through: string
  readonly software: 'nginx' | 'traefik' | 'kubernetes'
  /** Whether it asks for a login, an address or a certificate on the way. */
  readonly guard: 'none' | 'some' | 'unknown'
  /** Where `guard` is `unknown`: why, as a sentence without a full stop. */
  readonly because?: string
}

/**
 * The ways to the ports of a workload that satisfy `isMeant`, through nginx, Traefik and Ingresses. A way for one path
 * alone, through a kind of proxy whose checks are not read, or under a name of an inner network is left out.
 */
export function routesIn(system: System, workload: Workload, isMeant: (port: number) => boolean): readonly RouteIn[] {
  return system.proxies.flatMap(proxy => {
    if (proxy.weight === 0) return []
    const servers = serversOf(system, proxy, workload)
    const own = proxy.routes.filter(
      ({ upstream, path, hosts }) =>
        (path.match === 'prefix' || (path.match === 'exact' && path.text === '/')) &&
        (hosts.length === 0 || hosts.some(host => !INNER.test(host))) &&
        upstream.servers.some(server => servers.has(server) && isMeant(knownValue(server.port) ?? 80)),
    )
    return own.flatMap(route => routeIn(route, proxy) ?? [])
  })
}

/** Names that only an inner network knows. */
const INNER =
  /(?:^|\.)(?:local|localhost|lan|internal|intern|intranet|intra|corp|home|private|svc|test|home\.arpa)$|\.ts\.net$/i

function serversOf({ edges }: System, proxy: ReverseProxy, workload: Workload): ReadonlySet<UpstreamServer> {
  const found = edges.flatMap(edge =>
    edge.proxy === proxy && edge.server && edge.answer.kind === 'workload' && edge.answer.workload === workload
      ? [edge.server]
      : [],
  )
  const named = proxy.routes.flatMap(({ upstream }) =>
    upstream.servers.filter(one => one.workloads?.includes(workload)),
  )
  return new Set([...found, ...named])
}

function routeIn(route: ProxyRoute, proxy: ReverseProxy): RouteIn | undefined {
  if (isNginx(proxy)) {
    if (!isPublic(proxy)) return undefined
    const location = proxy.nginx.servers
      .filter(({ listeners }) => listeners.some(one => isReached(one, proxy)))
      .flatMap(({ locations }) => locations)
      .find(({ scope }) => scope.directives.some(({ at }) => at === route.at))
    if (!location || location.scope.byName.has('internal')) return undefined
    const guard = guardOf(location)
    return {
      at: route.at,
      through: nameOf(location),
      software: 'nginx',
      guard,
      ...(guard === 'unknown' ? { because: 'a file that is not in the repository may guard it' } : {}),
    }
  }
  if (proxy.traefik) {
    const router = proxy.traefik.routers.find(one => one.at === route.at)
    if (!router) return undefined
    const settings = proxy.traefik.static.settings
    const guard = guardOfRouter(router, { proxy, configuration: proxy.traefik, settings })
    if (guard === 'inner') return undefined
    const because = guard === 'unknown' ? { because: missingMiddleware(router) } : {}
    return { at: route.at, through: `the router ${router.name}`, software: 'traefik', guard, ...because }
  }
  return proxy.kubernetes ? routeOfCluster(route, proxy.kubernetes) : undefined
}

/** Annotations by which controllers ask for a login or an address, or stay within the network. */
const GUARDING =
  /auth|oauth|oidc|whitelist|allow-?list|denylist|source-?range|inbound-cidrs|middlewares|plugins|snippet|waf|scheme|internal|policy|policies|security/i

/** Of the routes of a cluster only an Ingress says itself whom it lets in; policies are attached to others from elsewhere. */
function routeOfCluster(route: ProxyRoute, { routes }: NonNullable<ReverseProxy['kubernetes']>): RouteIn | undefined {
  const object = routes.find(one => one.at === route.at)?.object
  if (object?.kind !== 'Ingress') return undefined
  const annotations = entriesOf(child(child(object.node, 'metadata'), 'annotations'))
  const className = textOf(descend(object.node, 'spec', 'ingressClassName')) ?? ''
  const isGuarded = annotations.some(([key, value]) => {
    const name = key.slice(key.indexOf('/') + 1)
    return GUARDING.test(name) || (name === 'ingress.class' && isInner(textOf(value) ?? ''))
  })
  const through = `the Ingress ${object.name}`
  const guard = isGuarded || isInner(className) || hasNoRules(object.node) ? 'some' : 'none'
  return { at: route.at, through, software: 'kubernetes', guard }
}

function isInner(name: string): boolean {
  return /intern|private|tailscale|vpn|admin/i.test(name)
}

function hasNoRules(node: Parameters<typeof descend>[0]): boolean {
  return itemsOf(descend(node, 'spec', 'rules')).length === 0 && !descend(node, 'spec', 'defaultBackend')
}
