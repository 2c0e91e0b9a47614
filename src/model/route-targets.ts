import type { HostAnswer } from './host-names.js'
import type { ProxyRoute, ReverseProxy, System, UpstreamServer, Workload } from './system.js'

/** A route of a proxy, and the workloads that its requests end at. */
export interface RouteTargets {
  readonly proxy: ReverseProxy
  readonly route: ProxyRoute
  readonly targets: readonly RouteTarget[]
}

/** A workload that a route leads to. */
export interface RouteTarget {
  readonly workload: Workload
  /** The port inside the container; absent: not known, or that of the scheme. */
  readonly port?: number
}

/** Where every route of every proxy ends: the path is in the route, with what becomes of it. */
export function routeTargets({ proxies, edges }: System): readonly RouteTargets[] {
  const found = new Map<UpstreamServer, RouteTarget[]>()
  for (const { server, answer, port } of edges) {
    if (!server || answer.kind !== 'workload') continue
    found.set(server, [...(found.get(server) ?? []), ...targetsOf(answer, port)])
  }
  return proxies.flatMap(proxy =>
    proxy.routes.map(route => ({
      proxy,
      route,
      targets: [...new Set(route.upstream.servers.flatMap(server => found.get(server) ?? []))],
    })),
  )
}

function targetsOf(answer: HostAnswer & { readonly kind: 'workload' }, asked: number | undefined) {
  const port = answer.port ?? asked
  return [answer.workload, ...answer.others].map(workload => ({ workload, ...(port === undefined ? {} : { port }) }))
}
