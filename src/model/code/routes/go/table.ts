import type { Guard, Route, RoutePrefix, RouteTable } from '../../route.js'
import { plainPath } from './patterns.js'
import type { GoRouter, Mount, Registered } from './router.js'

/** How requests come to a router. */
interface Way {
  /** What is put in front of the paths of the router. */
  readonly before: string
  /** Paths that do not begin so do not come here. */
  readonly within: string
  readonly method: string
  readonly isResolved: boolean
  readonly guards: readonly Guard[]
  readonly prefixes: readonly RoutePrefix[]
}

const START: Way = { before: '', within: '/', method: '*', isResolved: true, guards: [], prefixes: [] }
/** Deeper nested routers are not followed. */
const DEEPEST = 12

/** Puts together what routers were told: those that a server answers with, and those that nobody uses. */
export function tableOf(routers: readonly GoRouter[]): RouteTable {
  const found: Collected = { routes: [], unresolved: [], fallbacks: [] }
  const seen = new Set<GoRouter>()
  for (const router of routers) if (router.isServed) collect(router, START, found, seen, DEEPEST)
  for (const router of routers)
    if (router.isHandedOut && !router.isMounted && !seen.has(router)) collect(router, START, found, seen, DEEPEST)
  const unregistered = routers
    .filter(router => !seen.has(router) && !router.isMounted && router.routes.length + router.mounts.length > 0)
    .map(router => {
      const own: Collected = { routes: [], unresolved: [], fallbacks: [] }
      collect(router, START, own, new Set(), DEEPEST)
      // The standard router stands nowhere.
      const at = router.at.path === '' ? (own.routes[0]?.at ?? router.at) : router.at
      return { name: router.name, routes: own.routes, at }
    })
  const places = new Map(found.fallbacks.map(one => [`${one.prefix} ${one.at.path} ${String(one.at.start)}`, one]))
  return {
    ...found,
    fallbacks: [...places.values()],
    unregistered: unregistered.filter(one => one.routes.length > 0),
  }
}

interface Collected {
  readonly routes: Route[]
  readonly unresolved: RouteTable['unresolved'][number][]
  readonly fallbacks: RouteTable['fallbacks'][number][]
}

function collect(router: GoRouter, way: Way, found: Collected, seen: Set<GoRouter>, depth: number): void {
  if (depth <= 0) return
  seen.add(router)
  for (const one of router.routes) {
    const route = routeOf(router, one, way)
    if (!route) continue
    found.routes.push(route)
    // What a slash at the end or a wildcard takes may be anything.
    if (/\*$/.test(route.path)) found.fallbacks.push({ prefix: prefixOf(route.path), at: one.at })
  }
  found.unresolved.push(...router.unresolved)
  for (const one of router.fallbacks) {
    const prefix = plainPath(router.framework, way.before + one.prefix)
    found.fallbacks.push({ prefix, at: one.at })
  }
  for (const mount of router.mounts) {
    const inner = wayTo(router, mount, way)
    if (inner) collect(mount.to, inner, found, seen, depth - 1)
  }
}

function prefixOf(path: string): string {
  return path.replace(/\/[^/]*\*$/, '') || '/'
}

function methodOf(outer: string, inner: string): string | undefined {
  if (outer === '*' || outer === inner) return inner
  return inner === '*' ? outer : undefined
}

function routeOf(router: GoRouter, one: Registered, way: Way): Route | undefined {
  const method = methodOf(way.method, one.method)
  const path = plainPath(router.framework, way.before + plainStart(one.pattern))
  const isWithin = way.within === '/' || path === way.within || path.startsWith(`${way.within}/`)
  if (method === undefined || (!isWithin && one.isResolved && way.isResolved)) return undefined
  const own = router.guards.filter(guard => !one.guards.includes(guard))
  return {
    method,
    path,
    isResolved: one.isResolved && way.isResolved,
    ...(one.handler && { handler: one.handler }),
    ...(one.host !== undefined && { host: one.host }),
    guards: [...way.guards, ...own, ...one.guards],
    prefixes: [...way.prefixes, ...one.prefixes],
    framework: router.framework,
    at: one.at,
  }
}

function plainStart(pattern: string): string {
  return pattern.startsWith('/') || pattern === '' ? pattern : `/${pattern}`
}

function wayTo(router: GoRouter, mount: Mount, way: Way): Way | undefined {
  const method = methodOf(way.method, mount.method)
  if (method === undefined) return undefined
  const own = router.guards.filter(guard => !mount.guards.includes(guard))
  return {
    before: way.before + mount.stripped.replace(/\/+$/, ''),
    within: plainPath(router.framework, way.before + mount.within).replace(/\/\*$/, '') || '/',
    method,
    isResolved: way.isResolved && mount.isResolved,
    guards: [...way.guards, ...own, ...mount.guards],
    prefixes: [...way.prefixes, ...mount.prefixes],
  }
}
