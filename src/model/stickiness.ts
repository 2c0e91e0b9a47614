import { descend, textOf } from '../parse/node.js'
import type { Span } from '../source.js'
import { textsByKey } from './kubernetes/pods.js'
import { routeTargets } from './route-targets.js'
import type { ProxyRoute, ReverseProxy, System, Workload } from './system.js'

/** How a proxy chooses among the instances of a workload. */
export interface Balancing {
  readonly proxy: ReverseProxy
  readonly route: ProxyRoute
  /** Whether requests of one client go to the same instance each time; undefined where that is not known. */
  readonly sticky: boolean | undefined
  /** As people call it: `least_conn`, `round robin`. */
  readonly method: string
  /** Where it is chosen, or would be. */
  readonly at: Span
}

/** The routes of proxies that lead to these workloads, with how each chooses among their instances. */
export function balancingOf(system: System, workloads: readonly Workload[]): readonly Balancing[] {
  return routeTargets(system).flatMap(({ proxy, route, targets }) => {
    const target = targets.find(({ workload }) => workloads.some(one => one.id === workload.id))?.workload
    if (!target || proxy.weight === 0) return []
    return [{ proxy, route, ...choiceOf(proxy, route, target) }]
  })
}

type Choice = Pick<Balancing, 'sticky' | 'method' | 'at'>

function choiceOf(proxy: ReverseProxy, route: ProxyRoute, target: Workload): Choice {
  const notKnown: Choice = { sticky: undefined, method: 'what is not known', at: route.at }
  switch (proxy.software) {
    case 'nginx':
      return nginxChoice(proxy, route)
    case 'traefik':
      return traefikChoice(target) ?? notKnown
    case 'kubernetes':
      return ingressChoice(proxy, route) ?? notKnown
    default:
      return notKnown
  }
}

/** https://nginx.org/en/docs/http/ngx_http_upstream_module.html; `sticky…` also of modules that are built in by hand. */
const NGINX_STICKY = /^(?:ip_hash|hash|sticky\w*|jvm_route)$/
const NGINX_METHOD = /^(?:least_conn|least_time|random|fair)$/

function nginxChoice({ nginx, complete }: ReverseProxy, { upstream, at }: ProxyRoute): Choice {
  const group = nginx?.groups.find(one => one.upstream === upstream)
  if (!group) return { sticky: false, method: 'round robin', at }
  const names = [...group.scope.byName.keys()]
  const method = names.find(name => NGINX_METHOD.test(name)) ?? 'round robin'
  const sticky = names.some(name => NGINX_STICKY.test(name)) || (group.scope.byName.has('include') && !complete)
  const chosen = group.scope.byName.get(method)?.[0]
  return { sticky, method, at: chosen?.at ?? upstream.at }
}

/** https://doc.traefik.io/traefik/routing/services/#sticky-sessions (v3): off unless a label says otherwise. */
function traefikChoice({ labels }: Workload): Choice | undefined {
  const names = [...labels.keys()]
  const router = names.find(name => /^traefik\.http\.routers\./i.test(name))
  const at = router && labels.get(router)?.at
  if (!at) return undefined
  const sticky = names.some(name => /^traefik\.http\.services\.[^.]+\.loadbalancer\.sticky/i.test(name))
  return { sticky, method: 'round robin', at }
}

/**
 * Annotations of controllers that speak of it: https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#session-affinity,
 * `stickiness.enabled` of the AWS load balancer, `service.sticky.cookie` of Traefik, those of HAProxy and Contour, BackendConfig of GKE.
 */
const SPEAKS_OF_IT = /affinity|stick|session|hash|persist|cookie|load-balanc|backend-config|snippet/i

function ingressChoice({ kubernetes }: ReverseProxy, route: ProxyRoute): Choice | undefined {
  const own = kubernetes?.routes.find(({ at }) => at === route.at)
  // Of other kinds the policy stands in objects of their own.
  if (!kubernetes || !own || own.object.kind !== 'Ingress') return undefined
  const { object } = own
  const services = kubernetes.cluster.services.filter(one => one.object.name === own.service)
  const annotations = [object, ...services.map(one => one.object)].flatMap(one => [
    ...textsByKey(descend(one.node, 'metadata', 'annotations')),
  ])
  const affinity = services.some(one => textOf(descend(one.object.node, 'spec', 'sessionAffinity')) === 'ClientIP')
  if (affinity || !kubernetes.cluster.complete) return undefined
  const isSticky = annotations.some(
    ([key, value]) =>
      /^nginx\.ingress\.kubernetes\.io\/(?:affinity|upstream-hash-by)$/.test(key) ||
      /stickiness\.enabled=true/.test(value) ||
      (/sticky\.cookie$/.test(key) && value === 'true'),
  )
  if (isSticky) return { sticky: true, method: 'affinity', at: object.at }
  if (annotations.some(([key, value]) => SPEAKS_OF_IT.test(key) || /stickiness/.test(value))) return undefined
  return { sticky: false, method: 'round robin', at: object.at }
}
