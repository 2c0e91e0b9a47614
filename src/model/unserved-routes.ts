import type { RouteTable } from './code/route.js'
import { rewrittenPath } from './path-rewrite.js'
import { routeTargets } from './route-targets.js'
import type { ProxyRoute, ReverseProxy, RoutePath, Service, System, Workload } from './system.js'

/** A route of a proxy to a service whose routes are all known, and whether any of them answers there. */
export interface JudgedRoute {
  readonly proxy: ReverseProxy
  readonly route: ProxyRoute
  readonly service: Service
  /** What the service is asked for. */
  readonly path: string
  readonly isServed: boolean
}

/** Paths that packages answer by themselves, under names that are set elsewhere: documentation, metrics, sockets, files. */
const OF_PACKAGES =
  /^\/(?:[^/]+\/)*(?:docs?|swagger|api-?docs?|openapi|redoc|graphi?ql|playground|metrics|health\w*|ready\w*|live\w*|status|ping|socket\.?io|sockjs|ws|wss|hub|hubs|static|assets|public|media|uploads?|files|images|img|admin|queues|bull|auth|trpc|rpc|grpc|hls|stream|_next|favicon\.ico|robots\.txt|\.well-known)(?:[/.-]|$)/i

/** The routes of proxies that can be judged: one known path, targets whose code tells all that they answer to. */
export function judgedRoutes(system: System): readonly JudgedRoute[] {
  const serviceOf = new Map<Workload, Service>()
  for (const service of system.services) {
    for (const workload of service.workloads) serviceOf.set(workload, service)
  }
  return routeTargets(system).flatMap(({ proxy, route, targets }) => {
    const path = askedPath(route)
    if (path === undefined || OF_PACKAGES.test(path) || targets.length === 0) return []
    const services = new Set(targets.map(({ workload }) => serviceOf.get(workload)))
    const [service] = services
    // Servers of several programs: which of them is asked is not known.
    if (!service || services.size > 1 || !isKnown(service)) return []
    return [{ proxy, route, service, path, isServed: serves(service.routes, { ...route.path, text: path }) }]
  })
}

/** The path that a service is asked for; undefined where it is any, or not known. */
function askedPath({ path, rewrite }: ProxyRoute): string | undefined {
  if (path.match === 'regex') return undefined
  const asked = rewrittenPath(rewrite, path.text)
  return asked === undefined || !/^\/[\w~.-]/.test(asked) || /[*?{}()$]/.test(asked) ? undefined : asked
}

/** Whether a service answers to nothing but its routes, and all of them are known. */
function isKnown({ routes, isCertain, isWhole, sockets, rpc }: Service): boolean {
  return (
    isCertain &&
    isWhole &&
    sockets.length === 0 &&
    rpc.services.length === 0 &&
    rpc.unresolved.length === 0 &&
    routes.routes.length > 0 &&
    routes.unresolved.length === 0 &&
    routes.routes.every(one => one.isResolved)
  )
}

/** Whether any route, or what answers beside them, may answer to a path, or to one that begins with it. */
function serves({ routes, fallbacks }: RouteTable, path: RoutePath): boolean {
  const text = path.text.toLowerCase()
  return (
    fallbacks.some(({ prefix }) => {
      const beginning = prefix.toLowerCase()
      return beginning.startsWith(text) || text.startsWith(beginning)
    }) || routes.some(route => answers(route.path, path))
  )
}

function answers(route: string, { match, text }: RoutePath): boolean {
  const parts = segments(route)
  const asked = segments(text)
  for (const [index, part] of asked.entries()) {
    const own = parts[index]
    if (own === undefined) return false
    if (own.includes('*')) return true
    if (own.includes(':')) continue
    // `location /api` takes `/api-v2`, too.
    const isOpen = match === 'prefix' && index === asked.length - 1 && !text.endsWith('/')
    if (isOpen ? !own.startsWith(part) : own !== part) return false
  }
  return match === 'prefix' || parts.slice(asked.length).every(part => /[*?]$/.test(part))
}

function segments(path: string): readonly string[] {
  return path.toLowerCase().split('/').filter(Boolean)
}
